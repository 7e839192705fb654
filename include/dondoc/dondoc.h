/*
 * dondoc.h - libdondoc: read Vietnamese administrative documents.
 *
 * Bytes go in, JSON comes out ("dondoc.document/1": meetings, duties, deadlines,
 * citations, recipients, each with the words that it came from). The library
 * opens no file, has no clock, keeps no global state, prints nothing, starts no
 * thread and changes no locale. All memory comes from the caller's allocator;
 * a refusal is an error, never an end of the program.
 *
 *	dd_reader *reader;
 *	dd_result *result;
 *
 *	if (dd_reader_new(NULL, &reader, NULL) != DD_OK)
 *		...
 *	if (dd_read(reader, bytes, n, NULL, &result) == DD_OK)
 *		fwrite(dd_result_json(result, &size), ...);
 *	dd_result_free(result);
 *	dd_reader_free(reader);
 *
 * Structs of options begin with their own size, so that later versions can add to
 * them: set `size = sizeof options` and leave the rest zero.
 */
#ifndef DONDOC_DONDOC_H
#define DONDOC_DONDOC_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum dd_status {
	DD_OK = 0,
	DD_INPUT = 1,  /* the bytes or a table are not what they should be */
	DD_LIMIT = 2,  /* over a stated limit */
	DD_NOMEM = 3,  /* the allocator said no */
	DD_USAGE = 5,  /* an argument is wrong */
} dd_status;

/* Where memory comes from. alloc() gives memory aligned for anything, or NULL;
 * free() is never called with NULL. Both must outlive what was made with them,
 * and be safe in every thread that reads. */
typedef struct dd_allocator {
	void *(*alloc)(void *ctx, size_t n);
	void (*free)(void *ctx, void *p);
	void *ctx;
} dd_allocator;

/* A registry of bodies: the bytes of its tables (data/registry/README.md says what
 * stands in them). With all three tables NULL: the built-in registry of that
 * name. Borrowed for the call only. */
typedef struct dd_registry {
	const char *name;
	const char *agencies;
	size_t agencies_size;
	const char *groups;
	size_t groups_size;
	const char *units;
	size_t units_size;
} dd_registry;

typedef struct dd_reader_options {
	size_t size;
	const dd_registry *registries; /* in order of preference */
	size_t nregistries;            /* 0: the built-in ones */
	const dd_allocator *allocator; /* NULL: malloc and free. Copied */
	const char *data_id;           /* what stands in reader.data; NULL: the identity of the
	                                  built-in tables when only those are used, else null */
} dd_reader_options;

/* Why something failed: constant strings, and a detail of one English line. */
typedef struct dd_error {
	const char *code;    /* "registry-bad" */
	const char *message; /* Vietnamese, for the person at the desk */
	const char *hint;    /* Vietnamese: what to do */
	char detail[160];
} dd_error;

typedef struct dd_reader dd_reader;
typedef struct dd_result dd_result;

/* dd_reader_new() - make a reader.
 * Takes: options or NULL. Returns: DD_OK and *ret_reader, to be given to
 * dd_reader_free(); else *ret_reader is NULL and *ret_error, unless NULL, says
 * why: DD_INPUT (a table is not well formed, or no such built-in registry),
 * DD_NOMEM, DD_USAGE. Costs: about a millisecond and the size of the tables.
 * A reader never changes: any number of threads may read with it at once. */
dd_status dd_reader_new(const dd_reader_options *options, dd_reader **ret_reader,
                        dd_error *ret_error);

/* dd_reader_free() - end a reader; NULL is allowed. Results made with it stay good
 * as long as its allocator does. */
void dd_reader_free(dd_reader *reader);

typedef struct dd_read_options {
	size_t size;
	const char *name;       /* source.name; NULL: "" */
	const char *media;      /* source.media; NULL: null */
	const char *sha256;     /* source.sha256, in 64 digits; NULL: null */
	size_t memory_max;      /* bytes that one reading may take; 0: 2 GiB */
	int allow_secret;       /* read what is marked MẬT too: only on a machine of an
	                           independent network. 0: such a document is refused, and
	                           nothing of it stands in the result */
} dd_read_options;

/* dd_read() - read one document: plain text in UTF-8, at most 64 MiB.
 * Takes: bytes[0 .. size-1], borrowed for the call; options or NULL.
 * Returns: DD_OK and a result; DD_INPUT (also for a document marked MẬT: "secret") or
 * DD_LIMIT, and a result that holds the object "dondoc.error/1" in place of the document; DD_NOMEM or DD_USAGE, and
 * NULL. *ret_result is the caller's in every case: dd_result_free().
 * Costs: time linear in size, memory a small multiple of it. */
dd_status dd_read(const dd_reader *reader, const void *bytes, size_t size,
                  const dd_read_options *options, dd_result **ret_result);

/* dd_dates() - the expressions of time in a line that a person typed, as the JSON
 * list `dates`.
 * Takes: text[0 .. size-1] in UTF-8; reference: "YYYY-MM-DD" or
 * "YYYY-MM-DDTHH:MM", what "now" is, or NULL: then nothing is relative to it.
 * Returns, owns, costs: as dd_read(). */
dd_status dd_dates(const dd_reader *reader, const char *text, size_t size, const char *reference,
                   dd_result **ret_result);

/* dd_result_json() - the JSON of a result, UTF-8 without a line end; NUL follows
 * it. Lives as long as the result. *ret_size, unless NULL, is its length. */
const char *dd_result_json(const dd_result *result, size_t *ret_size);

/* dd_result_error() - why there is an error object in it; false when there is none. */
int dd_result_error(const dd_result *result, dd_error *ret_error);

/* dd_result_free() - NULL is allowed. */
void dd_result_free(dd_result *result);

/* dd_strerror() - a status in English; constant, never NULL. */
const char *dd_strerror(dd_status status);

/* dd_version() - "0.1.0"; constant. */
const char *dd_version(void);

#ifdef __cplusplus
}
#endif

#endif
