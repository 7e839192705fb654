/*
 * petitions.c - Kiến nghị của xã, phường: the list, one with its reply and watchers, the answer
 * of its owner, the list as a sheet.
 */
#include "model/roles.h"
#include "register/event_words.h"
#include "register/steps/rounds.h"
#include "views.h"
#include "web/pages/pages.h"
#include "web/pages/rows.h"
#include "web/pages/show_hand.h"
#include "web/pages/sorted.h"

enum { ROWS = 30, SHEET_ROWS = 10000, HISTORY = 50 };

static const struct {
	slice word, wording;
} tabs[] = {{S(""), S("Chưa trả lời")},
            {S("qua-han"), S("Quá hạn")},
            {S("da-tra-loi"), S("Đã trả lời")},
            {S("tat-ca"), S("Tất cả")}};

/* The ways to answer; the first is the usual one. */
static const struct {
	slice word, wording;
} ways[] = {{S("answered_in_writing"), S("Đã trả lời bằng văn bản")},
            {S("answered_orally"), S("Đã giải đáp tại Hội nghị")},
            {S("escalated"), S("Trình UBND tỉnh chỉ đạo")}};

static size_t way_at(slice state)
{
	size_t i = 0;

	while (i < ARRAY_LEN(ways) && !slice_eq(ways[i].word, state))
		i++;
	return i;
}

static slice state_words(slice state)
{
	size_t i = way_at(state);

	return i < ARRAY_LEN(ways) ? ways[i].wording : S("Chưa trả lời");
}

/* The headings; orders[]: of each that sorts, upwards and down. Without any: by their limit. */
static const sort_column headings[] = {
	{S(""), S("Kiến nghị"), false, false},
	{S("don-vi"), S("Đơn vị kiến nghị"), true, false},
	{S("tra-loi"), S("Cơ quan trả lời"), true, false},
	{S("han"), S("Thời hạn"), false, false},
	{S(""), S("Tình trạng"), false, false},
};
static const int orders[ARRAY_LEN(headings) + 1][2] = {
	[1] = {SQL_PETITION_PAGE_BY_PETITIONER, SQL_PETITION_PAGE_BY_PETITIONER_DOWN},
	[2] = {SQL_PETITION_PAGE_BY_OWNER, SQL_PETITION_PAGE_BY_OWNER_DOWN},
	[3] = {SQL_PETITION_PAGE_BY_DUE, SQL_PETITION_PAGE_BY_DUE_DOWN},
	[ARRAY_LEN(headings)] = {SQL_PETITION_PAGE_BY_DUE, SQL_PETITION_PAGE_BY_DUE},
};

/* What is asked for: one of the tabs, of one body that answers or of all, in which order. */
typedef struct asked {
	slice tab, code;
	int64_t owner; /* DB_NULL: all */
	sort_ask order;
} asked;

static rc find(visit *p, const asked *f, int64_t most, int64_t skip, sql_petition_page_rows *ret,
               err *e)
{
	return sql_petition_page(
		p->r->d, &p->r->who,
		(sql_petition_page_in){.open = f->tab.n == 0 ? 1 : DB_NULL,
	                               .answered = slice_eq(f->tab, S("da-tra-loi")) ? 1 : DB_NULL,
	                               .late = slice_eq(f->tab, S("qua-han")) ? p->r->minute
	                                                                      : DB_NULL,
	                               .owner = f->owner,
	                               .most = most,
	                               .skip = skip,
	                               .sort = orders[f->order.by][f->order.down]},
		p->a, ret, e);
}

static rc read_asked(visit *p, asked *ret, err *e)
{
	slice tab = http_query(p->q, S("loc")), name;
	rc code;

	*ret = (asked){.tab = tabs[0].word,
	               .code = slice_trim(http_query(p->q, S("co-quan"))),
	               .order = sorted_read(p, headings, ARRAY_LEN(headings))};
	for (size_t i = 0; i < ARRAY_LEN(tabs); i++)
		if (slice_eq(tabs[i].word, tab))
			ret->tab = tabs[i].word;
	code = page_agency_of(p, ret->code, &ret->owner, &name, e);
	if (ret->owner == DB_NULL)
		ret->code = (slice){0};
	return code;
}

/* The same list, or another tab of it, in this order or none. */
static slice address(visit *p, const char *path, slice tab, const asked *f, slice order)
{
	return page_link(p, "%s?loc=%.*s%s%.*s%s%.*s", path, (int)tab.n, tab.p,
	                 f->code.n > 0 ? "&co-quan=" : "", (int)f->code.n, f->code.p,
	                 order.n > 0 ? "&sap-xep=" : "", (int)order.n, order.p);
}

