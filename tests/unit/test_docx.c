/*
 * test_docx.c - what a reader sees of a Word file, line by line.
 *
 * A file is written as the inside of w:body; expected is one line a raw line:
 * "marker|text", a cell as "table.row.column marker|text", flags as letters.
 */
#include "reading/extract/docx.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "zip_make.h"

#define OPEN                                                                                       \
	"<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/\
wordprocessingml/2006/main\" xmlns:mc=\"m\" xmlns:wps=\"s\"><w:body>"
#define CLOSE "</w:body></w:document>"
#define T(text) "<w:r><w:t>" text "</w:t></w:r>"
#define P(text) "<w:p>" T(text) "</w:p>"
#define NUMBERED(num, lvl, text)                                                                   \
	"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" lvl "\"/><w:numId w:val=\"" num                    \
	"\"/></w:numPr></w:pPr>" T(text) "</w:p>"
#define LVL(i, fmt, text)                                                                          \
	"<w:lvl w:ilvl=\"" i "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" fmt                     \
	"\"/><w:lvlText w:val=\"" text "\"/></w:lvl>"
#define CELL(inside) "<w:tc>" inside "</w:tc>"

static const slice numbering = S(
	"<w:numbering xmlns:w=\"w\">"
	"<w:abstractNum w:abstractNumId=\"7\">" LVL("0", "upperRoman", "%1.") LVL(
		"1", "decimal", "%2.") LVL("2", "lowerLetter", "%3)")
		LVL("3", "bullet",
                    "\xef\x80\xad") "</w:abstractNum>"
				    "<w:abstractNum w:abstractNumId=\"3\">" LVL("0", "decimal", "%1.") LVL(
					    "1", "decimal",
					    "%1.%2.") "</w:abstractNum>"
						      "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>"
						      "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"3\"/></w:num>"
						      "<w:num w:numId=\"4\"><w:abstractNumId w:val=\"3\"/><w:lvlOverride w:ilvl=\"0\">"
						      "<w:startOverride w:val=\"5\"/></w:lvlOverride></w:num>"
						      "</w:numbering>");
static const slice styles = S(
	"<w:styles xmlns:w=\"w\"><w:latentStyles><w:lsdException/></w:latentStyles>"
	"<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"N\"/>"
	"<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:basedOn w:val=\"G\"/>"
	"<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>"
	"<w:style w:type=\"paragraph\" w:styleId=\"G\"><w:basedOn w:val=\"H\"/>"
	"<w:pPr><w:jc w:val=\"center\"/><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr>"
	"<w:rPr><w:b/></w:rPr></w:style></w:styles>");
static const slice footnotes = S("<w:footnotes xmlns:w=\"w\"><w:footnote w:type=\"separator\" w:id=\"-1\">" P(
	"---") "</w:footnote><w:footnote w:id=\"9\">" P("chín") "</w:footnote>"
                                                                "<w:footnote w:id=\"5\">" P("năm") P(
									"tiếp") "</w:footnote></w:footnotes>");

static rc read_parts(slice body, slice name, arena *a, rawdoc *ret, err *e)
{
	zip_make z;
	rc code;

	zm_begin(&z);
	zm_add(&z, name, body);
	zm_add(&z, S("word/styles.xml"), styles);
	zm_add(&z, S("word/numbering.xml"), numbering);
	zm_add(&z, S("word/footnotes.xml"), footnotes);
	code = rawdoc_from_docx(arena_copy(a, zm_end(&z)), a, ret, e);
	zm_done(&z);
	return code;
}

static slice dump(const rawdoc *doc, arena *a)
{
	static const char letters[] = "-bich"; /* bits 1 to 4 */
	slice all = S("");

	for (uint32_t i = 0; i < doc->lines.n; i++) {
		const rawline *l = &doc->lines.p[i];
		char flags[8] = "";
		size_t n = 0;

		for (unsigned k = 1; k < 5; k++)
			if (l->flags >> k & 1)
				flags[n++] = letters[k];
		if (l->table >= 0)
			all = arena_printf(a, "%.*s%d.%d.%d ", (int)all.n, all.p, l->table, l->row,
			                   l->column);
		all = arena_printf(a, "%.*s%.*s%s%s|%.*s%s\n", (int)all.n, all.p, (int)l->marker.n,
		                   l->marker.p, n > 0 ? "/" : "", flags, (int)l->text.n, l->text.p,
		                   l->flags & RAW_FOOTNOTE ? " (note)" : "");
	}
	return all;
}

