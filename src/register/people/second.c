/*
 * second.c - codes are checked outside of the transaction that counts or uses them up; that one
 * looks again whether the step was used meanwhile.
 */
#include "register/people/second.h"

#include "base/seal.h"
#include "base/secret.h"
#include "base/totp.h"
#include "register/event.h"
#include "register/people/people_priv.h"

typedef struct passing {
	reg *r;
	slice cookie, fresh, figures, device;
	sql_session_half_row half;
	int64_t step;
	bool right, recovery;
	arena *a;
} passing;

static rc get(reg *r, int64_t account, arena *a, sql_second_get_row *ret, bool *ret_found, err *e)
{
	*ret = (sql_second_get_row){0};
	*ret_found = false;
	return sql_second_get(r->d, (sql_second_get_in){account}, a, ret, ret_found, e);
}

rc second_is_on(reg *r, bool *ret, err *e)
{
	sql_second_get_row row;
	bool found;
	arena a;
	rc code;

	arena_init(&a, NULL, 0);
	code = get(r, r->who.user, &a, &row, &found, e);
	arena_done(&a);
	if (code == RC_OK)
		*ret = found && row.active;
	return code;
}

static rc find_half(reg *r, slice cookie, arena *a, sql_session_half_row *ret, bool *ret_found,
                    err *e)
{
	char room[HASH_HEX + 1];

	*ret_found = false;
	return sql_session_half(r->d, (sql_session_half_in){people_hash(cookie, room), r->now}, a,
	                        ret, ret_found, e);
}

rc second_waits(reg *r, slice cookie, bool *ret, err *e)
{
	sql_session_half_row row;
	arena a;
	rc code;

	arena_init(&a, NULL, 0);
	code = find_half(r, cookie, &a, &row, ret, e);
	arena_done(&a);
	return code;
}

/* --- sealed --- */

const char *second_key(const reg *r, arena *a)
{
	if (r->key_file != NULL)
		return r->key_file;
	return db_path(r->d) != NULL ? arena_printf(a, "%s.key%c", db_path(r->d), 0).p
	                             : "var/dondoc.key";
}

/* One account's secret opens nothing for another. */
static slice about(arena *a, int64_t account)
{
	return arena_printf(a, "second-step:%lld", (long long)account);
}

/* What an older program left is plain until second_seal(). */
static rc open_secret(reg *r, int64_t account, slice kept, arena *a, slice *ret, err *e)
{
	*ret = kept;
	return seal_is(kept) ? seal_open(second_key(r, a), about(a, account), kept, a, ret, e)
	                     : RC_OK;
}

typedef struct sealing {
	reg *r;
	int64_t lost;
	arena *a;
} sealing;

static rc seal_all(db *d, void *ctx, err *e)
{
	sealing *x = ctx;
	sql_second_all_rows rows = {0};
	rc code = sql_second_all(d, x->a, &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		slice kept = rows.p[i].secret, sealed = {0}, plain;

		if (seal_is(kept)) {
			x->lost += rows.p[i].active && open_secret(x->r, rows.p[i].account, kept,
			                                           x->a, &plain, NULL) != RC_OK;
			continue;
		}
		code = seal_close(second_key(x->r, x->a), about(x->a, rows.p[i].account), kept,
		                  x->a, &sealed, e);
		if (code == RC_OK)
			code = sql_second_seal(d, (sql_second_seal_in){rows.p[i].account, sealed},
			                       NULL, e);
		if (code == RC_OK)
			code = event_add(x->r, "second-seal", "account", rows.p[i].account,
			                 (slice){0}, e);
	}
	return code;
}

rc second_seal(reg *r, int64_t *ret_lost, err *e)
{
	sealing x = {.r = r};
	arena a;
	rc code;

	arena_init(&a, NULL, 0);
	x.a = &a;
	code = db_write(r->d, seal_all, &x, e);
	arena_done(&a);
	if (code == RC_OK)
		*ret_lost = x.lost;
	return code;
}

typedef struct setting {
	reg *r;
	slice secret; /* sealed */
	int64_t step;
	bool active;
	const slice *codes; /* NULL: none are made */
} setting;

static rc put_codes(reg *r, const slice *codes, err *e)
{
	char room[HASH_HEX + 1];
	rc code = sql_recovery_drop(r->d, (sql_recovery_drop_in){r->who.user}, NULL, e);

	for (int i = 0; code == RC_OK && codes != NULL && i < SECOND_CODES; i++)
		code = sql_recovery_put(
			r->d, (sql_recovery_put_in){r->who.user, people_hash(codes[i], room)}, NULL,
			e);
	return code;
}

static rc set(db *d, void *ctx, err *e)
{
	const setting *x = ctx;
	int64_t who = x->r->who.user;
	rc code = x->secret.n > 0
	                  ? sql_second_put(d,
	                                   (sql_second_put_in){who, x->secret, x->active, x->step},
	                                   NULL, e)
	                  : sql_second_drop(d, (sql_second_drop_in){who}, NULL, e);

	if (code == RC_OK)
		code = put_codes(x->r, x->codes, e);
	return code == RC_OK ? event_add(x->r,
	                                 x->active         ? "second-on"
	                                 : x->secret.n > 0 ? "second-begin"
	                                                   : "second-off",
	                                 "account", who, (slice){0}, e)
	                     : code;
}

