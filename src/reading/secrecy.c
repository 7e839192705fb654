/*
 * secrecy.c - marks of secrecy, wherever a typist or a scanner put them.
 *
 * The header pass knows a mark on a line of its own. Here one is also seen beside the
 * date, behind the number, in brackets, spaced out, after "Độ mật:". A word of the
 * text ("bí mật", "bảo mật") is never one: a mark stands alone between gaps. It must
 * never look beyond the head of a document.
 */
#include "reading/secrecy.h"

enum { HEAD_LINES = 30, HEAD_BYTES = 6000, PIECE_BYTES = 60 };

/* As a piece is compared: without blanks, brackets and points. */
static const slice marks[] = {
	S("MẬT"),
	S("TỐIMẬT"),
	S("TUYỆTMẬT"),
	S("TOIMAT"),
	S("TUYETMAT"),
	S("ĐỘMẬT:MẬT"),
	S("Độmật:Mật"),
	S("ĐỘMẬT:TỐIMẬT"),
	S("Độmật:Tốimật"),
	S("Độmật:TốiMật"),
	S("ĐỘMẬT:TUYỆTMẬT"),
	S("Độmật:Tuyệtmật"),
	S("Độmật:TuyệtMật"),
	S("Độmật:MẬT"),
	S("Độmật:TỐIMẬT"),
	S("Độmật:TUYỆTMẬT"),
	S("Mứcđộmật:Mật"),
	S("TÀILIỆUMẬT"),
	S("Tàiliệumật"),
	S("TàiliệuMẬT"),
	S("VĂNBẢNMẬT"),
	S("VănbảnMẬT"),
};

/* What follows a mark that is spelt in the middle of a line: "(Mật)". */
static const slice bracketed[] = {
	S("(MẬT)"),       S("(Mật)"),       S("(TỐI MẬT)"),   S("(Tối mật)"), S("(Tối Mật)"),
	S("(TUYỆT MẬT)"), S("(Tuyệt mật)"), S("(Tuyệt Mật)"), S("[MẬT]"),     S("[Mật]"),
};

static bool is_mark(slice piece)
{
	char flat[PIECE_BYTES];
	size_t n = 0;

	if (piece.n > PIECE_BYTES)
		return false;
	for (size_t i = 0; i < piece.n; i++)
		if (piece.p[i] != ' ' && piece.p[i] != '(' && piece.p[i] != ')' &&
		    piece.p[i] != '[' && piece.p[i] != ']' && piece.p[i] != '.' &&
		    piece.p[i] != '*' && piece.p[i] != '"' && piece.p[i] != '-')
			flat[n++] = piece.p[i];
	for (size_t i = 0; i < ARRAY_LEN(marks); i++)
		if (slice_eq((slice){flat, n}, marks[i]))
			return true;
	/* "Bản mật số: 02", "BẢN MẬT SỐ 02" */
	return slice_starts((slice){flat, n}, S("Bảnmậtsố")) ||
	       slice_starts((slice){flat, n}, S("BẢNMẬTSỐ"));
}

static bool has_bracketed(slice line)
{
	for (size_t i = 0; i < line.n; i++) {
		if (line.p[i] != '(' && line.p[i] != '[')
			continue;
		for (size_t k = 0; k < ARRAY_LEN(bracketed); k++)
			if (slice_starts((slice){line.p + i, line.n - i}, bracketed[k]))
				return true;
	}
	return false;
}

static bool has(slice line, slice what)
{
	for (size_t i = 0; i + what.n <= line.n; i++)
		if (memcmp(line.p + i, what.p, what.n) == 0)
			return true;
	return false;
}

/* "MẬT Lạng Sơn, ngày …", "Số: 12/TB-UBND MẬT": columns whose gap was lost. */
static bool beside_others(slice line)
{
	static const slice words[] = {S("MẬT"), S("TỐI MẬT"), S("TUYỆT MẬT")};
	static const slice dated = S("ngày"), numbered = S("Số");

	for (size_t i = 0; i < ARRAY_LEN(words); i++) {
		slice w = words[i];

		if (line.n <= w.n)
			return false;
		if (slice_starts(line, w) && line.p[w.n] == ' ' && has(line, dated))
			return true;
		if (slice_starts(line, numbered) && line.p[line.n - w.n - 1] == ' ' &&
		    memcmp(line.p + line.n - w.n, w.p, w.n) == 0)
			return true;
	}
	return false;
}

/* Columns of a header are parted by tabs, bars or wide gaps. */
static bool line_marked(slice line)
{
	size_t from = 0;

	for (size_t i = 0; i <= line.n; i++) {
		bool gap = i == line.n || line.p[i] == '\t' || line.p[i] == '|' ||
		           (i + 3 <= line.n && memcmp(line.p + i, "   ", 3) == 0);

		if (!gap)
			continue;
		if (i > from && is_mark(slice_trim((slice){line.p + from, i - from})))
			return true;
		from = i < line.n ? i + 1 : i;
	}
	return has_bracketed(line) || beside_others(line);
}

bool secrecy_marked(slice text)
{
	slice rest = {text.p, text.n < HEAD_BYTES ? text.n : HEAD_BYTES}, line;
	unsigned n = 0;

	while (n < HEAD_LINES && slice_next(&rest, '\n', &line)) {
		line = slice_trim(line);
		n += line.n > 0;
		if (line_marked(line))
			return true;
	}
	return false;
}
