/*
 * http_zip.c - gzip by ISA-L: it takes four fifths off a page in a fifth of the time that zlib's
 * quickest level takes, and leaves as much (docs/LIBRARIES.md). Only base/pack.c knows it too.
 */
#include "web/http_zip.h"

#include <isa-l/igzip_lib.h>

#include "base/lib.h"

enum { WORTH_IT = 1200, LEVEL = 1, LEVEL_ROOM = ISAL_DEF_LVL1_MEDIUM };

/* FUNCTION(name) - every function of the library that is called. */
#define FUNCTIONS(FUNCTION)                                                                        \
	FUNCTION(isal_deflate_init)                                                                \
	FUNCTION(isal_deflate)

typedef struct isal {
#define MEMBER(name) __typeof__(&name) name;
	FUNCTIONS(MEMBER)
#undef MEMBER
} isal;

static const char *const functions[] = {
#define NAME(name) #name,
	FUNCTIONS(NAME)
#undef NAME
};

struct zipper {
	isal lib;
	struct isal_zstream z;
	unsigned char room[LEVEL_ROOM];
};

zipper *http_zip_open(arena *a, err *e)
{
	zipper *x = arena_new(a, zipper);

	return lib_load(LIB_ISAL, functions, (void **)(void *)&x->lib, ARRAY_LEN(functions), e) ==
	                       RC_OK
	               ? x
	               : NULL;
}

static bool is_text(slice type)
{
	return type.n == 0 || slice_starts(type, S("text/"));
}

/* Into `to`, which has room for as much as it is now; false when it does not fit. */
static bool pack(zipper *x, slice from, char *to, size_t *ret_n)
{
	struct isal_zstream *z = &x->z;

	x->lib.isal_deflate_init(z);
	z->gzip_flag = IGZIP_GZIP;
	z->level = LEVEL;
	z->level_buf = x->room;
	z->level_buf_size = sizeof x->room;
	z->end_of_stream = 1;
	z->next_in = (uint8_t *)(uintptr_t)from.p;
	z->avail_in = (uint32_t)from.n;
	z->next_out = (uint8_t *)to;
	z->avail_out = (uint32_t)from.n;
	if (x->lib.isal_deflate(z) != COMP_OK || z->internal_state.state != ZSTATE_END)
		return false;
	*ret_n = z->total_out;
	return true;
}

void http_zip(zipper *x, const http_request *q, http_response *r)
{
	slice body = strbuf_slice(&r->body);
	size_t n = 0;
	char *to;

	if (r->still.p != NULL || body.n < WORTH_IT || body.n > UINT32_MAX / 2 || !is_text(r->type))
		return;
	http_header(q, r, S("Vary"), S("Accept-Encoding"));
	if (x == NULL || !slice_has(q->accept_encoding, S("gzip")))
		return;
	/* What does not become smaller does not fit, and stays as it is. */
	to = arena_room(q->a, body.n);
	if (!pack(x, body, to, &n))
		return;
	r->still = (slice){to, n};
	http_header(q, r, S("Content-Encoding"), S("gzip"));
}
