/*
 * show.h - what templates show: one struct a page, everything in words already.
 */
#ifndef DONDOC_WEB_PAGES_SHOW_H
#define DONDOC_WEB_PAGES_SHOW_H

#include "web/page.h"
#include "web/pages/show_file.h"

typedef struct option {
	slice value, words;
	bool chosen;
} option;
typedef VEC(option) options;

/* Of a list: where it stands whole, for paper; or, when it does, the way back. */
typedef struct paper_way {
	slice open, back;
} paper_way;

/* A heading (sorted.h). href: sorts, unless empty; order: as aria-sort has it, if any; bar: before bars. */
typedef struct sort_head {
	slice words, href, order;
	bool bar;
} sort_head;
typedef VEC(sort_head) sort_heads;

typedef struct error_view {
	frame frame;
	int status;
	slice title, why, hint, number;
	bool sent; /* a form was */
	slice fresh; /* what it was about, as it is now: when somebody else was first */
} error_view;

typedef struct login_view {
	frame frame;
	slice login, back, problem, hint;
} login_view;

/* A choice of a form, and a token of one's own (tokens.h). */
typedef struct scope_box {
	slice word, wording;
} scope_box;
typedef struct token_row {
	slice pub, name, scopes, made, ends, used;
	bool holds;
} token_row;

typedef struct second_view {
	frame frame;
	slice back, problem, hint;
} second_view;

typedef struct second_set_view {
	frame frame;
	slice secret, path, problem;
	int64_t side;
	options codes; /* in `words`: once it is on */
} second_set_view;

typedef struct account_view {
	frame frame;
	slice login, name, role, agency;
	slice fresh, fresh_calendar; /* a token that was just made: shown this once */
	bool second; /* the second step is on */
	bool must_change; /* its password is somebody else's */
	VEC(scope_box) scopes;
	VEC(token_row) tokens;
} account_view;

/* A row of any list of obligations. */
typedef struct duty_row {
	slice pub, duty, agency, agency_name, action, document, number, limit, left, mood, words;
	slice work, work_word, asked, others; /* others: who has it too, where that is one row */
} duty_row;
typedef VEC(duty_row) duty_rows;

/* Pages of a list: addresses of the one before and the next, empty when there is none. */
typedef struct pager {
	slice before, after, words;
} pager;

typedef struct meeting_row {
	slice pub, title, when, clock, weekday, day, place, chair, status, status_word, number,
		mode;
	slice answered; /* who has: in words */
	slice clash; /* what else has its room or its chair then */
	bool asks; /* its reader should still answer */
	bool waits; /* proposed, a person has not decided */
	bool twice; /* may be the same as another, a person has not said */
} meeting_row;
typedef VEC(meeting_row) meeting_rows;

typedef struct agency_row {
	slice code, name;
	int64_t done_in_time, done_late, open_in_time, open_late, undated, total;
	bar bar;
	slice shade; /* of a tile: how much is late */
} agency_row;
typedef VEC(agency_row) agency_rows;

typedef struct district {
	slice name;
	agency_rows communes;
} district;
typedef VEC(district) districts;

typedef struct review_row {
	slice pub, number, title, purpose;
	int64_t proposed, doubtful, meetings;
} review_row;

/* What happened to a duty of late. */
typedef struct change_row {
	slice pub, verb, action, agency, when;
} change_row;

/* One line of all that changed. */
typedef struct changed_row {
	slice pub, verb, action, agency, agency_name, who, when, note;
} changed_row;
typedef struct changes_view {
	frame frame;
	options kinds, agencies, people;
	slice since, until, yesterday, sheet, older; /* yesterday: when no day is asked for */
	bool narrowed;
	VEC(changed_row) rows;
} changes_view;

typedef struct petition_row {
	slice pub, words, petitioner, owner, state, mood, limit, left, reply, document, number;
} petition_row;
typedef VEC(petition_row) petition_rows;

typedef struct desk_view {
	frame frame;
	slice day, name;
	bool office, reviews, reports, grants, decides, uploads; /* what its reader may do */
	int64_t overdue, week, reported, asked, returned, undated, open, waiting, unnamed;
	int64_t tracked; /* duties, of which `open` parts are not done */
	VEC(change_row) changes;
	int64_t done_in_time, done_late, open_in_time, open_late, total;
	bar bar;
	slice base; /* of links into the table of duties */
	VEC(review_row) to_review;
	duty_rows late, soon, to_confirm, asking, fresh, back;
	meeting_rows today, next;
	agency_rows agencies;
	districts districts;
	VEC(review_row) documents;
	petition_rows petitions; /* that its body has to answer */
} desk_view;

