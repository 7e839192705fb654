/*
 * admin.c - Quản trị hệ thống: accounts and their roles.
 */
#include "model/roles.h"
#include "views.h"
#include "web/pages/admin_tabs.h"
#include "web/pages/codes.h"
#include "web/pages/pages.h"
#include "web/pages/rows.h"

enum { PERSONS_MOST = 1000 };

static void fill_roles(visit *p, slice chosen, options *to)
{
	const office_role *r;

	for (unsigned i = 0; (r = role_at(i)) != NULL; i++)
		*VEC_PUSH(p->a, to) = (option){r->word, r->wording, slice_eq(r->word, chosen)};
}

/* Persons of bodies who could have an account. */
static rc count_waiting(visit *p, int64_t *ret, err *e)
{
	sql_person_unaccounted_rows rows = {0};
	rc code = sql_person_unaccounted(
		p->r->d, &p->r->who,
		(sql_person_unaccounted_in){p->r->minute / CMIN_DAY, PERSONS_MOST}, p->a, &rows, e);

	*ret = 0;
	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++)
		*ret += !slice_eq(rows.p[i].code, S("VPUBND")) &&
		        !slice_eq(rows.p[i].class, S("external"));
	return code;
}

rc page_admin(visit *p, err *e)
{
	admin_view v = {.frame = page_frame(p, S("Quản trị hệ thống"), S("/quan-tri")),
	                .words = slice_trim(http_query(p->q, S("ten")))};
	sql_account_all_rows rows = {0};
	sql_agency_bodies_rows bodies = {0};
	rc code = sql_account_all(p->r->d, &p->r->who, p->a, &rows, e);

	if (code == RC_OK)
		code = sql_agency_bodies(p->r->d, p->a, &bodies, e);
	if (code != RC_OK)
		return code;
	for (uint32_t i = 0; i < rows.n; i++) {
		const sql_account_all_row *c = &rows.p[i];
		const office_role *r = role_of(c->role);

		if (!admin_fits(p, v.words, c->login, c->name, c->agency_name))
			continue;
		*VEC_PUSH(p->a, &v.rows) = (account_row){.pub = c->pub,
		                                         .login = c->login,
		                                         .name = c->name,
		                                         .role = r != NULL ? r->wording : c->role,
		                                         .agency = c->agency_name,
		                                         .seen = page_time(p, c->signed_in_at),
		                                         .sessions = c->sessions,
		                                         .code = c->agency,
		                                         .active = c->active};
		fill_roles(p, c->role, &v.rows.p[v.rows.n - 1].roles);
	}
	for (uint32_t i = 0; i < bodies.n; i++)
		*VEC_PUSH(p->a, &v.bodies) = (option){bodies.p[i].code, bodies.p[i].name, false};
	fill_roles(p, S("commune_officer"), &v.roles);
	admin_tabs(p, S("/quan-tri"), &v.tabs);
	code = count_waiting(p, &v.waiting, e);
	if (code != RC_OK)
		return code;
	v.n = v.rows.n;
	view_admin(&p->to->body, &v);
	return RC_OK;
}

/* The body of an account, by its code or its name; DB_NULL for an empty field. */
static rc body_of(visit *p, slice words, int64_t *ret, err *e)
{
	slice code_of = {0}, name;
	rc code = codes_of(p, words, &code_of, e);

	if (code == RC_OK)
		code = page_agency_of(p, code_of, ret, &name, e);
	if (code == RC_OK && code_of.n > 0 && *ret == DB_NULL)
		code = err_set(e, RC_INPUT, MSG_AGENCY_UNKNOWN, "agency");
	return code;
}

rc page_account_add(visit *p, err *e)
{
	person_new in = {.login = slice_trim(http_form(p->q, S("login"))),
	                 .name = slice_trim(http_form(p->q, S("name"))),
	                 .role = http_form(p->q, S("role")),
	                 .password = http_form(p->q, S("password")),
	                 .agency = DB_NULL,
	                 .fresh = true};
	rc code = body_of(p, http_form(p->q, S("agency")), &in.agency, e);

	if (code == RC_OK)
		code = people_add(p->r, &in, e);
	if (code == RC_OK)
		page_done(p, S("/quan-tri"), "saved");
	return code;
}

/* Its role, its body, whether it is active; its sessions end. */
rc page_account_set(visit *p, err *e)
{
	sql_account_by_pub_row row;
	slice role = http_form(p->q, S("role")), of = http_form(p->q, S("agency"));
	slice active = http_form(p->q, S("active"));
	person_set in;
	rc code = sql_account_by_pub(p->r->d, (sql_account_by_pub_in){p->args[0]}, p->a, &row, NULL,
	                             e);

	if (code != RC_OK)
		return code;
	in = (person_set){p->args[0], role.n > 0 ? role : row.role, row.agency,
	                  active.n > 0 ? slice_eq(active, S("1")) : row.active};
	if (of.p != NULL)
		code = body_of(p, of, &in.agency, e);
	if (code == RC_OK && row.id == p->r->who.user)
		code = err_set(e, RC_INPUT, MSG_OWN_ACCOUNT, "its own");
	if (code == RC_OK)
		code = people_set(p->r, &in, e);
	if (code == RC_OK)
		page_done(p, S("/quan-tri"), "saved");
	return code;
}
