/*
 * test_totp.c - the codes of RFC 6238, appendix B (its SHA-1 secret), each good once.
 */
#include "base/totp.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/qr.h"

/* "12345678901234567890" in base 32. */
static const slice secret = S("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

static const struct {
	int64_t now;
	slice code; /* the last six of the eight figures of the standard */
} known[] = {
	{59, S("287082")},         {1111111109, S("081804")}, {1111111111, S("050471")},
	{1234567890, S("005924")}, {2000000000, S("279037")}, {20000000000, S("353130")},
};

static void the_codes_of_the_standard(void **st)
{
	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(known); i++) {
		int64_t step = 0, now = known[i].now;

		assert_int_equal(totp_check(secret, known[i].code, now, 0, &step, NULL), RC_OK);
		assert_int_equal(step, now / 30);
		assert_int_equal(totp_check(secret, known[i].code, now + 30, 0, &step, NULL),
		                 RC_OK);
		assert_int_equal(totp_check(secret, known[i].code, now + 90, 0, &step, NULL),
		                 RC_INPUT);
	}
}

static void a_code_is_good_once(void **st)
{
	int64_t step = 0;
	err e = {0};

	(void)st;
	assert_int_equal(totp_check(secret, S("081804"), 1111111109, 0, &step, NULL), RC_OK);
	assert_int_equal(totp_check(secret, S("081804"), 1111111109, step, &step, &e), RC_INPUT);
	assert_int_equal(e.id, MSG_CODE_WRONG);
}

static void what_is_no_code_is_refused(void **st)
{
	static const slice bad[] = {S(""),       S("08180"),  S("0818041"), S("08180a"),
	                            S("-81804"), S("999999"), S("081 804")};
	int64_t step = 7;

	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(bad); i++)
		assert_int_equal(totp_check(secret, bad[i], 1111111109, 0, &step, NULL), RC_INPUT);
	assert_int_equal(totp_check(S("short"), S("081804"), 1111111109, 0, &step, NULL), RC_INPUT);
	assert_int_equal(step, 7);
}

static void secrets_differ(void **st)
{
	slice one, two;
	arena a;

	(void)st;
	arena_init(&a, NULL, 0);
	one = totp_secret(&a);
	two = totp_secret(&a);
	assert_int_equal(one.n, 32);
	assert_false(slice_eq(one, two));
	arena_done(&a);
}

static void a_qr_code_is_a_path(void **st)
{
	int64_t side = 0;
	slice path;
	arena a;

	(void)st;
	arena_init(&a, NULL, 0);
	assert_int_equal(qr_path(S("otpauth://totp/dondoc:a?secret=ABC"), &a, &path, &side, NULL),
	                 RC_OK);
	assert_true(side >= 21 && side <= 177 && path.n > 100);
	assert_true(slice_starts(path, S("M0 0h7v1h-7z")));
	arena_done(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_codes_of_the_standard),  cmocka_unit_test(a_code_is_good_once),
		cmocka_unit_test(what_is_no_code_is_refused), cmocka_unit_test(secrets_differ),
		cmocka_unit_test(a_qr_code_is_a_path),
	};

	return cmocka_run_group_tests_name("totp", tests, NULL, NULL);
}
