/*
 * act.c - what is done with one obligation: steps, requests and their answers, remarks, undo.
 *
 * A page never decides whether it may be done: the register refuses what may not.
 */
#include "model/roles.h"
#include "register/duty/obligation.h"
#include "register/steps/steps.h"
#include "web/pages/codes.h"
#include "web/pages/pages.h"
#include "web/pages/upload.h"

typedef struct doing {
	visit *p;
	rc (*how)(struct doing *x, int64_t id, err *e);
	enum step step;
	const char *ok;
	int64_t document; /* evidence; 0: none */
} doing;

static rc find(visit *p, int64_t *ret, err *e)
{
	sql_obligation_by_pub_row row = {0};
	rc code = sql_obligation_by_pub(p->r->d, &p->r->who, (sql_obligation_by_pub_in){p->args[0]},
	                                p->a, &row, NULL, e);

	if (code == RC_OK)
		*ret = row.id;
	return code;
}

static rc run(db *d, void *ctx, err *e)
{
	doing *x = ctx;
	int64_t id;
	rc code = find(x->p, &id, e);

	(void)d;
	return code == RC_OK ? x->how(x, id, e) : code;
}

static rc perform(doing *x, err *e)
{
	visit *p = x->p;
	rc code = db_write(p->r->d, run, x, e);

	if (code == RC_OK)
		page_done(p, page_link(p, "/phan-viec/%.*s", (int)p->args[0].n, p->args[0].p),
		          x->ok);
	return code;
}

static rc take_step(doing *x, int64_t id, err *e)
{
	const http_request *q = x->p->q;
	step_in in = {.note = slice_trim(http_form(q, S("note"))),
	              .document = x->document,
	              .reason = http_form(q, S("reason")),
	              .decider = http_form(q, S("decider"))};

	return step_take(x->p->r, id, x->step, &in, e);
}

static const struct {
	slice word;
	enum step step;
	const char *ok;
} step_words[] = {
	{S("tiep-nhan"), STEP_RECEIVE, "received"},   {S("bat-dau"), STEP_START, "started"},
	{S("bao-cao"), STEP_REPORT_DONE, "reported"}, {S("xac-nhan"), STEP_CONFIRM, "confirmed"},
	{S("bo-sung"), STEP_RETURN, "returned"},      {S("tam-dung"), STEP_SUSPEND, "suspended"},
	{S("tiep-tuc"), STEP_RESUME, "resumed"},      {S("dung"), STEP_STOP, "stopped"},
};

static slice last_part(slice path)
{
	slice part = {0};

	while (slice_next(&path, '/', &part))
		;
	return part;
}

/* The file of a result is read before anything is written: it is a document of its own. Nobody
 * brings one in but with a report that is due from him. */
static rc report_with_file(doing *x, err *e)
{
	visit *p = x->p;
	int64_t document = DB_NULL, id;
	slice why = {0};
	rc code = find(p, &id, e);

	if (code == RC_OK)
		code = step_may(p->r, id, x->step, e);
	if (code == RC_OK)
		code = upload_one(p, S("file"), &document, &why, e);

	if (code == RC_OK && why.n > 0) {
		page_fail(p, 422, S("Chưa đọc được tệp"), why,
		          S("Chưa báo cáo gì. Quay lại trang trước để chọn tệp khác."));
		return RC_OK;
	}
	x->document = document == DB_NULL ? 0 : document;
	return code == RC_OK ? perform(x, e) : code;
}

rc page_step(visit *p, err *e)
{
	slice word = last_part(p->q->path);

	for (size_t i = 0; i < ARRAY_LEN(step_words); i++) {
		doing x = {.p = p,
		           .how = take_step,
		           .step = step_words[i].step,
		           .ok = step_words[i].ok};

		if (slice_eq(step_words[i].word, word))
			return x.step == STEP_REPORT_DONE ? report_with_file(&x, e)
			                                  : perform(&x, e);
	}
	return err_set(e, RC_INPUT, MSG_PAGE_UNKNOWN, "step");
}

