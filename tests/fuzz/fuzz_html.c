/*
 * fuzz_html.c - any bytes as a page, read and shaped.
 */
#include "fuzz.h"

#include "reading/extract/html.h"
#include "reading/reading.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	arena a;
	rawdoc *raw;
	reading *r;
	err e = {0};

	arena_init(&a, NULL, 0);
	raw = arena_new(&a, rawdoc);
	r = arena_new(&a, reading);
	if (rawdoc_from_html((slice){(const char *)bytes, n}, &a, raw, &e) == RC_OK &&
	    reading_run_raw(fuzz_reader(), raw, &a, r, &e) == RC_OK)
		fuzz_check_reading(r);
	arena_done(&a);
	return 0;
}
