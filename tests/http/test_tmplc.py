#!/usr/bin/env python3
"""test_tmplc.py - the template compiler refuses what would be unsafe or would say nothing."""
import pathlib
import subprocess
import sys
import tempfile

from weblib import Cases

root = pathlib.Path(sys.argv[2])
HEAD = '{view item from "x.h"}'
REFUSED = {
    "a value in a script": "<script>{name}</script>",
    "a value in a style sheet": "<style>{name}</style>",
    "a value in a handler": '<a onclick="{name}">x</a>',
    "a value in a style": '<a style="{name}">x</a>',
    "a value as an attribute": "<a {name}>x</a>",
    "an attribute without quotes": "<a href={name}>x</a>",
    "an attribute in single quotes": "<a href='{name}'>x</a>",
    "an if without an end": "{if name}x",
    "an end without a beginning": "x{end}",
    "a call instead of a path": "{name()}",
    "an each without a list": "{each x}y{end}",
}
EMITTED = {
    "text is escaped": ("<p>{name}</p>", "view_put_words(to, v->name)"),
    "an attribute is escaped": ('<p id="{name}">x</p>', "view_put(to, v->name)"),
    "an attribute that people read has counts as they read them": (
        '<p title="{n} dòng">x</p>', "view_put_words(to, v->n)"),
    "an address is one of ours": ('<a href="{name}">x</a>', "view_put_url(to, v->name)"),
    "a part of an address is encoded": ('<a href="/x/{name}">y</a>', "view_put_part(to, v->name)"),
    "a list is walked": ("{each x in rows}{x.name}{end}", "view_put_words(to, x->name)"),
    "a test asks for a word": ('{if name == "a"}x{else}y{end}', 'slice_eq(v->name, S("a"))'),
    "an element is handed on": ("{each x in rows}{include row x}{end}", "view_row(to, x)"),
    "a part is handed on": ("{include row name}", "view_row(to, &v->name)"),
}


def compiled(text: str) -> tuple[int, str]:
    with tempfile.TemporaryDirectory() as folder:
        at = pathlib.Path(folder)
        (at / "page.html.t").write_text(text, encoding="utf-8")
        done = subprocess.run([sys.executable, root / "tools/tmplc.py", at / "o.h", at / "o.c",
                               at / "page.html.t"], capture_output=True, text=True)
        out = (at / "o.c").read_text(encoding="utf-8") if done.returncode == 0 else done.stderr
        return done.returncode, out


cases = Cases()
for name, body in REFUSED.items():
    code, out = compiled(HEAD + body)
    cases.check(code != 0 and "page.html.t:1:" in out, f"{name} is refused with its line", out)
for name, (body, wanted) in EMITTED.items():
    code, out = compiled(HEAD + body)
    cases.check(code == 0 and wanted in out, name, out)
code, out = compiled("<p>{name}</p>")
cases.check(code != 0, "a template without a type is refused", out)
sys.exit(cases.end())
