/*
 * ocr_stamps.c - what is stamped over the head of the first page: MẬT, HỎA TỐC.
 *
 * A stamp lies crooked over the text in a frame, and tesseract, looking for lines, takes
 * it for a drawing. So the red ink is looked at by itself, the cuts of the writing below it
 * closed. Where there is none, the page may
 * be a grey scan: red is paler there than the writing it lies over, and a stamp's strokes
 * are broader than the pale edges of letters; and the grey head is searched for words
 * anywhere. Where tesseract sees no line, because it rises or falls too much, it may see one when
 * the ink is turned back. What is found goes beside the text and never into it. It must never be left out
 * to save time: a secret must not be read.
 */
#include "app/intake/ocr_priv.h"
#include "reading/extract/limits.h"

enum {
	SIDE = 2400,       /* pixels of the longer side, at most: 200 dpi */
	HEAD_PERCENT = 48, /* of the page's height */
	RED_OVER = 45,     /* shades that red is over green and blue */
	INK_PARTS = 4000,  /* one pixel in so many is of an ink: there is a stamp */
	PALE_FROM = 56,    /* shades of red ink in grey; writing is darker, paper lighter */
	PALE_TO = 176,
	FRAME_PARTS = 14,  /* of the page's width: wider is no letter */
	FRAME_DARK = 40,   /* percent of its box: more is no frame */
	BROAD = 1,         /* pixels around one that are pale too, in a stroke of a stamp */
};

typedef struct colours {
	const unsigned char *p;
	uint32_t width, height; /* of the head */
	uint32_t step;          /* pixels that become one */
} colours;

static unsigned char red_ink(const unsigned char *p)
{
	unsigned other = p[1] > p[2] ? p[1] : p[2];

	return p[0] > other + RED_OVER ? 0 : 255;
}

static unsigned char grey_ink(const unsigned char *p)
{
	return (unsigned char)((p[0] * 2u + p[1] * 5u + p[2]) / 8u);
}

/* The head in one sort of ink; how many of its pixels are dark. */
static uint32_t draw(const colours *c, unsigned char (*ink)(const unsigned char *), char *to)
{
	uint32_t dark = 0;

	for (uint32_t y = 0; y + c->step <= c->height; y += c->step)
		for (uint32_t x = 0; x + c->step <= c->width; x += c->step) {
			unsigned char least = 255;

			for (uint32_t k = 0; k < c->step * c->step; k++) {
				size_t at = (size_t)(y + k / c->step) * c->width + x + k % c->step;
				unsigned char v = ink(c->p + 3 * at);

				least = v < least ? v : least;
			}
			dark += least < 128;
			*to++ = (char)least;
		}
	return dark;
}

/* Is any (with: all) of the pixels around this one dark? */
static bool around(const unsigned char *p, uint32_t width, size_t at, bool all)
{
	for (int y = -BROAD; y <= BROAD; y++)
		for (int x = -BROAD; x <= BROAD; x++) {
			bool dark = p[(ptrdiff_t)at + y * (ptrdiff_t)width + x] < 128;

			if (dark != all)
				return dark;
		}
	return all;
}

/* Of `from`, what stays when strokes lose (thin) or gain a pixel at each side. */
static uint32_t strokes(const unsigned char *from, uint32_t width, uint32_t height, bool thin,
                        unsigned char *to)
{
	uint32_t dark = 0;

	memset(to, 255, (size_t)width * height);
	for (uint32_t y = BROAD; y + BROAD < height; y++)
		for (uint32_t x = BROAD; x + BROAD < width; x++) {
			size_t at = (size_t)y * width + x;

			if (around(from, width, at, thin)) {
				to[at] = 0;
				dark++;
			}
		}
	return dark;
}

/* The grey picture at `p` becomes its pale, broad strokes; false when there are none. What
 * the writing below has cut of them grows together again. */
static bool pale_strokes(unsigned char *p, uint32_t width, uint32_t height)
{
	size_t n = (size_t)width * height;
	strbuf room;
	unsigned char *other;
	bool any;

	strbuf_init(&room, NULL, n);
	other = (unsigned char *)strbuf_room(&room, n);
	if (other == NULL)
		return false;
	for (size_t i = 0; i < n; i++)
		p[i] = p[i] >= PALE_FROM && p[i] <= PALE_TO ? 0 : 255;
	any = strokes(p, width, height, true, other) >= n / INK_PARTS;
	(void)strokes(other, width, height, false, p);
	(void)strokes(p, width, height, false, other);
	memcpy(p, other, n);
	strbuf_done(&room);
	return any;
}

/* What the writing below has cut of the strokes at `p` grows together again. */
static void heal(unsigned char *p, uint32_t width, uint32_t height)
{
	size_t n = (size_t)width * height;
	strbuf room;
	unsigned char *other;

	strbuf_init(&room, NULL, n);
	other = (unsigned char *)strbuf_room(&room, n);
	if (other != NULL) {
		(void)strokes(p, width, height, false, other);
		(void)strokes(other, width, height, false, p);
		(void)strokes(p, width, height, true, other);
		memcpy(p, other, n);
	}
	strbuf_done(&room);
}

