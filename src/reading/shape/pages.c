/*
 * pages.c - take away what belongs to the page and not to the text.
 *
 * A page number is believed only where a page can end: at a form feed, or further in
 * sequence after as many pages' worth of text. A footnote is lifted out whole, so
 * that the sentence it stood in can be joined again.
 */
#include "reading/shape/edge.h"

enum {
	PAGE_BYTES_MIN = 700, /* less text than this is no page */
	LINE_MIN = 30,        /* characters: a line so short was not wrapped */
	NUMBER_INDENT = 15,   /* a number further right than this is centred */
	NOTE_LINES_MAX = 40,
	NOTE_DEEPER = 3, /* characters: so much further in begins a paragraph of the body */
	HEAD_REPEATS = 3,
	PROBES_MAX = 32, /* hostile lines shall not make the table slow */
	NOTE_NUMBER_MAX = 99,
};

/* "2", "- 2 -", "2/5", "Trang 2", "Trang 2/5". */
static bool page_number(slice s, uint32_t *ret_num)
{
	size_t i = 0, from;
	uint32_t n = 0;
	bool dashed = s.n > 2 && s.p[0] == '-';

	if (s.n > 16)
		return false;
	if (letters_start(s, S("trang")))
		i = 5;
	while (i < s.n && (s.p[i] == ' ' || s.p[i] == '-'))
		i++;
	from = i;
	while (i < s.n && letter_digit(s.p[i]) && i - from < 4)
		n = n * 10 + (uint32_t)(s.p[i++] - '0');
	if (i == from)
		return false;
	if (i < s.n && s.p[i] == '/' && !dashed) {
		i++;
		while (i < s.n && letter_digit(s.p[i]))
			i++;
	}
	while (i < s.n && (s.p[i] == ' ' || (s.p[i] == '-' && dashed)))
		i++;
	*ret_num = n;
	return i == s.n;
}

/* Does the sentence of the line before i go on behind i? */
static bool is_torn(const shaper *sh, uint32_t i)
{
	const sline *before = &sh->lines.p[i - (i > 0)], *next = before + 2;

	return i > 0 && i + 1 < sh->lines.n && before->width >= LINE_MIN &&
	       edge_of(before).end <= END_COMMA && edge_of(next).marker == 0 &&
	       letters_first(next->text) == LETTER_LOWER;
}

/* May page `num` end here, `text` bytes behind where page `last` did (0: no page did)? A program
 * that read a picture loses a number here and there. */
static bool may_follow(uint32_t num, uint32_t last, size_t text)
{
	if (text < PAGE_BYTES_MIN)
		return false;
	return last == 0 ? num <= 3 : num > last && num - last <= text / PAGE_BYTES_MIN;
}

static void drop_numbers(shaper *sh)
{
	uint32_t last = 0, num;
	size_t text = 0;

	for (uint32_t i = 0; i < sh->lines.n; i++) {
		sline *l = &sh->lines.p[i];
		sline *next = i + 1 < sh->lines.n ? l + 1 : NULL;
		bool border, alone, follows;

		if (l->flags & (LN_WHOLE | LN_NOTE) || l->table >= 0 ||
		    !page_number(l->text, &num)) {
			text = l->flags & LN_PAGE ? l->text.n : text + l->text.n;
			continue;
		}
		border = (l->flags & LN_PAGE) != 0 || (next != NULL && next->flags & LN_PAGE);
		alone = l->indent >= NUMBER_INDENT || l->text.p[0] == '-' || l->text.p[0] == 'T' ||
		        (l->blanks > 0 && (next == NULL || next->blanks > 0));
		follows = may_follow(num, last, text);
		if (!border && !(follows && (alone || is_torn(sh, i))))
			continue;
		l->flags |= LN_DROP;
		last = num;
		text = 0;
		if (next != NULL) {
			next->flags |= LN_PAGE;
			next->blanks = next->blanks > l->blanks ? next->blanks : l->blanks;
		}
	}
}

