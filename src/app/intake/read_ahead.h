/*
 * read_ahead.h - plain texts are read by other threads while what was read is entered.
 *
 * Entering is one thread's work: one transaction writes at a time. Reading needs nobody, so
 * it goes on meanwhile, a few documents ahead. Other kinds of file are not touched: they
 * need processes, which a program of several threads must not start.
 */
#ifndef DONDOC_APP_READ_AHEAD_H
#define DONDOC_APP_READ_AHEAD_H

#include "app/intake/job_read.h"

typedef struct read_ahead read_ahead;

/* read_ahead_takes() - does this look like plain text, which is read at once? Anything else may
 * keep others from writing meanwhile. */
bool read_ahead_takes(const char *path);

/* read_ahead_open() - begin to read what of these paths looks like plain text; jr and paths
 * must outlive it. NULL: no threads can be had, then nothing is read ahead. */
read_ahead *read_ahead_open(const job_reader *jr, const char *const *paths, uint32_t n);

/* read_ahead_show() - show path i as job_read() does. False: it is not plain text, job_read()
 * it yourself. Asked for paths in ascending order, none left out. */
bool read_ahead_show(read_ahead *ra, uint32_t i, job_show *show, void *ctx);

/* read_ahead_close() - end the threads; what was not asked for is forgotten. NULL is fine. */
void read_ahead_close(read_ahead *ra);

#endif
