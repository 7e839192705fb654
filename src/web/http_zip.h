/*
 * http_zip.h - a page made small for the wire, when its reader takes that.
 */
#ifndef DONDOC_WEB_HTTP_ZIP_H
#define DONDOC_WEB_HTTP_ZIP_H

#include "web/http.h"

/* What packing needs, 300 KB: made once for a worker. http_zip_open(): NULL without memory or the
 * library (MSG_NEEDS_LIBDEFLATE to `e`), with which nothing is packed; lies on `a`. http_zip_close() before that is done. */
typedef struct zipper zipper;
zipper *http_zip_open(arena *a, err *e);
void http_zip_close(zipper *z);

/* http_zip() - the body of r as gzip, with its headers, when the request accepts it, the body
 * is text, and it becomes smaller; else r is as it was. Must not be used for a body that mixes
 * a secret with what strangers may make us repeat while others can make the browser ask: the
 * cookie is SameSite=Lax, so only our own pages can. Linear. */
void http_zip(zipper *z, const http_request *q, http_response *r);

#endif
