/*
 * http_mhd_priv.h - what the parts of the server share (http_mhd.c). The only file that includes
 * microhttpd.h.
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

enum stage { TAKING, ASKED, ANSWERED, STREAMING, KEPT };

typedef struct server server;

/* A request on its way. The stage stands first, as in a kept answer. */
typedef struct call {
	enum stage stage;
	bool too_large, keyed; /* keyed: its answer may be kept under `key` */
	bool twofold;          /* a proxy may see another end, or another host, in its head */
	server *s;
	struct MHD_Connection *conn;
	struct call *next;
	unsigned char key[HTTP_KEY];
	struct kept *kept; /* the answer, when it is such a one */
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

/* An answer by its key (http_kept.c). The stage stands first, as in a call. */
enum { KEPT_MAX = 64, KEPT_WORDS = 96 };
typedef struct kept {
	enum stage stage;
	bool listed;   /* may be found; else only sent to its end */
	unsigned uses; /* by those who send it */
	size_t n;
	struct MHD_Response *response; /* NULL: the place is free */
	unsigned char key[HTTP_KEY];
	char again[KEPT_WORDS];
	size_t nagain;
} kept;

/* A ring: the next one to give way is at `next`. */
typedef struct kept_table {
	pthread_mutex_t lock;
	kept at[KEPT_MAX];
	unsigned next;
	size_t bytes;
} kept_table;

/* Open connections (http_slow.c): a list, and places that nobody has. */
typedef struct places {
	pthread_mutex_t lock;
	struct place *first, *free;
} places;

enum { HTTP_IDLE_SECONDS = 30, HTTP_CONNECTIONS_MAX = 4000 };

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
	_Atomic uint64_t count; /* of requests */
	_Atomic size_t held;    /* bytes of all bodies */
	streams open;
	kept_table kept;
	places places;
};

/* http_call_new() - the head of a request is there. http_call_body() - some of its body, which
 * may be too much: c->too_large. http_call_end_part() - its last field or file is whole.
 * http_call_free() - it is over; NULL is fine. */
call *http_call_new(server *s, struct MHD_Connection *conn, const char *url, const char *method);
void http_call_body(call *c, const char *data, size_t n);
void http_call_end_part(call *c);
void http_call_free(call *c);

/* http_call_key() - the handler's name for what is asked for; false: it has none. */
bool http_call_key(server *s, struct MHD_Connection *conn, const char *url, const char *method,
                   unsigned char ret[HTTP_KEY]);

/* http_response_bytes() - what goes after the headers. http_response_make() - as the library
 * has it, with our headers; NULL without memory. */
slice http_response_bytes(const http_response *r);
struct MHD_Response *http_response_make(server *s, const http_response *r,
                                        enum MHD_ResponseMemoryMode mode);

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
