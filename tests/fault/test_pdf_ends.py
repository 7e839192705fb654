#!/usr/bin/env python3
"""test_pdf_ends.py - pdftotext or our reader ends, stands still, or memory does: a PDF is read
whole or refused in one line. Half of it must never look like the whole.

Struck are only processes that the program under test has started, by descriptors of theirs.
usage: test_pdf_ends.py [--rounds N] PROGRAM ROOT    (60)
"""
import json
import os
import pathlib
import random
import resource
import signal
import subprocess
import sys
import time

import faultlib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "hostile"))
import make  # noqa: E402

PAGES, WORDS = 400, 40
# Of a program that was struck: what it says instead of a reading.
ENDED = {"too-slow", "damaged", "reader-died"}
SHORT = ENDED | {"no-memory", "over-budget", "no-sandbox", "unreadable"}
args = sys.argv[1:]
rounds = 60
if args[0] == "--rounds":
    rounds, args = int(args[1]), args[2:]
program = str(pathlib.Path(args[0]).resolve())
seed = random.SystemRandom().randrange(1 << 30)
dice = random.Random(seed)
cases = faultlib.Cases()
print(f"# seed {seed}")


def begin(path: pathlib.Path, **more) -> subprocess.Popen:
    return subprocess.Popen([program, "read", "--format", "json", str(path)], stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, **more)


def children(work: subprocess.Popen) -> list[int]:
    """Descriptors of its children: pdftotext first, then our reader."""
    found = []
    for pid in pathlib.Path(f"/proc/{work.pid}/task/{work.pid}/children").read_text().split():
        try:
            fd = os.pidfd_open(int(pid))
            parent = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1]
        except OSError:
            continue
        if int(parent) == work.pid:
            found.append(fd)
        else:
            os.close(fd)
    return found


def answer(work: subprocess.Popen, whole: bytes, codes: set[str]) -> str:
    """Empty when it is the whole reading, or one error of these; else what is wrong."""
    out, said = work.communicate(timeout=faultlib.PATIENCE)
    if work.returncode == 0:
        return "" if out == whole else f"{len(out)} bytes of {len(whole)} and no error"
    if work.returncode == -signal.SIGABRT and not out and said == b"dondoc: out of memory\n":
        return ""
    if work.returncode != 3 or said.count(b"\n") != 1:
        return f"exit {work.returncode}: {said[-300:]!r}"
    if out and json.loads(out)["error"]["code"] not in codes:
        return out.decode()[-300:]
    return ""


def struck(path: pathlib.Path, whole: bytes, seconds: float, how: int) -> tuple[str, bool]:
    """One of them is struck at a random moment; what is wrong then, and whether it was one."""
    work = begin(path)
    time.sleep(seconds * dice.random())
    mine = children(work)
    if mine:
        try:
            signal.pidfd_send_signal(dice.choice(mine), how)
        except ProcessLookupError:
            pass
    for fd in mine:
        os.close(fd)
    return answer(work, whole, ENDED), bool(mine)


def killed(path: pathlib.Path, whole: bytes, seconds: float) -> None:
    why, hit = "", 0
    for nth in range(rounds):
        found, one = struck(path, whole, seconds, dice.choice((signal.SIGKILL, signal.SIGTERM, signal.SIGPIPE)))
        why, hit = why or (found and f"round {nth}: {found}"), hit + one
    cases.say(why or ("" if hit > rounds // 4 else f"only {hit} were there to be struck"),
              f"pdftotext or the reader is killed at any moment: all or nothing is read ({hit} of {rounds})")


def standing_still(path: pathlib.Path, whole: bytes) -> None:
    """Both at once, because it takes as long as a child may."""
    works, stopped = [begin(path), begin(path)], []
    for which, work in enumerate(works):
        end = time.monotonic() + faultlib.PATIENCE
        mine: list[int] = []
        while len(mine) < 2 and work.poll() is None and time.monotonic() < end:
            for fd in mine:
                os.close(fd)
            mine = children(work)
        if len(mine) == 2:
            signal.pidfd_send_signal(mine[which], signal.SIGSTOP)
        stopped.append(len(mine) == 2)
        for fd in mine:
            os.close(fd)
    why = [answer(w, whole, {"too-slow"}) for w in works]
    cases.say("; ".join(filter(None, why)) or ("" if all(stopped) else f"stopped: {stopped}"),
              "one that stands still is given up, and so is the file")


def starved(path: pathlib.Path, whole: bytes) -> None:
    """Less and less memory for the program itself; its children set their own limit."""
    why, refused = "", 0
    for kilobytes in range(4 << 10, 16 << 10, 128):
        room = kilobytes << 10
        work = begin(path, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (room, -1)))
        try:
            found = answer(work, whole, SHORT)
        except (ValueError, KeyError) as bad:
            found = f"no record: {bad}"
        if not refused and work.returncode in (127, -signal.SIGSEGV):  # it did not even begin
            continue
        why, refused = why or (found and f"{kilobytes} KB: {found}"), refused + (work.returncode != 0)
    cases.say(why or ("" if refused else "it was never short of memory"),
              f"short of memory it is read whole or refused ({refused} refused)")


def without_standard(path: pathlib.Path, whole: bytes) -> None:
    """As some services start a program: a pipe to a child would otherwise take such a number."""
    for fds in ((0,), (2,), (0, 2)):
        done = subprocess.run([program, "read", "--format", "json", str(path)], stdout=subprocess.PIPE,
                              preexec_fn=lambda: [os.close(fd) for fd in fds])
        cases.say("" if done.stdout == whole else f"exit {done.returncode}: {done.stdout[:300]!r}",
                  f"without descriptors {fds} the same is read")
    done = subprocess.run([program, "read", "--format", "json", str(path)], stderr=subprocess.PIPE,
                          preexec_fn=lambda: os.close(1))
    cases.say("" if done.returncode == 3 and done.stderr.count(b"\n") == 1 else f"{done.returncode} {done.stderr!r}",
              "without a place for the reading that is said")


def all_of_it() -> int:
    with faultlib.folder() as place:
        path = pathlib.Path(place, "a.pdf")
        path.write_bytes(make.pdf(PAGES, WORDS))
        began = time.monotonic()
        work = begin(path)
        whole = work.communicate()[0]
        seconds = time.monotonic() - began
        if work.returncode != 0:
            cases.not_run("a PDF", whole.decode()[-200:])
            return 0
        killed(path, whole, seconds)
        standing_still(path, whole)
        starved(path, whole)
        without_standard(path, whole)
    return cases.code()


sys.exit(all_of_it())
