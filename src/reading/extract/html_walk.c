/*
 * html_walk.c - gumbo's tree, from its first element to its last, made into lines.
 *
 * The lines are made by the same hands as those of a Word file (docx_lines.c), so
 * that a header set in two cells, a signature or a broken line comes out the
 * same way from both. Nothing here must ever look at an address: not of a link, a
 * picture, a frame or a style.
 */
#include "reading/extract/html_priv.h"

#include "base/strbuf.h"

enum { COLUMNS_MAX = 64 };

enum tag_kind {
	TAG_INLINE,
	TAG_BLOCK,
	TAG_HEADING,
	TAG_LIST,
	TAG_ITEM,
	TAG_TABLE,
	TAG_ROW,
	TAG_CELL,
	TAG_BOLD,
	TAG_ITALIC,
	TAG_RAISED,
	TAG_CENTRED,
	TAG_PRE,
	TAG_BREAK,
	TAG_UNSEEN,
};

static const uint8_t kinds[GUMBO_TAG_LAST + 1] = {
	[GUMBO_TAG_HEAD] = TAG_UNSEEN,      [GUMBO_TAG_TITLE] = TAG_UNSEEN,
	[GUMBO_TAG_SCRIPT] = TAG_UNSEEN,    [GUMBO_TAG_NOSCRIPT] = TAG_UNSEEN,
	[GUMBO_TAG_STYLE] = TAG_UNSEEN,     [GUMBO_TAG_TEMPLATE] = TAG_UNSEEN,
	[GUMBO_TAG_IFRAME] = TAG_UNSEEN,    [GUMBO_TAG_NOFRAMES] = TAG_UNSEEN,
	[GUMBO_TAG_NOEMBED] = TAG_UNSEEN,   [GUMBO_TAG_OBJECT] = TAG_UNSEEN,
	[GUMBO_TAG_EMBED] = TAG_UNSEEN,     [GUMBO_TAG_APPLET] = TAG_UNSEEN,
	[GUMBO_TAG_VIDEO] = TAG_UNSEEN,     [GUMBO_TAG_AUDIO] = TAG_UNSEEN,
	[GUMBO_TAG_CANVAS] = TAG_UNSEEN,    [GUMBO_TAG_SELECT] = TAG_UNSEEN,
	[GUMBO_TAG_TEXTAREA] = TAG_UNSEEN,  [GUMBO_TAG_BUTTON] = TAG_UNSEEN,
	[GUMBO_TAG_DATALIST] = TAG_UNSEEN,  [GUMBO_TAG_RT] = TAG_UNSEEN,
	[GUMBO_TAG_DEL] = TAG_UNSEEN,       [GUMBO_TAG_SVG] = TAG_UNSEEN,
	[GUMBO_TAG_MATH] = TAG_UNSEEN,      [GUMBO_TAG_HTML] = TAG_BLOCK,
	[GUMBO_TAG_BODY] = TAG_BLOCK,       [GUMBO_TAG_P] = TAG_BLOCK,
	[GUMBO_TAG_DIV] = TAG_BLOCK,        [GUMBO_TAG_ARTICLE] = TAG_BLOCK,
	[GUMBO_TAG_SECTION] = TAG_BLOCK,    [GUMBO_TAG_NAV] = TAG_BLOCK,
	[GUMBO_TAG_ASIDE] = TAG_BLOCK,      [GUMBO_TAG_HEADER] = TAG_BLOCK,
	[GUMBO_TAG_FOOTER] = TAG_BLOCK,     [GUMBO_TAG_MAIN] = TAG_BLOCK,
	[GUMBO_TAG_ADDRESS] = TAG_BLOCK,    [GUMBO_TAG_BLOCKQUOTE] = TAG_BLOCK,
	[GUMBO_TAG_DL] = TAG_BLOCK,         [GUMBO_TAG_DT] = TAG_BLOCK,
	[GUMBO_TAG_DD] = TAG_BLOCK,         [GUMBO_TAG_FIGURE] = TAG_BLOCK,
	[GUMBO_TAG_FIGCAPTION] = TAG_BLOCK, [GUMBO_TAG_FORM] = TAG_BLOCK,
	[GUMBO_TAG_FIELDSET] = TAG_BLOCK,   [GUMBO_TAG_CAPTION] = TAG_BLOCK,
	[GUMBO_TAG_HR] = TAG_BLOCK,         [GUMBO_TAG_H1] = TAG_HEADING,
	[GUMBO_TAG_H2] = TAG_HEADING,       [GUMBO_TAG_H3] = TAG_HEADING,
	[GUMBO_TAG_H4] = TAG_HEADING,       [GUMBO_TAG_H5] = TAG_HEADING,
	[GUMBO_TAG_H6] = TAG_HEADING,       [GUMBO_TAG_OL] = TAG_LIST,
	[GUMBO_TAG_UL] = TAG_LIST,          [GUMBO_TAG_LI] = TAG_ITEM,
	[GUMBO_TAG_TABLE] = TAG_TABLE,      [GUMBO_TAG_TR] = TAG_ROW,
	[GUMBO_TAG_TD] = TAG_CELL,          [GUMBO_TAG_TH] = TAG_CELL,
	[GUMBO_TAG_B] = TAG_BOLD,           [GUMBO_TAG_STRONG] = TAG_BOLD,
	[GUMBO_TAG_I] = TAG_ITALIC,         [GUMBO_TAG_EM] = TAG_ITALIC,
	[GUMBO_TAG_SUP] = TAG_RAISED,       [GUMBO_TAG_CENTER] = TAG_CENTRED,
	[GUMBO_TAG_PRE] = TAG_PRE,          [GUMBO_TAG_BR] = TAG_BREAK,
};

