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

/* What hangs on a thing: the rows of a statement that asks by its id, for the viewer. */
typedef struct shown_list {
	slice key, label;
	const both_fact *facts;
	size_t nfacts;
	const db_stmt *stmt;
} shown_list;

#define SHOWN(key, label, facts, name)                                                             \
	{S(key), S(label), facts, ARRAY_LEN(facts), &sql_##name##_stmt}

extern const shown_list shown_parties, shown_limits, shown_needs, shown_evidence, shown_requests,
	shown_own_history;

/* Each adds its list, of what the viewer may see, to what is shown. */
MUST_CHECK rc show_list(showing *x, const shown_list *l, err *e);
MUST_CHECK rc show_history(showing *x, const char *noun, err *e);
void show_obligation_facts(showing *x, const sql_obligation_list_row *o);
MUST_CHECK rc show_obligations_of(showing *x, err *e);

#endif
