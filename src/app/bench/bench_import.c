/*
 * bench_import.c - files made, imported, taken away; nothing is left out of the time but
 * the making.
 */
#include "app/bench/bench_import.h"

#include <fcntl.h>
#include <unistd.h>

#include "app/bench/bench_run.h"
#include "app/intake/read_ahead.h"
#include "base/file.h"
#include "base/hash.h"

typedef VEC(const char *) paths;

static void make_text(const bench_importing *x, size_t least, size_t most, strbuf *b)
{
	size_t sizes = most - least + 1;

	*x->seed = *x->seed * 6364136223846793005u + 1442695040888963407u;
	strbuf_clear(b);
	bench_document(x->pool, least + (size_t)(*x->seed >> 33) % sizes, x->seed, b);
}

static rc write_file(const char *path, slice text, err *e)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	rc code;

	if (fd < 0)
		return err_set(e, RC_IO, MSG_WRITE_FAILED, "a text to import");
	code = file_write_fd(fd, text, e);
	(void)close(fd);
	return code;
}

static rc make_files(const bench_importing *x, uint32_t n, size_t least, size_t most, arena *a,
                     paths *ret, bench_rate *sizes, err *e)
{
	strbuf b;
	rc code = RC_OK;

	strbuf_init(&b, NULL, (size_t)1 << 30);
	for (uint32_t i = 0; code == RC_OK && i < n; i++) {
		const char *path = arena_printf(a, "%s/in-%06u.txt%c", x->folder, i, 0).p;

		make_text(x, least, most, &b);
		code = write_file(path, strbuf_slice(&b), e);
		*VEC_PUSH(a, ret) = path;
		sizes->documents++;
		sizes->bytes += (double)b.n;
	}
	strbuf_done(&b);
	return code;
}

typedef struct taking {
	batch *to;
	rc code;
	err *e;
} taking;

static void take(void *ctx, const job_doc *doc, const err *why)
{
	taking *t = ctx;
	entered got;

	if (t->code == RC_OK && why != NULL)
		t->code = err_set(t->e, why->rc, why->id, "%s", why->detail);
	if (t->code == RC_OK)
		t->code = batch_enter(t->to, doc, &got, t->e);
	if (t->code == RC_OK && batch_is_full(t->to))
		t->code = batch_end(t->to, true, t->e);
}

static rc import_files(const bench_importing *x, const paths *files, err *e)
{
	read_ahead *ahead = read_ahead_open(x->jr, files->p, files->n);
	taking t = {x->to, RC_OK, e};
	rc ended;

	for (uint32_t i = 0; t.code == RC_OK && i < files->n; i++)
		if (ahead == NULL || !read_ahead_show(ahead, i, take, &t))
			job_read(x->jr, files->p[i], take, &t);
	read_ahead_close(ahead);
	ended = batch_end(x->to, t.code == RC_OK, t.code == RC_OK ? e : NULL);
	return t.code == RC_OK ? ended : t.code;
}

rc bench_import(const bench_importing *x, uint32_t n, size_t least, size_t most, bench_rate *ret,
                err *e)
{
	bench_rate r = {0};
	double began, worked, busy;
	paths files = {0};
	arena a;
	rc code;

	arena_init(&a, NULL, 0);
	code = make_files(x, n, least, most, &a, &files, &r, e);
	began = bench_now();
	worked = bench_worked();
	busy = bench_busy();
	if (code == RC_OK)
		code = import_files(x, &files, e);
	r.seconds = bench_now() - began;
	r.worked = bench_worked() - worked;
	r.busy = bench_busy() - busy;
	for (uint32_t i = 0; i < files.n; i++)
		(void)unlink(files.p[i]);
	arena_done(&a);
	if (code == RC_OK)
		*ret = r;
	return code;
}

static rc enter_one(const bench_importing *x, slice text, err *e)
{
	job_doc doc = {.source = {.name = S("bench.txt"), .confidence = 1}, .original = text};
	entered got;
	rc code;

	hash_sha256(&text, 1, doc.sha256);
	doc.source.sha256 = slice_c(doc.sha256);
	doc.source.bytes = (int64_t)text.n;
	arena_init(&doc.a, NULL, 0);
	code = reading_run(&x->jr->rd, text, &doc.a, &doc.r, e);
	if (code == RC_OK)
		code = batch_prepare(x->jr, &doc, e);
	if (code == RC_OK)
		code = batch_enter(x->to, &doc, &got, e);
	if (code == RC_OK && batch_is_full(x->to))
		code = batch_end(x->to, true, e);
	arena_done(&doc.a);
	return code;
}

rc bench_enter(const bench_importing *x, uint64_t n, size_t least, size_t most, err *e)
{
	strbuf b;
	rc code = RC_OK, ended;

	strbuf_init(&b, NULL, (size_t)1 << 30);
	for (uint64_t i = 0; code == RC_OK && i < n; i++) {
		make_text(x, least, most, &b);
		code = enter_one(x, strbuf_slice(&b), e);
	}
	strbuf_done(&b);
	ended = batch_end(x->to, code == RC_OK, code == RC_OK ? e : NULL);
	return code == RC_OK ? ended : code;
}
