/*
 * test_shape.c - what conversion breaks, and what the shaper makes of it.
 *
 * Every text here is invented. A test shows the lines as they come beside the
 * paragraphs that are wanted.
 */
#include "reading/shape/shape.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static arena memory;
static reading r;

static int begin(void **st)
{
	(void)st;
	arena_init(&memory, NULL, 0);
	r = (reading){0};
	return 0;
}

static int end(void **st)
{
	(void)st;
	arena_done(&memory);
	return 0;
}

static slice of(const char *s)
{
	return (slice){s, strnlen(s, 1 << 20)};
}

static void shape(slice text)
{
	rawdoc doc;

	r = (reading){0};
	assert_int_equal(rawdoc_from_text(text, &memory, &doc, NULL), RC_OK);
	shape_run(&doc, &memory, &r);
}

static void same_text(const char *wanted)
{
	char *got = arena_alloc(&memory, r.text.n + 1);

	memcpy(got, r.text.p, r.text.n);
	assert_string_equal(got, wanted);
}

#define shapes_to(text, wanted) (shape(of(text)), same_text(wanted))

static void lines_that_run_on_are_one_paragraph(void **st)
{
	(void)st;
	shapes_to("Sở Tài chính chủ trì, phối hợp với các cơ quan liên quan tham mưu, trình Ủy\n"
	          "ban nhân dân tỉnh xem xét việc phân bổ kinh phí cho các xã, phường theo đúng\n"
	          "quy định; đồng thời hướng dẫn các đơn vị lập dự toán, bảo đảm tiết kiệm và\n"
	          "hiệu quả.\n"
	          "Giao Văn phòng theo dõi.\n",
	          "Sở Tài chính chủ trì, phối hợp với các cơ quan liên quan tham mưu, trình Ủy ban "
	          "nhân dân tỉnh xem xét việc phân bổ kinh phí cho các xã, phường theo đúng quy "
	          "định; đồng thời hướng dẫn các đơn vị lập dự toán, bảo đảm tiết kiệm và hiệu "
	          "quả.\n"
	          "Giao Văn phòng theo dõi.\n");
}

static void a_blank_line_after_every_line_says_nothing(void **st)
{
	(void)st;
	shapes_to("Thực hiện Kế hoạch số 5/KH-UBND ngày 02/3/2026 của Ủy ban nhân dân \n\n"
	          "tỉnh về việc kiểm tra công tác chuẩn bị, Sở Nội vụ tổ chức cuộc họp để \n\n"
	          "thống nhất các nội dung, thành phần và thời gian như sau: \n\n"
	          "1. Thời gian: 8 giờ 00 ngày 10/3/2026. \n\n"
	          "2. Địa điểm: phòng họp tầng 2, trụ sở Sở Nội vụ, số 1 đường Trần Phú, \n\n"
	          "phường Bình Minh. \n",
	          "Thực hiện Kế hoạch số 5/KH-UBND ngày 02/3/2026 của Ủy ban nhân dân tỉnh về việc "
	          "kiểm tra công tác chuẩn bị, Sở Nội vụ tổ chức cuộc họp để thống nhất các nội "
	          "dung, thành phần và thời gian như sau:\n"
	          "1. Thời gian: 8 giờ 00 ngày 10/3/2026.\n"
	          "2. Địa điểm: phòng họp tầng 2, trụ sở Sở Nội vụ, số 1 đường Trần Phú, phường "
	          "Bình Minh.\n");
}

static void a_symbol_broken_at_its_hyphen_is_one_word_again(void **st)
{
	(void)st;
	shapes_to(
		"Theo Chỉ thị số 07/CT-\n\nUBND ngày 08/01/2026 và Nghị định số 30/2020/NĐ-\nCP.\n",
		"Theo Chỉ thị số 07/CT-UBND ngày 08/01/2026 và Nghị định số 30/2020/NĐ-CP.\n");
}

static void a_dash_between_words_keeps_its_spaces(void **st)
{
	(void)st;
	shapes_to("Báo cáo tình hình phát triển kinh tế -\nxã hội của xã.\n",
	          "Báo cáo tình hình phát triển kinh tế - xã hội của xã.\n");
}

