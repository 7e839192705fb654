/*
 * fuzz_legacy.c - any bytes as text of the old fonts: in each of the codes they must
 * become UTF-8, and so must the file as a whole, whatever it is taken for.
 */
#include "fuzz.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "reading/extract/html.h"
#include "reading/extract/legacy.h"

static void is_text(slice s)
{
	if (utf8_invalid_at(s) != s.n)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	slice in = {(const char *)bytes, n};
	arena a;
	rawdoc *raw;
	reading *r;
	err e = {0};

	arena_init(&a, NULL, 0);
	(void)legacy_of_bytes(in);
	is_text(legacy_from_bytes(in, LEGACY_TCVN3, &a));
	is_text(legacy_from_bytes(in, LEGACY_VNI, &a));
	is_text(html_utf8(in, S("windows-1258"), &a));
	is_text(html_utf8(in, S(""), &a));
	raw = arena_new(&a, rawdoc);
	r = arena_new(&a, reading);
	if (rawdoc_from_text(in, &a, raw, &e) == RC_OK) {
		legacy_mend(raw, &a);
		for (uint32_t i = 0; i < raw->lines.n; i++)
			is_text(raw->lines.p[i].text);
		if (reading_run_raw(fuzz_reader(), raw, &a, r, &e) == RC_OK)
			fuzz_check_reading(r);
	}
	arena_done(&a);
	return 0;
}
