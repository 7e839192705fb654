/*
 * docx_lines.c - a paragraph of a Word file becomes a line, or several.
 *
 * A break inside a paragraph is sometimes the end of a line of a list and
 * sometimes only where the typist's line was full: it is judged by what stands at
 * both sides. Text boxes wait until the paragraph they hang on has ended. It must
 * never join two paragraphs: that is the shaper's.
 */
#include "base/utf8.h"
#include "reading/extract/docx_priv.h"

enum {
	LAYOUT_ROWS = 14,  /* a header or signature is no longer */
	LAYOUT_COLUMNS = 5,
	LAYOUT_LINES = 90,
	COLUMN_BYTES = 260, /* of a line whose tabs may part columns */
	TAIL_BYTES = 200,
	LEFT_BYTES = 7,     /* what stands left of such a tab, at least: no list marker */
};

size_t docx_superscript(uint32_t n, char *out)
{
	static const uint32_t figures[] = {0x2070, 0xb9,   0xb2,   0xb3,   0x2074,
	                                   0x2075, 0x2076, 0x2077, 0x2078, 0x2079};
	uint32_t digits[10];
	unsigned k = 0;
	size_t len = 0;

	do
		digits[k++] = figures[n % 10];
	while ((n /= 10) > 0);
	while (k > 0)
		len += utf8_put(digits[--k], out + len);
	return len;
}

void docx_para_begin(docx *d)
{
	para *p = &d->paras[d->box];
	size_t from = d->streams[d->box].n;
	bool going_on = p->merge && p->open;

	if (p->open && !p->merge)
		docx_para_end(d);
	if (going_on) {
		p->merge = false;
		return;
	}
	*p = (para){.open = true,
	            .from = from,
	            .style = d->styles.usual,
	            .num = -1,
	            .level = -1,
	            .align = -1,
	            .outline = -1,
	            .set = docx_set_none(),
	            .bold = true,
	            .italic = true};
}

static int8_t first_said(int8_t a, int8_t b, int8_t c)
{
	return a >= 0 ? a : b >= 0 ? b : c;
}

/* The run's first visible words: what they look like, and where they came from. */
static void run_note(docx *d)
{
	const stream *st = &d->streams[d->box];
	para *p = &d->paras[d->box];
	const style *own = styles_get(&d->styles, d->run.style);
	const style *all = styles_get(&d->styles, p->style);

	d->run.noted = true;
	d->run.bold = first_said(d->run.bold, own->bold, all->bold) > 0;
	d->run.italic = first_said(d->run.italic, own->italic, all->italic) > 0;
	d->run.hidden = first_said(d->run.hidden, own->hidden, all->hidden) > 0;
	if (!d->run.hidden)
		*VEC_PUSH(d->a, &d->out->origins) = (raworigin){.at = st->base + (uint32_t)st->n,
		                                                .part = d->part,
		                                                .place = d->runs,
		                                                .look = docx_look(d, own, all)};
}

static bool hidden(docx *d)
{
	uint64_t all = ((uint64_t)1 << d->fields) - 1;

	if (!d->paras[d->box].open || (d->field_shows & all) != all)
		return true;
	if (d->run.open && !d->run.noted)
		run_note(d);
	return d->run.open && d->run.hidden > 0;
}

static bool has_letters(slice s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] > ' ')
			return true;
	return false;
}

void docx_put(docx *d, slice s)
{
	stream *st = &d->streams[d->box];
	para *p = &d->paras[d->box];

	if (s.n == 0 || hidden(d) || s.n > st->cap - st->n)
		return;
	slice_copy(st->p + st->n, s);
	for (size_t i = 0; i < s.n; i++)
		if (st->p[st->n + i] == '\n' || st->p[st->n + i] == '\r')
			st->p[st->n + i] = ' '; /* the XML's own, no break */
	st->n += s.n;
	if (has_letters(s)) {
		p->bold &= d->run.open && d->run.bold > 0;
		p->italic &= d->run.open && d->run.italic > 0;
		p->said = true;
	}
}

