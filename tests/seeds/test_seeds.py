#!/usr/bin/env python3
"""test_seeds.py PROGRAM ROOT - the five sample documents, one test for each row of SEEDS.

Reads ../shared/seeds where it exists and compares with what a careful reader wrote of
them: duties.txt (§1, the 63 assignments), citations.tsv (§3), elements.txt (§2 and the
repairs of §4). The expectations come from SEEDS and are never bent to the program.

Keys of duties.txt: starts, under (words before it), lead, with, to, watchers (codes of
the registry, "words" of an unknown body, *words* of any), source, nature, limit (words |
value | last minute or start, then inclusive, exclusive, contradictory; line-check; or
meeting), safe, rolled, basis, made (words of each deliverable), forms, copies, measure,
vague, flag, after (the row it waits for), track. Absent: stated, nobody joins, receives
or watches, no limit, task or standing after a meeting and preparation before, not
tracked; the others are not compared.
"""
import json
import pathlib
import re
import subprocess
import sys

from seedlib import Reading, Wrong, actor_is, blocks, check, code, fold

here = pathlib.Path(__file__).resolve().parent
SEEDS = ["000", "001", "002", "003", "004"]
ROWS = {"000": 3, "001": 41, "002": 10, "003": 7, "004": 2}
INCLUSIVE = {"inclusive": True, "exclusive": False, "contradictory": None}
ACTORS = {"lead": "lead", "with": "with", "to": "recipients", "watchers": "watchers"}
cases: list[bool] = []


def say(what: str, test) -> None:
    """One case: `test` raises Wrong."""
    try:
        test()
        why = ""
    except Wrong as wrong:
        why = str(wrong)
    cases.append(not why)
    print(f"{'not ok' if why else 'ok'} {len(cases)} - {what}")
    for line in why.splitlines():
        print(f"# {line}")


def want(fine: object, why: str) -> None:
    if not fine:
        raise Wrong(why)


def same(have: object, expected: object, what: str) -> None:
    want(have == expected, f"{what}: {have}, want {expected}")


class Row:
    """One block of duties.txt."""

    def __init__(self, heading: str, lines: list[str]):
        self.id, self.seed, self.line = heading.split()
        self.keys = dict(line.split(" ", 1) for line in lines)
        self.starts = self.keys["starts"]

    def get(self, key: str, absent: str = "-") -> str:
        return self.keys.get(key, absent)

    def places(self, reading: Reading) -> list[int]:
        """Where the action may begin: at the verb, or at a bracketed word before it."""
        after = reading.find(self.get("under", ""))
        plain = self.starts.replace("(", "").replace(")", "")
        at = reading.find(plain, max(after, 0))
        want(at >= 0 and after >= 0, f"the text has no: {plain}")
        found, offset, rest = [], at, self.starts
        while rest.startswith("("):
            found.append(offset)
            word, rest = rest[1:].split(") ", 1)
            offset += len((word + " ").encode())
        return found + [offset]

    def find(self, reading: Reading) -> dict:
        places = self.places(reading)
        for a in reading.doc["assignments"]:
            if a["action"]["at"][0] in places:
                return a
        near = [a["action"]["text"][:60] for a in reading.doc["assignments"]
                if a["at"][0] <= places[-1] < a["at"][0] + a["at"][1]]
        raise Wrong(f"no action begins with: {self.starts}" + "".join(f"\nfound: {n}" for n in near))


def check_actors(row: Row, key: str, have: list[dict]) -> None:
    wanted = re.findall(r'"[^"]*"|\*[^*]*\*|[^\s"*]+', row.get(key))
    if wanted == ["?"]:
        return
    wanted = [] if wanted == ["-"] else wanted
    fine = len(wanted) == len(have) and all(
        any(actor_is(w, a) for a in have) for w in wanted)
    want(fine, f"{key}: {[code(a) for a in have]}, want {wanted}")


def check_limit(row: Row, reading: Reading, a: dict) -> None:
    by_id = {d["id"]: d for d in reading.doc["dates"]}
    limits = [by_id[i] for i in a["deadlines"]]
    if row.get("limit") == "-":
        return same([d["text"] for d in limits], [], "limits")
    words, value, *rest = row.get("limit").split(" | ")
    want(len(limits) == 1, f"limits: {[d['text'] for d in limits]}, want {words}")
    date = limits[0]
    want(words in date["text"], f"limit: {date['text']}, want {words}")
    same(date["value"], value, "value")
    if rest[0] in ("line-check", "meeting"):
        same((date["role"], date["bound"], date["first"]), (rest[0], "from", value), "a start")
        return None
    same((date["role"], date["last"]), ("deadline", rest[0]), "last minute")
    same(date["inclusive"], INCLUSIVE[rest[1]], "inclusive")
    same("contradictory-bound" in date["flags"], rest[1] == "contradictory", "contradictory")
    for key in ("safe", "rolled"):
        if key in row.keys:
            same(date.get(key), row.get(key), key)
    return None


