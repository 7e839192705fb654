/*
 * pdf_pictures.c - each page by what it is: text where there is text, else what tesseract sees.
 *
 * An annex is often a scan behind a letter that was printed to the file. A page counts as a
 * picture only where one covers it: the last lines of a letter alone on their page do not.
 * pdfimages says how large pictures are, in print; it must never be asked for their bytes.
 */
#include "app/intake/pdf_pictures.h"

#include <stdio.h>

#include "app/intake/extract_child_priv.h"
#include "app/intake/ocr_priv.h"
#include "reading/extract/limits.h"
#include "reading/extract/mixed.h"

enum { NUMBER_BYTES = 16, LIST_MAX = 4 << 20 };

/*
 * Whether a picture is among the file's objects. Its dictionary belongs to a stream, which may lie in no
 * compressed object (ISO 32000-1, 7.5.7), so its type stands in plain bytes; pictures within a page's
 * own content are for some 4 KB (8.9.7), not for a page. /ImageB, /ImageC, /ImageI are procedures.
 */
static bool has_pictures(slice pdf)
{
	slice type = slice_c("/Image");
	const char *end = pdf.p + pdf.n, *at;

	while ((at = slice_find(pdf, type)) != NULL) {
		at += type.n;
		if (at == end || *at < 'A' || *at > 'Z')
			return true;
		pdf = (slice){at, (size_t)(end - at)};
	}
	return false;
}

/* What pdfimages lists from the first bare page to the last; false when it cannot. */
static bool list_pictures(slice pdf, const rawdoc *doc, strbuf *ret)
{
	char first[NUMBER_BYTES], last[NUMBER_BYTES];
	const tool program = {"pdfimages",
	                      SANDBOX_TOOL,
	                      MSG_NEEDS_POPPLER,
	                      {"-list", "-f", first, "-l", last, "-", NULL}};
	tool_end end = {0};
	err e = {0};

	(void)snprintf(first, sizeof first, "%u", doc->bare.p[0]);
	(void)snprintf(last, sizeof last, "%u", doc->bare.p[doc->bare.n - 1]);
	return tool_run(&program, pdf, ret, &end, &e) == RC_OK && end.status == 0;
}

/* Of the bare pages those with a picture; all when nobody can say. A process is asked only about a
 * file that has one: a signature alone on its page costs a letter no second program. */
static void keep_pictures(slice pdf, rawdoc *doc)
{
	strbuf list;

	strbuf_init(&list, NULL, LIST_MAX);
	if (!has_pictures(pdf) || list_pictures(pdf, doc, &list))
		mixed_covered(doc, strbuf_slice(&list));
	strbuf_done(&list);
}

static rc page_take(rawdoc *doc, uint32_t number, const rawdoc *page, arena *a, err *e)
{
	if (arena_guard(a) != 0) {
		a->guarded = false;
		return err_set(e, a->failed,
		               a->failed == RC_LIMIT ? MSG_OVER_BUDGET : MSG_NO_MEMORY,
		               "the pages that are pictures");
	}
	mixed_put(doc, number, page, a);
	a->guarded = false;
	return RC_OK;
}

rc pdf_pictures(slice pdf, arena *a, rawdoc *doc, err *e)
{
	uint32_t unread = 0;
	rc code = RC_OK;

	if (doc->bare.n > 0)
		keep_pictures(pdf, doc);
	for (uint32_t i = 0; code == RC_OK && i < doc->bare.n; i++) {
		uint32_t number = doc->bare.p[i];
		rawdoc page;
		err why = {0};

		if (extract_scans(&(scan_file){FILE_PDF, pdf, number}, 1, a, &page, &why) == RC_OK)
			code = page_take(doc, number, &page, a, e);
		else if (why.id != MSG_NO_WORDS)
			doc->bare.p[unread++] = number;
	}
	doc->bare.n = unread;
	return code;
}
