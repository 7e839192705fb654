/*
 * test_scan.c - looking for the next token of a kind, against looking at each.
 */
#include "reading/facts/text/scan.h"

#include "reading/lex/token_step.h"

#include "read_text.h"

enum { TOKENS_MIN = 60, END_MORE = 3 };

#define WORDS                                                                                      \
	"1. Giao Sở Tài chính chủ trì, phối hợp với các sở, ngành tham mưu UBND tỉnh; báo cáo "    \
	"trước ngày 20/6/2026.\nĐề nghị Xyzw và Qqwxyz gửi báo cáo (bản giấy): 12,5% – 30%; "      \
	"xong.\n\n- Sở Y tế báo cáo … kết quả, giao việc"

static scan scan_of(slice text)
{
	scan s = {.rd = &read_with, .a = &read_memory};
	hits found[LAYER_COUNT];

	s.tk = tokens_of(text, read_with.lex, &read_memory);
	lexicon_match(read_with.lex, &s.tk, &read_memory, found);
	s.body = found[LAYER_BODY];
	return s;
}

static bool is_mark(const token *t)
{
	return t->kind == TOK_PUNCT || t->kind == TOK_NUM || t->kind == TOK_END;
}

static bool tells_more(const token *t)
{
	return t->cue != CUE_NONE || t->kind == TOK_NUM || t->word == ';' || t->word == '.';
}

/* The next of [i, end) is what looking at each says, for every i and end. */
static void every_start_and_end_agree(void **st)
{
	static const uint16_t wanted[] = {W_BAO_1, W_GIAO, ',', ';', '%', MARK_END, MARK_FIGURE};
	scan s = scan_of(S(WORDS));

	(void)st;
	assert_true(s.tk.n > TOKENS_MIN);
	for (uint32_t end = 0; end < s.tk.n + END_MORE; end++)
		for (uint32_t i = 0; i < end; i++) {
			for (size_t k = 0; k + 1 < ARRAY_LEN(wanted); k++) {
				uint32_t one = i, two = i;

				while (one < end &&
				       (one >= s.tk.n || s.tk.p[one].word != wanted[k]))
					one++;
				while (two < end &&
				       (two >= s.tk.n || (s.tk.p[two].word != wanted[k] &&
				                          s.tk.p[two].word != wanted[k + 1])))
					two++;
				assert_int_equal(scan_next(&s, i, end, wanted[k]), one);
				assert_int_equal(
					scan_next_either(&s, i, end, wanted[k], wanted[k + 1]),
					two);
				assert_int_equal(
					scan_next_of(&s, i, end,
				                     (uint16_t[SCAN_OF]){wanted[k], wanted[k],
				                                         wanted[k], wanted[k],
				                                         wanted[k], wanted[k],
				                                         wanted[k], wanted[k + 1]}),
					two);
				assert_int_equal(scan_next_four(&s, i, end,
				                                (uint16_t[SCAN_OF]){
									wanted[k], wanted[k],
									wanted[k], wanted[k + 1]}),
				                 two);
			}
		}
}

static void marks_and_cues_agree(void **st)
{
	scan s = scan_of(S(WORDS));

	(void)st;
	for (uint32_t end = 0; end < s.tk.n + END_MORE; end++) {
		telling kept = {0};

		for (uint32_t i = 0; i < end; i++) {
			uint32_t mark = i, cue = i, tells = i;
			telling fresh = {0};

			while (mark < end && (mark >= s.tk.n || !is_mark(&s.tk.p[mark])))
				mark++;
			while (cue < end && (cue >= s.tk.n || s.tk.p[cue].cue != CUE_REPORT))
				cue++;
			while (tells < end && (tells >= s.tk.n || !tells_more(&s.tk.p[tells])))
				tells++;
			assert_int_equal(scan_next_mark(&s, i, end), mark);
			assert_int_equal(scan_next_telling(&s, &fresh, i, end), tells);
			assert_int_equal(scan_next_telling(&s, &kept, i, end), tells);
			assert_int_equal(cue_next(&s, i, end, CUE_REPORT), cue);
		}
	}
}

