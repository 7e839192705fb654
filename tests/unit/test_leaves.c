/*
 * test_leaves.c - places of words on their pages as the register keeps them, and the findings
 * of a checker, on both databases.
 */
#include "office.h"

#include "register/entry/findings.h"
#include "register/entry/leaves.h"

static void packed_and_unpacked_they_are_the_same(void **st)
{
	reading r = {.text = S("Giao Sở")};
	leaves got;
	slice packed;
	arena a;

	(void)st;
	arena_init(&a, NULL, 0);
	assert_int_equal(leaves_pack(&r, &a).n, 0);
	*VEC_PUSH(&a, &r.pages) = (page){.number = 1, .width = 5953, .height = 8419};
	*VEC_PUSH(&a, &r.boxes) = (word_box){{0, 4}, 1, {10, 20, 300, 45}};
	*VEC_PUSH(&a, &r.boxes) = (word_box){{5, 4}, 1, {320, 20, 500, 45}};
	packed = leaves_pack(&r, &a);
	assert_true(
		slice_eq(packed, S("p 1 5953 8419\n0 4 1 10 20 300 45\n5 4 1 320 20 500 45\n")));
	leaves_unpack(packed, r.text.n, &a, &got);
	assert_int_equal(got.pages.n, 1);
	assert_int_equal(got.pages.p[0].height, 8419);
	assert_int_equal(got.words.n, 2);
	assert_memory_equal(got.words.p, r.boxes.p, 2 * sizeof *r.boxes.p);
	arena_done(&a);
}

static void what_makes_no_sense_is_passed_over(void **st)
{
	static const char *const lines[] = {"p 1 0 8419\n",
	                                    "p 1 5953\n",
	                                    "p -1 2 3\n",
	                                    "5 4 1 10 20 300\n",
	                                    "5 9 1 10 20 300 45\n",
	                                    "5 0 1 10 20 300 45\n",
	                                    "0 4 0 10 20 300 45\n",
	                                    "0 4 1 300 20 10 45\n",
	                                    "0 4 1 10 20 300 45 7\n",
	                                    "0 4 1 10 20 300 99999999999999999999\n",
	                                    "0 4  1 10 20 300 45\n",
	                                    "xyz\n",
	                                    "\n"};
	leaves got;
	arena a;

	(void)st;
	arena_init(&a, NULL, 0);
	for (size_t i = 0; i < ARRAY_LEN(lines); i++) {
		leaves_unpack(slice_c(lines[i]), 9, &a, &got);
		assert_int_equal(got.pages.n, 0);
		assert_int_equal(got.words.n, 0);
	}
	arena_done(&a);
}

/* --- what a checker says --- */

static sql_document_findings_rows said(office *o, int64_t document)
{
	sql_document_findings_rows rows = {0};

	assert_int_equal(sql_document_findings(o->r.d, &o->r.who,
	                                       (sql_document_findings_in){document}, &o->a, &rows,
	                                       &o->e),
	                 RC_OK);
	return rows;
}

typedef struct saying {
	reg *r;
	int64_t document;
	slice severity;
	uint32_t n;
} saying;

static rc say(db *d, void *ctx, err *e)
{
	const saying *x = ctx;
	const finding both[] = {{.rule = S("number-blank"),
	                         .severity = x->severity,
	                         .message = S("Văn bản chưa có số"),
	                         .quote = S(""),
	                         .at = DB_NULL,
	                         .len = DB_NULL},
	                        {.rule = S("weekday-mismatch"),
	                         .severity = x->severity,
	                         .message = S("Thứ trong tuần không khớp với ngày"),
	                         .quote = S("Giao Sở Nội vụ"),
	                         .at = 3,
	                         .len = 20}};

	(void)d;
	return findings_put(x->r, x->document, both, x->n, e);
}

static void findings_stand_beside_their_document(void **st)
{
	office o;
	saying x;

	office_begin(&o, st, "2026-04-21");
	office_propose(&o, "Giao Sở Nội vụ báo cáo chậm nhất ngày 27/5/2026.\n");
	x = (saying){&o.r, 1, S("warning"), 2};
	assert_int_equal(said(&o, x.document).n, 0);
	assert_int_equal(db_write(o.r.d, say, &x, &o.e), RC_OK);
	assert_int_equal(said(&o, x.document).n, 2);
	x.n = 1; /* a checker says all anew */
	assert_int_equal(db_write(o.r.d, say, &x, &o.e), RC_OK);
	assert_int_equal(said(&o, x.document).n, 1);
	x.severity = S("terrible");
	assert_int_equal(db_write(o.r.d, say, &x, &o.e), RC_INPUT);
	assert_int_equal(said(&o, x.document).n, 1);
	office_as(&o, "SYT"); /* not its document: nothing of it is seen */
	assert_int_equal(said(&o, x.document).n, 0);
	office_end(&o);
}

static void the_numbers(void **st)
{
	packed_and_unpacked_they_are_the_same(st);
	what_makes_no_sense_is_passed_over(st);
}

int main(void)
{
	static const both_test tests[] = {
		BOTH(the_numbers),
		BOTH(findings_stand_beside_their_document),
	};

	if (office_open_tables() != 0)
		return 1;
	return both_run("leaves", tests, ARRAY_LEN(tests));
}
