#!/usr/bin/env python3
"""test_calendar.py - Lịch công tác in all its shapes, the address for people's own calendars, and
the second step of signing in. usage: test_calendar.py PROGRAM ROOT
"""
import base64
import hashlib
import hmac
import html
import pathlib
import re
import struct
import subprocess
import sys
import time

from weblib import Answer, PASSWORD, ROLES, TODAY, Cases, Office, Person, free_port

program, root = sys.argv[1], pathlib.Path(sys.argv[2])
cases = Cases()
SAME = """ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN
Số: {n}/GM-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Lạng Sơn, ngày 20 tháng 11 năm 2026

GIẤY MỜI
Họp về {what}

Chủ tịch UBND tỉnh Lạng Sơn mời dự họp về {what}, cụ thể như sau:
1. Thời gian: {hour} giờ 00 phút, ngày 26/11/2026 (thứ Năm).
2. Địa điểm: Phòng họp số 1, Trụ sở UBND tỉnh.
3. Chủ trì: đồng chí {chair}.
4. Thành phần: Sở Tài chính; Sở Nội vụ.

Nơi nhận:
- Như trên;
- Lưu: VT.

TL. CHỦ TỊCH
CHÁNH VĂN PHÒNG

Nguyễn Văn Hà
"""
office = Office(program, {
    "m1.txt": SAME.format(n=911, what="giải ngân; vốn, đầu tư công\\n", hour=14, chair="Phó Chủ tịch UBND tỉnh"),
    "m2.txt": SAME.format(n=912, what="an toàn giao thông", hour=15, chair="Chủ tịch UBND tỉnh"),
    "m3.txt": SAME.format(n=913, what="phòng cháy", hour=18, chair="Chủ tịch UBND tỉnh")})
people = {login: Person(office, login) for login in ROLES}
nobody, boss = Person(office), people["chuyenvien"]


def accept_all() -> None:
    for page in set(re.findall(r"/van-ban/[a-z0-9_-]{16}", boss.get("/van-ban").text)):
        if re.search(r"91[123]/GM-UBND", boss.get(page).words()):
            boss.post(page + "/chap-nhan")


def shapes() -> None:
    for shape, must in (("thang", "Tháng 11/2026"), ("tuan", "23/11/2026 – 29/11/2026"),
                        ("ngay", "thứ Năm, ngày 26/11/2026"), ("danh-sach", "26/11/2026"),
                        ("in", "LỊCH CÔNG TÁC TUẦN"), ("man-hinh", "an toàn giao thông")):
        got = boss.get(f"/lich?xem={shape}&ngay=2026-11-26")
        cases.check(got.status == 200 and must in got.words() and "an toàn giao thông" in got.words(),
                    f"the calendar as {shape}", got.words()[-300:])
    text = boss.get("/lich?xem=tuan&ngay=2026-11-26").words()
    cases.check(text.count("Trùng phòng họp") == 2 and "phòng cháy" in text, "two at once in one room are marked",
                str(text.count("Trùng phòng họp")))
    got = boss.get("/lich?xem=danh-sach&ngay=2026-11-26&lanh-dao=kh%C3%B4ng+ai")
    cases.check("an toàn giao thông" not in got.words().split("Lọc")[-1], "by leader")
    page = boss.get("/lich?xem=tuan&ngay=2026-11-26").text
    leader = re.search(r'<select name="lanh-dao">.*?<option value="((?:(?!Phó)[^"])*Chủ tịch[^"]*)"', page, re.S)
    if cases.check(leader is not None, "leaders are to choose from"):
        import urllib.parse
        got = boss.get("/lich?xem=tuan&ngay=2026-11-26&lanh-dao=" + urllib.parse.quote(html.unescape(leader[1])))
        said = got.words().split("Lọc")[-1]
        cases.check("15 giờ 00" in said and "14 giờ 00" not in said, "only that leader's", said[:400])
    got = boss.get("/lich?xem=tuan&ngay=2026-11-26&don-vi=STC")
    other = boss.get("/lich?xem=tuan&ngay=2026-11-26&don-vi=SYT")
    cases.check("phòng cháy" in got.words().split("Lọc")[-1] and
                "phòng cháy" not in other.words().split("Lọc")[-1], "by body")
    mine = people["xa"].get("/lich?xem=tuan&ngay=2026-11-26&don-vi=STC")
    cases.check("phòng cháy" not in mine.words() and mine.status == 200, "a commune sees its own")
    for bad in ("ngay=31/31/2026", "ngay=%00", "xem=khong-co", "thang=9999-12", "ngay=0001-01-01", "ngay=2999-12-31",
                "phong=" + "x" * 3000):
        cases.check(boss.get("/lich?" + bad).status == 200, f"?{bad[:20]}")
    hall = boss.get("/lich?xem=man-hinh").text
    cases.check('http-equiv="refresh"' in hall and "<nav" not in hall, "a screen for a hall is quiet")


