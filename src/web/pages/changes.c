/*
 * changes.c - what happened to duties, newest first: of one kind, body, person, of some days.
 *
 * The log has no order but its own: a page walks at most LINES of it, the next begins where this
 * one ended, however few of them its reader may see. So no page costs more when the log grows.
 */
#include "base/fold.h"
#include "model/civil.h"
#include "register/event.h"
#include "register/event_words.h"
#include "views.h"
#include "web/pages/pages.h"
#include "web/pages/rows.h"

enum { ROWS = 50, SHEET_ROWS = 5000, PEOPLE = 300, LINES = 20000 };

/* In the order in which they happen. */
static const slice kinds[] = {
	S("receive"), S("start"),      S("report-done"),  S("return"), S("confirm"),
	S("undo"),    S("ask-extend"), S("ask-transfer"), S("extend"), S("transfer"),
	S("refuse"),  S("comment"),    S("suspend"),      S("resume"), S("stop"),
};

/* What is asked for, as statements take it; since, until: as written, empty for none. */
typedef struct asked {
	sql_duty_change_page_in in;
	slice since, until, code;
	bool narrowed;
} asked;

static rc read_days(visit *p, asked *f, err *e)
{
	int32_t day;
	rc code = RC_OK;

	f->since = slice_trim(http_query(p->q, S("tu")));
	f->until = slice_trim(http_query(p->q, S("den")));
	f->in.since = clock_of_day(p->r->minute / CMIN_DAY - 1);
	f->in.until = INT64_MAX;
	if (f->since.n > 0) {
		code = page_date(f->since, &day, e);
		f->in.since = code == RC_OK ? clock_of_day(day) : f->in.since;
	}
	if (code == RC_OK && f->until.n > 0) {
		code = page_date(f->until, &day, e);
		f->in.until = code == RC_OK ? clock_of_day((int64_t)day + 1) - 1 : f->in.until;
	}
	return code;
}

static rc read_asked(visit *p, asked *ret, err *e)
{
	slice verb = http_query(p->q, S("loai")), who = slice_trim(http_query(p->q, S("nguoi")));
	int64_t stamp = 0;
	slice name;
	rc code = event_stamp(p->r, &stamp, e);

	*ret = (asked){.code = slice_trim(http_query(p->q, S("don-vi")))};
	ret->in.before = page_number(http_query(p->q, S("truoc")), 0, stamp + 1);
	if (ret->in.before == 0)
		ret->in.before = stamp + 1;
	ret->in.after = ret->in.before > LINES ? ret->in.before - LINES : 0;
	for (size_t i = 0; i < ARRAY_LEN(kinds); i++)
		if (slice_eq(kinds[i], verb))
			ret->in.verb = kinds[i];
	if (who.n > 0)
		ret->in.who = who;
	if (code == RC_OK)
		code = read_days(p, ret, e);
	if (code == RC_OK)
		code = page_agency_of(p, ret->code, &ret->in.agency, &name, e);
	if (ret->in.agency == DB_NULL)
		ret->code = (slice){0};
	ret->narrowed = ret->code.n > 0 || ret->in.verb.n > 0 || who.n > 0 || ret->since.n > 0 ||
	                ret->until.n > 0;
	return code;
}

/* The same filter elsewhere; ends with '?' or '&'. */
static slice address(visit *p, const char *path, const asked *f)
{
	const struct {
		slice name, value;
	} all[] = {{S("loai"), f->in.verb},
	           {S("don-vi"), f->code},
	           {S("nguoi"), f->in.who},
	           {S("tu"), f->since},
	           {S("den"), f->until}};
	strbuf b;
	slice s;

	strbuf_init(&b, NULL, 4096);
	strbuf_put(&b, slice_c(path));
	strbuf_putc(&b, '?');
	for (size_t i = 0; i < ARRAY_LEN(all); i++)
		view_pair(&b, all[i].name, all[i].value);
	s = arena_copy(p->a, strbuf_slice(&b));
	strbuf_done(&b);
	return s;
}

/* Where the next page begins: after the last that is shown, or where this one stopped looking
 * though older lines may be of these days; 0: nowhere. */
static rc older_of(visit *p, const asked *f, const sql_duty_change_page_rows *rows, int64_t *ret,
                   err *e)
{
	sql_event_at_row line = {0};
	bool found = false;
	rc code = RC_OK;

	*ret = 0;
	if (rows->n > ROWS) {
		*ret = rows->p[ROWS - 1].seq;
	} else if (f->in.after > 0) {
		code = sql_event_at(p->r->d, (sql_event_at_in){f->in.after}, p->a, &line, &found,
		                    e);
		*ret = found && line.at >= f->in.since ? f->in.after + 1 : 0;
	}
	return code;
}

