/*
 * http_kept.h - answers that are given again: whole, as the library sends them.
 */
#ifndef DONDOC_WEB_HTTP_KEPT_H
#define DONDOC_WEB_HTTP_KEPT_H

#include "web/http_mhd_priv.h"

/* http_kept_find() - the answer of this key, to be sent and then given back with
 * http_kept_drop(); NULL when there is none. From any thread. O(KEPT_MAX). */
kept *http_kept_find(server *s, const unsigned char key[HTTP_KEY]);

/* http_kept_put() - keep the answer of `c`, which has a key, and hold it like
 * http_kept_find(); NULL when it cannot be made. Copies. */
kept *http_kept_put(server *s, const call *c);
void http_kept_drop(server *s, kept *k);

/* http_kept_again() - the words of http_response.again. */
slice http_kept_again(const kept *k);

/* http_kept_send() - answer a connection with it. */
enum MHD_Result http_kept_send(server *s, const kept *k, struct MHD_Connection *conn);

/* http_kept_init(), http_kept_end() - before and after the daemon runs. */
void http_kept_init(server *s);
void http_kept_end(server *s);

#endif
