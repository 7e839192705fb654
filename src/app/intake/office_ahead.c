/*
 * office_ahead.c - look ahead for old office files, and have them converted together.
 *
 * Only small files, few at a time: what is held is bounded, and one bad file spoils the
 * run of few others, which are then converted alone. It must never open a file for more
 * than its bytes.
 */
#include "app/intake/office_ahead.h"

#include "base/file.h"

enum { LOOK_AHEAD = 200, FILE_MOST = 2 << 20, BUDGET = 40 << 20 };

void office_ahead_init(office_ahead *o, const char *const *paths, uint32_t n)
{
	*o = (office_ahead){.paths = paths, .n = n};
	arena_init(&o->a, NULL, BUDGET);
}

void office_ahead_done(office_ahead *o)
{
	arena_done(&o->a);
	o->nfiles = 0;
}

static void add(office_ahead *o, uint32_t i, file_kind k, slice bytes)
{
	o->files[o->nfiles] = (convert_file){.kind = k, .bytes = bytes};
	o->at[o->nfiles++] = i;
}

/* An old file of the paths ahead; what cannot be had now is looked at in its turn. */
static void look_at(office_ahead *o, uint32_t i)
{
	slice bytes = {"", 0};
	err e = {0};
	file_kind k;

	if (slice_eq(slice_c(o->paths[i]), S("-")) ||
	    file_starts(o->paths[i], S("\xd0\xcf\x11\xe0")) +
	                    file_starts(o->paths[i], S("{\\rtf")) +
	                    file_starts(o->paths[i], S("PK\x03\x04")) ==
	            0)
		return;
	if (file_read(o->paths[i], FILE_MOST, &o->a, &bytes, &e) != RC_OK)
		return;
	k = sniff(bytes);
	if (convert_wanted(k))
		add(o, i, k, bytes);
}

static void gather(office_ahead *o, uint32_t i, slice bytes)
{
	arena_done(&o->a);
	o->nfiles = 0;
	if (arena_guard(&o->a) != 0) {
		o->a.guarded = false; /* enough: what there is will be done */
		return;
	}
	add(o, i, sniff(bytes), arena_copy(&o->a, bytes));
	for (uint32_t k = i + 1; k < o->n && k <= i + LOOK_AHEAD && o->nfiles < CONVERT_MANY; k++)
		look_at(o, k);
	o->a.guarded = false;
}

const convert_file *office_ahead_find(office_ahead *o, uint32_t i, slice bytes)
{
	unsigned k = 0;

	if (!convert_wanted(sniff(bytes)) || bytes.n > FILE_MOST)
		return NULL;
	while (k < o->nfiles && o->at[k] != i)
		k++;
	if (k == o->nfiles) {
		gather(o, i, bytes);
		k = 0;
		if (o->nfiles < 2)
			return NULL;
		convert_many(o->files, o->nfiles, &o->a);
	}
	return o->files[k].done ? &o->files[k] : NULL;
}
