/*
 * meeting_work.c - both are changes of one row of a meeting, so that undo takes them back.
 */
#include "register/hand/meeting_work.h"

#include "register/hand/propose.h"
#include "register/people/nouns.h"

enum { CELLS = 9, CELL_BODY = 1, CELL_DUE = 2, CELL_DUTY = 3, CELL_FILE = 5, CELL_PAPER = 6 };

typedef struct row_change {
	reg *r;
	arena *a;
	int64_t meeting;
	slice kind, cells[CELLS];
	uint32_t at;
	hand_fields all; /* of the meeting */
} row_change;

static rc load(row_change *x, err *e)
{
	uint32_t at = x->at;
	rc code = hand_read(x->r, HAND_MEETING, x->meeting, x->a, &x->all, e);

	for (uint32_t i = 0; code == RC_OK && i < x->all.n; i++)
		if (slice_eq(x->all.p[i].name, x->kind) && at-- == 0) {
			hand_cells(x->all.p[i].value, x->cells, CELLS);
			return RC_OK;
		}
	return code == RC_OK ? err_set(e, RC_INPUT, MSG_NO_SUCH, "row %u", x->at) : code;
}

static rc save(row_change *x, int64_t seen, err *e)
{
	hand_fields rows = {0};
	uint32_t at = 0;

	for (uint32_t i = 0; i < x->all.n; i++)
		if (slice_eq(x->all.p[i].name, x->kind))
			hand_put(x->a, &rows, x->kind,
			         at++ == x->at ? hand_row(x->a, x->cells, CELLS)
			                       : x->all.p[i].value);
	return hand_change(x->r, HAND_MEETING, x->meeting, &rows, seen, e);
}

static slice today(arena *a, const reg *r)
{
	civil c = civil_of_minutes(r->minute);

	return arena_printf(a, "%04d-%02d-%02d", c.y, c.mo, c.d);
}

rc meeting_received(reg *r, int64_t meeting, uint32_t at, bool on_paper, int64_t seen, err *e)
{
	arena a;
	row_change x = {.r = r, .a = &a, .meeting = meeting, .kind = S("paper"), .at = at};
	slice *cell = &x.cells[on_paper ? CELL_PAPER : CELL_FILE];
	rc code;

	arena_init(&a, NULL, 0);
	code = load(&x, e);
	if (code == RC_OK) {
		*cell = cell->n > 0 ? (slice){0} : today(&a, r);
		code = save(&x, seen, e);
	}
	arena_done(&a);
	return code;
}

static rc make_duty(row_change *x, err *e)
{
	slice title = hand_get(&x->all, S("title")), invitation = hand_get(&x->all, S("document"));
	duty_new in = {
		.duty = {.action = x->cells[0], .lead = x->cells[CELL_BODY], .last = DB_NULL},
		.basis = arena_printf(x->a, "Chuẩn bị cuộc họp: %.*s",
	                              (int)(title.n < 1000 ? title.n : 1000), title.p),
		.basis_kind = S("note"),
		.as = DISPOSAL_TRACK};
	sql_hand_duty_pub_row row = {0};
	int64_t made;
	bool found;
	rc code = hand_parse_minute(x->cells[CELL_DUE], true, &in.duty.last, NULL, e);

	if (code == RC_OK && invitation.n > 0) {
		in.basis_kind = S("document");
		code = noun_of(x->r, invitation, NOUN_DOCUMENT, &in.document, e);
	}
	if (code == RC_OK)
		code = propose_new(x->r, &in, &made, e);
	if (code == RC_OK)
		code = sql_hand_duty_pub(x->r->d, (sql_hand_duty_pub_in){made}, x->a, &row, &found,
		                         e);
	x->cells[CELL_DUTY] = row.pub;
	return code;
}

rc meeting_track(reg *r, int64_t meeting, uint32_t at, int64_t seen, err *e)
{
	arena a;
	row_change x = {.r = r, .a = &a, .meeting = meeting, .kind = S("prepare"), .at = at};
	rc code;

	arena_init(&a, NULL, 0);
	code = load(&x, e);
	if (code == RC_OK && x.cells[CELL_DUTY].n > 0)
		code = err_set(e, RC_INPUT, MSG_STATE_FORBIDS, "a duty already");
	if (code == RC_OK)
		code = make_duty(&x, e);
	if (code == RC_OK)
		code = save(&x, seen, e);
	arena_done(&a);
	return code;
}
