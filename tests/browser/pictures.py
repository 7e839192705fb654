#!/usr/bin/env python3
"""pictures.py - the pictures of docs/huong-dan and of the README, taken by a browser.

Of the demonstration as ./start makes it (an address to take them of may be given), small
enough to be kept in the tree: `make pictures`. usage: pictures.py BASE ROOT
"""
import pathlib
import sys
import tempfile
import types

from browserlib import Desk, can_run, chrome

WIDE, PHONE, QUALITY = 1200, 390, 62

# Three rows: one that came in before, one with another limit, one that is new.
HEADS = "STT,Nội dung nhiệm vụ,Cơ quan chủ trì,Thời hạn\n"
BEFORE = HEADS + "1,Kiểm kê cầu tạm qua suối,Sở Xây dựng,20/12/2030\n2,Rà soát bến đò ngang,Sở Xây dựng,22/12/2030\n"
LATER = BEFORE.replace("20/12", "31/12") + "3,Thống kê cầu treo dân sinh,Sở Nội vụ,25/12/2030\n"


def take(p, folder, name, height, top=0):
    p.until("document.fonts.status === 'loaded'")
    p.js("document.activeElement && document.activeElement.blur()")
    p.picture(folder / f"{name}.webp", height, "webp", QUALITY, top)


def office(p, to):
    p.go("/")
    take(p, to, "ban-lam-viec", 1000)
    p.go("/van-ban")
    take(p, to, "van-ban", 640)
    p.go("/van-ban?loc=cho-ra-soat")
    p.go(p.js("document.querySelector('main td a').getAttribute('href')") + "/ra-soat")
    p.hover_until(".finding.doubtful h3", "document.querySelector('.text .m.lit')")
    p.key("j")
    p.until("document.activeElement.matches('.finding')")
    p.js("scrollTo(0, 0)")
    p.picture(to / "ra-soat.webp", 900, "webp", QUALITY)
    p.go("/nhiem-vu?gop=1")
    take(p, to, "nhiem-vu", 760)
    p.go("/nhiem-vu/them")
    take(p, to, "them-nhiem-vu", 720)
    p.go("/nhiem-vu?tim=trung+tam+phuc+vu&nhom=commune")
    p.go(p.js("document.querySelector('main td a').getAttribute('href')"))
    p.go(p.js("[...document.querySelectorAll('main a')].find(a => a.innerText === 'Toàn bộ nhiệm vụ')"
              ".getAttribute('href')"))
    take(p, to, "ma-tran", 900)


def sheet(p, to, folder):
    """A list that comes a second time: it enters once, and goes again afterwards."""
    for name, text in (("danh-sach-thang-11.csv", BEFORE), ("danh-sach-thang-12.csv", LATER)):
        path = pathlib.Path(folder) / name
        path.write_text(text, encoding="utf-8")
        p.go("/nhiem-vu/nhap-excel")
        p.files("[name=file]", path)
        p.go(p.until("(document.querySelector('.uploads .read a')||{}).pathname"))
        if text is BEFORE:
            p.press_words("Nhập 2 dòng")
            done = p.js("location.pathname")
    take(p, to, "nhap-excel", 760)
    p.go(done)
    p.press_words("Hoàn tác lần nhập này")


def commune(p, to):
    p.go("/")
    take(p, to, "xa-ban-lam-viec", 844)
    p.go("/nhiem-vu")
    p.go(p.js("document.querySelector('main td a').getAttribute('href')"))
    p.press_words("Báo cáo hoàn thành", ".acts-card", leaves=False)
    take(p, to, "xa-bao-cao", 844)
    p.go("/cuoc-hop")
    p.go(p.js("document.querySelector('main a.meet').getAttribute('href')"))
    p.press_words("Cử người dự thay", leaves=False)
    top = p.js("Math.max(0, [...document.querySelectorAll('h2')].find(h => /trả lời|tham dự/.test("
               "h.innerText)).getBoundingClientRect().top + scrollY - 40)")
    take(p, to, "xa-giay-moi", 640, top)


def main() -> int:
    if not can_run("the pictures of the guide"):
        return 0
    base, root = sys.argv[1], pathlib.Path(sys.argv[2])
    port = types.SimpleNamespace(port=base.rstrip("/").rsplit(":", 1)[1])
    to = root / "docs/huong-dan"
    with chrome.Chrome() as browser:
        boss = Desk(browser, port, "chuyenvien", WIDE)
        office(boss, to)
        with tempfile.TemporaryDirectory() as folder:
            sheet(boss, to, folder)
        boss.go("/thay-doi?loai=report-done")
        take(boss, to, "thay-doi", 560)
        boss.go("/")
        take(boss, root / "docs/img", "ban-lam-viec", 900)
        commune(Desk(browser, port, "xa", PHONE), to)
    return 0


if __name__ == "__main__":
    sys.exit(main())
