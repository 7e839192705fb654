/*
 * test_told_heads.c - what governs a duty: numbers and words that mark headings, what a heading
 * names, who is told beside it; invented sentences.
 */
#include "told_text.h"

static void a_deeper_number_stands_under_the_shorter(void **st)
{
	(void)st;
	check("TB",
	      NOTICE "2. Phân công\n"
	             "2.1. Phòng Kinh tế\n"
	             "2.1.1. Trình quy chế chợ phiên.\n"
	             "2.1.2. Mời nghệ nhân truyền dạy.\n"
	             "2.2. Phòng Nội vụ\n"
	             "2.2.1. Rà soát biên chế.\n"
	             "3- Về xã hội\n"
	             "3.1- Công an tỉnh có trách nhiệm:\n"
	             "- Kiểm tra các bến đò.\n"
	             "3.2- Sở Y tế lập danh sách trạm.\n",
	      "Phòng Kinh tế => Trình quy chế\n"
	      "Phòng Kinh tế => Mời nghệ nhân\n"
	      "Phòng Nội vụ => Rà soát biên\n"
	      "Công an tỉnh => Kiểm tra các\n"
	      "Sở Y tế => lập danh sách\n");
}

static void items_are_counted_in_words_too(void **st)
{
	(void)st;
	check("TB",
	      NOTICE "Một. Trưởng phòng Tổ chức\n"
	             "i) Rà soát biên chế.\n"
	             "ii) Lập danh sách viên chức.\n"
	             "Hai. Các trạm y tế, hoàn thành trước ngày 15/7/2026:\n"
	             "- Kiểm tra kho thuốc.\n"
	             "Ba. UBND các xã ven sông Kỳ Cùng, sông Bắc Giang\n"
	             "- Cắm biển báo lũ.\n"
	             "Bốn. UBND các xã năm 2026\n"
	             "- Rà soát hộ nghèo.\n",
	      "Trưởng phòng Tổ chức => Rà soát biên\n"
	      "Trưởng phòng Tổ chức => Lập danh sách\n"
	      "Các trạm y tế => Kiểm tra kho | 2026-07-15\n"
	      "UBND các xã ven sông Kỳ Cùng, sông Bắc Giang => Cắm biển báo\n"
	      "UBND các xã => Rà soát hộ\n");
}

static void who_is_named_beside_is_told(void **st)
{
	(void)st;
	check("TB",
	      NOTICE "1. Giao anh Lò Văn Páo - Trưởng phòng Kinh tế, rà soát biển báo.\n"
	             "2. Sở Y tế, sau hai lần nhắc nhở, lập danh sách trạm thiếu bác sĩ.\n"
	             "3. Sở Xây dựng, trong vai trò cơ quan đầu mối, tổng hợp số liệu.\n"
	             "4. Theo dõi: Văn phòng Sở cập nhật tiến độ hằng ngày.\n"
	             "5. Chấp thuận đề nghị của Khoa Nội; Phòng Điều dưỡng lập kế hoạch.\n"
	             "6. Các phòng thuộc Sở: Phòng Giá cử cán bộ hỗ trợ các phường.\n"
	             "7. Cả 5 xí nghiệp kiểm tra các cống.\n",
	      "anh Lò Văn Páo - Trưởng phòng Kinh tế => rà soát biển\n"
	      "Sở Y tế => lập danh sách\n"
	      "Sở Xây dựng => tổng hợp số\n"
	      "Văn phòng Sở => cập nhật tiến | R:daily\n"
	      "Phòng Điều dưỡng => lập kế hoạch\n"
	      "Phòng Giá => cử cán bộ\n"
	      "Cả 5 xí nghiệp => kiểm tra các\n");
}

static void another_part_tells_another(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Sở Y tế rà soát kho thuốc; báo cáo do Sở Tài chính thẩm định trước ngày "
	      "15/6/2026.\n"
	      "2. Sở Y tế rà soát kho thuốc trong quý II/2026, còn Công an tỉnh kiểm tra các cơ "
	      "sở.\n"
	      "3. Sở Y tế rà soát kho thuốc; sử dụng danh sách do Sở Tài chính lập.\n"
	      "4. Sở Nội vụ rà soát hồ sơ, còn thiếu thì bổ sung.\n"
	      "5. Sở Xây dựng kiểm tra trước ngày 20/6/2026, Công an tỉnh nghiêm cấm xe vào. Cũng "
	      "Sở Y tế lập danh sách.\n",
	      "Sở Y tế => rà soát kho\n"
	      "Sở Tài chính => thẩm định trước | 2026-06-15\n"
	      "Sở Y tế => rà soát kho | 2026-Q2\n"
	      "Công an tỉnh => kiểm tra các\n"
	      "Sở Y tế => rà soát kho\n"
	      "Sở Nội vụ => rà soát hồ\n"
	      "Sở Xây dựng => kiểm tra trước | 2026-06-20\n"
	      "Công an tỉnh => nghiêm cấm xe\n"
	      "Sở Y tế => lập danh sách\n");
}

