/*
 * report.c - Báo cáo, thống kê: the official figures by agency, leader, field; with a period or
 * of all; each number opens its list; the same as a sheet.
 */
#include "model/roles.h"
#include "model/vi_format.h"
#include "register/duty/tally.h"
#include "register/hand/hand.h"
#include "register/look/lists.h"
#include "views.h"
#include "web/pages/filter.h"
#include "web/pages/pages.h"
#include "web/pages/rows.h"
#include "web/pages/show_hand.h"
#include "web/pages/sorted.h"

static const struct {
	slice word, wording, filter; /* filter: of the table of duties */
	const char *none, *sheet;
} kinds[] = {
	{S(""), S("Cơ quan"), S("don-vi"), "Chưa rõ cơ quan", "cơ quan"},
	{S("lanh-dao"), S("Lãnh đạo giao việc"), S("lanh-dao"), "Chưa ghi lãnh đạo giao việc",
         "lãnh đạo giao việc"},
	{S("linh-vuc"), S("Lĩnh vực"), S("linh-vuc"), "Chưa ghi lĩnh vực", "lĩnh vực"},
};

typedef struct reporting {
	size_t kind;
	int64_t since, until; /* minutes, DB_NULL: open */
	slice from, to;       /* as written */
	sort_ask order;
	sort_column columns[SORTED_SUMS];
} reporting;

static rc read_ask(visit *p, reporting *x, err *e)
{
	slice asked = http_query(p->q, S("theo"));
	rc code;

	for (size_t i = 0; i < ARRAY_LEN(kinds); i++)
		if (slice_eq(kinds[i].word, asked))
			x->kind = i;
	memcpy(x->columns, sorted_sums, sizeof x->columns);
	x->columns[0].words = kinds[x->kind].wording;
	x->order = sorted_read(p, x->columns, SORTED_SUMS);
	x->from = slice_trim(http_query(p->q, S("tu")));
	x->to = slice_trim(http_query(p->q, S("den")));
	code = hand_parse_minute(x->from, false, &x->since, NULL, e);
	return code == RC_OK ? hand_parse_minute(x->to, true, &x->until, NULL, e) : code;
}

static rc by_field(visit *p, const reporting *x, stats_rows *ret, err *e)
{
	sql_stats_field_rows rows = {0};
	rc code = sql_stats_field(p->r->d, &p->r->who,
	                          (sql_stats_field_in){p->r->minute, x->since, x->until}, p->a,
	                          &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		const sql_stats_field_row *f = &rows.p[i];

		*VEC_PUSH(p->a, ret) = (stats_row){f->code,      f->name,         f->done_in_time,
		                                   f->done_late, f->open_in_time, f->open_late,
		                                   f->undated};
	}
	return code;
}

static slice name_of(const reporting *x, const stats_row *s)
{
	return s->name.n > 0 ? s->name : slice_c(kinds[x->kind].none);
}

static rc find(visit *p, const reporting *x, stats_rows *ret, err *e)
{
	stats_rows rows = {0};
	sort_keys keys = {0};
	uint32_t *order;
	rc code = slice_eq(kinds[x->kind].word, S("linh-vuc"))
	                  ? by_field(p, x, &rows, e)
	                  : stats_of(p->r, x->kind == 0 ? STATS_AGENCY : STATS_LEADER, x->since,
	                             x->until, p->a, &rows, e);

	*ret = (stats_rows){0};
	for (uint32_t i = 0; i < rows.n; i++) {
		const stats_row *s = &rows.p[i];

		*VEC_PUSH(p->a, &keys) = sorted_sum(&x->order, name_of(x, s),
		                                    (int64_t[]){s->done_in_time, s->done_late,
		                                                s->open_in_time, s->open_late,
		                                                s->undated});
	}
	order = sorted_order(p, &x->order, &keys);
	for (uint32_t i = 0; i < rows.n; i++)
		*VEC_PUSH(p->a, ret) = rows.p[order[i]];
	return code;
}

/* What the table of duties is asked for to have those of a row, and no others. */
static slice key_of_row(visit *p, const reporting *x, const stats_row *s)
{
	return x->kind == 0 ? s->code.n > 0 ? s->code : FILTER_NOBODY
	                    : page_link(p, "\"%.*s\"", (int)s->name.n, s->name.p);
}

/* Addresses of the lists behind the figures of a row; s NULL: of all. */
static slice list_of_row(visit *p, const reporting *x, const stats_row *s, const char *loc)
{
	slice key = s != NULL ? key_of_row(p, x, s) : S("");
	strbuf b;
	slice filter = kinds[x->kind].filter;
	size_t room = 200 + 3 * (key.n + x->from.n + x->to.n);

	strbuf_over(&b, arena_alloc(p->a, room), room);
	strbuf_put(&b, S("/nhiem-vu?loc="));
	strbuf_put(&b, slice_c(loc));
	if (key.n > 0) {
		strbuf_putc(&b, '&');
		strbuf_put(&b, filter);
		strbuf_putc(&b, '=');
		view_part(&b, key);
	}
	if (x->from.n > 0) {
		strbuf_put(&b, S("&tu="));
		view_part(&b, x->from);
	}
	if (x->to.n > 0) {
		strbuf_put(&b, S("&den="));
		view_part(&b, x->to);
	}
	return strbuf_slice(&b);
}

