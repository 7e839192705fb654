/*
 * fuzz_common.c - the reader that all targets use, and what must hold of a reading.
 *
 * The one place in the tests with state between calls: making a reader for every
 * input would leave no time for the inputs.
 */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/strbuf.h"
#include "base/utf8.h"
#include "embed.h"
#include "reading/extract/tsv.h"

#define REGISTRIES_MAX 8

static void must(bool holds, const char *what)
{
	if (holds)
		return;
	(void)fprintf(stderr, "does not hold: %s\n", what);
	abort();
}

static slice file_or_nothing(const char *path)
{
	slice bytes = {NULL, 0};

	(void)embed_find(path, &bytes);
	return bytes;
}

/* add_file() - remember a table under its registry: "data/registry/NAME/X.tsv". */
static void add_file(registry_tables *tables, uint32_t *n, slice path, slice bytes)
{
	slice rest = {path.p + 14, path.n - 14}, name;
	registry_tables *t;

	if (!slice_cut(&rest, '/', &name))
		return;
	if (*n == 0 || !slice_eq(tables[*n - 1].name, name)) {
		if (*n == REGISTRIES_MAX)
			return;
		tables[(*n)++] = (registry_tables){.name = name};
	}
	t = &tables[*n - 1];
	if (slice_eq(rest, S("agencies.tsv")))
		t->agencies = bytes;
	else if (slice_eq(rest, S("groups.tsv")))
		t->groups = bytes;
	else if (slice_eq(rest, S("units.tsv")))
		t->units = bytes;
}

const reader *fuzz_reader(void)
{
	static reader made;
	static arena mem;
	static bool ready;
	registry_tables tables[REGISTRIES_MAX];
	uint32_t n = 0;
	const char *path;
	slice bytes;
	err e = {0};

	if (ready)
		return &made;
	arena_init(&mem, NULL, 0);
	for (size_t i = 0; embed_at(i, &path, &bytes); i++) {
		slice p = {path, strnlen(path, 256)};

		if (slice_starts(p, S("data/registry/")))
			add_file(tables, &n, p, bytes);
	}
	must(reader_init(tables, n, file_or_nothing("data/grammar/cues.tsv"), &mem, &made, &e) ==
	             RC_OK,
	     "the reader starts on its own tables");
	ready = true;
	return &made;
}

static void check_span(const reading *r, span at)
{
	must((size_t)at.at + at.len <= r->text.n, "a span lies inside the text");
}

static void check_actors(const reading *r, const actors *list)
{
	for (uint32_t i = 0; i < list->n; i++)
		check_span(r, list->p[i].at);
}

static void check_indexes(const indexes *list, uint32_t n)
{
	for (uint32_t i = 0; i < list->n; i++)
		must(list->p[i] < n, "an index points into its list");
}

static void check_assignment(const reading *r, const assignment *a)
{
	check_span(r, a->at);
	check_span(r, a->action);
	check_actors(r, &a->lead);
	check_actors(r, &a->with);
	check_actors(r, &a->recipients);
	check_indexes(&a->deadlines, r->dates.n);
	check_indexes(&a->basis, r->citations.n);
	check_indexes(&a->depends_on, r->assignments.n);
}

static void check_origin(const reading *r)
{
	for (uint32_t i = 1; i < r->origin.n; i++)
		must(r->origin.p[i - 1].text <= r->origin.p[i].text, "the origin map ascends");
}

void fuzz_check_reading(const reading *r)
{
	must(utf8_invalid_at(r->text) == r->text.n, "the text is UTF-8");
	check_origin(r);
	for (uint32_t i = 0; i < r->blocks.n; i++) {
		check_span(r, r->blocks.p[i].at);
		must(r->blocks.p[i].parent < (int32_t)i, "a block stands after its parent");
	}
	for (uint32_t i = 0; i < r->dates.n; i++) {
		const datex *d = &r->dates.p[i];

		check_span(r, d->at);
		must(d->first == CMIN_NONE || d->last == CMIN_NONE || d->first <= d->last,
		     "a period begins before it ends");
	}
	for (uint32_t i = 0; i < r->citations.n; i++)
		check_span(r, r->citations.p[i].at);
	for (uint32_t i = 0; i < r->assignments.n; i++)
		check_assignment(r, &r->assignments.p[i]);
	for (uint32_t i = 0; i < r->meetings.n; i++)
		check_actors(r, &r->meetings.p[i].participants);
	check_actors(r, &r->recipients);
	check_actors(r, &r->addressees);
}

static uint32_t own_lines(const rawdoc *doc)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < doc->lines.n; i++)
		n += !(doc->lines.p[i].flags & RAW_SIGNER); /* who signed has signed all parts */
	return n;
}

void fuzz_check_parts(const rawdoc *doc, arena *a)
{
	doc_parts *all = arena_new(a, doc_parts);
	uint32_t lines = 0;
	err e = {0};

	if (reading_run_parts(fuzz_reader(), doc, a, all, &e) != RC_OK)
		return;
	must(all->n > 0, "a file has a document");
	for (uint32_t i = 0; i < all->n; i++) {
		fuzz_check_reading(&all->p[i].r);
		lines += own_lines(&all->p[i].lines);
	}
	must(lines == own_lines(doc), "each line is one document's");
}

void fuzz_check_scan(slice rows)
{
	strbuf b;
	arena a;
	rawdoc *raw;
	err e = {0};

	strbuf_init(&b, NULL, (size_t)1 << 22);
	strbuf_put(&b, S("1\t1\t0\t0\t0\t0\t0\t0\t2480\t3508\t-1\t\n"));
	strbuf_put(&b, rows);
	arena_init(&a, NULL, 0);
	raw = arena_new(&a, rawdoc);
	if (rawdoc_from_tsv(strbuf_slice(&b), &a, raw, &e) == RC_OK)
		fuzz_check_parts(raw, &a);
	arena_done(&a);
	strbuf_done(&b);
}

slice fuzz_valid(const uint8_t *bytes, size_t n)
{
	slice s = {(const char *)bytes, n};

	s.n = utf8_invalid_at(s);
	return s;
}
