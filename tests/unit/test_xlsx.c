/*
 * test_xlsx.c - what a reader sees of a workbook, cell by cell.
 *
 * A sheet is written as the inside of its worksheet; expected is one line a raw line:
 * "row.column text" in the table, "- text" around it, "# name" for a sheet.
 */
#include "reading/extract/xlsx.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "zip_make.h"

#define NS "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
#define SHEET(inside) "<worksheet " NS "><sheetData>" inside "</sheetData></worksheet>"
#define NUMBER(ref, style, value) "<c r=\"" ref "\" s=\"" style "\"><v>" value "</v></c>"
#define WORDS(ref, text) "<c r=\"" ref "\" t=\"inlineStr\"><is><t>" text "</t></is></c>"
#define REL(id, type, target)                                                                      \
	"<Relationship Id=\"" id "\" Type=\"http://x/" type "\" Target=\"" target "\"/>"

static const slice relations = S(
	"<Relationships xmlns=\"r\">" REL("a", "worksheet", "worksheets/sheet1.xml") REL(
		"b", "worksheet", "/xl/worksheets/sheet2.xml") REL("c", "styles", "styles.xml")
		REL("d", "sharedStrings",
                    "sharedStrings.xml") "<Relationship Id=\"e\" Type=\"http://x/worksheet\" Target=\"http://nơi-khác/\" "
					 "TargetMode=\"External\"/></Relationships>");
static const slice styles = S(
	"<styleSheet " NS "><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/>"
	"<numFmt numFmtId=\"165\" formatCode=\"[$-42A]hh:mm &quot;ngày&quot; d/m/yyyy\"/>"
	"<numFmt numFmtId=\"166\" formatCode=\"0000000000\"/>"
	"<numFmt numFmtId=\"167\" formatCode=\"mm/yyyy\"/>"
	"<numFmt numFmtId=\"168\" formatCode=\"#,##0.0;[Red]-#,##0.0\"/></numFmts>"
	"<fonts><font/><font><b/></font></fonts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
	"<cellXfs><xf numFmtId=\"0\" fontId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>"
	"<xf numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf numFmtId=\"167\"/><xf numFmtId=\"168\"/>"
	"<xf numFmtId=\"10\"/><xf numFmtId=\"20\"/><xf numFmtId=\"0\" fontId=\"1\"/></cellXfs>"
	"</styleSheet>");
static const slice strings = S(
	"<sst " NS "><si><t>một</t></si><si><r><t>hai </t></r><r><t>mảnh</t></r>"
	"<rPh><t>đọc</t></rPh></si><si><t>dòng_x000D_\nnữa _x005F_x0041_</t></si></sst>");

typedef struct book {
	slice first, second, workbook;
} book;

static rc read_book(const book *b, arena *a, rawdoc *ret, err *e)
{
	zip_make z;
	slice file;

	zm_begin(&z);
	zm_add(&z, S("_rels/.rels"),
	       S("<Relationships xmlns=\"r\">" REL("x", "officeDocument",
	                                           "xl/workbook.xml") "</Relationships>"));
	zm_add(&z, S("xl/workbook.xml"),
	       b->workbook.n > 0 ? b->workbook
	                         : S("<workbook " NS " xmlns:r=\"q\"><sheets><sheet name=\"Một\" "
	                             "sheetId=\"1\" r:id=\"a\"/></sheets></workbook>"));
	zm_add(&z, S("xl/_rels/workbook.xml.rels"), relations);
	zm_add(&z, S("xl/styles.xml"), styles);
	zm_add(&z, S("xl/sharedStrings.xml"), strings);
	zm_add(&z, S("xl/worksheets/sheet1.xml"), b->first);
	if (b->second.n > 0)
		zm_add(&z, S("xl/worksheets/sheet2.xml"), b->second);
	file = arena_copy(a, zm_end(&z));
	zm_done(&z);
	return rawdoc_from_xlsx(file, a, ret, e);
}

