/*
 * told_side.c - who is told beside the usual: reminded or sent rather than ordered; who leads and
 * who joins by what a bracket or the next clause says of each.
 *
 * As in told.c each function looks at one place, a bounded way ahead.
 */
#include "reading/facts/text/phrase.h"
#include "reading/facts/text/within.h"

#include "reading/facts/told/told.h"

/* How far one place looks around itself: bounded, so that the whole stays linear. */
enum { ADDRESSEES_MAX = 100, NAMED_LEAST = 16 };

bool told_reminded(const scan *s, uint32_t i, uint32_t end, duty *d)
{
	/* Verbs that are orders themselves behind a body; at the head of a sentence they tell one. */
	static const slice reminds[] = {
		S("lưu ý"),   S("nhắc nhở"), S("nhắc"),    S("cử"),
		S("chỉ đạo"), S("ủy quyền"), S("đôn đốc"), S("phê bình và yêu cầu"),
		S("huy động")};
	SAYINGS(reminds);
	uint32_t j = i + says_any(s, i, &said_reminds, NULL), after;

	if (j == i || !(scan_tok(s, i)->flags & TF_CAP))
		return false;
	d->lead.n = 0;
	after = actors_at(s, j, end, false, &d->lead);
	if (after == j || !order_begins(s, after, end) ||
	    !(told_registered(&d->lead) || d->lead.p[0].name.n != 0 ||
	      (scan_tok(s, j)->flags & TF_CAP))) {
		d->lead.n = 0;
		return false;
	}
	d->act = after;
	return true;
}

/* "(phối hợp)", "(cơ quan phối hợp)", "(đơn vị phối hợp)" */
static bool joins_by_note(slice note)
{
	static const slice joins[] = {S("phối hợp"), S("cơ quan phối hợp"), S("đơn vị phối hợp")};

	for (size_t k = 0; k < ARRAY_LEN(joins); k++)
		if (slice_eq(note, joins[k]))
			return true;
	return false;
}

void told_sides(const scan *s, duty *d)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < d->lead.n; i++)
		kept += !joins_by_note(d->lead.p[i].note);
	if (kept == 0 || kept == d->lead.n)
		return;
	/* the list may be another duty's too: a new one */
	actors lead = {0};

	for (uint32_t i = 0; i < d->lead.n; i++)
		*VEC_PUSH(s->a, joins_by_note(d->lead.p[i].note) ? &d->with : &lead) = d->lead.p[i];
	d->lead = lead;
}

uint32_t told_others_join(const scan *s, uint32_t i, uint32_t end, duty *d)
{
	actors with = {0};
	uint32_t j = i, after, n = 0;

	if (!scan_mark(s, j, ',') && !scan_mark(s, j, ';') && !scan_is(s, j, W_VA))
		return i;
	after = actors_at(s, j + 1, end, false, &with);
	/* "Thanh tra tỉnh chủ trì, các sở liên quan phối hợp kiểm tra" */
	if (after == j + 1 || !scan_is(s, after, W_PHOI_1) || cue_at(s, after, &n) != CUE_VERB ||
	    n != 2 || (!order_begins(s, after + n, end) && !order_word(s, after + n, end)))
		return i;
	for (uint32_t k = 0; k < with.n; k++)
		*VEC_PUSH(s->a, &d->with) = with.p[k];
	return after + n;
}

