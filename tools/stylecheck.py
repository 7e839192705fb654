#!/usr/bin/env python3
"""stylecheck.py - the rules of STYLE.md that a machine can check.

Why our own: they are about this project (which calls are banned, what a string
may hold), and 150 lines of Python are less than another tool. clang-format and
clang-tidy check the rest. It must never rewrite a file.

usage: stylecheck.py ROOT        prints each finding; exit 1 when there is one
"""
import pathlib
import re
import sys

FILE_LINES, FUNCTION_LINES, LEVELS = 500, 60, 5
SKIP = {".git", "build", "build-test", "build-fuzz", "var", "node_modules", "__pycache__", ".cache"}
TEXT = {".c", ".h", ".def", ".py", ".md", ".txt", ".tsv", ".build", ".in", ".map", ".sh", ".json", ""}

BANNED = re.compile(
    r"\b(strlen|strcpy|strcat|strncpy|strncat|stpcpy|sprintf|vsprintf|strtok|strtok_r|atoi|atol|"
    r"atof|gets|scanf|sscanf|fscanf|localtime|localtime_r|gmtime|mktime|ctime|asctime|strdup|"
    r"strndup|alloca|rand|srand|system|popen|setlocale|isalpha|isdigit|isalnum|isspace|isupper|"
    r"islower|ispunct|memmem|toupper|tolower|strcasecmp|strncasecmp|tmpnam|mktemp)\s*\("
)
ALLOCATES = re.compile(r"(?<![.>\w])(malloc|calloc|realloc|free)\s*\(")
LOOKS = "src/base/slice.c"  # memmem() behind a check
ALLOCATORS = {"src/base/arena.c", "src/base/strbuf.c"}
PURE = ("src/model/", "src/reading/", "src/checking/")
IMPURE = re.compile(
    r"\b(fopen|open|read|write|printf|fprintf|puts|getenv|time|clock_gettime|gettimeofday|exit|"
    r"abort)\s*\("
)
IN_STRING = [
    (re.compile(r"\bSELECT\b"), "SQL belongs in .sql files"),
    (re.compile(r"</?[a-z][a-z0-9]*[ >/]"), "HTML belongs in .html.t files"),
]
# The drivers say in SQL what no statement of ours can: begin, lock, which schema. Tests
# damage registers behind the statements' back.
DRIVERS = ("src/store/db_sqlite.c", "src/store/db_pgsql.c", "tests/")
# The readers of foreign files look for the marks of those files: they are data there.
FOREIGN_MARKS = ("src/reading/extract/", "tests/")
MACHINE = re.compile(r"(^|[^a-zA-Z0-9_.])/(work|farm)/")
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX)\b")
TOKEN = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)
GLOBAL = re.compile(r"^(?:static )?(?!const\b|extern\b|typedef\b|struct \w+ \{|enum\b|union\b)"
                    r"[a-z_][\w ]*[ *]\**\w+(\[[^\]]*\])*( =.*|;)$")


class Report:
    def __init__(self, root: pathlib.Path):
        self.count = 0
        self.ratchet = {}
        for line in (root / "tests/lint/ratchet.txt").read_text().splitlines():
            if line and not line.startswith("#"):
                what, most = line.rsplit(" ", 1)
                self.ratchet[what] = int(most)

    def say(self, path: str, line: int, what: str) -> None:
        print(f"{path}:{line}: {what}")
        self.count += 1

    def size(self, key: str, path: str, line: int, lines: int, limit: int) -> None:
        """Over a limit is an error, unless the ratchet knows it: then it may only shrink."""
        most = max(limit, self.ratchet.get(key, 0))
        if lines > most:
            self.say(path, line, f"{key} has {lines} lines, {most} are allowed")


def blank(match: re.Match) -> str:
    """Comments and strings as blanks, so that line numbers stay."""
    return re.sub(r"[^\n]", " ", match.group(0))


def check_functions(path: str, lines: list[str], report: Report) -> None:
    start = None
    for i, line in enumerate(lines):
        if line == "{" and i > 0:
            start = i
        elif line == "}" and start is not None:
            head = start - 1
            while head > 0 and lines[head][:1] in ("\t", " "):
                head -= 1
            name = re.search(r"(\w+)\(", lines[head])
            name = name.group(1) if name else "?"
            report.size(f"{path} {name}()", path, head + 1, i - start - 1, FUNCTION_LINES)
            start = None
        elif re.match(r"\t{%d,}(if|for|while|switch|do)\b" % (LEVELS + 1), line):
            report.say(path, i + 1, f"more than {LEVELS - 1} levels")


def check_code(path: str, text: str, report: Report) -> None:
    bare = TOKEN.sub(blank, text)
    for number, line in enumerate(bare.splitlines(), 1):
        for found in BANNED.finditer(line if path != LOOKS else line.replace("memmem(", "")):
            report.say(path, number, f"{found.group(1)}() is banned")
        if ALLOCATES.search(line) and path.startswith("src/") and path not in ALLOCATORS:
            report.say(path, number, "memory comes from an arena")
        if path.startswith(PURE) and (found := IMPURE.search(line)):
            report.say(path, number, f"{found.group(1)}() in a pure layer")
        if path.startswith("src/") and path.endswith(".c") and GLOBAL.match(line) \
                and "const" not in line and "(" not in line.split("=")[0]:
            report.say(path, number, "a global that is not constant")
        if path.startswith("tests/") and re.search(r"\b(skip|sleep|usleep)\s*\(", line):
            report.say(path, number, "skip() and sleep() are banned in tests")
    for found in TOKEN.finditer(text):
        if found.group(0).startswith('"'):
            for pattern, why in IN_STRING:
                if pattern.search(found.group(0)) and not (
                        why.startswith("HTML") and path.startswith(FOREIGN_MARKS)) and not (
                        why.startswith("SQL") and path.startswith(DRIVERS)):
                    report.say(path, text.count("\n", 0, found.start()) + 1, why)
    check_functions(path, bare.splitlines(), report)


def check_head(path: pathlib.Path, name: str, text: str, report: Report) -> None:
    if not re.match(r"/\*\n \* " + re.escape(path.name) + " - ", text):
        report.say(name, 1, f'begins with "/*\\n * {path.name} - what it is"')
    header = path.with_suffix(".h")
    first = re.search(r'^#include\s+(\S+)', text, re.M)
    if path.suffix == ".c" and name.startswith("src/") and header.exists() and first \
            and not first.group(1).endswith((f'{path.stem}.h"', f'{path.stem}_priv.h"')):
        report.say(name, 1, f"includes {header.name} first")


def main() -> int:
    root = pathlib.Path(sys.argv[1]).resolve()
    report = Report(root)
    for path in sorted(root.rglob("*")):
        at = path.relative_to(root)
        if at.parts[0] in SKIP or "__pycache__" in at.parts or not path.is_file() \
                or path.suffix not in TEXT:
            continue
        name, text = at.as_posix(), path.read_text(errors="replace")
        for number, line in enumerate(text.splitlines(), 1):
            if MACHINE.search(line):
                report.say(name, number, "a path of one machine")
            if path.suffix in (".c", ".h") and UNFINISHED.search(line):
                report.say(name, number, "unfinished work belongs in an issue")
        if path.suffix in (".c", ".h"):
            report.size(name, name, 1, text.count("\n"), FILE_LINES)
            check_head(path, name, text, report)
            check_code(name, text, report)
    return 1 if report.count else 0


if __name__ == "__main__":
    sys.exit(main())
