/*
 * acting.h - a command at its register: open it, look or change something, answer once.
 */
#ifndef DONDOC_APP_ACTING_H
#define DONDOC_APP_ACTING_H

#include "app/cmd/office.h"
#include "app/out/answer.h"
#include "app/out/out.h"

/* What is asked of the register, the answer put into `to`. */
typedef rc look_work(reg *r, const call *c, answer *to, err *e);

/* look() - open the register of c's office_values, run `work`, close, print what it answered. On
 * failure one line instead, naming what `to` was about. Returns an enum exit_code. */
int look(const call *c, look_work *work);

/* What is done to the register, inside the transaction. `ctx` is the command's. */
typedef rc act_work(reg *r, void *ctx, err *e);

/* act() - the same for what changes the register: `work` in one transaction. On failure one line,
 * naming `what` (may be NULL), and nothing is changed; the command says what was done after
 * EXIT_FINE. */
int act(const call *c, const char *what, act_work *work, void *ctx);

/* act_on() - the same; *what is read when `work` has failed: which of many things it had in
 * hand. */
int act_on(const call *c, const char *const *what, act_work *work, void *ctx);

/* act_said() - "Đã …" as text, or {"done": verb, "id": …} as JSON: what most commands
 * answer. `n` is how many it was done to; act_counted() says it when it is 1 too. Both return an
 * enum exit_code. */
int act_said(const call *c, const char *words, const char *verb, const char *id, int64_t n);
int act_counted(const call *c, const char *words, const char *verb, const char *id, int64_t n);

/* call_format() - what --format of c's office_values asks for. */
enum out_format call_format(const call *c);

#endif
