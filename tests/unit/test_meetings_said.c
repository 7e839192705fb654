/*
 * test_meetings_said.c - meetings that are called in sentences, lines and lists of a letter, without
 * a part of its own for the time; invented letters.
 */
#include "read_text.h"

#define LETTER(kind, body)                                                                         \
	"ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN\n\nSố: 12/" kind "-UBND\n\n"                               \
	"Lạng Sơn, ngày 20 tháng 4 năm 2026\n\n" body                                              \
	"\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nCHỦ TỊCH\n\nTrần Văn Bình\n"
#define CALL(body) LETTER("GM", "GIẤY MỜI\nDự họp\n\n" body)
#define NOTE(body)                                                                                 \
	LETTER("CV", "V/v triển khai công việc\n\nKính gửi: Các sở, ban, ngành tỉnh.\n\n" body)

/* The meetings called, a line each: when, and where. */
static slice called(const reading *r)
{
	slice all = {"", 0};

	for (uint32_t i = 0; i < r->meetings.n; i++) {
		const meeting *m = &r->meetings.p[i];
		slice where = m->places.n != 0 ? m->places.p[0].text : (slice){"", 0};

		if (m->status == MEETING_CALLED)
			all = arena_printf(&read_memory, "%.*s%.*s | %.*s\n", (int)all.n, all.p,
			                   (int)m->start.n, m->start.p, (int)where.n, where.p);
	}
	return all;
}

static void a_time_stands_in_a_line_or_a_sentence(void **st)
{
	(void)st;
	assert_slice(called(read_text(CALL("Kính mời: Các hộ kinh doanh chợ Giếng Vuông\n"
	                                   "Dự: Hội nghị đối thoại\n"
	                                   "Hồi: 19 giờ 30 phút, ngày 24 tháng 4 năm 2026\n"
	                                   "Tại: Nhà văn hóa khối 5\n"))),
	             "2026-04-24T19:30 | Nhà văn hóa khối 5\n");
	assert_slice(called(read_text(CALL("Kính gửi: Các sở.\n\nKính mời các đồng chí dự họp.\n"
	                                   "* Bắt đầu: 13h45, ngày 27/4/2026.\n"
	                                   "* Nơi họp: Hội trường tầng 1.\n"))),
	             "2026-04-27T13:45 | Hội trường tầng 1\n");
	assert_slice(
		called(read_text(CALL("Kính gửi: UBND các xã.\n\nKính mời đại diện UBND xã đến "
	                              "làm việc. Thời gian vào các ngày 21, 22/4/2026, mỗi ngày "
	                              "từ 7 giờ 30 phút.\n"))),
		"2026-04-21T07:30 | \n");
	assert_slice(
		called(read_text(CALL("Kính gửi: Các sở.\n\n1. Thời gian: 02 ngày "
	                              "(14-15/5/2026). Đón tiếp đại biểu: 7h00; khai mạc: 8h00 "
	                              "ngày 14/5/2026.\n2. Địa điểm: Hội trường lớn.\n"))),
		"2026-05-14T08:00 | Hội trường lớn\n");
}

static void a_list_calls_several(void **st)
{
	(void)st;
	assert_slice(
		called(read_text(CALL("Kính gửi: Các cơ quan.\n\nLịch họp cụ thể:\n"
	                              "Ngày 04/5/2026:\n- 8h00: Họp Tổ soạn thảo (Phòng họp 1).\n"
	                              "- 14h00: Họp Tổ biên tập (Phòng họp 2).\n"
	                              "Ngày 05/5/2026:\n- 9h00: Họp Hội đồng (Hội trường).\n"))),
		"2026-05-04T08:00 | Phòng họp 1\n2026-05-04T14:00 | Phòng họp 2\n"
		"2026-05-05T09:00 | Hội trường\n");
	assert_slice(
		called(read_text(CALL("Kính gửi: Các cơ quan.\n\nĐoàn công tác làm việc với tỉnh "
	                              "theo lịch trình:\n1. 8h30 - 10h30 ngày 05/5/2026: làm việc "
	                              "với UBND tỉnh tại Phòng khánh tiết.\n2. 14h00 - 16h00 "
	                              "ngày 05/5/2026: khảo sát cửa khẩu.\n"))),
		"2026-05-05T08:30 | Phòng khánh tiết\n2026-05-05T14:00 | \n");
}

