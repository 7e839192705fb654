/*
 * told.c - who is told, and where the telling begins: "giao X", "X chủ trì", "..., X
 * chủ động", "đề nghị nghiên cứu".
 *
 * Each function looks at one place and gives the token after what it read, or the
 * place itself when nobody is told there. Past and quoted tellings are none.
 */
#include "reading/facts/told/told.h"

#include "base/ordered.h"
#include "reading/facts/text/phrase.h"
#include "reading/facts/text/within.h"
#include "reading/facts/told/told_clause.h"

/* Is the first of these a body or a group that a registry knows? */
bool told_registered(const actors *list)
{
	return list->n != 0 && (list->p[0].agency.n != 0 || list->p[0].group.n != 0);
}

/* "Kính đề nghị UBND tỉnh xem xét" in a report or a submission, which asks in any words: it asks upwards. */
static bool petitions(const scan *s, uint32_t i)
{
	doc_kind k = s->r->kind.value;

	if (k != KIND_BAO_CAO && k != KIND_TO_TRINH && k != KIND_PHIEU_TRINH)
		return false;
	return scan_is(s, i, W_KINH) || (i > 0 && scan_is(s, i - 1, W_KINH)) ||
	       (k != KIND_BAO_CAO && says(s, i, S("đề nghị")) != 0);
}

/* Does a name begin at i by its look: a capital, or how many they are? */
static bool told_named_at(const scan *s, uint32_t i)
{
	return (scan_tok(s, i)->flags & TF_CAP) || cue_at(s, i, NULL) == CUE_POST ||
	       scan_is(s, i + 1, W_NAO_5) || name_skip_quantifier(s, i, i + 3) != i;
}

/* "giao X": the actors after an assign cue at i. Returns the token after them, i
 * when the cue does not assign. */
uint32_t told_assign(const scan *s, uint32_t i, uint32_t from, uint32_t end, actors *lead)
{
	uint32_t n, j, k, after;

	if (cue_at(s, i, &n) != CUE_ASSIGN || order_quoted(s, i, from) || petitions(s, i))
		return i;
	j = i + n;
	if (n > 2 && cue_at(s, j - 2, NULL) == CUE_RANK)
		j -= 2; /* "phân công đồng chí": the rank is the person's */
	while (j < end && (scan_is(s, j, W_CHO) || scan_mark(s, j, ':') || scan_mark(s, j, '-')))
		j = order_skip_mark(s, j + 1);
	after = actors_at(s, j, end, false, lead);
	if (after == j && (after = actors_person(s, j, end, lead)) != j)
		after += scan_mark(s, after, ',');
	if (!told_begins(s, after, end, lead) &&
	    (after > j || told_named_at(s, j) || cue_at(s, j, NULL) == CUE_GENERIC)) {
		k = told_clause(s, j, after, end, lead);
		after = k != j ? k : after;
	}
	if (after == j || after >= end)
		return i;
	/* "thông báo đến các sở biết", "thông báo tới toàn thể viên chức lịch nghỉ Tết": only told of */
	if (scan_is(s, i, W_THONG) && !order_begins(s, after, end))
		return i;
	/* "Sở Y tế đề nghị UBND tỉnh bố trí", in a letter of UBND tỉnh: what it was asked */
	if (i > from && registered_before(s, i) && told_by_itself(s, &lead->p[0]) &&
	    s->r->purpose != PURPOSE_REPORT)
		return i;
	/* "đề nghị X cấp": fine; "yêu cầu X của": a noun. */
	if (scan_is(s, after, W_CUA) || scan_is(s, after, W_VE) || scan_is(s, after, W_VA) ||
	    scan_is(s, after, W_TAI) || scan_is(s, after, W_NGAY) ||
	    cue_at(s, after, NULL) == CUE_NARRATE)
		return i;
	/* "phân công thành viên": only a body that is known, or a person by name, can be told
	 * so; others at the head of an item. */
	if (scan_is(s, i, W_PHAN) && !told_registered(lead) && lead->p[0].name.n == 0 &&
	    !(item_opens(s, i) && order_begins(s, after, end) &&
	      (scan_is(s, j, W_CAC) || cue_at(s, j, NULL) == CUE_HEAD ||
	       cue_at(s, j, NULL) == CUE_POST || lead->n > 1)))
		return i;
	return after;
}

