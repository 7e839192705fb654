/*
 * http_stream.c - answers that go on: lines are added as something happens.
 *
 * One thread asks the handler once a second for every open stream, with a database connection
 * of its own. Between two pieces a connection is suspended; because the library does not
 * notice then that its client left, something is said at least every ten seconds (the
 * handler's business), and a client that is gone is seen by that.
 */
#include "web/http_mhd_priv.h"

#include <time.h>

enum { PIECE = 4096 };

/* The library wants bytes. Nothing there: wait until the thread has some. */
static ssize_t read_some(void *ctx, uint64_t pos, char *to, size_t most)
{
	call *c = ctx;
	streams *all = &c->s->open;
	ssize_t done = MHD_CONTENT_READER_END_OF_STREAM;
	slice bytes;
	size_t n;

	(void)pos;
	(void)pthread_mutex_lock(&all->lock);
	bytes = strbuf_slice(&c->r.body);
	n = bytes.n - c->sent < most ? bytes.n - c->sent : most;
	if (n > 0) {
		memcpy(to, bytes.p + c->sent, n);
		c->sent += n;
		done = (ssize_t)n;
	} else {
		strbuf_clear(&c->r.body);
		c->sent = 0;
	}
	if (n == 0 && !c->ends && !all->over) {
		c->waits = true;
		c->s->lib.MHD_suspend_connection(c->conn);
		done = 0;
	}
	(void)pthread_mutex_unlock(&all->lock);
	return done;
}

static void resume(call *c)
{
	if (!c->waits)
		return;
	c->waits = false;
	c->s->lib.MHD_resume_connection(c->conn);
}

static void let_go(streams *all, call *c)
{
	all->at[c->slot] = NULL;
	all->n--;
}

/* Under the lock, which is given up while the handler works. */
static void tick(server *s, void *worker, call *c)
{
	strbuf fresh;
	bool on;

	strbuf_init(&fresh, NULL, 1 << 20);
	c->busy = true;
	c->quiet++;
	(void)pthread_mutex_unlock(&s->open.lock);
	on = s->h->more(s->h->ctx, worker, c->r.stream, c->quiet, &fresh);
	(void)pthread_mutex_lock(&s->open.lock);
	c->busy = false;
	if (c->gone) {
		let_go(&s->open, c);
		http_call_free(c);
	} else {
		if (fresh.n > 0)
			c->quiet = 0;
		strbuf_put(&c->r.body, strbuf_slice(&fresh));
		c->ends = !on || c->r.body.failed != RC_OK;
		if (fresh.n > 0 || c->ends)
			resume(c);
	}
	strbuf_done(&fresh);
}

static void wait_a_second(streams *all)
{
	struct timespec until;

	(void)clock_gettime(CLOCK_MONOTONIC, &until);
	until.tv_sec++;
	(void)pthread_cond_timedwait(&all->over_now, &all->lock, &until);
}

static void *run(void *ctx)
{
	server *s = ctx;
	void *worker = s->h->open(s->h->ctx);

	(void)pthread_mutex_lock(&s->open.lock);
	while (!s->open.over) {
		wait_a_second(&s->open);
		for (unsigned i = 0; worker != NULL && i < STREAMS_MAX && !s->open.over; i++)
			if (s->open.at[i] != NULL)
				tick(s, worker, s->open.at[i]);
	}
	(void)pthread_mutex_unlock(&s->open.lock);
	if (worker != NULL)
		s->h->close(s->h->ctx, worker);
	return NULL;
}

/* A place for it, and the thread when it is the first. */
static bool take_place(call *c)
{
	streams *all = &c->s->open;
	unsigned i = 0;

	if (!all->started)
		all->started = pthread_create(&all->thread, NULL, run, c->s) == 0;
	while (i < STREAMS_MAX && all->at[i] != NULL)
		i++;
	if (!all->started || all->over || i == STREAMS_MAX)
		return false;
	all->at[i] = c;
	all->n++;
	c->slot = i;
	return true;
}

enum MHD_Result http_stream_begin(call *c, struct MHD_Response **ret)
{
	bool placed;

	(void)pthread_mutex_lock(&c->s->open.lock);
	placed = take_place(c);
	if (placed)
		c->stage = STREAMING;
	(void)pthread_mutex_unlock(&c->s->open.lock);
	if (!placed)
		return MHD_NO;
	*ret = c->s->lib.MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, PIECE, read_some, c,
	                                                   NULL);
	return MHD_YES;
}

bool http_stream_gone(call *c)
{
	streams *all = &c->s->open;
	bool now;

	(void)pthread_mutex_lock(&all->lock);
	now = !c->busy;
	c->gone = true;
	c->waits = false;
	if (now)
		let_go(all, c);
	(void)pthread_mutex_unlock(&all->lock);
	return now;
}

void http_streams_init(server *s)
{
	pthread_condattr_t attr;

	(void)pthread_mutex_init(&s->open.lock, NULL);
	(void)pthread_condattr_init(&attr);
	(void)pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
	(void)pthread_cond_init(&s->open.over_now, &attr);
	(void)pthread_condattr_destroy(&attr);
}

void http_streams_end(server *s)
{
	streams *all = &s->open;

	(void)pthread_mutex_lock(&all->lock);
	all->over = true;
	for (unsigned i = 0; i < STREAMS_MAX; i++)
		if (all->at[i] != NULL)
			resume(all->at[i]);
	(void)pthread_cond_broadcast(&all->over_now);
	(void)pthread_mutex_unlock(&all->lock);
	if (all->started)
		(void)pthread_join(all->thread, NULL);
}
