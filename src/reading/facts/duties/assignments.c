/*
 * assignments.c - who must do what: the walk over the blocks of the body.
 *
 * Going down, each block hands its children what governs them: a heading that
 * names a body hands on that body; an opening sentence ("... yêu cầu các sở, ngành
 * thực hiện một số nhiệm vụ sau:") its addressees; a heading such as "Thành phần"
 * silence. Nothing is guessed: where nobody governs, the lead stays empty.
 */
#include "reading/facts/duties/assignments.h"

#include "reading/facts/duties/duty_priv.h"
#include "reading/facts/duties/walk_priv.h"
#include "reading/facts/tables/table.h"
#include "reading/facts/text/phrase.h"
#include "reading/facts/text/within.h"

enum { DUTIES_GUESS = 256 };

/* More tests of a line than any letter sets: the rest is not compared with duties. */
enum { LINE_CHECKS_MAX = 32 };

static bool is_meeting(const reading *r)
{
	/* A month's programme of work gives duties like a plan; a day's only calls. */
	return r->purpose == PURPOSE_INVITATION ||
	       (r->purpose == PURPOSE_PROGRAMME && r->kind.value != KIND_CHUONG_TRINH);
}

/* Does the document tell others what to do? A reply and a report quote orders. */
bool walk_tells(const reading *r)
{
	return r->purpose != PURPOSE_REPLY && r->purpose != PURPOSE_REPORT;
}

void walk_add(walk *w, const duty *d, const govern *g)
{
	assignment *a = VEC_PUSH(w->s->a, &w->s->r->assignments);
	uint32_t limit = d->limit != 0 ? d->limit : g->mute ? 0 : g->limit;

	details_fill(w->s, d, g, a);
	if (a->with.n == 0 && g->with != NULL && !d->own_actor && g->lead != NULL &&
	    d->lead.p == g->lead->p) {
		a->with = *g->with;
		a->with.cap = a->with.n; /* shared: who adds to it copies it first */
	}
	/* "Yêu cầu Sở Y tế hoàn thành các nhiệm vụ sau trước ngày 15/7:" */
	if (limit != 0 && a->deadlines.n == 0 && a->nature != NATURE_STANDING &&
	    a->nature != NATURE_PROHIBITION) {
		*VEC_PUSH(w->s->a, &a->deadlines) = limit - 1;
		a->track = true;
	}
}

/* "Trước ngày 15/6, các đơn vị thực hiện các nhiệm vụ sau:": its date + 1; 0: it gives none. One
 * before who is told may be of what moves the letter. */
static uint32_t limit_of_opening(const scan *s, const block *b)
{
	uint32_t end = b->tok + b->ntok, i = block_last_sentence(s, b);
	int32_t limit = limit_within(s, b->marker.len != 0 ? b->at : tokens_span(&s->tk, i, end));
	uint32_t told = cue_next(s, i, end, CUE_ASSIGN);

	if (limit < 0 || (b->marker.len == 0 && s->r->dates.p[limit].tok < told && told < end &&
	                  !order_dated(s, i)))
		return 0;
	return (uint32_t)limit + 1;
}

/* "Phối hợp với Sở Tư pháp:" and a list: only with whom, not yet what. "Phân công nhiệm vụ:" */
static bool says_nothing(const scan *s, const duty *d)
{
	uint32_t shares = says(s, d->act, S("phân công nhiệm vụ"));

	if (shares == 0)
		shares = says(s, d->act, S("tổ chức thực hiện"));
	if (shares != 0 && d->act + shares + 1 >= d->to)
		return true;
	for (uint32_t i = d->act; i < d->to; i++)
		if (scan_tok(s, i)->kind == TOK_WORD || scan_tok(s, i)->kind == TOK_NUM)
			return false;
	return true;
}

/* "Điều 2. Nhiệm vụ của Tổ công tác": no number of a list, and child of no item before it. */
static bool heads_article(const scan *s, const block *b)
{
	return b->marker.len == 0 && article_at(s, b->tok) != b->tok;
}

/* At an article nobody governs any more. */
static govern article_govern(walk *w)
{
	w->top = (govern){.active = w->top.active,
	                  .announced = w->top.announced,
	                  .mute = true,
	                  .mute_all = w->meeting};
	return w->top;
}

/* What an opening without a number hands to the blocks after it, which are none of its
 * children. */
