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
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_deeper_number_stands_under_the_shorter),
		cmocka_unit_test(items_are_counted_in_words_too),
		cmocka_unit_test(who_is_named_beside_is_told),
		cmocka_unit_test(another_part_tells_another),
		cmocka_unit_test(a_table_may_ask_in_plain_words),
	};

	return cmocka_run_group_tests(tests, read_start, read_done);
}
