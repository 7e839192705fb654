/*
 * cmd_watch.c - dondoc watch: a folder whose files are entered as they come.
 *
 * A file is read when whoever wrote it has closed it, or when it was moved in whole; what
 * is still open for writing waits. Everything is looked at once more at each start, so
 * nothing that came meanwhile is missed; what is known by its hash costs a look.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/batch.h"
#include "app/cmd/acting.h"
#include "app/inputs.h"
#include "base/file.h"
#include "base/hash.h"

enum {
	EVENTS_ROOM = 1 << 16,
	FOLDERS_MOST = 4096,
	SETTLED_SECONDS = 3, /* where the system cannot say whether a file is open */
	AGAIN_MS = 1500,
	DEPTH_MOST = 16,
};

typedef struct values {
	office_values office;
	const char *registry;
	bool accept_all, once, allow_secret;
} values;

static const opt opts[] = {
	OFFICE_OPTS,
	{"registry", OPT_TEXT, "TÊN|THƯ MỤC,…", offsetof(values, registry),
         "danh mục cơ quan, đơn vị dùng khi đọc, theo thứ tự ưu tiên"},
	{"accept-all", OPT_SWITCH, NULL, offsetof(values, accept_all), "chấp nhận mọi đề xuất"},
	{"once", OPT_SWITCH, NULL, offsetof(values, once), "nhập những tệp đang có rồi dừng"},
	{"allow-secret", OPT_SWITCH, NULL, offsetof(values, allow_secret),
         "nhận cả văn bản đóng dấu MẬT: chỉ trên máy của mạng nội bộ độc lập"},
	{"format", OPT_ONE_OF, "text|json", offsetof(office_values, format),
         "mỗi văn bản một dòng: chữ hoặc JSON (mặc định: text)"},
};

static int run(const call *c);

const command cmd_watch = {
	.name = "watch",
	.args = "THƯ MỤC",
	.summary = "theo dõi một thư mục: tệp mới được đọc và đưa vào sổ ngay",
	TAKES(opts, values),
	.notes =
		"Tệp đang ghi dở chưa được đọc. Ctrl-C để dừng; chạy lại sẽ nhập những gì đến sau.",
	.run = run,
};

typedef struct folder {
	int wd;
	const char *path;
} folder;

typedef struct watching {
	job_reader jr;
	reg r;
	batch to;
	arena a;
	int inotify, signals;
	VEC(folder) folders;
	VEC(const char *) waiting; /* open for writing when we looked */
	const char *path;          /* at hand */
	bool stop, fixed_day, json;
	uint32_t failed;
	err lost;
} watching;

/* Names under which programs keep what is not finished. */
static bool is_temporary(slice path)
{
	static const slice tails[] = {S(".part"), S(".tmp"), S(".crdownload"), S(".swp"), S("~")};
	const char *slash = memrchr(path.p, '/', path.n);
	slice name = slash ? (slice){slash + 1, path.n - (size_t)(slash + 1 - path.p)} : path;

	for (size_t i = 0; i < ARRAY_LEN(tails); i++)
		if (name.n > tails[i].n && slice_ends(name, tails[i]))
			return true;
	return name.n == 0 || name.p[0] == '.' || slice_starts(name, S("~$"));
}

/* Has somebody the file open for writing? The system refuses a lease then. */
static bool is_being_written(watching *w, const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
	struct stat st;
	bool busy = false;

	if (fd < 0)
		return false;
	if (fcntl(fd, F_SETLEASE, F_RDLCK) == 0)
		(void)fcntl(fd, F_SETLEASE, F_UNLCK);
	else if (errno == EAGAIN)
		busy = true;
	else if (fstat(fd, &st) == 0)
		busy = st.st_mtime + SETTLED_SECONDS > w->r.now;
	(void)close(fd);
	return busy;
}

static bool is_known(watching *w, const char *path)
{
	sql_document_by_hash_row row;
	char hash[HASH_HEX + 1];
	bool found = false;
	slice bytes;
	arena a;

	arena_init(&a, NULL, 0);
	if (file_read(path, JOB_DOC_MAX, &a, &bytes, NULL) == RC_OK) {
		hash_sha256(&bytes, 1, hash);
		(void)!sql_document_by_hash(w->r.d, (sql_document_by_hash_in){slice_c(hash)}, &a,
		                            &row, &found, NULL);
	}
	arena_done(&a);
	return found;
}

