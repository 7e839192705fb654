/*
 * test_scope_matrix.c - every statement that reads with a viewer, against every role, on both
 * databases: the Office; the body that has the duty (OWN); one that watches it; the compiler
 * of a round; one that was only sent the document; a stranger.
 *
 * scope_matrix.def says for each of the six whether it gets anything ("+") or nothing ("-").
 * A row that holds nothing but noughts and blanks is nothing. A new statement without a line
 * fails, and so does one that shows the Office nothing: then the test says nothing of it.
 */
#include "office.h"

#include "register/entry/findings.h"
#include "register/hand/hand.h"
#include "register/hand/sheet_in.h"
#include "register/links/links.h"
#include "register/links/replies.h"
#include "register/people/people.h"
#include "register/steps/rounds.h"

enum role { OFFICE, OWN, WATCHER, COMPILER, SENT, STRANGER, ROLES };
static const char *const bodies[ROLES] = {NULL, "SNV", "STC", "SXD", "STP", "SNGV"};

static const char paper[] =
	"UBND TỈNH LẠNG SƠN\nSố: 210/TB-UBND\nLạng Sơn, ngày 20 tháng 4 năm 2026\n\nTHÔNG BÁO\n\n"
	"Kết luận tại cuộc họp giao ban\n\n"
	"Ngày 17 tháng 4 năm 2026, Chủ tịch UBND tỉnh đã chủ trì cuộc họp. Tham dự có lãnh đạo Sở Y tế."
	"\n\nThực hiện Công văn số 310/UBND-KTCN ngày 01/3/2026 của UBND tỉnh:"
	"\n\n1. Giao Sở Nội vụ chủ trì, phối hợp với Sở Y tế báo cáo UBND tỉnh chậm nhất ngày "
	"27/5/2026, đồng gửi Sở Tài chính theo dõi.\n\n"
	"2. Yêu cầu UBND các xã, phường đề xuất nhu cầu, gửi Sở Xây dựng chậm nhất ngày 25/5/2026 để "
	"tổng hợp.\n\nNơi nhận:\n- Sở Tư pháp;\n- Lưu: VT, TH.\n";
static const char waiting[] =
	"UBND TỈNH LẠNG SƠN\nSố: 211/TB-UBND\nLạng Sơn, ngày 20 tháng 4 năm 2026\n\nTHÔNG BÁO\n\n"
	"Kết luận tại cuộc họp khác\n\nNgày 17 tháng 4 năm 2026, Chủ tịch UBND tỉnh đã chủ trì cuộc họp.\n\n"
	"1. Giao Sở Nội vụ báo cáo chậm nhất ngày 28/5/2026.\n";

static const struct {
	const char *name, *marks;
} expected[] = {
#define SCOPE(name, marks) {#name, marks},
#include "scope_matrix.def"
#undef SCOPE
};

/* --- an office with something of everything --- */

typedef struct written {
	enum hand noun;
	const char *lines;
	int64_t id;
} written;

static rc write_work(office *o, void *ctx, err *e)
{
	written *x = ctx;
	slice rest = slice_c(x->lines), line, name;
	hand_fields f = {0};

	while (slice_next(&rest, '\n', &line) && slice_cut(&line, '=', &name))
		hand_put(&o->a, &f, name, line);
	return hand_add(&o->r, x->noun, &f, &x->id, e);
}

static int64_t written_row(office *o, enum hand noun, const char *lines)
{
	written x = {noun, lines, 0};

	if (office_do(o, write_work, &x) != MSG_NONE)
		(void)printf("# %s: %s\n", msg_code(o->e.id), o->e.detail);
	assert_int_equal(o->e.rc, RC_OK);
	return x.id;
}

static char hash[HASH_HEX + 1]; /* of the document that waits */

static rc enter_waiting(office *o, void *ctx, err *e)
{
	slice text = slice_c(ctx);
	reading *r = arena_new(&o->a, reading);
	entry in = {.r = r,
	            .name = S("w.txt"),
	            .original = text,
	            .bytes = (int64_t)text.n,
	            .json = S("{}"),
	            .reader = S("test"),
	            .data = S("-"),
	            .direction = S("in")};
	entered got;
	rc code = reading_run(&office_reader, text, &o->a, r, e);

	hash_sha256(&text, 1, hash);
	in.sha256 = slice_c(hash);
	return code == RC_OK ? document_enter(&o->r, &in, &got, e) : code;
}