void docx_put_char(docx *d, uint32_t cp)
{
	stream *st = &d->streams[d->box];

	if (hidden(d) || st->cap - st->n < 4)
		return;
	st->n += utf8_put(cp, st->p + st->n);
}

static slice trimmed(slice s)
{
	for (;;) {
		s = slice_trim(s);
		if (slice_starts(s, S("\xc2\xa0")))
			s = (slice){s.p + 2, s.n - 2};
		else if (s.n >= 2 && memcmp(s.p + s.n - 2, "\xc2\xa0", 2) == 0)
			s.n -= 2;
		else
			return s;
	}
}

enum letter { LETTER_NONE, LETTER_SMALL, LETTER_BIG };

/* Case of one code point, as far as Vietnamese needs it: in its blocks small and
 * capital letters alternate. */
static enum letter case_of(uint32_t cp)
{
	if ((cp >= 'a' && cp <= 'z') || (cp >= 0xdf && cp <= 0xff && cp != 0xf7))
		return LETTER_SMALL;
	if ((cp >= 'A' && cp <= 'Z') || (cp >= 0xc0 && cp <= 0xde && cp != 0xd7))
		return LETTER_BIG;
	if (cp == 0x1a0 || cp == 0x1af)
		return LETTER_BIG;
	if (cp == 0x1a1 || cp == 0x1b0)
		return LETTER_SMALL;
	if ((cp >= 0x100 && cp <= 0x17f) || (cp >= 0x1ea0 && cp <= 0x1ef9))
		return cp & 1 ? LETTER_SMALL : LETTER_BIG;
	return LETTER_NONE;
}

/* The letters of s: is any small, any big? */
static void cases(slice s, bool *ret_small, bool *ret_big)
{
	unsigned len;

	*ret_small = *ret_big = false;
	for (size_t i = 0; i < s.n && !(*ret_small && *ret_big); i += len) {
		enum letter c = case_of(utf8_next((const unsigned char *)s.p + i, &len));

		*ret_small |= c == LETTER_SMALL;
		*ret_big |= c == LETTER_BIG;
	}
}

/* "- ", "+ ", "1. ", "a) ": does a list item begin? */
static bool begins_item(slice s)
{
	size_t i = 0;

	if (s.n > 1 && (s.p[0] == '-' || s.p[0] == '+' || s.p[0] == '*') && s.p[1] != '-')
		return true;
	while (i < s.n && i < 3 && s.p[i] >= '0' && s.p[i] <= '9')
		i++;
	if (i == 0 && s.n > 2 && s.p[0] >= 'a' && s.p[0] <= 'z')
		return s.p[1] == ')';
	return i > 0 && i + 1 < s.n && (s.p[i] == '.' || s.p[i] == ')') && s.p[i + 1] == ' ';
}

/* The last words of s: what went before has been looked at already. */
static slice tail_of(slice s)
{
	if (s.n > TAIL_BYTES)
		s = (slice){s.p + s.n - TAIL_BYTES, TAIL_BYTES};
	while (s.n > 0 && ((unsigned char)s.p[0] & 0xc0) == 0x80)
		s = (slice){s.p + 1, s.n - 1};
	return s;
}

/* Is the break between these two the end of a line of its own? */
static bool break_parts(slice before, slice after)
{
	unsigned len;
	bool small, big, next_small, next_big;
	char z;

	if (before.n == 0 || after.n == 0 || begins_item(after))
		return true;
	z = before.p[before.n - 1];
	if (z == '.' || z == ';' || z == ':' || z == '!' || z == '?')
		return true;
	cases(tail_of(before), &small, &big);
	cases(after, &next_small, &next_big);
	if (big && next_big && small != next_small)
		return true; /* capitals on one side alone */
	if (z == ',' || z == '-' || z == '/' || z == '(')
		return false;
	return case_of(utf8_next((const unsigned char *)after.p, &len)) == LETTER_BIG;
}

