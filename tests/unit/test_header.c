/*
 * test_header.c - number, place and date, issuer, kind, title, marks, addressees and
 * the purpose, each from a header as offices write it.
 */
#include "read_text.h"

#define LETTER(number, date, rest)                                                                 \
	"ỦY BAN NHÂN DÂN\nTỈNH HÒA XUÂN\n" number "\n\n"                                           \
	"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n" date "\n\n" rest

#define BODY "Thực hiện Kế hoạch công tác năm 2026, Ủy ban nhân dân tỉnh thông báo như sau:\n"

typedef struct number_case {
	const char *line, *value, *ordinal, *symbol;
	blank state;
} number_case;

static void a_number_is_read_in_every_spelling(void **st)
{
	static const number_case cases[] = {
		{"Số: 05/QĐ-UBND", "05/QĐ-UBND", "05", "QĐ-UBND", BLANK_KNOWN},
		{"Số:   4390     /UBND-NLN", "4390/UBND-NLN", "4390", "UBND-NLN", BLANK_KNOWN},
		{"Số :125 /GM-SYT", "125/GM-SYT", "125", "GM-SYT", BLANK_KNOWN},
		{"Số: 695/UBND- VX", "695/UBND-VX", "695", "UBND-VX", BLANK_KNOWN},
		{"Số: 95 / CV-CĐGD", "95/CV-CĐGD", "95", "CV-CĐGD", BLANK_KNOWN},
		{"Số: 09/2009/CT-UBND", "09/2009/CT-UBND", "09", "CT-UBND", BLANK_KNOWN},
		{"Số 2449 -CV/ĐU", "2449-CV/ĐU", "2449", "CV/ĐU", BLANK_KNOWN},
		{"Số: 118/GM - UBND", "118/GM-UBND", "118", "GM-UBND", BLANK_KNOWN},
		{"Số: 1.118/GM-UBND", "1.118/GM-UBND", "1.118", "GM-UBND", BLANK_KNOWN},
		{"Số: B118/GM-UBND", "B118/GM-UBND", "B118", "GM-UBND", BLANK_KNOWN},
		{"Số: 118/ĐLHX-KT+AT", "118/ĐLHX-KT+AT", "118", "ĐLHX-KT+AT", BLANK_KNOWN},
		{"Số: /GM-UBND", "", "", "GM-UBND", BLANK_BLANK},
		{"Số: ……/TB-UBND", "", "", "TB-UBND", BLANK_BLANK},
		{"Số: ..... /TB-UBND", "", "", "TB-UBND", BLANK_BLANK},
		{"Số:     /", "", "", "", BLANK_BLANK},
	};

	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		char text[1024];
		reading *r;

		(void)snprintf(text, sizeof text,
		               LETTER("%s", "Hòa Xuân, ngày 05 tháng 5 năm 2026",
		                      "THÔNG BÁO\nVề việc nghỉ lễ\n\n" BODY),
		               cases[i].line);
		r = read_text(text);
		assert_slice(r->number.value, cases[i].value);
		assert_slice(r->number.ordinal, cases[i].ordinal);
		assert_slice(r->number.symbol, cases[i].symbol);
		assert_int_equal(r->number.state, cases[i].state);
	}
}

static void a_cited_number_is_never_the_documents_own(void **st)
{
	reading *r = read_text("THÔNG BÁO\nVề việc nghỉ lễ\n\n"
	                       "Căn cứ Quyết định số 12/QĐ-UBND ngày 01/02/2026 của UBND tỉnh;\n");

	(void)st;
	assert_int_equal(r->number.state, BLANK_NOT_SEEN);
	assert_int_equal(r->issued.state, BLANK_NOT_SEEN);
	assert_int_equal(r->issuer.at.len, 0);
}

typedef struct date_case {
	const char *line, *value, *place;
	blank state;
} date_case;