/* A reply to a petition; a meeting that may be the one by hand. */
static rc put_links(office *o, int64_t asked, err *e)
{
	int64_t changed;
	rc code = sql_link_put(o->r.d,
	                       (sql_link_put_in){S("reply"), S("document"), 1, S("petition"), asked,
	                                         60, S("owner"), o->r.now},
	                       &changed, e);

	return code == RC_OK
	               ? sql_link_put(o->r.d,
	                              (sql_link_put_in){S("same-meeting"), S("meeting"), 1,
	                                                S("meeting"), 3, 60, S("day"), o->r.now},
	                              &changed, e)
	               : code;
}

static rc rest_work(office *o, void *ctx, err *e)
{
	const int64_t *reply_to = ctx;
	request_in late = {.reason = S("chờ"),
	                   .new_last = (int64_t)civil_days(2026, 6, 30) * CMIN_DAY};
	step_in done = {.note = S("đã xong")};
	reply_in reply = {.meeting = 1, .agency = office_body(o, "SYT"), .answer = S("attending")};
	duty_new standing = {
		.duty = {.action = S("tuyên truyền"), .lead = S("UBNDXA"), .last = DB_NULL},
		.document = 1,
		.as = DISPOSAL_STANDING};
	const finding checked = {.rule = S("x"),
	                         .severity = S("info"),
	                         .message = S("Lưu ý"),
	                         .quote = S(""),
	                         .at = DB_NULL,
	                         .len = DB_NULL};
	int64_t changed, made;
	rc code = put_links(o, *reply_to, e);

	if (code == RC_OK)
		code = sql_dependency_put(o->r.d, (sql_dependency_put_in){1, 2}, &changed, e);
	if (code == RC_OK)
		code = sql_meeting_conclusion_set(o->r.d, (sql_meeting_conclusion_set_in){1, 1},
		                                  &changed, e);
	if (code == RC_OK)
		code = sql_hand_item_set(o->r.d,
		                         (sql_hand_item_set_in){.id = 1,
		                                                .words = S("Họp"),
		                                                .agency = DB_NULL,
		                                                .day = DB_NULL,
		                                                .meeting = 1},
		                         &changed, e);
	if (code == RC_OK)
		code = sheet_import_begin(&o->r, S("a.csv"), S("lannhap"), &made, e);
	if (code == RC_OK)
		code = sql_sheet_row_put(o->r.d,
		                         (sql_sheet_row_put_in){S("k"), S("assignment"), 1,
		                                                o->r.now, made, (slice){0},
		                                                S("alike")},
		                         &changed, e);
	if (code == RC_OK)
		code = request_extension(&o->r, 1, &late, e);
	if (code == RC_OK)
		code = step_take(&o->r, 2, STEP_REPORT_DONE, &done, e);
	if (code == RC_OK)
		code = step_take(&o->r, 2, STEP_CONFIRM, &done, e);
	if (code == RC_OK)
		code = reply_give(&o->r, &reply, e);
	if (code == RC_OK)
		code = propose_new(&o->r, &standing, &made, e);
	if (code == RC_OK)
		code = findings_put(&o->r, 1, &checked, 1, e);
	if (code == RC_OK)
		code = round_close(&o->r, 1, true, e);
	if (code == RC_OK)
		code = round_close(&o->r, 1, false, e);
	return code;
}

static void fill(office *o)
{
	char *text = arena_alloc(&o->a, sizeof paper), *other = arena_alloc(&o->a, sizeof waiting);
	person_new someone = {S("thu"),          S("Người Thử"), S("reader"),
	                      S("mat-khau-thu"), DB_NULL,        false};
	int64_t asked;

	memcpy(text, paper, sizeof paper);
	memcpy(other, waiting, sizeof waiting);
	assert_int_equal(office_do(o, office_enter_work, text), MSG_NONE);
	assert_int_equal(office_do(o, enter_waiting, other), MSG_NONE);
	asked = written_row(o, HAND_PETITION, "words=đề nghị\nowner=SNV\nwatcher=STC");
	(void)written_row(o, HAND_PERIODIC, "title=Báo cáo\nagency=SNV\nrule=R:monthly:15");
	(void)written_row(o, HAND_PERSON, "name=Nguyễn Văn Thử\npost=Giám đốc | SNV");
	(void)written_row(o, HAND_DOCUMENT,
	                  "title=Thông báo\nstatus=issued\nseries=TB-VP\naddressees=SNV,STP");
	(void)written_row(
		o, HAND_MEETING,
		"title=Họp\nstarts=20/4/2026 8:00\nguest=| SNV\npart=Khai mạc\npaper=Báo cáo "
		"| SNV | 19/4/2026");
	(void)written_row(o, HAND_PROGRAMME, "month=4/2026\nitem=Họp | | SNV | 20/4/2026");
	if (office_do(o, rest_work, &asked) != MSG_NONE)
		(void)printf("# %s: %s\n", msg_code(o->e.id), o->e.detail);
	assert_int_equal(o->e.rc, RC_OK);
	assert_int_equal(people_add(&o->r, &someone, &o->e), RC_OK);
}

