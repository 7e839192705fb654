/*
 * test_limits_spread.c - to which duties a limit goes that speaks of other items, and who is told
 * that has not yet handed over; invented sentences.
 */
#include "told_text.h"

#define NOTICE_OF                                                                                  \
	"THÔNG BÁO\nKết luận của Chủ tịch UBND tỉnh tại cuộc họp về đầu tư công\n\n"               \
	"Sau khi nghe báo cáo, Chủ tịch UBND tỉnh kết luận như sau:\n"

static void a_numbered_item_limits_the_items_it_names(void **st)
{
	(void)st;
	check("TB",
	      NOTICE_OF
	      "1. Các chủ đầu tư:\n"
	      "- Lập lại tiến độ của từng gói thầu.\n"
	      "- Rà soát khối lượng, báo cáo trước ngày 10/5/2026.\n"
	      "2. Giao Sở Tài chính rà soát nguồn vốn.\n"
	      "3. Các nhiệm vụ tại khoản 1 mà chưa ấn định thời gian thì hoàn thành trước ngày "
	      "20/5/2026. Giao Văn phòng UBND tỉnh theo dõi, báo cáo trước ngày 28/5/2026.\n",
	      "Các chủ đầu tư => Lập lại tiến | 2026-05-20\n"
	      "Các chủ đầu tư => Rà soát khối | 2026-05-10\n"
	      "Sở Tài chính => rà soát nguồn\n"
	      "Văn phòng UBND tỉnh => theo dõi, báo | 2026-05-28\n");
}

static void whoever_gathers_keeps_the_day_alone(void **st)
{
	(void)st;
	check("TB",
	      NOTICE_OF
	      "1. Giao Sở Tài chính rà soát nguồn vốn.\n"
	      "2. Giao Sở Xây dựng kiểm tra các công trình.\n"
	      "Giao Văn phòng UBND tỉnh tổng hợp kết quả thực hiện các nội dung trên, báo cáo Chủ "
	      "tịch UBND tỉnh trước ngày 28/5/2026.\n",
	      "Sở Tài chính => rà soát nguồn\n"
	      "Sở Xây dựng => kiểm tra các\n"
	      "Văn phòng UBND tỉnh => tổng hợp kết | 2026-05-28\n");
}

static void who_has_not_handed_over_is_told_behind_the_colon(void **st)
{
	(void)st;
	check("TB",
	      NOTICE_OF
	      "1. UBND xã Bình Gia chưa nộp báo cáo: khẩn trương hoàn thiện, gửi Sở Tài chính "
	      "trước ngày 25/5/2026.\n"
	      "2. Sở Y tế chưa có phương án: hoàn thành trước ngày 26/5/2026.\n"
	      "3. Sở Nội vụ chưa nộp báo cáo.\n",
	      "UBND xã Bình Gia => khẩn trương hoàn | 2026-05-25\n"
	      "Sở Y tế => hoàn thành trước | 2026-05-26\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_numbered_item_limits_the_items_it_names),
		cmocka_unit_test(whoever_gathers_keeps_the_day_alone),
		cmocka_unit_test(who_has_not_handed_over_is_told_behind_the_colon),
	};

	return cmocka_run_group_tests(tests, read_start, read_done);
}
