/*
 * decide.c - what a person says of proposals: accept, keep, drop, change, split, merge, add, and
 * what was said taken back.
 */
#include "register/entry/decide.h"

#include "model/roles.h"
#include "register/hand/propose.h"
#include "register/hand/propose_undo.h"
#include "web/pages/codes.h"
#include "web/pages/pages.h"

enum { PARTS_MOST = 40 };

typedef struct deciding {
	visit *p;
	rc (*how)(struct deciding *x, int64_t id, err *e);
	slice document; /* its public id: where the page goes back to */
	const char *ok;
} deciding;

static rc run(db *d, void *ctx, err *e)
{
	deciding *x = ctx;
	sql_assignment_row_row row;
	rc code = sql_assignment_row(d, (sql_assignment_row_in){x->p->args[0]}, x->p->a, &row, NULL,
	                             e);

	if (code != RC_OK)
		return code;
	x->document = row.document;
	return x->how(x, row.id, e);
}

static void back_to_review(visit *p, slice document, const char *ok)
{
	page_done(p,
	          document.n > 0
	                  ? page_link(p, "/van-ban/%.*s/ra-soat", (int)document.n, document.p)
	                  : S("/nhiem-vu"),
	          ok);
}

static rc perform(deciding *x, err *e)
{
	rc code = db_write(x->p->r->d, run, x, e);

	if (code == RC_OK)
		back_to_review(x->p, x->document, x->ok);
	return code;
}

static rc accept(deciding *x, int64_t id, err *e)
{
	return decide_accept(x->p->r, id, DISPOSAL_PROPOSED, e);
}

static rc track(deciding *x, int64_t id, err *e)
{
	return decide_accept(x->p->r, id, DISPOSAL_TRACK, e);
}

static rc keep(deciding *x, int64_t id, err *e)
{
	return decide_accept(x->p->r, id, DISPOSAL_KEEP, e);
}

static rc drop(deciding *x, int64_t id, err *e)
{
	return decide_drop(x->p->r, id, e);
}

static rc undo(deciding *x, int64_t id, err *e)
{
	return propose_undo(x->p->r, id, e);
}

rc page_decision_undo(visit *p, err *e)
{
	return perform(&(deciding){.p = p, .how = undo, .ok = "undone"}, e);
}

rc page_accept(visit *p, err *e)
{
	bool tracked = slice_eq(http_form(p->q, S("as")), S("track"));

	return perform(&(deciding){.p = p,
	                           .how = tracked ? track : accept,
	                           .ok = tracked ? "tracked" : "accepted"},
	               e);
}

rc page_keep(visit *p, err *e)
{
	return perform(&(deciding){.p = p, .how = keep, .ok = "kept"}, e);
}

rc page_drop(visit *p, err *e)
{
	return perform(&(deciding){.p = p, .how = drop, .ok = "dropped"}, e);
}

static rc limit_of(visit *p, int64_t *ret, err *e)
{
	slice until = slice_trim(http_form(p->q, S("until")));
	int32_t day;
	rc code = RC_OK;

	*ret = DB_NULL;
	if (until.n > 0)
		code = page_date(until, &day, e);
	if (code == RC_OK && until.n > 0)
		*ret = (int64_t)day * CMIN_DAY + CMIN_DAY - 1;
	return code;
}

static slice or_null(slice s)
{
	s = slice_trim(s);
	return s.n > 0 ? s : (slice){0};
}

static rc change(deciding *x, int64_t id, err *e)
{
	const http_request *q = x->p->q;
	duty_in in = {.action = or_null(http_form(q, S("action"))),
	              .deliverable = or_null(http_form(q, S("deliverable"))),
	              .undated = slice_eq(http_form(q, S("undated")), S("1"))};
	rc code = limit_of(x->p, &in.last, e);

	if (code == RC_OK)
		code = codes_of(x->p, http_form(q, S("lead")), &in.lead, e);
	if (code == RC_OK)
		code = codes_of(x->p, http_form(q, S("with")), &in.with, e);
	return code == RC_OK ? propose_change(x->p->r, id, &in, e) : code;
}

rc page_change(visit *p, err *e)
{
	return perform(&(deciding){.p = p, .how = change, .ok = "saved"}, e);
}

/* Each line that is not empty is a duty of its own. */
static rc split(deciding *x, int64_t id, err *e)
{
	slice rest = http_form(x->p->q, S("parts")), line, parts[PARTS_MOST];
	int64_t made[PARTS_MOST];
	uint32_t n = 0;

	while (rest.n > 0 && slice_next(&rest, '\n', &line)) {
		line = slice_trim(line);
		if (line.n > 0 && n < PARTS_MOST)
			parts[n++] = line;
	}
	if (n < 2)
		return err_set(e, RC_INPUT, MSG_WORDS_NEEDED, "fewer than two parts");
	return propose_split(x->p->r, id, parts, n, made, e);
}

rc page_split(visit *p, err *e)
{
	return perform(&(deciding){.p = p, .how = split, .ok = "split"}, e);
}

typedef struct whole {
	visit *p;
	bool add; /* a duty by hand; else accept the sure ones */
} whole;

