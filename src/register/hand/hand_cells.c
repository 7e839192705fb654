/*
 * hand_cells.c - fields and rows of what is written by hand: texts, days, bodies, documents.
 */
#include "base/fold.h"
#include "base/strbuf.h"
#include "register/hand/hand_priv.h"
#include "register/people/audience.h"
#include "register/people/bodies.h"
#include "register/people/nouns.h"
#include "register/search/search.h"

enum { ISO_ROOM = 24, FIGURES_MAX = 12, YEAR_LEAST = 1000 };

slice hand_get(const hand_fields *f, slice name)
{
	for (uint32_t i = 0; i < f->n; i++)
		if (slice_eq(f->p[i].name, name))
			return f->p[i].value.p != NULL ? f->p[i].value : S("");
	return (slice){0};
}

void hand_put(arena *a, hand_fields *f, slice name, slice value)
{
	*VEC_PUSH(a, f) = (hand_field){name, value};
}

slice hand_text(const hand_saving *x, slice name)
{
	slice v = slice_trim(hand_get(&x->is, name));

	return v.n > 0 ? v : (slice){0};
}

rc hand_needs(const hand_saving *x, slice name, slice *ret, err *e)
{
	*ret = hand_text(x, name);
	return ret->n > 0 ? RC_OK
	                  : err_set(e, RC_INPUT, MSG_WORDS_NEEDED, "no %.*s", (int)name.n, name.p);
}

rc hand_choice(const hand_saving *x, slice name, const char *words, const char *otherwise,
               slice *ret, err *e)
{
	slice v = hand_text(x, name), rest = slice_c(words), one;

	if (v.n == 0) {
		*ret = otherwise != NULL ? slice_c(otherwise) : (slice){0};
		return RC_OK;
	}
	while (slice_next(&rest, ' ', &one))
		if (slice_eq(one, v)) {
			*ret = v;
			return RC_OK;
		}
	return err_set(e, RC_INPUT, MSG_CHOICE_UNKNOWN, "%.*s", (int)name.n, name.p);
}

/* --- rows --- */

void hand_cells(slice row, slice *cells, unsigned n)
{
	slice cell;

	for (unsigned i = 0; i < n; i++)
		cells[i] = slice_next(&row, '|', &cell) && slice_trim(cell).n > 0 ? slice_trim(cell)
		                                                                  : (slice){0};
}

bool hand_next(const hand_saving *x, slice name, uint32_t *io, slice *cells)
{
	while (*io < x->is.n) {
		const hand_field *f = &x->is.p[(*io)++];
		bool any = false;

		if (!slice_eq(f->name, name))
			continue;
		hand_cells(f->value, cells, HAND_CELLS);
		for (unsigned i = 0; i < HAND_CELLS; i++)
			any |= cells[i].n > 0;
		if (any)
			return true;
	}
	return false;
}

void hand_show(hand_saving *x, slice name, slice value)
{
	if (value.n > 0)
		hand_put(x->a, &x->was, name, value);
}

/* A "|" or a line end of a value would begin another cell or line. */
static void put_cell(strbuf *b, slice s)
{
	for (size_t i = 0; i < s.n; i++)
		strbuf_putc(b, s.p[i] == '|' ? '/' : (unsigned char)s.p[i] < ' ' ? ' ' : s.p[i]);
}

slice hand_row(arena *a, const slice *cells, unsigned n)
{
	size_t room = 1, last = 0;
	strbuf b;

	for (unsigned i = 0; i < n; i++) {
		room += cells[i].n + 3;
		if (cells[i].n > 0)
			last = i + 1;
	}
	strbuf_over(&b, arena_alloc(a, room), room);
	for (unsigned i = 0; i < last; i++) {
		if (i > 0)
			strbuf_put(&b, S(" | "));
		put_cell(&b, cells[i]);
	}
	return strbuf_slice(&b);
}

/* --- bodies and documents --- */

