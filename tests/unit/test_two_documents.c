/*
 * test_two_documents.c - a file that holds a letter and the letter that it passes on is the
 * first of them; annexes and forms are still its own.
 */
#include "read_text.h"

#include "reading/parts.h"

#define STATE "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"

#define FIRST                                                                                      \
	"UBND TỈNH LẠNG SƠN\nSỞ Y TẾ\nSố: 12/TB-SYT\n" STATE                                       \
	"Lạng Sơn, ngày 02 tháng 3 năm 2026\nTHÔNG BÁO\nVề việc tuyển sinh\n"                      \
	"Thực hiện kế hoạch đào tạo của ngành, Sở Y tế thông báo tới các đơn vị trực thuộc nội "   \
	"dung tuyển sinh của Trường, các đơn vị thông báo tới viên chức của đơn vị mình và lập "   \
	"danh sách những người đăng ký dự tuyển theo mẫu kèm theo thông báo này.\n"                \
	"Các đơn vị gửi danh sách về Sở Y tế trước ngày 24/3/2026./.\n"                            \
	"Nơi nhận:\n- Các đơn vị trực thuộc;\n- Lưu: VT.\n"                                        \
	"KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nTrần Văn Bình\n"

#define OTHER(number)                                                                              \
	"BỘ Y TẾ\nTRƯỜNG ĐẠI HỌC Y\nSố: " number "\n" STATE                                        \
	"Hà Nội, ngày 20 tháng 02 năm 2026\nTHÔNG BÁO\nTuyển sinh năm 2026\n"                      \
	"Giao Phòng Đào tạo báo cáo kết quả tuyển sinh trước ngày 30/9/2026./.\n"                  \
	"Nơi nhận:\n- Sở Y tế các tỉnh;\n- Lưu: VT, ĐT.\nHIỆU TRƯỞNG\nLê Thị Hoa\n"

static void another_document_behind_it_gives_nothing(void **st)
{
	const reading *r = read_text(FIRST OTHER("366/TB-ĐHY"));

	(void)st;
	assert_slice(slice_at(r->text, (span){r->other, 8}), "BỘ Y T");
	assert_slice(r->signature.name, "Trần Văn Bình");
	assert_int_equal(r->recipients.n, 2); /* and where it is filed */
	assert_slice(r->recipients.p[0].text, "Các đơn vị trực thuộc");
	for (uint32_t i = 0; i < r->assignments.n; i++)
		assert_true(span_end(r->assignments.p[i].at) <= r->other);
	for (uint32_t i = 0; i < r->dates.n; i++)
		assert_true(span_end(r->dates.p[i].at) <= r->other);
	assert_int_equal(r->warnings.n, 1);
	assert_true(slice_has(r->text, S("Lê Thị Hoa"))); /* its words stay */
}

static void a_figure_that_was_read_badly_is_one(void **st)
{
	(void)st;
	assert_int_not_equal(read_text(FIRST OTHER("3€€Ø /TB-ĐHY"))->other, 0);
}

static void a_form_is_no_other_document(void **st)
{
	static const char *const blanks[] = {"/BC-SYT", "      /BC-SYT", "…/BC-SYT",
	                                     "...../BC-..."};

	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(blanks); i++) {
		char text[4096];

		(void)snprintf(text, sizeof text, "%sTÊN ĐƠN VỊ\nSố: %s\n" STATE "BÁO CÁO\n", FIRST,
		               blanks[i]);
		assert_int_equal(read_text(text)->other, 0);
	}
}

static void what_a_document_puts_in_force_is_its_own(void **st)
{
	const reading *r = read_text(
		FIRST "UBND TỈNH LẠNG SƠN\nSỞ Y TẾ\n" STATE "PHỤ LỤC\n"
		      "PHÂN CÔNG NHIỆM VỤ\n(Kèm theo Thông báo số 12/TB-SYT ngày 02/3/2026)\n"
		      "Giao Trung tâm Kiểm soát bệnh tật báo cáo kết quả trước ngày 30/4/2026.\n");

	(void)st;
	assert_int_equal(r->other, 0);
	assert_int_equal(r->assignments.n, 2);
}

static void a_document_that_cites_the_state_is_one(void **st)
{
	const reading *r = read_text(FIRST "Số: 5/QĐ-UBND\n"
	                                   "Luật của nước Cộng hòa xã hội chủ nghĩa Việt Nam\n");

	(void)st;
	assert_int_equal(r->other, 0);
}

/* --- each read by itself --- */

static doc_parts read_parts(const char *text)
{
	rawdoc doc = {0};
	doc_parts all = {0};
	err e = {0};

	if (rawdoc_from_text(slice_c(text), &read_memory, &doc, &e) != RC_OK ||
	    reading_run_parts(&read_with, &doc, &read_memory, &all, &e) != RC_OK)
		fail_msg("%s", e.detail);
	return all;
}

