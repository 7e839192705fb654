/*
 * table_columns.c - what the columns of a table hold, by the words of their heads.
 *
 * Pure look-up. Whether a table gives duties is decided here, for the whole table
 * at once, so that roles and duties cannot disagree about it.
 */
#include "reading/facts/tables/table.h"

#include "reading/facts/text/phrase.h"

enum {
	HEAD_ROWS_MAX = 4,   /* rows among which the heading is looked for, and runs over */
	HEAD_CELL_MAX = 16,  /* tokens of a heading */
};

static const slice phrases[] = {
#define COLUMN(cls, whole, phrase) S(phrase),
#include "reading/facts/tables/table_columns.def"
#undef COLUMN
};
SAYINGS(phrases);

static const struct {
	uint8_t cls;
	bool whole;
} meanings[] = {
#define COLUMN(cls, whole, phrase) {COLUMN_##cls, whole},
#include "reading/facts/tables/table_columns.def"
#undef COLUMN
};

/* The end of a heading's words: what stands in a bracket explains them. */
static uint32_t words_end(const scan *s, const block *b)
{
	uint32_t i = b->tok, end = b->tok + b->ntok;

	while (i < end && !scan_mark(s, i, '('))
		i++;
	return i > b->tok ? i : end;
}

/* What a heading's cell says; *ret_len: tokens of the phrase that said so. */
static enum column column_of(const scan *s, const block *b, uint32_t *ret_len)
{
	enum column best = COLUMN_NONE;
	uint32_t end = words_end(s, b);

	*ret_len = 0;
	if (b->ntok == 0 || b->ntok > HEAD_CELL_MAX)
		return COLUMN_NONE;
	for (uint32_t i = b->tok; i < end; i++) {
		size_t k = 0;

		for (uint32_t n; (n = says_next(s, i, &said_phrases, &k)) != 0;) {
			if (n <= *ret_len || i + n > end ||
			    (meanings[k - 1].whole && (i != b->tok || i + n != end)))
				continue;
			best = (enum column)meanings[k - 1].cls;
			*ret_len = n;
		}
	}
	return best;
}

/* "(1)", "A", "1=2+3": a row that numbers the columns. */
static bool numbers_columns(const scan *s, const block *b)
{
	for (uint32_t i = b->tok; i < b->tok + b->ntok; i++)
		if (scan_tok(s, i)->kind == TOK_WORD && scan_tok(s, i)->len > 1)
			return false;
	return b->ntok <= 6;
}

/* How many paragraphs of a row a phrase knew, only number columns, are anything else. */
typedef struct tally {
	uint32_t known, numbers, other;
} tally;

/* One row: its classes into of[]. Returns the block after the row. */
static uint32_t read_row(const scan *s, uint32_t k, uint8_t of[TABLE_COLUMNS_MAX], tally *ret)
{
	const blocks *bs = &s->r->blocks;
	const int32_t table = bs->p[k].table, row = bs->p[k].row;
	uint32_t longest[TABLE_COLUMNS_MAX] = {0};

	*ret = (tally){0};
	for (; k < bs->n && bs->p[k].table == table && bs->p[k].row == row; k++) {
		const block *b = &bs->p[k];
		uint32_t n;
		enum column c;

		if (b->column < 0 || b->column >= TABLE_COLUMNS_MAX)
			continue;
		c = column_of(s, b, &n);
		if (c == COLUMN_NONE) {
			if (numbers_columns(s, b))
				ret->numbers++;
			else
				ret->other++;
			continue;
		}
		ret->known++;
		if (n > longest[b->column]) {
			longest[b->column] = n;
			of[b->column] = (uint8_t)c;
		}
	}
	return k;
}

static bool holds(const uint8_t of[TABLE_COLUMNS_MAX], enum column c)
{
	return memchr(of, (int)c, TABLE_COLUMNS_MAX) != NULL;
}

/* May a row go on with the heading above: sub-headings, or the columns' numbers? */
static bool goes_on(const uint8_t of[TABLE_COLUMNS_MAX], const tally *t)
{
	if (t->other > 0)
		return false;
	return t->known == 0 || (t->known >= 2 && t->numbers == 0 && !holds(of, COLUMN_CONTENT));
}

/* Does the table give duties? See table.h. */
static bool gives_duties(const scan *s, const table_head *h)
{
	const int32_t *at = h->at;
	bool lead = at[COLUMN_LEAD] >= 0, limit = at[COLUMN_LIMIT] >= 0;

	if (at[COLUMN_CONTENT] < 0 || at[COLUMN_AGENDA] >= 0)
		return false;
	/* Hours down the first column: the programme of a day. */
	if (at[COLUMN_WHEN] >= 0 && at[COLUMN_WHEN] < at[COLUMN_CONTENT] && !limit)
		return false;
	/* What was given before, and how it stands: told in a report, urged in a letter. */
	if ((s->r->purpose == PURPOSE_REPORT || s->r->purpose == PURPOSE_URGING) &&
	    (at[COLUMN_STATUS] >= 0 || at[COLUMN_BEFORE] >= 0) &&
	    !(s->r->purpose == PURPOSE_URGING && at[COLUMN_BEFORE] >= 0 && limit))
		return false;
	if (s->r->purpose == PURPOSE_INVITATION)
		return lead && limit;
	if (lead)
		return true;
	if (at[COLUMN_BODY] >= 0)
		return at[COLUMN_MONEY] < 0;
	return limit;
}

static void place_columns(table_head *h)
{
	for (int c = 0; c < COLUMN_CLASSES; c++)
		h->at[c] = -1;
	h->second = -1;
	for (int32_t i = 0; i < TABLE_COLUMNS_MAX; i++) {
		int32_t *at = &h->at[h->of[i]];

		if (*at < 0)
			*at = i;
		else if (h->of[i] == COLUMN_CONTENT && h->second < 0)
			h->second = i;
	}
}

bool table_head_read(const scan *s, uint32_t k, table_head *ret)
{
	const blocks *bs = &s->r->blocks;
	const int32_t table = bs->p[k].table;
	bool found = false;

	*ret = (table_head){.row = -1};
	for (int n = 0; n < HEAD_ROWS_MAX && k < bs->n && bs->p[k].table == table; n++) {
		uint8_t of[TABLE_COLUMNS_MAX] = {0};
		tally seen;
		int32_t row = bs->p[k].row;

		k = read_row(s, k, of, &seen);
		if (!found) {
			found = seen.known >= 2 && holds(of, COLUMN_CONTENT) &&
			        seen.other <= seen.known;
			if (!found)
				continue;
		} else if (!goes_on(of, &seen)) {
			break;
		}
		for (int i = 0; i < TABLE_COLUMNS_MAX; i++)
			if (of[i] != COLUMN_NONE)
				ret->of[i] = of[i];
		ret->row = row;
	}
	place_columns(ret);
	ret->duties = found && gives_duties(s, ret);
	return found;
}

bool table_is_limit(const table_head *h, int32_t column)
{
	if (column < 0 || column >= TABLE_COLUMNS_MAX)
		return false;
	return h->of[column] == COLUMN_LIMIT || (h->of[column] == COLUMN_WHEN && h->duties);
}
