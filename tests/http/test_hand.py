#!/usr/bin/env python3
"""test_hand.py - what is made and changed by hand, over the web without scripts.

A meeting by form with everything an invitation says, its papers and replies; petitions with
their owner; rounds for who compiles and who sends; series of numbers; the administration.
usage: test_hand.py PROGRAM ROOT
"""
import html
import io
import re
import sys
import urllib.parse
import zipfile

from weblib import ROLES, Cases, Office, Person

program = sys.argv[1]
cases = Cases()
office = Office(program)
people = {login: Person(office, login) for login in ROLES}
boss, clerk, admin = people["chuyenvien"], people["vanthu"], people["quantri"]


def send(who: Person, path: str, pairs: list[tuple[str, str]]):
    """A form in which a name may stand several times."""
    body = urllib.parse.urlencode([("csrf", who.token()), *pairs])
    return who.ask("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded"})


def rows(name: str, *lines: str) -> list[tuple[str, str]]:
    return [(f"{name}.{i}", cell.strip()) for line in lines for i, cell in enumerate(line.split("|"))]


MEETING = [("title", "Hội nghị <b>trực tuyến</b> & triển khai"), ("status", "called"),
           ("starts", "14 giờ 00, ngày 27/11/2026"), ("duration", "P0.5D"), ("mode", "hybrid"),
           ("place", "Phòng họp tầng 4"), ("chair", "Phó Chủ tịch UBND tỉnh"),
           *rows("guest", "Sở Tài chính|STC|||", "Chủ tịch UBND các xã, phường|UBNDXA|Cấp xã|do xã mời|",
                 "||||"),
           *rows("part", "Khai mạc|27/11/2026 14:00|Văn phòng"),
           *rows("site", "Cấp tỉnh|Phòng họp tầng 4|", "Cấp xã|Phòng trực tuyến|Cán bộ xã"),
           *rows("check", "Lần 1|10:00 27/11/2026|", "Lần 2|13:00 27/11/2026|"),
           *rows("speaker", "Kinh nghiệm giải ngân|SXD|Giám đốc"),
           *rows("paper", "Báo cáo, kịch bản|STC|26/11/2026|both|3||", "Tham luận của Sở|SXD|25/11/2026|file|||"),
           *rows("prepare", "Chuẩn bị đường truyền|SKHCN|26/11/2026|")]


