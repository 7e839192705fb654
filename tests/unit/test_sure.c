/*
 * test_sure.c - doubtful signs of a scan, settled by what stands beside them, and how sure
 * the words of each field are.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* memmem */
#endif
#include "read_text.h"

#include "base/strbuf.h"
#include "reading/mend.h"

/* The text as a scan whose words are all as sure as that. */
static rawdoc scan_of(const char *text, uint32_t percent)
{
	rawdoc doc = {0};
	err e = {0};

	if (rawdoc_from_text(slice_c(text), &read_memory, &doc, &e) != RC_OK)
		fail_msg("%s", e.detail);
	doc.ocr = true;
	for (uint32_t i = 0; i < doc.lines.n; i++) {
		const rawline *l = &doc.lines.p[i];

		for (uint32_t k = 0; k < l->text.n; k++)
			if (l->text.p[k] != ' ' && (k == 0 || l->text.p[k - 1] == ' '))
				*VEC_PUSH(&read_memory, &doc.origins) = (raworigin){
					.at = l->source + k, .part = 1, .place = percent};
	}
	return doc;
}

static void signs_are_settled_by_their_neighbours(void **st)
{
	static const struct {
		const char *seen, *meant;
	} cases[] = {
		{"- Thường trực Tỉnh ủy (b/€);", "- Thường trực Tỉnh ủy (b/c);"},
		{"- Lưu: VI, TH (BTN).", "- Lưu: VT, TH (BTN)."},
		{"- ©, PVP UBND tỉnh;", "- C, PVP UBND tỉnh;"},
		{"PHO CHANH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"},
		{"hoàn thành trong quý I1/\u20442026", "hoàn thành trong quý II/2026"},
		{"hoàn thành trong quý IH/2026", "hoàn thành trong quý III/2026"},
		{"hoàn thành trong quý 1/2026", "hoàn thành trong quý 1/2026"},
		{"Thành phố chủ trì; lô C, G, H", "Thành phố chủ trì; lô C, G, H"},
		{"1, Thời gian: 8 giờ", "1. Thời gian: 8 giờ"},
		{"1, 2 và 3", "1, 2 và 3"},
		{"trước ngày 3O/6/2026", "trước ngày 30/6/2026"},
		{"trước ngày l5/6/2O26;", "trước ngày 15/6/2026;"},
		{"trong tháng 6/2O26", "trong tháng 6/2026"},
		{"trong l0 ngày làm việc", "trong 10 ngày làm việc"},
		{"trước 17 giò 00 ngày 15/6", "trước 17 giờ 00 ngày 15/6"},
		{"Quyết định số 15/2O26/QĐ-UBND", "Quyết định số 15/2O26/QĐ-UBND"},
		{"lô 1O, tầng 2l và đường Il", "lô 1O, tầng 2l và đường Il"},
	};

	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		rawdoc doc = scan_of(cases[i].seen, 95);

		mend_scan(&doc, &read_memory);
		assert_slice(doc.lines.p[0].text, cases[i].meant);
	}
}

static void every_field_is_as_sure_as_its_words(void **st)
{
	static const char text[] =
		"UBND TỈNH LẠNG SƠN\nSố: 12/TB-UBND\n\nTHÔNG BÁO\nVề việc họp\n\n"
		"Giao Sở Nội vụ báo cáo trước ngày 05/3/2026.\n";
	rawdoc doc = scan_of(text, 60);
	reading r = {0};
	err e = {0};

	(void)st;
	assert_int_equal(reading_run_raw(&read_with, &doc, &read_memory, &r, &e), RC_OK);
	assert_true(r.sure.n > 10);
	assert_int_equal(sure_of(&r.sure, r.number.at), 60);
	assert_int_equal(sure_of(&r.sure, r.title.at), 60);
	assert_int_equal(r.dates.n, 1);
	assert_in_range((int)(r.dates.p[0].confidence * 100), 50, 61);
	assert_int_equal(read_text(text)->sure.n, 0); /* a text is what it is */
}

static void a_word_hardly_read_counts_more(void **st)
{
	static sure_mark marks[] = {{0, 96}, {10, 96}, {20, 10}, {30, 94}};
	const sure_map map = {marks, ARRAY_LEN(marks), ARRAY_LEN(marks)};

	(void)st;
	assert_int_equal(sure_of(&map, (span){0, 15}), 96);
	assert_int_equal(sure_of(&map, (span){12, 3}), 96); /* inside a word */
	assert_in_range(sure_of(&map, (span){10, 20}), 20, 40);
	assert_int_equal(sure_of(&(sure_map){NULL, 0, 0}, (span){0, 5}), 100);
}

/* A seal and strokes lie over the lines of a signature: what is left of them may read as anything. */
static void of_a_sealed_signature_only_what_is_sure_is_believed(void **st)
{
	static const struct {
		const char *lines, *post, *name;
		uint32_t percent;
	} cases[] = {
		{"GIÁM ĐỐC\nLê Hoàng Nam\n", "GIÁM ĐỐC", "Lê Hoàng Nam", 95},
		{"GIÁM ĐỐC\nLê Hoàng Nam\n", "GIÁM ĐỐC", "", 50},
		{"GIÁM ĐỐC\nNăm Nam\n", "GIÁM ĐỐC", "", 95},
		{"NGIANG\nLê Hoàng Nam\n", "", "Lê Hoàng Nam", 95},
		{"M ĐỐC\nLê Hoàng Nam\n", "", "Lê Hoàng Nam", 95},
		{"GIÁM ĐỐC\nÓ GIÁM ĐỐC\nLê Hoàng Nam\n", "", "Lê Hoàng Nam", 95},
		{"GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nLê Hoàng Nam\n", "PHÓ GIÁM ĐỐC", "Lê Hoàng Nam", 95},
	};

	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		strbuf all;
		reading r = {0};
		rawdoc doc;
		err e = {0};

		strbuf_over(&all, arena_room(&read_memory, 1000), 1000);
		strbuf_put(&all, S("SỞ Y TẾ\nSố: 12/GM-SYT\n\nGIẤY MỜI\n\nSở Y tế mời dự họp.\n\n"
		                   "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\n"));
		strbuf_put(&all, slice_c(cases[i].lines));
		strbuf_putc(&all, '\0');
		doc = scan_of(all.p, cases[i].percent);
		assert_int_equal(reading_run_raw(&read_with, &doc, &read_memory, &r, &e), RC_OK);
		assert_slice(r.signature.post, cases[i].post);
		assert_slice(r.signature.name, cases[i].name);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(signs_are_settled_by_their_neighbours),
		cmocka_unit_test(every_field_is_as_sure_as_its_words),
		cmocka_unit_test(a_word_hardly_read_counts_more),
		cmocka_unit_test(of_a_sealed_signature_only_what_is_sure_is_believed),
	};

	return cmocka_run_group_tests_name("sure", tests, read_start, read_done);
}
