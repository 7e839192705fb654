/*
 * test_json.c - what json_out and model_json write, read back by jansson, which
 * is the oracle here and nowhere in the program.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <jansson.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "model/model_json.h"

static strbuf out;

static int begin(void **st)
{
	(void)st;
	strbuf_init(&out, NULL, (size_t)64 << 20);
	return 0;
}

static int end(void **st)
{
	(void)st;
	strbuf_done(&out);
	return 0;
}

static json_t *read_back(void)
{
	json_error_t why;
	json_t *v = json_loadb(out.p, out.n,
	                       JSON_DECODE_ANY | JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &why);

	if (v == NULL)
		fail_msg("%s in %.*s", why.text, (int)out.n, out.p);
	return v;
}

static void assert_out(const char *expected)
{
	slice want = slice_c(expected);

	if (!slice_eq(strbuf_slice(&out), want))
		fail_msg("wrote %.*s, expected %s", (int)out.n, out.p, expected);
}

static void commas_stand_between_values_only(void **st)
{
	json_out j = jout_to(&out);

	(void)st;
	jout_object(&j);
	jout_key(&j, S("a"));
	jout_array(&j);
	jout_int(&j, -1);
	jout_null(&j);
	jout_array(&j);
	jout_array_end(&j);
	jout_array_end(&j);
	jout_key(&j, S("b"));
	jout_bool(&j, true);
	jout_key(&j, S("c"));
	jout_object(&j);
	jout_object_end(&j);
	jout_key(&j, S("d"));
	jout_code(&j, 'a', 12);
	jout_object_end(&j);
	assert_out("{\"a\":[-1,null,[]],\"b\":true,\"c\":{},\"d\":\"a12\"}");
}

static void escapes_are_as_short_as_they_can_be(void **st)
{
	json_out j = jout_to(&out);

	(void)st;
	jout_string(&j, S("a\"b\\c\n\r\t\b\f\x01\x1f\x7f / ư"));
	assert_out("\"a\\\"b\\\\c\\n\\r\\t\\b\\f\\u0001\\u001f\x7f / ư\"");
}

/* Every byte that needs an escape at every place of a block of sixteen, in a heap
 * block of its exact size, so that a sanitizer sees a read beyond it. */
static void strings_come_back_whatever_stands_where(void **st)
{
	static const char signs[] = {'"', '\\', 0, 1, 31, 'x'};

	(void)st;
	for (size_t n = 0; n <= 40; n++)
		for (size_t at = 0; at < n; at++)
			for (size_t k = 0; k < sizeof signs; k++) {
				char *s = malloc(n);
				json_out j = jout_to(&out);
				json_t *v;

				memset(s, 'a', n);
				s[at] = signs[k];
				strbuf_clear(&out);
				jout_string(&j, (slice){s, n});
				v = read_back();
				assert_int_equal(json_string_length(v), n);
				assert_memory_equal(json_string_value(v), s, n);
				json_decref(v);
				free(s);
			}
}

static void letters_outside_ascii_are_left_alone(void **st)
{
	json_out j = jout_to(&out);

	(void)st;
	jout_string(&j, S("Ủy ban nhân dân tỉnh Lạng Sơn 😀"));
	assert_out("\"Ủy ban nhân dân tỉnh Lạng Sơn 😀\"");
}

static void a_file_name_of_any_bytes_is_written(void **st)
{
	json_out j = jout_to(&out);

	(void)st;
	jout_string_any(&j, S("a\xff\xfe\"ư\xe1\xbb"));
	assert_out("\"a\xef\xbf\xbd\xef\xbf\xbd\\\"ư\xef\xbf\xbd\xef\xbf\xbd\"");
}

static void numbers_are_exact_and_without_locale(void **st)
{
	static const struct {
		double v;
		const char *word;
	} cases[] = {
		{0, "0"},
		{63.5, "63.5"},
		{-63.5, "-63.5"},
		{94.1, "94.1"},
		{1e6, "1000000"},
		{0.000001, "0.000001"},
		{-0.0, "0"},
		{1.25, "1.25"},
		{__builtin_inf(), "null"},
		{__builtin_nan(""), "null"},
	};

	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		json_out j = jout_to(&out);

		strbuf_clear(&out);
		jout_number(&j, cases[i].v);
		assert_out(cases[i].word);
	}
}

