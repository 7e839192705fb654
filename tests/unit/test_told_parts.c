/*
 * test_told_parts.c - several duties inside one paragraph, and limits that several of them
 * share or that nobody counts from a known day; invented sentences.
 */
#include "told_text.h"

static void parts_are_counted_inside_a_line(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Về thu ngân sách: (1) Sở Tài chính rà soát nợ đọng, xong trước ngày 30/5/2026; "
	      "(2) Sở Y tế cân đối nguồn trong tháng 6/2026; (3) UBND các xã, phường công khai danh "
	      "sách trước ngày 05/6/2026.\n"
	      "2. Công an tỉnh: (i) tăng cường tuần tra; (ii) xử lý xe quá tải.\n",
	      "Sở Tài chính => rà soát nợ | 2026-05-30\n"
	      "Sở Y tế => cân đối nguồn | 2026-06\n"
	      "UBND các xã, phường => công khai danh | 2026-06-05\n"
	      "Công an tỉnh => tăng cường tuần\n");
}

static void a_limit_behind_the_parts_is_that_of_each(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Giao: a) Sở Y tế kiểm tra các cơ sở tư nhân; b) Sở Công Thương kiểm tra các chợ; "
	      "c) Công an tỉnh xử lý vi phạm. Hoàn thành trước ngày 10/6/2026.\n",
	      "Sở Y tế => kiểm tra các | 2026-06-10\n"
	      "Sở Công Thương => kiểm tra các | 2026-06-10\n"
	      "Công an tỉnh => xử lý vi | 2026-06-10\n");
}

static void who_leads_may_stand_in_a_bracket(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Khẩn trương triển khai dự án Vành đai (Ban QLDA giao thông tỉnh chủ trì, phối "
	      "hợp với Sở Xây dựng), hoàn thành trước ngày 30/6/2026.\n"
	      "2. Ban QLDA ĐTXD các công trình dân dụng đẩy nhanh gói thầu số 3.\n",
	      "Ban QLDA giao thông tỉnh + Sở Xây dựng => Khẩn trương triển | 2026-06-30\n"
	      "Ban QLDA ĐTXD các công trình dân dụng => đẩy nhanh gói\n");
}

static void a_body_is_named_again_by_its_first_word(void **st)
{
	reading r;

	(void)st;
	assert_int_equal(
		reading_run(&read_with,
	                    S("UBND TỈNH LẠNG SƠN\nSố: 12/TB-UBND\n"
	                      "Lạng Sơn, ngày 20 tháng 4 năm 2026\n\n" NOTICE
	                      "1. Đồng ý với đề nghị của Sở Y tế; yêu cầu Sở bổ sung thuốc.\n"
	                      "2. Xét đề nghị của Sở Y tế, Sở Nội vụ; yêu cầu Sở rà soát hồ sơ.\n"
	                      "3. Chánh Văn phòng UBND tỉnh theo dõi, đôn đốc.\n"),
	                    &read_memory, &r, NULL),
		RC_OK);
	assert_int_equal(r.assignments.n, 3);
	assert_true(slice_eq(r.assignments.p[0].lead.p[0].agency, S("SYT")));
	assert_true(r.assignments.p[1].lead.n == 0 || r.assignments.p[1].lead.p[0].agency.n == 0);
	assert_true(slice_eq(r.assignments.p[2].lead.p[0].agency, S("VPUBND")));
}

static void who_is_told_may_stand_behind_what_is_his(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Nhiệm vụ của Sở Tài chính: Trình phương án giá đất.\n"
	      "2. Đối với cấp xã: hoàn thành trước ngày 31/5/2026.\n"
	      "3. Nghiêm cấm các đơn vị tự ý điều chỉnh dự toán. Sở Tài chính kiểm tra, xử lý vi "
	      "phạm trước ngày 30/11/2026.\n"
	      "4. Phân công nhiệm vụ:\n"
	      "- Sở Y tế chủ trì, cùng Sở Tài chính và UBND các phường trung tâm rà soát trạm y tế.\n",
	      "Sở Tài chính => Trình phương án\n"
	      "cấp xã => hoàn thành trước | 2026-05-31\n"
	      " => Nghiêm cấm các\n"
	      "Sở Tài chính => kiểm tra, xử | 2026-11-30\n"
	      "Sở Y tế + Sở Tài chính; UBND các phường trung tâm => rà soát trạm\n");
}

