/*
 * html_codes.c - pages and mails that are not UTF-8.
 *
 * Only what Windows wrote in Viet Nam: UTF-16 with its mark, code page 1258, and
 * 1252, under whose name the old TCVN3 and VNI fonts also travel (legacy.h mends
 * those afterwards). It must never fail: a byte that means nothing becomes U+FFFD.
 */
#include "reading/extract/html.h"

#include "base/strbuf.h"
#include "base/utf8.h"

enum { REPLACEMENT = 0xfffd };

/* 0x80 to 0x9f of both code pages; 0: nothing. */
static const uint16_t windows[32] = {
	0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
	0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
	0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

/* Where 1258 differs from Latin-1: letters, and tone marks that follow theirs. */
static const struct {
	unsigned char byte;
	uint16_t cp;
} vietnamese[] = {
	{0xc3, 0x102}, {0xcc, 0x300}, {0xd0, 0x110}, {0xd2, 0x309},  {0xd5, 0x1a0},
	{0xdd, 0x1af}, {0xde, 0x303}, {0xe3, 0x103}, {0xec, 0x301},  {0xf0, 0x111},
	{0xf2, 0x323}, {0xf5, 0x1a1}, {0xfd, 0x1b0}, {0xfe, 0x20ab},
};

static void table_of(bool viet, uint32_t *ret)
{
	for (uint32_t i = 0; i < 256; i++)
		ret[i] = i;
	for (uint32_t i = 0; i < ARRAY_LEN(windows); i++)
		ret[0x80 + i] = windows[i] != 0 ? windows[i] : REPLACEMENT;
	for (size_t i = 0; viet && i < ARRAY_LEN(vietnamese); i++)
		ret[vietnamese[i].byte] = vietnamese[i].cp;
}

static slice from_bytes(slice s, bool viet, arena *a)
{
	uint32_t table[256];
	size_t room = 0, n = 0;
	char *to;

	table_of(viet, table);
	for (size_t i = 0; i < s.n; i++)
		room += (unsigned char)s.p[i] < 0x80 ? 1 : 3;
	to = arena_alloc(a, room + 1);
	for (size_t i = 0; i < s.n; i++)
		n += utf8_put(table[(unsigned char)s.p[i]], to + n);
	return (slice){to, n};
}

static uint32_t unit_at(slice s, size_t i, bool big)
{
	uint32_t x = (unsigned char)s.p[i], y = (unsigned char)s.p[i + 1];

	return big ? x << 8 | y : y << 8 | x;
}

static slice from_utf16(slice s, bool big, arena *a)
{
	char *to = arena_alloc(a, s.n / 2 * 3 + 4);
	size_t n = 0;

	for (size_t i = 2; i + 1 < s.n; i += 2) {
		uint32_t cp = unit_at(s, i, big), low;

		if (cp >= 0xd800 && cp < 0xdc00 && i + 3 < s.n &&
		    (low = unit_at(s, i + 2, big)) >= 0xdc00 && low < 0xe000) {
			cp = 0x10000 + ((cp - 0xd800) << 10) + (low - 0xdc00);
			i += 2;
		}
		if (cp == 0 || (cp >= 0xd800 && cp < 0xe000))
			cp = REPLACEMENT;
		n += utf8_put(cp, to + n);
	}
	return (slice){to, n};
}

static bool says_1258(slice named)
{
	for (size_t i = 0; i + 4 <= named.n; i++)
		if (memcmp(named.p + i, "1258", 4) == 0)
			return true;
	return false;
}

slice html_utf8(slice s, slice named, arena *a)
{
	if (slice_starts(s, S("\xff\xfe")) || slice_starts(s, S("\xfe\xff")))
		return from_utf16(s, s.p[0] == '\xfe', a);
	if (slice_starts(s, S("\xef\xbb\xbf")))
		s = (slice){s.p + 3, s.n - 3};
	return utf8_invalid_at(s) == s.n ? s : from_bytes(s, says_1258(named), a);
}
