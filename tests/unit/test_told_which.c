/*
 * test_told_which.c - which of many is told: by a clause, a number, a part of the paper, a bracket that
 * excepts; bodies named again, and those told behind a topic; invented sentences.
 */
#include "told_text.h"

static void parts_of_a_group_by_a_clause(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Chín xã chưa có báo cáo phải giải trình trước ngày 30/4/2026.\n"
	      "2. UBND các xã, phường (trừ phường Tam Thanh) kiểm kê thuốc.\n"
	      "3. Trường nào có bếp ăn phải lưu mẫu thức ăn.\n"
	      "4. Người đứng đầu các đơn vị có tỷ lệ giải ngân dưới 20% kiểm điểm trách nhiệm.\n"
	      "5. UBND các xã bị ngập nặng phát thuốc cho dân.\n"
	      "6. Các cơ quan quản lý trực tiếp trường học chỉ đạo kiểm tra bếp ăn.\n"
	      "7. Các Sở, UBND các xã đến nay chưa có báo cáo theo Công văn số 15/UBND-TH, khẩn "
	      "trương gửi báo cáo.\n"
	      "8. UBND các xã bị nhắc nhở trong tháng 3.\n",
	      "Chín xã chưa có báo cáo => phải giải trình | 2026-04-30\n"
	      "UBND các xã, phường => kiểm kê thuốc\n"
	      "Trường nào có bếp ăn => phải lưu mẫu\n"
	      "Người đứng đầu các đơn vị có tỷ lệ giải ngân dưới 20% => kiểm điểm trách\n"
	      "UBND các xã bị ngập nặng => phát thuốc cho\n"
	      "Các cơ quan quản lý trực tiếp trường học => chỉ đạo kiểm\n"
	      "Các Sở; UBND các xã => khẩn trương gửi\n");
}

static void by_numbers_and_parts_of_the_paper(void **st)
{
	(void)st;
	check("TB",
	      NOTICE "1. Các đơn vị nêu ở mục 2, 3 nộp sổ theo dõi.\n"
	             "2. Các phòng có tên ở cột \"Phụ trách\" soạn lịch trực.\n"
	             "3. Định kỳ hằng tuần, các đơn vị tại điểm a, c mục Hai chốt số liệu.\n"
	             "4. Hạt Kiểm lâm khu vực III, IV và VI phối hợp Công an xã lập chốt.\n"
	             "5. Tổ trưởng các tổ dân phố 11, 12, 15 và 30 phát tờ rơi.\n"
	             "6. Tổ dân phố 5, 3 hộ dân nộp đơn.\n",
	      "Các đơn vị nêu ở mục 2, 3 => nộp sổ theo\n"
	      "Các phòng có tên ở cột \"Phụ trách\" => soạn lịch trực\n"
	      "các đơn vị tại điểm a, c mục Hai => chốt số liệu | R:weekly\n"
	      "Hạt Kiểm lâm khu vực III, IV và VI + Công an xã => lập chốt\n"
	      "Tổ trưởng các tổ dân phố 11, 12, 15 và 30 => phát tờ rơi\n"
	      "Tổ dân phố 5; 3 hộ dân => nộp đơn\n");
}

static void behind_a_topic_and_further_on(void **st)
{
	(void)st;
	check("TB",
	      NOTICE "1. Sửa cầu treo: các đơn vị thi công vá mặt cầu; hai sở báo cáo kết quả.\n"
	             "2. Tiêm chủng. Trạm Y tế xã Ba Sơn lập danh sách trẻ.\n"
	             "3. Phó Chủ tịch UBND tỉnh phụ trách kinh tế gặp gỡ doanh nghiệp.\n"
	             "4. Sở Nội vụ chủ trì, phối hợp với các sở liên quan\n"
	             "a) Trình danh mục vị trí việc làm;\n"
	             "b) Rà soát biên chế.\n"
	             "5. Đề nghị quý Tổng cục nghiên cứu, góp ý.\n"
	             "Văn phòng UBND tỉnh theo dõi, đôn đốc việc thực hiện Thông báo này.\n",
	      "các đơn vị thi công => vá mặt cầu\n"
	      "hai sở => báo cáo kết\n"
	      "Trạm Y tế xã Ba Sơn => lập danh sách\n"
	      "Phó Chủ tịch UBND tỉnh phụ trách kinh tế => gặp gỡ doanh\n"
	      "Sở Nội vụ + các sở liên quan => Trình danh mục\n"
	      "Sở Nội vụ + các sở liên quan => Rà soát biên\n"
	      "quý Tổng cục => nghiên cứu, góp\n"
	      "Văn phòng UBND tỉnh => theo dõi, đôn\n");
}

static void an_opening_without_a_colon(void **st)
{
	(void)st;
	check("TB",
	      "THÔNG BÁO\nKết luận giao ban\n\n"
	      "Nghe xong báo cáo, Chủ tịch UBND tỉnh kết luận mấy việc dưới đây.\n"
	      "1. Vỉa hè. Sở Xây dựng kẻ lại vạch để xe, xong trước ngày 30/5/2026. Công an tỉnh "
	      "cử người đứng chốt.\n",
	      "Sở Xây dựng => kẻ lại vạch | 2026-05-30\n"
	      "Công an tỉnh => cử người đứng\n");
}

