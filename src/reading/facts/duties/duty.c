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
#include "reading/facts/duties/duty_priv.h"

#include "reading/facts/duties/walk_priv.h"
#include "reading/facts/text/phrase.h"

const char rule_actor_verb[] = "actor-verb";
const char rule_assign[] = "assign";

/* Who the sentence tells from its first word, and where the order is: asked twice, read
 * once. */
typedef struct first_told {
	uint32_t order; /* 0: not read yet */
	actors lead;
} first_told;

static uint32_t first_order(const block_duties *b, uint32_t i, uint32_t end, first_told *first)
{
	if (first->order == 0)
		first->order = told_actor(b->s, i, end, &first->lead);
	return first->order;
}

/* In a paragraph that has told one body: does the next sentence tell another? */
static bool told_next(const block_duties *b, uint32_t i, uint32_t k, uint32_t end)
{
	const duty *last = last_duty(b);

	enum cue c = cue_at(b->s, name_skip_quantifier(b->s, i, end), NULL);

	return last != NULL && last->own_actor &&
	       (c == CUE_HEAD || c == CUE_POST || name_count(b->s, i, end) != i) &&
	       (scan_tok(b->s, i)->flags & TF_CAP) && order_begins(b->s, k, end);
}

/* A reply that gave orders: does one more of its items tell a known body, and until when? */
static bool told_in_reply(const block_duties *b, uint32_t i, uint32_t k, uint32_t end,
                          const actors *lead)
{
	const scan *s = b->s;

	return s->r->purpose == PURPOSE_REPLY && s->r->assignments.n != 0 && item_opens(s, i) &&
	       told_registered(lead) && order_begins(s, k, end) && has_limit(s, k, end);
}

/* Under who is told by a heading: does the order of the sentence at i, behind its ground, stand before the
 * actor at k? Then k is whom that order is about. */
static bool told_by_heading(const govern *g, const scan *s, uint32_t i, uint32_t end, uint32_t k)
{
	uint32_t order = order_behind(g, s, i, end);

	return order != i && order < k && scan_mark(s, order - 1, ',');
}

/* Does the actor at i, with its verb at k, stand where an order may: below an opening, or told so plainly that
 * it needs none? */
static bool ordered_at(const block_duties *b, uint32_t i, uint32_t k, uint32_t end,
                       const actors *lead)
{
	const scan *s = b->s;
	const govern *g = b->g;

	return g->active || told_prepares(s, i, k, end, lead) ||
	       (!g->mute_all &&
	        (told_addressee(s, lead) || cue_at(s, k, NULL) == CUE_DUTY ||
	         told_barely(s, i, k, end, g, lead) || told_next(b, i, k, end) ||
	         told_until(s, i, k, end, lead) || told_in_reply(b, i, k, end, lead))) ||
	       (last_duty(b) != NULL && last_duty(b)->rule == rule_assign &&
	        told_next(b, i, k, end));
}

