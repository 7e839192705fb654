#!/usr/bin/env python3
"""make_scans.py - the project's own samples as scans: printed, laid down crooked, read.

Each sample is set in a serif face by LibreOffice, drawn at 200 dpi, turned by half a
degree and soiled a little, then read as a PNG or as a PDF's page would be. What is read
is compared with the labels of tests/gold: of the fields that are right when the text itself
is read, 0.95 must be right here.

usage: make_scans.py [--only NNN,NNN] [--keep FOLDER] [--degrees 0.5] PROGRAM ROOT
"""
import argparse
import html
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import zlib
import struct
import math

TODAY = "2026-11-23"  # tests/gold/README.md
DPI = 200
BAR = 0.95
GAP = re.compile(r"(?<=\S) {3,}(?=\S)|\t+")
STYLE = """<style>@page{size:21cm 29.7cm;margin:2cm}
body,p,td{font-family:'Liberation Serif';font-size:13pt}p{margin:0 0 1mm 0}td{text-align:center;
vertical-align:top}table{width:100%}table.a td{white-space:nowrap;font-size:11.5pt}table.a{margin-left:-1cm;width:112%}table.b{border-collapse:collapse}table.b td{border:1px solid black}
</style>"""


def cells(line: str) -> list[str]:
    if line.lstrip().startswith("|"):
        return [c.strip() for c in line.strip().strip("|").split("|")]
    return GAP.split(line.strip())


def cell(words: str, drawn: bool) -> str:
    """The cells of a header are not to be wrapped."""
    return html.escape(words) if drawn else html.escape(words).replace(" ", "&nbsp;")


def as_html(text: str) -> str:
    """Two-column lines become rows of a table, deep indents are centred."""
    out, table = [], None
    for line in text.split("\n"):
        drawn = line.lstrip().startswith("|")
        if drawn and set(line.strip()) <= set("|-: "):
            continue
        parts = cells(line) if line.strip() else []
        kind = "b" if drawn else "a" if len(parts) == 2 else None
        if table == "a" and not kind and line.strip() and len(line) - len(line.lstrip()) > 38:
            parts, kind = ["", line.strip()], "a"
        if kind != table:
            out += ["</table>"] if table else []
            frame = 'border="1" cellspacing="0" cellpadding="4"' if drawn else 'border="0"'
            out += [f'<table class="{kind}" {frame}>'] if kind else []
            table = kind
        if kind:
            align = ' style="text-align:left"' if parts[0].startswith(("-", "Nơi")) else ""
            out.append("<tr>" + "".join(f"<td{align if i == 0 else ''}>{cell(c, drawn)}</td>"
                                        for i, c in enumerate(parts)) + "</tr>")
            continue
        indent = len(line) - len(line.lstrip())
        style = "text-align:center" if indent > 14 else f"text-indent:{indent * 1.5:.0f}mm" if indent else ""
        words = html.escape(line.strip().replace("**", "")) or "&nbsp;"
        out.append(f'<p style="{style}">{words}</p>')
    out += ["</table>"] if table else []
    return f"<html><head><meta charset=utf-8>{STYLE}</head><body>" + "\n".join(out) + "</body></html>"


def pgm(data: bytes) -> tuple[int, int, bytes]:
    head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", data)
    return int(head[1]), int(head[2]), data[head.end():]


def crooked(width: int, height: int, pixels: bytes, degrees: float, dice: random.Random) -> list[bytes]:
    """Rows of the page turned by two shears, with specks."""
    slope = math.tan(math.radians(degrees))
    white = b"\xff" * width
    rows = [pixels[y * width:(y + 1) * width] for y in range(height)]
    across = []
    for y, row in enumerate(rows):
        by = round((y - height / 2) * slope)
        across.append((row[by:] + white)[:width] if by >= 0 else (white[:-by] + row)[:width])
    bands = [(x, round((x - width / 2) * slope)) for x in range(0, width, 16)]
    turned = []
    for y in range(height):
        line = b"".join((across[y - by] if 0 <= y - by < height else white)[x:x + 16] for x, by in bands)
        turned.append(bytearray(line[:width]))
    for _ in range(width * height // 20000):
        turned[dice.randrange(height)][dice.randrange(width)] = dice.randrange(0, 120)
    return [bytes(r) for r in turned]


def png(width: int, rows: list[bytes]) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    head = struct.pack(">IIBBBBB", width, len(rows), 8, 0, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) +
            chunk(b"pHYs", struct.pack(">IIB", int(DPI / 0.0254), int(DPI / 0.0254), 1)) +
            chunk(b"IDAT", zlib.compress(b"".join(b"\0" + r for r in rows), 6)) + chunk(b"IEND", b""))


