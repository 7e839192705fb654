/*
 * layout.c - looks and pages of the source, laid over the text that was made of it.
 *
 * A run here is as many words as look the same one after the other: neither the file's own
 * runs, which mean nothing, nor paragraphs. A word has the look of its first letter. It
 * must never guess: words whose look is not known are in no run.
 */
#include "reading/layout.h"

/* Where in the two maps the last word was found: the next one is near. */
typedef struct finger {
	const rawdoc *doc;
	const origin_map *map;
	uint32_t mark, origin;
} finger;

/* The position of the source from which byte `at` came; asked in ascending order. */
static uint32_t source_of(finger *f, uint32_t at)
{
	const origin_mark *m = f->map->p;

	while (f->mark + 1 < f->map->n && m[f->mark + 1].text <= at)
		f->mark++;
	if (f->map->n == 0 || m[f->mark].text > at)
		return 0;
	return m[f->mark].source + (at - m[f->mark].text);
}

/* The look of a position; mostly that of the one before, or the next. */
static uint32_t look_of(finger *f, uint32_t source)
{
	const raworigin *o = f->doc->origins.p;
	uint32_t n = f->doc->origins.n, k;

	for (unsigned near = 0; near < 2 && f->origin + near < n; near++) {
		uint32_t i = f->origin + near;

		if (o[i].at <= source && (i + 1 == n || source < o[i + 1].at))
			return o[f->origin = i].look;
	}
	k = ordered_last(ORDERED(&f->doc->origins, at), source);
	return k == 0 ? 0 : o[f->origin = k - 1].look;
}

static void run_put(layout *l, arena *a, uint32_t from, uint32_t end, uint32_t look)
{
	layout_run *last = l->runs.n > 0 ? &l->runs.p[l->runs.n - 1] : NULL;

	if (look == 0 || look > l->looks.n) {
		l->broken = true;
	} else if (last != NULL && last->look == look - 1 && !l->broken) {
		last->at.len = end - last->at.at;
	} else {
		*VEC_PUSH(a, &l->runs) = (layout_run){{from, end - from}, look - 1};
		l->broken = false;
	}
}

static void runs_find(const rawdoc *doc, arena *a, reading *r)
{
	finger f = {.doc = doc, .map = &r->origin};
	slice s = r->text;

	for (size_t i = 0; i < s.n; i++) {
		size_t from = i;

		while (i < s.n && s.p[i] != ' ' && s.p[i] != '\n')
			i++;
		if (i > from)
			run_put(&r->layout, a, (uint32_t)from, (uint32_t)i,
			        look_of(&f, source_of(&f, (uint32_t)from)));
	}
}

_Static_assert((int)LAYOUT_UNKNOWN == (int)SET_UNKNOWN, "one unknown");

static void looks_copy(const rawdoc *doc, arena *a, layout *l)
{
	for (uint32_t i = 0; i < doc->looks.n; i++) {
		const rawlook *from = &doc->looks.p[i];

		const int32_t *v = from->set;

		*VEC_PUSH(a, &l->looks) = (layout_look){
			.font = from->font,
			.halves = from->halves,
			.bold = from->bold,
			.italic = from->italic,
			.align = from->align,
			.set = {v[SET_FIRST], v[SET_LEFT], v[SET_RIGHT], v[SET_BEFORE],
		                v[SET_AFTER], v[SET_LINE], v[SET_RULE]},
		};
	}
}

/* Where in the text the section ends: at the first words from behind it. */
static uint32_t section_end(const reading *r, uint32_t from, uint32_t until)
{
	uint32_t n = (uint32_t)r->text.n;

	for (uint32_t i = 0; until != UINT32_MAX && i < r->origin.n; i++) {
		const origin_mark *m = &r->origin.p[i];
		uint32_t next = i + 1 < r->origin.n ? m[1].text : n;
		uint32_t at = m->source >= until ? m->text : m->text + (until - m->source);

		if (next <= from || at >= next)
			continue;
		at = at < from ? from : at;
		while (at < n && (r->text.p[at] == ' ' || r->text.p[at] == '\n'))
			at++;
		return at;
	}
	return n;
}

void layout_find(const rawdoc *doc, arena *a, reading *r)
{
	uint32_t at = 0;

	looks_copy(doc, a, &r->layout);
	if (doc->looks.n > 0)
		runs_find(doc, a, r);
	for (uint32_t i = 0; i < doc->sections.n; i++) {
		const rawsection *s = &doc->sections.p[i];
		uint32_t end = i + 1 == doc->sections.n ? (uint32_t)r->text.n
		                                        : section_end(r, at, s->until);
		layout_page *p = VEC_PUSH(a, &r->layout.pages);

		*p = (layout_page){.at = {at, end - at}, .width = s->width, .height = s->height};
		memcpy(p->margin, s->margin, sizeof p->margin);
		at = end;
	}
}
