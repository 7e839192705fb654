#!/usr/bin/env python3
"""test_walk.py - one duty from its document to confirmed, as the pages themselves lead.

Nothing is known but what stands on a page: each step is found by its words, and each page
says who does what next, to whoever reads it. usage: test_walk.py PROGRAM ROOT
"""
import datetime
import html
import io
import re
import sys
import urllib.parse
import zipfile

from weblib import Cases, Office, Person


def section(page: str, heading: str) -> str:
    """The part of a page under this heading, up to the next."""
    found = re.search(rf"<h2>(?:<a [^>]*>)?{re.escape(heading)}.*?(?=<h2>|</main>)", page, re.S)
    return found[0] if found else ""


def press(person: Person, page: str, words: str, **fields):
    """Send the form whose button has these words."""
    for form in re.findall(r"<form method=\"post\".*?</form>", page, re.S):
        buttons = [html.unescape(x) for x in re.findall(r"<button[^>]*>([^<]*)</button>", form)]
        if any(x.startswith(words) for x in buttons):
            action = html.unescape(re.search(r'action="([^"]+)"', form)[1])
            hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))
            hidden.pop("csrf", None)
            return person.post(action, **{**hidden, **fields})
    return None


def next_step(person: Person, part: str) -> str:
    """What the page says of the next step."""
    found = re.search(r'acts-card">\s*<h2>[^<]*</h2>\s*<p class="full">([^<]*)', person.get(part).text)
    return html.unescape(found[1]) if found else ""


def accept(cases: Cases, office: Person) -> str:
    waiting = section(office.get("/").text, "Chờ rà soát")
    review = re.search(r"/van-ban/[a-z0-9]{16}/ra-soat", waiting)
    cases.check(review is not None, "the desk of the specialist leads to the review")
    page = office.get(review[0]).text
    cases.check("Cần xem lại" in page and "Đọc chắc chắn" in page, "doubtful ones above, sure ones below")
    done = press(office, page, "Chấp nhận ")
    cases.check(done is not None and done.status == 303, "the sure ones are accepted together")
    for _ in range(40):
        page = office.get(review[0]).text
        if press(office, section(page, "Cần xem lại"), "Đưa vào theo dõi") is None:
            break
    if "Đưa vào lịch" in page:
        press(office, page, "Đưa vào lịch")
        page = office.get(review[0]).text
    cases.check("Đã rà soát xong văn bản này." in page, "the review says that it is done")
    onward = re.search(r'href="(/nhiem-vu\?van-ban=[^"]+)"', page)
    rows = office.get(html.unescape(onward[1]) + "&in=1").text if onward else ""
    cases.check("/phan-viec/" in rows, "and leads to what is now followed")
    return rows


def work(cases: Cases, office: Person, commune: Person, given: str) -> None:
    fresh = section(commune.get("/").text, "Mới giao, chờ đơn vị tiếp nhận")
    parts = [x for x in re.findall(r"/phan-viec/[a-z0-9]{16}", fresh) if x in given]
    cases.check(bool(parts), "the commune finds what it was given on its desk")
    part = parts[0]
    cases.check("tiếp nhận" in next_step(office, part) and "Ủy ban nhân dân" in next_step(office, part),
                "the specialist reads whom it waits for", next_step(office, part))
    cases.check(next_step(commune, part).startswith("Bấm Tiếp nhận"), "the commune reads what to press")
    press(commune, commune.get(part).text, "Tiếp nhận")
    cases.check("Báo cáo hoàn thành" in next_step(commune, part), "then what comes after it")
    press(commune, commune.get(part).text, "Báo cáo hoàn thành", note="Văn bản 12/BC-UBND")
    cases.check("đang chờ xác nhận" in next_step(commune, part), "reported: the commune waits",
                next_step(commune, part))
    desk = section(office.get("/").text, "Chờ xác nhận hoàn thành")
    cases.check(part in desk, "it stands on the desk of the specialist")
    cases.check("xác nhận hoặc yêu cầu bổ sung" in next_step(office, part), "who reads what to do")
    press(office, office.get(part).text, "Yêu cầu bổ sung", reason="Gửi kèm biểu số liệu")
    cases.check(part in section(commune.get("/").text, "Văn phòng yêu cầu bổ sung"),
                "returned: it stands on the desk of the commune")
    cases.check(next_step(commune, part).startswith("Bổ sung") and
                "Cần bổ sung:</b> Gửi kèm biểu số liệu" in section(commune.get(part).text, "Việc cần làm"),
                "which reads what to do, and what is missing, where it is done")
    press(commune, commune.get(part).text, "Báo cáo hoàn thành", note="Đã gửi kèm biểu")
    press(office, office.get(part).text, "Xác nhận hoàn thành")
    for who in (office, commune):
        cases.check("không còn việc phải làm" in next_step(who, part), "confirmed: nothing is left to do")
    cases.check('<a href="/nhiem-vu">Còn ' in commune.get(part).text, "here; what else there is, is told")


