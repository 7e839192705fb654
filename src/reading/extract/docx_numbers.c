/*
 * docx_numbers.c - automatic numbers and bullets, counted as Word counts them.
 *
 * The numbers of a list are kept with its definition (abstractNum), which several
 * lists may share; a list with a start of its own begins anew when it is first
 * used. A level begins again when a higher one counts on, unless it says not to.
 */
#include "reading/extract/docx_priv.h"

#include <stdlib.h>

#include "base/utf8.h"

enum {
	MARKER_MAX = 60,
	LETTERS_REPEAT = 6,
	ROMAN_MAX = 3999,
	COUNT_MAX = 1 << 28,
	NONE_INDEX = -1,
};

enum format {
	FMT_DECIMAL,
	FMT_ZERO,
	FMT_ROMAN_UP,
	FMT_ROMAN,
	FMT_LETTER_UP,
	FMT_LETTER,
	FMT_BULLET,
	FMT_NONE
};

typedef struct level {
	int32_t start, restart; /* restart -1: after any higher level */
	enum format format;
	bool legal, said;
	slice text, style;
	docx_set set;
} level;

#define LEVEL_NEW ((level){.start = 1, .restart = -1, .set = docx_set_none()})

typedef struct definition {
	int32_t id;
	slice link; /* the style that has the levels instead */
	level levels[LEVELS];
	int32_t count[LEVELS];
	bool begun[LEVELS];
} definition;

typedef struct list {
	int32_t id, abstract;
	int32_t def;             /* index; NONE_INDEX: unknown */
	int32_t starts[LEVELS];  /* -1: none of its own */
	level *own;              /* LEVELS of them, those that are said; or NULL */
	uint16_t used;           /* a bit a level */
} list;

struct numbers {
	VEC(definition) defs;
	VEC(list) lists;
	arena *a;
	/* while reading */
	docx_sets *sets;
	bool in_def, in_list;
	level *at;
	int32_t override; /* level of a list that is being given anew, or -1 */
};

static enum format format_of(slice s)
{
	static const struct {
		slice name;
		enum format format;
	} names[] = {
		{S("bullet"), FMT_BULLET},         {S("none"), FMT_NONE},
		{S("upperRoman"), FMT_ROMAN_UP},   {S("lowerRoman"), FMT_ROMAN},
		{S("upperLetter"), FMT_LETTER_UP}, {S("lowerLetter"), FMT_LETTER},
		{S("decimalZero"), FMT_ZERO},
	};

	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		if (slice_eq(s, names[i].name))
			return names[i].format;
	return FMT_DECIMAL;
}

static void def_begin(numbers *n, xml *x, const char *const *attrs)
{
	definition *d;

	if (n->defs.n >= LIMIT_LISTS) {
		xml_stop(x, RC_LIMIT, MSG_HOSTILE);
		return;
	}
	d = VEC_PUSH(n->a, &n->defs);
	d->id = xml_int(attrs, S("abstractNumId"), -1);
	for (int i = 0; i < LEVELS; i++)
		d->levels[i] = LEVEL_NEW;
	n->in_def = true;
}

static void list_begin(numbers *n, xml *x, const char *const *attrs)
{
	list *l;

	if (n->lists.n >= LIMIT_LISTS) {
		xml_stop(x, RC_LIMIT, MSG_HOSTILE);
		return;
	}
	l = VEC_PUSH(n->a, &n->lists);
	*l = (list){.id = xml_int(attrs, S("numId"), -1), .abstract = -1, .def = NONE_INDEX};
	memset(l->starts, 0xff, sizeof l->starts);
	n->in_list = true;
	n->override = -1;
}

static void level_begin(numbers *n, const char *const *attrs)
{
	int32_t i = xml_int(attrs, S("ilvl"), -1);

	n->at = NULL;
	if (i < 0 || i >= LEVELS)
		return;
	if (n->in_def) {
		n->at = &n->defs.p[n->defs.n - 1].levels[i];
	} else if (n->in_list) {
		list *l = &n->lists.p[n->lists.n - 1];

		if (l->own == NULL)
			l->own = arena_array(n->a, level, LEVELS);
		n->at = &l->own[i];
		*n->at = LEVEL_NEW;
	}
	if (n->at != NULL)
		n->at->said = true;
}

static void level_part(numbers *n, uint32_t id, const char *const *attrs)
{
	slice val = xml_attr(attrs, S("val"));

	switch (id) {
	case X_START:
		n->at->start = xml_int(attrs, S("val"), 1);
		break;
	case X_NUMFMT:
		n->at->format = format_of(val);
		break;
	case X_LVLTEXT:
		n->at->text = arena_copy(n->a, val);
		break;
	case X_LVLRESTART:
		n->at->restart = xml_int(attrs, S("val"), -1);
		break;
	case X_ISLGL:
		n->at->legal = docx_on(attrs);
		break;
	case X_PSTYLE:
		n->at->style = arena_copy(n->a, val);
		break;
	default:
		break;
	}
}

