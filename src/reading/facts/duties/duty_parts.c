/*
 * duty_parts.c - what a sentence holds besides its first duty: another body behind ';' or ',',
 * a part with a limit of its own, whoever gathers what others send.
 */
#include "reading/facts/duties/duty_priv.h"

#include "reading/facts/text/phrase.h"

/* "hằng tháng, hằng quý" */
static bool has_recurrence(const scan *s, uint32_t i, uint32_t j)
{
	span at = tokens_span(&s->tk, i, j);

	for (uint32_t k = dates_from(s, at.at); k < s->r->dates.n; k++) {
		if (s->r->dates.p[k].at.at >= span_end(at))
			break;
		if (s->r->dates.p[k].kind == DATE_RECURRING)
			return true;
	}
	return false;
}

/* "; vì vậy Văn phòng Ban chuyển đơn", ", còn Công an xã đi lưu động": past what joins another
 * body's part to the one before. */
static uint32_t past_joint(const scan *s, uint32_t i)
{
	static const slice joints[] = {S("vì vậy"), S("do đó"),   S("do vậy"),
	                               S("vì thế"), S("theo đó"), S("còn")};
	SAYINGS(joints);

	return i + says_any(s, i, &said_joints, NULL);
}

/* "...; báo cáo do Sở Tài chính thẩm định, trình trước ngày 15/6": who does it stands behind
 * "do" in a part with a limit. The token of the order; i when there is none. */
static uint32_t told_by_whom(const scan *s, uint32_t i, uint32_t end, actors *lead)
{
	enum { THING = 6 };
	uint32_t j = i, act;

	while (j < end && j < i + THING && scan_tok(s, j)->kind == TOK_WORD && !scan_is(s, j, W_DO))
		j++;
	if (j == i || !scan_is(s, j, W_DO))
		return i;
	act = actors_at(s, j + 1, end, false, lead);
	if (act > j + 1 && order_begins(s, act, end) &&
	    has_limit(s, act, scan_next(s, act, end, ';')) &&
	    (told_registered(lead) || cue_at(s, j + 1, NULL) == CUE_HEAD || name_of_room(s, j + 1)))
		return act;
	lead->n = 0;
	return i;
}

/* After ';' at j another body is told. True when it was; its duty is open then. room: of the lists
 * that are read at each mark and mostly thrown away; a long one would else be kept for each. */
static bool part_of_other(const block_duties *b, uint32_t j, uint32_t end, actors *room)
{
	const scan *s = b->s;
	actors lead = {room->p, 0, room->cap};
	uint32_t i = order_skip_connective(s, j + 1, end), act;
	duty d;

	i += scan_is(s, i, W_VA) && scan_is(s, i + 1, W_GIAO);
	if (i == j + 1 && scan_is(s, i, W_DONG_5) && scan_is(s, i + 1, W_THOI))
		i += 2;
	else if (i == j + 1 && says(s, i, S("trong đó")) != 0 &&
	         cue_at(s, i + 2, NULL) == CUE_ASSIGN)
		i += 2;
	i = past_joint(s, i);
	act = told_assign(s, i, i, end, &lead);
	/* "...; yêu cầu các đơn vị lắp đặt": what the body above does, but where that was told
	 * so too and this is one by name ("giao Sở A ...; yêu cầu Công ty B khắc phục"). */
	if (act != i && !told_registered(&lead) && !scan_is(s, i, W_GIAO) &&
	    !(last_duty(b)->rule == rule_assign && scan_tok(s, i + 2)->flags & TF_CAP))
		act = i;
	if (act == i) {
		lead.n = 0;
		act = told_actor(s, i, end, &lead);
		/* "...; chủ đầu tư năng lực yếu" */
		if (act != i && !told_registered(&lead) && lead.n == 1 &&
		    cue_at(s, name_skip_quantifier(s, i, end), NULL) == CUE_GENERIC &&
		    !order_begins(s, act, end))
			act = i;
	}
	if (act == i && scan_mark(s, j, ';')) {
		lead.n = 0;
		act = told_by_whom(s, i, end, &lead);
	}
	*room = act == i ? (actors){lead.p, 0, lead.cap} : (actors){0};
	if (act == i)
		return false;
	close_duty(b, j);
	d = (duty){.from = j + 1,
	           .to = end,
	           .lead = lead,
	           .source = LEAD_STATED,
	           .rule = "part-actor",
	           .own_actor = true};
	d.act = coordination_read(s, act, end, &d);
	/* "Đẩy mạnh truyền thông; giao Sở A chủ trì thực hiện": who does what stands before */
	if (last_duty(b)->lead.n == 0 && order_empty(s, d.act, end)) {
		duty *last = last_duty(b);

		last->lead = d.lead;
		last->with = d.with;
		last->source = LEAD_STATED;
		last->to = end;
		return true;
	}
	open_duty(b, d);
	return true;
}

