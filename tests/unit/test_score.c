/*
 * test_score.c - what scoring counts as right (CONTRACTS §4), case by case, with
 * labels and readings of a few words.
 */
#include "app/score/score.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "app/score/score_words.h"

/* one tally of one document; gold NULL: labels without anything */
typedef struct result {
	arena a;
	score_tally t;
} result;

static json_t *parsed(const char *text)
{
	json_error_t why;
	json_t *j = text ? json_loads(text, 0, &why) : NULL;

	if (text != NULL && j == NULL)
		fail_msg("%s: %s", why.text, text);
	return j;
}

static void score(result *r, const char *gold, const char *doc)
{
	json_t *labels = parsed(gold);
	json_t *reading = parsed(doc);

	if (r->t.a == NULL)
		arena_init(&r->a, NULL, 0);
	r->t.a = &r->a;
	score_document(&r->t, S("001"), labels, reading);
	json_decref(labels);
	json_decref(reading);
}

static void expect_count(score_field f, const char *gold, const char *doc, score_count want)
{
	result r = {0};
	score_count got;

	score(&r, gold, doc);
	got = r.t.count[f];
	if (memcmp(&got, &want, sizeof got) != 0)
		fail_msg("%s: labels %u right %u missed %u false %u\n%s\n%s", score_field_word(f).p,
		         got.labels, got.right, got.missed, got.wrong, gold,
		         doc ? doc : "(not read)");
	arena_done(&r.a);
}

#define RIGHT ((score_count){1, 1, 0, 0})
#define MISSED ((score_count){1, 0, 1, 0})
#define INVENTED ((score_count){0, 0, 0, 1})
#define OTHERWISE ((score_count){1, 0, 1, 1})
#define NOTHING ((score_count){0, 0, 0, 0})

/* --- words ------------------------------------------------------------- */

static bool same(const char *x, const char *y)
{
	arena a;
	bool r;

	arena_init(&a, NULL, 0);
	r = score_same_words(&a, slice_c(x), slice_c(y));
	arena_done(&a);
	return r;
}

static void words_are_the_same_whatever_the_typist_did(void **state)
{
	(void)state;
	assert_true(same("Ủy ban", "UỶ  BAN"));
	assert_true(same("hòa, thủy", "hoà thuỷ;"));
	assert_true(same("Đà Nẵng", "đà nẵng"));
	assert_true(same("Hà", "Ha\xcc\x80")); /* decomposed */
	assert_true(same("thƣ", "thư"));       /* the letter of an old font */
	assert_true(same("15/6/2026", "15 / 6 / 2026"));
	assert_false(same("hàng quý", "hằng quý"));
	assert_false(same("Sở Y tế", "Sở Y"));
	assert_false(same("da", "đa"));
}

static void words_count_in_order_only(void **state)
{
	arena a;
	swords x = {0};
	swords y = {0};

	(void)state;
	arena_init(&a, NULL, 0);
	score_words(&a, S("một hai ba bốn năm"), &x);
	score_words(&a, S("hai một ba x năm"), &y);
	assert_int_equal(score_in_order(&a, x.p, x.n, y.p, y.n), 3);
	assert_true(score_enough(&a, &x, &y, 6));
	assert_false(score_enough(&a, &x, &y, 7));
	arena_done(&a);
}

/* --- header ------------------------------------------------------------ */

static void a_number_is_compared_without_spaces(void **state)
{
	(void)state;
	expect_count(SCORE_NUMBER, "{\"number\":\"9389 /BNNMT-B\"}",
	             "{\"text\":\"\",\"number\":{\"value\":\"9389/BNNMT-B\",\"state\":\"known\"}}",
	             RIGHT);
	expect_count(SCORE_NUMBER, "{\"number\":\"1/A\"}",
	             "{\"text\":\"\",\"number\":{\"value\":\"2/A\",\"state\":\"known\"}}",
	             OTHERWISE);
}

static void an_invented_number_is_an_error_and_a_blank_one_is_none(void **state)
{
	(void)state;
	expect_count(SCORE_NUMBER, "{\"number\":null}",
	             "{\"text\":\"\",\"number\":{\"value\":\"7/A\",\"state\":\"known\"}}",
	             INVENTED);
	expect_count(SCORE_NUMBER, "{\"number\":null}",
	             "{\"text\":\"\",\"number\":{\"value\":null,\"state\":\"blank\"}}", NOTHING);
}

