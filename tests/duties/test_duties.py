#!/usr/bin/env python3
"""test_duties.py PROGRAM ROOT - the first line of what the register must reach: the five
samples imported, and what each body then has before it; and calls that must change nothing.

Reads ../shared/seeds where it exists. The expectations come from SEEDS (§1, §1c, §8) and
are never bent to the program. On SQLite, and on the server of DONDOC_TEST_PGSQL.
"""
import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import zipfile

program = str(pathlib.Path(sys.argv[1]).resolve())
seeds = sorted((pathlib.Path(sys.argv[2]).resolve().parent / "shared/seeds").glob("*.txt"))
SERVER = os.environ.get("DONDOC_TEST_PGSQL")
IMPORTED, LATER = "2026-04-21", "2026-06-12"
SNV_UNDATED = ["chuẩn bị tài liệu phục vụ Hội nghị", "chuẩn bị các điều kiện phục vụ Hội nghị",
               "khẩn trương rà soát nhu cầu", "theo dõi, đôn đốc, kiểm tra",
               "tham mưu UBND tỉnh xây dựng kế hoạch tổng thể", "đôn đốc các đơn vị chuẩn bị"]
# Proposed for tracking: the dated ones, and by the rule what has a deliverable and a receiver.
TRACKED = {
    "000": [("UBND các xã, phường", "2026-04-20T14:00")],
    "001": [("Các xã, phường", None), ("UBND các xã, phường", "2026-05-25T23:59"),
            ("Sở Nội vụ", "2026-06-10T23:59"), ("Các xã, phường", "2026-04-29T23:59"),
            ("Sở Nội vụ", "2026-05-31T23:59"), ("Sở Tư pháp", "2026-05-15T23:59"),
            ("Các sở, ban, ngành liên quan", "2026-04-30T23:59")],
    "002": [("Sở Dân tộc và Tôn giáo", "2025-09-29T10:00"), (None, None),
            (None, None), ("Sở Dân tộc và Tôn giáo", None), ("UBND các xã, phường", None)],
    "003": [("Sở Nội vụ", "2026-05-27T23:59"), ("Các cơ quan, đơn vị", "2026-05-26T23:59")],
    "004": [("Sở Khoa học và Công nghệ", "2026-05-19T10:59")],
}
cases: list[bool] = []


def say(fine: object, what: str, why: object = "") -> None:
    cases.append(bool(fine))
    print(f"{'ok' if fine else 'not ok'} {len(cases)} - {what}", flush=True)
    if not fine:
        print("# " + str(why)[:900].replace("\n", "\n# "))


class Office:
    def __init__(self, url: str, name: str):
        self.url, self.name = url, name

    def run(self, command: str, *args: str, today: str = IMPORTED):
        return subprocess.run([program, command, "--db", self.url, "--today", today, *args],
                              capture_output=True, text=True, timeout=300)

    def ask(self, command: str, *args: str, today: str = IMPORTED) -> dict:
        done = self.run(command, *args, "--format", "json", today=today)
        if done.returncode != 0:
            say(False, f"{command} {' '.join(args)}", done.stderr)
            return {}
        return json.loads(done.stdout)

    def say(self, fine: object, what: str, why: object = "") -> None:
        say(fine, f"{what}, on {self.name}", why)

    def refuses(self, what: str, code: int, *args: str) -> None:
        """One clear line, that exit code, and nothing is changed."""
        before = self.ask("stats"), self.ask("list", "obligations", "--limit", "5000")
        done = self.run(*args)
        after = self.ask("stats"), self.ask("list", "obligations", "--limit", "5000")
        self.say(done.returncode == code and done.stderr.count("\n") == 1 and not done.stdout
                 and done.stderr.startswith("dondoc") and before == after,
                 f"{what}: one line, nothing changed", (done, before == after))


def imported(o: Office) -> None:
    came = o.ask("import", *map(str, seeds))
    o.say(came.get("documents") == 5 and came["assignments"] == 64 and came["all_past"] == 1,
          "the samples are entered: 63 assignments and a prohibition", came)
    again = o.ask("import", *map(str, seeds))
    o.say(again.get("documents") == 0 and again["again"] == 5, "the same files twice are entered once",
          again)
    o.say("chờ rà soát: dondoc confirm" in o.run("due", "--agency", "SNV").stdout,
          "before anybody has confirmed, `due` says what waits")
    waiting = o.ask("confirm")["proposals"]
    doubtful = [bool(p["doubt"]) for p in waiting]
    o.say(doubtful == sorted(doubtful, reverse=True), "the doubtful stand first", doubtful)
    unled = next((p for p in waiting if "lead-missing" in (p["doubt"] or "")), None)
    shown = o.run("show", unled["id"]).stdout if unled else ""
    o.say("chưa rõ cơ quan chủ trì" in shown and "lead-missing" not in shown,
          "`show` says a doubt in the office's words", shown)
    found = {}
    for p in waiting:
        if p["proposed"] == "track":
            found.setdefault(p["document_name"][:3], []).append((p["lead"], p["due"]))
    for seed, rows in TRACKED.items():
        have = found.get(seed, [])
        right = len(have) == len(rows) and all(
            any(h[1] == due and (h[0] or "").lower().startswith((lead or "").lower()) for h in have)
            for lead, due in rows)
        o.say(right, f"{seed}: proposed for tracking are {len(rows)}", have)
    dated = [p["words"] for p in waiting if p["words"] and p["proposed"] == "track"]
    o.say(len(dated) == 13, "13 of them have a date (two say only when something begins)", dated)