def a_meeting() -> None:
    got = send(boss, "/lap/cuoc-hop", MEETING)
    at = got.to.split("?")[0]
    if not cases.check(got.status == 303 and at.startswith("/cuoc-hop/"), "a meeting is made by form",
                       f"{got.status} {got.words()[-400:]}"):
        return
    page = boss.get(at)
    words = re.sub(r"\s+", " ", page.words())
    wanted = ["14 giờ 00, thứ Sáu, ngày 27/11/2026", "1/2 ngày", "Trực tiếp và trực tuyến", "Điểm cầu",
              "Cán bộ xã", "Chạy thử đường truyền", "10 giờ 00", "Kinh nghiệm giải ngân", "3 bộ giấy",
              "tệp và bản giấy", "Chuẩn bị đường truyền", "66 chưa trả lời"]
    missing = [w for w in wanted if w not in words]
    cases.check(not missing, "and shows all that it was given", str(missing))
    cases.check("<b>trực tuyến</b>" not in page.text, "its words are words")
    stc, commune = people["sotaichinh"], people["xa"]
    page = stc.get(at).words()
    cases.check("Báo cáo, kịch bản" in page and "Tham luận của Sở" not in page,
                "a body sees the papers asked of it, not another's")
    told = re.search(r'<option value="(XA-[0-9]+)">[^<]* · Chưa trả lời', boss.get(at).text)
    cases.check(told is not None, "whose answer the Office may write down: who has given none stands there", boss.get(at).words()[-900:])
    code = told[1] if told else ""
    got = [boss.post(at + "/tra-loi-thay", agency=code, answer="substitute").status,
           boss.post(at + "/tra-loi-thay", agency="SCT-KHONG-CO", answer="attending").status,
           people["lanhdao"].post(at + "/tra-loi-thay", agency=code, answer="attending").status]
    cases.check(got == [422, 422, 403], "a substitute has a name, a body is one that is invited, a leader writes nothing down", str(got))
    got = boss.post(at + "/tra-loi-thay", agency=code, answer="substitute", person="Hoàng Thị Ví Dụ, 0900")
    cases.check(got.status == 303 and "Hoàng Thị Ví Dụ, 0900" in boss.get(at).words() and
                f'<option value="{code}">' in boss.get(at).text, "what was told on the telephone is an answer", got.to)
    got = commune.post(at + "/tra-loi", answer="absent", reason="Trùng lịch")
    cases.check(got.status == 303 and "Trùng lịch" in boss.get(at).words(), "called by its group, it answers")
    cases.check("Trùng lịch" not in stc.get(at).words(), "who is absent is not shown to other bodies")
    page = boss.get(at).text
    seen = re.search(r'name="seen" value="(\d+)"', page)[1]
    got = boss.post(at + "/tai-lieu", at="0", what="paper", seen=seen)
    cases.check(got.status == 303 and "Đã nhận bản giấy 23/11/2026" in boss.get(at).words(), "a paper came in")
    got = boss.post(at + "/tai-lieu", at="0", what="file", seen=seen)
    cases.check(got.status == 409, "an old page does not overwrite", str(got.status))
    seen = re.search(r'name="seen" value="(\d+)"', boss.get(at).text)[1]
    got = boss.post(at + "/chuan-bi", at="0", seen=seen)
    cases.check(got.status == 303 and "Đang theo dõi" in boss.get(at).words(), "preparation is followed as a duty")
    edit = "/sua" + at
    page = boss.get(edit).text
    cases.check('value="14:00 27/11/2026"' in page and "Kinh nghiệm giải ngân" in page, "the form shows it again")
    form = [(n, v) for n, v in MEETING if n not in ("status", "starts")]
    got = send(boss, edit, [("status", "postponed"), ("starts", "30/11/2026 8:00"), *form,
                            ("seen", re.search(r'name="seen" value="(\d+)"', page)[1])])
    cases.check(got.status == 303 and "8 giờ 00, thứ Hai, ngày 30/11/2026" in boss.get(at).words().replace("08", "8"),
                "postponed to another day", boss.get(at).words()[300:900])
    got = boss.post("/hoan-tac" + at)
    cases.check(got.status == 303 and "27/11/2026" in boss.get(at).words(), "and taken back")
    got = send(boss, "/lap/cuoc-hop", [("title", "Họp"), ("starts", "31/4/2026 14:00"), ("place", "Ở đây")])
    cases.check(got.status == 422 and "Ngày này không có" in got.words() and '>Ở đây</textarea>' in got.text,
                "what was written comes back with why it was refused", str(got.status))
    cases.check("Bắt đầu: Ngày này không có" in re.sub(r"\s+", " ", got.words()) and "29/5/2026." in got.words(),
                "which field it is, and how a day is written", got.words()[:600])
    got = send(clerk, "/lap/cuoc-hop", [("title", "Họp"), *rows("paper", "Báo cáo|STC|26-13|||", "|||||")])
    cases.check("Hạn gửi: Ngày chưa đúng" in re.sub(r"\s+", " ", got.words()), "of a row too", got.words()[:600])
    got = send(clerk, "/lap/cuoc-hop", [("place", "Ở đây")])
    cases.check("Tên cuộc họp, hội nghị: " in re.sub(r"\s+", " ", got.words()), "or which is missing", got.words()[:600])
    got = send(clerk, "/lap/cuoc-hop", [("title", "Họp hai\r\ndòng"), ("status", "called"), ("starts", "28/12/2026")])
    cases.check("Họp hai" in clerk.get(got.to.split("?")[0]).words() and
                re.search(r"Họp hai +dòng", clerk.get("/sua" + got.to.split("?")[0]).text) is not None,
                "a name stays one line", got.to)
    cases.check(people["lanhdao"].get(edit).status == 403, "a leader does not edit")
    cases.check(stc.get(edit).status == 403, "nor does a body")


