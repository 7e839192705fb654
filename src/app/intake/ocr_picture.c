/*
 * ocr_picture.c - a scanned page turned straight, and made large enough to read.
 *
 * A page that lies two degrees askew costs tesseract whole paragraphs. Its turn is
 * found as a reader finds it: along the lines of writing the feet of the letters fall
 * together. A grey picture is numbers and nothing else; it must never believe their
 * count.
 */

#include "app/intake/ocr_priv.h"
#include "reading/extract/limits.h"

enum {
	SIDE_MIN = 16,
	SIDE_MAX = 20000,
	LOOK_SIDE = 1200,    /* pixels of the longer side, when looking for the turn */
	STEPS = 90,          /* tried to either side */
	STEP_PARTS = 1024,   /* of a pixel each */
	STRAIGHT = 2,        /* steps that are not worth a new picture */
	FEET_MIN = 500,      /* fewer say nothing */
	FEET_MAX = 400000,
	ONE = 1 << 16,
	SMALL_PERCENT = 92,  /* of the wished side: made larger */
	LARGE_PERCENT = 125,
	SCALE_MAX = 4,
};

typedef struct picture {
	const unsigned char *p;
	uint32_t width, height;
} picture;

typedef struct foot {
	uint16_t x, y;
} foot;

/* The next number of a PGM header. */
static bool number(slice *s, uint32_t *ret)
{
	uint32_t v = 0;
	size_t i = 0, from;

	while (i < s->n && (s->p[i] == ' ' || s->p[i] == '\n' || s->p[i] == '\t'))
		i++;
	for (from = i; i < s->n && s->p[i] >= '0' && s->p[i] <= '9' && v < SIDE_MAX; i++)
		v = v * 10 + (uint32_t)(s->p[i] - '0');
	*s = (slice){s->p + i, s->n - i};
	*ret = v;
	return i > from;
}

/* `depth`: bytes of a pixel. */
static bool pixels_of(slice s, slice sign, unsigned depth, picture *ret)
{
	slice rest;
	uint32_t most;

	if (!slice_starts(s, sign))
		return false;
	rest = (slice){s.p + sign.n, s.n - sign.n};
	if (!number(&rest, &ret->width) || !number(&rest, &ret->height) || !number(&rest, &most) ||
	    most != 255 || ret->width < SIDE_MIN || ret->height < SIDE_MIN ||
	    ret->width > SIDE_MAX || ret->height > SIDE_MAX || rest.n < 1)
		return false;
	ret->p = (const unsigned char *)rest.p + 1;
	return rest.n - 1 >= (size_t)ret->width * ret->height * depth;
}

static bool picture_of(slice pgm, picture *ret)
{
	return pixels_of(pgm, S("P5"), 1, ret);
}

bool picture_pixels(slice plain, pixels *ret)
{
	picture p = {0};
	bool coloured = slice_starts(plain, S("P6"));

	if (!(coloured ? pixels_of(plain, S("P6"), 3, &p) : picture_of(plain, &p)))
		return false;
	*ret = (pixels){p.p, p.width, p.height, coloured ? 3 : 1};
	return true;
}

/* Half way between the paper and the ink. */
static unsigned dark_below(const picture *p)
{
	uint64_t count[256] = {0}, all = 0, seen = 0;
	unsigned paper = 255, ink = 0;

	for (size_t i = 0; i < (size_t)p->width * p->height; i += 7)
		count[p->p[i]]++, all++;
	for (unsigned v = 0; v < 256 && seen * 100 < all; v++, ink = v)
		seen += count[v];
	for (seen = 0; paper > 0 && seen * 2 < all; paper--)
		seen += count[paper];
	return (ink + paper) / 2;
}

/* Places where ink ends above paper, on a coarser grid. */
static uint32_t feet_of(const picture *p, uint32_t coarse, foot *ret)
{
	unsigned limit = dark_below(p);
	uint32_t n = 0;

	for (uint32_t y = 0; y + coarse < p->height; y += coarse)
		for (uint32_t x = 0; x < p->width && n < FEET_MAX; x += coarse) {
			const unsigned char *at = p->p + (size_t)y * p->width + x;

			if (at[0] < limit && at[(size_t)coarse * p->width] >= limit)
				ret[n++] = (foot){(uint16_t)(x / coarse), (uint16_t)(y / coarse)};
		}
	return n;
}

/* How much the feet fall together when lines are taken to fall `step` parts a pixel. */
static uint64_t together(const foot *feet, uint32_t n, int step, uint32_t *rows, uint32_t nrows)
{
	uint64_t sum = 0;

	memset(rows, 0, nrows * sizeof *rows);
	for (uint32_t i = 0; i < n; i++) {
		int32_t row = feet[i].y + LOOK_SIDE / 4 - feet[i].x * step / STEP_PARTS;

		rows[row]++;
	}
	for (uint32_t i = 0; i < nrows; i++)
		sum += (uint64_t)rows[i] * rows[i];
	return sum;
}

