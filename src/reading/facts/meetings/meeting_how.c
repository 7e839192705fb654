/*
 * meeting_how.c - how a meeting is held: the place that a sentence names, who takes
 * part from afar, the tests of the line, how long one may speak.
 *
 * Looks at words only; when a meeting is stands in meeting_when.c. A place is one only
 * where the words after "tại" name a room, a house or a locality.
 */
#include "reading/facts/frame/blocks.h"

#include "reading/facts/meetings/meetings.h"

enum { VENUE_TOKENS_MAX = 40, TEST_BLOCKS_MAX = 12 };

static const slice venues[] = {
	S("phòng họp"), S("hội trường"), S("trụ sở"),   S("phòng"),        S("trung tâm"),
	S("nhà"),       S("ubnd"),       S("xã"),       S("phường"),       S("huyện"),
	S("thị trấn"),  S("khách sạn"),  S("điểm cầu"), S("sở"),           S("văn phòng"),
	S("thành phố"), S("tầng"),       S("trường"),   S("quảng trường"), S("sân"),
	S("thôn"),      S("khu"),        S("cửa khẩu"), S("công ty"),      S("nhà máy"),
	S("số"),
};
SAYINGS(venues);
static const slice papers[] = {
	S("giấy mời"), S("quyết định"), S("công văn"),  S("kế hoạch"),  S("thông báo"),
	S("văn bản"),  S("nghị quyết"), S("luật"),      S("nghị định"), S("chương trình"),
	S("tờ trình"), S("báo cáo"),    S("điều"),      S("khoản"),     S("chỉ thị"),
	S("hội nghị"), S("cuộc họp"),   S("phiên họp"), S("thông tư"),  S("công điện"),
	S("kết luận"), S("số liệu"),
};
SAYINGS(papers);
/* What goes on after the place. */
static const slice after_place[] = {
	S("do"),        S("đồng chí"), S("thành phần"), S("nội dung"), S("để"),      S("gồm"),
	S("từ"),        S("với"),      S("cụ thể"),     S("vào"),      S("lúc"),     S("chủ trì"),
	S("thời gian"), S("nhằm"),     S("về việc"),    S("giao"),     S("đề nghị"),
};
SAYINGS(after_place);

/* "tại Trường A lúc 6h45 ngày 30/6": where an hour behind the place at i begins, with its word; end when none does. */
static uint32_t hour_behind(const scan *s, uint32_t i, uint32_t end)
{
	static const slice ats[] = {S("lúc"), S("vào"),     S("vào lúc"),
	                            S("hồi"), S("vào hồi"), S("từ")};
	SAYINGS(ats);
	const datexes *ds = &s->r->dates;
	uint32_t far = i + VENUE_TOKENS_MAX < end ? i + VENUE_TOKENS_MAX : end;

	for (uint32_t d = date_from(s, i); d < ds->n && ds->p[d].tok < far; d++)
		if (meeting_hour(&ds->p[d]))
			return ds->p[d].tok - said_before(s, ds->p[d].tok, &said_ats);
	return end;
}

/* Does the bracket at i hold a label and what it says, not a part of an address? */
static bool labels(const scan *s, uint32_t i, uint32_t end)
{
	uint32_t close;

	end = i + VENUE_TOKENS_MAX < end ? i + VENUE_TOKENS_MAX : end;
	close = scan_next(s, i, end, ')');
	return scan_next(s, i, close, ':') < close;
}

/* The end of the place that begins at i. A comma goes on with the address. */
static uint32_t venue_end(const scan *s, uint32_t i, uint32_t end)
{
	uint32_t depth = 0, j = i;

	end = hour_behind(s, i, end);
	for (; j < end && j - i < VENUE_TOKENS_MAX; j++) {
		if (scan_mark(s, j, '(')) {
			if (j > i && labels(s, j, end)) /* "Hội trường A (phụ trách: Lê B)" */
				break;
			depth++;
		} else if (scan_mark(s, j, ')') && depth-- == 0) {
			break;
		}
		if (depth != 0)
			continue;
		if (scan_mark(s, j, ';') || meeting_stop(s, j, end))
			break;
		if ((scan_mark(s, j, ',') || scan_mark(s, j, '-')) &&
		    says_any(s, j + 1, &said_after_place, NULL) != 0)
			break;
		if (j > i && (scan_mark(s, j, ':') || says(s, j, S("để"))))
			break;
	}
	while (j > i && (scan_tok(s, j - 1)->kind == TOK_END || scan_mark(s, j - 1, '/') ||
	                 scan_mark(s, j - 1, '.') || scan_mark(s, j - 1, ',')))
		j--;
	return j;
}

