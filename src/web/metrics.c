/*
 * metrics.c - counters that several threads add to; nobody waits for another.
 */
#include "web/metrics.h"

#include <stdatomic.h>

static const struct {
	int64_t micros;
	slice word;
} bounds[] = {
	{1000, S("0.001")}, {5000, S("0.005")}, {20000, S("0.02")}, {50000, S("0.05")},
	{100000, S("0.1")}, {500000, S("0.5")}, {2000000, S("2")},  {INT64_MAX, S("+Inf")},
};
static const slice classes[] = {S("1xx"), S("2xx"), S("3xx"), S("4xx"), S("5xx")};

struct metrics {
	_Atomic int64_t classes[ARRAY_LEN(classes)], bounds[ARRAY_LEN(bounds)], micros;
};

metrics *metrics_new(arena *a)
{
	metrics *m = arena_new(a, metrics);

	memset(m, 0, sizeof *m);
	return m;
}

void metrics_count(metrics *m, int status, int64_t micros)
{
	size_t i = 0;

	if (status >= 100 && status < 600)
		atomic_fetch_add_explicit(&m->classes[status / 100 - 1], 1, memory_order_relaxed);
	while (micros > bounds[i].micros)
		i++;
	atomic_fetch_add_explicit(&m->bounds[i], 1, memory_order_relaxed);
	atomic_fetch_add_explicit(&m->micros, micros, memory_order_relaxed);
}

static void head(strbuf *to, const char *name, const char *kind, const char *help)
{
	const slice pieces[] = {S("# HELP "),  slice_c(name),  S(" "),
	                        slice_c(help), S("\n# TYPE "), slice_c(name),
	                        S(" "),        slice_c(kind),  S("\n")};

	for (size_t i = 0; i < ARRAY_LEN(pieces); i++)
		strbuf_put(to, pieces[i]);
}

static void labelled(strbuf *to, const char *name, const char *label, slice value, int64_t n)
{
	const slice pieces[] = {slice_c(name), S("{"), slice_c(label), S("=\""), value, S("\"} ")};

	for (size_t i = 0; i < ARRAY_LEN(pieces); i++)
		strbuf_put(to, pieces[i]);
	strbuf_int(to, n);
	strbuf_putc(to, '\n');
}

void metrics_line(strbuf *to, const char *name, const char *kind, const char *help, int64_t value)
{
	head(to, name, kind, help);
	strbuf_put(to, slice_c(name));
	strbuf_putc(to, ' ');
	strbuf_int(to, value);
	strbuf_putc(to, '\n');
}

void metrics_write(const metrics *m, strbuf *to)
{
	int64_t sum = 0, micros = atomic_load(&m->micros);

	head(to, "dondoc_requests_total", "counter", "Requests answered, by class of status.");
	for (size_t i = 0; i < ARRAY_LEN(classes); i++)
		labelled(to, "dondoc_requests_total", "status", classes[i],
		         atomic_load(&m->classes[i]));
	head(to, "dondoc_request_seconds", "histogram", "Time to answer a request.");
	for (size_t i = 0; i < ARRAY_LEN(bounds); i++) {
		sum += atomic_load(&m->bounds[i]);
		labelled(to, "dondoc_request_seconds_bucket", "le", bounds[i].word, sum);
	}
	strbuf_put(to, S("dondoc_request_seconds_sum "));
	strbuf_int(to, micros / 1000000);
	strbuf_putc(to, '.');
	strbuf_int_pad(to, micros % 1000000, 6);
	strbuf_put(to, S("\ndondoc_request_seconds_count "));
	strbuf_int(to, sum);
	strbuf_putc(to, '\n');
}
