/*
 * page.h - what a page function has at hand, and what all pages share.
 *
 * A page function is: parse, call `register`, fill the view struct, render. That its
 * reader may see it was decided before by routes.def; that the reader may see a row is
 * decided by the statements.
 */
#ifndef DONDOC_WEB_PAGE_H
#define DONDOC_WEB_PAGE_H

#include "register/people/people.h"
#include "web/http.h"
#include "web/routes.h"
#include "web/serve.h"
#include "web/view.h"

typedef struct nav_item {
	slice href, icon, words;
	bool current;
} nav_item;

/* What stands around every page. */
typedef struct frame {
	slice title, css, js, icons, mark;
	slice user, role, agency, csrf, notice, query, number, today;
	bool signed_in, demo;
	VEC(nav_item) nav;
} frame;

typedef struct visit {
	const serve_options *o;
	limits *limits;
	struct strangers *strangers;
	metrics *metrics;
	http_request *q;
	http_response *to;
	reg *r;
	arena *a;
	const route *route;
	slice args[2];
	person who;
	bool signed_in, demo;
	bool api;    /* asked under /api/: answers are JSON, and so are problems */
	bool bearer; /* signed in by a token, not by a cookie */
	bool keep;   /* shows the register, its reader and the minute, nothing else: serve.c */
	unsigned rights;
	unsigned lent; /* the rights that the way of signing in lends at most: a token's scopes */
	int64_t version; /* of the thing that an API answer shows; DB_NULL: none */
	slice token; /* of the cookie */
	slice csrf;
	slice number; /* of the request */
} visit;

/* page_csrf() - what a form must bring back, of the token in the cookie. */
slice page_csrf(arena *a, slice cookie);

/* page_frame() - fill the frame; `nav`: the address of the menu's current entry. */
frame page_frame(visit *p, slice title, slice nav);

/* page_may() - has its reader this right? */
static inline bool page_may(const visit *p, unsigned right)
{
	return (p->rights & right) == right;
}

/* page_fail() - answer with an error page of this status and wording. */
void page_fail(visit *p, int status, slice title, slice why, slice hint);
void page_fail_err(visit *p, const err *e);

/* page_hint() - what to do after this error, as a reader of pages can: hints that speak of the
 * command line are left out, days are asked for as forms take them. */
slice page_hint(msg_id id);

/* page_done() - after a POST: back to `path`, where the notice `ok` is shown ("saved"). */
void page_done(visit *p, slice path, const char *ok);

/* Words for dates, on p->a; empty for DB_NULL. */
slice page_day(visit *p, int64_t day);        /* 29/5/2026 */
slice page_issued(visit *p, int64_t day, slice written); /* …, tháng 5/2026 (chưa ghi ngày) */
slice page_instant(visit *p, int64_t minute); /* 14 giờ 00, thứ Sáu, ngày 29/5/2026 */
slice page_limit(visit *p, int64_t minute);   /* 29/5/2026, or with the hour */
slice page_time(visit *p, int64_t seconds);   /* 14 giờ 00, 29/5/2026 */
int64_t page_minute(int64_t seconds);         /* of it, civil */
slice page_clock(visit *p, int64_t minute);   /* 14 giờ 00 */

/* page_begin() - when a meeting begins, as `starts` has it: without its hour the day alone. */
slice page_begin(visit *p, slice starts, int64_t minute);

/* page_left() - "Quá hạn 12 ngày", "Hôm nay", "còn 3 ngày". page_mood() - the class of
 * that: late, today, soon, fine, none. */
slice page_left(visit *p, int64_t due);
slice page_mood(visit *p, int64_t due);

/* page_sheet() - answer with this list as a file "NAME.xlsx" to take away. */
MUST_CHECK rc page_sheet(visit *p, const serve_table *t, const char *name, err *e);

/* page_number() - a whole number of a query or form between least and most, else least. */
int64_t page_number(slice s, int64_t least, int64_t most);

/* page_date() - "29/5/2026" or "2026-05-29" as a day. MSG_DAY_BAD, MSG_DATE_IMPOSSIBLE. */
MUST_CHECK rc page_date(slice s, int32_t *ret, err *e);

/* page_agency_of() - the row of a code in a query; DB_NULL for an empty one or none. */
MUST_CHECK rc page_agency_of(visit *p, slice code, int64_t *ret, slice *ret_name, err *e);

/* page_count() - "1.235 phần việc": `what` has its blank before it. */
slice page_count(visit *p, int64_t n, const char *what);
slice page_counted(visit *p, slice what, int64_t n); /* "Chưa trả lời (1.235)" */

/* page_link() - formatted text on p->a: for addresses. */
#define page_link(p, ...) arena_printf((p)->a, __VA_ARGS__)

/* The four official buckets as a bar of 100 units. */
typedef struct bar {
	int64_t at[4], wide[4];
	int64_t x1, w1, x2, w2, x3, w3, x4, w4;
} bar;
bar page_bar(int64_t done_in_time, int64_t done_late, int64_t open_in_time, int64_t open_late);

#endif
