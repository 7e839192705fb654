/*
 * test_links.c - what belongs together is found when the second of two comes in, whichever
 * it is; what a person refuses stays refused.
 */
#include "office.h"

#include "register/hand/meeting_same.h"
#include "register/links/links.h"

static const char invitation[] =
	"UBND TỈNH LẠNG SƠN\nSố: 45/GM-UBND\nLạng Sơn, ngày 15 tháng 4 năm 2026\n\nGIẤY MỜI\n\n"
	"Dự Hội nghị làm việc với Chủ tịch UBND các xã, phường\n\n"
	"Thực hiện Chương trình công tác tháng 4 năm 2026, UBND tỉnh tổ chức Hội nghị như sau:\n\n"
	"1. Thành phần\n\n- Lãnh đạo các sở: Tài chính, Nội vụ, Xây dựng, Y tế;\n"
	"- Chủ tịch UBND các xã, phường.\n\n"
	"2. Thời gian: 14 giờ 00 ngày 20/4/2026 (thứ Hai).\n\n"
	"3. Địa điểm: Hội trường tầng 2 trụ sở UBND tỉnh.\n";

static const char conclusion[] =
	"UBND TỈNH LẠNG SƠN\nSố: 210/TB-UBND\nLạng Sơn, ngày 24 tháng 4 năm 2026\n\nTHÔNG BÁO\n\n"
	"Kết luận của Chủ tịch UBND tỉnh tại Hội nghị làm việc với Chủ tịch UBND các xã, phường\n\n"
	"Ngày 20 tháng 4 năm 2026, Chủ tịch UBND tỉnh đã chủ trì Hội nghị. Tham dự có lãnh đạo các "
	"sở: Tài chính, Nội vụ, Xây dựng và Chủ tịch UBND các xã, phường. Sau khi nghe ý kiến, "
	"Chủ tịch UBND tỉnh kết luận như sau:\n\n"
	"1. Giao Sở Nội vụ chủ trì xây dựng bộ tiêu chí đánh giá cán bộ, báo cáo UBND tỉnh chậm "
	"nhất ngày 31/5/2026, theo Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị.\n\n"
	"2. Giao Sở Tư pháp báo cáo UBND tỉnh chậm nhất ngày 15/5/2026.\n\n"
	"Nơi nhận:\n- Sở Nội vụ;\n- Lưu: VT, TH.\n";

static const char other_day[] =
	"UBND TỈNH LẠNG SƠN\nSố: 211/TB-UBND\nLạng Sơn, ngày 24 tháng 4 năm 2026\n\nTHÔNG BÁO\n\n"
	"Kết luận của Phó Chủ tịch UBND tỉnh tại cuộc họp về giải phóng mặt bằng\n\n"
	"Ngày 21 tháng 4 năm 2026, Phó Chủ tịch UBND tỉnh đã chủ trì cuộc họp. Tham dự có lãnh đạo "
	"các sở: Tài chính, Nội vụ, Xây dựng. Phó Chủ tịch UBND tỉnh kết luận như sau:\n\n"
	"1. Giao Sở Xây dựng báo cáo UBND tỉnh chậm nhất ngày 25/5/2026.\n";

static const char put_off[] =
	"UBND TỈNH LẠNG SƠN\nSố: 212/TB-UBND\nLạng Sơn, ngày 24 tháng 4 năm 2026\n\nTHÔNG BÁO\n\n"
	"Về việc hoãn, thay đổi thời gian tổ chức Hội nghị sơ kết công tác thú y\n\n"
	"UBND tỉnh hoãn Hội nghị dự kiến tổ chức ngày 27/4/2026. Hội nghị được tổ chức lại vào hồi 8 giờ "
	"30 phút, ngày 29/4/2026 (thứ Tư) tại Phòng họp tầng 2, trụ sở UBND tỉnh.\n";

