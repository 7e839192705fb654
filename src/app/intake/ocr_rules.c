/*
 * ocr_rules.c - the tables of a page found by their rules, and cut out without them.
 *
 * Tesseract takes a ruled table for a drawing and leaves out its words; and where it
 * reads them, their narrow columns spoil its measure of the text around. So a table is
 * cut out, its rules are wiped away, and its rows are read by themselves. A stroke is a
 * rule when no letter is so long. It must never wipe anything shorter, nor outside of a table.
 */
#include "app/intake/ocr_priv.h"
#include "reading/extract/limits.h"

enum {
	ACROSS_PART = 14,     /* of the width: the shortest rule across */
	DOWN_PART = 40,       /* of the height: the shortest rule down */
	GAP_MAX = 3,          /* pixels that may be missing from a rule */
	TABLE_WIDTH_PERCENT = 30, /* of the page, that a table's rules across cover at least */
	TABLE_HEIGHT_PART = 40,   /* of the height, at least */
	RULE_APART_PART = 120,    /* of the height: nearer ones are one thick rule */
	UPRIGHT_PERCENT = 50, /* of a table's height, that a rule between columns has at least */
	MARGIN = 6,
	EDGE = 2,
	BESIDE = 7,          /* pixels */
	BESIDE_PERCENT = 30,
};

/* A run of ink in the making, along a row or a column. */
typedef struct run {
	uint32_t n;    /* pixels, gaps included */
	uint32_t gap;  /* pixels of paper at its end */
} run;

/* A run that is a rule; (x, y) is its end. */
typedef struct rule {
	uint32_t x, y, n;
	bool down;
} rule;

typedef struct wiper {
	unsigned char *p;
	uint32_t width, height;
	run *down;        /* a run a column */
	uint32_t *across; /* a row: pixels of rules across */
	uint32_t *upright; /* a column: pixels of rules down */
	int32_t *uprights; /* a row: rules down that begin, less those that end */
	uint32_t least_across, least_down; /* pixels of the shortest rules */
	unsigned ink_below;
	VEC(rule) rules; /* found, when they are to be wiped */
	arena *a;        /* of them; NULL: they are not */
} wiper;

/* A run of n pixels that ends at (x, y), and the soft edge on both of its sides. */
static void wipe(const wiper *w, const rule *r)
{
	for (uint32_t i = 0; i < r->n; i++)
		for (int32_t side = -EDGE; side <= EDGE; side++) {
			int64_t col = (int64_t)r->x - (r->down ? 0 : i) + (r->down ? side : 0);
			int64_t row = (int64_t)r->y - (r->down ? i : 0) + (r->down ? 0 : side);

			if (col >= 0 && row >= 0 && col < w->width && row < w->height)
				w->p[(size_t)row * w->width + (size_t)col] = 255;
		}
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

	if (w->a != NULL)
		*VEC_PUSH(w->a, &w->rules) = (rule){x, end - 1, n, true};
	w->upright[x] += n;
	w->uprights[end - n]++;
	w->uprights[end]--;
}

/* Is there ink at a place, or next to it on either side of the rule's way? A rule wavers. */
static bool ink_at(const wiper *w, uint32_t x, uint32_t y, bool down)
{
	const unsigned char *at = w->p + (size_t)y * w->width + x;
	size_t step = down ? 1 : w->width;
	bool first = down ? x == 0 : y == 0, last = down ? x + 1 == w->width : y + 1 == w->height;

	return *at < w->ink_below || (!first && *(at - step) < w->ink_below) ||
	       (!last && at[step] < w->ink_below);
}

/* Little ink stands close above and below a rule; along the feet of letters, much. */
static bool is_thin(const wiper *w, uint32_t end, uint32_t y, uint32_t n)
{
	for (int side = -1; side <= 1; side += 2) {
		int64_t row = (int64_t)y + side * BESIDE;
		uint32_t ink = 0;

		if (row < 0 || row >= w->height)
			continue;
		for (uint32_t x = end - n; x < end; x++)
			ink += w->p[(size_t)row * w->width + x] < w->ink_below;
		if (ink * 100ULL > (uint64_t)n * BESIDE_PERCENT)
			return false;
	}
	return true;
}