static void list_part(numbers *n, uint32_t id, const char *const *attrs)
{
	list *l = &n->lists.p[n->lists.n - 1];

	if (id == X_ABSTRACTNUMID) {
		l->abstract = xml_int(attrs, S("val"), -1);
	} else if (id == X_LVLOVERRIDE) {
		n->override = xml_int(attrs, S("ilvl"), -1);
	} else if (id == X_STARTOVERRIDE && n->override >= 0 && n->override < LEVELS) {
		l->starts[n->override] = xml_int(attrs, S("val"), -1);
	}
}

static void on_start(xml *x, void *ctx, uint32_t id, const char *const *attrs)
{
	numbers *n = ctx;

	if (id == X_PPR && n->at != NULL)
		n->at->set = docx_sets_at(n->sets, xml_at(x));
	if (docx_skipped(id) || id == X_PPR || id == X_RPR)
		xml_skip(x);
	else if (id == X_ABSTRACTNUM)
		def_begin(n, x, attrs);
	else if (id == X_NUM)
		list_begin(n, x, attrs);
	else if (id == X_LVL)
		level_begin(n, attrs);
	else if (n->at != NULL)
		level_part(n, id, attrs);
	else if (n->in_list)
		list_part(n, id, attrs);
	else if (n->in_def && id == X_NUMSTYLELINK)
		n->defs.p[n->defs.n - 1].link = arena_copy(n->a, xml_attr(attrs, S("val")));
}

static void on_end(xml *x, void *ctx, uint32_t id)
{
	numbers *n = ctx;

	(void)x;
	if (id == X_LVL)
		n->at = NULL;
	else if (id == X_ABSTRACTNUM)
		n->in_def = false;
	else if (id == X_NUM)
		n->in_list = false;
	else if (id == X_LVLOVERRIDE)
		n->override = -1;
}

static int by_id(const void *a, const void *b)
{
	int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;

	return (x > y) - (x < y);
}

static list *list_find(const numbers *n, int32_t id)
{
	return n->lists.n ? bsearch(&id, n->lists.p, n->lists.n, sizeof(list), by_id) : NULL;
}

rc numbers_read(slice part, docx_sets *sets, numbers **ret, arena *a, err *e)
{
	numbers *n = arena_new(a, numbers);
	xml_handler h = docx_handler(on_start, on_end, NULL);
	rc code = RC_OK;

	n->a = a;
	n->sets = sets;
	*ret = n;
	if (part.n > 0)
		code = xml_parse(part, &h, n, a, e);
	if (code != RC_OK)
		return code;
	if (n->defs.n > 1)
		qsort(n->defs.p, n->defs.n, sizeof(definition), by_id);
	if (n->lists.n > 1)
		qsort(n->lists.p, n->lists.n, sizeof(list), by_id);
	for (uint32_t i = 0; i < n->lists.n; i++) {
		const definition *d = n->defs.n ? bsearch(&n->lists.p[i].abstract, n->defs.p,
		                                          n->defs.n, sizeof(definition), by_id)
		                                : NULL;

		n->lists.p[i].def = d == NULL ? NONE_INDEX : (int32_t)(d - n->defs.p);
	}
	return RC_OK;
}

typedef struct writer {
	char p[MARKER_MAX];
	size_t n;
} writer;

static void put(writer *w, slice s)
{
	if (s.n > sizeof w->p - w->n)
		return;
	slice_copy(w->p + w->n, s);
	w->n += s.n;
}

static void put_decimal(writer *w, int32_t v)
{
	char digits[12];
	size_t n = sizeof digits;

	do
		digits[--n] = (char)('0' + v % 10);
	while ((v /= 10) > 0);
	put(w, (slice){digits + n, sizeof digits - n});
}

static void put_roman(writer *w, int32_t v, bool upper)
{
	static const struct {
		int32_t value;
		slice upper, lower;
	} parts[] = {
		{1000, S("M"), S("m")},  {900, S("CM"), S("cm")}, {500, S("D"), S("d")},
		{400, S("CD"), S("cd")}, {100, S("C"), S("c")},   {90, S("XC"), S("xc")},
		{50, S("L"), S("l")},    {40, S("XL"), S("xl")},  {10, S("X"), S("x")},
		{9, S("IX"), S("ix")},   {5, S("V"), S("v")},     {4, S("IV"), S("iv")},
		{1, S("I"), S("i")},
	};

	for (size_t i = 0; i < ARRAY_LEN(parts); i++)
		for (; v >= parts[i].value; v -= parts[i].value)
			put(w, upper ? parts[i].upper : parts[i].lower);
}

/* z is followed by aa, bb …: Word repeats the letter. */
static void put_letter(writer *w, int32_t v, bool upper)
{
	char c = (char)((upper ? 'A' : 'a') + (v - 1) % 26);

	for (int32_t i = 0; i <= (v - 1) / 26 && i < LETTERS_REPEAT; i++)
		put(w, (slice){&c, 1});
}

