/*
 * test_layout.c - what the words of a Word file look like, and the page they are set for.
 *
 * A file is written as the inside of w:body; expected is one line a run: its words, font,
 * size, weight and place. What the file does not say is "?".
 */
#include "reading/layout.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "app/intake/extract_child_priv.h"
#include "reading/extract/docx.h"
#include "reading/shape/shape.h"
#include "zip_make.h"

#define T(text) "<w:r><w:t>" text "</w:t></w:r>"
#define P(inside) "<w:p>" inside "</w:p>"
#define R(how, text) "<w:r><w:rPr>" how "</w:rPr><w:t>" text "</w:t></w:r>"
#define FONT(name) "<w:rFonts w:ascii=\"" name "\" w:hAnsi=\"" name "\"/>"
#define SIZE(halves) "<w:sz w:val=\"" halves "\"/>"
#define A4                                                                                         \
	"<w:pgSz w:w=\"11907\" w:h=\"16840\"/><w:pgMar w:top=\"1134\" w:right=\"851\" "            \
	"w:bottom=\"1134\" w:left=\"1701\"/>"

static const slice styles = S(
	"<w:styles xmlns:w=\"w\"><w:docDefaults><w:rPrDefault><w:rPr>"
	"<w:rFonts w:asciiTheme=\"minorHAnsi\"/><w:sz w:val=\"22\"/></w:rPr></w:rPrDefault>"
	"<w:pPrDefault><w:pPr><w:spacing w:after=\"160\" w:line=\"259\" w:lineRule=\"auto\"/></w:pPr>"
	"</w:pPrDefault>"
	"</w:docDefaults>"
	"<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"N\"/>"
	"<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:pPr><w:spacing w:before=\"120\" "
	"w:line=\"360\" w:lineRule=\"exact\"/><w:ind w:right=\"-57\"/></w:pPr></w:style>"
	"<w:style w:type=\"paragraph\" w:styleId=\"I\"><w:basedOn w:val=\"H\"/><w:pPr>"
	"<w:ind w:firstLine=\"720\"/></w:pPr></w:style>"
	"<w:style w:type=\"paragraph\" w:styleId=\"B\"><w:rPr>" SIZE(
		"28") "</w:rPr></w:style>"
		      "<w:style w:type=\"paragraph\" w:styleId=\"C\"><w:basedOn w:val=\"B\"/>"
		      "<w:pPr><w:jc w:val=\"center\"/></w:pPr><w:rPr>" FONT(
			      "Arial") "</w:rPr></w:style>"
				       "</w:styles>");
static const slice lists = S(
	"<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"1\">"
	"<w:lvlText w:val=\"-\"/><w:pPr><w:ind w:left=\"1440\" w:hanging=\"360\"/></w:pPr></w:lvl>"
	"</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>");
static const slice theme = S(
	"<a:theme><a:majorFont><a:latin typeface=\"Cambria\"/></a:majorFont>"
	"<a:minorFont><a:latin typeface=\"Calibri\"/></a:minorFont></a:theme>");

typedef struct read_file {
	arena a;
	rawdoc raw;
	reading r;
} read_file;

static void open_file(read_file *f, slice body, bool with_theme)
{
	zip_make z;
	strbuf b;
	err e = {0};

	*f = (read_file){.raw = {.confidence = 0}};
	arena_init(&f->a, NULL, 0);
	strbuf_init(&b, NULL, (size_t)1 << 20);
	strbuf_put(&b, S("<w:document xmlns:w=\"w\"><w:body>"));
	strbuf_put(&b, body);
	strbuf_put(&b, S("</w:body></w:document>"));
	zm_begin(&z);
	zm_add(&z, S("word/document.xml"), strbuf_slice(&b));
	zm_add(&z, S("word/styles.xml"), styles);
	zm_add(&z, S("word/numbering.xml"), lists);
	if (with_theme)
		zm_add(&z, S("word/theme/theme1.xml"), theme);
	assert_int_equal(rawdoc_from_docx(arena_copy(&f->a, zm_end(&z)), &f->a, &f->raw, &e),
	                 RC_OK);
	zm_done(&z);
	strbuf_done(&b);
	shape_run(&f->raw, &f->a, &f->r);
	layout_find(&f->raw, &f->a, &f->r);
}

