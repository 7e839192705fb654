/*
 * table.h - tables that give out duties: what their columns hold, and who stands in a cell.
 *
 * A column is known by the words of its heading (table_columns.def). A table gives
 * duties only where a heading names the work and another who does it; lists of
 * names, figures, money and the programme of a day give none.
 */
#ifndef DONDOC_READING_TABLE_H
#define DONDOC_READING_TABLE_H

#include "reading/facts/told/told.h"

enum column {
	COLUMN_NONE,    /* no heading, or one that says nothing to us */
	COLUMN_ORDINAL, /* STT */
	COLUMN_CONTENT, /* the work */
	COLUMN_LEAD,    /* who leads */
	COLUMN_BODY,    /* "Cơ quan": leads where nobody else does */
	COLUMN_WITH,
	COLUMN_LIMIT,   /* until when */
	COLUMN_WHEN,    /* "Thời gian": until when, in a table of duties */
	COLUMN_PRODUCT,
	COLUMN_BASIS,   /* the document that gave the duty */
	COLUMN_STATUS,  /* how far it is */
	COLUMN_BEFORE,  /* until when it was due before */
	COLUMN_AGENDA,
	COLUMN_MONEY,
	COLUMN_OTHER,
	COLUMN_CLASSES
};

enum { TABLE_COLUMNS_MAX = 64 };

typedef struct table_head {
	uint8_t of[TABLE_COLUMNS_MAX];  /* enum column */
	int32_t at[COLUMN_CLASSES];     /* the first column of each class; -1: none */
	int32_t second;                 /* a second column of content; -1 */
	int32_t row;                    /* the last row of the heading */
	bool duties;                    /* do its rows give duties? */
} table_head;

/* table_head_read() - what the columns of the table hold whose first block is k; false,
 * with every column NONE, when no heading is recognised. Looks at its first rows. */
bool table_head_read(const scan *s, uint32_t k, table_head *ret);

/* bodies_read() - the bodies of a cell, or of a line that lists them, tokens [i, end): "Sở A;
 * Sở B", "Sở A chủ trì, phối hợp: Sở C". A longer one is running text and names nobody. */
void bodies_read(const scan *s, uint32_t i, uint32_t end, actors *lead, actors *with);

/* table_is_limit() - is a bare date in that column a limit? */
bool table_is_limit(const table_head *h, int32_t column);

#endif
