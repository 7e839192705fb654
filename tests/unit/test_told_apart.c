/*
 * test_told_apart.c - how far the name of who is told goes: clauses that tell a group apart,
 * names with marks inside, grounds before the order; invented sentences.
 */
#include "told_text.h"

#define LETTER                                                                                     \
	"V/v quản lý đất đai\n\nKính gửi: UBND các xã, phường.\n\n"                                \
	"Chủ tịch UBND tỉnh có ý kiến chỉ đạo như sau:\n"

static void a_clause_ends_at_what_they_must(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Các đơn vị có nhiệm vụ lắp đặt biển báo phải hoàn thành trước ngày 15/8/2026.\n"
	      "2. Yêu cầu các đơn vị khai thác cát phải phối hợp với UBND các xã cắm mốc.\n"
	      "3. Thủ trưởng đơn vị thi công và thủ trưởng đơn vị giám sát phải ký biên bản.\n"
	      "4. Chủ hồ chứa thủy lợi trên suối Nậm Mon phải thực hiện nghiêm quy trình.\n"
	      "5. Các hộ dân sống ven suối, chân đồi chủ động di dời.\n"
	      "6. Các chủ công trình ngầm (điện, nước, cáp) hoàn thành di dời trước ngày "
	      "30/6/2026.\n"
	      "7. Các xã rà soát hộ dân phải di dời.\n",
	      "Các đơn vị có nhiệm vụ lắp đặt biển báo => phải hoàn thành | 2026-08-15\n"
	      "các đơn vị khai thác cát + UBND các xã => cắm mốc\n"
	      "Thủ trưởng đơn vị thi công; thủ trưởng đơn vị giám sát => phải ký biên\n"
	      "Chủ hồ chứa thủy lợi trên suối Nậm Mon => phải thực hiện\n"
	      "Các hộ dân sống ven suối, chân đồi => chủ động di\n"
	      "Các chủ công trình ngầm (điện, nước, cáp) => hoàn thành di | 2026-06-30\n"
	      "Các xã => rà soát hộ\n");
}

static void a_clause_ends_at_what_they_send(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Các cơ quan chủ trì soạn thảo nội dung khác gửi hồ sơ trước ngày 15/5/2026.\n"
	      "2. Thành viên Tổ công tác chưa có ý kiến gửi phiếu về Sở Y tế.\n"
	      "3. Các nhà thầu đã ký hợp đồng gửi kế hoạch thi công về Ban Quản lý.\n"
	      "4. Các nhà thầu, doanh nghiệp kinh doanh cát sỏi nghiêm túc kê khai thuế.\n",
	      "Các cơ quan chủ trì soạn thảo nội dung khác => gửi hồ sơ | 2026-05-15\n"
	      "Thành viên Tổ công tác chưa có ý kiến => gửi phiếu về\n"
	      "Các nhà thầu đã ký hợp đồng => gửi kế hoạch\n"
	      "Các nhà thầu; doanh nghiệp kinh doanh cát sỏi => nghiêm túc kê\n");
}

static void a_ground_ends_where_the_order_begins(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Giao Sở Xây dựng trên cơ sở quy hoạch thăm dò, khai thác, sử dụng đá vôi được "
	      "duyệt, hướng dẫn các mỏ lập hồ sơ.\n"
	      "2. Sở Tài chính căn cứ khả năng cân đối ngân sách, bố trí vốn.\n"
	      "3. Sở Nội vụ, trên cơ sở kết quả thanh tra, kiểm tra, đề xuất xử lý vi phạm.\n"
	      "4. Sở Y tế theo chức năng, nhiệm vụ được giao kiểm tra các quầy thuốc.\n"
	      "5. Giao Sở Y tế phối hợp Sở Nội vụ để xây dựng ngay kế hoạch trực Tết.\n",
	      "Sở Xây dựng => hướng dẫn các\n"
	      "Sở Tài chính => bố trí vốn\n"
	      "Sở Nội vụ => đề xuất xử\n"
	      "Sở Y tế => kiểm tra các\n"
	      "Sở Y tế + Sở Nội vụ => xây dựng ngay\n");
}

