#!/usr/bin/env python3
"""test_parts.py PROGRAM ROOT - a file that holds two documents is two documents, in every command.

The files are made of the project's own samples, one behind the other, as a scan of both would be.
"""
import email.message
import hashlib
import json
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

program = str(pathlib.Path(sys.argv[1]).resolve())
TODAY = "2026-03-02"
OWN = ("text", "kind", "number", "issued", "issuer", "title", "addressees", "signature", "meetings", "assignments",
       "dates", "citations", "recipients", "pages", "warnings")
cases: list[bool] = []


def say(fine: bool, what: str, why: object = "") -> None:
    cases.append(bool(fine))
    print(f"{'ok' if fine else 'not ok'} {len(cases)} - {what}", flush=True)
    if not fine:
        print(f"# {str(why)[:600]}")


def run(*words) -> subprocess.CompletedProcess:
    return subprocess.run([program, *map(str, words)], capture_output=True, text=True, timeout=300)


def records(*paths) -> list[dict]:
    return [json.loads(line) for line in run("read", "--format", "json", *paths).stdout.splitlines()]


def reading(folder: pathlib.Path, letter: pathlib.Path, notice: pathlib.Path, both: pathlib.Path) -> None:
    one, two, got = records(letter)[0], records(notice)[0], records(both)
    say([r["source"]["name"] for r in got] == ["hai.txt", "hai.txt#2"], "two records, the second by its number",
        [r["source"] for r in got])
    say([r["source"]["part"] for r in got] == [{"number": 1, "of": 2}, {"number": 2, "of": 2}], "which say so",
        [r["source"] for r in got])
    digest = hashlib.sha256(both.read_bytes()).hexdigest()
    say(all(r["source"]["sha256"] == digest for r in got), "both are known by the hash of their file")
    for name, mine, alone in (("first", got[0], one), ("second", got[1], two)):
        differs = [key for key in OWN if mine[key] != alone[key]]
        say(not differs, f"the {name} is read as if it stood alone", differs)
    say(one["source"]["part"] is None, "a document that stands alone has no part")
    shown = run("read", "--format", "text", both).stdout
    say("Văn bản thứ 1 trong 2" in shown and "Văn bản thứ 2 trong 2" in shown, "the sheets say which they are", shown)
    mail = email.message.EmailMessage()
    mail["Subject"], mail["From"] = "Gửi văn bản", "vanthu@example.org"
    mail.set_content("Kính gửi văn bản.")
    mail.add_attachment(both.read_bytes(), maintype="text", subtype="plain", filename="hai.txt")
    (folder / "thu.eml").write_bytes(bytes(mail))
    paths = [r["source"]["path"][1:] for r in records(folder / "thu.eml")]
    say(paths[-2:] == [["hai.txt"], ["hai.txt#2"]], "so do those in a mail", paths)


def pairs(folder: pathlib.Path, papers: list[pathlib.Path]) -> None:
    """Behind letters of different widths and columns; a number that is blank may be that of a form."""
    alone, path, wrong, n = {p: records(p)[0] for p in papers}, folder / "doi.txt", [], 0
    known = [p for p in papers if alone[p]["number"]["state"] == "known" and "|" not in p.read_text()]
    for first in (p for p in papers if p.name[:2] in ("03", "08", "14")):
        for second in known:
            if first == second:
                continue
            path.write_text(first.read_text() + "\n" + second.read_text())
            got, n = records(path), n + 1
            differs = [key for r, p in zip(got, (first, second)) for key in OWN if r[key] != alone[p][key]]
            if len(got) != 2 or differs:
                wrong.append(f"{first.name} {second.name}: {len(got)} {differs}")
    say(n > 40 and not wrong, "any two samples are read as each alone", wrong or n)


def secrets(folder: pathlib.Path, letter: pathlib.Path, notice: pathlib.Path) -> None:
    marked = folder / "mat.txt"
    marked.write_text(letter.read_text() + "\n\nMẬT\n" + notice.read_text())
    done = run("read", "--format", "json", marked)
    say(done.returncode == 3 and '"secret"' in done.stdout and len(done.stdout.splitlines()) == 1,
        "a mark of secrecy on the second refuses the file", done.stdout)
    say(notice.read_text().split("\n")[0] not in done.stdout, "and nothing of it is shown")


