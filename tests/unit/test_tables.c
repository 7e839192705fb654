/*
 * test_tables.c - which rows of which tables give duties, to whom and until when.
 *
 * Every table is invented and stands in the body of a plan of 5/5/2026. What must come
 * out is one line a duty: "lead[+with] | first words of the action | limits".
 */
#include "read_text.h"

#include "base/strbuf.h"

enum { ACTION_BYTES = 80, OUT_MAX = 1 << 16 };

static void put_bodies(strbuf *b, const actors *list)
{
	for (uint32_t i = 0; i < list->n; i++) {
		const actor *a = &list->p[i];

		if (i > 0)
			strbuf_putc(b, ',');
		strbuf_put(b, a->agency.n != 0 ? a->agency : a->group.n != 0 ? a->group : a->text);
	}
}

static void put_duty(strbuf *b, const reading *r, const assignment *a)
{
	slice words = a->action_text;

	if (words.n > ACTION_BYTES) {
		words.n = ACTION_BYTES;
		while (words.n > 0 && words.p[words.n] != ' ')
			words.n--;
	}
	put_bodies(b, &a->lead);
	if (a->with.n != 0)
		strbuf_putc(b, '+');
	put_bodies(b, &a->with);
	strbuf_put(b, S(" | "));
	strbuf_put(b, words);
	strbuf_put(b, S(" |"));
	for (uint32_t i = 0; i < a->deadlines.n; i++) {
		strbuf_putc(b, ' ');
		strbuf_put(b, r->dates.p[a->deadlines.p[i]].value);
	}
	strbuf_putc(b, '\n');
}

static const reading *read_plan(const char *table)
{
	char *text = arena_alloc(&read_memory, OUT_MAX);

	(void)snprintf(text, OUT_MAX,
	               "ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN\nSố: 12/KH-UBND\n"
	               "Lạng Sơn, ngày 05 tháng 5 năm 2026\n\nKẾ HOẠCH\n"
	               "Nâng cao chất lượng phục vụ người dân\n\n"
	               "Thực hiện Nghị quyết số 19-NQ/TU ngày 22/4/2026 của Ban Thường vụ Tỉnh ủy, "
	               "UBND tỉnh ban hành Kế hoạch như sau:\n\nI. NỘI DUNG\n\n%s\n\n"
	               "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n"
	               "Nguyễn Văn A\n",
	               table);
	return read_text(text);
}

static void gives(const char *table, const char *wanted)
{
	const reading *r = read_plan(table);
	char *out = arena_alloc(&read_memory, OUT_MAX);
	strbuf b;

	strbuf_over(&b, out, OUT_MAX - 1);
	for (uint32_t i = 0; i < r->assignments.n; i++)
		put_duty(&b, r, &r->assignments.p[i]);
	assert_string_equal(out, wanted);
}

static void each_row_of_a_task_table_is_a_duty(void **st)
{
	(void)st;
	gives("| STT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành |\n"
	      "|---|---|---|---|---|\n"
	      "| 1 | Xây dựng phương án | Sở Tài chính | Sở Nội vụ; Công an tỉnh | 31/12/2026 |\n"
	      "| 2 | Bố trí trụ sở | UBND các xã, phường | | Trong tháng 7 |\n",
	      "STC+SNV,CAT | Xây dựng phương án | 2026-12-31\n"
	      "UBNDXA | Bố trí trụ sở | 2026-07\n");
}

static void a_heading_may_run_over_rows_and_be_numbered(void **st)
{
	(void)st;
	gives("| TT | Nội dung công việc | Cơ quan thực hiện | | Thời gian |\n"
	      "|---|---|---|---|---|\n"
	      "| | | Chủ trì | Phối hợp | |\n"
	      "| (1) | (2) | (3) | (4) | (5) |\n"
	      "| 1. | Rà soát hồ sơ | Sở Tư pháp | Sở Nội vụ | Quý II/2026 |\n",
	      "STP+SNV | Rà soát hồ sơ | 2026-Q2\n");
}

static void columns_may_stand_in_any_order(void **st)
{
	(void)st;
	gives("| Đơn vị thực hiện | Thời hạn | Nội dung |\n|---|---|---|\n"
	      "| Sở Y tế | Hằng năm | Kiểm tra an toàn thực phẩm |\n",
	      "SYT | Kiểm tra an toàn thực phẩm | R:yearly\n");
	gives("| Việc | Ai chủ trì | Hạn xong |\n|---|---|---|\n"
	      "| Kiểm tra an toàn thực phẩm | Sở Y tế | 30/6/2026 |\n",
	      "SYT | Kiểm tra an toàn thực phẩm | 2026-06-30\n");
}

