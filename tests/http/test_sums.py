#!/usr/bin/env python3
"""test_sums.py - every number opens its list, and the list has as many: on the desks of all roles,
the report by agency, leader and field, with a period and without, and the pages of agencies.

usage: test_sums.py PROGRAM ROOT
"""
import html
import re
import sys

from weblib import ROLES, Cases, Office, Person

cases = Cases()
office = Office(sys.argv[1])
people = {login: Person(office, login) for login in ROLES}
NUMBER = re.compile(r'<a(?: class="figure[^"]*")? href="(/nhiem-vu\?[^"]*)">(?:<b>)?(\d+)(?:</b>|</a>)')


def listed(who: Person, path: str) -> int:
    """As many as it says it has; -1 when it shows none of them."""
    page = who.get(path).text
    found = re.search(r'class="soft count">(\d+) ', page)
    shows = 'class="plain" href="/phan-viec/' in page or "gop=1" in path
    return int(found[1]) if found and shows == (found[1] != "0") else -1


def numbers(page) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for href, n in NUMBER.findall(page.text):
        found.setdefault(html.unescape(href), set()).add(int(n))
    return found


def walk(login: str, path: str, least: int) -> None:
    who = people[login]
    found = numbers(who.get(path))
    wrong = [f"{href}: {sorted(shown)}, the list has {n}" for href, shown in found.items()
             if {n := listed(who, href)} != shown]
    cases.check(not wrong and len(found) >= least, f"{login} {path}: {len(found)} numbers are their lists'",
                "; ".join(wrong[:4]) or f"{len(found)} numbers")


def some_work() -> None:
    """What is done in time and late is there; one is suspended, one has a leader with a longer name."""
    boss = people["chuyenvien"]
    late = boss.first("/nhiem-vu?loc=qua-han", r"/phan-viec/[0-9a-z]{16}")
    cases.check(boss.post(late + "/tam-dung", reason="Chờ ý kiến").status == 303, "an overdue one is suspended")
    for leader, field in (("Vi Đức Thuận", "Y tế"), ("Vi Đức Thuận An", "Y tế, dân số")):
        got = boss.post("/nhiem-vu/them", action=f"Việc thử của {leader}", lead="SYT", until="30/12/2026",
                        assigner=leader, field=field, kind="note", basis="Bút phê")
        cases.check(got.status == 303, f"a duty of {leader}", str(got.status))


some_work()
for login in ROLES:
    walk(login, "/", 0 if login in ("quantri",) else 3)
for login in ("vanthu", "chuyenvien", "truongphong", "lanhdaovp", "lanhdao", "chixem"):
    for kind in ("", "lanh-dao", "linh-vuc"):
        walk(login, f"/bao-cao?theo={kind}", 5)
for period in ("tu=01/11/2026&den=30/11/2026", "tu=20/11/2026&den=", "tu=&den=10/12/2026"):
    for kind in ("", "lanh-dao", "linh-vuc"):
        walk("chuyenvien", f"/bao-cao?theo={kind}&{period}", 4)
for code in ("STC", "SNV", "SYT", "XA-05977"):
    walk("chuyenvien", f"/co-quan/{code}", 3)
walk("sotaichinh", "/co-quan/STC", 3)
walk("chuyenvien", "/co-quan", 5)
page = people["chuyenvien"].get("/bao-cao").text
done, late = (re.search(rf'href="(/nhiem-vu\?loc={loc})"', page) for loc in ("dung-han", "xong-qua-han"))
cases.check(done is not None and late is not None, "done in time and done late are two lists")


def column(who: Person, path: str, at: int) -> list[str]:
    """The words of one column of the table of figures, row by row."""
    body = who.get(path).text.split('class="sums sortable"')[1].split("<tbody>")[1].split("</tbody>")[0]
    cells = [re.findall(r"<td[^>]*>(.*?)</td>", row, re.S) for row in body.split("<tr>")[1:]]
    return [re.sub(r"<[^>]*>", "", row[at]).strip() for row in cells]


def in_order(login: str, path: str) -> None:
    """A heading sorts; a second press turns the order, a third leaves it; equal rows stay."""
    who = people[login]
    first = column(who, path, 0)
    page = who.get(path).text
    cases.check("aria-sort" not in page, f"{path}: nothing is sorted at first")
    href = html.unescape(re.search(r'<a href="([^"]*sap-xep=-qua-han#bang)">Quá hạn</a>', page)[1]).split("#")[0]
    page = who.get(href).text
    late, names = [int(x) for x in column(who, href, 5)], column(who, href, 0)
    cases.check(late == sorted(late, reverse=True) and late[0] > late[-1], f"{href}: the most first", str(late[:8]))
    cases.check('<th aria-sort="descending"><a' in page, "and the heading says so")
    same = [n for n, x in zip(names, late) if x == 0]
    cases.check(same == [n for n in first if n in set(same)] and sorted(names) == sorted(first), "equal rows stay as they were")
    turned = html.unescape(re.search(r'aria-sort="descending"><a href="([^"#]*)#bang">', page)[1])
    late = [int(x) for x in column(who, turned, 5)]
    page = who.get(turned).text
    cases.check(late == sorted(late) and 'aria-sort="ascending"' in page, f"{turned}: turned", str(late[-8:]))
    left = html.unescape(re.search(r'aria-sort="ascending"><a href="([^"#]*)#bang">', page)[1])
    cases.check(column(who, left, 0) == first, f"{left}: left", left)
    names = column(who, href.replace("-qua-han", "ten"), 0)
    cases.check(names != first and sorted(names) == sorted(first), "by name")
    cases.check(column(who, href.replace("-qua-han", "khong-co"), 0) == first, "an unknown column changes nothing")


for path in ("/bao-cao", "/bao-cao?theo=linh-vuc", "/co-quan"):
    in_order("chuyenvien", path)
page = people["chuyenvien"].get("/bao-cao?theo=lanh-dao&sap-xep=-dung-han").text
cases.check("/bao-cao/tai-excel?theo=lanh-dao&amp;tu=&amp;den=&amp;sap-xep=-dung-han" in page and
            'name="sap-xep" value="-dung-han"' in page, "the sheet and the period keep the order")
rates = [x for x in column(people["chuyenvien"], "/bao-cao?sap-xep=-ty-le", 7)]
filled = [int(x[:-1]) for x in rates if x]
cases.check(filled == sorted(filled, reverse=True) and "" not in rates[:len(filled)],
            "rates, with those that have none last", str(rates))
code = office.end()
cases.check(code == 0, "the server ends cleanly", f"exit {code}\n{office.said[-3000:]}")
sys.exit(cases.end())