static void a_count_without_a_start_is_a_limit_of_no_day(void **st)
{
	(void)st;
	check("TB",
	      NOTICE "1. Sở Tài chính tham mưu phương án. Thời hạn: không quá 05 ngày làm việc.\n"
	             "2. Văn phòng UBND tỉnh gửi tài liệu trước ngày khai mạc kỳ họp 03 ngày.\n"
	             "3. Sở Nội vụ tham mưu sơ kết vào tháng 9/2026.\n"
	             "4. Hạn cuối để UBND các xã, phường gửi số liệu là ngày 22/5/2026.\n",
	      "Sở Tài chính => tham mưu phương | P5BD\n"
	      "Văn phòng UBND tỉnh => gửi tài liệu | P3D\n"
	      "Sở Nội vụ => tham mưu sơ | 2026-09\n"
	      "UBND các xã, phường => gửi số liệu | 2026-05-22\n");
}

static void what_a_law_or_a_letter_says_is_no_limit_here(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Sở Tư pháp thẩm định văn bản (Luật quy định trong 15 ngày phải trả lời), báo cáo "
	      "trước ngày 22/5/2026.\n"
	      "Thời gian giải ngân chỉ còn đến hết ngày 31/01/2027 theo quy định của Luật Đầu tư công.\n"
	      "2. Ngày 02/4/2026, Bộ Tài chính có Công văn số 5566/BTC-ĐT yêu cầu báo cáo trước ngày "
	      "31/5/2026. Giao Sở Tài chính rà soát hồ sơ.\n"
	      "3. Các sở, ngành báo cáo trước ngày 10 hằng tháng để tổng hợp báo cáo Chủ tịch UBND tỉnh "
	      "trước ngày 15 hằng tháng.\n",
	      "Sở Tư pháp => thẩm định văn | 2026-05-22\n"
	      "Sở Tài chính => rà soát hồ\n"
	      "Các sở, ngành => báo cáo trước | R:monthly:10\n");
}

static void reports_come_by_their_periods(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Sở Nội vụ tổng hợp, định kỳ 6 tháng (trước ngày 15/6) và hằng năm (trước ngày 15/12) "
	      "báo cáo UBND tỉnh.\n"
	      "2. Sở Y tế gửi báo cáo như sau: báo cáo tháng gửi trước ngày 20 hằng tháng; báo cáo năm "
	      "gửi trước ngày 10/12.\n",
	      "Sở Nội vụ => tổng hợp, định | R:yearly:06-15 | R:yearly:12-15\n"
	      "Sở Y tế => gửi báo cáo | R:monthly:20 | R:yearly:12-10\n");
}

static void lists_and_names_go_on(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Giám đốc các sở, Thủ trưởng các đơn vị được giao làm chủ đầu tư, Chủ tịch UBND các "
	      "xã, phường chịu trách nhiệm về kết quả giải ngân.\n"
	      "2. Giao Ban Quản lý các khu chế xuất và công nghiệp tỉnh chủ trì, phối hợp với Sở Y tế "
	      "kiểm tra nước thải; các chủ đầu tư hạ tầng khu công nghiệp lắp đặt thiết bị quan trắc.\n"
	      "3. Đề nghị các hợp tác xã, công ty dịch vụ công ích thay thế xe thô sơ.\n"
	      "4. UBND các xã, phường đã gửi báo cáo: Rà soát tài liệu.\n"
	      "5. Phó Chủ tịch UBND tỉnh phụ trách lĩnh vực nông nghiệp, môi trường trực tiếp chỉ đạo "
	      "xử lý các điểm nóng.\n",
	      "Giám đốc các sở; Thủ trưởng các đơn vị được giao làm chủ đầu tư; Chủ tịch UBND các xã, "
	      "phường => chịu trách nhiệm\n"
	      "Ban Quản lý các khu chế xuất và công nghiệp tỉnh + Sở Y tế => kiểm tra nước\n"
	      "các chủ đầu tư hạ tầng khu công nghiệp => lắp đặt thiết\n"
	      "các hợp tác xã; công ty dịch vụ công ích => thay thế xe\n"
	      "UBND các xã, phường đã gửi báo cáo => Rà soát tài\n"
	      "Phó Chủ tịch UBND tỉnh phụ trách lĩnh vực nông nghiệp, môi trường => trực tiếp chỉ\n");
}

