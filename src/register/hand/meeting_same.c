/*
 * meeting_same.c - merging two entries of one meeting, and parting them again.
 *
 * What stays is changed as by hand (hand.h), so that its history shows it and undo knows it. The line
 * of the one that goes keeps where it went, what it was, and which line of the other that made: parting
 * takes that change back while it is the newest.
 */
#include "register/hand/meeting_same.h"

#include <assert.h>

#include "register/event.h"
#include "register/hand/hand.h"
#include "register/links/links.h"

typedef struct joining {
	reg *r;
	arena *a;
	int64_t kept, gone;
	sql_same_meeting_row k, g;
} joining;

static rc office_only(const reg *r, err *e)
{
	assert(db_in_write(r->d));
	return r->who.all ? RC_OK : err_set(e, RC_INPUT, MSG_FORBIDDEN, "the Office alone");
}

static rc load(joining *x, int64_t id, sql_same_meeting_row *ret, err *e)
{
	bool found = false;
	rc code = sql_same_meeting(x->r->d, (sql_same_meeting_in){id}, x->a, ret, &found, e);

	return code == RC_OK && !found
	               ? err_set(e, RC_INPUT, MSG_NO_SUCH, "meeting %lld", (long long)id)
	               : code;
}

/* Loads both; the first of them stays unless the second weighs more. */
static rc load_both(joining *x, int64_t one, int64_t other, err *e)
{
	rc code = load(x, one, &x->k, e);

	x->kept = one;
	x->gone = other;
	if (code == RC_OK)
		code = load(x, other, &x->g, e);
	if (code == RC_OK &&
	    (x->g.weight > x->k.weight || (x->g.weight == x->k.weight && other < one))) {
		sql_same_meeting_row row = x->k;

		x->k = x->g;
		x->g = row;
		x->kept = other;
		x->gone = one;
	}
	return code;
}

/* The link between the two, made where nobody proposed one. */
static rc link_of(joining *x, sql_same_link_row *ret, err *e)
{
	bool found = false;
	int64_t changed;
	rc code = sql_same_link(x->r->d, (sql_same_link_in){x->kept, x->gone}, x->a, ret, &found,
	                        e);

	if (code != RC_OK || found)
		return code;
	code = sql_link_put(x->r->d,
	                    (sql_link_put_in){S(LINK_SAME_MEETING), S("meeting"), x->gone,
	                                      S("meeting"), x->kept, 0, S(""), x->r->now},
	                    &changed, e);
	return code == RC_OK ? sql_same_link(x->r->d, (sql_same_link_in){x->kept, x->gone}, x->a,
	                                     ret, &found, e)
	                     : code;
}

/* "2026-04-20T14:00" beside "2026-04-20" or "2026-04": what says more, when it says no other. */
static bool differ(slice a, slice b)
{
	size_t least = a.n < b.n ? a.n : b.n;

	return memcmp(a.n > 0 ? a.p : "", b.n > 0 ? b.p : "", least) != 0;
}

static void take_time(joining *x, const hand_fields *from, hand_fields *to)
{
	static const slice names[] = {S("starts"), S("ends"), S("duration")};

	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		slice v = hand_get(from, names[i]);

		hand_put(x->a, to, names[i], v.n > 0 ? v : S(""));
	}
}

/* What the one that stays does not say itself, and the time of the other where that holds. */
static rc fill(joining *x, int64_t timed, err *e)
{
	hand_fields own = {0}, other = {0}, given = {0};
	bool theirs = timed == x->gone ||
	              (timed == 0 && x->g.starts.n > x->k.starts.n && x->k.starts.n > 0);
	rc code = hand_read(x->r, HAND_MEETING, x->kept, x->a, &own, e);

	if (code == RC_OK)
		code = hand_read(x->r, HAND_MEETING, x->gone, x->a, &other, e);
	if (code != RC_OK)
		return code;
	if (theirs)
		take_time(x, &other, &given);
	for (uint32_t i = 0; i < other.n; i++) {
		slice name = other.p[i].name;

		if (hand_get(&own, name).p == NULL && !slice_eq(name, S("document")) &&
		    !(theirs && hand_get(&given, name).p != NULL))
			hand_put(x->a, &given, name, other.p[i].value);
	}
	return given.n > 0 ? hand_change(x->r, HAND_MEETING, x->kept, &given, 0, e) : RC_OK;
}

