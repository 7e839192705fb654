/*
 * duty.c - the duties of one paragraph: where each begins and whose it is.
 *
 * A duty begins where somebody is told ("giao X", "X chủ trì", "X rà soát") or,
 * under an actor or an opening sentence, where a sentence begins with a verb.
 * What follows in the same paragraph belongs to it, unless it is a duty of its
 * own: another actor; its own limit; a numbered document to be carried out;
 * oversight of the carrying-out; in a preparation, each ';' part that makes
 * something.
 */
#include "reading/facts/orders_priv.h"
#include "reading/facts/within.h"

uint32_t sentence_end(const scan *s, uint32_t i, uint32_t end)
{
	for (; i < end; i++) {
		const token *t = scan_tok(s, i), *next = scan_tok(s, i + 1), *before;

		if (t->kind != TOK_PUNCT || (t->word != '.' && t->word != '?' && t->word != '!'))
			continue;
		if (i + 1 >= end)
			return end;
		if (!(next->flags & TF_SPACE))
			continue;
		before = scan_tok(s, i - 1);
		/* "TP. Hồ Chí Minh", "P. Vĩnh Thanh Vân": an abbreviation, no end. */
		if (i > 0 && before->kind == TOK_WORD && (before->flags & TF_UPPER) &&
		    before->len <= 2 && next->kind == TOK_WORD && (next->flags & TF_CAP))
			continue;
		if (next->kind == TOK_WORD && !(next->flags & TF_CAP))
			continue;
		return i + 1;
	}
	return end;
}

bool order_word(const scan *s, uint32_t i, uint32_t end)
{
	const token *t = scan_tok(s, i);

	if (i >= end || t->kind != TOK_WORD || (t->flags & TF_CAP))
		return i < end && (cue_at(s, i, NULL) == CUE_VERB || cue_at(s, i, NULL) == CUE_LEAD);
	switch (cue_at(s, i, NULL)) {
	case CUE_NARRATE:
	case CUE_OPENING:
	case CUE_RELATED:
	case CUE_POST:
	case CUE_CLOSING:
	case CUE_ASSIGN:
	case CUE_RANK:
		return false;
	case CUE_CONDITION:
		return t->word == W_THEO || t->word == W_CAN || scan_is(s, i, W_TREN);
	default:
		break;
	}
	switch (t->word) {
	case W_CUA:
	case W_VE:
	case W_TAI:
	case W_TRONG:
	case W_TU:
	case W_VOI_1:
	case W_CHO:
	case W_DO:
	case W_MA_5:
	case W_VA:
	case W_O:
	case W_LA:
	case W_CO_1:
	case W_NHU:
	case W_DE:
		return cue_at(s, i, NULL) == CUE_DUTY || cue_at(s, i, NULL) == CUE_LEAD ||
		       cue_at(s, i, NULL) == CUE_VERB;
	default:
		return true;
	}
}

/* A bare imperative: verb, adverb or "chủ trì" first. */
static bool imperative(const scan *s, uint32_t i, uint32_t end)
{
	if (i >= end)
		return false;
	switch (cue_at(s, i, NULL)) {
	case CUE_VERB:
	case CUE_EXHORT:
	case CUE_REPORT:
	case CUE_ADVERB:
	case CUE_VAGUE:
	case CUE_LEAD:
	case CUE_COORD:
	case CUE_DUTY:
	case CUE_PROHIBIT:
		return true;
	default:
		return false;
	}
}

/* Words that turn "giao", "yêu cầu" into a noun or a report of the past. */
static bool spoils_assign(const scan *s, uint32_t i, uint32_t from)
{
	const token *t = scan_tok(s, i - 1);

	if (i <= from || t->kind != TOK_WORD)
		return false;
	return t->word == W_DUOC || t->word == W_DA_3 || t->word == W_THEO || t->word == W_CAC ||
	       t->word == W_CUA || t->word == W_XET || t->word == W_SE_3 || t->word == W_VE ||
	       t->word == W_KHI || t->word == W_DO || t->word == W_KHONG ||
	       t->word == W_DOS_1 /* "trong đó giao": quoted */ || t->word == W_VIEC;
}

