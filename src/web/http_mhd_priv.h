/*
 * http_mhd_priv.h - what the server (http_mhd.c) and its streams (http_stream.c) share. The
 * only file that includes microhttpd.h.
 */
#ifndef DONDOC_WEB_HTTP_MHD_PRIV_H
#define DONDOC_WEB_HTTP_MHD_PRIV_H

#include <microhttpd.h>
#include <pthread.h>

#include "web/http_priv.h"

typedef struct mhd {
#define MHD_USED(name) __typeof__(&name) name;
#include "web/mhd.def"
#undef MHD_USED
} mhd;

enum stage { TAKING, ASKED, ANSWERED, STREAMING };

typedef struct server server;

/* A request on its way. */
typedef struct call {
	server *s;
	struct MHD_Connection *conn;
	struct call *next;
	enum stage stage;
	bool too_large;
	size_t held; /* bytes of its body so far */
	arena a;
	http_request q;
	http_response r;
	strbuf body;
	struct MHD_PostProcessor *form;
	strbuf part;            /* the value or file being received */
	http_pair part_of;      /* its field, and its file's name */
	/* of a stream, under the lock of the streams */
	size_t sent;            /* of r.body */
	unsigned slot, quiet;   /* quiet: ticks since something was said */
	bool waits, busy, gone, ends; /* waits: suspended; gone: the client is, while busy */
} call;

enum { STREAMS_MAX = 1000 };
typedef struct streams {
	pthread_mutex_t lock;
	pthread_cond_t over_now;
	pthread_t thread;
	bool started, over;
	unsigned n;
	call *at[STREAMS_MAX];
} streams;

struct server {
	mhd lib;
	const http_options *o;
	const http_handler *h;
	struct MHD_Daemon *daemon;
	pthread_mutex_t lock;
	pthread_cond_t more;
	call *first, *last;
	unsigned waiting;
	bool over;
	uint64_t count;
	size_t held; /* bytes of all bodies: the epoll thread alone counts */
	streams open;
};

/* http_call_free() - a request is over; NULL is fine. */
void http_call_free(call *c);

/* http_stream_begin() - answer with what r.body holds, and then with whatever the handler's
 * `more` adds, until it or the client ends. MHD_NO when too many are open already. */
enum MHD_Result http_stream_begin(call *c, struct MHD_Response **ret);

/* http_stream_gone() - the client is; false: the call is still in use and freed later. */
bool http_stream_gone(call *c);

/* http_streams_init(), http_streams_end() - before and after the daemon runs. After the latter
 * no connection is suspended by a stream. */
void http_streams_init(server *s);
void http_streams_end(server *s);

#endif
