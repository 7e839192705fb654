/*
 * sheets.c - the kinds and fields of sheets by their words, and what a person chose for them.
 */
#include "model/sheets.h"

const char *sheet_kind_word(sheet_kind k)
{
	static const char *const words[SHEET_KIND_COUNT] = {
		"unknown",
#define SHEET_KIND(name, word, must, vi) word,
#include "model/sheet_fields.def"
	};

	return words[k];
}

const char *sheet_field_word(sheet_field f)
{
	static const char *const words[FIELD_COUNT] = {
		NULL,
#define SHEET_FIELD(name, word, type, kinds, vi) word,
#include "model/sheet_fields.def"
	};

	return words[f];
}

sheet_type sheet_field_type(sheet_field f)
{
	static const uint8_t types[FIELD_COUNT] = {
		TYPE_TEXT,
#define SHEET_FIELD(name, word, type, kinds, vi) TYPE_##type,
#include "model/sheet_fields.def"
	};

	return (sheet_type)types[f];
}

static const struct {
	const char *code, *text;
} faults[FAULT_COUNT] = {
	{NULL, NULL},
#define SHEET_FAULT(name, code, text) {code, text},
#include "model/sheet_fields.def"
};

const char *sheet_fault_code(sheet_fault f)
{
	return faults[f].code;
}

const char *sheet_fault_text(sheet_fault f)
{
	return faults[f].text;
}

const char *sheet_kind_vi(sheet_kind k)
{
	static const char *const words[SHEET_KIND_COUNT] = {
		"không rõ loại",
#define SHEET_KIND(name, word, must, vi) vi,
#include "model/sheet_fields.def"
	};

	return words[k];
}

const char *sheet_field_vi(sheet_field f)
{
	static const char *const words[FIELD_COUNT] = {
		"không dùng",
#define SHEET_FIELD(name, word, type, kinds, vi) vi,
#include "model/sheet_fields.def"
	};

	return words[f];
}

sheet_kind sheet_kind_of(slice word)
{
	for (int k = SHEET_UNKNOWN + 1; k < SHEET_KIND_COUNT; k++)
		if (slice_eq(slice_c(sheet_kind_word((sheet_kind)k)), word))
			return (sheet_kind)k;
	return SHEET_UNKNOWN;
}

sheet_field sheet_field_of(slice word)
{
	for (int f = FIELD_NONE + 1; f < FIELD_COUNT; f++)
		if (slice_eq(slice_c(sheet_field_word((sheet_field)f)), word))
			return (sheet_field)f;
	return FIELD_NONE;
}

sheet_field sheet_must(sheet_kind k)
{
	static const uint8_t fields[SHEET_KIND_COUNT] = {
		FIELD_NONE,
#define SHEET_KIND(name, word, must, vi) FIELD_##must,
#include "model/sheet_fields.def"
	};

	return (sheet_field)fields[k];
}

bool sheet_may(sheet_kind k, sheet_field f)
{
#define IN(kind) (1u << SHEET_##kind)
	static const uint8_t of[FIELD_COUNT] = {
		0,
#define SHEET_FIELD(name, word, type, kinds, vi) kinds,
#include "model/sheet_fields.def"
	};
#undef IN

	return (of[f] >> k & 1) != 0;
}

slice sheet_column_name(arena *a, int32_t column)
{
	char name[8];
	size_t n = sizeof name;

	for (int64_t c = (int64_t)column + 1; c > 0 && n > 0; c = (c - 1) / 26)
		name[--n] = (char)('A' + (c - 1) % 26);
	return arena_copy(a, (slice){name + n, sizeof name - n});
}

/* --- what a person chose --- */

static int32_t column_of(slice name)
{
	int32_t c = 0;

	if (name.n == 0 || name.n > 2)
		return -1;
	for (size_t i = 0; i < name.n; i++) {
		if (name.p[i] < 'A' || name.p[i] > 'Z')
			return -1;
		c = c * 26 + (name.p[i] - 'A' + 1);
	}
	return c <= SHEET_COLUMNS_MAX ? c - 1 : -1;
}

/* "A=content": each field once, and one that the kind may have. */
static bool parse_column(slice words, sheet_choice *to)
{
	slice name = {0};
	int32_t column;
	sheet_field f;

	if (!slice_next(&words, '=', &name))
		return false;
	column = column_of(name);
	f = sheet_field_of(words);
	if (column < 0 || f == FIELD_NONE || !sheet_may(to->kind, f) ||
	    memchr(to->of, (int)f, sizeof to->of) != NULL)
		return false;
	to->of[column] = (uint8_t)f;
	return true;
}

static bool parse_sheet(slice words, sheet_choice *to)
{
	slice part = {0};
	int64_t number;

	*to = (sheet_choice){0};
	number = slice_next(&words, ':', &part) ? slice_number(part, 9999) : -1;
	if (number < 1 || !slice_next(&words, ':', &part))
		return false;
	to->sheet = (uint32_t)number;
	to->kind = sheet_kind_of(part);
	if (to->kind == SHEET_UNKNOWN)
		return slice_eq(part, slice_c(sheet_kind_word(SHEET_UNKNOWN))) && words.n == 0;
	while (words.n > 0) {
		to->columns = true;
		if (!slice_next(&words, ',', &part) || !parse_column(part, to))
			return false;
	}
	return !to->columns || memchr(to->of, (int)sheet_must(to->kind), sizeof to->of) != NULL;
}

rc sheet_choices_parse(slice words, arena *a, sheet_choices *ret, err *e)
{
	slice part = {0};

	*ret = (sheet_choices){0};
	while (words.n > 0) {
		if (!slice_next(&words, ';', &part) || !parse_sheet(part, VEC_PUSH(a, &ret->list)))
			return err_set(e, RC_INPUT, MSG_SHEET_COLUMNS, "columns");
	}
	return RC_OK;
}
