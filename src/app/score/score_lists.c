/*
 * score_lists.c - citations and recipients. Their labels may be partial, so that
 * only recall counts.
 */
#include "app/score/score_priv.h"

#include <stdio.h>

/* A label like "Nghị định số 181/2024/NĐ-CP ngày 31/12/2024", taken apart. */
typedef struct cited {
	swords kind;
	slice number; /* letters, figures and '/' only; absent: cited by name */
	slice date;   /* "2024-12-31"; absent */
} cited;

static const slice number_word = S("số");
static const slice date_word = S("ngày");

/* Where word w of text begins, folded alike; text.n when it does not stand there. */
static size_t word_at(arena *a, slice text, slice w, size_t *ret_end)
{
	swords words = {0};
	swords one = {0};

	score_words(a, text, &words);
	score_words(a, w, &one);
	for (uint32_t i = 0; i < words.n; i++)
		if (sword_eq(&words.p[i], &one.p[0])) {
			*ret_end = span_end(words.p[i].at);
			return words.p[i].at.at;
		}
	*ret_end = text.n;
	return text.n;
}

static size_t first_figure(slice s)
{
	size_t i = 0;

	while (i < s.n && !(s.p[i] >= '0' && s.p[i] <= '9'))
		i++;
	return i;
}

/* Spaces and hyphens of a number are what conversion loses first ("NĐCP"). */
static slice bare_number(arena *a, slice s)
{
	swords words = {0};
	slice out = {"", 0};

	score_words(a, s, &words);
	for (uint32_t i = 0; i < words.n; i++) {
		bool slash = i > 0 && memchr(s.p + span_end(words.p[i - 1].at), '/',
		                             words.p[i].at.at - span_end(words.p[i - 1].at));

		out = arena_printf(a, "%.*s%s%.*s", (int)out.n, out.p, slash ? "/" : "",
		                   (int)words.p[i].folded.n, words.p[i].folded.p);
	}
	return out;
}

/* the first three figures of s as a date, if they are one */
static slice iso_date(arena *a, slice s)
{
	unsigned v[3] = {0, 0, 0};
	int n = 0;

	for (size_t i = 0; i < s.n && n < 3;) {
		if (s.p[i] < '0' || s.p[i] > '9') {
			i++;
			continue;
		}
		for (; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++)
			v[n] = v[n] < 100000 ? v[n] * 10 + (unsigned)(s.p[i] - '0') : v[n];
		n++;
	}
	if (n < 3)
		return (slice){NULL, 0};
	return arena_printf(a, "%04u-%02u-%02u", v[2], v[1], v[0]);
}

static cited cited_of(arena *a, slice label)
{
	cited c = {0};
	size_t after_so;
	size_t after_ngay;
	size_t so = word_at(a, label, number_word, &after_so);
	size_t ngay = word_at(a, label, date_word, &after_ngay);
	size_t kind_end = so < label.n ? so : first_figure(label);
	size_t start = so < label.n ? after_so : kind_end;
	slice number = {NULL, 0};

	if (start < ngay)
		number = (slice){label.p + start, ngay - start};
	if (so == label.n && memchr(label.p, '/', ngay) == NULL)
		number.n = 0; /* a law cited by its name and year */
	score_words(a, (slice){label.p, number.n != 0 ? kind_end : ngay}, &c.kind);
	c.number = bare_number(a, number);
	c.date = iso_date(a, (slice){label.p + after_ngay, label.n - after_ngay});
	return c;
}

static bool has_date(arena *a, const json_t *found, slice date)
{
	slice words = json_member(found, "text");
	size_t after;

	if (date.n == 0 || slice_eq(json_member(found, "date"), date))
		return true;
	if (word_at(a, words, date_word, &after) == words.n)
		return false;
	return slice_eq(iso_date(a, (slice){words.p + after, words.n - after}), date);
}

static bool same_citation(score_case *c, const cited *label, const json_t *found)
{
	slice kind = json_member(found, "kind");
	slice words = json_member(found, "text");
	swords in = {0};

	if (label->number.n != 0 &&
	    !slice_eq(label->number, bare_number(c->a, json_member(found, "number"))))
		return false;
	score_words(c->a, kind, &in);
	score_words(c->a, words, &in);
	if (label->kind.n != 0 && !score_enough(c->a, &label->kind, &in, 8))
		return false;
	return has_date(c->a, found, label->date);
}

/* Our citation with the label's number, else the one with most of its words. */
static slice nearest(score_case *c, slice label)
{
	cited want = cited_of(c->a, label);
	swords words = {0};
	uint32_t most = 0;
	slice best = {NULL, 0};
	const json_t *x;
	size_t i;

	score_words(c->a, label, &words);
	json_array_foreach(json_object_get(c->doc, "citations"), i, x)
	{
		slice one = json_member(x, "text");
		slice number = json_member(x, "number");
		slice date = json_member(x, "date");
		swords ours = {0};
		uint32_t got;

		score_words(c->a, one, &ours);
		got = score_in_order(c->a, words.p, words.n, ours.p, ours.n);
		if (want.number.n != 0 && slice_eq(want.number, bare_number(c->a, number)))
			got += 1000;
		if (got <= most)
			continue;
		most = got;
		best = arena_printf(c->a, "\"%.*s\" number %.*s date %.*s", (int)one.n, one.p,
		                    (int)number.n, number.p, (int)date.n, date.p);
	}
	return best;
}

void score_citations(score_case *c)
{
	const json_t *label;
	size_t i;

	json_array_foreach(json_object_get(c->gold, "citations"), i, label)
	{
		slice words = json_slice(label);
		cited want = cited_of(c->a, words);
		bool found = false;
		const json_t *x;
		size_t k;

		json_array_foreach(json_object_get(c->doc, "citations"), k, x)
			found = found || same_citation(c, &want, x);
		if (found)
			score_right(c, SCORE_CITATIONS);
		else
			score_miss(c, SCORE_CITATIONS, words, nearest(c, words));
	}
}

/* The words of one entry: what stands at its place, and its purpose beside it. */
static void entry_words(score_case *c, const json_t *entry, const char *more, swords *ret)
{
	slice at = slice_at(c->text, json_at(entry));

	score_words(c->a, at.n != 0 ? at : json_member(entry, "text"), ret);
	score_words(c->a, json_member(entry, more), ret);
}

/* A label is a whole entry as printed; ours may be cut into several bodies, so it
 * may run over a few entries that follow one another. */
static bool received(score_case *c, const swords *label, const json_t *recipients)
{
	size_t n = json_array_size(recipients);

	for (size_t first = 0; first < n; first++) {
		swords words = {0};

		for (size_t k = first; k < n && k < first + 16; k++)
			entry_words(c, json_array_get(recipients, k), "purpose", &words);
		if (score_enough(c->a, label, &words, 8))
			return true;
	}
	return false;
}

void score_recipients(score_case *c)
{
	const json_t *recipients = json_object_get(c->doc, "recipients");
	const json_t *archive = json_object_get(c->doc, "archive");
	slice ours = score_actor_words(c->a, recipients);
	swords archived = {0};
	const json_t *label;
	size_t i;

	entry_words(c, archive, "unit", &archived);
	score_words(c->a, json_member(archive, "drafter"), &archived);
	json_array_foreach(json_object_get(c->gold, "recipients"), i, label)
	{
		swords words = {0};

		score_words(c->a, json_slice(label), &words);
		if (received(c, &words, recipients) || score_enough(c->a, &words, &archived, 8))
			score_right(c, SCORE_RECIPIENTS);
		else
			score_miss(c, SCORE_RECIPIENTS, json_slice(label), ours);
	}
}