static slice dump(read_file *f)
{
	static const char places[] = "lcrb";
	slice all = S("");

	for (uint32_t i = 0; i < f->r.layout.runs.n; i++) {
		const layout_run *run = &f->r.layout.runs.p[i];
		const layout_look *l = &f->r.layout.looks.p[run->look];
		slice words = slice_at(f->r.text, run->at), font = l->font.n > 0 ? l->font : S("?");

		all = arena_printf(&f->a, "%.*s%.*s|%.*s %g%s%s %c\n", (int)all.n, all.p,
		                   (int)words.n, words.p, (int)font.n, font.p, l->halves / 2.0,
		                   l->bold ? " b" : "", l->italic ? " i" : "", places[l->align]);
	}
	return all;
}

static void expect_runs(slice body, bool with_theme, const char *want)
{
	read_file f;
	slice got;

	open_file(&f, body, with_theme);
	got = dump(&f);
	got = arena_printf(&f.a, "%.*s%c", (int)got.n, got.p, 0);
	assert_string_equal(got.p, want);
	arena_done(&f.a);
}

static void a_run_says_its_own_before_its_styles(void **state)
{
	(void)state;
	expect_runs(S(P("<w:pPr><w:pStyle w:val=\"C\"/></w:pPr>" R(FONT("Times New Roman") "<w:b/>",
	                                                           "SO MOT") T(" HAI")
	                        R(SIZE("26"), " BA"))),
	            true, "SO MOT|Times New Roman 14 b c\nHAI|Arial 14 c\nBA|Arial 13 c\n");
}

static void what_nobody_says_is_the_files_default(void **state)
{
	(void)state;
	expect_runs(S(P(T("Mot hai."))), true, "Mot hai.|Calibri 11 l\n");
	expect_runs(S(P(T("Mot hai."))), false, "Mot hai.|? 11 l\n");
}

static void runs_that_look_the_same_are_one(void **state)
{
	(void)state;
	expect_runs(S(P(R(SIZE("28") "<w:lang w:val=\"vi\"/>", "Mot ") R(
			    "<w:color w:val=\"1\"/>" SIZE("28"), "hai.")) P(R(SIZE("28"), "Ba."))),
	            true, "Mot hai.\nBa.|Calibri 14 l\n");
}

static void what_cannot_be_read_is_unknown(void **state)
{
	(void)state;
	expect_runs(S(P(R(SIZE("0") FONT("A&amp;B"), "Mot") R(SIZE("28000"), " hai")
	                        R(SIZE("x"), " ba"))),
	            true, "Mot|? 0 l\nhai ba|Calibri 0 l\n");
}

/* Where the part cannot be squeezed, nothing is known of its runs. */
static void a_part_with_a_comment_says_nothing(void **state)
{
	(void)state;
	expect_runs(S(P("<!-- x -->" R(SIZE("28") "<w:b/>", "Mot hai."))), true,
	            "Mot hai.|? 0 b l\n");
}

/* Of the first words: first line, left, right, before, after, line, rule; "?": unknown. */
static void expect_set(slice body, const char *want)
{
	read_file f;
	const layout_set *s;
	slice got = S("");

	open_file(&f, body, true);
	s = &f.r.layout.looks.p[f.r.layout.runs.p[0].look].set;
	for (unsigned i = 0; i < 7; i++) {
		const int32_t v[] = {s->first, s->left, s->right, s->before,
		                     s->after, s->line, s->rule};

		got = v[i] == LAYOUT_UNKNOWN
		              ? arena_printf(&f.a, "%.*s ?", (int)got.n, got.p)
		              : arena_printf(&f.a, "%.*s %d", (int)got.n, got.p, v[i]);
	}
	got = arena_printf(&f.a, "%.*s%c", (int)got.n, got.p, 0);
	assert_string_equal(got.p, want);
	arena_done(&f.a);
}

