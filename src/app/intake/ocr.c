/*
 * ocr.c - from a scan to tesseract's words: draw the page, straighten it, read it.
 *
 * A page at a time, so that a long scan needs no more memory than a short one. The
 * pictures of a PDF are drawn by pdftoppm; loose ones are opened by unpaper where it
 * is installed, so that they can be straightened, and by tesseract itself where it is
 * not. It must never look at a word.
 */
#include "app/intake/ocr.h"

#include <stdio.h>
#include <sys/wait.h>

#include "app/intake/ocr_priv.h"
#include "reading/extract/limits.h"

#define TEXT_OF(n) #n
#define TEXT(n) TEXT_OF(n)
#define STAMP_PIXELS "2339"
#define PIXELS 3508 /* LIMIT_OCR_PIXELS; the argument is a word */
_Static_assert(PIXELS == LIMIT_OCR_PIXELS, "one limit");

enum {
	EXIT_NO_SUCH_PAGE = 99,
	NUMBER_BYTES = 16,
	STRIP_MIN = 30 /* pixels */,
	SURE_LETTERS = 40,
	SLANT = 14 /* percent: 8 degrees */
};

bool ocr_is_picture(file_kind k)
{
	return k == FILE_PNG || k == FILE_JPEG || k == FILE_TIFF;
}

/* How tesseract is told to see the page: as one column of text of any size. A free
 * layout (3) loses the columns of the header, one block (6) takes signatures and seals
 * into the lines; but the rows of a table are one block. */
enum layout { LAYOUT_PAGE = 4, LAYOUT_TABLE = 6, LAYOUT_ANYWHERE = 11 };

/* The words of one picture. page: which one of a file of several, from 0; -1: it has
 * but one. */
static rc read_picture(slice picture, int page, enum layout layout, strbuf *out, err *e)
{
	char which[NUMBER_BYTES + 24], mode[NUMBER_BYTES];
	tool program = {"tesseract",
	                SANDBOX_OCR,
	                MSG_NEEDS_TESSERACT,
	                {"-", "-", "-l", "vie", "--psm", mode, "-c", which, "tsv", NULL}};
	size_t last = 9; /* of its arguments */
	tool_end end = {0};
	rc code;

	(void)snprintf(which, sizeof which, "tessedit_page_number=%d", page);
	(void)snprintf(mode, sizeof mode, "%d", (int)layout);
	if (layout == LAYOUT_ANYWHERE) { /* too few letters to guess it from */
		program.args[last - 1] = "--dpi";
		program.args[last++] = "200";
		program.args[last] = "tsv";
	}
	code = tool_run(&program, picture, out, &end, e);
	if (code != RC_OK || end.status == 0)
		return code;
	if (slice_has(slice_c(end.said), S("loading language")) ||
	    slice_has(slice_c(end.said), S("traineddata")))
		return err_set(e, RC_IO, MSG_NEEDS_VIETNAMESE, "no vie.traineddata");
	return err_set(e, RC_INPUT, MSG_DAMAGED, "tesseract status %d", end.status);
}

/* Rows of the list that are ours: tsv.c says what they mean. */
enum own_level {
	OWN_TABLE = '0',
	OWN_STAMPS = '6',
	OWN_DOWN = '7',
	OWN_ACROSS = '8',
	OWN_STRIP = '9',
	OWN_TURNED = 'T',
	OWN_AGAIN = 'A',
};

static void put_own(strbuf *to, enum own_level level, uint32_t left, uint32_t top)
{
	strbuf_putc(to, (char)level);
	strbuf_put(to, S("\t0\t0\t0\t0\t0\t"));
	strbuf_int(to, left);
	strbuf_putc(to, '\t');
	strbuf_int(to, top);
	strbuf_put(to, S("\t0\t0\t-1\t\n"));
}

static rc read_strip(const ocr_table *t, uint32_t left, uint32_t right, strbuf *out, err *e)
{
	strbuf picture;
	rc code;

	strbuf_init(&picture, NULL, LIMIT_OCR_PICTURE);
	picture_strip(t, left, right, &picture);
	put_own(out, OWN_STRIP, left, t->top);
	code = read_picture(strbuf_slice(&picture), -1, LAYOUT_TABLE, out, e);
	strbuf_done(&picture);
	return code;
}

