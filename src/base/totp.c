/*
 * totp.c - HMAC-SHA1 and its truncation are liboath's; what counts as used is ours.
 */
#include "base/totp.h"

#include <liboath/oath.h>
#include <sodium.h>

#include "base/lib.h"

enum { SECRET_BYTES = 20, SECRET_LETTERS = 32, STEP_SECONDS = 30, WINDOW = 1, DIGITS = 6 };

typedef struct oath {
	__typeof__(&oath_totp_validate3) validate;
} oath;

static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

slice totp_secret(arena *a)
{
	unsigned char bytes[SECRET_LETTERS];
	char *to = arena_room(a, SECRET_LETTERS + 1);

	randombytes_buf(bytes, sizeof bytes);
	for (int i = 0; i < SECRET_LETTERS; i++)
		to[i] = letters[bytes[i] & 31];
	to[SECRET_LETTERS] = 0;
	return (slice){to, SECRET_LETTERS};
}

/* Five bits a letter; false when one is none. */
static bool decode(slice secret, unsigned char to[SECRET_BYTES])
{
	uint32_t held = 0;
	unsigned bits = 0, n = 0;

	if (secret.n != SECRET_LETTERS)
		return false;
	for (size_t i = 0; i < secret.n; i++) {
		const char *at = memchr(letters, secret.p[i], SECRET_LETTERS);

		if (at == NULL)
			return false;
		held = (held << 5 | (uint32_t)(at - letters)) & 0xfffff;
		bits += 5;
		if (bits >= 8) {
			bits -= 8;
			to[n++] = (unsigned char)(held >> bits);
		}
	}
	return true;
}

rc totp_check(slice secret, slice code, int64_t now, int64_t last, int64_t *ret_step, err *e)
{
	static const char *const names[] = {"oath_totp_validate3"};
	unsigned char bytes[SECRET_BYTES];
	char figures[DIGITS + 1] = "";
	uint64_t step = 0;
	oath lib;
	rc found;

	for (size_t i = 0; i < code.n; i++)
		if (code.p[i] < '0' || code.p[i] > '9')
			return err_set(e, RC_INPUT, MSG_CODE_WRONG, "not figures");
	if (code.n != DIGITS || !decode(secret, bytes))
		return err_set(e, RC_INPUT, MSG_CODE_WRONG, "%zu figures", code.n);
	found = lib_load(LIB_OATH, names, (void **)(void *)&lib, ARRAY_LEN(names), e);
	if (found != RC_OK)
		return found;
	memcpy(figures, code.p, DIGITS);
	if (lib.validate((const char *)bytes, sizeof bytes, (time_t)now, STEP_SECONDS, 0, WINDOW,
	                 NULL, &step, figures) < 0 ||
	    (int64_t)step <= last)
		return err_set(e, RC_INPUT, MSG_CODE_WRONG, "another code, or used");
	*ret_step = (int64_t)step;
	return RC_OK;
}
