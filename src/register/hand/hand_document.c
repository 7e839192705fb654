/*
 * hand_document.c - a document by hand: from draft to issued, recalled, replaced.
 *
 * What was issued by the Office is never changed: it may only be recalled, or replaced by a new
 * document. Of a paper that came in the register keeps a record, which may be put right; the
 * file and what was read in it stay as they are. A draft is seen by those it is for only when
 * it is issued.
 */
#include "base/fold.h"
#include "base/hash.h"
#include "register/event.h"
#include "register/hand/hand_priv.h"
#include "register/hand/series.h"
#include "register/links/links.h"
#include "register/search/search.h"

enum { YEARS_LEAST = 1900, DIGITS_MOST = 9 };

rc hand_load_document(hand_saving *x, err *e)
{
	sql_hand_document_get_row d = {0};
	rc code = sql_hand_document_get(x->r->d, (sql_hand_document_get_in){x->id}, x->a, &d, NULL,
	                                e);

	if (code != RC_OK)
		return code;
	hand_show(x, S("direction"), d.direction);
	hand_show(x, S("status"), d.status);
	hand_show(x, S("kind"), d.kind);
	hand_show(x, S("purpose"), d.purpose);
	hand_show(x, S("series"), d.series);
	hand_show(x, S("number"), d.number);
	hand_show(x, S("issued"), d.issued);
	hand_show(x, S("issuer"), d.issuer_code.n > 0 ? d.issuer_code : d.issuer);
	hand_show(x, S("title"), d.title);
	hand_show(x, S("urgency"), d.urgency);
	hand_show(x, S("signer"), d.signer);
	hand_show(x, S("signer-post"), d.signer_post);
	hand_show(x, S("addressees"), d.addressees);
	hand_show(x, S("replaces"), d.replaces);
	return RC_OK;
}

/* --- what may become what --- */

static bool was_final(const hand_saving *x)
{
	slice status = hand_get(&x->was, S("status"));

	return !slice_eq(hand_get(&x->was, S("direction")), S("in")) &&
	       (slice_eq(status, S("issued")) || slice_eq(status, S("replaced")) ||
	        slice_eq(status, S("recalled")));
}

/* All but the status as it was. */
static bool only_status(const hand_saving *x)
{
	hand_fields was = {0}, is = {0};

	for (uint32_t i = 0; i < x->was.n; i++)
		if (!slice_eq(x->was.p[i].name, S("status")))
			hand_put(x->a, &was, x->was.p[i].name, x->was.p[i].value);
	for (uint32_t i = 0; i < x->is.n; i++)
		if (!slice_eq(x->is.p[i].name, S("status")))
			hand_put(x->a, &is, x->is.p[i].name, x->is.p[i].value);
	return hand_detail(x->a, &was, &is).n == 0;
}

static rc check_status(hand_saving *x, slice *ret, err *e)
{
	slice was = hand_get(&x->was, S("status"));
	rc code = hand_choice(x, S("status"), "draft signed issued replaced recalled", "draft", ret,
	                      e);

	if (code != RC_OK)
		return code;
	if (was_final(x) &&
	    (!only_status(x) || !slice_eq(was, S("issued")) || !slice_eq(*ret, S("recalled"))))
		return err_set(e, RC_INPUT, MSG_ISSUED_STANDS, "issued before");
	if (x->id == 0 && (slice_eq(*ret, S("replaced")) || slice_eq(*ret, S("recalled"))))
		return err_set(e, RC_INPUT, MSG_STATE_FORBIDS, "not issued yet");
	if (slice_eq(*ret, S("recalled")) && !slice_eq(was, S("issued")) &&
	    !slice_eq(was, S("recalled")))
		return err_set(e, RC_INPUT, MSG_STATE_FORBIDS, "not issued yet");
	return RC_OK;
}

/* --- number and day --- */

static int64_t leading(slice number)
{
	int64_t n = 0;

	for (size_t i = 0; i < number.n && i < DIGITS_MOST; i++) {
		if (number.p[i] < '0' || number.p[i] > '9')
			break;
		n = n * 10 + (number.p[i] - '0');
	}
	return n;
}

/* An issued document of a series has its number from it, or claims the one it has. */
static rc take_number(hand_saving *x, sql_hand_document_set_in *set, err *e)
{
	int32_t year = civil_of_days((int32_t)set->issued_day).y;
	int64_t n = leading(set->number);
	rc code;

	if (set->series.n == 0 || slice_eq(set->direction, S("in")))
		return RC_OK;
	if (set->number.n > 0)
		return n > 0 ? series_claim(x->r, set->series, year, n, x->id, e) : RC_OK;
	code = series_take(x->r, set->series, year, x->id, (slice){0}, &n, e);
	if (code == RC_OK)
		set->number = arena_printf(x->a, "%02lld/%.*s", (long long)n, (int)set->series.n,
		                           set->series.p);
	return code;
}

static void set_keys(hand_saving *x, sql_hand_document_set_in *set)
{
	slice key = fold_number(x->a, set->number);
	slice brief = links_short_key(x->a, set->kind, set->number);

	set->number_key = key.n > 0 ? key : (slice){0};
	set->short_key = brief.n > 0 ? brief : (slice){0};
	set->number_state = set->number.n > 0 ? S("known") : S("blank");
}