static void a_page_end_does_not_end_the_sentence(void **st)
{
	(void)st;
	shapes_to("Các xã, phường tạo môi trường thuận lợi,\n\nkhuyến khích doanh nghiệp.\n\n"
	          "Diện tích chuyên dùng thuộc phạm vi quản lý của\n\nBộ Y tế. Giao Sở Y tế rà "
	          "soát.\n",
	          "Các xã, phường tạo môi trường thuận lợi, khuyến khích doanh nghiệp.\n"
	          "Diện tích chuyên dùng thuộc phạm vi quản lý của Bộ Y tế. Giao Sở Y tế rà "
	          "soát.\n");
}

static void page_numbers_leave_and_the_sentence_closes(void **st)
{
	(void)st;
	shapes_to("1. Sở Xây dựng rà soát các quy hoạch đô thị và\n - 2 -\f\nnông thôn.\n",
	          "1. Sở Xây dựng rà soát các quy hoạch đô thị và nông thôn.\n");
	shapes_to("1. Sở Xây dựng rà soát các quy hoạch đô thị và\n\fTrang 2/5\nnông thôn.\n",
	          "1. Sở Xây dựng rà soát các quy hoạch đô thị và nông thôn.\n");
}

static void a_number_that_ends_no_page_stays(void **st)
{
	(void)st;
	shapes_to("Tổng số đơn vị:\n\n12\n\nTrong đó có ba xã.\n",
	          "Tổng số đơn vị:\n12\nTrong đó có ba xã.\n");
}

static void a_running_head_is_dropped_from_every_page(void **st)
{
	(void)st;
	shapes_to(
		"Kế hoạch năm.\n\fVăn phòng Sở A\nNội dung một.\n\fVăn phòng Sở A\nNội dung hai.\n"
		"\fVăn phòng Sở A\nNội dung ba.\n",
		"Kế hoạch năm.\nNội dung một.\nNội dung hai.\nNội dung ba.\n");
}

static void a_footnote_is_lifted_out_of_its_sentence(void **st)
{
	(void)st;
	shapes_to("- Báo cáo phản ánh đúng thực tế¹. Đặc biệt chú trọng\n\n"
	          "¹ Hai xã chưa gửi báo cáo.\n\nthực hiện chương trình đã ban hành.\n",
	          "- Báo cáo phản ánh đúng thực tế¹. Đặc biệt chú trọng thực hiện chương trình đã "
	          "ban hành.\n¹ Hai xã chưa gửi báo cáo.\n");
	assert_int_equal(r.footnotes.n, 1);
	assert_true(slice_eq(r.footnotes.p[0].mark, S("1")));
	assert_true(slice_eq(r.footnotes.p[0].text, S("Hai xã chưa gửi báo cáo.")));
	assert_true(slice_eq(slice_at(r.text, r.footnotes.p[0].at), r.footnotes.p[0].text));
}

static void a_bare_figure_is_a_footnote_when_its_mark_was_seen(void **st)
{
	(void)st;
	shapes_to(
		"Thực hiện quy định về khoáng sản1. Các xã tăng cường\n\n1 Các quy định của Luật.\n"
		"  2\n\fkiểm tra.\n",
		"Thực hiện quy định về khoáng sản¹. Các xã tăng cường kiểm tra.\n"
		"1 Các quy định của Luật.\n");
	assert_true(slice_eq(r.footnotes.p[0].mark, S("1")));
	/* its mark lost, but within a sentence and over a page number */
	shapes_to("Đăng ký ngày bắt đầu xây dựng, ngày bắt đầu khai\n1 Nội dung theo Thông tư.\n"
	          "  2\n\fthác với cơ quan quản lý.\n",
	          "Đăng ký ngày bắt đầu xây dựng, ngày bắt đầu khai thác với cơ quan quản lý.\n"
	          "1 Nội dung theo Thông tư.\n");
	shapes_to("Thành phần mời họp\n2 Giảng viên tuyến tỉnh.\n",
	          "Thành phần mời họp\n2 Giảng viên tuyến tỉnh.\n");
	assert_int_equal(r.footnotes.n, 0);
	/* a paragraph of the body below it is set deeper */
	shapes_to("      Thu hồi tại 19 gói thầu1; nộp ngân sách.\n1 Danh mục kèm theo.\n"
	          "      Giao Sở A xác định lại nghĩa vụ.\n      2. Sở B báo cáo.\n\n  2\n\f"
	          "      3. Sở C kiểm tra.\n",
	          "Thu hồi tại 19 gói thầu¹; nộp ngân sách.\nGiao Sở A xác định lại nghĩa vụ.\n"
	          "2. Sở B báo cáo.\n3. Sở C kiểm tra.\n1 Danh mục kèm theo.\n");
	assert_int_equal(r.footnotes.n, 1);
}

