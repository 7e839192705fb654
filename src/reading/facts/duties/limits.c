/*
 * limits.c - paragraphs that only say until when: to which duties the limit goes.
 *
 * A limit is never dropped: where it belongs to no duty, it makes one.
 */
#include "reading/facts/duties/walk_priv.h"

#include "reading/facts/tables/table.h"
#include "reading/facts/text/phrase.h"
#include "reading/facts/text/within.h"

/* Somebody named inside the paragraph who is then told: "... các đơn vị hoàn chỉnh hồ
 * sơ gửi về ...". */
static bool inner_actor(const scan *s, const block *b, duty *d)
{
	uint32_t end = b->tok + b->ntok;

	for (uint32_t i = b->tok; i < end; i++) {
		uint32_t k;
		hit h;

		if (cue_at(s, i, NULL) != CUE_GENERIC && cue_at(s, i, NULL) != CUE_POST &&
		    (i != b->tok || cue_at(s, i, NULL) != CUE_HEAD) && !scan_is(s, i, W_CAC) &&
		    (!body_at(s, i, &h) || h.cls == BODY_ELIDED))
			continue;
		/* "... gửi văn bản để Phòng Nội vụ tổng hợp": what for */
		if (i > b->tok &&
		    (scan_mark(s, i - 1, '(') ||
		     (scan_is(s, i - 1, W_DE) && cue_next(s, b->tok, i, CUE_REPORT) < i)))
			continue;
		d->lead.n = 0;
		k = actors_at(s, i, end, false, &d->lead);
		if (k > i + (i > b->tok) && k < end &&
		    (cue_at(s, k, NULL) == CUE_VERB || cue_at(s, k, NULL) == CUE_REPORT ||
		     cue_at(s, k, NULL) == CUE_LEAD || cue_at(s, k, NULL) == CUE_DUTY)) {
			d->act = k;
			return true;
		}
	}
	d->lead.n = 0;
	return false;
}

/* "Các nội dung tại mục 1 và mục 2, Thủ trưởng đơn vị báo cáo ...": somebody is told. */
static bool names_doer(const scan *s, const block *b)
{
	duty d = {0};

	return inner_actor(s, b, &d);
}

/* A numbered item that says more than until when: what it limits is its own matter, not
 * that of the item before it. */
static bool own_item(const scan *s, const block *b)
{
	enum { SHORT = 16 };
	uint32_t n;

	if ((b->marker_class != MARKER_ARABIC && b->marker_class != MARKER_LETTER) ||
	    b->ntok <= SHORT || cue_at(s, b->tok, &n) == CUE_REPORT)
		return false;
	return !scan_is(s, b->tok, W_THOI) && !scan_is(s, b->tok, W_BAO_1);
}

/* "Danh sách cử gửi về ... trước ngày": hands over what the duty before it made; "2. Thời gian: từ ngày": when. */
static bool hands_over(const scan *s, const block *b)
{
	static const slice made[] = {S("danh sách"), S("báo cáo"),   S("văn bản"),
	                             S("kết quả"),   S("biên bản"),  S("ý kiến"),
	                             S("hồ sơ"),     S("thời gian"), S("thời hạn")};
	SAYINGS(made);

	/* numbered "Thời gian thực hiện" may be that of all that stands above */
	return (b->marker.len == 0 ||
	        (scan_is(s, b->tok, W_THOI) && scan_mark(s, b->tok + 2, ':'))) &&
	       says_any(s, b->tok, &said_made, NULL) != 0;
}

uint32_t list_named(const scan *s, uint32_t i)
{
	static const slice below[] = {S("các nhiệm vụ sau"), S("các nội dung sau"),
	                              S("các công việc sau"), S("những nhiệm vụ sau"),
	                              S("các việc sau")};
	SAYINGS(below);

	return says_any(s, i, &said_below, NULL);
}

/* "Các nhiệm vụ sau phải hoàn thành trước ngày 25/9:" in a paragraph that tells nobody: from
 * here on the limit of what has none. */
static bool limit_of_list(walk *w, const block *b)
{
	const scan *s = w->s;
	uint32_t i = block_last_sentence(s, b), end = b->tok + b->ntok;
	int32_t limit;

	if (!w->top.active || !block_ends_with(s, b, ':') || list_named(s, i) == 0)
		return false;
	limit = limit_within(s, tokens_span(&s->tk, i, end));
	if (limit < 0)
		return false;
	w->top.limit = (uint32_t)limit + 1;
	return true;
}

/* The limit in what stands in the tokens [i, stop) of b goes to what that names. */
static bool part_governs(walk *w, const block *b, uint32_t i, uint32_t stop)
{
	block part = *b;
	int32_t limit;

	part.tok = i;
	part.ntok = stop - i;
	part.at = tokens_span(&w->s->tk, i, stop);
	limit = stop > i ? limit_within(w->s, part.at) : -1;
	return limit >= 0 && limit_spread(w, &part, (uint32_t)limit);
}

