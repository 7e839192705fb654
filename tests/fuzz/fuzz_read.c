/*
 * fuzz_read.c - any bytes through the whole reader.
 */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	arena a;
	reading *r;
	err e = {0};

	arena_init(&a, NULL, 0);
	r = arena_new(&a, reading);
	if (reading_run(fuzz_reader(), (slice){(const char *)bytes, n}, &a, r, &e) == RC_OK)
		fuzz_check_reading(r);
	arena_done(&a);
	return 0;
}
