/*
 * cmd_serve.c - dondoc serve: the web application on an address of this machine.
 */
#include <malloc.h>
#include <pthread.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "app/cmd/office.h"
#include "app/config.h"
#include "app/intake/leaf.h"
#include "app/opt.h"
#include "app/serve_held.h"
#include "app/serve_import.h"
#include "app/serve_leaf.h"
#include "app/serve_sheet.h"
#include "app/ticks.h"
#include "base/hash.h"
#include "web/serve.h"

#define BODY_MAX ((size_t)52 << 20)
#define WAIT_DEFAULT 20
#define LARGE (256 << 10)
#define LISTEN_DEFAULT "127.0.0.1:8080"

typedef struct values {
	office_values office;
	const char *listen, *proxy, *config, *key_file;
	opt_value workers, sign_ins, writes, uploads, wait;
	bool quiet;
} values;

static const opt opts[] = {
	{"db", OPT_TEXT, "ĐỊA CHỈ", offsetof(values, office.db),
         "sổ theo dõi: sqlite:ĐƯỜNG-DẪN hoặc postgresql://… (mặc định: biến DONDOC_DB, "
         "không có thì " OFFICE_DB_DEFAULT ")"},
	{"listen", OPT_TEXT, "ĐỊA-CHỈ:CỔNG|unix:TỆP", offsetof(values, listen),
         "nơi phục vụ (mặc định: " LISTEN_DEFAULT ")"},
	{"trusted-proxy", OPT_TEXT, "ĐỊA-CHỈ", offsetof(values, proxy),
         "máy chủ trung gian có TLS đứng trước; cần khi không phục vụ riêng trên máy này"},
	{"workers", OPT_NUMBER, "N", offsetof(values, workers),
         "số luồng trả lời (mặc định: theo máy)"},
	{"today", OPT_DAY, "NĂM-THÁNG-NGÀY", offsetof(values, office.today),
         "coi như hôm nay là ngày này: để minh họa"},
	{"config", OPT_TEXT, "TỆP", offsetof(values, config),
         "tệp cấu hình, mỗi dòng khóa = giá trị; khóa là tên tùy chọn (mặc định: " CONFIG_DEFAULT
         " nếu có)"},
	{"limit-sign-in", OPT_COUNT, "SỐ", offsetof(values, sign_ins),
         "số lần đăng nhập từ một địa chỉ trong một phút (mặc định: 300; 0: không hạn chế)"},
	{"limit-write", OPT_COUNT, "SỐ", offsetof(values, writes),
         "số lần ghi của một tài khoản trong một phút (mặc định: 600)"},
	{"limit-upload", OPT_COUNT, "SỐ", offsetof(values, uploads),
         "số văn bản một tài khoản đưa lên trong một phút (mặc định: 120)"},
	{"limit-wait", OPT_NUMBER, "GIÂY", offsetof(values, wait),
         "số giây chờ một máy khách gửi xong phần đầu của yêu cầu, hoặc nội dung và nhận trả lời "
         "nhanh hơn 1 KB một giây (mặc định: 20)"},
	{"key-file", OPT_TEXT, "TỆP", offsetof(values, key_file),
         "tệp khóa mã hóa bí mật xác thực hai bước, lập khi cần (mặc định: TỆP-SỔ.key cạnh sổ SQLite, "
         "var/dondoc.key với PostgreSQL)"},
	{"quiet", OPT_SWITCH, NULL, offsetof(values, quiet), "không ghi nhật ký yêu cầu"},
};

static int run(const call *c);

const command cmd_serve = {
	.name = "serve",
	.args = NULL,
	.summary = "mở ứng dụng web cho trình duyệt, đến khi bấm Ctrl-C",
	TAKES(opts, values),
	.notes = "Chỉ phục vụ trên máy này (127.0.0.1, [::1], unix:) trừ khi có --trusted-proxy.\n"
		 "Tạo tài khoản bằng dondoc account.\n"
		 "Mỗi tùy chọn cũng là một khóa của tệp cấu hình và một biến DONDOC_TÊN_TÙY_CHỌN;\n"
		 "tùy chọn trên dòng lệnh hơn biến, biến hơn tệp.",
	.fill = config_fill,
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

static bool find_document(const serving *s, slice bytes, int64_t *ret, arena *a)
{
	const char *url = office_url(s->v->office.db);
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

static import_office office_of(const serving *s)
{
	return (import_office){.url = office_url(s->v->office.db),
	                       .today = s->v->office.today.text};
}

static bool intake(void *ctx, slice name, slice bytes, slice login, arena *a, int64_t *ret_document,
                   slice *ret_why)
{
	const serving *s = ctx;
	import_office o = office_of(s);
	import_run run = {.name = name, .bytes = bytes, .login = login};

	if (!import_file(&o, &run, a, NULL, ret_why))
		return false;
	(void)find_document(s, bytes, ret_document, a);
	return true;
}

static bool look(void *ctx, const sheet_ask *ask, arena *a, sheet_look *ret, slice *ret_why)
{
	const serving *s = ctx;
	import_office o = office_of(s);

	return sheet_held_look(&o, ask, a, ret, ret_why);
}

static bool enter(void *ctx, const sheet_ask *ask, slice pub, arena *a, slice *ret_why)
{
	const serving *s = ctx;
	import_office o = office_of(s);

	return sheet_held_enter(&o, ask, pub, a, ret_why);
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

static int serve_with(const values *v, serving *s)
{
	serve_options o = {.now = now,
	                   .micros = micros,
	                   .limits = LIMITS_DEFAULT,
	                   .log = log_line,
	                   .ready = say_ready,
	                   .intake = intake,
	                   .look = look,
	                   .enter = enter,
	                   .sheet = serve_sheet_write,
	                   .leaf = draw_leaf,
	                   .leaf_lacks = leaf_lacks,
	                   .ctx = s,
	                   .http = {.body_max = BODY_MAX}};
	err e = {0};

	s->shift = opt_now(v->office.today) - (int64_t)time(NULL);
	o.limits.sign_ins = opt_or(v->sign_ins, o.limits.sign_ins);
	o.limits.writes = opt_or(v->writes, o.limits.writes);
	o.limits.uploads = opt_or(v->uploads, o.limits.uploads);
	/* What one large answer took goes back to the system, instead of staying with its thread. */
	(void)mallopt(M_MMAP_THRESHOLD, LARGE);
	(void)mallopt(M_TRIM_THRESHOLD, LARGE);
	o.key_file = v->key_file;
	o.db = office_url(v->office.db);
	o.http.listen = slice_c(v->listen != NULL ? v->listen : LISTEN_DEFAULT);
	o.http.workers = (unsigned)v->workers.n;
	o.http.wait = (unsigned)opt_or(v->wait, WAIT_DEFAULT);
	o.proxy = slice_c(v->proxy);
	if (serve(&o, &e) == RC_OK)
		return EXIT_FINE;
	complain(e.id == MSG_LISTEN || e.id == MSG_LISTEN_OPEN ? o.http.listen : slice_c(o.db), &e);
	return exit_of(e.rc);
}

static int run(const call *c)
{
	serving s = {.v = c->values};
	int code;

	leaf_store_init(&s.leaves);
	code = serve_with(c->values, &s);
	leaf_store_done(&s.leaves);
	return code;
}