static void row_look(wiper *w, uint32_t y)
{
	run along = {0};

	for (uint32_t x = 0; x < w->width + GAP_MAX + 1; x++) {
		bool inside = x < w->width;
		uint32_t n = run_next(&along, inside && ink_at(w, x, y, false));

		if (n >= w->least_across && is_thin(w, x - GAP_MAX, y, n)) {
			if (w->a != NULL)
				*VEC_PUSH(w->a, &w->rules) = (rule){x - GAP_MAX - 1, y, n, false};
			w->across[y] += n;
		}
		n = inside ? run_next(&w->down[x], ink_at(w, x, y, true)) : 0;
		if (n >= w->least_down)
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

/* Look along all rows and columns of a picture, a page or part of it. Rules are wiped
 * after all were seen: where they cross they are not to cut one another. */
static wiper look(unsigned char *p, uint32_t width, uint32_t height, const ocr_page *of, bool wipes,
                  arena *a)
{
	wiper w = {
		.p = p,
		.width = width,
		.height = height,
		.ink_below = of->ink_below,
		.least_across = of->width / ACROSS_PART,
		.least_down = of->height / DOWN_PART,
		.a = wipes ? a : NULL,
	};

	w.down = arena_array(a, run, width);
	w.across = arena_array(a, uint32_t, height);
	w.upright = arena_array(a, uint32_t, width);
	w.uprights = arena_array(a, int32_t, height + 1);
	for (uint32_t y = 0; y < height; y++)
		row_look(&w, y);
	for (uint32_t i = 0; i < w.rules.n; i++)
		wipe(&w, &w.rules.p[i]);
	return w;
}

void picture_tables(ocr_page *page)
{
	wiper w;
	arena a;

	arena_init(&a, NULL, 0);
	w = look((unsigned char *)page->room.p + page->pixels, page->width, page->height, page,
	         false, &a);
	tables_find(page, &w);
	arena_done(&a);
}

/* Where n places reach `least`, near ones counted once. */
static unsigned rules_list(const uint32_t *v, uint32_t n, uint32_t least, uint32_t apart,
                           uint32_t *ret)
{
	uint32_t last = 0;
	unsigned found = 0;

	for (uint32_t i = 0; i < n; i++) {
		if (v[i] < least)
			continue;
		if ((found == 0 || i - last > apart) && found < OCR_RULES)
			ret[found++] = i;
		last = i;
	}
	return found;
}

void picture_cut(ocr_page *page, unsigned table, ocr_table *ret)
{
	uint32_t height = page->tables[table].end - page->tables[table].top;
	uint32_t apart = page->height / RULE_APART_PART;
	char *from = page->room.p + page->pixels + (size_t)page->tables[table].top * page->width;
	wiper w;
	arena a;

	*ret = (ocr_table){.top = page->tables[table].top, .width = page->width, .height = height};
	strbuf_init(&ret->pixels, NULL, LIMIT_OCR_PICTURE);
	strbuf_put(&ret->pixels, (slice){from, (size_t)height * page->width});
	memset(from, 0xff, (size_t)height * page->width);
	if (ret->pixels.failed != RC_OK)
		return;
	arena_init(&a, NULL, 0);
	w = look((unsigned char *)ret->pixels.p, page->width, height, page, true, &a);
	ret->ndown = rules_list(w.upright, w.width, height / 100 * UPRIGHT_PERCENT, apart,
	                        ret->down);
	ret->nacross = rules_list(w.across, height, page->width / 100 * TABLE_WIDTH_PERCENT, apart,
	                          ret->across);
	arena_done(&a);
}

void picture_strip(const ocr_table *t, uint32_t left, uint32_t right, strbuf *to)
{
	picture_head(to, right - left, t->height, 1);
	for (uint32_t y = 0; y < t->height && t->pixels.failed == RC_OK; y++)
		strbuf_put(to, (slice){t->pixels.p + (size_t)y * t->width + left, right - left});
}
