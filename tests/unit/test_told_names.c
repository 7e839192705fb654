/*
 * test_told_names.c - the names of bodies that no registry knows, and of places that a list leaves
 * their kind: where they end; invented sentences.
 */
#include "told_text.h"

static void a_name_goes_on_in_plain_words(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Giao Cục Quản lý chợ và trung tâm bán lẻ đô thị rà soát giá thuê quầy.\n"
	      "2. Viện Nghiên cứu xây dựng công bố định mức mới.\n"
	      "3. Ban Quản lý rừng đầu nguồn và phát triển dược liệu bền vững tuần tra rừng.\n"
	      "4. Giao Phòng Quản lý bến bãi và kiểm soát tải trọng lập biên bản.\n"
	      "5. Quỹ Bảo vệ và phát triển rừng huyện chi trả dịch vụ môi trường rừng.\n"
	      "6. Vụ Kế hoạch - Tài chính và Văn phòng Bộ tổng hợp dự toán.\n"
	      "7. Phòng Học vụ, sinh viên: Kiểm tra ký túc xá.\n"
	      "8. Giao Phòng Tiếp dân, giải quyết tố cáo, kiến nghị 3 đôn đốc các xã.\n",
	      "Cục Quản lý chợ và trung tâm bán lẻ đô thị => rà soát giá\n"
	      "Viện Nghiên cứu xây dựng => công bố định\n"
	      "Ban Quản lý rừng đầu nguồn và phát triển dược liệu bền vững => tuần tra rừng\n"
	      "Phòng Quản lý bến bãi và kiểm soát tải trọng => lập biên bản\n"
	      "Quỹ Bảo vệ và phát triển rừng huyện => chi trả dịch\n"
	      "Vụ Kế hoạch - Tài chính; Văn phòng Bộ => tổng hợp dự\n"
	      "Phòng Học vụ, sinh viên => Kiểm tra ký\n"
	      "Phòng Tiếp dân, giải quyết tố cáo, kiến nghị 3 => đôn đốc các\n");
}

static void a_place_ends_a_name(void **st)
{
	(void)st;
	check("TB",
	      NOTICE "1. Giao Trung tâm Khuyến nông thị xã ươm 2.000 cây giống, giao cho các xã.\n"
	             "2. Công ty cổ phần Môi trường Huế đổ đất san nền, trồng cỏ ven hồ.\n"
	             "3. UBND phường Hoa Đào đào lại mương, khơi thông cống.\n"
	             "4. Đề nghị Công ty Điện lực Vĩnh Long không cắt điện trong dịp lễ.\n"
	             "5. Trung tâm Y tế dự phòng tỉnh có nhiệm vụ:\n"
	             "- Phân bổ cơ số thuốc.\n",
	      "Trung tâm Khuyến nông thị xã => ươm 2.000 cây\n"
	      "Công ty cổ phần Môi trường Huế => đổ đất san\n"
	      "UBND phường Hoa Đào => đào lại mương,\n"
	      "Công ty Điện lực Vĩnh Long => không cắt điện\n"
	      "Trung tâm Y tế dự phòng tỉnh => Phân bổ cơ\n");
}

static void a_list_leaves_the_kind_out(void **st)
{
	(void)st;
	check("TB",
	      NOTICE "1. Sở Tài chính, Xây dựng rà soát dự án chợ.\n"
	             "2. Sở Tài chính: Xây dựng kế hoạch vốn.\n"
	             "3. Tổ trưởng các tổ dân phố Hoa Lư, Mai Sao thu phiếu của các hộ.\n"
	             "4. Giao UBND các quận: 4, 7, Phú Hải chỉnh trang vỉa hè.\n"
	             "5. Các xã: Tân Lập, Yên Trạch, Hòa Cư chăng dây khu vực sạt lở.\n"
	             "6. Trưởng các thôn vận động người dân hiến đất.\n",
	      "Sở Tài chính; Xây dựng => rà soát dự\n"
	      "Sở Tài chính => Xây dựng kế\n"
	      "Tổ trưởng các tổ dân phố Hoa Lư; Mai Sao => thu phiếu của\n"
	      "UBND các quận: 4; 7; Phú Hải => chỉnh trang vỉa\n"
	      "Các xã: Tân Lập; Yên Trạch; Hòa Cư => chăng dây khu\n"
	      "Trưởng các thôn => vận động người\n");
}

static void many_are_told_apart(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Các sở, ngành, trừ Sở Ngoại vụ, gửi số liệu về Văn phòng UBND tỉnh.\n"
	      "2. Các đơn vị dự họp hoàn thiện báo cáo.\n"
	      "3. Các đơn vị có tên tại các mục 1.1, 1.2 nộp lại hồ sơ.\n"
	      "4. UBND các xã, phường còn hộ phải tạm cư rà soát quỹ nhà.\n"
	      "5. Ba đơn vị cùng lập biên bản hiện trường.\n"
	      "6. Đề nghị các cơ quan Trung ương trên địa bàn cung cấp số liệu.\n"
	      "7. Thủ trưởng các đơn vị, Chủ tịch UBND các xã phân công một lãnh đạo theo dõi.\n",
	      "Các sở, ngành => gửi số liệu\n"
	      "Các đơn vị dự họp => hoàn thiện báo\n"
	      "Các đơn vị có tên tại các mục 1.1, 1.2 => nộp lại hồ\n"
	      "UBND các xã, phường còn hộ phải tạm cư => rà soát quỹ\n"
	      "Ba đơn vị => cùng lập biên\n"
	      "các cơ quan Trung ương trên địa bàn => cung cấp số\n"
	      "Thủ trưởng các đơn vị; Chủ tịch UBND các xã => phân công một\n");
}

