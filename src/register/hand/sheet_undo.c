/*
 * sheet_undo.c - each time that sheets come in, and all of one time taken back.
 *
 * The log says what was changed since: anything with a line after the import's own stays. Rows
 * that are taken back are forgotten, so the same sheet may come in again.
 */
#include <assert.h>

#include "base/hash.h"
#include "register/entry/decide.h"
#include "register/event.h"
#include "register/hand/propose_undo.h"
#include "register/hand/sheet_priv.h"

rc sheet_import_begin(reg *r, slice name, slice pub, int64_t *ret, err *e)
{
	sql_sheet_import_put_row put = {0};
	arena a;
	rc code;

	assert(db_in_write(r->d));
	arena_init(&a, NULL, 0);
	code = sql_sheet_import_put(r->d,
	                            (sql_sheet_import_put_in){pub.n > 0 ? pub : hash_public_id(&a),
	                                                      name, r->now, r->who.user},
	                            &a, &put, NULL, e);
	*ret = put.id;
	arena_done(&a);
	return code;
}

rc sheet_import_end(reg *r, int64_t import, const sheet_entered *sum, uint32_t bad, err *e)
{
	int64_t changed;
	rc code = event_add(r, "sheet-import", "sheet_import", import, (slice){0}, e);

	return code == RC_OK ? sql_sheet_import_end(r->d,
	                                            (sql_sheet_import_end_in){import, sum->entered,
	                                                                      sum->again, sum->kept,
	                                                                      sum->changed, bad},
	                                            &changed, e)
	                     : code;
}

typedef struct undoing {
	reg *r;
	int64_t seq;
	arena *a; /* of the row at hand */
	bool stays;
} undoing;

/* --- of each noun --- */

static rc undo_duty(undoing *x, const sql_sheet_undo_rows_row *row, err *e)
{
	sql_sheet_duty_touched_row since = {0};
	rc code = sql_sheet_duty_touched(x->r->d, (sql_sheet_duty_touched_in){row->noun_id, x->seq},
	                                 x->a, &since, NULL, e);

	if (code != RC_OK || since.n > 0) {
		x->stays = true;
		return code;
	}
	code = propose_untrack(x->r, row->noun_id, e);
	return code == RC_OK ? decide_drop(x->r, row->noun_id, e) : code;
}

static rc undo_petition(undoing *x, const sql_sheet_undo_rows_row *row, err *e)
{
	rc code = sql_sheet_links_drop(x->r->d, (sql_sheet_links_drop_in){row->noun, row->noun_id},
	                               NULL, e);

	if (code == RC_OK)
		code = sql_sheet_watchers_drop(x->r->d, (sql_sheet_watchers_drop_in){row->noun_id},
		                               NULL, e);
	return code == RC_OK ? sql_sheet_petition_drop(
				       x->r->d, (sql_sheet_petition_drop_in){row->noun_id}, NULL, e)
	                     : code;
}

void sheet_found(slice before, slice *ret_email, slice *ret_phone, int64_t *ret_post)
{
	slice post = {0};

	*ret_email = *ret_phone = (slice){0};
	(void)slice_next(&before, '\x1f', ret_email);
	(void)slice_next(&before, '\x1f', ret_phone);
	(void)slice_next(&before, '\x1f', &post);
	*ret_post = slice_number(post, INT64_MAX);
}

static rc lay_person(undoing *x, const sql_sheet_undo_rows_row *row, err *e)
{
	slice email, phone;
	int64_t post;
	rc code = RC_OK;

	sheet_found(row->before, &email, &phone, &post);
	if (post > 0)
		code = sql_sheet_post_drop(x->r->d, (sql_sheet_post_drop_in){post}, NULL, e);
	return code == RC_OK ? sql_sheet_person_lay(x->r->d,
	                                            (sql_sheet_person_lay_in){row->noun_id,
	                                                                      slice_or_null(email),
	                                                                      slice_or_null(phone)},
	                                            NULL, e)
	                     : code;
}