static void a_date_is_as_precise_as_its_label(void **state)
{
	(void)state;
	expect_count(SCORE_DATE, "{\"date\":\"2026-06\"}",
	             "{\"text\":\"\",\"issued\":{\"value\":\"2026-06\"}}", RIGHT);
	expect_count(SCORE_DATE, "{\"date\":\"2026-06\"}",
	             "{\"text\":\"\",\"issued\":{\"value\":\"2026-06-01\"}}", OTHERWISE);
}

static void a_document_not_read_counts_in_full(void **state)
{
	(void)state;
	expect_count(SCORE_DATE, "{\"date\":\"2026-06\"}", NULL, MISSED);
	expect_count(SCORE_DEADLINES,
	             "{\"deadlines\":[{\"text\":\"x\",\"value\":\"2026\",\"inclusive\":true}]}",
	             NULL, MISSED);
}

static void a_signer_title_is_authority_and_post_together(void **state)
{
	(void)state;
	expect_count(SCORE_SIGNER_TITLE, "{\"signer_title\":\"KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC\"}",
	             "{\"text\":\"\",\"signature\":{\"authority\":[\"KT.GIÁM ĐỐC\"],"
	             "\"post\":\"Phó Giám đốc\"}}",
	             RIGHT);
}

/* --- meetings ---------------------------------------------------------- */

#define MEETING(status, start) "{\"status\":\"" status "\",\"start\":\"" start "\"}"

static void a_meeting_held_is_not_one_to_attend(void **state)
{
	(void)state;
	expect_count(SCORE_MEETING_START, "{\"meeting\":null}",
	             "{\"text\":\"\",\"meetings\":[" MEETING("held", "2026-01-01T08:00") "]}",
	             NOTHING);
	expect_count(SCORE_MEETING_START, "{\"meeting\":null}",
	             "{\"text\":\"\",\"meetings\":[" MEETING("called", "2026-01-01T08:00") "]}",
	             INVENTED);
}

static void sessions_are_matched_by_their_start(void **state)
{
	(void)state;
	expect_count(SCORE_MEETING_START,
	             "{\"meeting\":[{\"start\":\"2026-01-02T08:00\"},{\"start\":\"2026-01-03\"}]}",
	             "{\"text\":\"\",\"meetings\":[" MEETING("called", "2026-01-03") "," MEETING(
			     "called", "2026-01-02T08:00") "]}",
	             ((score_count){2, 2, 0, 0}));
}

/* --- deadlines --------------------------------------------------------- */

#define LABELS(list) "{\"deadlines\":[" list "]}"
#define LIMIT(text, value, inclusive)                                                              \
	"{\"text\":\"" text "\",\"value\":\"" value "\",\"inclusive\":" inclusive "}"
#define FOUND(at, value, inclusive, role)                                                          \
	"{\"text\":\"\",\"at\":[" at "],\"value\":\"" value "\",\"inclusive\":" inclusive          \
	",\"role\":\"" role "\"}"
#define READ(text, dates) "{\"text\":\"" text "\",\"dates\":[" dates "]}"

static void a_deadline_needs_place_value_and_inclusiveness(void **state)
{
	static const char gold[] = LABELS(LIMIT("before 1/2", "2026-02-01", "false"));

	(void)state;
	expect_count(
		SCORE_DEADLINES, gold,
		READ("do it Before  1/2 now", FOUND("14,3", "2026-02-01", "false", "deadline")),
		RIGHT);
	expect_count(SCORE_DEADLINES, gold,
	             READ("do it before 1/2 now", FOUND("13,3", "2026-02-01", "true", "deadline")),
	             OTHERWISE);
	expect_count(SCORE_DEADLINES, gold,
	             READ("do it before 1/2 now", FOUND("0,2", "2026-02-01", "false", "deadline")),
	             OTHERWISE);
	expect_count(SCORE_DEADLINES, gold,
	             READ("do it before 1/2 now", FOUND("13,3", "2026-02-01", "false", "period")),
	             MISSED);
}