static void a_letter_may_call_one_in_passing(void **st)
{
	(void)st;
	assert_slice(
		called(read_text(NOTE("UBND tỉnh dự kiến tổ chức buổi làm việc với doanh nghiệp "
	                              "lúc 9 giờ 00 ngày 12/5/2026 tại Trung tâm Hội nghị "
	                              "tỉnh.\n"))),
		"2026-05-12T09:00 | tại Trung tâm Hội nghị tỉnh\n");
	/* what another paper called, what somebody is told to hold, what was held */
	assert_slice(
		called(read_text(NOTE("Thực hiện Giấy mời số 33/GM-BTC ngày 15/4/2026 về việc dự "
	                              "họp trực tuyến lúc 14 giờ 00 ngày 22/4/2026 tại điểm cầu, "
	                              "giao Sở Tài chính dự họp.\n"))),
		"");
	assert_slice(called(read_text(NOTE("Giao Sở Nội vụ tổ chức hội nghị lúc 8 giờ 00 ngày "
	                                   "12/5/2026 tại Hội trường A.\n"))),
	             "");
	assert_slice(
		called(read_text(NOTE("Phiên họp tổ chức lúc 8h00 ngày 10/4/2026 tại Phòng họp số "
	                              "1 đã thống nhất phương án.\n"))),
		"");
}

static void classes_and_places_by_their_way(void **st)
{
	(void)st;
	assert_slice(
		called(read_text(CALL("Kính gửi: UBND các xã.\n\nSở mở hai lớp tập huấn:\n"
	                              "I. Lịch học\n"
	                              "Lớp 1 (12 xã phía Nam): khai mạc 7 giờ 30 phút, thứ Hai, "
	                              "ngày 04/5/2026 tại Hội trường Trường Chính trị.\n"
	                              "Lớp 2 (13 xã phía Bắc): khai mạc 13 giờ 30 phút, thứ "
	                              "Tư, ngày 06/5/2026 tại Nhà Văn hóa Lao động.\n"
	                              "II. Thành phần\n- Chủ tịch UBND các xã.\n"))),
		"2026-05-04T07:30 | Hội trường Trường Chính trị\n"
		"2026-05-06T13:30 | Nhà Văn hóa Lao động\n");
	assert_slice(
		called(read_text(CALL("1. Thời gian: 8 giờ 00 ngày 04/5/2026.\n"
	                              "2. Hình thức, địa điểm: trực tiếp tại Phòng họp A; kết nối "
	                              "trực tuyến đến các xã.\n"))),
		"2026-05-04T08:00 | Phòng họp A\n");
	assert_slice(called(read_text(
			     NOTE("Một là, về lớp tập huấn. Lớp tập huấn mở lúc 8h30 thứ Hai "
	                          "ngày 04/5/2026 tại Hội trường tầng 5.\n\nHai là, đề nghị các "
	                          "sở báo cáo trước ngày 10/5/2026.\n"))),
	             "2026-05-04T08:30 | tại Hội trường tầng 5\n");
}

static void a_calendar_may_have_lost_its_title(void **st)
{
	(void)st;
	assert_slice(
		called(read_text("* THỨ BẢY 11/4/2026 (nhằm 24/2 ÂL)\n- 08 giờ 00: Chủ tịch UBND "
	                         "làm việc với Hợp tác xã Tân Long. Điểm: tại phòng họp số 1.\n"
	                         "* CHỦ NHẬT 12/4/2026 (nhằm 25/2 ÂL)\n15 giờ 00: Dự phiên họp "
	                         "trực tuyến tại điểm cầu cấp xã. Điểm: tại Hội trường B.\n")),
		"2026-04-11T08:00 | phòng họp số 1\n2026-04-12T15:00 | Hội trường B\n");
	assert_slice(
		called(read_text("Hôm nay: ngày 21/9/2026\n14 giờ 00:\nNội dung: Trao quà cho các "
	                         "cháu.\nĐịa điểm: Hội trường tầng 2.\n15 giờ 30:\n"
	                         "Nội dung: Giao ban.\nĐịa điểm: Phòng họp.\n")),
		"2026-09-21T14:00 | Hội trường tầng 2\n2026-09-21T15:30 | Phòng họp\n");
	assert_slice(
		called(read_text("LỊCH LÀM VIỆC CỦA LÃNH ĐẠO UBND XÃ\n(Từ ngày 09/02/2026 đến ngày "
	                         "13/02/2026)\nTHỨ HAI (09/02/2026):\n1. Chủ tịch UBND xã: Tiếp "
	                         "công dân.\nThời gian, địa điểm: 07 giờ 00’ đến 08 giờ 00’ tại "
	                         "phòng Tiếp công dân xã.\n09 giờ 00’: Dự lễ trao Huy hiệu. Địa "
	                         "điểm: tại Hội trường Đảng ủy xã.\n")),
		"2026-02-09T07:00 | phòng Tiếp công dân xã\n"
		"2026-02-09T09:00 | Hội trường Đảng ủy xã\n");
}

