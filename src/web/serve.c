/*
 * serve.c - from a request to the page that answers it: assets, route, session, right,
 * token; one line in the log. No words of documents and no names go there.
 */
#include "web/serve.h"

#include "assets.h"
#include "base/hash.h"
#include "model/civil.h"
#include "model/roles.h"
#include "register/people/second.h"
#include "web/again.h"
#include "web/api/api.h"
#include "web/api/stream.h"
#include "web/http_zip.h"
#include "web/strangers.h"
#include "web/visitor.h"

/* PAGE_ROOM: nearly every page fits, so it is not copied while it grows. BACK_MOST: of an address
 * that one comes back to after signing in; one that is longer loses what is behind its '?'. */
enum { MINUTE = 60, PAGE_ROOM = 64 << 10, BACK_MOST = 2000 };

/* What all threads share. */
typedef struct served {
	const serve_options *o;
	limits *limits;
	strangers *strangers;
	metrics *metrics;
	const db_watch *watch;
} served;

typedef struct worker {
	reg r;
	bool demo;
	packer *zip;
} worker;

static bool load_demo(worker *w)
{
	sql_setting_get_row row;
	bool found = false;
	err e = {0};

	return sql_setting_get(w->r.d, (sql_setting_get_in){S("demo")}, &w->r.a, &row, &found,
	                       &e) == RC_OK &&
	       found && slice_eq(row.value, S("1"));
}

static void worker_close(void *ctx, void *worker_)
{
	worker *w = worker_;
	arena a;

	(void)ctx;
	a = w->r.a;
	db_close(w->r.d);
	arena_done(&a);
}

/* The worker lives on the arena of its own reg. */
static void *worker_open(void *ctx)
{
	const serve_options *o = ((const served *)ctx)->o;
	reg r;
	worker *w;
	err e = {0};

	if (reg_open(&r, o->db, DB_SMALL, (viewer){0}, o->now(o->ctx), NULL, (slice){0}, &e) !=
	    RC_OK) {
		reg_close(&r);
		return NULL;
	}
	w = arena_new(&r.a, worker);
	w->r = r;
	w->r.key_file = o->key_file;
	reg_follow(&w->r);
	w->demo = load_demo(w);
	w->zip = packer_open(&w->r.a, &e);
	if (w->zip == NULL)
		o->log(o->ctx, arena_printf(&w->r.a, "pages go as they are: %s", msg_code(e.id)));
	return w;
}

static void header(visit *p, const char *name, const char *value)
{
	http_header(p->q, p->to, slice_c(name), slice_c(value));
}

static void safety_headers(visit *p)
{
	header(p, "X-Content-Type-Options", "nosniff");
	header(p, "Referrer-Policy", "same-origin");
	header(p, "Cross-Origin-Opener-Policy", "same-origin");
	header(p, "Content-Security-Policy",
	       "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
	       "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
	       "frame-ancestors 'none'");
	if (p->o->proxy.n > 0)
		header(p, "Strict-Transport-Security", "max-age=31536000");
}

static bool answer_asset(visit *p)
{
	bool gzip = slice_has(p->q->accept_encoding, S("gzip"));

	for (size_t i = 0; i < asset_count(); i++) {
		asset x = asset_at(i);

		if (!slice_eq(x.path, p->q->path))
			continue;
		http_header(p->q, p->to, S("ETag"), x.etag);
		header(p, "Cache-Control", "public, max-age=31536000, immutable");
		header(p, "Vary", "Accept-Encoding");
		safety_headers(p);
		if (slice_eq(p->q->if_none_match, x.etag)) {
			p->to->status = 304;
			p->to->still = S("");
			return true;
		}
		p->to->type = x.mime;
		p->to->still = gzip && x.gzip.n > 0 ? x.gzip : x.bytes;
		if (gzip && x.gzip.n > 0)
			header(p, "Content-Encoding", "gzip");
		return true;
	}
	return false;
}

