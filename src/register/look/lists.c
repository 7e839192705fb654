/*
 * lists.c - one statement a list; their columns are alike, so one copy serves all.
 */
#include "register/look/lists.h"

#include "base/fold.h"

const char *const list_nouns[LIST_COUNT + 1] = {
	[LIST_OBLIGATIONS] = "obligations", [LIST_ASSIGNMENTS] = "assignments",
	[LIST_DOCUMENTS] = "documents",     [LIST_MEETINGS] = "meetings",
	[LIST_COLLECTIONS] = "collections", [LIST_PETITIONS] = "petitions",
};

/* Does the row have these folded words? */
static bool has_words(arena *a, const list_row *x, slice folded)
{
	const slice texts[] = {x->title, x->who, x->number, x->document_name};

	for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
		slice t = texts[i].n > 0 ? fold_text(a, texts[i]) : (slice){0};

		if (slice_has(t, folded))
			return true;
	}
	return false;
}

static void keep(arena *a, list_rows *to, const list_row *x, slice folded, int64_t most)
{
	arena once;

	if (to->n >= most)
		return;
	arena_init(&once, NULL, 0);
	if (folded.n == 0 || has_words(&once, x, folded))
		*VEC_PUSH(a, to) = *x;
	arena_done(&once);
}

#define LIST(noun)                                                                                 \
	static rc list_##noun(reg *r, const list_ask *k, slice folded, arena *a, list_rows *ret,   \
	                      err *e)                                                              \
	{                                                                                          \
		sql_list_##noun##_rows rows = {0};                                                 \
		sql_list_##noun##_in in = {k->agency, k->document, k->state,                       \
		                           folded.n > 0 ? INT64_MAX : k->most};                    \
		rc code = sql_list_##noun(r->d, &r->who, in, a, &rows, e);                         \
		for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {                           \
			const sql_list_##noun##_row *x = &rows.p[i];                               \
			list_row one = {x->pub,           x->kind, x->state,  x->at,               \
			                x->title,         x->who,  x->number, x->document,         \
			                x->document_name, x->n,    x->total};                      \
			keep(a, ret, &one, folded, k->most);                                       \
		}                                                                                  \
		return code;                                                                       \
	}
LIST(obligations)
LIST(assignments)
LIST(documents)
LIST(meetings)
LIST(collections)
LIST(petitions)
#undef LIST

rc list_of(reg *r, enum list_noun noun, const list_ask *ask, arena *a, list_rows *ret, err *e)
{
	static rc (*const lists[LIST_COUNT])(reg *, const list_ask *, slice, arena *, list_rows *,
	                                     err *) = {
		[LIST_OBLIGATIONS] = list_obligations, [LIST_ASSIGNMENTS] = list_assignments,
		[LIST_DOCUMENTS] = list_documents,     [LIST_MEETINGS] = list_meetings,
		[LIST_COLLECTIONS] = list_collections, [LIST_PETITIONS] = list_petitions,
	};
	slice folded = ask->text.n > 0 ? fold_text(a, ask->text) : (slice){0};

	*ret = (list_rows){0};
	return lists[noun](r, ask, folded, a, ret, e);
}

#define STATS(what)                                                                                \
	static rc stats_by_##what(reg *r, int64_t since, int64_t until, arena *a, stats_rows *ret, \
	                          err *e)                                                          \
	{                                                                                          \
		sql_stats_##what##_rows rows = {0};                                                \
		rc code = sql_stats_##what(r->d, &r->who,                                          \
		                           (sql_stats_##what##_in){r->minute, since, until}, a,    \
		                           &rows, e);                                              \
		for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {                           \
			const sql_stats_##what##_row *x = &rows.p[i];                              \
			*VEC_PUSH(a, ret) = (stats_row){                                           \
				x->code,         x->name,      x->done_in_time, x->done_late,      \
				x->open_in_time, x->open_late, x->undated};                        \
		}                                                                                  \
		return code;                                                                       \
	}
STATS(document)
STATS(leader)
STATS(period)
#undef STATS

rc stats_of(reg *r, enum stats_by by, int64_t since, int64_t until, arena *a, stats_rows *ret,
            err *e)
{
	sql_stats_agency_rows rows = {0};
	rc code;

	*ret = (stats_rows){0};
	if (by == STATS_DOCUMENT)
		return stats_by_document(r, since, until, a, ret, e);
	if (by == STATS_LEADER)
		return stats_by_leader(r, since, until, a, ret, e);
	if (since != DB_NULL || until != DB_NULL)
		return stats_by_period(r, since, until, a, ret, e);
	code = sql_stats_agency(r->d, &r->who, (sql_stats_agency_in){r->minute}, a, &rows, e);
	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++)
		*VEC_PUSH(a, ret) = rows.p[i];
	return code;
}
