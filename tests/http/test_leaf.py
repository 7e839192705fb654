#!/usr/bin/env python3
"""test_leaf.py - a PDF and a scan are shown as they are on paper, with what was found on them.

The pages are drawn by a process of their own, for nobody but who may see the document.
usage: test_leaf.py PROGRAM ROOT
"""
import pathlib
import re
import shutil
import sqlite3
import struct
import sys

from weblib import TODAY, Cases, Office, Person

LINES = [["Uy ban nhan dan tinh Lang Son", "So: 77/TB-UBND", "Giao So Tai chinh ra soat kinh phi"],
         ["Trang hai cua van ban nay"]]


def make_pdf(pages: list[list[str]]) -> bytes:
    """A PDF by hand: words of the standard font, a page each list."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"",
               b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        shown = "BT /F1 14 Tf 72 770 Td 22 TL " + " ".join(f"({x} va mot so noi dung khac nua) Tj T*" for x in
                                                          lines * 6) + " ET"
        objects.append(f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream".encode())
        kids.append(len(objects) + 1)
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R "
                       "/Resources << /Font << /F1 3 0 R >> >> >>".encode())
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{k} 0 R' for k in kids)}] >>".encode()
    out, places = b"%PDF-1.4\n", []
    for i, body in enumerate(objects):
        places.append(len(out))
        out += f"{i + 1} 0 obj\n".encode() + body + b"\nendobj\n"
    at = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{p:010} 00000 n \n".encode() for p in places)
    return out + f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{at}\n%%EOF\n".encode()


def size_of(png: bytes) -> tuple[int, int]:
    return struct.unpack(">II", png[16:24]) if png.startswith(b"\x89PNG\r\n\x1a\n") else (0, 0)


def enter(office: Office, path: pathlib.Path) -> str:
    """The document's number in addresses."""
    office.run("import", "--db", office.db, "--today", TODAY, path)
    with sqlite3.connect(office.at / "x.db") as db:
        return db.execute("SELECT pub FROM document WHERE name = ?", (path.name,)).fetchone()[0]


def a_pdf(cases: Cases, office: Office) -> None:
    path = office.at / "hai-trang.pdf"
    path.write_bytes(make_pdf(LINES))
    at = "/van-ban/" + enter(office, path)
    boss = Person(office, "truongphong")
    for page in (boss.get(at), boss.get(at + "/ra-soat")):
        cases.check(page.text.count('<figure class="leaf">') == 2 and at + "/trang/2" in page.text,
                    "both pages are shown, as pictures", page.text[-3000:])
    words = re.findall(r"<text [^>]*>([^<]*)</text>", page.text)
    cases.check(any("So Tai chinh ra soat kinh phi" in w for w in words), "with their words, to be selected",
                str(words[:3]))
    sizes = re.findall(r'<svg viewBox="0 0 (\d+) (\d+)"', page.text)
    cases.check(sizes and abs(int(sizes[0][0]) - 5950) < 5 and abs(int(sizes[0][1]) - 8420) < 5,
                "a page is as large as it is", str(sizes))
    one, again, two = (boss.get(f"{at}/trang/{n}") for n in (1, 1, 2))
    wide, high = size_of(one.bytes)
    cases.check(one.status == 200 and one.headers["content-type"] == "image/png" and abs(wide / high - 595 / 842) < .01,
                "a page is drawn", f"{one.status} {wide} {high}")
    cases.check(one.bytes == again.bytes and one.bytes != two.bytes, "the same page is the same picture")
    cases.check("private" in one.headers["cache-control"] and one.headers.get("vary") == "Cookie",
                "for its reader's browser alone, as long as he is signed in")
    for n in ("3", "0", "-1", "x", "99999999999"):
        cases.check(boss.get(f"{at}/trang/{n}").status == 404, f"there is no page {n}")
    cases.check(boss.get(at + "?xem=chu").text.count("<figure") == 0, "it can be read as text as well")
    cases.check(Person(office, "xa").get(at + "/trang/1").status == 404,
                "who may not see the document does not see its picture, drawn though it is")
    cases.check(Person(office).get(at + "/trang/1").status == 303, "nor does a stranger")


def a_text(cases: Cases, office: Office) -> None:
    boss = Person(office, "truongphong")
    at = boss.first("/van-ban?loc=cho-ra-soat", r"/van-ban/[a-z0-9]{16}")
    cases.check("<figure" not in boss.get(at).text and boss.get(at + "/trang/1").status == 404,
                "a text has no drawn pages")


def a_scan(cases: Cases, office: Office, root: pathlib.Path) -> None:
    missing = [x for x in ("tesseract", "unpaper") if shutil.which(x) is None]
    if missing:
        print(f"# not run: the picture of a scan: {missing[0]} is not installed")
        return
    path = office.at / "ban-quet.png"
    shutil.copy(root / "examples/ban-quet.png", path)
    at = "/van-ban/" + enter(office, path)
    boss = Person(office, "truongphong")
    page = boss.get(at)
    wide, high = size_of(boss.get(at + "/trang/1").bytes)
    size = re.search(r'<svg viewBox="0 0 (\d+) (\d+)"', page.text)
    cases.check(bool(size) and high > 0 and abs(wide / high - int(size[1]) / int(size[2])) < .01,
                "a scan is shown as it was straightened", f"{wide} {high} {size and size[0]}")
    cases.check(page.text.count('class="m duty') >= 2, "its duties are marked on it")


def a_checker(cases: Cases, office: Office) -> None:
    """Nothing says findings yet: what one will say has its place."""
    boss = Person(office, "truongphong")
    with sqlite3.connect(office.at / "x.db") as db:
        (row, pub, words) = db.execute("SELECT d.id, d.pub, r.text FROM document d JOIN reading r ON r.id = "
                                       "d.reading_id WHERE d.purpose = 'conclusion' ORDER BY d.id DESC").fetchone()
        at = "/van-ban/" + pub
        cases.check("Kiểm tra thể thức" not in boss.get(at).text, "no finding is made up")
        place = words.encode().find("THÔNG BÁO".encode())
        db.execute("INSERT INTO finding (document_id, rule, severity, message, law, quote, at, len) VALUES "
                   "(?, 'x', 'warning', 'Điều <b>thử</b>', 'NĐ 30/2020', 'THÔNG BÁO', ?, ?)",
                   (row, place, len("THÔNG BÁO".encode())))
    for path in (at, at + "/ra-soat"):
        page = boss.get(path)
        cases.check("Điều &lt;b&gt;thử" in page.text and "NĐ 30/2020" in page.text, "a finding is shown beside the words")
        cases.check(re.search(r'class="m [^"]*check warning"[^>]*>THÔNG BÁO', page.text) is not None,
                    "and marked in them", page.text[:200])


def main() -> int:
    if shutil.which("pdftoppm") is None:
        print("# not run: drawn pages: pdftoppm is not installed")
        return 0
    cases = Cases()
    office = Office(sys.argv[1])
    try:
        a_pdf(cases, office)
        a_text(cases, office)
        a_scan(cases, office, pathlib.Path(sys.argv[2]))
        a_checker(cases, office)
    finally:
        cases.check(office.end() == 0, "the server ends without a complaint")
    return cases.end()


if __name__ == "__main__":
    sys.exit(main())
