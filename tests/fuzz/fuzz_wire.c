/*
 * fuzz_wire.c - any bytes as the answer of a child that somebody else has taken over.
 */
#include "fuzz.h"

#include "app/intake/extract_child_priv.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	slice in = {(const char *)bytes, n};
	arena a;
	rawdoc *raw;
	reading *r;
	err e = {0};

	arena_init(&a, NULL, 0);
	raw = arena_new(&a, rawdoc);
	r = arena_new(&a, reading);
	(void)wire_is_whole(in);
	if (wire_get(in, &a, raw, &e) == RC_OK &&
	    reading_run_raw(fuzz_reader(), raw, &a, r, &e) == RC_OK)
		fuzz_check_reading(r);
	arena_done(&a);
	return 0;
}
