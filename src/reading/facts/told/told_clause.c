/*
 * told_clause.c - who is told, as the subject of a clause: all that stands from its first word up to the
 * place where the order begins.
 *
 * The subject is a list; an item of it is an actor, or plain words, and whatever tells it apart. The walk
 * goes from item to item until a word that begins an order; where none comes in a bounded number of words,
 * nobody is told. It never takes words for a name behind which no order stands.
 */
#include "reading/facts/told/told_clause.h"

#include "reading/facts/text/phrase.h"
#include "reading/facts/text/within.h"

enum { FAR = 72 };

/* How it stands with those who are told, before their order. */
static const slice owing[] = {S("đến nay chưa"), S("đến nay vẫn chưa"), S("hiện chưa"),
                              S("hiện vẫn chưa"), S("còn chưa")};
SAYINGS(owing);

/* In what they are to do it. */
static const slice within[] = {S("trong phạm vi"), S("trong công tác"), S("trong hoạt động"),
                               S("trong việc")};
SAYINGS(within);

/* What stands between a noun and the place or field by which it is told apart: a verb behind it is no order. */
static const slice places[] = {S("trong"), S("trên"), S("tại"), S("ở"),   S("thuộc"),
                               S("nằm"),   S("đóng"), S("của"), S("nơi"), S("làm công tác")};
SAYINGS(places);

/* Does an order begin at j, or one word before it? */
static bool order_at(const scan *s, uint32_t j, uint32_t end)
{
	if (order_begins(s, j, end) && !noun_behind(s, j))
		return true;
	return which_preverb(s, j) != 0 && cue_at(s, j, NULL) == CUE_NONE &&
	       (cue_orders(cue_at(s, j + 1, NULL)) || doing_at(s, j + 1));
}

/* People by what they are: of many, or among others, whoever is told. */
static const slice people[] = {S("nhân dân"),
                               S("bà con"),
                               S("phụ huynh"),
                               S("học sinh"),
                               S("sinh viên"),
                               S("học viên"),
                               S("thí sinh"),
                               S("giáo viên"),
                               S("giảng viên"),
                               S("nhân viên"),
                               S("đoàn viên"),
                               S("đội viên"),
                               S("hội viên"),
                               S("vận động viên"),
                               S("huấn luyện viên"),
                               S("bậc phụ huynh"),
                               S("người"),
                               S("bạn"),
                               S("em"),
                               S("quần chúng"),
                               S("lực lượng"),
                               S("đại biểu"),
                               S("cha mẹ học sinh"),
                               S("công chức"),
                               S("viên chức"),
                               S("cán bộ"),
                               S("bác sĩ")};
enum {
	OFFICIALS = ARRAY_LEN(people) - 4
}; /* from here on they are told apart by what they are there for */
SAYINGS(people);

/* "- Giáo viên chuẩn bị thẻ", "- Nhân viên trực cổng số 2 ghi sổ": are people at the head of the item at i, who end
 * before k, told at once, or by what they are there for? What they are or get ("Sinh viên là ...", "được ...") tells
 * nobody. */
static bool people_told(const scan *s, uint32_t i, uint32_t k, uint32_t end)
{
	size_t which = 0;

	if (!item_opens(s, i))
		return false;
	if (scan_is(s, i, W_NGUOI) || which_serves(s, k) != 0)
		return true;
	(void)says_any(s, i, &said_people, &which);
	/* "Cha mẹ học sinh và các tổ chức có liên quan phối hợp" */
	if (scan_is(s, k, W_VA) && subject_head(s, k + 1, end) != k + 1)
		return true;
	k += which_preverb(s, k);
	return which < OFFICIALS && order_begins(s, k, end) && cue_at(s, k, NULL) != CUE_DUTY;
}

uint32_t subject_people(const scan *s, uint32_t i)
{
	return says_any(s, i, &said_people, NULL);
}

/* "Các CLB", "các NHTM", "LĐLĐ các huyện" at k, of which several are told: a short name in capitals. */
static bool short_name_at(const scan *s, uint32_t k)
{
	return (scan_tok(s, k)->flags & TF_UPPER) && scan_tok(s, k)->len >= 3 &&
	       !(scan_tok(s, k)->flags & TF_ROMAN);
}

