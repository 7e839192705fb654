/*
 * test_duties.c - who must do what by when, in invented sentences of the genre.
 */
#include "told_text.h"

static void a_name_goes_on_over_words_that_look_like_verbs(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Ban Quản lý dự án đầu tư xây dựng các công trình giao thông và thủy lợi lập "
	      "tiến độ chi tiết.\n"
	      "2. UBND thành phố Từ Đức khẩn trương kiểm đếm, xong trước ngày 15/5/2026.\n"
	      "3. Phòng Công nghệ thông tin cập nhật dữ liệu.\n"
	      "4. Giao Bảo tàng tỉnh xây dựng phương án trưng bày.\n",
	      "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông và thủy lợi => lập tiến độ\n"
	      "UBND thành phố Từ Đức => khẩn trương kiểm | 2026-05-15\n"
	      "Phòng Công nghệ thông tin => cập nhật dữ\n"
	      "Bảo tàng tỉnh => xây dựng phương\n");
}

static void the_office_of_a_committee_heads_its_list(void **st)
{
	(void)st;
	check("CV",
	      "V/v thực hiện Kế hoạch\n\nKính gửi: Các cơ quan.\n\n"
	      "Thường trực Đảng ủy có ý kiến chỉ đạo như sau:\n"
	      "1. Giao Cơ quan Ủy ban Kiểm tra Đảng ủy:\n"
	      "- Tham mưu kế hoạch giám sát.\n"
	      "- Căn cứ tình hình thực tế, xây dựng chương trình kiểm tra.\n"
	      "2. Các chi bộ trực thuộc Đảng ủy xã:\n"
	      "- Tổ chức phổ biến Nghị quyết.\n"
	      "- Trường hợp đảng viên vắng mặt thì lập danh sách học bù.\n",
	      "Cơ quan Ủy ban Kiểm tra Đảng ủy => Tham mưu kế\n"
	      "Cơ quan Ủy ban Kiểm tra Đảng ủy => xây dựng chương\n"
	      "Các chi bộ trực thuộc Đảng ủy xã => Tổ chức phổ\n"
	      "Các chi bộ trực thuộc Đảng ủy xã => lập danh sách\n");
}

static void a_decision_tells_in_its_items_and_speaks_of_itself(void **st)
{
	(void)st;
	check("QĐ",
	      "QUYẾT ĐỊNH\nVề việc thành lập Tổ công tác\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n\n"
	      "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025;\n\nQUYẾT ĐỊNH:\n\n"
	      "Điều 1. Thành lập Tổ công tác.\n"
	      "Điều 2. Nhiệm vụ\n"
	      "1. Sở Xây dựng là cơ quan thường trực, có trách nhiệm lập danh mục, báo cáo chậm nhất "
	      "đến ngày 31/5/2026.\n"
	      "2. Giao Thanh tra tỉnh kiểm tra trách nhiệm.\n"
	      "Điều 3. Quyết định này có hiệu lực kể từ ngày ký.\n",
	      "Sở Xây dựng => lập danh mục, | 2026-05-31\n"
	      "Thanh tra tỉnh => kiểm tra trách\n");
}

static void what_came_is_no_order_of_this_letter(void **st)
{
	(void)st;
	check("CV",
	      "V/v xử lý đề nghị\n\nKính gửi: Sở Tài chính.\n\n"
	      "UBND tỉnh nhận được Công văn số 11/CV-AB ngày 15/4/2026 của Công ty An Bình về việc "
	      "gia hạn tiến độ đến ngày 30/6/2027 (đề nghị trả lời trước ngày 30/4/2026). Chủ tịch "
	      "UBND tỉnh có ý kiến như sau:\n"
	      "1. Chuyển Sở Tài chính chủ trì, phối hợp với Sở Tư pháp nghiên cứu đề nghị nêu trên, "
	      "báo cáo trước ngày 10/5/2026.\n",
	      "Sở Tài chính + Sở Tư pháp => nghiên cứu đề | 2026-05-10\n");
}

static void a_notice_that_only_informs_gives_no_duty(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Sở Y tế rà soát thuốc, vật tư.\n\n"
	      "Văn phòng UBND tỉnh thông báo ý kiến kết luận của Chủ tịch UBND tỉnh để các cơ "
	      "quan, đơn vị liên quan biết, thực hiện./.\n",
	      "Sở Y tế => rà soát thuốc,\n");
}

