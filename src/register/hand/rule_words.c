/*
 * rule_words.c - the other way of vi_value() for recurrences: words of an office as a rule.
 *
 * Knows the wordings that vi_value() writes and the ones nearest to them. Never guesses: what is
 * left over makes it no rule, and the register refuses it.
 */
#include "register/hand/rule_words.h"

#include "base/fold.h"
#include "model/vi_format.h"

enum { WORDS_MOST = 8, WORDS_ROOM = 120, RULE_MOST = 200 };

/* A phrase is compared word by word; "#" stands for a number of one or two figures. */
static const struct {
	slice words, rule;
} forms[] = {
	{S("nam"), S("yearly")},
	{S("nam ngay # thang #"), S("yearly:%2-%1")},
	{S("nam ngay # #"), S("yearly:%2-%1")},
	{S("nam # #"), S("yearly:%2-%1")},
	{S("nam thang #"), S("yearly:%1")},
	{S("quy"), S("quarterly")},
	{S("quy ngay cuoi quy"), S("quarterly")},
	{S("thang"), S("monthly")},
	{S("thang ngay cuoi thang"), S("monthly:-1")},
	{S("thang ngay #"), S("monthly:%1")},
	{S("thang vao ngay #"), S("monthly:%1")},
	{S("tuan"), S("weekly")},
	{S("tuan thu hai"), S("weekly:mon")},
	{S("tuan thu ba"), S("weekly:tue")},
	{S("tuan thu tu"), S("weekly:wed")},
	{S("tuan thu nam"), S("weekly:thu")},
	{S("tuan thu sau"), S("weekly:fri")},
	{S("tuan thu bay"), S("weekly:sat")},
	{S("tuan chu nhat"), S("weekly:sun")},
};

static int figure_of(slice w)
{
	int n = 0;

	for (size_t i = 0; i < w.n; i++) {
		if (w.p[i] < '0' || w.p[i] > '9' || w.n > 2)
			return -1;
		n = n * 10 + (w.p[i] - '0');
	}
	return w.n > 0 ? n : -1;
}

static bool matches(slice words, slice form, int *n)
{
	slice have, want;

	while (slice_next(&form, ' ', &want)) {
		if (!slice_next(&words, ' ', &have))
			return false;
		if (!slice_eq(want, S("#"))) {
			if (!slice_eq(want, have))
				return false;
			continue;
		}
		*n = figure_of(have);
		if (*n++ < 0)
			return false;
	}
	return words.p == NULL;
}

/* "yearly:%2-%1" with its numbers, two figures each. */
static slice written(arena *a, slice rule, const int *n)
{
	strbuf b;

	strbuf_over(&b, arena_room(a, WORDS_ROOM), WORDS_ROOM);
	strbuf_put(&b, S("R:"));
	for (size_t i = 0; i < rule.n; i++)
		if (rule.p[i] == '%' && i + 1 < rule.n)
			strbuf_int_pad(&b, n[rule.p[++i] - '1'], 2);
		else
			strbuf_putc(&b, rule.p[i]);
	return strbuf_slice(&b);
}

slice rule_of(arena *a, slice words)
{
	slice folded, head;

	if (words.n > RULE_MOST || slice_starts(words, S("R:")))
		return words;
	folded = fold_text(a, words);
	if (!slice_next(&folded, ' ', &head) ||
	    !(slice_eq(head, S("hang")) || slice_eq(head, S("moi"))))
		return words;
	for (size_t i = 0; i < ARRAY_LEN(forms); i++) {
		int n[WORDS_MOST] = {0};

		if (matches(folded, forms[i].words, n))
			return written(a, forms[i].rule, n);
	}
	return words;
}

slice rule_said(arena *a, slice rule)
{
	strbuf b, again;
	slice said;

	strbuf_over(&b, arena_room(a, WORDS_ROOM), WORDS_ROOM);
	vi_value(&b, rule);
	said = strbuf_slice(&b);
	strbuf_over(&again, arena_room(a, WORDS_ROOM), WORDS_ROOM);
	vi_value(&again, rule_of(a, said));
	/* Words that are no rule come back as they are. */
	return slice_starts(rule_of(a, said), S("R:")) && slice_eq(strbuf_slice(&again), said)
	               ? said
	               : rule;
}
