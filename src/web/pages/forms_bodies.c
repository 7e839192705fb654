/*
 * forms_bodies.c - a table of all bodies by name, made for one form.
 */
#include "web/pages/forms_bodies.h"

#include <stdlib.h>

#include "web/pages/pages.h"

enum { NAME_CUT = 36 }; /* bytes: a longer name does not fit a cell of rows */

static int by_name(const void *x, const void *y)
{
	const form_body *a = x, *b = y;
	size_t least = a->name.n < b->name.n ? a->name.n : b->name.n;
	int d = least > 0 ? memcmp(a->name.p, b->name.p, least) : 0;

	d = d != 0 ? d : (a->name.n > b->name.n) - (a->name.n < b->name.n);
	return d != 0 ? d : a->far - b->far;
}

/* The first of a name is meant by it, unless the next is as near. */
static void tell_alone(form_body *p, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++) {
		bool first = i == 0 || !slice_eq(p[i].name, p[i - 1].name);
		bool last = i + 1 == n || !slice_eq(p[i].name, p[i + 1].name);

		p[i].alone = first && (last || p[i].far != p[i + 1].far);
	}
}

rc forms_bodies_load(visit *p, form_bodies *ret, err *e)
{
	sql_agency_all_rows rows = {0};
	sql_group_all_rows groups = {0};
	rc code = sql_agency_all(p->r->d, p->a, &rows, e);

	*ret = (form_bodies){0};
	if (code == RC_OK)
		code = sql_group_all(p->r->d, p->a, &groups, e);
	for (uint32_t i = 0; code == RC_OK && i < groups.n; i++)
		*VEC_PUSH(p->a, &ret->by_name) = (form_body){groups.p[i].code, groups.p[i].name,
		                                             !groups.p[i].all_communes, false};
	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++)
		*VEC_PUSH(p->a, &ret->by_name) = (form_body){
			rows.p[i].code, rows.p[i].name, slice_eq(rows.p[i].class, S("external")),
			false};
	if (ret->by_name.n > 1)
		qsort(ret->by_name.p, ret->by_name.n, sizeof *ret->by_name.p, by_name);
	tell_alone(ret->by_name.p, ret->by_name.n);
	return code;
}

void forms_bodies_offer(visit *p, const form_bodies *b, options *to)
{
	for (uint32_t i = 0; i < b->by_name.n; i++) {
		const form_body *x = &b->by_name.p[i];

		*VEC_PUSH(p->a, to) = x->alone ? (option){.value = x->name}
		                               : (option){.value = x->code, .words = x->name};
	}
}

void forms_bodies_say(const form_bodies *b, slice *io_value, slice *ret_told)
{
	for (uint32_t i = 0; io_value->n > 0 && i < b->by_name.n; i++) {
		const form_body *x = &b->by_name.p[i];

		if (!slice_eq(x->code, *io_value))
			continue;
		if (!x->alone || x->name.n > NAME_CUT)
			*ret_told = x->name;
		if (x->alone)
			*io_value = x->name;
		return;
	}
}

slice forms_bodies_code(const form_bodies *b, slice value)
{
	/* The first of that name, the nearest: asked for as if it were near. */
	slice name = slice_trim(value);
	uint32_t from = 0, to = b->by_name.n;

	while (from < to) {
		uint32_t at = from + (to - from) / 2;
		form_body asked = {.name = name};

		if (by_name(&b->by_name.p[at], &asked) < 0)
			from = at + 1;
		else
			to = at;
	}
	return from < b->by_name.n && b->by_name.p[from].alone &&
	                       slice_eq(b->by_name.p[from].name, name)
	               ? b->by_name.p[from].code
	               : value;
}
