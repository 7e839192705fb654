/*
 * calendar.c - Lịch công tác: a month of weeks, a week, a day, a list; the programme of a week on
 * paper; a screen for a hall. By leader, room, body; what clashes is marked.
 */
#include "views.h"
#include "web/pages/calendar_clash.h"
#include "web/pages/pages.h"
#include "web/pages/rows.h"

enum { MOST = 1000, LIST_DAYS = 31, WEEK = 7, ADDRESS = 2048 };

enum shape { MONTH, WEEKLY, DAILY, LIST, PRINT, HALL };
static const struct {
	slice word, wording;
	bool is_tab;
} shapes[] = {
	[MONTH] = {S("thang"), S("Tháng"), true},
	[WEEKLY] = {S("tuan"), S("Tuần"), true},
	[DAILY] = {S("ngay"), S("Ngày"), true},
	[LIST] = {S("danh-sach"), S("Danh sách"), true},
	[PRINT] = {S("in"), S("In lịch tuần"), false},
	[HALL] = {S("man-hinh"), S("Màn hình"), false},
};

typedef struct asked {
	enum shape shape;
	int32_t day, first, last; /* the day asked for; the days that are shown */
	slice leader, room, agency;
	int64_t agency_id;
} asked;

static enum shape shape_of(slice word)
{
	for (size_t i = 0; i < ARRAY_LEN(shapes); i++)
		if (slice_eq(shapes[i].word, word))
			return (enum shape)i;
	return MONTH;
}

/* "2026-11" or "2026-11-23" of the query, else today. */
static int32_t day_asked(const visit *p)
{
	slice month = http_query(p->q, S("thang")), s = month, year;
	int32_t day = (int32_t)(p->r->minute / CMIN_DAY);
	int64_t y, m;

	if (page_date(http_query(p->q, S("ngay")), &day, NULL) == RC_OK)
		return day;
	if (!slice_cut(&s, '-', &year))
		return day;
	y = page_number(year, 0, 2999);
	m = page_number(s, 0, 12);
	return y >= 1990 && m >= 1 ? civil_days((int32_t)y, (int)m, 1) : day;
}

static void fill_days(asked *k)
{
	civil c = civil_of_days(k->day);
	int32_t monday = k->day - civil_weekday(k->day);

	switch (k->shape) {
	case MONTH:
		k->first = civil_days(c.y, c.mo, 1);
		k->last = k->first + civil_month_days(c.y, c.mo) - 1;
		break;
	case WEEKLY:
	case PRINT:
		k->first = monday;
		k->last = monday + WEEK - 1;
		break;
	case LIST:
		k->first = k->day;
		k->last = k->day + LIST_DAYS - 1;
		break;
	default:
		k->first = k->last = k->day;
	}
}

static rc read_asked(visit *p, asked *k, err *e)
{
	slice name;

	*k = (asked){.shape = shape_of(http_query(p->q, S("xem"))),
	             .day = day_asked(p),
	             .leader = http_query(p->q, S("lanh-dao")),
	             .room = http_query(p->q, S("phong")),
	             .agency = http_query(p->q, S("don-vi"))};
	fill_days(k);
	if (p->r->who.all)
		return page_agency_of(p, k->agency, &k->agency_id, &name, e);
	k->agency = (slice){0};
	k->agency_id = p->r->who.agency;
	return RC_OK;
}

static void put_field(strbuf *b, slice name, slice value)
{
	if (value.n == 0)
		return;
	strbuf_putc(b, '&');
	strbuf_put(b, name);
	strbuf_putc(b, '=');
	view_part(b, value);
}

/* This page in another shape or about another day, with the same filters. */
static slice address(visit *p, const asked *k, enum shape shape, int32_t day)
{
	civil c = civil_of_days(day);
	strbuf b;

	strbuf_over(&b, arena_room(p->a, ADDRESS), ADDRESS);
	strbuf_put(&b, S("/lich?xem="));
	strbuf_put(&b, shapes[shape].word);
	put_field(&b, S("ngay"), page_link(p, "%d-%02d-%02d", c.y, c.mo, c.d));
	put_field(&b, S("lanh-dao"), k->leader);
	put_field(&b, S("phong"), k->room);
	put_field(&b, S("don-vi"), k->agency);
	return strbuf_slice(&b);
}

