/*
 * http_slow.c - the time of each connection, and a walk over them once a second.
 *
 * A connection is cut by shutting its socket down: the library sees the end of it and does the
 * rest on its own thread. A place is in the list exactly as long as its socket is open.
 */
#include "web/http_slow.h"

#include <sys/socket.h>
#include <time.h>

enum { BYTES_A_SECOND = 1024 };

struct place {
	struct place *before, *after;
	int fd;
	int64_t began;         /* the body; of the thread that moves its bytes alone */
	_Atomic int64_t until; /* seconds; 0: as long as it likes */
};

static int64_t seconds(void)
{
	struct timespec at;

	(void)clock_gettime(CLOCK_MONOTONIC_COARSE, &at);
	return (int64_t)at.tv_sec;
}

static struct place *place_of(server *s, struct MHD_Connection *conn)
{
	const union MHD_ConnectionInfo *i = s->lib.MHD_get_connection_info(
		conn, MHD_CONNECTION_INFO_SOCKET_CONTEXT);

	return i != NULL ? i->socket_context : NULL;
}

static void come(server *s, struct MHD_Connection *conn, void **ret)
{
	const union MHD_ConnectionInfo *i = s->lib.MHD_get_connection_info(
		conn, MHD_CONNECTION_INFO_CONNECTION_FD);
	places *all = &s->places;
	struct place *x;

	(void)pthread_mutex_lock(&all->lock);
	x = i != NULL ? all->free : NULL;
	*ret = x;
	if (x != NULL) { /* else it is not watched: the library's own limit holds */
		all->free = x->after;
		x->fd = i->connect_fd;
		x->until = seconds() + s->o->wait;
		x->before = NULL;
		x->after = all->first;
		if (x->after != NULL)
			x->after->before = x;
		all->first = x;
	}
	(void)pthread_mutex_unlock(&all->lock);
}

static void go(server *s, struct place *x)
{
	places *all = &s->places;

	if (x == NULL)
		return;
	(void)pthread_mutex_lock(&all->lock);
	if (x->before != NULL)
		x->before->after = x->after;
	else
		all->first = x->after;
	if (x->after != NULL)
		x->after->before = x->before;
	x->after = all->free;
	all->free = x;
	(void)pthread_mutex_unlock(&all->lock);
}

void http_slow_notify(void *ctx, struct MHD_Connection *conn, void **socket_context,
                      enum MHD_ConnectionNotificationCode code)
{
	if (code == MHD_CONNECTION_NOTIFY_STARTED) {
		come(ctx, conn, socket_context);
	} else {
		go(ctx, *socket_context);
		*socket_context = NULL;
	}
}

static void set(server *s, struct MHD_Connection *conn, int64_t until)
{
	struct place *x = place_of(s, conn);

	if (x != NULL)
		x->until = until;
}

/* It may lie idle until the library ends it, and then send a head. */
void http_slow_head(server *s, struct MHD_Connection *conn)
{
	set(s, conn, seconds() + HTTP_IDLE_SECONDS + s->o->wait);
}

void http_slow_body(server *s, struct MHD_Connection *conn, size_t n)
{
	struct place *x = place_of(s, conn);

	if (x == NULL)
		return;
	if (n == 0)
		x->began = seconds();
	x->until = x->began + s->o->wait + (int64_t)(n / BYTES_A_SECOND);
}

void http_slow_rest(server *s, struct MHD_Connection *conn)
{
	set(s, conn, 0);
}

void http_slow_answer(server *s, struct MHD_Connection *conn, size_t n)
{
	set(s, conn, seconds() + s->o->wait + (int64_t)(n / BYTES_A_SECOND));
}

void http_slow_sweep(server *s)
{
	int64_t now = seconds();

	(void)pthread_mutex_lock(&s->places.lock);
	for (struct place *x = s->places.first; x != NULL; x = x->after)
		if (x->until != 0 && x->until < now) {
			x->until = 0;
			(void)shutdown(x->fd, SHUT_RDWR);
		}
	(void)pthread_mutex_unlock(&s->places.lock);
}

void http_slow_init(server *s, arena *a)
{
	struct place *all = arena_array(a, struct place, HTTP_CONNECTIONS_MAX);

	for (size_t i = 0; i < HTTP_CONNECTIONS_MAX; i++) {
		all[i].after = s->places.free;
		s->places.free = &all[i];
	}
	(void)pthread_mutex_init(&s->places.lock, NULL);
}
