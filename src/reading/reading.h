/*
 * reading.h - bytes in, a reading out: the list of passes, in order.
 */
#ifndef DONDOC_READING_READING_H
#define DONDOC_READING_READING_H

#include "model/reading.h"
#include "reading/extract/rawdoc.h"
#include "reading/reader.h"

/* reader_init() - a reader over these registries and the reader's own grammar.
 * cues: the bytes of data/grammar/cues.tsv. The tables must outlive the reader.
 * MSG_REGISTRY_BAD. About a millisecond. */
MUST_CHECK rc reader_init(const registry_tables *tables, uint32_t n, slice cues, arena *a,
                          reader *ret, err *e);

/* reader_freeze() - a reader as bytes, for a later start of the same program: the same
 * bytes for the same tables. reader_thaw() - a reader of them, which must outlive it: a
 * tenth of what reader_init() costs. False, with *ret untouched, when they are none. */
void reader_freeze(const reader *rd, arena *a, strbuf *to);
MUST_CHECK bool reader_thaw(slice frozen, arena *a, reader *ret);

/* reading_run() - read one plain text document. `bytes` must outlive ret, which
 * lives on `a`. On failure ret is unspecified and a still holds what was taken.
 * Pure; linear in bytes.n. */
MUST_CHECK rc reading_run(const reader *rd, slice bytes, arena *a, reading *ret, err *e);

/* reading_run_raw() - the same from an extractor's lines. */
MUST_CHECK rc reading_run_raw(const reader *rd, const rawdoc *doc, arena *a, reading *ret, err *e);

/* reading_figures() - pictures beside the words of doc that may hold what r lacks. Every signed PDF
 * has its seal: those of a PDF count only where nobody was found to have signed. */
uint32_t reading_figures(const rawdoc *doc, const reading *r);

#endif