static void assert_same(slice got, slice want)
{
	if (!slice_eq(got, want))
		fail_msg("got \"%.*s\", wanted \"%.*s\"", (int)got.n, got.p, (int)want.n, want.p);
}

static void each_has_its_own_words(void **st)
{
	const char *whole = FIRST OTHER("366/TB-ĐHY");
	doc_parts all = read_parts(whole);
	const reading *r = &all.p[1].r;

	(void)st;
	assert_int_equal(all.n, 2);
	assert_same(all.p[0].r.text, read_text(FIRST)->text);
	assert_same(r->text, read_text(OTHER("366/TB-ĐHY"))->text);
	assert_slice(r->number.value, "366/TB-ĐHY");
	assert_slice(r->signature.name, "Lê Thị Hoa");
	assert_int_equal(r->dates.n, read_text(OTHER("366/TB-ĐHY"))->dates.n);
	for (uint32_t i = 0; i < all.n; i++) {
		assert_int_equal(all.p[i].r.other, 0);
		assert_int_equal(all.p[i].r.warnings.n, 0);
	}
	/* and where each word of it stood in the file */
	assert_true(strncmp(whole + origin_of(&r->origin, 0), "BỘ Y TẾ", 9) == 0);
}

static void three_are_three(void **st)
{
	doc_parts all = read_parts(FIRST FIRST OTHER("366/TB-ĐHY"));

	(void)st;
	assert_int_equal(all.n, 3);
	assert_slice(all.p[2].r.number.value, "366/TB-ĐHY");
	assert_same(all.p[1].r.text, read_text(FIRST)->text);
}

static void an_annex_stays_with_its_letter(void **st)
{
	doc_parts all = read_parts(
		FIRST "PHỤ LỤC\n(Kèm theo Thông báo số 12/TB-SYT)\n"
		      "Giao Phòng Nghiệp vụ báo cáo trước ngày 30/4/2026.\n" OTHER("366/TB-ĐHY"));

	(void)st;
	assert_int_equal(all.n, 2);
	assert_true(slice_has(all.p[0].r.text, S("Phòng Nghiệp vụ")));
	assert_slice(all.p[1].r.number.value, "366/TB-ĐHY");
}

/* Headers in which the words of the letter stand otherwise. */
static void headers_of_letters_and_submissions(void **st)
{
	static const char *const heads[] = {
		"SỞ TƯ PHÁP\nSố: 14/STP-XD\nV/v lấy ý kiến dự thảo Quyết định\n" STATE,
		"UBND TỈNH LẠNG SƠN\nSỞ Y TẾ\n" STATE "Số: 187/TTr-SYT\n",
		"UBND TỈNH LẠNG SƠN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
		"SỞ Y TẾ                      Độc lập - Tự do - Hạnh phúc\n"
		"Số: 31/SYT-NV                Lạng Sơn, ngày 04 tháng 3 năm 2026\n",
		"HỎA TỐC\nCHỦ TỊCH ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN\n" STATE "Số: 09/CĐ-UBND\n",
	};

	(void)st;
	for (size_t i = 0; i < ARRAY_LEN(heads); i++) {
		char text[8192];
		doc_parts all;

		(void)snprintf(text, sizeof text,
		               "%s\n%s\nKính gửi: Sở Tài chính\nĐề nghị Sở Tài chính báo cáo trước "
		               "ngày 15/4/2026.\n",
		               FIRST, heads[i]);
		all = read_parts(text);
		if (all.n != 2)
			fail_msg("one document: %s", heads[i]);
		assert_true(strncmp(all.p[1].r.text.p, heads[i], 8) == 0);
		assert_same(all.p[0].r.text, read_text(FIRST)->text);
	}
}

/* --- what stands apart from the running text --- */

static rawline line_of(const char *words, uint32_t source, uint32_t on, uint16_t flags)
{
	return (rawline){.text = slice_c(words),
	                 .source = source,
	                 .page = on,
	                 .table = -1,
	                 .row = -1,
	                 .column = -1,
	                 .flags = flags};
}

/* The lines of FIRST on page 1, of the other document on pages 2 and 3. */
static void paged(rawdoc *doc)
{
	const char *whole = FIRST OTHER("366/TB-ĐHY");
	slice rest = slice_c(whole), line;
	uint32_t on = 1;

	doc->confidence = 1;
	while (slice_next(&rest, '\n', &line)) {
		rawline l = line_of("", (uint32_t)(line.p - whole), on, 0);

		if (slice_starts(line, S("BỘ Y TẾ"))) {
			l.page = on = 2;
			*VEC_PUSH(&read_memory, &doc->lines) = line_of("2", l.source, 2,
			                                               RAW_PAGE_TOP);
		}
		l.text = line;
		*VEC_PUSH(&read_memory, &doc->lines) = l;
	}
}

