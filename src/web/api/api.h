/*
 * api.h - what the functions behind /api/v1 share: rows as JSON, pages, one thing with its
 * parts, problems. Their addresses stand in api.def, their schemas in nouns.def.
 *
 * They answer with the same use-cases and viewer as the pages; nothing is decided here.
 */
#ifndef DONDOC_WEB_API_API_H
#define DONDOC_WEB_API_API_H

#include "register/people/members.h"
#include "web/page.h"

enum { API_PER_PAGE = 50, API_PER_PAGE_MOST = 200 };

/* How a column leaves (fields.def). */
enum field_kind {
	FIELD_TEXT,
	FIELD_INT,
	FIELD_BOOL,
	FIELD_FLAG,
	FIELD_MINUTE,
	FIELD_DAY,
	FIELD_TIME,
	FIELD_SPAN,
	FIELD_RAW,
	FIELD_HIDDEN,
};
typedef struct api_field {
	slice member;
	enum field_kind kind;
	bool null;
	size_t at, more; /* more: of SPAN, where the length is */
} api_field;
typedef VEC(api_field) api_fields;

/* api_fields_of() - of every column that leaves, in order. On `a`. */
api_fields api_fields_of(arena *a, const db_stmt *s);

/* api_members() - a row's members into the open object; api_rows() - an array of objects. */
void api_members(json_out *j, const api_fields *f, const void *row);
void api_rows(visit *p, json_out *j, const db_stmt *s, const db_rows *rows, uint32_t most);

/* The page that is asked for: rows to ask for (one more than shown) and to skip. */
typedef struct api_page {
	int64_t page, per, most, skip;
} api_page;
api_page api_page_of(const visit *p);

/* api_list() - a page as the answer, with its Link to the next one when there are more. total:
 * DB_NULL unknown. api_list_of() - of rows that were asked for by `most`. */
void api_list(visit *p, const db_stmt *s, const db_rows *rows, const api_page *at, bool more,
              int64_t total);
#define api_list_of(p, name, rows, at)                                                             \
	api_list(p, &sql_##name##_stmt, (const db_rows *)(const void *)(rows), at,                 \
	         (rows)->n > (at)->per, DB_NULL)

/* api_show() - the thing `pub` of a noun with its parts, as the answer; its version, when it
 * has one, becomes part of the ETag. MSG_NO_SUCH. */
MUST_CHECK rc api_show(visit *p, slice noun, slice pub, err *e);

/* api_noun() - the noun of the address: "documents" of /api/v1/documents/…; api_verb() - its
 * last part. */
slice api_noun(const visit *p);
slice api_verb(const visit *p);

/* api_match() - does the If-Match of the request, or the member "version" of its body, name
 * this version? Nothing asked for: yes. MSG_PRECONDITION, MSG_CHANGED_MEANWHILE. */
MUST_CHECK rc api_match(visit *p, int64_t version, err *e);

/* api_row() - row and version of what the address names. MSG_NO_SUCH. */
MUST_CHECK rc api_row(visit *p, int64_t *ret_id, int64_t *ret_version, err *e);

/* api_do() - `how` runs in one transaction on the row that the address names, if that has the
 * version which the request asks for; the answer is the thing as it is then. */
typedef struct api_doing {
	visit *p;
	rc (*how)(struct api_doing *x, int64_t id, err *e);
} api_doing;
MUST_CHECK rc api_do(visit *p, rc (*how)(api_doing *x, int64_t id, err *e), err *e);

/* api_body() - a JSON body as fields of a form, so that all is read by http_form(). A list is
 * its texts under one name. MSG_BODY_BAD. */
MUST_CHECK rc api_body(http_request *q, err *e);

/* api_problem() - application/problem+json (RFC 9457) as the answer. */
void api_problem(visit *p, int status, slice code, slice title, slice detail);

/* api_finish() - ETag of what is answered, and 304 where the asker has it. */
void api_finish(visit *p);

/* api_of_form() - trimmed, or absent when empty. api_day_of() - the day of a field, DB_NULL
 * when it is empty; api_limit_of() - its last minute. */
slice api_of_form(const visit *p, slice name);
MUST_CHECK rc api_day_of(const visit *p, slice text, int64_t *ret, err *e);
MUST_CHECK rc api_limit_of(const visit *p, slice text, int64_t *ret, err *e);

/* What openapi.c and nouns.c know of nouns.def. */
typedef struct api_part {
	slice member, schema;
	const db_stmt *stmt;
} api_part;
enum { API_PARTS = 6 };
typedef struct api_schema {
	slice word, name; /* word: of the address; empty for a row */
	const db_stmt *stmt;
	api_part parts[API_PARTS];
} api_schema;
bool api_schema_at(size_t i, api_schema *ret);

#endif
