/*
 * arena.c - blocks had from the allocator, handed out from the front.
 */
#include "base/arena.h"

#include <assert.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#define BLOCK_MIN ((size_t)4 << 10)
#define BLOCK_MAX ((size_t)1 << 20)
#define ALIGN alignof(max_align_t)
#define LARGE 64 /* an element of which one is to be expected */

struct arena_block {
	struct arena_block *older;
	size_t size;
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

static struct arena_block *arena_add_block(arena *a, size_t n)
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
	b->size = size;
	a->blocks = b;
	a->taken += size;
	return b;
}

static size_t rounded(size_t n)
{
	return (n + ALIGN - 1) & ~(ALIGN - 1);
}

void *arena_room(arena *a, size_t n)
{
	struct arena_block *b;
	char *p = a->cur;

	if (n > SIZE_MAX / 2)
		arena_fail(a, RC_LIMIT);
	n = rounded(n ? n : 1); /* nothing at all has an address too */
	if (n <= (size_t)(a->end - p)) {
		a->cur += n;
		return p;
	}
	b = arena_add_block(a, n);
	/* What fills a block leaves the room of the one before to what is to come. */
	if (b->size - n > (size_t)(a->end - p)) {
		a->cur = b->room + n;
		a->end = b->room + b->size;
	}
	return b->room;
}

/* Is a block of this size filled by what it was made for? */
static bool is_own_block(size_t size)
{
#ifdef DONDOC_DEBUG_ARENA
	return size != 0;
#else
	return size > BLOCK_MAX;
#endif
}

void arena_drop(arena *a, void *p)
{
	struct arena_block **link = &a->blocks;

	while (*link != NULL && (*link)->room != p)
		link = &(*link)->older;
	if (*link != NULL && is_own_block((*link)->size)) {
		struct arena_block *b = *link;

		*link = b->older;
		a->taken -= b->size;
		a->from->free(a->from->ctx, b);
	}
}

void *arena_alloc(arena *a, size_t n)
{
	return memset(arena_room(a, n), 0, n);
}

arena_hook *arena_on_free(arena *a, void (*free)(void *p))
{
	arena_hook *h = arena_new(a, arena_hook);

	*h = (arena_hook){free, NULL, a->hooks};
	a->hooks = h;
	return h;
}

/* Room for n bytes: where the `had` bytes of old are, when they were handed out last and
 * the block goes on behind them. */
static char *more_room(arena *a, char *old, size_t had, size_t n)
{
#ifndef DONDOC_DEBUG_ARENA
	if (had != 0 && old + rounded(had) == a->cur && n <= (size_t)(a->end - old)) {
		a->cur = old + rounded(n);
		return old;
	}
#else
	(void)old, (void)had;
#endif
	return arena_room(a, n);
}

void *arena_grow(arena *a, void *old, size_t have, size_t want, size_t size, uint32_t *ret_cap)
{
	size_t cap = *ret_cap ? (size_t)*ret_cap * 2 : size < LARGE ? 8 : 1;
	char *p;

	if (cap < want)
		cap = want;
	if (cap > UINT32_MAX || cap > SIZE_MAX / 4 / size)
		arena_fail(a, RC_LIMIT);
	p = more_room(a, old, *ret_cap * size, cap * size);
	if (p != old && have != 0)
		memcpy(p, old, have * size);
	memset(p + have * size, 0, (cap - have) * size);
	*ret_cap = (uint32_t)cap;
	return p;
}

slice arena_copy(arena *a, slice s)
{
	char *p = arena_room(a, s.n + 1);

	*slice_copy(p, s) = '\0';
	return (slice){p, s.n};
}

/* What is being formatted: out[0 .. n-1], at most `room` bytes. */
typedef struct format {
	char *out;
	size_t n, room;
} format;

static void put_bytes(format *f, const char *p, size_t n)
{
	if (n > f->room - f->n)
		n = f->room - f->n;
	if (n != 0)
		memcpy(f->out + f->n, p, n);
	f->n += n;
}

static void put_digits(format *f, uint32_t v, bool negative, size_t width)
{
	char digits[16];
	size_t at = sizeof digits;

	do
		digits[--at] = (char)('0' + v % 10);
	while ((v /= 10) != 0);
	while (sizeof digits - at + negative < width)
		digits[--at] = '0';
	if (negative)
		digits[--at] = '-';
	put_bytes(f, digits + at, sizeof digits - at);
}

/* As many bytes of p as there are before a NUL, at most `most`. */
static void put_text(format *f, const char *p, size_t most)
{
	const char *nul = most != 0 ? memchr(p, '\0', most) : NULL;

	put_bytes(f, p, nul != NULL ? (size_t)(nul - p) : most);
}

/* The conversions that dates and names are made of: %d %u %c %s %%, with 0 and a width,
 * %.*s and %.9s. False, with f to be thrown away, when fmt has any other. libc does
 * the same at ten times the cost, and a document has thousands. */
static bool format_quickly(format *f, const char *fmt, va_list ap)
{
	for (; *fmt != '\0'; fmt++) {
		size_t width = 0;
		int v, most = INT_MAX;

		if (*fmt != '%') {
			put_bytes(f, fmt, 1);
			continue;
		}
		if (*++fmt == '0' && fmt[1] >= '1' && fmt[1] <= '9') {
			width = (size_t)(fmt[1] - '0');
			fmt += 2;
		} else if (*fmt == '.' && fmt[1] == '*' && fmt[2] == 's') {
			most = va_arg(ap, int);
			fmt += 2;
		} else if (*fmt == '.' && fmt[1] >= '1' && fmt[1] <= '9' && fmt[2] == 's') {
			most = fmt[1] - '0';
			fmt += 2;
		}
		if (*fmt == 'd') {
			v = va_arg(ap, int);
			put_digits(f, v < 0 ? -(uint32_t)v : (uint32_t)v, v < 0, width);
		} else if (*fmt == 'u') {
			put_digits(f, va_arg(ap, unsigned), false, width);
		} else if (*fmt == 's' && width == 0 && most >= 0) {
			const char *p = va_arg(ap, const char *);

			put_text(f, p, most == INT_MAX ? slice_c(p).n : (size_t)most);
		} else if (*fmt == 'c' && width == 0) {
			put_bytes(f, (char[]){(char)va_arg(ap, int)}, 1);
		} else if (*fmt == '%' && width == 0) {
			put_bytes(f, fmt, 1);
		} else {
			return false;
		}
	}
	return true;
}

slice arena_printf(arena *a, const char *fmt, ...)
{
	char buf[4096];
	format f = {buf, 0, sizeof buf - 1};
	va_list ap;
	int n;

	va_start(ap, fmt);
	if (format_quickly(&f, fmt, ap)) {
		va_end(ap);
		return arena_copy(a, (slice){buf, f.n});
	}
	va_end(ap);
	va_start(ap, fmt);
	n = vsnprintf(buf, sizeof buf, fmt, ap);
	va_end(ap);
	assert(n >= 0);
	return arena_copy(a, (slice){buf, (size_t)n < sizeof buf ? (size_t)n : sizeof buf - 1});
}