static void put_count(writer *w, int32_t v, enum format format)
{
	bool roman = format == FMT_ROMAN || format == FMT_ROMAN_UP;
	bool letter = format == FMT_LETTER || format == FMT_LETTER_UP;

	if (v < 0)
		v = 0;
	if (roman && v > 0 && v <= ROMAN_MAX) {
		put_roman(w, v, format == FMT_ROMAN_UP);
	} else if (letter && v > 0) {
		put_letter(w, v, format == FMT_LETTER_UP);
	} else {
		if (format == FMT_ZERO && v < 10)
			put(w, S("0"));
		put_decimal(w, v);
	}
}

/* The bullets of symbol fonts as plain ones. */
static void put_bullet(writer *w, slice text)
{
	unsigned len;
	uint32_t cp = text.n > 0 ? utf8_next((const unsigned char *)text.p, &len) : 0x2022;

	if (cp == 0xf02d || cp == 0xf0be || cp == 0x2013 || cp == 0x2014 || cp == 0x2212 ||
	    cp == 0xad || cp == 0x2010 || cp == 0x2011)
		put(w, S("-"));
	else if (cp == 0xf02b)
		put(w, S("+"));
	else if ((cp >= 0xe000 && cp <= 0xf8ff) || cp <= ' ' || cp == 0xa0)
		put(w, S("•"));
	else if (cp == 'o')
		put(w, S("◦"));
	else
		put(w, text);
}

static const level *level_of(const list *l, const definition *d, int32_t i)
{
	return l->own != NULL && l->own[i].said ? &l->own[i] : &d->levels[i];
}

static void put_text(writer *w, const list *l, const definition *d, const level *at)
{
	slice s = at->text;

	for (size_t i = 0; i < s.n; i++) {
		int32_t k = i + 1 < s.n && s.p[i] == '%' ? s.p[i + 1] - '1' : -1;
		const level *of;

		if (k < 0 || k >= LEVELS) {
			put(w, (slice){s.p + i, 1});
			continue;
		}
		of = level_of(l, d, k);
		if (of->format != FMT_NONE && of->format != FMT_BULLET)
			put_count(w, d->begun[k] ? d->count[k] : of->start,
			          at->legal ? FMT_DECIMAL : of->format);
		i++;
	}
}

/* Count level i of the list on. */
static void count(list *l, definition *d, int32_t i)
{
	const level *at = level_of(l, d, i);

	if (!(l->used >> i & 1) && l->starts[i] >= 0) {
		d->count[i] = l->starts[i];
		d->begun[i] = true;
	} else if (!d->begun[i]) {
		d->count[i] = at->start;
		d->begun[i] = true;
	} else if (d->count[i] < COUNT_MAX) {
		d->count[i]++;
	}
	l->used |= (uint16_t)(1u << i);
	for (int32_t k = i + 1; k < LEVELS; k++) {
		int32_t after = level_of(l, d, k)->restart; /* 0: never; else level number */

		if (after < 0 || (after > 0 && i <= after - 1))
			d->begun[k] = false;
	}
}

/* The definition with the levels: perhaps another one, by way of a style. */
static definition *definition_of(numbers *n, styles *s, const list *l)
{
	definition *d = l->def == NONE_INDEX ? NULL : &n->defs.p[l->def];

	if (d != NULL && d->link.n > 0) {
		const style *st = styles_get(s, styles_find(s, d->link));
		const list *other = st->num > 0 ? list_find(n, st->num) : NULL;

		if (other != NULL && other->def != NONE_INDEX)
			d = &n->defs.p[other->def];
	}
	return d;
}

/* The list `num`, its definition and its level i; false when there is none. */
static bool find(numbers *n, styles *s, int32_t num, slice name, list **l, definition **d,
                 int32_t *i)
{
	*l = num > 0 ? list_find(n, num) : NULL;
	*d = *l == NULL ? NULL : definition_of(n, s, *l);
	if (*d == NULL || *i >= LEVELS)
		return false;
	for (int32_t k = 0; *i < 0 && name.n > 0 && k < LEVELS; k++)
		if (slice_eq((*d)->levels[k].style, name))
			*i = k;
	*i = *i < 0 ? 0 : *i;
	return true;
}

const int32_t *numbers_set(numbers *n, styles *s, int32_t num, int32_t i, slice name)
{
	list *l;
	definition *d;

	return find(n, s, num, name, &l, &d, &i) ? level_of(l, d, i)->set.v : NULL;
}

slice numbers_next(numbers *n, styles *s, int32_t num, int32_t i, slice name)
{
	list *l;
	definition *d;
	const level *at;
	writer w = {.n = 0};

	if (!find(n, s, num, name, &l, &d, &i))
		return (slice){NULL, 0};
	at = level_of(l, d, i);
	count(l, d, i);
	if (at->format == FMT_BULLET)
		put_bullet(&w, at->text);
	else
		put_text(&w, l, d, at);
	return slice_trim(arena_copy(n->a, (slice){w.p, w.n}));
}