/* A conclusion that was found for the one that goes is of the one that stays. */
static rc move_conclusions(joining *x, err *e)
{
	sql_same_conclusions_rows rows = {0};
	int64_t changed;
	rc code = sql_same_conclusions(x->r->d, (sql_same_conclusions_in){x->gone}, x->a, &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		code = sql_link_put(x->r->d,
		                    (sql_link_put_in){S("conclusion"), S("meeting"), x->kept,
		                                      S("document"), rows.p[i].document,
		                                      rows.p[i].confidence, rows.p[i].why,
		                                      x->r->now},
		                    &changed, e);
		if (code == RC_OK)
			code = links_settle_near(x->r, x->kept, rows.p[i].document, e);
	}
	return code;
}

static rc lay_aside(joining *x, int64_t changed_at, err *e)
{
	int64_t changed;
	rc code = sql_same_state_set(x->r->d, (sql_same_state_set_in){x->gone, S("dropped")},
	                             &changed, e);

	if (code == RC_OK)
		code = sql_meeting_state_set(
			x->r->d, (sql_meeting_state_set_in){x->kept, S("accepted")}, &changed, e);
	if (code == RC_OK)
		code = sql_same_replies_copy(x->r->d, (sql_same_replies_copy_in){x->kept, x->gone},
		                             &changed, e);
	if (code == RC_OK)
		code = sql_same_items_move(x->r->d, (sql_same_items_move_in){x->kept, x->gone},
		                           &changed, e);
	if (code == RC_OK)
		code = move_conclusions(x, e);
	return code == RC_OK
	               ? event_add(x->r, "merge", "meeting", x->gone,
	                           arena_printf(x->a,
	                                        "{\"into\":%lld,\"line\":%lld,\"was\":\"%.*s\"}",
	                                        (long long)x->kept, (long long)changed_at,
	                                        (int)x->g.state.n, x->g.state.p),
	                           e)
	               : code;
}

static rc join(joining *x, int64_t timed, err *e)
{
	int64_t before = 0, after = 0;
	rc code;

	if (slice_eq(x->k.state, S("dropped")) || slice_eq(x->g.state, S("dropped")))
		return err_set(e, RC_INPUT, MSG_STATE_FORBIDS, "one of them was dropped");
	if (timed == 0 && differ(x->k.starts, x->g.starts))
		return err_set(e, RC_INPUT, MSG_TIMES_DIFFER, "meetings %lld, %lld",
		               (long long)x->kept, (long long)x->gone);
	code = hand_version(x->r, HAND_MEETING, x->kept, &before, e);
	if (code == RC_OK)
		code = fill(x, timed, e);
	if (code == RC_OK)
		code = hand_version(x->r, HAND_MEETING, x->kept, &after, e);
	return code == RC_OK ? lay_aside(x, after != before ? after : 0, e) : code;
}

rc meeting_same(reg *r, int64_t one, int64_t other, int64_t timed, int64_t *ret_kept, err *e)
{
	arena a;
	joining x = {.r = r, .a = &a};
	sql_same_link_row link;
	rc code = office_only(r, e);

	if (code == RC_OK && (one == other || (timed != 0 && timed != one && timed != other)))
		code = err_set(e, RC_INPUT, MSG_STATE_FORBIDS, "two meetings");
	if (code != RC_OK)
		return code;
	arena_init(&a, NULL, 0);
	code = load_both(&x, one, other, e);
	if (code == RC_OK)
		code = link_of(&x, &link, e);
	if (code == RC_OK)
		code = join(&x, timed, e);
	if (code == RC_OK)
		code = link_decide(r, link.id, true, e);
	arena_done(&a);
	if (code == RC_OK && ret_kept != NULL)
		*ret_kept = x.kept;
	return code;
}

