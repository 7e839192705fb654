/*
 * propose.c - changing, splitting and merging what waits.
 */
#include "register/hand/propose.h"

#include <assert.h>

#include "base/hash.h"
#include "model/vi_format.h"
#include "register/event.h"
#include "register/hand/hand_priv.h"
#include "register/hand/propose_priv.h"
#include "register/hand/propose_undo.h"
#include "register/people/audience.h"
#include "register/people/bodies.h"

enum { WORDS_ROOM = 80, ISO_ROOM = 24 };

typedef sql_assignment_full_row duty;

static rc load_waiting(reg *r, int64_t id, arena *a, duty *ret, err *e)
{
	rc code = sql_assignment_full(r->d, (sql_assignment_full_in){id}, a, ret, NULL, e);

	if (code == RC_OK && !slice_eq(ret->state, S("proposed")))
		return err_set(e, RC_INPUT, MSG_NOT_PROPOSED, "assignment %lld", (long long)id);
	return code;
}

/* --- bodies and limits --- */

static rc put_party(proposing *x, const char *role, uint32_t at, slice code, err *e)
{
	sql_agency_by_code_row agency = {0};
	sql_group_by_code_row group = {0};
	sql_group_members_rows members = {0};
	bool is_agency = false, is_group = false;
	rc done = sql_agency_by_code(x->r->d, (sql_agency_by_code_in){code}, x->a, &agency,
	                             &is_agency, e);

	if (done == RC_OK && !is_agency)
		done = sql_group_by_code(x->r->d, (sql_group_by_code_in){code}, x->a, &group,
		                         &is_group, e);
	if (done == RC_OK && !is_agency && !is_group)
		return err_set(e, RC_INPUT, MSG_AGENCY_UNKNOWN, "no such code");
	if (done == RC_OK && is_group)
		done = bodies_members(x->r, group.id, x->day, x->a, &members, e);
	if (done == RC_OK)
		done = sql_party_put(
			x->r->d,
			(sql_party_put_in){.assignment = x->id,
		                           .role = slice_c(role),
		                           .position = at,
		                           .agency = is_agency ? agency.id : DB_NULL,
		                           .group_id = is_group ? group.id : DB_NULL,
		                           .words = is_agency ? agency.name : group.name,
		                           .at = DB_NULL,
		                           .len = DB_NULL},
			NULL, e);
	if (is_agency)
		*VEC_PUSH(x->a, &members) = (sql_group_members_row){agency.id};
	for (uint32_t i = 0; done == RC_OK && x->document != DB_NULL && i < members.n; i++)
		done = audience_add(x->r, x->document, members.p[i].agency, role, e);
	x->expands += members.n;
	x->all_communes |= group.all_communes;
	return done;
}

rc propose_parties(proposing *x, const char *role, slice codes, err *e)
{
	uint32_t n = 0;
	slice code;
	rc done;

	x->expands = 0;
	x->all_communes = false;
	if (codes.p == NULL)
		return RC_OK;
	done = sql_parties_drop(x->r->d, (sql_parties_drop_in){x->id, slice_c(role)}, NULL, e);
	while (done == RC_OK && slice_next(&codes, ',', &code))
		if (slice_trim(code).n > 0)
			done = put_party(x, role, n++, slice_trim(code), e);
	return done;
}

static slice iso_of(arena *a, int64_t minute)
{
	strbuf b;

	strbuf_over(&b, arena_alloc(a, ISO_ROOM), ISO_ROOM);
	civil_put(&b, civil_of_minutes(minute), minute % CMIN_DAY != CMIN_DAY - 1);
	return strbuf_slice(&b);
}

