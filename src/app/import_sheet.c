/*
 * import_sheet.c - what was understood of a spreadsheet is shown before it counts: which
 * column is what, and every cell that keeps its row out.
 */
#include "app/import_sheet.h"

#include <stdio.h>

#include "app/command.h"
#include "reading/sheets.h"

enum { BAD_SHOWN = 50, VALUE_CUT = 60 };
#define BUDGET ((size_t)1 << 30)

static const struct {
	uint8_t field;
	const char *vi;
} fields[] = {
	{FIELD_ORDINAL, "số thứ tự"},
	{FIELD_CONTENT, "nội dung"},
	{FIELD_LEAD, "cơ quan chủ trì"},
	{FIELD_WITH, "cơ quan phối hợp"},
	{FIELD_DUE, "thời hạn"},
	{FIELD_GIVEN, "ngày giao"},
	{FIELD_PRODUCT, "sản phẩm"},
	{FIELD_BASIS, "văn bản giao"},
	{FIELD_RESULT, "kết quả"},
	{FIELD_STATE, "trạng thái"},
	{FIELD_PETITIONER, "đơn vị kiến nghị"},
	{FIELD_OWNER, "cơ quan trả lời"},
	{FIELD_ANSWER, "nội dung trả lời"},
	{FIELD_CODE, "mã"},
	{FIELD_NAME, "tên"},
	{FIELD_SHORT, "tên tắt"},
	{FIELD_CLASS, "loại"},
	{FIELD_PARENT, "cơ quan cấp trên"},
	{FIELD_PERSON, "họ và tên"},
	{FIELD_POST, "chức vụ"},
	{FIELD_AGENCY, "cơ quan, đơn vị"},
	{FIELD_PHONE, "điện thoại"},
	{FIELD_EMAIL, "thư điện tử"},
	{FIELD_ADDRESS, "địa chỉ"},
	{FIELD_SIGNER, "người ký"},
	{FIELD_NOTE, "ghi chú"},
};

static const char *const kinds[] = {
	[SHEET_UNKNOWN] = "không rõ loại", [SHEET_PETITIONS] = "kiến nghị",
	[SHEET_PERSONS] = "cán bộ",        [SHEET_AGENCIES] = "cơ quan, đơn vị",
	[SHEET_DUTIES] = "nhiệm vụ",
};

static const char *field_vi(uint8_t field)
{
	for (size_t i = 0; i < ARRAY_LEN(fields); i++)
		if (fields[i].field == field)
			return fields[i].vi;
	return "?";
}

/* 0 → A, 27 → AB. */
static void put_column(int32_t column)
{
	char name[8];
	size_t n = sizeof name;

	name[--n] = 0;
	for (int64_t c = (int64_t)column + 1; c > 0 && n > 0; c = (c - 1) / 26)
		name[--n] = (char)('A' + (c - 1) % 26);
	(void)fputs(name + n, stdout);
}

static void put_words(slice s)
{
	size_t n = 0;

	for (size_t letters = 0; n < s.n && letters < VALUE_CUT; n++)
		letters += ((unsigned char)s.p[n] & 0xc0) != 0x80;
	while (n < s.n && ((unsigned char)s.p[n] & 0xc0) == 0x80)
		n++;
	for (size_t i = 0; i < n; i++)
		(void)putchar((unsigned char)s.p[i] < ' ' ? ' ' : s.p[i]);
	if (n < s.n)
		(void)fputs("…", stdout);
}

static void show_mapping(slice file, const sheet *s)
{
	(void)fputs("Tệp ", stdout);
	put_words(file);
	if (s->name.n > 0) {
		(void)fputs(", bảng ", stdout);
		put_words(s->name);
	}
	(void)printf(": danh sách %s, %u dòng đọc được, %u ô có lỗi\n", kinds[s->kind], s->rows.n,
	             s->bad.n);
	for (uint32_t i = 0; i < s->columns.n; i++) {
		(void)fputs("  cột ", stdout);
		put_column(s->columns.p[i].column);
		(void)fputs(" “", stdout);
		put_words(s->columns.p[i].heading);
		(void)printf("” là %s\n", field_vi(s->columns.p[i].field));
	}
}

static void show_bad(const sheet *s)
{
	for (uint32_t i = 0; i < s->bad.n && i < BAD_SHOWN; i++) {
		const sheet_bad *b = &s->bad.p[i];

		(void)fputs("  ô ", stdout);
		put_column(b->column);
		(void)printf("%u: %s", b->row, sheet_fault_text((sheet_fault)b->fault));
		if (b->value.n > 0) {
			(void)fputs(" (“", stdout);
			put_words(b->value);
			(void)fputs("”)", stdout);
		}
		(void)putchar('\n');
	}
	if (s->bad.n > BAD_SHOWN)
		(void)printf("  … và %u ô khác; xem tất cả bằng dondoc sheet.\n",
		             s->bad.n - BAD_SHOWN);
}

typedef struct sheet_work {
	reg *r;
	const reading *read;
	const sheets *all;
	sheet_tally tally;
} sheet_work;

static rc enter_all(db *d, void *ctx, err *e)
{
	sheet_work *w = ctx;
	rc code = RC_OK;

	(void)d;
	w->tally = (sheet_tally){0};
	for (uint32_t i = 0; code == RC_OK && i < w->all->list.n; i++) {
		const sheet *s = &w->all->list.p[i];
		sheet_entered got;

		code = sheet_enter(w->r, w->read, s, &got, e);
		if (code != RC_OK)
			break;
		w->tally.sheets += s->kind != SHEET_UNKNOWN;
		w->tally.entered += got.entered;
		w->tally.again += got.again;
		w->tally.kept += got.kept;
		w->tally.bad += s->bad.n;
	}
	return code;
}

static void add(sheet_tally *to, const sheet_tally *more)
{
	to->sheets += more->sheets;
	to->entered += more->entered;
	to->again += more->again;
	to->kept += more->kept;
	to->bad += more->bad;
}

rc import_sheets(reg *r, const reader *rd, const job_doc *doc, bool *ret_taken, sheet_tally *tally,
                 err *e)
{
	reading read = doc->r;
	sheets all = {0};
	sheet_work w = {.r = r, .read = &read, .all = &all};
	err none = {0};
	arena a;
	rc code;

	*ret_taken = false;
	arena_init(&a, NULL, BUDGET);
	code = sheets_run(rd, &doc->lines, &read, &a, &all, &none);
	for (uint32_t i = 0; code == RC_OK && i < all.list.n; i++)
		*ret_taken |= all.list.p[i].kind != SHEET_UNKNOWN && all.list.p[i].rows.n > 0;
	code = RC_OK; /* no spreadsheet: a document like others */
	for (uint32_t i = 0; *ret_taken && i < all.list.n; i++)
		if (all.list.p[i].kind != SHEET_UNKNOWN)
			show_mapping(doc->source.name, &all.list.p[i]);
	if (*ret_taken)
		code = db_write(r->d, enter_all, &w, e);
	for (uint32_t i = 0; *ret_taken && code == RC_OK && i < all.list.n; i++)
		show_bad(&all.list.p[i]);
	if (*ret_taken && code == RC_OK)
		add(tally, &w.tally);
	arena_done(&a);
	return code;
}
