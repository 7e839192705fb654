/*
 * test_dates.c - expressions of time: each case shows the words and what must
 * come out, one expression after another.
 *
 * The form: "words = value bound/inclusive", several joined by " | ". Nothing
 * after the arrow: no expression may be found. Every case is also cut at every
 * byte and read from an exact-size heap copy, so that no reader looks past its end.
 */
#include "reading/facts/dates/dates.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/utf8.h"

static arena memory;
static lexicon *words;

static int load(void **st)
{
	(void)st;
	arena_init(&memory, NULL, 0);
	words = lexicon_new(&memory);
	return 0;
}

static int unload(void **st)
{
	(void)st;
	arena_done(&memory);
	return 0;
}

typedef struct dates_case {
	slice text, want;
} dates_case;

#define CASE(text, want) {S(text), S(want)}

static datexes scan_text(slice text, const date_anchor *anchor, arena *a)
{
	datexes out = {0};
	tokens tk = tokens_of(text, words, a);

	dates_scan(&tk, 0, tk.n, anchor, a, &out);
	return out;
}

/* "trước ngày 30/4/2026 = 2026-04-30 before/no" */
static slice show(slice text, const datexes *found, arena *a)
{
	slice all = {"", 0};

	for (uint32_t i = 0; i < found->n; i++) {
		const datex *d = &found->p[i];
		const char *binds = bound_word(d->bound);
		slice at = slice_at(text, d->at);
		const char *end = d->inclusive < 0 ? "" : d->inclusive ? "/yes" : "/no";

		all = arena_printf(a, "%.*s%s%.*s = %.*s %s%s%s", (int)all.n, all.p, i ? " | " : "",
		                   (int)at.n, at.p, (int)d->value.n, d->value.n ? d->value.p : "",
		                   binds ? binds : "-", end,
		                   d->flags & DF_CONTRADICTORY_BOUND ? " contradictory"
		                   : d->flags & DF_WEEKDAY_MISMATCH  ? " weekday"
		                   : d->flags & DF_IMPOSSIBLE        ? " impossible"
		                                                     : "");
	}
	return all;
}

/* Whatever is cut off the end, the spans stay inside and ascend. */
static void check_prefixes(slice text, const date_anchor *anchor)
{
	for (size_t n = 0; n < text.n; n++) {
		char *copy;
		arena a;
		datexes found;
		uint32_t end = 0;

		if (utf8_invalid_at((slice){text.p, n}) != n)
			continue;
		copy = malloc(n ? n : 1);
		assert_non_null(copy);
		memcpy(copy, text.p, n);
		arena_init(&a, NULL, 0);
		found = scan_text((slice){copy, n}, anchor, &a);
		for (uint32_t i = 0; i < found.n; i++) {
			assert_true(found.p[i].at.at >= end && found.p[i].at.len > 0);
			end = span_end(found.p[i].at);
			assert_true(end <= n);
		}
		arena_done(&a);
		free(copy);
	}
}

static void check(const dates_case *cases, size_t n, const date_anchor *anchor)
{
	for (size_t i = 0; i < n; i++) {
		slice text = cases[i].text, want = cases[i].want;
		datexes found = scan_text(text, anchor, &memory);
		slice got = show(text, &found, &memory);

		if (!slice_eq(got, want))
			fail_msg("%.*s\n  got  %.*s\n  want %.*s", (int)text.n, text.p, (int)got.n,
			         got.p, (int)want.n, want.p);
		check_prefixes(text, anchor);
	}
}

static const date_anchor april = {.ref = {2026, 4, 20, 0, 0}, .precision = ANCHOR_DAY};
static const date_anchor nothing = {.precision = ANCHOR_UNKNOWN};

