/*
 * tables_group.c - duties as they were given, each once. By words: a walk over all of them, as
 * in tables_look.c.
 */
#include "register/event.h"
#include "register/look/tables_words.h"

/* LINES: of a longer piece of the log it takes longer to read it than to count. */
enum { AT_ONCE = 4000, LINES = 1000 };

#define FOLLOWED S("track")

static sql_duty_groups_in in_of(const reg *r, slice disposal, const duty_ask *ask)
{
	return (sql_duty_groups_in){.disposal = disposal,
	                            .now = r->minute,
	                            .document = ask->document.n > 0 ? ask->document : (slice){0},
	                            .agency = ask->agency,
	                            .only = DB_NULL,
	                            .most = ask->most + 1,
	                            .skip = ask->skip};
}

static rc count_groups(reg *r, const sql_duty_groups_in *in, arena *a, int64_t *ret, err *e)
{
	sql_duty_groups_count_row counted = {0};
	rc code = sql_duty_groups_count(
		r->d, &r->who,
		(sql_duty_groups_count_in){in->disposal, in->document, in->agency, TABLES_COUNTED},
		a, &counted, NULL, e);

	*ret = counted.n;
	return code;
}

/* Every change of an assignment ends with its line. */
static rc is_counted(reg *r, int64_t stamp, arena *a, bool *ret, err *e)
{
	sql_event_since_row line;
	bool found = false;
	rc code = RC_OK;

	*ret = r->followed.stamp > 0 && r->followed.stamp <= stamp &&
	       stamp - r->followed.stamp <= LINES;
	if (*ret)
		code = sql_event_since(r->d,
		                       (sql_event_since_in){r->followed.stamp, S("assignment")}, a,
		                       &line, &found, e);
	*ret &= !found;
	return code;
}

rc tables_followed(reg *r, int64_t *ret, err *e)
{
	const sql_duty_groups_in in = {.disposal = FOLLOWED, .agency = DB_NULL};
	int64_t stamp = 0, n = r->followed.n;
	bool kept = false;
	arena a;
	rc code;

	arena_init(&a, NULL, 0);
	code = event_stamp(r, &stamp, e);
	if (code == RC_OK)
		code = is_counted(r, stamp, &a, &kept, e);
	if (code == RC_OK && !kept)
		code = count_groups(r, &in, &a, &n, e);
	if (code == RC_OK)
		r->followed = (reg_count){stamp, n};
	*ret = n;
	arena_done(&a);
	return code;
}

static rc by_index(reg *r, const sql_duty_groups_in *in, arena *a, group_page *ret, err *e)
{
	bool all = r->who.all && slice_eq(in->disposal, FOLLOWED) && in->document.n == 0 &&
	           in->agency == DB_NULL;
	rc code = sql_duty_groups(r->d, &r->who, *in, a, &ret->rows, e);

	if (code != RC_OK)
		return code;
	return all ? tables_followed(r, &ret->total, e) : count_groups(r, in, a, &ret->total, e);
}

static rc look(reg *r, sought *x, const duty_ask *ask, sql_duty_groups_in in, arena *a,
               group_page *ret, err *e)
{
	sql_duty_groups_rows row = {0};
	const known_duty *k;
	rc code = sought_duty(x, in.only, &k, e);

	if (code != RC_OK || !k->fits || k->words != sought_all(x) || (ask->mine.n > 0 && !k->mine))
		return code;
	if (ret->total++ < ask->skip || ret->rows.n > ask->most)
		return RC_OK;
	in.skip = 0;
	code = sql_duty_groups(r->d, &r->who, in, a, &row, e);
	if (code == RC_OK && row.n > 0)
		*VEC_PUSH(a, &ret->rows) = row.p[0];
	return code;
}

static rc by_words(reg *r, const duty_ask *ask, sql_duty_groups_in in, arena *a, group_page *ret,
                   err *e)
{
	sought *x = sought_new(r, ask, a);
	int64_t before = DB_NULL;
	bool more = true;
	rc code = RC_OK;

	while (code == RC_OK && more) {
		sql_duty_groups_walk_rows ids = {0};
		arena some;

		arena_init(&some, NULL, 0);
		code = sql_duty_groups_walk(r->d, &r->who,
		                            (sql_duty_groups_walk_in){in.disposal, in.document,
		                                                      in.agency, before, AT_ONCE},
		                            &some, &ids, e);
		for (uint32_t i = 0; code == RC_OK && i < ids.n; i++) {
			before = in.only = ids.p[i].id;
			code = look(r, x, ask, in, a, ret, e);
		}
		more = ids.n == AT_ONCE &&
		       (ret->total < TABLES_COUNTED || ret->rows.n <= ask->most);
		arena_done(&some);
	}
	return code;
}

rc tables_groups(reg *r, slice disposal, const duty_ask *ask, arena *a, group_page *ret, err *e)
{
	sql_duty_groups_in in = in_of(r, disposal, ask);
	bool words = ask->text.n + ask->number.n + ask->leader.n + ask->monitor.n + ask->field.n +
	                     ask->mine.n >
	             0;
	rc code;

	*ret = (group_page){0};
	code = words ? by_words(r, ask, in, a, ret, e) : by_index(r, &in, a, ret, e);
	ret->more = ret->rows.n > ask->most;
	ret->rows.n = ret->more ? (uint32_t)ask->most : ret->rows.n;
	return code;
}
