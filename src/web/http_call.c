/*
 * http_call.c - a request as it comes in: its head, its fields and files, its body.
 *
 * All of it lies on the arena of its call. What a client can make us hold is counted in
 * http_call_body(): one body, and those of all. It must never wait.
 */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include "web/http_kept.h"

enum { ANSWER_MAX = 256 << 20 };
#define HELD_MAX ((size_t)512 << 20)

static slice header(const server *s, struct MHD_Connection *conn, const char *name)
{
	return slice_c(s->lib.MHD_lookup_connection_value(conn, MHD_HEADER_KIND, name));
}

static enum http_method method_of(const char *name)
{
	slice s = slice_c(name);

	return slice_eq(s, S("GET"))    ? HTTP_GET
	       : slice_eq(s, S("HEAD")) ? HTTP_HEAD
	       : slice_eq(s, S("POST")) ? HTTP_POST
	                                : HTTP_OTHER;
}

static enum MHD_Result add_query(void *ctx, enum MHD_ValueKind kind, const char *name,
                                 const char *value)
{
	call *c = ctx;

	(void)kind;
	if (name != NULL && c->q.query.n < HTTP_FIELDS_MAX)
		*VEC_PUSH(&c->a, &c->q.query) = (http_pair){arena_copy(&c->a, slice_c(name)),
		                                            arena_copy(&c->a, slice_c(value))};
	return MHD_YES;
}

