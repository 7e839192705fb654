/*
 * mail.c - gmime, fenced.
 *
 * The library is opened at first use and its type macros are not used, since they
 * are calls into it. It must never be asked to fetch, to decrypt or to verify.
 */
#include "reading/extract/mail.h"

#include <gmime/gmime.h>

#include "base/lib.h"
#include "base/strbuf.h"
#include "reading/extract/html.h"
#include "reading/extract/limits.h"

enum { DEPTH_MAX = 40, HEAD_USUAL = 1 << 15 };

#define FUNCTIONS(F)                                                                               \
	F(g_mime_init)                                                                             \
	F(g_mime_iconv_open)                                                                       \
	F(g_mime_stream_mem_new)                                                                   \
	F(g_mime_stream_mem_new_with_buffer)                                                       \
	F(g_mime_stream_mem_get_byte_array)                                                        \
	F(g_mime_parser_new_with_stream)                                                           \
	F(g_mime_parser_construct_message)                                                         \
	F(g_mime_message_get_type)                                                                 \
	F(g_mime_message_get_mime_part)                                                            \
	F(g_mime_message_part_get_type)                                                            \
	F(g_mime_message_part_get_message)                                                         \
	F(g_mime_multipart_get_type)                                                               \
	F(g_mime_multipart_get_count)                                                              \
	F(g_mime_multipart_get_part)                                                               \
	F(g_mime_part_get_type)                                                                    \
	F(g_mime_part_get_filename)                                                                \
	F(g_mime_part_get_content)                                                                 \
	F(g_mime_data_wrapper_write_to_stream)                                                     \
	F(g_mime_object_get_content_type)                                                          \
	F(g_mime_object_get_content_type_parameter)                                                \
	F(g_mime_object_get_content_disposition_parameter)                                         \
	F(g_mime_object_get_disposition)                                                           \
	F(g_mime_object_get_content_id)                                                            \
	F(g_mime_object_write_to_stream)                                                           \
	F(g_mime_content_type_is_type)                                                             \
	F(g_type_check_instance_is_a)                                                              \
	F(g_object_unref)

typedef struct gmime_api {
#define F(name) __typeof__(&name) name;
	FUNCTIONS(F)
#undef F
} gmime_api;

/* Some of the mail's words. */
typedef struct piece {
	slice text; /* UTF-8 */
	bool html;
} piece;
typedef VEC(piece) pieces;

typedef struct mail {
	gmime_api api;
	arena *a;
	void *stream, *parser, *message, *part; /* foreign; part: bytes being decoded */
	const member_sink *to;
	uint32_t parts, files;
	bool enough; /* the sink wants no more */
} mail;

static rc api_load(gmime_api *ret, err *e)
{
	static const char *const names[] = {
#define F(name) #name,
		FUNCTIONS(F)
#undef F
	};
	void *found[ARRAY_LEN(names)];
	rc code = lib_load(LIB_GMIME, names, found, ARRAY_LEN(names), e);

	_Static_assert(sizeof found == sizeof *ret, "one pointer a function");
	if (code == RC_OK)
		memcpy(ret, found, sizeof *ret);
	return code;
}

rc mail_ready(err *e)
{
	static const char *const codes[] = {"iso-8859-1", "windows-1252", "windows-1258",
	                                    "us-ascii", "utf-16"};
	gmime_api api;
	rc code = api_load(&api, e);

	if (code != RC_OK)
		return code;
	api.g_mime_init();
	for (size_t i = 0; i < ARRAY_LEN(codes); i++)
		(void)api.g_mime_iconv_open("utf-8", codes[i]);
	return RC_OK;
}

static void drop(mail *m, void **p)
{
	if (*p != NULL)
		m->api.g_object_unref(*p);
	*p = NULL;
}

static void discard(void *p)
{
	mail *m = p;

	drop(m, &m->part);
	drop(m, &m->message);
	drop(m, &m->parser);
	drop(m, &m->stream);
}

