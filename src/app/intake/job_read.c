/*
 * job_read.c - open, hash, read. It decides nothing about what stands in a
 * document, and prints nothing.
 */
#include "app/intake/job_read.h"

#include <unistd.h>

#include "app/intake/container.h"
#include "app/intake/convert.h"
#include "app/intake/extract_child.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/strbuf.h"
#include "lib/builtin.h"
#include "reading/extract/limits.h"
#include "reading/parts.h"
#include "reading/secrecy.h"
#include "version.h"

#define TABLE_MAX ((size_t)32 << 20)
#define BUDGET ((size_t)2 << 30)
#define PATH_MAX_BYTES 4096

typedef VEC(registry_tables) registry_list;

static bool is_folder(slice name)
{
	return name.n > 0 && memchr(name.p, '/', name.n) != NULL;
}

/* One table of a folder on disk; a missing file is an absent table. */
static rc folder_table(slice folder, slice table, arena *a, slice *ret, err *e)
{
	char path[PATH_MAX_BYTES];
	strbuf b;

	strbuf_over(&b, path, sizeof path);
	strbuf_put(&b, folder);
	strbuf_putc(&b, '/');
	strbuf_put(&b, table);
	strbuf_putc(&b, '\0');
	if (b.failed != RC_OK)
		return err_set(e, RC_INPUT, MSG_REGISTRY_MISSING, "path too long");
	*ret = (slice){0};
	return access(path, F_OK) == 0 ? file_read(path, TABLE_MAX, a, ret, e) : RC_OK;
}

static rc folder_registry(slice folder, arena *a, registry_tables *ret, err *e)
{
	static const slice names[] = {S("agencies.tsv"), S("groups.tsv"), S("units.tsv")};
	slice *into[] = {&ret->agencies, &ret->groups, &ret->units};

	while (folder.n > 1 && folder.p[folder.n - 1] == '/')
		folder.n--;
	ret->name = folder;
	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		rc code = folder_table(folder, names[i], a, into[i], e);

		if (code != RC_OK)
			return code;
	}
	if (ret->agencies.p == NULL && ret->groups.p == NULL && ret->units.p == NULL)
		return err_set(e, RC_INPUT, MSG_REGISTRY_MISSING, "no table in the folder");
	return RC_OK;
}

static rc registries_open(slice names, arena *a, registry_list *ret, bool *ret_own, err *e)
{
	slice rest = names, name;

	while (slice_next(&rest, ',', &name)) {
		registry_tables *t = VEC_PUSH(a, ret);
		rc code = is_folder(name) ? folder_registry(name, a, t, e)
		                          : builtin_registry(name, t, e);

		if (code != RC_OK)
			return code;
		*ret_own = *ret_own || is_folder(name);
	}
	return RC_OK;
}

/* The identity of the tables: the built-in ones' own, or, where a folder adds to them, the
 * hash of both. Each with its length in front: no two lists of tables run together. */
static void identify(job_reader *jr, const registry_list *list, bool own)
{
	slice base = builtin_hash();
	VEC(slice) parts = {0};

	jr->ident = (json_reader){S(DONDOC_VERSION), base};
	*VEC_PUSH(&jr->a, &parts) = base;
	for (uint32_t i = 0; own && i < list->n; i++) {
		const slice tables[] = {list->p[i].agencies, list->p[i].groups, list->p[i].units};

		for (size_t k = 0; k < ARRAY_LEN(tables); k++) {
			uint64_t n = tables[k].n;

			*VEC_PUSH(&jr->a, &parts) = arena_copy(&jr->a,
			                                       (slice){(const char *)&n, sizeof n});
			*VEC_PUSH(&jr->a, &parts) = tables[k];
		}
	}
	if (own) {
		hash_sha256(parts.p, parts.n, jr->data_hash);
		jr->ident.data = slice_c(jr->data_hash);
	}
	jr->rd.data_hash = jr->ident.data;
}

