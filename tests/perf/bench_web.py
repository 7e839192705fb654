#!/usr/bin/env python3
"""bench_web.py - the web application beside nginx, on a register of a million obligations.

One JSON line a figure, like `dondoc bench`: the dashboard at 64 connections while somebody
writes once a second, beside nginx serving a file of 10 KB in the same run, turn by turn, the
better of the rounds; the task list and the review page; the first reply after a start;
anonymous memory when idle; what pages take after a write when the log has a million lines. Exit 1 when a figure is not what it must be.

usage: bench_web.py PROGRAM ROOT [OBLIGATIONS] [SECONDS]
"""
import http.client
import json
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

program, root = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
MANY = int(sys.argv[3]) if len(sys.argv) > 3 else 1000000
SECONDS = int(sys.argv[4]) if len(sys.argv) > 4 else 10
CONNECTIONS, ROUNDS, TODAY, PASSWORD = 64, 3, "2026-04-21", "minh-hoa-2026"
sys.path.insert(0, str(root / "tests/http"))
from weblib import free_port  # noqa: E402

PEER = shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin")  # where a plain user's PATH does not look
if not PEER or not shutil.which("wrk"):
    sys.exit("bench_web: nginx (the peer) and wrk (who asks) are needed: apt-get install nginx-light wrk")

at = pathlib.Path(tempfile.mkdtemp(prefix="dondoc-web-"))
db = f"sqlite:{at}/x.db"
passed = True


def say(name: str, unit: str, value: float, must: float, less: bool, **more) -> None:
    global passed
    fine = value <= must if less else value >= must
    passed &= fine
    print(json.dumps({"name": name, "unit": unit, "value": round(value, 3), "must": must,
                      "fine": fine, **more}), flush=True)


def run(*words, text: str | None = None) -> str:
    done = subprocess.run([program, *map(str, words)], capture_output=True, text=True, input=text)
    if done.returncode != 0:
        sys.exit(f"{words}: {done.stdout} {done.stderr}")
    return done.stdout


class Browser:
    def __init__(self, port: int, login: str):
        self.port, self.cookie = port, ""
        page = self.ask("GET", "/dang-nhap")
        self.post("/dang-nhap", csrf=self.csrf_of(page), login=login, password=PASSWORD)

    @staticmethod
    def csrf_of(page: str) -> str:
        return re.search(r'name="csrf" value="([0-9a-f]+)"', page)[1]

    def ask(self, method: str, path: str, body: str | None = None) -> str:
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        headers = {"Cookie": "dondoc=" + self.cookie} if self.cookie else {}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        link.request(method, path, body, headers)
        got = link.getresponse()
        text = got.read().decode("utf-8", "replace")
        found = re.match(r"dondoc=([0-9a-f]{64});", got.getheader("set-cookie", ""))
        self.cookie = found[1] if found else self.cookie
        link.close()
        return text

    def post(self, path: str, **fields) -> str:
        return self.ask("POST", path, urllib.parse.urlencode(fields))


def wrk(port: int, path: str, cookie: str = "", packed: bool = True) -> dict:
    time.sleep(3)  # what an earlier run left in the queue is answered first
    words = ["wrk", "-t", "2", "-c", str(CONNECTIONS), "-d", f"{SECONDS}s", "--latency"]
    if cookie:
        words += ["-H", "Cookie: dondoc=" + cookie]
    if cookie and packed:  # as every browser asks
        words += ["-H", "Accept-Encoding: gzip"]
    said = subprocess.run([*words, f"http://127.0.0.1:{port}{path}"], capture_output=True, text=True).stdout
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])
    slow = re.search(r"99%\s+([\d.]+)(us|ms|s)", said)
    p99 = float(slow[1]) * {"us": 0.001, "ms": 1, "s": 1000}[slow[2]]
    bad = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    if rate == 0:  # nothing came: no time of 0 ms
        p99 = SECONDS * 1000.0
    return {"rate": rate, "p99": p99, "bad": int(bad[1]) if bad else 0}


def nginx(port: int) -> subprocess.Popen:
    (at / "www").mkdir()
    (at / "www/x.html").write_bytes(b"x" * 10240)
    at.chmod(0o755)
    (at / "nginx.conf").write_text(
        f"daemon off; worker_processes auto; pid {at}/nginx.pid; error_log {at}/nginx.log;\n"
        f"{'user root;' if os.getuid() == 0 else ''} events {{ worker_connections 1024; }}\n"
        f"http {{ access_log off; client_body_temp_path {at}/t1; proxy_temp_path {at}/t2; "
        f"fastcgi_temp_path {at}/t3; uwsgi_temp_path {at}/t4; scgi_temp_path {at}/t5; keepalive_requests 1000000;\n"
        f"server {{ listen 127.0.0.1:{port}; root {at}/www; }} }}\n")
    return subprocess.Popen([PEER, "-c", str(at / "nginx.conf")], stderr=subprocess.DEVNULL)


