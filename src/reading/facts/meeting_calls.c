/*
 * meeting_calls.c - the sentence that calls a meeting, where no part of the letter does.
 *
 * "Sở A tổ chức họp vào lúc 14 giờ 00 ngày 28/4/2026 tại phòng họp tầng 2" in an invitation; and,
 * held to more, the same in passing in a letter or a conclusion that is about other things: there
 * the sentence must say itself that it calls, when, at what hour and where. What a cited paper
 * called, what was held, and until when something is to be sent are none: it must never take a limit,
 * or the day of a cited paper, for that of a meeting.
 */
#include "reading/facts/meetings.h"
#include "reading/facts/orders_priv.h"
#include "reading/facts/within.h"

static const slice calls[] = {S("mời"),      S("họp"),       S("hội nghị"),
                              S("làm việc"), S("triệu tập"), S("tổ chức"),
                              S("khai mạc"), S("xuất phát"), S("tập huấn")};
SAYINGS(calls);

bool meeting_calls(const scan *s, uint32_t i, uint32_t end)
{
	return says_any_in(s, i, end, &said_calls) < end;
}

/* Is the date part of the name of a paper ("Giấy mời số 9/GM-UBND ngày …")? */
static bool cited(const scan *s, const datex *d)
{
	uint32_t k = citations_from(s, d->at.at + 1);

	return k != 0 && span_end(s->r->citations.p[k - 1].at) > d->at.at;
}

static bool is_limit(const datex *d)
{
	return d->bound == BOUND_BY || d->bound == BOUND_BEFORE;
}

/* Is the day of the date before the letter's own? */
static bool is_past(const scan *s, const datex *d)
{
	slice issued = s->r->issued.value;

	return issued.n == DAY_LEN && meeting_day(d) && d->value.n >= DAY_LEN &&
	       memcmp(d->value.p, issued.p, DAY_LEN) < 0;
}

/* The block of the body in which date d stands, if somebody may meet then; NULL otherwise. */
static const block *meets_in(const scan *s, const datex *d)
{
	int32_t k;

	if (is_limit(d) || d->value.n == 0 || cited(s, d) || is_past(s, d))
		return NULL;
	k = block_of_tok(s, d->tok);
	return k >= 0 && s->r->blocks.p[k].zone == ZONE_BODY ? &s->r->blocks.p[k] : NULL;
}

/* The sentence of date d in block b; dates come in order, so it is that of the last or stands behind
 * it. O(block) for all of a block. */
static void sentence_of(const scan *s, const block *b, const datex *d, meeting_said *ret)
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
		if (is_limit(&ds->p[j]) || cited(s, &ds->p[j]))
			return false;
		/* "dự kiến ngày 22/4 nay lùi đến 8h00 ngày 24/4": one by itself is the time */
		if (day && meeting_day(&ds->p[j]) && meeting_hour(&ds->p[j]))
			k = j;
		hour |= meeting_hour(&ds->p[j]);
		day |= meeting_day(&ds->p[j]);
		ret->from = ds->p[k].tok;
		ret->to = ds->p[j].tok + ds->p[j].ntok;
		if (hour && day)
			return true;
	}
	return false;
}

/* Does the sentence itself call: by whoever writes, by what is to be held, as something to come? */
static bool calls_itself(const scan *s, const meeting_said *said)
{
	static const slice coming[] = {
		S("sẽ"),           S("dự kiến"),     S("kính mời"), S("trân trọng mời"),
		S("được tổ chức"), S("tổ chức lại"), S("họp lại")};
	static const slice held[] = {
		S("họp"),       S("cuộc họp"),     S("phiên họp"),    S("hội nghị"), S("hội thảo"),
		S("lễ"),        S("giao ban"),     S("buổi"),         S("tọa đàm"),  S("tập huấn"),
		S("đối thoại"), S("lớp tập huấn"), S("lớp bồi dưỡng")};
	SAYINGS(coming);
	SAYINGS(held);
	uint32_t first = order_skip_connective(s, said->first, said->end);
	actors who = {0};

	if (says_any_in(s, first, said->end, &said_held) >= said->end &&
	    says_any_in(s, first, said->end, SAID("làm việc với")) >= said->end)
		return false;
	return says_any_in(s, first, said->from, &said_coming) < said->from ||
	       says_any(s, first, &said_held, NULL) != 0 ||
	       (actors_at(s, first, said->end, false, &who) > first &&
	        told_by_itself(s, &who.p[0]));
}

