/*
 * days.c - rows of the calendar, and the calendar made of them.
 *
 * The rules of the table stand in model/calendar.c alone: what is in the register is
 * written as that table again and read by it.
 */
#include "register/people/days.h"

#include "base/strbuf.h"
#include "register/event.h"

enum { COLUMNS = 5, TABLE_MAX = 4 << 20 };

rc days_load(db *d, arena *a, calendar *ret, err *e)
{
	sql_day_all_rows rows;
	strbuf b;
	slice tsv;
	rc code = sql_day_all(d, a, &rows, e);

	if (code != RC_OK)
		return code;
	strbuf_init(&b, NULL, TABLE_MAX);
	strbuf_put(&b, S("date\tkind\treason\tsource\tconfirmed\n"));
	for (uint32_t i = 0; i < rows.n; i++) {
		const sql_day_all_row *x = &rows.p[i];

		civil_put(&b, civil_of_days((int32_t)x->day), false);
		strbuf_putc(&b, '\t');
		strbuf_put(&b, x->kind);
		strbuf_put(&b, x->confirmed ? S("\t-\t-\tyes\n") : S("\t-\t-\tno\n"));
	}
	tsv = arena_copy(a, strbuf_slice(&b));
	strbuf_done(&b);
	return calendar_load(tsv, false, a, ret, e);
}

typedef struct first_days {
	reg *r;
	slice tsv;
} first_days;

static rc enter_line(reg *r, slice line, err *e)
{
	slice f[COLUMNS] = {{0}};
	civil day;

	for (size_t i = 0; i < COLUMNS; i++)
		if (!slice_next(&line, '\t', &f[i]))
			return RC_OK;
	if (civil_parse(slice_trim(f[0]), &day, NULL) != RC_OK)
		return RC_OK; /* the heading */
	return sql_day_put(r->d,
	                   (sql_day_put_in){civil_days(day.y, day.mo, day.d), slice_trim(f[1]),
	                                    slice_trim(f[2]), slice_trim(f[3]),
	                                    slice_eq(slice_trim(f[4]), S("yes"))},
	                   NULL, e);
}

static rc enter_all(db *d, void *ctx, err *e)
{
	const first_days *f = ctx;
	slice rest = f->tsv, line;
	rc code = RC_OK;

	(void)d;
	while (code == RC_OK && slice_next(&rest, '\n', &line))
		if (line.n > 0 && line.p[0] != '#')
			code = enter_line(f->r, line, e);
	return code == RC_OK ? event_add(f->r, "enter", "calendar", 0, (slice){0}, e) : code;
}

rc days_enter_first(reg *r, slice tsv, err *e)
{
	first_days f = {r, tsv};
	sql_day_count_row count;
	calendar check;
	rc code = sql_day_count(r->d, &r->a, &count, NULL, e);

	if (code != RC_OK || count.n > 0)
		return code;
	code = calendar_load(tsv, true, &r->a, &check, e);
	return code == RC_OK ? db_write(r->d, enter_all, &f, e) : code;
}