static void a_week_is_its_first_and_last_day(void **state)
{
	(void)state;
	expect_count(SCORE_DEADLINES, LABELS(LIMIT("this week", "2026-06-15/2026-06-21", "true")),
	             READ("do it this week", FOUND("6,9", "2026-W25", "true", "deadline")),
	             ((score_count){1, 1, 0, 0}));
	expect_count(SCORE_DEADLINES, LABELS(LIMIT("this week", "2026-06-14/2026-06-20", "true")),
	             READ("do it this week", FOUND("6,9", "2026-W25", "true", "deadline")),
	             ((score_count){1, 0, 1, 1}));
}

static void every_occurrence_of_a_deadline_is_found_once(void **state)
{
	static const char gold[] = LABELS(
		LIMIT("on 1/2", "2026-02-01", "true") "," LIMIT("on 1/2", "2026-02-01", "true"));

	(void)state;
	expect_count(SCORE_DEADLINES, gold,
	             READ("on 1/2 and on 1/2", FOUND("0,6", "2026-02-01", "true", "deadline")),
	             ((score_count){2, 1, 1, 0}));
	expect_count(SCORE_DEADLINES, gold,
	             READ("on 1/2 and on 1/2",
	                  FOUND("0,6", "2026-02-01", "true",
	                        "deadline") "," FOUND("11,6", "2026-02-01", "true", "deadline")),
	             ((score_count){2, 2, 0, 0}));
}

static void a_longer_label_keeps_the_date_that_only_it_can_have(void **state)
{
	/* the first label's words stand twice, the second's once */
	(void)state;
	expect_count(
		SCORE_DEADLINES,
		LABELS(LIMIT("on 1/2", "R", "true") "," LIMIT("on 1/2 each year", "R", "true")),
		READ("on 1/2 each year; on 1/2", FOUND("0,6", "R", "true", "deadline") "," FOUND(
							 "18,6", "R", "true", "deadline")),
		((score_count){2, 2, 0, 0}));
}

static void a_recurring_deadline_has_no_inclusiveness(void **state)
{
	static const char gold[] = LABELS(LIMIT("monthly", "R:monthly", "null"));

	(void)state;
	expect_count(SCORE_DEADLINES, gold,
	             READ("monthly", FOUND("0,7", "R:monthly", "null", "deadline")), RIGHT);
	expect_count(SCORE_DEADLINES, gold,
	             READ("monthly", FOUND("0,7", "R:monthly", "true", "deadline")), OTHERWISE);
}

/* --- assignments ------------------------------------------------------- */

#define DUTY(actor, action) "{\"actor\":\"" actor "\",\"with\":[],\"action\":\"" action "\"}"
#define TASK(nature, actor, action, at)                                                            \
	"{\"nature\":\"" nature "\",\"lead\":[{\"text\":\"" actor                                  \
	"\"}],\"action\":{\"text\":\"" action "\"},\"at\":[" at "]}"
#define DUTIES(list) "{\"assignments\":[" list "]}"
#define TASKS(text, list) "{\"text\":\"" text "\",\"assignments\":[" list "]}"

static void a_duty_is_found_by_six_tenths_of_its_words(void **state)
{
	static const char gold[] = DUTIES(DUTY("X", "a b c d e"));

	(void)state;
	expect_count(SCORE_ASSIGNMENTS, gold,
	             TASKS("a b q c z", TASK("task", "X", "a b q c z", "0,9")), RIGHT);
	expect_count(SCORE_ASSIGNMENTS, gold, TASKS("a b q z", TASK("task", "X", "a b q z", "0,7")),
	             OTHERWISE);
	expect_count(SCORE_ASSIGNMENTS, gold,
	             TASKS("a b c d e", TASK("standing", "X", "a b c d e", "0,9")), MISSED);
}

static void one_find_for_two_sentences_finds_both_labels(void **state)
{
	static const char gold[] = DUTIES(DUTY("X", "a b c d") "," DUTY("X", "e f g h"));
	static const char doc[] = TASKS("a b c d. e f g h.\\nz",
	                                TASK("task", "X", "a b c d", "0,17"));

	(void)state;
	expect_count(SCORE_ASSIGNMENTS, gold, doc, ((score_count){2, 2, 0, 0}));
	expect_count(SCORE_ASSIGNMENTS_STRICT, gold, doc, ((score_count){2, 1, 1, 0}));
	expect_count(SCORE_LEADS, gold, doc, ((score_count){2, 2, 0, 0}));
}

