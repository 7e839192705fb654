#!/usr/bin/env python3
"""test_linear.py - reading costs in proportion to what is read, on hostile input too.

100 times the input may cost 110 times the time; a pathological input ten times as
long may cost 13 times (short runs are noisy), and 160 times its length in memory. Another program on the machine only ever
adds time, so the least of several rounds counts; where the time still says no, the
instructions decide, counted by valgrind: the same on every machine. Both are printed.
--full takes larger sizes (make soak).
usage: test_linear.py [--full] PROGRAM ROOT
"""
import pathlib
import sys
import tempfile

from measure import Cost, best, instructions, permuted, run, samples

full = "--full" in sys.argv
program = str(pathlib.Path(sys.argv[-2]).resolve())
unit = 400_000 if full else 150_000
cases: list[tuple[str, str]] = []


def say(fine: bool, what: str) -> None:
    cases.append(("ok" if fine else "not ok", what))
    print(f"{cases[-1][0]} {len(cases)} - {what}", flush=True)


ROUNDS = 6
MEMORY_TIMES = 160  # of a hostile input, in memory


def read(folder: pathlib.Path, data: bytes, times: int = 3) -> Cost:
    path = folder / "input.txt"
    path.write_bytes(data)
    return best([program, "read", str(path)], times)


def compare(folder: pathlib.Path, small: bytes, large: bytes, times: float, slack: float,
            empty: float) -> tuple[bool, float, float, Cost, str]:
    """Does `large` cost at most `times` what `small` does, and `slack` seconds?
    Returns that, both times, the larger's cost, and what the instructions said if asked."""
    names = folder / "small.txt", folder / "large.txt"
    commands = [[program, "read", str(n)] for n in names]
    least = [1e9, 1e9]
    for name, data in zip(names, (small, large)):
        name.write_bytes(data)
    for _ in range(ROUNDS):
        for which in (0, 1):
            cost = best(commands[which], 3 if which == 0 else 1)
            least[which] = min(least[which], max(cost.seconds - empty, 0.0005))
        if least[1] <= times * least[0] + slack:
            return True, least[0], least[1], cost, ""
    (folder / "empty.txt").write_bytes(b"x\n")
    nothing = instructions([program, "read", str(folder / "empty.txt")])
    one, many = (instructions(c) - nothing for c in commands)
    return (many <= times * one, least[0], least[1], cost,
            f"; instructions {one / 1e6:.1f} and {many / 1e6:.1f} million")


def sentence(n: int) -> bytes:
    return ("Giao Sở Tài chính chủ trì, phối hợp các đơn vị rà soát, báo cáo trước ngày 27/5/2026. "
            * n).encode()


HEADER = "UBND TỈNH A\nSố: 12/GM-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nA, ngày 02 tháng 3 năm 2026\n"
SCAN = "SỞ Y TẾ\nCONG HÒA XÃ HOI CHỦ NGHĨA VIỆT NAM\nSố: 1/SYT\n\n".encode()
INVITATION = HEADER + "GIẤY MỜI\nHọp bàn việc\n\n"
PLAN = HEADER + "KẾ HOẠCH\nTổ chức hoạt động\n\n"
CONCLUSION = HEADER + "THÔNG BÁO\nKết luận của Chủ tịch tại cuộc họp\n\n"