static slice peer_of(call *c)
{
	const union MHD_ConnectionInfo *i = c->s->lib.MHD_get_connection_info(
		c->conn, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
	char text[INET6_ADDRSTRLEN] = "";

	if (i == NULL || i->client_addr == NULL)
		return S("");
	if (i->client_addr->sa_family == AF_INET)
		(void)inet_ntop(AF_INET, &((struct sockaddr_in *)(void *)i->client_addr)->sin_addr,
		                text, sizeof text);
	else if (i->client_addr->sa_family == AF_INET6)
		(void)inet_ntop(AF_INET6,
		                &((struct sockaddr_in6 *)(void *)i->client_addr)->sin6_addr, text,
		                sizeof text);
	return arena_copy(&c->a, slice_c(text));
}

typedef struct head_count {
	unsigned hosts, lengths, codings;
	bool odd;
} head_count;

/* `word` in small letters. */
static bool is_called(const char *name, const char *word)
{
	while (name != NULL && *word != 0 && (*name == *word || (*name | 32) == *word))
		name++, word++;
	return name != NULL && *name == *word;
}

static enum MHD_Result count_line(void *ctx, enum MHD_ValueKind kind, const char *name,
                                  const char *value)
{
	head_count *n = ctx;

	(void)kind;
	n->odd |= name == NULL || name[strcspn(name, " \t")] != 0;
	n->hosts += is_called(name, "host");
	n->lengths += is_called(name, "content-length");
	if (is_called(name, "transfer-encoding")) {
		n->codings++;
		n->odd |= !is_called(value, "chunked");
	}
	return MHD_YES;
}

/* What says twice where the body ends, or whose it is, is understood differently by a proxy before
 * us: what one of the two takes for a body would be the other's next request. */
static bool is_twofold(const call *c)
{
	head_count n = {0};

	(void)c->s->lib.MHD_get_connection_values(c->conn, MHD_HEADER_KIND, count_line, &n);
	return n.hosts > 1 || n.lengths + n.codings > 1 || n.odd;
}

static void fill_request(call *c, const char *url, const char *method)
{
	http_request *q = &c->q;
	const struct {
		slice *to;
		const char *name;
	} wanted[] = {
		{&q->host, "Host"},
		{&q->cookie, "Cookie"},
		{&q->type, "Content-Type"},
		{&q->if_none_match, "If-None-Match"},
		{&q->user_agent, "User-Agent"},
		{&q->forwarded_for, "X-Forwarded-For"},
		{&q->authorization, "Authorization"},
		{&q->accept, "Accept"},
		{&q->accept_encoding, "Accept-Encoding"},
		{&q->forwarded_proto, "X-Forwarded-Proto"},
		{&q->origin, "Origin"},
		{&q->fetch_site, "Sec-Fetch-Site"},
		{&q->if_match, "If-Match"},
		{&q->csrf, "X-CSRF-Token"},
		{&q->last_event, "Last-Event-ID"},
	};

	q->a = &c->a;
	q->method = method_of(method);
	q->path = arena_copy(&c->a, slice_c(url)); /* the library has decoded it */
	for (size_t i = 0; i < ARRAY_LEN(wanted); i++)
		*wanted[i].to = arena_copy(&c->a, header(c->s, c->conn, wanted[i].name));
	q->partial = header(c->s, c->conn, "HX-Request").n > 0;
	q->peer = peer_of(c);
	(void)c->s->lib.MHD_get_connection_values(c->conn, MHD_GET_ARGUMENT_KIND, add_query, c);
}

void http_call_end_part(call *c)
{
	slice bytes = arena_copy(&c->a, strbuf_slice(&c->part));

	if (c->part_of.name.p == NULL)
		return;
	if (c->part_of.value.p != NULL)
		*VEC_PUSH(&c->a, &c->q.files) = (http_file){c->part_of.name, c->part_of.value,
		                                            bytes};
	else if (c->q.form.n < HTTP_FIELDS_MAX)
		*VEC_PUSH(&c->a, &c->q.form) = (http_pair){c->part_of.name, bytes};
	strbuf_clear(&c->part);
	c->part_of = (http_pair){0};
}

/* A piece of a field or file; off 0: a new one begins. */
static enum MHD_Result take_part(void *ctx, enum MHD_ValueKind kind, const char *key,
                                 const char *filename, const char *type, const char *encoding,
                                 const char *data, uint64_t off, size_t n)
{
	call *c = ctx;

	(void)kind;
	(void)type;
	(void)encoding;
	if (off == 0) {
		http_call_end_part(c);
		c->part_of.name = arena_copy(&c->a, slice_c(key ? key : ""));
		if (filename != NULL)
			c->part_of.value = arena_copy(&c->a, slice_c(filename));
	}
	if (n > 0)
		strbuf_put(&c->part, (slice){data, n});
	return c->part.failed == RC_OK ? MHD_YES : MHD_NO;
}

void http_call_body(call *c, const char *data, size_t n)
{
	c->held += n;
	c->s->held += n;
	c->too_large |= c->held > c->s->o->body_max || c->s->held > HELD_MAX;
	if (c->too_large)
		return;
	if (c->form != NULL) {
		if (c->s->lib.MHD_post_process(c->form, data, n) != MHD_YES)
			c->too_large = c->part.failed != RC_OK;
		return;
	}
	strbuf_put(&c->body, (slice){data, n});
	c->too_large = c->body.failed != RC_OK;
}

static bool is_form(const call *c)
{
	return slice_starts(c->q.type, S("multipart/form-data")) ||
	       slice_starts(c->q.type, S("application/x-www-form-urlencoded"));
}

call *http_call_new(server *s, struct MHD_Connection *conn, const char *url, const char *method)
{
	arena a;
	call *c;

	arena_init(&a, NULL, 0);
	c = arena_new(&a, call);
	c->a = a;
	c->s = s;
	c->conn = conn;
	strbuf_init(&c->body, NULL, s->o->body_max);
	strbuf_init(&c->part, NULL, s->o->body_max);
	strbuf_init(&c->r.body, NULL, ANSWER_MAX);
	fill_request(c, url, method);
	c->twofold = is_twofold(c);
	if (c->q.method == HTTP_POST && is_form(c))
		c->form = s->lib.MHD_create_post_processor(conn, 4096, take_part, c);
	return c;
}

void http_call_free(call *c)
{
	arena a;

	if (c == NULL)
		return;
	if (c->form != NULL)
		(void)c->s->lib.MHD_destroy_post_processor(c->form);
	if (c->kept != NULL)
		http_kept_drop(c->s, c->kept);
	strbuf_done(&c->body);
	strbuf_done(&c->part);
	strbuf_done(&c->r.body);
	a = c->a;
	arena_done(&a);
}

bool http_call_key(server *s, struct MHD_Connection *conn, const char *url, const char *method,
                   unsigned char ret[HTTP_KEY])
{
	http_glance g = {.path = slice_c(url)};

	if (s->h->key == NULL || method_of(method) != HTTP_GET ||
	    s->lib.MHD_get_connection_values(conn, MHD_GET_ARGUMENT_KIND, NULL, NULL) > 0 ||
	    header(s, conn, "Content-Length").n > 0 || header(s, conn, "Transfer-Encoding").n > 0)
		return false;
	g.cookie = header(s, conn, "Cookie");
	g.accept_encoding = header(s, conn, "Accept-Encoding");
	return s->h->key(s->h->ctx, &g, ret);
}
