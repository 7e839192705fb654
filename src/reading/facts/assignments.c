/*
 * assignments.c - who must do what: the walk over the blocks of the body.
 *
 * Going down, each block hands its children what governs them: a heading that
 * names a body hands on that body; an opening sentence ("... yêu cầu các sở, ngành
 * thực hiện một số nhiệm vụ sau:") its addressees; a heading such as "Thành phần"
 * silence. Nothing is guessed: where nobody governs, the lead stays empty.
 */
#include "reading/facts/facts.h"

#include "reading/facts/orders_priv.h"
#include "reading/facts/within.h"

typedef struct walk {
	scan *s;
	govern top;    /* governs blocks at the top of the body */
	govern *given; /* by block: what it hands to its numbered children */
	govern *going; /* ... and to the paragraphs that merely go on */
	duties found;
	bool meeting;  /* an invitation or a programme: orders only in its preparation part */
} walk;

static bool is_meeting(const reading *r)
{
	return r->purpose == PURPOSE_INVITATION || r->purpose == PURPOSE_PROGRAMME;
}

/* Does the document tell others what to do? A reply and a report quote orders. */
static bool tells(const reading *r)
{
	return r->purpose != PURPOSE_REPLY && r->purpose != PURPOSE_REPORT;
}

static bool ends_with(const scan *s, const block *b, uint16_t mark)
{
	return b->ntok != 0 && scan_mark(s, b->tok + b->ntok - 1, mark);
}

/* The sentence that ends the block: where an opening or a heading stands. */
static uint32_t last_sentence(const scan *s, const block *b)
{
	uint32_t end = b->tok + b->ntok, i = b->tok;

	for (;;) {
		uint32_t stop = sentence_end(s, i, end);

		if (stop >= end)
			return i;
		i = stop;
	}
}

static bool has_children(const scan *s, const block *b)
{
	return b->first_child >= 0 && s->r->blocks.p[b->first_child].zone == b->zone;
}

/* "... bao gồm:", "... gồm:", "... cụ thể:": what follows spells it out. */
static bool spells_out(const scan *s, const block *b)
{
	uint32_t end = b->tok + b->ntok;

	return end >= b->tok + 2 &&
	       (scan_is(s, end - 2, W_GOM_5) || scan_is(s, end - 2, W_DOS_1) ||
	        scan_is(s, end - 2, W_LA));
}

/* The parts of an invitation in which duties are given. */
static bool is_prep_heading(const scan *s, const block *b)
{
	uint32_t end = b->tok + (b->ntok < 12 ? b->ntok : 12);

	for (uint32_t i = b->tok; i + 1 < end; i++)
		if ((scan_is(s, i, W_CHUAN_2) && scan_is(s, i + 1, W_BI_4)) ||
		    (scan_is(s, i, W_THUC) && scan_is(s, i + 1, W_HIEN)) ||
		    (scan_is(s, i, W_PHAN) && scan_is(s, i + 1, W_CONG_6)))
			return true;
	return false;
}

/* "Thành phần", "Mục tiêu, quan điểm", "Về công tác ...": a topic, no actor. */
static bool is_mute_heading(const scan *s, const block *b)
{
	uint32_t i = b->tok;

	while (i < b->tok + b->ntok && scan_tok(s, i)->kind == TOK_PUNCT)
		i++;
	return cue_at(s, i, NULL) == CUE_TOPIC_MUTE;
}

static actors *keep(walk *w, actors list)
{
	actors *p = arena_new(w->s->a, actors);

	*p = list;
	return p;
}

/* The first "giao X" of a sentence, as actors only. */
static bool opening_actors(const scan *s, uint32_t i, uint32_t end, actors *out)
{
	for (; i < end; i++) {
		uint32_t n;

		if (cue_at(s, i, &n) != CUE_ASSIGN)
			continue;
		if (i > 0 && (scan_is(s, i - 1, W_DUOC) || scan_is(s, i - 1, W_THEO)))
			continue;
		out->n = 0;
		if (actors_at(s, i + n, end, false, out) > i + n && out->n != 0)
			return true;
	}
	return false;
}

