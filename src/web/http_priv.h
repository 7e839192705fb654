/*
 * http_priv.h - between the server and what it listens on.
 */
#ifndef DONDOC_WEB_HTTP_PRIV_H
#define DONDOC_WEB_HTTP_PRIV_H

#include "web/http.h"

/* http_listen() - a socket that takes connections, not blocking; -1 when it cannot be had. */
int http_listen(slice where);

#endif
