/*
 * table_out.c - which form a name asks for; the file under another name until it is whole.
 */
#include "app/out/table_out.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "app/out/table_priv.h"
#include "base/file.h"

#define PIPED_MAX ((size_t)1 << 30)

static bool ends_in(slice s, slice tail)
{
	return s.n > tail.n && slice_eq((slice){s.p + s.n - tail.n, tail.n}, tail);
}

/* A workbook is put together in a file; on standard output it can only go when it is whole. */
static rc open_piped(table_out *t, slice title, err *e)
{
	static const char name[] = "/tmp/dondoc-table-XXXXXX";
	char *part = arena_alloc(t->a, sizeof name);
	int fd;

	memcpy(part, name, sizeof name);
	fd = mkstemp(part);
	if (fd < 0 || close(fd) != 0)
		return err_set(e, RC_IO, MSG_WRITE_FAILED, "mkstemp");
	t->part = part;
	t->piped = true;
	t->form = &table_xlsx;
	return t->form->open(t, part, title, e);
}

static rc write_piped(table_out *t, err *e)
{
	slice bytes;
	rc code = file_read(t->part, PIPED_MAX, t->a, &bytes, e);

	return code == RC_OK ? file_write_fd(STDOUT_FILENO, bytes, e) : code;
}

static bool can_write(const char *part)
{
	int fd = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0640);

	return fd >= 0 && close(fd) == 0;
}

static rc open_form(table_out *t, slice title, err *e)
{
	slice name = slice_c(t->path);

	if (slice_eq(name, S("-.xlsx")))
		return open_piped(t, title, e);
	if (slice_eq(name, S("-")))
		t->form = &table_csv;
	else if (ends_in(name, S(".csv")))
		t->form = &table_csv;
	else if (ends_in(name, S(".xlsx")))
		t->form = &table_xlsx;
	else
		return err_set(e, RC_USAGE, MSG_EXPORT_NAME, "neither .csv nor .xlsx");
	if (!slice_eq(name, S("-")))
		t->part = arena_printf(t->a, "%s.%d.part%c", t->path, (int)getpid(), 0).p;
	/* The library of workbooks would say so on stderr itself, in English. */
	if (t->form == &table_xlsx && !can_write(t->part))
		return err_set(e, RC_IO, MSG_WRITE_FAILED, "errno %d", errno);
	return t->form->open(t, t->part, title, e);
}

rc table_open(const char *path, slice title, const table_heading *headings, uint32_t n, arena *a,
              table_out **ret, err *e)
{
	table_out *t = arena_new(a, table_out);
	rc code;

	*t = (table_out){.path = path, .headings = headings, .n = n, .a = a};
	code = open_form(t, title, e);
	if (code == RC_OK)
		*ret = t;
	else if (t->part != NULL)
		(void)unlink(t->part);
	return code;
}

void table_text(table_out *t, slice s)
{
	t->form->text(t, s);
	t->column++;
}

void table_number(table_out *t, int64_t n)
{
	t->form->number(t, n);
	t->column++;
}

void table_minute(table_out *t, cmin at)
{
	t->form->minute(t, at);
	t->column++;
}

rc table_row(table_out *t, err *e)
{
	rc code = t->form->row(t, e);

	t->row++;
	t->column = 0;
	return code;
}

rc table_close(table_out *t, bool keep, err *e)
{
	rc code = t->form->close(t, keep ? e : NULL);

	if (t->part == NULL)
		return code;
	if (code == RC_OK && keep && t->piped)
		code = write_piped(t, e);
	else if (code == RC_OK && keep && rename(t->part, t->path) != 0)
		code = err_set(e, RC_IO, MSG_WRITE_FAILED, "rename");
	if (code != RC_OK || !keep || t->piped)
		(void)unlink(t->part);
	return code;
}