static void parts_of_a_call_may_share_their_heading(void **st)
{
	(void)st;
	assert_slice(
		called(read_text(CALL("Kính gửi: Các trường.\n\n1. Thời gian, địa điểm:\n\n"
	                              "- Từ 7h30, ngày 04/5/2026: Họp bậc Mầm non tại trường Hoa "
	                              "Sen thị trấn\n\nThắng.\n\n- Từ 14h00, ngày 05/5/2026: "
	                              "Họp bậc Tiểu học tại trường Kim Đồng.\n"))),
		"2026-05-04T07:30 | trường Hoa Sen thị trấn Thắng\n"
		"2026-05-05T14:00 | trường Kim Đồng\n");
	assert_slice(
		called(read_text(CALL("Kính gửi: Các sở.\n\n1. Thời gian: từ ngày 05/5/2026 đến "
	                              "ngày 07/5/2026.\n2. Địa điểm: Khai mạc 08h00 ngày "
	                              "05/5/2026 tại Nhà khách Hòa Bình.\n"))),
		"2026-05-05T08:00 | Khai mạc 08h00 ngày 05/5/2026 tại Nhà khách Hòa Bình\n");
}

static void a_plan_may_call_to_what_it_holds(void **st)
{
	(void)st;
	assert_slice(
		called(read_text(LETTER("KH", "KẾ HOẠCH\nTổ chức Đại hội Liên đội\n\n1. THỜI GIAN "
	                                      "– ĐỊA ĐIỂM\n• 7 giờ 30 phút ngày 23 tháng 5 năm "
	                                      "2026\n• Phòng nghệ thuật.\n2. THÀNH PHẦN\n- Đội "
	                                      "viên.\n"))),
		"2026-05-23T07:30 | Phòng nghệ thuật\n");
	assert_slice(
		called(read_text(LETTER("KH", "KẾ HOẠCH\nTổ chức nghỉ lễ và treo cờ\n\n1. Thời "
	                                      "gian: ngày 30/4/2026.\n2. Địa điểm: các cơ "
	                                      "quan.\n"))),
		"");
	assert_slice(called(read_text(
			     "Chủ tịch UBND xã Tân Lập sẽ tổ chức Hội nghị đối thoại với Nhân dân "
			     "vào 07 giờ 30 phút, ngày 29/10/2026 tại hội trường xã.\n\nUBND xã "
			     "Tân Lập kính mời toàn thể Nhân dân đến dự Hội nghị.\n")),
	             "2026-10-29T07:30 | tại hội trường xã\n");
}

