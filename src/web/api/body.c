/*
 * body.c - a JSON body as fields of a form: then a use-case is asked the same way whichever
 * of the two came. Only flat objects are taken: nothing of ours needs more.
 */
#include <jansson.h>

#include "web/api/api.h"

static rc bad(err *e, const char *why)
{
	return err_set(e, RC_INPUT, MSG_BODY_BAD, "%s", why);
}

static bool add(http_request *q, slice name, const json_t *v)
{
	slice value;

	if (q->form.n >= HTTP_FIELDS_MAX)
		return false;
	if (json_is_string(v))
		value = (slice){json_string_value(v), json_string_length(v)};
	else if (json_is_integer(v))
		value = arena_printf(q->a, "%lld", (long long)json_integer_value(v));
	else if (json_is_boolean(v))
		value = json_is_true(v) ? S("1") : S("0");
	else
		return json_is_null(v);
	*VEC_PUSH(q->a, &q->form) = (http_pair){name, arena_copy(q->a, value)};
	return true;
}

static bool add_all(http_request *q, json_t *object)
{
	const char *key;
	json_t *v;

	json_object_foreach(object, key, v)
	{
		slice name = arena_copy(q->a, slice_c(key));
		size_t n = json_is_array(v) ? json_array_size(v) : 0;
		bool ok = n > 0 || json_is_array(v) || add(q, name, v);

		for (size_t i = 0; ok && i < n; i++)
			ok = json_is_string(json_array_get(v, i)) &&
			     add(q, name, json_array_get(v, i));
		if (!ok)
			return false;
	}
	return true;
}

rc api_body(http_request *q, err *e)
{
	json_error_t why;
	json_t *root;
	bool ok;

	if (q->body.n == 0 || !slice_starts(q->type, S("application/json")))
		return RC_OK;
	root = json_loadb(q->body.p, q->body.n, JSON_REJECT_DUPLICATES, &why);
	if (root == NULL)
		return bad(e, "no JSON");
	ok = json_is_object(root) && add_all(q, root);
	json_decref(root);
	return ok ? RC_OK : bad(e, "not a flat object");
}