typedef struct document_row {
	slice pub, number, kind, title, issuer, day, status, mood;
	bool scan, unread; /* unread: nobody read what stands behind it in its file */
	int64_t part, parts; /* which of so many of its file; parts 0: its one */
	int64_t proposed, doubtful, meetings, tracked, open;
} document_row;

typedef struct document_filter {
	slice tab, kind, issuer, since, until, order;
} document_filter;

typedef struct documents_view {
	frame frame;
	bool uploads, narrowed, whole; /* whole: for paper */
	options tabs, kinds, issuers;
	document_filter filter;
	slice sheet, count;
	paper_way paper;
	sort_heads heads;
	VEC(document_row) rows;
	pager pager;
} documents_view;

/* Every body that may be charged, for the fields of other pages. */
typedef struct body_choices_view {
	sql_agency_names_rows bodies;
} body_choices_view;

typedef struct duty_form_view {
	frame frame;
	options kinds;
	slice monitor;
} duty_form_view;

/* A piece of a document's text: plain, or what was found in it. */
typedef struct piece {
	slice words, mark, duty; /* mark: class names; duty: public id it belongs to */
	bool other; /* another document begins here, which nobody read */
	int64_t number; /* of the duty, at the first piece of it; else 0 */
} piece;
typedef VEC(piece) pieces;

/* Words of one line of a drawn page that are of one piece: marked, and to be selected. */
typedef struct leaf_part {
	int64_t x, y, w, h, foot;
	slice words, mark, duty;
	int64_t number; /* as of a piece */
} leaf_part;
typedef struct leaf_page {
	int64_t page, width, height;
	slice src;
	VEC(leaf_part) parts;
} leaf_page;

/* What a checker says, beside its words. */
typedef struct check_row {
	slice message, law, proposal, quote, mark, word;
} check_row;

typedef struct finding_row {
	slice pub, action, quote, leads, with, limit, words, doubt, state, state_word, deliverable;
	slice nature, proposed, sure, csrf, left; /* left: of a limit that is over */
	int64_t number, total, closed;
	bool doubtful, waits, tracked, standing;
	bool open, splits; /* what changes it is shown; the part that splits it */
} finding_row;

typedef struct document_view {
	frame frame;
	slice pub, number, title, kind, day, issuer, signer, name, entered, purpose;
	bool scan, may_review, may_fetch;
	slice unread; /* the line at which another document begins that nobody read */
	int64_t parts;
	beside_rows beside; /* the documents of its file, when there are several */
	beside_row next; /* the next of them that waits for a review */
	pieces text;
	meeting_rows meetings;
	VEC(finding_row) doubtful, sure, decided;
	int64_t waiting, ndoubtful, nsure, ndecided;
	int64_t meets; /* meetings that wait too; `waiting` counts them */
	int64_t past; /* duties that wait, of which the limit is over; the last such limit */
	slice latest;
	bool mergeable, meets_many; /* two duties wait; two meetings */
	VEC(leaf_page) leaves; /* as it looks on paper, when that is shown */
	slice lacks; /* a package is missing for that */
	slice as_leaves, as_text; /* addresses: the other way to see it */
	VEC(check_row) checks;
	int64_t nchecks;
} document_view;

/* What the table of duties is filtered by, as it stands in the address (filter.h). */
typedef struct duty_filter {
	slice loc, agency, klass, document, number, text, leader, monitor, field, since, until;
	slice order, mine, grouped;
} duty_filter;

/* What a body has before it, by weeks. */
typedef struct timeline_item {
	int64_t minute;
	slice href, words, kind, mood, meta; /* kind: duty, meeting */
	slice day, clash; /* at the first of a day */
} timeline_item;
typedef struct timeline_week {
	slice words;
	bool late, clash;
	int64_t n;
	VEC(timeline_item) items;
} timeline_week;
typedef struct timeline_view {
	frame frame;
	slice code, name;
	bool more;
	VEC(timeline_week) weeks;
} timeline_view;

/* A duty with all who have a part in it. */
typedef struct group_row {
	slice pub, action, leads, document, number, limit, monitor;
	int64_t total, done, late, reported;
	bar bar;
} group_row;

typedef struct duties_view {
	frame frame;
	duty_filter filter;
	sort_heads heads;
	options kinds, tabs, agencies, classes, orders;
	slice tab, heading, sheet, count, timeline; /* timeline: its address, of one body */
	paper_way paper;
	bool office, may_add, narrowed, more, by_duty, standing, whole;
	duty_rows rows;
	VEC(group_row) groups;
	pager pager;
} duties_view;

typedef struct matrix_cell {
	slice pub, name, work, work_word, limit, left, mood, asked;
	bool mine;
} matrix_cell;
typedef struct matrix_group {
	slice name;
	VEC(matrix_cell) cells;
} matrix_group;

