/*
 * names_whom.c - who is named without the name of a body: a person, people of one job, the classes
 * of a group and who is excepted from it.
 *
 * Never takes a sentence for a name: a person or a job opens an item, an exception follows a group,
 * a class one of the same word.
 */
#include "reading/facts/actors/names.h"

#include "reading/facts/text/phrase.h"

/* "I", "2", "A": does what counts or letters classes stand at i? */
static bool short_mark(const scan *s, uint32_t i)
{
	const token *t = scan_tok(s, i);

	return (t->kind == TOK_NUM && t->len <= 2) ||
	       (t->kind == TOK_WORD && (t->flags & TF_CAP) && t->len <= 4 &&
	        (t->flags & TF_UPPER)) ||
	       (t->flags & TF_ROMAN) != 0;
}

/* What is told apart by a number. */
static const slice kinds[] = {S("khu vực"), S("số"),  S("tổ dân phố"), S("tổ"),   S("khu phố"),
                              S("thôn"),    S("ấp"),  S("cụm"),        S("đội"),  S("hạng"),
                              S("vùng"),    S("bản"), S("xóm"),        S("quận"), S("loại")};
SAYINGS(kinds);

bool name_numbered(const scan *s, uint32_t i)
{
	return short_mark(s, i) && scan_tok(s, i)->kind == TOK_NUM &&
	       said_before(s, i, &said_kinds) != 0;
}

/* "khu vực III, IV", "Tổ dân phố 11, 12 và 30": does a further number of the same kind follow the mark at i? */
static bool next_number(const scan *s, uint32_t i, uint32_t end)
{
	enum { MANY = 24 };
	uint32_t first = i;
	enum cue c = i + 2 < end ? cue_at(s, i + 2, NULL) : CUE_NONE;

	/* "Tổ dân phố 5, 3 hộ dân": others are counted */
	if (i + 1 >= end || !short_mark(s, i + 1) || scan_tok(s, i + 2)->kind == TOK_NUM ||
	    c == CUE_GENERIC || c == CUE_HEAD || c == CUE_POST)
		return false;
	while (first >= 2 && first + MANY > i && short_mark(s, first - 1)) {
		if (said_before(s, first - 1, &said_kinds) != 0)
			return true;
		if (!scan_mark(s, first - 2, ',') && !scan_is(s, first - 2, W_VA))
			return false;
		first -= 2;
	}
	return false;
}

uint32_t name_next_class(const scan *s, uint32_t i, uint32_t end)
{
	if (next_number(s, i, end))
		return i + 2;
	for (uint32_t n = 1; n <= 2; n++) { /* words of "hạng", of "khu vực" */
		uint32_t j = i + 1, k = i - 1 - n;

		if (i < n + 2 || j + n >= end || !short_mark(s, i - 1) || !short_mark(s, j + n) ||
		    !slice_eq(scan_words(s, j, j + n), scan_words(s, k, k + n)))
			continue;
		return j + n + 1;
	}
	return i;
}

uint32_t name_exception(const scan *s, uint32_t i, uint32_t end, actor *out)
{
	enum { WORDS = 24 };
	static const slice excepts[] = {S("trừ"), S("ngoại trừ"), S("không bao gồm")};
	SAYINGS(excepts);
	uint32_t from = i + scan_mark(s, i, ','), j;
	hit h;

	if (out->agency.n != 0 || out->note.n != 0)
		return i;
	j = from + says_any(s, from, &said_excepts, NULL);
	if (j == from ||
	    (!body_at(s, j, &h) && cue_at(s, name_skip_quantifier(s, j, end), NULL) != CUE_HEAD &&
	     cue_at(s, name_skip_quantifier(s, j, end), NULL) != CUE_GENERIC))
		return i;
	for (; j < end && j < i + WORDS; j++)
		if ((scan_mark(s, j, ',') && !body_at(s, j + 1, &h)) || scan_mark(s, j, ':') ||
		    cue_orders(cue_at(s, j, NULL))) {
			out->note = scan_words(s, from, j);
			return j + scan_mark(s, j, ',');
		}
	return i;
}

bool name_person(const scan *s, uint32_t i, uint32_t end)
{
	enum { NAMES = 6 };
	uint32_t k;

	if ((scan_tok(s, i)->flags & (TF_ITEM | TF_CAP)) != (TF_ITEM | TF_CAP))
		return false;
	k = name_capitals(s, i, end, NAMES);
	return k >= i + 2 && k + 1 < end && (scan_mark(s, k, '-') || scan_mark(s, k, ',')) &&
	       cue_at(s, k + 1, NULL) == CUE_POST;
}
