/*
 * dondoc.c - the public face: checks what a stranger passes, keeps every
 * allocation behind a guard, and turns our results into dd_status.
 *
 * An arena's guard is set before anything is taken from it, so that no failed
 * allocation can end the host. It must never let an internal type out.
 */
#include "dondoc/dondoc.h"

#include "lib/builtin.h"
#include "lib/dates_json.h"
#include "model/model_json.h"
#include "reading/reading.h"
#include "reading/secrecy.h"
#include "version.h"

#define DOC_MAX ((size_t)64 << 20)
#define JSON_MAX ((size_t)1 << 31)
#define MEMORY_MAX ((size_t)2 << 30)
#define NAME_MAX_BYTES ((size_t)4096)

struct dd_reader {
	allocator from;
	arena a;
	reader rd;
	slice data;
};

struct dd_result {
	allocator from;
	strbuf json;
	err why;
};

typedef VEC(registry_tables) registry_list;

static dd_status status_of(rc code)
{
	static const dd_status of[] = {
		[RC_OK] = DD_OK,       [RC_INPUT] = DD_INPUT, [RC_LIMIT] = DD_LIMIT,
		[RC_NOMEM] = DD_NOMEM, [RC_IO] = DD_INPUT,    [RC_USAGE] = DD_USAGE,
	};

	return of[code];
}

static void error_out(const err *e, dd_error *ret)
{
	if (ret == NULL)
		return;
	*ret = (dd_error){
		.code = msg_code(e->id), .message = msg_text(e->id), .hint = msg_hint(e->id)};
	memcpy(ret->detail, e->detail, sizeof ret->detail);
}

/* The fields that the caller's version of a struct has, the rest zero. */
static bool options_in(void *ours, size_t our_size, const void *theirs)
{
	size_t n = 0;

	memset(ours, 0, our_size);
	if (theirs == NULL)
		return true;
	memcpy(&n, theirs, sizeof n);
	if (n < sizeof n)
		return false;
	memcpy(ours, theirs, n < our_size ? n : our_size);
	return true;
}

static slice table_in(arena *a, const char *p, size_t n)
{
	return p == NULL ? (slice){0} : arena_copy(a, (slice){p, n});
}

static rc registries_in(const dd_reader_options *o, arena *a, registry_list *ret, err *e)
{
	slice rest = S(BUILTIN_REGISTRIES), name;
	rc code;

	while (o->nregistries == 0 && slice_next(&rest, ',', &name)) {
		code = builtin_registry(name, VEC_PUSH(a, ret), e);
		if (code != RC_OK)
			return code;
	}
	for (size_t i = 0; i < o->nregistries; i++) {
		const dd_registry *r = &o->registries[i];
		registry_tables *t = VEC_PUSH(a, ret);

		if (r->name == NULL)
			return err_set(e, RC_USAGE, MSG_USAGE, "registry without a name");
		name = arena_copy(a, slice_c(r->name));
		*t = (registry_tables){name, table_in(a, r->agencies, r->agencies_size),
		                       table_in(a, r->groups, r->groups_size),
		                       table_in(a, r->units, r->units_size)};
		if (r->agencies != NULL || r->groups != NULL || r->units != NULL)
			continue;
		code = builtin_registry(name, t, e);
		if (code != RC_OK)
			return code;
	}
	return RC_OK;
}

static bool only_builtin(const dd_reader_options *o)
{
	for (size_t i = 0; i < o->nregistries; i++) {
		const dd_registry *r = &o->registries[i];

		if (r->agencies != NULL || r->groups != NULL || r->units != NULL)
			return false;
	}
	return true;
}

static rc reader_fill(const dd_reader_options *o, dd_reader *r, err *e)
{
	registry_list list = {0};
	rc code;

	code = registries_in(o, &r->a, &list, e);
	if (code == RC_OK && !(o->nregistries == 0 && builtin_reader((slice){0}, &r->a, &r->rd)))
		code = reader_init(list.p, list.n, builtin_cues(), &r->a, &r->rd, e);
	if (code == RC_OK && o->data_id != NULL)
		r->data = arena_copy(&r->a, slice_c(o->data_id));
	else if (code == RC_OK && only_builtin(o))
		r->data = builtin_hash();
	r->rd.data_hash = r->data;
	return code;
}

