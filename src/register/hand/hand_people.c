/*
 * hand_people.c - persons with their posts, bodies, groups with members from day to day.
 *
 * A body is never taken out: it ends on a day, because documents and duties name it.
 */
#include "base/fold.h"
#include "base/hash.h"
#include "register/hand/hand_priv.h"
#include "register/people/bodies.h"

enum { CODE_LEAST = 2, CODE_MOST = 16 };

/* --- persons --- */

rc hand_load_person(hand_saving *x, err *e)
{
	sql_hand_person_get_row p = {0};
	sql_hand_posts_rows rows = {0};
	rc code = sql_hand_person_get(x->r->d, (sql_hand_person_get_in){x->id}, x->a, &p, NULL, e);

	if (code == RC_OK)
		code = sql_hand_posts(x->r->d, (sql_hand_posts_in){x->id}, x->a, &rows, e);
	if (code != RC_OK)
		return code;
	hand_show(x, S("name"), p.name);
	hand_show(x, S("email"), p.email);
	hand_show(x, S("phone"), p.phone);
	for (uint32_t i = 0; i < rows.n; i++) {
		slice cells[] = {rows.p[i].title, rows.p[i].code, rows.p[i].field,
		                 hand_day_text(x->a, rows.p[i].from_day),
		                 hand_day_text(x->a, rows.p[i].to_day)};

		hand_show(x, S("post"), hand_row(x->a, cells, ARRAY_LEN(cells)));
	}
	return RC_OK;
}

static rc put_posts(hand_saving *x, err *e)
{
	slice c[HAND_CELLS];
	uint32_t i = 0;
	rc code = sql_hand_posts_drop(x->r->d, (sql_hand_posts_drop_in){x->id}, NULL, e);

	while (code == RC_OK && hand_next(x, S("post"), &i, c)) {
		sql_hand_post_put_in in = {.person = x->id, .title = c[0], .field = c[2]};

		if (c[0].n == 0)
			return err_set(e, RC_INPUT, MSG_WORDS_NEEDED, "a post without a title");
		code = hand_agency(x, c[1], &in.agency, e);
		if (code == RC_OK)
			code = hand_parse_day(c[3], &in.from_day, e);
		if (code == RC_OK)
			code = hand_parse_day(c[4], &in.to_day, e);
		if (code == RC_OK && in.from_day != DB_NULL && in.to_day != DB_NULL &&
		    in.to_day < in.from_day)
			code = err_set(e, RC_INPUT, MSG_DAYS_CROSSED, "a post");
		if (code == RC_OK)
			code = sql_hand_post_put(x->r->d, in, NULL, e);
	}
	return code;
}

rc hand_save_person(hand_saving *x, err *e)
{
	slice name, email = hand_text(x, S("email")), phone = hand_text(x, S("phone"));
	sql_person_put_row row;
	rc code = hand_needs(x, S("name"), &name, e);

	if (code == RC_OK && x->id == 0) {
		code = sql_person_put(x->r->d,
		                      (sql_person_put_in){hash_public_id(x->a), name,
		                                          fold_text(x->a, name), email, phone},
		                      x->a, &row, NULL, e);
		x->id = code == RC_OK ? row.id : 0;
	} else if (code == RC_OK) {
		code = sql_hand_person_set(
			x->r->d,
			(sql_hand_person_set_in){x->id, name, fold_text(x->a, name), email, phone},
			NULL, e);
	}
	return code == RC_OK ? put_posts(x, e) : code;
}

/* --- bodies --- */