static rc fill_filters(visit *p, const asked *f, changes_view *v, err *e)
{
	sql_agency_names_rows bodies = {0};
	sql_duty_change_people_rows people = {0};
	rc code = sql_duty_change_people(
		p->r->d, &p->r->who,
		(sql_duty_change_people_in){f->in.after, f->in.before, f->in.since, PEOPLE}, p->a,
		&people, e);

	for (size_t i = 0; i < ARRAY_LEN(kinds); i++)
		*VEC_PUSH(p->a, &v->kinds) = (option){kinds[i], event_wording(kinds[i]),
		                                      slice_eq(kinds[i], f->in.verb)};
	for (uint32_t i = 0; code == RC_OK && i < people.n; i++)
		if (people.p[i].name.n > 0)
			*VEC_PUSH(p->a, &v->people) = (option){
				people.p[i].name, page_counted(p, people.p[i].name, people.p[i].n),
				slice_eq(people.p[i].name, f->in.who)};
	if (code == RC_OK && p->r->who.all)
		code = sql_agency_names(p->r->d, p->a, &bodies, e);
	for (uint32_t i = 0; code == RC_OK && i < bodies.n; i++)
		*VEC_PUSH(p->a, &v->agencies) = (option){bodies.p[i].code, bodies.p[i].name,
		                                         slice_eq(bodies.p[i].code, f->code)};
	return code;
}

static changed_row row_of(visit *p, const sql_duty_change_page_row *x)
{
	return (changed_row){x->pub,
	                     event_wording(x->verb),
	                     x->action,
	                     x->agency,
	                     x->agency_name,
	                     x->who.n > 0 ? x->who : S("Quản trị máy chủ"),
	                     page_time(p, x->at),
	                     rows_note(p, x->verb, x->detail)};
}

rc page_changes(visit *p, err *e)
{
	changes_view v = {.frame = page_frame(p, S("Thay đổi trong nhiệm vụ"), S("/"))};
	sql_duty_change_page_rows rows = {0};
	int64_t older = 0;
	asked f;
	rc code = read_asked(p, &f, e);

	f.in.most = ROWS + 1;
	if (code == RC_OK)
		code = sql_duty_change_page(p->r->d, &p->r->who, f.in, p->a, &rows, e);
	if (code == RC_OK)
		code = older_of(p, &f, &rows, &older, e);
	if (code == RC_OK)
		code = fill_filters(p, &f, &v, e);
	if (code != RC_OK)
		return code;
	for (uint32_t i = 0; i < rows.n && i < ROWS; i++)
		*VEC_PUSH(p->a, &v.rows) = row_of(p, &rows.p[i]);
	v.since = f.since;
	v.until = f.until;
	if (f.since.n == 0)
		v.yesterday = page_day(p, p->r->minute / CMIN_DAY - 1);
	v.narrowed = f.narrowed;
	v.sheet = address(p, "/thay-doi/tai-excel", &f);
	if (older > 0) {
		slice here = address(p, "/thay-doi", &f);

		v.older = page_link(p, "%.*struoc=%lld", (int)here.n, here.p, (long long)older);
	}
	view_changes(&p->to->body, &v);
	return RC_OK;
}

static const serve_column columns[] = {
	{S("STT"), 6},       {S("Lúc"), 17},      {S("Việc"), 21},     {S("Đơn vị"), 25},
	{S("Nhiệm vụ"), 44}, {S("Nội dung"), 33}, {S("Người làm"), 19}};

/* The newest of these days, as far as one page walks. */
rc page_changes_sheet(visit *p, err *e)
{
	serve_table t = {.title = S("Thay đổi trong nhiệm vụ"),
	                 .columns = columns,
	                 .ncolumns = ARRAY_LEN(columns)};
	sql_duty_change_page_rows rows = {0};
	asked f;
	rc code = read_asked(p, &f, e);

	f.in.most = SHEET_ROWS;
	if (code == RC_OK)
		code = sql_duty_change_page(p->r->d, &p->r->who, f.in, p->a, &rows, e);
	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		changed_row x = row_of(p, &rows.p[i]);
		const slice cells[] = {x.verb, x.agency_name, fold_capital(p->a, x.action), x.note,
		                       x.who};

		*VEC_PUSH(p->a, &t.cells) = (serve_cell){.n = i + 1, .number = true};
		*VEC_PUSH(p->a, &t.cells) = (serve_cell){
			.text = x.when, .n = page_minute(rows.p[i].at), .minute = true};
		for (size_t k = 0; k < ARRAY_LEN(cells); k++)
			*VEC_PUSH(p->a, &t.cells) = (serve_cell){.text = cells[k]};
	}
	return code == RC_OK ? page_sheet(p, &t, "thay-doi", e) : code;
}
