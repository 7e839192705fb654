/*
 * fuzz_shape.c - any valid text through the extractor and the shaper alone.
 */
#include "fuzz.h"

#include "reading/shape/shape.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	arena a;
	rawdoc *raw;
	reading *r;
	err e = {0};

	arena_init(&a, NULL, 0);
	raw = arena_new(&a, rawdoc);
	r = arena_new(&a, reading);
	if (rawdoc_from_text(fuzz_valid(bytes, n), &a, raw, &e) == RC_OK) {
		shape_run(raw, &a, r);
		fuzz_check_reading(r);
	}
	arena_done(&a);
	return 0;
}