static petition_row row_of(visit *p, const sql_petition_page_row *x)
{
	bool open = slice_eq(x->state, S("open"));

	return (petition_row){.pub = x->pub,
	                      .words = x->words,
	                      .petitioner = x->petitioner,
	                      .owner = x->owner.n > 0 ? x->owner : S("Chưa rõ cơ quan trả lời"),
	                      .state = state_words(x->state),
	                      .mood = open ? page_mood(p, x->due) : S("done"),
	                      .limit = page_limit(p, x->due),
	                      .left = open ? page_left(p, x->due) : (slice){0},
	                      .reply = x->reply,
	                      .document = x->reply_document,
	                      .number = x->reply_number};
}

static rc fill_tabs(visit *p, const asked *f, options *to, err *e)
{
	sql_petition_counts_row n = {0};
	bool found;
	rc code = sql_petition_counts(p->r->d, &p->r->who,
	                              (sql_petition_counts_in){p->r->minute, f->owner}, p->a, &n,
	                              &found, e);
	const int64_t counts[] = {n.open, n.late, n.answered, n.total};

	for (size_t i = 0; code == RC_OK && i < ARRAY_LEN(tabs); i++)
		*VEC_PUSH(p->a, to) = (option){
			address(p, "/kien-nghi", tabs[i].word, f, sorted_word(p, &f->order)),
			page_counted(p, tabs[i].wording, counts[i]),
			slice_eq(tabs[i].word, f->tab)};
	return code;
}

static rc fill_owners(visit *p, const asked *f, options *to, err *e)
{
	sql_petition_owners_rows rows = {0};
	rc code = sql_petition_owners(p->r->d, &p->r->who, p->a, &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++)
		*VEC_PUSH(p->a, to) = (option){rows.p[i].code, rows.p[i].name,
		                               slice_eq(rows.p[i].code, f->code)};
	return code;
}

rc page_petitions(visit *p, err *e)
{
	int64_t at = page_number(http_query(p->q, S("trang")), 1, TABLES_PAGES);
	petitions_view v = {.frame = page_frame(p, S("Kiến nghị của xã, phường"), S("/kien-nghi")),
	                    .can_edit = page_may(p, RIGHT_EDIT)};
	int64_t most = rows_whole(p) ? ROWS_PAPER : ROWS;
	sql_petition_page_rows rows = {0};
	slice here;
	asked f;
	rc code = read_asked(p, &f, e);

	if (code == RC_OK)
		code = find(p, &f, most + 1, rows_whole(p) ? 0 : (at - 1) * ROWS, &rows, e);
	if (code == RC_OK)
		code = fill_tabs(p, &f, &v.tabs, e);
	if (code == RC_OK)
		code = fill_owners(p, &f, &v.owners, e);
	for (uint32_t i = 0; code == RC_OK && i < rows.n && i < most; i++)
		*VEC_PUSH(p->a, &v.rows) = row_of(p, &rows.p[i]);
	if (code != RC_OK)
		return code;
	v.tab = f.tab;
	v.narrowed = f.code.n > 0;
	v.order = sorted_word(p, &f.order);
	v.sheet = address(p, "/kien-nghi/tai-excel", f.tab, &f, v.order);
	here = address(p, "/kien-nghi", f.tab, &f, S(""));
	sorted_heads(p, &f.order, page_link(p, "%.*s&", (int)here.n, here.p), "", &v.heads);
	here = address(p, "/kien-nghi", f.tab, &f, v.order);
	here = page_link(p, "%.*s&", (int)here.n, here.p);
	v.paper = rows_paper(p, here);
	v.pager = rows_pager(p, here, at, rows.n > ROWS && !rows_whole(p),
	                     page_link(p, "Trang %lld", (long long)at));
	view_petitions(&p->to->body, &v);
	return RC_OK;
}

static const serve_column columns[] = {{S("STT"), 6},
                                       {S("Nội dung kiến nghị"), 48},
                                       {S("Đơn vị kiến nghị"), 25},
                                       {S("Cơ quan trả lời"), 25},
                                       {S("Thời hạn"), 16},
                                       {S("Tình trạng"), 18},
                                       {S("Trả lời"), 27}};

enum { LIMIT = 3 }; /* its column, counted after the number */