static sum_row row_of(visit *p, const reporting *x, const stats_row *s, bool all)
{
	int64_t done = s->done_in_time + s->done_late;
	const stats_row *of = all ? NULL : s;

	return (sum_row){
		.name = name_of(x, s),
		.href = x->kind == 0 && s->code.n > 0
	                        ? page_link(p, "/co-quan/%.*s", (int)s->code.n, s->code.p)
	                        : (slice){0},
		.done = list_of_row(p, x, of, "dung-han"),
		.late = list_of_row(p, x, of, "xong-qua-han"),
		.running = list_of_row(p, x, of, "trong-han"),
		.overdue = list_of_row(p, x, of, "qua-han"),
		.timeless = list_of_row(p, x, of, "khong-han"),
		.done_in_time = s->done_in_time,
		.done_late = s->done_late,
		.open_in_time = s->open_in_time,
		.open_late = s->open_late,
		.undated = s->undated,
		.punctual = done > 0 ? page_link(p, "%lld%%",
	                                         (long long)(s->done_in_time * 100 / done))
	                             : (slice){0},
		.bar = page_bar(s->done_in_time, s->done_late, s->open_in_time, s->open_late)};
}

static void add_up(stats_row *io, const stats_row *s)
{
	io->done_in_time += s->done_in_time;
	io->done_late += s->done_late;
	io->open_in_time += s->open_in_time;
	io->open_late += s->open_late;
	io->undated += s->undated;
}

/* `order`: as sorted_word() has it. */
static slice address(visit *p, const char *path, slice theo, const reporting *x, slice order)
{
	size_t room = 200 + 3 * (x->from.n + x->to.n);
	strbuf b;

	strbuf_over(&b, arena_alloc(p->a, room), room);
	strbuf_put(&b, slice_c(path));
	strbuf_put(&b, S("?theo="));
	strbuf_put(&b, theo);
	strbuf_put(&b, S("&tu="));
	view_part(&b, x->from);
	strbuf_put(&b, S("&den="));
	view_part(&b, x->to);
	strbuf_put(&b, order.n > 0 ? S("&sap-xep=") : S(""));
	strbuf_put(&b, order);
	return strbuf_slice(&b);
}

rc page_report(visit *p, err *e)
{
	report_page_view v = {.frame = page_frame(p, S("Báo cáo, thống kê"), S("/bao-cao"))};
	reporting x = {0};
	stats_row all = {0};
	stats_rows rows;
	strbuf day;
	slice here;
	rc code = read_ask(p, &x, e);

	if (code == RC_OK)
		code = find(p, &x, &rows, e);
	if (code != RC_OK)
		return code;
	here = address(p, "/bao-cao", kinds[x.kind].word, &x, S(""));
	for (uint32_t i = 0; i < rows.n; i++) {
		add_up(&all, &rows.p[i]);
		*VEC_PUSH(p->a, &v.rows) = row_of(p, &x, &rows.p[i], false);
	}
	strbuf_over(&day, arena_room(p->a, 96), 96);
	vi_day(&day, (int32_t)(p->r->minute / CMIN_DAY));
	v.day = strbuf_slice(&day);
	v.from = x.from;
	v.to = x.to;
	v.theo = kinds[x.kind].word;
	v.order = sorted_word(p, &x.order);
	sorted_heads(p, &x.order, page_link(p, "%.*s&", (int)here.n, here.p), "#bang", &v.heads);
	v.all = row_of(p, &x, &all, true);
	v.sheet = address(p, "/bao-cao/tai-excel", v.theo, &x, v.order);
	for (size_t i = 0; i < ARRAY_LEN(kinds); i++)
		*VEC_PUSH(p->a,
		          &v.tabs) = (option){address(p, "/bao-cao", kinds[i].word, &x, v.order),
		                              kinds[i].wording, i == x.kind};
	view_report(&p->to->body, &v);
	return RC_OK;
}

enum { NAME = 1 }; /* its column: headed as the page is */
static const serve_column columns[] = {
	{S("STT"), 6},
	{{0}, 44},
	{S("Hoàn thành đúng hạn"), 14},
	{S("Hoàn thành quá hạn"), 14},
	{S("Chưa hoàn thành, trong hạn"), 16},
	{S("Chưa hoàn thành, quá hạn"), 16},
	{S("Không có thời hạn"), 14},
	{S("Tỷ lệ đúng hạn"), 12},
};

static void put_sums(visit *p, const reporting *x, const stats_row *row, serve_table *t)
{
	sum_row s = row_of(p, x, row, false);
	const int64_t n[] = {s.done_in_time, s.done_late, s.open_in_time, s.open_late, s.undated};

	*VEC_PUSH(p->a, &t->cells) = (serve_cell){.text = s.name};
	for (size_t k = 0; k < ARRAY_LEN(n); k++)
		*VEC_PUSH(p->a, &t->cells) = (serve_cell){.n = n[k], .number = true};
	*VEC_PUSH(p->a, &t->cells) = (serve_cell){.text = s.punctual};
}

rc page_report_sheet(visit *p, err *e)
{
	serve_column headed[ARRAY_LEN(columns)];
	serve_table t = {.columns = headed, .ncolumns = ARRAY_LEN(columns)};
	reporting x = {0};
	stats_rows rows;
	stats_row all = {.name = S("Tổng cộng")};
	rc code = read_ask(p, &x, e);

	if (code == RC_OK)
		code = find(p, &x, &rows, e);
	memcpy(headed, columns, sizeof headed);
	headed[NAME].heading = kinds[x.kind].wording;
	t.title = page_link(p, "Báo cáo theo %s", kinds[x.kind].sheet);
	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		*VEC_PUSH(p->a, &t.cells) = (serve_cell){.n = i + 1, .number = true};
		put_sums(p, &x, &rows.p[i], &t);
		add_up(&all, &rows.p[i]);
	}
	if (code == RC_OK && rows.n > 0) {
		*VEC_PUSH(p->a, &t.cells) = (serve_cell){0};
		put_sums(p, &x, &all, &t);
	}
	return code == RC_OK ? page_sheet(p, &t, "bao-cao", e) : code;
}