static void markdown_goes_and_its_meaning_stays(void **st)
{
	(void)st;
	shapes_to(
		"## Nhiệm vụ\n\n**TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG**\n\nHạn **trước ngày 30/4/2026**, "
		"gửi Sở Y tế (*đưa tin*); 01/10(*) là ngày khác\n\n* Lưu ý: đọc kỹ\n",
		"Nhiệm vụ\nTL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\nHạn trước ngày 30/4/2026, gửi Sở Y tế "
		"(đưa tin); 01/10(*) là ngày khác\n* Lưu ý: đọc kỹ\n");
	assert_true(r.blocks.p[1].bold && r.blocks.p[2].bold);
	assert_false(r.blocks.p[3].bold);
	assert_int_equal(r.blocks.p[4].marker.len, 1);
}

static void emphasis_may_run_over_lines(void **st)
{
	(void)st;
	shapes_to("Gửi Sở Nội vụ (*tập trung vào công tác phối hợp với các cơ quan\n"
	          "liên quan*) trước ngày 5/5.\n",
	          "Gửi Sở Nội vụ (tập trung vào công tác phối hợp với các cơ quan liên quan) trước "
	          "ngày 5/5.\n");
}

static void two_columns_on_one_line_come_apart(void **st)
{
	(void)st;
	shapes_to("   ỦY BAN NHÂN DÂN                   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
	          "     TỈNH BÌNH AN                         Độc lập - Tự do - Hạnh phúc\n\n"
	          "   Số:     /UBND-TH                     Bình An, ngày     tháng 4 năm 2026\n"
	          "V/v tăng cường công tác\n"
	          "  quản lý đất đai\n\n"
	          "              Kính gửi: Sở Nội vụ.\n",
	          "ỦY BAN NHÂN DÂN TỈNH BÌNH AN\nSố: /UBND-TH\nV/v tăng cường công tác quản lý đất "
	          "đai\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
	          "Bình An, ngày tháng 4 năm 2026\nKính gửi: Sở Nội vụ.\n");
}

static void columns_run_together_come_apart(void **st)
{
	static const char wanted[] =
		"UBND TỈNH LẠNG SƠN\nSỞ TÀI CHÍNH\nSố: 123/STC-NS\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
		"Độc lập - Tự do - Hạnh phúc\nLạng Sơn, ngày 02 tháng 3 năm 2026\nV/v thu ngân sách\n"
		"Kính gửi: UBND các xã.\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nGIÁM ĐỐC\nNguyễn Văn An\n";

	(void)st;
	shapes_to("UBND TỈNH LẠNG SƠN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
	          "SỞ TÀI CHÍNH | Độc lập - Tự do - Hạnh phúc\n"
	          "Số: 123/STC-NS | Lạng Sơn, ngày 02 tháng 3 năm 2026\n"
	          "V/v thu ngân sách |\n\nKính gửi: UBND các xã.\n\n"
	          "Nơi nhận: | GIÁM ĐỐC\n- Như trên; |\n- Lưu: VT. | Nguyễn Văn An\n",
	          wanted);
	shapes_to("UBND TỈNH LẠNG SƠN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
	          "SỞ TÀI CHÍNH Độc lập - Tự do - Hạnh phúc\n"
	          "Số: 123/STC-NS Lạng Sơn, ngày 02 tháng 3 năm 2026\n"
	          "V/v thu ngân sách\n\nKính gửi: UBND các xã.\n\n"
	          "Nơi nhận: GIÁM ĐỐC\n- Như trên;\n- Lưu: VT. Nguyễn Văn An\n",
	          wanted);
}

static void a_bar_or_a_name_elsewhere_parts_nothing(void **st)
{
	(void)st;
	shapes_to("Kính gửi: Sở Tài chính\n\nPhương án A | phương án B đều được nêu.\n",
	          "Kính gửi: Sở Tài chính\nPhương án A | phương án B đều được nêu.\n");
	shapes_to("Giao các đơn vị:\n\n- Báo cáo ông, bà. Nguyễn Văn An\n",
	          "Giao các đơn vị:\n- Báo cáo ông, bà. Nguyễn Văn An\n");
}

