/*
 * ocr_rules.c - the rules of a page's tables, found and wiped away.
 *
 * Tesseract takes a ruled table for a drawing and leaves out its words; and where it
 * reads them, their narrow columns spoil its measure of the text around. So rules go,
 * and the rows between them are read by themselves. A stroke is a rule when no letter
 * is so long. It must never wipe anything shorter.
 */
#include "app/ocr_priv.h"

enum {
	ACROSS_PART = 14,     /* of the width: the shortest rule across */
	DOWN_PART = 40,       /* of the height: the shortest rule down */
	GAP_MAX = 3,          /* pixels that may be missing from a rule */
	TABLE_WIDTH_PERCENT = 30, /* of the page, that a table's rules across cover at least */
	TABLE_HEIGHT_PART = 40,   /* of the height, at least */
	RULE_APART_PART = 120,    /* of the height: nearer ones are one thick rule */
	MARGIN = 6,
};

/* A run of ink in the making, along a row or a column. */
typedef struct run {
	uint32_t n;    /* pixels, gaps included */
	uint32_t gap;  /* pixels of paper at its end */
} run;

typedef struct wiper {
	unsigned char *p;
	uint32_t width, height;
	run *down;        /* a run a column */
	uint32_t *across; /* a row: pixels of rules across */
	int32_t *uprights; /* a row: rules down that begin, less those that end */
} wiper;

static void wipe(unsigned char *last, size_t step, uint32_t n)
{
	for (; n > 0; n--, last -= step)
		*last = 255;
}

/* One more pixel; how long the run is that it ended, 0 when none ended. */
static uint32_t run_next(run *r, bool ink)
{
	uint32_t n;

	if (ink) {
		r->n++;
		r->gap = 0;
		return 0;
	}
	if (r->n == 0)
		return 0;
	if (++r->gap <= GAP_MAX) {
		r->n++;
		return 0;
	}
	n = r->n - GAP_MAX;
	*r = (run){0};
	return n;
}

/* The pixel before the one that ended a run lies GAP_MAX of paper behind its ink. */
static void down_end(wiper *w, uint32_t x, uint32_t y, uint32_t n)
{
	uint32_t end = y - GAP_MAX;

	wipe(w->p + (size_t)(end - 1) * w->width + x, w->width, n);
	w->uprights[end - n]++;
	w->uprights[end]--;
}

static void row_wipe(wiper *w, uint32_t y, unsigned limit)
{
	unsigned char *row = w->p + (size_t)y * w->width;
	run along = {0};

	for (uint32_t x = 0; x < w->width + GAP_MAX + 1; x++) {
		bool inside = x < w->width, ink = inside && row[x] < limit;
		uint32_t n = run_next(&along, ink);

		if (n >= w->width / ACROSS_PART) {
			wipe(row + x - GAP_MAX - 1, 1, n);
			w->across[y] += n;
		}
		n = inside ? run_next(&w->down[x], ink) : 0;
		if (n >= w->height / DOWN_PART)
			down_end(w, x, y, n);
	}
}

/* Rules across between two rows, near ones counted once. */
static unsigned rules_between(const wiper *w, uint32_t top, uint32_t end)
{
	uint32_t last = 0, apart = w->height / RULE_APART_PART;
	unsigned n = 0;

	for (uint32_t y = top; y < end; y++) {
		if (w->across[y] * 100ULL < (uint64_t)w->width * TABLE_WIDTH_PERCENT)
			continue;
		n += n == 0 || y - last > apart;
		last = y;
	}
	return n;
}

static void table_note(ocr_page *page, const wiper *w, uint32_t top, uint32_t end)
{
	top = top > MARGIN ? top - MARGIN : 0;
	end = end + MARGIN < w->height ? end + MARGIN : w->height;
	if (page->ntables == OCR_TABLES || end - top < w->height / TABLE_HEIGHT_PART ||
	    rules_between(w, top, end) < 3)
		return;
	if (page->ntables > 0 && page->tables[page->ntables - 1].end > top)
		top = page->tables[page->ntables - 1].end;
	page->tables[page->ntables].top = top;
	page->tables[page->ntables++].end = end;
}

/* A table is where rules stand upright, cut by three rules across or more. */
static void tables_find(ocr_page *page, const wiper *w)
{
	int32_t standing = 0;
	uint32_t top = 0, gap = 0;
	bool open = false;

	for (uint32_t y = 0; y < w->height; y++) {
		standing += w->uprights[y];
		if (standing >= 2) {
			top = open ? top : y;
			open = true;
			gap = 0;
		} else if (open && ++gap > w->height / RULE_APART_PART) {
			table_note(page, w, top, y - gap + 1);
			open = false;
		}
	}
	if (open)
		table_note(page, w, top, w->height);
}

void picture_rules(ocr_page *page, unsigned ink_below)
{
	wiper w = {(unsigned char *)page->room.p + page->pixels,
	           page->width,
	           page->height,
	           NULL,
	           NULL,
	           NULL};
	arena a;

	arena_init(&a, NULL, 0);
	w.down = arena_array(&a, run, w.width);
	w.across = arena_array(&a, uint32_t, w.height);
	w.uprights = arena_array(&a, int32_t, w.height + 1);
	for (uint32_t y = 0; y < w.height; y++)
		row_wipe(&w, y, ink_below);
	tables_find(page, &w);
	arena_done(&a);
}
