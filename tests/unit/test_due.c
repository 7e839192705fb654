/*
 * test_due.c - what is due, to whom it is shown, and that the database walks an index.
 */
#include "office.h"

#include "base/hash.h"
#include "register/look/due.h"
#include "register/look/lists.h"
#include "register/people/bodies.h"
#include "register/steps/rounds.h"

static const char order[] =
	"1. Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính rà soát, báo cáo UBND tỉnh chậm nhất "
	"ngày 27/5/2026.\n\n"
	"2. Giao Sở Nội vụ tham mưu xây dựng kế hoạch bồi dưỡng cán bộ.\n\n"
	"3. Yêu cầu UBND các xã, phường đề xuất nhu cầu, gửi Sở Nội vụ chậm nhất ngày 25/5/2026 để "
	"tổng hợp.\n\n"
	"4. Yêu cầu các sở, ban, ngành liên quan báo cáo UBND tỉnh chậm nhất ngày 28/5/2026.";

static due_report ask(office *o, const char *agency, const char *state)
{
	due_ask in = {.agency = agency != NULL ? office_body(o, agency) : DB_NULL,
	              .from = DUE_NO_DAY,
	              .to = DUE_NO_DAY,
	              .state = slice_c(state),
	              .most = 100};
	due_report x = {0};

	assert_int_equal(due_ask_all(&o->r, &in, &o->a, &x, &o->e), RC_OK);
	return x;
}

static void four_groups_of_one_agency(void **st)
{
	office o;
	due_report x;

	office_begin(&o, st, "2026-04-21");
	office_enter(&o, order);
	x = ask(&o, "SNV", "");
	assert_int_equal(x.mine.rows.n, 1);
	assert_true(slice_eq(x.mine.rows.p[0].words, S("chậm nhất ngày 27/5/2026")));
	assert_int_equal(x.awaited.n, 1);
	assert_int_equal(x.awaited.p[0].members, 65);
	assert_int_equal(x.standing.n, 1);
	assert_int_equal(x.all.n, 1); /* "liên quan": to all, but nobody has it */
	assert_int_equal(x.unnamed.rows.n, 0);
	x = ask(&o, "STC", "");
	assert_int_equal(x.mine.rows.n, 0);
	assert_int_equal(x.coordinating.n, 1);
	x = ask(&o, NULL, "");
	assert_int_equal(x.mine.total, 67);
	assert_int_equal(x.mine.rows.n, 67);
	assert_int_equal(x.unnamed.rows.n, 1);
	office_end(&o);
}

static void states_of_time(void **st)
{
	static const struct {
		const char *now, *overdue, *today, *soon, *in_time;
	} days[] = {
		/* limit: all of Wednesday 27/5/2026; soon: three working days */
		{"2026-05-21T09:00", "", "", "", "x"},
		{"2026-05-22T09:00", "", "", "x", ""},
		{"2026-05-27T23:59", "", "x", "", ""},
		{"2026-05-28T00:00", "x", "", "", ""},
	};
	office o;

	office_begin(&o, st, "2026-04-21");
	office_add(&o, "rà soát", "SNV", NULL, "2026-05-27");
	for (size_t i = 0; i < ARRAY_LEN(days); i++) {
		const char *want[] = {days[i].overdue, days[i].today, days[i].soon};
		const char *states[] = {"overdue", "due_today", "due_soon"};

		office_set_day(&o, days[i].now);
		for (size_t k = 0; k < ARRAY_LEN(states); k++) {
			due_report x = ask(&o, "SNV", states[k]);
			slice shown = due_time_state(&o.r, &ask(&o, "SNV", "").mine.rows.p[0]);

			/* "due soon" as a filter reaches to today; as a state it does not */
			if (k == 2 && days[i].today[0] == 'x')
				continue;
			assert_int_equal(x.mine.rows.n, want[k][0] == 'x');
			assert_int_equal(slice_eq(shown, slice_c(states[k])), want[k][0] == 'x');
		}
	}
	office_end(&o);
}

