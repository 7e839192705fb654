/*
 * vault.c - originals by their hash, in files or in pieces; what both have in common.
 */
#include "store/vault.h"

#include <assert.h>

#include "base/hash.h"
#include "sql.h"
#include "store/vault_priv.h"

enum { PIECE = 1 << 20, WALK = 500, SMALL = 64 << 10 };

/* A file each costs a small original more than its bytes do. */
static bool is_small(const db *d, int64_t bytes)
{
	return d->vault_in_pieces || bytes <= SMALL;
}

/* A hash becomes the name of a file: nothing else may pass. */
static rc check_hash(slice sha256, err *e)
{
	bool fine = sha256.n == HASH_HEX;

	for (size_t i = 0; fine && i < sha256.n; i++)
		fine = (sha256.p[i] >= '0' && sha256.p[i] <= '9') ||
		       (sha256.p[i] >= 'a' && sha256.p[i] <= 'f');
	return fine ? RC_OK : err_set(e, RC_INPUT, MSG_ORIGINAL_MISSING, "not a hash");
}

static bool is_of(slice bytes, slice sha256)
{
	char hash[HASH_HEX + 1];

	hash_sha256(&bytes, 1, hash);
	return slice_eq(slice_c(hash), sha256);
}

rc vault_put_pieces(db *d, slice sha256, slice bytes, err *e)
{
	int64_t changed;
	rc code = RC_OK;

	for (int64_t i = 0; code == RC_OK && bytes.n > 0; i++) {
		slice piece = {bytes.p, bytes.n < PIECE ? bytes.n : PIECE};

		code = sql_vault_piece_put(d, (sql_vault_piece_put_in){sha256, i, piece}, &changed,
		                           e);
		bytes = (slice){bytes.p + piece.n, bytes.n - piece.n};
	}
	return code;
}

rc vault_put(db *d, slice sha256, slice bytes, err *e)
{
	int64_t changed;
	rc code = check_hash(sha256, e);

	assert(db_in_write(d));
	if (code != RC_OK)
		return code;
	if (bytes.n > VAULT_BYTES_MAX)
		return err_set(e, RC_LIMIT, MSG_TOO_LARGE, "an original of %zu bytes", bytes.n);
	code = sql_original_put(d, (sql_original_put_in){sha256, (int64_t)bytes.n}, &changed, e);
	if (code != RC_OK || changed == 0)
		return code; /* it is there */
	return is_small(d, (int64_t)bytes.n) ? vault_put_pieces(d, sha256, bytes, e)
	                                     : vault_file_put(d, sha256, bytes, e);
}

rc vault_has_pieces(db *d, slice sha256, bool *ret, err *e)
{
	sql_vault_piece_there_row row;
	arena a;
	rc code;

	arena_init(&a, NULL, 0);
	code = sql_vault_piece_there(d, (sql_vault_piece_there_in){sha256}, &a, &row, ret, e);
	arena_done(&a);
	return code;
}

static rc read_pieces(db *d, slice sha256, size_t bytes, arena *a, slice *ret, err *e)
{
	char *to = arena_room(a, bytes + 1);
	size_t have = 0;
	rc code = RC_OK;

	for (int64_t i = 0; code == RC_OK && have < bytes; i++) {
		sql_vault_piece_get_row row;
		bool found;
		arena piece;

		arena_init(&piece, NULL, 0);
		code = sql_vault_piece_get(d, (sql_vault_piece_get_in){sha256, i}, &piece, &row,
		                           &found, e);
		if (code == RC_OK && (!found || row.bytes.n == 0 || row.bytes.n > bytes - have))
			code = err_set(e, RC_IO, MSG_ORIGINAL_DAMAGED, "piece %lld", (long long)i);
		if (code == RC_OK) {
			slice_copy(to + have, row.bytes);
			have += row.bytes.n;
		}
		arena_done(&piece);
	}
	if (code == RC_OK)
		*ret = (slice){to, have};
	return code;
}

rc vault_read(db *d, slice sha256, arena *a, slice *ret, err *e)
{
	sql_original_get_row row;
	slice bytes;
	bool found;
	rc code = check_hash(sha256, e);

	if (code == RC_OK)
		code = sql_original_get(d, (sql_original_get_in){sha256}, a, &row, &found, e);
	if (code != RC_OK)
		return code;
	if (!found)
		return err_set(e, RC_INPUT, MSG_ORIGINAL_MISSING, "no such original");
	if (row.bytes < 0 || (uint64_t)row.bytes > VAULT_BYTES_MAX)
		return err_set(e, RC_IO, MSG_ORIGINAL_DAMAGED, "%lld bytes", (long long)row.bytes);
	/* Registers of the first days have small ones in files too. */
	code = vault_has_pieces(d, sha256, &found, e);
	if (code == RC_OK)
		code = found || d->vault_in_pieces || row.bytes == 0
		               ? read_pieces(d, sha256, (size_t)row.bytes, a, &bytes, e)
		               : vault_file_read(d, sha256, a, &bytes, e);
	if (code == RC_OK && !is_of(bytes, sha256))
		code = err_set(e, RC_IO, MSG_ORIGINAL_DAMAGED, "its hash is another one");
	if (code == RC_OK)
		*ret = bytes;
	return code;
}

rc vault_each(db *d, vault_original *each, void *ctx, err *e)
{
	char after[HASH_HEX + 1] = "";
	bool more = true;
	rc code = RC_OK;

	while (code == RC_OK && more) {
		sql_original_after_rows rows;
		arena a;

		arena_init(&a, NULL, 0);
		code = sql_original_after(d, (sql_original_after_in){slice_c(after), WALK}, &a,
		                          &rows, e);
		more = code == RC_OK && rows.n == WALK;
		for (uint32_t i = 0; code == RC_OK && i < rows.n; i++)
			code = each(ctx, rows.p[i].sha256, rows.p[i].bytes, e);
		if (more && rows.p[WALK - 1].sha256.n == HASH_HEX)
			memcpy(after, rows.p[WALK - 1].sha256.p, HASH_HEX);
		arena_done(&a);
	}
	return code;
}
