#!/usr/bin/env python3
"""test_patterns.py - who x what x until when x in which form: every combination is read.

A form is one way in which offices give a duty ("Giao A làm V trước ngày D"). Each is written
out, in invented words, with each body and each limit of the lists below, all bodies of a form
and limit in one notice; what must come out is known by construction. Sentences that order
nothing stand behind duties and between them, and must change nothing. One case a form.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

program = str(pathlib.Path(sys.argv[1]).resolve())

BODIES = ["Sở Tài chính", "Công an tỉnh", "UBND các xã, phường", "các sở, ban, ngành", "Tỉnh đoàn",
          "Thủ trưởng các sở, ban, ngành", "UBND xã Mường Bú", "Phòng Kinh tế", "các chủ đầu tư",
          "Công ty Cổ phần Môi trường đô thị Hà Nam", "Ban Quản lý dự án đầu tư xây dựng tỉnh"]
VERBS = ["bố trí kinh phí sửa trường", "bàn giao mặt bằng tuyến kè", "lắp đặt biển báo ở ngã ba",
         "kiện toàn đội xung kích", "giải trình nguyên nhân chậm", "đôn đốc nhà thầu tăng ca",
         "niêm yết danh sách ở trụ sở", "nạo vét kênh nội đồng", "xây dựng kế hoạch gieo cấy"]
LIMITS = [("trước ngày 15/6/2026", "2026-06-15", False), ("trước ngày 05/7", "2026-07-05", False),
          ("trước 17 giờ ngày 22/5/2026", "2026-05-22T17:00", False),
          ("chậm nhất ngày 20/6/2026", "2026-06-20", True),
          ("muộn nhất ngày 20/6/2026", "2026-06-20", True),
          ("trong tháng 6/2026", "2026-06", True), ("trong quý III/2026", "2026-Q3", True),
          ("trong ngày 22/5/2026", "2026-05-22", True), ("trong tuần này", "2026-W21", True),
          ("trước tháng 8/2026", "2026-08", False),
          ("trong 05 ngày làm việc kể từ ngày ký", "P5BD", True),
          ("trước ngày 25 hằng tháng", "R:monthly:25", False)]
# A, V, L: who, what, until when; a capital behind them is of the sentence's first word.
SENTENCES = [
    "Giao {a} {v} {l}.", "Giao {a} {v}, {l}.", "Yêu cầu {a} {v} {l}.", "Đề nghị {a} {v} {l}.",
    "Giao {a} chủ trì, phối hợp với Sở Tư pháp {v} {l}.", "Giao {a} {v}; hoàn thành {l}.",
    "Giao {a} chủ trì, phối hợp với các đơn vị liên quan {v}; hoàn thành {l}.",
    "Giao {a} {v}. Hoàn thành {l}.", "Giao {a} {v}. Thời hạn hoàn thành: {l}.",
    "Giao {a} {v} (hoàn thành {l}).", "Giao {a} {v} ({l}).", "Giao {a}, {l}, {v}.",
    "Giao {a} {v}; báo cáo kết quả về UBND tỉnh {l}.", "{A} có trách nhiệm {v} {l}.",
    "Giao {a} {v}. Báo cáo kết quả về UBND tỉnh {l}.", "{A} chịu trách nhiệm {v} {l}.",
    "{A} chủ trì, phối hợp với Sở Tư pháp {v} {l}.", "{A} {v} {l}.", "{A} {v}, {l}.",
    "{A}: {V} {l}.", "Đối với {a}: {V} {l}.", "Đối với {a}: yêu cầu {v} {l}.", "{L}, {a} {v}.",
    "{L}, {a} phải {v}.", "{L}, yêu cầu {a} {v}.", "Về kinh phí: Giao {a} {v} {l}.",
    "{L}, giao {a} chủ trì, phối hợp với Sở Tư pháp {v}.", "Phân công {a} {v} {l}.",
    "Dự án đường tỉnh 229: {A} {v} {l}.", "Chủ tịch UBND tỉnh giao {a} {v} {l}.",
    "Đồng ý với đề xuất của Sở Tư pháp; giao {a} {v} {l}.", "Giao cho {a} {v} {l}.",
    "Cơ bản thống nhất báo cáo. Giao {a} {v} {l}.", "Giao {a} là cơ quan đầu mối {v} {l}.",
    "{V} (giao {a} chủ trì, hoàn thành {l}).", "{V} {l} ({A} chủ trì).",
    "{V}: Giao {a} chủ trì, hoàn thành {l}.",
    "Khẩn trương khắc phục hậu quả lũ; trong đó giao {a} {v} {l}.",
    "Giao {a} cùng Sở Tư pháp {v} {l}.", "{A} cùng Sở Tư pháp {v} {l}.",
    "{V} (trách nhiệm: {a}; hoàn thành {l}).",
    "{V} (đơn vị thực hiện: {a}; hoàn thành {l}).",
    "Giao {a} căn cứ khả năng cân đối ngân sách, {v} {l}.",
    "Theo đó, đối với {a}: yêu cầu {v} {l}.", "Giao {a} phối hợp Sở Tư pháp để {v} {l}.",
]
HEADS = ["{A}:", "{A}", "Giao {a}:", "Giao {a} thực hiện các nhiệm vụ sau:", "Đối với {a}:",
         "Yêu cầu {a} tập trung thực hiện một số nội dung sau:", "{A} có trách nhiệm:",
         "Nhiệm vụ của {a}:", "Về phía {a}:"]
# The limit stands above its list.
OPENINGS = ["Giao {a} hoàn thành các nhiệm vụ sau {l}:", "{L}, {a} thực hiện các nhiệm vụ sau:",
            "{L}, giao {a}:", "Giao {a} thực hiện các nhiệm vụ sau (hoàn thành {l}):"]
NOTHING = [
    "Sở Nội vụ đã hoàn thành đề án trước ngày 20/6/2026.", "Mưa lớn còn kéo dài đến hết ngày 22/5/2026.",
    "UBND tỉnh đã giao Sở Xây dựng hoàn thành quy hoạch trước ngày 30/6/2026.",
    "Hợp đồng thuê đất có hiệu lực đến hết ngày 31/12/2026.", "Đường 30/4 bị ngập sâu 0,5 m.",
    "Đến hết ngày 30/4/2026, toàn tỉnh giải ngân đạt 35,2% kế hoạch.",
    "Kỳ họp thứ 8 dự kiến khai mạc ngày 07/7/2026.", "Hội nghị sẽ được tổ chức trong tháng 7/2026.",
    "Giấy phép của Công ty hết hạn vào ngày 30/6/2026.", "Gói thầu khởi công ngày 19/8/2025.",
    "Dự báo từ ngày 21/8 đến hết ngày 23/8/2026 có mưa to.", "Luật có hiệu lực từ ngày 01/7/2026.",
    "Trong tháng 4/2026, các chủ đầu tư giải ngân được 120 tỷ đồng.",
    "Học sinh nghỉ hè từ ngày 01/6 đến hết ngày 15/8/2026.",
]
NOTICE = """ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN

