/*
 * test_shape_openings.c - lines that could begin something, and go on instead.
 */
#include "reading/shape/letters.h"
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

static void shapes_to(slice text, slice wanted)
{
	shape(text);
	if (!slice_eq(r.text, wanted))
		fail_msg("got:\n%.*s\nwant:\n%.*s", (int)r.text.n, r.text.p, (int)wanted.n,
		         wanted.p);
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

static void a_date_goes_on_below(void **st)
{
	(void)st;
	shapes_to(
		S("Sở Xây dựng trình thẩm định (tháng\n7/2026), phê duyệt trong quý\nIII/2026.\n"),
		S("Sở Xây dựng trình thẩm định (tháng 7/2026), phê duyệt trong quý III/2026.\n"));
	shapes_to(S("Sở Xây dựng thẩm định dự toán, hạn\n30/6/2026.\n"),
	          S("Sở Xây dựng thẩm định dự toán, hạn 30/6/2026.\n"));
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

/* First lines are indented, so a line that is not goes on from a full one with a colon. */
static void a_list_goes_on_behind_a_colon_at_the_edge(void **st)
{
	(void)st;
	shapes_to(
		S("     Ủy ban nhân dân tỉnh thông báo để các cơ quan, đơn vị và địa\n"
	          "phương biết, tổ chức thực hiện theo chức năng và nhiệm vụ đã được.\n"
	          "     Thành phần dự họp gồm lãnh đạo các sở, ban, ngành cùng các đơn\n"
	          "vị có liên quan; Chủ tịch Ủy ban nhân dân các xã và các phường là:\n"
	          "Đông An, Tây An, Nam An.\n"
	          "     Đại biểu đến trước 15 phút để ổn định chỗ ngồi và nhận tài liệu\n"
	          "do Văn phòng phát tại bàn đón tiếp ở tầng một của trụ sở cơ quan.\n"
	          "     Các đơn vị ghi rõ họ tên người dự, gửi về Văn phòng để lập sổ:\n"
	          "     Đơn vị nào vắng thì báo trước.\n"),
		S("Ủy ban nhân dân tỉnh thông báo để các cơ quan, đơn vị và địa phương biết, tổ chức "
	          "thực hiện theo chức năng và nhiệm vụ đã được.\n"
	          "Thành phần dự họp gồm lãnh đạo các sở, ban, ngành cùng các đơn vị có liên quan; Chủ "
	          "tịch Ủy ban nhân dân các xã và các phường là: Đông An, Tây An, Nam An.\n"
	          "Đại biểu đến trước 15 phút để ổn định chỗ ngồi và nhận tài liệu do Văn phòng phát tại "
	          "bàn đón tiếp ở tầng một của trụ sở cơ quan.\n"
	          "Các đơn vị ghi rõ họ tên người dự, gửi về Văn phòng để lập sổ:\n"
	          "Đơn vị nào vắng thì báo trước.\n"));
}

static void short_names_of_a_recipient_go_on_in_capitals(void **st)
{
	(void)st;
	shapes_to(S("Nơi nhận:                              KT. CHỦ TỊCH\n"
	            "- Như trên;                            PHÓ CHỦ TỊCH\n"
	            "- CVP, PCVP, các phòng: TH,\n"
	            "NC;                                    Trần Văn Bình\n"
	            "- Lưu: VT.\n"),
	          S("Nơi nhận:\n- Như trên;\n- CVP, PCVP, các phòng: TH, NC;\n- Lưu: VT.\n"
	            "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTrần Văn Bình\n"));
}

static void an_item_and_the_name_beside_it_go_on_over_a_page(void **st)
{
	(void)st;
	shapes_to(
		S("Nơi nhận:                              KT. CHỦ TỊCH\n"
	          "- Như trên;                            PHÓ CHỦ TỊCH\n"
	          "- Các phòng, ban, Tổ Tiếp công dân,\n"
	          "\fTrung tâm Thông tin;                    Trần Văn Bình\n"
	          "- Lưu: VT.\n"),
		S("Nơi nhận:\n- Như trên;\n- Các phòng, ban, Tổ Tiếp công dân, Trung tâm Thông tin;\n"
	          "- Lưu: VT.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTrần Văn Bình\n"));
}

/* A title over two lines, both centred, and a first paragraph that is short. */
static void a_title_ends_where_lines_are_centred_no_more(void **st)
{
	(void)st;
	shape(S("                              GIẤY MỜI\n"
	        "  Về việc họp dân công bố phương án bồi thường dự án khu dân cư bờ nam\n"
	        "                                 kênh Xáng\n"
	        "      Ủy ban nhân dân phường trân trọng kính mời:\n"
	        "      - Phòng Kinh tế, Phòng Văn hóa, Trung tâm Phục vụ hành chính công và\n"
	        "cán bộ địa chính của phường;\n"
	        "      - Ba mươi sáu hộ dân bị ảnh hưởng bởi dự án, theo danh sách mà tổ dân\n"
	        "phố đã lập; đến dự họp công bố phương án bồi thường, hỗ trợ và tái định\n"
	        "cư đã được phê duyệt, cùng cán bộ của trung tâm phát triển quỹ đất và các\n"
	        "chủ đầu tư có liên quan.\n"));
	assert_true(slice_has(
		r.text, S("\nVề việc họp dân công bố phương án bồi thường dự án khu dân cư bờ "
	                  "nam kênh Xáng\nỦy ban nhân dân phường trân trọng kính mời:\n")));
}

static void a_note_ends_at_the_next_part(void **st)
{
	(void)st;
	shapes_to(S("Công an tỉnh đã cấp 98% căn cước trước thời hạn¹. Phê bình 09 xã chưa làm.\n"
	            "¹ Số liệu của Công an tỉnh tính đến hết tháng mười.\n"
	            "II. Nhiệm vụ trong thời gian tới\n"
	            "1. Sở Nội vụ rà soát danh mục.\n"
	            "\f2. Sở Y tế báo cáo kết quả.\n"),
	          S("Công an tỉnh đã cấp 98% căn cước trước thời hạn¹. Phê bình 09 xã chưa làm.\n"
	            "II. Nhiệm vụ trong thời gian tới\n1. Sở Nội vụ rà soát danh mục.\n"
	            "2. Sở Y tế báo cáo kết quả.\n"
	            "¹ Số liệu của Công an tỉnh tính đến hết tháng mười.\n"));
}

/* Conversion leaves a note where its page ended, and says nothing of the page. */
static void a_note_ends_at_a_first_line_as_deep_as_its_own(void **st)
{
	(void)st;
	shape(S("      Tỷ lệ bao phủ bảo hiểm của toàn huyện mới đạt 58,3% dân số1 so với kế\n"
	        "hoạch được giao.\n"
	        "      1 Theo Báo cáo số 61/BC-BHXH ngày 12/5/2014 của cơ quan bảo hiểm xã hội.\n"
	        "      Trong thời gian tới, các ngành tập trung một số công việc sau:\n"
	        "      1. Phòng Y tế cung cấp danh sách.\n"
	        "\f      2. Phòng Tài chính bố trí kinh phí.\n"));
	assert_true(slice_has(r.text,
	                      S("giao.\nTrong thời gian tới, các ngành tập trung một số công việc "
	                        "sau:\n1. Phòng Y tế cung cấp danh sách.\n2. Phòng")));
}

static void the_next_item_ends_a_footnote(void **st)
{
	(void)st;
	shapes_to(S("      a) Kiểm đếm cây trồng theo Thông báo¹.\n"
	            "_______________\n"
	            "      ¹ Thông báo yêu cầu xong trong năm.\n\n"
	            "      b) Vận động các hộ ven suối.\n\n\f2\n"),
	          S("a) Kiểm đếm cây trồng theo Thông báo¹.\nb) Vận động các hộ ven suối.\n"
	            "¹ Thông báo yêu cầu xong trong năm.\n"));
}

static void syllables_torn_by_the_tags_of_a_page_are_whole_again(void **st)
{
	(void)st;
	shapes_to(
		S("Kính gửi: Các đ ồ ng ch í xã đội trưởng.\n\nTheo k ế ho ạ ch, đề nghị rà soát s ố hộ ch ưa "
	          "có hố ga, t ổ ng h ợ p tại m i nh chứng kèm theo, tà i liệu th ời gian g ần đây.\n"),
		S("Kính gửi: Các đồng chí xã đội trưởng.\nTheo kế hoạch, đề nghị rà soát số hộ chưa có "
	          "hố ga, tổng hợp tại minh chứng kèm theo, tài liệu thời gian gần đây.\n"));
	/* what a letter tells apart, and what stands alone once */
	shapes_to(S("Tại điểm b ổn định đê, hộ c ở bãi bồi và bộ y tế; mẫu h ạ tầng.\n"),
	          S("Tại điểm b ổn định đê, hộ c ở bãi bồi và bộ y tế; mẫu h ạ tầng.\n"));
	shapes_to(S("Các đ ồ ng ch í ở điểm b ổn định đê, lô c ủng cố bờ, s ố hộ; tổ d ệ t.\n"),
	          S("Các đồng chí ở điểm b ổn định đê, lô c ủng cố bờ, số hộ; tổ dệt.\n"));
}

static void a_number_alone_counts_what_stands_below_it(void **st)
{
	(void)st;
	shapes_to(
		S("Kính gửi: Các sở.\n\nTrời nắng nóng. Để ứng phó, yêu\ncầu các đơn vị thực hiện như sau:\n\n"
	          "IV. TỔ\nCHỨC THỰC HIỆN\n\n1.\nSở Y tế:\n\n- Hướng dẫn phòng, chống say\n"
	          "nắng tại công trường.\n\n-\nCấp phát thuốc cho trạm y tế.\n\n2.\n"
	          "Chi cục Thủy lợi mở\ncống lấy nước.\n\n3. Điện lực giữ đủ điện.\n\n"
	          "4. Trường học đổi giờ.\n"),
		S("Kính gửi: Các sở.\nTrời nắng nóng. Để ứng phó, yêu cầu các đơn vị thực hiện như sau:\n"
	          "IV. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế:\n- Hướng dẫn phòng, chống say nắng tại "
	          "công trường.\n- Cấp phát thuốc cho trạm y tế.\n2. Chi cục Thủy lợi mở cống lấy "
	          "nước.\n3. Điện lực giữ đủ điện.\n4. Trường học đổi giờ.\n"));
}

static void a_title_may_begin_like_a_preamble(void **st)
{
	(void)st;
	shapes_to(
		S("KẾ HOẠCH\n\nTHỰC HIỆN CHỈ THỊ SỐ 5/CT-TTG NGÀY 02 THÁNG 3 NĂM 2026 CỦA\n"
	          "THỦ TƯỚNG CHÍNH PHỦ VỀ AN TOÀN HỒ ĐẬP\n\nThực hiện Chỉ thị nêu trên, Ủy ban\n"
	          "nhân dân tỉnh ban hành kế hoạch:\n"),
		S("KẾ HOẠCH\nTHỰC HIỆN CHỈ THỊ SỐ 5/CT-TTG NGÀY 02 THÁNG 3 NĂM 2026 CỦA THỦ TƯỚNG "
	          "CHÍNH PHỦ VỀ AN TOÀN HỒ ĐẬP\nThực hiện Chỉ thị nêu trên, Ủy ban nhân dân tỉnh "
	          "ban hành kế hoạch:\n"));
}

static void who_resolves_stands_apart_from_the_title_and_the_session(void **st)
{
	(void)st;
	shapes_to(
		S("NGHỊ QUYẾT\nVỀ\nCHƯƠNG TRÌNH GIÁM SÁT NĂM 2027\nHỘI ĐỒNG NHÂN DÂN TỈNH ĐÔNG KHÁNH\n"
	          "KHÓA III - KỲ HỌP THỨ 4\nCăn cứ Luật Tổ chức chính quyền địa phương;\n"),
		S("NGHỊ QUYẾT\nVỀ CHƯƠNG TRÌNH GIÁM SÁT NĂM 2027\n"
	          "HỘI ĐỒNG NHÂN DÂN TỈNH ĐÔNG KHÁNH\nKHÓA III - KỲ HỌP THỨ 4\n"
	          "Căn cứ Luật Tổ chức chính quyền địa phương;\n"));
}

/* As the source of a page is cut where a tag stood: no line tells how wide the others are. */
static void where_lines_end_anywhere_an_open_one_goes_on(void **st)
{
	(void)st;
	shapes_to(
		S("Kính gửi: Các xã.\nĐể chủ động phòng, chống hạn vụ này, đề\nnghị Ủy ban nhân dân "
	          "các xã thực hiện tốt những nhiệm vụ dưới đây, không để\nlúa bị khô, đồng thời "
	          "giữ nước cho vụ sau theo\nlịch đã có.\n1. Vận hành trạm bơm của hợp tác xã, khơi "
	          "dòng, đắp\nbờ tây sông\nLam từ sáng sớm, khi mực nước tại cống đã lên cao theo con "
	          "nước, và\ndừng khi nước rút.\n2. Nạo vét kênh dẫn nước của hợp tác xã dưới chân đồi, "
	          "phát quang hai bờ, bố trí\nngười trực đêm tại các cửa lấy nước cho tới khi gặt, "
	          "trước hết\nở các xã.\n3. Đắp đập tạm và đào ao trữ nước tại các khe suối, chú\n"
	          "trọng nơi cuối kênh dẫn của trạm\nBản Pe và khe Nà Chì, khi có mưa thì mở\ncống.\n"),
		S("Kính gửi: Các xã.\nĐể chủ động phòng, chống hạn vụ này, đề nghị Ủy ban nhân dân các "
	          "xã thực hiện tốt những nhiệm vụ dưới đây, không để lúa bị khô, đồng thời giữ nước "
	          "cho vụ sau theo lịch đã có.\n1. Vận hành trạm bơm của hợp tác xã, khơi dòng, đắp bờ "
	          "tây sông Lam từ sáng sớm, khi mực nước tại cống đã lên cao theo con nước, và dừng "
	          "khi nước rút.\n2. Nạo vét kênh dẫn nước của hợp tác xã dưới chân đồi, phát quang hai "
	          "bờ, bố trí người trực đêm tại các cửa lấy nước cho tới khi gặt, trước hết ở các "
	          "xã.\n3. Đắp đập tạm và đào ao trữ nước tại các khe suối, chú trọng nơi cuối kênh dẫn "
	          "của trạm Bản Pe và khe Nà Chì, khi có mưa thì mở cống.\n"));
}

#define LONG_LINE                                                                                  \
	"Các đơn vị sử dụng điện rà soát dây dẫn, cầu dao và ổ cắm trong kho, xưởng, nhà ở.\n"
#define SHORT_OF(words)                                                                            \
	"Các đơn vị sử dụng điện rà soát dây dẫn, cầu dao và ổ cắm trong kho, xưởng" words
#define FOUR LONG_LINE LONG_LINE LONG_LINE LONG_LINE
#define PAGE FOUR FOUR

/* The number of page 3 was lost where the picture was read. */
static void a_sentence_goes_on_over_a_number_of_a_page_though_one_was_lost(void **st)
{
	(void)st;
	shape(S(PAGE "\n2\n\n" PAGE PAGE SHORT_OF("\n\n4\nvà nhà ở.\n")));
	assert_true(slice_ends(r.text, S(SHORT_OF(" và nhà ở.\n"))));
	/* no page can be so far on */
	shape(S(PAGE "\n2\n\n" PAGE SHORT_OF("\n\n9\nvà nhà ở.\n")));
	assert_false(slice_ends(r.text, S(SHORT_OF(" và nhà ở.\n"))));
}

static void a_cell_framed_by_pluses_runs_over_its_lines(void **st)
{
	(void)st;
	shapes_to(S("+----+---------+\n| TT | Đơn vị  |\n+====+=========+\n| 1  | Sở Y tế |\n"
	            "|    | tỉnh A  |\n+----+---------+\n"),
	          S("TT\nĐơn vị\n1\nSở Y tế tỉnh A\n"));
	assert_int_equal(r.blocks.p[3].row, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sentence_in_the_middle_of_a_paragraph_may_begin_like_a_basis),
		cmocka_unit_test(a_date_goes_on_below),
		cmocka_unit_test(the_subject_of_a_letter_goes_on_with_about),
		cmocka_unit_test(a_list_goes_on_behind_a_colon_at_the_edge),
		cmocka_unit_test(the_next_item_ends_a_footnote),
		cmocka_unit_test(an_item_and_the_name_beside_it_go_on_over_a_page),
		cmocka_unit_test(a_title_ends_where_lines_are_centred_no_more),
		cmocka_unit_test(a_note_ends_at_the_next_part),
		cmocka_unit_test(a_note_ends_at_a_first_line_as_deep_as_its_own),
		cmocka_unit_test(a_title_may_begin_like_a_preamble),
		cmocka_unit_test(who_resolves_stands_apart_from_the_title_and_the_session),
		cmocka_unit_test(where_lines_end_anywhere_an_open_one_goes_on),
		cmocka_unit_test(syllables_torn_by_the_tags_of_a_page_are_whole_again),
		cmocka_unit_test(a_number_alone_counts_what_stands_below_it),
		cmocka_unit_test(a_sentence_goes_on_over_a_number_of_a_page_though_one_was_lost),
		cmocka_unit_test(short_names_of_a_recipient_go_on_in_capitals),
		cmocka_unit_test(a_cell_framed_by_pluses_runs_over_its_lines),
	};
	int failed;

	arena_init(&memory, NULL, 0);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_done(&memory);
	return failed;
}
