/*
 * test_sheets.c - the sheets of an office as typed rows, and what is wrong in them.
 *
 * A sheet is written as a file of cells parted by semicolons; expected is its kind, its
 * rows as "row field=value …", its bad cells as "!C3 code".
 */
#include "read_text.h"

#include "base/strbuf.h"
#include "model/sheet_json.h"
#include "reading/extract/csv.h"
#include "reading/sheets.h"

enum { OUT_MAX = 1 << 16 };

static void put_bodies(strbuf *b, const actors *list)
{
	for (uint32_t i = 0; i < list->n; i++) {
		const actor *a = &list->p[i];

		if (i > 0)
			strbuf_putc(b, ',');
		strbuf_put(b, a->agency.n != 0 ? a->agency : a->group.n != 0 ? a->group : a->text);
	}
}

static void put_row(strbuf *b, const sheet_row *row, const reading *r)
{
	strbuf_int(b, row->row);
	for (uint32_t i = 0; i < row->values.n; i++) {
		const sheet_value *v = &row->values.p[i];

		if (v->field == FIELD_ORDINAL)
			continue;
		strbuf_putc(b, ' ');
		strbuf_put(b, slice_c(sheet_field_word((sheet_field)v->field)));
		strbuf_putc(b, '=');
		if (v->bodies.n > 0)
			put_bodies(b, &v->bodies);
		else if (v->dates.n > 0)
			strbuf_put(b, r->dates.p[v->dates.p[0]].value);
		else
			strbuf_put(b, v->value.n > 0 ? v->value : v->text);
	}
	strbuf_putc(b, '\n');
}

static void put_bad(strbuf *b, const sheet_bad *bad)
{
	strbuf_putc(b, '!');
	strbuf_putc(b, (char)('A' + bad->column));
	strbuf_int(b, bad->row);
	strbuf_putc(b, ' ');
	strbuf_put(b, slice_c(sheet_fault_code((sheet_fault)bad->fault)));
	strbuf_putc(b, '\n');
}

static const sheet *read_sheet(const char *file, reading *r)
{
	rawdoc *doc = arena_new(&read_memory, rawdoc);
	sheets *all = arena_new(&read_memory, sheets);
	err e = {0};

	if (rawdoc_from_csv(slice_c(file), &read_memory, doc, &e) != RC_OK ||
	    reading_run_raw(&read_with, doc, &read_memory, r, &e) != RC_OK ||
	    sheets_run(&read_with, doc, NULL, r, &read_memory, all, &e) != RC_OK)
		fail_msg("%s", e.detail);
	assert_int_equal(all->list.n, 1);
	return &all->list.p[0];
}

static void gives(const char *file, const char *wanted)
{
	reading r;
	const sheet *s = read_sheet(file, &r);
	char *out = arena_alloc(&read_memory, OUT_MAX);
	strbuf b;

	strbuf_over(&b, out, OUT_MAX - 1);
	strbuf_put(&b, slice_c(sheet_kind_word(s->kind)));
	strbuf_putc(&b, '\n');
	for (uint32_t i = 0; i < s->rows.n; i++)
		put_row(&b, &s->rows.p[i], &r);
	for (uint32_t i = 0; i < s->bad.n; i++)
		put_bad(&b, &s->bad.p[i]);
	assert_string_equal(out, wanted);
}

static void a_sheet_of_duties_is_known_by_its_headings(void **st)
{
	(void)st;
	gives("STT;Số ký hiệu văn bản;Nội dung được giao;Cơ quan thực hiện;Thời gian hoàn thành;Kết quả;"
	      "Tình trạng;Ghi chú\n"
	      "1;Số 12/TB-UBND ngày 09/4/2026;Rà soát quy hoạch;Sở Xây dựng;trước ngày 30/6/2026;"
	      "Tờ trình;Đang thực hiện;gấp\n",
	      "duties\n2 content=Rà soát quy hoạch due=2026-06-30 basis=12/TB-UBND result=Tờ trình "
	      "state=in_progress note=gấp lead=SXD\n");
	gives("TT;Nhiệm vụ;Đơn vị chủ trì;Đơn vị phối hợp;Hạn\n"
	      "1;Lập kế hoạch;Sở Tài chính, Sở Nội vụ;Công ty Điện lực;31/12/2026\n",
	      "duties\n2 content=Lập kế hoạch due=2026-12-31 lead=STC,SNV with=Công ty Điện lực\n");
}

