/*
 * details.c - what the words of one duty say besides who and what: until when,
 * what is handed over and to whom, on what basis, and whether to follow it.
 */
#include "reading/facts/duties/orders_priv.h"

#include "reading/facts/text/phrase.h"
#include "reading/facts/text/within.h"

/* How sure a rule is: measured on the labelled documents, not felt. */
static float rule_confidence(const duty *d)
{
	switch (d->source) {
	case LEAD_STATED:
		return d->own_actor ? 0.96f : 0.90f;
	case LEAD_HEADING:
		return 0.94f;
	case LEAD_ADDRESSEE:
		return 0.80f;
	case LEAD_OPENING:
		return 0.75f;
	default:
		return 0.60f;
	}
}

static uint32_t skip_words_to_body(const scan *s, uint32_t i, uint32_t end)
{
	while (i < end && (scan_is(s, i, W_VE) || scan_is(s, i, W_CHO) || scan_is(s, i, W_DEN) ||
	                   scan_is(s, i, W_LEN)))
		i++;
	return i;
}

/* The first token of [i, end) that is w1 before w2; end when none is. */
static uint32_t next_pair(const scan *s, uint32_t i, uint32_t end, uint16_t w1, uint16_t w2)
{
	while ((i = scan_next(s, i, end, w1)) < end && !scan_is(s, i + 1, w2))
		i++;
	return i;
}

/* "gửi X", "trình X", "báo cáo X": who receives; "đồng gửi X theo dõi": who watches. */
static void find_receivers(scan *s, const duty *d, assignment *a)
{
	uint32_t supply = d->act; /* the next "cung cấp" */

	for (uint32_t i = d->act; i < d->to; i++) {
		uint32_t n, j, after;
		bool copy;
		actors *list;

		if (supply < i || supply == d->act)
			supply = next_pair(s, i, d->to, W_CUNG, W_CAP);
		i = cue_next(s, i, supply, CUE_REPORT);
		if (i >= d->to)
			return;
		(void)cue_at(s, i, &n);
		copy = scan_is(s, i, W_DONG_5);
		j = skip_words_to_body(s, i + n, d->to);
		/* "gửi danh sách đại biểu ... về X", "gửi file tài liệu cho X" */
		if (!copy &&
		    (scan_is(s, i, W_GUI) || scan_is(s, i, W_NOP_4) || scan_is(s, i, W_CUNG))) {
			uint32_t k = j;

			while (k < d->to && k < j + 24 && !scan_mark(s, k, ';') &&
			       !scan_mark(s, k, '.') && !scan_is(s, k, W_VE) &&
			       !scan_is(s, k, W_CHO))
				k++;
			list = &a->recipients;
			after = actors_at(s, j, d->to, false, list);
			if (after == j && k < d->to &&
			    (scan_is(s, k, W_VE) || scan_is(s, k, W_CHO)))
				after = actors_at(s, k + 1, d->to, false, list);
			if (after > j)
				i = after - 1;
			continue;
		}
		list = copy ? &a->watchers : &a->recipients;
		after = actors_at(s, j, d->to, false, list);
		if (after > j)
			i = after - 1;
		else
			i += n - 1;
	}
}

static deliverable_form form_of(const scan *s, uint32_t i, uint32_t n)
{
	for (uint32_t k = i; k < i + n; k++) {
		if (scan_is(s, k, W_FILE) || scan_is(s, k, W_TEP_4))
			return FORM_FILE;
		if (scan_is(s, k, W_BIEU_2) || scan_is(s, k, W_LUAN_4))
			return FORM_SPEECH;
	}
	return FORM_WRITING;
}

/* "03 bộ bản giấy" */
static bool paper_at(const scan *s, uint32_t i, uint32_t end)
{
	return i + 1 < end && scan_tok(s, i)->kind == TOK_NUM && scan_tok(s, i)->num < 1000 &&
	       (scan_is(s, i + 1, W_BO_4) || scan_is(s, i + 1, W_BAN_2));
}

