/*
 * api.c - what every answer of the API has: its ETag, or its problem.
 *
 * An ETag is "version-hash" of a thing that has a version, else "hash". Whoever writes may
 * send it back as If-Match: what counts then is the version, because the rest of an answer
 * (how many days are left) changes without anybody's doing.
 */
#include "web/api/api.h"

#include "base/hash.h"

enum { TAG_LETTERS = 24 };

void api_problem(visit *p, int status, slice code, slice title, slice detail)
{
	json_out j = jout_to(&p->to->body);

	strbuf_clear(&p->to->body);
	p->to->headers.n = 0;
	p->to->still = (slice){0};
	p->to->status = status;
	p->to->type = S("application/problem+json");
	jout_object(&j);
	member_text(&j, S("type"), page_link(p, "urn:dondoc:problem:%.*s", (int)code.n, code.p));
	member_text(&j, S("title"), title);
	member_int(&j, S("status"), status);
	member_text(&j, S("detail"), detail.n > 0 ? detail : (slice){0});
	member_text(&j, S("request"), p->number);
	jout_object_end(&j);
	strbuf_putc(&p->to->body, '\n');
}

static slice tag_of(visit *p)
{
	slice all = strbuf_slice(&p->to->body);
	char hex[HASH_HEX + 1];

	hash_sha256(&all, 1, hex);
	if (p->version != DB_NULL)
		return page_link(p, "\"%lld-%.*s\"", (long long)p->version, TAG_LETTERS, hex);
	return page_link(p, "\"%.*s\"", TAG_LETTERS, hex);
}

/* Is the tag in a list of them? A weak one is as good for reading. */
static bool is_listed(slice list, slice tag)
{
	slice one;

	while (list.n > 0 && slice_next(&list, ',', &one)) {
		one = slice_trim(one);
		if (slice_starts(one, S("W/")))
			one = (slice){one.p + 2, one.n - 2};
		if (slice_eq(one, tag) || slice_eq(one, S("*")))
			return true;
	}
	return false;
}

void api_finish(visit *p)
{
	slice tag;

	if (p->to->status != 200 || p->to->still.p != NULL || p->to->stream != NULL ||
	    p->to->body.failed != RC_OK)
		return;
	if (p->to->type.n == 0)
		p->to->type = S("application/json");
	tag = tag_of(p);
	http_header(p->q, p->to, S("ETag"), tag);
	if (p->q->method != HTTP_POST && is_listed(p->q->if_none_match, tag)) {
		p->to->status = 304;
		strbuf_clear(&p->to->body);
	}
}

/* The version that a tag of ours begins with; -1 for any other. */
static int64_t version_of(slice tag)
{
	slice head;

	tag = slice_trim(tag);
	if (tag.n < 2 || tag.p[0] != '"')
		return -1;
	tag = (slice){tag.p + 1, tag.n - 1};
	return slice_cut(&tag, '-', &head) ? page_number(head, -1, INT64_C(999999999999)) : -1;
}

rc api_match(visit *p, int64_t version, err *e)
{
	slice list = p->q->if_match, one, stated = http_form(p->q, S("version"));

	if (stated.n > 0 && page_number(stated, -1, INT64_C(999999999999)) != version)
		return err_set(e, RC_INPUT, MSG_CHANGED_MEANWHILE, "version %lld",
		               (long long)version);
	if (list.n == 0 || slice_eq(slice_trim(list), S("*")))
		return RC_OK;
	while (list.n > 0 && slice_next(&list, ',', &one))
		if (version_of(one) == version)
			return RC_OK;
	return err_set(e, RC_INPUT, MSG_PRECONDITION, "version %lld", (long long)version);
}

slice api_of_form(const visit *p, slice name)
{
	slice s = slice_trim(http_form(p->q, name));

	return s.n > 0 ? s : (slice){0};
}

rc api_day_of(const visit *p, slice text, int64_t *ret, err *e)
{
	int32_t day;
	rc code;

	(void)p;
	*ret = DB_NULL;
	if (slice_trim(text).n == 0)
		return RC_OK;
	code = page_date(text, &day, e);
	if (code == RC_OK)
		*ret = day;
	return code;
}

rc api_limit_of(const visit *p, slice text, int64_t *ret, err *e)
{
	rc code = api_day_of(p, text, ret, e);

	if (code == RC_OK && *ret != DB_NULL)
		*ret = *ret * CMIN_DAY + CMIN_DAY - 1;
	return code;
}