static void a_paragraph_is_set_as_it_or_its_style_says(void **state)
{
	(void)state;
	expect_set(S(P(T("Mot."))), " 0 0 0 0 160 259 0");
	expect_set(S(P("<w:pPr><w:pStyle w:val=\"I\"/></w:pPr>" T("Mot."))),
	           " 720 0 -57 120 160 360 1");
	expect_set(S(P("<w:pPr><w:pStyle w:val=\"I\"/><w:spacing w:before=\"0\" w:line=\"240\"/>"
	               "<w:ind w:left=\"567\" w:hanging=\"142\"/><w:rPr><w:spacing w:val=\"4\"/>"
	               "</w:rPr></w:pPr>" T("Mot."))),
	           " -142 567 -57 0 160 240 0");
	expect_set(S(P("<w:pPr><w:spacing w:line=\"21\" w:lineRule=\"atLeast\"/><w:rPr>"
	               "<w:spacing w:val=\"4\"/></w:rPr></w:pPr>" T("Mot."))),
	           " 0 0 0 0 160 21 2");
}

static void what_depends_on_letters_or_on_word_is_unknown(void **state)
{
	(void)state;
	expect_set(S(P("<w:pPr><w:spacing w:beforeAutospacing=\"1\" w:after=\"x\"/>"
	               "<w:ind w:firstLine=\"480\" w:firstLineChars=\"200\" w:left=\"99999\"/>"
	               "</w:pPr>" T("Mot."))),
	           " ? ? 0 ? ? 259 0");
	expect_set(S(P("<!-- x --><w:pPr><w:ind w:left=\"1\"/></w:pPr>" T("Mot."))),
	           " ? ? ? ? ? ? ?");
}

/* A change that was tracked says how the paragraph was set before. */
static void the_former_setting_is_passed_over(void **state)
{
	(void)state;
	expect_set(S(P("<w:pPr><w:ind w:firstLine=\"720\"/><w:pPrChange><w:pPr>"
	               "<w:ind w:firstLine=\"1\"/></w:pPr></w:pPrChange></w:pPr>" T("Mot."))),
	           " 720 0 0 0 160 259 0");
}

/* Below the style of a table the file's default does not count. */
static void a_styled_table_leaves_the_rest_unknown(void **state)
{
	(void)state;
	expect_set(S("<w:tbl><w:tblPr><w:tblStyle w:val=\"G\"/></w:tblPr><w:tr><w:tc>" P(
			   "<w:pPr><w:ind w:left=\"10\"/></w:pPr>" T(
				   "Mot.")) "</w:tc></w:tr></w:tbl>"),
	           " ? 10 ? ? ? ? ?");
	expect_set(S("<w:tbl><w:tr><w:tc>" P(T("Mot.")) "</w:tc></w:tr></w:tbl>"),
	           " 0 0 0 0 160 259 0");
}

static void a_list_sets_its_paragraphs_unless_they_say_otherwise(void **state)
{
#define IN_LIST "<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr>"
	(void)state;
	expect_set(S(P("<w:pPr>" IN_LIST "</w:pPr>" T("Mot."))), " -360 1440 0 0 160 259 0");
	expect_set(S(P("<w:pPr>" IN_LIST "<w:ind w:firstLine=\"720\"/></w:pPr>" T("Mot."))),
	           " 720 1440 0 0 160 259 0");
}

static void each_section_has_its_page(void **state)
{
	read_file f;
	const layout_page *p;

	(void)state;
	open_file(&f,
	          S(P("<w:pPr><w:sectPr>" A4 "</w:sectPr></w:pPr>" T("Mot.")) P(
			  T("Hai.")) "<w:sectPr>"
	                             "<w:pgSz w:w=\"16840\" w:h=\"11907\" w:orient=\"landscape\"/>"
	                             "<w:sectPrChange><w:sectPr>" A4
	                             "</w:sectPr></w:sectPrChange></w:sectPr>"),
	          true);
	p = f.r.layout.pages.p;
	assert_int_equal(f.r.layout.pages.n, 2);
	assert_int_equal(p[0].width, 11907);
	assert_int_equal(p[0].margin[0], 1134);
	assert_int_equal(p[0].margin[2], 1701);
	assert_int_equal(p[0].margin[3], 851);
	assert_true(slice_starts(slice_at(f.r.text, p[0].at), S("Mot.")));
	assert_int_equal(p[1].width, 16840);
	assert_int_equal(p[1].margin[0], -1);
	assert_true(slice_starts(slice_at(f.r.text, p[1].at), S("Hai.")));
	assert_int_equal(span_end(p[1].at), f.r.text.n);
	arena_done(&f.a);
}

