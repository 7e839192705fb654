/*
 * test_told.c - who is told at unusual places, and what tells nobody, in invented sentences.
 */
#include "told_text.h"

static void a_group_is_told_apart_by_what_it_does(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Các tổ chức được giao đất, cho thuê đất nộp hồ sơ trước ngày 15/5/2026.\n"
	      "2. Các hộ kinh doanh có nhu cầu thuê quầy đăng ký với Ban quản lý chợ.\n"
	      "3. Yêu cầu các doanh nghiệp kinh doanh gạo trên địa bàn khẩn trương dự trữ hàng.\n"
	      "4. Các cơ quan, đơn vị có nhiệm vụ quá hạn tập trung hoàn thành trong tháng 5/2026.\n"
	      "5. Tổ dân phố số 7 vận động người dân phân loại rác.\n",
	      "Các tổ chức được giao đất, cho thuê đất => nộp hồ sơ | 2026-05-15\n"
	      "Các hộ kinh doanh có nhu cầu thuê quầy => đăng ký với\n"
	      "các doanh nghiệp kinh doanh gạo trên địa bàn => khẩn trương dự\n"
	      "Các cơ quan, đơn vị có nhiệm vụ quá hạn => tập trung hoàn | 2026-05\n"
	      "Tổ dân phố số 7 => vận động người\n");
}

static void a_body_may_assign_its_own_people(void **st)
{
	(void)st;
	check("TB",
	      NOTICE "1. UBND các xã, phường phân công cán bộ trực cầu treo.\n"
	             "2. Đối với Công ty Cấp nước Hoa Lư: đề nghị Công ty thay đường ống cũ.\n"
	             "3. Đối với Sở Y tế, yêu cầu bổ sung thuốc.\n",
	      "UBND các xã, phường => phân công cán\n"
	      "Công ty Cấp nước Hoa Lư => thay đường ống\n"
	      "Sở Y tế => bổ sung thuốc\n");
}

static void a_team_is_told_man_by_man(void **st)
{
	(void)st;
	check("KH",
	      "KẾ HOẠCH\nKiểm tra bếp ăn\n\n"
	      "Trưởng đoàn lập kế hoạch như sau:\n"
	      "1. Phân công\n"
	      "1.1. Ông. Lê Văn Đồng - Trưởng đoàn: Phụ trách chung, ký biên bản.\n"
	      "1.2. Bà Hà Thị Xuân - Phó Trưởng đoàn: Kiểm tra nguồn thực phẩm.\n"
	      "2. Tổ chức thực hiện\n"
	      "2.1. Đối với đơn vị được kiểm tra: Chuẩn bị sổ sách trước ngày 05/5/2026.\n"
	      "Đề nghị các thành viên Đoàn và đơn vị liên quan phối hợp thực hiện./.\n",
	      "Ông. Lê Văn Đồng - Trưởng đoàn => Phụ trách chung,\n"
	      "Bà Hà Thị Xuân - Phó Trưởng đoàn => Kiểm tra nguồn\n"
	      "đơn vị được kiểm tra => Chuẩn bị sổ | 2026-05-05\n");
}

static void a_topic_stands_before_the_order(void **st)
{
	(void)st;
	check("CV",
	      "V/v an toàn chợ\n\nKính gửi: Các hợp tác xã chợ.\n\n"
	      "Chủ tịch UBND tỉnh yêu cầu các hợp tác xã chợ thực hiện một số nội dung sau:\n"
	      "1. Về giá: Niêm yết giá tại quầy.\n"
	      "2. Chỉ được bán hàng có nguồn gốc.\n"
	      "3. Nghiêm chỉnh chấp hành quy định phòng cháy.\n"
	      "Lưu ý: Báo cáo được lập theo mẫu kèm theo.\n",
	      "các hợp tác xã chợ => Niêm yết giá\n"
	      "các hợp tác xã chợ => Chỉ được bán\n"
	      "các hợp tác xã chợ => Nghiêm chỉnh chấp\n");
}

