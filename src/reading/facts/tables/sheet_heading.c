/*
 * sheet_heading.c - what kind of sheet it is, and which of its columns holds what.
 *
 * Judged by the words of the headings alone, each kind for itself: the one that knows
 * most columns, if it has those without which its rows say nothing. It must never look
 * at the rows below.
 */
#include "reading/facts/tables/sheet_priv.h"

#include "reading/facts/text/phrase.h"

enum {
	HEAD_WITHIN = 20,   /* rows of the table among which the heading is looked for */
	HEAD_MORE = 3,      /* rows over which it may run on */
	HEAD_CELL_MAX = 24, /* tokens of a heading */
	KNOWN_LEAST = 2,
};

enum { SHEET_ANY = SHEET_UNKNOWN };

static const slice phrases[] = {
#define SHEET_COLUMN(kind, field, whole, phrase) S(phrase),
#include "reading/facts/tables/sheet_columns.def"
};

static const struct {
	uint8_t kind, field;
	bool whole;
} meanings[] = {
#define SHEET_COLUMN(kind, field, whole, phrase) {SHEET_##kind, FIELD_##field, whole},
#include "reading/facts/tables/sheet_columns.def"
};

/* The columns of tables of duties, for the sheets of them. */
static const slice table_phrases[] = {
#define COLUMN(cls, whole, phrase) S(phrase),
#include "reading/facts/tables/table_columns.def"
#undef COLUMN
};

static const struct {
	uint8_t cls;
	bool whole;
} table_meanings[] = {
#define COLUMN(cls, whole, phrase) {COLUMN_##cls, whole},
#include "reading/facts/tables/table_columns.def"
#undef COLUMN
};

static const uint8_t field_of_class[COLUMN_CLASSES] = {
	[COLUMN_ORDINAL] = FIELD_ORDINAL, [COLUMN_CONTENT] = FIELD_CONTENT,
	[COLUMN_LEAD] = FIELD_LEAD,       [COLUMN_BODY] = FIELD_LEAD,
	[COLUMN_WITH] = FIELD_WITH,       [COLUMN_LIMIT] = FIELD_DUE,
	[COLUMN_WHEN] = FIELD_DUE,        [COLUMN_PRODUCT] = FIELD_PRODUCT,
	[COLUMN_BASIS] = FIELD_BASIS,     [COLUMN_STATUS] = FIELD_STATE,
	[COLUMN_BEFORE] = FIELD_STATE,
};

#define BIT(field) (1u << FIELD_##field)
_Static_assert(FIELD_COUNT <= 32, "a bit a field");

/* Without what it must have, and one of these, a sheet is not of the kind. */
static const uint32_t any_of[SHEET_KIND_COUNT] = {
	[SHEET_PETITIONS] = BIT(PETITIONER) | BIT(OWNER) | BIT(ANSWER),
	[SHEET_PERSONS] = BIT(POST) | BIT(AGENCY) | BIT(PHONE) | BIT(EMAIL),
	[SHEET_AGENCIES] = BIT(CODE) | BIT(SHORT) | BIT(CLASS) | BIT(PARENT),
	[SHEET_DUTIES] = BIT(LEAD) | BIT(DUE),
};

/* What a heading's cell says to a kind. */
typedef struct meaning {
	bool known;
	uint8_t field, cls; /* sheet_field, enum column */
	uint32_t len;       /* tokens of the phrase that said so */
} meaning;

/* What stands in brackets only explains. */
static uint32_t words_end(const scan *s, const block *b)
{
	uint32_t i = b->tok, end = b->tok + b->ntok;

	while (i < end && !scan_mark(s, i, '('))
		i++;
	return i > b->tok ? i : end;
}

static bool fits(const block *b, uint32_t i, uint32_t n, uint32_t end, bool whole, uint32_t least)
{
	return n >= least && n > 0 && i + n <= end && (!whole || (i == b->tok && i + n == end));
}

