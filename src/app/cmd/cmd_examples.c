/*
 * cmd_examples.c - the sample documents that the program carries: listed,
 * shown, or written into a folder, their dates counted from a day.
 *
 * They are what a new user reads first and what the golden tests read at a
 * fixed day. It never overwrites a folder's other files and takes no name for
 * a path: only the last part of a sample's own name is used.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/command.h"
#include "app/opt.h"
#include "app/template.h"
#include "base/file.h"
#include "embed.h"

#define SAMPLES S("examples/")

struct values {
	const char *out;
	opt_value today;
};

static const opt opts[] = {
	{"today", OPT_DAY, "NĂM-THÁNG-NGÀY", offsetof(struct values, today),
         "ngày mà từ đó tính các ngày trong văn bản (mặc định: hôm nay)"},
	{"out", OPT_TEXT, "THƯ_MỤC", offsetof(struct values, out),
         "ghi vào thư mục này, mỗi văn bản một tệp"},
};

/* "langson/01-….txt" for a sample's path; false for anything else on board. */
static bool sample_name(slice path, slice *ret)
{
	if (!slice_starts(path, SAMPLES) || !slice_ends(path, S(".txt")))
		return false;
	*ret = (slice){path.p + SAMPLES.n, path.n - SAMPLES.n};
	return true;
}

static slice last_part(slice name)
{
	slice head;

	while (slice_cut(&name, '/', &head))
		;
	return name;
}

/* Does the user's word begin the sample's name, with its folder or without? */
static bool is_meant(slice name, slice word)
{
	return slice_starts(name, word) || slice_starts(last_part(name), word);
}

static rc write_file(int dir, const char *name, slice bytes, err *e)
{
	int fd = openat(dir, name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666);
	rc code;

	if (fd < 0)
		return err_set(e, RC_IO, MSG_WRITE_FAILED, "openat: errno %d", errno);
	code = file_write_fd(fd, bytes, e);
	if (close(fd) != 0 && code == RC_OK)
		code = err_set(e, RC_IO, MSG_WRITE_FAILED, "close: errno %d", errno);
	return code;
}

/* One sample, rendered: into the folder `dir`, or on stdout when it is -1. */
static rc put_sample(slice name, slice bytes, int32_t today, int dir, err *e)
{
	arena a;
	slice text, file;
	rc code;

	arena_init(&a, NULL, 0);
	code = template_render(bytes, today, &a, &text, e);
	if (code == RC_OK && dir < 0) {
		if (fwrite(text.p, 1, text.n, stdout) != text.n)
			code = err_set(e, RC_IO, MSG_WRITE_FAILED, "stdout");
	} else if (code == RC_OK) {
		file = last_part(name);
		code = write_file(dir, arena_printf(&a, "%.*s", (int)file.n, file.p).p, text, e);
		if (code == RC_OK)
			(void)printf("%.*s\n", (int)file.n, file.p);
	}
	arena_done(&a);
	return code;
}

static void list_samples(void)
{
	const char *path;
	slice name;

	for (size_t i = 0; embed_at(i, &path, NULL); i++)
		if (sample_name(slice_c(path), &name))
			(void)printf("%.*s\n", (int)name.n, name.p);
}

static bool folder_open(const char *path, int *ret, err *e)
{
	*ret = -1;
	if (path == NULL)
		return true;
	if (mkdir(path, 0777) != 0 && errno != EEXIST) {
		(void)err_set(e, RC_IO, MSG_WRITE_FAILED, "mkdir: errno %d", errno);
		return false;
	}
	*ret = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (*ret < 0)
		(void)err_set(e, RC_IO, MSG_WRITE_FAILED, "open: errno %d", errno);
	return *ret >= 0;
}

/* Every sample that `word` means (all, when it is empty); EXIT_WRONG for none. */
static int put_meant(slice word, int32_t today, int dir)
{
	const char *path;
	slice name, bytes;
	bool any = false;

	for (size_t i = 0; embed_at(i, &path, &bytes); i++) {
		err e = {0};

		if (!sample_name(slice_c(path), &name) || !is_meant(name, word))
			continue;
		any = true;
		if (put_sample(name, bytes, today, dir, &e) != RC_OK) {
			complain(name, &e);
			return exit_of(e.rc);
		}
	}
	return any ? EXIT_FINE
	           : complain_usage(&cmd_examples, "không có văn bản mẫu tên này", word);
}

static int run(const call *c)
{
	const struct values *v = c->values;
	int32_t today;
	int dir, code = EXIT_FINE;
	err e = {0};

	today = opt_today(v->today);
	if (c->n == 0 && v->out == NULL) {
		list_samples();
		return EXIT_FINE;
	}
	if (!folder_open(v->out, &dir, &e)) {
		complain(slice_c(v->out), &e);
		return EXIT_NOTHING;
	}
	if (c->n == 0)
		code = put_meant(S(""), today, dir);
	for (int i = 0; i < c->n && code == EXIT_FINE; i++)
		code = put_meant(slice_c(c->args[i]), today, dir);
	if (dir >= 0)
		(void)close(dir);
	return code;
}

const command cmd_examples = {
	.name = "examples",
	.args = "[TÊN…]",
	.summary = "văn bản mẫu: liệt kê, xem, hoặc ghi ra thư mục",
	TAKES(opts, struct values),
	.notes =
		"Không có TÊN và --out: chỉ liệt kê. TÊN là phần đầu của tên văn bản mẫu, có hoặc\n"
		"không kèm thư mục: \"langson\", \"langson/07\", \"07\".\n"
		"Người, số hiệu và sự việc trong văn bản mẫu đều không có thật.",
	.run = run,
};
