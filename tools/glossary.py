#!/usr/bin/env python3
"""glossary.py - docs/glossary.md from docs/glossary.tsv.

One English name for each word of the office, so that code, screens and people
mean the same thing. The table is edited; the page never is.

usage: glossary.py ROOT            writes docs/glossary.md
       glossary.py --check ROOT    exit 1 when the page is not that of the table
"""
import pathlib
import sys

TITLES = {
    "product": "The product", "menu": "Menu", "role": "Roles", "bucket": "Four groups of duties",
    "doc": "Documents", "meeting": "Meetings", "duty": "Duties", "date": "Dates", "time": "Time",
    "state": "States", "petition": "Petitions", "collect": "Collecting", "button": "Buttons",
    "notice": "Notices", "error": "Errors", "empty": "Empty pages",
}
HEAD = """# Glossary

Made from `docs/glossary.tsv` by `tools/glossary.py`: edit the table, then run the tool. `name` is
the word in code; `vi` is what a person reads on a screen or in a message.
"""


def cell(text: str) -> str:
    return text.strip().replace("|", "\\|")


def page(table: str) -> str:
    areas: dict[str, list[list[str]]] = {}
    for line in table.splitlines()[1:]:
        if line.strip():
            row = (line.split("\t") + [""] * 5)[:5]
            areas.setdefault(row[0], []).append(row)
    out = [HEAD.rstrip("\n")]
    for area, rows in areas.items():
        out.append(f"\n## {TITLES.get(area, area.capitalize())}\n")
        out.append("| concept | vi | name | note |\n|---|---|---|---|")
        for _, concept, vi, code, note in rows:
            code = f"`{cell(code)}`" if code.strip() else ""
            out.append(f"| {cell(concept)} | {cell(vi)} | {code} | {cell(note)} |")
    return "\n".join(out) + "\n"


def main() -> int:
    check = sys.argv[1] == "--check"
    root = pathlib.Path(sys.argv[-1])
    made = page((root / "docs/glossary.tsv").read_text(encoding="utf-8"))
    target = root / "docs/glossary.md"
    if not check:
        target.write_text(made, encoding="utf-8")
        return 0
    if target.exists() and target.read_text(encoding="utf-8") == made:
        return 0
    print("docs/glossary.md is not that of docs/glossary.tsv; run tools/glossary.py .")
    return 1


if __name__ == "__main__":
    sys.exit(main())
