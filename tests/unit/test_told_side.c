/*
 * test_told_side.c - who is told beside the usual: reminded, in a bracket, behind a topic; and what
 * sounds like an order and is none; invented sentences.
 */
#include "told_text.h"

static void a_verb_that_reminds_tells(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Lưu ý Sở Y tế kiểm tra kỹ giá thuốc.\n"
	      "2. Ủy quyền Giám đốc Sở Nội vụ ký hợp đồng.\n"
	      "3. Chỉ đạo Công an tỉnh tăng cường tuần tra đêm.\n"
	      "4. Chấp thuận giao Ban Quản lý dự án đầu tư xây dựng tỉnh lập dự án.\n"
	      "5. Cho phép UBND xã Bắc Sơn gia hạn hồ sơ.\n"
	      "6. Nhắc nhở Sở Tư pháp vì gửi hồ sơ muộn.\n"
	      "7. Xét đề nghị của Sở Tài chính tại Tờ trình số 20/TTr-STC, giao Sở Xây dựng "
	      "nghiên cứu.\n"
	      "8. Sở Công Thương yêu cầu ban quản lý các chợ niêm yết giá.\n"
	      "9. Thống nhất phương án do Sở Y tế trình; giao Sở Nội vụ tham mưu biên chế.\n",
	      "Sở Y tế => kiểm tra kỹ\n"
	      "Giám đốc Sở Nội vụ => ký hợp đồng\n"
	      "Công an tỉnh => tăng cường tuần\n"
	      "Ban Quản lý dự án đầu tư xây dựng tỉnh => lập dự án\n"
	      "Sở Xây dựng => nghiên cứu\n"
	      "Sở Công Thương => yêu cầu ban\n"
	      "Sở Nội vụ => tham mưu biên\n");
}

static void who_joins_is_said_beside(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Giao Sở Xây dựng (chủ trì), Sở Công Thương (phối hợp) kiểm tra cây xăng.\n"
	      "2. Giao Thanh tra tỉnh chủ trì, các sở liên quan phối hợp làm việc với chủ đầu tư.\n"
	      "3. Tổ chức lễ phát động (giao Sở Y tế tham mưu).\n"
	      "4. Giao Sở Y tế điều trị nạn nhân, đồng thời giao UBND xã Cao Lộc thăm hỏi gia "
	      "đình.\n"
	      "5. Sở Nội vụ:\n"
	      "- Về biên chế, phối hợp với Sở Tài chính rà soát nhu cầu.\n"
	      "- Về tiền lương, khẩn trương trình quy chế.\n",
	      "Sở Xây dựng + Sở Công Thương => kiểm tra cây\n"
	      "Thanh tra tỉnh + các sở liên quan => làm việc với\n"
	      "Sở Y tế => Tổ chức lễ\n"
	      "Sở Y tế => điều trị nạn\n"
	      "UBND xã Cao Lộc => thăm hỏi gia\n"
	      "Sở Nội vụ + Sở Tài chính => rà soát nhu\n"
	      "Sở Nội vụ => khẩn trương trình\n");
}

static void what_was_done_orders_nothing(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Thời gian qua, công tác tiêm phòng đạt kế hoạch. Các xã vùng thấp làm tốt việc "
	      "khử trùng.\n"
	      "2. Kết quả đạt được: Sở Công Thương tổ chức 3 hội chợ, thu hút 20.000 lượt khách.\n"
	      "3. Các chủ đầu tư giải ngân dưới 20%, có nơi chưa mở thầu. UBND các xã triển khai "
	      "chậm.\n"
	      "4. UBND các xã đang tích cực chi trả hỗ trợ.\n"
	      "5. Căn cứ Nghị định số 12/2025/NĐ-CP giao Ủy ban nhân dân cấp tỉnh quy định chi "
	      "tiết.\n"
	      "6. Diện tích rừng giảm. Theo Công điện số 70/CĐ-TTg ngày 02/3/2026, các địa phương "
	      "phải trồng bù rừng.\n"
	      "7. Dân quân, công an, đoàn viên đã có mặt từ sớm để dọn đường.\n"
	      "8. Dự kiến, Sở Tài chính sẽ trình tại kỳ họp tháng 7.\n"
	      "9. Dự báo mưa còn kéo dài đến hết tuần.\n"
	      "10. Sở Tư pháp rà soát văn bản.\n",
	      "Sở Tư pháp => rà soát văn\n");
}

static void who_is_asked_in_a_report(void **st)
{
	(void)st;
	check("BC",
	      "BÁO CÁO\nTình hình sắp xếp trụ sở\n\n"
	      "I. KẾT QUẢ\n1. Toàn tỉnh còn 12 trụ sở dôi dư.\n"
	      "II. ĐỀ NGHỊ PHỐI HỢP\nĐể hoàn thành việc sắp xếp, Sở Nội vụ đề nghị:\n"
	      "1. Sở Tài chính lập phương án, trình trước ngày 30/6/2026.\n"
	      "2. Sở Xây dựng kiểm định nhà xuống cấp.\n",
	      "Sở Tài chính => lập phương án, | 2026-06-30\n"
	      "Sở Xây dựng => kiểm định nhà\n");
}