# name: a function of the length wanted, in bytes
HOSTILE = {
    "one line": lambda n: b"Giao " * (n // 5) + b"\n",
    "one line of sentences": lambda n: sentence(n // 107),
    "glued words": lambda n: "báocáotrướcngày ".encode() * (n // 20),
    "a list of those who are directed": lambda n: "1. Chỉ đạo ".encode() + "Sở Y tế, ".encode() * (n // 13) + b"\n",
    "lists of those who join": lambda n: "Trong tháng 6 phối hợp với Sở Y tế, Sở Nội vụ, Sở A rà soát. ".encode() * (n // 80),
    "one glued word": lambda n: "báocáo".encode() * (n // 8),
    "one letter": lambda n: b"a" * n,
    "one accented letter": lambda n: "ữ".encode() * (n // 3),
    "combining marks": lambda n: b"a" + "\u0301".encode() * (n // 2),
    "spaces": lambda n: b" " * n + b"x",
    "blank lines": lambda n: b"\n" * n + b"x",
    "gaps at every word": lambda n: "đơn vị  thời hạnh  nội  quy  danh  ".encode() * (n // 46),
    "letters among figures of a scan": lambda n: SCAN + b"l0/O1 1O0O l " * (n // 13),
    "bodies that tell nothing": lambda n: "Sở A mong, Bộ B, C và D nay. ".encode() * (n // 36),
    "recipients of a scan beside posts": lambda n: SCAN + "Noi nhận:ÿ ; KT. CỤC\n- Như trên; mẹ PHÓ CỤC TRƯỞNG\n".encode()
    * (n // 66),
    "words of a scan": lambda n: SCAN + "hêt Lưu: PHO so 1 quý I1 Đô, ".encode() * (n // 33),
    "digits": lambda n: b"7" * n,
    "digits and slashes": lambda n: b"1/" * (n // 2),
    "dots": lambda n: b"." * n + b"x",
    "opening brackets": lambda n: b"(" * n,
    "closing brackets": lambda n: b"(a" + b")" * n,
    "quotes": lambda n: "“".encode() * (n // 3),
    "list markers": lambda n: b"- x\n" * (n // 4),
    "list markers on one line": lambda n: b"- a) 1. " * (n // 8),
    "nested lists": lambda n: b"".join(b"\t" * min(i, 40) + b"- a\n" for i in range(n // 44)),
    "numbered items": lambda n: b"".join(b"%d. x\n" % i for i in range(n // 9)),
    "headings": lambda n: "I. SỞ TÀI CHÍNH\n".encode() * (n // 20),
    "table cells": lambda n: b"| a | b | c |\n" * (n // 14),
    "table on one line": lambda n: b"| a " * (n // 4),
    "bodies": lambda n: "Sở Tài chính, ".encode() * (n // 19),
    "elided bodies": lambda n: "các sở, ngành: ".encode() + "Tài chính, ".encode() * (n // 15),
    "half of a phrase": lambda n: "Ủy ban nhân dân các ".encode() * (n // 27),
    "dates": lambda n: "trước ngày 27/5/2026, ".encode() * (n // 25),
    "day lists": lambda n: "ngày ".encode() + b"1, " * (n // 3) + b"2/3/2026",
    "named times": lambda n: "Thời gian treo cờ từ ngày 01/6 đến ngày 05/6/2026 để ".encode() * (n // 66),
    "times of duties": lambda n: "Các xã treo cờ.\nThời gian: từ ngày 01/6 đến ngày 05/6/2026\n".encode() * (n // 76),
    "feasts": lambda n: "trước ngày Nhà giáo Việt Nam 20/11 ".encode() * (n // 42),
    "days in a ground": lambda n: "Do thời hạn trước ngày 15/9 ".encode() * (n // 34),
    "bound words": lambda n: "chậm nhất trước ".encode() * (n // 23),
    "citations": lambda n: "Chỉ thị số 02/CT-UBND ngày 08/01/2026; ".encode() * (n // 47),
    "split symbols": lambda n: "Nghị định số 30/2020/NĐ-\nCP ".encode() * (n // 33),
    "footnote marks": lambda n: "a¹ ".encode() * (n // 4),
    "footnotes": lambda n: b"".join(b"[%d] x\n" % i for i in range(n // 9)),
    "emphasis": lambda n: b"**a" * (n // 3),
    "recipients": lambda n: "Nơi nhận:\n".encode() + "- Như trên;\n".encode() * (n // 15),
    "signatures": lambda n: "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n".encode() * (n // 34),
    "addressees": lambda n: "Kính gửi:\n".encode() + "- Sở Tài chính;\n".encode() * (n // 22),
    "dots and dates": lambda n: "ngày ... tháng ... năm ".encode() * (n // 26),
    "page numbers": lambda n: b"x\n\n2\n\f" * (n // 6),
    "capital lines": lambda n: "THÔNG BÁO\n".encode() * (n // 12),
    "who may issue": lambda n: ("Để thực hiện, " + "Sở Tài chính và " * 4 + ", ").encode() * (n // 100),
    "calendar without a title": lambda n: ("Ngày 05/6/2026 (x)\n8h00:\nNội dung: họp. Điểm: x\n"
                                           .encode() * (n // 58)),
    "sessions of lines": lambda n: "Thời gian\n".encode() + "7 giờ 30\nngày 05/6/2026\nXã A\n".encode() * (n // 38),
    "stretches beside limits": lambda n: "nộp hồ sơ đợt 1 từ ngày 01/6 đến ngày 05/6; ".encode() * (n // 54),
    "data of things": lambda n: "Dự án A (Ban B, hoàn thành tháng 6/2026, ".encode() * (n // 50),
    "days in brackets": lambda n: "Ngày 05/6/2026 (nhằm 20/4 (".encode() * (n // 32),
    "what a paper calls itself": lambda n: "công văn này ".encode() * (n // 17),
    "posts behind the recipients": lambda n: ("Nơi nhận:\n- A; " + "GIÁM ĐỐC; " * (n // 15)).encode(),
    "calls of no letter": lambda n: "Kính mời các hộ.\n".encode() * (n // 22),
    "windows lines": lambda n: b"a\r\n" * (n // 3),
    "colons": lambda n: b"a: " * (n // 3),
    "limits of items": lambda n: "Giao Sở Tài chính chủ trì rà soát.\n".encode() * (n // 110) +
    "Nội dung tại mục 9 hoàn thành trước ngày 27/5/2026.\n".encode() * (n // 110),
    "limits of all": lambda n: "Giao Sở Tài chính chủ trì rà soát.\n".encode() * (n // 110) +
    "Các nội dung nêu trên hoàn thành trước ngày 27/5/2026.\n".encode() * (n // 110),
    "items that limit items": lambda n: "1. Các nhiệm vụ tại khoản ".encode() + b"1, " * (n // 6) + b"\n" +
    "2. Các nhiệm vụ tại khoản 1 trước ngày 2/6/2026.\n".encode() * (n // 120),
    "often": lambda n: "Giao Sở Tài chính báo cáo hằng tuần, ".encode() * (n // 46),
    "times a day": lambda n: "báo cáo ngày 02 lần ".encode() * (n // 25),
    "counts behind": lambda n: "sau khi họp 03 ngày ".encode() * (n // 25),
    "time moved": lambda n: "gia hạn từ ngày 1/6 đến ngày 2/6/2026 sang ngày 3/6/2026, ".encode() * (n // 72),
    "openings": lambda n: "báo cáo theo nội dung sau:\n".encode() * (n // 32),
    "labels in an item": lambda n:
    "1. Rà soát hồ sơ\na) Chủ trì: Sở Tài chính".encode() + b"; x y" * (n // 5) + b"\n",
    "headers on one line": lambda n: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM ".encode() * (n // 46),
    "headers": lambda n: "Số: 1/TB\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n".encode() * (n // 55),
    "documents in one file": lambda n: ("UBND TỈNH\nSố: 1/TB-UB\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n" +
                                        "V/v rà soát¹ số liệu\n" * 24).encode() * (n // 700),
    "agenda": lambda n: "14h00: Khai mạc\n".encode() * (n // 19),
    "names of unknown bodies": lambda n: "Phòng Kinh chợ và dầu ăn và ".encode() * (n // 36),
    "names with many fields": lambda n: "Giao ".encode() + "Phòng Tiếp dân, tố cáo, ".encode() * (n // 33),
    "numbers of parts": lambda n: "Các đơn vị có tên tại các mục ".encode() + b"1, " * (n // 3),
    "places without a kind": lambda n: "các thôn ".encode() + "Hoa Mai, ".encode() * (n // 10),
    "who is excepted": lambda n: "các sở, ngành, trừ Sở Y tế ".encode() * (n // 36),
    "reports that are asked for": lambda n: "Báo cáo nhanh đề nghị các xã gửi. ".encode() * (n // 49),
    "addressees told in their own words": lambda n: (
        "Kính gửi:\n".encode() + "- Giám đốc các công ty quản lý đập a, b;\n".encode() * 100
        + "Giám đốc các công ty quản lý đập a, c rà soát.\n".encode() * (n // 64)),
    "posts of a person": lambda n: ("1. Lê A - " + "Trưởng phòng A, " * (n // 22)).encode() + b"\n",
    "items of people of one job": lambda n: "- Công chức trực quầy số hai ba\n".encode() * (n // 42),
    "bodies named again": lambda n: "Giao Sở rà soát; ".encode() * (n // 24),
    "bodies named again below a heading": lambda n: "1. ".encode() + "Sở họp bàn, ".encode() * (n // 34) + b":\n" +
    "- Sở này rà soát.\n".encode() * (n // 50),
    "hours of meetings in one sentence": lambda n: CONCLUSION.encode() + (
        "Thông báo số 3/TB-UBND họp lúc 8 giờ 00 ngày 5/3/2026 ; ".encode() * (n // 66)),
    "hours of meetings sentence by sentence": lambda n: CONCLUSION.encode() + (
        "Họp lúc 8 giờ 00 ngày 5/3/2026 với dân. ".encode() * (n // 50)),
    "rooms that meet": lambda n: INVITATION.encode() + "Mời họp ngày 3/4/2026 ".encode() + b", phong - (" * (n // 11),
    "words of joining": lambda n: "Giao Sở Y tế rà soát ".encode() + "phối ".encode() * (n // 7),
    "words of joining two": lambda n: "Giao Sở Y tế rà soát ".encode() + "cùng ".encode() * (n // 6),
    "wishes of others": lambda n: "Nhà thầu a b c d đ e g hứa trước ngày 5/3/2026, ".encode() * (n // 56),
    "limits of a law": lambda n: "nộp chậm nhất ngày 31/5 theo Quyết định số 23/QĐ-TTg ".encode() * (n // 68),
    "stretches in brackets": lambda n: "kiểm tra (từ ngày 1/5 đến ngày 4/5/2026 ".encode() * (n // 47),
    "grounds before commas": lambda n: "Theo ".encode() + "A, B trước ngày 3/4/2026, ".encode() * (n // 31),
    "nobody chairs": lambda n: INVITATION.encode() + "Kính mời Sở A dự.\nLàm việc ở đây.\n".encode() * (n // 45),
    "no end of the body": lambda n: HEADER.encode() + "Giao Sở A rà soát . / x\n".encode() * (n // 31),
    "quotes in what is told": lambda n: "Giao Sở A gửi báo cáo \"x\" trước ngày 3/4/2026.\n".encode() * (n // 55),
    "turns a week": lambda n: "mỗi tuần 02 lượt hằng tháng, hằng quý ".encode() * (n // 50),
    "plain words to a word of doing": lambda n: "các trường dân lập tổng dọn, ".encode() * (n // 38),
    "verbs inside names": lambda n: "- Công ty quản lý hành, a, b, c, d\n".encode() * (n // 41),
    "results below headings": lambda n: "1. Kết quả\nSở A đã báo cáo.\n".encode() * (n // 37),
    "hours of a telegram": lambda n: "A, hồi 19 giờ 30\n".encode() * (n // 21),
    "two names in a line of the header": lambda n: "UBND TỈNH LẠNG SƠN BAN QUẢN LÝ\n".encode() * (n // 40),
    "references to parts": lambda n: "Các đơn vị có tên tại ".encode() + "khoản 1 Điều 2 ".encode() * (n // 18),
    "asides": lambda n: "Sở Y tế, sau khi a b c d, ".encode() * (n // 33),
    "groups with exceptions": lambda n: "các xã (trừ Sở Y tế, Sở Nội vụ), ".encode() * (n // 46),
    "leads behind dashes of a heading": lambda n: "1. Nhóm - ".encode() + "Sở Y tế - ".encode() * (n // 15) + b":\n- a\n",
    "leads in brackets": lambda n: "Rà soát ".encode() + "(giao Sở Y tế, a) ".encode() * (n // 24),
    "work done by whom": lambda n: "Giao Sở A rà soát".encode() + "; báo cáo do Phòng B thẩm định, c".encode() * (n // 45),
    "sections in sections": lambda n: b"".join(b"1" + b".1" * (i % 30) + b". a\n" for i in range(n // 36)),
    "gaps in a decomposed line": lambda n: "Do\u0302c         la\u0323p ".encode() * (n // 21),
    "brackets of recipients": lambda n: "1. ".encode() + "Nơi nhận: do báo tin (, ".encode() * (n // 30),
    "parts that tell a list": lambda n: "Giao Sở Y tế ".encode() + "Sở Y tế; ".encode() * (n // 13),
    "commas that tell a list": lambda n: "Giao Sở Y tế ".encode() + "Chánh Văn phòng b, ".encode() * (n // 22),
    "words that only count": lambda n: CONCLUSION.encode() + (
        "1. Trưởng Rửa xe trước ngày 3/4/2026 cập nhật, bổ sung thử, ".encode() + "các ".encode() * (n // 5)),
    "papers that others must follow": lambda n: ("Theo Quyết định số 1/QĐ-A, các xã phải rà soát. "
                                                 * (n // 62)).encode() + b"\n",
    "numbers of one kind": lambda n: "1. Tổ trưởng các tổ dân phố ".encode() + b"1, " * (n // 3),
    "what many still owe": lambda n: "Các xã đến nay chưa có a, b, ".encode() * (n // 36),
    "topics of doing": lambda n: "1. Sửa cầu: các đơn vị a, b vá\n".encode() * (n // 41),
    "times before whom": lambda n: ("1. Kết luận như sau:\n" + "Từ tuần này Tổ a b. " * (n // 26)).encode(),
    "rooms in a row": lambda n: ("1. Tổ Toán" + ", tổ Văn chung" * (n // 17)).encode(),
    "bullets without whom": lambda n: ("- Sở Y tế chủ trì a.\n" + "- Rà soát b.\n" * (n // 19)).encode(),
    "topics over lists": lambda n: "1. Việc a: Các hộ dân b c\n- Sửa d.\n".encode() * (n // 44),
    "torn syllables": lambda n: "đ ồ ng ch í k ế ho ạ ch ".encode() * (n // 34),
    "markers alone": lambda n: "Kính gửi: Các sở.\n".encode() + "1.\n-\nV. TỔ\nCHỨC\n\n".encode() * (n // 22),
    "items that end with whom": lambda n: "- Sửa cầu treo: Đội a, Đội b. (c)\n".encode() * (n // 45),
    "past papers before an order": lambda n: "Bộ đã ban hành a, Sở B lập c, đề nghị ".encode() * (n // 52),
    "grounds without a comma": lambda n: "1. Sở Y tế:\n".encode() + "- Căn cứ nhiệm vụ a b c lập d\n".encode() * (n // 42),
    "sentences until when": lambda n: "Sở Y tế lập danh sách trước ngày 3/4/2026. ".encode() * (n // 58),
    "who guides whom": lambda n: "Sở A hướng dẫn các xã rà soát ".encode() * (n // 42) + b"sau:\n",
    "hours of meetings with their places": lambda n: PLAN.encode() + (
        "Lễ lúc 8 giờ 00 ngày 5/3/2026 tại Hội trường A. ".encode() * (n // 64)),
    "hours of a list without a place": lambda n: PLAN.encode() + "Mở lớp tập huấn:\n".encode() +
    "- Lớp: 8h00 ngày 5/6/2026 a\n".encode() * (n // 36),
    "hours below a heading": lambda n: PLAN.encode() + "1. Lễ\n- Địa điểm ".encode() + b"a " * (n // 4) +
    "8 giờ 00 ngày 5/3/2026 ".encode() * (n // 52),
    "papers handed to many": lambda n: CONCLUSION.encode() + (
        "1. Sở Y tế rà soát.\n\nBáo cáo gửi ".encode() + "về Sở Y tế cho các xã ".encode() * (n // 31) +
        "trước ngày 5/3/2026.".encode()),
    "sentences of a calendar": lambda n: "LỊCH CÔNG TÁC\n\nNgày 05/6/2026\n- Chủ tịch: ".encode() +
    "8 giờ, họp tại Sở A (a. ".encode() * (n // 29),
    "people of a calendar": lambda n: "LỊCH CÔNG TÁC\n\nNgày 05/6/2026\n".encode() +
    "- Chủ tịch: a. 8 giờ, họp.\n".encode() * (n // 33),
    "days below a heading of limits": lambda n: "1. Thời hạn nộp\n".encode() +
    "a\nLần 1: ngày 5/6/2026\n".encode() * (n // 29),
    "rows that lack their day": lambda n: "LỊCH CÔNG TÁC\n\nNgày | Giờ | Nội dung | Địa điểm\n".encode() +
    "8h00 | họp | A |\n".encode() * (n // 19),
    "numbers in words": lambda n: "hai mười chín ba ".encode() * (n // 23),
}


def proportional(folder: pathlib.Path, empty: float) -> None:
    text = permuted(samples(program, folder / "samples"), unit * 100)

    def cut(n: int) -> bytes:
        return text[: unit * n].rsplit(b"\n", 1)[0] + b"\n"

    for n, most, slack in ((10, 11, 0.01), (100, 110, 0.02)):
        fine, one, many, _, more = compare(folder, cut(1), cut(n), most, slack, empty)
        say(fine, f"{n} times the input, {most} times the time: {one * 1000:.1f} ms, "
                  f"{many * 1000:.1f} ms{more}")


def hostile(folder: pathlib.Path, empty: float) -> None:
    small, large = unit, unit * 10
    for name, make in HOSTILE.items():
        fine, one, ten, cost, more = compare(folder, make(small), make(large), 13, 0.05, empty)
        say(fine and cost.code in (0, 1) and cost.kilobytes << 10 <= MEMORY_TIMES * large,
            f"{name}: {small >> 10} KB {one * 1000:.0f} ms, {large >> 10} KB {ten * 1000:.0f} ms, "
            f"{cost.kilobytes >> 10} MB, exit {cost.code}{more}")


def large(folder: pathlib.Path) -> None:
    for name, data in (
        ("10 MB on one line", sentence(10_000_000 // 107)),
        ("100,000 list markers", b"a) x\n" * 100_000),
        ("100,000 nested brackets", b"(" * 100_000 + b")" * 100_000),
        ("a million digits", b"ng\xc3\xa0y " + b"9" * 1_000_000),
        ("64 MiB of one letter", b"a" * (64 << 20)),
    ):
        path = folder / "input.txt"
        path.write_bytes(data)
        cost = run([program, "read", str(path)], 60)
        say(cost.code in (0, 1, 3) and cost.seconds < 20,
            f"{name}: {cost.seconds:.2f} s, {cost.kilobytes >> 10} MB, exit {cost.code}")


def memory(folder: pathlib.Path) -> None:
    path = folder / "input.txt"
    path.write_bytes(b"x\n")
    before = run([program, "read", str(path)]).kilobytes
    path.write_bytes(permuted(samples(program, folder / "samples"), 46_000))
    more = run([program, "read", str(path)]).kilobytes - before
    say(more <= 4096, f"a 46 KB document takes {more} KB more than an empty one (4096 allowed)")


with tempfile.TemporaryDirectory() as name:
    place = pathlib.Path(name)
    nothing = read(place, b"x\n", 9).seconds
    proportional(place, nothing)
    memory(place)
    hostile(place, nothing)
    large(place)
sys.exit(1 if any(c[0] != "ok" for c in cases) else 0)