/* Does the clause before token i tell what has happened ("đã có văn bản đề nghị")? */
static bool told_before(const scan *s, uint32_t i, uint32_t from)
{
	for (; i > from && !scan_mark(s, i - 1, ';'); i--)
		if (scan_is(s, i - 1, W_DA_3))
			return true;
	return false;
}

/* May "giao", "đề nghị" at i be a verb after what stands before it: a mark, or a name
 * (who orders), rather than a common noun ("nội dung chi tiết đề nghị")? */
static bool after_subject(const scan *s, uint32_t i, uint32_t from)
{
	const token *t = scan_tok(s, i - 1);

	if (i <= from || t->kind != TOK_WORD || t->word == W_VA ||
	    cue_at(s, i - 1, NULL) == CUE_ADVERB || cue_at(s, i - 1, NULL) == CUE_VAGUE)
		return true;
	for (uint32_t j = i; j > from && j + 4 > i; j--)
		if (scan_tok(s, j - 1)->kind == TOK_PUNCT || (scan_tok(s, j - 1)->flags & TF_CAP))
			return true;
	return false;
}

/* Is the first of these a body or a group that a registry knows? */
static bool registered(const actors *list)
{
	return list->n != 0 && (list->p[0].agency.n != 0 || list->p[0].group.n != 0);
}

/* "giao X": the actors after an assign cue at i. Returns the token after them, i
 * when the cue does not assign. */
static uint32_t assign_at(const scan *s, uint32_t i, uint32_t from, uint32_t end, actors *lead)
{
	uint32_t n, j, after;

	if (cue_at(s, i, &n) != CUE_ASSIGN || spoils_assign(s, i, from) ||
	    !after_subject(s, i, from) || told_before(s, i, from))
		return i;
	j = i + n;
	while (j < end && (scan_is(s, j, W_CHO) || scan_mark(s, j, ':') || scan_mark(s, j, '-')))
		j++;
	after = actors_at(s, j, end, false, lead);
	if (after == j || after >= end)
		return i;
	/* "đề nghị X cấp": fine; "yêu cầu X của": a noun. */
	if (scan_is(s, after, W_CUA) || scan_is(s, after, W_VE) || scan_is(s, after, W_VA) ||
	    scan_is(s, after, W_TAI) || cue_at(s, after, NULL) == CUE_NARRATE)
		return i;
	/* "phân công thành viên": only a body that is known can be told so. */
	if (scan_is(s, i, W_PHAN) && !registered(lead))
		return i;
	return after;
}

/* Words that begin the order after a relative clause; other verbs may be part of it. */
static bool plain_order(const scan *s, uint32_t i)
{
	switch (cue_at(s, i, NULL)) {
	case CUE_DUTY:
	case CUE_LEAD:
	case CUE_ADVERB:
	case CUE_VAGUE:
		return true;
	default:
		return (scan_is(s, i, W_CHUAN_2) && scan_is(s, i + 1, W_BI_4)) ||
		       (scan_is(s, i, W_BAO_1) && scan_is(s, i + 1, W_CAO_1)) ||
		       (scan_is(s, i, W_RA_5) && scan_is(s, i + 1, W_SOAT_1));
	}
}

/* A generic actor's relative clause: "các tổ chức, cá nhân được cấp giấy phép ... có
 * trách nhiệm", "các xã có tỷ lệ giải ngân cao chuẩn bị": to the order. Returns i when
 * there is none near. */
static uint32_t skip_relative(const scan *s, uint32_t i, uint32_t end)
{
	if (!scan_is(s, i, W_CO_1) && !scan_is(s, i, W_DUOC) && !scan_is(s, i, W_DANG) &&
	    !scan_is(s, i, W_HOAT_4) && !scan_is(s, i, W_LA))
		return i;
	for (uint32_t j = i + 1; j < end && j < i + 40; j++) {
		if (plain_order(s, j))
			return j;
		if (scan_mark(s, j, ';') || scan_mark(s, j, '.'))
			break;
	}
	return i;
}

