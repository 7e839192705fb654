/*
 * calendar.c - working days by counting, not by walking.
 *
 * worked(d), the number of working days up to day d, is arithmetic for Monday
 * to Friday plus a running sum over the rows of the calendar. It never falls,
 * so every question is one search in it, and "in 9,999 working days" costs no
 * more than "in 3".
 */
#include "model/calendar.h"

#include "base/utf8.h"

enum { TABLE_MAX = 4 << 20, COLUMNS = 5, STEP_MAX = 1000000 };
enum { DAY_MIN = -719162, DAY_MAX = 2932896 }; /* 0001-01-01, 9999-12-31 */
enum { FRIDAY = 4 };

static int64_t floor_div(int64_t a, int64_t b)
{
	return a >= 0 ? a / b : -((-a + b - 1) / b);
}

/* Mondays to Fridays up to and with d, counted from Monday 1969-12-29. */
static int64_t weekdays(int64_t d)
{
	int64_t week = floor_div(d + 3, 7), day = d + 3 - week * 7;

	return week * 5 + (day < FRIDAY ? day + 1 : 5);
}

/* The sum of shifts up to and with day d. */
static int64_t shifts(const calendar *c, int64_t d)
{
	uint32_t lo = 0, hi = c->days.n;

	while (lo < hi) {
		uint32_t mid = lo + (hi - lo) / 2;

		if (c->days.p[mid].day <= d)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo == 0 ? 0 : c->days.p[lo - 1].shift;
}

static int64_t worked(const calendar *c, int64_t d)
{
	return weekdays(d) + shifts(c, d);
}

/* The first day with worked(day) >= n. */
static int64_t day_of(const calendar *c, int64_t n)
{
	/* The calendar moves the answer by no more than its rows. */
	int64_t lo = floor_div(n - c->days.n, 5) * 7 - 14;
	int64_t hi = floor_div(n + c->days.n, 5) * 7 + 14;

	while (lo < hi) {
		int64_t mid = floor_div(lo + hi, 2);

		if (worked(c, mid) >= n)
			hi = mid;
		else
			lo = mid + 1;
	}
	return lo;
}

static rc bad(err *e, uint32_t line, const char *what)
{
	return err_set(e, RC_INPUT, MSG_CALENDAR_BAD, "line %u: %s", line, what);
}

/* One line; *ret_shift is what the day changes: -1, 0 or +1. */
static rc read_line(slice text, uint32_t line, calendar_day *ret, bool *ret_confirmed, err *e)
{
	slice f[COLUMNS] = {{0}}, word;
	uint32_t n = 0;
	bool off, weekend;
	civil day;

	for (; slice_next(&text, '\t', &word); n++) {
		if (n == COLUMNS)
			return bad(e, line, "more than five columns");
		f[n] = slice_trim(word);
	}
	if (n != COLUMNS)
		return bad(e, line, "fewer than five columns");
	if (f[0].n != 10 || civil_parse(f[0], &day, NULL) != RC_OK)
		return bad(e, line, "not a date");
	off = slice_eq(f[1], S("off"));
	if (!off && !slice_eq(f[1], S("work")))
		return bad(e, line, "kind is neither off nor work");
	*ret_confirmed = slice_eq(f[4], S("yes"));
	if (!*ret_confirmed && !slice_eq(f[4], S("no")))
		return bad(e, line, "confirmed is neither yes nor no");
	ret->day = civil_days(day.y, day.mo, day.d);
	weekend = civil_weekday(ret->day) > FRIDAY;
	ret->shift = off && !weekend ? -1 : !off && weekend ? 1 : 0;
	return RC_OK;
}

rc calendar_load(slice tsv, bool all, arena *a, calendar *ret, err *e)
{
	calendar c = {.unconfirmed = 0};
	int32_t before = INT32_MIN, sum = 0;
	bool head = false;
	uint32_t line = 0;
	slice one;

	if (tsv.n > TABLE_MAX || utf8_invalid_at(tsv) != tsv.n)
		return bad(e, 0, "too long, or not UTF-8");
	while (tsv.n != 0 && slice_next(&tsv, '\n', &one)) {
		calendar_day day = {0};
		bool confirmed = false;

		line++;
		one = slice_trim(one);
		if (one.n == 0 || one.p[0] == '#')
			continue;
		if (!head) {
			if (!slice_eq(one, S("date\tkind\treason\tsource\tconfirmed")))
				return bad(e, line, "not the header line");
			head = true;
			continue;
		}
		if (read_line(one, line, &day, &confirmed, e) != RC_OK)
			return RC_INPUT;
		if (day.day <= before)
			return bad(e, line, "dates must ascend");
		before = day.day;
		if (!confirmed && !all) {
			c.unconfirmed++;
			continue;
		}
		day.shift = sum += day.shift;
		*VEC_PUSH(a, &c.days) = day;
	}
	*ret = c;
	return RC_OK;
}

bool calendar_covers(const calendar *c, int32_t year)
{
	uint32_t lo = 0, hi = c->days.n;

	if (year < 1 || year > 9999)
		return false;
	while (lo < hi) {
		uint32_t mid = lo + (hi - lo) / 2;

		if (c->days.p[mid].day < civil_days(year, 1, 1))
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < c->days.n && c->days.p[lo].day <= civil_days(year, 12, 31);
}

bool calendar_is_working(const calendar *c, int32_t day)
{
	return worked(c, day) > worked(c, (int64_t)day - 1);
}

/* Does the limit lie in a year that there is? The rest is left alone. */
static bool in_years(cmin last)
{
	return last >= (cmin)DAY_MIN * CMIN_DAY && last < ((cmin)DAY_MAX + 1) * CMIN_DAY;
}

static cmin end_of(int64_t day)
{
	return (day + 1) * CMIN_DAY - 1;
}

cmin calendar_safe(const calendar *c, cmin last, bool has_time)
{
	int32_t day;

	if (!in_years(last))
		return last;
	day = (int32_t)floor_div(last, CMIN_DAY);
	if (calendar_is_working(c, day))
		return has_time ? last : end_of(day);
	return end_of(day_of(c, worked(c, day)));
}

cmin calendar_rolled(const calendar *c, cmin last)
{
	int32_t day;

	if (!in_years(last))
		return last;
	day = (int32_t)floor_div(last, CMIN_DAY);
	if (calendar_is_working(c, day))
		return last;
	return end_of(day_of(c, worked(c, day) + 1));
}

int32_t calendar_add_working_days(const calendar *c, int32_t day, int32_t n)
{
	int64_t from = day < DAY_MIN ? DAY_MIN : day > DAY_MAX ? DAY_MAX : day;

	if (n == 0)
		return day;
	n = n < -STEP_MAX ? -STEP_MAX : n > STEP_MAX ? STEP_MAX : n;
	if (n > 0)
		return (int32_t)day_of(c, worked(c, from) + n);
	/* Backwards the day itself does not count either. */
	return (int32_t)day_of(c, worked(c, from - 1) + n + 1);
}

int32_t calendar_working_days(const calendar *c, int32_t from, int32_t to)
{
	return (int32_t)(worked(c, to) - worked(c, from));
}