static void two_issuers_stay_two(void **st)
{
	(void)st;
	shapes_to("UBND TỈNH BÌNH AN\nSỞ Y TẾ\nSố: 02/GM-SYT\n",
	          "UBND TỈNH BÌNH AN\nSỞ Y TẾ\nSố: 02/GM-SYT\n");
}

static void recipients_stand_before_the_signature_beside_them(void **st)
{
	(void)st;
	shapes_to("Nơi nhận:                              KT. CHỦ TỊCH\n"
	          "- Như trên;                            PHÓ CHỦ TỊCH\n"
	          "- Văn phòng Sở (bố trí xe, phương\n"
	          "tiện);                                 Trần Văn Bình\n"
	          "- Lưu: VT.\n",
	          "Nơi nhận:\n- Như trên;\n- Văn phòng Sở (bố trí xe, phương tiện);\n- Lưu: VT.\n"
	          "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTrần Văn Bình\n");
}

static void the_recipients_go_on_over_a_page(void **st)
{
	(void)st;
	shapes_to("Nơi nhận:                              KT. CHỦ TỊCH\n"
	          "- Như trên;                            PHÓ CHỦ TỊCH\n"
	          "\f- Văn phòng Sở;\n"
	          "- Thanh tra Sở;                        Trần Văn Bình\n"
	          "- Lưu: VT.\n"
	          "\f- Phụ lục kèm theo.\n",
	          "Nơi nhận:\n- Như trên;\n- Văn phòng Sở;\n- Thanh tra Sở;\n- Lưu: VT.\n"
	          "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTrần Văn Bình\n- Phụ lục kèm theo.\n");
}

static void a_title_ends_where_the_text_begins(void **st)
{
	(void)st;
	shapes_to("                                 CHỈ THỊ\n"
	          "   Về việc nâng cao chất lượng tiếp nhận, giải quyết thủ tục ở cấp xã\n"
	          "      Sau thời gian thực hiện mô hình mới, việc tiếp nhận, giải quyết các\n"
	          "thủ tục hành chính tại các xã, phường cơ bản thông suốt; tỷ lệ đúng hạn\n"
	          "đạt khá. Tuy nhiên, số hồ sơ trễ hạn trong lĩnh vực đất đai còn nhiều ở\n"
	          "một số nơi, việc xin lỗi người dân khi trễ hạn chưa nghiêm, cần phải có\n"
	          "biện pháp.\n",
	          "CHỈ THỊ\nVề việc nâng cao chất lượng tiếp nhận, giải quyết thủ tục ở cấp xã\n"
	          "Sau thời gian thực hiện mô hình mới, việc tiếp nhận, giải quyết các thủ tục "
	          "hành chính tại các xã, phường cơ bản thông suốt; tỷ lệ đúng hạn đạt khá. Tuy "
	          "nhiên, số hồ sơ trễ hạn trong lĩnh vực đất đai còn nhiều ở một số nơi, việc xin "
	          "lỗi người dân khi trễ hạn chưa nghiêm, cần phải có biện pháp.\n");
	shapes_to("CÔNG ĐIỆN\nVề việc ứng phó với mưa lớn\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện:\n"
	          "- Các sở;\n",
	          "CÔNG ĐIỆN\nVề việc ứng phó với mưa lớn\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện:\n"
	          "- Các sở;\n");
}

static void columns_parted_by_tabs_come_apart(void **st)
{
	(void)st;
	shapes_to(
		"BỘ Y TẾ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 5/BYT\tHà Nội, ngày 5 tháng 4 năm "
		"2026\n\nNơi nhận:\tBỘ TRƯỞNG\n- Lưu: VT.\tLê Thị An\n",
		"BỘ Y TẾ\nSố: 5/BYT\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHà Nội, ngày 5 tháng 4 năm "
		"2026\nNơi nhận:\n- Lưu: VT.\nBỘ TRƯỞNG\nLê Thị An\n");
}

static void a_table_gives_cells_with_their_place(void **st)
{
	(void)st;
	shapes_to("TT | Đơn vị | Ngày\n1 | Sở A | 21/9\n2 | | 19/10\n",
	          "TT\nĐơn vị\nNgày\n1\nSở A\n21/9\n2\n19/10\n");
	assert_int_equal(r.blocks.p[7].kind, BLOCK_CELL);
	assert_int_equal(r.blocks.p[7].row, 2);
	assert_int_equal(r.blocks.p[7].column, 2);
	shapes_to("STT\tNội dung\tĐơn vị\n1\tRà soát\nquy hoạch\tSở A\n2\tLập kế hoạch\tSở B\n",
	          "STT\nNội dung\nĐơn vị\n1\nRà soát quy hoạch\nSở A\n2\nLập kế hoạch\nSở B\n");
	assert_int_equal(r.blocks.p[5].row, 1);
	assert_int_equal(r.blocks.p[5].column, 2);
}

