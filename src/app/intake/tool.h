/*
 * tool.h - one program of others, walled in, bytes in and bytes out.
 */
#ifndef DONDOC_APP_TOOL_H
#define DONDOC_APP_TOOL_H

#include <sys/types.h>

#include "app/intake/sandbox.h"
#include "base/strbuf.h"

enum { TOOL_ARGS = 16 };

typedef struct tool {
	const char *name; /* found in /usr/bin or /usr/local/bin */
	sandbox_kind walls;
	msg_id missing;
	const char *args[TOOL_ARGS]; /* from argv[1]; NULL at the end */
} tool;

/* A program at work. */
typedef struct tool_work {
	pid_t pid; /* -1: not running */
	int out;   /* what it says; -1: not there, or handed on */
	int said;  /* its complaints */
} tool_work;

#define TOOL_IDLE ((tool_work){-1, -1, -1})

/* What became of a program: how it ended, and the first of what it complained. */
typedef struct tool_end {
	int status;
	char said[400];
} tool_end;

/* tool_installed() - may the program be run? */
bool tool_installed(const tool *t);

/* tool_start() - run it walled in, `in` as its standard input, a memory file that it may
 * also open by name; behind SANDBOX_WRITER its output is descriptor 0, `in` 1. Waits until
 * it is executed or has failed to be, a fraction of a millisecond, and no longer. `ret` is to
 * be dropped also after a failure. */
MUST_CHECK rc tool_start(const tool *t, slice in, tool_work *ret, err *e);

/* tool_wait() - its end, within `ms`; it is ended then. The status is waitpid()'s; 0
 * when it was not running. */
int tool_wait(tool_work *w, int ms);

/* tool_complaint() - the first of what it complained, as a string. */
void tool_complaint(const tool_work *w, char *room, size_t n);

/* tool_walled_out() - it never ran, because a wall did not stand. */
bool tool_walled_out(int status);

/* tool_stop() - tell it to end: never waits. tool_drop() - end it, whatever it does. */
void tool_stop(tool_work *w);
void tool_drop(tool_work *w);

/* tool_run() - start it and wait; what it writes is appended to `out`. RC_OK however it
 * ended, unless it never ran, was too slow or said too much. */
MUST_CHECK rc tool_run(const tool *t, slice in, strbuf *out, tool_end *ret, err *e);

#endif
