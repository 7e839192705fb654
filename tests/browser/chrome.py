"""chrome.py: drive Debian's Chromium over its DevTools pipe (file descriptors 3 and 4).

No library: messages are JSON ended by a NUL. Everything waits for a condition, nothing
for a time; TIMEOUT only says when to give up. A page is one tab with cookies of its own.
"""
import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time

TIMEOUT = float(os.environ.get("DONDOC_BROWSER_TIMEOUT", "60"))
FLAGS = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
    "--no-first-run", "--no-default-browser-check", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-extensions",
    "--disable-default-apps", "--mute-audio", "--hide-scrollbars", "--lang=vi",
    "--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider",
    "--password-store=basic", "--use-mock-keychain", "--remote-debugging-pipe",
    # Names of other hosts lead nowhere: a page that asked for one would fail the test.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


class Failed(Exception):
    """What a page did not do, in words."""


def find():
    """The browser's path, or None."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


class Chrome:
    """One browser; as a context it ends it and forgets its profile."""

    def __init__(self, extra=()):
        self.home = tempfile.mkdtemp(prefix="dondoc-chrome-")
        to_read, self.to_write = os.pipe()
        self.to_hear, from_write = os.pipe()
        # The browser takes 3 and 4; our own ends must not be in the way of that.
        to_read, from_write = (os.dup2(to_read, 70), os.dup2(from_write, 71))
        os.set_inheritable(70, True)
        os.set_inheritable(71, True)
        self.log = open(os.path.join(self.home, "log"), "wb")
        self.process = subprocess.Popen(
            ["/bin/bash", "-c", 'exec "$0" "$@" 3<&70 4>&71 70<&- 71>&-', find(), *FLAGS,
             f"--user-data-dir={self.home}/profile", *extra, "about:blank"],
            stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log, pass_fds=(70, 71),
            env={**os.environ, "HOME": self.home, "TZ": "Asia/Ho_Chi_Minh"})
        os.close(70)
        os.close(71)
        self.number, self.rest, self.answers, self.events = 0, b"", {}, []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.call("Browser.close", wait=5)
            self.process.wait(10)
        except (Failed, subprocess.TimeoutExpired, OSError):
            self.process.kill()
            self.process.wait()
        os.close(self.to_write)
        os.close(self.to_hear)
        self.log.close()
        shutil.rmtree(self.home, ignore_errors=True)

    def hear(self, until):
        """Read what has come; False when nothing came before `until`."""
        ready, _, _ = select.select([self.to_hear], [], [], max(0, until - time.monotonic()))
        if not ready:
            return False
        piece = os.read(self.to_hear, 1 << 20)
        if not piece:
            raise Failed("the browser ended")
        parts = (self.rest + piece).split(b"\0")
        self.rest = parts.pop()
        for part in parts:
            said = json.loads(part)
            if "id" in said:
                self.answers[said["id"]] = said
            else:
                self.events.append(said)
        return True

    def send(self, method, params=None, session=None):
        self.number += 1
        said = {"id": self.number, "method": method, "params": params or {}}
        if session:
            said["sessionId"] = session
        data = json.dumps(said).encode() + b"\0"
        while data:
            data = data[os.write(self.to_write, data):]
        return self.number

    def call(self, method, params=None, session=None, wait=TIMEOUT):
        number, until = self.send(method, params, session), time.monotonic() + wait
        while number not in self.answers:
            if not self.hear(until):
                raise Failed(f"{method}: no answer in {wait} s")
        said = self.answers.pop(number)
        if "error" in said:
            raise Failed(f"{method}: {said['error'].get('message')}")
        return said.get("result", {})

    def page(self, width=1440, scripts=True):
        return Page(self, width, scripts)


class Page:
    """One tab; `scripts` False turns JavaScript of the page off."""

    def __init__(self, chrome, width, scripts):
        self.chrome, self.width, self.base = chrome, width, ""
        self.context = chrome.call("Target.createBrowserContext")["browserContextId"]
        self.target = chrome.call("Target.createTarget", {
            "url": "about:blank", "browserContextId": self.context,
            "width": width, "height": 900})["targetId"]
        self.session = chrome.call("Target.attachToTarget",
                                   {"targetId": self.target, "flatten": True})["sessionId"]
        self.seen = 0
        for domain in ("Page", "Runtime", "Network", "DOM", "Log"):
            self.call(f"{domain}.enable")
        self.call("Page.setLifecycleEventsEnabled", {"enabled": True})
        self.size(width, 900)
        self.scripts = scripts
        if not scripts:
            self.call("Emulation.setScriptExecutionDisabled", {"value": True})

    def close(self):
        self.chrome.call("Target.disposeBrowserContext", {"browserContextId": self.context})

    def call(self, method, params=None, wait=TIMEOUT):
        return self.chrome.call(method, params, self.session, wait)

    def size(self, width, height):
        self.call("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600})
        self.width = width

    def events(self, method):
        return [x["params"] for x in self.chrome.events
                if x.get("sessionId") == self.session and x["method"] == method]

    def forget(self):
        self.chrome.events = [x for x in self.chrome.events
                              if x.get("sessionId") != self.session]

    def wait_event(self, method, test=lambda params: True, wait=TIMEOUT):
        until = time.monotonic() + wait
        while not any(test(x) for x in self.events(method)):
            if not self.chrome.hear(until):
                raise Failed(f"no {method} in {wait} s at {self.where()}")

    def js(self, expression, wait=TIMEOUT):
        """The value of an expression; our own scripts run also where the page's may not."""
        said = self.call("Runtime.evaluate", {
            "expression": expression, "returnByValue": True, "awaitPromise": True}, wait)
        if "exceptionDetails" in said:
            what = said["exceptionDetails"]
            raise Failed(what.get("exception", {}).get("description") or what["text"])
        return said["result"].get("value")

    def until(self, expression, what=None):
        """Wait until an expression is true; a page that is being left counts as not yet."""
        end, last = time.monotonic() + TIMEOUT, None
        while True:
            try:
                value = self.js(expression)
                if value:
                    return value
            except Failed as failed:
                last = failed
            if time.monotonic() > end:
                raise Failed(f"{what or expression}: not so at {self.where()}"
                             + (f" ({last})" if last else "") + f": {self.glance()}")
            self.chrome.hear(time.monotonic() + 0.05)

    def where(self):
        try:
            return self.js("location.href")
        except Failed:
            return "?"

    def glance(self):
        """The first words of the page, for who reads why a test failed."""
        try:
            return " ".join(self.text().split())[:300]
        except Failed:
            return ""

    def go(self, path):
        self.forget()
        said = self.call("Page.navigate", {"url": self.base + path})
        if said.get("errorText"):
            raise Failed(f"{path}: {said['errorText']}")
        loader = said.get("loaderId")
        self.wait_event("Page.lifecycleEvent",
                        lambda x: x["name"] == "load" and x["loaderId"] == loader)

    def leaving(self, act):
        """Do something that leads to another page, and wait for that page."""
        self.forget()
        act()
        self.wait_event("Page.frameNavigated", lambda x: "parentId" not in x["frame"])
        loader = [x["frame"]["loaderId"] for x in self.events("Page.frameNavigated")
                  if "parentId" not in x["frame"]][-1]
        self.wait_event("Page.lifecycleEvent",
                        lambda x: x["name"] == "load" and x["loaderId"] == loader)

    def box(self, selector):
        """Where to press: the middle of the first visible match, scrolled into view."""
        return self.until(f"""(() => {{
          for (const x of document.querySelectorAll({json.dumps(selector)})) {{
            if (!x.checkVisibility()) continue;
            x.scrollIntoView({{block: "center", behavior: "instant"}});
            const r = x.getClientRects()[0];
            if (r && r.width > 0) return {{x: r.x + r.width / 2, y: r.y + r.height / 2}};
          }}
        }})()""", f"something to press at {selector}")

    def press(self, selector):
        """A real click of the mouse."""
        at = self.box(selector)
        for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", {
                "type": kind, "x": at["x"], "y": at["y"], "clickCount": 1,
                "button": "none" if kind == "mouseMoved" else "left"})

    def hover_until(self, selector, expression):
        """Point at it until something is so: a page that still moves lets the mouse miss."""
        end = time.monotonic() + TIMEOUT
        while True:
            self.call("Input.dispatchMouseEvent", {"type": "mouseMoved", "x": 1, "y": 1})
            self.call("Input.dispatchMouseEvent", {"type": "mouseMoved", **self.box(selector)})
            if self.js(f"!!({expression})"):
                return
            if time.monotonic() > end:
                raise Failed(f"{expression}: not so with the mouse at {selector}")

    def follow(self, selector):
        self.leaving(lambda: self.press(selector))

    def key(self, key):
        code = {"Enter": 13, "Escape": 27}.get(key, ord(key[0].upper()))
        down = {"key": key, "windowsVirtualKeyCode": code}
        if len(key) == 1:
            down["text"] = key
        elif key == "Enter":
            down["text"] = "\r"
        self.call("Input.dispatchKeyEvent", {"type": "keyDown", **down})
        self.call("Input.dispatchKeyEvent", {"type": "keyUp", "key": key,
                                             "windowsVirtualKeyCode": code})

    def fill(self, selector, words):
        """Type into a field, what stood there replaced."""
        self.press(selector)
        self.js(f"document.activeElement.select && document.activeElement.select()")
        self.call("Input.insertText", {"text": words})

    def files(self, selector, *paths):
        root = self.call("DOM.getDocument")["root"]["nodeId"]
        node = self.call("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
        self.call("DOM.setFileInputFiles", {"nodeId": node, "files": list(map(str, paths))})

    def text(self, selector="main"):
        return self.js(f"(document.querySelector({json.dumps(selector)})||{{}}).innerText||''")

    def has(self, words, selector="main"):
        self.until(f"document.querySelector({json.dumps(selector)})"
                   f".innerText.includes({json.dumps(words)})", f"“{words}” in {selector}")

    def picture(self, path, height=None, kind="png", quality=None, top=0):
        """The page as a file: as high as it is, or `height`."""
        if height is None:
            size = self.call("Page.getLayoutMetrics")["cssContentSize"]
            height = min(int(size["height"]), 12000)
        params = {"format": kind, "captureBeyondViewport": True, "clip": {
            "x": 0, "y": top, "width": self.width, "height": height, "scale": 1}}
        if quality:
            params["quality"] = quality
        with open(path, "wb") as out:
            out.write(base64.b64decode(self.call("Page.captureScreenshot", params)["data"]))
