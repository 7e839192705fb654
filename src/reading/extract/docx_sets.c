/*
 * docx_sets.c - indents and spacing that paragraphs, styles and lists say, noted while the
 * part is squeezed, as fonts are (docx_fonts.c).
 *
 * What is measured in characters or left to Word ("auto") is unknown: it depends on the
 * fonts of the machine that shows it. It must never say a length that the file does not.
 */
#include "reading/extract/docx_priv.h"

enum { LENGTH_MAX = 31680 /* Word's largest page */ };

typedef struct attribute {
	slice name;
	enum rawset is;
	bool back; /* the first line stands out instead */
} attribute;

docx_set docx_set_none(void)
{
	docx_set s = {.at = 0};

	for (int i = 0; i < SET_COUNT; i++)
		s.v[i] = SET_UNSAID;
	return s;
}

void docx_set_below(int32_t *v, const int32_t *below)
{
	for (int i = 0; i < SET_COUNT; i++)
		v[i] = v[i] == SET_UNSAID ? below[i] : v[i];
}

/* A whole number, perhaps negative; SET_UNKNOWN for what is none or too large. */
static int32_t number(slice s)
{
	bool minus = s.n > 0 && s.p[0] == '-';
	int32_t v = 0;

	if (s.n == (size_t)minus)
		return SET_UNKNOWN;
	for (size_t i = minus; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9' || v > LENGTH_MAX)
			return SET_UNKNOWN;
		v = v * 10 + (s.p[i] - '0');
	}
	return v > LENGTH_MAX ? SET_UNKNOWN : minus ? -v : v;
}

static bool is_off(slice s)
{
	return s.n == 0 || slice_eq(s, S("0")) || slice_eq(s, S("false")) || slice_eq(s, S("off"));
}

static void lengths(docx_set *m, slice tag, const attribute *known, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		slice s = docx_quoted(tag, known[i].name);
		int32_t v;

		if (s.n == 0)
			continue;
		v = number(s);
		m->v[known[i].is] = known[i].back && v != SET_UNKNOWN ? -v : v;
	}
}

/* What is said in another measure beside, and counts before it. */
static void others(docx_set *m, slice tag, const attribute *known, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!is_off(docx_quoted(tag, known[i].name)))
			m->v[known[i].is] = SET_UNKNOWN;
}

static void indents(docx_set *m, slice tag)
{
	static const attribute plain[] = {
		{S(" w:left=\""), SET_LEFT, false},       {S(" w:start=\""), SET_LEFT, false},
		{S(" w:right=\""), SET_RIGHT, false},     {S(" w:end=\""), SET_RIGHT, false},
		{S(" w:firstLine=\""), SET_FIRST, false}, {S(" w:hanging=\""), SET_FIRST, true},
	};
	static const attribute characters[] = {
		{S(" w:leftChars=\""), SET_LEFT, false},
		{S(" w:startChars=\""), SET_LEFT, false},
		{S(" w:rightChars=\""), SET_RIGHT, false},
		{S(" w:endChars=\""), SET_RIGHT, false},
		{S(" w:firstLineChars=\""), SET_FIRST, false},
		{S(" w:hangingChars=\""), SET_FIRST, false},
	};

	lengths(m, tag, plain, ARRAY_LEN(plain));
	others(m, tag, characters, ARRAY_LEN(characters));
}

static void spacing(docx_set *m, slice tag)
{
	static const attribute plain[] = {
		{S(" w:before=\""), SET_BEFORE, false},
		{S(" w:after=\""), SET_AFTER, false},
		{S(" w:line=\""), SET_LINE, false},
	};
	static const attribute other[] = {
		{S(" w:beforeLines=\""), SET_BEFORE, false},
		{S(" w:beforeAutospacing=\""), SET_BEFORE, false},
		{S(" w:afterLines=\""), SET_AFTER, false},
		{S(" w:afterAutospacing=\""), SET_AFTER, false},
	};
	slice rule = docx_quoted(tag, S(" w:lineRule=\""));

	lengths(m, tag, plain, ARRAY_LEN(plain));
	others(m, tag, other, ARRAY_LEN(other));
	if (rule.n > 0)
		m->v[SET_RULE] = slice_eq(rule, S("exact"))     ? RULE_EXACTLY
		                 : slice_eq(rule, S("atLeast")) ? RULE_AT_LEAST
		                 : slice_eq(rule, S("auto"))    ? RULE_TIMES
		                                                : SET_UNKNOWN;
	else if (docx_quoted(tag, S(" w:line=\"")).n > 0)
		m->v[SET_RULE] = RULE_TIMES;
}

void docx_sets_ppr(docx_sets *s, arena *a, uint32_t at)
{
	docx_set *m = VEC_PUSH(a, &s->marks);

	*m = docx_set_none();
	m->at = at;
}

void docx_sets_tag(docx_sets *s, slice name, slice tag)
{
	docx_set *m = s->marks.n > 0 ? &s->marks.p[s->marks.n - 1] : NULL;

	if (m != NULL && slice_eq(name, S("ind")))
		indents(m, tag);
	else if (m != NULL && slice_eq(name, S("spacing")))
		spacing(m, tag);
}

docx_set docx_sets_at(docx_sets *s, size_t at)
{
	docx_set none = docx_set_none();

	while (s->next < s->marks.n && s->marks.p[s->next].at < at)
		s->next++;
	if (s->next < s->marks.n && s->marks.p[s->next].at == at)
		return s->marks.p[s->next];
	for (int i = 0; i < SET_COUNT; i++)
		none.v[i] = SET_UNKNOWN;
	return none;
}
