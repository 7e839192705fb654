#!/usr/bin/env python3
"""test_api.py - /api/v1: who may ask what, with which token; pages, tags, versions, problems.

Every route × every role, by tokens; the description beside docs/openapi.json; a duty from its
report to its confirmation by programs alone. usage: test_api.py PROGRAM ROOT [--bless]
"""
import io
import json
import pathlib
import re
import socket
import sys
import zipfile

from weblib import ROLES, Answer, Cases, Office, Person, rights

program, root = sys.argv[1], pathlib.Path(sys.argv[2])
SCOPES = "read,work,review,decide,admin"
cases = Cases()
office = Office(program)


class Program:
    """Asks with a token, in JSON."""

    def __init__(self, token: str):
        self.token, self.person = token, Person(office)

    def ask(self, method: str, path: str, body=None, **headers) -> Answer:
        sent = {"Authorization": "Bearer " + self.token, **headers}
        if isinstance(body, dict):
            body = json.dumps(body)
            sent.setdefault("Content-Type", "application/json")
        return self.person.ask(method, path, body, sent)

    def get(self, path: str, **headers) -> Answer:
        return self.ask("GET", path, None, **headers)

    def post(self, path: str, body=None, **headers) -> Answer:
        return self.ask("POST", path, body or {}, **headers)

    def rows(self, path: str) -> list[dict]:
        got = self.get(path)
        return json.loads(got.text)["rows"] if got.status == 200 else []


def token(login: str, scope: str = SCOPES, *more) -> str:
    return office.run("account", "token", login, "--db", office.db, "--name", "thử", "--scope",
                      scope, *more).stdout.strip()


programs = {login: Program(token(login)) for login in ROLES}
boss, commune, nobody = programs["chuyenvien"], programs["xa"], Person(office)


def api_routes() -> list[tuple[str, str, str]]:
    text = (root / "src/web/api/api.def").read_text(encoding="utf-8")
    return re.findall(r'^API\((\w+), "([^"]+)", (\w+), \w+', text, re.M)


def said(got: Answer) -> dict:
    try:
        return json.loads(got.text)
    except ValueError:
        return {}


def is_problem(got: Answer) -> bool:
    x = said(got)
    return (got.headers.get("content-type") == "application/problem+json" and x.get("status") == got.status
            and bool(x.get("title")) and bool(x.get("request")))


def first(path: str) -> str:
    rows = boss.rows(path)
    return rows[0].get("id") or rows[0].get("code") if rows else "0123456789012345"


def every_route() -> None:
    may = rights(root)
    rows = {noun: first(f"/api/v1/{noun}") for noun in
            ("documents", "assignments", "obligations", "meetings", "petitions", "collections", "agencies")}
    for method, pattern, right in api_routes():
        path = pattern.replace("*", rows.get(pattern.split("/")[3], "x"))
        if pattern.endswith("/events"):
            continue
        wrong = []
        for login, role in ROLES.items():
            allowed = right == "NONE" or right in may[role]
            # A write with a version that no row has changes nothing for anybody.
            got = (programs[login].get(path) if method == "GET" else
                   programs[login].post(path, {"version": 0, "open": True}, **{"If-Match": '"0-x"'}))
            forbidden = got.status == 403 and said(got).get("type", "").endswith(":forbidden")
            fine = (got.status == 403 and is_problem(got)) if not allowed else (
                got.status in (200, 404) if method == "GET" else got.status in (403, 404, 409, 412, 422)
                or (got.status == 200 and pattern.endswith("/close")))
            if not fine or (not allowed and not forbidden) or (got.status >= 400 and not is_problem(got)):
                wrong.append(f"{login}: {got.status} {got.text[:80]}")
        got = nobody.ask(method, path, "{}" if method == "POST" else None)
        if right != "NONE" and not (got.status == 401 and is_problem(got) and
                                    got.headers.get("www-authenticate") == "Bearer"):
            wrong.append(f"nobody: {got.status}")
        cases.check(not wrong, f"{method} {pattern}: {right} and nobody else", "; ".join(wrong))


