/*
 * out_duty.h - an obligation, and the report of `due`, as the commands print them.
 */
#ifndef DONDOC_APP_OUT_DUTY_H
#define DONDOC_APP_OUT_DUTY_H

#include "app/out/out.h"
#include "register/look/due.h"

typedef struct due_head {
	slice agency, agency_name; /* empty: everybody */
	const due_ask *ask;
} due_head;

/* out_obligation() - one JSON object. out_obligation_line() - two lines of text. */
void out_obligation(json_out *j, const reg *r, const sql_obligation_list_row *o);
void out_obligation_line(strbuf *b, const reg *r, const sql_obligation_list_row *o,
                         bool with_agency);

/* out_due_json(), out_due_text() - the whole report. out_due_table() - its duties, group by group,
 * as a table at `path` (table_open()). */
void out_due_json(strbuf *b, const reg *r, const due_head *head, const due_report *x);
void out_due_text(strbuf *b, const reg *r, const due_head *head, const due_report *x);
MUST_CHECK rc out_due_table(const reg *r, const due_report *x, const char *path, arena *a, err *e);

#endif
