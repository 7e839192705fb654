/*
 * ocr.h - the pages of a scan read by tesseract, one after the other.
 */
#ifndef DONDOC_APP_OCR_H
#define DONDOC_APP_OCR_H

#include "base/strbuf.h"
#include "reading/extract/sniff.h"

/* ocr_is_picture() - a kind of file that only tesseract can read. */
bool ocr_is_picture(file_kind k);

/* A file whose pages are pictures, or one page of a PDF. */
typedef struct scan_file {
	file_kind kind;
	slice bytes;
	uint32_t page; /* of a PDF, from 1; 0: all */
} scan_file;

/* ocr_words() - tesseract's word lists of its pages, one after the other, appended;
 * rawdoc_from_tsv() reads them. Nothing is
 * written to a disk. MSG_NEEDS_TESSERACT, MSG_NEEDS_VIETNAMESE, MSG_NEEDS_POPPLER,
 * MSG_TOO_MANY_PAGES, MSG_TOO_SLOW, MSG_DAMAGED. Some seconds a page; one program
 * runs at a time, on one core. */
MUST_CHECK rc ocr_words(const scan_file *s, strbuf *ret, err *e);

#endif
