/*
 * out_both.h - the same facts as JSON or as lines for people, said once.
 *
 * A fact has a key and a label; what is absent is null in JSON and no line in text.
 */
#ifndef DONDOC_APP_OUT_BOTH_H
#define DONDOC_APP_OUT_BOTH_H

#include "app/out/out.h"

typedef struct both {
	strbuf *b;
	json_out j;
	bool json;
	unsigned indent;
} both;

enum both_kind {
	BOTH_TEXT,   /* a slice */
	BOTH_WORD,   /* a slice: a word of ours, in the office's wording in text */
	BOTH_WORDS,  /* a slice: such words with blanks between; in text with semicolons */
	BOTH_VERB,   /* a slice: a word of the log */
	BOTH_JSON,   /* a slice: a JSON object of ours, as it stands; nothing in text */
	BOTH_INT,    /* an int64_t, as the rest; DB_NULL is absent */
	BOTH_MINUTE, /* a limit */
	BOTH_START,  /* the minute a meeting begins */
	BOTH_TIME,   /* seconds since 1970 */
	BOTH_DAY,
	BOTH_ROW,    /* an int64_t that only JSON has */
};

/* A fact: where it stands in a row of the register. */
typedef struct both_fact {
	enum both_kind kind;
	slice key, label;
	size_t at;
} both_fact;

both both_to(strbuf *b, bool json);

/* both_facts() - `n` facts of one row; both_text(), both_day(): one that no row holds. */
void both_facts(both *o, const both_fact *facts, size_t n, const void *row);
void both_text(both *o, slice key, slice label, slice v);
void both_day(both *o, slice key, slice label, int64_t day);

/* both_rows() - a list of rows of `size` bytes each, by the facts of each. */
void both_rows(both *o, slice key, slice label, const both_fact *facts, size_t nfacts,
               const void *rows, uint32_t n, size_t size);

/* both_list() … both_item() … both_item_end() … both_list_end() - a list of objects; in text
 * a heading with `n`, each item's facts indented under it. */
void both_list(both *o, slice key, slice label, uint32_t n);
void both_item(both *o);
void both_item_end(both *o);
void both_list_end(both *o);

#endif