static void govern_after(walk *w, uint32_t k, const govern *g, const govern *below)
{
	const blocks *bs = &w->s->r->blocks;
	int32_t parent = bs->p[k].parent;
	int32_t next = k + 1 < bs->n ? bs->p[k + 1].parent : -2;

	if (parent < 0 || heads_article(w->s, &bs->p[k]) ||
	    (next == -1 &&
	     (below->source != LEAD_HEADING || bs->p[k + 1].marker_class == MARKER_BULLET)))
		w->top = *below;
	/* among the children of a heading that names nobody, or of what is no preparation */
	else if (((below->source == LEAD_OPENING && g->lead == NULL) ||
	          (below->prep && !g->prep)) &&
	         next == parent)
		w->given[parent] = *below;
}

/* "(Sở Xây dựng chuẩn bị báo cáo, gửi ... trước 10 giờ ngày 08/6)": in the entry of a calendar
 * a bracket tells who makes what ready. True when b has such. */
static bool bracket_prepares(walk *w, const block *b)
{
	const scan *s = w->s;
	const govern g = {.prep = true, .active = true};
	uint32_t end = b->tok + b->ntok;
	bool any = false;

	if (!w->meeting || s->r->purpose != PURPOSE_PROGRAMME)
		return false;
	for (uint32_t i = b->tok; (i = scan_next(s, i, end, '(')) + 2 < end; i++) {
		duty d = {.from = i + 1,
		          .to = scan_next(s, i, end, ')'),
		          .source = LEAD_STATED,
		          .rule = "bracket",
		          .own_actor = true};

		if (d.to >= end) /* a bracket that nobody closed */
			break;
		d.act = told_actor(s, d.from, d.to, &d.lead);
		if (d.act == d.from || !order_begins(s, d.act, d.to) ||
		    (!told_registered(&d.lead) && cue_at(s, d.from, NULL) != CUE_HEAD))
			continue;
		d.act = coordination_read(s, d.act, d.to, &d);
		walk_add(w, &d, &g);
		any = true;
		i = d.to;
	}
	return any;
}

/* "- Các trường rà soát phần mềm.", then "- Chuẩn hóa dữ liệu.": a bullet that names nobody, where no
 * heading does, tells whom the bullet right before it told. */
static void inherits(walk *w, const block *b, uint32_t end, const govern *g)
{
	const scan *s = w->s;
	const duty *last = w->found.n != 0 ? &w->found.p[w->found.n - 1] : NULL;
	int32_t before;
	duty d;

	if (last == NULL || last->lead.n == 0 || (g->lead != NULL && !g->mute) || w->meeting ||
	    b->marker_class != MARKER_BULLET || !walk_tells(s->r) ||
	    !order_begins(s, b->tok, end) || order_states(s, b->tok, end) ||
	    order_agrees(s, b->tok))
		return;
	before = block_of_tok(s, last->from);
	if (before < 0 || block_of_tok(s, b->tok) != before + 1 ||
	    s->r->blocks.p[before].marker_class != MARKER_BULLET ||
	    s->r->blocks.p[before].parent != b->parent)
		return;
	d = (duty){.from = b->tok,
	           .to = end,
	           .lead = last->lead,
	           .source = LEAD_HEADING,
	           .rule = "sibling"};
	d.act = coordination_read(s, b->tok, end, &d);
	*VEC_PUSH(s->a, &w->found) = d;
}

/* "Đẩy mạnh chuyển đổi số." where nobody governs: a policy, no order. One that says until when, hands something
 * in, forbids or carries out a numbered paper binds those whom the reader knows; so does whatever a notice says
 * that a meeting concluded (a Party's own "Kết luận" is a policy): whose it is, a person settles. */
static bool of_nobody(const scan *s, const duty *d, const govern *g)
{
	bool concluded = s->r->purpose == PURPOSE_CONCLUSION && s->r->kind.value == KIND_THONG_BAO;

	return !concluded && d->lead.n == 0 && d->source == LEAD_NONE && d->limit == 0 &&
	       g->limit == 0 && !g->prep && !order_prohibits(s, d->from) &&
	       !order_carries_out(s, d->act, d->to) &&
	       cue_next(s, d->from, d->to, CUE_REPORT) >= d->to &&
	       limit_within(s, tokens_span(&s->tk, d->from, d->to)) < 0;
}

/* The duties of the tokens [b->tok, end). */
static void read_duties(walk *w, const block *b, uint32_t end, const govern *g)
{
	uint32_t first = w->found.n;

	duty_block(w->s, b, end, g, &w->found);
	if (w->found.n == first)
		inherits(w, b, end, g);
}

/* A duty stands in block k: others may follow without a word. plainly: told in an order's own words. */
static void orders_seen(walk *w, uint32_t k, bool plainly)
{
	w->top.announced = true;
	if (plainly)
		w->top.active = w->given[k].active = w->going[k].active = true;
}

