#!/usr/bin/env python3
"""test_sheets.py - spreadsheets through the program: typed rows, duties, bad rows, limits.

Every workbook is written here (sheetlib.py), also by LibreOffice where it is installed.
usage: test_sheets.py PROGRAM ROOT
"""
import csv
import io
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
import sheetlib  # noqa: E402
from sheetlib import Book, Sheet, Styled, Formula, day  # noqa: E402

program = str(pathlib.Path(sys.argv[1]).resolve())
cases: list[bool] = []


def say(fine: object, what: str, why: object = "") -> None:
    cases.append(bool(fine))
    print(f"{'ok' if fine else 'not ok'} {len(cases)} - {what}")
    if not fine:
        print(f"# {str(why)[:900]}")


def run(*args: str):
    got = subprocess.run([program, *args], capture_output=True, timeout=120)
    return got.returncode, got.stdout.decode(), got.stderr.decode()


def sheet_of(path: pathlib.Path) -> dict:
    return json.loads(run("sheet", str(path))[1])


def bad_cells(sheet: dict) -> list[tuple[str, str]]:
    return [(b["cell"], b["code"]) for b in sheet["bad"]]


def office_workbook(folder: pathlib.Path) -> None:
    path = folder / "so.xlsx"
    book = Book()
    path.write_bytes(book.write([sheetlib.DUTIES, sheetlib.PETITIONS, sheetlib.AGENCIES,
                                 sheetlib.PERSONS, Sheet("Ẩn", [["x", "y"]], state="hidden")]))
    code, out, err = run("sheet", str(path))
    say(code == 1 and not err, "bad rows: exit 1, nothing on stderr", (code, err))
    got = json.loads(out)
    say(list(got) == ["schema", "reader", "source", "sheets"] and
        got["schema"] == "dondoc.sheet/1", "the keys of the contract", list(got))
    kinds = [s["kind"] for s in got["sheets"]]
    say(kinds == ["duties", "petitions", "agencies", "persons", "unknown"], "the kinds", kinds)
    duties, petitions, agencies, persons, hidden = got["sheets"]
    fields = {m["column"]: m["field"] for m in duties["mapping"]}
    say(fields == dict(zip("ABCDEFGHI", "ordinal basis content lead with due result state note"
                           .split())), "headings over two rows, merged", fields)
    say(duties["heading_row"] == 7, "the heading's last row", duties["heading_row"])
    say([r["row"] for r in duties["rows"]] == [9, 10, 15], "the good rows", duties["rows"])
    say(bad_cells(duties) == [("D11", "unknown-agency"), ("F13", "impossible-date"),
                              ("C14", "empty")], "the bad ones by cell", duties["bad"])
    first, second, last = duties["rows"]
    say(first["due"]["value"] == "2026-06-30" and first["lead"][0]["agency"] == "SXD" and
        first["section"] == "LĨNH VỰC KINH TẾ", "a date cell, an agency, a section", first)
    say(first["basis"]["number"] == "183/TB-UBND" and first["basis"]["date"] == "2026-04-09",
        "the document that gave it", first["basis"])
    say(second["due"]["inclusive"] is False and second["due"]["last"] == "2026-07-14T23:59",
        "a limit in words", second["due"])
    say([r["state"]["value"] for r in duties["rows"]] == ["in_progress", "not_started", "confirmed"],
        "states of the glossary", duties["rows"])
    say(last["with"] == [{"text": "các sở, ngành", "agency": None, "group": "SOBANNGANH"}],
        "a group joins", last["with"])
    say(bad_cells(petitions) == [("D5", "unknown-agency")] and len(petitions["rows"]) == 1,
        "petitions", petitions)
    say(bad_cells(agencies) == [("A4", "bad-code"), ("B5", "empty")], "agencies", agencies["bad"])
    say(bad_cells(persons) == [("E3", "bad-phone"), ("F4", "bad-email")], "persons", persons["bad"])
    say(hidden["hidden"] and hidden["rows"] == [], "a hidden sheet is named only", hidden)


def same_from_every_writer(folder: pathlib.Path) -> None:
    path = folder / "a.xlsx"
    path.write_bytes(Book().write([sheetlib.DUTIES]))
    want = sheet_of(path)["sheets"]
    path.write_bytes(Book(shared=False, since_1904=True).write([sheetlib.DUTIES]))
    say(sheet_of(path)["sheets"] == want, "strings inline and days from 1904: the same")
    text = io.StringIO()
    rows = [[c.strftime("%d/%m/%Y") if hasattr(c, "strftime") else c for c in row]
            for row in sheetlib.PERSONS.rows]
    csv.writer(text, delimiter=";").writerows(rows)
    table = folder / "p.csv"
    path.write_bytes(Book().write([sheetlib.PERSONS]))
    want = sheet_of(path)["sheets"][0]
    for name, data in {"UTF-8": text.getvalue().encode(), "with a mark": b"\xef\xbb\xbf" +
                       text.getvalue().encode()}.items():
        table.write_bytes(data)
        got = sheet_of(table)["sheets"][0]
        say(got["rows"] == want["rows"] and got["bad"] == want["bad"], f"as CSV, {name}", got)
    if shutil.which("soffice"):
        by_office(folder, table, want)