static rc set_issued(hand_saving *x, sql_hand_document_set_in *set, bool issued, err *e)
{
	rc code;

	set->issued = hand_text(x, S("issued"));
	set->issued_day = DB_NULL;
	if (set->issued.n > 0 && slice_eq(set->issued, hand_get(&x->was, S("issued")))) {
		if (hand_parse_day(set->issued, &set->issued_day, NULL) != RC_OK)
			set->issued_day = DB_NULL;
		return RC_OK;
	}
	code = hand_parse_day(set->issued, &set->issued_day, e);
	if (code == RC_OK && issued && set->issued_day == DB_NULL)
		set->issued_day = x->r->minute / CMIN_DAY;
	if (code == RC_OK)
		set->issued = hand_day_text(x->a, set->issued_day);
	return code;
}

static rc set_issuer(hand_saving *x, sql_hand_document_set_in *set, err *e)
{
	slice words = hand_text(x, S("issuer"));
	int64_t group;
	slice name = words;
	rc code = hand_body(x, words, &set->issuer_id, &group, &name, e);

	set->issuer = words.n > 0 ? name : (slice){0};
	return code;
}

static rc fill(hand_saving *x, sql_hand_document_set_in *set, err *e)
{
	rc code = check_status(x, &set->status, e);
	bool issued = code == RC_OK && slice_eq(set->status, S("issued"));

	if (code == RC_OK)
		code = hand_choice(x, S("direction"), "in out internal", "out", &set->direction, e);
	if (code == RC_OK)
		code = hand_choice(x, S("urgency"), "khan thuong-khan hoa-toc", NULL, &set->urgency,
		                   e);
	if (code == RC_OK)
		code = hand_needs(x, S("title"), &set->title, e);
	if (code == RC_OK)
		code = set_issued(x, set, issued, e);
	if (code == RC_OK)
		code = set_issuer(x, set, e);
	if (code == RC_OK)
		code = hand_document(x, hand_text(x, S("replaces")), &set->replaces, e);
	set->kind = hand_text(x, S("kind"));
	set->purpose = hand_text(x, S("purpose"));
	set->series = hand_text(x, S("series"));
	set->number = hand_text(x, S("number"));
	set->signer = hand_text(x, S("signer"));
	set->signer_post = hand_text(x, S("signer-post"));
	set->addressees = hand_text(x, S("addressees"));
	return code;
}

/* --- rows --- */

static rc put_row(hand_saving *x, const sql_hand_document_set_in *set, err *e)
{
	sql_document_put_row row = {0};
	rc code;

	if (x->id != 0)
		return RC_OK;
	code = sql_document_put(x->r->d,
	                        (sql_document_put_in){.pub = hash_public_id(x->a),
	                                              .name = set->title,
	                                              .through = S("hand"),
	                                              .direction = set->direction,
	                                              .status = S("draft"),
	                                              .title = set->title,
	                                              .issued_day = DB_NULL,
	                                              .issuer_id = DB_NULL,
	                                              .keep = S(""),
	                                              .entered_at = x->r->now,
	                                              .entered_by = x->r->who.user},
	                        x->a, &row, NULL, e);
	x->id = row.id;
	return code;
}

/* Those it is for may see it now, and it can be found. */
static rc show_it(hand_saving *x, const sql_hand_document_set_in *set, err *e)
{
	int32_t day = (int32_t)(set->issued_day != DB_NULL ? set->issued_day
	                                                   : x->r->minute / CMIN_DAY);
	slice rest = set->addressees, one, name;
	int64_t agency, group;
	found_by words = search_words(x->a, set->title, set->number, (slice){0});
	search_rows seen = {0};
	rc code = search_bodies(x->r, x->id, x->a, &seen, e);

	if (code == RC_OK)
		code = search_enter(x->r, x->id, search_day(set->issued, x->r->now), &words, seen.p,
		                    seen.n, e);

	while (code == RC_OK && slice_next(&rest, ',', &one)) {
		code = hand_body(x, slice_trim(one), &agency, &group, &name, e);
		if (code == RC_OK && agency == DB_NULL && group == DB_NULL && slice_trim(one).n > 0)
			code = err_set(e, RC_INPUT, MSG_AGENCY_UNKNOWN, "addressee");
		if (code == RC_OK)
			code = hand_see(x, x->id, agency, group, day, "addressee", e);
	}
	return code;
}

/* The one before stands no longer; its own history says so. */
static rc replace(hand_saving *x, int64_t old, err *e)
{
	rc code;

	if (old == DB_NULL)
		return RC_OK;
	code = sql_document_status_set(x->r->d, (sql_document_status_set_in){old, S("replaced")},
	                               NULL, e);
	return code == RC_OK ? event_add(x->r, "replace", "document", old,
	                                 arena_printf(x->a, "{\"by\":%lld}", (long long)x->id), e)
	                     : code;
}

rc hand_save_document(hand_saving *x, err *e)
{
	slice before = hand_get(&x->was, S("status"));
	sql_hand_document_set_in set = {0};
	bool issuing;
	rc code = fill(x, &set, e);

	if (code == RC_OK)
		code = put_row(x, &set, e);
	issuing = code == RC_OK && slice_eq(set.status, S("issued")) &&
	          !slice_eq(before, S("issued"));
	if (issuing)
		code = take_number(x, &set, e);
	if (code == RC_OK) {
		set.id = x->id;
		set_keys(x, &set);
		code = sql_hand_document_set(x->r->d, set, NULL, e);
	}
	if (code == RC_OK && issuing)
		code = replace(x, set.replaces, e);
	return code == RC_OK && issuing ? show_it(x, &set, e) : code;
}