def unfold(body: bytes) -> list[str]:
    return body.decode("utf-8").replace("\r\n ", "").split("\r\n")


def address(login: str) -> str:
    got = people[login].post("/tai-khoan/dia-chi-lich")
    found = re.search(r"/lich/dd_[0-9a-f]{64}\.ics", got.text)
    return found[0] if found else "/lich/none.ics"


def subscribed() -> None:
    at = address("sotaichinh")
    got = nobody.get(at)
    lines = unfold(got.bytes)
    cases.check(got.status == 200 and got.headers["content-type"] == "text/calendar; charset=utf-8"
                and lines[0] == "BEGIN:VCALENDAR" and "VERSION:2.0" in lines, "an address without signing in",
                got.text[:200])
    cases.check(all(len(x) <= 75 for x in got.bytes.split(b"\r\n")) and got.bytes.count(b"BEGIN:VEVENT") ==
                got.bytes.count(b"END:VEVENT") > 3, "lines are folded, events are whole", str(len(lines)))
    cases.check("DTSTART:20261126T070000Z" in lines and any(
        x.startswith("SUMMARY:") and r"giải ngân\; vốn\, đầu tư" in x for x in lines),
        "the hour in UTC, signs escaped", "\n".join(x for x in lines if "giải ngân" in x or "DTSTART" in x)[:600])
    cases.check(any(x.startswith("SUMMARY:Đến hạn: ") for x in lines) and "BEGIN:VALARM" in lines,
                "what it has to do, by day, with a sign the day before")
    uids = [x for x in lines if x.startswith("UID:")]
    cases.check(len(uids) == len(set(uids)) and unfold(nobody.get(at).bytes).count(uids[0]) == 1,
                "the same thing has the same id")
    chief = unfold(nobody.get(address("lanhdao")).bytes)
    cases.check(any("phần việc đến hạn" in x for x in chief), "a leader's says how many fall due a day")
    commune = unfold(nobody.get(address("xa")).bytes)
    cases.check(not any("phòng cháy" in x for x in commune) and len(commune) > 10, "a commune's has its own")
    for name, bad in (("a wrong one", "/lich/dd_" + "0" * 64 + ".ics"), ("half of one", at[:40] + ".ics"),
                      ("one without its end", at[:-4])):
        cases.check(nobody.get(bad).status == 404, f"{name} is not found")
    reader = office.run("account", "token", "chuyenvien", "--db", office.db, "--name", "x", "--scope",
                        "read").stdout.strip()
    cases.check(nobody.get(f"/lich/{reader}.ics").status == 404, "a token for other things is none")
    cases.check(nobody.get("/api/v1/me", Authorization="Bearer " + at[6:-4]).status == 403,
                "and it is good for nothing else")
    page = people["sotaichinh"].get("/tai-khoan").text
    people["sotaichinh"].post(re.search(r"/tai-khoan/ma-truy-cap/[a-z0-9]{16}/thu-hoi", page)[0])
    cases.check(nobody.get(at).status == 404, "revoked, it is gone")


def code_of(secret: str, now: float) -> str:
    key, step = base64.b32decode(secret), struct.pack(">Q", int(now) // 30)
    digest = hmac.new(key, step, hashlib.sha1).digest()
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at:at + 4])[0] & 0x7fffffff) % 1000000:06d}"


class Beside:
    def __init__(self, port: int):
        self.port = port