static void a_date_may_be_whole_partial_or_blank(void **st)
{
	static const date_case cases[] = {
		{"Hòa Xuân, ngày 05 tháng 5 năm 2026", "2026-05-05", "Hòa Xuân", BLANK_KNOWN},
		{"TP. Hòa Xuân, ngày 5 tháng 5 năm 2026", "2026-05-05", "TP. Hòa Xuân",
	         BLANK_KNOWN},
		{"Hòa Xuân, ngày 05/5/2026", "2026-05-05", "Hòa Xuân", BLANK_KNOWN},
		{"Hòa Xuân, ngày05 tháng5năm 2026", "2026-05-05", "Hòa Xuân", BLANK_KNOWN},
		{"HÒA XUÂN, NGÀY 05 THÁNG 5 NĂM 2026", "2026-05-05", "HÒA XUÂN", BLANK_KNOWN},
		{"Hòa Xuân, ngày tháng 5 năm 2026", "2026-05", "Hòa Xuân", BLANK_PARTIAL},
		{"Hòa Xuân, ngày … tháng 5 năm 2026", "2026-05", "Hòa Xuân", BLANK_PARTIAL},
		{"Hòa Xuân, ngày … tháng … năm 2026", "2026", "Hòa Xuân", BLANK_PARTIAL},
		{"Hòa Xuân, ngày    tháng    năm", "", "Hòa Xuân", BLANK_BLANK},
		{"Hòa Xuân, hồi 19 giờ 30 ngày 05/5/2026", "2026-05-05", "Hòa Xuân", BLANK_KNOWN},
		{"Hòa Xuân, 21 giờ 30 phút ngày 05 tháng 5 năm 2026", "2026-05-05", "Hòa Xuân",
	         BLANK_KNOWN},
		{"Hòa Xuân, lúc 21h30, ngày 05/5/2026", "2026-05-05", "Hòa Xuân", BLANK_KNOWN},
		{"Hòa Xuân, ngày 05 tháng 5 năm 2026, 21 giờ", "2026-05-05", "Hòa Xuân",
	         BLANK_KNOWN},
		{"Hòa Xuân, ngày 05 tháng 5 năm 2026 (21h30)", "2026-05-05", "Hòa Xuân",
	         BLANK_KNOWN},
	};

	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		char text[1024];
		reading *r;

		(void)snprintf(text, sizeof text,
		               LETTER("Số: 1/TB-UBND", "%s", "THÔNG BÁO\nVề việc nghỉ lễ\n\n" BODY),
		               cases[i].line);
		r = read_text(text);
		assert_slice(r->issued.value, cases[i].value);
		assert_slice(r->issued.place, cases[i].place);
		assert_int_equal(r->issued.state, cases[i].state);
	}
}

static void the_issuer_is_the_last_body_with_its_owner_only_for_an_office(void **st)
{
	static const struct {
		const char *top, *issuer;
	} cases[] = {
		{"ỦY BAN NHÂN DÂN\nTỈNH HÒA XUÂN\n", "ỦY BAN NHÂN DÂN TỈNH HÒA XUÂN"},
		{"UBND TỈNH HÒA XUÂN\nSỞ Y TẾ\n", "SỞ Y TẾ"},
		{"UBND TỈNH HÒA XUÂN\nVĂN PHÒNG\n", "UBND TỈNH HÒA XUÂN VĂN PHÒNG"},
		{"ĐẢNG BỘ TỈNH HÒA XUÂN\nĐẢNG ỦY ỦY BAN NHÂN DÂN TỈNH\n",
	         "ĐẢNG ỦY ỦY BAN NHÂN DÂN TỈNH"},
		{"UBND TỈNH HÒA XUÂN\nSỞ Y TẾ (DỰ ÁN ABC)\nHỎA TỐC\n", "SỞ Y TẾ"},
		{"BẢO HIỂM XÃ HỘI\nVIỆT NAM\n", "BẢO HIỂM XÃ HỘI VIỆT NAM"},
		/* both names in one cell */
		{"UBND TỈNH LẠNG SƠN BAN QUẢN LÝ KHU KINH TẾ\n", "BAN QUẢN LÝ KHU KINH TẾ"},
	};

	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		char text[1024];

		(void)snprintf(text, sizeof text,
		               "%sSố: 1/TB-ABC\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
		               "Độc lập - Tự do - Hạnh phúc\n\nTHÔNG BÁO\nVề việc nghỉ lễ\n\n" BODY,
		               cases[i].top);
		assert_slice(read_text(text)->issuer.text, cases[i].issuer);
	}
}