static void expect_lines(slice body, const char *want)
{
	rawdoc doc = {0};
	err e = {0};
	slice got;
	arena a;

	arena_init(&a, NULL, 0);
	if (read_parts(body, S("word/document.xml"), &a, &doc, &e) != RC_OK)
		fail_msg("%s: %s", msg_code(e.id), e.detail);
	got = dump(&doc, &a);
	if (!slice_eq(got, slice_c(want)))
		fail_msg("got\n%.*swant\n%s", (int)got.n, got.p, want);
	arena_done(&a);
}
#define expect(body, want) expect_lines(S(OPEN body CLOSE), want)

static void words_of_runs_are_one_line(void **state)
{
	(void)state;
	expect("<w:p>" T("Giao Sở ") T("Tài &amp; chính") "</w:p><w:p/>" P("Hai"),
	       "|Giao Sở Tài & chính\n|Hai\n");
	expect("<w:p><w:r><w:t>NĐ</w:t><w:noBreakHyphen/><w:t>CP</w:t><w:softHyphen/></w:r></w:p>",
	       "|NĐ-CP\n");
}

static void fonts_and_revision_numbers_change_nothing(void **state)
{
	(void)state;
	expect("<w:p w:rsidR=\"0>1\"><w:r w:rsidRPr='>'><w:rPr><w:rFonts w:ascii=\"a>b/\"/>"
	       "<w:sz w:val=\"28\"></w:sz><w:b/></w:rPr><w:t>x</w:t></w:r></w:p><w:p w:x=\"1\"/>",
	       "/b|x\n");
	expect("<w:p><w:r><w:t><![CDATA[<w:sz w:val=\"1\"/>]]></w:t></w:r></w:p>",
	       "|<w:sz w:val=\"1\"/>\n");
}

static void numbers_count_as_word_counts(void **state)
{
	(void)state;
	expect(NUMBERED("1", "0", "a") NUMBERED("1", "1", "b") NUMBERED("1", "2", "c")
	               NUMBERED("1", "2", "d") NUMBERED("1", "1", "e") NUMBERED("1", "2", "f")
	                       NUMBERED("1", "3", "g") NUMBERED("1", "0", "h")
	                               NUMBERED("1", "1", "i"),
	       "I.|a\n1.|b\na)|c\nb)|d\n2.|e\na)|f\n-|g\nII.|h\n1.|i\n");
	expect(NUMBERED("2", "0", "a") NUMBERED("2", "1", "b") NUMBERED("4", "0", "c")
	               NUMBERED("4", "0", "d") NUMBERED("2", "1", "e"),
	       "1.|a\n1.1.|b\n5.|c\n6.|d\n6.1.|e\n");
	expect(NUMBERED("0", "0", "a") NUMBERED("99", "0", "b") NUMBERED("2", "10", "c"),
	       "|a\n|b\n|c\n");
}

static void a_style_gives_weight_place_and_number(void **state)
{
	(void)state;
	expect("<w:p><w:pPr><w:pStyle w:val=\"H\"/></w:pPr>" T("x") "</w:p>", "1./bch|x\n");
	expect("<w:p><w:pPr><w:pStyle w:val=\"H\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr>"
	       "<w:r><w:rPr><w:b w:val=\"0\"/><w:i/></w:rPr><w:t>x</w:t></w:r></w:p>",
	       "/ich|x\n");
}

static void tracked_changes_are_accepted(void **state)
{
	(void)state;
	expect("<w:p><w:ins>" T("mới") "</w:ins><w:del><w:r><w:delText>cũ</w:delText></w:r>" T(
		       "cũ") "</w:del><w:moveFrom>" T("đi") "</w:moveFrom></w:p>",
	       "|mới\n");
	expect("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" T("một ") "</w:p>" P("câu"),
	       "|một câu\n");
	expect("<w:tbl><w:tr>" CELL(P("a")) "</w:tr><w:tr><w:trPr><w:del/></w:trPr>" CELL(
		       P("b")) "</w:tr></w:tbl>",
	       "0.0.0 |a\n");
	expect("<w:p><w:pPr><w:jc w:val=\"center\"/><w:pPrChange><w:pPr><w:jc w:val=\"left\"/></w:pPr>"
	       "</w:pPrChange></w:pPr>" T("giữa") "</w:p>",
	       "/c|giữa\n");
}

