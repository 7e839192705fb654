/*
 * db_log.c - what was committed goes from SQLite's write-ahead log into its file beside the
 * next transaction, by a thread and a connection of their own.
 *
 * A writer of large transactions otherwise stops after each to copy them: a tenth of its
 * time. Nothing hangs on this thread: what is committed is on disk in the log, and where it
 * fails or lags, the writer copies by itself at LOG_PAGES. It must never write rows.
 */
#include <pthread.h>

#include "store/db_priv.h"

struct db_log {
	db *own;
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t changed;
	bool asked, stop;
};

static void *work(void *ctx)
{
	db_log *l = ctx;

	(void)pthread_mutex_lock(&l->lock);
	while (!l->stop) {
		if (!l->asked) {
			(void)pthread_cond_wait(&l->changed, &l->lock);
			continue;
		}
		l->asked = false;
		(void)pthread_mutex_unlock(&l->lock);
		(void)l->own->driver->script(l->own, "PRAGMA wal_checkpoint(PASSIVE)", NULL);
		(void)pthread_mutex_lock(&l->lock);
	}
	(void)pthread_mutex_unlock(&l->lock);
	return NULL;
}

/* 256 MB, where it is 32 MB for everybody else. What a statement of several rows would take back
 * stays in memory: the old state of the pages that it changes. */
static rc let_grow(db *d)
{
	return d->driver->script(d, "PRAGMA wal_autocheckpoint=32768; PRAGMA temp_store=MEMORY",
	                         NULL);
}

void db_log_begin(db *d)
{
	db_log *l;
	slice url;

	if (d->log != NULL || d->path == NULL)
		return;
	l = arena_new(&d->a, db_log);
	url = arena_printf(&d->a, "sqlite:%s%c", d->path, 0);
	if (db_open(url.p, DB_ANY_SCHEMA | DB_SMALL, &l->own, NULL) != RC_OK)
		return;
	(void)pthread_mutex_init(&l->lock, NULL);
	(void)pthread_cond_init(&l->changed, NULL);
	if (let_grow(d) == RC_OK && pthread_create(&l->thread, NULL, work, l) == 0) {
		d->log = l;
		return;
	}
	db_close(l->own);
}

static void tell(db_log *l, bool stop)
{
	(void)pthread_mutex_lock(&l->lock);
	l->asked = true;
	l->stop = stop;
	(void)pthread_cond_signal(&l->changed);
	(void)pthread_mutex_unlock(&l->lock);
}

void db_log_committed(db *d)
{
	if (d->log != NULL)
		tell(d->log, false);
}

void db_log_end(db *d)
{
	db_log *l = d->log;

	if (l == NULL)
		return;
	tell(l, true);
	(void)pthread_join(l->thread, NULL);
	(void)pthread_mutex_destroy(&l->lock);
	(void)pthread_cond_destroy(&l->changed);
	db_close(l->own);
	d->log = NULL;
}
