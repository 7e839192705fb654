/*
 * registry.c - the tables of a registry into bodies, checked line by line.
 *
 * A table is edited by people in a spreadsheet, so what is wrong is told with
 * its file and line, and nothing is mended silently. This file never looks at a
 * document: names go to the lexicon (registry_names.c), groups are expanded
 * when asked (registry_groups.c).
 */
#include "reading/registry.h"

#include "base/utf8.h"
#include "model/civil.h"
#include "reading/registry_priv.h"

enum { TABLE_MAX = 16 << 20, FIELD_MAX = 16384, CODE_MIN = 2, CODE_MAX = 16 };

/* All columns that a table may have. */
enum column {
	COL_CODE,
	COL_NAME,
	COL_ALIASES,
	COL_CLASS,
	COL_ELIDED,
	COL_PARENT,
	COL_KINDS,
	COL_MEMBERS,
	COL_KIND,
	COL_VARIANT,
	COL_DISTRICT,
	COL_BORDER,
	COL_FROM,
	COL_TO,
	COL_NOTE,
	COL_COUNT
};

#define NAME(s) {s, sizeof s - 1}

static const slice column_names[COL_COUNT] = {
	NAME("code"),         NAME("name"),   NAME("aliases"), NAME("class"), NAME("elided"),
	NAME("parent"),       NAME("kinds"),  NAME("members"), NAME("kind"),  NAME("variant"),
	NAME("old_district"), NAME("border"), NAME("from"),    NAME("to"),    NAME("note"),
};

#define BIT(c) (1u << (c))
#define COMMON (BIT(COL_CODE) | BIT(COL_NAME) | BIT(COL_FROM) | BIT(COL_TO) | BIT(COL_NOTE))

typedef struct row {
	slice f[COL_COUNT];
	uint32_t line;
	int32_t from, to;
} row;

typedef struct table_form {
	const char *name;
	uint32_t may, must; /* columns */
	rc (*add)(registry_loader *l, const row *r);
} table_form;

static rc add_agency(registry_loader *l, const row *r);
static rc add_group(registry_loader *l, const row *r);
static rc add_unit(registry_loader *l, const row *r);

static const table_form forms[] = {
	{"agencies", COMMON | BIT(COL_ALIASES) | BIT(COL_CLASS) | BIT(COL_ELIDED) | BIT(COL_PARENT),
         BIT(COL_CODE) | BIT(COL_NAME) | BIT(COL_CLASS), add_agency},
	{"units", COMMON | BIT(COL_KIND) | BIT(COL_VARIANT) | BIT(COL_DISTRICT) | BIT(COL_BORDER),
         BIT(COL_CODE) | BIT(COL_NAME) | BIT(COL_KIND), add_unit},
	{"groups", COMMON | BIT(COL_ALIASES) | BIT(COL_KINDS) | BIT(COL_MEMBERS),
         BIT(COL_CODE) | BIT(COL_NAME) | BIT(COL_MEMBERS), add_group},
};

rc registry_bad(registry_loader *l, const char *table, uint32_t line, const char *what, slice word)
{
	slice dir = l->tables[l->now].name;

	return err_set(l->e, RC_INPUT, MSG_REGISTRY_BAD, "%.*s/%s.tsv:%u: %s%s%.*s",
	               (int)(dir.n < 32 ? dir.n : 32), dir.p ? dir.p : "", table, line, what,
	               word.n ? ": " : "", (int)(word.n < 48 ? word.n : 48), word.p ? word.p : "");
}

/* ---- codes ---- */

static uint32_t code_hash(uint32_t which, slice code)
{
	uint64_t h = 0xcbf29ce484222325u ^ which;

	for (size_t i = 0; i < code.n; i++)
		h = (h ^ (unsigned char)code.p[i]) * 0x100000001b3u;
	return (uint32_t)(h ^ h >> 32);
}

/* The slot of this code in that registry, or the free one where it belongs. */
static uint32_t *code_slot(const registry *r, uint32_t which, slice code)
{
	uint32_t i = code_hash(which, code) & r->slot_mask;

	for (; r->slots[i] != 0; i = (i + 1) & r->slot_mask) {
		const body *b = &r->bodies.p[r->slots[i] - 1];

		if (b->registry == which && slice_eq(b->code, code))
			break;
	}
	return &r->slots[i];
}

