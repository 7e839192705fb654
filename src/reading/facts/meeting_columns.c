/*
 * meeting_columns.c - what a column of a calendar holds, by the words at its head. A day by which
 * something is due is no day of a meeting: such a column must never be one of times.
 */
#include "reading/facts/meetings.h"

enum column meeting_column(const scan *s, const block *b)
{
	static const struct {
		slice words;
		uint8_t col;
	} heads[] = {
		{S("thời gian"), COL_WHEN},
		{S("ngày"), COL_WHEN},
		{S("thứ"), COL_WHEN},
		{S("giờ"), COL_WHEN},
		{S("buổi"), COL_WHEN},
		{S("nội dung"), COL_WHAT},
		{S("nội dung công việc"), COL_WHAT},
		{S("công việc"), COL_WHAT},
		{S("hội nghị"), COL_WHAT},
		{S("nội dung cuộc họp"), COL_WHAT},
		{S("địa điểm"), COL_PLACE},
		{S("nơi họp"), COL_PLACE},
		{S("chủ trì"), COL_CHAIR},
		{S("người chủ trì"), COL_CHAIR},
		{S("lãnh đạo chủ trì"), COL_CHAIR},
		{S("đồng chí chủ trì"), COL_CHAIR},
		{S("chủ tọa"), COL_CHAIR},
		{S("thành phần"), COL_WHO},
		{S("tham dự"), COL_WHO},
		{S("thành phần tham dự"), COL_WHO},
	};
	static const slice limits[] = {S("trình"), S("hoàn thành"), S("thực hiện"),
	                               S("gửi"),   S("báo cáo"),    S("ban hành")};
	SAYINGS(limits);
	uint32_t end = b->tok + b->ntok, best = 0;
	enum column col = COL_OTHER;

	for (size_t k = 0; k < ARRAY_LEN(heads); k++) {
		uint32_t n = says(s, b->tok, heads[k].words);

		if (n > best) {
			best = n;
			col = (enum column)heads[k].col;
		}
	}
	if (col == COL_WHEN && says_any_in(s, b->tok, end, &said_limits) < end)
		return COL_OTHER;
	return col;
}
