/*
 * png.c - a plain picture as a PNG of 232 colours: sixteen greys for writing, a cube of six
 * steps for seals. A third of the size of true colours.
 */
#include <zlib.h>

#include "app/intake/ocr_priv.h"
#include "base/lib.h"

typedef struct z_api {
	__typeof__(&compress2) compress2;
	__typeof__(&compressBound) compressBound;
	__typeof__(&crc32) crc32;
} z_api;

enum { GREYS = 16, STEPS = 6, COLOURS = GREYS + STEPS * STEPS * STEPS, LEVEL = 6, DULL = 24 };

static void put_number(char to[4], uint32_t v)
{
	for (int i = 0; i < 4; i++)
		to[i] = (char)(unsigned char)(v >> (24 - 8 * i));
}

static bool z_load(z_api *ret)
{
	static const char *const names[] = {"compress2", "compressBound", "crc32"};
	void *found[ARRAY_LEN(names)];
	err e = {0};

	_Static_assert(sizeof found == sizeof *ret, "one pointer a function");
	if (lib_load(LIB_Z, names, found, ARRAY_LEN(names), &e) != RC_OK)
		return false;
	memcpy(ret, found, sizeof *ret);
	return true;
}

static void put_chunk(const z_api *z, strbuf *to, slice name, slice body)
{
	char number[4];
	uLong sum = z->crc32(0, (const Bytef *)name.p, (uInt)name.n);

	if (body.n > 0)
		sum = z->crc32(sum, (const Bytef *)body.p, (uInt)body.n);
	put_number(number, (uint32_t)body.n);
	strbuf_put(to, (slice){number, sizeof number});
	strbuf_put(to, name);
	strbuf_put(to, body);
	put_number(number, (uint32_t)sum);
	strbuf_put(to, (slice){number, sizeof number});
}

static unsigned step_of(unsigned v)
{
	return (v * (STEPS - 1) + 127) / 255;
}

static unsigned char colour_of(const unsigned char *at, uint32_t depth)
{
	unsigned r = at[0], g = depth == 3 ? at[1] : r, b = depth == 3 ? at[2] : r;
	unsigned least = r < g ? r : g, most = r > g ? r : g;

	least = b < least ? b : least;
	most = b > most ? b : most;
	if (most - least < DULL)
		return (unsigned char)((g * (GREYS - 1) + 127) / 255);
	return (unsigned char)(GREYS + (step_of(r) * STEPS + step_of(g)) * STEPS + step_of(b));
}

/* Rows, each behind a byte that says "as it is". */
static void pack_rows(const pixels *from, char *to)
{
	const unsigned char *at = from->p;

	for (uint32_t y = 0; y < from->height; y++) {
		*to++ = 0;
		for (uint32_t x = 0; x < from->width; x++, at += from->depth)
			*to++ = (char)colour_of(at, from->depth);
	}
}

static void put_palette(const z_api *z, strbuf *to)
{
	char rgb[COLOURS * 3];

	for (unsigned i = 0; i < COLOURS; i++) {
		unsigned cube = i >= GREYS ? i - GREYS : 0;
		const unsigned steps[] = {cube / (STEPS * STEPS), cube / STEPS % STEPS,
		                          cube % STEPS};

		for (unsigned k = 0; k < 3; k++)
			rgb[3 * i + k] = (char)(unsigned char)(i < GREYS ? i * 255 / (GREYS - 1)
			                                                 : steps[k] * 255 /
			                                                           (STEPS - 1));
	}
	put_chunk(z, to, S("PLTE"), (slice){rgb, sizeof rgb});
}

bool png_write(const pixels *from, strbuf *to)
{
	size_t n = (size_t)from->height * (1 + (size_t)from->width);
	uLongf room;
	char head[13] = {0}, *rows, *packed;
	z_api z;
	bool ok;
	arena a;

	if (!z_load(&z))
		return false;
	room = z.compressBound(n);
	arena_init(&a, NULL, 0);
	rows = arena_room(&a, n);
	packed = arena_room(&a, room);
	pack_rows(from, rows);
	ok = z.compress2((Bytef *)packed, &room, (const Bytef *)rows, n, LEVEL) == Z_OK;
	put_number(head, from->width);
	put_number(head + 4, from->height);
	head[8] = 8; /* bits an index */
	head[9] = 3; /* of a palette */
	strbuf_put(to, S("\x89PNG\r\n\x1a\n"));
	put_chunk(&z, to, S("IHDR"), (slice){head, sizeof head});
	put_palette(&z, to);
	put_chunk(&z, to, S("IDAT"), (slice){packed, ok ? room : 0});
	put_chunk(&z, to, S("IEND"), (slice){0});
	arena_done(&a);
	return ok && to->failed == RC_OK;
}
