/*
 * test_propose.c - what a person makes of a proposal, and duties written down by hand.
 */
#include "office.h"

#include "register/event.h"
#include "register/proof.h"

static const char text[] =
	"UBND TỈNH LẠNG SƠN\nSố: 12/UBND-TH\nLạng Sơn, ngày 20 tháng 4 năm 2026\n\n"
	"Kính gửi: Sở Nội vụ; Sở Tài chính.\n\n"
	"1. Giao Sở Nội vụ rà soát, báo cáo UBND tỉnh chậm nhất ngày 27/5/2026.\n\n"
	"2. Giao Sở Tài chính tổng hợp, báo cáo UBND tỉnh chậm nhất ngày 29/5/2026.\n\n"
	"Số liệu đến hết tháng 3 đã được tổng hợp.\n";

static void begin(office *o, void **st)
{
	office_begin(o, st, "2026-04-21");
	office_propose(o, text);
}

static sql_assignment_full_row duty(office *o, int64_t id)
{
	sql_assignment_full_row d = {0};
	bool found;

	assert_int_equal(
		sql_assignment_full(o->r.d, (sql_assignment_full_in){id}, &o->a, &d, &found, &o->e),
		RC_OK);
	assert_true(found);
	return d;
}

static int64_t obligations(office *o)
{
	sql_obligation_count_row n;
	viewer all = viewer_operator();
	bool found;

	assert_int_equal(sql_obligation_count(o->r.d, &all,
	                                      (sql_obligation_count_in){DB_NULL,
	                                                                DB_NULL,
	                                                                DB_NULL,
	                                                                DB_NULL,
	                                                                1,
	                                                                {0},
	                                                                DB_NULL,
	                                                                DB_NULL,
	                                                                DB_NULL},
	                                      &o->a, &n, &found, &o->e),
	                 RC_OK);
	return n.n;
}

static rc change_work(office *o, void *ctx, err *e)
{
	return propose_change(&o->r, 1, ctx, e);
}

static rc accept_work(office *o, void *ctx, err *e)
{
	return decide_accept(&o->r, *(const int64_t *)ctx, DISPOSAL_PROPOSED, e);
}

static void a_change_keeps_the_words(void **st)
{
	duty_in in = {.lead = S("STC,UBNDXA"), .action = S("báo cáo lại"), .last = DB_NULL};
	sql_assignment_full_row was, is;
	int64_t first = 1;
	office o;

	begin(&o, st);
	was = duty(&o, 1);
	in.last = was.due + CMIN_DAY;
	assert_int_equal(office_do(&o, change_work, &in), MSG_NONE);
	is = duty(&o, 1);
	assert_true(slice_eq(is.quote, was.quote));
	assert_true(slice_eq(is.action, S("báo cáo lại")));
	assert_int_equal(is.due, in.last);
	assert_int_equal(is.expands, 66);
	assert_int_equal(office_do(&o, accept_work, &first), MSG_NONE);
	assert_int_equal(obligations(&o), 66);
	assert_int_equal(office_do(&o, accept_work, &first), MSG_NOT_PROPOSED);
	assert_int_equal(office_do(&o, change_work, &in), MSG_NOT_PROPOSED);
	office_adds_up(&o);
	office_end(&o);
}

static void an_unknown_body_changes_nothing(void **st)
{
	duty_in in = {.lead = S("STC,KHONGCO"), .action = S("khác"), .last = DB_NULL};
	sql_party_list_rows parties;
	office o;

	begin(&o, st);
	assert_int_equal(office_do(&o, change_work, &in), MSG_AGENCY_UNKNOWN);
	assert_false(slice_eq(duty(&o, 1).action, S("khác")));
	assert_int_equal(
		sql_party_list(o.r.d, (sql_party_list_in){1, S("lead")}, &o.a, &parties, &o.e),
		RC_OK);
	assert_int_equal(parties.n, 1);
	assert_true(slice_eq(parties.p[0].code, S("SNV")));
	office_as(&o, "SNV");
	assert_int_equal(office_do(&o, change_work, &in), MSG_FORBIDDEN);
	office_end(&o);
}

static rc put_work(office *o, void *ctx, err *e)
{
	return decide_accept(&o->r, 1, *(const enum disposal *)ctx, e);
}

static void what_is_standing_expands_on_demand(void **st)
{
	enum disposal standing = DISPOSAL_STANDING, track = DISPOSAL_TRACK;
	duty_in in = {.lead = S("UBNDXA"), .last = DB_NULL, .undated = true};
	office o;

	begin(&o, st);
	assert_int_equal(office_do(&o, change_work, &in), MSG_NONE);
	assert_int_equal(office_do(&o, put_work, &standing), MSG_NONE);
	assert_int_equal(obligations(&o), 0);
	assert_int_equal(duty(&o, 1).expands, 65);
	assert_int_equal(office_do(&o, put_work, &standing), MSG_NOT_PROPOSED);
	assert_int_equal(office_do(&o, put_work, &track), MSG_NONE);
	assert_int_equal(obligations(&o), 65);
	assert_int_equal(office_do(&o, put_work, &standing), MSG_NOT_PROPOSED);
	office_adds_up(&o);
	office_end(&o);
}

static rc split_work(office *o, void *ctx, err *e)
{
	const slice parts[] = {S("rà soát"), S("báo cáo UBND tỉnh")};
	int64_t made[2];

	(void)ctx;
	return propose_split(&o->r, 1, parts, 2, made, e);
}

