#!/usr/bin/env python3
"""eventwords.py ROOT - is each word that the log is written with in events.def?

Looks at the calls of event_add() and of the functions that hand a word on to it.
"""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
told = (root / "src/register/events.def").read_text()
verbs = set(re.findall(r'EVENT\("([^"]+)"', told))
nouns = set(re.findall(r'EVENT_NOUN\("([^"]+)"', told))
# Functions that take the word of a line, and whether the word of its noun too.
CALLS = {"event_add": True, "log_it": True, "day_changed": False, "log_duty": False, "log_change": False,
         "obligation_change": False, "backups_move": False, "save_and_log": False, "save": False}


def arguments(text: str, at: int) -> str:
    """What stands between the bracket at `at` and the one that closes it."""
    depth, end = 0, at
    while end < len(text):
        depth += {"(": 1, ")": -1}.get(text[end], 0)
        if depth == 0:
            break
        end += 1
    return text[at + 1:end]


bad = []
for path in sorted((root / "src").rglob("*.c")):
    text = path.read_text()
    for found in re.finditer(r"\b(" + "|".join(CALLS) + r")\(", text):
        inside = re.sub(r"\w+\([^()]*\)", "", arguments(text, found.end() - 1))
        words = re.findall(r'"([a-z][a-z_-]*)"', inside)
        known = verbs | nouns if CALLS[found[1]] else verbs
        bad += [f"{path.relative_to(root)}: {w}" for w in words if w not in known]
steps = (root / "src/register/duty/duty_steps.def").read_text()
bad += [f"duty_steps.def: {w}" for w in re.findall(r'STEP\(\w+, "([^"]+)"', steps) if w not in verbs]
print("\n".join(bad))
sys.exit(1 if bad else 0)
