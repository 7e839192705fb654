/*
 * test_sandbox.c - behind each wall a child tries what it may and what it may not, and says
 * by its end which of them was not as it should be.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* memfd_create */
#endif
#include "app/intake/sandbox.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/intake/convert_priv.h"
#include "base/slice.h"

#define FEW (1U << SANDBOX_READER)
#define WRITER (1U << SANDBOX_WRITER)
#define SOME (1U << SANDBOX_TOOL | 1U << SANDBOX_OCR | WRITER)
#define ALL (FEW | SOME | 1U << SANDBOX_PICTURE)

/* A call with harmless arguments, and the walls behind which it is refused. The list has the
 * lowest and the highest numbers, and neighbours of what is allowed. */
static const struct {
	long call, args[3];
	unsigned refused;
} tries[] = {
	{SYS_read, {-1, 0, 0}, 0},
	{SYS_close, {-1, 0, 0}, 0},
	{SYS_gettid, {0, 0, 0}, 0},
	{SYS_getrandom, {0, 0, 0}, 0},
	{SYS_sched_yield, {0, 0, 0}, 0},
	{SYS_socket, {AF_UNIX, SOCK_STREAM, 0}, ALL},
	{SYS_clone, {0x80000000, 0, 0}, ALL}, /* a flag that no kernel takes */
	{SYS_kill, {0, 0, 0}, ALL},
	{SYS_ptrace, {-1, 0, 0}, ALL},
	{SYS_prctl, {-1, 0, 0}, ALL},
	{SYS_ftruncate, {-1, 0, 0}, ALL},
	{SYS_memfd_create, {0, 0, 0}, ALL},
	{SYS_pidfd_open, {-1, 0, 0}, ALL},
	{SYS_io_uring_setup, {0, 0, 0}, ALL},
	{SYS_unlinkat, {-1, 0, 0}, ALL},
	{511, {0, 0, 0}, ALL},
	{512, {0, 0, 0}, ALL},
	{0x40000000 | SYS_read, {-1, 0, 0}, ALL},
	{SYS_getuid, {0, 0, 0}, FEW},
	{SYS_fcntl, {-1, F_DUPFD, 0}, FEW},
	{SYS_fcntl, {-1, F_SETFL, 0}, FEW},
	{SYS_fcntl, {-1, F_DUPFD_CLOEXEC, 0}, FEW},
	{SYS_fcntl, {-1, F_SETOWN, 1}, ALL}, /* signals to others, and from here on */
	{SYS_fcntl, {-1, F_SETSIG, SIGKILL}, ALL},
	{SYS_fcntl, {-1, F_SETOWN_EX, 0}, ALL},
	{SYS_ioctl, {-1, TCGETS, 0}, FEW},
	{SYS_ioctl, {-1, FIOASYNC, 0}, ALL},
	{SYS_ioctl, {-1, FIOSETOWN, 0}, ALL},
	{SYS_ioctl, {-1, TIOCSTI, 0}, ALL}, /* typing for who sits at the terminal */
	{SYS_faccessat2, {-1, 0, 0}, FEW},
	{SYS_execve, {0, 0, 0}, FEW},
	{SYS_openat, {-1, 0, O_RDONLY}, FEW},
	{SYS_openat, {-1, 0, O_WRONLY}, FEW | SOME},
	{SYS_openat, {-1, 0, O_RDWR}, FEW | SOME},
	{SYS_openat, {-1, 0, O_RDONLY | O_CREAT}, FEW | SOME},
	{SYS_openat, {-1, 0, O_WRONLY | O_CREAT}, (FEW | SOME) & ~WRITER},
	{SYS_openat, {-1, 0, O_WRONLY | O_CREAT | O_EXCL}, FEW | SOME},
	{SYS_openat, {-1, 0, O_RDWR | O_CREAT | O_TRUNC}, FEW | SOME},
	{SYS_openat, {-1, 0, O_RDONLY | O_TRUNC}, ALL}, /* landlock asks nothing of these two */
	{SYS_openat, {-1, 0, O_ACCMODE | O_TRUNC}, ALL},
};