static void one_is_split_into_two(void **st)
{
	office o;

	begin(&o, st);
	assert_int_equal(office_do(&o, split_work, NULL), MSG_NONE);
	assert_true(slice_eq(duty(&o, 1).state, S("dropped")));
	assert_true(slice_eq(duty(&o, 3).action, S("rà soát")));
	assert_true(slice_eq(duty(&o, 4).quote, duty(&o, 1).quote));
	assert_int_equal(duty(&o, 4).due, duty(&o, 1).due);
	assert_int_equal(office_do(&o, split_work, NULL), MSG_NOT_PROPOSED);
	office_end(&o);
}

static rc merge_work(office *o, void *ctx, err *e)
{
	return propose_merge(&o->r, ctx, 2, e);
}

static void two_become_one(void **st)
{
	int64_t both[] = {1, 2}, same[] = {1, 1}, first = 1;
	office o;

	begin(&o, st);
	assert_int_equal(office_do(&o, merge_work, same), MSG_NOT_TOGETHER);
	assert_int_equal(office_do(&o, merge_work, both), MSG_NONE);
	assert_true(slice_eq(duty(&o, 2).state, S("dropped")));
	assert_int_equal(office_do(&o, accept_work, &first), MSG_NONE);
	assert_int_equal(obligations(&o), 4); /* two bodies, two limits */
	office_adds_up(&o);
	office_end(&o);
}

static void words_become_a_duty(void **st)
{
	duty_new in = {.duty = {.lead = S("SYT"), .last = DB_NULL},
	               .document = 1,
	               .words = S("Số liệu đến hết tháng 3 đã được tổng hợp"),
	               .as = DISPOSAL_TRACK};
	sql_assignment_full_row d;
	office o;

	begin(&o, st);
	assert_int_equal(office_do(&o, office_add_work, &in), MSG_NONE);
	d = duty(&o, 3);
	assert_true(slice_eq(d.quote, in.words));
	assert_true(d.at > 0 && d.len == (int64_t)in.words.n);
	in.words = S("Những chữ không có ở đó");
	assert_int_equal(office_do(&o, office_add_work, &in), MSG_WORDS_NOT_IN_DOCUMENT);
	in.words = (slice){0};
	assert_int_equal(office_do(&o, office_add_work, &in), MSG_WORDS_NEEDED);
	in.duty.action = S("báo cáo");
	in.document = 0;
	assert_int_equal(office_do(&o, office_add_work, &in), MSG_BASIS_NEEDED);
	in.basis = S("bút phê của Chủ tịch");
	in.basis_kind = S("note");
	assert_int_equal(office_do(&o, office_add_work, &in), MSG_NONE);
	assert_true(slice_eq(duty(&o, 4).basis_kind, S("note")));
	office_as(&o, "SYT");
	assert_int_equal(office_do(&o, office_add_work, &in), MSG_FORBIDDEN);
	office_end(&o);
}

static rc decide_work(office *o, void *ctx, err *e)
{
	uint32_t n;

	return decide_document(&o->r, 1, *(const bool *)ctx, false, &n, e);
}

static void a_past_document_is_only_kept(void **st)
{
	bool past_too = false;
	office o;

	office_begin(&o, st, "2026-11-22");
	office_propose(&o, text);
	assert_int_equal(office_do(&o, decide_work, &past_too), MSG_NONE);
	assert_int_equal(obligations(&o), 0);
	assert_true(slice_eq(duty(&o, 1).disposal, S("keep")));
	office_end(&o);
}

static void everything_is_in_the_log(void **st)
{
	duty_in in = {.action = S("báo cáo \"lại\"\n"), .last = DB_NULL};
	int64_t first = 1;
	event_proof log;
	office o;

	begin(&o, st);
	assert_int_equal(office_do(&o, change_work, &in), MSG_NONE);
	assert_int_equal(office_do(&o, accept_work, &first), MSG_NONE);
	assert_int_equal(office_take(&o, 1, STEP_RECEIVE), MSG_NONE);
	assert_int_equal(event_verify(&o.r, (slice){0}, &log, &o.e), RC_OK);
	assert_true(log.bad == 0 && !log.cut && log.noted == 0);
	assert_true(log.lines >= 6);
	office_end(&o);
}

/* A log that fits together may still be another one: a line that was noted elsewhere is
 * there, or it was made anew. */
static void a_noted_line_proves_what_was_before(void **st)
{
	sql_event_last_row last;
	int64_t first = 1;
	proof p;
	bool found;
	office o;

	begin(&o, st);
	assert_int_equal(sql_event_last(o.r.d, &o.a, &last, &found, &o.e), RC_OK);
	assert_int_equal(office_do(&o, accept_work, &first), MSG_NONE);
	assert_int_equal(proof_of(&o.r, last.hash, &o.a, &p, &o.e), RC_OK);
	assert_int_equal(p.log.noted, last.seq);
	assert_true(p.log.lines > last.seq);
	assert_int_equal(proof_of(&o.r, S("0123"), &o.a, &p, &o.e), RC_IO);
	assert_int_equal(o.e.id, MSG_LOG_REWRITTEN);
	office_end(&o);
}

static const both_test tests[] = {
	BOTH(a_change_keeps_the_words),
	BOTH(an_unknown_body_changes_nothing),
	BOTH(what_is_standing_expands_on_demand),
	BOTH(one_is_split_into_two),
	BOTH(two_become_one),
	BOTH(words_become_a_duty),
	BOTH(a_past_document_is_only_kept),
	BOTH(everything_is_in_the_log),
	BOTH(a_noted_line_proves_what_was_before),
};

int main(void)
{
	int failed = office_open_tables();

	if (failed == 0)
		failed = both_run("propose", tests, ARRAY_LEN(tests));
	arena_done(&office_tables);
	return failed;
}