static void an_opening_may_name_the_body_itself(void **st)
{
	(void)st;
	check("TB",
	      NOTICE "I. VỀ KIẾN NGHỊ\n"
	             "1. Giao Sở Tài chính cân đối nguồn vốn.\n"
	             "II. NHIỆM VỤ CỦA XÃ THỜI GIAN TỚI\n"
	             "UBND xã Thất Khê tập trung thực hiện các nhiệm vụ sau:\n"
	             "1. Lập danh mục dự án ưu tiên.\n"
	             "2. Phân công cán bộ phụ trách.\n",
	      "Sở Tài chính => cân đối nguồn\n"
	      "UBND xã Thất Khê => Lập danh mục\n"
	      "UBND xã Thất Khê => Phân công cán\n");
}

static void who_writes_is_told_by_the_chair(void **st)
{
	(void)st;
	check("TB",
	      NOTICE "1. Thời hạn áp dụng quy định mới từ ngày 01/7/2026 không còn nhiều.\n"
	             "2. UBND tỉnh theo dõi, đôn đốc các đơn vị.\n"
	             "3. UBND các xã, phường biên giới rà soát cột mốc.\n",
	      "UBND tỉnh => theo dõi, đôn\n"
	      "UBND các xã, phường biên giới => rà soát cột\n");
}

static void a_plan_tells_the_rooms_of_its_own_office(void **st)
{
	(void)st;
	check("KH",
	      "KẾ HOẠCH\nCông tác năm 2026\n\nI. PHÂN CÔNG NHIỆM VỤ\n"
	      "1. Phòng Quản lý ngân sách xây dựng dự thảo báo cáo trước ngày 15/5/2026.\n"
	      "2. Phòng Quản lý giá - công sản chủ trì, phối hợp với Văn phòng Sở kiểm tra tài sản.\n"
	      "3. Ban Chỉ huy Phòng, chống thiên tai tỉnh rà soát phương án.\n",
	      "Phòng Quản lý ngân sách => xây dựng dự | 2026-05-15\n"
	      "Phòng Quản lý giá - công sản + Văn phòng Sở => kiểm tra tài\n"
	      "Ban Chỉ huy Phòng, chống thiên tai tỉnh => rà soát phương\n");
}

static void a_document_that_others_issued_orders_nothing_here(void **st)
{
	(void)st;
	check("CV",
	      "V/v đôn đốc\n\nKính gửi: Sở Y tế.\n\nUBND tỉnh ban hành Công văn số 15/UBND-TH yêu cầu "
	      "các cơ quan báo cáo kết quả. Đến nay chưa nhận được báo cáo.\n\n"
	      "UBND tỉnh yêu cầu Sở Y tế báo cáo trước ngày 25/4/2026.\n",
	      "Sở Y tế => báo cáo trước | 2026-04-25\n");
}

static void what_is_considered_is_no_limit(void **st)
{
	(void)st;
	check("CV",
	      "V/v gia hạn\n\nKính gửi: Sở Công Thương.\n\nXét đề nghị của Sở Công Thương về việc xin gia "
	      "hạn (thời hạn được giao: trước ngày 30/4/2026), Chủ tịch UBND tỉnh có ý kiến như sau:\n"
	      "1. Sở Công Thương hoàn thành Đề án, trình UBND tỉnh trước ngày 31/5/2026.\n"
	      "2. UBND các xã, phường bị thiệt hại thống kê, gửi hồ sơ.\n"
	      "3. Giám đốc các bệnh viện, trung tâm y tế rà soát thuốc.\n",
	      "Sở Công Thương => hoàn thành Đề | 2026-05-31\n"
	      "UBND các xã, phường bị thiệt hại => thống kê, gửi\n"
	      "Giám đốc các bệnh viện, trung tâm y tế => rà soát thuốc\n");
}