/* Past the number of an item whose mark was lost: "1 Đôn đốc các bệnh viện". */
static uint32_t past_number(const scan *s, const block *b)
{
	enum { MOST = 40 };
	const token *t = scan_tok(s, b->tok);

	return b->tok + (b->ntok > 1 && t->kind == TOK_NUM && t->num > 0 && t->num < MOST);
}

/* Does the paragraph begin with an order of nobody it names, and no closing words? */
static bool begins_bare(const scan *s, const block *b)
{
	uint32_t i = past_number(s, b);

	return (scan_tok(s, i)->flags & TF_CAP) != 0 && cue_orders(cue_at(s, i, NULL)) &&
	       order_begins(s, i, b->tok + b->ntok);
}

/* "Đảng ủy đề nghị các đồng chí:", "Phòng Y tế:" and paragraphs that begin with a verb: a list that lost its
 * marks. */
static bool opens_unmarked(const scan *s, const block *b, const govern *below)
{
	const block *next = b + 1;

	return below->lead != NULL && !below->mute && b->marker.len == 0 && b->parent < 0 &&
	       block_ends_with(s, b, ':') && next < s->r->blocks.p + s->r->blocks.n &&
	       next->zone == ZONE_BODY && next->table < 0 && next->marker.len == 0 &&
	       !block_ends_with(s, next, ':') && begins_bare(s, next);
}

/* Is paragraph b still one of the list that lost its marks? Where it begins otherwise, that is over. */
static bool goes_on_unmarked(walk *w, const block *b)
{
	if (w->top.unmarked && b->marker.len == 0 && !begins_bare(w->s, b))
		w->top.unmarked = false;
	return w->top.unmarked;
}

/* What block k, which g governs, hands on to those after it. Returns the token up to which it gives duties
 * itself. */
static uint32_t hand_down(walk *w, uint32_t k, const govern *g)
{
	const scan *s = w->s;
	const block *b = &s->r->blocks.p[k];
	uint32_t end = b->tok + b->ntok;
	govern below = *g;

	if (head_heading(w, b, &below) || (head_opens(s, b) && head_opening(w, b, &below)) ||
	    (below.details && !g->details)) {
		if (block_ends_with(s, b, ':'))
			below.limit = limit_of_opening(s, b);
		below.unmarked = opens_unmarked(s, b, &below);
		w->given[k] = below;
		if (b->marker.len == 0)
			govern_after(w, k, g, &below);
		if (!below.details || below.mute)
			end = block_last_sentence(s, b);
	} else {
		w->given[k] = *g;
	}
	w->going[k] = w->given[k];
	return end;
}

static void walk_block(walk *w, uint32_t k)
{
	scan *s = w->s;
	const block *b = &s->r->blocks.p[k];
	govern g = heads_article(s, b) ? article_govern(w)
	           : b->parent < 0     ? w->top
	           : b->marker.len     ? w->given[b->parent]
	                               : w->going[b->parent];
	uint32_t first = w->found.n, end;
	bool top = b->parent < 0;
	block rest;

	/* Under the top, a paragraph without a number tells; it does not order barely. */
	g.mute |= top && b->marker.len == 0 && !g.prep && !goes_on_unmarked(w, b);
	g.listed &= b->marker.len != 0;
	end = hand_down(w, k, &g);
	rest = *b;
	if (limit_alone(w, b, &g) || ((b->marker.len == 0 || limit_heads_items(s, b)) &&
	                              (rest.tok = limit_governs(w, b, &g)) >= end))
		return;
	if (g.unmarked && rest.tok == b->tok)
		rest.tok = past_number(s, b);
	rest.ntok -= rest.tok - b->tok;
	read_duties(w, &rest, end, &g);
	for (uint32_t i = first; i < w->found.n; i++) {
		const duty *d = &w->found.p[i];

		if (is_formula(s, b, d) || says_nothing(s, d) || limit_of_last(w, b, d) ||
		    of_nobody(s, d, &g))
			continue;
		walk_add(w, d, &g);
		if (!w->meeting && walk_tells(s->r))
			orders_seen(w, k, g.active || d->rule != rule_actor_verb);
		if (end != b->tok + b->ntok)
			continue;
		if (d->own_actor) {
			govern *next = block_ends_with(s, b, ':') ? &w->given[k] : &w->going[k];
			bool details = next->details;

			govern_by(next, walk_keep(w, d->lead), LEAD_HEADING);
			next->details = details;
			next->listed = false;
			next->prep = g.prep;
		}
		if (block_ends_with(s, b, ':') && block_spells_out(s, b)) {
			w->given[k].details = true;
			if (scan_is(s, b->tok + b->ntok - 2, W_NHU)) /* examples: of things */
				w->given[k].mute_all = true, w->given[k].active = false;
			if (b->marker.len == 0 && b->parent >= 0)
				w->given[b->parent].details = true;
		}
	}
	if (first == w->found.n && end == b->tok + b->ntok && rest.tok <= past_number(s, b))
		(void)limit_attach(w, b, &g);
}

