/*
 * sheet_duty.c - a row of a list of duties: an assignment with its bodies and limits.
 *
 * How far it is, the sheet says in a word. What is done there was done before this register
 * began: whether in time nobody wrote, so it is kept and in no count.
 */
#include "base/hash.h"
#include "register/duty/obligation.h"
#include "register/entry/decide.h"
#include "register/hand/sheet_priv.h"
#include "register/people/bodies.h"

static rc put_parties(sheet_entering *x, int64_t duty, const sheet_value *v, const char *role,
                      err *e)
{
	rc code = RC_OK;

	for (uint32_t i = 0; code == RC_OK && v != NULL && i < v->bodies.n; i++) {
		const actor *b = &v->bodies.p[i];
		int64_t agency = DB_NULL, group = DB_NULL;
		bool all;

		if (b->agency.n > 0)
			code = bodies_agency(x->r, b->agency, &agency, e);
		else if (b->group.n > 0)
			code = bodies_group(x->r, b->group, &group, &all, e);
		if (code == RC_OK)
			code = sql_party_put(x->r->d,
			                     (sql_party_put_in){.assignment = duty,
			                                        .role = slice_c(role),
			                                        .position = i,
			                                        .agency = agency,
			                                        .group_id = group,
			                                        .words = b->text,
			                                        .post = b->post,
			                                        .person = b->name,
			                                        .at = DB_NULL,
			                                        .len = DB_NULL},
			                     NULL, e);
	}
	return code;
}

static rc put_limits(sheet_entering *x, int64_t duty, const sheet_value *v, err *e)
{
	rc code = RC_OK;

	for (uint32_t i = 0; code == RC_OK && v != NULL && i < v->dates.n; i++) {
		const datex *d = &x->read->dates.p[v->dates.p[i]];

		if (d->last == CMIN_NONE)
			continue;
		code = sql_deadline_put(
			x->r->d,
			(sql_deadline_put_in){.assignment = duty,
		                              .position = i,
		                              .words = slice_at(x->read->text, d->at),
		                              .value = d->value,
		                              .inclusive = d->inclusive < 0 ? DB_NULL
		                                                            : d->inclusive,
		                              .last = d->last,
		                              .starts = DB_NULL,
		                              .flags = S(""),
		                              .at = DB_NULL,
		                              .len = DB_NULL},
			NULL, e);
	}
	return code;
}

/* Number and date of what ordered it, as the sheet has them. */
static slice basis_of(sheet_entering *x, const sheet_row *row)
{
	const sheet_value *v = sheet_value_of(row, FIELD_BASIS);

	if (v == NULL)
		return x->sheet->name;
	return v->text.n > 0 ? slice_trim(v->text) : v->value;
}

static rc put_duty(sheet_entering *x, const sheet_row *row, int64_t *ret, err *e)
{
	const sheet_value *due = sheet_value_of(row, FIELD_DUE);
	const sheet_value *lead = sheet_value_of(row, FIELD_LEAD);
	slice content = sheet_text_of(row, FIELD_CONTENT);
	sql_assignment_put_row put;
	rc code = sql_assignment_put(
		x->r->d,
		(sql_assignment_put_in){
			.pub = hash_public_id(x->a),
			.document = DB_NULL,
			.reading = DB_NULL,
			.position = row->row,
			.proposed = S("track"),
			.origin = S("sheet"),
			.nature = S("task"),
			.action = content,
			.quote = content,
			.at = DB_NULL,
			.len = DB_NULL,
			.lead_source = lead != NULL && lead->inherited ? S("heading") : S("stated"),
			.due = sheet_last(x, due),
			.due_text = due != NULL ? slice_or_null(slice_trim(due->text)) : (slice){0},
			.deliverable = slice_or_null(sheet_text_of(row, FIELD_PRODUCT)),
			.basis = slice_or_null(basis_of(x, row)),
			.basis_kind = S("document"),
			.doubt = S(""),
			.flags = S(""),
			.confidence = 100,
			.expands = lead != NULL ? lead->bodies.n : 0,
		},
		x->a, &put, NULL, e);

	if (code == RC_OK)
		*ret = put.id;
	return code;
}

/* Those of its obligations move on to the state that the sheet has for it. */
static rc set_state(sheet_entering *x, int64_t duty, slice state, err *e)
{
	sql_sheet_obligations_rows rows;
	rc code = sql_sheet_obligations(x->r->d, (sql_sheet_obligations_in){duty}, x->a, &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		obligation from, to;

		code = obligation_load(x->r, rows.p[i].id, x->a, &from, e);
		to = from;
		to.work = state;
		if (code == RC_OK)
			code = obligation_change(x->r, &from, &to, "sheet", (slice){0}, e);
	}
	return code;
}

rc sheet_enter_duty(sheet_entering *x, const sheet_row *row, const char **ret_noun, int64_t *ret_id,
                    err *e)
{
	const sheet_value *state = sheet_value_of(row, FIELD_STATE);
	slice word = state != NULL ? state->value : (slice){0};
	enum work work = work_of(word);
	bool over = work == WORK_CONFIRMED || work == WORK_STOPPED ||
	            slice_eq(word, S("cancelled"));
	rc code = put_duty(x, row, ret_id, e);

	*ret_noun = "assignment";
	if (code == RC_OK)
		code = put_parties(x, *ret_id, sheet_value_of(row, FIELD_LEAD), "lead", e);
	if (code == RC_OK)
		code = put_parties(x, *ret_id, sheet_value_of(row, FIELD_WITH), "with", e);
	if (code == RC_OK)
		code = put_limits(x, *ret_id, sheet_value_of(row, FIELD_DUE), e);
	if (code == RC_OK)
		code = decide_accept(x->r, *ret_id, over ? DISPOSAL_KEEP : DISPOSAL_TRACK, e);
	x->ret->kept += over;
	if (code == RC_OK && (work == WORK_RECEIVED || work == WORK_IN_PROGRESS))
		code = set_state(x, *ret_id, work_word(work), e);
	return code;
}
