/*
 * sheet_kinds.h - the kinds of sheets that an office keeps, and the fields of their rows, by
 * their words (sheet_fields.def).
 */
#ifndef DONDOC_MODEL_SHEET_KINDS_H
#define DONDOC_MODEL_SHEET_KINDS_H

#include "base/arena.h"
#include "base/slice.h"

typedef enum sheet_kind {
	SHEET_UNKNOWN,
#define SHEET_KIND(name, word, must, vi) SHEET_##name,
#include "model/sheet_fields.def"
	SHEET_KIND_COUNT
} sheet_kind;

typedef enum sheet_field {
	FIELD_NONE,
#define SHEET_FIELD(name, word, type, kinds, vi) FIELD_##name,
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

/* sheet_kind_vi(), sheet_field_vi() - in the words of the office. sheet_kind_of(),
 * sheet_field_of() - of a word of the JSON; SHEET_UNKNOWN, FIELD_NONE for none. */
const char *sheet_kind_vi(sheet_kind k);
const char *sheet_field_vi(sheet_field f);
sheet_kind sheet_kind_of(slice word);
sheet_field sheet_field_of(slice word);

/* sheet_must() - the field that every row of a kind has to have. sheet_may() - may a sheet of
 * this kind have the field? */
sheet_field sheet_must(sheet_kind k);
bool sheet_may(sheet_kind k, sheet_field f);

enum { SHEET_COLUMNS_MAX = 64 };

/* sheet_column_name() - "A", "AB", on `a`. */
slice sheet_column_name(arena *a, int32_t column);

#endif