static void what_is_done_leaves_the_list(void **st)
{
	office o;

	office_begin(&o, st, "2026-04-21");
	office_enter(&o, order);
	assert_int_equal(ask(&o, "STC", "").coordinating.n, 1);
	assert_int_equal(office_take(&o, 1, STEP_REPORT_DONE), MSG_NONE);
	assert_int_equal(ask(&o, "SNV", "").mine.rows.n, 1);
	assert_int_equal(office_take(&o, 1, STEP_CONFIRM), MSG_NONE);
	assert_int_equal(ask(&o, "SNV", "").mine.rows.n, 0);
	assert_int_equal(ask(&o, "SNV", "confirmed").mine.rows.n, 1);
	assert_int_equal(ask(&o, "STC", "").coordinating.n, 0);
	office_end(&o);
}

static void a_full_week_is_a_collision(void **st)
{
	office o;
	due_report x;

	office_begin(&o, st, "2026-04-21");
	office_add(&o, "một", "SNV", NULL, "2026-05-25");
	office_add(&o, "hai", "SNV", NULL, "2026-05-27");
	assert_int_equal(ask(&o, "SNV", "").collisions.n, 0);
	office_add(&o, "gửi đến", "SYT,STC", "SNV", "2026-05-31");
	x = ask(&o, "SNV", "");
	assert_int_equal(x.collisions.n, 1);
	assert_int_equal(x.collisions.p[0].things.n, 3);
	assert_int_equal(x.collisions.p[0].monday, civil_days(2026, 5, 25));
	office_end(&o);
}

enum { MEETINGS = 450, MEETINGS_SHOWN = 400, HOUR = 60 };

/* An hour apart, the last one first; the body is called by its name and by its group in turn. */
static rc call_many(office *o, void *ctx, err *e)
{
	const int64_t *commune = ctx;
	int64_t group, changed;
	bool found;
	rc code = bodies_group(&o->r, S("UBNDXA"), &group, &found, e);

	for (int i = MEETINGS - 1; code == RC_OK && i >= 0; i--) {
		bool named = i % 2 == 0;
		sql_meeting_put_row row;

		code = sql_meeting_put(o->r.d,
		                       (sql_meeting_put_in){.pub = hash_public_id(&o->a),
		                                            .document = DB_NULL,
		                                            .state = S("accepted"),
		                                            .status = S("called"),
		                                            .title = S("họp"),
		                                            .starts = S("2026-04-22T00:00"),
		                                            .start_minute = o->r.minute + i * HOUR,
		                                            .chair_agency = DB_NULL,
		                                            .at = DB_NULL,
		                                            .len = DB_NULL},
		                       &o->a, &row, &found, e);
		if (code == RC_OK)
			code = sql_participant_put(
				o->r.d,
				(sql_participant_put_in){.meeting = row.id,
			                                 .words = S("UBND xã"),
			                                 .agency = named ? *commune : DB_NULL,
			                                 .group_id = named ? DB_NULL : group},
				&changed, e);
	}
	return code;
}

static void of_many_meetings_the_first_are_looked_at(void **st)
{
	int64_t commune, minute;
	uint32_t n = 0;
	due_report x;
	office o;

	office_begin(&o, st, "2026-04-21");
	minute = o.r.minute;
	commune = office_body(&o, "XA-05977");
	assert_int_equal(office_do(&o, call_many, &commune), MSG_NONE);
	x = ask(&o, "XA-05977", "");
	for (uint32_t i = 0; i < x.collisions.n; i++)
		for (uint32_t k = 0; k < x.collisions.p[i].things.n; k++, n++)
			assert_int_equal(x.collisions.p[i].things.p[k].minute, minute + n * HOUR);
	assert_int_equal(n, MEETINGS_SHOWN);
	office_end(&o);
}

static void a_page_says_how_much_more_there_is(void **st)
{
	due_ask in = {DB_NULL, DUE_NO_DAY, DUE_NO_DAY, {0}, 10};
	due_report x;
	office o;

	office_begin(&o, st, "2026-04-21");
	office_add(&o, "gửi báo cáo", "UBNDXA", NULL, "2026-05-27");
	assert_int_equal(due_ask_all(&o.r, &in, &o.a, &x, &o.e), RC_OK);
	assert_int_equal(x.mine.rows.n, 10);
	assert_int_equal(x.mine.total, 65);
	office_end(&o);
}

