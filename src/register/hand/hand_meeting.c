/*
 * hand_meeting.c - a meeting by hand: when, where, who, its parts, sites, speakers, papers and
 * what is prepared for it.
 *
 * Its rows are written anew with every change: each says all that is known of it. Replies
 * stand by body and stay.
 */
#include "base/hash.h"
#include "register/hand/hand_priv.h"
#include "register/people/nouns.h"

/* What the cells after the words mean, for each kind of row. */
enum cell {
	CELL_NONE,
	CELL_MINUTE,
	CELL_DUE,
	CELL_PERSON,
	CELL_PLACE,
	CELL_BODY,
	CELL_FORM,
	CELL_COPIES,
	CELL_FILE,
	CELL_PAPER,
	CELL_DUTY
};
static const struct {
	slice kind;
	enum cell cells[6];
} lines[] = {
	{S("part"), {CELL_MINUTE, CELL_PERSON}},
	{S("site"), {CELL_PLACE, CELL_PERSON}},
	{S("check"), {CELL_MINUTE, CELL_PERSON}},
	{S("speaker"), {CELL_BODY, CELL_PERSON}},
	{S("paper"), {CELL_BODY, CELL_DUE, CELL_FORM, CELL_COPIES, CELL_FILE, CELL_PAPER}},
	{S("prepare"), {CELL_BODY, CELL_DUE, CELL_DUTY}},
};
enum { CELLS_AFTER = ARRAY_LEN(lines[0].cells), COPIES_MOST = 1000 };

/* --- reading --- */

static slice number_text(arena *a, int64_t n)
{
	return n == DB_NULL ? (slice){0} : arena_printf(a, "%lld", (long long)n);
}

static slice cell_text(hand_saving *x, enum cell c, const sql_hand_meeting_lines_row *l)
{
	switch (c) {
	case CELL_MINUTE:
		return hand_minute_text(x->a, l->minute, false);
	case CELL_DUE:
		return hand_minute_text(x->a, l->minute, true);
	case CELL_PERSON:
		return l->person;
	case CELL_PLACE:
		return l->place;
	case CELL_BODY:
		return l->code;
	case CELL_FORM:
		return l->form;
	case CELL_COPIES:
		return number_text(x->a, l->copies);
	case CELL_FILE:
		return hand_day_text(x->a, l->file_day);
	case CELL_PAPER:
		return hand_day_text(x->a, l->paper_day);
	case CELL_DUTY:
		return l->duty;
	case CELL_NONE:
		break;
	}
	return (slice){0};
}

static rc show_lines(hand_saving *x, err *e)
{
	sql_hand_meeting_lines_rows rows = {0};
	rc code = sql_hand_meeting_lines(x->r->d, (sql_hand_meeting_lines_in){x->id}, x->a, &rows,
	                                 e);

	for (size_t k = 0; code == RC_OK && k < ARRAY_LEN(lines); k++)
		for (uint32_t i = 0; i < rows.n; i++) {
			slice cells[1 + CELLS_AFTER] = {rows.p[i].words};

			if (!slice_eq(rows.p[i].kind, lines[k].kind))
				continue;
			for (unsigned c = 0; c < CELLS_AFTER; c++)
				cells[1 + c] = cell_text(x, lines[k].cells[c], &rows.p[i]);
			hand_show(x, lines[k].kind, hand_row(x->a, cells, ARRAY_LEN(cells)));
		}
	return code;
}

static rc show_guests(hand_saving *x, err *e)
{
	sql_hand_meeting_guests_rows rows = {0};
	rc code = sql_hand_meeting_guests(x->r->d, (sql_hand_meeting_guests_in){x->id}, x->a, &rows,
	                                  e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		const sql_hand_meeting_guests_row *g = &rows.p[i];
		slice cells[HAND_CELLS] = {g->words,      g->code.n > 0 ? g->code : g->group_code,
		                           g->site,       g->note,
		                           g->invited_by, g->presence,
		                           g->rank,       g->post,
		                           g->person};

		hand_show(x, S("guest"), hand_row(x->a, cells, HAND_CELLS));
	}
	return code;
}

