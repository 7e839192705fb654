/*
 * pdf_signers.c - who signed a PDF and when, from the signatures in its bytes.
 *
 * A signature names the bytes that it covers (/ByteRange); the gap between them is the
 * signature itself, a PKCS #7 message in hexadecimal. Of that only the signer's common
 * name and signing time are read. Whether it holds is not asked: that needs the
 * certificates of an office. pdfsig says the same and takes longer than all the rest of
 * the reading, so it is the test's oracle and not our source (docs/adr/0008). Every
 * length is held against what is left; it must never make up a time.
 */
#include "reading/extract/pdf.h"

#include "base/utf8.h"
#include "model/civil.h"
#include "reading/extract/limits.h"

enum {
	NAME_MAX = 512,
	NEAR = 1000,       /* how far from /ByteRange its /M may stand */
	NUMBER_MAX = 1 << 30,
	VIETNAM = 7 * 60,  /* minutes before UTC */
	TAG_SEQUENCE = 0x30,
	TAG_SET = 0x31,
	TAG_INTEGER = 0x02,
	TAG_OID = 0x06,
	TAG_FIRST = 0xa0,
	TAG_UTC_TIME = 0x17,
	TAG_GENERAL_TIME = 0x18,
	TAG_BMP = 0x1e,
};

typedef struct der {
	unsigned tag;
	slice all, in; /* with its head, and without */
} der;

/* The next value of s; false when none is whole. Lengths that end by a mark are none. */
static bool next(slice *s, der *ret)
{
	const unsigned char *p = (const unsigned char *)s->p;
	size_t head = 2, n;

	if (s->n < 2 || (p[0] & 0x1f) == 0x1f)
		return false;
	n = p[1];
	if (n >= 0x80) {
		unsigned more = p[1] & 0x7f;

		if (more == 0 || more > 4 || more > s->n - 2)
			return false;
		n = 0;
		for (; head < 2 + (size_t)more; head++)
			n = n << 8 | p[head];
	}
	if (n > s->n - head)
		return false;
	*ret = (der){p[0], {s->p, head + n}, {s->p + head, n}};
	*s = (slice){s->p + head + n, s->n - head - n};
	return true;
}

static bool next_is(slice *s, unsigned tag, der *ret)
{
	return next(s, ret) && ret->tag == tag;
}

static unsigned value_of(char c)
{
	return c >= '0' && c <= '9'   ? (unsigned)(c - '0')
	       : c >= 'a' && c <= 'f' ? (unsigned)(c - 'a' + 10)
	       : c >= 'A' && c <= 'F' ? (unsigned)(c - 'A' + 10)
	                              : 16;
}

static slice from_hex(slice s, arena *a)
{
	char *out = arena_room(a, s.n / 2 + 1);
	size_t n = 0;
	unsigned half = 16;

	for (size_t i = 0; i < s.n; i++) {
		unsigned v = value_of(s.p[i]);

		if (v == 16)
			continue;
		if (half < 16)
			out[n++] = (char)(half << 4 | v);
		half = half < 16 ? 16 : v;
	}
	return (slice){out, n};
}

/* The last common name of a Name, as UTF-8; empty when there is none. */
static slice common_name(slice name, arena *a)
{
	slice found = {NULL, 0};
	der set, pair, oid, text;

	while (next(&name, &set)) {
		slice in = set.in;

		if (!next_is(&in, TAG_SEQUENCE, &pair) || !next_is(&pair.in, TAG_OID, &oid) ||
		    !slice_eq(oid.in, S("\x55\x04\x03")) || !next(&pair.in, &text) ||
		    text.in.n > NAME_MAX)
			continue;
		if (text.tag == TAG_BMP) {
			char *out = arena_room(a, 2 * text.in.n + 4);
			size_t n = 0;

			for (size_t i = 0; i + 1 < text.in.n; i += 2)
				n += utf8_put((uint32_t)(unsigned char)text.in.p[i] << 8 |
				                      (unsigned char)text.in.p[i + 1],
				              out + n);
			found = (slice){out, n};
		} else {
			found = text.in;
		}
	}
	return found;
}

