/*
 * ocr_stamps.c - what is stamped over the head of the first page: MẬT, HỎA TỐC.
 *
 * A stamp lies crooked over the text in a frame, and tesseract, looking for lines, takes
 * it for a drawing. So the red ink is looked at by itself, and where there is none, the
 * grey head is searched for words anywhere. What is found goes beside the text and never into
 * it. It must never be left out to save time: a secret must not be read.
 */
#include "app/ocr_priv.h"
#include "reading/extract/limits.h"

enum {
	SIDE = 2400,       /* pixels of the longer side, at most: 200 dpi */
	HEAD_PERCENT = 48, /* of the page's height */
	RED_OVER = 45,     /* shades that red is over green and blue */
	RED_PARTS = 4000,  /* one pixel in so many is red: there is a stamp */
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

bool picture_stamps(slice ppm, strbuf *to)
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
	if (draw(&c, red_ink, at) < n / RED_PARTS)
		(void)draw(&c, grey_ink, at);
	to->n += n;
	return true;
}
