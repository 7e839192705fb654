/*
 * test_mend.c - which words of a scan are put right, which stay, and which texts are those of scans.
 */
#include "read_text.h"

#include "reading/extract/rawdoc.h"
#include "reading/mend.h"

/* Two words that differ from two others in marks alone are left as they are. */
static void what_is_right_stays(void **st)
{
	static const char right[] =
		"Thứ trưởng trao đổi với KT. BỘ TRƯỞNG THỨ TRƯỞNG về trật tự đô thị; bắt đầu từ ngày mai, từ đó "
		"có quan hệ, đi đôi với điều chỉnh phụ tải; quyết đình chỉ; hệ thống báo; đến ngay; ban GSTĐĐT";
	rawdoc doc = {0};
	err e = {0};

	(void)st;
	assert_int_equal(rawdoc_from_text(slice_c(right), &read_memory, &doc, &e), RC_OK);
	mend_scan(&doc, &read_memory);
	assert_slice(doc.lines.p[0].text, right);
}

/* Letters among figures, signs, and words that are sure beside each other. */
static void what_is_sure_is_mended(void **st)
{
	static const struct {
		const char *seen, *meant;
	} rows[] = {
		{"trước ngày l5/6/2026, trong l0 ngày", "trước ngày 15/6/2026, trong 10 ngày"},
		{"ngày 3O/6/2O26, số 15/2O26/NĐ-CP", "ngày 30/6/2026, số 15/2O26/NĐ-CP"},
		{"lol 10l0 o", "lol 10l0 o"},
		{"Công văn so 10, thang 11, quý I1", "Công văn số 10, tháng 11, quý II"},
		{"PHO CHÁNH; Lưu: VI; (b/€); 17 giò 00", "PHÓ CHÁNH; Lưu: VT; (b/c); 17 giờ 00"},
		{"\u00d0ề nghị UƯBND tỉnh; ngày i 13/3", "Đề nghị UBND tỉnh; ngày  13/3"},
		{"quyêt định hêt", "quyết định hết"},
	};

	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		rawdoc doc = {0};
		err e = {0};

		assert_int_equal(rawdoc_from_text(slice_c(rows[i].seen), &read_memory, &doc, &e),
		                 RC_OK);
		mend_scan(&doc, &read_memory);
		assert_slice(doc.lines.p[0].text, rows[i].meant);
	}
}

static bool wanted(const char *text)
{
	rawdoc doc = {0};
	err e = {0};

	assert_int_equal(rawdoc_from_text(slice_c(text), &read_memory, &doc, &e), RC_OK);
	return mend_wanted(&doc, &read_memory);
}

static void a_text_read_off_a_picture_says_so_by_its_title(void **st)
{
	(void)st;
	assert_true(wanted("SỞ Y TẾ\nCONG HÒA XÃ HOI CHỦ NGHĨA VIỆT NAM\nSố: 1/SYT\n"));
	assert_true(wanted("CỘNG HÒA XÃ HOI CHỦ NGHĨA VIỆT NAM\nĐộc lâp - Tự do - Hanh phúc\n"));
	assert_false(wanted("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\ntô chức\n"));
	assert_false(wanted("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự Do - Hạnh phúc\n"));
	assert_true(wanted("UBND XÃ\nĐộc lập - Tự do - Hanh phúc\n"));
	/* another word is none that lost a mark */
	assert_false(wanted("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Khải phúc\n"));
	assert_false(wanted("GIẤY MỜI\nKính mời đại biểu dự họp tô chức ngày 15/7.\n"));
	/* marks that stand by themselves are not lost */
	assert_false(wanted("CO\u0323\u0302NG HO\u0300A XA\u0303 HO\u0323\u0302I "
	                    "CHU\u0309 NGHI\u0303A VIE\u0323\u0302T NAM\n"));
	assert_true(wanted("CO\u0323\u0302NG HO\u0300A XA\u0303 HOI "
	                   "CHU\u0309 NGHI\u0303A VIE\u0323\u0302T NAM\n"));
}

static void who_reads_it_is_told_of_the_mending(void **st)
{
	const reading *r = read_text(
		"SỞ Y TẾ\nCONG HÒA XÃ HOI CHỦ NGHĨA VIỆT NAM\nSố: 1/SYT\n\nĐê nghị các "
		"đơn vị tô chức kiểm tra.\n");

	(void)st;
	assert_int_equal(r->warnings.n, 1);
	assert_non_null(slice_find(r->text, S("tổ chức")));
	assert_int_equal(read_text("SỞ Y TẾ\nSố: 1/SYT\n\nĐê nghị tô chức.\n")->warnings.n, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_right_stays),
		cmocka_unit_test(what_is_sure_is_mended),
		cmocka_unit_test(a_text_read_off_a_picture_says_so_by_its_title),
		cmocka_unit_test(who_reads_it_is_told_of_the_mending),
	};

	return cmocka_run_group_tests_name("mend", tests, read_start, read_done);
}
