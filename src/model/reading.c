/*
 * reading.c - the small lookups that belong to the nouns of reading.h.
 */
#include "model/reading.h"

#include "base/ordered.h"

static const struct {
	const char *code, *abbr, *vi;
} kinds[KIND_COUNT] = {
	{NULL, "", NULL},
#define KIND(NAME, code, abbr, vi) {code, abbr, vi},
#include "model/kinds.def"
#undef KIND
};

const char *doc_kind_code(doc_kind k)
{
	return kinds[k].code;
}

const char *doc_kind_name(doc_kind k)
{
	return kinds[k].vi;
}

const char *doc_kind_abbr(doc_kind k)
{
	return kinds[k].abbr;
}

const char *date_flag_word(int i)
{
	static const char *const words[DF_FLAG_COUNT] = {
		"contradictory-bound", "no-year",   "weekday-mismatch",
		"impossible",          "no-anchor", "past",
	};

	return words[i];
}

const char *assignment_flag_word(int i)
{
	static const char *const words[AF_FLAG_COUNT] = {
		"lead-missing", "receiver-missing", "deadline-conflict", "deadline-scope",
		"duplicate",    "conditional",      "implied-deadline",
	};

	return words[i];
}

uint32_t origin_of(const origin_map *m, uint32_t at)
{
	uint32_t k = ordered_last(ORDERED(m, text), at);

	return k == 0 ? 0 : m->p[k - 1].source + (at - m->p[k - 1].text);
}

unsigned sure_of(const sure_map *m, span at)
{
	enum { HALF = 50 }; /* percent: such a word says more than the mean of all */
	uint32_t k = ordered_find(ORDERED(m, at), at.at), n = 0, least = 100;
	uint64_t sum = 0;

	if (k > 0 && (k == m->n || m->p[k].at > at.at))
		k--; /* the span begins inside a word */
	for (; k < m->n && m->p[k].at < span_end(at); k++, n++) {
		sum += m->p[k].percent;
		least = m->p[k].percent < least ? m->p[k].percent : least;
	}
	if (n == 0)
		return 100;
	sum /= n;
	return least < HALF ? (unsigned)((sum + least) / 2) : (unsigned)sum;
}
