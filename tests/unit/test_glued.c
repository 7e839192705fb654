/*
 * test_glued.c - words that lost the space between them are two tokens, and nothing else is.
 */
#include "read_text.h"

#include "reading/lex/lexicon.h"

/* The words of `text` with "|" where they are parted; what is behind keeps the last of them from
 * the end of the text, where words are cut one by one. */
static void expect(const char *text, const char *want)
{
	slice whole = arena_printf(&read_memory, "%s ; ; ; ; ; ; ; ; ; ; ; ;", text);
	tokens t = tokens_of(whole, read_with.lex, &read_memory);
	slice got = {"", 0};

	for (uint32_t i = 0; i < t.n && t.p[i].word != ';'; i++)
		got = arena_printf(&read_memory, "%.*s%s%.*s", (int)got.n, got.p,
		                   i == 0                    ? ""
		                   : t.p[i].flags & TF_SPACE ? " "
		                                             : "|",
		                   (int)t.p[i].len, whole.p + t.p[i].at);
	assert_slice(got, want);
}

static void two_words_are_two(void **st)
{
	(void)st;
	expect("tổnghợp báocáo trướcngày đếnhết", "tổng|hợp báo|cáo trước|ngày đến|hết");
	expect("gửi báocáo, báocáo lại", "gửi báo|cáo|, báo|cáo lại");
	expect("nôngthôn ViệtNam UBNDtỉnh phòngCSGT", "nông|thôn Việt|Nam UBND|tỉnh phòng|CSGT");
	expect("CHỦ TỊCHNguyễn Thị Sao", "CHỦ TỊCH|Nguyễn Thị Sao");
	expect("ỦYBAN NHÂNDÂN", "ỦY|BAN NHÂN|DÂN");
}

static void one_word_stays_one(void **st)
{
	(void)st;
	expect("cácbon khuyến nghiêng Khoán HĐND PetroVietnam email online xoong thuyền",
	       "cácbon khuyến nghiêng Khoán HĐND PetroVietnam email online xoong thuyền");
	expect("côngan", "côngan"); /* "côn gan" as well as "công an" */
}

static void a_duty_is_read_through_lost_spaces(void **st)
{
	const reading *r = read_text(
		"UBND TỈNH LẠNG SƠN\nSố: 12/UBND-TH\n\nKính gửi: Sở Tài chính.\n\n"
		"1. Yêu cầu Sở Tàichính chủtrì, phốihợp với Sở Xây dựng tổnghợp "
		"số liệu, báocáo trướcngày 15/5/2026.\n");

	(void)st;
	assert_int_equal(r->assignments.n, 1);
	assert_slice(r->assignments.p[0].lead.p[0].text, "Sở Tàichính");
	assert_int_equal(r->assignments.p[0].with.n, 1);
	assert_int_equal(r->assignments.p[0].deadlines.n, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(two_words_are_two),
		cmocka_unit_test(one_word_stays_one),
		cmocka_unit_test(a_duty_is_read_through_lost_spaces),
	};

	return cmocka_run_group_tests_name("glued", tests, read_start, read_done);
}
