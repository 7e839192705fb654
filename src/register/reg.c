/*
 * reg.c - opening and closing a register, and what an office has set.
 */
#include "register/reg.h"

#include "base/strbuf.h"
#include "register/bodies.h"
#include "register/days.h"
#include "register/search.h"

enum { UTC_PLUS_7 = 7 * 3600, SOON_DAYS = 3 };

static rc setting_int(reg *r, slice key, int64_t otherwise, int64_t *ret, err *e)
{
	sql_setting_get_row row;
	bool found;
	rc code = sql_setting_get(r->d, (sql_setting_get_in){key}, &r->a, &row, &found, e);

	if (code != RC_OK)
		return code;
	*ret = otherwise;
	if (found && slice_number(row.value, INT32_MAX) >= 0)
		*ret = slice_number(row.value, INT32_MAX);
	return RC_OK;
}

static rc load_settings(reg *r, err *e)
{
	int64_t rolled = 0, soon = SOON_DAYS;
	rc code = setting_int(r, S("rolled"), 0, &rolled, e);

	if (code == RC_OK)
		code = setting_int(r, S("soon-days"), SOON_DAYS, &soon, e);
	r->rolled = rolled != 0;
	r->soon_days = (int)soon;
	return code;
}

rc reg_load_calendar(reg *r, err *e)
{
	return days_load(r->d, &r->a, &r->cal, e);
}

void reg_set_now(reg *r, int64_t now)
{
	r->now = now;
	r->minute = (now + UTC_PLUS_7) / 60;
}

rc reg_open(reg *ret, const char *url, unsigned flags, viewer who, int64_t now,
            const registry *bodies, slice calendar_tsv, err *e)
{
	rc code;

	*ret = (reg){.who = who};
	reg_set_now(ret, now);
	arena_init(&ret->a, NULL, 0);
	code = db_open(url, flags, &ret->d, e);
	if (code == RC_OK && bodies != NULL)
		code = bodies_enter(ret, bodies, e);
	if (code == RC_OK && calendar_tsv.n > 0)
		code = days_enter_first(ret, calendar_tsv, e);
	if (code == RC_OK)
		code = load_settings(ret, e);
	return code == RC_OK ? reg_load_calendar(ret, e) : code;
}

void reg_close(reg *r)
{
	bodies_drop(r);
	search_drop(r);
	db_close(r->d);
	arena_done(&r->a);
	*r = (reg){0};
}

int64_t reg_counted(const reg *r, int64_t last)
{
	return last == DB_NULL || !r->rolled ? last : calendar_rolled(&r->cal, last);
}

int64_t reg_safe(const reg *r, int64_t last)
{
	bool timed = last != DB_NULL && (last + 1) % CMIN_DAY != 0;

	return last == DB_NULL ? DB_NULL : calendar_safe(&r->cal, last, timed);
}
