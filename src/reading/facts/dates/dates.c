/*
 * dates.c - the walk over the tokens that finds every expression of time.
 *
 * One table look-up a token decides whether an expression may begin there;
 * only then are the readers of dates_*.c tried.
 */
#include "reading/facts/dates/dates_priv.h"

enum { TEXT_YEARS = 64, LEND_MAX = 24, NEAR_TOKENS = 256, DATES_GUESS = 1024 };

const token dates_no_token = {.kind = TOK_END};

/* Words at which an expression may begin: of a paper, and of what a person types. */
#define OF_BOTH                                                                                    \
	[W_NGAY] = 1, [W_THANG] = 1, [W_NAM] = 1, [W_QUY] = 1, [W_THU_1] = 1, [W_CHU_2] = 1,       \
	[W_HANG] = 1, [W_HANG_5] = 1, [W_DINH_4] = 1, [W_MOI_3] = 1, [W_CAC] = 1, [W_NHUNG_3] = 1, \
	[W_NUA_2] = 1, [W_BUOI_2] = 1, [W_SANG_1] = 1, [W_CHIEU_5] = 1, [W_TOOI_1] = 1,            \
	[W_TRUA] = 1, [W_DEM] = 1, [W_MOT_4] = 1, [W_HAI] = 1, [W_BA] = 1, [W_BON] = 1,            \
	[W_SAU_1] = 1, [W_MUOI_5] = 1, [W_CHIN] = 1, [W_BAY_2] = 1, [W_TAM_1] = 1, [W_MUNG_5] = 1, \
	[W_MONG_5] = 1, [W_HOM] = 1, [W_TUAN] = 1, [MARK_HALF] = 1, [MARK_FIGURE] = 1, [W_T] = 1
static const uint8_t of_paper[W_COUNT] = {OF_BOTH};
static const uint8_t of_everyday[W_COUNT] = {
	OF_BOTH,      [W_CHUA_1] = 1, [W_MAI] = 1,    [W_BUA_3] = 1,
	[W_BAAY] = 1, [W_NGAY_0] = 1, [W_GIANG_1] = 1};

void dates_emit(dscan *c, find *f)
{
	value_fill(c, f, VEC_PUSH(c->a, c->out));
	c->done = f->to;
	c->rec = f->rec;
	c->rec_from = f->from;
	c->rec_end = f->to;
}

bool dates_whole(const dscan *c, const find *f)
{
	const when *w = &f->a;

	if (f->rec != REC_NONE || f->halves > 0 || f->value.p != NULL)
		return true;
	if (w->near && f->bound == BOUND_NONE && !(w->has & HAS_CLOCK))
		return false;
	if (w->has & HAS_DAY)
		return w->has & HAS_MONTH;
	if (c->anchor->everyday && (w->has & HAS_WEEKDAY))
		return true;
	if ((w->has & (HAS_CLOCK | HAS_MONTHS | HAS_YEAR | HAS_QUARTER | HAS_MONTH | HAS_WEEK)) ==
	    0)
		return false;
	if (!(w->has & HAS_CLOCK))
		return true;
	if (!c->anchor->everyday && (w->has & HAS_MINUTE) && !(w->has & HAS_NAME) &&
	    dmark(c, f->to - 2, ':'))
		return (w->has & (HAS_DAYPART | HAS_WEEKDAY)) || f->bound != BOUND_NONE ||
		       dis(c, f->from - 1, W_LUC_1) || dis(c, f->from - 1, W_VAO);
	return true;
}

/* "2021 - 2025": two years, the second not before the first. */
static uint32_t years_read(const dscan *c, uint32_t i, find *f)
{
	const token *a = dtok(c, i), *b = dtok(c, i + 2);

	if (!year_number(c, i) || !dmark(c, i + 1, '-') || !year_number(c, i + 2) ||
	    b->num < a->num || b->num - a->num > 100)
		return i;
	if (i > c->from && dtight(c, i) && dtok(c, i - 1)->kind == TOK_PUNCT &&
	    !dmark(c, i - 1, '(') && !dmark(c, i - 1, '"'))
		return i;
	if (dmark(c, i + 3, '/') || (dmark(c, i + 3, '-') && dtight(c, i + 3)))
		return i;
	f->a = (when){.has = HAS_YEAR, .y = (int32_t)a->num};
	f->b = (when){.has = HAS_YEAR, .y = (int32_t)b->num};
	f->range = true;
	return i + 3;
}

/* "định kỳ hằng tháng, gửi Sở Nội vụ trước ngày 25": the day lends its period
 * from the recurrence before it in the sentence. */
