#!/usr/bin/env python3
"""test_tally.py - four clerks at once, a clock that jumps: the counts equal a full count.

The four official buckets are kept with every write and summed against now; here they are
compared with counting every obligation, at many days, after 100,000 random changes on
SQLite. PostgreSQL, where each statement is a message to a server, gets a fifth of them in
./test; --full gives it as many (make soak).

usage: test_tally.py [--full] PROGRAM ROOT
"""
import pathlib
import random
import subprocess
import sys
import time

import faultlib

args = sys.argv[1:]
full = args[0] == "--full"
args = args[full:]
duties = str(pathlib.Path(args[0]).resolve().parent / "tests" / "duties")
CLERKS = 4
seed = random.SystemRandom().randrange(1 << 30)
cases = faultlib.Cases()
print(f"# seed {seed}")


def run(*command: object) -> str:
    done = subprocess.run([duties, *map(str, command)], capture_output=True, text=True)
    return "" if done.returncode == 0 else done.stderr.strip() or f"exit {done.returncode}"


def race(url: str, changes: int) -> str:
    why = run("prepare", url)
    if why:
        return why
    for turn in range(2):  # looked at in the middle, too
        clerks = [subprocess.Popen([duties, "work", url, str(seed + turn * CLERKS + n),
                                    str(changes // CLERKS // 2)],
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
                  for n in range(CLERKS)]
        for clerk in clerks:
            out, err = clerk.communicate()
            if clerk.returncode != 0 or int(out) != changes // CLERKS // 2:
                why = why or err.strip() or f"a clerk said {out!r}"
        why = why or run("check", url)
    return why


def tried(name: str, url: str, changes: int) -> None:
    began = time.monotonic()
    why = race(url, changes)
    cases.say(why, f"{name}: {changes} changes of {CLERKS} clerks, the counts equal a full "
                   f"count at 23 days, twice")
    print(f"# {time.monotonic() - began:.1f} s")


with faultlib.folder() as place:
    tried("SQLite", f"sqlite:{place}/a.db", 100_000)
try:
    with faultlib.pgsql.Server() as server:
        tried("PostgreSQL", server.url, 100_000 if full else 20_000)
except faultlib.pgsql.Missing as why:
    cases.not_run("the tally on PostgreSQL", why)
sys.exit(cases.code())