/* Verbs whose object is handed over. */
static bool makes(const scan *s, uint32_t i)
{
	static const bool verbs[W_COUNT] = {
		[W_CHUAN_2] = true, [W_XAY] = true,     [W_LAP_4] = true, [W_DU] = true,
		[W_GUI] = true,     [W_TRINH_5] = true, [W_BAN] = true,   [W_CUNG] = true,
		[W_HOAN] = true,    [W_XUAT_1] = true,  [W_MUU] = true,   [W_BAO_1] = true,
		[W_RA_5] = true,
	};
	uint16_t w = scan_tok(s, i)->word;

	return (w < W_COUNT && verbs[w]) ||
	       (scan_is(s, i, W_THANH) && scan_is(s, i + 1, W_LAP_4)) ||
	       (scan_is(s, i, W_TRIEN_2) && scan_is(s, i + 2, W_KE_1));
}

/* Is the word part of a body's name: "Kế hoạch" of "Sở Kế hoạch và Đầu tư"? */
static bool in_body(const scan *s, uint32_t i)
{
	enum { NAME = 12 };
	hit h;

	for (uint32_t j = i; j > 0 && j + NAME > i; j--)
		if (body_at(s, j - 1, &h) && h.tok + h.ntok > i)
			return true;
	return false;
}

/* Words too many to be a name: the thing itself, without what it is about or whose. */
static uint32_t bare_end(const scan *s, uint32_t from, uint32_t end)
{
	static const uint16_t links[] = {W_VE, W_CUA, W_THEO, W_TREN, W_THUOC, W_TAI, W_VA};

	for (uint32_t j = from; j < end; j++)
		for (size_t k = 0; k < ARRAY_LEN(links); k++)
			if (scan_is(s, j, links[k]))
				return j;
	return end;
}

/* Where the words of a deliverable that begin at i end: at a mark, a verb of sending, a limit, or
 * what it is for. A comma goes on when a short noun follows ("khai mạc, bế mạc của"). */
static uint32_t deliverable_end(const scan *s, uint32_t i, uint32_t n, const duty *d)
{
	enum { WORDS_MAX = 32 };
	uint32_t j = i + n, limit = dates_from(s, scan_tok(s, i)->at);
	hit to;

	for (; j < d->to; j++) {
		enum cue c = cue_at(s, j, NULL);

		if (j >= i + WORDS_MAX)
			return bare_end(s, i + n, j);
		while (limit < s->r->dates.n && s->r->dates.p[limit].at.at < scan_tok(s, j)->at)
			limit++;
		if (limit < s->r->dates.n && s->r->dates.p[limit].at.at == scan_tok(s, j)->at) {
			uint32_t past = span_end(s->r->dates.p[limit].at);

			if (s->r->dates.p[limit].role == ROLE_DEADLINE ||
			    s->r->dates.p[limit].bound == BOUND_BEFORE ||
			    s->r->dates.p[limit].bound == BOUND_BY)
				break;
			while (j + 1 < d->to && scan_tok(s, j + 1)->at < past)
				j++; /* "ngày 28/7": its strokes are no end */
			continue;
		}
		/* "... về Sở Nội vụ": who receives it; "hồ sơ lên hệ thống": where it goes */
		if (((scan_is(s, j, W_VE) || scan_is(s, j, W_CHO)) && body_at(s, j + 1, &to)) ||
		    (scan_is(s, j, W_VE) && cue_at(s, j + 1, NULL) == CUE_HEAD &&
		     (scan_tok(s, j + 1)->flags & TF_CAP)) ||
		    scan_is(s, j, W_LEN))
			break;

		if (scan_mark(s, j, ',')) {
			uint32_t k = j + 1;

			while (k < d->to && k < j + 4 && cue_at(s, k, NULL) != CUE_DELIVERABLE &&
			       cue_at(s, k, NULL) != CUE_REPORT && cue_at(s, k, NULL) != CUE_VERB &&
			       scan_tok(s, k)->kind == TOK_WORD && !scan_is(s, k, W_CUA))
				k++;
			if (k == j + 1 || !scan_is(s, k, W_CUA))
				break;
			continue;
		}
		if (scan_tok(s, j)->kind == TOK_PUNCT || c == CUE_REPORT ||
		    (c == CUE_VERB && (scan_is(s, j, W_BAO_2) || scan_is(s, j, W_DAM_2) ||
		                       scan_is(s, j, W_PHUC_4))) ||
		    (scan_is(s, j, W_VA) &&
		     (paper_at(s, j + 1, d->to) || cue_at(s, j + 1, NULL) == CUE_DELIVERABLE)))
			break;
	}
	return j;
}