static void bars_without_a_frame_are_a_table_too(void **st)
{
	(void)st;
	gives("TT | Nội dung | Cơ quan\n"
	      "1 | Rà soát các điểm nguy cơ sạt lở | Sở Nông nghiệp và Môi trường\n"
	      "2 | Bố trí lực lượng ứng trực | Công an tỉnh\n",
	      "SNNMT | Rà soát các điểm nguy cơ sạt lở |\n"
	      "CAT | Bố trí lực lượng ứng trực |\n");
}

static void a_section_leads_where_the_cell_is_blank(void **st)
{
	(void)st;
	gives("TT | Nhiệm vụ | Đơn vị thực hiện | Tiến độ\n"
	      "CÔNG AN TỈNH | | |\n"
	      "1 | Lập kế hoạch tuần tra | | 20/6/2026\n"
	      "2 | Kiểm tra việc lưu trú | Sở Nội vụ | 30/6/2026\n"
	      "II | Về đất đai | |\n"
	      "1 | Đo đạc lại bản đồ | | 10/7/2026\n",
	      "CAT | Lập kế hoạch tuần tra | 2026-06-20\n"
	      "SNV | Kiểm tra việc lưu trú | 2026-06-30\n"
	      " | Đo đạc lại bản đồ | 2026-07-10\n");
}

static void a_row_that_goes_on_has_the_lead_above(void **st)
{
	(void)st;
	gives("TT | Nhiệm vụ | Chủ trì | Thời hạn\n"
	      "1 | Cải cách thủ tục | |\n"
	      "1.1 | Rà soát thủ tục | Sở Nội vụ | 15/6/2026\n"
	      "1.2 | Công bố thủ tục | | 30/6/2026\n"
	      "2 | Tập huấn cán bộ | -nt- | 15/7/2026\n",
	      "SNV | Rà soát thủ tục | 2026-06-15\n"
	      "SNV | Công bố thủ tục | 2026-06-30\n"
	      "SNV | Tập huấn cán bộ | 2026-07-15\n");
}

static void parts_with_their_own_limits_are_duties_of_their_own(void **st)
{
	(void)st;
	gives("TT | Nội dung được giao | Cơ quan thực hiện | Ghi chú\n"
	      "1 | Xây dựng đề cương trước ngày 15/6/2026; đồng thời dự thảo kế hoạch trước ngày "
	      "30/6/2026 | Sở Xây dựng |\n"
	      "2 | Lập hồ sơ; báo cáo UBND tỉnh trước ngày 10/7/2026 | Sở Xây dựng |\n",
	      "SXD | Xây dựng đề cương trước ngày 15/6/2026 | 2026-06-15\n"
	      "SXD | dự thảo kế hoạch trước ngày 30/6/2026 | 2026-06-30\n"
	      "SXD | Lập hồ sơ; báo cáo UBND tỉnh trước ngày 10/7/2026 | 2026-07-10\n");
}

static void who_joins_may_stand_in_the_cell_of_the_lead_or_of_the_work(void **st)
{
	(void)st;
	gives("TT | Nhiệm vụ | Cơ quan thực hiện | Thời hạn\n"
	      "1 | Thẩm định dự toán | Sở Tài chính chủ trì, phối hợp với Sở Nội vụ | 20/6/2026\n"
	      "2 | Phối hợp với Công an tỉnh rà soát quy hoạch | Sở Xây dựng | 20/6/2026\n",
	      "STC+SNV | Thẩm định dự toán | 2026-06-20\n"
	      "SXD+CAT | rà soát quy hoạch | 2026-06-20\n");
}

static void several_limits_in_one_cell_all_count(void **st)
{
	(void)st;
	gives("TT | Nhiệm vụ | Chủ trì | Thời gian thực hiện\n"
	      "1 | Tổng hợp số liệu | Sở Tài chính | 30/6/2026 và 31/12/2026\n"
	      "2 | Vận hành hệ thống | Sở Tài chính | Thường xuyên\n"
	      "3 | Theo dõi giá cả | Sở Tài chính | Từ năm 2026\n",
	      "STC | Tổng hợp số liệu | 2026-06-30 2026-12-31\n"
	      "STC | Vận hành hệ thống |\n"
	      "STC | Theo dõi giá cả |\n");
}

