/*
 * test_header_odd.c - headers that do not have the form: read off a picture by another program, told of by
 * a page of the web, or run together.
 */
#include "read_text.h"

#define SCAN(top, number)                                                                          \
	top "\n" number "\nV/v báo cáo tiến độ\n\nKính gửi: Các chi cục.\n\n"                      \
	    "Cục đề nghị các chi cục báo cáo tiến độ trước ngày 05/5/2026 để tổng hợp.\n"

typedef struct odd_case {
	const char *text, *number, *date, *issuer;
} odd_case;

static void check(const odd_case *c, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const reading *r = read_text(c[i].text);

		assert_slice(r->number.value, c[i].number);
		assert_slice(r->issued.value, c[i].date);
		assert_slice(r->issuer.text, c[i].issuer);
	}
}

static void columns_that_a_scan_ran_together_are_parted(void **st)
{
	static const odd_case cases[] = {
		/* the title with its marks lost, whole or torn */
		{SCAN("CUC THONG KE TINH HOA XUAN CONG HOA XA HOI CHU NGHIA VIET NAM\n"
	              "CHI CUC THONG KE TAN LAP Đôc lập - Tu do - Hanh phúc",
	              "Số: 5 12 /CCTK-TH Tân Lập, ngày C4 tháng 3 năm 2026"),
	         "512/CCTK-TH", "2026-03", "CHI CUC THONG KE TAN LAP"},
		{SCAN("CỤC THỐNG KÊ HÒA XUÂN CONG HOA XA HỘI CHỦ NGA VIET NAM\n"
	              "CHI CỤC TÂN LẬP Độc lập - Tự do - Hạnh phúc",
	              "sé: 12/CCTK-TH Tân Lập, ngày) § tháng 3 năm 2026"),
	         "12/CCTK-TH", "2026-03", "CHI CỤC TÂN LẬP"},
		/* a figure that does not read is none */
		{SCAN("CHI CUC THONG KE CỘNG HÒA XA HOI CHỦ NGHIA VIỆT NAM\n"
	              "— Độc lập - Tự do - Hạnh phúc",
	              "Số: 5Ï/CCTK-TH Tân Lập, ngày 14 tháng 3 năm 2026"),
	         "", "2026-03-14", "CHI CUC THONG KE"},
		/* a name with the title's first word */
		{SCAN("SỞ CÔNG THƯƠNG CONG HOA XA HOI CHU NGHIA VIET NAM\n"
	              "— Độc lập - Tự do - Hạnh phúc",
	              "Số: 5/SCT-TH Tân Lập, ngày 14 tháng 3 năm 2026"),
	         "5/SCT-TH", "2026-03-14", "SỞ CÔNG THƯƠNG"},
		/* the Party's title */
		{SCAN("HUYEN UY TAN LAP DANG CONG SAN VIET NAM\n*",
	              "Số 7-CV/HU Tân Lập, ngày 14 tháng 3 năm 2026"),
	         "7-CV/HU", "2026-03-14", "HUYEN UY TAN LAP"},
		/* typed, but both columns on one line */
		{SCAN("UBND HUYỆN TÂN LẬP CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
	              "PHÒNG Y TẾ Độc Lập - Tự Do - Hạnh Phúc",
	              "Số : 24 / PYT&DS- NVY TP. Tân Lập, ngày 06 tháng 03 năm 2026"),
	         "24/PYT&DS-NVY", "2026-03-06", "PHÒNG Y TẾ"},
		{SCAN("BỘ Y TẾ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
	              "CỤC DÂN SỐ Độc lập - Tự do - Hạnh phúc",
	              "Số: 7/CDS-VP Hà Nội, ngày 06 tháng 3 năm 2026"),
	         "7/CDS-VP", "2026-03-06", "CỤC DÂN SỐ"},
	};

	(void)st;
	check(cases, ARRAY_LEN(cases));
}

