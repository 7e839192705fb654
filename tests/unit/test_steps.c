/*
 * test_steps.c - every step from every state, by everybody; what is asked for; undo; and
 * that the counts are right after each.
 */
#include "office.h"

#include "register/duty/recount.h"
#include "register/steps/rounds.h"

/* Which step may be taken in which state, as an office would say it. The columns are the
 * states in the order of the table. */
static const struct {
	enum step s;
	const char *from; /* not_started received in_progress reported confirmed returned
	                   * suspended stopped */
	enum work to;
} allowed[] = {
	{STEP_RECEIVE, "x.......", WORK_RECEIVED},
	{STEP_START, "xx...x..", WORK_IN_PROGRESS},
	{STEP_REPORT_DONE, "xxx..x..", WORK_REPORTED_DONE},
	{STEP_CONFIRM, "...x....", WORK_CONFIRMED},
	{STEP_RETURN, "...x....", WORK_RETURNED},
	{STEP_SUSPEND, "xxxx.x..", WORK_SUSPENDED},
	{STEP_RESUME, "......x.", WORK_RECEIVED},
	{STEP_STOP, "xxxx.xx.", WORK_STOPPED},
};

static rc put_into(office *o, void *ctx, err *e)
{
	const office_step *x = ctx;
	obligation from = office_obligation(o, x->id), to = from;

	to.work = work_word((enum work)x->s);
	to.before = x->s == (enum step)WORK_SUSPENDED ? work_word(WORK_RECEIVED) : (slice){0};
	to.reported_at = DB_NULL;
	to.done_at = DB_NULL;
	if (x->s == (enum step)WORK_REPORTED_DONE || x->s == (enum step)WORK_CONFIRMED)
		to.reported_at = o->r.now;
	return obligation_change(&o->r, &from, &to, "test", (slice){0}, e);
}

static void put(office *o, int64_t id, enum work w)
{
	office_step x = {.id = id, .s = (enum step)w};

	assert_int_equal(office_do(o, put_into, &x), MSG_NONE);
}

static void every_step_from_every_state(void **st)
{
	office o;

	office_begin(&o, st, "2026-04-21");
	office_add(&o, "rà soát", "SNV", NULL, "2026-05-27");
	for (size_t i = 0; i < ARRAY_LEN(allowed); i++)
		for (enum work w = 0; w < WORK_COUNT; w++) {
			bool may = allowed[i].from[w] == 'x';
			obligation before, after;

			put(&o, 1, w);
			before = office_obligation(&o, 1);
			assert_int_equal(office_take(&o, 1, allowed[i].s),
			                 may ? MSG_NONE : MSG_STATE_FORBIDS);
			after = office_obligation(&o, 1);
			assert_true(
				slice_eq(after.work, may ? work_word(allowed[i].to) : before.work));
			assert_int_equal(after.version - before.version, may);
			office_adds_up(&o);
		}
	office_end(&o);
}

/* SNV has the duty, STC is to receive it from many, VPUBND watches, STP has no part in it. */
static void setup_roles(office *o, void **st)
{
	duty_new in = {.duty = {.action = S("gửi số liệu"),
	                        .lead = S("SNV,SYT"),
	                        .receiver = S("STC"),
	                        .watchers = S("VPUBND"),
	                        .last = DB_NULL},
	               .basis = S("giao ban"),
	               .as = DISPOSAL_TRACK};

	office_begin(o, st, "2026-04-21");
	assert_int_equal(office_do(o, office_add_work, &in), MSG_NONE);
}

static void who_may_take_which_step(void **st)
{
	static const char *const roles[] = {NULL, "SNV", "STC", "VPUBND", "STP", "SYT"};
	/* Office, the body itself, compiler, watcher, stranger, another member: y may, n may
	 * not, 0 does not even see it */
	static const struct {
		enum step s;
		enum work from;
		const char *who;
	} matrix[] = {
		{STEP_RECEIVE, WORK_NOT_STARTED, "yynn00"},
		{STEP_START, WORK_NOT_STARTED, "yynn00"},
		{STEP_REPORT_DONE, WORK_NOT_STARTED, "yyyn00"},
		{STEP_CONFIRM, WORK_REPORTED_DONE, "ynyn00"},
		{STEP_RETURN, WORK_REPORTED_DONE, "ynyn00"},
		{STEP_SUSPEND, WORK_NOT_STARTED, "ynnn00"},
		{STEP_RESUME, WORK_SUSPENDED, "ynnn00"},
		{STEP_STOP, WORK_NOT_STARTED, "ynnn00"},
	};
	office o;

	setup_roles(&o, st);
	for (size_t i = 0; i < ARRAY_LEN(matrix); i++)
		for (size_t k = 0; k < ARRAY_LEN(roles); k++) {
			char expected = matrix[i].who[k];

			office_as(&o, NULL);
			put(&o, 1, matrix[i].from);
			office_as(&o, roles[k]);
			assert_int_equal(office_take(&o, 1, matrix[i].s), expected == 'y' ? MSG_NONE
			                                                  : expected == 'n'
			                                                          ? MSG_FORBIDDEN
			                                                          : MSG_NO_SUCH);
		}
	office_end(&o);
}

