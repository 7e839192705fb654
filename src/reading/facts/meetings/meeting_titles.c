/*
 * meeting_titles.c - words that name what people come together for, and those of a calendar's title or of the
 * item of a letter that it stands under. Must never take an invitation for a calendar, whose title may name
 * the same words.
 */
#include "reading/facts/meetings/meetings.h"

enum { HEAD_BLOCKS = 40 };

static const slice gatherings[] = {
	S("họp"),      S("cuộc họp"), S("phiên họp"), S("kỳ họp"),       S("hội nghị"),
	S("hội thảo"), S("đại hội"),  S("lễ"),        S("giao ban"),     S("buổi"),
	S("tọa đàm"),  S("tập huấn"), S("đối thoại"), S("lớp tập huấn"), S("lớp bồi dưỡng"),
	S("gặp mặt"),  S("hội thi"),  S("khai mạc"),  S("khai giảng"),   S("làm việc với"),
	S("tiếp xúc"), S("khảo sát"), S("kiểm tra"),  S("làm việc tại"), S("tiếp công dân")};
SAYINGS(gatherings);

bool meeting_gathers(const scan *s, uint32_t i)
{
	return says_any(s, i, &said_gatherings, NULL) != 0;
}

uint32_t meeting_gathers_in(const scan *s, uint32_t i, uint32_t end)
{
	return says_any_in(s, i, end, &said_gatherings);
}

bool meeting_titled(const scan *s)
{
	span kind = s->r->kind.at; /* "KẾ HOẠCH ĐẠI HỘI …" is one line */
	uint32_t i = ordered_find(ORDERED(&s->tk, at), kind.len != 0 ? kind.at : s->r->title.at.at);
	uint32_t end = ordered_find(ORDERED(&s->tk, at), span_end(s->r->title.at));

	return s->r->title.at.len != 0 && meeting_gathers_in(s, i, end) < end;
}

static const slice titles[] = {
	S("lịch công tác"),
	S("lịch làm việc"),
	S("lịch họp"),
	S("lịch tuần"),
	S("chương trình công tác"),
	S("lịch hội nghị"),
	S("chương trình làm việc tuần"),
	S("chương trình làm việc tháng"),
	S("công tác tháng"),
	S("công tác tuần"),
	S("công tác quý"),
	S("lịch giao ban"),
	S("công tác trọng tâm tháng"),
};
SAYINGS(titles);

uint32_t meeting_calendar_head(const scan *s)
{
	const blocks *bs = &s->r->blocks;

	if (s->r->purpose == PURPOSE_CONCLUSION || s->r->kind.value == KIND_GIAY_MOI)
		return bs->n;
	for (uint32_t k = 0; k < bs->n && k < HEAD_BLOCKS; k++) {
		const block *b = &bs->p[k];
		uint32_t i = b->tok, end = b->tok + b->ntok;

		/* the first line of a text is its title, however it is written */
		if (k != 0 && b->zone != ZONE_TITLE && b->zone != ZONE_KIND &&
		    !block_text_upper(s, b) &&
		    (b->at.at != s->r->title.at.at || s->r->title.at.len == 0))
			continue;
		while (i < end && (scan_tok(s, i)->kind == TOK_PUNCT || says(s, i, S("về")) ||
		                   says(s, i, S("thông báo"))))
			i++;
		if (i < end && says_any(s, i, &said_titles, NULL) != 0)
			return k;
	}
	return bs->n;
}

bool meeting_calendar_inside(const scan *s)
{
	enum { HEADING_MAX = 12 };
	const blocks *bs = &s->r->blocks;

	for (uint32_t k = 0; k + 1 < bs->n && k < HEAD_BLOCKS; k++)
		if (bs->p[k].zone == ZONE_BODY && bs->p[k].ntok <= HEADING_MAX &&
		    bs->p[k].marker_class != MARKER_NONE &&
		    says_any(s, bs->p[k].tok, &said_titles, NULL) != 0)
			return true;
	return false;
}
