/*
 * import_sheet.c - what was understood of a spreadsheet is shown before it counts: which
 * column is what, and every cell that keeps its row out.
 */
#include "app/cmd/import_sheet.h"

#include <stdio.h>
#include <unistd.h>

#include "app/command.h"
#include "base/file.h"
#include "base/hash.h"
#include "model/sheet_json.h"
#include "reading/sheets.h"

enum { BAD_SHOWN = 50, VALUE_CUT = 60 };
#define BUDGET ((size_t)1 << 30)
#define JSON_MAX ((size_t)256 << 20)

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

static void put_column(int32_t column)
{
	arena a;
	slice name;

	arena_init(&a, NULL, 0);
	name = sheet_column_name(&a, column);
	(void)fwrite(name.p, 1, name.n, stdout);
	arena_done(&a);
}

static void show_mapping(slice file, const sheet *s)
{
	(void)fputs("Tệp ", stdout);
	put_words(file);
	if (s->name.n > 0) {
		(void)fputs(", bảng ", stdout);
		put_words(s->name);
	}
	(void)printf(": danh sách %s, %u dòng đọc được, %u ô có lỗi", sheet_kind_vi(s->kind),
	             s->rows.n, s->bad.n);
	if (s->again > 0)
		(void)printf(", %lld dòng đã có từ trước", (long long)s->again);
	if (s->changed > 0)
		(void)printf(", %lld dòng khác với dòng đã nhập", (long long)s->changed);
	(void)putchar('\n');
	for (uint32_t i = 0; i < s->columns.n; i++) {
		(void)fputs("  cột ", stdout);
		put_column(s->columns.p[i].column);
		(void)fputs(" “", stdout);
		put_words(s->columns.p[i].heading);
		(void)printf("” là %s\n", sheet_field_vi((sheet_field)s->columns.p[i].field));
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
	const sheet_asked *ask;
	const job_doc *doc;
	const reading *read;
	sheets *all;
	slice pub;
	sheet_tally tally;
} sheet_work;

static rc enter_all(db *d, void *ctx, err *e)
{
	sheet_work *w = ctx;
	sheet_entered sum = {0};
	int64_t import = 0;
	rc code = sheet_import_begin(w->r, w->doc->source.name, w->pub, &import, e);

	(void)d;
	w->tally = (sheet_tally){0};
	for (uint32_t i = 0; code == RC_OK && i < w->all->list.n; i++) {
		const sheet *s = &w->all->list.p[i];
		sheet_entered got;

		code = sheet_enter(w->r, import, w->read, s, w->ask->changed, &got, e);
		if (code != RC_OK)
			break;
		w->tally.sheets += s->kind != SHEET_UNKNOWN;
		w->tally.entered += got.entered;
		w->tally.again += got.again;
		w->tally.kept += got.kept;
		w->tally.changed += got.changed;
		w->tally.bad += s->kind != SHEET_UNKNOWN ? s->bad.n : 0;
	}
	sum = (sheet_entered){w->tally.entered, w->tally.again, w->tally.kept, w->tally.changed};
	return code == RC_OK ? sheet_import_end(w->r, import, &sum, w->tally.bad, e) : code;
}

static rc look_all(sheet_work *w, arena *a, err *e)
{
	rc code = RC_OK;

	for (uint32_t i = 0; code == RC_OK && i < w->all->list.n; i++) {
		code = sheet_look_rows(w->r, &w->all->list.p[i], a, e);
		w->tally.sheets += w->all->list.p[i].kind != SHEET_UNKNOWN;
	}
	return code;
}

static void add(sheet_tally *to, const sheet_tally *more)
{
	to->sheets += more->sheets;
	to->entered += more->entered;
	to->again += more->again;
	to->kept += more->kept;
	to->changed += more->changed;
	to->bad += more->bad;
}

static rc show_json(const job_reader *jr, const sheet_work *w, err *e)
{
	strbuf b;
	json_out to;
	rc code;

	strbuf_init(&b, NULL, JSON_MAX);
	to = jout_to(&b);
	sheet_json(&to, w->all, w->read, &w->doc->source, &jr->ident);
	strbuf_putc(&b, '\n');
	code = b.failed != RC_OK ? err_set(e, b.failed, MSG_NO_MEMORY, "output")
	                         : file_write_fd(STDOUT_FILENO, strbuf_slice(&b), e);
	strbuf_done(&b);
	return code;
}

/* What is worth showing: a list that is known, or a table when a person chooses its columns. */
static bool is_shown(const sheet_asked *ask, const sheet *s)
{
	return s->kind != SHEET_UNKNOWN || (ask->look && s->columns.n > 0);
}

static rc take(const job_reader *jr, sheet_work *w, arena *a, bool *ret_taken, err *e)
{
	rc code = RC_OK;

	for (uint32_t i = 0; i < w->all->list.n; i++)
		*ret_taken |= w->ask->look
		                      ? is_shown(w->ask, &w->all->list.p[i])
		                      : w->all->list.p[i].kind != SHEET_UNKNOWN &&
		                                (w->all->list.p[i].rows.n > 0 || w->ask->pub.n > 0);
	if (!*ret_taken)
		return RC_OK;
	code = w->ask->look ? look_all(w, a, e) : db_write(w->r->d, enter_all, w, e);
	if (code == RC_OK && w->ask->json)
		return w->ask->look ? show_json(jr, w, e) : RC_OK;
	if (code == RC_OK && !w->ask->look)
		(void)printf("Lần nhập %.*s (hoàn tác: dondoc import --undo %.*s)\n", (int)w->pub.n,
		             w->pub.p, (int)w->pub.n, w->pub.p);
	for (uint32_t i = 0; code == RC_OK && i < w->all->list.n; i++)
		if (is_shown(w->ask, &w->all->list.p[i])) {
			show_mapping(w->doc->source.name, &w->all->list.p[i]);
			show_bad(&w->all->list.p[i]);
		}
	return code;
}

rc import_sheets(reg *r, const job_reader *jr, const job_doc *doc, const sheet_asked *ask,
                 bool *ret_taken, sheet_tally *tally, err *e)
{
	static const sheet_choices none;
	reading read = doc->r;
	sheets all = {0};
	sheet_work w = {.r = r, .ask = ask, .doc = doc, .read = &read, .all = &all};
	const sheet_choices *chosen = ask->chosen != NULL ? ask->chosen : ask->look ? &none : NULL;
	err why = {0};
	arena a;
	rc code;

	*ret_taken = false;
	arena_init(&a, NULL, BUDGET);
	w.pub = ask->pub.n > 0 ? ask->pub : hash_public_id(&a);
	/* No spreadsheet: a document like others. */
	if (sheets_run(&jr->rd, &doc->lines, chosen, &read, &a, &all, &why) == RC_OK)
		code = take(jr, &w, &a, ret_taken, e);
	else
		code = RC_OK;
	if (*ret_taken && code == RC_OK)
		add(tally, &w.tally);
	arena_done(&a);
	return code;
}
