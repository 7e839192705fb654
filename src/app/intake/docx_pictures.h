/*
 * docx_pictures.h - a Word file that holds nothing but pictures of pages.
 */
#ifndef DONDOC_APP_DOCX_PICTURES_H
#define DONDOC_APP_DOCX_PICTURES_H

#include "reading/extract/rawdoc.h"

/* docx_pictures() - read the pictures of a Word file by tesseract, each as a page, in the order
 * of their names. MSG_EMPTY when there are none large enough to be one; else as ocr_words().
 * `a` must not be guarded. Some seconds a picture. */
MUST_CHECK rc docx_pictures(slice docx, arena *a, rawdoc *ret, err *e);

#endif
