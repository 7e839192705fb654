/*
 * slice.c - looking for a few bytes in a line.
 *
 * memmem() makes a table first, which costs more than a line is long. Here a place counts when the
 * first and the last byte fit, sixteen places a step; what is long enough to be built against that
 * goes to memmem(), so that nothing costs more than the text by SHORT.
 * Must never read a byte outside of either.
 */
#include "base/slice.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { STEP = 16, SHORT = 64 };

static bool stands_at(const char *p, slice what)
{
	return p[0] == what.p[0] && memcmp(p, what.p, what.n) == 0;
}

#ifdef __SSE2__
/* Of the STEP places from p on, the first at which `what` stands. */
static const char *find_step(const char *p, slice what)
{
	__m128i first = _mm_cmpeq_epi8(_mm_loadu_si128((const void *)p), _mm_set1_epi8(what.p[0]));
	__m128i last = _mm_cmpeq_epi8(_mm_loadu_si128((const void *)(p + what.n - 1)),
	                              _mm_set1_epi8(what.p[what.n - 1]));
	unsigned may = (unsigned)_mm_movemask_epi8(_mm_and_si128(first, last));

	for (; may != 0; may &= may - 1)
		if (stands_at(p + __builtin_ctz(may), what))
			return p + __builtin_ctz(may);
	return NULL;
}
#endif

static const char *find_short(slice s, slice what)
{
	size_t places = s.n - what.n + 1, i = 0;

#ifdef __SSE2__
	const char *found = NULL;

	for (; i + STEP < places && found == NULL; i += STEP)
		found = find_step(s.p + i, what);
	if (found != NULL || places >= STEP) /* the last step begins where it ends in time */
		return found != NULL ? found : find_step(s.p + places - STEP, what);
#endif
	while (i < places && !stands_at(s.p + i, what))
		i++;
	return i < places ? s.p + i : NULL;
}

const char *slice_find(slice s, slice what)
{
	if (s.p == NULL || what.n > s.n)
		return NULL;
	if (what.n == 0)
		return s.p;
	return what.n <= SHORT ? find_short(s, what) : memmem(s.p, s.n, what.p, what.n);
}