/* The line's words with every figure the same. */
static uint64_t head_hash(slice s)
{
	uint64_t h = 0xcbf29ce484222325u;

	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (letter_digit(s.p[i]) ? '0' : (unsigned char)s.p[i])) * 0x100000001b3u;
	return h | 1;
}

/* Is line i the first or the last of a page? */
static bool at_edge(const shaper *sh, uint32_t i)
{
	const sline *l = &sh->lines.p[i];

	if (l->flags & (LN_DROP | LN_WHOLE) || l->width > 120 || l->table >= 0)
		return false;
	return (i > 0 && l->flags & LN_PAGE) || (i + 1 < sh->lines.n && l[1].flags & LN_PAGE);
}

/* A line that stands at the edge of three pages or more is a running head. */
static void drop_heads(shaper *sh)
{
	struct seen {
		uint64_t hash;
		uint32_t times;
	} *seen;
	uint32_t n = 0, size = 16;

	for (uint32_t i = 0; i < sh->lines.n; i++)
		n += at_edge(sh, i);
	if (n < HEAD_REPEATS)
		return;
	while (size < 2 * n)
		size *= 2;
	seen = arena_array(sh->a, struct seen, size);
	for (int pass = 0; pass < 2; pass++) {
		for (uint32_t i = 0; i < sh->lines.n; i++) {
			sline *l = &sh->lines.p[i];
			unsigned tries = 0;
			uint64_t h;
			uint32_t k;

			if (!at_edge(sh, i))
				continue;
			h = head_hash(l->text);
			k = (uint32_t)(h >> 20) & (size - 1);
			while (seen[k].hash != 0 && seen[k].hash != h && tries++ < PROBES_MAX)
				k = (k + 1) & (size - 1);
			if (seen[k].hash != 0 && seen[k].hash != h)
				continue;
			seen[k].hash = h;
			if (pass == 0)
				seen[k].times++;
			else if (seen[k].times >= HEAD_REPEATS &&
			         sh->lines.n >=
			                 2 * seen[k].times) /* a page is more than its head */
				l->flags |= LN_DROP;
		}
	}
	for (uint32_t i = 0; i + 1 < sh->lines.n; i++)
		if (sh->lines.p[i].flags & LN_DROP)
			sh->lines.p[i + 1].flags |= LN_PAGE;
}

/* The number written in superscript figures at p, and its bytes. */
static size_t superscript(slice s, size_t at, uint32_t *ret_num)
{
	size_t i = at;
	uint32_t n = 0;
	unsigned len;

	while (i < s.n && i - at < 9) {
		uint32_t cp = utf8_next((const unsigned char *)s.p + i, &len);
		uint32_t d = letter_raised(cp);

		if (d == LETTER_RAISED_NONE)
			break;
		n = n * 10 + d;
		i += len;
	}
	*ret_num = n;
	return i - at;
}

enum note_form { NOTE_NONE, NOTE_SUPERSCRIPT, NOTE_BRACKET, NOTE_BARE };

static size_t digits(slice s, size_t at, uint32_t *ret_num)
{
	size_t i = at;

	*ret_num = 0;
	while (i < s.n && letter_digit(s.p[i]) && i - at < 3)
		*ret_num = *ret_num * 10 + (uint32_t)(s.p[i++] - '0');
	return i - at;
}

/* How a line could begin a footnote: its form, number and mark. */
static enum note_form note_form_of(slice s, uint32_t *ret_num, size_t *ret_len)
{
	size_t n, at;

