"""formlib.py - the project's own samples in the forms that offices have: Word, PDF, scan.

A sample is plain text as some converter left it (wrapped, spaced, in columns). Here it is laid
out again as its office wrote it: header and signature side by side in tables without rules, whole
paragraphs, real footnotes and page numbers. LibreOffice prints all of them in one run; a scan is
the print drawn at 200 dpi, laid down crooked and soiled a little.
"""
import html
import json
import math
import pathlib
import random
import re
import struct
import subprocess
import unicodedata
import zipfile
import zlib

DPI = 200
RIGHT = re.compile(r"CỘNG H|Độc lập|[^,]{1,30}, ngày ")
SPLIT = re.compile(r"^(.*?\S)\s{3,}((?:CỘNG H|Độc lập|\S[^,]{1,30}, ngày).*)$")
KIND = re.compile(r"(GIẤY MỜI|THÔNG BÁO|CÔNG ĐIỆN|CHỈ THỊ|KẾ HOẠCH|TỜ TRÌNH|CHƯƠNG TRÌNH|BÁO CÁO|QUYẾT ĐỊNH)$")
MARKER = re.compile(r"(\d{1,2}\.|[a-zđ]\)|[-+•]|[IVX]+\.) ")
URGENT = ("KHẨN", "THƯỢNG KHẨN", "HỎA TỐC")
END = "(Văn bản minh họa"


def plain(line):
    return line.replace("*", "").strip()


class Sample:
    """The parts of a sample: what stands left and right in its header and at its end."""

    def __init__(self, text):
        self.above, self.left, self.right = [], [], []
        self.body = []  # (style, words) or ("table", rows) or ("footnote", mark, words)
        self.keepers, self.signer, self.end = [], [], ""
        lines = unicodedata.normalize("NFC", text).lstrip("\ufeff").replace("\f", "").split("\n")
        self.form = "NFC" if unicodedata.is_normalized("NFC", text) else "NFD"
        self.wrapped = max(len(line) for line in lines if not line.lstrip().startswith(("|", "(", "*("))) < 90
        self.spaced = not any(a.strip() and b.strip() for a, b in zip(lines, lines[1:]))
        at = self._header(lines)
        end = next(i for i, line in enumerate(lines) if plain(line).startswith("Nơi nhận"))
        self._body(lines[at:end])
        self._foot(lines[end:])

    def _side(self, words):
        if not words:
            return
        if RIGHT.match(words):
            self.right.append(words)
        elif self.left and self.left[-1].startswith("V/v"):
            self.left[-1] += " " + words
        elif words in URGENT:
            self.above.append(words)
        else:
            self.left.append(words)

    def _header(self, lines):
        for at, line in enumerate(lines):
            words = plain(line)
            if KIND.match(words) or words.startswith("Kính gửi"):
                return at
            if line.lstrip().startswith("|"):
                for cell in ([] if "--" in line else line.strip().strip("|").split("|")):
                    self._side(plain(cell))
                continue
            both = SPLIT.match(line.strip())
            for part in both.groups() if both else [line.strip()]:
                self._side(part if "  " in part and "/" in part else plain(part))
        raise ValueError("a sample without a title")

    def _starts(self, line, blank):
        words = line.strip()
        if words[:1].islower() and not MARKER.match(words):
            return False
        if not self.wrapped or line[:1] == " " or MARKER.match(words) or words.startswith(("Kính gửi", "**")):
            return True
        return blank and not self.spaced

    def _body(self, lines):
        blank, title, note = True, False, False
        for line in lines:
            words = line.strip()
            if not words or re.fullmatch(r"\d{1,2}", words):
                blank = blank or not words
                note = note and not words.isdigit()
                title = title and (self.spaced or not self.body[-1][1] or KIND.match(plain(self.body[-1][1])))
                continue
            if words.startswith("|"):
                if set(words) <= set("|-: "):
                    continue
                if not self.body or self.body[-1][0] != "table":
                    self.body.append(("table", []))
                self.body[-1][1].append([c.strip() for c in words.strip("|").split("|")])
            elif words[0] in "¹²³":
                self.body.append(("footnote", words[0], words[1:].strip()))
                note = True
            elif note and not blank:
                self.body[-1] = (*self.body[-1][:2], self.body[-1][2] + " " + words)
            elif KIND.match(plain(words)):
                self.body.append(("centre", words))
                title = True
                blank = False
                continue
            elif title and KIND.match(plain(self.body[-1][1])):
                self.body.append(("centre", words))
                title = self.wrapped
            elif title and (not self.spaced or line[:1] != " "):
                self.body[-1] = ("centre", self.body[-1][1] + " " + words)
            elif self._starts(line, blank) or not self._joinable():
                deep = len(line) - len(line.lstrip()) > 10
                self.body.append(("centre" if deep else "text", words))
                title = False
            else:
                last = self._joinable()
                self.body[last - 1] = (self.body[last - 1][0], self.body[last - 1][1] + " " + words)
            blank = False

    def _joinable(self):
        """One more than the last paragraph's place; a footnote between is passed over."""
        at = len(self.body)
        while at > 0 and self.body[at - 1][0] == "footnote":
            at -= 1
        return at if at > 0 and self.body[at - 1][0] in ("text", "centre") else 0

    def _foot(self, lines):
        blank = done = False
        for line in lines:
            words = plain(line)
            if words.startswith(END):
                self.end = words
                continue
            parts = [p for p in re.split(r"\s{3,}", line.rstrip()) if p]
            if len(parts) == 2:
                done = True
                self.keepers.append(plain(parts[0]))
                self.signer.append(plain(parts[1]))
            elif not words:
                blank = True
                continue
            elif words.startswith(("-", "Nơi nhận")):
                self.keepers.append(words)
            elif self.wrapped and not self.spaced and not blank and not done and self.keepers:
                self.keepers[-1] += " " + words
            else:
                done = True
                self.signer.append(words)
            blank = False


