/*
 * bench_read.c - how fast, how large, how even the reading is; its peer `wc -m`
 * reads the same bytes in the same run.
 *
 * What is timed is all of it: bytes to a reading to JSON. Documents are made anew
 * from shuffled sentences (bench_text.h). Must never leave work out that a user
 * would wait for, nor measure one program warm and the other cold: runs alternate.
 * Throughput is by processor time, for both, so that a busy machine slows neither;
 * starting is by the clock.
 */
#include "app/bench/bench_read.h"

#include <stdio.h>
#include <unistd.h>

#include "app/bench/bench_report.h"
#include "app/bench/bench_run.h"
#include "app/bench/bench_text.h"
#include "app/intake/job_read.h"
#include "base/file.h"
#include "base/json_out.h"

#define MIB (1024.0 * 1024.0)
#define MB 1e6
#define DOC_MIN ((size_t)20 << 10)
#define DOC_MAX ((size_t)46 << 10)
#define JSON_MAX ((size_t)4 << 30)
#define DENSITY_BYTES ((size_t)2 << 20)
#define START_RUNS 40

#define SELF "/proc/self/exe"

static const char *const argv_read[] = {SELF, "read", "-", NULL};
static const char *const argv_version[] = {SELF, "--version", NULL};
static const char *const argv_wc[] = {"wc", "-m", NULL};
static const char *const argv_true[] = {"true", NULL};

typedef VEC(slice) documents;

typedef struct bench {
	const bench_options *o;
	job_reader jr;
	const bench_pool *pool;
	arena a;
	uint64_t seed;
	strbuf json; /* of one document at a time; its memory stays, as in a server */
	uint64_t duties; /* that were read so far */
	bool pass;
} bench;

static void report(bench *b, const measure *f)
{
	bench_report(f, &b->pass);
}

static rc open_pool(bench *b, err *e)
{
	if (b->o->npapers > 0)
		return bench_pool_of(b->o->papers, b->o->npapers, &b->a, &b->pool, e);
	b->pool = bench_pool_new(&b->a);
	return b->pool ? RC_OK : err_set(e, RC_IO, MSG_FILE_UNREADABLE, "no samples on board");
}

/* All of a reading, as a user has it: bytes in, JSON out, memory given back. */
static rc read_one(bench *b, slice text, const allocator *from, err *e)
{
	json_source source = {.name = S("bench.txt"), .bytes = (int64_t)text.n, .confidence = 1};
	json_out j = jout_to(&b->json);
	reading r = {0};
	arena a;
	rc code;

	arena_init(&a, from, 0);
	strbuf_clear(&b->json);
	code = reading_run(&b->jr.rd, text, &a, &r, e);
	if (code == RC_OK)
		model_json_document(&j, &r, &source, &b->jr.ident, NULL);
	b->duties += r.assignments.n;
	arena_done(&a);
	return code != RC_OK ? code : b->json.failed;
}

/* Documents of least to most bytes, `total` bytes of them, one behind the other in
 * an empty `to`. */
static void make_documents(bench *b, size_t least, size_t most, size_t total, strbuf *to,
                           documents *ret)
{
	VEC(size_t) ends = {0};

	while (to->n < total && to->failed == RC_OK) {
		size_t size = least + (size_t)(b->seed % (most - least + 1));

		bench_document(b->pool, size, &b->seed, to);
		*VEC_PUSH(&b->a, &ends) = to->n;
	}
	for (uint32_t i = 0; i < ends.n; i++) {
		size_t start = i ? ends.p[i - 1] : 0;

		*VEC_PUSH(&b->a, ret) = (slice){to->p + start, ends.p[i] - start};
	}
}

static rc read_all(bench *b, const documents *docs, double *ret_seconds, err *e)
{
	double start = bench_worked();
	rc code = RC_OK;

	for (uint32_t i = 0; i < docs->n && code == RC_OK; i++)
		code = read_one(b, docs->p[i], NULL, e);
	*ret_seconds = bench_worked() - start;
	return code;
}

