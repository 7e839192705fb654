/*
 * convert_ole.c - the list of streams in an OLE file; it must never read a stream.
 *
 * Only as much of the format as says what kind of document it is: header, table of
 * sectors, list. Every number is held against the length of the file; a chain
 * that goes in circles ends when it has been as long as the file.
 */
#include "app/intake/convert_priv.h"

enum {
	HEADER_BYTES = 512,
	FIRST_TABLES = 109, /* sectors of the table that the header itself names */
	ENTRY_BYTES = 128,
	NAME_BYTES = 64,
};

typedef struct ole {
	slice bytes;
	unsigned shift;   /* of a sector's bytes */
	uint32_t sectors; /* in the file */
} ole;

static uint32_t number(slice s, size_t at, unsigned n)
{
	uint32_t v = 0;

	for (unsigned i = 0; i < n && at + i < s.n; i++)
		v |= (uint32_t)(unsigned char)s.p[at + i] << (8 * i);
	return v;
}

static bool open_it(ole *o, slice bytes)
{
	o->bytes = bytes;
	o->shift = bytes.n < HEADER_BYTES ? 0 : number(bytes, 30, 2);
	if (o->shift != 9 && o->shift != 12)
		return false;
	o->sectors = (uint32_t)((bytes.n - HEADER_BYTES) >> o->shift);
	return number(bytes, 28, 2) == 0xfffe;
}

/* Sector i; empty when there is none. The last may be cut short. */
static slice sector(const ole *o, uint32_t i)
{
	size_t at = ((size_t)i + 1) << o->shift, n = (size_t)1 << o->shift;

	if (i > o->sectors || at >= o->bytes.n)
		return (slice){"", 0};
	return (slice){o->bytes.p + at, o->bytes.n - at < n ? o->bytes.n - at : n};
}

/* Sector k of the table of sectors: the header names the first, a chain the others. */
static slice table_sector(const ole *o, uint32_t k)
{
	uint32_t each = ((uint32_t)1 << (o->shift - 2)) - 1, at;

	if (k < FIRST_TABLES)
		return sector(o, number(o->bytes, 76 + (size_t)4 * k, 4));
	at = number(o->bytes, 68, 4);
	for (k -= FIRST_TABLES; k >= each; k -= each)
		at = number(sector(o, at), (size_t)4 * each, 4);
	return sector(o, number(sector(o, at), (size_t)4 * k, 4));
}

/* The sector after i; more than there are at the end. */
static uint32_t after(const ole *o, uint32_t i)
{
	uint32_t each = (uint32_t)1 << (o->shift - 2);
	slice table = i <= o->sectors ? table_sector(o, i / each) : (slice){"", 0};

	return table.n == 0 ? UINT32_MAX : number(table, (size_t)4 * (i % each), 4);
}

static bool names(slice entry, slice name)
{
	if (entry.n < ENTRY_BYTES || number(entry, NAME_BYTES, 2) != 2 * (name.n + 1))
		return false;
	for (size_t i = 0; i < name.n; i++)
		if (number(entry, 2 * i, 2) != (unsigned char)name.p[i])
			return false;
	return true;
}

bool ole_holds(slice bytes, slice name)
{
	uint32_t at, steps = 0;
	ole o;

	if (!open_it(&o, bytes))
		return false;
	at = number(bytes, 48, 4);
	for (; steps <= o.sectors; at = after(&o, at), steps++) {
		slice list = sector(&o, at);

		if (list.n == 0)
			return false;
		for (size_t i = 0; i + ENTRY_BYTES <= list.n; i += ENTRY_BYTES)
			if (names((slice){list.p + i, ENTRY_BYTES}, name))
				return true;
	}
	return false;
}
