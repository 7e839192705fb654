#!/usr/bin/env python3
"""test_browser.py - an office at work in a real browser, as the issue of the web tells it.

Upload a Word file, review it, see its duty on the desk; report it done as the commune;
return it, confirm it; grant an extension; answer an invitation with a substitute; find all
of it without diacritics. At 1440 and 390 pixels, and again without JavaScript (there
everything but dragging a file). usage: test_browser.py PROGRAM ROOT
"""
import pathlib
import sys

from browserlib import Cases, Desk, Office, can_run, chrome, write_docx

# Its first duty is certain; the second has a lead that nobody knows, so it asks.
PAPER = """ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN
Số: {number}/TB-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Lạng Sơn, ngày 20 tháng 11 năm 2026
THÔNG BÁO
Kết luận của Chủ tịch UBND tỉnh tại cuộc họp về chợ {place}
Ngày 19/11/2026, tại trụ sở UBND tỉnh, Chủ tịch UBND tỉnh chủ trì cuộc họp và kết luận như sau:
1. Giao UBND phường Đông Kinh rà soát phương án sắp xếp chợ {place}, báo cáo UBND tỉnh trước ngày 24/11/2026.
2. Giao UBND phường Đông Kinh niêm yết giá gửi xe tại chợ {place}, báo cáo UBND tỉnh trước ngày 04/12/2026.
3. Giao Tổ kiểm tra liên ngành chợ {place} kiểm tra phòng cháy, báo cáo UBND tỉnh trước ngày 03/12/2026.
"""
RESULT = """ỦY BAN NHÂN DÂN PHƯỜNG ĐÔNG KINH
Số: {number}/BC-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
BÁO CÁO
Kết quả sắp xếp chợ {place}
UBND phường Đông Kinh đã sắp xếp xong chợ {place}.
"""
ROUNDS = [("1440 px", 1440, True, 951, "Giếng Vuông"), ("390 px", 390, True, 952, "Bờ Sông"),
          ("1440 px without JavaScript", 1440, False, 953, "Kỳ Cùng"),
          ("390 px without JavaScript", 390, False, 954, "Phai Vệ")]
FOLDED = {951: "gieng vuong", 952: "bo song", 953: "ky cung", 954: "phai ve"}