/* The guard stands in a frame of its own, which keeps no local that a failed
 * allocation could leave undefined. */
static rc reader_guarded(const dd_reader_options *o, dd_reader *r, err *e)
{
	rc code;

	if (arena_guard(&r->a) != 0)
		return err_set(e, RC_NOMEM, MSG_NO_MEMORY, "reader tables");
	code = reader_fill(o, r, e);
	r->a.guarded = false;
	return code;
}

dd_status dd_reader_new(const dd_reader_options *options, dd_reader **ret_reader,
                        dd_error *ret_error)
{
	dd_reader_options o;
	allocator from = allocator_libc;
	dd_reader *r;
	err e = {0};
	rc code;

	if (ret_reader == NULL)
		return DD_USAGE;
	*ret_reader = NULL;
	if (!options_in(&o, sizeof o, options) || (o.nregistries > 0 && o.registries == NULL)) {
		(void)err_set(&e, RC_USAGE, MSG_USAGE, "bad options");
		return error_out(&e, ret_error), DD_USAGE;
	}
	if (o.allocator != NULL)
		from = (allocator){o.allocator->alloc, o.allocator->free, o.allocator->ctx};
	r = from.alloc(from.ctx, sizeof *r);
	if (r == NULL) {
		(void)err_set(&e, RC_NOMEM, MSG_NO_MEMORY, "reader");
		return error_out(&e, ret_error), DD_NOMEM;
	}
	*r = (dd_reader){.from = from};
	arena_init(&r->a, &r->from, MEMORY_MAX);
	code = reader_guarded(&o, r, &e);
	if (code != RC_OK) {
		error_out(&e, ret_error);
		dd_reader_free(r);
		return status_of(code);
	}
	*ret_reader = r;
	return DD_OK;
}

void dd_reader_free(dd_reader *by)
{
	allocator from;

	if (by == NULL)
		return;
	from = by->from;
	arena_done(&by->a);
	from.free(from.ctx, by);
}

static dd_result *result_new(const dd_reader *by)
{
	allocator from = by->from;
	dd_result *r = from.alloc(from.ctx, sizeof *r);

	if (r == NULL)
		return NULL;
	*r = (dd_result){.from = from};
	strbuf_init(&r->json, &r->from, JSON_MAX);
	return r;
}

/* What could not be read says so in its own place; without memory there is no
 * result at all. */
static dd_status result_end(dd_result *r, rc code, const json_source *source,
                            dd_result **ret_result)
{
	if (code == RC_OK)
		code = r->json.failed;
	if (code != RC_OK && code != RC_NOMEM && code != RC_USAGE) {
		json_out j = jout_to(&r->json);

		if (r->why.rc == RC_OK)
			(void)err_set(&r->why, code, MSG_OVER_BUDGET, "result too large");
		strbuf_clear(&r->json);
		model_json_error(&j, source, &r->why);
		if (r->json.failed != RC_OK)
			code = r->json.failed;
	}
	strbuf_putc(&r->json, '\0');
	if (r->json.failed != RC_OK || code == RC_NOMEM || code == RC_USAGE) {
		code = r->json.failed == RC_NOMEM ? RC_NOMEM : code;
		dd_result_free(r);
		return status_of(code);
	}
	r->json.n--;
	*ret_result = r;
	return status_of(code);
}

/* strings of a stranger: what is too long for a name is cut, not believed */
static slice name_in(const char *s)
{
	slice v = slice_c(s);

	if (v.n > NAME_MAX_BYTES)
		v.n = NAME_MAX_BYTES;
	return v;
}

