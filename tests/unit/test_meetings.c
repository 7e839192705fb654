/*
 * test_meetings.c - what is called, when, where, by whom and for whom; what was held
 * and what was put off.
 */
#include "read_text.h"

#define CALL(parts)                                                                                \
	"GIẤY MỜI\nDự họp công tác tháng 6\n\nSở Y tế tổ chức họp với nội dung như sau:\n" parts          \
	"Trân trọng kính mời các đồng chí dự họp./.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\n"           \
	"GIÁM ĐỐC\n\nTrần Văn Bình\n"

static const meeting *only(const reading *r)
{
	assert_int_equal(r->meetings.n, 1);
	return (const meeting *)r->meetings.p;
}

static void the_time_is_put_together_from_its_part(void **st)
{
	static const struct {
		const char *time, *start, *end, *duration;
	} cases[] = {
		{"2. Thời gian: 1/2 ngày, từ 14 giờ 00 ngày 20/4/2026 (thứ Hai).", "2026-04-20T14:00", "",
		 "P0.5D"},
		{"2. Thời gian ngày 22/10/2017, bắt đầu lúc 14 giờ.", "2017-10-22T14:00", "", ""},
		{"2. Thời gian: Một ngày, ngày 12/12/2017. Khai mạc vào lúc 08 giờ.", "2017-12-12T08:00",
		 "", "P1D"},
		{"2. Thời gian ngày 25-27/12/2017, bắt đầu lúc 07 giờ 30 phút ngày 25/12/2017.",
		 "2017-12-25T07:30", "2017-12-27", ""},
		{"2. Thời gian: Từ 14h00 thứ Ba, ngày 16/6/2026.", "2026-06-16T14:00", "", ""},
		{"2. Thời gian: 01 buổi, từ 14h00 đến 17h00 ngày 12/9/2017", "2017-09-12T14:00",
		 "2017-09-12T17:00", "P0.5D"},
		{"2. Thời gian: vào lúc 08 giờ, ngày 22/01/2018.", "2018-01-22T08:00", "", ""},
	};

	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		char text[1024];
		const meeting *m;

		(void)snprintf(text, sizeof text, CALL("%s\n3. Địa điểm: Hội trường Sở Y tế.\n"),
		               cases[i].time);
		m = only(read_text(text));
		assert_slice(m->start, cases[i].start);
		assert_slice(m->end, cases[i].end);
		assert_slice(m->duration, cases[i].duration);
		assert_int_equal(m->status, MEETING_CALLED);
		assert_slice(m->places.p[0].text, "Hội trường Sở Y tế");
		assert_int_equal(m->mode, MODE_ON_SITE);
	}
}

static void two_parts_of_a_day_are_two_sessions(void **st)
{
	const reading *r = read_text(CALL("Thời gian:\n- Buổi sáng: từ 8 giờ 00 ngày 03/6/2026;\n"
	                                  "- Buổi chiều: từ 14 giờ 00 ngày 03/6/2026.\n"
	                                  "Địa điểm: Hội trường.\n"));

	(void)st;
	assert_int_equal(r->meetings.n, 2);
	assert_slice(r->meetings.p[0].start, "2026-06-03T08:00");
	assert_slice(r->meetings.p[1].start, "2026-06-03T14:00");
}

static void people_have_rank_site_and_who_invites_them(void **st)
{
	const meeting *m = only(read_text(
		CALL("1. Thành phần\n"
	             "a) Cấp tỉnh: tại phòng họp tầng 4\n"
	             "- Đồng chí Lê Thị Hoa, Phó Chủ tịch UBND tỉnh - Chủ trì;\n"
	             "- Đại diện lãnh đạo Sở Nội vụ (có giấy mời riêng);\n"
	             "- Thủ trưởng các sở, ngành: Tài chính, Văn hóa, Thể thao và Du lịch;\n"
	             "b) Cấp xã: tại phòng họp trực tuyến các xã, phường, gồm:\n"
	             "- Chủ tịch UBND xã, phường;\n"
	             "- Đại diện các đoàn thể (do UBND xã, phường mời).\n"
	             "2. Thời gian: 14 giờ 00, ngày 29/9/2026.\n")));
	const actors *p = (const actors *)&m->participants;

	(void)st;
	assert_slice(m->chair.name, "Lê Thị Hoa");
	assert_int_equal(p->n, 5);
	assert_slice(p->p[0].agency, "SNV");
	assert_int_equal(p->p[0].rank, RANK_REPRESENTATIVE);
	assert_slice(p->p[0].note, "có giấy mời riêng");
	assert_slice(p->p[0].site, "Cấp tỉnh");
	assert_slice(p->p[1].agency, "STC");
	assert_int_equal(p->p[1].rank, RANK_HEAD);
	assert_slice(p->p[2].agency, "SVHTTDL");
	assert_slice(p->p[3].group, "UBNDXA");
	assert_slice(p->p[4].invited_by, "UBND xã, phường");
	assert_slice(p->p[4].site, "Cấp xã");
	assert_int_equal(m->places.n, 2);
	assert_slice(m->places.p[0].text, "tại phòng họp tầng 4");
	assert_int_equal(m->mode, MODE_HYBRID);
}