static void large_numbers_come_back(void **st)
{
	static const double cases[] = {1e15, 123456789012.5, 1.0 / 3, 2.5e-9, -1e300};

	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		json_out j = jout_to(&out);
		json_t *v;

		strbuf_clear(&out);
		jout_number(&j, cases[i]);
		v = read_back();
		assert_true(json_number_value(v) == cases[i]);
		json_decref(v);
	}
}

static void confidence_has_two_decimals(void **st)
{
	json_out j = jout_to(&out);

	(void)st;
	jout_array(&j);
	jout_hundredths(&j, 1.0);
	jout_hundredths(&j, (double)0.97F);
	jout_hundredths(&j, 0.005);
	jout_hundredths(&j, -1.0);
	jout_array_end(&j);
	assert_out("[1.00,0.97,0.01,null]");
}

static void whole_numbers_have_their_ends(void **st)
{
	json_out j = jout_to(&out);

	(void)st;
	jout_array(&j);
	jout_int(&j, INT64_MIN);
	jout_int(&j, INT64_MAX);
	jout_int(&j, 0);
	jout_array_end(&j);
	assert_out("[-9223372036854775808,9223372036854775807,0]");
}

/* Numbers of up to eight digits have a way of their own. */
static void numbers_of_every_length_are_the_host_s(void **st)
{
	json_out j = jout_to(&out);
	char want[40];

	(void)st;
	for (int64_t p = 1; p <= 1000000000000; p *= 10)
		for (int64_t v = p - 3; v < p + 3; v++) {
			strbuf_clear(&out);
			j.comma = false;
			jout_int(&j, v);
			(void)snprintf(want, sizeof want, "%lld", (long long)v);
			assert_out(want);
		}
	for (int64_t v = 7; v < 300000000; v = v * 9 / 8 + 11) {
		strbuf_clear(&out);
		j.comma = false;
		jout_span(&j, (uint32_t)v, (uint32_t)(v / 3));
		(void)snprintf(want, sizeof want, "[%u,%u]", (unsigned)v, (unsigned)(v / 3));
		assert_out(want);
	}
}

static void a_full_buffer_fails_and_stays_so(void **st)
{
	char room[8];
	strbuf b;
	json_out j;

	(void)st;
	strbuf_over(&b, room, sizeof room);
	j = jout_to(&b);
	jout_string(&j, S("more than eight bytes"));
	assert_int_equal(b.failed, RC_LIMIT);
	jout_int(&j, 1);
	assert_int_equal(b.failed, RC_LIMIT);
	assert_true(b.n <= sizeof room);
}

/* The keys of an object, in the order written, apart by blanks. */
static void assert_keys(json_t *o, const char *expected)
{
	const char *key;
	json_t *v;
	char all[1024];
	strbuf b;

	strbuf_over(&b, all, sizeof all);
	json_object_foreach(o, key, v)
	{
		if (b.n > 0)
			strbuf_putc(&b, ' ');
		strbuf_put(&b, slice_c(key));
	}
	strbuf_putc(&b, '\0');
	assert_int_equal(b.failed, RC_OK);
	assert_string_equal(all, expected);
}

#define DOCUMENT_KEYS                                                                                    \
	"schema reader warnings source text pages layout kind purpose number issued issuer title marks " \
	"addressees conclusion_of signature stamps meetings assignments dates citations figures "        \
	"petitions recipients archive footnotes"
#define ACTOR_KEYS "text agency group post name at"

static json_t *write_document(const reading *r, const json_calendar *cal)
{
	json_source source = {.name = S("thu.txt"), .bytes = 5, .confidence = 1.0F};
	json_reader with = {S("0.1.0"), S("0123")};
	json_out j = jout_to(&out);

	strbuf_clear(&out);
	model_json_document(&j, r, &source, &with, cal);
	assert_int_equal(j.depth, 0);
	assert_int_equal(out.failed, RC_OK);
	return read_back();
}

