/*
 * fuzz_mixed.c - any list of pictures, any words of a text layer and any words of a scan, parted
 * by form feeds: a PDF of text and pictures.
 */
#include "fuzz.h"

#include "reading/extract/mixed.h"
#include "reading/extract/pdf.h"
#include "reading/extract/tsv.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	slice words = {(const char *)bytes, n}, list = {"", 0}, layer = {"", 0};
	arena a;
	rawdoc *doc, *page;
	reading *r;
	err e = {0};

	(void)slice_cut(&words, '\f', &list);
	(void)slice_cut(&words, '\f', &layer);
	arena_init(&a, NULL, 0);
	doc = arena_new(&a, rawdoc);
	page = arena_new(&a, rawdoc);
	r = arena_new(&a, reading);
	if (rawdoc_from_words(layer, &a, doc, &e) == RC_OK &&
	    rawdoc_from_tsv(words, &a, page, &e) == RC_OK) {
		mixed_covered(doc, list);
		for (uint32_t i = 0; i < doc->bare.n; i++)
			mixed_put(doc, doc->bare.p[i], page, &a);
		mixed_put(doc, 1, page, &a);
		if (reading_run_raw(fuzz_reader(), doc, &a, r, &e) == RC_OK)
			fuzz_check_reading(r);
	}
	arena_done(&a);
	return 0;
}
