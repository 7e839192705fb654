/*
 * table.c - the duties of a table: a row, or a part of one with its own limit, each.
 *
 * A cell stands for itself: who leads is read from the column that says so, else
 * from the row above that heads a section; a blank is not filled from a neighbour,
 * save where the row only goes on (no number of its own, or a sub-number). Rows of
 * a heading, of column numbers and of sections order nothing.
 */
#include "reading/facts/table.h"

#include "reading/facts/phrase.h"
#include "reading/facts/within.h"

enum {
	BODY_TOKENS_MAX = 80, /* a longer cell of bodies is running text */
	EACH_MAX = 64,        /* bodies, limits, citations that a row hands on, at most */
};

const char table_rule[] = "table";

/* What the first cell of a row says of its place. */
enum ordinal {
	ORDINAL_NONE,  /* blank, or a bullet: the row above goes on */
	ORDINAL_NUMBER,
	ORDINAL_SUB,   /* 1.1, a) */
	ORDINAL_PART,  /* I, A */
	ORDINAL_WORDS, /* no number: words */
};

typedef struct row {
	uint32_t from, end;  /* blocks */
	enum ordinal ordinal;
	uint32_t filled;     /* cells with words, the ordinal not counted */
	uint32_t content, content_end; /* blocks of the cell of the work; equal: none */
} row;

typedef struct tabling {
	scan *s;
	table_head head;
	const govern *above;
	actors section, last; /* who governs the section; who led the row before */
	bool in_section;
} tabling;

static const block *block_at(const tabling *t, uint32_t k)
{
	return &t->s->r->blocks.p[k];
}

/* The blocks [*ret, *ret_end) of the row's cell in a column; false when it is blank. */
static bool cell_of(const tabling *t, const row *r, int32_t column, uint32_t *ret,
                    uint32_t *ret_end)
{
	uint32_t k = r->from;

	if (column < 0)
		return false;
	while (k < r->end && block_at(t, k)->column != column)
		k++;
	*ret = k;
	while (k < r->end && block_at(t, k)->column == column)
		k++;
	*ret_end = k;
	return k > *ret;
}

/* Words in a cell; "…" and "-" are none. */
static uint32_t words_in(const tabling *t, uint32_t k, uint32_t end)
{
	uint32_t n = 0;

	for (; k < end; k++) {
		const block *b = block_at(t, k);

		for (uint32_t i = b->tok; i < b->tok + b->ntok && n < 3; i++)
			n += scan_tok(t->s, i)->kind == TOK_WORD;
	}
	return n;
}

static enum ordinal ordinal_of(const tabling *t, const block *b)
{
	const scan *s = t->s;
	const token *first = scan_tok(s, b->tok);

	switch (b->marker_class) {
	case MARKER_ROMAN:
		return ORDINAL_PART;
	case MARKER_ARABIC:
		return ORDINAL_NUMBER;
	case MARKER_SECTION:
	case MARKER_LETTER:
	case MARKER_PAREN: {
		slice m = slice_at(s->r->text, b->marker);

		return m.p[0] >= 'A' && m.p[0] <= 'Z' ? ORDINAL_PART : ORDINAL_SUB;
	}
	case MARKER_BULLET:
		return ORDINAL_NONE;
	default:
		break;
	}
	if (b->ntok == 0)
		return ORDINAL_NONE;
	if (first->kind == TOK_NUM)
		return scan_tok(s, b->tok + 1)->kind == TOK_NUM || b->ntok > 2 ? ORDINAL_SUB
		                                                              : ORDINAL_NUMBER;
	if (first->kind == TOK_WORD && b->ntok <= 2 && (first->flags & TF_UPPER) &&
	    (first->len == 1 || (first->flags & TF_ROMAN)))
		return ORDINAL_PART;
	if (first->kind == TOK_WORD && first->len == 1 && b->ntok <= 2)
		return ORDINAL_SUB;
	return first->kind == TOK_WORD ? ORDINAL_WORDS : ORDINAL_NONE;
}