static void a_further_find_is_false_only_outside_labelled_paragraphs(void **state)
{
	static const char gold[] = DUTIES(DUTY("X", "a b c d"));

	(void)state;
	expect_count(
		SCORE_ASSIGNMENTS, gold,
		TASKS("a b c d. e f g h.\\nu v w x y",
	              TASK("task", "X", "a b c d", "0,8") "," TASK("task", "X", "e f g h", "9,8")),
		RIGHT);
	expect_count(SCORE_ASSIGNMENTS, gold,
	             TASKS("a b c d. e f g h.\\nu v w x y",
	                   TASK("task", "X", "a b c d", "0,8") "," TASK("task", "X", "u v w x y",
	                                                                "18,9")),
	             ((score_count){1, 1, 0, 1}));
}

static void the_best_pair_is_taken_first(void **state)
{
	(void)state;
	expect_count(SCORE_LEADS, DUTIES(DUTY("X", "a b c d e") "," DUTY("Y", "a b c d f")),
	             TASKS("", TASK("task", "Y", "a b c d f", "0,0") "," TASK("task", "X",
	                                                                      "a b c d e", "0,0")),
	             ((score_count){2, 2, 0, 0}));
}

/* --- bodies ------------------------------------------------------------ */

static bool bodies(const char *label, const char *actors)
{
	json_t *list = parsed(actors);
	arena a;
	bool r;

	arena_init(&a, NULL, 0);
	r = score_same_bodies(&a, slice_c(label), list);
	json_decref(list);
	arena_done(&a);
	return r;
}

static void bodies_are_the_same_however_they_are_written(void **state)
{
	(void)state;
	assert_true(bodies("UBND các xã, phường",
	                   "[{\"text\":\"Chủ tịch Uỷ ban nhân dân các xã, phường\"}]"));
	assert_true(bodies("Sở Văn hoá, Thể thao và Du lịch, Sở Tài chính",
	                   "[{\"text\":\"Sở Tài chính\"},"
	                   "{\"text\":\"Sở Văn hóa, Thể thao và Du lịch\"}]"));
	assert_true(bodies("các Bộ: Công an, Tài chính",
	                   "[{\"text\":\"Công an\",\"agency\":\"BCA\"},"
	                   "{\"text\":\"Tài chính\",\"agency\":\"BTC\"}]"));
	assert_true(bodies("các cơ quan có liên quan", "[{\"text\":\"cơ quan liên quan\"}]"));
	assert_true(bodies("Sở Xây dựng (cơ quan thường trực)", "[{\"text\":\"Sở Xây dựng\"}]"));
	assert_true(bodies("Ủy ban MTTQ tỉnh", "[{\"text\":\"Ủy ban Mặt trận Tổ quốc tỉnh\"}]"));
}

static void other_bodies_are_other_bodies(void **state)
{
	(void)state;
	assert_false(bodies("Sở Tài chính", "[{\"text\":\"Bộ Tài chính\",\"agency\":\"BTC\"}]"));
	assert_false(bodies("Sở Tài chính", "[]"));
	assert_false(
		bodies("Sở Tài chính", "[{\"text\":\"Sở Tài chính\"},{\"text\":\"Sở Xây dựng\"}]"));
	assert_false(bodies("UBND phường Văn Phú", "[{\"text\":\"UBND phường Yên Bái\"}]"));
}

/* --- lists ------------------------------------------------------------- */

static void a_citation_needs_kind_number_and_date(void **state)
{
	static const char gold[] =
		"{\"citations\":[\"Nghị định số 181/2024/NĐCP ngày 3/12/2024\"]}";
#define CITED(kind, number, date)                                                                  \
	"{\"text\":\"\",\"citations\":[{\"text\":\"\",\"kind\":\"" kind "\",\"number\":\"" number  \
	"\",\"date\":\"" date "\"}]}"

	(void)state;
	expect_count(SCORE_CITATIONS, gold, CITED("Nghị định", "181/2024/NĐ-CP", "2024-12-03"),
	             RIGHT);
	expect_count(SCORE_CITATIONS, gold, CITED("Nghị quyết", "181/2024/NĐ-CP", "2024-12-03"),
	             MISSED);
	expect_count(SCORE_CITATIONS, gold, CITED("Nghị định", "18/2024/NĐ-CP", "2024-12-03"),
	             MISSED);
	expect_count(SCORE_CITATIONS, gold, CITED("Nghị định", "181/2024/NĐ-CP", "2024-12-30"),
	             MISSED);
}

