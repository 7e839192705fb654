/*
 * archive.c - an archive walked by its list of names.
 *
 * Nothing is ever written under a name that stands in an archive: names are
 * labels, and those that try to be more are refused. Sizes that the archive states
 * are held against the limits first and checked again while unpacking.
 */
#include "reading/extract/archive.h"

#include <stdlib.h>

#include <zip.h>

#include "base/lib.h"
#include "base/utf8.h"
#include "reading/extract/limits.h"

enum {
	RATIO_FREE = 1 << 20, /* small files may be as dense as they like */
	UNIX = 3,             /* where attributes are a mode */
	MODE_KIND = 0170000,
	MODE_LINK = 0120000,
	MODE_FILE = 0100000,
};

#define FUNCTIONS(F)                                                                               \
	F(zip_source_buffer_create)                                                                \
	F(zip_source_free)                                                                         \
	F(zip_open_from_source)                                                                    \
	F(zip_discard)                                                                             \
	F(zip_get_num_entries)                                                                     \
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

typedef struct entry {
	slice name;
	uint32_t at;
	bool again; /* an earlier one has the same name */
} entry;

typedef struct archive {
	zip_api api;
	zip_t *zip;
	arena *a;
	entry *list;
	uint32_t n;
	char *room; /* one file, unpacked */
	uint32_t cap;
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
	zip_source_t *src = z->api.zip_source_buffer_create(bytes.p, bytes.n, 0, &why);
	zip_int64_t count;

	if (src == NULL)
		return err_set(e, RC_NOMEM, MSG_NO_MEMORY, "zip source");
	z->zip = z->api.zip_open_from_source(src, ZIP_RDONLY, &why);
	if (z->zip == NULL) {
		z->api.zip_source_free(src);
		return err_set(e, RC_INPUT, MSG_DAMAGED, "zip error %d", why.zip_err);
	}
	count = z->api.zip_get_num_entries(z->zip, 0);
	if (count < 0 || count > LIMIT_MEMBERS)
		return err_set(e, RC_LIMIT, MSG_TOO_MANY, "%lld entries", (long long)count);
	z->n = (uint32_t)count;
	return RC_OK;
}

slice member_label(slice name, arena *a)
{
	char *to = arena_alloc(a, (name.n < LIMIT_MEMBER_NAME ? name.n : LIMIT_MEMBER_NAME) + 1);
	size_t n = 0;

	while (name.n > 0 && n + 4 < LIMIT_MEMBER_NAME) {
		size_t good = utf8_invalid_at((slice){name.p, name.n < 4 ? name.n : 4});
		unsigned len = 1;

		if (good > 0)
			(void)utf8_next((const unsigned char *)name.p, &len);
		if (good == 0 || (unsigned char)name.p[0] < ' ' || name.p[0] == 0x7f)
			to[n++] = '?';
		else
			for (unsigned i = 0; i < len; i++)
				to[n++] = name.p[i];
		name = (slice){name.p + len, name.n - len};
	}
	return (slice){to, n};
}

static int by_name(const void *x, const void *y)
{
	const entry *a = x, *b = y;
	size_t n = a->name.n < b->name.n ? a->name.n : b->name.n;
	int c = n > 0 ? memcmp(a->name.p, b->name.p, n) : 0;

	if (c == 0)
		c = (a->name.n > b->name.n) - (a->name.n < b->name.n);
	return c != 0 ? c : (a->at > b->at) - (a->at < b->at);
}

static int by_place(const void *x, const void *y)
{
	const entry *a = x, *b = y;

	return (a->at > b->at) - (a->at < b->at);
}

static rc list_names(archive *z, err *e)
{
	z->list = arena_array(z->a, entry, z->n + 1);
	for (uint32_t i = 0; i < z->n; i++) {
		slice raw = slice_c(z->api.zip_get_name(z->zip, i, ZIP_FL_ENC_GUESS));

		if (raw.p == NULL)
			return err_set(e, RC_INPUT, MSG_DAMAGED, "an entry without a name");
		z->list[i] = (entry){arena_copy(z->a, raw), i, false};
	}
	qsort(z->list, z->n, sizeof *z->list, by_name);
	for (uint32_t i = 1; i < z->n; i++)
		z->list[i].again = slice_eq(z->list[i].name, z->list[i - 1].name);
	qsort(z->list, z->n, sizeof *z->list, by_place);
	return RC_OK;
}