static void fill_links(visit *p, const asked *k, calendar_view *v)
{
	civil c = civil_of_days(k->first);

	v->shape = shapes[k->shape].word;
	for (size_t i = 0; i < ARRAY_LEN(shapes); i++)
		if (shapes[i].is_tab)
			*VEC_PUSH(p->a, &v->shapes) = (option){address(p, k, (enum shape)i, k->day),
			                                       shapes[i].wording,
			                                       k->shape == (enum shape)i};
	v->before = address(p, k, k->shape,
	                    k->shape == DAILY || k->shape == MONTH ? k->first - 1
	                                                           : k->first - WEEK);
	v->after = address(p, k, k->shape, k->shape == LIST ? k->first + WEEK : k->last + 1);
	v->now = address(p, k, k->shape, (int32_t)(p->r->minute / CMIN_DAY));
	v->print = address(p, k, PRINT, k->day);
	v->hall = address(p, k, HALL, (int32_t)(p->r->minute / CMIN_DAY));
	v->back = address(p, k, WEEKLY, k->day);
	v->day = page_link(p, "%d-%02d-%02d", civil_of_days(k->day).y, civil_of_days(k->day).mo,
	                   civil_of_days(k->day).d);
	if (k->shape == MONTH)
		v->month = page_link(p, "Tháng %d/%d", c.mo, c.y);
	else if (k->first == k->last)
		v->month = page_link(p, "%s, ngày %d/%d/%d",
		                     civil_weekday_name(civil_weekday(k->first)), c.d, c.mo, c.y);
	else
		v->month = page_link(
			p, k->shape == PRINT ? "Từ ngày %.*s đến ngày %.*s" : "%.*s – %.*s",
			(int)page_day(p, k->first).n, page_day(p, k->first).p,
			(int)page_day(p, k->last).n, page_day(p, k->last).p);
}

static slice kind_of(const visit *p, const asked *k, int32_t day)
{
	return day < k->first || day > k->last             ? S("out")
	       : day == (int32_t)(p->r->minute / CMIN_DAY) ? S("today")
	       : calendar_is_working(&p->r->cal, day)      ? S("work")
	                                                   : S("off");
}

static void add_weeks(visit *p, const asked *k, calendar_view *v)
{
	int32_t from = k->first - civil_weekday(k->first);
	int32_t end = k->last + 6 - civil_weekday(k->last);

	for (int32_t day = from; day <= end; day++) {
		if (civil_weekday(day) == 0)
			*VEC_PUSH(p->a, &v->weeks) = (week_row){{0}};
		*VEC_PUSH(p->a, &v->weeks.p[v->weeks.n - 1].days) = (day_cell){
			.number = page_link(p, "%d", civil_of_days(day).d),
			.kind = kind_of(p, k, day),
			.href = address(p, k, DAILY, day),
		};
	}
}

static void add_days(visit *p, const asked *k, calendar_view *v)
{
	for (int32_t day = k->first; day <= k->last; day++)
		*VEC_PUSH(p->a, &v->days) = (day_block){
			.name = slice_c(civil_weekday_name(civil_weekday(day))),
			.date = page_day(p, day),
			.kind = kind_of(p, k, day),
		};
}

static day_cell *cell_of(calendar_view *v, const asked *k, int64_t minute)
{
	int64_t at = minute / CMIN_DAY - (k->first - civil_weekday(k->first));

	if (at < 0 || at >= (int64_t)v->weeks.n * WEEK)
		return NULL;
	return &v->weeks.p[at / WEEK].days.p[at % WEEK];
}

static day_block *block_of(calendar_view *v, const asked *k, int64_t minute)
{
	int64_t at = minute / CMIN_DAY - k->first;

	return at < 0 || at >= (int64_t)v->days.n ? NULL : &v->days.p[at];
}

static rc fill_limits(visit *p, const asked *k, int64_t since, int64_t until, calendar_view *v,
                      err *e)
{
	sql_calendar_limits_rows rows = {0};
	rc code = sql_calendar_limits(
		p->r->d, &p->r->who,
		(sql_calendar_limits_in){.since = since, .until = until, .agency = k->agency_id},
		p->a, &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		day_cell *cell = cell_of(v, k, rows.p[i].due);
		day_block *block = block_of(v, k, rows.p[i].due);
		int64_t late = rows.p[i].due < p->r->minute ? rows.p[i].n : 0;

		if (cell != NULL)
			cell->due += rows.p[i].n, cell->late += late;
		if (block != NULL)
			block->due += rows.p[i].n, block->late += late;
	}
	return code;
}

