/*
 * shape_priv.h - the lines on their way from the page to the paragraph.
 *
 * The passes, in the order of shape.c: measure (lines.c: clean, strip Markdown,
 * trim), pages (numbers, running heads, footnotes), columns and tables (one line
 * becomes pieces), join (pairs of lines become paragraphs), emit. Each reads
 * sh->lines and writes it again; none keeps state of its own.
 */
#ifndef DONDOC_READING_SHAPE_PRIV_H
#define DONDOC_READING_SHAPE_PRIV_H

#include "reading/shape/letters.h"
#include "reading/shape/shape.h"

enum line_flag {
	LN_GAPS = 1 << 0,     /* a tab or two spaces somewhere inside */
	LN_PIPES = 1 << 1,    /* a '|' */
	LN_PAGE = 1 << 2,     /* a page boundary (or a lifted footnote) stands before it */
	LN_BOLD = 1 << 3,
	LN_ITALIC = 1 << 4,
	LN_DROP = 1 << 5,     /* removed: a page number, a running head */
	LN_NOTE = 1 << 6,     /* first line of a footnote */
	LN_NOTE_MORE = 1 << 7, /* a further line of one */
	LN_HEADING = 1 << 9,  /* the source says so */
	LN_MARKS = 1 << 10,   /* one of * _ \ inside: perhaps Markdown */
	LN_DIRTY = 1 << 11,   /* something to clean or compose inside */
	LN_LONE = 1 << 13,    /* a small letter of ASCII by itself: a syllable may be torn */
	LN_WHOLE = 1 << 12,   /* a paragraph already */
};

/* Which column of a two-column region a line came from. */
enum line_zone { ZONE_BODY, ZONE_HEAD_LEFT, ZONE_HEAD_RIGHT, ZONE_FOOT_LEFT, ZONE_FOOT_RIGHT };

typedef struct sline {
	slice text;       /* trimmed; the source's bytes or a mended copy */
	const char *base; /* marks count from here */
	uint32_t source;  /* origin of base, when there are no marks */
	uint32_t mark0, nmark; /* of sh->marks */
	uint32_t raw;     /* line of the rawdoc */
	uint32_t page, width; /* width in characters */
	int32_t table, row, column;
	uint16_t indent, flags;
	uint8_t blanks;   /* blank lines before it, at most 255 */
	uint8_t zone;
} sline;

typedef struct slines {
	sline *p;
	uint32_t n, cap;
} slines;

/* How the document was wrapped, over all its lines. Widths are right edges,
 * indent included, in characters. */
typedef struct wrapping {
	uint16_t low,
		high; /* from which width a line is full, and where full lines end; 0: unwrapped */
	bool every; /* a blank line after every line: one blank says nothing */
	bool blank; /* blank lines stand between paragraphs */
	bool indented; /* first lines of paragraphs are indented */
	bool ragged; /* lines end anywhere: the source of a web page, cut without its tags */
} wrapping;

typedef struct shaper {
	const rawdoc *in;
	arena *a;
	reading *r;
	slines lines;
	slines notes; /* lifted footnotes */
	VEC(origin_mark) marks; /* of mended lines: offset from base → source */
	wrapping wrap;
	struct edge *edges; /* edge.h: of the first lines, as wrapping_measure() saw them */
	uint32_t nedges;
	struct composed *composed; /* clean.c: runs that were composed before */
} shaper;

/* A mended copy of a line in the making. */
typedef struct copier {
	shaper *sh;
	char *out;
	size_t n;
	uint32_t mark0;
} copier;

/* copier_begin() - room for `room` bytes. copier_run() appends bytes of `from`
 * with their origin; copier_put() appends others, which come from byte p of it.
 * copier_end() makes `line` the copy. Never more bytes than room. */
copier copier_begin(shaper *sh, size_t room);
void copier_run(copier *c, const sline *from, slice run);
void copier_put(copier *c, const sline *from, const char *p, slice bytes);
void copier_end(copier *c, sline *line);

/* line_mark_behind() - the first mark of the line's own that stands behind byte `at` of its base;
 * where they end when none does. O(log). line_origin() - byte of the source that p, inside the line's
 * text, came from. A line that was not mended has no marks; the other two are of those that have. */
uint32_t line_own_mark_behind(const shaper *sh, const sline *line, uint32_t at);
uint32_t line_mended_origin(const shaper *sh, const sline *line, uint32_t at);

static inline uint32_t line_mark_behind(const shaper *sh, const sline *line, uint32_t at)
{
	return line->nmark != 0 ? line_own_mark_behind(sh, line, at) : line->mark0;
}

static inline uint32_t line_origin(const shaper *sh, const sline *line, const char *p)
{
	uint32_t at = (uint32_t)(p - line->base);

	return line->nmark != 0 ? line_mended_origin(sh, line, at) : line->source + at;
}

/* line_trim() - drop white space at both ends; leading space adds to indent. */
void line_trim(sline *line);

/* line_scan() - width in characters and LN_GAPS, LN_PIPES, LN_MARKS, LN_DIRTY, LN_LONE of
 * s. One pass of vector code. */
uint16_t line_scan(slice s, uint32_t *ret_width);

