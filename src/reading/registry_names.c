/*
 * registry_names.c - every way a body may be written, into the lexicon.
 *
 * The tables hold names; what follows from a name by rule is made here, so that
 * nobody has to keep four spellings of each row: "UBND" beside "Ủy ban nhân
 * dân", the province after a department, a list's name without its kind word.
 * Never invents an abbreviation: those are aliases, written by people.
 */
#include "reading/registry_priv.h"

enum { NAME_BYTES = 200, CHAIN_MAX = 16 };

/* Room to put a name together in; the lexicon keeps words, not bytes. */
typedef struct phrase {
	char p[4 * NAME_BYTES];
	size_t n;
} phrase;

#define LIT(s) {s, sizeof s - 1}

/* Written either way in the same document. */
static const struct {
	slice is, to;
	bool elided; /* only names that lists leave the kind word out of */
} spellings[] = {
	{LIT("Ủy ban nhân dân"), LIT("UBND"), false},
	{LIT("Uỷ ban nhân dân"), LIT("UBND"), false},
	{LIT("UBND"), LIT("Ủy ban nhân dân"), false},
	{LIT("Hội đồng nhân dân"), LIT("HĐND"), false},
	{LIT("HĐND"), LIT("Hội đồng nhân dân"), false},
	{LIT(" và "), LIT(" & "), true},
};

/* Short forms of a unit's kind. */
static const struct {
	slice kind, is;
} short_kinds[] = {
	{LIT("thành phố"), LIT("TP")},
	{LIT("thành phố"), LIT("TP.")},
};

static void add(registry_loader *l, slice name, uint32_t at)
{
	if (!lexicon_add(l->lex, LAYER_BODY, name, l->reg->bodies.p[at].cls, at))
		l->reg->unmatchable++;
}

/* Put s after what is there; a phrase never overflows, a name that long is not one. */
static phrase *put(phrase *to, slice s)
{
	if (s.n <= sizeof to->p - to->n) {
		slice_copy(to->p + to->n, s);
		to->n += s.n;
	}
	return to;
}

static void add_joined(registry_loader *l, slice a, slice b, uint32_t at)
{
	phrase all;

	all.n = 0;
	put(put(put(&all, a), S(" ")), b);
	add(l, (slice){all.p, all.n}, at);
}

/* Where `what` stands first in s; s.n when nowhere. s is a short name. */
static size_t find(slice s, slice what)
{
	const char *at = s.p, *end = s.p + s.n;

	while (end - at >= (ptrdiff_t)what.n &&
	       (at = memchr(at, what.p[0], (size_t)(end - at) - what.n + 1)) != NULL) {
		if (memcmp(at, what.p, what.n) == 0)
			return (size_t)(at - s.p);
		at++;
	}
	return s.n;
}

static bool ends_with_word(slice s, slice word)
{
	return s.n > word.n && s.p[s.n - word.n - 1] == ' ' &&
	       memcmp(s.p + s.n - word.n, word.p, word.n) == 0;
}

/* "Thanh tra tỉnh" + "Lạng Sơn"; a department + "tỉnh Lạng Sơn", "Lạng Sơn", "tỉnh". */
static void add_with_home(registry_loader *l, slice name, uint32_t at, bool elided)
{
	slice home = l->homes[l->reg->bodies.p[at].registry], place = home, kind;

	add(l, name, at);
	if (!slice_cut(&place, ' ', &kind))
		return;
	if (ends_with_word(name, kind))
		add_joined(l, name, place, at);
	if (elided) {
		add_joined(l, name, kind, at);
		add_joined(l, name, home, at);
		add_joined(l, name, place, at);
	}
}

static void add_name(registry_loader *l, slice name, uint32_t at, bool elided)
{
	if (name.n == 0)
		return;
	if (name.n > NAME_BYTES) {
		l->reg->unmatchable++;
		return;
	}
	add_with_home(l, name, at, elided);
	for (size_t i = 0; i < ARRAY_LEN(spellings); i++) {
		size_t head = find(name, spellings[i].is), tail = head + spellings[i].is.n;
		phrase other;

		if (head == name.n || (spellings[i].elided && !elided))
			continue;
		other.n = 0;
		put(put(&other, (slice){name.p, head}), spellings[i].to);
		put(&other, (slice){name.p + tail, name.n - tail});
		add_with_home(l, (slice){other.p, other.n}, at, elided);
	}
}

