#!/usr/bin/env python3
"""test_hostile.py - each of the hostile set is refused or read: quickly, within the
memory allowed, with one line for each thing refused, and with nothing left behind.
"""
import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import make  # noqa: E402

program = str(pathlib.Path(sys.argv[1]).resolve())
SANITIZED = "test" in pathlib.Path(program).parent.name
# Of processor time, which other work on the machine does not lengthen; by the clock only
# that nothing hangs. On a machine that does nothing else they are the same.
SECONDS = 10 * (5 if SANITIZED else 1)
HANGS = 3 * SECONDS
# Of the largest process below us: one of ours, or a program of others for what needs one.
OURS, FOREIGN = (600, 3600) if SANITIZED else (64, 600)
BY_OTHERS = {".pdf", ".png", ".jpg", ".tif", ".tiff", ".doc", ".xls", ".rtf", ".odt", ".ods"}
cases: list[bool] = []


def say(fine: bool, what: str, why: str = "") -> None:
    cases.append(fine)
    if not fine and why:
        print("  " + why.strip().replace("\n", "\n  ")[:2000])
    print(f"{'ok' if fine else 'not ok'} {len(cases)} - {what}", flush=True)


def measured(path: pathlib.Path, temporary: pathlib.Path):
    """Read in a child of its own, so that its peak is its own."""
    out = path.parent / "out.json"
    errors = path.parent / "errors.txt"
    started = time.monotonic()
    pid = os.fork()
    if pid == 0:
        done = subprocess.run([program, "read", "--format", "json", str(path)], timeout=300,
                              stdout=out.open("wb"), stderr=errors.open("wb"),
                              env={**os.environ, "TMPDIR": str(temporary)})
        cost = resource.getrusage(resource.RUSAGE_CHILDREN)
        worked = int((cost.ru_utime + cost.ru_stime) * 1000)
        (path.parent / "cost.txt").write_text(f"{done.returncode} {cost.ru_maxrss} {worked}")
        os._exit(0)
    os.waitpid(pid, 0)
    clock = time.monotonic() - started
    code, peak, worked = map(int, (path.parent / "cost.txt").read_text().split())
    return (code, clock, worked / 1000, peak / 1024, out.read_bytes().splitlines(),
            errors.read_text(errors="replace").splitlines())


def one(path: pathlib.Path, temporary: pathlib.Path, codes: str, most: int) -> None:
    code, clock, seconds, peak, out, errors = measured(path, temporary)
    found = []
    for line in out:
        record = json.loads(line)
        found.append(record["error"]["code"] if "error" in record else "read")
    megabytes = FOREIGN if path.is_dir() or path.suffix in BY_OTHERS else OURS
    refused = [line for line in errors if "Đã đọc" not in line]
    left = [p.name for p in temporary.iterdir()]
    fine = (code in (0, 1, 3) and found and set(found) <= set(codes.split())
            and len(refused) == len(found) - found.count("read") <= most
            and seconds <= SECONDS and clock <= HANGS and peak <= megabytes and not left)
    say(fine, f"{path.name}: {' '.join(sorted(set(found)))}, {seconds:.1f} s, {peak:.0f} MB",
        f"exit {code}, {seconds:.1f} s ({clock:.1f} by the clock), {peak:.0f} MB, {len(refused)} lines, found {found[:20]}, "
        f"wanted {codes}, left behind {left}\n" + "\n".join(errors[:6]))


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    temporary = folder / "tmp"
    temporary.mkdir()
    for title, (made, codes, most) in make.FILES.items():
        (folder / title).write_bytes(made())
        one(folder / title, temporary, codes, most)
        (folder / title).unlink()
    for title, (made, codes, most) in make.FOLDERS.items():
        made(folder / title)
        one(folder / title, temporary, codes, most)
    outside = [p for p in (folder.parent / "b.txt", folder / "a.txt", folder.parent / "a.txt")
               if p.exists()]
    say(not outside, "nothing was written by name", str(outside))
sys.exit(0 if all(cases) else 1)
