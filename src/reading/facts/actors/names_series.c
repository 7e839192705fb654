/*
 * names_series.c - names of bodies that go on behind a comma with what else they look after:
 * "Đội Quản lý trật tự, cảnh quan đô thị".
 *
 * Only with the order, the colon or the bracket that ends it in sight; else the comma ends the name.
 */
#include "reading/facts/actors/names.h"

#include "reading/facts/text/phrase.h"
#include "reading/facts/text/within.h"

/* One more of what a body looks after, in plain words at i: "tố cáo". *ret_n: its tokens. */
static bool further_field(const scan *s, uint32_t i, uint32_t *ret_n)
{
	enum cue c = cue_at(s, i, ret_n);

	*ret_n = c == CUE_NONE ? 1 : *ret_n;
	return scan_tok(s, i)->kind == TOK_WORD && !(scan_tok(s, i)->flags & TF_CAP) &&
	       (c == CUE_NONE || c == CUE_VERB || c == CUE_NOUN) && !scan_is(s, i, W_CAC);
}

/* Does a date begin at token i? By when is nobody's field. */
static bool is_date(const scan *s, uint32_t i)
{
	uint32_t at = scan_tok(s, i)->at, k = dates_from(s, at);

	return k < s->r->dates.n && s->r->dates.p[k].at.at == at;
}

/* "Phòng Quản lý hộ kinh doanh, cá nhân và thu khác": does "và" and a plain word stand at i, which
 * shows that those before it are what a body looks after, nobody else? */
static bool and_thing(const scan *s, uint32_t i)
{
	enum cue c = cue_at(s, i + 1, NULL);
	hit h;

	return scan_is(s, i, W_VA) && scan_tok(s, i + 1)->kind == TOK_WORD &&
	       !(scan_tok(s, i + 1)->flags & TF_CAP) && (c == CUE_NONE || c == CUE_VERB) &&
	       !scan_is(s, i + 1, W_CAC) && !body_at(s, i + 1, &h) &&
	       says(s, i + 1, S("tổ chức")) == 0;
}

uint32_t name_series(const scan *s, uint32_t i, uint32_t j, uint32_t end)
{
	enum { WORDS = 14 };
	uint32_t n = 0, k = j + 1, second;
	bool joined = false, more = false; /* more commas: then what orders must be plain */
	hit h;
	enum cue c = cue_at(s, k, &n);
	/* "Phòng Công chức, viên chức": those it looks after */
	bool staff = c == CUE_GENERIC && says(s, k, S("viên chức")) != 0;
	bool people = c == CUE_GENERIC && !staff;

	if (!scan_mark(s, j, ',') || scan_is(s, k, W_CAC) || is_date(s, k) ||
	    !name_head_open(s, i, name_head(s, i)) || scan_tok(s, k)->flags & TF_CAP ||
	    (body_at(s, k, &h) && h.cls != BODY_ELIDED) ||
	    (c != CUE_NONE && c != CUE_VERB && c != CUE_NOUN && c != CUE_DELIVERABLE && !staff &&
	     !(people && and_thing(s, k + n))))
		return j;
	k += c == CUE_VERB || people ? n : 1;
	second = c == CUE_VERB ? k : end;
	for (; k < end && k < j + WORDS; k++) {
		/* "Phòng Công chức, viên chức (Sở Nội vụ)" */
		if (scan_mark(s, k, '(') && body_at(s, k + 1, &h) && h.cls == BODY_AGENCY)
			return k;
		/* "Phòng Học sinh, sinh viên:" */
		if (scan_mark(s, k, ':') && k > j + 1)
			return k;
		/* "Phòng Thanh tra, giải quyết khiếu nại, tố cáo 2 đôn đốc" */
		if (scan_tok(s, k)->kind == TOK_NUM && cue_orders(cue_at(s, k + 1, NULL)))
			return k + 1;
		if (scan_mark(s, k, ',') && k > j + 1 && further_field(s, k + 1, &n)) {
			k += n;
			more = true;
			continue;
		}
		if (scan_tok(s, k)->kind != TOK_WORD)
			return joined ? k : j;
		if (scan_is(s, k, W_VA)) {
			joined = true;
			k++;
			continue;
		}
		c = cue_at(s, k, &n);
		/* "giải quyết tố cáo": one word on another */
		if (c == CUE_VERB && k == second) {
			k += n - 1;
			continue;
		}
		if (c == CUE_LEAD || c == CUE_DUTY || c == CUE_VERB || c == CUE_ADVERB ||
		    c == CUE_VAGUE || doing_at(s, k))
			return k > j + 2 && (!more || c == CUE_LEAD || c == CUE_DUTY) ? k : j;
		if (c != CUE_NONE && c != CUE_NOUN && c != CUE_DELIVERABLE && c != CUE_HEAD &&
		    !(joined && says(s, k, S("khác")) == 1))
			return j;
	}
	return joined && k >= end ? end : j;
}

uint32_t name_abbreviated(const scan *s, uint32_t i, uint32_t end)
{
	enum { WORDS = 4, LETTERS = 3 };
	uint32_t k = i, letters = 0, past;

	while (k < end && k < i + WORDS && scan_tok(s, k)->kind == TOK_WORD &&
	       (scan_tok(s, k)->flags & TF_UPPER) && !(scan_tok(s, k)->flags & TF_ROMAN)) {
		letters += scan_tok(s, k)->len;
		k++;
		k += k + 1 < end && scan_mark(s, k, '&') &&
		     (scan_tok(s, k + 1)->flags & TF_UPPER) != 0;
	}
	if (letters < LETTERS)
		return i;
	past = name_of_unit(s, k, end);
	k = past > k ? past : k;
	return scan_mark(s, k, ',') || scan_mark(s, k, ';') || scan_mark(s, k, ':') ||
	                       scan_is(s, k, W_VA) || cue_orders(cue_at(s, k, NULL))
	               ? k
	               : i;
}