class Round:
    """One walk through the office."""

    def __init__(self, browser, office, cases, turn):
        self.name, self.width, self.scripts, self.number, self.place = turn
        self.browser, self.office, self.cases = browser, office, cases
        self.desks = {}

    def desk(self, login):
        if login not in self.desks:
            self.desks[login] = Desk(self.browser, self.office, login, self.width, self.scripts)
        return self.desks[login]

    def check(self, name, how):
        """One case: `how` raises Failed with what is wrong."""
        try:
            how()
            return self.cases.check(True, f"{self.name}: {name}")
        except chrome.Failed as failed:
            return self.cases.check(False, f"{self.name}: {name}", str(failed))

    def drag(self, path):
        """Drop the file on the page, in a tab of its own; the address that its line names."""
        p = Desk(self.browser, self.office, "chuyenvien", self.width)
        p.go("/van-ban")
        at = p.box("form.drop")
        data = {"items": [], "files": [str(path)], "dragOperationsMask": 1}
        for kind in ("dragEnter", "dragOver", "drop"):
            p.call("Input.dispatchDragEvent", {"type": kind, **at, "data": data})
        found = p.until("(document.querySelector('.uploads .read a')||{}).pathname")
        p.close()
        return found

    def upload(self):
        p = self.desk("chuyenvien")
        path = write_docx(self.office.at / f"cho-{self.number}.docx",
                          PAPER.format(number=self.number, place=self.place))
        p.go("/van-ban")
        if not self.scripts:
            p.files("[name=file]", path)
            p.press_words("Thêm văn bản", "form.drop")
        elif self.width > 600:
            p.go(self.drag(path))
        else:
            p.files("[name=file]", path)
            found = p.until("(document.querySelector('.uploads .read a')||{}).pathname")
            p.until(f"document.querySelector('table.docs').innerText.includes('{self.number}/TB-UBND')",
                    "the list below to hold what was read")
            p.go(found)
        p.has(f"{self.number}/TB-UBND")
        self.review = p.js("location.pathname")

    def hover(self):
        p = self.desk("chuyenvien")
        p.hover_until(".finding.doubtful h3", "document.querySelector('.text .m.lit')")
        p.hover_until(".text .m.duty", "document.querySelector('.finding.lit')")

    def decide(self):
        p = self.desk("chuyenvien")
        p.has("Cơ quan chủ trì chưa có trong danh mục. Là đơn vị nào?")
        if self.scripts:
            p.key("?")
            p.until("document.querySelector('.keys').open || innerWidth < 860", "the keys shown by ?")
            p.key("j")
            p.key("e")
            p.until("document.activeElement.name === 'action'", "the form of the first card")
        else:
            p.press_words("Sửa", ".finding.doubtful")
        if p.scripts:
            p.js("document.querySelector('.finding.doubtful [name=lead]').focus()")
            p.until("document.querySelectorAll('#bodies option').length > 80", "the bodies to choose from")
        p.fill(".finding.doubtful [name=lead]", "So Tai chinh")
        p.press_words("Lưu", ".finding.doubtful")
        p.has("Sở Tài chính", ".found")
        p.press_words("Chấp nhận 3 mục đọc chắc chắn")
        p.has("Đã rà soát xong văn bản này.")

    def desk_shows(self):
        p = self.desk("chuyenvien")
        p.go("/")
        p.open(f"sắp xếp chợ {self.place}")
        p.has("Ủy ban nhân dân phường Đông Kinh")
        self.first = p.js("location.pathname")

    def report(self, words):
        p = self.desk("xa")
        p.go("/")
        p.open(f"sắp xếp chợ {self.place}")
        p.press_words("Báo cáo hoàn thành", "summary, .acts-card", leaves=False)
        p.fill("form[action$=bao-cao] textarea", words)
        path = write_docx(self.office.at / f"kq-{self.number}.docx",
                          RESULT.format(number=self.number, place=self.place))
        p.files("form[action$=bao-cao] [type=file]", path)
        p.press_words("Báo cáo hoàn thành", "form[action$=bao-cao]")
        p.has("Đã báo cáo. Đang chờ xác nhận hoàn thành.")
        p.has(f"kq-{self.number}.docx")

    def give_back(self):
        p = self.desk("truongphong")
        p.go("/nhiem-vu?loc=cho-xac-nhan")
        p.open(f"sắp xếp chợ {self.place}")
        p.press_words("Yêu cầu bổ sung", ".acts-card", leaves=False)
        p.fill("form[action$=bo-sung] textarea", "Bổ sung số hộ đã ký cam kết.")
        p.press_words("Yêu cầu bổ sung", "form[action$=bo-sung]")
        p.has("Đã yêu cầu bổ sung.")
        other = self.desk("xa")
        other.go("/nhiem-vu?loc=bo-sung")
        other.has(f"sắp xếp chợ {self.place}")

    def confirm(self):
        self.report("Đã bổ sung: 42/42 hộ ký cam kết.")
        p = self.desk("truongphong")
        p.go(self.first)
        p.press_words("Xác nhận hoàn thành", ".acts-card")
        p.has("Đã xác nhận hoàn thành.")
        p.has("Đã hoàn thành", ".facts-line")

    def more_time(self):
        p = self.desk("xa")
        p.go("/nhiem-vu?loc=trong-han&tim=" + FOLDED[self.number].replace(" ", "+"))
        p.open("yết giá gửi xe")
        p.press_words("Đề nghị gia hạn", ".acts-card", leaves=False)
        p.fill("form[action$=gia-han] [name=until]", "11/12/2026")
        p.fill("form[action$=gia-han] textarea", "Chờ đấu thầu lại điểm gửi xe.")
        p.press_words("Gửi đề nghị", "form[action$=gia-han]")
        p.has("Đang chờ trả lời")
        where = p.js("location.pathname")
        boss = self.desk("truongphong")
        boss.go("/nhiem-vu?loc=de-nghi")
        boss.has("yết giá gửi xe")
        boss.go(where)
        boss.press_words("Đồng ý gia hạn")
        boss.has("Đã gia hạn")
        boss.has("11/12/2026")

    def substitute(self):
        p = self.desk("xa")
        p.go("/cuoc-hop")
        p.open("chuyển đổi số")
        who = f"Lò Văn Thay {self.number}, Phó Chủ tịch"
        p.press_words("Cử người dự thay", leaves=False)
        p.fill("[name=person]", who)
        p.press_words("Gửi trả lời")
        p.go(p.js("location.pathname"))
        p.until(f"document.body.innerHTML.includes({who!r})", "the substitute's name")

    def find(self):
        p = self.desk("chixem")
        words = "sap xep cho " + FOLDED[self.number]
        p.go("/")
        p.fill(".find [name=q]", words)
        p.leaving(lambda: p.key("Enter"))
        p.has(f"{self.number}/TB-UBND")
        p.go("/nhiem-vu?loc=tat-ca")
        p.fill("[name=tim]", words)
        p.leaving(lambda: p.key("Enter"))
        p.has(f"sắp xếp chợ {self.place}")

    def take_back(self):
        p = self.desk("truongphong")
        p.go(self.first)
        p.press_words("Hoàn tác")
        p.has("Chờ xác nhận hoàn thành", ".facts-line")

    def walk(self):
        if not self.check("a Word file is uploaded and waits for review", self.upload):
            return
        if self.scripts and self.width > 1100:
            self.check("words and record show each other", self.hover)
        self.check("the doubtful one is answered, the sure ones accepted", self.decide)
        if not self.check("its duty is on the desk", self.desk_shows):
            return
        self.check("the commune reports it done, with a file",
                   lambda: self.report("Đã sắp xếp xong chợ."))
        self.check("the Office gives it back", self.give_back)
        self.check("reported again and confirmed", self.confirm)
        self.check("more time is asked for and granted", self.more_time)
        self.check("an invitation is answered with a substitute", self.substitute)
        self.check("found without diacritics", self.find)
        self.check("the last step is taken back", self.take_back)
        for p in self.desks.values():
            p.close()


def main() -> int:
    if not can_run("the office in a browser"):
        return 0
    cases = Cases()
    office = Office(sys.argv[1])
    try:
        with chrome.Chrome() as browser:
            for turn in ROUNDS:
                Round(browser, office, cases, turn).walk()
    finally:
        cases.check(office.end() == 0, "the server ends without a complaint")
    return cases.end()


if __name__ == "__main__":
    sys.exit(main())