rc hand_agency(hand_saving *x, slice what, int64_t *ret, err *e)
{
	int64_t group;
	slice name;
	rc code;

	*ret = DB_NULL;
	if (what.n == 0)
		return RC_OK;
	code = hand_body(x, what, ret, &group, &name, e);
	if (code == RC_OK && *ret == DB_NULL)
		code = err_set(e, RC_INPUT, MSG_AGENCY_UNKNOWN, "no such body");
	return code;
}

rc hand_body(hand_saving *x, slice what, int64_t *ret_agency, int64_t *ret_group, slice *ret_name,
             err *e)
{
	sql_agency_by_code_row agency = {0};
	sql_group_by_code_row group = {0};
	sql_agency_by_words_rows same = {0};
	bool found = false;
	rc code = RC_OK;

	*ret_agency = *ret_group = DB_NULL;
	*ret_name = what;
	if (what.n == 0)
		return RC_OK;
	code = sql_agency_by_code(x->r->d, (sql_agency_by_code_in){what}, x->a, &agency, &found, e);
	if (code != RC_OK || found) {
		*ret_agency = found ? agency.id : DB_NULL;
		*ret_name = found ? agency.name : what;
		return code;
	}
	code = sql_group_by_code(x->r->d, (sql_group_by_code_in){what}, x->a, &group, &found, e);
	if (code != RC_OK || found) {
		*ret_group = found ? group.id : DB_NULL;
		*ret_name = found ? group.name : what;
		return code;
	}
	code = sql_agency_by_words(x->r->d, (sql_agency_by_words_in){fold_text(x->a, what)}, x->a,
	                           &same, e);
	if (code == RC_OK && same.n == 1)
		*ret_agency = same.p[0].id;
	return code;
}

rc hand_document(hand_saving *x, slice what, int64_t *ret, err *e)
{
	slice key = fold_number(x->a, what);
	sql_search_numbered_rows same = {0};
	rc code = RC_OK;

	*ret = DB_NULL;
	if (slice_has(what, S("/")) && key.n > 0)
		code = sql_search_numbered(x->r->d, &x->r->who,
		                           (sql_search_numbered_in){.key = key,
		                                                    .from_day = DB_NULL,
		                                                    .to_day = DB_NULL,
		                                                    .agency = DB_NULL,
		                                                    .most = 2},
		                           x->a, &same, e);
	if (code != RC_OK || what.n == 0)
		return code;
	if (same.n != 1)
		return noun_of(x->r, what, NOUN_DOCUMENT, ret, e);
	*ret = same.p[0].id;
	return RC_OK;
}

rc hand_see(hand_saving *x, int64_t document, int64_t agency, int64_t group, int32_t day,
            const char *why, err *e)
{
	sql_group_members_rows members = {0};
	rc code = RC_OK;

	if (document == DB_NULL)
		return RC_OK;
	if (agency != DB_NULL)
		return audience_add(x->r, document, agency, why, e);
	if (group != DB_NULL)
		code = bodies_members(x->r, group, day, x->a, &members, e);
	for (uint32_t i = 0; code == RC_OK && i < members.n; i++)
		code = audience_add(x->r, document, members.p[i].agency, why, e);
	return code;
}

/* --- days and numbers --- */

rc hand_number(slice s, int64_t least, int64_t most, int64_t *ret, err *e)
{
	int64_t n = 0;

	s = slice_trim(s);
	if (s.n == 0) {
		*ret = least;
		return RC_OK;
	}
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9' || s.n > FIGURES_MAX)
			return err_set(e, RC_INPUT, MSG_NUMBER_BAD, "no figures");
		n = n * 10 + (s.p[i] - '0');
	}
	if (n < least || n > most)
		return err_set(e, RC_INPUT, MSG_NUMBER_BAD, "out of range");
	*ret = n;
	return RC_OK;
}

