/*
 * reg.c - opening and closing a register, and what an office has set.
 */
#include "register/reg.h"

#include "base/strbuf.h"
#include "model/civil.h"
#include "register/people/bodies.h"
#include "register/people/days.h"
#include "register/search/search.h"

enum { SOON_DAYS = 3, RULES_UNKNOWN = -1 };

static rc setting_int(reg *r, slice key, int64_t otherwise, int64_t *ret, err *e)
{
	sql_setting_get_row row;
	bool found;
	arena a;
	rc code;

	arena_init(&a, NULL, 0);
	code = sql_setting_get(r->d, (sql_setting_get_in){key}, &a, &row, &found, e);
	if (code == RC_OK) {
		*ret = otherwise;
		if (found && slice_number(row.value, INT32_MAX) >= 0)
			*ret = slice_number(row.value, INT32_MAX);
	}
	arena_done(&a);
	return code;
}

static const slice rules_key = S("rules");

static rc load_settings(reg *r, err *e)
{
	int64_t rolled = 0, soon = SOON_DAYS;
	rc code = setting_int(r, S("rolled"), 0, &rolled, e);

	if (code == RC_OK)
		code = setting_int(r, S("soon-days"), SOON_DAYS, &soon, e);
	if (code == RC_OK)
		code = setting_int(r, rules_key, 0, &r->rules, e);
	r->rolled = rolled != 0;
	r->soon_days = (int)soon;
	return code;
}

rc reg_load_calendar(reg *r, err *e)
{
	return days_load(r->d, &r->a, &r->cal, e);
}

rc reg_refresh(reg *r, err *e)
{
	int64_t now = 0;
	rc code = setting_int(r, rules_key, 0, &now, e);

	if (code != RC_OK || now == r->rules)
		return code;
	code = load_settings(r, e);
	return code == RC_OK ? reg_load_calendar(r, e) : code;
}

/* What an earlier run of the same work left behind does not count. */
static rc at_begin(db *d, void *ctx, err *e)
{
	(void)d;
	search_drop(ctx);
	return reg_refresh(ctx, e);
}

static rc at_end(db *d, void *ctx, err *e)
{
	(void)d;
	return search_settle(ctx, e);
}

void reg_follow(reg *r)
{
	db_on_begin(r->d, at_begin, r);
	db_on_end(r->d, at_end, r);
}

rc reg_changed(reg *r, err *e)
{
	char room[STRBUF_INT_MAX];
	int64_t version = 0;
	strbuf b;
	rc code = setting_int(r, rules_key, 0, &version, e);

	/* Whether it is committed or not, what is in memory is read again. */
	r->rules = RULES_UNKNOWN;
	strbuf_over(&b, room, sizeof room);
	strbuf_int(&b, version + 1);
	return code == RC_OK
	               ? sql_setting_put(r->d, (sql_setting_put_in){rules_key, strbuf_slice(&b)},
	                                 NULL, e)
	               : code;
}

rc reg_office_only(const reg *r, err *e)
{
	return r->who.all ? RC_OK : err_set(e, RC_INPUT, MSG_FORBIDDEN, "the Office alone");
}

void reg_set_now(reg *r, int64_t now)
{
	r->now = now;
	r->minute = civil_of_clock(now);
}

rc reg_open(reg *ret, const char *url, unsigned flags, viewer who, int64_t now,
            const registry *bodies, slice calendar_tsv, err *e)
{
	rc code;

	*ret = (reg){.who = who};
	reg_set_now(ret, now);
	arena_init(&ret->a, NULL, 0);
	code = db_open(url, flags, &ret->d, e);
	if (code == RC_OK)
		code = search_renew(ret, e);
	if (code == RC_OK && bodies != NULL)
		code = bodies_enter(ret, bodies, e);
	if (code == RC_OK && calendar_tsv.n > 0)
		code = days_enter_first(ret, calendar_tsv, e);
	if (code == RC_OK)
		code = load_settings(ret, e);
	if (code == RC_OK)
		code = reg_load_calendar(ret, e);
	if (code == RC_OK)
		reg_follow(ret);
	return code;
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
