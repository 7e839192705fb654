/*
 * mend_wanted.c - is a text that of a scan, though nobody says so?
 *
 * Other programs read scans too, and what they wrote comes as plain text: "CONG HOA XÃ HOI CHỦ NGHIA
 * VIỆT NAM". The national title, which every letter has and nobody types wrong, tells by the marks that
 * it lost. Must never be asked of more than the head of the text.
 */
#include "base/fold.h"
#include "base/nfc.h"
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

/* Does the line hold the national title, with a mark lost? */
static bool lost_marks(slice line, arena *a)
{
	static const struct {
		slice folded, right[3];
	} parts[] = {
		{S("cong hoa"), {S("CỘNG HÒA"), S("CỘNG HOÀ"), S("CỘNG HÕA")}},
		{S("xa hoi"), {S("XÃ HỘI")}},
		{S("chu nghia"), {S("CHỦ NGHĨA")}},
		{S("viet nam"), {S("VIỆT NAM")}},
	};
	slice folded = fold_text(a, line);
	bool lost = false;

	if (slice_has(folded, parts[0].folded))
		line = composed(line, a);
	for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
		bool right = false;

		if (!slice_has(folded, parts[i].folded) && i + 1 < ARRAY_LEN(parts))
			return false; /* the last may stand on a line of its own */
		if (!slice_has(folded, parts[i].folded))
			continue;
		for (size_t k = 0; k < ARRAY_LEN(parts[i].right) && parts[i].right[k].n != 0; k++)
			right |= slice_has(line, parts[i].right[k]);
		lost |= !right;
	}
	return lost;
}

bool mend_wanted(const rawdoc *doc, arena *a)
{
	for (uint32_t i = 0; i < doc->lines.n && i < HEAD_LINES; i++) {
		slice line = doc->lines.p[i].text;

		if (line.n <= LINE_BYTES && slice_has(line, S("NGH")) && lost_marks(line, a))
			return true;
	}
	return false;
}
