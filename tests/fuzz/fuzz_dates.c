/*
 * fuzz_dates.c - any valid text through the scanner of dates, both registers.
 */
#include "fuzz.h"

#include <stdlib.h>

#include "reading/facts/dates/dates.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	date_anchor anchor = {.precision = (uint8_t)(n % (ANCHOR_TIME + 1)),
	                      .everyday = n % 2 == 0};
	slice text = fuzz_valid(bytes, n);
	datexes *out;
	arena a;
	tokens tk;

	anchor.ref = (civil){.y = 2026, .mo = 4, .d = 15, .h = 8, .mi = 0};
	arena_init(&a, NULL, 0);
	out = arena_new(&a, datexes);
	tk = tokens_of(text, fuzz_reader()->lex, &a);
	dates_scan(&tk, 0, tk.n, &anchor, &a, out);
	for (uint32_t i = 0, end = 0; i < out->n; i++) {
		const datex *d = &out->p[i];

		if (d->at.at < end || span_end(d->at) > text.n || d->tok + d->ntok > tk.n)
			abort();
		if (d->first != CMIN_NONE && d->last != CMIN_NONE && d->first > d->last)
			abort();
		end = span_end(d->at);
	}
	arena_done(&a);
	return 0;
}