/* "X chủ trì" where the sentence begins, or after what opens it. True with d filled. */
static bool find_actor(const block_duties *b, uint32_t i, uint32_t end, first_told *first, duty *d)
{
	const scan *s = b->s;
	const govern *g = b->g;
	uint32_t k = first_order(b, i, end, first);
	bool dated = order_dated(s, i), adverbial;

	d->lead = first->lead;
	/* "Từ đầu năm, toàn tỉnh ghi nhận ... Các huyện A, B làm tốt", "Với sự lãnh đạo của ...": told of */
	if ((k != i && paragraph_looks_back(s, i) && order_plain(s, k) == 0 &&
	     cue_at(s, k, NULL) != CUE_LEAD) ||
	    says(s, i, S("với sự")) != 0)
		return false;
	if (k != i && ordered_at(b, i, k, end, &d->lead)) {
		d->act = k;
		d->rule = rule_actor_verb;
		return true;
	}
	adverbial = dated || cue_at(s, i, NULL) == CUE_CONDITION || order_beside(s, i) ||
	            (cue_at(s, i, NULL) == CUE_CLOSING && item_opens(s, i)) ||
	            scan_tok(s, i)->kind == TOK_NUM || scan_is(s, i, W_DINH_4) ||
	            scan_is(s, i, W_NGAY_0) || says(s, i, S("kết thúc")) != 0 ||
	            (scan_is(s, i, W_NGAY) && (item_opens(s, i) || has_limit(s, i, end)));
	d->lead.n = 0;
	k = g->active ? told_behind_time(s, i, end, &d->lead) : i;
	if (k != i) {
		d->act = k;
		d->rule = "adverbial-actor";
		return true;
	}
	if (adverbial || order_begins(s, i, end))
		k = told_after_adverbial(s, i, end, last_duty(b) != NULL || !adverbial || g->listed,
		                         adverbial, d);
	d->rule = "adverbial-actor";
	/* "Trường hợp cần điều chỉnh, cơ quan chủ trì có văn bản": whichever it may be; not behind
	 * "Sau mỗi đợt thi, " */
	if (k != i && !item_opens(s, i) && d->lead.n == 1 && !told_registered(&d->lead) &&
	    cue_at(s, k, NULL) == CUE_GENERIC && says(s, i, S("sau mỗi")) == 0 &&
	    says(s, i, S("trước mỗi")) == 0)
		return false;
	/* "Căn cứ nhiệm vụ, chỉ đạo các trường, các trung tâm quản lý", under who directs */
	if (k != i && g->lead != NULL && g->active && told_by_heading(g, s, i, end, k))
		return false;
	if (k != i)
		return told_may(s, i, g) ||
		       (!g->mute_all && (told_addressee(s, &d->lead) ||
		                         (walk_tells(s->r) && has_limit(s, i, end))));
	if (g->active && told_then(s, i, end, d))
		return true;
	d->rule = rule_actor_verb;
	/* "4. Theo dõi: Văn phòng Sở cập nhật tiến độ", "Sửa cầu: Ban Quản lý chợ đặt biển": of doing */
	if (told_may(s, i, g) && last_duty(b) == NULL && item_opens(s, i) &&
	    order_begins(s, i, end) && (g->lead == NULL || scan_mark(s, i + 2, ':')) &&
	    told_topic(s, i, end, d))
		return true;
	if (!told_may(s, i, g) || last_duty(b) != NULL)
		return false;
	/* "Kê đơn điện tử: Phòng Công nghệ thông tin đẩy bù": no order, where its word is only of doing */
	return (item_opens(s, i) && (!order_begins(s, i, end) || cue_at(s, i, NULL) == CUE_NONE) &&
	        told_topic(s, i, end, d)) ||
	       (!order_begins(s, i, end) && told_last_part(s, i, end, d));
}

/* Is a known body told from the first word? Whom it is to tell in turn is its action. */
static bool begins_with_told(const block_duties *b, uint32_t i, uint32_t end, first_told *first)
{
	const govern *g = b->g;
	bool orders = g->active && !g->mute;
	uint32_t k = g->mute_all ? i : first_order(b, i, end, first);

	if (k == i)
		return false;
	/* a paragraph that says until when, before its semicolon */
	orders |= g->active && has_limit(b->s, k, scan_next(b->s, k, end, ';')) &&
	          first->lead.n > 1;
	return (orders && (told_registered(&first->lead) || first->lead.n > 1 ||
	                   (item_opens(b->s, i) && (cue_at(b->s, i, NULL) == CUE_HEAD ||
	                                            cue_at(b->s, i, NULL) == CUE_POST)))) ||
	       told_barely(b->s, i, k, end, g, &first->lead);
}

/* "Kiểm tra, giám sát: Giao Ủy ban Kiểm tra ...": a topic, and somebody told behind its
 * colon; no body that tells its own rooms. */
static bool topic_assigns(const block_duties *b, uint32_t i, uint32_t end, first_told *first)
{
	enum { TOPIC_WORDS = 48 };
	uint32_t far = end < i + TOPIC_WORDS ? end : i + TOPIC_WORDS;
	uint32_t colon = scan_next(b->s, i, far, ':');

	return colon + 1 < far && cue_at(b->s, colon + 1, NULL) == CUE_ASSIGN &&
	       (first_order(b, i, end, first) == i || !told_registered(&first->lead));
}

