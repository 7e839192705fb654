/*
 * test_filters.c - the table of duties by words, people and fields, among more rows than are
 * counted: none is left out.
 */
#include "office.h"

#include "app/bench/bench_fill.h"
#include "register/duty/follow.h"
#include "register/look/tables.h"

/* MANY: more than are counted. */
enum { MANY = 11000, SOME = 800, PAGE = 30 };

/* On PostgreSQL never more than SOME: MANY take minutes there. */
static bool fill(office *o, void **st, uint64_t n)
{
	bench_filled filled;
	bool all;

	office_begin(o, st, "2026-04-21");
	all = n == SOME || !db_is_pgsql(o->r.d);
	assert_int_equal(bench_fill(&o->r, all ? n : SOME, &filled, &o->e), RC_OK);
	return all;
}

static duty_page ask_for(office *o, duty_ask ask)
{
	duty_page got;

	if (ask.agency == 0)
		ask.agency = DB_NULL;
	ask.most = ask.most == 0 ? PAGE : ask.most;
	assert_int_equal(tables_duties(&o->r, &ask, &o->a, &got, &o->e), RC_OK);
	return got;
}

static int64_t count_of(office *o, duty_ask ask)
{
	int64_t n;

	ask.agency = DB_NULL;
	assert_int_equal(tables_count(&o->r, &ask, &n, &o->e), RC_OK);
	return n;
}

/* Of duties 0, 1, 2 … every third is of all communes, the others of one body each. */
static void every_row_is_looked_at(void **st)
{
	duty_page got;
	office o;

	if (!fill(&o, st, MANY)) {
		got = ask_for(&o, (duty_ask){.view = DUTY_ALL, .text = S("KẾT QUẢ lần 31")});
		assert_int_equal(got.total, 1);
		office_end(&o);
		return;
	}
	got = ask_for(&o, (duty_ask){.view = DUTY_ALL, .text = S("KẾT QUẢ lần 301")});
	assert_int_equal(got.total, 1);
	assert_int_equal(got.rows.n, 1);
	assert_true(slice_has(got.rows.p[0].action, S("lần 301")));
	got = ask_for(&o, (duty_ask){.view = DUTY_ALL, .text = S("lan 300")});
	assert_int_equal(got.total, 65);
	assert_int_equal(got.rows.n, PAGE);
	assert_true(got.more);
	got = ask_for(&o, (duty_ask){.view = DUTY_ALL, .text = S("lan 300"), .skip = 60});
	assert_int_equal(got.rows.n, 5);
	assert_false(got.more);
	assert_int_equal(count_of(&o, (duty_ask){.view = DUTY_ALL, .text = S("lan 300")}), 65);
	got = ask_for(&o, (duty_ask){.view = DUTY_ALL, .text = S("xyz lan 300")});
	assert_int_equal(got.total + got.rows.n, 0);
	office_end(&o);
}

static void a_word_may_be_of_the_agency(void **st)
{
	duty_page got;
	office o;

	(void)fill(&o, st, SOME);
	got = ask_for(&o, (duty_ask){.view = DUTY_ALL, .text = S("dong kinh lan 30")});
	assert_int_equal(got.total, 1);
	assert_true(slice_has(got.rows.p[0].agency_name, S("Đông Kinh")));
	office_end(&o);
}

static void what_is_counted_is_what_is_listed(void **st)
{
	static const enum duty_view views[] = {DUTY_OPEN, DUTY_OVERDUE, DUTY_WEEK, DUTY_IN_TIME,
	                                       DUTY_UNDATED};
	office o;

	(void)fill(&o, st, SOME);
	for (size_t i = 0; i < ARRAY_LEN(views); i++) {
		duty_page got = ask_for(&o, (duty_ask){.view = views[i], .most = MANY});

		assert_int_equal(got.total, got.rows.n);
		assert_int_equal(count_of(&o, (duty_ask){.view = views[i]}), got.rows.n);
		/* the same rows by the other way, which looks at each */
		got = ask_for(&o, (duty_ask){.view = views[i], .order = DUTY_BY_STATE});
		assert_int_equal(got.total, count_of(&o, (duty_ask){.view = views[i]}));
	}
	office_end(&o);
}

