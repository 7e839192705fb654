/*
 * sandbox_priv.h - what the two sets of walls have in common: sandbox.c, which lists the
 * calls that may be made, and convert_walls.c, which lists those that may not.
 */
#ifndef DONDOC_APP_SANDBOX_PRIV_H
#define DONDOC_APP_SANDBOX_PRIV_H

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#include "base/err.h"

#if defined(__x86_64__)
#define OUR_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define OUR_ARCH AUDIT_ARCH_AARCH64
#else
#error "sandbox_priv.h: name this machine's AUDIT_ARCH"
#endif

/* Pieces of a program for the kernel's filter. FILTER_BEGIN leaves the number of the call. */
#define LOAD(field)                                                                                \
	BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (uint32_t)offsetof(struct seccomp_data, field))
#define IF_EQUAL(value, yes, no) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (value), (yes), (no))
#define ANSWER(what) BPF_STMT(BPF_RET | BPF_K, (what))
#define ALLOWED ANSWER(SECCOMP_RET_ALLOW)
#define REFUSE ANSWER(SECCOMP_RET_ERRNO | EPERM)
/* A file is emptied only by who may write into it. Landlock asks that of an open() for writing, and
 * not of one that only truncates (O_TRUNC alone, or with both bits of O_ACCMODE). */
#define NO_BARE_EMPTYING(call, flags)                                                              \
	IF_EQUAL(__NR_##call, 0, 6), LOAD(flags),                                                  \
		BPF_STMT(BPF_ALU | BPF_AND | BPF_K, O_ACCMODE | O_TRUNC), IF_EQUAL(O_TRUNC, 1, 0), \
		IF_EQUAL(O_TRUNC | O_ACCMODE, 0, 1), REFUSE, LOAD(nr)
#define FILTER_BEGIN                                                                               \
	LOAD(arch), IF_EQUAL(OUR_ARCH, 1, 0), ANSWER(SECCOMP_RET_KILL_PROCESS), LOAD(nr)

/* walls_limit() - the limit for good, soft and hard. Like all below: in a child, true when
 * it stands; allocates nothing. */
MUST_CHECK bool walls_limit(int what, rlim_t most);

/* walls_let() - what is below `path` may be used so; a path that is not there needs no rule. */
void walls_let(int rules, const char *path, uint64_t what);

/* walls_bind() - no new rights, and an end with the parent. walls_close() - the filter: the
 * last wall. */
MUST_CHECK bool walls_bind(void);
MUST_CHECK bool walls_close(const struct sock_filter *calls, unsigned short n);

#endif
