/*
 * xml.h - XML as a stream of known elements.
 *
 * Elements are known by the local part of their names, as numbers of the caller's
 * own; the names of other vocabularies (their prefixes) are given as 0. There are
 * no entities beside the five of XML itself: a document with a DOCTYPE is refused.
 */
#ifndef DONDOC_READING_EXTRACT_XML_H
#define DONDOC_READING_EXTRACT_XML_H

#include "base/arena.h"

typedef struct xml xml;

typedef struct xml_handler {
	/* id: 0 for an element that is not in `names`. */
	void (*start)(xml *x, void *ctx, uint32_t id, const char *const *attrs);
	void (*end)(xml *x, void *ctx, uint32_t id);
	void (*text)(xml *x, void *ctx, slice s); /* in pieces; NULL: not wanted */
	const slice *names;    /* names[1 .. nnames-1] */
	size_t nnames;         /* at most 200 */
	const slice *prefixes; /* beside the root's own; empty: all */
	size_t nprefixes;
} xml_handler;

/* xml_ready() - open the library now: a sandboxed child no longer can. MSG_NEEDS_EXPAT. */
MUST_CHECK rc xml_ready(err *e);

/* xml_parse() - the whole of `doc`. A handler may allocate on a guarded arena `a`.
 * MSG_DAMAGED for what is no XML, MSG_HOSTILE for a DOCTYPE or for depth, MSG_NEEDS_EXPAT.
 * Linear. */
MUST_CHECK rc xml_parse(slice doc, const xml_handler *h, void *ctx, arena *a, err *e);

/* xml_plain() - the parser alone, nobody listening: what xml_parse() is measured beside. */
MUST_CHECK rc xml_plain(slice doc, err *e);

/* xml_skip() - called in start(): neither this element nor what stands in it is
 * given any more; its end() neither. */
void xml_skip(xml *x);

/* xml_stop() - called in a handler: end the parse with this error. */
void xml_stop(xml *x, rc code, msg_id id);

/* xml_at() - called in start(): the byte of `doc` at which the element begins. */
size_t xml_at(const xml *x);

/* xml_attr() - the value of the attribute with this local name; p NULL when it is
 * not there. Valid until the handler returns. */
slice xml_attr(const char *const *attrs, slice local);

/* xml_int() - the same as a number of at most nine digits, perhaps negative; `none`
 * when it is not there or no number. */
int32_t xml_int(const char *const *attrs, slice local, int32_t none);

#endif
