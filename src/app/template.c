/*
 * template.c - write out the {{...}} of a sample document.
 *
 * A field stands within one line and is short, so looking for its end costs a
 * constant and the whole is linear whatever the bytes are. Text between fields
 * is copied untouched: samples keep their odd letters and line ends on purpose.
 */
#include "app/template.h"

#include <stdio.h>

#define FIELD_MAX 64 /* bytes between the braces */

enum form {
	FORM_DATE,
	FORM_DATE_LONG,
	FORM_WEEKDAY,
	FORM_DAY_MONTH,
	FORM_MONTH, /* from here on a shift may follow */
	FORM_MONTH_LONG,
	FORM_QUARTER,
	FORM_QUARTER_LONG,
	FORM_YEAR,
	FORM_COUNT
};

static const slice form_words[FORM_COUNT] = {
	[FORM_DATE] = S(""),       [FORM_DATE_LONG] = S("dài"),
	[FORM_WEEKDAY] = S("thứ"), [FORM_DAY_MONTH] = S("ngày-tháng"),
	[FORM_MONTH] = S("tháng"), [FORM_MONTH_LONG] = S("tháng dài"),
	[FORM_QUARTER] = S("quý"), [FORM_QUARTER_LONG] = S("quý dài"),
	[FORM_YEAR] = S("năm"),
};

/* how many months a shift of 1 is worth */
static const uint8_t form_months[FORM_COUNT] = {
	[FORM_MONTH] = 1,        [FORM_MONTH_LONG] = 1, [FORM_QUARTER] = 3,
	[FORM_QUARTER_LONG] = 3, [FORM_YEAR] = 12,
};

struct field {
	bool working; /* count Monday to Friday only */
	int32_t days, shift;
	enum form form;
};

struct out {
	char *p;
	uint32_t n, cap;
};

static void out_put(arena *a, struct out *o, slice s)
{
	if (s.n == 0)
		return;
	if (s.n > o->cap - o->n)
		o->p = arena_grow(a, o->p, o->n, (size_t)o->n + s.n, 1, &o->cap);
	slice_copy(o->p + o->n, s);
	o->n += (uint32_t)s.n;
}

/* A sign and one to four digits, the whole of `word`. */
static bool read_offset(slice word, int32_t *ret)
{
	int32_t v;

	if (word.n < 2 || word.n > 5 || (word.p[0] != '+' && word.p[0] != '-'))
		return false;
	v = (int32_t)slice_number((slice){word.p + 1, word.n - 1}, 9999);
	if (v < 0)
		return false;
	*ret = word.p[0] == '-' ? -v : v;
	return true;
}

static bool read_day(slice word, struct field *f)
{
	bool working = word.n > 0 && word.p[0] == 'w';

	if (working)
		word = (slice){word.p + 1, word.n - 1};
	if (!read_offset(word, &f->days))
		return false;
	f->working = working;
	return true;
}

static bool read_form(slice words, struct field *f)
{
	for (int i = 0; i < FORM_COUNT; i++) {
		if (slice_eq(words, form_words[i])) {
			f->form = (enum form)i;
			return true;
		}
	}
	return false;
}

/* Cut the last word off when it is a shift. False: it is one where none may be. */
static bool read_shift(slice *words, struct field *f)
{
	size_t at = words->n;

	while (at > 0 && words->p[at - 1] != ' ')
		at--;
	if (!read_offset((slice){words->p + at, words->n - at}, &f->shift))
		return true;
	if (at == 0)
		return false;
	words->n = at - 1;
	return true;
}

static bool read_field(slice inside, struct field *ret)
{
	struct field f = {0};
	slice rest = inside, word;

	if (slice_next(&rest, ' ', &word) && read_day(word, &f))
		inside = rest.p ? rest : (slice)S("");
	else if (inside.n == 0)
		return false;
	if (inside.n > 0 && !read_shift(&inside, &f))
		return false;
	if (!read_form(inside, &f) || (f.shift != 0 && f.form < FORM_MONTH))
		return false;
	*ret = f;
	return true;
}

/* The n-th working day after the first that is not before `today`. */
static int32_t working_day(int32_t today, int32_t n)
{
	int32_t weekday = civil_weekday(today);
	int32_t monday = today - weekday, at, week;

	if (weekday > 4) {
		monday += 7;
		weekday = 0;
	}
	at = weekday + n;
	week = at >= 0 ? at / 5 : -((4 - at) / 5);
	return monday + week * 7 + (at - week * 5);
}

