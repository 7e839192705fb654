/*
 * forms.c - the fields of a noun as a form, and a form as fields, by forms.def.
 *
 * Says nothing of what may be: that is the register's.
 */
#include "web/pages/forms.h"

#include "base/fold.h"
#include "model/roles.h"
#include "model/vi_format.h"
#include "register/hand/rule_words.h"
#include "web/pages/forms_bodies.h"
#include "web/pages/pages.h"

enum { BLANK_LINES = 2, LEAST_LINES = 3, CELLS_MOST = 16, PAPERS = 60 };

#define TEXT "text"
#define WIDE "wide"
#define LONG "long"
#define DAY "day"
#define WHEN "when"
#define BODY "body"
#define PAPER "paper"
#define CHOICE "choice"
#define KEEP "keep"
#define RULE "rule"
#define MONTH "month"

static const struct {
	enum hand noun;
	slice word;
	unsigned right;
	slice fresh, change, back;
} forms[] = {
#define FORM_OF(NOUN, word, right, fresh, change, back)                                            \
	{HAND_##NOUN, S(word), RIGHT_##right, S(fresh), S(change), S(back)},
#include "web/pages/forms.def"
};

/* One list: a field, or a field of rows followed by its cells. */
typedef struct form_part {
	enum hand noun;
	char what; /* f: field, r: rows, c: cell */
	slice field, label, kind, choices, hint;
} form_part;
static const form_part parts[] = {
#define FORM(NOUN, field, label, kind, choices, hint)                                              \
	{HAND_##NOUN, 'f', S(field), S(label), S(kind), S(choices), S(hint)},
#define FORM_ROWS(NOUN, field, label, hint)                                                        \
	{HAND_##NOUN, 'r', S(field), S(label), S("rows"), S(""), S(hint)},
#define FORM_CELL(NOUN, field, label, kind, choices)                                               \
	{HAND_##NOUN, 'c', S(field), S(label), S(kind), S(choices), S("")},
#include "web/pages/forms.def"
};

enum hand forms_noun(slice word, unsigned right)
{
	for (size_t i = 0; i < ARRAY_LEN(forms); i++)
		if (slice_eq(forms[i].word, word) && forms[i].right == right)
			return forms[i].noun;
	return HAND_COUNT;
}

static size_t form_of(enum hand h)
{
	size_t i = 0;

	while (forms[i].noun != h)
		i++;
	return i;
}

slice forms_heading(enum hand h, bool fresh)
{
	return fresh ? forms[form_of(h)].fresh : forms[form_of(h)].change;
}

slice forms_word(enum hand h)
{
	return forms[form_of(h)].word;
}

slice forms_back(visit *p, enum hand h, slice key)
{
	slice back = forms[form_of(h)].back;

	if (back.p[back.n - 1] != '/')
		return back;
	if (key.n == 0)
		return (slice){back.p, back.n - 1};
	return page_link(p, "%.*s%.*s", (int)back.n, back.p, (int)key.n, key.p);
}

slice forms_when(visit *p, slice iso)
{
	bool hour = false;
	int64_t minute;
	civil c;
	slice day;

	if (iso.n < 10 || hand_parse_minute(iso, false, &minute, &hour, NULL) != RC_OK)
		return iso;
	day = page_day(p, minute / CMIN_DAY);
	c = civil_of_minutes(minute);
	return hour ? page_link(p, "%02d:%02d %.*s", c.h, c.mi, (int)day.n, day.p) : day;
}

/* A document is known by its number and symbol; one that has none, or shares it, by its id. */
static slice paper_words(visit *p, slice pub)
{
	sql_document_one_row d;
	sql_search_numbered_rows same = {0};
	bool found = false;

	if (pub.n == 0 ||
	    sql_document_one(p->r->d, &p->r->who, (sql_document_one_in){pub}, p->a, &d, &found,
	                     NULL) != RC_OK ||
	    !found || d.number.n == 0 ||
	    sql_search_numbered(p->r->d, &p->r->who,
	                        (sql_search_numbered_in){.key = fold_number(p->a, d.number),
	                                                 .from_day = DB_NULL,
	                                                 .to_day = DB_NULL,
	                                                 .agency = DB_NULL,
	                                                 .most = 2},
	                        p->a, &same, NULL) != RC_OK)
		return pub;
	return same.n == 1 ? d.number : pub;
}

/* Beside a number, or an id where there is none: which document it is. */
static void tell_paper(visit *p, slice pub, form_field *f)
{
	sql_document_one_row d;
	bool found = false;

	if (pub.n == 0 ||
	    sql_document_one(p->r->d, &p->r->who, (sql_document_one_in){pub}, p->a, &d, &found,
	                     NULL) != RC_OK ||
	    !found)
		return;
	f->paper = pub;
	f->told = d.title;
}

/* The newest, to choose from. */
static rc fill_papers(visit *p, options *to, err *e)
{
	sql_document_list_rows rows = {0};
	rc code = sql_document_list(p->r->d, &p->r->who,
	                            (sql_document_list_in){.waiting = DB_NULL,
	                                                   .reviewed = DB_NULL,
	                                                   .agency = DB_NULL,
	                                                   .since = DB_NULL,
	                                                   .until = DB_NULL,
	                                                   .only = DB_NULL,
	                                                   .most = PAPERS},
	                            p->a, &rows, e);

	for (uint32_t i = 0; code == RC_OK && i < rows.n; i++)
		*VEC_PUSH(p->a, to) = (option){paper_words(p, rows.p[i].pub), rows.p[i].title,
		                               false};
	return code;
}

/* "2026-05" as "5/2026", as everybody writes it. */
static slice month_words(visit *p, slice month)
{
	return month.n == 7 && month.p[4] == '-'
	               ? page_link(p, "%d/%.4s", (month.p[5] - '0') * 10 + month.p[6] - '0',
	                           month.p)
	               : month;
}

static slice value_for(visit *p, slice kind, slice value)
{
	if (slice_eq(kind, S(PAPER)))
		return paper_words(p, value);
	if (slice_eq(kind, S(RULE)))
		return rule_said(p->a, value);
	if (slice_eq(kind, S(MONTH)))
		return month_words(p, value);
	return slice_eq(kind, S(DAY)) || slice_eq(kind, S(WHEN)) ? forms_when(p, value) : value;
}

static void fill_choices(visit *p, slice choices, slice value, options *to)
{
	slice one, word;

	while (choices.n > 0 && slice_next(&choices, ';', &one))
		if (slice_cut(&one, '=', &word))
			*VEC_PUSH(p->a, to) = (option){word, one, slice_eq(word, value)};
}

/* --- a form with values --- */

static slice cell_name(visit *p, slice field, unsigned at)
{
	return page_link(p, "%.*s.%u", (int)field.n, field.p, at);
}

static void fill_line(visit *p, const form_part *cells, unsigned n, slice row, form_field *f)
{
	form_line *line = VEC_PUSH(p->a, &f->lines);
	slice values[CELLS_MOST] = {0};

	*line = (form_line){0};
	hand_cells(row, values, ARRAY_LEN(values));
	for (unsigned i = 0; i < n && i < ARRAY_LEN(values); i++) {
		form_cell c = {.name = cell_name(p, cells[i].field, i),
		               .label = cells[i].label,
		               .kind = cells[i].kind,
		               .value = value_for(p, cells[i].kind, values[i])};

		fill_choices(p, cells[i].choices, values[i], &c.choices);
		*VEC_PUSH(p->a, &line->cells) = c;
	}
}

static unsigned count_cells(const form_part *at)
{
	unsigned n = 0;

	while (at + n < parts + ARRAY_LEN(parts) && at[n].what == 'c')
		n++;
	return n;
}

static void fill_rows(visit *p, const form_part *part, const hand_fields *values, form_field *f)
{
	const form_part *cells = part + 1;
	unsigned n = count_cells(cells);
	uint32_t blank;

	for (unsigned i = 0; i < n; i++)
		if (!slice_eq(cells[i].kind, S(KEEP)))
			*VEC_PUSH(p->a, &f->heads) = (form_cell){.label = cells[i].label,
			                                         .kind = cells[i].kind};
	for (uint32_t i = 0; i < values->n; i++)
		if (slice_eq(values->p[i].name, part->field) && values->p[i].value.n > 0)
			fill_line(p, cells, n, values->p[i].value, f);
	blank = f->lines.n + BLANK_LINES < LEAST_LINES ? LEAST_LINES : f->lines.n + BLANK_LINES;
	while (f->lines.n < blank)
		fill_line(p, cells, n, (slice){0}, f);
}

static void say_bodies(const form_bodies *bodies, form_view *v)
{
	for (uint32_t i = 0; i < v->fields.n; i++) {
		form_field *f = &v->fields.p[i];

		if (slice_eq(f->kind, S(BODY)))
			forms_bodies_say(bodies, &f->value, &f->told);
		for (uint32_t k = 0; k < f->lines.n; k++)
			for (uint32_t n = 0; n < f->lines.p[k].cells.n; n++) {
				form_cell *c = &f->lines.p[k].cells.p[n];

				if (slice_eq(c->kind, S(BODY)))
					forms_bodies_say(bodies, &c->value, &c->told);
			}
	}
}

rc forms_fill(visit *p, enum hand h, const hand_fields *values, form_view *v, err *e)
{
	bool asks_body = false, asks_paper = false;
	form_bodies bodies = {0};
	rc code;

	for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
		const form_part *part = &parts[i];
		form_field f = {.name = part->field,
		                .label = part->label,
		                .hint = part->hint,
		                .kind = part->kind};

		if (part->noun != h)
			continue;
		asks_body |= slice_eq(part->kind, S(BODY));
		asks_paper |= slice_eq(part->kind, S(PAPER));
		if (part->what == 'c')
			continue;
		if (part->what == 'r') {
			v->rows = true;
			fill_rows(p, part, values, &f);
		} else {
			slice value = hand_get(values, part->field);

			f.value = value_for(p, part->kind, value);
			if (slice_eq(part->kind, S(PAPER)))
				tell_paper(p, value, &f);
			fill_choices(p, part->choices, value, &f.choices);
		}
		*VEC_PUSH(p->a, &v->fields) = f;
	}
	code = asks_paper ? fill_papers(p, &v->papers, e) : RC_OK;
	if (code == RC_OK && asks_body)
		code = forms_bodies_load(p, &bodies, e);
	forms_bodies_offer(p, &bodies, &v->bodies);
	say_bodies(&bodies, v);
	return code;
}

/* --- what a form sent --- */

/* The i-th value that was sent under a name. */
static bool nth_value(const visit *p, slice name, uint32_t at, slice *ret)
{
	for (uint32_t i = 0; i < p->q->form.n; i++)
		if (slice_eq(p->q->form.p[i].name, name) && at-- == 0) {
			*ret = p->q->form.p[i].value;
			return true;
		}
	return false;
}

static slice taken(const form_part *part, const form_bodies *bodies, slice value)
{
	return slice_eq(part->kind, S(BODY)) ? forms_bodies_code(bodies, value) : value;
}

static void take_rows(visit *p, const form_part *part, const form_bodies *bodies, hand_fields *ret)
{
	unsigned n = count_cells(part + 1);
	slice cells[CELLS_MOST];

	hand_put(p->a, ret, part->field, S(""));
	for (uint32_t row = 0; nth_value(p, cell_name(p, part->field, 0), row, &cells[0]); row++) {
		for (unsigned i = 1; i < n && i < CELLS_MOST; i++) {
			cells[i] = (slice){0};
			(void)nth_value(p, cell_name(p, part->field, i), row, &cells[i]);
		}
		for (unsigned i = 0; i < n && i < CELLS_MOST; i++)
			cells[i] = taken(part + 1 + i, bodies, cells[i]);
		hand_put(p->a, ret, part->field, hand_row(p->a, cells, n));
	}
}

/* What is one line stays one, though its field grows with the words. */
static slice one_line(arena *a, slice value)
{
	char *to = arena_room(a, value.n);

	for (size_t i = 0; i < value.n; i++)
		to[i] = value.p[i] == '\r' || value.p[i] == '\n' ? ' ' : value.p[i];
	return slice_trim((slice){to, value.n});
}

void forms_take(visit *p, enum hand h, hand_fields *ret)
{
	form_bodies bodies;

	if (forms_bodies_load(p, &bodies, NULL) != RC_OK)
		bodies = (form_bodies){0}; /* then what was written goes as it is */
	for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
		slice value;

		if (parts[i].noun != h || parts[i].what == 'c')
			continue;
		if (parts[i].what == 'r')
			take_rows(p, &parts[i], &bodies, ret);
		else if (nth_value(p, parts[i].field, 0, &value))
			hand_put(p->a, ret, parts[i].field,
			         slice_eq(parts[i].kind, S(WIDE))
			                 ? one_line(p->a, value)
			                 : taken(&parts[i], &bodies, value));
	}
}

/* --- what was refused --- */

/* The label of the field, or of the rows, of which no day could be made; else nothing. */
static slice bad_day(enum hand h, const hand_fields *values)
{
	const form_part *rows = NULL;

	for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
		const form_part *part = &parts[i];
		bool day = slice_eq(part->kind, S(DAY)) || slice_eq(part->kind, S(WHEN));

		rows = part->what == 'r' ? part : rows;
		if (part->noun != h || !day)
			continue;
		for (uint32_t k = 0; k < values->n; k++) {
			const hand_field *f = &values->p[k];
			slice cells[CELLS_MOST] = {0}, value = f->value;
			const form_part *owner = part->what == 'c' ? rows : part;
			int64_t minute;

			if (!slice_eq(f->name, owner->field))
				continue;
			hand_cells(f->value, cells, ARRAY_LEN(cells));
			if (part->what == 'c')
				value = cells[part - rows - 1];
			if (hand_parse_minute(value, false, &minute, NULL, NULL) != RC_OK)
				return part->label;
		}
	}
	return (slice){0};
}

slice forms_fault(enum hand h, const hand_fields *values, const err *why)
{
	slice name = slice_c(why->detail);

	if (why->id == MSG_DATE_IMPOSSIBLE || why->id == MSG_DAY_BAD)
		return bad_day(h, values);
	if (why->id != MSG_WORDS_NEEDED || !slice_starts(name, S("no ")))
		return (slice){0};
	name = (slice){name.p + 3, name.n - 3};
	for (size_t i = 0; i < ARRAY_LEN(parts); i++)
		if (parts[i].noun == h && slice_eq(parts[i].field, name))
			return parts[i].label;
	return (slice){0};
}

/* --- the log --- */

enum { SAID_MOST = 60, CHANGED_MOST = 4000 };

static const form_part *part_of(slice noun, slice field)
{
	for (size_t i = 0; i < ARRAY_LEN(parts); i++)
		if (parts[i].what != 'c' && slice_eq(parts[i].field, field) &&
		    slice_eq(slice_c(hand_noun(parts[i].noun)), noun))
			return &parts[i];
	return NULL;
}

/* A value as the form shows it; "trống" for none. */
static slice value_words(visit *p, const form_part *x, slice value)
{
	slice rest = x->choices, one, key;

	while (rest.n > 0) {
		if (!slice_cut(&rest, ';', &one)) {
			one = rest;
			rest = (slice){0};
		}
		if (slice_cut(&one, '=', &key) && slice_eq(key, value))
			return one;
	}
	return value.n > 0 ? forms_when(p, value) : S("trống");
}

/* Of what is short both sides; of rows and long words that they changed. */
static void put_change(visit *p, const form_part *x, slice was, slice is, strbuf *to)
{
	bool whole = x->what == 'f' && was.n <= SAID_MOST && is.n <= SAID_MOST;

	strbuf_put(to, to->n > 0 ? S("; ") : S(""));
	strbuf_put(to, x->label);
	if (!whole)
		return;
	strbuf_put(to, S(": "));
	strbuf_put(to, value_words(p, x, was));
	strbuf_put(to, S(" → "));
	strbuf_put(to, value_words(p, x, is));
}

slice forms_changed(visit *p, slice noun, slice detail)
{
	hand_fields was = {0}, is = {0};
	slice said, before = {0};
	strbuf b;

	if (!hand_sides(detail, p->a, &was, &is) || was.n == 0)
		return (slice){0};
	strbuf_init(&b, NULL, CHANGED_MOST);
	for (uint32_t i = 0; i < was.n; before = was.p[i++].name) {
		const form_part *x = part_of(noun, was.p[i].name);

		if (x != NULL && !slice_eq(before, was.p[i].name))
			put_change(p, x, was.p[i].value, hand_get(&is, was.p[i].name), &b);
	}
	said = arena_copy(p->a, strbuf_slice(&b));
	strbuf_done(&b);
	return said;
}
