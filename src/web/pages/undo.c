/*
 * undo.c - a decision of a review taken back, from the page on which it was made.
 */
#include "register/hand/propose_undo.h"

#include "web/pages/pages.h"

typedef struct undoing {
	visit *p;
	slice document;
} undoing;

static rc work(db *d, void *ctx, err *e)
{
	undoing *x = ctx;
	sql_assignment_row_row row;
	bool found = false;
	rc code = sql_assignment_row(d, (sql_assignment_row_in){x->p->args[0]}, x->p->a, &row,
	                             &found, e);

	if (code == RC_OK && !found)
		code = err_set(e, RC_INPUT, MSG_NO_SUCH, "assignment");
	if (code != RC_OK)
		return code;
	x->document = row.document;
	return propose_undo(x->p->r, row.id, e);
}

rc page_decision_undo(visit *p, err *e)
{
	undoing x = {.p = p};
	rc code = db_write(p->r->d, work, &x, e);

	if (code != RC_OK)
		return code;
	if (x.document.n > 0)
		page_done(p, page_link(p, "/van-ban/%.*s/ra-soat", (int)x.document.n, x.document.p),
		          "undone");
	else
		page_done(p, S("/nhiem-vu"), "undone");
	return RC_OK;
}