/* Is the date among the words of a duty that somebody leads? */
static bool held_by_duty(const reading *r, span at)
{
	for (uint32_t i = 0; i < r->assignments.n; i++) {
		const assignment *a = &r->assignments.p[i];

		if (a->lead.n != 0 && a->at.at <= at.at && span_end(at) <= span_end(a->at))
			return true;
	}
	return false;
}

/* Line tests that no duty holds: they bind somebody, though nobody is named. */
static void add_line_checks(walk *w)
{
	scan *s = w->s;
	reading *r = s->r;
	govern g = {.prep = true};
	uint32_t from = 0, seen = 0;

	for (uint32_t i = 0; i < r->dates.n; i++) {
		const datex *x = &r->dates.p[i];
		int32_t k;
		const block *b;
		duty d = {.rule = "line-check", .source = LEAD_NONE};

		if (x->role != ROLE_LINE_CHECK ||
		    (seen++ < LINE_CHECKS_MAX && held_by_duty(r, x->at)))
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
		walk_add(w, &d, &g);
		*VEC_PUSH(s->a, &r->assignments.p[r->assignments.n - 1].deadlines) = i;
		r->assignments.p[r->assignments.n - 1].track = true;
	}
}

/* Is a body among them of which a registry tells the code? */
static bool any_agency(const actors *list)
{
	for (uint32_t i = 0; i < list->n; i++)
		if (list->p[i].agency.n != 0)
			return true;
	return false;
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

	for (uint32_t i = 0; i < as->n; i++) {
		if (as->p[i].deadlines.n == 0 || !any_agency(&as->p[i].lead))
			continue;
		for (uint32_t j = i > NEAR ? i - NEAR : 0; j < as->n && j <= i + NEAR; j++)
			if (i != j && feeds(&as->p[j], &as->p[i]))
				*VEC_PUSH(s->a, &as->p[i].depends_on) = j;
	}
}

/* A table, under what governs the place where it stands. Returns the block after it. */
static uint32_t walk_table(walk *w, uint32_t k)
{
	const block *b = &w->s->r->blocks.p[k];
	const govern *g = b->parent < 0 ? &w->top : &w->given[b->parent];
	uint32_t first = w->s->r->assignments.n;

	k = table_duties(w->s, k, b->zone == ZONE_BODY ? g : NULL);
	if (!w->meeting && w->s->r->assignments.n > first) {
		w->top.active = true;
		if (b->parent >= 0)
			w->given[b->parent].active = true;
	}
	return k;
}

/* "Kính gửi: Hiệu trưởng các trường. Thực hiện ..., Phòng yêu cầu các trường làm các việc sau:" where a
 * portal lost the lines; "Đề nghị Huyện đoàn:" at the top of a paper without a header. */
static bool opens_above(const scan *s, const block *b)
{
	uint32_t end = b->tok + b->ntok;

	if (b->zone == ZONE_ADDRESSEE)
		return cue_next(s, b->tok, end, CUE_ASSIGN) < end;
	return (b->zone == ZONE_HEADER || b->zone == ZONE_TITLE) && block_ends_with(s, b, ':') &&
	       head_announces(s, b->tok, end);
}

void assignments_find(scan *s)
{
	walk w = {.s = s, .meeting = is_meeting(s->r)};
	const blocks *bs = &s->r->blocks;

	/* Of two blocks one is a duty: a guess that spares copies. */
	s->r->assignments.cap = bs->n / 2 < DUTIES_GUESS ? bs->n / 2 + 1 : DUTIES_GUESS;
	s->r->assignments.p = arena_array(s->a, assignment, s->r->assignments.cap);
	w.given = arena_array(s->a, govern, bs->n + 1);
	w.going = arena_array(s->a, govern, bs->n + 1);
	w.top.mute = true;
	w.top.mute_all = w.meeting;
	for (uint32_t k = 0; k < bs->n;) {
		block_soon(s, k + 2);
		if (bs->p[k].table >= 0) {
			k = walk_table(&w, k);
			continue;
		}
		if ((bs->p[k].zone == ZONE_BODY || opens_above(s, &bs->p[k])) && k >= w.slots_end &&
		    !slots_read(&w, k) && !bracket_prepares(&w, &bs->p[k]))
			walk_block(&w, k);
		k++;
	}
	add_line_checks(&w);
	link_chains(s);
}