/* What holds inside an element. */
typedef struct frame {
	int32_t number; /* of the next item of its list; -1: bullets */
	char style;     /* of these numbers: '1', 'a', 'A' */
	int8_t outline; /* -1: no heading */
	bool bold, italic, raised, centred, pre;
} frame;

typedef struct page {
	docx *d;
	frame frames[LIMIT_HTML_DEPTH];
	unsigned depth;
	uint16_t below[LIMIT_TABLE_DEPTH][COLUMNS_MAX]; /* rows a cell still reaches down */
	char marker[16]; /* of the item that has no words yet */
	size_t nmarker;
	bool blank;  /* white space waits to be written */
	unsigned breaks; /* breaks that wait */
} page;

static bool holds(slice s, slice what)
{
	for (size_t i = 0; i + what.n <= s.n; i++) {
		size_t k = 0;

		while (k < what.n &&
		       ((s.p[i + k] >= 'A' && s.p[i + k] <= 'Z' ? s.p[i + k] | 0x20 : s.p[i + k]) ==
		        what.p[k]))
			k++;
		if (k == what.n)
			return true;
	}
	return false;
}

static slice attr_of(const GumboNode *n, slice name)
{
	const GumboVector *all = &n->v.element.attributes;

	for (unsigned i = 0; i < all->length; i++) {
		const GumboAttribute *one = all->data[i];

		if (slice_eq(slice_c(one->name), name))
			return slice_c(one->value);
	}
	return (slice){NULL, 0};
}

/* A small number; `none` when it is not one. */
static int32_t number_of(slice s, int32_t none)
{
	int64_t v = slice_number(slice_trim(s), 9999);

	return v >= 0 ? (int32_t)v : none;
}

/* The style attribute without blanks and capitals holds this. */
static bool styled(const GumboNode *n, slice what)
{
	slice said = attr_of(n, S("style"));
	char flat[256];
	size_t k = 0;

	for (size_t i = 0; i < said.n && k < sizeof flat; i++)
		if ((unsigned char)said.p[i] > ' ')
			flat[k++] = said.p[i];
	return holds((slice){flat, k}, what);
}

static bool unseen(const GumboNode *n)
{
	return n->v.element.tag_namespace != GUMBO_NAMESPACE_HTML ||
	       kinds[n->v.element.tag] == TAG_UNSEEN || attr_of(n, S("hidden")).p != NULL ||
	       styled(n, S("display:none")) || styled(n, S("mso-hide:all"));
}

static frame *top(page *pg)
{
	return &pg->frames[pg->depth];
}

static table *table_of(page *pg)
{
	return pg->d->depth > 0 ? &pg->d->tables[pg->d->depth - 1] : NULL;
}

static void para_end(page *pg)
{
	pg->blank = false;
	pg->breaks = 0;
	docx_para_end(pg->d);
}

static void run_begin(page *pg, uint32_t at)
{
	const frame *f = top(pg);

	pg->d->runs = at;
	pg->d->run = (run){.open = true,
	                   .bold = f->bold,
	                   .italic = f->italic,
	                   .hidden = 0,
	                   .style = STYLE_NONE};
}