static void of_a_torn_day_what_is_clean_is_believed(void **st)
{
#define TORN(line)                                                                                 \
	SCAN("CUC THONG KE TINH HOA XUAN CONG HOA XA HOI CHU NGHIA VIET NAM\n"                     \
	     "CHI CUC TAN LAP Độc lập - Tự do - Hạnh phúc",                                        \
	     line)
	static const struct {
		const char *text, *date, *place;
	} cases[] = {
		{TORN("Số: 12/CCTK-TH Tân Lập, ngày 3Ø tháng 12 năm 2024"), "2024-12", "Tân Lập"},
		{TORN("Số: 12/CCTK-TH Tân Lập, ngàÊ 4 tháng 10 năm 2024"), "2024-10", "Tân Lập"},
		{TORN("Số: 12/CCTK-TH Tân Lập, ngày 2 2tháng 10 năm 2024"), "2024-10-22",
	         "Tân Lập"},
		/* a month that is not clean, or whose word is not */
		{TORN("Số: 12/CCTK-TH Tân Lập, ngày 06 tháng #2 năm 2024"), "2024", "Tân Lập"},
		{TORN("Số: 12/CCTK-TH Tân Lập, ngày Qhéng 7 năm 2024"), "2024", "Tân Lập"},
		{TORN("Số: 12/CCTK-TH Tân Lập, ngày OSthang AOnăm 2024"), "2024", "Tân Lập"},
		{TORN("Số: 12/CCTK-TH Tân Lập, ngày 14 tháng 41 năm 2024"), "2024", "Tân Lập"},
		/* half of a place is none */
		{TORN("là Lập, ngày AF tháng 4 năm 2024"), "2024-04", ""},
		{TORN("12/CCTK-TH Thành phố Hòa Xuân, ngéspOhthang 4 năm 2024"), "2024",
	         "Thành phố Hòa Xuân"},
		/* figures that a program stamped apart */
		{"CHI CỤC TÂN LẬP\nSố: 1 0 9 4 3 /CCTK-TH\nTân Lập, ngày 2 4 tháng 12 năm 2024\nV/v báo cáo\n\n"
	         "Kính gửi: Các phòng.\n\nĐề nghị các phòng báo cáo.\n",
	         "2024-12-24", "Tân Lập"},
		/* no year, no date */
		{TORN("Số: 12/CCTK-TH Tân Lập, ngày OF tháng 4 năm 2Ô24"), "", "Tân Lập"},
	};
#undef TORN

	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const reading *r = read_text(cases[i].text);

		assert_slice(r->issued.value, cases[i].date);
		assert_slice(r->issued.place, cases[i].place);
	}
	assert_slice(read_text(cases[9].text)->number.value, "10943/CCTK-TH");
}

static void of_a_torn_number_the_symbol_is_known(void **st)
{
	static const char *const numbers[] = {"Sé: ##20 /CCTK-TH", "Số: AO5f /CCTK-TH",
	                                      "Số: 443? /CCTK-TH", "Số $9934 /CCTK-TH"};

	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(numbers); i++) {
		char text[1024];
		const reading *r;

		(void)snprintf(text, sizeof text,
		               "CUC THONG KE HOA XUAN\nCONG HOA XA HOI CHU NGHIA VIET NAM\n%s\n"
		               "V/v báo cáo\nKính gửi: Các phòng.\n\nĐề nghị các phòng báo cáo.\n",
		               numbers[i]);
		r = read_text(text);
		assert_int_equal(r->number.state, BLANK_BLANK);
		assert_slice(r->number.symbol, "CCTK-TH");
		assert_slice(r->number.value, "");
	}
}

static void a_torn_subject_is_no_text(void **st)
{
	static const char *const subjects[] = {
		"V/v",
		"Viv",
		"VWv",
		"'V/",
	};

	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(subjects); i++) {
		char text[1024];
		const reading *r;

		(void)snprintf(
			text, sizeof text,
			"CUC THONG KE HOA XUAN\nCONG HOA XA HOI CHU NGHIA VIET NAM\nSố: {8 /CCTK-TH\n"
			"%s hướng dẫn việc kiểm tra và công nhận giấy chứng nhận đã tiêm chủng của "
			"người nước ngoài và giấy xác nhận khỏi bệnh do nước khác cấp trong năm nay\n"
			"Tân Lập, ngày l8tháng 8 năm 2024\nKính gửi: Các phòng.\n\n"
			"Đề nghị các phòng báo cáo trước ngày 05/9/2024.\n",
			subjects[i]);
		r = read_text(text);
		assert_int_equal(r->kind.value, KIND_CONG_VAN);
		assert_slice(r->issued.value, "2024-08");
		assert_int_equal(r->addressees.n, 1);
		assert_true(slice_starts(r->title.text, S("hướng dẫn việc kiểm tra")));
	}
}

