/*
 * config.h - what a command is told before its options: one file, then the environment.
 *
 * A key is the name of an option ("trusted-proxy = 10.0.0.1", DONDOC_TRUSTED_PROXY), so there
 * is no second list of them. The file: --config, else DONDOC_CONFIG, else CONFIG_DEFAULT when
 * it is there. An option on the command line wins over both.
 */
#ifndef DONDOC_APP_CONFIG_H
#define DONDOC_APP_CONFIG_H

#include "app/command.h"
#include "base/arena.h"

/* The variable in which every command finds its register, if no option says where: an address may
 * hold a password, and everybody on the machine sees the words that a program is started with. */
#define CONFIG_DB "DONDOC_DB"

#define CONFIG_DEFAULT "/etc/dondoc/dondoc.conf"

/* config_fill() - into `values`, texts on `a`. False after complaining: a file that cannot be
 * read, a line that is none, a key that no option has (the nearest is named). */
bool config_fill(const command *c, int argc, char **argv, arena *a, void *values);

#endif
