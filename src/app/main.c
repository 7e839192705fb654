/*
 * main.c - finds the command and calls it; nothing else. It sets no locale:
 * the program's words are Vietnamese in UTF-8 everywhere, its numbers are not
 * the host's, and starting must cost nothing.
 */
#include <fcntl.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "app/command.h"
#include "app/opt.h"
#include "model/model_json.h"
#include "store/db.h"
#include "version.h"
#include "web/serve.h"

static const command *const commands[] = {
#define COMMAND(name) &cmd_##name,
#include "app/commands.def"
#undef COMMAND
};

static void print_version(void)
{
	(void)printf("dondoc %s\ncommit %s\ndocument schema %d\nregister schema %d\n"
	             "api schema %s\n",
	             DONDOC_VERSION, DONDOC_COMMIT, DOCUMENT_SCHEMA_NUMBER, db_schema_newest(),
	             API_SCHEMA);
}

static void print_help(FILE *to)
{
	(void)fprintf(to, "dondoc - đọc văn bản hành chính: cuộc họp, nhiệm vụ, thời hạn, "
	                  "văn bản viện dẫn, nơi nhận\n\n"
	                  "Cách dùng: dondoc LỆNH [TÙY CHỌN] …\n\nLệnh:\n");
	for (size_t i = 0; i < ARRAY_LEN(commands); i++)
		(void)fprintf(to, "  %-11s  %s\n", commands[i]->name, commands[i]->summary);
	(void)fprintf(to, "\n  dondoc LỆNH --help   cách dùng từng lệnh\n"
	                  "  dondoc --version     phiên bản và số hiệu lược đồ dữ liệu\n");
}

static const command *command_named(slice name)
{
	for (size_t i = 0; i < ARRAY_LEN(commands); i++)
		if (slice_eq(name, slice_c(commands[i]->name)))
			return commands[i];
	return NULL;
}

/* What was said must have arrived: a full disk is a failure. */
static int finish(int code)
{
	err e = {0};

	if ((fflush(stdout) == 0 && !ferror(stdout)) || code == EXIT_NOTHING)
		return code; /* who could do nothing has said why */
	(void)err_set(&e, RC_IO, MSG_WRITE_FAILED, "stdout");
	complain((slice){0}, &e);
	return EXIT_NOTHING;
}

/* The next document takes the memory of the last: what malloc would hand back to the
 * system after each, the system would have to clear again, a third of the time of a large
 * one. A process that has read a large one keeps at most KEPT. */
static void keep_memory(void)
{
	enum { KEPT = 256 << 20 };

	(void)mallopt(M_MMAP_MAX, 0);
	(void)mallopt(M_TRIM_THRESHOLD, KEPT);
}

/* Who starts us without standard input, output or errors must not find a file of ours there, or the
 * pipe to a child: they are taken, and as useless as they were. */
static void take_standard(void)
{
	static const int useless[] = {O_WRONLY, O_RDONLY, O_RDONLY};

	for (int fd = 0; fd < (int)ARRAY_LEN(useless); fd++)
		if (fcntl(fd, F_GETFD) < 0)
			(void)open("/dev/null", useless[fd]); /* NOLINT: handed on as they are */
}

/* All is said and written: what libraries would do at the end nobody needs, and the caller waits
 * for it. */
static _Noreturn void leave(int code)
{
#ifdef __SANITIZE_ADDRESS__
	exit(code); /* leaks are looked for there */
#endif
	_exit(code);
}

static int run(const command *c, int argc, char **argv)
{
	int code = EXIT_WRONG;
	void *values;
	call x;
	arena a;

	arena_init(&a, NULL, 0);
	values = arena_alloc(&a, c->room);
	x = (call){.of = c, .values = values, .args = argv, .a = &a};
	if ((c->fill == NULL || c->fill(c, argc, argv, &a, values)) &&
	    opt_parse(c, argc, argv, values, &x.n))
		code = c->run(&x);
	arena_done(&a);
	return code;
}

int main(int argc, char **argv)
{
	slice name = slice_c(argc > 1 ? argv[1] : NULL);
	const command *c;

	take_standard();
	keep_memory();
	if (name.n == 0) {
		print_help(stderr);
		return EXIT_WRONG;
	}
	if (slice_eq(name, S("--version"))) {
		print_version();
		return finish(EXIT_FINE);
	}
	if (slice_eq(name, S("--help")) || slice_eq(name, S("-h")) || slice_eq(name, S("help"))) {
		c = argc > 2 ? command_named(slice_c(argv[2])) : NULL;
		if (argc > 2 && c == NULL)
			return complain_usage(NULL, "không có lệnh này", slice_c(argv[2]));
		if (c != NULL)
			opt_help(c);
		else
			print_help(stdout);
		return finish(EXIT_FINE);
	}
	c = command_named(name);
	if (c == NULL)
		return complain_usage(NULL, "không có lệnh này", name);
	if (opt_wants_help(argc - 2, argv + 2)) {
		opt_help(c);
		return finish(EXIT_FINE);
	}
	leave(finish(run(c, argc - 2, argv + 2)));
}