Số: 214/TB-UBND
Lạng Sơn, ngày 18 tháng 5 năm 2026

THÔNG BÁO
Kết luận của Phó Chủ tịch UBND tỉnh tại cuộc họp về tiến độ các dự án

Ngày 15/5/2026, Phó Chủ tịch UBND tỉnh chủ trì cuộc họp. Sau khi nghe báo cáo, Phó Chủ tịch UBND tỉnh kết luận như sau:

{}

Nơi nhận:
- Như trên;
- Lưu: VT.

KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Trần Văn Bình
"""


def capital(words: str) -> str:
    return words[0].upper() + words[1:]


def filled(form: str, body: str, verb: str, limit: str) -> str:
    return form.format(a=body, A=capital(body), v=verb, V=capital(verb), l=limit, L=capital(limit))


def verb(n: int) -> str:
    return VERBS[n % len(VERBS)]


def cases():
    """(name, items of one notice, [(who, what, value, inclusive)] of each)"""
    for form in SENTENCES:
        for limit, value, inclusive in LIMITS:
            yield form, [filled(form, b, verb(n), limit) for n, b in enumerate(BODIES)], \
                [[(b, verb(n), value, inclusive)] for n, b in enumerate(BODIES)]
    for form in HEADS:
        for limit, value, inclusive in LIMITS:
            yield form, [f"{filled(form, b, '-', '-')}\n- {capital(verb(n))};\n- {capital(verb(n + 1))} {limit}."
                         for n, b in enumerate(BODIES)], \
                [[(b, verb(n), None, None), (b, verb(n + 1), value, inclusive)] for n, b in enumerate(BODIES)]
    for form in OPENINGS:
        for limit, value, inclusive in LIMITS:
            yield form, [f"{filled(form, b, '-', limit)}\n- {capital(verb(n))};\n- {capital(verb(n + 1))}."
                         for n, b in enumerate(BODIES)], \
                [[(b, verb(n), value, inclusive), (b, verb(n + 1), value, inclusive)] for n, b in enumerate(BODIES)]
    for words in NOTHING:
        yield words, [f"Giao Sở Tài chính {verb(0)}. {words}", words, f"{words} Giao Tỉnh đoàn {verb(1)}."], \
            [[("Sở Tài chính", verb(0), None, None)], [], [("Tỉnh đoàn", verb(1), None, None)]]


def duties(reading: dict):
    dates = {d["id"]: d for d in reading["dates"]}
    for a in reading["assignments"]:
        due = dates[a["deadlines"][0]] if a["deadlines"] else {"value": None, "inclusive": None}
        yield (", ".join(x["text"] for x in a["lead"]).lower(), a["action"]["text"].lower(),
               due["value"], due["inclusive"])


def differs(want, got) -> bool:
    return len(want) != len(got) or any(
        w[0].lower() != g[0] or w[1].lower() not in g[1] or w[2:] != g[2:] for w, g in zip(want, got))


def main() -> int:
    all_cases = list(cases())
    results: dict[str, list] = {}
    with tempfile.TemporaryDirectory() as name:
        files = []
        for n, (_, items, _) in enumerate(all_cases):
            files.append(pathlib.Path(name) / f"{n:04}.txt")
            files[-1].write_text(NOTICE.format("\n".join(f"{k}. {x}" for k, x in enumerate(items, 1))))
        done = subprocess.run([program, "read", *map(str, files)], capture_output=True, text=True)
    for (form, items, want), line in zip(all_cases, done.stdout.splitlines(), strict=True):
        got = list(duties(json.loads(line)))
        flat = [w for each in want for w in each]
        wrong = [(w, g) for w, g in zip(flat + [None] * len(got), got + [None] * len(flat))
                 if (w or g) and (w is None or g is None or differs([w], [g]))]
        results.setdefault(form, []).extend(wrong)
    for number, (form, wrong) in enumerate(results.items(), 1):
        print(f"{'not ok' if wrong else 'ok'} {number} - {form}")
        for w, g in wrong[:3]:
            print(f"#   wanted {w}\n#   got    {g}")
    print(f"1..{len(results)}")
    return any(results.values())


sys.exit(main())