/* What is refused says EPERM, what is not says anything else. */
static _Noreturn void try_all(sandbox_kind kind)
{
	if (!sandbox_enter(kind, 2))
		_exit(255);
	for (unsigned i = 0; i < ARRAY_LEN(tries); i++) {
		const long *args = tries[i].args;
		bool refused;

		errno = 0;
		refused = syscall(tries[i].call, args[0], args[1], args[2], 0L) == -1 &&
		          errno == EPERM;
		if (refused != (tries[i].refused >> kind & 1))
			_exit((int)i + 1);
	}
	_exit(0);
}

static void each_call_is_refused_where_it_should_be(void **state)
{
	(void)state;
	for (int kind = 0; kind < SANDBOX_COUNT; kind++) {
		int status = 0;
		pid_t pid = fork();

		assert_int_not_equal(pid, -1);
		if (pid == 0)
			try_all((sandbox_kind)kind);
		assert_int_equal(waitpid(pid, &status, 0), pid);
		assert_true(WIFEXITED(status));
		if (WEXITSTATUS(status) == 255 && kind == SANDBOX_PICTURE)
			continue; /* a kernel without landlock: nothing is opened at all */
		if (WEXITSTATUS(status) != 0)
			fail_msg("wall %d, try %d", kind, WEXITSTATUS(status) - 1);
	}
}

/* What the child makes goes into its descriptor 0, also when it has closed it. */
static _Noreturn void make_twice(int out, const char *path)
{
	if (dup2(out, 0) != 0 || !sandbox_enter(SANDBOX_WRITER, 2))
		_exit(1);
	for (int i = 0; i < 2; i++) {
		int fd = open(path, O_WRONLY | O_CREAT | (i > 0 ? O_APPEND : O_TRUNC), 0600);

		if (fd != 0 || write(fd, "x", 1) != 1 || close(fd) != 0)
			_exit(2);
	}
	_exit(close(out) == 0 ? 3 : 0); /* others are gone */
}

static void what_a_writer_makes_is_its_descriptor_0(void **state)
{
	char path[] = "/tmp/dondoc-made-XXXXXX", got[4];
	int ends[2], status = 0, fd = mkstemp(path);
	pid_t pid;

	(void)state;
	assert_true(fd >= 0);
	assert_int_equal(close(fd), 0);
	assert_int_equal(unlink(path), 0);
	assert_int_equal(pipe(ends), 0);
	pid = fork();
	assert_int_not_equal(pid, -1);
	if (pid == 0)
		make_twice(ends[1], path);
	assert_int_equal(close(ends[1]), 0);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
	assert_int_equal(read(ends[0], got, sizeof got), 2);
	assert_int_equal(access(path, F_OK), -1);
	assert_int_equal(close(ends[0]), 0);
}

/* The standard descriptors of who reads are not its child's: what it says there would stand among
 * the readings of others. */
static void a_reader_has_no_standard_descriptors(void **state)
{
	int ends[2], status = 0;
	pid_t pid;
	char got;

	(void)state;
	assert_int_equal(pipe(ends), 0);
	pid = fork();
	assert_int_not_equal(pid, -1);
	if (pid == 0) {
		if (dup2(ends[1], 1) != 1 || dup2(ends[1], 4) != 4 ||
		    !sandbox_enter(SANDBOX_READER, 4))
			_exit(2);
		_exit(write(1, "x", 1) == 1 || read(0, &got, 0) == 0 || write(4, "y", 1) != 1);
	}
	assert_int_equal(close(ends[1]), 0);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
	assert_int_equal(read(ends[0], &got, 1), 1);
	assert_int_equal(got, 'y');
	assert_int_equal(close(ends[0]), 0);
}

