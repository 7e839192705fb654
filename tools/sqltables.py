#!/usr/bin/env python3
"""sqltables.py - the tables that the migrations make, and the statements that copy them.

Why: a backup or a move must take every table and every column. A list kept by hand
would forget the next one; this one is read from src/store/sql/schema. For sqlc.py.
"""
import pathlib
import re
import sys

COLUMN = re.compile(r"\s*(\w+) (\{id\}|\{i64\}|TEXT|\{blob\})(.*)", re.S)
TABLE = re.compile(r"(CREATE TABLE (\w+) \((.*?)\) \{(?:strict|keyed)\};)|"
                   r"ALTER TABLE (\w+) ADD COLUMN ([^;]*);", re.S)
KINDS = {"{id}": "i64", "{i64}": "i64", "TEXT": "text", "{blob}": "blob"}
# Each register has its own; store/vault.c copies the originals; search is built anew.
NOT_COPIED = {"meta", "original", "vault_piece", "search_mark", "search_part", "search_page"}


class Table:
    """counted: the database gives out its ids."""

    def __init__(self, name: str):
        self.name, self.keys, self.counted = name, [], False
        self.columns: list[tuple[str, str, bool]] = []

    def add(self, words: str) -> None:
        column = COLUMN.match(words)
        if column is None:
            key = re.match(r"\s*PRIMARY KEY \((.*)\)", words)
            self.keys += key[1].split(", ") if key else []
            return
        name, kind, rest = column.groups()
        self.counted |= kind == "{id}"
        if kind == "{id}" or "PRIMARY KEY" in rest:
            self.keys.append(name)
        self.columns.append((name, KINDS[kind], kind != "{id}" and "NOT NULL" not in rest))

    def statements(self) -> str:
        """In the form of src/store/sql: some rows after a key, and one row put in."""
        names = [name for name, _, _ in self.columns]
        kinds = {name: kind for name, kind, _ in self.columns}
        rows = ", ".join(f"{n} {k}{'?' * (null and n not in self.keys)}"
                         for n, k, null in self.columns)
        keys = ", ".join(self.keys)
        after = ", ".join(f"after_{k} {kinds[k]}?" for k in self.keys)
        past = ", ".join(f":after_{k}" for k in self.keys)
        return (f"-- name: copy_read_{self.name} :many scope: system\n"
                f"-- in: {after}, most i64\n-- out: {rows}\n"
                f"SELECT {', '.join(names)} FROM {self.name}\n"
                f"-- opt after_{self.keys[0]}\nWHERE ({keys}) > ({past})\n"
                f"ORDER BY {keys} LIMIT :most;\n"
                f"-- name: copy_write_{self.name} :exec scope: system\n-- in: {rows}\n"
                f"INSERT INTO {self.name} ({', '.join(names)})\n"
                f"VALUES ({', '.join(':' + n for n in names)});\n")


def tables(paths: list[pathlib.Path]) -> list[Table]:
    """In the order in which the migrations make them."""
    found: dict[str, Table] = {}
    for path in paths:
        text = re.sub(r"--.*", "", path.read_text(encoding="utf-8"))
        known = TABLE.findall(text)
        if len(known) != len(re.findall(r"CREATE TABLE|ALTER TABLE \w+ ADD", text)):
            sys.exit(f"{path}: a table or column whose form tools/sqltables.py does not know")
        for made, name, body, to, column in known:
            if not made:
                found[to].add(column)
                continue
            found[name] = Table(name)
            for words in re.split(r",(?![^(]*\))", body):
                found[name].add(words)
    return [t for t in found.values() if t.name not in NOT_COPIED]
