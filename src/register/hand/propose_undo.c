/*
 * propose_undo.c - decisions at review taken back: a duty as fields, and the fields as a duty.
 *
 * Cells stand between unit separators, so that no word of a document can look like one.
 */
#include "register/hand/propose_undo.h"

#include <assert.h>

#include "base/strbuf.h"
#include "register/duty/tally.h"
#include "register/event.h"
#include "register/hand/hand_priv.h"

enum { CELLS = 12 };
#define SEPARATOR '\x1f'

/* --- a duty as fields --- */

static slice number_of(arena *a, int64_t n)
{
	return n == DB_NULL ? S("") : arena_printf(a, "%lld", (long long)n);
}

static int64_t int_of(slice s)
{
	int64_t n = s.n > 0 ? slice_number(s, INT64_MAX) : DB_NULL;

	return n >= 0 ? n : DB_NULL;
}

static slice row_of(arena *a, const slice *cells, unsigned n)
{
	size_t room = 1;
	strbuf b;

	for (unsigned i = 0; i < n; i++)
		room += cells[i].n + 1;
	strbuf_over(&b, arena_alloc(a, room), room);
	for (unsigned i = 0; i < n; i++) {
		if (i > 0)
			strbuf_putc(&b, SEPARATOR);
		strbuf_put(&b, cells[i]);
	}
	return strbuf_slice(&b);
}

static void cells_of(slice row, slice cells[CELLS])
{
	for (unsigned i = 0; i < CELLS; i++)
		if (!slice_next(&row, SEPARATOR, &cells[i]))
			cells[i] = (slice){0};
}

static rc add_rows(reg *r, int64_t id, arena *a, hand_fields *ret, err *e)
{
	sql_undo_parties_rows parties = {0};
	sql_undo_deadlines_rows limits = {0};
	sql_undo_dependencies_rows needs = {0};
	rc code = sql_undo_parties(r->d, (sql_undo_parties_in){id}, a, &parties, e);

	if (code == RC_OK)
		code = sql_undo_deadlines(r->d, (sql_undo_deadlines_in){id}, a, &limits, e);
	if (code == RC_OK)
		code = sql_undo_dependencies(r->d, (sql_undo_dependencies_in){id}, a, &needs, e);
	if (code != RC_OK)
		return code;
	for (uint32_t i = 0; i < parties.n; i++) {
		const sql_undo_parties_row *p = &parties.p[i];
		slice c[] = {p->role,
		             number_of(a, p->position),
		             number_of(a, p->agency),
		             number_of(a, p->group_id),
		             p->words,
		             p->post,
		             p->person,
		             number_of(a, p->at),
		             number_of(a, p->len)};

		hand_put(a, ret, S("party"), row_of(a, c, ARRAY_LEN(c)));
	}
	for (uint32_t i = 0; i < limits.n; i++) {
		const sql_undo_deadlines_row *t = &limits.p[i];
		slice c[] = {number_of(a, t->position),
		             t->local,
		             t->words,
		             t->value,
		             t->bound,
		             number_of(a, t->inclusive),
		             number_of(a, t->last),
		             number_of(a, t->starts),
		             t->implied ? S("1") : S("0"),
		             t->flags,
		             number_of(a, t->at),
		             number_of(a, t->len)};

		hand_put(a, ret, S("deadline"), row_of(a, c, ARRAY_LEN(c)));
	}
	for (uint32_t i = 0; i < needs.n; i++) {
		slice c[] = {number_of(a, needs.p[i].assignment), number_of(a, needs.p[i].needs)};

		hand_put(a, ret, S("dependency"), row_of(a, c, ARRAY_LEN(c)));
	}
	return RC_OK;
}

