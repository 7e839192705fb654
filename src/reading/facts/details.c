/*
 * details.c - what the words of one duty say besides who and what: until when,
 * what is handed over and to whom, on what basis, and whether to follow it.
 */
#include "reading/facts/orders_priv.h"
#include "reading/facts/within.h"

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

/* "gửi X", "trình X", "báo cáo X": who receives; "đồng gửi X theo dõi": who watches. */
static void find_receivers(scan *s, const duty *d, assignment *a)
{
	for (uint32_t i = d->act; i < d->to; i++) {
		uint32_t n, j, after;
		bool copy;
		actors *list;

		if (cue_at(s, i, &n) != CUE_REPORT)
			continue;
		copy = scan_is(s, i, W_DONG_5);
		j = skip_words_to_body(s, i + n, d->to);
		/* "gửi danh sách đại biểu ... về X", "gửi file tài liệu cho X" */
		if (!copy && (scan_is(s, i, W_GUI) || scan_is(s, i, W_NOP_4))) {
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
	return scan_is(s, i, W_CHUAN_2) || scan_is(s, i, W_XAY) || scan_is(s, i, W_LAP_4) ||
	       scan_is(s, i, W_DU) || scan_is(s, i, W_GUI) || scan_is(s, i, W_TRINH_5) ||
	       scan_is(s, i, W_BAN) || scan_is(s, i, W_CUNG) || scan_is(s, i, W_HOAN) ||
	       scan_is(s, i, W_XUAT_1) || scan_is(s, i, W_MUU) || scan_is(s, i, W_BAO_1);
}

static void find_deliverables(scan *s, const duty *d, assignment *a)
{
	uint32_t made = 0; /* tokens left in which a verb of making still governs */

	for (uint32_t i = d->act; i < d->to && a->deliverables.n < 12; i++) {
		uint32_t n = 0, stop;
		enum cue c = cue_at(s, i, &n);
		deliverable *p;

		if (c == CUE_VERB || c == CUE_REPORT)
			made = makes(s, i) || makes(s, i + n - 1) ? 30 : 0;
		else if (made > 0)
			made--;
		if (scan_mark(s, i, ';') || scan_mark(s, i, '.'))
			made = 0;
		if (paper_at(s, i, d->to)) {
			p = VEC_PUSH(s->a, &a->deliverables);
			for (stop = i + 2; stop < d->to && stop < i + 4 &&
			                   scan_tok(s, stop)->kind == TOK_WORD &&
			                   (scan_is(s, stop, W_BAN_2) || scan_is(s, stop, W_GIAY_1));
			     stop++)
				;
			p->form = FORM_PAPER;
			p->copies = (int32_t)scan_tok(s, i)->num;
			p->at = tokens_span(&s->tk, i, stop);
			p->text = slice_at(s->tk.text, p->at);
			continue;
		}
		/* "chuẩn bị báo cáo": the noun after the verb. */
		if (c == CUE_REPORT && scan_is(s, i, W_BAO_1) && i > d->act &&
		    (scan_is(s, i - 1, W_BI_4) || scan_is(s, i - 1, W_DUNG_6) ||
		     scan_is(s, i - 1, W_GUI)))
			c = CUE_DELIVERABLE;
		if (c != CUE_DELIVERABLE || made == 0)
			continue;
		p = VEC_PUSH(s->a, &a->deliverables);
		for (stop = i + n; stop < d->to && stop < i + 16; stop++)
			if (scan_tok(s, stop)->kind == TOK_PUNCT ||
			    cue_at(s, stop, NULL) == CUE_REPORT ||
			    cue_at(s, stop, NULL) == CUE_VERB ||
			    (scan_is(s, stop, W_VA) && paper_at(s, stop + 1, d->to)))
				break;
		p->form = form_of(s, i, n);
		p->copies = -1;
		p->at = tokens_span(&s->tk, i, stop);
		p->text = slice_at(s->tk.text, p->at);
		i = stop > i ? stop - 1 : i;
	}
}

/* "báo cáo tại Hội nghị": due when the meeting begins. */
static bool due_at_meeting(const scan *s, const duty *d)
{
	for (uint32_t i = d->act; i + 3 < d->to; i++)
		if (scan_is(s, i, W_BAO_1) && scan_is(s, i + 1, W_CAO_1) &&
		    scan_is(s, i + 2, W_TAI) &&
		    (scan_is(s, i + 3, W_HOI_4) || scan_is(s, i + 3, W_CUOC_4)))
			return true;
	return false;
}

static void find_limits(scan *s, const duty *d, assignment *a)
{
	const reading *r = s->r;

	for (uint32_t i = dates_from(r, a->at.at); i < r->dates.n; i++) {
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

static void find_basis(scan *s, assignment *a)
{
	for (uint32_t i = citations_from(s->r, a->at.at); i < s->r->citations.n; i++) {
		if (s->r->citations.p[i].at.at >= span_end(a->at))
			break;
		*VEC_PUSH(s->a, &a->basis) = i;
	}
}

/* "khẩn trương", "sớm"; and "100% người có công ..." as the measure. */
static void find_vague_and_measure(const scan *s, const duty *d, assignment *a)
{
	for (uint32_t i = d->from; i < d->to; i++) {
		uint32_t n, stop;

		if (a->vague.n == 0 && cue_at(s, i, &n) == CUE_VAGUE)
			a->vague = scan_words(s, i, i + n);
		if (a->measure.n == 0 && i >= d->act && scan_tok(s, i)->kind == TOK_NUM &&
		    scan_mark(s, i + 1, '%')) {
			for (stop = i + 2; stop < d->to && scan_tok(s, stop)->kind == TOK_WORD;
			     stop++)
				;
			a->measure = scan_words(s, i, stop);
		}
	}
}

/* Standing work: an exhortation of a conclusion that names nobody of its own. What a
 * letter tells its addressees is a task, however general. */
static nature nature_of(const scan *s, const duty *d, const govern *g)
{
	enum cue c = cue_at(s, d->act, NULL);

	if (c == CUE_PROHIBIT || scan_is(s, d->act, W_KHONG))
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
	       !scan_mark(s, to - 1, ')') && !scan_mark(s, to - 1, '%'))
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