/* Does a numbered paper stand in the sentence before the time? It may be that which called. */
static bool after_paper(const scan *s, const meeting_said *said)
{
	uint32_t k = citations_from(s, scan_tok(s, said->first)->at);

	for (; k < s->r->citations.n && s->r->citations.p[k].at.at < scan_tok(s, said->from)->at;
	     k++)
		if (s->r->citations.p[k].number.n != 0)
			return true;
	return false;
}

/* Held to more: an hour and its day in one, a place, nobody told to hold it, all in a sentence as
 * people write them: a longer one is looked through for each of its dates. */
static bool in_passing(const scan *s, const datex *d, const meeting_said *said)
{
	enum { WORDS = 200 };
	uint32_t from, to;

	return said->end - said->first <= WORDS && meeting_hour(d) && meeting_day(d) &&
	       meeting_venue(s, said->first, said->end, &from, &to) &&
	       cue_next(s, said->first, said->from, CUE_ASSIGN) >= said->from &&
	       !after_paper(s, said) && calls_itself(s, said);
}

bool meeting_call(const scan *s, bool passing, meeting_said *ret)
{
	const datexes *ds = &s->r->dates;
	uint32_t seen = 0; /* tokens before it call nobody */
	meeting_said own = {0};

	for (uint32_t d = 0; d < ds->n; d++) {
		const block *b;

		if ((!meeting_hour(&ds->p[d]) && (passing || !meeting_day(&ds->p[d]))) ||
		    (b = meets_in(s, &ds->p[d])) == NULL)
			continue;
		seen = seen < b->tok ? b->tok : seen;
		seen = says_any_in(s, seen, ds->p[d].tok, &said_calls);
		if (seen >= ds->p[d].tok || !hour_and_day(s, d, b->tok + b->ntok, ret))
			continue;
		sentence_of(s, b, &ds->p[d], &own);
		ret->first = own.first;
		ret->end = own.end;
		ret->block_end = own.block_end;
		if (ret->end < ret->to)
			ret->end = b->tok + b->ntok;
		if (!passing || in_passing(s, &ds->p[d], ret))
			return true;
	}
	return false;
}

bool meeting_listed(scan *s, const meeting *m)
{
	const blocks *bs = &s->r->blocks;
	uint32_t k = 0, first = s->r->meetings.n;

	while (k < bs->n && bs->p[k].zone != ZONE_BODY)
		k++;
	(void)meeting_list_from(s, k);
	for (k = first; k < s->r->meetings.n; k++) {
		meeting *x = &s->r->meetings.p[k];

		/* an invitation calls to what is to come */
		if (x->start.n > DAY_LEN && s->r->issued.value.n == DAY_LEN &&
		    memcmp(x->start.p, s->r->issued.value.p, DAY_LEN) < 0)
			continue;
		if (x->places.n == 0)
			x->places = m->places;
		if (x->chair.at.len == 0)
			x->chair = m->chair;
		if (x->participants.n == 0)
			x->participants = m->participants;
		s->r->meetings.p[first++] = *x;
	}
	s->r->meetings.n = first;
	return first > 0;
}

bool meeting_may_pass(const scan *s)
{
	switch (s->r->purpose) {
	case PURPOSE_REPLY:
	case PURPOSE_REPORT:
	case PURPOSE_PROGRAMME:
		return false;
	default:
		return s->r->kind.value == KIND_CONG_VAN || s->r->kind.value == KIND_THONG_BAO ||
		       s->r->kind.value == KIND_CONG_DIEN || s->r->kind.value == KIND_KET_LUAN;
	}
}
