/*
 * feed.c - one statement a noun, each with the scope of that noun; merged by number.
 */
#include "register/look/feed.h"

#include "register/event.h"

/* As many lines at once: each is looked at a few times, and so is all of a log read from its beginning. */
enum { LINES = 10000 };

/* Their rows are alike: what differs is who may see them. */
static const db_stmt *const feeds[] = {
	&sql_feed_document_stmt, &sql_feed_assignment_stmt, &sql_feed_obligation_stmt,
	&sql_feed_meeting_stmt,  &sql_feed_collection_stmt, &sql_feed_petition_stmt,
};

typedef struct walk {
	feed_rows rows[ARRAY_LEN(feeds)];
	uint32_t at[ARRAY_LEN(feeds)];
} walk;

/* The list whose next row is the earliest; ARRAY_LEN(feeds) when all are at their ends. */
static size_t earliest(const walk *w)
{
	size_t best = ARRAY_LEN(feeds);

	for (size_t i = 0; i < ARRAY_LEN(feeds); i++) {
		if (w->at[i] == w->rows[i].n)
			continue;
		if (best == ARRAY_LEN(feeds) ||
		    w->rows[i].p[w->at[i]].seq < w->rows[best].p[w->at[best]].seq)
			best = i;
	}
	return best;
}

/* The lines after `after` up to `until`. */
static rc read_lines(reg *r, sql_feed_obligation_in in, arena *a, feed_rows *ret, err *e)
{
	walk w = {0};
	rc code = RC_OK;

	in.most -= ret->n;
	for (size_t i = 0; code == RC_OK && i < ARRAY_LEN(feeds); i++)
		code = db_many(r->d, feeds[i], &r->who, &in, a, (db_rows *)(void *)&w.rows[i], e);
	if (code != RC_OK)
		return code;
	for (size_t i = earliest(&w); i < ARRAY_LEN(feeds) && in.most > 0;
	     i = earliest(&w), in.most--)
		*VEC_PUSH(a, ret) = w.rows[i].p[w.at[i]++];
	return RC_OK;
}

rc feed_after(reg *r, int64_t after, int64_t most, arena *a, feed_rows *ret, int64_t *ret_last,
              err *e)
{
	int64_t stamp = after;
	rc code = event_stamp(r, &stamp, e);

	*ret = (feed_rows){0};
	while (code == RC_OK && after < stamp && ret->n < most) {
		int64_t until = stamp - after > LINES ? after + LINES : stamp;

		code = read_lines(r, (sql_feed_obligation_in){after, until, most}, a, ret, e);
		after = until;
	}
	if (code == RC_OK)
		*ret_last = ret->n == most ? ret->p[ret->n - 1].seq : after;
	return code;
}