static void a_line_of_recipients_may_be_cut_into_bodies(void **state)
{
	(void)state;
	expect_count(SCORE_RECIPIENTS, "{\"recipients\":[\"CVP, PCVP UBND tỉnh (Bích)\"]}",
	             "{\"text\":\"\",\"recipients\":[{\"text\":\"CVP\"},"
	             "{\"text\":\"PCVP UBND tỉnh\"}]}",
	             RIGHT);
	expect_count(SCORE_RECIPIENTS, "{\"recipients\":[\"Sở Y tế\"]}",
	             "{\"text\":\"\",\"recipients\":[{\"text\":\"Sở Nội vụ\"}]}", MISSED);
}

/* --- bars -------------------------------------------------------------- */

static void small_numbers_allow_one_miss_and_one_false_find(void **state)
{
	(void)state;
	assert_true(score_passes(SCORE_DEADLINES, &(score_count){44, 43, 1, 1}));
	assert_false(score_passes(SCORE_DEADLINES, &(score_count){44, 42, 2, 0}));
	assert_false(score_passes(SCORE_DEADLINES, &(score_count){44, 44, 0, 2}));
	assert_true(score_passes(SCORE_DEADLINES, &(score_count){120, 117, 3, 3}));
	assert_true(score_passes(SCORE_NUMBER, &(score_count){34, 33, 1, 1}));
	assert_false(score_passes(SCORE_MEETING_START, &(score_count){15, 14, 1, 1}));
}

static void a_disputed_label_is_told_and_not_counted(void **state)
{
	result r = {0};

	(void)state;
	arena_init(&r.a, NULL, 0);
	r.t.a = &r.a;
	*VEC_PUSH(&r.a, &r.t.disputes) = (score_dispute){S("001"), SCORE_NUMBER, S("7/A"),
	                                                 S("it is printed there")};
	score(&r, "{\"number\":null}",
	      "{\"text\":\"\",\"number\":{\"value\":\"7/A\",\"state\":\"known\"}}");
	assert_int_equal(r.t.count[SCORE_NUMBER].wrong, 0);
	assert_int_equal(r.t.findings.n, 1);
	assert_int_equal(r.t.findings.p[0].what, SCORE_DISPUTED);
	arena_done(&r.a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_the_same_whatever_the_typist_did),
		cmocka_unit_test(words_count_in_order_only),
		cmocka_unit_test(a_number_is_compared_without_spaces),
		cmocka_unit_test(an_invented_number_is_an_error_and_a_blank_one_is_none),
		cmocka_unit_test(a_date_is_as_precise_as_its_label),
		cmocka_unit_test(a_document_not_read_counts_in_full),
		cmocka_unit_test(a_signer_title_is_authority_and_post_together),
		cmocka_unit_test(a_meeting_held_is_not_one_to_attend),
		cmocka_unit_test(sessions_are_matched_by_their_start),
		cmocka_unit_test(a_deadline_needs_place_value_and_inclusiveness),
		cmocka_unit_test(a_week_is_its_first_and_last_day),
		cmocka_unit_test(every_occurrence_of_a_deadline_is_found_once),
		cmocka_unit_test(a_longer_label_keeps_the_date_that_only_it_can_have),
		cmocka_unit_test(a_recurring_deadline_has_no_inclusiveness),
		cmocka_unit_test(a_duty_is_found_by_six_tenths_of_its_words),
		cmocka_unit_test(one_find_for_two_sentences_finds_both_labels),
		cmocka_unit_test(a_further_find_is_false_only_outside_labelled_paragraphs),
		cmocka_unit_test(the_best_pair_is_taken_first),
		cmocka_unit_test(bodies_are_the_same_however_they_are_written),
		cmocka_unit_test(other_bodies_are_other_bodies),
		cmocka_unit_test(a_citation_needs_kind_number_and_date),
		cmocka_unit_test(a_line_of_recipients_may_be_cut_into_bodies),
		cmocka_unit_test(small_numbers_allow_one_miss_and_one_false_find),
		cmocka_unit_test(a_disputed_label_is_told_and_not_counted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
