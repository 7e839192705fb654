/*
 * docx_squeeze.c - take out, before parsing, what Word writes and nobody reads.
 *
 * Half of a Word file says fonts, sizes and revision numbers. Finding '<' is much
 * cheaper than parsing, so empty elements of docx_noise.def and the attributes of
 * paragraphs and runs are cut out in place. A part with a comment or a CDATA section
 * is left as it is: there '<' may be text. It must never change what a parser of the
 * whole would say of the words.
 */
#include "reading/extract/docx_priv.h"

enum { SLOTS = 256, NAME_MAX_BYTES = 24 };

typedef struct names {
	uint8_t slot[SLOTS]; /* index + 1 */
} names;

static const slice noise[] = {
#define NOISE(local) {local, sizeof(local) - 1},
#include "reading/extract/docx_noise.def"
#undef NOISE
};

static unsigned hash(const char *p, size_t n)
{
	return ((unsigned char)p[0] * 7u + (unsigned char)p[n - 1] * 31u + (unsigned)n * 3u) &
	       (SLOTS - 1);
}

static void names_fill(names *t)
{
	memset(t, 0, sizeof *t);
	for (size_t i = 0; i < ARRAY_LEN(noise); i++) {
		unsigned k = hash(noise[i].p, noise[i].n);

		while (t->slot[k] != 0)
			k = (k + 1) & (SLOTS - 1);
		t->slot[k] = (uint8_t)(i + 1);
	}
}

static bool is_noise(const names *t, slice name)
{
	for (unsigned k = hash(name.p, name.n); t->slot[k] != 0; k = (k + 1) & (SLOTS - 1))
		if (slice_eq(noise[t->slot[k] - 1], name))
			return true;
	return false;
}

/* The name after "<w:"; n 0 when it is none of a reasonable length. */
static slice name_at(const char *p, const char *end)
{
	size_t n = 0;

	while (p + n < end && n < NAME_MAX_BYTES && p[n] != ' ' && p[n] != '/' && p[n] != '>' &&
	       p[n] != '\n')
		n++;
	return (slice){p, n < NAME_MAX_BYTES ? n : 0};
}

/* Behind the '>' that ends the tag, attributes and all; NULL when there is none. */
static const char *tag_end(const char *p, const char *end)
{
	while (p < end && *p != '>') {
		if (*p == '<')
			return NULL;
		if (*p == '"' || *p == '\'') {
			p = memchr(p + 1, *p, (size_t)(end - p - 1));
			if (p == NULL)
				return NULL;
		}
		p++;
	}
	return p < end ? p + 1 : NULL;
}

/* Paragraphs, runs and rows: only their being there counts. */
static bool is_bare(slice name)
{
	return (name.n == 1 && (name.p[0] == 'p' || name.p[0] == 'r')) || slice_eq(name, S("tr"));
}

static bool may_squeeze(slice part)
{
	const char *p = part.p, *end = part.p + part.n;

	while (p < end && (p = memchr(p, '!', (size_t)(end - p))) != NULL) {
		if (p > part.p && p[-1] == '<')
			return false;
		p++;
	}
	return true;
}

/* Elements that are cut out whole, unless words may stand in them or they refer to a picture. */
typedef struct element {
	slice name;
	bool refers;
} element;
static const element wholes[] = {{S("mc:AlternateContent"), true},
                                 {S("w:drawing"), true},
                                 {S("w:pict"), true},
                                 {S("w:latentStyles"), false}};

/* Is the tag behind '<' or "</" of that name? The byte behind it says no first. */
static bool is_named(slice tag, slice name)
{
	return tag.n > name.n && (tag.p[name.n] == '>' || tag.p[name.n] == ' ') &&
	       slice_starts(tag, name);
}

static const element *whole_at(slice tag)
{
	for (size_t i = 0; i < ARRAY_LEN(wholes); i++)
		if (is_named(tag, wholes[i].name))
			return &wholes[i];
	return NULL;
}

/* An element of Word's own that says no words, by the tag behind '<' or "</". */
static bool is_wordless(slice tag)
{
	static const slice known[] = {S("drawing"), S("pict"), S("lsdException")};

	tag = (slice){tag.p + 2, tag.n - 2};
	for (size_t i = 0; tag.n > 0 && i < ARRAY_LEN(known); i++)
		if (tag.p[0] == known[i].p[0] && slice_starts(tag, known[i]))
			return true;
	return false;
}

/* Behind the end of the element that begins at p, '<'; NULL when another such stands in it, or
 * anything of Word's that may hold words. It looks no further than that, so that however they
 * are nested each byte is looked at a few times. */
static const char *whole_end(const char *p, const char *end, const element *whole)
{
	const char *from = p;

	for (p++; p < end && (p = memchr(p, '<', (size_t)(end - p))) != NULL; p++) {
		bool closes = end - p > 1 && p[1] == '/';
		slice tag = {p + 1 + closes, (size_t)(end - p - 1 - closes)};

		if (is_named(tag, whole->name)) {
			p = closes ? memchr(p, '>', (size_t)(end - p)) : NULL;
			break;
		}
		if (tag.n > 2 && tag.p[0] == 'w' && tag.p[1] == ':' && !is_wordless(tag))
			return NULL;
	}
	if (p == NULL || p >= end ||
	    (whole->refers && slice_has((slice){from, (size_t)(p - from)}, S(" r:"))))
		return NULL;
	return p + 1;
}

slice docx_squeeze(slice part, docx_fonts *fonts)
{
	char *base = (char *)(uintptr_t)part.p, *out = base; /* our own bytes, on the arena */
	const char *end = part.p + part.n, *from = part.p, *p = part.p;
	names t;

	fonts->marks.n = fonts->next = 0;
	fonts->sets.marks.n = fonts->sets.next = 0;
	if (part.n == 0 || !may_squeeze(part))
		return part;
	names_fill(&t);
	while (p < end && (p = memchr(p, '<', (size_t)(end - p))) != NULL) {
		slice name = end - p > 4 && p[1] == 'w' && p[2] == ':' ? name_at(p + 3, end)
		                                                       : (slice){NULL, 0};
		const element *whole = whole_at((slice){p + 1, (size_t)(end - p - 1)});
		const char *tag = p, *after = whole != NULL ? whole_end(p, end, whole) : NULL;
		bool bare, closed;

		p++;
		if (after != NULL) {
			memmove(out, from, (size_t)(tag - from));
			out += tag - from;
			from = p = after;
			continue;
		}
		if (slice_eq(name, S("rPr")))
			docx_fonts_rpr(fonts, (uint32_t)((out - base) + (tag - from)));
		else if (slice_eq(name, S("pPr")))
			docx_sets_ppr(&fonts->sets, fonts->a,
			              (uint32_t)((out - base) + (tag - from)));
		if (name.n == 0 || !((bare = is_bare(name)) || is_noise(&t, name)))
			continue;
		after = tag_end(name.p + name.n, end);
		if (after == NULL)
			break;
		closed = after[-2] == '/';
		p = after;
		if (!bare && !closed)
			continue;
		if (!bare) {
			docx_fonts_tag(fonts, name, (slice){tag, (size_t)(after - tag)});
			docx_sets_tag(&fonts->sets, name, (slice){tag, (size_t)(after - tag)});
		}
		if (bare)
			tag = name.p + name.n;
		memmove(out, from, (size_t)(tag - from));
		out += tag - from;
		from = !bare ? after : closed ? after - 2 : after - 1;
	}
	memmove(out, from, (size_t)(end - from));
	return (slice){base, (size_t)(out - base) + (size_t)(end - from)};
}
