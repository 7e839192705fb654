#!/usr/bin/env python3
"""test_lists.py - the lists of documents and of periodic reports: their headings sort, they say how
many there are, pages follow each other, paper and sheets have the same rows in the same order;
the sheet of the report ends with its sum.

usage: test_lists.py PROGRAM ROOT
"""
import datetime
import html
import io
import re
import sys
import urllib.parse
import zipfile

from weblib import ROLES, Cases, Office, Person

cases = Cases()
office = Office(sys.argv[1])
people = {login: Person(office, login) for login in ROLES}
boss = people["vanthu"]
WRITTEN = 24


def cells(got) -> list[list[str]]:
    with zipfile.ZipFile(io.BytesIO(got.bytes)) as z:
        rows = re.findall(r"<row .*?</row>", z.read("xl/worksheets/sheet1.xml").decode(), re.S)
    return [[html.unescape(x) for x in re.findall(r"<t[^>]*>([^<]*)</t>", row)] for row in rows]


def figures(got) -> list[list[int]]:
    """The numbers of each row of a sheet."""
    with zipfile.ZipFile(io.BytesIO(got.bytes)) as z:
        rows = re.findall(r"<row .*?</row>", z.read("xl/worksheets/sheet1.xml").decode(), re.S)
    return [[int(x) for x in re.findall(r'<c r="[A-Z]+\d+"(?: s="\d+")?(?: t="n")?><v>(\d+)</v>', row)] for row in rows]


def count(page) -> int:
    found = re.search(r'class="soft count">([\d.]+) ', page.text)
    return int(found[1].replace(".", "")) if found else 0