static void a_name_goes_on_behind_its_marks(void **st)
{
	(void)st;
	check("CV",
	      LETTER
	      "1. Ban Quản lý dự án đầu tư xây dựng (QLDA ĐTXD) các công trình dân dụng đôn đốc "
	      "nhà thầu.\n"
	      "2. Ban Dân tộc và Tôn giáo tỉnh rà soát danh sách già làng.\n"
	      "3. Ban Chỉ huy Phòng thủ dân sự và Phòng, chống thiên tai, tìm kiếm cứu nạn tỉnh "
	      "trực ban.\n"
	      "4. Công an tỉnh chỉ đạo Công an thành phố, Công an các xã nắm tình hình.\n"
	      "6. UBND TP. Tam Đường có trách nhiệm lập hồ sơ bồi thường.\n"
	      "5. Các địa phương gồm: Hà Nam, Thái Bình tập trung thu hoạch lúa.\n",
	      "Ban Quản lý dự án đầu tư xây dựng (QLDA ĐTXD) các công trình dân dụng => đôn đốc nhà\n"
	      "Ban Dân tộc và Tôn giáo tỉnh => rà soát danh\n"
	      "Ban Chỉ huy Phòng thủ dân sự và Phòng, chống thiên tai, tìm kiếm cứu nạn tỉnh => trực "
	      "ban\n"
	      "Công an tỉnh => chỉ đạo Công\n"
	      "UBND TP. Tam Đường => lập hồ sơ\n"
	      "Hà Nam; Thái Bình => tập trung thu\n");
}

static void a_bracket_says_whose_it_is(void **st)
{
	(void)st;
	check("CV",
	      LETTER
	      "1. Lập hồ sơ đấu giá (Trách nhiệm: Sở Xây dựng; hoàn thành trước ngày 15/6/2026).\n"
	      "2. Hoàn thiện dự thảo Nghị quyết (giao Sở Tư pháp).\n",
	      "Sở Xây dựng => Lập hồ sơ | 2026-06-15\n"
	      "Sở Tư pháp => Hoàn thiện dự\n");
}

static void what_was_passed_on_orders_nothing(void **st)
{
	(void)st;
	check("CV",
	      "V/v chợ Mới\n\nKính gửi: Sở Xây dựng.\n\n"
	      "Ngày 08/3/2026, Văn phòng UBND tỉnh có Văn bản số 404/VP-NC thông báo ý kiến chỉ "
	      "đạo của Chủ tịch UBND tỉnh, giao Sở Xây dựng trả lời đơn; báo cáo trong tháng "
	      "3/2026.\n"
	      "Ngày 09/3/2026, Văn phòng UBND tỉnh ban hành Văn bản số 405/VP-NC thông báo ý kiến "
	      "chỉ đạo của Chủ tịch UBND tỉnh, giao Sở Xây dựng đo đạc chợ.\n"
	      "Chủ tịch UBND tỉnh giao Sở Xây dựng kiểm tra chợ.\n"
	      "Theo đó, đối với UBND các xã, phường tiếp tục thu phí.\n"
	      "Văn phòng UBND tỉnh thông báo để Sở Xây dựng, các cơ quan liên quan thực hiện./.\n",
	      "Sở Xây dựng => kiểm tra chợ\n"
	      "UBND các xã, phường => tiếp tục thu\n");
}

