/*
 * mend_wanted.c - is a text that of a scan, though nobody says so?
 *
 * Other programs read scans too, and what they wrote comes as plain text: "CONG HOA XÃ HOI CHỦ NGHIA
 * VIỆT NAM". The national title, which every letter has and nobody types wrong, tells by the marks that
 * it lost. Must never be asked of more than the head of the text.
 */
#include "base/fold.h"
#include "base/nfc.h"
#include "reading/lex/nation.h"
#include "reading/mend.h"

enum { HEAD_LINES = 20, LINE_BYTES = 250 };

/* The line with its letters composed: where each mark stands by itself, none is lost. */
static slice composed(slice line, arena *a)
{
	char out[NFC_OUT_MAX];
	slice all = {NULL, 0}, word;

	while (slice_next(&line, ' ', &word)) {
		if (word.n <= NFC_RUN_MAX)
			word = (slice){out, nfc_compose(word, out)};
		all = arena_printf(a, "%.*s%.*s ", (int)all.n, all.p, (int)word.n, word.p);
	}
	return all;
}

/* A part of a title without its marks, and with them. */
typedef struct part {
	slice folded, right[3];
} part;

/* Is one of the parts in the line, which begins with their title, and lost a mark? ret_seen: a bit for each
 * that is there. */
static bool lost_marks(slice line, const part *parts, size_t n, unsigned *ret_seen, arena *a)
{
	slice folded;

	line = composed(line, a);
	folded = fold_text(a, line);
	*ret_seen = 0;
	for (size_t i = 0; i < n; i++) {
		bool right = false;

		if (!slice_has(folded, parts[i].folded))
			continue;
		*ret_seen |= 1U << i;
		for (size_t k = 0; k < ARRAY_LEN(parts->right) && parts[i].right[k].n != 0; k++)
			right |= slice_has(line, parts[i].right[k]);
		if (!right)
			return true;
	}
	return false;
}

/* Does the line hold the national title, or the Party's, with a mark lost or a word that is none? */
static bool lost_nation(slice line, arena *a)
{
	static const part parts[] = {
		{S("cong hoa"), {S("CỘNG HÒA"), S("CỘNG HOÀ"), S("CỘNG HÕA")}},
		{S("xa hoi"), {S("XÃ HỘI")}},
		{S("chu nghia"), {S("CHỦ NGHĨA")}},
		{S("viet nam"), {S("VIỆT NAM")}},
		{S("dang cong san"), {S("ĐẢNG CỘNG SẢN")}},
	};
	enum { LAST = 1 << 3, STATE = 2 * LAST - 1, PARTY = 1 << 4 };
	unsigned seen;
	size_t at;

	if (!nation_may(line) || slice_has(line, S("CỘNG HÒA XÃ HỘI CHỦ NGHĨA")) ||
	    slice_has(line, S("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA")) || (at = nation_in(line)) == line.n)
		return false;
	/* The last part may stand on a line of its own: of one that is there the others are too. */
	return lost_marks((slice){line.p + at, line.n - at}, parts, ARRAY_LEN(parts), &seen, a) ||
	       ((seen & (LAST | PARTY)) == LAST && seen != STATE);
}

/* "Độc lập - Tự do - Hanh phúc": did the motto lose marks? Another word in it lost none. */
static bool lost_motto(slice line, arena *a)
{
	static const part parts[] = {
		{S("doc lap"), {S("Độc")}}, {S("tu do"), {S("Tự")}}, {S("hanh phuc"), {S("Hạnh")}}};
	unsigned seen;
	size_t at;

	if (!motto_may(line) || (slice_has(line, S("Độc lập")) && slice_has(line, S("Tự do")) &&
	                         slice_has(line, S("Hạnh phúc"))))
		return false; /* whatever stands between */
	at = motto_in(line);
	if (at == line.n)
		return false;
	return lost_marks((slice){line.p + at, line.n - at}, parts, ARRAY_LEN(parts), &seen, a);
}

/* "Sé: 12/UBND": a word of the form that is none, at the beginning of a line. */
static bool no_word(slice line)
{
	static const slice signs[] = {S("Sé:"), S("sé:"), S("sé :"), S("Sé :"),
	                              S("S6:"), S("Sô:"), S("sô:")};

	if ((line.p[0] | 0x20) != 's')
		return false;
	for (size_t k = 0; k < ARRAY_LEN(signs); k++)
		if (slice_starts(line, signs[k]))
			return true;
	return false;
}

bool mend_wanted(const rawdoc *doc, arena *a)
{
	for (uint32_t i = 0; i < doc->lines.n; i++) {
		slice line = doc->lines.p[i].text;

		if (line.n == 0 || line.n > LINE_BYTES)
			continue;
		if (i < HEAD_LINES ? lost_nation(line, a) || lost_motto(line, a) || no_word(line)
		                   : line.p[0] == 'N' && slice_starts(line, S("Noi nh")))
			return true;
	}
	return false;
}