/* Does the name lead out of its archive? */
static bool leads_out(slice name)
{
	size_t from = 0;

	if (name.n == 0 || name.n > LIMIT_MEMBER_NAME || name.p[0] == '/' || name.p[0] == '\\' ||
	    (name.n > 1 && name.p[1] == ':'))
		return true;
	for (size_t i = 0; i <= name.n; i++) {
		if (i < name.n && name.p[i] != '/' && name.p[i] != '\\')
			continue;
		if (i - from == 2 && name.p[from] == '.' && name.p[from + 1] == '.')
			return true;
		from = i + 1;
	}
	return false;
}

static slice last_of(slice name)
{
	size_t i = name.n;

	while (i > 0 && name.p[i - 1] != '/' && name.p[i - 1] != '\\')
		i--;
	return (slice){name.p + i, name.n - i};
}

/* Folders, and what systems put beside the files of people. */
static bool passed_over(slice name)
{
	slice last = last_of(name);

	return last.n == 0 || last.p[0] == '.' || slice_starts(name, S("__MACOSX/")) ||
	       slice_eq(last, S("Thumbs.db")) || slice_eq(last, S("desktop.ini")) ||
	       slice_starts(last, S("~$"));
}

static bool is_link(const archive *z, uint32_t at)
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

static rc measure(const archive *z, uint32_t at, size_t *ret, err *e)
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
		return err_set(e, RC_LIMIT, MSG_TOO_LARGE, "%llu bytes",
		               (unsigned long long)st.size);
	*ret = (size_t)st.size;
	return RC_OK;
}

static rc unpack(archive *z, uint32_t at, size_t n, err *e)
{
	zip_file_t *f;
	zip_int64_t got;
	char more;

	if (n + 1 > z->cap)
		z->room = arena_grow(z->a, z->room, 0, n + 1, 1, &z->cap);
	f = z->api.zip_fopen_index(z->zip, at, 0);
	if (f == NULL)
		return err_set(e, RC_INPUT, MSG_DAMAGED, "a file cannot be opened");
	got = n > 0 ? z->api.zip_fread(f, z->room, n) : 0;
	/* One byte further: the end is where the checksum is looked at. */
	if (got == (zip_int64_t)n && z->api.zip_fread(f, &more, 1) != 0)
		got = -1;
	(void)z->api.zip_fclose(f);
	if (got != (zip_int64_t)n)
		return err_set(e, RC_INPUT, MSG_DAMAGED, "a file of %zu bytes is broken", n);
	return RC_OK;
}

static rc one(archive *z, const entry *f, slice *ret, err *e)
{
	size_t n = 0;
	rc code;

	if (f->again || leads_out(f->name) || is_link(z, f->at))
		return err_set(e, RC_INPUT, MSG_MEMBER_NAME, "twice %d", (int)f->again);
	code = measure(z, f->at, &n, e);
	if (code == RC_OK)
		code = unpack(z, f->at, n, e);
	if (code == RC_OK)
		*ret = (slice){z->room, n};
	return code;
}

static rc all(archive *z, const member_sink *to, err *e)
{
	uint32_t given = 0;
	rc code = list_names(z, e);

	for (uint32_t i = 0; code == RC_OK && i < z->n; i++) {
		const entry *f = &z->list[i];
		member m = {.kind = FILE_OTHER};
		err why = {0};

		if (!leads_out(f->name) && passed_over(f->name))
			continue;
		m.name = member_label(f->name, z->a);
		given++;
		if (one(z, f, &m.bytes, &why) != RC_OK && why.rc == RC_NOMEM)
			return err_set(e, why.rc, why.id, "%s", why.detail);
		if (!to->take(to->ctx, &m, why.rc != RC_OK ? &why : NULL))
			return RC_OK;
	}
	if (code == RC_OK && given == 0)
		return err_set(e, RC_INPUT, MSG_EMPTY, "no file in the archive");
	return code;
}

rc archive_unfold(slice bytes, arena *a, const member_sink *to, err *e)
{
	archive *z = arena_new(a, archive);
	arena_hook *hook = arena_on_free(a, discard);
	rc code = api_load(&z->api, e);

	hook->p = z;
	z->a = a;
	if (code == RC_OK)
		code = archive_open(z, bytes, e);
	if (code == RC_OK)
		code = all(z, to, e);
	discard(z);
	hook->p = NULL;
	return code;
}
