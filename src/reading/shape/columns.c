/*
 * columns.c - part the two columns that a conversion merged on one line.
 *
 * Only where the layout of an administrative paper has two columns: its header
 * (issuer | national title, number | date) and its end (recipients | signature).
 * Running text is never cut: a gap inside it is only a gap.
 */
#include "reading/shape/shape_priv.h"

enum {
	HEAD_LINES = 22,   /* lines of a header, at most */
	FOOT_LINES = 45,
	GAP = 3,           /* blanks that part columns */
	LOOK = 1000,       /* bytes of a line that are looked at for a gap */
	RIGHT_MIN = 16,    /* no right column starts nearer the margin */
	TAB_COLUMN = 1000, /* where a tab's right part is said to start */
	FLAT_MIN = 120,    /* bytes of a line that may hold addressees and text */
};

static const uint32_t centred = 8; /* how far left of the others a right line may start */

/* A line, cut in two or not. */
typedef struct halves {
	slice left, right; /* right.n 0: not cut */
	uint32_t left_end, right_at; /* columns, in characters from the margin */
} halves;

/* Would a blank to be filled in explain the gap? "Số:     /UBND", "ngày    tháng". */
static bool is_form_gap(slice left, slice right)
{
	static const slice before[] = {S("ngày"), S("tháng"), S("năm"),  S("Số:"), S("Số"),
	                               S("số"),   S("Số :"),  S("gửi:"), S("gửi")};
	static const slice after[] = {S("tháng"), S("năm"), S("/")};

	for (size_t i = 0; i < ARRAY_LEN(before); i++)
		if (slice_ends(left, before[i]) && opening_of(right) == OPEN_NONE)
			return true;
	for (size_t i = 0; i < ARRAY_LEN(after); i++)
		if (slice_starts(right, after[i]))
			return true;
	return false;
}

/* Is a gap this wide enough before `right`? What can only be a header's right
 * half needs two blanks, the national title one. */
static bool gap_parts(size_t gap, slice right)
{
	enum opening o;

	if (gap >= GAP)
		return true;
	if (gap == 1)
		return right.p[0] == 'C' && right.n > 6 && memcmp(right.p, "CỘNG H", 6) == 0 &&
		       opening_of(right) == OPEN_NATION;
	if (right.p[0] >= 'a' && right.p[0] <= 'z' && right.p[0] != 'c')
		return false; /* most gaps of text that was set to both edges */
	o = opening_of(right);
	return o == OPEN_NATION || o == OPEN_MOTTO || o == OPEN_PLACE_DATE || o == OPEN_SIGN;
}

/* Cut at the first gap that parts columns. Looks at LOOK bytes of the line: a
 * header line is no longer. Where the right column is known to start near `split` (else
 * UINT32_MAX), two blanks part it from a line that nearly reaches it. */
static halves halve(const sline *l, uint32_t split)
{
	slice s = l->text;
	halves h = {.left = s, .left_end = l->indent + l->width};
	size_t limit = s.n < LOOK ? s.n : LOOK;
	uint32_t column = l->indent;

	for (size_t i = 0; i < limit; i++) {
		size_t from = i;
		bool tab = false;
		slice right;

		if (s.p[i] != ' ' && s.p[i] != '\t') {
			column += ((unsigned char)s.p[i] & 0xc0) != 0x80;
			continue;
		}
		while (i < s.n && (s.p[i] == ' ' || s.p[i] == '\t'))
			tab |= s.p[i++] == '\t';
		right = (slice){s.p + i, s.n - i};
		if (right.n > 0 && from > 0 &&
		    (tab || gap_parts(i - from, right) ||
		     (i - from == 2 && column + 2 + centred >= split &&
		      letters_first(right) == LETTER_UPPER)) &&
		    !is_form_gap((slice){s.p, from}, right)) {
			h.left.n = from;
			h.right = right;
			h.left_end = column;
			h.right_at = tab ? TAB_COLUMN : column + (uint32_t)(i - from);
			return h;
		}
		column += (uint32_t)(i - from);
		i--;
	}
	return h;
}

bool columns_stand(const sline *l)
{
	halves h;
	sline rest;

	if (!(l->flags & LN_GAPS) || l->table >= 0)
		return false;
	h = halve(l, UINT32_MAX);
	if (h.right.n == 0)
		return false;
	rest = *l;
	rest.text = h.right;
	return h.right_at > h.left_end + GAP || halve(&rest, UINT32_MAX).right.n > 0;
}

typedef struct region {
	uint32_t from, end; /* lines */
	uint32_t split;     /* where the right column starts at the earliest */
	bool tabs;
	uint8_t left_zone, right_zone;
} region;

