/*
 * serve_sheet.c - the writer of tables writes files; a page wants bytes.
 */
#include "app/serve_sheet.h"

#include <stdlib.h>
#include <unistd.h>

#include "app/out/table_out.h"
#include "base/file.h"

#define SERVE_SHEET_MAX ((size_t)64 << 20)

static rc write_cells(const serve_table *t, table_out *out, err *e)
{
	rc code = RC_OK;

	for (uint32_t i = 0; code == RC_OK && i < t->cells.n; i++) {
		const serve_cell *c = &t->cells.p[i];

		if (c->minute && c->n != CMIN_NONE)
			table_minute(out, c->n);
		else if (c->number)
			table_number(out, c->n);
		else
			table_text(out, c->text);
		if ((i + 1) % t->ncolumns == 0)
			code = table_row(out, e);
	}
	return code;
}

static rc write_file(const serve_table *t, const char *path, arena *a, err *e)
{
	table_heading *headings = arena_array(a, table_heading, t->ncolumns);
	table_out *out = NULL;
	rc code, closed;

	for (uint32_t i = 0; i < t->ncolumns; i++)
		headings[i] = (table_heading){t->columns[i].heading, t->columns[i].width};
	code = table_open(path, t->title, headings, t->ncolumns, a, &out, e);
	if (code != RC_OK)
		return code;
	code = write_cells(t, out, e);
	closed = table_close(out, code == RC_OK, code == RC_OK ? e : NULL);
	return code == RC_OK ? closed : code;
}

rc serve_sheet_write(void *ctx, const serve_table *t, arena *a, slice *ret, err *e)
{
	char folder[] = "/tmp/dondoc-sheet-XXXXXX";
	const char *path;
	rc code;

	(void)ctx;
	if (mkdtemp(folder) == NULL)
		return err_set(e, RC_IO, MSG_WRITE_FAILED, "mkdtemp");
	path = arena_printf(a, "%s/x.xlsx%c", folder, 0).p;
	code = write_file(t, path, a, e);
	if (code == RC_OK)
		code = file_read(path, SERVE_SHEET_MAX, a, ret, e);
	(void)unlink(path);
	(void)rmdir(folder);
	return code;
}