/* --- parameters by their names --- */

/* Where the first row of its kind shows nothing. Meeting 3 is the one by hand. */
static const struct {
	const char *statement;
	slice name;
	int64_t value;
	const char *body;
} others[] = {
	{"evidence_list", S("obligation"), 2, NULL},
	{"meeting_papers", S("meeting"), 3, NULL},
	{"meeting_parts", S("meeting"), 3, NULL},
	{"round_mine", S("agency"), 0, "XA-05977"},
	{"due_named", S("agency"), 0, "SYT"},
	{"due_grouped", S("agency"), 0, "XA-05977"},
	{"duty_change_page", S("until"), INT64_MAX, NULL},
};

static slice pub_of(office *o, slice noun, int64_t id)
{
	sql_hand_key_row row = {0};
	bool found;

	assert_int_equal(
		sql_hand_key(o->r.d, (sql_hand_key_in){noun, id}, &o->a, &row, &found, &o->e),
		RC_OK);
	return row.key;
}

static int64_t communes_of(office *o)
{
	int64_t id = 0;
	bool all;

	assert_int_equal(bodies_group(&o->r, S("UBNDXA"), &id, &all, &o->e), RC_OK);
	return id;
}

static int64_t number_for(office *o, const db_stmt *s, slice name)
{
	const struct {
		slice name;
		int64_t value;
	} known[] = {
		{S("most"), 100},
		{S("span"), 100},
		{S("skip"), 0},
		{S("least"), 0},
		{S("after"), 0},
		{S("since"), 0},
		{S("open"), 1},
		{S("until"), (int64_t)CMIN_DAY * 40000},
		{S("below"), INT64_MAX},
		{S("before"), INT64_MAX},
		{S("now"), o->r.minute},
		{S("day"), o->r.minute / CMIN_DAY},
		{S("agency"), office_body(o, "SNV")},
	};

	if (slice_eq(name, S("group_id")))
		return communes_of(o);
	for (size_t i = 0; i < ARRAY_LEN(others); i++)
		if (strcmp(others[i].statement, s->name) == 0 && slice_eq(others[i].name, name))
			return others[i].body != NULL ? office_body(o, others[i].body)
			                              : others[i].value;
	for (size_t i = 0; i < ARRAY_LEN(known); i++)
		if (slice_eq(known[i].name, name))
			return known[i].value;
	return 1; /* a row: the first of its kind */
}

static slice text_for(office *o, const db_stmt *s, slice name)
{
	static const struct {
		const char *start;
		const char *noun;
	} pubs[] = {{"document", "document"}, {"reading", "document"},
	            {"meeting", "meeting"},   {"petition", "petition"},
	            {"round", "collection"},  {"collection", "collection"}};
	slice of = slice_c(s->name);
	sql_list_assignments_rows duties = {0};
	sql_list_obligations_rows mine = {0};
	viewer all = viewer_operator();

	if (slice_eq(name, S("query")))
		return S("\"giao\"");
	if (slice_eq(name, S("noun")))
		return S("document");
	if (slice_eq(name, S("sha256")))
		return slice_c(hash);
	if (slice_eq(name, S("ids")))
		return S("1");
	if (slice_eq(name, S("disposal")))
		return S("track");
	if (slice_eq(name, S("role")))
		return strcmp(s->name, "due_named") == 0 ? S("with") : S("lead");
	if (slice_eq(name, S("key")))
		return S("210/tb-ubnd");
	if (slice_eq(name, S("class")))
		return S("commune");
	if (slice_eq(name, S("bucket")))
		return S("open_all");
	if (!slice_eq(name, S("pub")))
		return S("");
	if (slice_starts(of, S("sheet_import")))
		return S("lannhap");
	if (slice_starts(of, S("api_")))
		of = (slice){of.p + 4, of.n - 4};
	for (size_t i = 0; i < ARRAY_LEN(pubs); i++)
		if (slice_starts(of, slice_c(pubs[i].start)))
			return pub_of(o, slice_c(pubs[i].noun), 1);
	assert_int_equal(sql_list_assignments(o->r.d, &all,
	                                      (sql_list_assignments_in){
						      .agency = DB_NULL, .document = 1, .most = 1},
	                                      &o->a, &duties, &o->e),
	                 RC_OK);
	assert_int_equal(sql_list_obligations(
				 o->r.d, &all,
				 (sql_list_obligations_in){
					 .agency = office_body(o, "SNV"), .document = 1, .most = 1},
				 &o->a, &mine, &o->e),
	                 RC_OK);
	assert_true(duties.n == 1 && mine.n == 1);
	return slice_starts(of, S("assignment")) ? duties.p[0].pub : mine.p[0].pub;
}

