/*
 * test_signature.c - by whose authority, the posts and the name; recipients and the
 * line of the archive.
 */
#include "read_text.h"

#include "base/strbuf.h"

#define TEXT(bottom)                                                                               \
	"THÔNG BÁO\nVề việc nghỉ lễ\n\nThực hiện Kế hoạch công tác, Văn phòng thông báo như sau: " \
	"nghỉ từ ngày mai./.\n\n" bottom

static void authorities_posts_and_name_come_in_order(void **st)
{
	static const struct {
		const char *bottom, *authority, *second, *post, *name;
	} cases[] = {
		{"TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\n\nTrần Văn Bình\n", "TL. CHỦ TỊCH", NULL,
	         "CHÁNH VĂN PHÒNG", "Trần Văn Bình"},
		{"TL. CHỦ TỊCH\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\n\nTrần Văn Bình\n",
	         "TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "Trần Văn Bình"},
		{"KT. TRƯỞNG BAN\nPHÓ TRƯỞNG BAN THƯỜNG TRỰC\n\nPHÓ CHỦ TỊCH UBND TỈNH\nTrần Văn Bình\n",
	         "KT. TRƯỞNG BAN", NULL, "PHÓ TRƯỞNG BAN THƯỜNG TRỰC, PHÓ CHỦ TỊCH UBND TỈNH",
	         "Trần Văn Bình"},
		{"KT. TRƯỞNG BAN\nPHÓ TRƯỞNG BAN THƯỜNG\nTRỰC, PHÓ CHỦ TỊCH UBND\nTỈNH\nTrần Văn Bình\n",
	         "KT. TRƯỞNG BAN", NULL, "PHÓ TRƯỞNG BAN THƯỜNG TRỰC, PHÓ CHỦ TỊCH UBND TỈNH",
	         "Trần Văn Bình"},
		{"TM. ỦY BAN NHÂN DÂN\nKT.CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nTrần Văn Bình\n",
	         "TM. ỦY BAN NHÂN DÂN", "KT.CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Văn Bình"},
		{"T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nTrần Văn Bình\n", "T/M BAN THƯỜNG VỤ", NULL,
	         "PHÓ BÍ THƯ", "Trần Văn Bình"},
		{"KT. CHỦ TỊCH\nPHÓ CHỦ TỊCHTrần Văn Bình\n", "KT. CHỦ TỊCH", NULL, "PHÓ CHỦ TỊCH",
	         "Trần Văn Bình"},
		{"TM. UBND\nCHỦ TỊCH\n\nK\u2019 Brểu Bình\n", "TM. UBND", NULL, "CHỦ TỊCH",
	         "K\u2019 Brểu Bình"},
		/* of a joint paper the first */
		{"T/M BAN THƯỜNG VỤ\nBÍ THƯ\n\nTrần Văn Bình\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n"
	         "Lê Văn An\n",
	         "T/M BAN THƯỜNG VỤ", NULL, "BÍ THƯ", "Trần Văn Bình"},
		{"TM. ĐOÀN KIỂM TRA LIÊN\nNGÀNH\nTRƯỞNG ĐOÀN\n\nTrần Văn Bình\n",
	         "TM. ĐOÀN KIỂM TRA LIÊN NGÀNH", NULL, "TRƯỞNG ĐOÀN", "Trần Văn Bình"},
		{"TM. ỦY BAN NHÂN\nDÂN\nCHỦ TỊCH\n\nTrần Văn Bình\n", "TM. ỦY BAN NHÂN DÂN", NULL,
	         "CHỦ TỊCH", "Trần Văn Bình"},
		{"TM. ĐOÀN CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nTrần Văn Bình (đã ký)\n", "TM. ĐOÀN CHỦ TỊCH",
	         NULL, "PHÓ CHỦ TỊCH", "Trần Văn Bình"},
		{"Q. GIÁM ĐỐC\n\nTS. Trần Văn Bình\n", "Q. GIÁM ĐỐC", NULL, "", "Trần Văn Bình"},
		{"KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nTTƯT.BS.CKII. Trần Văn Bình\n", "KT. GIÁM ĐỐC",
	         NULL, "PHÓ GIÁM ĐỐC", "Trần Văn Bình"},
		{"TM. UBND\nCHỦ TỊCH\n\nY Bình\n", "TM. UBND", NULL, "CHỦ TỊCH", "Y Bình"},
		{"TM. UBND\nCHỦ TỊCH\n\nH'Lim Niê\n", "TM. UBND", NULL, "CHỦ TỊCH", "H'Lim Niê"},
		{"KT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\n", "KT. CHÁNH VĂN PHÒNG", NULL,
	         "PHÓ CHÁNH VĂN PHÒNG", ""},
		{"KT. BỘ TRƯỞNG, CHỦ NHIỆM PHÓ CHỦ NHIỆM\nTrần Văn Bình\n",
	         "KT. BỘ TRƯỞNG, CHỦ NHIỆM", NULL, "PHÓ CHỦ NHIỆM", "Trần Văn Bình"},
	};

	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		char text[1024];
		const signature *g;

		(void)snprintf(text, sizeof text, TEXT("Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\n%s"),
		               cases[i].bottom);
		g = &read_text(text)->signature;
		if (g->authority.n == 0)
			fail_msg("no authority in \"%s\"", cases[i].bottom);
		assert_int_equal(g->authority.n, cases[i].second ? 2 : 1);
		assert_slice(g->authority.p[0], cases[i].authority);
		if (cases[i].second)
			assert_slice(g->authority.p[1], cases[i].second);
		assert_slice(g->post, cases[i].post);
		assert_slice(g->name, cases[i].name);
	}
}

