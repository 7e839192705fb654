/*
 * recipients.h - "Nơi nhận": a step of signature_find().
 */
#ifndef DONDOC_READING_RECIPIENTS_H
#define DONDOC_READING_RECIPIENTS_H

#include "reading/facts/text/scan.h"

/* recipients_find() - r->recipients, one or more actors an item, and r->archive
 * from the item that begins with "Lưu" (which stays in the list too). Linear. */
void recipients_find(scan *s);

#endif