static void a_forecast_or_a_plan_of_the_writer_binds_nobody(void **st)
{
	(void)st;
	check("CV",
	      "V/v trả lời kiến nghị\n\nKính gửi: Văn phòng UBND tỉnh.\n\nSở Xây dựng trả lời như "
	      "sau:\n1. Dự án dự kiến khởi công trong quý III/2026 và hoàn thành trước ngày "
	      "31/12/2027.\n",
	      "");
	check("CĐ",
	      "CÔNG ĐIỆN\nVề việc chống rét\n\nDự báo rét đậm kéo dài đến hết tháng 5/2026. Chủ tịch "
	      "UBND tỉnh yêu cầu:\n1. Sở Y tế chuẩn bị thuốc.\n",
	      "Sở Y tế => chuẩn bị thuốc\n");
}

static void who_stands_before_a_colon_is_told_to_the_last_word(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Về giải phóng mặt bằng:\n"
	      "- Đối với UBND xã Tân Thành: vận động các hộ bàn giao đất trước ngày 5/5/2026.\n"
	      "- Đối với các đơn vị sử dụng ngân sách: đối chiếu số dư.\n"
	      "2. Các doanh nghiệp trả thu nhập:\n"
	      "- Nộp hồ sơ trước ngày 6/5/2026.\n"
	      "3. Phòng Quản lý Năng lượng: Là đầu mối theo dõi tiến độ.\n"
	      "4. Trạm Y tế xã: Trang hoàng nơi khám.\n",
	      "UBND xã Tân Thành => vận động các | 2026-05-05\n"
	      "các đơn vị sử dụng ngân sách => đối chiếu số\n"
	      "Các doanh nghiệp trả thu nhập => Nộp hồ sơ | 2026-05-06\n"
	      "Phòng Quản lý Năng lượng => theo dõi tiến\n"
	      "Trạm Y tế xã => Trang hoàng nơi\n");
}

static void a_lead_is_all_of_its_name_and_no_more(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Giám đốc các bệnh viện công lập, ngoài công lập bảo đảm thuốc.\n"
	      "2. Ban Quản lý dự án thủy lợi (chủ đầu tư) bàn giao hồ sơ.\n"
	      "3. UBND các phường, xã, đặc khu Phú Quý rà soát dân cư.\n"
	      "4. Giao Phòng Vật tư - Thiết bị y tế chủ trì, phối hợp Phòng Tài vụ hoàn thiện giá.\n"
	      "5. Trưởng khoa Nội tổng quát chịu trách nhiệm báo cáo.\n"
	      "6. Các sở, ban, ngành, huyện, thị xã xây dựng kế hoạch.\n",
	      "Giám đốc các bệnh viện công lập, ngoài công lập => bảo đảm thuốc\n"
	      "Ban Quản lý dự án thủy lợi => bàn giao hồ\n"
	      "UBND các phường, xã, đặc khu Phú Quý => rà soát dân\n"
	      "Phòng Vật tư - Thiết bị y tế + Phòng Tài vụ => hoàn thiện giá\n"
	      "Trưởng khoa Nội tổng quát => báo cáo\n"
	      "Các sở, ban, ngành; huyện, thị xã => xây dựng kế\n");
	check("TB",
	      NOTICE "1. Ngân hàng Nhà nước Chi nhánh Khu vực 9 rà soát lãi suất.\n"
	             "2. Các đơn vị thuộc Sở rà soát tài sản.\n"
	             "3. Các doanh nghiệp viễn thông di dời cột.\n"
	             "4. Chi nhánh Xây lắp và Xây dựng cầu 12 bố trí nhân lực.\n"
	             "5. Đội thuế số 3 cử đầu mối theo dõi.\n"
	             "6. Chi bộ các thôn rà soát đảng viên.\n"
	             "7. UBND các xã: Cà Nhót, Vĩnh Trai rà soát hộ nghèo.\n",
	      "Ngân hàng Nhà nước Chi nhánh Khu vực 9 => rà soát lãi\n"
	      "Các đơn vị thuộc Sở => rà soát tài\n"
	      "Các doanh nghiệp viễn thông => di dời cột\n"
	      "Chi nhánh Xây lắp và Xây dựng cầu 12 => bố trí nhân\n"
	      "Đội thuế số 3 => cử đầu mối\n"
	      "Chi bộ các thôn => rà soát đảng\n"
	      "UBND các xã: Cà Nhót; Vĩnh Trai => rà soát hộ\n");
}

