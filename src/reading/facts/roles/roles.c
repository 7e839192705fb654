/*
 * roles.c - what each date is for, by where it stands.
 *
 * In order: the document's own date, a citation's, a meeting's, a line check's;
 * then limits (roles_limit.c); then periods, validity and the rest. Only body and
 * annex hold limits: header, title, recipients and signature never do.
 */
#include "reading/facts/roles/roles.h"

#include "reading/facts/roles/roles_priv.h"
#include "reading/facts/tables/table.h"
#include "reading/facts/text/phrase.h"
#include "reading/facts/text/within.h"

enum { SENTENCE_MAX = 160, LIMIT_CELL_MAX = 20, LABEL_MAX = 8 };

bool word_between(const scan *s, uint32_t i, uint32_t j, uint16_t w)
{
	return scan_next(s, i, j, w) < j;
}

bool pair_between(const scan *s, uint32_t i, uint32_t j, uint16_t w1, uint16_t w2)
{
	return scan_next_pair(s, i, j, w1, w2) < j;
}

bool cue_between(const scan *s, uint32_t i, uint32_t j, enum cue cls)
{
	if (j == i + 1 && scan_tok(s, i)->cue != cls)
		return false; /* what is mostly asked */
	for (uint32_t k = ordered_find(ORDERED(&s->cue, tok), i);
	     k < s->cue.n && s->cue.p[k].tok < j; k++)
		if (s->cue.p[k].cls == cls)
			return true;
	return false;
}

/* The block of date i is looked at soon; before *k, which walks along, no block is. */
static void date_soon(const scan *s, uint32_t i, uint32_t *k)
{
	const blocks *bs = &s->r->blocks;
	uint32_t from = *k;

	while (i < s->r->dates.n && *k < bs->n && bs->p[*k].tok <= s->r->dates.p[i].tok)
		++*k;
	if (*k != from)
		block_soon(s, *k - 1);
}

/* A full stop that ends a sentence, not "P.5" or "1.200". */
static bool ends_sentence(const scan *s, uint32_t i)
{
	uint16_t mark = scan_word(s, i);
	const token *next;

	if (mark != '.')
		return mark == ';' || mark == MARK_END;
	next = scan_tok(s, i + 1);
	return (next->kind == TOK_END || (next->flags & TF_SPACE)) &&
	       !(scan_tok(s, i - 1)->kind == TOK_WORD && scan_tok(s, i - 1)->len == 1);
}

enum { BRACKET_FAR = 32 }; /* two clauses of those who ask */

static setting setting_of(const scan *s, const datex *d)
{
	setting at = {.s = s, .tok = d->tok, .end = d->tok + d->ntok};
	int32_t b = block_of_tok(s, d->tok);
	uint32_t from = 0, to = s->tk.n;

	if (b >= 0) {
		at.b = &s->r->blocks.p[b];
		from = at.b->tok;
		to = at.b->tok + at.b->ntok;
	}
	if (at.tok - from > SENTENCE_MAX)
		from = at.tok - SENTENCE_MAX;
	at.from = at.tok;
	while ((at.from = scan_last_stop(s, from, at.from)) > from &&
	       !ends_sentence(s, at.from - 1))
		at.from--;
	from = tokens_back(at.tok, BRACKET_FAR, at.b != NULL ? at.b->tok : at.from);
	at.bracket = scan_next(s, from, at.tok, '(') < at.tok;
	at.to = at.end;
	to = to < at.end + SENTENCE_MAX ? to : at.end + SENTENCE_MAX;
	while (at.to < to && (at.to = scan_next_end(s, at.to, to)) < to && !ends_sentence(s, at.to))
		at.to++;
	return at;
}

/* Does the date belong to a symbol: "số 12/UBND-TH ngày …"? */
static bool follows_symbol(const setting *at)
{
	uint32_t i = at->tok;

	if (i > at->from && scan_mark(at->s, i - 1, ','))
		i--;
	if (i < at->from + 3)
		return false;
	return scan_tok(at->s, i - 1)->kind == TOK_WORD &&
	       !(scan_tok(at->s, i - 1)->flags & TF_SPACE) &&
	       (scan_mark(at->s, i - 2, '-') || scan_mark(at->s, i - 2, '/'));
}