def petitions() -> None:
    got = send(clerk, "/lap/kien-nghi", [("words", "Đề nghị <i>bố trí</i> kinh phí"), ("petitioner", "XA-05977"),
                                         ("owner", "STC"), ("due", "20/11/2026"), ("state", "open"),
                                         *rows("watcher", "VPUBND", "SNV")])
    at = got.to.split("?")[0]
    cases.check(got.status == 303 and at.startswith("/kien-nghi/"), "a petition by hand", str(got.status))
    page = re.sub(r"\s+", " ", boss.get(at).words())
    cases.check("Sở Nội vụ" in page and "Quá hạn 3 ngày" in page, "with its watchers, overdue", page[:800])
    stc = people["sotaichinh"]
    cases.check(people["theodoi"].get(at).status in (200, 404), "its watchers may see it")
    got = stc.post(at + "/tra-loi", state="answered_in_writing", words=" ")
    cases.check(got.status == 422, "an answer has words", str(got.status))
    got = stc.post(at + "/tra-loi", state="answered_in_writing", words="Công văn 12/STC-NS")
    cases.check(got.status == 303 and "12/STC-NS" in boss.get(at).words(), "its owner answers")
    page = stc.get(at).text
    cases.check("Gửi trả lời" not in page and ">Công văn 12/STC-NS</textarea>" in page and
                'value="answered_in_writing" required checked' in page, "what was answered is changed, not answered again")
    stc.post(at + "/tra-loi", state="escalated", words="Vượt thẩm quyền")
    cases.check('value="escalated" required checked' in stc.get(at).text, "to another way of answering too")
    cases.check(boss.get("/kien-nghi/tai-excel?loc=tat-ca").bytes[:2] == b"PK", "the list as a sheet")
    all_of, mine, others = (boss.get("/kien-nghi?loc=tat-ca" + x) for x in ("", "&co-quan=STC", "&co-quan=SNV"))
    cases.check('<option value="STC" selected>' in mine.text and at in mine.text and at not in others.text and
                f"Tất cả ({mine.text.count('data-as=' + chr(34) + 'Cơ quan trả lời')})" in mine.words(),
                "the list of one body that answers, and its count", mine.words()[:600])
    cases.check('href="/kien-nghi/tai-excel?loc=tat-ca&amp;co-quan=STC"' in mine.text and at in all_of.text,
                "its sheet is narrowed too")
    other = people["xa"].get(at)
    cases.check(other.status == 200, "the petitioner sees it", str(other.status))


def rounds() -> None:
    listed = boss.get("/dot-tong-hop").text
    at = re.search(r"/dot-tong-hop/[a-z0-9]{16}", listed)
    if not cases.check(at is not None, "rounds are listed"):
        return
    page = boss.get(at[0])
    cases.check("Chưa gửi" in page.words() or "Đã gửi" in page.words(), "who has sent, who has not")
    cases.check(boss.get(at[0] + "/excel").bytes[:2] == b"PK", "one sheet of all")
    commune = people["xa"]
    cases.check(commune.get(at[0]).status == 404 and commune.get(at[0] + "/excel").status == 404,
                "a member does not see who is late")
    cases.check("Đơn vị phải gửi" in commune.get("/dot-tong-hop").words(), "but what it has to send itself")
    waits = re.search(r'name="agency" value="([A-Z0-9-]+)"><button class="button" name="what" value="sent"', page.text)
    if waits:
        got = boss.post(at[0] + "/ghi-nhan", agency=waits[1], what="sent")
        cases.check(got.status == 303, "marked as sent", str(got.status))


def numbers() -> None:
    for number in ("5/TB-UBND", "8/TB-UBND"):
        send(clerk, "/lap/van-ban", [("title", f"Thông báo {number}"), ("direction", "out"), ("status", "issued"),
                                     ("series", "TB-UBND"), ("number", number)])
    page = re.sub(r"\s+", " ", clerk.get("/so-van-ban").words())
    cases.check("Số chưa dùng: 6–7" in page and "09/TB-UBND" in page, "gaps of a series are seen", page[:900])
    got = send(clerk, "/lap/van-ban", [("title", "Trùng số"), ("status", "issued"), ("series", "TB-UBND"),
                                       ("number", "08/TB-UBND")])
    cases.check(got.status == 422 and "đã cấp" in got.words(), "no number twice", str(got.status))
    got = clerk.post("/so-van-ban/cap-so", code="TB-UBND", note="Văn bản giấy")
    page = clerk.get(got.to).words()
    log = re.sub(r"\s+", " ", Person(office, "quantri").get("/quan-tri/nhat-ky").words())
    cases.check(re.search(r"lấy số của sổ số: số 9, TB-UBND/2026", log), "the log names the number that was taken", log[:600])
    cases.check("Chỉ lấy số" in page and "Đã lấy số 09/TB-UBND." in page, "a number for a paper, and which", got.to)
    cases.check("Đã lấy số" not in clerk.get("/so-van-ban?so=TB-UBND&n=99").words(), "none that was not given")
    got = clerk.post("/so-van-ban/cap-so", code="TB-UBNDD", note="Gõ nhầm")
    cases.check(got.status == 422 and "TB-UBNDD" not in clerk.get("/so-van-ban").text, "no book by a slip of the hand",
                str(got.status))
    doc = re.search(r"/sua/van-ban/[a-z0-9]{16}", clerk.get("/so-van-ban").text)[0]
    got = send(clerk, doc, [("title", "Khác"), ("status", "issued"), ("direction", "out")])
    cases.check(got.status == 422 and "đã ban hành" in got.words(), "what is issued is not changed", str(got.status))