static doc_parts shared_out(const rawdoc *doc)
{
	doc_parts all = {0};
	err e = {0};

	assert_int_equal(reading_run_parts(&read_with, doc, &read_memory, &all, &e), RC_OK);
	return all;
}

static void pages_keep_the_numbers_of_the_file(void **st)
{
	rawdoc doc = {0};
	doc_parts all;

	(void)st;
	paged(&doc);
	*VEC_PUSH(&read_memory, &doc.bare) = 1;
	*VEC_PUSH(&read_memory, &doc.bare) = 3;
	doc.pictures = 4;
	all = shared_out(&doc);
	assert_int_equal(all.n, 2);
	assert_int_equal(all.p[0].r.pages.n, 1);
	assert_int_equal(all.p[1].r.pages.n, 1);
	assert_int_equal(all.p[1].r.pages.p[0].number, 2);
	/* a number at the top of a page is of that page */
	assert_int_equal(all.p[1].lines.lines.p[0].page, 2);
	assert_int_equal(all.p[0].lines.bare.n, 1);
	assert_int_equal(all.p[0].lines.bare.p[0], 1);
	assert_int_equal(all.p[1].lines.bare.n, 1);
	assert_int_equal(all.p[1].lines.bare.p[0], 3);
	assert_int_equal(all.p[0].lines.pictures, 4);
	assert_int_equal(all.p[1].lines.pictures, 0);
}

static void a_note_goes_with_its_mark_and_a_signer_with_all(void **st)
{
	rawdoc doc = {0};
	rawline note = line_of("chú thích của văn bản sau", 90001, 0, RAW_FOOTNOTE | RAW_WHOLE);
	rawline early = line_of("chú thích của văn bản đầu", 90000, 0, RAW_FOOTNOTE | RAW_WHOLE);
	doc_parts all;

	(void)st;
	paged(&doc);
	note.marker = S("2");
	early.marker = S("1");
	for (uint32_t i = 0; i < doc.lines.n; i++) {
		if (slice_eq(doc.lines.p[i].text, S("Về việc tuyển sinh")))
			doc.lines.p[i].text = S("Về việc tuyển sinh¹");
		if (slice_eq(doc.lines.p[i].text, S("Tuyển sinh năm 2026")))
			doc.lines.p[i].text = S("Tuyển sinh năm 2026²");
	}
	*VEC_PUSH(&read_memory, &doc.lines) = early;
	*VEC_PUSH(&read_memory, &doc.lines) = note;
	*VEC_PUSH(&read_memory, &doc.lines) = line_of("Sở Y tế", 0, 0, RAW_SIGNER);
	all = shared_out(&doc);
	assert_int_equal(all.n, 2);
	for (uint32_t i = 0; i < all.n; i++) {
		assert_int_equal(all.p[i].r.footnotes.n, 1);
		assert_int_equal(all.p[i].r.stamps.n, 1);
		assert_slice(all.p[i].r.stamps.p[0].signer, "Sở Y tế");
	}
	assert_slice(all.p[0].r.footnotes.p[0].text, "chú thích của văn bản đầu");
	assert_slice(all.p[1].r.footnotes.p[0].text, "chú thích của văn bản sau");
}

/* Sheets of a workbook are one list, whatever stands above each. */
static void a_workbook_is_one_and_says_what_it_left(void **st)
{
	rawdoc doc = {0};
	doc_parts all;

	(void)st;
	*VEC_PUSH(&read_memory, &doc.lines) = line_of("Sheet1", 0, 0, RAW_SHEET);
	paged(&doc);
	all = shared_out(&doc);
	assert_int_equal(all.n, 1);
	assert_int_not_equal(all.p[0].r.other, 0);
	assert_int_equal(all.p[0].r.warnings.n, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(another_document_behind_it_gives_nothing),
		cmocka_unit_test(a_figure_that_was_read_badly_is_one),
		cmocka_unit_test(a_form_is_no_other_document),
		cmocka_unit_test(what_a_document_puts_in_force_is_its_own),
		cmocka_unit_test(a_document_that_cites_the_state_is_one),
		cmocka_unit_test(each_has_its_own_words),
		cmocka_unit_test(three_are_three),
		cmocka_unit_test(an_annex_stays_with_its_letter),
		cmocka_unit_test(headers_of_letters_and_submissions),
		cmocka_unit_test(pages_keep_the_numbers_of_the_file),
		cmocka_unit_test(a_note_goes_with_its_mark_and_a_signer_with_all),
		cmocka_unit_test(a_workbook_is_one_and_says_what_it_left),
	};

	return cmocka_run_group_tests(tests, read_start, read_done);
}
