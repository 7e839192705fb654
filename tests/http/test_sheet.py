#!/usr/bin/env python3
"""test_sheet.py - a spreadsheet that is sent is shown before it enters, each column can be set
right, what entered is taken back together; over the web without scripts, as every role.

usage: test_sheet.py PROGRAM ROOT
"""
import html
import re
import sys
import urllib.parse

from weblib import ROLES, Cases, Office, Person

cases = Cases()
office = Office(sys.argv[1])
people = {login: Person(office, login) for login in ROLES}
clerk, boss, admin = people["vanthu"], people["chuyenvien"], people["quantri"]

DUTIES = """STT,Nội dung nhiệm vụ,Cơ quan chủ trì,Thời hạn,Người lo
1,Báo cáo <b>rà soát</b> trụ sở dôi dư,Sở Tài chính,31/12/2026,An
2,Lập kế hoạch phòng chống rét,Sở Y tế,15/12/2026,Bình
3,Việc của nơi không có,Sở Không Có,31/02/2026,Cường
4,Báo cáo tình hình biên chế,Sở Nội vụ,20/12/2026,Dung
"""
STRANGE = """Mục,Việc,Ai,Khi nào
1,Thống kê cầu treo dân sinh,Sở Xây dựng,20/12/2026
2,Thống kê trạm y tế xã,Sở Y tế,15/12/2026
"""
PETITIONS = """STT,Nội dung kiến nghị,Đơn vị kiến nghị,Cơ quan trả lời,Thời hạn
1,Đề nghị sửa chữa kênh mương nội đồng,xã Hữu Lũng,Sở Nông nghiệp và Môi trường,30/12/2026
2,Đề nghị lắp đèn tín hiệu giao thông,phường Đông Kinh,Sở Xây dựng,31/12/2026
"""
PERSONS = """STT,Họ và tên,Chức vụ,Cơ quan,Điện thoại,Email
1,Ngô Thị Mẫu Đơn,Chuyên viên,Sở Tài chính,0205 3812 345,mau.don@example.vn
2,Chu Văn Mẫu Mực,Phó Giám đốc,Sở Xây dựng,0912345678,
"""
AGENCIES = """STT,Mã,Tên cơ quan,Loại
1,TTMAU,Trung tâm Mẫu,đơn vị sự nghiệp
2,STC,Sở Tài chính,sở
"""


def send(who: Person, path: str, *files: tuple[str, str], partial: bool = False):
    parts = [f'--dondoc-form\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n{who.token()}\r\n']
    parts += [f'--dondoc-form\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
              f'Content-Type: text/csv\r\n\r\n{text}\r\n' for name, text in files]
    head = {"Content-Type": "multipart/form-data; boundary=dondoc-form"}
    if partial:
        head["HX-Request"] = "true"
    return who.ask("POST", path, ("".join(parts) + "--dondoc-form--\r\n").encode(), head)


def spec(page) -> str:
    found = re.search(r'name="columns" value="([^"]*)"', page.text)
    return html.unescape(found[1]) if found else ""


def enter(who: Person, at: str):
    return who.post(at, columns=spec(who.get(at)))


def count(who: Person, path: str) -> int:
    found = re.search(r'class="soft count">(\d+) ', who.get(path).text)
    return int(found[1]) if found else -1


