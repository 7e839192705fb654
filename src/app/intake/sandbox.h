/*
 * sandbox.h - what a child that opens foreign files may still do.
 */
#ifndef DONDOC_APP_SANDBOX_H
#define DONDOC_APP_SANDBOX_H

#include "base/err.h"

typedef enum sandbox_kind {
	SANDBOX_READER, /* our own code: memory, and the pipes that are open; no standard ones */
	SANDBOX_TOOL,   /* a program to be executed: it may also read what is installed */
	SANDBOX_WRITER, /* the same, told that each file it makes is its descriptor 0; none is made */
	SANDBOX_OCR, /* as a tool, with the time that reading a picture takes */
	SANDBOX_PICTURE, /* a program that opens its own standard output by name; landlock must stand */
	SANDBOX_COUNT
} sandbox_kind;

/* sandbox_enter() - called in a child, once, for good: limits of limits.def, no new
 * rights, no network, no writing to files, no signals to others. Descriptors above
 * `keep` are closed. False when the kernel refused any wall that must stand; landlock is a
 * second wall where the kernel has it. Allocates nothing. */
MUST_CHECK bool sandbox_enter(sandbox_kind kind, int keep);

/* sandbox_may_lack() - does this machine's setting allow foreign files without walls, because its
 * kernel has none? */
bool sandbox_may_lack(void);

#endif
