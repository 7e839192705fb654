/*
 * hand.c - the frame of every change by hand: read, lay over, save, log.
 */
#include "register/hand/hand_priv.h"

#include <assert.h>

#include "base/utf8.h"
#include "register/event.h"
#include "register/people/bodies.h"
#include "register/people/nouns.h"

static const struct {
	const char *noun; /* in the log */
	hand_part *load, *save;
} kinds[HAND_COUNT] = {
#define KIND(NAME, noun, name) [HAND_##NAME] = {noun, hand_load_##name, hand_save_##name}
	KIND(DOCUMENT, "document", document),    KIND(MEETING, "meeting", meeting),
	KIND(PERSON, "person", person),          KIND(AGENCY, "agency", agency),
	KIND(GROUP, "body_group", group),        KIND(SERIES, "series", series),
	KIND(PROGRAMME, "programme", programme), KIND(PERIODIC, "periodic", periodic),
	KIND(PETITION, "petition", petition),    KIND(COLLECTION, "collection", collection),
};

static const struct {
	const char *word, *wording;
} names[HAND_COUNT] = {
#define HAND(NAME, word, wording) [HAND_##NAME] = {word, wording},
#include "register/hand/hand.def"
};

static const struct {
	enum hand of;
	hand_known known;
} fields[] = {
#define HAND_FIELD(NAME, field, many, what) {HAND_##NAME, {S(field), S(what), many}},
#include "register/hand/hand.def"
};

enum hand hand_of(slice word)
{
	enum hand h = 0;

	while (h < HAND_COUNT && !slice_eq(word, slice_c(names[h].word)))
		h++;
	return h;
}

const char *hand_word(enum hand h)
{
	return names[h].word;
}

const char *hand_noun(enum hand h)
{
	return kinds[h].noun;
}

const char *hand_wording(enum hand h)
{
	return names[h].wording;
}

bool hand_field_at(enum hand h, unsigned i, hand_known *ret)
{
	for (size_t k = 0; k < ARRAY_LEN(fields); k++)
		if (fields[k].of == h && i-- == 0) {
			*ret = fields[k].known;
			return true;
		}
	return false;
}

static bool known(enum hand h, slice name, hand_known *ret)
{
	for (unsigned i = 0; hand_field_at(h, i, ret); i++)
		if (slice_eq(ret->name, name))
			return true;
	return false;
}

static rc check(enum hand h, const hand_fields *given, err *e)
{
	hand_known k;
	size_t all = 0;

	if (given->n > HAND_ROWS_MAX)
		return err_set(e, RC_LIMIT, MSG_TEXT_TOO_LONG, "%u rows", given->n);
	for (uint32_t i = 0; i < given->n; i++) {
		slice v = given->p[i].value;

		if (!known(h, given->p[i].name, &k))
			return err_set(e, RC_INPUT, MSG_FIELD_UNKNOWN, "field %u", i);
		all += v.n;
		if (v.n > HAND_TEXT_MAX || all > 2 * (size_t)HAND_TEXT_MAX)
			return err_set(e, RC_LIMIT, MSG_TEXT_TOO_LONG, "field %u", i);
		if (utf8_invalid_at(v) < v.n || (v.n > 0 && memchr(v.p, 0, v.n) != NULL))
			return err_set(e, RC_INPUT, MSG_NOT_UTF8, "field %u", i);
	}
	return RC_OK;
}

/* What is given in place of what was: all rows of a name together. */
static void lay_over(hand_saving *x, const hand_fields *given)
{
	for (uint32_t i = 0; i < x->was.n; i++)
		if (hand_get(given, x->was.p[i].name).p == NULL)
			hand_put(x->a, &x->is, x->was.p[i].name, x->was.p[i].value);
	for (uint32_t i = 0; i < given->n; i++)
		if (slice_trim(given->p[i].value).n > 0)
			hand_put(x->a, &x->is, given->p[i].name, slice_trim(given->p[i].value));
}

rc hand_add(reg *r, enum hand h, const hand_fields *given, int64_t *ret, err *e)
{
	hand_saving x = {.r = r};
	arena a;
	rc code = reg_office_only(r, e);

	assert(db_in_write(r->d));
	if (code == RC_OK)
		code = check(h, given, e);
	if (code != RC_OK)
		return code;
	arena_init(&a, NULL, 0);
	x.a = &a;
	lay_over(&x, given);
	code = kinds[h].save(&x, e);
	if (code == RC_OK)
		code = event_add(r, "add", kinds[h].noun, x.id, hand_detail(&a, &x.was, &x.is), e);
	arena_done(&a);
	if (code == RC_OK)
		*ret = x.id;
	return code;
}

/* Save, then look at what it became: a use-case may add to what was given (a number). */
static rc save_and_log(hand_saving *x, enum hand h, const char *verb, err *e)
{
	hand_saving after = {.r = x->r, .a = x->a, .id = x->id};
	slice detail;
	rc code;

	if (hand_detail(x->a, &x->was, &x->is).n == 0)
		return RC_OK;
	code = kinds[h].save(x, e);
	if (code == RC_OK)
		code = kinds[h].load(&after, e);
	detail = code == RC_OK ? hand_detail(x->a, &x->was, &after.was) : (slice){0};
	return code == RC_OK && detail.n > 0
	               ? event_add(x->r, verb, kinds[h].noun, x->id, detail, e)
	               : code;
}

