/*
 * people.h - accounts, and who is signed in.
 *
 * A session is in the database by the hash of its cookie, so that signing out is true on
 * every node at once. Everything that writes runs inside its own db_write() here, because
 * a wrong password must be counted although signing in fails.
 */
#ifndef DONDOC_REGISTER_PEOPLE_H
#define DONDOC_REGISTER_PEOPLE_H

#include "register/reg.h"

enum {
	PEOPLE_TRIES = 5,
	PEOPLE_LOCK_SECONDS = 15 * 60,
	PEOPLE_SESSION_SECONDS = 12 * 3600,
	PEOPLE_PASSWORD_LEAST = 10,
	PEOPLE_PASSWORD_MOST = 200,
};

typedef sql_session_find_row person;

typedef struct person_new {
	slice login, name, role, password;
	int64_t agency; /* DB_NULL: none */
	bool fresh;     /* somebody else chose the password: to be changed first */
} person_new;

/* people_add() - a new account. MSG_LOGIN_BAD, MSG_LOGIN_TAKEN, MSG_ROLE_UNKNOWN,
 * MSG_PASSWORD_SHORT, MSG_WORDS_NEEDED without a name. */
MUST_CHECK rc people_add(reg *r, const person_new *in, err *e);

/* people_sign_in() - *ret_token, on `a`, for the cookie. After each wrong password the next
 * is looked at only some seconds later (MSG_LOGIN_WAIT), after five not for 15 minutes
 * (MSG_LOGIN_LOCKED); else MSG_LOGIN_WRONG, the same for an unknown name (*ret_stranger). Who
 * has a second step is not signed in by this alone: second.h. */
MUST_CHECK rc people_sign_in(reg *r, slice login, slice password, slice device, arena *a,
                             slice *ret_token, bool *ret_stranger, err *e);

/* people_may_try() - MSG_LOGIN_LOCKED, MSG_LOGIN_WAIT after so many failures, the last one then.
 * people_failures() - how many it are with one more. */
MUST_CHECK rc people_may_try(const reg *r, int64_t account, int64_t failures, int64_t failed_at,
                             err *e);
int64_t people_failures(int64_t before);

/* people_of_token() - who holds this cookie; *ret_found false when it is over or unknown. */
MUST_CHECK rc people_of_token(reg *r, slice cookie, arena *a, person *ret, bool *ret_found, err *e);

/* people_viewer() - as whom an account looks: its role says whether at everything. */
viewer people_viewer(const person *who);

/* people_sign_out() - end one session. people_sign_out_all() - every session of r->who. */
MUST_CHECK rc people_sign_out(reg *r, slice cookie, err *e);
MUST_CHECK rc people_sign_out_all(reg *r, err *e);

/* people_password() - r->who changes its own: the old one must be right; every session ends. */
MUST_CHECK rc people_password(reg *r, slice login, slice old, slice fresh, err *e);

/* people_reset() - a new password for an account, on `a`, to be shown once and changed before
 * anything else is done with it; with `second` its second step is off too. Its sessions end,
 * its tokens and addresses of calendars are revoked. MSG_NO_SUCH. people_word() - such a password:
 * 48 bits in groups, to be read out. */
MUST_CHECK rc people_reset(reg *r, slice pub, bool second, arena *a, slice *ret_password, err *e);
slice people_word(arena *a);

/* people_set() - another role, body, or no longer active (its sessions end). MSG_NO_SUCH. */
typedef struct person_set {
	slice pub, role;
	int64_t agency;
	bool active;
} person_set;
MUST_CHECK rc people_set(reg *r, const person_set *in, err *e);

#endif