static void an_empty_reading_has_every_key(void **st)
{
	reading r = {0};
	json_t *d = write_document(&r, NULL);

	(void)st;
	assert_keys(d, DOCUMENT_KEYS);
	assert_string_equal(json_string_value(json_object_get(d, "schema")), "dondoc.document/1");
	assert_true(json_is_null(json_object_get(d, "pages")));
	assert_true(json_is_null(json_object_get(d, "issuer")));
	assert_keys(json_object_get(d, "source"),
	            "name path sha256 media bytes through confidence part");
	assert_keys(json_object_get(d, "kind"), "value name at");
	assert_keys(json_object_get(d, "number"), "value ordinal symbol state at");
	assert_keys(json_object_get(d, "issued"), "value place state at");
	assert_keys(json_object_get(d, "signature"), "authority post name at");
	assert_keys(json_object_get(d, "archive"), "unit drafter at");
	assert_string_equal(json_string_value(json_array_get(
				    json_object_get(json_object_get(d, "source"), "path"), 0)),
	                    "thu.txt");
	json_decref(d);
}

#define TEXT "Sở Tài chính trình trước ngày 27/5/2026 theo 02/CT-UBND."

static span of(const char *words)
{
	slice t = S(TEXT), w = slice_c(words);
	const char *at = slice_find(t, w);

	assert_non_null(at);
	return (span){(uint32_t)(at - t.p), (uint32_t)w.n};
}

static void fill(reading *r, arena *a)
{
	datex *d = VEC_PUSH(a, &r->dates);
	assignment *as = VEC_PUSH(a, &r->assignments);
	actor *lead = VEC_PUSH(a, &as->lead);
	meeting *m = VEC_PUSH(a, &r->meetings);

	r->text = S(TEXT);
	*d = (datex){.at = of("trước ngày 27/5/2026"),
	             .kind = DATE_DAY,
	             .value = S("2026-05-27"),
	             .bound = BOUND_BEFORE,
	             .inclusive = 0,
	             .role = ROLE_DEADLINE,
	             .first = CMIN_NONE,
	             .last = civil_minutes((civil){2026, 5, 26, 23, 59}),
	             .weekday_stated = -1,
	             .weekday_computed = 2,
	             .flags = DF_NO_YEAR | DF_PAST,
	             .confidence = 0.97F,
	             .rule = "ngay"};
	*lead = (actor){.at = of("Sở Tài chính"), .text = S("Sở Tài chính"), .agency = S("STC")};
	as->nature = NATURE_TASK;
	as->track = true;
	as->lead_source = LEAD_STATED;
	as->action = of("trình");
	as->action_text = S("trình");
	as->at = of("Sở Tài chính trình trước ngày 27/5/2026");
	*VEC_PUSH(a, &as->deadlines) = 0;
	*VEC_PUSH(a, &as->basis) = 0;
	VEC_PUSH(a, &r->citations)->at = of("02/CT-UBND");
	m->date = 0;
	m->weekday_stated = m->weekday_computed = 0;
	VEC_PUSH(a, &m->participants)->text = S("Chủ tịch");
	VEC_PUSH(a, &r->recipients)->text = S("Như trên");
	VEC_PUSH(a, &r->figures)->value = 63.5;
}

static json_t *first(json_t *d, const char *list)
{
	return json_array_get(json_object_get(d, list), 0);
}

static void a_full_reading_has_the_keys_of_the_contract(void **st)
{
	arena a;
	reading r = {0};
	json_t *d, *as, *da, *m;

	(void)st;
	arena_init(&a, NULL, 0);
	fill(&r, &a);
	d = write_document(&r, NULL);
	as = first(d, "assignments");
	da = first(d, "dates");
	m = first(d, "meetings");
	assert_keys(as, "id nature track lead lead_source with watchers recipients action "
	                "deliverables measure basis depends_on deadlines vague flags confidence "
	                "rule at");
	assert_keys(da, "id text at kind value bound inclusive role relative first last flags "
	                "confidence rule");
	assert_keys(m, "status start end duration mode weekday date places chair participants "
	               "agenda line_checks speech_limit");
	assert_keys(first(m, "participants"), ACTOR_KEYS " rank site presence invited_by note");
	assert_keys(first(d, "recipients"), ACTOR_KEYS " purpose");
	assert_keys(first(as, "lead"), ACTOR_KEYS);
	assert_keys(first(d, "citations"), "id text kind number date issuer at");
	assert_keys(first(d, "figures"), "text value unit of at");
	assert_string_equal(json_string_value(json_object_get(da, "last")), "2026-05-26T23:59");
	assert_string_equal(json_string_value(json_object_get(da, "text")), "trước ngày 27/5/2026");
	assert_true(json_is_false(json_object_get(da, "inclusive")));
	assert_int_equal(json_array_size(json_object_get(da, "flags")), 2);
	assert_string_equal(json_string_value(first(as, "deadlines")), "d1");
	assert_string_equal(json_string_value(first(as, "basis")), "c1");
	json_decref(d);
	arena_done(&a);
}

