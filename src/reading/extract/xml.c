/*
 * xml.c - expat, fenced.
 *
 * The names of a caller are hashed once a parse, so that each element costs one
 * comparison. Skipped subtrees run with the handlers taken out. It must never
 * load anything, and never expand anything.
 */
#include "reading/extract/xml.h"

#include <expat.h>

#include "reading/extract/limits.h"

enum {
	SLOTS = 512, /* at least twice the names of any caller */
	PIECE = 1 << 24,
	DIGITS_MAX = 9,
};

struct xml {
	XML_Parser p;
	const xml_handler *h;
	void *ctx;
	slice root_prefix;
	uint32_t depth, skip; /* skip: depth of the element being skipped; 0: none */
	bool rooted;
	rc code;
	msg_id why;
	uint8_t slots[SLOTS];
	uint8_t ids[LIMIT_XML_DEPTH];
};

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

static uint8_t id_of(xml *x, const char *name)
{
	slice prefix, local;
	uint32_t k;

	split(name, &prefix, &local);
	if (!x->rooted) {
		char *room = NULL;

		(void)room;
		x->rooted = true;
	}
	if (!prefix_known(x, prefix))
		return 0;
	for (k = hash(local); x->slots[k] != 0; k = (k + 1) & (SLOTS - 1))
		if (slice_eq(x->h->names[x->slots[k]], local))
			return x->slots[k];
	return 0;
}

void xml_stop(xml *x, rc code, msg_id id)
{
	if (x->code != RC_OK)
		return;
	x->code = code;
	x->why = id;
	(void)XML_StopParser(x->p, XML_FALSE);
}