static void a_step_needs_its_words(void **st)
{
	office o;
	office_step done = {1, STEP_REPORT_DONE, {.at = 0}}, back = {1, STEP_RETURN, {.at = 0}};
	office_step stop = {1, STEP_STOP, {.reason = S("trùng")}};

	office_begin(&o, st, "2026-04-21");
	office_add(&o, "rà soát", "SNV", NULL, "2026-05-27");
	assert_int_equal(office_do(&o, office_step_work, &done), MSG_EVIDENCE_NEEDED);
	done.in.note = S("  ");
	assert_int_equal(office_do(&o, office_step_work, &done), MSG_EVIDENCE_NEEDED);
	assert_int_equal(office_do(&o, office_step_work, &stop), MSG_DECIDER_NEEDED);
	done.in.note = S("đã gửi");
	assert_int_equal(office_do(&o, office_step_work, &done), MSG_NONE);
	assert_int_equal(office_do(&o, office_step_work, &back), MSG_REASON_NEEDED);
	assert_true(slice_eq(office_obligation(&o, 1).work, S("reported_done")));
	office_end(&o);
}

static rc undo_work(office *o, void *ctx, err *e)
{
	return step_undo(&o->r, *(const int64_t *)ctx, false, e);
}

static rc undo_own_work(office *o, void *ctx, err *e)
{
	return step_undo(&o->r, *(const int64_t *)ctx, true, e);
}

static void the_last_step_is_taken_back(void **st)
{
	office o;
	int64_t id = 1;
	obligation was, is;

	office_begin(&o, st, "2026-04-21");
	office_add(&o, "rà soát", "SNV", NULL, "2026-05-27");
	assert_int_equal(office_do(&o, undo_work, &id), MSG_NOTHING_TO_UNDO);
	assert_int_equal(office_take(&o, 1, STEP_REPORT_DONE), MSG_NONE);
	assert_int_equal(office_take(&o, 1, STEP_RETURN), MSG_NONE);
	was = office_obligation(&o, 1);
	assert_int_equal(office_take(&o, 1, STEP_START), MSG_NONE);
	office_as(&o, "STC");
	assert_int_equal(office_do(&o, undo_work, &id), MSG_NO_SUCH);
	office_as(&o, "SNV");
	o.r.who.user++; /* a colleague's */
	assert_int_equal(office_do(&o, undo_own_work, &id), MSG_FORBIDDEN);
	o.r.who.user--;
	assert_int_equal(office_do(&o, undo_work, &id), MSG_NONE);
	is = office_obligation(&o, 1);
	assert_true(slice_eq(is.work, was.work));
	assert_true(slice_eq(is.reason, was.reason));
	assert_int_equal(is.due, was.due);
	assert_int_equal(office_do(&o, undo_work, &id), MSG_NOTHING_TO_UNDO);
	office_adds_up(&o);
	office_end(&o);
}

typedef struct asked {
	request_in in;
	const char *kind;
	bool transfer, grant;
	slice words;
} asked;

static rc ask_work(office *o, void *ctx, err *e)
{
	const asked *x = ctx;

	return x->transfer ? request_transfer(&o->r, 1, &x->in, e)
	                   : request_extension(&o->r, 1, &x->in, e);
}

static rc answer_work(office *o, void *ctx, err *e)
{
	const asked *x = ctx;

	return request_answer(&o->r, 1, slice_c(x->kind), x->grant, x->words, e);
}

static void more_time_is_asked_and_granted(void **st)
{
	office o;
	int64_t may_27, june_30;
	asked x = {.kind = "extend", .grant = true};

	office_begin(&o, st, "2026-05-28T08:00");
	office_add(&o, "rà soát", "SNV", NULL, "2026-05-27");
	may_27 = office_obligation(&o, 1).last;
	june_30 = may_27 + (int64_t)34 * CMIN_DAY;
	office_as(&o, "SNV");
	x.in.new_last = june_30;
	assert_int_equal(office_do(&o, ask_work, &x), MSG_REASON_NEEDED);
	x.in.reason = S("chờ hướng dẫn");
	x.in.new_last = may_27;
	assert_int_equal(office_do(&o, ask_work, &x), MSG_DATE_NOT_LATER);
	x.in.new_last = june_30;
	assert_int_equal(office_do(&o, ask_work, &x), MSG_NONE);
	assert_int_equal(office_do(&o, ask_work, &x), MSG_REQUEST_WAITS);
	assert_int_equal(office_obligation(&o, 1).last, may_27); /* asking changes nothing */
	assert_int_equal(office_do(&o, answer_work, &x), MSG_FORBIDDEN);
	office_as(&o, NULL);
	x.grant = false;
	assert_int_equal(office_do(&o, answer_work, &x), MSG_REASON_NEEDED);
	x.grant = true;
	assert_int_equal(office_do(&o, answer_work, &x), MSG_NONE);
	assert_int_equal(office_do(&o, answer_work, &x), MSG_NO_REQUEST);
	assert_int_equal(office_obligation(&o, 1).due, june_30);
	assert_int_equal(office_obligation(&o, 1).given, may_27);
	office_adds_up(&o);
	office_end(&o);
}

