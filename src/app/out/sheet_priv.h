/*
 * sheet_priv.h - what the files of the sheet share.
 */
#ifndef DONDOC_APP_SHEET_PRIV_H
#define DONDOC_APP_SHEET_PRIV_H

#include "app/out/sheet.h"
#include "model/vi_format.h"

/* Columns at which labels and words stand. */
enum {
	SHEET_LABEL = 2,
	SHEET_WORDS = 25,
	DUTY_TEXT = 6,
	DUTY_WORDS = 25,
};

/* Below this the reader itself is not sure. */
#define SURE_FROM 0.75F

typedef struct sheet {
	paper *p;
	const job_reader *jr;
	const reading *r;
} sheet;

/* sheet_field() - the words put together so far under a label; `label` is NUL-terminated. */
void sheet_field(sheet *s, const char *label);

/* sheet_title() - a heading with an empty line above; the words so far follow it. */
void sheet_title(sheet *s, const char *label);

/* sheet_quote() - words of the source, in “ ”. */
void sheet_quote(sheet *s, slice words);

/* sheet_actor() - who: the words, and the registry's name where that says more. */
void sheet_actor(sheet *s, const actor *a);

/* sheet_date() - the date of a document, which never names its weekday: "ngày
 * 09/11/2026"; a month or year as vi_value() has it. */
void sheet_date(strbuf *b, slice value);

/* sheet_says() - do these words hold those? */
bool sheet_says(slice words, slice those);

/* sheet_inside() - does a stand within b? Of a line that names several, the first
 * shows the whole line: the others would say it again. */
bool sheet_inside(span a, span b);

/* sheet_note() - " (có giấy mời riêng)", unless the words of the actor say so. */
void sheet_note(sheet *s, const actor *a);

/* sheet_actors() - several, "; " between. Of "Các Sở: Tài chính, Xây dựng", the words of the first
 * of them, those that stand in them are not said again. */
void sheet_actors(sheet *s, const actors *list);

void sheet_meetings(sheet *s);
void sheet_duties(sheet *s);

/* sheet_exclusive() - is the last minute named by what it must be before? */
bool sheet_exclusive(const datex *d);

/* duty_due() - the last minute of a duty's limit, CMIN_NONE when no day is known:
 * of what is due at a meeting, its beginning. */
cmin duty_due(const assignment *a, const datex *limit);

/* duty_doubt() - in Vietnamese, joined by "; ", appended to b; false when there is
 * nothing to doubt. */
bool duty_doubt(strbuf *b, const reading *r, const assignment *a);

#endif