static const char report[] =
	"UBND TỈNH LẠNG SƠN\nSỞ NỘI VỤ\nSố: 88/BC-SNV\nLạng Sơn, ngày 29 tháng 5 năm 2026\n\n"
	"BÁO CÁO\n\nKết quả xây dựng bộ tiêu chí đánh giá cán bộ\n\n"
	"Thực hiện Thông báo số 210/TB-UBND ngày 24/4/2026 của UBND tỉnh, Sở Nội vụ báo cáo kết quả "
	"xây dựng bộ tiêu chí đánh giá cán bộ như sau: đã hoàn thành.\n\n"
	"Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT.\n";

/* As such programmes are written: the kind on a line of its own, the month below it. */
static const char programme[] =
	"UBND TỈNH LẠNG SƠN\nSố: 12/CTr-UBND\nLạng Sơn, ngày 27 tháng 3 năm 2026\n\nCHƯƠNG TRÌNH\n\n"
	"Công tác tháng 4 năm 2026 của Ủy ban nhân dân tỉnh\n\n"
	"UBND tỉnh ban hành Chương trình công tác tháng 4 năm 2026 như sau:\n\n"
	"1. Sở Xây dựng trình UBND tỉnh dự thảo Quyết định về chiếu sáng đô thị chậm nhất ngày "
	"18/4/2026.\n\n"
	"2. Văn phòng UBND tỉnh theo dõi, đôn đốc việc thực hiện Chương trình này.\n\n"
	"Nơi nhận:\n- Các sở, ban, ngành;\n- Lưu: VT, TH.\n";

static void enter(office *o, const char *text)
{
	char *copy = arena_alloc(&o->a, slice_c(text).n + 1);

	memcpy(copy, text, slice_c(text).n);
	if (office_do(o, office_enter_work, copy) != MSG_NONE)
		(void)printf("# %s: %s\n", msg_code(o->e.id), o->e.detail);
	assert_int_equal(o->e.rc, RC_OK);
}

static sql_link_list_rows links(office *o, const char *kind)
{
	viewer all = viewer_operator();
	sql_link_list_rows rows = {0};

	assert_int_equal(
		sql_link_list(
			o->r.d, &all,
			(sql_link_list_in){.kind = slice_c(kind), .document = DB_NULL, .most = 100},
			&o->a, &rows, &o->e),
		RC_OK);
	return rows;
}

/* The conclusion of the first meeting that was called. */
static int64_t concluded_by(office *o)
{
	sql_meeting_conclusion_row row = {DB_NULL};
	bool found;

	for (int64_t id = 1; id < 10; id++) {
		assert_int_equal(sql_meeting_conclusion(o->r.d, (sql_meeting_conclusion_in){id},
		                                        &o->a, &row, &found, &o->e),
		                 RC_OK);
		if (found && row.document != DB_NULL)
			return row.document;
	}
	return DB_NULL;
}

static void a_conclusion_finds_its_invitation(void **st)
{
	office o;

	office_begin(&o, st, "2026-04-25");
	enter(&o, invitation);
	assert_int_equal(concluded_by(&o), DB_NULL);
	enter(&o, other_day);
	assert_int_equal(concluded_by(&o), DB_NULL);
	enter(&o, conclusion);
	assert_int_equal(links(&o, "conclusion").n, 1);
	assert_true(links(&o, "conclusion").p[0].confidence >= LINK_SURE);
	assert_int_equal(concluded_by(&o), links(&o, "conclusion").p[0].to_id);
	office_end(&o);
}

static void and_the_other_way_round(void **st)
{
	office o;

	office_begin(&o, st, "2026-04-25");
	enter(&o, conclusion);
	enter(&o, invitation);
	assert_int_equal(links(&o, "conclusion").n, 1);
	assert_int_equal(concluded_by(&o), links(&o, "conclusion").p[0].to_id);
	office_end(&o);
}

typedef struct decision {
	int64_t link;
	bool confirm;
} decision;

static rc decide_work(office *o, void *ctx, err *e)
{
	const decision *x = ctx;

	return link_decide(&o->r, x->link, x->confirm, e);
}

