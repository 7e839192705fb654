/*
 * due.h - what one body, or the whole office, has before it.
 *
 * Four groups: its own obligations by date, rounds that come to it, duties in which it
 * coordinates, duties addressed to all. Beside them what has no date, what names nobody
 * (the Office alone), weeks in which much meets, meetings without a conclusion, reports
 * due again and again. Every list is a page: `most` rows, and how many there are.
 */
#ifndef DONDOC_REGISTER_DUE_H
#define DONDOC_REGISTER_DUE_H

#include "register/duty/obligation.h"

#define DUE_NO_DAY INT32_MIN

typedef struct due_ask {
	int64_t agency;   /* DB_NULL: everybody */
	int32_t from, to; /* days, DUE_NO_DAY: open */
	slice state;      /* a work state, a time state, "open" or empty */
	int64_t most;
} due_ask;

typedef struct due_page {
	sql_obligation_list_rows rows;
	int64_t total;
} due_page;

typedef sql_due_named_row due_duty;
typedef VEC(due_duty) due_duties;

/* Something with a date in a week. */
typedef struct due_thing {
	const char *kind; /* mine, awaited, meeting */
	slice pub, title;
	int64_t minute;
} due_thing;

typedef struct due_week {
	int32_t monday;
	VEC(due_thing) things; /* by minute */
} due_week;

typedef struct due_missing {
	sql_meeting_unconcluded_row meeting;
	int32_t limit; /* the day by which the notice is to be issued */
	bool late;
} due_missing;

typedef struct due_periodic {
	sql_periodic_list_row row;
	int32_t next; /* DUE_NO_DAY: its rule says no day */
} due_periodic;

typedef struct due_report {
	due_page mine, undated, unnamed;
	sql_due_rounds_rows awaited;
	due_duties coordinating, all, standing;
	VEC(due_week) collisions;
	VEC(due_missing) unconcluded;
	VEC(due_periodic) periodic;
} due_report;

/* due_state_known() - is it a word that due_ask.state takes? */
bool due_state_known(slice state);

/* due_time_state() - overdue, due_today, due_soon, in_time, no_date; of what is done,
 * whether it was in time. due_time_wording() - in the words of the office. */
slice due_time_state(const reg *r, const sql_obligation_list_row *o);
slice due_time_wording(slice state);

/* due_ask_all() - everything above for the viewer of `r`, on `a`. Costs what is shown, not
 * what the register holds. */
MUST_CHECK rc due_ask_all(reg *r, const due_ask *ask, arena *a, due_report *ret, err *e);

/* due_collisions() - weeks of the report with three dated things or more, of its first 400
 * meetings; fills ret->collisions. Part of due_ask_all(). */
MUST_CHECK rc due_collisions(reg *r, const due_ask *ask, arena *a, due_report *ret, err *e);

/* due_notice_day() - the day by which the conclusion of a meeting is to be issued (LAW §4). */
int32_t due_notice_day(const reg *r, int64_t start_minute);

/* due_next() - the first day from `day` on which a rule ("R:monthly:15") falls due, or
 * DUE_NO_DAY. */
int32_t due_next(slice rule, int32_t day);

#endif