/* Reading against `wc -m` over the same bytes, turn by turn. process: ours is a
 * whole process too, as wc is. */
static rc throughput(bench *b, measure f, const documents *docs, slice all, bool process, err *e)
{
	bench_times ours = {0};
	bench_times peer = {0};
	int fd = bench_bytes(all);
	rc code = fd < 0 ? err_set(e, RC_IO, MSG_WRITE_FAILED, "memfd") : RC_OK;

	for (unsigned i = 0; i < b->o->runs && code == RC_OK; i++) {
		bench_child wc = bench_spawn(argv_wc, fd, NULL);
		bench_child one = {0};
		double seconds = 0;

		if (process)
			one = bench_spawn(argv_read, fd, NULL);
		else
			code = read_all(b, docs, &seconds, e);
		if (wc.status != 0 || one.status != 0) /* quick, but it did not do it */
			code = err_set(e, RC_IO, MSG_FILE_UNREADABLE, "wc: %d, read: %d", wc.status,
			               one.status);
		bench_times_add(&ours, process ? one.worked : seconds);
		bench_times_add(&peer, wc.worked);
	}
	if (fd >= 0)
		(void)close(fd);
	if (code != RC_OK)
		return code;
	f.unit = "MB/s";
	f.peer = "wc -m";
	f.bytes = all.n;
	f.runs = ours.n;
	f.best = (double)all.n / MB / bench_best(&ours);
	f.median = (double)all.n / MB / bench_median(&ours);
	f.peer_best = (double)all.n / MB / bench_best(&peer);
	f.ratio = f.best / f.peer_best;
	report(b, &f);
	return RC_OK;
}

static rc duties_a_kb(bench *b, const documents *docs, double *ret, err *e)
{
	uint64_t before = b->duties;
	size_t bytes = 0;
	rc code = RC_OK;

	for (uint32_t i = 0; i < docs->n && code == RC_OK; i++) {
		code = read_one(b, docs->p[i], NULL, e);
		bytes += docs->p[i].n;
	}
	*ret = bytes ? (double)(b->duties - before) * 1e3 / (double)bytes : 0;
	return code;
}

/* How dense the text is beside the papers that it was made of: what is measured below
 * means little where the one is far from the other. */
static rc measure_density(bench *b, err *e)
{
	measure f = {.name = "density", .unit = "duties a KB", .peer = "the papers whole"};
	documents docs = {0}, papers = {0};
	strbuf text;
	slice paper;
	rc code;

	strbuf_init(&text, NULL, JSON_MAX);
	make_documents(b, DOC_MIN, DOC_MAX, DENSITY_BYTES, &text, &docs);
	for (size_t i = 0; bench_paper(b->pool, i, &paper); i++) {
		*VEC_PUSH(&b->a, &papers) = paper;
		f.bytes += paper.n;
	}
	code = duties_a_kb(b, &docs, &f.best, e);
	if (code == RC_OK)
		code = duties_a_kb(b, &papers, &f.peer_best, e);
	if (code == RC_OK) {
		f.ratio = f.peer_best > 0 ? f.best / f.peer_best : 0;
		report(b, &f);
	}
	strbuf_done(&text);
	return code;
}

static rc measure_throughput(bench *b, err *e)
{
	documents many = {0};
	documents one = {0};
	strbuf text;
	rc code;

	strbuf_init(&text, NULL, JSON_MAX);
	make_documents(b, DOC_MIN, DOC_MAX, b->o->bytes, &text, &many);
	code = throughput(b,
	                  (measure){.name = "read-documents",
	                            .at_least = 60,
	                            .ratio_at_least = 0.6,
	                            .note = "documents of 20 to 46 KB, in one process"},
	                  &many, strbuf_slice(&text), false, e);
	strbuf_clear(&text);
	bench_document(b->pool, b->o->bytes, &b->seed, &text);
	*VEC_PUSH(&b->a, &one) = strbuf_slice(&text);
	if (code == RC_OK)
		code = throughput(b,
		                  (measure){.name = "read-one-document",
		                            .at_least = 60,
		                            .ratio_at_least = 0.6,
		                            .note = "one document"},
		                  &one, strbuf_slice(&text), false, e);
	if (code == RC_OK)
		code = throughput(b,
		                  (measure){.name = "read-process",
		                            .note = "one document, whole process, with its "
		                                    "hash and output"},
		                  &one, strbuf_slice(&text), true, e);
	strbuf_done(&text);
	return code;
}