rc propose_limit(proposing *x, int64_t last, slice *ret_words, err *e)
{
	strbuf b;
	rc code = sql_deadlines_drop(x->r->d, (sql_deadlines_drop_in){x->id}, NULL, e);

	*ret_words = (slice){0};
	if (code != RC_OK || last == DB_NULL)
		return code;
	strbuf_over(&b, arena_alloc(x->a, WORDS_ROOM), WORDS_ROOM);
	vi_last(&b, last, false);
	*ret_words = strbuf_slice(&b);
	return sql_deadline_put(x->r->d,
	                        (sql_deadline_put_in){.assignment = x->id,
	                                              .words = *ret_words,
	                                              .value = iso_of(x->a, last),
	                                              .bound = S("by"),
	                                              .inclusive = 1,
	                                              .last = last,
	                                              .starts = DB_NULL,
	                                              .flags = S(""),
	                                              .at = DB_NULL,
	                                              .len = DB_NULL},
	                        NULL, e);
}

/* --- changing --- */

/* Both sides of it, whole: undo lays the first one back (propose_undo.h). */
static rc log_duty(reg *r, const char *verb, int64_t id, const hand_fields *was, arena *a, err *e)
{
	hand_fields is = {0};
	slice detail;
	rc code = propose_fields(r, id, a, &is, e);

	if (code != RC_OK)
		return code;
	detail = hand_detail(a, was, &is);
	return event_add(r, verb, "assignment", id, detail.n > 0 ? detail : S("{}"), e);
}

static rc change_parties(proposing *x, const duty_in *in, duty *d, err *e)
{
	rc code = propose_parties(x, "lead", in->lead, e);

	if (in->lead.p != NULL) {
		d->expands = x->expands;
		d->all_communes = x->all_communes;
		d->lead_source = S("stated");
	}
	if (code == RC_OK)
		code = propose_parties(x, "with", in->with, e);
	if (code == RC_OK)
		code = propose_parties(x, "recipient", in->receiver, e);
	return code == RC_OK ? propose_parties(x, "watcher", in->watchers, e) : code;
}

static rc change(proposing *x, duty *d, const duty_in *in, err *e)
{
	hand_fields was = {0};
	slice receiver = in->receiver;
	int64_t changed;
	bool track;
	rc code = propose_fields(x->r, x->id, x->a, &was, e);

	if (code == RC_OK)
		code = change_parties(x, in, d, e);

	if (code == RC_OK && (in->last != DB_NULL || in->undated)) {
		d->due = in->undated ? DB_NULL : in->last;
		code = propose_limit(x, d->due, &d->due_text, e);
	}
	if (code != RC_OK)
		return code;
	/* A person has looked: what was doubtful no longer is. */
	track = d->due != DB_NULL || ((d->deliverable.n > 0 || in->deliverable.n > 0) &&
	                              (d->receiver.n > 0 || receiver.n > 0));
	code = sql_proposal_set(x->r->d,
	                        (sql_proposal_set_in){.id = d->id,
	                                              .action = in->action,
	                                              .due = d->due,
	                                              .due_text = d->due_text,
	                                              .deliverable = in->deliverable,
	                                              .receiver = receiver,
	                                              .monitor = in->monitor,
	                                              .assigner = in->assigner,
	                                              .field = in->field,
	                                              .proposed = track ? S("track") : d->proposed,
	                                              .doubt = S(""),
	                                              .lead_source = d->lead_source,
	                                              .expands = d->expands,
	                                              .all_communes = d->all_communes,
	                                              .version = d->version},
	                        &changed, e);
	if (code == RC_OK && changed == 0)
		return err_set(e, RC_INPUT, MSG_CHANGED_MEANWHILE, "assignment %lld",
		               (long long)d->id);
	return code == RC_OK ? log_duty(x->r, "change", x->id, &was, x->a, e) : code;
}

rc propose_change(reg *r, int64_t id, const duty_in *in, err *e)
{
	proposing x = {.r = r, .id = id, .day = (int32_t)(r->minute / CMIN_DAY)};
	arena a;
	duty d;
	rc code = reg_office_only(r, e);

	assert(db_in_write(r->d));
	if (code != RC_OK)
		return code;
	arena_init(&a, NULL, 0);
	x.a = &a;
	code = load_waiting(r, id, &a, &d, e);
	x.document = code == RC_OK ? d.document : DB_NULL;
	if (code == RC_OK)
		code = change(&x, &d, in, e);
	arena_done(&a);
	return code;
}

