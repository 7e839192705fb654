/*
 * test_stamps.c - marks among the words that were read from stamps.
 */
#include "reading/stamps.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "reading/shape/shape.h"

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

/* A program may sign a file again for each of its pages; another minute is another time. */
static void one_who_signs_twice_at_once_is_named_once(void **st)
{
	static const rawline said[] = {
		{.text = S("UBND tinh"), .marker = S("2026-03-02T08:23"), .flags = RAW_SIGNER},
		{.text = S("UBND tinh"), .marker = S("2026-03-02T08:23"), .flags = RAW_SIGNER},
		{.text = S("UBND tinh"), .marker = S("2026-03-02T08:24"), .flags = RAW_SIGNER},
		{.text = S("Nguyen Van Ha"), .marker = S("2026-03-02T08:24"), .flags = RAW_SIGNER},
		{.text = S("Mot hai ba."), .table = -1, .row = -1, .column = -1},
	};
	rawdoc doc = {.confidence = 1};
	reading r = {.text = {NULL, 0}};
	arena a;

	(void)st;
	arena_init(&a, NULL, 0);
	for (size_t i = 0; i < ARRAY_LEN(said); i++)
		*VEC_PUSH(&a, &doc.lines) = said[i];
	shape_run(&doc, &a, &r);
	assert_int_equal(r.stamps.n, 3);
	assert_true(slice_eq(r.stamps.p[1].signed_at, S("2026-03-02T08:24")));
	assert_true(slice_eq(r.stamps.p[2].signer, S("Nguyen Van Ha")));
	arena_done(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(marks_are_known_by_what_is_left_of_them),
		cmocka_unit_test(what_the_header_says_is_not_taken_back),
		cmocka_unit_test(one_who_signs_twice_at_once_is_named_once),
	};

	return cmocka_run_group_tests_name("stamps", tests, NULL, NULL);
}
