/*
 * meeting_passing.c - meetings that a paper about other things, or a plan, holds besides.
 *
 * The mark of one is an hour of a day to come that no bound makes a limit: there the sentence itself says that
 * people come together and where ("Lễ phát động được tổ chức lúc 8 giờ ngày 12/9 tại ..."), or the heading
 * above names what is held ("2. Đại hội trù bị" over "- Thời gian: 16 giờ 20 ngày ..."). What somebody is told
 * to hold (but not to attend), what a numbered paper called and what was held are none; a time of which
 * nobody says that people meet then (of weather, of a signature, of the drawing of lots) must never become one.
 */
#include "reading/facts/meetings/meetings.h"

#include "reading/facts/text/within.h"
#include "reading/facts/told/told.h"

/* Of so many, that a text of nothing but hours costs no more than its length. */
enum { PASSING_MAX = 16, LABEL_MAX = 12, HEADING_MAX = 60 };

/* "Đề nghị sinh viên có mặt tại Hội trường lúc 6h45 ngày 30/6 để dự Lễ": does it tell people to come? */
static bool attends(const scan *s, const meeting_said *said)
{
	static const slice comes[] = {S("có mặt"), S("tham dự"), S("dự"), S("đến dự"),
	                              S("tập trung")};
	SAYINGS(comes);

	return says_any_in(s, said->first, said->from, &said_comes) < said->from;
}

/* Does the sentence itself call: by whoever writes, by what is to be held, as something to come? */
static bool calls_itself(const scan *s, const meeting_said *said)
{
	static const slice coming[] = {
		S("sẽ"),           S("dự kiến"),     S("kính mời"), S("trân trọng mời"),
		S("được tổ chức"), S("tổ chức lại"), S("họp lại")};
	SAYINGS(coming);
	uint32_t first = order_skip_connective(s, said->first, said->end);
	actors who = {0};

	if (meeting_gathers_in(s, first, said->end) >= said->end)
		return false;
	return attends(s, said) || says_any_in(s, first, said->from, &said_coming) < said->from ||
	       meeting_gathers(s, first) ||
	       (actors_at(s, first, said->end, false, &who) > first &&
	        told_by_itself(s, &who.p[0]));
}

/* Does a numbered paper stand in the sentence before the time? It may be that which called; a decision calls
 * nobody ("sinh viên tốt nghiệp theo Quyết định số 7 có mặt lúc"). */
static bool after_paper(const scan *s, const meeting_said *said)
{
	uint32_t k = citations_from(s, scan_tok(s, said->first)->at);

	for (; k < s->r->citations.n && s->r->citations.p[k].at.at < scan_tok(s, said->from)->at;
	     k++)
		if (s->r->citations.p[k].number.n != 0 &&
		    says(s, ordered_find(ORDERED(&s->tk, at), s->r->citations.p[k].at.at),
		         S("quyết định")) == 0)
			return true;
	return false;
}

/* Is anybody told before the time to do or to hold something? "giao" of "họp giao ban" tells nobody. */
static bool tells(const scan *s, const meeting_said *said)
{
	uint32_t i = said->first;

	while ((i = cue_next(s, i, said->from, CUE_ASSIGN)) < said->from) {
		if (i == said->first || scan_tok(s, i - 1)->cue_len < 2)
			return true;
		i++;
	}
	return false;
}

/* "... lúc 8h00 ngày 12/5. Địa điểm: Hội trường lớn.": the place that is labelled right behind the sentence. */
static bool label_behind(const scan *s, const meeting_said *said, uint32_t *ret_from,
                         uint32_t *ret_end)
{
	enum { NEAR = 40 };
	uint32_t far = said->end + NEAR < said->block_end ? said->end + NEAR : said->block_end;

	return meeting_place_label(s, said->end, far, ret_from, ret_end);
}

/* Where people meet, by the sentence, by what its paragraph labels so behind it, or by the next block. */
static bool has_place(const scan *s, const block *b, const meeting_said *said)
{
	const blocks *bs = &s->r->blocks;
	uint32_t from, to;

	return meeting_venue(s, said->first, said->end, &from, &to) ||
	       label_behind(s, said, &from, &to) ||
	       (b + 1 < bs->p + bs->n && b[1].zone == b->zone &&
	        slot_at(s, b + 1, &from) == SLOT_PLACE);
}

/* "Cuộc họp ngày 20/5 được điều chỉnh sang 15h30 cùng ngày": does the sentence move to this time what it begins with? */
static bool moves_to(const scan *s, const meeting_said *said)
{
	uint32_t i = said->from;

	return i > said->first && scan_is(s, i - 1, W_SANG) && meeting_gathers(s, said->first);
}

/* Held to more: an hour and its day in one, a place, nobody told to hold it, all in a sentence as
 * people write them: a longer one is looked through for each of its dates. */
static bool in_passing(const scan *s, const datex *d, const block *b, const meeting_said *said)
{
	enum { WORDS = 200 };

	if (moves_to(s, said))
		return true;
	return said->end - said->first <= WORDS && meeting_hour(d) && meeting_day(d) &&
	       has_place(s, b, said) && (attends(s, said) || !tells(s, said)) &&
	       !after_paper(s, said) && calls_itself(s, said);
}

/* The words over block b: its heading, or the paragraph with a colon over the list that it is of. */
static const block *lead_in(const scan *s, const block *b)
{
	enum { ITEMS = 16 };
	const block *head = b;

	if (b->parent >= 0)
		return &s->r->blocks.p[b->parent];
	for (uint32_t n = 0; n < ITEMS && head > s->r->blocks.p && head->zone == b->zone; n++) {
		head--;
		if (head->marker_class == MARKER_NONE)
			return head->ntok != 0 && scan_mark(s, head->tok + head->ntok - 1, ':')
			               ? head
			               : NULL;
		if (head->marker_class != b->marker_class)
			return NULL;
	}
	return NULL;
}