static bool overlaps(span a, span b)
{
	return a.len != 0 && b.len != 0 && a.at < span_end(b) && b.at < span_end(a);
}

/* Citations ascend with the dates; *k walks along. */
static bool is_cited(const setting *at, const datex *d, uint32_t *k)
{
	const citations *c = &at->s->r->citations;
	bool open = d->bound == BOUND_NONE || d->bound == BOUND_ON;

	while (*k < c->n && span_end(c->p[*k].at) + 2 < d->at.at)
		++*k;
	if (*k < c->n && overlaps(c->p[*k].at, d->at))
		return true;
	if (!open)
		return false;
	if (d->kind == DATE_DAY && follows_symbol(at))
		return true;
	/* "Căn cứ Luật … ngày …": every day of a basis is a document's. */
	return at->b != NULL && d->kind == DATE_DAY && scan_is(at->s, at->b->tok, W_CAN) &&
	       scan_is(at->s, at->b->tok + 1, W_CU);
}

/* For each date whether a meeting begins with it: a calendar has as many of one as of the
 * other. */
static const bool *meeting_dates(const scan *s)
{
	bool *is = arena_array(s->a, bool, s->r->dates.n + 1);

	for (uint32_t k = 0; k < s->r->meetings.n; k++) {
		int32_t d = s->r->meetings.p[k].date;

		if (d >= 0 && (uint32_t)d < s->r->dates.n)
			is[d] = true;
	}
	return is;
}

/* "2. Thời gian: …" */
static bool in_time_item(const setting *at)
{
	const scan *s = at->s;

	return at->b != NULL && scan_is(s, at->b->tok, W_THOI) &&
	       scan_is(s, at->b->tok + 1, W_GIAN) && !scan_is(s, at->b->tok + 2, W_HOAN);
}

/* "Thời gian kiểm tra, chạy thử đường truyền từ …" */
static bool is_line_check(const setting *at)
{
	const scan *s = at->s;

	if (s->r->purpose != PURPOSE_INVITATION && s->r->purpose != PURPOSE_PROGRAMME)
		return false;
	if (scan_next_four(s, at->from, at->to,
	                   (uint16_t[SCAN_OF]){W_CHAY_4, W_DUONG_5, W_KET, W_KET}) >= at->to)
		return false; /* nearly all */
	return pair_between(s, at->from, at->to, W_CHAY_4, W_THU_2) ||
	       pair_between(s, at->from, at->to, W_DUONG_5, W_TRUYEN_5) ||
	       pair_between(s, at->from, at->to, W_KET, W_NOI_1);
}

/* "Ngày 20 tháng 4 năm 2026, đồng chí … chủ trì Hội nghị" at the head of a notice. */
static bool opens_conclusion(const setting *at, const datex *d)
{
	const scan *s = at->s;

	return s->r->purpose == PURPOSE_CONCLUSION && at->b != NULL && d->tok == at->b->tok &&
	       scan_is(s, d->tok, W_NGAY) && (d->kind == DATE_DAY || d->kind == DATE_INSTANT) &&
	       (pair_between(s, at->end, at->to, W_TO_2, W_CHUC_1) ||
	        pair_between(s, at->end, at->to, W_CHU_2, W_TRI_5) ||
	        word_between(s, at->end, at->to, W_HOP_4) ||
	        pair_between(s, at->end, at->to, W_LAM, W_VIEC));
}

static bool is_meeting_time(const setting *at, const datex *d)
{
	bool open = d->bound == BOUND_NONE || d->bound == BOUND_ON || d->bound == BOUND_FROM ||
	            d->bound == BOUND_WITHIN;

	if (d->kind != DATE_DAY && d->kind != DATE_INSTANT && d->kind != DATE_TIME &&
	    d->kind != DATE_PERIOD)
		return false;
	if (opens_conclusion(at, d))
		return true;
	return at->s->r->meetings.n > 0 && in_time_item(at) && open && !at->labelled &&
	       !is_line_check(at);
}

static bool is_validity(const setting *at)
{
	uint32_t from = at->tok > at->from + 8 ? at->tok - 8 : at->from;

	return pair_between(at->s, from, at->tok, W_HIEU_4, W_LUWC_4) ||
	       pair_between(at->s, from, at->tok, W_AP_1, W_DUNG_4);
}