static void hidden_words_and_instructions_are_not_read(void **state)
{
	(void)state;
	expect("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>" T("hiện") "</w:p>",
	       "|hiện\n");
	expect("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>" T("DATE") "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" T(
		       "27/5/2026") "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" T(" xong") "</w:p>",
	       "|27/5/2026 xong\n");
}

static void a_text_box_is_read_once(void **state)
{
	(void)state;
	expect("<w:p>" T("trước ") "<w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>" P("hộp") "</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" P(
		       "hộp") "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>" T("sau") "</w:p>",
	       "|trước sau\n|hộp\n");
}

#define LINE "<w:drawing><wp:anchor><wp:extent cx=\"0\"/><a:ext/></wp:anchor></w:drawing>"
#define DRAWN(inside) "<w:p>" T("trước ") "<w:r>" inside "</w:r>" T("sau") "</w:p>"
#define EITHER(one, other)                                                                         \
	"<mc:AlternateContent><mc:Choice>" one "</mc:Choice><mc:Fallback>" other                   \
	"</mc:Fallback></mc:AlternateContent>"

/* Drawings are cut out before the parser sees them, one in another too. */
static void a_drawing_without_words_is_nothing(void **state)
{
	(void)state;
	expect(DRAWN(LINE), "|trước sau\n");
	expect(DRAWN(EITHER(LINE, "<w:pict><v:line/></w:pict>")), "|trước sau\n");
	expect(DRAWN(EITHER("<w:drawing>" EITHER("<a:x/>", "<a:y/>") "</w:drawing>", LINE)),
	       "|trước sau\n");
	expect(DRAWN("<w:drawing/>") P("dưới"), "|trước sau\n|dưới\n");
}

static void words_in_a_drawing_or_behind_one_stay(void **state)
{
	(void)state;
	expect(DRAWN("<w:pict><v:line/></w:pict>" LINE) DRAWN(LINE), "|trước sau\n|trước sau\n");
	expect(DRAWN("<w:pict><v:textbox><w:txbxContent>" P(
		       "hộp") "</w:txbxContent></v:textbox></w:pict>"),
	       "|trước sau\n|hộp\n");
	expect(DRAWN(EITHER(LINE, "<w:r><w:t>chữ </w:t></w:r>")), "|trước sau\n");
}

static void breaks_part_lines_but_not_sentences(void **state)
{
	(void)state;
	expect("<w:p><w:r><w:t>Sở Tài chính,</w:t><w:br/><w:t>các xã</w:t></w:r></w:p>",
	       "|Sở Tài chính, các xã\n");
	expect("<w:p><w:r><w:t>- Như trên;</w:t><w:br/><w:t>- Lưu: VT.</w:t></w:r></w:p>",
	       "|- Như trên;\n|- Lưu: VT.\n");
	expect("<w:p><w:r><w:t>KT. CHỦ TỊCH</w:t><w:br/><w:t>PHÓ CHỦ TỊCH</w:t></w:r></w:p>",
	       "|KT. CHỦ TỊCH\n|PHÓ CHỦ TỊCH\n");
}

static void a_header_set_as_a_table_becomes_columns(void **state)
{
	(void)state;
	expect("<w:tbl><w:tr>" CELL(P("SỞ TÀI CHÍNH"))
	               CELL(P("CỘNG HÒA XÃ HỘI")) "</w:tr><w:tr>" CELL(P("Số: 5/STC"))
	                       CELL(P("Lạng Sơn, ngày 1")) "</w:tr></w:tbl>",
	       "|SỞ TÀI CHÍNH\n|Số: 5/STC\n|CỘNG HÒA XÃ HỘI\n|Lạng Sơn, ngày 1\n");
}

static void other_tables_keep_their_cells(void **state)
{
	(void)state;
	expect("<w:tbl><w:tr>" CELL("<w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>" P("a"))
	               CELL(P("b")) "</w:tr><w:tr>" CELL(P("c"))
	                       CELL("<w:tbl><w:tr>" CELL(P("d")) "</w:tr></w:tbl><w:p/>")
	                               CELL(P("e")) "</w:tr></w:tbl>" P("sau"),
	       "0.0.0 |a\n0.0.2 |b\n0.1.0 |c\n1.0.0 |d\n0.1.2 |e\n|sau\n");
	expect("<w:tbl><w:tr>" CELL(
		       "<w:p><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr></w:p>")
	               CELL(P("việc")) "</w:tr></w:tbl>",
	       "0.0.0 |1.\n0.0.1 |việc\n");
}

