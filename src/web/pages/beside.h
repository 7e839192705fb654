/*
 * beside.h - the documents that came in one file, beside the one that is looked at.
 */
#ifndef DONDOC_WEB_PAGES_BESIDE_H
#define DONDOC_WEB_PAGES_BESIDE_H

#include "web/pages/show.h"

/* The file of a document, and which of how many in it that is. */
typedef struct beside_ask {
	slice sha256; /* of the file */
	int64_t part, parts;
} beside_ask;

/* beside_list() - every document of the file in its order, the asked one among them. Nothing when
 * it is the only one. Others that the viewer may not see are left out; for those who see
 * everything, one that never came into the register is said to be missing. */
MUST_CHECK rc beside_list(visit *p, const beside_ask *ask, beside_rows *ret, err *e);

/* beside_whole() - may the viewer see every document of the file? Else the file itself, and the
 * pages of the others, are not his. */
MUST_CHECK rc beside_whole(visit *p, const beside_ask *ask, bool *ret, err *e);

#endif
