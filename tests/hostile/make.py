#!/usr/bin/env python3
"""make.py - the hostile set: files that try to harm whoever opens them.

Made here and never kept: nobody needs a bomb in a repository. Each case is a file
or a folder and what `dondoc read` must say of it: the codes of the errors it may
give, or "read" where it is only large or odd.

usage: make.py FOLDER        writes them all, one line each: name, what it must give
"""
import base64
import io
import os
import pathlib
import random
import sys
import zipfile
import zlib

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
GOOD = "Số: 12/TB-UBND\n\nGiao Sở Tài chính báo cáo trước ngày 27/5/2026.\n".encode()
PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452") + bytes(range(256)) * 8
HEAD = b"From: a@x.vn\nTo: b@x.vn\nMIME-Version: 1.0\nSubject: x\n"


def zipped(files, packed: bool = True) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as z:
        for name, data in files:
            z.writestr(name, data)
    return out.getvalue()


def docx(body: str, **parts: str) -> bytes:
    whole = body if body.startswith("<?xml") else f"<w:document {W}><w:body>{body}</w:body></w:document>"
    return zipped([("word/document.xml", whole)] + [(f"word/{n}.xml", t) for n, t in parts.items()])


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def pdf(pages: int, times: int, more: bytes = b"") -> bytes:
    """Pages that share one stream, four words so many times and what else is drawn, in a flat tree."""
    stream = b"BT /F1 12 Tf 72 700 Td (" + b"Giao So Tai chinh " * times + b") Tj ET" + more if times else b""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>",
               b"<</Type/Pages/Count %d/Kids[%s]>>" % (pages, b" ".join(
                   b"%d 0 R" % (5 + i) for i in range(pages))),
               b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
               b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream)]
    objects += [b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
                b"/Resources<</Font<</F1 3 0 R>>>>>>"] * pages
    out, places = bytearray(b"%PDF-1.4\n"), []
    for i, text in enumerate(objects):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (i + 1, text)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % at for at in places)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    return bytes(out)


def nested(levels: int, wide: int) -> bytes:
    data = zipped([("a.txt", GOOD)])
    for _ in range(levels):
        data = zipped([(f"{i}.zip", data) for i in range(wide)], packed=False)
    return data


def link() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as z:
        info = zipfile.ZipInfo("mat-khau.txt")
        info.create_system, info.external_attr = 3, 0o120777 << 16
        z.writestr(info, "/etc/passwd")
    return out.getvalue()


def locked() -> bytes:
    """An entry that says it is encrypted, in both of its headers."""
    data = bytearray(zipped([("a.txt", GOOD)], packed=False))
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def lying_size() -> bytes:
    data = bytearray(zipped([("a.txt", b"x" * 5000)]))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24:at + 28] = (3000).to_bytes(4, "little")
    data[22:26] = (3000).to_bytes(4, "little")
    return bytes(data)


def overlapping(n: int) -> bytes:
    """Many names for the bytes of one entry: a bomb that nests nothing."""
    inside = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = inside.compress(b"0" * (8 << 20)) + inside.flush()
    crc, size = zlib.crc32(b"0" * (8 << 20)), 8 << 20
    facts = (b"\x14\0\0\0\x08\0\0\0\0\0" + crc.to_bytes(4, "little")
             + len(body).to_bytes(4, "little") + size.to_bytes(4, "little"))
    local = b"PK\x03\x04" + facts + b"\x01\0\0\0" + b"a" + body
    central = b"".join(b"PK\x01\x02\x14\0" + facts + len(name).to_bytes(2, "little") + bytes(16) + name
                       for name in (b"%04d" % i for i in range(n)))
    return (local + central + b"PK\x05\x06" + bytes(4) + n.to_bytes(2, "little") * 2
            + len(central).to_bytes(4, "little") + len(local).to_bytes(4, "little") + b"\0\0")


def sheet(rows: int, columns: int) -> bytes:
    ns = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    cells = "".join('<c t="inlineStr"><is><t>x%d</t></is></c>' % i for i in range(columns))
    return zipped([
        ("xl/workbook.xml", f'<workbook {ns} xmlns:r="http://schemas.openxmlformats.org/officeDocument/'
         '2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>'),
        ("xl/_rels/workbook.xml.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/'
         '2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/'
         'officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'),
        ("xl/worksheets/sheet1.xml", f"<worksheet {ns}><sheetData>"
         + f"<row>{cells}</row>" * rows + "</sheetData></worksheet>")])


def parts_in_parts(n: int) -> bytes:
    return HEAD + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (i, i)
                           for i in range(n)) + b"\nx\n"


def letters_in_letters(n: int) -> bytes:
    data = HEAD + b"\n" + GOOD
    for _ in range(n):
        data = HEAD + b"Content-Type: message/rfc822\n\n" + data
    return data


