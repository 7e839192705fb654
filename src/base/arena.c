/*
 * arena.c - blocks had from the allocator, handed out from the front.
 */
#include "base/arena.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#define BLOCK_MIN ((size_t)4 << 10)
#define BLOCK_MAX ((size_t)1 << 20)
#define ALIGN alignof(max_align_t)

struct arena_block {
	struct arena_block *older;
	alignas(max_align_t) char room[];
};

static void *libc_alloc(void *ctx, size_t n)
{
	(void)ctx;
	return malloc(n);
}

static void libc_free(void *ctx, void *p)
{
	(void)ctx;
	free(p);
}

const allocator allocator_libc = {libc_alloc, libc_free, NULL};

void arena_init(arena *a, const allocator *from, size_t budget)
{
	*a = (arena){.from = from ? from : &allocator_libc, .budget = budget};
}

void arena_done(arena *a)
{
	struct arena_block *b = a->blocks;

	for (arena_hook *h = a->hooks; h != NULL; h = h->older)
		if (h->p != NULL)
			h->free(h->p);
	a->hooks = NULL;
	while (b != NULL) {
		struct arena_block *older = b->older;

		a->from->free(a->from->ctx, b);
		b = older;
	}
	a->blocks = NULL;
	a->cur = a->end = NULL;
	a->taken = 0;
}

static _Noreturn void arena_fail(arena *a, rc why)
{
	a->failed = why;
	if (a->guarded)
		longjmp(a->guard, 1);
	(void)fprintf(stderr, "dondoc: out of memory\n");
	abort();
}

static void arena_add_block(arena *a, size_t n)
{
	size_t size = a->taken / 2;
	struct arena_block *b;

	size = size < BLOCK_MIN ? BLOCK_MIN : size > BLOCK_MAX ? BLOCK_MAX : size;
#ifdef DONDOC_DEBUG_ARENA
	size = n;
#endif
	if (n > size)
		size = n;
	if (a->budget != 0 && size > a->budget - (a->taken < a->budget ? a->taken : a->budget))
		arena_fail(a, RC_LIMIT);
	b = a->from->alloc(a->from->ctx, sizeof *b + size);
	if (b == NULL)
		arena_fail(a, RC_NOMEM);
	b->older = a->blocks;
	a->blocks = b;
	a->taken += size;
	a->cur = b->room;
	a->end = b->room + size;
}

void *arena_alloc(arena *a, size_t n)
{
	char *p;

	if (n > SIZE_MAX / 2)
		arena_fail(a, RC_LIMIT);
	n = ((n ? n : 1) + ALIGN - 1) & ~(ALIGN - 1); /* nothing at all has an address too */
	if (n > (size_t)(a->end - a->cur))
		arena_add_block(a, n);
	p = a->cur;
	a->cur += n;
	return memset(p, 0, n);
}

arena_hook *arena_on_free(arena *a, void (*free)(void *p))
{
	arena_hook *h = arena_new(a, arena_hook);

	*h = (arena_hook){free, NULL, a->hooks};
	a->hooks = h;
	return h;
}

void *arena_grow(arena *a, void *old, size_t have, size_t want, size_t size, uint32_t *ret_cap)
{
	size_t cap = *ret_cap ? (size_t)*ret_cap * 2 : 8;
	char *p;

	if (cap < want)
		cap = want;
	if (cap > UINT32_MAX || cap > SIZE_MAX / 4 / size)
		arena_fail(a, RC_LIMIT);
	p = arena_alloc(a, cap * size);
	if (have != 0)
		memcpy(p, old, have * size);
	*ret_cap = (uint32_t)cap;
	return p;
}

slice arena_copy(arena *a, slice s)
{
	char *p = arena_alloc(a, s.n + 1);

	if (s.n != 0)
		memcpy(p, s.p, s.n);
	return (slice){p, s.n};
}

slice arena_printf(arena *a, const char *fmt, ...)
{
	char buf[4096];
	va_list ap;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(buf, sizeof buf, fmt, ap);
	va_end(ap);
	assert(n >= 0);
	return arena_copy(a, (slice){buf, (size_t)n < sizeof buf ? (size_t)n : sizeof buf - 1});
}
