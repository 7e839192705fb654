/*
 * test_dondoc.c - the public library as a stranger uses it, and what it does when
 * memory runs out at every single place where it could.
 */
#include "dondoc/dondoc.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>
#include <jansson.h>

#include "base/slice.h"

#define PAPER                                                                                      \
	"Số: 12/TB-UBND\n\nLạng Sơn, ngày 05 tháng 5 năm 2026\n\nTHÔNG BÁO\n\n"                    \
	"1. Giao Sở Tài chính báo cáo UBND tỉnh trước ngày 27/5/2026.\n"

/* An allocator that counts, and refuses from the `refuse_at`-th time on. */
typedef struct counter {
	size_t given, live, refuse_at;
} counter;

static void *counted_alloc(void *ctx, size_t n)
{
	counter *c = ctx;
	void *p = c->given++ < c->refuse_at ? malloc(n) : NULL;

	c->live += p != NULL;
	return p;
}

static void counted_free(void *ctx, void *p)
{
	counter *c = ctx;

	assert_non_null(p);
	c->live--;
	free(p);
}

static json_t *json_of(const dd_result *r)
{
	size_t n = 0;
	const char *p = dd_result_json(r, &n);
	json_t *v = json_loadb(p, n, JSON_REJECT_DUPLICATES, NULL);

	assert_non_null(v);
	assert_int_equal(p[n], '\0');
	return v;
}

static void a_paper_becomes_json(void **st)
{
	dd_read_options o = {.size = sizeof o, .name = "thu.txt", .media = "text/plain"};
	dd_reader *reader = NULL;
	dd_result *r = NULL;
	json_t *d;

	(void)st;
	assert_int_equal(dd_reader_new(NULL, &reader, NULL), DD_OK);
	assert_int_equal(dd_read(reader, PAPER, sizeof PAPER - 1, &o, &r), DD_OK);
	d = json_of(r);
	assert_string_equal(json_string_value(json_object_get(d, "schema")), "dondoc.document/1");
	assert_string_equal(
		json_string_value(json_object_get(json_object_get(d, "source"), "name")),
		"thu.txt");
	assert_int_equal(json_array_size(json_object_get(d, "assignments")), 1);
	assert_false(dd_result_error(r, NULL));
	json_decref(d);
	dd_result_free(r);
	dd_reader_free(reader);
}

static void what_cannot_be_read_says_why(void **st)
{
	dd_reader *reader = NULL;
	dd_result *r = NULL;
	dd_error why;
	json_t *d;

	(void)st;
	assert_int_equal(dd_reader_new(NULL, &reader, NULL), DD_OK);
	assert_int_equal(dd_read(reader, "\xff", 1, NULL, &r), DD_INPUT);
	d = json_of(r);
	assert_string_equal(json_string_value(json_object_get(d, "schema")), "dondoc.error/1");
	assert_true(dd_result_error(r, &why));
	assert_string_equal(why.code, "not-utf8");
	json_decref(d);
	dd_result_free(r);
	assert_int_equal(dd_read(reader, NULL, 0, NULL, &r), DD_INPUT);
	dd_result_free(r);
	dd_reader_free(reader);
}

static void a_limit_on_memory_is_kept(void **st)
{
	dd_read_options o = {.size = sizeof o, .memory_max = 1024}; /* no reading takes so little */
	dd_reader *reader = NULL;
	dd_result *r = NULL;

	(void)st;
	assert_int_equal(dd_reader_new(NULL, &reader, NULL), DD_OK);
	assert_int_equal(dd_read(reader, PAPER, sizeof PAPER - 1, &o, &r), DD_LIMIT);
	dd_result_free(r);
	dd_reader_free(reader);
}

static void wrong_arguments_are_told(void **st)
{
	dd_registry none = {.name = "nope"}, unnamed = {0};
	dd_reader_options o = {.size = sizeof o, .registries = &none, .nregistries = 1};
	dd_reader *reader = NULL;
	dd_result *r = NULL;
	dd_error why;

	(void)st;
	assert_int_equal(dd_reader_new(&o, &reader, &why), DD_INPUT);
	assert_null(reader);
	assert_string_equal(why.code, "registry-missing");
	o.registries = &unnamed;
	assert_int_equal(dd_reader_new(&o, &reader, NULL), DD_USAGE);
	assert_int_equal(dd_reader_new(NULL, NULL, NULL), DD_USAGE);
	assert_int_equal(dd_read(NULL, "a", 1, NULL, &r), DD_USAGE);
	assert_null(r);
	dd_result_free(NULL);
	dd_reader_free(NULL);
	assert_string_equal(dd_strerror((dd_status)99), "unknown status");
}

