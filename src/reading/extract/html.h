/*
 * html.h - a web page as lines: what its reader sees, in reading order.
 */
#ifndef DONDOC_READING_EXTRACT_HTML_H
#define DONDOC_READING_EXTRACT_HTML_H

#include "reading/extract/rawdoc.h"

/* rawdoc_from_html() - paragraphs, list items with their numbers, cells of tables;
 * bold and italic as flags. Never the targets of links, scripts, styles, frames,
 * forms or anything that stands elsewhere. Origins are bytes of the page, as
 * UTF-8. MSG_EMPTY, MSG_BINARY, MSG_TOO_LARGE, MSG_NEEDS_LIBGUMBO. The text lies
 * on `a`. */
MUST_CHECK rc rawdoc_from_html(slice bytes, arena *a, rawdoc *ret, err *e);

/* html_ready() - open the library now: a sandboxed child no longer can. */
MUST_CHECK rc html_ready(err *e);

/* html_utf8() - text of any of the letter codes pages and mails come in, as UTF-8:
 * UTF-16 by its mark, else Windows-1258 where `named` says so, else Windows-1252.
 * What is UTF-8 already is given back as it is, without its mark. Linear. */
slice html_utf8(slice bytes, slice named, arena *a);

#endif