static rc undo_person(undoing *x, const sql_sheet_undo_rows_row *row, err *e)
{
	sql_sheet_person_used_row used = {0};
	bool found;
	rc code;

	if (row->before.p != NULL)
		return lay_person(x, row, e);
	code = sql_sheet_person_used(x->r->d, (sql_sheet_person_used_in){row->noun_id}, x->a, &used,
	                             &found, e);
	if (code != RC_OK || used.n > 0) {
		x->stays = true;
		return code;
	}
	code = sql_sheet_posts_drop(x->r->d, (sql_sheet_posts_drop_in){row->noun_id}, NULL, e);
	return code == RC_OK ? sql_sheet_person_drop(
				       x->r->d, (sql_sheet_person_drop_in){row->noun_id}, NULL, e)
	                     : code;
}

static rc undo_agency(undoing *x, const sql_sheet_undo_rows_row *row, err *e)
{
	sql_sheet_agency_used_row used = {0};
	slice email, phone;
	int64_t post;
	bool found;
	rc code;

	if (row->before.p != NULL) {
		sheet_found(row->before, &email, &phone, &post);
		return sql_sheet_agency_lay(x->r->d,
		                            (sql_sheet_agency_lay_in){row->noun_id,
		                                                      slice_or_null(email),
		                                                      slice_or_null(phone)},
		                            NULL, e);
	}
	code = sql_sheet_agency_used(x->r->d, (sql_sheet_agency_used_in){row->noun_id}, x->a, &used,
	                             &found, e);
	if (code != RC_OK || used.n > 0) {
		x->stays = true;
		return code;
	}
	return sql_sheet_agency_drop(x->r->d, (sql_sheet_agency_drop_in){row->noun_id}, NULL, e);
}

static const struct {
	const char *noun;
	rc (*undo)(undoing *, const sql_sheet_undo_rows_row *, err *);
} ways[] = {
	{"assignment", undo_duty},
	{"petition", undo_petition},
	{"person", undo_person},
	{"agency", undo_agency},
};

/* --- all of one time --- */

static rc undo_row(undoing *x, const sql_sheet_undo_rows_row *row, err *e)
{
	sql_sheet_touched_row since = {0};
	size_t i = 0;
	bool found;
	rc code = sql_sheet_touched(x->r->d,
	                            (sql_sheet_touched_in){row->noun, row->noun_id, x->seq}, x->a,
	                            &since, &found, e);

	while (i < ARRAY_LEN(ways) && !slice_eq(slice_c(ways[i].noun), row->noun))
		i++;
	x->stays = since.n > 0 || i == ARRAY_LEN(ways);
	if (code == RC_OK && !x->stays)
		code = ways[i].undo(x, row, e);
	if (code != RC_OK || x->stays)
		return code;
	code = sql_sheet_row_drop(x->r->d, (sql_sheet_row_drop_in){row->key}, NULL, e);
	return code == RC_OK ? event_add(x->r, "undo", ways[i].noun, row->noun_id,
	                                 S("{\"undone\":\"sheet\"}"), e)
	                     : code;
}

rc sheet_undo(reg *r, slice pub, uint32_t *ret_undone, uint32_t *ret_kept, err *e)
{
	sql_sheet_import_one_row import = {0};
	sql_sheet_undo_rows_rows rows = {0};
	int64_t changed = 0;
	arena a;
	rc code;

	assert(db_in_write(r->d));
	*ret_undone = *ret_kept = 0;
	if (!r->who.all)
		return err_set(e, RC_INPUT, MSG_FORBIDDEN, "the Office alone");
	arena_init(&a, NULL, 0);
	code = sql_sheet_import_one(r->d, &r->who, (sql_sheet_import_one_in){pub}, &a, &import,
	                            NULL, e);
	if (code == RC_OK)
		code = sql_sheet_import_undone(
			r->d, (sql_sheet_import_undone_in){import.id, r->now}, &changed, e);
	if (code == RC_OK && changed != 1)
		code = err_set(e, RC_INPUT, MSG_NOTHING_TO_UNDO, "undone before");
	if (code == RC_OK)
		code = sql_sheet_undo_rows(r->d, (sql_sheet_undo_rows_in){import.id}, &a, &rows, e);
	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		undoing x = {.r = r, .seq = import.seq};
		arena one;

		arena_init(&one, NULL, 0);
		x.a = &one;
		code = undo_row(&x, &rows.p[i], e);
		*ret_kept += x.stays;
		*ret_undone += !x.stays;
		arena_done(&one);
	}
	if (code == RC_OK)
		code = event_add(r, "sheet-undo", "sheet_import", import.id, (slice){0}, e);
	arena_done(&a);
	return code;
}