static void add_deliverable(scan *s, assignment *a, uint32_t i, uint32_t end, deliverable_form form,
                            int32_t copies)
{
	deliverable *p = VEC_PUSH(s->a, &a->deliverables);

	p->form = form;
	p->copies = copies;
	p->at = tokens_span(&s->tk, i, end);
	p->text = slice_at(s->tk.text, p->at);
}

static uint32_t paper_end(const scan *s, uint32_t i, uint32_t end)
{
	uint32_t j = i + 2;

	while (j < end && j < i + 4 && (scan_is(s, j, W_BAN_2) || scan_is(s, j, W_GIAY_1)))
		j++;
	return j;
}

/* Is the cue of class c at i, right behind a verb of making, the thing made, though it is none elsewhere:
 * "chuẩn bị báo cáo", "chuẩn bị nội dung", "thành lập Hội đồng thẩm định"? */
static bool is_made(const scan *s, uint32_t i, enum cue c)
{
	return (c == CUE_REPORT && scan_is(s, i, W_BAO_1)) ||
	       (c == CUE_NOUN && scan_is(s, i, W_NOI_4)) ||
	       (c == CUE_HEAD && says(s, i, S("hội đồng")) != 0);
}

/* Does a verb of an order, or of handing over, end right before i? */
static bool behind_verb(const scan *s, uint32_t i)
{
	enum { WORDS = 8 };

	for (uint32_t k = 1, n; k <= WORDS && k <= i; k++) {
		enum cue c = cue_at(s, i - k, &n);

		if (n == k && (c == CUE_VERB || c == CUE_REPORT))
			return true;
	}
	return false;
}

/* Of five duties three hold nothing that may be handed over: no cue of such things, nothing that a verb right before
 * it may make (is_made()), no "03 bộ". */
static bool may_hand_over(const scan *s, const duty *d)
{
	static const uint16_t made[SCAN_OF] = {W_BAO_1, W_NOI_4, W_HOI_4, MARK_FIGURE};

	if (cue_next(s, d->act, d->to, CUE_DELIVERABLE) < d->to)
		return true;
	for (uint32_t i = d->act; (i = scan_next_four(s, i, d->to, made)) < d->to; i++)
		if (scan_mark(s, i, MARK_FIGURE) ? paper_at(s, i, d->to) : behind_verb(s, i))
			return true;
	return false;
}

static void find_deliverables(scan *s, const duty *d, assignment *a)
{
	/* Of three tokens that tell something two are cues of other classes. */
	static const bool matters[CUE_COUNT] = {
		[CUE_NONE] = true,        [CUE_VERB] = true, [CUE_REPORT] = true,
		[CUE_DELIVERABLE] = true, [CUE_HEAD] = true, [CUE_NOUN] = true,
	};
	enum { MADE = 60, MOST = 12 }; /* tokens in which a verb of making governs */
	uint32_t until = 0, verb_end = 0; /* where that ends; where the last verb did */
	telling told = {0};

	if (!may_hand_over(s, d))
		return;
	for (uint32_t i = d->act, n; a->deliverables.n < MOST; i += n) {
		enum cue c;
		bool made;

		i = scan_next_telling(s, &told, i, d->to);
		if (i >= d->to)
			break;
		c = cue_at(s, i, &n);
		n = n != 0 ? n : 1;
		if (!matters[c])
			continue;
		if (c == CUE_NONE) {
			uint32_t end = paper_end(s, i, d->to);

			until = scan_mark(s, i, MARK_FIGURE) && until > i + 1 ? until : 0;
			if (!scan_mark(s, i, MARK_FIGURE) || !paper_at(s, i, d->to))
				continue;
			add_deliverable(s, a, i, end, FORM_PAPER, (int32_t)scan_tok(s, i)->num);
			n = end - i;
			until += until != 0 ? n - 1 : 0; /* these do not count */
			continue;
		}
		made = until > i + n;
		if (i == verb_end && made && is_made(s, i, c))
			c = CUE_DELIVERABLE;
		if (c == CUE_VERB || c == CUE_REPORT) {
			verb_end = i + n;
			until = makes(s, i) || makes(s, i + n - 1) ? verb_end + MADE : 0;
		} else if (c == CUE_DELIVERABLE && made && !in_body(s, i)) {
			uint32_t end = deliverable_end(s, i, n, d);

			add_deliverable(s, a, i, end, form_of(s, i, n), -1);
			until += end - i - n;
			n = end - i;
		}
	}
}

