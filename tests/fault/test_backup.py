#!/usr/bin/env python3
"""test_backup.py - backups made while a clerk works, proved, restored into the other
database; registers moved there and back; a log that was changed; a register of a newer
program. On SQLite and on PostgreSQL.
"""
import hashlib
import json
import pathlib
import shutil
import sqlite3
import subprocess
import sys

import faultlib

DAY = "2026-03-02"
OWN = ("event", "setting")  # a move adds its own line to the log
cases = faultlib.Cases()
program = str(pathlib.Path(sys.argv[1]).resolve())


def run(*args: str) -> subprocess.CompletedProcess:
    return subprocess.run([program, *args], capture_output=True, text=True, timeout=300)


def refused(done: subprocess.CompletedProcess, words: str) -> str:
    lines = done.stderr.strip().splitlines()
    if done.returncode == 0 or len(lines) != 1 or words not in lines[0]:
        return f"exit {done.returncode}: {done.stderr.strip() or done.stdout[:200]}"
    return ""


def tables(text: str) -> dict:
    return {t["table"]: (t["rows"], t["sum"]) for t in json.loads(text)["tables"]}


def answers(url: str) -> str:
    """What a clerk would see, as one hash."""
    said = [run("due", "--db", url, "--today", DAY, "--agency", code, "--format", "json").stdout
            for code in ("SNV", "STC", "SXD")]
    said.append(run("search", "--db", url, "--format", "json", "báo cáo").stdout)
    if not all(said):
        return "nothing"
    return hashlib.sha256("".join(said).encode()).hexdigest()


class Store:
    """One kind of database: new places in it, and SQL behind the program's back."""

    def __init__(self, place: str, server: "faultlib.pgsql.Server | None"):
        self.place, self.server, self.n = place, server, 0
        self.name = "PostgreSQL" if server else "SQLite"

    def new(self) -> str:
        self.n += 1
        if self.server:
            return f"{self.server.url}&options=-csearch_path%3Do{self.n}"
        return f"sqlite:{self.place}/o{self.n}.db"

    def sql(self, url: str, script: str) -> None:
        if self.server:
            subprocess.run([self.server.bin / "psql", "-q", "-v", "ON_ERROR_STOP=1", url, "-c",
                            script], check=True, capture_output=True)
        else:
            with sqlite3.connect(url.removeprefix("sqlite:")) as db:
                db.executescript(script)


def filled(store: Store, samples: str) -> str:
    url = store.new()
    run("import", "--db", url, "--today", DAY, "--accept-all", samples)
    return url


def while_working(store: Store, url: str) -> None:
    office = faultlib.Office(program, url, store.place)
    pathlib.Path(office.acks).write_text("")
    clerk, why = office.start("work", 7, 0), ""
    for nth in range(3):
        office.wait_until_said(office.said() + 200, clerk)
        file = f"{store.place}/{store.name}-{nth}.backup"
        made = run("backup", "--db", url, "--out", file, "--format", "json")
        proved = run("restore", "--verify", "--format", "json", file)
        if made.returncode or proved.returncode:
            why = why or made.stderr + proved.stderr
        elif tables(made.stdout) != tables(proved.stdout):
            why = why or "it holds something else than what was said"
    working = clerk.poll() is None
    faultlib.end(clerk)
    cases.say(why or ("" if working else "the clerk stopped: " + office.complaints()[-200:]) or
              office.check(), f"{store.name}: backed up three times while a clerk works")


def restored_elsewhere(store: Store, other: Store, url: str) -> str:
    """The backup's name."""
    file = f"{store.place}/{store.name}-last.backup"
    made = run("backup", "--db", url, "--out", file, "--format", "json")
    to = other.new()
    back = run("restore", "--db", to, "--format", "json", file)
    why = made.stderr + back.stderr
    if not why and tables(made.stdout) != tables(back.stdout):
        why = "the tables differ"
    if not why and (answers(url) != answers(to) or answers(to) == "nothing"):
        why = "lists and search answer something else"
    cases.say(why or run("audit", "verify", "--db", to).stderr,
              f"{store.name}: restored on {other.name}, it answers the same")
    cases.say(refused(run("restore", "--db", to, file), "đã có dữ liệu"),
              f"{store.name}: nothing is restored over a register on {other.name}")
    return file


def there_and_back(store: Store, other: Store, url: str) -> None:
    over, back = other.new(), store.new()
    first = run("migrate", "--from", url, "--to", over, "--format", "json")
    second = run("migrate", "--from", over, "--to", back, "--format", "json")
    why = first.stderr + second.stderr
    if not why:
        a, b = tables(first.stdout), tables(second.stdout)
        why = ", ".join(t for t in a if t not in OWN and a[t] != b[t])
    office = faultlib.Office(program, over, store.place)
    pathlib.Path(office.acks).write_text("")
    worked = office.start("work", 3, 30).wait()
    cases.say(why or ("" if worked == 0 else office.complaints()[-300:]) or office.check() or
              run("audit", "verify", "--db", back).stderr,
              f"{store.name}: moved to {other.name} and back; both go on")


