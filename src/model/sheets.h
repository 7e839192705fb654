/*
 * sheets.h - what the sheets of one workbook hold, row by row.
 *
 * Made beside the reading of the same file, from the same words; every slice lives on
 * its arena or in its text. Rows with a fault stand in `bad` alone.
 */
#ifndef DONDOC_MODEL_SHEETS_H
#define DONDOC_MODEL_SHEETS_H

#include "model/reading.h"
#include "model/sheet_kinds.h"

/* What a person says of one sheet, instead of what its headings say. */
typedef struct sheet_choice {
	uint32_t sheet;  /* from 1 */
	sheet_kind kind; /* SHEET_UNKNOWN: it is left out */
	bool columns;    /* `of` counts; else by its headings */
	uint8_t of[SHEET_COLUMNS_MAX]; /* sheet_field of each column */
} sheet_choice;

typedef struct sheet_choices {
	VEC(sheet_choice) list;
} sheet_choices;

/* sheet_choices_parse() - "1:duties:A=content,C=lead;2:unknown", on `a`; a sheet that is not
 * named is as it was recognised. MSG_SHEET_COLUMNS: a field twice, one that the kind has not,
 * without the one that it must have, or no such words. */
MUST_CHECK rc sheet_choices_parse(slice words, arena *a, sheet_choices *ret, err *e);

/* A cell that was understood. */
typedef struct sheet_value {
	uint8_t field; /* sheet_field */
	bool inherited; /* bodies: from the row above, or the section's heading */
	slice text;
	actors bodies;
	indexes dates;  /* DUE, DAY: into reading.dates */
	slice value;    /* STATE: a state's word; CITED: the number; CODE */
	slice date;     /* CITED: of the document */
} sheet_value;

/* What the register knows of a row: it has none like it, it has this very one, it has one about
 * the same with another limit, state or the like. */
typedef enum sheet_seen {
	SEEN_UNASKED,
	SEEN_NEW,
	SEEN_SAME,
	SEEN_CHANGED,
} sheet_seen;

typedef struct sheet_row {
	uint32_t row; /* as people count, from 1 */
	uint8_t seen; /* sheet_seen */
	slice of;     /* public id of what it is, or differs from; empty: not shown anywhere */
	slice section; /* the heading above it; absent when there is none */
	VEC(sheet_value) values;
} sheet_row;

typedef struct sheet_bad {
	uint32_t row;
	int32_t column; /* 0.. */
	uint8_t field, fault;
	slice value;
} sheet_bad;

typedef struct sheet_column {
	int32_t column; /* 0.. */
	uint8_t field;
	slice heading;
} sheet_column;

typedef struct sheet {
	slice name; /* any bytes; empty: it has none */
	bool hidden; /* not read */
	int64_t again; /* rows that the register has already; -1: it was not asked */
	int64_t changed; /* of the others: about the same as a row that it has */
	sheet_kind kind;
	uint32_t heading_row; /* from 1; 0: none was recognised */
	VEC(sheet_column) columns;
	VEC(sheet_row) rows;
	VEC(sheet_bad) bad;
} sheet;

typedef struct sheets {
	VEC(sheet) list;
} sheets;

#endif
