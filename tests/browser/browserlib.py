"""browserlib.py - an office with a server, and people who sit before a real browser.

Builds on tests/http/weblib.py: the same register, the same accounts. A Desk is one person
at one screen. Nothing here waits for a time; see chrome.py.
"""
import os
import pathlib
import sys
import zipfile
from xml.sax.saxutils import escape

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/http"))
sys.path.insert(0, str(ROOT / "tests/browser"))

import chrome  # noqa: E402
from weblib import PASSWORD, ROLES, Cases, Office  # noqa: E402,F401

DOCX_TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>"""
DOCX_RELS = """<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
</Relationships>"""
DOCX_HEAD = ('<?xml version="1.0" encoding="UTF-8"?><w:document '
             'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>')


def write_docx(path: pathlib.Path, text: str) -> pathlib.Path:
    """A Word file with one paragraph a line."""
    body = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>'
                   for line in text.strip().split("\n"))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("[Content_Types].xml", DOCX_TYPES)
        z.writestr("_rels/.rels", DOCX_RELS)
        z.writestr("word/document.xml", DOCX_HEAD + body + "<w:sectPr/></w:body></w:document>")
    return path


def can_run(what: str) -> bool:
    """Is there a browser? Else says so in the way that tools/tally.py collects."""
    if chrome.find() is None:
        print(f"# not run: {what}: chromium is not installed")
        return False
    return True


class Desk(chrome.Page):
    """One person, signed in, at a screen of this width."""

    def __init__(self, browser, office, login: str = "", width: int = 1440, scripts: bool = True):
        super().__init__(browser, width, scripts)
        self.base = f"http://127.0.0.1:{office.port}"
        self.login = login
        if login:
            self.sign_in(login)

    def sign_in(self, login: str) -> None:
        self.go("/dang-nhap")
        self.fill("[name=login]", login)
        self.fill("[name=password]", PASSWORD)
        self.follow("form .main")

    def link(self, words: str, within: str = "main") -> str:
        """The address of the first link there whose text has these words."""
        return self.until(f"""(() => {{ for (const a of document.querySelectorAll({within!r} + " a"))
            if (a.innerText.includes({words!r})) return a.getAttribute("href") }})()""",
                          f"a link “{words}”")

    def open(self, words: str, within: str = "main") -> None:
        self.go(self.link(words, within))

    def press_words(self, words: str, within: str = "main", leaves: bool = True) -> None:
        """Press the visible button, summary or label with these words."""
        self.until(f"""(() => {{
          document.querySelectorAll("[data-test]").forEach(x => x.removeAttribute("data-test"));
          for (const x of document.querySelectorAll({within!r})) for (const b of
              x.querySelectorAll("button,summary,label,a.button,a[data-open]"))
            if (b.checkVisibility() && b.innerText.trim().startsWith({words!r})) {{
              b.setAttribute("data-test", "1"); return true; }}
        }})()""", f"something to press with “{words}”")
        (self.follow if leaves else self.press)("[data-test]")

    def faults(self) -> list[str]:
        """What the browser complained of on this page, and whom it asked but us."""
        said = [x["entry"]["text"] for x in self.events("Log.entryAdded")
                if x["entry"]["level"] == "error"]
        said += [x["exceptionDetails"]["text"] for x in self.events("Runtime.exceptionThrown")]
        said += [x["request"]["url"] for x in self.events("Network.requestWillBeSent")
                 if not x["request"]["url"].startswith((self.base + "/", "data:", "about:"))]
        return said


def pictures() -> pathlib.Path | None:
    """Where the pictures of the guide go, when they are asked for."""
    at = os.environ.get("DONDOC_PICTURES")
    return pathlib.Path(at) if at else None
