/*
 * bench_peer.h - a plain C program over the same SQLite file, as peer of our figures.
 */
#ifndef DONDOC_APP_BENCH_PEER_H
#define DONDOC_APP_BENCH_PEER_H

#include "base/err.h"

enum peer_query {
#define PEER(name, sql) PEER_##name,
#include "app/bench/bench_peer.def"
#undef PEER
	PEER_COUNT
};

typedef struct peer peer;

/* peer_open() - open the file by itself. NULL when it cannot. peer_close(NULL) is fine. */
peer *peer_open(const char *path);
void peer_close(peer *p);

/* peer_run() - run a prepared statement to its end, touching every column; seconds, or a
 * negative number when it failed. `text` is bound when it has bytes, else `number`. */
double peer_run(peer *p, enum peer_query which, int64_t number, slice text);

#endif
