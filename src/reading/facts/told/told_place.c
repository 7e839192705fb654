/*
 * told_place.c - who is told at an unusual place: before a colon, inside a condition, behind
 * a topic or a semicolon, in an item of a plan.
 *
 * As in told.c each function looks at one place, gives the token of the order, or the place
 * itself (false) when nobody is told there, and looks a bounded way ahead.
 */
#include "reading/facts/text/phrase.h"

#include "reading/facts/text/within.h"
#include "reading/facts/told/told.h"

/* "Các đơn vị sử dụng ngân sách: thực hiện": in a numbered item whoever stands before the
 * colon is told, to the last word. Token `after` follows the actors read; the token of the
 * order is returned, `after` when there is none. */
uint32_t past_colon(const scan *s, uint32_t i, uint32_t after, uint32_t end, actors *lead)
{
	enum { CLAUSE_WORDS = 14 };
	actor *last = &lead->p[lead->n - 1];
	uint32_t j = after;
	enum cue first = cue_at(s, name_skip_quantifier(s, i, end), NULL);

	if (!told_registered(lead) && first != CUE_HEAD && first != CUE_GENERIC &&
	    first != CUE_POST && first != CUE_RANK)
		return after;
	while (j + 1 < end && j < after + CLAUSE_WORDS && !scan_mark(s, j, ':')) {
		slice note;
		uint32_t past = name_bracket(s, j, end, &note);

		if (past != j && scan_mark(s, past, ':')) {
			j = past; /* "... giảm điểm (đất đai, thời gian): làm" */
			break;
		}
		if (scan_tok(s, j)->kind == TOK_PUNCT && !scan_mark(s, j, ',') &&
		    !scan_mark(s, j, '-'))
			return after;
		j++;
	}
	if (!scan_mark(s, j, ':') || j + 2 >= end ||
	    scan_tok(s, order_skip_mark(s, j + 1))->kind != TOK_WORD ||
	    (j > after && ((last->agency.n != 0 && first != CUE_RANK) || order_plain(s, after) ||
	                   !order_begins(s, order_skip_mark(s, j + 1), end))))
		return after;
	if (j > after)
		name_reaches(s, lead, j);
	return order_skip_mark(s, j + 1);
}

/* Past the head word alone by which `full` is named again ("Công ty"); i when it is not. */
static uint32_t short_name(const scan *s, uint32_t i, uint32_t end, const actor *full)
{
	actors again = {0};
	uint32_t after = actors_at(s, i, end, false, &again);

	return after > i && again.n == 1 && again.p[0].text.n < full->text.n &&
	                       slice_starts(full->text, again.p[0].text)
	               ? after
	               : i;
}

/* "Đối với UBND phường A: vận động các hộ": who is told stands inside a condition. The
 * token of the order, i when it is none. */
uint32_t told_regard(const scan *s, uint32_t i, uint32_t end, actors *lead)
{
	static const slice regards[] = {
		S("đối với"), S("về phía"),       S("nhiệm vụ của"), S("trách nhiệm của"),
		S("về phần"), S("phần việc của"), S("với"),          S("riêng đối với")};
	SAYINGS(regards);
	uint32_t opens = says_any(s, i, &said_regards, NULL), after, n;

	if (opens == 0)
		return i;
	after = actors_at(s, i + opens, end, false, lead);
	/* "Đối với cấp xã: hoàn thành" */
	if (after == i + opens && cue_at(s, after, &n) == CUE_RELATED &&
	    scan_mark(s, after + n, ':')) {
		actor level = {.at = tokens_span(&s->tk, after, after + n)};

		level.text = slice_at(s->tk.text, level.at);
		*VEC_PUSH(s->a, lead) = level;
		after += n;
	}
	if (after > i + opens && !scan_mark(s, after, ':')) {
		uint32_t told = past_colon(s, i + opens, after, end, lead);

		if (told != after)
			return told;
	}
	/* "đối với UBND các huyện tiếp tục kiện toàn" */
	if (after > i + opens && told_registered(lead) && order_plain(s, after))
		return after;
	/* "đối với Sở Y tế, yêu cầu hoàn thành", "đối với Công ty Điện lực A: đề nghị Công ty cấp" */
	if (after > i + opens && (scan_mark(s, after, ',') || scan_mark(s, after, ':')) &&
	    cue_at(s, after + 1, &n) == CUE_ASSIGN) {
		uint32_t told = short_name(s, after + 1 + n, end, &lead->p[lead->n - 1]);

		if (order_begins(s, told, end) &&
		    (told > after + 1 + n || scan_mark(s, after, ':') || told_registered(lead) ||
		     lead->p[0].post.n != 0))
			return told;
	}
	if (after > i + opens && order_begins(s, after + 1, end) &&
	    (scan_mark(s, after, ':') ||
	     (scan_mark(s, after, ',') && lead->p[lead->n - 1].agency.n != 0)))
		return after + 1;
	lead->n = 0;
	return i;
}