static void orders_are_of_all_rows(void **st)
{
	duty_page got, last;
	office o;
	bool all = fill(&o, st, MANY);

	got = ask_for(&o, (duty_ask){.view = DUTY_ALL, .order = DUTY_BY_LATEST});
	assert_true(got.total >= (all ? MANY : SOME));
	last = ask_for(&o, (duty_ask){.view = DUTY_OPEN, .most = MANY});
	assert_int_equal(got.rows.p[0].due, last.rows.p[last.rows.n - 1].due);
	for (uint32_t i = 1; i < got.rows.n; i++)
		assert_true(got.rows.p[i - 1].due >= got.rows.p[i].due);
	got = ask_for(&o, (duty_ask){.view = DUTY_ALL, .order = DUTY_BY_AGENCY});
	for (uint32_t i = 1, parts = 1; i < got.rows.n; i++) {
		parts += !slice_eq(got.rows.p[i].agency, got.rows.p[i - 1].agency);
		for (uint32_t k = 0; k < i; k++)
			if (slice_eq(got.rows.p[k].agency, got.rows.p[i].agency))
				assert_true(
					slice_eq(got.rows.p[i].agency, got.rows.p[i - 1].agency));
		assert_true(parts < PAGE);
	}
	office_end(&o);
}

static rc follow(db *d, void *ctx, err *e)
{
	office *o = ctx;

	(void)d;
	return follow_set(&o->r, 32,
	                  &(follow_in){S("Nguyễn Văn Mẫu"), S("Trần Thị Vui"), S("Đất đai")}, e);
}

static void people_and_fields_of_one_duty(void **st)
{
	static const duty_ask asks[] = {
		{.view = DUTY_ALL, .monitor = S("van mau")},
		{.view = DUTY_ALL, .leader = S("tran thi vui")},
		{.view = DUTY_ALL, .field = S("đất ĐAI")},
		{.view = DUTY_ALL, .text = S("dat dai lan 31")},
		{.view = DUTY_ALL, .mine = S("Nguyễn Văn Mẫu")},
	};
	group_page groups;
	office o;

	(void)fill(&o, st, SOME);
	assert_int_equal(db_write(o.r.d, follow, &o, &o.e), RC_OK);
	o.r.who.user = 7; /* who has accepted nothing */
	for (size_t i = 0; i < ARRAY_LEN(asks); i++) {
		duty_ask ask = asks[i];

		ask.agency = DB_NULL;
		ask.most = PAGE;
		assert_int_equal(count_of(&o, ask), 1);
		assert_int_equal(tables_groups(&o.r, S("track"), &ask, &o.a, &groups, &o.e), RC_OK);
		assert_int_equal(groups.total, 1);
		assert_int_equal(groups.rows.p[0].id, 32);
	}
	office_end(&o);
}

static void nobody_finds_what_he_may_not_see(void **st)
{
	static const duty_ask all = {.view = DUTY_ALL, .text = S("lan 30")};
	duty_page got;
	office o;

	(void)fill(&o, st, SOME);
	office_as(&o, "XA-05977");
	got = ask_for(&o, all);
	assert_int_equal(got.total, 1);
	office_as(&o, "STC");
	got = ask_for(&o, all);
	assert_int_equal(got.total + got.rows.n, 0);
	office_end(&o);
}

static const both_test tests[] = {
	BOTH(every_row_is_looked_at),
	BOTH(a_word_may_be_of_the_agency),
	BOTH(what_is_counted_is_what_is_listed),
	BOTH(orders_are_of_all_rows),
	BOTH(people_and_fields_of_one_duty),
	BOTH(nobody_finds_what_he_may_not_see),
};

int main(void)
{
	int failed = office_open_tables();

	if (failed == 0)
		failed = both_run("filters", tests, ARRAY_LEN(tests));
	arena_done(&office_tables);
	return failed;
}