static void another_body_takes_it_over(void **st)
{
	sql_tally_buckets_row buckets;
	asked x = {.kind = "transfer", .grant = true, .transfer = true};
	office o;

	office_begin(&o, st, "2026-04-21");
	office_add(&o, "rà soát", "SNV", NULL, "2026-05-27");
	office_as(&o, "SNV");
	x.in.reason = S("không thuộc thẩm quyền");
	x.in.to_agency = office_body(&o, "STC");
	assert_int_equal(office_do(&o, ask_work, &x), MSG_NONE);
	office_as(&o, NULL);
	assert_int_equal(office_do(&o, answer_work, &x), MSG_NONE);
	assert_int_equal(office_obligation(&o, 1).agency, x.in.to_agency);
	assert_int_equal(tally_get(&o.r, x.in.to_agency, &buckets, &o.e), RC_OK);
	assert_int_equal(buckets.open_in_time, 1);
	office_as(&o, "SNV");
	assert_int_equal(office_take(&o, 1, STEP_RECEIVE), MSG_NO_SUCH);
	office_adds_up(&o);
	office_end(&o);
}

/* --- in time, days off --- */

static void in_time_is_when_it_was_reported(void **st)
{
	office o;

	office_begin(&o, st, "2026-05-27T16:00");
	office_add(&o, "một", "SNV", NULL, "2026-05-27");
	office_add(&o, "hai", "SNV", NULL, "2026-05-27");
	assert_int_equal(office_take(&o, 1, STEP_REPORT_DONE), MSG_NONE);
	office_set_day(&o, "2026-05-28T00:00");
	assert_int_equal(office_take(&o, 2, STEP_REPORT_DONE), MSG_NONE);
	office_set_day(&o, "2026-06-02");
	assert_int_equal(office_take(&o, 1, STEP_CONFIRM), MSG_NONE);
	assert_int_equal(office_take(&o, 2, STEP_CONFIRM), MSG_NONE);
	assert_true(office_obligation(&o, 1).in_time);
	assert_false(office_obligation(&o, 2).in_time);
	office_adds_up(&o);
	office_end(&o);
}

typedef struct day_change {
	const char *day;
	bool drop, rolled, on;
	int64_t moved;
} day_change;

static rc change_day(office *o, void *ctx, err *e)
{
	day_change *x = ctx;
	civil c;

	if (x->rolled)
		return recount_rolled(&o->r, x->on, &x->moved, e);
	assert_int_equal(civil_parse(slice_c(x->day), &c, NULL), RC_OK);
	if (x->drop)
		return recount_drop_day(&o->r, civil_days(c.y, c.mo, c.d), &x->moved, e);
	return recount_day(
		&o->r,
		&(recount_day_in){civil_days(c.y, c.mo, c.d), S("off"), S("thử"), S("-"), true},
		&x->moved, e);
}

static void a_day_off_moves_what_hangs_on_it(void **st)
{
	day_change off = {.day = "2026-05-27"}, drop = {.day = "2026-05-27", .drop = true};
	day_change rolled = {.rolled = true, .on = true};
	obligation x;
	office o;

	office_begin(&o, st, "2026-05-28T08:00");
	office_add(&o, "một", "SNV", NULL, "2026-05-27"); /* a Wednesday */
	office_add(&o, "hai", "SNV", NULL, "2026-05-29");
	assert_int_equal(office_do(&o, change_day, &off), MSG_NONE);
	assert_int_equal(off.moved, 1);
	x = office_obligation(&o, 1);
	assert_int_equal(x.due, x.last);
	assert_int_equal(x.safe, x.last - CMIN_DAY);
	assert_int_equal(office_do(&o, change_day, &rolled), MSG_NONE);
	assert_int_equal(rolled.moved, 1);
	x = office_obligation(&o, 1);
	assert_int_equal(x.due, x.last + CMIN_DAY); /* it may be done on the 28th */
	office_adds_up(&o);
	assert_int_equal(office_do(&o, change_day, &drop), MSG_NONE);
	assert_int_equal(office_do(&o, change_day, &drop), MSG_NO_SUCH);
	assert_int_equal(office_obligation(&o, 1).due, x.last);
	office_as(&o, "SNV");
	assert_int_equal(office_do(&o, change_day, &off), MSG_FORBIDDEN);
	office_adds_up(&o);
	office_end(&o);
}

