/*
 * rows.c - the same row looks the same on every page.
 */
#include "web/pages/rows.h"

#include "model/roles.h"
#include "register/event_words.h"
#include "register/links/replies.h"
#include "web/pages/meeting_twice.h"

enum { LEADS_SHOWN = 3 };

typedef struct wording {
	slice word, words;
} wording;

static slice wording_of(const wording *list, size_t n, slice word)
{
	for (size_t i = 0; i < n; i++)
		if (slice_eq(list[i].word, word))
			return list[i].words;
	return (slice){0};
}

slice rows_status(slice status)
{
	static const wording list[] = {
		{S("postponed"), S("Hoãn")},
		{S("cancelled"), S("Không tổ chức")},
		{S("held"), S("Đã họp")},
	};

	return wording_of(list, ARRAY_LEN(list), status);
}

slice rows_purpose(slice purpose)
{
	static const wording list[] = {
		{S("invitation"), S("Giấy mời")},
		{S("programme"), S("Chương trình công tác")},
		{S("conclusion"), S("Thông báo kết luận")},
		{S("urging"), S("Công văn đôn đốc")},
		{S("assignment"), S("Văn bản giao việc")},
		{S("reply"), S("Văn bản trả lời")},
		{S("report"), S("Báo cáo")},
		{S("information"), S("Văn bản thông tin")},
		{S("other"), S("Văn bản khác")},
	};

	return wording_of(list, ARRAY_LEN(list), purpose);
}

slice rows_asked(slice kind)
{
	static const wording list[] = {
		{S("extend"), S("Đề nghị gia hạn")},
		{S("transfer"), S("Đề nghị chuyển đơn vị khác")},
	};

	return wording_of(list, ARRAY_LEN(list), kind);
}

/* A JSON string of our own writing, without escapes but \" \\ \n. */
slice rows_note(visit *p, slice verb, slice detail)
{
	/* Why a step was taken is part of the state that it led to. */
	static const char *const keys[] = {"\"note\":\"", "\"words\":\"", "\"reason\":\""};
	const char *at = NULL, *after = slice_find(detail, S("\"after\":"));
	strbuf b;

	if (after != NULL)
		detail = (slice){after, detail.n - (size_t)(after - detail.p)};
	for (size_t i = 0; at == NULL && i < ARRAY_LEN(keys); i++) {
		slice key = slice_c(keys[i]);

		at = slice_find(detail, key);
		at = at != NULL ? at + key.n : NULL;
	}
	if (at == NULL)
		return (slice){0};
	strbuf_init(&b, NULL, detail.n);
	for (const char *end = detail.p + detail.n; at < end && *at != '"'; at++) {
		if (*at == '\\' && at + 1 < end)
			at++;
		strbuf_putc(&b, at[-1] == '\\' && *at == 'n' ? '\n' : *at);
	}
	detail = arena_copy(p->a, strbuf_slice(&b));
	strbuf_done(&b);
	return slice_eq(verb, S("undo")) ? event_wording(detail) : detail;
}

/* "Sở Tài chính; Sở Nội vụ; … và 62 đơn vị khác" */
rc rows_leads(visit *p, int64_t duty, slice *ret, err *e)
{
	sql_party_list_rows rows = {0};
	strbuf b;
	rc code = sql_party_list(p->r->d, (sql_party_list_in){duty, S("lead")}, p->a, &rows, e);

	strbuf_init(&b, NULL, 4096);
	for (uint32_t i = 0; code == RC_OK && i < rows.n && i < LEADS_SHOWN; i++) {
		const sql_party_list_row *o = &rows.p[i];

		if (i > 0)
			strbuf_put(&b, S("; "));
		strbuf_put(&b, o->name.n > 0         ? o->name
		               : o->group_name.n > 0 ? o->group_name
		                                     : o->words);
	}
	*ret = arena_copy(p->a, strbuf_slice(&b));
	strbuf_done(&b);
	if (rows.n > LEADS_SHOWN)
		*ret = page_link(p, "%.*s và %u đơn vị khác", (int)ret->n, ret->p,
		                 rows.n - LEADS_SHOWN);
	return code;
}

