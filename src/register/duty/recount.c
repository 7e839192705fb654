/*
 * recount.c - one walk over the different limits there are, one statement for each that moves.
 */
#include "register/duty/recount.h"

#include <assert.h>

#include "base/json_out.h"
#include "register/event.h"

enum { DETAIL_MAX = 1 << 12 };

static rc fill_tally(reg *r, err *e)
{
	rc code = sql_tally_clear(r->d, NULL, e);

	if (code == RC_OK)
		code = sql_tally_fill(r->d, (sql_tally_fill_in){false}, NULL, e);
	if (code == RC_OK)
		code = sql_tally_fill(r->d, (sql_tally_fill_in){true}, NULL, e);
	if (code == RC_OK)
		code = sql_tally_fill_open(r->d, NULL, e);
	return code;
}

static rc move_all(reg *r, int64_t *ret_moved, err *e)
{
	sql_limits_all_rows limits;
	int64_t changed;
	arena a;
	rc code;

	*ret_moved = 0;
	arena_init(&a, NULL, 0);
	code = sql_limits_all(r->d, &a, &limits, e);
	for (uint32_t i = 0; code == RC_OK && i < limits.n; i++) {
		int64_t last = limits.p[i].last;

		code = sql_limit_move(
			r->d,
			(sql_limit_move_in){last, reg_counted(r, last), reg_safe(r, last), r->now},
			&changed, e);
		*ret_moved += changed;
	}
	arena_done(&a);
	if (code != RC_OK || *ret_moved == 0)
		return code;
	code = fill_tally(r, e);
	if (code == RC_OK)
		code = sql_items_resync(r->d, &changed, e);
	return code == RC_OK ? sql_collections_recount(r->d, &changed, e) : code;
}

static rc log_it(reg *r, const char *verb, const char *noun, int64_t id, slice what, int64_t moved,
                 err *e)
{
	strbuf b;
	json_out j = jout_to(&b);
	rc code;

	strbuf_init(&b, NULL, DETAIL_MAX);
	jout_object(&j);
	jout_key(&j, S("to"));
	jout_string_any(&j, what);
	jout_key(&j, S("moved"));
	jout_int(&j, moved);
	jout_object_end(&j);
	code = b.failed == RC_OK ? event_add(r, verb, noun, id, strbuf_slice(&b), e)
	                         : err_set(e, RC_LIMIT, MSG_TEXT_TOO_LONG, "reason of a day");
	strbuf_done(&b);
	return code;
}

/* A day is as it shall be: everything that hangs on it follows. */
static rc day_changed(reg *r, const char *verb, int32_t day, slice what, int64_t *ret_moved, err *e)
{
	rc code = reg_changed(r, e);

	if (code == RC_OK)
		code = reg_load_calendar(r, e);
	if (code == RC_OK)
		code = move_all(r, ret_moved, e);
	return code == RC_OK ? log_it(r, verb, "calendar", day, what, *ret_moved, e) : code;
}

rc recount_day(reg *r, const recount_day_in *in, int64_t *ret_moved, err *e)
{
	rc code = reg_office_only(r, e);

	assert(db_in_write(r->d));
	if (code == RC_OK && slice_trim(in->reason).n == 0)
		code = err_set(e, RC_INPUT, MSG_REASON_NEEDED, "a day without a reason");
	if (code == RC_OK)
		code = sql_day_put(
			r->d,
			(sql_day_put_in){in->day, in->kind, in->reason, in->source, in->confirmed},
			NULL, e);
	return code == RC_OK ? day_changed(r, "set-day", in->day, in->kind, ret_moved, e) : code;
}

rc recount_confirm_day(reg *r, int32_t day, int64_t *ret_moved, err *e)
{
	sql_day_all_rows rows;
	arena a;
	rc code = reg_office_only(r, e);

	if (code != RC_OK)
		return code;
	arena_init(&a, NULL, 0);
	code = sql_day_all(r->d, &a, &rows, e);
	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		const sql_day_all_row *x = &rows.p[i];

		if (x->day == day) {
			code = recount_day(
				r, &(recount_day_in){day, x->kind, x->reason, x->source, true},
				ret_moved, e);
			arena_done(&a);
			return code;
		}
	}
	arena_done(&a);
	return code == RC_OK ? err_set(e, RC_INPUT, MSG_NO_SUCH, "day %d", day) : code;
}

rc recount_drop_day(reg *r, int32_t day, int64_t *ret_moved, err *e)
{
	int64_t changed = 0;
	rc code = reg_office_only(r, e);

	assert(db_in_write(r->d));
	if (code == RC_OK)
		code = sql_day_drop(r->d, (sql_day_drop_in){day}, &changed, e);
	if (code == RC_OK && changed == 0)
		return err_set(e, RC_INPUT, MSG_NO_SUCH, "day %d", day);
	return code == RC_OK ? day_changed(r, "drop-day", day, S(""), ret_moved, e) : code;
}

rc recount_rolled(reg *r, bool rolled, int64_t *ret_moved, err *e)
{
	rc code = reg_office_only(r, e);

	assert(db_in_write(r->d));
	if (code == RC_OK)
		code = reg_changed(r, e);
	if (code == RC_OK)
		code = sql_setting_put(
			r->d, (sql_setting_put_in){S("rolled"), rolled ? S("1") : S("0")}, NULL, e);
	if (code != RC_OK)
		return code;
	r->rolled = rolled;
	code = move_all(r, ret_moved, e);
	return code == RC_OK ? log_it(r, "set-rolled", "setting", 0, rolled ? S("on") : S("off"),
	                              *ret_moved, e)
	                     : code;
}

rc recount_soon(reg *r, int days, err *e)
{
	char room[STRBUF_INT_MAX];
	strbuf b;
	rc code = reg_office_only(r, e);

	assert(db_in_write(r->d));
	strbuf_over(&b, room, sizeof room);
	strbuf_int(&b, days);
	if (code == RC_OK)
		code = reg_changed(r, e);
	if (code == RC_OK)
		code = sql_setting_put(r->d, (sql_setting_put_in){S("soon-days"), strbuf_slice(&b)},
		                       NULL, e);
	if (code != RC_OK)
		return code;
	r->soon_days = days;
	return log_it(r, "set-soon-days", "setting", 0, strbuf_slice(&b), 0, e);
}