rc propose_fields(reg *r, int64_t id, arena *a, hand_fields *ret, err *e)
{
	sql_undo_assignment_row d = {0};
	rc code = sql_undo_assignment(r->d, (sql_undo_assignment_in){id}, a, &d, NULL, e);

	if (code != RC_OK)
		return code;
	hand_put(a, ret, S("action"), d.action);
	hand_put(a, ret, S("due"), number_of(a, d.due));
	hand_put(a, ret, S("due_text"), d.due_text);
	hand_put(a, ret, S("deliverable"), d.deliverable);
	hand_put(a, ret, S("receiver"), d.receiver);
	hand_put(a, ret, S("monitor"), d.monitor);
	hand_put(a, ret, S("assigner"), d.assigner);
	hand_put(a, ret, S("field"), d.field);
	hand_put(a, ret, S("proposed"), d.proposed);
	hand_put(a, ret, S("doubt"), d.doubt);
	hand_put(a, ret, S("lead_source"), d.lead_source);
	hand_put(a, ret, S("expands"), number_of(a, d.expands));
	hand_put(a, ret, S("all_communes"), d.all_communes ? S("1") : S("0"));
	return add_rows(r, id, a, ret, e);
}

/* --- the fields as a duty --- */

static rc put_row(reg *r, int64_t id, slice name, slice row, err *e)
{
	slice c[CELLS];

	cells_of(row, c);
	if (slice_eq(name, S("party")))
		return sql_party_put(r->d,
		                     (sql_party_put_in){id, c[0], int_of(c[1]), int_of(c[2]),
		                                        int_of(c[3]), c[4].p != NULL ? c[4] : S(""),
		                                        slice_or_null(c[5]), slice_or_null(c[6]),
		                                        int_of(c[7]), int_of(c[8])},
		                     NULL, e);
	if (slice_eq(name, S("deadline")))
		return sql_deadline_put(
			r->d,
			(sql_deadline_put_in){id, int_of(c[0]), slice_or_null(c[1]),
		                              c[2].p != NULL ? c[2] : S(""), slice_or_null(c[3]),
		                              slice_or_null(c[4]), int_of(c[5]), int_of(c[6]),
		                              int_of(c[7]), slice_eq(c[8], S("1")),
		                              c[9].p != NULL ? c[9] : S(""), int_of(c[10]),
		                              int_of(c[11])},
			NULL, e);
	return sql_dependency_put(r->d, (sql_dependency_put_in){int_of(c[0]), int_of(c[1])}, NULL,
	                          e);
}

static rc clear_rows(reg *r, int64_t id, err *e)
{
	rc code = sql_undo_parties_drop(r->d, (sql_undo_parties_drop_in){id}, NULL, e);

	if (code == RC_OK)
		code = sql_deadlines_drop(r->d, (sql_deadlines_drop_in){id}, NULL, e);
	return code == RC_OK ? sql_dependencies_drop(r->d, (sql_dependencies_drop_in){id}, NULL, e)
	                     : code;
}

/* The duty as these fields have it. Bodies that it was shown to still see its document. */
static rc propose_put(reg *r, int64_t id, const hand_fields *f, err *e)
{
	rc code = sql_undo_assignment_set(
		r->d,
		(sql_undo_assignment_set_in){
			.id = id,
			.action = hand_get(f, S("action")),
			.due = int_of(hand_get(f, S("due"))),
			.due_text = slice_or_null(hand_get(f, S("due_text"))),
			.deliverable = slice_or_null(hand_get(f, S("deliverable"))),
			.receiver = slice_or_null(hand_get(f, S("receiver"))),
			.monitor = slice_or_null(hand_get(f, S("monitor"))),
			.assigner = slice_or_null(hand_get(f, S("assigner"))),
			.field = slice_or_null(hand_get(f, S("field"))),
			.proposed = hand_get(f, S("proposed")),
			.doubt = hand_get(f, S("doubt")),
			.lead_source = slice_or_null(hand_get(f, S("lead_source"))),
			.expands = int_of(hand_get(f, S("expands"))),
			.all_communes = slice_eq(hand_get(f, S("all_communes")), S("1"))},
		NULL, e);

	if (code == RC_OK)
		code = clear_rows(r, id, e);
	for (uint32_t i = 0; code == RC_OK && i < f->n; i++) {
		slice name = f->p[i].name;

		if ((slice_eq(name, S("party")) || slice_eq(name, S("deadline")) ||
		     slice_eq(name, S("dependency"))) &&
		    f->p[i].value.n > 0)
			code = put_row(r, id, name, f->p[i].value, e);
	}
	return code;
}

