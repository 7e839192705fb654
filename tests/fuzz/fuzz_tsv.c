/*
 * fuzz_tsv.c - any text as tesseract's word list, mended, shaped and read.
 */
#include "fuzz.h"

#include "base/strbuf.h"
#include "reading/extract/tsv.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	slice in = {(const char *)bytes, n};
	strbuf b;
	arena a;
	rawdoc *raw;
	reading *r;
	err e = {0};

	strbuf_init(&b, NULL, (size_t)1 << 20);
	strbuf_put(&b, S("1\t1\t0\t0\t0\t0\t0\t0\t2480\t3508\t-1\t\n"));
	strbuf_put(&b, in);
	arena_init(&a, NULL, 0);
	raw = arena_new(&a, rawdoc);
	r = arena_new(&a, reading);
	if (rawdoc_from_tsv(strbuf_slice(&b), &a, raw, &e) == RC_OK &&
	    reading_run_raw(fuzz_reader(), raw, &a, r, &e) == RC_OK)
		fuzz_check_reading(r);
	arena_done(&a);
	strbuf_done(&b);
	return 0;
}
