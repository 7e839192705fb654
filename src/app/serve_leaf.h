/*
 * serve_leaf.h - drawn pages for the web application, the last of them kept.
 */
#ifndef DONDOC_APP_SERVE_LEAF_H
#define DONDOC_APP_SERVE_LEAF_H

#include <pthread.h>

#include "base/hash.h"
#include "web/serve.h"

enum { LEAF_SLOTS = 128 };

typedef struct leaf_slot {
	char key[HASH_HEX];
	uint32_t page;
	int fd; /* -1: it cannot be drawn */
	size_t bytes;
	uint64_t used; /* 0: the slot is free */
} leaf_slot;

/* Embedded. Keeps at most LEAF_SLOTS pictures of together 64 MB in files without a name: they
 * are gone with the process. */
typedef struct leaf_store {
	pthread_mutex_t lock;
	uint64_t clock;
	size_t bytes;
	leaf_slot slots[LEAF_SLOTS];
} leaf_store;

void leaf_store_init(leaf_store *s);
void leaf_store_done(leaf_store *s);

/* leaf_store_get() - as serve_leaf has it. Drawing is this program's `page` in a process of
 * its own; what cannot be drawn is remembered too. For any thread. */
MUST_CHECK rc leaf_store_get(leaf_store *s, const leaf_ask *ask, arena *a, slice *ret, err *e);

#endif