static void notes_follow_in_the_order_of_their_marks(void **state)
{
	(void)state;
	expect("<w:p>" T("a") "<w:r><w:footnoteReference w:id=\"5\"/></w:r>" T(
		       " b") "<w:r><w:footnoteReference w:id=\"9\"/></w:r></w:p>",
	       "|a¹ b²\n1|năm tiếp (note)\n2|chín (note)\n");
}

static void tabs_leave_a_line_open_for_the_shaper(void **state)
{
	rawdoc doc = {0};
	err e = {0};
	arena a;

	(void)state;
	arena_init(&a, NULL, 0);
	assert_int_equal(
		read_parts(S(OPEN "<w:p><w:r><w:t>Nơi nhận:</w:t><w:tab/><w:t>CHỦ TỊCH</w:t>"
	                          "</w:r></w:p>" P("1.") CLOSE),
	                   S("word/document.xml"), &a, &doc, &e),
		RC_OK);
	assert_false(doc.lines.p[0].flags & RAW_WHOLE);
	assert_true(doc.lines.p[1].flags & RAW_WHOLE);
	arena_done(&a);
}

static void expect_refused(slice body, slice name, msg_id want)
{
	rawdoc doc = {0};
	err e = {0};
	arena a;

	arena_init(&a, NULL, 0);
	assert_int_not_equal(read_parts(body, name, &a, &doc, &e), RC_OK);
	assert_string_equal(msg_code(e.id), msg_code(want));
	arena_done(&a);
}

static void what_is_broken_or_hostile_is_refused(void **state)
{
	(void)state;
	expect_refused(S("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"b\">]><w:document>&a;"
	                 "</w:document>"),
	               S("word/document.xml"), MSG_HOSTILE);
	expect_refused(S(OPEN P("a")), S("word/document.xml"), MSG_DAMAGED);
	expect_refused(S(OPEN CLOSE), S("word/document.xml"), MSG_EMPTY);
	expect_refused(S(OPEN P("a") CLOSE), S("elsewhere.xml"), MSG_DAMAGED);
}

static void elements_inside_one_another_are_counted(void **state)
{
	strbuf b;

	(void)state;
	strbuf_init(&b, NULL, (size_t)1 << 20);
	strbuf_put(&b, S(OPEN));
	for (int i = 0; i < 1000; i++)
		strbuf_put(&b, S("<w:tbl><w:tr><w:tc>"));
	expect_refused(strbuf_slice(&b), S("word/document.xml"), MSG_HOSTILE);
	strbuf_done(&b);
}

static void an_archive_may_not_swell(void **state)
{
	rawdoc doc = {0};
	err e = {0};
	zip_make z;
	arena a;

	(void)state;
	arena_init(&a, NULL, 0);
	zm_begin(&z);
	z.lie = 60u << 20;
	zm_add(&z, S("word/document.xml"), S("tiny"));
	assert_int_not_equal(rawdoc_from_docx(zm_end(&z), &a, &doc, &e), RC_OK);
	assert_int_equal(e.id, MSG_HOSTILE);
	zm_done(&z);
	arena_done(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_of_runs_are_one_line),
		cmocka_unit_test(fonts_and_revision_numbers_change_nothing),
		cmocka_unit_test(numbers_count_as_word_counts),
		cmocka_unit_test(a_style_gives_weight_place_and_number),
		cmocka_unit_test(tracked_changes_are_accepted),
		cmocka_unit_test(hidden_words_and_instructions_are_not_read),
		cmocka_unit_test(a_drawing_without_words_is_nothing),
		cmocka_unit_test(words_in_a_drawing_or_behind_one_stay),
		cmocka_unit_test(a_text_box_is_read_once),
		cmocka_unit_test(breaks_part_lines_but_not_sentences),
		cmocka_unit_test(a_header_set_as_a_table_becomes_columns),
		cmocka_unit_test(other_tables_keep_their_cells),
		cmocka_unit_test(notes_follow_in_the_order_of_their_marks),
		cmocka_unit_test(tabs_leave_a_line_open_for_the_shaper),
		cmocka_unit_test(what_is_broken_or_hostile_is_refused),
		cmocka_unit_test(elements_inside_one_another_are_counted),
		cmocka_unit_test(an_archive_may_not_swell),
	};

	return cmocka_run_group_tests_name("docx", tests, NULL, NULL);
}
