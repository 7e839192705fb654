/*
 * sandbox.c - rlimits, landlock and a list of system calls, without a library.
 *
 * The list is a constant program for the kernel's filter: it costs nothing to
 * build, needs nothing at run time, and can be read here. What is not in it fails
 * with EPERM. It must never be loosened for one format: that format gets a kind
 * of its own.
 *
 * The calls are bits of sixteen words: one comparison a call would make a program so long
 * that the kernel takes a tenth of a millisecond to accept it, before each child.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* close_range, O_PATH */
#endif
#include "app/intake/sandbox.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "app/intake/sandbox_priv.h"
#include "reading/extract/limits.h"

/* clang-format off */
/* What memory, time and the end of a process need. */
#define LIVING(X, w)                                                                               \
	X(read, w) X(write, w) X(readv, w) X(writev, w) X(close, w) X(fstat, w) X(lseek, w)        \
	X(mmap, w) X(munmap, w) X(mremap, w) X(mprotect, w) X(madvise, w) X(brk, w) X(futex, w)    \
	X(clock_gettime, w) X(getrandom, w) X(rt_sigreturn, w) X(rt_sigaction, w)                  \
	X(rt_sigprocmask, w) X(sigaltstack, w) X(gettid, w) X(getpid, w) X(sched_yield, w)         \
	X(sched_getaffinity, w) X(exit, w) X(exit_group, w)

/* What a program looks up of itself and of what is installed, beside opening it. */
#ifdef __NR_open
#define OLD(X, w)                                                                                  \
	X(access, w) X(stat, w) X(lstat, w) X(readlink, w) X(arch_prctl, w) X(getdents, w)
#define READING_OLD ALLOW_READING(open, args[1]),
#else
#define OLD(X, w)
#define READING_OLD
#endif
#define ASKING(X, w)                                                                               \
	LIVING(X, w) OLD(X, w) X(execve, w) X(faccessat, w) X(faccessat2, w) X(newfstatat, w)      \
	X(statx, w) X(statfs, w) X(fstatfs, w) X(readlinkat, w) X(getdents64, w) X(pread64, w)     \
	X(getcwd, w) X(uname, w) X(sysinfo, w) X(set_tid_address, w) X(set_robust_list, w)         \
	X(rseq, w) X(getuid, w) X(geteuid, w) X(getgid, w) X(getegid, w) X(dup, w)
#define OPENING(X, w) ASKING(X, w) X(openat, w)
/* clang-format on */

enum { WORDS = 16, BITS = 32, BIT_AT = 0 /* of the filter's memory */ };
#define IS_KNOWN(call, w) &&__NR_##call < WORDS *BITS
_Static_assert(1 OPENING(IS_KNOWN, 0), "a call has a number beyond the words");

/* The calls of a list whose bits lie in word w; then over the words behind it. */
#define BIT(call, w) | (__NR_##call / BITS == (w) ? 1U << __NR_##call % BITS : 0)
#define WORD(list, w)                                                                              \
	IF_EQUAL((w), 0, 2), BPF_STMT(BPF_LDX | BPF_IMM, 0U list(BIT, w)),                         \
		BPF_STMT(BPF_JMP | BPF_JA, 3 * (WORDS - 1 - (w)))
#define FOUR_WORDS(list, w)                                                                        \
	WORD(list, w)                                                                              \
	, WORD(list, (w) + 1)                                                                      \
	, WORD(list, (w) + 2)                                                                      \
	, WORD(list, (w) + 3)
#define ALLOW_ALL(list)                                                                            \
	BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, WORDS * BITS, 0, 1), REFUSE,                           \
		BPF_STMT(BPF_ALU | BPF_AND | BPF_K, BITS - 1), BPF_STMT(BPF_MISC | BPF_TAX, 0),    \
		BPF_STMT(BPF_LD | BPF_IMM, 1), BPF_STMT(BPF_ALU | BPF_LSH | BPF_X, 0),             \
		BPF_STMT(BPF_ST, BIT_AT), LOAD(nr), BPF_STMT(BPF_ALU | BPF_RSH | BPF_K, 5),        \
		FOUR_WORDS(list, 0), FOUR_WORDS(list, 4), FOUR_WORDS(list, 8),                     \
		FOUR_WORDS(list, 12), BPF_STMT(BPF_LD | BPF_MEM, BIT_AT),                          \
		BPF_JUMP(BPF_JMP | BPF_JSET | BPF_X, 0, 0, 1), ALLOWED, REFUSE
/* Only without a flag that could write. */
#define ALLOW_READING(call, flags)                                                                 \
	IF_EQUAL(__NR_##call, 0, 4), LOAD(flags),                                                  \
		BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, O_WRONLY | O_RDWR | O_CREAT | O_TRUNC, 0, 1), \
		REFUSE, ALLOWED

/* What is asked of a descriptor: its flags, another number for it, whether it is a terminal. The
 * rest of these two calls sends signals to others (F_SETOWN) and types into a terminal (TIOCSTI). */
