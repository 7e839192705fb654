/*
 * leaf.c - pdftoppm draws, unpaper opens loose pictures; a scan is straightened as it was
 * before its words were read.
 *
 * It must never show a page otherwise than its words were found on it.
 */
#include "app/intake/leaf.h"

#include <stdio.h>
#include <sys/wait.h>

#include "app/intake/ocr_priv.h"
#include "reading/extract/limits.h"

#define TEXT_DPI "110"
#define SCAN_PIXELS "3508" /* LIMIT_OCR_PIXELS, as for reading */

/* NO_SUCH_PAGE: what pdftoppm ends with. */
enum { NUMBER_BYTES = 16, SMALLER = 2, NO_SUCH_PAGE = 99 };

static const tool drawer = {"pdftoppm", SANDBOX_TOOL, MSG_NEEDS_POPPLER, {NULL}};
static const tool opener = {"unpaper", SANDBOX_PICTURE, MSG_NONE, {NULL}};

slice leaf_lacks(slice media)
{
	if (slice_eq(media, S("application/pdf")))
		return tool_installed(&drawer) ? (slice){0} : S("poppler-utils");
	if (slice_starts(media, S("image/")))
		return tool_installed(&opener) ? (slice){0} : S("unpaper");
	return (slice){0};
}

static rc draw_pdf(slice bytes, unsigned page, bool scan, strbuf *to, err *e)
{
	char number[NUMBER_BYTES];
	tool program = drawer;
	const char *const text[] = {"-q", "-r", TEXT_DPI, "-f", number, "-l", number, "-"};
	const char *const grey[] = {"-q",   "-scale-to", SCAN_PIXELS, "-f",
	                            number, "-l",        number,      "-gray"};
	tool_end end = {0};
	rc code;

	(void)snprintf(number, sizeof number, "%u", page);
	for (size_t i = 0; i < ARRAY_LEN(text); i++)
		program.args[i] = scan && i < ARRAY_LEN(grey) ? grey[i] : text[i];
	code = tool_run(&program, bytes, to, &end, e);
	if (code != RC_OK || end.status == 0)
		return code;
	return err_set(e, RC_INPUT,
	               WEXITSTATUS(end.status) == NO_SUCH_PAGE ? MSG_NOT_A_PAGE : MSG_DAMAGED,
	               "pdftoppm status %d", end.status);
}

/* Half as large: a screen shows no more. */
static bool put_small(const ocr_page *p, strbuf *to)
{
	uint32_t width = p->width / SMALLER, height = p->height / SMALLER;
	const unsigned char *from = (const unsigned char *)p->room.p + p->pixels;
	unsigned char *shades;
	bool ok;
	arena a;

	arena_init(&a, NULL, 0);
	shades = arena_array(&a, unsigned char, (size_t)width *height);
	for (uint32_t y = 0; y < height; y++)
		for (uint32_t x = 0; x < width; x++) {
			const unsigned char *at = from + (size_t)y * SMALLER * p->width +
			                          (size_t)x * SMALLER;

			shades[(size_t)y * width + x] =
				(unsigned char)((at[0] + at[1] + at[p->width] + at[p->width + 1]) /
			                        4);
		}
	ok = png_write(&(pixels){shades, width, height, 1}, to);
	arena_done(&a);
	return ok;
}

static rc draw_scan(slice pgm, strbuf *to, err *e)
{
	ocr_page page;
	rc code = RC_OK;

	if (!picture_prepare(pgm, &page) || !put_small(&page, to))
		code = err_set(e, RC_INPUT, MSG_DAMAGED, "not a grey picture");
	strbuf_done(&page.room);
	return code;
}

rc leaf_draw(slice bytes, unsigned page, bool scan, strbuf *to, err *e)
{
	file_kind kind = sniff(bytes);
	strbuf drawn;
	pixels plain;
	rc code = RC_OK;

	if (kind != FILE_PDF && (!ocr_is_picture(kind) || page != 1))
		return err_set(e, RC_INPUT, MSG_NOT_A_PAGE, "no page %u to draw", page);
	strbuf_init(&drawn, NULL, LIMIT_OCR_PICTURE);
	if (kind == FILE_PDF)
		code = draw_pdf(bytes, page, scan, &drawn, e);
	else if (!ocr_plain(bytes, "pgm", &drawn))
		code = err_set(e, RC_INPUT, MSG_DAMAGED, "a loose picture");
	if (code == RC_OK && (scan || kind != FILE_PDF))
		code = draw_scan(strbuf_slice(&drawn), to, e);
	else if (code == RC_OK &&
	         !(picture_pixels(strbuf_slice(&drawn), &plain) && png_write(&plain, to)))
		code = err_set(e, RC_INPUT, MSG_DAMAGED, "not a picture");
	strbuf_done(&drawn);
	return code;
}