static void a_page_of_the_web_tells_its_number_in_its_first_line(void **st)
{
	static const odd_case cases[] = {
		{"Công văn số 12/STP-HC ngày 05/4/2026 của Sở Tư pháp về rà soát văn bản\n\n"
	         "Thực hiện Công văn số 3/UBND-NC ngày 02/3/2026 của UBND tỉnh, đề nghị các phòng rà "
	         "soát văn bản do mình soạn.\n",
	         "12/STP-HC", "2026-04-05", "Sở Tư pháp"},
		{"Về việc rà soát văn bản (12/STP-HC, ngày 05/4/2026).\n\nThực hiện kế hoạch công tác, "
	         "các phòng rà soát văn bản do mình soạn.\n",
	         "12/STP-HC", "2026-04-05", ""},
		{"Ngày 05/4/2026, Sở ban hành Công văn số 12/STP-HC về rà soát văn bản.\n\nCông văn nêu "
	         "rõ: các phòng rà soát văn bản do mình soạn.\n",
	         "12/STP-HC", "2026-04-05", ""},
		{"CÔNG ĐIỆN\nSố: 02/CĐ-BCH hồi 10 giờ 00 ngày 01/02/2026\nỨng phó với bão số 1\n\nTheo tin của "
	         "đài khí tượng, bão vào biển Đông, các xã trực ban đủ quân số.\n",
	         "02/CĐ-BCH", "2026-02-01", ""},
		{"CÔNG ĐIỆN\nSố: 02/CĐ-BCH hồi 10 giờ 00 ngày 01/02/2026\n\nBAN CHỈ HUY PHÒNG THỦ DÂN SỰ XÃ TÂN "
	         "LẬP\n\nĐiện:\n- Các thôn;\n- Trạm Y tế xã.\n\nBan Chỉ huy yêu cầu các thôn trực ban đủ quân "
	         "số.\n",
	         "02/CĐ-BCH", "2026-02-01", "BAN CHỈ HUY PHÒNG THỦ DÂN SỰ XÃ TÂN LẬP"},
		{"Số: 12/STP-HC ngày 05/4/2026 V/v rà soát văn bản\nKính gửi: Các phòng.\nĐề nghị các phòng rà soát "
	         "văn bản do mình soạn.\n",
	         "12/STP-HC", "2026-04-05", ""},
		{"Số ký hiệu: 12/UBND-VX\nNgày ban hành: 05/04/2026\nCơ quan ban hành: UBND huyện Tân Lập\n"
	         "Kính gửi: Các phòng.\nĐề nghị các phòng rà soát văn bản do mình soạn.\n",
	         "12/UBND-VX", "2026-04-05", "UBND huyện Tân Lập"},
		/* a letterhead in small letters */
		{"UBND huyện Tân Lập\nPhòng Tư pháp\nSố: 12/PTP-HC\nTân Lập, ngày 05/4/2026\nV/v rà soát\n"
	         "Kính gửi: Các phòng.\nĐề nghị các phòng rà soát văn bản do mình soạn.\n",
	         "12/PTP-HC", "2026-04-05", "Phòng Tư pháp"},
		/* what only cites */
		{"Ngày 05/4/2026, Sở ban hành Công văn số 12/STP-HC về rà soát văn bản.\n\nĐể thực "
	         "hiện, các phòng rà soát văn bản do mình soạn.\n",
	         "", "", ""},
		{"Công văn số 12/STP-HC ngày 05/4/2026 đã giao việc cho các phòng.\n\nNay các phòng "
	         "rà soát văn bản do mình soạn.\n",
	         "", "", ""},
	};

	(void)st;
	check(cases, ARRAY_LEN(cases));
}

