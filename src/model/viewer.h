/*
 * viewer.h - who is looking at the register. Every read of it takes one.
 *
 * An agency sees its own duties and the documents that were addressed to it; who is
 * late is named only to the Office, to leaders, to a compiler and to watchers
 * (ARCHITECTURE §5). The conditions stand in src/store/sql/scopes.sql.
 */
#ifndef DONDOC_MODEL_VIEWER_H
#define DONDOC_MODEL_VIEWER_H

#include <stdbool.h>
#include <stdint.h>

typedef struct viewer {
	int64_t user;   /* 0: the operator of this machine */
	int64_t agency; /* the body it speaks for; 0: none */
	bool all;       /* the Office and leaders: sees everything */
} viewer;

/* The operator at the command line, who can read the file itself. */
static inline viewer viewer_operator(void)
{
	return (viewer){.all = true};
}

static inline viewer viewer_of_agency(int64_t agency)
{
	return (viewer){.agency = agency};
}

#endif
