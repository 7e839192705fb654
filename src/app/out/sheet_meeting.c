/*
 * sheet_meeting.c - when, where, who, about what.
 */
#include "app/out/sheet_priv.h"

static void write_time(sheet *s, const meeting *m)
{
	strbuf *line = &s->p->line;

	if (m->start.n == 0) {
		paper_addc(s->p, "chưa rõ");
	} else {
		vi_value(line, m->start);
	}
	if (m->end.n > 0) {
		paper_addc(s->p, " đến ");
		vi_value(line, m->end);
	}
	if (m->duration.n > 0) {
		paper_addc(s->p, " (");
		vi_value(line, m->duration);
		paper_addc(s->p, ")");
	}
	sheet_field(s, "Thời gian");
	if (m->date >= 0)
		sheet_quote(s, slice_at(s->r->text, s->r->dates.p[m->date].at));
	sheet_field(s, "Nguyên văn");
	if (m->weekday_stated >= 0 && m->weekday_computed >= 0 &&
	    m->weekday_stated != m->weekday_computed) {
		paper_addc(s->p, "văn bản ghi ");
		paper_addc(s->p, civil_weekday_name(m->weekday_stated));
		paper_addc(s->p, " nhưng ngày này là ");
		paper_addc(s->p, civil_weekday_name(m->weekday_computed));
		paper_addc(s->p, ".");
		paper_strong(s->p, SHEET_LABEL, S("Cần xem lại"), SHEET_WORDS);
	}
}

static void write_places(sheet *s, const meeting *m)
{
	static const char *const modes[meeting_mode_COUNT] = {
		[MODE_ON_SITE] = "trực tiếp",
		[MODE_ONLINE] = "trực tuyến",
		[MODE_HYBRID] = "trực tiếp kết hợp trực tuyến",
	};

	paper_addc(s->p, modes[m->mode]);
	sheet_field(s, "Hình thức");
	for (uint32_t i = 0; i < m->places.n; i++) {
		if (m->places.p[i].site.n > 0) {
			paper_add(s->p, m->places.p[i].site);
			paper_addc(s->p, ": ");
		}
		paper_add(s->p, m->places.p[i].text);
		paper_put(s->p, SHEET_LABEL, i == 0 ? S("Địa điểm") : (slice){0}, SHEET_WORDS);
	}
}

static slice label_once(bool *done, slice label)
{
	slice now = *done ? (slice){0} : label;

	*done = true;
	return now;
}

static void write_participants(sheet *s, const meeting *m)
{
	static const char *const presences[presence_COUNT] = {[PRESENCE_ABSENT] = " (vắng)"};
	const slice label = S("Thành phần dự họp");
	bool labelled = false;
	span shown = {0};
	slice site = {0};

	for (uint32_t i = 0; i < m->participants.n; i++) {
		const actor *a = &m->participants.p[i];

		if (sheet_inside(a->at, shown))
			continue;
		if (a->site.n > 0 && !slice_eq(a->site, site)) {
			paper_add(s->p, a->site);
			paper_put(s->p, SHEET_LABEL, label_once(&labelled, label), SHEET_WORDS);
		}
		sheet_actor(s, a);
		sheet_note(s, a);
		if (a->invited_by.n > 0 && !sheet_says(a->text, a->invited_by)) {
			paper_addc(s->p, " – do ");
			paper_add(s->p, a->invited_by);
			paper_addc(s->p, " mời");
		}
		paper_addc(s->p, presences[a->presence]);
		paper_bullet(s->p, SHEET_LABEL, label_once(&labelled, label), SHEET_WORDS);
		site = a->site;
		shown = a->at;
	}
}

static void write_programme(sheet *s, const meeting *m)
{
	for (uint32_t i = 0; i < m->agenda.n; i++) {
		paper_add(s->p, m->agenda.p[i].text);
		paper_bullet(s->p, SHEET_LABEL, i == 0 ? S("Nội dung") : (slice){0}, SHEET_WORDS);
	}
	for (uint32_t i = 0; i < m->line_checks.n; i++) {
		paper_addc(s->p, i == 0 ? "" : "; ");
		vi_value(&s->p->line, m->line_checks.p[i]);
	}
	sheet_field(s, "Chạy thử đường truyền");
	if (m->speech_limit.n > 0) {
		paper_addc(s->p, "không quá ");
		vi_value(&s->p->line, m->speech_limit);
	}
	sheet_field(s, "Thời gian phát biểu");
}

void sheet_meetings(sheet *s)
{
	static const char *const states[meeting_status_COUNT] = {
		[MEETING_HELD] = " (đã tổ chức)",
		[MEETING_POSTPONED] = " (hoãn)",
		[MEETING_CANCELLED] = " (hủy)",
	};

	for (uint32_t i = 0; i < s->r->meetings.n; i++) {
		const meeting *m = &s->r->meetings.p[i];

		if (s->r->meetings.n > 1) {
			paper_addc(s->p, " ");
			strbuf_int(&s->p->line, i + 1);
		}
		paper_addc(s->p, states[m->status]);
		sheet_title(s, "CUỘC HỌP");
		write_time(s, m);
		write_places(s, m);
		sheet_actor(s, &m->chair);
		sheet_field(s, "Người chủ trì họp");
		write_participants(s, m);
		write_programme(s, m);
	}
}