dd_status dd_read(const dd_reader *by, const void *bytes, size_t size,
                  const dd_read_options *options, dd_result **ret_result)
{
	dd_read_options o;
	json_source source;
	reading found;
	dd_result *r;
	arena a;
	rc code;

	if (ret_result == NULL)
		return DD_USAGE;
	*ret_result = NULL;
	if (by == NULL || (bytes == NULL && size > 0) || !options_in(&o, sizeof o, options))
		return DD_USAGE;
	r = result_new(by);
	if (r == NULL)
		return DD_NOMEM;
	source = (json_source){.name = name_in(o.name),
	                       .media = name_in(o.media),
	                       .sha256 = name_in(o.sha256),
	                       .bytes = (int64_t)size,
	                       .confidence = 1.0F};
	arena_init(&a, &r->from, o.memory_max ? o.memory_max : MEMORY_MAX);
	if (size > DOC_MAX)
		code = err_set(&r->why, RC_LIMIT, MSG_TOO_LARGE, "%zu bytes", size);
	else
		code = reading_run(&by->rd, (slice){bytes, size}, &a, &found, &r->why);
	if (code == RC_OK && !o.allow_secret &&
	    (found.secrecy != SECRECY_NONE || secrecy_marked(found.text)))
		code = err_set(&r->why, RC_INPUT, MSG_SECRET, "a mark of secrecy");
	if (code == RC_OK) {
		json_reader with = {S(DONDOC_VERSION), by->data};
		json_out j = jout_to(&r->json);

		(void)strbuf_room(&r->json, found.text.n + found.text.n / 2 + 8192);
		model_json_document(&j, &found, &source, &with, NULL);
	}
	arena_done(&a);
	return result_end(r, code, &source, ret_result);
}

static rc dates_guarded(const dd_reader *by, slice text, slice ref, arena *a, dd_result *r)
{
	if (arena_guard(a) != 0)
		return err_set(&r->why, a->failed, MSG_NO_MEMORY, "dates");
	return dates_json(&by->rd, text, ref, a, &r->json, &r->why);
}

dd_status dd_dates(const dd_reader *by, const char *text, size_t size, const char *reference,
                   dd_result **ret_result)
{
	json_source source = {.bytes = (int64_t)size, .confidence = 1.0F};
	dd_result *r;
	arena a;
	rc code;

	if (ret_result == NULL)
		return DD_USAGE;
	*ret_result = NULL;
	if (by == NULL || (text == NULL && size > 0))
		return DD_USAGE;
	r = result_new(by);
	if (r == NULL)
		return DD_NOMEM;
	arena_init(&a, &r->from, MEMORY_MAX);
	if (size > DOC_MAX)
		code = err_set(&r->why, RC_LIMIT, MSG_TOO_LARGE, "%zu bytes", size);
	else
		code = dates_guarded(by, (slice){text, size}, slice_c(reference), &a, r);
	arena_done(&a);
	return result_end(r, code, &source, ret_result);
}

const char *dd_result_json(const dd_result *result, size_t *ret_size)
{
	if (ret_size != NULL)
		*ret_size = result != NULL ? result->json.n : 0;
	return result != NULL ? result->json.p : "";
}

int dd_result_error(const dd_result *result, dd_error *ret_error)
{
	if (result == NULL || result->why.rc == RC_OK)
		return 0;
	error_out(&result->why, ret_error);
	return 1;
}

void dd_result_free(dd_result *result)
{
	allocator from;

	if (result == NULL)
		return;
	from = result->from;
	strbuf_done(&result->json);
	from.free(from.ctx, result);
}

const char *dd_strerror(dd_status status)
{
	static const char *const words[] = {
		[DD_OK] = "fine",
		[DD_INPUT] = "the input is not what it should be",
		[DD_LIMIT] = "over a stated limit",
		[DD_NOMEM] = "out of memory",
		[DD_USAGE] = "an argument is wrong",
	};
	size_t i = (size_t)status;

	return i < ARRAY_LEN(words) && words[i] != NULL ? words[i] : "unknown status";
}

const char *dd_version(void)
{
	return DONDOC_VERSION;
}
