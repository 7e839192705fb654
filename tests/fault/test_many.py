#!/usr/bin/env python3
"""test_many.py - several processes at one register: no update is lost, nobody sees an error.

Four on one SQLite file, eight on one PostgreSQL, beginning while the register is not there
yet: they make it together. Each adds to one number by reading and writing it back, and
changes whatever else it finds.
"""
import sys

import faultlib

ADDS, CHANGES = 60, 25
cases = faultlib.Cases()


def race(office: faultlib.Office, clerks: int) -> str:
    at_work = [office.start("add", ADDS) for _ in range(clerks // 2)]
    at_work += [office.start("work", nth + 1, CHANGES) for nth in range(clerks - clerks // 2)]
    codes = [clerk.wait() for clerk in at_work]
    if any(codes):
        return f"exit codes {codes}: {office.complaints()[-300:]}"
    said = open(office.acks).read().split()
    numbers = [int(said[i + 1]) for i, word in enumerate(said) if word == "number"]
    if sorted(numbers) != list(range(1, len(numbers) + 1)):
        return f"{len(numbers)} additions were acknowledged, {len(set(numbers))} differ"
    now = int(faultlib.subprocess.run([office.clerk, "number", office.url], capture_output=True,
                                      text=True).stdout or 0)
    if now != len(numbers) or len(numbers) < ADDS * (clerks // 2):
        return f"the number is {now}, {len(numbers)} were added"
    return office.check()


def try_many(what: str, url: str, clerks: int) -> None:
    with faultlib.folder() as place:
        office = faultlib.Office(sys.argv[1], url.replace("PLACE", place), place)
        cases.say(race(office, clerks), f"{clerks} processes on one {what}: none loses an update")


try_many("SQLite file", "sqlite:PLACE/a.db", 4)
try:
    with faultlib.pgsql.Server() as server:
        try_many("PostgreSQL", server.url + "&options=-csearch_path%3Doffice", 8)
except faultlib.pgsql.Missing as why:
    cases.not_run("8 processes on one PostgreSQL", why)
sys.exit(cases.code())