def confirmed(o: Office) -> None:
    done = o.run("confirm", "--sure")
    o.say(done.returncode == 0, "the sure ones are accepted together", done.stderr)
    o.say(all(p["doubt"] for p in o.ask("confirm")["proposals"]), "only doubtful ones wait")
    done = o.run("confirm", "--all")
    o.say(done.returncode == 0 and not o.ask("confirm")["proposals"], "then nothing waits")
    o.say("mọi thời hạn đã qua: chỉ lưu" in done.stdout, "documents whose limits are past are told of",
          done.stdout)
    o.say(o.run("due", "--agency", "SNV").stdout.count("chờ rà soát") == 0, "nor is it said")
    expands = [r for r in o.ask("list", "assignments", "--limit", "1000")["rows"]
               if (r["expands"] or 0) >= 65]
    o.say(len(expands) * 65 == 1235, "19 rows of all communes expand to 1,235", len(expands))


def in_words(o: Office) -> None:
    """Lists for people: the office's words, and no hour that nobody wrote."""
    documents, meetings = o.run("list", "documents").stdout, o.run("list", "meetings").stdout
    o.say(documents.count("Đã ban hành · 0/") == 5 and "issued" not in documents, "list documents",
          documents)
    o.say("] 20/4/2026 · Đã họp" in meetings and "00 giờ 00," not in meetings.replace("14 giờ 00,", ""),
          "list meetings", meetings)
    shown = o.run("show", o.ask("list", "documents")["rows"][0]["id"]).stdout
    o.say("Trạng thái: Đã ban hành" in shown and "Loại văn bản: Thông báo" in shown, "show", shown[:400])
    named = o.run("add", "petition", "nosuch=1")
    o.say(named.returncode == 2 and "nosuch" in named.stderr, "an unknown field is named", named.stderr)
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "new.txt").write_text(seeds[0].read_text().replace("7 phút", "8 phút"))
        seen = o.run("watch", "--once", "--format", "json", folder)
        o.say(seen.returncode == 0 and json.loads(seen.stdout)["name"] == "new.txt",
              "watch says each document as JSON", seen)


def of_snv(o: Office) -> None:
    due = o.ask("due", "--agency", "SNV")
    o.say([d["due"][:10] for d in due["mine"]] == ["2026-05-27", "2026-05-31", "2026-06-10"],
          "Sở Nội vụ has three dated duties of its own: 27/5, 31/5, 10/6", due["mine"])
    o.say([(c["due"][:10], c["members"], c["in"]) for c in due["awaited"]] ==
          [("2026-05-25", 65, 0), ("2026-05-26", 0, 0)],
          "two rounds come to it: 25/5 of 65 communes, 26/5 of speakers", due["awaited"])
    actions = sorted(d["action"] for d in due["standing"])
    o.say(len(actions) == 6 and all(a.startswith(s) for a, s in zip(actions, sorted(SNV_UNDATED))),
          "six without a date name it", actions)
    weeks = [(w["from"], w["to"], w["count"]) for w in due["collisions"]]
    o.say(weeks == [("2026-05-25", "2026-05-31", 5)],
          "its week from 25/5 to 31/5 holds five things: two rounds, two duties, a meeting", weeks)
    o.say([d["inputs"] for d in due["mine"]] == [0, 0, 65],
          "the submission of 10/6 waits for 65 inputs", due["mine"])
    own = o.ask("due", "--as", "SNV")
    o.say(own["mine"] == due["mine"] and own["awaited"] == due["awaited"],
          "Sở Nội vụ itself sees the same")
    o.say(not o.ask("due", "--agency", "SNV", "--as", "STC")["mine"],
          "another department does not see them")
    commune = o.ask("due", "--agency", "XA-05977")
    o.say([d["due"][:10] for d in commune["mine"]] == ["2026-04-20", "2026-04-29", "2026-05-25"],
          "a commune has 20/4, 29/4, 25/5", commune["mine"])


def of_the_office(o: Office) -> None:
    due = o.ask("due", "--limit", "1000")
    o.say(sorted(d["due"][:10] for d in due["unnamed"]) == ["2026-04-30", "2026-05-26"],
          "two name no agency: petitions of 30/4, speakers of 26/5", due["unnamed"])
    total = o.ask("stats")["total"]
    o.say(total["open_in_time"] + total["open_late"] == due["totals"]["mine"]
          and total["undated"] == due["totals"]["undated"],
          "the buckets add up with the list", (total, due["totals"]))
    late = o.ask("due", today=LATER)["meetings_without_conclusion"]
    o.say([(m["document_name"][:3], m["notice_due"]) for m in late] ==
          [("002", "2025-10-06"), ("004", "2026-05-27"), ("003", "2026-06-05")],
          "three meetings have no conclusion; their statutory days", late)