# A Word file ---------------------------------------------------------------------------------

NS = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
      'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"')
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
FONT = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
W = "application/vnd.openxmlformats-officedocument.wordprocessingml."
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PARTS = {"document": "document.main", "styles": "styles", "header1": "header", "footnotes": "footnotes"}


def run(words, bold=False, italic=False, size=26):
    style = FONT + "<w:b/>" * bold + "<w:i/>" * italic + f'<w:sz w:val="{size}"/>'
    return f'<w:r><w:rPr>{style}</w:rPr><w:t xml:space="preserve">{html.escape(words, quote=False)}</w:t></w:r>'


def runs(words, notes, **look):
    """**bold**, *italic*, and the mark of a footnote."""
    out = []
    for part in re.split(r"(\*\*.+?\*\*|\*.+?\*|[¹²³])", words):
        if part.startswith("**"):
            out.append(run(part[2:-2], **{**look, "bold": True}))
        elif part.startswith("*"):
            out.append(run(part[1:-1], **{**look, "italic": True}))
        elif part in notes:
            out.append('<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
                       f'<w:footnoteReference w:id="{notes[part]}"/></w:r>')
        elif part:
            out.append(run(part, **look))
    return "".join(out)


def paragraph(inner, align="both", first=0, after=80):
    return (f'<w:p><w:pPr><w:spacing w:before="0" w:after="{after}"/><w:ind w:firstLine="{first}"/>'
            f'<w:jc w:val="{align}"/></w:pPr>{inner}</w:p>')