static bool may_halve(const sline *l)
{
	return l->table < 0 && !(l->flags & (LN_PIPES | LN_WHOLE));
}

/* The line is a tab and the right half alone. */
static bool right_by_tab(const sline *l)
{
	return l->text.p > l->base && l->text.p[-1] == '\t';
}

/* Does a line that is not cut stand in the right column? */
static bool is_right(const region *g, const sline *l)
{
	if (g->tabs)
		return right_by_tab(l);
	return l->indent + centred >= g->split ||
	       (l->indent >= RIGHT_MIN && l->indent + l->width / 2 > g->split);
}

/* Push what the region's left column holds, then its right. */
static void region_emit(shaper *sh, slines *out, const region *g)
{
	for (int side = 0; side < 2; side++)
		for (uint32_t i = g->from; i < g->end; i++) {
			const sline *l = &sh->lines.p[i];
			halves h = {.left = l->text};
			bool right = false;
			sline part;

			if (may_halve(l))
				h = halve(l,
				          g->right_zone == ZONE_FOOT_RIGHT ? g->split : UINT32_MAX);
			if (h.right.n == 0)
				right = is_right(g, l);
			if (h.right.n == 0 && right != (side == 1))
				continue;
			part = line_part(l, side == 0 || h.right.n == 0 ? h.left : h.right);
			if (side == 1 && h.right.n > 0)
				part.indent = (uint16_t)(h.right_at < UINT16_MAX ? h.right_at
				                                                 : UINT16_MAX);
			part.zone = side == 0 ? g->left_zone : g->right_zone;
			if (side == 1 && g->right_zone == ZONE_FOOT_RIGHT)
				part.flags &= (uint16_t)~LN_PAGE;
			cell_split(sh, out, &part);
		}
}

/* What ends the header: the text it heads. */
static bool ends_header(const sline *l)
{
	switch (opening_of(l->text)) {
	case OPEN_BASIS:
	case OPEN_PREAMBLE:
		return letters_first(l->text) == LETTER_UPPER;
	case OPEN_ADDRESS:
	case OPEN_KIND:
	case OPEN_HEADING:
	case OPEN_RECIPIENTS:
		return true;
	default:
		return l->width > 130 && !(l->flags & LN_GAPS);
	}
}

/* A header region that begins at or after line i; false when there is none. */
static bool find_header(const shaper *sh, uint32_t i, region *ret)
{
	region g = {
		.split = UINT32_MAX, .left_zone = ZONE_HEAD_LEFT, .right_zone = ZONE_HEAD_RIGHT};
	uint32_t limit = i + HEAD_LINES < sh->lines.n ? i + HEAD_LINES : sh->lines.n;
	uint32_t first = limit, last = i;
	bool subject = false; /* its lines may reach below the right column */

	for (uint32_t k = i; k < limit && !ends_header(&sh->lines.p[k]); k++) {
		const sline *l = &sh->lines.p[k];
		halves h;

		if (!may_halve(l) || !(l->flags & LN_GAPS))
			continue;
		h = halve(l, UINT32_MAX);
		if (h.right.n == 0 || h.right_at < RIGHT_MIN ||
		    letters_first(h.right) != LETTER_UPPER)
			continue;
		if (memchr(h.right.p, '\t', h.right.n) != NULL)
			break; /* a row of a table */
		first = k < first ? k : first;
		last = k;
		g.tabs |= h.right_at >= TAB_COLUMN;
		g.split = h.right_at < g.split ? h.right_at : g.split;
	}
	if (first == limit)
		return false;
	g.from = first;
	for (g.end = first; g.end < limit; g.end++) { /* and what is left of the columns */
		const sline *l = &sh->lines.p[g.end];
		bool crosses = l->indent + l->width > g.split && !is_right(&g, l);

		subject |= opening_of(l->text) == OPEN_SUBJECT || letters_start(l->text, S("về"));
		if (g.end > last && (g.tabs || ends_header(l) || l->blanks > 1 ||
		                     (crosses && (l->blanks > 0 || !subject))))
			break;
	}
	*ret = g;
	return true;
}

/* What cannot stand beside the recipients. */
static bool ends_footer(const sline *l)
{
	enum opening o = opening_of(l->text);

	return o == OPEN_KIND || o == OPEN_HEADING || o == OPEN_NATION || o == OPEN_BASIS ||
	       l->width > 160 || l->table >= 0;
}

/* Do the columns of the foot go on with the first line of a page? With a new item, or with the rest of
 * one that was left open, alone or beside what stands far to the right. */
