/*
 * mend.c - what a scan does to Vietnamese, undone by looking up.
 *
 * A scan loses or swaps the marks over letters: "tô chức", "GIÁY MỜI", "đên hêt". Two
 * things are sure enough to mend: a syllable that ends in a stop and has no tone does
 * not exist, and the mark that is lost over a circumflex is the acute; and two
 * syllables that differ in marks only from a pair of mend_pairs.def. It must never
 * change a letter for another, or touch a figure, but for the letters among a date's
 * figures (mend_dates.c).
 */
#include "reading/mend.h"

#include "base/utf8.h"
#include "reading/mend_priv.h"

enum {
	WORD_BYTES = 60,
};

typedef struct mender {
	arena *a;
	pairs pairs;
	char *out;
	size_t n;
} mender;

/* A line cut into words at blanks, with what stands around the letters left out. */
typedef struct bit {
	slice head, body, tail; /* punctuation, letters, punctuation and blanks */
	syllable y;
	size_t was; /* bytes of the body before it was repaired */
	bool changed;
} bit;

static bool is_mark(unsigned char c)
{
	return c < '0' || (c > '9' && c < 'A') || (c > 'Z' && c < 'a') || (c > 'z' && c < 0x80);
}

/* Signs that tesseract writes for what Vietnamese writes otherwise; each row has a Ð, a D or an ø, by which
 * mend_word() tells the words that may have one. */
static slice repaired(slice s, arena *a)
{
	static const struct {
		slice wrong, right;
	} table[] = {
		{S("Đ\u00d0"), S("Đ")},  {S("\u00d0Đ"), S("Đ")}, {S("\u00d0"), S("Đ")},
		{S("UƯBND"), S("UBND")}, {S("ƯBND"), S("UBND")}, {S("nø"), S("ng")},
	};

	for (size_t i = 0; i < ARRAY_LEN(table); i++) {
		const char *at = slice_find(s, table[i].wrong);

		if (at != NULL)
			s = arena_printf(a, "%.*s%.*s%.*s", (int)(at - s.p), s.p,
			                 (int)table[i].right.n, table[i].right.p,
			                 (int)(s.p + s.n - at - table[i].wrong.n),
			                 at + table[i].wrong.n);
	}
	return s;
}

static void body_set(bit *b, slice to)
{
	if (to.n == 0)
		return;
	b->body = to;
	b->y = mend_syllable(to);
}

static void next_bit(slice *rest, arena *a, bit *b)
{
	size_t i = 0, from, end;
	bool signs = false;

	while (i < rest->n && is_mark((unsigned char)rest->p[i]))
		i++;
	from = i;
	end = i = mend_word(*rest, i, &b->y, &signs);
	while (i < rest->n && rest->p[i] == ' ')
		i++;
	b->head = (slice){rest->p, from};
	b->body = (slice){rest->p + from, end - from};
	b->tail = (slice){rest->p + end, i - end};
	b->was = b->body.n;
	b->changed = false;
	if (signs && b->body.n <= WORD_BYTES)
		body_set(b, repaired(b->body, a));
	if (b->head.n > 0 && b->head.p[b->head.n - 1] == '/' &&
	    slice_starts(b->body, S("\u2044"))) {
		b->body = (slice){b->body.p + 3, b->body.n - 3}; /* one stroke seen twice */
		b->y = mend_syllable(b->body);
	}
	*rest = (slice){rest->p + i, rest->n - i};
}

/* Two words that are sure only beside each other; nothing stays as it is. "(b/€)" is
 * b/c, "Lưu: VI" is VT, "©, PVP" is C, PVP. */
