/*
 * test_rules.c - a register that stays open hears what another process changed: days off, and
 * what the office counts by.
 */
#include "office.h"

#include "register/duty/recount.h"

typedef struct change {
	bool rolled, drop, fail;
	int32_t day; /* 0: the setting */
} change;

static rc work(office *o, void *ctx, err *e)
{
	const change *x = ctx;
	int64_t moved;
	rc code;

	if (x->day == 0)
		code = recount_rolled(&o->r, x->rolled, &moved, e);
	else if (x->drop)
		code = recount_drop_day(&o->r, x->day, &moved, e);
	else
		code = recount_day(&o->r,
		                   &(recount_day_in){x->day, S("off"), S("lụt"), S("-"), true},
		                   &moved, e);
	if (code == RC_OK && x->fail)
		return err_set(e, RC_INPUT, MSG_USAGE, "on purpose");
	return code;
}

/* Another process: the same database, opened for itself. */
static void both(office *a, office *b, void **st)
{
	office_begin(a, st, "2026-04-20");
	office_begin(b, st, "2026-04-20");
}

static int64_t counted_sunday(office *o)
{
	int64_t sunday = (int64_t)civil_days(2026, 5, 31) * CMIN_DAY + CMIN_DAY - 1;

	return reg_counted(&o->r, sunday) / CMIN_DAY;
}

static void a_reader_hears_it_when_it_asks(void **st)
{
	change rolled = {.rolled = true};
	office a, b;

	both(&a, &b, st);
	assert_int_equal(counted_sunday(&b), civil_days(2026, 5, 31));
	assert_int_equal(office_do(&a, work, &rolled), MSG_NONE);
	assert_int_equal(reg_refresh(&b.r, &b.e), RC_OK);
	assert_int_equal(counted_sunday(&b), civil_days(2026, 6, 1));
	office_end(&a);
	office_end(&b);
}

static void a_writer_hears_it_unasked(void **st)
{
	change rolled = {.rolled = true}, day = {.day = 0};
	int64_t due;
	office a, b;

	both(&a, &b, st);
	day.day = civil_days(2026, 6, 1);
	assert_int_equal(office_do(&a, work, &rolled), MSG_NONE);
	assert_int_equal(office_do(&a, work, &day), MSG_NONE);
	office_add(&b, "báo cáo", "STC", NULL, "2026-05-31");
	due = office_obligation(&b, 1).due / CMIN_DAY;
	assert_int_equal(due, civil_days(2026, 6, 2));
	office_adds_up(&b);
	day.drop = true;
	assert_int_equal(office_do(&b, work, &day), MSG_NONE);
	office_add(&a, "báo cáo hai", "SNV", NULL, "2026-05-31");
	assert_int_equal(office_obligation(&a, 1).due / CMIN_DAY, civil_days(2026, 6, 1));
	assert_int_equal(office_obligation(&a, 2).due / CMIN_DAY, civil_days(2026, 6, 1));
	office_end(&a);
	office_end(&b);
}

static void what_was_rolled_back_counts_for_nothing(void **st)
{
	change rolled = {.rolled = true, .fail = true};
	office a, b;

	both(&a, &b, st);
	assert_int_equal(office_do(&a, work, &rolled), MSG_USAGE);
	assert_int_equal(reg_refresh(&a.r, &a.e), RC_OK);
	assert_int_equal(counted_sunday(&a), civil_days(2026, 5, 31));
	office_end(&a);
	office_end(&b);
}

int main(void)
{
	static const both_test tests[] = {
		BOTH(a_reader_hears_it_when_it_asks),
		BOTH(a_writer_hears_it_unasked),
		BOTH(what_was_rolled_back_counts_for_nothing),
	};

	if (office_open_tables() != 0)
		return 1;
	return both_run("rules", tests, ARRAY_LEN(tests));
}