static bool is_a(const mail *m, void *o, GType type)
{
	return o != NULL && m->api.g_type_check_instance_is_a(o, type);
}

static bool is_type(const mail *m, GMimeObject *o, const char *type, const char *sub)
{
	GMimeContentType *t = m->api.g_mime_object_get_content_type(o);

	return t != NULL && m->api.g_mime_content_type_is_type(t, type, sub);
}

static bool hangs_on(const mail *m, GMimeObject *o)
{
	slice s = slice_c(m->api.g_mime_object_get_disposition(o));

	return s.n == 10 && (s.p[0] == 'a' || s.p[0] == 'A');
}

/* The decoded bytes of a part, or a whole mail as it came, on the arena. */
static slice bytes_of(mail *m, GMimeObject *o)
{
	slice ret = {"", 0};
	GByteArray *all;

	m->part = m->api.g_mime_stream_mem_new();
	if (is_a(m, o, m->api.g_mime_part_get_type())) {
		GMimeDataWrapper *w = m->api.g_mime_part_get_content((GMimePart *)o);

		if (w != NULL)
			(void)m->api.g_mime_data_wrapper_write_to_stream(w, m->part);
	} else {
		(void)m->api.g_mime_object_write_to_stream(o, NULL, m->part);
	}
	all = m->api.g_mime_stream_mem_get_byte_array(m->part);
	if (all != NULL && all->len > 0)
		ret = arena_copy(m->a, (slice){(const char *)all->data, all->len});
	drop(m, &m->part);
	return ret;
}

static slice name_of(mail *m, GMimeObject *o)
{
	const char *name = NULL;
	slice s;

	if (is_a(m, o, m->api.g_mime_part_get_type()))
		name = m->api.g_mime_part_get_filename((GMimePart *)o);
	if (name == NULL)
		name = m->api.g_mime_object_get_content_disposition_parameter(o, "filename");
	if (name == NULL)
		name = m->api.g_mime_object_get_content_type_parameter(o, "name");
	s = slice_c(name);
	for (size_t i = s.n; i > 0; i--)
		if (s.p[i - 1] == '/' || s.p[i - 1] == '\\') {
			s = (slice){s.p + i, s.n - i};
			break;
		}
	return slice_trim(s);
}

static void give_file(mail *m, GMimeObject *o, bool letter)
{
	member one = {.kind = FILE_MAIL, .typed = letter};
	slice name = name_of(m, o);

	m->files++;
	one.name = name.n > 0 ? member_label(name, m->a)
	                      : arena_printf(m->a, letter ? "thu-%u.eml" : "tep-%u", m->files);
	one.bytes = letter ? bytes_of(m, (GMimeObject *)m->api.g_mime_message_part_get_message(
						 (GMimeMessagePart *)o))
	                   : bytes_of(m, o);
	m->enough = !m->to->take(m->to->ctx, &one, NULL);
}

static bool is_blank(slice s)
{
	return slice_trim(s).n == 0;
}

static void add_words(mail *m, GMimeObject *o, bool html, pieces *ret)
{
	slice named = slice_c(m->api.g_mime_object_get_content_type_parameter(o, "charset"));
	slice text = html_utf8(bytes_of(m, o), named, m->a);

	if (!is_blank(text))
		*VEC_PUSH(m->a, ret) = (piece){text, html};
}

static rc walk(mail *m, GMimeObject *o, GMimeObject *in, unsigned depth, bool files, pieces *ret,
               err *e);

