/*
 * blocks.c - which words a paragraph has, and under which item it hangs.
 *
 * An item whose marker class is already open closes everything opened since; a
 * new class opens a level, after closing those that rank below it. A paragraph
 * without a marker hangs under the item before it.
 */
#include "reading/facts/frame/blocks.h"

#include "reading/facts/frame/zones_priv.h"

enum { DEPTH_MAX = 32 };

typedef struct open_item {
	int32_t block;
	uint8_t cls, order;
	char bullet; /* its first letter */
	uint8_t dots; /* of a section's number: "2.1.1" stands under "2.1" */
} open_item;

/* Lower stands above in the tree. '*' heads a list of '-', '+' details it. */
static uint8_t marker_order(uint8_t cls, char bullet)
{
	switch (cls) {
	case MARKER_ROMAN:
		return 1;
	case MARKER_ARABIC:
		return 2;
	case MARKER_SECTION:
		return 3;
	case MARKER_LETTER:
		return 4;
	case MARKER_PAREN:
		return 5;
	default:
		return bullet == '*' ? 6 : bullet == '+' ? 8 : 7;
	}
}

static bool all_in(slice s, const char *set, size_t n)
{
	for (size_t i = 0; i < s.n; i++)
		if (memchr(set, s.p[i], n) == NULL)
			return false;
	return s.n != 0;
}

static uint8_t marker_class(slice m)
{
	bool paren = m.n != 0 && m.p[0] == '(';
	slice core = m;
	size_t dots = 0;

	if (m.n == 0)
		return MARKER_NONE;
	if (paren)
		return MARKER_PAREN;
	while (core.n > 1 && memchr(".):-/,", core.p[core.n - 1], 6) != NULL)
		core.n--;
	for (size_t i = 0; i < core.n; i++)
		dots += core.p[i] == '.';
	if (core.p[0] >= '0' && core.p[0] <= '9')
		return dots ? MARKER_SECTION : MARKER_ARABIC;
	if (all_in(core, "IVX", 3))
		return MARKER_ROMAN;
	if ((unsigned char)core.p[0] >= 0xc0 && core.n > 2)
		return MARKER_BULLET;
	if (core.n > 1 && all_in(core, "ivx", 3))
		return MARKER_PAREN;
	if (core.p[0] >= 'A' && core.p[0] <= 'Z' && core.n > 3) /* "Một.", "Hai là," */
		return MARKER_ROMAN;
	if ((core.p[0] | 32) >= 'a' && (core.p[0] | 32) <= 'z')
		return MARKER_LETTER;
	return (unsigned char)core.p[0] == 0xc4 ? MARKER_LETTER : MARKER_BULLET; /* đ) */
}

/* Dots between the figures of "2.1.1."; 0: no section. */
static uint8_t section_dots(uint8_t cls, slice m)
{
	uint8_t dots = 0;

	for (size_t i = 0; cls == MARKER_SECTION && i + 1 < m.n; i++)
		if (m.p[i] == '.' && m.p[i + 1] >= '0' && m.p[i + 1] <= '9')
			dots++;
	return dots;
}

/* "2. _ Tăng cường", "- = Rà soát": what a scan made of a second dash, at token i of the item b? */
static bool stray_mark(const scan *s, uint32_t i, const block *b)
{
	return i + 1 < s->tk.n && s->tk.p[i + 1].at < span_end(b->at) &&
	       (scan_mark(s, i, '_') || scan_mark(s, i, '=') || scan_mark(s, i, '~') ||
	        scan_mark(s, i, '|'));
}

static void assign_tokens(scan *s)
{
	uint32_t i = 0;

	for (uint32_t k = 0; k < s->r->blocks.n; k++) {
		block *b = &s->r->blocks.p[k];

		while (i < s->tk.n && s->tk.p[i].at < b->at.at)
			i++;
		while (b->marker.len != 0 && stray_mark(s, i, b))
			i++;
		b->tok = i;
		i = scan_next(s, i, s->tk.n, MARK_END);
		while (i > b->tok && s->tk.p[i - 1].at >= span_end(b->at))
			i--;
		b->ntok = i - b->tok;
		if (b->ntok != 0 && b->marker.len != 0)
			s->tk.p[b->tok].flags |= TF_ITEM;
	}
	s->block_rungs = rungs_of(ORDERED(&s->r->blocks, tok), s->a);
}

