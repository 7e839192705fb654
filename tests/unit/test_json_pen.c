/*
 * test_json_pen.c - objects written in one go, against json_out's value by value.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/json_pen.h"

/* By a pen and value by value: the same bytes, or no room for either, whatever the room. */
static void a_pen_writes_what_values_do(void **st)
{
	static const slice texts[] = {S(""),
	                              S("a"),
	                              S("sáu ký tự"),
	                              S("\"\\\n\x01"),
	                              S("một dòng dài hơn mười sáu byte, và \"một lời\""),
	                              S("\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"")};
	enum { MOST = 400, ROOM = 4096 };
	strbuf out;

	(void)st;
	strbuf_init(&out, NULL, ROOM);
	for (size_t i = 0; i < ARRAY_LEN(texts); i++)
		for (size_t max = 0; max < MOST; max++) {
			strbuf one;
			json_out j = jout_to(&out), k = jout_to(&one);
			json_pen p;

			strbuf_clear(&out);
			strbuf_init(&one, NULL, max);
			jout_object(&j);
			jout_key(&j, S("t"));
			texts[i].n == 0 ? jout_null(&j) : jout_string(&j, texts[i]);
			jout_key(&j, S("at"));
			jout_span(&j, 7, UINT32_MAX);
			jout_key(&j, S("id"));
			jout_code(&j, 'd', 12);
			jout_key(&j, S("share"));
			jout_hundredths(&j, 0.955);
			jout_object_end(&j);
			if (pen_begin(&p, &k, texts[i].n + 100)) {
				PEN(&p, "{\"t\":");
				pen_string(&p, texts[i]);
				PEN(&p, ",\"at\":");
				pen_span(&p, 7, UINT32_MAX);
				PEN(&p, ",\"id\":");
				pen_code(&p, 'd', 12);
				PEN(&p, ",\"share\":");
				pen_share(&p, 0.955);
				PEN(&p, "}");
				pen_end(&p, &k);
			}
			if (one.failed == RC_OK)
				assert_true(slice_eq(strbuf_slice(&one), strbuf_slice(&out)));
			assert_true(max + 1 < MOST || one.failed == RC_OK);
			strbuf_done(&one);
		}
	strbuf_done(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_pen_writes_what_values_do),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
