/*
 * reader.h - what a reading is made with: a lexicon and the registries in use.
 * Read-only once made; shared by any number of threads.
 */
#ifndef DONDOC_READING_READER_H
#define DONDOC_READING_READER_H

#include "reading/lex/lexicon.h"
#include "reading/registry.h"

typedef struct reader {
	const lexicon *lex;
	const registry *reg;
	const struct said_table *said; /* facts/phrase.h: tables of phrases made ready */
	slice data_hash; /* SHA-256 of the tables, hexadecimal; set by whoever loads them */
	bool boxes; /* say where each word stands on its page */
} reader;

#endif
