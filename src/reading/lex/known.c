/*
 * known.c - the words of phrases, kept by their bytes while a lexicon is built.
 */
#include "reading/lex/known_priv.h"
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

	if (t->len >= KNOWN_BYTES || run_length(run_bits_of(v)) != t->len)
		return;
	if (k->is.len != 0)
		k = &known[i ^ 1];
	if (k->is.len != 0)
		return; /* who came first stays: words of the grammar are the most frequent */
	memcpy(k->bytes, &v, KNOWN_BYTES);
	k->is = *t;
	k->is.flags &= (uint8_t)~TF_SPACE;
}