/* --- parting --- */

static int64_t number_after(slice detail, slice key)
{
	const char *at = slice_find(detail, key), *end = detail.p + detail.n;
	slice figures = {at, 0};

	if (at == NULL)
		return 0;
	figures.p += key.n;
	while (figures.p + figures.n < end && figures.p[figures.n] >= '0' &&
	       figures.p[figures.n] <= '9')
		figures.n++;
	return slice_number(figures, INT64_MAX);
}

/* The one of the two that was merged is in the calendar again, as it was. */
static rc part(joining *x, err *e)
{
	sql_event_newest_row last = {0};
	bool found = false;
	int64_t changed, line, version = 0;
	rc code = sql_event_newest(x->r->d, (sql_event_newest_in){S("meeting"), x->gone}, x->a,
	                           &last, &found, e);

	if (code == RC_OK && (!found || !slice_eq(last.verb, S("merge"))))
		return err_set(e, RC_INPUT, MSG_NOTHING_TO_UNDO, "meeting %lld",
		               (long long)x->gone);
	line = number_after(last.detail, S("\"line\":"));
	if (code == RC_OK)
		code = hand_version(x->r, HAND_MEETING, x->kept, &version, e);
	if (code == RC_OK && line > 0 && line == version)
		code = hand_undo(x->r, HAND_MEETING, x->kept, e);
	if (code == RC_OK)
		code = sql_same_state_set(
			x->r->d,
			(sql_same_state_set_in){x->gone, slice_has(last.detail, S("\"proposed\""))
		                                                 ? S("proposed")
		                                                 : S("accepted")},
			&changed, e);
	return code == RC_OK
	               ? event_add(x->r, "undo", "meeting", x->gone, S("{\"undone\":\"merge\"}"), e)
	               : code;
}

static rc apart(joining *x, int64_t one, int64_t other, err *e)
{
	sql_same_link_row link = {0};
	rc code;

	x->kept = one;
	x->gone = other;
	code = load(x, one, &x->k, e);
	if (code == RC_OK)
		code = load(x, other, &x->g, e);
	if (code == RC_OK)
		code = link_of(x, &link, e);
	if (code == RC_OK && slice_eq(link.state, S("confirmed"))) {
		if (slice_eq(x->k.state, S("dropped"))) {
			x->kept = other;
			x->gone = one;
		}
		code = part(x, e);
	}
	return code == RC_OK ? link_decide(x->r, link.id, false, e) : code;
}

rc meeting_apart(reg *r, int64_t one, int64_t other, err *e)
{
	arena a;
	joining x = {.r = r, .a = &a};
	rc code = office_only(r, e);

	if (code != RC_OK)
		return code;
	arena_init(&a, NULL, 0);
	code = apart(&x, one, other, e);
	arena_done(&a);
	return code;
}

rc meeting_link_decide(reg *r, int64_t link, bool confirm, err *e)
{
	sql_link_get_row x = {0};
	bool found = false, same;
	arena a;
	rc code;

	arena_init(&a, NULL, 0);
	code = sql_link_get(r->d, (sql_link_get_in){link}, &a, &x, &found, e);
	same = found && slice_eq(x.kind, S(LINK_SAME_MEETING));
	if (code == RC_OK && (!same || slice_eq(x.state, confirm ? S("confirmed") : S("refused"))))
		code = link_decide(r, link, confirm, e);
	else if (code == RC_OK)
		code = confirm ? meeting_same(r, x.from_id, x.to_id, 0, NULL, e)
		               : meeting_apart(r, x.from_id, x.to_id, e);
	arena_done(&a);
	return code;
}