/* Who the sentence tells by name. Where that stands, or end; d is filled then. */
static uint32_t find_told(const block_duties *b, uint32_t i, uint32_t end, duty *d)
{
	const scan *s = b->s;
	const govern *g = b->g;
	bool in_duty = last_duty(b) != NULL;
	uint32_t at;
	first_told first = {0};

	if (!g->mute_all && told_passed_on(s, i, end, d))
		return i;
	at = told_regard(s, i, end, &d->lead);
	if (at != i && told_may(s, i, g)) {
		d->act = at;
		d->rule = rule_actor_verb;
		return i;
	}
	if (g->active && !g->mute && g->lead == NULL && told_reminded(s, i, end, d)) {
		d->rule = rule_assign;
		return i;
	}
	d->lead.n = 0;
	/* A sentence that orders from its first word may tell others to be told; that is its
	 * action. What stands after its ';' is looked at in duty_split_parts(). */
	at = end;
	if (((!g->active || g->mute || !order_begins(s, i, end) || order_dated(s, i) ||
	      (g->lead == NULL && order_agrees(s, i)) || order_noun(s, i, end)) &&
	     !begins_with_told(b, i, end, &first)) ||
	    (!g->listed && topic_assigns(b, i, end, &first)))
		at = told_find(s, i, end, in_duty && order_reports(s, i), d);
	/* In the list of a body's duties "yêu cầu các tổ chức" is one of its own. */
	if (at == i && g->listed && !told_registered(&d->lead) && !scan_is(s, at, W_GIAO)) {
		at = end;
		d->lead.n = 0;
	}
	d->rule = rule_assign;
	if (at < end)
		return at;
	if (!in_duty && s->r->purpose != PURPOSE_REPLY && s->r->purpose != PURPOSE_REPORT) {
		at = told_request(s, i, end, d);
		d->rule = "request";
		if (at < end)
			return at;
	}
	if (find_actor(b, i, end, &first, d))
		return i;
	return g->active && !g->mute && !in_duty && told_passive(s, i, end, d) ? i : end;
}

/* "... Sở A rà soát; Sở B kiểm tra. Hoàn thành trước ngày 10/6": the limit of all that the
 * sentence before told, where one has none. Tokens [i, end) say only until when. */
static void share_limit(const block_duties *b, uint32_t i, uint32_t end)
{
	const scan *s = b->s;
	int32_t limit = limit_within(s, tokens_span(&s->tk, i, end));

	if (limit < 0 || (!order_reports(s, i) && says(s, i, S("hoàn thành")) == 0 &&
	                  says(s, i, S("xong")) == 0))
		return;
	for (uint32_t k = b->sentence; k + 1 < b->out->n; k++)
		b->out->p[k].limit = (uint32_t)limit + 1;
}

/* "Bộ Giáo dục sẽ theo dõi, hỗ trợ ...", "Rất mong Quý đại biểu tham dự": what whoever writes will do
 * or hopes for, in a sentence of its own without a limit. */
static bool writer_speaks(const scan *s, uint32_t i, uint32_t end)
{
	static const slice hopes[] = {S("rất mong"), S("trân trọng"), S("xin trân trọng"),
	                              S("xin cảm ơn")};
	SAYINGS(hopes);
	hit h;

	if (limit_within(s, tokens_span(&s->tk, i, end)) >= 0)
		return false;
	return says_any(s, i, &said_hopes, NULL) != 0 ||
	       (body_at(s, i, &h) && scan_is(s, h.tok + h.ntok, W_SE_3));
}

