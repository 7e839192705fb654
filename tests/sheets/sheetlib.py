"""sheetlib.py - small workbooks of our own, written part by part.

Why not a library: the tests must be able to write what no library would. A cell is a
string, a number, a bool, a date (styled as one), a Formula, or None.
"""
import dataclasses
import datetime
import io
import zipfile
from xml.sax.saxutils import escape, quoteattr

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
FORMATS = ["General", "dd/mm/yyyy", "0%", "#,##0", "mm/yyyy", 'hh:mm "ngày" dd/mm/yyyy', "@"]


@dataclasses.dataclass
class Formula:
    code: str
    value: object


@dataclasses.dataclass
class Styled:
    value: object
    style: int  # of FORMATS; + len(FORMATS): bold


@dataclasses.dataclass
class Sheet:
    name: str
    rows: list
    merges: list = dataclasses.field(default_factory=list)
    state: str = ""
    hidden_rows: tuple = ()


def letters(column: int) -> str:
    out = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        out = chr(65 + rest) + out
    return out


def serial(day: datetime.date, since_1904: bool) -> float:
    start = datetime.datetime(1904, 1, 1) if since_1904 else datetime.datetime(1899, 12, 30)
    if not isinstance(day, datetime.datetime):
        day = datetime.datetime(day.year, day.month, day.day)
    return (day - start).total_seconds() / 86400