def shown_then_entered() -> None:
    before = count(boss, "/nhiem-vu")
    got = send(boss, "/nhiem-vu/nhap-excel", ("việc.csv", DUTIES))
    if not cases.check(got.status == 303 and "/nhap-excel/xem/" in got.to, "a sheet is not entered, but shown",
                       f"{got.status} {got.to}"):
        return
    page = boss.get(got.to)
    words = re.sub(r"\s+", " ", page.words())
    wanted = ["việc.csv", "Danh sách nhiệm vụ", "Sẽ nhập 3 dòng", "2 ô có lỗi", "Ô D4", "31/02/2026", "Ô C4",
              "Sở Không Có", "Sở Tài chính (STC)", "31/12/2026", "Nhập 3 dòng", "không dùng"]
    missing = [w for w in wanted if w not in words]
    cases.check(page.status == 200 and not missing, "with kind, columns, first rows, faults, counts", str(missing))
    cases.check("<b>rà soát</b>" not in page.text, "its words are words")
    cases.check(count(boss, "/nhiem-vu") == before, "looking enters nothing")
    cases.check(people["vanthu"].get(got.to).status == 404, "nobody else can look at it, whatever address he has")
    cases.check(people["xa"].get(got.to).status == 403 and admin.get(got.to).status == 403, "nor who may not edit")
    done = boss.post(got.to, columns=spec(page))
    cases.check(done.status == 303 and re.fullmatch(r"/nhap-excel/[0-9a-z]{16}", done.to or "") is not None,
                "it enters when its sender says so", f"{done.status} {done.words()[-300:]}")
    page = boss.get(done.to)
    words = page.words()
    cases.check("Đã nhập 3 dòng" in words and "Hoàn tác lần nhập này" in words and
                "phòng chống rét" in words and "2 ô có lỗi" in words, "the result says what came in", words[-500:])
    cases.check(count(boss, "/nhiem-vu") == before + 3, "three duties more")
    again = boss.get(got.to)
    cases.check("Đã có từ trước 3 dòng" in again.words() and "Nhập 3 dòng" not in again.words(),
                "the same sheet again would add nothing")
    cases.check("việc.csv" in boss.get("/nhiem-vu/nhap-excel").words(), "what came in lately is listed")

    # One of the three is begun; then all is taken back but that.
    finance = people["sotaichinh"]
    part = finance.first("/nhiem-vu?tu-khoa=" + urllib.parse.quote("trụ sở dôi dư"), r"/phan-viec/[0-9a-z]{16}")
    hrefs = re.findall(r"/nhiem-vu/[0-9a-z]{16}", page.text)
    begun = False
    for href in hrefs:
        duty = finance.get(href)
        found = re.search(r"/phan-viec/[0-9a-z]{16}", duty.text) if duty.status == 200 else None
        if found and not begun and "rà soát" in html.unescape(duty.text):
            begun = finance.post(found[0] + "/tiep-nhan").status == 303
    cases.check(begun, "one of them is received by its body", part)
    undo = boss.post(done.to + "/hoan-tac")
    page = boss.get(done.to)
    words = page.words()
    cases.check(undo.status == 303 and "Đã hoàn tác" in words and "rà soát" in words and
                "phòng chống rét" not in words, "all is taken back but what was worked on, which is named", words[-400:])
    cases.check(count(boss, "/nhiem-vu") == before + 1, "the two others are gone from the lists")
    cases.check(boss.post(done.to + "/hoan-tac").status == 422, "once")
    cases.check("Sẽ nhập 2 dòng" in boss.get(got.to).words(), "what was taken back may come in again")
    log = admin.get("/quan-tri/nhat-ky").words()
    cases.check("nhập từ Excel," in log and "hoàn tác lần nhập từ Excel," in log, "the log has both")


def set_right() -> None:
    got = send(boss, "/nhap-excel", ("lạ.csv", STRANGE))
    page = boss.get(got.to)
    words = page.words()
    cases.check("Không nhập bảng này" in words and "Không có dòng mới nào để nhập" in words,
                "a table that nobody knows is shown, and would not enter", words[-300:])
    at = got.to + "?" + urllib.parse.urlencode({"k1": "duties", "w1": "unknown"})
    page = boss.get(at)
    cases.check("Chọn cột có nội dung" in page.words() and 'name="c1-B"' in page.text,
                "as a list of duties it lacks its content", page.words()[-300:])
    ask = {"k1": "duties", "w1": "duties", "c1-A": "ordinal", "c1-B": "content", "c1-C": "lead", "c1-D": "due"}
    page = boss.get(got.to + "?" + urllib.parse.urlencode(ask))
    cases.check("Sẽ nhập 2 dòng" in page.words() and spec(page) == "1:duties:A=ordinal,B=content,C=lead,D=due",
                "with its columns set it has two rows", spec(page))
    twice = boss.get(got.to + "?" + urllib.parse.urlencode({**ask, "c1-C": "content"}))
    cases.check(twice.status == 422 and "Mỗi nội dung chỉ chọn cho một cột" in twice.words() and
                "Nhập 2 dòng" not in twice.words(), "one thing in two columns is refused", twice.words()[-300:])
    for bad in ("1:duties:B=content,C=content", "1:duties:C=lead", "1:duties:ZZZ=content", "9:x", "1:duties:B=name",
                "'; DROP TABLE duty;--", "1:duties:B=" + "x" * 5000):
        cases.check(boss.post(got.to, columns=bad).status == 422, f"columns that are none are refused: {bad[:40]}")
    done = boss.post(got.to, columns=spec(page))
    cases.check(done.status == 303 and "cầu treo" in boss.get(done.to).words(), "then it enters")
    cases.check(boss.post(done.to + "/hoan-tac").status == 303 and
                "Mọi dòng của lần nhập này đã được lấy lại" in boss.get(done.to).words(), "and goes again, whole")


