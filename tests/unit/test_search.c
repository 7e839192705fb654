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
	both_script(st, both_is_pgsql(st) ? "DELETE FROM search"
	                                  : "INSERT INTO search (search) VALUES ('delete-all')");
	expect(&o, "giai phong", "");
	assert_int_equal(office_do(&o, rebuild_work, NULL), MSG_NONE);
	expect(&o, "giải phóng mặt bằng", "45/BC-STC 12/TB-UBND 310/UBND-KTCN ");
	office_end(&o);
}

/* --- terms --- */

static bool has(slice terms, const char *term)
{
	slice one;

	while (slice_next(&terms, ' ', &one))
		if (slice_eq(one, slice_c(term)))
			return true;
	return false;
}

/* May a document found by these be what the question asks for? */
static bool answers(arena *a, const found_by *by, const char *typed, bool in_title)
{
	question q = terms_ask(a, slice_c(typed));
	slice all = terms_query(a, &q, in_title, NULL, 0), one;
	asked_runs runs = terms_runs(a, &q);

	while (slice_next(&all, ' ', &one))
		if (!has(by->terms, arena_printf(a, "%.*s%c", (int)one.n - 2, one.p + 1, 0).p))
			return false;
	return terms_may_hold(by->marks, &runs);
}

static void terms_of_a_document(void **st)
{
	static const int64_t agencies[] = {17, 4};
	slice terms;
	arena a;

	(void)st;
	arena_init(&a, NULL, 0);
	terms = terms_of(&a, S("so 02 ct ubnd"), S("don doc don doc 2026")).terms;
	assert_true(has(terms, "@2") && has(terms, "2"));
	assert_true(has(terms, "2026") && !has(terms, "02"));
	assert_true(has(terms, "don")); /* and once: */
	assert_null(slice_find(terms, S(" don don ")));
	assert_int_equal(terms_of(&a, S(""), S("")).terms.n, 0);
	assert_true(slice_eq(terms_bodies(&a, agencies, 2), S("#17 #4")));
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
	/* each three of it is there, the four are not */
	assert_false(answers(&a, &twice, "\"họp giao ban tháng\"", false));
	assert_false(answers(&a, &by, "\"đôn đốc sở\"", false));
	assert_false(answers(&a, &by, "\"ubnd đôn\"", false)); /* of title and text */
	assert_true(answers(&a, &(found_by){by.terms, {NULL, 0}}, "\"đốc các sở\"", false));
	arena_done(&a);
}

/* Of phrases whose words are all there, but never together, at most one in thirty is thought to
 * be there; none that is there is missed. */
static void marks_tell_phrases(void **st)
{
	enum { WORDS = 600, ASKED = 300 };
	char text[WORDS * 6 + 1];
	uint32_t wrong = 0;
	found_by by;
	arena a;

	(void)st;
	arena_init(&a, NULL, 0);
	for (int i = 0; i < WORDS; i++)
		(void)snprintf(text + (size_t)i * 6, 7, "w%04d ", i);
	by = terms_of(&a, S(""), (slice){text, sizeof text - 2});
	for (int i = 0; i < ASKED; i++) {
		question there = terms_ask(
			&a, arena_printf(&a, "\"w%04d w%04d w%04d\"", i, i + 1, i + 2));
		question apart = terms_ask(
			&a, arena_printf(&a, "\"w%04d w%04d w%04d\"", i, i + 1, i + 3));
		asked_runs in = terms_runs(&a, &there), out = terms_runs(&a, &apart);

		assert_int_equal(in.n, 1);
		assert_true(terms_may_hold(by.marks, &in));
		wrong += terms_may_hold(by.marks, &out);
	}
	assert_true(wrong <= ASKED / 30);
	arena_done(&a);
}

/* FTS5's list is walked in its own order, no hit is kept to be sorted. */
static void hits_come_in_order(void **st)
{
	slice plan;
	office o;

	office_begin(&o, st, "2026-05-10");
	assert_int_equal(db_explain(o.r.d, &sql_search_hits_stmt, 0, 0, &o.a, &plan, &o.e), RC_OK);
	assert_true(slice_has(plan, S("VIRTUAL TABLE INDEX")));
	assert_false(slice_has(plan, S("TEMP B-TREE")));
	office_end(&o);
}

static void terms_are_bounded(void **st)
{
	enum { MANY = 2000000 };
	char *text;
	slice terms;
	arena a;

	(void)st;
	arena_init(&a, NULL, 0);
	text = arena_alloc(&a, (size_t)MANY * 8 + 1);
	for (size_t i = 0; i < MANY; i++)
		(void)snprintf(text + i * 8, 9, "%07zx ", i % (1 << 28));
	terms = terms_of(&a, S("dau de"), (slice){text, (size_t)MANY * 8 - 1}).terms;
	assert_true(terms.n <= TERMS_MAX);
	assert_true(has(terms, "@dau"));
	/* one word without end */
	memset(text, 'a', MANY);
	terms = terms_of(&a, S(""), (slice){text, MANY}).terms;
	assert_int_equal(terms.n, TERM_WORD_MAX);
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
		ON_SQLITE(marks_tell_phrases),
		ON_SQLITE(hits_come_in_order),
		BOTH(phrases_are_really_there),
		ON_SQLITE(terms_are_bounded),
	};

	if (office_open_tables() != 0)
		return 1;
	return both_run("search", tests, ARRAY_LEN(tests));
}
