#!/usr/bin/env python3
"""test_wrong.py - what is called wrongly, or cannot be done, as a user of the shell meets it.

One line on stderr that says what happened and names the thing; the exit code of the contract;
nothing is changed.
"""
import hashlib
import json
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

program = str(pathlib.Path(sys.argv[1]).resolve())
TODAY = ("--today", "2026-03-02")
cases: list[bool] = []


def say(fine: bool, what: str, why: object = "") -> None:
    cases.append(bool(fine))
    print(f"{'ok' if fine else 'not ok'} {len(cases)} - {what}")
    if not fine:
        print(f"# {str(why)[:600]}")


def run(*args: str, **more):
    got = subprocess.run([program, *args], capture_output=True, timeout=300, **more)
    return got.returncode, got.stdout.decode(errors="replace"), got.stderr.decode()


def refused(what: str, code: int, names: str, *args: str, **more) -> None:
    """`names`: a word that the one line must have."""
    got, out, err = run(*args, **more)
    fine = got == code and not out and err.count("\n") == 1 and err.startswith("dondoc") and names in err
    say(fine, f"{what}: exit {code}, one line", (got, out[:200], err))


def no_arguments(at: pathlib.Path) -> None:
    for name in ("backup", "demo", "due", "link", "stats", "serve", "migrate"):
        refused(f"{name} takes no argument", 2, "nope", name, "nope", cwd=at)
    say(not list(at.glob("*.backup")), "and makes no backup")


def together(at: pathlib.Path, duty: str, paper: str) -> None:
    for what, names, args in (
        ("all that waits is not dropped", "mã", ("--all", "--drop")),
        ("dropping needs to know what", "mã", ("--drop",)),
        ("putting needs to know what", "mã", ("--put", "keep")),
        ("all, and one", "mã", ("--all", duty)),
        ("merged and split", "cùng nhau", ("--merge", "--drop", duty, duty)),
        ("dropped and kept", "cùng nhau", ("--drop", "--put", "keep", duty)),
        ("a limit and none", "cùng nhau", ("--due", "2026-05-01", "--no-due", duty)),
        ("a whole document is not dropped", paper, ("--drop", paper)),
        ("nor put elsewhere", paper, ("--put", "keep", paper)),
        ("nor changed", paper, ("--lead", "STC", paper)),
    ):
        refused(f"confirm: {what}", 2, names, "confirm", *args, cwd=at)
    left = json.loads(run("confirm", "--format", "json", cwd=at)[1])["proposals"]
    say(duty in [x["id"] for x in left], "and everything waits as before")
    refused("a link confirmed and refused", 2, "cùng nhau", "link", "--confirm", "1", "--refuse", "1", cwd=at)
    refused("a kind of link that there is not", 2, "foo", "link", "--kind", "foo", cwd=at)
    refused("a register moved onto itself", 2, "sqlite:a.db", "migrate", "--from", "sqlite:a.db", "--to", "sqlite:a.db", cwd=at)


def days(at: pathlib.Path) -> None:
    ends_first = ("--from", "2026-12-31", "--to", "2026-01-01")
    for args in (("due",), ("stats",), ("search", "x"), ("export", "documents", "--out", "x.csv")):
        refused(f"{args[0]} of a time that ends before it begins", 2, "2026-01-01", *args, *ends_first, cwd=at)
    refused("export up to a day that there is not", 2, "2026-02-31", "export", "documents", "--out", "x.csv", "--to", "2026-02-31", cwd=at)
    code, out, err = run("export", "documents", "--out", "-", "--to", "2030-01-01", cwd=at)
    say(code == 0 and out.count("\n") > 1, "export up to a day has what came before it", (code, out, err))
    for noun in ("obligations", "assignments", "documents", "meetings", "collections", "petitions"):
        refused(f"{noun} of a state that there is not", 2, "foo", "list", noun, "--state", "foo", cwd=at)
    code, out, _ = run("list", "documents", "--state", "issued", cwd=at)
    say(code == 0 and "06-" not in out and out.count("[") == 1, "and of one that there is", out)


def added(at: pathlib.Path) -> None:
    """What is added can be shown: its id is said."""
    refused("add of nothing", 2, "--action", "add", cwd=at)
    code, out, err = run("add", "--action", "báo cáo tiến độ", "--lead", "STC", "--due", "2026-05-01", "--basis",
                         "Ý kiến chỉ đạo", "--basis-kind", "oral", "--format", "json", *TODAY, cwd=at)
    made = json.loads(out)["id"] if code == 0 else ""
    say(made and "báo cáo tiến độ" in run("show", str(made), cwd=at)[1], "a duty by hand can be shown", (out, err))
    refused("help of a command that there is not", 2, "nope", "help", "nope")


