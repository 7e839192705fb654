/*
 * http_zip.c - which bodies are packed, and what their headers say of it.
 */
#include "web/http_zip.h"

enum { WORTH_IT = 1200 };

static bool is_text(slice type)
{
	return type.n == 0 || slice_starts(type, S("text/"));
}

void http_zip(packer *p, const http_request *q, http_response *r)
{
	slice body = strbuf_slice(&r->body);
	slice small;

	if (r->still.p != NULL || body.n < WORTH_IT || !is_text(r->type))
		return;
	http_header(q, r, S("Vary"), S("Accept-Encoding"));
	if (p == NULL || !slice_has(q->accept_encoding, S("gzip")))
		return;
	small = pack_small(p, q->a, body);
	if (small.n == 0)
		return;
	r->still = small;
	http_header(q, r, S("Content-Encoding"), S("gzip"));
}
