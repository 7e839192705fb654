/*
 * score_words.c - folding to comparable words, and finding them in order.
 *
 * What: see score_words.h. Must never be used by a reading: it forgives what
 * a reading has to tell apart.
 */
#include "app/score/score_words.h"

#include <utf8proc.h>

#include "base/utf8.h"

#define FOLD_MAX 8 /* code points one decomposes into; utf8proc's own bound is 18 for U+FDFA */

static bool is_tone(utf8proc_int32_t cp)
{
	return cp == 0x300 || cp == 0x301 || cp == 0x303 || cp == 0x309 || cp == 0x323;
}

static bool in_word(uint32_t cp)
{
	utf8proc_category_t c = utf8proc_category((utf8proc_int32_t)cp);

	return (c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_LO) ||
	       c == UTF8PROC_CATEGORY_MN || c == UTF8PROC_CATEGORY_ND;
}

/* A word being built: letters in front, tones behind, never longer than 4 times
 * its source plus what decomposition adds. */
typedef struct folder {
	VEC(char) letters;
	VEC(char) tones;
} folder;

static void fold_push(arena *a, folder *f, utf8proc_int32_t cp)
{
	char buf[4];
	unsigned n = utf8_put((uint32_t)cp, buf);

	for (unsigned i = 0; i < n; i++) {
		if (is_tone(cp))
			*VEC_PUSH(a, &f->tones) = buf[i];
		else
			*VEC_PUSH(a, &f->letters) = buf[i];
	}
}

static void fold_letter(arena *a, folder *f, uint32_t cp)
{
	utf8proc_int32_t out[FOLD_MAX];
	int boundary = 0;
	utf8proc_ssize_t n;

	if (cp == 0x1a2 || cp == 0x1a3) /* the letter gha, which old fonts put for ư */
		cp = 0x1b0;
	n = utf8proc_decompose_char((utf8proc_int32_t)cp, out, FOLD_MAX,
	                            UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD, &boundary);
	if (n < 0 || n > FOLD_MAX) {
		fold_push(a, f, (utf8proc_int32_t)cp);
		return;
	}
	for (utf8proc_ssize_t i = 0; i < n; i++)
		fold_push(a, f, out[i]);
}

static void fold_end(arena *a, folder *f, span at, swords *ret)
{
	uint64_t h = 1469598103934665603u;
	sword *w;
	char *p;

	for (uint32_t i = 0; i < f->tones.n; i++)
		*VEC_PUSH(a, &f->letters) = f->tones.p[i];
	if (f->letters.n == 0)
		return;
	p = arena_alloc(a, f->letters.n);
	memcpy(p, f->letters.p, f->letters.n);
	for (uint32_t i = 0; i < f->letters.n; i++)
		h = (h ^ (unsigned char)p[i]) * 1099511628211u;
	w = VEC_PUSH(a, ret);
	*w = (sword){{p, f->letters.n}, h, at};
	f->letters.n = f->tones.n = 0;
}

void score_words(arena *a, slice text, swords *ret)
{
	const unsigned char *base = (const unsigned char *)text.p;
	folder f = {0};
	size_t start = 0;
	size_t i = 0;

	text.n = utf8_invalid_at(text); /* a quotation may have been cut inside a letter */
	while (i < text.n) {
		unsigned len;
		uint32_t cp = utf8_next(base + i, &len);

		if (in_word(cp)) {
			if (f.letters.n == 0)
				start = i;
			fold_letter(a, &f, cp);
		} else {
			fold_end(a, &f, (span){(uint32_t)start, (uint32_t)(i - start)}, ret);
		}
		i += len;
	}
	fold_end(a, &f, (span){(uint32_t)start, (uint32_t)(text.n - start)}, ret);
}

bool sword_eq(const sword *x, const sword *y)
{
	return x->hash == y->hash && slice_eq(x->folded, y->folded);
}

uint32_t score_in_order(arena *a, const sword *x, uint32_t nx, const sword *y, uint32_t ny)
{
	uint32_t *row = arena_array(a, uint32_t, (size_t)ny + 1);

	for (uint32_t i = 0; i < nx; i++) {
		uint32_t diagonal = 0;

		for (uint32_t j = 0; j < ny; j++) {
			uint32_t above = row[j + 1];

			if (sword_eq(&x[i], &y[j]))
				row[j + 1] = diagonal + 1;
			else if (row[j] > above)
				row[j + 1] = row[j];
			diagonal = above;
		}
	}
	return row[ny];
}

bool score_enough(arena *a, const swords *x, const swords *y, unsigned tenths)
{
	return x->n != 0 &&
	       (uint64_t)10 * score_in_order(a, x->p, x->n, y->p, y->n) >= (uint64_t)tenths * x->n;
}

bool score_same_words(arena *a, slice x, slice y)
{
	swords xs = {0};
	swords ys = {0};

	score_words(a, x, &xs);
	score_words(a, y, &ys);
	if (xs.n != ys.n)
		return false;
	for (uint32_t i = 0; i < xs.n; i++)
		if (!sword_eq(&xs.p[i], &ys.p[i]))
			return false;
	return true;
}

static span words_span(const sword *first, const sword *last)
{
	return (span){first->at.at, span_end(last->at) - first->at.at};
}

void score_find(arena *a, const swords *x, const swords *y, spans *ret)
{
	for (uint32_t i = 0; x->n != 0 && i + x->n <= y->n; i++) {
		uint32_t k = 0;

		while (k < x->n && sword_eq(&x->p[k], &y->p[i + k]))
			k++;
		if (k == x->n)
			*VEC_PUSH(a, ret) = words_span(&y->p[i], &y->p[i + k - 1]);
	}
}

void score_find_near(arena *a, const swords *x, const swords *y, spans *ret)
{
	uint32_t had = ret->n;
	uint32_t best = 0;
	span where = {0};

	score_find(a, x, y, ret);
	if (ret->n != had || x->n < 3)
		return;
	for (uint32_t i = 0; i < y->n; i++) {
		uint32_t room = x->n + x->n / 2;
		uint32_t got;

		/* a place that matters begins with one of the first words */
		if (!sword_eq(&x->p[0], &y->p[i]) && !sword_eq(&x->p[1], &y->p[i]) &&
		    !sword_eq(&x->p[2], &y->p[i]))
			continue;
		room = room > y->n - i ? y->n - i : room;
		got = score_in_order(a, x->p, x->n, y->p + i, room);
		if (got > best && 10 * (uint64_t)got >= 8 * (uint64_t)x->n) {
			best = got;
			where = words_span(&y->p[i], &y->p[i + room - 1]);
		}
	}
	if (best != 0)
		*VEC_PUSH(a, ret) = where;
}
