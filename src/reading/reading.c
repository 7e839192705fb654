/*
 * reading.c - the order of the passes.
 *
 * Everything a pass needs is an argument: no clock, no file, no state between
 * two documents. A failed allocation anywhere ends here, through the arena's
 * guard, as one error.
 */
#include "reading/reading.h"

#include "reading/boxes.h"

#include "reading/extract/legacy.h"
#include "reading/facts/facts.h"
#include "reading/facts/frame/header.h"
#include "reading/layout.h"
#include "reading/mend.h"
#include "reading/shape/shape.h"
#include "reading/stamps.h"

enum { PAGES_NAMED = 50 };

typedef void pass(scan *s);

static pass *const passes[] = {
	blocks_find,      header_find,  signature_find,   citations_find,
	dates_find,       purpose_find, meetings_find,    roles_find,
	assignments_find, figures_find, elsewhere_settle,
};

/* The class a cue line names, CUE_NONE when it names none. */
static enum cue cue_of(slice name)
{
	static const struct {
		const char *p;
		size_t n;
	} names[CUE_COUNT] = {
		{"NONE", 4},
#define CUE(id) {#id, sizeof #id - 1},
#include "reading/lex/cues.def"
#undef CUE
	};

	for (uint32_t i = 1; i < CUE_COUNT; i++)
		if (slice_eq(name, (slice){names[i].p, names[i].n}))
			return (enum cue)i;
	return CUE_NONE;
}

static rc cues_load(slice tsv, lexicon *lex, err *e)
{
	slice rest = tsv, line;
	uint32_t n = 0;

	while (slice_next(&rest, '\n', &line)) {
		slice cls;
		enum cue c;

		n++;
		line = slice_trim(line);
		if (line.n == 0 || line.p[0] == '#')
			continue;
		if (!slice_cut(&line, '\t', &cls) || (c = cue_of(cls)) == CUE_NONE ||
		    !lexicon_add(lex, LAYER_CUE, line, (uint16_t)c, n))
			return err_set(e, RC_INPUT, MSG_REGISTRY_BAD, "cues.tsv line %u", n);
	}
	return RC_OK;
}

rc reader_init(const registry_tables *tables, uint32_t n, slice cues, arena *a, reader *ret, err *e)
{
	lexicon *lex = lexicon_new(a);
	registry *reg = arena_new(a, registry);
	rc code = cues_load(cues, lex, e); /* first: the lexicon keeps the words that come first */

	if (code == RC_OK)
		code = registry_load(tables, n, lex, a, reg, e);
	if (code != RC_OK)
		return code;
	lexicon_done(lex);
	*ret = (reader){.lex = lex, .reg = reg, .said = sayings_new(lex, a)};
	return RC_OK;
}

void reader_freeze(const reader *rd, arena *a, strbuf *to)
{
	lexicon_freeze(rd->lex, to);
	registry_freeze(rd->reg, a, to);
}

bool reader_thaw(slice frozen, arena *a, reader *ret)
{
	const lexicon *lex = lexicon_thaw(&frozen, a);
	const registry *reg = lex != NULL ? registry_thaw(&frozen, a) : NULL;

	if (reg == NULL)
		return false;
	/* Phrases stay where the program has them, in the order of its own linker. */
	*ret = (reader){.lex = lex, .reg = reg, .said = sayings_new(lex, a)};
	return true;
}

static void read_shaped(const reader *rd, bool scanned, arena *a, reading *r)
{
	scan s = {.rd = rd, .r = r, .a = a, .scanned = scanned};
	hits found[LAYER_COUNT];
	uint32_t nblocks = r->blocks.n;

	s.tk = tokens_of(r->text, rd->lex, a);
	lexicon_match(rd->lex, &s.tk, a, found);
	s.cue = found[LAYER_CUE];
	s.body = found[LAYER_BODY];
	second_cut(&s);
	for (size_t i = 0; i < ARRAY_LEN(passes); i++)
		passes[i](&s);
	r->blocks.n = nblocks;
}

static rc out_of_room(arena *a, err *e)
{
	a->guarded = false;
	return err_set(e, a->failed, a->failed == RC_LIMIT ? MSG_OVER_BUDGET : MSG_NO_MEMORY,
	               "allocation failed after %zu bytes", a->taken);
}

uint32_t reading_figures(const rawdoc *doc, const reading *r)
{
	bool drawn = doc->leaves.n > 0;

	return drawn && (doc->ocr || r->signature.name.n > 0) ? 0 : doc->figures;
}

/* Nothing is left out in silence. */
static void warn_of_pages(const rawdoc *doc, arena *a, reading *r)
{
	slice said = S("pages that are pictures and were not read:");
	uint32_t figures = reading_figures(doc, r);

	if (doc->pictures > 0)
		*VEC_PUSH(a, &r->warnings) = arena_printf(
			a, "pictures as large as a page that were not read: %u", doc->pictures);
	if (figures > 0)
		*VEC_PUSH(a, &r->warnings) = arena_printf(
			a, "pictures beside the words that were not read: %u", figures);
	if (r->other != 0)
		*VEC_PUSH(a, &r->warnings) = arena_printf(
			a, "another document begins at byte %u and was not read", r->other);
	if (doc->bare.n == 0)
		return;
	for (uint32_t i = 0; i < doc->bare.n && i < PAGES_NAMED; i++)
		said = arena_printf(a, "%.*s %u", (int)said.n, said.p, doc->bare.p[i]);
	*VEC_PUSH(a, &r->warnings) = said;
}

rc reading_run_raw(const reader *rd, const rawdoc *doc, arena *a, reading *ret, err *e)
{
	rawdoc mended = *doc;
	bool scanned; /* by whichever program */

	*ret = (reading){0};
	if (arena_guard(a) != 0)
		return out_of_room(a, e);
	legacy_mend(&mended, a);
	scanned = mended.ocr || mend_wanted(&mended, a);
	if (scanned)
		mend_scan(&mended, a);
	shape_run(&mended, a, ret);
	if (mended.ocr)
		sure_words(ret, &mended, a);
	read_shaped(rd, scanned, a, ret);
	if (mended.ocr) {
		sure_lower(ret);
		stamps_settle(ret);
	}
	if (scanned && !mended.ocr)
		*VEC_PUSH(a, &ret->warnings) = S(
			"read off a picture by another program: lost marks of letters were put back");
	warn_of_pages(&mended, a, ret);
	layout_find(&mended, a, ret);
	if (rd->boxes)
		boxes_find(&mended, a, ret);
	a->guarded = false;
	return RC_OK;
}

rc reading_run(const reader *rd, slice bytes, arena *a, reading *ret, err *e)
{
	rawdoc doc = {0};
	rc code;

	if (arena_guard(a) != 0)
		return out_of_room(a, e);
	code = rawdoc_from_text(bytes, a, &doc, e);
	a->guarded = false;
	if (code != RC_OK)
		return code;
	return reading_run_raw(rd, &doc, a, ret, e);
}