def by_office(folder: pathlib.Path, table: pathlib.Path, want: dict) -> None:
    done = subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--infilter="
         "CSV:59,34,76,1,2/2/3/2/4/2/5/2/6/2", "--convert-to", "xlsx", "--outdir", str(folder), str(table)],
        capture_output=True, timeout=120)
    made = folder / "p.xlsx"
    got = sheet_of(made)["sheets"][0] if made.exists() else done
    say(made.exists() and got["rows"] == want["rows"] and got["bad"] == want["bad"],
        "as LibreOffice writes it", got)


def duties_become_assignments(folder: pathlib.Path) -> None:
    path = folder / "d.xlsx"
    path.write_bytes(Book().write([sheetlib.DUTIES]))
    code, out, err = run("read", "--format", "json", str(path))
    say(code == 0 and not err, "dondoc read takes a workbook", (code, err))
    doc = json.loads(out)
    dates = {d["id"]: d for d in doc["dates"]}
    got = [([a["agency"] or a["text"] for a in x["lead"]],
            [dates[d]["last"] for d in x["deadlines"]]) for x in doc["assignments"]]
    say(got == [(["SXD"], ["2026-06-30T23:59"]), (["STC"], ["2026-07-14T23:59"]),
                (["Phòng Quản lý cây cầu"], ["2026-05-30T23:59"]), (["SNV"], [None]),
                (["SYT"], ["2026-05-20T23:59"])], "its duties are assignments", got)
    say(doc["source"]["media"].endswith("spreadsheetml.sheet"), "its media type", doc["source"])
    say(doc["issued"]["value"] is None, "a limit in the table is not its date", doc["issued"])


def values(folder: pathlib.Path) -> None:
    head = ["STT", "Nội dung", "Cơ quan chủ trì", "Thời hạn", "Kết quả"]
    path = folder / "v.xlsx"
    path.write_bytes(Book().write([Sheet("A", [
        head,
        [1, "Việc một", Formula("X!A1", "Sở Y tế"), Styled(46173, 1), "Đã hoàn thành"],
        [2, "Việc hai", "Sở Y tế", 46173, None],
        [3, "Việc ba", "Sở Nội vụ", day(2026, 8, 1), None],
        [4, "Việc bốn", None, day(2026, 8, 2), None],
    ], merges=["C4:C5"])]))
    sheet = sheet_of(path)["sheets"][0]
    say([r["due"]["value"] for r in sheet["rows"]] == ["2026-05-31", "2026-08-01", "2026-08-02"],
        "numbers are dates by their format", sheet)
    say(bad_cells(sheet) == [("D3", "not-a-date")], "a number without one is none", sheet["bad"])
    say([r["lead"][0]["agency"] for r in sheet["rows"]] == ["SYT", "SNV", "SNV"],
        "a formula's value, and one merged over two rows", sheet["rows"])
    say(sheet["rows"][0]["state"]["value"] == "confirmed", "a result that is a state")


class Flood(Book):
    """A sheet given as it stands."""

    def __init__(self, rows: str):
        super().__init__()
        self.rows = rows

    def sheet(self, sheet: Sheet) -> str:
        return f'<worksheet xmlns="{sheetlib.MAIN}"><sheetData>{self.rows}</sheetData></worksheet>'


def hostile(folder: pathlib.Path) -> None:
    tests = {
        "a million cells": ("<c><v>{}</v></c>", 10, 100_000, "sheet-too-large"),
        "a million blank cells": ('<c r="A{}" s="1"/>', 10, 100_000, "empty"),
        "one long string, many times": ('<c r="A{}" t="s"><v>0</v></c>', 1, 40_000,
                                        "sheet-too-large"),
    }
    path = folder / "h.xlsx"
    for what, (cell, cells, rows, wanted) in tests.items():
        book = Flood("".join(f'<row r="{i}">{cell.format(i) * cells}</row>'
                             for i in range(1, rows + 1)))
        book.strings = {"a" * 30_000: 0}
        path.write_bytes(book.write([Sheet("A", [])]))
        refused(path, what, wanted)
    path.write_bytes(Flood("<!DOCTYPE x><row/>").write([Sheet("A", [])]))
    refused(path, "a DOCTYPE among the rows", "damaged")
    path.write_bytes(Flood("<row/>" * 1_000_000).write([Sheet("A", [])]))
    refused(path, "a part far larger than its packed bytes", "hostile")
    path.write_bytes(Book().write([sheetlib.DUTIES])[:-400])
    refused(path, "a file cut short", "damaged")
    (folder / "x.txt").write_text("Một văn bản.")
    refused(folder / "x.txt", "a text", "not-a-sheet")


def refused(path: pathlib.Path, what: str, wanted: str) -> None:
    start = time.monotonic()
    code, out, err = run("sheet", str(path))
    took = time.monotonic() - start
    got = json.loads(out)
    say(code == 3 and got["schema"] == "dondoc.error/1" and got["error"]["code"] == wanted and
        err.count("\n") == 1 and took < 20, f"{what}: one line ({took:.1f} s)", (code, out, err))


with tempfile.TemporaryDirectory() as name:
    place = pathlib.Path(name)
    office_workbook(place)
    same_from_every_writer(place)
    duties_become_assignments(place)
    values(place)
    hostile(place)
print(f"1..{len(cases)}")
sys.exit(0 if all(cases) else 1)