/* Of two columns of content the one that orders. */
static void choose_content(const tabling *t, row *r)
{
	uint32_t k, end;

	r->content = r->content_end = 0;
	if (cell_of(t, r, t->head.at[COLUMN_CONTENT], &k, &end) && words_in(t, k, end) > 1) {
		r->content = k;
		r->content_end = end;
	}
	if (cell_of(t, r, t->head.second, &k, &end) && words_in(t, k, end) > 1 &&
	    (r->content_end == 0 || cue_at(t->s, block_at(t, k)->tok, NULL) == CUE_VERB)) {
		r->content = k;
		r->content_end = end;
	}
}

static row read_row(const tabling *t, uint32_t k)
{
	const blocks *bs = &t->s->r->blocks;
	row r = {.from = k, .end = k};
	int32_t table = bs->p[k].table, number = bs->p[k].row, column = -1;
	uint32_t i, end;

	while (r.end < bs->n && bs->p[r.end].table == table && bs->p[r.end].row == number) {
		const block *b = &bs->p[r.end++];

		if (b->column != column && b->column != t->head.at[COLUMN_ORDINAL] && b->ntok != 0)
			r.filled++;
		column = b->column;
	}
	choose_content(t, &r);
	if (cell_of(t, &r, t->head.at[COLUMN_ORDINAL], &i, &end))
		r.ordinal = ordinal_of(t, block_at(t, i));
	else if (t->head.at[COLUMN_ORDINAL] < 0 && r.content_end != 0)
		r.ordinal = block_at(t, r.content)->marker.len != 0
		                    ? ordinal_of(t, block_at(t, r.content))
		                    : ORDINAL_NUMBER;
	return r;
}

/* "nt", "-nt-", "//", "Như trên": as the row above. */
static bool says_ditto(const scan *s, const block *b)
{
	static const slice dittos[] = {S("nt"), S("-nt-"), S("//"), S("\""), S("như trên"),
	                               S("- nt -"), S("-//-")};
	uint32_t n = says_any(s, b->tok, dittos, ARRAY_LEN(dittos), NULL);

	return n != 0 && n == b->ntok;
}

/* Where the next cue of coordination or leading begins among [i, end). */
static uint32_t next_turn(const scan *s, uint32_t i, uint32_t end)
{
	for (; i < end; i++) {
		enum cue c = cue_at(s, i, NULL);

		if (c == CUE_LEAD || c == CUE_COORD || says(s, i, S("phối hợp")) != 0)
			break;
	}
	return i;
}

/* One paragraph of a cell of bodies: "Sở A; Sở B", "Sở A chủ trì, phối hợp: Sở C". */
static void read_bodies(const scan *s, const block *b, actors *lead, actors *with)
{
	uint32_t i = b->tok, end = b->tok + b->ntok, n;
	actors *into = lead;

	if (b->ntok > BODY_TOKENS_MAX)
		return;
	while (i < end && lead->n < EACH_MAX && with->n < EACH_MAX) {
		enum cue c = cue_at(s, i, &n);
		uint32_t stop, after;

		if (c == CUE_LEAD || c == CUE_COORD) {
			into = c == CUE_LEAD ? lead : with;
			i += n;
			continue;
		}
		if (says(s, i, S("phối hợp")) != 0) {
			into = with;
			i += 2;
			continue;
		}
		stop = next_turn(s, i + 1, end);
		after = actors_at(s, i, stop, scan_tok(s, i)->flags & TF_CAP, into);
		i = after > i ? after : i + 1;
	}
}

static void read_body_cell(const tabling *t, const row *r, int32_t column, actors *lead,
                           actors *with)
{
	uint32_t k, end;

	if (!cell_of(t, r, column, &k, &end))
		return;
	for (; k < end; k++)
		read_bodies(t->s, block_at(t, k), lead, with);
}

static int32_t lead_column(const tabling *t)
{
	const int32_t *at = t->head.at;

	return at[COLUMN_LEAD] >= 0 ? at[COLUMN_LEAD] : at[COLUMN_BODY];
}

