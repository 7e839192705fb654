/*
 * strangers.c - four places for each name, by its hash.
 *
 * Must never hold a name itself, nor grow with what strangers send.
 */
#include "web/strangers.h"

#include <pthread.h>

#include "base/hash.h"
#include "register/people/people.h"

enum { SLOTS = 4096, PLACES = 4 };

typedef struct stranger {
	uint64_t key;
	int64_t failures, failed_at;
} stranger;

struct strangers {
	pthread_mutex_t lock;
	stranger at[SLOTS];
};

strangers *strangers_new(arena *a)
{
	strangers *s = arena_new(a, strangers);

	memset(s, 0, sizeof *s);
	(void)pthread_mutex_init(&s->lock, NULL);
	return s;
}

static uint64_t key_of(slice login)
{
	unsigned char hash[HASH_BYTES];
	uint64_t key;

	hash_sha256_bytes(&login, 1, hash);
	memcpy(&key, hash, sizeof key);
	return key | 1;
}

/* Its own place, else the one of who was tried longest ago. */
static stranger *place_of(strangers *s, uint64_t key)
{
	stranger *oldest = &s->at[key % SLOTS];

	for (unsigned i = 0; i < PLACES; i++) {
		stranger *x = &s->at[(key + i) % SLOTS];

		if (x->key == key)
			return x;
		if (x->failed_at < oldest->failed_at)
			oldest = x;
	}
	return oldest;
}

rc strangers_may(strangers *s, const reg *r, slice login, err *e)
{
	uint64_t key = key_of(login);
	stranger x;

	(void)pthread_mutex_lock(&s->lock);
	x = *place_of(s, key);
	(void)pthread_mutex_unlock(&s->lock);
	return x.key == key ? people_may_try(r, 0, x.failures, x.failed_at, e) : RC_OK;
}

void strangers_tried(strangers *s, const reg *r, slice login)
{
	uint64_t key = key_of(login);
	stranger *x;

	(void)pthread_mutex_lock(&s->lock);
	x = place_of(s, key);
	if (x->key != key)
		*x = (stranger){.key = key};
	x->failures = people_failures(x->failures);
	x->failed_at = r->now;
	(void)pthread_mutex_unlock(&s->lock);
}
