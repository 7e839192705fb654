/*
 * tsv_again.c - what a second look at a part of a page adds to the first.
 *
 * The first look took the page as one column and lost lines between a seal and a signature;
 * the second looked for words anywhere, and found letters in seals too. Only a line of sure
 * words, three at least (a name), is taken, and only when nothing unsure stands against it:
 * half a name would be a wrong one. It must never replace what was read as surely before.
 */
#include "reading/extract/tsv_priv.h"

enum {
	SURE = 85,      /* percent: each word that is taken */
	WORDS_MIN = 3,  /* of a line: the rim of a seal gives words one by one */
	WORDS_MAX = 12, /* what is longer is no name */
	LETTERS_MIN = 2,
	LINES_MAX = 40, /* of a second look: each asks all words of both */
	BESIDE_PERCENT = 120, /* of the height: a word as near belongs to the line */
};

/* Words of the second look, from left to right. */
typedef struct found {
	const pdf_word *words[WORDS_MAX];
	uint32_t n;
	pdf_box box;
} found;

static bool is_sure(const pdf_word *w)
{
	return w->sure >= SURE && w->chars >= LETTERS_MIN;
}

static bool overlap(const pdf_box *x, const pdf_box *y)
{
	return x->x0 < y->x1 && y->x0 < x->x1 && x->y0 < y->y1 && y->y0 < x->y1;
}

/* At the same height, and so near that it may belong to the line. */
static bool stands_by(const found *f, const pdf_box *b)
{
	int32_t tall = f->box.y1 - f->box.y0, near = tall * BESIDE_PERCENT / 100;
	int32_t middle = (f->box.y0 + f->box.y1) / 2;

	return b->y0 < middle && middle < b->y1 && b->x0 < f->box.x1 + near &&
	       f->box.x0 < b->x1 + near;
}

static bool has(const found *f, const pdf_word *w)
{
	for (uint32_t i = 0; i < f->n; i++)
		if (f->words[i] == w)
			return true;
	return false;
}

static bool add(found *f, const pdf_word *w)
{
	uint32_t i = f->n;

	if (!is_sure(w) || f->n == WORDS_MAX)
		return false;
	for (; i > 0 && f->words[i - 1]->box.x0 > w->box.x0; i--)
		f->words[i] = f->words[i - 1];
	f->words[i] = w;
	if (f->n++ == 0)
		f->box = w->box;
	f->box.x0 = w->box.x0 < f->box.x0 ? w->box.x0 : f->box.x0;
	f->box.y0 = w->box.y0 < f->box.y0 ? w->box.y0 : f->box.y0;
	f->box.x1 = w->box.x1 > f->box.x1 ? w->box.x1 : f->box.x1;
	f->box.y1 = w->box.y1 > f->box.y1 ? w->box.y1 : f->box.y1;
	return true;
}

/* The line with all that stands by it; false when something of that is not sure. */
static bool gather(const tsv_page *again, const tsv_line *l, found *ret)
{
	bool more = true;

	*ret = (found){.n = 0};
	for (uint32_t i = l->first; i < l->first + l->n; i++)
		if (!add(ret, &again->words.p[i]))
			return false;
	while (more && ret->n > 0) {
		more = false;
		for (uint32_t i = 0; i < again->words.n; i++) {
			const pdf_word *w = &again->words.p[i];

			if (has(ret, w) || !stands_by(ret, &w->box))
				continue;
			if (!add(ret, w))
				return false;
			more = true;
		}
	}
	return ret->n >= WORDS_MIN;
}

/* Does it lie over nothing of the first `n` words that was read as surely? */
static bool is_news(const tsv_page *p, uint32_t n, const found *f)
{
	for (uint32_t i = 0; i < n; i++)
		if (is_sure(&p->words.p[i]) && overlap(&p->words.p[i].box, &f->box))
			return false;
	return true;
}

static void take(tsv_page *p, uint32_t n, const found *f, arena *a)
{
	for (uint32_t i = 0; i < n; i++)
		if (overlap(&p->words.p[i].box, &f->box))
			p->words.p[i].text = (slice){0};
	*VEC_PUSH(a, &p->lines) = (tsv_line){p->words.n, f->n, 0};
	for (uint32_t i = 0; i < f->n; i++)
		*VEC_PUSH(a, &p->words) = *f->words[i];
}

void tsv_again(tsv_page *p, const tsv_page *again, arena *a)
{
	uint32_t first = p->words.n,
		 lines = again->lines.n < LINES_MAX ? again->lines.n : LINES_MAX;
	found f;

	for (uint32_t i = 0; i < lines; i++)
		/* Of a line that was cut in two, the first half found the second. */
		if (gather(again, &again->lines.p[i], &f) && is_news(p, p->words.n, &f))
			take(p, first, &f, a);
}
