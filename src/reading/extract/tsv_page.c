/*
 * tsv_page.c - one page of a scan made straight and clean.
 *
 * A page lies on the glass a little turned, and what is no writing (rules, the edge
 * of a seal, a signature) is read as signs. Both are seen from the boxes and from how
 * sure each word is. It must never take away a word that was read surely.
 */
#include <math.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "reading/extract/tsv_priv.h"

enum {
	SLOPE_ONE = 1 << 16,
	SLOPE_WORDS = 4,      /* a shorter line says nothing of the page's turn */
	SLOPE_MAX = SLOPE_ONE / 10, /* nobody lays a page down more crooked */
	SAMPLE = 512,
	SURE_SIGN = 70,   /* percent: below it, signs without a letter are dirt */
	SURE_LINE = 35,   /* a line whose words are less sure on the whole is dirt */
	SURE_SCRAP = 60,  /* the same of a line without one real word */
	SPECK_PART = 8,   /* of a usual word's height */
	TALL_TIMES = 3,   /* higher than this many usual words: a frame, a seal */
	LOW_PERCENT = 45,
	PAD_PERCENT = 14, /* what a font's box has over and under its letters */
};

static int by_value(const void *a, const void *b)
{
	int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;

	return (x > y) - (x < y);
}

/* The value that `percent` of v lie below; sorts v. */
static int32_t quantile(int32_t *v, uint32_t n, uint32_t percent)
{
	if (n == 0)
		return 0;
	qsort(v, n, sizeof *v, by_value);
	return v[(uint64_t)(n - 1) * percent / 100];
}

static int32_t height(const pdf_word *w)
{
	return w->box.y1 - w->box.y0;
}

static int32_t usual_height(const tsv_page *p, arena *a)
{
	uint32_t step = p->words.n / SAMPLE + 1, n = 0;
	int32_t *v = arena_array(a, int32_t, SAMPLE + 1);

	for (uint32_t i = 0; i < p->words.n; i += step)
		if (p->words.p[i].chars > 1)
			v[n++] = height(&p->words.p[i]);
	return quantile(v, n, 50);
}

/* Letters and figures of a word. */
static uint32_t writing(slice s)
{
	uint32_t n = 0;
	unsigned len;

	for (size_t i = 0; i < s.n; i += len) {
		uint32_t cp = utf8_next((const unsigned char *)s.p + i, &len);

		n += (cp >= '0' && cp <= '9') || (cp >= 'a' && cp <= 'z') ||
		     (cp >= 'A' && cp <= 'Z') || (cp >= 0xc0 && cp <= 0x1b0 && cp != 0xd7) ||
		     (cp >= 0x1ea0 && cp <= 0x1ef9);
	}
	return n;
}

/* A rule or the side of a frame, whatever it was taken for. */
static bool is_rule(slice s)
{
	static const slice rules[] = {S("|"), S("||"), S("_"), S("~"), S("¬"), S("¦"),
	                              S("="), S("\\"), S("`"), S("'"), S("^")};

	for (size_t i = 0; i < ARRAY_LEN(rules); i++)
		if (slice_eq(s, rules[i]))
			return true;
	return false;
}

/* Smaller than any full stop, and standing alone. */
static bool is_speck(const pdf_word *w, int32_t usual)
{
	return w->text.n == 1 && height(w) * SPECK_PART < usual &&
	       (w->box.x1 - w->box.x0) * SPECK_PART < usual;
}

static bool is_dirt(const pdf_word *w, int32_t usual)
{
	if (is_speck(w, usual))
		return true;
	if (usual > 0 && height(w) > usual * TALL_TIMES)
		return true;
	return is_rule(w->text) || (writing(w->text) == 0 && w->sure < SURE_SIGN && w->text.n > 1);
}

/* Signs that a line can begin with; others at its left are specks. */
static bool may_begin(slice s)
{
	static const slice heads[] = {S("-"), S("–"),  S("—"), S("+"), S("•"), S("*"),  S("("),
	                              S("“"), S("\""), S("["), S("/"), S("…"), S("...")};

	for (size_t i = 0; i < ARRAY_LEN(heads); i++)
		if (slice_starts(s, heads[i]))
			return true;
	return writing(s) > 0;
}

static void specks_drop(tsv_page *p, const tsv_line *l)
{
	for (uint32_t i = l->first; i < l->first + l->n; i++) {
		pdf_word *w = &p->words.p[i];

		if (w->chars > 0 && may_begin(w->text))
			return;
		w->chars = 0;
	}
}

