#!/usr/bin/env python3
"""test_cli.py - the commands as a user of the shell meets them.

Exit codes, where words go, the shape of the output. What the reading finds is
tested elsewhere; here one small paper of our own is enough.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata

program = str(pathlib.Path(sys.argv[1]).resolve())
root = pathlib.Path(sys.argv[2])
PAPER = """ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN

Số: 12/TB-UBND

Lạng Sơn, ngày 05 tháng 5 năm 2026

THÔNG BÁO
Kết luận tại cuộc họp thử

1. Giao Sở Tài chính tổng hợp số liệu, báo cáo UBND tỉnh trước ngày 30/5/2026.

2. Giao Sở Xây dựng chủ trì, phối hợp với Sở Nội vụ rà soát, báo cáo UBND tỉnh chậm nhất ngày 03/6/2026.
"""
KEYS = (
    "schema reader warnings source text pages layout kind purpose number issued issuer title "
    "marks addressees conclusion_of signature stamps meetings assignments dates citations figures "
    "petitions recipients archive footnotes"
).split()
DATE_KEYS = "id text at kind value bound inclusive role relative first last flags confidence rule"
cases: list[bool] = []


def say(fine: bool, what: str, why: object = "") -> None:
    cases.append(bool(fine))
    print(f"{'ok' if fine else 'not ok'} {len(cases)} - {what}")
    if not fine:
        print(f"# {str(why)[:600]}")


def run(*args: str, given: bytes = b"", cwd: str | None = None):
    got = subprocess.run([program, *args], input=given, capture_output=True, cwd=cwd, timeout=120)
    return got.returncode, got.stdout.decode(), got.stderr.decode()


def one_line(text: str) -> bool:
    return text.endswith("\n") and text.count("\n") == 1 and text.startswith("dondoc")


def spans(value: object):
    if isinstance(value, dict):
        if isinstance(value.get("at"), list):
            yield value
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


def help_and_version() -> None:
    code, out, err = run("--version")
    say(code == 0 and not err, "--version is no failure", err)
    say(
        re.fullmatch(
            r"dondoc \d+\.\d+\.\d+\ncommit \S+\ndocument schema 1\nregister schema \d+\n"
            r"api schema 1\n",
            out,
        ),
        "--version gives version, commit and the schema numbers",
        out,
    )
    code, out, err = run("--help")
    say(code == 0 and not err, "--help is no failure", err)
    names = re.findall(r"^  ([a-z-]+)  ", out, re.M)
    say("read" in names and "report-done" in names, "--help lists the commands, in two columns", out)
    for name in names:
        code, out, err = run(name, "--help")
        fine = code == 0 and not err and f"dondoc {name} - " in out and "Mã thoát" in out
        fine = fine and "\n\n\n" not in out
        say(fine, f"{name} --help says how it is called", out + err)


def wrong_calls() -> None:
    for what, args in {
        "no command": [],
        "an unknown command": ["nope"],
        "an unknown option": ["read", "--nope", "x"],
        "a short option": ["read", "-x"],
        "an option without its value": ["read", "x", "--format"],
        "an unknown format": ["read", "--format", "xml", "x"],
        "a day that is none": ["read", "--today", "2026-02-30", "x"],
        "a moment where a day belongs": ["read", "--today", "2026-02-03T10:00", "x"],
        "no file": ["read"],
        "a reference that is none": ["dates", "--ref", "tomorrow", "x"],
    }.items():
        code, out, err = run(*args)
        fine = code == 2 and not out and (one_line(err) or not args)
        say(fine, f"{what}: exit 2, one line on stderr", (code, out, err))
    for what, args in {
        "an unknown registry": ["read", "--registry", "nope", "x"],
        "a registry folder that is not there": ["read", "--registry", "./nope/", "x"],
        "a calendar that is not there": ["read", "--calendar", "/nope", "x"],
    }.items():
        code, out, err = run(*args)
        say(code == 3 and not out and one_line(err), f"{what}: exit 3, one line", (code, out, err))


def reading(folder: pathlib.Path) -> None:
    good, other = folder / "b.txt", folder / "a.txt"
    good.write_text(PAPER)
    other.write_text(PAPER.replace("12/TB-UBND", "13/TB-UBND"))
    code, out, err = run("read", str(good))
    say(code == 0 and not err and out.count("\n") == 1, "a paper is one line of JSON", err)
    doc = json.loads(out)
    say(list(doc) == KEYS, "its keys are those of the contract, in order", list(doc))
    say(doc["source"]["bytes"] == len(PAPER.encode()), "the source says its size")
    say(re.fullmatch("[0-9a-f]{64}", doc["source"]["sha256"]), "the source has its hash")
    say(re.fullmatch("[0-9a-f]{64}", doc["reader"]["data"]), "the reader says with what tables")
    text = doc["text"].encode()
    for found in spans(doc):
        start, length = found["at"]
        words = text[start : start + length]
        if start + length > len(text) or not words.decode():
            say(False, "every span is words of the text", found)
    say(all("safe" not in d for d in doc["dates"]), "without a calendar nothing is safe or rolled")
    say(
        all(list(d) == DATE_KEYS.split() for d in doc["dates"]),
        "dates have the keys of the contract",
        doc["dates"][:1],
    )
    _, again, _ = run("read", "-", given=PAPER.encode())
    piped = json.loads(again)
    say(piped["source"]["name"] == "stdin", "- is standard input")
    del piped["source"], doc["source"]
    say(piped == doc, "read from a pipe it is the same")
    many(folder, good)
    _, out, _ = run("read", "--calendar", "builtin", str(good))
    limits = [d for d in json.loads(out)["dates"] if d["role"] == "deadline"]
    say(
        limits and all(list(d)[-2:] == ["safe", "rolled"] for d in limits),
        "with a calendar deadlines are safe and rolled",
        limits,
    )
    by_day = {d["value"]: d["safe"] for d in limits}
    say(by_day.get("2026-05-30") == "2026-05-29T23:59", "the safe day is a Friday", by_day)


def many(folder: pathlib.Path, good: pathlib.Path) -> None:
    bad = folder / "sub" / "bad.txt"
    bad.parent.mkdir()
    bad.write_bytes(b"\xff\xfe\x00")
    (folder / ".hidden").write_bytes(b"\xff")
    code, out, err = run("read", str(folder), str(good))
    lines = [json.loads(line) for line in out.splitlines()]
    names = [line["source"]["name"] for line in lines]
    say(names == ["a.txt", "b.txt", "bad.txt", "b.txt"], "a folder by name, then the next", names)
    say(lines[2]["schema"] == "dondoc.error/1", "what cannot be read stands in its place")
    say(list(lines[2]) == ["schema", "source", "error"], "an error has its keys", lines[2])
    say(list(lines[2]["error"]) == ["code", "message", "hint"], "the error too", lines[2])
    said = err.splitlines()
    say(code == 1 and len(said) == 2 and "bad.txt" in said[0], "exit 1, one line for the file",
        (code, err))
    say("Đã đọc 3 văn bản, 1 tệp lỗi." in said[-1], "and one that sums up", err)
    code, out, err = run("read", str(folder / "nope.txt"))
    say(code == 3 and json.loads(out)["error"]["code"] == "unreadable", "all failed: exit 3", code)
    code, out, err = run("read", "--", "-odd.txt", cwd=str(folder))
    say(json.loads(out)["source"]["name"] == "-odd.txt", "-- ends the options", out)
    empty = folder / "none"
    empty.mkdir()
    code, out, err = run("read", str(empty))
    say(code == 3 and not out and one_line(err), "an empty folder: exit 3", (code, out, err))
    full = subprocess.run(
        f'"{program}" read "{good}" >/dev/full', shell=True, capture_output=True, timeout=60
    )
    say(full.returncode == 3 and one_line(full.stderr.decode()), "a full disk: exit 3", full.stderr)


def columns(line: str) -> int:
    return sum(1 for c in line if not unicodedata.combining(c))


def sheets(folder: pathlib.Path) -> None:
    paper = folder / "giấy.txt"
    paper.write_text(PAPER)
    code, out, err = run("read", "--format", "text", str(paper))
    say(code == 0 and not err, "the sheet is written", err)
    wide = [line for line in out.splitlines() if columns(line) > 80]
    say(not wide, "no line of it is wider than the page", wide)
    for words in ("12/TB-UBND", "NHIỆM VỤ: 2", "Sở Tài chính", "“trước ngày 30/5/2026”"):
        say(words in out, f"the sheet says {words}", out)
    say("Hạn cuối: hết ngày 29/5/2026 (thứ Sáu)" in out, "the last day in plain words", out)
    english = re.findall(r"\b(the|date|deadline|task|null|none|true|false)\b", out)
    say(not english, "and no English", english)
    code, out, err = run("read", "--format", "calendar", "--today", "2026-06-01", str(paper))
    say(code == 0 and not err, "the calendar is written", err)
    first, second = out.find("29/5/2026 · Quá hạn 3 ngày"), out.find("thứ Tư, ngày 03/6/2026")
    say(0 <= first < second, "its days are in order, the overdue one first", out)
    sly = folder / "sly.txt"
    sly.write_text(PAPER.replace("số liệu", "số \u202e\u200b liệu \u001b[31m đỏ"))
    _, out, _ = run("read", "--format", "text", str(sly))
    say(not re.search("[\x00-\x09\x0b-\x1f\u202e\u200b]", out), "no command reaches the terminal")


def dates() -> None:
    code, out, err = run("dates", "--ref", "2026-05-20T08:00", "trước ngày 30/5/2026", "không")
    lines = [json.loads(line) for line in out.splitlines()]
    say(code == 0 and not err and len(lines) == 2, "one list for each argument", (code, out, err))
    say(lines[1] == [], "nothing found is an empty list", lines)
    found = lines[0][0]
    say(list(found) == DATE_KEYS.split(), "the keys of a date", found)
    say(
        (found["value"], found["inclusive"], found["last"])
        == ("2026-05-30", False, "2026-05-29T23:59"),
        "what it means",
        found,
    )
    nfd = unicodedata.normalize("NFD", "trước ngày 30/5/2026")
    given = f"trước ngày 30/5/2026\r\n\n{nfd}".encode()
    code, out, err = run("dates", given=given)
    lines = [json.loads(line) for line in out.splitlines()]
    say(code == 0 and len(lines) == 3 and lines[1] == [], "one list for each line", (code, out))
    say(lines[0] == lines[2], "letters and marks apart are the same", lines)
    code, out, err = run("dates", given=b"ng\xe1\xbb\nng\xc3\xa0y 1/6/2026\n")
    say(code == 1 and out.startswith("[]\n[{") and one_line(err), "a line that is no text", out)
    code, out, err = run("dates", given="ngày ".encode() * 400_000)
    say(code == 0 and out.count("\n") == 1, "two megabytes on a line", err)


def bench() -> None:
    """Of one obligation there is less to measure, which is no error."""
    code, out, err = run("bench", "register", "--obligations", "1", "--documents", "4", "--runs", "1")
    lines = [json.loads(line) for line in out.splitlines()]
    say(code in (0, 1) and not err and lines[-1]["figure"] == "step", "a register of one obligation is measured", err)
    few = [x for x in lines if x["figure"] == "due-page-busiest"]
    say(len(few) == 1 and "value" not in few[0] and "not measured" in few[0]["note"], "what has nothing due is said", few)
    with tempfile.TemporaryDirectory() as name:
        paper = pathlib.Path(name, "a.txt")
        paper.write_text("Giao Sở Tài chính báo cáo kết quả rà soát trước ngày 10/6/2026.\n" * 40 + "Nơi nhận:\n- Như trên;\n")
        code, out, err = run("bench", "text", "--mb", "1", str(paper))
        say(code == 0 and "Giao Sở" in out and "Lạng Sơn" not in out, "the text of other papers than the samples", err)
        many = out.count("Nơi nhận")
        say(20 < many < 60, "the foot of a paper stands at the end of a text only", many)
        code, out, err = run("bench", "read", "--mb", "1", "--runs", "1", str(paper))
        figures = {x["figure"]: x for x in map(json.loads, out.splitlines())}
        say(code in (0, 1) and figures["density"]["peer_value"] > 5, "how dense the papers are is said", err)
        paper.write_text("không\n")
        code, out, err = run("bench", "read", str(paper))
        say(code == 3 and not out and one_line(err), "papers without a sentence", (code, err))
        code, out, err = run("bench", "docx", str(paper))
        say(code == 2 and not out, "papers where none are asked for", (code, err))


help_and_version()
wrong_calls()
with tempfile.TemporaryDirectory() as name:
    reading(pathlib.Path(name))
with tempfile.TemporaryDirectory() as name:
    sheets(pathlib.Path(name))
dates()
bench()
print(f"1..{len(cases)}")
sys.exit(0 if all(cases) else 1)