/* The same amount of text as 100 documents, as 10, and as one: seconds a byte. */
static rc measure_cost(bench *b, err *e)
{
	double first = 0;
	strbuf text;
	rc code = RC_OK;

	strbuf_init(&text, NULL, JSON_MAX);
	for (size_t times = 1; times <= 100 && code == RC_OK; times *= 10) {
		bench_times t = {0};
		documents docs = {0};
		double each;

		strbuf_clear(&text);
		make_documents(b, DOC_MAX * times, DOC_MAX * times, DOC_MAX * 100, &text, &docs);
		for (unsigned i = 0; i < b->o->runs && code == RC_OK; i++) {
			double seconds = 0;

			code = read_all(b, &docs, &seconds, e);
			bench_times_add(&t, seconds);
		}
		each = bench_best(&t) / (double)text.n * (double)(DOC_MAX * times);
		first = times == 1 ? each : first;
		report(b, &(measure){.name = times == 1    ? "cost-1x"
		                             : times == 10 ? "cost-10x"
		                                           : "cost-100x",
		                     .unit = "ms a document",
		                     .best = each * 1e3,
		                     .median = bench_median(&t) / docs.n * 1e3,
		                     .peer = "cost-1x",
		                     .peer_best = first * 1e3,
		                     .ratio = each / first,
		                     .at_most = times == 1 ? 0 : 1.1 * (double)times * first * 1e3,
		                     .bytes = DOC_MAX * times,
		                     .runs = t.n});
	}
	strbuf_done(&text);
	return code;
}

/* An allocator that knows how much is out. Each block carries its size in front. */
typedef struct meter {
	size_t now, peak;
} meter;

#define METER_HEAD 16

static void *meter_alloc(void *ctx, size_t n)
{
	meter *m = ctx;
	char *p = n < SIZE_MAX - METER_HEAD ? allocator_libc.alloc(NULL, n + METER_HEAD) : NULL;

	if (p == NULL)
		return NULL;
	memcpy(p, &n, sizeof n);
	m->now += n;
	m->peak = m->now > m->peak ? m->now : m->peak;
	return p + METER_HEAD;
}

static void meter_free(void *ctx, void *p)
{
	meter *m = ctx;
	char *start = p;
	size_t n;

	if (p == NULL)
		return;
	start -= METER_HEAD;
	memcpy(&n, start, sizeof n);
	m->now -= n;
	allocator_libc.free(NULL, start);
}

static rc measure_memory(bench *b, err *e)
{
	meter m = {0};
	const allocator counted = {meter_alloc, meter_free, &m};
	strbuf text;
	bench_child ours;
	int fd;
	rc code;

	strbuf_init(&text, NULL, JSON_MAX);
	bench_document(b->pool, DOC_MAX, &b->seed, &text);
	strbuf_done(&b->json);
	strbuf_init(&b->json, &counted, JSON_MAX);
	code = read_one(b, strbuf_slice(&text), &counted, e);
	strbuf_done(&b->json);
	strbuf_init(&b->json, NULL, JSON_MAX);
	report(b, &(measure){.name = "memory",
	                     .unit = "MiB",
	                     .best = (double)m.peak / MIB,
	                     .at_most = 4,
	                     .bytes = text.n,
	                     .runs = 1,
	                     .note = "most out at once beyond the text: reading and JSON"});
	fd = bench_bytes(strbuf_slice(&text));
	ours = bench_spawn(argv_read, fd, NULL);
	report(b, &(measure){.name = "memory-process",
	                     .unit = "MiB",
	                     .best = (double)ours.peak / MIB,
	                     .bytes = text.n,
	                     .runs = 1,
	                     .note = "most resident, with program, libraries and tables"});
	if (fd >= 0)
		(void)close(fd);
	strbuf_done(&text);
	return code;
}

