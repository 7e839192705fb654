#!/usr/bin/env python3
"""test_program.py - the built program and library as an installed thing.

Start-up stays light (shared objects are counted), the library shows dd_* alone and
works for a stranger who has only the header and pkg-config.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

program, root = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
build = program.parent
OBJECTS_MAX = 14
cases: list[bool] = []

HOST = r"""
#include <dondoc/dondoc.h>
#include <stdio.h>
int main(void)
{
	static const char bytes[] = "Giao Sở Tài chính báo cáo trước ngày 27/5/2026.\n";
	size_t n = sizeof bytes - 1;
	%s
	return 0;
}
"""


def say(fine: bool, what: str, why: str = "") -> None:
    cases.append(fine)
    if not fine and why:
        print("  " + why.strip().replace("\n", "\n  ")[:2000])
    print(f"{'ok' if fine else 'not ok'} {len(cases)} - {what}", flush=True)


def out(*command: str, **more) -> subprocess.CompletedProcess:
    return subprocess.run(command, capture_output=True, text=True, **more)


def light() -> None:
    objects = out("ldd", str(program)).stdout
    count = len(objects.splitlines())
    say(count <= OBJECTS_MAX, f"{count} shared objects ({OBJECTS_MAX} allowed)", objects)


def version() -> None:
    done = out(str(program), "--version")
    wanted = re.search(r"version: '([^']+)'", (root / "meson.build").read_text()).group(1)
    say(done.returncode == 0 and wanted in done.stdout and "document schema 1" in done.stdout,
        "--version gives the version and the schema", done.stdout + done.stderr)


def usage() -> None:
    done = out(str(program), "no-such-command")
    say(done.returncode == 2 and done.stderr.count("\n") == 1, "a wrong command is one line, exit 2",
        f"exit {done.returncode}\n{done.stderr}")
    done = out(str(program), "--help")
    say(done.returncode == 0 and "read" in done.stdout, "--help names the commands", done.stderr)
    names = re.findall(r"^  ([a-z-]+)  ", done.stdout, re.M)
    wrong = [n for n in names if out(str(program), n, "--help").returncode != 0]
    say(bool(names) and not wrong, f"--help of each command: {' '.join(names)}", " ".join(wrong))


def library() -> None:
    symbols = out("nm", "-D", "--defined-only", str(build / "src/lib/libdondoc.so")).stdout
    names = [line.split()[-1].split("@")[0] for line in symbols.splitlines()]
    others = [n for n in names if not n.startswith(("dd_", "DONDOC_"))]
    say("dd_" in symbols and not others, "libdondoc shows dd_* alone", " ".join(others) or "none")


def complete(script: pathlib.Path, *words: str) -> list[str]:
    """What bash offers for the last of these words."""
    ask = f"COMP_WORDS=(dondoc {' '.join(words)}); COMP_CWORD={len(words)}; _dondoc"
    return out("bash", "-c", f'. {script}; {ask}; echo "${{COMPREPLY[@]}}"').stdout.split()


def manual(place: pathlib.Path) -> None:
    """Every command and option of --help is on the manual page, and bash offers it."""
    page, script = next(place.rglob("man1/dondoc.1")), next(place.rglob("completions/dondoc"))
    names = re.findall(r"^  ([a-z-]+)  ", out(str(program), "--help").stdout, re.M)
    parts = page.read_text().replace("\\-", "-").split(".SS ")
    parts = {part.split("\n", 1)[0]: part for part in parts}
    lost = set(names) - set(complete(script, "''"))
    for name in names:
        options = re.findall(r"^  (--[a-z-]+)", out(str(program), name, "--help").stdout, re.M)
        lost |= {f"{name} {x}" for x in options if f" {x}" not in parts.get(name, "")}
        lost |= {f"{name} {x} (bash)" for x in set(options) - set(complete(script, name, "--"))}
    say(len(names) > 30 and not lost, "the manual page and bash know every command and option",
        " ".join(sorted(lost)))
    say(complete(script, "list", "co") == ["collections"], "bash offers the lists")
    say(complete(script, "read", "--format", "''") == ["json", "text", "calendar"],
        "and the formats")
    done = out("groff", "-K", "utf8", "-T", "utf8", "-man", "-ww", str(page))
    say(done.returncode == 0 and not done.stderr and "DONDOC_DB" in done.stdout,
        "groff sets the page without a warning", done.stderr)


def stranger() -> None:
    """Install into an empty folder, then build and run a host with pkg-config alone."""
    with tempfile.TemporaryDirectory() as name:
        place = pathlib.Path(name)
        done = out("meson", "install", "-C", str(build), "--no-rebuild", "--destdir", name)
        pc = next(place.rglob("dondoc.pc"), None)
        if done.returncode != 0 or pc is None:
            say(False, "installs with a pkg-config file", done.stdout + done.stderr)
            return
        env = dict(os.environ, PKG_CONFIG_PATH=str(pc.parent), PKG_CONFIG_SYSROOT_DIR=name)
        flags = out("pkg-config", "--cflags", "--libs", "dondoc", env=env).stdout.split()
        snippet = re.search(r"```c\n(.*?)```", (root / "README.md").read_text(), re.S).group(1)
        (place / "host.c").write_text(HOST % snippet)
        done = out("gcc", "-Wall", "-Wextra", "-Werror", "-pedantic", "-std=c11",
                   str(place / "host.c"), "-o", str(place / "host"), *flags)
        say(done.returncode == 0, "what README shows builds with the installed header", done.stderr)
        manual(place)
        run = dict(os.environ, LD_LIBRARY_PATH=str(next(place.rglob("libdondoc.so")).parent))
        done = out(str(place / "host"), env=run)
        say(done.returncode == 0 and '"value":"2026-05-27"' in done.stdout, "and reads a sentence",
            f"exit {done.returncode} {done.stdout[:300]} {done.stderr}")


light()
version()
usage()
library()
stranger()
sys.exit(0 if all(cases) else 1)
