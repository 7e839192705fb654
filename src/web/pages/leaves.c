/*
 * leaves.c - each word has its box, each piece its mark: boxes of one piece in one line become
 * one part. The picture is a thing of its own, fetched when it comes into view.
 *
 * It must never hand out a picture of a document that its reader may not see.
 */
#include "web/pages/leaves.h"

#include "register/entry/leaves.h"
#include "register/entry/original.h"
#include "web/pages/beside.h"
#include "web/pages/pages.h"

enum { PAGE_MOST = 100000, GAP_TIMES = 3 /* heights: farther apart is another column */ };

typedef struct placing {
	visit *p;
	document_view *v;
	slice text;
	uint32_t piece; /* that the word at hand begins in */
	const word_box *before;
	uint32_t before_piece;
	leaf_part *part;
	uint32_t begun; /* byte at which it begins */
	uint32_t numbered; /* piece whose number was shown */
} placing;

static leaf_page *page_of(document_view *v, uint32_t number)
{
	for (uint32_t i = number <= v->leaves.n ? number - 1 : 0; i < v->leaves.n; i++)
		if (v->leaves.p[i].page == number)
			return &v->leaves.p[i];
	return NULL;
}

/* Does the word go on where the one before ended? */
static bool goes_on(const placing *x, const word_box *w)
{
	const word_box *b = x->before;
	int32_t tall;

	if (b == NULL || x->part == NULL || b->page != w->page || x->piece != x->before_piece)
		return false;
	tall = b->box[3] - b->box[1];
	return w->box[0] >= b->box[0] && w->box[0] - b->box[2] < GAP_TIMES * tall &&
	       w->box[1] < b->box[3] - tall / 2 && w->box[3] > b->box[1] + tall / 2;
}

static void begin_part(placing *x, const word_box *w, leaf_page *on)
{
	const piece *t = &x->v->text.p[x->piece];

	x->part = VEC_PUSH(x->p->a, &on->parts);
	*x->part = (leaf_part){.x = w->box[0],
	                       .y = w->box[1],
	                       .h = w->box[3] - w->box[1],
	                       .mark = t->mark,
	                       .duty = t->duty};
	x->begun = w->at.at;
	if (t->number > 0 && x->numbered != x->piece + 1) {
		x->part->number = t->number;
		x->numbered = x->piece + 1;
	}
}

static void put_word(placing *x, const word_box *w)
{
	leaf_page *on;
	leaf_part *part;

	while (x->piece + 1 < x->v->text.n &&
	       (size_t)(x->v->text.p[x->piece + 1].words.p - x->text.p) <= w->at.at)
		x->piece++;
	on = page_of(x->v, w->page);
	if (on == NULL || x->v->text.n == 0)
		return;
	if (!goes_on(x, w))
		begin_part(x, w, on);
	part = x->part;
	if (w->box[1] < part->y) {
		part->h += part->y - w->box[1];
		part->y = w->box[1];
	}
	if (w->box[3] > part->y + part->h)
		part->h = w->box[3] - part->y;
	part->w = w->box[2] - part->x;
	part->foot = part->y + part->h * 4 / 5;
	part->words = (slice){x->text.p + x->begun, w->at.at + w->at.len - x->begun};
	x->before = w;
	x->before_piece = x->piece;
}

void leaves_show(visit *p, const sql_document_one_row *d, const sql_document_words_row *text,
                 document_view *v)
{
	placing x = {.p = p, .v = v, .text = text->words};
	leaves found;

	if (text->leaves.n == 0 || d->sha256.n == 0 || p->o->leaf == NULL)
		return;
	v->lacks = p->o->leaf_lacks(d->media);
	if (v->lacks.n > 0)
		return;
	v->as_text = S("?xem=chu");
	v->as_leaves = S("?xem=trang");
	if (slice_eq(http_query(p->q, S("xem")), S("chu")))
		return;
	leaves_unpack(text->leaves, text->words.n, p->a, &found);
	for (uint32_t i = 0; i < found.pages.n; i++)
		*VEC_PUSH(p->a, &v->leaves) = (leaf_page){
			.page = found.pages.p[i].page,
			.width = found.pages.p[i].width,
			.height = found.pages.p[i].height,
			.src = page_link(p, "/van-ban/%.*s/trang/%u", (int)d->pub.n, d->pub.p,
		                         found.pages.p[i].page)};
	for (uint32_t i = 0; i < found.words.n; i++)
		put_word(&x, &found.words.p[i]);
}

/* Of a file with several documents a body sees the pages of those that it may see. */
static rc may_see(visit *p, const sql_document_one_row *d, uint32_t page_at, bool *ret, err *e)
{
	sql_document_words_row text = {0};
	leaves own;
	bool found = false;
	rc code = beside_whole(p, &(beside_ask){d->sha256, d->part, d->parts}, ret, e);

	if (code != RC_OK || *ret)
		return code;
	code = sql_document_words(p->r->d, &p->r->who, (sql_document_words_in){d->id}, p->a, &text,
	                          &found, e);
	if (code != RC_OK || !found)
		return code;
	leaves_unpack(text.leaves, text.words.n, p->a, &own);
	for (uint32_t i = 0; i < own.pages.n; i++)
		*ret |= own.pages.p[i].page == page_at;
	return RC_OK;
}

rc page_leaf(visit *p, err *e)
{
	leaf_ask ask = {.page = (uint32_t)page_number(p->args[1], 0, PAGE_MOST)};
	sql_document_one_row d;
	original file;
	slice png = {0};
	bool found = false, may = false;
	rc code = sql_document_one(p->r->d, &p->r->who, (sql_document_one_in){p->args[0]}, p->a, &d,
	                           &found, e);

	if (code == RC_OK && found)
		code = may_see(p, &d, ask.page, &may, e);
	if (code == RC_OK && (!may || d.sha256.n == 0 || p->o->leaf == NULL))
		code = err_set(e, RC_INPUT, MSG_NO_SUCH, "document");
	if (code != RC_OK)
		return code;
	ask.sha256 = d.sha256;
	ask.scan = slice_eq(d.through, S("ocr"));
	code = p->o->leaf(p->o->ctx, &ask, p->a, &png, e);
	if (code == RC_OK && png.n == 0)
		code = original_read(p->r, d.id, p->a, &file, e);
	if (code == RC_OK && png.n == 0) {
		ask.bytes = file.bytes;
		code = p->o->leaf(p->o->ctx, &ask, p->a, &png, e);
	}
	if (code != RC_OK)
		return code;
	p->to->type = S("image/png");
	p->to->still = png;
	return RC_OK;
}
