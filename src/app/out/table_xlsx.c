/*
 * table_xlsx.c - one sheet through libxlsxwriter, which is opened at first use, in the mode
 * in which a row is on disk before the next one begins.
 *
 * The only file that sees xlsxwriter.h.
 */
#include <xlsxwriter.h>

#include "app/out/table_priv.h"
#include "base/lib.h"
#include "base/utf8.h"

enum { CELL_MAX = 32000, NAME_MAX_LETTERS = 31, PAPER_A4 = 9, EPOCH = 25569 /* 1/1/1970 */ };
enum { LINE_HIGH = 17, ROW_HIGH_MOST = 400 }; /* points; a sheet has none higher than 409 */
/* The letters of offices (Decree 30/2020), which need the room of the smaller ones that a sheet
 * counts its widths in. What paper, A4 on its side, takes of them at 8 points or more, in pixels, as
 * widths are: at 11 with the fonts that a spreadsheet expects, at 8 where it has to take wide ones. */
#define FONT "Times New Roman"
enum { FONT_SIZE = 13, PAPER_WIDE = 1190, LETTER_WIDE = 7, CELL_EDGE = 5 };
enum { LINE_GREY = 0xC9D2DB, HEAD_GREY = 0xEAF0F6 };

typedef struct xlsx {
#define XLSX(name) __typeof__(&name) name;
#include "app/out/xlsx.def"
#undef XLSX
	lxw_workbook *book;
	lxw_worksheet *sheet;
	lxw_format *bold, *plain, *figure, *day, *hour;
	strbuf cell; /* NUL-terminated */
	uint32_t lines; /* that the highest cell of this row needs */
	bool failed;
} xlsx;

static const char *const functions[] = {
#define XLSX(name) #name,
#include "app/out/xlsx.def"
#undef XLSX
};

/* The first letters of s that XML and a cell can hold, as a C string: signs that are no
 * letters become blanks, what is no UTF-8 U+FFFD. */
static const char *c_string(xlsx *x, slice s, size_t most)
{
	size_t n = 0;

	strbuf_clear(&x->cell);
	while (s.n > 0 && n++ < most) {
		size_t len = 1;

		while (len < s.n && len < 4 && ((unsigned char)s.p[len] & 0xc0) == 0x80)
			len++;
		if ((unsigned char)s.p[0] < ' ' && s.p[0] != '\n')
			strbuf_putc(&x->cell, ' ');
		else if (utf8_invalid_at((slice){s.p, len}) == len)
			strbuf_put(&x->cell, (slice){s.p, len});
		else
			strbuf_put(&x->cell, S("\xef\xbf\xbd"));
		s = (slice){s.p + len, s.n - len};
	}
	strbuf_putc(&x->cell, 0);
	return x->cell.p;
}

/* Not every program fits the height of a row to words that are wrapped. Words are not cut in
 * two, so a line holds a little less than its letters. */
static uint32_t lines_of(slice s, double width)
{
	uint32_t lines = 0;
	slice line;

	do {
		double letters = 0;

		if (!slice_cut(&s, '\n', &line)) {
			line = s;
			s = (slice){0};
		}
		for (size_t i = 0; i < line.n; i++)
			letters += ((unsigned char)line.p[i] & 0xc0) != 0x80;
		lines += 1 + (uint32_t)(letters * 1.1 / (width > 1 ? width : 1));
	} while (s.n > 0 && lines < ROW_HIGH_MOST / LINE_HIGH);
	return lines;
}

static void count_lines(const table_out *t, xlsx *x, slice s)
{
	uint32_t lines = lines_of(s, t->headings[t->column].width);

	x->lines = lines > x->lines ? lines : x->lines;
}

/* The height of a row that is not written out yet. */
static void set_height(xlsx *x, lxw_row_t at)
{
	uint32_t high = x->lines * LINE_HIGH;

	(void)x->worksheet_set_row(x->sheet, at, high < ROW_HIGH_MOST ? high : ROW_HIGH_MOST, NULL);
	x->lines = 0;
}

static void text(table_out *t, slice s)
{
	xlsx *x = t->own;

	count_lines(t, x, s);
	if (x->worksheet_write_string(x->sheet, t->row + 1, (lxw_col_t)t->column,
	                              c_string(x, s, CELL_MAX), x->plain) != LXW_NO_ERROR)
		x->failed = true;
}

static void number(table_out *t, int64_t n)
{
	xlsx *x = t->own;

	if (x->worksheet_write_number(x->sheet, t->row + 1, (lxw_col_t)t->column, (double)n,
	                              x->figure) != LXW_NO_ERROR)
		x->failed = true;
}

/* A spreadsheet counts days from 1900, the time of day as a part of one. */
static void minute(table_out *t, cmin at)
{
	xlsx *x = t->own;
	bool day = at % CMIN_DAY == CMIN_DAY - 1;
	double serial = (double)(day ? at - CMIN_DAY + 1 : at) / CMIN_DAY + EPOCH;

	if (x->worksheet_write_number(x->sheet, t->row + 1, (lxw_col_t)t->column, serial,
	                              day ? x->day : x->hour) != LXW_NO_ERROR)
		x->failed = true;
}

static rc row(table_out *t, err *e)
{
	xlsx *x = t->own;

	set_height(x, t->row + 1);
	return x->failed ? err_set(e, RC_LIMIT, MSG_WRITE_FAILED, "row %u", (unsigned)t->row)
	                 : RC_OK;
}