static void what_comes_again(void **st)
{
	static const struct {
		const char *rule;
		int y, mo, d;
	} rules[] = {
		{"R:monthly:15", 2026, 5, 15},   {"R:monthly:21", 2026, 4, 21},
		{"R:monthly:-1", 2026, 4, 30},   {"R:quarterly", 2026, 6, 30},
		{"R:weekly:fri", 2026, 4, 24},   {"R:weekly:fri T16:00", 2026, 4, 24},
		{"R:yearly:03-31", 2027, 3, 31}, {"R:yearly", 2026, 12, 31},
	};

	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(rules); i++)
		assert_int_equal(due_next(slice_c(rules[i].rule), civil_days(2026, 4, 21)),
		                 civil_days(rules[i].y, rules[i].mo, rules[i].d));
	assert_int_equal(due_next(S("R:monthly:x"), 0), DUE_NO_DAY);
	assert_int_equal(due_next(S("2026-05-27"), 0), DUE_NO_DAY);
	assert_int_equal(due_next(S(""), 0), DUE_NO_DAY);
}

/* --- who sees what --- */

static rc petition_work(office *o, void *ctx, err *e)
{
	int64_t made, watcher = office_body(o, "VPUBND");
	petition_in in = {.words = S("đề nghị hỗ trợ vốn"),
	                  .petitioner = office_body(o, "XA-05977"),
	                  .owner = office_body(o, "STC"),
	                  .due = DB_NULL,
	                  .watchers = &watcher,
	                  .nwatchers = 1};

	(void)ctx;
	return petition_add(&o->r, &in, &made, e);
}

/* How many rows each statement gives the viewer at hand. */
static void count_all(office *o, int64_t counts[8])
{
	sql_evidence_list_rows evidence = {0};
	sql_collection_items_rows items = {0};
	sql_history_obligation_rows log = {0};
	list_ask all = {DB_NULL, DB_NULL, {0}, {0}, 1000};
	list_rows rows;
	viewer *v = &o->r.who;
	stats_rows stats;

	for (int n = 0; n < LIST_COUNT; n++) {
		assert_int_equal(list_of(&o->r, (enum list_noun)n, &all, &o->a, &rows, &o->e),
		                 RC_OK);
		if (n == LIST_OBLIGATIONS)
			counts[0] = rows.n;
		else if (n == LIST_ASSIGNMENTS)
			counts[1] = rows.n;
		else if (n == LIST_COLLECTIONS)
			counts[2] = rows.n;
		else if (n == LIST_PETITIONS)
			counts[3] = rows.n;
	}
	assert_int_equal(
		sql_collection_items(o->r.d, v, (sql_collection_items_in){1}, &o->a, &items, &o->e),
		RC_OK);
	counts[4] = items.n;
	assert_int_equal(
		sql_evidence_list(o->r.d, v, (sql_evidence_list_in){1}, &o->a, &evidence, &o->e),
		RC_OK);
	counts[5] = evidence.n;
	assert_int_equal(sql_history_obligation(o->r.d, v, (sql_history_obligation_in){1}, &o->a,
	                                        &log, &o->e),
	                 RC_OK);
	counts[6] = log.n;
	assert_int_equal(stats_of(&o->r, STATS_DOCUMENT, DB_NULL, DB_NULL, &o->a, &stats, &o->e),
	                 RC_OK);
	counts[7] = 0;
	for (uint32_t i = 0; i < stats.n; i++)
		counts[7] += stats.p[i].open_in_time + stats.p[i].undated;
}