rc second_begin(reg *r, arena *a, slice *ret_secret, err *e)
{
	setting x = {.r = r};
	slice secret = totp_secret(a);
	bool on = false;
	rc code = second_is_on(r, &on, e);

	if (code == RC_OK && on)
		code = err_set(e, RC_INPUT, MSG_SECOND_ON, "account %lld", (long long)r->who.user);
	if (code == RC_OK)
		code = seal_close(second_key(r, a), about(a, r->who.user), secret, a, &x.secret, e);
	if (code == RC_OK)
		code = db_write(r->d, set, &x, e);
	if (code == RC_OK)
		*ret_secret = secret;
	return code;
}

/* What was begun and not yet confirmed, with its secret opened. */
static rc pending(reg *r, arena *a, sql_second_get_row *ret, slice *ret_secret, err *e)
{
	bool found;
	rc code = get(r, r->who.user, a, ret, &found, e);

	if (code == RC_OK && (!found || ret->active))
		code = err_set(e, RC_INPUT, found ? MSG_SECOND_ON : MSG_NO_SUCH, "second step");
	return code == RC_OK ? open_secret(r, r->who.user, ret->secret, a, ret_secret, e) : code;
}

rc second_pending(reg *r, arena *a, slice *ret_secret, err *e)
{
	sql_second_get_row row;

	return pending(r, a, &row, ret_secret, e);
}

rc second_confirm(reg *r, slice figures, arena *a, slice ret_codes[SECOND_CODES], err *e)
{
	setting x = {.r = r, .active = true};
	sql_second_get_row row;
	slice codes[SECOND_CODES], secret = {0};
	rc code = pending(r, a, &row, &secret, e);

	if (code == RC_OK)
		code = totp_check(secret, slice_trim(figures), r->now, row.last_step, &x.step, e);
	if (code != RC_OK)
		return code;
	for (int i = 0; i < SECOND_CODES; i++)
		codes[i] = hash_public_id(a);
	x.secret = row.secret;
	x.codes = codes;
	code = db_write(r->d, set, &x, e);
	if (code == RC_OK)
		memcpy(ret_codes, codes, sizeof codes);
	return code;
}

rc second_off(reg *r, slice login, slice password, err *e)
{
	setting x = {.r = r};
	rc code = people_prove(r, login, password, e);

	return code == RC_OK ? db_write(r->d, set, &x, e) : code;
}

static rc use_up(db *d, passing *x, err *e)
{
	char room[HASH_HEX + 1];
	int64_t changed = 0;
	sql_second_get_row now;
	bool found;
	rc code;

	if (x->recovery) {
		code = sql_recovery_use(
			d, (sql_recovery_use_in){x->half.account, people_hash(x->figures, room)},
			&changed, e);
		x->right = changed == 1;
		return code;
	}
	code = get(x->r, x->half.account, x->a, &now, &found, e);
	x->right = code == RC_OK && found && now.active && x->step > now.last_step;
	if (!x->right)
		return code;
	return sql_second_put(d, (sql_second_put_in){x->half.account, now.secret, true, x->step},
	                      &changed, e);
}

static rc pass(db *d, void *ctx, err *e)
{
	passing *x = ctx;
	char room[HASH_HEX + 1];
	bool found;
	/* Others may have tried meanwhile, or the session may be over. */
	rc code = find_half(x->r, x->cookie, x->a, &x->half, &found, e);

	if (code == RC_OK && !found)
		code = err_set(e, RC_INPUT, MSG_SESSION_OVER, "no half session");
	if (code == RC_OK)
		code = people_may_try(x->r, x->half.account, x->half.failures, x->half.failed_at,
		                      e);
	if (code == RC_OK && (x->step >= 0 || x->recovery))
		code = use_up(d, x, e);
	if (code != RC_OK)
		return code;
	if (!x->right)
		return people_failed(x->r, x->half.account, x->half.failures, e);
	code = sql_session_drop(d, (sql_session_drop_in){people_hash(x->cookie, room)}, NULL, e);
	return code == RC_OK ? people_enter(x->r, x->half.account, x->fresh, x->device, false, e)
	                     : code;
}

rc second_pass(reg *r, slice cookie, slice figures, slice device, arena *a, slice *ret_cookie,
               err *e)
{
	passing x = {.r = r, .cookie = cookie, .device = device, .step = -1, .a = a};
	sql_second_get_row row = {0};
	slice secret = {0};
	bool found;
	rc code = find_half(r, cookie, a, &x.half, &found, e);

	if (code == RC_OK && !found)
		code = err_set(e, RC_INPUT, MSG_SESSION_OVER, "no half session");
	if (code == RC_OK)
		code = people_may_try(r, x.half.account, x.half.failures, x.half.failed_at, e);
	if (code == RC_OK)
		code = get(r, x.half.account, a, &row, &found, e);
	if (code != RC_OK)
		return code;
	x.figures = slice_trim(figures);
	x.recovery = x.figures.n == 16;
	if (!x.recovery)
		code = open_secret(r, x.half.account, row.secret, a, &secret, e);
	if (code != RC_OK)
		return code;
	if (!x.recovery &&
	    totp_check(secret, x.figures, r->now, row.last_step, &x.step, NULL) != RC_OK)
		x.step = -1;
	x.fresh = secret_token(a);
	code = db_write(r->d, pass, &x, e);
	if (code == RC_OK && !x.right)
		code = err_set(e, RC_INPUT, MSG_CODE_WRONG, "account %lld",
		               (long long)x.half.account);
	if (code == RC_OK)
		*ret_cookie = x.fresh;
	return code;
}