static void a_registry_may_be_the_callers(void **st)
{
	static const char table[] = "code\tname\taliases\tclass\telided\tparent\tfrom\tto\tnote\n"
				    "STT\tSở Thử thách\t\tsở\tyes\t\t\t\t\n";
	dd_registry own = {.name = "thu", .agencies = table, .agencies_size = sizeof table - 1};
	dd_reader_options o = {.size = sizeof o, .registries = &own, .nregistries = 1};
	static const char text[] = "Giao Sở Thử thách báo cáo UBND tỉnh trước ngày 27/5/2026.\n";
	dd_reader *reader = NULL;
	dd_result *r = NULL;
	const char *json;
	size_t n = 0;

	(void)st;
	assert_int_equal(dd_reader_new(&o, &reader, NULL), DD_OK);
	assert_int_equal(dd_read(reader, text, sizeof text - 1, NULL, &r), DD_OK);
	json = dd_result_json(r, &n);
	assert_true(slice_has((slice){json, n}, S("\"agency\":\"STT\"")));
	assert_true(slice_has((slice){json, n}, S("\"data\":null")));
	dd_result_free(r);
	dd_reader_free(reader);
}

static void typed_dates_are_a_list(void **st)
{
	static const char typed[] = "trước ngày 27/5/2026";
	dd_reader *reader = NULL;
	dd_result *r = NULL;
	json_t *d;

	(void)st;
	assert_int_equal(dd_reader_new(NULL, &reader, NULL), DD_OK);
	assert_int_equal(dd_dates(reader, typed, sizeof typed - 1, "2026-05-01", &r), DD_OK);
	d = json_of(r);
	assert_int_equal(json_array_size(d), 1);
	json_decref(d);
	dd_result_free(r);
	assert_int_equal(dd_dates(reader, "x", 1, "someday", &r), DD_USAGE);
	assert_null(r);
	dd_reader_free(reader);
}

/* A whole life with an allocator that refuses at the n-th time. */
static dd_status live(counter *c)
{
	dd_allocator from = {counted_alloc, counted_free, c};
	dd_reader_options o = {.size = sizeof o, .allocator = &from};
	dd_reader *reader = NULL;
	dd_result *r = NULL;
	dd_status got = dd_reader_new(&o, &reader, NULL);

	if (got != DD_OK) {
		assert_null(reader);
		return got;
	}
	got = dd_read(reader, PAPER, sizeof PAPER - 1, NULL, &r);
	if (got == DD_OK) {
		dd_result_free(r);
		got = dd_dates(reader, "ngày mai", 9, NULL, &r);
	}
	assert_true(got == DD_OK || r == NULL);
	dd_result_free(r);
	dd_reader_free(reader);
	return got;
}

static void no_refusal_of_memory_ends_the_host(void **st)
{
	counter all = {.refuse_at = SIZE_MAX};

	(void)st;
	assert_int_equal(live(&all), DD_OK);
	assert_int_equal(all.live, 0);
	/* Every place where there are few; in strides where a debug arena asks for each
	 * piece apart, with the last hundred one by one. */
	for (size_t at = 0; at < all.given;
	     at += at + 100 < all.given && all.given > 2000 ? all.given / 500 : 1) {
		counter c = {.refuse_at = at};

		assert_int_equal(live(&c), DD_NOMEM);
		assert_int_equal(c.live, 0);
	}
}

/* LAW: nothing of such a document is kept on a connected machine. */
static void a_secret_document_is_refused_unless_allowed(void **st)
{
	static const char text[] =
		"MẬT\nSố: 12/TB-UBND\n\nTHÔNG BÁO\n\n1. Giao Sở Tài chính báo cáo.\n";
	dd_read_options o = {.size = sizeof o};
	dd_reader *by = NULL;
	dd_result *r = NULL;
	dd_error why;

	(void)st;
	assert_int_equal(dd_reader_new(NULL, &by, NULL), DD_OK);
	assert_int_equal(dd_read(by, text, sizeof text - 1, &o, &r), DD_INPUT);
	assert_true(dd_result_error(r, &why));
	assert_string_equal(why.code, "secret");
	assert_null(strstr(dd_result_json(r, NULL), "12/TB-UBND"));
	dd_result_free(r);
	o.allow_secret = 1;
	assert_int_equal(dd_read(by, text, sizeof text - 1, &o, &r), DD_OK);
	assert_non_null(strstr(dd_result_json(r, NULL), "12/TB-UBND"));
	dd_result_free(r);
	dd_reader_free(by);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_paper_becomes_json),
		cmocka_unit_test(what_cannot_be_read_says_why),
		cmocka_unit_test(a_limit_on_memory_is_kept),
		cmocka_unit_test(wrong_arguments_are_told),
		cmocka_unit_test(a_registry_may_be_the_callers),
		cmocka_unit_test(typed_dates_are_a_list),
		cmocka_unit_test(no_refusal_of_memory_ends_the_host),
		cmocka_unit_test(a_secret_document_is_refused_unless_allowed),
	};

	return cmocka_run_group_tests_name("dondoc", tests, NULL, NULL);
}