static void put_lines(strbuf *b, const rawdoc *doc)
{
	for (uint32_t i = 0; i < doc->lines.n; i++) {
		const rawline *l = &doc->lines.p[i];

		if (l->flags & RAW_SHEET) {
			strbuf_put(b, l->marker.n > 0 ? S("#- ") : S("# "));
		} else if (l->table < 0) {
			strbuf_put(b, S("- "));
		} else {
			strbuf_int(b, l->row + 1);
			strbuf_putc(b, '.');
			strbuf_int(b, l->column + 1);
			strbuf_put(b, l->flags & RAW_BOLD ? S(" *") : S(" "));
		}
		strbuf_put(b, l->text);
		strbuf_putc(b, '\n');
	}
	strbuf_putc(b, '\0');
}

static void gives(book b, const char *wanted)
{
	rawdoc doc = {0};
	strbuf got;
	err e = {0};
	arena a;

	arena_init(&a, NULL, 0);
	strbuf_init(&got, NULL, 1 << 20);
	if (read_book(&b, &a, &doc, &e) != RC_OK)
		fail_msg("%s %s", msg_code(e.id), e.detail);
	put_lines(&got, &doc);
	assert_string_equal(got.p, wanted);
	strbuf_done(&got);
	arena_done(&a);
}

static void refuses(book b, msg_id why)
{
	rawdoc doc = {0};
	err e = {0};
	arena a;

	arena_init(&a, NULL, 0);
	assert_int_not_equal(read_book(&b, &a, &doc, &e), RC_OK);
	assert_string_equal(msg_code(e.id), msg_code(why));
	arena_done(&a);
}

#define ROW(inside) SHEET("<row r=\"1\">" inside "</row>")
#define ONE(inside) ((book){.first = S(ROW(inside WORDS("C1", "x")))})

static void strings_are_shared_inline_or_a_formula_s(void **st)
{
	(void)st;
	gives((book){.first = S(ROW(
			     "<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>" WORDS(
				     "C1",
				     "ba &amp; b&#7889;n") "<c r=\"D1\" t=\"str\"><f>A1&amp;\"x\"</f>"
							   "<v>năm</v></c><c t=\"b\"><v>1</v></c>"))},
	      "# Một\n1.1 một\n1.2 hai mảnh\n1.3 ba & bốn\n1.4 năm\n1.5 TRUE\n");
	gives(ONE("<c r=\"A1\" t=\"s\"><v>2</v></c>"), "# Một\n1.1 dòng nữa _x0041_\n1.3 x\n");
	gives(ONE("<c r=\"A1\" t=\"s\"><v>9</v></c><c r=\"B1\" t=\"e\"><v>#N/A</v></c>"),
	      "# Một\n1.2 #N/A\n1.3 x\n");
}

static void numbers_look_as_the_sheet_shows_them(void **st)
{
	(void)st;
	gives(ONE(NUMBER("A1", "0", "12") NUMBER("B1", "0", "0.1")),
	      "# Một\n1.1 12\n1.2 0,1\n1.3 x\n");
	gives(ONE(NUMBER("A1", "0", "2.5000000000000001E-2") NUMBER("B1", "4", "912345678")),
	      "# Một\n1.1 0,025\n1.2 0912345678\n1.3 x\n");
	gives(ONE(NUMBER("A1", "6", "-1234567.25") NUMBER("B1", "7", "0.635")),
	      "# Một\n1.1 -1.234.567,3\n1.2 63,50%\n1.3 x\n");
	gives(ONE(NUMBER("A1", "0", "1E+20") NUMBER("B1", "0", "abc")),
	      "# Một\n1.1 1E+20\n1.2 abc\n1.3 x\n");
}

static void dates_are_told_by_their_format(void **st)
{
	(void)st;
	gives(ONE(NUMBER("A1", "1", "46173") NUMBER("B1", "2", "46203.75")),
	      "# Một\n1.1 31/05/2026\n1.2 30/06/2026\n1.3 x\n");
	gives(ONE(NUMBER("A1", "3", "46173.583333333336") NUMBER("B1", "5", "46173")),
	      "# Một\n1.1 14:00 31/05/2026\n1.2 05/2026\n1.3 x\n");
	gives(ONE(NUMBER("A1", "8", "0.3125") NUMBER("B1", "1", "59")),
	      "# Một\n1.1 07:30\n1.2 28/02/1900\n1.3 x\n");
	gives(ONE(NUMBER("A1", "1", "60") NUMBER("B1", "1", "99999999")),
	      "# Một\n1.1 60\n1.2 99999999\n1.3 x\n");
	gives(ONE("<c r=\"A1\" t=\"d\"><v>2026-05-31T00:00:00</v></c>"),
	      "# Một\n1.1 31/05/2026\n1.3 x\n");
}

