/*
 * pdf_pictures.h - the pages of a PDF with text that are pictures.
 */
#ifndef DONDOC_APP_PDF_PICTURES_H
#define DONDOC_APP_PDF_PICTURES_H

#include "reading/extract/rawdoc.h"

/* pdf_pictures() - read by tesseract those bare pages that a picture covers, and put their lines
 * where they stand; doc is then `ocr`. Pages that are blank leave the list of bare ones, those
 * that could not be read stay in it. `a` must not be guarded. Fails only when memory does.
 * Some seconds a page; nothing where no page is bare. */
MUST_CHECK rc pdf_pictures(slice pdf, arena *a, rawdoc *doc, err *e);

#endif
