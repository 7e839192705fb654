/*
 * test_legacy.c - text of the TCVN3 and VNI fonts becomes Unicode; other text stays.
 */
#include "reading/extract/legacy.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void assert_text(slice got, const char *want, size_t n)
{
	if (!slice_eq(got, (slice){want, n}))
		print_error("got: %.*s\n", (int)got.n, got.p);
	assert_true(slice_eq(got, (slice){want, n}));
}
#define ASSERT_TEXT(got, want) assert_text(got, want, sizeof(want) - 1)

static void tcvn3_bytes_become_vietnamese(void **st)
{
	arena a;

	(void)st;
	arena_init(&a, NULL, 0);
	ASSERT_TEXT(legacy_from_bytes(S("\256\322 ngh\336, th\253\156g b\270o"), LEGACY_TCVN3, &a),
	            "đề nghị, thông báo");
	arena_done(&a);
}

static void a_tcvn3_word_in_capitals_stays_in_capitals(void **st)
{
	arena a;

	(void)st;
	arena_init(&a, NULL, 0);
	ASSERT_TEXT(legacy_from_bytes(S("TH\253NG B\270O"), LEGACY_TCVN3, &a), "THÔNG BÁO");
	ASSERT_TEXT(legacy_from_bytes(S("S\350 th\370 hai"), LEGACY_TCVN3, &a), "Số thứ hai");
	arena_done(&a);
}

static void vni_bytes_become_letters_and_marks(void **st)
{
	arena a;

	(void)st;
	arena_init(&a, NULL, 0);
	/* Letters and combining marks; the shaper composes them. */
	ASSERT_TEXT(legacy_from_bytes(S("\361o\340ng y\371"), LEGACY_VNI, &a),
	            "đo\314\202\314\200ng y\314\201");
	ASSERT_TEXT(legacy_from_bytes(S("\321\326\331"), LEGACY_VNI, &a), "ĐƯ\314\201");
	arena_done(&a);
}

static void each_code_is_recognised_by_what_it_is_full_of(void **st)
{
	(void)st;
	assert_int_equal(
		LEGACY_TCVN3,
		legacy_of_bytes(S("\256\322 ngh\336 c\270c s\353, ban, ng\265nh b\270o c\270o "
	                          "k\325t qu\266 tr\255\355c ng\265y")));
	assert_int_equal(
		LEGACY_VNI,
		legacy_of_bytes(S("\361e\340 ngh\362 ca\371\143 s\364\373, ban, nga\370nh ba\371o "
	                          "ca\371o ke\341t qua\373 nga\370y tr\366\364\371\143")));
}

static void other_text_is_left_alone(void **st)
{
	(void)st;
	assert_int_equal(LEGACY_NONE, legacy_of_bytes(S("")));
	assert_int_equal(LEGACY_NONE, legacy_of_bytes(S("plain ASCII, 30/4 and 100%")));
	assert_int_equal(LEGACY_NONE,
	                 legacy_of_bytes(S("\377\376\000\001\002\003\200\201\202\203")));
	assert_int_equal(LEGACY_NONE,
	                 legacy_of_bytes(S("caf\351 cr\350me, d\351j\340 vu, na\357ve")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tcvn3_bytes_become_vietnamese),
		cmocka_unit_test(a_tcvn3_word_in_capitals_stays_in_capitals),
		cmocka_unit_test(vni_bytes_become_letters_and_marks),
		cmocka_unit_test(each_code_is_recognised_by_what_it_is_full_of),
		cmocka_unit_test(other_text_is_left_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