static void a_refused_conclusion_is_taken_back(void **st)
{
	office o;
	decision no, yes;

	office_begin(&o, st, "2026-04-25");
	enter(&o, invitation);
	enter(&o, conclusion);
	no = (decision){links(&o, "conclusion").p[0].id, false};
	yes = (decision){no.link, true};
	assert_int_equal(office_do(&o, decide_work, &no), MSG_NONE);
	assert_int_equal(concluded_by(&o), DB_NULL);
	assert_int_equal(office_do(&o, decide_work, &yes), MSG_NONE);
	assert_true(concluded_by(&o) != DB_NULL);
	assert_int_equal(office_do(&o, decide_work, &(decision){99999, true}), MSG_NO_SUCH);
	office_end(&o);
}

/* The same parties on the same day twice: neither is sure. */
static void rivals_wait_for_a_person(void **st)
{
	office o;
	char *again;
	char *at;

	office_begin(&o, st, "2026-04-25");
	again = arena_alloc(&o.a, sizeof invitation);
	memcpy(again, invitation, sizeof invitation);
	at = strstr(again, "45/GM");
	assert_non_null(at);
	at[0] = '9';
	enter(&o, invitation);
	enter(&o, again);
	enter(&o, conclusion);
	assert_int_equal(links(&o, "conclusion").n, 2);
	assert_int_equal(concluded_by(&o), DB_NULL);
	office_end(&o);
}

typedef struct joining {
	int64_t one, other, timed, kept;
	bool apart;
} joining;

static rc join_work(office *o, void *ctx, err *e)
{
	joining *x = ctx;

	return x->apart ? meeting_apart(&o->r, x->one, x->other, e)
	                : meeting_same(&o->r, x->one, x->other, x->timed, &x->kept, e);
}

static slice state_of(office *o, int64_t id, slice *ret_starts)
{
	sql_same_meeting_row row = {0};
	bool found;

	assert_int_equal(
		sql_same_meeting(o->r.d, (sql_same_meeting_in){id}, &o->a, &row, &found, &o->e),
		RC_OK);
	*ret_starts = row.starts;
	return row.state;
}

/* Said to be one, they are rivals no longer; parted, each is as it was. */
static void two_papers_call_one_meeting(void **st)
{
	joining same = {.one = 1, .other = 2}, apart = {.one = 2, .other = 1, .apart = true};
	char *later, *at;
	slice starts, was;
	office o;

	office_begin(&o, st, "2026-04-25");
	later = arena_alloc(&o.a, sizeof invitation);
	memcpy(later, invitation, sizeof invitation);
	at = strstr(later, "14 giờ");
	assert_non_null(at);
	at[1] = '5';
	enter(&o, invitation);
	enter(&o, later);
	enter(&o, conclusion);
	assert_int_equal(links(&o, "same-meeting").n, 1);
	assert_int_equal(concluded_by(&o), DB_NULL);
	assert_int_equal(office_do(&o, join_work, &same), MSG_TIMES_DIFFER);
	was = state_of(&o, 2, &starts);
	same.timed = 2;
	assert_int_equal(office_do(&o, join_work, &same), MSG_NONE);
	assert_int_equal(same.kept, 1);
	assert_true(slice_eq(state_of(&o, 2, &starts), S("dropped")));
	assert_true(slice_eq(state_of(&o, 1, &starts), S("accepted")));
	assert_true(slice_has(starts, S("15:00")));
	assert_true(concluded_by(&o) != DB_NULL);
	assert_int_equal(office_do(&o, join_work, &same), MSG_STATE_FORBIDS);
	assert_int_equal(office_do(&o, join_work, &apart), MSG_NONE);
	assert_true(slice_eq(state_of(&o, 2, &starts), was));
	assert_true(slice_has(starts, S("15:00")));
	(void)state_of(&o, 1, &starts);
	assert_true(slice_has(starts, S("14:00")));
	office_end(&o);
}

static void a_month_named_is_its_programme(void **st)
{
	office o;

	office_begin(&o, st, "2026-04-25");
	enter(&o, invitation);
	assert_int_equal(links(&o, "programme").n, 1);
	assert_true(slice_eq(links(&o, "programme").p[0].why, S("month")));
	office_end(&o);
}

