/*
 * job_file.c - fetch, and start. It must never look at what stands in a document.
 */
#include "app/intake/job_file.h"

#include <unistd.h>

#include "app/intake/convert.h"
#include "base/file.h"

#define BUDGET ((size_t)2 << 30)

static slice base_name(const char *path)
{
	slice s = slice_c(path);
	size_t i = s.n;

	if (slice_eq(s, S("-")))
		return S("stdin");
	while (i > 0 && s.p[i - 1] != '/')
		i--;
	return i < s.n ? (slice){s.p + i, s.n - i} : s;
}

static rc fetch(const char *path, arena *a, slice *ret, err *e)
{
	/* The arena's guard: the file may be larger than what is left of memory. */
	rc code;

	if (arena_guard(a) != 0) {
		a->guarded = false;
		return err_set(e, a->failed, MSG_NO_MEMORY, "reading the file");
	}
	code = slice_eq(slice_c(path), S("-")) ? file_read_fd(STDIN_FILENO, JOB_DOC_MAX, a, ret, e)
	                                       : file_read(path, JOB_DOC_MAX, a, ret, e);
	a->guarded = false;
	return code;
}

/* What was converted, as long-lived as the file. */
static bool keep(job_file *f, const convert_file *made, slice *ret)
{
	if (made == NULL || arena_guard(&f->a) != 0) {
		f->a.guarded = false;
		return false;
	}
	*ret = arena_copy(&f->a, made->made);
	f->a.guarded = false;
	return true;
}

/* Nobody is at work on it: an extraction of zeros would be one that holds descriptor 0. */
static void begin(job_file *f, const char *path)
{
	*f = (job_file){
		.path = path, .name = base_name(path), .bytes = {"", 0}, .x = EXTRACTION_NONE};
	arena_init(&f->a, NULL, BUDGET);
}

void job_file_begin(job_file *f, const char *path, office_ahead *ahead, uint32_t i)
{
	const convert_file *made;
	file_kind kind;
	slice bytes;

	begin(f, path);
	if (fetch(path, &f->a, &f->bytes, &f->failed) != RC_OK)
		return;
	bytes = f->bytes;
	kind = sniff(bytes);
	made = ahead != NULL ? office_ahead_find(ahead, i, f->bytes) : NULL;
	if (keep(f, made, &bytes))
		kind = made->as;
	f->begun = extract_foreign(kind) && !convert_wanted(kind);
	if (f->begun)
		extract_start(&f->x, kind, bytes);
}

bool job_file_begin_plain(job_file *f, const char *path)
{
	begin(f, path);
	if (fetch(path, &f->a, &f->bytes, &f->failed) == RC_OK && sniff(f->bytes) == FILE_TEXT)
		return true;
	job_file_drop(f);
	return false;
}

void job_file_stop(job_file *f)
{
	extract_stop(&f->x);
	f->begun = false;
	arena_done(&f->a);
}

void job_file_drop(job_file *f)
{
	job_file_stop(f);
	extract_drop(&f->x);
}