static void add_place(registry_loader *l, slice kind, slice name, uint32_t at)
{
	uint32_t agency = l->reg->bodies.p[at].owner;
	phrase place;
	slice whole;

	place.n = 0;
	put(put(put(&place, kind), S(" ")), name);
	whole = (slice){place.p, place.n};
	add(l, whole, at);
	add_joined(l, S("UBND"), whole, agency);
	add_joined(l, S("Ủy ban nhân dân"), whole, agency);
}

static void add_unit_name(registry_loader *l, slice name, uint32_t at)
{
	slice kind = l->reg->bodies.p[at].kind;

	if (name.n == 0 || name.n > NAME_BYTES || kind.n > NAME_BYTES)
		return;
	add_place(l, kind, name, at);
	for (size_t i = 0; i < ARRAY_LEN(short_kinds); i++)
		if (slice_eq(kind, short_kinds[i].kind))
			add_place(l, short_kinds[i].is, name, at);
}

/* The last elided body of the chain that begins at `at`, for a new one of that
 * owner; BODY_NOBODY when it is there already, or the chain is long enough (nobody
 * has that many kinds, and the load must stay linear). */
static uint32_t chain_end(const registry *r, uint32_t at, uint32_t owner)
{
	for (int i = 0; i < CHAIN_MAX; i++, at = r->bodies.p[at].same) {
		if (r->bodies.p[at].cls != BODY_ELIDED || r->bodies.p[at].owner == owner)
			return BODY_NOBODY;
		if (r->bodies.p[at].same == BODY_NOBODY)
			return at;
	}
	return BODY_NOBODY;
}

/* A name of body `of` without its kind word. Where the same words already stand
 * for another elided name, the two are chained; a whole name is left alone. */
static void add_elided(registry_loader *l, slice name, uint32_t of)
{
	registry *r = l->reg;
	uint32_t at = r->bodies.n, before;
	body b = r->bodies.p[of];
	tokens t;
	hit h;

	if (name.n == 0 || name.n > NAME_BYTES)
		return;
	t = tokens_of(name, l->lex, l->a);
	if (lexicon_longest(l->lex, &t, 0, LAYER_BODY, &h) && h.ntok == t.n) {
		before = chain_end(r, h.value, b.owner);
		if (before == BODY_NOBODY)
			return;
		r->bodies.p[before].same = at;
	} else if (!lexicon_add(l->lex, LAYER_BODY, name, BODY_ELIDED, at)) {
		r->unmatchable++;
		return;
	}
	b.cls = BODY_ELIDED;
	b.name = name;
	b.same = BODY_NOBODY;
	*VEC_PUSH(l->a, &r->bodies) = b;
}

slice registry_without_kind(slice name, slice kind)
{
	slice rest = name, first;

	if (!slice_cut(&rest, ' ', &first) || word_key_of(first) == 0 ||
	    word_key_of(first) != word_key_of(kind))
		return S("");
	return slice_trim(rest);
}

static void add_whole_names(registry_loader *l, const registry_row *row)
{
	slice rest = row->aliases, word;
	bool place = l->reg->bodies.p[row->body].cls == BODY_UNIT;

	word = row->name;
	do {
		if (place)
			add_unit_name(l, slice_trim(word), row->body);
		else
			add_name(l, slice_trim(word), row->body, row->elided);
	} while (slice_next(&rest, '|', &word));
}

static void add_elided_names(registry_loader *l, const registry_row *row)
{
	slice rest = row->aliases, word, kind = l->reg->bodies.p[row->body].kind;
	bool place = l->reg->bodies.p[row->body].cls == BODY_UNIT;

	if (!row->elided)
		return;
	word = row->name;
	do {
		word = slice_trim(word);
		add_elided(l, place ? word : registry_without_kind(word, kind), row->body);
	} while (slice_next(&rest, '|', &word));
}

void registry_names(registry_loader *l)
{
	for (uint32_t i = 0; i < l->rows.n; i++)
		add_whole_names(l, &l->rows.p[i]);
	for (uint32_t i = 0; i < l->rows.n; i++)
		add_elided_names(l, &l->rows.p[i]);
}

static bool kind_among(slice kind, slice kinds)
{
	slice one;

	while (slice_next(&kinds, '|', &one))
		if (slice_eq(slice_trim(one), kind))
			return true;
	return false;
}

uint32_t registry_elided(const registry *r, uint32_t elided, slice kinds)
{
	for (uint32_t i = elided; i < r->bodies.n; i = r->bodies.p[i].same)
		if (r->bodies.p[i].cls == BODY_ELIDED && kind_among(r->bodies.p[i].kind, kinds))
			return r->bodies.p[i].owner;
	return BODY_NOBODY;
}
