/*
 * table_row.h - one row of a table: its place in the numbering, its cells, who leads it.
 */
#ifndef DONDOC_READING_TABLE_ROW_H
#define DONDOC_READING_TABLE_ROW_H

#include "reading/facts/tables/table.h"

enum {
	TABLE_BODIES_MAX = 64, /* bodies of a cell, at most */
	TABLE_GIVEN_MAX = 16, /* limits, citations, products that a row gives each of its duties */
};

/* What the first cell of a row says of its place. */
enum ordinal {
	ORDINAL_NONE, /* blank, or a bullet: the row above goes on */
	ORDINAL_NUMBER,
	ORDINAL_SUB, /* 1.1, a) */
	ORDINAL_PART, /* I, A */
	ORDINAL_WORDS, /* no number: words */
};

typedef struct row {
	uint32_t from, end; /* blocks */
	enum ordinal ordinal;
	uint32_t filled; /* cells with words, the ordinal not counted */
	uint32_t content, content_end; /* blocks of the cell of the work; equal: none */
} row;

typedef struct tabling {
	scan *s;
	table_head head;
	const govern *above;
	actors section, last; /* who governs the section; who led the row before */
} tabling;

static inline const block *block_at(const tabling *t, uint32_t k)
{
	return &t->s->r->blocks.p[k];
}

/* lead_column() - where it stands who leads; -1: nowhere. */
static inline int32_t lead_column(const tabling *t)
{
	const int32_t *at = t->head.at;

	return at[COLUMN_LEAD] >= 0 ? at[COLUMN_LEAD] : at[COLUMN_BODY];
}

/* row_read() - the row whose first block is k. Linear in its blocks, as all below. */
row row_read(const tabling *t, uint32_t k);

/* row_cell() - the blocks [*ret, *ret_end) of the row's cell in a column; false when it is
 * blank. */
bool row_cell(const tabling *t, const row *r, int32_t column, uint32_t *ret, uint32_t *ret_end);

/* row_words() - how many words stand in the blocks [k, end), counting to three; "…" and
 * "-" are none. */
uint32_t row_words(const tabling *t, uint32_t k, uint32_t end);

/* row_section() - the paragraph of a row that heads those after it; NULL when the row
 * stands for itself. */
const block *row_section(const tabling *t, const row *r);

/* row_bodies() - the bodies of a cell: "Sở A; Sở B", "Sở A chủ trì, phối hợp: Sở C". */
void row_bodies(const tabling *t, const row *r, int32_t column, actors *lead, actors *with);

/* row_lead() - who leads the row, and where that is said; remembers it in t. */
lead_source row_lead(tabling *t, const row *r, actors *lead, actors *with);

/* section_enter() - take over the bodies that a section's heading b names; none where it
 * names a topic. */
void section_enter(tabling *t, const row *r, const block *b);

/* says_ditto() - "nt", "-nt-", "//", "Như trên": as the row above. */
bool says_ditto(const scan *s, const block *b);

#endif
