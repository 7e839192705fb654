/*
 * demo.h - who can sign in to the demonstration, what its communes ask, when its people work. All
 * invented.
 */
#ifndef DONDOC_APP_DEMO_H
#define DONDOC_APP_DEMO_H

#include "base/slice.h"
#include "model/civil.h"

#define DEMO_PASSWORD S("minh-hoa-2026")
#define DEMO_COMMUNE S("XA-05977")

enum { HOUR = 3600, DAY = 86400 };

/* Nobody works at night: what would be done then is done in the first or the last hours of the same
 * day, in the order it had. */
static inline int64_t demo_by_day(int64_t seconds)
{
	const int64_t morning = 7 * HOUR, evening = 19 * HOUR;
	int64_t at = clock_of_civil(civil_of_clock(seconds) / CMIN_DAY * CMIN_DAY);
	int64_t of_day = seconds - at;

	if (of_day < morning)
		return at + morning + HOUR / 2 + of_day / 7;
	return of_day < evening ? seconds : at + 16 * HOUR + (of_day - evening) / 6;
}

static const struct {
	slice login, name, role, agency;
} demo_people[] = {
	{S("vanthu"), S("Lê Thị Mẫu Hoa"), S("clerk"), S("")},
	{S("chuyenvien"), S("Nguyễn Văn Mẫu"), S("specialist"), S("")},
	{S("truongphong"), S("Hoàng Minh Họa"), S("division_head"), S("")},
	{S("lanhdaovp"), S("Trần Thị Ví Dụ"), S("office_head"), S("")},
	{S("lanhdao"), S("Phạm Văn Ví Dụ"), S("leader"), S("")},
	{S("sotaichinh"), S("Vi Thị Mẫu"), S("agency_officer"), S("STC")},
	{S("giamdoc"), S("Lý Văn Mẫu"), S("agency_head"), S("STC")},
	{S("xa"), S("Nông Thị Họa"), S("commune_officer"), S("XA-05977")},
	{S("theodoi"), S("Hà Văn Dụ"), S("watcher"), S("SNV")},
	{S("chixem"), S("Đặng Thị Xem"), S("reader"), S("")},
	{S("quantri"), S("Đỗ Văn Quản"), S("admin"), S("")},
};

/* What was ordered without a document: first those due this week, then of later weeks. */
static const struct {
	slice action, lead, basis;
} demo_duties[] = {
	{S("Cung cấp số liệu hộ nghèo, hộ cận nghèo của xã để tổng hợp"), DEMO_COMMUNE,
         S("Ý kiến chỉ đạo tại hội nghị trực tuyến")},
	{S("Báo cáo tình hình giải ngân vốn đầu tư công đến hết tuần, nêu rõ dự án chậm và nguyên nhân"),
         S("STC"), S("Ý kiến chỉ đạo của Chủ tịch UBND tỉnh ghi trên phiếu trình")},
	{S("Rà soát, tổng hợp nhu cầu biên chế của các xã, phường sau sắp xếp"), S("SNV"),
         S("Ý kiến chỉ đạo tại cuộc họp giao ban tuần")},
	{S("Kiểm tra hiện trường tuyến đường bị sạt lở, đề xuất phương án xử lý"), S("SXD"),
         S("Ý kiến chỉ đạo qua điện thoại của Phó Chủ tịch UBND tỉnh")},
	{S("Chuẩn bị tài liệu làm việc với đoàn công tác của Bộ Công Thương"), S("SCT"),
         S("Ý kiến chỉ đạo ghi trên giấy mời")},
	{S("Báo cáo kết quả cấp giấy chứng nhận quyền sử dụng đất cho các hộ tái định cư"),
         S("SNNMT"), S("Ý kiến chỉ đạo tại buổi tiếp công dân")},
	{S("Báo cáo công tác chuẩn bị phòng, chống dịch bệnh mùa đông"), S("SYT"),
         S("Ý kiến chỉ đạo ghi trên báo cáo nhanh")},
	{S("Xây dựng phương án bố trí chỗ đỗ xe tại khu vực trung tâm hành chính"), S("SXD"),
         S("Ý kiến chỉ đạo tại cuộc họp giao ban tuần")},
	{S("Báo cáo tiến độ số hóa hồ sơ lưu trữ của các sở, ngành"), S("SNV"),
         S("Ý kiến chỉ đạo ghi trên phiếu trình")},
	{S("Đề xuất danh mục dự án kêu gọi đầu tư tại khu kinh tế cửa khẩu"), S("STC"),
         S("Ý kiến chỉ đạo tại buổi làm việc với nhà đầu tư")},
	{S("Rà soát điểm trường lẻ có nguy cơ sạt lở, đề xuất phương án di dời"), S("SGDDT"),
         S("Ý kiến chỉ đạo qua điện thoại của Phó Chủ tịch UBND tỉnh")},
	{S("Tổng hợp tình hình bảo vệ rừng đầu nguồn, kiến nghị giải pháp"), S("SNNMT"),
         S("Ý kiến chỉ đạo tại buổi tiếp công dân")},
	{S("Hướng dẫn các xã, phường tiếp nhận hồ sơ trực tuyến toàn trình"), S("SKHCN"),
         S("Ý kiến chỉ đạo tại hội nghị trực tuyến")},
	{S("Kiểm tra việc lưu thông hàng hóa dịp cuối năm, báo cáo kết quả"), S("SCT"),
         S("Ý kiến chỉ đạo ghi trên báo cáo nhanh")},
};

