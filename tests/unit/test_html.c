/*
 * test_html.c - what a reader sees of a page, line by line.
 *
 * Expected is one line a raw line, a cell as "table.row.column|text", flags as
 * letters: b bold, i italic, c centred, h heading. Pages are written with macros, for
 * no source of ours holds a page.
 */
#include "reading/extract/html.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/strbuf.h"

#define LT "<"
#define E(name, inside) LT #name ">" inside LT "/" #name ">"
#define A(name, attrs, inside) LT #name " " attrs ">" inside LT "/" #name ">"
#define BR LT "br>"

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
			all = arena_printf(a, "%.*s%d.%d.%d", (int)all.n, all.p, l->table, l->row,
			                   l->column);
		all = arena_printf(a, "%.*s%s|%.*s\n", (int)all.n, all.p, flags, (int)l->text.n,
		                   l->text.p);
	}
	return all;
}

static void expect(const char *page, const char *want)
{
	rawdoc doc = {0};
	err e = {0};
	slice got;
	arena a;

	arena_init(&a, NULL, 0);
	if (rawdoc_from_html(slice_c(page), &a, &doc, &e) != RC_OK)
		fail_msg("%s: %s", msg_code(e.id), e.detail);
	got = dump(&doc, &a);
	if (!slice_eq(got, slice_c(want)))
		fail_msg("got\n%.*swant\n%s", (int)got.n, got.p, want);
	arena_done(&a);
}

static void expect_error(slice page, msg_id want)
{
	rawdoc doc = {0};
	err e = {0};
	arena a;

	arena_init(&a, NULL, 0);
	assert_int_not_equal(rawdoc_from_html(page, &a, &doc, &e), RC_OK);
	assert_string_equal(msg_code(e.id), msg_code(want));
	arena_done(&a);
}

static void paragraphs_are_lines(void **state)
{
	(void)state;
	expect(E(p, "Giao  Sở\n Tài &amp; chính") E(div, "Hai" E(p, "Ba") "Bốn"),
	       "|Giao Sở Tài & chính\n|Hai\n|Ba\n|Bốn\n");
	expect(E(p, "Giao Sở Tài chính;" BR "Báo cáo") E(p, "Một" BR BR "Hai"),
	       "|Giao Sở Tài chính;\n|Báo cáo\n|Một\n|Hai\n");
}

static void emphasis_is_kept(void **state)
{
	(void)state;
	expect(E(p, E(b, "Đậm")) E(p, E(b, "Một") " nửa") E(h2, "Đầu đề") E(p, E(em, "Nghiêng")),
	       "b|Đậm\n|Một nửa\nbh|Đầu đề\ni|Nghiêng\n");
	expect(A(p, "align=center", "Giữa") A(p, "style='text-align: center'", "Giữa"),
	       "c|Giữa\nc|Giữa\n");
	expect(E(p, "12 m" E(sup, "2")), "|12 m²\n");
}

static void items_have_their_numbers(void **state)
{
	(void)state;
	expect(E(ol, E(li, "Một") E(li, E(p, "Hai") E(ul, E(li, "Gạch"))) E(li, "Ba")),
	       "|1. Một\n|2. Hai\n|- Gạch\n|3. Ba\n");
	expect(A(ol, "type=a start=3", E(li, "x") E(li, "y")), "|c. x\n|d. y\n");
}

static void cells_have_their_place(void **state)
{
	(void)state;
	expect(E(table, E(tr, E(th, "STT") E(th, "Việc")) E(tr, E(td, "1") E(td, "Báo cáo"))),
	       "0.0.0b|STT\n0.0.1b|Việc\n0.1.0|1\n0.1.1|Báo cáo\n");
	expect(E(table, E(tr, A(td, "rowspan=2", "a") E(td, "b")) E(tr, E(td, "c"))
	                        E(tr, A(td, "colspan=2", "d") E(td, "e"))),
	       "0.0.0|a\n0.0.1|b\n0.1.1|c\n0.2.0|d\n0.2.2|e\n");
	/* A header in two cells is no table. */
	expect(E(table,
	         E(tr, E(td, "UBND TỈNH") E(td, E(p, "CỘNG HÒA XÃ HỘI") E(p, "Độc lập - Tự do")))),
	       "|UBND TỈNH\n|CỘNG HÒA XÃ HỘI\n|Độc lập - Tự do\n");
}

static void what_is_not_words_is_left_out(void **state)
{
	(void)state;
	expect(E(html,
	         E(head, E(title, "x") E(style, "p {}"))
	                 E(body, E(script, "alert('x')") A(a, "href='http://x.vn/a'", "Xem tại đây")
	                                 A(iframe, "src='http://x.vn'",
	                                   "") A(p, "style='display:none'", "giấu")
	                                         A(p, "hidden", "giấu") A(img, "alt='ảnh'", ""))),
	       "|Xem tại đây\n");
}

static void old_letters_are_read(void **state)
{
	(void)state;
	/* Code page 1258: marks of tone follow their vowel. */
	expect(A(meta, "charset=windows-1258", "") E(p, "\xd0\xea\xcc ngh\xea\xf2 cu\xf5i"),
	       "|Đê\xcc\x80 nghê\xcc\xa3 cuơi\n");
	expect(E(p, "caf\xe9 \x93x\x94"), "|café “x”\n");
}

static void hostile_pages_are_refused(void **state)
{
	arena a;
	strbuf b;

	(void)state;
	arena_init(&a, NULL, 0);
	strbuf_init(&b, NULL, 1 << 22);
	strbuf_repeat(&b, S(LT "div>"), 5000);
	expect_error(strbuf_slice(&b), MSG_HOSTILE);
	strbuf_clear(&b);
	strbuf_repeat(&b, S(LT "table>" LT "tr>" LT "td>"), 100);
	expect_error(strbuf_slice(&b), MSG_HOSTILE);
	strbuf_clear(&b);
	strbuf_put(&b, S(LT "p "));
	strbuf_repeat(&b, S("a=1 "), 3000);
	strbuf_putc(&b, '>');
	expect_error(strbuf_slice(&b), MSG_HOSTILE);
	expect_error(S(LT "html>" LT "p>  "), MSG_EMPTY);
	expect_error(S(LT "p>a\0b"), MSG_BINARY);
	strbuf_done(&b);
	arena_done(&a);
}

static void every_prefix_is_read(void **state)
{
	static const char page[] =
		E(table, E(tr, E(td, E(b, "Số: 1/TB")) A(td, "colspan='2'", "&eacute;ữ")))
			E(ol, E(li, "x"));

	(void)state;
	for (size_t n = 0; n < sizeof page; n++) {
		rawdoc doc = {0};
		err e = {0};
		char *exact = malloc(n + 1);
		arena a;

		arena_init(&a, NULL, 0);
		memcpy(exact, page, n);
		(void)!rawdoc_from_html((slice){exact, n}, &a, &doc, &e);
		arena_done(&a);
		free(exact);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(paragraphs_are_lines),
		cmocka_unit_test(emphasis_is_kept),
		cmocka_unit_test(items_have_their_numbers),
		cmocka_unit_test(cells_have_their_place),
		cmocka_unit_test(what_is_not_words_is_left_out),
		cmocka_unit_test(old_letters_are_read),
		cmocka_unit_test(hostile_pages_are_refused),
		cmocka_unit_test(every_prefix_is_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
