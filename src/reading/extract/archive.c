/*
 * archive.c - an archive walked by its list of names.
 *
 * Nothing is ever written under a name that stands in an archive: names are
 * labels, and those that try to be more are refused. Sizes that the archive states
 * are held against the limits first and checked again while unpacking.
 */
#include "reading/extract/archive.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "reading/extract/limits.h"
#include "reading/extract/zip_priv.h"

typedef struct entry {
	slice name;
	uint32_t at;
	bool again; /* an earlier one has the same name */
} entry;

typedef struct archive {
	zip_archive *zip;
	arena *a;
	entry *list;
	uint32_t n;
	char *room; /* one file, unpacked */
	uint32_t cap;
} archive;

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
		slice raw = zip_archive_name(z->zip, i);

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

static rc one(archive *z, const entry *f, slice *ret, err *e)
{
	size_t n = 0;
	rc code;

	if (f->again || leads_out(f->name) || zip_archive_is_link(z->zip, f->at))
		return err_set(e, RC_INPUT, MSG_MEMBER_NAME, "twice %d", (int)f->again);
	code = zip_archive_measure(z->zip, f->at, MSG_TOO_LARGE, &n, e);
	if (code != RC_OK)
		return code;
	if (n + 1 > z->cap)
		z->room = arena_grow(z->a, z->room, 0, n + 1, 1, &z->cap);
	code = zip_archive_read(z->zip, f->at, z->room, n, e);
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
	archive z = {.a = a};
	int64_t count;
	rc code = zip_archive_open(bytes, a, &z.zip, &count, e);

	if (code != RC_OK)
		return code;
	z.n = (uint32_t)count;
	if (count < 0 || count > LIMIT_MEMBERS)
		code = err_set(e, RC_LIMIT, MSG_TOO_MANY, "%lld entries", (long long)count);
	else
		code = all(&z, to, e);
	zip_archive_close(z.zip);
	return code;
}
