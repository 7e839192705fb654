/*
 * table_row.c - one row of a table: its place in the numbering, its cells, and whether
 * it stands for itself or heads those below.
 *
 * Never looks further than the row after.
 */
#include "reading/facts/tables/table_row.h"

/* The blocks [*ret, *ret_end) of the row's cell in a column; false when it is blank. */
bool row_cell(const tabling *t, const row *r, int32_t column, uint32_t *ret, uint32_t *ret_end)
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
uint32_t row_words(const tabling *t, uint32_t k, uint32_t end)
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
	if (row_cell(t, r, t->head.at[COLUMN_CONTENT], &k, &end) && row_words(t, k, end) > 1) {
		r->content = k;
		r->content_end = end;
	}
	if (row_cell(t, r, t->head.second, &k, &end) && row_words(t, k, end) > 1 &&
	    (r->content_end == 0 || cue_at(t->s, block_at(t, k)->tok, NULL) == CUE_VERB)) {
		r->content = k;
		r->content_end = end;
	}
}

row row_read(const tabling *t, uint32_t k)
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
	if (row_cell(t, &r, t->head.at[COLUMN_ORDINAL], &i, &end))
		r.ordinal = ordinal_of(t, block_at(t, i));
	else if (t->head.at[COLUMN_ORDINAL] < 0 && r.content_end != 0)
		r.ordinal = block_at(t, r.content)->marker.len != 0
		                    ? ordinal_of(t, block_at(t, r.content))
		                    : ORDINAL_NUMBER;
	return r;
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
	next = row_read(t, r->end);
	return next.ordinal == ORDINAL_SUB ||
	       (next.ordinal == ORDINAL_NONE && next.content_end != 0 &&
	        !row_cell(t, r, lead_column(t), &k, &end) &&
	        row_cell(t, &next, lead_column(t), &k, &end));
}

static bool has_cell(const tabling *t, const row *r, int32_t column)
{
	uint32_t k, end;

	return row_cell(t, r, column, &k, &end) && row_words(t, k, end) > 0;
}

static bool has_date(const tabling *t, const row *r, int32_t column)
{
	uint32_t k, end;

	if (!row_cell(t, r, column, &k, &end))
		return false;
	for (; k < end; k++)
		if (block_at(t, k)->ntok != 0)
			return true;
	return false;
}

/* The paragraph of a row that heads a section; NULL when the row is none. */
const block *row_section(const tabling *t, const row *r)
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
