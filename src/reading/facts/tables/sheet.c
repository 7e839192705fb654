/*
 * sheet.c - the rows of the sheets of a workbook.
 *
 * A row with a fault stands among the bad ones, each fault with its cell, and never among
 * the good ones. Headings of sections go to the rows below them.
 */
#include "reading/facts/tables/sheet.h"

#include "reading/facts/tables/sheet_priv.h"
#include "reading/facts/text/phrase.h"

typedef struct sheeting {
	tabling t; /* as a table of duties */
	heading h;
	sheet *out;
	slice section;
	int32_t column[FIELD_COUNT]; /* of each field; -1: none */
	uint32_t *codes, mask; /* hashed codes: index into seen + 1; NULL: none yet */
	uint32_t size; /* blocks of the sheet */
	VEC(slice) seen;
} sheeting;

static void put_bad(sheeting *g, const row *r, uint8_t field, sheet_fault fault, slice value)
{
	*VEC_PUSH(g->t.s->a, &g->out->bad) = (sheet_bad){
		.row = (uint32_t)block_at(&g->t, r->from)->row + 1,
		.column = g->column[field],
		.field = field,
		.fault = (uint8_t)fault,
		.value = value,
	};
}

static uint32_t hash(slice s)
{
	uint32_t h = 2166136261u;

	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * 16777619u;
	return h ^ h >> 15;
}

/* Has the code stood in a row above? */
static bool code_again(sheeting *g, slice code)
{
	arena *a = g->t.s->a;
	uint32_t k;

	if (g->codes == NULL) {
		for (g->mask = 16; g->mask < 2 * g->size;)
			g->mask *= 2;
		g->codes = arena_array(a, uint32_t, g->mask--);
	}
	for (k = hash(code) & g->mask; g->codes[k] != 0; k = (k + 1) & g->mask)
		if (slice_eq(g->seen.p[g->codes[k] - 1], code))
			return true;
	*VEC_PUSH(a, &g->seen) = code;
	g->codes[k] = g->seen.n;
	return false;
}

/* Every body of the list is one of the registry. */
static bool all_known(const actors *list)
{
	for (uint32_t i = 0; i < list->n; i++)
		if (list->p[i].agency.n == 0 && list->p[i].group.n == 0)
			return false;
	return list->n > 0;
}

static sheet_value *value_put(sheeting *g, sheet_row *to, uint8_t field)
{
	sheet_value *v = VEC_PUSH(g->t.s->a, &to->values);

	v->field = field;
	return v;
}

/* The fields of bodies. Who leads may be said by the row above or the section; who joins
 * need not be known to the registry. */
static bool read_bodies(sheeting *g, const row *r, sheet_row *to)
{
	static const uint8_t leads[] = {FIELD_LEAD, FIELD_OWNER, FIELD_AGENCY, FIELD_PARENT};
	actors with = {0};
	bool fine = true;
	uint32_t k, end;

	for (size_t i = 0; i < ARRAY_LEN(leads); i++) {
		int32_t column = g->column[leads[i]];
		bool own = row_cell(&g->t, r, column, &k, &end);
		actors lead = {0};
		sheet_value *v;

		if (column < 0)
			continue;
		if (leads[i] == FIELD_LEAD)
			(void)row_lead(&g->t, r, &lead, &with);
		else
			row_bodies(&g->t, r, column, &lead, &with);
		if (own && !all_known(&lead)) {
			put_bad(g, r, leads[i], FAULT_UNKNOWN_AGENCY, cell_text(g->t.s, k, end));
			fine = false;
			continue;
		}
		if (lead.n == 0)
			continue;
		v = value_put(g, to, leads[i]);
		v->text = own ? cell_text(g->t.s, k, end) : (slice){0};
		v->inherited = !own;
		v->bodies = lead;
	}
	row_bodies(&g->t, r, g->column[FIELD_WITH], &with, &with);
	if (with.n > 0)
		value_put(g, to, FIELD_WITH)->bodies = with;
	return fine;
}

/* "Kết quả: Đã hoàn thành" where no column says how far the duty is. */
static void state_from_result(sheeting *g, const row *r, sheet_row *to)
{
	uint32_t k, end;
	slice state;

	if (row_cell(&g->t, r, g->column[FIELD_STATE], &k, &end) ||
	    !row_cell(&g->t, r, g->column[FIELD_RESULT], &k, &end))
		return;
	state = cell_state(g->t.s, k, end, true);
	if (state.n > 0) {
		sheet_value *v = value_put(g, to, FIELD_STATE);

		v->text = cell_text(g->t.s, k, end);
		v->value = state;
	}
}

static bool read_fields(sheeting *g, const row *r, sheet_row *to)
{
	bool fine = true;

	for (unsigned f = FIELD_NONE + 1; f < FIELD_COUNT; f++) {
		sheet_value v = {.field = (uint8_t)f};
		sheet_fault fault;
		uint32_t k, end;

		if (sheet_field_type((sheet_field)f) == TYPE_BODIES ||
		    !row_cell(&g->t, r, g->column[f], &k, &end))
			continue;
		fault = cell_read(g->t.s, k, end, &v);
		if (fault == FAULT_NONE && f == FIELD_CODE && code_again(g, v.text))
			fault = FAULT_SAME_CODE;
		if (fault != FAULT_NONE) {
			put_bad(g, r, v.field, fault, v.text);
			fine = false;
			continue;
		}
		*(sheet_value *)VEC_PUSH(g->t.s->a, &to->values) = v;
	}
	return fine;
}

