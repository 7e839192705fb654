/*
 * extract.h - any kind of file into lines: the table of extractors.
 */
#ifndef DONDOC_READING_EXTRACT_EXTRACT_H
#define DONDOC_READING_EXTRACT_EXTRACT_H

#include "reading/extract/rawdoc.h"
#include "reading/extract/sniff.h"

/* extract_prepare() - open now what the extractor of this kind will need; after
 * this it runs without opening any file. RC_OK for kinds that need nothing. */
MUST_CHECK rc extract_prepare(file_kind k, err *e);

/* extract_run() - the lines of a file of kind k; of a PDF, `bytes` are the word list
 * that pdftotext wrote of it, of a picture
 * those that tesseract wrote. They must outlive ret. MSG_UNSUPPORTED for a kind that
 * has no extractor yet. */
MUST_CHECK rc extract_run(file_kind k, slice bytes, arena *a, rawdoc *ret, err *e);

/* extract_foreign() - is the format one that only a guarded child may open? */
bool extract_foreign(file_kind k);

#endif
