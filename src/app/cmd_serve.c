/*
 * cmd_serve.c - dondoc serve: the web application on an address of this machine.
 *
 * A file that is uploaded is read by a process of its own, this program's `import`: what a
 * hostile file does to it harms nobody here, and its reader is behind walls besides.
 */
#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "app/command.h"
#include "app/config.h"
#include "app/intake/leaf.h"
#include "app/office.h"
#include "app/opt.h"
#include "app/serve_leaf.h"
#include "app/serve_sheet.h"
#include "app/ticks.h"
#include "base/file.h"
#include "base/hash.h"
#include "web/serve.h"

enum { UTC_PLUS_7 = 7 * 3600, DAY_SECONDS = 86400, WHY_MAX = 600, NAME_MAX_ = 200 };
#define BODY_MAX ((size_t)52 << 20)
#define WAIT_DEFAULT 20
#define LARGE (256 << 10)
#define LISTEN_DEFAULT "127.0.0.1:8080"

typedef struct values {
	office_values office;
	const char *listen, *proxy, *workers, *config, *key_file;
	const char *sign_ins, *writes, *uploads, *wait;
	bool quiet;
} values;

static const opt opts[] = {
	{"db", "ĐỊA CHỈ", offsetof(values, office.db),
         "sổ theo dõi: sqlite:ĐƯỜNG-DẪN hoặc postgresql://… (mặc định: " OFFICE_DB_DEFAULT ")"},
	{"listen", "ĐỊA-CHỈ:CỔNG|unix:TỆP", offsetof(values, listen),
         "nơi phục vụ (mặc định: " LISTEN_DEFAULT ")"},
	{"trusted-proxy", "ĐỊA-CHỈ", offsetof(values, proxy),
         "máy chủ trung gian có TLS đứng trước; cần khi không phục vụ riêng trên máy này"},
	{"workers", "N", offsetof(values, workers), "số luồng trả lời (mặc định: theo máy)"},
	{"today", "NĂM-THÁNG-NGÀY", offsetof(values, office.today),
         "coi như hôm nay là ngày này: để minh họa"},
	{"config", "TỆP", offsetof(values, config),
         "tệp cấu hình, mỗi dòng khóa = giá trị; khóa là tên tùy chọn (mặc định: " CONFIG_DEFAULT
         " nếu có)"},
	{"limit-sign-in", "SỐ", offsetof(values, sign_ins),
         "số lần đăng nhập từ một địa chỉ trong một phút (mặc định: 300; 0: không hạn chế)"},
	{"limit-write", "SỐ", offsetof(values, writes),
         "số lần ghi của một tài khoản trong một phút (mặc định: 600)"},
	{"limit-upload", "SỐ", offsetof(values, uploads),
         "số văn bản một tài khoản đưa lên trong một phút (mặc định: 120)"},
	{"limit-wait", "GIÂY", offsetof(values, wait),
         "số giây chờ một máy khách gửi xong phần đầu của yêu cầu, hoặc nội dung và nhận trả lời\n"
         "nhanh hơn 1 KB một giây (mặc định: 20)"},
	{"key-file", "TỆP", offsetof(values, key_file),
         "tệp khóa mã hóa bí mật xác thực hai bước, lập khi cần (mặc định: TỆP-SỔ.key cạnh sổ SQLite,\n"
         "var/dondoc.key với PostgreSQL)"},
	{"quiet", NULL, offsetof(values, quiet), "không ghi nhật ký yêu cầu"},
};

static int run(int argc, char **argv);

const command cmd_serve = {
	.name = "serve",
	.args = NULL,
	.summary = "mở ứng dụng web cho trình duyệt, đến khi bấm Ctrl-C",
	.opts = opts,
	.nopts = ARRAY_LEN(opts),
	.notes = "Chỉ phục vụ trên máy này (127.0.0.1, [::1], unix:) trừ khi có --trusted-proxy.\n"
		 "Tạo tài khoản bằng dondoc account.\n"
		 "Mỗi tùy chọn cũng là một khóa của tệp cấu hình và một biến DONDOC_TÊN_TÙY_CHỌN;\n"
		 "tùy chọn trên dòng lệnh hơn biến, biến hơn tệp.",
	.run = run,
};

typedef struct serving {
	const values *v;
	int64_t shift; /* seconds that --today is away from the clock */
	leaf_store leaves;
} serving;

static int64_t now(void *ctx)
{
	const serving *s = ctx;

	return (int64_t)time(NULL) + s->shift;
}