static void a_table_may_ask_in_plain_words(void **st)
{
	(void)st;
	check("KH",
	      "KẾ HOẠCH\nTriển khai tiêm phòng\n\n"
	      "| TT | Việc | Ai làm | Làm chung với | Hạn |\n"
	      "|---|---|---|---|---|\n"
	      "| 1 | Lập danh sách đàn bò | Trạm Thú y Na Sầm | Công an xã | Trước ngày 11/8/2026 |\n"
	      "| 2 | Mua vắc xin | Phòng Kinh tế | | Trong tháng 8/2026 |\n",
	      "Trạm Thú y Na Sầm + Công an xã => Lập danh sách | 2026-08-11\n"
	      "Phòng Kinh tế => Mua vắc xin | 2026-08\n");
	check("KH",
	      "KẾ HOẠCH\nTổ chức hội khỏe\n\n"
	      "| TT | Đầu việc | Giao cho | Hạn |\n"
	      "|---|---|---|---|\n"
	      "| 1 | Kẻ sân | Tiểu ban Hậu cần | Trước ngày 11/8/2026 |\n",
	      "Tiểu ban Hậu cần => Kẻ sân | 2026-08-11\n");
}

static void a_topic_stands_before_who_is_told_below(void **st)
{
	(void)st;
	check("TB",
	      NOTICE "1. Điểm xả nước: Các nhà đầu tư hạ tầng\n"
	             "a) Gửi tọa độ hố ga trước ngày 26/6/2026.\n"
	             "b) Lắp đồng hồ đo.\n"
	             "2. Sở Công Thương chủ trì, phối hợp với Sở Tài chính\n"
	             "a) Tổng kết chương trình khuyến công.\n"
	             "b) Trình UBND tỉnh đề án chợ.\n"
	             "3. UBND xã Quan Sơn, chỉ đạo các đơn vị thuộc quyền:\n"
	             "- Rà soát lại hộ nghèo.\n",
	      "Các nhà đầu tư hạ tầng => Gửi tọa độ | 2026-06-26\n"
	      "Các nhà đầu tư hạ tầng => Lắp đồng hồ\n"
	      "Sở Công Thương + Sở Tài chính => Tổng kết chương\n"
	      "Sở Công Thương + Sở Tài chính => Trình UBND tỉnh\n"
	      "UBND xã Quan Sơn => Rà soát lại\n");
}

static void a_heading_may_close_a_paragraph_or_be_letters(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Nguồn quân còn mỏng. Ban Chỉ huy Quân sự các xã, phường:\n"
	      "- Chốt danh sách.\n"
	      "- Niêm yết công khai.\n"
	      "2. TVGS:\n"
	      "- Lập bảng theo dõi độ chặt.\n"
	      "5. Công ty Phát triển hạ tầng các khu\n"
	      "5.1. Trực tiếp tiếp dân.\n"
	      "3. Để kết nối dữ liệu, thời gian tới, các sở, ngành cần tập trung triển khai các nhiệm vụ "
	      "sau đây:\n"
	      "a) Rà soát quy định.\n"
	      "4. Quyết định số 59/QĐ-TTg ngày 18/5/2022 đặt mục tiêu hoàn thành đề án.\n",
	      "Ban Chỉ huy Quân sự các xã, phường => Chốt danh sách\n"
	      "Ban Chỉ huy Quân sự các xã, phường => Niêm yết công\n"
	      "TVGS => Lập bảng theo\n"
	      "Công ty Phát triển hạ tầng các khu => Trực tiếp tiếp\n"
	      "các sở, ngành => Rà soát quy\n");
}

static void a_bullet_tells_whom_the_one_before_told(void **st)
{
	(void)st;
	check("SYT",
	      "V/v hướng dẫn kết nối\n\nKính gửi: Các bệnh viện.\n\n"
	      "Sở Y tế hướng dẫn các bệnh viện kết nối dữ liệu như sau:\n"
	      "1. Nguyên tắc\n- Các bệnh viện chủ động tổ chức kết nối.\n"
	      "2. Nội dung triển khai\n"
	      "a) Điều kiện kết nối\n"
	      "- Các bệnh viện rà soát phần mềm.\n"
	      "- Bổ sung dữ liệu tại hệ thống nguồn.\n",
	      "Các bệnh viện => chủ động tổ\n"
	      "Các bệnh viện => rà soát phần\n"
	      "Các bệnh viện => Bổ sung dữ\n");
}

