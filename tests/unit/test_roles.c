/*
 * test_roles.c - which dates somebody must keep.
 *
 * Each sentence stands alone in the body of a conclusion notice of 20/4/2026; what
 * must come out are the deadlines in it, "words = value", joined by " | ".
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/file.h"
#include "reading/reading.h"

static arena memory;
static reader rd;

static int load(void **st)
{
	slice cues;

	(void)st;
	arena_init(&memory, NULL, 0);
	assert_int_equal(file_read("data/grammar/cues.tsv", 1 << 20, &memory, &cues, NULL), RC_OK);
	assert_int_equal(reader_init(NULL, 0, cues, &memory, &rd, NULL), RC_OK);
	return 0;
}

static int unload(void **st)
{
	(void)st;
	arena_done(&memory);
	return 0;
}

typedef struct role_case {
	slice sentence, deadlines;
} role_case;

#define CASE(sentence, deadlines) {S(sentence), S(deadlines)}

static slice deadlines_of(slice sentence)
{
	slice text = arena_printf(
		&memory,
		"Số: 12/TB-UBND\n\nLạng Sơn, ngày 20 tháng 4 năm 2026\n\nTHÔNG BÁO\n\n"
		"Kết luận của Chủ tịch UBND tỉnh tại Hội nghị giao ban\n\n"
		"Ngày 18/4/2026, Chủ tịch UBND tỉnh chủ trì Hội nghị giao ban. Sau khi nghe báo cáo "
		"và ý kiến của các đại biểu, Chủ tịch UBND tỉnh kết luận, chỉ đạo như sau:\n\n"
		"1. %.*s\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nTL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\n\n"
		"Nguyễn Văn A\n",
		(int)sentence.n, sentence.p);
	slice all = {"", 0};
	reading r;

	assert_int_equal(reading_run(&rd, text, &memory, &r, NULL), RC_OK);
	for (uint32_t i = 0; i < r.dates.n; i++) {
		const datex *d = &r.dates.p[i];
		slice at = slice_at(r.text, d->at);

		if (d->role == ROLE_DEADLINE)
			all = arena_printf(&memory, "%.*s%s%.*s = %.*s", (int)all.n, all.p,
			                   all.n ? " | " : "", (int)at.n, at.p, (int)d->value.n,
			                   d->value.p);
	}
	return all;
}

static void check(const role_case *cases, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		slice got = deadlines_of(cases[i].sentence), want = cases[i].deadlines;

		if (!slice_eq(got, want))
			fail_msg("%.*s\n  got  %.*s\n  want %.*s", (int)cases[i].sentence.n,
			         cases[i].sentence.p, (int)got.n, got.p, (int)want.n, want.p);
	}
}

static void an_order_with_a_bound_is_a_deadline(void **st)
{
	static const role_case cases[] = {
		CASE("Giao Sở Tài chính rà soát, hoàn thành trước ngày 15/5/2026.",
	             "trước ngày 15/5/2026 = 2026-05-15"),
		CASE("Giao Sở Xây dựng hoàn thành quy hoạch trong quý III/2026.",
	             "trong quý III/2026 = 2026-Q3"),
		CASE("Giao Sở Xây dựng hoàn thành trong tháng 5/2026 và báo cáo UBND tỉnh.",
	             "trong tháng 5/2026 = 2026-05"),
		CASE("Trong quý II/2026, Sở Xây dựng hoàn thành thủ tục trình UBND tỉnh.",
	             "quý II/2026 = 2026-Q2"),
		CASE("Đến ngày 30/6/2026, các địa phương phải hoàn thành việc số hóa.",
	             "ngày 30/6/2026 = 2026-06-30"),
		CASE("Thời hạn gửi báo cáo: ngày 20/5/2026.", "ngày 20/5/2026 = 2026-05-20"),
		CASE("Gia hạn thời gian nộp hồ sơ đến ngày 30/5/2026.",
	             "ngày 30/5/2026 = 2026-05-30"),
		CASE("Sở Y tế gửi dự thảo trước ngày 05/5, hoàn thiện trước ngày 20/5/2026.",
	             "trước ngày 05/5 = 2026-05-05 | trước ngày 20/5/2026 = 2026-05-20"),
		CASE("Yêu cầu các sở theo nhiệm vụ đã được giao báo cáo UBND tỉnh trước ngày 30/6/2026.",
	             "trước ngày 30/6/2026 = 2026-06-30"),
		CASE("Báo cáo Sở Nội vụ chậm nhất sau 05 ngày làm việc kể từ ngày nhận được văn bản.",
	             "chậm nhất sau 05 ngày làm việc kể từ ngày nhận được = P5BD"),
	};

	(void)st;
	check(cases, ARRAY_LEN(cases));
}

static void a_day_that_is_only_mentioned_is_none(void **st)
{
	static const role_case cases[] = {
		CASE("Tính đến ngày 31/3/2026, toàn tỉnh đã giải ngân đạt 25% kế hoạch.", ""),
		CASE("Lũy kế đến hết ngày 30/4/2026 ước đạt 1.200 tỷ đồng.", ""),
		CASE("Phấn đấu đến năm 2030 đạt 100%, tầm nhìn đến năm 2045.", ""),
		CASE("Nghị quyết có hiệu lực từ ngày 01/7/2026 đến hết ngày 31/12/2026.", ""),
		CASE("UBND tỉnh đã giao Sở Tài chính hoàn thành việc này trước ngày 30/6/2026.",
	             ""),
		CASE("UBND tỉnh đã có Công văn số 12/UBND-TH yêu cầu các đơn vị báo cáo trước ngày "
	             "30/4/2026.",
	             ""),
		CASE("Đối với các dự án khởi công trước ngày 01/01/2026, thực hiện theo quy định cũ.",
	             ""),
		CASE("Báo cáo tình hình thực hiện nhiệm vụ trong tháng 4/2026.", ""),
		CASE("Trong quý I/2026, tổng sản phẩm trên địa bàn tăng 7,05%.", ""),
		CASE("Sở Y tế phát biểu không quá 7 phút.", ""),
		CASE("Thuốc sản xuất ngày 01/01/2025, hạn sử dụng: 01/01/2027.", ""),
	};

	(void)st;
	check(cases, ARRAY_LEN(cases));
}

static void what_recurs_is_one_unless_it_is_an_attribute(void **st)
{
	static const role_case cases[] = {
		CASE("UBND các xã báo cáo Sở Tài chính trước ngày 10 hằng tháng.",
	             "trước ngày 10 hằng tháng = R:monthly:10"),
		CASE("Định kỳ hằng quý báo cáo UBND tỉnh.", "Định kỳ hằng quý = R:quarterly"),
		CASE("Định kỳ hằng quý, báo cáo UBND tỉnh trước ngày 25 của tháng cuối quý.",
	             "trước ngày 25 của tháng cuối quý = R:quarterly"),
		CASE("Sở Nội vụ xây dựng kế hoạch công tác hằng năm.", ""),
		CASE("Thực hiện nghiêm chế độ báo cáo định kỳ hằng tháng.", ""),
	};

	(void)st;
	check(cases, ARRAY_LEN(cases));
}

static void near_days_bind_from_the_letters_own(void **st)
{
	static const role_case cases[] = {
		CASE("Giao Sở Y tế trình UBND tỉnh trong tuần này.", "trong tuần này = 2026-W17"),
		CASE("Giao Sở Y tế gửi dự thảo về Sở Tư pháp trong tuần.", "trong tuần = 2026-W17"),
		CASE("Giao Sở Y tế báo cáo trước tuần sau.", "trước tuần sau = 2026-W18"),
		CASE("Tổ chức trực 24/24 giờ các ngày trong tuần.", ""),
		CASE("Tiếp công dân 02 buổi trong tuần.", ""),
		CASE("Giao Sở Y tế báo cáo ngay trong ngày hôm nay.",
	             "trong ngày hôm nay = 2026-04-20"),
		CASE("Hôm nay các đơn vị đã nắm được nội dung.", ""),
		/* signed on the day itself: it binds, and is flagged as past */
		CASE("Giao Sở Y tế báo cáo trước ngày 20/4.", "trước ngày 20/4 = 2026-04-20"),
		CASE("Giao Sở Y tế báo cáo trước ngày 19/4/2026.", ""),
	};

	(void)st;
	check(cases, ARRAY_LEN(cases));
}

