/*
 * sheets.c - the words of a reading once more, for those who want its sheets.
 *
 * The tokens of a reading are not kept: few documents are spreadsheets, and cutting the
 * text again costs less than keeping them for all.
 */
#include "reading/sheets.h"

#include "reading/facts/tables/sheet.h"
#include "reading/facts/text/phrase.h"

static rc read_names(const rawdoc *doc, arena *a, sheets *ret, err *e)
{
	*ret = (sheets){0};
	for (uint32_t i = 0; i < doc->lines.n; i++) {
		const rawline *l = &doc->lines.p[i];

		if (l->flags & RAW_SHEET)
			*(sheet *)VEC_PUSH(a, &ret->list) = (sheet){
				.name = l->text, .hidden = l->marker.n > 0, .again = -1};
	}
	return ret->list.n > 0 ? RC_OK : err_set(e, RC_INPUT, MSG_NOT_A_SHEET, "no sheets");
}

rc sheets_run(const reader *rd, const rawdoc *doc, const sheet_choices *chosen, reading *r,
              arena *a, sheets *ret, err *e)
{
	scan *s;
	hits found[LAYER_COUNT];
	rc code;

	if (arena_guard(a) != 0) {
		a->guarded = false;
		return err_set(e, a->failed,
		               a->failed == RC_LIMIT ? MSG_OVER_BUDGET : MSG_NO_MEMORY,
		               "allocation failed after %zu bytes", a->taken);
	}
	code = read_names(doc, a, ret, e);
	if (code == RC_OK) {
		s = arena_new(a, scan);
		*s = (scan){.rd = rd, .r = r, .a = a};
		s->tk = tokens_of(r->text, rd->lex, a);
		lexicon_match(rd->lex, &s->tk, a, found);
		s->cue = found[LAYER_CUE];
		s->body = found[LAYER_BODY];
		sheets_read(s, chosen, ret);
	}
	a->guarded = false;
	return code;
}
