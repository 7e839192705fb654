/*
 * db_pgsql.c - the driver for PostgreSQL 15, through libpq, which is opened at first use.
 *
 * One connection, statements prepared when first run, values as text. A transaction that
 * writes locks the head of the log first, so writers follow one another as they do in
 * SQLite (docs/adr/0007). A connection that broke is opened again before the next
 * transaction, never inside one.
 *
 * The only file that sees libpq-fe.h.
 */
#include <libpq-fe.h>
#include <stdlib.h>

#include "base/lib.h"
#include "store/db_priv.h"

typedef struct pg {
#define PQ(name) __typeof__(&name) name;
#include "store/pq.def"
#undef PQ
	PGconn *conn;
	uint32_t prepared; /* how many, for their names */
	strbuf load;       /* rows of a COPY that are not sent yet */
} pg;

static const char *const functions[] = {
#define PQ(name) #name,
#include "store/pq.def"
#undef PQ
};

static rc failed(db *d, const PGresult *res, const char *what, err *e)
{
	static const struct {
		const char *head; /* of the SQLSTATE */
		rc code;
		msg_id id;
	} states[] = {
		{"40", RC_BUSY, MSG_DB_BUSY},  {"55P03", RC_BUSY, MSG_DB_BUSY},
		{"53100", RC_IO, MSG_DB_FULL}, {"53", RC_IO, MSG_DB_FAILED},
		{"57", RC_IO, MSG_DB_LOST},    {"08", RC_IO, MSG_DB_LOST},
	};
	pg *p = d->handle;
	const char *state = res ? p->PQresultErrorField(res, PG_DIAG_SQLSTATE) : NULL;

	if (p->PQstatus(p->conn) != CONNECTION_OK) {
		d->lost = true;
		return err_set(e, RC_IO, MSG_DB_LOST, "connection lost in %s", what);
	}
	for (size_t i = 0; state != NULL && i < ARRAY_LEN(states); i++)
		if (slice_starts(slice_c(state), slice_c(states[i].head)))
			return err_set(e, states[i].code, states[i].id, "%s in %s", state, what);
	return err_set(e, RC_IO, MSG_DB_FAILED, "%s %s: %.100s", state ? state : "?", what,
	               p->PQerrorMessage(p->conn));
}

static void be_quiet(void *ctx, const char *message)
{
	(void)ctx;
	(void)message;
}

static rc script(db *d, const char *sql, err *e)
{
	pg *p = d->handle;
	PGresult *res = p->PQexec(p->conn, sql);
	ExecStatusType status = p->PQresultStatus(res);
	rc code = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK
	                  ? RC_OK
	                  : failed(d, res, "script", e);

	p->PQclear(res);
	return code;
}

/* The schema of a new register is made when the address names one ("options=-csearch_path"):
 * as the folder of a new file is. */
static const char make_schema[] =
	"DO $$ BEGIN PERFORM pg_advisory_xact_lock(7263, 0);"
	"IF current_schema() IS NULL THEN EXECUTE format("
	"'CREATE SCHEMA IF NOT EXISTS %I', "
	"btrim(split_part(current_setting('search_path'), ',', 1), ' \"')); END IF; END $$";

static rc open_server(db *d, const char *url, unsigned flags, err *e)
{
	pg *p = arena_new(&d->a, pg);
	rc code = lib_load(LIB_PQ, functions, (void **)p, ARRAY_LEN(functions), e);

	if (code != RC_OK)
		return code;
	d->handle = p;
	strbuf_init(&p->load, NULL, (size_t)1 << 31);
	p->conn = p->PQconnectdb(url);
	if (p->PQstatus(p->conn) != CONNECTION_OK)
		return err_set(e, RC_IO, MSG_DB_OPEN, "%.140s", p->PQerrorMessage(p->conn));
	(void)p->PQsetNoticeProcessor(p->conn, be_quiet, NULL);
	return flags & DB_CREATE ? script(d, make_schema, e) : RC_OK;
}