static void a_second_order_of_the_sentence_names_another(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Giao Sở Y tế kiểm tra; yêu cầu Công ty Cổ phần Thủy sản A (chủ đầu tư) khắc phục mùi "
	      "hôi trước ngày 12/9/2026.\n"
	      "2. Đẩy mạnh truyền thông; giao Trung tâm Truyền thông tỉnh chủ trì, phối hợp với Sở Y "
	      "tế thực hiện.\n"
	      "3. Cung ứng hóa chất (giao Sở Y tế chủ trì thực hiện).\n",
	      "Sở Y tế => kiểm tra\n"
	      "Công ty Cổ phần Thủy sản A => khắc phục mùi | 2026-09-12\n"
	      "Trung tâm Truyền thông tỉnh + Sở Y tế => Đẩy mạnh truyền\n"
	      "Sở Y tế => Cung ứng hóa\n");
}

static void a_heading_gives_who_joins_and_until_when(void **st)
{
	(void)st;
	check("TB",
	      NOTICE "1. Giao Sở Tài chính chủ trì, phối hợp với Sở Xây dựng, Sở Y tế:\n"
	             "- Rà soát các dự án chậm tiến độ;\n"
	             "- Tham mưu phương án điều chuyển vốn trước ngày 20/5/2026.\n"
	             "2. Sở Nội vụ\n"
	             "a) Tập trung hoàn thành các nhiệm vụ sau trước ngày 15/12/2026:\n"
	             "- Thống kê các vụ vi phạm;\n"
	             "- Xử lý dứt điểm các vụ mới.\n",
	      "Sở Tài chính + Sở Xây dựng; Sở Y tế => Rà soát các\n"
	      "Sở Tài chính + Sở Xây dựng; Sở Y tế => Tham mưu phương | 2026-05-20\n"
	      "Sở Nội vụ => Thống kê các | 2026-12-15\n"
	      "Sở Nội vụ => Xử lý dứt | 2026-12-15\n");
}

static void a_task_and_who_has_it_may_share_a_line(void **st)
{
	(void)st;
	check("KH",
	      "KẾ HOẠCH\nTriển khai bệnh án điện tử\n\nII. NHIỆM VỤ\n"
	      "1.1. Kiện toàn Ban Chỉ đạo cấp ngành. Đơn vị chủ trì: Sở Y tế. Đơn vị phối hợp: Sở Nội "
	      "vụ.\n"
	      "Thời gian thực hiện: trước ngày 22/8/2026.\n"
	      "1.2. Trình quy định hạn mức đất.\n"
	      "Cơ quan chuẩn bị: Sở Tài chính; thời gian trình: chậm nhất ngày 15/5/2026.\n",
	      "Sở Y tế + Sở Nội vụ => Kiện toàn Ban | 2026-08-22\n"
	      "Sở Tài chính => Trình quy định | 2026-05-15\n");
}

static void each_item_has_the_limit_that_names_it(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Sở Y tế rà soát nhân lực.\n"
	      "2. Sở Nội vụ bố trí biên chế.\n"
	      "3. Sở Tài chính báo cáo phương án trong tuần từ ngày 18/5 đến ngày 22/5/2026.\n"
	      "Các nhiệm vụ tại mục 1 phải hoàn thành trước ngày 05/9/2026; nhiệm vụ tại mục 2 "
	      "hoàn thành trong quý IV/2026. Văn phòng UBND tỉnh đôn đốc việc thực hiện.\n",
	      "Sở Y tế => rà soát nhân | 2026-09-05\n"
	      "Sở Nội vụ => bố trí biên | 2026-Q4\n"
	      "Sở Tài chính => báo cáo phương | 2026-05-18/2026-05-22\n"
	      "Văn phòng UBND tỉnh => đôn đốc việc\n");
}