static meaning meaning_of(const scan *s, const block *b, sheet_kind kind)
{
	uint32_t end = words_end(s, b);
	meaning m = {0};

	if (b->ntok > HEAD_CELL_MAX)
		return m;
	for (uint32_t i = b->tok; i < end; i++)
		for (size_t k = 0; k < ARRAY_LEN(phrases); k++) {
			uint32_t n = meanings[k].kind == kind || meanings[k].kind == SHEET_ANY
			                     ? says(s, i, phrases[k])
			                     : 0;

			if (fits(b, i, n, end, meanings[k].whole, m.len + 1))
				m = (meaning){true, meanings[k].field, COLUMN_NONE, n};
		}
	for (uint32_t i = b->tok; i < end && kind == SHEET_DUTIES; i++)
		for (size_t k = 0; k < ARRAY_LEN(table_phrases); k++) {
			uint32_t n = says(s, i, table_phrases[k]);
			uint8_t cls = table_meanings[k].cls;

			if (fits(b, i, n, end, table_meanings[k].whole, m.len + 1))
				m = (meaning){true, field_of_class[cls], cls, n};
		}
	return m;
}

/* "(1)", "A", "1=2+3": a row that numbers the columns. */
static bool is_number(const scan *s, const block *b)
{
	for (uint32_t i = b->tok; i < b->tok + b->ntok; i++)
		if (scan_tok(s, i)->kind == TOK_WORD && scan_tok(s, i)->len > 1)
			return false;
	return b->ntok <= 6;
}

/* The heading in the making, for one kind. */
typedef struct trial {
	heading h;
	uint32_t len[TABLE_COLUMNS_MAX]; /* of the phrase that named each column */
	uint32_t known, numbers, other;  /* cells of the row at hand */
	uint32_t bits;                   /* fields that the row at hand names */
} trial;

/* One row, in front of `end`; the block after it. */
static uint32_t read_row(const scan *s, uint32_t k, uint32_t end, trial *t)
{
	const blocks *bs = &s->r->blocks;
	const int32_t number = bs->p[k].row;

	t->known = t->numbers = t->other = t->bits = 0;
	for (; k < end && bs->p[k].row == number; k++) {
		const block *b = &bs->p[k];
		int32_t c = b->column;
		meaning m;

		if (c < 0 || c >= TABLE_COLUMNS_MAX)
			continue;
		m = meaning_of(s, b, t->h.kind);
		t->known += m.known;
		t->numbers += !m.known && is_number(s, b);
		t->other += !m.known && !is_number(s, b);
		t->bits |= 1u << m.field;
		if (!m.known && is_number(s, b))
			continue;
		t->h.words[c] = (span){b->marker.len > 0 ? b->marker.at : b->at.at,
		                       b->at.len +
		                               (b->marker.len > 0 ? b->at.at - b->marker.at : 0)};
		t->h.of[c] = m.field;
		t->h.cls[c] = m.cls;
		t->len[c] = m.len;
	}
	return k;
}

/* May the row go on with the heading above it? */
static bool goes_on(const trial *t, const trial *above)
{
	if (t->other > 0)
		return false;
	if (t->known == 0)
		return t->numbers >= 2;
	return t->known >= 2 && t->numbers == 0 &&
	       ((t->bits & above->bits & (1u << sheet_must(t->h.kind))) == 0);
}

/* Each field once: of two columns the one that says more of it, or says who leads, or
 * until when. */
static void settle(trial *t)
{
	int32_t at[FIELD_COUNT];

	memset(at, -1, sizeof at);
	for (int32_t c = 0; c < TABLE_COLUMNS_MAX; c++) {
		uint8_t f = t->h.of[c];
		int32_t old = at[f];
		bool weak;

		if (f == FIELD_NONE)
			continue;
		weak = old >= 0 && (t->h.cls[old] == COLUMN_BODY || t->h.cls[old] == COLUMN_WHEN) &&
		       t->h.cls[c] != t->h.cls[old];
		if (old < 0 || weak || t->len[c] > t->len[old]) {
			if (old >= 0)
				t->h.of[old] = FIELD_NONE;
			at[f] = c;
		} else {
			t->h.of[c] = FIELD_NONE;
		}
	}
}

static bool has_class(const heading *h, enum column cls)
{
	return memchr(h->cls, (int)cls, sizeof h->cls) != NULL;
}

