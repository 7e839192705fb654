/*
 * backups.c - moving a register; what is moved is proved before and after.
 */
#include "register/backups.h"

#include "base/strbuf.h"
#include "register/event.h"
#include "register/search/search.h"

/* What a damaged file made the database say is about the file. */
static rc say_damaged(rc code, const err *why, err *e)
{
	static const msg_id own[] = {MSG_DB_MISSING,   MSG_NOT_A_BACKUP,   MSG_DB_NEWER,
	                             MSG_BACKUP_OLDER, MSG_BACKUP_DAMAGED, MSG_NO_MEMORY};

	if (code == RC_OK)
		return code;
	if (why->id == MSG_DB_FOREIGN)
		return err_set(e, code, MSG_NOT_A_BACKUP, "%s", why->detail);
	for (size_t i = 0; i < ARRAY_LEN(own); i++)
		if (why->id == own[i])
			return err_set(e, code, why->id, "%s", why->detail);
	return err_set(e, RC_IO, MSG_BACKUP_DAMAGED, "%s", why->detail);
}

rc backups_open(reg *ret, const char *path, int64_t now, arena *a, backup_facts *facts, err *e)
{
	err why = {0};
	rc code = reg_open(ret, arena_printf(a, "sqlite:%s%c", path, 0).p, DB_BACKUP,
	                   viewer_operator(), now, NULL, (slice){0}, &why);

	if (code == RC_OK)
		code = backup_prove(ret->d, a, &facts->made_at, &facts->sums, &why);
	if (code == RC_OK)
		code = proof_of(ret, (slice){0}, a, &facts->proof, &why);
	return say_damaged(code, &why, e);
}

static rc build_search(db *d, void *ctx, err *e)
{
	(void)d;
	return search_rebuild(ctx, e);
}

typedef struct noting {
	reg *r;
	const char *verb;
} noting;

static rc note(db *d, void *ctx, err *e)
{
	noting *n = ctx;

	(void)d;
	return event_add(n->r, n->verb, "register", 0, (slice){0}, e);
}

rc backups_move(reg *from, reg *to, const char *verb, const copy_told *told, arena *a,
                copy_sums *ret, err *e)
{
	noting n = {to, verb};
	rc code = copy_register(from->d, to->d, build_search, to, told, a, ret, e);

	if (code == RC_OK)
		code = search_tidy(to, true, e);
	return code == RC_OK ? db_write(to->d, note, &n, e) : code;
}

static rc note_it(db *d, void *ctx, err *e)
{
	reg *r = ctx;
	char room[STRBUF_INT_MAX];
	strbuf b;
	rc code;

	strbuf_over(&b, room, sizeof room);
	strbuf_int(&b, r->now);
	code = sql_setting_put(d, (sql_setting_put_in){S("backup-at"), strbuf_slice(&b)}, NULL, e);
	return code == RC_OK ? event_add(r, "backup", "setting", 0, (slice){0}, e) : code;
}

rc backups_noted(reg *r, err *e)
{
	return db_write(r->d, note_it, r, e);
}