static bool is_too_often(visit *p)
{
	const limit_options *most = &p->o->limits;
	slice own = page_link(p, "%lld", (long long)p->who.account);

	if (p->q->method != HTTP_POST)
		return false;
	if (p->route->right == RIGHT_NONE)
		return !limits_pass(p->limits, 's', visitor_address(p), most->sign_ins, p->r->now);
	return !limits_pass(p->limits, 'w', own, most->writes, p->r->now) ||
	       (p->route->right == RIGHT_UPLOAD &&
	        !limits_pass(p->limits, 'u', own, most->uploads, p->r->now));
}

/* What was asked for, with all behind its '?': a narrowed list is the same list after signing in. */
static slice asked_address(visit *p)
{
	slice all = p->q->path;
	char first = '?';
	strbuf b;

	strbuf_init(&b, NULL, BACK_MOST);
	strbuf_put(&b, all);
	for (uint32_t i = 0; i < p->q->query.n; i++) {
		const http_pair *x = &p->q->query.p[i];

		if (slice_eq(x->name, S("ok"))) /* what was done then */
			continue;
		strbuf_putc(&b, first);
		view_part(&b, x->name);
		strbuf_putc(&b, '=');
		view_part(&b, x->value);
		first = '&';
	}
	if (b.failed == RC_OK)
		all = arena_copy(p->a, strbuf_slice(&b));
	strbuf_done(&b);
	return all;
}

static void ask_to_sign_in(visit *p)
{
	strbuf b;

	if (p->api) {
		page_fail(p, 401, (slice){0}, S("Cần mã truy cập còn hiệu lực."),
		          S("Gửi kèm Authorization: Bearer …; tạo mã ở trang Tài khoản của tôi."));
		header(p, "WWW-Authenticate", "Bearer");
		return;
	}
	if (p->q->method == HTTP_POST) {
		page_fail(
			p, 401, S("Phiên làm việc đã hết"),
			S("Nội dung chưa được lưu. Hãy đăng nhập ở một thẻ khác, rồi quay lại trang "
		          "trước: nội dung đang nhập vẫn còn ở đó."),
			(slice){0});
		return;
	}
	strbuf_init(&b, NULL, BACK_MOST * 4);
	strbuf_put(&b, S("/dang-nhap"));
	if (!slice_eq(p->q->path, S("/"))) {
		strbuf_put(&b, S("?ve="));
		view_part(&b, asked_address(p));
	}
	http_redirect(p->q, p->to, strbuf_slice(&b));
	strbuf_done(&b);
}

static rc run_page(db *d, void *ctx, err *e)
{
	visit *p = ctx;

	(void)d;
	strbuf_clear(&p->to->body);
	(void)strbuf_more(&p->to->body, PAGE_ROOM);
	return p->route->answer(p, e);
}

/* A page that only reads sees one unchanging state of the register. */
static rc call_page(visit *p, err *e)
{
	if (p->route->method == HTTP_POST || p->route->right == RIGHT_NONE)
		return p->route->answer(p, e);
	return db_read(p->r->d, run_page, p, e);
}

/* Whose password somebody else chose changes it before anything else. */
static bool must_change(visit *p)
{
	static const slice open[] = {S("/tai-khoan"), S("/tai-khoan/mat-khau"), S("/dang-xuat"),
	                             S("/dang-xuat-moi-noi")};

	if (!p->signed_in || !p->who.fresh)
		return false;
	for (size_t i = 0; i < ARRAY_LEN(open); i++)
		if (slice_eq(p->q->path, open[i]))
			return false;
	if (p->api || p->q->method == HTTP_POST)
		page_fail(p, 403, S("Cần đổi mật khẩu"),
		          S("Mật khẩu này do quản trị cấp. Đổi mật khẩu trước khi làm việc khác."),
		          S("Mở Tài khoản của tôi."));
	else
		http_redirect(p->q, p->to, S("/tai-khoan"));
	return true;
}

