/*
 * legacy.c - TCVN3 and VNI by table.
 *
 * Both codes are read through one stream of Latin-1 code points, so single-byte
 * files and UTF-8 lines take the same way.
 */
#include "reading/extract/legacy.h"

#include "base/utf8.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { LOOK_AT = 64 << 10, ENOUGH = 8, PLENTY = 256 };

/* What a Latin-1 code point says about the text it stands in. */
typedef struct evidence {
	uint32_t tcvn3, vni, unicode;
} evidence;

static const uint16_t tcvn3_letters[256] = {
#define TCVN3(byte, cp) [byte] = cp,
#include "reading/extract/legacy_tables.def"
#undef TCVN3
};

static const uint16_t vni_letters[256] = {
#define VNI_LETTER(byte, cp) [byte] = cp,
#include "reading/extract/legacy_tables.def"
#undef VNI_LETTER
};

/* Tone and shape of a VNI mark, plus one so that 0 means none. */
static const uint8_t vni_marks[256] = {
#define VNI_MARK(byte, tone, shape) [byte] = 1 + (tone) + 8 * (shape),
#include "reading/extract/legacy_tables.def"
#undef VNI_MARK
};

static bool is_ascii_vowel(uint32_t cp)
{
	cp |= 32;
	return cp == 'a' || cp == 'e' || cp == 'i' || cp == 'o' || cp == 'u' || cp == 'y';
}

static bool is_ascii_letter(uint32_t cp)
{
	return (cp | 32) >= 'a' && (cp | 32) <= 'z';
}

/* A capital of the Latin-1 block, as the small letter whose byte the tables name. */
static uint32_t latin_small(uint32_t cp)
{
	return cp >= 0xc0 && cp <= 0xde && cp != 0xd7 ? cp + 32 : cp;
}

static void weigh(evidence *ev, uint32_t before, uint32_t cp)
{
	if (cp >= 0x100) {
		ev->unicode += (cp >= 0x1ea0 && cp <= 0x1ef9) || cp == 0x111 || cp == 0x1b0 ||
		               cp == 0x1a1 || cp == 0x103;
		return;
	}
	/* Signs inside words: only TCVN3 has letters there. */
	if ((cp >= 0xa1 && cp <= 0xbf && tcvn3_letters[cp] != 0 && is_ascii_letter(before)) ||
	    cp == 0xae || cp == 0xd7 || cp == 0xde || cp == 0xdf)
		ev->tcvn3++;
	if ((vni_marks[latin_small(cp) & 0xff] != 0 &&
	     (is_ascii_vowel(before) || latin_small(before) == 0xf4 ||
	      latin_small(before) == 0xf6)) ||
	    latin_small(cp) == 0xf1)
		ev->vni++;
}

static legacy_code judge(const evidence *ev)
{
	if (ev->unicode * 4 > ev->tcvn3 + ev->vni)
		return LEGACY_NONE;
	if (ev->tcvn3 >= ENOUGH && ev->tcvn3 * 2 > ev->vni)
		return LEGACY_TCVN3;
	return ev->vni >= ENOUGH ? LEGACY_VNI : LEGACY_NONE;
}

legacy_code legacy_of_bytes(slice bytes)
{
	evidence ev = {0};
	uint32_t before = 0;

	for (size_t i = 0; i < bytes.n && i < LOOK_AT; i++) {
		uint32_t cp = (unsigned char)bytes.p[i];

		if (cp >= 0x80)
			weigh(&ev, before, cp);
		before = cp;
	}
	return judge(&ev);
}

/* How many letters only Unicode has ("ế", "ộ"), at least, and how many Latin-1 has, at most. */
typedef struct tally {
	uint32_t unicode, latin;
} tally;

static void tally_byte(tally *t, slice s, size_t i)
{
	const unsigned char *p = (const unsigned char *)s.p + i;

	t->latin += (p[0] & 0xfe) == 0xc2;
	t->unicode += i + 2 < s.n && p[0] == 0xe1 && p[1] == 0xbb && p[2] <= 0xb9;
}

