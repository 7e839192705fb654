/*
 * http.h - requests in, responses out. Who listens, and how, is http_mhd.c's alone.
 *
 * One thread moves bytes; `workers` threads answer, each with a context of its own (a
 * database connection). A request is whole before it is answered. Its memory, and the
 * response's, live on its arena and go with it.
 */
#ifndef DONDOC_WEB_HTTP_H
#define DONDOC_WEB_HTTP_H

#include "base/arena.h"
#include "base/strbuf.h"

enum http_method { HTTP_GET, HTTP_HEAD, HTTP_POST, HTTP_OTHER };

typedef struct http_pair {
	slice name, value;
} http_pair;

/* A file of an upload. */
typedef struct http_file {
	slice field, name, bytes;
} http_file;

typedef struct http_request {
	arena *a;
	enum http_method method;
	slice path; /* decoded, begins with '/', no "..", no NUL */
	slice host, cookie, type, if_none_match, user_agent, forwarded_for, authorization, accept,
		accept_encoding, forwarded_proto, if_match, csrf, last_event;
	slice origin, fetch_site, peer; /* peer: the address as text */
	bool partial; /* htmx asks for a fragment */
	VEC(http_pair) query, form;
	VEC(http_file) files;
	slice body;
	int refused; /* 413, 400: too large, or a path that makes no sense; 0: fine */
	uint64_t number; /* of the request: what the log and an error page show */
} http_request;

typedef struct http_response {
	int status;
	slice type; /* empty: text/html; charset=utf-8 */
	strbuf body;
	slice still; /* constant bytes instead of `body`: nothing is copied */
	void *stream; /* with status 200: after `body` goes what the handler's more() adds */
	VEC(http_pair) headers;
	slice again; /* not empty: it may be given again under its key; these words are logged then */
} http_response;

/* What is seen of a request before a worker has it: a GET without a query and without a body. */
enum { HTTP_KEY = 32 };
typedef struct http_glance {
	slice path, cookie, accept_encoding;
} http_glance;

/* http_query(), http_form() - the first value of that name; p NULL when there is none. */
slice http_query(const http_request *q, slice name);
slice http_form(const http_request *q, slice name);

/* http_header() - add a header. Line ends in the value are dropped. */
void http_header(const http_request *q, http_response *r, slice name, slice value);

/* http_path_is_ours() - does a browser that is given this stay with us? http_redirect() - 303 to a
 * path of ours; to "/" if it is none. */
bool http_path_is_ours(slice path);
void http_redirect(const http_request *q, http_response *r, slice path);

/* http_decode() - percent-encoding and '+' (plus: in forms) undone, on `a`. */
slice http_decode(arena *a, slice s, bool plus);

/* http_fields() - "a=1&b=2" as pairs appended to the list. At most HTTP_FIELDS_MAX. */
#define HTTP_FIELDS_MAX 2000
typedef VEC(http_pair) http_pairs;
void http_fields(arena *a, slice s, http_pairs *ret);

/* http_cookie() - the first value of that name with that length; empty when there is none that
 * we could have made. http_path_is_sane() - begins with '/', is text, has no "..". */
slice http_cookie(slice cookies, slice name, size_t length);
bool http_path_is_sane(slice path);

/* http_is_text() - are all words of it UTF-8 without a NUL? What is none a database takes, and
 * another does not. */
bool http_is_text(const http_request *q);

typedef struct http_handler {
	void *(*open)(void *ctx); /* a worker begins; NULL: it cannot */
	void (*close)(void *ctx, void *worker);
	void (*answer)(void *ctx, void *worker, http_request *q, http_response *r);
	void *ctx;
	/* Every second for each open stream, one after the other: add to `to` what is new.
	 * `quiet`: so many seconds nothing was said. False: the stream ends. May be NULL. */
	bool (*more)(void *ctx, void *worker, void *stream, unsigned quiet, strbuf *to);
	/* A name for all that the answer to this depends on: who asks, for what, and the state of
	 * everything that is shown; false: it has none. Asked before the answer is made, on a
	 * thread that moves bytes: it must not wait. May be NULL. */
	bool (*key)(void *ctx, const http_glance *g, unsigned char ret[HTTP_KEY]);
	/* An answer was given again. */
	void (*said)(void *ctx, uint64_t number, slice again);
} http_handler;

typedef struct http_options {
	slice listen; /* "127.0.0.1:8080", "[::1]:8080", "unix:PATH" */
	unsigned workers; /* 0: as many as the machine has cores, at least two */
	size_t body_max;
	unsigned wait; /* seconds for what a client has to send or take; see http_slow.h */
} http_options;

/* http_serve() - listen and answer until SIGINT or SIGTERM. `ready` is called once when
 * requests are taken. MSG_LISTEN when the address cannot be had, MSG_NEEDS_LIBMHD. */
MUST_CHECK rc http_serve(const http_options *o, const http_handler *h, void (*ready)(void *ctx),
                         err *e);

#endif