static json_limits limits_of(const void *ctx, const datex *d)
{
	const calendar *c = ctx;
	bool timed = d->last != CMIN_NONE && (d->last + 1) % CMIN_DAY != 0;

	if (d->last == CMIN_NONE)
		return (json_limits){CMIN_NONE, CMIN_NONE};
	return (json_limits){calendar_safe(c, d->last, timed), calendar_rolled(c, d->last)};
}

static rc calendar_open(job_reader *jr, const char *cal, err *e)
{
	slice tsv = {0};
	rc code;

	if (cal == NULL)
		return RC_OK;
	if (slice_eq(slice_c(cal), S("builtin"))) {
		tsv = builtin_calendar();
	} else {
		code = file_read(cal, TABLE_MAX, &jr->a, &tsv, e);
		if (code != RC_OK)
			return code;
	}
	code = calendar_load(tsv, false, &jr->a, &jr->cal, e);
	if (code != RC_OK)
		return code;
	jr->limits = (json_calendar){limits_of, &jr->cal};
	jr->with_calendar = &jr->limits;
	return RC_OK;
}

rc job_reader_open(job_reader *ret, const char *registries, const char *cal, err *e)
{
	slice names = registries ? slice_c(registries) : S(BUILTIN_REGISTRIES);
	registry_list list = {0};
	bool own = false;
	rc code;

	*ret = (job_reader){0};
	arena_init(&ret->a, NULL, 0);
	code = registries_open(names, &ret->a, &list, &own, e);
	if (code == RC_OK && !builtin_reader(names, &ret->a, &ret->rd))
		code = reader_init(list.p, list.n, builtin_cues(), &ret->a, &ret->rd, e);
	if (code == RC_OK)
		code = calendar_open(ret, cal, e);
	if (code == RC_OK)
		identify(ret, &list, own);
	return code;
}

void job_reader_done(job_reader *jr)
{
	arena_done(&jr->a);
}

/* What a file is known by. */
static void identify_bytes(job_doc *doc, slice bytes)
{
	hash_sha256(&bytes, 1, doc->sha256);
	doc->source.sha256 = slice_c(doc->sha256);
	doc->source.bytes = (int64_t)bytes.n;
	doc->original = bytes;
}

/* Before anything of it is printed or stored: the file holds them all. */
static rc keep_out_secrets(const job_reader *jr, job_doc *doc, const doc_parts *all, err *e)
{
	bool marked = false;

	for (uint32_t i = 0; i < all->n; i++)
		marked |= all->p[i].r.secrecy != SECRECY_NONE || secrecy_marked(all->p[i].r.text);
	if (jr->allow_secret || !marked)
		return RC_OK;
	doc->lines = (rawdoc){0};
	return err_set(e, RC_INPUT, MSG_SECRET, "a mark of secrecy");
}

typedef struct shower {
	const job_reader *jr;
	job_file *file;
	job_show *show;
	void *ctx;
} shower;

/* The file itself, and not what a container held. */
static bool is_begun(const job_file *f, slice bytes)
{
	return f->begun && bytes.p == f->bytes.p && bytes.n == f->bytes.n;
}

static rc read_bytes(const shower *s, file_kind kind, slice bytes, job_doc *doc, doc_parts *ret,
                     err *e)
{
	const job_reader *jr = s->jr;
	rawdoc *lines = &doc->lines;
	rc code = RC_OK;

	if (is_begun(s->file, bytes)) {
		s->file->begun = false;
		code = extract_finish(&s->file->x, &doc->a, lines, e);
	} else {
		if (convert_wanted(kind))
			code = convert_office(&kind, &bytes, &doc->a, e);
		if (code == RC_OK)
			code = extract_in_child(kind, bytes, &doc->a, lines, e);
	}
	if (code == RC_OK) {
		doc->source.ocr = lines->ocr;
		doc->source.confidence = lines->confidence;
		code = reading_run_parts(&jr->rd, lines, &doc->a, ret, e);
	}
	return code == RC_OK ? keep_out_secrets(jr, doc, ret, e) : code;
}

