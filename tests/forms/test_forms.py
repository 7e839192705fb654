#!/usr/bin/env python3
"""test_forms.py PROGRAM ROOT - the project's own samples as Word, PDF and scan: one record.

Every sample is laid out as an office would (formlib.py), written as DOCX, printed by LibreOffice in one
run in four looks, and three of them are scanned. DOCX and PDF must give the record of the text field by field, scans
0.95 of its fields; `--all` scans every sample (make soak) and says what each page took.
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

import formlib

TODAY = "2026-03-02"
BAR = 0.95
SCANNED = ("12", "13", "23")  # a plan with a table, a wire with a mark, a letter
STAMPED, NUMBER = "23-cong-van-don-doc", "1968/VP-TH"
# pixels, degrees, colours of the scan: over the text, above it, over the text in grey, across lines
PRESSED = (((250, 430), 4, 3), ((300, 60), -3, 3), ((250, 430), 4, 1), ((240, 330), -8, 3), ((240, 330), -8, 1))
REGISTRIES = ("langson", "vidu")

every = "--all" in sys.argv
program, root = [str(pathlib.Path(a).resolve()) for a in sys.argv[1:] if not a.startswith("-")][:2]
number = failed = 0


def case(good, what, details=()):
    global number, failed
    number += 1
    failed += not good
    for line in details:
        print("# " + line[:240])
    print(("ok" if good else "not ok"), number, "-", what, flush=True)


def compare(texts, files, registry):
    """(same, all, what differs) over pairs of records."""
    same = total = 0
    say = []
    for source, a, b in zip(texts, formlib.records(program, texts, registry),
                            formlib.records(program, files, registry)):
        one = []
        s, t = formlib.agree(formlib.settled(a), formlib.settled(b), "", one)
        same, total = same + s, total + t
        say += [f"{source.stem[:2]}{line}" for line in one]
    return same, total, say


def confident(record):
    """Of a scan: through ocr, and how sure beside every place in the text."""
    def places(value):
        if isinstance(value, dict):
            return ([value] if value.get("at") else []) + [p for v in value.values() for p in places(v)]
        return [p for v in value for p in places(v)] if isinstance(value, list) else []
    fields = {k: v for k, v in record.items() if k != "pages"}
    return record["source"]["through"] == "ocr" and all(
        isinstance(p.get("confidence"), (int, float)) for p in places(fields) if "rule" not in p or "action" not in p)


def scans(texts, printed):
    spent = pages = same = total = 0
    say, sure = [], True
    for registry in REGISTRIES:
        for text in (t for t in texts if (t.name[0] == "2") == (registry == "vidu")):
            picture = formlib.scan(printed / (text.stem + ".pdf"))
            began = time.monotonic()
            record = formlib.records(program, [picture], registry)[0]
            spent += time.monotonic() - began
            pages += len(record["pages"])
            sure = sure and confident(record)
            s, t = formlib.agree(formlib.settled(formlib.records(program, [text], registry)[0]),
                                 formlib.settled(record), text.stem[:2], say)
            same, total = same + s, total + t
            if every:
                print(f"# {text.stem}: {s} of {t}")
    return same, total, say, sure, spent, pages


def turned(folder):
    """A page that lay on its side or upside down is the page that it is."""
    bad = []
    for quarters in (1, 2, 3):
        record = formlib.records(program, [formlib.scan(folder / (STAMPED + ".pdf"), turns=quarters)], "vidu")[0]
        if record["number"]["value"] != NUMBER or len(record["assignments"]) != 2:
            bad.append(f"{quarters} quarters: {json.dumps(record['number'])}")
    case(not bad, "a page turned by quarters is read", bad)


def stamped(folder):
    """A mark of secrecy is seen wherever it is pressed, and the document refused."""
    mark = formlib.ink(folder / "stamp.pdf")
    page = formlib.drawn(folder / (STAMPED + ".pdf"))
    missed = []
    for i, (at, degrees, colours) in enumerate(PRESSED):
        picture = folder / f"stamped-{i}.png"
        pressed = formlib.press(page, mark, at, degrees)
        picture.write_bytes(formlib.png(*(pressed if colours == 3 else formlib.grey(pressed)), colours))
        done = subprocess.run([program, "read", str(picture)], capture_output=True, text=True)
        if done.returncode != 3 or '"secret"' not in done.stdout:
            missed.append(f"at {at}, {degrees} degrees: {done.stdout[:120]}")
    case(not missed, f"a scan stamped MẬT is refused, {len(PRESSED)} places", missed)


def main():
    missing = [p for p in ("soffice", "pdftoppm", "tesseract") if not shutil.which(p)]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        subprocess.run([program, "examples", "--today", TODAY, "--out", str(folder / "texts")], check=True,
                       stdout=subprocess.DEVNULL)
        texts = sorted((folder / "texts").glob("*.txt"))
        for text in texts:
            formlib.docx(formlib.Sample(text.read_text()), folder / (text.stem + ".docx"))
            for look, changes in formlib.LOOKS.items():
                formlib.restyle(folder / (text.stem + ".docx"), folder / f"{text.stem}.{look}.docx", changes)
        formlib.stamp("MẬT", folder / "stamp.docx")
        printed = "soffice" not in missing and formlib.print_all(sorted(folder.glob("*.docx")), folder)
        for form in ("docx", "pdf", *(f"{look}.pdf" for look in formlib.LOOKS)) if printed else ("docx",):
            same = total = 0
            say = []
            for registry in REGISTRIES:
                mine = [t for t in texts if (t.name[0] == "2") == (registry == "vidu")]
                s, t, more = compare(mine, [folder / f"{m.stem}.{form}" for m in mine], registry)
                same, total, say = same + s, total + t, say + more
            case(same == total and total > 3000, f"{len(texts)} samples as {form}: {same} of {total} fields as from "
                 "the text", say)
        if missing:
            print(f"# not run: samples as {'scans' if printed else 'PDF and scans'}: no {', '.join(missing)}")
            return
        chosen = [t for t in texts if every or t.name[:2] in SCANNED]
        same, total, say, sure, spent, pages = scans(chosen, folder)
        case(same >= BAR * total > 0, f"{len(chosen)} samples as scans: {same} of {total} fields as from the text, "
             f"{same / total:.3f}; {spent / pages:.1f} s a page", say)
        stamped(folder)
        if every:
            turned(folder)
        case(sure, "every field of a scan says how surely it was read")


main()
sys.exit(1 if failed else 0)