static const struct {
	slice first, between, second, to_first, to_second;
} settled[] = {
	{S("b"), S("/"), S("€"), {0}, S("c")},
	{S("b"), S("/"), S("©"), {0}, S("c")},
	{S("b"), S("/"), S("C"), {0}, S("c")},
	{S("Lưu"), S(": "), S("VI"), {0}, S("VT")},
	{S("Lưu"), S(": "), S("VF"), {0}, S("VT")},
	{S("Lưu"), S(": "), S("VỊ"), {0}, S("VT")},
	{S("©"), S(", "), S("PVP"), S("C"), {0}},
	{S("©"), S(", "), S("PCVP"), S("C"), {0}},
	{S("G"), S(", "), S("PVP"), S("C"), {0}},
	{S("G"), S(", "), S("PCVP"), S("C"), {0}},
	{S("PHO"), S(" "), S("CHÁNH"), S("PHÓ"), {0}},
	{S("PHO"), S(" "), S("CHANH"), S("PHÓ"), {0}},
	{S("PHO"), S(" "), S("CHU"), S("PHÓ"), {0}},
	{S("PHO"), S(" "), S("CHỦ"), S("PHÓ"), {0}},
	{S("PHO"), S(" "), S("GIÁM"), S("PHÓ"), {0}},
	{S("PHO"), S(" "), S("TRƯỞNG"), S("PHÓ"), {0}},
	{S("PHO"), S(" "), S("TỔNG"), S("PHÓ"), {0}},
	{S("PHO"), S(" "), S("TONG"), S("PHÓ"), {0}},
};

/* "quý I1", "quý H": strokes that are a Roman number and no other. */
static slice strokes(slice s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] != 'I' && s.p[i] != '1' && s.p[i] != 'l' && s.p[i] != 'H')
			return (slice){0};
		n += s.p[i] == 'H' ? 2 : 1;
	}
	return n == 2 ? S("II") : n == 3 ? S("III") : (slice){0};
}

static bool is_figure(const bit *b)
{
	size_t i = 0;

	while (i < b->body.n && b->body.p[i] >= '0' && b->body.p[i] <= '9')
		i++;
	return i != 0 && i == b->body.n && b->head.n == 0;
}

static bool is_body(const bit *b, slice s)
{
	return slice_eq(b->body, s);
}

/* A pair of `settled`, if these two are one. */
static void settle_pair(bit *b, bit *after)
{
	slice between = after->head.n > 0 ? after->head : b->tail;

	for (size_t i = 0; i < ARRAY_LEN(settled); i++)
		if (is_body(b, settled[i].first) && slice_eq(between, settled[i].between) &&
		    is_body(after, settled[i].second)) {
			body_set(b, settled[i].to_first);
			body_set(after, settled[i].to_second);
			return;
		}
}

/* By the first byte of the first: few words are asked more. */
static void settle(bit *b, bit *after)
{
	switch (b->body.n > 0 ? (unsigned char)b->body.p[0] : 0) {
	case 'b':
	case 'L':
	case 'G':
	case 'P':
	case 0xc2:
		settle_pair(b, after);
		break;
	case '0':
	case '1':
	case '2': /* "17 giò 00" */
		if (b->was == 2 && is_body(after, S("giò")))
			body_set(after, S("giờ"));
		break;
	case 's': /* "Công văn so 10/CT-TTg" */
		if ((is_body(b, S("so")) || is_body(b, S("sô"))) && is_figure(after) &&
		    after->tail.n == 0)
			body_set(b, S("số"));
		break;
	case 'n': /* "trước ngày i 13/3": a speck */
		if (is_body(b, S("ngày")) && after->head.n == 0 && after->tail.n != 0 &&
		    (is_body(after, S("i")) || is_body(after, S("l"))))
			*after = (bit){.tail = after->tail, .was = 1};
		break;
	case 't': /* "thang 11 năm" */
		if (is_body(b, S("thang")) && is_figure(after) && after->body.n <= 2)
			body_set(b, S("tháng"));
		break;
	case 'q':
	case 'Q':
		if (is_body(b, S("quý")) || is_body(b, S("Quý")))
			body_set(after, strokes(after->body));
		break;
	default:
		break;
	}
}

static void put(mender *m, slice s)
{
	slice_copy(m->out + m->n, s);
	m->n += s.n;
}

