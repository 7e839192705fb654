/*
 * table_csv.c - comma-separated, UTF-8 with the mark by which Excel knows it.
 */
#include <fcntl.h>
#include <unistd.h>

#include "app/out/out.h"
#include "app/out/table_priv.h"
#include "base/file.h"

#define FLUSH ((size_t)1 << 18)
#define LINE_MAX ((size_t)1 << 26)

typedef struct csv {
	strbuf b;
	int fd;
} csv;

static rc flush(csv *c, err *e)
{
	rc code = c->b.failed != RC_OK ? err_set(e, c->b.failed, MSG_NO_MEMORY, "a row")
	                               : file_write_fd(c->fd, strbuf_slice(&c->b), e);

	strbuf_clear(&c->b);
	return code;
}

static void text(table_out *t, slice s)
{
	csv *c = t->own;

	if (t->column > 0)
		strbuf_putc(&c->b, ',');
	out_csv(&c->b, s);
}

static void number(table_out *t, int64_t n)
{
	csv *c = t->own;

	if (t->column > 0)
		strbuf_putc(&c->b, ',');
	strbuf_int(&c->b, n);
}

static rc row(table_out *t, err *e)
{
	csv *c = t->own;

	strbuf_put(&c->b, S("\r\n"));
	return c->b.n > FLUSH || c->b.failed != RC_OK ? flush(c, e) : RC_OK;
}

static rc open_csv(table_out *t, const char *path, slice title, err *e)
{
	csv *c = arena_new(t->a, csv);

	(void)title;
	c->fd = path == NULL ? STDOUT_FILENO
	                     : open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0640);
	if (c->fd < 0)
		return err_set(e, RC_IO, MSG_WRITE_FAILED, "open");
	strbuf_init(&c->b, NULL, LINE_MAX);
	t->own = c;
	strbuf_put(&c->b, S("\xef\xbb\xbf"));
	for (uint32_t i = 0; i < t->n; i++) {
		t->column = i;
		text(t, t->headings[i].text);
	}
	t->column = 0;
	return row(t, e);
}

static rc close_csv(table_out *t, err *e)
{
	csv *c = t->own;
	rc code = flush(c, e);

	strbuf_done(&c->b);
	if (t->part != NULL && close(c->fd) != 0 && code == RC_OK)
		code = err_set(e, RC_IO, MSG_WRITE_FAILED, "close");
	return code;
}

/* "2026-05-27 14:00": spreadsheets take it for a time wherever they are; with a T they do not. */
static void minute(table_out *t, cmin at)
{
	char room[24];
	strbuf b;

	strbuf_over(&b, room, sizeof room);
	civil_put(&b, civil_of_minutes(at), at % CMIN_DAY != CMIN_DAY - 1);
	for (size_t i = 0; i < b.n; i++)
		if (room[i] == 'T')
			room[i] = ' ';
	text(t, strbuf_slice(&b));
}

const table_form table_csv = {open_csv, text, number, minute, row, close_csv};