/* Does the sentence open orders without naming anybody ("có ý kiến chỉ đạo như sau:")? */
static bool opens(const scan *s, uint32_t i, uint32_t end)
{
	uint32_t n;
	bool as_follows = false, orders = false;

	for (; i < end; i++) {
		enum cue c = cue_at(s, i, &n);

		as_follows |= c == CUE_OPENING;
		orders |= (c == CUE_ASSIGN && i + 12 > end) || scan_is(s, i, W_LUAN_4) ||
		          (scan_is(s, i, W_CHI_2) && scan_is(s, i + 1, W_DAO_4) &&
		           !(scan_tok(s, i)->flags & TF_CAP)) ||
		          (scan_is(s, i, W_Y_1) && scan_is(s, i + 1, W_KIEN_1));
	}
	return orders && (as_follows || scan_mark(s, end - 1, ':'));
}

static void govern_by(govern *g, const actors *lead, lead_source source)
{
	g->lead = lead;
	g->source = source;
	g->active = true;
	g->mute = g->mute_all = false;
	g->details = false;
	g->listed = source == LEAD_HEADING;
}

/* Does the sentence that ends before `end` announce duties ("thực hiện một số nhiệm vụ
 * sau:"), rather than give one? */
static bool announces(const scan *s, uint32_t end)
{
	for (uint32_t i = end > 8 ? end - 8 : 0; i + 1 < end; i++) {
		if (i > 0 && scan_is(s, i - 1, W_THEO))
			continue;
		if ((scan_is(s, i, W_NHIEM_4) && scan_is(s, i + 1, W_VU_4)) ||
		    (scan_is(s, i, W_NOI_4) && scan_is(s, i + 1, W_DUNG)) ||
		    (scan_is(s, i, W_CONG_6) && scan_is(s, i + 1, W_VIEC)) ||
		    (scan_is(s, i, W_GIAI_2) && scan_is(s, i + 1, W_PHAP_1)) ||
		    (scan_is(s, i, W_THUC) && scan_is(s, i + 1, W_HIEN)) ||
		    scan_is(s, i, W_VIEC) || scan_mark(s, i + 1, ':'))
			return true;
	}
	return false;
}

/* A block that ends with ':' and orders nothing itself: opening or heading. True when
 * it was one; its children's (or the top's) governor is set. */
static bool read_head(walk *w, const block *b, govern *g)
{
	const scan *s = w->s;
	uint32_t i = last_sentence(s, b), end = b->tok + b->ntok;
	bool item = b->marker.len != 0;
	actors lead = {0};
	uint32_t after;

	if (w->meeting && !g->prep)
		return false;
	if (spells_out(s, b) && g->active && order_word(s, i, end))
		return false;
	if (opening_actors(s, i, end, &lead) && !announces(s, end)) {
		/* "... xây dựng báo cáo nhanh theo hướng dẫn sau:": the duty itself; what follows
		 * spells it out. */
		govern_by(g, keep(w, lead), LEAD_OPENING);
		g->details = true;
		return false;
	}
	if (lead.n != 0) {
		govern_by(g, keep(w, lead), item ? LEAD_HEADING : LEAD_OPENING);
		g->listed = false;
		return true;
	}
	after = actors_at(s, i, end, false, &lead);
	if (item && after > i) {
		govern_by(g, keep(w, lead), LEAD_HEADING);
		return true;
	}
	if (!tells(s->r))
		return false;
	if (opens(s, i, end)) {
		const actors *to = s->r->addressees.n ? &s->r->addressees : NULL;

		if (!item || g->lead == NULL)
			govern_by(g, to, to ? LEAD_ADDRESSEE : LEAD_NONE);
		return true;
	}
	return false;
}

/* Past "Đối với", "Trách nhiệm chung của", "Nhiệm vụ của". */
static uint32_t skip_heading_words(const scan *s, uint32_t i, uint32_t end)
{
	if (scan_is(s, i, W_DOI_1) && scan_is(s, i + 1, W_VOI_1))
		return i + 2;
	if (!scan_is(s, i + 1, W_NHIEM_4) && !scan_is(s, i, W_NHIEM_4))
		return i;
	for (uint32_t j = i + 2; j < end && j < i + 6; j++)
		if (scan_is(s, j, W_CUA))
			return j + 1;
	return i;
}

