/*
 * reading.h - what one version of the reader found in one document.
 *
 * A reading is made once and never changed. Every span points into
 * reading.text; every slice lives on the arena that reading_run() was given.
 * "Absent" is a NULL slice, an enum's first value, or a count of 0; a blank in
 * the source is a state. Nothing is guessed.
 *
 * The serial form is JSON, CONTRACTS §2 ("dondoc.document/1"); model_json.c
 * writes it.
 */
#ifndef DONDOC_MODEL_READING_H
#define DONDOC_MODEL_READING_H

#include "base/arena.h"
#include "base/slice.h"
#include "model/civil.h"
#include "model/enums.h"

typedef enum doc_kind {
	KIND_NONE,
#define KIND(NAME, code, abbr, vi) KIND_##NAME,
#include "model/kinds.def"
#undef KIND
	KIND_COUNT
} doc_kind;

/* doc_kind_code(), doc_kind_name(), doc_kind_abbr() - "giay-moi", "Giấy mời", "GM". */
const char *doc_kind_code(doc_kind k);
const char *doc_kind_name(doc_kind k);
const char *doc_kind_abbr(doc_kind k);

/* Somebody or some body named in the text. Either agency or group is a code of
 * a registry in use, or both are absent: then only the words are known. */
typedef struct actor {
	span at;      /* the words that name it; they may stand in a heading */
	slice text;   /* those words */
	slice agency; /* "STC"; absent when unknown or a group */
	slice group;  /* "UBNDXA" */
	slice post;   /* "Giám đốc" */
	slice name;   /* "Nguyễn Văn A" */
	slice note;   /* "có giấy mời riêng", "đưa tin" */
	slice site;   /* heading of the site at which it takes part */
	slice invited_by;
	rank rank;
	presence presence;
	bool elsewhere; /* its namesake of another province: the code is nobody of this register */
} actor;
typedef VEC(actor) actors;

typedef VEC(uint32_t) indexes; /* into another list of the same reading */

enum date_flag {
	DF_CONTRADICTORY_BOUND = 1 << 0, /* "chậm nhất trước" */
	DF_NO_YEAR = 1 << 1, /* the year was supplied */
	DF_WEEKDAY_MISMATCH = 1 << 2, /* stated weekday is not that date's */
	DF_IMPOSSIBLE = 1 << 3, /* no such date: 31/4 */
	DF_NO_ANCHOR = 1 << 4, /* relative, and what it counts from is unknown */
	DF_PAST = 1 << 5, /* before the document's own date */
	DF_FLAG_COUNT = 6
};
/* date_flag_word() - the JSON word of flag number i (0 .. DF_FLAG_COUNT-1). */
const char *date_flag_word(int i);

typedef struct datex {
	span at; /* with its bound words: "chậm nhất ngày 10/6/2026" */
	date_kind kind;
	slice value; /* CONTRACTS §2; absent when it cannot be resolved */
	bound bound;
	int8_t inclusive; /* 1, 0, or -1: not a limit, or not settled */
	date_role role;
	struct {
		int32_t count;
		time_unit unit;
		time_anchor from;
	} relative; /* unit UNIT_NONE: not relative */
	cmin first, last; /* CMIN_NONE: open, or not resolved. last: the last minute allowed */
	int8_t weekday_stated; /* 0..6, or -1 */
	int8_t weekday_computed;
	uint16_t flags;
	float confidence;
	const char *rule;
	uint32_t tok, ntok; /* tokens it covers; internal, not in the JSON */
} datex;
typedef VEC(datex) datexes;

typedef struct citation {
	span at;
	slice kind; /* as written: "Chỉ thị"; absent for "văn bản số" */
	slice number; /* "02/CT-UBND", "57-NQ/TW" with conversion marks mended */
	slice date; /* "2026-01-08"; absent when not given or blank */
	bool date_blank; /* "ngày ... của" with no figure */
	slice issuer;
} citation;
typedef VEC(citation) citations;