/* A sentence after a duty that names nobody: part of it, or the same body's next. */
static void go_on(const block_duties *b, uint32_t i, uint32_t from, uint32_t end)
{
	const scan *s = b->s;
	duty *last = last_duty(b);
	uint32_t other = order_of_other(s, i, end);
	duty d;

	share_limit(b, i, end);
	if (writer_speaks(s, i, end))
		return;
	if (order_prohibits(s, i)) {
		/* A prohibition stands by itself, whatever it follows. */
		open_duty(b, same_body(last, i, end, "prohibition"));
		return;
	}
	if (other == i && order_prohibits(s, last->from) && order_begins(s, i, end) &&
	    !order_reports(s, i)) {
		open_duty(b, same_body(last, i, end, "sentence")); /* nor does it hold the next */
		return;
	}
	if (other == i && (order_reports(s, i) || !order_begins(s, i, end) || b->g->prep ||
	                   !(order_oversees(s, from, end) ||
	                     (order_carries_out(s, i, end) && last->source != LEAD_STATED)))) {
		last->to = end;
		return;
	}
	d = same_body(last, from, end, "sentence");
	d.act = coordination_read(s, other, end, &d);
	open_duty(b, d);
}

/* Tokens of an order: "Phân công nhiệm vụ:" is none. */
enum { LEAST = 5 };

/* One sentence: tokens [from, end). */
static void read_sentence(const block_duties *b, uint32_t from, uint32_t end)
{
	const scan *s = b->s;
	const govern *g = b->g;
	const duty *last = last_duty(b);
	uint32_t i = told_past_step(s, order_skip_connective(s, from, end)), at;
	duty d = {.to = end, .source = LEAD_STATED, .own_actor = true};

	if ((cue_at(s, i, NULL) == CUE_CLOSING && last == NULL && is_boilerplate(s, i, end) &&
	     !has_limit(s, i, end)) ||
	    speaks_of_itself(s, i) ||
	    (last == NULL && rule_at(s, i) && cue_next(s, i, end, CUE_ASSIGN) >= end))
		return;
	at = find_told(b, i, end, &d);
	if (at < end) {
		bool same = last != NULL && last->lead.n == 1 && d.lead.n == 1 &&
		            slice_eq(last->lead.p[0].text, d.lead.p[0].text);

		if (same && !has_limit(s, from, end)) {
			last_duty(b)->to = end; /* the same body again, spelling the duty out */
			return;
		}
		if (order_dated(s, i))
			at = i; /* until when is part of it */
		close_duty(b, at < from ? from : at);
		d.from = at;
		d.act = coordination_read(s, d.act, end, &d);
		/* "Lập bản đồ ngập lụt: giao Sở A chủ trì, hoàn thành trước ...": what, before who */
		if (at > i + 1 && scan_mark(s, at - 1, ':') && order_begins(s, i, at) &&
		    (order_empty(s, d.act, end) || order_only_until(s, d.act, end) != d.act))
			d.from = d.act = i;
		open_duty(b, d);
	} else if (last != NULL) {
		go_on(b, i, from, end);
	} else if (g->active && !g->mute && !g->details &&
	           !(g->lead == NULL && paragraph_looks_back(s, i)) &&
	           (order_prohibits(s, i) ||
	            (order_begins(s, i, end) && !order_names_when(s, i) &&
	             (g->lead != NULL || !order_agrees(s, i)) && !order_states(s, i, end)) ||
	            ((item_opens(s, i) || g->source == LEAD_HEADING) && scan_is(s, i, W_PHAN) &&
	             i + LEAST < end && cue_at(s, i, NULL) == CUE_ASSIGN) ||
	            (g->listed && (order_word(s, i, end) || cue_at(s, i, NULL) == CUE_ASSIGN ||
	                           doing_at(s, i) || order_unknown(s, i, end))))) {
		d = (duty){.from = i,
		           .to = end,
		           .source = g->lead ? g->source : LEAD_NONE,
		           .rule = g->source == LEAD_HEADING ? "heading" : "imperative"};
		if (g->lead != NULL)
			d.lead = *g->lead;
		d.act = coordination_read(s, i, end, &d);
		open_duty(b, d);
	} else if (g->active && g->lead != NULL && !g->mute && !g->details &&
	           (at = order_behind(g, s, i, end)) != i) {
		d = (duty){.from = i,
		           .to = end,
		           .source = g->source,
		           .rule = "heading",
		           .lead = *g->lead};
		d.act = coordination_read(s, at, end, &d);
		open_duty(b, d);
	}
}

