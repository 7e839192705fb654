/*
 * hand_lists.c - series, the programme of a month, petitions, rounds by hand.
 */
#include "base/fold.h"
#include "base/hash.h"
#include "base/strbuf.h"
#include "register/hand/hand_priv.h"
#include "register/links/links.h"
#include "register/people/nouns.h"

enum { SERIES_LETTERS = 40, YEAR_LEAST = 1945, YEAR_MOST = 2200, NUMBER_MOST = 10000000 };

/* --- series --- */

rc hand_load_series(hand_saving *x, err *e)
{
	sql_series_get_row s = {0};
	rc code = sql_series_get(x->r->d, (sql_series_get_in){x->id}, x->a, &s, NULL, e);

	if (code != RC_OK)
		return code;
	hand_show(x, S("code"), s.code);
	hand_show(x, S("year"), arena_printf(x->a, "%lld", (long long)s.year));
	hand_show(x, S("last"), arena_printf(x->a, "%lld", (long long)s.last));
	return RC_OK;
}

/* Numbers that were given out stay: the last one never goes back behind them. */
rc hand_save_series(hand_saving *x, err *e)
{
	int64_t year, last, was = 0;
	sql_series_find_row same;
	sql_series_put_row row;
	bool found = false;
	slice name;
	rc code = hand_needs(x, S("code"), &name, e);

	if (code == RC_OK && (name.n > SERIES_LETTERS || memchr(name.p, '/', name.n) != NULL))
		code = err_set(e, RC_INPUT, MSG_CODE_BAD, "%zu letters", name.n);
	if (code == RC_OK)
		code = hand_number(hand_text(x, S("year")), YEAR_LEAST, YEAR_MOST, &year, e);
	if (code == RC_OK && hand_text(x, S("year")).n == 0)
		year = civil_of_minutes(x->r->minute).y;
	if (code == RC_OK)
		code = hand_number(hand_text(x, S("last")), 0, NUMBER_MOST, &last, e);
	if (code == RC_OK)
		code = hand_number(hand_get(&x->was, S("last")), 0, NUMBER_MOST, &was, e);
	if (code == RC_OK && x->id != 0 &&
	    (last < was || !slice_eq(name, hand_get(&x->was, S("code")))))
		code = err_set(e, RC_INPUT, MSG_NUMBER_TAKEN, "below the last");
	if (code == RC_OK)
		code = sql_series_find(x->r->d, (sql_series_find_in){name, year}, x->a, &same,
		                       &found, e);
	if (code == RC_OK && found && same.id != x->id)
		code = err_set(e, RC_INPUT, MSG_CODE_TAKEN, "series");
	if (code != RC_OK)
		return code;
	if (x->id != 0)
		return sql_series_set(x->r->d, (sql_series_set_in){x->id, name, year, last}, NULL,
		                      e);
	code = sql_series_put(x->r->d, (sql_series_put_in){name, year, last}, x->a, &row, NULL, e);
	x->id = code == RC_OK ? row.id : 0;
	return code;
}

/* --- programme --- */

rc hand_load_programme(hand_saving *x, err *e)
{
	sql_hand_programme_get_row p = {0};
	sql_hand_items_rows rows = {0};
	rc code = sql_hand_programme_get(x->r->d, (sql_hand_programme_get_in){x->id}, x->a, &p,
	                                 NULL, e);

	if (code == RC_OK)
		code = sql_hand_items(x->r->d, (sql_hand_items_in){x->id}, x->a, &rows, e);
	if (code != RC_OK)
		return code;
	hand_show(x, S("month"), p.month);
	hand_show(x, S("document"), p.document);
	for (uint32_t i = 0; i < rows.n; i++) {
		slice cells[] = {rows.p[i].words, rows.p[i].chair, rows.p[i].code,
		                 hand_day_text(x->a, rows.p[i].day), rows.p[i].meeting};

		hand_show(x, S("item"), hand_row(x->a, cells, ARRAY_LEN(cells)));
	}
	return RC_OK;
}

