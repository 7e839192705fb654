/*
 * filter.c - one table of parameters serves reading and writing addresses.
 */
#include "web/pages/filter.h"

static const struct {
	slice name;
	size_t at;
	bool more; /* behind "Bộ lọc khác" */
} params[] = {
	{S("loc"), offsetof(duty_filter, loc), false},
	{S("don-vi"), offsetof(duty_filter, agency), false},
	{S("nhom"), offsetof(duty_filter, klass), false},
	{S("tim"), offsetof(duty_filter, text), false},
	{S("sap-xep"), offsetof(duty_filter, order), false},
	{S("cua-toi"), offsetof(duty_filter, mine), false},
	{S("gop"), offsetof(duty_filter, grouped), false},
	{S("van-ban"), offsetof(duty_filter, document), true},
	{S("so"), offsetof(duty_filter, number), true},
	{S("lanh-dao"), offsetof(duty_filter, leader), true},
	{S("chuyen-vien"), offsetof(duty_filter, monitor), true},
	{S("linh-vuc"), offsetof(duty_filter, field), true},
	{S("tu"), offsetof(duty_filter, since), true},
	{S("den"), offsetof(duty_filter, until), true},
};
enum { ADDRESS_MAX = 8192, VALUE_MAX = 300 };

static slice *field_of(duty_filter *f, size_t i)
{
	return (slice *)(void *)((char *)f + params[i].at);
}

static slice value_of(const duty_filter *f, size_t i)
{
	return *(const slice *)(const void *)((const char *)f + params[i].at);
}

duty_filter filter_read(visit *p)
{
	duty_filter f = {0};

	for (size_t i = 0; i < ARRAY_LEN(params); i++) {
		slice s = slice_trim(http_query(p->q, params[i].name));

		if (s.n > 0 && s.n <= VALUE_MAX)
			*field_of(&f, i) = s;
	}
	return f;
}

bool filter_is_set(const duty_filter *f)
{
	for (size_t i = 1; i < ARRAY_LEN(params); i++)
		if (value_of(f, i).n > 0)
			return true;
	return false;
}

bool filter_has_more(const duty_filter *f)
{
	for (size_t i = 0; i < ARRAY_LEN(params); i++)
		if (params[i].more && value_of(f, i).n > 0)
			return true;
	return false;
}

slice filter_address(visit *p, const char *path, const duty_filter *f, slice loc)
{
	slice s;
	strbuf b;

	strbuf_init(&b, NULL, ADDRESS_MAX);
	strbuf_put(&b, slice_c(path));
	strbuf_putc(&b, '?');
	for (size_t i = 0; i < ARRAY_LEN(params); i++)
		view_pair(&b, params[i].name, i == 0 ? loc : value_of(f, i));
	s = arena_copy(p->a, strbuf_slice(&b));
	strbuf_done(&b);
	return s;
}

/* The first minute of a day as written, or its last; 0 for none. */
static rc minute_of(slice words, int64_t add, int64_t *ret, err *e)
{
	int32_t day;
	rc code = RC_OK;

	*ret = 0;
	if (words.n > 0)
		code = page_date(words, &day, e);
	if (code == RC_OK && words.n > 0)
		*ret = (int64_t)day * CMIN_DAY + add;
	return code;
}

rc filter_ask(visit *p, duty_filter *f, duty_ask *ret, slice *ret_agency, err *e)
{
	enum duty_view view = duty_view_of(f->loc);
	rc code = page_agency_of(p, f->agency, &ret->agency, ret_agency, e);

	ret->view = view < DUTY_VIEWS ? view : DUTY_OPEN;
	ret->nobody = p->r->who.all && slice_eq(f->agency, FILTER_NOBODY);
	if (ret->nobody)
		*ret_agency = S("Chưa rõ cơ quan chủ trì");
	if (!p->r->who.all)
		ret->agency = p->r->who.agency;
	if (ret->agency == DB_NULL && !ret->nobody)
		f->agency = (slice){0};
	ret->document = f->document;
	ret->class = f->klass;
	ret->text = f->text;
	ret->number = f->number;
	ret->leader = f->leader;
	ret->monitor = f->monitor;
	ret->field = f->field;
	ret->order = duty_order_of(f->order);
	if (f->mine.n > 0)
		ret->mine = p->who.name;
	if (code == RC_OK)
		code = minute_of(f->since, 0, &ret->since, e);
	return code == RC_OK ? minute_of(f->until, CMIN_DAY - 1, &ret->until, e) : code;
}

bool filter_by_duty(const duty_filter *f)
{
	return slice_eq(f->loc, FILTER_STANDING) ||
	       (f->grouped.n > 0 && duty_view_of(f->loc) != DUTY_ALL);
}

slice filter_disposal(const duty_filter *f)
{
	return slice_eq(f->loc, FILTER_STANDING) ? S("standing") : S("track");
}