/* The name of whom `issuer` and `serial` say, among the certificates. */
static slice name_of(slice certs, slice issuer, slice serial, arena *a)
{
	der cert;

	while (next(&certs, &cert)) {
		der tbs, v, number, who, subject;
		slice in;

		if (cert.tag != TAG_SEQUENCE || !next_is(&cert.in, TAG_SEQUENCE, &tbs))
			continue;
		in = tbs.in;
		if (!next(&in, &v))
			continue;
		number = v;
		if (v.tag == TAG_FIRST && !next(&in, &number))
			continue;
		if (!slice_eq(number.in, serial) || !next(&in, &v) || !next(&in, &who) ||
		    !slice_eq(who.all, issuer) || !next(&in, &v) || !next(&in, &subject))
			continue;
		return common_name(subject.in, a);
	}
	return (slice){NULL, 0};
}

static int figures(slice *s, unsigned n)
{
	int v = 0;

	if (s->n < n)
		return -1;
	for (unsigned i = 0; i < n; i++) {
		if (s->p[i] < '0' || s->p[i] > '9')
			return -1;
		v = v * 10 + (s->p[i] - '0');
	}
	*s = (slice){s->p + n, s->n - n};
	return v;
}

/* "20250709065832Z", "20250709135832+07'00'" as civil time of Vietnam; CMIN_NONE. */
static cmin when(slice s, int year)
{
	int mo = figures(&s, 2), d = figures(&s, 2), h = figures(&s, 2), mi = figures(&s, 2);
	int zone = 0;

	if (year < 1990 || mo < 1 || d < 1 || !civil_exists(year, mo, d) || h < 0 || h > 23 ||
	    mi < 0 || mi > 59)
		return CMIN_NONE;
	(void)figures(&s, 2);
	if (s.n >= 3 && (s.p[0] == '+' || s.p[0] == '-')) {
		bool west = s.p[0] == '-';

		s = (slice){s.p + 1, s.n - 1};
		zone = figures(&s, 2) * 60;
		if (s.n > 0 && s.p[0] == '\'')
			s = (slice){s.p + 1, s.n - 1};
		zone += s.n >= 2 ? figures(&s, 2) : 0;
		zone = west ? -zone : zone;
	}
	return civil_minutes((civil){year, (int8_t)mo, (int8_t)d, (int8_t)h, (int8_t)mi}) - zone +
	       VIETNAM;
}

static slice written(cmin at, arena *a)
{
	civil c;

	if (at == CMIN_NONE)
		return (slice){NULL, 0};
	c = civil_of_minutes(at);
	return arena_printf(a, "%04d-%02d-%02dT%02d:%02d", c.y, c.mo, c.d, c.h, c.mi);
}

static cmin time_of(slice attributes)
{
	static const slice signing_time = S("\x2a\x86\x48\x86\xf7\x0d\x01\x09\x05");
	der one, oid, set, t;

	while (next_is(&attributes, TAG_SEQUENCE, &one)) {
		int year;

		if (!next_is(&one.in, TAG_OID, &oid) || !slice_eq(oid.in, signing_time) ||
		    !next_is(&one.in, TAG_SET, &set) || !next(&set.in, &t))
			continue;
		if (t.tag == TAG_UTC_TIME) {
			year = figures(&t.in, 2);
			year += year < 0 ? 0 : year < 50 ? 2000 : 1900;
		} else {
			year = t.tag == TAG_GENERAL_TIME ? figures(&t.in, 4) : -1;
		}
		return when(t.in, year);
	}
	return CMIN_NONE;
}

/* Of a PKCS #7 message: its first signer. */
static bool read_message(slice s, arena *a, slice *ret_name, cmin *ret_time)
{
	der v, in, signer, who, issuer, serial;
	slice certs = {"", 0};

	if (!next_is(&s, TAG_SEQUENCE, &in) || !next_is(&in.in, TAG_OID, &v) ||
	    !next_is(&in.in, TAG_FIRST, &v) || !next_is(&v.in, TAG_SEQUENCE, &in) ||
	    !next_is(&in.in, TAG_INTEGER, &v) || !next_is(&in.in, TAG_SET, &v) ||
	    !next_is(&in.in, TAG_SEQUENCE, &v))
		return false;
	while (next(&in.in, &v) && v.tag != TAG_SET)
		if (v.tag == TAG_FIRST)
			certs = v.in;
	if (v.tag != TAG_SET || !next_is(&v.in, TAG_SEQUENCE, &signer) ||
	    !next_is(&signer.in, TAG_INTEGER, &v) || !next_is(&signer.in, TAG_SEQUENCE, &who) ||
	    !next_is(&who.in, TAG_SEQUENCE, &issuer) || !next_is(&who.in, TAG_INTEGER, &serial) ||
	    !next(&signer.in, &v))
		return false;
	*ret_name = name_of(certs, issuer.all, serial.in, a);
	if (next(&signer.in, &v) && v.tag == TAG_FIRST)
		*ret_time = time_of(v.in);
	return true;
}