static void answer_page(visit *p)
{
	err e = {0};
	bool known;
	rc code = visitor_find(p, &e);

	p->route = route_find(p->q->method, p->q->path, p->args, &known);
	if (code != RC_OK)
		page_fail_err(p, &e);
	else if (p->q->refused == 413)
		page_fail(p, 413, S("Tệp quá lớn"),
		          S("Tệp lớn hơn 50 MB. Hãy tách tệp hoặc giảm chất lượng ảnh quét."),
		          (slice){0});
	else if (p->q->refused != 0)
		page_fail(p, 400, S("Địa chỉ không đúng"),
		          S("Địa chỉ này không phải của hệ thống."), (slice){0});
	else if (p->route == NULL && known)
		page_fail(p, 405, S("Không được phép"),
		          S("Địa chỉ này không nhận yêu cầu kiểu đó."), (slice){0});
	else if (!p->signed_in && (p->route == NULL || p->route->right != RIGHT_NONE))
		ask_to_sign_in(p);
	else if (p->route == NULL)
		page_fail(p, 404, S("Không tìm thấy"), slice_c(msg_text(MSG_PAGE_UNKNOWN)),
		          slice_c(msg_hint(MSG_PAGE_UNKNOWN)));
	else if (p->route->right != RIGHT_NONE && must_change(p))
		;
	else if (!visitor_may(p))
		page_fail(
			p, 403, S("Không được phép"),
			S("Tài khoản này không được xem hoặc làm việc này. Nếu cần, liên hệ quản trị hệ "
		          "thống của đơn vị."),
			(slice){0});
	else if (p->q->method == HTTP_POST && !visitor_meant_it(p))
		page_fail(
			p, 403, S("Chưa lưu được"),
			S("Biểu mẫu đã cũ hoặc không phải của hệ thống. Tải lại trang rồi làm lại."),
			(slice){0});
	else if (is_too_often(p))
		page_fail(
			p, 429, S("Quá nhiều yêu cầu"),
			S("Quá nhiều yêu cầu trong một phút; chưa thay đổi gì. Thử lại sau ít phút."),
			(slice){0});
	else if ((p->api && api_body(p->q, &e) != RC_OK) || call_page(p, &e) != RC_OK)
		page_fail_err(p, &e);
	if (p->api)
		api_finish(p);
}

static slice log_words(const visit *p, slice why)
{
	slice path = p->route != NULL ? p->route->path : S("-");

	return arena_printf(p->a, "%s %.*s %d user=%lld%s%.*s",
	                    p->q->method == HTTP_POST  ? "POST"
	                    : p->q->method == HTTP_GET ? "GET"
	                                               : "-",
	                    (int)path.n, path.p, p->to->status, (long long)p->who.account,
	                    why.n > 0 ? " " : "", (int)why.n, why.p);
}

static void say(const visit *p, slice words)
{
	p->o->log(p->o->ctx, arena_printf(p->a, "%.*s %.*s", (int)p->number.n, p->number.p,
	                                  (int)words.n, words.p));
}

/* The page is good until somebody writes, if its reader stays signed in through the minute. */
static bool may_be_given_again(const visit *p)
{
	return p->keep && p->q->query.n == 0 && !p->bearer &&
	       p->who.ends_at / MINUTE > p->r->now / MINUTE;
}

static void answer_one(const served *s, worker *w, http_request *q, http_response *to)
{
	const serve_options *o = s->o;
	visit p = {.o = o,
	           .limits = s->limits,
	           .strangers = s->strangers,
	           .metrics = s->metrics,
	           .q = q,
	           .to = to,
	           .a = q->a,
	           .version = DB_NULL};
	slice words;

	p.api = slice_starts(q->path, S("/api/")) || slice_eq(q->path, S("/metrics"));
	p.number = arena_printf(q->a, "%llx", (unsigned long long)q->number);
	to->status = 200;
	if (q->refused == 0 && q->method != HTTP_POST && answer_asset(&p))
		return;
	if (w == NULL) {
		to->status = 503;
		to->still = S("503");
		safety_headers(&p);
		say(&p, log_words(&p, S("no register")));
		return;
	}
	p.r = &w->r;
	p.demo = w->demo;
	reg_set_now(&w->r, o->now(o->ctx));
	w->r.who = (viewer){0};
	answer_page(&p);
	safety_headers(&p);
	if (to->type.n == 0)
		to->type = S("text/html; charset=utf-8");
	header(&p, "Cache-Control",
	       p.api                                 ? "private, no-cache"
	       : slice_starts(to->type, S("image/")) ? "private, max-age=86400"
	                                             : "no-store");
	if (slice_starts(to->type, S("image/"))) /* not for who signs in next at this desk */
		header(&p, "Vary", "Cookie");
	/* An answer of the API has a tag of its bytes: it goes as it is. */
	if (!p.api)
		http_zip(w->zip, q, to);
	words = log_words(&p, (slice){0});
	if (may_be_given_again(&p))
		to->again = words;
	say(&p, words);
}

