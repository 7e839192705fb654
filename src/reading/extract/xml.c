/*
 * xml.c - expat, fenced.
 *
 * The names of a caller are hashed once a parse, so that each element costs one
 * comparison. Skipped subtrees run with the handlers taken out. It must never open what a
 * document names, and never expand anything.
 */
#include "reading/extract/xml.h"

#include <expat.h>

#include "base/lib.h"
#include "reading/extract/limits.h"

#define FUNCTIONS(F)                                                                               \
	F(XML_ParserCreate)                                                                        \
	F(XML_ParserFree)                                                                          \
	F(XML_Parse)                                                                               \
	F(XML_StopParser)                                                                          \
	F(XML_SetUserData)                                                                         \
	F(XML_SetElementHandler)                                                                   \
	F(XML_SetCharacterDataHandler)                                                             \
	F(XML_SetStartDoctypeDeclHandler)                                                          \
	F(XML_GetCurrentByteIndex)                                                                 \
	F(XML_GetErrorCode)

typedef struct xml_api {
#define F(name) __typeof__(&name) name;
	FUNCTIONS(F)
#undef F
} xml_api;

enum {
	SLOTS = 512, /* at least twice the names of any caller */
	PIECE = 1 << 24,
	NUMBER_MAX = 999999999,
};

struct xml {
	xml_api api;
	XML_Parser p;
	const xml_handler *h;
	void *ctx;
	slice root_prefix;
	char root_room[16];
	uint32_t depth, skip; /* skip: depth of the element being skipped; 0: none */
	rc code;
	msg_id why;
	uint8_t slots[SLOTS];
	uint8_t ids[LIMIT_XML_DEPTH];
};

/* A microsecond when it is open already. */
static rc api_load(xml_api *ret, err *e)
{
	static const char *const names[] = {
#define F(name) #name,
		FUNCTIONS(F)
#undef F
	};
	void *found[ARRAY_LEN(names)];
	rc code = lib_load(LIB_EXPAT, names, found, ARRAY_LEN(names), e);

	_Static_assert(sizeof found == sizeof *ret, "one pointer a function");
	if (code == RC_OK)
		memcpy(ret, found, sizeof *ret);
	return code;
}

rc xml_ready(err *e)
{
	xml_api api;

	return api_load(&api, e);
}

static uint32_t hash(slice s)
{
	uint32_t h = 2166136261u;

	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * 16777619u;
	return (h ^ h >> 15) & (SLOTS - 1);
}

static void names_hash(xml *x)
{
	for (size_t i = 1; i < x->h->nnames; i++) {
		uint32_t k = hash(x->h->names[i]);

		while (x->slots[k] != 0)
			k = (k + 1) & (SLOTS - 1);
		x->slots[k] = (uint8_t)i;
	}
}

static bool prefix_known(const xml *x, slice prefix)
{
	if (x->h->nprefixes == 0 || slice_eq(prefix, x->root_prefix))
		return true;
	for (size_t i = 0; i < x->h->nprefixes; i++)
		if (slice_eq(prefix, x->h->prefixes[i]))
			return true;
	return false;
}

static void split(const char *name, slice *ret_prefix, slice *ret_local)
{
	slice s = slice_c(name);

	*ret_prefix = (slice){name, 0};
	(void)slice_cut(&s, ':', ret_prefix);
	*ret_local = s;
}

static uint8_t id_of(const xml *x, const char *name)
{
	slice prefix, local;
	uint32_t k;

	split(name, &prefix, &local);
	if (!prefix_known(x, prefix))
		return 0;
	for (k = hash(local); x->slots[k] != 0; k = (k + 1) & (SLOTS - 1))
		if (slice_eq(x->h->names[x->slots[k]], local))
			return x->slots[k];
	return 0;
}

/* The root says by which prefix its vocabulary goes. */
static void root_seen(xml *x, const char *name)
{
	slice prefix, local;

	split(name, &prefix, &local);
	if (prefix.n > sizeof x->root_room)
		prefix.n = 0;
	slice_copy(x->root_room, prefix);
	x->root_prefix = (slice){x->root_room, prefix.n};
}

void xml_stop(xml *x, rc code, msg_id id)
{
	if (x->code != RC_OK)
		return;
	x->code = code;
	x->why = id;
	(void)x->api.XML_StopParser(x->p, XML_FALSE);
}

static void on_start(void *ctx, const XML_Char *name, const XML_Char **attrs);
static void on_end(void *ctx, const XML_Char *name);
static void on_text(void *ctx, const XML_Char *p, int n);

static void skip_start(void *ctx, const XML_Char *name, const XML_Char **attrs)
{
	xml *x = ctx;

	(void)name;
	(void)attrs;
	if (++x->depth > LIMIT_XML_DEPTH)
		xml_stop(x, RC_LIMIT, MSG_HOSTILE);
}

static void listen_all(xml *x)
{
	x->api.XML_SetElementHandler(x->p, on_start, on_end);
	x->api.XML_SetCharacterDataHandler(x->p, x->h->text != NULL ? on_text : NULL);
}