static void close_server(db *d)
{
	pg *p = d->handle;

	if (p == NULL)
		return;
	strbuf_done(&p->load);
	p->PQfinish(p->conn);
}

/* What was prepared went with the connection. */
static rc open_again(db *d, err *e)
{
	pg *p = d->handle;

	p->PQreset(p->conn);
	if (p->PQstatus(p->conn) != CONNECTION_OK)
		return err_set(e, RC_IO, MSG_DB_LOST, "cannot connect again");
	d->lost = false;
	for (uint32_t i = 0; i < d->nstatements; i++)
		for (db_text *t = d->texts[i]; t != NULL; t = t->next)
			t->handle = NULL;
	return script(d, "SET client_min_messages = warning", e);
}

static rc begin(db *d, bool write, err *e)
{
	/* 7263: any number that all of our writers know; the lock ends with the transaction.
	 * It counts for one schema, so that offices on one server do not wait for another. */
	const char *how = write ? "BEGIN; SELECT pg_advisory_xact_lock(7263, "
	                          "hashtext(current_schema()))"
	                        : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
	bool was_lost = d->lost;
	err why = {0};
	rc code = was_lost ? open_again(d, e) : RC_OK;

	if (code != RC_OK)
		return code;
	code = script(d, how, &why);
	/* It broke while nothing was asked of it: nothing is lost yet, one more try. */
	if (code != RC_OK && d->lost && !was_lost) {
		code = open_again(d, e);
		return code == RC_OK ? script(d, how, e) : code;
	}
	return code == RC_OK ? code : err_set(e, code, why.id, "%s", why.detail);
}

static rc commit(db *d, err *e)
{
	return script(d, "COMMIT", e);
}

static void rollback(db *d)
{
	pg *p = d->handle;

	if (!d->lost)
		p->PQclear(p->PQexec(p->conn, "ROLLBACK"));
}

enum { LOAD_TOGETHER = 256 << 10 };
enum { OID_INT8 = 20, OID_TEXT = 25, OID_BYTEA = 17 };

typedef struct params {
	Oid types[DB_PARAMS_MAX];
	const char *values[DB_PARAMS_MAX];
	int lengths[DB_PARAMS_MAX], formats[DB_PARAMS_MAX];
} params;

/* Texts must end in NUL for libpq; numbers become digits. All on one buffer. */
static rc fill(const db_stmt *s, const db_value *in, params *to, strbuf *room, err *e)
{
	size_t need = 1;

	for (uint32_t i = 0; i < s->nin; i++)
		need += in[i].type == DB_TEXT ? in[i].s.n + 1 : STRBUF_INT_MAX + 2;
	if (strbuf_room(room, need) == NULL)
		return err_set(e, RC_NOMEM, MSG_NO_MEMORY, "%s", s->name);
	for (uint32_t i = 0; i < s->nin; i++) {
		const db_value *x = &in[i];
		bool number = x->type == DB_I64 || x->type == DB_BOOL;

		to->types[i] = number ? OID_INT8 : x->type == DB_TEXT ? OID_TEXT : OID_BYTEA;
		to->values[i] = x->null ? NULL : x->type == DB_BLOB ? x->s.p : room->p + room->n;
		to->lengths[i] = (int)x->s.n;
		to->formats[i] = x->type == DB_BLOB;
		if (x->type == DB_BLOB || x->null)
			continue;
		if (number)
			strbuf_int(room, x->i);
		else
			strbuf_put(room, x->s);
		strbuf_putc(room, 0);
	}
	return RC_OK;
}

