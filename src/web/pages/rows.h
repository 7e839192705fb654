/*
 * rows.h - rows that several pages show, from those of the register.
 */
#ifndef DONDOC_WEB_PAGES_ROWS_H
#define DONDOC_WEB_PAGES_ROWS_H

#include "register/look/due.h"
#include "register/look/tables.h"
#include "web/pages/show.h"

/* rows_duties() - append. rows_find() - ask for a page and append it. */
void rows_duties(visit *p, const sql_duty_table_rows *from, duty_rows *to);
MUST_CHECK rc rows_find(visit *p, const duty_ask *ask, duty_rows *to, duty_page *ret, err *e);

MUST_CHECK rc rows_meetings(visit *p, const sql_meeting_list_rows *from, meeting_rows *to, err *e);

/* rows_board() - agencies with their buckets, those without any left out unless `all`, and the
 * communes by their former district, the grouping of the map. */
MUST_CHECK rc rows_board(visit *p, bool all, agency_rows *to, districts *to_communes, err *e);

/* rows_pager() - the pages around this one. `path` has all other parameters and ends with
 * '?' or '&'. */
pager rows_pager(visit *p, slice path, int64_t at, bool more, slice words);

/* rows_whole() - is the list asked for whole, for paper? It has so many rows then at most.
 * rows_paper() - the way there and back; `path` as for rows_pager(). */
enum { ROWS_PAPER = 1000 };
bool rows_whole(visit *p);
paper_way rows_paper(visit *p, slice path);

/* rows_counted() - "312 văn bản"; of what is counted no further, "từ 10.000 văn bản trở lên".
 * rows_place() - "Trang 2/13", of so many rows on each. */
slice rows_counted(visit *p, int64_t n, const char *what);
slice rows_place(visit *p, int64_t at, int64_t total, int64_t each);

/* rows_status() - of a meeting, in words. rows_kind() - of a document's purpose. */
slice rows_status(slice status);
slice rows_purpose(slice purpose);
slice rows_asked(slice kind);

/* rows_number() - of the document that a duty stands in; one may stand in none. */
slice rows_number(slice document, slice number);

/* rows_numbered() - the number of a document. Empty: its place is there and blank; absent: no number
 * was seen at all, which a scan or a text without its head may have lost. */
slice rows_numbered(slice number);

/* rows_leads() - who leads a duty: "Sở Tài chính; Sở Nội vụ; … và 62 đơn vị khác". */
MUST_CHECK rc rows_leads(visit *p, int64_t duty, slice *ret, err *e);

/* rows_no_limit() - of a duty without a day, `vague`: what it says instead. */
slice rows_no_limit(slice vague);

/* rows_note() - what the line of a step says that somebody said there; of one that was taken back,
 * which. Absent when nothing. On p->a. */
slice rows_note(visit *p, slice verb, slice detail);

/* rows_short_name() - "xã Hoa Thám" of "Ủy ban nhân dân xã Hoa Thám": where all are communes. */
slice rows_short_name(slice name);
slice rows_mode(slice mode);

#endif
