#!/usr/bin/env python3
"""test_intake.py PROGRAM ROOT - files as offices have them, made here: what must come of each.

What needs a program that is not installed is named and not run.
"""
import datetime
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
import zlib
from xml.sax.saxutils import escape

program = str(pathlib.Path(sys.argv[1]).resolve())
SANITIZED = "test" in pathlib.Path(program).parent.name
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
T = "http://schemas.openxmlformats.org/package/2006"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
cases: list[bool] = []


def say(fine: bool, what: str, why: object = "") -> None:
    cases.append(bool(fine))
    if not fine:
        print("  " + str(why)[:1500])
    print(f"{'ok' if fine else 'not ok'} {len(cases)} - {what}", flush=True)


def read(*files: pathlib.Path, more: tuple[str, ...] = ()) -> list[dict]:
    done = subprocess.run([program, "read", "--format", "json", *more, *map(str, files)], capture_output=True,
                          text=True, timeout=300)
    return [json.loads(line) for line in done.stdout.splitlines()]


def duties(d: dict) -> list[tuple]:
    value = {x["id"]: x["value"] for x in d["dates"]}
    return [([x["text"] for x in a["lead"]], [x["text"] for x in a["with"]], a["action"]["text"],
             [value[k] for k in a["deadlines"]]) for a in d["assignments"]]


def p(text: str, where: str = "left") -> str:
    return (f'<w:p><w:pPr><w:jc w:val="{where}"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii="Liberation Serif" '
            f'w:hAnsi="Liberation Serif"/><w:sz w:val="26"/></w:rPr><w:t xml:space="preserve">{escape(text)}'
            "</w:t></w:r></w:p>")


WIDTHS = [700, 4200, 1900, 1700, 1600]


def table(rows: list[list[str]], where: str = "top", merged: tuple = ()) -> str:
    """Cells (row, column) of `merged` go on with the one above."""
    def cell(k: int, i: int, text: str) -> str:
        merge = ("<w:vMerge/>" if (k, i) in merged else
                 '<w:vMerge w:val="restart"/>' if (k + 1, i) in merged else "")
        return (f'<w:tc><w:tcPr><w:tcW w:w="{WIDTHS[i]}" w:type="dxa"/>{merge}<w:vAlign w:val="{where}"/>'
                f'</w:tcPr>{p(text, "center" if i == 0 or k == 0 else "both")}</w:tc>')
    edges = "".join(f'<w:{s} w:val="single" w:sz="4"/>'
                    for s in ("top", "left", "bottom", "right", "insideH", "insideV"))
    return (f'<w:tbl><w:tblPr><w:tblW w:w="10100" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders>'
            '<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>'
            + "".join(f'<w:gridCol w:w="{w}"/>' for w in WIDTHS) + "</w:tblGrid>"
            + "".join("<w:tr>" + "".join(cell(k, i, c) for i, c in enumerate(row)) + "</w:tr>"
                      for k, row in enumerate(rows)) + "</w:tbl>")


def docx(path: pathlib.Path, body: str) -> pathlib.Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("[Content_Types].xml",
                   f'<Types xmlns="{T}/content-types"><Default Extension="rels" ContentType='
                   '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
                   'ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
                   '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
        z.writestr("_rels/.rels", f'<Relationships xmlns="{T}/relationships"><Relationship Id="r1" '
                                  f'Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>')
        z.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
    return path


def office(folder: pathlib.Path, kind: str, *files: pathlib.Path) -> list[pathlib.Path]:
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to",
                    kind, "--outdir", str(folder / "made"), *map(str, files)], check=True, capture_output=True,
                   timeout=300)
    return [folder / "made" / f"{f.stem}.{kind}" for f in files]


HEAD = (p("ỦY BAN NHÂN DÂN", "center") + p("TỈNH LẠNG SƠN", "center") + p("Số: 12/KH-UBND")
        + p("Lạng Sơn, ngày 02 tháng 3 năm 2026", "right") + p("KẾ HOẠCH", "center")
        + p("Phân công nhiệm vụ trọng tâm năm 2026", "center")
        + p("Ủy ban nhân dân tỉnh ban hành Kế hoạch phân công nhiệm vụ với các nội dung cụ thể như sau, yêu cầu "
            "các cơ quan, đơn vị nghiêm túc tổ chức thực hiện.", "both"))
