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
#include "model/civil.h"

/* opt_parse() - fill `values` by the command's table; what is no option is moved
 * to the front of argv, and *ret_n says how many. False after complaining. */
bool opt_parse(const command *c, int argc, char **argv, void *values, int *ret_n);

/* opt_wants_help() - is "--help" or "-h" among the options? */
bool opt_wants_help(int argc, char **argv);

/* opt_help() - the page of one command, on stdout. */
void opt_help(const command *c);

/* opt_choice() - which of the words (a NULL-terminated list) `v` is; complains and
 * gives -1 when it is none. v NULL: 0. */
int opt_choice(const command *c, const char *v, const char *const *words);

/* opt_day() - the day number of "YYYY-MM-DD", or today at UTC+7 for NULL. False
 * after complaining. The only clock of the commands. */
bool opt_day(const command *c, const char *v, int32_t *ret);

/* opt_minute() - the last minute of "YYYY-MM-DD", or the minute of "YYYY-MM-DDTHH:MM".
 * opt_limit() - a number from 1 up, or `otherwise` for NULL. False after complaining. */
bool opt_minute(const char *v, int64_t *ret);
bool opt_limit(const command *c, const char *v, int64_t otherwise, int64_t *ret);

#endif
