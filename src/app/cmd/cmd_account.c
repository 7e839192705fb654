/*
 * cmd_account.c - dondoc account: who may sign in. The first administrator is made here.
 */
#include <stdio.h>
#include <unistd.h>

#include "app/cmd/acting.h"
#include "base/hash.h"
#include "model/roles.h"
#include "register/people/bodies.h"
#include "register/people/people.h"
#include "register/people/tokens.h"

enum { PASSWORD_ROOM = 1024 };

typedef struct values {
	office_values office;
	const char *name, *role, *agency, *scope;
	opt_value days;
} values;

static const opt opts[] = {
	OFFICE_OPTS,
	{"name", OPT_TEXT, "HỌ TÊN", offsetof(values, name), "họ tên hiện trên trang"},
	{"role", OPT_TEXT, "VAI TRÒ", offsetof(values, role),
         "clerk, specialist, division_head, office_head, leader, agency_officer, …"},
	{"agency", OPT_TEXT, "MÃ", offsetof(values, agency),
         "cơ quan, đơn vị mà tài khoản đại diện"},
	{"scope", OPT_TEXT, "PHẠM VI", offsetof(values, scope),
         "của mã truy cập: read work review decide admin calendar, cách nhau bằng dấu phẩy"},
	{"days", OPT_NUMBER, "SỐ", offsetof(values, days),
         "mã truy cập có hiệu lực bấy nhiêu ngày"},
};

static int run(const call *c);

const command cmd_account = {
	.name = "account",
	.args = "TÊN-ĐĂNG-NHẬP | token TÊN-ĐĂNG-NHẬP | tokens TÊN-ĐĂNG-NHẬP | revoke MÃ",
	.summary = "thêm tài khoản đăng nhập ứng dụng web; mã truy cập của tài khoản",
	TAKES(opts, values),
	.notes =
		"Mật khẩu đọc từ dòng đầu của đầu vào chuẩn; ở màn hình lệnh thì chương trình đặt\n"
		"một mật khẩu và hiện nó một lần. Các vai trò: docs/roles.md.\n"
		"token tạo mã truy cập (--name để nhớ dùng ở đâu, --scope) và hiện nó một lần;\n"
		"tokens liệt kê; revoke thu hồi.",
	.run = run,
};

/* One line of standard input; at a terminal one of ours, shown once. */
static slice password_of(arena *a)
{
	char *room = arena_alloc(a, PASSWORD_ROOM);
	slice line;

	if (isatty(STDIN_FILENO)) {
		line = hash_public_id(a);
		(void)printf("Mật khẩu: %.*s\n", (int)line.n, line.p);
		return line;
	}
	if (fgets(room, PASSWORD_ROOM, stdin) == NULL)
		return (slice){0};
	line = slice_c(room);
	while (line.n > 0 && (line.p[line.n - 1] == '\n' || line.p[line.n - 1] == '\r'))
		line.n--;
	return line;
}

/* The name that an account is called by stands last: "account NAME", "account token NAME". */
static slice named(const call *c)
{
	return slice_c(c->args[c->n - 1]);
}

static rc add(reg *r, const call *c, answer *to, err *e)
{
	const values *v = c->values;
	person_new in = {.login = named(c),
	                 .name = slice_c(v->name),
	                 .role = slice_c(v->role),
	                 .password = password_of(c->a),
	                 .agency = DB_NULL};
	rc code = v->agency != NULL ? bodies_known(r, slice_c(v->agency), &in.agency, e) : RC_OK;

	to->about = c->args[c->n - 1];
	return code == RC_OK ? people_add(r, &in, e) : code;
}

static rc account_of(reg *r, const call *c, answer *to, int64_t *ret, err *e)
{
	sql_account_by_login_row row;
	rc code = sql_account_by_login(r->d, (sql_account_by_login_in){named(c)}, c->a, &row, NULL,
	                               e);

	to->about = c->args[c->n - 1];
	if (code == RC_OK)
		*ret = row.id;
	return code;
}

static rc make_token(reg *r, const call *c, answer *to, err *e)
{
	const values *v = c->values;
	token_new in = {.name = slice_c(v->name), .days = v->days.n};
	slice rest = slice_c(v->scope), one, fresh;
	rc code = account_of(r, c, to, &in.account, e);

	while (rest.n > 0 && slice_next(&rest, ',', &one))
		in.scopes = arena_printf(c->a, "%.*s%s%.*s", (int)in.scopes.n,
		                         in.scopes.n > 0 ? in.scopes.p : "",
		                         in.scopes.n > 0 ? " " : "", (int)one.n, one.p);
	if (code == RC_OK)
		code = tokens_make(r, &in, c->a, &fresh, e);
	if (code != RC_OK)
		return code;
	strbuf_put(&to->out, fresh);
	strbuf_putc(&to->out, '\n');
	return RC_OK;
}

static void put_time(answer *to, slice label, int64_t at)
{
	if (at == DB_NULL)
		return;
	strbuf_put(&to->out, label);
	out_put_time(&to->out, at);
}

static rc list_tokens(reg *r, const call *c, answer *to, err *e)
{
	sql_token_list_rows rows = {0};
	int64_t account = 0;
	rc code = account_of(r, c, to, &account, e);

	if (code == RC_OK)
		code = sql_token_list(r->d, (sql_token_list_in){account}, c->a, &rows, e);
	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		const sql_token_list_row *t = &rows.p[i];

		strbuf_putc(&to->out, '[');
		strbuf_put(&to->out, t->pub);
		strbuf_put(&to->out, S("] "));
		strbuf_put(&to->out, t->name);
		strbuf_put(&to->out, S(": "));
		strbuf_put(&to->out, t->scopes);
		put_time(to, S(" · tạo "), t->made_at);
		put_time(to, S(" · hết hạn "), t->ends_at);
		put_time(to, S(" · dùng lần cuối "), t->used_at);
		put_time(to, S(" · đã thu hồi "), t->revoked_at);
		strbuf_putc(&to->out, '\n');
	}
	return code;
}

static rc end_token(reg *r, const call *c, answer *to, err *e)
{
	to->about = c->args[c->n - 1];
	return tokens_revoke(r, named(c), e);
}

static const struct {
	slice word;
	look_work *work;
} works[] = {
	{S("token"), make_token},
	{S("tokens"), list_tokens},
	{S("revoke"), end_token},
};

/* What an account, or a token, cannot be without. */
static bool has_needed(const values *v, bool scoped)
{
	if (v->name != NULL && (scoped ? v->scope : v->role) != NULL)
		return true;
	(void)complain_usage(&cmd_account,
	                     scoped ? "cần --name và --scope" : "cần --name và --role", (slice){0});
	return false;
}

static int run(const call *c)
{
	look_work *work = add;

	for (size_t i = 0; c->n == 2 && i < ARRAY_LEN(works); i++)
		if (slice_eq(slice_c(c->args[0]), works[i].word))
			work = works[i].work;
	if (c->n != 1 + (work != add))
		return complain_usage(&cmd_account, "cần đúng một tên đăng nhập", (slice){0});
	if ((work == add || work == make_token) && !has_needed(c->values, work == make_token))
		return EXIT_WRONG;
	return look(c, work);
}
