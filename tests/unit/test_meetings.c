/*
 * test_meetings.c - what is called, when, where, by whom and for whom, and what was held.
 */
#include "read_text.h"

#define CALL(parts)                                                                                \
	"GIẤY MỜI\nDự họp công tác tháng 6\n\nSở Y tế tổ chức họp với nội dung như sau:\n" parts   \
	"Trân trọng kính mời các đồng chí dự họp./.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\n"     \
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
		{"2. Thời gian: 1/2 ngày, từ 14 giờ 00 ngày 20/4/2026 (thứ Hai).",
	         "2026-04-20T14:00", "", "P0.5D"},
		{"2. Thời gian ngày 22/10/2017, bắt đầu lúc 14 giờ.", "2017-10-22T14:00", "", ""},
		{"2. Thời gian: Một ngày, ngày 12/12/2017. Khai mạc vào lúc 08 giờ.",
	         "2017-12-12T08:00", "", "P1D"},
		{"2. Thời gian ngày 25-27/12/2017, bắt đầu lúc 07 giờ 30 phút ngày 25/12/2017.",
	         "2017-12-25T07:30", "2017-12-27", ""},
		{"2. Thời gian: Từ 14h00 thứ Ba, ngày 16/6/2026.", "2026-06-16T14:00", "", ""},
		{"2. Thời gian: 01 buổi, từ 14h00 đến 17h00 ngày 12/9/2017", "2017-09-12T14:00",
	         "2017-09-12T17:00", "P0.5D"},
		{"2. Thời gian: vào lúc 08 giờ, ngày 22/01/2018.", "2018-01-22T08:00", "", ""},
		{"2. Thời gian: Khai mạc 8h00 ngày 22/10/2017, bế mạc lúc 11h30 ngày 22/10/2017.",
	         "2017-10-22T08:00", "2017-10-22T11:30", ""},
		{"2. Thời gian: Bắt đầu 14h00, kết thúc lúc 17h00 ngày 12/9/2017",
	         "2017-09-12T14:00", "2017-09-12T17:00", ""},
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
	const meeting *m = only(
		read_text(CALL("Cuộc họp do đồng chí Lê Thị Hoa - Giám đốc Sở Y tế chủ "
	                       "trì.\nThời gian: 8h00 ngày 03/6/2026.\n")));
	const meeting *k = only(read_text(CALL("1. Chủ trì: Lãnh đạo Sở Y tế.\n"
	                                       "2. Thời gian: 8h00 ngày 03/6/2026.\n")));

	(void)st;
	assert_slice(m->chair.text, "đồng chí Lê Thị Hoa - Giám đốc Sở Y tế");
	assert_slice(m->chair.name, "Lê Thị Hoa");
	assert_slice(k->chair.text, "Lãnh đạo Sở Y tế");
	assert_slice(k->chair.agency, "SYT");
	m = only(
		read_text(CALL("Giám đốc Sở Y tế Lê Thị Hoa triệu tập và chủ trì cuộc họp bàn giải "
	                       "pháp, cụ thể:\nThời gian: 8h00 ngày 03/6/2026.\n")));
	assert_slice(m->chair.text, "Giám đốc Sở Y tế Lê Thị Hoa");
}