/* "(Đông Kinh, Kỳ Lừa, Hữu Lũng)": communes named without their kind; they lead too. */
static void add_bracketed_units(const scan *s, duty *d)
{
	for (uint32_t i = d->act; (i = scan_next(s, i, d->to, '(')) + 2 < d->to; i++) {
		actors found = {0};
		uint32_t j = i + 1;

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

/* "thực hiện", "tham mưu": what follows a body that is told by a remark on what is to be done. */
static uint32_t carries_at(const scan *s, uint32_t i)
{
	static const slice carries[] = {S("thực hiện"),
	                                S("tham mưu"),
	                                S("tham mưu thực hiện"),
	                                S("triển khai"),
	                                S("triển khai thực hiện"),
	                                S("tổ chức thực hiện"),
	                                S("phụ trách"),
	                                S("đảm nhiệm"),
	                                S("đảm nhận"),
	                                S("đảm trách"),
	                                S("thực hiện và báo cáo"),
	                                S("chịu trách nhiệm")};
	SAYINGS(carries);

	return says_any(s, i, &said_carries, NULL);
}

/* "(giao Sở Tư pháp)", "(trách nhiệm: Sở Xây dựng; xong trước ngày 15/6)", from its bracket at i:
 * who leads. alone: also "(Sở Tư pháp)". */
static bool bracket_tells(const scan *s, uint32_t i, uint32_t end, bool alone, duty *said)
{
	static const slice labels[] = {S("giao"),
	                               S("do"),
	                               S("trách nhiệm:"),
	                               S("chủ trì:"),
	                               S("đơn vị chủ trì:"),
	                               S("cơ quan chủ trì:"),
	                               S("phân công:"),
	                               S("thực hiện:"),
	                               S("đơn vị thực hiện:"),
	                               S("cơ quan thực hiện:"),
	                               S("trách nhiệm thực hiện:")};
	SAYINGS(labels);
	uint32_t label = says_any(s, i + 1, &said_labels, NULL), from = i + 1 + label, n = 0;
	uint32_t after = actors_at(s, from, end, false, &said->lead);

	if (after == from)
		return false;
	if (cue_at(s, after, &n) != CUE_LEAD && (n = carries_at(s, after)) == 0 &&
	    !(alone && told_registered(&said->lead) && scan_mark(s, after, ')')) &&
	    (label == 0 || scan_is(s, i + 1, W_DO) ||
	     (!scan_mark(s, after, ')') && !scan_mark(s, after, ';') && !scan_mark(s, after, ','))))
		return false;
	after = coordination_read(s, after, end, said);
	after += carries_at(s, after);
	return scan_mark(s, after, ')') || order_only_until(s, after, end) != after;
}

/* "Triển khai dự án A (Ban Quản lý dự án tỉnh chủ trì)": who leads, where nobody is told. */
static void lead_in_bracket(const scan *s, duty *d)
{
	for (uint32_t i = d->act; (i = scan_next(s, i, d->to, '(')) + 3 < d->to; i++) {
		duty said = {0};

		if (!bracket_tells(s, i, d->to, false, &said))
			continue;
		d->lead = said.lead;
		d->source = LEAD_STATED;
		if (said.with.n != 0)
			d->with = said.with;
		return;
	}
}

/* Does a known body stand at i that leads, and nothing else up to the end of the heading but with whom?
 * said->lead is empty where none is named that leads. */
static bool leads_to(const scan *s, uint32_t i, uint32_t end, duty *said)
{
	uint32_t after = actors_at(s, i, end, false, &said->lead), n = 0;

	if (after == i || !told_registered(&said->lead) ||
	    (cue_at(s, after, &n) != CUE_LEAD && carries_at(s, after) == 0)) {
		said->lead.n = 0;
		return false;
	}
	after = coordination_read(s, after, end, said);
	after += after < end ? carries_at(s, after) : 0;
	return after >= end || scan_mark(s, after, ':');
}

bool told_heading(const scan *s, uint32_t i, uint32_t end, duty *said)
{
	enum { FAR = 40 };
	uint32_t j = end;

	end += scan_mark(s, end, ':');
	if (j > i && scan_mark(s, j - 1, ')')) {
		while (j > i && end - j < FAR && !scan_mark(s, j - 1, '('))
			j--;
		return j > i + 1 && scan_mark(s, j - 1, '(') &&
		       bracket_tells(s, j - 1, end, true, said);
	}
	/* "1. Bộ Công Thương chủ trì, phối hợp với các bộ liên quan" */
	if (leads_to(s, i, end, said))
		return true;
	said->lead.n = said->with.n = 0;
	/* "3. Nhóm nhiệm vụ về an sinh - Sở Y tế chủ trì" */
	for (j = i + 1; (j = scan_next_either(s, j, end, '-', W_DO)) + 2 < end; j++) {
		said->lead.n = said->with.n = 0;
		if (leads_to(s, j + 1, end, said))
			return true;
		if (said->lead.n != 0)
			return false;
	}
	return false;
}

bool told_passive(const scan *s, uint32_t i, uint32_t end, duty *d)
{
	enum { FAR = 40 };
	static const slice matters[] = {S("việc"),      S("công tác"), S("nội dung"), S("nhiệm vụ"),
	                                S("phần việc"), S("phần"),     S("khâu"),     S("hồ sơ"),
	                                S("hạng mục"),  S("dự án"),    S("gói thầu"), S("báo cáo"),
	                                S("kinh phí"),  S("lễ"),       S("hội nghị"), S("kết quả"),
	                                S("danh sách")};
	SAYINGS(matters);
	uint32_t far = end < i + FAR ? end : i + FAR, n = says_any(s, i, &said_matters, NULL), k;

	if (n == 0 || !(scan_tok(s, i)->flags & TF_CAP))
		return false;
	for (uint32_t j = i + n; j < far && !scan_mark(s, j, ';'); j++) {
		bool given = scan_is(s, j, W_DUOC) && says(s, j + 1, S("giao cho")) != 0;

		if (scan_is(s, j, W_DA_3))
			break;
		if (!given && !scan_is(s, j, W_DO))
			continue;
		d->lead.n = 0;
		k = actors_at(s, j + (given ? 3 : 1), end, false, &d->lead);
		if (d->lead.n == 0 || (!told_registered(&d->lead) &&
		                       !(scan_tok(s, j + (given ? 3 : 1))->flags & TF_CAP)))
			continue;
		if (cue_at(s, k, NULL) != CUE_LEAD && cue_at(s, k, NULL) != CUE_COORD &&
		    carries_at(s, k) == 0)
			continue;
		d->act = i;
		return true;
	}
	d->lead.n = 0;
	return false;
}

void told_bracketed(const scan *s, duty *d)
{
	add_bracketed_units(s, d);
	if (!d->own_actor)
		lead_in_bracket(s, d);
}

/* Is the agency of the kind that the group is of: "Sở Tài chính" and "các sở, ban, ngành"? */
static bool kind_of_group(const scan *s, slice agency, slice group)
{
	const registry *reg = s->rd->reg;
	uint32_t one = registry_find(reg, agency), all = registry_find(reg, group);
	slice rest, kind;

	if (agency.n == 0 || group.n == 0 || one == BODY_NOBODY || all == BODY_NOBODY)
		return false;
	for (rest = reg->bodies.p[all].kind; slice_next(&rest, '|', &kind);)
		if (kind.n != 0 && slice_eq(kind, reg->bodies.p[one].kind))
			return true;
	return false;
}

/* Is the first of these one to whom the letter is written, or one of a group that is? */
bool told_addressee(const scan *s, const actors *lead)
{
	const actors *to = &s->r->addressees;

	for (uint32_t i = 0; i < to->n && i < ADDRESSEES_MAX && lead->n != 0; i++)
		if ((lead->p[0].agency.n && slice_eq(lead->p[0].agency, to->p[i].agency)) ||
		    (lead->p[0].group.n && slice_eq(lead->p[0].group, to->p[i].group)) ||
		    (lead->p[0].agency.n == 0 && lead->p[0].group.n == 0 &&
		     lead->p[0].text.n >= NAMED_LEAST &&
		     slice_starts(to->p[i].text, lead->p[0].text)) ||
		    kind_of_group(s, lead->p[0].agency, to->p[i].group))
			return true;
	return false;
}

uint32_t told_as_written(const scan *s, uint32_t i, uint32_t after, uint32_t end, actors *lead)
{
	const actors *to = &s->r->addressees;
	actor *a = &lead->p[0];

	if (lead->n != 1 || a->agency.n != 0 || a->text.n < NAMED_LEAST)
		return after;
	for (uint32_t k = 0; k < to->n && k < ADDRESSEES_MAX; k++) {
		slice name = to->p[k].text;
		uint32_t n = name.n > a->text.n && slice_starts(name, a->text) ? says(s, i, name)
		                                                               : 0;

		if (n != 0 && i + n > after && i + n < end) {
			name_reaches(s, lead, i + n);
			return i + n;
		}
	}
	return after;
}

/* Are those told at i others than the registry names, with an order of theirs behind? */
static bool tells_others(const scan *s, uint32_t i, uint32_t end)
{
	actors others = {0};
	uint32_t after = actors_at(s, i, end, false, &others);

	if (after == i) /* "ban tổ chức các lễ hội" */
		after = name_unknown(s, i, end);
	/* "yêu cầu các doanh nghiệp đo thân nhiệt": of many any word may be what they are to do */
	return after > i && others.n < 2 && !told_registered(&others) &&
	       (order_begins(s, after, end) ||
	        (others.n == 1 && scan_is(s, i, W_CAC) && order_word(s, after, end)));
}

bool told_tells(const scan *s, uint32_t i, uint32_t j, uint32_t end, const actors *lead)
{
	enum cue c = cue_at(s, i, NULL);

	if (cue_at(s, j, NULL) != CUE_ASSIGN ||
	    (!item_opens(s, i) && !(scan_is(s, j, W_PHAN) && (scan_tok(s, i)->flags & TF_CAP))))
		return false;
	/* "UBND các xã phân công cán bộ phụ trách" */
	if (scan_is(s, j, W_PHAN))
		return told_registered(lead) || c == CUE_HEAD || c == CUE_POST ||
		       scan_is(s, i, W_CAC);
	return (told_registered(lead) || c == CUE_POST) && says(s, j, S("yêu cầu")) != 0 &&
	       !ministry_before(s, j, true) && tells_others(s, j + 2, end);
}
