/*
 * docx_pictures.c - scans that somebody pasted into Word, and nothing else.
 *
 * The file is taken apart by the child that takes archives apart; each picture goes to
 * tesseract. Which stands first is said by the file's names for them, image1 before image10:
 * programs number them as they meet them. It is asked only when the file has no words.
 */
#include "app/intake/docx_pictures.h"

#include <stdlib.h>

#include "app/intake/container_priv.h"
#include "app/intake/extract_child_priv.h"
#include "reading/extract/limits.h"

enum { PICTURE_MIN = 16 << 10 /* bytes: less is a seal or a rule */, NUMBER_MAX = 1 << 20 };

typedef struct picture {
	uint32_t number, at; /* in its name; in the file */
	scan_file page;
} picture;
typedef VEC(picture) pictures;

static int by_number(const void *a, const void *b)
{
	const picture *x = a, *y = b;

	if (x->number != y->number)
		return (x->number > y->number) - (x->number < y->number);
	return (x->at > y->at) - (x->at < y->at);
}

static uint32_t number_of(slice name)
{
	uint32_t v = 0;

	for (size_t i = 0; i < name.n && v < NUMBER_MAX; i++)
		if (name.p[i] >= '0' && name.p[i] <= '9')
			v = v * 10 + (uint32_t)(name.p[i] - '0');
	return v;
}

static void keep(const member *m, arena *a, pictures *to)
{
	file_kind kind = sniff(m->bytes);

	if (!slice_starts(m->name, S("word/media/")) || !ocr_is_picture(kind) ||
	    m->bytes.n < PICTURE_MIN || to->n >= LIMIT_OCR_PAGES)
		return;
	*VEC_PUSH(a, to) = (picture){number_of(m->name), to->n, {kind, arena_copy(a, m->bytes), 0}};
}

/* On an arena of their own, which must not be guarded yet. */
static rc find(slice docx, arena *a, pictures *ret, err *e)
{
	unfolder u;
	member m;
	err why, end = {0};
	rc code = unfolder_open(&u, FILE_ZIP, docx, e);

	if (code == RC_OK && arena_guard(a) != 0) {
		code = err_set(e, a->failed, MSG_NO_MEMORY, "pictures of a Word file");
	} else if (code == RC_OK) {
		while (unfolder_next(&u, &m, &why, &end))
			if (why.rc == RC_OK)
				keep(&m, a, ret);
	}
	a->guarded = false;
	unfolder_done(&u);
	if (code == RC_OK && ret->n == 0)
		return err_set(e, RC_INPUT, MSG_EMPTY, "no words and no pictures");
	return code;
}

rc docx_pictures(slice docx, arena *a, rawdoc *ret, err *e)
{
	scan_file pages[LIMIT_OCR_PAGES];
	pictures all = {0};
	arena own;
	rc code;

	arena_init(&own, NULL, LIMIT_DOCUMENT_MEMORY);
	code = find(docx, &own, &all, e);
	if (all.n > 1)
		qsort(all.p, all.n, sizeof *all.p, by_number);
	for (uint32_t i = 0; i < all.n; i++)
		pages[i] = all.p[i].page;
	if (code == RC_OK)
		code = extract_scans(pages, all.n, a, ret, e);
	arena_done(&own);
	return code;
}