/* "UBND các xã: A, B: mỗi đơn vị rà soát", "Sở A, Sở B, mỗi đơn vị cử 01 công chức": of each of them,
 * nobody new. The token of the order behind; j when none of it stands there. */
static uint32_t past_each(const scan *s, uint32_t j, uint32_t end, actors *lead)
{
	static const slice each[] = {S("mỗi đơn vị"),     S("mỗi cơ quan"), S("mỗi xã"),
	                             S("mỗi địa phương"), S("mỗi sở"),      S("từng đơn vị")};
	SAYINGS(each);
	uint32_t n = says_any(s, j, &said_each, NULL);
	slice last = lead->p[lead->n - 1].text;

	if (lead->n > 1 && (slice_starts(last, S("mỗi ")) || slice_starts(last, S("từng "))))
		lead->n--;
	return n != 0 && order_begins(s, j + n, end) ? j + n : j;
}

/* "Văn phòng theo dõi, đôn đốc việc thực hiện Thông báo này": does what whoever wrote a conclusion down is
 * told begin at i? */
static bool follows_up(const scan *s, uint32_t i)
{
	static const slice looks[] = {S("theo dõi"), S("đôn đốc"),        S("tổng hợp"),
	                              S("kiểm tra"), S("có trách nhiệm"), S("chủ trì")};
	SAYINGS(looks);

	return says_any(s, i, &said_looks, NULL) != 0;
}

/* Who signs tells others; of itself it only reports, but for an item of a conclusion, in which the chair
 * tells whoever writes it down. Does the sentence at i, whose order begins at `order`, speak of that? */
static bool of_writer(const scan *s, uint32_t i, uint32_t order, const actor *a)
{
	const actor *self = &s->r->issuer;

	if (!item_opens(s, i) && a->agency.n == 0 && self->agency.n == 0 &&
	    slice_eq(a->text, self->text))
		return true;
	return told_by_itself(s, a) &&
	       !(s->r->purpose == PURPOSE_CONCLUSION && (item_opens(s, i) || follows_up(s, order)));
}

/* "Công ty A xúc cát khỏi lòng sông": may a word that no list knows order at j? It says what is done to something;
 * "..., quân đội.", "tỉnh khóa VII, kỳ họp thứ 4" do not. */
static bool unknown_orders(const scan *s, uint32_t j, uint32_t end)
{
	enum { LEAST = 3 };
	uint32_t mark;

	if (order_begins(s, j, end) || cue_at(s, j, NULL) == CUE_CONDITION)
		return true;
	end = end < j + LEAST ? end : j + LEAST;
	mark = scan_next_mark(s, j, end);
	return mark >= j + LEAST || (mark > j && mark < end && scan_tok(s, mark)->kind == TOK_NUM);
}

/* "X chủ trì", "X rà soát" at i. Returns the token after the actors, i when no
 * order begins here. */
