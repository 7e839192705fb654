/*
 * paper.h - words laid out on a terminal: columns, wrapping, rules.
 *
 * Counts letters, not bytes, and no combining mark; what a terminal could take
 * for a command (control and bidirectional signs of a hostile document) never
 * gets through. It knows nothing of documents.
 */
#ifndef DONDOC_APP_PAPER_H
#define DONDOC_APP_PAPER_H

#include "base/strbuf.h"

typedef struct paper {
	strbuf *to;
	strbuf line;    /* the paragraph being put together */
	unsigned width; /* columns */
	bool strong;    /* the terminal can show bold */
} paper;

/* paper_init() - lay out for `to`; owns memory until paper_done(). */
void paper_init(paper *p, strbuf *to, unsigned width, bool strong);
void paper_done(paper *p);

/* paper_add*() - words of the next paragraph. */
void paper_add(paper *p, slice s);
void paper_addc(paper *p, const char *s);

/* paper_add_any() - any bytes (a file name): what is not UTF-8 becomes U+FFFD. */
void paper_add_any(paper *p, slice s);

/* paper_put() - the paragraph, wrapped: `label` at column `indent`, the words from
 * column `hang` on in every line. A label that reaches the words pushes them one
 * line down. Without words nothing is printed unless there is a label.
 * Linear. */
void paper_put(paper *p, unsigned indent, slice label, unsigned hang);

/* paper_bullet() - the same behind a '-' at column `hang`, the words two further. */
void paper_bullet(paper *p, unsigned indent, slice label, unsigned hang);

/* paper_strong() - the same as a heading. */
void paper_strong(paper *p, unsigned indent, slice label, unsigned hang);

/* paper_rule() - a line across the page, of `mark`. */
void paper_rule(paper *p, slice mark);
void paper_blank(paper *p);

/* paper_columns() - how many columns s takes. Linear. */
unsigned paper_columns(slice s);

#endif
