/*
 * scan.c - where the next token of a kind stands.
 *
 * Most tokens matter to no pass, and passes are many: they look for what they want in
 * the arrays that hold nothing but words or cues, sixteen tokens at a time, because how
 * many steps a search takes cannot be foretold, unless nearly all take one. A few tokens
 * behind `end` may be looked at, never taken.
 */
#include "reading/facts/text/scan.h"

#include <assert.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { STEP = SCAN_STEP, HALF = STEP / 2 };

static_assert(STEP <= (int)TOKENS_BEHIND, "a step may begin at the last token");

/* Of each what is asked: all bits for yes, none for no. */
typedef int16_t half_step __attribute__((vector_size(HALF * sizeof(uint16_t))));
typedef int8_t cue_step __attribute__((vector_size(STEP)));

/* What is sought: up to three words, or a cue. */
typedef struct sought {
	uint16_t w1, w2, w3;
	uint8_t cue;
} sought;

/* A bit for each of sixteen answers, that of the first is the lowest. */
static inline unsigned bits_of_cues(cue_step yes)
{
#ifdef __SSE2__
	return (unsigned)_mm_movemask_epi8((__m128i)yes);
#else
	unsigned bits = 0;

	for (unsigned k = 0; k < STEP; k++)
		bits |= (unsigned)(yes[k] & 1) << k;
	return bits;
#endif
}

static inline unsigned bits_of_words(half_step first, half_step second)
{
#ifdef __SSE2__
	return (unsigned)_mm_movemask_epi8(_mm_packs_epi16((__m128i)first, (__m128i)second));
#else
	unsigned bits = 0;

	for (unsigned k = 0; k < HALF; k++)
		bits |= (unsigned)(first[k] & 1) << k | (unsigned)(second[k] & 1) << (k + HALF);
	return bits;
#endif
}

static inline half_step words_at(const uint16_t *words)
{
	half_step v;

	memcpy(&v, words, sizeof v);
	return v;
}

static inline cue_step cues_at(const tokens *tk, uint32_t i)
{
	cue_step v;

	memcpy(&v, tk->cues + i, sizeof v);
	return v;
}

/* Which of a half step are sought. */
typedef half_step is_word(half_step v, sought of);

static inline half_step is_one(half_step v, sought of)
{
	return v == (int16_t)of.w1;
}

static inline half_step is_either(half_step v, sought of)
{
	return (v == (int16_t)of.w1) | (v == (int16_t)of.w2);
}

static inline half_step is_of_three(half_step v, sought of)
{
	return (v == (int16_t)of.w1) | (v == (int16_t)of.w2) | (v == (int16_t)of.w3);
}

static inline half_step is_mark(half_step v, sought of)
{
	(void)of;
	return (v > 0) & (v < MARK_COUNT);
}

/* A bit for each of sixteen words. */
ALWAYS_INLINE unsigned step_bits(const uint16_t *words, is_word *is, sought of)
{
	return bits_of_words(is(words_at(words), of), is(words_at(words + HALF), of));
}

/* A bit for each of the tokens [i, i + STEP) that is what is sought. */
typedef unsigned bits_at(const tokens *tk, uint32_t i, sought of);

static inline unsigned one_at(const tokens *tk, uint32_t i, sought of)
{
	return step_bits(tk->words + i, is_one, of);
}

static inline unsigned either_at(const tokens *tk, uint32_t i, sought of)
{
	return step_bits(tk->words + i, is_either, of);
}

static inline unsigned three_at(const tokens *tk, uint32_t i, sought of)
{
	return step_bits(tk->words + i, is_of_three, of);
}

static inline unsigned mark_at(const tokens *tk, uint32_t i, sought of)
{
	return step_bits(tk->words + i, is_mark, of);
}

static inline unsigned cue_at(const tokens *tk, uint32_t i, sought of)
{
	return bits_of_cues(cues_at(tk, i) == (int8_t)of.cue);
}

/* The first token of [i, end) that is sought. */
ALWAYS_INLINE uint32_t first_of(const scan *s, uint32_t i, uint32_t end, bits_at *bits, sought of)
{
	uint32_t stop = end < s->tk.n ? end : s->tk.n;

	for (; i < stop; i += STEP) {
		unsigned found = bits(&s->tk, i, of);

		if (found != 0) {
			i += (uint32_t)__builtin_ctz(found);
			return i < stop ? i : end;
		}
	}
	return end;
}

uint32_t scan_next(const scan *s, uint32_t i, uint32_t end, uint16_t w)
{
	return first_of(s, i, end, one_at, (sought){.w1 = w});
}

