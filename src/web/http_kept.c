/*
 * http_kept.c - a small table of answers by their key (http.h).
 *
 * A key names everything that its answer depends on, so no answer is ever wrong here and none
 * is taken out for being old: it is not asked for any more, and makes room for the next. The
 * bytes of one are freed when nobody sends them. It must never hold more than KEPT_BYTES.
 */
#include "web/http_kept.h"

#include <stdlib.h>

struct kept {
	enum stage stage; /* KEPT: where the library keeps a call it may keep this */
	unsigned uses;    /* of the table and of those who send it; under the lock */
	size_t n;
	slice again;
	struct MHD_Response *response;
	unsigned char key[HTTP_KEY];
	char room[];
};

#define KEPT_BYTES ((size_t)2 << 20)

/* Under the lock. */
static void let_go(server *s, kept *k)
{
	if (k == NULL || --k->uses > 0)
		return;
	s->lib.MHD_destroy_response(k->response);
	free(k);
}

static void take_out(server *s, unsigned i)
{
	kept_table *all = &s->kept;

	if (all->at[i] == NULL)
		return;
	all->bytes -= all->at[i]->n;
	let_go(s, all->at[i]);
	all->at[i] = NULL;
}

kept *http_kept_find(server *s, const unsigned char key[HTTP_KEY])
{
	kept_table *all = &s->kept;
	kept *found = NULL;

	(void)pthread_mutex_lock(&all->lock);
	for (unsigned i = 0; found == NULL && i < KEPT_MAX; i++)
		if (all->at[i] != NULL && memcmp(all->at[i]->key, key, HTTP_KEY) == 0)
			found = all->at[i];
	if (found != NULL)
		found->uses++;
	(void)pthread_mutex_unlock(&all->lock);
	return found;
}

void http_kept_drop(server *s, kept *k)
{
	(void)pthread_mutex_lock(&s->kept.lock);
	let_go(s, k);
	(void)pthread_mutex_unlock(&s->kept.lock);
}

static kept *make(server *s, const call *c)
{
	slice bytes = http_response_bytes(&c->r);
	slice again = c->r.again;
	kept *k = malloc(sizeof *k + again.n);

	if (k == NULL)
		return NULL;
	*k = (kept){.stage = KEPT, .uses = 2, .n = bytes.n, .again = {k->room, again.n}};
	memcpy(k->key, c->key, HTTP_KEY);
	memcpy(k->room, again.p, again.n);
	k->response = http_response_make(s, &c->r, MHD_RESPMEM_MUST_COPY);
	if (k->response == NULL) {
		free(k);
		return NULL;
	}
	return k;
}

/* In a ring: what was put in first makes room first. */
kept *http_kept_put(server *s, const call *c)
{
	kept_table *all = &s->kept;
	kept *k = http_response_bytes(&c->r).n <= KEPT_BYTES / 4 ? make(s, c) : NULL;

	if (k == NULL)
		return NULL;
	(void)pthread_mutex_lock(&all->lock);
	take_out(s, all->next);
	all->at[all->next] = k;
	all->bytes += k->n;
	all->next = (all->next + 1) % KEPT_MAX;
	for (unsigned i = all->next; all->bytes > KEPT_BYTES; i = (i + 1) % KEPT_MAX)
		take_out(s, i);
	(void)pthread_mutex_unlock(&all->lock);
	return k;
}

slice http_kept_again(const kept *k)
{
	return k->again;
}

enum MHD_Result http_kept_send(server *s, const kept *k, struct MHD_Connection *conn)
{
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
		take_out(s, i);
	(void)pthread_mutex_unlock(&s->kept.lock);
}
