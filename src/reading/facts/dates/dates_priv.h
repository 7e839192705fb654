/*
 * dates_priv.h - what the parts of the date reader hand to each other.
 *
 * Every *_read() looks at the tokens from i on and returns the token after what
 * it read, or i when it read nothing; then its outputs are as they were. All
 * look a bounded way ahead.
 */
#ifndef DONDOC_READING_DATES_PRIV_H
#define DONDOC_READING_DATES_PRIV_H

#include "reading/facts/dates/dates.h"

enum when_part {
	HAS_CLOCK = 1 << 0,
	HAS_SECOND = 1 << 1,
	HAS_MINUTE = 1 << 2, /* the minutes were written */
	HAS_DAYPART = 1 << 3,
	HAS_WEEKDAY = 1 << 4,
	HAS_DAY = 1 << 5,
	HAS_MONTH = 1 << 6,
	HAS_YEAR = 1 << 7,
	HAS_QUARTER = 1 << 8,
	HAS_MONTHS = 1 << 9,     /* "05 tháng đầu năm": the first or last months of a year */
	HAS_WEEK = 1 << 10,      /* the week in which y-mo-d, a Monday, begins */
	HAS_LAST_DAY = 1 << 11,  /* "ngày cuối tháng": the last day, whichever it is */
	HAS_NAME = 1 << 12,      /* written with "ngày", "tháng" …, not as bare figures */
	HAS_YEAR_SUPPLIED = 1 << 13, /* by the document's own date */
	HAS_YEAR_LENT = 1 << 14,     /* by the other end of the range, the next of the list */
};

/* One point or stretch of time as it was written. */
typedef struct when {
	uint16_t has;
	int8_t mo, d, h, mi, s;
	int8_t wd;      /* 0 = thứ Hai */
	int8_t q;
	int8_t months;  /* HAS_MONTHS: 5 = the first five, -3 = the last three */
	uint8_t daypart;
	bool lunar; /* of the lunar calendar: stays words */
	bool near;  /* "hôm nay", "tuần này": a date only where something binds it */
	bool each;  /* "10 giờ các ngày ...": the hour is every day's of the list */
	int32_t y;
} when;

enum daypart { PART_NONE, PART_MORNING, PART_NOON, PART_AFTERNOON, PART_EVENING, PART_NIGHT };

enum recurrence { REC_NONE, REC_DAY, REC_WEEK, REC_MONTH, REC_QUARTER, REC_YEAR, REC_OTHER };

/* One expression before it means anything. */
typedef struct find {
	uint32_t from, to; /* tokens */
	when a, b;
	bool range;
	int32_t halves; /* of a duration: twice the count; 0 = no duration */
	time_unit unit;
	time_anchor relative_to;
	uint8_t rec; /* enum recurrence */
	int32_t rec_count; /* REC_OTHER: every so many units */
	bound bound;
	int8_t inclusive;
	bool after;        /* BOUND_FROM, the day itself excluded */
	uint16_t flags;
	slice value;       /* already known (everyday.c); else made by value_fill() */
	cmin first, last;  /* with value */
	date_kind kind;    /* with value */
} find;

typedef struct dscan {
	const tokens *tk;
	uint32_t from, to, n; /* n: to - from */
	uint32_t done; /* tokens before this belong to an earlier expression */
	const date_anchor *anchor;
	arena *a;
	datexes *out;
	uint8_t rec;      /* the recurrence read last, and where it stood */
	uint32_t rec_from, rec_end;
} dscan;

extern const token dates_no_token; /* a TOK_END, for what lies outside */

static inline const token *dtok(const dscan *c, uint32_t i)
{
	return i - c->from < c->n ? &c->tk->p[i] : &dates_no_token;
}

static inline uint16_t dword(const dscan *c, uint32_t i)
{
	const token *t = dtok(c, i);

	return t->kind == TOK_WORD ? t->word : 0;
}

static inline bool dis(const dscan *c, uint32_t i, uint16_t w)
{
	return dtok(c, i)->word == w;
}

static inline bool dmark(const dscan *c, uint32_t i, uint16_t mark)
{
	return dtok(c, i)->word == mark;
}

/* dtight() - does token i follow the one before it with no space between? */
static inline bool dtight(const dscan *c, uint32_t i)
{
	return !(dtok(c, i)->flags & TF_SPACE);
}

/* number_read() - a number of one to four figures, or a spelt one ("ba", "mười hai"). */
uint32_t number_read(const dscan *c, uint32_t i, int32_t *ret);

/* year_number() - is token i four figures that can be a year? */
bool year_number(const dscan *c, uint32_t i);

/* dates_clock.c */
uint32_t clock_read(const dscan *c, uint32_t i, when *w);
uint32_t weekday_read(const dscan *c, uint32_t i, when *w);
uint32_t daypart_read(const dscan *c, uint32_t i, when *w);
uint32_t moment_read(const dscan *c, uint32_t i, when *w); /* clock, weekday and day in any order */
uint32_t bracket_read(const dscan *c, find *f); /* … ngày 20/5 | (trước 15 giờ) */