/* "a) Dự án cầu A: Ban Quản lý dự án đẩy nhanh": a topic, then who is told. */
bool told_topic(const scan *s, uint32_t i, uint32_t end, duty *d)
{
	enum { TOPIC_WORDS = 24 };
	/* "Về thi công: nhà đầu tư tăng cường": of no cause or result */
	static const slice matters[] = {S("về"), S("đối với"), S("chế độ"), S("công tác")};
	/* Behind these stands what was done. */
	static const slice results[] = {S("kết quả"), S("tồn tại"),  S("hạn chế"),    S("khó khăn"),
	                                S("ưu điểm"), S("đánh giá"), S("nguyên nhân")};
	SAYINGS(matters);
	SAYINGS(results);
	uint32_t j = scan_next(s, i, end < i + TOPIC_WORDS ? end : i + TOPIC_WORDS, ':'), k;

	d->lead.n = 0;
	if (j + 2 >= end || !scan_mark(s, j, ':') || says_any(s, i, &said_results, NULL) != 0)
		return false;
	j = order_skip_mark(s, j + 1) - 1;
	k = told_actor(s, j + 1, end, &d->lead);
	if (k == j + 1 || !order_begins(s, k, end) ||
	    (!told_registered(&d->lead) && cue_at(s, j + 1, NULL) != CUE_HEAD &&
	     d->lead.p[0].name.n == 0 && d->lead.n < 2 &&
	     name_skip_quantifier(s, j + 1, end) == j + 1 && cue_at(s, j + 1, NULL) != CUE_POST &&
	     !(says_any(s, i, &said_matters, NULL) != 0 &&
	       cue_at(s, name_skip_quantifier(s, j + 1, end), NULL) == CUE_GENERIC))) {
		d->lead.n = 0;
		return false;
	}
	d->act = k;
	return true;
}

/* A body or a post by its head word: "Phòng", "Trưởng khoa"? */
static bool plain_head(const scan *s, uint32_t i)
{
	enum cue c = cue_at(s, i, NULL);

	return c == CUE_HEAD || c == CUE_POST || name_of_room(s, i);
}

/* "Về kiến nghị của X: chấp thuận về chủ trương; Sở Y đề xuất": the last part orders. */
bool told_last_part(const scan *s, uint32_t i, uint32_t end, duty *d)
{
	uint32_t tries = 0;

	for (uint32_t j = i; (j = scan_next(s, j, end, ';')) + 2 < end && tries < 4; j++) {
		uint32_t k;

		tries++;
		d->lead.n = 0;
		k = told_actor(s, j + 1, end, &d->lead);
		if (k == j + 1 || !order_begins(s, k, end) ||
		    (!told_registered(&d->lead) &&
		     !((scan_tok(s, j + 1)->flags & TF_CAP) && plain_head(s, j + 1))))
			continue;
		d->act = k;
		return true;
	}
	d->lead.n = 0;
	return false;
}

/* Does the order in [i, j) prepare what others decide ("trình UBND tỉnh phê duyệt, giao Sở A"), or
 * only say when or what for? Then what follows may be part of it. */
