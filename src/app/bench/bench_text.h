/*
 * bench_text.h - text to measure with: many different documents made of the
 * sentences of the sample documents.
 *
 * A file repeated flatters: branch predictors and caches learn it (up to twofold
 * measured). So sentences are drawn at random, and figures and persons' names in
 * them vary. The same seed gives the same bytes everywhere.
 */
#ifndef DONDOC_APP_BENCH_TEXT_H
#define DONDOC_APP_BENCH_TEXT_H

#include "base/strbuf.h"

typedef struct bench_pool bench_pool; /* the parts of the samples */

/* bench_pool_new() - cut up the samples that the program carries. NULL when it
 * carries none that can be rendered. Lives on a. */
const bench_pool *bench_pool_new(arena *a);

/* bench_document() - append one document of at least `size` bytes: a head, body
 * paragraphs, a foot. *seed moves on. */
void bench_document(const bench_pool *pool, size_t size, uint64_t *seed, strbuf *to);

#endif
