/*
 * cmd_account.c - dondoc account: who may sign in. The first administrator is made here.
 */
#include <stdio.h>
#include <unistd.h>

#include "app/cmd/office.h"
#include "app/command.h"
#include "app/opt.h"
#include "app/out/out.h"
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

static int run(int argc, char **argv);

const command cmd_account = {
	.name = "account",
	.args = "TÊN-ĐĂNG-NHẬP | token TÊN-ĐĂNG-NHẬP | tokens TÊN-ĐĂNG-NHẬP | revoke MÃ",
	.summary = "thêm tài khoản đăng nhập ứng dụng web; mã truy cập của tài khoản",
	.opts = opts,
	.nopts = ARRAY_LEN(opts),
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

static rc add(reg *r, const values *v, slice login, arena *a, err *e)
{
	person_new in = {.login = login,
	                 .name = slice_c(v->name),
	                 .role = slice_c(v->role),
	                 .password = password_of(a),
	                 .agency = DB_NULL};
	rc code = v->agency != NULL ? bodies_agency(r, slice_c(v->agency), &in.agency, e) : RC_OK;

	if (code == RC_OK && v->agency != NULL && in.agency == DB_NULL)
		code = err_set(e, RC_INPUT, MSG_AGENCY_UNKNOWN, "agency");
	return code == RC_OK ? people_add(r, &in, e) : code;
}

static rc account_of(reg *r, slice login, arena *a, int64_t *ret, err *e)
{
	sql_account_by_login_row row;
	bool found = false;
	rc code = sql_account_by_login(r->d, (sql_account_by_login_in){login}, a, &row, &found, e);

	if (code == RC_OK && !found)
		code = err_set(e, RC_INPUT, MSG_NO_SUCH, "account");
	if (code == RC_OK)
		*ret = row.id;
	return code;
}

static rc make_token(reg *r, const values *v, slice login, arena *a, err *e)
{
	token_new in = {.name = slice_c(v->name)};
	slice rest = slice_c(v->scope), one, fresh;
	rc code = account_of(r, login, a, &in.account, e);

	while (rest.n > 0 && slice_next(&rest, ',', &one))
		in.scopes = arena_printf(a, "%.*s%s%.*s", (int)in.scopes.n,
		                         in.scopes.n > 0 ? in.scopes.p : "",
		                         in.scopes.n > 0 ? " " : "", (int)one.n, one.p);
	in.days = v->days.n;
	if (code == RC_OK)
		code = tokens_make(r, &in, a, &fresh, e);
	if (code == RC_OK)
		(void)printf("%.*s\n", (int)fresh.n, fresh.p);
	return code;
}

static void put_seconds(const char *label, int64_t at, arena *a)
{
	char room[80];
	strbuf b;

	(void)a;
	if (at == DB_NULL)
		return;
	strbuf_over(&b, room, sizeof room);
	out_put_time(&b, at);
	(void)printf(" · %s %.*s", label, (int)b.n, b.p);
}

static rc list_tokens(reg *r, const values *v, slice login, arena *a, err *e)
{
	sql_token_list_rows rows = {0};
	int64_t account = 0;
	rc code = account_of(r, login, a, &account, e);

	(void)v;
	if (code == RC_OK)
		code = sql_token_list(r->d, (sql_token_list_in){account}, a, &rows, e);
	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++) {
		const sql_token_list_row *t = &rows.p[i];

		(void)printf("[%.*s] %.*s: %.*s", (int)t->pub.n, t->pub.p, (int)t->name.n,
		             t->name.p, (int)t->scopes.n, t->scopes.p);
		put_seconds("tạo", t->made_at, a);
		put_seconds("hết hạn", t->ends_at, a);
		put_seconds("dùng lần cuối", t->used_at, a);
		put_seconds("đã thu hồi", t->revoked_at, a);
		(void)printf("\n");
	}
	return code;
}

static rc end_token(reg *r, const values *v, slice pub, arena *a, err *e)
{
	(void)v;
	(void)a;
	return tokens_revoke(r, pub, e);
}

static const struct {
	const char *word;
	rc (*work)(reg *r, const values *v, slice what, arena *a, err *e);
} works[] = {
	{"token", make_token},
	{"tokens", list_tokens},
	{"revoke", end_token},
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

static int run(int argc, char **argv)
{
	rc (*work)(reg *r, const values *v, slice what, arena *a, err *e) = add;
	values v = {0};
	err e = {0};
	arena a;
	reg r;
	int n, code;

	if (!opt_parse(&cmd_account, argc, argv, &v, &n))
		return EXIT_WRONG;
	for (size_t i = 0; n == 2 && i < ARRAY_LEN(works); i++)
		if (slice_eq(slice_c(argv[0]), slice_c(works[i].word)))
			work = works[i].work;
	if (n != 1 + (work != add))
		return complain_usage(&cmd_account, "cần đúng một tên đăng nhập", (slice){0});
	if ((work == add || work == make_token) && !has_needed(&v, work == make_token))
		return EXIT_WRONG;
	argv += n - 1;
	arena_init(&a, NULL, 0);
	code = office_open(&cmd_account, &v.office, NULL, &r);
	if (code == EXIT_FINE && work(&r, &v, slice_c(argv[0]), &a, &e) != RC_OK) {
		complain(slice_c(argv[0]), &e);
		code = exit_of_err(&e);
	}
	office_close(&r);
	arena_done(&a);
	return code;
}
