/*
 * table_duties.c - the duties of a table: a row, or a part of one with its own limit, each.
 *
 * Rows of a heading, of column numbers and of sections order nothing.
 */
#include "reading/facts/duties/walk_priv.h"

#include "reading/facts/tables/table_row.h"
#include "reading/facts/text/phrase.h"
#include "reading/facts/text/within.h"

const char table_rule[] = "table";

/* What a row's other cells add to each of its duties. */
typedef struct extras {
	indexes before, after; /* limits that stand before the work, and behind it */
	indexes basis;
	deliverables products;
	actors with;
} extras;

static void gather_limits(const tabling *t, const row *r, int32_t column, extras *x)
{
	const reading *rd = t->s->r;
	uint32_t k, end;
	span at;

	if (!row_cell(t, r, column, &k, &end))
		return;
	at = block_at(t, k)->at;
	at.len = span_end(block_at(t, end - 1)->at) - at.at;
	for (uint32_t i = dates_from(t->s, at.at); i < rd->dates.n; i++) {
		indexes *into = k < r->content ? &x->before : &x->after;

		if (rd->dates.p[i].at.at >= span_end(at) || into->n >= TABLE_GIVEN_MAX)
			break;
		if (rd->dates.p[i].role == ROLE_DEADLINE)
			*VEC_PUSH(t->s->a, into) = i;
	}
}

static void gather_basis(const tabling *t, const row *r, extras *x)
{
	const reading *rd = t->s->r;

	for (uint32_t k = r->from; k < r->end; k++) {
		const block *b = block_at(t, k);

		if (b->column < 0 || b->column >= TABLE_COLUMNS_MAX ||
		    (k >= r->content && k < r->content_end) ||
		    (t->head.of[b->column] != COLUMN_BASIS &&
		     t->head.of[b->column] != COLUMN_OTHER))
			continue;
		for (uint32_t i = citations_from(t->s, b->at.at); i < rd->citations.n; i++) {
			if (rd->citations.p[i].at.at >= span_end(b->at) ||
			    x->basis.n >= TABLE_GIVEN_MAX)
				break;
			*VEC_PUSH(t->s->a, &x->basis) = i;
		}
	}
}

static void gather_products(const tabling *t, const row *r, extras *x)
{
	uint32_t k, end;

	if (!row_cell(t, r, t->head.at[COLUMN_PRODUCT], &k, &end))
		return;
	for (; k < end && x->products.n < TABLE_GIVEN_MAX; k++) {
		const block *b = block_at(t, k);
		deliverable *p;

		if (row_words(t, k, k + 1) == 0 || says_ditto(t->s, b))
			continue;
		p = VEC_PUSH(t->s->a, &x->products);
		p->at = b->at;
		p->text = slice_at(t->s->r->text, b->at);
		p->form = FORM_WRITING;
		p->copies = -1;
	}
}

static extras row_extras(tabling *t, const row *r)
{
	extras x = {0};
	const int32_t *at = t->head.at;

	gather_limits(t, r, at[COLUMN_LIMIT] >= 0 ? at[COLUMN_LIMIT] : at[COLUMN_WHEN], &x);
	gather_basis(t, r, &x);
	gather_products(t, r, &x);
	row_bodies(t, r, at[COLUMN_WITH], &x.with, &x.with);
	return x;
}

static void add_indexes(const scan *s, indexes *to, const indexes *more)
{
	for (uint32_t i = 0; i < more->n; i++)
		*VEC_PUSH(s->a, to) = more->p[i];
}

/* The other cells' words, and what follows from them. */
static void add_extras(const tabling *t, const extras *x, assignment *a)
{
	scan *s = t->s;
	indexes own = a->deadlines;

	if (x->before.n != 0 || x->after.n != 0) {
		a->deadlines = (indexes){0};
		add_indexes(s, &a->deadlines, &x->before);
		add_indexes(s, &a->deadlines, &own);
		add_indexes(s, &a->deadlines, &x->after);
	}
	add_indexes(s, &a->basis, &x->basis);
	for (uint32_t i = 0; i < x->products.n; i++)
		*VEC_PUSH(s->a, &a->deliverables) = x->products.p[i];
	for (uint32_t i = 0; i < a->deadlines.n; i++)
		if (s->r->dates.p[a->deadlines.p[i]].flags & DF_CONTRADICTORY_BOUND)
			a->flags |= AF_DEADLINE_CONFLICT;
	a->track = a->nature != NATURE_PROHIBITION &&
	           (a->deadlines.n != 0 || (a->deliverables.n != 0 && a->recipients.n != 0));
	if (a->deadlines.n != 0 && a->recipients.n == 0)
		a->flags |= AF_RECEIVER_MISSING;
}

/* Past what only joins the parts of a cell: "đồng thời", "-", "và". */
static uint32_t skip_joint(const scan *s, uint32_t i, uint32_t end)
{
	while (i < end) {
		if (scan_is(s, i, W_DONG_5) && scan_is(s, i + 1, W_THOI))
			i += 2;
		else if (scan_tok(s, i)->kind == TOK_END || scan_is(s, i, W_VA) ||
		         (scan_tok(s, i)->kind == TOK_PUNCT && !scan_mark(s, i, '"') &&
		          !scan_mark(s, i, '(')))
			i++;
		else
			break;
	}
	return i;
}