ROUND = """STT,Nội dung nhiệm vụ,Cơ quan chủ trì,Thời hạn,Trạng thái
1,Kiểm kê cầu tạm qua suối,Sở Xây dựng,20/12/2026,Chưa thực hiện
2,Kiểm kê bến đò ngang,Sở Xây dựng,22/12/2026,Chưa thực hiện
"""
LATER = """STT,Nội dung nhiệm vụ,Cơ quan chủ trì,Thời hạn,Trạng thái
1,Kiểm kê cầu tạm qua suối,Sở Xây dựng,31/01/2027,Đang thực hiện
2,Kiểm kê bến đò ngang,Sở Xây dựng,22/12/2026,Chưa thực hiện
3,Kiểm kê cầu treo,Sở Xây dựng,25/12/2026,Chưa thực hiện
"""


def seen_before() -> None:
    """A list comes again a month later: what is new, the same, changed; a second one only when asked for."""
    enter(boss, send(boss, "/nhap-excel", ("t11.csv", ROUND)).to)
    before = count(boss, "/nhiem-vu")
    at = send(boss, "/nhap-excel", ("t12.csv", LATER)).to
    page = boss.get(at)
    words = re.sub(r"\s+", " ", page.words())
    wanted = ["Sẽ nhập 1 dòng", "Đã có từ trước 1 dòng", "Khác dòng đã có 1 dòng", "Nhập cả 1 dòng khác dòng đã có"]
    cases.check(all(w in words for w in wanted), "new, the same and changed are told apart",
                str([w for w in wanted if w not in words]))
    rows = re.findall(r'data-as="Đã có chưa">(.*?)</td>', page.text)
    found = [re.sub(r"<[^>]*>", "", x) for x in rows]
    cases.check(found == ["Khác dòng đã có", "Đã có", "Mới"], "row by row", str(found))
    hrefs = re.findall(r'href="(/nhiem-vu/[0-9a-z]{16})"', rows[0])
    cases.check(len(hrefs) == 1 and "cầu tạm" in boss.get(hrefs[0]).text, "with the duty that it differs from", rows[0])
    office.server.terminate()
    office.server.wait(timeout=60)
    office.server = office.start()
    done = boss.post(at, columns=spec(boss.get(at)))
    page = boss.get(done.to).words() if done.status == 303 else ""
    cases.check("Đã nhập 1 dòng" in page and "chưa nhập 1 dòng" in page and count(boss, "/nhiem-vu") == before + 1,
                "what was shown enters after the server was started again, and nothing twice", page[-500:])
    again = boss.get(at)
    cases.check("Không có dòng mới nào" in again.words(), "then only the changed one is left")
    done = boss.post(at, columns=spec(again), changed="1")
    cases.check(done.status == 303 and "Đã nhập 1 dòng" in boss.get(done.to).words() and
                count(boss, "/nhiem-vu") == before + 2, "which enters when its sender says so")
    log = admin.get("/quan-tri/nhat-ky").words()
    cases.check("gửi để xem trước bảng tính" in log, "the log says who sent one")


