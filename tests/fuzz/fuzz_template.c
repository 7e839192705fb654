/*
 * fuzz_template.c - any bytes as a sample document, rendered on any day.
 */
#include "fuzz.h"

#include <stdlib.h>

#include "app/template.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	slice text = {(const char *)bytes, n};
	slice out = {NULL, 0};
	int32_t today = n > 0 ? bytes[0] * 14000 : 0; /* up to the year 11743 */
	err e = {0};
	arena a;

	arena_init(&a, NULL, 0);
	if (template_render(text, today, &a, &out, &e) == RC_OK) {
		for (size_t i = 0; i + 1 < out.n; i++)
			if (out.p[i] == '{' && out.p[i + 1] == '{')
				abort();
	} else if (out.p != NULL || e.rc == RC_OK) {
		abort();
	}
	arena_done(&a);
	return 0;
}
