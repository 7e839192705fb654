/*
 * read_ahead.c - some threads, each with every so-manieth path, and one document at a time.
 *
 * A thread shows a document by leaving it where the asker looks and waiting until he has
 * taken it: nothing is copied, and no thread is ever more than one document ahead.
 */
#include "app/intake/read_ahead.h"

#include <pthread.h>

enum { THREADS = 3 };

enum turn { WORKING, SHOWING, NOT_PLAIN, DONE };

typedef struct helper {
	read_ahead *all;
	uint32_t first; /* paths first, first + THREADS, … are its own */
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t changed;
	enum turn turn;
	bool stop;
	const job_doc *doc; /* of SHOWING */
	const err *why;
} helper;

struct read_ahead {
	arena a;
	const job_reader *jr;
	const char *const *paths;
	uint32_t n, started;
	helper helpers[THREADS];
};

static bool looks_plain(const char *path)
{
	slice s = slice_c(path);

	return s.n > 4 && slice_eq((slice){s.p + s.n - 4, 4}, S(".txt"));
}

/* Leave something for the asker and wait until he has it. False: nobody asks any more. */
static bool hand_over(helper *h, enum turn what)
{
	bool go_on;

	(void)pthread_mutex_lock(&h->lock);
	h->turn = what;
	(void)pthread_cond_broadcast(&h->changed);
	while (h->turn != WORKING && !h->stop)
		(void)pthread_cond_wait(&h->changed, &h->lock);
	go_on = !h->stop;
	(void)pthread_mutex_unlock(&h->lock);
	return go_on;
}

static void show(void *ctx, const job_doc *doc, const err *why)
{
	helper *h = ctx;

	h->doc = doc;
	h->why = why;
	(void)hand_over(h, SHOWING);
}

static void *work(void *ctx)
{
	helper *h = ctx;
	const read_ahead *ra = h->all;
	bool go_on = true;

	for (uint32_t i = h->first; go_on && i < ra->n; i += THREADS) {
		job_file f;

		if (looks_plain(ra->paths[i]) && job_file_begin_plain(&f, ra->paths[i])) {
			job_read_file(ra->jr, &f, show, h);
			go_on = hand_over(h, DONE);
		} else {
			go_on = hand_over(h, NOT_PLAIN);
		}
	}
	return NULL;
}

read_ahead *read_ahead_open(const job_reader *jr, const char *const *paths, uint32_t n)
{
	arena a;
	read_ahead *ra;

	arena_init(&a, NULL, 0);
	ra = arena_new(&a, read_ahead);
	*ra = (read_ahead){.a = a, .jr = jr, .paths = paths, .n = n};
	for (uint32_t i = 0; i < THREADS; i++) {
		helper *h = &ra->helpers[i];

		*h = (helper){.all = ra, .first = i};
		(void)pthread_mutex_init(&h->lock, NULL);
		(void)pthread_cond_init(&h->changed, NULL);
		if (pthread_create(&h->thread, NULL, work, h) != 0) {
			read_ahead_close(ra);
			return NULL;
		}
		ra->started++;
	}
	return ra;
}

/* Wait for what the helper has to say; its lock is held after. */
static enum turn listen_to(helper *h)
{
	(void)pthread_mutex_lock(&h->lock);
	while (h->turn == WORKING)
		(void)pthread_cond_wait(&h->changed, &h->lock);
	return h->turn;
}

static void let_go(helper *h)
{
	h->turn = WORKING;
	(void)pthread_cond_broadcast(&h->changed);
	(void)pthread_mutex_unlock(&h->lock);
}

bool read_ahead_show(read_ahead *ra, uint32_t i, job_show *to, void *ctx)
{
	helper *h = &ra->helpers[i % THREADS];
	enum turn turn;

	/* Meanwhile the helper waits: what it shows stays as it is. */
	while ((turn = listen_to(h)) == SHOWING) {
		to(ctx, h->doc, h->why);
		let_go(h);
	}
	let_go(h);
	return turn == DONE;
}

void read_ahead_close(read_ahead *ra)
{
	arena a;

	if (ra == NULL)
		return;
	for (uint32_t i = 0; i < ra->started; i++) {
		helper *h = &ra->helpers[i];

		(void)pthread_mutex_lock(&h->lock);
		h->stop = true;
		(void)pthread_cond_broadcast(&h->changed);
		(void)pthread_mutex_unlock(&h->lock);
		(void)pthread_join(h->thread, NULL);
	}
	for (uint32_t i = 0; i < ra->started; i++) {
		(void)pthread_cond_destroy(&ra->helpers[i].changed);
		(void)pthread_mutex_destroy(&ra->helpers[i].lock);
	}
	a = ra->a;
	arena_done(&a);
}
