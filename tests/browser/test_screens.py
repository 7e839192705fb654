#!/usr/bin/env python3
"""test_screens.py - every page of every role at both widths, in a real browser.

Nothing runs over the edge, the browser complains of nothing, nobody but us is asked; what
goes over the wire is as small as the issue says: 150 KB for the first page with nothing at
hand, 20 KB for a later one.
usage: test_screens.py PROGRAM ROOT
"""
import sys

from browserlib import ROLES, Cases, Desk, Office, can_run, chrome

FIRST_MOST, LATER_MOST = 150 * 1024, 20 * 1024
WIDTHS = (1440, 390)


def over_the_edge(p) -> int:
    return p.js("document.documentElement.scrollWidth - innerWidth")


def bytes_of(p) -> int:
    """Of this page, headers and all, as they came."""
    p.until("document.readyState === 'complete' && document.fonts.status === 'loaded'")
    return int(sum(x["encodedDataLength"] for x in p.events("Network.loadingFinished")))


def addresses(p, deep: bool = False) -> list[str]:
    """The menu, and one row of each kind that its lists lead to; `deep`: tabs and forms too."""
    p.go("/")
    found = p.js("[...document.querySelectorAll('.side nav a')].map(a => a.getAttribute('href'))")
    for page in list(found):
        p.go(page)
        if deep:
            tabs = p.js("""[...document.querySelectorAll("main .tabs a[href],main .head a[href]")]
                .map(a => a.getAttribute("href")).filter(a => !/excel|[?&]in=1|#|tep-goc/.test(a))""")
            found += [x for x in tabs if x not in found and ("?" not in x or not page.startswith("/nhiem-vu"))]
        rows = p.js("""(() => { const kinds = {}; for (const a of document.querySelectorAll("main a[href]")) {
            const m = /^\\/(van-ban|phan-viec|nhiem-vu|cuoc-hop|co-quan|kien-nghi)\\/[A-Za-z0-9_-]{2,16}(\\/ra-soat)?$/
                .exec(a.getAttribute("href"));
            if (m && !/tai-excel|nhap-excel/.test(m[0])) kinds[m[1] + (m[2] || "")] = m[0]; }
            return Object.values(kinds) })()""")
        found += [x for x in rows if x not in found]
    return found + ["/nhiem-vu?gop=1&loc=", "/nhiem-vu?loc=thuong-xuyen", "/tim?q=bao+cao",
                    "/nhiem-vu/theo-thoi-gian?don-vi=STC"]


def one_role(browser, office, cases, login) -> None:
    """Each page is loaded once and looked at through both windows."""
    p = Desk(browser, office, login, WIDTHS[0])
    wrong = {width: [] for width in WIDTHS}
    for path in addresses(p, True):
        p.go(path)
        for width in WIDTHS:
            p.size(width, 900)
            p.until(f"innerWidth === {width}")
            over = over_the_edge(p)
            if over > 0:
                wrong[width].append(f"{path}: {over} px over the edge")
        wrong[WIDTHS[0]] += [f"{path}: {x}" for x in p.faults()]
        p.size(WIDTHS[0], 900)
    for width in WIDTHS:
        cases.check(not wrong[width], f"{ROLES[login]} at {width} px: every page is whole",
                    "; ".join(wrong[width]))
    p.close()


def focus_is_seen(browser, office, cases) -> None:
    """A row of tabs that scrolls cuts off what is drawn around its entries."""
    p = Desk(browser, office, "chuyenvien", 1440)
    p.go("/nhiem-vu")
    cut = p.js("""[...document.querySelectorAll("a,button,input,select,summary")].filter(x => x.checkVisibility()
        && !x.closest(".skip")).filter(x => { x.focus({focusVisible: true}); const o = getComputedStyle(x);
        const reach = parseFloat(o.outlineOffset) + parseFloat(o.outlineWidth), r = x.getBoundingClientRect();
        for (let b = x.parentElement; b && b !== document.body; b = b.parentElement) {
            const c = getComputedStyle(b), q = b.getBoundingClientRect();
            if (b.matches(".side") || (c.overflowX === "visible" && c.overflowY === "visible")) continue;
            if (r.top - reach < q.top - 1 || r.left - reach < q.left - 1 || r.bottom + reach > q.bottom + 1) return true; }
        return false; }).map(x => x.innerText || x.name)""")
    cases.check(not cut, "what has the focus is drawn around whole", str(cut)[:400])
    p.close()


