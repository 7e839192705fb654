/*
 * score_deadlines.c - right when the text overlaps and value and inclusiveness
 * are equal (CONTRACTS §4). A week and its first and last day are the same value.
 *
 * A label gives words, not a place, and the same words may stand in the document
 * several times: labels are given to finds one to one so that as many as
 * possible are right (Kuhn's augmenting paths), in order of text. Documents have
 * tens of them, so cost is no concern.
 */
#include "app/score/score_priv.h"
#include "model/civil.h"

typedef struct limit {
	const json_t *json;
	spans where;  /* where the label's words stand; of a find, its own place */
	int32_t pair; /* index on the other side, -1: none */
	bool tried;
} limit;
typedef VEC(limit) limits;

static bool touches(const spans *x, span y)
{
	for (uint32_t i = 0; i < x->n; i++)
		if (span_overlaps(x->p[i], y))
			return true;
	return false;
}

static bool digits(slice s, size_t at, size_t n, unsigned *ret)
{
	unsigned value = 0;

	for (size_t i = at; i < at + n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
		value = 10 * value + (unsigned)(s.p[i] - '0');
	}
	*ret = value;
	return true;
}

/* "2026-W25" as the days that it is, "2026-06-15/2026-06-21"; other values as they are. */
static slice week_days(arena *a, slice value)
{
	unsigned y, w;
	int32_t day;
	civil from, to;

	if (value.n != sizeof "2026-W25" - 1 || value.p[4] != '-' || value.p[5] != 'W' ||
	    !digits(value, 0, 4, &y) || !digits(value, 6, 2, &w) || w == 0 || w > 53)
		return value;
	/* ISO 8601: the week of 4 January is the first. */
	day = civil_days((int32_t)y, 1, 4);
	day += 7 * ((int32_t)w - 1) - civil_weekday(day);
	from = civil_of_days(day);
	to = civil_of_days(day + 6);
	return arena_printf(a, "%04d-%02d-%02d/%04d-%02d-%02d", from.y, from.mo, from.d, to.y,
	                    to.mo, to.d);
}

static bool agrees(arena *a, const limit *label, const limit *find)
{
	const json_t *x = json_object_get(label->json, "inclusive");
	const json_t *y = json_object_get(find->json, "inclusive");
	bool same = json_is_boolean(x) ? json_equal(x, y) : !json_is_boolean(y);

	return same && touches(&label->where, find->where.p[0]) &&
	       slice_eq(week_days(a, json_member(label->json, "value")),
	                week_days(a, json_member(find->json, "value")));
}

/* give label i a find, moving others over if need be */
static bool augment(arena *a, limits *labels, limits *finds, uint32_t i)
{
	for (uint32_t k = 0; k < finds->n; k++) {
		limit *f = &finds->p[k];

		if (f->tried || !agrees(a, &labels->p[i], f))
			continue;
		f->tried = true;
		if (f->pair < 0 || augment(a, labels, finds, (uint32_t)f->pair)) {
			f->pair = (int32_t)i;
			labels->p[i].pair = (int32_t)k;
			return true;
		}
	}
	return false;
}

static slice inclusive_word(const json_t *o)
{
	const json_t *x = json_object_get(o, "inclusive");

	return json_is_true(x) ? S("inclusive") : json_is_false(x) ? S("exclusive") : S("open");
}

static slice show(arena *a, const json_t *o)
{
	slice words = score_quote(a, json_member(o, "text"), 200);
	slice value = json_member(o, "value");
	slice role = json_member(o, "role");
	slice incl = inclusive_word(o);

	return arena_printf(a, "\"%.*s\" = %.*s %.*s%s%.*s", (int)words.n, words.p, (int)value.n,
	                    value.p, (int)incl.n, incl.p, role.n ? " role " : "", (int)role.n,
	                    role.p);
}

/* Every date of ours that touches the words, with its role: it says whether the
 * value, the bound or the role is at fault. */
static slice nearest(score_case *c, const limit *label)
{
	slice all = {"", 0};
	const json_t *d;
	size_t i;

	json_array_foreach(json_object_get(c->doc, "dates"), i, d)
	{
		slice one;

		if (!touches(&label->where, json_at(d)))
			continue;
		one = show(c->a, d);
		all = arena_printf(c->a, "%.*s%s%.*s", (int)all.n, all.p, all.n ? "; " : "",
		                   (int)one.n, one.p);
	}
	if (all.n == 0)
		return label->where.n ? S("no date read there")
		                      : S("these words are not in the text");
	return all;
}

static bool continues(slice s, size_t i)
{
	return ((unsigned char)s.p[i] & 0xc0) == 0x80;
}

/* A false find with what stands around it. */
static slice in_context(score_case *c, const json_t *find)
{
	span at = json_at(find);
	size_t start = at.at > 80 ? at.at - 80 : 0;
	size_t end = (size_t)span_end(at) + 60;
	slice what = show(c->a, find);
	slice around;

	end = end < c->text.n ? end : c->text.n;
	start = start < end ? start : end;
	while (start < end && continues(c->text, start))
		start++;
	while (end < c->text.n && continues(c->text, end))
		end++;
	around = score_quote(c->a, (slice){c->text.p + start, end - start}, end - start);
	return arena_printf(c->a, "%.*s in …%.*s…", (int)what.n, what.p, (int)around.n, around.p);
}

static void collect(score_case *c, limits *labels, limits *finds)
{
	const json_t *d;
	size_t i;

	json_array_foreach(json_object_get(c->gold, "deadlines"), i, d)
	{
		limit *x = VEC_PUSH(c->a, labels);
		swords words = {0};

		*x = (limit){.json = d, .pair = -1};
		score_words(c->a, json_member(d, "text"), &words);
		score_find_near(c->a, &words, &c->words, &x->where);
	}
	json_array_foreach(json_object_get(c->doc, "dates"), i, d)
	{
		limit *x;

		if (!slice_eq(json_member(d, "role"), S("deadline")))
			continue;
		x = VEC_PUSH(c->a, finds);
		*x = (limit){.json = d, .pair = -1};
		*VEC_PUSH(c->a, &x->where) = json_at(d);
	}
}

void score_deadlines(score_case *c)
{
	limits labels = {0};
	limits finds = {0};

	collect(c, &labels, &finds);
	for (uint32_t i = 0; i < labels.n; i++) {
		for (uint32_t k = 0; k < finds.n; k++)
			finds.p[k].tried = false;
		(void)augment(c->a, &labels, &finds, i);
	}
	for (uint32_t i = 0; i < labels.n; i++) {
		if (labels.p[i].pair >= 0)
			score_right(c, SCORE_DEADLINES);
		else
			score_miss(c, SCORE_DEADLINES, show(c->a, labels.p[i].json),
			           nearest(c, &labels.p[i]));
	}
	for (uint32_t k = 0; k < finds.n; k++)
		if (finds.p[k].pair < 0)
			score_false(c, SCORE_DEADLINES, in_context(c, finds.p[k].json));
}