/* An exhortation to all and then, in the next sentence, one body's share in it ("Tập
 * trung bảo đảm quốc phòng, an ninh. Các xã biên giới chú trọng ..."): one duty of all. */
static bool shared_by_all(const duty *first, const duty *second)
{
	enum { TOPIC = 6 }; /* "4. Báo tin. Xã nào có cháy điện ngay": a title tells nobody */

	return second->from == first->to && second->act > second->from &&
	       first->to > first->from + TOPIC && second->rule == rule_actor_verb;
}

/* A bare exhortation that only leads in what a named body is then told is part of
 * that. */
static void absorb_lead_in(const scan *s, duties *out, uint32_t first)
{
	duty *lead_in = &out->p[first], *own = &out->p[first + 1];

	if (out->n < first + 2 || lead_in->own_actor || !own->own_actor ||
	    order_prohibits(s, lead_in->from) || lead_in->source == LEAD_HEADING)
		return;
	if (shared_by_all(lead_in, own)) {
		actors all = {0};

		for (uint32_t i = 0; i < lead_in->lead.n; i++)
			*VEC_PUSH(s->a, &all) = lead_in->lead.p[i];
		for (uint32_t i = 0; i < own->lead.n; i++)
			*VEC_PUSH(s->a, &all) = own->lead.p[i];
		lead_in->lead = all;
		lead_in->to = own->to;
		*own = *lead_in;
	}
	own->from = lead_in->from;
	memmove(lead_in, own, sizeof *own * (out->n - first - 1));
	out->n--;
}

/* "2.1. Trung đoàn 841. Cơ động 02 xuồng": does the item's first sentence, tokens [i, stop), only
 * name who is told in the others? */
static bool names_only(const scan *s, uint32_t i, uint32_t stop, uint32_t end, actors *lead)
{
	enum { WORDS = 24 };

	return item_opens(s, i) && stop < end && stop < i + WORDS && scan_mark(s, stop - 1, '.') &&
	       (order_begins(s, stop, end) || doing_at(s, stop)) &&
	       actors_at(s, i, stop - 1, false, lead) == stop - 1;
}

void duty_block(const scan *s, const block *b, uint32_t end, const govern *g, duties *out)
{
	block_duties of = {s, g, out, out->n, out->n};
	govern opened = *g;
	namings known = {0};
	actors named = {0};
	duty whole;

	/* "./." ends the body, not a sentence of it. */
	while (end > b->tok && scan_tok(s, end - 1)->kind == TOK_PUNCT &&
	       (scan_tok(s, end - 1)->word == '.' || scan_tok(s, end - 1)->word == '/'))
		end--;
	if (item_opens(s, b->tok) && told_at_end(s, b->tok, end, g, &whole)) {
		open_duty(&of, whole);
		return;
	}
	for (uint32_t i = b->tok; i < end;) {
		uint32_t stop = sentence_end(s, i, end), colon = end, before = out->n;

		if (!of.g->active && !g->mute_all)
			colon = opening_colon(s, i, stop);
		stop = colon < stop ? colon + 1 : stop;
		if (g->active && names_only(s, i, stop, end, &named)) {
			opened = (govern){.lead = &named,
			                  .source = LEAD_HEADING,
			                  .active = true,
			                  .listed = true,
			                  .limit = g->limit};
			of.g = &opened;
			i = stop;
			continue;
		}
		read_sentence(&of, i, stop);
		if (last_duty(&of) != NULL)
			duty_split_parts(&of, i, stop);
		of.sentence = out->n > before ? before : of.sentence;
		/* Behind the colon it orders, whoever it names. */
		if (stop == colon + 1) {
			opened.active = true;
			opened.mute = false;
			opened.lead = NULL;
			of.g = &opened;
		}
		i = stop;
	}
	absorb_lead_in(s, out, of.first);
	for (uint32_t i = of.first; i < out->n; i++) {
		told_bracketed(s, &out->p[i]);
		told_again(s, b, &out->p[i], &known);
		told_sides(s, &out->p[i]);
	}
}