/* A table column by column, so that the lines of its cells do not run together. */
static rc read_table(const ocr_table *t, strbuf *out, err *e)
{
	uint32_t left = 0;
	rc code = RC_OK;

	put_own(out, OWN_TABLE, 0, t->top);
	for (unsigned i = 0; i < t->ndown; i++)
		put_own(out, OWN_DOWN, t->down[i], 0);
	for (unsigned i = 0; i < t->nacross; i++)
		put_own(out, OWN_ACROSS, 0, t->top + t->across[i]);
	for (unsigned i = 0; code == RC_OK && i <= t->ndown; i++) {
		uint32_t right = i < t->ndown ? t->down[i] : t->width;

		if (right - left >= STRIP_MIN)
			code = read_strip(t, left, right, out, e);
		left = right;
	}
	return code;
}

/* The block of the signature once more, by itself. */
static rc read_signature(const ocr_page *page, slice rows, strbuf *out, err *e)
{
	strbuf picture;
	ocr_part part;
	rc code;

	if (!ocr_signature(rows, page, &part))
		return RC_OK;
	strbuf_init(&picture, NULL, LIMIT_OCR_PICTURE);
	picture_part(page, &part, &picture);
	put_own(out, OWN_AGAIN, part.left, part.top);
	code = read_picture(strbuf_slice(&picture), -1, LAYOUT_ANYWHERE, out, e);
	strbuf_done(&picture);
	return code;
}

/* A page made ready: its text, its signature again, then its tables. */
static rc read_page(ocr_page *page, strbuf *out, err *e)
{
	ocr_table tables[OCR_TABLES];
	size_t from = out->n;
	strbuf again;
	rc code;

	strbuf_init(&again, NULL, LIMIT_OCR_WORDS);
	for (unsigned i = 0; i < page->ntables; i++)
		picture_cut(page, i, &tables[i]);
	code = read_picture(strbuf_slice(&page->room), -1, LAYOUT_PAGE, out, e);
	if (code == RC_OK)
		code = read_signature(page, (slice){out->p + from, out->n - from}, &again, e);
	strbuf_put(out, strbuf_slice(&again));
	strbuf_done(&again);
	for (unsigned i = 0; i < page->ntables; i++) {
		if (code == RC_OK)
			code = read_table(&tables[i], out, e);
		strbuf_done(&tables[i].pixels);
	}
	return code;
}

/* The same of a grey picture that may lie crooked. */
static rc read_straight(slice pgm, strbuf *out, err *e)
{
	ocr_page page;
	rc code;

	if (picture_prepare(pgm, &page))
		code = read_page(&page, out, e);
	else
		code = err_set(e, RC_INPUT, MSG_DAMAGED, "not a grey picture");
	strbuf_done(&page.room);
	return code;
}

/* A page that can hardly be read may lie on its side or upside down; the way that gives most
 * is its own. *ret_quarters: how it was turned. */
static rc read_any_way(slice pgm, strbuf *out, unsigned *ret_quarters, err *e)
{
	static const unsigned ways[] = {1, 3, 2};
	size_t from = out->n;
	rc code = read_straight(pgm, out, e);
	uint64_t most;

	*ret_quarters = 0;
	if (code != RC_OK || !ocr_hardly_read(pgm, (slice){out->p + from, out->n - from}))
		return code;
	most = 2 * ocr_sure_letters((slice){out->p + from, out->n - from}) + SURE_LETTERS;
	for (size_t i = 0; code == RC_OK && i < ARRAY_LEN(ways); i++) {
		strbuf turned, rows;

		strbuf_init(&turned, NULL, LIMIT_OCR_PICTURE);
		strbuf_init(&rows, NULL, LIMIT_OCR_WORDS);
		if (picture_turned(pgm, ways[i], &turned))
			code = read_straight(strbuf_slice(&turned), &rows, e);
		if (code == RC_OK && ocr_sure_letters(strbuf_slice(&rows)) > most) {
			most = ocr_sure_letters(strbuf_slice(&rows));
			out->n = from;
			strbuf_put(out, strbuf_slice(&rows));
			*ret_quarters = ways[i];
		}
		strbuf_done(&turned);
		strbuf_done(&rows);
	}
	if (code == RC_OK && *ret_quarters > 0)
		put_own(out, OWN_TURNED, *ret_quarters, 0);
	return code;
}