/* The same words several times: plain text is the one for a reader without pictures. */
static rc walk_choice(mail *m, GMimeObject *o, unsigned depth, bool files, pieces *ret, err *e)
{
	int n = m->api.g_mime_multipart_get_count((GMimeMultipart *)o);
	pieces all = {0};
	bool plain = false;
	rc code = RC_OK;

	for (int i = 0; code == RC_OK && i < n; i++)
		code = walk(m, m->api.g_mime_multipart_get_part((GMimeMultipart *)o, i), o,
		            depth + 1, files, &all, e);
	for (uint32_t i = 0; i < all.n; i++)
		plain |= !all.p[i].html;
	for (uint32_t i = 0; i < all.n; i++)
		if (all.p[i].html != plain)
			*VEC_PUSH(m->a, ret) = all.p[i];
	return code;
}

static rc walk_parts(mail *m, GMimeObject *o, unsigned depth, bool files, pieces *ret, err *e)
{
	int n = m->api.g_mime_multipart_get_count((GMimeMultipart *)o);
	rc code = RC_OK;

	if (is_type(m, o, "multipart", "alternative"))
		return walk_choice(m, o, depth, files, ret, e);
	if (is_type(m, o, "multipart", "encrypted"))
		return err_set(e, RC_INPUT, MSG_ENCRYPTED, "an encrypted mail");
	if (is_type(m, o, "multipart", "signed") && n > 1)
		n = 1; /* the second part is the signature */
	for (int i = 0; code == RC_OK && i < n && !m->enough; i++)
		code = walk(m, m->api.g_mime_multipart_get_part((GMimeMultipart *)o, i), o,
		            depth + 1, files, ret, e);
	return code;
}

/* A part of the page itself: a picture it shows, a note of the calendar. */
static bool of_the_page(const mail *m, GMimeObject *o, GMimeObject *in)
{
	if (in == NULL || hangs_on(m, o))
		return false;
	return (is_type(m, in, "multipart", "related") && is_type(m, o, "image", "*")) ||
	       (is_type(m, o, "image", "*") && m->api.g_mime_object_get_content_id(o) != NULL) ||
	       (is_type(m, in, "multipart", "alternative") && is_type(m, o, "text", "calendar"));
}

/* files false: words are wanted; true: what hangs on the mail. */
static rc walk(mail *m, GMimeObject *o, GMimeObject *in, unsigned depth, bool files, pieces *ret,
               err *e)
{
	bool plain, html, words;

	if (depth == DEPTH_MAX)
		return err_set(e, RC_LIMIT, MSG_HOSTILE, "parts inside parts");
	if (++m->parts > 2 * LIMIT_MAIL_PARTS) /* each is met twice */
		return err_set(e, RC_LIMIT, MSG_TOO_MANY, "parts of a mail");
	if (m->enough || o == NULL)
		return RC_OK;
	if (is_a(m, o, m->api.g_mime_multipart_get_type()))
		return walk_parts(m, o, depth, files, ret, e);
	if (is_a(m, o, m->api.g_mime_message_part_get_type())) {
		if (files)
			give_file(m, o, true);
		return RC_OK;
	}
	plain = is_type(m, o, "text", "plain");
	html = is_type(m, o, "text", "html");
	words = (plain || html) && !hangs_on(m, o) && name_of(m, o).n == 0;
	if (words && !files)
		add_words(m, o, html, ret);
	if (!words && files && !of_the_page(m, o, in))
		give_file(m, o, false);
	return RC_OK;
}

/* Plain words as a page: every sign of the page's own language is spelt out. */
static void put_plain(strbuf *b, slice s)
{
	strbuf_putc(b, '<');
	strbuf_put(b, S("pre>"));
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '<')
			strbuf_put(b, S("&lt;"));
		else if (s.p[i] == '&')
			strbuf_put(b, S("&amp;"));
		else
			strbuf_putc(b, s.p[i]);
	}
	strbuf_putc(b, '<');
	strbuf_put(b, S("/pre>"));
}

