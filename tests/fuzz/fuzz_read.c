/*
 * fuzz_read.c - any bytes through the whole reader.
 */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	arena a;
	rawdoc *raw;
	err e = {0};

	arena_init(&a, NULL, 0);
	raw = arena_new(&a, rawdoc);
	if (rawdoc_from_text((slice){(const char *)bytes, n}, &a, raw, &e) == RC_OK)
		fuzz_check_parts(raw, &a);
	arena_done(&a);
	return 0;
}
