/*
 * lib.c - the table of libraries opened at first use.
 *
 * No handle is kept: opening a library again only counts it, and a cache would
 * be a global. It must never open a name that did not come from the table.
 */
#include "base/lib.h"

#include <assert.h>
#include <dlfcn.h>

enum { FUNCTIONS_MAX = 40 };

static const struct {
	const char *files[2]; /* of Debian 12, of Debian 13 */
	msg_id missing;
} libs[LIB_COUNT] = {
	[LIB_ZIP] = {{"libzip.so.4", "libzip.so.5"}, MSG_NEEDS_LIBZIP},
	[LIB_GUMBO] = {{"libgumbo.so.1", "libgumbo.so.3"}, MSG_NEEDS_LIBGUMBO},
	[LIB_GMIME] = {{"libgmime-3.0.so.0", "libgmime-3.0.so.0"}, MSG_NEEDS_LIBGMIME},
	[LIB_SQLITE] = {{"libsqlite3.so.0", "libsqlite3.so.0"}, MSG_NEEDS_LIBSQLITE},
	[LIB_PQ] = {{"libpq.so.5", "libpq.so.5"}, MSG_NEEDS_LIBPQ},
	[LIB_XLSX] = {{"libxlsxwriter.so.4", "libxlsxwriter.so.8"}, MSG_NEEDS_LIBXLSX},
	[LIB_MHD] = {{"libmicrohttpd.so.12", "libmicrohttpd.so.12"}, MSG_NEEDS_LIBMHD},
	[LIB_ICAL] = {{"libical.so.3", "libical.so.3"}, MSG_NEEDS_LIBICAL},
	[LIB_OATH] = {{"liboath.so.0", "liboath.so.0"}, MSG_NEEDS_LIBOATH},
	[LIB_QR] = {{"libqrencode.so.4", "libqrencode.so.4"}, MSG_NEEDS_LIBQR},
	[LIB_ISAL] = {{"libisal.so.2", "libisal.so.2"}, MSG_NEEDS_LIBISAL},
	[LIB_EXPAT] = {{"libexpat.so.1", "libexpat.so.1"}, MSG_NEEDS_EXPAT},
	[LIB_Z] = {{"libz.so.1", "libz.so.1"}, MSG_NEEDS_ZLIB},
};

rc lib_load(lib_id id, const char *const *names, void **ret, size_t n, err *e)
{
	void *found[FUNCTIONS_MAX];
	void *lib = NULL;

	assert(n <= FUNCTIONS_MAX);
	for (size_t i = 0; lib == NULL && i < ARRAY_LEN(libs[id].files); i++)
		lib = dlopen(libs[id].files[i], RTLD_NOW | RTLD_LOCAL);
	if (lib == NULL)
		return err_set(e, RC_IO, libs[id].missing, "%s cannot be opened",
		               libs[id].files[0]);
	for (size_t i = 0; i < n; i++) {
		found[i] = dlsym(lib, names[i]);
		if (found[i] == NULL)
			return err_set(e, RC_IO, libs[id].missing, "%s is not in %s", names[i],
			               libs[id].files[0]);
	}
	memcpy(ret, found, n * sizeof *found);
	return RC_OK;
}
