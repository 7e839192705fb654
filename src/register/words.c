/*
 * words.c - a set of hashes: two words in four thousand million fall together, which costs
 * a percent in a proposal that a person looks at.
 */
#include "register/words.h"

static uint32_t hash_of(slice w)
{
	uint32_t h = 2166136261u;

	for (size_t i = 0; i < w.n; i++)
		h = (h ^ (unsigned char)w.p[i]) * 16777619u;
	return h != 0 ? h : 1;
}

static bool is_in(const word_set *s, uint32_t h, uint32_t *ret_at)
{
	uint32_t at = h & s->mask;

	while (s->slots[at] != 0 && s->slots[at] != h)
		at = (at + 1) & s->mask;
	*ret_at = at;
	return s->slots[at] == h;
}

word_set words_set(arena *a, slice folded)
{
	word_set s = {.mask = 15};
	slice word;

	while (s.mask / 2 < folded.n / 2 + 1) /* words of a letter and a space, half full */
		s.mask = s.mask * 2 + 1;
	s.slots = arena_array(a, uint32_t, (size_t)s.mask + 1);
	while (slice_next(&folded, ' ', &word)) {
		uint32_t at, h = hash_of(word);

		if (word.n == 0 || is_in(&s, h, &at))
			continue;
		s.slots[at] = h;
		s.n++;
	}
	return s;
}

int words_share(arena *a, slice folded, const word_set *in, uint32_t *ret_n)
{
	word_set own = words_set(a, folded);
	uint32_t both = 0;

	for (uint32_t i = 0; i <= own.mask; i++) {
		uint32_t at;

		both += own.slots[i] != 0 && is_in(in, own.slots[i], &at);
	}
	*ret_n = own.n;
	return own.n > 0 ? (int)((uint64_t)both * 100 / own.n) : 0;
}