static void a_rule_that_is_quoted_binds_nobody_here(void **st)
{
	(void)st;
	check("CV",
	      "V/v đăng ký tàu cá\n\nKính gửi: UBND các xã, phường.\n\n"
	      "Tại khoản 1 Điều 5 Luật Thủy sản năm 2017 quy định: Chủ tàu có trách nhiệm đăng ký. "
	      "Theo khoản 2 Điều 6 Luật Thủy sản năm 2017, chủ tàu phải kê khai trong thời hạn 30 "
	      "ngày kể từ ngày mua tàu.\n"
	      "UBND tỉnh đề nghị UBND các xã, phường lập danh sách chủ tàu trước ngày 30/5/2026.\n",
	      "UBND các xã, phường => lập danh sách | 2026-05-30\n");
}

static void articles_that_name_who_carries_out_give_no_duty(void **st)
{
	(void)st;
	check("QĐ",
	      "QUYẾT ĐỊNH\nVề việc phê duyệt Đề án\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n\n"
	      "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025;\n\nQUYẾT ĐỊNH:\n\n"
	      "Điều 1. Phê duyệt Đề án.\n"
	      "Điều 2. Nhiệm vụ\n"
	      "1. Sở Xây dựng hướng dẫn thực hiện Đề án.\n"
	      "Điều 3. Chánh Văn phòng UBND tỉnh; Giám đốc Sở Xây dựng; Chủ tịch UBND các xã, "
	      "phường và các cơ quan có liên quan chịu trách nhiệm thi hành Quyết định này./.\n",
	      "Sở Xây dựng => hướng dẫn thực\n");
}

static void closing_words_name_the_document_or_a_group(void **st)
{
	(void)st;
	check("CV",
	      "V/v bảo vệ rừng\n\nKính gửi: Các chủ rừng.\n\n"
	      "UBND tỉnh yêu cầu các chủ rừng thực hiện các nội dung sau:\n"
	      "1. Phát dọn đường băng cản lửa.\n"
	      "UBND tỉnh yêu cầu các đơn vị khai thác gỗ trên địa bàn nghiêm túc thực hiện Kế "
	      "hoạch này./.\n",
	      "các chủ rừng => Phát dọn đường\n");
}

static void who_leads_stands_behind_the_bullets(void **st)
{
	(void)st;
	check("KH",
	      "KẾ HOẠCH\nPhát triển làng nghề\n\n"
	      "I. NHIỆM VỤ\n"
	      "1. Sản phẩm\n"
	      "- Khảo sát hai làng nghề.\n"
	      "- Thiết kế mẫu mới.\n"
	      "Đơn vị chủ trì: Sở Công Thương; Đơn vị phối hợp: Sở Tài chính. Thời gian hoàn thành: "
	      "xong trước 30/6/2026.\n"
	      "2. Thị trường\n"
	      "- Mở gian hàng (Chủ trì: Sở Nội vụ; phối hợp: Sở Y tế; hoàn thành: Quý III/2026).\n"
	      "3. Chủ trì hội nghị: Giám đốc Sở.\n",
	      "Sở Công Thương + Sở Tài chính => Khảo sát hai | 2026-06-30\n"
	      "Sở Công Thương + Sở Tài chính => Thiết kế mẫu | 2026-06-30\n"
	      "Sở Nội vụ + Sở Y tế => Mở gian hàng | 2026-Q3\n");
}

static void a_blank_of_a_drawn_table_is_the_cell_above(void **st)
{
	(void)st;
	check("KH",
	      "KẾ HOẠCH\nChuyển đổi số\n\n"
	      "| TT | Nội dung nhiệm vụ | Cơ quan chủ trì | Thời gian hoàn thành |\n"
	      "|---|---|---|---|\n"
	      "| 1 | Xây dựng kho dữ liệu | Sở Nội vụ | Quý II/2026 |\n"
	      "| 2 | Nâng cấp mạng nội bộ | | 30/9/2026 |\n",
	      "Sở Nội vụ => Xây dựng kho | 2026-Q2\n"
	      "Sở Nội vụ => Nâng cấp mạng | 2026-09-30\n");
}

