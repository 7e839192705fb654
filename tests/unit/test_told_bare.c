/*
 * test_told_bare.c - papers without a header, a title or an opening, as portals leave them: a body and
 * a verb at the head of an item order, aims, accounts and programmes do not; invented sentences.
 */
#include "told_text.h"

static void check_bare(const char *paper, const char *want)
{
	reading r;
	slice got;

	assert_int_equal(reading_run(&read_with, slice_c(paper), &read_memory, &r, NULL), RC_OK);
	got = told(&r, 3);
	if (!slice_eq(got, slice_c(want)))
		fail_msg("%s\n  got\n%.*s  want\n%s", paper, (int)got.n, got.p, want);
}

static void an_item_needs_no_opening(void **st)
{
	(void)st;
	check_bare("1. Trạm Y tế xã tổ chức phun hóa chất khử khuẩn tại chợ.\n\n"
	           "2. Thời gian: Từ ngày 12/5/2025 đến hết ngày 14/5/2025.\n\n"
	           "3. Các thôn vận động nhân dân dọn vệ sinh. Ban Quản lý chợ bố trí nước.\n\n"
	           "4. Về kinh phí: Phòng Tài chính cân đối nguồn dự phòng.\n\n"
	           "UBND xã thông báo để các cơ quan, đơn vị biết, thực hiện./.\n",
	           "Trạm Y tế xã => tổ chức phun | 2025-05-12/2025-05-14\n"
	           "Các thôn => vận động nhân\n"
	           "Ban Quản lý chợ => bố trí nước\n"
	           "Phòng Tài chính => cân đối nguồn\n");
}

static void an_announcement_opens_what_stands_below(void **st)
{
	(void)st;
	check_bare("Tổ chức kiểm kê tài sản cuối năm\n\n"
	           "Việc kiểm kê tài sản năm 2025 được thực hiện như sau:\n\n"
	           "Phòng Quản trị lập danh mục tài sản và gửi các khoa.\n\n"
	           "Các khoa đối chiếu danh mục với hiện trạng.\n",
	           "Phòng Quản trị => lập danh mục\n"
	           "Các khoa => đối chiếu danh\n");
	check_bare("Thời gian thực hiện cụ thể như sau:\n\n"
	           "- Ngày 07/10/2025, các tổ dân phố gửi danh sách về Hội Chữ thập đỏ.\n",
	           "các tổ dân phố => gửi danh sách\n");
	/* of an account nothing is told */
	check_bare("Kết quả thực hiện như sau:\n\n"
	           "Phòng Quản trị lập danh mục tài sản và gửi các khoa.\n",
	           "");
}

static void an_opening_behind_the_addressee(void **st)
{
	(void)st;
	check_bare("Kính gửi: Hiệu trưởng các trường. Thực hiện Kế hoạch số 31/KH-UBND ngày "
	           "13/4/2025, Phòng Giáo dục yêu cầu các trường thực hiện các nội dung sau:\n\n"
	           "1. Tổng vệ sinh khuôn viên trường học.\n\n"
	           "2. Báo cáo kết quả trước ngày 23/4/2025.\n",
	           "các trường => Tổng vệ sinh\n"
	           "các trường => Báo cáo kết | 2025-04-23\n");
}

static void aims_and_programmes_tell_nobody(void **st)
{
	(void)st;
	check("KH",
	      "KẾ HOẠCH\nTổ chức ngày hội đọc sách\n\n"
	      "I. MỤC ĐÍCH\n- Các trường nâng cao chất lượng thư viện.\n\n"
	      "II. THÀNH PHẦN\n- Đại diện Ủy ban bầu cử xã;\n- Các trường trên địa bàn.\n\n"
	      "III. NỘI DUNG\n- Hiệu trưởng phát biểu khai mạc.\n"
	      "- Các trường dự kiến tổ chức vào ngày 02/10/2026.\n"
	      "- Ban Giám hiệu chủ động xây dựng chương trình.\n\n"
	      "IV. KINH PHÍ\n- Các trường bố trí giá sách.\n",
	      "Ban Giám hiệu => chủ động xây\n"
	      "Các trường => bố trí giá\n");
}

