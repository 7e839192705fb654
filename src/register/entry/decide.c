/*
 * decide.c - from a proposal to obligations, counted as they are made.
 */
#include "register/entry/decide.h"

#include "base/hash.h"
#include "register/duty/obligation.h"
#include "register/event.h"
#include "register/people/bodies.h"

static const slice disposals[] = {
	[DISPOSAL_PROPOSED] = S(""),
	[DISPOSAL_TRACK] = S("track"),
	[DISPOSAL_STANDING] = S("standing"),
	[DISPOSAL_KEEP] = S("keep"),
};

typedef struct fanning {
	reg *r;
	arena *a;
	int64_t assignment;
	int32_t day;
	VEC(int64_t) agencies; /* each once; DB_NULL: nobody named */
} fanning;

static void add_agency(fanning *f, int64_t agency)
{
	for (uint32_t i = 0; i < f->agencies.n; i++)
		if (f->agencies.p[i] == agency)
			return;
	*VEC_PUSH(f->a, &f->agencies) = agency;
}

/* "… liên quan", "… có tên trong danh sách": which of them is for a person to say. */
static bool names_only_some(slice words)
{
	static const slice marks[] = {S("liên quan"), S("có tên trong"), S("theo danh sách"),
	                              S("một số ")};

	for (size_t i = 0; i < ARRAY_LEN(marks); i++)
		if (slice_has(words, marks[i]))
			return true;
	return false;
}

static rc add_party(fanning *f, const sql_party_list_row *p, err *e)
{
	sql_group_members_rows members = {0};
	rc code = RC_OK;

	if (p->agency != DB_NULL) {
		add_agency(f, p->agency);
		return RC_OK;
	}
	if (p->group_id != DB_NULL && !names_only_some(p->words))
		code = bodies_members(f->r, p->group_id, f->day, f->a, &members, e);
	for (uint32_t i = 0; i < members.n; i++)
		add_agency(f, members.p[i].agency);
	if (code == RC_OK && members.n == 0)
		add_agency(f, DB_NULL);
	return code;
}

static rc find_agencies(fanning *f, err *e)
{
	sql_party_list_rows parties;
	rc code = sql_party_list(f->r->d, (sql_party_list_in){f->assignment, S("lead")}, f->a,
	                         &parties, e);

	for (uint32_t i = 0; code == RC_OK && i < parties.n; i++)
		code = add_party(f, &parties.p[i], e);
	if (code == RC_OK && f->agencies.n == 0)
		add_agency(f, DB_NULL);
	return code;
}

/* "Hằng tháng …": no single duty but a report due again and again. */
static rc put_periodic(fanning *f, const sql_assignment_get_row *x, int64_t agency,
                       const sql_deadline_list_row *limit, err *e)
{
	sql_periodic_put_row row;

	return sql_periodic_put(f->r->d,
	                        (sql_periodic_put_in){hash_public_id(f->a), x->document, x->action,
	                                              agency, limit->value, x->receiver, x->id},
	                        f->a, &row, NULL, e);
}

static bool is_periodic(const sql_deadline_list_row *limit)
{
	return limit->last == DB_NULL && slice_starts(limit->value, S("R:"));
}

static rc put_obligation(fanning *f, const sql_assignment_get_row *x, int64_t agency,
                         const sql_deadline_list_row *limit, err *e)
{
	if (limit == NULL)
		return obligation_new(f->r, x->id, DB_NULL, agency, DB_NULL, NULL, e);
	if (is_periodic(limit))
		return put_periodic(f, x, agency, limit, e);
	return obligation_new(f->r, x->id, limit->id, agency, limit->last, NULL, e);
}

/* A round: many send to one. Its compiler is the body that is to receive. */
static rc put_collection(fanning *f, const sql_assignment_get_row *x, int64_t due, err *e)
{
	sql_party_list_rows receivers;
	sql_collection_put_row row;
	rc code = sql_party_list(f->r->d, (sql_party_list_in){f->assignment, S("recipient")}, f->a,
	                         &receivers, e);

	if (code != RC_OK || receivers.n != 1 || receivers.p[0].agency == DB_NULL)
		return code;
	code = sql_collection_put(f->r->d,
	                          (sql_collection_put_in){hash_public_id(f->a), x->id, x->action,
	                                                  receivers.p[0].agency, due},
	                          f->a, &row, NULL, e);
	for (uint32_t i = 0; code == RC_OK && i < f->agencies.n; i++)
		if (f->agencies.p[i] != DB_NULL)
			code = sql_collection_item_put(
				f->r->d, (sql_collection_item_put_in){row.id, f->agencies.p[i]},
				NULL, e);
	if (code == RC_OK)
		code = sql_collection_recount(f->r->d, (sql_collection_recount_in){x->id}, NULL, e);
	return code;
}

/* Several bodies, or some that the list does not name yet; and each owes it once: what is due
 * again and again has no obligation that could be marked. */
static bool is_round(const fanning *f, const sql_deadline_list_rows *limits)
{
	uint32_t periodic = 0;

	for (uint32_t i = 0; i < limits->n; i++)
		periodic += is_periodic(&limits->p[i]);
	if (limits->n > 0 && periodic == limits->n)
		return false;
	return f->agencies.n > 1 || (f->agencies.n == 1 && f->agencies.p[0] == DB_NULL);
}

