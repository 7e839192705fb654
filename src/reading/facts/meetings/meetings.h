/*
 * meetings.h - steps of meetings_find(), and what the purpose asks of them.
 */
#ifndef DONDOC_READING_MEETINGS_H
#define DONDOC_READING_MEETINGS_H

#include "reading/facts/actors/participants.h"
#include "reading/facts/frame/blocks.h"
#include "reading/facts/text/phrase.h"

/* meetings_find() - the pass: r->meetings. Linear. */
void meetings_find(scan *s);

/* Bytes of a day, "2026-04-20". */
enum { DAY_LEN = 10 };

/* meeting_hour(), meeting_day() - does the date have an hour, a day? Of a stretch its beginning counts. */
static inline bool meeting_hour(const datex *d)
{
	return d->kind == DATE_INSTANT || d->kind == DATE_TIME ||
	       (d->kind == DATE_PERIOD && d->value.n > 0 &&
	        (d->value.p[0] == 'T' || (d->value.n > DAY_LEN && d->value.p[DAY_LEN] == 'T')));
}

static inline bool meeting_day(const datex *d)
{
	return d->kind == DATE_DAY || d->kind == DATE_INSTANT ||
	       (d->kind == DATE_PERIOD && d->value.n >= DAY_LEN && d->value.p[4] == '-');
}

/* meeting_limit() - does the date say until when something is to be done? Nobody meets so. */
static inline bool meeting_limit(const datex *d)
{
	return d->bound == BOUND_BY || d->bound == BOUND_BEFORE;
}

/* meeting_new() - one of which no more than its status is known. */
static inline meeting meeting_new(meeting_status status)
{
	return (meeting){.status = status,
	                 .mode = MODE_NOT_STATED,
	                 .date = -1,
	                 .weekday_stated = -1,
	                 .weekday_computed = -1};
}

/* meeting_same_day() - do both values name a day, and the same? */
static inline bool meeting_same_day(slice a, slice b)
{
	return a.n >= DAY_LEN && b.n >= DAY_LEN && memcmp(a.p, b.p, DAY_LEN) == 0;
}

/* The parts of a call, by the words that head them. */
enum slot {
	SLOT_NONE,
	SLOT_TIME,
	SLOT_PLACE,
	SLOT_BOTH, /* "Thời gian, địa điểm" */
	SLOT_WHO,
	SLOT_SITES, /* "Địa điểm, thành phần": a list of sites, each with its people */
	SLOT_CHAIR,
	SLOT_WHAT,
	SLOT_MODE,
	SLOT_OTHER, /* any other heading of a call: preparation, costs */
	SLOT_BEGINS, /* "Khai mạc:", "Hồi:": the time, where none is known yet */
	SLOT_AT, /* "Tại:": the place, where none is known yet */
	SLOT_SESSION, /* "Buổi thứ nhất": with an hour and a day behind it a SLOT_TIME */
};

/* slot_at() - which part the block heads; ret_after: the token after its heading. */
enum slot slot_at(const scan *s, const block *b, uint32_t *ret_after);

/* meeting_gathers() - does a word for what people come together for ("hội nghị", "lễ") stand at token i?
 * meeting_gathers_in() - where the first of [i, end) does; end when none. */
bool meeting_gathers(const scan *s, uint32_t i);
uint32_t meeting_gathers_in(const scan *s, uint32_t i, uint32_t end);

/* meeting_titled() - does the line of the kind or the title name what people come together for? */
bool meeting_titled(const scan *s);

/* meeting_slots() - has the body both a time and a place (or a time and people) as parts of their own, and
 * an hour near that time, unless the title names a meeting? Then it calls one, whatever its kind. O(blocks). */
bool meeting_slots(const scan *s);

/* meeting_stays() - "giữ nguyên theo Giấy mời số …": words behind a heading that name nobody and
 * no place. */
bool meeting_stays(const scan *s, uint32_t i);

/* meeting_when() - add what [i, end) says of start, end, duration and weekday. false
 * when the range is of another session: it names another day or hour than m has. */
bool meeting_when(scan *s, meeting *m, uint32_t i, uint32_t end);

/* meeting_ends() - "Thời gian kết thúc: 11h00": does the heading [i, after) name the end of m? Then [after, end) is it. */
bool meeting_ends(scan *s, meeting *m, uint32_t i, uint32_t after, uint32_t end);

/* meeting_hour_behind() - a meeting of which only the day is known begins at the first hour of that day that the
 * body names behind it: "Từ ngày 23 đến 27/11 ... Khai mạc 08h00 ngày 23/11". O(dates near). */
void meeting_hour_behind(scan *s, meeting *m);

/* meeting_on_day() - give a start or end that is only an hour ("T14:00") its day
 * ("2026-04-20"). */
void meeting_on_day(scan *s, meeting *m, slice day);

/* meeting_mode_find() - how people take part, from the words of the body;
 * meeting_mode_in(): from [i, end). */
void meeting_mode_find(scan *s, meeting *m);
void meeting_mode_in(const scan *s, meeting *m, uint32_t i, uint32_t end);

/* The words that call a meeting: its time, and the sentence of that. */
typedef struct meeting_said {
	uint32_t from, to; /* tokens of the time */
	uint32_t first, end; /* of the sentence */
	uint32_t block_end;
} meeting_said;

/* meeting_call() - the first sentence of the body that calls a meeting at an hour of a day. */
bool meeting_call(const scan *s, meeting_said *ret);

/* meeting_cited() - is the date part of the name of a paper ("Giấy mời số 9/GM-UBND ngày …")? O(log). */
bool meeting_cited(const scan *s, const datex *d);