/* The stamps of the page whose words were the last, from its coloured picture. */
static rc read_stamps(slice ppm, unsigned quarters, strbuf *out, err *e)
{
	static const struct {
		stamp_ink ink;
		int slant;
	} looks[] = {
		{INK_RED, 0},      {INK_RED_BARE, 0},  {INK_PALE, 0},
		{INK_PALE, SLANT}, {INK_PALE, -SLANT}, {INK_ALL, 0},
	};
	bool red = false;
	strbuf head, turned;
	rc code = RC_OK;

	strbuf_init(&head, NULL, LIMIT_OCR_PICTURE);
	strbuf_init(&turned, NULL, LIMIT_OCR_PICTURE);
	if (quarters > 0 && picture_turned(ppm, quarters, &turned))
		ppm = strbuf_slice(&turned);
	for (size_t i = 0; code == RC_OK && i < ARRAY_LEN(looks); i++) {
		if (red && looks[i].ink > INK_RED_BARE)
			break;
		strbuf_clear(&head);
		if (!picture_stamps(ppm, looks[i].ink, looks[i].slant, &head))
			continue;
		red = red || looks[i].ink == INK_RED;
		put_own(out, OWN_STAMPS, 0, 0);
		code = read_picture(strbuf_slice(&head), -1, LAYOUT_ANYWHERE, out, e);
	}
	strbuf_done(&turned);
	strbuf_done(&head);
	return code;
}

/* One page of a PDF, drawn in grey, or half as large in colours; *ret_end when it has no such page. */
static rc draw_page(slice pdf, unsigned page, bool grey, strbuf *out, bool *ret_end, err *e)
{
	char number[NUMBER_BYTES];
	tool program = {"pdftoppm",
	                SANDBOX_TOOL,
	                MSG_NEEDS_POPPLER,
	                {"-q", "-scale-to", grey ? TEXT(PIXELS) : STAMP_PIXELS, "-f", number, "-l",
	                 number, grey ? "-gray" : "-", grey ? "-" : NULL, NULL}};
	tool_end end = {0};
	rc code;

	(void)snprintf(number, sizeof number, "%u", page);
	code = tool_run(&program, pdf, out, &end, e);
	if (code != RC_OK)
		return code;
	*ret_end = WIFEXITED(end.status) && WEXITSTATUS(end.status) == EXIT_NO_SUCH_PAGE;
	if (end.status != 0 && !(*ret_end && page > 1))
		return err_set(e, RC_INPUT, MSG_DAMAGED, "pdftoppm status %d", end.status);
	return RC_OK;
}

static rc read_first_stamps(slice pdf, unsigned quarters, strbuf *out, err *e)
{
	strbuf drawn;
	bool end = false;
	rc code;

	strbuf_init(&drawn, NULL, LIMIT_OCR_PICTURE);
	code = draw_page(pdf, 1, false, &drawn, &end, e);
	if (code == RC_OK)
		code = read_stamps(strbuf_slice(&drawn), quarters, out, e);
	strbuf_done(&drawn);
	return code;
}

static rc read_pdf_page(slice pdf, unsigned page, strbuf *out, bool *ret_end, err *e)
{
	unsigned quarters = 0;
	strbuf drawn;
	rc code;

	strbuf_init(&drawn, NULL, LIMIT_OCR_PICTURE);
	code = draw_page(pdf, page, true, &drawn, ret_end, e);
	if (code == RC_OK && !*ret_end)
		code = read_any_way(strbuf_slice(&drawn), out, &quarters, e);
	strbuf_done(&drawn);
	if (code == RC_OK && !*ret_end && page == 1)
		code = read_first_stamps(pdf, quarters, out, e);
	return code;
}

