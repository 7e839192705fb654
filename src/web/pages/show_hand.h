/*
 * show_hand.h - what the templates of forms, of meetings by hand, of rounds and of the
 * administration show.
 */
#ifndef DONDOC_WEB_PAGES_SHOW_HAND_H
#define DONDOC_WEB_PAGES_SHOW_HAND_H

#include "web/pages/show.h"

typedef struct form_cell {
	slice name, label, kind, value, told; /* told: the name of the body that the value is */
	options choices;
} form_cell;
typedef struct form_line {
	VEC(form_cell) cells;
} form_line;

typedef struct form_field {
	slice name, label, hint, kind, value; /* kind "rows": lines below heads */
	options choices;
	bool fixed; /* shown, not changed */
	slice paper, told; /* the document that the value is, and its title; a body's name */
	VEC(form_cell) heads;
	VEC(form_line) lines;
} form_field;

typedef struct form_view {
	frame frame;
	slice heading, action, back, undo, problem, hint;
	slice where; /* the label of the field that was refused */
	int64_t seen;
	bool rows;
	VEC(form_field) fields;
	options bodies, papers; /* to choose from */
} form_view;

/* A row of a plain list: words in cells, a link, a tag. */
typedef struct plain_row {
	slice href, edit, a, b, c, d, e, tag, mood;
	int64_t n, m;
	bool late;
} plain_row;
typedef VEC(plain_row) plain_rows;

typedef struct petition_view {
	frame frame;
	slice pub, words, petitioner, owner, state, limit, left, mood, reply, document, number,
		source, source_number, entered;
	bool can_edit, can_reply, answered;
	options ways; /* to answer */
	VEC(option) watchers;
	VEC(history_row) history;
} petition_view;

typedef struct rounds_view {
	frame frame;
	options tabs;
	bool can_edit, office;
	VEC(round_row) compiling;
	plain_rows mine;
	pager pager;
} rounds_view;

typedef struct member_row {
	slice code, name, state, word, sent, obligation, note;
	bool waits;
} member_row;
typedef struct member_group {
	slice name;
	int64_t n;
	VEC(member_row) rows;
} member_group;

typedef struct round_view {
	frame frame;
	slice pub, title, compiler, limit, left, mood, duty, document, number, quote;
	bool can_edit, can_mark, open;
	int64_t members, arrived, late, missing, more;
	bar bar;
	VEC(member_group) groups;
	VEC(member_row) waiting; /* who has still to send, when some have sent */
} round_view;

/* A page with a list and a button or two: people, programmes, series, bodies … */
typedef struct list_view {
	frame frame;
	slice heading, about, make, make_words, second, second_words, empty;
	slice search, words, kind; /* what is looked for, and among what */
	options tabs, more; /* more: kinds of the rows */
	slice ha, hb, hc, hd, he; /* the heads; a phone shows them before their cells */
	plain_rows rows;
	pager pager;
} list_view;

/* Báo cáo định kỳ. */
typedef struct periodics_view {
	frame frame;
	bool can_edit, narrowed, whole; /* whole: for paper */
	options tabs, agencies;
	slice order, sheet, count;
	paper_way paper;
	sort_heads heads;
	plain_rows rows;
	pager pager;
} periodics_view;

typedef struct programme_item_row {
	slice day, words, chair, agency, meeting;
} programme_item_row;
typedef struct programme_row {
	slice month, title, edit, document, number;
	VEC(programme_item_row) items;
} programme_row;
typedef struct programmes_view {
	frame frame;
	options tabs;
	bool can_edit;
	VEC(programme_row) rows;
} programmes_view;

typedef struct series_row {
	slice code, edit, last, next, year;
	int64_t given;
	VEC(option) gaps;
	plain_rows numbers;
} series_row;
typedef struct series_view {
	frame frame;
	bool can_edit;
	VEC(series_row) series;
	plain_rows documents;
	pager pager;
} series_view;

typedef struct day_row {
	slice day, iso, weekday, kind, reason, source;
	bool confirmed, past;
} day_row;
typedef struct days_view {
	frame frame;
	options tabs;
	VEC(day_row) rows;
} days_view;

typedef struct settings_view {
	frame frame;
	options tabs;
	bool rolled;
	int64_t soon;
} settings_view;

typedef struct fact_row {
	slice name, value, mood;
} fact_row;
typedef struct health_view {
	frame frame;
	options tabs;
	VEC(fact_row) rows;
} health_view;

typedef struct secret_row {
	slice login, name, agency, role, password;
} secret_row;
typedef struct secrets_view {
	frame frame;
	slice heading;
	VEC(secret_row) rows;
	int64_t left;
} secrets_view;

/* Figures of one agency, leader or field; addresses are of the lists behind them. */
typedef struct sum_row {
	slice name, href, done, late, running, overdue, timeless, punctual;
	int64_t done_in_time, done_late, open_in_time, open_late, undated;
	bar bar;
} sum_row;
typedef struct report_page_view {
	frame frame;
	slice day, from, to, theo, order, sheet;
	options tabs;
	sort_heads heads;
	sum_row all;
	VEC(sum_row) rows;
} report_page_view;

#endif