static void an_event_an_end_or_a_target_may_stand_by_the_day(void **st)
{
	static const role_case cases[] = {
		CASE("Sở Xây dựng sửa chữa trường học, hoàn thành trước khai giảng ngày 05/9/2026.",
	             "trước khai giảng ngày 05/9/2026 = 2026-09-05"),
		CASE("Sở Xây dựng sửa chữa đường, hoàn thành cuối tháng 9/2026.",
	             "hoàn thành cuối tháng 9/2026 = 2026-09"),
		CASE("Giao Sở Tài chính tổng hợp, gửi về UBND tỉnh vào ngày 15/5/2026.",
	             "ngày 15/5/2026 = 2026-05-15"),
		CASE("Gửi báo cáo phục vụ Hội nghị tổ chức vào ngày 15/5/2026.", ""),
		CASE("Giao các chủ đầu tư tập trung thi công, đến ngày 31/12/2026 giải ngân đạt "
	             "100% kế hoạch.",
	             "ngày 31/12/2026 = 2026-12-31"),
		CASE("Nghe báo cáo Đề án phát triển đô thị loại II trước năm 2030.", ""),
	};

	(void)st;
	check(cases, ARRAY_LEN(cases));
}

static void a_lunar_day_keeps_its_words(void **st)
{
	static const role_case cases[] = {
		CASE("Giao Sở Nội vụ thăm, tặng quà xong trước ngày 20 tháng Chạp.",
	             "xong trước ngày 20 tháng Chạp = "),
		CASE("Giao Sở Nội vụ báo cáo trước ngày 10/3 (âm lịch).",
	             "trước ngày 10/3 (âm lịch) = "),
	};

	(void)st;
	check(cases, ARRAY_LEN(cases));
}

