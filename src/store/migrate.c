/*
 * migrate.c - the schema of a register, taken forward to what this program knows.
 *
 * Forward only, in one transaction: a register is of the old shape or of the new one. A
 * register of a newer program is left alone.
 */
#include "sql.h"
#include "store/db_priv.h"

static rc climb(db *d, void *ctx, err *e)
{
	int at;
	rc code = d->driver->schema(d, &at, e); /* another process may have been first */

	(void)ctx;
	for (size_t i = 0; code == RC_OK && i < db_nmigrations; i++)
		if (db_migrations[i].number > at)
			code = d->driver->script(d, db_migrations[i].text[d->kind], e);
	return code;
}

int db_schema_newest(void)
{
	return SQL_SCHEMA;
}

rc db_migrate(db *d, unsigned flags, err *e)
{
	int from;
	rc code = d->driver->schema(d, &from, e);

	if (code != RC_OK)
		return code;
	if (from > SQL_SCHEMA)
		return err_set(e, RC_INPUT, MSG_DB_NEWER, "schema %d, this program knows %d", from,
		               SQL_SCHEMA);
	if (flags & DB_BACKUP && from != SQL_SCHEMA)
		return err_set(e, RC_INPUT, MSG_BACKUP_OLDER, "schema %d, this program knows %d",
		               from, SQL_SCHEMA);
	if (from == 0 && !(flags & DB_CREATE))
		return err_set(e, RC_INPUT, MSG_DB_MISSING, "no tables");
	return from == SQL_SCHEMA ? RC_OK : db_write(d, climb, NULL, e);
}