/* Is there a place from i on? */
static bool venue_from(const scan *s, uint32_t i, uint32_t end, uint32_t *ret_from,
                       uint32_t *ret_end)
{
	uint32_t to = venue_end(s, i, end);

	if (to <= i)
		return false;
	*ret_from = i;
	*ret_end = to;
	return true;
}

static const slice rooms[] = {
	S("phòng họp"), S("hội trường"), S("nhà văn hóa"), S("phòng tiếp dân"),
	S("trụ sở"),    S("khách sạn"),  S("tầng"),        S("trung tâm hội nghị")};
SAYINGS(rooms);

bool meeting_room(const scan *s, uint32_t i)
{
	return says_any(s, i, &said_rooms, NULL) != 0;
}

/* "16h15 ngày 20/4, phòng họp tầng 5", "Họp Tổ soạn thảo (Phòng họp 1)": a room behind a mark. */
static bool room_behind(const scan *s, uint32_t i, uint32_t end, uint32_t *ret_from,
                        uint32_t *ret_end)
{
	for (uint32_t j = i; (j = scan_next_mark(s, j, end)) + 1 < end; j++)
		if ((scan_mark(s, j, ',') || scan_mark(s, j, '(') || scan_mark(s, j, '-')) &&
		    meeting_room(s, j + 1) && venue_from(s, j + 1, end, ret_from, ret_end))
			return true;
	return false;
}

bool meeting_place_label(const scan *s, uint32_t i, uint32_t end, uint32_t *ret_from,
                         uint32_t *ret_end)
{
	static const slice labels[] = {S("địa điểm:"), S("địa điểm tại"), S("địa điểm là"),
	                               S("điểm:")};
	SAYINGS(labels);
	uint32_t at = says_any_in(s, i, end, &said_labels);

	if (at >= end)
		return false;
	at += says_any(s, at, &said_labels, NULL);
	return venue_from(s, at + scan_is(s, at, W_TAI), end, ret_from, ret_end);
}

bool meeting_venue(const scan *s, uint32_t i, uint32_t end, uint32_t *ret_from, uint32_t *ret_end)
{
	for (uint32_t j = i; (j = scan_next(s, j, end, W_TAI)) + 1 < end; j++)
		if (says_any(s, j + 1, &said_papers, NULL) == 0 &&
		    ((scan_tok(s, j + 1)->flags & TF_CAP) ||
		     says_any(s, j + 1, &said_venues, NULL) != 0) &&
		    venue_from(s, j + 1, end, ret_from, ret_end))
			return true;
	return meeting_place_label(s, i, end, ret_from, ret_end) ||
	       room_behind(s, i, end, ret_from, ret_end);
}

uint32_t meeting_past_way(const scan *s, uint32_t i, uint32_t *end)
{
	static const slice ways[] = {S("trực tiếp tại"), S("họp trực tiếp tại"),
	                             S("tập trung tại")};
	SAYINGS(ways);
	uint32_t n = says_any(s, i, &said_ways, NULL);

	if (n != 0)
		*end = scan_next(s, i, *end, ';');
	return i + n;
}

void meeting_place_add(scan *s, meeting *m, uint32_t i, uint32_t end, slice site)
{
	*VEC_PUSH(s->a, &m->places) = (place){
		.at = tokens_span(&s->tk, i, end), .text = joined(s, i, end), .site = site};
}

void meeting_place_only(scan *s, meeting *m, uint32_t i, uint32_t end)
{
	m->places.p = NULL;
	m->places.n = m->places.cap = 0;
	meeting_place_add(s, m, i, end, (slice){0});
}

void meeting_place_own(scan *s, meeting *m, uint32_t i, uint32_t end)
{
	meeting_place_only(s, m, i, end);
	if (m->mode == MODE_NOT_STATED)
		m->mode = MODE_ON_SITE;
}

static const slice both[] = {
	S("trực tiếp và trực tuyến"),          S("trực tiếp kết hợp trực tuyến"),
	S("trực tiếp kết hợp với trực tuyến"), S("trực tuyến và trực tiếp"),
	S("trực tuyến kết hợp trực tiếp"),     S("trực tiếp, trực tuyến"),
	S("trực tiếp tại điểm cầu"),           S("trực tiếp kết hợp hình thức trực tuyến"),
};
SAYINGS(both);
static const slice online[] = {S("hình thức trực tuyến"),   S("họp trực tuyến"),
                               S("hội nghị trực tuyến"),    S("điểm cầu"),
                               S("truyền hình trực tuyến"), S("kết nối trực tuyến"),
                               S("phòng họp trực tuyến"),   S("trực tuyến qua"),
                               S("trực tuyến đến"),         S("trực tuyến tới"),
                               S("trực tuyến toàn")};