def mail_with(name: str, data: bytes) -> bytes:
    return (HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n"
            b"Xin gui.\n--b\nContent-Type: application/octet-stream\n"
            b"Content-Transfer-Encoding: base64\nContent-Disposition: attachment; filename=\""
            + name.encode() + b"\"\n\n" + base64.encodebytes(data) + b"--b--\n")


LAUGHS = ('<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 10}">' for i in range(9))
    + f"]><w:document {W}><w:body>{p('&j;')}</w:body></w:document>")
WORD = docx(p("Giao Sở Tài chính báo cáo trước ngày 27/5/2026."))
LETTER = mail_with("a.docx", WORD)
NOISE = random.Random(1).randbytes(1 << 16)

# name: (how it is made, codes it may give or "read", how many lines on stderr at most)
FILES = {
    "bomb.zip": (lambda: zipped([("a.txt", b"0" * (60 << 20))]), "hostile", 1),
    "bomb.docx": (lambda: zipped([("word/document.xml", " " * (60 << 20))]), "hostile", 1),
    "bombs.zip": (lambda: zipped([(f"{i}.txt", b"0" * (30 << 20)) for i in range(20)]), "hostile", 5),
    "overlapping.zip": (lambda: overlapping(4000), "hostile damaged", 5),
    "nested-bomb.zip": (lambda: nested(3, 16), "too-deep hostile", 6),
    "loop.zip": (lambda: nested(30, 1), "too-deep", 1),
    "loop.eml": (lambda: letters_in_letters(60), "too-deep", 2),
    "thousand-letters.eml": (lambda: letters_in_letters(3000), "too-deep hostile too-many", 2),
    "many.zip": (lambda: zipped([(f"{i}", b"") for i in range(20000)], False), "too-many", 1),
    "empty.zip": (lambda: zipped([]), "empty", 1),
    "folders.zip": (lambda: zipped([("a/", b""), ("a/b/", b"")]), "empty", 1),
    "up.zip": (lambda: zipped([("../a.txt", GOOD)]), "member-name", 1),
    "up-inside.zip": (lambda: zipped([("a/../../b.txt", GOOD)]), "member-name", 1),
    "absolute.zip": (lambda: zipped([("/etc/cron.d/a", GOOD)]), "member-name", 1),
    "drive.zip": (lambda: zipped([("C:\\a.txt", GOOD)]), "member-name", 1),
    "backslash.zip": (lambda: zipped([("a\\..\\..\\b.txt", GOOD)]), "member-name", 1),
    "long-name.zip": (lambda: zipped([("a" * 60000, GOOD)]), "member-name", 1),
    "link.zip": (link, "member-name", 1),
    "twice.zip": (lambda: zipped([("a.txt", GOOD), ("A.txt", GOOD)], False).replace(b"A.txt", b"a.txt"),
                  "read member-name", 2),
    "locked.zip": (locked, "encrypted", 1),
    "lying-size.zip": (lying_size, "damaged", 1),
    "cut.zip": (lambda: zipped([("a.txt", NOISE)])[:-40], "damaged", 1),
    "cut.docx": (lambda: WORD[:-30], "damaged", 1),
    "half.docx": (lambda: WORD[: len(WORD) // 2], "damaged", 1),
    "cut.pdf": (lambda: pdf(3, 1)[:200], "damaged", 1),
    "cut.eml": (lambda: LETTER[:-200], "read damaged", 3),
    "cut-head.eml": (lambda: LETTER[:40], "read empty damaged not-utf8", 1),
    "cut.rtf": (lambda: b"{\\rtf1\\ansi {\\b Giao S", "read damaged needs-libreoffice no-sandbox", 1),
    "noise.doc": (lambda: bytes.fromhex("d0cf11e0a1b11ae1") + NOISE
                  + "WordDocument".encode("utf-16-le") + NOISE,
                  "unsupported", 1),
    "laughs.docx": (lambda: docx(LAUGHS), "hostile", 1),
    "outside.docx": (lambda: docx('<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/'
                                  f'passwd">]><w:document {W}>{p("&a;")}</w:document>'), "hostile", 1),
    "pages.pdf": (lambda: pdf(100_000, 0), "too-many-pages scan hostile too-slow needs-poppler "
                                                "needs-tesseract damaged", 1),
    "pages-of-words.pdf": (lambda: pdf(100_000, 1), "too-many-pages too-slow over-budget hostile "
                                                     "needs-poppler", 1),
    "one-page-more.pdf": (lambda: pdf(5001, 6), "too-many-pages needs-poppler", 1),
    "noisy.pdf": (lambda: pdf(2, 6, b" zzq" * 20_000), "read needs-poppler", 1),
    "picture.docx": (lambda: PNG, "binary damaged no-words needs-tesseract needs-vietnamese", 1),
    "program.pdf": (lambda: b"\x7fELF" + NOISE, "binary", 1),
    "noise.docx": (lambda: NOISE, "binary not-utf8", 1),
    "text.docx": (lambda: GOOD, "read", 1),
    "zip.txt": (lambda: zipped([("a.txt", b"0" * (60 << 20))]), "hostile", 1),
    "page.pdf": (lambda: b"<html><body><p>Giao " + "Sở".encode() + b"</p></body></html>", "read", 1),
    "cells.docx": (lambda: docx("<w:tbl>" + ("<w:tr>" + f"<w:tc>{p('x')}</w:tc>" * 1000 + "</w:tr>")
                                * 1000 + "</w:tbl>"), "read over-budget too-slow hostile", 1),
    "cells.xlsx": (lambda: sheet(1000, 1000), "read over-budget too-slow sheet-too-large hostile "
                                               "unsupported", 1),
    "cells.html": (lambda: b"<html><table>" + (b"<tr>" + b"<td>x" * 1000) * 1000,
                   "read over-budget too-slow", 1),
    "cells.csv": (lambda: ((",".join(["x"] * 1000) + "\n") * 1000).encode(), "read over-budget sheet-too-large", 1),
    "deep.html": (lambda: b"<html>" + b"<div>" * 200_000 + b"x", "hostile too-slow over-budget", 1),
    "deep-bold.html": (lambda: b"<html>" + b"<b><i><u>" * 60_000 + b"x",
                       "hostile too-slow over-budget", 1),
    "tables.html": (lambda: b"<html>" + b"<table><tr><td>" * 5000 + b"x",
                    "hostile too-slow over-budget", 1),
    "misnested.html": (lambda: b"<html>" + b"<a><b><p></a></b>" * 20_000 + b"x",
                       "read hostile too-slow over-budget", 1),
    "attributes.html": (lambda: b"<html><p " + b" ".join(b"a%d=1" % i for i in range(100_000))
                        + b">x</p>", "hostile", 1),
    "line.html": (lambda: b"<html><p>" + b"giao " * 2_000_000, "read over-budget", 1),
    "entities.html": (lambda: b"<html><p>" + b"&nGt;" * 1_000_000, "read over-budget", 1),
    "items.html": (lambda: b"<html><ol>" + b"<li>x" * 200_000, "read over-budget too-slow", 1),
    "nul.html": (lambda: b"<html><p>a\0b</p>", "binary", 1),
    "header.eml": (lambda: HEAD + b"X-A: " + b"a" * (10 << 20) + b"\n\n" + GOOD, "read too-slow", 1),
    "subject.eml": (lambda: HEAD.replace(b"Subject: x", b"Subject: " + b"=?utf-8?B?R2lhbw==?= "
                                         * 500_000) + b"\n" + GOOD, "read too-slow", 1),
    "headers.eml": (lambda: HEAD + b"".join(b"X-%d: a\n" % i for i in range(200_000)) + b"\n" + GOOD,
                    "read too-slow", 1),
    "parts-in-parts.eml": (lambda: parts_in_parts(5000), "hostile damaged too-slow reader-died empty", 1),
    "parts.eml": (lambda: HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n"
                  + b"--b\nContent-Type: text/plain\n\nx\n" * 20_000, "too-many", 1),
    "boundaries.eml": (lambda: HEAD + b"Content-Type: multipart/mixed; boundary="
                       + b"b" * 100_000 + b"\n\n" + (b"--" + b"b" * 100 + b"\n") * 50_000,
                       "read empty damaged too-slow too-many", 1),
    "bomb.eml": (lambda: mail_with("a.zip", zipped([("a.txt", b"0" * (60 << 20))])), "read hostile", 2),
    "up.eml": (lambda: mail_with("../../etc/a.docx", WORD), "read", 1),
}


def links(folder: pathlib.Path) -> None:
    """A folder of links: to itself, to nothing, to its own parent."""
    folder.mkdir()
    (folder / "good.txt").write_bytes(GOOD)
    os.symlink("self.txt", folder / "self.txt")
    os.symlink("/nonexistent/a.txt", folder / "nothing.txt")
    os.symlink("..", folder / "parent")
    os.mkfifo(folder / "pipe.txt")


FOLDERS = {"links": (links, "read unreadable not-a-file", 5)}


def main() -> int:
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, (make, codes, lines) in FILES.items():
        (folder / name).write_bytes(make())
        print(f"{name}\t{codes}\t{lines}")
    for name, (make, codes, lines) in FOLDERS.items():
        make(folder / name)
        print(f"{name}\t{codes}\t{lines}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
