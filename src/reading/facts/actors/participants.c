/*
 * participants.c - the people of a meeting: one line of a list, one person, the
 * chair.
 *
 * A line keeps its words; the bodies in it are the actors. Who invites for whom
 * ("do UBND xã mời") and what a bracket notes stay with the line. The person who
 * chairs is the chair and is not listed again.
 */
#include "reading/facts/actors/participants.h"

#include "reading/facts/actors/actors.h"

enum {
	NAME_TOKENS_MAX = 5,
	CHAIR_TAIL = 5,
	INVITER_TOKENS_MAX = 16,
	CHAIR_TOKENS_MAX = 40,
	SHARED_MAX = 6,
	SHARED_TOKENS = 30
};

static const slice honorifics[] = {
	S("đồng chí"), S("các đồng chí"),      S("đ/c"),         S("ông"), S("bà"),
	S("ngài"),     S("kính mời đồng chí"), S("kính mời ông")};
SAYINGS(honorifics);
static const slice invitations[] = {S("kính mời"), S("trân trọng kính mời"), S("mời")};
SAYINGS(invitations);
static const slice chairs[] = {S("chủ trì"), S("chủ tọa"), S("đồng chủ trì"), S("chủ toạ")};
SAYINGS(chairs);

/* A person's name: two to five words with a capital, not all capitals, no post. */
static uint32_t name_len(const scan *s, uint32_t i, uint32_t end)
{
	uint32_t j = i;

	while (j < end && j - i < NAME_TOKENS_MAX && scan_tok(s, j)->kind == TOK_WORD &&
	       (scan_tok(s, j)->flags & TF_CAP) &&
	       !((scan_tok(s, j)->flags & TF_UPPER) && scan_tok(s, j)->len > 3))
		j++;
	return j - i >= 2 ? j - i : 0;
}

static void trim(const scan *s, uint32_t *i, uint32_t *end)
{
	while (*i < *end && (scan_tok(s, *i)->kind == TOK_END ||
	                     (scan_tok(s, *i)->kind == TOK_PUNCT && !scan_mark(s, *i, '('))))
		++*i;
	while (*end > *i && (scan_mark(s, *end - 1, ';') || scan_mark(s, *end - 1, '.') ||
	                     scan_mark(s, *end - 1, ',') || scan_mark(s, *end - 1, '-') ||
	                     scan_tok(s, *end - 1)->kind == TOK_END))
		--*end;
}

actor meeting_person(const scan *s, uint32_t i, uint32_t end)
{
	actor who = {0};
	actors found = {0};
	uint32_t from, n;

	trim(s, &i, &end);
	if (i >= end)
		return who;
	from = i + says_any(s, i, &said_honorifics, NULL);
	n = from > i ? name_len(s, from, end) : 0;
	if (n != 0) {
		uint32_t rest = from + n;

		who.name = scan_words(s, from, rest);
		while (rest < end && (scan_mark(s, rest, ',') || scan_mark(s, rest, '-')))
			rest++;
		if (rest < end)
			actors_line(s, rest, end, false, &found);
	} else {
		actors_line(s, from, end, false, &found);
	}
	if (who.name.n == 0 && person_name(s, from, end, &from, &n))
		who.name = scan_words(s, from, n);
	if (found.n != 0) {
		actor first = found.p[0];

		first.name = who.name.n != 0 ? who.name : first.name;
		who = first;
	}
	who.at = tokens_span(&s->tk, i, end);
	who.text = joined(s, i, end);
	return who;
}

bool actor_worth(const actor *x)
{
	return x->agency.n != 0 || x->group.n != 0 || is_named(x->text);
}

/* The registry's code for words and the tail they share; false when there is none. */
static bool resolve_shared(const scan *s, slice piece, slice tail, actor *ret)
{
	slice both = arena_printf(s->a, "%.*s %.*s", (int)piece.n, piece.p, (int)tail.n, tail.p);
	tokens tk = tokens_of(both, s->rd->lex, s->a);
	hit h;

	for (uint32_t i = 0; i < tk.n && tk.p[i].at < piece.n; i++) {
		if (!lexicon_longest(s->rd->lex, &tk, i, LAYER_BODY, &h) || i + h.ntok != tk.n)
			continue;
		if (h.cls == BODY_GROUP)
			ret->group = s->rd->reg->bodies.p[h.value].code;
		else
			ret->agency = s->rd->reg->bodies.p[h.value].code;
		return true;
	}
	return false;
}

/* "Đảng ủy, UBND các xã, phường": both are of the communes. Replaces the actors from
 * `first` on when every piece before the shared tail is known with it. */
