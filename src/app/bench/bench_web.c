/*
 * bench_web.c - a register for tests/perf/bench_web.py: filled, and left where it is.
 */
#include "app/bench/bench_fill.h"
#include "app/bench/bench_register.h"
#include "app/intake/job_read.h"
#include "lib/builtin.h"

enum { TODAY = 20564 }; /* 2026-04-21 */

rc bench_filling(const bench_options *o, bool *ret_pass, err *e)
{
	bench_filled filled;
	job_reader jr;
	reg r;
	rc code;

	*ret_pass = true;
	if (o->db == NULL)
		return err_set(e, RC_USAGE, MSG_DB_URL, "fill needs --db");
	code = job_reader_open(&jr, NULL, NULL, e);
	if (code != RC_OK)
		return code;
	code = reg_open(&r, o->db, DB_CREATE, viewer_operator(), (int64_t)TODAY * 86400, jr.rd.reg,
	                builtin_calendar(), e);
	if (code == RC_OK)
		code = bench_fill(&r, o->obligations, &filled, e);
	reg_close(&r);
	job_reader_done(&jr);
	return code;
}