/* "2026-05", "5/2026", "05/2026" as "2026-05". */
static rc month_of(hand_saving *x, slice *ret, err *e)
{
	int64_t n[2] = {0, 0};
	slice v, one, rest;
	char sign;
	rc code = hand_needs(x, S("month"), &v, e);

	if (code != RC_OK)
		return code;
	sign = memchr(v.p, '/', v.n) != NULL ? '/' : '-';
	rest = v;
	for (int i = 0; code == RC_OK && i < 2; i++)
		code = slice_next(&rest, sign, &one) ? hand_number(one, 1, 9999, &n[i], e)
		                                     : err_set(e, RC_INPUT, MSG_DAY_BAD, "month");
	if (code == RC_OK && (rest.p != NULL || (n[0] > 12) == (n[1] > 12) || n[0] + n[1] < 1900))
		code = err_set(e, RC_INPUT, MSG_DAY_BAD, "month");
	if (code == RC_OK)
		*ret = arena_printf(x->a, "%04lld-%02lld", (long long)(n[0] > 12 ? n[0] : n[1]),
		                    (long long)(n[0] > 12 ? n[1] : n[0]));
	return code;
}

/* Items keep their rows, to which links lead: the n-th stays the n-th. */
static rc put_items(hand_saving *x, err *e)
{
	sql_hand_items_rows old = {0};
	slice c[HAND_CELLS];
	uint32_t i = 0, at = 0;
	rc code = sql_hand_items(x->r->d, (sql_hand_items_in){x->id}, x->a, &old, e);

	while (code == RC_OK && hand_next(x, S("item"), &i, c)) {
		sql_hand_item_set_in in = {.position = at,
		                           .words = c[0].n > 0 ? c[0] : S(""),
		                           .chair = c[1],
		                           .meeting = DB_NULL};
		sql_programme_item_put_row row = {0};

		code = hand_agency(x, c[2], &in.agency, e);
		if (code == RC_OK)
			code = hand_parse_day(c[3], &in.day, e);
		if (code == RC_OK && c[4].n > 0)
			code = noun_of(x->r, c[4], NOUN_MEETING, &in.meeting, e);
		row.id = at < old.n ? old.p[at].id : 0;
		if (code == RC_OK && at >= old.n)
			code = sql_programme_item_put(
				x->r->d,
				(sql_programme_item_put_in){x->id, at, in.words, in.chair,
			                                    in.agency, in.day},
				x->a, &row, NULL, e);
		in.id = row.id;
		if (code == RC_OK)
			code = sql_hand_item_set(x->r->d, in, NULL, e);
		at++;
	}
	return code == RC_OK
	               ? sql_hand_items_drop(x->r->d, (sql_hand_items_drop_in){x->id, at}, NULL, e)
	               : code;
}

rc hand_save_programme(hand_saving *x, err *e)
{
	sql_hand_programme_find_row same;
	sql_programme_put_row row;
	int64_t document;
	bool found = false;
	slice month;
	rc code = month_of(x, &month, e);

	if (code == RC_OK)
		code = hand_document(x, hand_text(x, S("document")), &document, e);
	if (code == RC_OK)
		code = sql_hand_programme_find(x->r->d, (sql_hand_programme_find_in){month}, x->a,
		                               &same, &found, e);
	if (code == RC_OK && found && same.id != x->id)
		return err_set(e, RC_INPUT, MSG_CODE_TAKEN, "this month has a programme");
	if (code == RC_OK && x->id == 0) {
		code = sql_programme_put(
			x->r->d, (sql_programme_put_in){hash_public_id(x->a), month, document},
			x->a, &row, NULL, e);
		x->id = code == RC_OK ? row.id : 0;
	}
	if (code == RC_OK)
		code = sql_hand_programme_set(
			x->r->d, (sql_hand_programme_set_in){x->id, month, document}, NULL, e);
	return code == RC_OK ? put_items(x, e) : code;
}

/* --- petitions --- */

rc hand_load_petition(hand_saving *x, err *e)
{
	sql_hand_petition_get_row p = {0};
	sql_hand_watchers_rows rows = {0};
	rc code = sql_hand_petition_get(x->r->d, (sql_hand_petition_get_in){x->id}, x->a, &p, NULL,
	                                e);

	if (code == RC_OK)
		code = sql_hand_watchers(x->r->d, (sql_hand_watchers_in){x->id}, x->a, &rows, e);
	if (code != RC_OK)
		return code;
	hand_show(x, S("words"), p.words);
	hand_show(x, S("document"), p.document);
	hand_show(x, S("petitioner"), p.petitioner);
	hand_show(x, S("owner"), p.owner_code);
	hand_show(x, S("due"), hand_minute_text(x->a, p.due, true));
	hand_show(x, S("state"), p.state);
	hand_show(x, S("reply"), p.reply);
	hand_show(x, S("reply-document"), p.reply_document);
	for (uint32_t i = 0; i < rows.n; i++)
		hand_show(x, S("watcher"), rows.p[i].code);
	return RC_OK;
}

