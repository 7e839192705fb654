/*
 * fuzz_archive.c - any bytes as an archive, and any names and bytes packed as one: what
 * is handed on must have a name that can be shown, and lead nowhere.
 */
#include "fuzz.h"

#include <stdlib.h>

#include "../unit/zip_make.h"
#include "base/utf8.h"
#include "reading/extract/archive.h"

enum { MEMBERS = 64 };

static bool leads_out(slice name)
{
	slice part;
	bool out = slice_starts(name, S("/"));

	while (slice_next(&name, '/', &part))
		out |= slice_eq(part, S(".."));
	return out;
}

static bool take(void *ctx, const member *m, const err *why)
{
	unsigned *n = ctx;

	if (utf8_invalid_at(m->name) != m->name.n)
		abort();
	for (size_t i = 0; i < m->name.n; i++)
		if ((unsigned char)m->name.p[i] < ' ')
			abort();
	if (why == NULL && leads_out(m->name))
		abort();
	return ++*n < MEMBERS;
}

static void unfold(slice archive)
{
	unsigned n = 0;
	const member_sink to = {take, &n};
	arena a;
	err e = {0};

	arena_init(&a, NULL, 0);
	if (sniff(archive) >= FILE_KIND_COUNT)
		abort();
	if (archive_unfold(archive, &a, &to, &e) != RC_OK && e.rc == RC_OK)
		abort();
	arena_done(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	slice in = {(const char *)bytes, n}, name, words;
	zip_make z;

	unfold(in);
	zm_begin(&z);
	z.lie = n > 0 && bytes[0] == 0xff ? 1u << (n & 31) : 0;
	for (unsigned i = 0; i < MEMBERS && slice_next(&in, '\n', &name); i++) {
		words = (slice){"", 0};
		(void)slice_next(&in, '\n', &words);
		zm_add(&z, name, words);
	}
	unfold(zm_end(&z));
	zm_done(&z);
	return 0;
}