uint32_t limit_governs(walk *w, const block *b, const govern *g)
{
	const scan *s = w->s;
	uint32_t end = b->tok + b->ntok, stop, next;
	bool any = false;

	if (limit_within(s, tokens_span(&s->tk, b->tok, end)) < 0)
		return b->tok; /* nearly every paragraph */
	stop = sentence_end(s, b->tok, end);
	for (uint32_t i = b->tok; g->active && i < stop; i = next + 1) {
		next = scan_next(s, i, stop, ';');
		any |= part_governs(w, b, i, next);
	}
	if (any)
		return stop;
	return (g->active && part_governs(w, b, b->tok, end)) || limit_of_list(w, b) ? end : b->tok;
}

bool limit_alone(walk *w, const block *b, const govern *g)
{
	const scan *s = w->s;
	uint32_t i = b->tok + scan_mark(s, b->tok, '('), end = b->tok + b->ntok;
	assignments *as = &s->r->assignments;
	int32_t limit;

	if (!g->active || as->n == 0 || b->table >= 0 ||
	    (b->marker.len != 0 && b->marker_class != MARKER_BULLET) ||
	    order_only_until(s, i, end) == i)
		return false;
	limit = limit_within(s, b->at);
	if (limit < 0)
		return false;
	if (limit_spread(w, b, (uint32_t)limit))
		return true;
	*VEC_PUSH(s->a, &as->p[as->n - 1].deadlines) = (uint32_t)limit;
	as->p[as->n - 1].at.len = span_end(b->at) - as->p[as->n - 1].at.at;
	as->p[as->n - 1].track = !has_no_end(&as->p[as->n - 1]);
	return true;
}

/* Are those told now the ones told last, or "các đơn vị", which may be them? */
static bool same_told(const scan *s, const duty *d, const assignment *last)
{
	if (d->lead.n == 0 || last->lead.n == 0)
		return d->lead.n == last->lead.n;
	return slice_eq(d->lead.p[0].text, last->lead.p[0].text) ||
	       cue_at(s, name_skip_quantifier(s, d->from, d->to), NULL) == CUE_GENERIC;
}

bool limit_of_last(walk *w, const block *b, const duty *d)
{
	const scan *s = w->s;
	assignments *as = &s->r->assignments;
	assignment *last = as->n != 0 ? &as->p[as->n - 1] : NULL;
	int32_t limit;

	if (b->marker.len != 0 || last == NULL || last->deadlines.n != 0 || has_no_end(last))
		return false;
	limit = limit_within(s, tokens_span(&s->tk, d->act, d->to));
	if (limit < 0 || s->r->dates.p[limit].tok <= d->act || !same_told(s, d, last) ||
	    !is_boilerplate(s, d->act, s->r->dates.p[limit].tok))
		return false;
	*VEC_PUSH(s->a, &last->deadlines) = (uint32_t)limit;
	last->at.len = span_end(b->at) - last->at.at;
	last->track = true;
	return true;
}

/* "Đồng ý gia hạn tiến độ dự án đến hết ngày 31/12", "Đồng ý cho các doanh nghiệp được lùi": what is granted
 * binds nobody. */
static bool grants_time(const scan *s, const block *b)
{
	enum { FAR = 60 };
	static const slice grants[] = {S("gia hạn"), S("kéo dài"), S("lùi"),
	                               S("điều chỉnh thời gian")};
	static const slice agrees[] = {S("đồng ý"), S("nhất trí"), S("chấp thuận"), S("cho phép"),
	                               S("thống nhất")};
	SAYINGS(grants);
	SAYINGS(agrees);
	uint32_t n = says_any(s, b->tok, &said_agrees, NULL), i = b->tok + n;
	uint32_t end = sentence_end(s, i, b->tok + b->ntok);

	end = end < i + FAR ? end : i + FAR;
	return n != 0 && says_any_in(s, i, end, &said_grants) < end;
}

/* Is the paragraph's matter for whoever leads that duty ("Biên bản gửi về Ban A chậm nhất ngày", where Ban A leads
 * it)? Nobody hands over to himself. */
static bool handed_to_leader(const scan *s, const block *b, uint32_t end, const assignment *last)
{
	uint32_t i = b->tok;

	if (last->lead.n == 0)
		return false;
	while ((i = scan_next_either(s, i, end, W_VE, W_CHO)) < end) {
		actors who = {0};

		i++;
		if (actors_at(s, i, end, false, &who) > i &&
		    slice_starts(who.p[0].text, last->lead.p[0].text))
			return true;
	}
	return false;
}