static bool key(void *ctx, const http_glance *g, unsigned char ret[HTTP_KEY])
{
	const served *s = ctx;
	slice cookie = http_cookie(g->cookie, S(VISITOR_COOKIE), HASH_HEX);

	return cookie.n > 0 && slice_eq(g->path, S("/")) &&
	       again_key(s->watch, g->path, cookie, slice_has(g->accept_encoding, S("gzip")),
	                 s->o->now(s->o->ctx) / MINUTE, ret);
}

static void said(void *ctx, uint64_t number, slice words)
{
	const served *s = ctx;
	arena a;

	arena_init(&a, NULL, 0);
	s->o->log(s->o->ctx,
	          arena_printf(&a, "%llx %.*s", (unsigned long long)number, (int)words.n, words.p));
	arena_done(&a);
	metrics_count(s->metrics, 200, 0);
}

static void answer(void *ctx, void *worker_, http_request *q, http_response *to)
{
	const served *s = ctx;
	int64_t from = s->o->micros != NULL ? s->o->micros(s->o->ctx) : 0;

	answer_one(s, worker_, q, to);
	metrics_count(s->metrics, to->status,
	              s->o->micros != NULL ? s->o->micros(s->o->ctx) - from : 0);
}

static bool more(void *ctx, void *worker_, void *stream, unsigned quiet, strbuf *to)
{
	const served *s = ctx;
	worker *w = worker_;

	reg_set_now(&w->r, s->o->now(s->o->ctx));
	return api_stream_more(&w->r, stream, quiet, to);
}

static void ready(void *ctx)
{
	const serve_options *o = ((const served *)ctx)->o;

	o->ready(o->ctx);
}

/* 127.0.0.0/8, [::1] or a socket of this machine. */
static bool is_local(slice listen)
{
	return slice_starts(listen, S("127.")) || slice_starts(listen, S("[::1]:")) ||
	       slice_starts(listen, S("unix:"));
}

/* Secrets that an older program left plain are sealed; when the key is gone, the log says so. */
static void seal_secrets(const serve_options *o, reg *r)
{
	int64_t lost = 0;
	err e = {0};
	rc code;

	r->key_file = o->key_file;
	code = second_seal(r, &lost, &e);
	if (code != RC_OK)
		o->log(o->ctx, arena_printf(&r->a, "second step: secrets are not sealed: %s",
		                            msg_code(e.id)));
	if (lost > 0)
		o->log(o->ctx,
		       arena_printf(&r->a, "second step: %lld accounts need the key file %s",
		                    (long long)lost, second_key(r, &r->a)));
}

rc serve(const serve_options *o, err *e)
{
	arena a;
	served s = {.o = o};
	http_handler h = {worker_open, worker_close, answer, &s, more, key, said};
	reg r;
	rc code;

	if (!is_local(o->http.listen) && o->proxy.n == 0)
		return err_set(e, RC_USAGE, MSG_LISTEN_OPEN, "not a loopback address");
	/* An error of the register is said now, not with the first page. */
	code = reg_open(&r, o->db, DB_SMALL, (viewer){0}, o->now(o->ctx), NULL, (slice){0}, e);
	arena_init(&a, NULL, 0);
	s.limits = limits_new(&a);
	s.strangers = strangers_new(&a);
	s.metrics = metrics_new(&a);
	if (code == RC_OK) {
		seal_secrets(o, &r);
		s.watch = db_watch_of(r.d);
		code = http_serve(&o->http, &h, ready, e);
	}
	reg_close(&r);
	arena_done(&a);
	return code;
}