rc hand_change(reg *r, enum hand h, int64_t id, const hand_fields *given, int64_t seen, err *e)
{
	hand_saving x = {.r = r, .id = id};
	int64_t version = seen;
	arena a;
	rc code = reg_office_only(r, e);

	assert(db_in_write(r->d));
	if (code == RC_OK)
		code = check(h, given, e);
	if (code == RC_OK && seen != 0)
		code = hand_version(r, h, id, &version, e);
	if (code == RC_OK && version != seen)
		code = err_set(e, RC_INPUT, MSG_CHANGED_MEANWHILE, "%s %lld", kinds[h].noun,
		               (long long)id);
	if (code != RC_OK)
		return code;
	arena_init(&a, NULL, 0);
	x.a = &a;
	code = kinds[h].load(&x, e);
	if (code == RC_OK) {
		lay_over(&x, given);
		code = save_and_log(&x, h, "change", e);
	}
	arena_done(&a);
	return code;
}

rc hand_undo(reg *r, enum hand h, int64_t id, err *e)
{
	hand_saving x = {.r = r, .id = id};
	sql_event_newest_row last = {0};
	hand_fields before = {0};
	bool found = false;
	arena a;
	rc code = reg_office_only(r, e);

	assert(db_in_write(r->d));
	if (code != RC_OK)
		return code;
	arena_init(&a, NULL, 0);
	x.a = &a;
	code = sql_event_newest(r->d, (sql_event_newest_in){slice_c(kinds[h].noun), id}, &a, &last,
	                        &found, e);
	if (code == RC_OK &&
	    (!found || !slice_eq(last.verb, S("change")) || !hand_before(last.detail, &a, &before)))
		code = err_set(e, RC_INPUT, MSG_NOTHING_TO_UNDO, "the last line is no change");
	if (code == RC_OK)
		code = kinds[h].load(&x, e);
	if (code == RC_OK) {
		lay_over(&x, &before);
		code = save_and_log(&x, h, "undo", e);
	}
	arena_done(&a);
	return code;
}

rc hand_undoable(reg *r, enum hand h, int64_t id, bool *ret, err *e)
{
	sql_event_newest_row last = {0};
	bool found = false;
	arena a;
	rc code;

	arena_init(&a, NULL, 0);
	code = sql_event_newest(r->d, (sql_event_newest_in){slice_c(kinds[h].noun), id}, &a, &last,
	                        &found, e);
	*ret = code == RC_OK && found && slice_eq(last.verb, S("change"));
	arena_done(&a);
	return code;
}

rc hand_read(reg *r, enum hand h, int64_t id, arena *a, hand_fields *ret, err *e)
{
	hand_saving x = {.r = r, .a = a, .id = id};
	rc code = reg_office_only(r, e);

	if (code == RC_OK)
		code = kinds[h].load(&x, e);
	if (code == RC_OK)
		*ret = x.was;
	return code;
}

rc hand_version(reg *r, enum hand h, int64_t id, int64_t *ret, err *e)
{
	sql_event_newest_row last = {0};
	bool found;
	arena a;
	rc code;

	arena_init(&a, NULL, 0);
	code = sql_event_newest(r->d, (sql_event_newest_in){slice_c(kinds[h].noun), id}, &a, &last,
	                        &found, e);
	arena_done(&a);
	if (code == RC_OK)
		*ret = found ? last.seq : 1;
	return code;
}

static rc find_pub(reg *r, enum hand h, slice key, int64_t *ret, err *e)
{
	enum noun noun;
	rc code = noun_find(r, key, &noun, ret, e);

	if (code == RC_OK && !slice_eq(slice_c(noun_word(noun)), slice_c(kinds[h].noun)))
		code = err_set(e, RC_INPUT, MSG_NO_SUCH, "another noun");
	return code;
}

static rc find_series(reg *r, slice key, int64_t *ret, err *e)
{
	sql_series_find_row row = {0};
	slice code_of = key;
	int64_t year = 0;
	arena a;
	rc code;

	if (!slice_cut(&key, '/', &code_of))
		return err_set(e, RC_INPUT, MSG_NO_SUCH, "CODE/YEAR");
	code = hand_number(key, 0, 9999, &year, e);
	arena_init(&a, NULL, 0);
	if (code == RC_OK)
		code = sql_series_find(r->d, (sql_series_find_in){code_of, year}, &a, &row, NULL,
		                       e);
	arena_done(&a);
	if (code == RC_OK)
		*ret = row.id;
	return code;
}

static rc find_code(reg *r, enum hand h, slice key, int64_t *ret, err *e)
{
	bool communes;
	rc code = h == HAND_AGENCY ? bodies_agency(r, key, ret, e)
	                           : bodies_group(r, key, ret, &communes, e);

	return code == RC_OK && *ret == DB_NULL ? err_set(e, RC_INPUT, MSG_NO_SUCH, "code") : code;
}

rc hand_find(reg *r, enum hand h, slice key, int64_t *ret, err *e)
{
	sql_hand_programme_find_row row = {0};
	arena a;
	rc code;

	if (h == HAND_AGENCY || h == HAND_GROUP)
		return find_code(r, h, key, ret, e);
	if (h == HAND_SERIES)
		return find_series(r, key, ret, e);
	if (h != HAND_PROGRAMME)
		return find_pub(r, h, key, ret, e);
	arena_init(&a, NULL, 0);
	code = sql_hand_programme_find(r->d, (sql_hand_programme_find_in){key}, &a, &row, NULL, e);
	arena_done(&a);
	if (code == RC_OK)
		*ret = row.id;
	return code;
}

rc hand_key(reg *r, enum hand h, int64_t id, arena *a, slice *ret, err *e)
{
	sql_hand_key_row row = {0};
	rc code = sql_hand_key(r->d, (sql_hand_key_in){slice_c(kinds[h].noun), id}, a, &row, NULL,
	                       e);

	if (code == RC_OK)
		*ret = row.key;
	return code;
}