static bool goes_through(const scan *s, uint32_t i, uint32_t j)
{
	enum { FAR = 60 };

	i = j > i + FAR ? j - FAR : i;
	if (scan_next(s, i, j, W_KHI) < j || scan_next(s, i, j, W_NEEU_1) < j ||
	    scan_next(s, i, j, W_DE) < j || says_any_in(s, i, j, SAID("tham mưu")) < j)
		return true;
	for (; (i = cue_next(s, i, j, CUE_REPORT)) < j; i++)
		if (scan_is(s, i, W_TRINH_5))
			return true;
	return false;
}

bool directs_list(const scan *s, uint32_t i, uint32_t j, uint32_t end)
{
	enum { NAME = 14 };
	actors list = {0};
	uint32_t n;

	for (uint32_t k = j; k > i && k + NAME > j; k--) {
		enum cue c = cue_at(s, k - 1, &n);

		if (c == CUE_VERB || c == CUE_ASSIGN || c == CUE_COORD)
			return actors_at(s, k - 1 + n, end, false, &list) > j;
	}
	/* "Chỉ đạo Sở A, Sở B, ..., các phường X rà soát": however long the list */
	return cue_at(s, i, &n) == CUE_VERB && actors_at(s, i + n, end, false, &list) > j;
}

bool joins_list(const scan *s, uint32_t i, uint32_t j, uint32_t end)
{
	enum { NAME = 14 };
	actors list = {0};
	uint32_t n;

	for (uint32_t k = j; k > i && k + NAME > j; k--)
		if (cue_at(s, k - 1, &n) == CUE_COORD)
			return actors_at(s, k - 1 + n, end, false, &list) > j;
	return false;
}

bool told_behind_comma(const scan *s, const duty *d, uint32_t j, uint32_t end, actors *room)
{
	uint32_t i = j + 1, after, n = 0;
	bool each, assigns;
	enum cue c;

	if (!scan_mark(s, j, ','))
		return false;
	i += scan_is(s, i, W_VA) + says(s, i, S("đồng thời"));
	i += scan_is(s, i, W_CON_5);
	c = cue_at(s, i, &n);
	assigns = scan_is(s, i, W_GIAO) && c == CUE_ASSIGN;
	each = scan_is(s, i, W_CAC) && limit_before(s, j);
	if ((!assigns && !each && c != CUE_HEAD && c != CUE_POST &&
	     !(scan_tok(s, i)->flags & TF_BODY)) || /* nearly every comma */
	    (goes_through(s, d->act, j) && !limit_before(s, j)))
		return false;
	room->n = 0;
	if (assigns)
		return actors_at(s, i + n, end, false, room) > i + n &&
		       (told_registered(room) || cue_at(s, i + n, NULL) == CUE_HEAD ||
		        cue_at(s, i + n, NULL) == CUE_POST);
	/* "..., Sở Công Thương rà soát", but for the second of a list of bodies */
	if ((!each && !(scan_tok(s, i)->flags & TF_CAP)) ||
	    (!limit_before(s, j) &&
	     (registered_before(s, j) || (scan_tok(s, j - 1)->flags & TF_CAP))))
		return false;
	after = actors_at(s, i, end, false, room);
	c = cue_at(s, after, NULL);
	return after > i && room->n == 1 && !directs_list(s, d->act, j, end) &&
	       scan_tok(s, after)->kind == TOK_WORD &&
	       (c == CUE_VERB || c == CUE_LEAD || c == CUE_DUTY || c == CUE_PROHIBIT);
}

/* "5. UBND các xã bố trí phòng họp": an item of a letter that calls a meeting tells one to whom
 * it is written what to make ready; "cử 02 đại biểu" only says who comes. */