static bool is_figure(const setting *at, const datex *d)
{
	uint32_t from = at->tok > at->from + 4 ? at->tok - 4 : at->from;

	return d->bound == BOUND_UNTIL && (word_between(at->s, from, at->tok, W_TINH) ||
	                                   word_between(at->s, from, at->tok, W_LUY_3) ||
	                                   word_between(at->s, from, at->tok, W_LIEU_4));
}

static date_role rest_of(const setting *at, const datex *d)
{
	if (is_validity(at))
		return ROLE_VALIDITY;
	if (is_figure(at, d))
		return ROLE_FIGURE;
	switch (d->kind) {
	case DATE_WEEK:
	case DATE_MONTH:
	case DATE_QUARTER:
	case DATE_HALF:
	case DATE_YEAR:
	case DATE_PERIOD:
		return ROLE_PERIOD;
	default:
		return ROLE_OTHER;
	}
}

/* Is the date all that its cell or line holds, but for a word or two? */
static bool fills_block(const setting *at)
{
	return at->b != NULL && at->b->ntok <= at->end - at->tok + 2;
}

static bool may_hold_limit(const setting *at)
{
	if (at->b == NULL)
		return true;
	switch (at->b->zone) {
	case ZONE_HEADER: /* a list of duties without a body: its cells come in here */
		return fills_block(at);
	case ZONE_KIND:
	case ZONE_TITLE:
	case ZONE_RECIPIENTS:
	case ZONE_SIGNATURE:
	case ZONE_FOOTNOTE:
		return false;
	default:
		return true;
	}
}

/* The table at hand: a walk down the blocks in step with the dates. */
typedef struct columns {
	uint32_t block; /* blocks before it are seen */
	int32_t table;
	table_head head;
} columns;

/* "thời gian hoàn thành", "thời hạn", "thời gian trình" among tokens [i, j) before d. A single day ("Thời gian phát áo: ngày
 * 18/9") is when something takes place, unless anything is handed in, or done by then. */
static bool says_limit(const scan *s, const datex *d, uint32_t i, uint32_t j)
{
	bool single = (d->kind == DATE_DAY || d->kind == DATE_INSTANT) &&
	              (d->bound == BOUND_NONE || d->bound == BOUND_ON);
	static const slice handed[] = {S("nộp"), S("gửi"), S("nhận hồ sơ"), S("đăng ký")};
	SAYINGS(handed);

	if (pair_between(s, i, j, W_THOI, W_HAN_4))
		return true;
	if (!pair_between(s, i, j, W_THOI, W_GIAN) && !pair_between(s, i, j, W_TIEN_1, W_DDO_4) &&
	    !word_between(s, i, j, W_TG))
		return false;
	return (!single && limit_time_to_act(s, i, j)) || says_any_in(s, i, j, &said_handed) < j ||
	       pair_between(s, i, j, W_HOAN, W_THANH) || pair_between(s, i, j, W_THUC, W_HIEN) ||
	       pair_between(s, i, j, W_BAO_1, W_CAO_1) || word_between(s, i, j, W_TRINH_5);
}

/* Moves c to the table of b; false when b stands in none, or in its heading. */
static bool in_rows(const scan *s, columns *c, const block *b)
{
	const blocks *bs = &s->r->blocks;

	if (b == NULL || b->table < 0)
		return false;
	for (; c->block < bs->n && &bs->p[c->block] <= b; c->block++)
		if (bs->p[c->block].table != c->table) {
			c->table = bs->p[c->block].table;
			if (c->table >= 0)
				(void)table_head_read(s, c->block, &c->head);
		}
	return b->row > c->head.row;
}

/* A date that fills a cell of the column of limits, or is one of a few in it. */
static bool column_is_dated(const columns *c, const setting *at, const datex *d)
{
	return table_is_limit(&c->head, at->b->column) && at->b->ntok <= LIMIT_CELL_MAX &&
	       d->bound != BOUND_FROM;
}

/* "Thời gian thực hiện: Quý II/2026", "Tiến độ hoàn thành: 30/6/2026", "Thời gian tiến hành: Bắt đầu tiêm từ ngày
 * 06/11 đến ngày 11/11" */
