/*
 * frozen.c - arrays with their sizes in front. Knows nothing of what they are.
 */
#include "base/frozen.h"

typedef struct head {
	uint64_t size, n;
	char unused[FROZEN_ALIGN - 16];
} head;

_Static_assert(sizeof(head) == FROZEN_ALIGN, "an array begins behind its head");

/* What fills the last line of so many bytes. */
static size_t fill(size_t bytes)
{
	return -bytes & (FROZEN_ALIGN - 1);
}

void frozen_put(strbuf *to, const void *p, size_t size, uint32_t n)
{
	head h = {.size = size, .n = n};
	size_t bytes = size * n;

	strbuf_put(to, (slice){(const char *)&h, sizeof h});
	strbuf_put(to, (slice){p, bytes});
	strbuf_repeat(to, (slice){"", 1}, fill(bytes));
}

const void *frozen_take(slice *rest, size_t size, uint32_t *ret_n)
{
	const char *p = rest->p + sizeof(head);
	size_t bytes;
	head h;

	if (rest->n < sizeof h)
		return NULL;
	memcpy(&h, rest->p, sizeof h);
	if (h.size != size || h.n > UINT32_MAX || h.n > (rest->n - sizeof h) / size)
		return NULL;
	bytes = size * h.n + fill(size * h.n);
	if (bytes > rest->n - sizeof h)
		return NULL;
	*ret_n = (uint32_t)h.n;
	*rest = (slice){p + bytes, rest->n - sizeof h - bytes};
	return p;
}
