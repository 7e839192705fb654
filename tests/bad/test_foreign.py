#!/usr/bin/env python3
"""test_foreign.py - hostile and broken files of foreign formats cost one line each.

Each is refused within ten seconds with exactly one line on stderr, or read, where
it is only large or odd; a good file beside it is read all the same. All are made
here. What needs a program that is not installed is named and not run.
"""
import io
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile

program = str(pathlib.Path(sys.argv[1]).resolve())
SECONDS = 10 * (4 if "test" in pathlib.Path(sys.argv[1]).parent.name else 1)  # sanitizers
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
GOOD = "Số: 12/TB-UBND\n\nGiao Sở Tài chính báo cáo trước ngày 27/5/2026.\n".encode()
cases: list[bool] = []


def say(fine: bool, what: str, why: str = "") -> None:
    cases.append(fine)
    if not fine and why:
        print("  " + why.strip().replace("\n", "\n  ")[:2000])
    print(f"{'ok' if fine else 'not ok'} {len(cases)} - {what}", flush=True)


def docx(body: str, packed: bool = True, **parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as z:
        z.writestr("word/document.xml", body if body.startswith("<?xml") else
                   f"<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, text in parts.items():
            z.writestr(f"word/{name}.xml", text)
    return out.getvalue()


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("word/document.xml", " " * (60 << 20))
    return out.getvalue()


def many(n: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as z:
        z.writestr("word/document.xml", "x")
        for i in range(n):
            z.writestr(f"a{i}", "")
    return out.getvalue()


LAUGHS = ('<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">'
          + "".join(f'<!ENTITY {chr(98 + i)} "{"&" + chr(97 + i) + ";" * 1}">' for i in range(8))
          + "]><w:document>&i;</w:document>")
OUTSIDE = ('<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
           f"<w:document {W}><w:body>{p('&a;')}</w:body></w:document>")
WORD = docx(p("Giao Sở Tài chính báo cáo trước ngày 27/5/2026."))

REFUSED = {
    "a cut Word file": (WORD[:-30], "damaged"),
    "a Word file cut in its middle": (WORD[: len(WORD) // 2], "damaged"),
    "a Word file with a flipped byte": (WORD[:60] + bytes([WORD[60] ^ 255]) + WORD[61:], "damaged"),
    "a part that swells": (bomb(), "hostile"),
    "an archive of too many parts": (many(20000), "hostile"),
    "a billion laughs": (docx(LAUGHS), "hostile"),
    "an entity from outside": (docx(OUTSIDE), "hostile"),
    "tables inside tables": (docx("<w:tbl><w:tr><w:tc>" * 5000), "hostile"),
    "boxes inside boxes": (docx("<w:txbxContent>" * 5000), "hostile"),
    "fields inside fields": (docx('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>' * 500),
                             "hostile"),
    "no words": (docx("<w:p/>" * 1000), "empty"),
    "no XML": (docx("<?xml nothing"), "damaged"),
    "styles that are no XML": (docx(p("a"), styles="<w:styles"), "damaged"),
    "a password": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
                   + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    "an archive of nothing": (b"PK\x03\x04" + b"\0" * 40, None),
}
PDF_REFUSED = {
    "a PDF of rubbish": (b"%PDF-1.7\n" + bytes(range(256)) * 40, "damaged"),
    "a PDF without its end": (b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog", "damaged"),
    "a PDF without words": (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]"
        b"/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n"
        b"trailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF", None),
}
LARGE = {
    "a million cells": docx("<w:tbl>" + ("<w:tr>" + f"<w:tc>{p('x')}</w:tc>" * 50 + "</w:tr>") * 20000
                            + "</w:tbl>"),
    "a hundred thousand breaks": docx("<w:p><w:r>" + "<w:t>1</w:t><w:br/>" * 100000 + "</w:r></w:p>",
                                       packed=False),
    "ten megabytes in a run": docx(p("giao " * 2000000), packed=False),
    "styles that inherit in circles": docx(
        '<w:p><w:pPr><w:pStyle w:val="a1"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>' * 1000,
        styles=f"<w:styles {W}>" + "".join(
            f'<w:style w:type="paragraph" w:styleId="a{i}"><w:basedOn w:val="a{(i + 1) % 5000}"/>'
            "</w:style>" for i in range(5000)) + "</w:styles>"),
}


def read(folder: pathlib.Path, *names: str) -> tuple[subprocess.CompletedProcess, float]:
    started = time.monotonic()
    done = subprocess.run([program, "read", "--format", "json", *(str(folder / n) for n in names)],
                          capture_output=True, text=True, timeout=120, errors="replace")
    return done, time.monotonic() - started


def refused(folder: pathlib.Path, what: str, data: bytes, code: str | None) -> None:
    (folder / "bad.bin").write_bytes(data)
    (folder / "good.txt").write_bytes(GOOD)
    done, seconds = read(folder, "bad.bin", "good.txt")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    got = lines[0].get("error", {}).get("code") if lines else None
    fine = (done.returncode == 1 and done.stderr.count("bad.bin") == 1 and len(lines) == 2
            and got is not None and code in (None, got) and "text" in lines[1] and seconds < SECONDS)
    say(fine, f"{what}: {got}",
        f"exit {done.returncode}, {seconds:.1f} s, wanted {code}\n{done.stderr}{done.stdout[:300]}")


def large(folder: pathlib.Path, what: str, data: bytes) -> None:
    (folder / "large.bin").write_bytes(data)
    done, seconds = read(folder, "large.bin")
    ended = done.returncode in (0, 1, 3) and done.stderr.count("large.bin") <= 1
    say(ended and seconds < 3 * SECONDS, f"{what}: exit {done.returncode}, {seconds:.1f} s",
        f"exit {done.returncode}, {seconds:.1f} s\n{done.stderr[:500]}")


with tempfile.TemporaryDirectory() as name:
    place = pathlib.Path(name)
    for title, (content, wanted) in REFUSED.items():
        refused(place, title, content, wanted)
    if shutil.which("pdftotext"):
        for title, (content, wanted) in PDF_REFUSED.items():
            refused(place, title, content, wanted)
    else:
        print("# not run: hostile PDFs: poppler-utils is not installed")
    for title, content in LARGE.items():
        large(place, title, content)
sys.exit(0 if all(cases) else 1)
