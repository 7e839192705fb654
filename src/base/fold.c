/*
 * fold.c - utf8proc takes marks off letters; đ, which Unicode does not decompose, is ours.
 */
#include "base/fold.h"

#include <utf8proc.h>

enum {
	WORST = 4, /* code points kept of what one becomes */
	ROOM = 8,  /* bytes for each byte read: two of them become at most 16 */
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

/* The letter of Vietnamese, and of most of Latin-1, that a code point is searched by; 0: ask
 * utf8proc. Nine tenths of all that is not ASCII are here, at a tenth of the cost. */
static char quick_letter(utf8proc_int32_t c)
{
	static const char latin[] = "aaaa\0\0\0\0eee\0ii\0\0\0\0oooo\0\0\0uu\0\0y";
	static const char tones[] = "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooo"
				    "oooooooouuuuuuuuuuuuuuyyyyyyyy";
	static const struct {
		uint16_t code;
		char letter;
	} horned[] = {{0x102, 'a'}, {0x110, 'd'}, {0x128, 'i'},
	              {0x168, 'u'}, {0x1a0, 'o'}, {0x1af, 'u'}};

	if (c >= 0x1ea0 && c <= 0x1ef9)
		return tones[c - 0x1ea0];
	if (c >= 0xc0 && c <= 0xff)
		return (c & 0x1f) <= 0x1d ? latin[c & 0x1f] : 0;
	for (size_t i = 0; c < 0x1b1 && i < ARRAY_LEN(horned); i++)
		if (c == horned[i].code || c == horned[i].code + 1)
			return horned[i].letter;
	return 0;
}

/* The letters of what begins at p (not ASCII), into to; *ret_used bytes of it. */
static size_t take_letters(const utf8proc_uint8_t *p, const utf8proc_uint8_t *end, char *to,
                           size_t *ret_used, utf8proc_int32_t *ret_code)
{
	utf8proc_ssize_t used = utf8proc_iterate(p, end - p, ret_code);
	char quick;

	*ret_used = used > 0 ? (size_t)used : 1;
	if (used <= 0) {
		*ret_code = 0;
		return 0;
	}
	quick = quick_letter(*ret_code);
	if (quick == 0)
		return letters_of(*ret_code, to);
	to[0] = quick;
	return 1;
}

static size_t take_ascii(unsigned char c, char *to)
{
	if (c >= 'A' && c <= 'Z')
		c = (unsigned char)(c + ('a' - 'A'));
	*to = (char)c;
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

static slice fold(arena *a, slice s, fold_words *words)
{
	char *out = arena_room(a, s.n * ROOM + 1), *to = out;
	const utf8proc_uint8_t *p = (const utf8proc_uint8_t *)s.p, *start = p, *end = p + s.n;
	fold_word *word = NULL;
	bool gap = true;

	while (p < end) {
		char *at = to + (gap && to > out);
		utf8proc_int32_t c = *p;
		size_t used = 1, n;

		n = c < 0x80 ? take_ascii(*p, at) : take_letters(p, end, at, &used, &c);
		p += used;
		if (n == 0) {
			gap |= c < 0x80 || !is_mark(c);
			continue;
		}
		if (gap && to > out)
			*to = ' ';
		if (gap && words != NULL) {
			word = VEC_PUSH(a, words);
			word->at = (uint32_t)(at - out);
			word->from.at = (uint32_t)(p - start - (ptrdiff_t)used);
		}
		if (word != NULL) {
			word->len = (uint32_t)(at - out + (ptrdiff_t)n) - word->at;
			word->from.len = (uint32_t)(p - start) - word->from.at;
		}
		gap = false;
		to = at + n;
	}
	return (slice){out, (size_t)(to - out)};
}

slice fold_text(arena *a, slice s)
{
	return fold(a, s, NULL);
}

slice fold_text_words(arena *a, slice s, fold_words *ret)
{
	*ret = (fold_words){0};
	return fold(a, s, ret);
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