rc hand_load_meeting(hand_saving *x, err *e)
{
	sql_hand_meeting_get_row m = {0};
	rc code = sql_hand_meeting_get(x->r->d, (sql_hand_meeting_get_in){x->id}, x->a, &m, NULL,
	                               e);

	if (code != RC_OK)
		return code;
	hand_show(x, S("title"), m.title);
	hand_show(x, S("status"), m.status);
	hand_show(x, S("starts"), m.starts);
	hand_show(x, S("ends"), m.ends);
	hand_show(x, S("duration"), m.duration);
	hand_show(x, S("mode"), m.mode);
	hand_show(x, S("place"), m.place);
	hand_show(x, S("chair"), m.chair);
	hand_show(x, S("document"), m.document);
	hand_show(x, S("conclusion"), m.conclusion);
	code = show_guests(x, e);
	return code == RC_OK ? show_lines(x, e) : code;
}

/* --- writing --- */

/* "2026-05" of a paper without a day stays as it was written. */
static rc instant(hand_saving *x, slice name, slice *ret, int64_t *ret_minute, err *e)
{
	slice v = hand_text(x, name);
	bool hour;
	rc code;

	*ret = (slice){0};
	*ret_minute = DB_NULL;
	if (slice_eq(v, hand_get(&x->was, name))) {
		*ret = v;
		if (hand_parse_minute(v, false, ret_minute, &hour, NULL) != RC_OK)
			*ret_minute = DB_NULL;
		return RC_OK;
	}
	code = hand_parse_minute(v, false, ret_minute, &hour, e);
	if (code == RC_OK && *ret_minute != DB_NULL)
		*ret = hour ? hand_minute_text(x->a, *ret_minute, true)
		            : hand_day_text(x->a, *ret_minute / CMIN_DAY);
	return code;
}

static rc put_row(hand_saving *x, sql_hand_meeting_set_in *set, err *e)
{
	sql_meeting_put_row row;
	rc code = RC_OK;

	if (x->id == 0) {
		code = sql_meeting_put(x->r->d,
		                       (sql_meeting_put_in){.pub = hash_public_id(x->a),
		                                            .document = set->document,
		                                            .state = S("accepted"),
		                                            .title = set->title,
		                                            .start_minute = set->start_minute,
		                                            .chair_agency = DB_NULL,
		                                            .at = DB_NULL,
		                                            .len = DB_NULL},
		                       x->a, &row, NULL, e);
		x->id = code == RC_OK ? row.id : 0;
	}
	set->id = x->id;
	return code == RC_OK ? sql_hand_meeting_set(x->r->d, *set, NULL, e) : code;
}

static rc set_meeting(hand_saving *x, sql_hand_meeting_set_in *set, err *e)
{
	int64_t none, group;
	slice name;
	rc code = hand_needs(x, S("title"), &set->title, e);

	set->duration = hand_text(x, S("duration"));
	set->place = hand_text(x, S("place"));
	set->chair = hand_text(x, S("chair"));
	if (code == RC_OK)
		code = hand_choice(x, S("status"), "called held postponed cancelled", "called",
		                   &set->status, e);
	if (code == RC_OK)
		code = hand_choice(x, S("mode"), "on-site online hybrid not-stated", NULL,
		                   &set->mode, e);
	if (code == RC_OK)
		code = instant(x, S("starts"), &set->starts, &set->start_minute, e);
	if (code == RC_OK)
		code = instant(x, S("ends"), &set->ends, &none, e);
	if (code == RC_OK)
		code = hand_document(x, hand_text(x, S("document")), &set->document, e);
	if (code == RC_OK)
		code = hand_document(x, hand_text(x, S("conclusion")), &set->conclusion, e);
	if (code == RC_OK)
		code = hand_body(x, set->chair, &set->chair_agency, &group, &name, e);
	return code == RC_OK ? put_row(x, set, e) : code;
}

