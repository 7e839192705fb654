/*
 * read_text.h - read a text as one document with the reader that ships, for tests of
 * single passes. Everything lives until read_done().
 */
#ifndef DONDOC_TESTS_READ_TEXT_H
#define DONDOC_TESTS_READ_TEXT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "lib/builtin.h"
#include "reading/reading.h"

static arena read_memory;
static reader read_with;

static inline int read_start(void **state)
{
	registry_tables t[2];
	err e = {0};

	(void)state;
	arena_init(&read_memory, NULL, 0);
	assert_int_equal(builtin_registry(S("langson"), &t[0], &e), RC_OK);
	assert_int_equal(builtin_registry(S("vietnam"), &t[1], &e), RC_OK);
	assert_int_equal(reader_init(t, 2, builtin_cues(), &read_memory, &read_with, &e), RC_OK);
	return 0;
}

static inline int read_done(void **state)
{
	(void)state;
	arena_done(&read_memory);
	return 0;
}

static inline reading *read_text(const char *text)
{
	reading *r = arena_new(&read_memory, reading);
	err e = {0};

	if (reading_run(&read_with, slice_c(text), &read_memory, r, &e) != RC_OK)
		fail_msg("%s", e.detail);
	return r;
}

static inline void assert_slice(slice got, const char *want)
{
	if (!slice_eq(got, slice_c(want)))
		fail_msg("got \"%.*s\", wanted \"%s\"", (int)got.n, got.p, want);
}

#endif