static void what_is_held_besides_says_its_hour_and_its_place(void **st)
{
	(void)st;
	/* whatever verb holds it, several in a letter, and in a plan under the heading of each */
	assert_slice(
		called(read_text(NOTE(
			"UBND tỉnh thông báo như sau:\n- Lễ phát động được tiến hành vào hồi 08 giờ 00 ngày "
			"12/5/2026 tại Quảng trường Hùng Vương.\n"
			"- Buổi gặp mặt sẽ diễn ra lúc 14h00 ngày 15/5/2026 "
			"tại Nhà khách A1.\n"))),
		"2026-05-12T08:00 | tại Quảng trường Hùng Vương\n"
		"2026-05-15T14:00 | tại Nhà khách A1\n");
	assert_slice(
		called(read_text(LETTER("KH", "KẾ HOẠCH\nHoạt động hè\n\n1. Chạy việt dã\n- Thời "
	                                      "gian: 6h00 ngày 10/6/2026\n- Địa điểm: Bờ sông.\n"
	                                      "2. Lễ tổng kết\n- Thời gian: Từ 8h00 ngày "
	                                      "30/6/2026\n- Địa điểm: Hội trường lớn.\n"))),
		"2026-06-30T08:00 | Hội trường lớn\n");
	/* who is told to come meets, too */
	assert_slice(called(read_text(
			     NOTE("UBND tỉnh đề nghị các đơn vị được khen thưởng theo Quyết định "
	                          "số 177/QĐ-UBND có mặt tại Hội trường lớn lúc 6h45 "
	                          "ngày 30/6/2026 để dự Lễ trao thưởng.\n"))),
	             "2026-06-30T06:45 | tại Hội trường lớn\n");
	/* nobody meets then: lots are drawn, a storm moves, a work is done */
	assert_slice(called(read_text(NOTE("Các đội bốc thăm vào lúc 17h00 ngày 12/5/2026 tại Văn "
	                                   "phòng Đoàn. Dự báo 07 giờ ngày 21/4/2026, tâm bão ở "
	                                   "khoảng 17 độ Vĩ Bắc. Triển khai tổng vệ sinh vào lúc "
	                                   "16h00 ngày 24/4/2026.\n"))),
	             "");
}

static void a_calendar_stands_inside_a_letter(void **st)
{
	(void)st;
	assert_slice(called(read_text(NOTE("1. Lịch làm việc với các đơn vị\n"
	                                   "- Sáng 04/5/2026, làm việc với UBND xã Yên Bình;\n"
	                                   "- Chiều 05/5/2026, làm việc với UBND xã Hữu Lũng;\n"
	                                   "2. Địa điểm làm việc\nTại trụ sở UBND các xã\n"
	                                   "3. Thành phần tham dự\n- Lãnh đạo UBND xã.\n"))),
	             "2026-05-04 | Tại trụ sở UBND các xã\n"
	             "2026-05-05 | Tại trụ sở UBND các xã\n");
}

static void a_day_over_several_rows_counts_for_each(void **st)
{
	(void)st;
	assert_slice(
		called(read_text("LỊCH CÔNG TÁC TỪ NGÀY 04/5/2026 ĐẾN NGÀY 10/5/2026\n\n"
	                         "Ngày | Thời gian | Nội dung | Chủ trì | Địa điểm\n"
	                         "Thứ 2 (04/5/2026) | 10h00 | Giao ban Thường trực | TT HĐND | "
	                         "Tầng 2\n"
	                         "09h00 | Giao ban UBND | Tập thể lãnh đạo | Tầng 3 |\n"
	                         "Thứ 3 (05/5/2026) | 08h00 | Họp giải quyết đơn | Chánh Văn "
	                         "phòng | Tầng 1\n")),
		"2026-05-04T10:00 | Tầng 2\n2026-05-04T09:00 | Tầng 3\n2026-05-05T08:00 | Tầng 1\n");
}

static void people_and_sentences_have_their_hours(void **st)
{
	(void)st;
	assert_slice(
		called(read_text(
			"Lịch làm việc tuần 19\n\nTHỨ HAI, NGÀY 04/5/2026\n"
			"- Chủ tịch: 7 giờ 30 phút, dự lớp bồi dưỡng, điểm tại Hội trường "
			"Tỉnh ủy.\n"
			"- Phó Chủ tịch Thường trực Lê Văn An: 7 giờ, dự lễ ra quân. 8 giờ, dự "
			"kỳ họp thứ Sáu, điểm tại Nhà văn hóa xã Tân Lập (phụ trách: Đ/c "
			"Lan).\n"
			"- Phó Chủ tịch: Sáng làm việc tại cơ quan. 13 giờ 30’, họp Tổ công "
			"tác, điểm tại phòng họp số 3.\n")),
		"2026-05-04T07:30 | Hội trường Tỉnh ủy\n2026-05-04T07:00 | \n"
		"2026-05-04T08:00 | Nhà văn hóa xã Tân Lập\n2026-05-04T13:30 | phòng họp số 3\n");
}