static bool is_stop(const scan *s, uint32_t i, const char *stops)
{
	const token *t = scan_tok(s, i);

	return t->word == MARK_END
	               ? strchr(stops, '\n') != NULL
	               : t->kind == TOK_PUNCT && t->word < 128 && strchr(stops, t->word) != NULL;
}

static void stops_agree(void **st)
{
	scan s = scan_of(S(WORDS " Sao? Thôi! Hết. (x; y)"));

	(void)st;
	for (uint32_t end = 0; end <= s.tk.n; end++)
		for (uint32_t i = 0; i < end; i++) {
			uint32_t next = i, last = end, ends = i;

			while (next < end && !is_stop(&s, next, ".?!"))
				next++;
			while (ends < end && !is_stop(&s, ends, ".;\n"))
				ends++;
			while (last > i && !is_stop(&s, last - 1, ".;\n"))
				last--;
			assert_int_equal(scan_next_stop(&s, i, end), next);
			assert_int_equal(scan_last_stop(&s, i, end), last);
			assert_int_equal(scan_next_end(&s, i, end), ends);
		}
}

static void pairs_stand_whole_before_the_end(void **st)
{
	scan s = scan_of(S(WORDS));

	(void)st;
	for (uint32_t k = 0; k + 1 < s.tk.n; k++) {
		uint16_t w1 = s.tk.words[k], w2 = s.tk.words[k + 1];

		if (w1 == 0 || w2 == 0)
			continue;
		for (uint32_t end = k; end < s.tk.n + END_MORE; end += 3)
			for (uint32_t i = 0; i < end; i++) {
				uint32_t pair = i;

				while (pair < end &&
				       (pair + 1 >= end || pair + 1 >= s.tk.n ||
				        s.tk.words[pair] != w1 || s.tk.words[pair + 1] != w2))
					pair++;
				assert_int_equal(scan_next_pair(&s, i, end, w1, w2), pair);
			}
	}
}

static void a_text_of_one_word_is_searched_within_its_bounds(void **st)
{
	scan s = scan_of(S("giao"));

	(void)st;
	assert_int_equal(scan_next(&s, 0, 1, W_GIAO), 0);
	assert_int_equal(scan_next(&s, 0, 1, W_SO), 1);
	assert_int_equal(scan_next(&s, 1, 1, W_GIAO), 1);
	assert_int_equal(scan_next_mark(&s, 0, 1), 1);
}

/* One number tells what a token is: no word has a mark's, no mark a word's. */
static void words_marks_and_figures_have_numbers_of_their_own(void **st)
{
	scan s = scan_of(S(WORDS));

	(void)st;
	for (uint32_t i = 0; i <= s.tk.n; i++) {
		const token *t = &s.tk.p[i];

		assert_int_equal(t->kind == TOK_WORD, t->word == 0 || t->word >= MARK_COUNT);
		assert_int_equal(t->kind == TOK_NUM, t->word == MARK_FIGURE);
		assert_int_equal(t->kind == TOK_END, t->word == MARK_END);
	}
}

/* Cut at once, by what is known of the words, and token by token. */
static void is_cut_as_one_by_one(slice text)
{
	tokens cut = tokens_of(text, read_with.lex, &read_memory);
	size_t at = 0;

	for (uint32_t i = 0; i <= cut.n; i++) {
		const token *t = &cut.p[i];
		word_key key;
		token one;

		at = token_next(text, at, &one, &key);
		token_name(&one, key, read_with.lex);
		assert_memory_equal(t, &one, sizeof one);
		assert_int_equal(cut.words[i], i < cut.n ? one.word : 0);
	}
	assert_int_equal(cut.p[cut.n].kind, TOK_END);
}