/* Of an old paper: what nobody can do in time any more is kept, not followed. */
static rc keep_past(visit *p, int64_t document, err *e)
{
	sql_document_duties_rows rows = {0};
	rc code = sql_document_duties(p->r->d, &p->r->who, (sql_document_duties_in){document}, p->a,
	                              &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++)
		if (slice_eq(rows.p[i].state, S("proposed")) && rows.p[i].due != DB_NULL &&
		    rows.p[i].due < p->r->minute)
			code = decide_accept(p->r, rows.p[i].id, DISPOSAL_KEEP, e);
	return code;
}

/* Line ends as the document has them: a form always sends CR LF. */
static slice words_of(visit *p)
{
	slice s = http_form(p->q, S("words"));
	strbuf b;

	strbuf_init(&b, NULL, s.n + 1);
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] != '\r')
			strbuf_putc(&b, s.p[i]);
	s = arena_copy(p->a, strbuf_slice(&b));
	strbuf_done(&b);
	return or_null(s);
}

static rc run_whole(db *d, void *ctx, err *e)
{
	whole *x = ctx;
	visit *p = x->p;
	sql_document_one_row row;
	int64_t made;
	uint32_t n;
	rc code = sql_document_one(d, &p->r->who, (sql_document_one_in){p->args[0]}, p->a, &row,
	                           NULL, e);

	if (code == RC_OK && http_form(p->q, S("past")).n > 0)
		return keep_past(p, row.id, e);
	if (code == RC_OK && !x->add)
		code = decide_document(p->r, row.id, true, true, &n, e);
	if (code == RC_OK && x->add) {
		duty_new in = {.document = row.id,
		               .words = words_of(p),
		               .as = DISPOSAL_TRACK,
		               .duty = {.action = or_null(http_form(p->q, S("action")))}};

		code = limit_of(p, &in.duty.last, e);
		if (code == RC_OK)
			code = codes_of(p, http_form(p->q, S("lead")), &in.duty.lead, e);
		if (code == RC_OK)
			code = propose_new(p->r, &in, &made, e);
	}
	return code;
}

static rc perform_whole(visit *p, bool add, err *e)
{
	whole x = {p, add};
	rc code = db_write(p->r->d, run_whole, &x, e);

	if (code == RC_OK)
		back_to_review(p, p->args[0],
		               add                                ? "saved"
		               : http_form(p->q, S("past")).n > 0 ? "kept"
		                                                  : "accepted");
	return code;
}

rc page_accept_sure(visit *p, err *e)
{
	return perform_whole(p, false, e);
}

rc page_duty_new(visit *p, err *e)
{
	return perform_whole(p, true, e);
}

static rc decide_meeting(visit *p, slice pub, err *e)
{
	sql_meeting_one_row row;
	rc code = sql_meeting_one(p->r->d, &p->r->who, (sql_meeting_one_in){pub}, p->a, &row, NULL,
	                          e);

	return code == RC_OK ? propose_meeting(p->r, row.id,
	                                       !slice_eq(http_form(p->q, S("drop")), S("1")), e)
	                     : code;
}

/* The one that is named, or all of the document that wait: a weekly calendar has twenty. */
static rc decide_meetings(db *d, void *ctx, err *e)
{
	visit *p = ctx;
	slice pub = http_form(p->q, S("meeting"));
	sql_document_meetings_rows rows = {0};
	sql_document_one_row of;
	rc code;

	if (pub.n > 0)
		return decide_meeting(p, pub, e);
	code = sql_document_one(d, &p->r->who, (sql_document_one_in){p->args[0]}, p->a, &of, NULL,
	                        e);
	if (code == RC_OK)
		code = sql_document_meetings(d, &p->r->who, (sql_document_meetings_in){of.id}, p->a,
		                             &rows, e);
	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++)
		if (slice_eq(rows.p[i].state, S("proposed")))
			code = decide_meeting(p, rows.p[i].pub, e);
	return code;
}

rc page_meeting_decide(visit *p, err *e)
{
	rc code = db_write(p->r->d, decide_meetings, p, e);

	if (code == RC_OK)
		back_to_review(p, p->args[0], "saved");
	return code;
}

/* The first of those that are ticked takes in the others. */
static rc merge(db *d, void *ctx, err *e)
{
	visit *p = ctx;
	int64_t ids[PARTS_MOST];
	uint32_t n = 0;

	for (uint32_t i = 0; i < p->q->form.n && n < PARTS_MOST; i++) {
		sql_assignment_row_row row;
		bool found = false;
		rc code;

		if (!slice_eq(p->q->form.p[i].name, S("other")))
			continue;
		code = sql_assignment_row(d, (sql_assignment_row_in){p->q->form.p[i].value}, p->a,
		                          &row, &found, e);
		if (code != RC_OK)
			return code;
		if (found)
			ids[n++] = row.id;
	}
	if (n < 2)
		return err_set(e, RC_INPUT, MSG_NOT_TOGETHER, "fewer than two");
	return propose_merge(p->r, ids, n, e);
}

rc page_merge(visit *p, err *e)
{
	rc code = db_write(p->r->d, merge, p, e);

	if (code == RC_OK)
		back_to_review(p, p->args[0], "merged");
	return code;
}