static void say(const watching *w, slice name, uint32_t duties)
{
	json_out j;
	strbuf b;

	if (!w->json) {
		(void)printf("%.*s: %u nhiệm vụ\n", (int)name.n, name.p, duties);
		return;
	}
	out_init(&b);
	j = jout_to(&b);
	jout_object(&j);
	member_text(&j, S("schema"), S("dondoc.watch/1"));
	member_text(&j, S("name"), name);
	member_int(&j, S("assignments"), duties);
	jout_object_end(&j);
	strbuf_putc(&b, '\n');
	(void)out_flush(&b, EXIT_FINE);
}

static void take(void *ctx, const job_doc *doc, const err *why)
{
	watching *w = ctx;
	entered got;
	err e = {0};

	if (w->lost.rc != RC_OK)
		return;
	if (why != NULL) {
		complain(slice_c(w->path), why);
		w->failed++;
		return;
	}
	if (batch_enter(&w->to, doc, &got, &e) != RC_OK) {
		(void)!batch_end(&w->to, false, NULL);
		complain(slice_c(w->path), &e);
		w->lost = e;
	} else if (!got.again) {
		say(w, doc->source.name, got.assignments);
	}
}

static void end_batch(watching *w)
{
	err e = {0};

	if (w->lost.rc == RC_OK && batch_end(&w->to, true, &e) != RC_OK) {
		complain((slice){0}, &e);
		w->lost = e;
	}
	(void)fflush(stdout);
}

static void take_file(watching *w, const char *path)
{
	struct stat st;

	if (w->lost.rc != RC_OK || is_temporary(slice_c(path)) || lstat(path, &st) != 0 ||
	    !S_ISREG(st.st_mode) || st.st_size == 0)
		return;
	if (is_being_written(w, path)) {
		*VEC_PUSH(&w->a, &w->waiting) = path;
		return;
	}
	if (is_known(w, path))
		return;
	w->path = path;
	job_read(&w->jr, path, take, w);
	if (batch_is_full(&w->to))
		end_batch(w);
}

/* --- folders --- */

static rc add_folder(watching *w, const char *path, err *e)
{
	int wd = inotify_add_watch(w->inotify, path,
	                           IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_ONLYDIR);

	if (wd < 0 || w->folders.n >= FOLDERS_MOST)
		return err_set(e, RC_IO, MSG_WATCH_FAILED, "errno %d", errno);
	for (uint32_t i = 0; i < w->folders.n; i++)
		if (w->folders.p[i].wd == wd) { /* watched already; it may have a new name */
			w->folders.p[i].path = path;
			return RC_OK;
		}
	*VEC_PUSH(&w->a, &w->folders) = (folder){wd, path};
	return RC_OK;
}

/* A folder and all below it, empty ones too; hidden ones and links are left out. */
static rc add_tree(watching *w, const char *path, int depth, err *e)
{
	rc code = add_folder(w, path, e);
	DIR *d = code == RC_OK && depth < DEPTH_MOST ? opendir(path) : NULL;
	struct dirent *x;

	while (d != NULL && code == RC_OK && (x = readdir(d)) != NULL) {
		const char *below;
		struct stat st;

		if (x->d_name[0] == '.')
			continue;
		below = arena_printf(&w->a, "%s/%s%c", path, x->d_name, 0).p;
		if (lstat(below, &st) == 0 && S_ISDIR(st.st_mode))
			code = add_tree(w, below, depth + 1, e);
	}
	if (d != NULL)
		(void)closedir(d);
	return code;
}

/* Watch first, look then: what comes in between is told twice, never missed. */
static rc scan(watching *w, const char *root, err *e)
{
	char *args[] = {(char *)(uintptr_t)root};
	inputs in = {0};
	rc code = add_tree(w, root, 0, e);

	if (code == RC_OK)
		inputs_expand(args, 1, &w->a, &in);
	for (uint32_t i = 0; i < in.paths.n && !w->stop; i++)
		take_file(w, in.paths.p[i]);
	end_batch(w);
	return code;
}

static void take_event(watching *w, const struct inotify_event *ev, const char *root)
{
	const char *path;
	err e = {0};

	if (ev->mask & IN_Q_OVERFLOW) {
		if (scan(w, root, &e) != RC_OK)
			complain(slice_c(root), &e);
		return;
	}
	for (uint32_t i = 0; i < w->folders.n && ev->len > 0; i++) {
		if (w->folders.p[i].wd != ev->wd)
			continue;
		path = arena_printf(&w->a, "%s/%s%c", w->folders.p[i].path, ev->name, 0).p;
		if (ev->mask & IN_ISDIR) {
			if (scan(w, path, &e) != RC_OK)
				complain(slice_c(path), &e);
		} else if (ev->mask & (IN_CLOSE_WRITE | IN_MOVED_TO)) {
			take_file(w, path);
		}
		return;
	}
}