static void bound_words_say_whether_the_day_counts(void **st)
{
	static const dates_case cases[] = {
		CASE("gửi trước ngày 30/4/2026", "trước ngày 30/4/2026 = 2026-04-30 before/no"),
		CASE("chậm nhất ngày 10/6/2026", "chậm nhất ngày 10/6/2026 = 2026-06-10 by/yes"),
		CASE("chậm nhất là ngày 10/6/2026",
	             "chậm nhất là ngày 10/6/2026 = 2026-06-10 by/yes"),
		CASE("muộn nhất vào ngày 10/6/2026",
	             "muộn nhất vào ngày 10/6/2026 = 2026-06-10 by/yes"),
		CASE("chậm nhất trong ngày 10/6/2026",
	             "chậm nhất trong ngày 10/6/2026 = 2026-06-10 by/yes"),
		CASE("đến hết ngày 15/6/2026", "đến hết ngày 15/6/2026 = 2026-06-15 until/yes"),
		CASE("không quá ngày 15/6/2026", "không quá ngày 15/6/2026 = 2026-06-15 by/yes"),
		CASE("xong trước ngày 15/5", "xong trước ngày 15/5 = 2026-05-15 before/no"),
		CASE("trong tháng 5/2026", "trong tháng 5/2026 = 2026-05 within/yes"),
		CASE("xong trong quý II/2026", "xong trong quý II/2026 = 2026-Q2 within/yes"),
		CASE("chậm nhất trước 11h00 ngày 19/5/2026",
	             "chậm nhất trước 11h00 ngày 19/5/2026 = 2026-05-19T11:00 by contradictory"),
		CASE("sau ngày 22/5/2026 sẽ không được xem xét",
	             "sau ngày 22/5/2026 = 2026-05-22 by/yes"),
		CASE("sau ngày 22/5/2026 tiếp tục", "ngày 22/5/2026 = 2026-05-22 from"),
		CASE("Thời gian hoàn thành 11/8/26", "hoàn thành 11/8/26 = 2026-08-11 by/yes"),
		CASE("trong năm 2026", "năm 2026 = 2026 within"),
		CASE("xong trong năm 2026", "xong trong năm 2026 = 2026 within/yes"),
		CASE("trong quý II và cả năm 2026", "quý II = 2026-Q2 within | năm 2026 = 2026 -"),
	};

	(void)st;
	check(cases, ARRAY_LEN(cases), &april);
}

static void the_last_minute_follows_the_bound(void **st)
{
	slice text = S(
		"trước ngày 27/5/2026; chậm nhất ngày 27/5/2026; trước 11h00 ngày 27/5/2026");
	datexes d = scan_text(text, &april, &memory);

	(void)st;
	assert_int_equal(d.n, 3);
	assert_true(d.p[0].last == civil_minutes((civil){2026, 5, 26, 23, 59}));
	assert_true(d.p[1].last == civil_minutes((civil){2026, 5, 27, 23, 59}));
	assert_true(d.p[2].last == civil_minutes((civil){2026, 5, 27, 10, 59}));
}

static void a_meeting_time_is_one_expression(void **st)
{
	static const dates_case cases[] = {
		CASE("từ 14 giờ 00 ngày 20/4/2026 (thứ Hai).",
	             "14 giờ 00 ngày 20/4/2026 (thứ Hai) = 2026-04-20T14:00 from"),
		CASE("Từ 14h00 thứ Ba, ngày 16/6/2026",
	             "14h00 thứ Ba, ngày 16/6/2026 = 2026-06-16T14:00 from"),
		CASE("7giờ 30 phút, ngày 20/5/2026",
	             "7giờ 30 phút, ngày 20/5/2026 = 2026-05-20T07:30 on"),
		CASE("13h30’ ngày 20/5/2026", "13h30’ ngày 20/5/2026 = 2026-05-20T13:30 on"),
		CASE("ngày 22/10/2026, bắt đầu lúc 14 giờ",
	             "ngày 22/10/2026, bắt đầu lúc 14 giờ = 2026-10-22T14:00 on"),
		CASE("Sáng thứ Ba, ngày 12/5/2026", "Sáng thứ Ba, ngày 12/5/2026 = 2026-05-12 on"),
		CASE("2 giờ chiều ngày 12/5/2026",
	             "2 giờ chiều ngày 12/5/2026 = 2026-05-12T14:00 on"),
		CASE("14h00 ngày 20/5/2026 (thứ Hai)",
	             "14h00 ngày 20/5/2026 (thứ Hai) = 2026-05-20T14:00 on weekday"),
		CASE("từ 14h00 đến 17h00 ngày 12/9/2026",
	             "từ 14h00 đến 17h00 ngày 12/9/2026 = 2026-09-12T14:00/2026-09-12T17:00 "
	             "within/yes"),
		CASE("8h00-11h30 ngày 20/5/2026",
	             "8h00-11h30 ngày 20/5/2026 = 2026-05-20T08:00/2026-05-20T11:30 within/yes"),
		CASE("24h00 ngày 30/6/2026", "24h00 ngày 30/6/2026 = 2026-06-30T23:59 on"),
	};

	(void)st;
	check(cases, ARRAY_LEN(cases), &april);
}

