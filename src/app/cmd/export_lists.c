/*
 * export_lists.c - rows of any statement of export.sql as cells, by the offsets that
 * export_lists.def names. A misspelt field does not build.
 */
#include "app/cmd/export_lists.h"

#include "app/out/wording.h"
#include "model/civil.h"
#include "register/duty/obligation.h"

enum cell_kind {
	CELL_TEXT,
	CELL_COUNT,
	CELL_MINUTE,
	CELL_DAY,
	CELL_SECONDS,
	CELL_WORK,
	CELL_TIME,
	CELL_WORD
};

typedef struct column {
	size_t at;
	uint8_t kind;
	table_heading heading;
} column;

#define LIST(name, noun, title) static const column columns_##name[] = {
#define COLUMN(name, field, kind, width, heading)                                                  \
	{offsetof(sql_export_##name##_row, field), CELL_##kind, {S(heading), width}},
#define END_LIST(name)                                                                             \
	}                                                                                          \
	;
#include "app/cmd/export_lists.def"
#undef LIST
#undef COLUMN
#undef END_LIST

static const struct {
	const char *noun;
	slice title;
	const column *columns;
	uint32_t n;
	const db_stmt *stmt;
} lists[] = {
#define LIST(name, noun, title)                                                                    \
	[EXPORT_##name] = {noun, S(title), columns_##name, ARRAY_LEN(columns_##name),              \
	                   &sql_export_##name##_stmt},
#define COLUMN(name, field, kind, width, heading)
#define END_LIST(name)
#include "app/cmd/export_lists.def"
#undef LIST
#undef COLUMN
#undef END_LIST
};

typedef struct writing {
	reg *r;
	const column *columns;
	uint32_t n;
	table_out *to;
	int64_t rows;
} writing;

static int64_t number_at(const char *at)
{
	int64_t n;

	memcpy(&n, at, sizeof n);
	return n;
}

static slice text_at(const char *at)
{
	slice s;

	memcpy(&s, at, sizeof s);
	return s;
}

/* Only duties have it: how far the limit is, or whether it was met. */
static slice time_of(const writing *w, const char *row)
{
	const sql_export_duties_row *o = (const void *)row;

	if (!work_is_open(o->work))
		return slice_eq(o->work, S("confirmed"))
		               ? o->in_time ? S("Hoàn thành đúng hạn") : S("Hoàn thành quá hạn")
		               : S("");
	if (o->due == DB_NULL)
		return S("Không có thời hạn");
	return o->due < w->r->minute ? S("Quá hạn") : S("Trong hạn");
}

static void put_minute(table_out *to, int64_t minute)
{
	if (minute == DB_NULL)
		table_text(to, S(""));
	else
		table_minute(to, minute);
}

static void put_cell(writing *w, const column *c, const char *row)
{
	const char *at = row + c->at;
	int64_t n;

	switch ((enum cell_kind)c->kind) {
	case CELL_TEXT:
		table_text(w->to, text_at(at));
		break;
	case CELL_WORK:
		table_text(w->to, work_wording(text_at(at)));
		break;
	case CELL_WORD:
		table_text(w->to, wording(text_at(at)));
		break;
	case CELL_TIME:
		table_text(w->to, time_of(w, row));
		break;
	case CELL_COUNT:
		table_number(w->to, number_at(at));
		break;
	case CELL_MINUTE:
		put_minute(w->to, number_at(at));
		break;
	case CELL_DAY:
		n = number_at(at);
		put_minute(w->to, n == DB_NULL ? n : n * CMIN_DAY + CMIN_DAY - 1);
		break;
	case CELL_SECONDS:
		n = number_at(at);
		put_minute(w->to, n == DB_NULL ? n : civil_of_clock(n));
		break;
	}
}

static rc put_row(void *ctx, const void *row, err *e)
{
	writing *w = ctx;

	for (uint32_t i = 0; i < w->n; i++)
		put_cell(w, &w->columns[i], row);
	w->rows++;
	return table_row(w->to, e);
}

enum export_list export_of(slice noun)
{
	int i = 0;

	while (i < EXPORT_COUNT && !slice_eq(slice_c(lists[i].noun), noun))
		i++;
	return (enum export_list)i;
}

rc export_write(reg *r, enum export_list l, const export_ask *ask, const char *path,
                int64_t *ret_rows, err *e)
{
	writing w = {.r = r, .columns = lists[l].columns, .n = lists[l].n};
	/* All statements of export.sql take the same three, in this order. */
	const int64_t in[] = {ask->row, ask->since, ask->until};
	table_heading *headings;
	arena a;
	rc code, closed;

	arena_init(&a, NULL, 0);
	headings = arena_array(&a, table_heading, w.n);
	for (uint32_t i = 0; i < w.n; i++)
		headings[i] = w.columns[i].heading;
	code = table_open(path, lists[l].title, headings, w.n, &a, &w.to, e);
	if (code == RC_OK) {
		code = db_each(r->d, lists[l].stmt, &r->who, in, put_row, &w, e);
		closed = table_close(w.to, code == RC_OK, code == RC_OK ? e : NULL);
		code = code == RC_OK ? closed : code;
	}
	arena_done(&a);
	if (code == RC_OK)
		*ret_rows = w.rows;
	return code;
}
