/*
 * people.c - accounts: passwords are compared outside of the transaction, which is kept
 * short; what came of it is counted inside.
 */
#include "register/people/people.h"

#include "base/secret.h"
#include "model/roles.h"
#include "register/event.h"
#include "register/people/people_priv.h"

enum { LOGIN_MOST = 64, DEVICE_MOST = 200, WAIT_SECONDS = 2 };

static bool login_is_sane(slice s)
{
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
		      c == '_'))
			return false;
	}
	return s.n > 0 && s.n <= LOGIN_MOST;
}

static rc check_password(slice s, err *e)
{
	size_t letters = 0;

	for (size_t i = 0; i < s.n; i++)
		letters += ((unsigned char)s.p[i] & 0xC0) != 0x80;
	if (letters < PEOPLE_PASSWORD_LEAST || s.n > PEOPLE_PASSWORD_MOST)
		return err_set(e, RC_INPUT, MSG_PASSWORD_SHORT, "%zu letters", letters);
	return RC_OK;
}

typedef struct adding {
	reg *r;
	const person_new *in;
	slice secret;
	arena *a;
} adding;

static rc add(db *d, void *ctx, err *e)
{
	adding *x = ctx;
	sql_account_by_login_row same;
	sql_account_put_row row;
	bool found;
	rc code = sql_account_by_login(d, (sql_account_by_login_in){x->in->login}, x->a, &same,
	                               &found, e);

	if (code == RC_OK && found)
		return err_set(e, RC_INPUT, MSG_LOGIN_TAKEN, "account %lld", (long long)same.id);
	if (code == RC_OK)
		code = sql_account_put(d,
		                       (sql_account_put_in){hash_public_id(x->a), x->in->login,
		                                            x->in->name, x->in->role, x->in->agency,
		                                            x->secret, x->in->fresh},
		                       x->a, &row, NULL, e);
	return code == RC_OK ? event_add(x->r, "add", "account", row.id, (slice){0}, e) : code;
}

/* Who sees only what is of a body, and is of none, would see nothing and could do nothing. */
static rc check_role(slice word, int64_t agency, err *e)
{
	const office_role *role = role_of(word);

	if (role == NULL)
		return err_set(e, RC_INPUT, MSG_ROLE_UNKNOWN, "%zu bytes", word.n);
	if (!role->sees_all && agency == DB_NULL)
		return err_set(e, RC_INPUT, MSG_ROLE_NEEDS_BODY, "no agency");
	return RC_OK;
}

rc people_add(reg *r, const person_new *in, err *e)
{
	adding x = {.r = r, .in = in};
	arena a;
	rc code;

	if (!login_is_sane(in->login))
		return err_set(e, RC_INPUT, MSG_LOGIN_BAD, "%zu bytes", in->login.n);
	code = check_role(in->role, in->agency, e);
	if (code == RC_OK && slice_trim(in->name).n == 0)
		code = err_set(e, RC_INPUT, MSG_WORDS_NEEDED, "no name");
	if (code != RC_OK)
		return code;
	code = check_password(in->password, e);
	if (code != RC_OK)
		return code;
	arena_init(&a, NULL, 0);
	x.a = &a;
	code = secret_hash(in->password, &a, &x.secret, e);
	if (code == RC_OK)
		code = db_write(r->d, add, &x, e);
	arena_done(&a);
	return code;
}

typedef struct trying {
	reg *r;
	sql_account_by_login_row row;
	slice login, cookie, device;
	bool right;
	arena *a;
} trying;

slice people_hash(slice what, char room[HASH_HEX + 1])
{
	hash_sha256(&what, 1, room);
	return (slice){room, HASH_HEX};
}

static slice first_bytes(slice s, size_t most)
{
	while (s.n > most || (s.n > 0 && s.n == most && ((unsigned char)s.p[s.n - 1] & 0x80)))
		s.n--;
	return s;
}

rc people_enter(reg *r, int64_t account, slice cookie, slice device, bool half, err *e)
{
	char room[HASH_HEX + 1];
	int64_t now = r->now;
	int64_t ends = now + (half ? PEOPLE_HALF_SECONDS : PEOPLE_SESSION_SECONDS);
	rc code = sql_session_drop_old(r->d, (sql_session_drop_old_in){now}, NULL, e);

	if (code == RC_OK)
		code = sql_session_put(r->d,
		                       (sql_session_put_in){people_hash(cookie, room), account, now,
		                                            ends, first_bytes(device, DEVICE_MOST),
		                                            half},
		                       NULL, e);
	if (code == RC_OK && !half) /* wrong codes are not forgotten by a right password */
		code = sql_account_signed_in(r->d, (sql_account_signed_in_in){account, now}, NULL,
		                             e);
	r->who.user = account;
	return code == RC_OK ? event_add(r, half ? "sign-in-half" : "sign-in", "account", account,
	                                 (slice){0}, e)
	                     : code;
}

int64_t people_failures(int64_t before)
{
	return (before >= PEOPLE_TRIES ? 0 : before) + 1;
}