static json_limits day_before(const void *ctx, const datex *d)
{
	(void)ctx;
	return (json_limits){d->last - CMIN_DAY, CMIN_NONE};
}

static void a_calendar_adds_safe_and_rolled(void **st)
{
	json_calendar cal = {day_before, NULL};
	arena a;
	reading r = {0};
	json_t *d;

	(void)st;
	arena_init(&a, NULL, 0);
	fill(&r, &a);
	d = write_document(&r, &cal);
	assert_string_equal(json_string_value(json_object_get(first(d, "dates"), "safe")),
	                    "2026-05-25T23:59");
	assert_true(json_is_null(json_object_get(first(d, "dates"), "rolled")));
	json_decref(d);
	arena_done(&a);
}

static bool dies(const reading *r)
{
	int status = 0;
	pid_t child = fork();

	assert_true(child >= 0);
	if (child == 0) {
		struct rlimit none = {0, 0};

		(void)setrlimit(RLIMIT_CORE, &none);
		(void)signal(SIGABRT, SIG_DFL);
		(void)close(STDERR_FILENO);
		json_decref(write_document(r, NULL));
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

static void a_span_outside_the_text_is_never_printed(void **st)
{
	reading r = {.text = S("ư")};

	(void)st;
	r.title.at = (span){0, 2};
	assert_false(dies(&r));
	r.title.at = (span){0, 3};
	assert_true(dies(&r));
	r.title.at = (span){1, 1}; /* cuts the letter */
	assert_true(dies(&r));
	r.title.at = (span){UINT32_MAX, UINT32_MAX};
	assert_true(dies(&r));
}

static void an_error_stands_in_the_place_of_a_document(void **st)
{
	json_source source = {.name = S("anh.txt"), .bytes = -1, .confidence = 1.0F};
	json_out j = jout_to(&out);
	err e = {.rc = RC_INPUT, .id = MSG_BINARY};
	json_t *d;

	(void)st;
	model_json_error(&j, &source, &e);
	d = read_back();
	assert_keys(d, "schema source error");
	assert_keys(json_object_get(d, "error"), "code message hint");
	assert_true(json_is_null(json_object_get(json_object_get(d, "source"), "bytes")));
	json_decref(d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(commas_stand_between_values_only, begin, end),
		cmocka_unit_test_setup_teardown(escapes_are_as_short_as_they_can_be, begin, end),
		cmocka_unit_test_setup_teardown(strings_come_back_whatever_stands_where, begin,
	                                        end),
		cmocka_unit_test_setup_teardown(letters_outside_ascii_are_left_alone, begin, end),
		cmocka_unit_test_setup_teardown(a_file_name_of_any_bytes_is_written, begin, end),
		cmocka_unit_test_setup_teardown(numbers_are_exact_and_without_locale, begin, end),
		cmocka_unit_test_setup_teardown(large_numbers_come_back, begin, end),
		cmocka_unit_test_setup_teardown(confidence_has_two_decimals, begin, end),
		cmocka_unit_test_setup_teardown(whole_numbers_have_their_ends, begin, end),
		cmocka_unit_test_setup_teardown(numbers_of_every_length_are_the_host_s, begin, end),
		cmocka_unit_test_setup_teardown(a_full_buffer_fails_and_stays_so, begin, end),
		cmocka_unit_test_setup_teardown(an_empty_reading_has_every_key, begin, end),
		cmocka_unit_test_setup_teardown(a_full_reading_has_the_keys_of_the_contract, begin,
	                                        end),
		cmocka_unit_test_setup_teardown(a_calendar_adds_safe_and_rolled, begin, end),
		cmocka_unit_test_setup_teardown(a_span_outside_the_text_is_never_printed, begin,
	                                        end),
		cmocka_unit_test_setup_teardown(an_error_stands_in_the_place_of_a_document, begin,
	                                        end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