/* meeting_may_be() - the block of the body in which date d stands, if somebody may meet then; NULL otherwise. */
const block *meeting_may_be(const scan *s, const datex *d);

/* meeting_sentence() - the sentence of date d in block b; dates come in order, so it is that of the last or
 * stands behind it. O(block) for all of a block. */
void meeting_sentence(const scan *s, const block *b, const datex *d, meeting_said *ret);

/* meeting_calls() - does a word of calling stand in [i, end)? */
bool meeting_calls(const scan *s, uint32_t i, uint32_t end);

/* meetings_in_passing() - append those that a paper about other things, or a plan, holds besides. */
void meetings_in_passing(scan *s);

/* meeting_list_from() - append the meetings that the blocks from k on list as a calendar does. */
bool meeting_list_from(scan *s, uint32_t k);

/* meeting_listed() - in an invitation without a part for the time: the meetings that its lists
 * and tables name, as in a calendar; what they leave open is as m has it. false when none. */
bool meeting_listed(scan *s, const meeting *m);

/* meeting_lined() - the same of a table set as single lines: "Thời gian" alone on a line, and below it lines that are all
 * hour and day. */
bool meeting_lined(scan *s, const meeting *m);

/* meeting_other_time() - are [i, end) words of a time that is not the meeting's ("đón đại biểu")? */
bool meeting_other_time(const scan *s, uint32_t i, uint32_t end);

/* meeting_line_test() - does [i, end) speak of a test of the line, not of a meeting? */
bool meeting_line_test(const scan *s, uint32_t i, uint32_t end);

/* meeting_venue() - "tại Hội trường …" in a sentence [i, end): the tokens of the place, without
 * "tại". false when none is named: "tại cấp xã" and "tại Công văn số …" are no places. */
bool meeting_venue(const scan *s, uint32_t i, uint32_t end, uint32_t *ret_from, uint32_t *ret_end);

/* meeting_room() - do words that begin with the name of a room or a house stand at token i: "Hội trường UBND xã A"? */
bool meeting_room(const scan *s, uint32_t i);

/* meeting_place_label() - "..., địa điểm: Phòng họp A" in [i, end): the place that a label names. */
bool meeting_place_label(const scan *s, uint32_t i, uint32_t end, uint32_t *ret_from,
                         uint32_t *ret_end);

/* meeting_past_way() - "trực tiếp tại Phòng họp A; kết nối trực tuyến đến": past how the meeting at i is held, to
 * the place, of which *end is the end then; i when the place stands there itself. */
uint32_t meeting_past_way(const scan *s, uint32_t i, uint32_t *end);

/* meeting_place_add() - the words [i, end) as one more place of m, at the site of the heading above (absent:
 * none). meeting_place_only() - they become its one place: a list of places may be another session's too.
 * meeting_place_own() - the same, and people come there where nothing else was said of how it is held. */
void meeting_place_add(scan *s, meeting *m, uint32_t i, uint32_t end, slice site);
void meeting_place_only(scan *s, meeting *m, uint32_t i, uint32_t end);
void meeting_place_own(scan *s, meeting *m, uint32_t i, uint32_t end);

/* meeting_agenda_add() - the words [i, end) as one more item of what m is about. */
void meeting_agenda_add(scan *s, meeting *m, uint32_t i, uint32_t end);

/* meeting_tests_find() - line checks and the limit of speeches. */
void meeting_tests_find(scan *s, meeting *m);

/* meeting_held() - the meeting that a conclusion tells of; false when it names no day. */
bool meeting_held(scan *s, meeting *m);

/* meeting_entries() - in the programme of a week, a month or more, append a meeting for each
 * entry, of a list or a table, that names its hour or day. false when it is no such
 * programme or lists none. Linear in the words of the body. */
bool meeting_entries(scan *s);

/* meeting_calendar_head() - the block whose words make the document a calendar; blocks.n when none does. */
uint32_t meeting_calendar_head(const scan *s);

/* meeting_calendar_inside() - does an item of a letter head a calendar ("1. Lịch làm việc với các đơn vị")? */
bool meeting_calendar_inside(const scan *s);

/* meeting_entry_words() - what the words [i, end) of an entry say of its chair, people, place
 * and mode. */
void meeting_entry_words(scan *s, meeting *m, uint32_t i, uint32_t end);

/* meeting_change() - by the title, is a meeting put off, moved or called off? ret: what became
 * of the old time; ret_moves: the title speaks of another time. */
bool meeting_change(const scan *s, meeting_status *ret, bool *ret_moves);

/* meeting_changed() - append the old times with `status` and the new one as called. m: what the
 * parts of the notice say; it is the new meeting, or the old one when no new time is given.
 * false when the body names no time of either; then nothing is appended. */
bool meeting_changed(scan *s, const meeting *m, meeting_status status, bool moves);

/* date_from() - index of the first date at or after token i. O(log). */
uint32_t date_from(const scan *s, uint32_t i);

/* meeting_stop() - does a sentence of [.., end) end with the full stop at i? "TP. Lạng Sơn" goes on. */
bool meeting_stop(const scan *s, uint32_t i, uint32_t end);

/* meeting_trim() - take the marks at the end of [i, *end) off; "an sinh xã hội..." stays open. */
void meeting_trim(const scan *s, uint32_t i, uint32_t *end);

/* meeting_instant() - does a day with its hour stand in [i, end)? One of several meetings may be told
 * by it: "Buổi thứ nhất: 7 giờ 30 ngày 12/8 tại ...". */
bool meeting_instant(const scan *s, uint32_t i, uint32_t end);

/* meeting_planned() - a plan to hold something to which people come, with parts for its time and its
 * place? */
bool meeting_planned(const scan *s);

#endif