static void lend_recurrence(const dscan *c, find *f)
{
	/* "hằng ngày trước 06 giờ và 18 giờ" */
	if (c->rec == REC_DAY && f->rec == REC_NONE && f->bound == BOUND_NONE && !f->range &&
	    f->from == c->rec_end + 1 && (dis(c, c->rec_end, W_VA) || dmark(c, c->rec_end, ',')) &&
	    fits_recurrence(&f->a, REC_DAY)) {
		f->bound = c->out->p[c->out->n - 1].bound;
		f->inclusive = c->out->p[c->out->n - 1].inclusive;
		f->rec = REC_DAY;
		return;
	}
	if (c->rec == REC_NONE || f->rec != REC_NONE || f->halves > 0 || f->range ||
	    (f->bound != BOUND_BEFORE && f->bound != BOUND_BY) || c->rec_end + LEND_MAX < f->from ||
	    !fits_recurrence(&f->a, c->rec))
		return;
	/* "việc kê khai hằng năm phải xong trước ngày 31/12": what is so called, not when */
	if (c->rec == REC_YEAR && f->from > c->rec_end + 2 && !dis(c, c->rec_from, W_DINH_4) &&
	    dtok(c, c->rec_from - 1)->kind == TOK_WORD && c->rec_from > c->from)
		return;
	for (uint32_t p = c->rec_end; p < f->from; p++)
		if (dtok(c, p)->kind == TOK_END || dmark(c, p, ';') || dmark(c, p, '.'))
			return;
	f->rec = c->rec;
}

/* Counting is meant, not the clock: "trong 24 giờ", "không quá 2 giờ". */
static bool counts_hours(const dscan *c, uint32_t i, const when *w)
{
	uint16_t before = i > c->from ? dword(c, i - 1) : 0;

	return (w->has & HAS_CLOCK) &&
	       !(w->has & (HAS_DAY | HAS_WEEKDAY | HAS_DAYPART | HAS_MINUTE)) &&
	       (before == W_TRONG || before == W_VONG || before == W_QUA_1 || before == W_HAN_4 ||
	        before == W_GIAN || before == W_SAU || before == W_DA || w->h == 24 || w->h == 0);
}

/* A day of the week that comes again though no "hằng tuần" says so: "vào các ngày thứ Ba",
 * "nộp báo cáo tuần ... vào sáng thứ Hai". */
static bool weekly_said(const dscan *c, const find *f)
{
	uint32_t p = f->from, stop = p > c->from + LEND_MAX ? p - LEND_MAX : c->from;

	if (!(f->a.has & HAS_WEEKDAY) || (f->a.has & HAS_DAY) || f->range || c->anchor->everyday)
		return false;
	if (dis(c, p - 1, W_CAC) || (dis(c, p - 1, W_NGAY) && dis(c, p - 2, W_CAC)))
		return true;
	for (; p > stop; p--) {
		if (dtok(c, p - 1)->kind == TOK_END || dmark(c, p - 1, '.') || dmark(c, p - 1, ';'))
			return false;
		if (dis(c, p - 1, W_TUAN) &&
		    (dis(c, p - 2, W_CAO_1) || dis(c, p - 2, W_LICH_4) || dis(c, p - 2, W_BAN)))
			return true;
	}
	return false;
}

/* "báo cáo tháng trước ngày 20", "báo cáo tháng (trước ngày 20)": a day of every month. */
static bool monthly_said(const dscan *c, const find *f)
{
	enum { NEAR = 8 };
	uint32_t p = f->from, stop = p > c->from + NEAR ? p - NEAR : c->from;

	if (!(f->a.has & HAS_DAY) || (f->a.has & (HAS_MONTH | HAS_CLOCK)) || f->range ||
	    c->anchor->everyday)
		return false;
	for (; p > stop + 1; p--) {
		if (dtok(c, p - 1)->kind == TOK_END || dmark(c, p - 1, '.') ||
		    dmark(c, p - 1, ';') || dmark(c, p - 1, ','))
			return false;
		if (dis(c, p - 1, W_THANG) && dis(c, p - 2, W_CAO_1))
			return true;
	}
	return false;
}

/* "trước 10 giờ thứ Hai tuần kế tiếp" behind what comes every week: the token after; f->to when
 * it is none. */
