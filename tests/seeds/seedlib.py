"""seedlib.py - what the data files of this folder mean.

A path walks the JSON of one reading: `meetings[0].chair.name`. In brackets stands an
index, a code or id, "quoted words" of the text, or key=words; on a list of matches the
first is walked on, `:codes` and the other lists below look at all of them. `n` is a
length; participants, duty[ROW], line[words], between[from .. to], count[words] are
places that the JSON does not name. It must never know a document by itself.
"""
import re

STEP = re.compile(r"\.?([a-z_]+)|\[([^\]]*)\]|:([a-z]+)")
OPS = re.compile(r" (!?has|is|!?=|!?~|starts|ends) ")


class Wrong(Exception):
    """What a row expects and what was found."""


def fold(words: object) -> str:
    return str(words).casefold()


def blocks(path):
    """Pairs (heading, lines) of a data file."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("[") and line.endswith("]"):
            found.append((line[1:-1], []))
        elif line and not line.startswith("#"):
            found[-1][1].append(line)
    return found


def code(actor: dict) -> str:
    return actor["agency"] or actor["group"] or f'"{actor["text"]}"'


def actor_is(want: str, actor: dict) -> bool:
    """CODE; "words" of a body that no registry knows; *words*, code or none."""
    if want.startswith('"'):
        known = actor["agency"] or actor["group"]
        return not known and fold(want[1:-1]) in fold(actor["text"])
    if want.startswith("*"):
        return fold(want[1:-1]) in fold(actor["text"])
    return code(actor) == want


class Reading:
    """One reading, with the rows of duties.txt that its assignments are."""

    def __init__(self, doc: dict):
        self.doc = doc
        self.text = doc["text"]
        self.bytes = self.text.encode()
        self.rows: dict[str, list] = {}  # row: its assignments, None where not found

    def find(self, words: str, after: int = 0) -> int:
        """Where the words begin, in bytes; -1 if nowhere."""
        return self.bytes.find(words.encode(), after)

    def row_of(self, assignment: dict) -> str:
        for row, mine in self.rows.items():
            if any(a is assignment for a in mine):
                return row
        return "(no row) " + assignment["action"]["text"][:40]

    def within(self, start: int, end: int) -> dict:
        def inside(x):
            at = x["at"]
            return at[0] < end and at[0] + at[1] > start

        part = {k: [x for x in self.doc[k] if inside(x)]
                for k in ("assignments", "dates", "citations", "figures")}
        part["text"] = self.bytes[start:end].decode()
        return part

    def between(self, places: str) -> dict:
        first, last = places.split(" .. ")
        start = self.find(first)
        end = self.find(last, start)
        if start < 0 or end < 0:
            raise Wrong(f"the text has no {places}")
        return self.within(start, end + len(last.encode()))

    def line(self, words: str) -> dict:
        start = self.find(words)
        if start < 0:
            raise Wrong(f"the text has no {words}")
        start = self.bytes.rfind(b"\n", 0, start) + 1
        end = self.bytes.find(b"\n", start)
        return self.within(start, end if end >= 0 else len(self.bytes))

    def special(self, name: str, arg: str):
        if name == "duty":
            if not self.rows.get(arg):
                raise Wrong(f"row {arg} was not found")
            return self.rows[arg][0]
        if name == "count":
            return self.text.count(arg.replace("\\n", "\n"))
        return {"between": self.between, "line": self.line}[name](arg)

    def project(self, value, what: str):
        """`:codes` and its like: a list of plain words."""
        by_id = {a["id"]: a for a in self.doc["assignments"]}
        numbers = {c["id"]: c["number"] for c in self.doc["citations"]}
        each = {
            "codes": code,
            "rows": lambda a: self.row_of(by_id.get(a, a) if isinstance(a, str) else a),
            "numbers": lambda c: numbers[c] if isinstance(c, str) else c["number"],
            "leads": lambda a: [code(x) for x in a["lead"]],
            "actions": lambda a: a["action"]["text"],
            "tracks": lambda a: str(a["track"]).lower(),
        }.get(what, lambda x: x[what.removesuffix("s") if what != "presence" else what])
        found = []
        for x in value:
            one = each(x)
            found += one if isinstance(one, list) else [one]
        if what in ("presence", "tracks", "rows"):
            found = list(dict.fromkeys(found))
        return found

    def get(self, path: str):
        steps = [m.groups() for m in STEP.finditer(path)]
        if "".join(m.group(0) for m in STEP.finditer(path)) != path:
            raise Wrong(f"not a path: {path}")
        value: object = self.doc
        while steps:
            name, key, what = steps.pop(0)
            if name in ("duty", "count", "between", "line") and value is self.doc:
                value = self.special(name, steps.pop(0)[1])
            elif name == "participants":
                value = self.doc["meetings"][0]["participants"] if self.doc["meetings"] else []
            elif name == "n":
                value = len(value)
            elif what:
                value = self.project(value, what)
            elif name:
                value = value[0] if isinstance(value, list) and value else value
                if not isinstance(value, dict) or name not in value:
                    raise Wrong(f"{path}: no {name}")
                value = value[name]
            else:
                value = choose(value, key, path)
        return value


def choose(items: list, key: str, path: str):
    if re.fullmatch(r"\d+", key):
        if int(key) >= len(items):
            raise Wrong(f"{path}: only {len(items)} of them")
        return items[int(key)]
    if "=" in key:
        name, words = key.split("=", 1)
        return [x for x in items if fold(words) in fold(x[name])]
    quoted = key.strip('"')
    found = [x for x in items
             if key in (x.get("agency"), x.get("group"), x.get("number"))] or \
            [x for x in items if fold(quoted) in fold(x.get("text", ""))]
    if not found:
        raise Wrong(f"{path}: none")
    return sorted(found, key=lambda x: not fold(x.get("text", "")).startswith(fold(quoted)))


def check(reading: Reading, line: str) -> None:
    """One line "PATH OP VALUE"; raises Wrong."""
    m = OPS.search(line)
    if not m:
        raise Wrong(f"not a check: {line}")
    path, op, want = line[: m.start()], m.group(1), line[m.end():].replace("\\n", "\n")
    value = reading.get(path)
    if op in ("is", "has", "!has"):
        items = [w.strip() for w in want.split(" | ")]
        have = [str(v) for v in value]
        fine = have == items if op == "is" else all(
            any(fold(i) in fold(h) if path.endswith((":texts", ":actions")) else i == h
                for h in have) for i in items)
        if fine == (op == "!has"):
            raise Wrong(f"{path} is {have}, want {op} {items}")
        return
    have = "null" if value is None else str(value)
    fine = {
        "=": have == want, "!=": have != want, "~": fold(want) in fold(have),
        "!~": want not in have, "starts": have.startswith(want), "ends": have.endswith(want),
    }[op]
    if not fine:
        raise Wrong(f"{path} is {have[:160]}, want {op} {want}")
