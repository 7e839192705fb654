/*
 * sandbox.c - rlimits, landlock and a list of system calls, without a library.
 *
 * The list is a constant program for the kernel's filter: it costs nothing to
 * build, needs nothing at run time, and can be read here. What is not in it fails
 * with EPERM. It must never be loosened for one format: that format gets a kind
 * of its own.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* close_range, O_PATH */
#endif
#include "app/intake/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "reading/extract/limits.h"

#if defined(__x86_64__)
#define OUR_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define OUR_ARCH AUDIT_ARCH_AARCH64
#else
#error "sandbox.c: name this machine's AUDIT_ARCH"
#endif

#define WORD(field) ((uint32_t)offsetof(struct seccomp_data, field))
#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, WORD(field))
#define ANSWER(what) BPF_STMT(BPF_RET | BPF_K, (what))
#define REFUSE ANSWER(SECCOMP_RET_ERRNO | EPERM)
#define ALLOW(call)                                                                                \
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_##call, 0, 1), ANSWER(SECCOMP_RET_ALLOW)
/* Only without a flag that could write. */
#define ALLOW_READING(call, flags)                                                                 \
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_##call, 0, 4), LOAD(flags),                       \
		BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, O_WRONLY | O_RDWR | O_CREAT | O_TRUNC, 0, 1), \
		REFUSE, ANSWER(SECCOMP_RET_ALLOW)
#define BEGIN                                                                                      \
	LOAD(arch), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, OUR_ARCH, 1, 0),                           \
		ANSWER(SECCOMP_RET_KILL_PROCESS), LOAD(nr)
/* What memory, time and the end of a process need. */
#define ALLOW_LIVING                                                                               \
	ALLOW(read), ALLOW(write), ALLOW(readv), ALLOW(writev), ALLOW(close), ALLOW(fstat),        \
		ALLOW(lseek), ALLOW(mmap), ALLOW(munmap), ALLOW(mremap), ALLOW(mprotect),          \
		ALLOW(madvise), ALLOW(brk), ALLOW(futex), ALLOW(clock_gettime), ALLOW(getrandom),  \
		ALLOW(rt_sigreturn), ALLOW(rt_sigaction), ALLOW(rt_sigprocmask),                   \
		ALLOW(sigaltstack), ALLOW(gettid), ALLOW(getpid), ALLOW(sched_yield),              \
		ALLOW(sched_getaffinity), ALLOW(exit), ALLOW(exit_group)

static const struct sock_filter reader_calls[] = {BEGIN, ALLOW_LIVING, REFUSE};

/* What a program looks up of itself and of what is installed, beside opening it. */
#ifdef __NR_open
#define ALLOW_OLD(...) __VA_ARGS__
#else
#define ALLOW_OLD(...)
#endif
#define ALLOW_ASKING                                                                               \
	ALLOW_OLD(ALLOW(access), ALLOW(stat), ALLOW(lstat), ALLOW(readlink), ALLOW(arch_prctl),    \
	          ALLOW(getdents), )                                                               \
	ALLOW(execve), ALLOW(faccessat), ALLOW(faccessat2), ALLOW(newfstatat), ALLOW(statx),       \
		ALLOW(statfs), ALLOW(fstatfs), ALLOW(readlinkat), ALLOW(getdents64),               \
		ALLOW(pread64), ALLOW(getcwd), ALLOW(uname), ALLOW(sysinfo),                       \
		ALLOW(set_tid_address), ALLOW(set_robust_list), ALLOW(rseq), ALLOW(getuid),        \
		ALLOW(geteuid), ALLOW(getgid), ALLOW(getegid), ALLOW(dup), ALLOW(fcntl),           \
		ALLOW(ioctl)

static const struct sock_filter tool_calls[] = {
	BEGIN,
	ALLOW_LIVING,
	ALLOW_READING(openat, args[2]),
	ALLOW_OLD(ALLOW_READING(open, args[1]), ) ALLOW_ASKING,
	REFUSE,
};

