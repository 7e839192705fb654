/*
 * petitions.c - what communes ask for, who answers, who watches that it is answered.
 */
#include <assert.h>

#include "base/fold.h"
#include "base/hash.h"
#include "register/event.h"
#include "register/people/audience.h"
#include "register/steps/rounds.h"

static int64_t or_null(int64_t id)
{
	return id != 0 ? id : DB_NULL;
}

static rc show_to(reg *r, int64_t document, int64_t agency, err *e)
{
	return document == 0 || agency == 0 ? RC_OK
	                                    : audience_add(r, document, agency, "petition", e);
}

rc petition_add(reg *r, const petition_in *in, int64_t *ret, err *e)
{
	sql_petition_put_row row = {0};
	arena a;
	rc code;

	assert(db_in_write(r->d));
	if (!r->who.all)
		return err_set(e, RC_INPUT, MSG_FORBIDDEN, "the Office alone");
	if (slice_trim(in->words).n == 0)
		return err_set(e, RC_INPUT, MSG_WORDS_NEEDED, "an empty petition");
	arena_init(&a, NULL, 0);
	code = sql_petition_put(r->d,
	                        (sql_petition_put_in){hash_public_id(&a), or_null(in->document),
	                                              in->words, fold_text(&a, in->words),
	                                              or_null(in->petitioner), or_null(in->owner),
	                                              in->due, r->now},
	                        &a, &row, NULL, e);
	if (code == RC_OK)
		code = show_to(r, in->document, in->owner, e);
	for (uint32_t i = 0; code == RC_OK && i < in->nwatchers; i++)
		code = sql_petition_watcher_put(
			r->d, (sql_petition_watcher_put_in){row.id, in->watchers[i]}, NULL, e);
	if (code == RC_OK)
		code = event_add(r, "add", "petition", row.id, (slice){0}, e);
	arena_done(&a);
	if (code == RC_OK)
		*ret = row.id;
	return code;
}

typedef sql_petition_get_row petition;

static rc load(reg *r, int64_t id, arena *a, petition *ret, err *e)
{
	rc code = sql_petition_get(r->d, (sql_petition_get_in){id}, a, ret, NULL, e);

	if (code == RC_OK && !r->who.all && ret->owner_id != r->who.agency)
		return err_set(e, RC_INPUT,
		               ret->petitioner == r->who.agency ? MSG_FORBIDDEN : MSG_NO_SUCH,
		               "petition %lld", (long long)id);
	return code;
}

static rc save(reg *r, const petition *p, int64_t reply_id, const char *verb, arena *a, slice was,
               err *e)
{
	int64_t changed;
	rc code = sql_petition_set(r->d,
	                           (sql_petition_set_in){p->id, p->owner_id, p->state, p->due,
	                                                 p->reply, reply_id, p->version},
	                           &changed, e);

	if (code == RC_OK && changed == 0)
		return err_set(e, RC_INPUT, MSG_CHANGED_MEANWHILE, "petition %lld",
		               (long long)p->id);
	return code == RC_OK
	               ? event_add(r, verb, "petition", p->id,
	                           arena_printf(a, "{\"before\":\"%.*s\",\"after\":\"%.*s\"}",
	                                        (int)was.n, was.p, (int)p->state.n, p->state.p),
	                           e)
	               : code;
}

rc petition_reply(reg *r, int64_t id, slice state, slice words, int64_t document, err *e)
{
	petition p;
	slice was;
	arena a;
	rc code;

	assert(db_in_write(r->d));
	if (slice_trim(words).n == 0 && document == 0)
		return err_set(e, RC_INPUT, MSG_EVIDENCE_NEEDED, "an empty reply");
	arena_init(&a, NULL, 0);
	code = load(r, id, &a, &p, e);
	if (code == RC_OK) {
		was = p.state;
		p.state = state;
		p.reply = words.n > 0 ? words : p.reply;
		code = save(r, &p, or_null(document), "reply", &a, was, e);
	}
	arena_done(&a);
	return code;
}

rc petition_assign(reg *r, int64_t id, int64_t owner, int64_t due, err *e)
{
	petition p;
	arena a;
	rc code;

	assert(db_in_write(r->d));
	arena_init(&a, NULL, 0);
	code = load(r, id, &a, &p, e);
	if (code == RC_OK && !r->who.all)
		code = err_set(e, RC_INPUT, MSG_FORBIDDEN, "the Office alone");
	if (code == RC_OK) {
		p.owner_id = owner;
		p.due = due != DB_NULL ? due : p.due;
		code = save(r, &p, DB_NULL, "assign", &a, p.state, e);
	}
	arena_done(&a);
	return code;
}
