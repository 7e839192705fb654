/*
 * meeting_slots.c - the headings of a call: time, place, people, chair, content.
 *
 * "2. Thời gian: …", "Thời gian ngày 22/10/2017, …" under a number without a colon,
 * "2. Địa điểm, thành phần:". A sentence that only begins with such words ("Thời
 * gian tới, …") is no heading.
 */
#include "reading/facts/meetings/meetings.h"

enum { HEAD_TOKENS_MAX = 10 };

#define HEADS(HEAD)                                                                                \
	HEAD("thời gian", SLOT_TIME)                                                               \
	HEAD("thời điểm", SLOT_TIME)                                                               \
	HEAD("ngày giờ", SLOT_TIME)                                                                \
	HEAD("buổi", SLOT_SESSION)                                                                 \
	HEAD("lớp", SLOT_SESSION)                                                                  \
	HEAD("địa điểm", SLOT_PLACE)                                                               \
	HEAD("nơi họp", SLOT_PLACE)                                                                \
	HEAD("thành phần", SLOT_WHO)                                                               \
	HEAD("đại biểu", SLOT_WHO)                                                                 \
	HEAD("khách mời", SLOT_WHO)                                                                \
	HEAD("đối tượng", SLOT_WHO)                                                                \
	HEAD("kính mời", SLOT_WHO)                                                                 \
	HEAD("trân trọng kính mời", SLOT_WHO)                                                      \
	HEAD("chủ trì", SLOT_CHAIR)                                                                \
	HEAD("đồng chủ trì", SLOT_CHAIR)                                                           \
	HEAD("chủ tọa", SLOT_CHAIR)                                                                \
	HEAD("người chủ trì", SLOT_CHAIR)                                                          \
	HEAD("nội dung", SLOT_WHAT)                                                                \
	HEAD("chương trình", SLOT_WHAT)                                                            \
	HEAD("hình thức", SLOT_MODE)                                                               \
	HEAD("tổ chức thực hiện", SLOT_OTHER)                                                      \
	HEAD("phân công", SLOT_OTHER)                                                              \
	HEAD("công tác chuẩn bị", SLOT_OTHER)                                                      \
	HEAD("chuẩn bị", SLOT_OTHER)                                                               \
	HEAD("kinh phí", SLOT_OTHER)                                                               \
	HEAD("tài liệu", SLOT_OTHER)                                                               \
	HEAD("một số yêu cầu", SLOT_OTHER)                                                         \
	HEAD("yêu cầu", SLOT_OTHER)                                                                \
	HEAD("trang phục", SLOT_OTHER)                                                             \
	HEAD("liên hệ", SLOT_OTHER)                                                                \
	HEAD("ghi chú", SLOT_OTHER)                                                                \
	HEAD("lưu ý", SLOT_OTHER)

#define HEAD(words, slot) S(words),
static const slice heads[] = {HEADS(HEAD)};
SAYINGS(heads);
#undef HEAD

#define HEAD(words, slot) slot,
static const uint8_t meant[] = {HEADS(HEAD)};
#undef HEAD

/* What may follow a heading that has no colon. */
static const slice time_words[] = {S("từ"),      S("vào"),     S("buổi"), S("ngày"),  S("lúc"),
                                   S("bắt đầu"), S("dự kiến"), S("sáng"), S("chiều"), S("hồi")};
SAYINGS(time_words);

/* Times that are not the meeting's: "Thời gian chạy thử đường truyền: …". */
static const slice other_times[] = {
	S("đường truyền"), S("chạy thử"),  S("thử"),     S("kết nối"),   S("tổng duyệt"),
	S("gửi"),          S("nộp"),       S("đăng ký"), S("báo cáo"),   S("trình bày"),
	S("phát biểu"),    S("tham luận"), S("góp ý"),   S("trả lời"),   S("hoàn thành"),
	S("đón"),          S("tập trung"), S("xe"),      S("thảo luận"),
};
SAYINGS(other_times);

bool meeting_other_time(const scan *s, uint32_t i, uint32_t end)
{
	return says_any_in(s, i, end, &said_other_times) < end;
}

/* Heads of a line only with a colon: "Khai mạc: 8h00 ngày …", "Tại: Hội trường …". */
static const slice begins[] = {S("bắt đầu"), S("khai mạc"), S("hồi"),    S("vào hồi"),
                               S("vào lúc"), S("lúc"),      S("giờ họp")};