def table(rows, widths, ruled):
    line = "".join(f'<w:{e} w:val="{"single" if ruled else "nil"}" w:sz="4"/>'
                   for e in ("top", "left", "bottom", "right", "insideH", "insideV"))
    out = [f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{line}</w:tblBorders>'
           '<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>',
           *(f'<w:gridCol w:w="{w}"/>' for w in widths), "</w:tblGrid>"]
    for row in rows:
        out.append("<w:tr>")
        for width, cell in zip(widths, row):
            out.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>')
        out.append("</w:tr>")
    return "".join(out) + "</w:tbl>"


def columns(left, right, signs):
    empty = paragraph("")
    if signs:
        one = "".join(paragraph(run(w, bold=w.startswith("Nơi"), italic=w.startswith("Nơi"), size=22), "left", after=0)
                      for w in left)
        two = "".join(paragraph(run(w, bold=True), "center", after=0) for w in right[:-1])
        two += paragraph("") * 3 + paragraph(run(right[-1], bold=True), "center", after=0)
        return table([[one or empty, two or empty]], [4600, 4700], False)
    one = "".join(paragraph(run(w, bold=w.isupper(), size=24), "center", after=0) for w in left)
    two = "".join(paragraph(run(w, bold=not w.startswith(("Lạng", "Vân", "Ba ", "Kỳ")), size=24), "center", after=0)
                  for w in right)
    return table([[one or empty, two or empty]], [3700, 5600], False)


def cells(rows):
    count = max(len(r) for r in rows)
    widths = [600] + [8700 // (count - 1)] * (count - 1)
    return table([[paragraph(runs(w, {}, size=24), "left", after=0) for w in row + [""] * (count - len(row))]
                  for row in rows], widths, True)


def docx(sample, path):
    notes = {piece[1]: i for i, piece in enumerate((p for p in sample.body if p[0] == "footnote"), 1)}
    out = [paragraph(run(w, bold=True), "center") for w in sample.above]
    out += [columns(sample.left, sample.right, False), paragraph("")]
    for piece in sample.body:
        if piece[0] == "table":
            out += [cells(piece[1]), paragraph("")]
        elif piece[0] == "centre":
            out.append(paragraph(runs(piece[1], notes, bold=not plain(piece[1]).startswith("Kính")), "center"))
        elif piece[0] == "text":
            out.append(paragraph(runs(piece[1], notes), first=567))
    out += [paragraph(""), columns(sample.keepers, sample.signer, True), paragraph("")]
    out.append(paragraph(run(sample.end, italic=True, size=20), "left"))
    write(unicodedata.normalize(sample.form, "".join(out)), [(notes[p[1]], p[2]) for p in sample.body if p[0] == "footnote"], path)


def write(body, notes, path):
    section = ('<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/>'
               '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1418" w:header="567" w:footer="567"/>'
               "<w:titlePg/></w:sectPr>")
    footnotes = "".join(f'<w:footnote w:id="{i}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
                        f'<w:footnoteRef/></w:r>{run(" " + words, size=20)}</w:p></w:footnote>' for i, words in notes)
    page = paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
                     '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
                     '<w:r><w:fldChar w:fldCharType="end"/></w:r>', "center")
    parts = {
        "document": f"<w:document {NS}><w:body>{body}{section}</w:body></w:document>",
        "styles": f"<w:styles {NS}><w:docDefaults><w:rPrDefault><w:rPr>{FONT}</w:rPr></w:rPrDefault>"
                  "</w:docDefaults></w:styles>",
        "header1": f"<w:hdr {NS}>{page}</w:hdr>",
        "footnotes": f"<w:footnotes {NS}>{footnotes}</w:footnotes>",
    }
    types = "".join(f'<Override PartName="/word/{n}.xml" ContentType="{W}{t}+xml"/>' for n, t in PARTS.items())
    pairs = [("rId1", "styles"), ("rId2", "header1"), ("rId3", "footnotes")]
    rels = "".join(f'<Relationship Id="{i}" Type="{R}{n.rstrip("1")}" Target="{n}.xml"/>' for i, n in pairs)
    space = "http://schemas.openxmlformats.org/package/2006/"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("[Content_Types].xml", f'{HEAD}<Types xmlns="{space}content-types"><Default Extension="rels" '
                   'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
                   f'ContentType="application/xml"/>{types}</Types>')
        z.writestr("_rels/.rels", f'{HEAD}<Relationships xmlns="{space}relationships"><Relationship Id="rId1" '
                   f'Type="{R}officeDocument" Target="word/document.xml"/></Relationships>')
        z.writestr("word/_rels/document.xml.rels", f'{HEAD}<Relationships xmlns="{space}relationships">{rels}'
                   "</Relationships>")
        for name, xml in parts.items():
            z.writestr(f"word/{name}.xml", HEAD + xml)