static void para_begin(page *pg)
{
	const frame *f = top(pg);
	para *p = &pg->d->paras[0];

	if (p->open)
		return;
	docx_para_begin(pg->d);
	p->align = f->centred ? ALIGN_CENTRE : ALIGN_LEFT;
	p->outline = f->outline;
	docx_put(pg->d, (slice){pg->marker, pg->nmarker});
	pg->nmarker = 0;
	pg->blank = false;
	pg->breaks = 0;
}

/* Blanks and breaks before the next words. Two breaks end a paragraph. */
static void gap(page *pg)
{
	if (pg->breaks > 1 && pg->d->paras[0].open)
		para_end(pg);
	para_begin(pg);
	if (pg->breaks > 0)
		docx_put_char(pg->d, '\n');
	else if (pg->blank)
		docx_put_char(pg->d, ' ');
	pg->blank = false;
	pg->breaks = 0;
}

/* A note's number, or a unit's: at most three figures. */
static bool put_raised(page *pg, slice s)
{
	char out[32];
	int32_t n = s.n <= 3 ? number_of(s, -1) : -1;

	if (n < 0)
		return false;
	docx_put(pg->d, (slice){out, docx_superscript((uint32_t)n, out)});
	return true;
}

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static void put_text(page *pg, slice s, uint32_t at)
{
	bool pre = top(pg)->pre;

	run_begin(pg, at);
	for (size_t i = 0; i < s.n;) {
		size_t from = i;

		if (pre && (s.p[i] == '\n' || s.p[i] == '\r')) {
			para_end(pg);
			i++;
			continue;
		}
		if (!pre && is_space(s.p[i])) {
			pg->blank = true;
			i++;
			continue;
		}
		while (i < s.n && (pre ? s.p[i] != '\n' && s.p[i] != '\r' : !is_space(s.p[i])))
			i++;
		gap(pg);
		if (!(top(pg)->raised && put_raised(pg, (slice){s.p + from, i - from})))
			docx_put(pg->d, (slice){s.p + from, i - from});
	}
	pg->d->run.open = false;
}

static void list_start(frame *f, const GumboNode *n)
{
	slice type = attr_of(n, S("type"));

	f->number = -1;
	if (n->v.element.tag != GUMBO_TAG_OL)
		return;
	f->number = number_of(attr_of(n, S("start")), 1);
	f->style = type.n == 1 && (type.p[0] == 'a' || type.p[0] == 'A') ? type.p[0] : '1';
}

static void item_start(page *pg, frame *list, const GumboNode *n)
{
	strbuf b;
	int32_t v;

	strbuf_over(&b, pg->marker, sizeof pg->marker);
	if (list->number < 0) {
		strbuf_put(&b, S("- "));
	} else {
		v = number_of(attr_of(n, S("value")), list->number);
		list->number = v < 9999 ? v + 1 : v;
		if (list->style != '1' && v >= 1 && v <= 26)
			strbuf_putc(&b, (char)(list->style + v - 1));
		else
			strbuf_int(&b, v);
		strbuf_put(&b, S(". "));
	}
	pg->nmarker = b.n;
}

static rc table_start(page *pg, err *e)
{
	docx *d = pg->d;

	if (d->depth == LIMIT_TABLE_DEPTH)
		return err_set(e, RC_LIMIT, MSG_HOSTILE, "tables inside tables");
	memset(pg->below[d->depth], 0, sizeof pg->below[0]);
	d->tables[d->depth++] = (table){.id = d->next_table++, .row = -1, .first = d->lines.n};
	return RC_OK;
}

static void row_start(page *pg)
{
	table *t = table_of(pg);

	if (t == NULL)
		return;
	t->row++;
	t->next_column = 0;
	t->row_first = pg->d->lines.n;
}

/* The cell's column: right of those that reach down from rows above. */
static void cell_start(page *pg, const GumboNode *n)
{
	int32_t wide = number_of(attr_of(n, S("colspan")), 1);
	int32_t tall = number_of(attr_of(n, S("rowspan")), 1);
	uint16_t *below = pg->d->depth > 0 ? pg->below[pg->d->depth - 1] : NULL;
	table *t = table_of(pg);

	if (t == NULL)
		return;
	if (t->row < 0)
		t->row = 0;
	while (t->next_column < COLUMNS_MAX && below[t->next_column] > 0)
		below[t->next_column++]--;
	t->column = t->next_column;
	wide = wide < 1 ? 1 : wide;
	for (int32_t i = 0; i < wide && i < COLUMNS_MAX; i++, t->next_column++)
		if (t->next_column < COLUMNS_MAX && tall > 1)
			below[t->next_column] = (uint16_t)(tall - 1);
}