/* Do tabs part the line into the columns of a header or a signature? Then the
 * shaper must be free to cut it. */
static bool tabs_part(slice s)
{
	const char *tab = s.n <= COLUMN_BYTES ? memchr(s.p, '\t', s.n) : NULL;
	const char *gap = NULL;

	for (size_t i = 0; tab == NULL && s.n <= COLUMN_BYTES && i + 4 < s.n; i++)
		if (memcmp(s.p + i, "    ", 4) == 0) {
			gap = s.p + i;
			break;
		}
	tab = tab != NULL ? tab : gap;
	return tab != NULL && tab - s.p >= LEFT_BYTES;
}

static void push_line(docx *d, const para *p, const style *st, slice s, slice marker)
{
	const table *t = d->depth > 0 ? &d->tables[d->depth - 1] : NULL;
	const stream *from = &d->streams[d->box];
	int8_t outline = p->outline >= 0 ? p->outline : st->outline;
	rawline *l = VEC_PUSH(d->a, docx_lines(d));

	*l = (rawline){.text = s,
	               .marker = marker,
	               .table = -1,
	               .row = -1,
	               .column = -1,
	               .source = from->base + (uint32_t)(s.p - from->p)};
	if (t != NULL && t->row >= 0) {
		l->table = t->id;
		l->row = t->row;
		l->column = t->column;
	}
	if (!(t == NULL && marker.n == 0 && tabs_part(s)))
		l->flags |= RAW_WHOLE;
	if (p->said && p->bold)
		l->flags |= RAW_BOLD;
	if (p->said && p->italic)
		l->flags |= RAW_ITALIC;
	if (first_said(p->align, st->align, ALIGN_LEFT) == ALIGN_CENTRE)
		l->flags |= RAW_CENTRED;
	if (outline >= 0 && outline < 9)
		l->flags |= RAW_HEADING;
}

/* Cut at the breaks that part lines; the others become blanks. */
static void push_pieces(docx *d, const para *p, const style *st, slice all, slice marker)
{
	stream *sm = &d->streams[d->box];
	size_t from = (size_t)(all.p - sm->p), at = from, end = from + all.n;

	while (at < end) {
		char *br = memchr(sm->p + at, '\n', end - at);
		size_t stop = br == NULL ? end : (size_t)(br - sm->p), next;
		slice before = trimmed((slice){sm->p + from, stop - from}), after;
		const char *br2;

		if (br == NULL) {
			if (before.n > 0)
				push_line(d, p, st, before, marker);
			return;
		}
		br2 = memchr(br + 1, '\n', end - stop - 1);
		next = br2 == NULL ? end : (size_t)(br2 - sm->p);
		after = trimmed((slice){br + 1, next - stop - 1});
		at = stop + 1;
		if (after.n == 0 || !break_parts(before, after)) {
			*br = ' ';
			continue;
		}
		if (before.n > 0) {
			push_line(d, p, st, before, marker);
			marker = (slice){NULL, 0};
		}
		from = at;
	}
	all = trimmed((slice){sm->p + from, end - from});
	if (all.n > 0)
		push_line(d, p, st, all, marker);
}

/* A paragraph of a note: its words go on behind the note's. */
static void push_note(docx *d, slice s)
{
	stream *st = &d->streams[0];
	note *n = d->notes.n > 0 ? &d->notes.p[d->notes.n - 1] : NULL;

	if (n == NULL || s.n == 0)
		return;
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == '\n')
			st->p[(size_t)(s.p - st->p) + i] = ' ';
	if (n->text.n == 0) {
		n->text = s;
		n->source = st->base + (uint32_t)(s.p - st->p);
	} else {
		char *end = (char *)st->p + (n->text.p - st->p) + n->text.n;

		memset(end, ' ', (size_t)(s.p - end)); /* what was trimmed in between */
		n->text.n = (size_t)(s.p + s.n - n->text.p);
	}
}

