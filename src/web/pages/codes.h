/*
 * codes.h - bodies as people write them into a field, as the codes that the register takes.
 */
#ifndef DONDOC_WEB_PAGES_CODES_H
#define DONDOC_WEB_PAGES_CODES_H

#include "web/page.h"

/* codes_of() - "Sở Tài chính; SNV" → "STC,SNV", on p->a: names without regard to marks, with
 * or without "Ủy ban nhân dân". What is no name stays as it is, for the register to refuse.
 * p NULL for an empty field. Costs the bodies, once. */
MUST_CHECK rc codes_of(visit *p, slice words, slice *ret, err *e);

#endif
