/*
 * again.h - what an answer depends on, in one word: its key (http.h).
 *
 * A page is made of the register, of who reads it and of the minute. While none of them is
 * another one, the same bytes would be made again; so they are given again. The state of the
 * register is what SQLite says of its file: it changes with every commit of every process, so
 * nobody who writes has to think of this. PostgreSQL has no such word that costs nothing: there
 * no answer has a key.
 */
#ifndef DONDOC_WEB_AGAIN_H
#define DONDOC_WEB_AGAIN_H

#include "store/db.h"

typedef struct again again;

/* again_new() - by a connection that is used for nothing else: it must never write, because
 * it alone would not see that. It stays the caller's, and open. */
again *again_new(arena *a, db *d);

/* again_key() - of this path for the holder of this cookie, in this minute; HASH_BYTES to `ret`. The state is
 * that of now: an answer that is made later shows it or a newer one. From any thread; some
 * microseconds. False: there is none, or the register cannot be asked. */
bool again_key(again *x, slice path, slice token, bool gzip, int64_t minute, unsigned char *ret);

#endif
