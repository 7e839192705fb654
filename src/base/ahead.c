/*
 * ahead.c - the pages of what malloc hands out next, all in one call. What it asked for it gives
 * back at once: it must never hold memory, nor fail anybody who would have got on without it.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* MADV_POPULATE_WRITE */
#endif
#include "base/ahead.h"

#include <stdint.h>
#include <sys/mman.h>

#include "base/arena.h"

enum { PAGE = 4096, STACK = 12 * PAGE };

#ifndef MADV_POPULATE_WRITE
#define MADV_POPULATE_WRITE 23 /* Linux 5.14 */
#endif

static __attribute__((noinline)) void stack_ahead(void)
{
	char room[STACK];
	volatile char *at = room;

	for (size_t i = 0; i < STACK; i += PAGE)
		at[i] = 0;
}

void memory_ahead(size_t n)
{
	char *p = allocator_libc.alloc(NULL, n);
	uintptr_t first = ((uintptr_t)p + PAGE - 1) & ~(uintptr_t)(PAGE - 1);

	if (p != NULL && n > PAGE)
		(void)madvise((void *)first, n - PAGE, MADV_POPULATE_WRITE);
	allocator_libc.free(NULL, p);
	stack_ahead();
}