uint32_t told_actor(const scan *s, uint32_t i, uint32_t end, actors *lead)
{
	uint32_t after = actors_at(s, i, end, false, lead), j, k2;

	if (after > i && (of_writer(s, i, after, &lead->p[0]) || told_short(s, i, after, end) ||
	                  told_only_comes(s, i, after)))
		return i;
	k2 = !told_begins(s, after, end, lead) && told_named_at(s, i)
	             ? told_clause(s, i, after, end, lead)
	             : i;
	if (k2 != i && k2 + 1 < end &&
	    (cue_at(s, k2, NULL) != CUE_ASSIGN || scan_is(s, k2, W_THONG)))
		return of_writer(s, i, k2, &lead->p[0]) || told_only_comes(s, i, k2) ? i : k2;
	if (after == i)
		return i;
	after = told_as_written(s, i, after, end, lead);
	j = told_behind(s, i, after, end, lead);
	if (j != after)
		return j;
	while (j < end && (scan_mark(s, j, ':') || scan_mark(s, j, ',')))
		j = order_skip_mark(s, j + 1);
	j += scan_is(s, j, W_NAY) && order_begins(s, j + 1, end); /* "Sở A, nay trình lại" */
	j = past_each(s, j, end, lead);
	if (told_of(s, i, j, end))
		return i;
	/* "1. Đồng chí Trưởng Ban Xây dựng Đảng - Trưởng Tiểu ban: Phụ trách" */
	if (item_opens(s, i) && cue_at(s, i, NULL) == CUE_RANK &&
	    (k2 = past_colon(s, i, after, end, lead)) != after)
		return k2;
	if (told_tells(s, i, j, end, lead))
		return j;
	/* "Ngành nghề kinh doanh": a generic word alone names nobody unless an order follows. */
	if (order_word(s, j, end) && unknown_orders(s, j, end) && !which_has_task(s, j, end) &&
	    (lead->n > 1 || told_registered(lead) || after - i > 2 || order_begins(s, j, end) ||
	     (scan_is(s, i, W_CAC) && scan_is(s, j, W_CAN) && scan_is(s, j + 1, W_CU))))
		return j;
	if (item_opens(s, i) && (k2 = past_colon(s, i, after, end, lead)) != after)
		return k2;
	return i;
}

/* "Theo Công điện số 169/CĐ-TTg,", "Theo Kế hoạch ban hành kèm Quyết định số 2/QĐ-TTg,": does what
 * a sentence begins with, tokens [i, end), name a numbered paper? */
static bool cites_at(const scan *s, uint32_t i, uint32_t end)
{
	uint32_t k = citations_from(s, scan_tok(s, i + 1)->at);

	if (!scan_is(s, i, W_THEO))
		return false;
	for (; k < s->r->citations.n && s->r->citations.p[k].at.at < scan_tok(s, end)->at; k++)
		if (s->r->citations.p[k].number.n != 0)
			return true;
	return false;
}

/* The next ',', ':' or ';', or the next "phối hợp" where that matters. */
static uint32_t next_turn(const scan *s, uint32_t i, uint32_t end, bool adverbial)
{
	static const uint16_t turns[SCAN_OF] = {',', ':', ';', ';'};
	uint32_t mark = scan_next_four(s, i, end, turns);

	return adverbial ? mark : cue_next(s, i, mark, CUE_COORD);
}

/* "hai xã Đông Khánh và Tây Khánh", "phòng này", "Công ty Điện lực A" at i: is it somebody, though no registry knows
 * whom? */
static bool plainly_named(const scan *s, uint32_t i, uint32_t end)
{
	uint32_t j = name_skip_quantifier(s, i, end), n = 0;
	enum cue c = cue_at(s, j, &n);

	return (j > i && !scan_is(s, i, W_CAC)) ||
	       (c == CUE_HEAD && ((scan_tok(s, j)->flags & TF_CAP) || scan_is(s, j + n, W_NAY_5)));
}

/* "kế hoạch đã được Đảng ủy, Ban Giám hiệu phê duyệt": is the comma at j one of the list of those by whom something was
 * done, not who is told? */
static bool agents_list(const scan *s, uint32_t i, uint32_t j, uint32_t end)
{
	enum { NAME = 12 };
	actors list = {0};

	for (uint32_t k = j; k > i && k + NAME > j; k--)
		if (scan_is(s, k - 1, W_DUOC))
			return actors_at(s, k, end, false, &list) > j;
	return false;
}

/* What stands before the actor ("Trên cơ sở ...,", "Định kỳ hằng tuần, trước 16
 * giờ,", "Tăng cường tính liên kết,"): the order after one of its commas. `known`:
 * only a told_registered body counts, and after no adverbial only what plainly orders it.
 * Returns the start of that, i if none. */