static void a_chair_may_stand_in_a_sentence_or_a_part(void **st)
{
	const meeting *m = only(read_text(CALL("Cuộc họp do đồng chí Lê Thị Hoa - Giám đốc Sở Y tế chủ "
	                                       "trì.\nThời gian: 8h00 ngày 03/6/2026.\n")));
	const meeting *k = only(read_text(CALL("1. Chủ trì: Lãnh đạo Sở Y tế.\n"
	                                       "2. Thời gian: 8h00 ngày 03/6/2026.\n")));

	(void)st;
	assert_slice(m->chair.text, "đồng chí Lê Thị Hoa - Giám đốc Sở Y tế");
	assert_slice(m->chair.name, "Lê Thị Hoa");
	assert_slice(k->chair.text, "Lãnh đạo Sở Y tế");
	assert_slice(k->chair.agency, "SYT");
}

static void agenda_line_checks_and_speeches(void **st)
{
	const meeting *m = only(read_text(
		CALL("1. Thời gian: 14 giờ 00 ngày 29/9/2026.\n2. Địa điểm: Hội trường.\n"
	             "3. Nội dung:\n- Báo cáo kết quả;\n- Thảo luận.\n4. Tổ chức thực hiện\n"
	             "- UBND các xã chuẩn bị báo cáo (thời gian không quá 7 phút).\n"
	             "- Thời gian kiểm tra, chạy thử đường truyền từ 10 giờ ngày 29/9/2026 và thử lại từ 13 "
	             "giờ ngày 29/9/2026.\n")));

	(void)st;
	assert_int_equal(m->agenda.n, 2);
	assert_slice(m->agenda.p[0].text, "Báo cáo kết quả");
	assert_int_equal(m->line_checks.n, 2);
	assert_slice(m->line_checks.p[0], "2026-09-29T10:00");
	assert_slice(m->line_checks.p[1], "2026-09-29T13:00");
	assert_slice(m->speech_limit, "PT7M");
}

static void a_letter_may_call_in_one_sentence(void **st)
{
	const meeting *m = only(read_text(
		"V/v mời họp thẩm định\n\nKính gửi: Sở Xây dựng.\n\nSở Tài chính kính mời lãnh đạo cơ quan dự họp "
		"vào lúc 08 giờ 30 phút ngày 14/7/2026 tại Phòng họp tầng 2.\nĐề nghị gửi hồ sơ trước ngày "
		"10/7/2026./.\n"));

	(void)st;
	assert_slice(m->start, "2026-07-14T08:30");
	assert_slice(m->places.p[0].text, "tại Phòng họp tầng 2");
}

static void a_conclusion_tells_of_a_meeting_held(void **st)
{
	const meeting *m = only(read_text(
		"THÔNG BÁO\nKết luận của Chủ tịch UBND tỉnh tại cuộc họp tháng 4\n\nNgày 20 tháng 4 năm 2026, tại "
		"Hội trường tỉnh, Chủ tịch UBND tỉnh đã tổ chức cuộc họp. Tham dự có đồng chí Lê Văn Bình, Chủ "
		"tịch UBND tỉnh, chủ trì cuộc họp; đại diện lãnh đạo các sở: Tài chính, Nội vụ.\n1. Giao Sở Nội "
		"vụ trình kế hoạch.\n"));

	(void)st;
	assert_int_equal(m->status, MEETING_HELD);
	assert_slice(m->start, "2026-04-20");
	assert_slice(m->chair.name, "Lê Văn Bình");
	assert_slice(m->places.p[0].text, "tại Hội trường tỉnh");
	assert_int_equal(m->participants.n, 2);
	assert_int_equal(m->participants.p[0].presence, PRESENCE_PRESENT);
}

static void a_meeting_may_be_put_off(void **st)
{
	const meeting *m = only(read_text("V/v hoãn cuộc họp về giải phóng mặt bằng\n\nKính gửi: Sở Xây "
	                                  "dựng.\n\nUBND tỉnh thông báo hoãn cuộc họp lúc 14 giờ 00 ngày "
	                                  "06/5/2026.\n"));

	(void)st;
	assert_int_equal(m->status, MEETING_POSTPONED);
	assert_slice(m->start, "2026-05-06T14:00");
}

static void a_past_meeting_in_a_letter_is_none(void **st)
{
	const reading *r = read_text("V/v triển khai thỏa thuận\n\nKính gửi: Sở Tài chính.\n\nNgày 17 tháng 11 "
	                             "năm 2025, tại Trụ sở UBND tỉnh, Chủ tịch UBND tỉnh đã tiếp đoàn công "
	                             "tác. Giao Sở Tài chính báo cáo UBND tỉnh trước ngày 30/11/2025./.\n");

	(void)st;
	assert_int_equal(r->meetings.n, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_time_is_put_together_from_its_part),
		cmocka_unit_test(two_parts_of_a_day_are_two_sessions),
		cmocka_unit_test(people_have_rank_site_and_who_invites_them),
		cmocka_unit_test(a_chair_may_stand_in_a_sentence_or_a_part),
		cmocka_unit_test(agenda_line_checks_and_speeches),
		cmocka_unit_test(a_letter_may_call_in_one_sentence),
		cmocka_unit_test(a_conclusion_tells_of_a_meeting_held),
		cmocka_unit_test(a_meeting_may_be_put_off),
		cmocka_unit_test(a_past_meeting_in_a_letter_is_none),
	};

	return cmocka_run_group_tests_name("meetings", tests, read_start, read_done);
}
