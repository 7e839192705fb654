/*
 * account.c - Tài khoản của tôi: who I am, and the tokens by which programs and calendars ask
 * in my name. A token is shown once, on the answer to making it.
 */
#include "base/qr.h"
#include "model/roles.h"
#include "register/people/second.h"
#include "register/people/tokens.h"
#include "views.h"
#include "web/pages/pages.h"

static slice scopes_in_words(visit *p, slice scopes)
{
	slice all = {0};

	for (unsigned i = 0; scope_word(i).n > 0; i++)
		if (scope_has(scopes, (enum scope)i))
			all = all.n == 0 ? scope_wording(i)
			                 : page_link(p, "%.*s; %.*s", (int)all.n, all.p,
			                             (int)scope_wording(i).n, scope_wording(i).p);
	return all;
}

static rc fill_tokens(visit *p, account_view *v, err *e)
{
	sql_token_list_rows rows = {0};
	rc code = sql_token_list(p->r->d, (sql_token_list_in){p->who.account}, p->a, &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		const sql_token_list_row *t = &rows.p[i];

		*VEC_PUSH(p->a, &v->tokens) = (token_row){
			.pub = t->pub,
			.name = t->name,
			.scopes = scopes_in_words(p, t->scopes),
			.made = page_time(p, t->made_at),
			.ends = page_time(p, t->ends_at),
			.used = page_time(p, t->used_at),
			.holds = t->revoked_at == DB_NULL &&
		                 (t->ends_at == DB_NULL || t->ends_at > p->r->now)};
	}
	return code;
}

static rc show(visit *p, account_view *v, err *e)
{
	const office_role *role = role_of(p->who.role);
	rc code;

	v->frame = page_frame(p, S("Tài khoản của tôi"), S("/tai-khoan"));
	v->must_change = p->who.fresh;
	v->login = p->who.login;
	v->name = p->who.name;
	v->role = role != NULL ? role->wording : (slice){0};
	v->agency = p->who.agency_name;
	for (unsigned i = 0; scope_word(i).n > 0; i++)
		*VEC_PUSH(p->a, &v->scopes) = (scope_box){scope_word(i), scope_wording(i)};
	code = second_is_on(p->r, &v->second, e);
	if (code == RC_OK)
		code = fill_tokens(p, v, e);
	if (code == RC_OK)
		view_account(&p->to->body, v);
	return code;
}

rc page_account(visit *p, err *e)
{
	account_view v = {0};

	return show(p, &v, e);
}

/* The ticked ones with blanks between. */
static slice scopes_of(visit *p)
{
	slice all = {0};

	for (uint32_t i = 0; i < p->q->form.n && i < SCOPE_COUNT * 4; i++) {
		const http_pair *x = &p->q->form.p[i];

		if (slice_eq(x->name, S("scope")))
			all = all.n == 0 ? x->value
			                 : page_link(p, "%.*s %.*s", (int)all.n, all.p,
			                             (int)x->value.n, x->value.p);
	}
	return all;
}

rc page_token_new(visit *p, err *e)
{
	account_view v = {0};
	token_new in = {.account = p->who.account,
	                .name = http_form(p->q, S("name")),
	                .scopes = scopes_of(p),
	                .days = page_number(http_form(p->q, S("days")), 0, TOKEN_DAYS_MOST)};
	rc code = tokens_make(p->r, &in, p->a, &v.fresh, e);

	return code == RC_OK ? show(p, &v, e) : code;
}

rc page_token_revoke(visit *p, err *e)
{
	rc code = tokens_revoke(p->r, p->args[0], e);

	if (code == RC_OK)
		page_done(p, S("/tai-khoan"), "revoked");
	return code;
}

/* What the reader's browser calls us; only signs that a name of a host has. */
static slice own_address(visit *p)
{
	slice host = p->q->host;

	for (size_t i = 0; i < host.n; i++) {
		char c = host.p[i];

		if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
		      c == '.' || c == '-' || c == ':' || c == '[' || c == ']'))
			return S("");
	}
	return page_link(p, "%s://%.*s", p->o->proxy.n > 0 ? "https" : "http", (int)host.n, host.p);
}

rc page_calendar_address(visit *p, err *e)
{
	account_view v = {0};
	token_new in = {.account = p->who.account, .name = S("Lịch"), .scopes = S("calendar")};
	slice fresh = {0}, host = own_address(p);
	rc code = tokens_make(p->r, &in, p->a, &fresh, e);

	if (code != RC_OK)
		return code;
	v.fresh_calendar = page_link(p, "%.*s/lich/%.*s.ics", (int)host.n, host.p, (int)fresh.n,
	                             fresh.p);
	return show(p, &v, e);
}

/* --- the second step --- */

static rc show_secret(visit *p, slice secret, slice problem, err *e)
{
	second_set_view v = {.frame = page_frame(p, S("Xác thực hai bước"), S("/tai-khoan")),
	                     .secret = secret,
	                     .problem = problem};
	slice link = page_link(p, "otpauth://totp/dondoc:%.*s?secret=%.*s&issuer=dondoc",
	                       (int)p->who.login.n, p->who.login.p, (int)secret.n, secret.p);
	rc code = qr_path(link, p->a, &v.path, &v.side, e);

	v.side += 8; /* the quiet border that readers need */
	if (code == RC_OK)
		view_second_set(&p->to->body, &v);
	return code;
}

rc page_second_begin(visit *p, err *e)
{
	slice secret;
	rc code = second_begin(p->r, p->a, &secret, e);

	return code == RC_OK ? show_secret(p, secret, (slice){0}, e) : code;
}

/* The picture was the answer to a form: no way back leads to it, so it is shown again. */
static rc show_again(visit *p, err *e)
{
	slice secret, problem = slice_c(msg_text(e->id));
	rc code = second_pending(p->r, p->a, &secret, e);

	if (code != RC_OK)
		return code;
	p->to->status = 422;
	return show_secret(p, secret, problem, e);
}

rc page_second_on(visit *p, err *e)
{
	second_set_view v = {.frame = page_frame(p, S("Xác thực hai bước"), S("/tai-khoan"))};
	slice codes[SECOND_CODES];
	rc code = second_confirm(p->r, http_form(p->q, S("code")), p->a, codes, e);

	if (code == RC_INPUT && e->id == MSG_CODE_WRONG)
		return show_again(p, e);
	if (code != RC_OK)
		return code;
	for (int i = 0; i < SECOND_CODES; i++)
		*VEC_PUSH(p->a, &v.codes) = (option){.words = codes[i]};
	view_second_set(&p->to->body, &v);
	return RC_OK;
}

rc page_second_off(visit *p, err *e)
{
	rc code = second_off(p->r, p->who.login, http_form(p->q, S("password")), e);

	if (code == RC_OK)
		page_done(p, S("/tai-khoan"), "saved");
	return code;
}