static void tally_bytes(tally *t, slice s)
{
	size_t i = 0;

#ifdef __SSE2__
	for (; i + 18 <= s.n; i += 16) {
		__m128i a = _mm_loadu_si128((const void *)(s.p + i));
		__m128i b = _mm_loadu_si128((const void *)(s.p + i + 1));
		__m128i c = _mm_loadu_si128((const void *)(s.p + i + 2));
		__m128i latin = _mm_cmpeq_epi8(_mm_and_si128(a, _mm_set1_epi8((char)0xfe)),
		                               _mm_set1_epi8((char)0xc2));
		/* Signed, the tails 80..b9 are the least. */
		__m128i own = _mm_and_si128(
			_mm_and_si128(_mm_cmpeq_epi8(a, _mm_set1_epi8((char)0xe1)),
		                      _mm_cmpeq_epi8(b, _mm_set1_epi8((char)0xbb))),
			_mm_cmplt_epi8(c, _mm_set1_epi8((char)0xba)));

		t->latin += (uint32_t)__builtin_popcount((unsigned)_mm_movemask_epi8(latin));
		t->unicode += (uint32_t)__builtin_popcount((unsigned)_mm_movemask_epi8(own));
	}
#endif
	for (; i < s.n; i++)
		tally_byte(t, s, i);
}

/* Line *k and those behind it that lie behind it in memory too, as those of a text file do, some at a
 * time. */
static slice lines_together(const rawdoc *doc, uint32_t *k)
{
	enum { TOGETHER = 1024, LINE_END = 2 };
	const rawline *first = &doc->lines.p[(*k)++];
	slice s = first->text;

	for (; *k < doc->lines.n && s.n < TOGETHER; ++*k) {
		const rawline *l = &doc->lines.p[*k];
		uintptr_t far = (uintptr_t)l->text.p - (uintptr_t)s.p;

		if (far - s.n > LINE_END || far != l->source - first->source)
			break;
		s.n = far + l->text.n;
	}
	return s;
}

/* Is the text so full of letters that only Unicode has that no others can outweigh them? Nearly
 * every one is: judge() of all that legacy_of_doc() weighs would say the same, for a letter of Latin-1
 * weighs two at most. What says no here may still be Unicode. */
static bool plainly_unicode(const rawdoc *doc)
{
	tally t = {0};
	size_t seen = 0;

	for (uint32_t k = 0; k < doc->lines.n && seen < LOOK_AT;) {
		slice s = lines_together(doc, &k);

		tally_bytes(&t, s);
		seen += s.n;
		if (t.unicode >= PLENTY && t.unicode > t.latin)
			return true; /* as legacy_of_doc() gives up */
	}
	return t.unicode * 4 > t.latin * 2;
}

legacy_code legacy_of_doc(const rawdoc *doc)
{
	evidence ev = {0};
	size_t seen = 0;

	if (plainly_unicode(doc))
		return LEGACY_NONE;

	for (uint32_t k = 0; k < doc->lines.n && seen < LOOK_AT; k++) {
		slice s = doc->lines.p[k].text;
		uint32_t before = 0;

		for (size_t i = 0; i < s.n;) {
			unsigned n;
			uint32_t cp = utf8_next((const unsigned char *)s.p + i, &n);

			if (cp >= 0x80)
				weigh(&ev, before, cp);
			before = cp;
			i += n;
		}
		seen += s.n;
		if (ev.unicode >= PLENTY && ev.unicode > 4 * (ev.tcvn3 + ev.vni))
			break; /* what is left cannot outweigh it */
	}
	return judge(&ev);
}

/* Code points going in, Unicode coming out as letters and combining marks. */
typedef struct converter {
	legacy_code code;
	char *out;
	size_t n;
	size_t word; /* where the word being written began in out */
	bool capitals; /* all its ASCII letters are capitals so far */
	uint32_t ascii; /* how many those are */
	bool shouting; /* all ASCII letters of the whole line are capitals */
} converter;

static uint32_t to_upper(uint32_t cp)
{
	if (cp >= 0xe0 && cp <= 0xfe)
		return cp - 32;
	if ((cp >= 0x100 && cp < 0x1b1 && (cp & 1)) || (cp >= 0x1ea0 && cp <= 0x1ef9 && (cp & 1)))
		return cp - 1;
	return cp == 0x1b0 ? 0x1af : cp == 0x1a1 ? 0x1a0 : cp;
}

/* TCVN3 has no capitals with tones: in a word whose plain letters are capitals the
 * others are too. One capital ("Số") only begins a word, unless the whole line shouts. */