/* Hang block k under `parent`, after its last child. last[] remembers those. */
static void hang(blocks *bs, int32_t k, int32_t parent, int32_t *last, int32_t *last_top)
{
	int32_t *tail = parent < 0 ? last_top : &last[parent];

	bs->p[k].parent = parent;
	if (*tail >= 0)
		bs->p[*tail].next = k;
	else if (parent >= 0)
		bs->p[parent].first_child = k;
	*tail = k;
}

static void build_tree(scan *s)
{
	blocks *bs = &s->r->blocks;
	open_item open[DEPTH_MAX];
	int32_t *last = arena_array(s->a, int32_t, bs->n + 1);
	int32_t last_top = -1;
	int depth = 0;

	for (uint32_t k = 0; k < bs->n; k++)
		last[k] = -1;
	for (int32_t k = 0; k < (int32_t)bs->n; k++) {
		block *b = &bs->p[k];
		slice m = slice_at(s->r->text, b->marker);
		char bullet = m.n ? m.p[0] : 0;
		uint8_t order, dots;
		int same;

		b->parent = b->first_child = b->next = -1;
		b->marker_class = marker_class(m);
		if (k > 0 && b->zone != bs->p[k - 1].zone)
			depth = 0;
		/* The number of a row heads no list, and what follows the table is no item of it. */
		if (b->marker_class == MARKER_NONE ||
		    (b->table >= 0 && (b->zone == ZONE_BODY || b->zone == ZONE_ANNEX))) {
			b->level = (uint8_t)depth;
			hang(bs, k, depth ? open[depth - 1].block : -1, last, &last_top);
			continue;
		}
		order = marker_order(b->marker_class, bullet);
		dots = section_dots(b->marker_class, m);
		for (same = depth - 1; same >= 0; same--)
			if (open[same].cls == b->marker_class && open[same].dots >= dots &&
			    (b->marker_class != MARKER_BULLET || open[same].bullet == bullet))
				break;
		/* of "2.1.1" and "2.1", above "2.2" */
		while (same > 0 && open[same - 1].cls == MARKER_SECTION &&
		       open[same - 1].dots >= dots && dots != 0)
			same--;
		if (same >= 0)
			depth = same;
		else
			while (depth > 0 && open[depth - 1].order >= order &&
			       !(dots > open[depth - 1].dots &&
			         open[depth - 1].cls == MARKER_SECTION))
				depth--;
		if (depth == DEPTH_MAX)
			depth--;
		b->level = (uint8_t)depth;
		hang(bs, k, depth ? open[depth - 1].block : -1, last, &last_top);
		open[depth++] = (open_item){k, b->marker_class, order, bullet, dots};
	}
}

void blocks_find(scan *s)
{
	assign_tokens(s);
	zones_mark(s);
	build_tree(s);
}

int32_t block_of_tok(const scan *s, uint32_t i)
{
	const blocks *bs = &s->r->blocks;
	uint32_t lo = rungs_find(&s->block_rungs, ORDERED(bs, tok), i + 1); /* the one after it */

	/* Empty blocks share their first token with the next one: step back over them. */
	while (lo > 0 && bs->p[lo - 1].ntok == 0)
		lo--;
	if (lo == 0 || i >= bs->p[lo - 1].tok + bs->p[lo - 1].ntok)
		return -1;
	return (int32_t)lo - 1;
}

void block_soon(const scan *s, uint32_t k)
{
	enum { LINE = 64, TOKENS = 64, BYTES = 256 }; /* most blocks have no more */
	enum { FAR = 1 << 15 }; /* tokens; those of fewer are near */
	const block *b = &s->r->blocks.p[k];

	if (s->tk.n < FAR || k >= s->r->blocks.n)
		return;
	for (uint32_t i = 0; i < TOKENS; i += LINE / sizeof(token))
		scan_soon(s, b->tok + i);
	for (uint32_t i = 0; i < BYTES; i += LINE)
		__builtin_prefetch(s->tk.text.p + b->at.at + i);
}

bool block_text_upper(const scan *s, const block *b)
{
	bool any = false;

	for (uint32_t i = b->tok; i < b->tok + b->ntok; i++) {
		const token *t = &s->tk.p[i];

		if (t->kind != TOK_WORD)
			continue;
		if (!(t->flags & TF_UPPER))
			return false;
		any = true;
	}
	return any;
}