def who_only_looks() -> None:
    """The reader's role sees everything. What it could change here would be the whole province's."""
    looks, changed = programs["chixem"], []
    rows = {noun: first(f"/api/v1/{noun}") for noun in
            ("documents", "assignments", "obligations", "meetings", "petitions", "collections")}
    fields = {"state": "answered_orally", "words": "x", "mark": "sent", "agency": "STC", "owner": "STC"}
    for method, pattern, _ in api_routes():
        if method == "POST" and not pattern.endswith("/comment"):
            got = looks.post(pattern.replace("*", rows.get(pattern.split("/")[3], "x")), fields)
            if got.status != 403:
                changed.append(f"{pattern}: {got.status} {got.text[:80]}")
    cases.check(not changed, "who only looks changes nothing", "; ".join(changed))
    one = next(r["id"] for r in boss.rows("/api/v1/obligations?per_page=200") if r["state"] == "not_started")
    state = [said(boss.post(f"/api/v1/obligations/{one}/suspend", {"reason": "chờ"})).get("state")]
    got = [Person(office, "chixem").post(f"/phan-viec/{one}/hoan-tac").status,
           Person(office, "vanthu").post(f"/phan-viec/{one}/hoan-tac").status]
    state.append(said(boss.get(f"/api/v1/obligations/{one}")).get("state"))
    cases.check(got == [403, 403] and state == ["suspended"] * 2, "nor takes back what another did", f"{got} {state}")
    got = Person(office, "chuyenvien").post(f"/phan-viec/{one}/hoan-tac")
    cases.check(got.status == 303 and said(boss.get(f"/api/v1/obligations/{one}")).get("state") == "not_started",
                "who did it does", str(got.status))
    page = Person(office, "chuyenvien").get(f"/phan-viec/{one}").words()
    cases.check("Hoàn tác" in page and "Tạm dừng" in page and "suspend" not in page, "and it is told in our words", page[-600:])


def description() -> None:
    got = nobody.get("/api/v1/openapi.json")
    now = json.dumps(json.loads(got.text), ensure_ascii=False, indent=1) + "\n"
    kept = root / "docs/openapi.json"
    if "--bless" in sys.argv:
        kept.write_text(now, encoding="utf-8")
    cases.check(kept.is_file() and kept.read_text(encoding="utf-8") == now,
                "docs/openapi.json is what the program says", "tests/http/test_api.py PROGRAM ROOT --bless")
    x = json.loads(got.text)
    said_paths = {(m.upper(), p.replace("{id}", "*")) for p, ops in x["paths"].items() for m in ops}
    cases.check(said_paths == {(m, p) for m, p, _ in api_routes()}, "every route is described")
    text = json.dumps(x)
    refs = set(re.findall(r'"#/components/schemas/(\w+)"', text))
    cases.check(refs <= set(x["components"]["schemas"]), "every schema that is named is there")
    hidden = [f"{n}.{m}" for n, s in x["components"]["schemas"].items() for m in s.get("properties", {})
              if m.endswith("_id") or (m == "id" and s["properties"]["id"] != {"type": "string"})]
    cases.check(not hidden, "no internal number of a row leaves", " ".join(hidden))
    # What is answered is what was described.
    wrong = []
    for noun, name in (("documents", "Document"), ("assignments", "Assignment"), ("obligations", "Obligation"),
                       ("meetings", "Meeting"), ("petitions", "Petition"), ("collections", "Collection")):
        one = said(boss.get(f"/api/v1/{noun}/{first('/api/v1/' + noun)}"))
        if list(one) != list(x["components"]["schemas"][name]["properties"]):
            wrong.append(noun)
        row = boss.rows(f"/api/v1/{noun}")
        if row and list(row[0]) != list(x["components"]["schemas"][name + "Row"]["properties"]):
            wrong.append(noun + " rows")
    cases.check(not wrong, "what is answered has the members that are described", " ".join(wrong))


