/*
 * obligation.c - what must move together when an obligation changes.
 */
#include "register/duty/obligation.h"

#include <assert.h>

#include "base/hash.h"
#include "base/json_out.h"
#include "base/utf8.h"
#include "model/civil.h"
#include "register/duty/tally.h"
#include "register/event.h"
#include "register/people/members.h"

enum { DETAIL_MAX = 1 << 18, DIGITS_MAX = 20 };

static const struct {
	slice word, wording;
	bool open;
} works[WORK_COUNT] = {
#define WORK(NAME, word, open, wording) {S(word), S(wording), open},
#include "register/duty/duty_steps.def"
#undef WORK
};

slice work_word(enum work w)
{
	assert(w < WORK_COUNT);
	return works[w].word;
}

enum work work_of(slice word)
{
	enum work w = 0;

	while (w < WORK_COUNT && !slice_eq(word, works[w].word))
		w++;
	return w;
}

slice work_wording(slice word)
{
	enum work w = work_of(word);

	return w < WORK_COUNT ? works[w].wording : word;
}

bool work_is_open(slice word)
{
	enum work w = work_of(word);

	return w < WORK_COUNT && works[w].open;
}

rc obligation_load(reg *r, int64_t id, arena *a, obligation *ret, err *e)
{
	return sql_obligation_get(r->d, (sql_obligation_get_in){id}, a, ret, NULL, e);
}

rc obligation_who(reg *r, const obligation *o, unsigned *ret, err *e)
{
	sql_obligation_ties_row ties = {0};
	unsigned who = 0;
	arena a;
	rc code = RC_OK;

	if (r->who.all)
		who |= WHO_OFFICE;
	if (r->who.agency != 0 && o->agency == r->who.agency)
		who |= WHO_OWN;
	if (r->who.agency != 0) {
		arena_init(&a, NULL, 0);
		code = sql_obligation_ties(r->d,
		                           (sql_obligation_ties_in){o->assignment, r->who.agency},
		                           &a, &ties, NULL, e);
		arena_done(&a);
	}
	if (ties.compiles > 0 && !(who & WHO_OWN)) /* nobody receives its own work */
		who |= WHO_COMPILER;
	if (ties.watches > 0)
		who |= WHO_WATCHER;
	*ret = who;
	return code;
}

rc obligation_may(reg *r, const obligation *o, unsigned who, err *e)
{
	unsigned is;
	rc code = obligation_who(r, o, &is, e);

	if (code != RC_OK)
		return code;
	if (is == 0)
		return err_set(e, RC_INPUT, MSG_NO_SUCH, "obligation %lld", (long long)o->id);
	if ((is & who) == 0)
		return err_set(e, RC_INPUT, MSG_FORBIDDEN, "obligation %lld", (long long)o->id);
	return RC_OK;
}

/* Was it reported when it was still due? */
static bool obligation_in_time(const obligation *o)
{
	if (o->reported_at == DB_NULL)
		return false;
	return o->due == DB_NULL || civil_of_clock(o->reported_at) <= o->due;
}

/* --- the log's line --- */

/* The columns that an obligation's history is made of. */
static const struct {
	slice key;
	size_t at;
	bool text;
} kept[] = {
	{S("work"), offsetof(obligation, work), true},
	{S("agency"), offsetof(obligation, agency), false},
	{S("due"), offsetof(obligation, due), false},
	{S("last"), offsetof(obligation, last), false},
	{S("safe"), offsetof(obligation, safe), false},
	{S("held"), offsetof(obligation, before), true},
	{S("reported_at"), offsetof(obligation, reported_at), false},
	{S("done_at"), offsetof(obligation, done_at), false},
	{S("reason"), offsetof(obligation, reason), true},
};

static void put_state(json_out *j, slice key, const obligation *o)
{
	jout_key(j, key);
	jout_object(j);
	for (size_t i = 0; i < ARRAY_LEN(kept); i++) {
		const char *at = (const char *)o + kept[i].at;

		if (kept[i].text)
			member_text(j, kept[i].key, *(const slice *)(const void *)at);
		else
			member_int(j, kept[i].key, *(const int64_t *)(const void *)at);
	}
	jout_object_end(j);
}

static rc log_change(reg *r, const obligation *from, const obligation *to, const char *verb,
                     slice note, err *e)
{
	strbuf b;
	json_out j = jout_to(&b);
	rc code;

	strbuf_init(&b, NULL, DETAIL_MAX);
	jout_object(&j);
	put_state(&j, S("before"), from);
	put_state(&j, S("after"), to);
	member_text(&j, S("note"), note.n > 0 ? note : (slice){0});
	member_int(&j, S("by_agency"), r->who.agency != 0 ? r->who.agency : DB_NULL);
	jout_object_end(&j);
	code = b.failed == RC_OK ? event_add(r, verb, "obligation", from->id, strbuf_slice(&b), e)
	                         : err_set(e, RC_LIMIT, MSG_TEXT_TOO_LONG, "note of a step");
	strbuf_done(&b);
	return code;
}

static int hex_of(char c)
{
	return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
}

/* A string as member_text() wrote it; `s` stands after its first quote. */
static slice unquote(slice s, arena *a)
{
	char *to = arena_room(a, s.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < s.n && s.p[i] != '"'; i++) {
		char c = s.p[i];

		if (c == '\\' && i + 1 < s.n) {
			static const char from[] = "nrtbf", is[] = "\n\r\t\b\f";
			const char *at = memchr(from, s.p[++i], sizeof from - 1);

			c = at != NULL ? is[at - from] : s.p[i];
			if (s.p[i] == 'u' && i + 4 < s.n) { /* only control characters */
				c = (char)(hex_of(s.p[i + 3]) * 16 + hex_of(s.p[i + 4]));
				i += 4;
			}
		}
		to[n++] = c;
	}
	return (slice){to, n};
}