static void members_lend_each_other_month_and_year(void **st)
{
	static const dates_case cases[] = {
		CASE("Ngày 14, 15 và 16/11/2026",
	             "Ngày 14 = 2026-11-14 on | 15 = 2026-11-15 on | 16/11/2026 = 2026-11-16 on"),
		CASE("ngày 25-27/12/2026", "ngày 25-27/12/2026 = 2026-12-25/2026-12-27 within/yes"),
		CASE("từ ngày 10/5 đến hết ngày 14/5/2026",
	             "từ ngày 10/5 đến hết ngày 14/5/2026 = 2026-05-10/2026-05-14 within/yes"),
		CASE("từ tháng 11 đến tháng 3/2026",
	             "từ tháng 11 đến tháng 3/2026 = 2025-11/2026-03 within/yes"),
		CASE("tháng 5, 6 và 7/2026",
	             "tháng 5 = 2026-05 - | 6 = 2026-06 - | 7/2026 = 2026-07 -"),
		CASE("quý III và quý IV/2026", "quý III = 2026-Q3 - | quý IV/2026 = 2026-Q4 -"),
		CASE("các năm 2024, 2025", "năm 2024 = 2024 - | 2025 = 2025 -"),
		CASE("giai đoạn 2026 – 2030", "2026 – 2030 = 2026/2030 -"),
		CASE("05 tháng đầu năm 2026", "05 tháng đầu năm 2026 = 2026-01/2026-05 -"),
		CASE("6 tháng cuối năm", "6 tháng cuối năm = 2026-H2 -"),
		CASE("các quý tiếp theo năm 2026", "các quý tiếp theo năm 2026 = 2026 -"),
	};

	(void)st;
	check(cases, ARRAY_LEN(cases), &april);
}

static void what_comes_again_is_recurring(void **st)
{
	static const dates_case cases[] = {
		CASE("trước ngày 15 hằng tháng",
	             "trước ngày 15 hằng tháng = R:monthly:15 before/no"),
		CASE("trước ngày 30 tháng 6 hằng năm",
	             "trước ngày 30 tháng 6 hằng năm = R:yearly:06-30 before/no"),
		CASE("Định kỳ hằng tuần, trước 16 giờ 00 ngày thứ Sáu,",
	             "Định kỳ hằng tuần, trước 16 giờ 00 ngày thứ Sáu = R:weekly:friT16:00 before/no"),
		CASE("trước 16h00 thứ Sáu hằng tuần",
	             "trước 16h00 thứ Sáu hằng tuần = R:weekly:friT16:00 before/no"),
		CASE("trước ngày 20 cùng tháng",
	             "trước ngày 20 cùng tháng = R:monthly:20 before/no"),
		CASE("trước ngày 30 tháng trước",
	             "trước ngày 30 tháng trước = R:monthly:30 before/no"),
		CASE("vào ngày cuối tháng", "ngày cuối tháng = R:monthly:-1 -"),
		CASE("định kỳ hàng năm (trước ngày 10/12)",
	             "định kỳ hàng năm (trước ngày 10/12) = R:yearly:12-10 before/no"),
		CASE("trước ngày 15/6 và 15/12 hằng năm",
	             "trước ngày 15/6 = R:yearly:06-15 before/no | 15/12 hằng năm = R:yearly:12-15 "
	             "before/no"),
		CASE("định kỳ hằng tháng, gửi Sở Nội vụ trước ngày 25",
	             "định kỳ hằng tháng = R:monthly - | trước ngày 25 = R:monthly:25 before/no"),
		CASE("định kỳ hằng quý", "định kỳ hằng quý = R:quarterly -"),
		CASE("định kỳ 06 tháng một lần", "định kỳ 06 tháng một lần = R:P6M -"),
		CASE("hằng ngày", ""),
	};

	(void)st;
	check(cases, ARRAY_LEN(cases), &april);
}

static void counted_time_keeps_its_unit(void **st)
{
	static const dates_case cases[] = {
		CASE("1/2 ngày, ½ ngày, 01 buổi",
	             "1/2 ngày = P0.5D - | ½ ngày = P0.5D - | 01 buổi = P0.5D -"),
		CASE("không quá 7 phút", "không quá 7 phút = PT7M by/yes"),
		CASE("trong 05 ngày làm việc kể từ ngày ký",
	             "trong 05 ngày làm việc kể từ ngày ký = P5BD within/yes"),
		CASE("trong thời hạn 05 (năm) ngày kể từ ngày nhận được văn bản",
	             "trong thời hạn 05 (năm) ngày kể từ ngày nhận được = P5D within/yes"),
		CASE("trước 3 ngày làm việc", "trước 3 ngày làm việc = P3BD before/no"),
		CASE("trước ngày họp 03 ngày", "trước ngày họp 03 ngày = P3D before/no"),
	};
	datexes d = scan_text(S("trong 10 ngày kể từ ngày ký"), &april, &memory);

	(void)st;
	check(cases, ARRAY_LEN(cases), &april);
	/* The first day is not counted; working days wait for a calendar. */
	assert_true(d.p[0].last == civil_minutes((civil){2026, 4, 30, 23, 59}));
	assert_int_equal(d.p[0].relative.from, ANCHOR_ISSUE);
	d = scan_text(S("trong 05 ngày làm việc kể từ ngày ký"), &april, &memory);
	assert_int_equal(d.p[0].relative.unit, UNIT_WORKING_DAY);
	assert_true(d.p[0].last == CMIN_NONE && (d.p[0].flags & DF_NO_ANCHOR));
}

