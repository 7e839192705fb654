/*
 * test_citations.c - documents cited, each with what is written of it and no more;
 * and figures with their units.
 */
#include "read_text.h"

typedef struct cite {
	const char *text, *kind, *number, *date, *issuer;
	bool blank;
} cite;

static void check(const cite *c, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		char text[1024];
		const reading *r;

		(void)snprintf(text, sizeof text, "THÔNG BÁO\nVề việc nghỉ lễ\n\nThực hiện %s;\n",
		               c[i].text);
		r = read_text(text);
		if (r->citations.n != 1)
			fail_msg("%u citations in \"%s\"", r->citations.n, c[i].text);
		assert_slice(r->citations.p[0].kind, c[i].kind);
		assert_slice(r->citations.p[0].number, c[i].number);
		assert_slice(r->citations.p[0].date, c[i].date);
		assert_slice(r->citations.p[0].issuer, c[i].issuer);
		assert_int_equal(r->citations.p[0].date_blank, c[i].blank);
	}
}

static void a_citation_has_kind_number_date_and_issuer(void **st)
{
	static const cite cases[] = {
		{"Chỉ thị số 02/CT-UBND ngày 08/01/2026 của Chủ tịch UBND tỉnh về việc A",
	         "Chỉ thị", "02/CT-UBND", "2026-01-08", "Chủ tịch UBND tỉnh", false},
		{"Chỉ thị số 02/CT- UBND ngày 08/01/2026 về việc A", "Chỉ thị", "02/CT-UBND",
	         "2026-01-08", "", false},
		{"Kết luận số 226-KL/TW, ngày 11/12/2025 của Ban Bí thư về A", "Kết luận",
	         "226-KL/TW", "2025-12-11", "Ban Bí thư", false},
		{"Chỉ thị số 11- CT/TU ngày 04/02/2026", "Chỉ thị", "11-CT/TU", "2026-02-04", "",
	         false},
		{"Quyết định số số 1656/QĐ-UBND ngày 20/7/2025 của UBND tỉnh", "Quyết định",
	         "1656/QĐ-UBND", "2025-07-20", "UBND tỉnh", false},
		{"Nghị định số 151/2025/NĐ-CP của Chính phủ", "Nghị định", "151/2025/NĐ-CP", "",
	         "Chính phủ", false},
		{"Nghị định số 181/2024/NĐCP ngày 31/12/2024", "Nghị định", "181/2024/NĐCP",
	         "2024-12-31", "", false},
		{"Nghị quyết số 66.7/2025/NQ-CP ngày 15/11/2025", "Nghị quyết", "66.7/2025/NQ-CP",
	         "2025-11-15", "", false},
		{"Nghị quyết 76/NQ-CP ngày 15 tháng 7 năm 2021", "Nghị quyết", "76/NQ-CP",
	         "2021-07-15", "", false},
		{"Công văn số 31/SNV-CCVC ngày ngày 11 tháng 01 năm 2018 của Sở Nội vụ về A",
	         "Công văn", "31/SNV-CCVC", "2018-01-11", "Sở Nội vụ", false},
		{"Kế hoạch số 130/KH-UBND ngày của UBND tỉnh về A", "Kế hoạch", "130/KH-UBND", "",
	         "UBND tỉnh", true},
		{"Luật Địa chất và Khoáng sản năm 2024", "Luật", "", "", "", false},
		{"Luật Tổ chức chính quyền địa phương ngày 16/6/2025", "Luật", "", "2025-06-16", "",
	         false},
		{"Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15", "Luật", "64/2025/QH15",
	         "", "", false},
		{"Nghị quyết sô 02/NQ-CP ngay 01 tháng 01 năm 2020", "Nghị quyết", "02/NQ-CP",
	         "2020-01-01", "", false},
		{"Công văn số 847/UBND-VX1 ngày 22/3/2011", "Công văn", "847/UBND-VX1",
	         "2011-03-22", "", false},
		{"Điện số 52/ĐK-QK ngày 07/9/2026", "Điện", "52/ĐK-QK", "2026-09-07", "", false},
		{"Luật số 42/2024/QH15", "Luật", "42/2024/QH15", "", "", false},
		{"Nghị quyết 57", "Nghị quyết", "57", "", "", false},
		{"Nghị quyết Đại hội Đảng toàn quốc lần thứ XIV", "Nghị quyết", "", "", "", false},
		{"Sổ tay hướng dẫn của Cục Quản lý đất đai", "Sổ tay", "", "",
	         "Cục Quản lý đất đai", false},
		{"văn bản số 92/TTr-UBND ngày 21 tháng 4 năm 2026", "văn bản", "92/TTr-UBND",
	         "2026-04-21", "", false},
		{"Văn bản đề nghị số 01TV/2026 ngày 13/3/2026", "Văn bản đề nghị", "01TV/2026",
	         "2026-03-13", "", false},
	};

	(void)st;
	check(cases, ARRAY_LEN(cases));
}