static void end_word(converter *c)
{
	if (c->code == LEGACY_TCVN3 && c->capitals && (c->shouting || c->ascii > 1))
		for (size_t i = c->word; i < c->n;) {
			unsigned n;
			uint32_t cp = utf8_next((unsigned char *)c->out + i, &n);

			/* Both cases of a letter take the same number of bytes. */
			(void)utf8_put(to_upper(cp), c->out + i);
			i += n;
		}
	c->word = c->n;
	c->capitals = true;
	c->ascii = 0;
}

static void put(converter *c, uint32_t cp)
{
	c->n += utf8_put(cp, c->out + c->n);
}

static void put_vni(converter *c, uint32_t before, uint32_t cp)
{
	static const uint16_t tones[6] = {0, 0x301, 0x309, 0x303, 0x323, 0x300};
	static const uint16_t shapes[3] = {0, 0x302, 0x306};
	uint32_t small = latin_small(cp);
	uint32_t b = latin_small(before);
	uint8_t mark = small < 0x100 ? vni_marks[small] : 0;

	if (mark != 0 && (is_ascii_vowel(before) || b == 0xf4 || b == 0xf6)) {
		mark--;
		if (shapes[mark >> 3] != 0)
			put(c, shapes[mark >> 3]);
		if (tones[mark & 7] != 0)
			put(c, tones[mark & 7]);
	} else if (small < 0x100 && vni_letters[small] != 0) {
		put(c, small == cp ? vni_letters[small] : to_upper(vni_letters[small]));
	} else {
		put(c, cp);
	}
}

static void take(converter *c, uint32_t before, uint32_t cp)
{
	if (is_ascii_letter(cp)) {
		c->ascii++;
		c->capitals &= cp < 'a';
	} else if (cp < 0x80 || (cp >= 0x2000 && cp < 0x3000)) {
		end_word(c);
	}
	if (cp < 0x80 || cp >= 0x100)
		put(c, cp);
	else if (c->code == LEGACY_TCVN3)
		put(c, tcvn3_letters[cp] != 0 ? tcvn3_letters[cp] : cp);
	else
		put_vni(c, before, cp);
	if (!is_ascii_letter(cp) && cp < 0x80)
		c->word = c->n;
}

/* A code point becomes at most two marks of two bytes, or one letter of four. */
static converter converter_new(legacy_code code, slice line, arena *a)
{
	bool small = false, capital = false;

	for (size_t i = 0; i < line.n; i++) {
		small |= line.p[i] >= 'a' && line.p[i] <= 'z';
		capital |= line.p[i] >= 'A' && line.p[i] <= 'Z';
	}
	return (converter){.code = code,
	                   .out = arena_alloc(a, line.n * 4 + 4),
	                   .capitals = true,
	                   .shouting = capital && !small};
}

slice legacy_from_bytes(slice bytes, legacy_code code, arena *a)
{
	converter c = converter_new(code, bytes, a);
	uint32_t before = 0;

	for (size_t i = 0; i < bytes.n; i++) {
		uint32_t cp = (unsigned char)bytes.p[i];

		take(&c, before, cp);
		before = cp;
	}
	end_word(&c);
	return (slice){c.out, c.n};
}

static slice from_utf8(slice s, legacy_code code, arena *a)
{
	converter c = converter_new(code, s, a);
	uint32_t before = 0;

	for (size_t i = 0; i < s.n;) {
		unsigned n;
		uint32_t cp = utf8_next((const unsigned char *)s.p + i, &n);

		take(&c, before, cp);
		before = cp;
		i += n;
	}
	end_word(&c);
	return (slice){c.out, c.n};
}

void legacy_mend(rawdoc *doc, arena *a)
{
	legacy_code code = legacy_of_doc(doc);
	rawline *lines;

	if (code == LEGACY_NONE)
		return;
	lines = arena_array(a, rawline, doc->lines.n);
	memcpy(lines, doc->lines.p, sizeof *lines * doc->lines.n);
	doc->lines.p = lines;
	for (uint32_t i = 0; i < doc->lines.n; i++) {
		rawline *l = &lines[i];

		l->text = from_utf8(l->text, code, a);
		if (l->marker.n != 0)
			l->marker = from_utf8(l->marker, code, a);
	}
}