static void a_letter_is_known_by_its_subject_and_addressees(void **st)
{
	reading *r = read_text(LETTER(
		"Số: 12/UBND-TH\nV/v báo cáo tình hình quý I", "Hòa Xuân, ngày 05 tháng 5 năm 2026",
		"Kính gửi:\n- Sở Tài chính;\n- UBND các xã, phường.\n\n" BODY));

	(void)st;
	assert_int_equal(r->kind.value, KIND_CONG_VAN);
	assert_slice(r->title.text, "báo cáo tình hình quý I");
	assert_int_equal(r->addressees.n, 2);
	assert_slice(r->addressees.p[0].text, "Sở Tài chính");
	assert_slice(r->addressees.p[0].agency, "STC");
	assert_slice(r->addressees.p[1].group, "UBNDXA");
}

static void marks_count_only_as_lines_of_their_own(void **st)
{
	reading *r = read_text(
		"SỞ Y TẾ\nSố: 1/GM-SYT\nHỎA TỐC\nMẬT\n\nGIẤY MỜI\nDự họp khẩn\n\n" BODY);
	reading *plain = read_text("SỞ Y TẾ\nSố: 1/GM-SYT\n\nGIẤY MỜI\nDự họp khẩn\n\n" BODY);

	(void)st;
	assert_int_equal(r->urgency, URGENCY_HOA_TOC);
	assert_int_equal(r->secrecy, SECRECY_MAT);
	assert_int_equal(plain->urgency, URGENCY_NONE);
}

static void the_purpose_follows_kind_subject_and_body(void **st)
{
	static const struct {
		const char *rest;
		purpose purpose;
	} cases[] = {
		{"GIẤY MỜI HỌP\nVề công tác phòng cháy\n\n" BODY, PURPOSE_INVITATION},
		{"THÔNG BÁO\nKết luận của Chủ tịch UBND tỉnh tại cuộc họp tháng 5\n\n" BODY,
	         PURPOSE_CONCLUSION},
		{"THÔNG BÁO KẾT LUẬN\ncủa Chủ tịch UBND tỉnh tại cuộc họp tháng 5\n\n" BODY,
	         PURPOSE_CONCLUSION},
		{"THÔNG BÁO\nChương trình làm việc với Sở Tài chính\n\n" BODY, PURPOSE_PROGRAMME},
		{"THÔNG BÁO\nVề việc nghỉ lễ\n\n" BODY, PURPOSE_INFORMATION},
		{"THÔNG BÁO\nNội dung kết luận của Chủ tịch UBND tỉnh tại cuộc họp\n\n" BODY,
	         PURPOSE_CONCLUSION},
		{"CHƯƠNG TRÌNH\nCông tác tháng 6 năm 2026 của UBND tỉnh\n\n" BODY,
	         PURPOSE_PROGRAMME},
		{"LỊCH CÔNG TÁC\ncủa lãnh đạo UBND tỉnh\n\n" BODY, PURPOSE_PROGRAMME},
		{"Số: 5/UBND-TH\nV/v báo cáo quý I\n\nKính gửi: Sở Y tế.\n\nĐến nay Sở Y tế chưa "
	         "gửi báo cáo. UBND tỉnh yêu cầu Sở Y tế báo cáo ngay./.\n",
	         PURPOSE_URGING},
		{"BÁO CÁO\nKết quả công tác tháng 5\n\n" BODY, PURPOSE_REPORT},
		{"CHỈ THỊ\nVề tăng cường kỷ luật\n\n" BODY, PURPOSE_ASSIGNMENT},
	};

	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		assert_int_equal(read_text(cases[i].rest)->purpose, cases[i].purpose);
}

static void a_page_of_the_web_names_its_kind_in_small_letters(void **st)
{
	reading *r = read_text(
		"In bài viết\nGiấy mời họp ngày 22/7/2026\n\nUBND tỉnh tổ chức cuộc họp vào thứ Tư, "
		"ngày 22/7/2026, từ 07h00 tại Hội trường tầng 1, trụ sở làm việc của UBND tỉnh.\n");
	reading *urgent = read_text(
		"Thông báo khẩn về nghỉ học\n\nKính gửi: Hiệu trưởng các trường học\n\n" BODY);

	(void)st;
	assert_int_equal(r->kind.value, KIND_GIAY_MOI);
	assert_slice(r->title.text, "họp ngày 22/7/2026");
	assert_int_equal(urgent->kind.value, KIND_THONG_BAO);
}

