/*
 * test_search.c - documents found by words with and without marks, phrases, numbers; the
 * order; what an agency sees; the same on both databases.
 */
#include "office.h"

#include "register/hand/hand.h"
#include "register/people/audience.h"
#include "register/search/search.h"
#include "register/search/search_terms.h"

typedef struct paper_in {
	const char *number, *day, *title, *body;
} paper_in;

static const paper_in papers[] = {
	{"310/UBND-KTCN", "07 tháng 02 năm 2026", "Triển khai công tác quản lý đất đai",
         "Kính gửi: Sở Xây dựng.\n\nĐề nghị đẩy nhanh giải phóng mặt bằng các dự án."},
	{"45/BC-STC", "10 tháng 3 năm 2026", "Báo cáo giải phóng mặt bằng",
         "Kính gửi: UBND tỉnh; Sở Xây dựng.\n\nMặt bằng đã được giải phóng một phần."},
	{"12/TB-UBND", "05 tháng 5 năm 2026", "Thông báo về đôn đốc thu ngân sách",
         "Kính gửi: Sở Tài chính.\n\nTheo Công văn số 310/UBND-KTCN ngày 07/02/2026, yêu cầu đôn "
         "đốc việc giải phóng mặt bằng, hoàn thành đúng hạn."},
	{"77/GM-UBND", "06 tháng 5 năm 2026", "Giấy mời họp giao ban",
         "Kính gửi: Sở Y tế.\n\nMời dự họp giao ban tháng 5."},
};

static void enter_papers(office *o)
{
	for (size_t i = 0; i < ARRAY_LEN(papers); i++) {
		char *text = arena_alloc(&o->a, 4096);

		(void)snprintf(text, 4096,
		               "UBND TỈNH LẠNG SƠN\nSố: %s\nLạng Sơn, ngày %s\n\nTHÔNG BÁO\n%s\n\n"
		               "%s\n",
		               papers[i].number, papers[i].day, papers[i].title, papers[i].body);
		assert_int_equal(office_do(o, office_enter_work, text), MSG_NONE);
	}
}

static search_hits ask(office *o, const char *words)
{
	search_query q = {slice_c(words), DB_NULL, INT32_MIN, INT32_MAX, 20};
	search_hits found = {0};

	if (search_find(&o->r, &q, &o->a, &found, &o->e) != RC_OK)
		(void)printf("# %s: %s\n", words, o->e.detail);
	assert_int_equal(o->e.rc, RC_OK);
	return found;
}

/* The numbers of what is found, in order, a space after each. */
static void expect(office *o, const char *words, const char *numbers)
{
	search_hits found = ask(o, words);
	char got[4096] = "";
	size_t n = 0;

	for (uint32_t i = 0; i < found.n; i++)
		n += (size_t)snprintf(got + n, sizeof got - n, "%.*s ",
		                      (int)found.p[i].doc.number.n, found.p[i].doc.number.p);
	if (!slice_eq(slice_c(got), slice_c(numbers)))
		(void)printf("# %s: got '%s', want '%s'\n", words, got, numbers);
	assert_string_equal(got, numbers);
}

static void words_with_and_without_marks(void **st)
{
	office o;

	office_begin(&o, st, "2026-05-10");
	enter_papers(&o);
	/* title hits first, then the newest */
	expect(&o, "giải phóng mặt bằng", "45/BC-STC 12/TB-UBND 310/UBND-KTCN ");
	expect(&o, "giai phong mat bang", "45/BC-STC 12/TB-UBND 310/UBND-KTCN ");
	expect(&o, "ĐÔN ĐỐC", "12/TB-UBND ");
	expect(&o, "don doc", "12/TB-UBND ");
	expect(&o, "giao ban y te", "77/GM-UBND ");
	expect(&o, "không có chữ này", "");
	expect(&o, "…, - “”", "");
	office_end(&o);
}

static void phrases(void **st)
{
	office o;

	office_begin(&o, st, "2026-05-10");
	enter_papers(&o);
	expect(&o, "\"giải phóng mặt bằng\"", "45/BC-STC 12/TB-UBND 310/UBND-KTCN ");
	expect(&o, "“giai phong mat bang” hoàn thành", "12/TB-UBND ");
	/* "mặt bằng đã được giải phóng" holds the words, not the phrase */
	expect(&o, "\"mặt bằng giải phóng\"", "");
	expect(&o, "\"bằng các\"", "310/UBND-KTCN ");
	/* each pair stands somewhere, the three of them nowhere */
	expect(&o, "\"họp giao ban tháng\"", "77/GM-UBND ");
	expect(&o, "\"dự họp giao\"", "77/GM-UBND ");
	expect(&o, "\"mời họp giao ban tháng\"", "");
	office_end(&o);
}

