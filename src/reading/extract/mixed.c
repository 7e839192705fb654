/*
 * mixed.c - pages that are pictures among pages of text.
 *
 * What pdfimages says of them and what tesseract read on them comes from outside: nothing of it
 * is believed, and whatever it says, positions only ever move. It must never put a page's words
 * into another.
 */
#include "reading/extract/mixed.h"

#include "reading/extract/limits.h"

/* Columns of pdfimages: page, number, type, width, height, then pixels an inch across and down. */
enum { COLUMN_PAGE = 0, COLUMN_WIDTH = 3, COLUMN_HEIGHT = 4, COLUMN_ACROSS = 12, COLUMN_DOWN = 13 };
enum { INCHES = 6 /* covers a page of A4 */, VALUE_MAX = 1 << 24, SURE = 100 /* percent */ };

static uint32_t value_of(slice s)
{
	uint32_t v = 0;

	for (size_t i = 0; i < s.n && s.p[i] >= '0' && s.p[i] <= '9' && v < VALUE_MAX; i++)
		v = v * 10 + (uint32_t)(s.p[i] - '0');
	return v;
}

/* The page of the picture of this row, when it covers it; else 0. */
static uint32_t covered(slice row)
{
	uint32_t v[COLUMN_DOWN + 1] = {0};
	slice word;

	for (unsigned i = 0; i <= COLUMN_DOWN; i++) {
		row = slice_trim(row);
		if (!slice_next(&row, ' ', &word))
			return 0;
		v[i] = value_of(word);
	}
	return v[COLUMN_ACROSS] > 0 && v[COLUMN_DOWN] > 0 &&
	                       v[COLUMN_WIDTH] / v[COLUMN_ACROSS] >= INCHES &&
	                       v[COLUMN_HEIGHT] / v[COLUMN_DOWN] >= INCHES
	               ? v[COLUMN_PAGE]
	               : 0;
}

void mixed_covered(rawdoc *doc, slice list)
{
	bool there[LIMIT_OCR_PAGES] = {false};
	uint32_t kept = 0, at = 0;
	slice row;

	while (slice_next(&list, '\n', &row)) {
		uint32_t page = covered(row);

		while (at < doc->bare.n && doc->bare.p[at] < page)
			at++;
		if (page > 0 && at < doc->bare.n && at < LIMIT_OCR_PAGES && doc->bare.p[at] == page)
			there[at] = true;
	}
	for (uint32_t i = 0; i < doc->bare.n && i < LIMIT_OCR_PAGES; i++)
		if (there[i])
			doc->bare.p[kept++] = doc->bare.p[i];
	doc->bare.n = kept;
}

/* The first position behind all of doc. */
static uint32_t positions_end(const rawdoc *doc)
{
	uint32_t end = doc->origins.n > 0 ? doc->origins.p[doc->origins.n - 1].at + 1 : 0;

	for (uint32_t i = 0; i < doc->lines.n; i++) {
		const rawline *l = &doc->lines.p[i];
		uint32_t n = l->source + (uint32_t)l->text.n + 1;

		end = n > end ? n : end;
	}
	return end;
}

/* Put n new elements before the one at `at`. */
#define VEC_PART(a, v, at, more)                                                                   \
	do {                                                                                       \
		for (uint32_t part_i = 0; part_i < (more); part_i++)                               \
			(void)VEC_PUSH(a, v);                                                      \
		if ((more) > 0)                                                                    \
			memmove((v)->p + (at) + (more), (v)->p + (at),                             \
			        ((v)->n - (more) - (at)) * sizeof *(v)->p);                        \
	} while (0)

/* Make room of `extent` positions from `cut` on; the first origin behind it. */
static uint32_t positions_part(rawdoc *doc, uint32_t cut, uint32_t extent)
{
	uint32_t first = doc->origins.n;

	for (uint32_t i = 0; i < doc->lines.n; i++)
		doc->lines.p[i].source += doc->lines.p[i].source >= cut ? extent : 0;
	while (first > 0 && doc->origins.p[first - 1].at >= cut)
		doc->origins.p[--first].at += extent;
	return first;
}

static int32_t tables_of(const rawdoc *doc)
{
	int32_t n = 0;

	for (uint32_t i = 0; i < doc->lines.n; i++)
		n = doc->lines.p[i].table >= n ? doc->lines.p[i].table + 1 : n;
	return n;
}

/* The lines of one more page, behind those of all pages before it and of its own stamps. */
static void page_put(rawdoc *doc, uint32_t number, const rawdoc *page, arena *a)
{
	int32_t tables = tables_of(doc);
	uint32_t at = 0, cut, origin;

	while (at < doc->lines.n && doc->lines.p[at].page <= number && doc->lines.p[at].page > 0)
		at++;
	cut = at < doc->lines.n && doc->lines.p[at].page > 0 ? doc->lines.p[at].source
	                                                     : positions_end(doc);
	origin = positions_part(doc, cut, positions_end(page));
	VEC_PART(a, &doc->lines, at, page->lines.n);
	for (uint32_t i = 0; i < page->lines.n; i++) {
		rawline *l = &doc->lines.p[at + i];

		*l = page->lines.p[i];
		l->source += cut;
		l->page = number;
		l->table += l->table >= 0 ? tables : 0;
	}
	VEC_PART(a, &doc->origins, origin, page->origins.n);
	for (uint32_t i = 0; i < page->origins.n; i++) {
		raworigin *o = &doc->origins.p[origin + i];

		*o = page->origins.p[i];
		o->at += cut;
		o->part = number;
	}
}

/* From now on each word says how sure it is; nobody mends those that were printed. */
static void become_scan(rawdoc *doc)
{
	if (doc->ocr)
		return;
	doc->ocr = true;
	for (uint32_t i = 0; i < doc->origins.n; i++)
		doc->origins.p[i].place = SURE;
	for (uint32_t i = 0; i < doc->lines.n; i++)
		doc->lines.p[i].flags |= RAW_PRINTED;
}

void mixed_put(rawdoc *doc, uint32_t number, const rawdoc *page, arena *a)
{
	float before = (float)doc->origins.n, more = (float)page->origins.n;

	become_scan(doc);
	page_put(doc, number, page, a);
	if (before + more > 0)
		doc->confidence = (doc->confidence * before + page->confidence * more) /
		                  (before + more);
}