def entering(folder: pathlib.Path, both: pathlib.Path, others: list[pathlib.Path]) -> None:
    db = f"sqlite:{folder}/x.db"
    done = run("import", "--db", db, "--today", TODAY, "--format", "json", both)
    got = json.loads(done.stdout)
    say((got["documents"], got["failed"], got["unread"]) == (2, 0, 0), "both enter the register", done.stdout)
    again = json.loads(run("import", "--db", db, "--today", TODAY, "--format", "json", both).stdout)
    say((again["documents"], again["again"]) == (0, 2), "once, however often the file comes", again)
    with sqlite3.connect(folder / "x.db") as d:
        rows = d.execute("SELECT name, part, parts, unread, sha256, id, pub FROM document ORDER BY id").fetchall()
        kept = d.execute("SELECT sha256 FROM original").fetchall()
        duties = dict(d.execute("SELECT document_id, COUNT(*) FROM assignment GROUP BY document_id"))
    digest = hashlib.sha256(both.read_bytes()).hexdigest()
    say([r[:4] for r in rows] == [("hai.txt", 1, 2, None), ("hai.txt#2", 2, 2, None)], "each knows its place", rows)
    say([r[4] for r in rows] == [digest, digest + "#2"] and kept == [(digest,)], "the file is kept once", (rows, kept))
    want = [len(r["assignments"]) for r in records(both)]
    say([duties.get(r[5], 0) for r in rows] == want, "each has its own duties", (duties, want))
    shown = [run("show", "--db", db, r[6]).stdout for r in rows]
    say("Trong tệp: văn bản thứ 2 trong 2 văn bản" in shown[1], "show says which it is", shown[1])
    one = json.loads(run("show", "--db", db, "--format", "json", rows[1][6]).stdout)
    say((one["part"], one["parts"], one["unread"], one["sha256"]) == (2, 2, None, digest), "so it does to programs", one)
    many = json.loads(run("import", "--db", db, "--today", TODAY, "--format", "json", *others).stdout)
    say(many["documents"] == 2 * len(others), "many such texts are read ahead, none is lost", many)
    say(run("audit", "--db", db, "verify").returncode == 0, "the register and its originals are whole")


def known_before(folder: pathlib.Path, both: pathlib.Path) -> None:
    """A register into which the file came when only the first of it was read."""
    db = f"sqlite:{folder}/old.db"
    run("import", "--db", db, "--today", TODAY, both)
    with sqlite3.connect(folder / "old.db") as d:
        d.execute("UPDATE document SET part = 1, parts = 1, unread = 900 WHERE id = 1")
        d.execute("UPDATE document SET sha256 = 'x' WHERE id = 2")
        pub = d.execute("SELECT pub FROM document WHERE id = 1").fetchone()[0]
    shown = run("show", "--db", db, pub).stdout
    say("Chưa đọc: một văn bản khác trong tệp, từ dòng “" in shown, "what was not read is said, with its line", shown)
    got = json.loads(run("import", "--db", db, "--today", TODAY, "--format", "json", both).stdout)
    say((got["documents"], got["again"]) == (1, 1), "when the file comes again, the other one enters", got)
    with sqlite3.connect(folder / "old.db") as d:
        row = d.execute("SELECT part, parts, unread FROM document WHERE id = 1").fetchone()
    say(row == (1, 2, None), "and the first knows of it", row)


with tempfile.TemporaryDirectory() as name:
    at = pathlib.Path(name)
    run("examples", "--today", TODAY, "--out", at / "ex")
    papers = sorted((at / "ex").glob("*.txt"))
    letter, notice = next(p for p in papers if p.name.startswith("08")), next(p for p in papers if p.name.startswith("06"))
    (at / "hai.txt").write_text(letter.read_text() + "\n" + notice.read_text())
    others = []
    for i in range(24):
        others.append(at / f"nhieu-{i:02}.txt")
        others[-1].write_text(letter.read_text().replace("3126", str(4000 + i)) + "\n" + notice.read_text())
    reading(at, letter, notice, at / "hai.txt")
    pairs(at, papers)
    secrets(at, letter, notice)
    entering(at, at / "hai.txt", others)
    known_before(at, at / "hai.txt")
print(f"1..{len(cases)}")
sys.exit(0 if all(cases) else 1)
