/*
 * html.c - gumbo, fenced.
 *
 * All its memory is ours: an arena needs no destructor, which in gumbo is recursive.
 * It must never be given a page that was not looked at first (html_tame.c).
 */
#include "reading/extract/html_priv.h"

#include "base/lib.h"

enum { HEAD_BYTES = 2048 };

typedef struct gumbo_api {
	__typeof__(&gumbo_parse_with_options) gumbo_parse_with_options;
} gumbo_api;

static rc api_load(gumbo_api *ret, err *e)
{
	static const char *const names[] = {"gumbo_parse_with_options"};
	void *found[ARRAY_LEN(names)];
	rc code = lib_load(LIB_GUMBO, names, found, ARRAY_LEN(names), e);

	_Static_assert(sizeof found == sizeof *ret, "one pointer a function");
	if (code == RC_OK)
		memcpy(ret, found, sizeof *ret);
	return code;
}

rc html_ready(err *e)
{
	gumbo_api api;

	return api_load(&api, e);
}

static void *take(void *a, size_t n)
{
	return arena_alloc(a, n);
}

static void give(void *a, void *p)
{
	(void)a;
	(void)p;
}

static const GumboNode *parse(const gumbo_api *api, slice bytes, arena *a)
{
	GumboOptions o = {
		.allocator = take,
		.deallocator = give,
		.userdata = a,
		.tab_stop = 8,
		.max_errors = 0,
		.fragment_context = GUMBO_TAG_LAST,
		.fragment_namespace = GUMBO_NAMESPACE_HTML,
	};

	return api->gumbo_parse_with_options(&o, bytes.p, bytes.n)->document;
}

/* The page's own word for its letters, where it stands in front. */
static slice charset_of(slice bytes)
{
	return (slice){bytes.p, bytes.n < HEAD_BYTES ? bytes.n : HEAD_BYTES};
}

static rc check(slice *bytes, arena *a, err *e)
{
	if (bytes->n > LIMIT_HTML_BYTES)
		return err_set(e, RC_LIMIT, MSG_TOO_LARGE, "a page of %zu bytes", bytes->n);
	*bytes = html_utf8(*bytes, charset_of(*bytes), a);
	if (bytes->n > 0 && memchr(bytes->p, '\0', bytes->n) != NULL)
		return err_set(e, RC_INPUT, MSG_BINARY, "a NUL byte");
	if (!html_is_tame(*bytes))
		return err_set(e, RC_LIMIT, MSG_HOSTILE, "elements left open, or attributes");
	return RC_OK;
}

rc rawdoc_from_html(slice bytes, arena *a, rawdoc *ret, err *e)
{
	docx *d = arena_new(a, docx);
	gumbo_api api;
	rc code = api_load(&api, e);

	if (code == RC_OK)
		code = check(&bytes, a, e);
	if (code != RC_OK)
		return code;
	*ret = (rawdoc){.confidence = 1};
	d->a = a;
	d->out = ret;
	d->styles.usual = STYLE_NONE;
	/* Entities and item numbers are longer than what they stand for, never twice. */
	d->streams[0].cap = 2 * bytes.n + 64;
	d->streams[0].p = arena_alloc(a, d->streams[0].cap);
	code = html_walk(d, parse(&api, bytes, a), e);
	if (code != RC_OK)
		return code;
	if (d->lines.n == 0)
		return err_set(e, RC_INPUT, MSG_EMPTY, "no words");
	ret->lines.p = d->lines.p;
	ret->lines.n = d->lines.n;
	ret->lines.cap = d->lines.cap;
	return RC_OK;
}