static void a_reply_tells_what_came(void **st)
{
	(void)st;
	check("CV",
	      "V/v thủ tục sáp nhập\n\nKính gửi: Công ty Sao Mai.\n\n"
	      "Ngày 05/4/2026, Sở Tài chính nhận được công văn của Công ty Sao Mai đề nghị hướng "
	      "dẫn thủ tục sáp nhập.\n\n"
	      "Sở Tài chính hướng dẫn để Công ty biết và thực hiện./.\n",
	      "");
	check("CV",
	      "Kính gửi: Công ty Sao Mai.\n\n"
	      "Trả lời công văn số 04/CV-SM ngày 23/4/2026 của Công ty Sao Mai, Sở Tài chính có ý "
	      "kiến như sau:\n\n"
	      "Doanh nghiệp lưu giữ đầy đủ hồ sơ của tài sản.\n",
	      "");
}

static void what_is_granted_binds_nobody(void **st)
{
	(void)st;
	check("CV",
	      "V/v lùi thời điểm đóng quỹ\n\nKính gửi: UBND các xã, phường.\n\n"
	      "1. Đồng ý cho các doanh nghiệp bị thiệt hại được lùi thời điểm đóng quỹ đến ngày "
	      "30/6/2026.\n",
	      "");
}

static void what_follows_a_prohibition_is_a_duty(void **st)
{
	(void)st;
	check("CV",
	      "Kính gửi: UBND các xã, phường.\n\nChủ tịch UBND tỉnh chỉ đạo như sau:\n"
	      "1. UBND xã Hải Yến tuyệt đối không cấp phép trong vùng sạt lở; lập danh sách 46 hộ "
	      "gửi Sở Xây dựng trước ngày 22/5/2026.\n",
	      "UBND xã Hải Yến => tuyệt đối không\n"
	      "UBND xã Hải Yến => lập danh sách | 2026-05-22\n");
}

static void an_item_ends_with_who_does_it(void **st)
{
	(void)st;
	check_bare("Chuẩn bị đại hội\n\n"
	           "- Trang trí hội trường: Đoàn Thanh niên. (đồng chí Nam)\n\n"
	           "- Viết bài phát biểu: đồng chí Lê Văn Tám.\n\n"
	           "- Chuẩn bị kinh phí: Phòng Tài chính (xong trước ngày 12/5/2026).\n\n"
	           "- Thành phần: Đoàn Thanh niên.\n",
	           "Đoàn Thanh niên => Trang trí hội\n"
	           "đồng chí Lê Văn Tám => Viết bài phát\n"
	           "Phòng Tài chính => Chuẩn bị kinh | 2026-05-12\n");
}

static void people_are_told_by_their_posts(void **st)
{
	(void)st;
	check_bare(
		"IV. TỔ CHỨC THỰC HIỆN\n\n"
		"1. Đồng chí Trưởng Ban xây dựng Đảng - Trưởng Tiểu ban: Phụ trách chung.\n\n"
		"2. Đồng chí Phó Giám đốc Trung tâm phục vụ hành chính công - Ủy viên: Chủ động tham "
		"mưu.\n\n"
		"3. Thời gian thực hiện: Từ ngày 17/12/2025 đến ngày 25/01/2026.\n",
		"Đồng chí Trưởng Ban xây dựng Đảng - Trưởng Tiểu ban => Phụ trách chung\n"
		"Đồng chí Phó Giám đốc Trung tâm phục vụ hành chính công - Ủy viên => Chủ động tham\n");
}