static void the_words_of_an_entry_go_on_behind_an_abbreviation(void **st)
{
	const reading *r = read_text(
		"Lịch làm việc tuần 19\n\nTHỨ HAI, NGÀY 04/5/2026\n"
		"- 8 giờ 00: Gặp mặt đoàn hỗ trợ TP. Hồ Chí Minh. Giao ban.\n");

	(void)st;
	assert_int_equal(r->meetings.n, 1);
	assert_slice(r->meetings.p[0].agenda.p[0].text, "Gặp mặt đoàn hỗ trợ TP. Hồ Chí Minh");
}

static void the_place_stands_where_its_label_does(void **st)
{
	const reading *r;

	(void)st;
	assert_slice(called(read_text(CALL("Kính mời các ông bà dự họp.\nĐến tại: Hội trường xã.\n"
	                                   "Thời gian: Vào lúc 7 giờ 30 phút, ngày 12/5/2026.\n"))),
	             "2026-05-12T07:30 | Hội trường xã\n");
	assert_slice(
		called(read_text(CALL("Kính mời các đồng chí dự họp.\nThời gian: 07 giờ 30, ngày "
	                              "12/5/2026, địa điểm: Phòng họp số 3.\n"))),
		"2026-05-12T07:30 | Phòng họp số 3\n");
	assert_slice(called(read_text(
			     NOTE("Thông báo như sau: Hội nghị tổng kết được tổ chức lúc 8h00 ngày "
	                          "12/5/2026. Địa điểm: Hội trường lớn. Các đơn vị dự đúng "
	                          "giờ.\n"))),
	             "2026-05-12T08:00 | Hội trường lớn\n");
	r = read_text(
		CALL("Kính mời các đồng chí dự họp.\n1. Thời gian bắt đầu: 8h00 ngày 12/5/2026\n"
	             "2. Thời gian kết thúc: 11h00 ngày 12/5/2026\n3. Địa điểm: Tầng 2\n"));
	assert_int_equal(r->meetings.n, 1);
	assert_slice(r->meetings.p[0].end, "2026-05-12T11:00");
}

static void what_stands_over_or_behind_an_hour_is_held_then(void **st)
{
	(void)st;
	assert_slice(called(read_text(NOTE("Sở mở các lớp tập huấn, cụ thể:\n- Lớp 1: từ 8h00 ngày "
	                                   "12/5/2026 tại Trung tâm A1.\n- Lớp 2: từ 8h00 ngày "
	                                   "14/5/2026 tại Trung tâm B1.\n"))),
	             "2026-05-12T08:00 | Trung tâm A1\n2026-05-14T08:00 | Trung tâm B1\n");
	assert_slice(
		called(read_text(NOTE("UBND tỉnh thông báo.\n\n15h00 ngày 12/5/2026 (thứ Ba): Họp "
	                              "giao ban tại Phòng họp số 1.\n"))),
		"2026-05-12T15:00 | Phòng họp số 1\n");
	assert_slice(called(read_text(
			     NOTE("UBND tỉnh thông báo:\n1. Báo cáo trước ngày 10/5/2026.\n2. Họp "
	                          "giao ban vào lúc 15h00 ngày 12/5/2026 tại Phòng họp số "
	                          "1.\n"))),
	             "2026-05-12T15:00 | tại Phòng họp số 1\n");
}

static void days_of_a_work_call_nobody(void **st)
{
	const reading *r = read_text(NOTE("1. Thời gian: từ ngày 04/5/2026 đến ngày 08/5/2026.\n"
	                                  "2. Địa điểm: các nghĩa trang liệt sĩ.\n"
	                                  "3. Giao các xã sửa sang phần mộ.\n"));

	(void)st;
	assert_int_equal(r->meetings.n, 0);
	assert_int_not_equal(r->purpose, PURPOSE_INVITATION);
}