def tokens() -> None:
    reader = Program(token("chuyenvien", "read"))
    row = "/api/v1/obligations/" + first("/api/v1/obligations")
    cases.check(reader.get(row).status == 200, "a token of scope read reads")
    got = reader.post(row + "/confirm")
    cases.check(got.status == 403 and is_problem(got), "and does nothing else", str(got.status))
    got = reader.post(row + "/comment", {"words": "x"})
    cases.check(got.status == 403 and is_problem(got), "nor says anything", str(got.status))
    for name, bad in (("of nobody", "dd_" + "0" * 64), ("that is empty", ""), ("that is long", "a" * 4000),
                      ("of other signs", "dd_'; --")):
        cases.check(Program(bad).get(row).status == 401, f"a token {name} is refused")
    p = Person(office, "chuyenvien")
    got = p.post("/tai-khoan/ma-truy-cap", name="điện thoại", scope="read")
    fresh = re.search(r"dd_[0-9a-f]{64}", got.text)
    cases.check(got.status == 200 and fresh is not None, "a token is made on the account page", str(got.status))
    own = Program(fresh[0] if fresh else "")
    cases.check(own.get("/api/v1/me").status == 200, "and is good at once")
    page = p.get("/tai-khoan").text
    cases.check(fresh is not None and fresh[0] not in page and "điện thoại" in page, "it is shown once")
    revoke = re.search(r"/tai-khoan/ma-truy-cap/[a-z0-9]{16}/thu-hoi", page)
    other = Person(office, "vanthu").post(revoke[0])
    cases.check(other.status == 404 and own.get("/api/v1/me").status == 200, "nobody else revokes it")
    p.post(revoke[0])
    cases.check(own.get("/api/v1/me").status == 401, "revoked is revoked")
    listed = office.run("account", "tokens", "chuyenvien", "--db", office.db).stdout
    cases.check("điện thoại" in listed and "đã thu hồi" in listed and "dùng lần cuối" in listed,
                "the command lists tokens with their last use", listed)
    got = p.post("/tai-khoan/ma-truy-cap", name="x", scope="everything")
    cases.check(got.status == 422, "an unknown scope is refused", str(got.status))
    got = p.post("/tai-khoan/ma-truy-cap", name="x")
    cases.check(got.status == 422, "and so is none at all", str(got.status))
    calendar = Program(token("chuyenvien", "calendar"))
    cases.check(calendar.get("/api/v1/me").status == 403, "a calendar's token asks for nothing else")
    ended = token("chuyenvien", "read", "--days", "3")
    cases.check(Program(ended).get("/api/v1/me").status == 200, "a token with an end holds until then")
    import sqlite3
    with sqlite3.connect(office.db.removeprefix("sqlite:")) as db:
        kept = [r[0] for r in db.execute("SELECT hash FROM token")]
        db.execute("UPDATE token SET ends_at = 1 WHERE ends_at IS NOT NULL")
    cases.check(Program(ended).get("/api/v1/me").status == 401, "and not longer")
    cases.check(ended not in kept and all(re.fullmatch("[0-9a-f]{64}", k) for k in kept),
                "only hashes are kept")
    # A cookie works too, for pages of ours; writing with it needs the form's token.
    cases.check(p.get("/api/v1/me").status == 200, "a signed-in browser may ask")
    got = p.ask("POST", row + "/comment", '{"words":"x"}', {"Content-Type": "application/json"})
    cases.check(got.status == 403, "but not write without the form's token", str(got.status))
    got = p.ask("POST", row + "/comment", '{"words":"x"}',
                {"Content-Type": "application/json", "X-CSRF-Token": p.token()})
    cases.check(got.status == 200, "with it, it may", str(got.status))


def pages() -> None:
    seen, path, n = [], "/api/v1/obligations?per_page=7&view=open", 0
    while path and n < 100:
        got = boss.get(path)
        x = said(got)
        seen += [r["id"] for r in x["rows"]]
        link = re.search(r'<([^>]+)>; rel="next"', got.headers.get("link", ""))
        if (link[1] if link else None) != x["next"]:
            break
        path, n = x["next"], n + 1
    cases.check(len(seen) == len(set(seen)) == x["total"] and n > 3 and path is None,
                "pages follow their links to the end, each row once", f"{len(seen)} of {x['total']}, {n}")
    for noun in ("documents", "assignments", "meetings", "petitions", "collections", "agencies"):
        whole = [r.get("id") or r["code"] for r in boss.rows(f"/api/v1/{noun}?per_page=200")]
        halves = [r.get("id") or r["code"] for i in (1, 2, 3)
                  for r in boss.rows(f"/api/v1/{noun}?per_page=3&page={i}")]
        cases.check(halves == whole[:9], f"{noun} by threes are the same", f"{halves} {whole[:9]}")
    mine = {r["agency"] for r in commune.rows("/api/v1/obligations?view=all&per_page=200")}
    everybody = {r["agency"] for r in boss.rows("/api/v1/obligations?view=all&per_page=200")}
    cases.check(len(mine) == 1 and len(everybody) > 3, "a commune sees its own", f"{mine} {len(everybody)}")
    other = next(r["id"] for r in boss.rows("/api/v1/obligations?view=all&per_page=200")
                 if r["agency"] not in mine)
    got = commune.get(f"/api/v1/obligations/{other}")
    cases.check(got.status == 404 and is_problem(got), "and no other, by its id either", str(got.status))
    got = commune.post(f"/api/v1/obligations/{other}/receive")
    cases.check(got.status == 404, "nor may it touch it", str(got.status))
    for word in ("page=0", "page=-1", "page=99999999999999999999", "per_page=100000", "page=%27--",
                 "agency=%27%20OR%201=1", "view=%00", "document=%ff"):
        got = boss.get("/api/v1/obligations?" + word)
        cases.check(got.status in (200, 422, 400), f"?{word} is answered", str(got.status))