/* --- rounds --- */

typedef struct marked {
	int64_t agency;
	enum round_mark m;
	slice note;
} marked;

static rc mark_work(office *o, void *ctx, err *e)
{
	const marked *x = ctx;

	return round_mark(&o->r, 1, x->agency, x->m, x->note, 0, e);
}

static sql_collection_view_row round_of(office *o)
{
	viewer all = viewer_operator();
	sql_collection_view_row c = {0};
	bool found;

	assert_int_equal(sql_collection_view(o->r.d, &all, (sql_collection_view_in){1}, &o->a, &c,
	                                     &found, &o->e),
	                 RC_OK);
	return c;
}

static void a_round_counts_what_came_in(void **st)
{
	office o;
	marked m = {.m = ROUND_SENT};

	setup_roles(&o, st);
	assert_int_equal(round_of(&o).members, 2);
	m.agency = office_body(&o, "SNV");
	office_as(&o, "SNV");
	assert_int_equal(office_do(&o, mark_work, &m), MSG_NO_SUCH); /* not its compiler */
	office_as(&o, "STC");
	assert_int_equal(office_do(&o, mark_work, &m), MSG_NONE);
	assert_int_equal(round_of(&o).arrived, 1);
	m.m = ROUND_MORE;
	assert_int_equal(office_do(&o, mark_work, &m), MSG_REASON_NEEDED);
	m.note = S("thiếu biểu");
	assert_int_equal(office_do(&o, mark_work, &m), MSG_NONE);
	assert_int_equal(round_of(&o).arrived, 0);
	office_as(&o, "SYT"); /* a member's own report is the same truth */
	assert_int_equal(office_take(&o, 2, STEP_REPORT_DONE), MSG_NONE);
	assert_int_equal(round_of(&o).arrived, 1);
	office_adds_up(&o);
	office_end(&o);
}

/* What is due again and again has no obligation that could be marked: it is no round. */
static void a_periodic_report_of_many_is_no_round(void **st)
{
	sql_collection_of_row round;
	bool found = true;
	office o;

	office_begin(&o, st, "2026-04-21");
	office_enter(&o, "Giao Sở Nội vụ, Sở Y tế báo cáo kết quả về Sở Tài chính trước ngày 20 "
	                 "hằng tháng.");
	assert_int_equal(
		sql_collection_of(o.r.d, (sql_collection_of_in){1}, &o.a, &round, &found, &o.e),
		RC_OK);
	assert_false(found);
	office_end(&o);
}

typedef struct named {
	int64_t agencies[2];
} named;

static rc name_work(office *o, void *ctx, err *e)
{
	const named *x = ctx;

	return obligation_name(&o->r, 1, x->agencies, 2, e);
}

static void a_duty_of_nobody_is_given_to_bodies(void **st)
{
	office o;
	named x;

	office_begin(&o, st, "2026-04-21");
	office_add(&o, "gửi tham luận", NULL, "SNV", "2026-05-26");
	assert_true(office_obligation(&o, 1).agency == DB_NULL);
	assert_int_equal(round_of(&o).members, 0);
	x.agencies[0] = office_body(&o, "STC");
	x.agencies[1] = office_body(&o, "SYT");
	assert_int_equal(office_do(&o, name_work, &x), MSG_NONE);
	assert_int_equal(office_do(&o, name_work, &x), MSG_STATE_FORBIDS);
	assert_int_equal(round_of(&o).members, 2);
	assert_int_equal(office_obligation(&o, 2).due, office_obligation(&o, 1).due);
	office_adds_up(&o);
	office_end(&o);
}

static const both_test tests[] = {
	BOTH(every_step_from_every_state),
	BOTH(who_may_take_which_step),
	BOTH(a_step_needs_its_words),
	BOTH(the_last_step_is_taken_back),
	BOTH(more_time_is_asked_and_granted),
	BOTH(another_body_takes_it_over),
	BOTH(in_time_is_when_it_was_reported),
	BOTH(a_day_off_moves_what_hangs_on_it),
	BOTH(a_round_counts_what_came_in),
	BOTH(a_duty_of_nobody_is_given_to_bodies),
	BOTH(a_periodic_report_of_many_is_no_round),
};

int main(void)
{
	int failed = office_open_tables();

	if (failed == 0)
		failed = both_run("steps", tests, ARRAY_LEN(tests));
	arena_done(&office_tables);
	return failed;
}
