/*
 * file.h - whole files in, whole buffers out. The one place that opens files
 * for reading; it knows nothing of what stands in them.
 */
#ifndef DONDOC_BASE_FILE_H
#define DONDOC_BASE_FILE_H

#include "base/arena.h"
#include "base/slice.h"

/* file_read() - the bytes of the file `path`, kept on `a`. MSG_FILE_UNREADABLE,
 * MSG_NOT_A_FILE (a folder, a device, a pipe), MSG_TOO_LARGE over `max` bytes.
 * The size is taken once; a file that grows meanwhile is read up to it. */
MUST_CHECK rc file_read(const char *path, size_t max, arena *a, slice *ret, err *e);

/* file_starts() - does the file `path` begin with these bytes, at most 16? False too for
 * what cannot be opened or is no file. */
bool file_starts(const char *path, slice head);

/* file_read_fd() - everything up to the end of an open file or pipe. The
 * descriptor stays the caller's. Same errors; amortised linear. */
MUST_CHECK rc file_read_fd(int fd, size_t max, arena *a, slice *ret, err *e);

/* file_write_fd() - all of s, in one write() where the system takes it whole.
 * MSG_WRITE_FAILED. */
MUST_CHECK rc file_write_fd(int fd, slice s, err *e);

#endif
