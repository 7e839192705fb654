/*
 * job_read.h - a file becomes a reading: where the stages meet files, hashes and
 * the tables in use. The commands that read documents all begin here.
 */
#ifndef DONDOC_APP_JOB_READ_H
#define DONDOC_APP_JOB_READ_H

#include "app/intake/job_file.h"
#include "model/calendar.h"
#include "model/model_json.h"
#include "reading/reading.h"

/* What a command reads with. Embedded; job_reader_done() when finished. Read-only
 * once open, but it must not move: json_calendar points into it. */
struct job_doc;
typedef struct job_reader {
	arena a;
	reader rd;
	json_reader ident;
	char data_hash[65];
	calendar cal;
	json_calendar limits;
	const json_calendar *with_calendar; /* &limits, or NULL: none was asked for */
	bool allow_secret; /* an office on an independent network reads MẬT too */
	/* what is made of each document once it is read, before it is shown, by the thread that
	 * read it; NULL: nothing */
	rc (*prepare)(const struct job_reader *jr, struct job_doc *doc, err *e);
} job_reader;

/* job_reader_open() - registries: "NAME|FOLDER,…" or NULL for the built-in ones;
 * an item with a '/' in it is a folder. cal: a file, "builtin", or NULL for
 * none. MSG_REGISTRY_*, MSG_CALENDAR_BAD, MSG_FILE_UNREADABLE. After a failure too,
 * job_reader_done() is due. About a millisecond. */
MUST_CHECK rc job_reader_open(job_reader *ret, const char *registries, const char *cal, err *e);
void job_reader_done(job_reader *jr);

/* One document. Embedded; job_doc_done() when finished, also after a failure. */
typedef struct job_doc {
	arena a;
	json_source source; /* as much of it as is known, even of what failed */
	char sha256[65];
	slice original; /* the bytes that the hash is of; empty when there are none */
	rawdoc lines; /* as they came: what sheets are made from */
	reading r;
	const struct entry *entry; /* what `prepare` made: how it comes into a register */
} job_doc;

/* Gets each document; why NULL: it was read. Both are good until it returns. */
typedef void job_show(void *ctx, const job_doc *doc, const err *why);

/* job_read_file() - read the documents in a file that was begun: its own one, all that stand
 * in it one behind the other (parts.h: source.part says which, the further ones are called
 * "NAME#2"), or all those that a mail or an archive holds, in order. A file that is marked MẬT,
 * be it in one of its parts, is refused with MSG_SECRET, and nothing of it is kept. The file is stopped, and yet to be dropped.
 * Linear in the size. */
void job_read_file(const job_reader *jr, job_file *f, job_show *show, void *ctx);

/* job_read() - begin the file `path`, "-" is standard input, and read it. */
void job_read(const job_reader *jr, const char *path, job_show *show, void *ctx);

/* job_body_name() - the words of a code in the registries in use ("STC" → "Sở Tài
 * chính"); empty when it is none. */
slice job_body_name(const job_reader *jr, slice code);

#endif