static int64_t int_of(slice s)
{
	bool minus = s.n > 0 && s.p[0] == '-';
	int64_t v = 0;

	for (size_t i = minus; i < s.n && i < DIGITS_MAX - 1 && s.p[i] >= '0' && s.p[i] <= '9'; i++)
		v = v * 10 + (s.p[i] - '0');
	return minus ? -v : v;
}

/* What stands after "key": in an object of ours; empty when it is not there. */
static slice value_of(slice object, slice key)
{
	const char *at = object.p, *end = object.p + object.n;

	while ((at = slice_find((slice){at, (size_t)(end - at)}, key)) != NULL) {
		const char *after = at + key.n;

		if (at > object.p && at[-1] == '"' && after + 1 < end && after[0] == '"' &&
		    after[1] == ':')
			return (slice){after + 2, (size_t)(end - after) - 2};
		at = after;
	}
	return (slice){0};
}

bool obligation_was(slice detail, arena *a, obligation *io)
{
	static const slice head = S("{\"before\":{");

	if (!slice_starts(detail, head))
		return false;
	for (size_t i = 0; i < ARRAY_LEN(kept); i++) {
		slice v = value_of(detail, kept[i].key); /* the first: that of "before" */
		bool null = slice_starts(v, S("null"));
		char *at = (char *)io + kept[i].at;

		if (v.n == 0)
			return false;
		if (kept[i].text)
			*(slice *)(void *)at = null ? (slice){0}
			                            : unquote((slice){v.p + 1, v.n - 1}, a);
		else
			*(int64_t *)(void *)at = null ? DB_NULL : int_of(v);
	}
	return true;
}

/* --- changing --- */

static slice item_state(const obligation *o)
{
	enum work w = work_of(o->work);

	if (w == WORK_REPORTED_DONE || w == WORK_CONFIRMED)
		return o->in_time ? S("sent") : S("sent_late");
	return w == WORK_RETURNED ? S("more_asked") : S("not_sent");
}

/* The round that it answers says the same as the obligation. */
static rc sync_round(reg *r, const obligation *from, const obligation *to, err *e)
{
	int64_t changed = 0;
	rc code = RC_OK;

	if (to->agency != from->agency)
		code = sql_collection_item_join(
			r->d, (sql_collection_item_join_in){to->assignment, to->agency}, &changed,
			e);
	if (code == RC_OK && from->agency != DB_NULL && to->agency != from->agency)
		code = sql_collection_item_leave(
			r->d, (sql_collection_item_leave_in){to->assignment, from->agency},
			&changed, e);
	if (code == RC_OK && to->agency != DB_NULL)
		code = sql_collection_item_sync(
			r->d,
			(sql_collection_item_sync_in){to->assignment, to->agency, item_state(to),
		                                      to->reported_at},
			&changed, e);
	if (code == RC_OK && changed > 0)
		code = sql_collection_recount(r->d, (sql_collection_recount_in){to->assignment},
		                              &changed, e);
	return code;
}

static tally_of counted(const obligation *o)
{
	return (tally_of){o->agency, o->due, o->work, o->in_time};
}

static rc write_row(reg *r, const obligation *from, const obligation *to, err *e)
{
	int64_t changed;
	rc code = sql_obligation_state_set(
		r->d,
		(sql_obligation_state_set_in){.id = from->id,
	                                      .agency = to->agency,
	                                      .due = to->due,
	                                      .last = to->last,
	                                      .safe = to->safe,
	                                      .work = to->work,
	                                      .before = to->before,
	                                      .in_time = to->in_time,
	                                      .reported_at = to->reported_at,
	                                      .done_at = to->done_at,
	                                      .reason = to->reason,
	                                      .at = r->now,
	                                      .version = from->version},
		&changed, e);

	if (code == RC_OK && changed == 0)
		return err_set(e, RC_INPUT, MSG_CHANGED_MEANWHILE, "obligation %lld",
		               (long long)from->id);
	return code;
}

rc obligation_change(reg *r, const obligation *from, const obligation *to, const char *verb,
                     slice note, err *e)
{
	obligation now = *to;
	rc code;

	assert(db_in_write(r->d));
	now.in_time = obligation_in_time(&now);
	code = write_row(r, from, &now, e);
	if (code == RC_OK)
		code = tally_move(r, counted(from), counted(&now), e);
	if (code == RC_OK &&
	    (work_is_open(from->work) != work_is_open(now.work) || from->agency != now.agency))
		code = sql_party_live_set(r->d, (sql_party_live_set_in){now.assignment}, NULL, e);
	if (code == RC_OK)
		code = sync_round(r, from, &now, e);
	return code == RC_OK ? log_change(r, from, &now, verb, note, e) : code;
}

rc obligation_new(reg *r, int64_t assignment, int64_t deadline, int64_t agency, int64_t last,
                  int64_t *ret, err *e)
{
	int64_t due = reg_counted(r, last);
	sql_obligation_put_row row = {0};
	arena a;
	rc code;

	assert(db_in_write(r->d));
	arena_init(&a, NULL, 0);
	code = sql_obligation_put(r->d,
	                          (sql_obligation_put_in){hash_public_id(&a), assignment, deadline,
	                                                  agency, due, last, reg_safe(r, last),
	                                                  r->now},
	                          &a, &row, NULL, e);
	if (code == RC_OK)
		code = tally_move(r, (tally_of){.agency = agency},
		                  (tally_of){agency, due, work_word(WORK_NOT_STARTED), false}, e);
	arena_done(&a);
	if (code == RC_OK && ret != NULL)
		*ret = row.id;
	return code;
}
