/*
 * marks.c - of each kind the mark that began last holds, until it ends: then the one below.
 */
#include "web/pages/marks.h"

#include <stdlib.h>

typedef struct open_marks {
	VEC(const text_mark *)
	of[MARK_KINDS]; /* a stack a kind; ended ones go when they are on top */
} open_marks;

void marks_add(arena *a, marks *to, int64_t at, int64_t len, enum mark_kind kind, slice duty,
               slice name)
{
	if (at == DB_NULL || len == DB_NULL || at < 0 || len <= 0 || at > UINT32_MAX - len)
		return;
	*VEC_PUSH(a, to) = (text_mark){(uint32_t)at, (uint32_t)(at + len), to->n, kind, duty, name};
}

static int by_place(const void *a_, const void *b_)
{
	const text_mark *a = a_, *b = b_;

	if (a->at != b->at)
		return a->at < b->at ? -1 : 1;
	if (a->end != b->end)
		return a->end > b->end ? -1 : 1;
	return a->order < b->order ? -1 : a->order > b->order;
}

static int by_number(const void *a_, const void *b_)
{
	const uint32_t *a = a_, *b = b_;

	return *a < *b ? -1 : *a > *b;
}

static const text_mark *top(open_marks *o, enum mark_kind kind, uint32_t at)
{
	while (o->of[kind].n > 0 && o->of[kind].p[o->of[kind].n - 1]->end <= at)
		o->of[kind].n--;
	return o->of[kind].n > 0 ? o->of[kind].p[o->of[kind].n - 1] : NULL;
}

static piece piece_of(arena *a, slice words, const text_mark *duty, const text_mark *detail)
{
	piece x = {.words = words};

	if (duty != NULL) {
		x.duty = duty->duty;
		x.mark = duty->name;
	}
	if (detail != NULL)
		x.mark = x.mark.n > 0 ? arena_printf(a, "%.*s %.*s", (int)x.mark.n, x.mark.p,
		                                     (int)detail->name.n, detail->name.p)
		                      : detail->name;
	return x;
}

/* Every place where something begins or ends, ascending; letters are never cut. */
static uint32_t *bounds_of(arena *a, slice text, const marks *m, uint32_t *ret_n)
{
	uint32_t *bounds = arena_array(a, uint32_t, (size_t)m->n * 2 + 1), n = 0;

	for (uint32_t i = 0; i < m->n; i++) {
		bounds[n++] = m->p[i].at;
		bounds[n++] = m->p[i].end;
	}
	bounds[n++] = (uint32_t)text.n;
	qsort(bounds, n, sizeof *bounds, by_number);
	*ret_n = n;
	return bounds;
}

static bool splits_letter(slice text, uint32_t at)
{
	return at < text.n && ((unsigned char)text.p[at] & 0xC0) == 0x80;
}

void marks_cut(arena *a, slice text, marks *m, pieces *to)
{
	open_marks open = {0};
	uint32_t n, at = 0, next = 0, *bounds = bounds_of(a, text, m, &n);

	if (m->n > 0)
		qsort(m->p, m->n, sizeof *m->p, by_place);
	for (uint32_t i = 0; i < n; i++) {
		uint32_t end = bounds[i];

		if (end <= at || end > text.n || splits_letter(text, end))
			continue;
		for (; next < m->n && m->p[next].at <= at; next++)
			*VEC_PUSH(a, &open.of[m->p[next].kind]) = &m->p[next];
		*VEC_PUSH(a, to) = piece_of(a, (slice){text.p + at, end - at},
		                            top(&open, MARK_DUTY, at), top(&open, MARK_DETAIL, at));
		at = end;
	}
}
