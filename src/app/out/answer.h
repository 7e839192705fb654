/*
 * answer.h - what a command of the register says: lines for people, or JSON.
 *
 * Everything is put together first and written once, so that a reader sees all or, where
 * the register failed midway, nothing.
 */
#ifndef DONDOC_APP_ANSWER_H
#define DONDOC_APP_ANSWER_H

#include "app/command.h"
#include "base/json_out.h"

typedef struct answer {
	strbuf out;
	json_out json; /* over `out`; used when as_json */
	bool as_json;
	const char *about; /* what a failure from here on names; NULL: nothing */
} answer;

/* answer_open() - `format`: of an option "text|json". answer_close() is due. */
void answer_open(answer *a, opt_value format);

/* answer_close() - write it to stdout when `code` is EXIT_FINE or EXIT_SOME; returns the
 * exit code. */
int answer_close(answer *a, int code);

/* answer_words() - s with control signs as blanks: words of a document on a terminal. */
void answer_words(answer *a, slice s);

/* answer_cut() - the same, at most `most` letters, "…" where more follow. */
void answer_cut(answer *a, slice s, size_t most);

#endif