static void each_sees_its_own(void **st)
{
	/* SNV and SYT send to STC; VPUBND watches; STP has one duty of its own.
	 * obligations, assignments, rounds, petitions, members of the round, evidence and
	 * history of SNV's obligation, counted duties */
	static const struct {
		const char *who;
		int64_t counts[8];
	} matrix[] = {
		{NULL, {3, 2, 1, 1, 2, 1, 1, 3}},     {"SNV", {1, 1, 0, 0, 0, 1, 1, 1}},
		{"SYT", {1, 1, 0, 0, 0, 0, 0, 1}},    {"STC", {2, 1, 1, 1, 2, 1, 1, 2}},
		{"VPUBND", {2, 1, 1, 1, 2, 1, 1, 2}}, {"STP", {1, 1, 0, 0, 0, 0, 0, 1}},
		{"SXD", {0, 0, 0, 0, 0, 0, 0, 0}},    {"XA-05977", {0, 0, 0, 1, 0, 0, 0, 0}},
	};
	duty_new in = {.duty = {.action = S("gửi số liệu"),
	                        .lead = S("SNV,SYT"),
	                        .receiver = S("STC"),
	                        .watchers = S("VPUBND"),
	                        .last = DB_NULL},
	               .basis = S("giao ban"),
	               .as = DISPOSAL_TRACK};
	int64_t counts[8];
	office o;

	office_begin(&o, st, "2026-04-21");
	assert_int_equal(office_do(&o, office_add_work, &in), MSG_NONE);
	office_add(&o, "việc riêng", "STP", NULL, "2026-05-27");
	assert_int_equal(office_do(&o, petition_work, NULL), MSG_NONE);
	assert_int_equal(office_take(&o, 1, STEP_REPORT_DONE), MSG_NONE);
	for (size_t i = 0; i < ARRAY_LEN(matrix); i++) {
		office_as(&o, matrix[i].who);
		count_all(&o, counts);
		for (size_t k = 0; k < ARRAY_LEN(counts); k++) {
			if (counts[k] != matrix[i].counts[k])
				(void)printf("# %s column %zu\n",
				             matrix[i].who != NULL ? matrix[i].who : "Office", k);
			assert_int_equal(counts[k], matrix[i].counts[k]);
		}
	}
	office_end(&o);
}

static rc handler_work(office *o, void *ctx, err *e)
{
	int64_t changed;

	(void)ctx;
	return sql_handler_set(o->r.d, (sql_handler_set_in){1, S("Nguyễn Văn A"), 29000000},
	                       &changed, e);
}

static void the_handler_is_known_inside_alone(void **st)
{
	static const struct {
		const char *who;
		bool sees;
	} viewers[] = {{NULL, false}, {"SNV", true}, {"STC", false}};
	office o;

	office_begin(&o, st, "2026-04-21");
	office_add(&o, "gửi", "SNV,SYT", "STC", "2026-05-27");
	assert_int_equal(office_do(&o, handler_work, NULL), MSG_NONE);
	for (size_t i = 0; i < ARRAY_LEN(viewers); i++) {
		due_report x;

		office_as(&o, viewers[i].who);
		x = ask(&o, "SNV", "");
		assert_int_equal(x.mine.rows.n, 1);
		assert_int_equal(x.mine.rows.p[0].handler.n > 0, viewers[i].sees);
		assert_int_equal(x.mine.rows.p[0].handler_due != DB_NULL, viewers[i].sees);
	}
	office_end(&o);
}

static void who_is_late_is_not_told_to_others(void **st)
{
	office o;

	office_begin(&o, st, "2026-06-21");
	office_add(&o, "gửi", "SNV,SYT", "STC", "2026-05-27");
	office_as(&o, "SYT");
	assert_int_equal(ask(&o, "SNV", "overdue").mine.rows.n, 0);
	assert_int_equal(ask(&o, NULL, "overdue").mine.rows.n, 1); /* its own */
	office_as(&o, "STC");
	assert_int_equal(ask(&o, "SNV", "overdue").mine.rows.n, 1);
	office_end(&o);
}

/* --- indexes --- */

enum {
	AGENCY = 1 << 0,
	NOBODY = 1 << 1,
	DATED = 1 << 2,
	UNDATED = 1 << 3,
	OPEN = 1 << 4,
	SINCE = 1 << 6,
	UNTIL = 1 << 7,
	SOON = 1 << 8,
	ASSIGNMENT = 1 << 9,
	ONLY = 1 << 11
};

static bool walks(slice plan)
{
	slice line;

	while (slice_next(&plan, '\n', &line))
		if ((slice_starts(line, S("SCAN")) && !slice_eq(line, S("SCAN CONSTANT ROW")) &&
		     !slice_starts(line, S("SCAN newest_")) && /* a page that was made */
		     !slice_starts(line, S("SCAN first_"))) ||
		    slice_eq(line, S("SEARCH o USING INDEX obligation_due (open=?)")) ||
		    slice_eq(line, S("SEARCH vp USING COVERING INDEX party_agency_live "
		                     "(agency_id=?)")))
			return true; /* or all that is open, or all that a body ever had */
	return false;
}