static void a_subject_may_stand_below_the_number_without_more(void **st)
{
	reading *r = read_text(LETTER("Số: 95/CV-CĐ\nVề lấy ý kiến góp ý vào dự thảo chương trình",
	                              "Hòa Xuân, ngày 05 tháng 5 năm 2026",
	                              "Kính gửi: Sở Tài chính.\n\n" BODY));

	(void)st;
	assert_slice(r->title.text, "Về lấy ý kiến góp ý vào dự thảo chương trình");
}

static void an_addressee_goes_on_in_small_letters(void **st)
{
	reading *r = read_text(LETTER("Số: 95/UBND-VX\nV/v báo cáo",
	                              "Hòa Xuân, ngày 05 tháng 5 năm 2026",
	                              "Kính gửi: Các tổ chức, cá nhân hoạt động văn hóa\n\n"
	                              "trên địa bàn tỉnh\n\n" BODY));

	(void)st;
	assert_int_equal(r->addressees.n, 1);
}

static void who_decides_is_no_part_of_the_title(void **st)
{
	reading *r = read_text(
		"QUYẾT ĐỊNH\nVề việc thành lập Tổ công tác\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN "
		"TỈNH\n\nCăn cứ Luật Tổ chức chính quyền địa phương;\n\n" BODY);

	(void)st;
	assert_slice(r->title.text, "Về việc thành lập Tổ công tác");
}

static void a_conclusion_names_whose_it_is(void **st)
{
	reading *r = read_text(
		"THÔNG BÁO\nKết luận của Phó Chủ tịch UBND tỉnh Trần Văn Bình tại buổi "
		"làm việc với Sở Y tế\n\n" BODY);

	(void)st;
	assert_slice(r->conclusion_of.text, "Phó Chủ tịch UBND tỉnh Trần Văn Bình");
	assert_slice(r->conclusion_of.name, "Trần Văn Bình");
}

/* Pages of the web: the header is a table whose cells were as narrow as the screen. */
static void a_header_cut_by_narrow_cells_is_whole_again(void **st)
{
	reading *r = read_text(
		"UỶ BAN NHÂN\nDÂN\nTỈNH HÒA XUÂN\n--------\n|\nCỘNG HÒA XÃ\n"
		"HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n---------------\n|\n"
		"Số:\n08/QĐ-UBND\n|\nHòa Xuân, ngày 25 tháng 5\nnăm 2026\n|\nQUYẾT ĐỊNH\n"
		"VỀ VIỆC BAN HÀNH QUY CHẾ HỌP TRỰC TUYẾN\n"
		"CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HÒA XUÂN\n"
		"Căn cứ Luật Tổ chức chính quyền địa phương;\n"
		"Điều 1. Ban hành Quy chế họp trực tuyến.\n"
		"Nơi nhận:\n- Như Điều 1;\n- Lưu: VT. | KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Văn Mẫu |\n");

	(void)st;
	assert_slice(r->issuer.text, "UỶ BAN NHÂN DÂN TỈNH HÒA XUÂN");
	assert_slice(r->number.value, "08/QĐ-UBND");
	assert_slice(r->issued.value, "2026-05-25");
	assert_slice(r->title.text, "VỀ VIỆC BAN HÀNH QUY CHẾ HỌP TRỰC TUYẾN");
	assert_slice(r->signature.name, "Lê Văn Mẫu");
	assert_slice(r->recipients.p[r->recipients.n - 1].text, "Lưu: VT");
}

/* The name of a committee for programmes, in a column so narrow that "CHƯƠNG TRÌNH" is alone. */
static void a_kind_within_the_issuers_name_is_none(void **st)
{
	reading *r = read_text(
		"ỦY BAN NHÂN DÂN\nTỈNH HÒA XUÂN\nBAN CHỈ ĐẠO CÁC\nCHƯƠNG TRÌNH\n"
		"MỤC TIÊU QUỐC GIA\nSố: 17/GM-BCĐ\n"
		"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT\nNAM\nĐộc lập - Tự do - Hạnh phúc\n"
		"Hòa Xuân, ngày 05 tháng 5 năm 2026\n\nGIẤY MỜI\nDự phiên họp\n\n" BODY);

	(void)st;
	assert_int_equal(r->kind.value, KIND_GIAY_MOI);
	assert_slice(r->issuer.text, "BAN CHỈ ĐẠO CÁC CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA");
	assert_slice(r->title.text, "Dự phiên họp");
}