static void a_limit_tells_whoever_begins_its_sentence(void **st)
{
	(void)st;
	check_bare(
		"Về công tác trồng rừng\n\n"
		"Hạt Kiểm lâm căn cứ quy định hiện hành hướng dẫn trồng rừng, báo cáo kết quả trước "
		"ngày 30/5/2024.\n\n"
		"Trước ngày 12/6/2024, Phòng Kinh tế tổng hợp diện tích.\n",
		"Hạt Kiểm lâm => hướng dẫn trồng | 2024-05-30\n"
		"Phòng Kinh tế => tổng hợp diện | 2024-06-12\n");
	check_bare("Trong 6 tháng đầu năm, Công an huyện mở 02 đợt cao điểm.\n\n"
	           "- Phòng Tư pháp tổ chức 05 lớp tập huấn.\n\n"
	           "- Phòng Kinh tế kiểm tra 20 cơ sở.\n",
	           "");
	check_bare("Điều 5. Trách nhiệm của các cơ quan\n\n"
	           "1. Bộ Y tế hướng dẫn việc ghi chép.\n\n"
	           "2. Sở Y tế kiểm tra việc ghi chép.\n",
	           "");
}

static void an_opening_by_its_subject(void **st)
{
	(void)st;
	check_bare(
		"Để bảo đảm an toàn, giảm thiệt hại, thời gian tới, các phòng, ban cần tập trung thực "
		"hiện các nhiệm vụ sau đây:\n\n"
		"a) Rà soát các hộ ven suối.\n\nb) Tiếp tục trực ban.\n",
		"các phòng, ban => Rà soát các\n"
		"các phòng, ban => Tiếp tục trực\n");
	check_bare(
		"Thực hiện Kế hoạch số 45/KH-UBND ngày 10/5/2024 của UBND tỉnh, Sở Công Thương hướng dẫn "
		"các đơn vị triển khai một số nội dung như sau:\n\n"
		"1. Treo băng rôn tại trụ sở.\n\n2. Gửi báo cáo trước ngày 15/8/2024.\n",
		"các đơn vị => Treo băng rôn\n"
		"các đơn vị => Gửi báo cáo | 2024-08-15\n");
}

static void a_ground_without_a_comma(void **st)
{
	(void)st;
	check("KH",
	      "KẾ HOẠCH\nPhòng dịch\n\nII. Tổ chức thực hiện\n\n"
	      "1. UBND các xã, phường\n\n"
	      "Căn cứ chức năng, nhiệm vụ được giao tổ chức phun khử khuẩn tại chợ.\n\n"
	      "2. Sở Giáo dục và Đào tạo\n\n"
	      "Căn cứ chức năng nhiệm vụ, chỉ đạo các trường, các trung tâm trực thuộc quản lý học sinh.\n",
	      "UBND các xã, phường => tổ chức phun\n"
	      "Sở Giáo dục và Đào tạo => chỉ đạo các\n");
}

static void closing_words_order_nothing_but_may_limit(void **st)
{
	(void)st;
	check("CV",
	      "V/v thu quỹ phòng, chống thiên tai\n\nKính gửi: Các trường.\n\n"
	      "Đề nghị Hiệu trưởng các trường rà soát số quỹ còn phải thu.\n\n"
	      "Các đơn vị khẩn trương thực hiện và gửi về Sở Tài chính trước ngày 24/5/2026.\n\n"
	      "Đề nghị các đơn vị nghiêm túc thực hiện, bảo đảm tiến độ, chất lượng theo kế hoạch./.\n",
	      "Hiệu trưởng các trường => rà soát số | 2026-05-24\n");
}