/* The numbers of a date or an instant, in their order; false when there are too many. */
static bool numbers_of(slice s, int64_t *n, unsigned *ret_n)
{
	*ret_n = 0;
	for (size_t i = 0; i < s.n; i++) {
		bool figure = s.p[i] >= '0' && s.p[i] <= '9';
		bool first = figure && (i == 0 || s.p[i - 1] < '0' || s.p[i - 1] > '9');

		if (first && *ret_n == 5)
			return false;
		if (first)
			n[(*ret_n)++] = 0;
		if (figure)
			n[*ret_n - 1] = n[*ret_n - 1] * 10 + (s.p[i] - '0');
		if (figure && n[*ret_n - 1] > 9999)
			return false;
	}
	return true;
}

/* day first, month, year: 2026-05-29 and 29/5/2026 alike. */
static rc day_of(const int64_t *n, int32_t *ret, err *e)
{
	bool iso = n[0] >= YEAR_LEAST;
	int64_t y = iso ? n[0] : n[2], d = iso ? n[2] : n[0];

	if (y < YEAR_LEAST || n[1] < 1 || n[1] > 12 || d < 1 || d > 31 ||
	    !civil_exists((int32_t)y, (int)n[1], (int)d))
		return err_set(e, RC_INPUT, MSG_DATE_IMPOSSIBLE, "no such day");
	*ret = civil_days((int32_t)y, (int)n[1], (int)d);
	return RC_OK;
}

rc hand_parse_minute(slice s, bool end, int64_t *ret, bool *ret_hour, err *e)
{
	int64_t n[5] = {0}, h = 0, mi = 0;
	const int64_t *date = n;
	unsigned count;
	int32_t day = 0;
	rc code;

	s = slice_trim(s);
	if (ret_hour != NULL)
		*ret_hour = false;
	if (s.n == 0) {
		*ret = DB_NULL;
		return RC_OK;
	}
	if (s.n > 64 || !numbers_of(s, n, &count) || count < 3)
		return err_set(e, RC_INPUT, MSG_DAY_BAD, "figures");
	/* The hour before the day: "14 giờ 00, 29/5/2026", "14 giờ 29/5/2026". */
	if (count > 3 && n[0] < YEAR_LEAST && n[2] < YEAR_LEAST) {
		date = n + count - 3;
		h = n[0];
		mi = count == 5 ? n[1] : 0;
	} else if (count > 3) {
		h = n[3];
		mi = count == 5 ? n[4] : 0;
	}
	code = day_of(date, &day, e);
	if (code == RC_OK && (h > 23 || mi > 59))
		code = err_set(e, RC_INPUT, MSG_DATE_IMPOSSIBLE, "no such hour");
	if (code != RC_OK)
		return code;
	if (ret_hour != NULL)
		*ret_hour = count > 3;
	*ret = (int64_t)day * CMIN_DAY + (count > 3 ? h * 60 + mi : end ? CMIN_DAY - 1 : 0);
	return RC_OK;
}

rc hand_parse_day(slice s, int64_t *ret, err *e)
{
	int64_t minute = DB_NULL;
	rc code = hand_parse_minute(s, false, &minute, NULL, e);

	if (code == RC_OK)
		*ret = minute == DB_NULL ? DB_NULL : minute / CMIN_DAY;
	return code;
}

rc hand_day_field(const hand_saving *x, slice name, int64_t *ret, err *e)
{
	return hand_parse_day(hand_text(x, name), ret, e);
}

static slice iso_of(arena *a, int64_t minute, bool hour)
{
	strbuf b;

	strbuf_over(&b, arena_alloc(a, ISO_ROOM), ISO_ROOM);
	civil_put(&b, civil_of_minutes(minute), hour);
	return strbuf_slice(&b);
}

slice hand_day_text(arena *a, int64_t day)
{
	return day == DB_NULL ? (slice){0} : iso_of(a, day * CMIN_DAY, false);
}

slice hand_minute_text(arena *a, int64_t minute, bool end)
{
	int64_t bare = end ? CMIN_DAY - 1 : 0;

	if (minute == DB_NULL)
		return (slice){0};
	return iso_of(a, minute, minute % CMIN_DAY != bare);
}