typedef struct duty_view_ {
	frame frame;
	slice pub, action, quote, document, number, title, leads, with, receiver, deliverable,
		limit;
	slice words, nature, state, basis, monitor, assigner, field;
	bool may_follow;
	VEC(matrix_group) groups;
	int64_t total, done, late, reported;
	bar bar;
} duty_page_view;

typedef struct history_row {
	slice when, who, what, note;
} history_row;

typedef struct evidence_row {
	slice when, note, document, name;
} evidence_row;

typedef struct request_row {
	slice kind, to, reason, until, state, when, answer, letter;
	slice word; /* its kind, as a form sends it */
	bool waits, mine; /* mine: its reader may withdraw it */
} request_row;

typedef struct obligation_view {
	frame frame;
	slice pub, duty, action, quote, agency, agency_name, document, number, title;
	slice work, work_word, limit, left, mood, words, given, safe, deliverable, receiver, reason;
	slice reported, asked_kind, basis, assigner, monitor;
	slice asked_for; /* what is to be added to a report */
	bool extended, can_undo, asks, is_own;
	bool can_receive, can_start, can_report, can_ask, can_confirm, can_return, can_suspend;
	bool can_resume, can_stop, can_grant, can_set;
	bool can_record, can_move; /* what a body asked for on paper: time, another body */
	bool acts, rare; /* something is awaited of the reader; what he seldom does */
	slice next; /* who does what next, in words */
	slice rest,
		rest_words; /* when nothing is left to do here: where the reader's work goes on */
	VEC(request_row) requests;
	VEC(evidence_row) evidence;
	VEC(history_row) history;
} obligation_view;

typedef struct day_cell {
	slice number;
	slice kind; /* class: out, off, today, work */
	meeting_rows meetings;
	int64_t due, late;
	slice href;
} day_cell;
typedef struct week_row {
	VEC(day_cell) days;
} week_row;

/* A day with all that it has: of a week, a list, a programme, a hall. */
typedef struct day_block {
	slice name, date, kind; /* "Thứ Hai", "30/11/2026", today off work */
	meeting_rows meetings;
	int64_t due, late;
	bool shown; /* a list leaves out days without meetings */
} day_block;

typedef struct calendar_view {
	frame frame;
	slice shape; /* thang tuan ngay danh-sach in man-hinh */
	slice month, before, after, now, day, print, hall, back;
	options shapes, leaders, rooms, bodies;
	slice agency; /* of the filter, as its code */
	bool filters; /* by body: for who sees all */
	int64_t clashes;
	VEC(week_row) weeks;
	VEC(day_block) days;
	meeting_rows list;
} calendar_view;

typedef struct meetings_view {
	frame frame;
	options tabs;
	slice tab, sheet;
	bool can_edit;
	paper_way paper;
	meeting_rows rows;
	pager pager;
} meetings_view;

typedef struct petitions_view {
	frame frame;
	options tabs, owners;
	bool can_edit, narrowed;
	slice sheet, tab, order;
	sort_heads heads;
	paper_way paper;
	petition_rows rows;
	pager pager;
} petitions_view;

typedef struct agencies_view {
	frame frame;
	bool counted, report; /* report: may have the same as a sheet */
	sort_heads heads;
	agency_rows agencies;
	districts districts;
} agencies_view;

typedef struct named_row {
	slice pub, action, document, number, leads, limit, mood, left;
} named_row;
typedef struct round_row {
	slice pub, duty, title, limit, left, mood, document, number;
	int64_t members, arrived, late;
	bar bar;
} round_row;

typedef struct week_load {
	slice from, to;
	int64_t n;
	bar bar;
} week_load;

typedef struct agency_view {
	frame frame;
	slice code, name;
	bool counted;
	agency_row sums;
	slice punctual; /* of what is done, how much was in time */
	VEC(week_load) weeks;
	duty_rows mine, undated;
	int64_t nmine, nundated;
	VEC(round_row) awaited;
	VEC(named_row) coordinating, all;
} agency_view;

typedef struct account_row {
	slice pub, login, name, role, agency, code, seen;
	int64_t sessions;
	bool active;
	options roles;
} account_row;

typedef struct admin_view {
	frame frame;
	VEC(account_row) rows;
	options roles, bodies, tabs;
	slice words; /* that are looked for */
	int64_t n, waiting; /* persons without an account */
} admin_view;

typedef struct audit_row {
	slice seq, when, who, login, what, of, href, more;
} audit_row;
typedef struct audit_view {
	frame frame;
	options tabs;
	VEC(audit_row) rows;
	slice who, until; /* the account that is asked for, the last day */
	slice older, sheet; /* where the next page is; the same as a sheet */
	bool narrowed;
} audit_view;

#endif