def as_tables(o: Office) -> None:
    """What due says as JSON is what its tables hold, and nothing is shown to people in our own words."""
    due = o.ask("due", "--agency", "SNV")
    wanted = sum(len(due[k]) for k in ("mine", "undated", "unnamed", "awaited", "coordinating", "all", "standing"))
    csv = o.run("due", "--agency", "SNV", "--format", "csv").stdout
    o.say(csv.startswith("\ufeffNhóm,") and csv.count("\n") == wanted + 1 and ",2026-05-27," in csv,
          "due as CSV holds every duty", (wanted, csv))
    book = subprocess.run([program, "due", "--db", o.url, "--today", IMPORTED, "--agency", "SNV", "--format", "xlsx"],
                          capture_output=True, timeout=60).stdout
    sheet = zipfile.ZipFile(io.BytesIO(book)).read("xl/worksheets/sheet1.xml").decode()
    o.say(sheet.count("<row ") == wanted + 1, "due as XLSX holds every duty", wanted)
    shown = o.run("show", o.ask("list", "assignments")["rows"][0]["id"]).stdout
    o.say("Vai trò: Chủ trì" in shown and ": lead" not in shown, "show says roles in words", shown)


def work_goes_on(o: Office) -> None:
    first = o.ask("due", "--agency", "SNV")["mine"][0]["id"]
    o.refuses("a report without a result", 3, "report-done", first)
    o.say(o.run("report-done", first, "--note", "đã trình", "--as", "SNV").returncode == 0,
          "the department reports")
    o.say(o.run("return", first, "--reason", "thiếu phụ lục").returncode == 0, "it is returned")
    o.refuses("a confirm of what was returned", 3, "confirm", first)
    o.refuses("a table of what has none", 2, "show", first, "--format", "csv")
    # Wrong whatever the register holds: one code for an option, an argument, a field of a noun.
    for impossible in (("extend", first, "--to", "2026-02-30", "--reason", "x"),
                       ("add", "--action", "x", "--basis", "x", "--due", "2026-02-30"),
                       ("confirm", first, "--due", "2026-02-30"),
                       ("due", "--from", "2026-02-30"),
                       ("calendar", "off", "2026-02-30"),
                       ("petition", "add", "--words", "x", "--due", "2026-02-30"),
                       ("set", first, "--handler-due", "2026-02-30"),
                       ("add", "meeting", "title=x", "starts=30/2/2026 8:00")):
        o.refuses(f"an impossible day in {impossible[0]}", 2, *impossible)
    o.refuses("an unknown agency", 3, "due", "--agency", "KHONGCO")
    o.refuses("an unknown agency as lead", 3, "add", "--action", "x", "--lead", "KHONGCO",
              "--basis", "x")
    o.refuses("an unknown id", 3, "show", "khongco")
    o.refuses("an unknown state", 2, "due", "--state", "khongco")
    collection = o.ask("due", "--agency", "SNV")["awaited"][0]["id"]
    o.say(o.run("collection", "sent", collection, "XA-05977", "XA-06187", "--as", "SNV")
          .returncode == 0, "the compiler marks what came in")
    due = o.ask("due", "--agency", "SNV")
    o.say(due["awaited"][0]["in"] == 2 and due["mine"][2]["inputs_in"] == 2,
          "the round and the duty that needs it say two", due["awaited"])
    shown = o.ask("show", first)
    o.say([h["verb"] for h in shown["history"]] == ["report-done", "return"]
          and shown["quote"], "show has its words and its history", shown)
    moved = o.run("set", "rolled", "on")
    o.say(moved.returncode == 0 and "2" in moved.stdout,
          "counting by rolled limits moves those of 31/5 and 30/4", moved.stdout)
    total = o.ask("stats")["total"]
    o.say(total["open_late"] == 65 and o.ask("stats", today=LATER)["total"]["open_late"] == 202,
          "the buckets follow the clock", (total, o.ask("stats", today=LATER)["total"]))


def all_of(url: str, name: str) -> None:
    office = Office(url, name)
    imported(office)
    confirmed(office)
    of_snv(office)
    of_the_office(office)
    as_tables(office)
    work_goes_on(office)
    in_words(office)


if not seeds:
    print("# not run: the five samples: no ../shared/seeds")
    sys.exit(0)
with tempfile.TemporaryDirectory() as place:
    all_of(f"sqlite:{place}/a.db", "SQLite")
if SERVER:
    all_of(f"{SERVER}{'&' if '?' in SERVER else '?'}options=-csearch_path%3Dduties{os.getpid()}",
           "PostgreSQL")
else:
    print("# not run: duties on PostgreSQL: no server (tests/pgsql.py run …)")
sys.exit(0 if all(cases) else 1)
