#!/usr/bin/env python3
"""test_tidy.py - clang-tidy finds nothing, one case a file.

A file is looked at again only when it, a header or the checks have changed: what
was clean is remembered beside the build, under the hash of all of them.
"""
import concurrent.futures
import hashlib
import json
import os
import pathlib
import subprocess
import sys

# clang's own, which gcc (the compiler of the build) sees otherwise: sizes kept in enums beside
# floating numbers, and GLib's inline functions, which hand on a format.
QUIET = ["--extra-arg=-Wno-enum-float-conversion", "--extra-arg=-Wno-format-nonliteral"]

program, root = pathlib.Path(sys.argv[-2]).resolve(), pathlib.Path(sys.argv[-1]).resolve()
build = program.parent
NOISY = "NullDereference NonNullParamChecker CallAndMessage UndefinedBinaryOperatorResult"
DEEP = ["--checks=clang-analyzer-*,-clang-analyzer-security.insecureAPI.*,"
        "-clang-analyzer-optin.*," + ",".join("-clang-analyzer-core." + n for n in NOISY.split())]
extra = DEEP if "--deep" in sys.argv else []
if os.environ.get("DONDOC_TEST_QUICK") == "yes":
    print("# not run: clang-tidy: --quick")
    sys.exit(0)


def headers_hash() -> bytes:
    total = hashlib.sha256((root / ".clang-tidy").read_bytes() + repr(extra).encode())
    for path in sorted([*(root / "src").rglob("*.h"), *(root / "src").rglob("*.def")]):
        total.update(path.read_bytes())
    return total.digest()


def files() -> list[str]:
    commands = json.loads((build / "compile_commands.json").read_text())
    paths = {os.path.normpath(os.path.join(c["directory"], c["file"])) for c in commands}
    return sorted(p for p in paths if p.startswith(str(root / "src")) and p.endswith(".c"))


def look(path: str) -> tuple[str, str]:
    mark = hashlib.sha256(BASE + pathlib.Path(path).read_bytes()).hexdigest()
    clean = build / "tidy-clean" / mark
    if clean.exists():
        return path, ""
    done = subprocess.run(
        ["clang-tidy-19", "-p", str(build), "--quiet", *extra, *QUIET, path], capture_output=True, text=True
    )
    if done.returncode != 0:
        return path, (done.stdout or done.stderr).strip() or "clang-tidy failed"
    clean.parent.mkdir(exist_ok=True)
    clean.touch()
    return path, ""


BASE = headers_hash()
failed = 0
with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    for number, (path, found) in enumerate(pool.map(look, files()), 1):
        if found:
            print(found)
            failed += 1
        name = os.path.relpath(path, root)
        print(f"{'not ok' if found else 'ok'} {number} - clang-tidy {name}", flush=True)
sys.exit(1 if failed else 0)
