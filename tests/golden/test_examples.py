#!/usr/bin/env python3
"""test_examples.py PROGRAM ROOT - the project's sample documents, read at a fixed day.

Renders the samples, checks that they are what examples/README.md promises, reads
them and compares with the labels in tests/gold: by `dondoc score`, and for the
duties also their codes, nature and track. The labels were written by reading;
this script must never write them.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata

TODAY = "2026-11-23"
OTHER_DAYS = ["2026-01-01", "2027-02-28", "2027-06-06", "2028-02-29", "2030-12-31"]
MARK = "người, số hiệu và sự việc đều không có thật"
REGISTRIES = {"langson": None, "vidu": "vidu"}
# citing sample: cited sample, by number and, where it is given, date
CYCLE = {2: 1, 3: 1, 8: 7, 9: 7, 10: 7}
CODES_BAR = 0.95

count = failed = 0


def case(good, what, *details):
    global count, failed
    count += 1
    failed += not good
    for line in details:
        print("# " + line)
    print(("ok" if good else "not ok"), count, "-", what, flush=True)
    return good


def run(program, *args, check=True):
    done = subprocess.run([program, *args], capture_output=True, text=True)
    if check and done.returncode not in (0, 1):
        raise SystemExit("Bail out! " + " ".join(args) + ": " + done.stderr.strip())
    return done


def words(s):
    s = unicodedata.normalize("NFC", s).lower()
    return re.findall(r"\w+", s)


def in_order(label, found):
    """The share of the label's words that stand in `found` in this order."""
    have = iter(words(found))
    want = words(label)
    got = 0
    for w in want:
        rest = list(have)
        if w in rest:
            got += 1
            have = iter(rest[rest.index(w) + 1:])
        else:
            have = iter(rest)
    return got / max(1, len(want))


def codes(actors):
    return {a.get("agency") or a.get("group") for a in actors} - {None}


def nearest(label, assignments, used):
    """The found duty that holds the label; one not yet taken before one that is."""
    near = [(round(in_order(label["action"], x["action"]["text"]), 2), -i)
            for i, x in enumerate(assignments)]
    near = [n for n in near if n[0] >= 0.6]
    if not near:
        return None
    best = max(near)[0]
    at = max((n for n in near if n[0] == best), key=lambda n: (-n[1] not in used, n))
    used.add(-at[1])
    return assignments[-at[1]]


def begins(label, text):
    """Does the found duty begin with the label, not only contain it?"""
    n = len(words(label))
    return in_order(label, " ".join(words(text)[:n + 3])) >= 0.6


def compare_duty(label, found):
    """Pairs (key, wanted, had). A paragraph may be read as one duty or as several, so
    that an undated label says nothing about `track`."""
    yield "lead", set(label["lead"]), codes(found["lead"])
    yield "with", set(label["with_codes"]), codes(found["with"])
    if label["nature"]:
        yield "nature", label["nature"], found["nature"]
    if label["track"]:
        yield "track", True, found["track"]


def compare_duties(gold, doc, name, say):
    """(right, all) over codes of leads and coordinators, nature and track."""
    right = total = 0
    used = set()
    for label in gold["assignments"]:
        found = nearest(label, doc["assignments"], used)
        if not found:
            continue  # `dondoc score` counts the missed ones
        for key, want, have in compare_duty(label, found):
            total += 1
            right += want == have
            if want != have:
                say.append(f"{name} {key}: want {want}, have {have}: {label['action'][:60]}")
    for label in gold.get("other_duties", []):
        found = [x for x in doc["assignments"] if begins(label["action"], x["action"]["text"])]
        bad = [x for x in found if x["nature"] != label["nature"] or x["track"]]
        total += 1
        right += not bad
        if bad:
            say.append(f"{name} nature: want {label['nature']}, untracked: {label['action'][:60]}")
    return right, total


