/*
 * seal.c - the key's file, and libsodium's authenticated encryption.
 *
 * A new key reaches the disk under another name and gets its own by link(), which never takes
 * the place of a file that is there: of two who make one at once, both use the first.
 */
#include "base/seal.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <unistd.h>

#include "base/file.h"

#define KEY_BYTES crypto_aead_xchacha20poly1305_ietf_KEYBYTES
#define NONCE_BYTES crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
#define MARK_BYTES crypto_aead_xchacha20poly1305_ietf_ABYTES
enum { PLAIN_MAX = 4096, FILE_MAX = 256 };

static const slice head = S("seal1:");

bool seal_is(slice words)
{
	return slice_starts(words, head);
}

bool seal_has_key(const char *path)
{
	return access(path, F_OK) == 0;
}

static rc read_key(const char *path, unsigned char key[KEY_BYTES], err *e)
{
	char room[FILE_MAX];
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	ssize_t n = fd >= 0 ? read(fd, room, sizeof room) : -1;
	bool none = fd < 0 && errno == ENOENT;
	size_t got = 0;
	slice s = slice_trim((slice){room, n > 0 ? (size_t)n : 0});
	bool ok = s.n == 2 * (size_t)KEY_BYTES &&
	          sodium_hex2bin(key, KEY_BYTES, s.p, s.n, NULL, &got, NULL) == 0 &&
	          got == KEY_BYTES;

	if (fd >= 0)
		(void)close(fd);
	sodium_memzero(room, sizeof room);
	if (none)
		return err_set(e, RC_INPUT, MSG_KEY_MISSING, "no key file");
	return ok ? RC_OK : err_set(e, RC_IO, MSG_KEY_BAD, "key file");
}

static bool write_key(const char *path)
{
	unsigned char key[KEY_BYTES];
	char hex[2 * KEY_BYTES + 2];
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
	bool ok;

	if (fd < 0)
		return false;
	randombytes_buf(key, sizeof key);
	(void)sodium_bin2hex(hex, sizeof hex, key, sizeof key);
	hex[2 * KEY_BYTES] = '\n';
	ok = file_write_fd(fd, (slice){hex, 2 * KEY_BYTES + 1}, NULL) == RC_OK && fsync(fd) == 0;
	sodium_memzero(key, sizeof key);
	sodium_memzero(hex, sizeof hex);
	return close(fd) == 0 && ok;
}

static rc make_key(const char *path, err *e)
{
	arena a;
	const char *fresh;
	bool ok;

	arena_init(&a, NULL, 0);
	fresh = arena_printf(&a, "%s.%08x%c", path, randombytes_random(), 0).p;
	ok = write_key(fresh) && (link(fresh, path) == 0 || errno == EEXIST);
	(void)unlink(fresh);
	arena_done(&a);
	return ok ? RC_OK : err_set(e, RC_IO, MSG_KEY_BAD, "making a key file: errno %d", errno);
}

rc seal_close(const char *path, slice about, slice plain, arena *a, slice *ret, err *e)
{
	unsigned char key[KEY_BYTES], room[NONCE_BYTES + PLAIN_MAX + MARK_BYTES];
	unsigned long long n = 0;
	size_t all;
	char *to;
	rc code = sodium_init() < 0 || plain.n > PLAIN_MAX
	                  ? err_set(e, RC_LIMIT, MSG_KEY_BAD, "sealing %zu bytes", plain.n)
	                  : RC_OK;

	if (code == RC_OK && !seal_has_key(path))
		code = make_key(path, e);
	if (code == RC_OK)
		code = read_key(path, key, e);
	if (code != RC_OK)
		return code;
	randombytes_buf(room, NONCE_BYTES);
	(void)crypto_aead_xchacha20poly1305_ietf_encrypt(
		room + NONCE_BYTES, &n, (const unsigned char *)plain.p, plain.n,
		(const unsigned char *)about.p, about.n, NULL, room, key);
	sodium_memzero(key, sizeof key);
	all = NONCE_BYTES + (size_t)n;
	to = arena_alloc(a, head.n + 2 * all + 1);
	memcpy(to, head.p, head.n);
	(void)sodium_bin2hex(to + head.n, 2 * all + 1, room, all);
	*ret = (slice){to, head.n + 2 * all};
	return RC_OK;
}

rc seal_open(const char *path, slice about, slice sealed, arena *a, slice *ret, err *e)
{
	unsigned char key[KEY_BYTES], room[NONCE_BYTES + PLAIN_MAX + MARK_BYTES];
	unsigned long long n = 0;
	size_t all = 0;
	char *to;
	bool ok;
	rc code = read_key(path, key, e);

	if (code != RC_OK)
		return code;
	ok = seal_is(sealed) &&
	     sodium_hex2bin(room, sizeof room, sealed.p + head.n, sealed.n - head.n, NULL, &all,
	                    NULL) == 0 &&
	     all >= NONCE_BYTES + MARK_BYTES;
	to = ok ? arena_alloc(a, all) : NULL;
	ok = ok && crypto_aead_xchacha20poly1305_ietf_decrypt(
			   (unsigned char *)to, &n, NULL, room + NONCE_BYTES, all - NONCE_BYTES,
			   (const unsigned char *)about.p, about.n, room, key) == 0;
	sodium_memzero(key, sizeof key);
	if (!ok)
		return err_set(e, RC_INPUT, MSG_KEY_MISSING, "the key is another one");
	*ret = (slice){to, (size_t)n};
	return RC_OK;
}