static void numbers(void **st)
{
	office o;

	office_begin(&o, st, "2026-05-10");
	enter_papers(&o);
	/* the document itself before the one that cites it, which is newer */
	expect(&o, "310/UBND-KTCN", "310/UBND-KTCN 12/TB-UBND ");
	expect(&o, "công văn 310/ubnd-ktcn", "310/UBND-KTCN 12/TB-UBND ");
	expect(&o, "0310/UBND-KTCN", "310/UBND-KTCN 12/TB-UBND ");
	expect(&o, "45/BC-STC", "45/BC-STC ");
	expect(&o, "311/UBND-KTCN", "");
	assert_true(ask(&o, "45/BC-STC").p[0].by_number);
	office_end(&o);
}

static void the_words_are_marked_in_the_source(void **st)
{
	search_hits found;
	office o;

	office_begin(&o, st, "2026-05-10");
	enter_papers(&o);
	found = ask(&o, "don doc \"giai phong\"");
	assert_int_equal(found.n, 1);
	assert_true(found.p[0].marks.n >= 3);
	for (uint32_t i = 0; i < found.p[0].marks.n; i++) {
		slice m = slice_at(found.p[0].snippet, found.p[0].marks.p[i]);

		assert_true(slice_eq(m, S("đôn")) || slice_eq(m, S("đốc")) ||
		            slice_eq(m, S("giải phóng")));
	}
	assert_int_equal(found.p[0].title_marks.n, 2);
	office_end(&o);
}

static void an_agency_finds_what_it_was_sent(void **st)
{
	search_query q = {S("giai phong"), DB_NULL, INT32_MIN, INT32_MAX, 20};
	search_hits found;
	office o;

	office_begin(&o, st, "2026-05-10");
	enter_papers(&o);
	office_as(&o, "SXD");
	expect(&o, "giai phong", "45/BC-STC 310/UBND-KTCN ");
	office_as(&o, "SYT");
	expect(&o, "giai phong", "");
	expect(&o, "310/UBND-KTCN", "");
	office_as(&o, NULL);
	q.agency = office_body(&o, "SXD");
	assert_int_equal(search_find(&o.r, &q, &o.a, &found, &o.e), RC_OK);
	assert_int_equal(found.n, 2);
	q.agency = DB_NULL;
	q.from_day = civil_days(2026, 3, 1);
	q.to_day = civil_days(2026, 3, 31);
	assert_int_equal(search_find(&o.r, &q, &o.a, &found, &o.e), RC_OK);
	assert_int_equal(found.n, 1);
	office_end(&o);
}

static rc seen_work(office *o, void *ctx, err *e)
{
	return audience_add(&o->r, *(int64_t *)ctx, office_body(o, "SYT"), "transfer", e);
}

static rc rebuild_work(office *o, void *ctx, err *e)
{
	(void)ctx;
	return search_rebuild(&o->r, e);
}

static void who_comes_to_see_it_finds_it(void **st)
{
	int64_t document = 1;
	office o;

	office_begin(&o, st, "2026-05-10");
	enter_papers(&o);
	assert_int_equal(office_do(&o, seen_work, &document), MSG_NONE);
	office_as(&o, "SYT");
	expect(&o, "giai phong", "310/UBND-KTCN ");
	office_as(&o, NULL);
	expect(&o, "giải phóng mặt bằng", "45/BC-STC 12/TB-UBND 310/UBND-KTCN ");
	both_script(st, "DELETE FROM search_part; DELETE FROM search_page");
	expect(&o, "giai phong", "");
	assert_int_equal(office_do(&o, rebuild_work, NULL), MSG_NONE);
	expect(&o, "giải phóng mặt bằng", "45/BC-STC 12/TB-UBND 310/UBND-KTCN ");
	office_end(&o);
}

/* --- terms --- */

static bool has(const found_by *by, uint32_t term)
{
	for (uint32_t i = 0; i < by->n; i++)
		if (by->p[i] == term)
			return true;
	return false;
}