def named(at: pathlib.Path, duty: str) -> None:
    refused("the id of several that is none", 3, "nope", "confirm", duty, "nope", cwd=at)
    refused("the same of a step", 3, "nope1", "report-done", "nope1", "nope2", cwd=at)
    refused("a document that is none", 3, "nope", "report-done", duty, "--document", "nope", cwd=at)
    refused("a link that is none", 3, "9999", "link", "--confirm", "9999", cwd=at)
    refused("a role that is none", 2, "vai trò", "account", "a", "--name", "A", "--role", "foo", cwd=at)
    refused("an account without a role", 2, "--role", "account", "a", "--name", "A", cwd=at)
    refused("a token without a scope", 2, "--scope", "account", "token", "a", "--name", "A", cwd=at)
    refused("no register to serve", 3, "sqlite:no.db", "serve", "--db", "sqlite:no.db", cwd=at)
    for kind in ("csv", "xlsx"):
        refused(f"a folder that no {kind} can stand in", 3, f"/proc/x.{kind}", "export", "documents", "--out", f"/proc/x.{kind}", cwd=at)
    refused("a backup that cannot stand there", 3, "quyền ghi", "backup", "--out", "/proc/x", cwd=at)


def others(at: pathlib.Path) -> None:
    """What is there already and is no register stays as it was."""
    with sqlite3.connect(at / "other.db") as made:
        made.execute("CREATE TABLE a(x)")
    (at / "words.db").write_text("Đây là một văn bản, không phải sổ theo dõi.\n" * 200)
    for name in ("other.db", "words.db"):
        before = hashlib.sha256((at / name).read_bytes()).digest()
        refused(f"{name} read as a register", 3, "không phải sổ", "due", "--db", f"sqlite:{name}", cwd=at)
        refused(f"{name} entered into", 3, "không phải sổ", "import", "--db", f"sqlite:{name}", "06.txt", cwd=at)
        refused(f"{name} as a backup", 3, "không phải bản sao lưu", "restore", "--verify", name, cwd=at)
        say(hashlib.sha256((at / name).read_bytes()).digest() == before, f"{name} is as it was")


def aimless(at: pathlib.Path, duty: str) -> None:
    """What says not enough, or too much, is told so."""
    refused("a duty set to nothing", 2, "chưa rõ", "set", duty, cwd=at)
    refused("an answer that there is not", 2, "foo", "reply", duty, "foo", "--agency", "STC", cwd=at)
    refused("a reply of nobody", 2, "--agency", "reply", duty, "attending", cwd=at)
    refused("a round that there is not", 3, "nope", "collection", "sent", "nope", "SNV", cwd=at)
    refused("verified and restored", 2, "--db", "restore", "--verify", "x", "--db", "sqlite:x.db", cwd=at)
    (at / "empty").mkdir()
    refused("a folder of nothing entered", 3, "empty", "import", "--db", "sqlite:new.db", "empty", cwd=at)
    say(not (at / "new.db").exists(), "and no register is made")
    refused("a socket without a name", 3, "unix:", "serve", "--listen", "unix:", cwd=at)
    refused("a file in a socket's place", 3, "06.txt", "serve", "--listen", "unix:06.txt", cwd=at)
    say((at / "06.txt").stat().st_size > 0, "is left alone")


def files(at: pathlib.Path) -> None:
    (at / "one.pdf").write_bytes(
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")
    say(run("page", "one.pdf", cwd=at)[0] == 0, "a page is drawn", run("page", "one.pdf", cwd=at)[2])
    refused("a page behind the last one", 3, "trang", "page", "--page", "2", "one.pdf", cwd=at)
    refused("a text has no page to draw", 3, "trang", "page", "06.txt", cwd=at)
    refused("dates after nothing", 2, "thời điểm", "dates", "--ref=", "x")
    folder = os.open(at, os.O_RDONLY)
    refused("dates of a folder", 3, "-:", "dates", stdin=folder)
    os.close(folder)
    labels = at / "gold"
    labels.mkdir()
    (labels / "1.json").write_text("{}")
    for option in ("--program", "--read-json", "--disputed"):
        refused(f"score {option} of nothing", 3, "nope", "score", option, "nope", str(labels), cwd=at)
    refused("a bench of no paper", 3, "nope.txt", "bench", "read", "nope.txt", cwd=at)
    refused("a bench of no Word file", 3, "nope.docx", "bench", "docx", "--file", "nope.docx", cwd=at)
    for args in (("read", "06.txt", "06.txt"), ("examples", "06")):
        with open("/dev/full", "wb") as full:
            got = subprocess.run([program, *args], stdout=full, stderr=subprocess.PIPE, cwd=at, timeout=300)
        err = got.stderr.decode()
        say(got.returncode == 3 and err.count("\n") == 1 and "Không ghi" in err, f"{args[0]} onto a full disk: one line", err)


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        at = pathlib.Path(name)
        (at / "06.txt").write_text(run("examples", "06", *TODAY)[1])
        code, _, err = run("import", *TODAY, "06.txt", cwd=at)
        say(code == 0, "a paper is entered", err)
        duty = json.loads(run("confirm", "--format", "json", cwd=at)[1])["proposals"][0]["id"]
        paper = json.loads(run("list", "documents", "--format", "json", cwd=at)[1])["rows"][0]["id"]
        no_arguments(at)
        together(at, duty, paper)
        days(at)
        added(at)
        named(at, duty)
        others(at)
        aimless(at, duty)
        files(at)
    print(f"1..{len(cases)}")
    return 0 if all(cases) else 1


sys.exit(main())