static void an_issuer_ends_with_its_name_and_firms_number_as_they_please(void **st)
{
	static const cite cases[] = {
		/* where the issuer ends */
		{"Nghị định số 115/2015/NĐ-CP ngày 11/11/2015 của Chính phủ và Điều 28 của quy chế",
	         "Nghị định", "115/2015/NĐ-CP", "2015-11-11", "Chính phủ", false},
		{"Quyết định số 3/QĐ-UBBC ngày 05/12/2025 của Ủy ban nhân dân xã Tân Lập Về việc thành lập tổ",
	         "Quyết định", "3/QĐ-UBBC", "2025-12-05", "Ủy ban nhân dân xã Tân Lập", false},
		{"Thông báo số 7/TB-UBND ngày 05/12/2025 của UBND tỉnh Lạng Sơn nghỉ Tết Nguyên đán",
	         "Thông báo", "7/TB-UBND", "2025-12-05", "UBND tỉnh Lạng Sơn", false},
		/* numbers of firms */
		{"văn bản số 02-2014/CV-NVW ngày 24/01/2014 của Công ty TNHH N & V", "văn bản",
	         "02-2014/CV-NVW", "2014-01-24", "Công ty TNHH N & V", false},
		{"công văn số 0001/TB-2016 ngày 17/10/2016", "công văn", "0001/TB-2016",
	         "2016-10-17", "", false},
	};

	(void)st;
	check(cases, ARRAY_LEN(cases));
}

static void an_issuer_ends_where_another_paper_is_joined(void **st)
{
	const reading *r = read_text(
		"THÔNG BÁO\nVề việc nghỉ lễ\n\nThực hiện Kết luận số 14-KL/TW ngày 22/9/2021 của Bộ Chính trị "
		"và Tờ trình số 73/TTr-SNV ngày 29/9/2023 của Sở Nội vụ;\n");

	(void)st;
	assert_int_equal(r->citations.n, 2);
	assert_slice(r->citations.p[0].issuer, "Bộ Chính trị");
	assert_slice(r->citations.p[1].issuer, "Sở Nội vụ");
}

static void a_date_may_stand_before_the_number(void **st)
{
	const reading *r = read_text(
		"THÔNG BÁO\nVề việc nghỉ lễ\n\nNgày 09 tháng 6 năm 2025, Chính phủ "
		"ban hành Nghị định số 119/2025/NĐ-CP sửa đổi một số điều.\n");

	(void)st;
	assert_int_equal(r->citations.n, 1);
	assert_slice(r->citations.p[0].date, "2025-06-09");
	assert_slice(r->citations.p[0].issuer, "Chính phủ");
}

static void what_only_looks_like_a_number_is_no_citation(void **st)
{
	static const char *const none[] = {"trực 24/24h",
	                                   "đường 30/4",
	                                   "tiêu chuẩn ISO 9001: 2008",
	                                   "giai đoạn 2021 - 2025",
	                                   "01 lái xe chung/01 huyện",
	                                   "ngày 20/4/2026",
	                                   "nhiệm kỳ 2026 - 2031"};

	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(none); i++) {
		char text[512];

		(void)snprintf(text, sizeof text, "THÔNG BÁO\nVề việc nghỉ lễ\n\nThực hiện %s;\n",
		               none[i]);
		assert_int_equal(read_text(text)->citations.n, 0);
	}
}

static void figures_keep_sign_comma_and_unit(void **st)
{
	const reading *r = read_text(
		"THÔNG BÁO\nVề việc nghỉ lễ\n\nTổng sản phẩm trên địa bàn (GRDP) ước "
		"tăng 7,05%, thấp hơn kịch bản 3,15 điểm %; kim ngạch xuất nhập khẩu "
		"tăng cao (+63,5%), thu 1.234,5 tỷ đồng.\n");

	(void)st;
	assert_int_equal(r->figures.n, 4);
	assert_true(r->figures.p[0].value > 7.049 && r->figures.p[0].value < 7.051);
	assert_slice(r->figures.p[0].unit, "%");
	assert_slice(r->figures.p[1].unit, "điểm %");
	assert_slice(slice_at(r->text, r->figures.p[2].at), "+63,5%");
	assert_slice(r->figures.p[2].of, "kim ngạch xuất nhập khẩu");
	assert_true(r->figures.p[3].value > 1234.4 && r->figures.p[3].value < 1234.6);
	assert_slice(r->figures.p[3].unit, "tỷ đồng");
}

static void numbers_of_old_and_kinds_that_say_more(void **st)
{
	static const struct {
		const char *text, *kind, *number;
	} cases[] = {
		{"Căn cứ Quyết định số 15-HĐBT ngày 05/4/1983;\n", "Quyết định", "15-HĐBT"},
		{"Thực hiện công văn hướng dẫn số 12/SGD-MN ngày 01/3/2026.\n",
	         "công văn hướng dẫn", "12/SGD-MN"},
	};

	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const reading *r = read_text(cases[i].text);

		assert_int_equal(r->citations.n, 1);
		assert_slice(r->citations.p[0].kind, cases[i].kind);
		assert_slice(r->citations.p[0].number, cases[i].number);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_citation_has_kind_number_date_and_issuer),
		cmocka_unit_test(an_issuer_ends_with_its_name_and_firms_number_as_they_please),
		cmocka_unit_test(an_issuer_ends_where_another_paper_is_joined),
		cmocka_unit_test(numbers_of_old_and_kinds_that_say_more),
		cmocka_unit_test(a_date_may_stand_before_the_number),
		cmocka_unit_test(what_only_looks_like_a_number_is_no_citation),
		cmocka_unit_test(figures_keep_sign_comma_and_unit),
	};

	return cmocka_run_group_tests_name("citations", tests, read_start, read_done);
}
