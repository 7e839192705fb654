/*
 * propose_new.c - a duty that a person writes down: of a document's words, of a leader's
 * note on the paper, of an order given by mouth.
 */
#include <assert.h>

#include "base/hash.h"
#include "register/event.h"
#include "register/hand/propose_priv.h"
#include "register/people/bodies.h"

enum { SURE = 100 };

static bool basis_kind_known(slice kind)
{
	static const slice kinds[] = {S("document"), S("note"), S("oral"), S("phone")};

	for (size_t i = 0; i < ARRAY_LEN(kinds); i++)
		if (slice_eq(kind, kinds[i]))
			return true;
	return false;
}

/* Where the words stand in the document; its reading. */
static rc find_words(reg *r, const duty_new *in, arena *a, sql_assignment_put_in *put, err *e)
{
	sql_document_text_row text = {0};
	const char *at;
	bool found = false;
	rc code = sql_document_text(r->d, (sql_document_text_in){in->document}, a, &text, &found,
	                            e);

	if (code != RC_OK)
		return code;
	at = found ? slice_find(text.text, in->words) : NULL;
	if (at == NULL)
		return err_set(e, RC_INPUT, MSG_WORDS_NOT_IN_DOCUMENT, "not in the text");
	put->reading = text.reading;
	put->at = at - text.text.p;
	put->len = (int64_t)in->words.n;
	return RC_OK;
}

static rc check(const reg *r, const duty_new *in, err *e)
{
	assert(db_in_write(r->d));
	if (!r->who.all)
		return err_set(e, RC_INPUT, MSG_FORBIDDEN, "the Office alone");
	if (slice_trim(in->duty.action).n == 0 && slice_trim(in->words).n == 0)
		return err_set(e, RC_INPUT, MSG_WORDS_NEEDED, "no action");
	if (in->document == 0 && slice_trim(in->basis).n == 0)
		return err_set(e, RC_INPUT, MSG_BASIS_NEEDED, "neither document nor basis");
	if (in->basis_kind.n > 0 && !basis_kind_known(in->basis_kind))
		return err_set(e, RC_INPUT, MSG_BASIS_NEEDED, "an unknown kind of basis");
	if (in->words.n > 0 && in->document == 0)
		return err_set(e, RC_INPUT, MSG_WORDS_NOT_IN_DOCUMENT, "no document");
	return RC_OK;
}

static rc put_row(proposing *x, const duty_new *in, err *e)
{
	sql_position_next_row next = {0};
	sql_assignment_put_row row = {0};
	bool found;
	sql_assignment_put_in put = {
		.pub = hash_public_id(x->a),
		.document = x->document,
		.reading = DB_NULL,
		.proposed = in->duty.last != DB_NULL ? S("track") : S("standing"),
		.origin = S("hand"),
		.nature = S("task"),
		.action = in->duty.action.n > 0 ? in->duty.action : in->words,
		.quote = in->words,
		.at = DB_NULL,
		.len = DB_NULL,
		.lead_source = S("stated"),
		.due = in->duty.last,
		.deliverable = slice_or_null(in->duty.deliverable),
		.receiver = slice_or_null(in->duty.receiver),
		.basis = slice_or_null(in->basis),
		.basis_kind = in->basis_kind.n > 0 ? in->basis_kind
	                      : in->document != 0  ? S("document")
	                                           : S("oral"),
		.confidence = SURE,
	};
	rc code = sql_position_next(x->r->d, (sql_position_next_in){x->document}, x->a, &next,
	                            &found, e);

	put.position = next.n;
	if (code == RC_OK && in->words.n > 0)
		code = find_words(x->r, in, x->a, &put, e);
	if (code == RC_OK)
		code = sql_assignment_put(x->r->d, put, x->a, &row, NULL, e);
	x->id = row.id;
	return code;
}

static rc put_all(proposing *x, const duty_new *in, err *e)
{
	const duty_in *d = &in->duty;
	int64_t expands;
	slice words = {0};
	bool communes;
	rc code = put_row(x, in, e);

	if (code == RC_OK)
		code = propose_parties(x, "lead", d->lead, e);
	expands = x->expands;
	communes = x->all_communes;
	if (code == RC_OK)
		code = propose_parties(x, "with", d->with, e);
	if (code == RC_OK)
		code = propose_parties(x, "recipient", d->receiver, e);
	if (code == RC_OK)
		code = propose_parties(x, "watcher", d->watchers, e);
	if (code == RC_OK)
		code = propose_limit(x, d->last, &words, e);
	if (code == RC_OK)
		code = sql_proposal_set(
			x->r->d,
			(sql_proposal_set_in){.id = x->id,
		                              .due = d->last,
		                              .due_text = words,
		                              .monitor = slice_or_null(d->monitor),
		                              .assigner = slice_or_null(d->assigner),
		                              .field = slice_or_null(d->field),
		                              .proposed = S("track"),
		                              .doubt = S(""),
		                              .expands = expands,
		                              .all_communes = communes,
		                              .version = 1},
			NULL, e);
	if (code == RC_OK)
		code = event_add(x->r, "add", "assignment", x->id, (slice){0}, e);
	return code == RC_OK ? decide_accept(x->r, x->id, in->as, e) : code;
}

rc propose_new(reg *r, const duty_new *in, int64_t *ret, err *e)
{
	proposing x = {.r = r,
	               .document = in->document != 0 ? in->document : DB_NULL,
	               .day = (int32_t)(r->minute / CMIN_DAY)};
	arena a;
	rc code = check(r, in, e);

	if (code != RC_OK)
		return code;
	arena_init(&a, NULL, 0);
	x.a = &a;
	code = put_all(&x, in, e);
	arena_done(&a);
	if (code == RC_OK)
		*ret = x.id;
	return code;
}
