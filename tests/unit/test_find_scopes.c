/*
 * test_find_scopes.c - the statements of links, search, exports and agencies against every
 * role: the Office, the body that has the duty, one that watches, one that was only sent the
 * document, one that has nothing to do with it.
 */
#include "office.h"

#include "register/hand/sheet_in.h"
#include "register/links/links.h"
#include "register/search/search.h"

static const char paper[] =
	"UBND TỈNH LẠNG SƠN\nSố: 210/TB-UBND\nLạng Sơn, ngày 20 tháng 4 năm 2026\n\nTHÔNG BÁO\n\n"
	"Kết luận tại cuộc họp giao ban\n\n"
	"Ngày 17 tháng 4 năm 2026, Chủ tịch UBND tỉnh đã chủ trì cuộc họp. Tham dự có lãnh đạo Sở Y tế."
	"\n\n1. Giao Sở Nội vụ báo cáo UBND tỉnh chậm nhất ngày 27/5/2026, đồng gửi Sở Tài chính "
	"theo dõi.\n\n"
	"2. Yêu cầu UBND các xã, phường đề xuất nhu cầu, gửi Sở Xây dựng chậm nhất ngày 25/5/2026 để "
	"tổng hợp.\n\nNơi nhận:\n- Sở Tư pháp;\n- Lưu: VT, TH.\n";

enum role { OFFICE, OWN, WATCHER, COMPILER, SENT, STRANGER, ROLES };
static const char *const bodies[ROLES] = {NULL, "SNV", "STC", "SXD", "STP", "SNGV"};

/* How many rows each role gets: at least one (+), none (0), or exactly so many. */
typedef int64_t count_rows(office *o);

static int64_t export_rows(office *o, const db_stmt *s);

static rc count_one(void *ctx, const void *row, err *e)
{
	(void)row;
	(void)e;
	++*(int64_t *)ctx;
	return RC_OK;
}

static int64_t export_rows(office *o, const db_stmt *s)
{
	const int64_t none[3] = {DB_NULL, DB_NULL, DB_NULL};
	int64_t n = 0;

	if (db_each(o->r.d, s, &o->r.who, none, count_one, &n, &o->e) != RC_OK)
		(void)printf("# %s\n", o->e.detail);
	assert_int_equal(o->e.rc, RC_OK);
	return n;
}

static int64_t duties(office *o)
{
	return export_rows(o, &sql_export_duties_stmt);
}

static int64_t whole_duties(office *o)
{
	return export_rows(o, &sql_export_assignments_stmt);
}

static int64_t followup(office *o)
{
	return export_rows(o, &sql_export_followup_stmt);
}

static int64_t documents(office *o)
{
	return export_rows(o, &sql_export_documents_stmt);
}

static int64_t meetings(office *o)
{
	return export_rows(o, &sql_export_meetings_stmt);
}

static int64_t collections(office *o)
{
	return export_rows(o, &sql_export_collections_stmt);
}

static int64_t rounds(office *o)
{
	return export_rows(o, &sql_export_round_stmt);
}

static int64_t petitions(office *o)
{
	return export_rows(o, &sql_export_petitions_stmt);
}

static int64_t events(office *o)
{
	return export_rows(o, &sql_export_events_stmt) > 0;
}

static int64_t agencies(office *o)
{
	return export_rows(o, &sql_export_agencies_stmt) > 0;
}

static int64_t links(office *o)
{
	sql_link_list_rows rows;

	assert_int_equal(sql_link_list(o->r.d, &o->r.who,
	                               (sql_link_list_in){.document = DB_NULL, .most = 10}, &o->a,
	                               &rows, &o->e),
	                 RC_OK);
	return rows.n;
}

static int64_t link_end(office *o)
{
	sql_link_end_row row;
	bool found;

	assert_int_equal(sql_link_end(o->r.d, &o->r.who, (sql_link_end_in){S("document"), 1}, &o->a,
	                              &row, &found, &o->e),
	                 RC_OK);
	return found;
}

static int64_t meeting_bodies_of(office *o)
{
	meeting_bodies all;

	assert_int_equal(links_of_meeting(&o->r, 1, &o->a, &all, &o->e), RC_OK);
	return all.n > 0;
}

static int64_t found(office *o)
{
	search_query q = {S("giao ban"), DB_NULL, INT32_MIN, INT32_MAX, 20};
	search_hits all;

	assert_int_equal(search_find(&o->r, &q, &o->a, &all, &o->e), RC_OK);
	return all.n;
}