static void an_entry_of_a_calendar_tells_in_a_bracket_who_prepares(void **st)
{
	reading r;
	slice got;

	(void)st;
	assert_int_equal(
		reading_run(
			&read_with,
			S("UBND TỈNH LẠNG SƠN\nVĂN PHÒNG\nSố: 12/TB-VP\n"
	                  "Lạng Sơn, ngày 05 tháng 6 năm 2026\n\nTHÔNG BÁO\n"
	                  "Lịch công tác tuần 24 của Chủ tịch, các Phó Chủ tịch UBND tỉnh\n"
	                  "(từ ngày 08/6/2026 đến ngày 12/6/2026)\n\nTHỨ TƯ (10/6/2026)\n"
	                  "- 09 giờ 00: Chủ tịch UBND tỉnh chủ trì họp, tại phòng họp số 1. (Sở Xây "
	                  "dựng chuẩn bị báo cáo, gửi Văn phòng UBND tỉnh trước 10 giờ ngày "
	                  "09/6/2026).\n"
	                  "- 14 giờ 00: Chủ tịch UBND tỉnh chủ trì họp, tại phòng họp số 2. (Công an "
	                  "tỉnh bố trí xe).\n\nNơi nhận:\n- Như trên.\n\nCHÁNH VĂN PHÒNG\n\n"
	                  "Trần Văn Bình\n"),
			&read_memory, &r, NULL),
		RC_OK);
	got = told(&r, 3);
	assert_true(slice_eq(got, S("Sở Xây dựng => chuẩn bị báo | 2026-06-09T10:00\n"
	                            "Công an tỉnh => bố trí xe\n")));
	assert_int_equal(r.meetings.n, 2);
	assert_true(slice_eq(r.meetings.p[0].start, S("2026-06-10T09:00")));
	assert_true(slice_eq(r.meetings.p[1].start, S("2026-06-10T14:00")));
}

static void a_telegram_says_the_hour_of_its_day(void **st)
{
	reading r;

	(void)st;
	assert_int_equal(
		reading_run(
			&read_with,
			S("ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
	                  "TỈNH LẠNG SƠN                 Độc lập - Tự do - Hạnh phúc\n\n"
	                  "Số: 07/CĐ-UBND      Lạng Sơn, hồi 19 giờ 30 ngày 04 tháng 9 năm 2026\n\n"
	                  "CÔNG ĐIỆN\nVề việc ứng phó với bão\n\n"
	                  "Chủ tịch UBND tỉnh điện:\n- Các sở, ban, ngành;\n- UBND các xã, phường.\n\n"
	                  "1. Sở Xây dựng cho dừng hoạt động các bến khách trước 12h00 ngày "
	                  "06/9/2026.\n"),
			&read_memory, &r, NULL),
		RC_OK);
	assert_true(slice_eq(r.issued.value, S("2026-09-04")));
	assert_true(slice_eq(r.issued.place, S("Lạng Sơn")));
	assert_true(slice_eq(told(&r, 3), S("Sở Xây dựng => cho dừng hoạt | 2026-09-06T12:00\n")));
}

static void who_leads_may_stand_behind_what(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Lập bản đồ ngập lụt (giao Sở Y tế chủ trì, hoàn thành trong tháng 6/2026).\n"
	      "2. Nâng cấp phần mềm: Giao Sở Nội vụ chủ trì, hoàn thành trước ngày 15/6/2026.\n"
	      "3. Khẩn trương khắc phục hậu quả mưa lũ; trong đó giao Sở Tài chính bố trí kinh phí "
	      "trước ngày 20/6/2026.\n"
	      "4. Phân công Công ty TNHH Thành Đạt nạo vét kênh mương.\n"
	      "5. Đối với các chủ đầu tư: yêu cầu giải trình nguyên nhân chậm tiến độ.\n",
	      "Sở Y tế => Lập bản đồ | 2026-06\n"
	      "Sở Nội vụ => Nâng cấp phần | 2026-06-15\n"
	      "Sở Tài chính => bố trí kinh | 2026-06-20\n"
	      "Công ty TNHH Thành Đạt => nạo vét kênh\n"
	      "các chủ đầu tư => giải trình nguyên\n");
}

static void what_another_paper_orders_in_it_stays_quoted(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Thực hiện Chỉ thị số 12/CT-UBND ngày 01/3/2026 của UBND tỉnh, trong đó giao "
	      "Sở Tài chính bố trí kinh phí trước ngày 20/6/2026.\n",
	      " => Thực hiện Chỉ\n");
}

