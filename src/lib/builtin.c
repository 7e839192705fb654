/*
 * builtin.c - names of tables to embedded bytes.
 */
#include "lib/builtin.h"

#include "base/strbuf.h"
#include "embed.h"

#define NAME_MAX_BYTES 64

/* "data/registry/NAME/TABLE"; absent (p NULL) when it is not there. */
static slice table_of(slice name, slice table)
{
	char room[128];
	slice found = {0};
	strbuf b;

	strbuf_over(&b, room, sizeof room);
	strbuf_put(&b, S("data/registry/"));
	strbuf_put(&b, name);
	strbuf_putc(&b, '/');
	strbuf_put(&b, table);
	strbuf_putc(&b, '\0');
	if (b.failed == RC_OK)
		(void)embed_find(room, &found);
	return found;
}

/* A name and not a path. */
static bool is_name(slice s)
{
	if (s.n == 0 || s.n > NAME_MAX_BYTES)
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (!((s.p[i] >= 'a' && s.p[i] <= 'z') || (s.p[i] >= '0' && s.p[i] <= '9') ||
		      s.p[i] == '-'))
			return false;
	return true;
}

rc builtin_registry(slice name, registry_tables *ret, err *e)
{
	registry_tables t = {.name = name};

	if (is_name(name)) {
		t.agencies = table_of(name, S("agencies.tsv"));
		t.groups = table_of(name, S("groups.tsv"));
		t.units = table_of(name, S("units.tsv"));
	}
	if (t.agencies.p == NULL && t.groups.p == NULL && t.units.p == NULL)
		return err_set(e, RC_INPUT, MSG_REGISTRY_MISSING, "no such built-in registry");
	*ret = t;
	return RC_OK;
}

slice builtin_cues(void)
{
	slice found = {0};

	(void)embed_find("data/grammar/cues.tsv", &found);
	return found;
}

slice builtin_calendar(void)
{
	slice found = {0};

	(void)embed_find("data/calendar/vietnam.tsv", &found);
	return found;
}

slice builtin_hash(void)
{
	return S(EMBED_DATA_SHA256);
}