class Book:
    def __init__(self, shared: bool = True, since_1904: bool = False):
        self.shared, self.since_1904 = shared, since_1904
        self.strings: dict[str, int] = {}

    def cell(self, ref: str, value: object, style: int = 0) -> str:
        if value is None:
            return ""
        if isinstance(value, Styled):
            return self.cell(ref, value.value, value.style)
        kind, inside = "", ""
        if isinstance(value, Formula):
            inside, value = f"<f>{escape(value.code)}</f>", value.value
            if isinstance(value, str):
                return f'<c r="{ref}" t="str">{inside}<v>{escape(value)}</v></c>'
        if isinstance(value, bool):
            kind, text = ' t="b"', str(int(value))
        elif isinstance(value, datetime.date):
            style = style or (5 if isinstance(value, datetime.datetime) else 1)
            text = repr(serial(value, self.since_1904))
        elif isinstance(value, (int, float)):
            text = repr(value)
        elif self.shared:
            kind, text = ' t="s"', str(self.strings.setdefault(value, len(self.strings)))
        else:
            return (f'<c r="{ref}" s="{style}" t="inlineStr"><is><t xml:space="preserve">'
                    f"{escape(value)}</t></is></c>")
        return f'<c r="{ref}" s="{style}"{kind}>{inside}<v>{text}</v></c>'

    def sheet(self, sheet: Sheet) -> str:
        out = [HEAD, f'<worksheet xmlns="{MAIN}"><sheetData>']
        for i, row in enumerate(sheet.rows, 1):
            cells = "".join(self.cell(f"{letters(k)}{i}", v) for k, v in enumerate(row))
            hidden = ' hidden="1"' if i in sheet.hidden_rows else ""
            if cells:
                out.append(f'<row r="{i}"{hidden}>{cells}</row>')
        out.append("</sheetData>")
        if sheet.merges:
            out.append("<mergeCells>" + "".join(f'<mergeCell ref="{m}"/>' for m in sheet.merges)
                       + "</mergeCells>")
        out.append("</worksheet>")
        return "".join(out)

    def styles(self) -> str:
        own = "".join(f'<numFmt numFmtId="{164 + i}" formatCode={quoteattr(f)}/>'
                      for i, f in enumerate(FORMATS))
        cells = "".join(f'<xf numFmtId="{164 + i}" fontId="{bold}"/>'
                        for bold in (0, 1) for i in range(len(FORMATS)))
        return (f'{HEAD}<styleSheet xmlns="{MAIN}"><numFmts>{own}</numFmts><fonts><font/>'
                f'<font><b/></font></fonts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
                f"<cellXfs>{cells}</cellXfs></styleSheet>")

    def write(self, sheets: list[Sheet], extra: dict[str, str] | None = None) -> bytes:
        parts = {f"xl/worksheets/sheet{i}.xml": self.sheet(s) for i, s in enumerate(sheets, 1)}
        listed = "".join(
            f'<sheet name={quoteattr(s.name)} sheetId="{i}" r:id="rId{i}"'
            f'{f" state={quoteattr(s.state)}" if s.state else ""}/>'
            for i, s in enumerate(sheets, 1)
        )
        related = "".join(f'<Relationship Id="rId{i}" Type="{REL}/worksheet" '
                          f'Target="worksheets/sheet{i}.xml"/>' for i in range(1, len(sheets) + 1))
        date = ' date1904="1"' if self.since_1904 else ""
        parts["xl/workbook.xml"] = (
            f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{REL}"><workbookPr{date}/>'
            f"<sheets>{listed}</sheets></workbook>")
        parts["xl/_rels/workbook.xml.rels"] = (
            f'{HEAD}<Relationships xmlns="{PACKAGE}">{related}'
            f'<Relationship Id="s" Type="{REL}/styles" Target="styles.xml"/>'
            f'<Relationship Id="t" Type="{REL}/sharedStrings" Target="/xl/sharedStrings.xml"/>'
            f'<Relationship Id="x" Type="{REL}/externalLink" Target="file:///etc/passwd" '
            'TargetMode="External"/></Relationships>')
        parts["_rels/.rels"] = (
            f'{HEAD}<Relationships xmlns="{PACKAGE}"><Relationship Id="a" '
            f'Type="{REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        parts["xl/styles.xml"] = self.styles()
        parts["xl/sharedStrings.xml"] = (
            f'{HEAD}<sst xmlns="{MAIN}">'
            + "".join(f'<si><t xml:space="preserve">{escape(s)}</t></si>' for s in self.strings)
            + "</sst>")
        parts.update(extra or {})
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as z:
            for name, part in parts.items():
                z.writestr(name, part)
        return buffer.getvalue()


def day(y: int, m: int, d: int) -> datetime.date:
    return datetime.date(y, m, d)


# A list as an office keeps it: sections, documents with their signers, limits in words and
# as dates, how far each duty is. Every name and duty is invented.
DUTIES = Sheet("Nhiệm vụ", [
    ["UBND TỈNH LẠNG SƠN", None, None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
    ["VĂN PHÒNG", None, None, None, "Độc lập - Tự do - Hạnh phúc"],
    ["BẢNG THEO DÕI NHIỆM VỤ UBND TỈNH GIAO"],
    ["(Cập nhật đến ngày 15/5/2026)"],
    [],
    ["STT", "Số ký hiệu văn bản, người ký", "Nội dung được giao", "Cơ quan thực hiện", None,
     "TG hoàn thành", "Kết quả thực hiện", "Tình trạng xử lý", "Ghi chú"],
    [None, None, None, "Chủ trì", "Phối hợp"],
    ["I", "LĨNH VỰC KINH TẾ"],
    [1, "Số 183/TB-UBND ngày 09/4/2026\nCT. Nguyễn Văn Minh",
     "Tham mưu lập thủ tục xin chủ trương đầu tư bến xe phía Nam.", "Sở Xây dựng",
     "Sở Tài chính", day(2026, 6, 30), "Đã có tờ trình", "Đang thực hiện", None],
    [2, "Số 92/TB-UBND ngày 18/4/2026", "Xây dựng kế hoạch thu chi Quỹ bảo trì đường bộ.",
     "Sở Tài chính", "Sở Xây dựng; Kho bạc Nhà nước", "Trước ngày 15/7/2026", None,
     "Chưa thực hiện", "Làm sớm"],
    [3, "Số 92/TB-UBND ngày 18/4/2026", "Kiểm tra việc lấn chiếm khu vực chợ Giếng Vuông.",
     "Phòng Quản lý cây cầu", None, "30/5/2026", None, "Chưa triển khai", None],
    ["II", "LĨNH VỰC VĂN HÓA - XÃ HỘI"],
    [1, "Số 206/UBND-KGVX ngày 14/4/2026", "Hoàn chỉnh quy chế hoạt động của Trung tâm.",
     "Sở Nội vụ", None, "31/4/2026", "Đã trình UBND tỉnh", "Đã hoàn thành", None],
    [2, "Số 207/UBND-KGVX ngày 15/4/2026", None, "Sở Y tế", None, day(2026, 5, 20), None,
     "Đã hoàn thành", None],
    [3, "Số 208/UBND-KGVX ngày 16/4/2026", "Báo cáo tiến độ xây dựng trạm y tế.", "Sở Y tế",
     "các sở, ngành", day(2026, 5, 20), "Báo cáo số 12/BC-SYT", "Hoàn thành", None],
    [],
    [None, "NGƯỜI LẬP BIỂU", None, None, None, "CHÁNH VĂN PHÒNG"],
], merges=["A1:C1", "E1:I1", "A3:I3", "A6:A7", "B6:B7", "C6:C7", "D6:E6", "F6:F7", "G6:G7",
           "H6:H7", "I6:I7"], hidden_rows=(11,))

PETITIONS = Sheet("Kiến nghị", [
    ["TỔNG HỢP KIẾN NGHỊ CỬ TRI"],
    ["TT", "Nội dung kiến nghị", "Đơn vị kiến nghị", "Cơ quan trả lời", "Nội dung trả lời",
     "Thời hạn trả lời", "Tình trạng"],
    ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
    [1, "Đề nghị sửa chữa cầu tràn thôn Nà Pài.", "Cử tri xã Hoa Thám", "Sở Xây dựng",
     "Đã đưa vào kế hoạch năm 2027.", day(2026, 7, 1), "Đã trả lời"],
    [2, "Đề nghị cấp nước sạch.", "UBND xã Thiện Long", "Sở Không có", None, None, "Chưa trả lời"],
], merges=["A1:G1"])

AGENCIES = Sheet("Cơ quan", [
    ["Mã", "Tên cơ quan, đơn vị", "Tên viết tắt", "Loại"],
    ["STC", "Sở Tài chính", "STC", "sở"],
    ["SXD", "Sở Xây dựng", "Sở XD", "sở"],
    ["mã sai", "Sở Nội vụ", "SNV", "sở"],
    ["SYT", None, "SYT", "sở"],
])

PERSONS = Sheet("Danh bạ", [
    ["STT", "Họ và tên", "Chức vụ", "Cơ quan", "Điện thoại", "Thư điện tử"],
    [1, "Nguyễn Thị Hoa", "Phó Giám đốc", "Sở Tài chính", "0912 345 678", "hoa_nt@vidu.gov.vn"],
    [2, "Trần Văn Bình", "Chuyên viên", "Sở Nội vụ", "091234", "binh@vidu.gov.vn"],
    [3, "Lê Văn Cường", "Chánh Văn phòng", "Văn phòng UBND tỉnh", "0205 3812 345", "cuong-vidu"],
])
