/*
 * http_kept.c - a small table of answers by their key (http.h).
 *
 * A key names everything that its answer depends on, so no answer is ever wrong here and none
 * is taken out for being old: it is not asked for any more, and makes room for the next. One
 * that is still being sent then stays where it is, unlisted. It must never hold more than
 * KEPT_BYTES beside those.
 */
#include "web/http_kept.h"

#include "web/http_slow.h"

#define KEPT_BYTES ((size_t)2 << 20)

/* Under the lock. */
static void let_go(server *s, kept *k)
{
	if (k->listed || k->uses > 0 || k->response == NULL)
		return;
	s->lib.MHD_destroy_response(k->response);
	k->response = NULL;
}

static void take_out(server *s, kept *k)
{
	if (!k->listed)
		return;
	k->listed = false;
	s->kept.bytes -= k->n;
	let_go(s, k);
}

kept *http_kept_find(server *s, const unsigned char key[HTTP_KEY])
{
	kept_table *all = &s->kept;
	kept *found = NULL;

	(void)pthread_mutex_lock(&all->lock);
	for (unsigned i = 0; found == NULL && i < KEPT_MAX; i++)
		if (all->at[i].listed && memcmp(all->at[i].key, key, HTTP_KEY) == 0)
			found = &all->at[i];
	if (found != NULL)
		found->uses++;
	(void)pthread_mutex_unlock(&all->lock);
	return found;
}

void http_kept_drop(server *s, kept *k)
{
	(void)pthread_mutex_lock(&s->kept.lock);
	k->uses--;
	let_go(s, k);
	(void)pthread_mutex_unlock(&s->kept.lock);
}

/* In a ring: what was put in first makes room first. Under the lock. */
static kept *take_place(server *s, size_t n)
{
	kept_table *all = &s->kept;
	kept *k = &all->at[all->next];

	all->next = (all->next + 1) % KEPT_MAX;
	take_out(s, k);
	for (unsigned i = 0; i < KEPT_MAX && all->bytes + n > KEPT_BYTES; i++)
		take_out(s, &all->at[(all->next + i) % KEPT_MAX]);
	return k->response == NULL ? k : NULL;
}

kept *http_kept_put(server *s, const call *c)
{
	slice again = c->r.again;
	size_t n = http_response_bytes(&c->r).n;
	struct MHD_Response *response = NULL;
	kept *k;

	if (n <= KEPT_BYTES / 4 && again.n <= KEPT_WORDS)
		response = http_response_make(s, &c->r, MHD_RESPMEM_MUST_COPY);
	if (response == NULL)
		return NULL;
	(void)pthread_mutex_lock(&s->kept.lock);
	k = take_place(s, n);
	if (k != NULL) {
		*k = (kept){.stage = KEPT,
		            .listed = true,
		            .uses = 1,
		            .n = n,
		            .response = response,
		            .nagain = again.n};
		memcpy(k->key, c->key, HTTP_KEY);
		memcpy(k->again, again.p, again.n);
		s->kept.bytes += n;
	}
	(void)pthread_mutex_unlock(&s->kept.lock);
	if (k == NULL)
		s->lib.MHD_destroy_response(response);
	return k;
}

slice http_kept_again(const kept *k)
{
	return (slice){k->again, k->nagain};
}

enum MHD_Result http_kept_send(server *s, const kept *k, struct MHD_Connection *conn)
{
	http_slow_answer(s, conn, k->n);
	return s->lib.MHD_queue_response(conn, 200, k->response);
}

void http_kept_init(server *s)
{
	(void)pthread_mutex_init(&s->kept.lock, NULL);
}

void http_kept_end(server *s)
{
	(void)pthread_mutex_lock(&s->kept.lock);
	for (unsigned i = 0; i < KEPT_MAX; i++)
		take_out(s, &s->kept.at[i]);
	(void)pthread_mutex_unlock(&s->kept.lock);
}
