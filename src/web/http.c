/*
 * http.c - the parts of a request that need no server: fields, headers, paths.
 */
#include "web/http.h"

#include "base/utf8.h"

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 32;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

slice http_decode(arena *a, slice s, bool plus)
{
	char *out = arena_room(a, s.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		int high = c == '%' && i + 2 < s.n + 0 ? hex_digit(s.p[i + 1]) : -1;
		int low = high >= 0 ? hex_digit(s.p[i + 2]) : -1;

		if (low >= 0) {
			c = (char)(high * 16 + low);
			i += 2;
		} else if (plus && c == '+') {
			c = ' ';
		}
		out[n++] = c;
	}
	return (slice){out, n};
}

void http_fields(arena *a, slice s, http_pairs *ret)
{
	slice piece;

	while (s.n > 0 && ret->n < HTTP_FIELDS_MAX && slice_next(&s, '&', &piece)) {
		slice name = piece, value = S("");

		if (slice_cut(&piece, '=', &name))
			value = piece;
		if (name.n == 0)
			continue;
		*VEC_PUSH(a, ret) = (http_pair){http_decode(a, name, true),
		                                http_decode(a, value, true)};
	}
}

static slice find(const http_pair *p, uint32_t n, slice name)
{
	for (uint32_t i = 0; i < n; i++)
		if (slice_eq(p[i].name, name))
			return p[i].value;
	return (slice){0};
}

slice http_query(const http_request *q, slice name)
{
	return find(q->query.p, q->query.n, name);
}

slice http_form(const http_request *q, slice name)
{
	return find(q->form.p, q->form.n, name);
}

void http_header(const http_request *q, http_response *r, slice name, slice value)
{
	char *p = arena_room(q->a, value.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < value.n; i++)
		if ((unsigned char)value.p[i] >= ' ')
			p[n++] = value.p[i];
	p[n] = 0;
	*VEC_PUSH(q->a, &r->headers) = (http_pair){name, {p, n}};
}

bool http_path_is_ours(slice path)
{
	bool ours = path.n > 0 && path.p[0] == '/' && (path.n < 2 || path.p[1] != '/');

	/* "/\t/evil.example": a browser, and http_header(), drop the tab, and two strokes name
	 * another host; a stroke the other way is one to a browser. */
	for (size_t i = 0; i < path.n; i++)
		ours &= (unsigned char)path.p[i] >= ' ' && path.p[i] != '\\';
	return ours;
}

void http_redirect(const http_request *q, http_response *r, slice path)
{
	r->status = 303;
	http_header(q, r, S("Location"), http_path_is_ours(path) ? path : S("/"));
}

slice http_cookie(slice cookies, slice name, size_t length)
{
	slice one, of;

	while (cookies.n > 0 && slice_next(&cookies, ';', &one)) {
		one = slice_trim(one);
		if (slice_cut(&one, '=', &of) && slice_eq(of, name) && one.n == length)
			return one;
	}
	return (slice){0};
}

static bool is_text(slice s)
{
	return s.n == 0 || (memchr(s.p, 0, s.n) == NULL && utf8_invalid_at(s) == s.n);
}

bool http_path_is_sane(slice p)
{
	return p.n > 0 && p.p[0] == '/' && !slice_has(p, S("..")) && is_text(p);
}

static bool are_text(const http_pair *p, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		if (!is_text(p[i].name) || !is_text(p[i].value))
			return false;
	return true;
}

bool http_is_text(const http_request *q)
{
	for (uint32_t i = 0; i < q->files.n; i++)
		if (!is_text(q->files.p[i].name))
			return false;
	return is_text(q->user_agent) && are_text(q->query.p, q->query.n) &&
	       are_text(q->form.p, q->form.n);
}
