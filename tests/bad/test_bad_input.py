#!/usr/bin/env python3
"""test_bad_input.py - any bytes give a reading or one clear error, never a crash.

For each bad file: exit 3 (nothing could be done), exactly one line on stderr in
Vietnamese, and in place of a reading one dondoc.error/1 with a code. A good file
beside it is still read (exit 1). Hostile but valid files are read.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

program = str(pathlib.Path(sys.argv[1]).resolve())
PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452") + bytes(range(256)) * 8
GOOD = "Số: 12/TB-UBND\n\nGiao Sở Tài chính báo cáo trước ngày 27/5/2026.\n".encode()

# name: bytes, the code of the error
BAD = {
    "empty.txt": (b"", "empty"),
    "white.txt": (b" \r\n\t\n", "empty"),
    "bom-only.txt": (b"\xef\xbb\xbf", "empty"),
    "picture.txt": (PNG, "damaged"),
    "jpeg.txt": (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)), "damaged"),
    "nul.txt": (b"Giao S\x00 T\n", "binary"),
    "nul-at-end.txt": (b"Giao\n\x00", "binary"),
    "broken-utf8.txt": (b"Giao S\xe1\xbb\n", "not-utf8"),
    "cut-utf8.txt": ("Giao Sở".encode()[:-1], "not-utf8"),
    "latin1.txt": ("Ngày là".encode("latin-1") + b"\n", "not-utf8"),
    "surrogate.txt": (b"a\xed\xa0\x80b\n", "not-utf8"),
    "overlong.txt": (b"a\xc0\xafb\n", "not-utf8"),
    "too-high.txt": (b"a\xf4\x90\x80\x80\n", "not-utf8"),
}
ODD = {
    "controls": bytes(range(1, 32)) * 50 + b"\n",
    "all two-byte letters": "".join(map(chr, range(0x80, 0x800))).encode(),
    "private use": "".join(map(chr, range(0xE000, 0xE400))).encode(),
    "right to left": "\u202eabc\u202c \u200b\u200c\u200d\ufeff x\n".encode(),
    "zero-width only words": ("\u200b" * 1000 + "\n").encode(),
    "old mac line ends": b"Giao\rS\r",
    "no line end": "Giao Sở Tài chính".encode(),
    "huge number of a date": b"ng\xc3\xa0y 99999999999999999999/99999999999/999999999999\n",
    "impossible date": "trước ngày 31/02/2026, ngày 0/0/0000, 25h99\n".encode(),
    "huge count": "trong 4294967296 ngày, trong 99999999999 tháng, 999999999/2 ngày\n".encode(),
    "huge item numbers": b"99999999999999999999. x\n4294967295. y\n4294967296) z\n",
    "roman soup": b"IIIIIIIIIIIIIIIIIIIIII. x\nMMMMMMMMCCCCXVIII. y\n",
    "long word": b"a" * 200_000 + b"\n",
    "long capital word": "Ữ".encode() * 70_000 + b"\n",
    "deep list": b"".join(b" " * i + b"- x\n" for i in range(600)),
    "only markers": b"1.\n2.\na)\n-\n+\n*\nI.\n",
    "only bounds": "trước, chậm nhất, đến hết, trong, từ ngày đến ngày\n".encode(),
    "table of nothing": b"|||||\n|---|---|\n" * 100,
    "unclosed emphasis": b"**_*`~~" * 1000,
    "half header": "Số:\nngày tháng năm\nKính gửi:\nNơi nhận:\nTL.\nKT.\n".encode(),
    "form feeds": b"\f" * 1000 + b"x\f",
}
cases: list[bool] = []


def say(fine: bool, what: str, why: str = "") -> None:
    cases.append(fine)
    if not fine and why:
        print("  " + why.replace("\n", "\n  ")[:2000])
    print(f"{'ok' if fine else 'not ok'} {len(cases)} - {what}", flush=True)


def read(*paths: pathlib.Path, stdin: bytes | None = None) -> subprocess.CompletedProcess:
    return subprocess.run([program, "read", *map(str, paths)], input=stdin, capture_output=True,
                          timeout=120)


def bad(folder: pathlib.Path) -> None:
    good = folder / "good.txt"
    good.write_bytes(GOOD)
    for name, (data, code) in BAD.items():
        path = folder / name
        path.write_bytes(data)
        done = read(path)
        errors, lines = done.stderr.decode(errors="replace"), done.stdout.splitlines()
        why = f"exit {done.returncode}\n{done.stdout[:300]}\n{errors}"
        try:
            record = json.loads(lines[0])
            fine = record["schema"] == "dondoc.error/1" and record["error"]["code"] == code \
                and record["error"]["message"] and record["error"]["hint"] is not None
        except (IndexError, KeyError, ValueError):
            fine = False
        say(fine and len(lines) == 1 and done.returncode == 3 and errors.count("\n") == 1,
            f"{name} gives one error {code}", why)
    done = read(folder / "nul.txt", good)
    schemas = [json.loads(line)["schema"] for line in done.stdout.splitlines()]
    say(done.returncode == 1 and schemas == ["dondoc.error/1", "dondoc.document/1"],
        "a bad file does not spoil a good one", f"exit {done.returncode} {schemas}")
    for name, path in (("a missing file", folder / "none.txt"), ("a device", pathlib.Path("/dev/null"))):
        done = read(path)
        say(done.returncode == 3 and done.stderr.count(b"\n") == 1, f"{name} is one error line",
            f"exit {done.returncode}\n{done.stderr.decode(errors='replace')}")


def odd(folder: pathlib.Path) -> None:
    for name, data in ODD.items():
        path = folder / "odd.txt"
        path.write_bytes(data)
        done = read(path)
        try:
            records = [json.loads(line) for line in done.stdout.splitlines()]
            fine = len(records) == 1 and done.returncode in (0, 3) \
                and records[0]["schema"] in ("dondoc.document/1", "dondoc.error/1")
        except (KeyError, ValueError):
            fine = False
        say(fine, f"{name} is read", f"exit {done.returncode}\n"
            + done.stdout[:300].decode(errors="replace") + done.stderr.decode(errors="replace"))


def prefixes() -> None:
    """Every prefix of a small document, cut inside letters too."""
    wrong = []
    for n in range(1, len(GOOD)):
        done = read(pathlib.Path("-"), stdin=GOOD[:n])
        if done.returncode not in (0, 3) or done.stdout.count(b"\n") != 1:
            wrong.append(f"{n} bytes: exit {done.returncode} {done.stderr[:200]!r}")
    say(not wrong, f"every prefix of {len(GOOD)} bytes on standard input", "\n".join(wrong))


with tempfile.TemporaryDirectory() as name:
    bad(pathlib.Path(name))
    odd(pathlib.Path(name))
    prefixes()
sys.exit(0 if all(cases) else 1)
