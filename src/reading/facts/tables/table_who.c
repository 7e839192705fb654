/*
 * table_who.c - who leads a row of a table, and who joins.
 *
 * A cell stands for itself. A blank is filled only where the row goes on with the one
 * above (no number of its own, a sub-number, "nt"), where a row above heads the section by
 * naming a body, or where the table is drawn in text, which knows no merged cells: a task
 * has somebody who leads it, so the blank is the rest of the cell above. A Word file says
 * which cells are merged; there a blank stays one.
 */
#include "reading/facts/tables/table_row.h"

#include "reading/facts/text/phrase.h"

enum { BODY_TOKENS_MAX = 80 }; /* a longer cell of bodies is running text */

/* "nt", "-nt-", "//", "Như trên": as the row above. */
bool says_ditto(const scan *s, const block *b)
{
	static const slice dittos[] = {S("nt"),       S("-nt-"),   S("//"),  S("\""),
	                               S("như trên"), S("- nt -"), S("-//-")};
	SAYINGS(dittos);
	uint32_t n = says_any(s, b->tok, &said_dittos, NULL);

	return n != 0 && n == b->ntok;
}

/* Where the next cue of coordination or leading begins among [i, end). */
static uint32_t next_turn(const scan *s, uint32_t i, uint32_t end)
{
	for (; i < end; i++) {
		enum cue c = cue_at(s, i, NULL);

		if (c == CUE_LEAD || c == CUE_COORD || says(s, i, S("phối hợp")) != 0)
			break;
	}
	return i;
}

/* A body that no registry knows is all that stands up to the next mark: in a cell of
 * bodies no order follows. Returns the token after it. */
static uint32_t whole_name(const scan *s, uint32_t from, uint32_t after, uint32_t stop,
                           actors *list)
{
	actor *a = &list->p[list->n - 1];

	if (a->agency.n != 0 || a->group.n != 0 || a->at.at < scan_tok(s, from)->at)
		return after;
	while (after < stop && scan_tok(s, after)->kind != TOK_PUNCT)
		after++;
	a->at.len = token_end(scan_tok(s, after - 1)) - a->at.at;
	a->text = slice_at(s->tk.text, a->at);
	return after;
}

void bodies_read(const scan *s, uint32_t i, uint32_t end, actors *lead, actors *with)
{
	actors *into = lead;
	uint32_t n;

	if (end > i + BODY_TOKENS_MAX)
		return;
	while (i < end && lead->n < TABLE_BODIES_MAX && with->n < TABLE_BODIES_MAX) {
		enum cue c = cue_at(s, i, &n);
		uint32_t stop, after;

		if (c == CUE_LEAD || c == CUE_COORD) {
			into = c == CUE_LEAD ? lead : with;
			i += n;
			continue;
		}
		if (says(s, i, S("phối hợp")) != 0) {
			into = with;
			i += 2;
			continue;
		}
		stop = next_turn(s, i + 1, end);
		after = actors_at(s, i, stop, scan_tok(s, i)->flags & TF_CAP, into);
		i = after > i ? whole_name(s, i, after, stop, into) : i + 1;
	}
}

void row_bodies(const tabling *t, const row *r, int32_t column, actors *lead, actors *with)
{
	uint32_t k, end;

	if (!row_cell(t, r, column, &k, &end))
		return;
	for (; k < end; k++) {
		const block *b = block_at(t, k);

		bodies_read(t->s, b->tok, b->tok + b->ntok, lead, with);
	}
}

/* A section's heading: the bodies it names, and nothing where it names a topic. */
void section_enter(tabling *t, const row *r, const block *b)
{
	const scan *s = t->s;
	uint32_t end = b->tok + b->ntok, after;
	actors lead = {0}, with = {0};

	while (end > b->tok && scan_tok(s, end - 1)->kind == TOK_PUNCT &&
	       (scan_mark(s, end - 1, ':') || scan_mark(s, end - 1, '.') ||
	        scan_mark(s, end - 1, MARK_ELLIPSIS)))
		end--;
	row_bodies(t, r, lead_column(t), &lead, &with);
	if (lead.n == 0) {
		after = actors_at(s, b->tok, end, false, &lead);
		if (after != end)
			lead = (actors){0};
		else if (lead.n == 1)
			lead.p[0].at = b->at, lead.p[0].text = slice_at(s->r->text, b->at);
	}
	t->section = lead;
	t->last = (actors){0};
}

/* Who leads the row, and where that is said. */
lead_source row_lead(tabling *t, const row *r, actors *lead, actors *with)
{
	uint32_t k, end;
	bool goes_on = r->ordinal == ORDINAL_NONE || r->ordinal == ORDINAL_SUB;

	if (row_cell(t, r, lead_column(t), &k, &end) && says_ditto(t->s, block_at(t, k)))
		goes_on = true;
	else
		row_bodies(t, r, lead_column(t), lead, with);
	if (lead->n != 0) {
		t->last = *lead;
		return LEAD_STATED;
	}
	if (goes_on && t->last.n != 0) {
		*lead = t->last;
		return LEAD_STATED;
	}
	if (t->section.n != 0) {
		*lead = t->section;
		return LEAD_HEADING;
	}
	/* A cell over several rows, drawn in text, stands in the first of them. */
	if (t->s->r->drawn_tables && t->last.n != 0) {
		*lead = t->last;
		return LEAD_STATED;
	}
	if (lead_column(t) < 0 && t->above != NULL && t->above->lead != NULL) {
		*lead = *t->above->lead;
		return t->above->source;
	}
	return LEAD_NONE;
}
