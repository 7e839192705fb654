/*
 * out.h - what the commands of the register print: text, JSON, CSV, made in one strbuf.
 *
 * Wording and dates only; what is shown and to whom was decided in `register`.
 */
#ifndef DONDOC_APP_OUT_H
#define DONDOC_APP_OUT_H

#include "app/command.h"
#include "model/civil.h"
#include "register/people/members.h"

/* out_init() - an empty result; out_flush() - write it to stdout and give it back. Returns
 * `code`, or EXIT_NOTHING when it could not be written. */
void out_init(strbuf *b);
int out_flush(strbuf *b, int code);

/* out_past() - one line on stdout about documents that were only kept, their limits being past;
 * nothing for 0. */
void out_past(uint32_t n);

/* Times for people: "27/5/2026", "11 giờ 00, thứ Ba, ngày 19/5/2026"; "-" for none. */
void out_put_minute(strbuf *b, int64_t minute);
void out_put_day(strbuf *b, int64_t day);
/* When a meeting begins: the day alone where its hour is not known (it stands as midnight). */
void out_put_start(strbuf *b, int64_t minute);
void out_put_time(strbuf *b, int64_t seconds);

/* out_csv() - one cell, quoted where it must be; a formula is defused. Commas between cells
 * are the caller's. out_line() - text on one line, at most `most` bytes and then "…". */
void out_csv(strbuf *b, slice cell);
void out_line(strbuf *b, slice text, size_t most);

#endif
