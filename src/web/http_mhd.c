/*
 * http_mhd.c - libmicrohttpd: one epoll thread, a queue, workers. With http_stream.c the only
 * one that calls the library, which is opened when a server starts.
 *
 * Its callbacks must not block, and answering in the first one of a request would close
 * every connection: so a request is collected, its connection suspended, a worker answers,
 * and the connection goes on. What a client can make us hold is limited here: the body, the
 * headers (by the library), the connections, and the time between two of its bytes.
 */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/lib.h"
#include "web/http_kept.h"

enum {
	CONNECTIONS_MAX = 4000,
	IDLE_SECONDS = 30,
	HEADER_MEMORY = 32 << 10,
	QUEUE_MAX = 4000,
	WORKERS_MAX = 64,
	WORKER_STACK = 1 << 20,
	ANSWER_MAX = 256 << 20,
};
#define HELD_MAX ((size_t)512 << 20)

static const char *const functions[] = {
#define MHD_USED(name) #name,
#include "web/mhd.def"
#undef MHD_USED
};

static slice header(const server *s, struct MHD_Connection *conn, const char *name)
{
	return slice_c(s->lib.MHD_lookup_connection_value(conn, MHD_HEADER_KIND, name));
}

static enum http_method method_of(const char *name)
{
	slice s = slice_c(name);

	return slice_eq(s, S("GET"))    ? HTTP_GET
	       : slice_eq(s, S("HEAD")) ? HTTP_HEAD
	       : slice_eq(s, S("POST")) ? HTTP_POST
	                                : HTTP_OTHER;
}

static enum MHD_Result add_query(void *ctx, enum MHD_ValueKind kind, const char *name,
                                 const char *value)
{
	call *c = ctx;

	(void)kind;
	if (name != NULL && c->q.query.n < HTTP_FIELDS_MAX)
		*VEC_PUSH(&c->a, &c->q.query) = (http_pair){arena_copy(&c->a, slice_c(name)),
		                                            arena_copy(&c->a, slice_c(value))};
	return MHD_YES;
}