static void a_table_set_as_lines_lists_sessions(void **st)
{
	(void)st;
	assert_slice(called(read_text(
			     CALL("Kính mời đại biểu dự hội nghị tiếp xúc cử tri.\n\nTT\n\nThời "
	                          "gian\n\nĐịa bàn\n\nĐịa điểm\n\n01\n\n7 giờ 30’\n\nngày "
	                          "12/5/2026\n\nXã A\n\nHội trường UBND xã A\n\n02\n\n13 giờ 30 "
	                          "ngày 13/5/2026\n\nXã B\n\nNhà văn hóa xã B\n"))),
	             "2026-05-12T07:30 | Hội trường UBND xã A\n2026-05-13T13:30 | Nhà văn hóa xã "
	             "B\n");
	assert_slice(called(read_text(CALL(
			     "Kính mời đại biểu dự hội nghị.\n\nSTT\n\nĐịa điểm\n\nThời "
			     "gian\n\n1\n\nHội trường UBND xã A\n\n8h00, ngày 12/5/2026\n\n2\n\n"
			     "Nhà văn hóa xã B\n\n14h00, ngày 12/5/2026\n"))),
	             "2026-05-12T08:00 | Hội trường UBND xã A\n2026-05-12T14:00 | Nhà văn hóa xã "
	             "B\n");
	/* a day by which something is due is none */
	assert_int_equal(read_text(NOTE("UBND tỉnh thông báo:\n\nThời gian\n\nNội dung\n\nngày "
	                                "12/5/2026\n\nNộp hồ sơ\n"))
	                         ->meetings.n,
	                 0);
}

static void items_with_a_label_and_an_hour_are_sessions(void **st)
{
	(void)st;
	assert_slice(
		called(read_text(CALL("Trường kính mời phụ huynh dự họp.\n- Khối 10: 7h30 ngày "
	                              "12/5/2026.\n- Khối 11: 14h:30 ngày 12/5/2026.\n- Gửi ý "
	                              "kiến: 17h00 ngày 10/5/2026.\n"))),
		"2026-05-12T07:30 | \n2026-05-12T14:30 | \n");
}

static void a_notice_titled_with_a_gathering_lists_sessions(void **st)
{
	(void)st;
	assert_slice(
		called(read_text(LETTER(
			"TB", "THÔNG BÁO\nVề việc tiếp xúc cử tri trước kỳ họp thứ Hai\n\nHĐND xã "
			      "thông báo:\n- Thôn A: 8 giờ 00 ngày 12/5/2026 tại Nhà văn hóa "
			      "thôn.\n- Gửi ý kiến: trước 17h00 ngày 10/5/2026 tại Phòng họp.\n"))),
		"2026-05-12T08:00 | Nhà văn hóa thôn\n");
}

static void a_sentence_moves_a_meeting_in_passing(void **st)
{
	(void)st;
	assert_slice(
		called(read_text(NOTE("Cuộc họp ngày 12/5/2026 được điều chỉnh sang 15h30 cùng "
	                              "ngày.\n"))),
		"2026-05-12T15:30 | \n");
	assert_int_equal(
		read_text(NOTE("Thời hạn nộp hồ sơ được điều chỉnh sang 15h30 ngày 12/5/2026.\n"))
			->meetings.n,
		0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_time_stands_in_a_line_or_a_sentence),
		cmocka_unit_test(a_list_calls_several),
		cmocka_unit_test(a_letter_may_call_one_in_passing),
		cmocka_unit_test(classes_and_places_by_their_way),
		cmocka_unit_test(a_calendar_may_have_lost_its_title),
		cmocka_unit_test(parts_of_a_call_may_share_their_heading),
		cmocka_unit_test(a_plan_may_call_to_what_it_holds),
		cmocka_unit_test(what_is_held_besides_says_its_hour_and_its_place),
		cmocka_unit_test(a_calendar_stands_inside_a_letter),
		cmocka_unit_test(a_day_over_several_rows_counts_for_each),
		cmocka_unit_test(people_and_sentences_have_their_hours),
		cmocka_unit_test(the_words_of_an_entry_go_on_behind_an_abbreviation),
		cmocka_unit_test(the_place_stands_where_its_label_does),
		cmocka_unit_test(what_stands_over_or_behind_an_hour_is_held_then),
		cmocka_unit_test(days_of_a_work_call_nobody),
		cmocka_unit_test(a_table_set_as_lines_lists_sessions),
		cmocka_unit_test(a_notice_titled_with_a_gathering_lists_sessions),
		cmocka_unit_test(a_sentence_moves_a_meeting_in_passing),
		cmocka_unit_test(items_with_a_label_and_an_hour_are_sessions),
	};

	return cmocka_run_group_tests(tests, read_start, read_done);
}