/* line_next_figure() - where the next figure or '[' of s stands, at or after
 * `from`; s.n when none does. */
size_t line_next_figure(slice s, size_t from);

/* line_next_sign() - the same of the bytes c2 and e2, with which signs begin. */
size_t line_next_sign(slice s, size_t from);

/* line_part() - `part` of the text of `line` as a line of its own, trimmed. */
sline line_part(const sline *line, slice part);

/* lines_measure() - pass 1: rawdoc → lines that are not blank. */
void lines_measure(shaper *sh);

/* stamp_add() - a line that was stamped onto the page, below the last one or a stamp of
 * its own. */
void stamp_add(shaper *sh, const sline *line);

/* stamps_sign() - who signed, to the stamps; after all of them are there. */
void stamps_sign(shaper *sh);

/* line_clean() - NFC, spaces, controls, private-use bullets, ƣ. */
void line_clean(shaper *sh, sline *line);

/* torn_pieces() - how often s tears a syllable for sure ("đ ồ ng"). line_put_together() - a line of a text
 * that does so TORN_MIN times, with its syllables whole. Linear. */
enum { TORN_MIN = 2 };
unsigned torn_pieces(slice s);
void line_put_together(shaper *sh, sline *line);

/* line_strip() - without Markdown marks. `bold` carries an open ** from line to
 * line. */
void line_strip(shaper *sh, sline *line, bool *bold);

/* pages_find() - pass 2: drop page numbers and running heads, lift footnotes. */
void pages_find(shaper *sh);

/* merged_part() - put a tab between columns of the header and of the recipients that a
 * conversion ran together with a bar or a single blank. */
void merged_part(shaper *sh);

/* columns_split() - pass 3: header and footer columns merged on one line become
 * left lines, then right lines. */
void columns_split(shaper *sh);

/* columns_stand() - is the line still parted by wide gaps, like the row of a
 * drawn table? */
bool columns_stand(const sline *l);

/* tables_split() - pass 4: rows of cells become lines, a cell each or more. */
void tables_split(shaper *sh);

/* The tables while they are put together. */
typedef struct tabler {
	shaper *sh;
	slines out;
	int32_t table, row; /* the next of each */
} tabler;

/* table_cell() - one cell of the row at hand; `text` is part of the line's. */
void table_cell(tabler *t, const sline *l, slice text, int32_t column);

/* aligned_begins() - does a table drawn with blanks alone begin with line i? Looks a few lines
 * ahead, and only where the line looks like a heading. aligned_rows() - its rows; the line
 * after them. */
bool aligned_begins(const shaper *sh, uint32_t i);
uint32_t aligned_rows(tabler *t, uint32_t i);

/* slines_like() - an empty list with room for the lines of sh and a few more. */
slines slines_like(const shaper *sh);

/* cell_split() - push the logical lines that one flattened cell or line holds. */
void cell_split(shaper *sh, slines *out, const sline *cell);

/* marker_length() - bytes of the list marker that s begins with ("1.", "a)", "-",
 * "(i)"), without the space after it; 0: none. ret_num: its number, or 0. */
size_t marker_length(slice s, uint32_t *ret_num);

/* marker_dash() - is s the dash of a list and nothing else? */
bool marker_dash(slice s);

/* opening - what a line is known by from its first words. */
enum opening {
	OPEN_NONE,
	OPEN_RECIPIENTS, /* Nơi nhận */
	OPEN_ADDRESS, /* Kính gửi */
	OPEN_NUMBER, /* Số: */
	OPEN_SUBJECT, /* V/v */
	OPEN_NATION, /* quốc hiệu */
	OPEN_MOTTO, /* tiêu ngữ */
	OPEN_BASIS, /* Căn cứ */
	OPEN_PREAMBLE, /* Thực hiện, Xét, Theo: ends a title */
	OPEN_HEADING, /* Điều 1, Chương I, Phụ lục */
	OPEN_SIGN, /* TL., KT. */
	OPEN_KIND, /* GIẤY MỜI, alone on its line */
	OPEN_PLACE_DATE, /* Lạng Sơn, ngày … */
};
enum opening opening_of(slice s);

/* opening_lists() - may it be OPEN_RECIPIENTS or OPEN_ADDRESS, by its first two letters? */
static inline bool opening_lists(slice s)
{
	unsigned char second = s.n > 1 ? (unsigned char)s.p[1] : 0;

	return ((s.p[0] | 0x20) == 'n' && second == 0xc6) /* ơ */ ||
	       ((s.p[0] | 0x20) == 'k' && second == 0xc3) /* í */;
}

/* wrapping_measure() - pass 5. */
void wrapping_measure(shaper *sh);

enum join { JOIN_NONE, JOIN_SPACE, JOIN_GLUE };

typedef struct joiner joiner;

/* joiner_new(), joiner_next() - asked for each line in turn: how it joins the one
 * before it. joiner_marker() - marker_length() of the line that was asked last. */
joiner *joiner_new(shaper *sh);
enum join joiner_next(joiner *j, uint32_t i);
size_t joiner_marker(const joiner *j);

/* emit() - the last pass: text, origin, blocks, pages, footnotes. */
void emit(shaper *sh);

#endif
