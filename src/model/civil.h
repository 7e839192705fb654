/*
 * civil.h - the civil calendar, in days and minutes.
 *
 * All times are civil time at UTC+7 (Vietnam has no summer time). A day is
 * counted from 1970-01-01 = 0; a minute from 1970-01-01T00:00 = 0.
 */
#ifndef DONDOC_MODEL_CIVIL_H
#define DONDOC_MODEL_CIVIL_H

#include "base/err.h"
#include "base/slice.h"
#include "base/strbuf.h"

typedef int64_t cmin; /* civil minutes */
#define CMIN_NONE INT64_MIN
#define CMIN_DAY 1440

typedef struct civil {
	int32_t y;
	int8_t mo, d; /* 1..12, 1..31 */
	int8_t h, mi; /* 0..23, 0..59 */
} civil;

/* civil_days() - day number of a Gregorian date that exists. O(1). */
int32_t civil_days(int32_t y, int mo, int d);

/* civil_of_days() - the date of a day number; h and mi are 0. O(1). */
civil civil_of_days(int32_t days);

/* civil_minutes(), civil_of_minutes() - the same with the time of day. */
cmin civil_minutes(civil c);
civil civil_of_minutes(cmin m);

/* civil_of_clock(), clock_of_civil() - seconds since 1970 in UTC, as a clock and the register
 * count them, and the minute in Vietnam, which is seven hours before UTC all year (Decision
 * 134/2002/QĐ-TTg), whatever zone the machine is set to. Not before 1970. */
static inline cmin civil_of_clock(int64_t seconds)
{
	return (seconds + 7 * 3600) / 60;
}
static inline int64_t clock_of_civil(cmin m)
{
	return m * 60 - 7 * 3600;
}

/* day_of_clock(), clock_of_day() - the same with whole days: when they begin. */
static inline int64_t day_of_clock(int64_t seconds)
{
	return civil_of_clock(seconds) / CMIN_DAY;
}
static inline int64_t clock_of_day(int64_t day)
{
	return clock_of_civil(day * CMIN_DAY);
}

/* civil_exists() - is there such a date (1 <= y <= 9999)? */
bool civil_exists(int32_t y, int mo, int d);

/* civil_month_days() - 28..31. mo 1..12. */
int civil_month_days(int32_t y, int mo);

/* civil_weekday() - 0 = thứ Hai ... 6 = Chủ nhật. */
int civil_weekday(int32_t days);

/* civil_weekday_name() - "thứ Hai" ... "Chủ nhật" (Decree 30/2020 PL II V.8.c). */
const char *civil_weekday_name(int weekday);

/* civil_parse() - "YYYY-MM-DD" or "YYYY-MM-DDTHH:MM", nothing else around it.
 * MSG_DATE_IMPOSSIBLE, with *ret untouched, when it is not one. */
MUST_CHECK rc civil_parse(slice s, civil *ret, err *e);

/* civil_put() - write it as civil_parse() reads it, without its hour or with it. */
void civil_put(strbuf *to, civil c, bool hour);

#endif
