/*
 * search.c - one key for each document, greater for newer ones: results come in the order
 * of the key, so the newest twenty are found without sorting all.
 */
#include "register/search.h"

#include "base/fold.h"
#include "base/strbuf.h"

enum { KEY_SHIFT = 36, DAY_ZERO = 1 << 20 };

/* Bits 36 and up: the day, never negative; below: the row. */
static int64_t key_of(int64_t document, int32_t day)
{
	return ((int64_t)(day + DAY_ZERO) << KEY_SHIFT) | document;
}

rc search_enter(reg *r, int64_t document, int32_t day, slice title, slice number, slice text,
                err *e)
{
	int64_t key = key_of(document, day), changed;
	slice head, words;
	strbuf b;
	arena a;
	rc code;

	arena_init(&a, NULL, 0);
	strbuf_over(&b, arena_alloc(&a, title.n + number.n + 1), title.n + number.n + 1);
	strbuf_put(&b, title);
	strbuf_putc(&b, ' ');
	strbuf_put(&b, number);
	head = fold_text(&a, strbuf_slice(&b));
	words = fold_text(&a, text);
	code = sql_search_put(r->d, (sql_search_put_in){key, head, words}, &changed, e);
	if (code == RC_OK)
		code = sql_search_key_put(r->d, (sql_search_key_put_in){key, document}, &changed,
		                          e);
	arena_done(&a);
	return code;
}