static uint32_t weekly_next(const dscan *c, const find *f)
{
	uint32_t p = f->to;

	if (c->rec != REC_WEEK || c->rec_end + LEND_MAX < f->from || c->anchor->everyday ||
	    !(f->a.has & HAS_WEEKDAY) || (f->a.has & HAS_DAY) || !dis(c, p, W_TUAN))
		return f->to;
	if (dis(c, p + 1, W_SAU))
		return p + 2;
	return (dis(c, p + 1, W_KE_1) || dis(c, p + 1, W_TIEP)) &&
	                       (dis(c, p + 2, W_TIEP) || dis(c, p + 2, W_THEO))
	               ? p + 3
	               : f->to;
}

/* "Định kỳ từ ngày 1 đến ngày 5 hằng tháng": days of every month, which all its words name. */
static void stretch_of_months(const dscan *c, find *f)
{
	f->bound = BOUND_NONE;
	f->inclusive = -1;
	if (f->from > c->from && dis(c, f->from - 1, W_TU))
		f->from--;
	if (f->from > c->from + 1 && dis(c, f->from - 2, W_DINH_4))
		f->from -= 2;
}

/* Read the expression that begins at i; returns where to go on, i when none does. */
static uint32_t expression_at(dscan *c, uint32_t i)
{
	find f = {.from = i, .inclusive = -1};
	unsigned may = dates_begin(c, i);
	uint32_t e = i, q;
	bool monthly = false;

	if (c->anchor->everyday)
		e = everyday_read(c, i, &f);
	if (e == i && may & BEGINS_EVERY)
		e = recurring_read(c, i, &f);
	if (e == i && may & BEGINS_YEARS)
		e = years_read(c, i, &f);
	if (e == i) {
		e = point_read(c, i, &f.a);
		if (e != i && counts_hours(c, i, &f.a)) {
			find count = {.from = i, .inclusive = -1};

			q = count_read(c, i, &count);
			if (q == i)
				return i;
			f = count;
			e = q;
		} else if (e != i) {
			q = range_read(c, e, &f);
			if (q == e) {
				q = list_read(c, e, &f);
				if (q != e)
					return q;
				f.to = e;
				q = recurring_suffix(c, e, &f);
			} else if (recurring_suffix(c, q, &f) != q) {
				/* "từ 01/01 đến 31/12 hằng năm": which days, the words say. */
				q = recurring_suffix(c, q, &f);
				monthly = (f.a.has & HAS_DAY) && !(f.a.has & HAS_MONTH);
				f.a = (when){0};
				f.range = false;
			}
			e = q;
		}
	}
	if (e == i && may & BEGINS_COUNT)
		e = count_read(c, i, &f);
	if (e == i)
		return i;
	f.to = e;
	if (f.rec == REC_NONE && weekly_said(c, &f))
		f.rec = REC_WEEK;
	else if (f.rec == REC_NONE && monthly_said(c, &f))
		f.rec = REC_MONTH;
	else if (f.rec == REC_NONE && weekly_next(c, &f) != e)
		f.rec = REC_WEEK, f.to = weekly_next(c, &f);
	if (f.rec == REC_NONE || f.bound == BOUND_NONE)
		bound_read(c, c->done > c->from ? c->done : c->from, &f);
	if (monthly && f.bound == BOUND_FROM)
		stretch_of_months(c, &f);
	lend_recurrence(c, &f);
	e = f.to = bracket_read(c, &f);
	if (!dates_whole(c, &f))
		return i;
	dates_emit(c, &f);
	return e;
}

/* What may stand second in an expression that begins with a given word. */
enum {
	N_FIGURE = 1 << 0, /* figures, a Roman or a spelt number */
	N_UNIT = 1 << 1, /* ngày, tháng, giờ … */
	N_OTHER = 1 << 2, /* thứ, chủ, đầu, cuối, kỳ … */
	N_MARK = 1 << 3,
	N_NEAR = 1 << 4, /* này, sau, tới: of a week */
};