static void a_blank_number_above_a_subject_stays_blank(void **st)
{
	reading *r = read_text("ỦY BAN NHÂN DÂN\nTỈNH HÒA XUÂN\nSố:\nV/v họp giao ban\n"
	                       "Hòa Xuân, ngày tháng 5\n\nKính gửi: Các sở, ban, ngành.\n\n" BODY);

	(void)st;
	assert_int_equal(r->number.state, BLANK_BLANK);
	assert_slice(r->title.text, "họp giao ban");
}

/* "Sở Y tế" of another province is not ours, unless it is said to be. */
static void bodies_of_another_province_are_marked(void **st)
{
	static const char orders[] =
		"Số: 12/UBND-TH\nCao Bằng, ngày 05 tháng 5 năm 2026\n\nKính gửi:\n- Sở Y tế;\n- Bộ Y tế.\n\n"
		"Giao Sở Y tế báo cáo trước ngày 20/5/2026. Đề nghị Sở Tài chính tỉnh Lạng Sơn trao đổi "
		"kinh nghiệm trước ngày 25/5/2026.\n";
	reading *r = read_text(
		arena_printf(&read_memory, "ỦY BAN NHÂN DÂN\nTỈNH CAO BẰNG\n%s%c", orders, 0).p);

	(void)st;
	assert_false(r->issuer.elsewhere);
	assert_true(r->addressees.p[0].elsewhere);
	assert_false(r->addressees.p[1].elsewhere);
	assert_int_equal(r->assignments.n, 2);
	assert_true(r->assignments.p[0].lead.p[0].elsewhere);
	assert_false(r->assignments.p[1].lead.p[0].elsewhere);
	r = read_text(
		arena_printf(&read_memory, "ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN\n%s%c", orders, 0).p);
	assert_false(r->assignments.p[0].lead.p[0].elsewhere);
}

static void whoever_stamped_the_letter_did_not_issue_it(void **st)
{
	reading *r = read_text(LETTER("Số: 12/UBND-VX", "Hòa Xuân, ngày 05 tháng 5 năm 2026",
	                              "TRƯỜNG ĐẠI HỌC HÒA XUÂN\nĐẾN Số: 77\nNgày: 06/5/2026\n\n"
	                              "Kính gửi: Sở Nội vụ.\n\n" BODY));

	(void)st;
	assert_slice(r->issuer.text, "ỦY BAN NHÂN DÂN TỈNH HÒA XUÂN");
	assert_slice(r->number.value, "12/UBND-VX");
}

static void a_number_may_head_a_page_of_the_web_alone(void **st)
{
	reading *r = read_text("3472/SVHTT-DS\n\nCông văn V/v báo cáo tổng kết phong trào\n\n"
	                       "Kính gửi: Sở Nội vụ\n\n" BODY);

	(void)st;
	assert_slice(r->number.value, "3472/SVHTT-DS");
}

static void a_text_of_a_scan_is_known_by_its_national_title(void **st)
{
	reading *r = read_text(
		"VAN PHONG CHÍNH PHU CONG HOA XÃ HOI CHỦ NGHĨA VIỆT NAM\n"
		"Độc lập - Tự do - Hanh phúc\n\n"
		"Số: 33/TB-VPCP Hà Nội, ngày A8 thang 10 năm 2022\n\nTHÔNG BÁO\n"
		"Kết luận của Thủ tướng Chính phủ về dữ liệu\n\n"
		"Theo Chi thị so 10/CT-TTg ngày 25/02/2022, dé nghị Bộ Tài chính báo "
		"cáo trước ngày| 15/11/2022.\n\nNoi nhận:\n- Như trên.\n");

	(void)st;
	assert_slice(r->issuer.text, "VĂN PHÒNG CHÍNH PHỦ");
	assert_slice(r->issued.value, "2022-10");
	assert_int_equal(r->citations.n, 1);
	assert_slice(r->citations.p[0].number, "10/CT-TTg");
	assert_int_equal(r->assignments.n, 1);
	assert_int_equal(r->assignments.p[0].deadlines.n, 1);
	assert_int_equal(r->recipients.n, 1);
}