/* --- taking back --- */

typedef struct undoing {
	reg *r;
	arena *a;
	int64_t id;
	sql_undo_assignment_row d;
	slice verb, detail; /* of the newest line */
} undoing;

static rc propose_again(reg *r, int64_t id, err *e)
{
	rc code = sql_undo_state_set(r->d, (sql_undo_state_set_in){id, S("proposed")}, NULL, e);

	return code == RC_OK ? sql_party_live_set(r->d, (sql_party_live_set_in){id}, NULL, e)
	                     : code;
}

static rc take_obligations(reg *r, int64_t id, const sql_undo_obligations_rows *rows, err *e)
{
	rc code = RC_OK;

	for (uint32_t i = 0; code == RC_OK && i < rows->n; i++) {
		const sql_undo_obligations_row *o = &rows->p[i];

		code = tally_move(r, (tally_of){o->agency, o->due, o->work, o->in_time},
		                  (tally_of){.agency = o->agency}, e);
	}
	if (code == RC_OK)
		code = sql_undo_items_drop(r->d, (sql_undo_items_drop_in){id}, NULL, e);
	if (code == RC_OK)
		code = sql_undo_collection_drop(r->d, (sql_undo_collection_drop_in){id}, NULL, e);
	if (code == RC_OK)
		code = sql_undo_periodic_drop(r->d, (sql_undo_periodic_drop_in){id}, NULL, e);
	if (code == RC_OK)
		code = sql_undo_obligations_drop(r->d, (sql_undo_obligations_drop_in){id}, NULL, e);
	return code == RC_OK ? propose_again(r, id, e) : code;
}

rc propose_untrack(reg *r, int64_t assignment, err *e)
{
	sql_undo_obligations_rows rows = {0};
	arena a;
	rc code;

	arena_init(&a, NULL, 0);
	code = sql_undo_obligations(r->d, (sql_undo_obligations_in){assignment}, &a, &rows, e);
	if (code == RC_OK)
		code = take_obligations(r, assignment, &rows, e);
	arena_done(&a);
	return code;
}

/* What was followed, while nobody has done anything. */
static rc undo_accept(undoing *x, err *e)
{
	sql_undo_obligations_rows rows = {0};
	rc code = sql_undo_obligations(x->r->d, (sql_undo_obligations_in){x->id}, x->a, &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++)
		if (rows.p[i].touched != 0)
			return err_set(e, RC_INPUT, MSG_STATE_FORBIDS, "work was done");
	return code == RC_OK ? take_obligations(x->r, x->id, &rows, e) : code;
}

/* Dropped, or dropped because it was split: then its parts go, if they still wait. */
static rc undo_drop(undoing *x, err *e)
{
	sql_undo_split_parts_rows parts = {0};
	rc code = x->d.document == DB_NULL
	                  ? RC_OK
	                  : sql_undo_split_parts(x->r->d,
	                                         (sql_undo_split_parts_in){x->d.document, x->id},
	                                         x->a, &parts, e);

	for (uint32_t i = 0; code == RC_OK && i < parts.n; i++) {
		int64_t part = parts.p[i].id;

		if (!slice_eq(parts.p[i].state, S("proposed")))
			return err_set(e, RC_INPUT, MSG_STATE_FORBIDS, "a part was decided");
		if (i == 0)
			code = sql_dependencies_copy(
				x->r->d, (sql_dependencies_copy_in){part, x->id}, NULL, e);
		if (code == RC_OK && i == 0)
			code = sql_dependents_copy(x->r->d, (sql_dependents_copy_in){part, x->id},
			                           NULL, e);
		if (code == RC_OK)
			code = sql_dependencies_drop(x->r->d, (sql_dependencies_drop_in){part},
			                             NULL, e);
		if (code == RC_OK)
			code = sql_undo_state_set(
				x->r->d, (sql_undo_state_set_in){part, S("dropped")}, NULL, e);
		if (code == RC_OK)
			code = event_add(x->r, "drop", "assignment", part, (slice){0}, e);
	}
	return code == RC_OK ? propose_again(x->r, x->id, e) : code;
}

