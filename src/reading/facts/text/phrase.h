/*
 * phrase.h - small readings that the frame passes share: phrases by their words,
 * plain dates, symbols of documents.
 *
 * Why not the lexicon: these phrases mean something only where a slot, a header
 * line or a citation is looked for; as cues of the whole text they would hide
 * longer cues. Nothing here keeps state or looks further than stated.
 */
#ifndef DONDOC_READING_PHRASE_H
#define DONDOC_READING_PHRASE_H

#include "reading/facts/text/scan.h"

/* A table of phrases. SAYINGS(t) makes `said_t` of the constant array `t` of slices, in
 * the linker's list of all of them: a reader makes every table ready when it is made, no
 * file lists them, and none can be forgotten (docs/adr/0011). */
typedef struct saying_table {
	const slice *p;
	size_t n;
} saying_table;
#define SAYINGS(t)                                                                                 \
	static const saying_table said_##t __attribute__((                                         \
		section("sayings"), used, aligned(sizeof(saying_table)))) = {t, ARRAY_LEN(t)}
/* SAID("trạm y tế") - a table of one phrase, where it is asked for. */
#define SAID(words)                                                                                \
	__extension__({                                                                            \
		static const slice one_phrase[] = {S(words)};                                      \
		SAYINGS(one_phrase);                                                               \
		&said_one_phrase;                                                                  \
	})
extern const saying_table sayings_first[] __asm__("__start_sayings");
extern const saying_table sayings_end[] __asm__("__stop_sayings");

/* phrase_vowel() - may this first byte begin a vowel? Its tone may stand on it or not
 * (UỶ, ủy). */
static inline bool phrase_vowel(unsigned char c)
{
	const uint32_t vowels = 1U << ('a' & 31) | 1U << ('e' & 31) | 1U << ('i' & 31) |
	                        1U << ('o' & 31) | 1U << ('u' & 31) | 1U << ('y' & 31);

	return c >= 0x80 || ((c & 0xc0) == 0x40 && (vowels >> (c & 31) & 1));
}

/* phrase_begins() - can words that begin with these bytes be the same but for case and
 * place of the tone? */
static inline bool phrase_begins(unsigned char a, unsigned char b)
{
	return a < 0x80 && b < 0x80 ? (a | 0x20) == (b | 0x20) : phrase_vowel(a) && phrase_vowel(b);
}

/* phrase_word_ends() - may a word of n bytes be the first of this phrase? Case and place of the
 * tone change no length; a mark ("-nt-") ends anywhere. */
static inline bool phrase_word_ends(slice phrase, size_t n)
{
	return n == phrase.n || (n < phrase.n && ((unsigned char)phrase.p[n] < 'A' ||
	                                          (unsigned char)phrase.p[0] < 'A'));
}

/* says() - how many tokens the phrase covers at token i; 0 when it does not
 * stand there. Case and tone placement do not matter. O(phrase), mostly one byte
 * compared; says_whole() is its second half. */
uint32_t says_whole(const scan *s, uint32_t i, slice phrase);
static inline uint32_t says(const scan *s, uint32_t i, slice phrase)
{
	const token *t = scan_tok(s, i);
	unsigned char a, b;

	if (t->len == 0 || !phrase_word_ends(phrase, t->len))
		return 0;
	a = (unsigned char)s->tk.text.p[t->at];
	b = (unsigned char)phrase.p[0];
	return phrase_begins(a, b) ? says_whole(s, i, phrase) : 0;
}

/* A table made ready for a lexicon: chains by the first token. */
typedef struct said_table {
	uint64_t may[16]; /* a bit for each token.word, modulo them all: may one begin so? That
	                     of 0 stands for all words without an id */
	uint64_t second[4]; /* likewise, modulo them: may one of two words or more go on so? */
	uint16_t heads[128]; /* 0: none begins so */
	uint32_t nfirst;     /* how many words (token.word) phrases begin with, */
	uint16_t first[SCAN_OF]; /* and which, if these are all; the first stands in what is left */
	struct wanted *p;
} said_table;

/* said_may() - false when none of y begins with such a token.word. */
static inline bool said_may(const said_table *y, uint16_t word)
{
	return y->may[word / 64 % ARRAY_LEN(y->may)] >> word % 64 & 1;
}

/* said_goes_on() - the same of the second of their words. */
static inline bool said_goes_on(const said_table *y, uint16_t word)
{
	return y->second[word / 64 % ARRAY_LEN(y->second)] >> word % 64 & 1;
}

/* sayings_new() - all tables made ready, in the linker's order; on `a`. */
const said_table *sayings_new(const lexicon *lex, arena *a);

/* said_of() - the table ready for the reader of this text. */
static inline const said_table *said_of(const scan *s, const saying_table *table)
{
	return &s->rd->said[table - sayings_first];
}

