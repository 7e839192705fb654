/*
 * purpose.c - what a letter is for, and whose conclusion it tells.
 *
 * The kind says it for most; else the subject; else what the body does: a letter
 * with a time and a place calls a meeting, one that gives duties assigns. What
 * none of these shows is "other" (or "information" for a notice).
 */
#include "reading/facts/facts.h"

#include "reading/facts/meetings/meetings.h"

enum { OWNER_TOKENS_MAX = 30 };

/* TITLE(words, only at the head of the title?, what they mean). First that fits wins. */
#define TITLES                                                                                     \
	TITLE("kết luận của", true, PURPOSE_CONCLUSION)                                            \
	TITLE("kết luận tại", true, PURPOSE_CONCLUSION)                                            \
	TITLE("kết luận cuộc họp", true, PURPOSE_CONCLUSION)                                       \
	TITLE("kết luận hội nghị", true, PURPOSE_CONCLUSION)                                       \
	TITLE("kết luận buổi", true, PURPOSE_CONCLUSION)                                           \
	TITLE("kết luận phiên họp", true, PURPOSE_CONCLUSION)                                      \
	TITLE("ý kiến kết luận", true, PURPOSE_CONCLUSION)                                         \
	TITLE("thông báo kết luận", true, PURPOSE_CONCLUSION)                                      \
	TITLE("kết luận chỉ đạo", true, PURPOSE_CONCLUSION)                                        \
	TITLE("kết luận, chỉ đạo", true, PURPOSE_CONCLUSION)                                       \
	TITLE("nội dung kết luận", true, PURPOSE_CONCLUSION)                                       \
	TITLE("một số nội dung kết luận", true, PURPOSE_CONCLUSION)                                \
	TITLE("ý kiến chỉ đạo, kết luận", true, PURPOSE_CONCLUSION)                                \
	TITLE("chương trình làm việc", true, PURPOSE_PROGRAMME)                                    \
	TITLE("lịch làm việc", true, PURPOSE_PROGRAMME)                                            \
	TITLE("lịch công tác", true, PURPOSE_PROGRAMME)                                            \
	TITLE("chương trình công tác", true, PURPOSE_PROGRAMME)                                    \
	TITLE("mời họp", false, PURPOSE_INVITATION)                                                \
	TITLE("mời dự", false, PURPOSE_INVITATION)                                                 \
	TITLE("mời tham dự", false, PURPOSE_INVITATION)                                            \
	TITLE("triệu tập", false, PURPOSE_INVITATION)                                              \
	TITLE("hoãn họp", false, PURPOSE_INVITATION)                                               \
	TITLE("hoãn hội nghị", false, PURPOSE_INVITATION)                                          \
	TITLE("hoãn cuộc họp", false, PURPOSE_INVITATION)                                          \
	TITLE("đôn đốc", false, PURPOSE_URGING)                                                    \
	TITLE("trả lời", true, PURPOSE_REPLY)                                                      \
	TITLE("phúc đáp", true, PURPOSE_REPLY)                                                     \
	TITLE("tham gia ý kiến", true, PURPOSE_REPLY)                                              \
	TITLE("góp ý", true, PURPOSE_REPLY)                                                        \
	TITLE("ý kiến đối với", true, PURPOSE_REPLY)                                               \
	TITLE("ý kiến về", true, PURPOSE_REPLY)                                                    \
	TITLE("báo cáo", true, PURPOSE_REPORT)

#define TITLE(words, start, means) S(words),
static const slice title_words[] = {TITLES};
#undef TITLE
SAYINGS(title_words);

static const struct {
	bool start;
	purpose means;
} title_rules[] = {
#define TITLE(words, start, means) {start, means},
	TITLES
#undef TITLE
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

static purpose by_title(const scan *s, uint32_t i, uint32_t end)
{
	size_t best = ARRAY_LEN(title_rules);

	while (i < end && (says(s, i, S("về")) || says(s, i, S("việc"))))
		i++;
	for (uint32_t j = i; j < end || j == i; j++)
		for (size_t k = 0; says_next(s, j, &said_title_words, &k) != 0;)
			if (k - 1 < best && (title_rules[k - 1].start ? j == i : j < end))
				best = k - 1;
	return best < ARRAY_LEN(title_rules) ? title_rules[best].means : PURPOSE_NONE;
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
