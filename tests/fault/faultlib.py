"""faultlib.py - clerks that are started, killed and asked, for the scripts of this folder.

A clerk (clerk.c) says on stdout what it committed; what it said is kept in a file, which
another clerk compares with the register. Only processes started here are ever ended.
"""
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import pgsql  # noqa: E402 (beside this folder)

PATIENCE = 60


class Office:
    """A register, and what its clerks have said of it."""

    def __init__(self, program: str, url: str, folder: str):
        self.program, self.url = pathlib.Path(program).resolve(), url
        self.clerk = str(self.program.parent / "tests" / "clerk")
        self.acks, self.errors = f"{folder}/acks", f"{folder}/errors"
        pathlib.Path(self.acks).touch()

    def start(self, *args: object) -> subprocess.Popen:
        """A clerk at work; what it says is added to the file as it says it."""
        with open(self.acks, "ab") as acks, open(self.errors, "ab") as errors:
            return subprocess.Popen([self.clerk, args[0], self.url, *map(str, args[1:])],
                                    stdout=acks, stderr=errors)

    def said(self) -> int:
        return os.path.getsize(self.acks)

    def wait_until_said(self, more_than: int, *clerks: subprocess.Popen) -> bool:
        end = time.monotonic() + PATIENCE
        while self.said() <= more_than and time.monotonic() < end:
            if all(c.poll() is not None for c in clerks):
                return False
            time.sleep(0.002)
        return self.said() > more_than

    def complaints(self) -> str:
        return pathlib.Path(self.errors).read_text(errors="replace").strip()

    def mend_last_line(self) -> None:
        """A clerk may have been killed within a line: that one was never said."""
        data = pathlib.Path(self.acks).read_bytes()
        pathlib.Path(self.acks).write_bytes(data[:data.rfind(b"\n") + 1])

    def check(self) -> str:
        """Empty, or why the register is not what was said."""
        self.mend_last_line()
        done = subprocess.run([self.clerk, "check", self.url, self.acks],
                              capture_output=True, text=True)
        return "" if done.returncode == 0 else (done.stdout + done.stderr).strip() or "died"

    def run(self, *args: str) -> subprocess.CompletedProcess:
        return subprocess.run([self.program, args[0], "--db", self.url, *args[1:]],
                              capture_output=True, text=True)


def end(*clerks: subprocess.Popen, how: int = signal.SIGKILL) -> None:
    for clerk in clerks:
        if clerk.poll() is None:
            os.kill(clerk.pid, how)
    for clerk in clerks:
        clerk.wait()


def folder() -> tempfile.TemporaryDirectory:
    return tempfile.TemporaryDirectory(prefix="dondoc-fault-", ignore_cleanup_errors=True)


class Cases:
    """TAP lines, counted."""

    def __init__(self) -> None:
        self.n = self.failed = 0

    def say(self, why: str, what: str) -> bool:
        """`why` empty: it holds."""
        self.n += 1
        self.failed += bool(why)
        if why:
            print("# " + why.replace("\n", "\n# "))
        print(f"{'not ok' if why else 'ok'} {self.n} - {what}", flush=True)
        return not why

    def not_run(self, what: str, why: object) -> None:
        print(f"# not run: {what}: {why}", flush=True)

    def code(self) -> int:
        return 1 if self.failed else 0