static void those_it_is_written_to_by_their_own_words(void **st)
{
	(void)st;
	check("CV",
	      "V/v phòng, chống lụt\n\n"
	      "Kính gửi: Giám đốc các công ty quản lý đập thủy lợi, thủy điện.\n\n"
	      "Chủ tịch UBND tỉnh yêu cầu:\n"
	      "1. Giám đốc các công ty quản lý đập thủy lợi, thủy điện thông báo lệnh xả.\n"
	      "2. Báo cáo sơ kết mùa lũ đề nghị các địa phương gửi về Sở Xây dựng trước ngày "
	      "15/11/2026.\n"
	      "Trong quá trình thực hiện, nếu có vướng mắc, đề nghị các công ty trao đổi với Sở Xây "
	      "dựng để phối hợp xử lý./.\n",
	      "Giám đốc các công ty quản lý đập thủy lợi, thủy điện => thông báo lệnh\n"
	      "các địa phương => gửi về Sở | 2026-11-15\n");
}

static void who_joins_inside_the_action(void **st)
{
	(void)st;
	check("TB",
	      NOTICE "1. Sở Y tế khử khuẩn các lớp học (phối hợp với Sở Giáo dục và Đào tạo).\n"
	             "2. Sở Nội vụ mở 3 lớp tập huấn, có sự phối hợp của Trường Chính trị tỉnh.\n"
	             "3. Sở Xây dựng sửa đèn đường cùng Công ty Điện lực Lạng Sơn.\n"
	             "4. Sở Tư pháp rà soát văn bản; phối hợp với Sở Nội vụ trình ban hành.\n",
	      "Sở Y tế + Sở Giáo dục và Đào tạo => khử khuẩn các\n"
	      "Sở Nội vụ + Trường Chính trị tỉnh => mở 3 lớp\n"
	      "Sở Xây dựng + Công ty Điện lực Lạng Sơn => sửa đèn đường\n"
	      "Sở Tư pháp => rà soát văn\n");
}

static void whoever_else_opens_an_item(void **st)
{
	(void)st;
	check("TB",
	      NOTICE "1. Liên danh nhà thầu Tân Thành - Phúc Lộc bổ sung máy đào.\n"
	             "2. UBND xã Quan Sơn, thị trấn Đồng Mỏ: Giải quyết đơn của các hộ.\n"
	             "3. Giao Trạm Cấp nước thị trấn sửa đường ống.\n"
	             "4. Không chờ văn bản hướng dẫn, các đơn vị chủ động mua hạt giống.\n"
	             "5. Sở Tài chính, Sở Y tế, mỗi đơn vị cử 01 công chức.\n"
	             "6. Các doanh nghiệp viễn thông: nâng cấp đường truyền.\n"
	             "7. Đồng ý gia hạn tiến độ dự án đến hết ngày 31/12/2026.\n"
	             "8. Trưởng ban Ban Quản lý chợ yêu cầu các tiểu thương niêm yết giá.\n",
	      "Liên danh nhà thầu Tân Thành - Phúc Lộc => bổ sung máy\n"
	      "UBND xã Quan Sơn; thị trấn Đồng Mỏ => Giải quyết đơn\n"
	      "Trạm Cấp nước thị trấn => sửa đường ống\n"
	      "các đơn vị => chủ động mua\n"
	      "Sở Tài chính; Sở Y tế => cử 01 công\n"
	      "Các doanh nghiệp viễn thông => nâng cấp đường\n"
	      "Trưởng ban Ban Quản lý chợ => yêu cầu các\n");
}

static void bullets_of_a_reply_tell_those_they_name(void **st)
{
	(void)st;
	check("CV",
	      "V/v trả lời đơn\n\nKính gửi: UBND xã Hoa Đào.\n\n"
	      "UBND huyện nhận được Báo cáo số 15/BC-UBND ngày 03/4/2026 của UBND xã Hoa Đào. Sau khi "
	      "xem xét, Chủ tịch UBND huyện yêu cầu:\n"
	      "- UBND xã Hoa Đào mời hai bên đến hòa giải;\n"
	      "- Công an huyện nắm tình hình.\n"
	      "Vậy UBND huyện trả lời để UBND xã Hoa Đào biết.\n",
	      "UBND xã Hoa Đào => mời hai bên\n"
	      "Công an huyện => nắm tình hình\n");
}

static void below_results_stands_what_was_done(void **st)
{
	(void)st;
	check("TB",
	      NOTICE "I. ĐÁNH GIÁ CHUNG\n"
	             "1. Các đơn vị thực hiện tốt quy chế.\n"
	             "2. Sở Xây dựng chủ động tháo gỡ khó khăn, hướng dẫn 12 xã lập quy hoạch.\n"
	             "II. MỘT SỐ TỒN TẠI\n"
	             "1. UBND các xã báo cáo muộn.\n"
	             "III. NHIỆM VỤ\n"
	             "1. Liên quan đến kinh phí, Sở Tài chính xem xét.\n"
	             "2. Chủ đầu tư dự án khu dân cư Phú Lộc II hoàn thiện hạ tầng.\n"
	             "3. Đề nghị Hiệp hội tổng hợp kiến nghị.\n",
	      "Sở Tài chính => xem xét\n"
	      "Chủ đầu tư dự án khu dân cư Phú Lộc II => hoàn thiện hạ\n"
	      "Hiệp hội => tổng hợp kiến\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_verb_that_reminds_tells),
		cmocka_unit_test(who_joins_is_said_beside),
		cmocka_unit_test(what_was_done_orders_nothing),
		cmocka_unit_test(who_joins_inside_the_action),
		cmocka_unit_test(whoever_else_opens_an_item),
		cmocka_unit_test(bullets_of_a_reply_tell_those_they_name),
		cmocka_unit_test(below_results_stands_what_was_done),
		cmocka_unit_test(who_is_asked_in_a_report),
		cmocka_unit_test(those_it_is_written_to_by_their_own_words),
	};

	return cmocka_run_group_tests(tests, read_start, read_done);
}