static bool goes_over(const shaper *sh, uint32_t k, uint32_t split)
{
	const sline *l = &sh->lines.p[k];
	slice above = l[-1].text;
	halves h;

	if (l->text.p[0] == '-')
		return true;
	if (memchr(";.:", above.p[above.n - 1], 3) != NULL)
		return false;
	if (slice_ends(l->text, S(";")))
		return true;
	if (!may_halve(l) || !(l->flags & LN_GAPS))
		return false;
	h = halve(l, split);
	return h.right.n > 0 && h.right_at + centred >= split;
}

/* Below the last line of two columns: is it one more of the recipients, or the rest of one? A name alone is
 * the signer's. */
static bool lists_on(const sline *l)
{
	if (memchr(l->text.p, ';', l->text.n) != NULL)
		return l->blanks < 2;
	return l->blanks == 0 && (marker_length(l->text, &(uint32_t){0}) > 0 ||
	                          memchr(l->text.p, ',', l->text.n) != NULL);
}

/* The region of the recipients at line i ("Nơi nhận"). */
static bool find_footer(const shaper *sh, uint32_t i, region *ret)
{
	region g = {.from = i,
	            .split = UINT32_MAX,
	            .left_zone = ZONE_FOOT_LEFT,
	            .right_zone = ZONE_FOOT_RIGHT};
	uint32_t limit = i + FOOT_LINES < sh->lines.n ? i + FOOT_LINES : sh->lines.n;
	uint32_t last = i;
	bool kept = false; /* the line of the archive is the last */

	for (uint32_t k = i; k < limit; k++) {
		const sline *l = &sh->lines.p[k];
		bool torn = l->flags & LN_PAGE && g.split != UINT32_MAX;
		halves h;

		if (k > i && (ends_footer(l) || (torn && (kept || !goes_over(sh, k, g.split)))))
			limit = k;
		else if (may_halve(l) && l->flags & LN_GAPS) {
			h = halve(l, UINT32_MAX);
			if (h.right.n == 0 || h.right_at < RIGHT_MIN ||
			    letters_first(h.right) == LETTER_LOWER)
				continue;
			last = k;
			g.tabs |= h.right_at >= TAB_COLUMN;
			g.split = h.right_at < g.split ? h.right_at : g.split;
		}
		kept |= letters_start(l->text, S("- lưu"));
	}
	if (g.split == UINT32_MAX)
		return false;
	g.end = g.tabs ? last + 1 : limit;
	while (g.tabs && g.end < limit && lists_on(&sh->lines.p[g.end]))
		g.end++;
	for (uint32_t k = last + 1; k < g.end; k++)
		if (!is_right(&g, &sh->lines.p[k]) && sh->lines.p[k].blanks > 2)
			g.end = k;
	while (g.from > 0 && !g.tabs && sh->lines.p[g.from - 1].indent >= g.split - 2 &&
	       letters_all_upper(sh->lines.p[g.from - 1].text))
		g.from--; /* the signature begins above the recipients */
	*ret = g;
	return true;
}

/* "Nơi nhận:" with its columns; or, like "Kính gửi:", with its items behind it on
 * the same line. */
static bool find_listing(const shaper *sh, uint32_t i, region *ret)
{
	const sline *l = &sh->lines.p[i];
	enum opening o = opening_lists(l->text) ? opening_of(l->text) : OPEN_NONE;

	if (o == OPEN_RECIPIENTS && find_footer(sh, i, ret))
		return true;
	*ret = (region){.from = i, .end = i + 1, .split = UINT32_MAX};
	return (o == OPEN_RECIPIENTS || o == OPEN_ADDRESS) && l->text.n > 16 &&
	       ((o == OPEN_ADDRESS && l->text.n > FLAT_MIN) ||
	        memchr(l->text.p + 1, '-', l->text.n - 1) != NULL);
}

/* Regions of the document, in order, so that all else is copied in one piece. */
void columns_split(shaper *sh)
{
	slines out = {0};
	uint32_t done = 0;
	bool header = true;

	/* A listing flattened on its heading's line is a region of one line. */
	for (uint32_t i = 0; i < sh->lines.n; i++) {
		const sline *l = &sh->lines.p[i];
		region g;
		bool found = false;

		if (header) {
			found = find_header(sh, i, &g);
			header = false;
		}
		if (!found && may_halve(l))
			found = find_listing(sh, i, &g);
		if (!found)
			continue;
		if (out.cap == 0)
			out = slines_like(sh);
		if (g.from < done)
			g.from = done;
		for (; done < g.from; done++)
			*(sline *)VEC_PUSH(sh->a, &out) = sh->lines.p[done];
		region_emit(sh, &out, &g);
		done = g.end;
		i = g.end - 1;
	}
	if (done == 0)
		return;
	for (; done < sh->lines.n; done++)
		*(sline *)VEC_PUSH(sh->a, &out) = sh->lines.p[done];
	arena_drop(sh->a, sh->lines.p);
	sh->lines = out;
}
