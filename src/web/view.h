/*
 * view.h - what compiled templates call: values, escaped for where they stand.
 *
 * Everything that comes from a document or a person goes through here; only safe_html,
 * which our own code alone makes, is written as it is.
 */
#ifndef DONDOC_WEB_VIEW_H
#define DONDOC_WEB_VIEW_H

#include "base/strbuf.h"

typedef struct safe_html {
	slice html;
} safe_html;

/* view_text() - & < > " ' escaped: for text and for attributes in double quotes. What is
 * no character of HTML (controls but tab and line end) becomes a space. */
void view_text(strbuf *to, slice s);
void view_int(strbuf *to, int64_t n);
void view_count(strbuf *to, int64_t n); /* as people read it: "1.235" */
void view_raw(strbuf *to, safe_html s);

/* view_url() - a whole address: one of ours ("/…", "?…", "#…"), else "#". view_part() - a
 * piece of one: all but letters, figures and -._~ percent-encoded. view_pair() - "name=value&"
 * behind a '?'; nothing for an empty value. */
void view_url(strbuf *to, slice s);
void view_part(strbuf *to, slice s);
void view_pair(strbuf *to, slice name, slice value);
void view_part_int(strbuf *to, int64_t n);

static inline bool view_is_text(slice s)
{
	return s.n > 0;
}
static inline bool view_is_int(int64_t n)
{
	return n != 0;
}
static inline bool view_is_html(safe_html s)
{
	return s.html.n > 0;
}

/* view_put() - in an attribute; view_put_words() - where people read it. */
#define view_put_words(to, x)                                                                      \
	_Generic((x), slice: view_text, safe_html: view_raw, default: view_count)(to, x)
#define view_put(to, x)                                                                            \
	_Generic((x), slice: view_text, safe_html: view_raw, default: view_int)(to, x)
#define view_put_url(to, x) _Generic((x), slice: view_url)(to, x)
#define view_put_part(to, x) _Generic((x), slice: view_part, default: view_part_int)(to, x)
#define view_is(x)                                                                                 \
	_Generic((x), slice: view_is_text, safe_html: view_is_html, default: view_is_int)(x)

#endif