static void recipients_keep_their_words_and_say_what_for(void **st)
{
	const reading *r = read_text(
		TEXT("Nơi nhận:\n- Như trên;\n- Thường trực Tỉnh ủy (để b/c);\n"
	             "- Chánh VP, Phó CVP (Bích);\n- Cổng TTĐT tỉnh (đưa tin);\n"
	             "- Lưu: VT, TH (NNK).\n\nGIÁM ĐỐC\n\nTrần Văn Bình\n"));

	(void)st;
	assert_slice(r->recipients.p[0].text, "Như trên");
	assert_slice(r->recipients.p[1].text, "Thường trực Tỉnh ủy (để b/c)");
	assert_slice(r->recipients.p[1].note, "để b/c");
	assert_slice(r->recipients.p[2].note, ""); /* a person, not a purpose */
	assert_slice(r->recipients.p[r->recipients.n - 2].note, "đưa tin");
	assert_slice(r->recipients.p[r->recipients.n - 1].text, "Lưu: VT, TH (NNK)");
	r = read_text(TEXT(
		"Nơi nhận:\n- UBND tỉnh \u201cbáo cáo\u201d;\n- Lưu: VT.\n\nGIÁM ĐỐC\n\nTrần Văn Bình\n"));
	assert_slice(r->recipients.p[0].note, "báo cáo");
}

static void recipients_may_run_on_behind_their_heading(void **st)
{
	const reading *r = read_text(
		TEXT("Nơi nhận: Như trên; Sở Y tế (để biết); Lưu: VT.\nGIÁM ĐỐC\nTrần Văn Bình\n"));

	(void)st;
	assert_int_equal(r->recipients.n, 3);
	assert_slice(r->recipients.p[1].text, "Sở Y tế (để biết)");
	assert_slice(r->recipients.p[2].text, "Lưu: VT");
}

/* As scans lose it. */
static void recipients_without_their_heading_end_where_it_is_filed(void **st)
{
	const reading *r = read_text(TEXT("Kính lắm Nai nhộn\n- Phòng Y tế huyện (để biết);\n"
	                                  "- Website Sở Y tế;\n- Lưu: VT, TH.\n"
	                                  "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nTrần Văn Bình\n"));

	(void)st;
	assert_int_equal(r->recipients.n, 3);
	assert_slice(r->recipients.p[0].text, "Phòng Y tế huyện (để biết)");
	assert_slice(r->archive.unit, "TH");
	assert_slice(r->signature.name, "Trần Văn Bình");
	assert_int_equal(r->assignments.n, 0);
}

