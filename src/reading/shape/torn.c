/*
 * torn.c - syllables that a page of the web tore into pieces: "đ ồ ng ch í", "k ế ho ạ ch".
 *
 * Sites of laws write a letter that was mended by hand in tags of its own, and a program that takes the
 * tags away leaves a blank in their place. What is put together again is only what no piece of is a
 * word: consonants alone, a vowel with a mark alone. It must never be asked of a text that does not
 * have such pieces again and again: in others "điểm b ổn" is what it says.
 */
#include "reading/lex/word.h"
#include "reading/shape/shape_priv.h"

enum {
	ONSET_MAX = 3,
	LETTERS_MAX = 7, /* of a syllable */
	SYLLABLE_BYTES = 24,
};

enum { ACUTE = 1, DOT = 4 }; /* tones, as word.h numbers them */

/* The letters of a word or a piece of one: consonants, vowels, consonants. */
typedef struct piece {
	uint8_t onset, vowels, coda;
	uint8_t tone;
	bool letters; /* nothing else, and not more than a syllable has */
	bool lower, marked;
	char last; /* of the coda; 0: none */
} piece;

static piece piece_of(slice s)
{
	piece p = {.letters = s.n > 0, .lower = true};
	unsigned len, n = 0;

	for (size_t i = 0; i < s.n && p.letters; i += len) {
		uint16_t c = word_letter_class(utf8_next((const unsigned char *)s.p + i, &len));
		bool vowel = word_vowel(c);

		p.letters = !(c & 0x8000) && (c & WORD_LETTER) != 0 && n++ < LETTERS_MAX &&
		            !(vowel && p.coda > 0);
		p.lower &= !(c & WORD_CAPITAL);
		p.tone |= (uint8_t)(c >> 6 & 7);
		p.marked |= (c & WORD_TONE) != 0 || (vowel && len > 1);
		if (vowel)
			p.vowels++;
		else
			*(p.vowels > 0 ? &p.coda : &p.onset) += 1;
		p.last = p.coda > 0 && len == 1 ? s.p[i] : 0;
	}
	return p;
}

/* "đ", "ng": no word by itself. */
static bool is_consonants(piece p)
{
	return p.letters && p.vowels == 0 && p.lower && p.onset <= ONSET_MAX;
}

/* "ồ", "ạ", and not "ở", "à", "ý", which are words. */
static bool is_lone(slice s, piece p)
{
	static const slice words[] = {S("ở"), S("à"), S("ý"), S("ổ"), S("ủ"), S("ô"), S("ố")};

	if (!p.letters || p.vowels != 1 || p.onset + p.coda > 0 || !p.lower || !p.marked)
		return false;
	for (size_t i = 0; i < ARRAY_LEN(words); i++)
		if (slice_eq(s, words[i]))
			return false;
	return true;
}

/* What the letter behind it tells apart: "điểm b ổn định" is no torn word. */
static bool is_named_by_letter(slice before)
{
	static const slice words[] = {S("điểm"), S("mục"), S("nhóm"), S("loại"), S("hạng"),
	                              S("bảng"), S("lục"), S("lớp"),  S("khu"),  S("lô"),
	                              S("tổ"),   S("số"),  S("đội"),  S("khối")};

	for (size_t i = 0; i < ARRAY_LEN(words); i++)
		if (slice_eq(before, words[i]))
			return true;
	return false;
}

/* May the consonants close a syllable of that tone? */
static bool closes(slice s, uint8_t tone)
{
	static const slice any[] = {S("m"), S("n"), S("ng"), S("nh")};
	static const slice stops[] = {S("c"), S("ch"), S("p"), S("t")};

	for (size_t i = 0; i < ARRAY_LEN(any); i++)
		if (slice_eq(s, any[i]))
			return true;
	for (size_t i = 0; i < ARRAY_LEN(stops); i++)
		if (slice_eq(s, stops[i]))
			return tone == ACUTE || tone == DOT;
	return false;
}

/* Words of a line, three at a time: the one before, and what may be joined. */
typedef struct window {
	slice before, word, next, after;
	bool mended; /* `word` was put together already */
} window;