rc hand_load_agency(hand_saving *x, err *e)
{
	sql_hand_agency_get_row g = {0};
	rc code = sql_hand_agency_get(x->r->d, (sql_hand_agency_get_in){x->id}, x->a, &g, NULL, e);

	if (code != RC_OK)
		return code;
	hand_show(x, S("code"), g.code);
	hand_show(x, S("name"), g.name);
	hand_show(x, S("class"), g.class);
	hand_show(x, S("kind"), g.kind);
	hand_show(x, S("parent"), g.parent);
	hand_show(x, S("district"), g.district);
	hand_show(x, S("border"), g.border ? S("1") : (slice){0});
	hand_show(x, S("from"), hand_day_text(x->a, g.from_day));
	hand_show(x, S("to"), hand_day_text(x->a, g.to_day));
	hand_show(x, S("email"), g.email);
	hand_show(x, S("phone"), g.phone);
	return RC_OK;
}

/* A code is fixed: logs, exports and other programs name the body by it. */
static rc check_code(const hand_saving *x, slice code, err *e)
{
	slice was = hand_get(&x->was, S("code"));
	bool fine = code.n >= CODE_LEAST && code.n <= CODE_MOST;

	for (size_t i = 0; fine && i < code.n; i++)
		fine = (code.p[i] >= 'A' && code.p[i] <= 'Z') ||
		       (code.p[i] >= '0' && code.p[i] <= '9') || code.p[i] == '-';
	if (!fine || (was.n > 0 && !slice_eq(was, code)))
		return err_set(e, RC_INPUT, MSG_CODE_BAD, "%zu letters", code.n);
	return RC_OK;
}

static rc taken(hand_saving *x, slice code, err *e)
{
	int64_t agency = DB_NULL, group = DB_NULL;
	slice name;
	rc done = x->id == 0 ? hand_body(x, code, &agency, &group, &name, e) : RC_OK;

	if (done == RC_OK && (agency != DB_NULL || group != DB_NULL))
		done = err_set(e, RC_INPUT, MSG_CODE_TAKEN, "code");
	return done;
}

static rc put_agency(hand_saving *x, const sql_hand_agency_set_in *in, err *e)
{
	sql_agency_last_position_row last = {0};
	sql_agency_put_row row;
	bool found;
	rc code = sql_agency_last_position(x->r->d, x->a, &last, &found, e);

	if (code == RC_OK)
		code = sql_agency_put(x->r->d,
		                      (sql_agency_put_in){hash_public_id(x->a), in->code, in->name,
		                                          in->folded, in->class, in->kind,
		                                          in->parent, in->district, in->border,
		                                          last.position + 1, in->from_day,
		                                          in->to_day},
		                      x->a, &row, NULL, e);
	x->id = code == RC_OK ? row.id : 0;
	return code;
}

static rc agency_days(const hand_saving *x, sql_hand_agency_set_in *in, err *e)
{
	rc code = hand_day_field(x, S("from"), &in->from_day, e);

	if (code == RC_OK)
		code = hand_day_field(x, S("to"), &in->to_day, e);
	if (code == RC_OK && in->from_day != DB_NULL && in->to_day != DB_NULL &&
	    in->to_day < in->from_day)
		code = err_set(e, RC_INPUT, MSG_DAYS_CROSSED, "a body");
	return code;
}

rc hand_save_agency(hand_saving *x, err *e)
{
	sql_hand_agency_set_in in = {.kind = hand_text(x, S("kind")),
	                             .district = hand_text(x, S("district")),
	                             .border = slice_eq(hand_text(x, S("border")), S("1")),
	                             .email = hand_text(x, S("email")),
	                             .phone = hand_text(x, S("phone"))};
	rc code = hand_needs(x, S("code"), &in.code, e);

	if (code == RC_OK)
		code = check_code(x, in.code, e);
	if (code == RC_OK)
		code = taken(x, in.code, e);
	if (code == RC_OK)
		code = hand_needs(x, S("name"), &in.name, e);
	if (code == RC_OK)
		code = hand_choice(x, S("class"), "agency commune external", "agency", &in.class,
		                   e);
	if (code == RC_OK)
		code = hand_agency(x, hand_text(x, S("parent")), &in.parent, e);
	if (code == RC_OK)
		code = agency_days(x, &in, e);
	if (code != RC_OK)
		return code;
	if (in.kind.n == 0)
		in.kind = in.class;
	in.folded = fold_text(x->a, in.name);
	bodies_drop(x->r);
	if (x->id == 0)
		code = put_agency(x, &in, e);
	in.id = x->id;
	return code == RC_OK ? sql_hand_agency_set(x->r->d, in, NULL, e) : code;
}