static void an_item_of_an_invitation_says_what_to_make_ready(void **st)
{
	(void)st;
	check("UBND",
	      "V/v mời dự hội nghị trực tuyến\n\nKính gửi:\n- Các sở, ban, ngành;\n- UBND các xã, "
	      "phường.\n\n"
	      "UBND tỉnh tổ chức hội nghị trực tuyến, cụ thể:\n"
	      "1. Thời gian: 14 giờ 00, ngày 28/4/2026.\n"
	      "2. Địa điểm: Hội trường UBND tỉnh.\n"
	      "3. Các sở, ban, ngành cử 01 lãnh đạo tham dự.\n"
	      "4. UBND các xã, phường bố trí phòng họp, đường truyền.\n",
	      "UBND các xã, phường => bố trí phòng\n");
}

static void a_report_tells_its_rooms_their_next_tasks(void **st)
{
	(void)st;
	check("BC",
	      "BÁO CÁO\nKết quả khắc phục mưa lũ\n\n"
	      "I. KẾT QUẢ\n1. Phòng Kinh tế khơi thông 12 cống.\n"
	      "II. NHIỆM VỤ THỜI GIAN TỚI\n"
	      "1. Phòng Kinh tế: rà soát các điểm sạt lở.\n"
	      "III. KIẾN NGHỊ\n1. Đề nghị Sở Xây dựng khảo sát tuyến đường thôn.\n",
	      "Phòng Kinh tế => rà soát các\n"
	      "Sở Xây dựng => khảo sát tuyến\n");
}

static void a_letter_is_handed_on_with_what_to_do(void **st)
{
	(void)st;
	check("CV",
	      "V/v kiến nghị của Hội Làm vườn\n\nKính gửi: Sở Tài chính.\n\n"
	      "Chủ tịch UBND tỉnh có ý kiến như sau:\n"
	      "Chuyển văn bản nêu trên đến Sở Tài chính để chủ trì, phối hợp với Sở Nội vụ đề "
	      "xuất mức hỗ trợ.\n"
	      "Quá thời hạn nêu trên mà chưa có kết quả, Giám đốc Sở Tài chính báo cáo giải "
	      "trình.\n",
	      "Sở Tài chính + Sở Nội vụ => đề xuất mức\n"
	      "Giám đốc Sở Tài chính => báo cáo giải\n");
}

static void a_plan_tells_in_paragraphs_under_its_headings(void **st)
{
	(void)st;
	check("KH",
	      "KẾ HOẠCH\nCải cách hành chính\n\n"
	      "I. NHIỆM VỤ\n1. Thể chế\n"
	      "Sở Tư pháp chủ trì tham mưu UBND tỉnh kế hoạch rà soát (hoàn thành trong tháng "
	      "5/2026).\n"
	      "2. Con người\n"
	      "2.1. Đội Tham mưu: Tham mưu văn bản đề nghị Sở Xây dựng cấm xe tải.\n",
	      "Sở Tư pháp => tham mưu UBND | 2026-05\n"
	      "Đội Tham mưu => Tham mưu văn\n");
}

static void the_list_of_who_is_told_may_begin_with_any_verb(void **st)
{
	(void)st;
	check("TB",
	      NOTICE "1. UBND các xã, phường:\n"
	             "- Phát lệnh gọi khám sức khỏe.\n"
	             "- Kinh phí do ngân sách cấp.\n",
	      "UBND các xã, phường => Phát lệnh gọi\n");
}

