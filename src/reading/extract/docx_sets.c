/*
 * docx_sets.c - indents and spacing that paragraphs, styles and lists say, noted while the
 * part is squeezed, as fonts are (docx_fonts.c).
 *
 * What is measured in characters or left to Word ("auto") is unknown: it depends on the
 * fonts of the machine that shows it. It must never say a length that the file does not.
 */
#include "reading/extract/docx_priv.h"

enum { LENGTH_MAX = 31680 /* Word's largest page */ };

typedef enum saying {
	SAYS,  /* a length */
	BACK,  /* the same: the first line stands out instead */
	RULE,  /* what the line's length means */
	OTHER, /* another measure beside, which counts before it */
} saying;

typedef struct attribute {
	slice name;
	enum rawset is;
	saying how;
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

static int32_t rule_of(slice s)
{
	return slice_eq(s, S("exact"))     ? RULE_EXACTLY
	       : slice_eq(s, S("atLeast")) ? RULE_AT_LEAST
	       : slice_eq(s, S("auto"))    ? RULE_TIMES
	                                   : SET_UNKNOWN;
}

static int32_t value_of(slice s, saying how)
{
	int32_t v = how == RULE ? rule_of(s) : number(s);

	return how == BACK && v != SET_UNKNOWN ? -v : v;
}

/* What the tag says, in whatever order it says it. */
static void lengths(docx_set *m, slice tag, const attribute *known, size_t n)
{
	bool said[SET_COUNT] = {false}, lost[SET_COUNT] = {false};
	slice name, s;

	while (docx_attribute(&tag, &name, &s))
		for (size_t i = 0; i < n; i++) {
			enum rawset is = known[i].is;

			if (!slice_eq(name, known[i].name) || s.n == 0)
				continue;
			if (known[i].how == OTHER) {
				lost[is] = lost[is] || !is_off(s);
				break;
			}
			said[is] = true;
			m->v[is] = value_of(s, known[i].how);
			break;
		}
	if (said[SET_LINE] && !said[SET_RULE])
		m->v[SET_RULE] = RULE_TIMES;
	for (int i = 0; i < SET_COUNT; i++)
		if (lost[i])
			m->v[i] = SET_UNKNOWN;
}

static void indents(docx_set *m, slice tag)
{
	static const attribute known[] = {
		{S("w:left"), SET_LEFT, SAYS},
		{S("w:start"), SET_LEFT, SAYS},
		{S("w:right"), SET_RIGHT, SAYS},
		{S("w:end"), SET_RIGHT, SAYS},
		{S("w:firstLine"), SET_FIRST, SAYS},
		{S("w:hanging"), SET_FIRST, BACK},
		{S("w:leftChars"), SET_LEFT, OTHER},
		{S("w:startChars"), SET_LEFT, OTHER},
		{S("w:rightChars"), SET_RIGHT, OTHER},
		{S("w:endChars"), SET_RIGHT, OTHER},
		{S("w:firstLineChars"), SET_FIRST, OTHER},
		{S("w:hangingChars"), SET_FIRST, OTHER},
	};

	lengths(m, tag, known, ARRAY_LEN(known));
}

static void spacing(docx_set *m, slice tag)
{
	static const attribute known[] = {
		{S("w:before"), SET_BEFORE, SAYS},
		{S("w:after"), SET_AFTER, SAYS},
		{S("w:line"), SET_LINE, SAYS},
		{S("w:lineRule"), SET_RULE, RULE},
		{S("w:beforeLines"), SET_BEFORE, OTHER},
		{S("w:beforeAutospacing"), SET_BEFORE, OTHER},
		{S("w:afterLines"), SET_AFTER, OTHER},
		{S("w:afterAutospacing"), SET_AFTER, OTHER},
	};

	lengths(m, tag, known, ARRAY_LEN(known));
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
