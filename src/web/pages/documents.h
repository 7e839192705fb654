/*
 * documents.h - what lists of documents are narrowed by: the list and the search share it.
 */
#ifndef DONDOC_WEB_PAGES_DOCUMENTS_H
#define DONDOC_WEB_PAGES_DOCUMENTS_H

#include "web/pages/show.h"

/* documents_filter() - of the query; what is not asked for is empty. */
document_filter documents_filter(visit *p);

/* documents_days() - its days; these `none` where there is none. MSG_DAY_BAD. */
MUST_CHECK rc documents_days(const document_filter *f, int64_t none_since, int64_t none_until,
                             int64_t *ret_since, int64_t *ret_until, err *e);

/* documents_issuers() - bodies that have issued something, in the order of the registry. */
MUST_CHECK rc documents_issuers(visit *p, slice chosen, options *to, err *e);

#endif