rc page_petitions_sheet(visit *p, err *e)
{
	serve_table t = {
		.title = S("Kiến nghị"), .columns = columns, .ncolumns = ARRAY_LEN(columns)};
	sql_petition_page_rows rows = {0};
	asked f;
	rc code = read_asked(p, &f, e);

	if (code == RC_OK)
		code = find(p, &f, SHEET_ROWS, 0, &rows, e);
	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		petition_row x = row_of(p, &rows.p[i]);
		const slice cells[] = {x.words, x.petitioner, x.owner,
		                       x.limit, x.state,      x.reply.n > 0 ? x.reply : x.number};

		*VEC_PUSH(p->a, &t.cells) = (serve_cell){.n = i + 1, .number = true};
		for (size_t k = 0; k < ARRAY_LEN(cells); k++)
			*VEC_PUSH(p->a, &t.cells) = (serve_cell){
				.text = cells[k], .n = rows.p[i].due, .minute = k == LIMIT};
	}
	return code == RC_OK ? page_sheet(p, &t, "kien-nghi", e) : code;
}

/* --- one --- */

static rc load(visit *p, sql_petition_one_row *ret, err *e)
{
	return sql_petition_one(p->r->d, &p->r->who, (sql_petition_one_in){p->args[0]}, p->a, ret,
	                        NULL, e);
}

static rc fill_history(visit *p, int64_t id, petition_view *v, err *e)
{
	sql_event_history_rows rows = {0};
	rc code = sql_event_history(p->r->d, (sql_event_history_in){S("petition"), id, HISTORY},
	                            p->a, &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++)
		*VEC_PUSH(p->a, &v->history) = (history_row){
			.when = page_time(p, rows.p[i].at),
			.who = rows.p[i].name.n > 0 ? rows.p[i].name : S("Quản trị máy chủ"),
			.what = event_wording(rows.p[i].verb)};
	return code;
}

static rc fill_watchers(visit *p, int64_t id, petition_view *v, err *e)
{
	sql_petition_watchers_rows rows = {0};
	rc code = sql_petition_watchers(p->r->d, &p->r->who, (sql_petition_watchers_in){id}, p->a,
	                                &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++)
		*VEC_PUSH(p->a, &v->watchers) = (option){rows.p[i].code, rows.p[i].name, false};
	return code;
}

rc page_petition(visit *p, err *e)
{
	petition_view v = {.frame = page_frame(p, S("Kiến nghị"), S("/kien-nghi"))};
	sql_petition_one_row x;
	rc code = load(p, &x, e);
	bool open;

	if (code != RC_OK)
		return code;
	open = slice_eq(x.state, S("open"));
	v.pub = x.pub;
	v.words = x.words;
	v.petitioner = x.petitioner;
	v.owner = x.owner.n > 0 ? x.owner : S("Chưa rõ cơ quan trả lời");
	v.state = state_words(x.state);
	v.limit = page_limit(p, x.due);
	v.left = open ? page_left(p, x.due) : (slice){0};
	v.mood = open ? page_mood(p, x.due) : S("done");
	v.reply = x.reply;
	v.document = x.reply_document;
	v.number = x.reply_number;
	v.source = x.document;
	v.source_number = x.number;
	v.entered = page_time(p, x.entered_at);
	v.answered = !open;
	v.can_edit = page_may(p, RIGHT_EDIT);
	v.can_reply = page_may(p, RIGHT_REPLY) && x.owner_id == p->r->who.agency;
	for (size_t i = 0; i < ARRAY_LEN(ways); i++)
		*VEC_PUSH(p->a, &v.ways) = (option){ways[i].word, ways[i].wording,
		                                    i == (open ? 0 : way_at(x.state))};
	code = fill_watchers(p, x.id, &v, e);
	if (code == RC_OK && p->r->who.all)
		code = fill_history(p, x.id, &v, e);
	if (code == RC_OK)
		view_petition(&p->to->body, &v);
	return code;
}

static rc reply(db *d, void *ctx, err *e)
{
	visit *p = ctx;
	slice state = http_form(p->q, S("state"));
	sql_petition_one_row x;
	int64_t document = 0;
	rc code = load(p, &x, e);

	(void)d;
	if (code == RC_OK && way_at(state) == ARRAY_LEN(ways))
		code = err_set(e, RC_INPUT, MSG_CHOICE_UNKNOWN, "state");
	return code == RC_OK
	               ? petition_reply(p->r, x.id, state, http_form(p->q, S("words")), document, e)
	               : code;
}

rc page_petition_reply(visit *p, err *e)
{
	rc code = db_write(p->r->d, reply, p, e);

	if (code == RC_OK)
		page_done(p, page_link(p, "/kien-nghi/%.*s", (int)p->args[0].n, p->args[0].p),
		          "replied");
	return code;
}
