/*
 * serve_held.h - spreadsheets that somebody sent and has not said yes to.
 *
 * Kept without a name in a store of files (serve_leaf.h): the oldest go when there are too
 * many, all of them with the process. What opens one is its token and the account that sent it.
 */
#ifndef DONDOC_APP_SERVE_HELD_H
#define DONDOC_APP_SERVE_HELD_H

#include "app/serve_import.h"
#include "app/serve_leaf.h"

/* sheet_hold(), sheet_held_look(), sheet_held_enter() - as serve_hold, serve_look and
 * serve_enter have it (web/serve.h). For any thread. */
slice sheet_hold(leaf_store *s, slice login, slice name, slice bytes, arena *a);
bool sheet_held_look(leaf_store *s, const import_office *o, const sheet_ask *ask, arena *a,
                     sheet_look *ret, slice *ret_why);
bool sheet_held_enter(leaf_store *s, const import_office *o, const sheet_ask *ask, slice pub,
                      arena *a, slice *ret_why);

#endif
