/*
 * ahead.h - memory asked for while there is nothing else to do.
 */
#ifndef DONDOC_BASE_AHEAD_H
#define DONDOC_BASE_AHEAD_H

#include <stddef.h>

/* memory_ahead() - the next n bytes of malloc, and some of the stack, have their pages: what
 * is done with them later need not stop for each. A wish: where the system does not know it,
 * nothing happens. It must never be asked for more than what will be used: a page costs
 * as much to clear when nobody needs it. */
void memory_ahead(size_t n);

#endif