/* "X chủ trì", "X rà soát" at i. Returns the token after the actors, i when no
 * order begins here. */
static uint32_t actor_order_at(const scan *s, uint32_t i, uint32_t end, actors *lead)
{
	uint32_t after = actors_at(s, i, end, false, lead), j;
	const actor *self = &s->r->issuer;

	if (after == i)
		return i;
	/* Who signs tells others; of itself it only reports. */
	if (lead->p[0].agency.n != 0 && slice_eq(lead->p[0].agency, self->agency))
		return i;
	j = after;
	while (j < end && (scan_mark(s, j, ':') || scan_mark(s, j, ',')))
		j++;
	for (uint32_t k = j; k < end && k < j + 4 && scan_tok(s, k)->kind == TOK_WORD; k++)
		if (scan_is(s, k, W_DA_3) || scan_is(s, k, W_SE_3) || scan_is(s, k, W_CHUA))
			return i;
	/* "Ngành nghề kinh doanh": a generic word alone names nobody unless an order follows. */
	if (order_word(s, j, end) && (lead->n > 1 || registered(lead) || after - i > 2 ||
	                              imperative(s, j, end)))
		return j;
	/* Groups and bodies that no registry names are told apart by a clause. */
	if (lead->p[lead->n - 1].agency.n == 0 &&
	    (lead->p[lead->n - 1].group.n == 0 || scan_is(s, j, W_LA) ||
	     (scan_is(s, j, W_DUOC) &&
	      (scan_is(s, j + 1, W_MOI_5) || scan_is(s, j + 1, W_GIAO))))) {
		uint32_t k = skip_relative(s, j, end);

		if (k != j) {
			lead->p[lead->n - 1].at.len =
				token_end(scan_tok(s, k - 1)) - lead->p[lead->n - 1].at.at;
			lead->p[lead->n - 1].text =
				slice_at(s->tk.text, lead->p[lead->n - 1].at);
			return k;
		}
	}
	return i;
}

/* Past "Đồng thời,", "Ngoài ra," and brackets that open a sentence. */
static uint32_t skip_connective(const scan *s, uint32_t i, uint32_t end)
{
	for (;;) {
		if (scan_mark(s, i, '(') || scan_mark(s, i, '-') || scan_mark(s, i, '"'))
			i++;
		else if (cue_at(s, i, NULL) == CUE_ADVERB && scan_mark(s, i + 2, ','))
			i += 3;
		else
			return i;
		if (i >= end)
			return end;
	}
}