	if (s.p[0] != '[' && !letter_digit(s.p[0]) && (unsigned char)s.p[0] < 0x80)
		return NOTE_NONE; /* nearly every line */
	n = superscript(s, 0, ret_num);
	*ret_len = n;
	if (n > 0)
		return n < s.n ? NOTE_SUPERSCRIPT : NOTE_NONE;
	if (s.n > 4 && s.p[0] == '[') {
		n = digits(s, 1, ret_num);
		*ret_len = n + 2;
		return n > 0 && n + 2 < s.n && s.p[n + 1] == ']' ? NOTE_BRACKET : NOTE_NONE;
	}
	n = digits(s, 0, ret_num);
	if (n == 0 || n > 2 || n + 3 >= s.n || *ret_num == 0)
		return NOTE_NONE;
	*ret_len = n;
	at = n + (s.p[n] == ' ');
	return letters_first((slice){s.p + at, s.n - at}) == LETTER_UPPER ? NOTE_BARE : NOTE_NONE;
}

/* Marks of notes that the text holds, by their numbers. */
typedef struct marks {
	bool seen[NOTE_NUMBER_MAX + 1];
	uint32_t line[NOTE_NUMBER_MAX + 1]; /* counted from 1: where it stands as plain figures, */
	uint32_t at[NOTE_NUMBER_MAX + 1]; /* the byte, */
	uint8_t len[NOTE_NUMBER_MAX + 1]; /* and how many of them */
} marks;

/* Note which numbers stand glued to a word of a line ("khoáng sản1.", "xã[2]"). */
static void note_marks(slice s, uint32_t line, marks *m)
{
	for (size_t i = line_next_figure(s, 2); i < s.n; i = line_next_figure(s, i + 1)) {
		size_t from = i, n;
		uint32_t num;
		unsigned char b = (unsigned char)s.p[i - 1];
		bool bracket = s.p[i] == '[';

		n = digits(s, bracket ? i + 1 : i, &num);
		i += n;
		if (n == 0 || num > NOTE_NUMBER_MAX || letter_digit((char)b))
			continue;
		if (bracket && i + 1 < s.n && s.p[i + 1] == ']')
			m->seen[num] = true;
		/* a word's end before it, and nothing that makes it a number after it */
		if (!bracket &&
		    (b >= 0x80 || ((b | 0x20) >= 'a' && (b | 0x20) <= 'z') || b == ')' ||
		     b == '"') &&
		    (unsigned char)s.p[from - 2] != ' ' && slice_trim(s).n > 3 &&
		    (i >= s.n || s.p[i] == ' ' || s.p[i] == ';' || s.p[i] == ':' || s.p[i] == ',' ||
		     s.p[i] == '.') &&
		    !(i + 1 < s.n && letter_digit(s.p[i + 1])) &&
		    memcmp(s.p + from - 2, "km", 2) != 0) {
			m->seen[num] = true;
			if (b < 'A' || b > 'Z') { /* "QH15" is no word */
				m->line[num] = line + 1;
				m->at[num] = (uint32_t)from;
				m->len[num] = (uint8_t)n;
			}
		}
	}
}

/* The same of numbers in raised figures ("khoáng sản¹"). */
static void note_raised(slice s, marks *m)
{
	for (size_t i = line_next_sign(s, 1); i < s.n; i = line_next_sign(s, i + 1)) {
		uint32_t num;
		size_t n = superscript(s, i, &num);

		if (n > 0 && num <= NOTE_NUMBER_MAX)
			m->seen[num] = true;
		i += n > 0 ? n - 1 : 0;
	}
}

/* Plain text lost how the mark was set: its figures become raised ones again, as other files
 * have them, and are no part of the word. */
