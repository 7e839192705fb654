/*
 * again.c - the key of an answer. It must never wait: the threads that move bytes ask for it, and
 * one that were stopped with a lock in its hand would stop all of them.
 */
#include "web/again.h"

#include "base/hash.h"

bool again_key(const db_watch *w, slice path, slice token, bool gzip, int64_t minute,
               unsigned char *ret)
{
	uint64_t state[DB_WORD];

	if (w == NULL || !db_word(w, state))
		return false;
	hash_sha256_bytes((slice[]){token,
	                            {gzip ? "z" : "-", 1},
	                            {(const char *)&minute, sizeof minute},
	                            {(const char *)state, sizeof state},
	                            path},
	                  5, ret);
	return true;
}
