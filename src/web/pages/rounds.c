/*
 * rounds.c - Đợt tổng hợp: for who compiles (who has sent, who has not) and for who sends.
 *
 * Who has not sent is shown by the statements to the Office, the compiler and the watchers
 * alone; a member sees what it has to send itself.
 */
#include "register/steps/rounds.h"
#include "model/roles.h"
#include "register/people/bodies.h"
#include "views.h"
#include "web/pages/pages.h"
#include "web/pages/rows.h"
#include "web/pages/show_hand.h"

enum { ROWS = 30, MINE = 100 };

static const struct {
	slice word, wording;
} states[] = {{S("not_sent"), S("Chưa gửi")},
              {S("sent"), S("Đã gửi")},
              {S("sent_late"), S("Gửi chậm")},
              {S("more_asked"), S("Yêu cầu bổ sung")}};

static slice state_words(slice state)
{
	for (size_t i = 0; i < ARRAY_LEN(states); i++)
		if (slice_eq(states[i].word, state))
			return states[i].wording;
	return state;
}

static rc fill_mine(visit *p, rounds_view *v, err *e)
{
	sql_round_mine_rows rows = {0};
	rc code = sql_round_mine(p->r->d, &p->r->who, (sql_round_mine_in){p->r->who.agency, MINE},
	                         p->a, &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		const sql_round_mine_row *x = &rows.p[i];
		bool waits = slice_eq(x->state, S("not_sent")) ||
		             slice_eq(x->state, S("more_asked"));

		*VEC_PUSH(p->a, &v->mine) = (plain_row){
			.href = page_link(p, "/phan-viec/%.*s", (int)x->obligation.n,
		                          x->obligation.p),
			.a = x->title,
			.b = x->compiler,
			.c = page_limit(p, x->due),
			.d = state_words(x->state),
			.e = page_time(p, x->sent_at),
			.tag = waits ? page_left(p, x->due) : (slice){0},
			.mood = waits ? page_mood(p, x->due) : S("done")};
	}
	return code;
}

/* Nothing is late once all have sent, though nobody has closed the round; nor while nobody is
 * named who has to send. */
static slice standing(visit *p, bool open, int64_t members, int64_t arrived, int64_t due)
{
	return !open                ? S("Đã kết thúc")
	       : members == 0       ? S("Chưa rõ đơn vị phải gửi")
	       : arrived == members ? S("Đã nhận đủ")
	                            : page_left(p, due);
}

static slice mood(visit *p, bool open, int64_t members, int64_t arrived, int64_t due)
{
	return !open || (members > 0 && arrived == members) ? S("done")
	       : members == 0                               ? S("none")
	                                                    : page_mood(p, due);
}

rc page_rounds(visit *p, err *e)
{
	int64_t at = page_number(http_query(p->q, S("trang")), 1, TABLES_PAGES);
	bool all = slice_eq(http_query(p->q, S("loc")), S("tat-ca"));
	rounds_view v = {.frame = page_frame(p, S("Đợt tổng hợp"), S("/dot-tong-hop")),
	                 .can_edit = page_may(p, RIGHT_EDIT),
	                 .office = p->r->who.all};
	sql_round_table_rows rows = {0};
	rc code = sql_round_table(
		p->r->d, &p->r->who,
		(sql_round_table_in){all ? DB_NULL : 1, ROWS + 1, (at - 1) * ROWS}, p->a, &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n && i < ROWS; i++) {
		const sql_round_table_row *c = &rows.p[i];
		bool open = slice_eq(c->state, S("open"));

		*VEC_PUSH(p->a, &v.compiling) = (round_row){
			.pub = c->pub,
			.duty = c->compiler,
			.title = c->title,
			.limit = page_limit(p, c->due),
			.left = standing(p, open, c->members, c->arrived, c->due),
			.mood = mood(p, open, c->members, c->arrived, c->due),
			.document = c->document,
			.number = c->number,
			.members = c->members,
			.arrived = c->arrived,
			.late = c->late,
			.bar = page_bar(c->arrived - c->late, c->late, c->members - c->arrived, 0)};
	}
	if (code == RC_OK && !p->r->who.all)
		code = fill_mine(p, &v, e);
	if (code != RC_OK)
		return code;
	*VEC_PUSH(p->a, &v.tabs) = (option){S("/dot-tong-hop"), S("Đang tổng hợp"), !all};
	*VEC_PUSH(p->a, &v.tabs) = (option){S("/dot-tong-hop?loc=tat-ca"), S("Tất cả"), all};
	*VEC_PUSH(p->a, &v.tabs) = (option){S("/bao-cao-dinh-ky"), S("Báo cáo định kỳ"), false};
	v.pager = rows_pager(p, all ? S("/dot-tong-hop?loc=tat-ca&") : S("/dot-tong-hop?"), at,
	                     rows.n > ROWS, page_link(p, "Trang %lld", (long long)at));
	view_rounds(&p->to->body, &v);
	return RC_OK;
}