/* Is the row numbered below the one before r: "1.1" under "1", a bullet? */
static bool heads_next(const tabling *t, const row *r)
{
	const blocks *bs = &t->s->r->blocks;
	row next;
	uint32_t k, end;

	if (r->ordinal != ORDINAL_NUMBER && r->ordinal != ORDINAL_PART)
		return false;
	if (r->end >= bs->n || bs->p[r->end].table != bs->p[r->from].table)
		return false;
	next = read_row(t, r->end);
	return next.ordinal == ORDINAL_SUB ||
	       (next.ordinal == ORDINAL_NONE && next.content_end != 0 &&
	        !cell_of(t, r, lead_column(t), &k, &end) &&
	        cell_of(t, &next, lead_column(t), &k, &end));
}

static bool has_cell(const tabling *t, const row *r, int32_t column)
{
	uint32_t k, end;

	return cell_of(t, r, column, &k, &end) && words_in(t, k, end) > 0;
}

static bool has_date(const tabling *t, const row *r, int32_t column)
{
	uint32_t k, end;

	if (!cell_of(t, r, column, &k, &end))
		return false;
	for (; k < end; k++)
		if (block_at(t, k)->ntok != 0)
			return true;
	return false;
}

/* The paragraph of a row that heads a section; NULL when the row is none. */
static const block *section_of(const tabling *t, const row *r)
{
	const block *b = NULL;

	if (has_date(t, r, t->head.at[COLUMN_LIMIT]))
		return NULL;
	for (uint32_t k = r->from; k < r->end && b == NULL; k++)
		if (block_at(t, k)->ntok != 0 &&
		    (block_at(t, k)->column != t->head.at[COLUMN_ORDINAL] ||
		     r->ordinal == ORDINAL_WORDS))
			b = block_at(t, k);
	if (b == NULL)
		return NULL;
	if (r->ordinal == ORDINAL_WORDS && r->filled == 0)
		return b;
	if (heads_next(t, r))
		return b;
	if (r->filled > 1 || has_cell(t, r, lead_column(t)))
		return NULL;
	return r->ordinal == ORDINAL_PART || b->column != t->head.at[COLUMN_CONTENT] ||
	                       block_text_upper(t->s, b) || (b->bold && r->ordinal == ORDINAL_NONE)
	               ? b
	               : NULL;
}

/* A section's heading: the bodies it names, and nothing where it names a topic. */
static void enter_section(tabling *t, const row *r, const block *b)
{
	const scan *s = t->s;
	uint32_t end = b->tok + b->ntok, after;
	actors lead = {0}, with = {0};

	while (end > b->tok && scan_tok(s, end - 1)->kind == TOK_PUNCT &&
	       (scan_mark(s, end - 1, ':') || scan_mark(s, end - 1, '.') ||
	        scan_mark(s, end - 1, MARK_ELLIPSIS)))
		end--;
	read_body_cell(t, r, lead_column(t), &lead, &with);
	if (lead.n == 0) {
		after = actors_at(s, b->tok, end, false, &lead);
		if (after != end)
			lead = (actors){0};
		else if (lead.n == 1)
			lead.p[0].at = b->at, lead.p[0].text = slice_at(s->r->text, b->at);
	}
	t->section = lead;
	t->in_section = lead.n != 0;
	t->last = (actors){0};
}