/* How many fields the heading names; 0 when it is not one of its kind. */
static uint32_t worth(const trial *t)
{
	const heading *h = &t->h;
	uint32_t bits = 0;

	for (int32_t c = 0; c < TABLE_COLUMNS_MAX; c++)
		bits |= h->of[c] != FIELD_NONE ? 1u << h->of[c] : 0;
	if ((bits >> sheet_must(h->kind) & 1) == 0 || (bits & any_of[h->kind]) == 0)
		return 0;
	/* The programme of a day; a list of sums. */
	if (h->kind == SHEET_DUTIES &&
	    (has_class(h, COLUMN_AGENDA) ||
	     (has_class(h, COLUMN_MONEY) && !has_class(h, COLUMN_LEAD) && (bits & BIT(DUE)) == 0)))
		return 0;
	return (uint32_t)__builtin_popcount(bits);
}

/* The heading that begins with the row at k, as one of a kind. */
static trial try_row(const scan *s, uint32_t k, uint32_t end, sheet_kind kind)
{
	const blocks *bs = &s->r->blocks;
	trial t = {.h = {.kind = kind, .first = bs->p[k].row, .last = bs->p[k].row}};
	uint32_t next = read_row(s, k, end, &t);

	if (t.known < KNOWN_LEAST || t.other > t.known) {
		t.h.kind = SHEET_UNKNOWN;
		return t;
	}
	for (int n = 0; n < HEAD_MORE && next < end; n++) {
		trial more = t;

		k = next;
		next = read_row(s, k, end, &more);
		if (!goes_on(&more, &t))
			break;
		more.bits |= t.bits;
		more.h.last = bs->p[k].row;
		t = more;
	}
	settle(&t);
	return t;
}

/* The heading of one of the kinds [first, last) among the first rows. */
static heading find_kind(const scan *s, uint32_t k, uint32_t end, int first, int last)
{
	const blocks *bs = &s->r->blocks;
	heading none = {0};

	for (int n = 0; n < HEAD_WITHIN && k < end; n++) {
		uint32_t best = 0;
		heading found = none;
		int32_t number = bs->p[k].row;

		for (int kind = first; kind < last; kind++) {
			trial t = try_row(s, k, end, (sheet_kind)kind);
			uint32_t w = t.h.kind != SHEET_UNKNOWN ? worth(&t) : 0;

			if (w > best) {
				best = w;
				found = t.h;
			}
		}
		if (best > 0)
			return found;
		while (k < end && bs->p[k].row == number)
			k++;
	}
	return none;
}

heading heading_find(const scan *s, uint32_t k, uint32_t end)
{
	return find_kind(s, k, end, SHEET_UNKNOWN + 1, SHEET_KIND_COUNT);
}

/* The first row as it stands, of no kind. */
static heading heading_first(const scan *s, uint32_t k, uint32_t end)
{
	trial t = {.h = {.kind = SHEET_UNKNOWN,
	                 .first = s->r->blocks.p[k].row,
	                 .last = s->r->blocks.p[k].row}};

	(void)read_row(s, k, end, &t);
	memset(t.h.of, FIELD_NONE, sizeof t.h.of);
	return t.h;
}

heading heading_chosen(const scan *s, uint32_t k, uint32_t end, const sheet_choice *by)
{
	heading h = by == NULL || by->kind == SHEET_UNKNOWN
	                    ? heading_find(s, k, end)
	                    : find_kind(s, k, end, by->kind, by->kind + 1);

	if (h.kind == SHEET_UNKNOWN)
		h = heading_find(s, k, end); /* where its heading stands, another kind knows */
	if (h.kind == SHEET_UNKNOWN)
		h = heading_first(s, k, end);
	if (by == NULL)
		return h;
	if (by->kind != h.kind || by->columns)
		memset(h.of, FIELD_NONE, sizeof h.of);
	h.kind = by->kind;
	for (int32_t c = 0; by->columns && c < TABLE_COLUMNS_MAX; c++)
		h.of[c] = h.words[c].len > 0 ? by->of[c] : FIELD_NONE;
	return h;
}