def tags() -> None:
    row = "/api/v1/obligations/" + first("/api/v1/obligations")
    got = boss.get(row)
    tag = got.headers.get("etag", "")
    again = boss.get(row, **{"If-None-Match": tag})
    cases.check(again.status == 304 and again.bytes == b"" and again.headers.get("etag") == tag,
                "who has it is told so", f"{again.status} {tag}")
    cases.check(boss.get(row, **{"If-None-Match": '"x", W/' + tag}).status == 304, "in a list, weak or not")
    got = boss.post(row + "/comment", {"words": "Ghi chú"})
    cases.check(got.status == 200 and got.headers.get("etag") != tag, "a change changes the tag")
    version = said(boss.get(row))["version"]
    fresh = boss.get(row).headers["etag"]
    got = boss.post(row + "/suspend", {"reason": "chờ"}, **{"If-Match": '"999-abc"'})
    cases.check(got.status == 412 and is_problem(got), "another version's If-Match is 412", str(got.status))
    got = boss.post(row + "/suspend", {"reason": "chờ", "version": version + 9})
    cases.check(got.status == 409 and is_problem(got), "another version in the body is 409", str(got.status))
    got = boss.post(row + "/suspend", {"reason": "chờ"}, **{"If-Match": fresh})
    cases.check(got.status == 200 and said(got)["state"] == "suspended", "its own goes through", got.text[:200])
    got = boss.post(row + "/resume", {}, **{"If-Match": fresh})
    cases.check(got.status == 412, "once", str(got.status))
    cases.check(boss.post(row + "/resume").status == 200, "without any it goes through as well")
    lists = boss.get("/api/v1/documents")
    cases.check(boss.get("/api/v1/documents", **{"If-None-Match": lists.headers["etag"]}).status == 304,
                "lists have tags too")


def bodies() -> None:
    row = "/api/v1/obligations/" + first("/api/v1/obligations") + "/comment"
    kind = {"Content-Type": "application/json"}
    for name, body in (("no JSON", "{"), ("a list", "[1]"), ("an object in it", '{"words":{"a":1}}'),
                       ("a name twice", '{"words":"a","words":"b"}'), ("a number with a point", '{"words":1.5}'),
                       ("bytes of no text", b'{"words":"\xff\xfe"}'), ("a deep one", "[" * 100000),
                       ("a list of numbers", '{"words":[1,2]}')):
        got = boss.ask("POST", row, body, **kind)
        cases.check(got.status == 400 and is_problem(got), f"{name} is refused", f"{got.status} {got.text[:100]}")
    got = boss.ask("POST", row, "words=theo+bi%E1%BB%83u+m%E1%BA%ABu",
                   **{"Content-Type": "application/x-www-form-urlencoded"})
    cases.check(got.status == 200, "a form is as good", str(got.status))
    evil = '<script>alert(1)</script>"\\ \u2028 \u0000'
    got = boss.post(row, {"words": evil.replace("\u0000", "")})
    cases.check(got.status == 200 and got.headers["content-type"] == "application/json"
                and got.headers["x-content-type-options"] == "nosniff", "words are words")


