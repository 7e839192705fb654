/*
 * http_zip.h - a page made small for the wire, when its reader takes that.
 */
#ifndef DONDOC_WEB_HTTP_ZIP_H
#define DONDOC_WEB_HTTP_ZIP_H

#include "base/pack.h"
#include "web/http.h"

/* http_zip() - the body of r as gzip, with its headers, when the request accepts it, the body
 * is text, and it becomes smaller; p may be NULL; else r is as it was. Must not be used for a body that mixes
 * a secret with what strangers may make us repeat while others can make the browser ask: the
 * cookie is SameSite=Lax, so only our own pages can. Linear. */
void http_zip(packer *p, const http_request *q, http_response *r);

#endif
