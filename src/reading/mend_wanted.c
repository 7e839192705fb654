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

/* Does the line hold the national title, or the Party's, with a mark lost or a word that is none? */
static bool lost_marks(slice line, arena *a)
{
	static const struct {
		slice folded, right[3];
	} parts[] = {
		{S("cong hoa"), {S("CỘNG HÒA"), S("CỘNG HOÀ"), S("CỘNG HÕA")}},
		{S("xa hoi"), {S("XÃ HỘI")}},
		{S("chu nghia"), {S("CHỦ NGHĨA")}},
		{S("viet nam"), {S("VIỆT NAM")}},
		{S("dang cong san"), {S("ĐẢNG CỘNG SẢN")}},
	};
	size_t at = nation_in(line);
	slice folded;
	unsigned seen = 0;

	if (at == line.n)
		return false;
	line = composed((slice){line.p + at, line.n - at}, a);
	folded = fold_text(a, line);
	for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
		bool right = false;

		if (!slice_has(folded, parts[i].folded))
			continue;
		seen++;
		for (size_t k = 0; k < ARRAY_LEN(parts[i].right) && parts[i].right[k].n != 0; k++)
			right |= slice_has(line, parts[i].right[k]);
		if (!right)
			return true;
	}
	/* The last part may stand on a line of its own: of one that is there the others are too. */
	return slice_has(folded, parts[3].folded) && seen != 4 &&
	       !slice_has(folded, parts[4].folded);
}

/* "Độc lập - Ty do - Hanh phúc", "Sé: 12/UBND", "Noi nhận:": other words of the form that lost marks. */
static bool lost_elsewhere(slice line, uint32_t i, arena *a)
{
	static const slice signs[] = {S("Noi nh"), S("Sé:"), S("sé:"), S("sé :"),
	                              S("Sé :"),   S("S6:"), S("Sô:"), S("sô:")};
	size_t at;

	for (size_t k = i < HEAD_LINES ? 0 : 1; k < ARRAY_LEN(signs); k++)
		if (slice_starts(line, signs[i < HEAD_LINES ? k : 0]))
			return true;
	if (i >= HEAD_LINES || !slice_has(line, S("do")) || (at = motto_in(line)) == line.n)
		return false;
	line = composed((slice){line.p + at, line.n - at}, a);
	return !(slice_has(line, S("Độc")) && slice_has(line, S("Tự")) &&
	         slice_has(line, S("Hạnh")));
}

bool mend_wanted(const rawdoc *doc, arena *a)
{
	for (uint32_t i = 0; i < doc->lines.n; i++) {
		slice line = doc->lines.p[i].text;

		if (line.n > LINE_BYTES)
			continue;
		if ((i < HEAD_LINES && (slice_has(line, S("NAM")) || slice_has(line, S("NG H"))) &&
		     lost_marks(line, a)) ||
		    ((i < HEAD_LINES || (line.n > 0 && line.p[0] == 'N')) &&
		     lost_elsewhere(line, i, a)))
			return true;
	}
	return false;
}
