/*
 * http_listen.c - a socket for "127.0.0.1:8080", "[::1]:8080" or "unix:PATH".
 */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "web/http_priv.h"

static bool number_of(slice s, unsigned *ret)
{
	int64_t n = slice_number(s, UINT16_MAX);

	*ret = n < 0 ? 0 : (unsigned)n;
	return n >= 0;
}

static int listen_unix(slice path)
{
	struct sockaddr_un at = {.sun_family = AF_UNIX};
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);

	if (path.n >= sizeof at.sun_path || fd < 0)
		return -1;
	slice_copy(at.sun_path, path);
	(void)unlink(at.sun_path);
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