static void take_events(watching *w, const char *root)
{
	alignas(struct inotify_event) char room[EVENTS_ROOM];
	ssize_t n;

	while ((n = read(w->inotify, room, sizeof room)) > 0)
		for (ssize_t at = 0; at < n;) {
			const struct inotify_event *ev = (const void *)(room + at);

			take_event(w, ev, root);
			at += (ssize_t)sizeof *ev + ev->len;
		}
	end_batch(w);
}

/* What was open for writing when we looked. */
static void take_waiting(watching *w)
{
	uint32_t n = w->waiting.n;

	w->waiting.n = 0;
	for (uint32_t i = 0; i < n; i++)
		take_file(w, w->waiting.p[i]);
	end_batch(w);
}

static rc wait_and_take(watching *w, const char *root, err *e)
{
	struct pollfd fds[] = {{w->inotify, POLLIN, 0}, {w->signals, POLLIN, 0}};

	while (!w->stop && w->lost.rc == RC_OK) {
		int n = poll(fds, ARRAY_LEN(fds), w->waiting.n > 0 ? AGAIN_MS : -1);

		if (n < 0 && errno != EINTR)
			return err_set(e, RC_IO, MSG_WATCH_FAILED, "poll: errno %d", errno);
		w->stop = n > 0 && fds[1].revents != 0;
		if (!w->fixed_day)
			reg_set_now(&w->r, office_now());
		if (n > 0 && fds[0].revents != 0)
			take_events(w, root);
		else if (n == 0)
			take_waiting(w);
	}
	return RC_OK;
}

static rc open_watch(watching *w, err *e)
{
	sigset_t hold;

	(void)sigemptyset(&hold);
	(void)sigaddset(&hold, SIGINT);
	(void)sigaddset(&hold, SIGTERM);
	(void)sigprocmask(SIG_BLOCK, &hold, NULL);
	w->signals = signalfd(-1, &hold, SFD_CLOEXEC);
	w->inotify = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
	return w->signals < 0 || w->inotify < 0
	               ? err_set(e, RC_IO, MSG_WATCH_FAILED, "errno %d", errno)
	               : RC_OK;
}

static int watch(watching *w, const values *v, const char *root)
{
	err e = {0};
	rc code = job_reader_open(&w->jr, v->registry, NULL, &e);
	int opened;

	if (code == RC_OK)
		code = open_watch(w, &e);
	if (code != RC_OK) {
		complain(slice_c(root), &e);
		return EXIT_NOTHING;
	}
	w->jr.allow_secret = v->allow_secret;
	w->jr.prepare = batch_prepare;
	opened = office_open(&cmd_watch, &v->office, w->jr.rd.reg, &w->r);
	if (opened != EXIT_FINE)
		return opened;
	batch_init(&w->to, &w->r);
	w->to.accept_all = v->accept_all;
	w->fixed_day = v->office.today.text != NULL;
	code = scan(w, root, &e);
	if (code == RC_OK && !v->once) {
		(void)printf("Đang theo dõi %s (%u văn bản mới). Ctrl-C để dừng.\n", root,
		             w->to.done.entered);
		(void)fflush(stdout);
		code = wait_and_take(w, root, &e);
	}
	if (code != RC_OK)
		complain(slice_c(root), &e);
	if (code != RC_OK || w->lost.rc != RC_OK)
		return EXIT_NOTHING;
	return w->failed > 0 ? EXIT_SOME : EXIT_FINE;
}

static int run(const call *c)
{
	const values *v = c->values;
	watching w = {.inotify = -1, .signals = -1};
	slice root;
	int code;

	w.json = call_format(c) == OUT_JSON;
	if (c->n != 1)
		return complain_usage(&cmd_watch, "cần một thư mục để theo dõi", (slice){0});
	root = slice_c(c->args[0]);
	while (root.n > 1 && root.p[root.n - 1] == '/')
		root.n--;
	arena_init(&w.a, NULL, 0);
	code = watch(&w, v, arena_printf(&w.a, "%.*s%c", (int)root.n, root.p, 0).p);
	if (w.inotify >= 0)
		(void)close(w.inotify);
	if (w.signals >= 0)
		(void)close(w.signals);
	office_close(&w.r);
	job_reader_done(&w.jr);
	arena_done(&w.a);
	return code;
}
