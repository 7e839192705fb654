/*
 * fold.c - utf8proc takes marks off letters; đ, which Unicode does not decompose, is ours.
 */
#include "base/fold.h"

#include <utf8proc.h>

enum {
	WORST = 4, /* code points kept of what one becomes */
	ROOM = 8,  /* bytes for each byte read: two of them become at most 16 */
	UTF8_MOST = 4,
};

/* The letters that one code point is searched by, into to; how many bytes. */
static size_t letters_of(utf8proc_int32_t c, char *to)
{
	utf8proc_int32_t parts[WORST];
	utf8proc_ssize_t n;
	size_t len = 0;
	int last = 0;

	if (c == 0x111 || c == 0x110) {
		to[0] = 'd';
		return 1;
	}
	n = utf8proc_decompose_char(c, parts, WORST,
	                            UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD |
	                                    UTF8PROC_COMPAT,
	                            &last);
	for (utf8proc_ssize_t i = 0; i < n && i < WORST; i++) {
		utf8proc_category_t k = utf8proc_category(parts[i]);

		if ((k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_LO) ||
		    k == UTF8PROC_CATEGORY_ND)
			len += (size_t)utf8proc_encode_char(parts[i], (utf8proc_uint8_t *)to + len);
	}
	return len;
}

static bool is_mark(utf8proc_int32_t c)
{
	utf8proc_category_t k = utf8proc_category(c);

	return k == UTF8PROC_CATEGORY_MN || k == UTF8PROC_CATEGORY_CF;
}

/* The letter that a code point is searched by: of ASCII, of Vietnamese, of most of Latin-1.
 * 0 separates words in ASCII; elsewhere it means: ask utf8proc. Nearly all that an office
 * writes is here, at a tenth of the cost. */
enum { LATIN_FIRST = 0xc0, TONES_FIRST = 0x1ea0 };
static const char ascii_letters[0x80] = "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
					"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
					"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
					"0123456789\0\0\0\0\0\0"
					"\0abcdefghijklmnopqrstuvwxyz\0\0\0\0\0"
					"\0abcdefghijklmnopqrstuvwxyz\0\0\0\0";
static const char latin_letters[0x100] = {
#define LATIN(from, letter) [from - LATIN_FIRST] = letter, [from + 0x20 - LATIN_FIRST] = letter
	LATIN(0xc0, 'a'), LATIN(0xc1, 'a'), LATIN(0xc2, 'a'), LATIN(0xc3, 'a'),
	LATIN(0xc8, 'e'), LATIN(0xc9, 'e'), LATIN(0xca, 'e'), LATIN(0xcc, 'i'),
	LATIN(0xcd, 'i'), LATIN(0xd2, 'o'), LATIN(0xd3, 'o'), LATIN(0xd4, 'o'),
	LATIN(0xd5, 'o'), LATIN(0xd9, 'u'), LATIN(0xda, 'u'), LATIN(0xdd, 'y'),
#undef LATIN
#define BOTH(from, letter) [from - LATIN_FIRST] = letter, [from + 1 - LATIN_FIRST] = letter
	BOTH(0x102, 'a'), BOTH(0x110, 'd'), BOTH(0x128, 'i'), BOTH(0x168, 'u'),
	BOTH(0x1a0, 'o'), BOTH(0x1af, 'u'),
#undef BOTH
};
static const char tone_letters[] = "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooo"
				   "oooooooouuuuuuuuuuuuuuyyyyyyyy";

static bool is_tail(unsigned char c)
{
	return (c & 0xc0) == 0x80;
}

/* That letter of what begins at p (not ASCII) and its *ret_used bytes; 0: ask utf8proc. */
static char quick_letter(const unsigned char *p, const unsigned char *end, size_t *ret_used)
{
	uint32_t c;

	if (p[0] >= 0xc3 && p[0] <= 0xc6 && end - p >= 2 && is_tail(p[1])) {
		c = (uint32_t)(p[0] & 0x1f) << 6 | (p[1] & 0x3f);
		*ret_used = 2;
		return latin_letters[c - LATIN_FIRST];
	}
	if (p[0] != 0xe1 || end - p < 3 || !is_tail(p[1]) || !is_tail(p[2]))
		return 0;
	c = 0x1000 | (uint32_t)(p[1] & 0x3f) << 6 | (p[2] & 0x3f);
	*ret_used = 3;
	return c >= TONES_FIRST && c - TONES_FIRST < sizeof tone_letters - 1
	               ? tone_letters[c - TONES_FIRST]
	               : 0;
}

