/*
 * score_read.h - finding the documents behind the labels, and their readings.
 */
#ifndef DONDOC_APP_SCORE_READ_H
#define DONDOC_APP_SCORE_READ_H

#include "app/score/score.h"

typedef struct score_paths {
	slice gold;     /* folder of labels */
	slice docs;     /* folder looked in before gold/../docs; may be empty */
	slice readings; /* folder of ready readings, NNN.json; empty: documents are read */
	slice program;  /* what reads a document; empty: this very program */
} score_paths;

typedef VEC(slice) slices;

/* score_labels_list() - the numbers ("001") of the label files, ascending.
 * MSG_FILE_UNREADABLE. */
MUST_CHECK rc score_labels_list(slice folder, arena *a, slices *ret, err *e);

/* score_labels() - the labels of one document. MSG_GOLD_BAD with file and line in
 * the detail. The caller owns the result (json_decref). */
MUST_CHECK rc score_labels(const score_paths *p, slice name, arena *a, json_t **ret, err *e);

/* score_disputes() - the labels shown to be wrong, into t: lines of document, field,
 * words, reason, with tabs between; '#' begins a comment. MSG_GOLD_BAD with the line. */
MUST_CHECK rc score_disputes(const char *path, score_tally *t, err *e);

/* score_reading() - the reading of one document, or NULL when there is none: no
 * such file, an error in its place, no JSON, a program that died. Each document
 * is read by a process of its own, so that one which kills the reader costs only
 * itself. The caller owns the result. */
json_t *score_reading(const score_paths *p, slice name, arena *a);

#endif
