#!/usr/bin/env python3
"""test_golden.py - every sample, read at a fixed day, gives what it gave before.

Kept under tests/golden/REGISTRY/NAME.json: the reading without its text, places,
confidences and the reader's identity, one field a line, so that a difference can be
read. A change of behaviour is shown by `make bless`, looked at, and committed.

usage: test_golden.py [--bless] PROGRAM ROOT
"""
import difflib
import json
import pathlib
import subprocess
import sys
import tempfile

TODAY = "2026-03-02"
LEFT_OUT = {"at", "text_at", "confidence", "rule", "reader", "sha256", "bytes"}
bless = "--bless" in sys.argv
program, root = str(pathlib.Path(sys.argv[-2]).resolve()), pathlib.Path(sys.argv[-1]).resolve()


def reduced(value, depth=0):
    """Without what moves when a sample's wording or the tables change."""
    if isinstance(value, dict):
        return {k: reduced(v, depth + 1) for k, v in value.items()
                if k not in LEFT_OUT and not (depth == 0 and k == "text") and v not in (None, [], {})}
    return [reduced(v, depth + 1) for v in value] if isinstance(value, list) else value


def read(path: pathlib.Path) -> str:
    done = subprocess.run([program, "read", str(path)], capture_output=True, text=True)
    if done.returncode != 0:
        return f"exit {done.returncode}\n{done.stderr}"
    return json.dumps(reduced(json.loads(done.stdout)), ensure_ascii=False, indent=1) + "\n"


def main() -> int:
    failed, number = 0, 0
    with tempfile.TemporaryDirectory() as name:
        subprocess.run([program, "examples", "--today", TODAY, "--out", name], check=True,
                       stdout=subprocess.DEVNULL)
        for source in sorted((root / "examples").glob("*/*.txt")):
            golden = root / "tests/golden" / source.parent.name / (source.stem + ".json")
            got = read(pathlib.Path(name) / source.name)
            if bless:
                golden.parent.mkdir(exist_ok=True)
                golden.write_text(got)
            number += 1
            want = golden.read_text() if golden.exists() else ""
            if got != want:
                failed += 1
                print("".join(list(difflib.unified_diff(want.splitlines(True), got.splitlines(True),
                                                        "before", "now", n=1))[:60]))
            print(f"{'ok' if got == want else 'not ok'} {number} - golden {golden.stem}", flush=True)
    if failed:
        print("where the new reading is right: make bless, and commit the difference")
    return 1 if failed else 0


sys.exit(main())
