#!/usr/bin/env python3
"""mixed.py - 2,000 files of all kinds in one run: none lost, each failure told, memory held.

usage: mixed.py PROGRAM ROOT [COUNT]

The files are made from the project's samples, and from the documents of
../shared/corpus where they are at hand, with other figures in each: Word, PDF, text,
pages, mails, archives, sheets, old office files, and broken ones of each. One `dondoc
read` reads them all; every 10 ms it is looked at how much memory each process of it
holds. What needs a program that is not installed is named and left out.
"""
import email.message
import io
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from xml.sax.saxutils import escape

program, root = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
COUNT = int(sys.argv[3]) if len(sys.argv) > 3 else 2000
OURS_MB, ALL_MB = 64, 600
CORPUS = root.parent / "shared" / "corpus"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
M = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
T = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-officedocument."
rng = random.Random(1)
cases: list[bool] = []


def say(fine: bool, what: str, why: str = "") -> None:
    cases.append(fine)
    print(f"{'ok' if fine else 'not ok'} {len(cases)} - {what}" + ("" if fine else f"\n  {why}"), flush=True)


def varied(text: str) -> str:
    """Other figures of the same length, so that days stay days; no page breaks."""
    text = text.replace("\f", "\n")
    out, at = [], 0
    while at < len(text):
        end = at
        while end < len(text) and text[end].isascii() and text[end].isdigit():
            end += 1
        if end - at >= 3:
            out.append(text[at] + "".join(rng.choice("0123456789") for _ in range(end - at - 1)))
        else:
            out.append(text[at:end] if end > at else text[at])
        at = max(end, at + 1)
    return "".join(out)


def package(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for name, data in parts.items():
            z.writestr(name, data)
    return out.getvalue()


def office(main: str, kind: str, body: str, more: dict[str, str]) -> bytes:
    return package({
        "[Content_Types].xml":
            f'<Types xmlns="{T}/content-types"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/{main}" ContentType="{TYPES}{kind}.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{T}/relationships"><Relationship Id="r1" '
                       f'Type="{R}/officeDocument" Target="{main}"/></Relationships>',
        main: body, **more})


def docx(text: str) -> bytes:
    paragraphs = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>'
                         for line in text.split("\n"))
    return office("word/document.xml", "wordprocessingml.document",
                  f'<w:document xmlns:w="{W}"><w:body>{paragraphs}</w:body></w:document>', {})


HEADINGS = ["STT", "Nội dung nhiệm vụ được giao", "Cơ quan thực hiện", "Thời gian hoàn thành"]


def rows(text: str) -> list[list[str]]:
    lines = [line for line in text.split("\n") if len(line) > 60][:40]
    return [HEADINGS] + [[str(i + 1), line, "Sở Tài chính", f"{i % 27 + 1}/5/2026"]
                         for i, line in enumerate(lines)]


def xlsx(text: str) -> bytes:
    cells = "".join("<row>" + "".join(f'<c t="inlineStr"><is><t>{escape(c)}</t></is></c>' for c in row)
                    + "</row>" for row in rows(text))
    book = (f'<workbook xmlns="{M}" xmlns:r="{R}"><sheets><sheet name="NV" sheetId="1" r:id="r1"/>'
            "</sheets></workbook>")
    return office("xl/workbook.xml", "spreadsheetml.sheet", book, {
        "xl/_rels/workbook.xml.rels":
            f'<Relationships xmlns="{T}/relationships"><Relationship Id="r1" '
            f'Type="{R}/worksheet" Target="worksheets/s.xml"/></Relationships>',
        "xl/worksheets/s.xml": f'<worksheet xmlns="{M}"><sheetData>{cells}</sheetData></worksheet>'})


def html(text: str) -> bytes:
    return ("<!DOCTYPE html><html><body>" + "".join(f"<p>{escape(line)}</p>" for line in text.split("\n"))
            + "</body></html>").encode()


def mail(text: str) -> bytes:
    m = email.message.EmailMessage()
    m["From"], m["To"], m["Subject"] = "vanphong@vi.du", "phong@vi.du", "Văn bản"
    m["Message-ID"] = f"<{rng.random()}@vi.du>"
    m.set_content("Kính gửi các đồng chí văn bản kèm theo.\n")
    m.add_attachment(docx(text), maintype="application", subtype="octet-stream", filename="van-ban.docx")
    return m.as_bytes()


def csv(text: str) -> bytes:
    return "\n".join(",".join('"' + c.replace('"', '""') + '"' for c in row)
                     for row in rows(text)).encode()


def archive(text: str) -> bytes:
    return package({"van-ban.txt": text, "thu-muc/van-ban.html": html(text).decode()})


def old(kind: str, texts: list[str], folder: pathlib.Path) -> list[bytes]:
    """Word files made into others by one run of LibreOffice."""
    here = folder / kind
    here.mkdir()
    for i, text in enumerate(texts):
        (here / f"{i}.docx").write_bytes(docx(text))
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile",
                    "--convert-to", kind, "--outdir", str(here / "out"),
                    *map(str, sorted(here.glob("*.docx")))], check=True, capture_output=True, timeout=900)
    made = [p.read_bytes() for p in sorted((here / "out").iterdir())]
    shutil.rmtree(here)
    return made