/* Through the pipe of a child and back. */
static void looks_and_pages_go_over_the_wire(void **state)
{
	read_file f;
	rawdoc back = {0};
	strbuf answer;
	int ends[2];
	ssize_t n;
	err e = {0};

	(void)state;
	open_file(&f, S(P(R(SIZE("28"), "Mot") T(" hai.")) "<w:sectPr>" A4 "</w:sectPr>"), true);
	assert_int_equal(pipe(ends), 0);
	assert_true(wire_send(ends[1], &f.raw, NULL));
	assert_int_equal(close(ends[1]), 0);
	strbuf_init(&answer, NULL, (size_t)1 << 20);
	while ((n = read(ends[0], strbuf_room(&answer, 4096), 4096)) > 0)
		answer.n += (size_t)n;
	assert_int_equal(close(ends[0]), 0);
	assert_true(wire_is_whole(strbuf_slice(&answer)));
	assert_false(wire_is_whole((slice){strbuf_slice(&answer).p, answer.n - 1}));
	assert_int_equal(wire_get(strbuf_slice(&answer), &f.a, &back, &e), RC_OK);
	assert_int_equal(back.looks.n, 2);
	assert_true(slice_eq(back.looks.p[0].font, S("Calibri")));
	assert_int_equal(back.looks.p[0].halves, 28);
	assert_int_equal(back.looks.p[0].set[SET_LINE], 259);
	assert_int_equal(back.sections.n, 1);
	assert_int_equal(back.sections.p[0].height, 16840);
	for (size_t cut = 0; cut < answer.n; cut++)
		assert_int_not_equal(
			wire_get((slice){strbuf_slice(&answer).p, cut}, &f.a, &back, &e), RC_OK);
	strbuf_done(&answer);
	arena_done(&f.a);
}

/* Somebody ended a paragraph in the middle of an addressee. */
static void an_addressee_cut_by_hand_is_one(void **st)
{
#define LINE(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
	read_file f;

	(void)st;
	open_file(&f,
	          S(LINE("Kính gửi:") LINE("- Các Sở: Tài chính, Xây dựng,") LINE("Y tế;")
	                    LINE("- Công an tỉnh.") LINE("Giao các cơ quan trên,")
	                            LINE("thực hiện ngay.")),
	          false);
	assert_true(slice_eq(f.r.text, S("Kính gửi:\n- Các Sở: Tài chính, Xây dựng, Y tế;\n"
	                                 "- Công an tỉnh.\nGiao các cơ quan trên,\n"
	                                 "thực hiện ngay.\n")));
	arena_done(&f.a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_run_says_its_own_before_its_styles),
		cmocka_unit_test(what_nobody_says_is_the_files_default),
		cmocka_unit_test(runs_that_look_the_same_are_one),
		cmocka_unit_test(what_cannot_be_read_is_unknown),
		cmocka_unit_test(a_part_with_a_comment_says_nothing),
		cmocka_unit_test(a_paragraph_is_set_as_it_or_its_style_says),
		cmocka_unit_test(what_depends_on_letters_or_on_word_is_unknown),
		cmocka_unit_test(the_former_setting_is_passed_over),
		cmocka_unit_test(a_styled_table_leaves_the_rest_unknown),
		cmocka_unit_test(a_list_sets_its_paragraphs_unless_they_say_otherwise),
		cmocka_unit_test(each_section_has_its_page),
		cmocka_unit_test(looks_and_pages_go_over_the_wire),
		cmocka_unit_test(an_addressee_cut_by_hand_is_one),
	};

	return cmocka_run_group_tests_name("layout", tests, NULL, NULL);
}