def pdf(pages: list[tuple[int, list[bytes]]]) -> bytes:
    """Pages that are pictures and nothing else."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
    kids = []
    for width, rows in pages:
        at = len(objects) + 1
        kids.append(b"%d 0 R" % at)
        w, h = width * 72 / DPI, len(rows) * 72 / DPI
        draw = b"q %.2f 0 0 %.2f 0 0 cm /I Do Q" % (w, h)
        body = zlib.compress(b"".join(rows), 6)
        objects += [b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %.2f %.2f]/Contents %d 0 R"
                    b"/Resources<</XObject<</I %d 0 R>>>>>>" % (w, h, at + 1, at + 2),
                    b"<</Length %d>>stream\n%s\nendstream" % (len(draw), draw),
                    b"<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray"
                    b"/BitsPerComponent 8/Filter/FlateDecode/Length %d>>stream\n%s\nendstream"
                    % (width, len(rows), len(body), body)]
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(kids), len(kids))
    out, places = b"%PDF-1.4\n", []
    for i, body in enumerate(objects):
        places.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (i + 1, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % p for p in places)
    return out + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


def scan_of(text: pathlib.Path, folder: pathlib.Path, degrees: float) -> pathlib.Path:
    page = folder / (text.stem + ".html")
    page.write_text(as_html(text.read_text()))
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
                    "pdf:writer_web_pdf_Export", "--outdir", str(folder), str(page)],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)
    printed = folder / (text.stem + ".pdf")
    subprocess.run(["pdftoppm", "-r", str(DPI), "-gray", str(printed), str(folder / text.stem)], check=True)
    dice = random.Random(text.stem)
    pages = []
    for picture in sorted(folder.glob(text.stem + "-*.pgm")):
        width, height, pixels = pgm(picture.read_bytes())
        pages.append((width, crooked(width, height, pixels, degrees, dice)))
        picture.unlink()
    printed.unlink()
    if len(pages) == 1:  # a loose picture is read by another way than a PDF
        scan = folder / (text.stem + ".png")
        scan.write_bytes(png(*pages[0]))
    else:
        scan = printed
        scan.write_bytes(pdf(pages))
    return scan


def measure(program: str, root: pathlib.Path, readings: pathlib.Path, registry: str, only: list[str]) -> int:
    """How many fields are right."""
    gold = readings / "gold"
    gold.mkdir(exist_ok=True)
    for one in only:
        (gold / f"{one}.json").write_text((root / "tests/gold" / registry / f"{one}.json").read_text())
    done = subprocess.run([program, "score", str(gold), "--read-json", str(readings), "--format", "json"],
                          capture_output=True, text=True)
    if readings.name != "texts":
        subprocess.run([program, "score", str(gold), "--read-json", str(readings)])
    return sum(f["right"] for f in json.loads(done.stdout)["fields"])


def read(program: str, registry: str, source: pathlib.Path, to: pathlib.Path) -> None:
    done = subprocess.run([program, "read", "--format", "json", "--registry", f"{registry},vietnam", str(source)],
                          capture_output=True, text=True)
    sys.stderr.write(done.stderr)
    to.write_text(done.stdout)


def main() -> int:
    p = argparse.ArgumentParser()
    p.add_argument("--only", default="")
    p.add_argument("--keep")
    p.add_argument("--degrees", type=float, default=0.5)
    p.add_argument("program")
    p.add_argument("root")
    args = p.parse_args()
    program, root = str(pathlib.Path(args.program).resolve()), pathlib.Path(args.root).resolve()
    only = [o for o in args.only.split(",") if o]
    right = from_text = 0
    with tempfile.TemporaryDirectory() as name:
        top = pathlib.Path(args.keep or name)
        texts = top / "texts"
        texts.mkdir(parents=True, exist_ok=True)
        subprocess.run([program, "examples", "--today", TODAY, "--out", str(texts)], check=True,
                       stdout=subprocess.DEVNULL)
        for registry in ("langson", "vidu"):
            folder = top / registry
            folder.mkdir(exist_ok=True)
            numbers = []
            for source in sorted((root / "examples" / registry).glob("*.txt")):
                number = "0" + source.name[:2]
                if only and number not in only:
                    continue
                scan = scan_of(texts / source.name, folder, args.degrees)
                read(program, registry, scan, folder / f"{number}.json")
                (folder / "texts").mkdir(exist_ok=True)
                read(program, registry, texts / source.name, folder / "texts" / f"{number}.json")
                numbers.append(number)
            if numbers:
                right += measure(program, root, folder, registry, numbers)
                from_text += measure(program, root, folder / "texts", registry, numbers)
    share = right / from_text if from_text else 0
    print(f"{'ok' if share >= BAR else 'not ok'} 1 - scans of the samples: {right} of the {from_text} fields "
          f"that the texts give, {share:.3f}")
    return 0 if share >= BAR else 1


if __name__ == "__main__":
    sys.exit(main())
