/*
 * test_plans.c - no statement walks a large table, whatever optional lines and order it is
 * asked with; and every one of them fits both schemas.
 *
 * SQLite says so in its plan. PostgreSQL walks small tables gladly, so it is forbidden to
 * (enable_seqscan) and whatever it still walks has no index that would do. Where two indexes look
 * alike to SQLite, the one that it takes is looked at.
 */
#include "db_both.h"
#include "sql.h"

static const char *const large[] = {"obligation", "event", "document", "assignment",
                                    "reading",    "party", "audience"};

/* Statements that may walk one, and why. A statement that is gone must go from here too. */
static const struct {
	const char *name, *lines, *why;
} allowed[] = {
#define ALLOW(name, lines, why) {name, lines, why},
#include "plans_allowed.def"
#undef ALLOW
};

static bool is_among(const char *word, const char *words)
{
	slice rest = slice_c(words), one;

	while (slice_next(&rest, ' ', &one))
		if (slice_eq(one, slice_c(word)))
			return true;
	return false;
}

/* Is there a reason for this statement with no more than these lines? */
static bool may_walk(const db_stmt *s, uint64_t given)
{
	for (size_t i = 0; i < ARRAY_LEN(allowed); i++) {
		bool may = slice_eq(slice_c(s->name), slice_c(allowed[i].name));

		for (uint32_t p = 0; may && p < s->nin; p++)
			may = !(given >> p & 1) || is_among(s->in[p].name, allowed[i].lines);
		if (may)
			return true;
	}
	return false;
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
	       (c >= '0' && c <= '9');
}

static slice next_word(slice *rest)
{
	slice w;

	while (rest->n > 0 && !is_letter(rest->p[0]))
		*rest = (slice){rest->p + 1, rest->n - 1};
	w = (slice){rest->p, 0};
	while (w.n < rest->n && is_letter(rest->p[w.n]))
		w.n++;
	*rest = (slice){rest->p + w.n, rest->n - w.n};
	return w;
}

static bool is_large(slice table)
{
	for (size_t i = 0; i < ARRAY_LEN(large); i++)
		if (slice_eq(table, slice_c(large[i])))
			return true;
	return false;
}

/* "INSERT … RETURNING" shows the row that was put in as a walk of its table. */
static bool is_put_in(slice sql, slice table)
{
	slice w = next_word(&sql);

	if (!slice_eq(w, S("INSERT")) || slice_has(sql, S("SELECT")))
		return false;
	(void)next_word(&sql); /* INTO */
	return slice_eq(next_word(&sql), table);
}

/* SQLite names the alias: which table does it stand for in the text? */
static bool stands_for_large(slice sql, slice alias)
{
	slice before = {0}, table = {0};

	while (sql.n > 0) {
		slice w = next_word(&sql);

		if (slice_eq(w, alias) && (is_large(table) || is_large(w)) &&
		    (is_large(w) || slice_eq(before, S("FROM")) || slice_eq(before, S("JOIN")) ||
		     slice_eq(before, S("UPDATE")) || slice_eq(before, S("INTO"))))
			return true;
		before = slice_eq(w, S("AS")) ? before : table;
		table = slice_eq(w, S("AS")) ? table : w;
	}
	return false;
}

/* "CORRELATED …" and then "SEARCH o USING COVERING INDEX obligation_due (open=?)": all that is
 * open, or all that is closed, once for each row. */
static bool walks_each(slice above, slice line)
{
	return slice_starts(above, S("CORRELATED")) && slice_starts(line, S("SEARCH ")) &&
	       slice_has(line, S("(open=?)"));
}

/* "SCAN o USING INDEX …": the whole table in some order. A walk that ends after some rows
 * (ORDER BY … LIMIT) looks the same, so it needs its reason too. */
static bool walks_sqlite(slice plan, slice sql)
{
	slice line, name, above = {0};

	for (; slice_next(&plan, '\n', &line); above = line) {
		if (walks_each(above, line))
			return true;
		if (!slice_starts(line, S("SCAN ")))
			continue;
		line = (slice){line.p + 5, line.n - 5};
		name = next_word(&line);
		if (stands_for_large(sql, name) && !is_put_in(sql, name))
			return true;
	}
	return false;
}

static bool walks_pgsql(slice plan)
{
	slice line;

	while (slice_next(&plan, '\n', &line)) {
		const char *at = slice_find(line, S("Seq Scan on "));
		slice rest;

		if (at == NULL)
			continue;
		rest = (slice){at + 12, line.n - (size_t)(at + 12 - line.p)};
		if (is_large(next_word(&rest)))
			return true;
	}
	return false;
}

static void say(const db_stmt *s, uint64_t given, int sort, slice plan)
{
	slice line;

	(void)printf("# %s, order %d, with", s->name, sort);
	for (uint32_t p = 0; p < s->nin; p++)
		if (given >> p & 1)
			(void)printf(" %s", s->in[p].name);
	(void)printf(":\n");
	while (slice_next(&plan, '\n', &line))
		(void)printf("#   %.*s\n", (int)line.n, line.p);
}

static int check(db *d, const db_stmt *s, uint64_t given, int sort)
{
	err e = {0};
	slice plan;
	bool walks;
	arena a;

	arena_init(&a, NULL, 0);
	if (db_explain(d, s, given, sort, &a, &plan, &e) != RC_OK)
		fail_msg("%s with lines %llx: %s", s->name, (unsigned long long)given, e.detail);
	walks = db_is_pgsql(d) ? walks_pgsql(plan)
	                       : walks_sqlite(plan, slice_c(db_text_of(d, s, given, sort)->sql));
	walks = walks && !may_walk(s, given);
	if (walks)
		say(s, given, sort, plan);
	arena_done(&a);
	return walks;
}