/* May a document found by these be what the question asks for? */
static bool answers(arena *a, const found_by *by, const char *typed, bool in_title)
{
	question q = terms_ask(a, slice_c(typed));
	found_by all = terms_wanted(a, &q, in_title);

	for (uint32_t i = 0; i < all.n; i++)
		if (!has(by, all.p[i]))
			return false;
	return all.n > 0;
}

static void terms_of_a_document(void **st)
{
	found_by by;
	arena a;

	(void)st;
	arena_init(&a, NULL, 0);
	by = terms_of(&a, S("so 02 ct ubnd"), S("don doc don doc 2026"));
	assert_true(answers(&a, &by, "2", true) && answers(&a, &by, "002", false));
	assert_true(answers(&a, &by, "2026 đốc", false));
	assert_false(answers(&a, &by, "2026", true));
	assert_false(answers(&a, &by, "20", false));
	assert_int_equal(terms_of(&a, S(""), S("")).n, 0);
	assert_int_not_equal(terms_body(17), terms_body(4));
	for (uint32_t i = 0; i < by.n; i++)
		assert_true(by.p[i] < TERMS_END);
	arena_done(&a);
}

static void neighbours_are_terms(void **st)
{
	found_by by, twice;
	arena a;

	(void)st;
	arena_init(&a, NULL, 0);
	by = terms_of(&a, S("so 02 ct ubnd"), S("don doc cac so 2026"));
	twice = terms_of(&a, S(""), S("hop giao ban quy giao ban thang"));
	assert_true(answers(&a, &by, "\"đôn đốc\"", false));
	assert_true(answers(&a, &by, "\"đốc các sở 2026\"", false));
	assert_true(answers(&a, &by, "\"02 CT UBND\"", true));
	assert_true(answers(&a, &by, "\"02 CT UBND\"", false));
	assert_false(answers(&a, &by, "\"đôn đốc\"", true));
	assert_false(answers(&a, &by, "\"các đôn\"", false));
	/* each two of it is there, the three are not; each three, but not the four: the text tells */
	assert_true(answers(&a, &twice, "\"họp giao\" \"ban tháng\"", false));
	assert_false(answers(&a, &twice, "\"họp giao ban tháng quý\"", false));
	assert_true(answers(&a, &twice, "\"họp giao ban tháng\"", false));
	assert_false(answers(&a, &by, "\"đôn đốc sở\"", false));
	assert_false(answers(&a, &by, "\"ubnd đôn\"", false)); /* of title and text */
	arena_done(&a);
}

/* A whole page pasted as a question asks for no more than some of its terms. */
static void a_long_question_is_cut(void **st)
{
	question q;
	strbuf b;
	arena a;

	(void)st;
	arena_init(&a, NULL, 0);
	strbuf_over(&b, arena_alloc(&a, 40000), 40000);
	for (int i = 0; i < 3000; i++) {
		strbuf_put(&b, i == 1500 ? S("\" chữ") : S(" chữ"));
		strbuf_int(&b, i);
	}
	q = terms_ask(&a, strbuf_slice(&b));
	assert_int_equal(terms_wanted(&a, &q, false).n, TERMS_ASKED);
	arena_done(&a);
}

static void terms_are_bounded(void **st)
{
	enum { WORDS = 2000000 };
	found_by by;
	char *text;
	arena a;

	(void)st;
	arena_init(&a, NULL, 0);
	text = arena_alloc(&a, (size_t)WORDS * 8 + 1);
	for (size_t i = 0; i < WORDS; i++)
		(void)snprintf(text + i * 8, 9, "%07zx ", i % (1 << 28));
	by = terms_of(&a, S("dau de"), (slice){text, (size_t)WORDS * 8 - 1});
	assert_true(by.n <= TERMS_MOST);
	assert_true(answers(&a, &by, "đầu", true));
	/* one word without end */
	memset(text, 'a', WORDS);
	by = terms_of(&a, S(""), (slice){text, WORDS});
	assert_int_equal(by.n, 1);
	arena_done(&a);
}

/* The last document is not found: its words stand apart. Asked twice, once inside a longer
 * phrase and across what is marked already: every phrase counts. */