static void a_programme_has_its_dated_duties_as_items(void **st)
{
	sql_programme_list_rows months = {0};
	sql_hand_items_rows items = {0};
	viewer all = viewer_operator();
	office o;

	office_begin(&o, st, "2026-04-01");
	enter(&o, programme);
	assert_int_equal(
		sql_programme_list(o.r.d, &all, (sql_programme_list_in){9}, &o.a, &months, NULL),
		RC_OK);
	assert_int_equal(months.n, 1);
	assert_true(slice_eq(months.p[0].month, S("2026-04")));
	assert_int_equal(
		sql_hand_items(o.r.d, (sql_hand_items_in){months.p[0].id}, &o.a, &items, NULL),
		RC_OK);
	assert_int_equal(items.n, 1);
	assert_true(slice_has(items.p[0].words, S("chiếu sáng đô thị")));
	assert_true(slice_eq(items.p[0].code, S("SXD")));
	office_end(&o);
}

static void a_citation_finds_its_document(void **st)
{
	office o;

	office_begin(&o, st, "2026-06-01");
	enter(&o, conclusion);
	enter(&o, report);
	assert_int_equal(links(&o, "citation").n, 1);
	assert_true(links(&o, "citation").p[0].confidence >= 95);
	office_end(&o);
}

static void the_cited_one_comes_later(void **st)
{
	office o;

	office_begin(&o, st, "2026-06-01");
	enter(&o, report);
	enter(&o, conclusion);
	assert_int_equal(links(&o, "citation").n, 1);
	office_end(&o);
}

static void a_short_number_means_a_long_one(void **st)
{
	static const char shortly[] =
		"UBND TỈNH LẠNG SƠN\nSố: 12/TB-VP\nLạng Sơn, ngày 10 tháng 5 năm 2026\n\nTHÔNG BÁO\n\n"
		"Chương trình làm việc về tình hình thực hiện Nghị quyết 57\n\n"
		"1. Giao Sở Khoa học và Công nghệ báo cáo kết quả thực hiện Nghị quyết 57.\n";
	office o;

	office_begin(&o, st, "2026-06-01");
	enter(&o, conclusion);
	enter(&o, shortly);
	assert_true(links(&o, "same").n >= 1);
	assert_true(links(&o, "same").p[0].confidence < LINK_SURE);
	office_end(&o);
}

static void a_report_answers_the_duty_it_cites(void **st)
{
	sql_link_list_rows rows;
	office o;

	office_begin(&o, st, "2026-04-25");
	enter(&o, conclusion);
	office_set_day(&o, "2026-05-29");
	enter(&o, report);
	rows = links(&o, "answers");
	assert_int_equal(rows.n, 1);
	assert_true(slice_eq(rows.p[0].to_noun, S("obligation")));
	assert_int_equal(office_obligation(&o, rows.p[0].to_id).agency, office_body(&o, "SNV"));
	office_end(&o);
}

static void short_keys(void **st)
{
	static const struct {
		const char *kind, *number, *key;
	} cases[] = {
		{"Nghị quyết", "57-NQ/TW", "57nq"},
		{"Nghị quyết", "57", "57nq"},
		{"Nghị định", "49/2026/NĐ-CP", "49nd"},
		{"Công văn", "310/UBND-KTCN", "310ubnd"},
		{"Công văn", "310", ""},
		{"", "57", ""},
		{"Nghị quyết", "", ""},
		{"Chỉ thị", "02/CT-UBND", "2ct"},
	};
	arena a;

	(void)st;
	arena_init(&a, NULL, 0);
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		slice got = links_short_key(&a, slice_c(cases[i].kind), slice_c(cases[i].number));

		if (!slice_eq(got, slice_c(cases[i].key)))
			(void)printf("# %s %s: '%.*s'\n", cases[i].kind, cases[i].number,
			             (int)got.n, got.p);
		assert_true(slice_eq(got, slice_c(cases[i].key)));
	}
	arena_done(&a);
}

