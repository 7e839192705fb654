/*
 * rawdoc.h - what an extractor hands to the shaper: the words of a document in
 * reading order, cut as they came, with what the page said about them.
 *
 * One shape for every source. Plain text gives one `rawline` a line of the
 * file; a Word file one a paragraph (already whole); a PDF one a line of the
 * page, columns already apart.
 */
#ifndef DONDOC_READING_RAWDOC_H
#define DONDOC_READING_RAWDOC_H

#include "base/arena.h"
#include "base/ordered.h"
#include "base/slice.h"

enum rawline_flag {
	RAW_WHOLE = 1 << 0,    /* a whole paragraph: never joined to its neighbours */
	RAW_BOLD = 1 << 1,     /* all of it */
	RAW_ITALIC = 1 << 2,
	RAW_CENTRED = 1 << 3,
	RAW_HEADING = 1 << 4,  /* the source says it is a heading */
	RAW_FOOTNOTE = 1 << 5, /* text of a footnote; `marker` is its mark */
	RAW_PAGE_TOP = 1 << 6, /* first line of a page */
	RAW_STAMP = 1 << 7,    /* annotation or stamped layer */
	RAW_SHEET = 1 << 8,    /* the name of a sheet, whose lines follow: no words of the
	                          document; `marker` is "-" when the sheet is hidden */
	RAW_SIGNER = 1 << 9,   /* who signed the file, no words of the document; `marker` is
	                          when: "2026-03-02T10:21" */
	RAW_PRINTED = 1 << 10, /* of a document that was read off pictures: this line was not */
};

typedef struct rawline {
	slice text; /* valid UTF-8, without the line end; the bytes of the source or a copy */
	uint32_t
		source; /* origin of its first byte: byte of the file, or the extractor's position */
	slice marker; /* automatic number or bullet as the reader sees it; else empty */
	uint32_t page; /* 1..; 0 unknown */
	int32_t table, row, column; /* -1: not in a table */
	uint16_t flags;
	uint16_t indent; /* extra left indent in units of one character; 0 for plain text,
	                    where leading spaces stand in `text` */
	uint16_t right; /* where it ends on the page, in the same units from the same edge as
	                    its leading spaces; 0: as its characters say */
} rawline;

/* Where the words from position `at` on came from. `rawline.source` of a plain
 * text is a byte of the file; of any other kind it is a position that the extractor
 * counts, text after text, and this list says what stands behind it. */
typedef struct raworigin {
	uint32_t at; /* the first position; ascending within a part */
	uint32_t part; /* DOCX: 0 body, 1 footnotes, 2 endnotes; PDF: the page */
	uint32_t place; /* DOCX: byte of the unpacked part at which the run's text begins;
	                   scan: how sure the word is, in percent */
	int32_t box[4]; /* PDF: left, top, right, bottom of the word, in tenths of a point */
	uint32_t look; /* DOCX: number of the run's look, from 1; 0: unknown */
} raworigin;

typedef enum align { ALIGN_UNSAID = -1, ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT, ALIGN_BOTH } align;

/* How a paragraph is set: indents of its first line (beyond the left one) and of both
 * sides, room above and below, in twentieths of a point; its line spacing, and what that is
 * measured in. */
enum rawset {
	SET_FIRST,
	SET_LEFT,
	SET_RIGHT,
	SET_BEFORE,
	SET_AFTER,
	SET_LINE,
	SET_RULE,
	SET_COUNT
};
enum { SET_UNKNOWN = INT32_MIN };
/* SET_LINE in 240ths of a line; in twentieths of a point, exactly or at least. */
enum rawrule { RULE_TIMES, RULE_EXACTLY, RULE_AT_LEAST };

/* What words look like. */
typedef struct rawlook {
	slice font; /* empty: unknown */
	bool theme; /* the name is the theme's; only while the extractor works */
	bool bold, italic;
	uint8_t align; /* of their paragraph */
	uint16_t halves; /* their size in half points; 0: unknown */
	int32_t set[SET_COUNT];
} rawlook;

/* A page as the file sets it up, in twentieths of a point; -1: not said. */
typedef struct rawsection {
	uint32_t until; /* the first position that does not stand on such pages */
	int32_t width, height;
	int32_t margin[4]; /* top, bottom, left, right */
} rawsection;

/* How large a page of a PDF or a scan is, in tenths of a point. */
typedef struct rawleaf {
	int32_t width, height;
} rawleaf;

typedef struct rawdoc {
	VEC(rawline) lines;
	VEC(raworigin) origins; /* none for plain text */
	VEC(rawlook) looks;
	VEC(rawsection) sections; /* ascending */
	VEC(uint32_t)
	bare; /* pages of a PDF with text that hold hardly a word: blank, or
	                       pictures that nobody has read; ascending */
	VEC(rawleaf) leaves; /* page 1 first; none where a source has no drawn pages */
	uint32_t pictures; /* of a Word file: those as large as a page, which nobody has read */
	uint32_t figures; /* the smaller ones and the charts, beside the words; of a PDF: all */
	bool ocr;
	float confidence; /* 0..1; 1 for text */
} rawdoc;

/* rawdoc_origin() - where the word at a position of the extractor's came from; NULL before the
 * first. O(log). */
static inline const raworigin *rawdoc_origin(const rawdoc *doc, uint32_t at)
{
	uint32_t k = ordered_last(ORDERED(&doc->origins, at), at);

	return k == 0 ? NULL : &doc->origins.p[k - 1];
}

/* rawdoc_from_text() - cut a plain text file into lines. Takes UTF-8 with or
 * without BOM, UTF-16 with
 * one, or text of the old TCVN3 and VNI fonts (legacy.h); LF, CRLF or CR line ends; form feeds
 * mark RAW_PAGE_TOP. Nothing is copied: the lines point into `bytes`. MSG_EMPTY, MSG_BINARY (NUL, or a known
 * picture or archive signature), MSG_NOT_UTF8, MSG_TOO_LARGE. Linear. */
MUST_CHECK rc rawdoc_from_text(slice bytes, arena *a, rawdoc *ret, err *e);

#endif