static rc ask_time(doing *x, int64_t id, err *e)
{
	const http_request *q = x->p->q;
	request_in in = {.reason = http_form(q, S("reason")),
	                 .letter = slice_trim(http_form(q, S("letter")))};
	int32_t day;
	rc code = page_date(http_form(q, S("until")), &day, e);

	if (code != RC_OK)
		return code;
	in.new_last = (int64_t)day * CMIN_DAY + CMIN_DAY - 1;
	return request_extension(x->p->r, id, &in, e);
}

rc page_ask_time(visit *p, err *e)
{
	return perform(&(doing){.p = p, .how = ask_time, .ok = p->r->who.all ? "recorded" : "sent"},
	               e);
}

/* Asked for on paper, or by nobody: written down and granted in one. */
static rc set_time(doing *x, int64_t id, err *e)
{
	rc code = ask_time(x, id, e);

	return code == RC_OK ? request_answer(x->p->r, id, S("extend"), true, (slice){0}, e) : code;
}

rc page_set_time(visit *p, err *e)
{
	return perform(&(doing){.p = p, .how = set_time, .ok = "saved"}, e);
}

static rc ask_transfer(doing *x, int64_t id, err *e)
{
	const http_request *q = x->p->q;
	request_in in = {.reason = http_form(q, S("reason")),
	                 .letter = slice_trim(http_form(q, S("letter")))};
	slice codes, name;
	rc code = codes_of(x->p, http_form(q, S("to")), &codes, e);

	if (code == RC_OK)
		code = page_agency_of(x->p, codes, &in.to_agency, &name, e);
	if (code == RC_OK && in.to_agency == DB_NULL)
		code = err_set(e, RC_INPUT, MSG_AGENCY_UNKNOWN, "no such body");
	return code == RC_OK ? request_transfer(x->p->r, id, &in, e) : code;
}

rc page_ask_transfer(visit *p, err *e)
{
	return perform(
		&(doing){.p = p, .how = ask_transfer, .ok = p->r->who.all ? "recorded" : "sent"},
		e);
}

/* Who may decide takes back what another did; everybody else, what he did himself. So with answers
 * to requests, and who may give them. */
static rc take_back(doing *x, int64_t id, err *e)
{
	err why = {0};
	rc code = request_undo(x->p->r, id, !page_may(x->p, RIGHT_GRANT), &why);

	if (code == RC_OK || why.id != MSG_NOTHING_TO_UNDO) {
		if (code != RC_OK)
			*e = why;
		return code;
	}
	return step_undo(x->p->r, id, !page_may(x->p, RIGHT_DECIDE), e);
}

rc page_undo(visit *p, err *e)
{
	return perform(&(doing){.p = p, .how = take_back, .ok = "undone"}, e);
}

/* What is answered: an old page has no word for it, then it was an extension. */
static slice kind_of(const doing *x)
{
	slice kind = http_form(x->p->q, S("kind"));

	return slice_eq(kind, S("transfer")) ? kind : S("extend");
}

static rc withdraw(doing *x, int64_t id, err *e)
{
	return request_withdraw(x->p->r, id, kind_of(x), e);
}

rc page_withdraw(visit *p, err *e)
{
	return perform(&(doing){.p = p, .how = withdraw, .ok = "withdrawn"}, e);
}

static rc grant(doing *x, int64_t id, err *e)
{
	return request_answer(x->p->r, id, kind_of(x), true, http_form(x->p->q, S("words")), e);
}

static rc refuse(doing *x, int64_t id, err *e)
{
	return request_answer(x->p->r, id, kind_of(x), false, http_form(x->p->q, S("words")), e);
}

rc page_grant(visit *p, err *e)
{
	bool yes = slice_eq(last_part(p->q->path), S("dong-y"));

	bool moves = slice_eq(http_form(p->q, S("kind")), S("transfer"));

	return perform(&(doing){.p = p,
	                        .how = yes ? grant : refuse,
	                        .ok = !yes    ? "refused"
	                              : moves ? "transferred"
	                                      : "granted"},
	               e);
}

static rc comment(doing *x, int64_t id, err *e)
{
	return step_comment(x->p->r, id, http_form(x->p->q, S("words")), e);
}

rc page_comment(visit *p, err *e)
{
	return perform(&(doing){.p = p, .how = comment, .ok = "commented"}, e);
}