static void add_choice(visit *p, options *to, slice words, slice chosen)
{
	if (words.n == 0)
		return;
	for (uint32_t i = 0; i < to->n; i++)
		if (slice_eq(to->p[i].value, words))
			return;
	*VEC_PUSH(p->a, to) = (option){words, words, slice_eq(words, chosen)};
}

static bool is_wanted(const asked *k, const sql_meeting_list_row *m)
{
	return (k->leader.n == 0 || slice_eq(k->leader, m->chair)) &&
	       (k->room.n == 0 || slice_eq(k->room, m->place));
}

/* Rows in their days and in the list; filters take away, the choices stay. */
static rc place(visit *p, const asked *k, const sql_meeting_list_rows *rows, calendar_view *v,
                err *e)
{
	sql_meeting_list_rows kept = {0};
	rc code;

	for (uint32_t i = 0; i < rows->n; i++) {
		add_choice(p, &v->leaders, rows->p[i].chair, k->leader);
		add_choice(p, &v->rooms, rows->p[i].place, k->room);
		if (is_wanted(k, &rows->p[i]))
			*VEC_PUSH(p->a, &kept) = rows->p[i];
	}
	code = rows_meetings(p, &kept, &v->list, e);
	if (code != RC_OK)
		return code;
	v->clashes = calendar_mark(p, rows, &kept, &v->list);
	for (uint32_t i = 0; i < kept.n; i++) {
		day_cell *cell = cell_of(v, k, kept.p[i].start_minute);
		day_block *block = block_of(v, k, kept.p[i].start_minute);

		if (cell != NULL)
			*VEC_PUSH(p->a, &cell->meetings) = v->list.p[i];
		if (block != NULL)
			*VEC_PUSH(p->a, &block->meetings) = v->list.p[i];
	}
	for (uint32_t i = 0; i < v->days.n; i++)
		v->days.p[i].shown = k->shape != LIST || v->days.p[i].meetings.n > 0;
	return RC_OK;
}

static rc fill_bodies(visit *p, const asked *k, calendar_view *v, err *e)
{
	sql_agency_bodies_rows all = {0};
	rc code = RC_OK;

	v->filters = p->r->who.all;
	v->agency = k->agency;
	if (v->filters)
		code = sql_agency_bodies(p->r->d, p->a, &all, e);
	for (uint32_t i = 0; code == RC_OK && i < all.n; i++)
		*VEC_PUSH(p->a, &v->bodies) = (option){all.p[i].code, all.p[i].name,
		                                       slice_eq(all.p[i].code, k->agency)};
	return code;
}

static void render(visit *p, const asked *k, const calendar_view *v)
{
	if (k->shape == PRINT)
		view_calendar_print(&p->to->body, v);
	else if (k->shape == HALL)
		view_calendar_hall(&p->to->body, v);
	else
		view_calendar(&p->to->body, v);
}

rc page_calendar(visit *p, err *e)
{
	calendar_view v = {.frame = page_frame(p, S("Lịch công tác"), S("/lich"))};
	sql_meeting_list_rows rows = {0};
	int64_t since, until;
	asked k;
	rc code = read_asked(p, &k, e);

	if (code != RC_OK)
		return code;
	fill_links(p, &k, &v);
	if (k.shape == MONTH)
		add_weeks(p, &k, &v);
	else
		add_days(p, &k, &v);
	since = (int64_t)(k.shape == MONTH ? k.first - civil_weekday(k.first) : k.first) * CMIN_DAY;
	until = (int64_t)(k.shape == MONTH ? k.last + 7 - civil_weekday(k.last) : k.last + 1) *
	                CMIN_DAY -
	        1;
	code = sql_meeting_list(p->r->d, &p->r->who,
	                        (sql_meeting_list_in){.since = since,
	                                              .until = until,
	                                              .agency = k.agency_id,
	                                              .day = k.first,
	                                              .down = DB_NULL,
	                                              .most = MOST},
	                        p->a, &rows, e);
	if (code == RC_OK)
		code = fill_limits(p, &k, since, until, &v, e);
	if (code == RC_OK)
		code = fill_bodies(p, &k, &v, e);
	if (code == RC_OK)
		code = place(p, &k, &rows, &v, e);
	if (code == RC_OK)
		render(p, &k, &v);
	return code;
}