static void some_files_count_days_from_1904(void **st)
{
	(void)st;
	gives((book){.first = S(ROW(NUMBER("A1", "1", "44711") WORDS("B1", "x"))),
	             .workbook = S(
			     "<workbook " NS " xmlns:r=\"q\"><workbookPr date1904=\"1\"/><sheets>"
			     "<sheet name=\"Một\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>")},
	      "# Một\n1.1 31/05/2026\n1.2 x\n");
}

static void what_stands_around_the_table_is_no_row(void **st)
{
	(void)st;
	gives((book){.first = S(SHEET("<row r=\"1\">" WORDS("A1", "UBND TỈNH") WORDS(
			     "E1",
			     "CỘNG HÒA") "</row>"
	                                 "<row r=\"2\">" WORDS("A2", "VĂN PHÒNG") WORDS(
						 "E2",
						 "Độc lập") "</row>"
	                                                    "<row r=\"3\">" WORDS(
								    "A3",
								    "BẢNG") "</row>"
	                                                                    "<row r=\"5\">" WORDS("A5", "TT") WORDS(
										    "B5",
										    "Nội\ndung") WORDS("C5", "Cơ quan")
	                                                                            WORDS("D5",
	                                                                                  "Hạn") "</row>"
	                                                                                         "<row r=\"6\" hidden=\"1\">" NUMBER(
													 "A6",
													 "9",
													 "1")
	                                                                                                 WORDS("B6",
	                                                                                                       "Làm") "</row>"
	                                                                                                              "<row r=\"7\">" WORDS(
															      "B7",
															      "Người lập")
	                                                                                                                      WORDS("D7",
	                                                                                                                            "Thủ trưởng") "</row>"))},
	      "# Một\n- UBND TỈNH\n- VĂN PHÒNG\n- CỘNG HÒA\n- Độc lập\n- BẢNG\n5.1 TT\n5.2 Nội dung\n"
	      "5.3 Cơ quan\n5.4 Hạn\n6.1 *1\n6.2 Làm\n- Người lập\n- Thủ trưởng\n");
}

static void a_value_merged_over_rows_stands_in_each(void **st)
{
	(void)st;
	gives((book){.first = S(
			     "<worksheet " NS "><sheetData>"
			     "<row>" WORDS("A1", "TT") WORDS("B1", "Số") WORDS(
				     "C1",
				     "Việc") "</row>"
					     "<row>" WORDS(
						     "C2",
						     "con") "</row>"
							    "<row>" WORDS("A3", "1") WORDS("B3", "12/TB") WORDS(
								    "C3",
								    "a") "</row>"
									 "<row>" WORDS("A4", "2") WORDS(
										 "C4",
										 "b") "</row>"
										      "<row>" WORDS(
											      "A5",
											      "3") WORDS("B5",
	                                                                                                 "13/TB")
											      WORDS("C5",
	                                                                                            "c") "</row>"
													 "</sheetData><mergeCells><mergeCell ref=\"A1:A2\"/>"
													 "<mergeCell ref=\"B3:B4\"/></mergeCells></worksheet>")},
	      "# Một\n1.1 TT\n1.2 Số\n1.3 Việc\n2.3 con\n3.1 1\n3.2 12/TB\n3.3 a\n4.1 2\n4.2 12/TB\n"
	      "4.3 b\n5.1 3\n5.2 13/TB\n5.3 c\n");
}