/* A short block without a closing mark that only names a body or a topic. */
static bool read_heading(walk *w, const block *b, govern *g)
{
	const scan *s = w->s;
	uint32_t end = b->tok + b->ntok, i = b->tok, after;
	bool colon = ends_with(s, b, ':');
	actors lead = {0};

	if (b->ntok == 0 || (!colon && (ends_with(s, b, '.') || ends_with(s, b, ';'))))
		return false;
	if (colon)
		end--;
	i = skip_heading_words(s, i, end);
	after = actors_at(s, i, end, false, &lead);
	if (after > i && after < end && lead.n == 1 && has_children(s, b) && !colon &&
	    lead.p[0].agency.n == 0 && lead.p[0].group.n == 0 && b->ntok < 40 &&
	    b->marker.len != 0) {
		/* "Các tổ chức hoạt động trong lĩnh vực ...": who, told apart by a clause. */
		lead.p[0].at = tokens_span(&s->tk, i, end);
		lead.p[0].text = slice_at(s->tk.text, lead.p[0].at);
		after = end;
	}
	if (after > i &&
	    (after == end || (after + 10 > end && (has_children(s, b) || b->bold) &&
	                      !order_word(s, after, end)))) {
		govern_by(g, keep(w, lead), LEAD_HEADING);
		/* In an invitation a body heads the list of those who come from it. */
		if (w->meeting && !g->prep)
			g->active = false, g->mute = g->mute_all = true;
		return true;
	}
	if (!colon && b->ntok > 40)
		return false;
	if (w->meeting && is_prep_heading(s, b) && (has_children(s, b) || b->ntok < 8)) {
		g->prep = g->active = true;
		g->mute = g->mute_all = false;
		return true;
	}
	if (is_mute_heading(s, b)) {
		g->mute = g->mute_all = true;
		g->details = true;
		return b->ntok < 12 || has_children(s, b);
	}
	/* A title ("7. Về công tác quy hoạch"): hands on what governs it. */
	return !colon && has_children(s, b) && b->marker.len != 0;
}

static void add_assignment(walk *w, const duty *d, const govern *g)
{
	assignment *a = VEC_PUSH(w->s->a, &w->s->r->assignments);

	details_fill(w->s, d, g, a);
}

/* Is the duty only a closing formula? Numbered items never are. */
static bool is_formula(const walk *w, const block *b, const duty *d)
{
	const scan *s = w->s;

	uint32_t first = sentence_end(s, d->act, d->to);

	return b->marker.len == 0 && is_boilerplate(s, d->act, first) &&
	       limit_within(s->r, tokens_span(&s->tk, d->from, d->to)) < 0;
}

/* The numbers after "mục", "khoản", "nội dung": "1, 2, 3", "1 đến 3", as bits 1..63; 0
 * when the paragraph names none. */
static uint64_t items_named(const scan *s, const block *b)
{
	uint64_t set = 0;

	for (uint32_t i = b->tok; i + 1 < b->tok + b->ntok; i++) {
		uint32_t last = 0;
		bool range = false;

		if (!scan_is(s, i, W_MUC_4) && !scan_is(s, i, W_KHOAN_2) &&
		    !scan_is(s, i, W_DIEM_2) &&
		    !(scan_is(s, i, W_DUNG) && scan_is(s, i - 1, W_NOI_4)) &&
		    !(scan_is(s, i, W_VU_4) && scan_is(s, i - 1, W_NHIEM_4)))
			continue;
		for (i++; i < b->tok + b->ntok; i++) {
			const token *t = scan_tok(s, i);

			if (t->kind == TOK_NUM && t->num > 0 && t->num < 64) {
				for (uint32_t n = range ? last + 1 : t->num; n <= t->num; n++)
					set |= (uint64_t)1 << n;
				last = t->num;
				range = false;
			} else if (t->kind == TOK_WORD && t->word == W_DEN) {
				range = last != 0;
			} else if (scan_mark(s, i, '-')) {
				range = last != 0;
			} else if (!scan_mark(s, i, ',') && !scan_is(s, i, W_VA) &&
			           !scan_is(s, i, W_SO) && !scan_is(s, i, W_TU) &&
			           !scan_is(s, i, W_MUC_4) && !scan_is(s, i, W_KHOAN_2)) {
				break;
			}
		}
	}
	return set;
}

/* The number of the topmost numbered item above byte `at`; 0 when there is none. */
static uint32_t top_item(const scan *s, uint32_t at)
{
	const blocks *bs = &s->r->blocks;
	uint32_t lo = 0, hi = bs->n;
	int32_t k;

	while (lo < hi) {
		uint32_t mid = lo + (hi - lo) / 2;

		if (bs->p[mid].at.at <= at)
			lo = mid + 1;
		else
			hi = mid;
	}
	for (k = (int32_t)lo - 1; k >= 0 && bs->p[k].parent >= 0; k = bs->p[k].parent)
		;
	if (k < 0 || bs->p[k].marker_class != MARKER_ARABIC)
		return 0;
	for (uint32_t i = 0, n = 0; i < bs->p[k].marker.len; i++) {
		char c = s->r->text.p[bs->p[k].marker.at + i];

		if (c < '0' || c > '9')
			return n;
		n = n * 10 + (uint32_t)(c - '0');
		if (n > 63)
			return 0;
	}
	return 0;
}

