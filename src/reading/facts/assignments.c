/*
 * assignments.c - who must do what: the walk over the blocks of the body.
 *
 * Going down, each block hands its children what governs them: a heading that
 * names a body hands on that body; an opening sentence ("... yêu cầu các sở, ngành
 * thực hiện một số nhiệm vụ sau:") its addressees; a heading such as "Thành phần"
 * silence. Nothing is guessed: where nobody governs, the lead stays empty.
 */
#include "reading/facts/facts.h"

#include "reading/facts/duty_priv.h"
#include "reading/facts/phrase.h"
#include "reading/facts/table.h"
#include "reading/facts/walk_priv.h"
#include "reading/facts/within.h"

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

/* "Văn phòng ... thông báo ý kiến kết luận của ... để các đơn vị biết, thực hiện", "Cục Thuế trả lời để Công ty
 * được biết": whoever writes speaks of himself. */
static bool only_informs(const scan *s, const duty *d, uint32_t end)
{
	static const slice tells[] = {S("thông báo"), S("trả lời"), S("hướng dẫn"),
	                              S("có ý kiến"), S("gửi"),     S("cung cấp thông tin")};
	SAYINGS(tells);
	enum { LAST = 8 };
	uint32_t i = d->act + says(s, d->act, S("xin")), to;

	if (d->rule == rule_assign || says_any(s, i, &said_tells, NULL) == 0)
		return false;
	while (end > i && scan_tok(s, end - 1)->kind == TOK_PUNCT)
		end--;
	to = scan_next_either(s, i, end, W_DE, W_CHO);
	if (to < end && (says(s, end - 2, S("thực hiện")) == 2 ||
	                 (d->own_actor && scan_next(s, to, end, W_BIET_1) < end)))
		return d->own_actor;
	if (!scan_is(s, i, W_THONG))
		return false;
	for (uint32_t j = end > i + LAST ? end - LAST : i; j < end; j++)
		if (scan_is(s, j, W_BIET_1))
			return true;
	return false;
}

/* "Thông báo", "Kế hoạch" right before token k, or in the words from i on? */
static bool paper_before(const scan *s, uint32_t k, uint32_t i)
{
	for (; i < k; i++)
		if (cue_at(s, i, NULL) == CUE_KIND || cue_at(s, i, NULL) == CUE_DELIVERABLE ||
		    says(s, i, S("thông báo")) != 0 || says(s, i, S("văn bản")) != 0)
			return true;
	return false;
}

/* "Thủ trưởng các đơn vị phổ biến nội dung thông báo này đến toàn thể viên chức": this very paper is
 * made known, and nothing else. */
static bool passes_paper_on(const scan *s, uint32_t i, uint32_t end)
{
	enum { WORDS = 8 };
	static const slice tells[] = {S("phổ biến"), S("quán triệt"), S("thông báo"),
	                              S("thông tin")};
	SAYINGS(tells);
	uint32_t n = says_any(s, i, &said_tells, NULL), k;

	if (n == 0)
		return false;
	k = scan_next(s, i + n, i + n + WORDS < end ? i + n + WORDS : end, W_NAY_5);
	return k < i + n + WORDS && k < end && cue_next(s, k, end, CUE_VERB) >= end &&
	       paper_before(s, k, i + n);
}

/* "báo cáo về Bộ qua số điện thoại 024..., thư điện tử ...": only how to reach whoever writes. */
static bool says_where(const scan *s, uint32_t i, uint32_t end)
{
	static const slice lines[] = {S("số điện thoại"), S("thư điện tử"), S("đường dây nóng"),
	                              S("hộp thư")};
	SAYINGS(lines);

	return order_reports(s, i) && says_any_in(s, i, end, &said_lines) < end;
}

/* "Trong quá trình thực hiện, trường hợp có vướng mắc, đề nghị Quý cơ quan trao đổi với Bộ": to whom
 * to turn. */
static bool where_in_doubt(const scan *s, const duty *d)
{
	enum { BACK = 40 };
	static const slice doubts[] = {S("vướng mắc"), S("phát sinh")};
	static const slice turns[] = {S("trao đổi"), S("liên hệ"), S("phản ánh"),
	                              S("thông tin về")};
	SAYINGS(doubts);
	SAYINGS(turns);
	int32_t at = block_of_tok(s, d->act);
	uint32_t i = d->act, n = 0, from;

	if (at < 0)
		return false;
	from = s->r->blocks.p[at].tok;
	from = from + BACK < i ? i - BACK : from;
	while ((cue_at(s, i, &n) == CUE_ADVERB || cue_at(s, i, NULL) == CUE_VAGUE) && i < d->to)
		i += n;
	return (says_any(s, i, &said_turns, NULL) != 0 ||
	        (order_reports(s, i) && s->r->blocks.p[at].marker.len == 0)) &&
	       says_any_in(s, from, i, &said_doubts) < i;
}

