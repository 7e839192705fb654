/*
 * out_show_priv.h - between the nouns of `show` and the parts they share.
 */
#ifndef DONDOC_APP_OUT_SHOW_PRIV_H
#define DONDOC_APP_OUT_SHOW_PRIV_H

#include "app/out/out_both.h"
#include "register/reg.h"

typedef struct showing {
	both o;
	reg *r;
	arena *a;
	int64_t id;
} showing;

/* Each adds its list, of what the viewer may see, to what is shown. */
MUST_CHECK rc show_history(showing *x, const char *noun, err *e);
MUST_CHECK rc show_history_own(showing *x, err *e);
MUST_CHECK rc show_parties(showing *x, err *e);
MUST_CHECK rc show_limits(showing *x, err *e);
MUST_CHECK rc show_needs(showing *x, err *e);
void show_obligation_facts(showing *x, const sql_obligation_list_row *o);
MUST_CHECK rc show_obligations_of(showing *x, err *e);
MUST_CHECK rc show_evidence(showing *x, err *e);
MUST_CHECK rc show_requests(showing *x, err *e);

#endif
