/*
 * sheet_cell.c - one cell of a sheet, by what its column holds.
 *
 * Dates and documents are those that the reading found there. It must never mend a value:
 * what is wrong is named.
 */
#include "reading/facts/tables/sheet_priv.h"

#include "reading/facts/text/phrase.h"
#include "reading/facts/text/within.h"

enum { DATES_MAX = 16, PHONE_LEAST = 8, PHONE_MOST = 12, CODE_LEAST = 2, CODE_MOST = 16 };

static const slice state_phrases[] = {
#define SHEET_STATE(word, phrase) S(phrase),
#include "reading/facts/tables/sheet_columns.def"
};
SAYINGS(state_phrases);

static const slice state_words[] = {
#define SHEET_STATE(word, phrase) S(word),
#include "reading/facts/tables/sheet_columns.def"
};

static span cell_span(const scan *s, uint32_t k, uint32_t end)
{
	const block *first = &s->r->blocks.p[k], *last = &s->r->blocks.p[end - 1];
	uint32_t at = first->marker.len > 0 ? first->marker.at : first->at.at;

	return (span){at, span_end(last->at) - at};
}

slice cell_text(const scan *s, uint32_t k, uint32_t end)
{
	return k < end ? slice_trim(slice_at(s->r->text, cell_span(s, k, end))) : (slice){0};
}

slice cell_state(const scan *s, uint32_t k, uint32_t end, bool whole)
{
	const block *b = &s->r->blocks.p[k];
	size_t which;
	uint32_t n = says_any(s, b->tok, &said_state_phrases, &which);

	if (n == 0 || n > b->ntok || (whole && (n < b->ntok || end - k > 1)))
		return (slice){0};
	return state_words[which];
}

/* Only figures and what stands between them: meant as a date. */
static bool is_figures(slice s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((s.p[i] < '0' || s.p[i] > '9') && memchr("/.-, ", s.p[i], 5) == NULL)
			return false;
	return s.n > 0;
}

static sheet_fault read_dates(const scan *s, uint32_t k, uint32_t end, sheet_value *v)
{
	span at = cell_span(s, k, end);
	const reading *r = s->r;
	bool resolved = false;

	for (uint32_t i = dates_from(s, at.at); i < r->dates.n; i++) {
		const datex *d = &r->dates.p[i];

		if (d->at.at >= span_end(at) || v->dates.n >= DATES_MAX)
			break;
		if (d->flags & DF_IMPOSSIBLE)
			return FAULT_IMPOSSIBLE_DATE;
		*VEC_PUSH(s->a, &v->dates) = i;
		resolved |= d->value.n > 0;
	}
	if (!resolved && is_figures(v->text))
		return FAULT_NOT_A_DATE;
	return FAULT_NONE;
}

static void read_citation(const scan *s, uint32_t k, uint32_t end, sheet_value *v)
{
	span at = cell_span(s, k, end);
	uint32_t i = citations_from(s, at.at);
	uint32_t tok = s->r->blocks.p[k].tok, stop = tok + s->r->blocks.p[k].ntok;
	symbol sym;

	if (i < s->r->citations.n && s->r->citations.p[i].at.at < span_end(at)) {
		v->value = s->r->citations.p[i].number;
		v->date = s->r->citations.p[i].date;
	} else if (symbol_at(s, tok, stop, false, &sym)) { /* a column of bare numbers */
		v->value = sym.value;
	}
}

static bool is_code(slice s)
{
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (!((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'))
			return false;
	}
	return s.n >= CODE_LEAST && s.n <= CODE_MOST;
}

/* Several may stand in a cell, ';' or '/' or a line end between. */
static bool are_phones(slice s)
{
	unsigned figures = 0;

	for (size_t i = 0; i <= s.n; i++) {
		char c = i < s.n ? s.p[i] : ';';

		if (c >= '0' && c <= '9') {
			figures++;
		} else if (memchr(";/,\n", c, 4) != NULL) {
			if (figures > 0 && (figures < PHONE_LEAST || figures > PHONE_MOST))
				return false;
			if (figures == 0 && i == s.n)
				return false;
			figures = 0;
		} else if (memchr("+.-() ", c, 6) == NULL) {
			return false;
		}
	}
	return true;
}

static bool is_email(slice s)
{
	const char *at = memchr(s.p, '@', s.n), *dot;
	slice host;

	if (at == NULL || at == s.p)
		return false;
	host = (slice){at + 1, (size_t)(s.p + s.n - at) - 1};
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] <= ' ' || (unsigned char)s.p[i] == 0x7f)
			return false;
	dot = host.n > 2 ? memchr(host.p + 1, '.', host.n - 2) : NULL;
	return dot != NULL && memchr(host.p, '@', host.n) == NULL;
}

/* "#REF!", "#N/A": what a formula left. */
static bool is_error(slice s)
{
	static const slice errors[] = {S("#REF!"),   S("#N/A"),  S("#VALUE!"), S("#NAME?"),
	                               S("#DIV/0!"), S("#NUM!"), S("#NULL!")};

	for (size_t i = 0; i < ARRAY_LEN(errors); i++)
		if (slice_eq(s, errors[i]))
			return true;
	return false;
}

sheet_fault cell_read(const scan *s, uint32_t k, uint32_t end, sheet_value *v)
{
	v->text = cell_text(s, k, end);
	if (is_error(v->text))
		return FAULT_CELL_ERROR;
	switch (sheet_field_type((sheet_field)v->field)) {
	case TYPE_DUE:
	case TYPE_DAY:
		return read_dates(s, k, end, v);
	case TYPE_STATE:
		v->value = cell_state(s, k, end, false);
		return FAULT_NONE;
	case TYPE_CITED:
		read_citation(s, k, end, v);
		return FAULT_NONE;
	case TYPE_CODE:
		return is_code(v->text) ? FAULT_NONE : FAULT_BAD_CODE;
	case TYPE_PHONE:
		return are_phones(v->text) ? FAULT_NONE : FAULT_BAD_PHONE;
	case TYPE_EMAIL:
		return is_email(v->text) ? FAULT_NONE : FAULT_BAD_EMAIL;
	default:
		return FAULT_NONE;
	}
}
