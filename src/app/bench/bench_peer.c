/*
 * bench_peer.c - nothing of ours in between: open, prepare, step.
 */
#include "app/bench/bench_peer.h"

#include <sqlite3.h>

#include "app/bench/bench_run.h"
#include "base/lib.h"

static const char *const statements[] = {
#define PEER(name, sql) sql,
#include "app/bench/bench_peer.def"
#undef PEER
};

static const char *const functions[] = {
#define SQLITE(name) #name,
#include "store/sqlite.def"
#undef SQLITE
};

struct peer {
#define SQLITE(name) __typeof__(&name) name;
#include "store/sqlite.def"
#undef SQLITE
	arena a;
	sqlite3 *db;
	sqlite3_stmt *prepared[PEER_COUNT];
};

peer *peer_open(const char *path)
{
	err e = {0};
	arena a;
	peer *p;

	arena_init(&a, NULL, 0);
	p = arena_new(&a, peer);
	p->a = a;
	if (lib_load(LIB_SQLITE, functions, (void **)p, ARRAY_LEN(functions), &e) != RC_OK) {
		a = p->a;
		arena_done(&a);
		return NULL;
	}
	if (p->sqlite3_open_v2(path, &p->db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL) !=
	    SQLITE_OK) {
		peer_close(p);
		return NULL;
	}
	for (int i = 0; i < PEER_COUNT; i++)
		if (p->sqlite3_prepare_v2(p->db, statements[i], -1, &p->prepared[i], NULL) !=
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
		(void)p->sqlite3_finalize(p->prepared[i]);
	(void)p->sqlite3_close(p->db);
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
		code = p->sqlite3_bind_text(st, 1, text.p, (int)text.n, SQLITE_STATIC);
	else
		code = p->sqlite3_bind_int64(st, 1, number);
	while (code == SQLITE_OK || code == SQLITE_ROW) {
		code = p->sqlite3_step(st);
		for (int i = 0; code == SQLITE_ROW && i < p->sqlite3_column_count(st); i++)
			touched += p->sqlite3_column_bytes(st, i);
	}
	(void)p->sqlite3_reset(st);
	(void)p->sqlite3_clear_bindings(st);
	return code == SQLITE_DONE && touched >= 0 ? bench_now() - began : -1;
}