static void no_list_walks_every_obligation(void **st)
{
	static const uint64_t asked[] = {
		AGENCY | OPEN | DATED,
		AGENCY | OPEN | UNDATED,
		OPEN | DATED,
		AGENCY | OPEN | DATED | SINCE | UNTIL,
		NOBODY | OPEN,
		AGENCY | OPEN | DATED | SINCE | SOON,
		OPEN | DATED | SINCE | UNTIL,
		ASSIGNMENT,
		ONLY,
	};
	static const struct {
		const db_stmt *s;
		uint64_t given;
	} others[] = {{&sql_due_rounds_stmt, 1},     {&sql_due_named_stmt, 0},
	              {&sql_due_grouped_stmt, 0},    {&sql_agency_groups_stmt, 0},
	              {&sql_due_meetings_stmt, 0},   {&sql_obligation_ties_stmt, 0},
	              {&sql_party_live_set_stmt, 0}, {&sql_collection_recount_stmt, 0},
	              {&sql_limit_move_stmt, 0},     {&sql_event_newest_stmt, 0}};
	slice plan;
	office o;

	office_begin(&o, st, "2026-04-21");
	for (size_t i = 0; i < ARRAY_LEN(asked) + ARRAY_LEN(others) && !both_is_pgsql(st); i++) {
		size_t k = i - ARRAY_LEN(asked);
		const db_stmt *s = i < ARRAY_LEN(asked) ? &sql_obligation_list_stmt : others[k].s;
		uint64_t given = i < ARRAY_LEN(asked) ? asked[i] : others[k].given;

		assert_int_equal(db_explain(o.r.d, s, given, 0, &o.a, &plan, &o.e), RC_OK);
		if (walks(plan) ||
		    (s == &sql_obligation_list_stmt && i < 7 && slice_has(plan, S("TEMP B-TREE"))))
			fail_msg("%s, %llx: %.*s", s->name, (unsigned long long)given, (int)plan.n,
			         plan.p);
	}
	office_end(&o);
}

/* What must be read from one end of an index, as far as it is shown: meetings of a stretch of
 * time, standing duties among all that a body has a part in. */
static void parts_are_read_in_their_order(void **st)
{
	static const struct {
		const db_stmt *s;
		slice line;
	} must[] = {
		{&sql_due_meetings_stmt, S("SEARCH p USING COVERING INDEX participant_agency "
	                                   "(agency_id=? AND start_minute>? AND start_minute<?)")},
		{&sql_due_meetings_stmt, S("SEARCH y USING COVERING INDEX participant_group "
	                                   "(group_id=? AND start_minute>? AND start_minute<?)")},
		{&sql_due_named_stmt, S("SEARCH p USING INDEX party_agency_standing "
	                                "(agency_id=? AND role=?)")},
		{&sql_due_grouped_stmt, S("SEARCH y USING INDEX party_group_standing "
	                                  "(group_id=? AND role=?)")},
		{&sql_due_named_stmt,
	         S("SEARCH o USING COVERING INDEX obligation_next (assignment_id=?)")},
		{&sql_due_grouped_stmt,
	         S("SEARCH o USING COVERING INDEX obligation_next (assignment_id=?)")},
	};
	slice plan;
	office o;

	office_begin(&o, st, "2026-04-21");
	for (size_t i = 0; i < ARRAY_LEN(must); i++) {
		assert_int_equal(db_explain(o.r.d, must[i].s, 0, 0, &o.a, &plan, &o.e), RC_OK);
		if (!slice_has(plan, must[i].line) ||
		    slice_has(plan, S("FOR ORDER BY")) != (must[i].s == &sql_due_meetings_stmt))
			fail_msg("%.*s is not in %.*s", (int)must[i].line.n, must[i].line.p,
			         (int)plan.n, plan.p);
	}
	office_end(&o);
}

static const both_test tests[] = {
	ON_SQLITE(parts_are_read_in_their_order),
	BOTH(four_groups_of_one_agency),
	BOTH(states_of_time),
	BOTH(what_is_done_leaves_the_list),
	BOTH(a_full_week_is_a_collision),
	BOTH(of_many_meetings_the_first_are_looked_at),
	BOTH(a_page_says_how_much_more_there_is),
	BOTH(what_comes_again),
	BOTH(each_sees_its_own),
	BOTH(the_handler_is_known_inside_alone),
	BOTH(who_is_late_is_not_told_to_others),
	BOTH(no_list_walks_every_obligation),
};

int main(void)
{
	int failed = office_open_tables();

	if (failed == 0)
		failed = both_run("due", tests, ARRAY_LEN(tests));
	arena_done(&office_tables);
	return failed;
}
