#!/usr/bin/env python3
"""test_requests.py - what a body asks for: more time, another body; withdrawn, recorded from paper, the
answer taken back.

usage: test_requests.py PROGRAM ROOT
"""
import re
import sys

from weblib import Cases, Office, Person

WORK = """ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN
Số: 941/TB-UBND
Lạng Sơn, ngày 20 tháng 11 năm 2026

THÔNG BÁO
Kết luận về công tác trồng cây

1. Giao Sở Tài chính chủ trì, báo cáo UBND tỉnh kinh phí trồng cây chậm nhất ngày 10/12/2026.
"""


def begin(office: Office) -> str:
    p = Person(office, "chuyenvien")
    at = re.search(r'href="(/van-ban/[a-z0-9_-]{16})">941/TB-UBND<', p.get("/van-ban").text)[1]
    one = re.search(r"/de-xuat/([a-z0-9_-]{16})/chap-nhan", p.get(at + "/ra-soat").text)[1]
    p.post(f"/de-xuat/{one}/chap-nhan", **{"as": "track"})
    found = re.search(r'/phan-viec/[a-z0-9_-]{16}', p.get(f"/nhiem-vu/{one}").text)
    return found[0]


def withdrawn(cases: Cases, body: Person, at: str) -> None:
    cases.check(body.post(at + "/gia-han", until="20/12/2026", reason="chờ số liệu").status == 303, "a body asks")
    page = body.get(at).words()
    cases.check("Đang chờ trả lời" in page and "Rút đề nghị" in page, "it may withdraw what waits", page[-900:])
    cases.check(body.post(at + "/rut-de-nghi", kind="extend").status == 303, "and does")
    page = body.get(at).words()
    cases.check("Đã rút" in page and "Đề nghị gia hạn" in page and "10/12/2026" in page, "nothing waits any more, the limit is as it was", page[-1200:])
    late = body.post(at + "/rut-de-nghi", kind="extend")
    cases.check(late.status == 422 and f'href="{at}">Xem trạng thái mới nhất' in late.text,
                "twice is refused, and who was late is led to how it stands now", late.words()[-500:])


def on_paper(cases: Cases, p: Person, head: Person, at: str) -> None:
    page = p.get(at).words()
    cases.check("Ghi đề nghị gia hạn của đơn vị" in page and "Ghi đề nghị chuyển đơn vị khác" in page,
                "the specialist may write down what came on paper", page[:1500])
    done = p.post(at + "/ghi-gia-han", until="25/12/2026", reason="chờ số liệu", letter="15/STC")
    cases.check(done.status == 303 and "Đã ghi đề nghị" in p.get(done.to).words(), "it is asked, not granted")
    page = head.get(at).words()
    cases.check("15/STC" in page and "Đồng ý gia hạn" in page and "rut-de-nghi" not in head.get(at).text,
                "who grants is asked, and cannot withdraw it", page[:1500])
    cases.check("Rút đề nghị" in p.get(at).words(), "who wrote it down can")


def taken_back(cases: Cases, p: Person, head: Person, body: Person, at: str) -> None:
    head.post(at + "/dong-y", kind="extend")
    page = head.get(at).words()
    cases.check("25/12/2026" in page and "Hoàn tác bước vừa làm" in page, "a grant may be taken back", page[:1500])
    cases.check("Hoàn tác bước vừa làm" not in p.get(at).words() and p.post(at + "/hoan-tac").status in (403, 422) and
                body.post(at + "/hoan-tac").status in (403, 422), "not by who may not grant")
    cases.check(head.post(at + "/hoan-tac").status == 303, "it is")
    page = head.get(at).words()
    cases.check("10/12/2026" in page and "Đang chờ trả lời" in page and "Đồng ý gia hạn" in page,
                "the limit is as it was, the request waits again", page[:1500])
    head.post(at + "/khong-dong-y", kind="extend", words="không cần")
    cases.check(head.post(at + "/hoan-tac").status == 303 and "Đang chờ trả lời" in head.get(at).words(),
                "so with a refusal")
    cases.check(p.post(at + "/rut-de-nghi", kind="extend").status == 303, "who wrote it down withdraws it")


def moved(cases: Cases, head: Person, p: Person, at: str) -> None:
    p.post(at + "/ghi-chuyen", to="SNV", reason="đúng việc")
    head.post(at + "/dong-y", kind="transfer")
    cases.check("Sở Nội vụ" in head.get(at).words().split("Việc cần làm")[0].split("Bước tiếp theo")[0], "a duty goes to another body")
    cases.check(head.post(at + "/hoan-tac").status == 303, "and comes back")
    page = head.get(at).words()
    cases.check("Sở Tài chính" in page and "Đang chờ trả lời" in page, "to the one that had it", page[:1200])


def main() -> int:
    cases = Cases()
    office = Office(sys.argv[1], {"viec.txt": WORK})
    at = begin(office)
    p, head, body = (Person(office, x) for x in ("chuyenvien", "truongphong", "sotaichinh"))
    withdrawn(cases, body, at)
    on_paper(cases, p, head, at)
    taken_back(cases, p, head, body, at)
    moved(cases, head, p, at)
    cases.check(office.run("audit", "verify", "--db", office.db).returncode == 0, "the log and the counts are whole")
    cases.check(office.end() == 0, "the server ends without a complaint")
    return cases.end()


if __name__ == "__main__":
    sys.exit(main())
