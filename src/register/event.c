/*
 * event.c - one chain of hashes. A line is never changed or taken out.
 */
#include "register/event.h"

#include <assert.h>

#include "base/hash.h"
#include "base/strbuf.h"

enum { WALK = 1000, LINE_MAX = 1 << 20 };

typedef struct line {
	int64_t seq, at, account;
	slice verb, noun;
	int64_t id;
	slice detail;
} line;

/* Lengths go before texts: no two lines run together. */
static rc hash_of(const line *l, slice before, char ret[HASH_HEX + 1], err *e)
{
	const int64_t numbers[] = {l->seq, l->at, l->account, l->id};
	const slice texts[] = {l->verb, l->noun, l->detail};
	strbuf b;
	slice all;

	strbuf_init(&b, NULL, LINE_MAX);
	for (size_t i = 0; i < ARRAY_LEN(numbers); i++) {
		strbuf_int(&b, numbers[i]);
		strbuf_putc(&b, ' ');
	}
	for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
		strbuf_int(&b, (int64_t)texts[i].n);
		strbuf_putc(&b, ':');
		strbuf_put(&b, texts[i]);
	}
	all = strbuf_slice(&b);
	hash_sha256((slice[]){before, all}, 2, ret);
	if (b.failed != RC_OK) {
		strbuf_done(&b);
		return err_set(e, RC_LIMIT, MSG_DB_FAILED, "an event over 1 MiB");
	}
	strbuf_done(&b);
	return RC_OK;
}

/* The end of the log stands apart from it: a log that lost its last lines fits together. */
static const slice head_key = S("log-head");

static rc put_head(reg *r, int64_t seq, const char *hash, arena *a, err *e)
{
	return sql_setting_put(
		r->d,
		(sql_setting_put_in){head_key, arena_printf(a, "%lld %s", (long long)seq, hash)},
		NULL, e);
}

rc event_add(reg *r, const char *verb, const char *noun, int64_t id, slice detail, err *e)
{
	line l = {.at = r->now,
	          .account = r->who.user,
	          .verb = slice_c(verb),
	          .noun = slice_c(noun),
	          .id = id,
	          .detail = detail.n > 0 ? detail : S("{}")};
	sql_event_last_row last = {.hash = S("")};
	char hash[HASH_HEX + 1];
	bool found;
	arena a;
	rc code;

	assert(db_in_write(r->d));
	arena_init(&a, NULL, 0);
	code = sql_event_last(r->d, &a, &last, &found, e);
	if (code == RC_OK) {
		l.seq = found ? last.seq + 1 : 1;
		code = hash_of(&l, last.hash, hash, e);
	}
	if (code == RC_OK)
		code = sql_event_put(r->d,
		                     (sql_event_put_in){l.seq, l.at, l.account, l.verb, l.noun,
		                                        l.id, l.detail, slice_c(hash)},
		                     NULL, e);
	if (code == RC_OK)
		code = put_head(r, l.seq, hash, &a, e);
	arena_done(&a);
	return code;
}

/* Compare the lines after `last`, some at a time; moves it on. */
static rc verify_some(reg *r, sql_event_list_row *last, char hash[HASH_HEX + 1], slice noted,
                      bool *ret_more, event_proof *io, err *e)
{
	sql_event_list_rows rows;
	viewer all = viewer_operator();
	arena a;
	rc code;

	arena_init(&a, NULL, 0);
	code = sql_event_list(r->d, &all, (sql_event_list_in){last->seq, WALK}, &a, &rows, e);
	*ret_more = code == RC_OK && rows.n == WALK;
	for (uint32_t i = 0; code == RC_OK && io->bad == 0 && i < rows.n; i++) {
		const sql_event_list_row *x = &rows.p[i];
		line l = {x->seq, x->at, x->account, x->verb, x->noun, x->noun_id, x->detail};

		code = hash_of(&l, slice_c(io->lines == 0 ? "" : hash), hash, e);
		if (code == RC_OK && (!slice_eq(slice_c(hash), x->hash) || x->seq != last->seq + 1))
			io->bad = x->seq;
		else if (code == RC_OK && slice_eq(slice_c(hash), noted))
			io->noted = x->seq;
		last->seq = x->seq;
		io->lines++;
	}
	arena_done(&a);
	return code;
}

static rc compare_head(reg *r, int64_t lines, const char *hash, bool *ret_cut, err *e)
{
	sql_setting_get_row head = {.value = S("")};
	bool found;
	arena a;
	rc code;

	arena_init(&a, NULL, 0);
	code = sql_setting_get(r->d, (sql_setting_get_in){head_key}, &a, &head, &found, e);
	if (code == RC_OK)
		*ret_cut = lines == 0 ? found
		                      : !slice_eq(head.value, arena_printf(&a, "%lld %s",
		                                                           (long long)lines, hash));
	arena_done(&a);
	return code;
}

rc event_verify(reg *r, slice noted, event_proof *ret, err *e)
{
	sql_event_list_row last = {0};
	char hash[HASH_HEX + 1] = "";
	event_proof p = {0};
	bool more = true;
	rc code = RC_OK;

	while (code == RC_OK && more && p.bad == 0)
		code = verify_some(r, &last, hash, noted, &more, &p, e);
	if (code == RC_OK)
		code = compare_head(r, p.lines, hash, &p.cut, e);
	*ret = p;
	return code;
}

rc event_stamp(reg *r, int64_t *ret, err *e)
{
	sql_event_last_row last;
	bool found;
	arena a;
	rc code;

	arena_init(&a, NULL, 0);
	code = sql_event_last(r->d, &a, &last, &found, e);
	arena_done(&a);
	if (code == RC_OK)
		*ret = found ? last.seq : 0;
	return code;
}
