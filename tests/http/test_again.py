#!/usr/bin/env python3
"""test_again.py - the desk that is given again: never an old one, never somebody else's.

Two servers on one register and the command line besides: what one of them writes, the next
request to the other shows. Every role asks in turn, packed and plain, and gets its own page.
usage: test_again.py PROGRAM ROOT
"""
import gzip
import re
import sys
import threading

from weblib import ROLES, TODAY, Cases, Office, Person, free_port

program = sys.argv[1]
cases = Cases()
office = Office(program)


class Beside:
    """Another server on the same register."""

    def __init__(self):
        self.port = free_port()


def on(server, who: Person) -> Person:
    """The same session, at another server."""
    other = Person(server)
    other.cookie = who.cookie
    return other


def figures(page: str) -> list[str]:
    return re.findall(r'<a class="figure[^>]*><b>(\d+)</b>', page)


def csrf_of(page: str) -> str:
    found = re.search(r'name="csrf" value="([0-9a-f]+)"', page)
    return found[1] if found else ""


def everybody_gets_his_own(people: dict[str, Person]) -> None:
    names = {login: re.search(r'class="person"><b>([^<]+)</b><small>([^<]+)<', p.get("/tai-khoan").text)[0]
             for login, p in people.items()}
    tokens = {login: csrf_of(p.get("/tai-khoan").text) for login, p in people.items()}
    first = {login: p.get("/").text for login, p in people.items()}
    wrong = []
    for turn in range(3):
        for login, p in people.items():
            for packed in (False, True):
                got = p.get("/", **({"Accept-Encoding": "gzip"} if packed else {}))
                text = gzip.decompress(got.bytes).decode() if packed else got.text
                if (got.headers.get("content-encoding") == "gzip") != packed or text != first[login]:
                    wrong.append(f"{login}: another page")
                if names[login] not in text or csrf_of(text) != tokens[login]:
                    wrong.append(f"{login}: not his page")
                if any(tokens[o] in text for o in people if o != login):
                    wrong.append(f"{login}: a token of somebody else")
                if "no-store" not in got.headers.get("cache-control", "") or "default-src 'none'" not in got.headers.get(
                        "content-security-policy", ""):
                    wrong.append(f"{login}: headers")
    cases.check(not wrong, f"{len(people)} roles in turn, packed and plain: each its own desk", "; ".join(wrong[:6]))
    cases.check(len(set(tokens.values())) == len(people), "every session has a token of its own")


def at_once(people: dict[str, Person]) -> None:
    """All roles at the same time, while somebody writes."""
    wrong, over = [], threading.Event()
    tokens = {login: csrf_of(p.get("/tai-khoan").text) for login, p in people.items()}

    def ask(login: str) -> None:
        mine = on(office, people[login])
        while not over.is_set():
            got = mine.get("/")
            if got.status != 200 or csrf_of(got.text) != tokens[login]:
                wrong.append(f"{login}: {got.status}")

    threads = [threading.Thread(target=ask, args=(login,)) for login in people]
    for t in threads:
        t.start()
    boss = people["chuyenvien"]
    row, csrf = boss.first("/nhiem-vu", r"/phan-viec/[a-z0-9_-]{16}"), tokens["chuyenvien"]
    for _ in range(20):
        boss.post(row + "/y-kien", csrf, words="ghi chú")
    over.set()
    for t in threads:
        t.join(timeout=60)
    cases.check(not wrong, "all at once while somebody writes: each its own desk", "; ".join(wrong[:6]))


