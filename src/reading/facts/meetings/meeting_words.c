/*
 * meeting_words.c - what the sentences of a calendar's entry say: who chairs, who is
 * met, where, and whether from afar.
 *
 * "Đồng chí X chủ trì." names the chair; "Phó Chủ tịch Y làm việc với Sở Z" names the one
 * who holds it and the one met. A body that leads the preparation chairs nothing.
 */
#include "reading/facts/meetings/meetings.h"

enum { CHAIR_TOKENS = 40 };

static const slice posts[] = {
	S("đồng chí"),
	S("các đồng chí"),
	S("đ/c"),
	S("ông"),
	S("bà"),
	S("chủ tịch"),
	S("phó chủ tịch"),
	S("giám đốc"),
	S("phó giám đốc"),
	S("bí thư"),
	S("phó bí thư"),
	S("thường trực"),
	S("chánh"),
	S("phó chánh"),
	S("trưởng"),
	S("phó trưởng"),
	S("bộ trưởng"),
	S("thứ trưởng"),
	S("lãnh đạo"),
	S("tổng giám đốc"),
	S("cục trưởng"),
	S("chi cục trưởng"),
	S("hiệu trưởng"),
	S("thủ tướng"),
	S("tập thể lãnh đạo"),
};
SAYINGS(posts);
static const slice works[] = {S("chuẩn bị"), S("tham mưu"),  S("phối hợp"),
                              S("xây dựng"), S("soạn thảo"), S("rà soát")};
SAYINGS(works);
static const slice bodies[] = {S("cơ quan"), S("đơn vị")};
SAYINGS(bodies);

static bool stop_at(const scan *s, uint32_t i, uint32_t end)
{
	return scan_mark(s, i, ';') || meeting_stop(s, i, end);
}

/* "X chủ trì …" or "Chủ trì: X" where "chủ trì" stands at c. */
static void take_chair(scan *s, meeting *m, uint32_t i, uint32_t c, uint32_t n, uint32_t end)
{
	uint32_t from = c, after = c + n, to;

	while (after < end && scan_mark(s, after, ','))
		after++;
	if (says_any(s, after, &said_works, NULL) != 0 ||
	    (c > i && says_any(s, c - (c - i >= 2 ? 2 : 1), &said_bodies, NULL) != 0))
		return;
	if (scan_mark(s, c + n, ':')) {
		for (to = c + n + 1; to < end && !stop_at(s, to, end) && !scan_mark(s, to, ')');)
			to++;
		if (to > c + n + 1)
			m->chair = meeting_person(s, c + n + 1, to);
		return;
	}
	while (from > i && c - from < CHAIR_TOKENS && !scan_is(s, from - 1, W_DO) &&
	       !scan_mark(s, from - 1, '(') && !scan_mark(s, from - 1, ':') &&
	       !stop_at(s, from - 1, end))
		from--;
	/* "Đồng chí X chủ trì", "Hội nghị …, đồng chí X chủ trì" */
	for (to = from; to < c; to++)
		if ((to == from || scan_mark(s, to - 1, ',') || scan_mark(s, to - 1, '-')) &&
		    says_any(s, to, &said_posts, NULL) != 0) {
			m->chair = meeting_person(s, to, c);
			return;
		}
}

/* "Phó Chủ tịch UBND tỉnh Y làm việc với Sở Z về …" */
static void take_host(scan *s, meeting *m, uint32_t i, uint32_t end)
{
	static const slice acts[] = {S("làm việc với"), S("họp với"),       S("giao ban với"),
	                             S("gặp mặt"),      S("đối thoại với"), S("tiếp")};
	SAYINGS(acts);
	static const slice topics[] = {S("về"),  S("để"),  S("nhằm"),
	                               S("tại"), S("vào"), S("liên quan")};
	SAYINGS(topics);
	uint32_t act, n = 0, from, to;

	if (says_any(s, i, &said_posts, NULL) == 0)
		return;
	for (act = i; act < end && act - i < CHAIR_TOKENS && !stop_at(s, act, end); act++)
		if ((n = says_any(s, act, &said_acts, NULL)) != 0)
			break;
	if (n == 0)
		return;
	if (m->chair.at.len == 0)
		m->chair = meeting_person(s, i, act);
	from = to = act + n;
	while (to < end && !stop_at(s, to, end) && says_any(s, to, &said_topics, NULL) == 0)
		to++;
	if (from < to && !says(s, from, S("công dân")))
		meeting_item(s, m, from, to, (slice){0}, PRESENCE_INVITED);
}

/* "… Điểm: tại phòng họp số 1. …": where an entry says its place by its word; i when it does not. */
static uint32_t place_label(const scan *s, uint32_t i, uint32_t end)
{
	static const slice labels[] = {S("điểm:"), S("địa điểm:"), S("điểm họp:")};
	SAYINGS(labels);
	uint32_t at = says_any_in(s, i, end, &said_labels);

	return at < end ? at : i;
}

void meeting_agenda_add(scan *s, meeting *m, uint32_t i, uint32_t end)
{
	*VEC_PUSH(s->a, &m->agenda) = (agenda_item){.at = tokens_span(&s->tk, i, end),
	                                            .text = joined(s, i, end)};
}

void meeting_entry_words(scan *s, meeting *m, uint32_t i, uint32_t end)
{
	static const slice chairs[] = {S("chủ trì"), S("chủ tọa"), S("đồng chủ trì")};
	SAYINGS(chairs);
	uint32_t from, to = i;

	for (uint32_t c = i; c < end && m->chair.at.len == 0; c++) {
		uint32_t n = says_any(s, c, &said_chairs, NULL);

		if (stop_at(s, c, end))
			i = c + 1;
		if (n != 0)
			take_chair(s, m, i, c, n, end);
	}
	i = to;
	take_host(s, m, i, end);
	if (m->places.n == 0 && meeting_venue(s, place_label(s, i, end), end, &from, &to))
		meeting_place_only(s, m, from, to);
	if (m->agenda.n == 0) {
		for (to = i; to < end && !stop_at(s, to, end);)
			to++;
		if (to > i)
			meeting_agenda_add(s, m, i, to);
	}
	if (m->mode == MODE_NOT_STATED || m->mode == MODE_ON_SITE)
		meeting_mode_in(s, m, i, end);
}
