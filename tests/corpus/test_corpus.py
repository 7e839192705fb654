#!/usr/bin/env python3
"""test_corpus.py - precision and recall on labelled real documents, one case a field.

The documents are not ours and lie outside the tree (../shared/corpus, or the folder
that DONDOC_CORPUS names); without them nothing can be said, and the summary says
so. Labels shown to be wrong stand in disputed.tsv beside this file, with reasons.
"""
import json
import os
import pathlib
import subprocess
import sys

program, root = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
gold = pathlib.Path(os.environ.get("DONDOC_CORPUS", root.parent / "shared/corpus")) / "gold"
if not gold.is_dir():
    print("# not run: labelled documents: ../shared/corpus is missing")
    sys.exit(0)
command = [str(program), "score", str(gold)]
disputed = pathlib.Path(__file__).resolve().parent / "disputed.tsv"
if disputed.exists():
    command += ["--disputed", str(disputed)]
done = subprocess.run([*command, "--format", "json"], capture_output=True, text=True)
try:
    score = json.loads(done.stdout)
except ValueError:
    print(done.stdout[:500], done.stderr[:2000])
    print("not ok 1 - dondoc score gives figures")
    sys.exit(1)

failed = 0
for number, field in enumerate((f for f in score["fields"] if "bar" in f), 1):
    failed += not field["pass"]
    shown = ", ".join(f"{key} {field[key]}" for key in ("labels", "right", "missed", "false"))
    bars = ", ".join(f"{key} {field[key]:.3f}" for key in ("precision", "recall", "f1") if key in field)
    print(f"{'ok' if field['pass'] else 'not ok'} {number} - {field['field']}: {shown}; {bars} "
          f"(bar {field['bar']})")
if failed:
    print("the words behind each figure:", " ".join(command))
sys.exit(1 if failed else 0)