static void a_list_that_lost_its_marks(void **st)
{
	(void)st;
	check("CV",
	      "Kính gửi: Các đồng chí Bí thư chi bộ.\n\n"
	      "Để chuẩn bị cho Đại hội, Đảng ủy đề nghị các đồng chí:\n\n"
	      "Hoàn thiện báo cáo chính trị.\n\n"
	      "Gửi danh sách nhân sự trước ngày 12/6/2026.\n\n"
	      "Đây là đợt sinh hoạt chính trị quan trọng.\n\n"
	      "Tổ chức Đảng là hạt nhân của phong trào.\n",
	      "Bí thư chi bộ => Hoàn thiện báo\n"
	      "Bí thư chi bộ => Gửi danh sách | 2026-06-12\n");
	check_bare(
		"Kính gửi: Các trạm Thực hiện chỉ đạo của Sở Nông nghiệp, Chi cục Thú y đề nghị các trạm Thú y thực hiện tốt một "
		"số việc sau:\n\n"
		"1 Đôn đốc các xã tiêm phòng đủ cho đàn trâu, bò, lợn trên địa bàn.\n\n2 Đề xuất kinh phí tiêm phòng năm sau cho các xã còn khó khăn.\n",
		"các trạm Thú y => Đôn đốc các\n"
		"các trạm Thú y => Đề xuất kinh\n");
	check_bare(
		"Công tác phòng, chống dịch bệnh trong mùa mưa bão còn nhiều khó khăn, nhất là tại các "
		"xã vùng sâu, vùng xa của huyện.\n\n"
		"Phòng Y tế: Chỉ đạo các trạm trực ban.\n\n"
		"Đề nghị Phòng Kinh tế\n\n- Rà soát các ổ dịch cũ.\n",
		"Phòng Y tế => Chỉ đạo các\n"
		"Phòng Kinh tế => Rà soát các\n");
}

static void a_letter_that_asks_for_opinions_asks(void **st)
{
	(void)st;
	check("CV",
	      "V/v góp ý dự thảo Quy chế thi\n\nKính gửi: Các trường.\n\n"
	      "Sở đề nghị các trường tham gia ý kiến về dự thảo.\n\n"
	      "Các đơn vị gửi ý kiến về Phòng Khảo thí trước ngày 13/5/2026.\n",
	      "các trường => tham gia ý\nCác đơn vị => gửi ý kiến | 2026-05-13\n");
	check("CV",
	      "V/v góp ý dự thảo Quy chế thi\n\nKính gửi: Bộ Tài chính.\n\n"
	      "Sau khi nghiên cứu, UBND tỉnh có ý kiến như sau:\n\n"
	      "1. Các trường tổ chức thi theo quy định.\n",
	      "");
}

static void what_is_told_when_and_where_is_the_duty(void **st)
{
	(void)st;
	check("CV",
	      "V/v Ngày Chủ nhật xanh\n\nKính gửi: Các trường.\n\n"
	      "Sở đề nghị các trường tổ chức trồng cây trong Ngày Chủ nhật xanh, cụ thể như sau:\n\n"
	      "1. Thời gian: Ngày 22/7/2026.\n\n2. Địa điểm: Khuôn viên trường.\n",
	      "các trường => tổ chức trồng\n");
}

static void a_clause_of_its_own_ends_the_past(void **st)
{
	(void)st;
	check_bare(
		"Phòng bệnh cho đàn lợn\n\n"
		"Trên cơ sở các văn bản Bộ đã ban hành về phòng bệnh, Chi cục Thú y xây dựng tài liệu "
		"tuyên truyền, đề nghị UBND các huyện phổ biến đến các hộ.\n",
		"UBND các huyện => phổ biến đến\n");
}

static void people_are_told_at_the_head_of_an_item(void **st)
{
	(void)st;
	check_bare("Kế hoạch thi vẽ tranh\n\n"
	           "- Giáo viên chuẩn bị giấy và giá vẽ cho lớp mình.\n\n"
	           "- Học sinh tự mang màu vẽ theo ý thích của mình.\n\n"
	           "- Người tham quan gửi xe tại cổng phụ của trường.\n",
	           "Giáo viên => chuẩn bị giấy\n"
	           "Học sinh => tự mang màu\n"
	           "Người tham quan => gửi xe tại\n");
	/* what they are, what they get, what each of them may */
	check_bare("Xét học bổng học kỳ I\n\n"
	           "- Sinh viên là con thương binh đang học năm thứ hai.\n\n"
	           "- Học viên được chia tổ để hoàn thành bài học.\n\n"
	           "- Mỗi học sinh làm một bài dự thi.\n",
	           "");
}