static void when_and_then_who_is_told(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Trong tuần này, Sở Tài chính phải giải ngân hết số vốn được phân bổ.\n"
	      "2. Trong ngày 22/5/2026, giao UBND xã Mường Bú tháo dỡ rào chắn.\n"
	      "3. Trong vòng 03 ngày kể từ ngày nhận được văn bản này, Sở Y tế niêm yết giá.\n"
	      "4. Trước ngày 15/6/2026, đồng chí Lê Văn Nam - Phó Chủ tịch UBND tỉnh rà soát quỹ đất.\n"
	      "5. UBND xã Mường Bú trước 15/6/2026 bàn giao mặt bằng.\n",
	      "Sở Tài chính => phải giải ngân | 2026-W17\n"
	      "UBND xã Mường Bú => tháo dỡ rào | 2026-05-22\n"
	      "Sở Y tế => niêm yết giá | P3D\n"
	      "đồng chí Lê Văn Nam - Phó Chủ tịch UBND tỉnh => rà soát quỹ | 2026-06-15\n"
	      "UBND xã Mường Bú => trước 15/6/2026 bàn | 2026-06-15\n");
}

static void an_opening_gives_its_limit_to_its_list(void **st)
{
	(void)st;
	check("TB",
	      NOTICE "Trước ngày 15/6/2026, các chủ đầu tư thực hiện các nhiệm vụ sau:\n"
	             "1. Giải trình nguyên nhân chậm tiến độ.\n"
	             "2. Nghiệm thu cầu trước ngày 01/6/2026.\n",
	      "các chủ đầu tư => Giải trình nguyên | 2026-06-15\n"
	      "các chủ đầu tư => Nghiệm thu cầu | 2026-06-01\n");
	check("TB",
	      NOTICE "UBND các xã, phường hoàn thành các nội dung sau trong tháng 7/2026:\n"
	             "- Công khai quy hoạch.\n\n"
	             "Yêu cầu các sở, ban, ngành thực hiện các việc sau:\n- Công khai dự toán.\n",
	      "UBND các xã, phường => Công khai quy | 2026-07\n"
	      "các sở, ban, ngành => Công khai dự\n");
}

static void a_line_that_only_says_until_when_limits_the_duty_before(void **st)
{
	(void)st;
	check("TB",
	      NOTICE "1. Giao Sở Y tế kiểm kê thuốc.\nHoàn thành trước ngày 15/6/2026.\n"
	             "2. Giao Sở Nội vụ rà soát biên chế.\n(Xong trong tháng 6/2026)\n"
	             "3. Tổ chức thực hiện:\n- Sở Xây dựng cắm mốc.\n",
	      "Sở Y tế => kiểm kê thuốc | 2026-06-15\n"
	      "Sở Nội vụ => rà soát biên | 2026-06\n"
	      "Sở Xây dựng => cắm mốc\n");
}

static void another_body_stands_behind_a_comma_or_a_step(void **st)
{
	(void)st;
	check("TB",
	      NOTICE
	      "1. Giao Sở Y tế soạn tài liệu, UBND xã Mường Bú chuẩn bị phòng họp.\n"
	      "2. UBND các xã rà soát hộ nghèo, gửi Sở Tài chính trước ngày 15/5/2026 để tổng hợp, "
	      "trình UBND tỉnh trước ngày 25/5/2026.\n"
	      "3. Các cơ quan chủ trì gửi hồ sơ đúng hạn.\n"
	      "4. Bước 1: Sở Xây dựng phúc tra mốc giới.\n"
	      "5. Công ty TNHH Hoàng Liên tập kết máy móc.\n",
	      "Sở Y tế => soạn tài liệu\n"
	      "UBND xã Mường Bú => chuẩn bị phòng\n"
	      "UBND các xã => rà soát hộ | 2026-05-15\n"
	      "Sở Tài chính => trình UBND tỉnh | 2026-05-25\n"
	      "Các cơ quan chủ trì => gửi hồ sơ\n"
	      "Sở Xây dựng => phúc tra mốc\n"
	      "Công ty TNHH Hoàng Liên => tập kết máy\n");
}

