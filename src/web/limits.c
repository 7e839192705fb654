/*
 * limits.c - counters by a hash of who and what, four places for each; when all four are in
 * use by others in this minute, nobody is refused: it must never keep out an office.
 */
#include "web/limits.h"

#include <pthread.h>

#include "base/hash.h"

enum { SLOTS = 4096, PLACES = 4, MINUTE = 60 };

typedef struct counter {
	uint64_t key;
	int64_t minute;
	int64_t n;
} counter;

struct limits {
	pthread_mutex_t lock;
	unsigned inside;
	counter at[SLOTS];
};

limits *limits_new(arena *a)
{
	limits *l = arena_new(a, limits);

	*l = (limits){.inside = 0};
	(void)pthread_mutex_init(&l->lock, NULL);
	return l;
}

static uint64_t key_of(char kind, slice name)
{
	slice parts[] = {{&kind, 1}, name};
	unsigned char hash[HASH_BYTES];
	uint64_t key;

	hash_sha256_bytes(parts, ARRAY_LEN(parts), hash);
	memcpy(&key, hash, sizeof key);
	return key | 1;
}

static counter *place_of(limits *l, uint64_t key, int64_t minute)
{
	counter *free_one = NULL;

	for (unsigned i = 0; i < PLACES; i++) {
		counter *c = &l->at[(key + i) % SLOTS];

		if (c->key == key && c->minute == minute)
			return c;
		if (free_one == NULL && c->minute != minute)
			free_one = c;
	}
	if (free_one != NULL)
		*free_one = (counter){.key = key, .minute = minute};
	return free_one;
}

bool limits_pass(limits *l, char kind, slice name, int64_t most, int64_t now)
{
	counter *c;
	bool pass;

	if (most <= 0)
		return true;
	(void)pthread_mutex_lock(&l->lock);
	c = place_of(l, key_of(kind, name), now / MINUTE);
	pass = c == NULL || ++c->n <= most;
	(void)pthread_mutex_unlock(&l->lock);
	return pass;
}

bool limits_enter(limits *l, unsigned most)
{
	bool in;

	(void)pthread_mutex_lock(&l->lock);
	in = l->inside < most;
	l->inside += in;
	(void)pthread_mutex_unlock(&l->lock);
	return in;
}

void limits_leave(limits *l)
{
	(void)pthread_mutex_lock(&l->lock);
	l->inside--;
	(void)pthread_mutex_unlock(&l->lock);
}