/* Who leads the row, and where that is said. */
static lead_source row_lead(tabling *t, const row *r, actors *lead, actors *with)
{
	uint32_t k, end;
	bool goes_on = r->ordinal == ORDINAL_NONE || r->ordinal == ORDINAL_SUB;

	if (cell_of(t, r, lead_column(t), &k, &end) && says_ditto(t->s, block_at(t, k)))
		goes_on = true;
	else
		read_body_cell(t, r, lead_column(t), lead, with);
	if (lead->n != 0) {
		t->last = *lead;
		return LEAD_STATED;
	}
	if (goes_on && t->last.n != 0) {
		*lead = t->last;
		return LEAD_STATED;
	}
	if (t->in_section) {
		*lead = t->section;
		return LEAD_HEADING;
	}
	if (lead_column(t) < 0 && t->above != NULL && t->above->lead != NULL) {
		*lead = *t->above->lead;
		return t->above->source;
	}
	return LEAD_NONE;
}

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

	if (!cell_of(t, r, column, &k, &end))
		return;
	at = block_at(t, k)->at;
	at.len = span_end(block_at(t, end - 1)->at) - at.at;
	for (uint32_t i = dates_from(rd, at.at); i < rd->dates.n; i++) {
		indexes *into = k < r->content ? &x->before : &x->after;

		if (rd->dates.p[i].at.at >= span_end(at) || into->n >= EACH_MAX)
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
		    (t->head.of[b->column] != COLUMN_BASIS && t->head.of[b->column] != COLUMN_OTHER))
			continue;
		for (uint32_t i = citations_from(rd, b->at.at); i < rd->citations.n; i++) {
			if (rd->citations.p[i].at.at >= span_end(b->at) || x->basis.n >= EACH_MAX)
				break;
			*VEC_PUSH(t->s->a, &x->basis) = i;
		}
	}
}

static void gather_products(const tabling *t, const row *r, extras *x)
{
	uint32_t k, end;

	if (!cell_of(t, r, t->head.at[COLUMN_PRODUCT], &k, &end))
		return;
	for (; k < end && x->products.n < EACH_MAX; k++) {
		const block *b = block_at(t, k);
		deliverable *p;

		if (words_in(t, k, k + 1) == 0 || says_ditto(t->s, b))
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
	read_body_cell(t, r, at[COLUMN_WITH], &x.with, &x.with);
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

static void add_duty(tabling *t, uint32_t from, uint32_t to, const actors *lead,
                     lead_source source, const extras *x)
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
	own = d.with;
	d.with = (actors){0};
	for (uint32_t i = 0; i < x->with.n; i++)
		*VEC_PUSH(s->a, &d.with) = x->with.p[i];
	for (uint32_t i = 0; i < own.n; i++)
		*VEC_PUSH(s->a, &d.with) = own.p[i];
	a = VEC_PUSH(s->a, &s->r->assignments);
	details_fill(s, &d, &nobody, a);
	add_extras(t, x, a);
}

static bool has_limit(const scan *s, uint32_t i, uint32_t j)
{
	return i < j && limit_within(s->r, tokens_span(&s->tk, i, j)) >= 0;
}

/* The token after the part of a cell that begins at i: at a ';', at the end of a
 * sentence, or of the paragraph. */
static uint32_t part_end(const scan *s, uint32_t i, uint32_t end)
{
	uint32_t stop = sentence_end(s, i, end), depth = 0;

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

		if (each && b->marker.len != 0 && upto > from && words_in(t, k, k + 1) > 1) {
			add_duty(t, from, upto, lead, source, x);
			from = b->tok;
			limited = false;
		}
		for (uint32_t i = b->tok, stop; i < end; i = stop) {
			bool own;

			stop = part_end(s, i, end);
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

	if (!cell_of(t, r, t->head.at[COLUMN_WHEN], &k, &end))
		return false;
	for (uint32_t i = dates_from(rd, block_at(t, k)->at.at); i < rd->dates.n; i++) {
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

	if (!cell_of(t, r, t->head.at[COLUMN_ORDINAL], &k, &end))
		return false;
	k = block_at(t, k)->tok;
	return says(s, k, S("tt")) != 0 || says(s, k, S("stt")) != 0;
}

static void row_duties(tabling *t, const row *r)
{
	const block *heading = section_of(t, r);
	actors lead = {0};
	extras x;
	lead_source source;

	if (heading != NULL) {
		enter_section(t, r, heading);
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
		row r = read_row(&t, k);

		if (t.head.duties && bs->p[k].row > t.head.row)
			row_duties(&t, &r);
		k = r.end;
	}
	return k;
}