/* The name of a member without the folders of its archive. */
static slice without_folders(slice name)
{
	for (size_t i = name.n; i > 0; i--)
		if (name.p[i - 1] == '/')
			return (slice){name.p + i, name.n - i};
	return name;
}

/* "quyet-dinh.pdf#2": the further documents of a file have its name and their number. */
static void name_part(job_doc *doc, const container_doc *found, uint32_t number)
{
	slice *path = arena_array(&doc->a, slice, found->npath);
	slice *last = &path[found->npath - 1];

	memcpy(path, found->path, sizeof *path * found->npath);
	*last = arena_printf(&doc->a, "%.*s#%u", (int)last->n, last->p, number);
	doc->source.path = path;
	doc->source.name = found->npath > 1 ? without_folders(*last) : *last;
}

/* Memory that ends is an error like another one. */
static rc make_part(const shower *s, const container_doc *found, const doc_part *one, job_doc *doc,
                    err *e)
{
	if (arena_guard(&doc->a) != 0) {
		doc->a.guarded = false;
		return err_set(e, doc->a.failed, MSG_NO_MEMORY, "a part of a file");
	}
	if (doc->source.part > 1)
		name_part(doc, found, doc->source.part);
	doc->a.guarded = false;
	doc->r = one->r;
	doc->lines = one->lines;
	return s->jr->prepare != NULL ? s->jr->prepare(s->jr, doc, e) : RC_OK;
}

static void show_parts(const shower *s, const container_doc *found, const doc_parts *all,
                       job_doc *doc)
{
	doc->source.parts = all->n;
	for (uint32_t i = 0; i < all->n; i++) {
		err e = {0};
		rc code;

		doc->source.part = i + 1;
		code = make_part(s, found, &all->p[i], doc, &e);
		s->show(s->ctx, doc, code != RC_OK ? &e : NULL);
	}
}

static void one_document(void *ctx, const container_doc *found, const err *refused)
{
	const shower *s = ctx;
	job_doc doc = {.source = {.name = found->path[found->npath - 1],
	                          .path = found->path,
	                          .npath = found->npath,
	                          .media = found->media,
	                          .bytes = -1,
	                          .confidence = 1.0F}};
	doc_parts all = {0};
	err e = {0};
	rc code;

	if (found->npath > 1)
		doc.source.name = without_folders(doc.source.name);
	arena_init(&doc.a, NULL,
	           extract_foreign(found->kind) || convert_wanted(found->kind)
	                   ? LIMIT_DOCUMENT_MEMORY
	                   : BUDGET);
	if (found->whole.n > 0)
		identify_bytes(&doc, found->whole);
	code = refused != NULL ? refused->rc
	                       : read_bytes(s, found->kind, found->bytes, &doc, &all, &e);
	if (code == RC_OK)
		show_parts(s, found, &all, &doc);
	else
		s->show(s->ctx, &doc, refused != NULL ? refused : &e);
	arena_done(&doc.a);
}

void job_read_file(const job_reader *jr, job_file *f, job_show *show, void *ctx)
{
	shower s = {jr, f, show, ctx};

	if (f->failed.rc != RC_OK) {
		job_doc doc = {.source = {.name = f->name, .bytes = -1, .confidence = 1.0F}};

		arena_init(&doc.a, NULL, BUDGET);
		show(ctx, &doc, &f->failed);
		arena_done(&doc.a);
	} else {
		container_walk(f->name, f->bytes, one_document, &s);
	}
	job_file_stop(f);
}

void job_read(const job_reader *jr, const char *path, job_show *show, void *ctx)
{
	job_file f;

	job_file_begin(&f, path, NULL, 0);
	job_read_file(jr, &f, show, ctx);
	job_file_drop(&f);
}

slice job_body_name(const job_reader *jr, slice code)
{
	uint32_t i = code.n > 0 ? registry_find(jr->rd.reg, code) : BODY_NOBODY;

	return i == BODY_NOBODY ? (slice){0} : jr->rd.reg->bodies.p[i].name;
}