def other_lists() -> None:
    asked = clerk.get("/kien-nghi").words()
    got = send(clerk, "/nhap-excel", ("kn.csv", PETITIONS))
    done = enter(clerk, got.to)
    page = clerk.get(done.to).words() if done.to else ""
    cases.check("Đã nhập 2 dòng" in page and "kênh mương" in page, "petitions", page[-300:])
    cases.check("kênh mương" in clerk.get("/kien-nghi").words(), "stand in their list")
    cases.check(clerk.post(done.to + "/hoan-tac").status == 303 and
                "kênh mương" not in clerk.get("/kien-nghi").words(), "and are gone when they are taken back", asked[:1])
    got = send(admin, "/quan-tri/nhap-excel", ("cb.csv", PERSONS))
    cases.check(got.to.startswith("/quan-tri/nhap-excel/xem/"), "persons by the administrator", got.to)
    waiting = int(re.search(r"Cấp tài khoản cho (\d+) người", admin.get("/quan-tri").words())[1])
    done = enter(admin, got.to)
    now = int(re.search(r"Cấp tài khoản cho (\d+) người", admin.get("/quan-tri").words())[1])
    cases.check(done.status == 303 and now == waiting + 2, "two wait for accounts", f"{waiting} {now}")
    cases.check(admin.post(done.to + "/hoan-tac").status == 303 and
                re.search(r"Cấp tài khoản cho (\d+) người", admin.get("/quan-tri").words())[1] == str(waiting),
                "and are gone when they are taken back")
    done = enter(admin, got.to)
    made = admin.post("/quan-tri/cap-tai-khoan")
    cases.check(made.status == 200 and "ngo.thi.mau.don" in made.text, "who has an account by now", made.words()[-200:])
    admin.post(done.to + "/hoan-tac")
    page = admin.get(done.to).words()
    cases.check("Giữ nguyên" in page and "Ngô Thị Mẫu Đơn" in page, "stays, and is named", page[-300:])
    got = send(admin, "/quan-tri/nhap-excel", ("dv.csv", AGENCIES))
    done = enter(admin, got.to)
    page = admin.get(done.to).words() if done.to else ""
    cases.check("Trung tâm Mẫu" in page and "Đã có từ trước, cập nhật liên hệ" in page, "bodies", page[-300:])
    admin.post(done.to + "/hoan-tac")
    cases.check("Mọi dòng của lần nhập này đã được lấy lại" in admin.get(done.to).words() and
                "TTMAU" not in admin.get("/quan-tri/don-vi?loai=khac").text +
                admin.get("/quan-tri/don-vi?loai=co-quan").text, "a body that nothing names goes again")


def only_ones_own() -> None:
    got = send(boss, "/nhap-excel", ("dv.csv", AGENCIES))
    page = boss.get(got.to)
    cases.check("không nhập được ở đây" in page.words() and "Nhập 2 dòng" not in page.words(),
                "who edits brings in no bodies", page.words()[-200:])
    cases.check(boss.post(got.to, columns=spec(page)).status == 403, "by no form either")
    cases.check(boss.post(got.to, columns="").status == 403, "nor by leaving it to be recognised")
    got = send(admin, "/quan-tri/nhap-excel", ("việc.csv", DUTIES))
    cases.check("không nhập được ở đây" in admin.get(got.to).words(), "the administrator no duties")
    gone = got.to[:-64] + "0" * 64
    cases.check(admin.get(gone).status == 404 and "không còn trên máy chủ" in admin.get(gone).words(),
                "one that is not there says so")
    for login in ("lanhdao", "sotaichinh", "giamdoc", "xa", "theodoi", "chixem"):
        who = people[login]
        cases.check(send(who, "/nhap-excel", ("a.csv", DUTIES)).status == 403 and
                    who.get("/nhap-excel/xem/" + "0" * 64).status == 403 and
                    who.get("/nhap-excel/0000000000000000").status == 403, f"{login} brings in nothing")


def other_doors() -> None:
    """The upload of documents, scripts, many files, what is too large."""
    got = send(boss, "/van-ban", ("thêm việc.csv", DUTIES.replace("rét", "nóng")))
    cases.check(got.status == 303 and "/nhap-excel/xem/" in got.to,
                "a list among documents is shown first too", f"{got.status} {got.to}")
    got = send(boss, "/nhap-excel", ("a.csv", DUTIES), partial=True)
    cases.check(got.status == 200 and "/nhap-excel/xem/" in got.text and "Xem trước" in got.text, "a line for scripts")
    got = send(boss, "/nhap-excel", ("a.csv", DUTIES), ("b.csv", PETITIONS))
    cases.check(got.text.count("/nhap-excel/xem/") == 2, "two files, a line each")
    large = "STT,Nội dung nhiệm vụ,Cơ quan chủ trì,Thời hạn\n" + "1,Việc,Sở Y tế,1/12/2026\n" * 13000
    got = boss.get(send(boss, "/nhap-excel", ("lớn.csv", large)).to)
    cases.check(got.status == 422 and "Tách thành nhiều tệp" in got.words(), "too large says what to do",
                got.words()[-300:])
    got = boss.get(send(boss, "/nhap-excel", ("x.xlsx", "PK không phải")).to)
    cases.check(got.status == 422, "what is no sheet says so", got.words()[-200:])


for part in (shown_then_entered, set_right, seen_before, other_lists, only_ones_own, other_doors):
    part()
code = office.end()
cases.check(code == 0, "the server ends cleanly", f"exit {code}\n{office.said[-3000:]}")
cases.check("trụ sở" not in office.said, "no words of a sheet in the log")
sys.exit(cases.end())
