/*
 * again.c - the key of an answer.
 */
#include "web/again.h"

#include <pthread.h>

#include "base/hash.h"
#include "sql.h"

struct again {
	pthread_mutex_t lock;
	db *d;
};

again *again_new(arena *a, db *d)
{
	again *x = arena_new(a, again);

	*x = (again){.d = d};
	(void)pthread_mutex_init(&x->lock, NULL);
	return x;
}

bool again_key(again *x, slice path, slice token, bool gzip, int64_t minute, unsigned char *ret)
{
	sql_data_version_row state = {0};
	bool found = false;
	arena a;
	rc code;

	if (db_is_pgsql(x->d))
		return false;
	arena_init(&a, NULL, 0);
	(void)pthread_mutex_lock(&x->lock);
	code = sql_data_version(x->d, &a, &state, &found, NULL);
	(void)pthread_mutex_unlock(&x->lock);
	if (code == RC_OK && found)
		hash_sha256_bytes((slice[]){token,
		                            {gzip ? "z" : "-", 1},
		                            {(const char *)&minute, sizeof minute},
		                            state.word,
		                            path},
		                  5, ret);
	arena_done(&a);
	return code == RC_OK && found;
}
