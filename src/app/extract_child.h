/*
 * extract_child.h - foreign formats are opened in a child that can do no harm.
 */
#ifndef DONDOC_APP_EXTRACT_CHILD_H
#define DONDOC_APP_EXTRACT_CHILD_H

#include "reading/extract/extract.h"

/* extract_in_child() - as extract_run() of the bytes of any file. Plain text is read
 * here; all else in a child of its own, whose answer is checked as if an enemy
 * had written it. `a` must not be guarded. MSG_READER_DIED, MSG_TOO_SLOW,
 * MSG_NO_SANDBOX, MSG_NEEDS_*. Costs a fork a document, for a PDF two. */
MUST_CHECK rc extract_in_child(file_kind k, slice bytes, arena *a, rawdoc *ret, err *e);

#endif
