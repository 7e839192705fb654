/*
 * extract_child_priv.h - the steps of reading in a child.
 */
#ifndef DONDOC_APP_EXTRACT_CHILD_PRIV_H
#define DONDOC_APP_EXTRACT_CHILD_PRIV_H

#include <sys/types.h>

#include "app/extract_child.h"
#include "base/strbuf.h"

/* child_wait() - read what child `pid` writes to `fd` until it closes it, then take its exit
 * status. Ends it when it is too slow or says too much. Closes fd. */
MUST_CHECK rc child_wait(pid_t pid, int fd, strbuf *ret, int *ret_status, err *e);

/* child_wait_for() - the same with a time of its own, in milliseconds. */
MUST_CHECK rc child_wait_for(pid_t pid, int fd, int64_t ms, strbuf *ret, int *ret_status, err *e);

/* child_words() - the word list that pdftotext makes of a PDF. */
MUST_CHECK rc child_words(slice pdf, strbuf *ret, err *e);

/* wire_put() - the answer of a child: lines, or the error `why` when it is not NULL. */
void wire_put(strbuf *to, const rawdoc *doc, const err *why);

/* wire_get() - read an answer. Believes nothing: every slice inside the text, all of
 * it UTF-8 without NUL, every count within the bytes that came. `answer` must
 * outlive ret. An error that the child reported is set as if it had been found
 * here. MSG_READER_DIED for an answer that does not hold together. */
MUST_CHECK rc wire_get(slice answer, arena *a, rawdoc *ret, err *e);

#endif
