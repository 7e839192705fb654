#!/usr/bin/env python3
"""valgrind.py - read sample documents under valgrind: no error, no leak.

usage: valgrind.py [--all] PROGRAM ROOT       without --all three samples
"""
import pathlib
import subprocess
import sys
import tempfile

from measure import samples

program = str(pathlib.Path(sys.argv[-2]).resolve())
with tempfile.TemporaryDirectory() as name:
    paths = samples(program, pathlib.Path(name))
    if "--all" not in sys.argv:
        paths = paths[:: max(1, len(paths) // 3)][:3]
    done = subprocess.run(
        ["valgrind", "-q", "--error-exitcode=99", "--leak-check=full", "--track-origins=yes",
         "--errors-for-leak-kinds=definite,indirect,possible", program, "read", *map(str, paths)],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, errors="replace")
if done.returncode != 0:
    print("\n".join(done.stderr.splitlines()[:60]))
print(f"{'ok' if done.returncode == 0 else 'not ok'} 1 - {len(paths)} samples under valgrind")
sys.exit(done.returncode != 0)