static void reports_named_by_their_periods_come_yearly(void **st)
{
	static const role_case cases[] = {
		CASE("Thực hiện chế độ báo cáo định kỳ: báo cáo 6 tháng: trước ngày 10/6; báo cáo "
	             "năm: trước ngày 10/12.",
	             "trước ngày 10/6 = R:yearly:06-10 | trước ngày 10/12 = R:yearly:12-10"),
		CASE("Các sở định kỳ tổng hợp như sau: báo cáo 6 tháng gửi Sở Tài chính trước ngày "
	             "05/7.",
	             "trước ngày 05/7 = R:yearly:07-05"),
		CASE("Giao Sở Y tế báo cáo năm 2026 trước ngày 10/12.",
	             "trước ngày 10/12 = 2026-12-10"),
	};

	(void)st;
	check(cases, ARRAY_LEN(cases));
}

static void a_stretch_an_event_and_a_receiver_bind(void **st)
{
	static const role_case cases[] = {
		CASE("UBND xã A tổ chức cưỡng chế từ ngày 10/5/2026 đến ngày 20/5/2026.",
	             "từ ngày 10/5/2026 đến ngày 20/5/2026 = 2026-05-10/2026-05-20"),
		CASE("UBND xã A đối thoại với các hộ, xong trong tuần từ 11/5 đến 15/5/2026.",
	             "từ 11/5 đến 15/5/2026 = 2026-05-11/2026-05-15"),
		CASE("Lễ hội hoa diễn ra từ ngày 10/5/2026 đến ngày 20/5/2026.", ""),
		CASE("UBND xã A di chuyển 12 ngôi mộ xong trước Tết Đoan ngọ (ngày 19/6/2026).",
	             "ngày 19/6/2026 = 2026-06-19"),
		CASE("Phòng Kế hoạch tổng hợp nhu cầu, trình Giám đốc Sở ngày 20/8.",
	             "ngày 20/8 = 2026-08-20"),
		CASE("Giao Văn phòng tham mưu tổ chức giao ban chuyên đề định kỳ hằng tháng.",
	             "định kỳ hằng tháng = R:monthly"),
		CASE("Giao UBND các phường ra quân tổng vệ sinh vào sáng thứ Bảy hằng tuần, bắt đầu "
	             "từ tháng này.",
	             "sáng thứ Bảy hằng tuần = R:weekly:sat"),
		CASE("Các xã báo cáo kết quả vào ngày 20 hằng tháng; báo cáo tổng kết trước ngày "
	             "20/5/2026.",
	             "ngày 20 hằng tháng = R:monthly:20 | trước ngày 20/5/2026 = 2026-05-20"),
		CASE("Các xã báo cáo trước 16h hằng ngày.", "trước 16h hằng ngày = R:dailyT16:00"),
	};

	(void)st;
	check(cases, ARRAY_LEN(cases));
}

