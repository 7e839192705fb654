/*
 * http_zip.c - gzip at its quickest level: it takes four fifths off a page for a tenth of what
 * making the page costs. The only file that knows zlib.
 */
#include "web/http_zip.h"

#define ZLIB_CONST
#include <zlib.h>

/* The whole window: a page of 60 KB is not moved along it, which takes a third of the time less
 * (0.29 ms, not 0.48) and a sixth of the bytes. */
enum { WORTH_IT = 1200, LEVEL = 1, GZIP_WINDOW = 15 + 16, MEMORY = 8 };

struct zipper {
	z_stream z;
};

zipper *http_zip_open(arena *a)
{
	zipper *x = arena_new(a, zipper);

	*x = (zipper){.z = {.next_in = NULL}};
	return deflateInit2(&x->z, LEVEL, Z_DEFLATED, GZIP_WINDOW, MEMORY, Z_DEFAULT_STRATEGY) ==
	                       Z_OK
	               ? x
	               : NULL;
}

void http_zip_close(zipper *x)
{
	if (x != NULL)
		(void)deflateEnd(&x->z);
}

static bool is_text(slice type)
{
	return type.n == 0 || slice_starts(type, S("text/"));
}

/* Into `to`, which has room for it; false when it has not. */
static bool deflate_all(z_stream *z, slice from, char *to, size_t room, size_t *ret_n)
{
	if (deflateReset(z) != Z_OK)
		return false;
	z->next_in = (const Bytef *)from.p;
	z->avail_in = (uInt)from.n;
	z->next_out = (Bytef *)to;
	z->avail_out = (uInt)room;
	*ret_n = 0;
	if (deflate(z, Z_FINISH) != Z_STREAM_END)
		return false;
	*ret_n = (size_t)z->total_out;
	return true;
}

void http_zip(zipper *z, const http_request *q, http_response *r)
{
	slice body = strbuf_slice(&r->body);
	size_t n = 0;
	char *to;

	if (r->still.p != NULL || body.n < WORTH_IT || body.n > UINT32_MAX / 2 || !is_text(r->type))
		return;
	http_header(q, r, S("Vary"), S("Accept-Encoding"));
	if (z == NULL || !slice_has(q->accept_encoding, S("gzip")))
		return;
	/* What does not become smaller does not fit, and stays as it is. */
	to = arena_room(q->a, body.n);
	if (!deflate_all(&z->z, body, to, body.n, &n))
		return;
	r->still = (slice){to, n};
	http_header(q, r, S("Content-Encoding"), S("gzip"));
}