bool told_prepares(const scan *s, uint32_t i, uint32_t k, uint32_t end, const actors *lead)
{
	static const slice coming[] = {S("cử"),        S("mời"),      S("dự"),
	                               S("tham dự"),   S("tham gia"), S("triệu tập"),
	                               S("phân công"), S("lãnh đạo")};
	/* A room of the writer's is told so only by words that name no guest's post. */
	static const slice making[] = {S("chuẩn bị"), S("bố trí"), S("phục vụ"),
	                               S("đăng ký"),  S("in"),     S("soạn")};
	SAYINGS(coming);
	SAYINGS(making);
	bool comes = says_any(s, k, &said_coming, NULL) != 0 && says(s, k, S("dự báo")) == 0;
	enum cue who = cue_at(s, name_skip_quantifier(s, i, end), NULL);
	bool heads = who == CUE_HEAD;

	if (s->r->purpose != PURPOSE_INVITATION || s->r->blocks.p[block_of_tok(s, i)].tok != i)
		return false;
	if (cue_at(s, k, NULL) == CUE_DUTY) /* "Trưởng các đơn vị có trách nhiệm" */
		return heads || who == CUE_POST;
	return (cue_at(s, k, NULL) == CUE_VERB || doing_at(s, k)) && order_begins(s, k, end) &&
	       (told_addressee(s, lead) ? !comes
	                                : heads && (says_any(s, k, &said_making, NULL) != 0 ||
	                                            (scan_mark(s, k - 1, ':') && !comes)));
}

/* "Chuyển Sở X chủ trì, nghiên cứu": handed on to a known body, which is so told. */
bool told_passed_on(const scan *s, uint32_t i, uint32_t end, duty *d)
{
	enum { WHAT_WORDS = 12 };
	uint32_t after;
	hit h;

	/* "Văn phòng UBND tỉnh chuyển đơn nêu trên đến Sở X": whoever writes does */
	if (body_at(s, i, &h) && h.cls == BODY_AGENCY &&
	    (s->r->kind.value == KIND_PHIEU_CHUYEN ||
	     slice_eq(s->r->issuer.agency,
	              s->rd->reg->bodies.p[s->rd->reg->bodies.p[h.value].owner].code)))
		i = h.tok + h.ntok;
	/* "Căn cứ Luật ..., Ban Tiếp công dân tỉnh chuyển đơn ... đến X": wherever it stands */
	if (s->r->kind.value == KIND_PHIEU_CHUYEN && scan_next(s, i, end, W_CHUYEN_2) < end)
		i = scan_next(s, i, end, W_CHUYEN_2);
	if (!scan_is(s, i, W_CHUYEN_2) || scan_tok(s, i)->cue_len > 1)
		return false;
	for (uint32_t j = i; j < end && j < i + WHAT_WORDS; j++) {
		/* "Chuyển văn bản nêu trên đến Sở X để chủ trì" */
		if (j > i && !scan_is(s, j, W_DEN) && !scan_is(s, j, W_CHO) &&
		    !scan_is(s, j, W_TOWI_1))
			continue;
		d->lead.n = 0;
		after = actors_at(s, j + 1, end, false, &d->lead);
		after += scan_is(s, after, W_DE);
		if (after > j + 1 &&
		    (told_registered(&d->lead) || s->r->kind.value == KIND_PHIEU_CHUYEN) &&
		    order_begins(s, after, end)) {
			d->act = after;
			d->rule = "pass-on";
			return true;
		}
	}
	d->lead.n = 0;
	return false;
}

bool told_by_place(const scan *s, uint32_t i, uint32_t end, actors *lead)
{
	enum { WORDS = 24 };

	if (end > i + WORDS || lead->p[lead->n - 1].group.n == 0 ||
	    scan_tok(s, i)->kind != TOK_WORD || scan_is(s, i, W_CUA) || scan_is(s, i, W_VE))
		return false;
	for (uint32_t j = i; j < end; j++)
		if (cue_orders(cue_at(s, j, NULL)) || scan_mark(s, j, ';') || scan_mark(s, j, '.'))
			return false;
	if (says(s, i, S("năm")) == 0) /* "UBND các xã năm 2026" are those all */
		name_reaches(s, lead, end);
	return true;
}
