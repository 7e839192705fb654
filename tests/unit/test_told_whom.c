/*
 * test_told_whom.c - who is told by other than a body's plain name: a person, people of one job, a
 * class of a group, a name that goes on; and what only tells of an order; invented sentences.
 */
#include "told_text.h"

static void a_person_by_name_and_post(void **st)
{
	(void)st;
	check("TB",
	      NOTICE "1. Trần Thị Lan Anh - Phó Chủ tịch UBND xã, Trưởng Ban Quản lý chợ:\n"
	             "- Sắp xếp lại các quầy hàng trước ngày 30/5/2026;\n"
	             "- Niêm yết giá giữ xe.\n"
	             "2. Cán bộ phụ trách thư viện lập danh mục sách.\n"
	             "3. Nhân viên trực cổng số 2 viết bản tường trình.\n"
	             "4. Trưởng các khu vực phát thư mời đến từng hộ.\n"
	             "5. Các trạm y tế loại 1, loại 2 kiểm kê thuốc.\n"
	             "6. Các viên chức đang đi học quá hạn gửi giải trình.\n",
	      "Trần Thị Lan Anh - Phó Chủ tịch UBND xã, Trưởng Ban Quản lý chợ => Sắp xếp lại "
	      "| 2026-05-30\n"
	      "Trần Thị Lan Anh - Phó Chủ tịch UBND xã, Trưởng Ban Quản lý chợ => Niêm yết giá\n"
	      "Cán bộ phụ trách thư viện => lập danh mục\n"
	      "Nhân viên trực cổng số 2 => viết bản tường\n"
	      "Trưởng các khu vực => phát thư mời\n"
	      "Các trạm y tế loại 1, loại 2 => kiểm kê thuốc\n"
	      "Các viên chức đang đi học quá hạn => gửi giải trình\n");
}

static void names_that_go_on(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Ban Vận động cứu trợ tỉnh công khai số tiền đã nhận.\n"
	      "2. Ban Thường trực Ủy ban MTTQ Việt Nam phường điều hành hội nghị.\n"
	      "3. Ban Tổ chức Lễ hội giao ban tiến độ hằng tuần.\n"
	      "4. Đài Phát thanh và Truyền hình Long An phát bản tin về độ mặn.\n"
	      "5. BHXH huyện:\n"
	      "- Mở thêm điểm thu.\n"
	      "6. Phòng Quản lý doanh nghiệp, cá nhân và thu khác\n"
	      "- Xây dựng sổ tay.\n"
	      "7. Trường Chính trị tỉnh phối hợp với Phòng Đào tạo Sở Nội vụ chiêu sinh lớp mới.\n"
	      "8. Sở Xây dựng phối hợp Sở Công Thương tổng kiểm tra kho hàng.\n"
	      "9. Giao Ban Quản lý dự án đầu tư xây dựng tỉnh lập hồ sơ.\n"
	      "10. Phòng Công chức, viên chức tổng hợp biên chế.\n",
	      "Ban Vận động cứu trợ tỉnh => công khai số\n"
	      "Ban Thường trực Ủy ban MTTQ Việt Nam phường => điều hành hội\n"
	      "Ban Tổ chức Lễ hội => giao ban tiến | R:weekly\n"
	      "Đài Phát thanh và Truyền hình Long An => phát bản tin\n"
	      "BHXH huyện => Mở thêm điểm\n"
	      "Phòng Quản lý doanh nghiệp, cá nhân và thu khác => Xây dựng sổ\n"
	      "Trường Chính trị tỉnh + Phòng Đào tạo Sở Nội vụ => chiêu sinh lớp\n"
	      "Sở Xây dựng + Sở Công Thương => tổng kiểm tra\n"
	      "Ban Quản lý dự án đầu tư xây dựng tỉnh => lập hồ sơ\n"
	      "Phòng Công chức, viên chức => tổng hợp biên\n");
}

