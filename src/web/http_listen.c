/*
 * http_listen.c - a socket for "127.0.0.1:8080", "[::1]:8080" or "unix:PATH".
 */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "web/http_priv.h"

static bool number_of(slice s, unsigned *ret)
{
	int64_t n = slice_number(s, UINT16_MAX);

	*ret = n < 0 ? 0 : (unsigned)n;
	return n >= 0;
}

/* A socket that a server of before left is taken away; nothing else is, nor one that is answered. */
static bool is_free(const struct sockaddr_un *at)
{
	struct stat is;
	int fd, answered;

	if (lstat(at->sun_path, &is) != 0)
		return true;
	fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	answered = fd < 0 ? 0 : connect(fd, (const struct sockaddr *)at, sizeof *at);
	if (fd >= 0)
		(void)close(fd);
	return S_ISSOCK(is.st_mode) && answered != 0 && unlink(at->sun_path) == 0;
}

static int listen_unix(slice path)
{
	struct sockaddr_un at = {.sun_family = AF_UNIX};
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);

	if (path.n == 0 || path.n >= sizeof at.sun_path || fd < 0)
		return -1;
	slice_copy(at.sun_path, path);
	if (!is_free(&at))
		return -1;
	return bind(fd, (struct sockaddr *)&at, sizeof at) == 0 && listen(fd, 511) == 0 ? fd : -1;
}

int http_listen(slice where)
{
	struct sockaddr_in v4 = {.sin_family = AF_INET};
	struct sockaddr_in6 v6 = {.sin6_family = AF_INET6};
	char host[64] = "";
	const char *colon = memrchr(where.p, ':', where.n);
	unsigned port;
	int fd, one = 1;
	bool six = where.n > 0 && where.p[0] == '[';
	slice name;

	if (slice_starts(where, S("unix:")))
		return listen_unix((slice){where.p + 5, where.n - 5});
	if (colon == NULL ||
	    !number_of((slice){colon + 1, where.n - 1 - (size_t)(colon - where.p)}, &port))
		return -1;
	name = (slice){where.p + six, (size_t)(colon - where.p) - 2 * six};
	if (name.n >= sizeof host)
		return -1;
	slice_copy(host, name);
	v4.sin_port = v6.sin6_port = htons((uint16_t)port);
	if (inet_pton(six ? AF_INET6 : AF_INET, host,
	              six ? (void *)&v6.sin6_addr : (void *)&v4.sin_addr) != 1)
		return -1;
	fd = socket(six ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (fd < 0)
		return -1;
	(void)setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
	if (bind(fd, six ? (struct sockaddr *)&v6 : (struct sockaddr *)&v4,
	         six ? sizeof v6 : sizeof v4) != 0 ||
	    listen(fd, 511) != 0) {
		(void)close(fd);
		return -1;
	}
	return fd;
}