static const slice ats[] = {S("tại"), S("nơi tổ chức"), S("phòng họp"), S("điểm cầu chính"),
                            S("tại địa điểm")};
SAYINGS(begins);
SAYINGS(ats);

/* Two parts in one heading. */
static enum slot combined(const scan *s, uint32_t i, uint32_t end, enum slot first)
{
	bool where = says_any_in(s, i, end, SAID("địa điểm")) < end;
	bool who = says_any_in(s, i, end, SAID("thành phần")) < end;
	bool when = says_any_in(s, i, end, SAID("thời gian")) < end;

	if (when && where)
		return SLOT_BOTH;
	if (where && who)
		return SLOT_SITES;
	return where && first == SLOT_MODE ? SLOT_PLACE : first;
}

/* The colon that closes the heading, in [i, end); end when there is none. */
static uint32_t heading_colon(const scan *s, uint32_t i, uint32_t end)
{
	for (uint32_t j = i; j < end && j - i <= HEAD_TOKENS_MAX; j++) {
		if (scan_mark(s, j, ':'))
			return j;
		if (scan_tok(s, j)->kind == TOK_NUM ||
		    (scan_tok(s, j)->kind == TOK_PUNCT && !scan_mark(s, j, ',') &&
		     !scan_mark(s, j, '-') && !scan_mark(s, j, '/')))
			break;
	}
	return end;
}

/* Are there, up to the end of the line, further parts and nothing else ("THỜI GIAN, ĐỊA ĐIỂM")? */
static bool only_parts(const scan *s, uint32_t i, uint32_t end)
{
	bool more = i < end;

	while (i < end && more) {
		uint32_t n = says(s, i, S("và"));

		i += n != 0 ? n : scan_tok(s, i)->kind == TOK_PUNCT;
		n = says_any(s, i, &said_heads, NULL);
		more = n != 0 && i + n <= end;
		i += n;
	}
	return more;
}

bool meeting_instant(const scan *s, uint32_t i, uint32_t end)
{
	const datexes *ds = &s->r->dates;

	for (uint32_t d = date_from(s, i); d < ds->n && ds->p[d].tok < end; d++)
		if (meeting_hour(&ds->p[d]) && meeting_day(&ds->p[d]))
			return true;
	return false;
}

/* Which part a line of its own gives by a word that heads none without a colon. */
static enum slot line_slot(const scan *s, uint32_t i, uint32_t end, uint32_t *ret_after)
{
	enum { VERB = 3 };
	uint32_t n = says_any(s, i, &said_begins, NULL);
	enum slot slot = n != 0 ? SLOT_BEGINS : SLOT_AT;

	n += n == 0 ? says_any(s, i, &said_ats, NULL) : 0;
	if (n == 0) { /* "Đến tại:", "Tổ chức tại:" */
		uint32_t far = i + VERB < end ? i + VERB : end, at = scan_next(s, i, far, W_TAI);

		n = at < far ? at + 1 - i : 0;
	}
	if (n == 0 || !scan_mark(s, i + n, ':') || i + n + 1 >= end)
		return SLOT_NONE;
	*ret_after = i + n + 1;
	return slot;
}

/* "2. Địa điểm làm việc": past the plain words of [i, end), which name no place and no time themselves. */
static uint32_t past_plain(const scan *s, uint32_t i, uint32_t end)
{
	uint32_t far = i + HEAD_TOKENS_MAX < end ? i + HEAD_TOKENS_MAX : end;

	while (i < far && scan_tok(s, i)->kind == TOK_WORD && !(scan_tok(s, i)->flags & TF_CAP) &&
	       !scan_is(s, i, W_TAI))
		i++;
	return i;
}

enum slot slot_at(const scan *s, const block *b, uint32_t *ret_after)
{
	uint32_t i = b->tok, end = b->tok + b->ntok, n, colon;
	enum slot slot;
	size_t which = 0;

