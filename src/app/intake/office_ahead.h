/*
 * office_ahead.h - the old office files of one run, converted a few at a time.
 */
#ifndef DONDOC_APP_OFFICE_AHEAD_H
#define DONDOC_APP_OFFICE_AHEAD_H

#include "app/intake/convert.h"

typedef struct office_ahead {
	const char *const *paths;
	uint32_t n;
	arena a; /* of the files at hand */
	convert_file files[CONVERT_MANY];
	uint32_t at[CONVERT_MANY]; /* index of each into paths */
	unsigned nfiles;
} office_ahead;

/* office_ahead_init() - for a run over these paths, which must outlive it. */
void office_ahead_init(office_ahead *o, const char *const *paths, uint32_t n);

/* office_ahead_find() - path i converted, or NULL: then it is no such file, or alone, or
 * wants a run of its own. Asked in the order of the paths. The answer is good until the
 * next batch: as long as nothing is asked for a path beyond CONVERT_MANY files on. Looks
 * at some hundred files ahead at most. */
const convert_file *office_ahead_find(office_ahead *o, uint32_t i, slice bytes);

void office_ahead_done(office_ahead *o);

#endif