/* A limit that says which items it governs: they get it, unless they have their own. */
static bool spread_limit(walk *w, const block *b, uint32_t limit)
{
	reading *r = w->s->r;
	uint64_t items = items_named(w->s, b);
	bool any = false;

	if (items == 0)
		return false;
	for (uint32_t i = 0; i < r->assignments.n; i++) {
		assignment *a = &r->assignments.p[i];
		uint32_t n = top_item(w->s, a->at.at);

		if (n == 0 || !(items >> n & 1) || a->deadlines.n != 0)
			continue;
		*VEC_PUSH(w->s->a, &a->deadlines) = limit;
		a->track = a->nature != NATURE_STANDING && a->nature != NATURE_PROHIBITION;
		any = true;
	}
	return any;
}

/* Somebody named inside the paragraph who is then told: "... các đơn vị hoàn chỉnh hồ
 * sơ gửi về ...". */
static bool inner_actor(const scan *s, const block *b, duty *d)
{
	uint32_t end = b->tok + b->ntok;

	for (uint32_t i = b->tok; i < end; i++) {
		uint32_t n, k;

		if (cue_at(s, i, &n) != CUE_GENERIC)
			continue;
		d->lead.n = 0;
		k = actors_at(s, i, end, false, &d->lead);
		if (k > i && k < end && cue_at(s, k, NULL) == CUE_VERB) {
			d->act = k;
			return true;
		}
	}
	d->lead.n = 0;
	return false;
}

/* A paragraph that only says until when: "Báo cáo gửi về ... trước ngày". It belongs to
 * the duty before it; to the addressee where there is none. */
static bool attach_limit(walk *w, const block *b, const govern *g)
{
	scan *s = w->s;
	reading *r = s->r;
	span at = b->at;
	int32_t limit = limit_within(r, at);
	assignment *last;

	if (limit < 0 || b->table >= 0 || !tells(r) || scan_mark(s, b->tok, '(') ||
	    scan_is(s, r->dates.p[limit].tok, W_SAU))
		return false;
	if (g->active && spread_limit(w, b, (uint32_t)limit))
		return true;
	/* A limit is never dropped: where no duty precedes it, it makes one. */
	if (r->assignments.n == 0 || !g->active) {
		duty d = {.from = b->tok, .to = b->tok + b->ntok, .act = b->tok,
		          .source = g->source, .rule = "limit-paragraph"};

		if (inner_actor(s, b, &d))
			d.source = LEAD_STATED;
		else if (g->lead != NULL)
			d.lead = *g->lead;
		else if (r->addressees.n != 0)
			d.lead = r->addressees, d.source = LEAD_ADDRESSEE;
		add_assignment(w, &d, g);
		return true;
	}
	last = &r->assignments.p[r->assignments.n - 1];
	for (uint32_t i = (uint32_t)limit; i < r->dates.n; i++) {
		if (r->dates.p[i].at.at >= span_end(at))
			break;
		if (r->dates.p[i].role == ROLE_DEADLINE)
			*VEC_PUSH(s->a, &last->deadlines) = i;
	}
	last->at.len = span_end(at) - last->at.at;
	last->track = last->nature != NATURE_STANDING && last->nature != NATURE_PROHIBITION;
	return true;
}

