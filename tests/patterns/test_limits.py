#!/usr/bin/env python3
"""test_limits.py - which days of a sentence somebody must keep, and which look so and are none.

limits.tsv beside this file holds one sentence a line with its limits; each is read within a whole
paper of its kind. One case a kind of paper; what differs is shown with the words.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

program = str(pathlib.Path(sys.argv[1]).resolve())
table = pathlib.Path(__file__).with_name("limits.tsv")

PAPERS = {
    "TB": ("UBND TỈNH LẠNG SƠN\nVĂN PHÒNG", "214/TB-UBND",
           "THÔNG BÁO\nKết luận của Phó Chủ tịch UBND tỉnh tại cuộc họp về tiến độ các dự án\n\n"
           "Ngày 15/5/2026, Phó Chủ tịch UBND tỉnh chủ trì cuộc họp. Sau khi nghe báo cáo, Phó Chủ tịch "
           "UBND tỉnh kết luận như sau:"),
    "CV": ("UBND TỈNH LẠNG SƠN\nSỞ NỘI VỤ", "812/SNV-CCVC",
           "Kính gửi:\n- Các sở, ban, ngành;\n- UBND các xã, phường."),
    "KH": ("ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN", "98/KH-UBND",
           "KẾ HOẠCH\nTriển khai công tác phòng, chống thiên tai năm 2026\n\nUBND tỉnh ban hành Kế hoạch "
           "như sau:\n\nII. NHIỆM VỤ"),
    "PL": ("ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN", "99/KH-UBND",
           "KẾ HOẠCH\nTriển khai công tác phòng, chống thiên tai năm 2026\n\nUBND tỉnh ban hành Kế hoạch "
           "như sau:\n\nII. NHIỆM VỤ"),
    "BC": ("UBND TỈNH LẠNG SƠN\nSỞ NỘI VỤ", "98/BC-SNV",
           "BÁO CÁO\nKết quả thực hiện nhiệm vụ tháng 5 năm 2026\n\nSở Nội vụ báo cáo như sau:"),
    "CT": ("ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN", "05/CT-UBND",
           "CHỈ THỊ\nVề tăng cường quản lý đất đai\n\nThời gian qua, công tác quản lý đất đai còn hạn chế. "
           "Chủ tịch UBND tỉnh yêu cầu:"),
    "QĐ": ("ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN", "1200/QĐ-UBND",
           "QUYẾT ĐỊNH\nVề việc thành lập Tổ công tác\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n\nCăn cứ Luật Tổ chức "
           "chính quyền địa phương ngày 16/6/2025.\n\nQUYẾT ĐỊNH:"),
    "CĐ": ("ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN", "05/CĐ-UBND",
           "CÔNG ĐIỆN\nVề việc tập trung ứng phó với mưa lũ\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện:\n- Giám đốc "
           "các sở, ban, ngành;\n- Chủ tịch UBND các xã, phường."),
    "GM": ("UBND TỈNH LẠNG SƠN\nSỞ NỘI VỤ", "31/GM-SNV",
           "GIẤY MỜI\nDự họp rà soát biên chế\n\nKính gửi:\n- Các sở, ban, ngành;\n- UBND các xã, phường.\n\n"
           "Sở Nội vụ kính mời đại diện lãnh đạo các cơ quan dự họp:\n- Thời gian: 14 giờ 00 ngày 28/5/2026 (thứ "
           "Năm).\n- Địa điểm: Phòng họp số 2, trụ sở Sở Nội vụ."),
    "TR": ("UBND TỈNH LẠNG SƠN\nSỞ NỘI VỤ", "44/TTr-SNV",
           "TỜ TRÌNH\nVề việc ban hành Quy chế làm việc\n\nKính gửi: UBND tỉnh Lạng Sơn.\n\nSở Nội vụ kính trình "
           "UBND tỉnh nội dung như sau:"),
    "HD": ("UBND TỈNH LẠNG SƠN\nSỞ NỘI VỤ", "12/HD-SNV",
           "HƯỚNG DẪN\nĐánh giá, xếp loại công chức năm 2026\n\nSở Nội vụ hướng dẫn như sau:"),
    "NQ": ("HỘI ĐỒNG NHÂN DÂN\nTỈNH LẠNG SƠN", "18/NQ-HĐND",
           "NGHỊ QUYẾT\nVề nhiệm vụ kinh tế - xã hội 6 tháng cuối năm 2026\n\nHỘI ĐỒNG NHÂN DÂN TỈNH\n\nCăn cứ Luật "
           "Tổ chức chính quyền địa phương ngày 16/6/2025.\n\nQUYẾT NGHỊ:"),
}
# What stands around the words: a cell of the column of limits in a table.
AROUND = {"PL": "| TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian hoàn thành |\n|---|---|---|---|\n"
                "| 1 | Rà soát hồ chứa nước xung yếu | Sở Xây dựng | {} |"}
FRAME = """{}

Số: {}
Lạng Sơn, ngày 18 tháng 5 năm 2026

{}

{}

Nơi nhận:
- Như trên;
- Lưu: VT.

CHỦ TỊCH

Trần Văn Bình
"""
# What may stand around a sentence and changes nothing of what it binds; one that is an item, a cell or of
# several lines stays as it is.
BESIDE = {"alone": "{}", "as an item": "- {}", "between others": "Công tác này có ý nghĩa quan trọng. {} Văn phòng theo dõi."}
MARK = {True: "", False: "!", None: "~"}


def is_sentence(kind: str, words: str) -> bool:
    return kind not in AROUND and "\\n" not in words and words.endswith(".") and words[0] not in "-(" and words[1] not in ".)"


def papers(rows: list[tuple[str, str, str]], beside: str) -> list[str]:
    """Each sentence in a whole paper of its kind."""
    all_ = []
    for kind, words, _ in rows:
        said = beside.format(words) if is_sentence(kind, words) else words
        all_.append(FRAME.format(*PAPERS[kind], AROUND.get(kind, "{}").format(said.replace("\\n", "\n"))))
    return all_


def main() -> int:
    rows = [(*line.split("\t"), "")[:3] for line in table.read_text().splitlines() if line[:1] not in ("", "#")]
    number, failed = 0, False
    for how, beside in BESIDE.items():
        wrong: dict[str, list[str]] = {kind: [] for kind in PAPERS}
        with tempfile.TemporaryDirectory() as name:
            files = [pathlib.Path(name) / f"{n:04}.txt" for n in range(len(rows))]
            for file, text in zip(files, papers(rows, beside), strict=True):
                file.write_text(text)
            done = subprocess.run([program, "read", *map(str, files)], capture_output=True, text=True)
        for (kind, words, limits), line in zip(rows, done.stdout.splitlines(), strict=True):
            got = sorted((d["value"] or "?") + MARK[d["inclusive"]]
                         for d in json.loads(line)["dates"] if d["role"] == "deadline")
            if got != sorted(limits.split()):
                wrong[kind].append(f"#   {words}\n#     wanted {limits or 'none'}, got {' '.join(got) or 'none'}")
        for kind, cases in wrong.items():
            number += 1
            failed |= bool(cases)
            print(f"{'not ok' if cases else 'ok'} {number} - limits in {kind}, {how}")
            print(*cases, sep="\n", end="\n" if cases else "")
    print(f"1..{number}")
    return failed


sys.exit(main())