static void agenda_line_checks_and_speeches(void **st)
{
	const meeting *m = only(read_text(CALL(
		"1. Thời gian: 14 giờ 00 ngày 29/9/2026.\n2. Địa điểm: Hội trường.\n"
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
	const meeting *m = only(
		read_text("V/v hoãn cuộc họp về giải phóng mặt bằng\n\nKính gửi: Sở Xây "
	                  "dựng.\n\nUBND tỉnh thông báo hoãn cuộc họp lúc 14 giờ 00 ngày "
	                  "06/5/2026.\n"));

	(void)st;
	assert_int_equal(m->status, MEETING_POSTPONED);
	assert_slice(m->start, "2026-05-06T14:00");
}

static void a_past_meeting_in_a_letter_is_none(void **st)
{
	const reading *r = read_text(
		"V/v triển khai thỏa thuận\n\nKính gửi: Sở Tài chính.\n\nNgày 17 tháng 11 "
		"năm 2025, tại Trụ sở UBND tỉnh, Chủ tịch UBND tỉnh đã tiếp đoàn công "
		"tác. Giao Sở Tài chính báo cáo UBND tỉnh trước ngày 30/11/2025./.\n");

	(void)st;
	assert_int_equal(r->meetings.n, 0);
}

#define CALENDAR(kind, title, parts)                                                               \
	"UBND TỈNH A\nSố: 5/CTr-UBND\n\n" kind "\n" title "\n\n" parts                             \
	"\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nCHÁNH VĂN PHÒNG\n\nTrần Văn Bình\n"

static void a_programme_of_a_month_lists_meetings(void **st)
{
	const reading *r = read_text(CALENDAR(
		"CHƯƠNG TRÌNH", "Công tác tháng 3 năm 2027 của Ủy ban nhân dân tỉnh",
		"I. NỘI DUNG TRÌNH\n\n1. Sở Tài chính trình dự toán trước ngày 20/3/2027.\n\n"
		"II. HỘI NGHỊ, CUỘC HỌP\n\n"
		"1. Từ 8 giờ 00 ngày 08/3/2027 (thứ Hai): Hội nghị bàn về cấp nước sạch tại Hội trường "
		"Sở Xây dựng. Đồng chí Chủ tịch UBND tỉnh chủ trì. Sở Xây dựng chủ trì, phối hợp với Sở "
		"Tài chính chuẩn bị nội dung trước ngày 05/3/2027.\n\n"
		"2. Từ 14 giờ 30 đến 16 giờ 30 ngày 10/3/2027: Phó Chủ tịch UBND tỉnh Lê Thị Hoa làm việc "
		"với Sở Nội vụ về biên chế.\n\n"
		"3. Từ 8 giờ 00 ngày 12/3/2027: Hội nghị trực tuyến về dịch vụ công trực tuyến.\n\n"
		"4. Từ 9 giờ 00 ngày 15/3/2027: Họp thẩm định giá dịch vụ công trực tuyến tại cấp xã.\n"));
	const meeting *m = (const meeting *)r->meetings.p;

	(void)st;
	assert_int_equal(r->meetings.n, 4);
	assert_slice(m[0].start, "2027-03-08T08:00");
	assert_int_equal(m[0].status, MEETING_CALLED);
	assert_int_equal(m[0].weekday_stated, 0);
	assert_slice(m[0].chair.text, "Đồng chí Chủ tịch UBND tỉnh");
	assert_slice(m[0].places.p[0].text, "Hội trường Sở Xây dựng");
	assert_int_equal(m[0].mode, MODE_ON_SITE);
	assert_slice(m[1].start, "2027-03-10T14:30");
	assert_slice(m[1].end, "2027-03-10T16:30");
	assert_slice(m[1].chair.name, "Lê Thị Hoa");
	assert_slice(m[1].participants.p[0].agency, "SNV");
	assert_int_equal(m[2].mode, MODE_ONLINE);
	assert_int_equal(m[2].chair.at.len, 0);
	assert_int_equal(m[3].mode, MODE_NOT_STATED);
	assert_int_equal(m[3].places.n, 0);
}

static void a_week_lists_hours_under_its_days(void **st)
{
	const reading *r = read_text(CALENDAR(
		"LỊCH CÔNG TÁC", "Tuần 10 năm 2027",
		"Thứ Hai, ngày 08/3/2027\n\n- 8 giờ 00: Họp giao ban tại Phòng họp tầng 2.\n\n"
		"- 14 giờ 00: Chủ tịch UBND tỉnh làm việc tại cơ quan.\n\n"
		"Thứ Ba, ngày 09/3/2027\n\n- 9 giờ 30: Hội nghị tổng kết (Giám đốc Sở Y tế chủ trì).\n"));
	const meeting *m = (const meeting *)r->meetings.p;

	(void)st;
	assert_int_equal(r->meetings.n, 2);
	assert_slice(m[0].start, "2027-03-08T08:00");
	assert_int_equal(m[0].weekday_stated, 0);
	assert_slice(m[0].places.p[0].text, "Phòng họp tầng 2");
	assert_slice(m[1].start, "2027-03-09T09:30");
	assert_slice(m[1].chair.text, "Giám đốc Sở Y tế");
}

static void a_calendar_may_be_a_table(void **st)
{
	const reading *r = read_text(CALENDAR(
		"LỊCH CÔNG TÁC", "Tuần 10 năm 2027",
		"| Thời gian | Nội dung | Chủ trì | Địa điểm |\n| --- | --- | --- | --- |\n"
		"| 8 giờ 00 ngày 08/3/2027 | Họp bàn về cấp nước | Giám đốc Sở Xây dựng | Phòng họp số 1 |\n"
		"| 14 giờ 00 ngày 09/3/2027 | Hội nghị trực tuyến về y tế | Giám đốc Sở Y tế | |\n"));
	const meeting *m = (const meeting *)r->meetings.p;

	(void)st;
	assert_int_equal(r->meetings.n, 2);
	assert_slice(m[0].start, "2027-03-08T08:00");
	assert_slice(m[0].chair.text, "Giám đốc Sở Xây dựng");
	assert_slice(m[0].places.p[0].text, "Phòng họp số 1");
	assert_slice(m[1].start, "2027-03-09T14:00");
	assert_int_equal(m[1].mode, MODE_ONLINE);
}

/* A cell may hold the hours of a day; a day by which something is due is none of a meeting. */
static void a_cell_may_hold_several_and_a_limit_none(void **st)
{
	const reading *r = read_text(CALENDAR(
		"LỊCH CÔNG TÁC", "Tuần 10 năm 2027",
		"| Ngày | Nội dung |\n| --- | --- |\n"
		"| Thứ Hai, ngày 08/3/2027 | 8h00: Họp bàn về cấp nước. Chủ trì: Giám đốc Sở Xây dựng."
		"<br>14h00: Hội nghị về y tế, Giám đốc Sở Y tế chủ trì |\n"));
	const reading *due = read_text(
		CALENDAR("CHƯƠNG TRÌNH CÔNG TÁC", "Tháng 3 năm 2027",
	                 "| Thời gian trình | Nội dung |\n| --- | --- |\n"
	                 "| 8 giờ 00 ngày 08/3/2027 | Hội nghị về cấp nước |\n"));
	const meeting *m = (const meeting *)r->meetings.p;

	(void)st;
	assert_int_equal(r->meetings.n, 2);
	assert_slice(m[0].start, "2027-03-08T08:00");
	assert_slice(m[0].chair.text, "Giám đốc Sở Xây dựng");
	assert_slice(m[1].start, "2027-03-08T14:00");
	assert_slice(m[1].chair.text, "Giám đốc Sở Y tế");
	assert_int_equal(due->meetings.n, 0);
}

/* "Địa điểm, thành phần" heads a list of sites, each with its people. */
static void sites_have_their_people(void **st)
{
	const meeting *m = only(read_text(CALL(
		"1. Thời gian: 14 giờ 00, ngày 29/9/2026.\n2. Địa điểm, thành phần:\n"
		"2.1. Tại điểm cầu Phòng họp số 1\n- Đại diện lãnh đạo Sở Nội vụ;\n"
		"2.2. Tại Hội trường các xã: Phòng họp trực tuyến\n- Chủ tịch UBND xã, phường.\n")));

	(void)st;
	assert_int_equal(m->places.n, 2);
	assert_slice(m->places.p[0].text, "Phòng họp số 1");
	assert_slice(m->places.p[1].site, "Hội trường các xã");
	assert_int_equal(m->participants.n, 2);
	assert_slice(m->participants.p[0].site, "điểm cầu Phòng họp số 1");
}

static void sessions_have_places_of_their_own(void **st)
{
	const reading *r = read_text(
		CALL("2. Thời gian: 01 ngày, thứ Năm, ngày 10/6/2027\n"
	             "- Buổi sáng: từ 7 giờ 30 phút ngày 10/6/2027, khảo sát tại xã Hữu Lũng;\n"
	             "- Buổi chiều: từ 14 giờ 00 phút ngày 10/6/2027, họp tại Hội trường Sở Y tế.\n"
	             "3. Nội dung: Công tác dân số.\n"));
	const reading *one = read_text(CALL(
		"2. Thời gian: buổi sáng từ 8 giờ 00 ngày 10/6/2027; buổi chiều từ 14 giờ 00 ngày "
		"10/6/2027.\n3. Địa điểm: Hội trường Sở Y tế.\n"));

	/* Nothing says "Thời gian": the items below the sentence that invites. */
	const reading *held = read_text(
		CALL("UBND phường kính mời cử tri dự hội nghị tiếp xúc tại các nơi sau:\n"
	             "1. Đơn vị số 1: 18 giờ 00 ngày 03/6/2027 (thứ Năm), tại Nhà Văn hóa "
	             "khu vực 2.\n2. Đơn vị số 2: 8 giờ 00 ngày 05/6/2027, tại Trường A.\n"));

	(void)st;
	assert_int_equal(held->meetings.n, 2);
	assert_slice(held->meetings.p[0].start, "2027-06-03T18:00");
	assert_slice(held->meetings.p[1].start, "2027-06-05T08:00");
	assert_slice(held->meetings.p[1].places.p[0].text, "Trường A");
	assert_int_equal(r->meetings.n, 2);
	assert_slice(r->meetings.p[0].start, "2027-06-10T07:30");
	assert_slice(r->meetings.p[0].places.p[0].text, "xã Hữu Lũng");
	assert_slice(r->meetings.p[1].start, "2027-06-10T14:00");
	assert_slice(r->meetings.p[1].places.p[0].text, "Hội trường Sở Y tế");
	assert_int_equal(r->meetings.p[1].places.n, 1);
	assert_int_equal(r->meetings.p[1].weekday_stated, 3);
	assert_int_equal(one->meetings.n, 2);
	assert_slice(one->meetings.p[1].start, "2027-06-10T14:00");
	assert_slice(one->meetings.p[1].places.p[0].text, "Hội trường Sở Y tế");
}

static void a_test_of_the_line_is_no_session(void **st)
{
	static const char *const tests[] = {
		"Thời gian kiểm tra, chạy thử đường truyền: lần 1 từ 09 giờ 00 ngày 28/9/2026; lần 2 "
		"từ 14 giờ 30 ngày 28/9/2026.\n",
		"- Thời gian thử đường truyền: 09 giờ 00 ngày 28/9/2026 và 14 giờ 30 ngày 28/9/2026.\n",
		"4. Thời gian chạy thử đường truyền:\n- Lần 1: 09 giờ 00 ngày 28/9/2026;\n"
		"- Lần 2: 14 giờ 30 ngày 28/9/2026.\n",
	};

	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(tests); i++) {
		char text[1024];
		const meeting *m;

		(void)snprintf(text, sizeof text,
		               CALL("2. Thời gian: 14 giờ 00 ngày 29/9/2026.\n3. Địa điểm: Hội "
		                    "trường.\n%s"),
		               tests[i]);
		m = only(read_text(text));
		assert_slice(m->start, "2026-09-29T14:00");
		assert_int_equal(m->line_checks.n, 2);
		assert_slice(m->line_checks.p[0], "2026-09-28T09:00");
		assert_slice(m->line_checks.p[1], "2026-09-28T14:30");
	}
}

static void days_of_the_week_stand_in_the_week_of_the_title(void **st)
{
	const reading *r = read_text(
		"LỊCH CÔNG TÁC TUẦN\n(Từ ngày 08/3/2027 đến ngày 12/3/2027)\n\nThứ Hai\n"
		"- 7h30: Giao ban lãnh đạo.\n\nThứ Tư:\n- 14 giờ 00: Họp thẩm định quy hoạch.\n");
	const reading *open = read_text("LỊCH CÔNG TÁC TUẦN\n\nThứ Hai\n- 7h30: Giao ban.\n");

	(void)st;
	assert_int_equal(r->meetings.n, 2);
	assert_slice(r->meetings.p[0].start, "2027-03-08T07:30");
	assert_slice(r->meetings.p[1].start, "2027-03-10T14:00");
	assert_int_equal(open->meetings.n, 0);
}

static void a_heading_of_time_and_place_holds_sessions(void **st)
{
	const reading *r = read_text(
		CALL("I. THÀNH PHẦN\n- Đồng chí Lê Văn Minh, Phó Giám đốc Sở\n- Chủ trì cuộc họp;\n"
	             "- Lãnh đạo Sở Xây dựng.\nII. THỜI GIAN, ĐỊA ĐIỂM\n"
	             "1. Buổi thứ nhất: từ 7h30 ngày 10/6/2026 (thứ Tư), tại xã Tân Văn.\n"
	             "2. Buổi thứ hai: tại Phòng họp A, từ 8h00 đến 11h30, thứ Sáu, ngày "
	             "12/6/2026.\n"));

	(void)st;
	assert_int_equal(r->meetings.n, 2);
	assert_slice(r->meetings.p[0].start, "2026-06-10T07:30");
	assert_int_equal(r->meetings.p[0].weekday_stated, 2);
	assert_slice(r->meetings.p[0].chair.text, "Đồng chí Lê Văn Minh, Phó Giám đốc Sở");
	assert_slice(r->meetings.p[1].start, "2026-06-12T08:00");
	assert_slice(r->meetings.p[1].end, "2026-06-12T11:30");
	assert_int_equal(r->meetings.p[1].weekday_stated, 4);
	assert_slice(r->meetings.p[1].places.p[0].text, "Phòng họp A");
}

static void who_chairs_a_site_does_not_chair_the_meeting(void **st)
{
	const meeting *m = only(
		read_text(CALL("1. Thời gian: 8h00 ngày 03/6/2026.\n2. Thành phần:\n"
	                       "- Đồng chí Giám đốc Sở chủ trì Hội nghị (trân trọng kính mời);\n"
	                       "- Chủ tịch UBND xã (chủ trì tại điểm cầu).\n")));

	(void)st;
	assert_slice(m->chair.text, "Đồng chí Giám đốc Sở");
	assert_int_equal(m->participants.n, 1);
}

static void sessions_may_share_the_day_of_their_heading(void **st)
{
	const reading *r = read_text(
		CALL("3. Thời gian, địa điểm: thứ Năm, ngày 10/6/2027, gồm hai phần:\n"
	             "a) Khảo sát: 07 giờ 30, tại sân trụ sở UBND xã;\n"
	             "b) Họp: từ 14 giờ 00 đến 16 giờ 30, tại hội trường UBND xã.\n"
	             "4. Thành phần:\n- Giám đốc Sở Xây dựng.\n"));

	/* Nothing says "Thời gian": the items below the sentence that invites. */
	const reading *held = read_text(
		CALL("UBND phường kính mời cử tri dự hội nghị tiếp xúc tại các nơi sau:\n"
	             "1. Đơn vị số 1: 18 giờ 00 ngày 03/6/2027 (thứ Năm), tại Nhà Văn hóa "
	             "khu vực 2.\n2. Đơn vị số 2: 8 giờ 00 ngày 05/6/2027, tại Trường A.\n"));

	(void)st;
	assert_int_equal(held->meetings.n, 2);
	assert_slice(held->meetings.p[0].start, "2027-06-03T18:00");
	assert_slice(held->meetings.p[1].start, "2027-06-05T08:00");
	assert_slice(held->meetings.p[1].places.p[0].text, "Trường A");
	assert_int_equal(r->meetings.n, 2);
	assert_slice(r->meetings.p[0].start, "2027-06-10T07:30");
	assert_slice(r->meetings.p[1].start, "2027-06-10T14:00");
	assert_slice(r->meetings.p[1].end, "2027-06-10T16:30");
}

static void an_entry_may_say_from_hour_to_hour(void **st)
{
	const reading *r = read_text(
		"LỊCH CÔNG TÁC TUẦN\n\nTHỨ TƯ (10/3/2027)\n"
		"- 09 giờ 00: Chủ tịch UBND tỉnh chủ trì họp, tại phòng họp số 1.\n"
		"- 14 giờ 00 - 17 giờ 00: Phó Chủ tịch UBND tỉnh chủ trì họp, tại "
		"phòng họp số 2.\n");

	(void)st;
	assert_int_equal(r->meetings.n, 2);
	assert_slice(r->meetings.p[1].start, "2027-03-10T14:00");
	assert_slice(r->meetings.p[1].end, "2027-03-10T17:00");
}

static void hours_wait_for_their_day(void **st)
{
	const meeting *m = only(
		read_text(CALL("1. Thời gian:\n- Từ 8h00 đến 11h30;\n- Thứ Năm, ngày 10/6/2027.\n"
	                       "2. Địa điểm: Hội trường A.\n")));
	const meeting *none = only(
		read_text(CALL("1. Thời gian: từ 8h00 đến 11h30.\n2. Địa điểm: Hội trường A.\n")));

	(void)st;
	assert_slice(m->start, "2027-06-10T08:00");
	assert_slice(m->end, "2027-06-10T11:30");
	assert_int_equal(none->start.n + none->end.n, 0);
	m = only(read_text(CALL("I. Thời gian\nNgày 20/5/2027 (thứ Năm), từ 8h00 - 11h30.\n"
	                        "II. Địa điểm\nHội trường A.\n")));
	assert_slice(m->start, "2027-05-20T08:00");
	assert_slice(m->end, "2027-05-20T11:30");
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
		cmocka_unit_test(a_programme_of_a_month_lists_meetings),
		cmocka_unit_test(a_week_lists_hours_under_its_days),
		cmocka_unit_test(a_calendar_may_be_a_table),
		cmocka_unit_test(a_cell_may_hold_several_and_a_limit_none),
		cmocka_unit_test(sites_have_their_people),
		cmocka_unit_test(sessions_have_places_of_their_own),
		cmocka_unit_test(a_test_of_the_line_is_no_session),
		cmocka_unit_test(days_of_the_week_stand_in_the_week_of_the_title),
		cmocka_unit_test(a_heading_of_time_and_place_holds_sessions),
		cmocka_unit_test(who_chairs_a_site_does_not_chair_the_meeting),
		cmocka_unit_test(sessions_may_share_the_day_of_their_heading),
		cmocka_unit_test(an_entry_may_say_from_hour_to_hour),
		cmocka_unit_test(hours_wait_for_their_day),
	};

	return cmocka_run_group_tests_name("meetings", tests, read_start, read_done);
}