static void the_archive_gives_unit_and_drafter(void **st)
{
	static const struct {
		const char *line, *unit, *drafter;
	} cases[] = {
		{"Lưu: VT, TH (NNK)", "TH", "NNK"},
		{"Lưu: VT, Vụ KHTC (Bình)", "Vụ KHTC", "Bình"},
		{"Lưu: VT, P.KT", "P.KT", ""},
		{"Lưu: VT, KTTH(LC)", "KTTH", "LC"},
		{"Lưu: VT, KT(T.Q.Hùng), HCQT (Mến)", "KT", "T.Q.Hùng"},
		{"Lưu: VT, csthuan", "", "csthuan"},
		{"Lưu: VT, TCCB, Lman", "TCCB", "Lman"},
		{"Lưu: VT, KSTT(3).VTA", "KSTT", "VTA"},
		{"Lưu: VT, NN (2)", "NN", ""},
		{"Lưu: VT, KTTHh5", "KTTH", "h5"},
		{"Lưu: VT, KTThủy", "KT", "Thủy"},
		{"Lưu: VT", "", ""},
		{"Lưu VP", "VP", ""},
	};

	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		char text[1024];
		const reading *r;

		(void)snprintf(text, sizeof text,
		               TEXT("Nơi nhận:\n- Như trên;\n- %s.\n\nGIÁM ĐỐC\n\nTrần Văn Bình\n"),
		               cases[i].line);
		r = read_text(text);
		assert_slice(r->archive.unit, cases[i].unit);
		assert_slice(r->archive.drafter, cases[i].drafter);
	}
}

static void of_a_scan_the_signers_part_is_no_recipient(void **st)
{
	static const char text[] =
		"CONG HOA XA HOI CHU NGHIA VIET NAM\nTHÔNG BÁO\nVề việc nghỉ lễ\n\nThực hiện Kế hoạch công tác, "
		"Văn phòng thông báo như sau: nghỉ từ ngày mai./.\n\n"
		"Noi nhận:f2È/- ; KT. CỤC TRƯỞNG\n"
		"- Như trên; mẹ PHÓ CỤC TRƯỞNG\n"
		"- Văn phòng Cục (để báo cáo Cục trưởng\n"
		"và Phó Cục trưởng phụ trách);\n"
		"~ Phòng Kế toán; Pi\n"
		"- Các phòng: TH, NC;\n"
		"- Lưu: VT, TH.\n"
		"Trần Văn Bình\n";
	static const char *const wanted[] = {
		"Như trên", "Văn phòng Cục (để báo cáo Cục trưởng và Phó Cục trưởng phụ trách)",
		"Phòng Kế toán", "Các phòng: TH, NC"};
	const reading *r = read_text(text);

	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(wanted); i++)
		assert_slice(r->recipients.p[i].text, wanted[i]);
	assert_int_equal(r->signature.authority.n, 1);
	assert_slice(r->signature.authority.p[0], "KT. CỤC TRƯỞNG");
	assert_slice(r->signature.post, "PHÓ CỤC TRƯỞNG");
	assert_slice(r->signature.name, "Trần Văn Bình");
}

static void a_note_and_a_path_are_no_recipients(void **st)
{
	const reading *r = read_text(
		TEXT("Nơi nhận:\n- Như trên;\n- Lưu: VT, TH.\nD:\\2026\\CV\\Bao cao thang\n"
	             "Lưu ý: mang theo giấy mời.\n\nGIÁM ĐỐC\n\nTrần Văn Bình\n"));

	(void)st;
	assert_int_equal(r->recipients.n, 2);
	assert_slice(r->archive.unit, "TH");
}

/* What can be neither a post nor a name is blank: an annex's heading, a mark of authority that a scan tore, a name
 * without a surname. */
