/*
 * scan.c - where the next token of a kind stands.
 *
 * Most tokens matter to no pass, and passes are many: they look for what they want in
 * the arrays that hold nothing but words or cues, some tokens at a time. A few tokens
 * behind `end` may be looked at, never taken.
 */
#include "reading/facts/scan.h"

#include <assert.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define STEP 8 /* words */
#define CUE_STEP 16

static_assert(CUE_STEP <= (int)TOKENS_BEHIND, "a step may begin at the last token");

uint32_t scan_next_either(const scan *s, uint32_t i, uint32_t end, uint16_t w1, uint16_t w2)
{
	const uint16_t *words = s->tk.words;
	uint32_t stop = end < s->tk.n ? end : s->tk.n;

#ifdef __SSE2__
	const __m128i a = _mm_set1_epi16((short)w1), b = _mm_set1_epi16((short)w2);

	for (; i < stop; i += STEP) {
		__m128i v = _mm_loadu_si128((const void *)(words + i));
		int mask = _mm_movemask_epi8(
			_mm_or_si128(_mm_cmpeq_epi16(v, a), _mm_cmpeq_epi16(v, b)));

		if (mask != 0) {
			i += (uint32_t)__builtin_ctz((unsigned)mask) / 2;
			return i < stop ? i : end;
		}
	}
#else
	for (; i < stop; i++)
		if (words[i] == w1 || words[i] == w2)
			return i;
#endif
	return end;
}

uint32_t scan_next(const scan *s, uint32_t i, uint32_t end, uint16_t w)
{
	return scan_next_either(s, i, end, w, w);
}

uint32_t scan_next_mark(const scan *s, uint32_t i, uint32_t end)
{
	const uint16_t *words = s->tk.words;
	uint32_t stop = end < s->tk.n ? end : s->tk.n;

#ifdef __SSE2__
	const __m128i none = _mm_setzero_si128(), first = _mm_set1_epi16(MARK_COUNT);

	for (; i < stop; i += STEP) {
		__m128i v = _mm_loadu_si128((const void *)(words + i));
		int mask = _mm_movemask_epi8(
			_mm_and_si128(_mm_cmpgt_epi16(v, none), _mm_cmpgt_epi16(first, v)));

		if (mask != 0) {
			i += (uint32_t)__builtin_ctz((unsigned)mask) / 2;
			return i < stop ? i : end;
		}
	}
#else
	for (; i < stop; i++)
		if (words[i] != 0 && words[i] < MARK_COUNT)
			return i;
#endif
	return end;
}

uint32_t scan_next_stop(const scan *s, uint32_t i, uint32_t end)
{
	const uint16_t *words = s->tk.words;
	uint32_t stop = end < s->tk.n ? end : s->tk.n;

#ifdef __SSE2__
	const __m128i dot = _mm_set1_epi16('.'), asks = _mm_set1_epi16('?');
	const __m128i calls = _mm_set1_epi16('!');

	for (; i < stop; i += STEP) {
		__m128i v = _mm_loadu_si128((const void *)(words + i));
		__m128i is = _mm_or_si128(
			_mm_cmpeq_epi16(v, dot),
			_mm_or_si128(_mm_cmpeq_epi16(v, asks), _mm_cmpeq_epi16(v, calls)));
		int mask = _mm_movemask_epi8(is);

		if (mask != 0) {
			i += (uint32_t)__builtin_ctz((unsigned)mask) / 2;
			return i < stop ? i : end;
		}
	}
#else
	for (; i < stop; i++)
		if (words[i] == '.' || words[i] == '?' || words[i] == '!')
			return i;
#endif
	return end;
}

#ifdef __SSE2__
/* Of eight words: -1 for a figure, ';' and '.'. */
static inline __m128i tells(const uint16_t *words)
{
	__m128i v = _mm_loadu_si128((const void *)words);

	return _mm_or_si128(_mm_cmpeq_epi16(v, _mm_set1_epi16(MARK_FIGURE)),
	                    _mm_or_si128(_mm_cmpeq_epi16(v, _mm_set1_epi16(';')),
	                                 _mm_cmpeq_epi16(v, _mm_set1_epi16('.'))));
}
#endif

uint32_t scan_next_telling(const scan *s, uint32_t i, uint32_t end)
{
	const uint16_t *words = s->tk.words;
	const uint8_t *cues = s->tk.cues;
	uint32_t stop = end < s->tk.n ? end : s->tk.n;

#ifdef __SSE2__
	for (; i < stop; i += CUE_STEP) {
		__m128i none = _mm_cmpeq_epi8(_mm_loadu_si128((const void *)(cues + i)),
		                              _mm_setzero_si128());
		__m128i mark = _mm_packs_epi16(tells(words + i), tells(words + i + STEP));
		int mask = (_mm_movemask_epi8(none) ^ 0xffff) | _mm_movemask_epi8(mark);

		if (mask != 0) {
			i += (uint32_t)__builtin_ctz((unsigned)mask);
			return i < stop ? i : end;
		}
	}
#else
	for (; i < stop; i++)
		if (cues[i] != CUE_NONE || words[i] == MARK_FIGURE || words[i] == ';' ||
		    words[i] == '.')
			return i;
#endif
	return end;
}

uint32_t scan_last_stop(const scan *s, uint32_t i, uint32_t end)
{
	const uint16_t *words = s->tk.words;

#ifdef __SSE2__
	const __m128i dot = _mm_set1_epi16('.'), part = _mm_set1_epi16(';');
	const __m128i over = _mm_set1_epi16(MARK_END);

	for (; end - i >= STEP; end -= STEP) {
		__m128i v = _mm_loadu_si128((const void *)(words + end - STEP));
		__m128i is = _mm_or_si128(
			_mm_cmpeq_epi16(v, dot),
			_mm_or_si128(_mm_cmpeq_epi16(v, part), _mm_cmpeq_epi16(v, over)));
		unsigned mask = (unsigned)_mm_movemask_epi8(is);

		if (mask != 0)
			return end - (uint32_t)__builtin_clz(mask << 16) / 2;
	}
#endif
	while (end > i && words[end - 1] != '.' && words[end - 1] != ';' &&
	       words[end - 1] != MARK_END)
		end--;
	return end;
}

uint32_t cue_next(const scan *s, uint32_t i, uint32_t end, enum cue cls)
{
	const uint8_t *cues = s->tk.cues;
	uint32_t stop = end < s->tk.n ? end : s->tk.n;

#ifdef __SSE2__
	const __m128i c = _mm_set1_epi8((char)cls);

	for (; i < stop; i += CUE_STEP) {
		__m128i v = _mm_loadu_si128((const void *)(cues + i));
		int mask = _mm_movemask_epi8(_mm_cmpeq_epi8(v, c));

		if (mask != 0) {
			i += (uint32_t)__builtin_ctz((unsigned)mask);
			return i < stop ? i : end;
		}
	}
#else
	for (; i < stop; i++)
		if (cues[i] == cls)
			return i;
#endif
	return end;
}