uint32_t scan_next_either(const scan *s, uint32_t i, uint32_t end, uint16_t w1, uint16_t w2)
{
	return first_of(s, i, end, either_at, (sought){.w1 = w1, .w2 = w2});
}

/* The first of [i, end) that is one of the first `n` words, at most SCAN_OF. */
ALWAYS_INLINE uint32_t next_of(const scan *s, uint32_t i, uint32_t end, const uint16_t *words,
                               unsigned n)
{
	uint32_t stop = end < s->tk.n ? end : s->tk.n;
	half_step of[SCAN_OF];

	for (unsigned k = 0; k < n; k++)
		of[k] = (half_step){0} + (int16_t)words[k];
	for (; i < stop; i += STEP) {
		half_step first = words_at(s->tk.words + i),
			  second = words_at(s->tk.words + i + HALF);
		half_step in_first = first == of[0], in_second = second == of[0];
		unsigned found;

		for (unsigned k = 1; k < n; k++) {
			in_first |= first == of[k];
			in_second |= second == of[k];
		}
		found = bits_of_words(in_first, in_second);
		if (found != 0) {
			i += (uint32_t)__builtin_ctz(found);
			return i < stop ? i : end;
		}
	}
	return end;
}

uint32_t scan_next_of(const scan *s, uint32_t i, uint32_t end, const uint16_t words[SCAN_OF])
{
	return next_of(s, i, end, words, SCAN_OF);
}

uint32_t scan_next_four(const scan *s, uint32_t i, uint32_t end, const uint16_t words[SCAN_OF])
{
	return next_of(s, i, end, words, SCAN_OF / 2);
}

uint32_t scan_next_mark(const scan *s, uint32_t i, uint32_t end)
{
	return first_of(s, i, end, mark_at, (sought){0});
}

uint32_t scan_next_stop(const scan *s, uint32_t i, uint32_t end)
{
	return first_of(s, i, end, three_at, (sought){.w1 = '.', .w2 = '?', .w3 = '!'});
}

uint32_t scan_next_end(const scan *s, uint32_t i, uint32_t end)
{
	return first_of(s, i, end, three_at, (sought){.w1 = '.', .w2 = ';', .w3 = MARK_END});
}

uint32_t scan_next_pair(const scan *s, uint32_t i, uint32_t end, uint16_t w1, uint16_t w2)
{
	uint32_t stop = end < s->tk.n ? end : s->tk.n;

	for (; i + 1 < stop; i += STEP - 1) {
		unsigned found = one_at(&s->tk, i, (sought){.w1 = w1}) &
		                 one_at(&s->tk, i, (sought){.w1 = w2}) >> 1;

		if (found != 0) {
			i += (uint32_t)__builtin_ctz(found);
			return i + 1 < stop ? i : end;
		}
	}
	return end;
}

uint32_t scan_next_final(const scan *s, uint32_t i, uint32_t end)
{
	uint32_t stop = end < s->tk.n ? end : s->tk.n;

	for (; i + 2 < stop; i += STEP - 2) {
		unsigned stops = one_at(&s->tk, i, (sought){.w1 = '.'});
		unsigned found = stops & stops >> 2 & one_at(&s->tk, i, (sought){.w1 = '/'}) >> 1;

		if (found != 0) {
			i += (uint32_t)__builtin_ctz(found);
			return i + 2 < stop ? i : end;
		}
	}
	return end;
}

unsigned scan_telling(const scan *s, uint32_t i)
{
	const sought of = {.w1 = MARK_FIGURE, .w2 = ';', .w3 = '.'};

	return bits_of_cues(cues_at(&s->tk, i) != 0) | three_at(&s->tk, i, of);
}

unsigned scan_turns(const scan *s, uint32_t i)
{
	return three_at(&s->tk, i, (sought){.w1 = '(', .w2 = ')', .w3 = ';'}) |
	       one_at(&s->tk, i, (sought){.w1 = ','});
}

uint32_t cue_next(const scan *s, uint32_t i, uint32_t end, enum cue cls)
{
	return first_of(s, i, end, cue_at, (sought){.cue = (uint8_t)cls});
}

uint32_t scan_last_stop(const scan *s, uint32_t i, uint32_t end)
{
	const uint16_t *words = s->tk.words;
	const sought stop = {.w1 = '.', .w2 = ';', .w3 = MARK_END};

	for (; end - i >= STEP; end -= STEP) {
		unsigned found = step_bits(words + end - STEP, is_of_three, stop);

		if (found != 0)
			return end - (uint32_t)__builtin_clz(found << STEP);
	}
	while (end > i && words[end - 1] != '.' && words[end - 1] != ';' &&
	       words[end - 1] != MARK_END)
		end--;
	return end;
}