static rc read_pdf(slice pdf, strbuf *out, err *e)
{
	bool end = false;
	rc code = RC_OK;

	for (unsigned page = 1; code == RC_OK && !end; page++) {
		if (page > LIMIT_OCR_PAGES + 1)
			return err_set(e, RC_LIMIT, MSG_TOO_MANY_PAGES, "pages of a scan");
		code = read_pdf_page(pdf, page, out, &end, e);
	}
	return code;
}

bool ocr_plain(slice picture, const char *kind, strbuf *out)
{
	/* unpaper opens its files by name; these are the names of its two pipes. */
	const tool program = {"unpaper",
	                      SANDBOX_PICTURE,
	                      MSG_NONE,
	                      {"--no-processing", "1", "-q", "--overwrite", "-t", kind,
	                       "/proc/self/fd/0", "/proc/self/fd/1", NULL}};
	tool_end end = {0};
	err e = {0};

	return tool_installed(&program) && tool_run(&program, picture, out, &end, &e) == RC_OK &&
	       end.status == 0;
}

static rc read_loose_stamps(slice picture, unsigned quarters, strbuf *out, err *e)
{
	strbuf plain;
	rc code = RC_OK;

	strbuf_init(&plain, NULL, LIMIT_OCR_PICTURE);
	if (ocr_plain(picture, "ppm", &plain))
		code = read_stamps(strbuf_slice(&plain), quarters, out, e);
	strbuf_done(&plain);
	return code;
}

/* The pictures of a TIFF file one by one, until tesseract finds no more. */
static rc read_pages(slice tiff, strbuf *out, err *e)
{
	for (int page = 0; page <= LIMIT_OCR_PAGES; page++) {
		size_t before = out->n;
		rc code = read_picture(tiff, page, LAYOUT_PAGE, out, e);

		if (code != RC_OK)
			return code;
		if (!slice_has((slice){out->p + before, out->n - before}, S("\n1\t")))
			return RC_OK;
		if (page == 0)
			code = read_loose_stamps(tiff, 0, out, e);
		if (code != RC_OK)
			return code;
	}
	return err_set(e, RC_LIMIT, MSG_TOO_MANY_PAGES, "pages of a scan");
}

static uint32_t tiff_number(slice s, size_t at, unsigned n)
{
	bool big = s.p[0] == 'M';
	uint32_t v = 0;

	for (unsigned i = 0; i < n && at + n <= s.n; i++)
		v |= (uint32_t)(unsigned char)s.p[at + i] << 8 * (big ? n - 1 - i : i);
	return v;
}

/* A TIFF file lists its pictures; does the list go on after the first? */
static bool has_more(slice tiff)
{
	size_t list, next;

	if (tiff.n < 8)
		return false;
	list = tiff_number(tiff, 4, 4);
	next = list + 2 + 12 * (size_t)tiff_number(tiff, list, 2);
	return tiff_number(tiff, next, 4) != 0;
}

static rc read_loose(slice picture, strbuf *out, err *e)
{
	unsigned quarters = 0;
	strbuf grey;
	pixels p;
	rc code;

	strbuf_init(&grey, NULL, LIMIT_OCR_PICTURE);
	if (ocr_plain(picture, "pgm", &grey) && picture_pixels(strbuf_slice(&grey), &p))
		code = read_any_way(strbuf_slice(&grey), out, &quarters, e);
	else
		code = read_picture(picture, -1, LAYOUT_PAGE, out, e);
	strbuf_done(&grey);
	return code == RC_OK ? read_loose_stamps(picture, quarters, out, e) : code;
}

rc ocr_words(const scan_file *s, strbuf *ret, err *e)
{
	bool end = false;
	rc code;

	if (s->kind == FILE_PDF && s->page > 0)
		code = read_pdf_page(s->bytes, s->page, ret, &end, e);
	else if (s->kind == FILE_PDF)
		code = read_pdf(s->bytes, ret, e);
	else if (s->kind == FILE_TIFF && has_more(s->bytes))
		code = read_pages(s->bytes, ret, e);
	else
		code = read_loose(s->bytes, ret, e);
	if (code == RC_OK && ret->failed != RC_OK)
		return err_set(e, RC_LIMIT, MSG_OVER_BUDGET, "words of a scan");
	return code;
}