static void share_tail(const scan *s, uint32_t i, uint32_t end, actors *out, uint32_t first)
{
	static const slice tails[] = {S("các xã, phường"), S("xã, phường"), S("các phường, xã"),
	                              S("cấp xã"), S("các xã, phường, thị trấn")};
	SAYINGS(tails);
	actor found[SHARED_MAX];
	uint32_t n = 0, from = i, near = i + SHARED_TOKENS < end ? i + SHARED_TOKENS : end;
	uint32_t tail, len;

	if (end <= i || !(scan_is(s, end - 1, W_XA) || scan_is(s, end - 1, W_PHUONG) ||
	                  says(s, end - 1, S("trấn"))))
		return; /* the last words of the tails */
	tail = says_any_in(s, i, near, &said_tails);
	if (tail >= near)
		return;
	len = says_any(s, tail, &said_tails, NULL);
	for (uint32_t j = i; j <= tail && n < SHARED_MAX; j++) {
		if (j < tail && !scan_mark(s, j, ',') && !scan_is(s, j, W_VA))
			continue;
		found[n] = (actor){0};
		if (j == from || !resolve_shared(s, scan_words(s, from, j),
		                                 scan_words(s, tail, tail + len), &found[n]))
			return;
		found[n].at = tokens_span(&s->tk, from, j == tail ? tail + len : j);
		found[n].text = slice_at(s->tk.text, found[n].at);
		found[n++].rank = out->p[first].rank;
		from = j + 1;
	}
	if (n < 2 || tail + len != end)
		return;
	out->n = first;
	for (uint32_t k = 0; k < n; k++)
		*VEC_PUSH(s->a, out) = found[k];
}

/* "Lãnh đạo các phòng chuyên môn, đơn vị trực thuộc Sở X": parts of X, not the group that
 * the first words alone would name. */
static void narrow(const scan *s, uint32_t i, uint32_t end, actors *out, uint32_t first)
{
	actor *x = &out->p[first];
	uint32_t j = i;

	while (j < end && scan_tok(s, j)->at < span_end(x->at))
		j++;
	if (x->agency.n == 0 && scan_next_either(s, j, end, W_THUOC, '(') < end &&
	    scan_is(s, scan_next_either(s, j, end, W_THUOC, '('), W_THUOC)) {
		x->group = (slice){0};
		out->n = first + 1;
	}
}

/* One actor or list of actors, without a semicolon. */
static void people_part(const scan *s, uint32_t i, uint32_t end, actors *out)
{
	static const slice members[] = {S("thành viên"), S("các thành viên")};
	SAYINGS(members);
	uint32_t n = says_any(s, i, &said_honorifics, NULL);
	uint32_t first = out->n, kept = first + 1;

	if (n != 0 && name_len(s, i + n, end) != 0) {
		*VEC_PUSH(s->a, out) = meeting_person(s, i, end);
		return;
	}
	actors_line(s, i + n, end, false, out);
	narrow(s, i + n, end, out, first);
	share_tail(s, i + n, end, out, first);
	for (uint32_t k = kept; k < out->n; k++)
		if (actor_worth(&out->p[k]))
			out->p[kept++] = out->p[k];
	out->n = kept;
	out->p[first].at = tokens_span(&s->tk, i + n, end);
	out->p[first].text = joined(s, i + n, end);
	if (says_any(s, i + n, &said_members, NULL) != 0)
		out->p[first].rank = RANK_MEMBER;
}

void people_line(const scan *s, uint32_t i, uint32_t end, actors *out)
{
	uint32_t from = i;

	for (uint32_t j = i; j <= end; j++) {
		uint32_t a = from, b = j = scan_next(s, j, end, ';');

		trim(s, &a, &b);
		if (a < b)
			people_part(s, a, b, out);
		from = j + 1;
	}
}

/* "do UBND xã, phường mời": who invites. Absent when nobody is said to. */
static slice inviter(const scan *s, uint32_t i, uint32_t end)
{
	for (uint32_t j = i; j < end; j++) {
		uint32_t k;

		if (!scan_is(s, j, W_DO) && !says(s, j, S("giao")))
			continue;
		for (k = j + 1; k < end && k - j < INVITER_TOKENS_MAX; k++)
			if (says(s, k, S("mời")) || says(s, k, S("triệu tập")) ||
			    says(s, k, S("chủ động mời")))
				return joined(s, j + 1, k);
	}
	return (slice){0};
}

/* The words of the bracket that ends the line. */
static slice bracket(const scan *s, uint32_t i, uint32_t end)
{
	if (end < i + 3 || !scan_mark(s, end - 1, ')'))
		return (slice){0};
	for (uint32_t j = end - 1; j > i; j--)
		if (scan_mark(s, j - 1, '('))
			return joined(s, j, end - 1);
	return (slice){0};
}

/* Does the line say that it names the chair ("..., chủ trì", "Đồng chí ... chủ trì Hội nghị")?
 * ret_end: where the name ends. Whoever chairs "tại điểm cầu" chairs a site alone. */