static const uint8_t seconds[W_COUNT] = {
	[W_NGAY] = N_UNIT,    [W_THANG] = N_UNIT,   [W_NAM] = N_UNIT,      [W_QUY] = N_UNIT,
	[W_TUAN] = N_UNIT,    [W_BUOI_2] = N_UNIT,  [W_GIO] = N_UNIT,      [W_H] = N_UNIT,
	[W_G] = N_UNIT,       [W_PHUT] = N_UNIT,    [W_TIENG] = N_UNIT,    [W_THU_1] = N_OTHER,
	[W_CHU_2] = N_OTHER,  [W_DAU_5] = N_OTHER,  [W_CUOI] = N_OTHER,    [W_KY_5] = N_OTHER,
	[W_LAM] = N_OTHER,    [W_NHAT_4] = N_OTHER, [W_MONG_5] = N_OTHER,  [W_MUNG_5] = N_OTHER,
	[W_SANG_1] = N_OTHER, [W_TRUA] = N_OTHER,   [W_CHIEU_5] = N_OTHER, [W_TOOI_1] = N_OTHER,
	[W_VA] = N_OTHER,     [W_MOT_4] = N_FIGURE, [W_HAI] = N_FIGURE,    [W_BA] = N_FIGURE,
	[W_BON] = N_FIGURE,   [W_TU_0] = N_FIGURE,  [W_SAU_1] = N_FIGURE,  [W_BAY_2] = N_FIGURE,
	[W_TAM_1] = N_FIGURE, [W_CHIN] = N_FIGURE,  [W_MUOI_5] = N_FIGURE, [W_HOM] = N_OTHER,
	[W_NAY] = N_OTHER,    [W_NAY_5] = N_NEAR,   [W_SAU] = N_NEAR,      [W_TOWI_1] = N_NEAR,
	[W_TIEP] = N_NEAR,    [W_MAI] = N_OTHER,    [W_KY_1] = N_OTHER,    [W_BAN] = N_OTHER,
};

/* Worth trying? Most figures and most "các" are not; this keeps the scan cheap. */
static bool promising(const dscan *c, uint32_t i)
{
	const token *t = &c->tk->p[i], *u = dtok(c, i + 1);
	uint8_t kind = u->kind == TOK_NUM ? N_FIGURE : u->kind == TOK_PUNCT ? N_MARK : 0;

	if (c->anchor->everyday)
		return true;
	if (u->kind == TOK_WORD)
		kind = u->flags & TF_ROMAN ? N_FIGURE : u->word < W_COUNT ? seconds[u->word] : 0;
	if (t->kind == TOK_PUNCT)
		return kind & N_UNIT;
	if (t->kind == TOK_NUM) {
		if (kind != N_MARK)
			return (kind & N_UNIT) || dis(c, i + 1, W_VA) || dis(c, i + 1, W_LAN_5) ||
			       dis(c, i + 1, W_HANG) || dis(c, i + 1, W_HANG_5);
		if (u->word == '.' && (u->flags & TF_SPACE || !dtight(c, i + 2)))
			return false;
		return u->word < 128 && u->word != ')' && u->word != ';' && u->word != '%';
	}
	switch (t->word) {
	case W_CAC:
	case W_NHUNG_3:
	case W_HANG:
	case W_HANG_5:
	case W_MOI_3:
		return kind & N_UNIT;
	case W_THANG:
		return kind & (N_FIGURE | N_MARK) || u->word == W_NAY_5;
	case W_NAM:
	case W_QUY:
		return kind & N_FIGURE;
	case W_TUAN:
		return kind & (N_FIGURE | N_OTHER | N_NEAR | N_MARK);
	case W_DINH_4:
	case W_CHU_2:
		return kind & N_OTHER;
	default:
		return (kind & ~N_NEAR) != 0;
	}
}

void dates_scan(const tokens *tk, uint32_t from, uint32_t to, const date_anchor *anchor, arena *a,
                datexes *out)
{
	dscan c = {.tk = tk,
	           .from = from,
	           .to = to < tk->n ? to : tk->n,
	           .done = from,
	           .anchor = anchor,
	           .a = a,
	           .out = out};
	const uint8_t *may = anchor->everyday ? of_everyday : of_paper;
	uint32_t near[NEAR_TOKENS], i = from;

	c.n = c.to > from ? c.to - from : 0;
	/* First, without a jump, which of some hundred tokens may begin one. */
	for (uint32_t at = from, stop; at < c.to; at = stop) {
		uint32_t n = 0;

		stop = c.to - at < NEAR_TOKENS ? c.to : at + NEAR_TOKENS;
		for (uint32_t k = at; k < stop; k++) {
			near[n] = k;
			n += may[tk->words[k] < W_COUNT ? tk->words[k] : 0];
		}
		for (uint32_t k = 0; k < n; k++) {
			__builtin_prefetch(&tk->p[near[k + SOON < n ? k + SOON : k]]);
			if (near[k] >= i && promising(&c, near[k]))
				i = expression_at(&c, near[k]);
		}
	}
}

static int32_t year_of(const datex *d)
{
	return d->first != CMIN_NONE  ? civil_of_minutes(d->first).y
	       : d->last != CMIN_NONE ? civil_of_minutes(d->last).y
	                              : 0;
}