def lists() -> None:
    got = send(clerk, "/lap/chuong-trinh", [("month", "1/2027"), *rows("item", "Họp phiên|Chủ tịch|STC|5/1/2027|")])
    cases.check(got.status == 303 and "Họp phiên" in boss.get("/chuong-trinh").words(), "the programme of a month")
    got = send(clerk, "/lap/bao-cao-dinh-ky", [("title", "Báo cáo tháng"), ("agency", "STC"),
                                              ("rule", "R:monthly:15"), ("active", "1")])
    page = re.sub(r"\s+", " ", boss.get("/bao-cao-dinh-ky").words())
    cases.check(got.status == 303 and "15/12/2026, 15/01/2027" in page, "the next several of a report", page[:600])
    edit = re.search(r'/sua/bao-cao-dinh-ky/[a-z0-9]{16}(?=">Báo cáo tháng)', clerk.get("/bao-cao-dinh-ky").text)[0]
    cases.check('value="hằng tháng, ngày 15"' in clerk.get(edit).text, "its form says when in words")
    got = send(clerk, "/lap/bao-cao-dinh-ky", [("title", "Báo cáo quý"), ("agency", "SNV"), ("rule", "Hàng quý")])
    cases.check(got.status == 303 and "Hằng quý" in boss.get("/bao-cao-dinh-ky").words(), "and takes words",
                str(got.status))
    got = send(clerk, "/lap/bao-cao-dinh-ky", [("title", "Khi cần"), ("agency", "SNV"), ("rule", "hằng tháng, khi cần")])
    cases.check(got.status == 422, "but guesses nothing", str(got.status))
    cases.check('value="1/2027"' in clerk.get("/sua/chuong-trinh/2027-01").text, "a month is shown as it is written")
    cases.check("Lưu và thêm dòng" in clerk.get("/lap/chuong-trinh").text and
                "Lưu và thêm dòng" not in clerk.get("/lap/bao-cao-dinh-ky").text, "more lines where there are lines")
    cases.check("/chuong-trinh" in boss.get("/cuoc-hop").text and "/chuong-trinh" not in admin.get("/cuoc-hop").text and
                admin.get("/chuong-trinh").status == 403, "no tab leads to a refusal")
    cases.check("Báo cáo tháng" in people["sotaichinh"].get("/nhiem-vu").words(), "the next one is a duty")
    cases.check("Báo cáo tháng" not in people["xa"].get("/bao-cao-dinh-ky").words(), "of its own body alone")
    got = send(clerk, "/lap/ca-nhan", [("name", "Hoàng Thị Minh"), *rows("post", "Giám đốc|STC||1/1/2025|")])
    cases.check(got.status == 303 and "Hoàng Thị Minh" in boss.get("/ca-nhan?ten=hoang+thi").words(),
                "a person, found without marks")