static void orders_may_stand_behind_the_colon_of_an_opening(void **st)
{
	(void)st;
	check("CV",
	      "V/v đính chính thông tin\n\nKính gửi: Các cơ sở y tế.\n\n"
	      "UBND tỉnh thông báo đính chính như sau: Các cơ sở y tế công lập và ngoài công lập, "
	      "các doanh nghiệp kinh doanh thuốc, các nhà thuốc trong tỉnh rà soát thuốc lô A.\n",
	      "Các cơ sở y tế công lập và ngoài công lập; các doanh nghiệp kinh doanh thuốc; các nhà "
	      "thuốc trong tỉnh => rà soát thuốc\n");
}

static void a_name_may_go_on_behind_a_mark(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Giao Trung tâm Xúc tiến đầu tư, thương mại và du lịch làm đầu mối tổng hợp.\n"
	      "2. Đội Đăng ký, quản lý phương tiện bố trí 05 cán bộ tăng cường.\n"
	      "3. Trung tâm Thông tin - Hội nghị bảo đảm đường truyền.\n"
	      "4. Công an xã, các đoàn thể tuyên truyền.\n",
	      "Trung tâm Xúc tiến đầu tư, thương mại và du lịch => tổng hợp\n"
	      "Đội Đăng ký, quản lý phương tiện => bố trí 05\n"
	      "Trung tâm Thông tin - Hội nghị => bảo đảm đường\n"
	      "Công an xã; các đoàn thể => tuyên truyền\n");
}

static void behind_a_topic_and_its_colon_somebody_is_told(void **st)
{
	(void)st;
	check("TB",
	      NOTICE "1. Thanh tra việc thu, chi đầu năm học: giao Thanh tra tỉnh lập 03 đoàn.\n"
	             "2. Kiểm tra, giám sát: Giao Ủy ban Kiểm tra Tỉnh ủy xây dựng kế hoạch.\n",
	      "Thanh tra tỉnh => lập 03 đoàn\n"
	      "Ủy ban Kiểm tra Tỉnh ủy => xây dựng kế\n");
}

static void what_is_asked_for_in_a_list_is_the_openings_duty(void **st)
{
	(void)st;
	check("CV",
	      "V/v báo cáo biên chế\n\nKính gửi: UBND các xã, phường.\n\n"
	      "UBND tỉnh đề nghị UBND các xã, phường báo cáo một số nội dung sau:\n"
	      "1. Số biên chế được giao, hiện có.\n"
	      "2. Khó khăn, vướng mắc.\n"
	      "Báo cáo gửi về Sở Nội vụ trước ngày 10/6/2026.\n",
	      "UBND các xã, phường => báo cáo một | 2026-06-10\n");
}

static void a_prohibition_does_not_hold_the_next_sentence(void **st)
{
	(void)st;
	check("TB",
	      NOTICE "1. UBND các xã, phường:\n"
	             "- Nghiêm cấm đốt nương làm rẫy. Huy động lực lượng tại chỗ chữa cháy.\n",
	      "UBND các xã, phường => Nghiêm cấm đốt\n"
	      "UBND các xã, phường => Huy động lực\n");
}

static void a_closing_limit_may_name_who_reports(void **st)
{
	(void)st;
	check("TB",
	      NOTICE "1. UBND xã A bàn giao mặt bằng trước ngày 30/4/2026.\n"
	             "2. Sở Xây dựng kiểm tra hiện trường.\n"
	             "Các nội dung tại mục 1, Thủ trưởng đơn vị báo cáo kết quả trước ngày "
	             "05/5/2026.\n",
	      "UBND xã A => bàn giao mặt | 2026-04-30\n"
	      "Sở Xây dựng => kiểm tra hiện\n"
	      "Thủ trưởng đơn vị => báo cáo kết | 2026-05-05\n");
}

static void a_paragraph_of_a_plan_may_tell_one_after_the_other(void **st)
{
	(void)st;
	check("KH",
	      "KẾ HOẠCH\nCải cách hành chính\n\nI. NHIỆM VỤ\n1. Con người\n"
	      "Sở Nội vụ tham mưu Đề án vị trí việc làm. Trường Chính trị Hoàng Văn Thụ phối hợp xây "
	      "dựng chương trình.\n",
	      "Sở Nội vụ => tham mưu Đề\n"
	      "Trường Chính trị Hoàng Văn Thụ => phối hợp xây\n");
}