static bool field_day(const struct field *f, int32_t today, civil *ret)
{
	int32_t day = f->working ? working_day(today, f->days) : today + f->days;
	civil c = civil_of_days(day);

	if (f->shift != 0) {
		int32_t months = c.y * 12 + (c.mo - 1) + f->shift * form_months[f->form];

		if (months < 12)
			return false;
		c = (civil){.y = months / 12, .mo = (int8_t)(months % 12 + 1), .d = 1};
	}
	if (c.y < 1 || c.y > 9999)
		return false;
	*ret = c;
	return true;
}

static slice write_field(enum form form, civil c, arena *a)
{
	static const char *const roman[4] = {"I", "II", "III", "IV"};
	const char *zero = c.mo < 3 ? "0" : "";
	const char *quarter = roman[(c.mo - 1) / 3];
	const char *weekday;

	switch (form) {
	case FORM_DATE:
		return arena_printf(a, "%02d/%s%d/%d", c.d, zero, c.mo, c.y);
	case FORM_DATE_LONG:
		return arena_printf(a, "%02d tháng %s%d năm %d", c.d, zero, c.mo, c.y);
	case FORM_WEEKDAY:
		weekday = civil_weekday_name(civil_weekday(civil_days(c.y, c.mo, c.d)));
		return arena_printf(a, "%s", weekday);
	case FORM_DAY_MONTH:
		return arena_printf(a, "%02d/%s%d", c.d, zero, c.mo);
	case FORM_MONTH:
		return arena_printf(a, "%s%d/%d", zero, c.mo, c.y);
	case FORM_MONTH_LONG:
		return arena_printf(a, "%s%d năm %d", zero, c.mo, c.y);
	case FORM_QUARTER:
		return arena_printf(a, "%s/%d", quarter, c.y);
	case FORM_QUARTER_LONG:
		return arena_printf(a, "%s năm %d", quarter, c.y);
	case FORM_YEAR:
	case FORM_COUNT:
		break;
	}
	return arena_printf(a, "%d", c.y);
}

/* The words between the braces that open at text.p[at]; false when they do not
 * close in time on the same line. */
static bool find_field(slice text, size_t at, slice *ret)
{
	size_t from = at + 2;
	size_t limit = text.n - from < FIELD_MAX + 2 ? text.n : from + FIELD_MAX + 2;

	for (size_t i = from; i + 1 < limit && text.p[i] != '\n'; i++) {
		if (text.p[i] == '}' && text.p[i + 1] == '}') {
			*ret = (slice){text.p + from, i - from};
			return true;
		}
	}
	return false;
}

/* The next "{{" at or after `at`, or text.n. */
static size_t find_open(slice text, size_t at)
{
	while (at + 1 < text.n) {
		const char *brace = memchr(text.p + at, '{', text.n - at - 1);

		if (brace == NULL)
			return text.n;
		at = (size_t)(brace - text.p);
		if (brace[1] == '{')
			return at;
		at++;
	}
	return text.n;
}

static unsigned line_of(slice text, size_t at)
{
	unsigned line = 1;

	for (size_t i = 0; i < at; i++)
		line += text.p[i] == '\n';
	return line;
}

rc template_render(slice text, int32_t today, arena *a, slice *ret, err *e)
{
	struct out o = {0};
	size_t at = 0, open;

	if (text.n > UINT32_MAX / 64)
		return err_set(e, RC_LIMIT, MSG_TOO_LARGE, "template of %zu bytes", text.n);
	while ((open = find_open(text, at)) < text.n) {
		struct field f;
		slice inside;
		civil c;

		if (!find_field(text, open, &inside) || !read_field(inside, &f) ||
		    !field_day(&f, today, &c))
			return err_set(e, RC_INPUT, MSG_TEMPLATE_BAD, "line %u",
			               line_of(text, open));
		out_put(a, &o, (slice){text.p + at, open - at});
		out_put(a, &o, write_field(f.form, c, a));
		at = open + inside.n + 4;
	}
	out_put(a, &o, (slice){text.p + at, text.n - at});
	*ret = (slice){o.p, o.n};
	return RC_OK;
}
