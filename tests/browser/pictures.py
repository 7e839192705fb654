#!/usr/bin/env python3
"""pictures.py - the pictures of docs/huong-dan and of the README, taken by a browser.

Of the demonstration as ./start makes it (an address to take them of may be given), small
enough to be kept in the tree: `make pictures`. usage: pictures.py BASE ROOT
"""
import pathlib
import sys
import types

from browserlib import Desk, can_run, chrome

WIDE, PHONE, QUALITY = 1200, 390, 62


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


def commune(p, to):
    p.go("/")
    take(p, to, "xa-ban-lam-viec", 844)
    p.go("/nhiem-vu")
    p.go(p.js("document.querySelector('main td a').getAttribute('href')"))
    p.press_words("Báo cáo hoàn thành", ".acts-card", leaves=False)
    take(p, to, "xa-bao-cao", 844)
    p.go("/cuoc-hop")
    p.go(p.js("document.querySelector('main a[href^=\"/cuoc-hop/\"]').getAttribute('href')"))
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
        boss.go("/")
        take(boss, root / "docs/img", "ban-lam-viec", 900)
        commune(Desk(browser, port, "xa", PHONE), to)
    return 0


if __name__ == "__main__":
    sys.exit(main())
