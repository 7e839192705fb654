/*
 * assignments.h - who is to do what until when.
 */
#ifndef DONDOC_READING_ASSIGNMENTS_H
#define DONDOC_READING_ASSIGNMENTS_H

#include "reading/facts/text/scan.h"

/* assignments_find() - the pass: r->assignments, in the order of the text. Runs after roles_find().
 * Linear. */
void assignments_find(scan *s);

#endif
