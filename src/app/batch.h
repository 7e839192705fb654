/*
 * batch.h - documents that reach the disk together.
 *
 * What every command that enters readings stands on: one transaction for some documents, so
 * that many come in a second; a document is acknowledged only when its batch is on disk.
 */
#ifndef DONDOC_APP_BATCH_H
#define DONDOC_APP_BATCH_H

#include "app/intake/job_read.h"
#include "register/entry/enter.h"

typedef struct batch_counts {
	uint32_t entered, again, duties, past;
	uint32_t unread; /* behind them in their files stands another document that nobody read */
} batch_counts;

typedef struct batch {
	reg *r;
	bool accept_all, track_past;
	uint32_t expected;    /* so many will come, about; 0: nobody knows */
	uint32_t n;           /* in the open transaction */
	int64_t bytes;        /* of their originals */
	int64_t began;        /* ticks_ms() */
	batch_counts pending, done; /* not on disk yet; on disk */
} batch;

/* batch_init() - nothing is open yet, and nothing is held. */
void batch_init(batch *b, reg *r);

/* batch_prepare() - what a document becomes, made where it is read: the `prepare` of a
 * job_reader whose documents are to be entered. Linear in the reading. */
MUST_CHECK rc batch_prepare(const job_reader *jr, job_doc *doc, err *e);

/* batch_enter() - enter a document that was prepared, beginning a transaction where none is
 * open. After a failure batch_end(b, false) is due. */
MUST_CHECK rc batch_enter(batch *b, const job_doc *doc, entered *ret, err *e);

/* batch_is_full() - so many, or so long open, that others should have their turn. */
bool batch_is_full(const batch *b);

/* batch_end() - end the transaction if one is open: with `keep` its documents are on disk
 * when this returns RC_OK, else nothing of them is. */
MUST_CHECK rc batch_end(batch *b, bool keep, err *e);

/* batch_tidy() - when no more will come: search is quick again after many documents. They are on
 * disk and findable without it. Nothing for a few. */
MUST_CHECK rc batch_tidy(batch *b, err *e);

#endif