static void items_are_counted_in_ordinals(void **st)
{
	(void)st;
	check_bare(
		"UBND xã yêu cầu các cơ quan và toàn thể Nhân dân thực hiện các nội dung sau:\n\n"
		"Thứ nhất, thường xuyên theo dõi bản tin mưa lũ.\n\n"
		"Thứ hai, Trạm Thủy nông kiểm tra cống dưới đê.\n",
		"các cơ quan; toàn thể Nhân dân => thường xuyên theo\n"
		"Trạm Thủy nông => kiểm tra cống\n");
	/* a day of the week is no number */
	check_bare("Thứ hai, ngày 11/5/2026: Giao ban tuần.\n", "");
	/* an argument is no order */
	check_bare(
		"Thứ nhất, doanh nghiệp đã nhiều lần có văn bản gửi các cơ quan đề nghị hướng dẫn.\n",
		"");
}

static void a_period_alone_orders_nothing(void **st)
{
	(void)st;
	check("CV",
	      "V/v treo cờ\n\nKính gửi: Các trường.\n\n"
	      "Sở thông báo thời gian treo cờ như sau:\n\n"
	      "+ Đợt 1: Từ ngày 18/8/2026 đến hết ngày 20/8/2026.\n\n"
	      "+ Đợt 2: Từ ngày 01/9/2026 đến hết ngày 03/9/2026.\n",
	      "");
	/* nor is the one for whom something is sent told to send it */
	check_bare("Phòng Nội vụ gửi dự thảo Quy chế để các đơn vị góp ý.\n\n"
	           "Văn bản góp ý gửi trước ngày 02/6/2026 để Phòng Nội vụ tổng hợp.\n",
	           " => Văn bản góp | 2026-06-02\n");
}

static void a_list_of_names_is_no_order(void **st)
{
	(void)st;
	check_bare("2. Cơ quan chủ trì\n\n"
	           "- Các cơ quan báo chí Trung ương, địa phương, quân đội.\n\n"
	           "- Mặt trận Tổ quốc Việt Nam, Hội Cựu chiến binh các cấp.\n",
	           "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_item_needs_no_opening),
		cmocka_unit_test(an_announcement_opens_what_stands_below),
		cmocka_unit_test(an_opening_behind_the_addressee),
		cmocka_unit_test(aims_and_programmes_tell_nobody),
		cmocka_unit_test(a_reply_tells_what_came),
		cmocka_unit_test(what_is_granted_binds_nobody),
		cmocka_unit_test(what_follows_a_prohibition_is_a_duty),
		cmocka_unit_test(an_item_ends_with_who_does_it),
		cmocka_unit_test(people_are_told_by_their_posts),
		cmocka_unit_test(a_limit_tells_whoever_begins_its_sentence),
		cmocka_unit_test(an_opening_by_its_subject),
		cmocka_unit_test(a_ground_without_a_comma),
		cmocka_unit_test(closing_words_order_nothing_but_may_limit),
		cmocka_unit_test(a_list_that_lost_its_marks),
		cmocka_unit_test(a_letter_that_asks_for_opinions_asks),
		cmocka_unit_test(what_is_told_when_and_where_is_the_duty),
		cmocka_unit_test(a_clause_of_its_own_ends_the_past),
		cmocka_unit_test(people_are_told_at_the_head_of_an_item),
		cmocka_unit_test(items_are_counted_in_ordinals),
		cmocka_unit_test(a_period_alone_orders_nothing),
		cmocka_unit_test(a_list_of_names_is_no_order),
	};

	return cmocka_run_group_tests(tests, read_start, read_done);
}