/* "báo cáo tại Hội nghị": due when the meeting begins. */
static bool due_at_meeting(const scan *s, const duty *d)
{
	for (uint32_t i = d->act; (i = next_pair(s, i, d->to, W_BAO_1, W_CAO_1)) + 3 < d->to; i++)
		if (scan_is(s, i + 2, W_TAI) &&
		    (scan_is(s, i + 3, W_HOI_4) || scan_is(s, i + 3, W_CUOC_4)))
			return true;
	return false;
}

static void find_limits(scan *s, const duty *d, assignment *a)
{
	const reading *r = s->r;

	for (uint32_t i = dates_from(s, a->at.at); i < r->dates.n; i++) {
		const datex *x = &r->dates.p[i];

		if (x->at.at >= span_end(a->at))
			break;
		if (x->role != ROLE_DEADLINE)
			continue;
		*VEC_PUSH(s->a, &a->deadlines) = i;
		if (x->flags & DF_CONTRADICTORY_BOUND)
			a->flags |= AF_DEADLINE_CONFLICT;
	}
	if (a->deadlines.n == 0 && a->nature == NATURE_PREPARATION && due_at_meeting(s, d) &&
	    r->meetings.n != 0 && r->meetings.p[0].date >= 0) {
		*VEC_PUSH(s->a, &a->deadlines) = (uint32_t)r->meetings.p[0].date;
		a->flags |= AF_IMPLIED_DEADLINE;
	}
}

/* Whom the action itself needs: "phối hợp giữa A với B", "tiếp nhận ... từ B chuyển về". */
static void find_partners(scan *s, const duty *d, assignment *a)
{
	uint16_t open = 0; /* the word that must come before the partner; 0: none awaited */

	if (scan_next_either(s, d->from, d->to, W_GIUA_4, W_TIEP) >= d->to)
		return; /* nearly every duty: no "giữa", no "tiếp nhận" */
	for (uint32_t i = scan_next_either(s, d->from, d->to, W_PHOI_1, W_TIEP); i < d->to; i++) {
		const token *t = &s->tk.p[i];
		actors found;

		if (t->kind == TOK_PUNCT && (t->word == '.' || t->word == ';'))
			open = 0;
		if (t->kind != TOK_WORD)
			continue;
		if (scan_is(s, i, W_GIUA_4) && open == W_PHOI_1)
			open = W_VOI_1;
		else if (scan_is(s, i, W_PHOI_1) && scan_is(s, i + 1, W_HOP_6))
			open = W_PHOI_1;
		else if (scan_is(s, i, W_TIEP) && scan_is(s, i + 1, W_NHAN))
			open = W_TU;
		if ((open != W_VOI_1 && open != W_TU) || !scan_is(s, i, open))
			continue;
		found = (actors){0};
		if (actors_at(s, i + 1, d->to, false, &found) > i + 1)
			for (uint32_t k = 0; k < found.n; k++)
				if (found.p[k].agency.n != 0 || found.p[k].group.n != 0)
					*VEC_PUSH(s->a, &a->with) = found.p[k];
		open = 0;
	}
}

static void find_basis(scan *s, assignment *a)
{
	for (uint32_t i = citations_from(s, a->at.at); i < s->r->citations.n; i++) {
		if (s->r->citations.p[i].at.at >= span_end(a->at))
			break;
		*VEC_PUSH(s->a, &a->basis) = i;
	}
}