static bool joins(const window *w)
{
	piece a = piece_of(w->word), b = piece_of(w->next), c = piece_of(w->after);
	bool opens = c.letters && c.onset == 0 && c.vowels > 0; /* what b may begin */

	if (!a.letters || !b.letters || !b.lower)
		return false;
	if (is_consonants(a)) /* "đ ồng", "m i nh" */
		return b.onset == 0 && b.vowels > 0 &&
		       (is_lone(w->next, b) || (b.coda == 0 && (a.onset > 1 || is_consonants(c))) ||
		        (b.marked && !(w->word.n == 1 && is_named_by_letter(w->before))));
	if (a.vowels == 0)
		return false;
	if (a.coda == 0 && is_consonants(b)) /* "đồ ng" */
		return (w->mended || is_lone(w->word, a) || (b.onset > 1 && a.onset > 0)) &&
		       closes(w->next, a.tone) && !opens;
	if (a.coda == 0 && ((slice_eq(w->next, S("i")) && (w->mended || a.tone != 0)) ||
	                    (slice_eq(w->next, S("u")) && w->mended)))
		return true; /* "tạ i" */
	if (a.coda == 0) /* "ho ạ" */
		return a.onset > 0 && !a.marked && a.lower && is_lone(w->next, b);
	return !opens && /* "chín h" */
	       ((a.last == 'n' && (slice_eq(w->next, S("h")) || slice_eq(w->next, S("g")))) ||
	        (a.last == 'c' && slice_eq(w->next, S("h"))));
}

/* What stands before the marks that close a word. */
static slice without_marks(slice s)
{
	while (s.n > 1 && strchr(",.;:)", s.p[s.n - 1]) != NULL)
		s.n--;
	return s;
}

/* The word at byte `at` of s, up to a blank. */
static slice word_at(slice s, size_t at)
{
	size_t end = at;

	while (end < s.n && s.p[end] != ' ')
		end++;
	return (slice){s.p + at, end - at};
}

/* Bytes of the consonant by itself behind the blank at p; 0: none stands there. */
static size_t consonant(const char *p, const char *end)
{
	if (end - p > 3 && p[2] == ' ')
		return p[1] >= 'b' && p[1] <= 'x' && strchr("eiou", p[1]) == NULL ? 1 : 0;
	return end - p > 4 && p[3] == ' ' && memcmp(p + 1, "đ", 2) == 0 ? 2 : 0;
}

unsigned torn_pieces(slice s)
{
	const char *end = s.p + s.n, *p = memchr(s.p, ' ', s.n);
	unsigned n = 0;

	for (; p != NULL; p = memchr(p + 1, ' ', (size_t)(end - p) - 1)) {
		size_t bytes = consonant(p, end);
		slice next;

		if (bytes == 0)
			continue;
		next = word_at(s, (size_t)(p - s.p) + bytes + 2);
		n += next.n <= 3 && is_lone(next, piece_of(next));
	}
	return n;
}

void line_put_together(shaper *sh, sline *line)
{
	const sline from = *line;
	slice s = from.text, last = word_at(s, 0);
	copier c = copier_begin(sh, s.n);
	char syllable[SYLLABLE_BYTES];
	window w = {.word = last};
	size_t kept = 0;

	while (last.p + last.n < s.p + s.n) {
		size_t gap = (size_t)(last.p + last.n - s.p), behind;
		slice tail;

		w.next = word_at(s, gap + 1);
		behind = gap + 1 + w.next.n;
		w.after = word_at(s, behind < s.n ? behind + 1 : s.n);
		tail = w.next;
		w.next = without_marks(tail);
		if (w.word.n + tail.n <= SYLLABLE_BYTES && joins(&w)) {
			memmove(syllable, w.word.p, w.word.n);
			slice_copy(syllable + w.word.n, tail);
			w.word = (slice){syllable, w.word.n + tail.n};
			w.mended = true;
			copier_run(&c, &from, (slice){s.p + kept, gap - kept});
			kept = gap + 1;
		} else {
			w.before = last;
			w.word = tail;
			w.mended = false;
		}
		last = tail;
	}
	if (kept == 0)
		return;
	copier_run(&c, &from, (slice){s.p + kept, s.n - kept});
	copier_end(&c, line);
	line->flags &= (uint16_t)~(LN_GAPS | LN_PIPES | LN_MARKS);
	line->flags |= line_scan(line->text, &line->width) & (LN_GAPS | LN_PIPES | LN_MARKS);
}