/* Which files it may open for writing is landlock's to say: none that has a name. */
static const struct sock_filter picture_calls[] = {
	BEGIN, ALLOW_LIVING, ALLOW(openat), ALLOW_ASKING, REFUSE,
};

static const struct {
	const struct sock_filter *calls;
	unsigned short n;
} filters[SANDBOX_COUNT] = {
	[SANDBOX_READER] = {reader_calls, ARRAY_LEN(reader_calls)},
	[SANDBOX_TOOL] = {tool_calls, ARRAY_LEN(tool_calls)},
	[SANDBOX_OCR] = {tool_calls, ARRAY_LEN(tool_calls)},
	[SANDBOX_PICTURE] = {picture_calls, ARRAY_LEN(picture_calls)},
};

#if defined(__SANITIZE_ADDRESS__)
enum { SANITIZED = 1 }; /* its shadow is larger than any limit */
#else
enum { SANITIZED = 0 };
#endif

static bool limit(int what, rlim_t most)
{
	struct rlimit r = {most, most};

	return setrlimit((__rlimit_resource_t)what, &r) == 0;
}

static bool limits_set(sandbox_kind kind)
{
	bool tool = kind != SANDBOX_READER;
	rlim_t seconds = kind == SANDBOX_OCR ? LIMIT_OCR_SECONDS : LIMIT_CHILD_SECONDS;
	bool fine = limit(RLIMIT_CPU, seconds) && limit(RLIMIT_CORE, 0) &&
	            limit(RLIMIT_FSIZE, tool ? 1 << 16 : 0);

	if (!SANITIZED || tool)
		fine = fine && limit(RLIMIT_AS, LIMIT_CHILD_MEMORY);
	return fine && (tool || limit(RLIMIT_NPROC, 0));
}

/* Let what is below `path` be used so; a path that is not there needs no rule. */
static void landlock_let(int rules, const char *path, uint64_t what)
{
	struct landlock_path_beneath_attr below = {
		.allowed_access = what,
		.parent_fd = open(path, O_PATH | O_CLOEXEC),
	};

	if (below.parent_fd < 0)
		return;
	(void)syscall(__NR_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &below, 0);
	(void)close(below.parent_fd);
}

/* The second wall; false when it does not stand. Kernels without it answer ENOSYS or
 * EOPNOTSUPP. */
static bool landlock_enter(sandbox_kind kind)
{
	static const char *const installed[] = {"/usr", "/lib", "/lib64", "/etc/fonts"};
	/* The kernel takes no rule with a folder's rights for what is none. */
	static const char *const files[] = {"/etc/ld.so.cache", "/dev/urandom"};
	const uint64_t see = LANDLOCK_ACCESS_FS_READ_FILE,
		       enter = see | LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_DIR;
	/* All of the first version: every later kernel knows them. */
	struct landlock_ruleset_attr all = {
		.handled_access_fs = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1};
	int rules = (int)syscall(__NR_landlock_create_ruleset, &all, sizeof all, 0);

	bool stands;

	if (rules < 0)
		return false;
	for (size_t i = 0; kind != SANDBOX_READER && i < ARRAY_LEN(installed); i++)
		landlock_let(rules, installed[i], enter);
	for (size_t i = 0; kind != SANDBOX_READER && i < ARRAY_LEN(files); i++)
		landlock_let(rules, files[i], see);
	stands = syscall(__NR_landlock_restrict_self, rules, 0) == 0;
	(void)close(rules);
	return stands;
}

bool sandbox_enter(sandbox_kind kind, int keep)
{
	struct sock_fprog program = {filters[kind].n,
	                             (struct sock_filter *)(uintptr_t)filters[kind].calls};

	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
	    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0 || !limits_set(kind))
		return false;
	(void)close_range((unsigned)keep + 1, ~0U, 0);
	if (!landlock_enter(kind) && kind == SANDBOX_PICTURE)
		return false;
	return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
}