def fields_are_whole(browser, office, cases) -> None:
    """What a field holds, offers or asks for is read whole on a desk's screen; the button beside is as high."""
    for login, width in (("chuyenvien", 1440), ("chuyenvien", 1200), ("quantri", 1440)):
        p, wrong = Desk(browser, office, login, width), []
        for path in addresses(p, True):
            p.go(path)
            p.until("document.fonts.status === 'loaded'")
            wrong += [f"{path}: {x}" for x in p.js("""(() => { const c = document.createElement("canvas").getContext("2d"), bad = [];
                for (const x of document.querySelectorAll("main select,main input")) {
                    if (!x.checkVisibility() || /hidden|file|checkbox|radio/.test(x.type)) continue;
                    const s = getComputedStyle(x), told = x.value || x.placeholder || "";
                    const words = x.matches("select") ? x.selectedOptions[0].text : told; c.font = s.font;
                    const room = x.clientWidth - parseFloat(s.paddingLeft) - (x.matches("select,[list]") ? 20 : parseFloat(s.paddingRight));
                    if (c.measureText(words).width > room + 1) bad.push(words); }
                for (const b of document.querySelectorAll(".filters > .button:not(.quiet)")) {
                    const f = b.parentElement.querySelector("select,input:not([type=hidden]):not([type=checkbox])").getBoundingClientRect();
                    if (Math.abs(f.height - b.getBoundingClientRect().height) > 1.5) bad.push("button " + b.innerText); }
                return bad })()""")]
        cases.check(not wrong, f"{login} at {width} px: fields are read whole, buttons beside them as high", "; ".join(wrong)[:900])
        p.close()


def on_paper(browser, office, cases) -> None:
    """A4 upright between its margins is 688 px wide: nothing that is printed is wider."""
    p = Desk(browser, office, "chuyenvien", 1440)
    pages, wrong = [x for x in addresses(p) if not x.endswith("/ra-soat")] + ["/lich?xem=in", "/lich?xem=tuan"], []
    p.call("Emulation.setEmulatedMedia", {"media": "print"})
    for path in pages:
        p.go(path)
        p.size(688, 900)
        wide = p.js("""[...document.querySelectorAll("main, main *")].filter(x => x.checkVisibility()
            && !x.closest("svg,.hide,.leaf") && getComputedStyle(x).display !== "inline" && x.getBoundingClientRect().right > innerWidth + 1)
            .map(x => x.tagName + "." + x.className).slice(0, 3)""")
        if wide or over_the_edge(p) > 0:
            wrong.append(f"{path}: {wide}")
        p.size(1440, 900)
    cases.check(not wrong, "nothing is cut off on paper", "; ".join(wrong))
    p.go("/nhiem-vu?in=1")
    cases.check(p.js("[...document.querySelectorAll('td a.plain')].every(a => getComputedStyle(a).display !== 'inline')"),
                "behind the number of its row a duty begins with a capital")
    shown = """[...document.querySelectorAll(".filters label,.filters .button,.pager b")].filter(x => x.checkVisibility())
        .map(x => x.innerText.split("\\n")[0].trim())"""
    for path, told in (("/van-ban", []), ("/van-ban?loai=invitation", ["Loại văn bản"]), ("/kien-nghi?loc=&co-quan=SNV", ["Cơ quan trả lời"]),
                       ("/nhiem-vu?in=1&so=TB", ["Số, ký hiệu văn bản"]), ("/lich?ngay=2026-11-02", ["Tháng 11/2026"])):
        p.go(path)
        cases.check(p.js(shown) == told, f"{path}: paper tells what the list is narrowed to", str(p.js(shown)))
    p.close()


def weights(browser, office, cases) -> None:
    for login in ("chuyenvien", "xa"):
        p = Desk(browser, office, "", 1440)
        p.go("/dang-nhap")
        first = bytes_of(p)
        p.fill("[name=login]", login)
        p.fill("[name=password]", "minh-hoa-2026")
        p.follow("form .main")
        first += bytes_of(p)
        cases.check(first <= FIRST_MOST, f"{login}: signing in and the desk take {first} bytes")
        heavy = []
        for path in addresses(p):
            p.go(path)
            n = bytes_of(p)
            if n > LATER_MOST:
                heavy.append(f"{path}: {n}")
        cases.check(not heavy, f"{login}: no later page takes over {LATER_MOST} bytes",
                    "; ".join(heavy))
        p.close()


def main() -> int:
    if not can_run("every page in a browser"):
        return 0
    cases = Cases()
    office = Office(sys.argv[1])
    try:
        with chrome.Chrome() as browser:
            for login in ROLES:
                one_role(browser, office, cases, login)
            focus_is_seen(browser, office, cases)
            fields_are_whole(browser, office, cases)
            on_paper(browser, office, cases)
            weights(browser, office, cases)
    finally:
        cases.check(office.end() == 0, "the server ends without a complaint")
    return cases.end()


if __name__ == "__main__":
    sys.exit(main())
