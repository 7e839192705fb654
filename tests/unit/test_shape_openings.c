/*
 * test_shape_openings.c - words that open a part of a document, in the middle of another.
 */
#include "reading/shape/shape.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static arena memory;
static reading r;

static void shape(slice text)
{
	rawdoc doc;

	r = (reading){0};
	assert_int_equal(rawdoc_from_text(text, &memory, &doc, NULL), RC_OK);
	shape_run(&doc, &memory, &r);
}

static void a_sentence_in_the_middle_of_a_paragraph_may_begin_like_a_basis(void **st)
{
	(void)st;
	shape(S("      Các sở, ngành tập trung xử lý các hành vi khai thác trái phép, vượt ranh\n"
	        "giới, vượt công suất, trữ lượng, sai thiết kế, trốn thuế, gây ô nhiễm môi trường.\n"
	        "Thực hiện đồng bộ các biện pháp quản lý thuế, phí, lệ phí, ký quỹ cải tạo đất,\n"
	        "phục hồi môi trường.\n"
	        "      Công an tỉnh nắm tình hình, phòng ngừa và đấu tranh với các hành vi vi phạm\n"
	        "trên địa bàn các xã.\n"
	        "      Thuế tỉnh kiểm tra, đối chiếu khối lượng khoáng sản kê khai của các đơn vị.\n"
	        "      Thực hiện nhiệm vụ được giao, Sở Công Thương rà soát các cơ sở chế biến và\n"
	        "báo cáo kết quả.\n"));
	assert_true(slice_eq(
		r.text,
		S("Các sở, ngành tập trung xử lý các hành vi khai thác trái phép, vượt ranh giới, vượt "
	          "công suất, trữ lượng, sai thiết kế, trốn thuế, gây ô nhiễm môi trường. Thực hiện "
	          "đồng bộ các biện pháp quản lý thuế, phí, lệ phí, ký quỹ cải tạo đất, phục hồi môi "
	          "trường.\n"
	          "Công an tỉnh nắm tình hình, phòng ngừa và đấu tranh với các hành vi vi phạm trên "
	          "địa bàn các xã.\n"
	          "Thuế tỉnh kiểm tra, đối chiếu khối lượng khoáng sản kê khai của các đơn vị.\n"
	          "Thực hiện nhiệm vụ được giao, Sở Công Thương rà soát các cơ sở chế biến và báo cáo "
	          "kết quả.\n")));
}

static void the_subject_of_a_letter_goes_on_with_about(void **st)
{
	(void)st;
	shape(S("    UBND TỈNH LẠNG SƠN               CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
	        "    SỞ CÔNG THƯƠNG                        Độc lập - Tự do - Hạnh phúc\n"
	        "      Số:       /SCT-CN                Lạng Sơn, ngày      tháng 5 năm 2026\n"
	        " V/v thực hiện quy định pháp luật\n"
	        "    về vật liệu nổ công nghiệp\n\n"
	        "            Kính gửi: Các tổ chức hoạt động vật liệu nổ công nghiệp\n\n"
	        "       Sở Công Thương đề nghị các tổ chức thực hiện các nội dung sau.\n"));
	assert_true(slice_has(r.text, S("V/v thực hiện quy định pháp luật về vật liệu nổ công")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sentence_in_the_middle_of_a_paragraph_may_begin_like_a_basis),
		cmocka_unit_test(the_subject_of_a_letter_goes_on_with_about),
	};
	int failed;

	arena_init(&memory, NULL, 0);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_done(&memory);
	return failed;
}