typedef struct deliverable {
	span at;
	slice text;
	deliverable_form form;
	int32_t copies; /* -1: not stated */
} deliverable;
typedef VEC(deliverable) deliverables;

enum assignment_flag {
	AF_LEAD_MISSING = 1 << 0, /* nobody governs: a person decides */
	AF_RECEIVER_MISSING = 1 << 1, /* dated, but says not to whom */
	AF_DEADLINE_CONFLICT = 1 << 2, /* its limit contradicts itself */
	AF_DEADLINE_SCOPE = 1 << 3, /* the limit may govern only the last part */
	AF_DUPLICATE = 1 << 4, /* another agency was given the same */
	AF_CONDITIONAL = 1 << 5, /* "trường hợp ... thì" */
	AF_IMPLIED_DEADLINE = 1 << 6, /* due at the meeting; no date written */
	AF_FLAG_COUNT = 7
};
const char *assignment_flag_word(int i);

typedef struct assignment {
	nature nature;
	bool track;
	actors lead;
	lead_source lead_source;
	actors with, watchers, recipients;
	span action;
	slice action_text;
	deliverables deliverables;
	slice measure;
	indexes basis; /* citations */
	indexes depends_on; /* assignments */
	indexes deadlines; /* dates */
	slice vague; /* "sớm", "khẩn trương" */
	uint16_t flags;
	float confidence;
	const char *rule;
	span at;
} assignment;
typedef VEC(assignment) assignments;

typedef struct place {
	span at;
	slice text, site;
} place;

typedef struct agenda_item {
	span at;
	slice text;
} agenda_item;

typedef struct meeting {
	meeting_status status;
	slice start, end; /* "2026-04-20T14:00", or a day */
	slice duration; /* "P0.5D" */
	meeting_mode mode;
	int8_t weekday_stated, weekday_computed; /* -1: none */
	int32_t date; /* index into dates, or -1 */
	VEC(place) places;
	actor chair; /* at.len 0: not named */
	actors participants;
	VEC(agenda_item) agenda;
	VEC(slice) line_checks;
	slice speech_limit; /* "PT7M" */
} meeting;

typedef struct figure {
	span at;
	double value;
	slice unit, of;
} figure;

typedef struct footnote {
	span at; /* its words, wherever the reader put them in the text */
	slice mark, text;
} footnote;

typedef struct petition {
	span at;
	slice text;
	actor petitioner, owner;
} petition;

typedef struct signature {
	span at;
	VEC(slice) authority; /* "TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG" */
	slice post, name;
} signature;

/* text range → byte of the file. Ascending by text; between two marks both
 * sides run in step. */
typedef struct origin_mark {
	uint32_t text, source;
} origin_mark;
typedef VEC(origin_mark) origin_map;

/* origin_of() - the byte of the source from which byte `at` of the text came.
 * O(log marks). */
uint32_t origin_of(const origin_map *m, uint32_t at);

/* How surely the words of the text from byte `at` on were read, of a scan. */
typedef struct sure_mark {
	uint32_t at;
	uint32_t percent;
} sure_mark;
typedef VEC(sure_mark) sure_map;

/* sure_of() - how surely the words of a span were read, in percent: the mean, or less when one
 * was hardly read; 100 when nothing is known. O(log marks + words of the span). */
unsigned sure_of(const sure_map *m, span at);

enum block_kind {
	BLOCK_PARAGRAPH, /* no marker */
	BLOCK_ITEM, /* with a list marker */
	BLOCK_CELL, /* of a table */
};

