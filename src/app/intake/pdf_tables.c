/*
 * pdf_tables.c - see the rules of a page, so that its words can be put into cells.
 *
 * A text PDF says nothing of tables; only its picture shows them. Most pages have none
 * and are never drawn. The picture is made by pdftoppm within its walls, and only
 * its rules are looked at, never its letters.
 */
#include "app/intake/pdf_tables.h"

#include <stdio.h>

#include "app/intake/ocr_priv.h"
#include "reading/extract/limits.h"
#include "reading/extract/ruled.h"

#define DPI_WORD "150"
enum { DPI = 150, TENTHS = 720, PAGES = 64 /* drawn, at most */, NUMBER_BYTES = 16 };

static bool draw(slice pdf, uint32_t page, strbuf *out)
{
	char number[NUMBER_BYTES];
	tool program = {"pdftoppm",
	                SANDBOX_TOOL,
	                MSG_NEEDS_POPPLER,
	                {"-q", "-gray", "-r", DPI_WORD, "-f", number, "-l", number, "-", NULL}};
	tool_end end = {0};
	err e = {0};

	(void)snprintf(number, sizeof number, "%u", page);
	return tool_run(&program, pdf, out, &end, &e) == RC_OK && end.status == 0;
}

static void rules_put(const uint32_t *from, unsigned n, uint32_t shift, arena *a, rule_list *to)
{
	for (unsigned i = 0; i < n; i++)
		*VEC_PUSH(a, to) = (int32_t)((uint64_t)(from[i] + shift) * TENTHS / DPI);
}

static void page_look(ocr_page *page, uint32_t number, arena *a, ruled_tables *ret)
{
	for (unsigned i = 0; i < page->ntables; i++) {
		ruled_table one = {.page = number};
		ocr_table t;

		picture_cut(page, i, &t);
		strbuf_done(&t.pixels);
		rules_put(t.across, t.nacross, t.top, a, &one.across);
		rules_put(t.down, t.ndown, 0, a, &one.down);
		*VEC_PUSH(a, ret) = one;
	}
}

static rc cells_part(const ruled_tables *tables, arena *a, rawdoc *doc, err *e)
{
	if (arena_guard(a) != 0) {
		a->guarded = false;
		return err_set(e, a->failed,
		               a->failed == RC_LIMIT ? MSG_OVER_BUDGET : MSG_NO_MEMORY,
		               "the cells of tables");
	}
	ruled_cells(doc, tables, a);
	a->guarded = false;
	return RC_OK;
}

rc pdf_tables(slice pdf, arena *a, rawdoc *doc, err *e)
{
	page_numbers pages = {0};
	ruled_tables found = {0};
	rc code = RC_OK;
	arena own;

	arena_init(&own, NULL, 0);
	ruled_pages(doc, &own, &pages);
	for (uint32_t i = 0; i < pages.n && i < PAGES; i++) {
		ocr_page page = {.ntables = 0};
		strbuf drawn;

		strbuf_init(&drawn, NULL, LIMIT_OCR_PICTURE);
		strbuf_init(&page.room, NULL, 0);
		if (draw(pdf, pages.p[i], &drawn) && picture_as_drawn(strbuf_slice(&drawn), &page))
			page_look(&page, pages.p[i], &own, &found);
		strbuf_done(&drawn);
		strbuf_done(&page.room);
	}
	if (found.n > 0)
		code = cells_part(&found, a, doc, e);
	arena_done(&own);
	return code;
}