/* Every set of optional lines, of the first LINES of them; all of them beyond. */
static int check_all_sets(db *d, const db_stmt *s, int sort)
{
	enum { LINES = 6 };
	uint32_t lines[DB_PARAMS_MAX], n = 0;
	int bad = 0;

	for (uint32_t p = 0; p < s->nin; p++)
		if (db_is_optional(s, p))
			lines[n++] = p;
	for (uint32_t set = 0; set < 1u << (n < LINES ? n : LINES); set++) {
		uint64_t given = 0;

		for (uint32_t i = 0; i < n; i++)
			if (i >= LINES ? set == (1u << LINES) - 1 : set >> i & 1)
				given |= (uint64_t)1 << lines[i];
		bad += check(d, s, given, sort);
	}
	return bad;
}

static void no_statement_walks_a_large_table(void **st)
{
	db *d = both_open(st);
	int bad = 0;

	if (db_is_pgsql(d))
		assert_int_equal(d->driver->script(d, "SET enable_seqscan = off", NULL), RC_OK);
	for (size_t i = 0; i < SQL_STATEMENTS; i++) {
		const db_stmt *s = sql_statements[i];

		if (slice_starts(slice_c(s->name), S("copy_")))
			continue; /* all of it, on purpose (store/copy.c) */
		for (int sort = 0; sort < (int)(s->nsorts > 0 ? s->nsorts : 1); sort++)
			bad += check_all_sets(d, s, sort);
	}
	db_close(d);
	assert_int_equal(bad, 0);
}

static void every_reason_is_still_needed(void **st)
{
	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(allowed); i++) {
		bool there = false;

		for (size_t k = 0; k < SQL_STATEMENTS; k++)
			there |= slice_eq(slice_c(sql_statements[k]->name),
			                  slice_c(allowed[i].name));
		if (!there)
			fail_msg("%s is no statement", allowed[i].name);
		assert_true(slice_c(allowed[i].why).n > 10);
	}
}

static uint64_t lines_of(const db_stmt *s, const char *names)
{
	uint64_t given = 0;

	for (uint32_t p = 0; p < s->nin; p++)
		if (db_is_optional(s, p) && is_among(s->in[p].name, names))
			given |= (uint64_t)1 << p;
	return given;
}

/* Not through all that the whole province has in that state. */
static void a_list_of_one_body_reads_its_own_rows(void **st)
{
	static const char *const asked[] = {"agency dated work_of", "agency undated work_of",
	                                    "agency dated done_of", "nobody dated done_of"};
	const db_stmt *of[] = {&sql_duty_table_stmt, &sql_duty_walk_stmt,
	                       &sql_duty_table_count_stmt};
	db *d = both_open(st);
	arena a;

	arena_init(&a, NULL, 0);
	for (size_t i = 0; i < ARRAY_LEN(of) * ARRAY_LEN(asked); i++) {
		const db_stmt *s = of[i / ARRAY_LEN(asked)];
		uint64_t given = lines_of(s, asked[i % ARRAY_LEN(asked)]);
		slice plan;

		assert_int_equal(db_explain(d, s, given, 0, &a, &plan, NULL), RC_OK);
		if (!slice_has(plan, S("INDEX obligation_agency (agency_id=? AND open=?")))
			say(s, given, 0, plan);
		assert_true(slice_has(plan, S("INDEX obligation_agency (agency_id=? AND open=?")));
	}
	arena_done(&a);
	db_close(d);
}

/* Not through all that was ever written of duties, which the index of nouns has. */
static void the_last_lines_of_the_log_are_read_by_their_numbers(void **st)
{
	static const char *const asked[] = {"", "verb", "agency", "who", "verb agency who"};
	const db_stmt *of[] = {
		&sql_duty_changes_stmt,  &sql_duty_change_page_stmt, &sql_duty_change_people_stmt,
		&sql_feed_document_stmt, &sql_feed_assignment_stmt,  &sql_feed_obligation_stmt,
		&sql_feed_meeting_stmt,  &sql_feed_collection_stmt,  &sql_feed_petition_stmt,
		&sql_event_since_stmt,
	};
	db *d = both_open(st);
	arena a;

	arena_init(&a, NULL, 0);
	for (size_t i = 0; i < ARRAY_LEN(of) * ARRAY_LEN(asked); i++) {
		const db_stmt *s = of[i / ARRAY_LEN(asked)];
		uint64_t given = lines_of(s, asked[i % ARRAY_LEN(asked)]);
		slice plan;

		assert_int_equal(db_explain(d, s, given, 0, &a, &plan, NULL), RC_OK);
		if (!slice_has(plan, S("SEARCH e USING INTEGER PRIMARY KEY (rowid>?")))
			say(s, given, 0, plan);
		assert_true(slice_has(plan, S("SEARCH e USING INTEGER PRIMARY KEY (rowid>?")));
	}
	arena_done(&a);
	db_close(d);
}

static const both_test tests[] = {
	BOTH(no_statement_walks_a_large_table),
	ON_SQLITE(a_list_of_one_body_reads_its_own_rows),
	ON_SQLITE(the_last_lines_of_the_log_are_read_by_their_numbers),
	ON_SQLITE(every_reason_is_still_needed),
};

int main(void)
{
	return both_run("plans", tests, ARRAY_LEN(tests));
}
