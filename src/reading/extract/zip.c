/*
 * zip.c - libzip, fenced.
 *
 * Names inside the archive are only compared, never used as paths, and nothing is
 * written. The sizes that an archive states are believed for making room, and
 * checked again while unpacking.
 */
#include "reading/extract/zip.h"

#include <zip.h>

#include "base/lib.h"
#include "reading/extract/limits.h"

enum { RATIO_FREE = 1 << 20 }; /* small parts may be as dense as they like */

#define FUNCTIONS(F)                                                                               \
	F(zip_source_buffer_create)                                                                \
	F(zip_source_free)                                                                         \
	F(zip_open_from_source)                                                                    \
	F(zip_discard)                                                                             \
	F(zip_get_num_entries)                                                                     \
	F(zip_name_locate)                                                                         \
	F(zip_stat_index)                                                                          \
	F(zip_fopen_index)                                                                         \
	F(zip_fread)                                                                               \
	F(zip_fclose)

typedef struct zip_api {
#define F(name) __typeof__(&name) name;
	FUNCTIONS(F)
#undef F
} zip_api;

typedef struct archive {
	zip_api api;
	zip_t *zip;
} archive;

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

static void discard(void *p)
{
	archive *z = p;

	if (z->zip != NULL)
		z->api.zip_discard(z->zip);
	z->zip = NULL;
}

static rc archive_open(archive *z, slice bytes, err *e)
{
	zip_error_t why;
	zip_source_t *src;
	zip_int64_t count;
	rc code = api_load(&z->api, e);

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
	count = z->api.zip_get_num_entries(z->zip, 0);
	if (count < 0 || count > LIMIT_ZIP_ENTRIES)
		return err_set(e, RC_LIMIT, MSG_HOSTILE, "%lld entries", (long long)count);
	return RC_OK;
}

/* Where the part stands and how long it says it is. ret_at < 0: there is none. */
static rc part_find(const archive *z, slice name, arena *a, zip_int64_t *ret_at, size_t *ret_n,
                    err *e)
{
	zip_stat_t st;

	*ret_n = 0;
	*ret_at = z->api.zip_name_locate(z->zip, arena_copy(a, name).p, 0);
	if (*ret_at < 0)
		return RC_OK;
	if (z->api.zip_stat_index(z->zip, (zip_uint64_t)*ret_at, 0, &st) != 0 ||
	    (st.valid & (ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE)) !=
	            (ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE))
		return err_set(e, RC_INPUT, MSG_DAMAGED, "a part without a size");
	if (st.valid & ZIP_STAT_ENCRYPTION_METHOD && st.encryption_method != ZIP_EM_NONE)
		return err_set(e, RC_INPUT, MSG_ENCRYPTED, "encryption %u", st.encryption_method);
	if (st.size > LIMIT_ZIP_PART ||
	    (st.size > RATIO_FREE && st.size / LIMIT_ZIP_RATIO > st.comp_size))
		return err_set(e, RC_LIMIT, MSG_HOSTILE, "a part of %llu bytes packed in %llu",
		               (unsigned long long)st.size, (unsigned long long)st.comp_size);
	*ret_n = (size_t)st.size;
	return RC_OK;
}

static rc part_read(const archive *z, zip_int64_t at, char *to, size_t n, err *e)
{
	zip_file_t *f = z->api.zip_fopen_index(z->zip, (zip_uint64_t)at, 0);
	zip_int64_t got = -1;
	char more;

	if (f == NULL)
		return err_set(e, RC_INPUT, MSG_DAMAGED, "a part cannot be opened");
	got = n > 0 ? z->api.zip_fread(f, to, n) : 0;
	/* One byte further: the end is where the checksum is looked at. */
	if (got == (zip_int64_t)n && z->api.zip_fread(f, &more, 1) != 0)
		got = -1;
	(void)z->api.zip_fclose(f);
	if (got != (zip_int64_t)n)
		return err_set(e, RC_INPUT, MSG_DAMAGED, "a part of %zu bytes is broken", n);
	return RC_OK;
}

static rc parts_read(const archive *z, const slice *names, slice *ret, size_t n, arena *a, err *e)
{
	size_t total = 0;

	for (size_t i = 0; i < n; i++) {
		zip_int64_t at;
		size_t size;
		char *to;
		rc code = part_find(z, names[i], a, &at, &size, e);

		if (code != RC_OK)
			return code;
		ret[i] = (slice){NULL, 0};
		if (at < 0)
			continue;
		total += size;
		if (total > LIMIT_ZIP_TOTAL)
			return err_set(e, RC_LIMIT, MSG_HOSTILE, "%zu bytes of parts", total);
		to = arena_room(a, size + 1);
		code = part_read(z, at, to, size, e);
		if (code != RC_OK)
			return code;
		ret[i] = (slice){to, size};
	}
	return RC_OK;
}

rc zip_parts(slice bytes, const slice *names, slice *ret, size_t n, arena *a, err *e)
{
	archive *z = arena_new(a, archive);
	arena_hook *hook = arena_on_free(a, discard);
	rc code;

	hook->p = z;
	code = archive_open(z, bytes, e);
	if (code == RC_OK)
		code = parts_read(z, names, ret, n, a, e);
	discard(z);
	hook->p = NULL;
	return code;
}