static int64_t found_by_number(office *o)
{
	search_query q = {S("210/TB-UBND"), DB_NULL, INT32_MIN, INT32_MAX, 20};
	search_hits all;

	assert_int_equal(search_find(&o->r, &q, &o->a, &all, &o->e), RC_OK);
	return all.n;
}

static int64_t loads(office *o)
{
	sql_agency_loads_rows rows;

	assert_int_equal(sql_agency_loads(o->r.d, &o->r.who,
	                                  (sql_agency_loads_in){DB_NULL, o->r.minute}, &o->a, &rows,
	                                  &o->e),
	                 RC_OK);
	return rows.n;
}

static int64_t weeks_of_another(office *o)
{
	sql_agency_weeks_rows rows;

	assert_int_equal(sql_agency_weeks(o->r.d, &o->r.who,
	                                  (sql_agency_weeks_in){office_body(o, "SNV"), 0,
	                                                        (int64_t)CMIN_DAY * 100000},
	                                  &o->a, &rows, &o->e),
	                 RC_OK);
	return rows.n;
}

static const struct {
	const char *name;
	count_rows *count;
	int want[ROLES]; /* OFFICE, OWN, WATCHER, COMPILER, SENT, STRANGER */
} matrix[] = {
	{"export_duties", duties, {66, 1, 1, 65, 0, 0}},
	{"export_assignments", whole_duties, {2, 2, 2, 2, 2, 0}},
	{"export_followup", followup, {66, 1, 1, 65, 0, 0}},
	{"export_documents", documents, {1, 1, 1, 1, 1, 0}},
	{"export_meetings", meetings, {1, 1, 1, 1, 1, 0}},
	{"export_collections", collections, {1, 0, 0, 1, 0, 0}},
	{"export_round", rounds, {65, 0, 0, 65, 0, 0}},
	{"export_petitions", petitions, {1, 1, 0, 0, 0, 0}},
	{"export_events", events, {1, 0, 0, 0, 0, 0}},
	{"export_agencies", agencies, {1, 1, 1, 1, 1, 1}},
	{"link_list", links, {1, 0, 0, 0, 0, 0}},
	{"link_end", link_end, {1, 0, 0, 0, 0, 0}},
	{"meeting_bodies", meeting_bodies_of, {1, 1, 1, 1, 1, 0}},
	{"search", found, {1, 1, 1, 1, 1, 0}},
	{"search by number", found_by_number, {1, 1, 1, 1, 1, 0}},
	{"agency_loads", loads, {66, 1, 0, 0, 0, 0}},
	{"agency_weeks of SNV", weeks_of_another, {1, 1, 0, 0, 0, 0}},
};

static rc petition_work(office *o, void *ctx, err *e)
{
	sql_petition_put_row row;
	int64_t changed;
	bool there;
	rc code = sql_petition_put(o->r.d,
	                           (sql_petition_put_in){.pub = S("p1"),
	                                                 .document = DB_NULL,
	                                                 .words = S("đề nghị"),
	                                                 .folded = S("de nghi"),
	                                                 .petitioner = DB_NULL,
	                                                 .owner_id = office_body(o, "SNV"),
	                                                 .due = DB_NULL,
	                                                 .at = o->r.now},
	                           &o->a, &row, &there, e);

	(void)ctx;
	return code == RC_OK
	               ? sql_link_put(o->r.d,
	                              (sql_link_put_in){S("reply"), S("document"), 1, S("petition"),
	                                                row.id, 60, S("owner"), o->r.now},
	                              &changed, e)
	               : code;
}

static void every_statement_against_every_role(void **st)
{
	char *text;
	int wrong = 0;
	office o;

	office_begin(&o, st, "2026-04-21");
	text = arena_alloc(&o.a, sizeof paper);
	memcpy(text, paper, sizeof paper);
	assert_int_equal(office_do(&o, office_enter_work, text), MSG_NONE);
	assert_int_equal(office_do(&o, petition_work, NULL), MSG_NONE);
	for (int role = 0; role < ROLES; role++) {
		office_as(&o, bodies[role]);
		for (size_t i = 0; i < ARRAY_LEN(matrix); i++) {
			int64_t got = matrix[i].count(&o);

			if (got != matrix[i].want[role])
				(void)printf("# %s as %s: %lld rows, want %d\n", matrix[i].name,
				             bodies[role] ? bodies[role] : "the Office",
				             (long long)got, matrix[i].want[role]);
			wrong += got != matrix[i].want[role];
		}
	}
	assert_int_equal(wrong, 0);
	office_end(&o);
}

int main(void)
{
	static const both_test tests[] = {BOTH(every_statement_against_every_role)};

	if (office_open_tables() != 0)
		return 1;
	return both_run("find_scopes", tests, ARRAY_LEN(tests));
}
