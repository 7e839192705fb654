/*
 * purpose.c - what a letter is for, and whose conclusion it tells.
 *
 * The kind says it for most; else the subject; else what the body does: a letter
 * with a time and a place calls a meeting, one that gives duties assigns. What
 * none of these shows is "other" (or "information" for a notice).
 */
#include "reading/facts/facts.h"
#include "reading/facts/meetings.h"

enum { OWNER_TOKENS_MAX = 30 };

typedef struct title_rule {
	slice words;
	bool start; /* only at the head of the title */
	purpose means;
} title_rule;

/* First that fits wins. */
static const title_rule title_rules[] = {
	{S("kết luận của"), true, PURPOSE_CONCLUSION},
	{S("kết luận tại"), true, PURPOSE_CONCLUSION},
	{S("kết luận cuộc họp"), true, PURPOSE_CONCLUSION},
	{S("kết luận hội nghị"), true, PURPOSE_CONCLUSION},
	{S("kết luận buổi"), true, PURPOSE_CONCLUSION},
	{S("kết luận phiên họp"), true, PURPOSE_CONCLUSION},
	{S("ý kiến kết luận"), true, PURPOSE_CONCLUSION},
	{S("thông báo kết luận"), true, PURPOSE_CONCLUSION},
	{S("kết luận chỉ đạo"), true, PURPOSE_CONCLUSION},
	{S("kết luận, chỉ đạo"), true, PURPOSE_CONCLUSION},
	{S("nội dung kết luận"), true, PURPOSE_CONCLUSION},
	{S("một số nội dung kết luận"), true, PURPOSE_CONCLUSION},
	{S("ý kiến chỉ đạo, kết luận"), true, PURPOSE_CONCLUSION},
	{S("chương trình làm việc"), true, PURPOSE_PROGRAMME},
	{S("lịch làm việc"), true, PURPOSE_PROGRAMME},
	{S("lịch công tác"), true, PURPOSE_PROGRAMME},
	{S("chương trình công tác"), true, PURPOSE_PROGRAMME},
	{S("mời họp"), false, PURPOSE_INVITATION},
	{S("mời dự"), false, PURPOSE_INVITATION},
	{S("mời tham dự"), false, PURPOSE_INVITATION},
	{S("triệu tập"), false, PURPOSE_INVITATION},
	{S("hoãn họp"), false, PURPOSE_INVITATION},
	{S("hoãn hội nghị"), false, PURPOSE_INVITATION},
	{S("hoãn cuộc họp"), false, PURPOSE_INVITATION},
	{S("đôn đốc"), false, PURPOSE_URGING},
	{S("trả lời"), true, PURPOSE_REPLY},
	{S("phúc đáp"), true, PURPOSE_REPLY},
	{S("tham gia ý kiến"), true, PURPOSE_REPLY},
	{S("góp ý"), true, PURPOSE_REPLY},
	{S("ý kiến đối với"), true, PURPOSE_REPLY},
	{S("ý kiến về"), true, PURPOSE_REPLY},
	{S("báo cáo"), true, PURPOSE_REPORT},
};

/* Kinds that say what they are for. */
static const struct {
	doc_kind kind;
	purpose means;
} kind_rules[] = {
	{KIND_GIAY_MOI, PURPOSE_INVITATION},  {KIND_KET_LUAN, PURPOSE_CONCLUSION},
	{KIND_BAO_CAO, PURPOSE_REPORT},       {KIND_CHI_THI, PURPOSE_ASSIGNMENT},
	{KIND_CONG_DIEN, PURPOSE_ASSIGNMENT}, {KIND_PHIEU_TRINH, PURPOSE_REPORT},
};

/* "CHƯƠNG TRÌNH / Công tác tháng 11", "CHƯƠNG TRÌNH / Làm việc của ...": what is held when. */
static const slice held[] = {S("công tác"), S("làm việc"), S("phiên họp"),
                             S("kỳ họp"),   S("hội nghị"), S("tiếp xúc")};
SAYINGS(held);

/* Words of a letter that calls for what has not come. */
static const slice lateness[] = {
	S("chưa gửi báo cáo"), S("chưa nhận được báo cáo"), S("chưa có báo cáo"),
	S("chưa báo cáo"),     S("chậm báo cáo"),           S("chậm gửi báo cáo"),
	S("quá hạn"),          S("chưa thực hiện báo cáo"), S("chưa gửi kết quả"),
	S("chưa gửi văn bản"), S("chưa gửi ý kiến"),
};
SAYINGS(lateness);