static rc prepare(db *d, db_text *t, const params *with, err *e)
{
	pg *p = d->handle;
	const char *name = arena_printf(&d->a, "s%u%c", (unsigned)p->prepared, 0).p;
	PGresult *res = p->PQprepare(p->conn, name, t->sql, (int)t->stmt->nin, with->types);
	rc code = p->PQresultStatus(res) == PGRES_COMMAND_OK ? RC_OK
	                                                     : failed(d, res, t->stmt->name, e);

	p->PQclear(res);
	if (code != RC_OK)
		return code;
	p->prepared++;
	t->handle = (void *)(uintptr_t)name;
	return RC_OK;
}

/* Rows with bytes in them come as the server has them: as text each byte would be two or more. */
static bool comes_binary(const db_stmt *s)
{
	for (uint32_t i = 0; i < s->nout; i++)
		if (s->out[i].type == DB_BLOB)
			return true;
	return false;
}

/* A whole number of the server, of any size, the highest byte first. */
static int64_t number_of(slice bytes)
{
	uint64_t v = bytes.n > 0 && (bytes.p[0] & 0x80) ? UINT64_MAX : 0;

	for (size_t i = 0; i < bytes.n; i++)
		v = v << 8 | (unsigned char)bytes.p[i];
	return (int64_t)v;
}

static rc take_rows(pg *p, const PGresult *res, const db_stmt *s, db_take *take, void *ctx, err *e)
{
	db_value columns[DB_PARAMS_MAX];
	bool binary = comes_binary(s);
	rc code = RC_OK;

	for (int row = 0; code == RC_OK && row < p->PQntuples(res); row++) {
		for (uint32_t i = 0; i < s->nout; i++) {
			db_value *x = &columns[i];
			const char *text = p->PQgetvalue(res, row, (int)i);

			*x = (db_value){.type = s->out[i].type};
			x->null = p->PQgetisnull(res, row, (int)i);
			x->s = (slice){text, (size_t)p->PQgetlength(res, row, (int)i)};
			if ((x->type == DB_I64 || x->type == DB_BOOL) && !x->null)
				x->i = binary ? number_of(x->s) : strtoll(text, NULL, 10);
		}
		code = take != NULL ? take(ctx, columns, e) : RC_OK;
	}
	return code;
}

static rc run(db *d, db_text *t, const db_value *in, db_take *take, void *ctx, int64_t *ret_changed,
              err *e)
{
	pg *p = d->handle;
	const db_stmt *s = t->stmt;
	params with;
	strbuf room;
	PGresult *res;
	ExecStatusType status;
	rc code;

	strbuf_init(&room, NULL, (size_t)1 << 31);
	code = d->lost && d->state == DB_IDLE ? open_again(d, e) : RC_OK;
	if (code == RC_OK)
		code = fill(s, in, &with, &room, e);
	if (code == RC_OK && t->handle == NULL && !t->once)
		code = prepare(d, t, &with, e);
	if (code != RC_OK) {
		strbuf_done(&room);
		return code;
	}
	res = t->once ? p->PQexecParams(p->conn, t->sql, (int)s->nin, with.types, with.values,
	                                with.lengths, with.formats, comes_binary(s))
	              : p->PQexecPrepared(p->conn, t->handle, (int)s->nin, with.values,
	                                  with.lengths, with.formats, comes_binary(s));
	strbuf_done(&room);
	status = p->PQresultStatus(res);
	if (status == PGRES_TUPLES_OK)
		code = take_rows(p, res, s, take, ctx, e);
	else if (status != PGRES_COMMAND_OK)
		code = failed(d, res, s->name, e);
	*ret_changed = code == RC_OK ? strtoll(p->PQcmdTuples(res), NULL, 10) : 0;
	p->PQclear(res);
	return code;
}

/* --- COPY: a row is a line, \\N is null --- */