def second_step() -> None:
    """On a server whose clock is the true one: --today moves whole days, which steps survive."""
    shift = (time.mktime(time.strptime(TODAY, "%Y-%m-%d")) // 86400 - (time.time() + 7 * 3600) // 86400) * 86400
    p = Person(office, "giamdoc")

    def now_code(steps: int = 0) -> str:
        days = round((civil(TODAY) - civil(time.strftime("%Y-%m-%d", time.gmtime(time.time() + 7 * 3600)))))
        return code_of(secret, time.time() + days * 86400 + 30 * steps)

    def civil(day: str) -> float:
        import calendar
        return calendar.timegm(time.strptime(day, "%Y-%m-%d")) / 86400

    del shift
    got = p.post("/tai-khoan/xac-thuc")
    found = re.search(r'class="secret">([A-Z2-7]{32})<', got.text)
    if not cases.check(found is not None and "<path d=\"M0 0h7" in got.text, "a secret, and as a picture", got.text[:300]):
        return
    secret = found[1]
    cases.check(Person(office, "giamdoc").get("/").status == 200, "not asked for before it is on")
    got = p.post("/tai-khoan/xac-thuc/bat", code="000000")
    cases.check(got.status == 422, "a wrong code does not turn it on")
    cases.check(f'class="secret">{secret}<' in got.text and 'action="/tai-khoan/xac-thuc/bat"' in got.text and
                "Mã xác thực không đúng" in got.words(), "and may be tried again with the same picture", got.words()[-400:])
    first = now_code()
    got = p.post("/tai-khoan/xac-thuc/bat", code=first)
    codes = re.findall(r"<li><code>([a-z0-9]{16})</code>", got.text)
    cases.check(got.status == 200 and len(codes) == len(set(codes)) == 10, "on, with ten codes for a rainy day",
                got.words()[-300:])
    kept = b"".join(f.read_bytes() for f in office.at.glob("x.db*") if f.name != "x.db.key" and f.is_file())
    key = office.at / "x.db.key"
    cases.check(secret.encode() not in kept and b"seal1:" in kept, "the register has it sealed alone")
    cases.check(key.stat().st_mode & 0o777 == 0o600 and len(key.read_text().strip()) == 64 and
                key.read_text().strip().encode() not in kept, "its key is in a file of its own, its owner's alone")
    modes = {f.name: oct(f.stat().st_mode & 0o777) for f in office.at.glob("x.db*") if f.is_file()}
    cases.check(set(modes.values()) == {"0o600"}, "as the register is, its log and its memory", str(modes))
    half = Person(office)
    got = half.sign_in("giamdoc", PASSWORD)
    cases.check(got.status == 303 and half.get("/").status == 303 and half.get("/nhiem-vu").status == 303,
                "the password alone opens nothing")
    page = half.get("/dang-nhap")
    token = re.search(r'name="csrf" value="([0-9a-f]+)"', page.text)[1]
    cases.check("Xác thực hai bước" in page.words(), "but asks for the code")
    got = half.post("/dang-nhap/ma", token, code=first)
    cases.check(got.status == 401 and half.get("/").status == 303, "one that was used is none", str(got.status))
    got = half.post("/dang-nhap/ma", token, code=codes[0])
    cases.check(got.status == 303 and half.get("/").status == 200, "a recovery code is", str(got.status))
    again = Person(office)
    again.sign_in("giamdoc", PASSWORD)
    token = re.search(r'name="csrf" value="([0-9a-f]+)"', again.get("/dang-nhap").text)[1]
    got = again.post("/dang-nhap/ma", token, code=codes[0])
    cases.check(got.status == 401, "once", str(got.status))
    got = again.post("/dang-nhap/ma", token, code=now_code(1))
    cases.check(got.status == 303 and again.get("/").status == 200, "the next code of the telephone", str(got.status))
    thief = Person(office)
    thief.sign_in("giamdoc", PASSWORD)
    token = re.search(r'name="csrf" value="([0-9a-f]+)"', thief.get("/dang-nhap").text)[1]
    tried = [thief.post("/dang-nhap/ma", token, code=f"{i:06d}").status for i in range(9)]
    cases.check(429 in tried and set(tried) <= {401, 429}, "guessing codes is slowed down", str(tried))
    cases.check(Person(office).sign_in("giamdoc", PASSWORD).status == 429, "and signing in with it")

    def off(password: str) -> Answer:
        """The thief's tries hold up its owner's as well."""
        got = p.post("/tai-khoan/xac-thuc/tat", password=password)
        while got.status == 429:
            got = p.post("/tai-khoan/xac-thuc/tat", password=password)
        return got

    cases.check(off("sai").status == 422, "off only with the password")
    got = off(PASSWORD)
    cases.check(got.status == 303 and "Chưa bật" in p.get("/tai-khoan").words(), "off", str(got.status))
    log = people["quantri"].get("/quan-tri/nhat-ky").status
    cases.check(log == 200, "the log shows it")


accept_all()
for part in (shapes, subscribed, second_step):
    part()
code = office.end()
cases.check(code == 0, "the server ends cleanly", f"exit {code}\n{office.said[-3000:]}")
cases.check("dd_" not in office.said and ".ics" not in office.said, "no address of a calendar in the log")
sys.exit(cases.end())
