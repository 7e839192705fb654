/*
 * copy.h - a whole register into another one, counted and compared.
 *
 * What is copied comes from the schema itself (tools/sqltables.py): every table, every
 * column, and the originals. A table's sum is the sum of the SHA-256 of its rows, so it is
 * the same whatever the order and whatever the database.
 */
#ifndef DONDOC_STORE_COPY_H
#define DONDOC_STORE_COPY_H

#include "base/hash.h"
#include "store/db.h"

typedef struct copy_sum {
	const char *table;
	int64_t rows;
	char sum[HASH_HEX + 1];
} copy_sum;
typedef VEC(copy_sum) copy_sums;

/* copy_sums_of() - count and sum every table, on `a`, in one unchanging state. Linear in
 * the register; holds some megabytes at a time. */
MUST_CHECK rc copy_sums_of(db *d, arena *a, copy_sums *ret, err *e);

/* copy_differs() - the first table in which the two lists differ, or NULL. */
const char *copy_differs(const copy_sums *a, const copy_sums *b);

/* How far a copy is: `rows` of about `of` are done, the second time while they are read
 * again. Called every some thousand rows. */
typedef struct copy_told {
	void (*tell)(void *ctx, const char *table, bool again, int64_t rows, int64_t of);
	void *ctx;
} copy_told;

/* copy_register() - everything in `from` goes to `to`, which must be empty
 * (MSG_COPY_NOT_EMPTY), as one transaction of each. `last` (may be NULL) runs in that of
 * `to` when all rows are there. Then `to` is read again and compared: MSG_COPY_DIFFERS.
 * `told` may be NULL. After a failure `to` is as it was. */
MUST_CHECK rc copy_register(db *from, db *to, db_work *last, void *ctx, const copy_told *told,
                            arena *a, copy_sums *ret, err *e);

#endif
