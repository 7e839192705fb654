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

	return d != 0 ? d : (a->name.n > b->name.n) - (a->name.n < b->name.n);
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
		                                             true};
	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++)
		*VEC_PUSH(p->a, &ret->by_name) = (form_body){rows.p[i].code, rows.p[i].name, true};
	if (ret->by_name.n > 1)
		qsort(ret->by_name.p, ret->by_name.n, sizeof *ret->by_name.p, by_name);
	for (uint32_t i = 1; i < ret->by_name.n; i++)
		if (slice_eq(ret->by_name.p[i].name, ret->by_name.p[i - 1].name))
			ret->by_name.p[i].alone = ret->by_name.p[i - 1].alone = false;
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
	form_body asked = {.name = slice_trim(value)};
	const form_body *found = b->by_name.n == 0 ? NULL
	                                           : bsearch(&asked, b->by_name.p, b->by_name.n,
	                                                     sizeof *b->by_name.p, by_name);

	return found != NULL && found->alone ? found->code : value;
}
