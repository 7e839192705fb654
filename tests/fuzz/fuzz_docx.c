/*
 * fuzz_docx.c - any bytes as an archive, and any text as the body of a Word file,
 * read and shaped.
 */
#include "fuzz.h"

#include "../unit/zip_make.h"
#include "reading/extract/docx.h"
#include "reading/reading.h"

#define HEAD "<w:document xmlns:w=\"w\" xmlns:mc=\"m\"><w:body>"

static const slice numbering = S(
	"<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\">"
	"<w:numFmt w:val=\"lowerRoman\"/><w:lvlText w:val=\"%1.%2\"/></w:lvl></w:abstractNum>"
	"<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>");

static void read_one(slice file)
{
	arena a;
	rawdoc *raw;
	reading *r;
	err e = {0};

	arena_init(&a, NULL, 0);
	raw = arena_new(&a, rawdoc);
	r = arena_new(&a, reading);
	if (rawdoc_from_docx(file, &a, raw, &e) == RC_OK &&
	    reading_run_raw(fuzz_reader(), raw, &a, r, &e) == RC_OK)
		fuzz_check_reading(r);
	arena_done(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	slice in = {(const char *)bytes, n};
	strbuf body;
	zip_make z;

	if (slice_starts(in, S("PK"))) {
		read_one(in);
		return 0;
	}
	strbuf_init(&body, NULL, (size_t)1 << 20);
	if (!slice_starts(in, S("<?xml")))
		strbuf_put(&body, S(HEAD));
	strbuf_put(&body, in);
	if (!slice_starts(in, S("<?xml")))
		strbuf_put(&body, S("</w:body></w:document>"));
	zm_begin(&z);
	zm_add(&z, S("word/document.xml"), strbuf_slice(&body));
	zm_add(&z, S("word/numbering.xml"), numbering);
	zm_add(&z, S("word/footnotes.xml"), strbuf_slice(&body));
	read_one(zm_end(&z));
	zm_done(&z);
	strbuf_done(&body);
	return 0;
}
