/*
 * extract_child.h - foreign formats are opened in a child that can do no harm.
 */
#ifndef DONDOC_APP_EXTRACT_CHILD_H
#define DONDOC_APP_EXTRACT_CHILD_H

#include "reading/extract/extract.h"

#include "app/intake/tool.h"

/* A file being read by others: programs and a child of ours. */
typedef struct extraction {
	file_kind kind;
	slice bytes;
	pid_t reader; /* -1: none */
	int answer;
	tool_work tool; /* pdftotext */
	err failed; /* it could not be started */
} extraction;

/* Nobody at work. */
#define EXTRACTION_NONE ((extraction){.reader = -1, .answer = -1, .tool = TOOL_IDLE})

/* extract_start() - begin to read a file of kind k; plain text and pictures wait for
 * extract_finish(). `bytes` must live until then. Never waits. */
void extract_start(extraction *x, file_kind k, slice bytes);

/* extract_finish() - as extract_run() of the bytes of any file. Plain text is read
 * here; all else in a child of its own, whose answer is checked as if an enemy
 * had written it. `a` must not be guarded. Whoever has answered may still be ending:
 * extract_drop() must follow. MSG_READER_DIED, MSG_TOO_SLOW, MSG_NO_SANDBOX,
 * MSG_NEEDS_*. Costs a fork a document, for a PDF two. */
MUST_CHECK rc extract_finish(extraction *x, arena *a, rawdoc *ret, err *e);

/* extract_stop() - tell what was started to end; extract_drop() must follow, unless this
 * program ends too. Never waits: the end of a process takes a tenth of its life. */
void extract_stop(extraction *x);

/* extract_drop() - end what was started. */
void extract_drop(extraction *x);

/* extract_in_child() - all three. */
MUST_CHECK rc extract_in_child(file_kind k, slice bytes, arena *a, rawdoc *ret, err *e);

#endif