static void what_was_agreed_or_came_orders_nothing(void **st)
{
	(void)st;
	check("TB",
	      NOTICE "1. Thống nhất về chủ trương đầu tư một số cầu lớn.\n"
	             "2. Thống nhất danh mục 07 dự án và phân công các cơ quan tháo gỡ.\n"
	             "3. Sở Xây dựng thống nhất phương án với chủ đầu tư.\n",
	      "Sở Xây dựng => thống nhất phương\n");
	check("CV",
	      "V/v xem xét đề nghị\n\nKính gửi: Sở Tài chính.\n\n"
	      "Văn phòng UBND tỉnh nhận được Văn bản số 09/LDT-PTDA ngày 29/01/2026 của Công ty A báo "
	      "cáo, đề nghị UBND tỉnh cho phép nghiên cứu dự án.\n"
	      "Giao Sở Tài chính kiểm tra, xem xét.\n",
	      "Sở Tài chính => kiểm tra, xem\n");
}

static void a_group_is_told_apart_by_what_it_did(void **st)
{
	(void)st;
	check("CV",
	      "V/v đôn đốc\n\nKính gửi: Các sở, ban, ngành.\n\nUBND tỉnh đề nghị:\n"
	      "1. Các cơ quan, địa phương chưa gửi báo cáo nghiêm túc kiểm điểm trách nhiệm.\n"
	      "2. Các cơ quan, địa phương đã gửi báo cáo tiếp tục rà soát nhiệm vụ.\n"
	      "3. Các đơn vị được giao nhiệm vụ tại Mục I gửi báo cáo kết quả về Văn phòng.\n",
	      "Các cơ quan, địa phương chưa gửi báo cáo => nghiêm túc kiểm\n"
	      "Các cơ quan, địa phương đã gửi báo cáo => tiếp tục rà\n"
	      "Các đơn vị được giao nhiệm vụ tại Mục I => gửi báo cáo\n");
}

static void the_limit_of_a_heading_is_that_of_its_items(void **st)
{
	(void)st;
	check("TB",
	      NOTICE "1. Yêu cầu Sở Y tế hoàn thành các nhiệm vụ sau đây trước ngày 15/7/2026:\n"
	             "1.1. Rà soát danh mục trang thiết bị.\n"
	             "1.2. Trình kế hoạch sắp xếp trạm y tế trước ngày 30/6/2026.\n"
	             "2. Sở Nội vụ kiểm tra.\n",
	      "Sở Y tế => Rà soát danh | 2026-07-15\n"
	      "Sở Y tế => Trình kế hoạch | 2026-06-30\n"
	      "Sở Nội vụ => kiểm tra\n");
}

static void a_condition_may_stand_before_who_is_told(void **st)
{
	(void)st;
	check("TB",
	      NOTICE "1. Trường hợp có khó khăn, vướng mắc vượt quá thẩm quyền, Chủ tịch UBND xã A "
	             "phải báo cáo ngay chậm nhất ngày 03/5/2026.\n"
	             "2. Giao các Sở: Tài chính, Xây dựng; UBND các huyện: Thanh Trì, Gia Lâm khẩn "
	             "trương thực hiện.\n"
	             "3. Công an xã\n"
	             "- Tham mưu lịch tiếp công dân.\n"
	             "Trường hợp cần điều chỉnh thời gian, cơ quan chủ trì có văn bản báo cáo UBND "
	             "tỉnh.\n",
	      "Chủ tịch UBND xã A => phải báo cáo | 2026-05-03\n"
	      "Tài chính; Xây dựng; UBND các huyện: Thanh Trì; Gia Lâm => khẩn trương thực\n"
	      "Công an xã => Tham mưu lịch\n");
}

