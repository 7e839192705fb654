/*
 * meeting_rows.c - the meetings that the rows of a calendar's table list, by the headings of its columns.
 *
 * A cell may hold several ("8h00: Họp …" as paragraphs of one), a day may span rows. A table without a column of
 * times and one of contents lists none: its limits must never become meetings.
 */
#include "reading/facts/meetings/meeting_calendar.h"

enum { COLUMNS_MAX = 16 };

/* Which part of a meeting a column gives. */
enum column { COL_OTHER, COL_WHEN, COL_WHAT, COL_PLACE, COL_CHAIR, COL_WHO };

#define COLUMNS(COLUMN)                                                                            \
	COLUMN("thời gian", COL_WHEN)                                                              \
	COLUMN("ngày", COL_WHEN)                                                                   \
	COLUMN("thứ", COL_WHEN)                                                                    \
	COLUMN("giờ", COL_WHEN)                                                                    \
	COLUMN("buổi", COL_WHEN)                                                                   \
	COLUMN("nội dung", COL_WHAT)                                                               \
	COLUMN("công việc", COL_WHAT)                                                              \
	COLUMN("hội nghị", COL_WHAT)                                                               \
	COLUMN("địa điểm", COL_PLACE)                                                              \
	COLUMN("nơi họp", COL_PLACE)                                                               \
	COLUMN("chủ trì", COL_CHAIR)                                                               \
	COLUMN("người chủ trì", COL_CHAIR)                                                         \
	COLUMN("lãnh đạo chủ trì", COL_CHAIR)                                                      \
	COLUMN("đồng chí chủ trì", COL_CHAIR)                                                      \
	COLUMN("chủ tọa", COL_CHAIR)                                                               \
	COLUMN("thành phần", COL_WHO)                                                              \
	COLUMN("tham dự", COL_WHO)

#define COLUMN(words, col) S(words),
static const slice columns[] = {COLUMNS(COLUMN)};
SAYINGS(columns);
#undef COLUMN

#define COLUMN(words, col) col,
static const uint8_t holds[] = {COLUMNS(COLUMN)};
#undef COLUMN

/* The column that block b heads. A day by which something is due is none of a meeting. */
static uint8_t column_of(const scan *s, const block *b)
{
	static const slice limits[] = {S("trình"), S("hoàn thành"), S("thực hiện"),
	                               S("gửi"),   S("báo cáo"),    S("ban hành")};
	SAYINGS(limits);
	uint32_t end = b->tok + b->ntok;
	size_t which;

	if (says_any(s, b->tok, &said_columns, &which) == 0 ||
	    (holds[which] == COL_WHEN && says_any_in(s, b->tok, end, &said_limits) < end))
		return COL_OTHER;
	return holds[which];
}

/* One row of a calendar: what each column holds of it. */
typedef struct row {
	uint32_t from[COL_WHO + 1], end[COL_WHO + 1];
} row;

/* A day over several rows is one cell, which a text has in the first of them alone: does the row begin with
 * an hour where its day would stand, and the hours in the column behind it? */
static bool lacks_day(const scan *s, const block *b, const uint8_t *of)
{
	opening o;

	return b->column == 0 && of[0] == COL_WHEN && of[1] == COL_WHEN &&
	       entry_opens(s, b->tok, b->tok + b->ntok, &o) && o.hour && !o.day;
}

/* Reads the row of block k; ret_heads: its cells as headings. Returns the next row. */
static uint32_t read_row(const scan *s, uint32_t k, const uint8_t *of, row *ret,
                         uint8_t ret_heads[COLUMNS_MAX])
{
	const blocks *bs = &s->r->blocks;
	int32_t table = bs->p[k].table, at = bs->p[k].row;
	uint32_t shift = lacks_day(s, &bs->p[k], of);

	*ret = (row){0};
	for (; k < bs->n && bs->p[k].table == table && bs->p[k].row == at; k++) {
		const block *b = &bs->p[k];
		uint32_t column = (uint32_t)b->column + shift;
		uint8_t col;

		if (b->column < 0 || column >= COLUMNS_MAX || b->ntok == 0)
			continue;
		if (ret_heads[b->column] == COL_OTHER)
			ret_heads[b->column] = column_of(s, b);
		col = of[column];
		if (ret->end[col] == 0)
			ret->from[col] = b->tok;
		ret->end[col] = b->tok + b->ntok;
	}
	return k;
}

/* "8h00: Họp …" as paragraphs of one cell, under the row's day. */
static void take_cell(calendar *c, uint32_t from, uint32_t end, meeting *ret_last, bool *ret_any)
{
	int32_t k = block_of_tok(c->s, from);
	const blocks *bs = &c->s->r->blocks;

	*ret_any = false;
	for (; k >= 0 && (uint32_t)k < bs->n && bs->p[k].tok < end; k++) {
		const block *b = &bs->p[k];
		opening o;

		if (!entry_opens(c->s, b->tok, b->tok + b->ntok, &o) || !o.hour ||
		    !entry_gathers(c->s, o.after, b->tok + b->ntok, true) ||
		    !entry_begin(c, &o, o.after, ret_last))
			continue;
		meeting_entry_words(c->s, ret_last, o.after, b->tok + b->ntok);
		entry_push(c, ret_last, true);
		*ret_any = true;
	}
}

static void take_row(calendar *c, const row *r)
{
	scan *s = c->s;
	opening o;
	meeting m;
	bool when = r->end[COL_WHEN] != 0 &&
	            entry_opens(s, r->from[COL_WHEN], r->end[COL_WHEN], &o),
	     any;

	if (r->end[COL_WHEN] != 0 && !when)
		(void)entry_heads_weekday(c, r->from[COL_WHEN], r->end[COL_WHEN]);

	if (when && o.day) {
		c->day = o.dated;
		c->day_end = o.days ? c->day : o.dated_end;
	}
	if (r->end[COL_WHAT] == 0)
		return;
	take_cell(c, r->from[COL_WHAT], r->end[COL_WHAT], &m, &any);
	if (any || !when || !entry_gathers(s, r->from[COL_WHAT], r->end[COL_WHAT], o.hour) ||
	    !entry_begin(c, &o, r->end[COL_WHEN], &m))
		return;
	if (r->end[COL_PLACE] != 0)
		meeting_place_only(s, &m, r->from[COL_PLACE], r->end[COL_PLACE]);
	if (r->end[COL_CHAIR] != 0)
		m.chair = meeting_person(s, r->from[COL_CHAIR], r->end[COL_CHAIR]);
	if (r->end[COL_WHO] != 0)
		meeting_item(s, &m, r->from[COL_WHO], r->end[COL_WHO], (slice){0},
		             PRESENCE_INVITED);
	meeting_entry_words(s, &m, r->from[COL_WHAT], r->end[COL_WHAT]);
	entry_push(c, &m, o.part);
}

uint32_t meeting_table(calendar *c, uint32_t k)
{
	const blocks *bs = &c->s->r->blocks;
	int32_t table = bs->p[k].table;
	uint8_t of[COLUMNS_MAX] = {0};
	bool when = false, what = false;

	while (k < bs->n && bs->p[k].table == table) {
		uint8_t heads[COLUMNS_MAX] = {0};
		row r;

		k = read_row(c->s, k, of, &r, heads);
		if (when && what) {
			take_row(c, &r);
			continue;
		}
		for (uint32_t j = 0; j < COLUMNS_MAX; j++) {
			when = when || heads[j] == COL_WHEN;
			what = what || heads[j] == COL_WHAT;
		}
		memcpy(of, heads, sizeof of);
		when = what = when && what;
	}
	return k;
}