def what_is_written_shows(people: dict[str, Person], beside: Beside) -> None:
    boss, commune = people["chuyenvien"], people["xa"]
    far_boss, far_commune = on(beside, boss), on(beside, commune)
    row = commune.first("/nhiem-vu", r"/phan-viec/[a-z0-9_-]{16}")
    wrong = []
    for turn in range(6):
        # who reads is never the server that wrote
        reader, writer, confirms = (boss, far_commune, far_boss) if turn % 2 else (far_boss, commune, boss)
        before = int(figures(reader.get("/").text)[2])
        reader.get("/")
        done = writer.post(row + "/bao-cao", note="Báo cáo số 12/BC-UBND")
        waits = int(figures(reader.get("/").text)[2])
        back = confirms.post(row + "/bo-sung", reason="Thiếu phụ lục")
        after = int(figures(reader.get("/").text)[2])
        if (done.status, back.status, waits, after) != (303, 303, before + 1, before):
            wrong.append(f"{turn}: {done.status} {back.status} {before} {waits} {after}")
    cases.check(not wrong, "what one server writes, the other shows with the next request", "; ".join(wrong))
    waits = int(figures(boss.get("/").text)[2])
    office.run("report-done", "--db", office.db, "--today", TODAY, "--note", "Báo cáo số 13/BC-UBND", row.split("/")[-1])
    cases.check(int(figures(boss.get("/").text)[2]) == waits + 1, "and what the command line writes")
    cases.check("Đã lưu" in boss.get("/?ok=saved").text and "Đã lưu" not in boss.get("/").text,
                "a notice is shown once")


def what_is_followed_is_counted(people: dict[str, Person], beside: Beside) -> None:
    """The count is kept by each worker until the log says that something became of an assignment."""
    boss = people["chuyenvien"]
    far, wrong = on(beside, boss), []
    review = boss.first("/", r"/van-ban/[a-z0-9_-]{16}/ra-soat")
    for turn in range(4):
        here, there = (boss, far) if turn % 2 else (far, boss)
        before = {int(figures(p.get("/").text)[-1]) for p in (here, there)}
        duty = here.first(review, r"/de-xuat/[a-z0-9_-]{16}/chap-nhan").removesuffix("/chap-nhan")
        done = here.post(duty + "/chap-nhan", **{"as": "track"})
        more = {int(figures(p.get("/").text)[-1]) for p in (there, here)}
        back = there.post(duty + "/hoan-tac")
        again = {int(figures(p.get("/").text)[-1]) for p in (here, there)}
        if (done.status, back.status, len(before), more, again) != (303, 303, 1, {min(before) + 1}, before):
            wrong.append(f"{turn}: {done.status} {back.status} {before} {more} {again}")
    cases.check(not wrong, "how many duties are followed, as they are taken on and given back, at both servers",
                "; ".join(wrong))


def who_left_is_out(beside: Beside) -> None:
    p = Person(office, "truongphong")
    far, old = on(beside, p), p.cookie
    cases.check(p.get("/").status == 200 and far.get("/").status == 200, "signed in at both")
    far.post("/dang-xuat")
    p.cookie = old
    cases.check(p.get("/").status == 303, "signed out at one is out at the other")
    admin, watcher = Person(office, "quantri"), Person(office, "chixem")
    cases.check(on(beside, watcher).get("/").status == 200, "a reader reads")
    row = next(r for r in re.findall(r"<tr>.*?</tr>", admin.get("/quan-tri").text, re.S) if "<b>chixem</b>" in r)
    admin.post(re.search(r"/quan-tri/tai-khoan/[a-z0-9_-]{16}", row)[0], role="reader", active="0")
    cases.check(on(beside, watcher).get("/").status == 303, "an account that is closed is out everywhere")


def the_log_has_each() -> None:
    def lines() -> int:
        return len(re.findall(r"^[0-9a-f]+ GET / 200 user=\d+$", (office.at / "log").read_text(), re.M))

    p, before = Person(office, "lanhdao"), lines()
    for _ in range(7):
        p.get("/")
    cases.check(lines() - before == 7, "each has its line in the log", str(lines() - before))


people = {login: Person(office, login) for login in ROLES}
beside = Beside()
first_port, first_server = office.port, office.server
office.port = beside.port
second = office.start()
office.port = first_port
everybody_gets_his_own(people)
at_once(people)
what_is_written_shows(people, beside)
what_is_followed_is_counted(people, beside)
who_left_is_out(beside)
the_log_has_each()
second.terminate()
cases.check(second.wait(timeout=60) == 0, "the other server ends cleanly")
code = office.end()
cases.check(code == 0 and "Sanitizer" not in office.said, "the server ended cleanly", office.said[-600:])
sys.exit(cases.end())
