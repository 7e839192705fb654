/*
 * nouns.c - public ids of every noun, in one statement.
 */
#include "register/people/nouns.h"

static const char *const words[NOUN_COUNT] = {
	[NOUN_OBLIGATION] = "obligation", [NOUN_ASSIGNMENT] = "assignment",
	[NOUN_DOCUMENT] = "document",     [NOUN_MEETING] = "meeting",
	[NOUN_COLLECTION] = "collection", [NOUN_PETITION] = "petition",
	[NOUN_PERIODIC] = "periodic",     [NOUN_PERSON] = "person",
	[NOUN_PROGRAMME] = "programme",
};

const char *noun_word(enum noun n)
{
	return words[n];
}

rc noun_find(reg *r, slice pub, enum noun *ret, int64_t *ret_id, err *e)
{
	sql_pub_find_row row = {0};
	enum noun n = 0;
	bool found;
	arena a;
	rc code;

	arena_init(&a, NULL, 0);
	code = sql_pub_find(r->d, (sql_pub_find_in){pub}, &a, &row, &found, e);
	while (code == RC_OK && found && n < NOUN_COUNT && !slice_eq(row.noun, slice_c(words[n])))
		n++;
	if (code == RC_OK && (!found || n == NOUN_COUNT))
		code = err_set(e, RC_INPUT, MSG_NO_SUCH, "no such id");
	arena_done(&a);
	if (code != RC_OK)
		return code;
	*ret = n;
	*ret_id = row.id;
	return RC_OK;
}

rc noun_of(reg *r, slice pub, enum noun want, int64_t *ret_id, err *e)
{
	enum noun is;
	int64_t id;
	rc code = noun_find(r, pub, &is, &id, e);

	if (code == RC_OK && is != want)
		return err_set(e, RC_INPUT, MSG_NO_SUCH, "a %s, not a %s", words[is], words[want]);
	if (code == RC_OK)
		*ret_id = id;
	return code;
}