static void boxes_flush(docx *d)
{
	for (uint32_t i = 0; i < d->waiting.n; i++)
		*VEC_PUSH(d->a, &d->lines) = d->waiting.p[i];
	d->waiting.n = 0;
}

void docx_para_end(docx *d)
{
	para *p = &d->paras[d->box];
	stream *st = &d->streams[d->box];
	const style *look;
	slice s, marker = {NULL, 0};
	int32_t num, level;

	if (!p->open || p->merge)
		return;
	p->open = false;
	look = styles_get(&d->styles, p->style);
	s = trimmed((slice){st->p + p->from, st->n - p->from});
	if (st->n < st->cap)
		st->p[st->n++] = ' '; /* paragraphs do not touch */
	docx_section_close(d);
	if (d->noting) {
		push_note(d, s);
		return;
	}
	num = p->num >= 0 ? p->num : look->num;
	level = p->level >= 0 ? p->level : p->num >= 0 ? 0 : look->level;
	if (num > 0)
		marker = numbers_next(d->numbers, &d->styles, num, level, look->id);
	if (s.n == 0 && marker.n > 0 && d->depth > 0) {
		s = marker; /* a column that only counts the rows */
		marker = (slice){NULL, 0};
		if (s.n <= st->cap - st->n) {
			slice_copy(st->p + st->n, s);
			s.p = st->p + st->n;
			st->n += s.n;
		}
	}
	if (s.n > 0)
		push_pieces(d, p, look, s, marker);
	if (d->box == 0)
		boxes_flush(d);
}

static bool any_starts(slice s, const slice *heads, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (slice_starts(s, heads[i]))
			return true;
	return false;
}

/* Is the table only there to set a header or a signature in columns? */
static bool is_layout(const rawlines *lines, const table *t)
{
	static const slice sure[] = {
		S("CỘNG HÒA X"), S("CỘNG HOÀ X"),    S("Cộng hòa x"),  S("Cộng hoà x"),
		S("ĐỘC LẬP"),    S("Độc lập - T"),   S("Độc lập – T"), S("Nơi nhận"),
		S("NƠI NHẬN"),   S("Nơi Nhận"),      S("Kính gửi"),    S("KÍNH GỬI"),
		S("Kính gởi"),   S("ĐẢNG CỘNG SẢN"), S("TM. "),        S("KT. "),
		S("TL. "),       S("TUQ. "),         S("T/M "),        S("Q. "),
	};

	if (t->row >= LAYOUT_ROWS || lines->n - t->first > LAYOUT_LINES)
		return false;
	for (uint32_t i = t->first; i < lines->n; i++)
		if (lines->p[i].table == t->id && lines->p[i].column >= LAYOUT_COLUMNS)
			return false;
	for (uint32_t i = t->first; i < lines->n; i++)
		if (lines->p[i].table == t->id &&
		    any_starts(lines->p[i].text, sure, ARRAY_LEN(sure)))
			return true;
	return false;
}

void docx_table_end(docx *d, const table *t)
{
	rawlines *lines = docx_lines(d);
	uint32_t n, to = 0;
	int32_t at = 0;
	rawline *sorted;

	if (t->first >= lines->n || !is_layout(lines, t))
		return;
	n = lines->n - t->first;
	sorted = arena_array(d->a, rawline, n);
	for (int32_t column = 0; column < LAYOUT_COLUMNS; column++) {
		at = 0;
		for (uint32_t i = t->first; i < lines->n; i++) {
			rawline *l = &lines->p[i];

			at = l->table == t->id ? l->column
			                       : at; /* a table inside stays in its cell */
			if (at != column)
				continue;
			sorted[to] = *l;
			if (l->table == t->id)
				sorted[to].table = sorted[to].row = sorted[to].column = -1;
			to++;
		}
	}
	memcpy(lines->p + t->first, sorted, to * sizeof *sorted);
}
