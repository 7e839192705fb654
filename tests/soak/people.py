#!/usr/bin/env python3
"""people.py - 200 people at work for ten minutes: no error, no growth of memory, p99 <= 100 ms.

Each thinks five seconds (two to eight) between two pages. The mix, of 100 steps: 28 the desk, 22
lists of duties, 20 one part of a duty, 10 documents, 8 search, 5 the calendar, 2 meetings, 5
remarks written. Eleven roles, the Office and bodies alike. Memory is looked at after a quarter of
the time and at the end. usage: people.py PROGRAM ROOT [PEOPLE] [SECONDS]
"""
import json
import pathlib
import random
import re
import sys
import threading
import time

root = pathlib.Path(sys.argv[2]).resolve()
sys.path.insert(0, str(root / "tests/http"))
from weblib import ROLES, Office, Person  # noqa: E402

PEOPLE = int(sys.argv[3]) if len(sys.argv) > 3 else 200
SECONDS = int(sys.argv[4]) if len(sys.argv) > 4 else 600
MIX = [(28, "/"), (22, "/nhiem-vu"), (20, "part"), (10, "/van-ban"), (8, "/tim?q=giai+ngan"), (5, "/lich"),
       (2, "/cuoc-hop"), (5, "write")]
office = Office(str(pathlib.Path(sys.argv[1]).resolve()))
pid = office.server.pid
times: list[float] = []
wrong: list[str] = []
lock, over = threading.Lock(), threading.Event()
cookies = {login: Person(office, login) for login in ROLES}


def one(n: int) -> None:
    rng = random.Random(n)
    login = list(ROLES)[n % len(ROLES)]
    who = Person(office)
    who.cookie = cookies[login].cookie
    csrf, parts = who.token(), re.findall(r"/phan-viec/[a-z0-9_-]{16}", who.get("/nhiem-vu").text)
    while not over.wait(rng.uniform(2, 8)):
        what = rng.choices([w for _, w in MIX], [k for k, _ in MIX])[0]
        path = rng.choice(parts) if parts and what in ("part", "write") else "/" if what in ("part", "write") else what
        began = time.perf_counter()
        try:
            writes = what == "write" and parts
            got = who.post(path + "/y-kien", csrf, words="ghi chú") if writes else who.get(path)
            status = got.status
        except OSError as e:
            status = type(e).__name__
        with lock:
            times.append(time.perf_counter() - began)
            if status not in (200, 303):
                wrong.append(f"{login} {what} {path}: {status}")


def memory() -> float:
    text = pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text()
    return int(re.search(r"^Anonymous:\s+(\d+)", text, re.M)[1]) / 1024


threads = [threading.Thread(target=one, args=(n,), daemon=True) for n in range(PEOPLE)]
for t in threads:
    t.start()
time.sleep(SECONDS / 4)
early = memory()
time.sleep(SECONDS * 3 / 4)
over.set()
for t in threads:
    t.join(timeout=60)
late = memory()
code = office.end()
times.sort()
p99 = times[int(len(times) * 0.99)] * 1000 if times else 0
grown = late - early
fine = not wrong and p99 <= 100 and grown <= max(4, 0.1 * early) and code == 0
print(json.dumps({"name": "web-people", "people": PEOPLE, "seconds": SECONDS, "requests": len(times),
                  "p50_ms": round(times[len(times) // 2] * 1000, 1) if times else None, "p99_ms": round(p99, 1),
                  "errors": len(wrong), "memory_mb": [round(early, 1), round(late, 1)], "exit": code, "fine": fine}))
for line in wrong[:10]:
    print("  " + line)
sys.exit(0 if fine else 1)