/* "không cho tàu xuất bến", "tuyệt đối không cấp phép" at i; but for "cấm xe qua cầu", which bars others. */
static bool forbids(const scan *s, uint32_t i)
{
	uint32_t n;

	return scan_is(s, i, W_KHONG) || (cue_at(s, i, &n) == CUE_PROHIBIT && n > 1);
}

/* Is the part between the mark at j and `stop` a duty of its own of the same body? The
 * rule's name, or NULL. The part before begins at `part`. */
static const char *own_part(const block_duties *b, uint32_t part, uint32_t j, uint32_t stop)
{
	const scan *s = b->s;
	bool semicolon = scan_mark(s, j, ';');
	uint32_t k = order_skip_mark(s, j + 1);
	enum cue c = cue_at(s, k, NULL);

	if (!order_begins(s, k, stop))
		return NULL;
	if (semicolon && c != CUE_REPORT &&
	    ((b->g->prep && !order_speaks(s, k)) ||
	     (has_limit(s, part, j) && has_limit(s, k, stop))))
		return "part";
	if (!semicolon && c == CUE_ADVERB && order_oversees(s, last_duty(b)->act, j) &&
	    has_recurrence(s, k, stop))
		return "part-recurring";
	/* "không cho tàu xuất bến; mở sổ theo dõi": what is forbidden ends there */
	if (semicolon && c != CUE_PROHIBIT && forbids(s, last_duty(b)->act))
		return "part";
	if (semicolon && c == CUE_VERB && scan_is(s, k, W_CUNG) && scan_is(s, k + 1, W_CAP))
		return "part-supply";
	return NULL;
}

/* "gửi Sở A trước ngày 25/10 để tổng hợp, trình UBND tỉnh trước ngày 15/11": whoever gathers has
 * a limit of his own behind the ',' at j, before which "để tổng hợp" stands. True when he is told; his duty is open then. */
static bool part_of_gatherer(const block_duties *b, uint32_t j, uint32_t stop, uint32_t end)
{
	const scan *s = b->s;
	duty *last = last_duty(b);
	uint32_t i, n = 0;
	duty d = {.from = j + 1,
	          .to = end,
	          .act = j + 1,
	          .source = LEAD_STATED,
	          .rule = "part-gathers",
	          .own_actor = true};

	i = cue_next(s, last->act, j, CUE_REPORT);
	if (i >= j || !has_limit(s, last->act, j) || !has_limit(s, j, stop) ||
	    (!order_begins(s, j + 1, stop) && !scan_is(s, j + 1, W_TRINH_5)))
		return false;
	(void)cue_at(s, i, &n);
	i += n;
	i += scan_is(s, i, W_VE) || scan_is(s, i, W_CHO);
	if (actors_at(s, i, j, false, &d.lead) == i || d.lead.n != 1 || d.lead.p[0].agency.n == 0 ||
	    slice_eq(d.lead.p[0].agency, s->r->issuer.agency))
		return false;
	close_duty(b, j);
	open_duty(b, d);
	return true;
}

void duty_split_parts(const block_duties *b, uint32_t from, uint32_t end)
{
	const scan *s = b->s;
	uint32_t part = from, depth = 0, stop = from;
	actors room = {0};
	telling turns = {0};

	for (uint32_t j = from; (j = scan_next_turn(s, &turns, j, end)) + 2 < end; j++) {
		const duty *last = last_duty(b);
		const char *rule;
		duty d;

		if (scan_mark(s, j, '('))
			depth++;
		else if (scan_mark(s, j, ')') && depth > 0)
			depth--;
		if (depth > 0 || last == NULL || j <= last->act ||
		    (!scan_mark(s, j, ';') && !scan_mark(s, j, ',')))
			continue;
		if ((scan_mark(s, j, ';') ||
		     (last->own_actor && told_behind_comma(s, last, j, end, &room))) &&
		    (b->g->active || last->own_actor) && part_of_other(b, j, end, &room)) {
			part = j + 1;
			continue;
		}
		if (stop <= j)
			stop = scan_next(s, j + 1, end, ';');
		if (scan_is(s, j - 3, W_DE) && says(s, j - 2, S("tổng hợp")) != 0 &&
		    part_of_gatherer(b, j, stop, end)) {
			part = j + 1;
			continue;
		}
		rule = own_part(b, part, j, stop);
		if (rule == NULL)
			continue;
		d = same_body(last_duty(b), j + 1, end, rule);
		d.act = coordination_read(s, order_skip_mark(s, j + 1), end, &d);
		close_duty(b, j);
		open_duty(b, d);
		part = j + 1;
	}
}
