/*
 * extract_child_priv.h - the steps of reading in a child.
 */
#ifndef DONDOC_APP_EXTRACT_CHILD_PRIV_H
#define DONDOC_APP_EXTRACT_CHILD_PRIV_H

#include <sys/types.h>

#include "app/intake/extract_child.h"
#include "app/intake/ocr.h"
#include "base/strbuf.h"

/* child_wait_for() - read what child `pid` writes to `fd` until it closes it, then take its
 * exit status. Ends it when it takes more than `ms` milliseconds or says too much. Closes
 * fd. */
MUST_CHECK rc child_wait_for(pid_t pid, int fd, int64_t ms, strbuf *ret, int *ret_status, err *e);

/* pdf_tool_start() - start pdftotext on a PDF; `w` is to be dropped also after a failure.
 * MSG_NEEDS_POPPLER. */
MUST_CHECK rc pdf_tool_start(tool_work *w, slice pdf, err *e);

/* pdf_tool_read() - somebody else reads what it says. */
void pdf_tool_read(tool_work *w);

/* pdf_tool_why() - its words were not what they should be: wait for its end, and ask it
 * why. MSG_ENCRYPTED, MSG_DAMAGED, MSG_TOO_SLOW, MSG_NO_SANDBOX; RC_OK when it knows
 * nothing. */
rc pdf_tool_why(tool_work *w, err *e);

/* extract_scans() - the lines of scans, one after the other, as of one document: tesseract's
 * words first, then a reader of them in a child. `a` must not be guarded. Errors of
 * ocr_words(). */
MUST_CHECK rc extract_scans(const scan_file *scans, uint32_t n, arena *a, rawdoc *ret, err *e);

/* wire_send() - the answer of a child into a pipe: lines, or the error `why` when it is
 * not NULL. Allocates nothing. False when the pipe does not take it. */
MUST_CHECK bool wire_send(int fd, const rawdoc *doc, const err *why);

/* wire_is_whole() - whether an answer has the length that it says: then its sender need
 * not be waited for. */
bool wire_is_whole(slice answer);

/* wire_get() - read an answer. Believes nothing: every slice inside the text, all of
 * it UTF-8 without NUL, every count within the bytes that came. `answer` must
 * outlive ret. An error that the child reported is set as if it had been found
 * here. MSG_READER_DIED for an answer that does not hold together. */
MUST_CHECK rc wire_get(slice answer, arena *a, rawdoc *ret, err *e);

#endif