def serve(port: int) -> tuple[subprocess.Popen, float]:
    """The server, and milliseconds until it had answered the sign-in page once."""
    began = time.perf_counter()
    server = subprocess.Popen([program, "serve", "--db", db, "--today", TODAY, "--listen", f"127.0.0.1:{port}",
                               "--quiet"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while True:
        try:
            link = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
            link.request("GET", "/dang-nhap")
            link.getresponse().read()
            return server, (time.perf_counter() - began) * 1000
        except OSError:
            time.sleep(0.0005)


def anonymous(pid: int) -> float:
    text = pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text()
    return int(re.search(r"^Anonymous:\s+(\d+)", text, re.M)[1]) / 1024


def processor(pid: int) -> float:
    """Milliseconds of it that all threads of a process took so far."""
    tasks = pathlib.Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(one.read_text().split()[0]) for one in tasks) / 1e6


def long_log(lines: int) -> int:
    """As after years: most lines are of duties. The number of the last."""
    with sqlite3.connect(at / "x.db") as to:
        seq, when, parts = to.execute("SELECT MAX(seq), MAX(at), (SELECT MAX(id) FROM obligation) FROM event").fetchone()
        to.executemany("INSERT INTO event VALUES (?, ?, 1, 'comment', 'obligation', ?, '{}', '')",
                       ((seq + n, when, 1 + n * 7919 % parts) for n in range(1, lines + 1)))
    to.close()
    return seq + lines


def with_a_long_log(port: int) -> None:
    last = long_log(1000000)
    server, _ = serve(port)
    who = Browser(port, "chuyenvien")
    writer = Writer(who)
    for name, path in (("desk", "/"), ("changes", "/thay-doi"), ("feed", f"/api/v1/changes?after={last}")):
        took = []
        for _ in range(5):
            writer.write()
            before = processor(server.pid)
            who.ask("GET", path)
            took.append(processor(server.pid) - before)
        say(f"web-long-log-{name}", "ms of processor", min(took), 10, True, worst=round(max(took), 1))
    server.terminate()
    server.wait()


class Writer(threading.Thread):
    """Somebody who writes a remark once a second."""

    def __init__(self, who: Browser):
        super().__init__(daemon=True)
        self.who, self.over, self.n = who, threading.Event(), 0
        self.row = re.search(r"/phan-viec/[a-z0-9_-]{16}", who.ask("GET", "/nhiem-vu"))[0]
        self.csrf = who.csrf_of(who.ask("GET", "/tai-khoan"))

    def write(self) -> None:
        self.who.post(self.row + "/y-kien", csrf=self.csrf, words="ghi chú")
        self.n += 1

    def run(self) -> None:
        while not self.over.wait(1):
            self.write()


def main() -> int:
    run("bench", "fill", "--db", db, "--obligations", MANY)
    papers = at / "papers"
    run("examples", "--today", TODAY, "--out", papers, "langson/07")
    run("import", "--db", db, "--today", TODAY, *papers.iterdir())
    run("account", "chuyenvien", "--db", db, "--name", "Người đo", "--role", "specialist", text=PASSWORD + "\n")
    port, peer_port = free_port(), free_port()
    first = []
    for _ in range(5):
        server, ms = serve(port)
        first.append(ms)
        server.terminate()
        server.wait()
    say("web-first-reply", "ms", min(first), 50, True, obligations=MANY, worst=round(max(first), 1))
    server, _ = serve(port)
    who = Browser(port, "chuyenvien")
    for path in ("/", "/nhiem-vu", "/van-ban"):
        who.ask("GET", path)
    time.sleep(2)
    say("web-idle-memory", "MB", anonymous(server.pid), 32, True, obligations=MANY)
    peer, writer = nginx(peer_port), Writer(who)
    review = re.search(r"/van-ban/[a-z0-9_-]{16}/ra-soat", who.ask("GET", "/"))
    time.sleep(1)
    ours, theirs = [], []
    writer.start()
    for _ in range(ROUNDS):
        theirs.append(wrk(peer_port, "/x.html"))
        writer.write()
        ours.append(wrk(port, "/", who.cookie))
    best, other = max(ours, key=lambda x: x["rate"]), max(theirs, key=lambda x: x["rate"])
    say("web-dashboard", "ratio to nginx", best["rate"] / other["rate"], 0.45, False, rate=best["rate"],
        peer=other["rate"], bad=best["bad"], obligations=MANY, writes=writer.n)
    plain = wrk(port, "/", who.cookie, packed=False)
    say("web-dashboard-unpacked", "ratio to nginx", plain["rate"] / other["rate"], 0, False, rate=plain["rate"])
    say("web-dashboard-p99", "ratio to nginx", best["p99"] / other["p99"], 2, True, ms=best["p99"],
        peer_ms=other["p99"])
    for name, path in (("task-list", "/nhiem-vu"), ("review", review[0] if review else "/van-ban")):
        rounds = [wrk(port, path, who.cookie) for _ in range(2)]
        best = min(rounds, key=lambda x: x["p99"])
        say(f"web-{name}-p99", "ms", best["p99"], 30, True, rate=best["rate"], path=path.split("/")[1],
            bad=best["bad"])
    writer.over.set()
    writer.join()
    for one in (server, peer):
        one.terminate()
        one.wait()
    with_a_long_log(port)
    return 0 if passed else 1


try:
    code = main()
finally:
    shutil.rmtree(at, ignore_errors=True)
sys.exit(code)
