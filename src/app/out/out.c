/*
 * out.c - cells, members and dates as the commands of the register print them.
 */
#include "app/out/out.h"

#include <stdio.h>
#include <unistd.h>

#include "app/command.h"
#include "base/file.h"
#include "model/civil.h"
#include "model/vi_format.h"
#include "store/db.h"

enum { LAST_MINUTE = CMIN_DAY - 1 };
#define OUT_MAX ((size_t)4 << 30)

void out_init(strbuf *b)
{
	strbuf_init(b, NULL, OUT_MAX);
}

int out_flush(strbuf *b, int code)
{
	err e = {0};

	if (b->failed != RC_OK)
		(void)err_set(&e, b->failed, MSG_NO_MEMORY, "output");
	else if (file_write_fd(STDOUT_FILENO, strbuf_slice(b), &e) == RC_OK)
		e.rc = RC_OK;
	if (e.rc != RC_OK)
		complain((slice){0}, &e);
	strbuf_done(b);
	return e.rc == RC_OK ? code : EXIT_NOTHING;
}

static int64_t minute_of(int64_t seconds)
{
	return seconds == DB_NULL ? DB_NULL : civil_of_clock(seconds);
}

void out_past(uint32_t n)
{
	if (n > 0)
		(void)printf("%u văn bản có mọi thời hạn đã qua: chỉ lưu, trừ khi chọn theo dõi "
		             "(--track-past).\n",
		             n);
}

void out_put_minute(strbuf *b, int64_t minute)
{
	if (minute == DB_NULL)
		strbuf_putc(b, '-');
	else if (minute % CMIN_DAY == LAST_MINUTE)
		vi_date(b, (int32_t)(minute / CMIN_DAY));
	else
		vi_instant(b, minute);
}

void out_put_start(strbuf *b, int64_t minute)
{
	if (minute != DB_NULL && minute % CMIN_DAY == 0)
		vi_date(b, (int32_t)(minute / CMIN_DAY));
	else
		out_put_minute(b, minute);
}

void out_put_day(strbuf *b, int64_t day)
{
	if (day == DB_NULL)
		strbuf_putc(b, '-');
	else
		vi_date(b, (int32_t)day);
}

void out_put_time(strbuf *b, int64_t seconds)
{
	out_put_minute(b, minute_of(seconds));
}

void out_csv(strbuf *b, slice cell)
{
	bool formula = cell.n > 0 && memchr("=+-@\t\r", cell.p[0], 6) != NULL;
	bool quote = formula;

	for (size_t i = 0; i < cell.n && !quote; i++)
		quote = memchr(",\"\n\r", cell.p[i], 4) != NULL;
	if (!quote) {
		strbuf_put(b, cell);
		return;
	}
	strbuf_put(b, formula ? S("\"'") : S("\""));
	for (size_t i = 0; i < cell.n; i++) {
		if (cell.p[i] == '"')
			strbuf_putc(b, '"');
		strbuf_putc(b, cell.p[i]);
	}
	strbuf_putc(b, '"');
}

void out_line(strbuf *b, slice text, size_t most)
{
	size_t n = text.n;

	if (n > most) {
		n = most;
		while (n > 0 && text.p[n] != ' ')
			n--;
	}
	for (size_t i = 0; i < n; i++)
		strbuf_putc(b, (unsigned char)text.p[i] < ' ' ? ' ' : text.p[i]);
	if (n < text.n)
		strbuf_put(b, S("…"));
}
