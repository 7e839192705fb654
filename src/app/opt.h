/*
 * opt.h - the command line, read by the tables of command.h.
 *
 * Long options only, before or among the arguments; "--" ends them; "-" alone is
 * an argument (standard input).
 */
#ifndef DONDOC_APP_OPT_H
#define DONDOC_APP_OPT_H

#include <stdbool.h>

#include "app/command.h"

/* opt_parse() - fill `values` by the command's table; what is no option is moved
 * to the front of argv, and *ret_n says how many: none, where the command takes none. False
 * after complaining. */
bool opt_parse(const command *c, int argc, char **argv, void *values, int *ret_n);

/* opt_wants_help() - is "--help" or "-h" among the options? */
bool opt_wants_help(int argc, char **argv);

/* opt_help() - the page of one command, on stdout. */
void opt_help(const command *c);

/* opt_set() - the value of one option, checked by its kind, into the command's `values`; `value`
 * must outlive them. NULL for a switch that stands without one. False after complaining. */
bool opt_set(const command *c, const opt *o, const char *value, void *values);

/* opt_or() - what was given, or `otherwise`. */
int64_t opt_or(opt_value v, int64_t otherwise);

/* opt_in_order() - is the day of --from, if given, no later than that of --to? False after
 * complaining. */
bool opt_in_order(const command *c, opt_value from, opt_value to);

/* For arguments, which no table lists. opt_choice() - which of the words (a NULL-terminated
 * list) `v` is; complains and gives -1 when it is none. opt_place() - the same of "text|json". opt_read() - a value of this kind (not
 * OPT_TEXT, OPT_ONE_OF); false after complaining. */
int opt_choice(const command *c, const char *v, const char *const *words);
int opt_place(const command *c, const char *v, slice words);
bool opt_read(const command *c, enum opt_kind kind, const char *v, opt_value *ret);

/* opt_today() - the day of --today, or this day at UTC+7 where it was not given. */
int32_t opt_today(opt_value today);

/* opt_now() - what the clock shows, on that day: seconds since 1970, UTC. */
int64_t opt_now(opt_value today);

/* opt_moment() - when a given OPT_DAY begins at UTC+7: seconds since 1970, UTC. */
int64_t opt_moment(opt_value day);

#endif