static bool number(slice *s, size_t *ret)
{
	size_t v = 0;

	*s = slice_trim(*s);
	if (s->n == 0 || s->p[0] < '0' || s->p[0] > '9')
		return false;
	while (s->n > 0 && s->p[0] >= '0' && s->p[0] <= '9' && v < NUMBER_MAX) {
		v = v * 10 + (size_t)(s->p[0] - '0');
		*s = (slice){s->p + 1, s->n - 1};
	}
	*ret = v;
	return true;
}

/* "[0 412120 428506 2589]" after /ByteRange: what lies between. */
static slice gap_of(slice pdf, slice after)
{
	size_t from, n, to;

	after = slice_trim(after);
	if (after.n == 0 || after.p[0] != '[')
		return (slice){"", 0};
	after = (slice){after.p + 1, after.n - 1};
	if (!number(&after, &from) || !number(&after, &n) || !number(&after, &to) ||
	    from + n >= to || to > pdf.n || to - from - n > LIMIT_PDF_SIGNATURE ||
	    pdf.p[from + n] != '<')
		return (slice){"", 0};
	return (slice){pdf.p + from + n, to - from - n};
}

/* The time that the file says beside the signature. */
static cmin time_beside(slice pdf, size_t at)
{
	size_t from = at > NEAR ? at - NEAR : 0;
	slice near = {pdf.p + from, pdf.n - from < 2 * NEAR ? pdf.n - from : 2 * NEAR};

	for (size_t i = 0; i + 2 < near.n; i++) {
		slice s = {near.p + i + 2, near.n - i - 2};

		if (near.p[i] != '/' || near.p[i + 1] != 'M')
			continue;
		s = slice_trim(s);
		if (slice_starts(s, S("(D:"))) {
			int year;

			s = (slice){s.p + 3, s.n - 3};
			year = figures(&s, 4);
			return when(s, year);
		}
	}
	return CMIN_NONE;
}

/* When it was signed: as the message says, else the file. Some programs write the time of
 * Vietnam into the message as if it were UTC: then the file, which names its zone, is seven hours
 * before it. */
static cmin signed_at(cmin message, slice pdf, size_t mark, slice gap)
{
	cmin file = time_beside(pdf, mark);

	if (file == CMIN_NONE)
		file = time_beside(pdf, (size_t)(gap.p - pdf.p) + gap.n);
	return message == CMIN_NONE || (file != CMIN_NONE && message - file == VIETNAM) ? file
	                                                                                : message;
}

/* Is it text that may be shown? */
static bool fine(slice s)
{
	if (s.n == 0 || s.n > 2 * NAME_MAX || utf8_invalid_at(s) != s.n)
		return false;
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] < ' ')
			return false;
	return true;
}

void pdf_signers(slice pdf, arena *a, rawdoc *doc)
{
	static const slice mark = S("/ByteRange");
	slice rest = pdf;
	const char *p;

	for (unsigned n = 0; n < LIMIT_PDF_SIGNERS; n++) {
		slice name = {NULL, 0}, gap;
		cmin time = CMIN_NONE;

		p = slice_find(rest, mark);
		if (p == NULL)
			return;
		rest = (slice){p + mark.n, (size_t)(pdf.p + pdf.n - p) - mark.n};
		gap = gap_of(pdf, rest);
		if (gap.n == 0 || !read_message(from_hex(gap, a), a, &name, &time) || !fine(name))
			continue;
		time = signed_at(time, pdf, (size_t)(p - pdf.p), gap);
		*VEC_PUSH(a, &doc->lines) = (rawline){.text = slice_trim(name),
		                                      .marker = written(time, a),
		                                      .table = -1,
		                                      .row = -1,
		                                      .column = -1,
		                                      .flags = RAW_SIGNER};
	}
}
