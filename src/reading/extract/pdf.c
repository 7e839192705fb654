/*
 * pdf.c - words with boxes into lines.
 */
#include "reading/extract/pdf.h"

rc rawdoc_from_words(slice xhtml, arena *a, rawdoc *ret, err *e)
{
	(void)xhtml;
	(void)a;
	(void)ret;
	return err_set(e, RC_INPUT, MSG_UNSUPPORTED, "pdf");
}