static rc put_guest(hand_saving *x, const sql_hand_meeting_set_in *m, uint32_t at, const slice *c,
                    err *e)
{
	sql_participant_put_in in = {.meeting = x->id,
	                             .position = at,
	                             .words = c[0],
	                             .site = c[2],
	                             .note = c[3],
	                             .invited_by = c[4],
	                             .presence = c[5].n > 0 ? c[5] : S("invited"),
	                             .rank = c[6],
	                             .post = c[7],
	                             .person = c[8]};
	int32_t day = (int32_t)(m->start_minute != DB_NULL ? m->start_minute / CMIN_DAY
	                                                   : x->r->minute / CMIN_DAY);
	slice name;
	rc code = hand_body(x, c[1].n > 0 ? c[1] : c[0], &in.agency, &in.group_id, &name, e);

	if (code == RC_OK && c[1].n > 0 && in.agency == DB_NULL && in.group_id == DB_NULL)
		code = err_set(e, RC_INPUT, MSG_AGENCY_UNKNOWN, "guest %u", at);
	if (in.words.n == 0)
		in.words = name;
	if (code == RC_OK)
		code = sql_participant_put(x->r->d, in, NULL, e);
	return code == RC_OK
	               ? hand_see(x, m->document, in.agency, in.group_id, day, "participant", e)
	               : code;
}

static rc take_cell(hand_saving *x, enum cell c, slice s, sql_meeting_line_put_in *io, err *e)
{
	slice rest = S("file paper both"), one;

	switch (c) {
	case CELL_MINUTE:
	case CELL_DUE:
		return hand_parse_minute(s, c == CELL_DUE, &io->minute, NULL, e);
	case CELL_PERSON:
		io->person = s;
		return RC_OK;
	case CELL_PLACE:
		io->place = s;
		return RC_OK;
	case CELL_BODY:
		return hand_agency(x, s, &io->agency, e);
	case CELL_FORM:
		io->form = s;
		while (s.n > 0 && slice_next(&rest, ' ', &one))
			if (slice_eq(one, s))
				return RC_OK;
		return s.n == 0 ? RC_OK : err_set(e, RC_INPUT, MSG_CHOICE_UNKNOWN, "form");
	case CELL_COPIES:
		return s.n > 0 ? hand_number(s, 0, COPIES_MOST, &io->copies, e) : RC_OK;
	case CELL_FILE:
		return hand_parse_day(s, &io->file_day, e);
	case CELL_PAPER:
		return hand_parse_day(s, &io->paper_day, e);
	case CELL_DUTY:
		return s.n > 0 ? noun_of(x->r, s, NOUN_ASSIGNMENT, &io->assignment, e) : RC_OK;
	case CELL_NONE:
		break;
	}
	return RC_OK;
}

static rc put_lines(hand_saving *x, size_t k, uint32_t *io_at, err *e)
{
	slice cells[HAND_CELLS];
	uint32_t i = 0;
	rc code = RC_OK;

	while (code == RC_OK && hand_next(x, lines[k].kind, &i, cells)) {
		sql_meeting_line_put_in in = {.meeting = x->id,
		                              .kind = lines[k].kind,
		                              .position = (*io_at)++,
		                              .words = cells[0].n > 0 ? cells[0] : S(""),
		                              .agency = DB_NULL,
		                              .minute = DB_NULL,
		                              .copies = DB_NULL,
		                              .file_day = DB_NULL,
		                              .paper_day = DB_NULL,
		                              .assignment = DB_NULL};

		for (unsigned c = 0; code == RC_OK && c < CELLS_AFTER; c++)
			code = take_cell(x, lines[k].cells[c], cells[1 + c], &in, e);
		if (code == RC_OK)
			code = sql_meeting_line_put(x->r->d, in, NULL, e);
	}
	return code;
}

rc hand_save_meeting(hand_saving *x, err *e)
{
	sql_hand_meeting_set_in set = {0};
	slice cells[HAND_CELLS];
	uint32_t i = 0, at = 0;
	rc code = set_meeting(x, &set, e);

	if (code == RC_OK)
		code = sql_meeting_guests_drop(x->r->d, (sql_meeting_guests_drop_in){x->id}, NULL,
		                               e);
	if (code == RC_OK)
		code = sql_meeting_lines_drop(x->r->d, (sql_meeting_lines_drop_in){x->id}, NULL, e);
	while (code == RC_OK && hand_next(x, S("guest"), &i, cells))
		code = put_guest(x, &set, at++, cells, e);
	at = 0;
	for (size_t k = 0; code == RC_OK && k < ARRAY_LEN(lines); k++)
		code = put_lines(x, k, &at, e);
	return code;
}
