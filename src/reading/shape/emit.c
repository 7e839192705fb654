/*
 * emit.c - write the text, and with every byte where it came from.
 *
 * Lines are copied in runs; a mark is made only where text and source fall out
 * of step, so a plain file costs a mark or two a paragraph.
 */
#include "reading/shape/shape_priv.h"

typedef struct writer {
	shaper *sh;
	char *out;
	size_t n;
	block *open; /* the paragraph being written */
} writer;

static void mark(writer *w, uint32_t source)
{
	origin_map *map = &w->sh->r->origin;
	uint32_t at = (uint32_t)w->n;

	if (map->n > 0) {
		origin_mark *m = &map->p[map->n - 1];

		if (source - m->source == at - m->text)
			return;
		if (m->text == at) {
			m->source = source;
			return;
		}
	}
	*VEC_PUSH(w->sh->a, map) = (origin_mark){at, source};
}

static void put(writer *w, slice s)
{
	slice_copy(w->out + w->n, s);
	w->n += s.n;
}

/* Bytes of a line, with their origin. */
static void put_run(writer *w, const sline *l, slice run)
{
	uint32_t at = (uint32_t)(run.p - l->base);
	uint32_t last = l->mark0 + l->nmark;
	size_t n = w->n;

	mark(w, line_origin(w->sh, l, run.p));
	for (uint32_t i = line_mark_behind(w->sh, l, at); i < last; i++) {
		const origin_mark m = w->sh->marks.p[i];

		if (m.text >= at + run.n)
			break;
		w->n = n + (m.text - at);
		mark(w, m.source);
	}
	w->n = n;
	put(w, run);
}

/* A line's text with every run of blanks as one space. */
static void put_line(writer *w, const sline *l, slice s)
{
	if (!(l->flags & LN_GAPS)) {
		put_run(w, l, s);
		return;
	}
	for (size_t i = 0; i < s.n;) {
		size_t from = i;

		while (i < s.n && s.p[i] != '\t' &&
		       !(s.p[i] == ' ' && i + 1 < s.n && (s.p[i + 1] == ' ' || s.p[i + 1] == '\t')))
			i++;
		put_run(w, l, (slice){s.p + from, i - from});
		if (i >= s.n)
			break;
		mark(w, line_origin(w->sh, l, s.p + i));
		put(w, S(" "));
		while (i < s.n && (s.p[i] == ' ' || s.p[i] == '\t'))
			i++;
	}
}

static void close_block(writer *w)
{
	block *b = w->open;

	if (b == NULL)
		return;
	b->at.len = (uint32_t)w->n - b->at.at;
	put(w, S("\n"));
	w->open = NULL;
}

/* The marker that the source gave apart from the text. */
static slice given_marker(const writer *w, const sline *l)
{
	slice m = w->sh->in->lines.p[l->raw].marker;

	if (m.n == 0 || l->text.p != l->base || slice_starts(l->text, m))
		return (slice){NULL, 0};
	return m;
}

/* `marker`: bytes of the list marker that the line begins with. */
static void open_block(writer *w, const sline *l, size_t marker, bool note)
{
	const rawline *raw = &w->sh->in->lines.p[l->raw];
	block *b = VEC_PUSH(w->sh->a, &w->sh->r->blocks);
	slice given = given_marker(w, l);
	slice s = l->text;
	size_t n = given.n;

	*b = (block){
		.kind = l->table >= 0 ? BLOCK_CELL : BLOCK_PARAGRAPH,
		.bold = (l->flags & LN_BOLD) != 0,
		.italic = (l->flags & LN_ITALIC) != 0,
		.centred = (raw->flags & RAW_CENTRED) != 0,
		.table = l->table,
		.row = l->row,
		.column = l->column,
		.parent = -1,
		.first_child = -1,
		.next = -1,
		.page = l->page,
	};
	b->marker.at = (uint32_t)w->n;
	if (n > 0) {
		mark(w, line_origin(w->sh, l, s.p));
		put(w, given);
	} else if ((n = marker) > 0) {
		put_run(w, l, (slice){s.p, n});
		s = (slice){s.p + n, s.n - n};
		while (s.n > 0 && (s.p[0] == ' ' || s.p[0] == '\t'))
			s.p++, s.n--;
	}
	b->marker.len = (uint32_t)n;
	if (n > 0 && s.n > 0)
		put(w, S(" "));
	if (n > 0 && b->kind == BLOCK_PARAGRAPH && !note)
		b->kind = BLOCK_ITEM;
	b->at.at = (uint32_t)w->n;
	w->open = b;
	put_line(w, l, s);
}

