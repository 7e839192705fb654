/*
 * sorted.c - see sorted.h.
 */
#include "web/pages/sorted.h"

#include <stdlib.h>

#include "base/fold.h"

sort_ask sorted_read(visit *p, const sort_column *columns, uint32_t n)
{
	slice word = http_query(p->q, S("sap-xep"));
	sort_ask ask = {.columns = columns, .n = n, .down = slice_starts(word, S("-"))};

	word = ask.down ? (slice){word.p + 1, word.n - 1} : word;
	while (ask.by < n && (word.n == 0 || !slice_eq(columns[ask.by].word, word)))
		ask.by++;
	return ask;
}

static slice word_of(visit *p, const sort_column *c, bool down)
{
	return page_link(p, "%s%.*s", down ? "-" : "", (int)c->word.n, c->word.p);
}

slice sorted_word(visit *p, const sort_ask *ask)
{
	return ask->by < ask->n ? word_of(p, &ask->columns[ask->by], ask->down) : (slice){0};
}

void sorted_heads(visit *p, const sort_ask *ask, slice path, const char *at, sort_heads *to)
{
	for (uint32_t i = 0; i < ask->n; i++) {
		const sort_column *c = &ask->columns[i];
		bool here = i == ask->by;
		bool leaves = here && ask->down == c->names; /* it was turned already */
		slice word = word_of(p, c, here ? !ask->down : !c->names);
		sort_head *h = VEC_PUSH(p->a, to);

		*h = (sort_head){.words = c->words, .bar = c->bar};
		if (here)
			h->order = ask->down ? S("descending") : S("ascending");
		if (c->word.n > 0)
			h->href = leaves ? page_link(p, "%.*s%s", (int)path.n - 1, path.p, at)
			                 : page_link(p, "%.*ssap-xep=%.*s%s", (int)path.n, path.p,
			                             (int)word.n, word.p, at);
	}
}

const sort_column sorted_sums[SORTED_SUMS] = {
	{S("ten"), S("Cơ quan"), true, true},
	{S("dung-han"), S("Hoàn thành đúng hạn"), false, false},
	{S("xong-qua-han"), S("Hoàn thành quá hạn"), false, false},
	{S("trong-han"), S("Trong hạn"), false, false},
	{S("qua-han"), S("Quá hạn"), false, false},
	{S("khong-han"), S("Không thời hạn"), false, false},
	{S("ty-le"), S("Tỷ lệ đúng hạn"), false, false},
};

sort_key sorted_sum(const sort_ask *ask, slice name, const int64_t buckets[SORTED_SUMS - 2])
{
	int64_t done = buckets[0] + buckets[1];

	if (ask->by == 0)
		return (sort_key){.name = name};
	if (ask->by < SORTED_SUMS - 1)
		return (sort_key){.n = buckets[ask->by - 1]};
	return (sort_key){.n = done > 0 ? buckets[0] * 10000 / done : DB_NULL};
}

typedef struct place {
	slice name; /* folded */
	int64_t n;
	uint32_t at;
	bool down;
} place;

static int by_letters(slice a, slice b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int d = n > 0 ? memcmp(a.p, b.p, n) : 0;

	return d != 0 ? d : a.n < b.n ? -1 : a.n > b.n;
}

static int by_key(const void *a, const void *b)
{
	const place *x = a, *y = b;
	int d = by_letters(x->name, y->name);

	if ((x->n == DB_NULL) != (y->n == DB_NULL))
		return x->n == DB_NULL ? 1 : -1;
	d = d != 0 ? d : x->n < y->n ? -1 : x->n > y->n;
	return d == 0 ? (x->at < y->at ? -1 : 1) : x->down ? -d : d;
}

uint32_t *sorted_order(visit *p, const sort_ask *ask, const sort_keys *keys)
{
	uint32_t *order = arena_array(p->a, uint32_t, keys->n + 1);
	place *places = arena_array(p->a, place, keys->n + 1);

	for (uint32_t i = 0; i < keys->n; i++)
		places[i] = (place){fold_text(p->a, keys->p[i].name), keys->p[i].n, i, ask->down};
	if (ask->by < ask->n && keys->n > 1)
		qsort(places, keys->n, sizeof *places, by_key);
	for (uint32_t i = 0; i < keys->n; i++)
		order[i] = places[i].at;
	return order;
}
