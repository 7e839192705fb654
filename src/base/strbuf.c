/*
 * strbuf.c - growth, and digits without printf.
 */
#include "base/strbuf.h"

#include <assert.h>
#include <endian.h>

#define STRBUF_FIRST ((size_t)4096)

void strbuf_init(strbuf *b, const allocator *from, size_t max)
{
	*b = (strbuf){.from = from ? from : &allocator_libc, .max = max};
}

void strbuf_over(strbuf *b, char *room, size_t n)
{
	*b = (strbuf){.p = room, .cap = n, .max = n};
}

void strbuf_drain(strbuf *b, size_t most, rc (*drain)(void *ctx, slice s), void *ctx)
{
	b->most = most;
	b->drain = drain;
	b->ctx = ctx;
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
	if (b->drain != NULL && b->n > 0 && need > b->most - (b->n < b->most ? b->n : b->most)) {
		b->failed = b->drain(b->ctx, (slice){b->p, b->n});
		b->n = 0;
		if (b->failed != RC_OK || need <= b->cap)
			return b->failed == RC_OK;
	}
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

/* The digits of v, written to end at `end`; returns where they begin. */
static inline char *digits_before(char *end, uint64_t v)
{
	static const char pairs[] = "0001020304050607080910111213141516171819"
				    "2021222324252627282930313233343536373839"
				    "4041424344454647484950515253545556575859"
				    "6061626364656667686970717273747576777879"
				    "8081828384858687888990919293949596979899";

	for (; v >= 100; v /= 100) {
		end -= 2;
		memcpy(end, pairs + v % 100 * 2, 2);
	}
	if (v < 10) {
		*--end = (char)('0' + v);
		return end;
	}
	memcpy(end - 2, pairs + v * 2, 2);
	return end - 2;
}

#define EIGHT_DIGITS 100000000u

/* The digits of v < EIGHT_DIGITS, and zeros, to eight bytes; returns where they end. Two
 * halves of four, then four pairs, then eight digits side by side in one register, because
 * how many there are cannot be foretold, and nearly all numbers are such. */
static inline char *eight_digits(char *to, uint64_t v)
{
	uint64_t fours = v / 10000 | v % 10000 << 32;
	uint64_t hundreds = (fours * 10486 >> 20) & 0x0000007f0000007f;
	uint64_t pairs = hundreds | (fours - hundreds * 100) << 16;
	uint64_t tens = (pairs * 103 >> 10) & 0x000f000f000f000f;
	uint64_t digits = tens | (pairs - tens * 10) << 8;
	unsigned zeros = (unsigned)__builtin_ctzll(digits | (uint64_t)1 << 56) / 8;

	digits = htole64((digits | 0x3030303030303030) >> zeros * 8);
	memcpy(to, &digits, sizeof digits);
	return to + (8 - zeros);
}

char *strbuf_digits(char *to, int64_t v)
{
	uint64_t left = v < 0 ? -(uint64_t)v : (uint64_t)v;
	unsigned n = 1;

	if ((uint64_t)v < EIGHT_DIGITS)
		return eight_digits(to, (uint64_t)v);
	if (v < 0)
		*to++ = '-';
	for (uint64_t p = 10; n < STRBUF_INT_MAX - 1 && left >= p; p *= 10)
		n++;
	(void)digits_before(to + n, left);
	return to + n;
}

void strbuf_int_pad(strbuf *b, int64_t v, unsigned width)
{
	char digits[STRBUF_INT_MAX];
	char *end = digits + sizeof digits;
	char *at = digits_before(end, v < 0 ? -(uint64_t)v : (uint64_t)v);

	assert(width < sizeof digits);
	while ((size_t)(end - at) < width)
		*--at = '0';
	if (v < 0)
		*--at = '-';
	strbuf_put(b, (slice){at, (size_t)(end - at)});
}

void strbuf_int(strbuf *b, int64_t v)
{
	strbuf_int_pad(b, v, 1);
}
