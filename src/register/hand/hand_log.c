/*
 * hand_log.c - what changed, as the line of the log that undo reads again.
 *
 * Only lines that hand_detail() wrote are read, so the reader knows their one form.
 */
#include "base/json_out.h"
#include "register/hand/hand_priv.h"

enum { DETAIL_MAX = 1 << 20 };

static uint32_t rows_of(const hand_fields *f, slice name, uint32_t from)
{
	while (from < f->n && !slice_eq(f->p[from].name, name))
		from++;
	return from;
}

/* Have both the same rows of a name? */
static bool same(const hand_fields *a, const hand_fields *b, slice name)
{
	uint32_t i = rows_of(a, name, 0), k = rows_of(b, name, 0);

	while (i < a->n && k < b->n && slice_eq(a->p[i].value, b->p[k].value)) {
		i = rows_of(a, name, i + 1);
		k = rows_of(b, name, k + 1);
	}
	return i == a->n && k == b->n;
}

static void put_pair(json_out *j, slice name, slice value)
{
	jout_array(j);
	jout_string_any(j, name);
	jout_string_any(j, value);
	jout_array_end(j);
}

/* The rows of `f` whose name differs in `other`; one empty row for a name it lacks. */
static bool put_side(json_out *j, const hand_fields *f, const hand_fields *other)
{
	bool any = false;

	jout_array(j);
	for (uint32_t i = 0; i < f->n; i++)
		if (!same(f, other, f->p[i].name)) {
			put_pair(j, f->p[i].name, f->p[i].value);
			any = true;
		}
	for (uint32_t i = 0; i < other->n; i++)
		if (rows_of(f, other->p[i].name, 0) == f->n &&
		    rows_of(other, other->p[i].name, 0) == i) {
			put_pair(j, other->p[i].name, S(""));
			any = true;
		}
	jout_array_end(j);
	return any;
}

slice hand_detail(arena *a, const hand_fields *was, const hand_fields *is)
{
	strbuf b;
	json_out j = jout_to(&b);
	slice all;
	bool any;

	strbuf_init(&b, NULL, DETAIL_MAX);
	jout_object(&j);
	jout_key(&j, S("before"));
	any = put_side(&j, was, is);
	jout_key(&j, S("after"));
	any |= put_side(&j, is, was);
	jout_object_end(&j);
	/* Too much to keep: the change stands in the log without its words. */
	all = !any ? (slice){0} : b.failed != RC_OK ? S("{}") : arena_copy(a, strbuf_slice(&b));
	strbuf_done(&b);
	return all;
}

/* --- reading it again --- */

static unsigned hex_of(char c)
{
	return (unsigned)(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10) & 0xF;
}

/* A string from the quote that opens it; *io behind the one that closes. */
static bool take_string(slice *io, arena *a, slice *ret)
{
	static const char from[] = "nrtbf", is[] = "\n\r\t\b\f";
	size_t n = 0, i = 1, end = 1;
	char *to;

	while (end < io->n && io->p[end] != '"')
		end += io->p[end] == '\\' ? 2 : 1;
	if (end >= io->n || io->p[0] != '"')
		return false;
	to = arena_room(a, end);
	for (; i < end; i++) {
		const char *at;

		to[n] = io->p[i];
		if (io->p[i] == '\\') {
			at = memchr(from, io->p[++i], sizeof from - 1);
			to[n] = at != NULL ? is[at - from] : io->p[i];
			if (io->p[i] == 'u' && i + 4 < end) { /* control characters alone */
				to[n] = (char)(hex_of(io->p[i + 3]) * 16 + hex_of(io->p[i + 4]));
				i += 4;
			}
		}
		n++;
	}
	*ret = (slice){to, n};
	*io = (slice){io->p + end + 1, io->n - end - 1};
	return true;
}

static bool take(slice *io, char c)
{
	if (io->n == 0 || io->p[0] != c)
		return false;
	io->p++;
	io->n--;
	return true;
}

static bool take_side(slice *io, slice head, arena *a, hand_fields *ret)
{
	slice name, value;

	if (!slice_starts(*io, head))
		return false;
	*io = (slice){io->p + head.n, io->n - head.n};
	while (take(io, '[')) {
		if (!take_string(io, a, &name) || !take(io, ',') || !take_string(io, a, &value) ||
		    !take(io, ']'))
			return false;
		hand_put(a, ret, name, value);
		(void)take(io, ',');
	}
	return take(io, ']');
}

bool hand_before(slice detail, arena *a, hand_fields *ret)
{
	return take_side(&detail, S("{\"before\":["), a, ret) && ret->n > 0;
}

bool hand_sides(slice detail, arena *a, hand_fields *ret_was, hand_fields *ret_is)
{
	return take_side(&detail, S("{\"before\":["), a, ret_was) &&
	       take_side(&detail, S(",\"after\":["), a, ret_is);
}
