/*
 * bench_register.h - the measurements of the register.
 */
#ifndef DONDOC_APP_BENCH_REGISTER_H
#define DONDOC_APP_BENCH_REGISTER_H

#include "app/bench/bench_read.h"

/* bench_register() - fill a register and ask it; one JSON line a figure on stdout.
 * ret_pass: every figure that has a bar reached it. */
MUST_CHECK rc bench_register(const bench_options *o, bool *ret_pass, err *e);

/* bench_filling() - only fill the register at o->db, and leave it: for measuring with other
 * programs. MSG_DB_URL without one. */
MUST_CHECK rc bench_filling(const bench_options *o, bool *ret_pass, err *e);

#endif