static void an_aim_a_rule_and_a_wish_bind_nobody(void **st)
{
	static const role_case cases[] = {
		CASE("Nhiều đơn vị chậm so với thời hạn trước ngày 20 hằng tháng đã quy định.", ""),
		CASE("Các hộ đề nghị kéo dài thời gian đến hết tháng 6.", ""),
		CASE("Vụ việc đã được phường thụ lý, thời hạn giải quyết đến ngày 19/10/2026.", ""),
		CASE("Còn 37 lượt tàu mất kết nối thiết bị trên 06 giờ.", ""),
		CASE("Thực hiện Công văn số 12/BNV-CC ngày 17/4/2026 (đề nghị báo cáo trước ngày "
	             "15/6/2026), các xã gửi báo cáo trước ngày 10/6/2026 để tổng hợp báo cáo Bộ trước "
	             "ngày 15/6/2026.",
	             "trước ngày 10/6/2026 = 2026-06-10"),
		CASE("Các xã gửi Sở A trước ngày 25/4/2026 (qua Phòng B, điện thoại: 024.397.602) để tổng "
	             "hợp, báo cáo Chính phủ trước ngày 30/4/2026.",
	             "trước ngày 25/4/2026 = 2026-04-25"),
		CASE("Văn bằng của người dự thi phải được cấp trước ngày 30/9/2026.", ""),
		CASE("Số ca mắc giảm sâu (trong 30 ngày qua giảm 63%).", ""),
		CASE("Đến hết tháng 12/2026, 100% thửa đất được số hóa.", ""),
		CASE("Sở A chuẩn bị tốt các điều kiện tổ chức SEA Games 31 (từ ngày 12/5/2026 đến ngày "
	             "23/5/2026).",
	             ""),
		CASE("Sở A tổ chức 05 phiên chợ đưa hàng về vùng cao (từ 25/5/2026 đến 08/6/2026).",
	             "từ 25/5/2026 đến 08/6/2026 = 2026-05-25/2026-06-08"),
		CASE("UBND xã niêm yết danh sách trong thời gian 03 ngày làm việc.", ""),
		CASE("UBND xã tổ chức lễ giao quân trong 01 buổi sáng.", ""),
		CASE("Văn phòng dự thảo thông báo trong vòng 02 ngày làm việc sau mỗi cuộc họp.",
	             ""),
	};

	(void)st;
	check(cases, ARRAY_LEN(cases));
}

static void members_next_to_each_other_are_one_stretch(void **st)
{
	static const role_case cases[] = {
		CASE("Giao Sở Nội vụ tổ chức 05 lớp bồi dưỡng trong quý II và quý III/2026.",
	             "trong quý II và quý III/2026 = 2026-Q2/2026-Q3"),
		CASE("Sở Giáo dục cho học sinh nghỉ học, tổ chức học bù trong các ngày 21 và 22/7/2026.",
	             "trong các ngày 21 và 22/7/2026 = 2026-07-21/2026-07-22"),
		CASE("Các xã chi trả xong trong hai tháng 6 và 7/2026.",
	             "xong trong hai tháng 6 và 7/2026 = 2026-06/2026-07"),
		CASE("Giao Sở Y tế kiểm tra trong các tháng 6, 9 và 12 năm 2026.",
	             "trong các tháng 6 = 2026-06 | 9 = 2026-09 | 12 năm 2026 = 2026-12"),
		CASE("Các xã báo cáo trước 10 giờ các ngày 15/6 và 30/6/2026.",
	             "trước 10 giờ các ngày 15/6 = 2026-06-15T10:00 | 30/6/2026 = 2026-06-30T10:00"),
		CASE("Mưa lũ trong các ngày 18 và 19/9/2026 đã làm sập 11 nhà.", ""),
		CASE("Quá trình thực hiện trong quý I và quý II/2026 còn chậm.", ""),
	};

	(void)st;
	check(cases, ARRAY_LEN(cases));
}