static void of_a_scan_only_posts_and_names_sign(void **st)
{
	static const struct {
		const char *bottom, *post, *name;
	} cases[] = {
		{"- Lưu: VT.\nGIAM DOC\nTrần Văn Bình\n", "GIAM DOC", "Trần Văn Bình"},
		{"- Lưu: VT.\n\u201e/M BỘ CHÍNH TRI\nTrần Văn Bình\n", "", "Trần Văn Bình"},
		{"- Lưu: VT.\nGIÁM ĐỐC\nQaơ Ảnh Tuấn\n", "GIÁM ĐỐC", ""},
		{"- Lưu: VT.\nDANH SACH CO QUAN THAM GIA HOI DONG\n1. Bộ Tài chính;\n", "", ""},
		/* the name on the last line of a list whose heading was lost */
		{"Trần Văn Bình\n", "", "Trần Văn Bình"},
		{"- Lưu: VT.\n| KT. GIÁM ĐỐC |\n", "", ""},
	};

	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		char text[1024];
		const reading *r;

		(void)snprintf(
			text, sizeof text,
			"CONG HOA XA HOI CHU NGHIA VIET NAM\nTHÔNG BÁO\nVề việc nghỉ lễ\n\nThực hiện Kế "
			"hoạch công tác, Văn phòng thông báo như sau: nghỉ từ ngày mai./.\n\n%s- Phòng Kế "
			"toán;\n- Phòng Tổ chức;\n- Như trên;\n%s",
			i == 4 ? "" : "Nơi nhận:\n", cases[i].bottom);
		r = read_text(text);
		assert_slice(r->signature.post, cases[i].post);
		assert_slice(r->signature.name, cases[i].name);
	}
}

/* Nobody signs for himself. */
static void a_scan_that_lost_the_deputy_knows_no_post(void **st)
{
	const reading *r = read_text(
		"CONG HOA XA HOI CHU NGHIA VIET NAM\nTHÔNG BÁO\nVề việc nghỉ lễ\n\n"
		"Thực hiện Kế hoạch công tác, Văn phòng thông báo như sau: nghỉ từ ngày "
		"mai./.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nKT. CỤC TRƯỞNG\n"
		"CỤC TRƯỞNG\n");

	(void)st;
	assert_slice(r->signature.authority.p[0], "KT. CỤC TRƯỞNG");
	assert_slice(r->signature.post, "");
}

static void a_signature_is_found_without_its_usual_signs(void **st)
{
	const reading *r = read_text(
		"Số: 7/SYT-VP\nV/v báo cáo\n\nKính gửi: Các bệnh viện.\n\nSở Y tế đề nghị các bệnh viện "
		"báo cáo trước ngày 12/5/2026\nTrân trọng đề nghị./\n- Như trên;\n- Lưu: VT.\n"
		"GIÁM ĐỐC\n(đã ký)\nTrần Văn Bình\n");

	(void)st;
	assert_slice(r->signature.post, "GIÁM ĐỐC");
	assert_slice(r->signature.name, "Trần Văn Bình");
	assert_int_equal(r->recipients.n, 2);
}

/* As a page of the web has it. */
static void a_signature_may_be_in_small_letters_or_on_one_line(void **st)
{
	static const char *const bottoms[] = {"KT. Hiệu trưởng\nGiám đốc\n(Đã ký)\nTrần Văn Bình\n",
	                                      "Giám đốc\nTrần Văn Bình\n"};
	const signature *g = &read_text(TEXT("GIÁM ĐỐC Trần Văn Bình (Đã ký)\n"))->signature;

	(void)st;
	assert_slice(g->post, "GIÁM ĐỐC");
	assert_slice(g->name, "Trần Văn Bình");
	for (size_t i = 0; i < ARRAY_LEN(bottoms); i++) {
		char text[512];

		(void)snprintf(text, sizeof text, TEXT("%s"), bottoms[i]);
		g = &read_text(text)->signature;
		assert_slice(g->post, "Giám đốc");
		assert_slice(g->name, "Trần Văn Bình");
	}
}

