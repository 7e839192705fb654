/*
 * test_meetings_moved.c - meetings that another letter moves, puts off or calls off.
 */
#include "read_text.h"

static const meeting *only(const reading *r)
{
	assert_int_equal(r->meetings.n, 1);
	return (const meeting *)r->meetings.p;
}

#define NOTICE(title, body)                                                                        \
	"UBND TỈNH A\nSố: 5/TB-UBND\nA, ngày 01 tháng 3 năm 2027\n\nTHÔNG BÁO\n" title "\n\n" body \
	"\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nCHÁNH VĂN PHÒNG\n\nTrần Văn Bình\n"

static void a_moved_meeting_has_its_old_and_its_new_time(void **st)
{
	static const char *const notices[] = {
		NOTICE("Về việc hoãn, thay đổi thời gian tổ chức Hội nghị cấp nước",
	               "Ngày 25/02/2027, UBND tỉnh đã có Giấy mời số 9/GM-UBND mời dự Hội nghị cấp nước vào "
	               "14 giờ 00 ngày 05/3/2027. UBND tỉnh thông báo:\n\n1. Hoãn Hội nghị dự kiến tổ chức "
	               "ngày 05/3/2027 nêu trên. Hội nghị được tổ chức lại vào hồi 8 giờ 30 phút, ngày "
	               "12/3/2027 tại Hội trường Sở Xây dựng.\n\n2. Thành phần: giữ nguyên theo Giấy mời số "
	               "9/GM-UBND.\n\n3. Sở Xây dựng gửi báo cáo trước 11 giờ 30 ngày 10/3/2027."),
		NOTICE("Về việc thay đổi thời gian họp cấp nước",
	               "UBND tỉnh thông báo chuyển cuộc họp cấp nước từ 14 giờ 00 ngày 05/3/2027 sang 8 giờ 30 "
	               "phút ngày 12/3/2027 tại Hội trường Sở Xây dựng."),
	};

	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(notices); i++) {
		const reading *r = read_text(notices[i]);
		const meeting *m = (const meeting *)r->meetings.p;

		assert_int_equal(r->meetings.n, 2);
		assert_slice(m[0].start, "2027-03-12T08:30");
		assert_int_equal(m[0].status, MEETING_CALLED);
		assert_slice(m[0].places.p[0].text, "Hội trường Sở Xây dựng");
		assert_int_equal(m[0].participants.n, 0);
		assert_slice(m[1].start, "2027-03-05T14:00");
		assert_int_equal(m[1].status, MEETING_POSTPONED);
	}
}

static void a_meeting_may_be_put_off_without_a_day_or_called_off(void **st)
{
	const meeting *m = only(read_text(NOTICE(
		"Về việc hoãn cuộc họp cấp nước",
		"UBND tỉnh hoãn cuộc họp cấp nước lúc 14 giờ 00 ngày 05/3/2027; thời gian họp sẽ "
		"thông báo sau.")));
	const meeting *k = only(read_text(NOTICE("Về việc không tổ chức Hội nghị cấp nước",
	                                         "UBND tỉnh không tổ chức Hội nghị cấp nước vào 14 "
	                                         "giờ 00 ngày 05/3/2027.")));
	const reading *none = read_text(
		NOTICE("Về việc điều chỉnh thời gian thực hiện dự án cấp nước",
	               "Thời gian thực hiện dự án được chuyển sang ngày 05/3/2027."));

	(void)st;
	assert_int_equal(m->status, MEETING_POSTPONED);
	assert_slice(m->start, "2027-03-05T14:00");
	assert_int_equal(k->status, MEETING_CANCELLED);
	assert_slice(k->start, "2027-03-05T14:00");
	assert_int_equal(none->meetings.n, 0);
}

static void a_meeting_may_move_by_the_hour_alone(void **st)
{
	const reading *r = read_text(NOTICE(
		"Về việc thay đổi giờ họp cấp nước",
		"UBND tỉnh thông báo lùi thời gian cuộc họp ngày 10/3/2027 từ 14 giờ 00 sang 15 "
		"giờ 30 cùng ngày."));

	(void)st;
	assert_int_equal(r->meetings.n, 2);
	assert_slice(r->meetings.p[0].start, "2027-03-10T15:30");
	assert_int_equal(r->meetings.p[0].status, MEETING_CALLED);
	assert_int_equal(r->meetings.p[1].status, MEETING_POSTPONED);
	r = read_text(NOTICE("Về việc thay đổi thời gian họp",
	                     "Điều chỉnh thời gian họp ngày 12/6/2026 từ 14h00 sang 15h30 cùng "
	                     "ngày, tại phòng họp tầng 2."));
	assert_int_equal(r->meetings.n, 2);
	assert_slice(r->meetings.p[0].start, "2026-06-12T15:30");
	assert_slice(r->meetings.p[1].start, "2026-06-12T14:00");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_moved_meeting_has_its_old_and_its_new_time),
		cmocka_unit_test(a_meeting_may_be_put_off_without_a_day_or_called_off),
		cmocka_unit_test(a_meeting_may_move_by_the_hour_alone),
	};

	return cmocka_run_group_tests_name("meetings moved", tests, read_start, read_done);
}
