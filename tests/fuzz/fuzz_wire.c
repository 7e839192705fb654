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
	err e = {0};

	arena_init(&a, NULL, 0);
	raw = arena_new(&a, rawdoc);
	(void)wire_is_whole(in);
	if (wire_get(in, &a, raw, &e) == RC_OK)
		fuzz_check_parts(raw, &a);
	arena_done(&a);
	return 0;
}