#define DEMO_MONITOR S("Nguyễn Văn Mẫu")
#define DEMO_MONITOR_OTHER S("Bùi Thị Thí Dụ")

/* Who looks after what: by the body that leads a duty; the last is for all others. */
static const struct {
	slice lead, field, leader, monitor;
} demo_follow[] = {
	{S("STC"), S("Tài chính, đầu tư công"), S("Vi Đức Thuận"), DEMO_MONITOR},
	{S("SXD"), S("Xây dựng, giao thông"), S("Hứa Minh Khải"), DEMO_MONITOR},
	{S("SCT"), S("Công Thương"), S("Hứa Minh Khải"), DEMO_MONITOR},
	{S("SNNMT"), S("Nông nghiệp và Môi trường"), S("Hứa Minh Khải"), DEMO_MONITOR},
	{S("SNV"), S("Nội vụ"), S("Lâm Thị Quỳnh Giao"), DEMO_MONITOR_OTHER},
	{S("SKHCN"), S("Khoa học, chuyển đổi số"), S("Lâm Thị Quỳnh Giao"), DEMO_MONITOR},
	{S("SYT"), S("Y tế"), S("Lâm Thị Quỳnh Giao"), DEMO_MONITOR_OTHER},
	{S("SGDDT"), S("Giáo dục và Đào tạo"), S("Lâm Thị Quỳnh Giao"), DEMO_MONITOR_OTHER},
	{S("SVHTTDL"), S("Văn hóa, Thể thao và Du lịch"), S("Lâm Thị Quỳnh Giao"),
         DEMO_MONITOR_OTHER},
	{S(""), S("Tổng hợp"), S("Vi Đức Thuận"), DEMO_MONITOR_OTHER},
};

/* days: until its limit, from the day of the demonstration. */
static const struct {
	slice words, owner, reply;
	int days;
} demo_petitions[] = {
	{S("Đề nghị bố trí kinh phí sửa chữa tuyến đường liên thôn bị sạt lở sau mưa lũ."),
         S("SXD"), S(""), 6},
	{S("Đề nghị hướng dẫn thống nhất việc sử dụng trụ sở dôi dư sau sắp xếp đơn vị hành chính."),
         S("STC"), S("Đã hướng dẫn tại hội nghị; thực hiện theo văn bản của Sở."), 3},
	{S("Đề nghị bổ sung biên chế công chức phụ trách công nghệ thông tin cấp xã."), S("SNV"),
         S(""), -2},
	{S("Đề nghị nâng cấp đường truyền phục vụ họp trực tuyến tại điểm cầu xã."), S("SKHCN"),
         S(""), 9},
	{S("Đề nghị sớm cấp giấy chứng nhận quyền sử dụng đất cho các hộ tái định cư."), S("SNNMT"),
         S(""), 4},
	{S("Đề nghị bổ sung trang thiết bị cho trạm y tế xã sau hợp nhất."), S("SYT"), S(""), 12},
	{S("Đề nghị hỗ trợ kinh phí xây dựng phòng học bộ môn tại điểm trường chính."), S("SGDDT"),
         S(""), -5},
	{S("Đề nghị hướng dẫn chi trả chế độ cho người hoạt động không chuyên trách."), S("SNV"),
         S("Đã giải đáp tại Hội nghị."), 1},
	{S("Đề nghị điều chỉnh quy hoạch bãi tập kết vật liệu trên địa bàn xã."), S("SXD"), S(""),
         15},
	{S("Đề nghị đầu tư công trình nước sinh hoạt tập trung cho ba thôn vùng cao."), S("SNNMT"),
         S(""), 8},
	{S("Đề nghị hướng dẫn quy trình liên thông hồ sơ hộ tịch trên hệ thống mới."), S("STP"),
         S(""), 2},
	{S("Đề nghị hỗ trợ quảng bá sản phẩm OCOP của xã tại hội chợ thương mại."), S("SCT"),
         S("Đã ghi nhận, đưa vào chương trình hội chợ."), 7},
};

#endif