def a_duty() -> None:
    chief = programs["lanhdaovp"]
    row = "/api/v1/obligations/" + commune.rows("/api/v1/obligations")[0]["id"]
    got = commune.post(row + "/report-done")
    cases.check(got.status == 422 and said(got)["type"].endswith(":evidence-needed"), "evidence is needed",
                got.text)
    cases.check(commune.post(row + "/ask-extend", {"until": "2027-04-30", "reason": "Chờ số liệu"}).status == 200,
                "more time is asked for")
    cases.check(commune.post(row + "/grant").status == 403 and boss.post(row + "/grant").status == 403,
                "and granted neither by itself nor by the specialist")
    got = chief.post(row + "/grant", {"kind": "extend", "words": "Đồng ý"})
    cases.check(got.status == 200 and said(got)["due"] == "2027-04-30T23:59", "but by the head", got.text[:300])
    got = commune.post(row + "/report-done", {"note": "Báo cáo số 12/BC-UBND"})
    cases.check(got.status == 200 and said(got)["state"] == "reported_done" and
                said(got)["evidence"][-1]["note"] == "Báo cáo số 12/BC-UBND", "reported done", got.text[:300])
    cases.check(said(boss.post(row + "/return", {"reason": "Thiếu"})).get("state") == "returned", "returned")
    cases.check(said(boss.post(row + "/take-back")).get("state") == "reported_done", "taken back")
    got = boss.post(row + "/confirm")
    x = said(got)
    cases.check(x.get("state") == "confirmed" and not x["open"] and
                [h["verb"] for h in x["history"]][-1] == "confirm", "confirmed, with its history", got.text[:300])
    again = boss.post(row + "/confirm")
    cases.check(again.status == 422 and said(again)["type"].endswith(":state-forbids"), "not twice", again.text)


def a_review() -> None:
    doc = boss.rows("/api/v1/documents?waiting=1")[0]["id"]
    x = said(boss.get(f"/api/v1/documents/{doc}"))
    open_ = [a["id"] for a in x["assignments"] if a["state"] == "proposed"]
    one, two = open_[0], open_[1]
    cases.check(said(boss.post(f"/api/v1/assignments/{one}/drop")).get("state") == "dropped", "dropped")
    got = boss.post(f"/api/v1/assignments/{two}/change", {"action": "Việc đã sửa", "lead": "STC",
                                                          "until": "15/12/2026"})
    cases.check(said(got).get("action") == "Việc đã sửa" and said(got)["quote"] != "Việc đã sửa",
                "changed, its words kept", got.text[:300])
    got = boss.post(f"/api/v1/assignments/{two}/accept", {"as": "track"})
    cases.check(said(got).get("state") == "accepted" and said(got)["obligations"][0]["agency"] == "STC"
                and said(got)["obligations"][0]["due"] == "2026-12-15T23:59", "accepted", got.text[:300])
    cases.check(boss.post(f"/api/v1/assignments/{two}/accept").status in (409, 422), "not twice")
    before = len(said(boss.get(f"/api/v1/documents/{doc}"))["assignments"])
    got = boss.post(f"/api/v1/assignments/{open_[2]}/split", {"actions": ["phần một", "phần hai"]})
    after = len(said(boss.get(f"/api/v1/documents/{doc}"))["assignments"])
    cases.check(got.status == 200 and after == before + 2, "split", f"{got.text[:200]} {before} {after}")
    got = boss.post(f"/api/v1/documents/{doc}/assignments", {"action": "việc thêm tay", "lead": "SNV"})
    cases.check(got.status == 200 and any(a["action"] == "việc thêm tay" for a in said(got)["assignments"]),
                "added by hand", got.text[:200])
    cases.check(boss.post(f"/api/v1/documents/{doc}/accept").status == 200, "the sure ones together")
    got = boss.get(f"/api/v1/documents/{doc}/reading")
    cases.check(said(got).get("schema") == "dondoc.document/1" and said(got)["assignments"],
                "the reading is the contract's JSON", got.text[:100])


