#!/usr/bin/env python3
"""bench_pdf.py - reading PDFs beside `pdftotext -bbox-layout` on the same files.

One JSON line a figure, like `dondoc bench`: one document of one page or two, one of
five, and all in one run, whose peer is pdftotext started for each. Turn by turn, best
and median of many, by the clock; and processor time, which a second core cannot hide (of ours without
that of the last file's pdftotext, whose end is not waited for). PDFs are made
from the samples by LibreOffice; those of ../shared/corpus with a text layer are a
figure of their own. Exit 1 when one is over 1.2 times its peer.

usage: bench_pdf.py PROGRAM ROOT [RUNS]
"""
import json
import pathlib
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

program, root = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
RUNS = int(sys.argv[3]) if len(sys.argv) > 3 else 15
MOST = 1.2
passed = True


def timed(*commands: list[str]) -> tuple[float, float]:
    """Seconds by the clock and of processor time, of commands one after the other."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    for command in commands:
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    took, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    return took, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def figure(name: str, files: list[pathlib.Path], runs: int) -> None:
    global passed
    ours, peer = [], []
    for _ in range(runs):
        ours.append(timed([program, "read", "--format", "json", *map(str, files)]))
        peer.append(timed(*(["pdftotext", "-bbox-layout", str(f), "/dev/null"] for f in files)))
    best, other = (min(t[0] for t in x) / len(files) * 1e3 for x in (ours, peer))
    middle, its = (statistics.median(t[0] for t in x) / len(files) * 1e3 for x in (ours, peer))
    worked, others = (min(t[1] for t in x) / len(files) * 1e3 for x in (ours, peer))
    passed = passed and best <= MOST * other
    print(json.dumps({"figure": name, "value": round(best, 1), "unit": "ms a document", "peer": "pdftotext",
                      "peer_value": round(other, 1), "ratio": round(best / other, 2), "at_most": MOST,
                      "pass": best <= MOST * other, "median": round(middle, 1),
                      "peer_median": round(its, 1), "median_ratio": round(middle / its, 2), "processor_ms": round(worked, 1),
                      "peer_processor_ms": round(others, 1), "files": len(files), "runs": runs}), flush=True)


def pages(f: pathlib.Path) -> int:
    found = re.search(r"^Pages:\s+(\d+)", subprocess.run(["pdfinfo", str(f)], capture_output=True,
                                                           text=True).stdout, re.M)
    return int(found[1]) if found else 0


def is_text(f: pathlib.Path) -> bool:
    done = subprocess.run(["pdftotext", str(f), "-"], capture_output=True)
    return len(done.stdout.split()) > 60 * pages(f)


if not shutil.which("pdftotext") or not shutil.which("soffice"):
    print("# not run: poppler-utils or LibreOffice is not installed")
    sys.exit(0)
with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    subprocess.run([program, "examples", "--today", "2026-03-02", "--out", name], check=True,
                   capture_output=True)
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{name}/profile", "--convert-to",
                    "pdf", "--outdir", f"{name}/pdf", *map(str, sorted(folder.rglob("*.txt")))],
                   check=True, capture_output=True, timeout=600)
    made = sorted((folder / "pdf").glob("*.pdf"), key=pages)
    corpus = [f for f in sorted((root.parent / "shared/corpus/docs").glob("*.pdf")) if is_text(f)]
    figure(f"pdf-one-{pages(made[0])}-page", made[:1], 6 * RUNS)
    figure(f"pdf-one-{pages(made[-1])}-pages", made[-1:], 6 * RUNS)
    figure("pdf-many", made, RUNS // 3 + 1)
    if corpus:
        figure("pdf-corpus-many", corpus, RUNS // 3 + 1)
sys.exit(0 if passed else 1)
