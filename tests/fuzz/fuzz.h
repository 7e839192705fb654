/*
 * fuzz.h - what the fuzz targets share: one reader over the embedded tables.
 *
 * A target is one function, LLVMFuzzerTestOneInput(), in a file of its own. Any
 * bytes must give a result or an error: a crash, a leak, a hang is a finding.
 */
#ifndef DONDOC_TESTS_FUZZ_H
#define DONDOC_TESTS_FUZZ_H

#include "reading/parts.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

/* fuzz_reader() - a reader with every registry that the program carries; made
 * once, at the first call. */
const reader *fuzz_reader(void);

/* fuzz_check_reading() - what must be true of any reading: spans inside the text,
 * blocks and lists in order, indexes in range. Aborts where it is not. */
void fuzz_check_reading(const reading *r);

/* fuzz_check_parts() - the same of every document in the lines of a file, and that each line is
 * one document's. */
void fuzz_check_parts(const rawdoc *doc, arena *a);

/* fuzz_check_scan() - tesseract's rows of a page, mended, shaped, read and checked so. */
void fuzz_check_scan(slice rows);

/* fuzz_valid() - the longest valid UTF-8 start of the input. */
slice fuzz_valid(const uint8_t *bytes, size_t n);

#endif