static void how_often_an_order_is_done_is_a_limit(void **st)
{
	static const role_case cases[] = {
		CASE("Giao Thanh tra tỉnh hằng quý tổng hợp, báo cáo UBND tỉnh.",
	             "hằng quý = R:quarterly"),
		CASE("Sở Xây dựng công bố giá vật liệu hằng tháng, sát với giá thị trường; rà soát các "
	             "mỏ, báo cáo UBND tỉnh trước ngày 27/5/2026.",
	             "hằng tháng = R:monthly | trước ngày 27/5/2026 = 2026-05-27"),
		CASE("Chủ động nắm tình hình; tổ chức giao ban tại hiện trường hằng tuần đối với các dự "
	             "án lớn.",
	             "hằng tuần = R:weekly"),
		CASE("Báo Lạng Sơn phát bản tin cảnh báo hằng ngày vào các khung giờ 6h00, 11h30.",
	             "hằng ngày = R:daily"),
		CASE("Sở Nông nghiệp chỉ đạo quan trắc nước thải định kỳ 2 lần/tháng, công khai kết "
	             "quả.",
	             "định kỳ 2 lần/tháng = R:monthly"),
		CASE("Các thôn nộp báo cáo tuần cho Phòng Kinh tế vào sáng thứ Hai.",
	             "sáng thứ Hai = R:weekly:mon"),
		CASE("Các tổ dân phố tổ chức dọn vệ sinh vào các ngày Chủ nhật của tháng 5.",
	             "Chủ nhật = R:weekly:sun"),
		CASE("Giao các sở theo dõi việc kê khai hằng năm, hoàn thành trước ngày 31 tháng 12.",
	             "trước ngày 31 tháng 12 = 2026-12-31"),
		CASE("Hằng năm, trước mùa mưa bão, tổ chức kiểm tra hồ đập.",
	             "Hằng năm = R:yearly"),
		CASE("Giao Sở A đẩy nhanh giải ngân; định kỳ thứ Sáu hằng tuần báo cáo UBND tỉnh.",
	             "thứ Sáu hằng tuần = R:weekly:fri"),
		CASE("Giao Sở A công bố giá định kỳ hằng tháng hoặc sớm hơn khi có biến động.",
	             "định kỳ hằng tháng = R:monthly"),
		CASE("Ban Chỉ đạo họp định kỳ 01 tháng/lần vào tuần cuối của tháng.", ""),
		CASE("Giao Văn phòng bố trí lịch kiểm tra các xã hằng tháng, hằng quý theo yêu cầu thực "
	             "tiễn.",
	             ""),
		CASE("Giao Sở Nội vụ hoàn thiện kế hoạch kiểm tra hằng tháng, gửi các xã.", ""),
	};

	(void)st;
	check(cases, ARRAY_LEN(cases));
}

static void what_was_is_foretold_or_asked_elsewhere_binds_nobody(void **st)
{
	static const role_case cases[] = {
		CASE("Xã Hữu Lũng đã hoàn thành kiểm đếm trước ngày 05/8/2026.", ""),
		CASE("So với yêu cầu tại Thông báo số 41/TB-UBND (bàn giao trước ngày 15/8/2026), "
	             "tiến độ còn chậm.",
	             ""),
		CASE("Mục tiêu đến hết ngày 31/12/2026 giải ngân đạt 95%.", ""),
		CASE("Có 03 dự án không có khả năng giải ngân hết vốn trước ngày 31/12/2026.", ""),
		CASE("Theo quy định, việc điều chỉnh kế hoạch trước ngày 15/11/2026.", ""),
		CASE("Mưa lớn còn kéo dài đến hết ngày 22/5/2026.", ""),
		CASE("Dự báo từ ngày 21/8 đến hết ngày 23/8/2026 có mưa to.", ""),
		CASE("Hội nghị sẽ được tổ chức trong tháng 7/2026.", ""),
		CASE("Học sinh nghỉ hè từ ngày 01/6 đến hết ngày 15/8/2026.", ""),
		CASE("Tổng hợp khối lượng đã hoàn thành, báo cáo trước ngày 15/8/2026.",
	             "trước ngày 15/8/2026 = 2026-08-15"),
		CASE("Đề xuất dự án có khả năng giải ngân, trình trước ngày 15/8/2026.",
	             "trước ngày 15/8/2026 = 2026-08-15"),
	};

	(void)st;
	check(cases, ARRAY_LEN(cases));
}