/* A scan gives such lines; however many stand before, nobody is written past the list. */
static void a_name_may_stand_two_blanks_behind_the_recipients(void **st)
{
	static const char *const bottoms[] = {
		"Nơi nhận:                                KT. GIÁM ĐỐC\n"
		"- Như trên;                              PHÓ GIÁM ĐỐC\n"
		"- Tổng công ty Đầu tư phát triển A;\n"
		"- Tổng công ty Phát triển đường cao tốc  Trần Văn Bình\nViệt Nam;\n- Lưu: VT.\n",
		"Nơi nhận:  PHÓ GIÁM ĐỐC\n- Như trên;\n- Lưu: VT;  Trần Văn Bình\n",
	};

	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(bottoms); i++) {
		char text[1024];
		const signature *g;

		(void)snprintf(text, sizeof text, TEXT("%s"), bottoms[i]);
		g = &read_text(text)->signature;
		assert_slice(g->name, "Trần Văn Bình");
		assert_slice(g->post, "PHÓ GIÁM ĐỐC");
	}
}

static void an_item_of_marks_alone_is_nobody(void **st)
{
	static const char *const marks[] = {"- \"", "- \";", "- \"; (", "- \" \";-",
	                                    "- \";(để b/c)"};

	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(marks); i++)
		for (uint32_t before = 0; before < 40; before++) {
			char text[4096];
			strbuf b;

			strbuf_init(&b, NULL, sizeof text - 1);
			strbuf_put(&b, S("Nơi nhận:\n"));
			for (uint32_t k = 0; k < before; k++)
				strbuf_put(&b, S("- Sở Nội vụ;\n"));
			strbuf_put(&b, slice_c(marks[i]));
			(void)snprintf(text, sizeof text,
			               TEXT("%.*s\n\nGIÁM ĐỐC\n\nTrần Văn Bình\n"), (int)b.n, b.p);
			strbuf_done(&b);
			assert_int_equal(read_text(text)->recipients.n, before);
		}
}

static void a_field_above_the_text_may_say_who_signed(void **st)
{
	const reading *r = read_text(
		"THÔNG BÁO Về việc tháo dỡ băng rôn\n\nNgười ký văn bản:\n\n"
		"Phạm Đình Nam - Phó Chủ tịch UBND phường Hoa Lư\n\nNội dung thông "
		"báo:\n\nThực hiện kế hoạch, UBND phường Hoa Lư đề nghị các tổ dân "
		"phố tháo dỡ băng rôn.\n");

	(void)st;
	assert_slice(r->signature.name, "Phạm Đình Nam");
	assert_slice(r->signature.post, "Phó Chủ tịch UBND phường Hoa Lư");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(authorities_posts_and_name_come_in_order),
		cmocka_unit_test(recipients_keep_their_words_and_say_what_for),
		cmocka_unit_test(recipients_may_run_on_behind_their_heading),
		cmocka_unit_test(recipients_without_their_heading_end_where_it_is_filed),
		cmocka_unit_test(the_archive_gives_unit_and_drafter),
		cmocka_unit_test(of_a_scan_the_signers_part_is_no_recipient),
		cmocka_unit_test(of_a_scan_only_posts_and_names_sign),
		cmocka_unit_test(a_scan_that_lost_the_deputy_knows_no_post),
		cmocka_unit_test(a_note_and_a_path_are_no_recipients),
		cmocka_unit_test(a_signature_is_found_without_its_usual_signs),
		cmocka_unit_test(a_signature_may_be_in_small_letters_or_on_one_line),
		cmocka_unit_test(a_name_may_stand_two_blanks_behind_the_recipients),
		cmocka_unit_test(an_item_of_marks_alone_is_nobody),
		cmocka_unit_test(a_field_above_the_text_may_say_who_signed),
	};

	return cmocka_run_group_tests_name("signature", tests, read_start, read_done);
}