/* --- one --- */

static rc find(visit *p, int64_t *ret, err *e)
{
	sql_round_id_row row = {0};
	rc code = sql_round_id(p->r->d, &p->r->who, (sql_round_id_in){p->args[0]}, p->a, &row, NULL,
	                       e);

	if (code == RC_OK)
		*ret = row.id;
	return code;
}

static void add_member(visit *p, const sql_round_members_row *m, round_view *v)
{
	bool commune = slice_eq(m->class, S("commune"));
	slice group = !commune ? S("Sở, ngành") : m->district.n > 0 ? m->district : S("Xã, phường");
	member_group *g = NULL;
	member_row *row;

	for (uint32_t i = 0; i < v->groups.n; i++)
		if (slice_eq(v->groups.p[i].name, group))
			g = &v->groups.p[i];
	if (g == NULL) {
		g = VEC_PUSH(p->a, &v->groups);
		*g = (member_group){.name = group};
	}
	g->n++;
	v->missing += slice_eq(m->state, S("not_sent"));
	v->more += slice_eq(m->state, S("more_asked"));
	row = VEC_PUSH(p->a, &g->rows);
	*row = (member_row){.code = m->code,
	                    .name = commune ? rows_short_name(m->name) : m->name,
	                    .state = m->state,
	                    .word = state_words(m->state),
	                    .sent = page_time(p, m->sent_at),
	                    .obligation = m->obligation,
	                    .note = m->evidence,
	                    .waits = slice_eq(m->state, S("not_sent")) ||
	                             slice_eq(m->state, S("more_asked"))};
	if (row->waits && v->arrived > 0)
		*VEC_PUSH(p->a, &v->waiting) = *row;
}

rc page_round(visit *p, err *e)
{
	round_view v = {.frame = page_frame(p, S("Đợt tổng hợp"), S("/dot-tong-hop")),
	                .pub = p->args[0]};
	sql_round_members_rows rows = {0};
	sql_collection_view_row c = {0};
	int64_t id = 0;
	bool found;
	rc code = find(p, &id, e);

	if (code == RC_OK)
		code = sql_collection_view(p->r->d, &p->r->who, (sql_collection_view_in){id}, p->a,
		                           &c, &found, e);
	if (code == RC_OK)
		code = sql_round_members(p->r->d, &p->r->who, (sql_round_members_in){id}, p->a,
		                         &rows, e);
	if (code != RC_OK)
		return code;
	v.title = c.title;
	v.compiler = c.compiler_name.n > 0 ? c.compiler_name : S("Chưa rõ cơ quan tổng hợp");
	v.limit = page_limit(p, c.due);
	v.open = slice_eq(c.state, S("open"));
	v.left = standing(p, v.open, c.members, c.arrived, c.due);
	v.mood = mood(p, v.open, c.members, c.arrived, c.due);
	v.duty = c.duty;
	v.document = c.document;
	v.number = rows_number(c.document, c.number);
	v.quote = c.quote;
	v.members = c.members;
	v.arrived = c.arrived;
	v.late = c.late;
	v.bar = page_bar(c.arrived - c.late, c.late, c.members - c.arrived, 0);
	v.can_edit = page_may(p, RIGHT_EDIT);
	v.can_mark = page_may(p, RIGHT_DECIDE) &&
	             (p->r->who.all ||
	              (c.compiler.n > 0 && slice_eq(c.compiler, p->who.agency_code)));
	for (uint32_t i = 0; i < rows.n; i++)
		add_member(p, &rows.p[i], &v);
	view_round(&p->to->body, &v);
	return RC_OK;
}