static void bad_rows_are_named_and_the_good_ones_kept(void **st)
{
	(void)st;
	gives("STT;Nội dung;Cơ quan chủ trì;Thời hạn\n"
	      "1;Việc thứ nhất;Sở Tài chính;31/4/2026\n"
	      "2;Việc thứ hai;Sở Mây trời;30/4/2026\n"
	      "3;;Sở Tài chính;30/4/2026\n"
	      "4;Việc thứ tư;Sở Tài chính;46173\n"
	      "5;Việc thứ năm;Sở Tài chính;Thường xuyên\n"
	      "6;#REF!;Sở Tài chính;30/4/2026\n",
	      "duties\n6 content=Việc thứ năm due=Thường xuyên lead=STC\n"
	      "!D2 impossible-date\n!C3 unknown-agency\n!B4 empty\n!D5 not-a-date\n!B7 cell-error\n");
}

static void sections_and_blanks_say_who_leads(void **st)
{
	(void)st;
	gives("STT;Nội dung công việc;Cơ quan chủ trì;Thời hạn\n"
	      "I;SỞ TÀI CHÍNH;;\n"
	      "1;Lập dự toán năm;;30/9/2026\n"
	      "2;Lập quyết toán năm;Sở Nội vụ;30/9/2026\n"
	      "3;Kiểm kê tài sản;nt;30/9/2026\n"
	      "Tổng cộng;3;;\n",
	      "duties\n3 content=Lập dự toán năm due=2026-09-30 lead=STC\n"
	      "4 content=Lập quyết toán năm due=2026-09-30 lead=SNV\n"
	      "5 content=Kiểm kê tài sản due=2026-09-30 lead=SNV\n");
}

static void states_are_those_of_the_glossary(void **st)
{
	(void)st;
	gives("TT;Nội dung;Đơn vị thực hiện;Trạng thái\n1;Việc một;Sở Y tế;Chưa thực hiện\n"
	      "2;Việc hai;Sở Y tế;Đã hoàn thành ngày 5/5\n3;Việc ba;Sở Y tế;Chưa hoàn thành\n"
	      "4;Việc bốn;Sở Y tế;Đề nghị gia hạn\n",
	      "duties\n2 content=Việc một state=not_started lead=SYT\n"
	      "3 content=Việc hai state=confirmed lead=SYT\n"
	      "4 content=Việc ba state=Chưa hoàn thành lead=SYT\n"
	      "5 content=Việc bốn state=extension_requested lead=SYT\n");
}

static void petitions_agencies_and_persons_are_told_apart(void **st)
{
	(void)st;
	gives("TT;Nội dung kiến nghị;Đơn vị kiến nghị;Cơ quan trả lời;Nội dung trả lời\n"
	      "1;Đề nghị làm đường;Cử tri xã Hoa Thám;Sở Xây dựng;Đã ghi vốn\n"
	      "2;Đề nghị làm cầu;Cử tri xã Hoa Thám;Sở Gió;\n",
	      "petitions\n2 content=Đề nghị làm đường petitioner=Cử tri xã Hoa Thám "
	      "answer=Đã ghi vốn owner=SXD\n!D3 unknown-agency\n");
	gives("Mã;Tên cơ quan;Tên viết tắt;Loại\nSTC;Sở Tài chính;Sở TC;sở\nstc;Sở Nội vụ;SNV;sở\n"
	      "STC;Sở Khác;SK;sở\nSK;;SK;sở\n",
	      "agencies\n2 code=STC name=Sở Tài chính short=Sở TC class=sở\n"
	      "!A3 bad-code\n!A4 same-code\n!B5 empty\n");
	gives("STT;Họ và tên;Chức vụ;Cơ quan;Điện thoại;Thư điện tử\n"
	      "1;Trần Thị Hoa;Giám đốc;Sở Y tế;0912.345.678;hoa@vidu.vn\n"
	      "2;Lê Văn An;Trưởng phòng;Sở Y tế;12;an@vidu.vn\n"
	      "3;Lê Văn Bình;Trưởng phòng;Sở Y tế;0912345678;binh@\n",
	      "persons\n2 person=Trần Thị Hoa post=Giám đốc phone=0912.345.678 email=hoa@vidu.vn "
	      "agency=SYT\n!E3 bad-phone\n!F4 bad-email\n");
}