static void skip_end(void *ctx, const XML_Char *name)
{
	xml *x = ctx;

	(void)name;
	if (x->depth-- != x->skip)
		return;
	x->skip = 0;
	listen_all(x);
}

void xml_skip(xml *x)
{
	x->skip = x->depth;
	x->api.XML_SetElementHandler(x->p, skip_start, skip_end);
	x->api.XML_SetCharacterDataHandler(x->p, NULL);
}

size_t xml_at(const xml *x)
{
	return (size_t)x->api.XML_GetCurrentByteIndex(x->p);
}

static void on_start(void *ctx, const XML_Char *name, const XML_Char **attrs)
{
	xml *x = ctx;
	uint8_t id;

	if (x->depth == 0)
		root_seen(x, name);
	if (x->depth >= LIMIT_XML_DEPTH) {
		xml_stop(x, RC_LIMIT, MSG_HOSTILE);
		return;
	}
	id = id_of(x, name);
	x->ids[x->depth++] = id;
	x->h->start(x, x->ctx, id, (const char *const *)attrs);
}

static void on_end(void *ctx, const XML_Char *name)
{
	xml *x = ctx;

	(void)name;
	if (x->code == RC_OK)
		x->h->end(x, x->ctx, x->ids[--x->depth]);
}

static void on_text(void *ctx, const XML_Char *p, int n)
{
	xml *x = ctx;

	if (x->code == RC_OK)
		x->h->text(x, x->ctx, (slice){p, (size_t)n});
}

static void on_doctype(void *ctx, const XML_Char *name, const XML_Char *sysid,
                       const XML_Char *pubid, int internal)
{
	(void)name;
	(void)sysid;
	(void)pubid;
	(void)internal;
	xml_stop(ctx, RC_INPUT, MSG_HOSTILE);
}

static void parser_free(void *p)
{
	xml *x = p;

	if (x->p != NULL)
		x->api.XML_ParserFree(x->p);
	x->p = NULL;
}

slice xml_attr(const char *const *attrs, slice local)
{
	for (; attrs[0] != NULL; attrs += 2) {
		slice prefix, name;

		split(attrs[0], &prefix, &name);
		if (slice_eq(name, local))
			return slice_c(attrs[1]);
	}
	return (slice){NULL, 0};
}

int32_t xml_int(const char *const *attrs, slice local, int32_t none)
{
	slice s = xml_attr(attrs, local);
	bool minus = s.n > 0 && s.p[0] == '-';
	int64_t v = slice_number(minus ? (slice){s.p + 1, s.n - 1} : s, NUMBER_MAX);

	return v < 0 ? none : minus ? -(int32_t)v : (int32_t)v;
}

/* expat counts in int: the document goes in pieces. */
static enum XML_Status feed(xml *x, slice doc)
{
	enum XML_Status st;

	do {
		size_t n = doc.n < PIECE ? doc.n : PIECE;

		st = x->api.XML_Parse(x->p, doc.p, (int)n, n == doc.n);
		doc = (slice){doc.p + n, doc.n - n};
	} while (st == XML_STATUS_OK && doc.n > 0);
	return st;
}

rc xml_parse(slice doc, const xml_handler *h, void *ctx, arena *a, err *e)
{
	xml *x = arena_new(a, xml);
	arena_hook *hook = arena_on_free(a, parser_free);
	enum XML_Status st;
	enum XML_Error why;
	rc code;

	*x = (xml){.h = h, .ctx = ctx};
	hook->p = x;
	code = api_load(&x->api, e);
	if (code != RC_OK)
		return code;
	names_hash(x);
	x->p = x->api.XML_ParserCreate(NULL);
	if (x->p == NULL)
		return err_set(e, RC_NOMEM, MSG_NO_MEMORY, "expat");
	x->api.XML_SetUserData(x->p, x);
	x->api.XML_SetStartDoctypeDeclHandler(x->p, on_doctype);
	listen_all(x);
	st = feed(x, doc);
	why = x->api.XML_GetErrorCode(x->p);
	parser_free(x);
	if (x->code != RC_OK)
		return err_set(e, x->code, x->why, "XML refused");
	if (st != XML_STATUS_OK)
		return err_set(e, why == XML_ERROR_NO_MEMORY ? RC_NOMEM : RC_INPUT,
		               why == XML_ERROR_NO_MEMORY ? MSG_NO_MEMORY : MSG_DAMAGED,
		               "XML error %d", (int)why);
	return RC_OK;
}

rc xml_plain(slice doc, err *e)
{
	xml x = {.p = NULL};
	enum XML_Status st;
	rc code = api_load(&x.api, e);

	if (code != RC_OK)
		return code;
	x.p = x.api.XML_ParserCreate(NULL);
	if (x.p == NULL)
		return err_set(e, RC_NOMEM, MSG_NO_MEMORY, "expat");
	st = feed(&x, doc);
	parser_free(&x);
	return st == XML_STATUS_OK ? RC_OK : err_set(e, RC_INPUT, MSG_DAMAGED, "XML");
}