/* The turn of the page, in steps; 0 when nothing is plain. */
static int turn_of(const picture *p)
{
	uint32_t longer = p->width > p->height ? p->width : p->height;
	uint32_t coarse = longer / LOOK_SIDE + 1, nrows = LOOK_SIDE * 3 / 2, n;
	uint64_t best = 0, level = 0;
	int found = 0;
	foot *feet;
	uint32_t *rows;
	arena a;

	arena_init(&a, NULL, 0);
	feet = arena_array(&a, foot, FEET_MAX);
	rows = arena_array(&a, uint32_t, nrows);
	n = feet_of(p, coarse, feet);
	for (int step = -STEPS; n >= FEET_MIN && step <= STEPS; step++) {
		uint64_t sum = together(feet, n, step, rows, nrows);

		if (step == 0)
			level = sum;
		if (sum > best) {
			best = sum;
			found = step;
		}
	}
	arena_done(&a);
	return best > level + level / 50 ? found : 0;
}

/* The shade at a place between pixels, 16 bits of fraction. */
static unsigned shade(const picture *p, int64_t x, int64_t y)
{
	int64_t col = x >> 16, row = y >> 16;
	uint32_t fx = (uint32_t)x & (ONE - 1), fy = (uint32_t)y & (ONE - 1);
	const unsigned char *at;
	uint64_t top, low;

	if (col < 0 || row < 0 || col + 1 >= p->width || row + 1 >= p->height)
		return 255;
	at = p->p + (size_t)row * p->width + (size_t)col;
	top = (uint64_t)at[0] * (ONE - fx) + (uint64_t)at[1] * fx;
	low = (uint64_t)at[p->width] * (ONE - fx) + (uint64_t)at[p->width + 1] * fx;
	return (unsigned)((top * (ONE - fy) + low * fy) >> 32);
}

/* Of the angle with this slope, as steep as 1 at most: 1 / sqrt(1 + slope * slope), by Newton. */
static double cosine_of(double slope)
{
	double square = 1 + slope * slope, c = 1;

	for (int i = 0; i < 8; i++)
		c *= 1.5 - square * c * c / 2;
	return c;
}

/* The picture, turned and made larger, into `to`. */
static void turn_into(const picture *p, int step, double scale, const picture *to)
{
	double slope = (double)step / STEP_PARTS, cosine = cosine_of(slope);
	int64_t c = (int64_t)(cosine / scale * ONE), s = (int64_t)(slope * cosine / scale * ONE);
	unsigned char *at = (unsigned char *)(uintptr_t)to->p;

	for (uint32_t y = 0; y < to->height; y++) {
		int64_t dx = -(int64_t)(to->width / 2), dy = (int64_t)y - to->height / 2;
		int64_t from_x = (int64_t)p->width * ONE / 2 + dx * c - dy * s;
		int64_t from_y = (int64_t)p->height * ONE / 2 + dx * s + dy * c;

		for (uint32_t x = 0; x < to->width; x++, from_x += c, from_y += s)
			*at++ = (unsigned char)shade(p, from_x, from_y);
	}
}

void picture_head(strbuf *to, uint32_t width, uint32_t height, uint32_t depth)
{
	strbuf_put(to, depth == 1 ? S("P5\n") : S("P6\n"));
	strbuf_int(to, width);
	strbuf_putc(to, ' ');
	strbuf_int(to, height);
	strbuf_put(to, S("\n255\n"));
}

static bool redraw(const picture *p, int step, double scale, ocr_page *page)
{
	picture to = {NULL, (uint32_t)(p->width * scale), (uint32_t)(p->height * scale)};
	size_t n = (size_t)to.width * to.height;
	char *at;

	picture_head(&page->room, to.width, to.height, 1);
	page->pixels = page->room.n;
	page->width = to.width;
	page->height = to.height;
	at = strbuf_room(&page->room, n);
	if (at == NULL)
		return false;
	to.p = (unsigned char *)at;
	if (step == 0 && to.width == p->width && to.height == p->height)
		memcpy(at, p->p, n);
	else
		turn_into(p, step, scale, &to);
	page->room.n += n;
	page->ink_below = (dark_below(&to) + 255) / 2; /* rules are often grey */
	picture_tables(page);
	return true;
}

bool picture_prepare(slice pgm, ocr_page *ret)
{
	picture p = {0};
	uint32_t longer;
	double scale = 1;
	int step;

	*ret = (ocr_page){.ntables = 0};
	strbuf_init(&ret->room, NULL, LIMIT_OCR_PICTURE);
	if (!picture_of(pgm, &p))
		return false;
	longer = p.width > p.height ? p.width : p.height;
	if (longer < LIMIT_OCR_PIXELS * SMALL_PERCENT / 100 ||
	    longer > LIMIT_OCR_PIXELS * LARGE_PERCENT / 100)
		scale = (double)LIMIT_OCR_PIXELS / longer;
	scale = scale < SCALE_MAX ? scale : SCALE_MAX;
	step = turn_of(&p);
	return redraw(&p, step >= -STRAIGHT && step <= STRAIGHT ? 0 : step, scale, ret);
}

bool picture_as_drawn(slice pgm, ocr_page *ret)
{
	picture p = {0};

	*ret = (ocr_page){.ntables = 0};
	strbuf_init(&ret->room, NULL, LIMIT_OCR_PICTURE);
	return picture_of(pgm, &p) && redraw(&p, 0, 1, ret);
}
