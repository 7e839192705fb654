/*
 * zip.c - libzip, fenced.
 *
 * Names inside the archive are only compared, never used as paths, and nothing is
 * written. The sizes that an archive states are held against the limits, believed for making
 * room, and checked again while unpacking.
 */
#include "reading/extract/zip.h"

#include <zip.h>

#include "base/lib.h"
#include "reading/extract/limits.h"
#include "reading/extract/zip_priv.h"

enum {
	RATIO_FREE = 1 << 20, /* small files may be as dense as they like */
	UNIX = 3,             /* where attributes are a mode */
	MODE_KIND = 0170000,
	MODE_FILE = 0100000,
};

#define FUNCTIONS(F)                                                                               \
	F(zip_source_buffer_create)                                                                \
	F(zip_source_free)                                                                         \
	F(zip_open_from_source)                                                                    \
	F(zip_discard)                                                                             \
	F(zip_get_num_entries)                                                                     \
	F(zip_name_locate)                                                                         \
	F(zip_get_name)                                                                            \
	F(zip_stat_index)                                                                          \
	F(zip_file_get_external_attributes)                                                        \
	F(zip_fopen_index)                                                                         \
	F(zip_fread)                                                                               \
	F(zip_fclose)

typedef struct zip_api {
#define F(name) __typeof__(&name) name;
	FUNCTIONS(F)
#undef F
} zip_api;

struct zip_archive {
	zip_api api;
	zip_t *zip;
};

static rc api_load(zip_api *ret, err *e)
{
	static const char *const names[] = {
#define F(name) #name,
		FUNCTIONS(F)
#undef F
	};
	void *found[ARRAY_LEN(names)];
	rc code = lib_load(LIB_ZIP, names, found, ARRAY_LEN(names), e);

	_Static_assert(sizeof found == sizeof *ret, "one pointer a function");
	if (code == RC_OK)
		memcpy(ret, found, sizeof *ret);
	return code;
}

rc zip_ready(err *e)
{
	zip_api api;

	return api_load(&api, e);
}

void zip_archive_close(zip_archive *z)
{
	if (z->zip != NULL)
		z->api.zip_discard(z->zip);
	z->zip = NULL;
}

static void discard(void *p)
{
	zip_archive_close(p);
}

rc zip_archive_open(slice bytes, arena *a, zip_archive **ret, int64_t *ret_count, err *e)
{
	zip_archive *z = arena_new(a, zip_archive);
	arena_hook *hook = arena_on_free(a, discard);
	zip_error_t why;
	zip_source_t *src;
	rc code = api_load(&z->api, e);

	hook->p = z;
	if (code != RC_OK)
		return code;
	src = z->api.zip_source_buffer_create(bytes.p, bytes.n, 0, &why);
	if (src == NULL)
		return err_set(e, RC_NOMEM, MSG_NO_MEMORY, "zip source");
	z->zip = z->api.zip_open_from_source(src, ZIP_RDONLY, &why);
	if (z->zip == NULL) {
		z->api.zip_source_free(src);
		return err_set(e, RC_INPUT, MSG_DAMAGED, "zip error %d", why.zip_err);
	}
	*ret_count = z->api.zip_get_num_entries(z->zip, 0);
	*ret = z;
	return RC_OK;
}

slice zip_archive_name(const zip_archive *z, uint64_t at)
{
	return slice_c(z->api.zip_get_name(z->zip, at, ZIP_FL_ENC_GUESS));
}

bool zip_archive_is_link(const zip_archive *z, uint64_t at)
{
	zip_uint8_t host = 0;
	zip_uint32_t attributes = 0;
	uint32_t mode;

	if (z->api.zip_file_get_external_attributes(z->zip, at, 0, &host, &attributes) != 0 ||
	    host != UNIX)
		return false;
	mode = attributes >> 16 & MODE_KIND;
	return mode != 0 && mode != MODE_FILE;
}

rc zip_archive_measure(const zip_archive *z, uint64_t at, msg_id too_large, size_t *ret, err *e)
{
	zip_stat_t st;

	if (z->api.zip_stat_index(z->zip, at, 0, &st) != 0 ||
	    (st.valid & (ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE)) !=
	            (ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE))
		return err_set(e, RC_INPUT, MSG_DAMAGED, "a file without a size");
	if (st.valid & ZIP_STAT_ENCRYPTION_METHOD && st.encryption_method != ZIP_EM_NONE)
		return err_set(e, RC_INPUT, MSG_ENCRYPTED, "encryption %u", st.encryption_method);
	if (st.size > RATIO_FREE && st.size / LIMIT_ZIP_RATIO > st.comp_size)
		return err_set(e, RC_LIMIT, MSG_HOSTILE, "%llu bytes packed in %llu",
		               (unsigned long long)st.size, (unsigned long long)st.comp_size);
	if (st.size > LIMIT_ZIP_PART)
		return err_set(e, RC_LIMIT, too_large, "%llu bytes", (unsigned long long)st.size);
	*ret = (size_t)st.size;
	return RC_OK;
}

rc zip_archive_read(const zip_archive *z, uint64_t at, char *to, size_t n, err *e)
{
	zip_file_t *f = z->api.zip_fopen_index(z->zip, at, 0);
	zip_int64_t got;
	char more;

	if (f == NULL)
		return err_set(e, RC_INPUT, MSG_DAMAGED, "a file cannot be opened");
	got = n > 0 ? z->api.zip_fread(f, to, n) : 0;
	/* One byte further: the end is where the checksum is looked at. */
	if (got == (zip_int64_t)n && z->api.zip_fread(f, &more, 1) != 0)
		got = -1;
	(void)z->api.zip_fclose(f);
	if (got != (zip_int64_t)n)
		return err_set(e, RC_INPUT, MSG_DAMAGED, "a file of %zu bytes is broken", n);
	return RC_OK;
}

static rc parts_read(const zip_archive *z, const slice *names, slice *ret, size_t n, arena *a,
                     err *e)
{
	size_t total = 0;

	for (size_t i = 0; i < n; i++) {
		zip_int64_t at = z->api.zip_name_locate(z->zip, arena_copy(a, names[i]).p, 0);
		size_t size = 0;
		char *to;
		rc code;

		ret[i] = (slice){NULL, 0};
		if (at < 0)
			continue;
		code = zip_archive_measure(z, (uint64_t)at, MSG_HOSTILE, &size, e);
		if (code != RC_OK)
			return code;
		total += size;
		if (total > LIMIT_ZIP_TOTAL)
			return err_set(e, RC_LIMIT, MSG_HOSTILE, "%zu bytes of parts", total);
		to = arena_room(a, size + 1);
		code = zip_archive_read(z, (uint64_t)at, to, size, e);
		if (code != RC_OK)
			return code;
		ret[i] = (slice){to, size};
	}
	return RC_OK;
}

rc zip_parts(slice bytes, const slice *names, slice *ret, size_t n, arena *a, err *e)
{
	zip_archive *z;
	int64_t count;
	rc code = zip_archive_open(bytes, a, &z, &count, e);

	if (code != RC_OK)
		return code;
	if (count < 0 || count > LIMIT_ZIP_ENTRIES)
		code = err_set(e, RC_LIMIT, MSG_HOSTILE, "%lld entries", (long long)count);
	else
		code = parts_read(z, names, ret, n, a, e);
	zip_archive_close(z);
	return code;
}
