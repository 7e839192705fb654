/*
 * nouns.c - one thing with its parts, for every noun of nouns.def alike; pages of lists.
 */
#include "web/api/api.h"
#include "web/pages/pages.h"

static const api_schema schemas[] = {
#define SCHEMA(called, of) {{0}, S(#called), &sql_##of##_stmt, {{{0}, {0}, NULL}}},
#define NOUN(at, called, of) {S(at), S(#called), &sql_##of##_stmt, {{{0}, {0}, NULL}}},
#define PART(member, called, of)
#include "web/api/nouns.def"
#undef SCHEMA
#undef NOUN
#undef PART
};

/* The parts, in the order of the file: `of` is the noun they stand after. */
static const struct {
	slice of;
	api_part part;
} lines[] = {
#define SCHEMA(name, stmt)
#define NOUN(word, name, stmt) {S(word), {{0}, {0}, NULL}},
#define PART(member, schema, stmt) {{0}, {S(member), S(#schema), &sql_##stmt##_stmt}},
#include "web/api/nouns.def"
#undef SCHEMA
#undef NOUN
#undef PART
};

bool api_schema_at(size_t i, api_schema *ret)
{
	size_t n = 0;
	bool own = false;

	if (i >= ARRAY_LEN(schemas))
		return false;
	*ret = schemas[i];
	for (size_t k = 0; ret->word.n > 0 && k < ARRAY_LEN(lines); k++) {
		if (lines[k].of.n > 0)
			own = slice_eq(lines[k].of, ret->word);
		else if (own && n < API_PARTS)
			ret->parts[n++] = lines[k].part;
	}
	return true;
}

static slice part_at(slice path, unsigned n)
{
	slice part = {0};

	for (unsigned i = 0; i <= n; i++)
		if (!slice_next(&path, '/', &part))
			return (slice){0};
	return part;
}

slice api_noun(const visit *p)
{
	return part_at(p->route->path, 3);
}

slice api_verb(const visit *p)
{
	return part_at(p->route->path, 5);
}

static bool find_noun(slice word, api_schema *ret)
{
	for (size_t i = 0; api_schema_at(i, ret); i++)
		if (ret->word.n > 0 && slice_eq(ret->word, word))
			return true;
	return false;
}

static int64_t column(const db_stmt *s, const void *row, slice name)
{
	int64_t n = DB_NULL;
	db_column c;

	for (uint32_t i = 0; db_column_at(s, i, &c); i++)
		if (c.type == DB_COLUMN_I64 && slice_eq(slice_c(c.name), name))
			memcpy(&n, (const char *)row + c.at, sizeof n);
	return n;
}

/* The row that the viewer has of this id, by the statement of its noun. */
static rc find_row(visit *p, slice word, slice pub, api_schema *ret, void **ret_row, err *e)
{
	if (!find_noun(word, ret))
		return err_set(e, RC_INPUT, MSG_PAGE_UNKNOWN, "noun");
	*ret_row = arena_alloc(p->a, db_row_size(ret->stmt));
	return db_one(p->r->d, ret->stmt, &p->r->who, &pub, p->a, *ret_row, NULL, e);
}

rc api_row(visit *p, int64_t *ret_id, int64_t *ret_version, err *e)
{
	api_schema noun;
	void *row;
	rc code = find_row(p, api_noun(p), p->args[0], &noun, &row, e);

	if (code != RC_OK)
		return code;
	*ret_id = column(noun.stmt, row, S("id"));
	*ret_version = column(noun.stmt, row, S("version"));
	return RC_OK;
}

rc api_show(visit *p, slice word, slice pub, err *e)
{
	json_out j = jout_to(&p->to->body);
	api_schema noun;
	api_fields f;
	int64_t id;
	void *row;
	rc code = find_row(p, word, pub, &noun, &row, e);

	if (code != RC_OK)
		return code;
	id = column(noun.stmt, row, S("id"));
	p->version = column(noun.stmt, row, S("version"));
	f = api_fields_of(p->a, noun.stmt);
	jout_object(&j);
	api_members(&j, &f, row);
	for (size_t i = 0; code == RC_OK && i < API_PARTS && noun.parts[i].stmt != NULL; i++) {
		db_rows rows = {0};

		code = db_many(p->r->d, noun.parts[i].stmt, &p->r->who, &id, p->a, &rows, e);
		jout_key(&j, noun.parts[i].member);
		api_rows(p, &j, noun.parts[i].stmt, &rows, UINT32_MAX);
	}
	jout_object_end(&j);
	strbuf_putc(&p->to->body, '\n');
	return code;
}

rc api_one(visit *p, err *e)
{
	return api_show(p, api_noun(p), p->args[0], e);
}

api_page api_page_of(const visit *p)
{
	slice per = http_query(p->q, S("per_page"));
	api_page at = {.page = page_number(http_query(p->q, S("page")), 1, 400),
	               .per = per.n > 0 ? page_number(per, 1, API_PER_PAGE_MOST) : API_PER_PAGE};

	at.most = at.per + 1;
	at.skip = (at.page - 1) * at.per;
	return at;
}

/* The address of the next page: this one's, with another number. */
static slice next_page(visit *p, const api_page *at)
{
	strbuf b;
	slice s;

	strbuf_init(&b, NULL, 8192);
	strbuf_put(&b, p->route->path);
	strbuf_put(&b, S("?page="));
	strbuf_int(&b, at->page + 1);
	for (uint32_t i = 0; i < p->q->query.n; i++) {
		if (slice_eq(p->q->query.p[i].name, S("page")))
			continue;
		strbuf_putc(&b, '&');
		view_part(&b, p->q->query.p[i].name);
		strbuf_putc(&b, '=');
		view_part(&b, p->q->query.p[i].value);
	}
	s = arena_copy(p->a, strbuf_slice(&b));
	strbuf_done(&b);
	return s;
}

void api_list(visit *p, const db_stmt *s, const db_rows *rows, const api_page *at, bool more,
              int64_t total)
{
	json_out j = jout_to(&p->to->body);
	slice next = {0};

	if (more) {
		next = next_page(p, at);
		http_header(p->q, p->to, S("Link"),
		            page_link(p, "<%.*s>; rel=\"next\"", (int)next.n, next.p));
	}
	jout_object(&j);
	member_text(&j, S("schema"), S("dondoc.list/1"));
	member_text(&j, S("noun"), api_noun(p));
	member_int(&j, S("page"), at->page);
	member_int(&j, S("per_page"), at->per);
	member_int(&j, S("total"), total);
	member_text(&j, S("next"), next);
	jout_key(&j, S("rows"));
	api_rows(p, &j, s, rows, (uint32_t)at->per);
	jout_object_end(&j);
	strbuf_putc(&p->to->body, '\n');
}