/* How many of the first columns paper can show that people can read. */
static uint32_t columns_on_paper(const table_out *t)
{
	unsigned wide = 0;
	uint32_t n = 0;

	while (n < t->n && wide <= PAPER_WIDE)
		wide += t->headings[n++].width * LETTER_WIDE + CELL_EDGE;
	return wide > PAPER_WIDE && n > 1 ? n - 1 : n;
}

/* A sheet of paper says what it is, and when it was printed; a table wider than that is printed
 * without its last columns, and says so. */
static void set_paper(const table_out *t, xlsx *x)
{
	uint32_t n = columns_on_paper(t);
	const char *said = n == t->n ? "&RTrang &P/&N"
	                             : "&LBản in gồm các cột đầu, tệp Excel có đủ các "
	                               "cột.&RTrang &P/&N";

	x->worksheet_set_landscape(x->sheet);
	x->worksheet_set_paper(x->sheet, PAPER_A4);
	x->worksheet_set_margins(x->sheet, 0.4, 0.4, 0.8, 0.6);
	x->worksheet_fit_to_pages(x->sheet, 1, 0);
	(void)x->worksheet_set_header(x->sheet,
	                              "&L&\"" FONT ",Bold\"&14&A&R&\"" FONT ",Regular\"In ngày &D");
	(void)x->worksheet_set_footer(x->sheet, said);
	if (n < t->n)
		(void)x->worksheet_print_area(x->sheet, 0, 0, t->row, (lxw_col_t)(n - 1));
}

static void put_headings(table_out *t, xlsx *x)
{
	for (uint32_t i = 0; i < t->n; i++) {
		lxw_col_t at = (lxw_col_t)i;

		(void)x->worksheet_set_column(x->sheet, at, at, t->headings[i].width, NULL);
		(void)x->worksheet_write_string(
			x->sheet, 0, at, c_string(x, t->headings[i].text, CELL_MAX), x->bold);
		t->column = i;
		count_lines(t, x, t->headings[i].text);
	}
	t->column = 0;
	set_height(x, 0);
	x->worksheet_freeze_panes(x->sheet, 1, 0);
	(void)x->worksheet_repeat_rows(x->sheet, 0, 0);
}

static rc open_xlsx(table_out *t, const char *path, slice title, err *e)
{
	xlsx *x = arena_new(t->a, xlsx);
	lxw_workbook_options how = {.constant_memory = LXW_TRUE};
	rc code = lib_load(LIB_XLSX, functions, (void **)x, ARRAY_LEN(functions), e);

	if (code != RC_OK)
		return code;
	strbuf_init(&x->cell, NULL, (size_t)1 << 20);
	t->own = x;
	x->book = x->workbook_new_opt(path, &how);
	x->sheet = x->book != NULL ? x->workbook_add_worksheet(x->book,
	                                                       c_string(x, title, NAME_MAX_LETTERS))
	                           : NULL;
	if (x->sheet == NULL) {
		strbuf_done(&x->cell);
		return err_set(e, RC_IO, MSG_WRITE_FAILED, "workbook");
	}
	x->bold = x->workbook_add_format(x->book);
	x->format_set_bold(x->bold);
	x->format_set_text_wrap(x->bold);
	x->format_set_align(x->bold, LXW_ALIGN_VERTICAL_CENTER);
	x->plain = x->workbook_add_format(x->book);
	x->figure = x->workbook_add_format(x->book);
	x->day = x->workbook_add_format(x->book);
	x->hour = x->workbook_add_format(x->book);
	x->format_set_text_wrap(x->plain);
	x->format_set_num_format(x->day, "dd/mm/yyyy");
	x->format_set_num_format(x->hour, "dd/mm/yyyy hh:mm");
	x->format_set_align(x->plain, LXW_ALIGN_VERTICAL_TOP);
	x->format_set_align(x->day, LXW_ALIGN_VERTICAL_TOP);
	x->format_set_align(x->hour, LXW_ALIGN_VERTICAL_TOP);
	x->format_set_bg_color(x->bold, HEAD_GREY);
	x->format_set_align(x->figure, LXW_ALIGN_VERTICAL_TOP);
	/* At the right edge they would touch the words of the next column. */
	x->format_set_align(x->figure, LXW_ALIGN_CENTER);
	x->format_set_align(x->day, LXW_ALIGN_CENTER);
	x->format_set_align(x->hour, LXW_ALIGN_CENTER);
	for (size_t i = 0; i < 5; i++) {
		lxw_format *f = (lxw_format *[]){x->bold, x->plain, x->figure, x->day, x->hour}[i];

		x->format_set_font_name(f, FONT);
		x->format_set_font_size(f, FONT_SIZE);
		x->format_set_border(f, LXW_BORDER_THIN);
		x->format_set_border_color(f, LINE_GREY);
	}
	put_headings(t, x);
	return RC_OK;
}

static rc close_xlsx(table_out *t, err *e)
{
	xlsx *x = t->own;
	lxw_error code;

	if (t->row > 0)
		(void)x->worksheet_autofilter(x->sheet, 0, 0, t->row, (lxw_col_t)(t->n - 1));
	set_paper(t, x);
	code = x->workbook_close(x->book);

	strbuf_done(&x->cell);
	return code == LXW_NO_ERROR ? RC_OK
	                            : err_set(e, RC_IO, MSG_WRITE_FAILED, "xlsx %d", (int)code);
}

const table_form table_xlsx = {open_xlsx, text, number, minute, row, close_xlsx};