/* Who was invited, came, was given work. */
static void bodies_of_one_meeting(void **st)
{
	meeting_bodies all;
	office o;
	uint8_t parts[3] = {0};

	office_begin(&o, st, "2026-04-25");
	enter(&o, invitation);
	enter(&o, conclusion);
	assert_int_equal(
		links_of_meeting(&o.r, links(&o, "conclusion").p[0].from_id, &o.a, &all, &o.e),
		RC_OK);
	for (uint32_t i = 0; i < all.n; i++) {
		if (all.p[i].agency == office_body(&o, "SYT"))
			parts[0] = all.p[i].parts;
		if (all.p[i].agency == office_body(&o, "SNV"))
			parts[1] = all.p[i].parts;
		if (all.p[i].agency == office_body(&o, "STP"))
			parts[2] = all.p[i].parts;
	}
	assert_int_equal(parts[0], PART_INVITED);
	assert_int_equal(parts[1], PART_INVITED | PART_PRESENT | PART_ASSIGNED | PART_RECIPIENT);
	assert_int_equal(parts[2], PART_ASSIGNED);
	/* An agency that was sent neither sees nothing. */
	office_as(&o, "SNGV");
	assert_int_equal(
		links_of_meeting(&o.r, links(&o, "conclusion").p[0].from_id, &o.a, &all, &o.e),
		RC_OK);
	assert_int_equal(all.n, 0);
	office_end(&o);
}

static void a_meeting_is_called_by_its_own_name(void **st)
{
	static const char *const names[] = {
		"Hội nghị làm việc với Chủ tịch UBND các xã, phường", /* invited to */
		"Hội nghị làm việc với Chủ tịch UBND các xã, phường", /* concluded */
		"Cuộc họp về giải phóng mặt bằng", "Hội nghị sơ kết công tác thú y"};
	office o;

	office_begin(&o, st, "2026-04-25");
	enter(&o, invitation);
	enter(&o, conclusion);
	enter(&o, other_day);
	enter(&o, put_off);
	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		sql_hand_meeting_get_row row;
		bool found;

		assert_int_equal(sql_hand_meeting_get(o.r.d,
		                                      (sql_hand_meeting_get_in){(int64_t)i + 1},
		                                      &o.a, &row, &found, &o.e),
		                 RC_OK);
		assert_true(found);
		assert_true(slice_eq(row.title, slice_c(names[i])));
	}
	office_end(&o);
}

static void a_letter_of_another_province_charges_nobody_here(void **st)
{
	static const char letter[] =
		"UBND TỈNH CAO BẰNG\nSố: 77/UBND-VX\nCao Bằng, ngày 15 tháng 4 năm 2026\n\n"
		"Kính gửi: Sở Y tế; Sở Nội vụ tỉnh Lạng Sơn.\n\n"
		"Giao Sở Y tế báo cáo UBND tỉnh trước ngày 25/4/2026.\n\n"
		"Nơi nhận:\n- Như trên;\n- Lưu: VT.\n";
	sql_search_audience_rows seen;
	office o;

	office_begin(&o, st, "2026-04-16");
	enter(&o, letter);
	assert_int_equal(sql_search_audience(o.r.d, (sql_search_audience_in){1}, &o.a, &seen, &o.e),
	                 RC_OK);
	assert_int_equal(seen.n,
	                 2); /* its sender, and the only one of ours that it names as such */
	for (uint32_t i = 0; i < seen.n; i++)
		assert_true(seen.p[i].agency == office_body(&o, "SNV") ||
		            seen.p[i].agency == office_body(&o, "UBND-CAOBANG"));
	office_end(&o);
}

int main(void)
{
	static const both_test tests[] = {
		BOTH(a_conclusion_finds_its_invitation),
		BOTH(and_the_other_way_round),
		BOTH(a_refused_conclusion_is_taken_back),
		BOTH(rivals_wait_for_a_person),
		BOTH(two_papers_call_one_meeting),
		BOTH(a_month_named_is_its_programme),
		BOTH(a_programme_has_its_dated_duties_as_items),
		BOTH(a_citation_finds_its_document),
		BOTH(the_cited_one_comes_later),
		BOTH(a_short_number_means_a_long_one),
		BOTH(a_report_answers_the_duty_it_cites),
		ON_SQLITE(short_keys),
		BOTH(bodies_of_one_meeting),
		BOTH(a_meeting_is_called_by_its_own_name),
		BOTH(a_letter_of_another_province_charges_nobody_here),
	};

	if (office_open_tables() != 0)
		return 1;
	return both_run("links", tests, ARRAY_LEN(tests));
}
