#!/usr/bin/env python3
"""test_valgrind.py - the short run of valgrind.py; `make soak` runs the long one."""
import os
import pathlib
import sys

if os.environ.get("DONDOC_TEST_QUICK") == "yes":
    print("# not run: valgrind: --quick")
    sys.exit(0)
here = pathlib.Path(__file__).resolve().parent / "valgrind.py"
os.execv(sys.executable, [sys.executable, str(here), *sys.argv[1:]])