/* A head of an actor at j: past how many they are and the word itself; j when none stands there. */
uint32_t subject_head(const scan *s, uint32_t j, uint32_t end)
{
	uint32_t k = name_skip_quantifier(s, j, end), n = 0;
	hit h;

	if (k >= end || scan_tok(s, k)->kind != TOK_WORD)
		return j;
	if (body_at(s, k, &h) && h.cls != BODY_ELIDED)
		return k + h.ntok;
	switch (cue_at(s, k, &n)) {
	case CUE_GENERIC:
	case CUE_HEAD:
	case CUE_POST:
	case CUE_RANK:
		return k + n;
	default:
		n = says_any(s, k, &said_people, NULL);
		return n != 0 && (scan_is(s, j, W_CAC) || !(scan_tok(s, j)->flags & TF_CAP) ||
		                  (k == j && people_told(s, j, k + n, end)))
		               ? k + n
		       : (k > j || scan_is(s, k + 1, W_CAC)) && short_name_at(s, k) ? k + 1
		                                                                    : j;
	}
}

/* May the last of them, read up to j, go on in plain words, of which `plain` were read? One that a registry knows
 * does not; a group of it, or units, in few; a name of its own only for the rest of a word that a capital began
 * ("Mầm non"). */
static bool plain_goes_on(const subject *w, bool tight, uint32_t j, uint32_t plain)
{
	enum { OF_GROUP = 2, OF_MANY = 12 };
	const scan *s = w->s;

	if (subject_last(w)->agency.n != 0 ||
	    (subject_last(w)->name.n != 0 && (scan_tok(s, j - 1)->flags & TF_CAP)))
		return false;
	if (cue_at(s, j, NULL) != CUE_NONE)
		return true;
	if (scan_tok(s, j - 1)->flags & TF_CAP)
		return plain == 0 || subject_last(w)->group.n == 0;
	return plain < (tight ? OF_GROUP : OF_MANY);
}

/* "hằng tuần", "mỗi tháng" at j: how often, which belongs to the order. */
static bool often_at(const scan *s, uint32_t j)
{
	return scan_is(s, j, W_HANG) || scan_is(s, j, W_HANG_5);
}

/* "trong quý IV", "tại" at j: does a date begin at the next word? It belongs to the order. */
static bool date_at(const scan *s, uint32_t j)
{
	uint32_t at = scan_tok(s, j)->at, k = dates_from(s, at);

	return k < s->r->dates.n && s->r->dates.p[k].at.at <= scan_tok(s, j + 1)->at;
}

/* What stands between the subject and its order, from the word at j of class c on: "khi tiến hành thanh tra, kiểm
 * tra", "trong phạm vi nhiệm vụ", "đến nay chưa nộp, ". 1: w->order; 0: nothing of it stands there; -1: no order
 * follows. */
static int item_aside(subject *w, uint32_t j, enum cue c)
{
	const scan *s = w->s;
	uint32_t n = 0, to;

	if (c == CUE_CONDITION) {
		if (order_word(s, j, w->end))
			return w->order = j, 1;
		(void)cue_at(s, j, &n);
		return !scan_is(s, j, W_DE) && !scan_is(s, j, W_NHAM) &&
		                       which_clause(w, j, n, BY_STRONG | BY_COMMA, &to)
		               ? 1
		               : -1;
	}
	n = says_any(s, j, &said_owing, NULL);
	if (n != 0)
		return which_clause(w, j, n, BY_COMMA, &to) ? 1 : -1;
	n = says_any(s, j, &said_within, NULL);
	return n != 0 && which_clause(w, j, n, BY_STRONG | BY_COMMA, &to);
}

/* The tokens of the bracket at j among the words of an item. */
static uint32_t item_bracket(subject *w, uint32_t j)
{
	slice note;
	uint32_t past = name_bracket(w->s, j, w->end, &note);

	if (name_things_in(w->s, j + 1))
		w->things = past;
	return past - j;
}