def administration() -> None:
    got = send(admin, "/quan-tri/lap/nhom", [("code", "BCD-CDS"), ("name", "Ban Chỉ đạo"),
                                             *rows("member", "STC||31/12/2026", "SNV||")])
    page = admin.get("/quan-tri/don-vi?loai=nhom").words()
    cases.check(got.status == 303 and "Ban Chỉ đạo" in page, "a group with members by day", str(got.status))
    got = admin.post("/quan-tri/ngay-nghi", day="24/12/2026", kind="off", reason="Nghỉ bù", source="QĐ 1")
    cases.check(got.status == 303 and "Nghỉ bù" in admin.get("/quan-tri/ngay-nghi").words(), "a day off")
    got = admin.post("/quan-tri/ngay-nghi", day="24/12/2026", what="drop")
    cases.check(got.status == 303 and "Nghỉ bù" not in admin.get("/quan-tri/ngay-nghi").words(), "taken out again")
    got = admin.post("/quan-tri/thiet-lap", rolled="1", soon="5")
    page = admin.get("/quan-tri/thiet-lap").text
    cases.check(got.status == 303 and 'value="1" checked' in page and 'name="soon" value="5"' in page, "settings")
    cases.check(admin.post("/quan-tri/thiet-lap", rolled="0", soon="0").status == 422, "with bounds")
    admin.post("/quan-tri/thiet-lap", rolled="0", soon="3")
    page = admin.get("/quan-tri/tinh-trang").words()
    cases.check("Chưa sao lưu lần nào" in page, "no backup is said")
    page = admin.get("/quan-tri/sua/don-vi/STC").text
    told = admin.get("/quan-tri/sua/nhom/BCD-CDS").text
    cases.check('name="member.0" value="Sở Tài chính"' in told and 'value="STC"' not in told, "a member stands there by its name", told[-900:])
    fields = re.findall(r'<input(?: type="hidden")? name="([a-z.0-9]+)" value="([^"]*)"', told)
    sent = [(name, value) for name, value in fields if name != "csrf"] + [("csrf", admin.token()), ("next", "")]
    got = admin.ask("POST", "/quan-tri/sua/nhom/BCD-CDS", urllib.parse.urlencode(sent),
                    {"Content-Type": "application/x-www-form-urlencoded"})
    cases.check(got.status == 303 and admin.get("/quan-tri/sua/nhom/BCD-CDS").text.count('value="Sở Tài chính"') == told.count('value="Sở Tài chính"'),
                "and goes back by it: nothing is changed by saving", f"{got.status} {got.words()[:300]}")
    cases.check('value="STC" readonly' in page and 'name="code" value=""' in admin.get("/quan-tri/lap/don-vi").text,
                "a code is given once")
    Person(office).sign_in("theodoi", "sai-mat-khau")
    cases.check("Chưa đăng nhập" in admin.get("/quan-tri/nhat-ky").words(), "a wrong password is nobody's doing")
    page = admin.get("/quan-tri/nhat-ky?den=21/11/2026").text
    days = set(re.findall(r"\d\d/\d+/20\d\d(?=</td>)", page))
    cases.check("21/11/2026" in days and "23/11/2026" not in days and "22/11/2026" not in days and
                "Cũ hơn" in page and "den=21%2F11%2F2026&amp;truoc=" in page, "the log up to a day", str(days))
    cases.check(admin.get("/quan-tri/nhat-ky?den=31/11/2026").status == 422, "which there has to be")
    got = admin.get("/quan-tri/nhat-ky/tai-excel?ai=quantri")
    with zipfile.ZipFile(io.BytesIO(got.bytes)) as z:
        cases.check(b"Trang &amp;P/&amp;N" in z.read("xl/worksheets/sheet1.xml") and
                    b'horizontal="center"' in z.read("xl/styles.xml"), "with numbered pages, figures in the middle")
    cases.check(got.bytes[:2] == b"PK" and boss.get("/quan-tri/nhat-ky/tai-excel").status == 403, "the log as a sheet")
    said = html.unescape(" ".join(admin.get(f"/quan-tri/nhat-ky?truoc={n}").text for n in range(1000, 0, -60)))
    cases.check(re.search(r'[Tt]rả lời giấy mời họp: .*<small class="soft">[^<]*: [^<]*</small>', said) and
                re.search(r'[Bb]áo cáo hoàn thành phần việc: .*<small class="soft">[^<]*</small>', said),
                "the log says whose answer, whose part of a duty it is", said[-600:])
    page = admin.get("/quan-tri?ten=tai+chinh").text
    cases.check("<b>sotaichinh</b>" in page and "<b>xa</b>" not in page and
                "Không có tài khoản" in admin.get("/quan-tri?ten=zzz").words(), "accounts are looked for")
    got = admin.post("/quan-tri/tai-khoan", login="so.noi.vu", name="Lò Thị Ví Dụ", role="agency_officer",
                     agency="so noi vu", password="minh-hoa-2026")
    cases.check(got.status == 303 and "so.noi.vu" in admin.get("/quan-tri?ten=so+noi+vu").text, "a body by its name",
                str(got.status))
    got = admin.post("/quan-tri/tai-khoan", login="khong.co", name="X", role="agency_officer", agency="Sở Không Có",
                     password="minh-hoa-2026")
    cases.check(got.status == 422, "which there has to be", str(got.status))
    got = admin.post("/quan-tri/tai-khoan", login="khong.don.vi", name="X", role="agency_officer", agency="", password="minh-hoa-2026")
    cases.check(got.status == 422 and "phải thuộc một cơ quan" in got.words() and "khong.don.vi" not in admin.get("/quan-tri").text,
                "nobody works for a body that he has none of", got.words()[-400:])
    page = admin.get("/quan-tri/don-vi?loai=xa&ten=dong+kinh").text
    cases.check("Đông Kinh" in page and "Tam Thanh" not in page and 'name="loai" value="xa"' in page,
                "and bodies, of the kind that is shown")
    cases.check("thứ Hai" in admin.get("/quan-tri/ngay-nghi").words(), "days off with their weekday")
    office.run("backup", "--db", office.db, "--today", "2026-11-23", "--out", office.at / "b.backup")
    page = admin.get("/quan-tri/tinh-trang").words()
    cases.check("giờ trước" in page, "the age of the last backup", page[-600:])
    got = admin.post("/quan-tri/cap-tai-khoan")
    made = re.findall(r"<b>([a-z.]+[0-9]*)</b>.*?<code>([0-9a-f-]+)</code>", got.text)
    cases.check(got.status == 200 and ("hoang.thi.minh" in dict(made)), "accounts for persons", got.words()[-300:])
    if made:
        a_password(admin, *made[0])
    cases.check("Mật khẩu tạm" not in admin.post("/quan-tri/cap-tai-khoan").words(), "and is not shown again")
    one = re.search(r'/quan-tri/tai-khoan/([a-z0-9]{16})"', admin.get("/quan-tri").text)
    got = admin.post(one[0][:-1], role="division_head", agency="")
    cases.check(got.status in (303, 422), "a role is changed", str(got.status))