	while (i < end && scan_punct(s, i))
		i++;
	n = says_any(s, i, &said_heads, &which);
	slot = n != 0 ? (enum slot)meant[which] : SLOT_NONE;
	/* "Buổi sáng" is a time, "Buổi 2" and "Buổi thứ hai" are counted */
	if (slot == SLOT_SESSION)
		n += scan_tok(s, i + n)->kind == TOK_NUM || says(s, i + n, S("thứ")) != 0;
	if (n == 0 || (slot == SLOT_SESSION && n == 1))
		return line_slot(s, i, end, ret_after);
	if (slot == SLOT_SESSION &&
	    scan_mark(s, i + n, '(')) /* "Lớp 1 (các xã phía Nam): khai mạc" */
		n = scan_next(s, i + n, end, ')') + 1 - i;
	colon = heading_colon(s, i + n, end);
	if (slot == SLOT_SESSION) {
		*ret_after = colon + 1;
		return colon < end && meeting_instant(s, colon, end) ? SLOT_TIME : SLOT_NONE;
	}
	if (colon < end) {
		*ret_after = colon + 1;
		if (slot == SLOT_TIME && says_any_in(s, i + n, colon, &said_other_times) < colon)
			return SLOT_OTHER;
		return combined(s, i, colon, slot);
	}
	/* The whole line, or the words run on under a number. */
	*ret_after = end;
	if (b->marker.len != 0 && b->marker_class != MARKER_BULLET && only_parts(s, i + n, end))
		return combined(s, i, end, slot);
	if (b->marker.len != 0 && b->ntok <= HEAD_TOKENS_MAX && b->marker_class != MARKER_BULLET &&
	    !scan_mark(s, end - 1, '.') && !scan_mark(s, end - 1, ';') &&
	    ((slot != SLOT_TIME && slot != SLOT_PLACE) || past_plain(s, i + n, end) >= end))
		return combined(s, i, end, slot);
	*ret_after = i + n;
	if (i + n == end)
		return b->marker.len != 0 || slot != SLOT_OTHER ? slot : SLOT_NONE;
	if (b->marker.len == 0 || b->marker_class == MARKER_BULLET)
		return SLOT_NONE;
	if (slot == SLOT_TIME && (scan_tok(s, i + n)->kind == TOK_NUM ||
	                          says_any(s, i + n, &said_time_words, NULL) != 0))
		return slot;
	if (slot == SLOT_PLACE && (scan_tok(s, i + n)->flags & TF_CAP))
		return slot;
	n = past_plain(s, i + n, end) - i;
	if (slot == SLOT_PLACE && scan_is(s, i + n, W_TAI)) {
		*ret_after = i + n;
		return slot;
	}
	return SLOT_NONE;
}

bool meeting_stays(const scan *s, uint32_t i)
{
	static const slice words[] = {S("giữ nguyên"),     S("vẫn giữ nguyên"),
	                              S("không thay đổi"), S("không đổi"),
	                              S("như cũ"),         S("theo giấy mời"),
	                              S("như giấy mời"),   S("thực hiện theo giấy mời")};
	SAYINGS(words);

	return says_any(s, i, &said_words, NULL) != 0;
}

/* Does block k, or one of the next, name an hour? Days alone may be those of a work. */
static bool hour_near(const scan *s, uint32_t k)
{
	enum { NEXT = 3 };
	const blocks *bs = &s->r->blocks;
	const datexes *ds = &s->r->dates;
	const block *last = &bs->p[k + NEXT < bs->n ? k + NEXT : bs->n - 1];

	for (uint32_t d = date_from(s, bs->p[k].tok);
	     d < ds->n && ds->p[d].tok < last->tok + last->ntok; d++)
		if (meeting_hour(&ds->p[d]))
			return true;
	return false;
}

bool meeting_slots(const scan *s)
{
	const blocks *bs = &s->r->blocks;
	bool titled = meeting_titled(s), when = false, where = false, who = false;

	for (uint32_t k = 0; k < bs->n; k++) {
		uint32_t after;

		if (bs->p[k].zone != ZONE_BODY)
			continue;
		switch (slot_at(s, &bs->p[k], &after)) {
		case SLOT_TIME:
			when = when || titled || hour_near(s, k);
			break;
		case SLOT_PLACE:
		case SLOT_AT:
			where = true;
			break;
		case SLOT_BOTH:
			when = when || titled || hour_near(s, k);
			where = true;
			break;
		case SLOT_WHO:
			who = true;
			break;
		case SLOT_SITES:
			where = who = true;
			break;
		default:
			break;
		}
	}
	return when && (where || who);
}