rc people_failed(reg *r, int64_t account, int64_t failures, err *e)
{
	rc code = sql_account_tried(
		r->d, (sql_account_tried_in){account, people_failures(failures), r->now}, NULL, e);

	return code == RC_OK ? event_add(r, "sign-in-failed", "account", account, (slice){0}, e)
	                     : code;
}

rc people_may_try(const reg *r, int64_t account, int64_t failures, int64_t failed_at, err *e)
{
	int64_t since = r->now - failed_at;

	if (failures >= PEOPLE_TRIES && since < PEOPLE_LOCK_SECONDS)
		return err_set(e, RC_INPUT, MSG_LOGIN_LOCKED, "account %lld", (long long)account);
	if (failures > 1 && since < WAIT_SECONDS * (failures - 1))
		return err_set(e, RC_INPUT, MSG_LOGIN_WAIT, "account %lld", (long long)account);
	return RC_OK;
}

static rc may_try(const reg *r, const sql_account_by_login_row *row, err *e)
{
	return people_may_try(r, row->id, row->failures, row->failed_at, e);
}

/* While the password was compared others may have tried, or it was changed: who tries many at
 * once has no more tries than who waits for each answer. */
static rc count_proof(db *d, void *ctx, err *e)
{
	trying *x = ctx;
	slice compared = x->row.secret;
	bool found = false;
	rc code = sql_account_by_login(d, (sql_account_by_login_in){x->login}, x->a, &x->row,
	                               &found, e);

	if (code == RC_OK && !found)
		code = err_set(e, RC_INPUT, MSG_LOGIN_WRONG, "no such account");
	if (code == RC_OK)
		code = may_try(x->r, &x->row, e);
	x->right = x->right && x->row.active && slice_eq(x->row.secret, compared);
	return code == RC_OK && !x->right ? people_failed(x->r, x->row.id, x->row.failures, e)
	                                  : code;
}

static rc count_try(db *d, void *ctx, err *e)
{
	trying *x = ctx;
	sql_second_get_row second = {0};
	bool found = false;
	rc code = count_proof(d, x, e);

	if (code != RC_OK || !x->right)
		return code;
	code = sql_second_get(d, (sql_second_get_in){x->row.id}, x->a, &second, &found, e);
	return code == RC_OK ? people_enter(x->r, x->row.id, x->cookie, x->device,
	                                    found && second.active, e)
	                     : code;
}

rc people_sign_in(reg *r, slice login, slice password, slice device, arena *a, slice *ret_token,
                  bool *ret_stranger, err *e)
{
	trying x = {.r = r, .login = login, .device = device, .a = a};
	bool found = false;
	rc code = sql_account_by_login(r->d, (sql_account_by_login_in){login}, a, &x.row, &found,
	                               e);

	*ret_stranger = code == RC_OK && !found;
	if (code == RC_OK && found)
		code = may_try(r, &x.row, e);
	if (code != RC_OK)
		return code;
	x.right = secret_is(found && x.row.active ? x.row.secret : (slice){0}, password) &&
	          password.n <= PEOPLE_PASSWORD_MOST;
	if (!found)
		return err_set(e, RC_INPUT, MSG_LOGIN_WRONG, "no such account");
	x.cookie = secret_token(a);
	code = db_write(r->d, count_try, &x, e);
	if (code == RC_OK && !x.right)
		code = err_set(e, RC_INPUT, MSG_LOGIN_WRONG, "account %lld", (long long)x.row.id);
	if (code == RC_OK)
		*ret_token = x.cookie;
	return code;
}

rc people_of_token(reg *r, slice cookie, arena *a, person *ret, bool *ret_found, err *e)
{
	char room[HASH_HEX + 1];

	return sql_session_find(r->d, (sql_session_find_in){people_hash(cookie, room), r->now}, a,
	                        ret, ret_found, e);
}

viewer people_viewer(const person *who)
{
	const office_role *role = role_of(who->role);

	return (viewer){.user = who->account,
	                .agency = who->agency == DB_NULL ? 0 : who->agency,
	                .all = role != NULL && role->sees_all};
}

typedef struct ending {
	reg *r;
	slice cookie; /* empty: all of r->who */
	slice secret; /* of the new password, after which they end */
} ending;

static rc end_sessions(db *d, void *ctx, err *e)
{
	const ending *x = ctx;
	char room[HASH_HEX + 1];
	rc code = x->cookie.n > 0
	                  ? sql_session_drop(d, (sql_session_drop_in){people_hash(x->cookie, room)},
	                                     NULL, e)
	                  : sql_session_drop_all(d, (sql_session_drop_all_in){x->r->who.user}, NULL,
	                                         e);

	return code == RC_OK ? event_add(x->r, x->cookie.n > 0 ? "sign-out" : "sign-out-all",
	                                 "account", x->r->who.user, (slice){0}, e)
	                     : code;
}

rc people_sign_out(reg *r, slice cookie, err *e)
{
	ending x = {.r = r, .cookie = cookie};

	return db_write(r->d, end_sessions, &x, e);
}

rc people_sign_out_all(reg *r, err *e)
{
	ending x = {.r = r};

	return db_write(r->d, end_sessions, &x, e);
}