static void a_sentence_may_only_name_who_is_told(void **st)
{
	(void)st;
	check("TB",
	      NOTICE "1. Phòng Hậu cần. Cấp bù 300 áo phao. Xong trong ngày 08/9/2026.\n"
	             "2. Ban Chỉ huy Quân sự xã Na Sầm. Giữ liên lạc với hồ chứa.\n",
	      "Phòng Hậu cần => Cấp bù 300 | 2026-09-08\n"
	      "Ban Chỉ huy Quân sự xã Na Sầm => Giữ liên lạc\n");
}

static void an_item_with_a_limit_needs_no_opening(void **st)
{
	(void)st;
	check("TB",
	      "THÔNG BÁO\nKết luận của Chủ tịch UBND tỉnh tại cuộc họp\n\n"
	      "Nghe xong các ý kiến, Chủ tịch UBND tỉnh nói mấy việc dưới đây.\n"
	      "1. Chuyện vỉa hè làm lâu chưa dứt. Từ tuần này Phòng Kinh tế kẻ lại vạch, xong trong ngày "
	      "08/5/2026.\n"
	      "2. Hồ sơ còn trễ. Trạm Y tế phường Tam Thanh trả 9 hồ sơ trước ngày 06/5/2026.\n",
	      "Phòng Kinh tế => kẻ lại vạch, | 2026-05-08\n"
	      "Trạm Y tế phường Tam Thanh => trả 9 hồ | 2026-05-06\n");
}

static void the_polite_are_those_written_to(void **st)
{
	(void)st;
	check("TTr",
	      "V/v góp ý dự thảo\n\nKính gửi: Sở Tài chính; Sở Nội vụ.\n\n"
	      "Đề nghị quý cơ quan có ý kiến bằng văn bản vào dự thảo trước ngày 20/5/2026.\n",
	      "quý cơ quan => có ý kiến | 2026-05-20\n");
	check("VX",
	      "V/v rà soát\n\nKính gửi: Sở Tài chính; Sở Nội vụ.\n\n"
	      "UBND tỉnh đề nghị quý cơ quan:\n"
	      "1. Rà soát biên chế.\n2. Lập danh sách.\n",
	      "Sở Tài chính; Sở Nội vụ => Rà soát biên\n"
	      "Sở Tài chính; Sở Nội vụ => Lập danh sách\n");
}

static void a_heading_names_people_and_places(void **st)
{
	(void)st;
	check("KH",
	      "KẾ HOẠCH\nĐón đoàn chuyên gia\n\n"
	      "1. Đơn vị quản lý nơi lưu trú, địa điểm họp, ký kết, nơi làm việc, địa điểm thực địa:\n\n"
	      "- Xây dựng phương án đón tiếp.\n\n"
	      "2. Các sinh viên/nhóm sinh viên thực hiện đề tài:\n\n"
	      "- Tham gia đầy đủ các buổi tập huấn.\n\n"
	      "3. Ban Tổ chức chương trình:\n\n"
	      "- Xây dựng dự trù kinh phí.\n",
	      "Đơn vị quản lý nơi lưu trú, địa điểm họp, ký kết, nơi làm việc, địa điểm thực địa => Xây "
	      "dựng phương\n"
	      "Các sinh viên/nhóm sinh viên thực hiện đề tài => Tham gia đầy\n"
	      "Ban Tổ chức chương trình => Xây dựng dự\n");
}

static void whoever_hangs_flags_is_a_long_list(void **st)
{
	(void)st;
	check("TB",
	      "THÔNG BÁO\nTreo cờ\n\nUBND huyện thông báo như sau:\n\n"
	      "1. Tất cả các trụ sở cơ quan Nhà nước, tổ chức chính trị, các đơn vị kinh tế, trường học, nơi "
	      "thờ tự của các tôn giáo phải treo cờ Tổ quốc trong ngày 01/9/2026.\n",
	      "Tất cả các trụ sở cơ quan Nhà nước; tổ chức chính trị; các đơn vị kinh tế; trường học, nơi thờ "
	      "tự của các tôn giáo => phải treo cờ | 2026-09-01\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_deeper_number_stands_under_the_shorter),
		cmocka_unit_test(items_are_counted_in_words_too),
		cmocka_unit_test(who_is_named_beside_is_told),
		cmocka_unit_test(another_part_tells_another),
		cmocka_unit_test(a_table_may_ask_in_plain_words),
		cmocka_unit_test(a_topic_stands_before_who_is_told_below),
		cmocka_unit_test(a_heading_may_close_a_paragraph_or_be_letters),
		cmocka_unit_test(a_bullet_tells_whom_the_one_before_told),
		cmocka_unit_test(a_sentence_may_only_name_who_is_told),
		cmocka_unit_test(an_item_with_a_limit_needs_no_opening),
		cmocka_unit_test(the_polite_are_those_written_to),
		cmocka_unit_test(a_heading_names_people_and_places),
		cmocka_unit_test(whoever_hangs_flags_is_a_long_list),
	};

	return cmocka_run_group_tests(tests, read_start, read_done);
}