/* One sample, whole process, beyond an empty process: turn by turn. */
static rc measure_start(bench *b, err *e)
{
	bench_times ours = {0};
	bench_times version = {0};
	bench_times none = {0};
	strbuf text;
	int fd;

	strbuf_init(&text, NULL, JSON_MAX);
	bench_document(b->pool, DOC_MIN / 2, &b->seed, &text);
	fd = bench_bytes(strbuf_slice(&text));
	for (int i = 0; i < START_RUNS; i++) {
		bench_child one = bench_spawn(argv_read, fd, NULL);

		if (one.status != 0) {
			if (fd >= 0)
				(void)close(fd);
			strbuf_done(&text);
			return err_set(e, RC_IO, MSG_FILE_UNREADABLE, "read: %d", one.status);
		}
		bench_times_add(&ours, one.seconds);
		bench_times_add(&version, bench_spawn(argv_version, fd, NULL).seconds);
		bench_times_add(&none, bench_spawn(argv_true, fd, NULL).seconds);
	}
	report(b, &(measure){.name = "start-read",
	                     .unit = "ms beyond an empty process",
	                     .best = (bench_best(&ours) - bench_best(&none)) * 1e3,
	                     .median = (bench_median(&ours) - bench_median(&none)) * 1e3,
	                     .peer = "true, whole ms",
	                     .peer_best = bench_best(&none) * 1e3,
	                     .at_most = 5,
	                     .bytes = text.n,
	                     .runs = ours.n});
	report(b, &(measure){.name = "start-version",
	                     .unit = "ms beyond an empty process",
	                     .best = (bench_best(&version) - bench_best(&none)) * 1e3,
	                     .median = (bench_median(&version) - bench_median(&none)) * 1e3,
	                     .peer = "true, whole ms",
	                     .peer_best = bench_best(&none) * 1e3,
	                     .runs = version.n});
	(void)close(fd);
	strbuf_done(&text);
	return RC_OK;
}

rc bench_read(const bench_options *o, bool *ret_pass, err *e)
{
	static rc (*const parts[])(bench *, err *) = {
		measure_memory, /* first: a child's peak is never told below its parent's size */
		measure_start,  measure_density, measure_throughput, measure_cost,
	};
	bench b = {.o = o, .seed = o->seed, .pass = true};
	rc code = job_reader_open(&b.jr, NULL, NULL, e);

	arena_init(&b.a, NULL, 0);
	strbuf_init(&b.json, NULL, JSON_MAX);
	if (code == RC_OK)
		code = open_pool(&b, e);
	for (size_t i = 0; i < ARRAY_LEN(parts) && code == RC_OK; i++)
		code = parts[i](&b, e);
	strbuf_done(&b.json);
	arena_done(&b.a);
	job_reader_done(&b.jr);
	*ret_pass = b.pass;
	return code;
}

rc bench_print_text(const bench_options *o, bool *ret_pass, err *e)
{
	bench b = {.o = o, .seed = o->seed};
	documents docs = {0};
	strbuf text;
	rc code;

	arena_init(&b.a, NULL, 0);
	strbuf_init(&text, NULL, JSON_MAX);
	code = open_pool(&b, e);
	if (code == RC_OK) {
		make_documents(&b, DOC_MIN, DOC_MAX, o->bytes, &text, &docs);
		code = file_write_fd(STDOUT_FILENO, strbuf_slice(&text), e);
	}
	strbuf_done(&text);
	arena_done(&b.a);
	*ret_pass = code == RC_OK;
	return code;
}
