/*
 * stamps.c - marks among what was read from the stamps of a scan.
 *
 * A stamp is pressed crooked and half over other writing, so its words lose letters
 * and marks: they are compared by their plain letters, and a mark of secrecy by its end.
 * What is no mark (a seal, the stamp of the incoming mail) is dropped. It must never
 * miss a secret for the sake of tidiness.
 */
#include "reading/stamps.h"

#include "base/utf8.h"
#include "reading/lex/word.h"

enum { FLAT_MAX = 40, MAT_MAX = 12, CAPITAL = 1 << 9, A_CIRCUMFLEX = 28, DOT_BELOW = 4 };

/* The letters of a line: plain and small, and what they were. */
typedef struct flat {
	char plain[FLAT_MAX];
	uint16_t was[FLAT_MAX];
	size_t n;
} flat;

static flat flat_of(slice s)
{
	static const char plain_of[] = "?abcdefghijklmnopqrstuvwxyzaadeoou";
	flat f = {.n = 0};
	unsigned len;

	for (size_t i = 0; i < s.n && f.n < FLAT_MAX; i += len) {
		uint16_t c = word_letter_class(utf8_next((const unsigned char *)s.p + i, &len));
		unsigned letter = c & 63;

		if (c & 0x8000 || letter == 0 || letter >= sizeof plain_of - 1)
			continue;
		if (f.n > 0 && f.plain[f.n - 1] == plain_of[letter])
			continue; /* one letter seen twice: "MẶẬT" */
		f.plain[f.n] = plain_of[letter];
		f.was[f.n++] = c;
	}
	return f;
}

static bool starts(const flat *f, slice head)
{
	return slice_starts((slice){f->plain, f->n}, head);
}

/* "MẬT" in capitals as the last of n letters. */
static bool ends_secret(const flat *f, size_t n)
{
	return n > 2 && slice_eq((slice){f->plain + n - 3, 3}, S("mat")) &&
	       f->was[n - 3] & CAPITAL && f->was[n - 1] & CAPITAL;
}

/* "MẬT" at the end of a line that holds little else, or before a letter that is the other end
 * of the frame; "ẬT", whose M the frame has swallowed. */
static bool is_secret(const flat *f)
{
	if (f->n > MAT_MAX)
		return false;
	if (f->n == 2)
		return f->plain[1] == 't' && f->was[1] & CAPITAL &&
		       (f->was[0] & 63) == A_CIRCUMFLEX && (f->was[0] >> 6 & 7) == DOT_BELOW;
	return ends_secret(f, f->n) || (f->n > 3 && ends_secret(f, f->n - 1));
}

/* What a line of a stamp says; false when it is no mark. */
static bool mark_of(const flat *f, secrecy *ret_secrecy, urgency *ret_urgency)
{
	bool capital = f->n > 0 && f->was[0] & CAPITAL && f->was[f->n - 1] & CAPITAL;
	secrecy x = SECRECY_NONE;
	urgency u = URGENCY_NONE;

	if (is_secret(f) || (capital && starts(f, S("tuyet")) && f->n == 5))
		x = starts(f, S("tuy"))  ? SECRECY_TUYET_MAT
		    : starts(f, S("to")) ? SECRECY_TOI_MAT
		                         : SECRECY_MAT;
	else if (capital && starts(f, S("hoatoc")))
		u = URGENCY_HOA_TOC;
	else if (capital && starts(f, S("thuongkhan")))
		u = URGENCY_THUONG_KHAN;
	else if (capital && starts(f, S("khan")) && f->n == 4)
		u = URGENCY_KHAN;
	*ret_secrecy = x > *ret_secrecy ? x : *ret_secrecy;
	*ret_urgency = u > *ret_urgency ? u : *ret_urgency;
	return x != SECRECY_NONE || u != URGENCY_NONE;
}

void stamps_settle(reading *r)
{
	secrecy x = SECRECY_NONE;
	urgency u = URGENCY_NONE;
	uint32_t n = 0;

	for (uint32_t i = 0; i < r->stamps.n; i++) {
		flat f = flat_of(r->stamps.p[i].text);

		if (mark_of(&f, &x, &u))
			r->stamps.p[n++] = r->stamps.p[i];
	}
	r->stamps.n = n;
	r->secrecy = x > r->secrecy ? x : r->secrecy;
	r->urgency = u > r->urgency ? u : r->urgency;
}