FOOT = (p("Yêu cầu các cơ quan, đơn vị, địa phương nghiêm túc tổ chức triển khai thực hiện Kế hoạch này, báo cáo "
          "kết quả về Ủy ban nhân dân tỉnh trước ngày 15/12/2026.", "both")
        + p("Nơi nhận:") + p("- Như trên;") + p("- Lưu: VT."))
ROWS = [
    ["TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành"],
    ["I", "Nhóm nhiệm vụ về chuyển đổi số", "", "", ""],
    ["1", "Tham mưu Ủy ban nhân dân tỉnh ban hành Kế hoạch chuyển đổi số trên địa bàn tỉnh giai đoạn 2026 - 2030",
     "Sở Khoa học và Công nghệ", "Các sở, ban, ngành", "Trước ngày 15/5/2026"],
    ["2", "Rà soát, thống kê quỹ đất chưa sử dụng", "Sở Nông nghiệp và Môi trường", "UBND các xã, phường",
     "30/6/2026"],
    ["3", "Tổ chức hội nghị tổng kết công tác cải cách hành chính năm 2026, đề xuất khen thưởng các tập thể, cá "
     "nhân tiêu biểu có thành tích xuất sắc", "Sở Nội vụ", "Văn phòng UBND tỉnh", "Quý IV/2026"],
    ["II", "Nhóm nhiệm vụ về tài chính", "", "", ""],
    ["4", "Xây dựng dự toán ngân sách địa phương năm 2027 trình Hội đồng nhân dân tỉnh xem xét, quyết định",
     "Sở Tài chính", "", "20/11/2026"],
    ["5", "Báo cáo kết quả giải ngân vốn đầu tư công", "Sở Tài chính", "Các chủ đầu tư", "Hằng tháng"]]
LONG = ROWS + [[str(6 + k), *ROWS[2 + k % 3][1:]] for k in range(12)]


def merged_cells(folder: pathlib.Path) -> None:
    rows = [r[:] for r in (ROWS[0], ROWS[2], ROWS[3], ROWS[4])]
    rows[2][2] = rows[2][4] = ""
    d = read(docx(folder / "merged.docx", HEAD + table(rows, merged=((2, 2), (2, 4))) + FOOT))[0]
    got = duties(d)
    say([x[0] for x in got[:3]] == [["Sở Khoa học và Công nghệ"]] * 2 + [["Sở Nội vụ"]],
        "a lead named once in a merged cell governs its rows", got)
    say(got[1][3] == ["2026-05-15"], "so does a limit", got[1:2])
    d = read(docx(folder / "plain.docx", HEAD + table(rows) + FOOT))[0]
    say(not any(x[0] == ["Sở Khoa học và Công nghệ"] and "Rà soát" in x[2] for x in duties(d)),
        "an empty cell that is not merged inherits nothing", duties(d))


def pdf_tables(folder: pathlib.Path) -> None:
    made = {name: docx(folder / f"{name}.docx", HEAD + table(rows, where) + FOOT)
            for name, rows, where in (("top", ROWS, "top"), ("middle", ROWS, "center"), ("long", LONG, "center"))}
    for name in [*made]:  # narrower cells: words are cut, rows go on over the page
        made[f"wide {name}"] = docx(folder / f"wide {name}.docx",
                                    re.sub("Liberation", "DejaVu", HEAD + table(LONG if name == "long" else ROWS,
                                           "top" if name == "top" else "center") + FOOT))
    pdfs = office(folder, "pdf", *made.values())
    for (name, source), pdf in zip(made.items(), pdfs):
        a, b = (duties(x) for x in read(source, pdf))
        say(a == b and len(b) > 5, f"a table in a PDF gives the duties of the Word file: {name}",
            [x for x in b if x not in a] + ["---"] + [x for x in a if x not in b])
    d = read(pdfs[0], more=("--boxes",))[0]
    text = d["text"].encode()
    words = [w for page in d["pages"] for w in page["words"]]
    said = [text[w["at"][0]:sum(w["at"])].decode() for w in words]
    say(said == d["text"].split(), "--boxes: every word of the text has its box", f"{len(said)} words")
    say(all(0 <= w["box"][0] < w["box"][2] <= 612 and 0 <= w["box"][1] < w["box"][3] <= 842 for w in words),
        "each on the page")
    say("words" not in read(pdfs[0])[0]["pages"][0], "only when asked for")