static void log_line(void *ctx, slice line)
{
	const serving *s = ctx;

	if (!s->v->quiet)
		(void)fprintf(stderr, "%.*s\n", (int)line.n, line.p);
}

static void say_ready(void *ctx)
{
	const serving *s = ctx;
	const char *at = s->v->listen != NULL ? s->v->listen : LISTEN_DEFAULT;

	if (slice_starts(slice_c(at), S("unix:")))
		(void)printf("Sẵn sàng: %s\n", at);
	else
		(void)printf("Sẵn sàng: http://%s/\n", at);
	(void)fflush(stdout);
}

/* The name of an upload as the name of a file here: no sign that means anything to a path. */
static void tame_name(slice name, char to[NAME_MAX_ + 1])
{
	size_t n = 0, from = name.n > NAME_MAX_ ? name.n - NAME_MAX_ : 0;

	while (from < name.n && ((unsigned char)name.p[from] & 0xC0) == 0x80)
		from++;
	for (size_t i = from; i < name.n; i++) {
		unsigned char c = (unsigned char)name.p[i];

		to[n++] = c < ' ' || c == '/' || c == '\\' || c == 0x7f ? '_' : (char)c;
	}
	if (n == 0 || to[0] == '.' || to[0] == '-')
		to[0] = '_', n = n > 0 ? n : 1;
	to[n] = 0;
}

static bool write_upload(const char *path, slice bytes)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
	bool ok = fd >= 0 && file_write_fd(fd, bytes, NULL) == RC_OK;

	if (fd >= 0)
		ok = close(fd) == 0 && ok;
	return ok;
}

/* What it said on stderr is why: "dondoc: NAME: words". */
static slice reason_of(int fd, arena *a)
{
	char room[WHY_MAX];
	ssize_t n = pread(fd, room, sizeof room, 0);
	slice s = {room, n > 0 ? (size_t)n : 0}, line;
	const char *at;

	if (!slice_cut(&s, '\n', &line))
		line = s;
	at = slice_find(line, S(": "));
	if (at != NULL)
		at = slice_find((slice){at + 2, line.n - (size_t)(at + 2 - line.p)}, S(": "));
	if (at != NULL)
		line = (slice){at + 2, line.n - (size_t)(at + 2 - line.p)};
	return arena_copy(a, line);
}

static int spawn_import(const serving *s, slice login, const char *path, int out, arena *a)
{
	const char *url = s->v->office.db != NULL ? s->v->office.db : OFFICE_DB_DEFAULT;
	slice by = arena_printf(a, "--by=%.*s", (int)login.n, login.p);
	char *argv[10];
	int n = 0, status = -1;
	posix_spawn_file_actions_t files;
	posix_spawnattr_t attr;
	sigset_t none;
	pid_t child;

	argv[n++] = (char *)(uintptr_t)"dondoc";
	argv[n++] = (char *)(uintptr_t)"import";
	argv[n++] = (char *)(uintptr_t)"--db";
	argv[n++] = (char *)(uintptr_t)url;
	argv[n++] = (char *)(uintptr_t)by.p;
	if (s->v->office.today != NULL) {
		argv[n++] = (char *)(uintptr_t)"--today";
		argv[n++] = (char *)(uintptr_t)s->v->office.today;
	}
	argv[n++] = (char *)(uintptr_t)path;
	argv[n] = NULL;
	(void)sigemptyset(&none);
	(void)posix_spawnattr_init(&attr);
	(void)posix_spawnattr_setsigmask(&attr, &none);
	(void)posix_spawnattr_setflags(&attr, POSIX_SPAWN_SETSIGMASK);
	(void)posix_spawn_file_actions_init(&files);
	(void)posix_spawn_file_actions_adddup2(&files, out, STDERR_FILENO);
	(void)posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
	(void)posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
	if (posix_spawn(&child, "/proc/self/exe", &files, &attr, argv, environ) == 0)
		while (waitpid(child, &status, 0) < 0 && errno == EINTR)
			;
	(void)posix_spawn_file_actions_destroy(&files);
	(void)posix_spawnattr_destroy(&attr);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static bool find_document(const serving *s, slice bytes, int64_t *ret, arena *a)
{
	const char *url = s->v->office.db != NULL ? s->v->office.db : OFFICE_DB_DEFAULT;
	sql_document_by_hash_row row;
	char hash[HASH_HEX + 1];
	bool found = false;
	reg r;

	hash_sha256(&bytes, 1, hash);
	if (reg_open(&r, url, 0, viewer_operator(), 0, NULL, (slice){0}, NULL) == RC_OK &&
	    sql_document_by_hash(r.d, (sql_document_by_hash_in){{hash, HASH_HEX}}, a, &row, &found,
	                         NULL) == RC_OK &&
	    found)
		*ret = row.id;
	reg_close(&r);
	return found;
}

static bool intake(void *ctx, slice name, slice bytes, slice login, arena *a, int64_t *ret_document,
                   slice *ret_why)
{
	const serving *s = ctx;
	char folder[] = "/tmp/dondoc-upload-XXXXXX", tame[NAME_MAX_ + 1];
	slice path;
	int out, code = -1;

	*ret_why = S("Máy chủ chưa nhận được tệp. Thử lại sau ít phút.");
	if (mkdtemp(folder) == NULL)
		return false;
	tame_name(name, tame);
	path = arena_printf(a, "%s/%s", folder, tame);
	out = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
	if (out >= 0 && write_upload(path.p, bytes)) {
		code = spawn_import(s, login, path.p, out, a);
		if (code != 0)
			*ret_why = reason_of(out, a);
	}
	(void)unlink(path.p);
	(void)rmdir(folder);
	if (out >= 0)
		(void)close(out);
	if (code == 0)
		(void)find_document(s, bytes, ret_document, a);
	return code == 0;
}

static int64_t micros(void *ctx)
{
	(void)ctx;
	return ticks_us();
}

static rc draw_leaf(void *ctx, const leaf_ask *ask, arena *a, slice *ret, err *e)
{
	serving *s = ctx;

	return leaf_store_get(&s->leaves, ask, a, ret, e);
}

/* A whole number, 0 too; absent: as it is. */
static bool number_of(const char *text, int64_t *io)
{
	slice s = slice_c(text);
	int64_t n = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9' || s.n > 9)
			return complain_usage(&cmd_serve, "cần một số nguyên", s), false;
		n = n * 10 + (s.p[i] - '0');
	}
	*io = s.n > 0 ? n : *io;
	return true;
}