# Other looks of the same page: columns and paragraphs break where nobody thought of.
LOOKS = {
    "wide": ((b"Times New Roman", b"DejaVu Serif"),),
    "spaced": ((b'w:before="0" w:after="80"', b'w:before="120" w:after="120" w:line="360" w:lineRule="auto"'),),
    "narrow": ((b'w:right="1134" w:bottom="1134" w:left="1418"', b'w:right="1800" w:bottom="1134" w:left="2400"'),),
}


def restyle(path, to, changes):
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            for was, now in changes:
                part = part.replace(was, now)
            new.writestr(name, part)


def print_all(files, folder):
    """One run of LibreOffice for all; False when it is not there."""
    try:
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf",
                        "--outdir", str(folder), *map(str, files)],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
    except FileNotFoundError:
        return False
    return True


# A scan --------------------------------------------------------------------------------------

def pgm(data):
    head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", data)
    return int(head[1]), int(head[2]), data[head.end():]


def crooked(width, height, pixels, degrees, dice):
    """Rows of the page turned by two shears, with specks."""
    slope = math.tan(math.radians(degrees))
    white = b"\xff" * width
    rows = [pixels[y * width:(y + 1) * width] for y in range(height)]
    across = []
    for y, row in enumerate(rows):
        by = round((y - height / 2) * slope)
        across.append((row[by:] + white)[:width] if by >= 0 else (white[:-by] + row)[:width])
    bands = [(x, round((x - width / 2) * slope)) for x in range(0, width, 16)]
    turned = []
    for y in range(height):
        line = b"".join((across[y - by] if 0 <= y - by < height else white)[x:x + 16] for x, by in bands)
        turned.append(bytearray(line[:width]))
    for _ in range(width * height // 20000):
        turned[dice.randrange(height)][dice.randrange(width)] = dice.randrange(0, 120)
    return [bytes(r) for r in turned]


def png(width, rows, colours=1):
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    head = struct.pack(">IIBBBBB", width, len(rows), 8, 2 if colours == 3 else 0, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) +
            chunk(b"pHYs", struct.pack(">IIB", int(DPI / 0.0254), int(DPI / 0.0254), 1)) +
            chunk(b"IDAT", zlib.compress(b"".join(b"\0" + r for r in rows), 6)) + chunk(b"IEND", b""))


