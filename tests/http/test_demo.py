#!/usr/bin/env python3
"""test_demo.py - the demonstration shows the numbers that it is meant to show, on any day.

Made by the script that ./start calls; read as people read it, from pages. On a Monday, on a
Sunday (the week is over) and where a year begins. usage: test_demo.py PROGRAM ROOT
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import weblib
from weblib import Cases, Office, Person

DAYS = ["2026-11-23", "2026-11-22", "2027-01-04"]
FIGURES = {"Quá hạn": 5, "Đến hạn tuần này": 7, "Chờ xác nhận": 3, "Nhiệm vụ đang theo dõi": 46}


class Demo(Office):
    """An office over a register that is there, at its day."""

    def __init__(self, program: str, root: pathlib.Path, day: str):
        weblib.TODAY = day
        self.program, self.folder = program, tempfile.TemporaryDirectory(prefix="dondoc-demo-")
        self.at = pathlib.Path(self.folder.name)
        self.db = f"sqlite:{self.at}/x.db"
        done = subprocess.run([root / "tools/demo.sh", program, self.at, self.db, day],
                              capture_output=True, text=True, timeout=300)
        if done.returncode != 0:
            raise SystemExit(f"demo.sh: {done.returncode}\n{done.stderr}")
        self.said_scan = "bản quét" not in done.stderr
        self.log = open(self.at / "log", "w+", encoding="utf-8")
        self.port = weblib.free_port()
        self.server = self.start()


def figures(page) -> dict[str, tuple[int, str]]:
    """The tiles of the desk: words → number, address."""
    found = re.findall(r'<a class="figure[^"]*" href="([^"]+)"><b>(\d+)</b><span>([^<]+)</span>',
                       page.text)
    return {words: (int(n), href) for href, n, words in found}


def listed(person: Person, path: str) -> int:
    """How many a list of duties says it has."""
    found = re.search(r'class="soft count">(\d+) ', person.get(path).text)
    return int(found[1]) if found else -1


def look(cases: Cases, office: Demo, day: str) -> None:
    boss = Person(office, "chuyenvien")
    desk = boss.get("/")
    tiles = figures(desk)
    for words, n in FIGURES.items():
        got, href = tiles.get(words, (-1, "/"))
        cases.check(got == n, f"{day}: {words}: {n}", f"{got}")
        cases.check(listed(boss, href) == n, f"{day}: its list has as many", f"{listed(boss, href)}")
    documents = boss.get("/van-ban").text
    n = documents.count('data-as="Trích yếu"')
    want = 14 if office.said_scan else 13
    cases.check(n == want, f"{day}: fourteen documents", f"{n}")
    if office.said_scan:
        cases.check(documents.count("Đọc từ bản quét") == 1, f"{day}: one of them is a scan")
    waiting = boss.get("/van-ban?loc=cho-ra-soat").text
    cases.check(waiting.count('data-as="Trích yếu"') == 1 and "Kết luận của Chủ tịch" in waiting,
                f"{day}: one conclusion notice waits for review")
    cases.check("Dữ liệu minh họa, không phải số liệu thật của tỉnh" in desk.text,
                f"{day}: every page says that it is invented")
    today = desk.text[desk.text.find("Cuộc họp hôm nay"):desk.text.find("Bảy ngày tới")]
    cases.check("14 giờ 00" in today and "61/65 xã, phường" in today,
                f"{day}: today at 14 giờ 00, 61 of 65 communes have answered", today)
    href = re.search(r'href="(/cuoc-hop/[^"]+)"', today)
    meeting = boss.get(href[1]).words() if href else ""
    cases.check("Trực tiếp và trực tuyến" in meeting and "61/65" in meeting,
                f"{day}: the meeting is hybrid, and its page says the same")
    cases.check("Tất cả (12)" in boss.get("/kien-nghi").text, f"{day}: twelve petitions")
    cases.check(listed(boss, "/nhiem-vu?cua-toi=1") > 0 and
                0 < listed(boss, "/nhiem-vu?gop=1&cua-toi=1") < 46,
                f"{day}: the specialist has duties of her own, and not all")
    soon = re.search(r"<h2><a[^>]*>Đến hạn tuần này</a>.*?</section>", desk.text, re.S)[0]
    shared = re.findall(r'href="/nhiem-vu/[0-9a-z]{16}">(?:(?!</li>).)* và (\d+) đơn vị khác', soon, re.S)
    n, told = soon.count("<li>"), figures(desk)["Đến hạn tuần này"][0]
    told_here = n + sum(map(int, shared))
    cases.check(told_here == told or (n == 6 and told_here <= told),
                f"{day}: a duty of many bodies is one row of the desk, and tells how many", f"{n} {shared} {told}")
    programme = boss.get("/chuong-trinh").text
    cases.check(programme.count('data-as="Ngày"') == 7 and "Chưa có nội dung nào" not in programme,
                f"{day}: the programme of a month has its items")
    past = re.findall(r'<small>(\d\d/\d\d/\d{4})</small></span>\s*<span><span class="what">([^<]+)<|'
                      r'</span><br>(\d\d/\d\d/\d{4})</span>\s*<span><span class="what">([^<]+)<',
                      boss.get("/cuoc-hop?loc=da-qua").text)
    past = [(a or c, b or d) for a, b, c, d in past]
    cases.check(len(past) > 2 and len(past) == len(set(past)), f"{day}: a meeting and its conclusion are one meeting", str(past))
    cases.check("xem dấu đỏ" not in boss.get("/lich").words(), f"{day}: two parts of one meeting do not clash")
    rounds = boss.get("/dot-tong-hop?loc=tat-ca").text
    cases.check("0/0" not in rounds and "Chưa rõ đơn vị phải gửi" in rounds,
                f"{day}: a round of nobody says so")
    duty = boss.first("/nhiem-vu", r"/phan-viec/[0-9a-z]{16}")
    cases.check("Quản trị máy chủ" not in boss.get(duty).text and
                "Nguyễn Văn Mẫu" in boss.get(duty).text,
                f"{day}: what was done was done by persons")
    clocks = re.findall(r"(\d\d) giờ \d\d, \d\d/\d\d/\d{4}", boss.get("/thay-doi").words())
    cases.check(len(clocks) > 20 and all("07" <= x <= "19" for x in clocks), f"{day}: nobody works at midnight", str(sorted(set(clocks))))
    commune = Person(office, "xa").get("/")
    cases.check("chuyển đổi số" in commune.text and "Chờ trả lời" in commune.text,
                f"{day}: the commune sees that meeting, which it has still to answer")
    cases.check("đã trả lời" not in commune.text, f"{day}: but not who has answered")
    cases.check(figures(commune).get("Đến hạn tuần này", (0, ""))[0] > 0,
                f"{day}: and has something due this week")


def main() -> int:
    cases, root = Cases(), pathlib.Path(sys.argv[2])
    if shutil.which("tesseract") is None:
        print("# not run: the scan of the demonstration: tesseract is not installed")
    for day in DAYS:
        office = Demo(sys.argv[1], root, day)
        try:
            look(cases, office, day)
        finally:
            cases.check(office.end() == 0, f"{day}: the server ends without a complaint")
    return cases.end()


if __name__ == "__main__":
    sys.exit(main())