#define ASK_DESCRIPTORS                                                                            \
	IF_EQUAL(__NR_fcntl, 0, 5), LOAD(args[1]), IF_EQUAL(F_DUPFD_CLOEXEC, 1, 0),                \
		BPF_JUMP(BPF_JMP | BPF_JGT | BPF_K, F_SETFL, 1, 0), ALLOWED, REFUSE,               \
		IF_EQUAL(__NR_ioctl, 0, 4), LOAD(args[1]), IF_EQUAL(TCGETS, 0, 1), ALLOWED, REFUSE

/* A file that it would make is its descriptor 0, which stays open: the kernel answers so and
 * does nothing. A file that must be new, or be read too, is none of this. */
#define PRETENDED ANSWER(SECCOMP_RET_ERRNO | 0)
#define PRETEND_MAKING                                                                             \
	IF_EQUAL(__NR_openat, 0, 5), LOAD(args[2]),                                                \
		BPF_STMT(BPF_ALU | BPF_AND | BPF_K, O_ACCMODE | O_CREAT | O_EXCL),                 \
		IF_EQUAL(O_WRONLY | O_CREAT, 0, 1), PRETENDED, LOAD(nr),                           \
		IF_EQUAL(__NR_close, 0, 4), LOAD(args[0]), IF_EQUAL(0, 0, 1), PRETENDED, LOAD(nr)

static const struct sock_filter reader_calls[] = {FILTER_BEGIN, ALLOW_ALL(LIVING)};
static const struct sock_filter tool_calls[] = {FILTER_BEGIN, ALLOW_READING(openat, args[2]),
                                                READING_OLD ASK_DESCRIPTORS, ALLOW_ALL(ASKING)};
static const struct sock_filter writer_calls[] = {FILTER_BEGIN, PRETEND_MAKING,
                                                  ALLOW_READING(openat, args[2]),
                                                  READING_OLD ASK_DESCRIPTORS, ALLOW_ALL(ASKING)};
/* Which files it may open for writing is landlock's to say: none that has a name. */
static const struct sock_filter picture_calls[] = {FILTER_BEGIN, NO_BARE_EMPTYING(openat, args[2]),
                                                   ASK_DESCRIPTORS, ALLOW_ALL(OPENING)};

static const struct {
	const struct sock_filter *calls;
	unsigned short n;
} filters[SANDBOX_COUNT] = {
	[SANDBOX_READER] = {reader_calls, ARRAY_LEN(reader_calls)},
	[SANDBOX_TOOL] = {tool_calls, ARRAY_LEN(tool_calls)},
	[SANDBOX_WRITER] = {writer_calls, ARRAY_LEN(writer_calls)},
	[SANDBOX_OCR] = {tool_calls, ARRAY_LEN(tool_calls)},
	[SANDBOX_PICTURE] = {picture_calls, ARRAY_LEN(picture_calls)},
};

#if defined(__SANITIZE_ADDRESS__)
enum { SANITIZED = 1 }; /* its shadow is larger than any limit */
#else
enum { SANITIZED = 0 };
#endif

bool walls_limit(int what, rlim_t most)
{
	struct rlimit r = {most, most};

	return setrlimit((__rlimit_resource_t)what, &r) == 0;
}

static bool limits_set(sandbox_kind kind)
{
	bool tool = kind != SANDBOX_READER;
	rlim_t seconds = kind == SANDBOX_OCR ? LIMIT_OCR_SECONDS : LIMIT_CHILD_SECONDS;
	bool fine = walls_limit(RLIMIT_CPU, seconds) && walls_limit(RLIMIT_CORE, 0) &&
	            walls_limit(RLIMIT_FSIZE, tool ? 1 << 16 : 0);

	if (!SANITIZED || tool)
		fine = fine && walls_limit(RLIMIT_AS, LIMIT_CHILD_MEMORY);
	return fine && (tool || walls_limit(RLIMIT_NPROC, 0));
}

void walls_let(int rules, const char *path, uint64_t what)
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

bool walls_bind(void)
{
	return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
	       prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) == 0;
}

bool walls_close(const struct sock_filter *calls, unsigned short n)
{
	struct sock_fprog program = {n, (struct sock_filter *)(uintptr_t)calls};

	return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
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
		walls_let(rules, installed[i], enter);
	for (size_t i = 0; kind != SANDBOX_READER && i < ARRAY_LEN(files); i++)
		walls_let(rules, files[i], see);
	stands = syscall(__NR_landlock_restrict_self, rules, 0) == 0;
	(void)close(rules);
	return stands;
}

bool sandbox_enter(sandbox_kind kind, int keep)
{
	if (!walls_bind() || !limits_set(kind))
		return false;
	(void)close_range((unsigned)keep + 1, ~0U, 0);
	/* Ours go on to whoever reads what we say; a sanitizer has its say on the last of them. */
	if (kind == SANDBOX_READER)
		(void)close_range(0, SANITIZED ? 1 : 2, 0);
	/* Who complains without end is no longer heard, and works on. */
	(void)signal(SIGXFSZ, SIG_IGN);
	if (!landlock_enter(kind) && kind == SANDBOX_PICTURE)
		return false;
	return walls_close(filters[kind].calls, filters[kind].n);
}

bool sandbox_may_lack(void)
{
	return slice_eq(slice_c(getenv("DONDOC_UNSAFE_READING")), S("1"));
}