static void a_paper_says_what_it_is(void **st)
{
	static const struct {
		const char *text;
		doc_kind kind;
	} cases[] = {
		{"1. Các xã trực đủ quân số.\n2. Nhận được công điện này, các xã báo cáo ngay.\n",
	         KIND_CONG_DIEN},
		{"Kính gửi: Các xã.\n\nThực hiện Kế hoạch số 5/KH-UBND, các xã báo cáo.\n",
	         KIND_CONG_VAN},
		{"Các xã báo cáo theo kế hoạch của huyện.\n", KIND_NONE},
		{"Sau khi xem xét đề nghị của các xã, UBND huyện có ý kiến như sau:\n1. Các xã báo cáo.\n",
	         KIND_CONG_VAN},
		/* the recipients in a field above the text */
		{"Về việc nghỉ lễ\nNgười ký: Trần Văn Bình\nNơi nhận:\n- Các thôn;\n- Đài truyền thanh.\nTHÔNG "
	         "BÁO\nVề việc nghỉ lễ\nThực hiện chỉ đạo của cấp trên, các thôn nghỉ lễ từ ngày 01/5/2026.\n",
	         KIND_THONG_BAO},
		{"1. Các xã trực đủ quân số.\n2. Đề nghị các xã thực hiện nghiêm hướng dẫn này.\n",
	         KIND_NONE},
		{"1. Các xã trực đủ quân số.\n2. Đề nghị các xã thực hiện nghiêm Hướng dẫn này.\n",
	         KIND_HUONG_DAN},
		/* what the body does by the paper, and what ends any letter */
		{"UBND xã Tân Lập thông báo lịch nghỉ lễ như sau:\n1. Các thôn treo cờ.\n",
	         KIND_THONG_BAO},
		{"Thực hiện kế hoạch công tác. Trường Trung học Tân Lập trân trọng thông báo đến các lớp về việc nghỉ "
	         "lễ, các lớp nghỉ từ ngày 01/5/2026.\n",
	         KIND_THONG_BAO},
		{"Nhân dịp năm mới, Công đoàn Trường Tân Lập trân trọng kính mời quý thầy cô đến dự buổi gặp mặt tổ "
	         "chức vào ngày 05/01/2026.\n",
	         KIND_GIAY_MOI},
		{"Về việc nghỉ lễ, các thôn nghỉ từ ngày 01/5/2026 theo lịch của tỉnh đã ban hành. UBND xã Tân Lập thông "
	         "báo để các thôn biết, thực hiện.\n",
	         KIND_NONE},
		/* "CT" of a Cục Thuế is no Chỉ thị */
		{"CỤC THUẾ TỈNH HÒA XUÂN\nSố: 5/CT-HTr\nHòa Xuân, ngày 05 tháng 5 năm 2026\n"
	         "V/v hóa đơn\n\nKính gửi: Các chi cục.\n\nĐề nghị các chi cục rà soát.\n",
	         KIND_CONG_VAN},
	};

	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		assert_int_equal(read_text(cases[i].text)->kind.value, cases[i].kind);
}

static void one_of_several_bodies_tells_for_none(void **st)
{
	static const odd_case cases[] = {
		{"Hưởng ứng phong trào, Đảng ủy, Công đoàn, Đoàn trường phối hợp tổ chức trồng cây vào "
	         "ngày 05/4/2026 tại sân trường.\n",
	         "", "", ""},
		{"Các phòng hướng dẫn UBND xã Tân Lập, UBND xã Tân Hòa tổ chức thực hiện.\n", "",
	         "", ""},
		{"Lãnh đạo UBND xã Tân Lập tổ chức họp vào ngày 05/4/2026.\n", "", "",
	         "UBND xã Tân Lập"},
		{"Căn cứ đề xuất của các xã, Bộ trưởng Bộ Y tế đồng ý mở rộng danh sách.\n", "", "",
	         "Bộ Y tế"},
		{"Về việc nghỉ lễ\nNgười ký văn bản:\nTrần Văn Bình - Phó Chủ tịch UBND xã Tân Lập\nTHÔNG BÁO\nVề việc "
	         "nghỉ lễ\nThực hiện chỉ đạo của cấp trên, các thôn nghỉ lễ từ ngày 01/5/2026.\n",
	         "", "", "UBND xã Tân Lập"},
		{"Kính gửi: Các trường. Thực hiện Kế hoạch số 5/KH-UBND ngày 01/4/2026 của UBND xã, Phòng Giáo dục yêu "
	         "cầu các trường báo cáo.\n",
	         "", "", "Phòng Giáo dục"},
		/* the words of a known name, and no more */
		{"Do dịch bệnh, UBND thành phố hoãn tổ chức tiếp công dân tháng 6.\n", "", "",
	         "UBND thành phố"},
		{"Sở Nội vụ mong nhận được ý kiến của các phòng trước ngày 05/4/2026 để tổng hợp.\n",
	         "", "", "Sở Nội vụ"},
		{"Để bảo đảm an toàn, Ban Chỉ đạo phòng, chống dịch COVID-19 tỉnh thông báo một số nội dung như sau:\n"
	         "1. Các xã trực ban.\n",
	         "", "", "Ban Chỉ đạo phòng, chống dịch COVID-19 tỉnh"},
		{"Kính gửi: Các phòng.\n\nBộ Văn hóa, Thể thao và Du lịch nhận được công văn của các phòng về ngày "
	         "hội.\n",
	         "", "", "Bộ Văn hóa, Thể thao và Du lịch"},
		{"Phòng Nội vụ tham mưu Ủy ban xây dựng quy chế. Phòng Nội vụ gửi các đơn vị dự thảo "
	         "để góp ý.\n",
	         "", "", "Phòng Nội vụ"},
	};

	(void)st;
	check(cases, ARRAY_LEN(cases));
}

