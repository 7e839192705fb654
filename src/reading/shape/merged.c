/*
 * merged.c - columns that a conversion ran together with " | " or a single blank.
 *
 * Only the head of a document and the block of its recipients have two columns; there a
 * tab takes the place of the bar, or of the blank before what can only begin the right
 * column: the national title, the motto, place and date, the signer. columns.c parts them
 * then. It must never touch a table, nor running text.
 */
#include "base/fold.h"
#include "reading/lex/nation.h"
#include "reading/shape/shape_priv.h"

enum {
	HEAD_LINES = 22,
	FOOT_LINES = 30,
	LEFT_MIN = 2,
	NUMBER_MIN = 4,    /* bytes of what stands left of place and date */
	NAME_WORDS_MIN = 2,
	NAME_WORDS_MAX = 5,
	GAP = 3, /* blanks that part columns by themselves */
};

/* Line i with a tab where bytes at..to of it stand. */
static void put_tab(shaper *sh, uint32_t i, size_t at, size_t to)
{
	sline *l = &sh->lines.p[i];
	slice s = l->text;
	copier c = copier_begin(sh, s.n + 1);

	copier_run(&c, l, (slice){s.p, at});
	copier_put(&c, l, s.p + at, to < s.n ? S("\t") : S(""));
	copier_run(&c, l, (slice){s.p + to, s.n - to});
	copier_end(&c, l);
	l->flags = (uint16_t)((l->flags & ~LN_PIPES) | (to < s.n ? LN_GAPS : 0));
	line_trim(l);
}

/* Where the one bar of a line stands that parts two columns; s.n when there is none, or
 * several, or it frames a row. */
static size_t only_bar(const sline *l, bool framed)
{
	slice s = l->text;
	const char *p = l->flags & LN_PIPES && l->table < 0 ? memchr(s.p, '|', s.n) : NULL;
	size_t at;

	if (p == NULL || memchr(p + 1, '|', s.n - (size_t)(p - s.p) - 1) != NULL)
		return s.n;
	at = (size_t)(p - s.p);
	if (at == 0)
		return framed && s.n > 1 && s.p[1] == ' ' ? 0 : s.n;
	return s.p[at - 1] == ' ' && (at + 1 == s.n || s.p[at + 1] == ' ') ? at : s.n;
}

static void cut_bar(shaper *sh, uint32_t i, size_t at)
{
	slice s = sh->lines.p[i].text;
	size_t from = at, to = at + 1;

	while (from > 0 && s.p[from - 1] == ' ')
		from--;
	while (to < s.n && s.p[to] == ' ')
		to++;
	put_tab(sh, i, from, to);
}

static bool head_ends(const sline *l)
{
	enum opening o = opening_of(l->text);

	return o == OPEN_ADDRESS || o == OPEN_KIND || o == OPEN_HEADING || o == OPEN_BASIS ||
	       o == OPEN_RECIPIENTS || l->width > 160 || l->table >= 0;
}

static bool is_right_half(slice s)
{
	enum opening o = s.n > 0 ? opening_of(s) : OPEN_NONE;

	if (s.n == 0)
		return false;
	return o == OPEN_NATION || o == OPEN_MOTTO || o == OPEN_PLACE_DATE ||
	       slice_has(s, S(", ngày")) || nation_in(s) == 0 || motto_in(s) == 0;
}

/* Is the line in capitals, but for a letter here and there that a scan took for a small one? */
static bool mostly_upper(slice s)
{
	enum { SMALL_MAX = 8, EACH = 4 };
	unsigned len, small = 0, capitals = 0;

	for (size_t i = 0; i < s.n && small <= SMALL_MAX; i += len) {
		enum letter_case c = letter_case_of(
			utf8_next((const unsigned char *)s.p + i, &len));

		small += c == LETTER_LOWER;
		capitals += c == LETTER_UPPER;
	}
	return capitals >= 2 && small <= SMALL_MAX && small * EACH <= capitals;
}

/* The blank before the title or the motto that begin at byte `at` of a line whose left half is in
 * capitals; 0: none. */
static size_t blank_before(slice s, size_t at)
{
	return at < s.n && at > LEFT_MIN && s.p[at - 1] == ' ' && mostly_upper((slice){s.p, at - 1})
	               ? at - 1
	               : 0;
}

/* The last word of s and whether it may be one of a place's name: "Hà", "TP.", "-". */
static size_t place_word(slice s)
{
	size_t i = s.n;
	slice word;

	while (i > 0 && s.p[i - 1] != ' ')
		i--;
	word = (slice){s.p + i, s.n - i};
	if (slice_eq(word, S("-")) || slice_starts(word, S("TP")) || slice_starts(word, S("Tp")))
		return i;
	for (size_t k = 0; k < word.n; k++)
		if ((unsigned char)word.p[k] < 'A' && word.p[k] != '\'' && word.p[k] != '-')
			return s.n; /* a figure, a stroke */
	return letters_first(word) == LETTER_UPPER && !letters_all_upper(word) ? i : s.n;
}

