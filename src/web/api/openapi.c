/*
 * openapi.c - OpenAPI 3.1 from the tables by which we answer: api.def, params.def, and the
 * columns of nouns.def. docs/openapi.json is this, kept by a test.
 */
#include "model/roles.h"
#include "web/api/api.h"
#include "web/pages/pages.h"
#include "web/serve.h"

typedef struct operation {
	slice method, path;
	unsigned right;
	slice function, what, params, body, gives;
} operation;

static const operation operations[] = {
#define API(method, path, right, answer, what, params, body, gives)                                \
	{S(#method), S(path), RIGHT_##right, S(#answer), S(what), S(params), S(body), S(gives)},
#include "web/api/api.def"
#undef API
};

enum param_type { TEXT, INT, DATE, BOOL, LIST };
static const struct {
	slice word, name;
	enum param_type type;
	slice what;
} params[] = {
#define PARAM(word, name, type, what) {S(word), S(name), type, S(what)},
#include "web/api/params.def"
#undef PARAM
};

static const slice types[] = {
	[TEXT] = S("{\"type\":\"string\"}"),
	[INT] = S("{\"type\":\"integer\"}"),
	[DATE] = S("{\"type\":\"string\",\"format\":\"date\"}"),
	[BOOL] = S("{\"type\":\"boolean\"}"),
	[LIST] = S("{\"type\":\"array\",\"items\":{\"type\":\"string\"}}"),
};

/* By field_kind, with and without null. */
static const slice kinds[][2] = {
	[FIELD_TEXT] = {S("{\"type\":\"string\"}"), S("{\"type\":[\"string\",\"null\"]}")},
	[FIELD_INT] = {S("{\"type\":\"integer\"}"), S("{\"type\":[\"integer\",\"null\"]}")},
	[FIELD_BOOL] = {S("{\"type\":\"boolean\"}"), S("{\"type\":\"boolean\"}")},
	[FIELD_FLAG] = {S("{\"type\":\"boolean\"}"), S("{\"type\":[\"boolean\",\"null\"]}")},
	[FIELD_MINUTE] = {S("{\"$ref\":\"#/components/schemas/Minute\"}"),
                          S("{\"anyOf\":[{\"$ref\":\"#/components/schemas/Minute\"},"
                            "{\"type\":\"null\"}]}")},
	[FIELD_DAY] = {S("{\"type\":\"string\",\"format\":\"date\"}"),
                       S("{\"type\":[\"string\",\"null\"],\"format\":\"date\"}")},
	[FIELD_TIME] = {S("{\"$ref\":\"#/components/schemas/Minute\"}"),
                        S("{\"anyOf\":[{\"$ref\":\"#/components/schemas/Minute\"},"
                          "{\"type\":\"null\"}]}")},
	[FIELD_SPAN] = {S("{\"$ref\":\"#/components/schemas/Span\"}"),
                        S("{\"anyOf\":[{\"$ref\":\"#/components/schemas/Span\"},"
                          "{\"type\":\"null\"}]}")},
	[FIELD_RAW] = {S("{\"type\":\"object\"}"), S("{\"type\":[\"object\",\"null\"]}")},
};

static size_t param_of(slice word)
{
	size_t i = 0;

	while (i < ARRAY_LEN(params) - 1 && !slice_eq(params[i].word, word))
		i++;
	return i;
}

static void put_parameters(json_out *j, const operation *o)
{
	slice rest = o->params, word;

	jout_key(j, S("parameters"));
	jout_array(j);
	if (slice_has(o->path, S("*")))
		jout_plain(j, S("{\"name\":\"id\",\"in\":\"path\",\"required\":true,"
		                "\"schema\":{\"type\":\"string\"}}"));
	while (rest.n > 0 && slice_next(&rest, ' ', &word)) {
		size_t i = param_of(word);

		jout_object(j);
		member_text(j, S("name"), params[i].name);
		member_text(j, S("in"), S("query"));
		member_text(j, S("description"), params[i].what);
		jout_key(j, S("schema"));
		jout_plain(j, types[params[i].type]);
		jout_object_end(j);
	}
	if (slice_eq(o->method, S("POST")) && slice_has(o->path, S("*")))
		jout_plain(j, S("{\"name\":\"If-Match\",\"in\":\"header\","
		                "\"schema\":{\"type\":\"string\"}}"));
	jout_array_end(j);
}

static void put_body(json_out *j, const operation *o)
{
	slice rest = o->body, word;

	if (slice_eq(o->body, S("file"))) {
		jout_key(j, S("requestBody"));
		jout_plain(j, S("{\"content\":{\"multipart/form-data\":{\"schema\":{\"type\":"
		                "\"object\",\"properties\":{\"file\":{\"type\":\"string\","
		                "\"format\":\"binary\"}}}},\"application/octet-stream\":{}}}"));
		return;
	}
	if (rest.n == 0)
		return;
	jout_key(j, S("requestBody"));
	jout_object(j);
	jout_key(j, S("content"));
	jout_object(j);
	jout_key(j, S("application/json"));
	jout_object(j);
	jout_key(j, S("schema"));
	jout_object(j);
	member_text(j, S("type"), S("object"));
	jout_key(j, S("properties"));
	jout_object(j);
	while (slice_next(&rest, ' ', &word)) {
		size_t i = param_of(word);

		jout_key(j, params[i].name);
		jout_plain(j, types[params[i].type]);
	}
	jout_object_end(j);
	jout_object_end(j);
	jout_object_end(j);
	jout_object_end(j);
	jout_object_end(j);
}

static void put_schema_ref(json_out *j, slice name)
{
	char room[96];
	strbuf b;

	strbuf_over(&b, room, sizeof room);
	strbuf_put(&b, S("#/components/schemas/"));
	strbuf_put(&b, name);
	jout_object(j);
	member_text(j, S("$ref"), strbuf_slice(&b));
	jout_object_end(j);
}

static void put_answer(json_out *j, slice gives)
{
	bool many = gives.n > 2 && gives.p[0] == '[';

	jout_key(j, S("schema"));
	if (gives.n == 0) {
		jout_plain(j, S("{}"));
		return;
	}
	if (!many) {
		put_schema_ref(j, gives);
		return;
	}
	jout_object(j);
	jout_key(j, S("allOf"));
	jout_array(j);
	jout_plain(j, S("{\"$ref\":\"#/components/schemas/Page\"}"));
	jout_object(j);
	jout_key(j, S("properties"));
	jout_object(j);
	jout_key(j, S("rows"));
	jout_object(j);
	member_text(j, S("type"), S("array"));
	jout_key(j, S("items"));
	put_schema_ref(j, (slice){gives.p + 1, gives.n - 2});
	jout_object_end(j);
	jout_object_end(j);
	jout_object_end(j);
	jout_array_end(j);
	jout_object_end(j);
}

static void put_operation(visit *p, json_out *j, const operation *o)
{
	slice right = S("");

	for (unsigned i = 0; right_word(i).n > 0; i++)
		if (o->right == 1U << i)
			right = right_word(i);
	jout_key(j, slice_eq(o->method, S("POST")) ? S("post") : S("get"));
	jout_object(j);
	member_text(j, S("summary"), o->what);
	member_text(j, S("x-right"), right);
	if (right.n == 0) {
		jout_key(j, S("security"));
		jout_plain(j, S("[]"));
	}
	put_parameters(j, o);
	put_body(j, o);
	jout_key(j, S("responses"));
	jout_object(j);
	jout_key(j, S("200"));
	jout_object(j);
	member_text(j, S("description"), S("Được"));
	jout_key(j, S("content"));
	jout_object(j);
	jout_key(j, S("application/json"));
	jout_object(j);
	put_answer(j, o->gives);
	jout_object_end(j);
	jout_object_end(j);
	jout_object_end(j);
	jout_key(j, S("default"));
	jout_plain(j, S("{\"$ref\":\"#/components/responses/Problem\"}"));
	jout_object_end(j);
	jout_object_end(j);
	(void)p;
}

/* "/api/v1/x/{id}/y" of a pattern with "*". */
static slice path_of(visit *p, slice pattern)
{
	slice head;

	if (!slice_cut(&pattern, '*', &head))
		return pattern;
	return page_link(p, "%.*s{id}%.*s", (int)head.n, head.p, (int)pattern.n, pattern.p);
}

static void put_paths(visit *p, json_out *j)
{
	jout_key(j, S("paths"));
	jout_object(j);
	for (size_t i = 0; i < ARRAY_LEN(operations); i++) {
		const operation *o = &operations[i];

		if (i == 0 || !slice_eq(o->path, operations[i - 1].path)) {
			jout_key(j, path_of(p, o->path));
			jout_object(j);
		}
		put_operation(p, j, o);
		if (i + 1 == ARRAY_LEN(operations) || !slice_eq(o->path, operations[i + 1].path))
			jout_object_end(j);
	}
	jout_object_end(j);
}

static void put_schema(visit *p, json_out *j, const api_schema *s)
{
	api_fields f = api_fields_of(p->a, s->stmt);

	jout_key(j, s->name);
	jout_object(j);
	member_text(j, S("type"), S("object"));
	jout_key(j, S("properties"));
	jout_object(j);
	for (uint32_t i = 0; i < f.n; i++) {
		jout_key(j, f.p[i].member);
		jout_plain(j, kinds[f.p[i].kind][f.p[i].null]);
	}
	for (size_t i = 0; i < API_PARTS && s->parts[i].stmt != NULL; i++) {
		jout_key(j, s->parts[i].member);
		jout_object(j);
		member_text(j, S("type"), S("array"));
		jout_key(j, S("items"));
		put_schema_ref(j, s->parts[i].schema);
		jout_object_end(j);
	}
	jout_object_end(j);
	jout_object_end(j);
}

static void put_components(visit *p, json_out *j)
{
	api_schema s;

	jout_key(j, S("components"));
	jout_object(j);
	jout_key(j, S("securitySchemes"));
	jout_plain(j, S("{\"token\":{\"type\":\"http\",\"scheme\":\"bearer\"}}"));
	jout_key(j, S("responses"));
	jout_plain(j, S("{\"Problem\":{\"description\":\"Chưa được\",\"content\":{"
	                "\"application/problem+json\":{\"schema\":{\"$ref\":"
	                "\"#/components/schemas/Problem\"}}}}}"));
	jout_key(j, S("schemas"));
	jout_object(j);
	jout_key(j, S("Minute"));
	jout_plain(j, S("{\"type\":\"string\",\"description\":\"phút, giờ Việt Nam\","
	                "\"pattern\":\"^\\\\d{4}-\\\\d\\\\d-\\\\d\\\\dT\\\\d\\\\d:\\\\d\\\\d$\"}"));
	jout_key(j, S("Span"));
	jout_plain(j, S("{\"type\":\"array\",\"items\":{\"type\":\"integer\"},\"minItems\":2,"
	                "\"maxItems\":2}"));
	jout_key(j, S("Page"));
	jout_plain(j, S("{\"type\":\"object\",\"properties\":{\"schema\":{\"type\":\"string\"},"
	                "\"noun\":{\"type\":\"string\"},\"page\":{\"type\":\"integer\"},"
	                "\"per_page\":{\"type\":\"integer\"},\"total\":{\"type\":[\"integer\","
	                "\"null\"]},\"next\":{\"type\":[\"string\",\"null\"]}}}"));
	jout_key(j, S("Problem"));
	jout_plain(j, S("{\"type\":\"object\",\"properties\":{\"type\":{\"type\":\"string\"},"
	                "\"title\":{\"type\":\"string\"},\"status\":{\"type\":\"integer\"},"
	                "\"detail\":{\"type\":[\"string\",\"null\"]},\"request\":{\"type\":"
	                "\"string\"}}}"));
	for (size_t i = 0; api_schema_at(i, &s); i++)
		put_schema(p, j, &s);
	jout_object_end(j);
	jout_object_end(j);
}

rc api_openapi(visit *p, err *e)
{
	json_out j = jout_to(&p->to->body);

	(void)e;
	jout_object(&j);
	member_text(&j, S("openapi"), S("3.1.0"));
	jout_key(&j, S("info"));
	jout_plain(&j, S("{\"title\":\"dondoc\",\"version\":\"" API_SCHEMA
	                 "\",\"description\":\"Theo dõi, đôn đốc "
	                 "nhiệm vụ: cùng dữ liệu và quyền như các trang.\"}"));
	jout_key(&j, S("security"));
	jout_plain(&j, S("[{\"token\":[]}]"));
	put_paths(p, &j);
	put_components(p, &j);
	jout_object_end(&j);
	strbuf_putc(&p->to->body, '\n');
	return RC_OK;
}