/* "các chủ công trình ngầm (điện, nước, cáp)": the last of them ends behind its bracket, before token `to`. */
static void subject_with_bracket(const subject *w, uint32_t to)
{
	actor *last = &w->who->p[w->who->n - 1];

	last->at.len = token_end(scan_tok(w->s, to - 1)) - last->at.at;
	last->text = slice_at(w->s->tk.text, last->at);
	last->note = (slice){NULL, 0};
}

/* Does the word of class c at j end the walk? 1: with an order ("..., chi đoàn thông báo đến tận đoàn viên"); -1: with
 * none. */
static int item_ends(subject *w, uint32_t j, enum cue c)
{
	if (c == CUE_ASSIGN && scan_is(w->s, j, W_THONG) && w->who->n > 1)
		return w->order = j, 1;
	return c == CUE_ASSIGN || c == CUE_OPENING || c == CUE_CLOSING || often_at(w->s, j) ? -1
	                                                                                    : 0;
}

/* The words of the last of them from j on, up to a separator or the order; *ret_to is their end. False where they
 * can be nobody's name. */
static bool item_words(subject *w, uint32_t j, uint32_t *ret_to)
{
	const scan *s = w->s;
	bool tight = subject_last(w)->group.n != 0 || name_of_units(s, j - 1) ||
	             says(s, j - 2, S("thị xã")) != 0;
	uint32_t n, plain = 0, verb;
	bool placed = false;
	slice note;

	for (; j < w->end && j < w->far; j += n) {
		const token *t = scan_tok(s, j);
		enum cue c = cue_at(s, j, &n);
		int apart, aside;

		*ret_to = j;
		n = n == 0 ? 1 : n;
		if (t->kind == TOK_PUNCT) {
			if (name_bracket(s, j, w->end, &note) != j)
				n = item_bracket(w, j);
			else if (t->word != '-' && t->word != '&')
				return t->word == ',' || t->word == ';' || t->word == ':' ||
				       t->word == '/';
			continue;
		}
		if (t->kind == TOK_NUM || (t->flags & TF_CAP)) {
			if (plain > 0 && tight)
				return false;
			continue;
		}
		if (scan_is(s, j, W_VA))
			return true;
		aside = item_aside(w, j, c);
		if (aside != 0)
			return aside > 0;
		apart = which_apart(w, j, ret_to);
		if (apart == 0 && order_at(s, j, w->end)) {
			/* "đơn vị giám sát phải ký biên bản" */
			if (which_of_trade(s, j, w->end))
				continue;
			w->order = c == CUE_VERB || doing_at(s, j) ? name_to_must(s, j, w->end) : j;
			return *ret_to = w->order, true;
		}
		(void)cue_at(s, j, &n);
		n = n == 0 ? 1 : n;
		if ((aside = item_ends(w, j, c)) != 0)
			return aside > 0;
		if (apart != 0 || c == CUE_NARRATE || scan_is(s, j, W_HIEN))
			return apart > 0;
		if (says_any(s, j, &said_places, NULL) != 0) {
			if (date_at(s, j))
				return w->order = j, true;
			n = says_any(s, j, &said_places, NULL);
			n += cue_at(s, j + n, &verb) == CUE_VERB ? verb : 0;
			placed = true;
			continue;
		}
		if (!placed && !plain_goes_on(w, tight, j, plain))
			return false;
		plain += c == CUE_NONE;
	}
	*ret_to = j;
	return true;
}

/* Things that are listed behind an order, or go before it: never who is told. */
static bool no_actor(const scan *s, uint32_t j)
{
	static const slice things[] = {S("việc"),     S("công tác"), S("nội dung"),  S("thời gian"),
	                               S("thời hạn"), S("kết quả"),  S("tình hình"), S("nhiệm vụ"),
	                               S("nhất là"),  S("trong đó"), S("bao gồm"),   S("gồm")};
	SAYINGS(things);

	return says_any(s, j, &said_things, NULL) != 0;
}

/* "và Xã hội" at j: of the last of them, nobody new? */
static bool more_of_last(const scan *s, uint32_t j)
{
	return scan_is(s, j, W_XA) && scan_is(s, j + 1, W_HOI_4);
}

/* Who is told by the item at j, where no actor stands: a head, or plain words that are more of the last. Returns the
 * token behind what was read of it; 0 when it is no item. */
