/*
 * leaves.h - a document as it looks on paper: its drawn pages, with what was found on them.
 */
#ifndef DONDOC_WEB_PAGES_LEAVES_H
#define DONDOC_WEB_PAGES_LEAVES_H

#include "web/pages/show.h"

/* leaves_show() - fill v->leaves when the document has drawn pages and its reader did not ask
 * for the text (?xem=chu); v->lacks says what is missing for drawing. After v->text is cut.
 * Linear in the words and pieces. */
void leaves_show(visit *p, const sql_document_one_row *d, const sql_document_words_row *text,
                 document_view *v);

#endif
