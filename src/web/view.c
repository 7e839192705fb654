/*
 * view.c - escaping, in one place.
 */
#include "web/view.h"

#include "model/vi_format.h"
#include "web/http.h"

static slice escape_of(unsigned char c)
{
	switch (c) {
	case '&':
		return S("&amp;");
	case '<':
		return S("&lt;");
	case '>':
		return S("&gt;");
	case '"':
		return S("&quot;");
	case '\'':
		return S("&#39;");
	case '\t':
	case '\n':
	case '\r':
		return (slice){0};
	default:
		return c < ' ' || c == 0x7f ? S(" ") : (slice){0};
	}
}

/* The bytes that escape_of() may have something for: nearly all others are passed over with one
 * look at the table. */
static const bool looked_at[256] = {
	[0 ... ' ' - 1] = true, [0x7f] = true, ['&'] = true,  ['<'] = true,
	['>'] = true,           ['"'] = true,  ['\''] = true,
};

void view_text(strbuf *to, slice s)
{
	size_t from = 0;

	for (size_t i = 0; i < s.n; i++) {
		slice with;

		if (!looked_at[(unsigned char)s.p[i]])
			continue;
		with = escape_of((unsigned char)s.p[i]);
		if (with.n == 0)
			continue;
		strbuf_put(to, (slice){s.p + from, i - from});
		strbuf_put(to, with);
		from = i + 1;
	}
	strbuf_put(to, (slice){s.p + from, s.n - from});
}

void view_int(strbuf *to, int64_t n)
{
	strbuf_int(to, n);
}

void view_count(strbuf *to, int64_t n)
{
	vi_count(to, n);
}

void view_raw(strbuf *to, safe_html s)
{
	strbuf_put(to, s.html);
}

void view_url(strbuf *to, slice s)
{
	bool ours = s.n > 0 && (s.p[0] == '?' || s.p[0] == '#' || http_path_is_ours(s));

	view_text(to, ours ? s : S("#"));
}

static bool goes_as_it_is(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '-' || c == '.' || c == '_' || c == '~';
}

void view_part(strbuf *to, slice s)
{
	static const char hex[] = "0123456789ABCDEF";
	size_t from = 0;

	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (goes_as_it_is(c))
			continue;
		strbuf_put(to, (slice){s.p + from, i - from});
		strbuf_put(to, (slice){(const char[]){'%', hex[c >> 4], hex[c & 15]}, 3});
		from = i + 1;
	}
	strbuf_put(to, (slice){s.p + from, s.n - from});
}

void view_pair(strbuf *to, slice name, slice value)
{
	if (value.n == 0)
		return;
	strbuf_put(to, name);
	strbuf_putc(to, '=');
	view_part(to, value);
	strbuf_putc(to, '&');
}

void view_part_int(strbuf *to, int64_t n)
{
	strbuf_int(to, n);
}
