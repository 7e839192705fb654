/*
 * sheets.h - what the sheets of one workbook hold, row by row.
 *
 * Made beside the reading of the same file, from the same words; every slice lives on
 * its arena or in its text. Rows with a fault stand in `bad` alone.
 */
#ifndef DONDOC_MODEL_SHEETS_H
#define DONDOC_MODEL_SHEETS_H

#include "model/reading.h"

typedef enum sheet_kind {
	SHEET_UNKNOWN,
#define SHEET_KIND(name, word) SHEET_##name,
#include "model/sheet_fields.def"
	SHEET_KIND_COUNT
} sheet_kind;

typedef enum sheet_field {
	FIELD_NONE,
#define SHEET_FIELD(name, word, type) FIELD_##name,
#include "model/sheet_fields.def"
	FIELD_COUNT
} sheet_field;

typedef enum sheet_type {
	TYPE_TEXT,
	TYPE_BODIES,
	TYPE_DUE,
	TYPE_DAY,
	TYPE_STATE,
	TYPE_CITED,
	TYPE_CODE,
	TYPE_PHONE,
	TYPE_EMAIL,
} sheet_type;

typedef enum sheet_fault {
	FAULT_NONE,
#define SHEET_FAULT(name, code, text) FAULT_##name,
#include "model/sheet_fields.def"
	FAULT_COUNT
} sheet_fault;

/* sheet_kind_word(), sheet_field_word() - the words of the JSON; NULL for no field. */
const char *sheet_kind_word(sheet_kind k);
const char *sheet_field_word(sheet_field f);
sheet_type sheet_field_type(sheet_field f);
const char *sheet_fault_code(sheet_fault f);
const char *sheet_fault_text(sheet_fault f);

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

typedef struct sheet_row {
	uint32_t row; /* as people count, from 1 */
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
