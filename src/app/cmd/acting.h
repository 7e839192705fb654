/*
 * acting.h - a command that changes the register: open, one transaction, one answer.
 */
#ifndef DONDOC_APP_ACTING_H
#define DONDOC_APP_ACTING_H

#include "app/cmd/office.h"
#include "app/out/out.h"

/* One thing at a time of a command's work: inside the transaction. `ctx` is the command's. */
typedef rc act_work(reg *r, void *ctx, err *e);

/* act() - open the register of `v`, run `work` in one transaction, close. On failure one
 * line, naming `what` (may be NULL), and nothing is changed. Returns an enum exit_code;
 * the command prints its answer after EXIT_FINE. */
int act(const command *c, const office_values *v, const char *what, act_work *work, void *ctx);

/* act_on() - the same; *what is read when `work` has failed: which of many things it had in
 * hand. */
int act_on(const command *c, const office_values *v, const char *const *what, act_work *work,
           void *ctx);

/* act_said() - "Đã …" as text, or {"done": verb, "id": …} as JSON: what most commands
 * answer. `n` is how many it was done to; act_counted() says it when it is 1 too. */
int act_said(enum out_format format, const char *words, const char *verb, const char *id,
             int64_t n);
int act_counted(enum out_format format, const char *words, const char *verb, const char *id,
                int64_t n);

#endif
