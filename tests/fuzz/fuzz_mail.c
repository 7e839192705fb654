/*
 * fuzz_mail.c - any bytes as a mail, or as an archive, taken apart. What comes out
 * keeps its promises: names that are labels, kinds that there are.
 */
#include "fuzz.h"

#include <assert.h>

#include "base/utf8.h"
#include "reading/extract/limits.h"
#include "reading/extract/mail.h"

static bool take(void *ctx, const member *m, const err *why)
{
	unsigned *count = ctx;

	assert(m->name.n <= LIMIT_MEMBER_NAME && utf8_invalid_at(m->name) == m->name.n);
	for (size_t i = 0; i < m->name.n; i++)
		assert((unsigned char)m->name.p[i] >= ' ' && m->name.p[i] != 0x7f);
	assert(m->kind < FILE_KIND_COUNT && (why == NULL || why->rc != RC_OK));
	return ++*count < 1000;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	slice in = {(const char *)bytes, n};
	unsigned count = 0;
	member_sink to = {take, &count};
	arena a;
	err e = {0};

	arena_init(&a, NULL, 0);
	if (slice_starts(in, S("PK")))
		(void)!archive_unfold(in, &a, &to, &e);
	else
		(void)!mail_unfold(in, &a, &to, &e);
	arena_done(&a);
	return 0;
}
