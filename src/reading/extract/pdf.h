/*
 * pdf.h - the words of a PDF, with where they stand on the page, as lines.
 *
 * The PDF itself is opened by pdftotext (poppler-utils), a program of its own;
 * what it writes with -bbox is read here.
 */
#ifndef DONDOC_READING_EXTRACT_PDF_H
#define DONDOC_READING_EXTRACT_PDF_H

#include "reading/extract/rawdoc.h"

/* rawdoc_from_words() - lines in reading order: the columns of a header and of a
 * signature apart, cells of tables, stamps joined to the line they lie on. The text
 * lies on `a`. MSG_NO_TEXT_LAYER when there are no words, MSG_DAMAGED,
 * MSG_TOO_MANY_PAGES, MSG_OVER_BUDGET.
 * n log n in the words of a page. */
MUST_CHECK rc rawdoc_from_words(slice xhtml, arena *a, rawdoc *ret, err *e);

/* The same in pieces, while pdftotext still writes. pdf_intake_feed() is false once no
 * more is wanted: the list is whole (pdftotext takes its time to end, nobody need wait
 * for it), or of no use; pdf_intake_end() says which, with the errors above. Memory: what
 * the words take, about 60 bytes each; never the list itself. */
typedef struct pdf_intake pdf_intake;
NEVER_NULL pdf_intake *pdf_intake_new(arena *a);
bool pdf_intake_feed(pdf_intake *t, slice bytes);
MUST_CHECK rc pdf_intake_end(pdf_intake *t, rawdoc *ret, err *e);

/* pdf_figures() - how many pictures the PDF `pdf` holds, masks of others not counted. What a
 * picture says of itself is never packed, so that no parser is needed. Linear. */
uint32_t pdf_figures(slice pdf);

/* pdf_signers() - who signed the PDF `pdf` and when, as lines RAW_SIGNER behind those of
 * the document, in the order of the file. What does not hold together is passed over.
 * Linear in the file. */
void pdf_signers(slice pdf, arena *a, rawdoc *doc);

#endif