/* A further line of the paragraph. */
static void append(writer *w, const sline *l, enum join how)
{
	block *b = w->open;

	if (how == JOIN_SPACE)
		put(w, S(" "));
	put_line(w, l, l->text);
	b->bold &= (l->flags & LN_BOLD) != 0;
	b->italic &= (l->flags & LN_ITALIC) != 0;
}

/* Bytes that the text can take at most. */
static size_t room_for(const shaper *sh)
{
	size_t room = 1;

	for (uint32_t i = 0; i < sh->lines.n; i++)
		room += sh->lines.p[i].text.n + sh->in->lines.p[sh->lines.p[i].raw].marker.n + 3;
	for (uint32_t i = 0; i < sh->notes.n; i++)
		room += sh->notes.p[i].text.n + sh->in->lines.p[sh->notes.p[i].raw].marker.n + 3;
	return room;
}

/* The mark at the start of a footnote's text: given, or figures. */
static size_t note_mark(slice s)
{
	size_t i = 0;

	if (s.n > 0 && s.p[0] == '[') {
		const char *end = memchr(s.p, ']', s.n < 8 ? s.n : 8);

		return end != NULL ? (size_t)(end - s.p) + 1 : 0;
	}
	while (i < s.n && letter_digit(s.p[i]))
		i++;
	for (unsigned len; i < s.n; i += len)
		if (letter_raised(utf8_next((const unsigned char *)s.p + i, &len)) ==
		    LETTER_RAISED_NONE)
			break;
	return i;
}

/* The number that a mark writes: "¹" and "[1]" are 1; another sign stays itself. */
static slice note_number(arena *a, slice mark)
{
	char *out = arena_alloc(a, mark.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < mark.n;) {
		unsigned len;
		uint32_t cp = utf8_next((const unsigned char *)mark.p + i, &len);
		uint32_t digit = letter_raised(cp);

		if (digit != LETTER_RAISED_NONE) {
			out[n++] = (char)('0' + digit);
		} else if (cp > 127 || memchr("[]().", (int)cp, 5) == NULL) {
			memcpy(out + n, mark.p + i, len);
			n += len;
		}
		i += len;
	}
	return (slice){out, n};
}

/* Mark and words of the note that begins at byte `from`. */
static void note_split(writer *w, uint32_t from, footnote *f)
{
	slice all = {w->out + from, w->n - from};
	const block *b = w->open;
	size_t i = b->marker.len > 0 ? b->marker.at + b->marker.len - from : note_mark(all);

	f->mark = note_number(w->sh->a, (slice){all.p, i});
	while (i < all.n && all.p[i] == ' ')
		i++;
	f->text = (slice){all.p + i, all.n - i};
	f->at = (span){from + (uint32_t)i, (uint32_t)f->text.n};
}

static void emit_notes(writer *w)
{
	reading *r = w->sh->r;

	for (uint32_t i = 0; i < w->sh->notes.n;) {
		const sline *l = &w->sh->notes.p[i];
		uint32_t from = (uint32_t)w->n;
		footnote *f;

		open_block(w, l, 0, true);
		for (i++; i < w->sh->notes.n && w->sh->notes.p[i].flags & LN_NOTE_MORE; i++) {
			char z = w->out[w->n - 1];

			append(w, &w->sh->notes.p[i],
			       z == '-' || z == '/' ? JOIN_GLUE : JOIN_SPACE);
		}
		f = VEC_PUSH(w->sh->a, &r->footnotes);
		note_split(w, from, f);
		close_block(w);
	}
}

void emit(shaper *sh)
{
	writer w = {.sh = sh, .out = arena_room(sh->a, room_for(sh))};
	joiner *j = joiner_new(sh);
	uint32_t number = 0;
	reading *r = sh->r;

	r->blocks.cap = sh->lines.n + sh->notes.n + 1;
	r->blocks.p = arena_room(sh->a, sizeof(block) * r->blocks.cap); /* each is written whole */
	for (uint32_t i = 0; i < sh->lines.n; i++) {
		const sline *l = &sh->lines.p[i];
		enum join how = joiner_next(j, i);

		if (how != JOIN_NONE) {
			append(&w, l, how);
			continue;
		}
		close_block(&w);
		if (l->page > number) {
			number = l->page;
			VEC_PUSH(sh->a, &r->pages)->number = number;
			r->pages.p[r->pages.n - 1].at.at = (uint32_t)w.n;
		}
		open_block(&w, l, joiner_marker(j), false);
	}
	close_block(&w);
	emit_notes(&w);
	for (uint32_t i = 0; i < r->pages.n; i++) {
		uint32_t end = i + 1 < r->pages.n ? r->pages.p[i + 1].at.at : (uint32_t)w.n;

		r->pages.p[i].at.len = end - r->pages.p[i].at.at;
	}
	r->text = (slice){w.out, w.n};
}
