/*
 * test_told_again.c - who is told without a name of its own: by a reference to who was named, by the
 * heading's bracket, by the sentence that is about the matter, by a job; and whose name ends at an
 * everyday verb. Invented sentences.
 */
#include "told_text.h"

static void who_was_named_is_told_by_a_reference(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Các cơ quan, đơn vị nêu tại mục 2 thông báo này nghiêm túc kiểm điểm trách nhiệm.\n"
	      "2. Yêu cầu thủ trưởng các cơ quan quy định tại khoản 1 Điều này chịu trách nhiệm.\n"
	      "3. Các địa phương chưa hoàn thành (theo danh sách kèm theo) đẩy nhanh tiến độ.\n"
	      "4. Công ty Cổ phần Nước sạch Sao Mai đã để mất nước. Yêu cầu Công ty kiểm tra trạm.\n"
	      "5. Ban Quản lý dự án đầu tư xây dựng tỉnh là chủ đầu tư. Giao Ban hoàn thiện hồ sơ.\n",
	      "Các cơ quan, đơn vị nêu tại mục 2 thông báo này => nghiêm túc kiểm\n"
	      "thủ trưởng các cơ quan quy định tại khoản 1 Điều này => chịu trách nhiệm\n"
	      "Các địa phương chưa hoàn thành => đẩy nhanh tiến\n"
	      "Công ty Cổ phần Nước sạch Sao Mai => kiểm tra trạm\n"
	      "Ban Quản lý dự án đầu tư xây dựng tỉnh => hoàn thiện hồ\n");
}

static void a_heading_ends_with_who_leads(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Nhóm nhiệm vụ về đất đai\nDo Sở Nông nghiệp và Môi trường chủ trì, gồm các việc "
	      "sau:\n- Rà soát quỹ đất công.\n"
	      "2. Nhóm nhiệm vụ về xây dựng (giao Sở Xây dựng thực hiện)\n"
	      "- Kiểm tra trật tự xây dựng tại các phường.\n"
	      "3. Nhóm nhiệm vụ về an sinh - Sở Y tế chủ trì\n"
	      "- Chi trả trợ cấp cho người cao tuổi.\n"
	      "4. Phần việc của Văn phòng UBND tỉnh\n- Theo dõi, đôn đốc các đơn vị.\n",
	      "Sở Nông nghiệp và Môi trường => Rà soát quỹ\n"
	      "Sở Xây dựng => Kiểm tra trật\n"
	      "Sở Y tế => Chi trả trợ\n"
	      "Văn phòng UBND tỉnh => Theo dõi, đôn\n");
}

static void the_matter_is_the_subject(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Việc cấp phát gạo do Sở Tài chính chủ trì, phối hợp với Sở Y tế thực hiện trước ngày "
	      "05/5/2026.\n"
	      "2. Công tác tuyên truyền được giao cho Sở Nội vụ đảm nhận.\n"
	      "3. Thống nhất giao thêm cho Sở Y tế nhiệm vụ kiểm tra bếp ăn bán trú.\n",
	      "Sở Tài chính + Sở Y tế => Việc cấp phát | 2026-05-05\n"
	      "Sở Nội vụ => Công tác tuyên\n"
	      "Sở Y tế => kiểm tra bếp\n");
}

static void a_name_ends_at_an_everyday_verb(void **st)
{
	(void)st;
	check("TB",
	      NOTICE "1. Phòng Vật tư mua bổ sung 200 bình tự cứu.\n"
	             "2. Khoa Sản và Khoa Nhi đổi phòng trực.\n"
	             "3. Phòng Công tác sinh viên phối hợp Đoàn Thanh niên đón tân sinh viên.\n"
	             "5. Trạm Thu mua nông sản hoàn thành kiểm kê.\n",
	      "Phòng Vật tư => mua bổ sung\n"
	      "Khoa Sản; Khoa Nhi => đổi phòng trực\n"
	      "Phòng Công tác sinh viên + Đoàn Thanh niên => đón tân sinh\n"
	      "Trạm Thu mua nông sản => hoàn thành kiểm\n");
}

static void people_of_a_job_are_told(void **st)
{
	(void)st;
	check("TB",
	      NOTICE "2. Bs. Lò Văn Inh phụ trách ca phẫu thuật.\n"
	             "3. Thầy Đinh Công Sơn và cô Quàng Thị Hoa làm thủ tục đi học.\n"
	             "4. Trưởng các khoa đào tạo, Giám đốc các trung tâm nộp đề cương.\n"
	             "5. Tổ trưởng sản xuất nhắc công nhân đội mũ.\n",
	      "Bs. Lò Văn Inh => phụ trách ca\n"
	      "Thầy Đinh Công Sơn; cô Quàng Thị Hoa => làm thủ tục\n"
	      "Trưởng các khoa đào tạo; Giám đốc các trung tâm => nộp đề cương\n"
	      "Tổ trưởng sản xuất => nhắc công nhân\n");
}

static void what_is_only_told_is_no_duty(void **st)
{
	(void)st;
	check("TB",
	      NOTICE "I. Kết quả\n1. Sở Xây dựng hoàn thành thẩm định 12 dự án.\n"
	             "2. UBND các xã tích cực vận động nhân dân hiến đất.\n"
	             "II. Nhiệm vụ\n1. Bệnh viện Đa khoa tỉnh hiện thiếu 12 máy thở.\n"
	             "2. Sở Xây dựng nêu khó khăn về đơn giá.\n3. Sở Y tế luân phiên bác sĩ.\n",
	      "Sở Y tế => luân phiên bác\n");
	check("CV",
	      "V/v điều chỉnh quy hoạch\n\nKính gửi: Sở Xây dựng.\n\n"
	      "UBND tỉnh nhận được Tờ trình số 45/TTr-SXD của Sở Xây dựng đề nghị phê duyệt điều chỉnh "
	      "quy hoạch. Sở Y tế đề nghị UBND tỉnh bố trí kinh phí. UBND tỉnh có ý kiến như sau:\n"
	      "1. Giao Sở Xây dựng hoàn chỉnh hồ sơ.\n"
	      "2. Kính mời đại diện các sở dự buổi làm việc.\n",
	      "Sở Xây dựng => hoàn chỉnh hồ\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(who_was_named_is_told_by_a_reference),
		cmocka_unit_test(a_heading_ends_with_who_leads),
		cmocka_unit_test(the_matter_is_the_subject),
		cmocka_unit_test(a_name_ends_at_an_everyday_verb),
		cmocka_unit_test(people_of_a_job_are_told),
		cmocka_unit_test(what_is_only_told_is_no_duty),
	};

	return cmocka_run_group_tests(tests, read_start, read_done);
}
