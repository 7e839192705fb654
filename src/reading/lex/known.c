/*
 * known.c - the words of phrases, kept by their bytes while a lexicon is built.
 */
#include "reading/lex/known_priv.h"
#include "reading/lex/lexicon_priv.h"
#include "reading/lex/token_step.h"

enum { LINE = 64 }; /* of the cache, in bytes */

known_word *known_words_new(arena *a)
{
	char *p = arena_alloc(a, (sizeof(known_word) << LEARNT_BITS) + LINE);

	return (known_word *)(void *)(p + (-(uintptr_t)p & (LINE - 1)));
}

/* The run of letters at byte `at`, zeros behind. */
static v16 run_at(slice text, size_t at)
{
	unsigned char bytes[KNOWN_BYTES] = {0};
	unsigned n;
	v16 v;

	memcpy(bytes, text.p + at, text.n - at < KNOWN_BYTES ? text.n - at : KNOWN_BYTES);
	memcpy(&v, bytes, KNOWN_BYTES);
	n = run_length(run_bits_of(v));
	memset(bytes + n, 0, KNOWN_BYTES - n);
	memcpy(&v, bytes, KNOWN_BYTES);
	return v;
}

size_t known_word_at(const known_word *known, slice text, size_t at, token *t)
{
	const known_word *k;
	v16 v;

	at += at < text.n && text.p[at] == ' ';
	if (at >= text.n)
		return 0;
	v = run_at(text, at);
	k = known_slot(known, v, hash_of(v));
	if (k->is.len == 0 || !same(v, k->bytes))
		return 0;
	*t = k->is;
	t->at = (uint32_t)at;
	return at + t->len;
}

void known_word_keep(known_word *known, slice text, const token *t)
{
	v16 v = run_at(text, t->at);
	size_t i = hash_of(v) >> (64 - LEARNT_BITS);
	known_word *k = &known[i];

	if (t->len >= KNOWN_BYTES || run_length(run_bits_of(v)) != t->len ||
	    same(v, known_slot(known, v, hash_of(v))->bytes))
		return;
	if (k->is.len != 0)
		k = &known[i ^ 1];
	if (k->is.len != 0)
		return; /* who came first stays: words of the grammar are the most frequent */
	memcpy(k->bytes, &v, KNOWN_BYTES);
	k->is = *t;
	k->is.flags &= (uint8_t)~TF_SPACE;
}

/* The word with a capital in front: the letter that stands one before it in Unicode, or of ASCII
 * and Latin-1 32 before it. False when that makes another word of it. */
static bool capital_of(const known_word *k, char out[KNOWN_BYTES], token *ret)
{
	slice small = {(const char *)k->bytes, k->is.len}, big = {out, k->is.len};
	unsigned char first = k->bytes[0];
	unsigned last = first < 0xc0 ? 0 : first < 0xe0 ? 1 : 2;
	word_key key;

	memcpy(out, k->bytes, KNOWN_BYTES);
	out[last] = (char)(out[last] - (first < 0x80 || first == 0xc3 ? 32 : 1));
	(void)token_next(big, 0, ret, &key);
	ret->word = k->is.word;
	return ret->len == k->is.len && ret->flags & TF_CAP && key == word_key_of(small);
}

/* The words of phrases also stand where a sentence begins. Those come last: what phrases have
 * stays. */
void lexicon_done(lexicon *l)
{
	for (size_t i = 0; i < (size_t)1 << LEARNT_BITS; i++) {
		const known_word *k = &l->learnt[i];
		char big[KNOWN_BYTES];
		token t;

		if (k->is.len != 0 && !(k->is.flags & TF_CAP) && capital_of(k, big, &t))
			known_word_keep(l->learnt, (slice){big, t.len}, &t);
	}
}
