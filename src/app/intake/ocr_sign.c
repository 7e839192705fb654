/*
 * ocr_sign.c - where the block of a signature lies on a page: right of "Nơi nhận".
 *
 * A seal and strokes of a pen lie over it, and a page taken as one column of text loses the
 * lines between them. Looked at by itself, for words anywhere, the typed name shows.
 * It must never believe a word: what was read is weighed where words are (tsv_again.c).
 */
#include "app/intake/ocr_priv.h"

enum {
	COLUMNS = 12, /* of a row of the word list */
	C_LEFT = 6,
	C_TOP,
	C_HEIGHT = 9,
	NUMBER_MAX = 1 << 20,
	ABOVE = 4,          /* times the height of "nhận": a signature may begin higher */
	LEFT_PERCENT = 40,  /* of the page's width */
	TALL_PERCENT = 32,  /* of its height */
	LEAST = 64,         /* pixels: less is no block */
};

/* Its cells; false for a row that is no word. */
static bool word_cut(slice row, slice ret[COLUMNS])
{
	unsigned n = 0;

	if (!slice_starts(row, S("5\t")))
		return false;
	while (n + 1 < COLUMNS && slice_cut(&row, '\t', &ret[n]))
		n++;
	ret[n] = slice_trim(row);
	return n + 1 == COLUMNS;
}

static uint32_t measure(slice s)
{
	int64_t v = slice_number(s, NUMBER_MAX);

	return v < 0 ? 0 : (uint32_t)v;
}

bool ocr_signature(slice rows, const ocr_page *page, ocr_part *ret)
{
	slice row, c[COLUMNS] = {0}, before = {0};
	bool found = false;

	while (slice_next(&rows, '\n', &row)) {
		if (!word_cut(row, c))
			continue;
		if (slice_eq(before, S("Nơi")) && slice_starts(c[COLUMNS - 1], S("nhận"))) {
			uint32_t above = ABOVE * measure(c[C_HEIGHT]), top = measure(c[C_TOP]);

			found = measure(c[C_LEFT]) < page->width / 2;
			ret->top = top > above ? top - above : 0;
		}
		before = c[COLUMNS - 1];
	}
	ret->left = (uint32_t)((uint64_t)page->width * LEFT_PERCENT / 100);
	if (!found || ret->top + LEAST > page->height || ret->left + LEAST > page->width)
		return false;
	ret->width = page->width - ret->left;
	ret->height = (uint32_t)((uint64_t)page->height * TALL_PERCENT / 100);
	if (ret->height > page->height - ret->top)
		ret->height = page->height - ret->top;
	return true;
}

void picture_part(const ocr_page *page, const ocr_part *part, strbuf *to)
{
	picture_head(to, part->width, part->height, 1);
	for (uint32_t y = 0; y < part->height && page->room.failed == RC_OK; y++)
		strbuf_put(to, (slice){page->room.p + page->pixels +
		                               (size_t)(part->top + y) * page->width + part->left,
		                       part->width});
}
