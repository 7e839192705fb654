/*
 * meeting_calls.c - the sentence that calls a meeting, where no part of the letter does.
 *
 * "Sở A tổ chức họp vào lúc 14 giờ 00 ngày 28/4/2026 tại phòng họp tầng 2" in an invitation. What a
 * cited paper called, what was held, and until when something is to be sent are none: it must never take
 * a limit, or the day of a cited paper, for that of a meeting.
 */
#include "reading/facts/meetings/meetings.h"

#include "reading/facts/text/within.h"
#include "reading/facts/told/told.h"

static const slice calls[] = {S("mời"),      S("họp"),       S("hội nghị"),
                              S("làm việc"), S("triệu tập"), S("tổ chức"),
                              S("khai mạc"), S("xuất phát"), S("tập huấn")};
SAYINGS(calls);

bool meeting_calls(const scan *s, uint32_t i, uint32_t end)
{
	return says_any_in(s, i, end, &said_calls) < end;
}

bool meeting_cited(const scan *s, const datex *d)
{
	uint32_t k = citations_from(s, d->at.at + 1);

	return k != 0 && span_end(s->r->citations.p[k - 1].at) > d->at.at;
}

/* Is the day of the date before the letter's own? */
static bool is_past(const scan *s, const datex *d)
{
	slice issued = s->r->issued.value;

	return issued.n == DAY_LEN && meeting_day(d) && d->value.n >= DAY_LEN &&
	       memcmp(d->value.p, issued.p, DAY_LEN) < 0;
}

const block *meeting_may_be(const scan *s, const datex *d)
{
	int32_t k;

	if (meeting_limit(d) || d->value.n == 0 || meeting_cited(s, d) || is_past(s, d))
		return NULL;
	k = block_of_tok(s, d->tok);
	return k >= 0 && s->r->blocks.p[k].zone == ZONE_BODY ? &s->r->blocks.p[k] : NULL;
}

void meeting_sentence(const scan *s, const block *b, const datex *d, meeting_said *ret)
{
	if (ret->block_end != b->tok + b->ntok)
		ret->end = ret->first = b->tok;
	ret->block_end = b->tok + b->ntok;
	while (ret->end <= d->tok) {
		ret->first = ret->end;
		ret->end = sentence_end(s, ret->first, b->tok + b->ntok);
	}
}

/* Date `k` and those of the same block behind it up to one that has what it lacks, an hour or a
 * day: "từ ngày 18/5 đến ngày 19/5; buổi sáng từ 8h00". false when none has. */
static bool hour_and_day(const scan *s, uint32_t k, uint32_t end, meeting_said *ret)
{
	enum { FAR = 4 };
	const datexes *ds = &s->r->dates;
	bool hour = false, day = false;

	for (uint32_t j = k; j < ds->n && j < k + FAR && ds->p[j].tok < end; j++) {
		if (meeting_limit(&ds->p[j]) || meeting_cited(s, &ds->p[j]))
			return false;
		hour |= meeting_hour(&ds->p[j]);
		day |= meeting_day(&ds->p[j]);
		ret->from = ds->p[k].tok;
		ret->to = ds->p[j].tok + ds->p[j].ntok;
		if (hour && day)
			return true;
	}
	return false;
}

bool meeting_call(const scan *s, meeting_said *ret)
{
	const datexes *ds = &s->r->dates;
	uint32_t seen = 0; /* tokens before it call nobody */
	meeting_said own = {0};

	for (uint32_t d = 0; d < ds->n; d++) {
		const block *b;

		if ((!meeting_hour(&ds->p[d]) && !meeting_day(&ds->p[d])) ||
		    (b = meeting_may_be(s, &ds->p[d])) == NULL)
			continue;
		seen = seen < b->tok ? b->tok : seen;
		seen = says_any_in(s, seen, ds->p[d].tok, &said_calls);
		if (seen >= ds->p[d].tok || !hour_and_day(s, d, b->tok + b->ntok, ret))
			continue;
		meeting_sentence(s, b, &ds->p[d], &own);
		ret->first = own.first;
		ret->end = own.end;
		ret->block_end = own.block_end;
		if (ret->end < ret->to)
			ret->end = b->tok + b->ntok;
		return true;
	}
	return false;
}