/* --- splitting and merging --- */

static rc put_part(reg *r, const duty *d, slice action, arena *a, int64_t *ret, err *e)
{
	sql_assignment_put_row row = {0};
	rc code = sql_assignment_put(r->d, (sql_assignment_put_in){hash_public_id(a),
	                                                           d->document,
	                                                           d->reading,
	                                                           d->local,
	                                                           d->position,
	                                                           d->proposed,
	                                                           S("hand"),
	                                                           d->nature,
	                                                           action,
	                                                           d->quote,
	                                                           d->at,
	                                                           d->len,
	                                                           d->lead_source,
	                                                           d->due,
	                                                           d->due_text,
	                                                           d->vague,
	                                                           d->measure,
	                                                           d->deliverable,
	                                                           d->receiver,
	                                                           d->basis,
	                                                           d->basis_kind,
	                                                           S(""),
	                                                           d->flags,
	                                                           d->confidence,
	                                                           d->expands,
	                                                           d->all_communes},
	                             a, &row, NULL, e);

	*ret = row.id;
	if (code == RC_OK)
		code = sql_parties_copy(r->d, (sql_parties_copy_in){d->id, row.id}, NULL, e);
	if (code == RC_OK)
		code = sql_deadlines_copy(r->d, (sql_deadlines_copy_in){d->id, row.id}, NULL, e);
	if (code == RC_OK)
		code = sql_dependencies_copy(r->d, (sql_dependencies_copy_in){d->id, row.id}, NULL,
		                             e);
	if (code == RC_OK)
		code = sql_dependents_copy(r->d, (sql_dependents_copy_in){d->id, row.id}, NULL, e);
	if (code == RC_OK)
		code = sql_split_from_set(r->d, (sql_split_from_set_in){row.id, d->id}, NULL, e);
	return code == RC_OK ? event_add(r, "split", "assignment", row.id,
	                                 arena_printf(a, "{\"from\":%lld}", (long long)d->id), e)
	                     : code;
}

rc propose_split(reg *r, int64_t id, const slice *actions, uint32_t n, int64_t *ret, err *e)
{
	arena a;
	duty d;
	rc code = reg_office_only(r, e);

	assert(db_in_write(r->d));
	if (code == RC_OK && n < 2)
		code = err_set(e, RC_INPUT, MSG_WORDS_NEEDED, "a split into one");
	if (code != RC_OK)
		return code;
	arena_init(&a, NULL, 0);
	code = load_waiting(r, id, &a, &d, e);
	for (uint32_t i = 0; code == RC_OK && i < n; i++)
		code = slice_trim(actions[i]).n > 0
		               ? put_part(r, &d, slice_trim(actions[i]), &a, &ret[i], e)
		               : err_set(e, RC_INPUT, MSG_WORDS_NEEDED, "an empty part");
	if (code == RC_OK)
		code = sql_dependencies_drop(r->d, (sql_dependencies_drop_in){id}, NULL, e);
	if (code == RC_OK)
		code = decide_drop(r, id, e);
	arena_done(&a);
	return code;
}

/* One more becomes part of the first. */
static rc join(reg *r, duty *first, const duty *d, arena *a, err *e)
{
	const int64_t from = d->id, to = first->id;
	rc code = sql_parties_join(r->d, (sql_parties_join_in){from, to}, NULL, e);

	if (code == RC_OK)
		code = sql_deadlines_join(r->d, (sql_deadlines_join_in){from, to}, NULL, e);
	if (code == RC_OK)
		code = sql_dependencies_copy(r->d, (sql_dependencies_copy_in){from, to}, NULL, e);
	if (code == RC_OK)
		code = sql_dependents_copy(r->d, (sql_dependents_copy_in){from, to}, NULL, e);
	if (code == RC_OK)
		code = sql_dependencies_drop(r->d, (sql_dependencies_drop_in){from}, NULL, e);
	if (code == RC_OK)
		code = decide_drop(r, from, e);
	if (code == RC_OK)
		code = event_add(r, "merge", "assignment", from,
		                 arena_printf(a, "{\"into\":%lld}", (long long)to), e);
	if (d->due != DB_NULL && (first->due == DB_NULL || d->due < first->due)) {
		first->due = d->due;
		first->due_text = d->due_text;
	}
	if (slice_eq(d->proposed, S("track")))
		first->proposed = d->proposed;
	return code;
}