void rows_duties(visit *p, const sql_duty_table_rows *from, duty_rows *to)
{
	for (uint32_t i = 0; i < from->n; i++) {
		const sql_duty_table_row *o = &from->p[i];
		slice none = o->vague.n > 0 ? S("Yêu cầu sớm, chưa nêu ngày")
		                            : S("Không có thời hạn");
		duty_row row = {.pub = o->pub,
		                .duty = o->duty,
		                .agency = o->agency,
		                .agency_name = o->agency_name,
		                .action = o->action,
		                .document = o->document,
		                .number = rows_number(o->document, o->number),
		                .limit = o->due == DB_NULL ? none : page_limit(p, o->due),
		                .words = o->words,
		                .work = o->work,
		                .work_word = work_wording(o->work),
		                .asked = rows_asked(o->asked)};

		if (o->open) {
			row.left = page_left(p, o->due);
			row.mood = page_mood(p, o->due);
		} else if (slice_eq(o->work, S("confirmed"))) {
			row.left = o->in_time ? S("đúng hạn") : S("quá hạn");
			row.mood = o->in_time ? S("done") : S("donelate");
		}
		*VEC_PUSH(p->a, to) = row;
	}
}

slice rows_number(slice document, slice number)
{
	return document.n > 0 ? rows_numbered(number) : S("Ý kiến chỉ đạo");
}

slice rows_numbered(slice number)
{
	return number.n > 0 ? number : number.p != NULL ? S("Chưa ghi số") : S("Không thấy số");
}

slice rows_no_limit(slice vague)
{
	return vague.n > 0 ? vague : S("Không có thời hạn");
}

rc rows_find(visit *p, const duty_ask *ask, duty_rows *to, duty_page *ret, err *e)
{
	rc code = tables_duties(p->r, ask, p->a, ret, e);

	if (code == RC_OK)
		rows_duties(p, &ret->rows, to);
	return code;
}

slice rows_mode(slice mode)
{
	static const wording list[] = {
		{S("on-site"), S("Trực tiếp")},
		{S("online"), S("Trực tuyến")},
		{S("hybrid"), S("Trực tiếp và trực tuyến")},
	};

	return wording_of(list, ARRAY_LEN(list), mode);
}

static bool has_hour(slice starts)
{
	return starts.n > 0 && memchr(starts.p, 'T', starts.n) != NULL;
}

slice rows_short_name(slice name)
{
	static const slice heads[] = {S("Ủy ban nhân dân "), S("UBND ")};

	for (size_t i = 0; i < ARRAY_LEN(heads); i++)
		if (slice_starts(name, heads[i]))
			return (slice){name.p + heads[i].n, name.n - heads[i].n};
	return name;
}

/* "61/65 xã, phường · 15/19 sở, ngành đã trả lời" */
static slice sums_words(visit *p, const reply_sums *x)
{
	slice communes = {0}, agencies = {0};

	if (x->communes > 0)
		communes = page_link(p, "%lld/%lld xã, phường", (long long)x->communes_in,
		                     (long long)x->communes);
	if (x->agencies > 0)
		agencies = page_link(p, "%lld/%lld sở, ngành", (long long)x->agencies_in,
		                     (long long)x->agencies);
	return page_link(p, "%.*s%s%.*s đã trả lời", (int)communes.n, communes.p,
	                 communes.n > 0 && agencies.n > 0 ? " · " : "", (int)agencies.n,
	                 agencies.p);
}

/* Who sees all, how many have answered; a body, what it answered itself, or that it should. */
static rc answers_of(visit *p, const sql_meeting_list_row *m, meeting_row *to, err *e)
{
	bool ahead = m->start_minute != DB_NULL &&
	             m->start_minute / CMIN_DAY >= p->r->minute / CMIN_DAY &&
	             slice_eq(m->status, S("called"));
	sql_reply_list_rows own = {0};
	reply_sums sums = {0};
	rc code = RC_OK;

	if (p->r->who.all) {
		if (m->answers > 0)
			code = replies_sum(p->r, m->id, p->a, &sums, e);
		if (sums.communes + sums.agencies > 0)
			to->answered = sums_words(p, &sums);
		return code;
	}
	if (!ahead || !page_may(p, RIGHT_ANSWER))
		return RC_OK;
	code = sql_reply_list(p->r->d, &p->r->who, (sql_reply_list_in){m->id}, p->a, &own, e);
	if (own.n > 0)
		to->answered = page_link(p, "Đã trả lời: %.*s",
		                         (int)reply_wording(own.p[0].answer).n,
		                         reply_wording(own.p[0].answer).p);
	to->asks = own.n == 0;
	return code;
}

