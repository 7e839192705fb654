/*
 * tokens.c - tokens made, found by their hash, revoked. A use is noted outside of the log:
 * it changes nothing that anybody may see but the list of one's own tokens.
 */
#include "register/people/tokens.h"

#include "base/hash.h"
#include "base/secret.h"
#include "model/roles.h"
#include "register/event.h"

enum { DAY_SECONDS = 86400, NOTE_SECONDS = 3600, TOKEN_ROOM = 80 };

static const struct {
	slice word, wording;
	unsigned rights;
} scopes[] = {
#define R(name) RIGHT_##name
#define SCOPE(NAME, word, rights, wording) {S(word), S(wording), rights},
#include "register/people/scopes.def"
#undef SCOPE
#undef R
};

slice scope_word(unsigned i)
{
	return i < ARRAY_LEN(scopes) ? scopes[i].word : (slice){0};
}

slice scope_wording(unsigned i)
{
	return i < ARRAY_LEN(scopes) ? scopes[i].wording : (slice){0};
}

static enum scope scope_of(slice word)
{
	enum scope s = 0;

	while (s < SCOPE_COUNT && !slice_eq(scopes[s].word, word))
		s++;
	return s;
}

unsigned scope_rights(slice words)
{
	unsigned rights = 0;
	slice one;

	while (slice_next(&words, ' ', &one)) {
		enum scope s = scope_of(one);

		rights |= s < SCOPE_COUNT ? scopes[s].rights : 0;
	}
	return rights;
}

bool scope_has(slice words, enum scope s)
{
	slice one;

	while (slice_next(&words, ' ', &one))
		if (scope_of(one) == s)
			return true;
	return false;
}

static rc check(const token_new *in, err *e)
{
	slice rest = in->scopes, one;
	unsigned n = 0;

	if (slice_trim(in->name).n == 0)
		return err_set(e, RC_INPUT, MSG_WORDS_NEEDED, "a token without a name");
	if (in->name.n > TOKEN_NAME_MOST)
		return err_set(e, RC_INPUT, MSG_TEXT_TOO_LONG, "%zu bytes of name", in->name.n);
	while (rest.n > 0 && slice_next(&rest, ' ', &one)) {
		if (scope_of(one) == SCOPE_COUNT || ++n > SCOPE_COUNT)
			return err_set(e, RC_INPUT, MSG_SCOPE_UNKNOWN, "%zu bytes", one.n);
	}
	return n > 0 ? RC_OK : err_set(e, RC_INPUT, MSG_SCOPE_UNKNOWN, "none");
}

static slice hash_of(slice s, char room[HASH_HEX + 1])
{
	hash_sha256(&s, 1, room);
	return (slice){room, HASH_HEX};
}

typedef struct making {
	reg *r;
	const token_new *in;
	slice fresh;
	arena *a;
} making;

static rc make(db *d, void *ctx, err *e)
{
	const making *x = ctx;
	char room[HASH_HEX + 1];
	sql_token_count_row have = {0};
	sql_token_put_row row = {0};
	bool found;
	rc code = sql_token_count(d, (sql_token_count_in){x->in->account}, x->a, &have, &found, e);

	if (code == RC_OK && have.n >= TOKENS_MOST)
		code = err_set(e, RC_INPUT, MSG_TOKENS_MANY, "%lld tokens", (long long)have.n);
	if (code == RC_OK)
		code = sql_token_put(
			d,
			(sql_token_put_in){
				hash_public_id(x->a), x->in->account, slice_trim(x->in->name),
				hash_of(x->fresh, room), x->in->scopes, x->r->now,
				x->in->days > 0 ? x->r->now + x->in->days * DAY_SECONDS : DB_NULL},
			x->a, &row, NULL, e);
	return code == RC_OK ? event_add(x->r, "add", "token", row.id, (slice){0}, e) : code;
}

rc tokens_make(reg *r, const token_new *in, arena *a, slice *ret, err *e)
{
	token_new own = *in;
	making x = {.r = r, .in = &own, .a = a};
	slice hex = secret_token(a);
	rc code = check(in, e);

	if (own.days < 0 || own.days > TOKEN_DAYS_MOST)
		own.days = TOKEN_DAYS_MOST;
	x.fresh = arena_printf(a, "dd_%.*s", (int)hex.n, hex.p);
	if (code == RC_OK)
		code = db_write(r->d, make, &x, e);
	if (code == RC_OK)
		*ret = x.fresh;
	return code;
}

typedef struct revoking {
	reg *r;
	slice pub;
	arena *a;
} revoking;

static rc revoke(db *d, void *ctx, err *e)
{
	const revoking *x = ctx;
	sql_token_by_pub_row row = {0};
	bool found = false;
	rc code = sql_token_by_pub(d, (sql_token_by_pub_in){x->pub}, x->a, &row, &found, e);

	if (code == RC_OK && (!found || (x->r->who.user != 0 && row.account != x->r->who.user)))
		code = err_set(e, RC_INPUT, MSG_NO_SUCH, "token");
	if (code == RC_OK)
		code = sql_token_revoke(d, (sql_token_revoke_in){row.id, x->r->now}, NULL, e);
	return code == RC_OK ? event_add(x->r, "revoke", "token", row.id, (slice){0}, e) : code;
}

rc tokens_revoke(reg *r, slice pub, err *e)
{
	revoking x = {.r = r, .pub = pub};
	arena a;
	rc code;

	arena_init(&a, NULL, 0);
	x.a = &a;
	code = db_write(r->d, revoke, &x, e);
	arena_done(&a);
	return code;
}

typedef struct noting {
	int64_t id, now;
} noting;

static rc note_use(db *d, void *ctx, err *e)
{
	const noting *x = ctx;

	return sql_token_used(d, (sql_token_used_in){x->id, x->now}, NULL, e);
}

rc tokens_who(reg *r, slice shown, arena *a, person *ret, slice *ret_scopes, bool *ret_found,
              err *e)
{
	char room[HASH_HEX + 1];
	sql_token_find_row row = {0};
	bool found = false;
	rc code = RC_OK;

	*ret_found = false;
	if (shown.n > 0 && shown.n < TOKEN_ROOM)
		code = sql_token_find(r->d, (sql_token_find_in){hash_of(shown, room), r->now}, a,
		                      &row, &found, e);
	if (code != RC_OK || !found)
		return code;
	*ret = (person){row.account,     row.pub,         row.login, row.name, row.role, row.agency,
	                row.agency_code, row.agency_name, row.class, DB_NULL,  row.fresh};
	*ret_scopes = row.scopes;
	*ret_found = true;
	if (row.used_at == DB_NULL || row.used_at + NOTE_SECONDS <= r->now)
		code = db_write(r->d, note_use, &(noting){row.token, r->now}, e);
	return code;
}
