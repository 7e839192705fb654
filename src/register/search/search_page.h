/*
 * search_page.h - the pages of a part of the index, as bytes: terms in order, each with the
 * documents that hold it.
 *
 * A part is a few thousand documents at most, counted from 0, the newest first. So a list of
 * documents is never longer than its bits, a page always has room for one more entry, and whoever
 * asks sets bits and lays them over one another.
 *
 *   page    entries, noughts to its end where another follows; its first term stands beside it
 *   entry   1 + 2 * (term - the one before), + 1 when there are many; then
 *           one document, or: 2 * bytes, + 1 when they are bits; the bytes: bits, or the first
 *           document and what follows it, each less the one before
 *
 * All numbers are of seven bits a byte, the lowest first. Keys of documents stand in pages of their
 * own, eight bytes each. What is read here may be damaged: nothing is believed.
 */
#ifndef DONDOC_REGISTER_SEARCH_PAGE_H
#define DONDOC_REGISTER_SEARCH_PAGE_H

#include "base/arena.h"

enum {
	PART_DOCUMENTS = 8192,
	PART_WORDS = PART_DOCUMENTS / 64,
	PAGE_BYTES = 1984, /* two to a page of SQLite, four to one of PostgreSQL */
	PAGE_KEYS = PAGE_BYTES / 8,
	PAGES_TOGETHER = 128,
};

/* A document that holds a term: the term, and in the lower half the document. */
typedef uint64_t posting;
static inline posting posting_of(uint32_t term, uint32_t document)
{
	return (uint64_t)term << 32 | document;
}

/* Some pages that are full, PAGE_BYTES each but for the last one, by their first terms. */
typedef rc pages_take(void *ctx, const uint32_t *firsts, uint32_t n, slice bytes, err *e);

/* What is written, a term after the other. Begin it with documents, take and ctx. */
typedef struct page_writer {
	uint32_t documents; /* of the part */
	pages_take *take;
	void *ctx;
	uint32_t term; /* the last one */
	uint32_t npages, used; /* used: of the last of them */
	uint32_t firsts[PAGES_TOGETHER];
	unsigned char bytes[PAGES_TOGETHER * PAGE_BYTES];
} page_writer;

/* pages_add() - write n postings, whose terms come in order and after all that were there, those
 * of one term together, in any order, some of them more than once.
 * pages_keys() - write the keys of documents, after all terms. pages_end() - the last pages. */
MUST_CHECK rc pages_add(page_writer *w, const posting *p, size_t n, err *e);
MUST_CHECK rc pages_keys(page_writer *w, const int64_t *keys, err *e);
MUST_CHECK rc pages_end(page_writer *w, err *e);

/* postings_sort() - by their terms, those of one term in the order in which they stood. `tmp` has
 * as much room. Linear. */
void postings_sort(posting *p, posting *tmp, size_t n);

/* A page that is read. */
typedef struct page_reader {
	const unsigned char *p, *end;
	uint32_t documents; /* of the part */
	uint32_t term;
	bool damaged;
} page_reader;
typedef struct page_entry {
	uint32_t term, one; /* one: when list.p is NULL */
	slice list;
	bool bits;
} page_entry;

/* page_open() - at the beginning of a page. page_next() - an entry; false at the end, or where it
 * is damaged. page_list() - the documents of an entry in order, into room for PART_DOCUMENTS; how
 * many, 0 when damaged. */
page_reader page_open(slice bytes, uint32_t first, uint32_t documents);
bool page_next(page_reader *r, page_entry *ret);
uint32_t page_list(const page_entry *in, uint32_t documents, uint16_t *ret);

/* page_find() - sets the bits of all documents that hold a term; which must be clear. False: the
 * page is damaged. */
bool page_find(slice bytes, uint32_t first, uint32_t term, uint32_t documents,
               uint64_t ret[PART_WORDS]);

/* page_key() - the i-th key of a page of keys; false when it has no such. */
bool page_key(slice bytes, uint32_t i, int64_t *ret);
void page_put_key(unsigned char to[8], int64_t key);

#endif
