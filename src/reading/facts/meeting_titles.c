/*
 * meeting_titles.c - what tells a calendar: the words of its title, or of the item of a letter that it stands
 * under. Must never take an invitation for one, whose title may name the same words.
 */
#include "reading/facts/meetings.h"

enum { HEAD_BLOCKS = 40 };

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
