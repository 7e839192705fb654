/*
 * codes.c - a clerk knows names, not codes.
 */
#include "web/pages/codes.h"

#include "base/fold.h"
#include "web/pages/rows.h"

enum { CODES_MAX = 4096 };

static slice code_of(visit *p, const sql_agency_bodies_rows *bodies, slice word)
{
	slice folded = fold_text(p->a, word);

	for (uint32_t i = 0; i < bodies->n; i++) {
		const sql_agency_bodies_row *b = &bodies->p[i];

		if (slice_eq(b->code, word) || slice_eq(b->folded, folded) ||
		    slice_eq(fold_text(p->a, rows_short_name(b->name)), folded))
			return b->code;
	}
	return word;
}

rc codes_of(visit *p, slice words, slice *ret, err *e)
{
	sql_agency_bodies_rows bodies = {0};
	slice rest = slice_trim(words), part;
	strbuf b;
	rc code;

	*ret = (slice){0};
	if (rest.n == 0)
		return RC_OK;
	code = sql_agency_bodies(p->r->d, p->a, &bodies, e);
	strbuf_init(&b, NULL, CODES_MAX);
	while (code == RC_OK && rest.n > 0) {
		size_t n = 0;

		while (n < rest.n && rest.p[n] != ',' && rest.p[n] != ';')
			n++;
		part = slice_trim((slice){rest.p, n});
		n += n < rest.n;
		rest = (slice){rest.p + n, rest.n - n};
		if (part.n == 0)
			continue;
		if (b.n > 0)
			strbuf_putc(&b, ',');
		strbuf_put(&b, code_of(p, &bodies, part));
	}
	*ret = arena_copy(p->a, strbuf_slice(&b));
	strbuf_done(&b);
	return code;
}