/* --- groups --- */

static slice bound_text(arena *a, int64_t day)
{
	return day <= INT32_MIN || day >= INT32_MAX ? (slice){0} : hand_day_text(a, day);
}

rc hand_load_group(hand_saving *x, err *e)
{
	sql_hand_group_get_row g = {0};
	sql_hand_members_rows rows = {0};
	rc code = sql_hand_group_get(x->r->d, (sql_hand_group_get_in){x->id}, x->a, &g, NULL, e);

	if (code == RC_OK)
		code = sql_hand_members(x->r->d, (sql_hand_members_in){x->id}, x->a, &rows, e);
	if (code != RC_OK)
		return code;
	hand_show(x, S("code"), g.code);
	hand_show(x, S("name"), g.name);
	hand_show(x, S("communes"), g.all_communes ? S("1") : (slice){0});
	for (uint32_t i = 0; i < rows.n; i++) {
		slice cells[] = {rows.p[i].code, bound_text(x->a, rows.p[i].from_day),
		                 bound_text(x->a, rows.p[i].to_day)};

		hand_show(x, S("member"), hand_row(x->a, cells, ARRAY_LEN(cells)));
	}
	return RC_OK;
}

static rc put_members(hand_saving *x, err *e)
{
	slice c[HAND_CELLS];
	uint32_t i = 0;
	int64_t agency, from, to;
	rc code = sql_hand_members_drop(x->r->d, (sql_hand_members_drop_in){x->id}, NULL, e);

	while (code == RC_OK && hand_next(x, S("member"), &i, c)) {
		code = hand_agency(x, c[0], &agency, e);
		if (code == RC_OK && agency == DB_NULL)
			code = err_set(e, RC_INPUT, MSG_AGENCY_UNKNOWN, "a member without a code");
		if (code == RC_OK)
			code = hand_parse_day(c[1], &from, e);
		if (code == RC_OK)
			code = hand_parse_day(c[2], &to, e);
		if (code != RC_OK)
			break;
		from = from != DB_NULL ? from : INT32_MIN;
		to = to != DB_NULL ? to : INT32_MAX;
		code = to < from ? err_set(e, RC_INPUT, MSG_DAYS_CROSSED, "a member")
		                 : sql_group_member_put(
					   x->r->d,
					   (sql_group_member_put_in){x->id, agency, from, to}, NULL,
					   e);
	}
	return code;
}

rc hand_save_group(hand_saving *x, err *e)
{
	sql_hand_group_set_in in = {.all_communes = slice_eq(hand_text(x, S("communes")), S("1"))};
	sql_group_put_row row;
	rc code = hand_needs(x, S("code"), &in.code, e);

	if (code == RC_OK)
		code = check_code(x, in.code, e);
	if (code == RC_OK)
		code = taken(x, in.code, e);
	if (code == RC_OK)
		code = hand_needs(x, S("name"), &in.name, e);
	if (code != RC_OK)
		return code;
	bodies_drop(x->r);
	in.folded = fold_text(x->a, in.name);
	if (x->id == 0) {
		code = sql_group_put(
			x->r->d, (sql_group_put_in){in.code, in.name, in.folded, in.all_communes},
			x->a, &row, NULL, e);
		x->id = code == RC_OK ? row.id : 0;
	}
	in.id = x->id;
	if (code == RC_OK)
		code = sql_hand_group_set(x->r->d, in, NULL, e);
	return code == RC_OK ? put_members(x, e) : code;
}