static void a_day_of_an_orders_own_verb_binds(void **st)
{
	static const role_case cases[] = {
		CASE("Đề nghị Công đoàn Ngành tổng kết phong trào ngày 30/9/2026.",
	             "ngày 30/9/2026 = 2026-09-30"),
		CASE("Ban Quản lý dự án khởi công công trình vào ngày 19/8/2026.",
	             "ngày 19/8/2026 = 2026-08-19"),
		CASE("Giao Sở Y tế chuẩn bị phục vụ kỳ thi ngày 19/8/2026.", ""),
		CASE("Các xã lập kế hoạch (xong trước 15/6), triển khai (từ 16/6 đến 30/6).",
	             "xong trước 15/6 = 2026-06-15 | từ 16/6 đến 30/6 = 2026-06-16/2026-06-30"),
		CASE("Thống nhất thời hạn hoàn thành toàn bộ dự án là ngày 30/9/2026.",
	             "ngày 30/9/2026 = 2026-09-30"),
		CASE("Các xã hoàn thành trước Quốc khánh 02/9/2026.",
	             "trước Quốc khánh 02/9/2026 = 2026-09-02"),
		CASE("Các xã hoàn thành dứt điểm trong năm 2026.", "năm 2026 = 2026"),
		CASE("Các xã gửi báo cáo. Sau ngày 10/6/2026, đơn vị nào không có báo cáo phải giải "
	             "trình.",
	             "Sau ngày 10/6/2026 = 2026-06-10"),
		CASE("Sở Tài chính làm việc về khoản vay (hết hạn ngày 30/6/2026).", ""),
		CASE("Đẩy mạnh giải ngân, phấn đấu đến hết quý II đạt tối thiểu 45%.", ""),
		CASE("Bộ A nghiên cứu sửa đổi Luật Phòng, chống thiên tai, báo cáo Chính phủ trong quý III "
	             "năm 2026.",
	             "trong quý III năm 2026 = 2026-Q3"),
		CASE("Giao Sở A tiếp nhận vắc xin vào ngày 10/9/2026, cấp phát cho các xã.",
	             "ngày 10/9/2026 = 2026-09-10"),
		CASE("Sở Tài chính hoàn thành cấp phép chậm nhất đầu tháng 6/2026.",
	             "chậm nhất đầu tháng 6/2026 = 2026-06"),
		CASE("Giao Sở A hoàn thành chậm nhất đến ngày cuối cùng của tháng 6.",
	             "chậm nhất đến ngày cuối cùng của tháng 6 = 2026-06-30"),
	};

	(void)st;
	check(cases, ARRAY_LEN(cases));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_order_with_a_bound_is_a_deadline),
		cmocka_unit_test(a_day_that_is_only_mentioned_is_none),
		cmocka_unit_test(what_recurs_is_one_unless_it_is_an_attribute),
		cmocka_unit_test(near_days_bind_from_the_letters_own),
		cmocka_unit_test(an_event_an_end_or_a_target_may_stand_by_the_day),
		cmocka_unit_test(a_lunar_day_keeps_its_words),
		cmocka_unit_test(reports_named_by_their_periods_come_yearly),
		cmocka_unit_test(a_stretch_an_event_and_a_receiver_bind),
		cmocka_unit_test(an_aim_a_rule_and_a_wish_bind_nobody),
		cmocka_unit_test(members_next_to_each_other_are_one_stretch),
		cmocka_unit_test(how_often_an_order_is_done_is_a_limit),
		cmocka_unit_test(a_day_of_an_orders_own_verb_binds),
		cmocka_unit_test(what_was_is_foretold_or_asked_elsewhere_binds_nobody),
	};

	return cmocka_run_group_tests_name("roles", tests, load, unload);
}