static rc load_begin(db *d, const char *table, const db_stmt *s, err *e)
{
	pg *p = d->handle;
	PGresult *res;
	rc code;

	strbuf_clear(&p->load);
	strbuf_put(&p->load, S("COPY "));
	strbuf_put(&p->load, slice_c(table));
	for (uint32_t i = 0; i < s->nin; i++) {
		strbuf_put(&p->load, i == 0 ? S(" (") : S(", "));
		strbuf_put(&p->load, slice_c(s->in[i].name));
	}
	strbuf_put(&p->load, S(") FROM STDIN"));
	strbuf_putc(&p->load, 0);
	if (p->load.failed != RC_OK)
		return err_set(e, RC_NOMEM, MSG_NO_MEMORY, "copy");
	res = p->PQexec(p->conn, p->load.p);
	code = p->PQresultStatus(res) == PGRES_COPY_IN ? RC_OK : failed(d, res, table, e);
	p->PQclear(res);
	strbuf_clear(&p->load);
	return code;
}

static void put_text(strbuf *b, slice s)
{
	static const char letters[0x80] = {['\\'] = '\\', ['\n'] = 'n', ['\r'] = 'r', ['\t'] = 't'};
	size_t plain = 0;

	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (c >= sizeof letters || letters[c] == 0)
			continue;
		strbuf_put(b, (slice){s.p + plain, i - plain});
		strbuf_putc(b, '\\');
		strbuf_putc(b, letters[c]);
		plain = i + 1;
	}
	if (s.n > plain)
		strbuf_put(b, (slice){s.p + plain, s.n - plain});
}

static void put_bytes(strbuf *b, slice s)
{
	static const char hex[] = "0123456789abcdef";

	strbuf_put(b, S("\\\\x"));
	for (size_t i = 0; i < s.n; i++) {
		strbuf_putc(b, hex[(unsigned char)s.p[i] >> 4]);
		strbuf_putc(b, hex[s.p[i] & 15]);
	}
}

static rc send_rows(db *d, err *e)
{
	pg *p = d->handle;
	strbuf *b = &p->load;
	bool sent;

	if (b->failed != RC_OK || b->n > INT32_MAX)
		return err_set(e, RC_NOMEM, MSG_NO_MEMORY, "rows of a copy");
	sent = p->PQputCopyData(p->conn, b->p, (int)b->n) == 1;
	strbuf_clear(b);
	return sent ? RC_OK : failed(d, NULL, "copy", e);
}

static rc load_row(db *d, const db_stmt *s, const db_value *in, err *e)
{
	pg *p = d->handle;
	strbuf *b = &p->load;

	for (uint32_t i = 0; i < s->nin; i++) {
		const db_value *x = &in[i];

		if (i > 0)
			strbuf_putc(b, '\t');
		if (x->null)
			strbuf_put(b, S("\\N"));
		else if (x->type == DB_TEXT)
			put_text(b, x->s);
		else if (x->type == DB_BLOB)
			put_bytes(b, x->s);
		else
			strbuf_int(b, x->i);
	}
	strbuf_putc(b, '\n');
	return b->n < LOAD_TOGETHER ? RC_OK : send_rows(d, e);
}

/* What a row did wrong is told when all were sent. */
static rc load_end(db *d, bool keep, err *e)
{
	pg *p = d->handle;
	rc code = keep ? send_rows(d, e) : RC_OK;
	const char *give_up = keep && code == RC_OK ? NULL : "given up";
	PGresult *res;

	if (p->PQputCopyEnd(p->conn, give_up) != 1 && code == RC_OK)
		code = failed(d, NULL, "copy", e);
	while ((res = p->PQgetResult(p->conn)) != NULL) {
		if (p->PQresultStatus(res) != PGRES_COMMAND_OK && keep && code == RC_OK)
			code = failed(d, res, "copy", e);
		p->PQclear(res);
	}
	strbuf_clear(&p->load);
	return code;
}

/* Asked of the catalogue's table, not by to_regclass(): that one answers from what this
 * connection remembers, and another process may have made the tables while we waited for
 * the lock. */
static const char has_tables[] = "SELECT EXISTS (SELECT FROM pg_catalog.pg_tables "
				 "WHERE schemaname = current_schema() AND tablename = 'meta')";

