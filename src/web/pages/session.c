/*
 * session.c - signing in and out.
 */
#include "base/secret.h"
#include "model/roles.h"
#include "register/people/second.h"
#include "views.h"
#include "web/pages/pages.h"
#include "web/strangers.h"

static void set_cookie(visit *p, slice cookie, int64_t seconds)
{
	http_header(p->q, p->to, S("Set-Cookie"),
	            page_link(p, "dondoc=%.*s; Path=/; HttpOnly; SameSite=Lax; Max-Age=%lld%s",
	                      (int)cookie.n, cookie.p, (long long)seconds,
	                      p->o->proxy.n > 0 ? "; Secure" : ""));
}

static void show_login(visit *p, slice login, const err *e)
{
	login_view v = {.login = login};

	if (p->token.n == 0) { /* a form's token needs a cookie, before anybody is signed in too */
		p->token = secret_token(p->a);
		p->csrf = page_csrf(p->a, p->token);
		set_cookie(p, p->token, 3600);
	}
	v.frame = page_frame(p, S("Đăng nhập"), S(""));
	v.back = http_query(p->q, S("ve"));
	if (v.back.n == 0)
		v.back = http_form(p->q, S("ve"));
	if (e != NULL) {
		v.problem = slice_c(msg_text(e->id));
		v.hint = slice_c(msg_hint(e->id));
		p->to->status = e->id == MSG_LOGIN_WRONG ? 401 : 429;
	}
	view_login(&p->to->body, &v);
}

static void show_second(visit *p, const err *why)
{
	second_view v = {.frame = page_frame(p, S("Xác thực hai bước"), S("")),
	                 .back = http_query(p->q, S("ve"))};

	if (v.back.n == 0)
		v.back = http_form(p->q, S("ve"));
	if (why != NULL) {
		v.problem = slice_c(msg_text(why->id));
		v.hint = slice_c(msg_hint(why->id));
		p->to->status = why->id == MSG_CODE_WRONG ? 401 : 429;
	}
	view_second(&p->to->body, &v);
}

/* Signed in: the session is theirs, and the page that they had asked for. */
static void enter(visit *p, slice session)
{
	slice back = http_form(p->q, S("ve"));

	set_cookie(p, session, PEOPLE_SESSION_SECONDS);
	http_redirect(p->q, p->to, back.n > 0 ? back : S("/"));
}

rc page_login(visit *p, err *e)
{
	bool waits = false;
	rc code = RC_OK;

	if (!p->signed_in && p->token.n > 0)
		code = second_waits(p->r, p->token, &waits, e);
	if (p->signed_in)
		http_redirect(p->q, p->to, S("/"));
	else if (waits)
		show_second(p, NULL);
	else if (code == RC_OK)
		show_login(p, S(""), NULL);
	return code;
}

rc page_login_second(visit *p, err *e)
{
	slice fresh;
	err why = {0};
	rc code = second_pass(p->r, p->token, http_form(p->q, S("code")), p->q->user_agent, p->a,
	                      &fresh, &why);

	if (code == RC_INPUT && why.id == MSG_SESSION_OVER) {
		http_redirect(p->q, p->to, S("/dang-nhap"));
		return RC_OK;
	}
	if (code == RC_INPUT) {
		show_second(p, &why);
		return RC_OK;
	}
	if (code == RC_OK)
		enter(p, fresh);
	else
		*e = why;
	return code;
}

rc page_login_try(visit *p, err *e)
{
	slice login = slice_trim(http_form(p->q, S("login"))), fresh;
	bool stranger = false;
	err why = {0};
	rc code = strangers_may(p->strangers, p->r, login, &why);

	if (code == RC_OK)
		code = people_sign_in(p->r, login, http_form(p->q, S("password")), p->q->user_agent,
		                      p->a, &fresh, &stranger, &why);
	if (stranger)
		strangers_tried(p->strangers, p->r, login);
	if (code == RC_INPUT) {
		show_login(p, login, &why);
		return RC_OK;
	}
	if (code == RC_OK)
		enter(p, fresh);
	else
		*e = why;
	return code;
}

rc page_logout(visit *p, err *e)
{
	rc code = people_sign_out(p->r, p->token, e);

	set_cookie(p, S(""), 0);
	page_done(p, S("/dang-nhap"), "out");
	return code;
}

rc page_logout_all(visit *p, err *e)
{
	rc code = people_sign_out_all(p->r, e);

	set_cookie(p, S(""), 0);
	page_done(p, S("/dang-nhap"), "out");
	return code;
}

rc page_password(visit *p, err *e)
{
	rc code = people_password(p->r, p->who.login, http_form(p->q, S("old")),
	                          http_form(p->q, S("fresh")), e);

	if (code == RC_OK)
		page_done(p, S("/dang-nhap"), "password");
	return code;
}