def table(page) -> list[list[str]]:
    """The words of each cell, row by row."""
    if "<tbody>" not in page.text:
        return []
    body = page.text.split("<tbody>")[1].split("</tbody>")[0]
    rows = [re.findall(r"<td[^>]*>(.*?)</td>", row, re.S) for row in body.split("<tr>")[1:]]
    return [[html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", x))).strip() for x in row] for row in rows]


def head(page, words: str) -> tuple[str, str]:
    """How the table is sorted by a heading, and where the heading leads."""
    found = re.search(rf'<th(?: aria-sort="([a-z]*)")?><a href="([^"]*)">{words}</a></th>', page.text)
    return (found[1] or "", html.unescape(found[2])) if found else ("", "")


def day(words: str) -> datetime.date | None:
    found = re.fullmatch(r"(\d+)/(\d+)/(\d+)", words)
    return datetime.date(int(found[3]), int(found[2]), int(found[1])) if found else None


def number(words: str) -> tuple[str, int] | None:
    found = re.match(r"(\d+)(/[^ ]+)", words)
    return (found[2].lower().replace("đ", "d"), int(found[1])) if found else None


def sorted_well(keys: list, down: bool) -> bool:
    """In order, with those that say nothing last."""
    said = [k for k in keys if k is not None]
    return said == sorted(said, reverse=down) and None not in keys[:len(said)] and len(said) > 2


def headings(path: str, words: str, first: str, second: str) -> None:
    """A press sorts, a second one turns the order, a third leaves it."""
    order, to = head(boss.get(path), words)
    cases.check(order == "" and to.endswith("sap-xep=" + first), f"{path}: {words} sorts", to)
    order, to = head(boss.get(to), words)
    cases.check(order == ("descending" if first[0] == "-" else "ascending") and to.endswith("sap-xep=" + second),
                f"{words}: a second press turns it", f"{order} {to}")
    order, to = head(boss.get(to), words)
    cases.check(order and "sap-xep" not in to and table(boss.get(to)) == table(boss.get(path)),
                f"{words}: a third leaves it", f"{order} {to}")


def write_documents() -> None:
    for i in range(WRITTEN):
        body = urllib.parse.urlencode({"csrf": boss.token(), "title": f"Tờ trình thử số {i}", "direction": "out",
                                       "status": "issued"})
        got = boss.ask("POST", "/lap/van-ban", body, {"Content-Type": "application/x-www-form-urlencoded"})
        if got.status != 303:
            cases.check(False, "a document is written", got.words()[:300])


def documents() -> None:
    plain = boss.get("/van-ban?in=1")
    rows = table(plain)
    cases.check(count(plain) == len(rows) == WRITTEN + 6, "the list says how many there are", f"{count(plain)} {len(rows)}")
    cases.check("mới nhập xếp trước" in plain.text and "data-print" in plain.text and 'id="them"' not in plain.text,
                "paper has all of them, and nothing to upload")
    for asked, at, key in (("ngay", 2, day), ("so", 0, number)):
        for down in (False, True):
            page = boss.get(f"/van-ban?in=1&sap-xep={'-' if down else ''}{asked}")
            keys = [key(row[at]) for row in table(page)]
            cases.check(sorted_well(keys, down), f"in order by {asked}, down {down}", str(keys)[:500])
            cases.check(sorted(table(page)) == sorted(rows) and "mới nhập" not in page.text, "they are the same")
    by_body = [row[3] for row in table(boss.get("/van-ban?in=1&sap-xep=co-quan")) if row[3]]
    cases.check(len({b for a, b in zip(["", *by_body], by_body) if a != b}) ==
                sum(a != b for a, b in zip(["", *by_body], by_body)), "those of one body stand together", str(by_body))
    headings("/van-ban?", "Ngày ban hành", "-ngay", "ngay")
    headings("/van-ban?", "Số, ký hiệu", "so", "-so")
    cases.check(table(boss.get("/van-ban?in=1&sap-xep=khong-co")) == rows, "an unknown heading changes nothing")
    found = re.findall(r"<th>([^<]*)</th>", plain.text)
    cases.check(found == ["Trích yếu", "Trạng thái"], "two headings do not sort", str(found))


def pages_of_documents() -> None:
    for order in ("", "sap-xep=so", "sap-xep=-ngay"):
        first, second = boss.get(f"/van-ban?{order}"), boss.get(f"/van-ban?{order}&trang=2")
        pubs = [re.findall(r'<td class="nowrap"><a href="/van-ban/(\w+)', x.text) for x in (first, second)]
        cases.check(len(pubs[0]) == 25 and len(pubs[1]) == WRITTEN + 6 - 25 and not set(pubs[0]) & set(pubs[1]),
                    f"two pages ({order})", str([len(x) for x in pubs]))
        cases.check("Trang 1/2" in first.text and "Trang 2/2" in second.text and
                    html.unescape(re.search(r'href="([^"]*trang=2)"', first.text)[1]).count(order or "/van-ban?") == 1,
                    "which are counted, and keep the order")
    page = boss.get("/van-ban?sap-xep=-ngay&tu=01/11/2026").text
    cases.check('name="sap-xep" value="-ngay"' in page and "/van-ban/tai-excel?tu=01%2F11%2F2026&amp;sap-xep=-ngay" in page,
                "filters and the sheet keep the order")
    listed = [row[0].split("  ")[0].split(" ")[0] for row in table(boss.get("/van-ban?in=1&sap-xep=-ngay"))]
    sheet = cells(boss.get("/van-ban/tai-excel?sap-xep=-ngay"))
    cases.check([row[0].split(" ")[0] for row in sheet[1:]] == listed, "the sheet is in the same order",
                f"{sheet[1:4]} {listed[:4]}")
    for login, who in people.items():
        page = who.get("/van-ban?in=1&sap-xep=so")
        cases.check(page.status == 200 and count(page) == len(table(page)), f"{login}: as many as it says",
                    f"{count(page)} {len(table(page))}")
    own = people["xa"].get("/van-ban?in=1")
    cases.check(0 < count(own) < WRITTEN, "a commune counts its own", str(count(own)))
    cases.check(count(boss.get("/van-ban?loc=cho-ra-soat")) == 1, "a tab is counted by itself")


def periodics() -> None:
    plain = boss.get("/bao-cao-dinh-ky?in=1")
    rows = table(plain)
    cases.check(count(plain) == len(rows) > 40, "periodic reports are counted, paper has all", f"{count(plain)} {len(rows)}")
    first = boss.get("/bao-cao-dinh-ky")
    cases.check(len(table(first)) == 40 and "Trang 1/2" in first.text, "a screen has a page of them")
    page = boss.get("/bao-cao-dinh-ky?in=1&sap-xep=ngay")
    days = [day(row[3].split(",")[0]) for row in table(page)]
    cases.check(sorted_well(days, False) and sorted(table(page)) == sorted(rows), "by their next day", str(days[:5]))
    headings("/bao-cao-dinh-ky?", "Các kỳ sắp tới", "ngay", "-ngay")
    headings("/bao-cao-dinh-ky?", "Cơ quan phải báo cáo", "co-quan", "-co-quan")
    sheet = cells(boss.get("/bao-cao-dinh-ky/tai-excel?sap-xep=co-quan"))
    listed = [row[1] for row in table(boss.get("/bao-cao-dinh-ky?in=1&sap-xep=co-quan"))]
    cases.check([row[1] for row in sheet[1:]] == listed and "Kỳ hạn" in sheet[0], "the sheet has all, in the same order",
                f"{len(sheet)} {sheet[:2]}")
    one = boss.get("/bao-cao-dinh-ky?don-vi=XA-05977&sap-xep=ky")
    body = {row[1] for row in table(one)}
    cases.check(len(body) == 1 and count(one) == len(table(one)) and 'selected>' in one.text and
                'name="sap-xep" value="ky"' in one.text, "of one body", str(body))
    cases.check(len(cells(boss.get("/bao-cao-dinh-ky/tai-excel?don-vi=XA-05977"))) == count(one) + 1, "its sheet")
    own = people["xa"].get("/bao-cao-dinh-ky")
    cases.check({row[1] for row in table(own)} == body and 'name="don-vi"' not in own.text and
                "/lap/bao-cao-dinh-ky" not in own.text, "a commune has its own, and chooses none", str(table(own))[:300])
    cases.check(len(cells(people["xa"].get("/bao-cao-dinh-ky/tai-excel"))) == count(own) + 1, "its sheet has no more")
    empty = boss.get("/bao-cao-dinh-ky?don-vi=SYT")
    cases.check("Bỏ lọc" in empty.text and not table(empty), "a body without any is told so")


def petitions() -> None:
    path = "/kien-nghi?loc=tat-ca"
    rows = table(boss.get(path))
    cases.check(len(rows) > 5 and sorted_well([day(row[3].split(" ")[0]) for row in rows], False), "petitions by their limit")
    headings(path, "Thời hạn", "-han", "han")
    headings(path, "Cơ quan trả lời", "tra-loi", "-tra-loi")
    headings(path, "Đơn vị kiến nghị", "don-vi", "-don-vi")
    latest = table(boss.get(path + "&sap-xep=-han"))
    cases.check(sorted_well([day(row[3].split(" ")[0]) for row in latest], True) and sorted(latest) == sorted(rows), "the latest first")
    by_body = [row[2] for row in table(boss.get(path + "&sap-xep=tra-loi"))]
    cases.check(len(set(by_body)) == sum(a != b for a, b in zip(["", *by_body], by_body)), "by who answers", str(by_body))
    page = boss.get("/kien-nghi?loc=tat-ca&co-quan=SNV&sap-xep=-han").text
    cases.check('name="sap-xep" value="-han"' in page and page.count("co-quan=SNV&amp;sap-xep=-han") >= 5, "tabs, sheet and paper keep the order")
    sheet = [row[0] for row in cells(boss.get("/kien-nghi/tai-excel?loc=tat-ca&sap-xep=-han"))[1:]]
    cases.check(sheet == [row[0].split("  ")[0].split(" Trả lời: ")[0] for row in latest], "its sheet too", f"{sheet[:3]} {latest[:3]}")


def report() -> None:
    for kind in ("", "lanh-dao", "linh-vuc"):
        got = boss.get("/bao-cao/tai-excel?theo=" + kind)
        rows = figures(got)
        sums = [sum(row[1 + k] for row in rows[1:-1]) for k in range(5)]
        cases.check(cells(got)[-1][0] == "Tổng cộng" and rows[-1] == sums and sum(sums) > 0,
                    f"the sheet of the report ({kind}) ends with its sum", f"{rows[-1]} {sums}")


def hits(page) -> list[str]:
    return re.findall(r'class="item" href="/van-ban/(\w+)"', page.text)


def on_paper() -> None:
    """What is printed is the whole list, and the way back leads to the same part of it."""
    for path in ("/van-ban?loai=conclusion", "/nhiem-vu?don-vi=STC", "/bao-cao-dinh-ky?don-vi=XA-05977", "/cuoc-hop?loc=da-qua",
                 "/kien-nghi?loc=tat-ca", "/cuoc-hop", "/kien-nghi"):
        page = boss.get(path)
        to = html.unescape(re.search(r'<a class="button" href="([^"]*in=1)">In</a>', page.text)[1])
        whole = boss.get(to)
        back = re.search(r'<a class="button" href="([^"]*)">Đóng</a>', whole.text)
        cases.check(back and "data-print" in whole.text and "data-print" not in page.text, f"{path}: paper by way of {to}")
        parts = lambda text: [x for x in ("loai=", "don-vi=", "loc=da-qua", "loc=tat-ca") if x in text]
        cases.check(parts(html.unescape(back[1])) == parts(path) == parts(to) and boss.get(html.unescape(back[1])).status == 200,
                    "and back to the same", back[1])
    for login, sheet in (("vanthu", True), ("quantri", False)):
        page = people[login].get("/co-quan").text
        cases.check(("/bao-cao/tai-excel" in page) == sheet and "data-print" in page, f"{login}: bodies are printed, as a sheet {sheet}")


def search() -> None:
    """More than a page of hits is told, and leads on."""
    first = boss.get("/tim?q=%22to+trinh+thu%22")
    cases.check(len(hits(first)) == WRITTEN == int(re.search(r"(\d+) văn bản có", first.text)[1]) and "trang=2" not in first.text,
                "a page that holds all hits leads nowhere", str(len(hits(first))))
    for i in range(40):
        boss.post("/lap/van-ban", title=f"Phiếu báo thử {i}", direction="out", status="issued")
    first, second = boss.get("/tim?q=phieu+bao+thu&tu=01/01/2020"), boss.get("/tim?q=phieu+bao+thu&trang=2")
    onward = html.unescape(re.search(r'href="([^"]*trang=2)"', first.text)[1])
    cases.check(len(hits(first)) == 30 and "Hơn 30 văn bản" in first.text and "tu=01%2F01%2F2020" in onward and
                "q=phieu%20bao%20thu" in onward, "more than a page of hits is told", onward)
    cases.check(len(hits(second)) == 10 and not set(hits(first)) & set(hits(second)) and "40 văn bản" in second.text,
                "the second page has the others", str(len(hits(second))))
    got = boss.get("/tim?q=thu&tu=32/1/2026")
    cases.check(got.status == 422 and "Chưa tìm được" in got.text and "Chưa lưu" not in got.text, "a bad day saves nothing, says so")


write_documents()
documents()
pages_of_documents()
periodics()
petitions()
report()
on_paper()
search()
code = office.end()
cases.check(code == 0, "the server ends cleanly", f"exit {code}\n{office.said[-3000:]}")
sys.exit(cases.end())