def signed_pdf(folder: pathlib.Path) -> None:
    """A PDF with a signature made by OpenSSL; whether it holds is not asked."""
    key, cert, message = folder / "key.pem", folder / "cert.pem", folder / "m.der"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", str(key), "-out",
                    str(cert), "-days", "30", "-utf8", "-subj", "/C=VN/O=Thử nghiệm/CN=Nguyễn Văn Thử"],
                   check=True, capture_output=True)
    subprocess.run(["openssl", "cms", "-sign", "-binary", "-signer", str(cert), "-inkey", str(key), "-outform",
                    "DER", "-out", str(message), "-md", "sha256"], input=b"x", check=True, capture_output=True)
    pem = subprocess.run(["openssl", "cms", "-cmsout", "-print", "-inform", "DER", "-in", str(message)],
                         check=True, capture_output=True, text=True).stdout
    at = re.search(r"UTCTIME:(\w+ +\d+ \d\d:\d\d:\d\d \d{4}) GMT", pem)
    at = at and datetime.datetime.strptime(at[1], "%b %d %H:%M:%S %Y")
    lines = b" T* ".join(b"(Giao So Tai chinh bao cao ket qua thuc hien truoc ngay 27/5/2026.) Tj"
                         for _ in range(6))
    stream = b"BT /F1 12 Tf 14 TL 72 700 Td " + lines + b" ET"
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[5 0 R]>>",
               b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
               b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 3 0 R>>>>>>"]
    out, places = bytearray(b"%PDF-1.4\n"), []
    for i, text in enumerate(objects):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (i + 1, text)
    places.append(len(out))
    hexed = b"<" + message.read_bytes().hex().encode() + b"00" * 40 + b">"
    head = b"6 0 obj<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/ByteRange[0 %010d %010d 9]/Contents"
    gap = len(out) + len(head % (0, 0))
    out += head % (gap, gap + len(hexed)) + hexed + b">> endobj\n"
    start = len(out)
    out += b"xref\n0 7\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % x for x in places)
    out += b"trailer<</Size 7/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % start
    (folder / "signed.pdf").write_bytes(out)
    d = read(folder / "signed.pdf")[0]
    stamps = d.get("stamps") or [{}]
    say(stamps[0].get("signer") == "Nguyễn Văn Thử", "who signed a PDF is told", d.get("error", stamps))
    shown = at and (at + datetime.timedelta(hours=7)).strftime("%Y-%m-%dT%H:%M")
    say(at is not None and stamps[0].get("signed_at") == shown, "and when, in the time of Vietnam", (stamps, shown))
    beside = at.strftime("/M(D:%Y%m%d%H%M%S+07'00')>> endobj\nxref").encode()
    (folder / "local.pdf").write_bytes(bytes(out).replace(b">> endobj\nxref", beside))
    d = read(folder / "local.pdf")[0]
    say(d.get("stamps", [{}])[0].get("signed_at") == at.strftime("%Y-%m-%dT%H:%M"),
        "a message that says the time of Vietnam as if it were UTC", d.get("error", d.get("stamps")))
    (folder / "odd.pdf").write_bytes(bytes(out).replace(hexed[:80], b"<" + b"3081ff" * 26 + b"0"))
    d = read(folder / "odd.pdf")[0]
    say(d.get("stamps") == [], "a signature that is none says nobody, and the document is read", d.get("error"))