static const serve_column columns[] = {
	{S("STT"), 6},      {S("Đơn vị"), 32},   {S("Địa bàn"), 18},     {S("Tình trạng"), 16},
	{S("Gửi lúc"), 19}, {S("Thời hạn"), 16}, {S("Nội dung gửi"), 57}};

enum { SENT = 3, LIMIT }; /* their columns, counted after the number */

/* One sheet of all: who has sent what, in the order of the list. */
rc page_round_sheet(visit *p, err *e)
{
	serve_table t = {
		.title = S("Đợt tổng hợp"), .columns = columns, .ncolumns = ARRAY_LEN(columns)};
	sql_round_members_rows rows = {0};
	int64_t id = 0;
	rc code = find(p, &id, e);

	if (code == RC_OK)
		code = sql_round_members(p->r->d, &p->r->who, (sql_round_members_in){id}, p->a,
		                         &rows, e);
	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		const sql_round_members_row *m = &rows.p[i];
		const slice cells[] = {m->name,
		                       m->district,
		                       state_words(m->state),
		                       page_time(p, m->sent_at),
		                       page_limit(p, m->due),
		                       m->evidence};

		*VEC_PUSH(p->a, &t.cells) = (serve_cell){.n = i + 1, .number = true};
		for (size_t k = 0; k < ARRAY_LEN(cells); k++)
			*VEC_PUSH(p->a, &t.cells) = (serve_cell){
				.text = cells[k],
				.n = k == SENT ? page_minute(m->sent_at) : m->due,
				.minute = k == SENT || k == LIMIT};
	}
	return code == RC_OK ? page_sheet(p, &t, "dot-tong-hop", e) : code;
}

/* --- what its compiler says --- */

static rc mark(db *d, void *ctx, err *e)
{
	static const struct {
		slice word;
		enum round_mark mark;
	} marks[] = {{S("sent"), ROUND_SENT},
	             {S("late"), ROUND_LATE},
	             {S("more"), ROUND_MORE},
	             {S("undo"), ROUND_NOT_SENT}};
	visit *p = ctx;
	slice what = http_form(p->q, S("what"));
	int64_t id = 0, agency = DB_NULL;
	rc code = find(p, &id, e);

	(void)d;
	if (code == RC_OK)
		code = bodies_agency(p->r, http_form(p->q, S("agency")), &agency, e);
	if (code == RC_OK && agency == DB_NULL)
		return err_set(e, RC_INPUT, MSG_AGENCY_UNKNOWN, "agency");
	for (size_t i = 0; code == RC_OK && i < ARRAY_LEN(marks); i++)
		if (slice_eq(marks[i].word, what))
			return round_mark(p->r, id, agency, marks[i].mark,
			                  slice_trim(http_form(p->q, S("note"))), 0, e);
	return code == RC_OK ? err_set(e, RC_INPUT, MSG_CHOICE_UNKNOWN, "mark") : code;
}

static rc close_it(db *d, void *ctx, err *e)
{
	visit *p = ctx;
	int64_t id = 0;
	rc code = find(p, &id, e);

	(void)d;
	return code == RC_OK
	               ? round_close(p->r, id, !slice_eq(http_form(p->q, S("open")), S("1")), e)
	               : code;
}

static rc done(visit *p, db_work *work, err *e)
{
	rc code = db_write(p->r->d, work, p, e);

	if (code == RC_OK)
		page_done(p, page_link(p, "/dot-tong-hop/%.*s", (int)p->args[0].n, p->args[0].p),
		          "saved");
	return code;
}

rc page_round_mark(visit *p, err *e)
{
	return done(p, mark, e);
}

rc page_round_close(visit *p, err *e)
{
	return done(p, close_it, e);
}