uint32_t registry_code(const registry *r, uint32_t which, slice code)
{
	return *code_slot(r, which, code) - 1; /* a free slot is 0: BODY_NOBODY */
}

uint32_t registry_find(const registry *r, slice code)
{
	uint32_t at = BODY_NOBODY;

	for (uint32_t i = 0; i < r->count && at == BODY_NOBODY; i++)
		at = registry_code(r, i, code);
	return at;
}

static bool code_good(slice code)
{
	if (code.n < CODE_MIN || code.n > CODE_MAX)
		return false;
	for (size_t i = 0; i < code.n; i++) {
		char c = code.p[i];

		if (!((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'))
			return false;
	}
	return true;
}

/* ---- rows into bodies ---- */

static uint32_t add_body(registry_loader *l, const row *r, slice code, uint8_t cls, slice kind)
{
	uint32_t at = l->reg->bodies.n;

	*VEC_PUSH(l->a, &l->reg->bodies) = (body){.code = code,
	                                          .name = r->f[COL_NAME],
	                                          .cls = cls,
	                                          .kind = kind,
	                                          .owner = at,
	                                          .registry = l->now,
	                                          .parent = BODY_NOBODY,
	                                          .same = BODY_NOBODY,
	                                          .from = r->from,
	                                          .to = r->to};
	return at;
}

/* An agency or group under its own code. */
static rc add_coded(registry_loader *l, const char *table, const row *r, slice code, uint8_t cls,
                    slice kind, uint32_t *ret)
{
	uint32_t *slot;

	if (!code_good(code))
		return registry_bad(l, table, r->line, "code is not 2 to 16 of A-Z 0-9 -", code);
	slot = code_slot(l->reg, l->now, code);
	if (*slot != 0)
		return registry_bad(l, table, r->line, "code stands twice", code);
	*ret = add_body(l, r, code, cls, kind);
	*slot = *ret + 1;
	return RC_OK;
}

static rc yes_or_no(registry_loader *l, const char *table, const row *r, enum column c, bool *ret)
{
	slice s = r->f[c];

	if (s.n != 0 && !slice_eq(s, S("yes")) && !slice_eq(s, S("no")))
		return registry_bad(l, table, r->line, "neither yes nor no", s);
	*ret = slice_eq(s, S("yes"));
	return RC_OK;
}

static rc add_agency(registry_loader *l, const row *r)
{
	bool elided = false;
	uint32_t at;
	rc done = yes_or_no(l, "agencies", r, COL_ELIDED, &elided);

	if (done == RC_OK)
		done = add_coded(l, "agencies", r, r->f[COL_CODE], BODY_AGENCY, r->f[COL_CLASS],
		                 &at);
	if (done != RC_OK)
		return done;
	if (elided && registry_without_kind(r->f[COL_NAME], r->f[COL_CLASS]).n == 0)
		return registry_bad(l, "agencies", r->line,
		                    "elided, but the name does not begin "
		                    "with the class",
		                    r->f[COL_NAME]);
	*VEC_PUSH(l->a, &l->rows) = (registry_row){.body = at,
	                                           .line = r->line,
	                                           .name = r->f[COL_NAME],
	                                           .aliases = r->f[COL_ALIASES],
	                                           .parent = r->f[COL_PARENT],
	                                           .elided = elided};
	return RC_OK;
}

static rc add_group(registry_loader *l, const row *r)
{
	uint32_t at;
	rc done = add_coded(l, "groups", r, r->f[COL_CODE], BODY_GROUP, r->f[COL_KINDS], &at);

	if (done != RC_OK)
		return done;
	*VEC_PUSH(l->a, &l->rows) = (registry_row){.body = at,
	                                           .line = r->line,
	                                           .name = r->f[COL_NAME],
	                                           .aliases = r->f[COL_ALIASES],
	                                           .members = r->f[COL_MEMBERS]};
	return RC_OK;
}

/* "05977" → "XA-05977"; a code with letters stands as it is. */
static slice unit_code(registry_loader *l, slice code)
{
	for (size_t i = 0; i < code.n; i++)
		if (code.p[i] < '0' || code.p[i] > '9')
			return code;
	return code.n == 5 ? arena_printf(l->a, "XA-%.5s", code.p) : S("");
}

/* Was this agency made by a row of units.tsv? Then its place stands right after it. */
static bool is_committee(const registry *r, uint32_t at)
{
	return at + 1 < r->bodies.n && r->bodies.p[at + 1].cls == BODY_UNIT &&
	       r->bodies.p[at + 1].owner == at;
}

/* A unit is two bodies: its committee, and the place. Where the code is that of
 * an agency already named, the place is that agency's: the registry's own province. */
static rc add_unit(registry_loader *l, const row *r)
{
	slice kind = r->f[COL_KIND], code = unit_code(l, r->f[COL_CODE]);
	slice name = arena_printf(l->a, "%.*s %.*s", (int)kind.n, kind.p, (int)r->f[COL_NAME].n,
	                          r->f[COL_NAME].p);
	uint32_t agency = registry_code(l->reg, l->now, code), place;
	bool border = false, home = agency != BODY_NOBODY && !is_committee(l->reg, agency);
	rc done = yes_or_no(l, "units", r, COL_BORDER, &border);

	if (done == RC_OK && !home)
		done = add_coded(l, "units", r, code, BODY_AGENCY, kind, &agency);
	if (done != RC_OK)
		return done;
	if (!home)
		l->reg->bodies.p[agency].name = arena_printf(l->a, "Ủy ban nhân dân %.*s",
		                                             (int)name.n, name.p);
	else if (l->homes[l->now].n == 0)
		l->homes[l->now] = name;
	place = add_body(l, r, code, BODY_UNIT, kind);
	l->reg->bodies.p[place].name = name;
	l->reg->bodies.p[place].owner = agency;
	l->reg->bodies.p[place].district = r->f[COL_DISTRICT];
	l->reg->bodies.p[place].border = border;
	*VEC_PUSH(l->a, &l->rows) = (registry_row){.body = place,
	                                           .line = r->line,
	                                           .name = r->f[COL_NAME],
	                                           .aliases = r->f[COL_VARIANT],
	                                           .elided = true};
	return RC_OK;
}

/* ---- tables into rows ---- */

/* What each field of a line is, from the header line. */
static rc read_header(registry_loader *l, const table_form *t, uint32_t line, slice text,
                      uint8_t ret_cols[COL_COUNT], uint32_t *ret_n)
{
	uint32_t seen = 0, n = 0;
	slice word;

	while (slice_next(&text, '\t', &word)) {
		int c = 0;

		word = slice_trim(word);
		while (c < COL_COUNT && !slice_eq(word, column_names[c]))
			c++;
		if (c == COL_COUNT || !(t->may & BIT(c)) || (seen & BIT(c)))
			return registry_bad(l, t->name, line, "no such column, or twice", word);
		seen |= BIT(c);
		ret_cols[n++] = (uint8_t)c;
	}
	if ((seen & t->must) != t->must)
		return registry_bad(l, t->name, line, "a column is missing", S(""));
	*ret_n = n;
	return RC_OK;
}

static rc read_day(registry_loader *l, const table_form *t, const row *r, enum column c,
                   int32_t open, int32_t *ret)
{
	civil day;

	*ret = open;
	if (r->f[c].n == 0)
		return RC_OK;
	if (r->f[c].n != 10 || civil_parse(r->f[c], &day, NULL) != RC_OK)
		return registry_bad(l, t->name, r->line, "not a date", r->f[c]);
	*ret = civil_days(day.y, day.mo, day.d);
	return RC_OK;
}

static rc read_row(registry_loader *l, const table_form *t, const uint8_t *cols, uint32_t ncols,
                   uint32_t line, slice text)
{
	row r = {.line = line};
	uint32_t n = 0;
	slice word;
	rc done;

	for (; slice_next(&text, '\t', &word); n++) {
		if (n == ncols)
			return registry_bad(l, t->name, line, "more fields than columns", S(""));
		if (word.n > FIELD_MAX)
			return registry_bad(l, t->name, line, "field too long", S(""));
		r.f[cols[n]] = slice_trim(word);
	}
	for (int c = 0; c < COL_COUNT; c++)
		if (r.f[c].n == 0 && (t->must & BIT(c)) && c != COL_MEMBERS)
			return registry_bad(l, t->name, line, "empty", column_names[c]);
	done = read_day(l, t, &r, COL_FROM, INT32_MIN, &r.from);
	if (done == RC_OK)
		done = read_day(l, t, &r, COL_TO, INT32_MAX, &r.to);
	return done == RC_OK ? t->add(l, &r) : done;
}

static rc read_table(registry_loader *l, const table_form *t, slice text)
{
	uint8_t cols[COL_COUNT] = {0};
	uint32_t ncols = 0, line = 0;
	slice one;

	if (text.p == NULL)
		return RC_OK;
	if (text.n > TABLE_MAX)
		return registry_bad(l, t->name, 0, "table too long", S(""));
	if (utf8_invalid_at(text) != text.n)
		return registry_bad(l, t->name, 0, "not UTF-8", S(""));
	if (slice_starts(text, S("\xef\xbb\xbf")))
		text.p += 3, text.n -= 3;
	while (slice_next(&text, '\n', &one)) {
		rc done;

		line++;
		if (slice_trim(one).n == 0 || one.p[0] == '#')
			continue;
		if (ncols == 0)
			done = read_header(l, t, line, one, cols, &ncols);
		else
			done = read_row(l, t, cols, ncols, line, one);
		if (done != RC_OK)
			return done;
	}
	return ncols != 0 ? RC_OK : registry_bad(l, t->name, line, "no header line", S(""));
}

/* ---- the whole ---- */

static uint32_t lines_in(slice text)
{
	uint32_t n = 1;
	slice one;

	while (slice_next(&text, '\n', &one))
		n++;
	return n;
}

/* Room for every code, so that the slots never have to grow. */
static void make_slots(registry_loader *l, uint32_t n)
{
	uint32_t want = 64, lines = 0;

	for (uint32_t i = 0; i < n; i++)
		lines += lines_in(l->tables[i].agencies) + lines_in(l->tables[i].groups) +
		         lines_in(l->tables[i].units);
	while (want < lines * 2)
		want *= 2;
	l->reg->slots = arena_array(l->a, uint32_t, want);
	l->reg->slot_mask = want - 1;
}

/* Parents and members may name rows further down: they wait for the end. */
static rc settle_rows(registry_loader *l)
{
	for (uint32_t i = l->first_row; i < l->rows.n; i++) {
		const registry_row *w = &l->rows.p[i];
		body *b = &l->reg->bodies.p[w->body];
		rc done = RC_OK;

		if (b->cls == BODY_GROUP)
			done = registry_rules(l, w);
		if (w->parent.n != 0) {
			b->parent = registry_code(l->reg, l->now, w->parent);
			if (b->parent == BODY_NOBODY || b->parent == w->body)
				done = registry_bad(l, "agencies", w->line, "unknown parent",
				                    w->parent);
		}
		if (done != RC_OK)
			return done;
	}
	l->first_row = l->rows.n;
	return RC_OK;
}

rc registry_load(const registry_tables *tables, uint32_t n, lexicon *lex, arena *a, registry *ret,
                 err *e)
{
	registry_loader l = {.reg = ret, .lex = lex, .a = a, .e = e, .tables = tables};

	*ret = (registry){.count = n};
	l.homes = arena_array(a, slice, (size_t)n + 1);
	make_slots(&l, n);
	for (; l.now < n; l.now++) {
		const slice texts[] = {tables[l.now].agencies, tables[l.now].units,
		                       tables[l.now].groups};
		rc done = RC_OK;

		for (size_t i = 0; i < ARRAY_LEN(texts) && done == RC_OK; i++)
			done = read_table(&l, &forms[i], texts[i]);
		if (done == RC_OK)
			done = settle_rows(&l);
		if (done != RC_OK)
			return done;
	}
	registry_names(&l);
	return RC_OK;
}
