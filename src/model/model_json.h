/*
 * model_json.h - the serial form of a reading: CONTRACTS §2.
 *
 * One place writes "dondoc.document/1", because it is the sandbox protocol, the
 * answer of the API and the golden-test format at once. Every key is always
 * there, in the order of the contract: what is absent is null or an empty list,
 * and the parts of the header (kind, number, issued, title, marks, signature,
 * archive) are always objects. A span outside the text, or one that cuts a
 * letter in two, can never be printed: it is our mistake, and asserted.
 *
 * Pure: what is not in the reading (the file, the reader's version, a calendar of
 * days off) is an argument.
 */
#ifndef DONDOC_MODEL_MODEL_JSON_H
#define DONDOC_MODEL_MODEL_JSON_H

#include "base/json_out.h"
#include "model/reading.h"

#define DOCUMENT_SCHEMA_NUMBER 1
#define DOCUMENT_SCHEMA "dondoc.document/1"
#define ERROR_SCHEMA "dondoc.error/1"

/* What the bytes came from. Absent slices print as null. */
typedef struct json_source {
	slice name;         /* any bytes: a file name */
	const slice *path;  /* outermost first; n 0: the name alone */
	uint32_t npath;
	uint32_t part,
		parts; /* which of so many documents in the file, from 1; parts < 2: its one */
	slice sha256, media;  /* of the file */
	int64_t bytes;      /* -1: not known */
	bool ocr;           /* through: ocr, else text */
	float confidence;   /* 0..1 */
} json_source;

/* What it was read with. */
typedef struct json_reader {
	slice version, data;
} json_reader;

/* json_limits - what a calendar of days off says of a deadline: the last minute in
 * which the duty can still be done in time, and the end moved past days off.
 * CMIN_NONE where it says nothing. */
typedef struct json_limits {
	cmin safe, rolled;
} json_limits;
typedef json_limits json_limits_of(const void *ctx, const datex *d);

typedef struct json_calendar {
	json_limits_of *limits;
	const void *ctx;
} json_calendar;

/* model_json_document() - one object, without a line end. cal NULL: deadlines show
 * neither safe nor rolled. Linear in the reading. Fails as j->to does. */
void model_json_document(json_out *j, const reading *r, const json_source *source,
                         const json_reader *reader, const json_calendar *cal);

/* model_json_apart() - the same with the text null, for where that is kept beside it.
 * model_json_whole() - puts the text back: together they write what model_json_document()
 * does. Linear; to fails as strbufs do. */
void model_json_apart(json_out *j, const reading *r, const json_source *source,
                      const json_reader *reader);
void model_json_whole(strbuf *to, slice apart, slice text);

/* model_json_error() - the object that stands in a document's place. */
void model_json_error(json_out *j, const json_source *source, const err *e);

/* model_json_dates() - the list `dates` alone; the spans point into text. */
void model_json_dates(json_out *j, slice text, const datexes *dates, const json_calendar *cal);

#endif
