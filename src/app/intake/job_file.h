/*
 * job_file.h - a file on its way in: fetched, and what can work on it set to work.
 *
 * Begun early and read late: while other programs take the next file apart, this one
 * reads the file before it, or learns its words.
 */
#ifndef DONDOC_APP_JOB_FILE_H
#define DONDOC_APP_JOB_FILE_H

#include "app/intake/extract_child.h"
#include "app/intake/office_ahead.h"

#define JOB_DOC_MAX ((size_t)64 << 20)

typedef struct job_file {
	arena a;
	const char *path;
	slice name, bytes;
	err failed;     /* it could not be fetched */
	bool begun;     /* x is at work on all of `bytes` */
	extraction x;
} job_file;

/* job_file_begin() - fetch `path` ("-": standard input) and start what opens its kind.
 * ahead, where not NULL, may have it converted; path is then its number i.
 * The file must be dropped. Waits for the disk only, and for
 * standard input. `path` must outlive it. */
void job_file_begin(job_file *f, const char *path, office_ahead *ahead, uint32_t i);

/* job_file_begin_plain() - the same for a file of plain text, for which no process is
 * started. False: it is none, and nothing is left of it. */
bool job_file_begin_plain(job_file *f, const char *path);

/* job_file_stop() - tell what works on it to end, give its memory back. job_file_drop() must
 * follow, unless the program ends. Never waits. */
void job_file_stop(job_file *f);

/* job_file_drop() - end what works on it, give everything back. */
void job_file_drop(job_file *f);

#endif
