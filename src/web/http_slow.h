/*
 * http_slow.h - who keeps a connection busy with next to nothing is cut off.
 *
 * The library ends a connection on which nothing comes for a while; a byte now and then would
 * hold it for ever. So a request's head must be whole in http_options.wait seconds after that
 * while, and a body, or the taking of an answer, may last as long and a second for each
 * kilobyte. What a worker does is not limited here.
 */
#ifndef DONDOC_WEB_HTTP_SLOW_H
#define DONDOC_WEB_HTTP_SLOW_H

#include "web/http_mhd_priv.h"

/* http_slow_notify() - for the library: a connection came or went. ctx: the server. */
void http_slow_notify(void *ctx, struct MHD_Connection *conn, void **socket_context,
                      enum MHD_ConnectionNotificationCode code);

/* What happens on a connection now, on the thread that moves its bytes: the head of a request
 * is awaited; `n` bytes of its body have come; a worker has it; an answer of `n` bytes goes. */
void http_slow_head(server *s, struct MHD_Connection *conn);
void http_slow_body(server *s, struct MHD_Connection *conn, size_t n);
void http_slow_rest(server *s, struct MHD_Connection *conn);
void http_slow_answer(server *s, struct MHD_Connection *conn, size_t n);

/* http_slow_sweep() - cut off those whose time is over. Every second; O(connections). */
void http_slow_sweep(server *s);

/* http_slow_init() - before the daemon runs; the places of all connections lie on `a`. */
void http_slow_init(server *s, arena *a);

#endif
