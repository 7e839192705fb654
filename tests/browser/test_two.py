#!/usr/bin/env python3
"""test_two.py - a clerk hands on a file that holds two documents, and is told so at every step.

The file is a PDF that the browser itself prints of two of our samples, one behind the other; at
both widths nothing runs over the edge.
usage: test_two.py PROGRAM ROOT
"""
import base64
import html
import os
import pathlib
import sys

from browserlib import Cases, Desk, Office, can_run, chrome

WIDTHS = (1440, 390)


def print_pdf(browser, path: pathlib.Path, texts: list[str]) -> pathlib.Path:
    """Each text begins on a page of its own, as it was typed."""
    page = browser.page()
    page.go("about:blank")
    body = "".join(f'<pre style="font:11pt/1.5 serif;white-space:pre-wrap;break-after:page">{html.escape(t)}</pre>'
                   for t in texts)
    page.js(f"document.body.innerHTML = {body!r}; 1")
    path.write_bytes(base64.b64decode(page.call("Page.printToPDF", {"paperWidth": 8.27, "paperHeight": 11.69})["data"]))
    page.close()
    return path


def is_whole(p, cases: Cases, what: str) -> None:
    wrong = []
    for width in WIDTHS:
        p.size(width, 900)
        p.until(f"innerWidth === {width}")
        over = p.js("document.documentElement.scrollWidth - innerWidth")
        if over > 0:
            wrong.append(f"{over} px over the edge at {width}")
        if os.environ.get("DONDOC_LOOK"):
            p.picture(pathlib.Path(os.environ["DONDOC_LOOK"]) / f"{what.replace(' ', '-')}-{width}.png", 1100)
    p.size(WIDTHS[0], 900)
    cases.check(not wrong, what + " fits both screens", "; ".join(wrong))


def uploaded(p, cases: Cases, path: pathlib.Path) -> list[str]:
    p.go("/van-ban")
    p.files("[data-drop] input[type=file]", path)
    p.until("document.querySelectorAll('.uploads .read a').length >= 2")
    cases.check("Tệp có 2 văn bản" in p.text(".uploads"), "the upload says that there are two", p.text(".uploads"))
    is_whole(p, cases, "the upload")
    found = p.js("[...document.querySelectorAll('.uploads .read a')].map(a => a.pathname)")
    cases.check(len(set(found)) == 2 and all(x.endswith("/ra-soat") for x in found), "and leads to both", str(found))
    return found


def reviewed(p, cases: Cases, found: list[str]) -> None:
    p.go(found[0])
    cases.check("Tệp này có 2 văn bản" in p.text(".beside"), "the review page names both", p.text(".beside"))
    cases.check(p.js("document.querySelectorAll('.beside li').length") == 2
                and p.js("document.querySelector('.beside .here .place').innerText") == "1", "and which is at hand")
    is_whole(p, cases, "the review")
    while p.js("!!document.querySelector('.finding:not(.small-card) [data-key=l]')"):
        p.follow(".finding:not(.small-card) [data-key=l]")
    cases.check("Rà soát văn bản thứ 2 trong tệp" in p.text(), "after the first, the second is asked for", p.text())
    is_whole(p, cases, "what is done")
    p.follow(".empty .main")
    cases.check(p.where().endswith(found[1]), "which is the page of the second", p.where())
    cases.check(p.js("document.querySelectorAll('.leaf').length") >= 1
                and p.js("!document.querySelector('.leaf img[src$=\"/trang/1\"]')"), "it shows its own pages alone")
    p.go(found[1].removesuffix("/ra-soat"))
    is_whole(p, cases, "the second document")
    p.follow(".beside a.words")
    cases.check(p.where().endswith(found[0].removesuffix("/ra-soat")), "and back", p.where())


def listed(p, cases: Cases) -> None:
    p.go("/van-ban")
    cases.check(all(x in p.text() for x in ("Văn bản 1/2 trong tệp", "Văn bản 2/2 trong tệp")), "the list marks both", p.text()[:900])
    is_whole(p, cases, "the list")


def main() -> int:
    if not can_run("two documents in one file"):
        return 0
    cases = Cases()
    office = Office(sys.argv[1])
    office.run("examples", "--today", "2026-11-16", "--out", office.at / "two")
    texts = [p.read_text(encoding="utf-8") for p in sorted((office.at / "two").glob("*.txt")) if p.name[:2] in ("11", "16")]
    with chrome.Chrome() as browser:
        path = print_pdf(browser, office.at / "hai-van-ban.pdf", texts)

        p = Desk(browser, office, "vanthu")
        found = uploaded(p, cases, path)
        if found:
            reviewed(p, cases, found)
        listed(p, cases)
        faults = p.faults()
        cases.check(not faults, "the browser complains of nothing", "; ".join(faults))
    office.end()
    return cases.end()


if __name__ == "__main__":
    sys.exit(main())