static void a_flattened_header_cell_is_parted_at_its_words(void **st)
{
	(void)st;
	shapes_to(
		"| BỘ A ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc |\n"
		"| --- | --- |\n| Số: 6/A-B *V/v kiểm tra* | *Hà Nội, ngày 5 tháng 4 năm 2026* |\n\n"
		"| *Nơi nhận:* - Như trên; - Lưu: VT. | KT. BỘ TRƯỞNG THỨ TRƯỞNG     Lê Văn An |\n",
		"BỘ A\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
		"Số: 6/A-B\nV/v kiểm tra\nHà Nội, ngày 5 tháng 4 năm 2026\nNơi nhận:\n- Như trên;\n"
		"- Lưu: VT.\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nLê Văn An\n");
}

static void letters_are_composed_and_the_broken_font_mended(void **st)
{
	(void)st;
	shapes_to("Đo\xcc\xa3"
	          "c ph\xc6\xa3\xc6\xa1ng án, \xc6\xa2u tiên\n",
	          "Đọc phương án, Ưu tiên\n");
	shapes_to("h\xc6\xa3\xcc\x81ng\n", "hứng\n");
}

static void what_cannot_be_seen_goes(void **st)
{
	(void)st;
	shapes_to("\xef\xbb\xbfSở\xc2\xa0Y\xe2\x80\xaftế \xc2\xad"
	          "họp\xe2\x80\x8b ngay\x01 nay\n",
	          "Sở Y tế họp ngay nay\n");
	shapes_to("\xef\x82\xb7 Báo cáo\n", "• Báo cáo\n");
	assert_int_equal(r.blocks.p[0].kind, BLOCK_ITEM);
}

static void line_ends_of_all_systems_are_the_same(void **st)
{
	(void)st;
	shapes_to("Một.\r\nHai.\r\n", "Một.\nHai.\n");
	shapes_to("Một.\rHai.", "Một.\nHai.\n");
}

static void markers_are_told_from_words(void **st)
{
	(void)st;
	shapes_to(
		"1. Thành phần\n1.1. Tuyến tỉnh\na) Sở A\n- Phòng B\n+ Tổ C\nII. Kinh phí\n(i) Một\n"
		"3-Thời gian: sáng\n2026 là năm đầu\n15/4/2026 họp\n",
		"1. Thành phần\n1.1. Tuyến tỉnh\na) Sở A\n- Phòng B\n+ Tổ C\nII. Kinh phí\n(i) Một\n"
		"3- Thời gian: sáng\n2026 là năm đầu\n15/4/2026 họp\n");
	assert_int_equal(r.blocks.p[1].marker.len, 4);
	assert_int_equal(r.blocks.p[7].marker.len, 2);
	assert_int_equal(r.blocks.p[8].marker.len, 0);
	assert_int_equal(r.blocks.p[9].marker.len, 0);
}

static void a_title_in_short_lines_is_one_and_its_kind_another(void **st)
{
	(void)st;
	shapes_to("GIẤY MỜI\nHọp đánh giá và phân loại\nBan giám đốc Sở Y tế năm 2026\n\n"
	          "Căn cứ Quy chế làm việc;\nThực hiện Kế hoạch số 5,\nSở Y tế kính mời:\n",
	          "GIẤY MỜI\nHọp đánh giá và phân loại Ban giám đốc Sở Y tế năm 2026\n"
	          "Căn cứ Quy chế làm việc;\nThực hiện Kế hoạch số 5, Sở Y tế kính mời:\n");
}

static void figures_behind_a_word_become_the_mark_of_their_note(void **st)
{
	(void)st;
	shapes_to("Giao các sở quản lý khoáng sản1, môi trường2 theo Luật số 54/2024/QH15.\n\n"
	          "1 Luật này thay luật cũ.\n2 Gồm cả nước thải.\n",
	          "Giao các sở quản lý khoáng sản¹, môi trường² theo Luật số 54/2024/QH15.\n"
	          "1 Luật này thay luật cũ.\n2 Gồm cả nước thải.\n");
}

