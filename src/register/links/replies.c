/*
 * replies.c - answers to invitations, each body for itself.
 */
#include "register/links/replies.h"

#include "register/event.h"
#include "register/links/links.h"

static const struct {
	slice word, wording;
} answers[] = {
	{S("attending"), S("Dự họp")},
	{S("substitute"), S("Cử người dự thay")},
	{S("absent"), S("Vắng, có lý do")},
};

slice reply_wording(slice answer)
{
	for (size_t i = 0; i < ARRAY_LEN(answers); i++)
		if (slice_eq(answers[i].word, answer))
			return answers[i].wording;
	return (slice){0};
}

static rc check(reg *r, const reply_in *in, arena *a, err *e)
{
	meeting_bodies bodies = {0};
	bool invited = false;
	rc code;

	if (reply_wording(in->answer).n == 0)
		return err_set(e, RC_INPUT, MSG_ANSWER_UNKNOWN, "answer");
	if (slice_eq(in->answer, S("substitute")) && slice_trim(in->person).n == 0)
		return err_set(e, RC_INPUT, MSG_WORDS_NEEDED, "nobody named");
	if (slice_eq(in->answer, S("absent")) && slice_trim(in->reason).n == 0)
		return err_set(e, RC_INPUT, MSG_REASON_NEEDED, "no reason");
	if (!r->who.all && r->who.agency != in->agency)
		return err_set(e, RC_INPUT, MSG_FORBIDDEN, "for another body");
	code = links_of_meeting(r, in->meeting, a, &bodies, e);
	for (uint32_t i = 0; i < bodies.n; i++)
		invited |= bodies.p[i].agency == in->agency && bodies.p[i].parts & PART_INVITED;
	if (code == RC_OK && !invited)
		code = err_set(e, RC_INPUT, MSG_NOT_INVITED, "agency %lld", (long long)in->agency);
	return code;
}

rc reply_give(reg *r, const reply_in *in, err *e)
{
	slice person = slice_trim(in->person), reason = slice_trim(in->reason);
	arena a;
	rc code;

	arena_init(&a, NULL, 0);
	code = check(r, in, &a, e);
	if (code == RC_OK)
		code = sql_reply_put(r->d,
		                     (sql_reply_put_in){in->meeting, in->agency, in->answer,
		                                        person.n > 0 ? person : (slice){0},
		                                        reason.n > 0 ? reason : (slice){0}, r->now,
		                                        r->who.user},
		                     NULL, e);
	if (code == RC_OK)
		code = event_add(r, "reply", "meeting", in->meeting,
		                 arena_printf(&a, "{\"agency\":%lld,\"answer\":\"%.*s\"}",
		                              (long long)in->agency, (int)in->answer.n,
		                              in->answer.p),
		                 e);
	arena_done(&a);
	return code;
}

static bool has_answered(const sql_reply_list_rows *rows, int64_t agency)
{
	for (uint32_t i = 0; i < rows->n; i++)
		if (rows->p[i].agency == agency)
			return true;
	return false;
}

static void sum(const meeting_body *b, const sql_agency_bodies_rows *all,
                const sql_reply_list_rows *rows, reply_sums *to)
{
	for (uint32_t i = 0; i < all->n; i++) {
		bool commune = slice_eq(all->p[i].class, S("commune"));

		if (all->p[i].id != b->agency)
			continue;
		*(commune ? &to->communes : &to->agencies) += 1;
		*(commune ? &to->communes_in : &to->agencies_in) += has_answered(rows, b->agency);
		return;
	}
}

rc replies_sum(reg *r, int64_t row, arena *a, reply_sums *ret, err *e)
{
	sql_agency_bodies_rows all = {0};
	sql_reply_list_rows rows = {0};
	meeting_bodies bodies = {0};
	rc code = links_of_meeting(r, row, a, &bodies, e);

	*ret = (reply_sums){0};
	if (code == RC_OK)
		code = sql_reply_list(r->d, &r->who, (sql_reply_list_in){row}, a, &rows, e);
	if (code == RC_OK)
		code = sql_agency_bodies(r->d, a, &all, e);
	for (uint32_t i = 0; code == RC_OK && i < bodies.n; i++)
		if (bodies.p[i].parts & PART_INVITED)
			sum(&bodies.p[i], &all, &rows, ret);
	return code;
}