static void who_issues_a_paper_without_a_letterhead_says_so_in_its_opening(void **st)
{
	static const struct {
		const char *text, *issuer;
		doc_kind kind;
	} cases[] = {
		{"Thông báo treo cờ nhân ngày lễ\n\nTheo đề nghị của Phòng Văn hóa tại Công văn số "
	         "12/VH ngày 06/5/2026, UBND xã Tân Lập thông báo:\n\n1. Các cơ quan treo cờ.\n",
	         "UBND xã Tân Lập", KIND_THONG_BAO},
		{"THÔNG BÁO: Về việc nghỉ lễ\n\nGiám đốc Sở Khoa học và Công nghệ thông báo lịch nghỉ "
	         "như sau:\n\n1. Nghỉ 02 ngày.\n",
	         "Sở Khoa học và Công nghệ", KIND_THONG_BAO},
		{"Căn cứ nhiệm vụ năm học. Trường Mầm non Hoa Sen xây dựng kế hoạch tham quan như "
	         "sau:\n\nI. THỜI GIAN: tháng 5.\n",
	         "Trường Mầm non Hoa Sen", KIND_KE_HOACH},
		{"Vừa qua, Sở Y tế đã tổ chức kiểm tra các chợ trên địa bàn và có nhiều kiến nghị về "
	         "an toàn thực phẩm tại các chợ lớn.\n",
	         "", KIND_NONE},
		{"Hội nghị đề nghị các đơn vị góp ý vào dự thảo báo cáo trước khi trình Ủy ban nhân "
	         "dân tỉnh xem xét trong tháng này.\n",
	         "", KIND_NONE},
		{"TỈNH ĐOÀN HÒA XUÂN\nBCH ĐOÀN TRƯỜNG CAO ĐẲNG Y\n***\nSố: 15-KH/ĐTN\n"
	         "ĐOÀN TNCS HỒ CHÍ MINH\n\nHòa Xuân, ngày 26 tháng 02 năm 2026\n\nKẾ HOẠCH\n"
	         "Tổ chức giải bóng chuyền\n\nI. Mục đích\n",
	         "BCH ĐOÀN TRƯỜNG CAO ĐẲNG Y", KIND_KE_HOACH},
	};

	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const reading *r = read_text(cases[i].text);

		assert_slice(r->issuer.text, cases[i].issuer);
		assert_int_equal(r->kind.value, cases[i].kind);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_number_is_read_in_every_spelling),
		cmocka_unit_test(a_cited_number_is_never_the_documents_own),
		cmocka_unit_test(a_date_may_be_whole_partial_or_blank),
		cmocka_unit_test(the_issuer_is_the_last_body_with_its_owner_only_for_an_office),
		cmocka_unit_test(a_letter_is_known_by_its_subject_and_addressees),
		cmocka_unit_test(a_subject_may_stand_below_the_number_without_more),
		cmocka_unit_test(an_addressee_goes_on_in_small_letters),
		cmocka_unit_test(marks_count_only_as_lines_of_their_own),
		cmocka_unit_test(the_purpose_follows_kind_subject_and_body),
		cmocka_unit_test(a_page_of_the_web_names_its_kind_in_small_letters),
		cmocka_unit_test(who_decides_is_no_part_of_the_title),
		cmocka_unit_test(a_conclusion_names_whose_it_is),
		cmocka_unit_test(a_header_cut_by_narrow_cells_is_whole_again),
		cmocka_unit_test(a_kind_within_the_issuers_name_is_none),
		cmocka_unit_test(a_blank_number_above_a_subject_stays_blank),
		cmocka_unit_test(bodies_of_another_province_are_marked),
		cmocka_unit_test(whoever_stamped_the_letter_did_not_issue_it),
		cmocka_unit_test(a_number_may_head_a_page_of_the_web_alone),
		cmocka_unit_test(a_text_of_a_scan_is_known_by_its_national_title),
		cmocka_unit_test(who_issues_a_paper_without_a_letterhead_says_so_in_its_opening),
	};

	return cmocka_run_group_tests_name("header", tests, read_start, read_done);
}
