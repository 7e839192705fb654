/*
 * tables.h - pages of documents and duties, with what a person filters them by.
 *
 * Reads only, for the viewer of the reg. A page costs what it shows and what it skips; how
 * many there are the tally knows, or they are counted up to TABLES_COUNTED.
 */
#ifndef DONDOC_REGISTER_TABLES_H
#define DONDOC_REGISTER_TABLES_H

#include "register/reg.h"

enum { TABLES_COUNTED = 10000, TABLES_PAGES = 400 };

/* Which duties: what people call a state on screen. */
enum duty_view {
#define DUTY_VIEW(NAME, word, wording) DUTY_##NAME,
#include "register/look/duty_views.def"
#undef DUTY_VIEW
	DUTY_VIEWS,
};
slice duty_view_word(enum duty_view v);
slice duty_view_wording(enum duty_view v);
enum duty_view duty_view_of(slice word); /* DUTY_VIEWS: no such word */

enum duty_order {
#define DUTY_ORDER(NAME, word, wording) DUTY_BY_##NAME,
#include "register/look/duty_views.def"
#undef DUTY_ORDER
	DUTY_ORDERS,
};
slice duty_order_word(enum duty_order o);
slice duty_order_wording(enum duty_order o);
enum duty_order duty_order_of(slice word); /* DUTY_BY_LIMIT: no such word */

typedef struct duty_ask {
	enum duty_view view;
	int64_t agency; /* DB_NULL: any */
	bool nobody;    /* those that name nobody */
	slice document; /* its public id; empty: any */
	slice class;    /* "agency", "commune"; empty: any */
	int64_t since, until; /* due in this stretch of minutes; 0: open at that end */
	/* Compared without marks; empty: any. A leader, monitor or field in quotes is compared whole,
	 * as it is written; "" is for those without. text: each word of it in the duty, its document or
	 * the name of its agency. These, `mine` and an order other than by limit walk over the
	 * rows of what is asked above. */
	slice text, number, leader, monitor, field;
	slice mine; /* the name of who asks: what he follows, handles, or decided (his account) */
	enum duty_order order;
	bool uncounted; /* how many there are is not asked */
	int64_t skip, most;
} duty_ask;

typedef struct duty_page {
	sql_duty_table_rows rows;
	bool more; /* another page follows */
	int64_t total; /* of a state alone or with an agency: all; else up to TABLES_COUNTED */
} duty_page;

/* tables_duties() - one page, the earliest limit first, without a limit last; tables_count()
 * - only how many. */
MUST_CHECK rc tables_duties(reg *r, const duty_ask *ask, arena *a, duty_page *ret, err *e);
MUST_CHECK rc tables_count(reg *r, const duty_ask *ask, int64_t *ret, err *e);

/* tables_heads() - of the first `look_at` rows of a list, each duty once by its first row: the first
 * `most` of them, and how many more rows each has there. `ask` says no words, people or order. */
typedef struct duty_heads {
	sql_duty_table_rows rows;
	VEC(int64_t) others; /* of rows.p[i] */
	int64_t looked; /* fewer than look_at: the list has no more */
} duty_heads;
MUST_CHECK rc tables_heads(reg *r, const duty_ask *ask, int64_t look_at, arena *a, duty_heads *ret,
                           err *e);

/* tables_groups() - duties as they were given, each once, newest first: of this disposal, and of
 * `ask` its document, agency, words, people, field, skip and most. */
typedef struct group_page {
	sql_duty_groups_rows rows;
	bool more;
	int64_t total; /* up to TABLES_COUNTED */
} group_page;
MUST_CHECK rc tables_groups(reg *r, slice disposal, const duty_ask *ask, arena *a, group_page *ret,
                            err *e);

/* tables_followed() - how many duties are followed, up to TABLES_COUNTED, for who sees all. They are
 * counted anew only when the log says that something became of an assignment. */
MUST_CHECK rc tables_followed(reg *r, int64_t *ret, err *e);

/* tables_looks() - does this ask for what only a look at the rows tells? */
bool tables_looks(const duty_ask *ask);

/* tables_week_end() - the last minute of the week of r->minute (Sunday). */
int64_t tables_week_end(const reg *r);

#endif
