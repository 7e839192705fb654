/*
 * test_undo.c - decisions of a review taken back, on both databases: the duty is what it was,
 * nothing is left of what was made, the counts fit, the log keeps both.
 */
#include "office.h"

#include "register/event.h"
#include "register/hand/propose_undo.h"

static const char text[] =
	"UBND TỈNH LẠNG SƠN\nSố: 12/UBND-TH\nLạng Sơn, ngày 20 tháng 4 năm 2026\n\n"
	"Kính gửi: Sở Nội vụ; Sở Tài chính.\n\n"
	"1. Giao Sở Nội vụ chủ trì, phối hợp với Sở Y tế rà soát, báo cáo UBND tỉnh chậm nhất ngày "
	"27/5/2026.\n\n"
	"2. Giao Sở Tài chính tổng hợp, báo cáo UBND tỉnh chậm nhất ngày 29/5/2026.\n\n"
	"3. Yêu cầu UBND các xã, phường đề xuất nhu cầu, gửi Sở Xây dựng chậm nhất ngày 25/5/2026 để "
	"tổng hợp.\n";

static void begin(office *o, void **st)
{
	office_begin(o, st, "2026-04-21");
	office_propose(o, text);
}

/* All of a duty in one text, its state with it. */
static const char *whole(office *o, int64_t id)
{
	sql_undo_assignment_row d = {0};
	hand_fields f = {0};
	bool found;
	strbuf b;

	assert_int_equal(propose_fields(&o->r, id, &o->a, &f, &o->e), RC_OK);
	assert_int_equal(
		sql_undo_assignment(o->r.d, (sql_undo_assignment_in){id}, &o->a, &d, &found, &o->e),
		RC_OK);
	strbuf_over(&b, arena_alloc(&o->a, 32768), 32768);
	strbuf_put(&b, d.state);
	for (uint32_t i = 0; i < f.n; i++) {
		strbuf_putc(&b, '\n');
		strbuf_put(&b, f.p[i].name);
		strbuf_putc(&b, '=');
		strbuf_put(&b, f.p[i].value);
	}
	strbuf_putc(&b, 0);
	return strbuf_slice(&b).p;
}

typedef struct deed {
	int64_t id;
	const char *what;
} deed;

static rc work(office *o, void *ctx, err *e)
{
	const deed *x = ctx;
	duty_in in = {.action = S("việc khác"),
	              .lead = S("STC,SXD"),
	              .watchers = S("SYT"),
	              .last = DB_NULL,
	              .undated = true};
	const slice parts[] = {S("rà soát"), S("báo cáo")};
	const int64_t both[] = {1, 2};
	int64_t made[2];

	switch (x->what[0]) {
	case 'a':
		return decide_accept(&o->r, x->id, DISPOSAL_PROPOSED, e);
	case 'd':
		return decide_drop(&o->r, x->id, e);
	case 'c':
		return propose_change(&o->r, x->id, &in, e);
	case 's':
		return propose_split(&o->r, x->id, parts, 2, made, e);
	case 'm':
		return propose_merge(&o->r, both, 2, e);
	default:
		return propose_undo(&o->r, x->id, e);
	}
}

static msg_id did(office *o, int64_t id, const char *what)
{
	deed x = {id, what};
	msg_id got = office_do(o, work, &x);

	if (got != MSG_NONE)
		(void)printf("# %s: %s\n", what, o->e.detail);
	return got;
}

static void it_is_what_it_was(void **st)
{
	static const char *const deeds[] = {"accept", "drop", "change", "split"};
	office o;

	begin(&o, st);
	for (size_t i = 0; i < ARRAY_LEN(deeds); i++)
		for (int64_t id = 1; id <= 3; id++) {
			const char *before = whole(&o, id);

			assert_int_equal(did(&o, id, deeds[i]), MSG_NONE);
			assert_string_not_equal(whole(&o, id), before);
			assert_int_equal(did(&o, id, "undo"), MSG_NONE);
			assert_string_equal(whole(&o, id), before);
			office_adds_up(&o);
			assert_int_equal(did(&o, id, "undo"), MSG_NOTHING_TO_UNDO);
		}
	office_end(&o);
}

static void what_was_merged_is_two_again(void **st)
{
	const char *first, *second;
	office o;

	begin(&o, st);
	first = whole(&o, 1);
	second = whole(&o, 2);
	assert_int_equal(did(&o, 1, "merge"), MSG_NONE);
	assert_non_null(strstr(whole(&o, 2), "dropped"));
	assert_int_equal(did(&o, 2, "undo"), MSG_NOTHING_TO_UNDO); /* of the first alone */
	assert_int_equal(did(&o, 1, "undo"), MSG_NONE);
	assert_string_equal(whole(&o, 1), first);
	assert_string_equal(whole(&o, 2), second);
	assert_int_equal(did(&o, 2, "accept"), MSG_NONE);
	office_end(&o);
}

static void nothing_remains_of_a_round(void **st)
{
	sql_list_collections_rows rounds = {0};
	viewer all = viewer_operator();
	office o;

	begin(&o, st);
	assert_int_equal(did(&o, 3, "accept"), MSG_NONE);
	assert_int_equal(did(&o, 3, "undo"), MSG_NONE);
	assert_int_equal(sql_list_collections(o.r.d, &all,
	                                      (sql_list_collections_in){.agency = DB_NULL,
	                                                                .document = DB_NULL,
	                                                                .most = 5},
	                                      &o.a, &rounds, &o.e),
	                 RC_OK);
	assert_int_equal(rounds.n, 0);
	assert_int_equal(did(&o, 3, "accept"), MSG_NONE); /* and again */
	office_adds_up(&o);
	office_end(&o);
}

static void what_was_worked_on_stays(void **st)
{
	event_proof log;
	office o;

	begin(&o, st);
	assert_int_equal(did(&o, 1, "accept"), MSG_NONE);
	assert_int_equal(office_take(&o, 1, STEP_RECEIVE), MSG_NONE);
	assert_int_equal(did(&o, 1, "undo"), MSG_STATE_FORBIDS);
	assert_int_equal(did(&o, 2, "split"), MSG_NONE);
	assert_int_equal(did(&o, 4, "accept"), MSG_NONE); /* a part of it */
	assert_int_equal(did(&o, 2, "undo"), MSG_STATE_FORBIDS);
	office_as(&o, "STC");
	assert_int_equal(did(&o, 4, "undo"), MSG_FORBIDDEN);
	office_as(&o, NULL);
	office_adds_up(&o);
	assert_int_equal(event_verify(&o.r, (slice){0}, &log, &o.e), RC_OK);
	assert_int_equal(log.bad, 0);
	office_end(&o);
}

int main(void)
{
	static const both_test tests[] = {
		BOTH(it_is_what_it_was),
		BOTH(what_was_merged_is_two_again),
		BOTH(nothing_remains_of_a_round),
		BOTH(what_was_worked_on_stays),
	};

	if (office_open_tables() != 0)
		return 1;
	return both_run("undo", tests, ARRAY_LEN(tests));
}
