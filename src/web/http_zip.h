/*
 * http_zip.h - a page made small for the wire, when its reader takes that.
 */
#ifndef DONDOC_WEB_HTTP_ZIP_H
#define DONDOC_WEB_HTTP_ZIP_H

#include "web/http.h"

/* What packing needs, 230 KB: made once for a worker. http_zip_open(): NULL without the library
 * (MSG_NEEDS_LIBISAL), and with NULL nothing is packed; lies on `a`. */
typedef struct zipper zipper;
zipper *http_zip_open(arena *a, err *e);

/* http_zip() - the body of r as gzip, with its headers, when the request accepts it, the body
 * is text, and it becomes smaller; else r is as it was. Must not be used for a body that mixes
 * a secret with what strangers may make us repeat while others can make the browser ask: the
 * cookie is SameSite=Lax, so only our own pages can. Linear. */
void http_zip(zipper *z, const http_request *q, http_response *r);

#endif