def check_made(row: Row, a: dict) -> None:
    made = [d["text"] for d in a["deliverables"]]
    if row.get("made", "?") == "-":
        same(made, [], "deliverables")
    elif "made" in row.keys:
        missing = [w for w in row.get("made").split(" | ")
                   if not any(fold(w) in fold(m) for m in made)]
        want(not missing, f"deliverables: {made}, missing {missing}")
    if "forms" in row.keys:
        missing = set(row.get("forms").split()) - {d["form"] for d in a["deliverables"]}
        want(not missing, f"forms: missing {missing}")
    if "copies" in row.keys:
        want(int(row.get("copies")) in [d["copies"] for d in a["deliverables"]], "copies")


def check_details(row: Row, reading: Reading, a: dict) -> None:
    numbers = reading.project(a["basis"], "numbers")
    missing = [b for b in row.get("basis", "").split() if b not in numbers]
    want(not missing, f"basis: {numbers}, missing {missing}")
    if "measure" in row.keys:
        want(fold(row.get("measure")) in fold(a["measure"]), f"measure: {a['measure']}")
    if "vague" in row.keys:
        same(a["vague"], row.get("vague"), "vague")
    if "flag" in row.keys:
        want(row.get("flag") in a["flags"], f"flags: {a['flags']}, want {row.get('flag')}")
    if "after" in row.keys:
        rows = reading.project(a["depends_on"], "rows")
        want(row.get("after") in rows, f"depends on {rows}, want {row.get('after')}")


def check_row(row: Row, reading: Reading) -> None:
    """Every difference of a row, not only the first."""
    a = row.find(reading)
    usual = "task | standing" if row.seed == "001" else "preparation"
    steps = [lambda k=k, v=v: check_actors(row, k, a[v]) for k, v in ACTORS.items()
             if k != "to" or row.seed != "001" or k in row.keys]
    steps += [
        lambda: same(a["lead_source"], row.get("source", "stated"), "lead_source"),
        lambda: want(a["nature"] in row.get("nature", usual).split(" | "),
                     f"nature: {a['nature']}"),
        lambda: check_limit(row, reading, a),
        lambda: check_made(row, a),
        lambda: check_details(row, reading, a),
        lambda: row.get("track") == "?"
        or same(a["track"], row.get("track") == "yes", "track"),
    ]
    wrong = []
    for step in steps:
        try:
            step()
        except Wrong as one:
            wrong.append(str(one))
    want(not wrong, "\n".join(wrong))


def match_rows(rows: list[Row], readings: dict[str, Reading]) -> None:
    for row in rows:
        mine = readings[row.seed].rows.setdefault(row.id, [])
        try:
            mine.append(row.find(readings[row.seed]))
        except Wrong:
            pass


def count_rows(reading: Reading) -> int:
    """Duties as SEEDS counts: a row of two halves once, a prohibition not at all."""
    ours = {reading.row_of(a) if not reading.row_of(a).startswith("(") else a["id"]
            for a in reading.doc["assignments"] if a["nature"] != "prohibition"}
    return len(ours)


def check_rows(rows: list[Row], readings: dict[str, Reading]) -> None:
    for name in dict.fromkeys(row.id for row in rows):
        def both(name=name):
            for row in rows:
                if row.id == name:
                    check_row(row, readings[row.seed])

        say(name, both)


