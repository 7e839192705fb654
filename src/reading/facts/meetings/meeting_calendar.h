/*
 * meeting_calendar.h - what the lists and the tables of a calendar hand to each other.
 */
#ifndef DONDOC_READING_MEETING_CALENDAR_H
#define DONDOC_READING_MEETING_CALENDAR_H

#include "reading/facts/meetings/meetings.h"

/* A day, an hour or both, with which [i, end) begins; ret_after: the words behind. */
typedef struct opening {
	bool day, hour, part; /* part: the morning of a day */
	bool days;            /* several, so no day for the hours below */
	uint32_t from, after;
	uint32_t first; /* the token behind the first date */
	uint32_t dated, dated_end; /* the tokens of the date with the day */
} opening;

/* entry_opens() - true when [i, end) begins so. O(dates near). */
bool entry_opens(const scan *s, uint32_t i, uint32_t end, opening *ret);

typedef struct calendar {
	scan *s;
	uint32_t day, day_end; /* the heading of the day in force */
	int32_t week;          /* the day with which the week of the title begins; -1: none */
	int32_t week_day;      /* the day that a heading without a date means in it; -1: none */
	bool any;
} calendar;

/* entry_heads_weekday() - "Thứ Hai:" alone at the head of a block or cell: its day in the week of the title. */
bool entry_heads_weekday(calendar *c, uint32_t i, uint32_t end);

/* entry_begin() - the meeting that begins as `o` says; false when it has no day. */
bool entry_begin(const calendar *c, const opening *o, uint32_t end, meeting *m);

/* entry_push() - append it. A day without an hour, a part of the day, a place or a chair only announces what is
 * planned: nobody is called by "Ngày 12/6: Họp thường kỳ UBND tỉnh". */
void entry_push(calendar *c, const meeting *m, bool part);

/* entry_gathers() - do the words tell of a meeting? With an hour, anything but a day at the desk does. */
bool entry_gathers(const scan *s, uint32_t i, uint32_t end, bool hour);

/* meeting_table() - the meetings of the table that begins with block k, if its heading has a time and a content.
 * Returns the block after it. */
uint32_t meeting_table(calendar *c, uint32_t k);

#endif