static void products_are_deliverables_and_documents_the_basis(void **st)
{
	const reading *r = read_plan(
		"TT | Văn bản giao nhiệm vụ | Nhiệm vụ | Chủ trì | Thời hạn | Sản phẩm\n"
		"1 | Thông báo số 15/TB-UBND ngày 20/4/2026 | Rà soát quy hoạch | Sở Xây dựng | "
		"20/6/2026 | Báo cáo của UBND tỉnh\n");
	const assignment *a = &r->assignments.p[0];

	(void)st;
	assert_int_equal(r->assignments.n, 1);
	assert_int_equal(a->deliverables.n, 1);
	assert_slice(a->deliverables.p[0].text, "Báo cáo của UBND tỉnh");
	assert_int_equal(a->basis.n, 1);
	assert_slice(r->citations.p[a->basis.p[0]].number, "15/TB-UBND");
	assert_true(a->track);
	assert_int_equal(a->lead_source, LEAD_STATED);
}

static void lists_figures_and_programmes_give_none(void **st)
{
	static const char *const tables[] = {
		"TT | Cơ quan, đơn vị | CT | BC\n1 | Sở Nội vụ | 21/9 | 18/10\n"
		"2 | Sở Y tế | 28/9 | 19/10\n",
		"| Thời gian | Nội dung | Người thực hiện |\n|---|---|---|\n"
		"| 8h00 - 8h15 | Đón tiếp đại biểu | Văn phòng UBND tỉnh |\n",
		"| TT | Nội dung | Đơn vị | Kinh phí |\n|---|---|---|---|\n"
		"| 1 | Mua sắm vật tư | Sở Y tế | 100 |\n",
		"| TT | Họ và tên | Chức vụ | Nhiệm vụ |\n|---|---|---|---|\n"
		"| 1 | Nguyễn Văn B | Giám đốc | Trưởng ban |\n",
		"| STT | Nội dung kiến nghị | Cơ quan giải quyết | Kết quả |\n|---|---|---|---|\n"
		"| 1 | Đề nghị sửa cầu | Sở Xây dựng | Đã sửa xong trước ngày 10/4/2026 |\n",
		"| Thứ | Nội dung | Chủ trì | Địa điểm |\n|---|---|---|---|\n"
		"| Hai | Họp giao ban | Chủ tịch | Phòng họp |\n",
	};

	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(tables); i++)
		gives(tables[i], "");
}

static void a_heading_repeated_on_the_next_page_orders_nothing(void **st)
{
	(void)st;
	gives("| STT | Nhiệm vụ | Chủ trì | Thời hạn |\n|---|---|---|---|\n"
	      "| 1 | Lập dự toán | Sở Tài chính | 20/6/2026 |\n"
	      "| STT | Nhiệm vụ | Chủ trì | Thời hạn |\n"
	      "| 2 | Lập hồ sơ | Sở Nội vụ | 25/6/2026 |\n",
	      "STC | Lập dự toán | 2026-06-20\n"
	      "SNV | Lập hồ sơ | 2026-06-25\n");
}

static void cells_parted_by_tabs_may_run_over_lines(void **st)
{
	(void)st;
	gives("STT\tSố ký hiệu văn bản\tNội dung được giao\tCơ quan thực hiện\tTG hoàn thành\tGhi chú\t\n"
	      "1\tSố 5/TB ngày 09/3/2026\nGhi thêm\n\tLập danh mục thửa đất\t\nSở Xây dựng\tTrong "
	      "tháng 7\tChưa xong\t\n"
	      "2\tSố 6/TB ngày 10/3/2026\tThu hồi nợ thuê đất\n\t\n\n\nThuế tỉnh\t\tChưa xong\t\n",
	      "SXD | Lập danh mục thửa đất | 2026-07\n"
	      "THUE | Thu hồi nợ thuê đất |\n");
}