static void add_duty(tabling *t, uint32_t from, uint32_t to, const actors *lead, lead_source source,
                     const extras *x)
{
	static const govern nobody = {0};
	scan *s = t->s;
	duty d = {.to = to, .lead = *lead, .source = source, .rule = table_rule};
	actors own = {0};
	assignment *a;

	while (to > from && scan_tok(s, to - 1)->kind == TOK_END)
		d.to = --to;
	d.from = skip_joint(s, from, to);
	if (d.from >= to)
		return;
	d.act = coordination_read(s, d.from, to, &d);
	if (d.act >= to)
		d.act = d.from;
	/* Shared by the duties of the row, so full: who adds to one copies it first. */
	own = d.with;
	d.with = x->with;
	d.with.cap = d.with.n;
	d.lead.cap = d.lead.n;
	for (uint32_t i = 0; i < own.n; i++)
		*VEC_PUSH(s->a, &d.with) = own.p[i];
	a = VEC_PUSH(s->a, &s->r->assignments);
	details_fill(s, &d, &nobody, a);
	add_extras(t, x, a);
}

static bool has_limit(const scan *s, uint32_t i, uint32_t j)
{
	return i < j && limit_within(s, tokens_span(&s->tk, i, j)) >= 0;
}

/* The token after the part of a sentence that begins at i: at a ';', else at its end. */
static uint32_t part_end(const scan *s, uint32_t i, uint32_t stop)
{
	uint32_t depth = 0;

	for (; i < stop; i++) {
		if (scan_mark(s, i, '('))
			depth++;
		else if (scan_mark(s, i, ')') && depth > 0)
			depth--;
		else if (depth == 0 && scan_mark(s, i, ';'))
			return i + 1;
	}
	return stop;
}

/* Does the part that begins at i order something of its own? "báo cáo trước ngày"
 * belongs to what it reports on. */
static bool orders_anew(const scan *s, uint32_t i, uint32_t end)
{
	i = skip_joint(s, i, end);
	return i < end && cue_at(s, i, NULL) != CUE_REPORT && cue_at(s, i, NULL) != CUE_CLOSING;
}

/* One cell: a duty, or as many as have limits of their own; where bodies stand in
 * front of the work, each of its numbered paragraphs. */
static void cell_duties(tabling *t, const row *r, const actors *lead, lead_source source,
                        const extras *x)
{
	const scan *s = t->s;
	uint32_t from = block_at(t, r->content)->tok, upto = from;
	bool each = lead_column(t) >= 0 && lead_column(t) < block_at(t, r->content)->column;
	bool limited = false; /* [from, upto) has a limit */

	for (uint32_t k = r->content; k < r->content_end; k++) {
		const block *b = block_at(t, k);
		uint32_t end = b->tok + b->ntok;

		if (each && b->marker.len != 0 && upto > from && row_words(t, k, k + 1) > 1) {
			add_duty(t, from, upto, lead, source, x);
			from = b->tok;
			limited = false;
		}
		for (uint32_t i = b->tok, stop, sentence = i; i < end; i = stop) {
			bool own;

			if (i >= sentence)
				sentence = sentence_end(s, i, end);
			stop = part_end(s, i, sentence);
			own = has_limit(s, i, stop);
			if (own && limited && orders_anew(s, i, stop)) {
				add_duty(t, from, i, lead, source, x);
				from = i;
			}
			limited |= own;
			upto = stop;
		}
	}
	if (upto > from)
		add_duty(t, from, upto, lead, source, x);
}

/* Hours in the column of time: what is said at that hour, not what is due. */
static bool is_hour(const tabling *t, const row *r)
{
	const reading *rd = t->s->r;
	uint32_t k, end;

	if (!row_cell(t, r, t->head.at[COLUMN_WHEN], &k, &end))
		return false;
	for (uint32_t i = dates_from(t->s, block_at(t, k)->at.at); i < rd->dates.n; i++) {
		const datex *d = &rd->dates.p[i];

		if (d->at.at >= span_end(block_at(t, end - 1)->at))
			break;
		if (d->kind == DATE_TIME || (d->kind == DATE_INSTANT && d->role != ROLE_DEADLINE))
			return true;
	}
	return false;
}

/* The heading again, at the top of another page. */
static bool repeats_heading(const tabling *t, const row *r)
{
	const scan *s = t->s;
	uint32_t k, end;

	if (!row_cell(t, r, t->head.at[COLUMN_ORDINAL], &k, &end))
		return false;
	k = block_at(t, k)->tok;
	return says(s, k, S("tt")) != 0 || says(s, k, S("stt")) != 0;
}

static void row_duties(tabling *t, const row *r)
{
	const block *heading = row_section(t, r);
	actors lead = {0};
	extras x;
	lead_source source;

	if (heading != NULL) {
		section_enter(t, r, heading);
		return;
	}
	if (r->content_end == 0 || is_hour(t, r) || repeats_heading(t, r))
		return;
	x = row_extras(t, r);
	source = row_lead(t, r, &lead, &x.with);
	if (lead.n == 0 && (lead_column(t) < 0 || (x.before.n == 0 && x.after.n == 0)))
		return;
	cell_duties(t, r, &lead, source, &x);
}

uint32_t table_duties(scan *s, uint32_t k, const govern *above)
{
	const blocks *bs = &s->r->blocks;
	const int32_t table = bs->p[k].table;
	tabling t = {.s = s, .above = above};

	(void)table_head_read(s, k, &t.head);
	while (k < bs->n && bs->p[k].table == table) {
		row r = row_read(&t, k);

		if (t.head.duties && bs->p[k].row > t.head.row)
			row_duties(&t, &r);
		k = r.end;
	}
	return k;
}