static rc fan_out(fanning *f, const sql_assignment_get_row *x, err *e)
{
	sql_deadline_list_rows limits = {0};
	rc code = RC_OK;

	/* What an opening sentence gives to all has no lead yet: a person says who. */
	if (x->lead_source.n > 0 && slice_eq(x->lead_source, S("opening")))
		add_agency(f, DB_NULL);
	else
		code = find_agencies(f, e);
	if (code == RC_OK)
		code = sql_deadline_list(f->r->d, (sql_deadline_list_in){f->assignment}, f->a,
		                         &limits, e);
	for (uint32_t i = 0; code == RC_OK && i < f->agencies.n; i++) {
		if (limits.n == 0)
			code = put_obligation(f, x, f->agencies.p[i], NULL, e);
		for (uint32_t k = 0; code == RC_OK && k < limits.n; k++)
			code = put_obligation(f, x, f->agencies.p[i], &limits.p[k], e);
	}
	if (code == RC_OK && is_round(f, &limits))
		code = put_collection(f, x, limits.n > 0 ? limits.p[0].last : DB_NULL, e);
	return code;
}

/* What waits; or what was accepted as standing or kept and is now to be followed, or laid
 * aside otherwise. What is followed ends by its steps (steps.h), not here. */
static bool may_decide(const sql_assignment_get_row *x, slice state, enum disposal as)
{
	if (slice_eq(x->state, S("proposed")))
		return true;
	return slice_eq(x->state, S("accepted")) && slice_eq(state, S("accepted")) &&
	       as != DISPOSAL_PROPOSED && !slice_eq(x->disposal, disposals[DISPOSAL_TRACK]) &&
	       !slice_eq(x->disposal, disposals[as]);
}

static rc decide(reg *r, int64_t assignment, slice state, enum disposal as, err *e)
{
	fanning f = {.r = r, .assignment = assignment};
	sql_assignment_get_row x;
	slice disposal;
	bool found = false;
	arena a;
	rc code;

	arena_init(&a, NULL, 0);
	f.a = &a;
	code = sql_assignment_get(r->d, (sql_assignment_get_in){assignment}, &a, &x, &found, e);
	if (code == RC_OK && (!found || !may_decide(&x, state, as)))
		code = err_set(e, RC_INPUT, MSG_NOT_PROPOSED, "assignment %lld",
		               (long long)assignment);
	if (code == RC_OK) {
		disposal = as == DISPOSAL_PROPOSED ? x.proposed : disposals[as];
		f.day = (int32_t)(x.issued_day != DB_NULL ? x.issued_day : r->minute / CMIN_DAY);
		code = sql_assignment_decide(r->d,
		                             (sql_assignment_decide_in){x.id, state, disposal,
		                                                        r->now, r->who.user,
		                                                        x.version},
		                             NULL, e);
		if (code == RC_OK && slice_eq(state, S("accepted")) &&
		    slice_eq(disposal, disposals[DISPOSAL_TRACK]))
			code = fan_out(&f, &x, e);
		if (code == RC_OK)
			code = sql_party_live_set(r->d, (sql_party_live_set_in){x.id}, NULL, e);
	}
	if (code == RC_OK)
		code = event_add(
			r, slice_eq(state, S("accepted")) ? "accept" : "drop", "assignment",
			assignment,
			arena_printf(&a, "{\"disposal\":\"%.*s\"}", (int)disposal.n, disposal.p),
			e);
	arena_done(&a);
	return code;
}

rc decide_accept(reg *r, int64_t assignment, enum disposal as, err *e)
{
	return decide(r, assignment, S("accepted"), as, e);
}

rc decide_drop(reg *r, int64_t assignment, err *e)
{
	return decide(r, assignment, S("dropped"), DISPOSAL_KEEP, e);
}

rc decide_document(reg *r, int64_t document, bool past_too, bool sure_only, uint32_t *ret_n, err *e)
{
	sql_assignment_proposed_rows rows;
	sql_document_past_row past = {0};
	bool found;
	arena a;
	rc code;

	*ret_n = 0;
	arena_init(&a, NULL, 0);
	code = sql_document_past(r->d, (sql_document_past_in){document}, &a, &past, &found, e);
	if (code == RC_OK)
		code = sql_assignment_proposed(r->d, (sql_assignment_proposed_in){document}, &a,
		                               &rows, e);
	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		bool keep = past.all_past && !past_too;

		if (sure_only && rows.p[i].doubt.n > 0)
			continue;
		code = decide_accept(r, rows.p[i].id, keep ? DISPOSAL_KEEP : DISPOSAL_PROPOSED, e);
		++*ret_n;
	}
	if (code == RC_OK)
		code = sql_meetings_accept(r->d, (sql_meetings_accept_in){document}, NULL, e);
	arena_done(&a);
	return code;
}

/* What a doubt asks of the person; words of enter_duty.c. */
static const struct {
	slice word, question;
} questions[] = {
	{S("lead-missing"), S("Câu này chưa nêu cơ quan chủ trì. Ai làm?")},
	{S("lead-unknown"), S("Cơ quan chủ trì chưa có trong danh mục. Là đơn vị nào?")},
	{S("deadline-conflict"), S("Thời hạn ghi mâu thuẫn. Chốt ngày nào?")},
	{S("deadline-scope"), S("Thời hạn này là của cả câu hay chỉ của một phần?")},
	{S("duplicate"), S("Việc này có vẻ đã nêu ở chỗ khác. Có phải một việc?")},
	{S("deadlines-many"), S("Câu này có nhiều thời hạn. Mỗi thời hạn là một phần việc?")},
	{S("unsure"), S("Cần xem lại: đây có phải là nhiệm vụ không?")},
};

slice decide_question(slice doubt)
{
	for (size_t i = 0; i < ARRAY_LEN(questions); i++)
		if (slice_has(doubt, questions[i].word))
			return questions[i].question;
	return doubt.n > 0 ? S("Cần xem lại.") : (slice){0};
}
