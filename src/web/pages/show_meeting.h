/*
 * show_meeting.h - what the template of one meeting shows.
 */
#ifndef DONDOC_WEB_PAGES_SHOW_MEETING_H
#define DONDOC_WEB_PAGES_SHOW_MEETING_H

#include "web/pages/show.h"

typedef struct participant_row {
	slice words, post, person, site, note;
} participant_row;
typedef VEC(participant_row) participant_rows;

typedef struct reply_row {
	slice name, code, answer, word, person;
} reply_row;
typedef struct reply_group {
	slice name;
	int64_t invited, answered, attending, substitute, absent, silent;
	VEC(reply_row) rows;
} reply_group;

/* What else belongs to a meeting: a part, a site, a speech, a line check. */
typedef struct meeting_bit {
	slice words, who, when, place;
} meeting_bit;
typedef VEC(meeting_bit) meeting_bits;

/* A paper asked for, or something prepared; `at`: its number among those of its kind. */
typedef struct meeting_task {
	int64_t at, copies;
	slice words, agency, limit, left, mood, form, file, paper, duty;
	bool wants_file, wants_paper;
} meeting_task;
typedef VEC(meeting_task) meeting_tasks;

/* Another entry that may be the same meeting, or that was merged into this one. */
typedef struct same_row {
	slice pub, title, when, place, chair, document, number;
	bool differs; /* its time */
} same_row;
typedef VEC(same_row) same_rows;

typedef struct meeting_view {
	frame frame;
	same_rows twice, merged, near; /* proposed; merged into this; to choose from */
	same_row into; /* what this was merged into */
	bool can_edit, may_change; /* may_change: this very entry, not one that was merged */
	int64_t seen, came, wanted; /* papers */
	slice clock, clock_mood, programme, programme_words;
	meeting_bits parts, sites, speakers, checks;
	meeting_tasks papers, prepare;
	slice pub, title, when, place, chair, mode, duration, status, quote, document, number;
	slice conclusion, conclusion_number;
	bool can_answer, ended, counted, alone;
	slice answer, person, reason; /* its own, given before */
	participant_rows people;
	VEC(reply_group) groups;
	options told; /* whose answer the Office may write down, who has given none first */
	int64_t invited, attending, substitute, absent, silent;
	bar bar;
} meeting_view;

#endif
