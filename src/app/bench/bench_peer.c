/*
 * bench_peer.c - nothing of ours in between: open, prepare, step.
 */
#include "app/bench/bench_peer.h"

#include <sqlite3.h>

#include "app/bench/bench_run.h"

static const char *const statements[] = {
#define PEER(name, sql) sql,
#include "app/bench/bench_peer.def"
#undef PEER
};

struct peer {
	arena a;
	sqlite3 *db;
	sqlite3_stmt *prepared[PEER_COUNT];
};

peer *peer_open(const char *path)
{
	arena a;
	peer *p;

	arena_init(&a, NULL, 0);
	p = arena_new(&a, peer);
	p->a = a;
	if (sqlite3_open_v2(path, &p->db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL) !=
	    SQLITE_OK) {
		peer_close(p);
		return NULL;
	}
	for (int i = 0; i < PEER_COUNT; i++)
		if (sqlite3_prepare_v2(p->db, statements[i], -1, &p->prepared[i], NULL) !=
		    SQLITE_OK) {
			peer_close(p);
			return NULL;
		}
	return p;
}

void peer_close(peer *p)
{
	arena a;

	if (p == NULL)
		return;
	for (int i = 0; i < PEER_COUNT; i++)
		(void)sqlite3_finalize(p->prepared[i]);
	(void)sqlite3_close(p->db);
	a = p->a;
	arena_done(&a);
}

double peer_run(peer *p, enum peer_query which, int64_t number, slice text)
{
	sqlite3_stmt *st = p->prepared[which];
	double began = bench_now();
	int64_t touched = 0;
	int code;

	if (text.n > 0)
		code = sqlite3_bind_text(st, 1, text.p, (int)text.n, SQLITE_STATIC);
	else
		code = sqlite3_bind_int64(st, 1, number);
	while (code == SQLITE_OK || code == SQLITE_ROW) {
		code = sqlite3_step(st);
		for (int i = 0; code == SQLITE_ROW && i < sqlite3_column_count(st); i++)
			touched += sqlite3_column_bytes(st, i);
	}
	(void)sqlite3_reset(st);
	(void)sqlite3_clear_bindings(st);
	return code == SQLITE_DONE && touched >= 0 ? bench_now() - began : -1;
}