static rc schema(db *d, int *ret, err *e)
{
	pg *p = d->handle;
	PGresult *res = p->PQexec(p->conn, has_tables);
	rc code = p->PQresultStatus(res) == PGRES_TUPLES_OK ? RC_OK : failed(d, res, "schema", e);
	bool there = code == RC_OK && p->PQgetvalue(res, 0, 0)[0] == 't';

	p->PQclear(res);
	if (code != RC_OK)
		return code;
	*ret = 0;
	if (!there)
		return RC_OK;
	res = p->PQexec(p->conn, "SELECT value FROM meta WHERE key = 'schema'");
	if (p->PQresultStatus(res) != PGRES_TUPLES_OK)
		code = failed(d, res, "schema", e);
	else if (p->PQntuples(res) == 1)
		*ret = (int)strtol(p->PQgetvalue(res, 0, 0), NULL, 10);
	p->PQclear(res);
	return code;
}

static rc counted(db *d, const char *table, const char *key, err *e)
{
	arena a;
	rc code;

	arena_init(&a, NULL, 0);
	code = script(d,
	              arena_printf(&a,
	                           "SELECT setval(pg_get_serial_sequence('%s', '%s'), "
	                           "COALESCE(MAX(%s), 0) + 1, false) FROM %s%c",
	                           table, key, key, table, 0)
	                      .p,
	              e);
	arena_done(&a);
	return code;
}

/* An index that is made at the end costs a tenth of one that grows row by row, above all that
 * of the terms; references are proved by one join instead of one look for each row. What is
 * set aside is remembered in the transaction, as the catalogue has it: the schema stays the
 * only place that says which there are. Keys and what is unique stay. */
static const char set_aside[] =
	"SET LOCAL maintenance_work_mem = '128MB';"
	"DO $$ DECLARE gone TEXT; again TEXT; BEGIN"
	" SELECT string_agg(format('ALTER TABLE %s DROP CONSTRAINT %I', c.conrelid::regclass,"
	"  c.conname), ';'), string_agg(format('ALTER TABLE %s ADD CONSTRAINT %I %s',"
	"  c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)), ';') INTO gone, again"
	" FROM pg_catalog.pg_constraint c JOIN pg_catalog.pg_namespace n ON n.oid = c.connamespace"
	" WHERE n.nspname = current_schema() AND c.contype = 'f';"
	" PERFORM set_config('dondoc.references', again, true); EXECUTE gone;"
	" SELECT string_agg(format('DROP INDEX %s', x.indexrelid::regclass), ';'),"
	"  string_agg(pg_get_indexdef(x.indexrelid), ';') INTO gone, again"
	" FROM pg_catalog.pg_index x JOIN pg_catalog.pg_class i ON i.oid = x.indexrelid"
	" JOIN pg_catalog.pg_namespace n ON n.oid = i.relnamespace"
	" WHERE n.nspname = current_schema() AND NOT x.indisunique;"
	" PERFORM set_config('dondoc.indexes', again, true); EXECUTE gone; END $$";
static const char make_again[] =
	"DO $$ BEGIN EXECUTE current_setting('dondoc.indexes');"
	" EXECUTE current_setting('dondoc.references');"
	" EXECUTE (SELECT string_agg(format('ANALYZE %I', tablename), ';')"
	"  FROM pg_catalog.pg_tables WHERE schemaname = current_schema()); END $$";

static rc loading(db *d, err *e)
{
	return script(d, set_aside, e);
}

static rc loaded(db *d, err *e)
{
	return script(d, make_again, e);
}

const db_driver db_pgsql = {
	.open = open_server,
	.close = close_server,
	.begin = begin,
	.commit = commit,
	.rollback = rollback,
	.script = script,
	.run = run,
	.schema = schema,
	.load_begin = load_begin,
	.load_row = load_row,
	.load_end = load_end,
	.loading = loading,
	.loaded = loaded,
	.explain = "EXPLAIN ",
	.counted = counted,
};