/* A paragraph of the text: the reader's unit of layout. */
typedef struct block {
	span at; /* without its marker and without the line end */
	span marker; /* "1.", "a)", "-"; len 0: none */
	uint8_t kind; /* enum block_kind */
	uint8_t level; /* depth in the list tree, 0 = top */
	uint8_t marker_class; /* enum marker_class of blocks.h */
	uint8_t zone; /* enum zone of blocks.h */
	bool bold, italic, centred;
	int32_t table, row, column; /* -1: not in a table */
	int32_t parent, first_child, next; /* indexes into blocks; -1: none */
	uint32_t page; /* 1.., 0 unknown */
	uint32_t tok, ntok;
} block;
typedef VEC(block) blocks;

typedef struct page {
	uint32_t number;
	span at;
	int32_t width, height; /* tenths of a point; 0: unknown, or boxes were not asked for */
} page;

/* What was stamped onto a page, or a signature of the file that shows on none. */
typedef struct stamp {
	slice text, signer, signed_at; /* "2026-03-02T10:21" */
	uint32_t page; /* 0: on none */
	bool boxed;
	int32_t box[4]; /* left, top, right, bottom in tenths of a point */
} stamp;

/* A word of the text, where it stands on its page: left, top, right, bottom in tenths of
 * a point, from the top left corner. */
typedef struct word_box {
	span at;
	uint32_t page;
	int32_t box[4];
} word_box;

/* How a paragraph is set, in twentieths of a point; LAYOUT_UNKNOWN: not known. */
enum { LAYOUT_UNKNOWN = INT32_MIN };
typedef struct layout_set {
	int32_t first, left, right; /* indents; `first` beyond `left`, negative: it stands out */
	int32_t before, after;
	int32_t line, rule; /* rule 0: in 240ths of a line; 1: exactly; 2: at least */
} layout_set;

/* What words look like, as the file says. */
typedef struct layout_look {
	slice font; /* empty: unknown */
	uint16_t halves; /* size in half points; 0: unknown */
	bool bold, italic;
	uint8_t align; /* of the paragraph: left, centre, right, both */
	layout_set set; /* the same */
} layout_look;

/* Words one after the other that look the same; look: index. */
typedef struct layout_run {
	span at;
	uint32_t look;
} layout_run;

/* The page that words are set for, in twentieths of a point; -1: not said. */
typedef struct layout_page {
	span at;
	int32_t width, height, margin[4]; /* top, bottom, left, right */
} layout_page;

/* Of a Word file; empty where a source says nothing of it. */
typedef struct layout {
	VEC(layout_page) pages;
	VEC(layout_look) looks;
	VEC(layout_run) runs; /* ascending */
	bool broken; /* words of unknown look came last; only while it is made */
} layout;

typedef struct reading {
	slice text;
	origin_map origin;
	sure_map sure; /* a mark a word; n 0: not a scan */
	uint32_t other; /* byte from which on another document stands, with a header and a number
	                   of its own, of which only the words were taken; 0: none does */
	VEC(uint32_t)
	others; /* of each that does: the byte of its header that comes first in the file */
	VEC(page) pages; /* n 0: plain text, prints null */
	VEC(word_box) boxes; /* only when asked for, of a PDF or a scan */
	layout layout;
	blocks blocks;
	bool drawn_tables; /* tables were drawn in text: a blank cell may be part of a merged one */
	struct {
		doc_kind value;
		span at;
	} kind;
	purpose purpose;
	struct {
		slice value, ordinal, symbol;
		blank state;
		span at;
	} number;
	struct {
		slice value, place;
		blank state;
		span at;
	} issued;
	actor issuer;
	struct {
		span at;
		slice text;
	} title;
	urgency urgency;
	secrecy secrecy;
	actors addressees;
	actor conclusion_of;
	signature signature;
	VEC(stamp) stamps;
	VEC(meeting) meetings;
	assignments assignments;
	datexes dates;
	citations citations;
	VEC(figure) figures;
	VEC(petition) petitions;
	actors recipients;
	struct {
		span at;
		slice unit, drafter;
	} archive;
	VEC(footnote) footnotes;
	VEC(slice) warnings; /* English, one line each, no personal data */
} reading;

#endif
