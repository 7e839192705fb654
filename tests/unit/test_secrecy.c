/*
 * test_secrecy.c - marks of secrecy are seen; words about secrecy are none.
 */
#include "reading/secrecy.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static void expect(bool want, const char *text)
{
	if (secrecy_marked(slice_c(text)) != want)
		fail_msg("%s: %s", want ? "not seen" : "seen", text);
}

static void marks_are_seen(void **state)
{
	static const char *const texts[] = {
		"MẬT",
		"ỦY BAN NHÂN DÂN\nTỐI MẬT\nSố: 1/TB",
		"TUYỆT MẬT\n",
		"M Ậ T",
		"[MẬT]",
		"MẬT          Lạng Sơn, ngày 05 tháng 5 năm 2026",
		"Số: 12/TB-UBND\tMẬT",
		"Số: 12/TB-UBND (Mật)",
		"Độ mật: Tối mật",
		"MẬT Lạng Sơn, ngày 05 tháng 5 năm 2026",
		"Số: 12/TB-UBND TUYỆT MẬT",
		"Bản mật số: 02",
		"TÀI LIỆU MẬT",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(texts); i++)
		expect(true, texts[i]);
}

static void words_are_no_marks(void **state)
{
	static const char *const texts[] = {
		"",
		"Về việc bảo vệ bí mật nhà nước",
		"BẢO VỆ BÍ MẬT NHÀ NƯỚC",
		"Độ mật: Thường",
		"bảo mật thông tin (bí mật)",
		"HỎA TỐC",
		"Giao Công an tỉnh quản lý con dấu MẬT, TỐI MẬT.",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(texts); i++)
		expect(false, texts[i]);
}

static void only_the_head_is_looked_at(void **state)
{
	char text[200] = "";

	(void)state;
	for (size_t i = 0; i < 60; i += 2)
		memcpy(text + i, "x\n", 3);
	memcpy(text + 60, "MẬT", 6);
	expect(false, text);
	expect(true, text + 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(marks_are_seen),
		cmocka_unit_test(words_are_no_marks),
		cmocka_unit_test(only_the_head_is_looked_at),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
