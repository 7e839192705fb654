/*
 * bench_docx.c - a Word file to record, in this process, beside inflating its parts and
 * letting expat run over them.
 *
 * By processor time: other work on the machine is not what is measured. The walls around
 * a file that comes from outside are left out, here and of the peer: they are measured where
 * `dondoc read` is.
 */
#include "app/bench/bench_docx.h"

#include "app/bench/bench_report.h"
#include "app/bench/bench_run.h"
#include "app/intake/job_read.h"
#include "base/file.h"
#include "reading/extract/docx.h"
#include "reading/extract/xml.h"
#include "reading/extract/zip.h"

#define FILE_MAX ((size_t)16 << 20)
#define JSON_MAX ((size_t)64 << 20)
#define BUDGET ((size_t)1 << 30)
#define A_WHILE 0.1 /* seconds of one run */

typedef rc thing(const job_reader *jr, slice file, strbuf *out, err *e);

static rc to_record(const job_reader *jr, slice file, strbuf *out, err *e)
{
	json_source source = {.name = S("x.docx"), .bytes = (int64_t)file.n, .confidence = 1};
	json_out to = jout_to(out);
	rawdoc lines = {0};
	reading r;
	arena a;
	rc code;

	strbuf_clear(out);
	arena_init(&a, NULL, BUDGET);
	code = rawdoc_from_docx(file, &a, &lines, e);
	if (code == RC_OK)
		code = reading_run_raw(&jr->rd, &lines, &a, &r, e);
	if (code == RC_OK)
		model_json_document(&to, &r, &source, &jr->ident, NULL);
	arena_done(&a);
	return code;
}

/* What no reader of Word files can do without. */
static rc unpack_and_parse(const job_reader *jr, slice file, strbuf *out, err *e)
{
	static const slice names[] = {S("word/document.xml"), S("word/styles.xml"),
	                              S("word/numbering.xml"), S("word/footnotes.xml"),
	                              S("word/endnotes.xml")};
	slice parts[ARRAY_LEN(names)];
	arena a;
	rc code;

	(void)jr;
	(void)out;
	arena_init(&a, NULL, BUDGET);
	code = zip_parts(file, names, parts, ARRAY_LEN(names), &a, e);
	for (size_t i = 0; code == RC_OK && i < ARRAY_LEN(names); i++)
		if (parts[i].p != NULL)
			code = xml_plain(parts[i], e);
	arena_done(&a);
	return code;
}

/* Processor seconds of one, from as many as fit into a while. */
static rc take_time(thing *what, const job_reader *jr, slice file, strbuf *out, bench_times *ret,
                    err *e)
{
	double from = bench_worked(), took = 0;
	unsigned n = 0;

	while (took < A_WHILE) {
		rc code = what(jr, file, out, e);

		if (code != RC_OK)
			return code;
		took = bench_worked() - from;
		n++;
	}
	bench_times_add(ret, took / n);
	return RC_OK;
}

static rc measure_file(const job_reader *jr, slice file, unsigned runs, bool *pass, err *e)
{
	bench_times ours = {0}, peer = {0};
	measure speed = {.name = "docx-to-record",
	                 .unit = "documents/s",
	                 .peer = "inflate + expat",
	                 .note = "one core, processor time",
	                 .at_least = 1000,
	                 .bytes = file.n,
	                 .runs = runs};
	measure share = {.name = "docx-to-peer",
	                 .unit = "times",
	                 .peer = "inflate + expat",
	                 .at_most = 2.5,
	                 .bytes = file.n,
	                 .runs = runs};
	rc code = RC_OK;
	strbuf out;

	strbuf_init(&out, NULL, JSON_MAX);
	for (unsigned i = 0; code == RC_OK && i < runs; i++) {
		code = take_time(to_record, jr, file, &out, &ours, e);
		if (code == RC_OK)
			code = take_time(unpack_and_parse, jr, file, &out, &peer, e);
	}
	strbuf_done(&out);
	if (code != RC_OK)
		return code;
	speed.best = 1 / bench_best(&ours);
	speed.median = 1 / bench_median(&ours);
	speed.peer_best = 1 / bench_best(&peer);
	speed.ratio = speed.best / speed.peer_best;
	share.best = bench_best(&ours) / bench_best(&peer);
	share.median = bench_median(&ours) / bench_median(&peer);
	bench_report(&speed, pass);
	bench_report(&share, pass);
	return RC_OK;
}

rc bench_docx(const bench_options *o, bool *pass, err *e)
{
	job_reader jr;
	slice file;
	rc code;

	code = job_reader_open(&jr, NULL, NULL, e);
	if (code == RC_OK)
		code = o->file == NULL ? err_set(e, RC_USAGE, MSG_FILE_UNREADABLE, "no --file")
		                       : file_read(o->file, FILE_MAX, &jr.a, &file, e);
	if (code == RC_OK)
		code = zip_ready(e);
	if (code == RC_OK)
		code = measure_file(&jr, file, o->runs, pass, e);
	job_reader_done(&jr);
	return code;
}