/* What must be given is; what may be left out is. */
static void *parameters(office *o, const db_stmt *s)
{
	char *in = arena_alloc(&o->a, 1024);

	for (uint32_t i = 0; i < s->nin; i++) {
		const db_field *f = &s->in[i];
		void *at = in + f->at;

		if (f->at == DB_VIEWER_ALL || f->at == DB_VIEWER_AGENCY)
			continue;
		assert_true(f->at + sizeof(slice) <= 1024);
		if (f->type == DB_BOOL)
			*(bool *)at = false;
		else if (f->type == DB_I64)
			*(int64_t *)at = f->null ? DB_NULL : number_for(o, s, slice_c(f->name));
		else if (!f->null)
			*(slice *)at = text_for(o, s, slice_c(f->name));
	}
	return in;
}

/* --- asking --- */

typedef struct asking {
	const db_stmt *s;
	int64_t n;
} asking;

static rc count_row(void *ctx, const void *row, err *e)
{
	asking *x = ctx;
	bool any = false;

	(void)e;
	for (uint32_t i = 0; i < x->s->nout; i++) {
		const db_field *f = &x->s->out[i];
		const void *at = (const char *)row + f->at;

		if (f->type == DB_BOOL)
			any |= *(const bool *)at;
		else if (f->type == DB_I64)
			any |= *(const int64_t *)at != 0 && *(const int64_t *)at != DB_NULL;
		else
			any |= ((const slice *)at)->n > 0;
	}
	x->n += any;
	return RC_OK;
}

static bool is_scoped_read(const db_stmt *s)
{
	for (uint32_t i = 0; i < s->nin; i++)
		if (s->in[i].at == DB_VIEWER_ALL)
			return s->nout > 0;
	return false;
}

static void marks_of(office *o, const db_stmt *s, char marks[ROLES + 1])
{
	for (int role = 0; role < ROLES; role++) {
		asking x = {s, 0};

		office_as(o, bodies[role]);
		if (db_each(o->r.d, s, &o->r.who, parameters(o, s), count_row, &x, &o->e) != RC_OK)
			(void)printf("# %s: %s\n", s->name, o->e.detail);
		assert_int_equal(o->e.rc, RC_OK);
		marks[role] = x.n > 0 ? '+' : '-';
	}
	marks[ROLES] = 0;
	office_as(o, NULL);
}

static const char *expected_of(const char *name)
{
	for (size_t i = 0; i < ARRAY_LEN(expected); i++)
		if (strcmp(expected[i].name, name) == 0)
			return expected[i].marks;
	return NULL;
}

static void every_read_against_every_role(void **st)
{
	char marks[ROLES + 1];
	int wrong = 0;
	office o;

	office_begin(&o, st, "2026-04-21");
	fill(&o);
	for (size_t i = 0; i < SQL_STATEMENTS; i++) {
		const db_stmt *s = sql_statements[i];
		const char *want = expected_of(s->name);

		if (!is_scoped_read(s))
			continue;
		marks_of(&o, s, marks);
		if (want != NULL && strcmp(want, marks) == 0)
			continue;
		(void)printf("# SCOPE(%s, \"%s\") want %s\n", s->name, marks, want ? want : "?");
		wrong++;
	}
	assert_int_equal(wrong, 0);
	office_end(&o);
}

/* Whatever the table says: nobody sees what the Office does not, a stranger nothing at all. */
static void a_stranger_sees_nothing(void **st)
{
	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(expected); i++) {
		if (expected[i].marks[STRANGER] != '-' || expected[i].marks[OFFICE] != '+')
			(void)printf("# %s\n", expected[i].name);
		assert_int_equal(expected[i].marks[STRANGER], '-');
		assert_int_equal(expected[i].marks[OFFICE], '+');
	}
}

int main(void)
{
	static const both_test tests[] = {
		BOTH(every_read_against_every_role),
		ON_SQLITE(a_stranger_sees_nothing),
	};

	if (office_open_tables() != 0)
		return 1;
	return both_run("scope_matrix", tests, ARRAY_LEN(tests));
}