static void phrases_are_really_there(void **st)
{
	office o;

	office_begin(&o, st, "2026-05-10");
	enter_papers(&o);
	expect(&o, "\"giải phóng mặt bằng\" \"phóng mặt\" \"giải phóng mặt bằng\"",
	       "45/BC-STC 12/TB-UBND 310/UBND-KTCN ");
	expect(&o, "\"mặt bằng đã\"", "45/BC-STC ");
	expect(&o, "\"giải phóng một phần\"", "45/BC-STC ");
	expect(&o, "\"phóng bằng\"", "");
	office_end(&o);
}

static void signs_of_a_query_are_words_only(void **st)
{
	static const char *const typed[] = {
		"a' OR 1=1 --",
		"\" \" \"",
		"NEAR(a b)",
		"a* ^b",
		"title:x",
		"'; DROP TABLE search; --",
		"“",
		"\"mở ngoặc",
		"()&|!<->",
		"@x #1 a_b",
		"\xff\xfe",
	};
	office o;

	office_begin(&o, st, "2026-05-10");
	enter_papers(&o);
	for (size_t i = 0; i < ARRAY_LEN(typed); i++)
		(void)ask(&o, typed[i]);
	expect(&o, "giao ban", "77/GM-UBND ");
	office_end(&o);
}

/* Day i % 9 of a month, so that rows and days run across each other; every word of a number's
 * divisors stands in its title. */
enum { MANY = 700, EVERY_COMMON = 2, EVERY_RARE = 139 };

static rc many_work(office *o, void *ctx, err *e)
{
	rc code = RC_OK;

	(void)ctx;
	for (int i = 1; code == RC_OK && i <= MANY; i++) {
		hand_fields given = {0};
		int64_t id;

		*VEC_PUSH(&o->a, &given) = (hand_field){S("status"), S("issued")};
		*VEC_PUSH(&o->a, &given) = (hand_field){S("number"),
		                                        arena_printf(&o->a, "%d/TB-VP", i)};
		*VEC_PUSH(&o->a, &given) = (hand_field){
			S("title"),
			arena_printf(&o->a, "Thông báo%s%s", i % EVERY_COMMON == 0 ? " thường" : "",
		                     i % EVERY_RARE == 0 ? " hiếm" : "")};
		*VEC_PUSH(&o->a, &given) = (hand_field){
			S("issued"), arena_printf(&o->a, "%d/3/2026", 1 + i % 9)};
		code = hand_add(&o->r, HAND_DOCUMENT, &given, &id, e);
	}
	return code;
}

/* The first `most` numbers divisible by `every`, the newest day and then the newest row first. */
static const char *newest_of(office *o, int every, int most)
{
	strbuf b;

	strbuf_over(&b, arena_alloc(&o->a, 4096), 4096);
	for (int day = 9; day >= 1; day--)
		for (int i = MANY; i >= 1 && most > 0; i--)
			if (1 + i % 9 == day && i % every == 0) {
				strbuf_int(&b, i);
				strbuf_put(&b, S("/TB-VP "));
				most--;
			}
	strbuf_putc(&b, 0);
	return b.p;
}

static void the_newest_of_many(void **st)
{
	office o;

	office_begin(&o, st, "2026-05-10");
	assert_int_equal(office_do(&o, many_work, NULL), MSG_NONE);
	expect(&o, "thong bao", newest_of(&o, 1, 20));
	expect(&o, "thuong", newest_of(&o, EVERY_COMMON, 20));
	expect(&o, "hiem", newest_of(&o, EVERY_RARE, 20));
	expect(&o, "hiem thuong", newest_of(&o, EVERY_RARE * EVERY_COMMON, 20));
	expect(&o, "\"bao thuong hiem\"", newest_of(&o, EVERY_RARE * EVERY_COMMON, 20));
	office_end(&o);
}

int main(void)
{
	static const both_test tests[] = {
		BOTH(words_with_and_without_marks),
		BOTH(phrases),
		BOTH(numbers),
		BOTH(the_words_are_marked_in_the_source),
		BOTH(an_agency_finds_what_it_was_sent),
		BOTH(who_comes_to_see_it_finds_it),
		BOTH(signs_of_a_query_are_words_only),
		BOTH(the_newest_of_many),
		ON_SQLITE(terms_of_a_document),
		ON_SQLITE(neighbours_are_terms),
		ON_SQLITE(a_long_question_is_cut),
		BOTH(phrases_are_really_there),
		ON_SQLITE(terms_are_bounded),
	};

	if (office_open_tables() != 0)
		return 1;
	return both_run("search", tests, ARRAY_LEN(tests));
}
