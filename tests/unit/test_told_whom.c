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

static void a_room_may_be_written_small(void **st)
{
	(void)st;
	check("CV",
	      "V/v trực lễ\n\nKính gửi: Các khoa, phòng.\n\nBệnh viện có ý kiến như sau:\n\n"
	      "1. khoa Dược bố trí cán bộ cấp thuốc.\n\n"
	      "2. Giao cho khoa Khám mắt tiếp nhận nhân sự của khoa Điều trị.\n\n"
	      "3. Căn cứ kế hoạch đã được Đảng ủy, Ban Giám đốc phê duyệt, phòng Quản trị, phòng Kế toán chuẩn "
	      "bị vật tư.\n",
	      "khoa Dược => bố trí cán\n"
	      "khoa Khám mắt => tiếp nhận nhân\n"
	      "phòng Quản trị; phòng Kế toán => chuẩn bị vật\n");
	/* a season is no room */
	check("CV",
	      "V/v sản xuất\n\nKính gửi: UBND các xã.\n\nSở có ý kiến như sau:\n\n"
	      "1. Đối với vụ Đông 2026:\n\na) Rà soát quỹ đất.\n",
	      "UBND các xã => Rà soát quỹ\n");
}

static void what_is_only_told_of_is_no_duty(void **st)
{
	(void)st;
	check("TB",
	      "THÔNG BÁO\nNghỉ Tết\n\n"
	      "Nhà trường thông báo đến toàn thể viên chức lịch nghỉ Tết từ ngày 08/02/2026 đến hết ngày "
	      "14/02/2026.\n\n"
	      "Đề nghị Thủ trưởng các đơn vị thông báo tới toàn thể viên chức, sinh viên để tổ chức thực hiện.\n\n"
	      "Đề nghị các thầy cô thu xếp thời gian tham dự đầy đủ và đúng giờ.\n",
	      "");
	/* what they reported is past, what is asked of them now is not */
	check("CV",
	      "V/v trả lời đơn\n\nKính gửi: UBND huyện Văn Lãng.\n\nUBND tỉnh có ý kiến như sau:\n\n"
	      "1. UBND huyện Văn Lãng đã có Báo cáo số 100/BC-UBND ngày 08/4/2026, UBND tỉnh yêu cầu UBND huyện "
	      "Văn Lãng trả lời công dân.\n",
	      "UBND huyện Văn Lãng => trả lời công\n");
}

static void one_code_may_be_of_two(void **st)
{
	reading r;
	slice got;

	(void)st;
	assert_int_equal(
		reading_run(
			&read_with,
			S("TỔNG CỤC THUẾ\n\nSố: 12/TCT-KK\n\nHà Nội, ngày 12 tháng 5 năm 2024\n\n"
	                  "Kính gửi: Cục Thuế các tỉnh, thành phố trực thuộc Trung ương.\n\n"
	                  "5. Tổ chức thực hiện\n\n- Cục Thuế chỉ đạo các đội triển khai quy chế.\n"),
			&read_memory, &r, NULL),
		RC_OK);
	got = told(&r, 3);
	if (!slice_eq(got, S("Cục Thuế => chỉ đạo các\n")))
		fail_msg("got\n%.*s", (int)got.n, got.p);
	check("CV",
	      "V/v đồng phục\n\nKính gửi: Các chi đoàn.\n\nĐoàn trường có ý kiến như sau:\n\n"
	      "1. Ban Chấp hành các Đoàn Viện, liên chi đoàn, chi đoàn thông báo đến tận đoàn viên mặc đồng phục "
	      "thứ Hai.\n\n"
	      "2. Giao Trung tâm Y tế huyện (Cơ quan Thường trực Ban Chỉ đạo Chăm sóc sức khỏe) triển khai kế "
	      "hoạch khám bệnh.\n",
	      "Ban Chấp hành các Đoàn Viện; liên chi đoàn; chi đoàn => thông báo đến\n"
	      "Trung tâm Y tế huyện => triển khai kế\n");
}

static void what_is_sent_along_is_listed(void **st)
{
	(void)st;
	check("CV",
	      "V/v thẩm định\n\nKính gửi: Bộ Tư pháp.\n\n"
	      "UBND tỉnh đề nghị Quý Bộ thẩm định hồ sơ kèm theo, bao gồm:\n\n"
	      "- Tờ trình;\n\n- Báo cáo đánh giá tác động;\n\n- Dự kiến đề cương.\n",
	      "Quý Bộ => thẩm định hồ\n");
	check("TB",
	      "THÔNG BÁO\nTreo cờ\n\nChủ tịch UBND phường thông báo như sau:\n\n"
	      "2. Trưởng các khóm hướng dẫn nhân dân treo cờ đúng quy định như sau:\n\n"
	      "- Ngày Quốc khánh: Treo cờ từ ngày 01/9/2026 đến hết ngày 03/9/2026.\n",
	      "Trưởng các khóm => hướng dẫn nhân | 2026-09-01/2026-09-03\n");
}