static void a_person_is_told_by_name_and_post(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Phân công đồng chí Lê Văn An - Phó Chủ tịch UBND thành phố chủ trì đối thoại.\n"
	      "2. Đồng chí Trần Thị Bình - Giám đốc Sở Tài chính chịu trách nhiệm rà soát.\n"
	      "3. Các đơn vị tùy theo điều kiện thực tế tổ chức lấy ý kiến.\n",
	      "đồng chí Lê Văn An - Phó Chủ tịch UBND thành phố => đối thoại\n"
	      "Đồng chí Trần Thị Bình - Giám đốc Sở Tài chính => rà soát\n"
	      "Các đơn vị => tổ chức lấy\n");
}

static void the_body_of_each_of_the_places_named(void **st)
{
	(void)st;
	check("CV",
	      "V/v phòng thiên tai\n\nKính gửi: Sở Xây dựng các tỉnh.\n\nCục yêu cầu:\n"
	      "1. Sở Xây dựng các tỉnh: Lào Cai, Cao Bằng rà soát điểm sạt lở.\n"
	      "2. Khu Quản lý đường bộ I tổng hợp danh mục.\n",
	      "Sở Xây dựng các tỉnh: Lào Cai, Cao Bằng => rà soát điểm\n"
	      "Khu Quản lý đường bộ I => tổng hợp danh\n");
}

static void a_heading_may_ask_instead_of_naming(void **st)
{
	(void)st;
	check("CV",
	      "V/v khoáng sản\n\nKính gửi: Các doanh nghiệp.\n\nSở có ý kiến như sau:\n"
	      "1. Các doanh nghiệp\n- Nộp báo cáo.\n"
	      "2. Đề nghị UBND các xã, phường\n- Kiểm tra các mỏ.\n"
	      "Trong quá trình thực hiện, đề nghị liên hệ Phòng Khoáng sản để được hướng dẫn.\n",
	      "Các doanh nghiệp => Nộp báo cáo\n"
	      "UBND các xã, phường => Kiểm tra các\n");
}

static void what_a_slip_submits_is_no_order(void **st)
{
	(void)st;
	check("PTr",
	      "PHIẾU TRÌNH\nGiải quyết công việc\n\nKính trình: Phó Chủ tịch UBND tỉnh\n\n"
	      "Sở Công Thương có Tờ trình số 9/TTr-SCT, trong đó đề nghị UBND tỉnh giao Sở Tài chính "
	      "bố trí kinh phí; giao UBND các xã, phường báo cáo trước ngày 15/12/2026.\n",
	      "");
	check("CV",
	      "V/v ý kiến\n\nKính gửi: Sở Y tế.\n\nSở Công Thương có văn bản, trong đó đề nghị giao "
	      "Sở Tài chính bố trí vốn; giao Sở Y tế báo cáo trước ngày 15/12/2026. UBND tỉnh yêu cầu Sở Y "
	      "tế nghiên cứu, trả lời trước ngày 25/4/2026.\n",
	      "Sở Y tế => nghiên cứu, trả | 2026-04-25\n");
}

static void the_same_day_is_the_day_written_last(void **st)
{
	(void)st;
	check("CĐ",
	      "CÔNG ĐIỆN\nVề việc ứng phó bão\n\nChủ tịch UBND tỉnh yêu cầu:\n"
	      "1. UBND các xã, phường kiểm đếm tàu thuyền trước 17 giờ 00 ngày 22/9/2026.\n"
	      "2. Công an tỉnh sơ tán dân xong trước 19 giờ cùng ngày.\n"
	      "3. Sở Y tế vệ sinh trường lớp vào thứ Sáu hằng tuần.\n"
	      "4. Sở Tài chính tổng hợp, báo cáo UBND tỉnh hằng quý.\n",
	      "UBND các xã, phường => kiểm đếm tàu | 2026-09-22T17:00\n"
	      "Công an tỉnh => sơ tán dân | 2026-09-22T19:00\n"
	      "Sở Y tế => vệ sinh trường | R:weekly:fri\n"
	      "Sở Tài chính => tổng hợp, báo | R:quarterly\n");
}

