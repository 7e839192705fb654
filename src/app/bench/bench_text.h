/*
 * bench_text.h - text to measure with: many different documents made of the
 * sentences of the sample documents, or of other papers.
 *
 * A file repeated flatters: branch predictors and caches learn it (up to twofold
 * measured). So sentences are drawn at random, and figures and persons' names in
 * them vary. The same seed gives the same bytes everywhere.
 */
#ifndef DONDOC_APP_BENCH_TEXT_H
#define DONDOC_APP_BENCH_TEXT_H

#include "base/err.h"
#include "base/strbuf.h"

typedef struct bench_pool bench_pool; /* the parts of the samples */

/* bench_pool_new() - cut up the samples that the program carries; NULL when it
 * carries none that can be rendered. Lives on a. */
const bench_pool *bench_pool_new(arena *a);

/* bench_pool_of() - the same of other papers, plain text in UTF-8, by their paths. RC_INPUT
 * when no sentence is in them, or as file_read() of one that cannot be read. */
MUST_CHECK rc bench_pool_of(char *const *paths, size_t n, arena *a, const bench_pool **ret, err *e);

/* bench_paper() - paper i of a pool as it was before it was cut up; false behind the last. */
bool bench_paper(const bench_pool *pool, size_t i, slice *ret);

/* bench_document() - append one document of at least `size` bytes: a head, body
 * paragraphs, a foot. *seed moves on. */
void bench_document(const bench_pool *pool, size_t size, uint64_t *seed, strbuf *to);

#endif