static void data_row(sheeting *g, const row *r)
{
	sheet_row made = {.row = (uint32_t)block_at(&g->t, r->from)->row + 1,
	                  .section = g->section};
	uint8_t must = (uint8_t)sheet_must(g->h.kind);
	uint32_t k, end;
	bool fine = true;

	if (!row_cell(&g->t, r, g->column[must], &k, &end)) {
		put_bad(g, r, must, FAULT_EMPTY, (slice){0});
		fine = false;
	}
	fine = read_fields(g, r, &made) && fine;
	fine = read_bodies(g, r, &made) && fine;
	if (!fine)
		return;
	state_from_result(g, r, &made);
	*(sheet_row *)VEC_PUSH(g->t.s->a, &g->out->rows) = made;
}

/* Sums below the rows, the heading once more, a number without anything. */
static bool says_nothing(const sheeting *g, const row *r)
{
	static const slice sums[] = {S("tổng"), S("cộng"), S("tổng cộng"), S("tổng số")};
	SAYINGS(sums);
	static const slice heads[] = {S("tt"), S("stt"), S("số tt")};
	SAYINGS(heads);
	const scan *s = g->t.s;
	const block *b = block_at(&g->t, r->from);

	if (r->filled == 0 && r->ordinal != ORDINAL_WORDS)
		return true;
	return says_any(s, b->tok, &said_heads, NULL) == b->ntok ||
	       (says_any(s, b->tok, &said_sums, NULL) > 0 &&
	        (b->column != g->column[FIELD_CONTENT] || r->filled == 1));
}

static void read_rows(sheeting *g, uint32_t k, uint32_t end)
{
	while (k < end) {
		row r = row_read(&g->t, k);
		const block *section;

		k = r.end;
		if (block_at(&g->t, r.from)->row <= g->h.last || says_nothing(g, &r))
			continue;
		section = row_section(&g->t, &r);
		if (section == NULL) {
			data_row(g, &r);
			continue;
		}
		section_enter(&g->t, &r, section);
		g->section = slice_at(g->t.s->r->text, section->at);
	}
}

/* The columns by the names that tables of duties have for them: what the code for those
 * looks at. */
static void as_table(sheeting *g)
{
	int32_t *at = g->t.head.at;

	for (int c = 0; c < COLUMN_CLASSES; c++)
		at[c] = -1;
	g->t.head.second = -1;
	g->t.head.row = g->h.last;
	at[COLUMN_ORDINAL] = g->column[FIELD_ORDINAL];
	at[COLUMN_CONTENT] = g->column[sheet_must(g->h.kind)];
	at[COLUMN_LEAD] = g->column[FIELD_LEAD];
	at[COLUMN_WITH] = g->column[FIELD_WITH];
	at[COLUMN_LIMIT] = g->column[FIELD_DUE];
}

static void read_sheet(scan *s, const heading *h, uint32_t k, uint32_t end, sheet *ret)
{
	sheeting g = {.t = {.s = s}, .out = ret, .h = *h, .size = end - k};

	ret->kind = g.h.kind;
	ret->heading_row = (uint32_t)g.h.last + 1;
	for (int f = 0; f < FIELD_COUNT; f++)
		g.column[f] = -1;
	for (int32_t c = 0; c < TABLE_COLUMNS_MAX; c++) {
		if (g.h.words[c].len == 0)
			continue;
		*VEC_PUSH(s->a, &ret->columns) = (sheet_column){c, g.h.of[c],
		                                                slice_at(s->r->text, g.h.words[c])};
		if (g.h.of[c] != FIELD_NONE)
			g.column[g.h.of[c]] = c;
	}
	if (g.h.kind == SHEET_UNKNOWN || g.column[sheet_must(g.h.kind)] < 0)
		return;
	as_table(&g);
	read_rows(&g, k, end);
}

static const sheet_choice *choice_of(const sheet_choices *chosen, uint32_t table)
{
	for (uint32_t i = 0; i < chosen->list.n; i++)
		if (chosen->list.p[i].sheet == table + 1)
			return &chosen->list.p[i];
	return NULL;
}

void sheets_read(scan *s, const sheet_choices *chosen, sheets *all)
{
	const blocks *bs = &s->r->blocks;

	for (uint32_t k = 0, end; k < bs->n; k = end) {
		int32_t table = bs->p[k].table;

		end = k + 1;
		if (table < 0)
			continue;
		while (end < bs->n && bs->p[end].table == table)
			end++;
		if ((uint32_t)table < all->list.n && !all->list.p[table].hidden) {
			heading h = chosen == NULL
			                    ? heading_find(s, k, end)
			                    : heading_chosen(s, k, end,
			                                     choice_of(chosen, (uint32_t)table));

			if (chosen != NULL || h.kind != SHEET_UNKNOWN)
				read_sheet(s, &h, k, end, &all->list.p[table]);
		}
	}
}