static void behind_then_and_further_clauses(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Tiền thuê xe thì Bộ phận Kế toán thuộc Văn phòng cân đối.\n"
	      "2. Thôn nào phát sót thì trưởng thôn kiểm điểm trước dân.\n"
	      "3. Khoản 312 triệu đồng chờ giám định: Khoa Dược bổ sung hồ sơ.\n"
	      "4. Sở Xây dựng rào chắn hai đầu cầu. Đồng thời Công ty Môi trường Huế kiểm tra bơm.\n"
	      "5. Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh cử lực lượng trực. Hai lực lượng này lập phương án.\n"
	      "6. Sở Y tế hoàn thành hồ sơ trình ký trước ngày 12/5/2026, Công an tỉnh kiểm tra kho.\n"
	      "7. Sau mỗi đợt thi, cơ sở đào tạo kiểm tra dữ liệu.\n",
	      "Bộ phận Kế toán thuộc Văn phòng => cân đối\n"
	      "trưởng thôn => kiểm điểm trước\n"
	      "Khoa Dược => bổ sung hồ\n"
	      "Sở Xây dựng => rào chắn hai\n"
	      "Công ty Môi trường Huế => kiểm tra bơm\n"
	      "Công an tỉnh; Bộ Chỉ huy Quân sự tỉnh => cử lực lượng\n"
	      "Hai lực lượng này => lập phương án\n"
	      "Sở Y tế => hoàn thành hồ | 2026-05-12\n"
	      "Công an tỉnh => kiểm tra kho\n"
	      "cơ sở đào tạo => kiểm tra dữ\n");
}

static void names_of_many_that_go_on(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Tổ Toán, tổ Ngữ văn, tổ Ngoại ngữ chuẩn bị đề kiểm tra.\n"
	      "2. Các ban quản lý rừng, công ty lâm nghiệp, doanh nghiệp thuê đất trồng rừng có trách "
	      "nhiệm: rà soát đường băng.\n"
	      "3. Các đơn vị có chỉ số giảm điểm (đất đai, thời gian): chuẩn bị tham luận.\n"
	      "4. Chủ đầu tư hạ tầng KCN Đình Bảng lập hồ sơ.\n"
	      "5. Giao Sở Y tế phối hợp với các Sở - ngành liên quan và Ủy ban nhân dân các quận - "
	      "huyện rà soát.\n"
	      "6. Các chi bộ thôn Nà Tông phân công đảng viên giúp dân.\n",
	      "Tổ Toán; tổ Ngữ văn; tổ Ngoại ngữ => chuẩn bị đề\n"
	      "Các ban quản lý rừng; công ty lâm nghiệp; doanh nghiệp thuê đất trồng rừng => rà soát "
	      "đường\n"
	      "Các đơn vị có chỉ số giảm điểm => chuẩn bị tham\n"
	      "Chủ đầu tư hạ tầng KCN Đình Bảng => lập hồ sơ\n"
	      "Sở Y tế + các Sở - ngành liên quan; Ủy ban nhân dân các quận - huyện => rà soát\n"
	      "Các chi bộ thôn Nà Tông => phân công đảng\n");
}

static void headings_told_apart(void **st)
{
	(void)st;
	check("TB",
	      NOTICE "Hiệu trưởng các trường THPT, phổ thông dân tộc nội trú:\n"
	             "- Công khai các khoản thu.\n"
	             "Đề nghị Ủy ban nhân dân các xã, phường phía Nam:\n"
	             "- Rà soát trụ sở bỏ trống.\n",
	      "Hiệu trưởng các trường THPT, phổ thông dân tộc nội trú => Công khai các\n"
	      "Ủy ban nhân dân các xã, phường phía Nam => Rà soát trụ\n");
}

static void dashes_and_groups_of_a_scan(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Sở Tài chính:\n"
	      "_ Tiếp nhận hồ sơ đấu giá.\n"
	      "~ Chủ trì rà soát giá vật liệu.\n"
	      "__ - Trình dự toán thu.\n"
	      "2. Yêu cầu Tổng giám đốc các tập đoàn kinh tế, tổng công ty nhà nước (sau đây gọi là "
	      "doanh nghiệp):\n"
	      "a) Rà soát nợ.\n",
	      "Sở Tài chính => Tiếp nhận hồ\n"
	      "Sở Tài chính => rà soát giá\n"
	      "Sở Tài chính => Trình dự toán\n"
	      "Tổng giám đốc các tập đoàn kinh tế; tổng công ty nhà nước => Rà soát nợ\n");
}

static void names_in_plain_words(void **st)
{
	(void)st;
	check("TB",
	      NOTICE "1. Các đoàn thanh tra, kiểm tra xác định số thu nộp.\n"
	             "2. Các thành viên trong Ban Quản lý báo cáo kết quả.\n"
	             "3. Hội đồng cấp trường rà soát hồ sơ.\n"
	             "4. Yêu cầu các thôn xóm rà soát hộ nghèo.\n"
	             "5. Các đơn vị trường học báo cáo Sở Nội vụ trước ngày 05/5/2026.\n"
	             "\nYêu cầu các đơn vị nghiêm túc thực hiện kế hoạch trên.\n"
	             "\nĐề nghị Hiệu trưởng các đơn vị chấp hành nghiêm túc.\n",
	      "Các đoàn thanh tra, kiểm tra => xác định số\n"
	      "Các thành viên trong Ban Quản lý => báo cáo kết\n"
	      "Hội đồng cấp trường => rà soát hồ\n"
	      "các thôn xóm => rà soát hộ\n"
	      "Các đơn vị trường học => báo cáo Sở | 2026-05-05\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parts_of_a_group_by_a_clause),
		cmocka_unit_test(by_numbers_and_parts_of_the_paper),
		cmocka_unit_test(behind_a_topic_and_further_on),
		cmocka_unit_test(an_opening_without_a_colon),
		cmocka_unit_test(behind_then_and_further_clauses),
		cmocka_unit_test(names_of_many_that_go_on),
		cmocka_unit_test(headings_told_apart),
		cmocka_unit_test(dashes_and_groups_of_a_scan),
		cmocka_unit_test(names_in_plain_words),
	};

	return cmocka_run_group_tests(tests, read_start, read_done);
}