static void a_policy_binds_nobody(void **st)
{
	(void)st;
	check("CT",
	      "CHỈ THỊ\nVề phát triển kinh tế số\n\nỦy ban nhân dân tỉnh chỉ đạo như sau:\n"
	      "1. Đẩy mạnh chuyển đổi số, mở rộng thị trường trong nước.\n"
	      "2. Sở Y tế rà soát kho thuốc dự trữ.\n"
	      "3. Nâng cao chất lượng nguồn nhân lực cho giai đoạn tới.\n"
	      "4. Hoàn thành kê khai tài sản trước ngày 15/6/2026.\n",
	      "Sở Y tế => rà soát kho\n => Hoàn thành kê | 2026-06-15\n");
}

static void what_a_meeting_concluded_is_shown_without_a_lead(void **st)
{
	(void)st;
	check("TB",
	      "THÔNG BÁO\nKết luận của Chủ tịch Ủy ban nhân dân tỉnh tại cuộc họp về đầu tư công\n\n"
	      "Chủ tịch Ủy ban nhân dân tỉnh kết luận như sau:\n"
	      "1. Sở Y tế rà soát kho thuốc dự trữ.\n"
	      "2. Khẩn trương rà soát, báo cáo Ủy ban nhân dân tỉnh kết quả giải ngân.\n",
	      "Sở Y tế => rà soát kho\n => Khẩn trương rà\n");
	/* nor is what is to be handed in a policy */
	check("CT",
	      "CHỈ THỊ\nVề đầu tư công\n\nỦy ban nhân dân tỉnh chỉ đạo như sau:\n"
	      "1. Sở Y tế rà soát kho thuốc dự trữ.\n"
	      "2. Tổng hợp, báo cáo Bộ Tài chính danh mục dự án.\n",
	      "Sở Y tế => rà soát kho\n => Tổng hợp, báo\n");
}

static void those_who_are_directed_or_join_are_no_leads(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "Yêu cầu Sở Nội vụ thực hiện các nhiệm vụ sau:\n"
	      "1. Chỉ đạo Chi cục Văn thư, Trung tâm Lưu trữ lịch sử, Ủy ban nhân dân các huyện, thị "
	      "xã, thành phố Lạng Sơn sắp xếp lại kho lưu trữ.\n"
	      "2. Trong trường hợp thiếu kho, kịp thời phối hợp với Sở Xây dựng, Sở Tài chính báo "
	      "cáo Ủy ban nhân dân tỉnh.\n"
	      "3. Phục vụ đoàn giám sát tại kỳ họp thứ tư, Hội đồng nhân dân tỉnh khóa XVII.\n",
	      "Sở Nội vụ => Chỉ đạo Chi\n"
	      "Sở Nội vụ + Sở Xây dựng; Sở Tài chính => báo cáo Ủy\n"
	      "Sở Nội vụ => Phục vụ đoàn\n");
}

static void in_what_they_join_is_not_their_name(void **st)
{
	(void)st;
	check("KH",
	      "KẾ HOẠCH\nTổ chức hội thi\n\nIV. TỔ CHỨC THỰC HIỆN\n"
	      "1. Sở Y tế phối hợp với các đại biểu Hội đồng nhân dân tỉnh trong hoạt động khảo "
	      "sát.\n"
	      "2. Cơ quan Mặt trận xã trong công tác chuẩn bị hội thi phải rà soát danh sách.\n"
	      "3. Đề nghị các Phòng Y tế quận, huyện thành lập một tổ trực.\n",
	      "Sở Y tế + các đại biểu Hội đồng nhân dân tỉnh => phối hợp với\n"
	      "Cơ quan Mặt trận xã => phải rà soát\n"
	      "các Phòng Y tế quận, huyện => thành lập một\n");
}

static void the_young_and_short_names_of_many(void **st)
{
	(void)st;
	check("TB",
	      "THÔNG BÁO\nNộp hồ sơ\n\nThực hiện Công văn số 12/SGDĐT-VP, trường có ý kiến.\n"
	      "Nhà trường đề nghị các bạn khi vào thư viện cần nộp thẻ tại cửa.\n"
	      "Nhà trường yêu cầu các em học sinh, sinh viên nộp hồ sơ tại phòng 2.\n"
	      "Công đoàn tỉnh đề nghị LĐLĐ các huyện rà soát nhà công vụ.\n",
	      "các bạn => cần nộp thẻ\n"
	      "các em học sinh; sinh viên => nộp hồ sơ\n"
	      "LĐLĐ các huyện => rà soát nhà\n");
}