/* Words are cut sixteen bytes at a time with the mark and the space behind them: the same
 * tokens as cut one by one, whatever the length of a word and wherever the text ends. */
static void words_of_every_length_are_cut_as_one_by_one(void **st)
{
	static const char *const behind[] = {"", " ", ", ", ";", "…", "  ", ".)", " (", "5", "\n"};
	char room[64];

	(void)st;
	for (size_t n = 1; n < 40; n++)
		for (size_t k = 0; k < ARRAY_LEN(behind); k++) {
			slice tail = slice_c(behind[k]), end = S("ủy ban");

			memset(room, 'a', n);
			slice_copy(room + n, tail);
			slice_copy(room + n + tail.n, end);
			is_cut_as_one_by_one((slice){room, n + tail.n + end.n});
		}
}

/* Words of phrases are known with a capital in front, too. */
static void words_are_cut_alike_in_small_and_capital_letters(void **st)
{
	static const slice texts[] = {
		S("thực hiện các việc ở xã; đường, điện, ủy ban, ứng phó, ơn, ăn, âm, ít, ý kiến"),
		S("Thực Hiện Các Việc Ở Xã; Đường, Điện, Ủy Ban, Ứng Phó, Ơn, Ăn, Âm, Ít, Ý Kiến"),
		S("THỰC HIỆN CÁC VIỆC Ở XÃ; ĐƯỜNG, ĐIỆN, ỦY BAN, ỨNG PHÓ, ƠN, ĂN, ÂM, ÍT, Ý KIẾN"),
		S("tHỰC hIỆN cÁC vIỆC xÃ; đƯỜNG, đIỆN, ủY bAN, i v x I V X Ii vI Xix, ubnd Ubnd UBND"),
	};

	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(texts); i++)
		is_cut_as_one_by_one(texts[i]);
	for (size_t i = 1; i < 3; i++) {
		tokens a = tokens_of(texts[0], read_with.lex, &read_memory);
		tokens b = tokens_of(texts[i], read_with.lex, &read_memory);

		assert_int_equal(a.n, b.n);
		assert_memory_equal(a.words, b.words, a.n * sizeof *a.words);
	}
}

/* What was found at a token is kept: it is what looking there again finds, and no other
 * token has any. */
static void the_body_at_a_token_is_the_longest_there(void **st)
{
	scan s = scan_of(S("Giao Sở Tài chính, Văn phòng UBND tỉnh, UBND các xã, phường; Bộ Nội vụ "
	                   "VI XX, Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh."));
	uint32_t found = 0;

	(void)st;
	for (uint32_t i = 0; i < s.tk.n + END_MORE; i++) {
		hit kept = {0}, again = {0};
		bool is = lexicon_longest(s.rd->lex, &s.tk, i, LAYER_BODY, &again);

		assert_int_equal(body_at(&s, i, &kept), is);
		if (!is)
			continue;
		found++;
		assert_int_equal(kept.tok, i);
		assert_int_equal(kept.ntok, again.ntok);
		assert_int_equal(kept.cls, again.cls);
		assert_int_equal(kept.value, again.value);
	}
	assert_true(found > s.body.n && found >= 5);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_start_and_end_agree),
		cmocka_unit_test(marks_and_cues_agree),
		cmocka_unit_test(stops_agree),
		cmocka_unit_test(pairs_stand_whole_before_the_end),
		cmocka_unit_test(a_text_of_one_word_is_searched_within_its_bounds),
		cmocka_unit_test(words_marks_and_figures_have_numbers_of_their_own),
		cmocka_unit_test(words_of_every_length_are_cut_as_one_by_one),
		cmocka_unit_test(words_are_cut_alike_in_small_and_capital_letters),
		cmocka_unit_test(the_body_at_a_token_is_the_longest_there),
	};

	return cmocka_run_group_tests(tests, read_start, read_done);
}