/* "… Hà Nội, ngày 5 tháng 4 năm 2026" at the end of a line: the blank before the place; 0: none. */
static size_t place_blank(slice s)
{
	size_t at = s.n;

	for (size_t i = 0; i + 1 < s.n && at == s.n; i++)
		if (s.p[i] == ',' &&
		    letters_start(slice_trim((slice){s.p + i + 1, s.n - i - 1}), S("ngày")))
			at = i;
	if (at == s.n || slice_find((slice){s.p + at, s.n - at}, S("năm")) == NULL)
		return 0;
	for (unsigned words = 0; words < NAME_WORDS_MAX && at > 0; words++) {
		size_t next = place_word((slice){s.p, at});

		if (next == at)
			return words > 0 && at >= NUMBER_MIN ? at : 0;
		if (next == 0)
			return 0; /* the place heads the line */
		at = next - 1;
	}
	return 0;
}

/* The blank before the right half of a header's line; 0: none. `below`: of a line under the title. */
static size_t head_blank(slice s, bool below)
{
	size_t at;

	/* Few lines hold what is left of either title. */
	if (nation_may(s))
		return !slice_starts(s, S("CỘNG H")) && mostly_upper(s)
		               ? blank_before(s, nation_in(s))
		               : 0;
	if (motto_may(s) && !slice_starts(s, S("Độc")) && (at = blank_before(s, motto_in(s))) > 0)
		return at;
	return below ? place_blank(s) : 0;
}

static void head(shaper *sh, uint32_t end)
{
	bool bars = false, blanks = false;

	for (uint32_t i = 0; i < end && !bars; i++) {
		const sline *l = &sh->lines.p[i];
		size_t at = only_bar(l, false);

		bars = at < l->text.n &&
		       is_right_half(slice_trim((slice){l->text.p + at + 1, l->text.n - at - 1}));
	}
	for (uint32_t i = 0; i < end; i++) {
		const sline *l = &sh->lines.p[i];
		size_t at = bars ? only_bar(l, true) : l->text.n;

		if (at < l->text.n) {
			cut_bar(sh, i, at);
			blanks = true;
			continue;
		}
		if (l->flags & (LN_GAPS | LN_PIPES | LN_WHOLE) || l->table >= 0)
			continue;
		/* A number and a date share a line in other papers too: only below the title. */
		at = head_blank(l->text, blanks);
		if (at > 0) {
			blanks = true;
			put_tab(sh, i, at, at + 1);
		}
	}
}

/* Does s hold nothing but a person's name? "Nguyễn Văn An" */
static bool is_name(slice s)
{
	unsigned words = 0;
	slice word;

	while (slice_next(&s, ' ', &word)) {
		if (word.n < 2 || letters_first(word) != LETTER_UPPER || letters_all_upper(word))
			return false;
		for (size_t i = 0; i < word.n; i++)
			if ((unsigned char)word.p[i] < 'A') /* a figure, a full stop */
				return false;
		words++;
	}
	return words >= NAME_WORDS_MIN && words <= NAME_WORDS_MAX;
}

/* Does the text name a post, whatever marks a scan lost: "PHO TONG CUC TRUONG"? */
static bool has_post(slice s)
{
	static const slice posts[] = {S("truong"), S("chanh"), S("tich"),
	                              S("doc"),    S("nhiem"), S("tuong")};
	fold_walk walk = {.s = s};
	fold_word word;

	while (fold_next(&walk, &word))
		for (size_t k = 0; k < ARRAY_LEN(posts); k++)
			if (word.key == fold_key(posts[k]))
				return true;
	return false;
}

/* The blank before the post in capitals that ends a line, behind a mark; `below` a line that has one, behind
 * any speck. 0: none. */
static size_t post_blank(slice s, bool below)
{
	size_t at = 0, end = s.n, first = s.n;
	unsigned words = 0;

	for (size_t i = s.n; i-- > 3;) {
		slice word = {s.p + i, end - i};

		if (s.p[i] != ' ')
			continue;
		if (letters_first(slice_trim(word)) == LETTER_LOWER ||
		    (word.n > 2 && !letters_all_upper(word)))
			break;
		end = i;
		if (letters_first(slice_trim(word)) == LETTER_UPPER)
			first = i, words++;
		if (memchr(";:.,", s.p[i - 1], 4) != NULL)
			at = i;
	}
	if (at == 0 && below && words > 1)
		at = first;
	return at > 0 && !letters_all_upper((slice){s.p, at}) &&
	                       has_post((slice){s.p + at, s.n - at})
	               ? at
	               : 0;
}

/* Letters of the longest word of s: specks of a scan have few. */
static unsigned longest_word(slice s)
{
	unsigned len, most = 0, n = 0;

	for (size_t i = 0; i < s.n; i += len) {
		bool letter = letter_case_of(utf8_next((const unsigned char *)s.p + i, &len)) !=
		              LETTER_NONE;

		n = letter ? n + 1 : 0;
		most = n > most ? n : most;
	}
	return most;
}

