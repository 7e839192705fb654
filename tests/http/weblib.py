"""weblib.py - a register with the demonstration in it, a server on it, a browser of forms.

Nothing here knows what a page should say. Addresses of the machine are never used but
127.0.0.1; every wait is for an event, not for a time.
"""
import html
import http.client
import os
import pathlib
import re
import signal
import socket
import subprocess
import tempfile
import urllib.parse

TODAY = "2026-11-23"
PASSWORD = "minh-hoa-2026"
ROLES = {"vanthu": "clerk", "chuyenvien": "specialist", "truongphong": "division_head",
         "lanhdaovp": "office_head", "lanhdao": "leader", "sotaichinh": "agency_officer",
         "giamdoc": "agency_head", "xa": "commune_officer", "theodoi": "watcher",
         "chixem": "reader", "quantri": "admin"}


class Cases:
    """TAP lines, one for each case."""

    def __init__(self):
        self.n = self.failed = 0

    def check(self, ok: bool, name: str, why: str = "") -> bool:
        self.n += 1
        if not ok:
            self.failed += 1
            print(f"# {why[:600]}" if why else "# it is not so")
        print(f"{'ok' if ok else 'not ok'} {self.n} - {name}", flush=True)
        return ok

    def end(self) -> int:
        print(f"1..{self.n}")
        return 1 if self.failed else 0


class Office:
    """A folder with a register and a server on it."""

    def __init__(self, program: str, documents: dict[str, str] | None = None):
        self.program, self.folder = program, tempfile.TemporaryDirectory(prefix="dondoc-http-")
        self.at = pathlib.Path(self.folder.name)
        self.db = f"sqlite:{self.at}/x.db"
        papers = self.at / "papers"
        self.run("examples", "--today", "2026-11-14", "--out", papers, "langson/06")
        self.run("examples", "--today", "2026-11-14", "--out", papers, "langson/08")
        self.run("examples", "--today", "2026-11-14", "--out", papers, "langson/12")
        self.run("examples", "--today", TODAY, "--out", papers, "langson/04")
        self.run("examples", "--today", TODAY, "--out", papers, "langson/14")
        self.run("import", "--db", self.db, "--today", TODAY, "--accept-all", *papers.iterdir())
        late = self.at / "late"
        self.run("examples", "--today", TODAY, "--out", late, "langson/07")
        for name, text in (documents or {}).items():
            (late / name).write_text(text, encoding="utf-8")
        self.run("import", "--db", self.db, "--today", TODAY, *late.iterdir())
        self.run("demo", "--db", self.db, "--today", TODAY)
        self.log = open(self.at / "log", "w+", encoding="utf-8")
        self.port = free_port()
        self.server = self.start()

    def run(self, *words) -> subprocess.CompletedProcess:
        done = subprocess.run([self.program, *map(str, words)], capture_output=True, text=True,
                              timeout=300)
        if done.returncode != 0:
            raise SystemExit(f"{words[0]}: {done.returncode}\n{done.stdout}\n{done.stderr}")
        return done

    def start(self) -> subprocess.Popen:
        server = subprocess.Popen(
            [self.program, "serve", "--db", self.db, "--today", TODAY, "--listen",
             f"127.0.0.1:{self.port}"], stdout=subprocess.PIPE, stderr=self.log, text=True)
        line = server.stdout.readline()
        if "127.0.0.1" not in line:
            raise SystemExit(f"serve did not begin: {line} {(self.at / 'log').read_text()}")
        return server

    def end(self) -> int:
        self.server.send_signal(signal.SIGTERM)
        code = self.server.wait(timeout=60)
        self.log.close()
        self.said = (self.at / "log").read_text(encoding="utf-8", errors="replace")
        self.folder.cleanup()
        return code


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Answer:
    def __init__(self, response, body: bytes):
        self.status, self.bytes = response.status, body
        self.headers = {k.lower(): v for k, v in response.getheaders()}
        self.text = body.decode("utf-8", "replace")
        self.to = self.headers.get("location", "")

    def words(self) -> str:
        """What a person reads."""
        return html.unescape(re.sub(r"<[^>]*>", " ", self.text))


class Person:
    """One browser: cookies, forms."""

    def __init__(self, office: Office, login: str = "", password: str = PASSWORD):
        self.office, self.cookie = office, ""
        if login:
            done = self.sign_in(login, password)
            if done.status != 303:
                raise SystemExit(f"{login} cannot sign in: {done.status}")

    def ask(self, method: str, path: str, body=None, headers: dict | None = None) -> Answer:
        link = http.client.HTTPConnection("127.0.0.1", self.office.port, timeout=60)
        sent = dict(headers or {})
        if self.cookie:
            sent["Cookie"] = "dondoc=" + self.cookie
        link.request(method, path, body, sent)
        response = link.getresponse()
        answer = Answer(response, response.read())
        link.close()
        set_to = re.match(r"dondoc=([0-9a-f]*);", answer.headers.get("set-cookie", ""))
        if set_to:
            self.cookie = set_to[1]
        return answer

    def get(self, path: str, **headers) -> Answer:
        return self.ask("GET", path, None, headers)

    def token(self) -> str:
        page = self.get("/tai-khoan" if self.cookie else "/dang-nhap")
        found = re.search(r'name="csrf" value="([0-9a-f]+)"', page.text)
        return found[1] if found else ""

    def post(self, path: str, csrf: str | None = None, **fields) -> Answer:
        fields["csrf"] = self.token() if csrf is None else csrf
        return self.ask("POST", path, urllib.parse.urlencode(fields),
                        {"Content-Type": "application/x-www-form-urlencoded"})

    def sign_in(self, login: str, password: str) -> Answer:
        page = self.get("/dang-nhap")
        token = re.search(r'name="csrf" value="([0-9a-f]+)"', page.text)
        return self.post("/dang-nhap", token[1] if token else "", login=login, password=password)

    def first(self, page: str, pattern: str) -> str:
        """The first address on a page that fits."""
        found = re.search(pattern, self.get(page).text)
        return html.unescape(found[0]) if found else ""


def routes(root: pathlib.Path) -> list[tuple[str, str, str]]:
    text = (root / "src/web/routes.def").read_text(encoding="utf-8")
    return re.findall(r'^ROUTE\((\w+), "([^"]+)", (\w+), \w+\)', text, re.M)


def rights(root: pathlib.Path) -> dict[str, set[str]]:
    text = (root / "src/model/roles.def").read_text(encoding="utf-8")
    return {word: set(re.findall(r"R\((\w+)\)", line)) for word, line in
            re.findall(r'^ROLE\(\w+, "(\w+)", (.*?)\)$', text, re.M | re.S)}
