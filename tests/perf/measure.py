"""measure.py - run the program once and say what it cost. Shared by the perf tests.

CPU time, not wall time: the machine may be busy with other tests meanwhile.
"""
import pathlib
import random
import re
import subprocess
import tempfile

TODAY = "2026-03-02"


class Cost:
    def __init__(self, code: int, seconds: float, kilobytes: int, errors: str):
        self.code, self.seconds, self.kilobytes, self.errors = code, seconds, kilobytes, errors


def run(command: list[str], timeout: int = 300) -> Cost:
    """Output thrown away; errors kept. command[0] stands beside tests/peak."""
    peak = pathlib.Path(command[0]).resolve().parent / "tests/peak"
    with tempfile.NamedTemporaryFile("r") as figures:
        done = subprocess.run([str(peak), figures.name, *command], stderr=subprocess.PIPE,
                              text=True, errors="replace", timeout=timeout)
        code, microseconds, kilobytes = map(int, figures.read().split())
    return Cost(code, microseconds / 1e6, kilobytes, done.stderr)


def best(command: list[str], times: int = 3) -> Cost:
    return min((run(command) for _ in range(times)), key=lambda c: c.seconds)


def instructions(command: list[str]) -> int:
    """What the program carried out, whatever else the machine was doing meanwhile."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(["valgrind", "--tool=callgrind", "--trace-children=no",
                               f"--callgrind-out-file={folder}/out", *command],
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                              errors="replace", timeout=600)
    found = re.search(r"Collected : (\d+)", done.stderr)
    if found is None:
        raise SystemExit(f"valgrind counted nothing: {done.stderr[-500:]}")
    return int(found[1])


def samples(program: str, folder: pathlib.Path) -> list[pathlib.Path]:
    """The project's sample documents, written for a fixed day."""
    subprocess.run([program, "examples", "--today", TODAY, "--out", str(folder)], check=True,
                   stdout=subprocess.DEVNULL)
    return sorted(p for p in folder.rglob("*") if p.is_file())


def permuted(paths: list[pathlib.Path], size: int, seed: int = 1) -> bytes:
    """At least `size` bytes of the samples' paragraphs in random order, figures changed:
    a repeated file would flatter caches and branch predictors."""
    chance = random.Random(seed)
    lines = [line for p in paths for line in p.read_text(encoding="utf-8").splitlines() if line]
    out, total = [], 0
    while total < size:
        line = re.sub(r"\d", lambda m: str((int(m.group()) + chance.randrange(10)) % 10)
                      if chance.random() < 0.1 else m.group(), chance.choice(lines))
        out.append(line)
        total += len(line.encode()) + 1
    return ("\n".join(out) + "\n").encode()
