/*
 * enter_duty.c - assignments as proposals: with their words, parties, limits, and what a
 * person should look at first.
 *
 * The proposal for each is the office's own rule (SEEDS §1 "What an office follows"): one
 * with a date, or with something to hand to somebody, is to be tracked; exhortations and
 * prohibitions are standing work; what has nobody to do it is only kept.
 */
#include "base/hash.h"
#include "base/strbuf.h"
#include "register/entry/enter_priv.h"
#include "register/people/bodies.h"

enum { SURE = 80, FLAGS_ROOM = 256 };

static slice proposal_of(const assignment *d)
{
	if (d->track)
		return S("track");
	return d->lead.n > 0 ? S("standing") : S("keep");
}

static void add_word(strbuf *b, slice word)
{
	if (b->n > 0)
		strbuf_putc(b, ' ');
	strbuf_put(b, word);
}

static slice flags_of(entering *x, const assignment *d)
{
	strbuf b;

	strbuf_over(&b, arena_alloc(x->a, FLAGS_ROOM), FLAGS_ROOM);
	for (int i = 0; i < AF_FLAG_COUNT; i++)
		if (d->flags >> i & 1)
			add_word(&b, slice_c(assignment_flag_word(i)));
	return strbuf_slice(&b);
}

/* Why a person should look at it before it counts; empty when it is sure. */
static slice doubt_of(entering *x, const assignment *d)
{
	bool unknown = false;
	strbuf b;

	strbuf_over(&b, arena_alloc(x->a, FLAGS_ROOM), FLAGS_ROOM);
	for (uint32_t i = 0; i < d->lead.n; i++)
		unknown |= d->lead.p[i].elsewhere ||
		           (d->lead.p[i].agency.n == 0 && d->lead.p[i].group.n == 0);
	if (d->lead.n == 0)
		add_word(&b, S("lead-missing"));
	if (unknown)
		add_word(&b, S("lead-unknown"));
	if (d->flags & AF_DEADLINE_CONFLICT)
		add_word(&b, S("deadline-conflict"));
	if (d->flags & AF_DEADLINE_SCOPE)
		add_word(&b, S("deadline-scope"));
	if (d->flags & AF_DUPLICATE)
		add_word(&b, S("duplicate"));
	if (d->deadlines.n > 1)
		add_word(&b, S("deadlines-many"));
	if (d->confidence * 100 < SURE)
		add_word(&b, S("unsure"));
	return strbuf_slice(&b);
}

/* What the first of a list says, or all joined with "; ". */
static slice texts_of(entering *x, const actors *list)
{
	size_t room = 1;
	strbuf b;

	for (uint32_t i = 0; i < list->n; i++)
		room += list->p[i].text.n + 2;
	if (list->n == 0)
		return (slice){0};
	strbuf_over(&b, arena_alloc(x->a, room), room);
	for (uint32_t i = 0; i < list->n; i++) {
		if (i > 0)
			strbuf_put(&b, S("; "));
		strbuf_put(&b, list->p[i].text);
	}
	return strbuf_slice(&b);
}

/* What is put in of all duties of a document, some rows at a time. */
typedef struct duty_rows {
	int64_t *ids;
	VEC(sql_party_put_in) parties;
	VEC(sql_deadline_put_in) deadlines;
} duty_rows;

static rc add_parties(entering *x, duty_rows *to, int64_t row, const actors *list, const char *role,
                      err *e)
{
	rc code = RC_OK;

	for (uint32_t i = 0; code == RC_OK && i < list->n; i++) {
		const actor *p = &list->p[i];
		named n;

		code = enter_named(x, p, &n, e);
		if (code == RC_OK)
			*VEC_PUSH(x->a, &to->parties) = (sql_party_put_in){
				row,     slice_c(role), i,       n.agency, n.group,
				p->text, p->post,       p->name, p->at.at, p->at.len};
		if (code == RC_OK)
			code = enter_audience(x, p, role, e);
	}
	return code;
}

/* The last minute of a limit. "Tại Hội nghị": the minute at which it begins. */
static int64_t last_of(const datex *d)
{
	if (d->last != CMIN_NONE)
		return d->last;
	return d->role == ROLE_MEETING ? enter_minute(d->value) : DB_NULL;
}

static void add_deadline(entering *x, duty_rows *to, int64_t row, uint32_t position, uint32_t date)
{
	const datex *d = &x->read->dates.p[date];
	strbuf b;

	strbuf_over(&b, arena_alloc(x->a, FLAGS_ROOM), FLAGS_ROOM);
	for (int i = 0; i < DF_FLAG_COUNT; i++)
		if (d->flags >> i & 1)
			add_word(&b, slice_c(date_flag_word(i)));
	*VEC_PUSH(x->a, &to->deadlines) = (sql_deadline_put_in){
		.assignment = row,
		.position = position,
		.local = arena_printf(x->a, "d%u", date + 1),
		.words = slice_at(x->read->text, d->at),
		.value = d->value,
		.bound = slice_c(bound_word(d->bound)),
		.inclusive = d->inclusive < 0 ? DB_NULL : d->inclusive,
		.last = last_of(d),
		.starts = d->bound == BOUND_FROM && d->last == CMIN_NONE ? enter_minute(d->value)
	                                                                 : DB_NULL,
		.implied = d->role == ROLE_MEETING,
		.flags = strbuf_slice(&b),
		.at = d->at.at,
		.len = d->at.len};
}