uint32_t told_after_adverbial(const scan *s, uint32_t i, uint32_t end, bool known, bool adverbial,
                              duty *d)
{
	uint32_t tries = 0;
	actors lead = {0};

	for (uint32_t j = i; (j = next_turn(s, j, end, adverbial)) + 1 < end && tries < 6; j++) {
		uint32_t k;

		if (scan_mark(s, j, ';') || (!adverbial && cue_at(s, j, NULL) == CUE_COORD))
			break;
		if (!scan_mark(s, j, ',') && !scan_mark(s, j, ':'))
			continue;
		/* "các địa phương đã cố gắng: xã A bàn giao": told */
		if (scan_mark(s, j, ':') && scan_next(s, i, j, W_DA_3) < j)
			break;
		tries++;
		/* "tham mưu UBND tỉnh, Chủ tịch UBND tỉnh tăng cường": a list goes on. */
		if (!adverbial && registered_before(s, j))
			continue;
		lead.n = 0;
		k = told_actor(s, j + 1, end, &lead);
		if (k == j + 1 || !(order_begins(s, k, end) || scan_is(s, k, W_PHAI_2)))
			continue;
		if (agents_list(s, i, j, end) ||
		    (adverbial ? joins_list(s, i, j, end) : directs_list(s, i, j, end)))
			continue;
		/* "Theo Công điện số 169/CĐ-TTg, các địa phương phải": what another paper says */
		if (scan_is(s, k, W_PHAI_2) && (cites_at(s, i, j) || !order_begins(s, k, end)) &&
		    !told_addressee(s, &lead))
			continue;
		if (!known || (adverbial && plainly_named(s, j + 1, end)) ||
		    (told_registered(&lead) && (adverbial || cue_at(s, k, NULL) != CUE_VERB))) {
			d->lead = lead;
			d->act = k;
			return j + 1;
		}
	}
	return i;
}

/* "nhận được Tờ trình số 45/TTr-SXD của Sở Xây dựng đề nghị phê duyệt": does the paper of a body
 * that ends before j ask? */
static bool of_other(const scan *s, uint32_t j)
{
	uint32_t k = ordered_find(ORDERED(&s->body, tok), j);
	const hit *h = k > 0 ? &s->body.p[k - 1] : NULL;

	return h != NULL && h->tok > 0 && h->tok + h->ntok == j &&
	       (scan_is(s, h->tok - 1, W_CUA) || scan_is(s, h->tok - 1, W_GUI));
}

/* "đề nghị nghiên cứu, tham gia ý kiến": nobody named, so the letter's addressees. */
uint32_t told_request(const scan *s, uint32_t i, uint32_t end, duty *d)
{
	if (s->r->addressees.n == 0)
		return end;
	for (uint32_t j = i; (j = cue_next(s, j, end, CUE_ASSIGN)) < end; j++) {
		uint32_t n;

		/* "đề nghị liên hệ với Phòng A": how to reach whoever writes. */
		if (cue_at(s, j, &n) != CUE_ASSIGN || !scan_is(s, j + 1, W_NGHI) ||
		    (scan_is(s, j + n, W_LIEN) && scan_is(s, j + n + 1, W_HE_4)) ||
		    order_told_before(s, j, i) || issued_before(s, j, i) ||
		    received_before(s, j, i) || !order_begins(s, j + n, end))
			continue;
		/* "(đề nghị trả lời trước ngày ...)": what another letter asks. */
		if (j > i && (scan_mark(s, j - 1, '(') || of_other(s, j) ||
		              (scan_tok(s, j - 1)->kind == TOK_WORD && !registered_before(s, j))))
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
uint32_t told_find(const scan *s, uint32_t i, uint32_t end, bool in_duty, duty *d)
{
	actors lead = {0};

	for (uint32_t j = i; (j = cue_next(s, j, end, CUE_ASSIGN)) < end; j++) {
		uint32_t k;
		bool boundary;

		boundary = j == i || scan_mark(s, j - 1, ';') || scan_mark(s, j - 1, ':') ||
		           scan_mark(s, j - 1, '(');
		/* Inside a duty "yêu cầu các tổ chức" is part of the action; "giao" is not. */
		if (in_duty && !boundary && !scan_is(s, j, W_GIAO))
			continue;
		if (in_duty && !boundary && !scan_mark(s, j - 1, ','))
			continue;
		lead.n = 0;
		k = told_assign(s, j, i, end, &lead);
		if (k != j) {
			d->lead = lead;
			d->act = k;
			return j;
		}
	}
	return end;
}
