/*
 * fuzz_xlsx.c - any bytes as a workbook, any text as the rows of one, and any text as
 * cells parted by marks; read, shaped, and made typed rows.
 */
#include "fuzz.h"

#include "../unit/zip_make.h"
#include "model/sheet_json.h"
#include "reading/extract/csv.h"
#include "reading/extract/xlsx.h"
#include "reading/sheets.h"

#define HEAD "<worksheet xmlns=\"m\"><sheetData>"
#define TAIL "</worksheet>"

typedef rc extractor(slice bytes, arena *a, rawdoc *ret, err *e);

static void read_one(extractor *run, slice file)
{
	json_source source = {.name = S("x"), .confidence = 1};
	json_reader with = {S("0"), S("0")};
	arena a;
	rawdoc *raw;
	reading *r;
	sheets *all;
	err e = {0};

	arena_init(&a, NULL, 0);
	raw = arena_new(&a, rawdoc);
	r = arena_new(&a, reading);
	all = arena_new(&a, sheets);
	if (run(file, &a, raw, &e) == RC_OK &&
	    reading_run_raw(fuzz_reader(), raw, &a, r, &e) == RC_OK) {
		fuzz_check_reading(r);
		if (sheets_run(fuzz_reader(), raw, NULL, r, &a, all, &e) == RC_OK) {
			strbuf out;
			json_out j;

			strbuf_init(&out, NULL, (size_t)64 << 20);
			j = jout_to(&out);
			sheet_json(&j, all, r, &source, &with);
			strbuf_done(&out);
		}
	}
	arena_done(&a);
}

/* The rows of a sheet, as programs write them and as the parser has to read them. */
static void read_rows(slice rows, bool plain)
{
	strbuf part;
	zip_make z;

	strbuf_init(&part, NULL, (size_t)1 << 20);
	strbuf_put(&part, plain ? S(HEAD) : S("<!-- x -->" HEAD));
	strbuf_put(&part, rows);
	strbuf_put(&part, S(TAIL));
	zm_begin(&z);
	zm_add(&z, S("xl/workbook.xml"),
	       S("<workbook xmlns=\"m\" xmlns:r=\"q\"><sheets><sheet name=\"A\" r:id=\"a\"/></sheets>"
	         "</workbook>"));
	zm_add(&z, S("xl/_rels/workbook.xml.rels"),
	       S("<Relationships xmlns=\"r\"><Relationship Id=\"a\" Type=\"x/worksheet\" "
	         "Target=\"a.xml\"/><Relationship Id=\"b\" Type=\"x/styles\" Target=\"b.xml\"/>"
	         "<Relationship Id=\"c\" Type=\"x/sharedStrings\" Target=\"c.xml\"/></Relationships>"));
	zm_add(&z, S("xl/a.xml"), strbuf_slice(&part));
	zm_add(&z, S("xl/b.xml"),
	       S("<styleSheet xmlns=\"m\"><numFmts><numFmt numFmtId=\"164\" formatCode=\"d/m/yy h:mm\"/>"
	         "</numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>"
	         "<xf numFmtId=\"4\"/></cellXfs></styleSheet>"));
	zm_add(&z, S("xl/c.xml"),
	       S("<sst xmlns=\"m\"><si><t>Nội dung</t></si><si><t>Cơ quan chủ trì</t></si></sst>"));
	read_one(rawdoc_from_xlsx, zm_end(&z));
	zm_done(&z);
	strbuf_done(&part);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	slice in = {(const char *)bytes, n};

	if (slice_starts(in, S("PK"))) {
		read_one(rawdoc_from_xlsx, in);
	} else if (slice_starts(in, S("<"))) {
		read_rows(in, true);
		read_rows(in, false);
	} else {
		read_one(rawdoc_from_csv, in);
	}
	return 0;
}