def other_nouns() -> None:
    m = commune.rows("/api/v1/meetings?per_page=200")
    called = [x["id"] for x in m if x["status"] == "called"]
    done = [commune.post(f"/api/v1/meetings/{i}/reply", {"answer": "substitute", "person": "Lò Văn B"})
            for i in called]
    good = [d for d in done if d.status == 200]
    cases.check(bool(good) and said(good[0])["replies"][0]["person"] == "Lò Văn B", "an invitation is answered",
                " ".join(d.text[:100] for d in done))
    got = boss.post("/api/v1/petitions", {"words": "Sửa đường liên xã", "petitioner": "XA-06184", "owner": "SXD"})
    one = said(got).get("id", "x")
    got = programs["vanthu"].post(f"/api/v1/petitions/{one}/reply",
                                  {"state": "answered_in_writing", "words": "Công văn 1"})
    cases.check(said(got).get("state") == "answered_in_writing", "a petition is entered and answered", got.text)
    got = boss.post(f"/api/v1/petitions/{one}/assign", {"owner": "STC", "until": "2027-01-05"})
    cases.check(said(got).get("owner") == "STC" and said(got)["due"] == "2027-01-05T23:59", "and given to another",
                got.text[:200])
    rounds = boss.rows("/api/v1/collections")
    cases.check(bool(rounds), "there are collections")
    marked, wrong = 0, ""
    for item in (said(boss.get("/api/v1/collections/" + r["id"])) for r in rounds):
        for member in [i["agency"] for i in item["items"] if i["state"] == "not_sent"][:2]:
            got = boss.post(f"/api/v1/collections/{item['id']}/mark", {"agency": member, "mark": "sent"})
            if got.status != 200 or said(got)["in"] <= item["in"]:
                wrong = wrong or f"{item['title'][:60]} {member}: {got.text[:200]}"
            marked += 1
    cases.check(marked > 2 and not wrong, "what came in is marked, for every member asked in every round", wrong)
    one = f"/api/v1/collections/{rounds[0]['id']}"
    tag = boss.get(one).headers["etag"]
    boss.post(one + "/mark", {"agency": next(i["agency"] for i in said(boss.get(one))["items"]
                                             if i["state"] != "not_sent"), "mark": "not_sent"})
    got = boss.post(one + "/close", {}, **{"If-Match": tag})
    cases.check(got.status == 412 and is_problem(got), "a collection that changed meanwhile is not closed", got.text)
    got = boss.post(one + "/close", {}, **{"If-Match": boss.get(one).headers["etag"]})
    cases.check(said(got).get("state") == "closed", "and closed by who has seen it", got.text[:200])
    got = boss.get("/api/v1/search?q=giai+ngan")
    cases.check(got.status == 200 and said(got)["rows"] and said(got)["rows"][0]["marks"], "found without marks",
                got.text[:200])
    x = said(boss.get("/api/v1/stats"))
    cases.check(sum(r["open_late"] + r["open_in_time"] for r in x["rows"]) > 20, "the four buckets", str(x)[:200])
    x = said(boss.get("/api/v1/calendar?since=2026-11-01&until=2026-11-30"))
    cases.check(len(x["days"]) == 30 and x["days"][0] == {"day": "2026-11-01", "working": False, "due": 0}
                and x["meetings"], "the calendar of a month", str(x)[:300])
    x = said(commune.get("/api/v1/due"))
    cases.check({"mine", "awaited", "coordinating", "all"} <= set(x) and x["mine"], "what is due, in its groups")
    got = boss.get("/api/v1/obligations/0123456789012345")
    cases.check(got.status == 404 and is_problem(got), "what is not there is a problem with an id", got.text)


def changes() -> None:
    x = said(boss.get("/api/v1/changes"))
    last = x["last"]
    while x["rows"]:
        x = said(boss.get(f"/api/v1/changes?after={last}&per_page=200"))
        last = x["last"]
    row = commune.rows("/api/v1/obligations?view=all")[0]["id"]
    commune.post(f"/api/v1/obligations/{row}/comment", {"words": "đã rõ"})
    x = said(boss.get(f"/api/v1/changes?after={last}"))
    cases.check([(r["verb"], r["noun"], r["id"]) for r in x["rows"]] == [("comment", "obligation", row)],
                "what changed after a number", str(x))
    x = said(programs["sotaichinh"].get(f"/api/v1/changes?after={last}"))
    cases.check(x["rows"] == [] and x["last"] > last, "not to those who may not see it", str(x))
    every = said(programs["sotaichinh"].get("/api/v1/changes?per_page=200"))["rows"]
    seen = [r for r in every if r["noun"] == "obligation"]
    wrong = [r for r in seen if programs["sotaichinh"].get(f"/api/v1/obligations/{r['id']}").status != 200]
    cases.check(not wrong, "whatever is told may be read", str(wrong[:3]))