static void headings_may_stand_low_and_run_over_rows(void **st)
{
	(void)st;
	gives("DANH SÁCH;;;;\n;;;;\nSTT;Nội dung;Cơ quan thực hiện;;Thời hạn\n;;Chủ trì;Phối hợp;\n"
	      "(1);(2);(3);(4);(5)\n1;Việc một;Sở Y tế;Sở Nội vụ;1/7/2026\n",
	      "duties\n6 content=Việc một due=2026-07-01 lead=SYT with=SNV\n");
}

static void other_sheets_stay_unknown(void **st)
{
	(void)st;
	gives("TT;Tên hàng;Đơn vị tính;Số lượng\n1;Bút;cái;5\n2;Giấy;ram;7\n", "unknown\n");
	gives("Thời gian;Nội dung;Người trình bày\n8h00;Khai mạc;Chủ tịch\n9h00;Thảo luận;Giám đốc\n",
	      "unknown\n");
	gives("TT;Nội dung;Đơn vị;Kinh phí\n1;Mua máy;Sở Y tế;100\n2;Mua xe;Sở Y tế;200\n",
	      "unknown\n");
}

static void a_text_has_no_sheets(void **st)
{
	rawdoc doc = {0};
	reading r;
	sheets all;
	err e = {0};

	(void)st;
	assert_int_equal(rawdoc_from_text(S("Một câu."), &read_memory, &doc, &e), RC_OK);
	assert_int_equal(reading_run_raw(&read_with, &doc, &read_memory, &r, &e), RC_OK);
	assert_int_equal(sheets_run(&read_with, &doc, NULL, &r, &read_memory, &all, &e), RC_INPUT);
	assert_int_equal(e.id, MSG_NOT_A_SHEET);
}

static void the_json_has_the_keys_of_the_contract(void **st)
{
	static const char wanted[] =
		"\"sheets\":[{\"name\":null,\"hidden\":false,\"kind\":\"agencies\",\"heading_row\":1,"
		"\"mapping\":[{\"column\":\"A\",\"heading\":\"Mã\",\"field\":\"code\"},"
		"{\"column\":\"B\",\"heading\":\"Tên cơ quan\",\"field\":\"name\"},"
		"{\"column\":\"C\",\"heading\":\"Tiếng Anh\",\"field\":null}],"
		"\"rows\":[{\"row\":2,\"section\":null,\"code\":\"STC\",\"name\":\"Sở Tài chính\"}],"
		"\"bad\":[{\"cell\":\"B3\",\"row\":3,\"field\":\"name\",\"value\":null,"
		"\"code\":\"empty\",\"message\":\"Ô này không được để trống.\"}]}]}";
	char *out = arena_alloc(&read_memory, OUT_MAX);
	json_source source = {.name = S("x.csv"), .bytes = 1, .confidence = 1};
	json_reader with = {S("1"), S("2")};
	sheets all = {0};
	json_out j;
	reading r;
	strbuf b;

	(void)st;
	*(sheet *)VEC_PUSH(&read_memory, &all.list) = *read_sheet(
		"Mã;Tên cơ quan;Tiếng Anh\nSTC;Sở Tài chính;x\nSNV;;y\n", &r);
	strbuf_over(&b, out, OUT_MAX - 1);
	j = jout_to(&b);
	sheet_json(&j, &all, &r, &source, &with);
	assert_int_equal(b.failed, RC_OK);
	assert_true(slice_starts(strbuf_slice(&b), S("{\"schema\":\"dondoc.sheet/1\",")));
	assert_string_equal(out + b.n - (sizeof wanted - 1), wanted);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sheet_of_duties_is_known_by_its_headings),
		cmocka_unit_test(bad_rows_are_named_and_the_good_ones_kept),
		cmocka_unit_test(sections_and_blanks_say_who_leads),
		cmocka_unit_test(states_are_those_of_the_glossary),
		cmocka_unit_test(petitions_agencies_and_persons_are_told_apart),
		cmocka_unit_test(headings_may_stand_low_and_run_over_rows),
		cmocka_unit_test(other_sheets_stay_unknown),
		cmocka_unit_test(a_text_has_no_sheets),
		cmocka_unit_test(the_json_has_the_keys_of_the_contract),
	};

	return cmocka_run_group_tests(tests, read_start, read_done);
}