/* Changed, or others became part of it: those wait again. */
static rc undo_change(undoing *x, err *e)
{
	hand_fields before = {0}, now = {0}, all = {0};
	rc code;

	if (!slice_eq(x->d.state, S("proposed")) || !hand_before(x->detail, x->a, &before))
		return err_set(e, RC_INPUT, MSG_NOTHING_TO_UNDO, "not kept");
	code = propose_fields(x->r, x->id, x->a, &now, e);
	for (uint32_t i = 0; code == RC_OK && i < now.n; i++)
		if (hand_get(&before, now.p[i].name).p == NULL)
			hand_put(x->a, &all, now.p[i].name, now.p[i].value);
	for (uint32_t i = 0; code == RC_OK && i < before.n; i++)
		hand_put(x->a, &all, before.p[i].name, before.p[i].value);
	if (code == RC_OK)
		code = propose_put(x->r, x->id, &all, e);
	for (uint32_t i = 0; code == RC_OK && i < before.n; i++) {
		int64_t other = slice_eq(before.p[i].name, S("merged")) ? int_of(before.p[i].value)
		                                                        : DB_NULL;

		if (other == DB_NULL)
			continue;
		code = propose_again(x->r, other, e);
		if (code == RC_OK)
			code = event_add(x->r, "undo", "assignment", other,
			                 S("{\"undone\":\"merge\"}"), e);
	}
	return code;
}

static const struct {
	slice verb, state;
	rc (*undo)(undoing *, err *);
} ways[] = {
	{S("accept"), S("accepted"), undo_accept},
	{S("drop"), S("dropped"), undo_drop},
	{S("change"), S("proposed"), undo_change},
	{S("merge"), S("proposed"), undo_change},
};

static rc undo(undoing *x, err *e)
{
	for (size_t i = 0; i < ARRAY_LEN(ways); i++)
		if (slice_eq(ways[i].verb, x->verb) && slice_eq(ways[i].state, x->d.state)) {
			rc code = ways[i].undo(x, e);

			return code == RC_OK ? event_add(x->r, "undo", "assignment", x->id,
			                                 arena_printf(x->a, "{\"undone\":\"%.*s\"}",
			                                              (int)x->verb.n, x->verb.p),
			                                 e)
			                     : code;
		}
	return err_set(e, RC_INPUT, MSG_NOTHING_TO_UNDO, "no decision");
}

rc propose_undo(reg *r, int64_t id, err *e)
{
	undoing x = {.r = r, .id = id};
	sql_event_newest_row last = {0};
	bool logged = false;
	arena a;
	rc code;

	assert(db_in_write(r->d));
	if (!r->who.all)
		return err_set(e, RC_INPUT, MSG_FORBIDDEN, "the Office alone");
	arena_init(&a, NULL, 0);
	x.a = &a;
	code = sql_undo_assignment(r->d, (sql_undo_assignment_in){id}, &a, &x.d, NULL, e);
	if (code == RC_OK)
		code = sql_event_newest(r->d, (sql_event_newest_in){S("assignment"), id}, &a, &last,
		                        &logged, e);
	x.verb = last.verb;
	x.detail = last.detail;
	if (code == RC_OK)
		code = undo(&x, e);
	arena_done(&a);
	return code;
}
