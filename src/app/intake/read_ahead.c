/*
 * read_ahead.c - some threads, each with every so-manieth path, and one document at a time.
 *
 * A thread shows a document by leaving it where the asker looks and waiting until he has
 * taken it: nothing is copied, and no thread is ever more than one document ahead. There are
 * more threads than processors, so that what is read while the asker waits for the disk is
 * enough for him afterwards; but only as many read at once as there are processors to spare.
 */
#include "app/intake/read_ahead.h"

#include <pthread.h>
#include <unistd.h>

enum { AHEAD = 16 };

enum turn { WORKING, SHOWING, NOT_PLAIN };

typedef struct helper {
	read_ahead *all;
	uint32_t first; /* paths first, first + AHEAD, … are its own */
	pthread_t thread;
	pthread_cond_t changed;
	enum turn turn;
	const job_doc *doc; /* of SHOWING */
	const err *why;
} helper;

/* One lock for all; who waits has a condition of his own. */
struct read_ahead {
	arena a;
	const job_reader *jr;
	const char *const *paths;
	uint32_t n, started;
	pthread_mutex_t lock;
	pthread_cond_t said;
	const helper *asked;    /* of whom the asker waits to hear; NULL: he is at work */
	uint32_t next;          /* the path to be read next: they are begun in order */
	uint32_t reading, most; /* at once; one less while the asker is at work */
	bool stop;
	helper helpers[AHEAD];
};

static bool is_turn_of(const read_ahead *ra, uint32_t i)
{
	bool lent = ra->asked == NULL && ra->most > 1;

	return i == ra->next && ra->reading < ra->most - lent;
}

/* Whose turn it may be now. */
static void call_next(read_ahead *ra)
{
	if (ra->next < ra->n && is_turn_of(ra, ra->next))
		(void)pthread_cond_signal(&ra->helpers[ra->next % AHEAD].changed);
}

/* Wait for the turn of path i. False: nobody asks any more. */
static bool begin(helper *h, uint32_t i)
{
	read_ahead *ra = h->all;
	bool go_on;

	(void)pthread_mutex_lock(&ra->lock);
	while (!ra->stop && !is_turn_of(ra, i))
		(void)pthread_cond_wait(&h->changed, &ra->lock);
	go_on = !ra->stop;
	ra->reading++;
	ra->next++;
	call_next(ra);
	(void)pthread_mutex_unlock(&ra->lock);
	return go_on;
}

/* Leave something for the asker and wait until he has it. */
static void hand_over(helper *h, enum turn what)
{
	read_ahead *ra = h->all;

	(void)pthread_mutex_lock(&ra->lock);
	h->turn = what;
	ra->reading--;
	if (ra->asked == h)
		(void)pthread_cond_signal(&ra->said);
	call_next(ra);
	while (h->turn != WORKING && !ra->stop)
		(void)pthread_cond_wait(&h->changed, &ra->lock);
	(void)pthread_mutex_unlock(&ra->lock);
}

static bool is_last(const job_doc *doc)
{
	return doc->source.part >= doc->source.parts;
}

static void show(void *ctx, const job_doc *doc, const err *why)
{
	helper *h = ctx;

	h->doc = doc;
	h->why = why;
	hand_over(h, SHOWING);
	if (!is_last(doc)) { /* it is read already: only to be shown */
		(void)pthread_mutex_lock(&h->all->lock);
		h->all->reading++;
		(void)pthread_mutex_unlock(&h->all->lock);
	}
}

static void *work(void *ctx)
{
	helper *h = ctx;
	const read_ahead *ra = h->all;

	for (uint32_t i = h->first; i < ra->n && begin(h, i); i += AHEAD) {
		job_file f;

		if (read_ahead_takes(ra->paths[i]) && job_file_begin_plain(&f, ra->paths[i]))
			job_read_file(ra->jr, &f, show, h); /* shows its documents */
		else
			hand_over(h, NOT_PLAIN);
	}
	return NULL;
}

bool read_ahead_takes(const char *path)
{
	slice s = slice_c(path);

	return s.n > 4 && slice_ends(s, S(".txt"));
}

read_ahead *read_ahead_open(const job_reader *jr, const char *const *paths, uint32_t n)
{
	long processors = sysconf(_SC_NPROCESSORS_ONLN);
	arena a;
	read_ahead *ra;

	arena_init(&a, NULL, 0);
	ra = arena_new(&a, read_ahead);
	*ra = (read_ahead){.a = a, .jr = jr, .paths = paths, .n = n};
	ra->most = processors > 1 ? (uint32_t)processors : 1;
	(void)pthread_mutex_init(&ra->lock, NULL);
	(void)pthread_cond_init(&ra->said, NULL);
	for (uint32_t i = 0; i < AHEAD; i++) {
		helper *h = &ra->helpers[i];

		h->all = ra;
		h->first = i;
		(void)pthread_cond_init(&h->changed, NULL);
	}
	for (uint32_t i = 0; i < AHEAD; i++) {
		if (pthread_create(&ra->helpers[i].thread, NULL, work, &ra->helpers[i]) != 0) {
			read_ahead_close(ra);
			return NULL;
		}
		ra->started++;
	}
	return ra;
}

/* Wait for what the helper has to say. */
static enum turn listen_to(read_ahead *ra, const helper *h)
{
	enum turn turn;

	(void)pthread_mutex_lock(&ra->lock);
	ra->asked = h;
	if (h->turn == WORKING)
		call_next(ra);
	while (h->turn == WORKING)
		(void)pthread_cond_wait(&ra->said, &ra->lock);
	ra->asked = NULL;
	turn = h->turn;
	(void)pthread_mutex_unlock(&ra->lock);
	return turn;
}

static void let_go(read_ahead *ra, helper *h)
{
	(void)pthread_mutex_lock(&ra->lock);
	h->turn = WORKING;
	(void)pthread_cond_signal(&h->changed);
	(void)pthread_mutex_unlock(&ra->lock);
}

bool read_ahead_show(read_ahead *ra, uint32_t i, job_show *to, void *ctx)
{
	helper *h = &ra->helpers[i % AHEAD];
	enum turn turn;
	bool more;

	do {
		turn = listen_to(ra, h);
		/* Meanwhile the helper waits: what it shows stays as it is. */
		if (turn == SHOWING)
			to(ctx, h->doc, h->why);
		more = turn == SHOWING && !is_last(h->doc);
		let_go(ra, h);
	} while (more);
	return turn == SHOWING;
}

void read_ahead_close(read_ahead *ra)
{
	arena a;

	if (ra == NULL)
		return;
	(void)pthread_mutex_lock(&ra->lock);
	ra->stop = true;
	for (uint32_t i = 0; i < AHEAD; i++)
		(void)pthread_cond_signal(&ra->helpers[i].changed);
	(void)pthread_mutex_unlock(&ra->lock);
	for (uint32_t i = 0; i < ra->started; i++)
		(void)pthread_join(ra->helpers[i].thread, NULL);
	for (uint32_t i = 0; i < AHEAD; i++)
		(void)pthread_cond_destroy(&ra->helpers[i].changed);
	(void)pthread_cond_destroy(&ra->said);
	(void)pthread_mutex_destroy(&ra->lock);
	a = ra->a;
	arena_done(&a);
}