/* The earliest limit: what lists show. */
static int64_t first_due(entering *x, const assignment *d, slice *ret_words)
{
	int64_t due = DB_NULL;

	*ret_words = (slice){0};
	for (uint32_t i = 0; i < d->deadlines.n; i++) {
		const datex *t = &x->read->dates.p[d->deadlines.p[i]];
		int64_t last = last_of(t);

		if (i == 0)
			*ret_words = slice_at(x->read->text, t->at);
		if (last != DB_NULL && (due == DB_NULL || last < due)) {
			due = last;
			*ret_words = slice_at(x->read->text, t->at);
		}
	}
	return due;
}

/* Whom its own words name: how many, and whether all communes are among them. An
 * opening sentence that governs a whole document names nobody for this duty. */
static rc expansion_of(entering *x, const assignment *d, int64_t *ret_n, bool *ret_communes, err *e)
{
	rc code = RC_OK;

	*ret_n = 0;
	*ret_communes = false;
	if (d->lead_source == LEAD_OPENING || d->nature == NATURE_PROHIBITION)
		return RC_OK;
	for (uint32_t i = 0; code == RC_OK && i < d->lead.n; i++) {
		sql_group_members_rows members = {0};
		named n;

		code = enter_named(x, &d->lead.p[i], &n, e);
		if (code == RC_OK && n.group != DB_NULL)
			code = bodies_members(x->r, n.group, x->day, x->a, &members, e);
		*ret_n += n.agency != DB_NULL ? 1 : members.n;
		*ret_communes |= n.all_communes;
	}
	return code;
}

static rc fill_assignment(entering *x, uint32_t at, slice pub, sql_assignment_put_in *ret, err *e)
{
	const assignment *d = &x->read->assignments.p[at];

	*ret = (sql_assignment_put_in){
		.pub = pub,
		.document = x->document,
		.reading = x->reading,
		.local = arena_printf(x->a, "a%u", at + 1),
		.position = at,
		.proposed = proposal_of(d),
		.origin = S("read"),
		.nature = slice_c(nature_word(d->nature)),
		.action = d->action_text,
		.quote = slice_at(x->read->text, d->at),
		.at = d->at.at,
		.len = d->at.len,
		.lead_source = slice_c(lead_source_word(d->lead_source)),
		.vague = d->vague,
		.measure = d->measure,
		.receiver = texts_of(x, &d->recipients),
		.basis_kind = S("document"),
		.doubt = doubt_of(x, d),
		.flags = flags_of(x, d),
		.confidence = (int64_t)(d->confidence * 100 + 0.5f),
	};
	ret->due = first_due(x, d, &ret->due_text);
	if (d->deliverables.n > 0)
		ret->deliverable = d->deliverables.p[0].text;
	return expansion_of(x, d, &ret->expands, &ret->all_communes, e);
}

static rc put_assignments(entering *x, int64_t *ret_ids, err *e)
{
	uint32_t n = x->read->assignments.n;
	sql_assignment_put_in *rows = arena_array(x->a, sql_assignment_put_in, n);
	slice *pubs = hash_public_ids(x->a, n);
	rc code = RC_OK;

	for (uint32_t i = 0; code == RC_OK && i < n; i++)
		code = fill_assignment(x, i, pubs[i], &rows[i], e);
	return code == RC_OK ? sql_assignment_put_rows(x->r->d, rows, n, ret_ids, e) : code;
}

static rc add_duty(entering *x, duty_rows *to, uint32_t at, err *e)
{
	const assignment *d = &x->read->assignments.p[at];
	const struct {
		const actors *list;
		const char *role;
	} parties[] = {
		{&d->lead, "lead"},
		{&d->with, "with"},
		{&d->watchers, "watcher"},
		{&d->recipients, "recipient"},
	};
	rc code = RC_OK;

	for (size_t i = 0; code == RC_OK && i < ARRAY_LEN(parties); i++)
		code = add_parties(x, to, to->ids[at], parties[i].list, parties[i].role, e);
	for (uint32_t i = 0; i < d->deadlines.n; i++)
		add_deadline(x, to, to->ids[at], i, d->deadlines.p[i]);
	return code;
}

static rc put_dependencies(entering *x, const int64_t *ids, err *e)
{
	const reading *r = x->read;
	rc code = RC_OK;

	for (uint32_t i = 0; code == RC_OK && i < r->assignments.n; i++) {
		const assignment *d = &r->assignments.p[i];

		for (uint32_t k = 0; code == RC_OK && k < d->depends_on.n; k++) {

			code = sql_dependency_put(
				x->r->d, (sql_dependency_put_in){ids[i], ids[d->depends_on.p[k]]},
				NULL, e);
		}
	}
	return code;
}

rc enter_assignments(entering *x, err *e)
{
	uint32_t n = x->read->assignments.n;
	duty_rows to = {.ids = arena_array(x->a, int64_t, n + 1)};
	rc code = put_assignments(x, to.ids, e);

	for (uint32_t i = 0; code == RC_OK && i < n; i++)
		code = add_duty(x, &to, i, e);
	if (code == RC_OK)
		code = sql_party_put_rows(x->r->d, to.parties.p, to.parties.n, NULL, e);
	if (code == RC_OK)
		code = sql_deadline_put_rows(x->r->d, to.deadlines.p, to.deadlines.n, NULL, e);
	if (code == RC_OK)
		code = put_dependencies(x, to.ids, e);
	x->ret->assignments = n;
	return code;
}