static int serve_with(values *v, serving *s)
{
	serve_options o = {.now = now,
	                   .micros = micros,
	                   .limits = LIMITS_DEFAULT,
	                   .log = log_line,
	                   .ready = say_ready,
	                   .intake = intake,
	                   .sheet = serve_sheet_write,
	                   .leaf = draw_leaf,
	                   .leaf_lacks = leaf_lacks,
	                   .ctx = s,
	                   .http = {.body_max = BODY_MAX}};
	err e = {0};
	int32_t today;
	int64_t clock = (int64_t)time(NULL), workers = 0, wait = 0;

	if (v->office.today != NULL) {
		if (!opt_day(&cmd_serve, v->office.today, &today))
			return EXIT_WRONG;
		s->shift = ((int64_t)today - (clock + UTC_PLUS_7) / DAY_SECONDS) * DAY_SECONDS;
	}
	if ((v->workers != NULL && !opt_limit(&cmd_serve, v->workers, 64, &workers)) ||
	    !opt_limit(&cmd_serve, v->wait, WAIT_DEFAULT, &wait) ||
	    !number_of(v->sign_ins, &o.limits.sign_ins) ||
	    !number_of(v->writes, &o.limits.writes) || !number_of(v->uploads, &o.limits.uploads))
		return EXIT_WRONG;
	/* What one large answer took goes back to the system, instead of staying with its thread. */
	(void)mallopt(M_MMAP_THRESHOLD, LARGE);
	(void)mallopt(M_TRIM_THRESHOLD, LARGE);
	o.key_file = v->key_file;
	o.db = v->office.db != NULL ? v->office.db : OFFICE_DB_DEFAULT;
	o.http.listen = slice_c(v->listen != NULL ? v->listen : LISTEN_DEFAULT);
	o.http.workers = (unsigned)workers;
	o.http.wait = (unsigned)wait;
	o.proxy = slice_c(v->proxy);
	if (serve(&o, &e) == RC_OK)
		return EXIT_FINE;
	complain(o.http.listen, &e);
	return exit_of(e.rc);
}

static int run(int argc, char **argv)
{
	values v = {0};
	serving s = {.v = &v};
	arena a;
	int n, code = EXIT_WRONG;

	arena_init(&a, NULL, 0);
	leaf_store_init(&s.leaves);
	if (config_fill(&cmd_serve, argc, argv, &a, &v) &&
	    opt_parse(&cmd_serve, argc, argv, &v, &n))
		code = n > 0 ? complain_usage(&cmd_serve, "lệnh này không có tham số",
		                              slice_c(argv[0]))
		             : serve_with(&v, &s);
	leaf_store_done(&s.leaves);
	arena_done(&a);
	return code;
}
