/*
 * tables.h - what a backup or a move holds, table by table: how commands show it.
 */
#ifndef DONDOC_APP_TABLES_H
#define DONDOC_APP_TABLES_H

#include "app/out/answer.h"
#include "store/copy.h"

/* tables_put() - a line for each table that has rows, or a JSON array of all. */
void tables_put(answer *to, const copy_sums *sums);

#endif
