/*
 * search.h - documents found by their words, with and without marks, on both databases.
 *
 * A document is findable by terms that we make ourselves (search_terms.h): its words, twos and
 * threes of them that follow one another, the words of its title and number, the bodies that may
 * see it. So a phrase costs no more than a word, and what one agency sees is found without looking
 * at what it does not. The index of them is ours too (search_part.h, docs/adr/0013), the same on
 * both databases, and so are results and their order: the exact number, hits in the title, the
 * newest.
 */
#ifndef DONDOC_REGISTER_SEARCH_H
#define DONDOC_REGISTER_SEARCH_H

#include "register/reg.h"
#include "register/search/search_terms.h"

enum { SEARCH_MOST = 100 };

/* search_day() - the day by which a document is sorted: of its issue, the first one where
 * only a month or year is known; where nothing is, that of its entry. */
int64_t search_day(slice issued, int64_t entered_at);

/* search_words() - what a document is found by, on `a`; `folded` is its text as base/fold.h
 * has it. Needs no register: any thread may make it. Linear. */
found_by search_words(arena *a, slice title, slice number, slice folded);

/* search_enter() - make a document findable by these words, for these bodies (rows, each
 * once: its audience). Inside db_write(). Linear. It waits until the transaction ends.
 * search_settle() - writes what waits, as one part of the index: runs before every commit
 * (reg_follow()). search_drop() forgets what waits. */
MUST_CHECK rc search_enter(reg *r, int64_t document, int64_t day, const found_by *words,
                           const int64_t *agencies, uint32_t nagencies, err *e);
MUST_CHECK rc search_settle(reg *r, err *e);
void search_drop(reg *r);

/* search_bodies() - the rows of those that may see a document, on `a`. */
typedef VEC(int64_t) search_rows;
MUST_CHECK rc search_bodies(reg *r, int64_t document, arena *a, search_rows *ret, err *e);

/* search_seen_by() - a body was added to the audience of a document. Inside db_write(). One that
 * was entered before is entered again, once for all bodies of a transaction: its text is read. */
MUST_CHECK rc search_seen_by(reg *r, int64_t document, int64_t agency, err *e);

/* search_rebuild() - enter every document into an index that is empty again: after a whole
 * register was moved. Inside db_write(). */
MUST_CHECK rc search_rebuild(reg *r, err *e);

/* search_tidy() - after many documents came in: lay parts of the index together, until there are as
 * few as there can be with `all`, in transactions of some hundred milliseconds. A question looks
 * into each part. Small ones are laid together whenever one is added. */
MUST_CHECK rc search_tidy(reg *r, bool all, err *e);

/* search_renew() - the same after a migration that emptied it, in a transaction of its own: half a
 * minute for a hundred thousand documents, once. Else costs one look. */
MUST_CHECK rc search_renew(reg *r, err *e);

typedef struct search_query {
	slice words; /* as typed: words, "a phrase", a number */
	int64_t agency; /* issued by or sent to it; DB_NULL: any */
	int32_t from_day, to_day; /* INT32_MIN, INT32_MAX: open */
	uint32_t most; /* 1 .. SEARCH_MOST */
} search_query;

typedef VEC(span) search_marks;

typedef struct search_hit {
	sql_search_show_row doc;
	bool by_number, by_title;
	slice snippet; /* words of the source, whole words at both ends */
	bool cut_before, cut_after;
	search_marks marks, title_marks; /* into snippet, into doc.title */
} search_hit;
typedef VEC(search_hit) search_hits;

/* search_find() - the documents that hold all words and phrases, on `a`, of those that the
 * viewer may see. Nothing but signs in the words: no hits. Costs some milliseconds among
 * a hundred thousand documents, however common the words are. */
MUST_CHECK rc search_find(reg *r, const search_query *q, arena *a, search_hits *ret, err *e);

#endif
