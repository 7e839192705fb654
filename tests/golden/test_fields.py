#!/usr/bin/env python3
"""test_fields.py PROGRAM ROOT - every record has the fields of docs/document.fields.tsv and no other.

Records come from the project's samples as text, from a Word file made here, and, where the
programs for it are installed, from a PDF made here and a picture of it. A field that no record
can have any more fails as well as one that the table does not name; what is frozen is
compared by its hash.
"""
import hashlib
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

FROZEN = "f2081c14481e77b9d800e45008a344a07d71adb56163b9a4a021546b29e6ca02"
TYPES = {"text": str, "number": (int, float), "bool": bool}
# No record of these samples has one; their keys are written by the same functions.
UNSEEN = {"PETITION.", "STAMP.", "ACTOR.confidence", "PARTICIPANT.confidence", "RECIPIENT.confidence",
          "DELIVERABLE.confidence", "FIGURE.confidence", "FOOTNOTE.confidence", "CITATION.confidence",
          "PLACE.confidence", "ARCHIVE.confidence"}

program, root = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
text = (root / "docs/document.fields.tsv").read_text(encoding="utf-8")
count = failed = 0


def case(good, what, *details):
    global count, failed
    count += 1
    failed += not good
    for line in details:
        print("# " + line)
    print(("ok" if good else "not ok"), count, "-", what, flush=True)


shapes, seen = {}, set()  # shape: {field: (type, when)}; "" is the record
for line in text.splitlines():
    if line and not line.startswith("#"):
        path, kind, *when = line.split("\t")
        shape, _, field = path.rpartition(".")
        shapes.setdefault(shape, {})[field] = (kind, when[0] if when else "")


def look(value, kind, where, modes, wrong):
    """Hold a value to its type; what is wrong goes into `wrong`."""
    if kind.endswith("?"):
        if value is None:
            return
        kind = kind[:-1]
    if kind.endswith("[]"):
        if not isinstance(value, list):
            wrong.append(f"{where} is no list")
        else:
            for one in value:
                look(one, kind[:-2], where, modes, wrong)
    elif kind == "SPAN":
        if not (isinstance(value, list) and len(value) == 2 and all(type(n) is int and n >= 0 for n in value)):
            wrong.append(f"{where} is no span")
    elif kind in TYPES:
        if not isinstance(value, TYPES[kind]) or (kind != "bool" and isinstance(value, bool)):
            wrong.append(f"{where} is {value!r}, not {kind}")
    elif not isinstance(value, dict):
        wrong.append(f"{where} is no {kind}")
    else:
        look_fields(value, kind, modes, wrong)


def look_fields(value, shape, modes, wrong):
    fields = shapes[shape]
    name = shape + "." if shape else ""
    for field in value.keys() - fields.keys():
        wrong.append(f"{name}{field} is not in the table")
    for field, (kind, when) in fields.items():
        if field in value:
            seen.add(name + field)
            look(value[field], kind, name + field, modes, wrong)
            if when and when not in modes:
                wrong.append(f"{name}{field} without {when}")
        elif not when or (when == "ocr" and when in modes):
            wrong.append(f"{name}{field} is missing")


def read(what, modes, *args):
    done = subprocess.run([program, "read", "--format", "json", *args], capture_output=True, text=True)
    records = [json.loads(line) for line in done.stdout.splitlines()]
    wrong = [] if records else ["nothing was read: " + done.stderr]
    for record in records:
        mine = modes | ({"ocr"} if record["source"].get("through") == "ocr" else set())
        look_fields(record, "", mine, wrong)
    case(not wrong, what, *sorted(set(wrong))[:20])


def word(path):
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = "".join(f'<w:p><w:pPr><w:ind w:firstLine="720"/></w:pPr><w:r><w:rPr><w:sz w:val="28"/></w:rPr>'
                   f"<w:t>{line}</w:t></w:r></w:p>" for line in LINES)
    with zipfile.ZipFile(path, "w") as z:
        z.writestr("[Content_Types].xml", "<Types/>")
        z.writestr("word/document.xml", f'<w:document {w}><w:body>{body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
                   '<w:pgMar w:top="1134" w:bottom="1134" w:left="1701" w:right="851"/></w:sectPr></w:body></w:document>')


def pdf(path):
    """One page in a font that every reader has: no Vietnamese marks."""
    shown = "".join(f"1 0 0 1 72 {760 - 24 * i} Tm ({line}) Tj\n" for i, line in enumerate(PLAIN))
    content = f"BT /F1 13 Tf\n{shown}ET".encode()
    parts = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
             b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
             b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
             b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>"]
    out, places = b"%PDF-1.4\n", []
    for i, part in enumerate(parts):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (i + 1, part)
    table = b"".join(b"%010d 00000 n \n" % at for at in places)
    path.write_bytes(out + b"xref\n0 6\n0000000000 65535 f \n" + table +
                     b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(out))


LINES = ["ỦY BAN NHÂN DÂN", "Số: 12/TB-UBND", "THÔNG BÁO", "Kết luận cuộc họp",
         "1. Giao Sở Tài chính chủ trì, trình Ủy ban nhân dân trước ngày 15/3/2026."]
PLAIN = ["So: 12/TB-UBND", "THONG BAO", "Ket luan cuoc hop ngay 12/3/2026 ve cong tac chuan bi",
         "1. Giao So Tai chinh chu tri, trinh Uy ban nhan dan tinh truoc ngay 15/3/2026.",
         "2. Cac so, ban, nganh lien quan phoi hop thuc hien, bao cao ket qua ve Van phong."]

frozen = text.split("\n# later\n")[0]
case(hashlib.sha256("\n".join(line for line in frozen.splitlines() if not line.startswith("#")).encode())
     .hexdigest() == FROZEN, "what is frozen is as it was: what must differ is document/2")
version = subprocess.run([program, "--version"], capture_output=True, text=True).stdout
case(re.search(r"^document schema 1$", version, re.M), "the program says document schema 1")
with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    subprocess.run([program, "examples", "--today", "2026-03-02", "--out", name + "/ex"], check=True,
                   capture_output=True)
    read("our samples", {"calendar"}, "--calendar", "builtin", name + "/ex")
    ours = [(folder / "ex" / x).read_text() for x in sorted(p.name for p in (folder / "ex").iterdir()) if x[:2] in ("06", "08")]
    (folder / "two.txt").write_text("\n".join(ours))
    read("a file that holds two documents", set(), str(folder / "two.txt"))
    word(folder / "w.docx")
    read("a Word file", set(), str(folder / "w.docx"))
    if shutil.which("pdftotext"):
        pdf(folder / "p.pdf")
        read("a PDF, with boxes", {"boxes"}, "--boxes", str(folder / "p.pdf"))
    if shutil.which("pdftoppm") and shutil.which("tesseract"):
        subprocess.run(["pdftoppm", "-r", "200", "-png", "-singlefile", str(folder / "p.pdf"), name + "/s"], check=True)
        read("a picture", {"boxes"}, "--boxes", name + "/s.png")
        never = sorted(f"{s}.{f}" if s else f for s in shapes for f in shapes[s])
        never = [f for f in never if f not in seen and not any(f.startswith(u) for u in UNSEEN)]
        case(not never, "every field of the table is in some record", *never)
print(f"1..{count}")
sys.exit(failed > 0)