/* First token at or after byte `at`. O(log). */
static uint32_t token_from(const scan *s, uint32_t at)
{
	return ordered_find(ORDERED(&s->tk, at), at);
}

static bool stands_in(const scan *s, uint32_t i, uint32_t end, slice words)
{
	while (i < end && says(s, i, words) == 0)
		i++;
	return i < end;
}

static purpose by_title(const scan *s, uint32_t i, uint32_t end)
{
	while (i < end && (says(s, i, S("về")) || says(s, i, S("việc"))))
		i++;
	for (size_t k = 0; k < ARRAY_LEN(title_rules); k++) {
		const title_rule *t = &title_rules[k];

		if (t->start ? says(s, i, t->words) != 0 : stands_in(s, i, end, t->words))
			return t->means;
	}
	return PURPOSE_NONE;
}

/* Does a letter say, before it orders, that something is late? */
static bool tells_late(const scan *s)
{
	enum { OPENING_BLOCKS = 4 };
	uint32_t seen = 0;

	if (s->r->kind.value != KIND_CONG_VAN)
		return false;
	for (uint32_t k = 0; k < s->r->blocks.n && seen < OPENING_BLOCKS; k++) {
		const block *b = &s->r->blocks.p[k];

		if (b->zone != ZONE_BODY)
			continue;
		seen++;
		if (b->marker.len == 0 &&
		    says_any_in(s, b->tok, b->tok + b->ntok, &said_lateness) < b->tok + b->ntok)
			return true;
	}
	return false;
}

/* Does a letter "V/v báo cáo ..." report ("... báo cáo như sau:"), rather than ask for
 * reports? */
static bool reports_itself(const scan *s)
{
	for (uint32_t k = 0; k < s->r->blocks.n; k++) {
		const block *b = &s->r->blocks.p[k];
		uint32_t end = b->tok + b->ntok, i = b->tok;
		bool report = false, order = false;

		if (b->zone != ZONE_BODY || b->ntok < 3 || !scan_mark(s, end - 1, ':') ||
		    says_any_in(s, end - 3, end, SAID("sau")) == end)
			continue;
		for (; i < end; i++) {
			report |= scan_tok(s, i)->cue == CUE_REPORT;
			order |= scan_tok(s, i)->cue == CUE_ASSIGN;
		}
		if (report)
			return !order;
	}
	return false;
}

/* Does the body give anybody a duty? */
static bool gives_duties(const scan *s)
{
	for (uint32_t k = 0; k < s->cue.n; k++) {
		int32_t b;

		if (s->cue.p[k].cls != CUE_ASSIGN && s->cue.p[k].cls != CUE_LEAD &&
		    s->cue.p[k].cls != CUE_DUTY)
			continue;
		b = block_of_tok(s, s->cue.p[k].tok);
		if (b >= 0 && s->r->blocks.p[b].zone == ZONE_BODY)
			return true;
	}
	return false;
}

/* "Trả lời công văn số 04/VB ... của Công ty A": does the opening of a letter say that it answers? */
static bool answers(const scan *s)
{
	enum { OPENING_BLOCKS = 4 };
	static const slice openings[] = {S("trả lời"), S("phúc đáp")};
	SAYINGS(openings);
	uint32_t seen = 0;

	for (uint32_t k = 0; k < s->r->blocks.n && seen < OPENING_BLOCKS; k++) {
		if (s->r->blocks.p[k].zone != ZONE_BODY)
			continue;
		seen++;
		if (s->r->blocks.p[k].marker.len == 0 &&
		    says_any(s, s->r->blocks.p[k].tok, &said_openings, NULL) != 0)
			return true;
	}
	return false;
}

/* "... tham gia ý kiến như sau:": does a letter about opinions give its own? */
static bool gives_opinion(const scan *s)
{
	static const slice opinions[] = {S("ý kiến"), S("góp ý"), S("trả lời")};
	SAYINGS(opinions);

	for (uint32_t k = 0; k < s->r->blocks.n; k++) {
		const block *b = &s->r->blocks.p[k];
		uint32_t end = b->tok + b->ntok;

		if (b->zone == ZONE_BODY && b->ntok > 3 && scan_mark(s, end - 1, ':') &&
		    says_any_in(s, b->tok, end, &said_opinions) < end)
			return true;
	}
	return false;
}