static void a_sentence_may_begin_with_until_when(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Trước ngày 20/5/2026, UBND các xã, phường gửi kết quả về Sở Nội vụ; Sở Nội vụ "
	      "tổng hợp trước ngày 25/5/2026.\n"
	      "2. Ngay trong tháng 6/2026, yêu cầu Sở Xây dựng trình quy hoạch.\n"
	      "3. Riêng UBND xã Hữu Lũng: hoàn thành trước ngày 10/5/2026.\n"
	      "4. Về kinh phí: Sở Tài chính bố trí vốn; UBND các xã thống kê thiệt hại.\n"
	      "5. Đồng ý về chủ trương giao Sở Tư pháp soạn thảo quy chế.\n",
	      "UBND các xã, phường => gửi kết quả | 2026-05-20\n"
	      "Sở Nội vụ => tổng hợp trước | 2026-05-25\n"
	      "Sở Xây dựng => trình quy hoạch | 2026-06\n"
	      "UBND xã Hữu Lũng => hoàn thành trước | 2026-05-10\n"
	      "Sở Tài chính => bố trí vốn\n"
	      "UBND các xã => thống kê thiệt\n"
	      "Sở Tư pháp => soạn thảo quy\n");
}

static void a_report_petitions_and_quotes(void **st)
{
	(void)st;
	check("BC",
	      "BÁO CÁO\nKết quả rà soát\n\nThực hiện Thông báo số 7/TB-VPUB, trong đó giao Sở Xây dựng "
	      "báo cáo trước ngày 25/6/2026, Sở Xây dựng báo cáo như sau:\n"
	      "1. Sở phấn đấu hoàn thành thẩm định trong quý III/2026.\n"
	      "2. Kính đề nghị UBND tỉnh xem xét, bố trí vốn.\n",
	      "");
}

static void a_topic_or_a_link_may_stand_before_who_is_told(void **st)
{
	(void)st;
	check("TB",
	      NOTICE "1. Dự án cầu Bản Trại: Ban Quản lý dự án đẩy nhanh tiến độ.\n"
	             "2. Bên cạnh đó, Thanh tra tỉnh lập kế hoạch thanh tra.\n"
	             "3. Sở Y tế được giao chủ trì xây dựng Đề án.\n"
	             "4. Chấp thuận đề nghị của Sở Công Thương.\n"
	             "5. 100% các xã, phường hoàn thành kế hoạch.\n"
	             "6. Hằng tuần, vào thứ Sáu, UBND các xã báo cáo tiến độ.\n",
	      "Ban Quản lý dự án => đẩy nhanh tiến\n"
	      "Thanh tra tỉnh => lập kế hoạch\n"
	      "Sở Y tế => xây dựng Đề\n"
	      "100% các xã, phường => hoàn thành kế\n"
	      "UBND các xã => báo cáo tiến | R:weekly:fri\n");
}

static void a_list_under_a_plural_head_and_a_group_told_apart(void **st)
{
	(void)st;
	check("TB",
	      NOTICE "1. Các Vụ: Pháp chế, Kế hoạch - Tài chính rà soát văn bản.\n"
	             "2. Các phường Kỳ Lừa, Đông Kinh kiểm tra vỉa hè.\n"
	             "3. Giao các chủ đầu tư có dự án chậm tiến độ chủ trì lập biểu.\n"
	             "4. Giao Đoàn kiểm tra liên ngành chủ trì lập biên bản.\n",
	      "Các Vụ: Pháp chế; Kế hoạch - Tài chính => rà soát văn\n"
	      "Kỳ Lừa; Đông Kinh => kiểm tra vỉa\n"
	      "các chủ đầu tư có dự án chậm tiến độ => lập biểu\n"
	      "Đoàn kiểm tra liên ngành => lập biên bản\n");
}