/* Does a body that a registry knows end right before token i? */
static bool registered_before(const scan *s, uint32_t i)
{
	uint32_t lo = 0, hi = s->body.n;

	while (lo < hi) {
		uint32_t mid = lo + (hi - lo) / 2;

		if (s->body.p[mid].tok < i)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo > 0 && s->body.p[lo - 1].tok + s->body.p[lo - 1].ntok == i;
}

/* What stands before the actor ("Trên cơ sở ...,", "Định kỳ hằng tuần, trước 16
 * giờ,", "Tăng cường tính liên kết,"): the order after one of its commas. `known`:
 * only a registered body counts, and after no adverbial only what plainly orders it.
 * Returns the start of that, i if none. */
static uint32_t order_after_adverbial(const scan *s, uint32_t i, uint32_t end, bool known,
                                      bool adverbial, duty *d)
{
	uint32_t tries = 0;

	for (uint32_t j = i; j + 1 < end && tries < 6; j++) {
		actors lead = {0};
		uint32_t k;

		if (scan_mark(s, j, ';') || (!adverbial && cue_at(s, j, NULL) == CUE_COORD))
			break;
		if (!scan_mark(s, j, ',') && !scan_mark(s, j, ':'))
			continue;
		tries++;
		/* "tham mưu UBND tỉnh, Chủ tịch UBND tỉnh tăng cường": a list goes on. */
		if (!adverbial && registered_before(s, j))
			continue;
		k = actor_order_at(s, j + 1, end, &lead);
		if (k == j + 1 || !imperative(s, k, end))
			continue;
		if (!known || (registered(&lead) && (adverbial || cue_at(s, k, NULL) != CUE_VERB))) {
			d->lead = lead;
			d->act = k;
			return j + 1;
		}
	}
	return i;
}

/* "đề nghị nghiên cứu, tham gia ý kiến": nobody named, so the letter's addressees. */
static uint32_t find_request(const scan *s, uint32_t i, uint32_t end, duty *d)
{
	if (s->r->addressees.n == 0)
		return end;
	for (uint32_t j = i; j < end; j++) {
		uint32_t n;

		if (cue_at(s, j, &n) != CUE_ASSIGN || !scan_is(s, j + 1, W_NGHI) ||
		    spoils_assign(s, j, i) || told_before(s, j, i) || !imperative(s, j + n, end))
			continue;
		if (j > i && scan_tok(s, j - 1)->kind == TOK_WORD && !registered_before(s, j))
			continue;
		d->lead = s->r->addressees;
		d->source = LEAD_ADDRESSEE;
		d->own_actor = false;
		d->act = j + n;
		return j;
	}
	return end;
}

/* The first "giao X" of [i, end) that stands where a clause may begin. */
static uint32_t find_assign(const scan *s, uint32_t i, uint32_t end, bool in_duty, duty *d)
{
	for (uint32_t j = i; j < end; j++) {
		actors lead = {0};
		uint32_t k;
		bool boundary = j == i || scan_mark(s, j - 1, ';') || scan_mark(s, j - 1, ':') ||
		                scan_mark(s, j - 1, '(');

		if (scan_tok(s, j)->kind != TOK_WORD || scan_tok(s, j)->word == 0)
			continue;
		/* Inside a duty "yêu cầu các tổ chức" is part of the action; "giao" is not. */
		if (in_duty && !boundary && !scan_is(s, j, W_GIAO))
			continue;
		if (in_duty && !boundary && !scan_mark(s, j - 1, ','))
			continue;
		k = assign_at(s, j, i, end, &lead);
		if (k != j) {
			d->lead = lead;
			d->act = k;
			return j;
		}
	}
	return end;
}

static bool has_limit(const scan *s, uint32_t i, uint32_t j)
{
	return limit_within(s->r, tokens_span(&s->tk, i, j)) >= 0;
}

/* "hằng tháng, hằng quý" */
static bool has_recurrence(const scan *s, uint32_t i, uint32_t j)
{
	span at = tokens_span(&s->tk, i, j);

	for (uint32_t k = dates_from(s->r, at.at); k < s->r->dates.n; k++) {
		if (s->r->dates.p[k].at.at >= span_end(at))
			break;
		if (s->r->dates.p[k].kind == DATE_RECURRING)
			return true;
	}
	return false;
}

/* Is the numbered document at or near the verb what the sentence carries out? */
static bool carries_out_document(const scan *s, uint32_t i, uint32_t end)
{
	uint32_t verb = i, at, k;
	const citation *c;

	while (verb < end && verb < i + 8 && !scan_is(s, verb, W_THUC) &&
	       !scan_is(s, verb, W_TRIEN_2))
		verb++;
	at = scan_tok(s, verb)->at;
	for (k = citations_from(s->r, at); k < s->r->citations.n; k++)
		if (s->r->citations.p[k].number.n != 0)
			break;
	if (verb == i + 8 || verb >= end || k == s->r->citations.n)
		return false;
	c = &s->r->citations.p[k];
	return c->at.at < at + 90 && c->at.at < token_end(scan_tok(s, end - 1)) &&
	       memchr(s->tk.text.p + at, ',', c->at.at - at) == NULL;
}

/* "theo dõi, đôn đốc, kiểm tra việc thực hiện": oversight. */
static bool oversees(const scan *s, uint32_t i, uint32_t end)
{
	uint32_t j = skip_connective(s, i, end);

	return (scan_is(s, j, W_THEO) && scan_is(s, j + 1, W_DOI_THEO)) ||
	       (scan_is(s, j, W_DON_DOC) && scan_is(s, j + 1, W_DOC_1));
}

/* "Không quy hoạch", "Nghiêm cấm": a sentence that forbids. */
static bool prohibits(const scan *s, uint32_t i)
{
	return (scan_tok(s, i)->flags & TF_CAP) &&
	       (cue_at(s, i, NULL) == CUE_PROHIBIT ||
	        (scan_is(s, i, W_KHONG) && cue_at(s, i + 1, NULL) == CUE_VERB));
}

/* "Đối với nội dung ... thì phối hợp": another object, the same body. */
static uint32_t other_object(const scan *s, uint32_t i, uint32_t end)
{
	if (!scan_is(s, i, W_DOI_1) || !scan_is(s, i + 1, W_VOI_1))
		return i;
	for (uint32_t j = i + 2; j < end; j++)
		if (scan_is(s, j, W_THI_5) && imperative(s, j + 1, end))
			return j + 1;
	return i;
}

/* A sentence that only says when or to whom the duty before it is due. */
static bool continues(const scan *s, uint32_t i)
{
	return cue_at(s, i, NULL) == CUE_REPORT;
}

static duty *open_duty(const scan *s, duties *out, duty d)
{
	duty *p = VEC_PUSH(s->a, out);

	*p = d;
	return p;
}

/* Close the last duty of this block before token at. */
static void close_duty(duties *out, uint32_t first, uint32_t at)
{
	if (out->n > first && out->p[out->n - 1].to > at)
		out->p[out->n - 1].to = at;
}

/* The verbs of what is said at the meeting itself: no preparation of its own. */
static bool speaks(const scan *s, uint32_t i)
{
	uint32_t n;
	enum cue c = cue_at(s, i, &n);

	if (c == CUE_ADVERB || c == CUE_VAGUE)
		c = cue_at(s, i + n, NULL), i += n;
	return c == CUE_VERB && ((scan_is(s, i, W_GIAI_2) && scan_is(s, i + 1, W_DAP_1)) ||
	                         (scan_is(s, i, W_HUONG) && scan_is(s, i + 1, W_DAN_3)) ||
	                         (scan_is(s, i, W_THAM)) || scan_is(s, i, W_PHAT));
}

/* The parts of a duty that are duties of their own: after ';' or ','. */
static void split_parts(const scan *s, const govern *g, uint32_t from, uint32_t end,
                        duties *out, uint32_t first)
{
	uint32_t part = from, depth = 0;

	for (uint32_t j = from; j + 2 < end; j++) {
		duty d = {0}, *last;
		uint32_t stop, k;
		bool semicolon = scan_mark(s, j, ';');
		enum cue c;

		if (scan_mark(s, j, '('))
			depth++;
		else if (scan_mark(s, j, ')') && depth > 0)
			depth--;
		if (depth > 0)
			continue;

		if (out->n == first)
			return;
		last = &out->p[out->n - 1];
		if (j <= last->act || (!semicolon && !scan_mark(s, j, ',')))
			continue;
		for (stop = j + 1; stop < end && !scan_mark(s, stop, ';'); stop++)
			;
		k = j + 1;
		if (semicolon && (g->active || last->own_actor)) {
			actors lead = {0};
			uint32_t i = skip_connective(s, k, end);
			uint32_t act;

			if (i == k && scan_is(s, k, W_DONG_5) && scan_is(s, k + 1, W_THOI))
				i = k + 2;
			act = assign_at(s, i, i, end, &lead);
			/* "...; yêu cầu các đơn vị lắp đặt": what the body above does. */
			if (act != i && !registered(&lead) && !scan_is(s, i, W_GIAO))
				act = i;
			if (act == i) {
				lead.n = 0;
				act = actor_order_at(s, i, end, &lead);
			}
			if (act != i) {
				close_duty(out, first, j);
				d = (duty){.from = k, .to = end, .act = act, .lead = lead,
				           .source = LEAD_STATED, .rule = "part-actor",
				           .own_actor = true};
				(void)open_duty(s, out, d);
				part = k;
				continue;
			}
		}
		c = cue_at(s, k, NULL);
		if (!imperative(s, k, end))
			continue;
		if (semicolon && c != CUE_REPORT &&
		    ((g->prep && !speaks(s, k)) ||
		     (has_limit(s, part, j) && has_limit(s, k, stop)))) {
			d.rule = "part";
		} else if (!semicolon && (c == CUE_ADVERB) && oversees(s, last->act, j) &&
		           has_recurrence(s, k, stop)) {
			d.rule = "part-recurring";
		} else if (semicolon && c == CUE_VERB && scan_is(s, k, W_CUNG) &&
		           scan_is(s, k + 1, W_CAP)) {
			d.rule = "part-supply";
		} else {
			continue;
		}
		d.from = k;
		d.to = end;
		d.lead = last->lead;
		d.source = last->source;
		d.own_actor = last->own_actor;
		d.act = coordination_read(s, k, end, &d);
		close_duty(out, first, j);
		(void)open_duty(s, out, d);
		part = k;
	}
}

/* Is the first of these one to whom the letter is written? */
static bool addressed(const scan *s, const actors *lead)
{
	const actors *to = &s->r->addressees;

	for (uint32_t i = 0; i < to->n && lead->n != 0; i++)
		if ((lead->p[0].agency.n && slice_eq(lead->p[0].agency, to->p[i].agency)) ||
		    (lead->p[0].group.n && slice_eq(lead->p[0].group, to->p[i].group)))
			return true;
	return false;
}

/* One sentence. `first`: the block's first duty in out. */
static void read_sentence(const scan *s, const govern *g, uint32_t from, uint32_t end,
                          duties *out, uint32_t first)
{
	uint32_t i = skip_connective(s, from, end), at = end;
	bool in_duty = out->n > first;
	duty d = {.source = LEAD_STATED, .own_actor = true};
	duty last = {0};

	if (in_duty)
		last = out->p[out->n - 1];
	if (cue_at(s, i, NULL) == CUE_CLOSING && !in_duty && is_boilerplate(s, i, end))
		return;
	/* A sentence that orders from its first word may tell others to be told; that is its
	 * action. What stands after its ';' is looked at in split_parts(). */
	if (!g->active || g->mute || !imperative(s, i, end))
		at = find_assign(s, i, end, in_duty && continues(s, i), &d);
	/* In the list of a body's duties "yêu cầu các tổ chức" is one of its own. */
	if (at == i && g->listed && !registered(&d.lead) && !scan_is(s, at, W_GIAO)) {
		at = end;
		d.lead.n = 0;
	}
	if (at < end) {
		d.rule = "assign";
	} else if (!in_duty && s->r->purpose != PURPOSE_REPLY &&
	           s->r->purpose != PURPOSE_REPORT &&
	           (at = find_request(s, i, end, &d)) < end) {
		d.rule = "request";
	} else {
		uint32_t k = actor_order_at(s, i, end, &d.lead);

		if (k != i && (g->active || (!g->mute_all && (addressed(s, &d.lead) ||
		                                             cue_at(s, k, NULL) == CUE_DUTY)))) {
			at = i;
			d.act = k;
			d.rule = "actor-verb";
		} else {
			bool adverbial = cue_at(s, i, NULL) == CUE_CONDITION ||
			                 scan_tok(s, i)->kind == TOK_NUM ||
			                 scan_is(s, i, W_DINH_4) || scan_is(s, i, W_NGAY) ||
			                 scan_is(s, i, W_NGAY_0);

			d.lead.n = 0;
			k = order_after_adverbial(s, i, end, in_duty || !adverbial, adverbial, &d);
			if (k != i && (g->active || (!g->mute_all && addressed(s, &d.lead))) &&
			    (adverbial || imperative(s, i, end))) {
				at = i;
				d.rule = "adverbial-actor";
			}
		}
	}
	if (at < end) {
		bool same = in_duty && last.lead.n == 1 && d.lead.n == 1 &&
		            slice_eq(last.lead.p[0].text, d.lead.p[0].text);

		if (same && !has_limit(s, from, end))
			return; /* the same body again, spelling the duty out */
		close_duty(out, first, at < from ? from : at);
		d.from = at;
		d.to = end;
		d.act = coordination_read(s, d.act, end, &d);
		(void)open_duty(s, out, d);
		return;
	}
	if (in_duty) {
		uint32_t other = other_object(s, i, end);

		if (prohibits(s, i)) {
			/* A prohibition stands by itself, whatever it follows. */
			d = last;
			d.with = (actors){0};
			d.from = d.act = i;
			d.to = end;
			d.rule = "prohibition";
			(void)open_duty(s, out, d);
			return;
		}
		if (other != i || (!continues(s, i) && imperative(s, i, end) && !g->prep &&
		    (oversees(s, from, end) ||
		     (carries_out_document(s, i, end) && last.source != LEAD_STATED)))) {
			d = last;
			d.with = (actors){0};
			d.from = from;
			d.to = end;
			d.rule = "sentence";
			d.act = coordination_read(s, other, end, &d);
			(void)open_duty(s, out, d);
			return;
		}
		out->p[out->n - 1].to = end;
		return;
	}
	if (g->active && !g->mute && !g->details &&
	    (imperative(s, i, end) ||
	     (g->listed && (order_word(s, i, end) || cue_at(s, i, NULL) == CUE_ASSIGN)))) {
		d.from = i;
		d.to = end;
		d.own_actor = false;
		d.source = g->lead ? g->source : LEAD_NONE;
		if (g->lead != NULL)
			d.lead = *g->lead;
		d.rule = g->source == LEAD_HEADING ? "heading" : "imperative";
		d.act = coordination_read(s, i, end, &d);
		(void)open_duty(s, out, d);
	}
}

/* A bare exhortation that only leads in what a named body is then told is part of
 * that. */
static void absorb_lead_in(duties *out, uint32_t first)
{
	if (out->n < first + 2 || out->p[first].own_actor || !out->p[first + 1].own_actor)
		return;
	if (out->p[first].source == LEAD_HEADING)
		return;
	out->p[first + 1].from = out->p[first].from;
	memmove(&out->p[first], &out->p[first + 1],
	        sizeof out->p[0] * (out->n - first - 1));
	out->n--;
}

/* "(Đông Kinh, Kỳ Lừa, Hữu Lũng)": communes named without their kind; they lead too. */
static void add_bracketed_units(const scan *s, duty *d)
{
	for (uint32_t i = d->act; i + 2 < d->to; i++) {
		actors found = {0};
		uint32_t j = i + 1;

		if (!scan_mark(s, i, '('))
			continue;
		while (j < d->to) {
			actor a = {0};
			hit h;

			if (!lexicon_longest_after(s->rd->lex, W_XA, &s->tk, j, LAYER_BODY, &h) &&
			    !lexicon_longest_after(s->rd->lex, W_PHUONG, &s->tk, j, LAYER_BODY, &h))
				break;
			a.agency = s->rd->reg->bodies.p[s->rd->reg->bodies.p[h.value].owner].code;
			a.at = tokens_span(&s->tk, j, j + h.ntok);
			a.text = slice_at(s->tk.text, a.at);
			*VEC_PUSH(s->a, &found) = a;
			j += h.ntok;
			if (!scan_mark(s, j, ','))
				break;
			j++;
		}
		if (found.n < 2 || !scan_mark(s, j, ')'))
			continue;
		for (uint32_t k = 0; k < found.n; k++)
			*VEC_PUSH(s->a, &d->lead) = found.p[k];
		i = j;
	}
}

void duty_block(const scan *s, const block *b, uint32_t end, const govern *g, duties *out)
{
	uint32_t first = out->n;

	/* "./." ends the body, not a sentence of it. */
	while (end > b->tok && scan_tok(s, end - 1)->kind == TOK_PUNCT &&
	       (scan_tok(s, end - 1)->word == '.' || scan_tok(s, end - 1)->word == '/'))
		end--;
	for (uint32_t i = b->tok; i < end;) {
		uint32_t stop = sentence_end(s, i, end);

		read_sentence(s, g, i, stop, out, first);
		if (out->n > first)
			split_parts(s, g, i, stop, out, first);
		i = stop;
	}
	absorb_lead_in(out, first);
	for (uint32_t i = first; i < out->n; i++)
		add_bracketed_units(s, &out->p[i]);
}