/* Who complains beyond what is kept goes on working: a PDF with a thousand faults is read. */
static void too_much_said_ends_nobody(void **state)
{
	static const char much[1 << 17] = {'x'};
	int status = 0, said = memfd_create("said", 0);
	pid_t pid;

	(void)state;
	assert_true(said >= 0);
	pid = fork();
	assert_int_not_equal(pid, -1);
	if (pid == 0) {
		if (dup2(said, 2) != 2 || !sandbox_enter(SANDBOX_TOOL, 2))
			_exit(2);
		_exit(write(2, much, sizeof much) != 1 << 16 || write(2, much, 1) != -1);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
	assert_int_equal(close(said), 0);
}

/* --- around LibreOffice, which may do nearly everything --- */

typedef struct outside {
	char folder[32], file[64], socket[64], environ[64];
	int fd;
} outside;

static void outside_make(outside *x)
{
	struct sockaddr_un at = {.sun_family = AF_UNIX};
	int fd;

	*x = (outside){.folder = "/var/tmp/dondoc-out-XXXXXX"};
	assert_non_null(mkdtemp(x->folder));
	(void)snprintf(x->file, sizeof x->file, "%s/register", x->folder);
	(void)snprintf(x->socket, sizeof x->socket, "%s/socket", x->folder);
	(void)snprintf(x->environ, sizeof x->environ, "/proc/%d/environ", (int)getpid());
	fd = open(x->file, O_WRONLY | O_CREAT | O_EXCL, 0600);
	assert_int_equal(write(fd, "kept", 4), 4);
	assert_int_equal(close(fd), 0);
	memcpy(at.sun_path, x->socket, sizeof x->socket);
	x->fd = socket(AF_UNIX, SOCK_STREAM, 0);
	assert_int_equal(bind(x->fd, (struct sockaddr *)(void *)&at, sizeof at), 0);
	assert_int_equal(listen(x->fd, 1), 0);
}

static void outside_done(outside *x)
{
	assert_int_equal(close(x->fd), 0);
	assert_int_equal(unlink(x->socket), 0);
	assert_int_equal(unlink(x->file), 0);
	assert_int_equal(rmdir(x->folder), 0);
}

/* What a taken over LibreOffice would try: the number of what it could do, or 0. */
static int break_out(const outside *x)
{
	struct sockaddr_un at = {.sun_family = AF_UNIX};
	struct rlimit none = {0, 0};
	int one = socket(AF_UNIX, SOCK_STREAM, 0), two[2];

	memcpy(at.sun_path, x->socket, sizeof x->socket);
	(void)chmod(x->file, 0666);
	if (open(x->file, O_RDONLY) >= 0 || open(x->file, O_RDONLY | O_TRUNC) >= 0 ||
	    open(x->file, O_ACCMODE | O_TRUNC) >= 0 || truncate(x->file, 0) == 0)
		return 1;
	if (one < 0 || connect(one, (struct sockaddr *)(void *)&at, sizeof at) == 0)
		return 2;
	if (socketpair(AF_UNIX, SOCK_DGRAM, 0, two) == 0 || socket(AF_UNIX, SOCK_DGRAM, 0) >= 0 ||
	    socket(AF_INET, SOCK_STREAM, 0) >= 0 || socketpair(AF_UNIX, SOCK_STREAM, 0, two) != 0)
		return 3;
	if (open(x->environ, O_RDONLY) >= 0)
		return 4;
	if (prlimit(getppid(), RLIMIT_CORE, &none, NULL) == 0 ||
	    prlimit(0, RLIMIT_CORE, &none, NULL) != 0)
		return 5;
	return 0;
}

static void an_office_program_reaches_nothing_outside(void **state)
{
	char own[] = "/tmp/dondoc-own-XXXXXX";
	const char *in = own;
	struct stat st;
	outside x;
	int status = 0;
	pid_t pid;

	(void)state;
	outside_make(&x);
	assert_non_null(mkdtemp(own));
	pid = fork();
	assert_int_not_equal(pid, -1);
	if (pid == 0)
		_exit(office_walls(own, &in) ? break_out(&x) : 255);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(rmdir(own), 0);
	assert_int_equal(stat(x.file, &st), 0);
	outside_done(&x);
	assert_true(WIFEXITED(status));
	if (WEXITSTATUS(status) == 255)
		return; /* a kernel without landlock: nothing is converted at all */
	assert_int_equal(WEXITSTATUS(status), 0);
	assert_int_equal(st.st_size, 4);
	assert_int_equal(st.st_mode & 0777, 0600);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_call_is_refused_where_it_should_be),
		cmocka_unit_test(what_a_writer_makes_is_its_descriptor_0),
		cmocka_unit_test(a_reader_has_no_standard_descriptors),
		cmocka_unit_test(too_much_said_ends_nobody),
		cmocka_unit_test(an_office_program_reaches_nothing_outside),
	};

	return cmocka_run_group_tests_name("sandbox", tests, NULL, NULL);
}