def ask_time(cases: Cases, office: Person, commune: Person, boss: Person) -> None:
    fresh = section(commune.get("/").text, "Mới giao, chờ đơn vị tiếp nhận")
    part = [x for x in re.findall(r"/phan-viec/[a-z0-9]{16}", fresh)][0]
    wrong = press(commune, commune.get(part).text, "Gửi đề nghị", until="32/13/2026", reason="x")
    cases.check(wrong is not None and wrong.status == 422 and "quay lại, sửa rồi gửi lại" in wrong.words(),
                "a day that does not exist is refused, and the way back is told")
    press(commune, commune.get(part).text, "Gửi đề nghị", until="31/12/2026", reason="Chờ số liệu")
    cases.check("đang chờ lãnh đạo" in next_step(office, part), "who may not answer reads who does",
                next_step(office, part))
    cases.check("trả lời ở mục Đề nghị" in next_step(boss, part), "who may reads where")
    cases.check(next_step(commune, part) != "", "and the commune is told too")
    cases.check(press(boss, boss.get(part).text, "Lưu", until="31/1/2027", reason="x") is None,
                "while that waits nothing else is granted")
    boss.post(part + "/khong-dong-y", kind="extend", words="Chưa đủ căn cứ")
    got = press(boss, boss.get(part).text, "Lưu", until="20/1/2027", reason="Thiên tai", letter="45/UBND-VP")
    words = commune.get(part).words()
    cases.check(got is not None and got.status == 303 and "20/01/2027" in words and "45/UBND-VP" in words,
                "what was asked for on paper is granted at once, and stands with its letter", words[-1500:])
    cases.check(press(office, office.get(part).text, "Lưu", until="31/1/2027", reason="x") is None and
                office.post(part + "/dat-han", until="31/1/2027", reason="x").status == 403, "by who may grant")
    dateless = re.search(r"/phan-viec/[a-z0-9]{16}", boss.get("/nhiem-vu?loc=khong-han").text.split("<tbody>")[1])[0]
    page = boss.get(dateless).text
    got = press(boss, page, "Lưu", until="15/12/2026", reason="Chốt tại giao ban")
    cases.check("Đặt thời hạn" in page and got is not None and got.status == 303 and
                "15/12/2026" in boss.get(dateless).words(), "a duty without a limit is given one")


def documents(cases: Cases, office: Person, commune: Person) -> None:
    waiting = office.get("/van-ban?loc=cho-ra-soat").text.count('data-as="Trích yếu"')
    reviewed = office.get("/van-ban?loc=da-ra-soat").text.count('data-as="Trích yếu"')
    both = office.get("/van-ban").text.count('data-as="Trích yếu"')
    cases.check(waiting > 0 and waiting + reviewed == both, "documents waiting and reviewed are all of them",
                f"{waiting} {reviewed} {both}")
    cases.check("đề xuất" not in commune.get("/van-ban").words(), "what a review holds is the Office's")
    later = office.get("/van-ban?tu=16/11/2026").text
    cases.check(0 < later.count('data-as="Trích yếu"') < both and 'name="tu" value="16/11/2026"' in later and
                "tai-excel?tu=16%2F11%2F2026" in later, "days narrow the list, its sheet, and stay")
    found = re.search(r'value="([A-Z-]+)">[^<]*</option>', office.get("/van-ban").text.split('name="don-vi"')[1])
    cases.check(found is not None, "bodies that issued something can be chosen")
    hits = len(re.findall(r'class="snippet"', office.get("/tim?q=bao+cao").text))
    fewer = len(re.findall(r'class="snippet"', office.get("/tim?q=bao+cao&tu=16/11/2026").text))
    cases.check(0 < fewer < hits, "search is narrowed by the same days", f"{fewer} {hits}")