static void cells_may_be_parted_by_blanks_alone(void **st)
{
	(void)st;
	gives("STT      Nội dung công việc            Cơ quan         Cơ quan        Thời gian\n"
	      "                                       chủ trì         phối hợp       hoàn thành\n"
	      " I    Lĩnh vực đất đai\n"
	      " 1    Rà soát quỹ đất công ích      Sở Nông nghiệp   UBND các xã,    Trước ngày\n"
	      "                                    và Môi trường    phường          20/6/2026\n"
	      " 2    Lập bản đồ các tuyến          Sở Xây dựng      Sở Tài chính    Quý III/2026\n"
	      "      suối\n"
	      "Các đơn vị nêu trên báo cáo Văn phòng UBND tỉnh trước ngày 25 hằng tháng.",
	      "SNNMT+UBNDXA | Rà soát quỹ đất công ích | 2026-06-20\n"
	      "SXD+STC | Lập bản đồ các tuyến suối | 2026-Q3\n"
	      "Các đơn vị nêu trên | báo cáo Văn phòng UBND tỉnh trước ngày 25 hằng tháng | "
	      "R:monthly:25\n");
	/* A number in the middle of its row; rows parted by blank lines. */
	gives("TT     Nhiệm vụ                         Chủ trì            Thời hạn\n\n"
	      "       Xây dựng bản đồ số\n"
	      "1      của cấp xã                       UBND các xã        30/5/2026\n\n"
	      "       Tập huấn kỹ năng cho             Sở Khoa học và\n"
	      "2                                                          Trước 20/6/2026\n"
	      "       trưởng thôn                      Công nghệ",
	      "CACXA | Xây dựng bản đồ số của cấp xã | 2026-05-30\n"
	      "SKHCN | Tập huấn kỹ năng cho trưởng thôn | 2026-06-20\n");
}

static void a_heading_ends_a_short_last_row(void **st)
{
	(void)st;
	gives("TT\tNhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tThời hạn\n"
	      "1\tKiểm kê kho thóc\tSở Tài chính\tSở Xây dựng\tTrước ngày 20/6/2026\n"
	      "2\tSơn lại trụ sở\tSở Nội vụ\n"
	      "IV. TỔ CHỨC THỰC HIỆN\n"
	      "1. Công an tỉnh kiểm tra việc lưu trú trước ngày 21/7/2026.\n",
	      "STC+SXD | Kiểm kê kho thóc | 2026-06-20\n"
	      "SNV | Sơn lại trụ sở |\n"
	      "CAT | kiểm tra việc lưu trú trước ngày 21/7/2026 | 2026-07-21\n");
}

static void wide_gaps_in_running_text_draw_no_table(void **st)
{
	(void)st;
	gives("1. Nội dung  thời hạn  thực hiện như sau:\n"
	      "- Sở Y tế  hoàn thành việc  tiêm phòng trước ngày 20/6/2026.\n"
	      "- Sở Nội vụ  lập danh sách  cán bộ trước ngày 25/6/2026.",
	      "SYT | hoàn thành việc tiêm phòng trước ngày 20/6/2026 | 2026-06-20\n"
	      "SNV | lập danh sách cán bộ trước ngày 25/6/2026 | 2026-06-25\n");
}

static void what_follows_the_table_is_no_item_of_it(void **st)
{
	(void)st;
	gives("| STT | Nhiệm vụ | Chủ trì | Thời hạn |\n|---|---|---|---|\n"
	      "| 1. | Lập dự toán | Sở Tài chính | 20/6/2026 |\n\n"
	      "Kinh phí thực hiện do ngân sách bảo đảm.\n\n"
	      "II. TỔ CHỨC THỰC HIỆN\n\n1. Công an tỉnh\n\n- Kiểm tra việc lưu trú trước ngày "
	      "21/7/2026.\n",
	      "STC | Lập dự toán | 2026-06-20\n"
	      "CAT | Kiểm tra việc lưu trú trước ngày 21/7/2026 | 2026-07-21\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_row_of_a_task_table_is_a_duty),
		cmocka_unit_test(a_heading_may_run_over_rows_and_be_numbered),
		cmocka_unit_test(columns_may_stand_in_any_order),
		cmocka_unit_test(bars_without_a_frame_are_a_table_too),
		cmocka_unit_test(a_section_leads_where_the_cell_is_blank),
		cmocka_unit_test(a_row_that_goes_on_has_the_lead_above),
		cmocka_unit_test(parts_with_their_own_limits_are_duties_of_their_own),
		cmocka_unit_test(who_joins_may_stand_in_the_cell_of_the_lead_or_of_the_work),
		cmocka_unit_test(several_limits_in_one_cell_all_count),
		cmocka_unit_test(products_are_deliverables_and_documents_the_basis),
		cmocka_unit_test(lists_figures_and_programmes_give_none),
		cmocka_unit_test(a_heading_repeated_on_the_next_page_orders_nothing),
		cmocka_unit_test(cells_parted_by_tabs_may_run_over_lines),
		cmocka_unit_test(cells_may_be_parted_by_blanks_alone),
		cmocka_unit_test(a_heading_ends_a_short_last_row),
		cmocka_unit_test(wide_gaps_in_running_text_draw_no_table),
		cmocka_unit_test(what_follows_the_table_is_no_item_of_it),
	};

	return cmocka_run_group_tests(tests, read_start, read_done);
}