def a_password(admin, login, password) -> None:
    """Given by the administrator, it opens nothing but its own change; then it is reset."""
    one = Person(office, login, password)
    cases.check(one.get("/").to == "/tai-khoan" and "do quản trị cấp" in one.get("/tai-khoan").text,
                "a given password is to be changed first", one.get("/").to)
    cases.check(one.get("/nhiem-vu").to == "/tai-khoan" and one.post("/nhap-excel").status == 403,
                "and nothing is done before")
    got = one.post("/tai-khoan/mat-khau", old=password, fresh="mat-khau-cua-toi")
    one = Person(office, login, "mat-khau-cua-toi")
    cases.check(got.status == 303 and one.get("/").status == 200, "changed, it opens everything")
    feed = re.search(r"/lich/dd_[0-9a-f]{64}\.ics", one.post("/tai-khoan/dia-chi-lich").text)[0]
    cases.check(Person(office).get(feed).status == 200, "its calendar is read at its address")
    row = re.search(re.escape(login) + r"</b>.*?/quan-tri/tai-khoan/([a-z0-9]{16})\"", admin.get("/quan-tri").text, re.S)
    at = f"/quan-tri/tai-khoan/{row[1]}/mat-khau"
    got = admin.post(at, second="1")
    again = re.search(r"<code>([0-9a-f-]+)</code>", got.text)
    cases.check(got.status == 200 and again is not None, "reset, the new one is shown", str(got.status))
    cases.check(one.get("/").status == 303 and Person(office).sign_in(login, "mat-khau-cua-toi").status == 401,
                "the sessions end, the old one is over")
    cases.check(Person(office).get(feed).status == 404, "and so are the addresses that it gave away")
    cases.check(Person(office, login, again[1]).get("/").to == "/tai-khoan", "and is to be changed")
    cases.check("đặt lại mật khẩu và tắt xác thực hai bước" in admin.get("/quan-tri/nhat-ky").text,
                "the log says so, not which")
    cases.check(again[1] not in admin.get("/quan-tri/nhat-ky").text, "and holds no password")
    own = re.search(r"quantri</b>.*?/quan-tri/tai-khoan/([a-z0-9]{16})\"", admin.get("/quan-tri").text, re.S)
    cases.check(admin.post(f"/quan-tri/tai-khoan/{own[1]}/mat-khau").status == 422, "one's own is changed, not reset")


for part in (a_meeting, petitions, rounds, numbers, lists, administration):
    part()
code = office.end()
cases.check(code == 0, "the server ends cleanly", f"exit {code}\n{office.said[-3000:]}")
sys.exit(cases.end())