static rc fill_petition(hand_saving *x, sql_hand_petition_set_in *in, err *e)
{
	rc code = hand_needs(x, S("words"), &in->words, e);

	if (code == RC_OK)
		code = hand_choice(x, S("state"),
		                   "open answered_orally answered_in_writing escalated", "open",
		                   &in->state, e);
	if (code == RC_OK)
		code = hand_document(x, hand_text(x, S("document")), &in->document, e);
	if (code == RC_OK)
		code = hand_document(x, hand_text(x, S("reply-document")), &in->reply_id, e);
	if (code == RC_OK)
		code = hand_agency(x, hand_text(x, S("petitioner")), &in->petitioner, e);
	if (code == RC_OK)
		code = hand_agency(x, hand_text(x, S("owner")), &in->owner_id, e);
	if (code == RC_OK)
		code = hand_parse_minute(hand_text(x, S("due")), true, &in->due, NULL, e);
	in->reply = hand_text(x, S("reply"));
	if (code == RC_OK && slice_eq(in->state, S("answered_in_writing")) && in->reply.n == 0 &&
	    in->reply_id == DB_NULL)
		code = err_set(e, RC_INPUT, MSG_EVIDENCE_NEEDED, "an empty reply");
	return code;
}

static rc put_watchers(hand_saving *x, err *e)
{
	slice c[HAND_CELLS];
	uint32_t i = 0;
	int64_t agency;
	rc code = sql_hand_watchers_drop(x->r->d, (sql_hand_watchers_drop_in){x->id}, NULL, e);

	while (code == RC_OK && hand_next(x, S("watcher"), &i, c)) {
		code = hand_agency(x, c[0], &agency, e);
		if (code == RC_OK && agency != DB_NULL)
			code = sql_petition_watcher_put(
				x->r->d, (sql_petition_watcher_put_in){x->id, agency}, NULL, e);
	}
	return code;
}

rc hand_save_petition(hand_saving *x, err *e)
{
	int32_t day = (int32_t)(x->r->minute / CMIN_DAY);
	sql_hand_petition_set_in in = {0};
	sql_petition_put_row row;
	bool fresh = x->id == 0;
	rc code = fill_petition(x, &in, e);

	if (code != RC_OK)
		return code;
	in.folded = fold_text(x->a, in.words);
	if (fresh) {
		code = sql_petition_put(x->r->d,
		                        (sql_petition_put_in){hash_public_id(x->a), in.document,
		                                              in.words, in.folded, in.petitioner,
		                                              in.owner_id, in.due, x->r->now},
		                        x->a, &row, NULL, e);
		x->id = code == RC_OK ? row.id : 0;
	}
	in.id = x->id;
	if (code == RC_OK)
		code = sql_hand_petition_set(x->r->d, in, NULL, e);
	if (code == RC_OK)
		code = put_watchers(x, e);
	if (code == RC_OK)
		code = hand_see(x, in.document, in.owner_id, DB_NULL, day, "petition", e);
	if (code == RC_OK && fresh && in.owner_id != DB_NULL && in.reply_id == DB_NULL)
		code = links_of_petition(x->r, x->id, in.owner_id, in.folded, e);
	return code;
}

/* --- rounds --- */

rc hand_load_collection(hand_saving *x, err *e)
{
	sql_hand_collection_get_row c = {0};
	rc code = sql_hand_collection_get(x->r->d, (sql_hand_collection_get_in){x->id}, x->a, &c,
	                                  NULL, e);

	if (code == RC_OK) {
		hand_show(x, S("title"), c.title);
		hand_show(x, S("compiler"), c.compiler);
	}
	return code;
}

/* A round comes of a duty that several have; only what it is called and who compiles it is
 * changed here. */
rc hand_save_collection(hand_saving *x, err *e)
{
	sql_hand_collection_set_in in = {.id = x->id};
	int64_t changed;
	rc code = hand_needs(x, S("title"), &in.title, e);

	if (code == RC_OK && x->id == 0)
		code = err_set(e, RC_INPUT, MSG_ROUND_BY_DUTY, "no duty");
	if (code == RC_OK)
		code = hand_agency(x, hand_text(x, S("compiler")), &in.compiler, e);
	return code == RC_OK ? sql_hand_collection_set(x->r->d, in, &changed, e) : code;
}
