/*
 * proof.c - log, tally, originals, each compared with what it must be.
 */
#include "register/proof.h"

#include "register/duty/tally.h"
#include "store/vault.h"

static rc prove_log(reg *r, slice noted, arena *a, proof *p, err *e)
{
	sql_event_last_row last = {0};
	bool found = false;
	rc code = event_verify(r, noted, &p->log, e);

	if (code == RC_OK && (p->log.bad != 0 || p->log.cut))
		code = err_set(e, RC_IO, MSG_LOG_BROKEN, "line %lld",
		               (long long)(p->log.cut ? p->log.lines + 1 : p->log.bad));
	if (code == RC_OK && noted.n > 0 && p->log.noted == 0)
		code = err_set(e, RC_IO, MSG_LOG_REWRITTEN, "%lld lines", (long long)p->log.lines);
	if (code == RC_OK)
		code = sql_event_last(r->d, a, &last, &found, e);
	if (code == RC_OK)
		p->head = found ? last.hash : S("");
	return code;
}

static rc prove_tally(reg *r, arena *a, err *e)
{
	sql_tally_buckets_row kept = {0};
	sql_obligation_buckets_row counted = {0};
	viewer all = viewer_operator();
	bool found;
	rc code = sql_tally_buckets(r->d, &all, (sql_tally_buckets_in){TALLY_PROVINCE, r->minute},
	                            a, &kept, NULL, e);

	if (code == RC_OK)
		code = sql_obligation_buckets(r->d, &all, (sql_obligation_buckets_in){r->minute}, a,
		                              &counted, &found, e);
	if (code == RC_OK &&
	    (kept.done_in_time != counted.done_in_time || kept.done_late != counted.done_late ||
	     kept.open_in_time != counted.open_in_time || kept.open_late != counted.open_late ||
	     kept.undated != counted.undated))
		code = err_set(e, RC_IO, MSG_TALLY_WRONG, "open %lld of %lld",
		               (long long)kept.open_in_time, (long long)counted.open_in_time);
	return code;
}

typedef struct reading_all {
	reg *r;
	proof *p;
} reading_all;

static rc prove_original(void *ctx, slice sha256, int64_t bytes, err *e)
{
	reading_all *x = ctx;
	slice got;
	arena a;
	rc code;

	(void)bytes;
	arena_init(&a, NULL, 0);
	code = vault_read(x->r->d, sha256, &a, &got, e);
	arena_done(&a);
	x->p->originals += code == RC_OK;
	return code;
}

typedef struct proving {
	reg *r;
	slice noted;
	arena *a;
	proof *p;
} proving;

static rc prove(db *d, void *ctx, err *e)
{
	proving *x = ctx;
	reading_all all = {x->r, x->p};
	rc code;

	*x->p = (proof){0};
	code = prove_log(x->r, x->noted, x->a, x->p, e);
	if (code == RC_OK)
		code = prove_tally(x->r, x->a, e);
	return code == RC_OK ? vault_each(d, prove_original, &all, e) : code;
}

rc proof_of(reg *r, slice noted, arena *a, proof *ret, err *e)
{
	proving x = {r, noted, a, ret};

	return db_read(r->d, prove, &x, e);
}
