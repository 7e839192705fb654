#!/usr/bin/env python3
"""roles.py - docs/roles.md from the tables of roles, rights and routes.

Why: what a role may do is asked by people who read no C. usage: roles.py [--check] ROOT
"""
import pathlib
import re
import sys

HEAD = """# Who may do what

Made by `tools/roles.py` from `src/model/roles.def` and `src/web/routes.def`; a test compares.
`tests/http/test_http.py` asks every address as every role. What a row shows besides is decided
by the statements (`src/store/sql/scopes.sql`), what a step allows by `src/register/duty/duty_steps.def`.

*Sees all*: the whole province. Others see what is addressed to their body, given to it, compiled
or watched by it.
"""


def text_of(root: pathlib.Path) -> str:
    roles_def = (root / "src/model/roles.def").read_text(encoding="utf-8")
    routes_def = (root / "src/web/routes.def").read_text(encoding="utf-8")
    rights = re.findall(r'^RIGHT\((\w+), "([^"]+)"\)', roles_def, re.M)
    roles = [(word, wording, sees == "ALL", set(re.findall(r"R\((\w+)\)", rest))) for
             word, wording, sees, rest in
             re.findall(r'^ROLE\(\w+, "(\w+)", "([^"]+)", (\w+),(.*?)\)$', roles_def, re.M | re.S)]
    routes = re.findall(r'^ROUTE\((\w+), "([^"]+)", (\w+), \w+\)', routes_def, re.M)
    lines = [HEAD, "| role | word | sees all | " + " | ".join(n for n, _ in rights) + " |",
             "|---" * (3 + len(rights)) + "|"]
    for word, wording, sees, has in roles:
        marks = ["x" if name in has else "" for name, _ in rights]
        lines.append(f"| {wording} | `{word}` | {'x' if sees else ''} | " + " | ".join(marks) + " |")
    lines += ["", "| right | lets one |", "|---|---|"]
    lines += [f"| {name} | {does} |" for name, does in rights]
    lines += ["", "| address | right |", "|---|---|"]
    lines += [f"| {method} `{path}` | {'everybody' if right == 'NONE' else right} |" for
              method, path, right in routes]
    return "\n".join(lines) + "\n"


def main() -> int:
    check, root = sys.argv[1] == "--check", pathlib.Path(sys.argv[-1])
    file, text = root / "docs/roles.md", text_of(root)
    if check:
        same = file.exists() and file.read_text(encoding="utf-8") == text
        print("" if same else "docs/roles.md is not that of the tables: run tools/roles.py .")
        return 0 if same else 1
    file.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