/* dates_day.c */
uint32_t day_read(const dscan *c, uint32_t i, when *w, bool loose);
uint32_t month_read(const dscan *c, uint32_t i, when *w);
uint32_t quarter_read(const dscan *c, uint32_t i, when *w);
uint32_t year_read(const dscan *c, uint32_t i, when *w);
uint32_t months_read(const dscan *c, uint32_t i, when *w); /* 05 tháng đầu năm 2026 */
uint32_t week_read(const dscan *c, uint32_t i, when *w); /* tuần 2 tháng 5/2026 */
uint32_t rest_read(const dscan *c, uint32_t i, when *w); /* các quý tiếp theo năm 2026 */

/* dates_cell.c: what is a date only where it fills its cell or line, or is bound. */
uint32_t cell_month_read(const dscan *c, uint32_t i, when *w); /* 6/2026, T6/2026 */
uint32_t cell_day_read(const dscan *c, uint32_t i, when *w); /* 30/6/26 */

/* Which readers may find something at a word; without `everyday`, which may find more. */
enum {
	BEGINS_EVERY = 1 << 0, /* recurring_read() */
	BEGINS_YEARS = 1 << 1, /* 2021-2025 */
	BEGINS_MONTHS = 1 << 2,
	BEGINS_WEEK = 1 << 3,
	BEGINS_MOMENT = 1 << 4,
	BEGINS_MONTH = 1 << 5,
	BEGINS_QUARTER = 1 << 6,
	BEGINS_YEAR = 1 << 7,
	BEGINS_REST = 1 << 8,
	BEGINS_COUNT = 1 << 9,
};
unsigned dates_begin(const dscan *c, uint32_t i);

/* point_read() - whichever of the above stands at i. */
uint32_t point_read(const dscan *c, uint32_t i, when *w);

/* item_read() - a further member of a list or range that began with `like`: the
 * head word may be left out ("tháng 5, 6 và 7/2026"). */
uint32_t item_read(const dscan *c, uint32_t i, const when *like, when *w);

/* dates_list.c: the other end behind an expression that ended at e, or e; and the further
 * members of a list, which it emits. */
uint32_t range_read(const dscan *c, uint32_t e, find *f);
uint32_t list_read(dscan *c, uint32_t e, find *first);

/* dates.c: append what was read; and is it whole enough to stand? */
void dates_emit(dscan *c, find *f);
bool dates_whole(const dscan *c, const find *f);

bool comes_monthly(const dscan *c, uint32_t i); /* hằng tháng */

/* dates_near.c: what an office writes relative to its own day, and lunar days */
uint32_t near_day_read(const dscan *c, uint32_t i, when *w); /* [ngày] hôm nay */
uint32_t near_part_read(const dscan *c, uint32_t i, when *w); /* chiều | nay, thứ Sáu | tuần này */
uint32_t near_month_read(const dscan *c, uint32_t i, when *w); /* trong | tháng này */
uint32_t edge_day_read(const dscan *c, uint32_t i, when *w); /* ngày | cuối cùng của tháng 5 */
uint32_t near_month_behind(const dscan *c, uint32_t i, when *w); /* ngày 25 | tháng này */
uint32_t near_week_read(const dscan *c, uint32_t i, when *w); /* trong tuần này */
uint32_t lunar_behind(const dscan *c, uint32_t i, when *w); /* … (âm lịch) */

/* dates_count.c */
uint32_t count_read(const dscan *c, uint32_t i, find *f); /* 05 ngày làm việc kể từ … */
uint32_t recurring_read(const dscan *c, uint32_t i, find *f); /* định kỳ hằng tuần */
uint32_t recurring_suffix(const dscan *c, uint32_t i, find *f); /* … hằng năm, cùng tháng */
bool fits_recurrence(const when *w, uint8_t rec); /* does w say when within it? */

/* event_before() - dates_event.c: "hoàn thành trước khai giảng ngày 05/9", "xong trước Quốc khánh 02/9/2026", "hết giờ
 * hành chính ngày 30/9": the event whose day it is, or the hours, stand between; the token behind the word that
 * binds, p when nothing of the kind does. */
uint32_t event_before(const dscan *c, uint32_t p, uint32_t limit);

/* feast_before() - dates_event.c: "ngày" of the feast whose day begins at token p, behind a word that binds ("trước
 * ngày Nhà giáo Việt Nam 20/11"); p when none is named. */
uint32_t feast_before(const dscan *c, uint32_t p);

/* dates_bound.c: take in the words before f->from (not before `limit`) that say
 * how the date binds, and look behind it for "sẽ không được". */
void bound_read(const dscan *c, uint32_t limit, find *f);

/* dates_value.c */
void value_fill(const dscan *c, find *f, datex *d);
void when_range(const when *w, cmin *ret_first, cmin *ret_last); /* of a complete one */
bool when_exists(const when *w);
void dates_complete(const dscan *c, find *f); /* supply the year of f->a that was left out */
bool when_is_moment(const when *w);

/* everyday.c: what only a person writes; reads whole expressions. */
uint32_t everyday_read(const dscan *c, uint32_t i, find *f);
uint32_t everyday_day_read(const dscan *c, uint32_t i, when *w); /* hôm nay, thứ 5 tuần sau */
void everyday_complete(const dscan *c, find *f); /* a weekday or hour alone is the next one */

#endif