static void figures_that_are_no_dates(void **st)
{
	static const dates_case cases[] = {
		CASE("đường 30/4, phố 2/9", ""),
		CASE("trực 24/24h, 24/7", ""),
		CASE("ISO 9001:2008", ""),
		CASE("số 16/2006/QĐ-UBND, 02/CT-UBND, 31/2024/NĐ-CP, 05/11/2024/QĐ", ""),
		CASE("ĐT: 0205.3812.345, 02053 812 345", ""),
		CASE("1/5 số xã, 2/3 đại biểu, tỷ lệ 1/500, điểm 2.1", ""),
		CASE("12.500.000 đồng", ""),
		CASE("lần thứ hai, kỳ họp thứ năm, Quý vị", ""),
		CASE("ngày …/5/2026", ""),
		CASE("thời gian tới, hiện nay, cùng kỳ, những tháng đầu năm", ""),
	};

	(void)st;
	check(cases, ARRAY_LEN(cases), &april);
}

static void blanks_and_impossible_dates_are_not_guessed(void **st)
{
	static const dates_case dated[] = {
		CASE("ngày   tháng 4 năm 2026", "tháng 4 năm 2026 = 2026-04 -"),
		CASE("ngày tháng năm 2025", "năm 2025 = 2025 -"),
		CASE("ngày 31/4/2026", "ngày 31/4/2026 =  on impossible"),
		CASE("trước ngày 30/02/2026", "trước ngày 30/02/2026 =  before/no impossible"),
	};
	static const dates_case undated[] = {
		CASE("trước ngày 15/6", "trước ngày 15/6 =  before/no"),
		CASE("trong tháng 7", "trong tháng 7 =  within/yes"),
	};

	(void)st;
	check(dated, ARRAY_LEN(dated), &april);
	check(undated, ARRAY_LEN(undated), &nothing);
}

static void a_limit_without_a_year_lies_ahead(void **st)
{
	static const dates_case cases[] = {
		CASE("trước ngày 15/3", "trước ngày 15/3 = 2027-03-15 before/no"),
		CASE("trước ngày 15/6", "trước ngày 15/6 = 2026-06-15 before/no"),
		CASE("ngày 15/3", "ngày 15/3 = 2026-03-15 on"),
	};

	(void)st;
	check(cases, ARRAY_LEN(cases), &april);
}

static void everyday_words_count_only_in_everyday_mode(void **st)
{
	static const date_anchor typed = {
		.ref = {2026, 4, 20, 9, 0}, .precision = ANCHOR_TIME, .everyday = true};
	static const dates_case office[] = {
		CASE("ngày mai, tuần sau, thứ Sáu, 3 tháng tới", ""),
	};
	static const dates_case everyday[] = {
		CASE("ngày mai", "ngày mai = 2026-04-21 on"),
		CASE("thứ 5 tuần sau", "thứ 5 tuần sau = 2026-04-30 on"),
		CASE("3 giờ chiều", "3 giờ chiều = 2026-04-20T15:00 on"),
		CASE("8:30", "8:30 = 2026-04-20T20:30 on"),
		CASE("3 tháng tới", "3 tháng tới = 2026-05/2026-07 -"),
		CASE("tuần sau", "tuần sau = 2026-W18 -"),
		CASE("trước 17h ngày mai", "trước 17h ngày mai = 2026-04-21T17:00 before/no"),
	};

	(void)st;
	check(office, ARRAY_LEN(office), &april);
	check(everyday, ARRAY_LEN(everyday), &typed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bound_words_say_whether_the_day_counts),
		cmocka_unit_test(the_last_minute_follows_the_bound),
		cmocka_unit_test(a_meeting_time_is_one_expression),
		cmocka_unit_test(members_lend_each_other_month_and_year),
		cmocka_unit_test(what_comes_again_is_recurring),
		cmocka_unit_test(counted_time_keeps_its_unit),
		cmocka_unit_test(figures_that_are_no_dates),
		cmocka_unit_test(blanks_and_impossible_dates_are_not_guessed),
		cmocka_unit_test(a_limit_without_a_year_lies_ahead),
		cmocka_unit_test(everyday_words_count_only_in_everyday_mode),
	};

	return cmocka_run_group_tests_name("dates", tests, load, unload);
}