static bool has_label(const setting *at, const datex *d)
{
	enum { BETWEEN = 5 };
	const scan *s = at->s;
	uint32_t j = at->tok, far = j > at->from + BETWEEN ? j - BETWEEN : at->from;

	if (d->kind == DATE_PERIOD)
		while (j > far && !scan_mark(s, j - 1, ':'))
			j--;
	if (j <= at->from || !scan_mark(s, j - 1, ':'))
		return false;
	if (j <= at->from + 2 * LABEL_MAX && scan_is(s, at->from, W_THOI))
		return says_limit(s, d, at->from, j);
	return says_limit(s, d, j > at->from + LABEL_MAX ? j - LABEL_MAX : at->from, j);
}

/* The heading under which block b stands: above it in the tree of lists, or, of a paragraph without a number, the
 * number before it. NULL when none is near. */
static const block *heading_over(const scan *s, const block *b)
{
	enum { ABOVE = 6 };
	const blocks *bs = &s->r->blocks;
	const block *head = b;

	if (b->parent >= 0)
		return &bs->p[b->parent];
	for (uint32_t n = 0; b->marker.len == 0 && n < ABOVE && head > bs->p; n++) {
		head--;
		if (head->zone != b->zone || head->table >= 0)
			return NULL;
		if (head->marker_class != MARKER_NONE && head->marker_class != MARKER_BULLET)
			return head;
	}
	return NULL;
}

/* "2. THỜI HẠN NỘP HỒ SƠ" over "- Đợt 1: từ ngày ... đến ngày ...": what has_label() asks of the words before a
 * colon, said by the heading of a line that begins with the date, or has it behind its own label. */
static bool heading_labels(const setting *at, const datex *d)
{
	enum { HEADING = 12, LINE = 40 };
	const scan *s = at->s;
	const block *b = at->b, *head;
	uint32_t end,
		dated; /* the first date from the heading on, which is that of b at the latest */

	if (b == NULL || b->table >= 0 || b->ntok > LINE ||
	    (at->tok != b->tok && !scan_mark(s, at->tok - 1, ':')))
		return false;
	head = heading_over(s, b);
	if (head == NULL || head->ntok == 0 || head->ntok > HEADING)
		return false;
	end = head->tok + head->ntok;
	dated = dates_from(s, head->at.at);
	return s->r->dates.p[dated].tok >= end && says_limit(s, d, head->tok, end);
}

void roles_find(scan *s)
{
	columns cols = {.table = -1};
	const bool *meets = meeting_dates(s);
	uint32_t cite = 0, soon = 0, labelled = 0; /* the token behind the last date with a label */

	for (uint32_t i = 0; i < s->r->dates.n; i++) {
		datex *d = &s->r->dates.p[i];
		setting at = setting_of(s, d);
		bool row = in_rows(s, &cols, at.b);

		date_soon(s, i + SOON, &soon);
		/* "Thời gian thực hiện: Tháng 11, 12/2013": of the next in a list too */
		at.labelled = (row && column_is_dated(&cols, &at, d)) || has_label(&at, d) ||
		              heading_labels(&at, d) ||
		              (labelled != 0 && labelled + 1 == at.tok &&
		               (scan_mark(s, labelled, ',') || scan_is(s, labelled, W_VA)));
		labelled = at.labelled ? at.end : 0;
		at.date = i;
		if (d->role == ROLE_MEETING || d->role == ROLE_LINE_CHECK)
			continue;
		if (overlaps(s->r->issued.at, d->at))
			d->role = ROLE_ISSUE;
		else if (is_cited(&at, d, &cite))
			d->role = ROLE_CITATION;
		else if (meets[i] || is_meeting_time(&at, d))
			d->role = ROLE_MEETING;
		else if (((row && cols.head.duties) || may_hold_limit(&at)) && limit_is(&at, d))
			d->role = ROLE_DEADLINE;
		else if ((d->kind == DATE_INSTANT || d->kind == DATE_TIME) && is_line_check(&at))
			d->role = ROLE_LINE_CHECK;
		else
			d->role = rest_of(&at, d);
	}
}