/* says_maybe() - false when none of y begins with token i; else says_any() knows. */
static inline bool says_maybe(const scan *s, const said_table *y, uint32_t i)
{
	uint16_t word = scan_word(s, i);
	const token *t;

	if (word != 0)
		return said_may(y, word) && said_goes_on(y, scan_word(s, i + 1));
	t = scan_tok(s, i);
	if (t->word != 0 || t->flags & TF_ROMAN)
		return said_may(y, t->word);
	return y->heads[t->num % ARRAY_LEN(y->heads)] != 0; /* the hash of an unknown word */
}

/* says_any() - the longest of `table` at token i; ret_which (may be NULL) is its
 * index. 0 when none stands there. Mostly one look-up; says_longest() is its second
 * half. */
uint32_t says_longest(const scan *s, uint32_t i, const said_table *y, size_t *ret_which);
static inline uint32_t says_any(const scan *s, uint32_t i, const saying_table *table,
                                size_t *ret_which)
{
	const said_table *y = said_of(s, table);

	return says_maybe(s, y, i) ? says_longest(s, i, y, ret_which) : 0;
}

/* says_next() - one by one those of `table` that stand at token i: how many tokens the
 * next covers, 0 after the last. *k counts them up from 0; then the table's phrase *k - 1
 * is it. says_more() is its second half. */
uint32_t says_more(const scan *s, uint32_t i, const said_table *y, size_t *k);
static inline uint32_t says_next(const scan *s, uint32_t i, const saying_table *table, size_t *k)
{
	const said_table *y = said_of(s, table);

	return says_maybe(s, y, i) ? says_more(s, i, y, k) : 0;
}

/* says_maybe_next() - the first token of [i, end), which is no more than all, with which one of y
 * may begin; end when there is none. */
uint32_t says_maybe_next(const scan *s, uint32_t i, uint32_t end, const said_table *y);

/* says_any_in() - the first token of [i, end) at which one of `table` stands; end when
 * none does. */
uint32_t says_any_in(const scan *s, uint32_t i, uint32_t end, const saying_table *table);

/* said_before() - how many tokens the longest of `table` (phrases of up to four) covers
 * that ends just before token i; 0 when none does. */
uint32_t said_before(const scan *s, uint32_t i, const saying_table *table);

/* rule_at() - does a sentence at token i begin with a clause of a law: "Tại khoản 1 Điều 131
 * Luật ...", "Theo quy định tại điểm h ..."? It tells what holds. */
bool rule_at(const scan *s, uint32_t i);

/* capitals() - how many letters of a word token are capitals. O(word). */
uint32_t capitals(const scan *s, uint32_t i);

/* is_named() - do the words look like a name of their own (a capital first, and more than
 * one word or an abbreviation)? Tells a body from a torn-off piece of a longer one. */
bool is_named(slice words);

/* person_name() - a person's name among [i, end): a surname and one to four more words
 * with a capital, before a mark or the end. ret_from and ret_end: its tokens. */
bool person_name(const scan *s, uint32_t i, uint32_t end, uint32_t *ret_from, uint32_t *ret_end);

/* A date written in figures or words; a part that is blank ("ngày … tháng 4") is 0. */
typedef struct ymd {
	int32_t y, m, d;
	uint32_t ntok; /* from the token asked about, "ngày" included */
} ymd;

/* ymd_at() - the date at token i ("ngày" before it or not): 8/4/2026, 17-11-2008,
 * 15 tháng 7 năm 2021, or with blank parts. Looks at 24 tokens at most. */
bool ymd_at(const scan *s, uint32_t i, uint32_t end, ymd *ret);

/* ymd_text() - "2026-04-08", "2026-04", "2026"; absent when it names no year or no
 * such day exists. */
slice ymd_text(const scan *s, const ymd *d);

/* The number of a document: 05/QĐ-UBND, 226-KL/TW, 151/2025/NĐ-CP. */
typedef struct symbol {
	uint32_t ntok;
	slice value, ordinal, symbol; /* without spaces; ordinal absent when blank */
} symbol;

/* symbol_at() - the number that begins at token i. `may_lack` true: the figure may be
 * missing ("/GM-UBND", "…/TB-UBND"), as in a header. Bounded look-ahead. */
bool symbol_at(const scan *s, uint32_t i, uint32_t end, bool may_lack, symbol *ret);

/* symbol_goes_on() - may a symbol go on at token i, after its figure: a mark of its own and what that joins, a
 * blank, "12a"? Says no to most numbers: "12/5", "1.250", "3-5". */
bool symbol_goes_on(const scan *s, uint32_t i);

/* squeezed() - the tokens [i, j) without the spaces between them, on the arena. */
slice squeezed(const scan *s, uint32_t i, uint32_t j);

/* joined() - [i, j) with each paragraph end made one space, on the arena when
 * there is one. */
slice joined(const scan *s, uint32_t i, uint32_t j);

/* word_binds() - does the word bind what stands before it to what follows ("của", "về", "tại",
 * "để"), so that neither a name goes on with it nor an order begins there? */
bool word_binds(uint16_t word);

#endif
