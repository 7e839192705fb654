/*
 * facts.h - the passes over a shaped text. Each reads what stands before it in
 * this list and fills its own part of s->r; see scan.h.
 */
#ifndef DONDOC_READING_FACTS_H
#define DONDOC_READING_FACTS_H

#include "reading/facts/blocks.h"
#include "reading/facts/scan.h"

void header_find(scan *s);      /* kind, number, issued, issuer, title, marks, addressees */
void signature_find(scan *s);   /* signature, recipients, archive */
void citations_find(scan *s);
void figures_find(scan *s);
void dates_find(scan *s);
void purpose_find(scan *s);     /* purpose, conclusion_of */
void meetings_find(scan *s);
void roles_find(scan *s);       /* dates[].role */
void assignments_find(scan *s);
void elsewhere_settle(scan *s); /* actors[].elsewhere */

#endif