def hand_pdf(pages: list) -> bytes:
    """A PDF of pages; each is lines of text, or a grey picture (width, height, bytes)."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * i) for i in range(len(pages)))
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(pages), kids),
               b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    pictures = 4 + 2 * len(pages)
    for i, page in enumerate(pages):
        if isinstance(page, list):
            words = b"BT /F1 12 Tf 20 TL 72 740 Td " + b" T* ".join(b"(%s) Tj" % x for x in page) + b" ET"
        else:
            words = b"q 595 0 0 842 0 0 cm /P Do Q"
        uses = b"/Font<</F1 3 0 R>>/XObject<</P %d 0 R>>" % (pictures + i)
        objects.append(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<<%s>>>>"
                       % (5 + 2 * i, uses))
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(words), words))
    for page in pages:
        w, h, grey = page if isinstance(page, tuple) else (1, 1, b"\xff")
        packed = zlib.compress(grey)
        objects.append(b"<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8"
                       b"/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (w, h, len(packed), packed))
    out, places = bytearray(b"%PDF-1.4\n"), []
    for i, text in enumerate(objects):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (i + 1, text)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % x for x in places)
    return bytes(out + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))


def mixed_pdf(folder: pathlib.Path) -> None:
    """Pages of text and a page that is a picture, and what stands alone on its page."""
    (folder / "back.pdf").write_bytes(hand_pdf([SECOND]))
    subprocess.run(["pdftoppm", "-gray", "-r", "200", "-singlefile", str(folder / "back.pdf"), str(folder / "back")],
                   check=True)
    head, size, _, grey = (folder / "back.pgm").read_bytes().split(b"\n", 3)
    w, h = map(int, size.split())
    (folder / "mixed.pdf").write_bytes(hand_pdf([FIRST, (w, h, grey), [b"Het."]]))
    d = read(folder / "mixed.pdf")[0]
    text = d.get("text", "")
    ends = [x["text"][-9:] for x in d.get("dates", [])]
    say(d.get("source", {}).get("through") == "ocr" and text.count("17/6/2026") == 1 and text.count("Giao So Tai chinh bao cao ket qua thuc hien truoc") == 8
        and text.rstrip().endswith("Het."), "a page that is a picture is read where it stands", d.get("error", text))
    say(len(d.get("pages") or []) == 3 and ends == sorted(ends, key=lambda x: x[-6]), "its words know their page", d.get("pages"))
    say(d.get("warnings") == [], "and nothing is said of it", d.get("warnings"))
    (folder / "unsigned.pdf").write_bytes(hand_pdf([FIRST]) + b"% << /Subtype /Image /SMask 9 0 R >> << /Subtype/Image >>\n")
    d = read(folder / "unsigned.pdf")[0]
    # the page's own one and that behind its end; the third is a mask
    say(d.get("warnings") == ["pictures beside the words that were not read: 2"],
        "where nobody signed in words, the pictures of a PDF are told of", d.get("error", d.get("warnings")))
    (folder / "alone.pdf").write_bytes(hand_pdf([FIRST, [b"Het."]]))
    d = read(folder / "alone.pdf")[0]
    say(d.get("source", {}).get("through") == "text", "a page with a few words alone is no picture")


def word_pictures(folder: pathlib.Path) -> None:
    """Scans in a Word file: read when there is nothing else, else said."""
    picture = ('<w:drawing><wp:inline xmlns:wp="wp"><wp:extent cx="%d" cy="%d"/><pic:pic xmlns:pic="pic">'
               '<a:blip xmlns:a="a" xmlns:r="r" r:embed="rId9"/></pic:pic></wp:inline></w:drawing>')
    big, small = picture % (5400000, 7600000), picture % (900000, 700000)
    frame = '<w:drawing><wp:anchor xmlns:wp="wp"><wp:extent cx="6000000" cy="9000000"/></wp:anchor></w:drawing>'
    for name, lines in (("a", FIRST), ("b", SECOND)):
        (folder / f"{name}.pdf").write_bytes(hand_pdf([lines]))
        subprocess.run(["pdftoppm", "-png", "-r", "200", "-singlefile", str(folder / f"{name}.pdf"), str(folder / name)],
                       check=True)
    only = docx(folder / "only.docx", f"<w:p><w:r>{big}</w:r></w:p>")
    with zipfile.ZipFile(only, "a") as z:
        z.writestr("word/media/image10.png", (folder / "b.png").read_bytes())
        z.writestr("word/media/image2.png", (folder / "a.png").read_bytes())
    d = read(only)[0]
    text = d.get("text", "")
    say("18/5/2026" in text and "17/6/2026" in text and text.find("18/5") < text.find("17/6")
        and d["source"]["through"] == "ocr", "pictures of pages in a Word file without words are read in order",
        d.get("error", text))
    both = docx(folder / "both.docx", HEAD + f"<w:p><w:r>{frame}{big}{small}{small}</w:r></w:p>" + FOOT)
    d = read(both)[0]
    say(d.get("warnings") == ["pictures as large as a page that were not read: 1",
                              "pictures beside the words that were not read: 2"],
        "beside words pictures are told of, and a frame is none", d.get("error", d.get("warnings")))
    sheet = subprocess.run([program, "read", "--format", "text", str(both)], capture_output=True, text=True).stdout
    say("Chưa đọc 3 hình trong tệp" in sheet, "the readable sheet says so too", sheet[:400])


FIRST = [b"Giao So Tai chinh bao cao ket qua thuc hien truoc ngay %d/5/2026." % (11 + i) for i in range(8)]
SECOND = [b"Giao So Xay dung bao cao ket qua thuc hien truoc ngay %d/6/2026." % (10 + i) for i in range(8)]


def texts(folder: pathlib.Path) -> None:
    plain = "ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN\nSố: 12/TB-UBND\n\nGiao Sở Tài chính báo cáo trước ngày 27/5/2026.\n"
    ways = {"utf16.txt": plain.encode("utf-16"), "utf16be.txt": b"\xfe\xff" + plain.encode("utf-16-be"),
            "page.xhtml": ('<?xml version="1.0" encoding="UTF-8"?>\n<!-- x -->\n<!DOCTYPE html PUBLIC "-//W3C//DTD '
                           'XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">'
                           '<html xmlns="http://www.w3.org/1999/xhtml"><body>'
                           + "".join(f"<p>{line}</p>" for line in plain.split("\n")) + "</body></html>").encode()}
    for name, data in ways.items():
        (folder / name).write_bytes(data)
        d = read(folder / name)[0]
        say(d.get("number", {}).get("value") == "12/TB-UBND" and [x["value"] for x in d["dates"]] == ["2026-05-27"],
            f"{name} is read", d.get("error", d.get("number")))
    (folder / "half.txt").write_bytes(plain.encode("utf-16") + b"\x00\xd8a\x00")
    say(read(folder / "half.txt")[0].get("error", {}).get("code") == "not-utf8", "half a letter of UTF-16 is refused")


def old_files(folder: pathlib.Path) -> None:
    sources = [docx(folder / f"old{i}.docx", HEAD + p(f"Giao Sở Tài chính báo cáo trước ngày {i + 10}/5/2026.") + FOOT)
               for i in range(3)]
    old = office(folder, "doc", *sources)
    (folder / "made" / "old1b.doc").write_bytes(old[1].read_bytes()[:9000])
    old.insert(2, folder / "made" / "old1b.doc")
    together = read(*old)
    alone = [read(f)[0] for f in old]
    say(together == alone and sum("error" in d for d in together) <= 1 and len(together) == 4,
        "old files converted together give what each gives alone, a broken one among them",
        [d.get("error", {}).get("code") for d in together + alone])
    say(together[0]["source"]["media"] == "application/msword", "and are called what they are",
        together[0]["source"])


def memory(folder: pathlib.Path) -> None:
    """Refused in one line, or read: within 64 MB either way."""
    (folder / "cells.html").write_text("<html><body><table>" + ("<tr>" + "<td>x</td>" * 50 + "</tr>") * 20000)
    (folder / "rows.csv").write_text("STT,Nội dung nhiệm vụ được giao,Cơ quan thực hiện,Thời gian hoàn thành\n" + "".join(
        f"{i},Báo cáo kết quả thực hiện nhiệm vụ số {i} cho UBND tỉnh,Sở Tài chính,{i % 27 + 1}/5/2026\n"
        for i in range(20000)))
    for name in ("cells.html", "rows.csv"):
        probe = ("import resource, subprocess, sys\n"
                 "d = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)\n"
                 "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024, d.stderr.count(b'\\n'))\n")
        done = subprocess.run([sys.executable, "-c", probe, program, "read", "--format", "json", str(folder / name)],
                              capture_output=True, text=True, timeout=300)
        peak, lines = map(int, done.stdout.split())
        say(lines <= 1 and (SANITIZED or peak <= 64), f"{name}: at most one line, within 64 MB", f"{peak} MB, {lines}")


with tempfile.TemporaryDirectory() as given:
    place = pathlib.Path(given)
    merged_cells(place)
    texts(place)
    memory(place)
    for needs, what in ((("pdftotext", "openssl"), signed_pdf), (("pdftotext", "pdftoppm", "tesseract"), mixed_pdf),
                        (("pdftoppm", "tesseract"), word_pictures), (("pdftotext", "soffice"), pdf_tables),
                        (("soffice",), old_files)):
        missing = [n for n in needs if not shutil.which(n)]
        if missing:
            print(f"# not run: {what.__name__}: {', '.join(missing)} is not installed")
        else:
            what(place)
sys.exit(0 if all(cases) else 1)
