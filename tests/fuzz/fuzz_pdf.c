/*
 * fuzz_pdf.c - any text as the word list of a PDF, read and shaped.
 */
#include "fuzz.h"

#include "base/strbuf.h"
#include "reading/extract/pdf.h"
#include "reading/reading.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	slice in = {(const char *)bytes, n};
	strbuf b;
	arena a;
	rawdoc *raw;
	reading *r;
	err e = {0};

	strbuf_init(&b, NULL, (size_t)1 << 20);
	strbuf_put(&b, S("<doc\n><page\nwidth=\"595\" height=\"842\">"));
	strbuf_put(&b, in);
	strbuf_put(&b, S("</page\n></doc\n>"));
	arena_init(&a, NULL, 0);
	raw = arena_new(&a, rawdoc);
	r = arena_new(&a, reading);
	if (rawdoc_from_words(strbuf_slice(&b), &a, raw, &e) == RC_OK &&
	    reading_run_raw(fuzz_reader(), raw, &a, r, &e) == RC_OK)
		fuzz_check_reading(r);
	arena_done(&a);
	strbuf_done(&b);
	return 0;
}
