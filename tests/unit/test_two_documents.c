/*
 * test_two_documents.c - a file that holds a letter and the letter that it passes on is the
 * first of them; annexes and forms are still its own.
 */
#include "read_text.h"

#define STATE "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"

#define FIRST                                                                                      \
	"UBND TỈNH LẠNG SƠN\nSỞ Y TẾ\nSố: 12/TB-SYT\n" STATE                                       \
	"Lạng Sơn, ngày 02 tháng 3 năm 2026\nTHÔNG BÁO\nVề việc tuyển sinh\n"                      \
	"Thực hiện kế hoạch đào tạo của ngành, Sở Y tế thông báo tới các đơn vị trực thuộc nội "   \
	"dung tuyển sinh của Trường, các đơn vị thông báo tới viên chức của đơn vị mình và lập "   \
	"danh sách những người đăng ký dự tuyển theo mẫu kèm theo thông báo này.\n"                \
	"Các đơn vị gửi danh sách về Sở Y tế trước ngày 24/3/2026./.\n"                            \
	"Nơi nhận:\n- Các đơn vị trực thuộc;\n- Lưu: VT.\n"                                        \
	"KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nTrần Văn Bình\n"

#define OTHER(number)                                                                              \
	"BỘ Y TẾ\nTRƯỜNG ĐẠI HỌC Y\nSố: " number "\n" STATE                                        \
	"Hà Nội, ngày 20 tháng 02 năm 2026\nTHÔNG BÁO\nTuyển sinh năm 2026\n"                      \
	"Giao Phòng Đào tạo báo cáo kết quả tuyển sinh trước ngày 30/9/2026./.\n"                  \
	"Nơi nhận:\n- Sở Y tế các tỉnh;\n- Lưu: VT, ĐT.\nHIỆU TRƯỞNG\nLê Thị Hoa\n"

static void another_document_behind_it_gives_nothing(void **st)
{
	const reading *r = read_text(FIRST OTHER("366/TB-ĐHY"));

	(void)st;
	assert_slice(slice_at(r->text, (span){r->other, 8}), "BỘ Y T");
	assert_slice(r->signature.name, "Trần Văn Bình");
	assert_int_equal(r->recipients.n, 2); /* and where it is filed */
	assert_slice(r->recipients.p[0].text, "Các đơn vị trực thuộc");
	for (uint32_t i = 0; i < r->assignments.n; i++)
		assert_true(span_end(r->assignments.p[i].at) <= r->other);
	for (uint32_t i = 0; i < r->dates.n; i++)
		assert_true(span_end(r->dates.p[i].at) <= r->other);
	assert_int_equal(r->warnings.n, 1);
	assert_true(slice_has(r->text, S("Lê Thị Hoa"))); /* its words stay */
}

static void a_figure_that_was_read_badly_is_one(void **st)
{
	(void)st;
	assert_int_not_equal(read_text(FIRST OTHER("3€€Ø /TB-ĐHY"))->other, 0);
}

static void a_form_is_no_other_document(void **st)
{
	static const char *const blanks[] = {"/BC-SYT", "      /BC-SYT", "…/BC-SYT",
	                                     "...../BC-..."};

	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(blanks); i++) {
		char text[4096];

		(void)snprintf(text, sizeof text, "%sTÊN ĐƠN VỊ\nSố: %s\n" STATE "BÁO CÁO\n", FIRST,
		               blanks[i]);
		assert_int_equal(read_text(text)->other, 0);
	}
}

static void what_a_document_puts_in_force_is_its_own(void **st)
{
	const reading *r = read_text(
		FIRST "UBND TỈNH LẠNG SƠN\nSỞ Y TẾ\n" STATE "PHỤ LỤC\n"
		      "PHÂN CÔNG NHIỆM VỤ\n(Kèm theo Thông báo số 12/TB-SYT ngày 02/3/2026)\n"
		      "Giao Trung tâm Kiểm soát bệnh tật báo cáo kết quả trước ngày 30/4/2026.\n");

	(void)st;
	assert_int_equal(r->other, 0);
	assert_int_equal(r->assignments.n, 2);
}

static void a_document_that_cites_the_state_is_one(void **st)
{
	const reading *r = read_text(FIRST "Số: 5/QĐ-UBND\n"
	                                   "Luật của nước Cộng hòa xã hội chủ nghĩa Việt Nam\n");

	(void)st;
	assert_int_equal(r->other, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(another_document_behind_it_gives_nothing),
		cmocka_unit_test(a_figure_that_was_read_badly_is_one),
		cmocka_unit_test(a_form_is_no_other_document),
		cmocka_unit_test(what_a_document_puts_in_force_is_its_own),
		cmocka_unit_test(a_document_that_cites_the_state_is_one),
	};

	return cmocka_run_group_tests(tests, read_start, read_done);
}