static void the_order_in_other_places(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Cảng vụ Hàng hải Đà Nẵng được đề nghị công bố luồng mới trước ngày 20/5/2026.\n"
	      "2. Sở Nội vụ:\n"
	      "- Cùng Liên đoàn Lao động tỉnh tổ chức chuyến xe đưa công nhân về quê.\n"
	      "3. Sở Xây dựng cấm xe qua cầu; bố trí người trực chậm nhất ngày 12/5/2026.\n"
	      "4. Sở Tài chính rà soát dự toán. Nghiêm cấm chi sai mục đích.\n"
	      "5. Trưởng ban Ban Quản lý các khu công nghiệp yêu cầu các doanh nghiệp đo thân "
	      "nhiệt công nhân.\n",
	      "Cảng vụ Hàng hải Đà Nẵng => công bố luồng | 2026-05-20\n"
	      "Sở Nội vụ + Liên đoàn Lao động tỉnh => tổ chức chuyến\n"
	      "Sở Xây dựng => cấm xe qua | 2026-05-12\n"
	      "Sở Tài chính => rà soát dự\n"
	      "Sở Tài chính => Nghiêm cấm chi\n"
	      "Trưởng ban Ban Quản lý các khu công nghiệp => yêu cầu các\n");
}

static void what_others_ordered_elsewhere(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Dịch bệnh tăng. Bộ Y tế, tại Công văn số 49/BYT-PB ngày 01/4/2026, yêu cầu các "
	      "địa phương rà soát cơ số thuốc.\n"
	      "2. Sở Y tế kiểm tra kho thuốc.\n"
	      "UBND tỉnh chia sẻ mất mát với các gia đình bị nạn.\n"
	      "Theo Kế hoạch ban hành kèm Quyết định số 81/QĐ-TTg ngày 14/5/2025, các địa phương "
	      "phải giảm số tàu cá.\n"
	      "Thủ trưởng các đơn vị phổ biến nội dung thông báo này đến toàn thể viên chức./.\n",
	      "Sở Y tế => kiểm tra kho\n");
}

static void a_report_accounts_for_orders(void **st)
{
	(void)st;
	check("BC",
	      "BÁO CÁO\nKết quả nạo vét luồng\n\n"
	      "I. KẾT QUẢ\n1. Tại Thông báo số 28/TB-UBND, Chủ tịch UBND tỉnh giao UBND đặc khu "
	      "nạo vét luồng vào cảng. Đến ngày 12/4/2026 đã xong.\n"
	      "II. KIẾN NGHỊ\n1. Đề nghị Sở Xây dựng hướng dẫn thủ tục.\n"
	      "UBND tỉnh Lạng Sơn báo cáo Bộ Xây dựng xem xét./.\n",
	      "Sở Xây dựng => hướng dẫn thủ\n");
}

static void preparation_after_the_sessions(void **st)
{
	(void)st;
	check("GM",
	      "GIẤY MỜI\nDự hội nghị tiếp xúc cử tri\n\n"
	      "UBND tỉnh kính mời các vị đại biểu dự hội nghị:\n"
	      "1. Điểm số 1: 18 giờ 00 ngày 03/5/2026, tại Nhà văn hóa khu 2.\n"
	      "2. Điểm số 2: 18 giờ 00 ngày 04/5/2026, tại Trường THCS Kim Đồng.\n"
	      "Thành phần: Cử tri các khu vực.\n"
	      "Phân công chuẩn bị:\n"
	      "- Trưởng các khu vực phát thư mời trước ngày 28/4/2026.\n"
	      "- Công an phường giữ gìn trật tự tại hội trường.\n",
	      "Trưởng các khu vực => phát thư mời | 2026-04-28\n"
	      "Công an phường => giữ gìn trật\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_person_by_name_and_post),
		cmocka_unit_test(names_that_go_on),
		cmocka_unit_test(the_order_in_other_places),
		cmocka_unit_test(what_others_ordered_elsewhere),
		cmocka_unit_test(a_report_accounts_for_orders),
		cmocka_unit_test(preparation_after_the_sessions),
	};

	return cmocka_run_group_tests(tests, read_start, read_done);
}
