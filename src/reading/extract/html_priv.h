/*
 * html_priv.h - a parsed page on its way to lines.
 */
#ifndef DONDOC_READING_EXTRACT_HTML_PRIV_H
#define DONDOC_READING_EXTRACT_HTML_PRIV_H

#include <gumbo.h>

#include "reading/extract/docx_priv.h"
#include "reading/extract/html.h"

/* html_walk() - everything that is seen of the tree into d->lines. Linear. MSG_HOSTILE for
 * depth. */
MUST_CHECK rc html_walk(docx *d, const GumboNode *root, err *e);

/* html_is_tame() - may the page be given to the parser? Counts, without one, the elements
 * that stay open and the attributes of each: over those its time is quadratic.
 * Linear. */
bool html_is_tame(slice page);

#endif