/* "2. Đại hội trù bị" over "- Thời gian: 16 giờ 20 phút ngày 24/10", "... mở hai lớp tập huấn:" over "- Lớp 1: từ 8h00
 * ngày", "15h00 ngày 12/3: Họp giao ban": the time with which a block begins, and what is held stands over it, or behind
 * its colon. */
static bool under_heading(const scan *s, const datex *d, const block *b)
{
	uint32_t after = b->tok, i = d->tok + d->ntok;
	const block *head;
	enum slot slot;

	if (d->tok > b->tok + LABEL_MAX)
		return false;
	if (d->tok <= b->tok + 1 && scan_mark(s, i, ':') && meeting_gathers(s, i + 1))
		return true;
	slot = slot_at(s, b, &after);
	if ((slot != SLOT_TIME && slot != SLOT_BOTH && slot != SLOT_NONE) ||
	    d->tok > (slot == SLOT_NONE ? b->tok : after) + 1)
		return false;
	head = lead_in(s, b);
	if (head == NULL || head->ntok == 0 || head->ntok > HEADING_MAX)
		return false;
	i = head->tok + head->ntok;
	if (scan_mark(s, i - 1, ':') && head->marker_class == MARKER_NONE)
		return meeting_gathers_in(s, head->tok, i) < i;
	i = head->tok + says(s, head->tok, S("tổ chức"));
	return meeting_gathers(s, i);
}

/* "- Thôn A: 8 giờ 00 ngày 05/6 tại Nhà văn hóa thôn" in a notice whose title names what people come together for: an
 * hour of a day at the head of its line, behind a label at most, and where. */
static bool in_session(const scan *s, const datex *d, const block *b, const meeting_said *said)
{
	uint32_t from, to;

	if (d->tok > b->tok + LABEL_MAX || !(d->tok <= b->tok + 1 || scan_mark(s, d->tok - 1, ':')))
		return false;
	return !meeting_other_time(s, b->tok, d->tok) &&
	       meeting_venue(s, d->tok, said->end, &from, &to);
}

/* "- Địa điểm: Hội trường E" among the blocks beside b: the place of what is held then. */
static void place_beside(scan *s, meeting *m, const block *b)
{
	enum { BESIDE = 8 };
	const blocks *bs = &s->r->blocks;
	const block *x = b + 1;

	for (uint32_t n = 0; n < BESIDE && x < bs->p + bs->n && x->parent == b->parent; n++, x++) {
		uint32_t after = x->tok, end = x->tok + x->ntok;

		if (slot_at(s, x, &after) != SLOT_PLACE)
			continue;
		meeting_trim(s, after, &end);
		if (after < end)
			meeting_place_only(s, m, after, end);
		return;
	}
}

/* Is it one of those already found? */
static bool known(const scan *s, slice start)
{
	for (uint32_t k = 0; k < s->r->meetings.n; k++)
		if (slice_eq(s->r->meetings.p[k].start, start))
			return true;
	return false;
}

/* May a paper of its kind and purpose hold one besides? */
static bool may_pass(const scan *s)
{
	switch (s->r->purpose) {
	case PURPOSE_REPLY:
	case PURPOSE_REPORT:
	case PURPOSE_PROGRAMME:
		return false;
	default:
		break;
	}
	switch (s->r->kind.value) {
	case KIND_CONG_VAN:
	case KIND_THONG_BAO:
	case KIND_CONG_DIEN:
	case KIND_KET_LUAN:
	case KIND_KE_HOACH:
	case KIND_HUONG_DAN:
	case KIND_CHI_THI:
		return true;
	default:
		return false;
	}
}

void meetings_in_passing(scan *s)
{
	const datexes *ds = &s->r->dates;
	meeting_said said = {0};
	bool titled = s->r->dates.n != 0 && s->r->kind.value == KIND_THONG_BAO && meeting_titled(s);

	if (!may_pass(s))
		return;
	for (uint32_t k = 0; k < ds->n && s->r->meetings.n < PASSING_MAX; k++) {
		const datex *d = &ds->p[k];
		meeting m = meeting_new(MEETING_CALLED);
		const block *b;
		uint32_t from, to;
		bool passing;

		if (!meeting_hour(d) || !meeting_day(d) || (b = meeting_may_be(s, d)) == NULL)
			continue;
		meeting_sentence(s, b, d, &said);
		said.from = d->tok;
		said.to = d->tok + d->ntok;
		passing = in_passing(s, d, b, &said);
		if (!passing && !under_heading(s, d, b) && !(titled && in_session(s, d, b, &said)))
			continue;
		(void)meeting_when(s, &m, said.from, said.to);
		if (m.date < 0 || known(s, m.start))
			continue;
		if (meeting_venue(s, said.first, said.end, &from, &to))
			meeting_place_only(s, &m, from - (passing && scan_is(s, from - 1, W_TAI)),
			                   to);
		else if (label_behind(s, &said, &from, &to))
			meeting_place_only(s, &m, from, to);
		else
			place_beside(s, &m, b);
		meeting_chair_in(s, &m, said.first, said.end);
		m.mode = m.places.n != 0 ? MODE_ON_SITE : MODE_NOT_STATED;
		*VEC_PUSH(s->a, &s->r->meetings) = m;
	}
}

bool meeting_planned(const scan *s)
{
	return s->r->kind.value == KIND_KE_HOACH && meeting_titled(s) && meeting_slots(s);
}
