#!/usr/bin/env python3
"""test_twice.py - one meeting that two papers call, the month's programme and the invitation: a person
says that it is one; and what a paper's number is called that nobody saw.

usage: test_twice.py PROGRAM ROOT
"""
import re
import sys

from weblib import Cases, Office, Person

PROGRAMME = """ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN
Số: 901/TB-VP
Lạng Sơn, ngày 16 tháng 11 năm 2026

THÔNG BÁO
Chương trình làm việc của Chủ tịch UBND tỉnh về công tác bảo vệ rừng mùa khô

1. Thời gian: 08 giờ 00, ngày 03/12/2026 (thứ Năm).
2. Địa điểm: Phòng họp tầng 2, trụ sở UBND tỉnh.
3. Chủ trì: Đồng chí Chủ tịch UBND tỉnh.
Văn phòng UBND tỉnh thông báo./.
"""

INVITES = """ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN
Số:       /GM-UBND
Lạng Sơn, ngày 23 tháng 11 năm 2026

GIẤY MỜI
Dự làm việc của Chủ tịch UBND tỉnh về công tác bảo vệ rừng mùa khô

Ủy ban nhân dân tỉnh tổ chức làm việc về công tác bảo vệ rừng mùa khô.
1. Thời gian: 14 giờ 00, ngày 03/12/2026 (thứ Năm).
2. Địa điểm: Hội trường tầng 1, trụ sở UBND tỉnh.
3. Thành phần: Lãnh đạo Sở Tài chính, Sở Nội vụ, Sở Nông nghiệp và Môi trường.
Trân trọng kính mời các đồng chí dự họp./.
"""

OTHER = INVITES.replace("/GM-UBND", "933/GM-UBND").replace("bảo vệ rừng mùa khô", "chuyển đổi số của hợp tác xã")

NUMBERLESS = """THÔNG BÁO
Kết luận về công tác phòng cháy rừng

1. Giao Sở Tài chính báo cáo UBND tỉnh kinh phí phòng cháy rừng trước ngày 15/12/2026.
"""


def rows(p: Person, page: str = "/cuoc-hop") -> list[str]:
    """The addresses of the meetings about the wood, in the order of their hours."""
    return [at for at, words in re.findall(r'href="(/cuoc-hop/[a-z0-9_-]{16})">(.*?)</li>', p.get(page).text, re.S)
            if "bảo vệ rừng" in words]


def join(p: Person, at: str, other: str, **more):
    return p.post(at + "/cung-cuoc-hop", other=other.rsplit("/", 1)[1], **more)


def reviewed(cases: Cases, p: Person) -> None:
    at = re.search(r'class="plain" href="(/van-ban/[a-z0-9_-]{16})">Dự làm việc[^<]*bảo vệ rừng', p.get("/van-ban").text)[1]
    cases.check("Có thể trùng với một mục đã có trong lịch" in p.get(at + "/ra-soat").words(),
                "who reviews the invitation is told that the meeting is there already")


def one_meeting(cases: Cases, p: Person) -> None:
    at = rows(p)
    cases.check(len(at) == 2, "two papers call one meeting: two entries", str(at))
    listed = p.get("/cuoc-hop").words()
    cases.check(listed.count("Có thể trùng với mục khác") == 2, "both are marked, and no other", listed[-1500:])
    page = p.get(at[0]).words()
    cases.check("Có thể là cùng một cuộc họp" in page and "thời gian khác nhau" in page,
                "the page of either says so, and that the times differ", page[:1500])
    refused = join(p, at[0], at[1])
    cases.check(refused.status == 422 and "thời gian họp khác nhau" in refused.words() and len(rows(p)) == 2,
                "which time holds is asked, not guessed", refused.words()[-400:])
    done = join(p, at[0], at[1], time=at[1].rsplit("/", 1)[1])
    cases.check(done.status == 303 and len(rows(p)) == 1, "one entry remains", str(rows(p)))
    page = p.get(done.to).words()
    cases.check("14 giờ 00, thứ Năm, ngày 03/12/2026" in page and "Sở Nội vụ" in page and "901/TB-VP" in page and
                "Chưa ghi số" in page, "with the time that was chosen, who is called, and both papers", page[:1800])
    gone = next(x for x in at if x not in done.to)
    page = p.get(gone).words()
    cases.check("Đã gộp vào một mục khác" in page and "Sửa cuộc họp" not in page, "the other one leads there", page[:900])
    cases.check("bảo vệ rừng" not in p.get("/lich?xem=ngay&ngay=2026-12-03").text.replace(done.to, "", 1).split("</h1>")[0] and
                p.get("/lich?xem=ngay&ngay=2026-12-03").text.count('class="item meet"') == 2,
                "the calendar has it once")


def apart(cases: Cases, p: Person) -> None:
    kept = rows(p)[0]
    other = re.search(r'name="other" value="([^"]+)"', p.get(kept).text)[1]
    cases.check(p.post(kept + "/cung-cuoc-hop", other=other, apart="1").status == 303 and len(rows(p)) == 2,
                "merged by mistake: both are there again")
    times = sorted(re.findall(r"(\d\d giờ \d\d), thứ Năm, ngày 03/12", p.get(x).words())[0] for x in rows(p))
    cases.check(times == ["08 giờ 00", "14 giờ 00"], "each with its own time", str(times))
    cases.check("Có thể trùng" not in p.get("/cuoc-hop").words(), "and it is not proposed again")
    one, two = rows(p)
    page = p.get(f"{one}?voi={two.rsplit('/', 1)[1]}").words()
    cases.check("Gộp thành một cuộc họp" in page, "a person may still choose it from those around that day")
    done = join(p, one, two, time=one.rsplit("/", 1)[1])
    cases.check(done.status == 303 and "08 giờ 00, thứ Năm" in p.get(done.to).words() and len(rows(p)) == 1,
                "and say that it is one, with the other time")


def who(cases: Cases, office: Office) -> None:
    body, leader = Person(office, "sotaichinh"), Person(office, "lanhdao")
    at = rows(leader)[0]
    other = "0" * 16
    cases.check("Gộp" not in leader.get(at).words() and leader.post(at + "/cung-cuoc-hop", other=other).status == 403 and
                body.post(at + "/cung-cuoc-hop", other=other).status == 403, "who may not edit is not asked, and may not")
    cases.check(len(rows(body)) == 1 and "901/TB-VP" not in body.get(rows(body)[0]).words(),
                "a body sees its meeting, and no paper that was not sent to it")


def numbers(cases: Cases, p: Person) -> None:
    listed = p.get("/van-ban").words()
    cases.check(listed.count("Không thấy số") == 1, "no number was seen: that is not a blank one", listed[:1500])
    cases.check("Chưa ghi số" in listed, "a blank one is")


def main() -> int:
    cases = Cases()
    office = Office(sys.argv[1], {"ct.txt": PROGRAMME, "gm.txt": INVITES, "khac.txt": OTHER, "khong-so.txt": NUMBERLESS})
    p = Person(office, "chuyenvien")
    reviewed(cases, p)
    one_meeting(cases, p)
    apart(cases, p)
    who(cases, office)
    numbers(cases, p)
    cases.check(office.end() == 0, "the server ends without a complaint")
    return cases.end()


if __name__ == "__main__":
    sys.exit(main())
