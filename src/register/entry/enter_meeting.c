/*
 * enter_meeting.c - the meetings that a document calls or reports, with who takes part.
 */
#include "base/hash.h"
#include "base/strbuf.h"
#include "register/entry/enter_priv.h"

/* All places on one line, "; " between. */
static slice places_of(entering *x, const meeting *m)
{
	size_t room = 1;
	strbuf b;

	for (uint32_t i = 0; i < m->places.n; i++)
		room += m->places.p[i].text.n + 2;
	if (m->places.n == 0)
		return (slice){0};
	strbuf_over(&b, arena_alloc(x->a, room), room);
	for (uint32_t i = 0; i < m->places.n; i++) {
		if (i > 0)
			strbuf_put(&b, S("; "));
		strbuf_put(&b, m->places.p[i].text);
	}
	return strbuf_slice(&b);
}

/* With a capital; all that it is used for begin with a plain letter. */
static slice capital(arena *a, slice s)
{
	slice own = arena_copy(a, s);

	if (own.n > 0 && own.p[0] >= 'a' && own.p[0] <= 'z')
		((char *)(uintptr_t)own.p)[0] = (char)(own.p[0] - 'a' + 'A');
	return own;
}

/* What a meeting is called in lists and calendars, in the document's words: "Dự Hội nghị X" calls the
 * Hội nghị X, "Kết luận của A tại cuộc họp Y" is of the cuộc họp Y, "Về việc hoãn tổ chức Hội nghị Z"
 * of the Hội nghị Z. Else the whole title. */
static slice called(arena *a, const reading *r)
{
	static const slice heads[] = {S("Dự "),      S("dự "),     S("Tham dự "),
	                              S("tham dự "), S("mời dự "), S("Mời dự ")};
	static const slice kinds[] = {S("hội nghị"),  S("Hội nghị"),  S("cuộc họp"), S("Cuộc họp"),
	                              S("phiên họp"), S("Phiên họp"), S("buổi "),    S("Buổi "),
	                              S("hội thảo"),  S("Hội thảo"),  S("tọa đàm"),  S("Tọa đàm")};
	const slice at = r->purpose == PURPOSE_CONCLUSION ? S(" tại ") : S(" tổ chức ");
	enum { NAME = 7 /* bytes: less is no name */ };
	slice title = r->title.text, rest = title;
	const char *p;

	for (size_t i = 0; i < ARRAY_LEN(heads); i++)
		if (slice_starts(title, heads[i]) && title.n > heads[i].n + NAME)
			return capital(a, (slice){title.p + heads[i].n, title.n - heads[i].n});
	while ((p = slice_find(rest, at)) != NULL) {
		rest = (slice){p + at.n, rest.n - (size_t)(p - rest.p) - at.n};
		for (size_t i = 0; i < ARRAY_LEN(kinds); i++)
			if (slice_starts(rest, kinds[i]))
				return capital(a, rest);
	}
	return title;
}

static rc enter_participants(entering *x, int64_t row, const meeting *m, err *e)
{
	rc code = RC_OK;

	for (uint32_t i = 0; code == RC_OK && i < m->participants.n; i++) {
		const actor *p = &m->participants.p[i];
		named n;

		code = enter_named(x, p, &n, e);
		if (code == RC_OK)
			code = sql_participant_put(
				x->r->d,
				(sql_participant_put_in){row, i, p->text, n.agency, n.group,
			                                 p->post, p->name,
			                                 slice_c(rank_word(p->rank)),
			                                 slice_c(presence_word(p->presence)),
			                                 p->site, p->note, p->invited_by},
				NULL, e);
		if (code == RC_OK)
			code = enter_audience(x, p, "participant", e);
	}
	return code;
}

static rc enter_meeting(entering *x, uint32_t at, err *e)
{
	const reading *r = x->read;
	const meeting *m = &r->meetings.p[at];
	span where = m->date >= 0 ? r->dates.p[m->date].at : (span){0};
	sql_meeting_put_row row;
	named chair;
	/* A programme of several meetings names each by its own words. */
	slice title = r->purpose == PURPOSE_PROGRAMME && r->meetings.n > 1 && m->agenda.n == 1
	                      ? m->agenda.p[0].text
	                      : called(x->a, r);
	rc code = enter_named(x, &m->chair, &chair, e);

	if (code != RC_OK)
		return code;
	code = sql_meeting_put(
		x->r->d,
		(sql_meeting_put_in){.pub = hash_public_id(x->a),
	                             .document = x->document,
	                             .position = at,
	                             .state = S("proposed"),
	                             .status = slice_c(meeting_status_word(m->status)),
	                             .title = title.n > 0 ? title : S(""),
	                             .starts = m->start,
	                             .ends = m->end,
	                             .start_minute = enter_minute(m->start),
	                             .duration = m->duration,
	                             .mode = slice_c(meeting_mode_word(m->mode)),
	                             .place = places_of(x, m),
	                             .chair = m->chair.text,
	                             .chair_agency = chair.agency,
	                             .quote = slice_at(r->text, where),
	                             .at = where.at,
	                             .len = where.len},
		x->a, &row, NULL, e);
	if (code == RC_OK)
		code = enter_participants(x, row.id, m, e);
	x->ret->meetings++;
	return code;
}

rc enter_meetings(entering *x, err *e)
{
	rc code = RC_OK;

	for (uint32_t i = 0; code == RC_OK && i < x->read->meetings.n; i++)
		code = enter_meeting(x, i, e);
	return code;
}