def shape_of(url: str) -> tuple:
    """The indexes of an SQLite register, how it keeps its log, and rows that name none."""
    with sqlite3.connect(url.removeprefix("sqlite:")) as db:
        return (sorted(db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'index'"), key=str),
                db.execute("PRAGMA journal_mode").fetchone()[0],
                db.execute("PRAGMA foreign_key_check").fetchall())


def moved_within(store: Store, samples: str) -> None:
    """Indexes are set aside while rows come, and references are only checked after."""
    url, to = filled(store, samples), store.new()
    store.sql(url, "UPDATE assignment SET split_from = 99999999 WHERE id = 1")
    why = refused(run("migrate", "--from", url, "--to", to), "hỏng")
    store.sql(url, "UPDATE assignment SET split_from = NULL WHERE id = 1")
    done = run("migrate", "--from", url, "--to", to)
    cases.say(why or done.stderr, "SQLite: a row that names none is refused, and nothing of it stays")
    cases.say("" if shape_of(url) == shape_of(to) else "indexes or journal differ",
              "SQLite: what was moved has the same indexes, and its log again")


def broken_backups(file: str) -> None:
    bad, why = file + ".bad", ""
    for change in ("UPDATE obligation SET due = due + 1 WHERE id = (SELECT max(id) FROM obligation)",
                   "DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)",
                   "UPDATE vault_piece SET bytes = CAST('x' AS BLOB)", "DELETE FROM audience",
                   "UPDATE reading SET json = json || ' '",
                   "CREATE TRIGGER more AFTER INSERT ON event BEGIN DELETE FROM event; END",
                   "PRAGMA legacy_alter_table = ON; ALTER TABLE post RENAME TO old; CREATE VIEW post AS WITH RECURSIVE "
                   "many (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many) SELECT n AS id FROM many"):
        shutil.copy(file, bad)
        with sqlite3.connect(bad) as db:
            db.executescript(change)
        db.close()
        why = why or refused(run("restore", "--verify", bad), "bị hỏng") and change
    data = pathlib.Path(file).read_bytes()
    for cut in (len(data) // 2, len(data) - 4096, 100):
        pathlib.Path(bad).write_bytes(data[:cut])
        why = why or refused(run("restore", "--verify", bad), "") and f"cut at {cut}"
    for at in range(5000, len(data), len(data) // 12):
        pathlib.Path(bad).write_bytes(data[:at] + bytes(64) + data[at + 64:])
        done = run("restore", "--verify", bad)
        # Room that no row uses may hold anything; what rows hold is proved by its sums.
        if done.returncode not in (0, 3) or (done.returncode and len(done.stderr.splitlines()) != 1):
            why = why or f"zeros at {at}: exit {done.returncode} {done.stderr}"
    cases.say(why, "a backup that was changed, cut or overwritten is refused")
    cases.say(refused(run("due", "--db", f"sqlite:{file}", "--agency", "SNV"), "bản sao lưu"),
              "a backup is not a register")
    cases.say(refused(run("backup", "--db", f"sqlite:{file}", "--out", bad + "2"), "bản sao lưu"),
              "nor backed up as one")


def changed_log(store: Store, samples: str) -> None:
    middle = "(SELECT max(seq) / 2 FROM event)"
    for what, script in {
        "a changed line": f"UPDATE event SET detail = '{{\"x\":1}}' WHERE seq = {middle}",
        "another clerk": f"UPDATE event SET account_id = 99 WHERE seq = {middle}",
        "a deleted line": f"DELETE FROM event WHERE seq = {middle}",
        "the last line deleted": "DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)",
        "all lines deleted": "DELETE FROM event",
    }.items():
        url = filled(store, samples)
        store.sql(url, script)
        cases.say(refused(run("audit", "verify", "--db", url), "bị sửa hoặc bị xóa dòng"),
                  f"{store.name}: {what} of the log is found")
    url = filled(store, samples)
    store.sql(url, "UPDATE tally SET n = n + 1")
    cases.say(refused(run("audit", "verify", "--db", url), "không khớp"),
              f"{store.name}: a count that is not that of the list is found")


def newer_program(store: Store, samples: str) -> None:
    url = filled(store, samples)
    now = run("--version").stdout.split("register schema ")[1].split()[0]
    to = ("UPDATE meta SET value = '{}' WHERE key = 'schema'" if store.server
          else "PRAGMA user_version = {}")
    store.sql(url, to.format(99))
    before = run("audit", "list", "--db", url)
    why = refused(before, "phiên bản mới hơn")
    for args in (("import", "--db", url, samples), ("due", "--db", url, "--agency", "SNV"),
                 ("backup", "--db", url, "--out", f"{store.place}/newer"),
                 ("migrate", "--from", url, "--to", store.new())):
        why = why or refused(run(*args), "phiên bản mới hơn")
    store.sql(url, to.format(now))
    cases.say(why or run("audit", "verify", "--db", url).stderr,
              f"{store.name}: a register of a newer program is left as it is")


def all_of(store: Store, other: Store, samples: str) -> None:
    url = filled(store, samples)
    while_working(store, url)
    broken_backups(restored_elsewhere(store, other, url))
    there_and_back(store, other, url)
    changed_log(store, samples)
    newer_program(store, samples)


with faultlib.folder() as place:
    samples = f"{place}/samples"
    run("examples", "--today", DAY, "--out", samples)
    lite = Store(place, None)
    moved_within(lite, samples)
    try:
        with faultlib.pgsql.Server() as server:
            pg = Store(place, server)
            all_of(lite, pg, samples)
            all_of(pg, lite, samples)
    except faultlib.pgsql.Missing as why:
        cases.not_run("backups on PostgreSQL", why)
        all_of(lite, lite, samples)
sys.exit(cases.code())
