#!/usr/bin/env python3
"""test_leaf.py - a PDF reviewed on its page: boxes over the words, which select and point.

The PDF is printed by the browser itself. With JavaScript and without.
usage: test_leaf.py PROGRAM ROOT
"""
import base64
import html
import pathlib
import shutil
import sys

from browserlib import Cases, Desk, Office, can_run, chrome
from test_browser import PAPER


def print_pdf(browser, path: pathlib.Path, text: str) -> pathlib.Path:
    page = browser.page()
    body = "".join(f"<p>{html.escape(x)}</p>" for x in text.strip().split("\n"))
    page.go("about:blank")
    page.js(f"document.body.innerHTML = {body!r}; document.body.style.font = '14pt serif'; 1")
    path.write_bytes(base64.b64decode(page.call("Page.printToPDF", {"paperWidth": 8.27, "paperHeight": 11.69})["data"]))
    page.close()
    return path


def on_its_page(browser, office, cases) -> None:
    p = Desk(browser, office, "chuyenvien")
    p.go("/van-ban")
    p.files("[name=file]", print_pdf(browser, office.at / "cho.pdf", PAPER.format(number=961, place="Tam Giang")))
    p.go(p.until("(document.querySelector('.uploads .read a')||{}).pathname"))
    p.until("document.querySelector('.leaf img').complete && document.querySelector('.leaf img').naturalWidth > 0",
            "the picture of the page")
    cases.check(True, "an uploaded PDF is shown as its page")
    boxes = p.js("document.querySelectorAll('.leaf a.m.duty').length")
    cases.check(boxes >= 3, "with boxes over what was found", str(boxes))
    inside = p.js("""(() => { const i = document.querySelector('.leaf img').getBoundingClientRect();
        return [...document.querySelectorAll('.leaf rect')].every(r => { const b = r.getBoundingClientRect();
        return b.left >= i.left && b.right <= i.right && b.top >= i.top && b.bottom <= i.bottom }) })()""")
    cases.check(inside, "every box lies on the page")
    p.hover_until(".finding.doubtful h3", "document.querySelector('.leaf .m.lit')")
    p.hover_until(".leaf a.m.duty rect", "document.querySelector('.finding.lit')")
    cases.check(True, "boxes and record show each other")
    p.js("""(() => { const t = [...document.querySelectorAll('.leaf text')].find(x => /niêm yết/.test(x.textContent));
        getSelection().selectAllChildren(t); })()""")
    p.until("!document.querySelector('[data-mark]').hidden", "the button for marked words")
    p.press("[data-mark]")
    words = p.until("document.querySelector('[data-words]').value")
    cases.check("niêm yết" in words, "selected words become a duty's words", words)
    here = p.js("location.pathname")
    p.close()
    p = Desk(browser, office, "chuyenvien", 390, False)
    p.go(here)
    p.press(".leaf a.m.duty rect")
    p.until("location.hash.startsWith('#d-') && !!document.querySelector('.finding:target')",
            "the card of a box that was pressed")
    cases.check(True, "without JavaScript a box leads to its record, on a phone too")
    cases.check(p.js("document.documentElement.scrollWidth <= innerWidth"), "nothing runs over the edge")
    p.close()


def main() -> int:
    if not can_run("a PDF on its page"):
        return 0
    if shutil.which("pdftoppm") is None:
        print("# not run: a PDF on its page: pdftoppm is not installed")
        return 0
    cases = Cases()
    office = Office(sys.argv[1])
    try:
        with chrome.Chrome() as browser:
            on_its_page(browser, office, cases)
    except chrome.Failed as failed:
        cases.check(False, "a PDF is reviewed on its page", str(failed))
    finally:
        cases.check(office.end() == 0, "the server ends without a complaint")
    return cases.end()


if __name__ == "__main__":
    sys.exit(main())