static void row_end(page *pg)
{
	table *t = table_of(pg);

	for (; t != NULL && t->next_column < COLUMNS_MAX; t->next_column++)
		if (pg->below[pg->d->depth - 1][t->next_column] > 0)
			pg->below[pg->d->depth - 1][t->next_column]--;
}

static rc enter(page *pg, const GumboNode *n, err *e)
{
	enum tag_kind k = kinds[n->v.element.tag];
	frame *up = top(pg), *f;

	if (pg->depth + 1 == LIMIT_HTML_DEPTH)
		return err_set(e, RC_LIMIT, MSG_HOSTILE, "elements inside elements");
	pg->depth++;
	f = top(pg);
	*f = *up;
	if (k >= TAG_BLOCK && k <= TAG_CELL)
		para_end(pg);
	f->centred |= k == TAG_CENTRED || holds(attr_of(n, S("align")), S("center")) ||
	              styled(n, S("text-align:center"));
	f->bold |= k == TAG_BOLD || k == TAG_HEADING || n->v.element.tag == GUMBO_TAG_TH ||
	           styled(n, S("font-weight:bold")) || styled(n, S("font-weight:700"));
	f->italic |= k == TAG_ITALIC || styled(n, S("font-style:italic"));
	f->raised |= k == TAG_RAISED;
	f->pre |= k == TAG_PRE || styled(n, S("white-space:pre"));
	if (k == TAG_HEADING)
		f->outline = (int8_t)(n->v.element.tag - GUMBO_TAG_H1);
	if (k == TAG_LIST)
		list_start(f, n);
	else if (k == TAG_ITEM)
		item_start(pg, up, n);
	else if (k == TAG_ROW)
		row_start(pg);
	else if (k == TAG_CELL)
		cell_start(pg, n);
	else if (k == TAG_BREAK)
		pg->breaks++;
	return k == TAG_TABLE ? table_start(pg, e) : RC_OK;
}

static void leave(page *pg, const GumboNode *n)
{
	enum tag_kind k = kinds[n->v.element.tag];

	if ((k >= TAG_BLOCK && k <= TAG_CELL) || k == TAG_PRE || k == TAG_CENTRED)
		para_end(pg);
	if (k == TAG_ITEM)
		pg->nmarker = 0;
	if (k == TAG_ROW)
		row_end(pg);
	if (k == TAG_TABLE && pg->d->depth > 0) {
		pg->d->depth--;
		docx_table_end(pg->d, &pg->d->tables[pg->d->depth]);
	}
	pg->depth--;
}

static const GumboVector *children(const GumboNode *n)
{
	return n->type == GUMBO_NODE_ELEMENT ? &n->v.element.children : &n->v.document.children;
}

static rc one_node(page *pg, const GumboNode *n, bool *ret_down, err *e)
{
	*ret_down = false;
	switch (n->type) {
	case GUMBO_NODE_TEXT:
	case GUMBO_NODE_WHITESPACE:
	case GUMBO_NODE_CDATA:
		put_text(pg, slice_c(n->v.text.text), n->v.text.start_pos.offset);
		return RC_OK;
	case GUMBO_NODE_ELEMENT:
		*ret_down = !unseen(n);
		return *ret_down ? enter(pg, n, e) : RC_OK;
	default:
		return RC_OK;
	}
}

/* Down, right and up again by the tree's own pointers: its depth costs no stack. */
static rc walk(page *pg, const GumboNode *root, err *e)
{
	const GumboNode *n = root;
	bool down = true;

	for (;;) {
		const GumboVector *below = down ? children(n) : NULL;

		if (below != NULL && below->length > 0) {
			n = below->data[0];
		} else {
			while (n != root) {
				const GumboVector *beside = children(n->parent);
				size_t next = n->index_within_parent + 1;

				if (down)
					leave(pg, n);
				if (next < beside->length) {
					n = beside->data[next];
					break;
				}
				n = n->parent;
				down = true;
			}
			if (n == root)
				return RC_OK;
		}
		if (one_node(pg, n, &down, e) != RC_OK)
			return e->rc;
	}
}

rc html_walk(docx *d, const GumboNode *root, err *e)
{
	page *pg = arena_new(d->a, page);
	rc code;

	pg->d = d;
	pg->frames[0] = (frame){.number = -1, .outline = -1};
	code = walk(pg, root, e);
	if (code == RC_OK)
		para_end(pg);
	return code;
}