static void put_bit(mender *m, const bit *b)
{
	if (!b->changed && b->body.p == b->head.p + b->head.n &&
	    b->tail.p == b->body.p + b->body.n) { /* nearly all */
		put(m, (slice){b->head.p, b->head.n + b->body.n + b->tail.n});
		return;
	}
	put(m, b->head);
	for (unsigned i = 0; b->changed && i < b->y.n; i++)
		m->n += mend_put(b->y.letters[i], m->out + m->n);
	if (!b->changed)
		put(m, b->body);
	put(m, b->tail);
}

typedef struct follow {
	rawdoc *doc;
	uint32_t origin; /* the next that is to be moved */
} follow;

/* Words that stand before `upto` in the line moved by as much as it grew. */
static void origins_move(follow *f, uint32_t upto, uint32_t shift)
{
	while (f->origin < f->doc->origins.n && f->doc->origins.p[f->origin].at < upto)
		f->doc->origins.p[f->origin++].at += shift;
}

static void keep_line(mender *m, rawline *l, follow *f)
{
	size_t start = m->n;

	origins_move(f, l->source + (uint32_t)l->text.n, (uint32_t)start - l->source);
	put(m, l->text);
	l->text = (slice){m->out + start, m->n - start};
	l->source = (uint32_t)start;
}

static void mend_line(mender *m, rawline *l, follow *f)
{
	slice rest = l->text;
	size_t start = m->n;
	uint32_t from = l->source, base = (uint32_t)start;
	bit two[2], *b = &two[0], *after = &two[1];

	origins_move(f, from, base - from);
	next_bit(&rest, m->a, b);
	for (bool more = true; more;) {
		const pair *p = NULL;
		uint32_t done = (uint32_t)(b->tail.p + b->tail.n - l->text.p), at;
		bit *last = b;

		more = rest.n > 0;
		if (more) {
			next_bit(&rest, m->a, after);
			settle(b, after);
			/* Joined by blanks alone. */
			if (b->y.n > 0 && after->y.n > 0 && b->tail.n > 0 && after->head.n == 0)
				p = mend_pair_of(&m->pairs, &b->y, &after->y);
		}
		if (p != NULL) {
			mend_take(&b->y, &p->words[0]);
			mend_take(&after->y, &p->words[1]);
			b->changed = after->changed = true;
		} else if (!b->changed && b->y.n > 0) {
			b->changed = mend_stop(&b->y);
		}
		/* Where this bit's words begin now. */
		at = from + done - (uint32_t)(b->tail.n + b->was + b->head.n);
		origins_move(f, at + 1, (uint32_t)m->n - at);
		put_bit(m, b);
		b = after;
		after = last;
	}
	l->text = (slice){m->out + start, m->n - start};
	l->source = base;
}

void mend_scan(rawdoc *doc, arena *a)
{
	mender *m = arena_room(a, sizeof *m);
	follow f = {.doc = doc};
	rawline *lines = arena_array(a, rawline, doc->lines.n + 1);
	raworigin *origins = arena_array(a, raworigin, doc->origins.n + 1);
	size_t room = 1;

	m->a = a;
	m->n = 0;
	mend_pairs(&m->pairs);
	for (uint32_t i = 0; i < doc->lines.n; i++) {
		lines[i] = doc->lines.p[i];
		room += lines[i].text.n * 2 + 1; /* a letter may grow from one byte to three */
	}
	for (uint32_t i = 0; i < doc->origins.n; i++)
		origins[i] = doc->origins.p[i];
	m->out = arena_room(a, room + room / 2);
	doc->lines.p = lines;
	doc->lines.cap = doc->lines.n;
	doc->origins.p = origins;
	doc->origins.cap = doc->origins.n;
	for (uint32_t i = 0; i < doc->lines.n; i++) {
		if (lines[i].flags & RAW_PRINTED) {
			keep_line(m, &lines[i], &f);
		} else {
			lines[i].text = mend_signs(mend_dates(lines[i].text, a), a);
			mend_line(m, &lines[i], &f);
		}
		m->out[m->n++] = ' ';
	}
}