/* "Nơi nhận: KT. BỘ TRƯỞNG", "Noi nhận:f2È/- ; TL. BỘ TRUONG": the byte behind the word that heads the
 * recipients, and in *ret_to that at which the signer's part begins; 0: it has none. */
static size_t heading_blank(slice s, size_t *ret_to)
{
	static const slice signs[] = {S("KT."), S("TL."), S("TM."), S("TUQ.")};
	enum { HEADING = 8, SPECK = 2 }; /* "Noi nhận" is no shorter */
	const char *colon = memchr(s.p, ':', s.n);
	size_t at = colon == NULL ? s.n : (size_t)(colon - s.p) + 1;
	slice right = {s.p + at, s.n - at};

	if (at + 3 < s.n && s.p[at] == ' ' && letters_all_upper(right) &&
	    (memchr(right.p, '-', right.n) == NULL || has_post(right))) {
		*ret_to = at;
		return at;
	}
	for (size_t k = 0; k < ARRAY_LEN(signs); k++) {
		const char *sign = slice_find(s, signs[k]);
		size_t to = sign == NULL ? 0 : (size_t)(sign - s.p);

		if (to <= HEADING || s.p[to - 1] != ' ')
			continue;
		if (at > to) /* "Nơi nhận“. KT. CỤC TRƯỞNG" */
			for (at = HEADING; at < to && s.p[at] != ' ' && s.p[at] != '.'; at++)
				;
		*ret_to = to;
		return longest_word((slice){s.p + at, to - at}) <= SPECK ? at : 0;
	}
	return 0;
}

/* The blank before the signer's part of a line of the recipients, and in *ret_to where that begins; 0: none. */
static size_t foot_blank(slice s, bool below, size_t *ret_to)
{
	size_t at;

	if (opening_of(s) == OPEN_RECIPIENTS) {
		at = heading_blank(s, ret_to);
	} else {
		at = letters_last(s, &(size_t){0}) != ';' && s.n > 3 ? post_blank(s, below) : 0;
		for (size_t i = s.n - 1; at == 0 && s.p[0] == '-' && i > 2; i--)
			if (s.p[i] == ' ' && memchr(".;,", s.p[i - 1], 3) != NULL) {
				at = is_name(slice_trim((slice){s.p + i, s.n - i})) ? i : 0;
				break;
			}
		*ret_to = at;
	}
	return at;
}

static void foot(shaper *sh, uint32_t i)
{
	uint32_t end = i + FOOT_LINES < sh->lines.n ? i + FOOT_LINES : sh->lines.n;
	bool bars = only_bar(&sh->lines.p[i], false) < sh->lines.p[i].text.n, blanks = false;

	for (; i < end; i++) {
		const sline *l = &sh->lines.p[i];
		size_t at = bars ? only_bar(l, true) : l->text.n, to = 0, gap;

		if (l->table >= 0 || l->flags & LN_WHOLE)
			return;
		if (at < l->text.n) {
			cut_bar(sh, i, at);
			continue;
		}
		at = bars || l->flags & LN_PIPES || (!blanks && l->text.p[0] == '-')
		             ? 0
		             : foot_blank(l->text, blanks, &to);
		gap = to;
		while (at > 0 && to < l->text.n && l->text.p[to] == ' ')
			to++;
		/* a wider gap is a column of its own: columns.c */
		if (at > 0 && to - gap < GAP) {
			blanks = true;
			while (to + 1 < l->text.n && strchr(" -.:;,_~|", l->text.p[to]) != NULL)
				to++; /* specks before the post */
			put_tab(sh, i, at, to);
		}
	}
}

/* "| Nơi nhận: - Như trên; …": a frame of which one bar is left says nothing. */
static void drop_frame(sline *l)
{
	if (!(l->flags & LN_PIPES) || l->table >= 0 || l->text.n < 3 || l->text.p[0] != '|' ||
	    memchr(l->text.p + 1, '|', l->text.n - 1) != NULL)
		return;
	l->text = (slice){l->text.p + 1, l->text.n - 1};
	l->flags &= (uint16_t)~LN_PIPES;
	line_trim(l);
}

void merged_part(shaper *sh)
{
	uint32_t end = 0;

	for (uint32_t i = 0; i < sh->lines.n; i++)
		if (sh->lines.p[i].flags & LN_PIPES)
			drop_frame(&sh->lines.p[i]);
	while (end < sh->lines.n && end < HEAD_LINES && !head_ends(&sh->lines.p[end]))
		end++;
	head(sh, end);
	for (uint32_t i = end; i < sh->lines.n; i++) {
		const sline *l = &sh->lines.p[i];

		if (opening_lists(l->text) && opening_of(l->text) == OPEN_RECIPIENTS)
			foot(sh, i);
	}
}
