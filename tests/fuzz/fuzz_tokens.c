/*
 * fuzz_tokens.c - any valid text through the tokens and the lexicon's walk.
 */
#include "fuzz.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	slice text = fuzz_valid(bytes, n);
	hits found[LAYER_COUNT] = {0};
	uint32_t at = 0;
	arena a;
	tokens tk;

	arena_init(&a, NULL, 0);
	tk = tokens_of(text, fuzz_reader()->lex, &a);
	for (uint32_t i = 0; i < tk.n; i++) {
		if (tk.p[i].at < at || token_end(&tk.p[i]) > text.n)
			abort();
		at = token_end(&tk.p[i]);
	}
	lexicon_match(fuzz_reader()->lex, &tk, &a, found);
	for (int layer = 0; layer < LAYER_COUNT; layer++)
		for (uint32_t i = 0, end = 0; i < found[layer].n; i++) {
			const hit *h = &found[layer].p[i];

			if (h->tok < end || h->tok + h->ntok > tk.n)
				abort();
			end = h->tok + h->ntok;
		}
	arena_done(&a);
	return 0;
}
