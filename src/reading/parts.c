/*
 * parts.c - the lines of a file are shared out among the documents in it.
 *
 * Where each begins the reading of the whole has said (facts/second.c). What stands apart from the
 * running text goes with the words that it belongs to: a footnote with its mark, a page that
 * nobody read with the pages around it; who signed the file has signed all of it. It must
 * never lose a line, nor give one to two documents.
 */
#include "reading/parts.h"

#include "reading/shape/letters.h"

enum { PARTS_MOST = 50, NUMBER_BYTES = 3 };

/* Lines that are no running text have places of their own. */
static bool is_body(const rawline *l)
{
	return !(l->flags & (RAW_FOOTNOTE | RAW_SIGNER | RAW_STAMP | RAW_SHEET));
}

static bool has_sheets(const rawdoc *doc)
{
	for (uint32_t i = 0; i < doc->lines.n; i++)
		if (doc->lines.p[i].flags & RAW_SHEET)
			return true;
	return false;
}

/* The number of a page, or nothing at all. */
static bool says_nothing(const rawline *l)
{
	slice s = slice_trim(l->text);

	if (l->flags & RAW_STAMP)
		return true;
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	return s.n <= NUMBER_BYTES;
}

/* What stands above the first line of a page, and is no words, is of that page. */
static uint32_t page_top(const rawdoc *doc, uint32_t i)
{
	const rawline *p = doc->lines.p;
	uint32_t top = i;

	while (top > 0 && p[top - 1].page == p[i].page && says_nothing(&p[top - 1]))
		top--;
	return p[i].page != 0 && (top == 0 || p[top - 1].page != p[i].page) ? top : i;
}

/* The line that the position `at` stands in. */
static uint32_t line_at(const rawdoc *doc, uint32_t at)
{
	uint32_t found = 0;

	for (uint32_t i = 0; i < doc->lines.n; i++)
		if (is_body(&doc->lines.p[i]) && doc->lines.p[i].text.n > 0 &&
		    doc->lines.p[i].source <= at)
			found = i;
	return found;
}

/* The first line of each part; the last one is behind them all. */
typedef VEC(uint32_t) starts;

static starts starts_find(const rawdoc *doc, const reading *whole, arena *a)
{
	starts s = {0};

	*VEC_PUSH(a, &s) = 0;
	for (uint32_t i = 0; i < whole->others.n && s.n < PARTS_MOST; i++) {
		uint32_t at = page_top(doc,
		                       line_at(doc, origin_of(&whole->origin, whole->others.p[i])));

		if (at > s.p[s.n - 1])
			*VEC_PUSH(a, &s) = at;
	}
	*VEC_PUSH(a, &s) = doc->lines.n;
	return s;
}

/* Which part refers to note 1.. first; `owner` holds one more than there are notes. */
static void marks_find(slice s, uint32_t part_at, uint32_t *owner, uint32_t notes)
{
	uint32_t number = 0;

	for (size_t i = 0; i <= s.n;) {
		unsigned len = 1;
		uint32_t cp = i < s.n ? utf8_next((const unsigned char *)s.p + i, &len) : 0;
		uint32_t digit = letter_raised(cp);

		if (digit != LETTER_RAISED_NONE) {
			number = number > notes ? number : number * 10 + digit;
		} else {
			if (number > 0 && number <= notes && owner[number] == UINT32_MAX)
				owner[number] = part_at;
			number = 0;
		}
		i += len;
	}
}

static uint32_t number_of(slice s)
{
	uint32_t n = 0;

	for (size_t i = 0; i < s.n && n < UINT16_MAX; i++)
		n = n * 10 + (uint32_t)(s.p[i] - '0');
	return n;
}

