#!/usr/bin/env python3
"""tally.py - count the test cases that Meson's logs hold, and say so last.

Why: Meson counts programs, a reader wants cases. A program that prints TAP lines
counts by them; one that prints none counts as one; one that dies counts as one
failure more. "# not run: WHAT: WHY" lines are collected for the line before the
last. It must never hide a failure.

usage: tally.py FOLDER [NOT_RUN...]     FOLDER holds *.json of meson test and *.tap
"""
import json
import pathlib
import re
import sys

CASE = re.compile(r"^(not )?ok \d+(?: - (.*))?")


def cases(text: str) -> tuple[int, list[str]]:
    passed, failed = 0, []
    for line in text.splitlines():
        found = CASE.match(line)
        if found and found.group(1):
            failed.append(found.group(2) or "?")
        elif found:
            passed += 1
    return passed, failed


def main() -> int:
    folder, not_run = pathlib.Path(sys.argv[1]), list(sys.argv[2:])
    passed, failures = 0, []
    for path in sorted(folder.glob("*.tap")):
        good, bad = cases(path.read_text())
        passed, failures = passed + good, failures + bad
    for path in sorted(folder.glob("*.json")):
        for line in path.read_text().splitlines():
            test = json.loads(line)
            out = (test.get("stdout") or "") + "\n" + (test.get("stderr") or "")
            not_run += re.findall(r"^# not run: (.*)", out, re.M)
            good, bad = cases(out)
            fine = test["result"] in ("OK", "EXPECTEDFAIL")
            if not fine and not bad:
                bad = [f"({test['result'].lower()})"]
            if fine and not good and not bad:
                good = 0 if "# not run:" in out else 1
            passed += good
            failures += [f"{test['name'].split(' / ')[-1]}: {name}" for name in bad]
    for name in failures:
        print("FAILED", name)
    print("not run:", "; ".join(dict.fromkeys(not_run)) if not_run else "nothing")
    print(f"{passed} passed, {len(failures)} failed")
    return 1 if failures or passed == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