static void give_words(mail *m, const pieces *all)
{
	member one = {.self = true, .typed = true, .kind = FILE_TEXT};
	size_t room = 0;
	strbuf b;

	for (uint32_t i = 0; i < all->n; i++) {
		room += 5 * all->p[i].text.n + 16;
		if (all->p[i].html)
			one.kind = FILE_HTML;
	}
	if (all->n == 1) {
		one.bytes = all->p[0].text;
	} else {
		strbuf_over(&b, arena_alloc(m->a, room), room);
		for (uint32_t i = 0; i < all->n; i++) {
			if (one.kind == FILE_HTML && !all->p[i].html)
				put_plain(&b, all->p[i].text);
			else
				strbuf_put(&b, all->p[i].text);
			strbuf_put(&b, S("\n\n"));
		}
		one.bytes = strbuf_slice(&b);
	}
	m->enough = !m->to->take(m->to->ctx, &one, NULL);
}

/* One line, its end included; false at the end. */
static bool line_next(slice *rest, slice *ret)
{
	const char *end = rest->n > 0 ? memchr(rest->p, '\n', rest->n) : NULL;

	if (rest->n == 0)
		return false;
	*ret = (slice){rest->p, end != NULL ? (size_t)(end - rest->p) + 1 : rest->n};
	*rest = (slice){rest->p + ret->n, rest->n - ret->n};
	return true;
}

static bool says_how(slice line)
{
	static const slice names[] = {S("content-"), S("mime-version:")};

	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		size_t k = 0;

		while (k < names[i].n && k < line.n && (line.p[k] | 0x20) == (names[i].p[k] | 0x20))
			k++;
		if (k == names[i].n)
			return true;
	}
	return false;
}

/* The mail without what a head of unusual length says beside how its parts are written: the
 * parser keeps each line of it several times over, and nobody reads them here. */
static slice head_squeezed(slice bytes, arena *a)
{
	slice rest = bytes, line;
	bool keep = true;
	strbuf b;
	size_t head;

	while (line_next(&rest, &line) && !is_blank(line))
		;
	head = bytes.n - rest.n;
	if (head <= HEAD_USUAL)
		return bytes;
	strbuf_over(&b, arena_alloc(a, bytes.n), bytes.n);
	rest = (slice){bytes.p, head};
	for (bool first = true; line_next(&rest, &line); first = false) {
		if (line.p[0] != ' ' && line.p[0] != '\t')
			keep = first || is_blank(line) || says_how(line);
		if (keep)
			strbuf_put(&b, line);
	}
	strbuf_put(&b, (slice){bytes.p + head, bytes.n - head});
	return strbuf_slice(&b);
}

static rc unfold(mail *m, slice bytes, err *e)
{
	GMimeObject *top;
	pieces all = {0};
	rc code;

	bytes = head_squeezed(bytes, m->a);
	m->api.g_mime_init();
	m->stream = m->api.g_mime_stream_mem_new_with_buffer(bytes.p, bytes.n);
	m->parser = m->api.g_mime_parser_new_with_stream(m->stream);
	m->message = m->api.g_mime_parser_construct_message(m->parser, NULL);
	if (m->message == NULL)
		return err_set(e, RC_INPUT, MSG_DAMAGED, "no mail");
	top = m->api.g_mime_message_get_mime_part(m->message);
	code = walk(m, top, NULL, 0, false, &all, e);
	if (code == RC_OK && all.n > 0)
		give_words(m, &all);
	if (code == RC_OK && !m->enough)
		code = walk(m, top, NULL, 0, true, &all, e);
	if (code == RC_OK && all.n == 0 && m->files == 0)
		return err_set(e, RC_INPUT, MSG_EMPTY, "a mail without words");
	return code;
}

rc mail_unfold(slice bytes, arena *a, const member_sink *to, err *e)
{
	mail *m = arena_new(a, mail);
	arena_hook *hook = arena_on_free(a, discard);
	rc code = api_load(&m->api, e);

	if (code != RC_OK)
		return code;
	m->a = a;
	m->to = to;
	hook->p = m;
	code = unfold(m, bytes, e);
	discard(m);
	hook->p = NULL;
	return code;
}
