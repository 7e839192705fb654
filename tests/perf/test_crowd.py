#!/usr/bin/env python3
"""test_crowd.py - many copies of one invitation, of one day, cost each what the first ones cost.

Each is linked with the conclusion of that day, which came before them all or after. Six times as
many may cost nine times the processor; where the time says no, the instructions decide, counted
by valgrind: the same on every machine.
usage: test_crowd.py PROGRAM ROOT
"""
import pathlib
import sys
import tempfile

from measure import instructions, run

FEW, TIMES, MOST, ROUNDS = 60, 6, 9, 3
program = str(pathlib.Path(sys.argv[1]).resolve())
cases: list[str] = []

INVITATION = """UBND TỈNH LẠNG SƠN
Số: {}/GM-UBND
Lạng Sơn, ngày 15 tháng 4 năm 2026

GIẤY MỜI

Dự Hội nghị làm việc với Chủ tịch UBND các xã, phường

1. Thành phần

- Lãnh đạo các sở: Tài chính, Nội vụ, Xây dựng, Y tế;
- Chủ tịch UBND các xã, phường.

2. Thời gian: 14 giờ 00 ngày 20/4/2026 (thứ Hai).
"""
CONCLUSION = """UBND TỈNH LẠNG SƠN
Số: 210/TB-UBND
Lạng Sơn, ngày 24 tháng 4 năm 2026

THÔNG BÁO

Kết luận của Chủ tịch UBND tỉnh tại Hội nghị làm việc với Chủ tịch UBND các xã, phường

Ngày 20 tháng 4 năm 2026, Chủ tịch UBND tỉnh đã chủ trì Hội nghị. Tham dự có lãnh đạo các sở: Tài \
chính, Nội vụ, Xây dựng và Chủ tịch UBND các xã, phường. Chủ tịch UBND tỉnh kết luận như sau:

1. Giao Sở Nội vụ báo cáo UBND tỉnh chậm nhất ngày 31/5/2026.
"""


def make(folder: pathlib.Path, copies: int, conclusion: str) -> pathlib.Path:
    folder.mkdir()
    for i in range(copies):
        (folder / f"b{i:06}.txt").write_text(INVITATION.format(1000 + i), encoding="utf-8")
    (folder / f"{conclusion}.txt").write_text(CONCLUSION, encoding="utf-8")
    return folder


def command(folder: pathlib.Path, papers: pathlib.Path) -> list[str]:
    made = len(list(folder.glob("*.db")))
    return [program, "import", "--today", "2026-04-25", "--db", f"sqlite:{folder}/{made}.db",
            str(papers)]


def seconds(folder: pathlib.Path, papers: pathlib.Path) -> float:
    cost = run(command(folder, papers))
    if cost.code != 0:
        raise SystemExit(f"import of {papers.name}: exit {cost.code}: {cost.errors}")
    return cost.seconds


def compare(folder: pathlib.Path, sizes: list[pathlib.Path]) -> tuple[bool, str]:
    """Of a register with one paper, with few and with many: is it in proportion?"""
    least = [1e9] * len(sizes)
    for _ in range(ROUNDS):
        least = [min(was, seconds(folder, papers)) for was, papers in zip(least, sizes)]
        few, many = (max(s - least[0], 0.001) for s in least[1:])
        if many <= MOST * few:
            return True, f"{few:.3f} and {many:.3f} s"
    none, few, many = (instructions(command(folder, papers)) for papers in sizes)
    return many - none <= MOST * (few - none), \
        f"instructions {(few - none) / 1e6:.0f} and {(many - none) / 1e6:.0f} million"


with tempfile.TemporaryDirectory() as name:
    root = pathlib.Path(name)
    for word, conclusion in ("before", "a"), ("after", "z"):
        papers = [make(root / f"{word}{n}", n, conclusion) for n in (1, FEW, FEW * TIMES)]
        fine, what = compare(root, papers)
        cases.append("ok" if fine else "not ok")
        print(f"{cases[-1]} {len(cases)} - {FEW} and {FEW * TIMES} invitations of one day, "
              f"their conclusion {word} them: {what}", flush=True)
print(f"1..{len(cases)}")
sys.exit(0 if all(c == "ok" for c in cases) else 1)
