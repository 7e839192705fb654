/*
 * extract_child_pdf.c - pdftotext, walled in, beside the reader of what it says.
 *
 * The PDF is read under the name of a descriptor: unlike a pipe that can be read from
 * anywhere. What it says it would write to a file, because it ends a file when the last word is said
 * and its standard output only when all of its memory is given back; that file is the pipe
 * (SANDBOX_WRITER). It must never be waited for while there is other work: whoever starts it
 * reads on meanwhile.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* F_SETPIPE_SZ */
#endif
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/intake/extract_child_priv.h"
#include "reading/extract/limits.h"

enum { SAID_BYTES = 2000, ENDING_MS = 2000, PIPE_BYTES = 1 << 20 };

#define TEXT_OF(n) #n
#define TEXT(n) TEXT_OF(n)
#define PAGES_ASKED                                                                                \
	5001 /* the argument is a word; by one page more it is known that there are more */
_Static_assert(PAGES_ASKED == LIMIT_PDF_PAGES + 1, "one limit");

rc pdf_tool_start(tool_work *w, slice pdf, err *e)
{
	static const tool pdftotext = {
		"pdftotext",
		SANDBOX_WRITER,
		MSG_NEEDS_POPPLER,
		{"-bbox", "-l", TEXT(PAGES_ASKED), "/proc/self/fd/1", "words", NULL}};
	rc code = tool_start(&pdftotext, pdf, w, e);

	if (code == RC_OK)
		(void)fcntl(w->out, F_SETPIPE_SZ, PIPE_BYTES); /* neither waits for the other */
	return code;
}

void pdf_tool_read(tool_work *w)
{
	if (w->out >= 0)
		(void)close(w->out);
	w->out = -1;
}

/* Why the program gave up, from what it said. */
static rc refused(const tool_work *w, int status, err *e)
{
	char said[SAID_BYTES];

	tool_complaint(w, said, sizeof said);
	if (tool_walled_out(status))
		return err_set(e, RC_IO, MSG_NO_SANDBOX, "seccomp or limits");
	if (strstr(said, "Incorrect password") != NULL)
		return err_set(e, RC_INPUT, MSG_ENCRYPTED, "pdftotext wants a password");
	/* Where both of its limits are one, the kernel says SIGKILL. */
	if (WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL))
		return err_set(e, RC_LIMIT, MSG_TOO_SLOW, "pdftotext used up its time");
	return err_set(e, RC_INPUT, MSG_DAMAGED, "pdftotext status %d", status);
}

rc pdf_tool_why(tool_work *w, err *e)
{
	int status;

	pdf_tool_read(w);
	status = tool_wait(w, ENDING_MS);
	return status != 0 ? refused(w, status, e) : RC_OK;
}
