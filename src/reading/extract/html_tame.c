/*
 * html_tame.c - a look at a page before it is parsed.
 *
 * A parser of pages forgives everything, and pays for it: with each element left open and
 * each attribute of one element, later ones take longer. This look knows nothing of
 * the grammar, only counts; what it lets through too many times costs time, which
 * has its own limit. It must never refuse what an office would send.
 */
#include "reading/extract/html_priv.h"

enum { NAMES = 64, NAME_MAX = 8 };

/* Elements that end by themselves, or have no inside. */
static const slice ending[] = {
	S("p"),     S("li"),    S("td"),    S("tr"),    S("th"),     S("dt"),     S("dd"),
	S("br"),    S("hr"),    S("img"),   S("meta"),  S("link"),   S("input"),  S("col"),
	S("base"),  S("area"),  S("wbr"),   S("tbody"), S("html"),   S("head"),   S("body"),
	S("embed"), S("param"), S("thead"), S("tfoot"), S("option"), S("source"), S("track"),
};

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

static bool ends_itself(slice name)
{
	for (size_t i = 0; i < ARRAY_LEN(ending); i++)
		if (slice_eq(name, ending[i]))
			return true;
	return false;
}

static size_t name_at(slice s, size_t i, char *to)
{
	size_t n = 0;

	while (i + n < s.n && n < NAME_MAX && (unsigned char)s.p[i + n] > ' ' &&
	       s.p[i + n] != '>' && s.p[i + n] != '/') {
		to[n] = lower(s.p[i + n]);
		n++;
	}
	return n;
}

/* The end of the tag that has begun before i; *ret: words in it, quoted ones as one. */
static size_t tag_end(slice s, size_t i, uint32_t *ret)
{
	char quote = '\0';
	bool in = false;

	for (*ret = 0; i < s.n; i++) {
		char c = s.p[i];

		if (quote != '\0') {
			quote = c == quote ? '\0' : quote;
			continue;
		}
		if (c == '>')
			break;
		if (c == '"' || c == '\'')
			quote = c;
		*ret += !in && (unsigned char)c > ' ';
		in = (unsigned char)c > ' ';
	}
	return i;
}

bool html_is_tame(slice s)
{
	uint32_t open[NAMES] = {0}, all = 0, words;

	for (size_t i = 0; i + 1 < s.n; i++) {
		bool closing = s.p[i] == '<' && s.p[i + 1] == '/';
		char name[NAME_MAX];
		size_t n;
		uint32_t *at;

		if (s.p[i] != '<')
			continue;
		n = name_at(s, i + 1 + closing, name);
		if (n == 0 || lower(name[0]) < 'a' || lower(name[0]) > 'z')
			continue;
		i = tag_end(s, i + 1, &words);
		at = &open[((unsigned char)name[0] * 7u + (unsigned char)name[n - 1] + n) % NAMES];
		if (words > LIMIT_HTML_ATTRIBUTES)
			return false;
		if (ends_itself((slice){name, n}))
			continue;
		if (!closing) {
			++*at;
			++all;
		} else if (*at > 0) {
			--*at;
			--all;
		}
		if (all > LIMIT_HTML_OPEN)
			return false;
	}
	return true;
}