static void boards_and_posts_by_their_second_word(void **st)
{
	(void)st;
	check("TB",
	      NOTICE "1. Các Ban QLDA:\n"
	             "1.1. Ban QLDA 2 và Ban QLDA 6: chỉ đạo nhà thầu thi công ba ca.\n"
	             "1.2. Ban QLDA Đường thủy tiếp tục nạo vét luồng.\n"
	             "2. Văn phòng Thường trực Ban Chỉ huy PCTT và TKCN tỉnh tổ chức trực ban.\n"
	             "3. Các thành viên Ban Chỉ huy PCTT tỉnh xuống ngay địa bàn.\n"
	             "4. Phòng Giáo dục và Đào tạo quận mở lớp dạy bơi.\n"
	             "5. Phòng Công chức, viên chức (Sở Nội vụ) phân công người trực.\n"
	             "6. Thôn trưởng, buôn trưởng tuyên truyền bà con giữ rừng.\n",
	      "Ban QLDA 2; Ban QLDA 6 => chỉ đạo nhà\n"
	      "Ban QLDA Đường thủy => tiếp tục nạo\n"
	      "Văn phòng Thường trực Ban Chỉ huy PCTT và TKCN tỉnh => tổ chức trực\n"
	      "Các thành viên Ban Chỉ huy PCTT tỉnh => xuống ngay địa\n"
	      "Phòng Giáo dục và Đào tạo quận => mở lớp dạy\n"
	      "Phòng Công chức, viên chức => phân công người\n"
	      "Thôn trưởng, buôn trưởng => tuyên truyền bà\n");
}

static void many_are_told_apart_by_their_trade(void **st)
{
	(void)st;
	check("TB",
	      NOTICE "1. Các công ty khai thác nước mặt tiêu nước đệm.\n"
	             "2. Chủ bè nuôi trồng rong biển đưa lao động vào bờ.\n"
	             "3. Các HTX dịch vụ điện đăng ký số lượng cột.\n"
	             "4. Các cơ sở chế biến gỗ nộp báo cáo môi trường.\n"
	             "5. Các xã chưa hoàn thành kê khai chỉ đạo các thôn gửi tờ khai.\n"
	             "6. Giao Sở Y tế cùng Sở Nội vụ rà soát hồ sơ.\n"
	             "7. Sở Y tế tiếp tục phối hợp Sở Nội vụ và Sở Tài chính hoàn thiện đề án.\n",
	      "Các công ty khai thác nước mặt => tiêu nước đệm\n"
	      "Chủ bè nuôi trồng rong biển => đưa lao động\n"
	      "Các HTX dịch vụ điện => đăng ký số\n"
	      "Các cơ sở chế biến gỗ => nộp báo cáo\n"
	      "Các xã chưa hoàn thành kê khai => chỉ đạo các\n"
	      "Sở Y tế + Sở Nội vụ => rà soát hồ\n"
	      "Sở Y tế + Sở Nội vụ; Sở Tài chính => hoàn thiện đề\n");
}

static void who_brings_what_to_a_meeting(void **st)
{
	(void)st;
	check("GM",
	      "GIẤY MỜI\n\nKính gửi: Đồng chí ............\n\n"
	      "UBND tỉnh kính mời đồng chí dự Hội nghị tổng kết mùa vụ, ngày 26/5/2026.\n"
	      "Để Hội nghị đạt kết quả, UBND tỉnh yêu cầu:\n"
	      "1. Trạm Bảo vệ thực vật: dự báo tình hình rầy nâu.\n"
	      "2. Các HTX dịch vụ điện đăng ký số lượng cột.\n",
	      "Trạm Bảo vệ thực vật => dự báo tình\n"
	      "Các HTX dịch vụ điện => đăng ký số\n");
}

static void those_whom_a_heading_directs_may_be_named(void **st)
{
	(void)st;
	check("CĐ",
	      "CÔNG ĐIỆN\nVề việc ứng phó bão\n\n"
	      "Chủ tịch UBND tỉnh yêu cầu:\n"
	      "1. Chủ tịch UBND các xã, phường chỉ đạo:\n"
	      "- Kiểm tra các điểm sạt lở;\n"
	      "- Chủ đập, hồ chứa thủy lợi hạ mực nước hồ.\n"
	      "2. Bộ Chỉ huy Bộ đội Biên phòng tỉnh không cho tàu xuất bến; mở sổ theo dõi tàu cá.\n"
	      "Các đơn vị báo cáo về UBND tỉnh qua số điện thoại 0205.381.0000./.\n",
	      "Chủ tịch UBND các xã, phường => Kiểm tra các\n"
	      "Chủ đập, hồ chứa thủy lợi => hạ mực nước\n"
	      "Bộ Chỉ huy Bộ đội Biên phòng tỉnh => không cho tàu\n"
	      "Bộ Chỉ huy Bộ đội Biên phòng tỉnh => mở sổ theo\n");
}