def sheet(cases: Cases, office: Person) -> None:
    with zipfile.ZipFile(io.BytesIO(office.get("/nhiem-vu/tai-excel").bytes)) as z:
        rows, styles = (z.read(x).decode() for x in ("xl/worksheets/sheet1.xml", "xl/styles.xml"))
    cell = re.search(r'<c r="E\d+" s="\d+"><v>(4[56]\d{3})(\.\d+)?</v>', rows)
    cases.check(cell is not None and "dd/mm/yyyy" in styles, "a limit in a sheet is a date")
    cases.check("<autoFilter " in rows and 'state="frozen"' in rows, "its heads stay and filter")
    with zipfile.ZipFile(io.BytesIO(office.get("/nhiem-vu/tai-excel").bytes)) as z:
        book = z.read("xl/workbook.xml").decode()
    area = re.search(r'_xlnm.Print_Area[^>]*>[^<]*!\$A\$1:\$([A-Z])\$(\d+)<', book)
    letters = [float(w) for w in re.findall(r'<col min="\d+" max="\d+" width="([\d.]+)"', rows)][:8]
    points = 0.7 * 13 * (11.69 - 0.8) * 96 / sum(7 * w for w in letters) # where wide fonts alone are at hand
    cases.check(area is not None and area[1] == "H" and int(area[2]) == rows.count("<row "),
                "of thirteen columns paper shows the first eight, of all rows", book[-600:])
    cases.check(len(letters) == 8 and points >= 8, "which are printed at 8 points or more", f"{points:.1f} points, {letters}")
    cases.check('orientation="landscape"' in rows and "tệp Excel có đủ các cột" in rows, "on its side, and says so")
    cases.check("<oddHeader>" in rows and "&amp;A" in rows.split("<oddHeader>")[1].split("<")[0], "paper says what list it is")
    high = re.findall(r'<row r="\d+"[^>]* ht="(\d+)" customHeight="1"', rows)
    cases.check(bool(high) and all(int(x) % 17 == 0 for x in high), "a row is as high as its words", str(high[:5]))


def meetings(cases: Cases, office: Person, commune: Person) -> None:
    """The list of meetings and the answers to one as sheets; who is silent stands first."""
    got = office.get("/cuoc-hop/tai-excel")
    cases.check(got.bytes[:2] == b"PK", "the meetings as a sheet")
    shown = office.get("/cuoc-hop").text
    days = re.findall(r'class="weekday">([^<]*)<[^0-9]*(\d+)/(\d+)/(\d+)', shown)
    names = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"]
    cases.check(bool(days) and all(name == names[datetime.date(int(y), int(m), int(d)).weekday()] for name, d, m, y in days),
                "each with its day of the week", str(days))
    cases.check(commune.get("/cuoc-hop/tai-excel").bytes[:2] == b"PK", "those of a commune too")
    at = [x for x in re.findall(r"/cuoc-hop/[a-z0-9]{16}", office.get("/cuoc-hop").text)
          if "Xã, phường:" in office.get(x).text][0]
    commune.post(at + "/tra-loi", answer="substitute", person="Lò Văn Thay")
    page = office.get(at)
    order = re.findall(r'class="cell r-(\w+)"', page.text.split("Xã, phường:")[1])
    rank = [["silent", "absent", "substitute", "attending"].index(x) for x in order]
    cases.check("substitute" in order and rank == sorted(rank), "who has not answered stands first", str(order[:9]))
    with zipfile.ZipFile(io.BytesIO(office.get(at + "/tai-excel").bytes)) as z:
        words = z.read("xl/sharedStrings.xml").decode() if "xl/sharedStrings.xml" in z.namelist() else \
            z.read("xl/worksheets/sheet1.xml").decode()
    cases.check("Lò Văn Thay" in words and "Chưa trả lời" in words, "the answers as a sheet")
    cases.check(commune.get(at + "/tai-excel").status == 404, "which is the Office's")