static void hidden_sheets_are_named_only(void **st)
{
	(void)st;
	gives((book){.first = S(ROW(WORDS("A1", "a") WORDS("B1", "b"))),
	             .second = S(ROW(WORDS("A1", "ẩn") WORDS("B1", "ẩn"))),
	             .workbook = S(
			     "<workbook " NS " xmlns:r=\"q\"><sheets><sheet name=\"A\" r:id=\"b\" "
			     "state=\"hidden\"/><sheet name=\"B\" r:id=\"a\"/><sheet name=\"C\" "
			     "r:id=\"e\"/></sheets></workbook>")},
	      "#- A\n# B\n1.1 a\n1.2 b\n# C\n");
}

/* What is written in an unusual way is read by the parser, to the same end. */
static void both_readers_see_the_same(void **st)
{
	(void)st;
	gives((book){.first = S(SHEET("<row>" WORDS("A1", "a") NUMBER(
			     "B1", "1", "46173") "</row><row>" WORDS("C2", "c") "</row>"))},
	      "# Một\n1.1 a\n1.2 31/05/2026\n- c\n");
	gives((book){.first = S(
			     "<x:worksheet xmlns:x=\"m\"><x:sheetData><x:row><x:c r=\"A1\" t=\"str\">"
			     "<x:v>a</x:v></x:c><x:c r=\"B1\" s=\"1\"><x:v>46173</x:v></x:c>"
			     "</x:row></x:sheetData></x:worksheet>")},
	      "# Một\n1.1 a\n1.2 31/05/2026\n");
	gives((book){.first = S(SHEET(
			     "<!-- x --><row><c r='A1' t='str'><v><![CDATA[a]]></v></c>" NUMBER(
				     "B1", "1",
				     "46173") "<c r=\"C1\" t=\"inlineStr\"><is>"
					      "<r><t>b</t></r><r><t>c</t></r></is></c></row>"))},
	      "# Một\n1.1 a\n1.2 31/05/2026\n1.3 bc\n");
}

static void bad_parts_are_refused(void **st)
{
	(void)st;
	refuses((book){.first = S("<worksheet " NS "><sheetData><row><c><v>1</c></row>"
	                          "</sheetData></worksheet>")},
	        MSG_DAMAGED);
	refuses((book){.first = S("<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet " NS "><sheetData>"
	                          "<row><c><v>&a;</v></c></row></sheetData></worksheet>")},
	        MSG_HOSTILE);
	refuses((book){.first = S(ROW("<c r=\"A1\" t=\"str\"><v>\xff</v></c>"))}, MSG_DAMAGED);
	refuses((book){.first = S(ROW("<c r=\"A1\"/>"))}, MSG_EMPTY);
	refuses((book){.first = S("<worksheet")}, MSG_DAMAGED);
}

static void too_many_cells_are_refused(void **st)
{
	strbuf b;

	(void)st;
	strbuf_init(&b, NULL, (size_t)64 << 20);
	strbuf_put(&b, S("<worksheet " NS "><sheetData>"));
	for (int i = 0; i < 1000; i++) {
		strbuf_put(&b, S("<row>"));
		strbuf_repeat(&b, S("<c><v>1</v></c>"), 201);
		strbuf_put(&b, S("</row>"));
	}
	strbuf_put(&b, S("</sheetData></worksheet>"));
	refuses((book){.first = strbuf_slice(&b)}, MSG_SHEET_TOO_LARGE);
	strbuf_clear(&b);
	strbuf_put(&b, S("<worksheet " NS "><sheetData><row r=\"2000000\">"));
	strbuf_put(&b,
	           S("<c r=\"ZZZ9\"><v>1</v></c><c><v>2</v></c></row></sheetData></worksheet>"));
	refuses((book){.first = strbuf_slice(&b)}, MSG_DAMAGED); /* no row before it */
	strbuf_done(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(strings_are_shared_inline_or_a_formula_s),
		cmocka_unit_test(numbers_look_as_the_sheet_shows_them),
		cmocka_unit_test(dates_are_told_by_their_format),
		cmocka_unit_test(some_files_count_days_from_1904),
		cmocka_unit_test(what_stands_around_the_table_is_no_row),
		cmocka_unit_test(a_value_merged_over_rows_stands_in_each),
		cmocka_unit_test(hidden_sheets_are_named_only),
		cmocka_unit_test(both_readers_see_the_same),
		cmocka_unit_test(bad_parts_are_refused),
		cmocka_unit_test(too_many_cells_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
