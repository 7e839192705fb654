/*
 * beside.c - each document of a file is known by the file's hash and its own number.
 *
 * It must never tell a body of a document that it may not see.
 */
#include "web/pages/beside.h"

#include "model/roles.h"
#include "web/pages/pages.h"
#include "web/pages/rows.h"

enum { MOST = 50 };

/* What the register knows it by: app/batch.c. */
static slice key_of(visit *p, const beside_ask *ask, int64_t part)
{
	return part < 2 ? ask->sha256
	                : page_link(p, "%.*s#%lld", (int)ask->sha256.n, ask->sha256.p,
	                            (long long)part);
}

static rc add_row(visit *p, const beside_ask *ask, int64_t part, beside_rows *to, err *e)
{
	sql_document_beside_row d = {0};
	bool found = false, here = part == ask->part, reviews = page_may(p, RIGHT_REVIEW);
	rc code = sql_document_beside(p->r->d, &p->r->who,
	                              (sql_document_beside_in){key_of(p, ask, part)}, p->a, &d,
	                              &found, e);

	if (code != RC_OK || (!found && !p->r->who.all))
		return code;
	*VEC_PUSH(p->a, to) = (beside_row){
		.part = part,
		.number = rows_numbered(d.number),
		.title = d.title.n > 0 ? d.title : d.name,
		.href = here || !found ? (slice){0}
	                               : page_link(p, "/van-ban/%.*s%s", (int)d.pub.n, d.pub.p,
	                                           reviews && d.waiting > 0 ? "/ra-soat" : ""),
		.waiting = reviews ? d.waiting : 0,
		.here = here,
		.missing = !found,
	};
	return RC_OK;
}

rc beside_list(visit *p, const beside_ask *ask, beside_rows *ret, err *e)
{
	rc code = RC_OK;

	if (ask->parts < 2 || ask->sha256.n == 0)
		return RC_OK;
	for (int64_t k = 1; code == RC_OK && k <= ask->parts && k <= MOST; k++)
		code = add_row(p, ask, k, ret, e);
	if (ret->n == 1)
		ret->n = 0; /* nobody is told of what he may not see */
	return code;
}

rc beside_whole(visit *p, const beside_ask *ask, bool *ret, err *e)
{
	beside_rows rows = {0};
	rc code = p->r->who.all ? RC_OK : beside_list(p, ask, &rows, e);

	*ret = p->r->who.all || ask->parts < 2 || rows.n == ask->parts;
	return code;
}