static void mark_raise(shaper *sh, marks *m, uint32_t num)
{
	static const slice raised[] = {S("⁰"), S("¹"), S("²"), S("³"), S("⁴"),
	                               S("⁵"), S("⁶"), S("⁷"), S("⁸"), S("⁹")};
	sline *l;
	copier c;
	slice s;
	size_t at = m->at[num], end = at + m->len[num];

	if (m->line[num] == 0)
		return;
	l = &sh->lines.p[m->line[num] - 1];
	s = l->text;
	c = copier_begin(sh, s.n + 2 * (end - at));
	copier_run(&c, l, (slice){s.p, at});
	for (size_t i = at; i < end; i++)
		copier_put(&c, l, s.p + i, raised[s.p[i] - '0']);
	copier_run(&c, l, (slice){s.p + end, s.n - end});
	copier_end(&c, l);
	for (uint32_t k = 0; k <= NOTE_NUMBER_MAX; k++) /* others behind it in this line */
		if (m->line[k] == m->line[num] && m->at[k] > at)
			m->at[k] += (uint32_t)(l->text.n - s.n);
	m->line[num] = 0;
}

/* A scan shows a raised figure as a tick or star glued to a word, which nobody writes. */
static bool note_ticked(slice s)
{
	for (size_t i = 2; i + 1 < s.n; i++)
		if ((s.p[i] == '\'' || s.p[i] == '*') &&
		    (s.p[i + 1] == ' ' || s.p[i + 1] == ',' || s.p[i + 1] == ';' ||
		     s.p[i + 1] == '.') &&
		    (s.p[i - 1] & 0x80 || (s.p[i - 1] >= 'a' && s.p[i - 1] <= 'z')))
			return true;
	return false;
}

/* "II. Nhiệm vụ": a part of the body, which no note has. */
static bool is_part(slice s)
{
	size_t n = 0;

	while (n < s.n && (s.p[n] == 'I' || s.p[n] == 'V' || s.p[n] == 'X'))
		n++;
	return n > 0 && n + 2 < s.n && s.p[n] == '.' && s.p[n + 1] == ' ';
}

/* Does line k, after the note that begins at i, belong to it no more: another note, or, once a
 * sentence has ended, a paragraph of the body, set as deep as the note's own first line? A note of
 * two paragraphs is cut so; taking the duties below it for a note would lose them. */
static bool note_ends(const shaper *sh, uint32_t i, uint32_t k)
{
	const sline *l = &sh->lines.p[k];
	slice above = slice_trim(sh->lines.p[k - 1].text);
	uint32_t num, deep = sh->lines.p[i].indent;
	size_t len;

	if (note_form_of(l->text, &num, &len) != NOTE_NONE && num <= NOTE_NUMBER_MAX)
		return true;
	if (above.n == 0 || memchr(".;:", above.p[above.n - 1], 3) == NULL)
		return false;
	/* "b) Vận động Nhân dân" behind a blank line: the next item of the body */
	return l->indent >= (deep < NOTE_DEEPER ? deep + NOTE_DEEPER : deep) || is_part(l->text) ||
	       (l->blanks > 0 && marker_length(l->text, &num) > 0);
}

/* Lines of the footnote that starts at i: to the end of its page if one is
 * near, else to the next blank line. */
static uint32_t note_end(const shaper *sh, uint32_t i)
{
	uint32_t end = i + 1, foot = i + 1;

	while (foot < sh->lines.n && foot <= i + NOTE_LINES_MAX &&
	       !(sh->lines.p[foot].flags & (LN_PAGE | LN_DROP)))
		foot++;
	if (foot < sh->lines.n && foot <= i + NOTE_LINES_MAX) {
		while (end < foot && !note_ends(sh, i, end))
			end++;
		return end;
	}
	while (end < sh->lines.n && end < i + NOTE_LINES_MAX && sh->lines.p[end].blanks == 0 &&
	       !note_ends(sh, i, end))
		end++;
	return end;
}

static void lift(shaper *sh, uint32_t from, uint32_t end)
{
	for (uint32_t i = from; i < end; i++) {
		sline *l = &sh->lines.p[i];
		sline *note;

		if (l->flags & LN_DROP)
			continue;
		note = VEC_PUSH(sh->a, &sh->notes);
		*note = *l;
		note->flags |= i == from ? LN_NOTE : LN_NOTE_MORE;
		l->flags |= LN_DROP;
	}
	if (end < sh->lines.n)
		sh->lines.p[end].flags |= LN_PAGE;
}