class Stream:
    """The lines of /api/v1/events; a read waits for the next event."""

    def __init__(self, token_: str, last: int | None = None):
        self.socket = socket.create_connection(("127.0.0.1", office.port), timeout=60)
        more = f"Last-Event-ID: {last}\r\n" if last is not None else ""
        self.socket.sendall(f"GET /api/v1/events HTTP/1.1\r\nHost: x\r\n{more}"
                            f"Authorization: Bearer {token_}\r\n\r\n".encode())
        self.file = self.socket.makefile("rb")
        self.status = self.file.readline().decode()

    def event(self) -> dict:
        while line := self.file.readline():
            if line.startswith(b"data: "):
                return json.loads(line[6:])
        return {}

    def end(self) -> None:
        self.file.close()
        self.socket.close()


def events() -> None:
    row = commune.rows("/api/v1/obligations?view=all")[0]["id"]
    ours, theirs = Stream(commune.token), Stream(programs["sotaichinh"].token)
    cases.check(" 200 " in ours.status, "a stream begins", ours.status)
    ours.file.readline()
    while ours.file.readline() not in (b"retry: 3000\r\n", b"retry: 3000\n", b""):
        pass
    commune.post(f"/api/v1/obligations/{row}/comment", {"words": "một"})
    got = ours.event()
    cases.check((got.get("verb"), got.get("id")) == ("comment", row), "what happens is told", str(got))
    boss.post("/api/v1/obligations/" + next(
        r["id"] for r in boss.rows("/api/v1/obligations?view=all&agency=STC")) + "/comment", {"words": "hai"})
    other = theirs.event()
    cases.check(other.get("noun") == "obligation" and other.get("id") != row,
                "to each what it may see", str(other))
    ours.end()
    commune.post(f"/api/v1/obligations/{row}/comment", {"words": "ba"})
    again = Stream(commune.token, got["seq"])
    told = again.event()
    cases.check(told.get("id") == row and told["seq"] > got["seq"], "who was cut off goes on from there", str(told))
    many = [Stream(boss.token) for _ in range(40)]
    cases.check(all(" 200 " in s.status for s in many), "forty at once")
    for s in many[:20]:
        s.end()
    boss.post(f"/api/v1/obligations/{row}/comment", {"words": "bốn"})
    cases.check(all(s.event().get("id") == row for s in many[20:]), "all that stay are told")
    cases.check(Stream("dd_" + "1" * 64).status.find(" 401 ") > 0, "not to strangers")
    cases.check(nobody.get("/healthz").status == 200, "the server goes on beside them")


def upload() -> None:
    p = programs["vanthu"]
    papers = office.at / "api"
    office.run("examples", "--today", "2026-11-14", "--out", papers, "langson/01")
    paper = next(papers.iterdir())
    got = p.ask("POST", "/api/v1/documents?name=" + "moi.txt", paper.read_bytes(),
                **{"Content-Type": "application/octet-stream"})
    cases.check(got.status == 200 and said(got)["name"] == "moi.txt" and said(got)["sha256"], "a document comes in",
                got.text[:200])
    one = said(got).get("id")
    cases.check(p.get(f"/api/v1/documents/{one}/original").bytes == paper.read_bytes(), "byte for byte")
    got = p.ask("POST", "/api/v1/documents?name=x.txt", b"", **{"Content-Type": "application/octet-stream"})
    cases.check(got.status == 422 and is_problem(got), "an empty one is refused", str(got.status))
    office.run("examples", "--today", "2026-11-14", "--out", papers, "langson/12", "langson/13")
    many = io.BytesIO()
    with zipfile.ZipFile(many, "w") as z:
        for one in sorted(papers.iterdir())[-2:]:
            z.write(one, one.name)
    got = p.ask("POST", "/api/v1/documents?name=nhieu.zip", many.getvalue(), **{"Content-Type": "application/zip"})
    cases.check(got.status == 202 and said(got)["noun"] == "documents" and len(said(got)["rows"]) > 1,
                "an archive's documents come in, and the list says so", f"{got.status} {got.text[:200]}")
    got = p.ask("POST", "/api/v1/documents?name=x.pdf", b"%PDF-1.4 no", **{"Content-Type": "application/pdf"})
    cases.check(got.status == 422 and is_problem(got), "what cannot be read is said", got.text[:200])


