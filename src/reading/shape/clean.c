/*
 * clean.c - one line's letters as they should be: composed, with plain spaces,
 * without what cannot be seen.
 *
 * Only lines that line_scan() found suspicious come here. Letters keep their
 * spelling; only the two that a broken font map makes (ƣ for ư) are exchanged.
 */
#include "base/nfc.h"
#include "reading/shape/shape_priv.h"

enum { GONE = 0xffffffff, COMPOSED_BYTES = 8, COMPOSED_SLOTS = 256 };

static bool within(uint32_t cp, uint32_t lo, uint32_t hi)
{
	return cp >= lo && cp <= hi;
}

static bool invisible(uint32_t cp)
{
	return cp == 0xad || within(cp, 0x200b, 0x200f) || within(cp, 0x202a, 0x202e) ||
	       within(cp, 0x2060, 0x2064) || within(cp, 0x2066, 0x206f) || cp == 0xfeff ||
	       cp == 0x180e || within(cp, 0xfe00, 0xfe0f);
}

static bool is_space(uint32_t cp)
{
	return cp == 0xa0 || cp == 0x1680 || within(cp, 0x2000, 0x200a) || cp == 0x2028 ||
	       cp == 0x2029 || cp == 0x202f || cp == 0x205f || cp == 0x3000 || cp == '\t';
}

/* What stands for cp: itself, another, or GONE. */
static uint32_t replaced(uint32_t cp)
{
	if (cp == '\t' || within(cp, 0xc0, 0x1a1) || within(cp, 0x1a4, 0x167f) ||
	    within(cp, 0x1e00, 0x1fff))
		return cp; /* nearly all */
	if (cp < 0x20 || within(cp, 0x7f, 0x9f) || is_space(cp))
		return ' ';
	if (invisible(cp))
		return GONE;
	if (cp == 0x1a2 || cp == 0x1a3)
		return cp == 0x1a2 ? 0x1af : 0x1b0;
	if (cp == 0xf02d || cp == 0xf0be) /* the dash of Symbol and Wingdings */
		return '-';
	if (within(cp, 0xe000, 0xf8ff))
		return 0x2022;
	return cp;
}

/* A letter and its marks, as they were composed before: a text that is decomposed at
 * all has some tens of them, again and again. */
typedef struct composed {
	char in[COMPOSED_BYTES], out[COMPOSED_BYTES]; /* zeros behind */
	uint8_t n; /* bytes of out; 0: free */
} composed;

static composed *composed_slot(shaper *sh, slice run, char ret_in[COMPOSED_BYTES])
{
	uint64_t h;

	memset(ret_in, 0, COMPOSED_BYTES);
	slice_copy(ret_in, run);
	memcpy(&h, ret_in, COMPOSED_BYTES);
	if (sh->composed == NULL)
		sh->composed = arena_array(sh->a, composed, COMPOSED_SLOTS);
	return &sh->composed[h * 0x9e3779b97f4a7c15u >> 56];
}

/* NFC of one run, quickly when it was seen. Returns the bytes put to out. */
static size_t compose_run(shaper *sh, slice run, char *out)
{
	char in[COMPOSED_BYTES];
	composed *c;
	size_t n;

	if (run.n > COMPOSED_BYTES)
		return nfc_compose(run, out);
	c = composed_slot(sh, run, in);
	if (c->n != 0 && memcmp(c->in, in, COMPOSED_BYTES) == 0) {
		memcpy(out, c->out, c->n);
		return c->n;
	}
	n = nfc_compose(run, out);
	if (n <= COMPOSED_BYTES) {
		memcpy(c->in, in, COMPOSED_BYTES);
		memcpy(c->out, out, n);
		c->n = (uint8_t)n;
	}
	return n;
}

/* Compose the letters from `from` on, up to `end`, in runs of bounded length.
 * A run is cut where nothing can join over the cut. */
static void compose(copier *c, const sline *l, size_t from, size_t end)
{
	char out[NFC_OUT_MAX];
	const char *p = l->text.p;

	while (from < end) {
		size_t at = from;
		unsigned len, n = 0;

		if (end - from <= COMPOSED_BYTES)
			at = end; /* a letter and its marks: nearly all */
		while (at < end) {
			uint32_t cp = utf8_next((const unsigned char *)p + at, &len);

			if (n == NFC_RUN_MAX || (n >= NFC_RUN_MAX / 2 && !nfc_joins(cp)))
				break;
			n++;
			at += len;
		}
		n = (unsigned)compose_run(c->sh, (slice){p + from, at - from}, out);
		if (n == at - from && memcmp(out, p + from, n) == 0)
			copier_run(c, l, (slice){p + from, n});
		else
			copier_put(c, l, p + from, (slice){out, n});
		from = at;
	}
}

void line_clean(shaper *sh, sline *line)
{
	const sline from = *line;
	slice s = from.text;
	copier c = copier_begin(sh, s.n * 3 + 4); /* a letter composed is at most thrice as long */
	size_t kept = 0, i = 0, safe = 0; /* safe: start of the last safe letter */
	bool again = false; /* a mark may join what now stands before it in the copy */
	char put[4];
	unsigned len;

	while (i < s.n) {
		uint32_t cp, by;

		if (s.p[i] >= ' ' && s.p[i] < 0x7f) { /* most, even of such a line */
			safe = i++;
			continue;
		}
		cp = utf8_next((const unsigned char *)s.p + i, &len);
		by = cp < 0x20 || cp >= 0x7f ? replaced(cp) : cp;

		if (by != cp) {
			copier_run(&c, &from, (slice){s.p + kept, i - kept});
			if (by != GONE)
				copier_put(&c, &from, s.p + i, (slice){put, utf8_put(by, put)});
			i += len;
			kept = safe = i;
		} else if (nfc_is_safe(cp)) {
			safe = i;
			i += len;
		} else {
			size_t end = i;

			do
				end += len;
			while (end < s.n &&
			       !nfc_is_safe(
				       cp = utf8_next((const unsigned char *)s.p + end, &len)) &&
			       replaced(cp) == cp);
			again |= safe == i && kept == i && c.n > 0;
			copier_run(&c, &from, (slice){s.p + kept, safe - kept});
			compose(&c, &from, safe, end);
			i = kept = safe = end;
		}
	}
	copier_run(&c, &from, (slice){s.p + kept, s.n - kept});
	copier_end(&c, line);
	if (again && from.nmark == 0) { /* once is enough: nothing is replaced the second time */
		line_clean(sh, line);
		return;
	}
	line->flags |= line_scan(line->text, &line->width) & (LN_GAPS | LN_PIPES | LN_MARKS);
}
