/*
 * fuzz_web.c - the request path over our own parsing: cookies, queries and forms, JSON bodies,
 * paths and routes, redirects and headers, and whatever of it a page shows again.
 */
#include <assert.h>

#include "base/hash.h"
#include "web/api/api.h"
#include "web/routes.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static void shown_again(slice s)
{
	strbuf b;

	strbuf_init(&b, NULL, (size_t)1 << 22);
	view_text(&b, s);
	for (size_t i = 0; i < b.n; i++)
		assert(b.p[i] != '<' && b.p[i] != '>' && b.p[i] != '"' && b.p[i] != '\'');
	strbuf_clear(&b);
	view_url(&b, s);
	assert(b.n > 0 && (b.p[0] == '/' || b.p[0] == '#' || b.p[0] == '?'));
	/* a browser drops tabs and ends of lines before it looks */
	for (size_t i = 0; i < b.n && b.p[0] == '/'; i++)
		assert((unsigned char)b.p[i] >= ' ' && b.p[i] != '\\' && (i != 1 || b.p[i] != '/'));
	strbuf_clear(&b);
	view_part(&b, s);
	for (size_t i = 0; i < b.n; i++)
		assert(b.p[i] > ' ' && b.p[i] < 0x7f && b.p[i] != '/' && b.p[i] != '&');
	strbuf_done(&b);
}

static void of_path(http_request *q, slice path)
{
	slice args[2] = {{0}, {0}};
	http_response r = {.status = 200};
	bool known;

	if (!http_path_is_sane(path))
		return;
	assert(memchr(path.p, 0, path.n) == NULL);
	(void)route_find(HTTP_GET, path, args, &known);
	(void)route_find(HTTP_POST, path, args, &known);
	for (int i = 0; i < 2; i++)
		assert(args[i].n == 0 || memchr(args[i].p, '/', args[i].n) == NULL);
	http_redirect(q, &r, path);
	for (uint32_t i = 0; i < r.headers.n; i++)
		for (size_t k = 0; k < r.headers.p[i].value.n; k++)
			assert((unsigned char)r.headers.p[i].value.p[k] >= ' ');
	assert(r.headers.p[0].value.p[0] == '/' && r.headers.p[0].value.p[1] != '/');
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	slice in = {(const char *)bytes, n}, first = in, rest = in, cookie;
	http_pairs fields = {0};
	http_request q = {.type = S("application/json")};
	arena a;
	err e = {0};

	arena_init(&a, NULL, 0);
	q.a = &a;
	(void)slice_cut(&rest, '\n', &first);
	cookie = http_cookie(first, S("dondoc"), HASH_HEX);
	assert(cookie.n == 0 || cookie.n == HASH_HEX);
	http_fields(&a, in, &fields);
	assert(fields.n <= HTTP_FIELDS_MAX);
	for (uint32_t i = 0; i < fields.n; i++) {
		assert(fields.p[i].name.n <= in.n && fields.p[i].value.n <= in.n);
		shown_again(fields.p[i].value);
	}
	of_path(&q, http_decode(&a, first, false));
	q.body = rest;
	if (api_body(&q, &e) == RC_OK)
		assert(q.form.n <= HTTP_FIELDS_MAX);
	arena_done(&a);
	return 0;
}
