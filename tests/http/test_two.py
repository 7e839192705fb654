#!/usr/bin/env python3
"""test_two.py - a file that holds two documents, for whoever enters it and for those who get one of them.

usage: test_two.py PROGRAM ROOT
"""
import json
import re
import sqlite3
import sys

from weblib import Cases, Office, Person

LETTER = """ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: {number}/UBND-TH

Lạng Sơn, ngày 16 tháng 11 năm 2026

V/v rà soát {topic}

Kính gửi: {body}.

Ủy ban nhân dân tỉnh yêu cầu {body} rà soát {topic} trên địa bàn toàn tỉnh, đánh giá rõ kết quả, khó khăn, vướng mắc, \
nguyên nhân và đề xuất giải pháp; báo cáo Ủy ban nhân dân tỉnh trước ngày 10/12/2026.

Nơi nhận:
- Như trên;
- Lưu: VT, TH.

KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Nguyễn Văn Mẫu
"""
FIRST = LETTER.format(number=701, topic="nợ xây dựng cơ bản", body="Sở Tài chính")
SECOND = LETTER.format(number=702, topic="trang thiết bị y tế", body="Sở Y tế")
BOTH = (FIRST + "\n" + SECOND).encode()


def words(page) -> str:
    return " ".join(page.words().split())


def send(p: Person, *files: bytes):
    parts = [f'name="csrf"\r\n\r\n{p.token()}'.encode()]
    parts += [f'name="file"; filename="hai.txt"\r\nContent-Type: text/plain\r\n\r\n'.encode() + f for f in files]
    body = b"".join(b"--form\r\nContent-Disposition: form-data; " + part + b"\r\n" for part in parts) + b"--form--\r\n"
    return p.ask("POST", "/van-ban", body, {"Content-Type": "multipart/form-data; boundary=form"})


def uploaded(cases: Cases, office: Office) -> list[str]:
    """The two documents' places."""
    boss = Person(office, "vanthu")
    page = send(boss, BOTH)
    cases.check(page.status == 303 and page.to.endswith("?ok=uploaded"), "who enters it comes to the first", page.to)
    first = page.to.split("/ra-soat")[0]
    shown = boss.get(first + "/ra-soat")
    cases.check("Tệp này có 2 văn bản" in words(shown) and "702/UBND-TH" in words(shown),
                "the review names the second", words(shown)[:900])
    second = re.search(r'<a class="words" href="(/van-ban/\w+)/ra-soat"', shown.text)
    cases.check(bool(second), "and leads to its review", shown.text[2000:4000])
    cases.check("1 đề xuất chờ rà soát" in words(shown), "with what waits there")
    cases.check("Sở Y tế" not in re.search(r'<div class="text">.*?</section>', shown.text, re.S)[0],
                "the first has its own words alone")
    both = words(boss.get("/van-ban?loc=cho-ra-soat"))
    cases.check("Văn bản 1/2 trong tệp" in both and "Văn bản 2/2 trong tệp" in both, "the list marks both", both[:900])
    lines = words(send(boss, BOTH, LETTER.format(number=703, topic="chợ", body="Sở Xây dựng").encode()))
    cases.check("Tệp có 2 văn bản" in lines and "Rà soát văn bản 2" in lines, "of several files each says so", lines[:900])
    return [first, second[1] if second else ""]


def seen(cases: Cases, office: Office, first: str, second: str) -> None:
    boss, tax = Person(office, "vanthu"), Person(office, "sotaichinh")
    mine = tax.get(first)
    cases.check(mine.status == 200 and tax.get(second).status == 404, "a body sees the one that is for it")
    cases.check("Tệp này có" not in words(mine) and "702/UBND" not in words(mine), "and is not told of the other",
                words(mine)[:900])
    cases.check("/tep-goc" not in mine.text and tax.get(first + "/tep-goc").status == 404,
                "nor given the file, which holds both")
    for place in (first, second):
        got = boss.get(place + "/tep-goc")
        cases.check(got.status == 200 and got.bytes == BOTH
                    and got.headers["content-disposition"].endswith("hai.txt"), "the Office gets the file by its name",
                    str(got.headers))


def unread(cases: Cases, office: Office, first: str) -> None:
    """What an older program left: the second one's words stand behind the first and were not read."""
    with sqlite3.connect(office.at / "x.db") as db:
        key = db.execute("SELECT id, reading_id FROM document WHERE pub = ?", (first.rsplit("/", 1)[1],)).fetchone()
        text = db.execute("SELECT text FROM reading WHERE id = ?", (key[1],)).fetchone()[0]
        db.execute("UPDATE reading SET text = ? WHERE id = ?", (text + "SỞ Y TẾ\nSố: 9/TB-SYT\nGiao Phòng Nghiệp vụ\n", key[1]))
        db.execute("UPDATE document SET part = 1, parts = 1, unread = ? WHERE id = ?", (len(text.encode()), key[0]))
        db.execute("INSERT INTO event SELECT seq + 1, at, account_id, verb, noun, noun_id, detail, hash FROM event "
                   "ORDER BY seq DESC LIMIT 1")
    boss = Person(office, "truongphong")
    for path in (first, first + "/ra-soat"):
        page = boss.get(path + "?xem=chu")
        cases.check("Trong tệp còn một văn bản khác chưa đọc, từ dòng “SỞ Y TẾ”" in words(page),
                    "a page says what was not read, and from where", words(page)[:1200])
        cases.check('<span class="other-begins" id="van-ban-khac">' in page.text and 'class="m unread"' in page.text,
                    "and shows the place", page.text[-3000:])
    cases.check("Trong tệp còn văn bản chưa đọc" in words(boss.get("/van-ban")), "so does the list")


def by_program(cases: Cases, office: Office, first: str) -> None:
    given = office.run("account", "token", "vanthu", "--db", office.db, "--name", "thử", "--scope", "read").stdout.strip()
    got = Person(office).get("/api/v1/documents/" + first.rsplit("/", 1)[1], Authorization="Bearer " + given)
    found = json.loads(got.text)
    cases.check((found["part"], found["parts"], found["unread"], len(found["sha256"])) == (1, 2, None, 64),
                "the API says which of how many", got.text[:600])


def main() -> int:
    cases = Cases()
    office = Office(sys.argv[1])
    first, second = uploaded(cases, office)
    by_program(cases, office, first)
    seen(cases, office, first, second)
    unread(cases, office, first)
    cases.check(office.end() == 0, "the server ends without a complaint", office.said)
    return cases.end()


if __name__ == "__main__":
    sys.exit(main())