static void an_article_heads_its_items(void **st)
{
	(void)st;
	check("QĐ",
	      "QUYẾT ĐỊNH\nVề việc thành lập Tổ công tác\n\n"
	      "Điều 1. Thành lập Tổ công tác gồm các ông, bà có tên sau:\n"
	      "1. Ông Nguyễn Mạnh Sơn, Phó Chủ tịch UBND tỉnh - Tổ trưởng;\n"
	      "2. Bà Trần Thị Hạnh, Giám đốc Sở Tài chính - Tổ phó.\n"
	      "Điều 2. Tổ công tác có nhiệm vụ:\n"
	      "1. Rà soát các dự án, báo cáo UBND tỉnh trước ngày 15/5/2026.\n"
	      "2. Tổ công tác tự giải thể sau khi hoàn thành nhiệm vụ.\n"
	      "Điều 3. Giao Sở Tài chính bố trí phương tiện.\n",
	      "Tổ công tác => Rà soát các | 2026-05-15\n"
	      "Sở Tài chính => bố trí phương\n");
}

static void a_verb_behind_a_colon_is_no_body(void **st)
{
	(void)st;
	check("TB",
	      NOTICE "1. UBND các xã, phường: Xây dựng kế hoạch và tổ chức thực hiện.\n"
	             "2. Các sở, ban, ngành: Xây dựng phương án.\n"
	             "3. Các sở: Xây dựng, Tài chính rà soát.\n",
	      "UBND các xã, phường => Xây dựng kế\n"
	      "Các sở, ban, ngành => Xây dựng phương\n"
	      "Xây dựng; Tài chính => rà soát\n");
}

static void what_stands_above_may_have_one_limit(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Sở Nội vụ rà soát biên chế.\n"
	      "2. Sở Y tế kiểm tra các trạm y tế trước ngày 30/4/2026.\n"
	      "3. Chế độ báo cáo: các đơn vị báo cáo tiến độ vào 14 giờ thứ Sáu hằng tuần; Sở "
	      "Xây dựng tổng hợp, báo cáo trước 10 giờ thứ Hai tuần kế tiếp.\n"
	      "Thời gian hoàn thành các nhiệm vụ nêu trên: trước ngày 20/6/2026.\n",
	      "Sở Nội vụ => rà soát biên | 2026-06-20\n"
	      "Sở Y tế => kiểm tra các | 2026-04-30\n"
	      "các đơn vị => báo cáo tiến | R:weekly:friT14:00\n"
	      "Sở Xây dựng => tổng hợp, báo | R:weekly:monT10:00\n");
}

static void a_letter_that_told_others_before_tells_nobody_now(void **st)
{
	(void)st;
	check("CV",
	      "V/v đôn đốc báo cáo\n\nKính gửi: Các sở, ban, ngành.\n\n"
	      "Ngày 02/4/2026, Sở Tài chính có Văn bản số 998/STC-ĐT yêu cầu các chủ đầu tư báo cáo "
	      "trước ngày 15/4/2026.\n"
	      "UBND tỉnh đề nghị:\n1. Các chủ đầu tư khẩn trương gửi báo cáo.\n"
	      "Báo cáo bằng văn bản đề nghị gửi về Sở Tài chính.\n",
	      "Các chủ đầu tư => khẩn trương gửi\n");
}

static void a_group_is_told_apart_by_what_was_given_it(void **st)
{
	(void)st;
	check("TB",
	      NOTICE "1. Các cơ quan được phân công chuẩn bị nội dung trình Kỳ họp gửi hồ sơ.\n"
	             "2. Tổ thường trực tổng hợp báo cáo.\n",
	      "Các cơ quan được phân công chuẩn bị nội dung trình Kỳ họp => gửi hồ sơ\n"
	      "Tổ thường trực => tổng hợp báo\n");
}

