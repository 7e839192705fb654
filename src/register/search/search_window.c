/*
 * search_window.c - the newest documents first, where the database gives all or nothing.
 *
 * A GIN index answers with every document that holds a word. So on PostgreSQL it holds the
 * keys as well, by blocks (schema 003), and is asked for the newest alone, then for sixteen
 * times as many, at last for all: a word that is common fills the page from the first window,
 * one that is rare costs little in the last. Which documents are found, and in which order,
 * must never depend on the windows.
 */
#include "register/search/search_priv.h"

enum { FIRST = 256, GROWS = 16, MOST = 4096, FEW_BLOCKS = 16 };

static rc next_end(search_windows *w, arena *a, err *e)
{
	sql_search_newest_row row = {DB_NULL, DB_NULL};
	int64_t rows = FIRST;
	bool found;
	rc code = RC_OK;

	for (uint32_t i = 0; i < w->ends.n && rows <= MOST; i++)
		rows *= GROWS;
	if (db_is_pgsql(w->d) && rows <= MOST)
		code = sql_search_newest(w->d, (sql_search_newest_in){w->below, w->least, rows}, a,
		                         &row, &found, e);
	if (code != RC_OK)
		return code;
	if (row.newest != DB_NULL)
		w->newest = row.newest;
	*VEC_PUSH(a, &w->ends) = row.end != DB_NULL ? row.end : w->least;
	return RC_OK;
}

rc search_window(search_windows *w, uint32_t which, arena *a, int64_t *ret, err *e)
{
	rc code = RC_OK;

	while (code == RC_OK && w->ends.n <= which)
		code = next_end(w, a, e);
	if (code == RC_OK)
		*ret = w->ends.p[which];
	return code;
}

slice search_blocks(const search_windows *w, int64_t least, int64_t below, arena *a)
{
	static const uint8_t sizes[] = {8,  12, 16, 20,
	                                36, 40, 44, 48}; /* as search_hits has them */
	enum { ROOM = (FEW_BLOCKS + 1) * (STRBUF_INT_MAX + 1) };
	int64_t last = below < w->newest ? below : w->newest;
	size_t k = 0;
	strbuf b;

	if (least <= w->least)
		return (slice){0};
	while (k + 1 < sizeof sizes && (last >> sizes[k]) - (least >> sizes[k]) >= FEW_BLOCKS)
		k++;
	strbuf_over(&b, arena_room(a, ROOM), ROOM);
	for (int64_t at = least >> sizes[k]; at <= last >> sizes[k]; at++) {
		if (b.n > 0)
			strbuf_putc(&b, ',');
		strbuf_int(&b, at);
	}
	return b.failed == RC_OK ? strbuf_slice(&b) : (slice){0};
}
