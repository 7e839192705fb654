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

slice fold_text(arena *a, slice s)
{
	char *out = arena_room(a, s.n * ROOM + 1), *to = out;
	const utf8proc_uint8_t *p = (const utf8proc_uint8_t *)s.p, *end = p + s.n;
	bool gap = false;

	while (p < end) {
		utf8proc_int32_t c = *p;
		size_t n = 0;

		if (c < 0x80) {
			p++;
			if (c >= 'A' && c <= 'Z')
				c += 'a' - 'A';
			if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
				to[gap && to > out] = (char)c, n = 1;
		} else {
			utf8proc_ssize_t used = utf8proc_iterate(p, end - p, &c);

			p += used > 0 ? used : 1;
			n = used > 0 ? letters_of(c, to + (gap && to > out)) : 0;
			if (n == 0 && used > 0 && is_mark(c))
				continue;
		}
		if (n == 0) {
			gap = true;
			continue;
		}
		if (gap && to > out)
			*to++ = ' ';
		gap = false;
		to += n;
	}
	return (slice){out, (size_t)(to - out)};
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