/* "Kết luận của Chủ tịch UBND tỉnh tại Hội nghị …": who. */
static void find_owner(scan *s, uint32_t i, uint32_t end)
{
	static const slice stops[] = {S("tại"), S("về"),  S("trong"),   S("ở"),       S("sau"),
	                              S("với"), S("qua"), S("đối với"), S("nhân dịp")};
	SAYINGS(stops);
	uint32_t from = says_any_in(s, i, end, SAID("kết luận")), to;

	/* "THÔNG BÁO KẾT LUẬN / của Chủ tịch …": the title goes on from the kind's line. */
	if (from == end && scan_is(s, i, W_CUA))
		from = i;
	while (from < end && !scan_is(s, from, W_CUA))
		from++;
	if (++from >= end)
		return;
	for (to = from; to < end && to - from < OWNER_TOKENS_MAX; to++)
		if (!(scan_tok(s, to)->flags & TF_CAP) && says_any(s, to, &said_stops, NULL) != 0)
			break;
	s->r->conclusion_of = meeting_person(s, from, to);
}

/* Does a text without any head end as a letter of invitation does: "kính mời … đến dự …"? */
static bool invites(const scan *s)
{
	if (s->r->title.at.len != 0 || s->r->dates.n == 0)
		return false;
	for (uint32_t k = 0; k < s->r->blocks.n; k++) {
		const block *b = &s->r->blocks.p[k];
		uint32_t end = b->tok + b->ntok, i;

		if (b->zone != ZONE_BODY || b->table >= 0 || b->marker.len != 0)
			continue;
		i = says_any_in(s, b->tok, end, SAID("kính mời"));
		if (i < end && says_any_in(s, i, end, SAID("dự")) < end)
			return true;
	}
	return false;
}

/* Kinds that may call a meeting without saying so in the title. */
static bool may_call(doc_kind k)
{
	return k == KIND_CONG_VAN || k == KIND_THONG_BAO || k == KIND_CONG_DIEN || k == KIND_NONE;
}

void purpose_find(scan *s)
{
	uint32_t i = token_from(s, s->r->title.at.at);
	uint32_t end = token_from(s, span_end(s->r->title.at));
	purpose p = PURPOSE_NONE;

	for (size_t k = 0; k < ARRAY_LEN(kind_rules); k++)
		if (kind_rules[k].kind == s->r->kind.value)
			p = kind_rules[k].means;
	if (p == PURPOSE_NONE && i < end)
		p = by_title(s, i, end);
	if (s->r->kind.value == KIND_CONG_VAN && gives_duties(s) &&
	    ((p == PURPOSE_REPORT && !reports_itself(s)) ||
	     (p == PURPOSE_REPLY && !gives_opinion(s) && !answers(s))))
		p = PURPOSE_NONE;
	if (s->r->kind.value == KIND_KHAC || (s->r->kind.value == KIND_CHUONG_TRINH && i < end &&
	                                      says_any(s, i, &said_held, NULL) != 0))
		p = PURPOSE_PROGRAMME;
	/* "THÔNG BÁO KẾT LUẬN" as the line of the kind */
	if (p == PURPOSE_NONE && s->r->kind.at.len != 0 &&
	    (s->r->number.at.len == 0 || s->r->number.at.at != s->r->kind.at.at)) {
		uint32_t from = token_from(s, s->r->kind.at.at);
		uint32_t to = token_from(s, span_end(s->r->kind.at));

		if (says_any_in(s, from, to, SAID("kết luận")) < to)
			p = PURPOSE_CONCLUSION;
	}
	if (p != PURPOSE_CONCLUSION && p != PURPOSE_PROGRAMME && p != PURPOSE_REPORT &&
	    may_call(s->r->kind.value) && meeting_slots(s))
		p = PURPOSE_INVITATION;
	if (p == PURPOSE_NONE && s->r->kind.value == KIND_NONE && invites(s))
		p = PURPOSE_INVITATION;
	if (p == PURPOSE_NONE &&
	    (s->r->kind.value == KIND_NONE || s->r->kind.value == KIND_CONG_VAN) && answers(s))
		p = PURPOSE_REPLY;
	if (p == PURPOSE_NONE && s->r->kind.value != KIND_NONE)
		p = gives_duties(s)                      ? PURPOSE_ASSIGNMENT
		    : s->r->kind.value == KIND_THONG_BAO ? PURPOSE_INFORMATION
		                                         : PURPOSE_OTHER;
	if (p == PURPOSE_ASSIGNMENT && tells_late(s))
		p = PURPOSE_URGING;
	s->r->purpose = p;
	if (p == PURPOSE_CONCLUSION)
		find_owner(s, i, end);
}