/* The line as a whole: none of its words was seen well. */
static bool line_is_dirt(const tsv_page *p, const tsv_line *l)
{
	uint64_t sure = 0, chars = 0;
	bool real = false;

	for (uint32_t i = l->first; i < l->first + l->n; i++) {
		const pdf_word *w = &p->words.p[i];

		if (w->chars == 0)
			continue;
		sure += (uint64_t)w->sure * w->chars;
		chars += w->chars;
		real |= writing(w->text) > 1 && w->sure >= SURE_SCRAP;
	}
	return chars > 0 && sure < chars * (real ? SURE_LINE : SURE_SCRAP);
}

void tsv_clean(tsv_page *p, arena *a)
{
	int32_t usual = usual_height(p, a);

	for (uint32_t i = 0; i < p->words.n; i++)
		if (is_dirt(&p->words.p[i], usual))
			p->words.p[i].chars = 0;
	for (uint32_t i = 0; i < p->lines.n; i++) {
		const tsv_line *l = &p->lines.p[i];

		for (uint32_t k = 0; k < l->n && line_is_dirt(p, l); k++)
			p->words.p[l->first + k].chars = 0;
		specks_drop(p, l);
	}
}

/* How much a line falls to the right, by least squares over the feet of its words. */
static bool slope_of(const tsv_page *p, const tsv_line *l, int32_t *ret)
{
	double n = 0, x = 0, y = 0, xx = 0, xy = 0, under, slope;

	for (uint32_t i = l->first; i < l->first + l->n; i++) {
		const pdf_word *w = &p->words.p[i];
		double at = (double)(w->box.x0 + w->box.x1) / 2, foot = w->box.y1;

		if (w->chars < 2)
			continue;
		n++;
		x += at;
		y += foot;
		xx += at * at;
		xy += at * foot;
	}
	under = n * xx - x * x;
	if (n < SLOPE_WORDS || under < 1)
		return false;
	slope = (n * xy - x * y) / under * (double)SLOPE_ONE;
	if (fabs(slope) > (double)SLOPE_MAX)
		return false;
	*ret = (int32_t)slope;
	return true;
}

/* The page's turn: the middle one of its lines'. */
static int32_t page_slope(const tsv_page *p, arena *a)
{
	int32_t *v = arena_array(a, int32_t, p->lines.n + 1);
	uint32_t n = 0;

	for (uint32_t i = 0; i < p->lines.n; i++)
		n += slope_of(p, &p->lines.p[i], &v[n]);
	return n > 2 ? quantile(v, n, 50) : 0;
}

/* For so small a turn, sliding down and sideways is turning. */
static void turn(const tsv_page *p, pdf_box *b, int32_t slope)
{
	int32_t down = (int32_t)((int64_t)slope * ((b->x0 + b->x1) / 2 - p->width / 2) / SLOPE_ONE);
	int32_t side = (int32_t)((int64_t)slope * ((b->y0 + b->y1) / 2 - p->height / 2) /
	                         SLOPE_ONE);

	*b = (pdf_box){b->x0 + side, b->y0 - down, b->x1 + side, b->y1 - down};
}

/* One top and one bottom: a word's own box is as high as its letters happen to be. */
static void level(tsv_page *p, const tsv_line *l, int32_t usual, int32_t *v)
{
	int32_t top, foot, pad;
	uint32_t n = 0;

	for (uint32_t i = l->first; i < l->first + l->n; i++)
		if (p->words.p[i].chars > 0)
			v[n++] = p->words.p[i].box.y0;
	if (n == 0)
		return;
	top = quantile(v, n, 25);
	n = 0;
	for (uint32_t i = l->first; i < l->first + l->n; i++)
		if (p->words.p[i].chars > 0)
			v[n++] = p->words.p[i].box.y1;
	foot = quantile(v, n, 75);
	if (foot - top < usual && (foot - top) * 100 > usual * LOW_PERCENT) {
		foot += (usual - foot + top) / 2; /* "- TCCB;" is not smaller writing */
		top = foot - usual;
	}
	pad = (foot - top) * PAD_PERCENT / 100;
	for (uint32_t i = l->first; i < l->first + l->n; i++) {
		p->words.p[i].box.y0 = top - pad;
		p->words.p[i].box.y1 = foot + pad;
	}
}

void tsv_straighten(tsv_page *p, arena *a)
{
	int32_t slope = page_slope(p, a);
	int32_t *v = arena_array(a, int32_t, p->words.n + 1), usual = usual_height(p, a);

	for (uint32_t i = 0; i < p->words.n; i++)
		turn(p, &p->words.p[i].box, slope);
	for (uint32_t i = 0; i < p->lines.n; i++)
		level(p, &p->lines.p[i], usual, v);
}
