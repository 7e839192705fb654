/*
 * strbuf.h - bytes being written, one after the other, up to a stated maximum.
 *
 * A strbuf owns its memory unless it was laid over the caller's. It fails
 * stickily: after the first refusal nothing more is kept, and the caller looks
 * at `failed` once, at the end. It never writes a partial piece: a piece that
 * does not fit is dropped whole.
 */
#ifndef DONDOC_BASE_STRBUF_H
#define DONDOC_BASE_STRBUF_H

#include "base/arena.h"
#include "base/slice.h"

typedef struct strbuf {
	char *p;
	size_t n, cap, max;
	const allocator *from; /* NULL: laid over the caller's memory */
	rc failed;             /* RC_OK, RC_LIMIT, RC_NOMEM, or what draining said */
	rc (*drain)(void *ctx, slice s); /* NULL: none; see strbuf_drain() */
	void *ctx;
	size_t most;
} strbuf;

/* strbuf_init() - an empty strbuf that may grow to `max` bytes; takes no memory
 * yet. `from` NULL: malloc. */
void strbuf_init(strbuf *b, const allocator *from, size_t max);

/* strbuf_over() - a strbuf laid over room[0 .. n-1], which stays the caller's. */
void strbuf_over(strbuf *b, char *room, size_t n);

/* strbuf_drain() - from now on, rather than grow beyond `most` bytes the buffer gives what
 * it holds to drain(ctx, …) and begins anew: for output that nobody looks back into. */
void strbuf_drain(strbuf *b, size_t most, rc (*drain)(void *ctx, slice s), void *ctx);

/* strbuf_done() - give the memory back; the strbuf is empty and may be used again. */
void strbuf_done(strbuf *b);

/* strbuf_clear() - forget what was written and any failure; the memory stays. */
void strbuf_clear(strbuf *b);

/* strbuf_more() - make room for `need` more bytes, at least doubling. False, with
 * `failed` set, when they are not to be had. Amortised O(1) a byte. */
bool strbuf_more(strbuf *b, size_t need);

/* strbuf_room() - where the next `need` bytes go, or NULL. The caller adds what it
 * wrote to b->n. */
static inline char *strbuf_room(strbuf *b, size_t need)
{
	if (__builtin_expect(b->failed != RC_OK || b->cap - b->n < need, 0) &&
	    !strbuf_more(b, need))
		return NULL;
	return b->p + b->n;
}

static inline void strbuf_put(strbuf *b, slice s)
{
	char *to = s.n > 0 ? strbuf_room(b, s.n) : NULL;

	if (to == NULL)
		return;
	slice_copy(to, s);
	b->n += s.n;
}

static inline void strbuf_putc(strbuf *b, char c)
{
	char *to = strbuf_room(b, 1);

	if (to == NULL)
		return;
	*to = c;
	b->n++;
}

/* strbuf_repeat() - s, `times` times. */
void strbuf_repeat(strbuf *b, slice s, size_t times);

/* strbuf_digits() - v in decimal digits, with '-' when negative, to room for
 * STRBUF_INT_MAX bytes; returns where they end. */
#define STRBUF_INT_MAX 20
char *strbuf_digits(char *to, int64_t v);

/* strbuf_int() - v in decimal digits, with '-' when negative. */
void strbuf_int(strbuf *b, int64_t v);

/* strbuf_int_pad() - v >= 0 in at least `width` digits, zeros in front. */
void strbuf_int_pad(strbuf *b, int64_t v, unsigned width);

static inline slice strbuf_slice(const strbuf *b)
{
	return (slice){b->p, b->n};
}

#endif