static void examples_and_closing_words_order_nothing(void **st)
{
	(void)st;
	check("CV",
	      "V/v rà soát\n\nKính gửi: Chi cục Thuế các huyện.\n\n"
	      "Cục Thuế yêu cầu Chi cục Thuế các huyện thực hiện các nhiệm vụ sau:\n"
	      "1. Rà soát người nộp thuế theo từng nhóm như:\n"
	      "- Doanh nghiệp tổ chức, điều hành bến bãi\n"
	      "- Doanh nghiệp chi trả tiền thuê nhà cho người nước ngoài\n"
	      "2. Lập danh sách hộ khoán.\n\n"
	      "Trên đây là hướng dẫn rà soát, đề nghị Chi cục Thuế các huyện bám sát tình hình để rà "
	      "soát cho sát thực tế.\n",
	      "Chi cục Thuế các huyện => Rà soát người\n"
	      "Chi cục Thuế các huyện => Lập danh sách\n");
}

static void all_of_a_kind_and_parents_among_others(void **st)
{
	(void)st;
	check("TB",
	      "THÔNG BÁO\nTreo cờ\n\nThực hiện Công văn số 12/UBND-VX, UBND huyện thông báo như sau:\n"
	      "1. Tất cả các hộ gia đình nhân dân các dân tộc trên địa bàn huyện treo cờ.\n"
	      "2. Cha mẹ học sinh và các tổ chức, cá nhân có liên quan phối hợp cung cấp thông tin.\n"
	      "3. Các xã, phường và các cơ sở giáo dục thuộc thẩm quyền quản lý của Sở Giáo dục và "
	      "Đào tạo báo cáo kết quả.\n"
	      "4. Cục trưởng Cục Điều tra chống buôn lậu, Cục trưởng Cục Kiểm tra sau thông quan tổ "
	      "chức tập huấn.\n"
	      "5. Kết thúc đợt treo cờ, các tổ trưởng gửi kết quả.\n",
	      "Tất cả các hộ gia đình nhân dân các dân tộc trên địa bàn huyện => treo cờ\n"
	      "Cha mẹ học sinh; các tổ chức, cá nhân có liên quan => phối hợp cung\n"
	      "Các xã, phường; các cơ sở giáo dục thuộc thẩm quyền quản lý của Sở Giáo dục và Đào "
	      "tạo => báo cáo kết\n"
	      "Cục trưởng Cục Điều tra chống buôn lậu; Cục trưởng Cục Kiểm tra sau thông quan => tổ "
	      "chức tập\n"
	      "các tổ trưởng => gửi kết quả\n");
}

static void a_broken_page_and_a_dash_of_a_scan(void **st)
{
	(void)st;
	check("CV",
	      "V/v nhập cảnh\n\nKính gửi: Các sở.\n\nChủ tịch UBND tỉnh có ý kiến như sau:\n"
	      "1. Đồng ý chủ trương tạo thuận lợi về thủ tục.\n"
	      "2. Sở Ngoại vụ rà soát các hồ sơ đã tiếp nhận\n\nTrang tin của một thư viện\n\n"
	      "3. _ Sở Y tế rà soát kho thuốc.\n"
	      "- = Sở Tài chính bố trí vốn.\n",
	      "Sở Ngoại vụ => rà soát các\nSở Y tế => rà soát kho\nSở Tài chính => bố trí vốn\n");
	check("KH",
	      "KẾ HOẠCH\nTổ chức thi\n\nII. TỔ CHỨC THỰC HIỆN\n2.2. Các Khoa, Bộ môn:\n\n"
	      "Phân công giảng viên coi thi các môn chung do Phòng Đào tạo tổ chức.\n\n"
	      "- In phiếu thi.\n",
	      "Các Khoa, Bộ môn => Phân công giảng\nCác Khoa, Bộ môn => In phiếu thi\n");
}

static void a_submission_only_asks(void **st)
{
	(void)st;
	check("TTr",
	      "TỜ TRÌNH\nĐề nghị tặng Bằng khen\n\nKính gửi: Chủ tịch UBND tỉnh.\n\n"
	      "Sở Y tế đề nghị Sở Nội vụ xem xét, trình Chủ tịch UBND tỉnh tặng Bằng khen.\n",
	      "");
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
		cmocka_unit_test(a_room_may_be_written_small),
		cmocka_unit_test(what_is_only_told_of_is_no_duty),
		cmocka_unit_test(what_is_sent_along_is_listed),
		cmocka_unit_test(one_code_may_be_of_two),
		cmocka_unit_test(a_policy_binds_nobody),
		cmocka_unit_test(what_a_meeting_concluded_is_shown_without_a_lead),
		cmocka_unit_test(those_who_are_directed_or_join_are_no_leads),
		cmocka_unit_test(in_what_they_join_is_not_their_name),
		cmocka_unit_test(the_young_and_short_names_of_many),
		cmocka_unit_test(examples_and_closing_words_order_nothing),
		cmocka_unit_test(all_of_a_kind_and_parents_among_others),
		cmocka_unit_test(a_broken_page_and_a_dash_of_a_scan),
		cmocka_unit_test(a_submission_only_asks),
	};

	return cmocka_run_group_tests(tests, read_start, read_done);
}
