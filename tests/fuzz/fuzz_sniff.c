/*
 * fuzz_sniff.c - any bytes: what are they? Whatever the answer, the extractor of that
 * kind which reads files as they come must take them, and so must every look that is
 * taken at a file before it is believed.
 */
#include "fuzz.h"

#include <stdlib.h>

#include "app/intake/convert_priv.h"
#include "reading/extract/csv.h"
#include "reading/extract/extract.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	slice in = {(const char *)bytes, n};
	file_kind k = sniff(in);
	arena a;
	rawdoc *raw;
	reading *r;
	err e = {0};

	if (k >= FILE_KIND_COUNT || sniff_media(k).n == 0)
		abort();
	(void)csv_separator(in);
	(void)ole_holds(in, S("WordDocument"));
	arena_init(&a, NULL, 0);
	raw = arena_new(&a, rawdoc);
	r = arena_new(&a, reading);
	if (extract_run(k, in, &a, raw, &e) == RC_OK &&
	    reading_run_raw(fuzz_reader(), raw, &a, r, &e) == RC_OK)
		fuzz_check_reading(r);
	arena_done(&a);
	return 0;
}