/* What none of the tables knows. Apart, so that the walks below stay small. */
static __attribute__((noinline)) size_t take_rare(const unsigned char *p, const unsigned char *end,
                                                  char *to, size_t *ret_used, bool *ret_mark)
{
	utf8proc_int32_t c;
	utf8proc_ssize_t used = utf8proc_iterate(p, end - p, &c);

	*ret_used = used > 0 ? (size_t)used : 1;
	if (used <= 0)
		return 0;
	*ret_mark = is_mark(c);
	return letters_of(c, to);
}

/* What begins at p as the letters it is searched by, into to (ROOM bytes are free for each
 * byte of *ret_used); how many bytes. 0: it separates words, or with *ret_mark it is a mark
 * that belongs to the letter before. */
static inline size_t take(const unsigned char *p, const unsigned char *end, char *to,
                          size_t *ret_used, bool *ret_mark)
{
	*ret_used = 1;
	*ret_mark = false;
	*to = p[0] < 0x80 ? ascii_letters[p[0]] : quick_letter(p, end, ret_used);
	if (*to != 0 || p[0] < 0x80)
		return *to != 0;
	return take_rare(p, end, to, ret_used, ret_mark);
}

slice fold_text(arena *a, slice s)
{
	char *out = arena_room(a, s.n * ROOM + 1), *to = out;
	const unsigned char *p = (const unsigned char *)s.p, *end = p + s.n;
	bool gap = false, mark;
	size_t used, n;

	for (; p < end; p += used) {
		n = take(p, end, to + gap, &used, &mark);
		if (n == 0) {
			gap |= !mark && to > out;
			continue;
		}
		if (gap)
			*to++ = ' ';
		gap = false;
		to += n;
	}
	return (slice){out, (size_t)(to - out)};
}

/* --- words by their keys --- */

#define KEY_BEGIN 14695981039346656037u
#define KEY_TIMES 1099511628211u

/* Letters go into a key as far as a term of them would: no leading noughts, not too long. */
static uint64_t key_more(uint64_t key, const char *letters, size_t n, uint32_t *taken)
{
	if (*taken + n > FOLD_KEY_MOST || (*taken == 0 && n == 1 && *letters == '0'))
		return key;
	*taken += (uint32_t)n;
	for (size_t i = 0; i < n; i++)
		key = (key ^ (unsigned char)letters[i]) * KEY_TIMES;
	return key;
}

uint64_t fold_key(slice folded)
{
	uint64_t key = KEY_BEGIN;
	uint32_t taken = 0;

	for (size_t i = 0; i < folded.n; i++)
		key = key_more(key, folded.p + i, 1, &taken);
	return key;
}

bool fold_next(fold_walk *w, fold_word *ret)
{
	const unsigned char *start = (const unsigned char *)w->s.p, *p = start + w->at;
	const unsigned char *end = start + w->s.n, *last = NULL;
	uint64_t key = KEY_BEGIN;
	uint32_t taken = 0;
	char letters[ROOM * UTF8_MOST];
	size_t used, n;
	bool mark;

	for (; p < end; p += used) {
		n = take(p, end, letters, &used, &mark);
		if (n == 0 && last != NULL && !mark)
			break;
		if (n == 0)
			continue;
		if (last == NULL)
			ret->from.at = (uint32_t)(p - start);
		key = key_more(key, letters, n, &taken);
		last = p + used;
	}
	w->at = (size_t)(p - start);
	if (last == NULL)
		return false;
	ret->key = key;
	ret->from.len = (uint32_t)(last - start) - ret->from.at;
	return true;
}

slice fold_capital(arena *a, slice s)
{
	char *to = arena_room(a, s.n + 4);
	char *at = to;
	utf8proc_int32_t c = 0;
	utf8proc_ssize_t n = s.n > 0 ? utf8proc_iterate((const utf8proc_uint8_t *)s.p,
	                                                (utf8proc_ssize_t)s.n, &c)
	                             : 0;

	if (n <= 0)
		return s;
	at += utf8proc_encode_char(utf8proc_toupper(c), (utf8proc_uint8_t *)at);
	at = slice_copy(at, (slice){s.p + n, s.n - (size_t)n});
	return (slice){to, (size_t)(at - to)};
}

slice fold_number(arena *a, slice s)
{
	char *out = arena_room(a, s.n * ROOM + 1), *to = out;
	const utf8proc_uint8_t *p = (const utf8proc_uint8_t *)s.p, *end = p + s.n;

	while (p < end) {
		utf8proc_int32_t c;
		utf8proc_ssize_t used = utf8proc_iterate(p, end - p, &c);
		size_t n;

		if (used <= 0)
			break;
		p += used;
		n = letters_of(c, to);
		if (n == 1 && *to == '0' && to == out)
			continue;
		if (n == 0 && (c == '/' || c == '-' || c == '.'))
			to[n++] = (char)c;
		to += n;
	}
	return (slice){out, (size_t)(to - out)};
}