def render(program, root, tmp, folder):
    out = tmp / folder / "docs"
    out.mkdir(parents=True)
    run(program, "examples", "--today", TODAY, "--out", str(out), folder)
    names = sorted(p.name for p in (root / "examples" / folder).glob("*.txt"))
    written = sorted(p.name for p in out.iterdir())
    case(names == written, f"{folder}: every sample is carried and written")
    texts = {n: (out / n).read_bytes().decode("utf-8") for n in written}
    bad = [n for n, t in texts.items() if "{{" in t or "}}" in t]
    case(not bad, f"{folder}: no field is left unwritten", *bad)
    bad = [n for n, t in texts.items()
           if MARK not in unicodedata.normalize("NFC", t).rstrip().split("\n")[-1]]
    case(not bad, f"{folder}: the last line says that it is invented", *bad)
    for n in written:
        (out / n).rename(out / ("%03d.txt" % int(n.split("-")[0])))
    return out


def read(program, folder, docs, tmp):
    readings = tmp / folder / "readings"
    readings.mkdir()
    registry = REGISTRIES[folder]
    args = ["--registry", registry] if registry else []
    result = {}
    for path in sorted(docs.iterdir()):
        text = run(program, "read", *args, str(path)).stdout
        (readings / (path.stem + ".json")).write_text(text)
        result[path.stem] = json.loads(text)
    bad = [n for n, d in result.items() if "error" in d]
    case(not bad, f"{folder}: every sample is read", *bad)
    return readings, result


def score(program, folder, gold, readings):
    done = run(program, "score", "--format", "json", "--read-json", str(readings), str(gold))
    report = json.loads(done.stdout)
    for field in report["fields"]:
        if "pass" not in field:
            continue
        details = [f"{f['document']} {f['what']}: {f['label']} / ours: {f['found']}"
                   for f in report["findings"] if f.get("field") == field["field"]]
        case(field["pass"], f"{folder}: {field['field']}: {field['right']} of {field['labels']}, "
             f"{field['false']} false", *details)
    for path in readings.glob("*.json"):
        path.write_text(path.read_text() + '{"text":"another document of the file"}\n')
    again = json.loads(run(program, "score", "--format", "json", "--read-json", str(readings),
                           str(gold)).stdout)
    case(again["fields"] == report["fields"],
         f"{folder}: of a file of several documents the first is held against its labels")


def duties(folder, gold, docs):
    right = total = 0
    say = []
    for path in sorted(gold.glob("*.json")):
        label = json.loads(path.read_text())
        r, t = compare_duties(label, docs[path.stem], path.stem, say)
        right, total = right + r, total + t
    case(total > 0 and right >= CODES_BAR * total,
         f"{folder}: codes, nature and track of duties: {right} of {total}", *say)


def cycle(docs):
    for citing, cited in CYCLE.items():
        target = docs["%03d" % cited]
        number, day = target["number"]["value"], target["issued"]["value"]
        found = [c for c in docs["%03d" % citing]["citations"] if c["number"] == number]
        good = any(c["date"] in (None, day) for c in found)
        case(number and good, f"langson: {citing:03d} cites {cited:03d} by number and date")


def main():
    program, root = sys.argv[1], pathlib.Path(sys.argv[2])
    listed = run(program, "examples").stdout.split()
    there = sorted(str(p.relative_to(root / "examples"))
                   for p in (root / "examples").glob("*/*.txt"))
    case(sorted(listed) == there and len(there) >= 17, "examples: the list is complete")
    for day in OTHER_DAYS:
        done = subprocess.run([program, "examples", "--today", day, "langson", "vidu"],
                              capture_output=True)
        case(done.returncode == 0 and b"{{" not in done.stdout, f"examples: rendered on {day}")
    with tempfile.TemporaryDirectory() as tmp:
        tmp = pathlib.Path(tmp)
        for folder in REGISTRIES:
            gold = root / "tests" / "gold" / folder
            docs_folder = render(program, root, tmp, folder)
            readings, docs = read(program, folder, docs_folder, tmp)
            score(program, folder, gold, readings)
            duties(folder, gold, docs)
            if folder == "langson":
                cycle(docs)
    print(f"1..{count}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
