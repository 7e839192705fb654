/*
 * serve_held.h - a spreadsheet that somebody sent is looked at, and enters, by `dondoc import`.
 */
#ifndef DONDOC_APP_SERVE_HELD_H
#define DONDOC_APP_SERVE_HELD_H

#include "app/serve_import.h"
#include "web/serve.h"

/* sheet_held_look(), sheet_held_enter() - as serve_look and serve_enter have it (web/serve.h). For
 * any thread. */
bool sheet_held_look(const import_office *o, const sheet_ask *ask, arena *a, sheet_look *ret,
                     slice *ret_why);
bool sheet_held_enter(const import_office *o, const sheet_ask *ask, slice pub, arena *a,
                      slice *ret_why);

#endif
