#!/usr/bin/env python3
"""test_axe.py - accessibility by axe-core and the figures of Lighthouse, on the main pages.

axe: nothing serious or critical, at both widths. Lighthouse (five pages, as the Office and
as a commune): performance, accessibility and best practices at least 95. What Lighthouse
says of performance depends on what else the machine does, so the best of three counts, and
on a machine that Lighthouse itself calls too slow it is named as not run. usage: test_axe.py PROGRAM ROOT
"""
import json
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(sys.argv[2]).resolve()
sys.path.insert(0, str(ROOT / "tests/browser"))

from browserlib import Cases, Desk, Office, can_run, chrome  # noqa: E402

HERE = ROOT / "var/axe"  # ./test puts there what tests/axe/package-lock.json names
# SLOW: below this index of its own Lighthouse warns that what it measures is the machine.
LEAST, TRIES, SLOW = 95, 3, 1000
MAIN = ["/", "/van-ban", "/nhiem-vu", "/lich", "/cuoc-hop"]
MORE = ["/kien-nghi", "/co-quan", "/bao-cao", "/quan-tri", "/tai-khoan", "/tim?q=bao+cao",
        "/nhiem-vu?gop=1", "/nhiem-vu?loc=thuong-xuyen", "/nhiem-vu/them", "/nhiem-vu/nhap-excel",
        "/nhiem-vu/theo-thoi-gian?don-vi=STC", "/thay-doi"]
KINDS = ("performance", "accessibility", "best-practices")


def serious(p) -> list[str]:
    p.js((HERE / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8") + ";0")
    found = p.js("axe.run(document, {resultTypes: ['violations']}).then(r => r.violations"
                 ".filter(v => ['serious', 'critical'].includes(v.impact))"
                 ".map(v => v.id + ' at ' + v.nodes.slice(0, 3).map(n => n.target).join(' | ')"
                 " + ' of ' + v.nodes.length))")
    return found


def by_axe(browser, office, cases) -> None:
    for login in ("truongphong", "xa", "quantri"):
        p = Desk(browser, office, login)
        p.go("/")
        menu = p.js("[...document.querySelectorAll('.side nav a')].map(a => a.getAttribute('href'))")
        extra = [x for x in MORE if login == "truongphong" or x in menu]
        if login == "truongphong":
            p.go("/van-ban?loc=cho-ra-soat")
            paper = p.js("document.querySelector('main td a').getAttribute('href')")
            extra += [paper, paper + "/ra-soat"]
        p.go("/nhiem-vu")
        extra.append(p.js("document.querySelector('main td a').getAttribute('href')"))
        p.go("/cuoc-hop")
        extra.append(p.js("document.querySelector('main a[href^=\"/cuoc-hop/\"]:not([href*=tai-excel])').getAttribute('href')"))
        wrong = []
        for path in dict.fromkeys(menu + extra):
            p.go(path)
            for width in (1440, 390):
                p.size(width, 900)
                p.until(f"innerWidth === {width}")
                wrong += [f"{path} at {width}: {x}" for x in serious(p)]
            p.size(1440, 900)
        cases.check(not wrong, f"axe, {login}: nothing serious", "; ".join(wrong))
        p.close()
    p = Desk(browser, office)
    p.go("/dang-nhap")
    wrong = serious(p)
    cases.check(not wrong, "axe, signing in: nothing serious", "; ".join(wrong))
    p.close()


def lighthouse(url: str, cookie: str) -> dict[str, float]:
    done = subprocess.run(
        ["node", "node_modules/lighthouse/cli/index.js", url, "--quiet", "--output=json",
         "--output-path=stdout", "--only-categories=" + ",".join(KINDS), "--preset=desktop",
         "--no-enable-error-reporting", "--max-wait-for-load=45000",
         "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage "
         "--window-size=1350,940",
         "--extra-headers=" + json.dumps({"Cookie": cookie})],
        cwd=HERE, capture_output=True, text=True, timeout=240,
        env={**os.environ, "CHROME_PATH": chrome.find(), "LIGHTHOUSE_CHROMIUM_PATH": chrome.find()})
    try:
        said = json.loads(done.stdout)
    except ValueError:
        raise chrome.Failed(f"lighthouse: {done.stderr[-400:]}") from None
    return {"speed": round(said["environment"]["benchmarkIndex"]),
            **{kind: round(100 * (said["categories"][kind]["score"] or 0)) for kind in KINDS}}


def by_lighthouse(browser, office, cases) -> None:
    p = Desk(browser, office, "chuyenvien")
    cookie = next(f"{x['name']}={x['value']}" for x in p.call("Network.getCookies")["cookies"])
    for path in MAIN:
        best, why = {kind: 0 for kind in (*KINDS, "speed")}, ""
        for _ in range(TRIES):
            try:
                got = lighthouse(p.base + path, cookie)
            except chrome.Failed as failed:
                why = str(failed)
                continue
            best = {kind: max(best[kind], got[kind]) for kind in best}
            if min(best[kind] for kind in KINDS) >= LEAST:
                break
        if best["speed"] == 0:
            print(f"# not run: Lighthouse of {path}: it failed itself, {TRIES} times ({why})")
            continue
        kinds = KINDS
        if best["performance"] < LEAST and best["speed"] < SLOW:
            print(f"# not run: Lighthouse performance of {path}: the machine was too busy "
                  f"(benchmark index {best['speed']}, {SLOW} needed; it came to "
                  f"{best['performance']})")
            kinds = KINDS[1:]
        cases.check(min(best[kind] for kind in kinds) >= LEAST, f"Lighthouse {path}: "
                    + ", ".join(f"{kind} {best[kind]}" for kind in kinds), str(best))
    p.close()


def main() -> int:
    if not can_run("axe, Lighthouse"):
        return 0
    if not (HERE / "node_modules/axe-core/axe.min.js").exists():
        print("# not run: axe, Lighthouse: their npm packages are not at hand")
        return 0
    cases = Cases()
    office = Office(sys.argv[1])
    try:
        with chrome.Chrome() as browser:
            by_axe(browser, office, cases)
            by_lighthouse(browser, office, cases)
    finally:
        cases.check(office.end() == 0, "the server ends without a complaint")
    return cases.end()


if __name__ == "__main__":
    sys.exit(main())
