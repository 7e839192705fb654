/*
 * tables_group.c - duties as they were given, each once. By words: a walk over all of them, as
 * in tables_look.c.
 */
#include "register/look/tables_words.h"

enum { AT_ONCE = 4000 };

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

static rc by_index(reg *r, const sql_duty_groups_in *in, arena *a, group_page *ret, err *e)
{
	sql_duty_groups_count_row counted = {0};
	rc code = sql_duty_groups(r->d, &r->who, *in, a, &ret->rows, e);

	if (code == RC_OK)
		code = sql_duty_groups_count(r->d, &r->who,
		                             (sql_duty_groups_count_in){in->disposal, in->document,
		                                                        in->agency, TABLES_COUNTED},
		                             a, &counted, NULL, e);
	ret->total = counted.n;
	return code;
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