/* Is the next number's note near, and its mark seen? Then this one's mark was only
 * misread ("QH15¹" came as QH151). */
static bool note_follows(const shaper *sh, uint32_t i, uint32_t num, const marks *m)
{
	uint32_t n;
	size_t len;

	for (uint32_t k = i + 1; k < sh->lines.n && k <= i + 6 && num < NOTE_NUMBER_MAX; k++)
		if (note_form_of(sh->lines.p[k].text, &n, &len) == NOTE_BARE && n == num + 1)
			return m->seen[n];
	return false;
}

/* Do lines i.. stand at the foot of a page within a sentence: the line above breaks off,
 * a page number is near below, and the sentence goes on after it? Then they are a note
 * whose mark in the text was lost. */
static bool note_between(const shaper *sh, uint32_t i)
{
	uint32_t k = i + 1;
	slice above = i > 0 ? slice_trim(sh->lines.p[i - 1].text) : (slice){0};

	if (above.n == 0 || sh->lines.p[i - 1].flags & LN_DROP ||
	    memchr(".;:!?", above.p[above.n - 1], 5) != NULL)
		return false;
	while (k < sh->lines.n && k < i + 4 && !(sh->lines.p[k].flags & LN_DROP))
		k++;
	if (k >= sh->lines.n || !(sh->lines.p[k].flags & LN_DROP))
		return false;
	while (k < sh->lines.n && (sh->lines.p[k].flags & LN_DROP))
		k++;
	return k < sh->lines.n && letters_first(sh->lines.p[k].text) == LETTER_LOWER;
}

static void lift_notes(shaper *sh)
{
	marks m = {.seen = {false}};
	uint32_t scanned = 0, last = 0, num;
	size_t len;

	for (uint32_t i = 0; i < sh->lines.n; i++) {
		const sline *l = &sh->lines.p[i];
		enum note_form form = NOTE_NONE;
		uint32_t end;

		if (l->flags & LN_DROP || l->table >= 0)
			continue;
		if (l->flags & LN_NOTE) {
			lift(sh, i, i + 1);
			continue;
		}
		if (l->flags & LN_WHOLE)
			continue;
		form = note_form_of(l->text, &num, &len);
		if (form == NOTE_NONE || num > NOTE_NUMBER_MAX ||
		    (form == NOTE_BARE && num != last + 1))
			continue;
		for (; scanned < i && form != NOTE_SUPERSCRIPT; scanned++) {
			if (sh->in->ocr && last < NOTE_NUMBER_MAX &&
			    note_ticked(sh->lines.p[scanned].text))
				m.seen[last + 1] = true;
			note_marks(sh->lines.p[scanned].text, scanned, &m);
			note_raised(sh->lines.p[scanned].text, &m);
		}
		if (form == NOTE_BRACKET && !m.seen[num])
			continue;
		if (form == NOTE_BARE && !m.seen[num] && !note_follows(sh, i, num, &m) &&
		    !note_between(sh, i))
			continue;
		if (form == NOTE_BARE)
			mark_raise(sh, &m, num);
		last = num;
		end = note_end(sh, i);
		lift(sh, i, end);
		i = end - 1;
	}
}

static void compact(shaper *sh)
{
	uint32_t n = 0;
	uint16_t torn = 0;

	for (uint32_t i = 0; i < sh->lines.n; i++) {
		sline *l = &sh->lines.p[i];

		torn |= l->flags & LN_PAGE;
		if (l->flags & LN_DROP)
			continue;
		if (n != i)
			sh->lines.p[n] = *l;
		if (torn != 0)
			sh->lines.p[n].flags |= torn;
		n++;
		torn = 0;
	}
	sh->lines.n = n;
}

void pages_find(shaper *sh)
{
	drop_numbers(sh);
	drop_heads(sh);
	lift_notes(sh);
	compact(sh);
}
