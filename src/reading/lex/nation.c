/*
 * nation.c - a few words in order, known without their marks.
 *
 * A scan loses marks and now and then a word; what is left in order is still nothing else. Must
 * never be asked of running text, which may speak of the State too.
 */
#include "reading/lex/nation.h"

#include "base/fold.h"

enum { WORDS_MAX = 32, TITLE_MAX = 8 };

/* A title counts with its first `lead` words, or with enough of all; with fewer only when its own word,
 * which no name has, is among them. */
typedef struct title {
	slice words[TITLE_MAX];
	uint32_t n, lead, enough, own;
} title;

static const title nation = {
	{S("cong"), S("hoa"), S("xa"), S("hoi"), S("chu"), S("nghia"), S("viet"), S("nam")},
	8,
	3,
	6,
	5};
static const title party = {{S("dang"), S("cong"), S("san"), S("viet"), S("nam")}, 5, 3, 5, 2};
static const title motto = {
	{S("doc"), S("lap"), S("tu"), S("do"), S("hanh"), S("phuc")}, 6, 2, 5, 1};

/* Do enough words of the title stand in order from word i on? */
static bool in_order(const fold_word *w, uint32_t n, const uint64_t *keys, const title *t)
{
	enum { LEAST = 4 };
	uint32_t at = 0, found = 0, lead = 0;
	bool own = false;

	while (lead < n && lead < t->lead && w[lead].key == keys[lead])
		lead++;
	if (lead == t->lead)
		return true;

	for (uint32_t i = 0; i < n && i < t->n; i++)
		for (uint32_t k = at; k < t->n; k++)
			if (w[i].key == keys[k]) {
				own |= k == t->own;
				at = k + 1;
				found++;
				break;
			}
	return found >= t->enough || (own && found >= LEAST);
}

/* "SỞ CÔNG THƯƠNG CONG HOA XA HOI": a title has its first word once, so where that stands again soon, the name
 * before it held the one at i. */
static uint32_t last_start(const fold_word *w, uint32_t n, uint32_t i, const uint64_t *keys)
{
	enum { SOON = 4 };
	uint32_t last = i;

	for (uint32_t k = i + 1; k + 1 < n && k <= i + SOON; k++)
		if (w[k].key == keys[0] && w[k + 1].key == keys[1])
			last = k;
	return last;
}

static size_t title_in(slice line, const title *t)
{
	fold_walk walk = {.s = {line.p, line.n < NATION_LINE ? line.n : NATION_LINE}};
	fold_word words[WORDS_MAX];
	uint64_t keys[TITLE_MAX];
	uint32_t n = 0;

	while (n < WORDS_MAX && fold_next(&walk, &words[n]))
		n++;
	for (uint32_t k = 0; k < t->n; k++)
		keys[k] = fold_key(t->words[k]);
	for (uint32_t i = 0; i + 2 < n; i++)
		/* Its first word, or one that the scan made something else of. */
		if ((words[i].key == keys[0] ||
		     (words[i + 1].key == keys[1] && words[i + 2].key == keys[2])) &&
		    in_order(words + i, n - i, keys, t))
			return words[last_start(words, n, i, keys)].from.at;
	return line.n;
}

size_t nation_in(slice line)
{
	size_t at = title_in(line, &nation);

	return at < line.n ? at : title_in(line, &party);
}

size_t motto_in(slice line)
{
	return title_in(line, &motto);
}