def check_counts(rows: list[Row], readings: dict[str, Reading]) -> None:
    every = [(r, a) for r in readings.values() for a in r.doc["assignments"]]
    dates = [d for r in readings.values() for d in r.doc["dates"]]

    def ids(keep) -> set[str]:
        return {r.row_of(a) for r, a in every if keep(a)}

    def wanted(keep) -> set[str]:
        return {row.id for row in rows if keep(row)}

    def same_rows(have: set[str], expected: set[str]) -> None:
        want(have == expected, f"missing {sorted(expected - have)}, extra {sorted(have - expected)}")

    def names_communes(row: Row) -> bool:
        return "UBNDXA" in row.get("lead").split() and row.get("source") != "opening"

    open_rows = wanted(lambda row: row.get("track") == "?")
    moments = [d for d in dates if d["role"] in ("meeting", "line-check") and d["kind"] == "instant"]
    for seed, number in ROWS.items():
        say(f"{seed} has {number} assignments",
            lambda s=seed, n=number: same(count_rows(readings[s]), n, "assignments"))
    say("63 assignments in all",
        lambda: same(sum(count_rows(r) for r in readings.values()), 63, "assignments"))
    say("13 assignments have a date, exactly those",
        lambda: same_rows(ids(lambda a: a["deadlines"]), wanted(lambda row: "limit" in row.keys)))
    say("10 dates are deadlines",
        lambda: same(sum(d["role"] == "deadline" for d in dates), 10, "deadlines"))
    say("6 meetings and line tests are one moment each",
        lambda: same(len(moments), 6, f"moments {[d['text'] for d in moments]}"))
    say("19 rows are addressed to all communes by their own words",
        lambda: same_rows(ids(lambda a: a["lead_source"] in ("stated", "heading")
                              and a["nature"] != "prohibition"
                              and any(x["group"] == "UBNDXA" for x in a["lead"])),
                          wanted(names_communes)))
    say("a duty is tracked exactly where it has a date, or a deliverable with a receiver",
        lambda: same_rows(ids(lambda a: a["track"]) - open_rows,
                          wanted(lambda row: row.get("track") == "yes")))
    say("track follows from date, deliverable and receiver in every assignment",
        lambda: same_rows(ids(lambda a: a["track"] != bool(
            a["nature"] in ("task", "preparation")
            and (a["deadlines"] or (a["deliverables"] and a["recipients"])))), set()))


def check_citation(fields: list[str], reading: Reading) -> None:
    seed, kind, number, date, issuer, words, times = (fields + ["-"] * 7)[:7]
    found = [c for c in reading.doc["citations"] if number == "-" or c["number"] == number]
    parts = [None] if words == "-" else words.split(" | ")
    for part in parts:
        mine = [c for c in found if part is None or fold(part) in fold(c["text"])]
        want(len(mine) == (int(times) if times != "-" else 1),
             f"{len(mine)} citations {number} {part or ''}")
        for c in mine:
            want(kind in ("-", c["kind"]), f"kind: {c['kind']}")
            same(c["number"], None if number == "-" else number, "number")
            same(c["date"], None if date == "-" else date, "date")
            want(issuer == "-" or (c["issuer"] or "").removesuffix(" Lạng Sơn") == issuer,
                 f"issuer: {c['issuer']}, want {issuer}")


def check_citations(readings: dict[str, Reading]) -> None:
    lines = (here / "citations.tsv").read_text(encoding="utf-8").splitlines()
    table = [line.split("\t") for line in lines if not line.startswith("#")]
    for fields in table:
        name = fields[2] if fields[2] != "-" else fields[5]
        say(f"cite {name}", lambda f=fields: check_citation(f, readings[f[0]]))
    known = {f[2] for f in table} | {"57", None}

    def nothing_else():
        extra = [c["text"] for r in readings.values() for c in r.doc["citations"]
                 if c["number"] not in known]
        same(extra, [], "citations that are none")

    say("cite nothing else", nothing_else)


def check_elements(readings: dict[str, Reading]) -> None:
    for name, lines in blocks(here / "elements.txt"):
        def all_of(lines=lines):
            wrong = []
            for line in lines:
                seed, rest = line.split(" ", 1)
                try:
                    check(readings[seed], rest)
                except Wrong as one:
                    wrong.append(f"{seed} {one}")
            want(not wrong, "\n".join(wrong))

        say(name, all_of)


def main() -> int:
    program, root = sys.argv[1], pathlib.Path(sys.argv[2])
    folder = root.resolve().parent / "shared" / "seeds"
    paths = [next(iter(sorted(folder.glob(f"{s}_*.txt"))), None) for s in SEEDS]
    if None in paths:
        print("# not run: the rows of SEEDS: ../shared/seeds is not here")
        return 0
    done = subprocess.run(
        [program, "read", "--format", "json", "--calendar", "builtin", *map(str, paths)],
        capture_output=True, text=True, timeout=300)
    docs = [json.loads(line) for line in done.stdout.splitlines()]
    say("the five samples are read", lambda: same(
        (done.returncode in (0, 1), len(docs)), (True, 5), done.stderr[:300]))
    if len(docs) != 5:
        return 1
    readings = {seed: Reading(doc) for seed, doc in zip(SEEDS, docs)}
    rows = [Row(heading, lines) for heading, lines in blocks(here / "duties.txt")]
    say("duties.txt holds the 63 rows of SEEDS",
        lambda: same(len({row.id for row in rows}), 63, "rows"))
    match_rows(rows, readings)
    check_rows(rows, readings)
    check_counts(rows, readings)
    check_citations(readings)
    check_elements(readings)
    print(f"1..{len(cases)}")
    return 0 if all(cases) else 1


if __name__ == "__main__":
    sys.exit(main())