def changes(cases: Cases, office: Person, commune: Person, other: Person) -> None:
    """What happened since yesterday: all of it, of one kind, of one body, by one person."""
    cases.check('href="/thay-doi"' in office.get("/").text, "the desk leads to all that changed")

    def parts(who: Person, ask: str) -> list[str]:
        return re.findall(r"/phan-viec/[a-z0-9]{16}", who.get("/thay-doi?" + ask).text)

    every, confirmed = parts(office, ""), parts(office, "loai=confirm")
    part = confirmed[0]
    cases.check(0 < len(confirmed) < len(every) and part in every, "of one kind", f"{len(confirmed)} {len(every)}")
    words = office.get("/thay-doi?loai=return").words()
    cases.check("Gửi kèm biểu số liệu" in words, "with what was said", words[-600:])
    mine = parts(commune, "")
    cases.check(part in mine and set(mine) < set(every), "a body sees what happened to its own")
    cases.check(part not in parts(other, ""), "and another does not")
    cases.check(part in parts(office, "don-vi=XA-05977") and part not in parts(office, "don-vi=STC"), "of one body")
    who = urllib.parse.quote(re.search(r'<select name="nguoi">.*?value="([^"]+)"', office.get("/thay-doi").text.replace(
        '<option value="">Tất cả</option>', ""), re.S)[1])
    cases.check(0 < len(parts(office, "nguoi=" + who)) <= len(every), "by one person")
    cases.check(parts(office, "den=01/01/2020") == [] and office.get("/thay-doi?tu=32/13/2026").status == 422,
                "of some days; a day that is none is refused")
    cases.check(office.get("/thay-doi/tai-excel?loai=confirm").bytes[:2] == b"PK", "as a sheet")


def by_number(cases: Cases, office: Person) -> None:
    """A form takes a document by what a person calls it."""
    rows = re.findall(r'/van-ban/([a-z0-9]{16})">([^<]+/[^<]+)</a>', office.get("/van-ban").text)
    pub, number = rows[0]
    cases.check(f'<option value="{number}">' in office.get("/lap/kien-nghi").text, "a form offers documents")
    for words, wanted in (("Đề nghị thứ nhất", number), ("Đề nghị thứ hai", pub)):
        sent = office.post("/lap/kien-nghi", words=words, petitioner="STC", owner="SNV", state="open",
                           document=wanted, seen="0")
        page = office.get(sent.to) if sent.status == 303 else sent
        cases.check(f'href="/van-ban/{pub}"' in page.text, f"by {wanted}: it is that one", page.words()[:300])
    edit = re.search(r"/sua/kien-nghi/[a-z0-9]{16}", page.text)
    cases.check(edit is not None and f'value="{html.escape(number)}"' in office.get(edit[0]).text,
                "and its number is what the form shows")
    wrong = office.post("/lap/kien-nghi", words="x", petitioner="STC", state="open", document="999/ABC", seen="0")
    cases.check(wrong.status != 303 and "Không có mục này" in wrong.words(), "a number that nothing has is refused")


def main() -> int:
    cases = Cases()
    office = Office(sys.argv[1])
    boss, commune = Person(office, "chuyenvien"), Person(office, "xa")
    documents(cases, boss, commune)
    given = accept(cases, boss)
    work(cases, boss, commune, given)
    ask_time(cases, boss, commune, Person(office, "lanhdaovp"))
    changes(cases, boss, commune, Person(office, "sotaichinh"))
    sheet(cases, boss)
    meetings(cases, boss, commune)
    by_number(cases, boss)
    office.end()
    return cases.end()


if __name__ == "__main__":
    sys.exit(main())
