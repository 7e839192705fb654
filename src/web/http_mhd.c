/*
 * http_mhd.c - libmicrohttpd: threads that move bytes, a queue, workers. With http_call.c,
 * http_kept.c, http_slow.c and http_stream.c the only one that calls the library, which is
 * opened when a server starts.
 *
 * Its callbacks must not block, and answering in the first one of a request would close
 * every connection: so a request is collected, its connection suspended, a worker answers,
 * and the connection goes on; unless the answer is one that is kept. What a client can make us
 * hold is limited: the headers, the connections and the time between two of its bytes (by the
 * library), its body (http_call.c), its time (http_slow.c).
 */
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/lib.h"
#include "web/http_kept.h"
#include "web/http_slow.h"

enum {
	SWEEP_SECONDS = 1,
	HEADER_MEMORY = 16 << 10, /* the library clears it for each request */
	MOVERS_MAX = 4,
	ANSWERS_A_TURN = 64,
	QUEUE_MAX = 4000,
	WORKERS_MAX = 64,
	WORKER_STACK = 1 << 20,
};

static const char *const functions[] = {
#define MHD_USED(name) #name,
#include "web/mhd.def"
#undef MHD_USED
};

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
	http_slow_rest(s, c->conn);
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
	http_slow_answer(c->s, c->conn, http_response_bytes(r).n);
	if (r->stream != NULL && r->status == 200) {
		http_slow_rest(c->s, c->conn);
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

/* A request begins: what is kept of it is its answer, if that is at hand, or a call. */
static void *begin(server *s, struct MHD_Connection *conn, const char *url, const char *method)
{
	unsigned char key[HTTP_KEY];
	bool keyed = http_call_key(s, conn, url, method, key);
	kept *k = keyed ? http_kept_find(s, key) : NULL;
	call *c;

	if (k != NULL) {
		s->h->said(s->h->ctx, ++s->count, http_kept_again(k));
		return k;
	}
	c = http_call_new(s, conn, url, method);
	c->keyed = keyed;
	if (keyed)
		memcpy(c->key, key, HTTP_KEY);
	return c;
}

/* A thread that is asked without end never sleeps, and keeps its processor for a turn of the
 * scheduler (4 ms) while workers and other clients wait there: so it gives way now and then. */
static enum MHD_Result send_kept(server *s, const kept *k, struct MHD_Connection *conn)
{
	enum MHD_Result done = http_kept_send(s, k, conn);

	if (s->count % ANSWERS_A_TURN == 0)
		(void)sched_yield();
	return done;
}

static enum MHD_Result access_one(void *ctx, struct MHD_Connection *conn, const char *url,
                                  const char *method, const char *version, const char *data,
                                  size_t *n, void **state)
{
	server *s = ctx;
	call *c = *state;

	(void)version;
	if (c == NULL) {
		http_slow_body(s, conn, 0);
		*state = begin(s, conn, url, method);
		return MHD_YES;
	}
	if (c->stage == KEPT)
		return send_kept(s, *state, conn);
	if (c->stage == ANSWERED)
		return send_response(c);
	if (*n > 0) {
		http_call_body(c, data, *n);
		http_slow_body(s, conn, c->held);
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

	(void)why;
	http_slow_head(ctx, conn);
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
	if (c->twofold) /* and nothing after it is believed */
		http_header(&c->q, &c->r, S("Connection"), S("close"));
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
		http_call_end_part(c);
	c->q.body = strbuf_slice(&c->body);
	c->r.status = 200;
	c->q.refused = c->too_large                                                          ? 413
	               : c->twofold || !http_path_is_sane(c->q.path) || !http_is_text(&c->q) ? 400
	                                                                                     : 0;
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

static void wait_for_end(server *s)
{
	const struct timespec second = {.tv_sec = SWEEP_SECONDS};
	sigset_t ends;

	(void)sigemptyset(&ends);
	(void)sigaddset(&ends, SIGINT);
	(void)sigaddset(&ends, SIGTERM);
	while (sigtimedwait(&ends, NULL, &second) < 0)
		http_slow_sweep(s);
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

/* Threads that move bytes: each keeps a processor busy with some 100,000 answers a second. With as many
 * as processors those who ask (here: the proxy) wait a whole turn of the scheduler for theirs; with
 * one alone it would be the end of what a large machine can do. */
static unsigned movers_of(const http_options *o)
{
	unsigned n = (workers_of(o) + 1) / 2;

	return n < MOVERS_MAX ? n : MOVERS_MAX;
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

static struct MHD_Daemon *start_daemon(server *s, int fd)
{
	return s->lib.MHD_start_daemon(
		MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_TURBO, 0, NULL,
		NULL, access_one, s, MHD_OPTION_LISTEN_SOCKET, fd, MHD_OPTION_CONNECTION_LIMIT,
		(unsigned)HTTP_CONNECTIONS_MAX, MHD_OPTION_THREAD_POOL_SIZE, movers_of(s->o),
		MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)HTTP_IDLE_SECONDS,
		MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)HEADER_MEMORY,
		MHD_OPTION_NOTIFY_COMPLETED, completed, s, MHD_OPTION_NOTIFY_CONNECTION,
		http_slow_notify, s, MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_END);
}

static void server_init(server *s, arena *a)
{
	(void)pthread_mutex_init(&s->lock, NULL);
	(void)pthread_cond_init(&s->more, NULL);
	http_streams_init(s);
	http_kept_init(s);
	http_slow_init(s, a);
}

rc http_serve(const http_options *o, const http_handler *h, void (*ready)(void *ctx), err *e)
{
	server s = {.o = o, .h = h};
	pthread_t threads[WORKERS_MAX];
	rc code = lib_load(LIB_MHD, functions, (void **)(void *)&s.lib, ARRAY_LEN(functions), e);
	unsigned n;
	arena a;
	int fd;

	if (code != RC_OK)
		return code;
	hold_signals();
	fd = http_listen(o->listen);
	if (fd < 0)
		return cannot(e, "cannot listen there");
	arena_init(&a, NULL, 0);
	server_init(&s, &a);
	n = start_workers(&s, threads);
	s.daemon = start_daemon(&s, fd);
	if (s.daemon != NULL) {
		ready(h->ctx);
		wait_for_end(&s);
		(void)s.lib.MHD_quiesce_daemon(s.daemon);
	}
	stop_workers(&s, threads, n);
	if (s.daemon != NULL) {
		http_streams_end(&s);
		s.lib.MHD_stop_daemon(s.daemon);
		http_kept_end(&s);
	}
	(void)close(fd);
	arena_done(&a);
	return s.daemon != NULL ? RC_OK : cannot(e, "the server did not start");
}
