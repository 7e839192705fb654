/*
 * documents.h - what lists of documents are narrowed by, which the list and the search share, and
 * the rows of the list in the order that is asked for.
 */
#ifndef DONDOC_WEB_PAGES_DOCUMENTS_H
#define DONDOC_WEB_PAGES_DOCUMENTS_H

#include "web/pages/show.h"
#include "web/pages/sorted.h"

#define DOCUMENTS_WAITING S("cho-ra-soat")
#define DOCUMENTS_REVIEWED S("da-ra-soat")

/* documents_filter() - of the query; what is not asked for is empty. */
document_filter documents_filter(visit *p);

/* documents_address() - of this list, with another tab; ends with '?' or '&'. */
slice documents_address(visit *p, const char *path, document_filter f, slice tab);

/* documents_order() - by which heading the query sorts. */
sort_ask documents_order(visit *p);

/* documents_find() - a page of the list, newest entered first where no heading is asked for; `f` is
 * left as it was understood. */
typedef struct documents_found {
	sql_document_list_rows rows;
	int64_t total; /* up to TABLES_COUNTED */
} documents_found;
MUST_CHECK rc documents_find(visit *p, document_filter *f, const sort_ask *order, int64_t most,
                             int64_t skip, documents_found *ret, err *e);

/* documents_days() - its days; these `none` where there is none. MSG_DAY_BAD. */
MUST_CHECK rc documents_days(const document_filter *f, int64_t none_since, int64_t none_until,
                             int64_t *ret_since, int64_t *ret_until, err *e);

/* documents_issuers() - bodies that have issued something, in the order of the registry. */
MUST_CHECK rc documents_issuers(visit *p, slice chosen, options *to, err *e);

#endif
