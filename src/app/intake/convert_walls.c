/*
 * convert_walls.c - what LibreOffice may do while it converts for us.
 *
 * It is far too large for a list of the calls it needs, so this is a list of those
 * it must not make, behind landlock, which says what it may open. It insists on
 * making a socket in /tmp: where the kernel lets us, /tmp is therefore its own folder
 * and no other, and there is no network at all. It must never be loosened for
 * anything else than LibreOffice: other programs have sandbox.c.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* unshare, close_range */
#endif
#include "app/intake/convert_priv.h"

#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <unistd.h>

#include "app/intake/sandbox_priv.h"
#include "reading/extract/limits.h"

enum {
	MEMORY = 2, /* times LIMIT_CHILD_MEMORY: of address space, most of it never touched */
	PROCESSES = 512,
	FILE_BYTES = LIMIT_ZIP_PART,
};

#define DENY(call) IF_EQUAL(__NR_##call, 0, 1), REFUSE
/* It is told that it was done. */
#define PRETEND(call) IF_EQUAL(__NR_##call, 0, 1), ANSWER(SECCOMP_RET_ERRNO | 0)
#define DENY_ASKED(call, what)                                                                     \
	IF_EQUAL(__NR_##call, 0, 4), LOAD(args[1]), IF_EQUAL((what), 0, 1), REFUSE, LOAD(nr)

#define ONLY_OWN_SOCKETS(call)                                                                     \
	IF_EQUAL(__NR_##call, 0, 7), LOAD(args[0]), IF_EQUAL(AF_UNIX, 1, 0), REFUSE,               \
		LOAD(args[1]),                                                                     \
		BPF_STMT(BPF_ALU | BPF_AND | BPF_K, ~(unsigned)(SOCK_CLOEXEC | SOCK_NONBLOCK)),    \
		IF_EQUAL(SOCK_STREAM, 1, 0), REFUSE, LOAD(nr)
#ifndef __NR_fchmodat2
#define __NR_fchmodat2 452 /* newer than the headers */
#endif
/* The same by their older names, where there are any. */
#ifdef __NR_open
#define OLD_CALLS NO_BARE_EMPTYING(open, args[1]), PRETEND(chmod), PRETEND(chown), PRETEND(lchown),
#else
#define OLD_CALLS
#endif

static const struct sock_filter calls[] = {
	FILTER_BEGIN,
	/* The other numbers for the same calls (x32). */
	BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1),
	REFUSE,
	/* Sockets of its own alone: no file says who may speak to the others of this machine (a
	 * database, the bus), so it speaks to nobody, and sends nothing without having asked. */
	ONLY_OWN_SOCKETS(socket),
	ONLY_OWN_SOCKETS(socketpair),
	DENY(connect),
	/* What landlock does not ask of a path. */
	NO_BARE_EMPTYING(openat, args[2]),
	DENY(openat2),
	DENY(truncate),
	PRETEND(fchmod),
	PRETEND(fchmodat),
	PRETEND(fchmodat2),
	PRETEND(fchown),
	PRETEND(fchownat),
	OLD_CALLS
        /* Limits of others. */
		IF_EQUAL(__NR_prlimit64, 0, 4),
	LOAD(args[0]),
	IF_EQUAL(0, 1, 0),
	REFUSE,
	LOAD(nr),
	/* Signals by way of a descriptor that has an owner. */
	DENY_ASKED(fcntl, F_SETOWN),
	DENY_ASKED(fcntl, F_SETOWN_EX),
	DENY_ASKED(ioctl, FIOSETOWN),
	DENY_ASKED(ioctl, SIOCSPGRP),
	DENY(ptrace),
	DENY(process_vm_readv),
	DENY(process_vm_writev),
	DENY(kill),
	DENY(tkill),
	DENY(tgkill),
	DENY(rt_sigqueueinfo),
	DENY(rt_tgsigqueueinfo),
	DENY(pidfd_open),
	DENY(pidfd_send_signal),
	DENY(mount),
	DENY(umount2),
	DENY(pivot_root),
	DENY(chroot),
	DENY(unshare),
	DENY(setns),
	DENY(bpf),
	DENY(perf_event_open),
	DENY(userfaultfd),
	DENY(io_uring_setup),
	DENY(add_key),
	DENY(request_key),
	DENY(keyctl),
	DENY(init_module),
	DENY(finit_module),
	DENY(kexec_load),
	DENY(reboot),
	DENY(swapon),
	DENY(setuid),
	DENY(setgid),
	DENY(setsid),
	DENY(setpgid), /* it is ended as a group */
	ALLOWED,
};

static bool write_text(const char *path, slice s)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC);
	bool fine = fd >= 0 && write(fd, s.p, s.n) == (ssize_t)s.n;

	if (fd >= 0)
		(void)close(fd);
	return fine;
}

