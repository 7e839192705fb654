/*
 * fuzz_again.c - words of a scan of any size anywhere on its page, in its tables, in its stamps and
 * in what was looked at a second time. A row takes six bytes: what it is, where, where, how wide,
 * how high and how sure, which word.
 */
#include "fuzz.h"

#include <stdio.h>

#include "base/strbuf.h"

enum { ROW = 6, STEP = 12 /* pixels */ };

static const slice words[] = {
	S("Nơi"),  S("nhận:"), S("Nguyễn"), S("Văn"),  S("An"),   S("CHỦ"), S("TỊCH"),  S("TM."),
	S("Số:"),  S("12"),    S("|"),      S("___"),  S("ngày"), S("3"),   S("tháng"), S("MẬT"),
	S("1."),   S("Giao"),  S("Sở"),     S("-"),    S("TT"),   S("e"),   S("20/5"),  S("năm"),
	S("2026"), S("\xff"),  S("Thế"),    S("Hùng"), S("KT."),
};

static void put_row(strbuf *b, const uint8_t *p)
{
	static const char levels[] = "5555555544110678987A55AT";
	slice w = words[p[5] % ARRAY_LEN(words)];
	char room[200];
	int n = snprintf(room, sizeof room, "%c\t1\t0\t0\t0\t0\t%d\t%d\t%d\t%d\t%d\t",
	                 levels[p[0] % (sizeof levels - 1)], p[1] * STEP, p[2] * STEP, 1 + p[3] * 2,
	                 1 + p[4] % 64, (p[4] >> 6) * 30 + 8);

	strbuf_put(b, (slice){room, n > 0 ? (size_t)n : 0});
	strbuf_put(b, w);
	strbuf_putc(b, '\n');
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	strbuf b;

	strbuf_init(&b, NULL, (size_t)1 << 22);
	for (size_t i = 0; i + ROW <= n; i += ROW)
		put_row(&b, bytes + i);
	fuzz_check_scan(strbuf_slice(&b));
	strbuf_done(&b);
	return 0;
}