static slice peer_of(call *c)
{
	const union MHD_ConnectionInfo *i = c->s->lib.MHD_get_connection_info(
		c->conn, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
	char text[INET6_ADDRSTRLEN] = "";

	if (i == NULL || i->client_addr == NULL)
		return S("");
	if (i->client_addr->sa_family == AF_INET)
		(void)inet_ntop(AF_INET, &((struct sockaddr_in *)(void *)i->client_addr)->sin_addr,
		                text, sizeof text);
	else if (i->client_addr->sa_family == AF_INET6)
		(void)inet_ntop(AF_INET6,
		                &((struct sockaddr_in6 *)(void *)i->client_addr)->sin6_addr, text,
		                sizeof text);
	return arena_copy(&c->a, slice_c(text));
}

static void fill_request(call *c, const char *url, const char *method)
{
	http_request *q = &c->q;
	const struct {
		slice *to;
		const char *name;
	} wanted[] = {
		{&q->host, "Host"},
		{&q->cookie, "Cookie"},
		{&q->type, "Content-Type"},
		{&q->if_none_match, "If-None-Match"},
		{&q->user_agent, "User-Agent"},
		{&q->forwarded_for, "X-Forwarded-For"},
		{&q->authorization, "Authorization"},
		{&q->accept, "Accept"},
		{&q->accept_encoding, "Accept-Encoding"},
		{&q->forwarded_proto, "X-Forwarded-Proto"},
		{&q->origin, "Origin"},
		{&q->fetch_site, "Sec-Fetch-Site"},
		{&q->if_match, "If-Match"},
		{&q->csrf, "X-CSRF-Token"},
		{&q->last_event, "Last-Event-ID"},
	};

	q->a = &c->a;
	q->method = method_of(method);
	q->path = arena_copy(&c->a, slice_c(url)); /* the library has decoded it */
	for (size_t i = 0; i < ARRAY_LEN(wanted); i++)
		*wanted[i].to = arena_copy(&c->a, header(c->s, c->conn, wanted[i].name));
	q->partial = header(c->s, c->conn, "HX-Request").n > 0;
	q->peer = peer_of(c);
	(void)c->s->lib.MHD_get_connection_values(c->conn, MHD_GET_ARGUMENT_KIND, add_query, c);
}

static void end_part(call *c)
{
	slice bytes = arena_copy(&c->a, strbuf_slice(&c->part));

	if (c->part_of.name.p == NULL)
		return;
	if (c->part_of.value.p != NULL)
		*VEC_PUSH(&c->a, &c->q.files) = (http_file){c->part_of.name, c->part_of.value,
		                                            bytes};
	else if (c->q.form.n < HTTP_FIELDS_MAX)
		*VEC_PUSH(&c->a, &c->q.form) = (http_pair){c->part_of.name, bytes};
	strbuf_clear(&c->part);
	c->part_of = (http_pair){0};
}

/* A piece of a field or file; off 0: a new one begins. */
static enum MHD_Result take_part(void *ctx, enum MHD_ValueKind kind, const char *key,
                                 const char *filename, const char *type, const char *encoding,
                                 const char *data, uint64_t off, size_t n)
{
	call *c = ctx;

	(void)kind;
	(void)type;
	(void)encoding;
	if (off == 0) {
		end_part(c);
		c->part_of.name = arena_copy(&c->a, slice_c(key ? key : ""));
		if (filename != NULL)
			c->part_of.value = arena_copy(&c->a, slice_c(filename));
	}
	if (n > 0)
		strbuf_put(&c->part, (slice){data, n});
	return c->part.failed == RC_OK ? MHD_YES : MHD_NO;
}

static void take_body(call *c, const char *data, size_t n)
{
	c->held += n;
	c->s->held += n;
	c->too_large |= c->held > c->s->o->body_max || c->s->held > HELD_MAX;
	if (c->too_large)
		return;
	if (c->form != NULL) {
		if (c->s->lib.MHD_post_process(c->form, data, n) != MHD_YES)
			c->too_large = c->part.failed != RC_OK;
		return;
	}
	strbuf_put(&c->body, (slice){data, n});
	c->too_large = c->body.failed != RC_OK;
}

/* False once the server ends: a connection that waits then would never go on. */
static bool enqueue(call *c)
{
	server *s = c->s;

	(void)pthread_mutex_lock(&s->lock);
	if (s->over || s->waiting >= QUEUE_MAX) {
		(void)pthread_mutex_unlock(&s->lock);
		return false;
	}
	c->stage = ASKED;
	s->lib.MHD_suspend_connection(c->conn);
	if (s->last != NULL)
		s->last->next = c;
	else
		s->first = c;
	s->last = c;
	s->waiting++;
	c->q.number = ++s->count;
	(void)pthread_cond_signal(&s->more);
	(void)pthread_mutex_unlock(&s->lock);
	return true;
}

static bool is_form(const call *c)
{
	return slice_starts(c->q.type, S("multipart/form-data")) ||
	       slice_starts(c->q.type, S("application/x-www-form-urlencoded"));
}

static call *call_new(server *s, struct MHD_Connection *conn, const char *url, const char *method)
{
	arena a;
	call *c;

	arena_init(&a, NULL, 0);
	c = arena_new(&a, call);
	c->a = a;
	c->s = s;
	c->conn = conn;
	strbuf_init(&c->body, NULL, s->o->body_max);
	strbuf_init(&c->part, NULL, s->o->body_max);
	strbuf_init(&c->r.body, NULL, ANSWER_MAX);
	fill_request(c, url, method);
	if (c->q.method == HTTP_POST && is_form(c))
		c->form = s->lib.MHD_create_post_processor(conn, 4096, take_part, c);
	return c;
}

void http_call_free(call *c)
{
	arena a;

	if (c == NULL)
		return;
	if (c->form != NULL)
		(void)c->s->lib.MHD_destroy_post_processor(c->form);
	if (c->kept != NULL)
		http_kept_drop(c->s, c->kept);
	strbuf_done(&c->body);
	strbuf_done(&c->part);
	strbuf_done(&c->r.body);
	a = c->a;
	arena_done(&a);
}

slice http_response_bytes(const http_response *r)
{
	return r->still.p != NULL ? r->still : strbuf_slice(&r->body);
}

static void add_headers(const mhd *lib, struct MHD_Response *out, const http_response *r)
{
	if (r->type.n > 0)
		(void)lib->MHD_add_response_header(out, "Content-Type", r->type.p);
	for (uint32_t i = 0; i < r->headers.n; i++)
		(void)lib->MHD_add_response_header(out, r->headers.p[i].name.p,
		                                   r->headers.p[i].value.p);
}

struct MHD_Response *http_response_make(server *s, const http_response *r,
                                        enum MHD_ResponseMemoryMode mode)
{
	slice bytes = http_response_bytes(r);
	struct MHD_Response *out = s->lib.MHD_create_response_from_buffer(
		bytes.n, (void *)(uintptr_t)bytes.p, mode);

	if (out != NULL)
		add_headers(&s->lib, out, r);
	return out;
}

static enum MHD_Result send_response(call *c)
{
	const mhd *lib = &c->s->lib;
	const http_response *r = &c->r;
	struct MHD_Response *out = NULL;
	enum MHD_Result done;

	if (c->kept != NULL)
		return http_kept_send(c->s, c->kept, c->conn);
	if (r->stream != NULL && r->status == 200) {
		if (http_stream_begin(c, &out) != MHD_YES)
			return MHD_NO;
		if (out != NULL)
			add_headers(lib, out, r);
	} else {
		out = http_response_make(c->s, r, MHD_RESPMEM_PERSISTENT);
	}
	if (out == NULL)
		return MHD_NO;
	done = lib->MHD_queue_response(c->conn, (unsigned)r->status, out);
	lib->MHD_destroy_response(out);
	return done;
}

/* The name of what is asked for, if it has one. */
static bool key_of(server *s, struct MHD_Connection *conn, const char *url, const char *method,
                   unsigned char ret[HTTP_KEY])
{
	http_glance g = {.path = slice_c(url)};

	if (s->h->key == NULL || method_of(method) != HTTP_GET ||
	    s->lib.MHD_get_connection_values(conn, MHD_GET_ARGUMENT_KIND, NULL, NULL) > 0 ||
	    header(s, conn, "Content-Length").n > 0 || header(s, conn, "Transfer-Encoding").n > 0)
		return false;
	g.cookie = header(s, conn, "Cookie");
	g.accept_encoding = header(s, conn, "Accept-Encoding");
	return s->h->key(s->h->ctx, &g, ret);
}

/* A request begins: what is kept of it is its answer, if that is at hand, or a call. */
static void *begin(server *s, struct MHD_Connection *conn, const char *url, const char *method)
{
	unsigned char key[HTTP_KEY];
	bool keyed = key_of(s, conn, url, method, key);
	kept *k = keyed ? http_kept_find(s, key) : NULL;
	call *c;

	if (k != NULL) {
		s->h->said(s->h->ctx, ++s->count, http_kept_again(k));
		return k;
	}
	c = call_new(s, conn, url, method);
	c->keyed = keyed;
	if (keyed)
		memcpy(c->key, key, HTTP_KEY);
	return c;
}

static enum MHD_Result access_one(void *ctx, struct MHD_Connection *conn, const char *url,
                                  const char *method, const char *version, const char *data,
                                  size_t *n, void **state)
{
	server *s = ctx;
	call *c = *state;

	(void)version;
	if (c == NULL) {
		*state = begin(s, conn, url, method);
		return MHD_YES;
	}
	if (c->stage == KEPT)
		return http_kept_send(s, *state, conn);
	if (c->stage == ANSWERED)
		return send_response(c);
	if (*n > 0) {
		take_body(c, data, *n);
		*n = 0;
		return MHD_YES;
	}
	return enqueue(c) ? MHD_YES : MHD_NO;
}

static bool call_is_stream(const call *c)
{
	return c != NULL && c->stage == STREAMING;
}

static void completed(void *ctx, struct MHD_Connection *conn, void **state,
                      enum MHD_RequestTerminationCode why)
{
	call *c = *state;

	(void)conn;
	(void)why;
	if (c != NULL && c->stage == KEPT) {
		http_kept_drop(ctx, *state);
		c = NULL;
	}
	if (c != NULL) { /* what is left may be freed by another thread */
		c->s->held -= c->held;
		c->held = 0;
	}
	if (call_is_stream(c) && !http_stream_gone(c))
		c = NULL;
	http_call_free(c);
	*state = NULL;
}

/* --- workers --- */

static call *dequeue(server *s)
{
	call *c;

	(void)pthread_mutex_lock(&s->lock);
	while (s->first == NULL && !s->over)
		(void)pthread_cond_wait(&s->more, &s->lock);
	c = s->first;
	if (c != NULL) {
		s->first = c->next;
		s->last = s->first != NULL ? s->last : NULL;
		s->waiting--;
	}
	(void)pthread_mutex_unlock(&s->lock);
	return c;
}

static void make_answer(server *s, void *worker, call *c)
{
	s->h->answer(s->h->ctx, worker, &c->q, &c->r);
	if (c->r.body.failed != RC_OK) {
		strbuf_clear(&c->r.body);
		c->r.status = 500;
	} else if (c->keyed && c->r.again.n > 0 && c->r.status == 200) {
		c->kept = http_kept_put(s, c);
	}
}

static void answer(server *s, void *worker, call *c)
{
	if (c->form != NULL)
		end_part(c);
	c->q.body = strbuf_slice(&c->body);
	c->r.status = 200;
	c->q.refused = c->too_large ? 413 : http_path_is_sane(c->q.path) ? 0 : 400;
	/* While it waited another one may have been given the same answer. */
	if (c->keyed)
		c->kept = http_kept_find(s, c->key);
	if (c->kept != NULL)
		s->h->said(s->h->ctx, c->q.number, http_kept_again(c->kept));
	else
		make_answer(s, worker, c);
	c->stage = ANSWERED;
	s->lib.MHD_resume_connection(c->conn);
}

static void *work(void *ctx)
{
	server *s = ctx;
	void *worker = s->h->open(s->h->ctx);
	call *c;

	while ((c = dequeue(s)) != NULL) {
		if (worker == NULL)
			worker = s->h->open(s->h->ctx);
		answer(s, worker, c);
	}
	if (worker != NULL)
		s->h->close(s->h->ctx, worker);
	return NULL;
}

/* --- listening --- */

static rc cannot(err *e, const char *what)
{
	return err_set(e, RC_IO, MSG_LISTEN, "%s", what);
}

static void wait_for_end(void)
{
	sigset_t ends;
	int which;

	(void)sigemptyset(&ends);
	(void)sigaddset(&ends, SIGINT);
	(void)sigaddset(&ends, SIGTERM);
	(void)sigwait(&ends, &which);
}

/* Before any thread: all of them leave the signals to wait_for_end(). */
static void hold_signals(void)
{
	sigset_t ends;

	(void)sigemptyset(&ends);
	(void)sigaddset(&ends, SIGINT);
	(void)sigaddset(&ends, SIGTERM);
	(void)pthread_sigmask(SIG_BLOCK, &ends, NULL);
	(void)signal(SIGPIPE, SIG_IGN);
}

static unsigned workers_of(const http_options *o)
{
	long cores = sysconf(_SC_NPROCESSORS_ONLN);
	unsigned n = o->workers > 0 ? o->workers : cores > 2 ? (unsigned)cores : 2;

	return n < WORKERS_MAX ? n : WORKERS_MAX;
}

static void stop_workers(server *s, pthread_t *threads, unsigned n)
{
	(void)pthread_mutex_lock(&s->lock);
	s->over = true;
	(void)pthread_cond_broadcast(&s->more);
	(void)pthread_mutex_unlock(&s->lock);
	for (unsigned i = 0; i < n; i++)
		(void)pthread_join(threads[i], NULL);
}

static unsigned start_workers(server *s, pthread_t *threads)
{
	unsigned n = 0, wanted = workers_of(s->o);
	pthread_attr_t attr;

	(void)pthread_attr_init(&attr);
	(void)pthread_attr_setstacksize(&attr, WORKER_STACK);
	while (n < wanted && pthread_create(&threads[n], &attr, work, s) == 0)
		n++;
	(void)pthread_attr_destroy(&attr);
	return n;
}

rc http_serve(const http_options *o, const http_handler *h, void (*ready)(void *ctx), err *e)
{
	server s = {.o = o, .h = h};
	pthread_t threads[WORKERS_MAX];
	rc code = lib_load(LIB_MHD, functions, (void **)(void *)&s.lib, ARRAY_LEN(functions), e);
	unsigned n;
	int fd;

	if (code != RC_OK)
		return code;
	hold_signals();
	fd = http_listen(o->listen);
	if (fd < 0)
		return cannot(e, "cannot listen there");
	(void)pthread_mutex_init(&s.lock, NULL);
	(void)pthread_cond_init(&s.more, NULL);
	http_streams_init(&s);
	http_kept_init(&s);
	n = start_workers(&s, threads);
	s.daemon = s.lib.MHD_start_daemon(
		MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_TURBO, 0, NULL,
		NULL, access_one, &s, MHD_OPTION_LISTEN_SOCKET, fd, MHD_OPTION_CONNECTION_LIMIT,
		(unsigned)CONNECTIONS_MAX, MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)IDLE_SECONDS,
		MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)HEADER_MEMORY,
		MHD_OPTION_NOTIFY_COMPLETED, completed, &s, MHD_OPTION_END);
	if (s.daemon == NULL) {
		(void)close(fd);
		stop_workers(&s, threads, n);
		return cannot(e, "the server did not start");
	}
	ready(h->ctx);
	wait_for_end();
	(void)s.lib.MHD_quiesce_daemon(s.daemon);
	stop_workers(&s, threads, n);
	http_streams_end(&s);
	s.lib.MHD_stop_daemon(s.daemon);
	http_kept_end(&s);
	(void)close(fd);
	return RC_OK;
}
