/*
 * extract.c - which extractor reads which kind of file, and why another does not.
 *
 * A table and nothing else: it must never look into a file.
 */
#include "reading/extract/extract.h"

#include "reading/extract/csv.h"
#include "reading/extract/docx.h"
#include "reading/extract/html.h"
#include "reading/extract/pdf.h"
#include "reading/extract/tsv.h"
#include "reading/extract/xlsx.h"
#include "reading/extract/xml.h"
#include "reading/extract/zip.h"

typedef rc extractor(slice bytes, arena *a, rawdoc *ret, err *e);

static rc office_ready(err *e)
{
	rc code = zip_ready(e);

	return code == RC_OK ? xml_ready(e) : code;
}

static const struct {
	extractor *run;
	rc (*prepare)(err *e);
	msg_id refused; /* of kinds without an extractor */
} extractors[FILE_KIND_COUNT] = {
	[FILE_TEXT] = {.run = rawdoc_from_text},
	[FILE_DOCX] = {.run = rawdoc_from_docx, .prepare = office_ready},
	[FILE_HTML] = {.run = rawdoc_from_html, .prepare = html_ready},
	[FILE_XLSX] = {.run = rawdoc_from_xlsx, .prepare = office_ready},
	[FILE_CSV] = {.run = rawdoc_from_csv},
	[FILE_PDF] = {.run = rawdoc_from_words},
	[FILE_ENCRYPTED] = {.refused = MSG_ENCRYPTED},
	[FILE_PNG] = {.run = rawdoc_from_tsv},
	[FILE_JPEG] = {.run = rawdoc_from_tsv},
	[FILE_TIFF] = {.run = rawdoc_from_tsv},
	[FILE_GIF] = {.refused = MSG_BINARY},
	[FILE_OTHER] = {.refused = MSG_BINARY},
};

rc extract_prepare(file_kind k, err *e)
{
	return extractors[k].prepare == NULL ? RC_OK : extractors[k].prepare(e);
}

rc extract_run(file_kind k, slice bytes, arena *a, rawdoc *ret, err *e)
{
	if (bytes.n == 0)
		return err_set(e, RC_INPUT, MSG_EMPTY, "no bytes");
	if (extractors[k].run == NULL)
		return err_set(e, RC_INPUT,
		               extractors[k].refused != MSG_NONE ? extractors[k].refused
		                                                 : MSG_UNSUPPORTED,
		               "kind %d", (int)k);
	return extractors[k].run(bytes, a, ret, e);
}

bool extract_foreign(file_kind k)
{
	return k != FILE_TEXT && extractors[k].run != NULL;
}