/* What is handed in ends where its receiver or its limit begins, never inside a name. */
static void what_is_handed_in_keeps_to_itself(void **st)
{
	static const struct {
		const char *order, *thing;
	} cases[] = {
		{"gửi danh sách về Sở Nội vụ trước ngày 20/5/2026", "danh sách"},
		{"xây dựng kế hoạch trước ngày 30/5/2026", "kế hoạch"},
		{"gửi số liệu thu hồi đất cho Sở Tài chính chậm nhất ngày 21/5/2026",
	         "số liệu thu hồi đất"},
		{"tổng hợp, gửi số liệu giải ngân đến hết ngày 30/4/2026 về Sở Tài chính trước "
	         "ngày 21/5/2026",
	         "số liệu giải ngân đến hết ngày 30/4/2026"},
		{"trình phương án điều chuyển vốn từ các dự án chậm tiến độ sang các dự án có nhu cầu "
	         "trước ngày 22/5/2026",
	         "phương án điều chuyển vốn từ các dự án chậm tiến độ sang các dự án có nhu cầu"},
	};

	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		reading *r = read_text(arena_printf(&read_memory, NOTICE "1. Giao Sở Y tế %s.%c",
		                                    cases[i].order, 0)
		                               .p);

		assert_int_equal(r->assignments.n, 1);
		assert_int_equal(r->assignments.p[0].deliverables.n, 1);
		assert_slice(r->assignments.p[0].deliverables.p[0].text, cases[i].thing);
	}
}

/* A notice that does not say when its meeting was: a limit is not that day. */
static void a_limit_is_no_day_of_a_meeting(void **st)
{
	reading *r = read_text(
		"UBND TỈNH HÒA XUÂN\nSố: 1/TB-UBND\nHòa Xuân, ngày 4 tháng 5 năm 2026\n"
		"THÔNG BÁO\nKết luận tại cuộc họp về trường học\n\n"
		"1. Giao Sở Y tế xây dựng kế hoạch trước ngày 30/5/2026.\n");

	(void)st;
	assert_int_equal(r->meetings.n, 0);
	assert_int_equal(r->assignments.p[0].deadlines.n, 1);
}

/* It says that one was held, and not when: the day is unknown. */
static void a_held_meeting_may_have_no_day(void **st)
{
	reading *r = read_text(
		"UBND TỈNH HÒA XUÂN\nSố: 1/TB-UBND\nHòa Xuân, ngày 4 tháng 5 năm 2026\n"
		"THÔNG BÁO\nKết luận tại cuộc họp về trường học\n\n"
		"Chủ tịch UBND tỉnh đã chủ trì cuộc họp về trường học và kết luận như sau:\n"
		"1. Giao Sở Y tế xây dựng kế hoạch trước ngày 30/5/2026.\n");

	(void)st;
	assert_int_equal(r->meetings.n, 1);
	assert_int_equal(r->meetings.p[0].status, MEETING_HELD);
	assert_int_equal(r->meetings.p[0].start.n, 0);
	assert_int_equal(r->assignments.p[0].deadlines.n, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parts_are_counted_inside_a_line),
		cmocka_unit_test(a_limit_behind_the_parts_is_that_of_each),
		cmocka_unit_test(who_leads_may_stand_in_a_bracket),
		cmocka_unit_test(a_body_is_named_again_by_its_first_word),
		cmocka_unit_test(who_is_told_may_stand_behind_what_is_his),
		cmocka_unit_test(a_count_without_a_start_is_a_limit_of_no_day),
		cmocka_unit_test(what_a_law_or_a_letter_says_is_no_limit_here),
		cmocka_unit_test(reports_come_by_their_periods),
		cmocka_unit_test(lists_and_names_go_on),
		cmocka_unit_test(an_entry_of_a_calendar_tells_in_a_bracket_who_prepares),
		cmocka_unit_test(a_telegram_says_the_hour_of_its_day),
		cmocka_unit_test(a_task_and_who_has_it_may_share_a_line),
		cmocka_unit_test(each_item_has_the_limit_that_names_it),
		cmocka_unit_test(a_second_order_of_the_sentence_names_another),
		cmocka_unit_test(a_heading_gives_who_joins_and_until_when),
		cmocka_unit_test(an_opening_gives_its_limit_to_its_list),
		cmocka_unit_test(a_line_that_only_says_until_when_limits_the_duty_before),
		cmocka_unit_test(another_body_stands_behind_a_comma_or_a_step),
		cmocka_unit_test(who_leads_may_stand_behind_what),
		cmocka_unit_test(what_another_paper_orders_in_it_stays_quoted),
		cmocka_unit_test(when_and_then_who_is_told),
		cmocka_unit_test(what_is_handed_in_keeps_to_itself),
		cmocka_unit_test(a_limit_is_no_day_of_a_meeting),
		cmocka_unit_test(a_held_meeting_may_have_no_day),
	};

	return cmocka_run_group_tests(tests, read_start, read_done);
}