static void an_organ_is_named_with_its_body(void **st)
{
	static const odd_case cases[] = {
		{"ỦY BAN MTTQ VIỆT NAM\nXÃ TÂN LẬP\nBAN THƯỜNG TRỰC\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
	         "Số: 7/HD-MTTQ\nTân Lập, ngày 05 tháng 4 năm 2026\n\nHƯỚNG DẪN\nGiới thiệu người "
	         "ứng cử\n\nCăn cứ Luật Bầu cử;\n",
	         "7/HD-MTTQ", "2026-04-05", "ỦY BAN MTTQ VIỆT NAM XÃ TÂN LẬP BAN THƯỜNG TRỰC"},
		{"ỦY BAN BẦU CỬ XÃ TÂN LẬP\nTIỂU BAN AN NINH\nSố:\n7-KH/TBAN\n"
	         "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTân Lập, ngày 05 tháng 4 năm 2026\n\nKẾ HOẠCH\n"
	         "Bảo đảm an ninh\n\nCăn cứ Luật Bầu cử;\n",
	         "7-KH/TBAN", "2026-04-05", "TIỂU BAN AN NINH"},
		/* no letterhead: who resolves stands below the title */
		{"NGHỊ QUYẾT\nVỀ CHƯƠNG TRÌNH GIÁM SÁT\nCỦA HỘI ĐỒNG NHÂN DÂN XÃ\nHỘI ĐỒNG NHÂN DÂN XÃ TÂN "
	         "LẬP\nKHÓA II, KỲ HỌP THỨ BA\nĐiều 1. Thông qua chương trình.\n",
	         "", "", "HỘI ĐỒNG NHÂN DÂN XÃ TÂN LẬP"},
		{"UBND TỈNH HÒA XUÂN\nSỞ LAO ĐỘNG -\nTHƯƠNG BINH VÀ XÃ HỘI\n14/TTr-SLĐTBXH\nHòa Xuân, ngày 05 "
	         "tháng 4 năm 2026\nĐề nghị khen thưởng các tập thể\n\nCăn cứ Luật Thi đua;\n",
	         "14/TTr-SLĐTBXH", "2026-04-05", "SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI"},
	};

	(void)st;
	check(cases, ARRAY_LEN(cases));
}

static void what_stands_above_the_text_is_not_its_foot(void **st)
{
	const reading *r = read_text(
		"Kế hoạch trồng cây\nNơi nhận:\n- Các thôn;\n- Đài truyền thanh.\nTrong những năm gần đây, phong trào "
		"trồng cây đã trở thành ngày hội của xã với sự tham gia nhiệt tình của mọi tầng lớp nhân dân trên địa "
		"bàn, góp phần làm xanh đường làng.\nYêu cầu các thôn trồng cây trước ngày 05/4/2026.\n");

	(void)st;
	assert_int_equal(r->recipients.n, 2);
	assert_int_equal(r->assignments.n, 1);
}

static void those_addressed_may_stand_behind_the_subject(void **st)
{
	static const char *const lines[] = {
		"V/v báo cáo tiến độ Kính gửi: Phòng Tư pháp.\n",
		"V/v báo cáo tiến độ öa ] Kính gửi:\n- Phòng Tư pháp.\n",
		"V/v báo cáo tiến độ thực hiện các nhiệm vụ trọng tâm về công tác tư pháp của xã đã giao cho các phòng "
		"trong năm nay Kính gửi:\n- Phòng Tư pháp.\n",
	};

	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(lines); i++) {
		char text[1024];
		const reading *r;

		(void)snprintf(
			text, sizeof text,
			"UBND XÃ TÂN LẬP\nSố: 5/UBND-TP\nTân Lập, ngày 05 tháng 4 năm 2026\n%s\n"
			"Đề nghị Phòng Tư pháp báo cáo trước ngày 05/5/2026.\n",
			lines[i]);
		r = read_text(text);
		assert_int_equal(r->addressees.n, 1);
		assert_slice(r->addressees.p[0].text, "Phòng Tư pháp");
		assert_true(slice_starts(r->title.text, S("báo cáo tiến độ")));
		assert_false(slice_has(r->title.text, S("Kính gửi")));
		assert_int_equal(r->kind.value, KIND_CONG_VAN);
	}
}