/* "Bộ yêu cầu các Giám đốc Sở ... gửi": does a word that orders stand in [i, end) right before those whom it tells,
 * known or not? "Phân công trực gửi về" does not. */
static bool tells_somebody(const scan *s, uint32_t i, uint32_t end)
{
	for (; (i = cue_next(s, i, end, CUE_ASSIGN)) < end; i++) {
		uint32_t n, after;

		(void)cue_at(s, i, &n);
		after = i + n;
		if ((scan_tok(s, after)->flags & TF_CAP) || scan_is(s, after, W_CAC) ||
		    cue_at(s, after, NULL) == CUE_GENERIC || cue_at(s, after, NULL) == CUE_POST)
			return true;
	}
	return false;
}

/* Does the paragraph speak of a matter of its own, rather than say until when of the duty before it: by its number, by
 * whom it tells, by the one of whom it goes on to speak ("Chậm nhất ngày 01/2, người ứng cử phải nộp")? */
static bool own_matter(const scan *s, const block *b, const datex *d, const assignment *last)
{
	enum { NEAR = 8 };
	uint32_t i = d->tok + d->ntok + 1, to = i + NEAR;

	if (own_item(s, b) || tells_somebody(s, b->tok, d->tok))
		return true;
	if (d->tok == b->tok && scan_mark(s, i - 1, ',') && cue_at(s, i, NULL) == CUE_NONE &&
	    scan_next(s, i, to, W_PHAI_2) < to)
		return true;
	return handed_to_leader(s, b, d->tok, last);
}

/* "Đợt 1: Từ ngày 18/8 đến hết ngày 20/8", "Nghỉ 07 ngày, từ ngày ...": is nothing done or handed over there? */
static bool orders_nothing(const scan *s, const block *b)
{
	for (uint32_t i = b->tok; i < b->tok + b->ntok; i++)
		if (order_begins(s, i, b->tok + b->ntok) || scan_is(s, i, W_PHAI_2))
			return false;
	return true;
}

/* The limit makes a duty of its own: of whoever is named in the paragraph, or governs it, or is written to.
 * False when it is nobody's and only says when something is ("Thời gian thực hiện: Từ ngày ..."). */
static bool make_duty(walk *w, const block *b, const govern *g, const char *rule)
{
	duty d = {.from = b->tok,
	          .to = b->tok + b->ntok,
	          .act = b->tok,
	          .source = g->source,
	          .rule = rule};

	if (inner_actor(w->s, b, &d))
		d.source = LEAD_STATED;
	else if (g->lead != NULL)
		d.lead = *g->lead;
	else if (w->s->r->addressees.n != 0)
		d.lead = w->s->r->addressees, d.source = LEAD_ADDRESSEE;
	if ((d.lead.n == 0 && says(w->s, b->tok, S("thời gian")) != 0) ||
	    (d.source != LEAD_STATED && orders_nothing(w->s, b)))
		return false;
	walk_add(w, &d, g);
	return true;
}

/* A paragraph that only says until when: "Báo cáo gửi về ... trước ngày". It belongs to
 * the duty before it; to the addressee where there is none. */
bool limit_attach(walk *w, const block *b, const govern *g)
{
	scan *s = w->s;
	reading *r = s->r;
	span at = b->at;
	int32_t limit = limit_within(s, at);
	assignment *last;

	if (limit < 0 || b->table >= 0 || !walk_tells(r) || scan_mark(s, b->tok, '(') ||
	    scan_is(s, r->dates.p[limit].tok, W_SAU) || paragraph_looks_back(s, b->tok) ||
	    grants_time(s, b))
		return false;
	if (g->active && limit_spread(w, b, (uint32_t)limit))
		return true;
	/* A limit is never dropped: where no duty precedes it, or it speaks of items that have
	 * their own, it makes one. */
	if (r->assignments.n == 0 || (!g->active && !hands_over(s, b)) ||
	    (limit_items(s, b) != 0 && b->marker.len == 0 && names_doer(s, b)) ||
	    r->assignments.p[r->assignments.n - 1].rule == table_rule)
		return make_duty(w, b, g, "limit-paragraph");
	last = &r->assignments.p[r->assignments.n - 1];
	if (own_matter(s, b, &r->dates.p[limit], last))
		return make_duty(w, b, g, "limit-item");
	for (uint32_t i = (uint32_t)limit; i < r->dates.n; i++) {
		if (r->dates.p[i].at.at >= span_end(at))
			break;
		if (r->dates.p[i].role == ROLE_DEADLINE)
			*VEC_PUSH(s->a, &last->deadlines) = i;
	}
	last->at.len = span_end(at) - last->at.at;
	last->track = !has_no_end(last);
	return true;
}