static uint32_t plain_item(subject *w, uint32_t j)
{
	const scan *s = w->s;
	uint32_t k = more_of_last(s, j) ? j : subject_head(s, j, w->end);

	if (k > j) {
		actor *a = VEC_PUSH(s->a, w->who);

		*a = (actor){.at = tokens_span(&s->tk, j, k)};
		a->text = slice_at(s->tk.text, a->at);
		return k;
	}
	if (w->who->n == 0 || order_at(s, j, w->end) || no_actor(s, j) || date_at(s, j) ||
	    which_opens(s, j))
		return 0;
	w->who->p[w->who->n - 1].agency = (slice){NULL, 0}; /* a longer name than that */
	return j;
}

/* The same where one more, or several, may stand. */
static uint32_t next_item(subject *w, uint32_t j)
{
	uint32_t k = more_of_last(w->s, j) ? j : actors_at(w->s, j, w->end, false, w->who);

	return k > j ? k : plain_item(w, j);
}

/* ", sau hai lần nhắc nhở, lập danh sách" behind the comma at k: does the order stand behind an aside? */
static bool aside_at(subject *w, uint32_t k)
{
	const scan *s = w->s;
	uint32_t n = 1, to;

	return scan_mark(s, k, ',') &&
	       (cue_at(s, k + 1, &n) == CUE_CONDITION || scan_is(s, k + 1, W_TRONG) ||
	        scan_is(s, k + 1, W_TAI) || scan_is(s, k + 1, W_SAU)) &&
	       which_clause(w, k + 1, n, BY_STRONG | BY_COMMA, &to);
}

bool told_begins(const scan *s, uint32_t i, uint32_t end, const actors *lead)
{
	const actor *last = lead->n != 0 ? &lead->p[lead->n - 1] : NULL;

	if (!order_begins(s, i, end))
		return false;
	return last == NULL || last->agency.n != 0 ||
	       (which_trade(s, i) == 0 && !scan_is(s, i, W_THAM) && !which_has_task(s, i, end) &&
	        which_in_charge(s, i, last) == 0 && !which_of_trade(s, i, end) &&
	        ((cue_at(s, i, NULL) != CUE_VERB && !doing_at(s, i)) ||
	         name_to_must(s, i, end) == i));
}

/* The walk from the token behind those who are named at w->from, `after`; w->order stays 0 where none comes. */
static void walk_on(subject *w, uint32_t after)
{
	const scan *s = w->s;
	uint32_t j = after > w->from ? after : plain_item(w, after), k; /* else no actor is there */

	while (j != 0 && j < w->far && w->order == 0) {
		if (!item_words(w, j, &k)) {
			w->order = 0;
			return;
		}
		if (k > j) {
			/* "Cục Thuế | TP Hà Nội": another than the registry's */
			if (scan_tok(s, j)->flags & TF_CAP)
				w->who->p[w->who->n - 1].agency = (slice){NULL, 0};
			name_reaches(s, w->who, k);
			if (w->things == k)
				subject_with_bracket(w, k);
		}
		if (w->order != 0 || aside_at(w, k))
			return;
		if (scan_mark(s, k, ':') && (k + 1 >= w->end || order_begins(s, k + 1, w->end))) {
			w->order = k + (k + 1 < w->end);
			return;
		}
		j = k;
		if (!name_separator(s, &j, w->end) ||
		    (scan_mark(s, k, '/') && subject_head(s, j, w->end) == j))
			return;
		/* "... (sau đây gọi là địa phương) và đề nghị nhân dân cả nước:" */
		if (cue_at(s, j, NULL) == CUE_ASSIGN)
			w->order = j;
		else
			j = next_item(w, j);
	}
}

uint32_t told_clause(const scan *s, uint32_t i, uint32_t after, uint32_t end, actors *lead)
{
	subject w = {.s = s, .from = i, .end = end, .far = after + FAR, .who = lead};
	uint32_t size = lead->n;
	actor last = size != 0 ? lead->p[size - 1] : (actor){0};

	walk_on(&w, after);
	if (w.order != 0)
		return w.order;
	lead->n = size;
	if (size != 0)
		lead->p[size - 1] = last;
	return i;
}
