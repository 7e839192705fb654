#!/usr/bin/env python3
"""test_source.py - layers, style, format and the glossary, one case each."""
import pathlib
import subprocess
import sys

root = pathlib.Path(sys.argv[2])


def sources(*suffixes: str) -> list[str]:
    return sorted(
        str(p) for top in ("src", "include", "tests") for p in (root / top).rglob("*")
        if p.suffix in suffixes
    )


CASES = [
    ("every include obeys layers.txt", ["tools/layercheck.py", "."]),
    ("every file obeys STYLE.md", ["tools/stylecheck.py", "."]),
    ("every C file is formatted", ["clang-format-19", "-n", "-Werror", *sources(".c", ".h")]),
    ("docs/roles.md is that of the tables", ["tools/roles.py", "--check", "."]),
    ("every word of the log has a wording", ["tools/eventwords.py", "."]),
    ("docs/glossary.md is that of docs/glossary.tsv", ["tools/glossary.py", "--check", "."]),
]

failed = 0
for number, (name, command) in enumerate(CASES, 1):
    done = subprocess.run(command, cwd=root, capture_output=True, text=True)
    if done.returncode != 0:
        print("\n".join((done.stdout + done.stderr).splitlines()[:60]))
        failed += 1
    print(f"{'ok' if done.returncode == 0 else 'not ok'} {number} - {name}")
sys.exit(1 if failed else 0)
