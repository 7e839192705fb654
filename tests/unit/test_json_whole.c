/*
 * test_json_whole.c - a text kept apart from its reading comes back to its place.
 */
#include "model/model_json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

/* Even where the name of the file looks like the place of the text. */
static void a_text_kept_apart_is_put_back(void **st)
{
	json_source source = {.name = S("a\",\"text\":null,\"b"), .bytes = 5, .confidence = 1};
	json_reader with = {S("0.1.0"), S("0123")};
	reading r = {.text = S("mot \"hai\"\nba"), .title = {.text = S("mot")}};
	char room[3][4000];
	strbuf whole, apart, again;
	json_out one, two;

	(void)st;
	strbuf_over(&whole, room[0], sizeof room[0]);
	strbuf_over(&apart, room[1], sizeof room[1]);
	strbuf_over(&again, room[2], sizeof room[2]);
	one = jout_to(&whole);
	two = jout_to(&apart);
	model_json_document(&one, &r, &source, &with, NULL);
	model_json_apart(&two, &r, &source, &with);
	assert_int_not_equal(whole.n, apart.n);
	model_json_whole(&again, strbuf_slice(&apart), r.text);
	assert_true(slice_eq(strbuf_slice(&again), strbuf_slice(&whole)));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_text_kept_apart_is_put_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