static slice joined(arena *a, slice x, slice y)
{
	size_t n = x.n + y.n + 2;
	strbuf b;

	strbuf_over(&b, arena_alloc(a, n), n);
	strbuf_put(&b, x);
	strbuf_put(&b, S("; "));
	strbuf_put(&b, y);
	return strbuf_slice(&b);
}

/* The first as it is, which others go into it, and what all of them depend on. */
static rc keep_merged(reg *r, const int64_t *ids, uint32_t n, arena *a, hand_fields *ret, err *e)
{
	rc code = propose_fields(r, ids[0], a, ret, e);

	for (uint32_t i = 1; code == RC_OK && i < n; i++) {
		hand_fields other = {0};

		hand_put(a, ret, S("merged"), arena_printf(a, "%lld", (long long)ids[i]));
		code = propose_fields(r, ids[i], a, &other, e);
		for (uint32_t k = 0; code == RC_OK && k < other.n; k++)
			if (slice_eq(other.p[k].name, S("dependency")))
				hand_put(a, ret, other.p[k].name, other.p[k].value);
	}
	return code;
}

static rc merge(reg *r, const int64_t *ids, uint32_t n, arena *a, err *e)
{
	hand_fields was = {0};
	duty first, d;
	rc code = load_waiting(r, ids[0], a, &first, e);

	if (code == RC_OK)
		code = keep_merged(r, ids, n, a, &was, e);
	for (uint32_t i = 1; code == RC_OK && i < n; i++) {
		code = load_waiting(r, ids[i], a, &d, e);
		if (code == RC_OK && (d.document != first.document || d.id == first.id))
			code = err_set(e, RC_INPUT, MSG_NOT_TOGETHER, "assignment %lld",
			               (long long)d.id);
		if (code == RC_OK)
			code = join(r, &first, &d, a, e);
		if (code == RC_OK)
			first.action = joined(a, first.action, d.action);
	}
	if (code == RC_OK)
		code = sql_proposal_set(r->d,
		                        (sql_proposal_set_in){.id = first.id,
		                                              .action = first.action,
		                                              .due = first.due,
		                                              .due_text = first.due_text,
		                                              .proposed = first.proposed,
		                                              .doubt = S(""),
		                                              .expands = first.expands,
		                                              .all_communes = first.all_communes,
		                                              .version = first.version},
		                        NULL, e);
	if (code == RC_OK)
		code = log_duty(r, "merge", first.id, &was, a, e);
	return code;
}

rc propose_merge(reg *r, const int64_t *ids, uint32_t n, err *e)
{
	arena a;
	rc code = reg_office_only(r, e);

	assert(db_in_write(r->d));
	if (code == RC_OK && n < 2)
		code = err_set(e, RC_INPUT, MSG_NOT_TOGETHER, "one alone");
	if (code != RC_OK)
		return code;
	arena_init(&a, NULL, 0);
	code = merge(r, ids, n, &a, e);
	arena_done(&a);
	return code;
}

rc propose_meeting(reg *r, int64_t meeting, bool accept, err *e)
{
	int64_t changed = 0;
	rc code = reg_office_only(r, e);

	assert(db_in_write(r->d));
	if (code == RC_OK)
		code = sql_meeting_state_set(
			r->d,
			(sql_meeting_state_set_in){meeting, accept ? S("accepted") : S("dropped")},
			&changed, e);
	if (code == RC_OK && changed == 0)
		return err_set(e, RC_INPUT, MSG_NOT_PROPOSED, "meeting %lld", (long long)meeting);
	return code == RC_OK
	               ? event_add(r, accept ? "accept" : "drop", "meeting", meeting, (slice){0}, e)
	               : code;
}