/* The year that the found days name most often; 0 when none does. Ties: the later. */
static int32_t year_of_text(const datexes *found)
{
	struct {
		int32_t y;
		uint32_t n;
	} seen[TEXT_YEARS] = {{0, 0}};
	uint32_t n = 0, best = 0;

	for (uint32_t k = 0; k < found->n; k++) {
		const datex *d = &found->p[k];
		int32_t y = year_of(d);
		uint32_t j = 0;

		if (y == 0 ||
		    (d->kind != DATE_DAY && d->kind != DATE_INSTANT && d->kind != DATE_MONTH))
			continue;
		while (j < n && seen[j].y != y)
			j++;
		if (j == TEXT_YEARS)
			continue;
		if (j == n)
			seen[n++].y = y;
		seen[j].n++;
	}
	for (uint32_t k = 1; k < n; k++)
		if (seen[k].n > seen[best].n ||
		    (seen[k].n == seen[best].n && seen[k].y > seen[best].y))
			best = k;
	return n ? seen[best].y : 0;
}

/* The document's own date: "2026-04-20", "2026-04", "2026". */
static date_anchor anchor_of_issue(slice issued)
{
	date_anchor a = {.ref = {.y = 0, .mo = 1, .d = 1}};
	const char *p = issued.p;

	if (issued.n != 4 && issued.n != 7 && issued.n != 10)
		return a;
	for (size_t k = 0; k < issued.n; k++)
		if ((p[k] < '0' || p[k] > '9') && k != 4 && k != 7)
			return a;
	a.ref.y = (p[0] - '0') * 1000 + (p[1] - '0') * 100 + (p[2] - '0') * 10 + (p[3] - '0');
	a.precision = ANCHOR_YEAR;
	if (issued.n >= 7) {
		a.ref.mo = (int8_t)((p[5] - '0') * 10 + (p[6] - '0'));
		a.precision = ANCHOR_MONTH;
	}
	if (issued.n == 10) {
		a.ref.d = (int8_t)((p[8] - '0') * 10 + (p[9] - '0'));
		a.precision = ANCHOR_DAY;
	}
	if (!civil_exists(a.ref.y, a.ref.mo, a.ref.d))
		return (date_anchor){0};
	return a;
}

/* A paper without a day of its own is no older than those that it names: what ended years before the
 * latest of them is past (a year's difference may be a slip in a limit). No later year counts than the dates of the paper itself reach: a slip in the
 * day of a cited one must not make a limit past. */
static void past_of_cited(scan *s)
{
	const citations *cs = &s->r->citations;
	int32_t cited = 0, told = 0;
	uint32_t c = 0;

	for (uint32_t k = 0; k < s->r->dates.n && cs->n != 0; k++) {
		const datex *d = &s->r->dates.p[k];
		int32_t y = year_of(d);

		while (c < cs->n && span_end(cs->p[c].at) <= d->at.at)
			c++;
		if (c < cs->n && cs->p[c].at.at <= d->at.at)
			cited = y > cited ? y : cited;
		else
			told = y > told ? y : told;
	}
	cited = cited < told ? cited : told;
	for (uint32_t k = 0; k < s->r->dates.n && cited != 0; k++)
		if (s->r->dates.p[k].last != CMIN_NONE &&
		    civil_of_minutes(s->r->dates.p[k].last).y < cited - 1)
			s->r->dates.p[k].flags |= DF_PAST;
}

static void find_all(scan *s)
{
	date_anchor anchor = anchor_of_issue(s->r->issued.value);
	bool missing = false;

	/* Of three figures one is a date's: a guess that spares copies. */
	s->r->dates.cap = s->tk.nnums / 3 < DATES_GUESS ? s->tk.nnums / 3 + 1 : DATES_GUESS;
	s->r->dates.p = arena_array(s->a, datex, s->r->dates.cap);
	dates_scan(&s->tk, 0, s->tk.n, &anchor, s->a, &s->r->dates);
	if (anchor.precision != ANCHOR_UNKNOWN)
		return;
	for (uint32_t k = 0; k < s->r->dates.n && !missing; k++)
		missing = s->r->dates.p[k].flags & DF_NO_YEAR;
	anchor.ref.y = missing ? year_of_text(&s->r->dates) : 0;
	if (anchor.ref.y == 0)
		return;
	anchor.precision = ANCHOR_YEAR;
	s->r->dates.n = 0;
	dates_scan(&s->tk, 0, s->tk.n, &anchor, s->a, &s->r->dates);
}

void dates_find(scan *s)
{
	find_all(s);
	if (s->r->issued.value.n < sizeof "2026-04" - 1)
		past_of_cited(s);
	s->date_rungs = rungs_of(ORDERED(&s->r->dates, at.at), s->a);
}
