#!/usr/bin/env python3
"""manual.py - the manual page and the completion for bash, from what --help says.

Why here: --help is written from the tables of the commands (src/app/command.h), so what is made
of it names every command and option there is, and none that is not.

usage: manual.py PROGRAM MANUAL COMPLETION
"""
import pathlib
import re
import subprocess
import sys

OPTION = re.compile(r"  --([a-z-]+)(?: (.+))?$")
WORDS = re.compile(r"[a-z][a-z|_-]*$")

COMPLETION = """# bash completion for dondoc
_dondoc() {{
	local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD - 1]}}
	local command=${{COMP_WORDS[1]}} words=
	local -A options=(
{options}
	)
	local -A values=( # of an option, or of the argument at a place
{values}
	)
	if ((COMP_CWORD == 1)); then
		words="${{!options[*]}} --help --version"
	elif [[ $before == --* && -n ${{values[$command $before]}} ]]; then
		words=${{values[$command $before]}}
	elif [[ $word == -* ]]; then
		words="${{options[$command]}} --help"
	elif [[ $before != --* ]]; then
		words=${{values[$command $((COMP_CWORD - 1))]}}
	fi
	COMPREPLY=($(compgen -W "$words" -- "$word"))
}}
complete -o default -F _dondoc dondoc
"""


def said(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True).stdout.decode()


def page_of(program: str, name: str) -> dict:
    """What `dondoc NAME --help` says: usage, options as (name, value, help), notes."""
    head, usage, *rest = said(program, name, "--help").strip().split("\n\n")
    page = {"summary": head.split(" - ", 1)[1], "usage": usage.split(": ", 1)[1], "options": []}
    page["exits"] = rest.pop()
    if rest and rest[0].startswith("Tùy chọn:"):
        lines = rest.pop(0).split("\n")[1:]
        for first, text in zip(lines[::2], lines[1::2], strict=True):
            option, value = OPTION.match(first).groups()
            page["options"].append((option, value or "", text.strip()))
    page["notes"] = rest
    return page


def arguments_of(usage: str):
    """The words that an argument may be, by its place: (1, "verify list")."""
    places: dict[int, list[str]] = {}
    line = re.sub(r"^dondoc \S+(?: \[TÙY CHỌN\])? ?", "", usage).replace("[", "").replace("]", "")
    for way in line.split(" | "):
        for i, token in enumerate(way.split(), 1):
            if WORDS.match(token):
                places.setdefault(i, []).extend(token.split("|"))
    return ((i, " ".join(words)) for i, words in places.items())


def roff(text: str) -> str:
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + x if x[:1] in ".'" else x for x in text.split("\n"))


def manual(version: str, general: list[str], pages: dict) -> str:
    out = [f'.TH DONDOC 1 "" "dondoc {version}"', ".SH TÊN", roff(general[0]), ".SH CÁCH DÙNG",
           ".B dondoc", "LỆNH [TÙY CHỌN] …"]
    out += [".SH LỆNH"]
    for name, page in pages.items():
        out += [".SS " + roff(name), roff(page["summary"]) + ".", ".PP", f".B {roff(page['usage'])}"]
        for option, value, text in page["options"]:
            out += [".TP", f".BI \\-\\-{roff(option)} \" {roff(value)}\"".rstrip(' "') + ('"' if value else ""), roff(text)]
        for note in page["notes"]:
            out += [".PP", ".nf", roff(note), ".fi"]
    out += [".SH MÃ THOÁT", roff(page["exits"].split(": ", 1)[1]), ".SH BIẾN MÔI TRƯỜNG"]
    out += [".TP", ".B DONDOC_DB", "địa chỉ sổ theo dõi khi không có \\-\\-db"]
    out += [".TP", ".B DONDOC_ALLOW_SECRET", "1: như \\-\\-allow\\-secret"]
    return "\n".join(out) + "\n"


def completion(pages: dict) -> str:
    options, values = [], []
    for name, page in pages.items():
        options.append(f'\t\t[{name}]="{" ".join("--" + o for o, _, _ in page["options"])}"')
        for option, value, _ in page["options"]:
            if "|" in value and WORDS.match(value):
                values.append(f'\t\t["{name} --{option}"]="{value.replace("|", " ")}"')
        values += [f'\t\t["{name} {i}"]="{words}"' for i, words in arguments_of(page["usage"])]
    return COMPLETION.format(options="\n".join(options), values="\n".join(values))


def main() -> int:
    program, manual_at, completion_at = sys.argv[1:]
    general = said(program, "--help").split("\n\n")
    names = re.findall(r"^  ([a-z-]+) ", general[2], re.M)
    pages = {name: page_of(program, name) for name in names}
    version = said(program, "--version").split()[1]
    pathlib.Path(manual_at).write_text(manual(version, general, pages), encoding="utf-8")
    pathlib.Path(completion_at).write_text(completion(pages), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
