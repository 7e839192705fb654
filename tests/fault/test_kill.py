#!/usr/bin/env python3
"""test_kill.py - kill -9 at random moments: the register opens, is whole, and holds every
change that was acknowledged.

Why processes and a real disk: what a program believes about its own commits proves
nothing. On PostgreSQL every second time it is the server that goes down.

usage: test_kill.py [--rounds N] PROGRAM ROOT    (20; `make soak` does 200)
"""
import random
import sqlite3
import sys
import time

import faultlib

args = sys.argv[1:]
rounds = 20
if args[0] == "--rounds":
    rounds, args = int(args[1]), args[2:]
seed = random.SystemRandom().randrange(1 << 30)
dice = random.Random(seed)
cases = faultlib.Cases()
print(f"# seed {seed}")


def whole_file(path: str) -> str:
    with sqlite3.connect(path) as db:
        said = [row[0] for row in db.execute("PRAGMA integrity_check")]
        said += [f"{row[0]} lacks what it refers to" for row in db.execute("PRAGMA foreign_key_check")]
    return "" if said == ["ok"] else "; ".join(said[:5])


def round_of(office: faultlib.Office, nth: int, strike) -> str:
    """One or two clerks work, `strike` ends it at a random moment; what is wrong after it."""
    before = office.said()
    clerks = [office.start("work", dice.randrange(1 << 30), 0) for _ in range(1 + nth % 2)]
    if not office.wait_until_said(before, *clerks):
        faultlib.end(*clerks)
        return "no clerk began: " + office.complaints()[-200:]
    time.sleep(dice.random() * dice.choice((0.02, 0.1, 0.4)))
    strike(*clerks)
    faultlib.end(*clerks)
    return office.check()


def on_sqlite() -> None:
    with faultlib.folder() as place:
        office = faultlib.Office(args[0], f"sqlite:{place}/a.db", place)
        why = ""
        for nth in range(rounds):
            why = why or round_of(office, nth, faultlib.end) or whole_file(f"{place}/a.db")
        cases.say(why, f"SQLite: {rounds} times kill -9, nothing acknowledged is lost "
                       f"({office.said()} bytes said)")
        done = office.run("audit", "verify")
        cases.say("" if done.returncode == 0 else done.stderr, "its log is proved by audit verify")


def on_postgresql() -> None:
    with faultlib.folder() as place, faultlib.pgsql.Server(durable=True) as server:
        office = faultlib.Office(args[0], server.url, place)

        def crash(*clerks) -> None:
            server.stop("immediate")
            faultlib.end(*clerks)
            server.start()

        why = ""
        for nth in range(rounds):
            why = why or round_of(office, nth // 2, crash if nth % 2 else faultlib.end)
        cases.say(why, f"PostgreSQL: {rounds} times kill -9, of the writer or of the server, "
                       f"nothing acknowledged is lost ({office.said()} bytes said)")
        done = office.run("audit", "verify")
        cases.say("" if done.returncode == 0 else done.stderr, "its log is proved by audit verify")


on_sqlite()
try:
    on_postgresql()
except faultlib.pgsql.Missing as why:
    cases.not_run("kill -9 on PostgreSQL", why)
sys.exit(cases.code())