static void what_went_short_orders_nothing(void **st)
{
	(void)st;
	check("TB",
	      NOTICE "1. Bên cạnh đó, một số ngành phụ trách tiêu chí chưa sâu sát.\n"
	             "2. Thu ngân sách đến ngày 25/3/2026 đạt 114 tỷ đồng, bằng 19,4% dự toán.\n"
	             "3. Sở Tài chính chống thất thu thuế.\n",
	      "Sở Tài chính => chống thất thu\n");
}

static void a_long_topic_tells_whom_behind_its_colon(void **st)
{
	(void)st;
	check("CV",
	      LETTER
	      "1. Cử tri xã An Bình, huyện Tuy Hà đề nghị sớm sửa tuyến đường vào khu nuôi tôm và "
	      "hỗ trợ các hộ dân di dời ra khỏi vùng sạt lở: Giao Sở Xây dựng sửa chữa tuyến đường "
	      "trước ngày 25/5/2026.\n"
	      "Đoàn kiểm tra của Bộ Y tế dự kiến quay lại làm việc vào tháng 11/2026.\n"
	      "Sở Nội vụ dự kiến nội dung tập huấn, báo cáo UBND tỉnh trước ngày 26/5/2026.\n"
	      "2. Ban Quản lý các dự án đầu tư xây dựng đẩy nhanh tiến độ.\n"
	      "3. Giao Phòng Kinh tế xây dựng kế hoạch.\n",
	      "Sở Xây dựng => sửa chữa tuyến | 2026-05-25\n"
	      "Sở Nội vụ => dự kiến nội | 2026-05-26\n"
	      "Ban Quản lý các dự án đầu tư xây dựng => đẩy nhanh tiến\n"
	      "Phòng Kinh tế => xây dựng kế\n");
}

static void schools_tell_their_own(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Các bộ môn nộp bảng điểm trước ngày 25/5/2026.\n"
	      "2. Giao các phòng, khoa, bộ môn trực thuộc trường phổ biến tiêu chuẩn.\n"
	      "3. Các Liên chi đoàn lập danh sách đội tuyển.\n"
	      "4. Giao các đồng chí Phó Trưởng phòng phụ trách các bậc học chuẩn bị nội dung.\n"
	      "5. Ban Giám hiệu nhà trường chủ động xây dựng kế hoạch.\n",
	      "Các bộ môn => nộp bảng điểm | 2026-05-25\n"
	      "các phòng, khoa, bộ môn trực thuộc trường => phổ biến tiêu\n"
	      "Các Liên chi đoàn => lập danh sách\n"
	      "các đồng chí Phó Trưởng phòng phụ trách các bậc học => chuẩn bị nội\n"
	      "Ban Giám hiệu nhà trường => chủ động xây\n");
}