def sources() -> list[str]:
    with tempfile.TemporaryDirectory() as name:
        subprocess.run([program, "examples", "--today", "2026-03-02", "--out", name], check=True,
                       capture_output=True)
        texts = [p.read_text() for p in sorted(pathlib.Path(name).rglob("*.txt"))]
    if CORPUS.is_dir():
        texts += [p.read_text() for p in sorted(CORPUS.glob("docs/*.txt"))]
    else:
        print("# not used: ../shared/corpus is not here")
    return texts


def make(folder: pathlib.Path, into: pathlib.Path) -> tuple[int, int]:
    """Files into a folder; how many, and how many of them are broken."""
    texts, made = sources(), []
    kinds = {"txt": (lambda t: t.encode(), 18), "docx": (docx, 22), "html": (html, 6), "eml": (mail, 6),
             "zip": (archive, 5), "xlsx": (xlsx, 6), "csv": (csv, 4)}
    for kind, (maker, percent) in kinds.items():
        made += [(kind, maker(varied(rng.choice(texts)))) for _ in range(COUNT * percent // 100)]
    for kind, percent in {"pdf": 15, "doc": 5, "rtf": 5, "odt": 3}.items():
        if not shutil.which("soffice") or (kind == "pdf" and not shutil.which("pdftotext")):
            print(f"# not used: .{kind}: LibreOffice or poppler-utils is not installed")
            continue
        wanted = COUNT * percent // 100
        base = old(kind, [varied(rng.choice(texts)) for _ in range(min(wanted, 60))], folder)
        made += [(kind, base[i % len(base)]) for i in range(wanted)]
    if CORPUS.is_dir():
        made += [(p.suffix[1:], p.read_bytes()) for p in sorted(CORPUS.glob("docs/*"))
                 if p.suffix in (".docx", ".txt")]
    broken = [(kind, data) for kind, data in made if kind in ("docx", "pdf", "xlsx", "doc", "odt")]
    broken = [(kind, data[:len(data) // 3]) for kind, data in rng.sample(broken, COUNT * 4 // 100)]
    broken += [("docx", b""), ("bin", bytes(range(256)) * 9), ("gif", b"GIF89a" + b"\0" * 99)]
    files = [(k, d, False) for k, d in made] + [(k, d, True) for k, d in broken]
    rng.shuffle(files)
    for i, (kind, data, bad) in enumerate(files):
        (into / f"{i:05}{'-hong' if bad else ''}.{kind}").write_bytes(data)
    return len(files), len(broken)


def held(pid: int) -> list[tuple[str, float]]:
    """Name and megabytes of a process and of all below it."""
    found, wanted = [], [pid]
    while wanted:
        at = wanted.pop()
        try:
            wanted += [int(x) for t in os.listdir(f"/proc/{at}/task")
                       for x in pathlib.Path(f"/proc/{at}/task/{t}/children").read_text().split()]
            name = pathlib.Path(f"/proc/{at}/comm").read_text().strip()
            pages = int(pathlib.Path(f"/proc/{at}/statm").read_text().split()[1])
        except (OSError, IndexError, ValueError):
            continue
        found.append((name, pages * os.sysconf("SC_PAGESIZE") / 1e6))
    return found


with tempfile.TemporaryDirectory() as name:
    place = pathlib.Path(name)
    (place / "in").mkdir()
    total, bad = make(place, place / "in")
    out, errors = place / "out.json", place / "errors.txt"
    started, ours, everyone = time.monotonic(), 0.0, 0.0
    with out.open("wb") as o, errors.open("wb") as e:
        run = subprocess.Popen([program, "read", "--format", "json", str(place / "in")], stdout=o, stderr=e)
        while run.poll() is None:
            now = held(run.pid)
            ours = max([ours] + [mb for who, mb in now if who == pathlib.Path(program).name])
            everyone = max(everyone, sum(mb for _, mb in now))
            time.sleep(0.01)
    seconds = time.monotonic() - started
    records = [json.loads(line) for line in out.read_text().splitlines()]
    lines = errors.read_text().splitlines()

first = lambda r: (r["source"].get("path") or [r["source"]["name"]])[0]  # noqa: E731
failed = [r for r in records if "error" in r]
seen = {first(r) for r in records}
names = {first(r) for r in failed}
wrong = sorted(f"{first(r)}: {r['error']['code']}" for r in failed if "-hong" not in first(r))
spared = sorted(n for n in seen if "-hong" in n and n not in names)
say(len(seen) == total, f"none of {total} files is lost: {len(records)} records in {seconds:.0f} s",
    f"{total - len(seen)} lost")
say(not wrong, "every good file is read", str(wrong[:10]))
say(len(names) + len(spared) >= bad, f"{len(names)} of {bad} broken files refused, {len(spared)} read in part")
say(all(r["error"]["code"] and r["error"]["message"] for r in failed) and
    len(lines) == len(failed) + 1, "each failure is listed with its reason, then a summary",
    f"{len(failed)} failures, {len(lines)} lines")
say(lines[-1:] == [f"dondoc: Đã đọc {len(records) - len(failed)} văn bản, {len(failed)} tệp lỗi."],
    "the summary counts right", str(lines[-1:]))
say(run.returncode == 1, "the exit code says that some failed", str(run.returncode))
say(0 < ours <= OURS_MB, f"our largest process: {ours:.0f} MB of {OURS_MB}")
say(everyone <= ALL_MB, f"all processes together: {everyone:.0f} MB of {ALL_MB}")
sys.exit(0 if all(cases) else 1)
