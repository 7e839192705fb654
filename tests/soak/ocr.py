#!/usr/bin/env python3
"""ocr.py - the scans of the corpus, read by tesseract and held against their labels.

Reads ../shared/corpus/scans/*.pdf one at a time, prints seconds a page and the scores;
of the deadlines, 0.90 must be found. Where the corpus is not there, says so.

usage: ocr.py [--keep FOLDER] [--only NNN,NNN] PROGRAM ROOT
"""
import argparse
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

BAR = 0.90


def pages(scan: pathlib.Path) -> int:
    said = subprocess.run(["pdfinfo", str(scan)], capture_output=True, text=True).stdout
    found = re.search(r"^Pages:\s+(\d+)", said, re.M)
    return int(found[1]) if found else 1


def main() -> int:
    p = argparse.ArgumentParser()
    p.add_argument("--keep")
    p.add_argument("--only", default="")
    p.add_argument("program")
    p.add_argument("root")
    args = p.parse_args()
    root = pathlib.Path(args.root).resolve()
    corpus = root.parent / "shared/corpus"
    only = [o for o in args.only.split(",") if o]
    scans = [s for s in sorted(corpus.glob("scans/*.pdf"))
             if (corpus / "gold" / f"{s.stem}.json").exists() and (not only or s.stem in only)]
    if not scans:
        print("not run: no scans in ../shared/corpus")
        return 0
    if not shutil.which("tesseract"):
        print("not ok 1 - scans: package tesseract-ocr is missing")
        return 1
    spent, count = 0.0, 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(args.keep or name)
        gold = folder / "gold"
        gold.mkdir(parents=True, exist_ok=True)
        for scan in scans:
            began, n = time.monotonic(), pages(scan)
            done = subprocess.run([args.program, "read", "--format", "json", str(scan)], capture_output=True,
                                  text=True)
            took = time.monotonic() - began
            sys.stderr.write(done.stderr)
            (folder / f"{scan.stem}.json").write_text(done.stdout)
            shutil.copy(corpus / "gold" / f"{scan.stem}.json", gold)
            # A scan of two documents gives two lines; the first is what was labelled.
            first = (done.stdout.splitlines() or ["{}"])[0]
            sure = json.loads(first).get("source", {}).get("confidence")
            print(f"{scan.stem}: {n} pages, {took / n:.1f} s a page, confidence {sure}", flush=True)
            spent, count = spent + took, count + n
        command = [args.program, "score", str(gold), "--read-json", str(folder),
                   "--disputed", str(root / "tests/corpus/disputed.tsv")]
        print(subprocess.run(command, capture_output=True, text=True).stdout)
        fields = json.loads(subprocess.run(command + ["--format", "json"], capture_output=True,
                                           text=True).stdout)["fields"]
    recall = next(f["recall"] for f in fields if f["field"] == "deadlines")
    print(f"{count} pages, {spent / count:.1f} s a page")
    print(f"{'ok' if recall >= BAR else 'not ok'} 1 - deadlines of the scans: recall {recall:.3f}")
    return 0 if recall >= BAR else 1


if __name__ == "__main__":
    sys.exit(main())
