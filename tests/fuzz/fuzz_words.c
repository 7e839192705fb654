/*
 * fuzz_words.c - words of any size anywhere on some pages of a PDF: its lines are found, and
 * they are the same in however many pieces the list comes. The first byte is how long a piece
 * is; then a word takes four: where, where, how high and how near to the last, which.
 */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/strbuf.h"
#include "reading/extract/pdf.h"

enum { WORD = 4, WIDE = 5 /* points a byte of a word */, NEAR = 0x80, PAGE = 0xff };

static const slice words[] = {
	S("Số:"),      S("12"),    S("/TB-UBND"), S("CỘNG"), S("HÒA"),  S("ngày"),     S("3"),
	S("tháng"),    S("5"),     S("năm"),      S("2026"), S("Nơi"),  S("nhận:"),    S("-"),
	S("Như"),      S("trên;"), S("CHỦ"),      S("TỊCH"), S("Giao"), S("Sở"),       S("Tài"),
	S("chính"),    S("trước"), S("20/5"),     S("1."),   S("a)"),   S("TT"),       S("(1)"),
	S("&lt;x&"),   S("UBND"),  S("tỉnh"),     S("Ký"),   S("bởi:"), S("________"), S("*"),
	S("\xff\xfe"), S("THÔNG"), S("BÁO"),      S("Kính"), S("gửi:"),
};

static void put_word(strbuf *b, const uint8_t *p, unsigned *right, unsigned *top)
{
	slice w = words[p[3] % ARRAY_LEN(words)];
	unsigned x = p[0] * 2u, y = p[1] * 3u;
	char room[200];
	int n;

	if (p[2] == PAGE) {
		strbuf_put(b, S("</page><page width=\"595.3\" height=\"841.9\">"));
		return;
	}
	if (p[2] & NEAR) { /* on the line of the last word, as text is */
		x = *right + p[0] % 8;
		y = *top;
	}
	n = snprintf(room, sizeof room,
	             "<word xMin=\"%u.5\" yMin=\"%u.25\" xMax=\"%u.0\" yMax=\"%u.7\">", x, y,
	             x + (unsigned)w.n * WIDE, y + 4 + p[2] % 32);
	strbuf_put(b, (slice){room, n > 0 ? (size_t)n : 0});
	strbuf_put(b, w);
	strbuf_put(b, S("</word>\n"));
	*right = x + (unsigned)w.n * WIDE;
	*top = y;
}

static rc read_in_pieces(slice list, size_t piece, arena *a, rawdoc *ret, err *e)
{
	pdf_intake *t = pdf_intake_new(a);

	for (size_t at = 0; at < list.n; at += piece)
		if (!pdf_intake_feed(
			    t, (slice){list.p + at, list.n - at < piece ? list.n - at : piece}))
			break;
	return pdf_intake_end(t, ret, e);
}

static void check_same(const rawdoc *x, const rawdoc *y)
{
	bool same = x->lines.n == y->lines.n;

	for (uint32_t i = 0; same && i < x->lines.n; i++)
		same = slice_eq(x->lines.p[i].text, y->lines.p[i].text);
	if (same)
		return;
	(void)fprintf(stderr, "does not hold: a list in pieces is the same list\n");
	abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	unsigned right = 0, top = 0;
	strbuf b;
	arena a;
	rawdoc *whole, *pieces;
	reading *r;
	err e = {0}, other = {0};
	rc code;

	if (n == 0)
		return 0;
	strbuf_init(&b, NULL, (size_t)1 << 22);
	strbuf_put(&b, S("<doc><page width=\"595\" height=\"842\">"));
	for (size_t i = 1; i + WORD <= n; i += WORD)
		put_word(&b, bytes + i, &right, &top);
	strbuf_put(&b, S("</page></doc>"));
	arena_init(&a, NULL, 0);
	whole = arena_new(&a, rawdoc);
	pieces = arena_new(&a, rawdoc);
	r = arena_new(&a, reading);
	code = rawdoc_from_words(strbuf_slice(&b), &a, whole, &e);
	if (code != read_in_pieces(strbuf_slice(&b), bytes[0] + 1u, &a, pieces, &other))
		abort();
	if (code == RC_OK) {
		check_same(whole, pieces);
		if (reading_run_raw(fuzz_reader(), whole, &a, r, &e) == RC_OK)
			fuzz_check_reading(r);
	}
	arena_done(&a);
	strbuf_done(&b);
	return 0;
}