static void walk_block(walk *w, uint32_t k)
{
	scan *s = w->s;
	const block *b = &s->r->blocks.p[k];
	govern g = b->parent < 0 ? w->top
	           : b->marker.len ? w->given[b->parent]
	                           : w->going[b->parent];
	govern below;
	uint32_t first = w->found.n, end = b->tok + b->ntok;
	bool top = b->parent < 0;

	/* Under the top, a paragraph without a number tells; it does not order barely. */
	if (top && b->marker.len == 0 && !g.prep)
		g.mute = true;
	if (b->marker.len == 0)
		g.listed = false;
	below = g;
	if (read_heading(w, b, &below) || (ends_with(s, b, ':') && read_head(w, b, &below)) ||
	    (below.details && !g.details)) {
		w->given[k] = below;
		if (b->marker.len == 0 &&
		    (top || (below.source != LEAD_HEADING && k + 1 < s->r->blocks.n &&
		             s->r->blocks.p[k + 1].parent < 0)))
			w->top = below;
		if (!below.details || below.mute)
			end = last_sentence(s, b);
	} else {
		w->given[k] = g;
	}
	w->going[k] = w->given[k];
	if (b->marker.len == 0 && g.active && items_named(s, b) != 0) {
		int32_t limit = limit_within(s->r, b->at);

		if (limit >= 0 && spread_limit(w, b, (uint32_t)limit))
			return;
	}
	duty_block(s, b, end, &g, &w->found);
	for (uint32_t i = first; i < w->found.n; i++) {
		const duty *d = &w->found.p[i];

		if (is_formula(w, b, d))
			continue;
		add_assignment(w, d, &g);
		if (!w->meeting && tells(s->r))
			w->top.active = w->given[k].active = w->going[k].active = true;
		if (end != b->tok + b->ntok)
			continue;
		if (d->own_actor) {
			govern *next = ends_with(s, b, ':') ? &w->given[k] : &w->going[k];

			govern_by(next, keep(w, d->lead), LEAD_HEADING);
			next->listed = false;
			next->prep = g.prep;
		}
		if (ends_with(s, b, ':') && spells_out(s, b)) {
			w->given[k].details = true;
			if (b->marker.len == 0 && b->parent >= 0)
				w->given[b->parent].details = true;
		}
	}
	if (first == w->found.n && end == b->tok + b->ntok)
		(void)attach_limit(w, b, &g);
}

/* Line tests that no duty holds: they bind somebody, though nobody is named. */
static void add_line_checks(walk *w)
{
	scan *s = w->s;
	reading *r = s->r;
	govern g = {.prep = true};
	uint32_t from = 0;

	for (uint32_t i = 0; i < r->dates.n; i++) {
		const datex *x = &r->dates.p[i];
		int32_t k;
		const block *b;
		duty d = {.rule = "line-check", .source = LEAD_NONE};

		if (x->role != ROLE_LINE_CHECK)
			continue;
		k = block_of_tok(s, x->tok);
		if (k < 0)
			continue;
		b = &r->blocks.p[k];
		d.from = from > b->tok ? from : b->tok;
		while (d.from < x->tok && (scan_is(s, d.from, W_VA) || scan_mark(s, d.from, ',')))
			d.from++;
		d.act = d.from;
		d.to = x->tok + x->ntok;
		from = d.to;
		add_assignment(w, &d, &g);
		*VEC_PUSH(s->a, &r->assignments.p[r->assignments.n - 1].deadlines) = i;
		r->assignments.p[r->assignments.n - 1].track = true;
	}
}

/* Does who leads the later duty receive the result of the earlier? */
static bool feeds(const assignment *early, const assignment *late)
{
	for (uint32_t x = 0; x < early->recipients.n; x++)
		for (uint32_t y = 0; y < late->lead.n; y++)
			if (early->recipients.p[x].agency.n != 0 &&
			    slice_eq(early->recipients.p[x].agency, late->lead.p[y].agency))
				return true;
	return false;
}

/* "gửi Sở Nội vụ ... để tổng hợp; Sở Nội vụ trình": the later waits for the earlier,
 * which may stand after it in the text. */
static void link_chains(scan *s)
{
	enum { NEAR = 8 };
	assignments *as = &s->r->assignments;

	for (uint32_t i = 0; i < as->n; i++)
		for (uint32_t j = i > NEAR ? i - NEAR : 0; j < as->n && j <= i + NEAR; j++)
			if (i != j && as->p[i].deadlines.n != 0 && feeds(&as->p[j], &as->p[i]))
				*VEC_PUSH(s->a, &as->p[i].depends_on) = j;
}

void assignments_find(scan *s)
{
	walk w = {.s = s, .meeting = is_meeting(s->r)};
	const blocks *bs = &s->r->blocks;

	w.given = arena_array(s->a, govern, bs->n + 1);
	w.going = arena_array(s->a, govern, bs->n + 1);
	w.top.mute = true;
	w.top.mute_all = w.meeting;
	for (uint32_t k = 0; k < bs->n; k++)
		if (bs->p[k].zone == ZONE_BODY && bs->p[k].table < 0)
			walk_block(&w, k);
	add_line_checks(&w);
	link_chains(s);
}