static void a_marker_of_the_source_goes_into_the_text(void **st)
{
	rawline lines[] = {
		{.text = S("Sở Nội vụ báo cáo."),
	         .source = 7,
	         .marker = S("1."),
	         .flags = RAW_WHOLE,
	         .table = -1,
	         .row = -1,
	         .column = -1,
	         .page = 1},
		{.text = S("Chú thích."),
	         .source = 40,
	         .marker = S("1"),
	         .flags = RAW_WHOLE | RAW_FOOTNOTE,
	         .table = -1,
	         .row = -1,
	         .column = -1,
	         .page = 1},
		{.text = S("Ô một"),
	         .source = 60,
	         .flags = RAW_WHOLE | RAW_BOLD,
	         .table = 3,
	         .row = 1,
	         .column = 2,
	         .page = 2},
	};
	rawdoc doc = {.lines = {lines, ARRAY_LEN(lines), ARRAY_LEN(lines)}, .confidence = 1};

	(void)st;
	shape_run(&doc, &memory, &r);
	same_text("1. Sở Nội vụ báo cáo.\nÔ một\n1 Chú thích.\n");
	assert_int_equal(r.blocks.p[0].kind, BLOCK_ITEM);
	assert_int_equal(origin_of(&r.origin, r.blocks.p[0].at.at), 7);
	assert_int_equal(r.blocks.p[1].table, 3);
	assert_true(r.blocks.p[1].bold);
	assert_int_equal(r.footnotes.n, 1);
	assert_true(slice_eq(r.footnotes.p[0].mark, S("1")));
	assert_int_equal(r.pages.n, 2);
	assert_int_equal(r.pages.p[1].number, 2);
}

/* Every letter of the text stands in the source where the map says. */
static void the_map_leads_back_to_the_same_letters(void **st)
{
	static const char source[] =
		"\xef\xbb\xbf  BỘ Y TẾ                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\r\n"
		"1.  **Giao** Sở\xc2\xa0Tài   chính \xe2\x80\x8b trình số 5/KH-\r\n\r\nUBND,\r\n"
		"\r\n  2\r\n\fvà các xã\r\n"
		"¹ Chú thích.\r\n| a | b |\r\n";
	unsigned checked = 0;

	(void)st;
	shape((slice){source, sizeof source - 1});
	for (uint32_t i = 0; i < r.text.n; i++) {
		uint32_t at = origin_of(&r.origin, i);

		assert_true(at < sizeof source);
		if (r.text.p[i] == '\n' || r.text.p[i] == ' ')
			continue;
		assert_int_equal(r.text.p[i], source[at]);
		checked++;
	}
	assert_true(checked > 90);
	for (uint32_t i = 1; i < r.origin.n; i++)
		assert_true(r.origin.p[i].text > r.origin.p[i - 1].text);
}

#define T(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(lines_that_run_on_are_one_paragraph),
		T(a_blank_line_after_every_line_says_nothing),
		T(a_symbol_broken_at_its_hyphen_is_one_word_again),
		T(a_dash_between_words_keeps_its_spaces),
		T(a_page_end_does_not_end_the_sentence),
		T(page_numbers_leave_and_the_sentence_closes),
		T(a_number_that_ends_no_page_stays),
		T(a_running_head_is_dropped_from_every_page),
		T(a_footnote_is_lifted_out_of_its_sentence),
		T(a_bare_figure_is_a_footnote_when_its_mark_was_seen),
		T(markdown_goes_and_its_meaning_stays),
		T(emphasis_may_run_over_lines),
		T(two_columns_on_one_line_come_apart),
		T(columns_run_together_come_apart),
		T(a_bar_or_a_name_elsewhere_parts_nothing),
		T(two_issuers_stay_two),
		T(the_recipients_go_on_over_a_page),
		T(a_title_ends_where_the_text_begins),
		T(recipients_stand_before_the_signature_beside_them),
		T(columns_parted_by_tabs_come_apart),
		T(a_table_gives_cells_with_their_place),
		T(a_flattened_header_cell_is_parted_at_its_words),
		T(letters_are_composed_and_the_broken_font_mended),
		T(what_cannot_be_seen_goes),
		T(line_ends_of_all_systems_are_the_same),
		T(markers_are_told_from_words),
		T(a_title_in_short_lines_is_one_and_its_kind_another),
		T(figures_behind_a_word_become_the_mark_of_their_note),
		T(a_marker_of_the_source_goes_into_the_text),
		T(the_map_leads_back_to_the_same_letters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
