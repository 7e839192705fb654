/*
 * fuzz_tsv.c - any text as tesseract's word list, mended, shaped and read.
 */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	fuzz_check_scan((slice){(const char *)bytes, n});
	return 0;
}