static void a_word_of_doing_ends_a_name(void **st)
{
	(void)st;
	check("TB",
	      NOTICE "1. Xí nghiệp Cơ khí Hồng Lam gia công 12 cánh phai, xong trước ngày 10/6.\n"
	             "2. Phòng Quản lý tưới tiêu và đê kè vẽ sơ đồ cụm cống.\n"
	             "3. Trưởng khoa Nhi gặp từng gia đình người bệnh.\n"
	             "4. Đội Thanh niên xung kích xã dọn bùn ở trường mầm non.\n"
	             "5. Chi nhánh Điện Mường Lay kéo dây cho thôn Nà Hỳ.\n"
	             "6. Khoa Dược dán nhãn thuốc.\n"
	             "7. Phòng Bảo trì đường số 2: Vá ổ gà.\n"
	             "8. Tổ Dinh dưỡng:\n"
	             "- Nấu cháo cho người bệnh nghèo.\n",
	      "Xí nghiệp Cơ khí Hồng Lam => gia công 12 | 2026-06-10\n"
	      "Phòng Quản lý tưới tiêu và đê kè => vẽ sơ đồ\n"
	      "Trưởng khoa Nhi => gặp từng gia\n"
	      "Đội Thanh niên xung kích xã => dọn bùn ở\n"
	      "Chi nhánh Điện Mường Lay => kéo dây cho\n"
	      "Khoa Dược => dán nhãn thuốc\n"
	      "Phòng Bảo trì đường số 2 => Vá ổ gà\n"
	      "Tổ Dinh dưỡng => Nấu cháo cho\n");
}

static void a_word_of_doing_may_be_the_names(void **st)
{
	(void)st;
	check("TB",
	      NOTICE "1. Giao Phòng Quản lý đo vẽ bản đồ rà soát hồ sơ.\n"
	             "2. Giao Đội Dọn vệ sinh môi trường kiểm tra bãi rác.\n"
	             "3. Giao Trường Dạy lái xe Hoàng Gia gửi số liệu.\n"
	             "4. Giao Đội sửa chữa lưu động kiểm tra máy.\n"
	             "5. Tiền thuê xe, mua vật tư lấy từ nguồn chi thường xuyên.\n",
	      "Phòng Quản lý đo vẽ bản đồ => rà soát hồ\n"
	      "Đội Dọn vệ sinh môi trường => kiểm tra bãi\n"
	      "Trường Dạy lái xe Hoàng Gia => gửi số liệu\n"
	      "Đội sửa chữa lưu động => kiểm tra máy\n");
}

static void a_verb_may_be_the_names(void **st)
{
	(void)st;
	check("TB",
	      NOTICE "1. Công ty cổ phần Cáp treo Núi Voi kiểm định lại cabin.\n"
	             "2. Công ty Hạ tầng Bình An mở rộng: Khơi thông bể nước.\n"
	             "3. Phòng Quản lý chợ, xây dựng và môi trường: Lập danh sách.\n"
	             "4. Phòng Quản lý sổ và hỗ trợ người tham gia tập huấn đại lý.\n"
	             "5. Trung tâm Thông tin lưu trữ Miền Bắc vận hành đường dây.\n"
	             "6. Công ty Xây lắp Hòa Bình khắc phục sự cố: Thay van.\n"
	             "7. Doanh nghiệp có vốn nhà nước nộp báo cáo giám sát.\n"
	             "8. Các trường tổng dọn vệ sinh.\n"
	             "9. Đồng ý cho 02 cán bộ đi học; Phòng Tổ chức cán bộ làm thủ tục.\n",
	      "Công ty cổ phần Cáp treo Núi Voi => kiểm định lại\n"
	      "Công ty Hạ tầng Bình An mở rộng => Khơi thông bể\n"
	      "Phòng Quản lý chợ, xây dựng và môi trường => Lập danh sách\n"
	      "Phòng Quản lý sổ và hỗ trợ người tham gia => tập huấn đại\n"
	      "Trung tâm Thông tin lưu trữ Miền Bắc => vận hành đường\n"
	      "Công ty Xây lắp Hòa Bình => khắc phục sự\n"
	      "Doanh nghiệp có vốn nhà nước => nộp báo cáo\n"
	      "Các trường => tổng dọn vệ\n"
	      "Phòng Tổ chức cán bộ => làm thủ tục\n");
}

