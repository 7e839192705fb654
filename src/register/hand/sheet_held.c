/*
 * sheet_held.c - what is kept goes with the next that comes; nothing else takes it away.
 */
#include "register/hand/sheet_held.h"

#include <assert.h>

#include "base/hash.h"
#include "register/event.h"

enum { HELD_MOST = 20, HELD_SECONDS = 7 * 86400 };

rc sheet_held_put(reg *r, slice name, slice bytes, arena *a, slice *ret_token, err *e)
{
	char held[HASH_HEX + 1];
	sql_sheet_held_put_row put = {0};
	rc code;

	assert(db_in_write(r->d));
	if (bytes.n > SHEET_HELD_BYTES)
		return err_set(e, RC_LIMIT, MSG_SHEET_TOO_LARGE, "%zu bytes", bytes.n);
	hash_sha256((const slice[]){name, S("\n"), bytes}, 3, held);
	code = sql_sheet_held_put(
		r->d, (sql_sheet_held_put_in){slice_c(held), r->who.user, name, r->now, bytes}, a,
		&put, NULL, e);
	if (code == RC_OK)
		code = sql_sheet_held_tidy(
			r->d,
			(sql_sheet_held_tidy_in){r->now - HELD_SECONDS, r->who.user, HELD_MOST},
			NULL, e);
	if (code == RC_OK)
		code = event_add(r, "hold", "sheet_held", put.id, (slice){0}, e);
	if (code == RC_OK)
		*ret_token = arena_copy(a, (slice){held, HASH_HEX});
	return code;
}

rc sheet_held_get(reg *r, slice held, arena *a, slice *ret_name, slice *ret_bytes, err *e)
{
	sql_sheet_held_get_row row = {0};
	bool found = false;
	rc code = sql_sheet_held_get(r->d, (sql_sheet_held_get_in){held, r->who.user}, a, &row,
	                             &found, e);

	if (code == RC_OK && !found)
		code = err_set(e, RC_INPUT, MSG_SHEET_GONE, "no such sheet of this account");
	if (code != RC_OK)
		return code;
	*ret_name = row.name;
	*ret_bytes = row.bytes;
	return RC_OK;
}