def sheets() -> None:
    """In the two steps of the pages: shown, then entered; the same again adds nothing."""
    p, raw = programs["vanthu"], {"Content-Type": "application/octet-stream"}
    rows = ("STT,Nội dung nhiệm vụ,Cơ quan chủ trì,Thời hạn\n1,Rà soát biển báo đường thủy,Sở Xây dựng,20/12/2026\n"
            "2,Việc của nơi không có,Sở Không Có,31/02/2026\n")
    duties = len(boss.rows("/api/v1/assignments?per_page=200"))
    got = p.ask("POST", "/api/v1/sheets?name=viec.csv", rows.encode(), **raw)
    x = said(got)
    one = x["sheets"][0] if got.status == 200 else {}
    cases.check(got.status == 200 and len(x["id"]) == 64 and x["columns"] == "1:duties:A=ordinal,B=content,C=lead,D=due" and
                (one["kind"], one["rows"], one["enters"], one["same"], one["changed"], one["cells_bad"]) ==
                ("duties", 1, 1, 0, 0, 2) and one["first"][0]["seen"] == "new" and
                one["first"][0]["lead"] == "Sở Xây dựng (SXD)", "a sheet is shown", got.text[:900])
    cases.check(len(boss.rows("/api/v1/assignments?per_page=200")) == duties, "and nothing has entered")
    at = f"/api/v1/sheets/{x.get('id')}"
    cases.check(said(p.get(at)) == x, "it can be looked at again", p.get(at).text[:300])
    other = p.get(at + "?columns=1:duties:B=content,C=lead")
    cases.check(other.status == 200 and said(other)["columns"] == "1:duties:B=content,C=lead",
                "with other columns", other.text[:300])
    cases.check(p.get(at + "?columns=1:duties:C=lead").status == 422 and is_problem(p.get(at[:-1] + "x")),
                "columns that are none are refused, and what nobody sent")
    cases.check(boss.get(at).status == 404 and is_problem(boss.get(at)), "another account has it not", str(boss.get(at).status))
    got = p.post(at, {"columns": x.get("columns")})
    done = said(got)
    cases.check(got.status == 200 and (done["rows"], done["cells_bad"]) == (1, 2) and
                len(boss.rows("/api/v1/assignments?per_page=200")) == duties + 1, "then it enters", got.text[:300])
    again = said(p.get(at))["sheets"][0]
    cases.check((again["enters"], again["same"]) == (0, 1) and len(again["first"][0]["of"]) == 16,
                "once: it is there", str(again)[:300])
    later = said(p.ask("POST", "/api/v1/sheets?name=viec.csv", rows.replace("20/12", "25/12").encode(), **raw))
    cases.check((later["sheets"][0]["enters"], later["sheets"][0]["changed"]) == (0, 1), "one with another limit is told")
    got = said(p.post(f"/api/v1/sheets/{later['id']}", {}))
    more = said(p.post(f"/api/v1/sheets/{later['id']}", {"changed": True}))
    cases.check((got["rows"], got["rows_changed"], more["rows"]) == (0, 1, 1), "and enters when that is asked for",
                f"{got} {more}")
    undo = [p.post(f"/api/v1/sheet-imports/{i}/undo") for i in (more["import"], done["import"])]
    cases.check([said(u) for u in undo] == [{"undone": 1, "kept": 0}] * 2 and
                p.post(f"/api/v1/sheet-imports/{done['import']}/undo").status == 422, "and is taken back, once",
                undo[0].text)
    got = p.ask("POST", "/api/v1/sheets?name=x.csv", b"", **raw)
    cases.check(got.status == 422 and is_problem(got), "an empty one is refused")


for part in (description, every_route, who_only_looks, tokens, pages, tags, bodies, a_duty, a_review, other_nouns, changes, upload, sheets,
             events):
    part()
code = office.end()
cases.check(code == 0, "the server ends cleanly", f"exit {code}\n{office.said[-3000:]}")
cases.check("dd_" not in office.said and "Chờ số liệu" not in office.said, "no tokens and no words in the log")
sys.exit(cases.end())