/* "khẩn trương", "sớm"; and "100% người có công ..." as the measure. */
static void find_vague_and_measure(const scan *s, const duty *d, assignment *a)
{
	uint32_t i = cue_next(s, d->from, d->to, CUE_VAGUE), n;

	if (i < d->to && cue_at(s, i, &n) == CUE_VAGUE)
		a->vague = scan_words(s, i, i + n);
	/* by the mark, which is rare */
	i = d->from > d->act ? d->from : d->act;
	do
		i = scan_next(s, i + 1, d->to + 1, '%');
	while (i <= d->to && !scan_mark(s, i - 1, MARK_FIGURE));
	if (i > d->to)
		return;
	i--;
	for (n = i + 2; n < d->to && scan_tok(s, n)->kind == TOK_WORD; n++)
		;
	a->measure = scan_words(s, i, n);
}

/* "Sở Xây dựng cấm xe qua cầu": who is told bars others; nothing is forbidden to it. */
static bool bars(const scan *s, const duty *d)
{
	return d->own_actor && says(s, d->act, S("cấm")) == 1 &&
	       scan_tok(s, d->act)->cue_len == 1 && !(scan_tok(s, d->act)->flags & TF_CAP);
}

/* Standing work: an exhortation of a conclusion that names nobody of its own. What a
 * letter tells its addressees is a task, however general. */
static nature nature_of(const scan *s, const duty *d, const govern *g)
{
	enum cue c = cue_at(s, d->act, NULL);

	if ((c == CUE_PROHIBIT && !bars(s, d)) || scan_is(s, d->act, W_KHONG))
		return NATURE_PROHIBITION;
	if (g->prep)
		return NATURE_PREPARATION;
	if (s->r->purpose == PURPOSE_CONCLUSION &&
	    (d->source == LEAD_OPENING || d->source == LEAD_NONE) &&
	    (c == CUE_EXHORT || scan_is(s, d->act, W_TIEP)))
		return NATURE_STANDING;
	return NATURE_TASK;
}

void details_fill(scan *s, const duty *d, const govern *g, assignment *a)
{
	uint32_t to = d->to;

	while (to > d->act + 1 && scan_tok(s, to - 1)->kind == TOK_PUNCT &&
	       !scan_mark(s, to - 1, '%') &&
	       /* a bracket that the words themselves opened */
	       !(scan_mark(s, to - 1, ')') && scan_next(s, d->act, to, '(') < to))
		to--;
	*a = (assignment){
		.lead = d->lead,
		.lead_source = d->lead.n == 0 ? LEAD_NONE : d->source,
		.with = d->with,
		.rule = d->rule,
		.at = tokens_span(&s->tk, d->from, d->to),
		.action = tokens_span(&s->tk, d->act, to),
		.confidence = rule_confidence(d),
	};
	a->action_text = slice_at(s->tk.text, a->action);
	a->nature = nature_of(s, d, g);
	find_limits(s, d, a);
	find_basis(s, a);
	find_partners(s, d, a);
	if (a->with.n == 0)
		coordination_within(s, d->act, d->to, &a->with);
	find_vague_and_measure(s, d, a);
	find_receivers(s, d, a);
	find_deliverables(s, d, a);
	if (a->nature == NATURE_STANDING && a->deadlines.n != 0)
		a->nature = NATURE_TASK;
	a->track = a->nature != NATURE_STANDING && a->nature != NATURE_PROHIBITION &&
	           (a->deadlines.n != 0 || (a->deliverables.n != 0 && a->recipients.n != 0));
	if (a->lead.n == 0)
		a->flags |= AF_LEAD_MISSING;
	if (a->deadlines.n != 0 && a->recipients.n == 0 && !(a->flags & AF_IMPLIED_DEADLINE))
		a->flags |= AF_RECEIVER_MISSING;
	if (a->flags & (AF_LEAD_MISSING | AF_DEADLINE_CONFLICT))
		a->confidence -= 0.15f;
}
