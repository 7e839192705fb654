/*
 * strbuf.c - growth, and digits without printf.
 */
#include "base/strbuf.h"

#include <assert.h>

#define STRBUF_FIRST ((size_t)4096)
#define DIGITS_MAX 20

void strbuf_init(strbuf *b, const allocator *from, size_t max)
{
	*b = (strbuf){.from = from ? from : &allocator_libc, .max = max};
}

void strbuf_over(strbuf *b, char *room, size_t n)
{
	*b = (strbuf){.p = room, .cap = n, .max = n};
}

void strbuf_done(strbuf *b)
{
	if (b->from != NULL && b->p != NULL)
		b->from->free(b->from->ctx, b->p);
	*b = (strbuf){.from = b->from, .max = b->max};
}

void strbuf_clear(strbuf *b)
{
	b->n = 0;
	b->failed = RC_OK;
}

bool strbuf_more(strbuf *b, size_t need)
{
	size_t cap;
	char *p;

	if (b->failed != RC_OK)
		return false;
	if (need <= b->cap - b->n)
		return true;
	if (b->from == NULL || need > b->max - b->n) {
		b->failed = RC_LIMIT;
		return false;
	}
	cap = b->cap == 0 ? STRBUF_FIRST : b->cap <= b->max / 2 ? b->cap * 2 : b->max;
	if (cap < b->n + need)
		cap = b->n + need;
	if (cap > b->max)
		cap = b->max;
	p = b->from->alloc(b->from->ctx, cap);
	if (p == NULL) {
		b->failed = RC_NOMEM;
		return false;
	}
	if (b->n != 0)
		memcpy(p, b->p, b->n);
	if (b->p != NULL)
		b->from->free(b->from->ctx, b->p);
	b->p = p;
	b->cap = cap;
	return true;
}

void strbuf_repeat(strbuf *b, slice s, size_t times)
{
	while (times-- > 0)
		strbuf_put(b, s);
}

void strbuf_int_pad(strbuf *b, int64_t v, unsigned width)
{
	char digits[DIGITS_MAX];
	uint64_t left = v < 0 ? -(uint64_t)v : (uint64_t)v;
	unsigned n = 0;

	assert(width <= DIGITS_MAX);
	do {
		digits[DIGITS_MAX - ++n] = (char)('0' + left % 10);
		left /= 10;
	} while (left != 0);
	while (n < width)
		digits[DIGITS_MAX - ++n] = '0';
	if (v < 0)
		strbuf_putc(b, '-');
	strbuf_put(b, (slice){digits + DIGITS_MAX - n, n});
}

void strbuf_int(strbuf *b, int64_t v)
{
	strbuf_int_pad(b, v, 1);
}
