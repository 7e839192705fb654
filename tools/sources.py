#!/usr/bin/env python3
"""sources.py - print the C files below a folder, sorted, one a line.

Why here: each library of ours is "every .c of its folder", which layercheck
proves; a list kept by hand would be a second truth (docs/adr/0004). The Makefile
configures again when a folder changes. It must never look at what is built.

usage: sources.py FOLDER [EXCEPT...]  (or FOLDER --scripts: its test_*.py, --sql: its *.sql,
--templates: its *.html.t)
FOLDER counts from the root of the sources
"""
import pathlib
import sys


PATTERNS = {"--scripts": "test_*.py", "--sql": "*.sql", "--templates": "*.html.t"}


def main() -> int:
    root = pathlib.Path(__file__).resolve().parent.parent
    skip = set(sys.argv[2:])
    pattern = next((glob for word, glob in PATTERNS.items() if word in skip), "*.c")
    found = (path.relative_to(root) for path in (root / sys.argv[1]).rglob(pattern))
    for path in sorted(found, key=lambda p: p.as_posix()):
        if path.name not in skip:
            print(path.as_posix())
    return 0


if __name__ == "__main__":
    sys.exit(main())
