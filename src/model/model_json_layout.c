/*
 * model_json_layout.c - "layout" of the contract: pages in millimetres, looks in points; and
 * "pages", with the words of a drawn page where they stand, in points.
 */
#include "model/model_json_priv.h"

/* Twentieths of a point as millimetres with one decimal; null for `none`. */
static void key_mm(json_out *j, slice key, int32_t twips, int32_t none)
{
	int64_t tenths = ((int64_t)twips * 254 + (twips < 0 ? -720 : 720)) / 1440;

	jout_key(j, key);
	if (twips == none)
		jout_null(j);
	else
		jout_number(j, (double)tenths / 10);
}

static void key_points(json_out *j, slice key, int32_t v, double unit)
{
	jout_key(j, key);
	if (v == LAYOUT_UNKNOWN)
		jout_null(j);
	else
		jout_number(j, v / unit);
}

static void write_set(json_out *j, const layout_set *s)
{
	static const char *const rules[] = {"times", "exactly", "at-least"};
	bool known = s->rule >= 0 && s->rule < (int32_t)ARRAY_LEN(rules);

	key_mm(j, S("first_line"), s->first, LAYOUT_UNKNOWN);
	key_mm(j, S("left"), s->left, LAYOUT_UNKNOWN);
	key_mm(j, S("right"), s->right, LAYOUT_UNKNOWN);
	key_points(j, S("before"), s->before, 20);
	key_points(j, S("after"), s->after, 20);
	key_points(j, S("line"),
	           !known || s->line == LAYOUT_UNKNOWN ? LAYOUT_UNKNOWN
	           : s->rule == 0                      ? (s->line * 100 + 120) / 240
	                                               : s->line,
	           s->rule == 0 ? 100 : 20);
	key_word(j, S("line_rule"), known && s->line != LAYOUT_UNKNOWN ? rules[s->rule] : NULL);
}

static void write_page(const writer *w, const layout_page *p)
{
	static const slice names[] = {S("top"), S("bottom"), S("left"), S("right")};
	json_out *j = w->j;

	jout_object(j);
	key_place(w, p->at);
	key_mm(j, S("width"), p->width, -1);
	key_mm(j, S("height"), p->height, -1);
	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		key_mm(j, names[i], p->margin[i], -1);
	jout_object_end(j);
}

static void write_look(json_out *j, const layout_look *l)
{
	static const char *const aligns[] = {"left", "centre", "right", "both"};

	jout_object(j);
	key_string(j, S("font"), l->font);
	KEY(j, "size");
	if (l->halves == 0)
		jout_null(j);
	else
		jout_number(j, l->halves / 2.0);
	KEY(j, "bold");
	jout_bool(j, l->bold);
	KEY(j, "italic");
	jout_bool(j, l->italic);
	key_word(j, S("align"), l->align < ARRAY_LEN(aligns) ? aligns[l->align] : NULL);
	write_set(j, &l->set);
	jout_object_end(j);
}

void key_layout(const writer *w)
{
	const layout *l = &w->r->layout;
	json_out *j = w->j;

	KEY(j, "layout");
	if (l->pages.n == 0 && l->runs.n == 0) {
		jout_null(j);
		return;
	}
	jout_object(j);
	KEY(j, "pages");
	jout_array(j);
	for (uint32_t i = 0; i < l->pages.n; i++)
		write_page(w, &l->pages.p[i]);
	jout_array_end(j);
	KEY(j, "looks");
	jout_array(j);
	for (uint32_t i = 0; i < l->looks.n; i++)
		write_look(j, &l->looks.p[i]);
	jout_array_end(j);
	KEY(j, "runs");
	jout_array(j);
	for (uint32_t i = 0; i < l->runs.n; i++) {
		jout_object(j);
		key_place(w, l->runs.p[i].at);
		KEY(j, "look");
		jout_int(j, l->runs.p[i].look);
		jout_object_end(j);
	}
	jout_array_end(j);
	jout_object_end(j);
}

void json_box(json_out *j, const int32_t box[4])
{
	jout_array(j);
	for (int i = 0; i < 4; i++)
		jout_number(j, box[i] / 10.0);
	jout_array_end(j);
}

/* The words of page i; *at: the first that is not written yet. A footnote stands at the
 * end of the text, so a word says its own page. */
static void write_words(const writer *w, uint32_t i, uint32_t *at)
{
	const reading *r = w->r;
	uint32_t end = i + 1 < r->pages.n ? r->pages.p[i + 1].at.at : (uint32_t)r->text.n;

	KEY(w->j, "words");
	jout_array(w->j);
	for (; *at < r->boxes.n && r->boxes.p[*at].at.at < end; (*at)++) {
		const word_box *b = &r->boxes.p[*at];

		jout_object(w->j);
		key_place(w, b->at);
		KEY(w->j, "page");
		jout_int(w->j, b->page);
		KEY(w->j, "box");
		json_box(w->j, b->box);
		jout_object_end(w->j);
	}
	jout_array_end(w->j);
}

static void write_size(const writer *w, const page *p)
{
	KEY(w->j, "size");
	jout_array(w->j);
	jout_number(w->j, p->width / 10.0);
	jout_number(w->j, p->height / 10.0);
	jout_array_end(w->j);
}

void json_pages(const writer *w)
{
	const reading *r = w->r;

	uint32_t word = 0;

	KEY(w->j, "pages");
	if (r->pages.n == 0) {
		jout_null(w->j);
		return;
	}
	jout_array(w->j);
	for (uint32_t i = 0; i < r->pages.n; i++) {
		jout_object(w->j);
		KEY(w->j, "page");
		jout_int(w->j, r->pages.p[i].number);
		key_place(w, r->pages.p[i].at);
		if (r->boxes.n > 0) {
			write_size(w, &r->pages.p[i]);
			write_words(w, i, &word);
		}
		jout_object_end(w->j);
	}
	jout_array_end(w->j);
}
