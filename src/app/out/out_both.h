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

both both_to(strbuf *b, bool json);
void both_text(both *o, slice key, slice label, slice v);
/* both_word() - a word of ours: as it stands in JSON, in the office's wording in text. */
void both_word(both *o, slice key, slice label, slice word);
/* both_words() - the same of words with blanks between; in text with semicolons. */
void both_words(both *o, slice key, slice label, slice words);
void both_int(both *o, slice key, slice label, int64_t v);
void both_minute(both *o, slice key, slice label, int64_t minute);
void both_start(both *o, slice key, slice label, int64_t minute); /* of a meeting */
void both_time(both *o, slice key, slice label, int64_t seconds);
void both_day(both *o, slice key, slice label, int64_t day);

/* both_list() … both_item() … both_item_end() … both_list_end() - a list of objects; in text
 * a heading with `n`, each item's facts indented under it. */
void both_list(both *o, slice key, slice label, uint32_t n);
void both_item(both *o);
void both_item_end(both *o);
void both_list_end(both *o);

/* both_detail() - a JSON object of ours, as it stands; nothing in text. */
void both_detail(both *o, slice key, slice object);

#endif
