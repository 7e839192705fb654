/*
 * test_stamps.c - marks among the words that were read from stamps.
 */
#include "reading/stamps.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static void marks_are_known_by_what_is_left_of_them(void **st)
{
	static const struct {
		const char *seen;
		secrecy x;
		urgency u;
	} cases[] = {
		{"MẬT", SECRECY_MAT, URGENCY_NONE},
		{"_ MậT", SECRECY_MAT, URGENCY_NONE},
		{"| MAT |", SECRECY_MAT, URGENCY_NONE},
		{"MẶẬT", SECRECY_MAT, URGENCY_NONE},
		{"ẬT", SECRECY_MAT, URGENCY_NONE},
		{"TÓI MẬT", SECRECY_TOI_MAT, URGENCY_NONE},
		{"Tố MẬT", SECRECY_TOI_MAT, URGENCY_NONE},
		{"TUYỆT MẬT", SECRECY_TUYET_MAT, URGENCY_NONE},
		{"TỐI MẬT Ỉ", SECRECY_TOI_MAT, URGENCY_NONE}, /* the frame's other end */
		{"MẬT TRẬ", SECRECY_NONE, URGENCY_NONE},
		{"TUYỆT", SECRECY_TUYET_MAT, URGENCY_NONE},
		{"HỎA TỐC", SECRECY_NONE, URGENCY_HOA_TOC},
		{"HỎA TÓC HẸN GIỜ", SECRECY_NONE, URGENCY_HOA_TOC},
		{"KHẨN", SECRECY_NONE, URGENCY_KHAN},
		{"THƯỢNG KHẨN", SECRECY_NONE, URGENCY_THUONG_KHAN},
		{"bảo mật", SECRECY_NONE, URGENCY_NONE},
		{"MẶT TRẬN", SECRECY_NONE, URGENCY_NONE},
		{"AT", SECRECY_NONE, URGENCY_NONE},
		{"HOẠT ĐỘNG", SECRECY_NONE, URGENCY_NONE},
		{"quản lý nhà nước về bí MẬT", SECRECY_NONE, URGENCY_NONE},
		{"ĐẾN", SECRECY_NONE, URGENCY_NONE},
		{"", SECRECY_NONE, URGENCY_NONE},
	};

	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		stamp s = {.text = slice_c(cases[i].seen)};
		reading r = {.stamps = {&s, 1, 1}};
		bool marked = cases[i].x != SECRECY_NONE || cases[i].u != URGENCY_NONE;

		stamps_settle(&r);
		if (r.secrecy != cases[i].x || r.urgency != cases[i].u || r.stamps.n != marked)
			fail_msg("%s", cases[i].seen);
	}
}

static void what_the_header_says_is_not_taken_back(void **st)
{
	reading r = {.secrecy = SECRECY_TOI_MAT, .urgency = URGENCY_HOA_TOC};

	(void)st;
	stamps_settle(&r);
	assert_int_equal(r.secrecy, SECRECY_TOI_MAT);
	assert_int_equal(r.urgency, URGENCY_HOA_TOC);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(marks_are_known_by_what_is_left_of_them),
		cmocka_unit_test(what_the_header_says_is_not_taken_back),
	};

	return cmocka_run_group_tests_name("stamps", tests, NULL, NULL);
}