def pdf(pages):
    """Pages that are pictures and nothing else."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
    kids = []
    for width, rows in pages:
        at = len(objects) + 1
        kids.append(b"%d 0 R" % at)
        w, h = width * 72 / DPI, len(rows) * 72 / DPI
        draw = b"q %.2f 0 0 %.2f 0 0 cm /I Do Q" % (w, h)
        body = zlib.compress(b"".join(rows), 6)
        objects += [b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %.2f %.2f]/Contents %d 0 R"
                    b"/Resources<</XObject<</I %d 0 R>>>>>>" % (w, h, at + 1, at + 2),
                    b"<</Length %d>>stream\n%s\nendstream" % (len(draw), draw),
                    b"<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray"
                    b"/BitsPerComponent 8/Filter/FlateDecode/Length %d>>stream\n%s\nendstream"
                    % (width, len(rows), len(body), body)]
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(kids), len(kids))
    out, places = b"%PDF-1.4\n", []
    for i, body in enumerate(objects):
        places.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (i + 1, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % p for p in places)
    return out + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


def scan(printed, degrees=0.5, turns=0):
    """The print as a scan beside it: a PNG of one page, a PDF of several. turns: quarters to the right."""
    folder, name = printed.parent / "scans", printed.stem
    folder.mkdir(exist_ok=True)
    subprocess.run(["pdftoppm", "-r", str(DPI), "-gray", str(printed), str(folder / name)], check=True)
    dice = random.Random(name)
    pages = []
    for picture in sorted(folder.glob(name + "-*.pgm")):
        width, height, pixels = pgm(picture.read_bytes())
        rows = crooked(width, height, pixels, degrees, dice)
        for _ in range(turns):
            rows = [bytes(column) for column in zip(*reversed(rows))]
        pages.append((len(rows[0]), rows))
        picture.unlink()
    if len(pages) == 1:  # a loose picture is read by another way than a PDF
        to = folder / (name + ".png")
        to.write_bytes(png(*pages[0]))
    else:
        to = folder / (name + ".pdf")
        to.write_bytes(pdf(pages))
    return to


def stamp(words, path):
    """A Word file with nothing but a stamp of these words, framed."""
    frame = "".join(f'<w:{e} w:val="single" w:sz="18" w:space="4"/>' for e in ("top", "left", "bottom", "right"))
    mark = paragraph(run(words, bold=True, size=36), "center")
    mark = mark.replace("<w:spacing", f"<w:pBdr>{frame}</w:pBdr><w:spacing", 1)
    write(mark.replace('w:firstLine="0"', 'w:left="3600" w:right="3600"'), [], path)


def drawn(printed):
    """The first page of a print: (width, rows)."""
    done = subprocess.run(["pdftoppm", "-r", str(DPI), "-gray", "-l", "1", str(printed)], capture_output=True, check=True)
    width, height, pixels = pgm(done.stdout)
    return width, [pixels[y * width:(y + 1) * width] for y in range(height)]


def ink(printed):
    """What is drawn on it, cut close."""
    rows = drawn(printed)[1]
    used = [y for y, row in enumerate(rows) if min(row) < 128]
    left = min(x for y in used for x, v in enumerate(rows[y]) if v < 128)
    right = max(x for y in used for x, v in enumerate(rows[y]) if v < 128)
    return right - left + 1, [rows[y][left:right + 1] for y in range(used[0], used[-1] + 1)]


def press(page, mark, at, degrees):
    """A stamp pressed crooked on a grey page, as coloured rows: red over black."""
    width, rows = page
    wide, picture = mark
    tall = len(picture)
    angle = math.radians(degrees)
    c, s = math.cos(angle), math.sin(angle)
    out = [bytearray(v for v in row for _ in range(3)) for row in rows]
    for y in range(-wide // 4, tall + wide // 4):
        for x in range(-8, wide + 8):
            fx, fy = round(x * c + y * s), round(-x * s + y * c)
            if 0 <= fx < wide and 0 <= fy < tall and picture[fy][fx] < 160:
                place = out[at[1] + y]
                for k, shade in ((0, 215), (1, 60), (2, 70)):
                    i = 3 * (at[0] + x) + k
                    place[i] = min(place[i], shade)
    return width, [bytes(r) for r in out]


def grey(page):
    """A coloured page as an office without a colour scanner has it, one byte a pixel."""
    width, rows = page
    return width, [bytes((2 * r[i] + 5 * r[i + 1] + r[i + 2]) // 8 for i in range(0, 3 * width, 3)) for r in rows]


# Records -------------------------------------------------------------------------------------

PLACES = {"at", "pages", "layout", "schema", "reader", "source", "confidence", "id", "warnings"}
SORTED = {"dates", "citations", "figures"}


def records(program, files, registry):
    done = subprocess.run([program, "read", "--registry", f"{registry},vietnam", *map(str, files)],
                          capture_output=True, text=True)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    if len(found) != len(files) or any("error" in f for f in found):
        raise SystemExit(f"Bail out! {len(found)} records of {len(files)} files: {done.stderr[:400]}")
    return found


def words_of(value):
    return re.sub(r"\s+", " ", value).strip()


def settled(record):
    """What a record says, without where it stands: what refers to another by number shows its words,
    and lists that only follow the order of the page are sorted."""
    names = {}
    for d in record["dates"]:
        names[d["id"]] = "date " + words_of(d["text"])
    for c in record["citations"]:
        names[c["id"]] = "citation " + words_of(c["text"])
    for a in record["assignments"]:
        names[a["id"]] = "duty " + words_of(a["action"]["text"] or "")

    def walk(value, key, top):
        if isinstance(value, dict):
            return {k: walk(v, k, False) for k, v in value.items()
                    if k not in PLACES and v is not None and not (top and k == "text")}
        if isinstance(value, list):
            out = [walk(v, key, False) for v in value]
            if key in SORTED:
                out.sort(key=lambda v: json.dumps(v, ensure_ascii=False, sort_keys=True))
            return out
        if key in ("deadlines", "basis", "depends_on"):
            return names.get(value, value)
        return words_of(value) if isinstance(value, str) else value
    return walk(record, "", True)


def count(value):
    """Its fields."""
    if isinstance(value, dict):
        return sum(count(v) for v in value.values())
    return sum(count(v) for v in value) if isinstance(value, list) else 1


def agree(a, b, path="", say=None):
    """(fields that are the same, all fields of both). Items of lists are paired in order so that as much
    as possible agrees; an item without a partner counts in full."""
    if isinstance(a, dict) and isinstance(b, dict):
        pairs = [agree(a[k], b[k], f"{path}.{k}", say) if k in a and k in b else
                 lone(a.get(k), b.get(k), f"{path}.{k}", say) for k in sorted(a.keys() | b.keys())]
        return sum(p[0] for p in pairs), sum(p[1] for p in pairs)
    if isinstance(a, list) and isinstance(b, list):
        return agree_lists(a, b, path, say)
    if a == b:
        return 1, 1
    if say is not None:
        say.append(f"{path}: {json.dumps(a, ensure_ascii=False)} | {json.dumps(b, ensure_ascii=False)}")
    return 0, max(count(a), count(b))


def lone(a, b, path, say):
    size = count(a if a is not None else b)
    if say is not None and size:
        say.append(f"{path}: {json.dumps(a, ensure_ascii=False)} | {json.dumps(b, ensure_ascii=False)}")
    return 0, size


def agree_lists(a, b, path, say):
    best = {(i, len(b)): 0 for i in range(len(a) + 1)}
    best.update({(len(a), j): 0 for j in range(len(b) + 1)})
    same = {(i, j): agree(x, y)[0] for i, x in enumerate(a) for j, y in enumerate(b)}
    for i in reversed(range(len(a))):
        for j in reversed(range(len(b))):
            best[i, j] = max(best[i + 1, j], best[i, j + 1], best[i + 1, j + 1] + same[i, j])
    i = j = 0
    pairs = []
    while i < len(a) or j < len(b):
        if i < len(a) and j < len(b) and best[i, j] == best[i + 1, j + 1] + same[i, j]:
            pairs.append(agree(a[i], b[j], f"{path}[{i}]", say))
            i, j = i + 1, j + 1
        elif i < len(a) and (j == len(b) or best[i, j] == best[i + 1, j]):
            pairs.append(lone(a[i], None, f"{path}[{i}]", say))
            i += 1
        else:
            pairs.append(lone(None, b[j], f"{path}[{i}]", say))
            j += 1
    return sum(p[0] for p in pairs), sum(p[1] for p in pairs)
