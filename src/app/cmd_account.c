/*
 * cmd_account.c - dondoc account: who may sign in. The first administrator is made here.
 */
#include <stdio.h>
#include <unistd.h>

#include "app/command.h"
#include "app/office.h"
#include "app/opt.h"
#include "base/hash.h"
#include "model/roles.h"
#include "register/bodies.h"
#include "register/people.h"

enum { PASSWORD_ROOM = 1024 };

typedef struct values {
	office_values office;
	const char *name, *role, *agency;
} values;

static const opt opts[] = {
	OFFICE_OPTS,
	{"name", "HỌ TÊN", offsetof(values, name), "họ tên hiện trên trang"},
	{"role", "VAI TRÒ", offsetof(values, role),
         "clerk, specialist, division_head, office_head, leader, agency_officer, …"},
	{"agency", "MÃ", offsetof(values, agency), "cơ quan, đơn vị mà tài khoản đại diện"},
};

static int run(int argc, char **argv);

const command cmd_account = {
	.name = "account",
	.args = "TÊN-ĐĂNG-NHẬP",
	.summary = "thêm tài khoản đăng nhập ứng dụng web",
	.opts = opts,
	.nopts = ARRAY_LEN(opts),
	.notes =
		"Mật khẩu đọc từ dòng đầu của đầu vào chuẩn; ở màn hình lệnh thì chương trình đặt\n"
		"một mật khẩu và hiện nó một lần. Các vai trò: docs/roles.md.",
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

static int run(int argc, char **argv)
{
	values v = {0};
	err e = {0};
	arena a;
	reg r;
	int n, code;

	if (!opt_parse(&cmd_account, argc, argv, &v, &n))
		return EXIT_WRONG;
	if (n != 1)
		return complain_usage(&cmd_account, "cần đúng một tên đăng nhập", (slice){0});
	arena_init(&a, NULL, 0);
	code = office_open(&cmd_account, &v.office, NULL, &r);
	if (code == EXIT_FINE && add(&r, &v, slice_c(argv[0]), &a, &e) != RC_OK) {
		complain(slice_c(argv[0]), &e);
		code = exit_of(e.rc);
	}
	office_close(&r);
	arena_done(&a);
	return code;
}