static void members_of_who_writes_are_told(void **st)
{
	const reading *r = read_text(
		"GIẤY MỜI\nDự Hội nghị chăn nuôi\n\nĐể đánh giá kết quả chăn nuôi, Ban Chỉ đạo các Chương trình mục tiêu "
		"quốc gia tỉnh tổ chức Hội nghị như sau:\n1. Thời gian: 8 giờ 00 ngày 05/6/2026.\n2. Chuẩn bị\n"
		"- Thành viên Ban Chỉ đạo các Chương trình mục tiêu quốc gia tỉnh chuẩn bị nội dung liên quan, gửi về "
		"Văn phòng.\n");

	(void)st;
	assert_slice(r->issuer.text, "Ban Chỉ đạo các Chương trình mục tiêu quốc gia tỉnh");
	assert_int_equal(r->assignments.n, 1);
}

static void a_day_and_a_number_without_their_marks_are_known(void **st)
{
	const reading *r = read_text(
		"VĂN PHÒNG TỈNH ỦY\nSố: 48/VPTU-TH\nHòa Xuân, ngày 05tháng 04 năm 2026\n\n"
		"Kính gửi: Sở Xây dựng\n\nĐề nghị Sở Xây dựng báo cáo.\n");

	(void)st;
	assert_slice(r->issued.value, "2026-04-05");
	assert_int_equal(r->issued.state, BLANK_KNOWN);
	/* with the subject behind its day it is the paper's own, not one that is cited */
	r = read_text("Số 24/SXD-TH Ngày 07-4-2026 V/v báo cáo công tác\n\nKính gửi: Các phòng\n\n"
	              "Đề nghị các phòng báo cáo.\n");
	assert_slice(r->number.value, "24/SXD-TH");
	assert_slice(r->issued.value, "2026-04-07");
	r = read_text(
		"Số 24/SXD-TH ngày 07/4/2026 về việc báo cáo công tác\n\nKính gửi: Các phòng\n\n"
		"Đề nghị các phòng báo cáo.\n");
	assert_int_equal(r->number.state, BLANK_NOT_SEEN);
}

static void what_is_said_of_a_firm_is_no_addressee(void **st)
{
	const reading *r = read_text(
		"CỤC THUẾ TỈNH HÒA XUÂN\nSố: 5/CT-HTr\nV/v hóa đơn\n\n"
		"Kính gửi: Công ty Hoa Sen\nMã số thuế: 0100000000\n(Địa chỉ: số 5 "
		"đường A)\n\nTrả lời văn bản của công ty về việc lập hóa đơn, Cục Thuế "
		"tỉnh Hòa Xuân có ý kiến như sau:\n1. Công ty lập hóa đơn.\n");

	(void)st;
	assert_int_equal(r->addressees.n, 1);
	assert_slice(r->addressees.p[0].text, "Công ty Hoa Sen");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_that_a_scan_ran_together_are_parted),
		cmocka_unit_test(of_a_torn_day_what_is_clean_is_believed),
		cmocka_unit_test(of_a_torn_number_the_symbol_is_known),
		cmocka_unit_test(a_torn_subject_is_no_text),
		cmocka_unit_test(a_page_of_the_web_tells_its_number_in_its_first_line),
		cmocka_unit_test(a_paper_says_what_it_is),
		cmocka_unit_test(one_of_several_bodies_tells_for_none),
		cmocka_unit_test(an_organ_is_named_with_its_body),
		cmocka_unit_test(what_stands_above_the_text_is_not_its_foot),
		cmocka_unit_test(those_addressed_may_stand_behind_the_subject),
		cmocka_unit_test(members_of_who_writes_are_told),
		cmocka_unit_test(a_day_and_a_number_without_their_marks_are_known),
		cmocka_unit_test(what_is_said_of_a_firm_is_no_addressee),
	};

	return cmocka_run_group_tests_name("header_odd", tests, read_start, read_done);
}
