/*
 * hand_args.h - name=value words of a command line as fields of what is made by hand.
 */
#ifndef DONDOC_APP_HAND_ARGS_H
#define DONDOC_APP_HAND_ARGS_H

#include "app/command.h"
#include "register/hand/hand.h"

/* hand_args() - append the words to *ret, on `a`. False after complaining of one that has
 * no "=", or whose name the noun does not have. hand_args_help() - every noun and its fields, on stdout. */
bool hand_args(const command *c, enum hand h, char **args, int n, arena *a, hand_fields *ret);
void hand_args_help(void);

/* hand_args_noun() - which noun a word is; HAND_COUNT after complaining. */
enum hand hand_args_noun(const command *c, const char *word);

#endif