static void a_paragraph_may_give_the_list_below_its_limit(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "Các nhiệm vụ sau phải hoàn thành trước ngày 25/9/2026 (trừ nhiệm vụ có hạn riêng):\n"
	      "1. Sở Tài chính bố trí kinh phí.\n"
	      "2. Sở Nội vụ rà soát biên chế trước ngày 15/9/2026.\n",
	      "Sở Tài chính => bố trí kinh | 2026-09-25\n"
	      "Sở Nội vụ => rà soát biên | 2026-09-15\n");
}

static void rows_of_bars_may_have_headings_between(void **st)
{
	(void)st;
	check("KH",
	      "KẾ HOẠCH\nTriển khai chiến dịch\n\nUBND tỉnh ban hành Kế hoạch như sau:\n\n"
	      "STT | Nội dung nhiệm vụ | Chủ trì | Thời hạn\n"
	      "I | Hoàn thiện dữ liệu\n"
	      "1 | Rà soát dữ liệu đất đai | Sở Tài chính | Trước ngày 30/6/2026\n"
	      "2 | Số hóa giấy chứng nhận | Sở Nội vụ | Quý III/2026\n"
	      "II | Kỹ thuật\n"
	      "3 | Nâng cấp hạ tầng | Sở Xây dựng | Hằng tháng\n",
	      "Sở Tài chính => Rà soát dữ | 2026-06-30\n"
	      "Sở Nội vụ => Số hóa giấy | 2026-Q3\n"
	      "Sở Xây dựng => Nâng cấp hạ | R:monthly\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_group_is_told_apart_by_what_it_does),
		cmocka_unit_test(a_body_may_assign_its_own_people),
		cmocka_unit_test(a_team_is_told_man_by_man),
		cmocka_unit_test(a_topic_stands_before_the_order),
		cmocka_unit_test(a_rule_that_is_quoted_binds_nobody_here),
		cmocka_unit_test(articles_that_name_who_carries_out_give_no_duty),
		cmocka_unit_test(closing_words_name_the_document_or_a_group),
		cmocka_unit_test(who_leads_stands_behind_the_bullets),
		cmocka_unit_test(a_blank_of_a_drawn_table_is_the_cell_above),
		cmocka_unit_test(an_item_of_an_invitation_says_what_to_make_ready),
		cmocka_unit_test(a_report_tells_its_rooms_their_next_tasks),
		cmocka_unit_test(a_letter_is_handed_on_with_what_to_do),
		cmocka_unit_test(a_plan_tells_in_paragraphs_under_its_headings),
		cmocka_unit_test(the_list_of_who_is_told_may_begin_with_any_verb),
		cmocka_unit_test(orders_may_stand_behind_the_colon_of_an_opening),
		cmocka_unit_test(a_name_may_go_on_behind_a_mark),
		cmocka_unit_test(a_group_is_told_apart_by_what_was_given_it),
		cmocka_unit_test(a_paragraph_may_give_the_list_below_its_limit),
		cmocka_unit_test(rows_of_bars_may_have_headings_between),
		cmocka_unit_test(an_article_heads_its_items),
		cmocka_unit_test(a_verb_behind_a_colon_is_no_body),
		cmocka_unit_test(what_stands_above_may_have_one_limit),
		cmocka_unit_test(a_letter_that_told_others_before_tells_nobody_now),
		cmocka_unit_test(what_was_agreed_or_came_orders_nothing),
		cmocka_unit_test(a_group_is_told_apart_by_what_it_did),
		cmocka_unit_test(the_limit_of_a_heading_is_that_of_its_items),
		cmocka_unit_test(a_condition_may_stand_before_who_is_told),
		cmocka_unit_test(behind_a_topic_and_its_colon_somebody_is_told),
		cmocka_unit_test(what_is_asked_for_in_a_list_is_the_openings_duty),
		cmocka_unit_test(a_prohibition_does_not_hold_the_next_sentence),
		cmocka_unit_test(a_closing_limit_may_name_who_reports),
		cmocka_unit_test(a_paragraph_of_a_plan_may_tell_one_after_the_other),
	};

	return cmocka_run_group_tests_name("told", tests, read_start, read_done);
}
