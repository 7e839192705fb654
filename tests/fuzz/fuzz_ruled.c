/*
 * fuzz_ruled.c - words anywhere on a page, and rules anywhere among them: both finders of
 * tables, the one by the white between columns and the one by rules. The first bytes are
 * the rules, the others words of three bytes: where, where, which.
 */
#include "fuzz.h"

#include "base/strbuf.h"
#include "reading/extract/pdf.h"
#include "reading/extract/ruled.h"

enum { RULES = 8, STEP = 4 /* points */, POINTS = 10 /* tenths */ };

static const slice words[] = {
	S("TT"),  S("1"),     S("2"),    S("Nội"), S("dung"), S("Cơ"),    S("quan"), S("chủ"),
	S("trì"), S("II"),    S("20/5"), S("Sở"),  S("UBND"), S("tỉnh"),  S("Ghi"),  S("chú"),
	S("STT"), S("&amp;"), S("Số"),   S("a)"),  S("các"),  S("trước"), S("ngày"), S("-"),
};

static void put_word(strbuf *b, const uint8_t *p)
{
	slice w = words[p[2] % ARRAY_LEN(words)];
	unsigned x = p[0] * 2u, y = p[1] * 3u;
	char room[200];

	strbuf_put(b, S("<word"));
	(void)snprintf(room, sizeof room,
	               " xMin=\"%u.0\" yMin=\"%u.0\" xMax=\"%u.0\" yMax=\"%u.0\">", x, y,
	               x + (unsigned)w.n * 5, y + 12);
	strbuf_put(b, (slice){room, strnlen(room, sizeof room)});
	strbuf_put(b, w);
	strbuf_put(b, S("</word>"));
}

static void put_rules(rule_list *to, const uint8_t *p, arena *a)
{
	int32_t at = 0;

	for (int i = 0; i < RULES; i++)
		*VEC_PUSH(a, to) = at += (p[i] + 1) * STEP * POINTS;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	ruled_tables tables = {0};
	page_numbers pages = {0};
	strbuf b;
	arena a;
	rawdoc *raw;
	reading *r;
	err e = {0};

	if (n < 2 * RULES)
		return 0;
	strbuf_init(&b, NULL, (size_t)1 << 22);
	strbuf_put(&b, S("<doc><page width=\"595\" height=\"842\">"));
	for (size_t i = 2 * RULES; i + 3 <= n; i += 3)
		put_word(&b, bytes + i);
	strbuf_put(&b, S("</page></doc>"));
	arena_init(&a, NULL, 0);
	raw = arena_new(&a, rawdoc);
	r = arena_new(&a, reading);
	if (rawdoc_from_words(strbuf_slice(&b), &a, raw, &e) == RC_OK) {
		ruled_table *t = VEC_PUSH(&a, &tables);

		*t = (ruled_table){.page = 1};
		put_rules(&t->across, bytes, &a);
		put_rules(&t->down, bytes + RULES, &a);
		ruled_pages(raw, &a, &pages);
		ruled_cells(raw, &tables, &a);
		if (reading_run_raw(fuzz_reader(), raw, &a, r, &e) == RC_OK)
			fuzz_check_reading(r);
	}
	arena_done(&a);
	strbuf_done(&b);
	return 0;
}
