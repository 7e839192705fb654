/*
 * again.h - what an answer depends on, in one word: its key (http.h).
 *
 * A page is made of the register, of who reads it and of the minute. While none of them is
 * another one, the same bytes would be made again; so they are given again. The state of the
 * register is what SQLite says of its file (store/db.h): it changes with every commit of every
 * process, so nobody who writes has to think of this. PostgreSQL has no such word that costs
 * nothing: there no answer has a key.
 */
#ifndef DONDOC_WEB_AGAIN_H
#define DONDOC_WEB_AGAIN_H

#include "store/db.h"

/* again_key() - of this path for the holder of this cookie, in this minute; HASH_BYTES to `ret`. The state is
 * that of now: an answer that is made later shows it or a newer one. From any thread; a
 * microsecond, and nobody waits. False: there is none. `w` may be NULL. */
bool again_key(const db_watch *w, slice path, slice token, bool gzip, int64_t minute,
               unsigned char *ret);

#endif