/* The box of a shape. */
typedef struct shape {
	uint32_t left, top, right, bottom, dark;
} shape;

/* Everything that hangs together with pixel `at` becomes `as`; its box. `stack` has room for
 * every pixel of the picture. */
static shape shape_fill(unsigned char *p, uint32_t width, uint32_t height, uint32_t at,
                        unsigned char as, uint32_t *stack)
{
	unsigned char was = p[at];
	shape s = {at % width, at / width, at % width, at / width, 0};
	size_t n = 0;

	stack[n++] = at;
	p[at] = as;
	while (n > 0) {
		uint32_t i = stack[--n], x = i % width, y = i / width;

		s.dark++;
		s.left = x < s.left ? x : s.left;
		s.right = x > s.right ? x : s.right;
		s.bottom = y > s.bottom ? y : s.bottom;
		s.top = y < s.top ? y : s.top;
		for (unsigned way = 0; way < 4; way++) {
			uint32_t to = way == 0   ? i - 1
			              : way == 1 ? i + 1
			              : way == 2 ? i - width
			                         : i + width;
			bool inside = way == 0   ? x > 0
			              : way == 1 ? x + 1 < width
			              : way == 2 ? y > 0
			                         : y + 1 < height;

			if (inside && p[to] == was) {
				p[to] = as;
				stack[n++] = to;
			}
		}
	}
	return s;
}

/* Frames, and the rings of seals, go: tesseract takes what stands in them for a drawing. */
static void frames_wipe(unsigned char *p, uint32_t width, uint32_t height)
{
	enum { SEEN = 1 };
	size_t n = (size_t)width * height;
	strbuf room;
	uint32_t *stack;

	strbuf_init(&room, NULL, n * sizeof *stack);
	stack = (uint32_t *)(void *)strbuf_room(&room, n * sizeof *stack);
	for (size_t i = 0; stack != NULL && i < n; i++)
		p[i] = p[i] < 128 ? 0 : 255;
	for (uint32_t i = 0; stack != NULL && i < n; i++) {
		shape s;
		uint64_t all;

		if (p[i] != 0)
			continue;
		s = shape_fill(p, width, height, i, SEEN, stack);
		all = (uint64_t)(s.right - s.left + 1) * (s.bottom - s.top + 1);
		if (s.right - s.left > width / FRAME_PARTS && s.dark < all * FRAME_DARK / 100)
			(void)shape_fill(p, width, height, i, 255, stack);
	}
	strbuf_done(&room);
}

/* For so small a turn, sliding up and sideways is turning. */
static bool slide(unsigned char *p, uint32_t width, uint32_t height, int slant)
{
	size_t n = (size_t)width * height;
	strbuf room;
	unsigned char *was;

	strbuf_init(&room, NULL, n);
	was = (unsigned char *)strbuf_room(&room, n);
	if (was == NULL)
		return false;
	memcpy(was, p, n);
	for (uint32_t y = 0; y < height; y++)
		for (uint32_t x = 0; x < width; x++) {
			int64_t right = (int64_t)x - width / 2, down = (int64_t)y - height / 2;
			int64_t fx = (int64_t)x - down * slant / 100,
				fy = (int64_t)y + right * slant / 100;

			*p++ = fx >= 0 && fx < width && fy >= 0 && fy < height
			               ? was[fy * width + fx]
			               : 255;
		}
	strbuf_done(&room);
	return true;
}

bool picture_stamps(slice ppm, stamp_ink ink, int slant, strbuf *to)
{
	colours c = {.step = 1};
	pixels from;
	uint32_t longer, width, height;
	size_t n;
	char *at;

	if (!picture_pixels(ppm, &from) || from.depth != 3)
		return false;
	c.p = from.p;
	c.width = from.width;
	c.height = from.height;
	longer = c.width > c.height ? c.width : c.height;
	c.step = longer / (SIDE + 1) + 1;
	c.height = c.height / 100 * HEAD_PERCENT;
	width = c.width / c.step;
	height = c.height / c.step;
	n = (size_t)width * height;
	picture_head(to, width, height, 1);
	at = n > 0 ? strbuf_room(to, n) : NULL;
	if (at == NULL)
		return false;
	to->n += n;
	if (ink == INK_ALL)
		(void)draw(&c, grey_ink, at);
	else if (ink != INK_PALE && draw(&c, red_ink, at) < n / INK_PARTS)
		return false;
	if (ink == INK_PALE) {
		(void)draw(&c, grey_ink, at);
		if (!pale_strokes((unsigned char *)at, width, height))
			return false;
	}
	if (ink == INK_RED_BARE)
		heal((unsigned char *)at, width, height);
	if (ink == INK_RED_BARE || ink == INK_PALE)
		frames_wipe((unsigned char *)at, width, height);
	return slant == 0 || slide((unsigned char *)at, width, height, slant);
}