SAYINGS(online);
static const slice only[] = {S("theo hình thức trực tuyến"), S("bằng hình thức trực tuyến"),
                             S("hình thức họp: trực tuyến"), S("hình thức: trực tuyến")};
SAYINGS(only);

static bool within(const scan *s, uint32_t i, uint32_t end, const saying_table *phrases)
{
	return says_any_in(s, i, end, phrases) < end;
}

/* Does one of `phrases` stand in [i, end), where only the body counts or any zone? */
static bool told(const scan *s, uint32_t i, uint32_t end, bool in_body, const saying_table *phrases)
{
	for (; (i = says_any_in(s, i, end, phrases)) < end; i++) {
		int32_t k = in_body ? block_of_tok(s, i) : -1;

		if (!in_body || (k >= 0 && s->r->blocks.p[k].zone == ZONE_BODY))
			return true;
	}
	return false;
}

/* The strongest that the words say; where they say nothing, a place to come to does. */
static meeting_mode mode_of(const scan *s, const meeting *m, uint32_t i, uint32_t end, bool in_body)
{
	if (told(s, i, end, in_body, &said_both))
		return MODE_HYBRID;
	if (told(s, i, end, in_body, &said_only))
		return MODE_ONLINE;
	if (told(s, i, end, in_body, &said_online))
		return m->places.n == 0 ? MODE_ONLINE : MODE_HYBRID;
	return m->places.n != 0 ? MODE_ON_SITE : MODE_NOT_STATED;
}

void meeting_mode_in(const scan *s, meeting *m, uint32_t i, uint32_t end)
{
	m->mode = mode_of(s, m, i, end, false);
}

void meeting_mode_find(scan *s, meeting *m)
{
	m->mode = mode_of(s, m, 0, s->tk.n, true);
}

bool meeting_line_test(const scan *s, uint32_t i, uint32_t end)
{
	static const slice tests[] = {S("kiểm tra"), S("thử"), S("chạy thử"), S("kết nối thử")};
	SAYINGS(tests);

	return says_any_in(s, i, end, SAID("đường truyền")) < end && within(s, i, end, &said_tests);
}

/* The items under "Thời gian chạy thử đường truyền:" tell of it too: how many blocks
 * after k. */
static uint32_t test_items(const scan *s, uint32_t k)
{
	const blocks *bs = &s->r->blocks;
	const block *head = &bs->p[k];
	uint32_t j = k + 1;

	if (head->ntok == 0 || !scan_mark(s, head->tok + head->ntok - 1, ':'))
		return 0;
	while (j < bs->n && j - k <= TEST_BLOCKS_MAX && bs->p[j].zone == ZONE_BODY &&
	       bs->p[j].marker.len != 0 &&
	       (bs->p[j].marker_class != head->marker_class ||
	        !slice_eq(slice_at(s->r->text, bs->p[j].marker),
	                  slice_at(s->r->text, head->marker))) &&
	       bs->p[j].marker_class == bs->p[k + 1].marker_class)
		j++;
	return j - k - 1;
}

void meeting_tests_find(scan *s, meeting *m)
{
	static const slice speech[] = {S("phát biểu"), S("báo cáo"), S("tham luận"), S("trình bày"),
	                               S("ý kiến")};
	SAYINGS(speech);
	const blocks *bs = &s->r->blocks;
	uint32_t below = 0; /* blocks still under the heading of a test */
	uint32_t wire = 0; /* the next "đường truyền" */

	for (uint32_t k = 0; k < bs->n; k++) {
		const block *b = &bs->p[k];
		uint32_t d = date_from(s, b->tok), end = b->tok + b->ntok;
		bool line = below != 0;

		below -= below != 0;
		if (b->zone != ZONE_BODY)
			continue;
		if (wire < b->tok || k == 0)
			wire = says_any_in(s, b->tok, s->tk.n, SAID("đường truyền"));
		if (!line && wire < end && meeting_line_test(s, b->tok, end)) {
			line = true;
			below = test_items(s, k);
		}
		if (d == s->r->dates.n || s->r->dates.p[d].tok >= end)
			continue;
		for (; d < s->r->dates.n && s->r->dates.p[d].tok < end; d++) {
			const datex *x = &s->r->dates.p[d];

			if (line && x->kind == DATE_INSTANT)
				*VEC_PUSH(s->a, &m->line_checks) = x->value;
			if (m->speech_limit.n == 0 && x->value.n > 2 &&
			    slice_starts(x->value, S("PT")) && x->value.p[x->value.n - 1] == 'M' &&
			    within(s, b->tok, end, &said_speech))
				m->speech_limit = x->value;
		}
	}
}
