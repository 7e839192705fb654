#!/usr/bin/env python3
"""tmplc.py - templates become C functions: what a page says is checked when it is built.

Why our own: no template library of Debian 12 escapes by context at build time
(docs/adr/0009). A misspelt field is an error of the C compiler at the template's line.

First line: {view TYPE from "web/pages/x.h"}: the C type that v points to. Then HTML with
    {path}                 a value, escaped for where it stands; safe_html alone is raw
    {each x in path} … {end}         x is each element of a VEC
    {if path} {if not path} {if path == "word"} … {else} … {end}
    {include name path}    another template with its value
    {_ words}              words of the interface, for translators
A path is fields with dots, from v or from an `each`. Values in <script>, <style>, on… and
style= are refused, and attributes must be quoted.

usage: tmplc.py OUT_H OUT_C TEMPLATE...
"""
import html
import pathlib
import re
import sys

TAG = re.compile(r"\{(?:(view|each|if|else|end|include|_)\b)?\s*([^{}]*)\}")
READ = {"aria-label", "alt", "data-sure", "placeholder", "title"}  # attributes that people read
URLS = {"href", "src", "action", "formaction", "hx-get", "hx-post", "cite", "data"}
VOID_WORDS = re.compile(r"[\w.]+")


class Page:
    def __init__(self, path: pathlib.Path):
        self.path, self.line, self.depth = path, 1, 1
        self.name = path.name.removesuffix(".html.t").replace("-", "_")
        self.kind = self.header = ""
        self.out: list[str] = []
        self.open: list[tuple[str, str]] = []
        self.state, self.attr, self.raw, self.value_at = "text", "", "", 0
        self.words: list[str] = []

    def fail(self, what: str) -> None:
        sys.exit(f"{self.path}:{self.line}: {what}")

    def say(self, code: str) -> None:
        self.out.append("\t" * self.depth + code)

    def mark(self) -> None:
        self.out.append(f'#line {self.line} "{self.path.as_posix()}"')

    def expression(self, path: str) -> str:
        if not VOID_WORDS.fullmatch(path):
            self.fail(f"not a path: {path!r}")
        first, *rest = path.split(".")
        bound = [name for what, name in self.open if what == "each"]
        head = [first] if first in bound else ["v", first]
        names = head + rest
        return names[0] + "".join(("->" if i == 0 else ".") + n for i, n in enumerate(names[1:]))

    # --- where in the HTML we are ---
    def literal(self, text: str) -> None:
        for c in text:
            self.step(c)
        text = re.sub(r"\n\s+", "\n", text)
        for part in re.findall(r"(?s).{1,2000}", text):
            quoted = (part.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n"))
            self.say(f'strbuf_put(to, S("{quoted}"));')

    def step(self, c: str) -> None:
        s = self.state
        if s == "text":
            if c == "<":
                self.state, self.tag = "tag", ""
        elif s == "tag":
            if c == ">":
                self.state = "text"
                self.raw = self.tag if self.tag in ("script", "style") else ""
            elif c.isspace():
                self.state, self.attr = "attrs", ""
            else:
                self.tag += c.lower()
        elif s == "attrs":
            if c == ">":
                self.state = "text"
                self.raw = self.tag if self.tag in ("script", "style") else ""
            elif c == "=":
                self.state = "equals"
            elif c.isspace():
                self.attr = ""
            else:
                self.attr += c.lower()
        elif s == "equals":
            if c != '"':
                self.fail(f"the value of {self.attr} is not in double quotes")
            self.state, self.value_at = "value", 0
        elif s == "value":
            if c == '"':
                self.state, self.attr = "attrs", ""
            else:
                self.value_at += 1

    def value(self, path: str) -> None:
        if self.raw:
            self.fail(f"a value inside <{self.raw}>")
        if self.state in ("tag", "attrs", "equals"):
            self.fail("a value between attributes: put it in quotes")
        how = "view_put_words"
        if self.state == "value":
            if self.attr.startswith("on") or self.attr == "style":
                self.fail(f"a value in {self.attr}")
            if self.attr not in READ:
                how = "view_put"
            if self.attr in URLS:
                how = "view_put_url" if self.value_at == 0 else "view_put_part"
            self.value_at += 1
        self.mark()
        self.say(f"{how}(to, {self.expression(path)});")

    # --- the tags of the template ---
    def block(self, word: str, rest: str) -> None:
        if word == "each":
            found = re.fullmatch(r"(\w+) in ([\w.]+)", rest)
            if not found:
                self.fail("{each x in path}")
            name, path = found[1], self.expression(found[2])
            self.mark()
            self.say(f"for (uint32_t i_{name} = 0; i_{name} < {path}.n; i_{name}++) {{")
            self.depth += 1
            self.say(f"const __typeof__(*{path}.p) *{name} = &{path}.p[i_{name}];")
            self.open.append(("each", name))
        else:
            found = re.fullmatch(r"(not )?([\w.]+)(?: == \"([^\"]*)\")?", rest)
            if not found:
                self.fail('{if path}, {if not path} or {if path == "word"}')
            test = f"view_is({self.expression(found[2])})"
            if found[3] is not None:
                test = f'slice_eq({self.expression(found[2])}, S("{found[3]}"))'
            self.mark()
            self.say(f"if ({'!' if found[1] else ''}{test}) {{")
            self.depth += 1
            self.open.append(("if", ""))

    def tag_of(self, word: str, rest: str) -> None:
        rest = rest.strip()
        if word == "view":
            found = re.fullmatch(r'(\w[\w ]*) from "([\w./]+)"', rest)
            if not found or self.kind:
                self.fail('{view TYPE from "header.h"} once, first')
            self.kind, self.header = found[1], found[2]
        elif word in ("each", "if"):
            self.block(word, rest)
        elif word == "else":
            self.depth -= 1
            self.say("} else {")
            self.depth += 1
        elif word == "end":
            if not self.open:
                self.fail("{end} without a beginning")
            self.open.pop()
            self.depth -= 1
            self.say("}")
        elif word == "include":
            name, _, path = rest.partition(" ")
            self.mark()
            at = self.expression(path) if path else ""
            at = at if ("each", path) in self.open else "&" + at
            self.say(f"view_{name.replace('-', '_')}(to, {at});" if path
                     else f"view_{name.replace('-', '_')}(to, v);")
        elif word == "_":
            self.words.append(rest)
            self.literal(html.escape(rest))
        else:
            self.value(rest)

    def compile(self) -> None:
        text, at = self.path.read_text(encoding="utf-8"), 0
        for found in TAG.finditer(text):
            before = text[at:found.start()]
            if before.strip() or self.kind:
                self.literal(before if self.kind else before.lstrip())
            self.line += before.count("\n")
            self.tag_of(found[1] or "", found[2])
            self.line += found[0].count("\n")
            at = found.end()
        self.literal(text[at:])
        if self.open:
            self.fail(f"{{{self.open[-1][0]}}} has no {{end}}")
        if not self.kind:
            self.fail("no {view …}")


def main() -> int:
    out_h, out_c, *paths = sys.argv[1:]
    pages = [Page(pathlib.Path(p)) for p in sorted(paths)]
    for page in pages:
        page.compile()
    headers = sorted({p.header for p in pages})
    head = "/* Made by tools/tmplc.py from src/web/views. */\n"
    pathlib.Path(out_h).write_text(
        head + "#ifndef DONDOC_VIEWS_H\n#define DONDOC_VIEWS_H\n\n" +
        "".join(f'#include "{h}"\n' for h in headers) + '#include "web/view.h"\n\n' +
        "".join(f"void view_{p.name}(strbuf *to, const {p.kind} *v);\n" for p in pages) +
        "\n#endif\n", encoding="utf-8")
    pathlib.Path(out_c).write_text(
        head + '#include "views.h"\n\n' +
        "\n".join(f"void view_{p.name}(strbuf *to, const {p.kind} *v)\n{{\n\t(void)v;\n" +
                  "\n".join(p.out) + "\n}\n" for p in pages), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