/* All that stands up to the order is who is told, whatever it is made of. */
static void the_subject_of_a_clause_is_told(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Đề nghị các tổ chức, đơn vị, trường học, khu phố và bà con trên địa bàn phường treo "
	      "cờ.\n"
	      "2. Mỗi trường THPT, TH, TT GDTX thành lập một đội thi.\n"
	      "3. Đề nghị các cơ quan, đơn vị, đóng trên địa bàn xã, các đồng chí trưởng thôn đôn đốc "
	      "người dân.\n"
	      "4. Các chi cục khi tiến hành thanh tra, kiểm tra cần vận dụng đúng quy trình.\n"
	      "5. Trưởng các phòng, các đoàn thể quần chúng trong trường tuyên truyền sâu rộng.\n"
	      "6. Trung tâm Hỗ trợ, HTSV&QHDN tổ chức trực ban.\n"
	      "7. Đơn vị nào chưa thực hiện việc thu khẩn trương thu.\n"
	      "8. Sở Y tế, trong vai trò cơ quan thường trực, lập danh sách.\n"
	      "9. Các hộ kinh doanh có đất bị thu hồi phải bàn giao mặt bằng.\n",
	      "các tổ chức, đơn vị; trường học; khu phố; bà con trên địa bàn phường => treo cờ\n"
	      "Mỗi trường THPT, TH, TT GDTX => thành lập một\n"
	      "các cơ quan, đơn vị, đóng trên địa bàn xã; các đồng chí trưởng thôn => đôn đốc người\n"
	      "Các chi cục => cần vận dụng\n"
	      "Trưởng các phòng; các đoàn thể quần chúng trong trường => tuyên truyền sâu\n"
	      "Trung tâm Hỗ trợ, HTSV&QHDN => tổ chức trực\n"
	      "Đơn vị nào chưa thực hiện việc thu => khẩn trương thu\n"
	      "Sở Y tế => lập danh sách\n"
	      "Các hộ kinh doanh có đất bị thu hồi => phải bàn giao\n");
}

/* What another paper told, whoever writes and the time before the order are nobody's name. */
static void words_before_an_order_that_name_nobody(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Bộ Y tế, tại Công văn số 49/BYT-DP ngày 01/4/2026, yêu cầu các địa phương rà soát thuốc.\n"
	      "2. Công ty Điện lực Sao Mai không cắt điện trong những ngày thi và chấm thi.\n"
	      "3. UBND các xã cung cấp đầy đủ số liệu vốn thực hiện cho Chi cục Thống kê.\n",
	      "Công ty Điện lực Sao Mai => không cắt điện\n"
	      "UBND các xã => cung cấp đầy\n");
}

/* Who joins is read so too, and whom an order directs is told nothing of its own. */
static void those_who_join_are_many(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Sở Y tế phối hợp với các đơn vị vận tải bố trí xe.\n"
	      "2. Công an tỉnh chủ trì, phối hợp với các cơ quan chức năng và nhân dân địa phương "
	      "tuần tra.\n"
	      "3. Yêu cầu các cơ quan chịu sự giám sát thực hiện nghiêm túc kiến nghị.\n",
	      "Sở Y tế + các đơn vị vận tải => bố trí xe\n"
	      "Công an tỉnh + các cơ quan chức năng; nhân dân địa phương => tuần tra\n"
	      "các cơ quan chịu sự giám sát => thực hiện nghiêm\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_clause_ends_at_what_they_must),
		cmocka_unit_test(a_clause_ends_at_what_they_send),
		cmocka_unit_test(a_ground_ends_where_the_order_begins),
		cmocka_unit_test(a_name_goes_on_behind_its_marks),
		cmocka_unit_test(a_bracket_says_whose_it_is),
		cmocka_unit_test(what_was_passed_on_orders_nothing),
		cmocka_unit_test(boards_and_posts_by_their_second_word),
		cmocka_unit_test(many_are_told_apart_by_their_trade),
		cmocka_unit_test(who_brings_what_to_a_meeting),
		cmocka_unit_test(those_whom_a_heading_directs_may_be_named),
		cmocka_unit_test(what_went_short_orders_nothing),
		cmocka_unit_test(a_long_topic_tells_whom_behind_its_colon),
		cmocka_unit_test(schools_tell_their_own),
		cmocka_unit_test(the_subject_of_a_clause_is_told),
		cmocka_unit_test(words_before_an_order_that_name_nobody),
		cmocka_unit_test(those_who_join_are_many),
	};

	return cmocka_run_group_tests(tests, read_start, read_done);
}