static void one_of_a_group_that_is_written_to_is_told(void **st)
{
	(void)st;
	check("CV",
	      "V/v nợ công\n\nKính gửi:\n- Các sở, ban, ngành;\n- UBND các xã, phường.\n\n"
	      "Căn cứ chức năng, nhiệm vụ, Sở Tài chính tham mưu báo cáo trước ngày 25/4/2026; các sở, "
	      "ban, ngành cung cấp số liệu trước ngày 22/4/2026 để tổng hợp.\n",
	      "Sở Tài chính => tham mưu báo | 2026-04-25\n"
	      "các sở, ban, ngành => cung cấp số | 2026-04-22\n");
	check("CV",
	      "V/v văn bản\n\nKính gửi: Các sở, ban, ngành.\n\nUBND tỉnh có ý kiến như sau:\n"
	      "1. Các sở, ban, ngành:\na) Phối hợp với Sở Tư pháp:\n- Lập danh mục.\n"
	      "2. Riêng Sở Tài chính\n- Bố trí kinh phí trong năm 2026.\n"
	      "3. Sở Y tế sửa chữa trạm y tế, hoàn thành trong năm 2026.\n",
	      "Các sở, ban, ngành => Lập danh mục\n"
	      "Sở Tài chính => Bố trí kinh\n"
	      "Sở Y tế => sửa chữa trạm | 2026\n");
}

static void a_closing_paragraph_hands_over_or_says_nothing(void **st)
{
	(void)st;
	check("CV",
	      "V/v tập huấn\n\nKính gửi: Các sở, ban, ngành.\n\nThực hiện Kế hoạch tập huấn, đề nghị "
	      "các cơ quan, đơn vị cử công chức dự lớp học tại Trường Chính trị tỉnh.\n\n"
	      "Danh sách cử gửi về Sở Nội vụ chậm nhất ngày 22/4/2026.\n\n"
	      "Trong quá trình thực hiện, có vướng mắc đề nghị các cơ quan, đơn vị phản ánh về Sở Nội vụ để "
	      "được hướng dẫn.\n",
	      "các cơ quan, đơn vị => cử công chức | 2026-04-22\n");
	check("TB",
	      NOTICE "1. Tổ công tác giải phóng mặt bằng của tỉnh họp giao ban hằng tuần.\n"
	             "2. Các đảng ủy xã, phường, đảng ủy trực thuộc Tỉnh ủy\n- Gửi báo cáo.\n"
	             "3. Sở Xây dựng lập đồ án. Trong đó, Sở Tài chính có ý kiến về giá.\n",
	      "Tổ công tác giải phóng mặt bằng của tỉnh => họp giao ban\n"
	      "Các đảng ủy xã, phường; đảng ủy trực thuộc Tỉnh ủy => Gửi báo cáo\n"
	      "Sở Xây dựng => lập đồ án\n"
	      "Sở Tài chính => có ý kiến\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_name_goes_on_over_words_that_look_like_verbs),
		cmocka_unit_test(the_office_of_a_committee_heads_its_list),
		cmocka_unit_test(a_decision_tells_in_its_items_and_speaks_of_itself),
		cmocka_unit_test(what_came_is_no_order_of_this_letter),
		cmocka_unit_test(a_notice_that_only_informs_gives_no_duty),
		cmocka_unit_test(an_opening_may_name_the_body_itself),
		cmocka_unit_test(who_writes_is_told_by_the_chair),
		cmocka_unit_test(a_plan_tells_the_rooms_of_its_own_office),
		cmocka_unit_test(a_document_that_others_issued_orders_nothing_here),
		cmocka_unit_test(what_is_considered_is_no_limit),
		cmocka_unit_test(a_forecast_or_a_plan_of_the_writer_binds_nobody),
		cmocka_unit_test(who_stands_before_a_colon_is_told_to_the_last_word),
		cmocka_unit_test(a_lead_is_all_of_its_name_and_no_more),
		cmocka_unit_test(a_person_is_told_by_name_and_post),
		cmocka_unit_test(the_body_of_each_of_the_places_named),
		cmocka_unit_test(a_heading_may_ask_instead_of_naming),
		cmocka_unit_test(what_a_slip_submits_is_no_order),
		cmocka_unit_test(the_same_day_is_the_day_written_last),
		cmocka_unit_test(a_sentence_may_begin_with_until_when),
		cmocka_unit_test(a_report_petitions_and_quotes),
		cmocka_unit_test(a_topic_or_a_link_may_stand_before_who_is_told),
		cmocka_unit_test(a_list_under_a_plural_head_and_a_group_told_apart),
		cmocka_unit_test(one_of_a_group_that_is_written_to_is_told),
		cmocka_unit_test(a_closing_paragraph_hands_over_or_says_nothing),
	};

	return cmocka_run_group_tests_name("duties", tests, read_start, read_done);
}
