/*
 * metrics.h - how the server does, for /metrics: counted as requests are answered.
 */
#ifndef DONDOC_WEB_METRICS_H
#define DONDOC_WEB_METRICS_H

#include "base/arena.h"
#include "base/strbuf.h"

typedef struct metrics metrics;
metrics *metrics_new(arena *a);

/* metrics_count() - a request was answered with this status in so many microseconds. From any
 * thread, without waiting. */
void metrics_count(metrics *m, int status, int64_t micros);

/* metrics_write() - all of it in the text form of Prometheus. */
void metrics_write(const metrics *m, strbuf *to);

/* metrics_line() - one more: "name value" with its kind. */
void metrics_line(strbuf *to, const char *name, const char *kind, const char *help, int64_t value);

#endif
