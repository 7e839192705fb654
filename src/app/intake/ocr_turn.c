/*
 * ocr_turn.c - a page that was laid on the glass on its side or upside down.
 *
 * Such a page gives next to no word that is sure, and only then is it worth another look.
 * It must never turn a page that can be read, nor one that is blank.
 */
#include "app/intake/ocr_priv.h"

enum {
	COLUMNS = 12,      /* of a row of the word list */
	C_CONF = 10,
	SURE = 70,         /* percent */
	LETTERS_MIN = 2,   /* of a word that says something */
	INK_PARTS = 300,   /* one pixel in so many is dark: not blank */
	SAMPLE = 5,
};

/* Bytes of words, and of those that are sure, in rows of the word list. */
static void weigh(slice rows, uint64_t *ret_all, uint64_t *ret_sure)
{
	slice row;

	*ret_all = *ret_sure = 0;
	while (slice_next(&rows, '\n', &row)) {
		slice c[COLUMNS] = {0};
		unsigned n = 0;

		if (!slice_starts(row, S("5\t")))
			continue;
		while (n + 1 < COLUMNS && slice_cut(&row, '\t', &c[n]))
			n++;
		if (n + 1 < COLUMNS || row.n < LETTERS_MIN || c[C_CONF].n < 2)
			continue;
		*ret_all += row.n;
		/* "96.81": two figures before the point */
		if (c[C_CONF].p[0] >= '0' + SURE / 10 && c[C_CONF].p[0] <= '9' &&
		    c[C_CONF].p[1] != '.')
			*ret_sure += row.n;
	}
}

uint64_t ocr_sure_letters(slice rows)
{
	uint64_t all, sure;

	weigh(rows, &all, &sure);
	return sure;
}

static bool has_ink(slice pgm)
{
	size_t dark = 0;

	for (size_t i = 0; i < pgm.n; i += SAMPLE)
		dark += (unsigned char)pgm.p[i] < 128;
	return dark * INK_PARTS > pgm.n / SAMPLE;
}

bool ocr_hardly_read(slice pgm, slice rows)
{
	uint64_t all, sure;

	weigh(rows, &all, &sure);
	return sure * 2 <= all && has_ink(pgm);
}

/* Where the pixel at (x, y) stood before the picture was turned to the right. */
static size_t place_before(const pixels *p, unsigned quarters, uint32_t x, uint32_t y)
{
	uint32_t fx = quarters == 1 ? y : p->width - 1 - (quarters == 2 ? x : y);
	uint32_t fy = quarters == 3 ? x : p->height - 1 - (quarters == 2 ? y : x);

	return ((size_t)fy * p->width + fx) * p->depth;
}

bool picture_turned(slice picture, unsigned quarters, strbuf *to)
{
	pixels p;
	uint32_t width, height;
	size_t n;
	char *at;

	if (!picture_pixels(picture, &p))
		return false;
	width = quarters % 2 ? p.height : p.width;
	height = quarters % 2 ? p.width : p.height;
	n = (size_t)width * height * p.depth;
	picture_head(to, width, height, p.depth);
	at = strbuf_room(to, n);
	if (at == NULL)
		return false;
	for (uint32_t y = 0; y < height; y++)
		for (uint32_t x = 0; x < width; x++, at += p.depth)
			memcpy(at, p.p + place_before(&p, quarters, x, y), p.depth);
	to->n += n;
	return true;
}