static bool says_chair(const scan *s, uint32_t i, uint32_t end, uint32_t *ret_end)
{
	static const slice held[] = {S("hội nghị"),  S("cuộc họp"),      S("buổi họp"),
	                             S("phiên họp"), S("buổi làm việc"), S("họp")};
	SAYINGS(held);
	bool person = says_any(s, i, &said_honorifics, NULL) != 0;

	if (end > i && scan_mark(s, end - 1, ')')) /* what a bracket notes of a person */
		for (uint32_t j = end; person && j > i + 1; j--)
			if (scan_mark(s, j - 1, '(')) {
				end = j - 1;
				break;
			}
	for (uint32_t j = end; j > i + 1 && end - j <= CHAIR_TAIL; j--) {
		uint32_t n = says_any(s, j - 1, &said_chairs, NULL);
		bool set_off = scan_mark(s, j - 2, '-') || scan_mark(s, j - 2, '(') ||
		               scan_mark(s, j - 2, ',');

		if (n == 0 || says(s, j - 1 + n, S("tại")) != 0)
			continue;
		if (!set_off && !(person && says_any(s, j - 1 + n, &said_held, NULL) != 0))
			continue;
		*ret_end = set_off ? j - 2 : j - 1;
		return true;
	}
	return false;
}

/* "- Chủ trì cuộc họp" under the one who does: a wrap made a line of its own of it. */
static bool chairs_above(const scan *s, const meeting *m, uint32_t i, uint32_t end)
{
	return m->participants.n != 0 && end - i <= CHAIR_TAIL &&
	       says_any(s, i, &said_chairs, NULL) != 0 && m->chair.at.len == 0;
}

void meeting_item(scan *s, meeting *m, uint32_t i, uint32_t end, slice site, presence how)
{
	uint32_t chair_end, first;
	slice by, note;

	trim(s, &i, &end);
	if (i >= end)
		return;
	if (says_chair(s, i, end, &chair_end)) {
		if (m->chair.at.len == 0)
			m->chair = meeting_person(s, i, chair_end);
		return;
	}
	if (chairs_above(s, m, i, end)) {
		m->chair = m->participants.p[--m->participants.n];
		return;
	}
	if (i + says_any(s, i, &said_invitations, NULL) < end)
		i += says_any(s, i, &said_invitations, NULL);
	by = inviter(s, i, end);
	note = bracket(s, i, end);
	first = m->participants.n;
	people_line(s, i, end, &m->participants);
	for (uint32_t k = first; k < m->participants.n; k++) {
		actor *x = &m->participants.p[k];

		x->site = site;
		x->presence = how;
		x->invited_by = by;
		x->note = note;
	}
}

/* "Chủ tịch UBND tỉnh Lê Văn A chủ trì cuộc họp": the chair, who begins the sentence or stands
 * behind its comma, tokens [result, *ret_end); `chair` when nobody does. */
static uint32_t chairs_what(const scan *s, uint32_t i, uint32_t chair, uint32_t *ret_end)
{
	static const slice what[] = {S("cuộc họp"), S("hội nghị"), S("buổi"),    S("phiên"),
	                             S("họp"),      S("hội thảo"), S("làm việc")};
	SAYINGS(what);
	uint32_t n, end = chair - scan_is(s, chair - 1, W_SE_3);

	/* "triệu tập và chủ trì" */
	if (end > i + 3 && scan_is(s, end - 1, W_VA) && says(s, end - 3, S("triệu tập")) != 0)
		end -= 3;

	n = says_any(s, chair, &said_chairs, NULL);
	if (says_any(s, chair + n, &said_what, NULL) == 0)
		return chair;
	for (uint32_t from = i; from < end; from++) {
		actors who = {0};

		if (from > i && !scan_mark(s, from - 1, ',') && !scan_mark(s, from - 1, '.'))
			continue;
		if (actors_at(s, from, end, false, &who) == end && who.p[0].post.n != 0) {
			*ret_end = end;
			return from;
		}
	}
	return chair;
}

uint32_t meeting_chairs_next(const scan *s, uint32_t i)
{
	return says_any_in(s, i, s->tk.n, &said_chairs);
}

void meeting_chair_in(scan *s, meeting *m, uint32_t i, uint32_t end)
{
	uint32_t chair, from, last;

	if (m->chair.at.len != 0)
		return;
	chair = says_any_in(s, i, end, &said_chairs);
	if (chair == end || chair == i)
		return;
	for (from = chair; from > i && chair - from < CHAIR_TOKENS_MAX; from--)
		if (scan_is(s, from - 1, W_DO))
			break;
	if (from > i && scan_is(s, from - 1, W_DO) && from < chair) {
		m->chair = meeting_person(s, from, chair);
		return;
	}
	from = chairs_what(s, i, chair, &last);
	if (from < chair)
		m->chair = meeting_person(s, from, last);
}