/* To whom each line belongs; UINT32_MAX: to all. */
static uint32_t *owners_find(const rawdoc *doc, const starts *s, arena *a)
{
	uint32_t *of = arena_array(a, uint32_t, doc->lines.n + 1), notes = 0, k = 0;
	uint32_t *note;

	for (uint32_t i = 0; i < doc->lines.n; i++)
		notes += (doc->lines.p[i].flags & RAW_FOOTNOTE) != 0;
	note = arena_array(a, uint32_t, notes + 1);
	memset(note, 0xff, sizeof *note * (notes + 1));
	for (uint32_t i = 0; i < doc->lines.n; i++) {
		const rawline *l = &doc->lines.p[i];

		while (i >= s->p[k + 1])
			k++;
		of[i] = l->flags & RAW_SIGNER ? UINT32_MAX : k;
		if (notes > 0 && is_body(l))
			marks_find(l->text, k, note, notes);
	}
	for (uint32_t i = 0; i < doc->lines.n; i++) {
		uint32_t n = number_of(doc->lines.p[i].marker);

		if (doc->lines.p[i].flags & RAW_FOOTNOTE && n > 0 && n <= notes &&
		    note[n] != UINT32_MAX)
			of[i] = note[n];
	}
	return of;
}

/* Sections and pages that were not read, as far as they are of this part. */
static void cut_pages(const rawdoc *doc, uint32_t first, uint32_t behind, arena *a, rawdoc *ret)
{
	const rawline *p = doc->lines.p;
	uint32_t from = first > 0 ? p[first].source : 0;
	uint32_t end = behind < doc->lines.n ? p[behind].source : UINT32_MAX;

	ret->bare.n = 0;
	ret->bare.p = NULL;
	ret->bare.cap = 0;
	for (uint32_t i = 0; i < doc->bare.n; i++)
		if ((first == 0 || doc->bare.p[i] >= p[first].page) &&
		    (behind == doc->lines.n || doc->bare.p[i] < p[behind].page))
			*VEC_PUSH(a, &ret->bare) = doc->bare.p[i];
	while (ret->sections.n > 1 && ret->sections.p[0].until <= from) {
		ret->sections.p++;
		ret->sections.n--;
	}
	for (uint32_t i = 0; i + 1 < ret->sections.n; i++)
		if (ret->sections.p[i].until >= end)
			ret->sections.n = i + 1;
}

static rawdoc lines_of(const rawdoc *doc, const starts *s, const uint32_t *of, uint32_t k, arena *a)
{
	rawdoc ret = *doc;

	memset(&ret.lines, 0, sizeof ret.lines);
	for (uint32_t i = 0; i < doc->lines.n; i++)
		if (of[i] == k || of[i] == UINT32_MAX)
			*VEC_PUSH(a, &ret.lines) = doc->lines.p[i];
	cut_pages(doc, s->p[k], s->p[k + 1], a, &ret);
	if (k > 0)
		ret.pictures = 0; /* whose they are is not known: the first part tells of them */
	if (k > 0 && doc->leaves.n == 0)
		ret.figures = 0;
	return ret;
}

static void share_out(const rawdoc *doc, const reading *whole, arena *a, doc_parts *ret)
{
	starts s = starts_find(doc, whole, a);
	const uint32_t *of = owners_find(doc, &s, a);

	for (uint32_t k = 0; k + 1 < s.n; k++) {
		doc_part *one = VEC_PUSH(a, ret);

		one->lines = lines_of(doc, &s, of, k, a);
	}
}

/* False: one of them could not be read. */
static bool read_all(const reader *rd, const rawdoc *doc, const reading *whole, arena *a,
                     doc_parts *ret)
{
	if (arena_guard(a) != 0) {
		a->guarded = false;
		return false;
	}
	share_out(doc, whole, a, ret);
	a->guarded = false;
	for (uint32_t k = 0; k < ret->n; k++)
		if (reading_run_raw(rd, &ret->p[k].lines, a, &ret->p[k].r, NULL) != RC_OK)
			return false;
	return true;
}

rc reading_run_parts(const reader *rd, const rawdoc *doc, arena *a, doc_parts *ret, err *e)
{
	reading whole;
	rc code = reading_run_raw(rd, doc, a, &whole, e);

	*ret = (doc_parts){0};
	if (code != RC_OK)
		return code;
	if (whole.other != 0 && !has_sheets(doc) && read_all(rd, doc, &whole, a, ret))
		return RC_OK;
	if (arena_guard(a) != 0) {
		a->guarded = false;
		return err_set(e, a->failed, MSG_NO_MEMORY, "a document");
	}
	*ret = (doc_parts){0};
	*VEC_PUSH(a, ret) = (doc_part){*doc, whole};
	a->guarded = false;
	return RC_OK;
}