rc people_prove(reg *r, slice login, slice password, err *e)
{
	trying x = {.r = r, .login = login};
	bool found = false;
	arena a;
	rc code;

	arena_init(&a, NULL, 0);
	x.a = &a;
	code = sql_account_by_login(r->d, (sql_account_by_login_in){login}, &a, &x.row, &found, e);
	if (code == RC_OK && (!found || x.row.id != r->who.user))
		code = err_set(e, RC_INPUT, MSG_LOGIN_WRONG, "another account");
	if (code == RC_OK)
		code = may_try(r, &x.row, e);
	if (code == RC_OK) {
		x.right = secret_is(x.row.secret, password);
		code = db_write(r->d, count_proof, &x, e);
	}
	/* a try that could not be counted is told as that */
	if (code == RC_OK && !x.right)
		code = err_set(e, RC_INPUT, MSG_LOGIN_WRONG, "password");
	arena_done(&a);
	return code;
}

static rc set_secret(db *d, void *ctx, err *e)
{
	const ending *x = ctx;
	int64_t who = x->r->who.user;
	rc code = sql_account_secret_set(d, (sql_account_secret_set_in){who, x->secret, false},
	                                 NULL, e);

	if (code == RC_OK)
		code = sql_session_drop_all(d, (sql_session_drop_all_in){who}, NULL, e);
	return code == RC_OK ? event_add(x->r, "password", "account", who, (slice){0}, e) : code;
}

rc people_password(reg *r, slice login, slice old, slice fresh, err *e)
{
	ending x = {.r = r};
	arena a;
	rc code = check_password(fresh, e);

	if (code == RC_OK)
		code = people_prove(r, login, old, e);
	if (code != RC_OK)
		return code;
	arena_init(&a, NULL, 0);
	code = secret_hash(fresh, &a, &x.secret, e);
	if (code == RC_OK)
		code = db_write(r->d, set_secret, &x, e);
	arena_done(&a);
	return code;
}

slice people_word(arena *a)
{
	enum { GROUP = 4 };
	slice fresh = secret_token(a);

	return arena_printf(a, "%.4s-%.4s-%.4s", fresh.p, fresh.p + GROUP, fresh.p + 2 * GROUP);
}

typedef struct resetting {
	reg *r;
	slice pub, secret;
	bool second;
	arena *a;
} resetting;

static rc reset(db *d, void *ctx, err *e)
{
	const resetting *x = ctx;
	sql_account_by_pub_row row;
	rc code = sql_account_by_pub(d, (sql_account_by_pub_in){x->pub}, x->a, &row, NULL, e);

	if (code == RC_OK)
		code = sql_account_secret_set(
			d, (sql_account_secret_set_in){row.id, x->secret, true}, NULL, e);
	if (code == RC_OK && x->second)
		code = sql_second_drop(d, (sql_second_drop_in){row.id}, NULL, e);
	if (code == RC_OK && x->second)
		code = sql_recovery_drop(d, (sql_recovery_drop_in){row.id}, NULL, e);
	if (code == RC_OK)
		code = sql_session_drop_all(d, (sql_session_drop_all_in){row.id}, NULL, e);
	/* Whoever knew the old one may have made some. */
	if (code == RC_OK)
		code = sql_token_revoke_all(d, (sql_token_revoke_all_in){row.id, x->r->now}, NULL,
		                            e);
	return code == RC_OK ? event_add(x->r, x->second ? "reset-both" : "reset", "account",
	                                 row.id, (slice){0}, e)
	                     : code;
}

rc people_reset(reg *r, slice pub, bool second, arena *a, slice *ret_password, err *e)
{
	resetting x = {.r = r, .pub = pub, .second = second, .a = a};
	slice fresh = people_word(a);
	rc code = secret_hash(fresh, a, &x.secret, e);

	if (code == RC_OK)
		code = db_write(r->d, reset, &x, e);
	if (code == RC_OK)
		*ret_password = fresh;
	return code;
}

typedef struct setting {
	reg *r;
	const person_set *in;
	arena *a;
} setting;

static rc set(db *d, void *ctx, err *e)
{
	const setting *x = ctx;
	sql_account_by_pub_row row;
	rc code = sql_account_by_pub(d, (sql_account_by_pub_in){x->in->pub}, x->a, &row, NULL, e);

	if (code == RC_OK)
		code = sql_account_set(
			d, (sql_account_set_in){row.id, x->in->role, x->in->agency, x->in->active},
			NULL, e);
	if (code == RC_OK)
		code = sql_session_drop_all(d, (sql_session_drop_all_in){row.id}, NULL, e);
	return code == RC_OK ? event_add(x->r, "set", "account", row.id, (slice){0}, e) : code;
}

rc people_set(reg *r, const person_set *in, err *e)
{
	setting x = {.r = r, .in = in};
	arena a;
	rc code = check_role(in->role, in->agency, e);

	if (code != RC_OK)
		return code;
	arena_init(&a, NULL, 0);
	x.a = &a;
	code = db_write(r->d, set, &x, e);
	arena_done(&a);
	return code;
}