static void everyday_words_end_a_name(void **st)
{
	(void)st;
	check("TB",
	      NOTICE "1. Phòng Hành chính - Tổng hợp mua 120 liều vắc xin.\n"
	             "2. Phòng Quản lý chất lượng tải tài liệu lên trang chung.\n"
	             "3. Các Trạm Thú y khu vực tiêm đợt một.\n"
	             "4. Viện Quy hoạch xây dựng Đà Nẵng nghiên cứu cốt nền.\n"
	             "5. Đài Truyền thanh huyện phát bản tin.\n"
	             "6. Phòng Quản lý Môi trường cùng Cảnh sát môi trường kiểm tra 03 trạm.\n"
	             "7. Ban Quản lý dự án đầu tư xây dựng Khu kinh tế Nghi Sơn gửi ảnh.\n"
	             "8. Đảng ủy viên phụ trách thôn dự sinh hoạt.\n"
	             "9. Tổ Toán - Tin, tổ Ngữ văn, tổ Ngoại ngữ ra đề.\n"
	             "10. Trưởng khoa Ngoại Tiêu hóa làm bản tường trình.\n"
	             "11. Giao Phòng Cải cách hành chính của Sở gọi điện khảo sát.\n"
	             "12. BTL Bộ đội Biên phòng chỉ đạo kêu gọi tàu thuyền.\n",
	      "Phòng Hành chính - Tổng hợp => mua 120 liều\n"
	      "Phòng Quản lý chất lượng => tải tài liệu\n"
	      "Các Trạm Thú y khu vực => tiêm đợt một\n"
	      "Viện Quy hoạch xây dựng Đà Nẵng => nghiên cứu cốt\n"
	      "Đài Truyền thanh huyện => phát bản tin\n"
	      "Phòng Quản lý Môi trường => cùng Cảnh sát\n"
	      "Ban Quản lý dự án đầu tư xây dựng Khu kinh tế Nghi Sơn => gửi ảnh\n"
	      "Đảng ủy viên phụ trách thôn => dự sinh hoạt\n"
	      "Tổ Toán - Tin; tổ Ngữ văn; tổ Ngoại ngữ => ra đề\n"
	      "Trưởng khoa Ngoại Tiêu hóa => làm bản tường\n"
	      "Phòng Cải cách hành chính => gọi điện khảo\n"
	      "BTL Bộ đội Biên phòng => chỉ đạo kêu\n");
}

static void an_abbreviation_ends_no_sentence_but_a_quarter_does(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Sở Y tế rà soát hồ sơ quý II. Phòng Kế hoạch tổng hợp lập bảng theo dõi.\n",
	      "Sở Y tế => rà soát hồ\n"
	      "Phòng Kế hoạch tổng hợp => lập bảng theo\n");
}

static void communes_write_boards_and_letters(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. UBND xã, Ban chỉ huy phòng chống thiên tai: trực bão, báo tin.\n"
	      "2. Ban chỉ huy phòng, chống thiên tai và tìm kiếm cứu nạn khẩn trương chằng néo lồng bè.\n"
	      "3. Các đồng chí Trưởng thôn, HTXDVCC xã, các hội rà soát kênh.\n"
	      "4. Trưởng các ban, ngành phường, Trưởng các khóm kiểm tra cờ.\n"
	      "5. BCĐ xây dựng nếp sống mới xã rà soát hương ước.\n"
	      "6. Mỗi trường THCS, TT GDNN, TTHTCĐ cử một giáo viên.\n"
	      "7. Khoa khám bệnh đổi giờ phát số.\n"
	      "8. Sở Ngoại vụ xin gửi kèm các mẫu giấy.\n"
	      "9. Sở Nội vụ xin ý kiến Bộ Nội vụ.\n",
	      "UBND xã; Ban chỉ huy phòng chống thiên tai => trực bão, báo\n"
	      "Ban chỉ huy phòng, chống thiên tai và tìm kiếm cứu nạn => khẩn trương chằng\n"
	      "Các đồng chí Trưởng thôn; HTXDVCC xã; các hội => rà soát kênh\n"
	      "Trưởng các ban, ngành phường; Trưởng các khóm => kiểm tra cờ\n"
	      "BCĐ xây dựng nếp sống mới xã => rà soát hương\n"
	      "Mỗi trường THCS; TT GDNN; TTHTCĐ => cử một giáo\n"
	      "Khoa khám bệnh => đổi giờ phát\n"
	      "Sở Nội vụ => xin ý kiến\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_name_goes_on_in_plain_words),
		cmocka_unit_test(communes_write_boards_and_letters),
		cmocka_unit_test(a_place_ends_a_name),
		cmocka_unit_test(a_list_leaves_the_kind_out),
		cmocka_unit_test(many_are_told_apart),
		cmocka_unit_test(a_word_of_doing_ends_a_name),
		cmocka_unit_test(a_word_of_doing_may_be_the_names),
		cmocka_unit_test(a_verb_may_be_the_names),
		cmocka_unit_test(everyday_words_end_a_name),
		cmocka_unit_test(an_abbreviation_ends_no_sentence_but_a_quarter_does),
	};

	return cmocka_run_group_tests(tests, read_start, read_done);
}
