/*
 * reg.h - the register at hand: its database, who looks, what time it is.
 *
 * Every use-case is a function of the register that takes a `reg`. Those that change
 * something run in one db_write() and end with their event; those that read ask with
 * the viewer of the reg. Nothing here reads a clock: `now` is an argument of opening.
 */
#ifndef DONDOC_REGISTER_REG_H
#define DONDOC_REGISTER_REG_H

#include "model/calendar.h"
#include "model/civil.h"
#include "model/viewer.h"
#include "reading/registry.h"
#include "sql.h"

/* A count that was made when the log had its line `stamp`; 0: none was. */
typedef struct reg_count {
	int64_t stamp, n;
} reg_count;

typedef struct reg {
	db *d;
	viewer who;
	int64_t now;    /* seconds since 1970, UTC */
	cmin minute;    /* the same in civil minutes at UTC+7 */
	calendar cal;   /* of the register, not of the program */
	bool rolled;    /* what is due is moved past days off (Civil Code Art. 148.5) */
	int soon_days;  /* "due soon": so many working days before `safe` */
	int64_t rules;  /* which version of calendar and settings these are */
	const char
		*key_file; /* what secrets are sealed with (second.h); NULL: beside the register */
	struct body_cache *bodies; /* bodies.h: codes and groups, while one transaction lasts */
	struct search_kept *kept; /* documents that wait to be findable (search.h) */
	reg_count followed; /* tables_followed() */
	arena a;
} reg;

/* reg_open() - open the register at `url` (db_open()) for this viewer at this time. A
 * new one is given the bodies of `bodies` and the days off of `calendar_tsv`. Errors of
 * db_open(). reg_close() when finished, after a failure too. */
MUST_CHECK rc reg_open(reg *ret, const char *url, unsigned flags, viewer who, int64_t now,
                       const registry *bodies, slice calendar_tsv, err *e);
void reg_close(reg *r);

/* reg_set_now() - it is later now: for a register that stays open. */
void reg_set_now(reg *r, int64_t now);

/* reg_refresh() - read calendar and settings again if somebody changed them since, in this
 * process or another: one row looked at. Every transaction that writes begins with it; who
 * keeps a register open and only reads calls it now and then. reg_follow() - it does so from
 * here, and ends with what is to be findable: for a reg that was moved after reg_open(). reg_changed() - they are about to be
 * changed: what changes them begins with this. Inside db_write(). */
MUST_CHECK rc reg_refresh(reg *r, err *e);
void reg_follow(reg *r);
MUST_CHECK rc reg_changed(reg *r, err *e);

/* reg_office_only() - MSG_FORBIDDEN unless the viewer is the Office. */
MUST_CHECK rc reg_office_only(const reg *r, err *e);

/* reg_load_calendar() - read the days off again, after they were changed. */
MUST_CHECK rc reg_load_calendar(reg *r, err *e);

/* reg_counted() - of a limit `last`, what the office counts by: itself, or moved past
 * days off. reg_safe() - the last working minute in which it can still be done. DB_NULL
 * for DB_NULL. */
int64_t reg_counted(const reg *r, int64_t last);
int64_t reg_safe(const reg *r, int64_t last);

#endif
