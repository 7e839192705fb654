#!/usr/bin/env python3
"""test_waiting.py - what waits for a person: papers that only call a meeting, papers of long ago.

usage: test_waiting.py PROGRAM ROOT
"""
import re
import sys

from weblib import Cases, Office, Person

INVITES = """ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN
Số: 931/GM-UBND
Lạng Sơn, ngày 20 tháng 11 năm 2026

GIẤY MỜI
Dự họp bàn về công tác chuẩn bị Tết

Ủy ban nhân dân tỉnh tổ chức họp bàn về công tác chuẩn bị Tết.
1. Thời gian: 08 giờ 00, ngày 02/12/2026 (thứ Tư).
2. Địa điểm: Phòng họp tầng 3, trụ sở UBND tỉnh.
3. Thành phần: Lãnh đạo Sở Công Thương, Sở Tài chính.
Trân trọng kính mời các đồng chí dự họp./.
"""

OLD = """ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN
Số: 935/TB-UBND
Lạng Sơn, ngày 02 tháng 3 năm 2026

THÔNG BÁO
Kết luận về công tác trồng rừng

1. Giao Sở Tài chính chủ trì, báo cáo UBND tỉnh kết quả phân bổ kinh phí trồng rừng trước ngày 15/4/2026.
2. Giao Sở Công Thương chủ trì, báo cáo UBND tỉnh kết quả tiêu thụ gỗ rừng trồng chậm nhất ngày 20/5/2026.
3. Giao Sở Nội vụ chủ trì, báo cáo UBND tỉnh kết quả khen thưởng chậm nhất ngày 20/12/2026.
"""


def waiting(p: Person) -> str:
    return p.get("/van-ban?loc=cho-ra-soat").text


def address(p: Person, number: str) -> str:
    return re.search(rf'href="(/van-ban/[a-z0-9]{{16}})">{number}<', p.get("/van-ban").text)[1]


def meetings(cases: Cases, p: Person) -> None:
    at = address(p, "931/GM-UBND")
    cases.check("931/GM-UBND" in waiting(p), "a paper that only calls a meeting waits for a review")
    cases.check("931/GM-UBND" not in p.get("/van-ban?loc=da-ra-soat").text, "and is not said to be reviewed")
    cases.check(f"{at}/ra-soat" in p.get("/").text and "1 cuộc họp" in p.get("/").words(), "it stands on the desk")
    cases.check("Rà soát (1)" in p.get(at).words(), "its page leads to the review")
    cases.check("Chờ rà soát" in p.get("/cuoc-hop").words(), "and among the meetings it is told")
    page = p.get(at + "/ra-soat").words()
    cases.check("Đã rà soát xong" not in page and "Đưa vào lịch" in page, "where it is not done yet", page[-600:])
    cases.check(p.post(at + "/cuoc-hop").status == 303, "all meetings of a paper enter at once")
    cases.check("931/GM-UBND" not in waiting(p) and "Đã rà soát xong" in p.get(at + "/ra-soat").words() and
                "Chờ rà soát" not in p.get("/cuoc-hop").words(), "then nothing waits")


def command(cases: Cases, office: Office) -> None:
    said = office.run("confirm", "--db", office.db, "--today", "2026-11-23").stdout
    cases.check("Cuộc họp chờ đưa vào lịch" in said and "931/GM-UBND" in said and "chuẩn bị Tết" in said,
                "the command lists what only calls a meeting", said[-600:])


def long_ago(cases: Cases, p: Person) -> None:
    at = address(p, "935/TB-UBND") + "/ra-soat"
    page = p.get(at).words()
    cases.check("Văn bản này có 2 thời hạn đã qua (muộn nhất 20/5/2026)" in page and "Quá hạn" in page,
                "limits that are over are told before anybody accepts them", page[:1500])
    late = p.get("/nhiem-vu?loc=qua-han").words()
    cases.check(p.post(at.replace("/ra-soat", "/chap-nhan"), past="1").status == 303, "they are only kept")
    page = p.get(at).words()
    cases.check("thời hạn đã qua" not in page and len(re.findall(r"Chỉ lưu\s+Hoàn tác", page)) == 2 and
                "khen thưởng" in page, "each may be taken back, the one in time waits on", page[-900:])
    cases.check(p.get("/nhiem-vu?loc=qua-han").words() == late, "and nobody has them overdue")


def main() -> int:
    cases = Cases()
    office = Office(sys.argv[1], {"moi.txt": INVITES, "cu.txt": OLD})
    p = Person(office, "chuyenvien")
    command(cases, office)
    meetings(cases, p)
    long_ago(cases, p)
    cases.check(office.end() == 0, "the server ends without a complaint")
    return cases.end()


if __name__ == "__main__":
    sys.exit(main())