rc rows_meetings(visit *p, const sql_meeting_list_rows *from, meeting_rows *to, err *e)
{
	rc code = RC_OK;

	for (uint32_t i = 0; code == RC_OK && i < from->n; i++) {
		const sql_meeting_list_row *m = &from->p[i];

		*VEC_PUSH(p->a, to) = (meeting_row){
			.pub = m->pub,
			.title = m->title.n > 0 ? m->title : S("Cuộc họp"),
			.when = page_begin(p, m->starts, m->start_minute),
			.clock = has_hour(m->starts) ? page_clock(p, m->start_minute) : (slice){0},
			.weekday = slice_c(civil_weekday_name(
				civil_weekday((int32_t)(m->start_minute / CMIN_DAY)))),
			.day = page_day(p, m->start_minute / CMIN_DAY),
			.place = m->place,
			.chair = m->chair,
			.status = m->status,
			.status_word = rows_status(m->status),
			.number = m->number,
			.mode = rows_mode(m->mode),
			.waits = slice_eq(m->state, S("proposed")),
		};
		code = answers_of(p, m, &to->p[to->n - 1], e);
	}
	return code == RC_OK ? meeting_mark_twice(p, from, to, e) : code;
}

/* How dark a tile is: by what is late of what is open. */
static slice shade_of(int64_t late, int64_t open)
{
	static const slice shades[] = {S("t0"), S("t1"), S("t2"), S("t3"), S("t4")};

	if (open + late == 0)
		return S("empty");
	return late == 0 ? shades[0] : shades[1 + (late * 4 - 1) / (open + late)];
}

static agency_row board_row(const sql_agency_board_row *b)
{
	int64_t in_time = b->open_all - b->open_late;

	return (agency_row){
		.code = b->code,
		.name = b->name,
		.done_in_time = b->done_in_time,
		.done_late = b->done_late,
		.open_in_time = in_time,
		.open_late = b->open_late,
		.undated = b->undated,
		.total = b->done_in_time + b->done_late + b->open_all + b->undated,
		.bar = page_bar(b->done_in_time, b->done_late, in_time, b->open_late),
		.shade = shade_of(b->open_late, in_time + b->undated),
	};
}

static district *district_of(visit *p, districts *to, slice name)
{
	for (uint32_t i = 0; i < to->n; i++)
		if (slice_eq(to->p[i].name, name))
			return &to->p[i];
	*VEC_PUSH(p->a, to) = (district){.name = name};
	return &to->p[to->n - 1];
}

static void add_commune(visit *p, const sql_agency_board_row *b, districts *to)
{
	district *d = district_of(p, to, b->district.n > 0 ? b->district : S("Khác"));
	agency_row row = board_row(b);

	row.name = rows_short_name(row.name);
	*VEC_PUSH(p->a, &d->communes) = row;
}

rc rows_board(visit *p, bool all, agency_rows *to, districts *to_communes, err *e)
{
	sql_agency_board_rows rows = {0};
	rc code = sql_agency_board(p->r->d, &p->r->who, (sql_agency_board_in){p->r->minute}, p->a,
	                           &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		agency_row row = board_row(&rows.p[i]);

		if (slice_eq(rows.p[i].class, S("commune")))
			add_commune(p, &rows.p[i], to_communes);
		else if (all || row.total > 0)
			*VEC_PUSH(p->a, to) = row;
	}
	return code;
}

bool rows_whole(visit *p)
{
	return http_query(p->q, S("in")).n > 0;
}

paper_way rows_paper(visit *p, slice path)
{
	return rows_whole(p) ? (paper_way){.back = {path.p, path.n - 1}}
	                     : (paper_way){.open = page_link(p, "%.*sin=1", (int)path.n, path.p)};
}

slice rows_counted(visit *p, int64_t n, const char *what)
{
	bool most = n >= TABLES_COUNTED;
	slice count = page_count(p, most ? TABLES_COUNTED : n, what);

	return most ? page_link(p, "từ %.*s trở lên", (int)count.n, count.p) : count;
}

slice rows_place(visit *p, int64_t at, int64_t total, int64_t each)
{
	if (total >= TABLES_COUNTED)
		return page_link(p, "Trang %lld", (long long)at);
	return page_link(p, "Trang %lld/%lld", (long long)at,
	                 (long long)((total + each - 1) / each));
}

pager rows_pager(visit *p, slice path, int64_t at, bool more, slice words)
{
	pager x = {.words = words};

	if (at > 1)
		x.before = page_link(p, "%.*strang=%lld", (int)path.n, path.p, (long long)at - 1);
	if (more && at < TABLES_PAGES)
		x.after = page_link(p, "%.*strang=%lld", (int)path.n, path.p, (long long)at + 1);
	return x;
}