/* Is the duty only a closing formula? Numbered items never are. */
static bool is_formula(const walk *w, const block *b, const duty *d)
{
	static const slice contacts[] = {S("đề nghị liên hệ"), S("xin liên hệ"),
	                                 S("vui lòng liên hệ")};
	SAYINGS(contacts);
	const scan *s = w->s;
	uint32_t first;

	if (b->marker.len != 0 && b->marker_class != MARKER_BULLET)
		return false;
	first = sentence_end(s, d->act, d->to);
	/* "- Đối với vướng mắc về nghiệp vụ, đề nghị phản ánh về Vụ": nor by a bullet */
	if (b->marker_class == MARKER_BULLET &&
	    (where_in_doubt(s, d) || says_any_in(s, d->act, first, &said_contacts) < first) &&
	    limit_within(s, tokens_span(&s->tk, d->from, d->to)) < 0)
		return true;
	if (b->marker.len != 0)
		return false;
	return (is_boilerplate(s, d->act, first) || where_in_doubt(s, d) ||
	        only_informs(s, d, first) || says_where(s, d->act, first) ||
	        passes_paper_on(s, d->act, first)) &&
	       limit_within(s, tokens_span(&s->tk, d->from, d->to)) < 0;
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
	    (below->source != LEAD_HEADING && next == -1))
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

static void walk_block(walk *w, uint32_t k)
{
	scan *s = w->s;
	const block *b = &s->r->blocks.p[k];
	govern g = heads_article(s, b) ? article_govern(w)
	           : b->parent < 0     ? w->top
	           : b->marker.len     ? w->given[b->parent]
	                               : w->going[b->parent];
	govern below;
	uint32_t first = w->found.n, end = b->tok + b->ntok;
	bool top = b->parent < 0;
	block rest;

	/* Under the top, a paragraph without a number tells; it does not order barely. */
	g.mute |= top && b->marker.len == 0 && !g.prep;
	g.listed &= b->marker.len != 0;
	below = g;
	if (head_heading(w, b, &below) || (head_opens(s, b) && head_opening(w, b, &below)) ||
	    (below.details && !g.details)) {
		if (block_ends_with(s, b, ':'))
			below.limit = limit_of_opening(s, b);
		w->given[k] = below;
		if (b->marker.len == 0)
			govern_after(w, k, &g, &below);
		if (!below.details || below.mute)
			end = block_last_sentence(s, b);
	} else {
		w->given[k] = g;
	}
	w->going[k] = w->given[k];
	rest = *b;
	if (limit_alone(w, b, &g) || ((b->marker.len == 0 || limit_heads_items(s, b)) &&
	                              (rest.tok = limit_governs(w, b, &g)) >= end))
		return;
	rest.ntok -= rest.tok - b->tok;
	read_duties(w, &rest, end, &g);
	for (uint32_t i = first; i < w->found.n; i++) {
		const duty *d = &w->found.p[i];

		if (is_formula(w, b, d) || says_nothing(s, d) || limit_of_last(w, b, d))
			continue;
		walk_add(w, d, &g);
		if (!w->meeting && walk_tells(s->r))
			orders_seen(w, k, g.active || d->rule != rule_actor_verb);
		if (end != b->tok + b->ntok)
			continue;
		if (d->own_actor) {
			govern *next = block_ends_with(s, b, ':') ? &w->given[k] : &w->going[k];

			govern_by(next, walk_keep(w, d->lead), LEAD_HEADING);
			next->listed = false;
			next->prep = g.prep;
		}
		if (block_ends_with(s, b, ':') && block_spells_out(s, b)) {
			w->given[k].details = true;
			if (b->marker.len == 0 && b->parent >= 0)
				w->given[b->parent].details = true;
		}
	}
	if (first == w->found.n && end == b->tok + b->ntok && rest.tok == b->tok)
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
 * portal lost the lines. */
static bool orders_behind_addressee(const scan *s, const block *b)
{
	uint32_t end = b->tok + b->ntok;

	return b->zone == ZONE_ADDRESSEE && cue_next(s, b->tok, end, CUE_ASSIGN) < end;
}

void assignments_find(scan *s)
{
	walk w = {.s = s, .meeting = is_meeting(s->r)};
	const blocks *bs = &s->r->blocks;

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
		if ((bs->p[k].zone == ZONE_BODY || orders_behind_addressee(s, &bs->p[k])) &&
		    k >= w.slots_end && !slots_read(&w, k) && !bracket_prepares(&w, &bs->p[k]))
			walk_block(&w, k);
		k++;
	}
	add_line_checks(&w);
	link_chains(s);
}