/* A /tmp of its own, and a network with nobody in it. */
static bool view_of_its_own(const char *folder)
{
	char map[64];
	unsigned user = geteuid();
	int n = snprintf(map, sizeof map, "%u %u 1", user, user);

	if (unshare(CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWNET | CLONE_NEWIPC) != 0)
		return false;
	return write_text("/proc/self/uid_map", (slice){map, (size_t)n}) &&
	       mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
	       mount(folder, "/tmp", NULL, MS_BIND, NULL) == 0;
}

/* Kernels without landlock answer ENOSYS or EOPNOTSUPP. */
static bool landlock_enter(const char *folder, bool own_tmp)
{
	static const char *const installed[] = {"/usr",
	                                        "/lib",
	                                        "/lib64",
	                                        "/opt/libreoffice",
	                                        "/etc/fonts",
	                                        "/etc/libreoffice",
	                                        "/var/lib/libreoffice",
	                                        "/var/spool/libreoffice",
	                                        "/var/cache/fontconfig",
	                                        "/proc"};
	static const char *const files[] = {"/etc/ld.so.cache",  "/etc/passwd",
	                                    "/etc/localtime",    "/etc/nsswitch.conf",
	                                    "/etc/locale.alias", "/dev/urandom"};
	const uint64_t see = LANDLOCK_ACCESS_FS_READ_FILE,
		       every = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;
	const uint64_t enter = see | LANDLOCK_ACCESS_FS_READ_DIR | LANDLOCK_ACCESS_FS_EXECUTE;
	struct landlock_ruleset_attr all = {.handled_access_fs = every};
	int rules = (int)syscall(__NR_landlock_create_ruleset, &all, sizeof all, 0);
	bool stands;

	if (rules < 0)
		return false;
	for (size_t i = 0; i < ARRAY_LEN(installed); i++)
		walls_let(rules, installed[i], enter);
	for (size_t i = 0; i < ARRAY_LEN(files); i++)
		walls_let(rules, files[i], see);
	walls_let(rules, "/dev/null", see | LANDLOCK_ACCESS_FS_WRITE_FILE);
	walls_let(rules, folder, every & ~(uint64_t)LANDLOCK_ACCESS_FS_EXECUTE);
	if (!own_tmp)
		walls_let(rules, "/tmp",
		          LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_REMOVE_FILE);
	stands = syscall(__NR_landlock_restrict_self, rules, 0) == 0;
	(void)close(rules);
	return stands;
}

bool office_walls(const char *folder, const char **ret_folder)
{
	bool own = view_of_its_own(folder);

	*ret_folder = own ? "/tmp" : folder;
	if (chdir(*ret_folder) != 0 || !walls_bind() ||
	    !walls_limit(RLIMIT_CPU, LIMIT_OFFICE_SECONDS) || !walls_limit(RLIMIT_CORE, 0) ||
	    !walls_limit(RLIMIT_FSIZE, FILE_BYTES) || !walls_limit(RLIMIT_NPROC, PROCESSES) ||
	    !walls_limit(RLIMIT_AS, (rlim_t)MEMORY * LIMIT_CHILD_MEMORY))
		return false;
	(void)close_range(3, ~0U, 0);
	/* Without it nothing keeps the program from files of others. */
	if (!landlock_enter(*ret_folder, own))
		return false;
	return walls_close(calls, ARRAY_LEN(calls));
}
