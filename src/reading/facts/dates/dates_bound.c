/*
 * dates_bound.c - the words before a date that say how it binds: "chậm nhất",
 * "trước", "đến hết", "xong trong".
 *
 * Walks left from the date, a phrase at a time, at most BOUND_WORDS_MAX steps;
 * the innermost word decides, the outer ones confirm or contradict. trước
 * excludes the day; chậm nhất, đến hết, không quá and trong include it.
 */
#include "reading/facts/dates/dates_priv.h"

enum { BOUND_STEPS_MAX = 6, SEEK_MAX = 10 };

enum step {
	STEP_GLUE,   /* là, vào, lúc: part of the words only if a bound stands before it */
	STEP_LATE,   /* cuối, before a month or quarter: its end is meant */
	STEP_EARLY,  /* đầu, giữa, before one: within it */
	STEP_BEFORE, /* trước */
	STEP_BY,     /* chậm nhất */
	STEP_MOST,   /* không quá, tối đa: of a count also further out */
	STEP_UNTIL,  /* đến */
	STEP_END,    /* đến hết */
	STEP_WITHIN, /* trong */
	STEP_FROM,   /* từ */
	STEP_AFTER,  /* sau */
	STEP_ABOUT,  /* khoảng */
	STEP_DONE,   /* xong, hoàn thành: a limit of its own where none is stated */
};

/* A phrase that binds, without its last word; the word before that first. */
struct phrase {
	uint8_t n, step; /* n: words, with the last; 0 ends the phrases of a word */
	uint16_t before[3];
};
#define PHRASES(...) ((const struct phrase[]){__VA_ARGS__, {0, 0, {0}}})

/* By their last word; of those that match, the longest counts. */
static const struct phrase *const phrases[W_COUNT] = {
	[W_LA] = PHRASES({1, STEP_GLUE, {0}}),
	[W_VAO] = PHRASES({1, STEP_GLUE, {0}}),
	[W_LUC_1] = PHRASES({1, STEP_GLUE, {0}}),
	[W_CAC] = PHRASES({1, STEP_GLUE, {0}}), /* trong các tháng 6, 9 và 12 */
	[W_DUNG_1] = PHRASES({1, STEP_GLUE, {0}}),
	[W_SANG] = PHRASES({1, STEP_GLUE, {0}}), /* chậm nhất sang tuần đầu tháng 6 */
	[W_DIEM_2] = PHRASES({2, STEP_GLUE, {W_THOI}}),
	[W_CUOI] = PHRASES({1, STEP_LATE, {0}}, {2, STEP_BY, {W_HAN_4}}, {2, STEP_LATE, {W_NUA_2}}),
	[W_DAU_5] = PHRASES({1, STEP_EARLY, {0}}, {2, STEP_EARLY, {W_NUA_2}}),
	[W_TUAN] = PHRASES({2, STEP_EARLY, {W_TRUNG}}),
	[W_GIUA_4] = PHRASES({1, STEP_EARLY, {0}}),
	[W_TRUOC] = PHRASES({1, STEP_BEFORE, {0}}),
	/* trước ngày họp 03 ngày */
	[W_HOP_4] = PHRASES({3, STEP_BEFORE, {W_NGAY, W_TRUOC}},
                            {3, STEP_BEFORE, {W_KHI, W_TRUOC}}),
	[W_NHAT_1] = PHRASES({2, STEP_BY, {W_CHAM}}, {2, STEP_BY, {W_MUON}},
                             {2, STEP_BY, {W_TREE_3}}),
	[W_QUA_1] = PHRASES({2, STEP_MOST, {W_KHONG}}, {3, STEP_MOST, {W_VUOT, W_KHONG}},
                            {3, STEP_MOST, {W_DUOC, W_KHONG}}, {3, STEP_MOST, {W_CHAM, W_KHONG}},
                            {1, STEP_AFTER, {0}}),
	[W_HON] = PHRASES({3, STEP_BY, {W_MUON, W_KHONG}}, {3, STEP_BY, {W_CHAM, W_KHONG}}),
	[W_DA] = PHRASES({2, STEP_MOST, {W_TOOI_1}}),
	[W_CHOT_1] = PHRASES({2, STEP_BY, {W_HAN_4}}),
	[W_CHOS_1] = PHRASES({2, STEP_BY, {W_HAN_4}}),
	[W_HET] = PHRASES({2, STEP_END, {W_DEN}}, {2, STEP_END, {W_TOWI_1}}, {1, STEP_END, {0}},
                          {3, STEP_BY, {W_KHI, W_TRUOC}}),
	/* trước khi kết thúc quý III: by its end */
	[W_THUC_1] = PHRASES({4, STEP_BY, {W_KET, W_KHI, W_TRUOC}}),
	[W_DEN] = PHRASES({1, STEP_UNTIL, {0}}),
	[W_TOWI_1] = PHRASES({1, STEP_UNTIL, {0}}),
	[W_TRONG] = PHRASES({1, STEP_WITHIN, {0}}, {3, STEP_WITHIN, {W_HOAC, W_TRUOC}}),
	[W_VONG] = PHRASES({2, STEP_WITHIN, {W_TRONG}}),
	[W_HAN_4] = PHRASES({3, STEP_WITHIN, {W_THOI, W_TRONG}}, {3, STEP_AFTER, {W_THOI, W_QUA_1}},
                            {4, STEP_MOST, {W_THOI, W_QUA_1, W_KHONG}}),
	[W_GIAN] = PHRASES({3, STEP_WITHIN, {W_THOI, W_TRONG}},
                           {4, STEP_WITHIN, {W_THOI, W_KHOANG_2, W_TRONG}}),
	[W_TU] = PHRASES({1, STEP_FROM, {0}}, {2, STEP_FROM, {W_KE_2}}, {2, STEP_FROM, {W_TINH}},
                         {3, STEP_FROM, {W_DAU_5, W_BAT_1}}),
	[W_SAU] = PHRASES({1, STEP_AFTER, {0}}),
	[W_KHOANG_2] = PHRASES({1, STEP_ABOUT, {0}}),
	[W_KIEN_1] = PHRASES({2, STEP_ABOUT, {W_DU}}),
	[W_XONG] = PHRASES({1, STEP_DONE, {0}}),
	[W_THANH] = PHRASES({2, STEP_DONE, {W_HOAN}}),
};

/* "frước ngày", "trưởc ngày", "wớc ngày" of a scan: is the word at p a torn "trước"? No Vietnamese word is written so. */
static bool torn_before(const dscan *c, uint32_t p)
{
	static const slice heads[] = {S("tr"), S("fr"), S("lr"), S("ir"), S("w")};
	static const slice tails[] = {S("ớc"), S("ởc"), S("ờc")};
	const token *t = dtok(c, p);
	slice word = slice_at(c->tk->text, (span){t->at, t->len});
	bool head = false;

	if (t->kind != TOK_WORD || word.n < 4 || word.n > 9)
		return false;
	for (size_t k = 0; k < ARRAY_LEN(heads); k++)
		head |= slice_starts(word, heads[k]);
	for (size_t k = 0; k < ARRAY_LEN(tails) && head; k++)
		if (slice_eq((slice){word.p + word.n - tails[k].n, tails[k].n}, tails[k]))
			return true;
	return false;
}

static const struct phrase *phrase_before(const dscan *c, uint32_t p, uint32_t limit)
{
	static const struct phrase torn = {1, STEP_BEFORE, {0}};
	const struct phrase *best = NULL;
	uint16_t last = dword(c, p - 1);

	if (last == 0 && p > limit && dis(c, p, W_NGAY) && torn_before(c, p - 1))
		return &torn;
	if (last >= W_COUNT)
		return NULL;
	for (const struct phrase *f = phrases[last]; f != NULL && f->n != 0; f++) {
		uint32_t n = 1;

		if (p < limit + f->n)
			continue;
		while (n < f->n && dis(c, p - 1 - n, f->before[n - 1]))
			n++;
		if (n == f->n && (best == NULL || best->n < n))
			best = f;
	}
	return best;
}

/* "Trong quý I/2026, ...": when something was or is, not until when. */
static bool opens_sentence(const dscan *c, const find *f)
{
	return (dtok(c, f->from - 1)->flags & TF_CAP) && dmark(c, f->to, ',') &&
	       f->relative_to == ANCHOR_NONE;
}

/* "trong quý II và cả năm", "… và những tháng tiếp theo": more time follows. */
static bool goes_on(const dscan *c, uint32_t i)
{
	uint16_t next = dword(c, i + 1);

	return dis(c, i, W_VA) &&
	       (next == W_CA_2 || next == W_NHUNG_3 || next == W_CAC || next == W_NAM ||
	        next == W_QUY || next == W_THANG || dmark(c, i + 1, MARK_ELLIPSIS));
}

/* Longer than a day, and named without its own bound word in our samples: "trong
 * năm 2025" is a horizon, "trong quý II và cả năm" a stretch that goes on. */
static bool is_horizon(const dscan *c, const find *f)
{
	bool year = (f->a.has & HAS_YEAR) && !(f->a.has & (HAS_DAY | HAS_WEEK | HAS_MONTH |
	                                                   HAS_QUARTER | HAS_MONTHS | HAS_CLOCK));

	return year || f->range || opens_sentence(c, f) ||
	       (goes_on(c, f->to) && !(f->a.has & HAS_DAY) && f->halves == 0);
}

/* What the innermost word says. */
static void bind(find *f, enum step step)
{
	switch (step) {
	case STEP_BEFORE:
		f->bound = BOUND_BEFORE;
		f->inclusive = 0;
		break;
	case STEP_BY:
	case STEP_MOST:
	case STEP_DONE:
		f->bound = BOUND_BY;
		f->inclusive = 1;
		break;
	case STEP_UNTIL:
	case STEP_END:
		f->bound = BOUND_UNTIL;
		f->inclusive = 1;
		break;
	case STEP_WITHIN:
		f->bound = BOUND_WITHIN;
		f->inclusive = 1;
		break;
	case STEP_AFTER:
		f->after = true;
		f->bound = BOUND_FROM;
		break;
	case STEP_FROM:
		f->bound = BOUND_FROM;
		break;
	case STEP_ABOUT:
		f->bound = BOUND_ABOUT;
		break;
	case STEP_GLUE:
	case STEP_LATE:
	case STEP_EARLY:
		break;
	}
}

/* What a word further out adds. False when it does not belong to the bound. */
static bool rebind(find *f, enum step inner, enum step outer)
{
	if (outer == STEP_DONE)
		return inner != STEP_FROM && inner != STEP_ABOUT && inner != STEP_AFTER;
	if (outer == STEP_MOST && f->halves == 0)
		return false;
	if (outer == STEP_BY || outer == STEP_MOST) {
		if (inner == STEP_BEFORE) {
			f->flags |= DF_CONTRADICTORY_BOUND;
			f->inclusive = -1;
		} else if (inner == STEP_FROM || inner == STEP_ABOUT) {
			return false;
		} else if (f->inclusive != 0) {
			f->inclusive = 1;
		}
		f->bound = BOUND_BY;
		return true;
	}
	if (outer == STEP_WITHIN)
		return inner == STEP_BY || inner == STEP_MOST;
	if (outer == STEP_BEFORE && (inner == STEP_BY || inner == STEP_MOST)) {
		f->flags |= DF_CONTRADICTORY_BOUND;
		f->inclusive = -1;
		return true;
	}
	return false;
}

/* "không có ý kiến coi như đồng ý", "... thì được xem là thống nhất" behind token q */
static bool taken_as(const dscan *c, uint32_t q)
{
	for (uint32_t p = q + 1; p < q + SEEK_MAX && dtok(c, p)->kind != TOK_END; p++)
		if ((dis(c, p, W_COI) || dis(c, p, W_XEM)) &&
		    (dis(c, p + 1, W_NHU) || dis(c, p + 1, W_LA)))
			return true;
	return false;
}

/* "sau ngày D sẽ không được / không giải quyết", "sau ngày D, đơn vị nào chưa gửi": D is
 * the last day. */
static bool refuses_behind(const dscan *c, uint32_t p)
{
	bool cased = false;

	for (uint32_t q = p; q < p + SEEK_MAX; q++) {
		const token *t = dtok(c, q);

		if (t->kind == TOK_END ||
		    (t->kind == TOK_PUNCT && (t->word == '.' || t->word == ';')))
			return false;
		cased |= dis(c, q, W_NEEU_1);
		if ((dis(c, q, W_KHONG) || dis(c, q, W_CHUA)) &&
		    (dis(c, q - 1, W_NAO_5) || cased || taken_as(c, q)))
			return true;
		if (dis(c, q, W_KHONG))
			return q == p || dis(c, q - 1, W_SE_3) || dis(c, q + 1, W_DUOC) ||
			       dis(c, q + 1, W_GIAI_2) || dis(c, q + 1, W_NHAN) ||
			       dis(c, q + 1, W_TIEP) || dis(c, q + 1, W_XEM) ||
			       dis(c, q + 1, W_TONG_2);
	}
	return false;
}

/* "không để (việc bàn giao) quá ngày D": D is the last day. */
static bool forbids_before(const dscan *c, uint32_t p, uint32_t limit)
{
	if (!dis(c, p, W_QUA_1))
		return false;
	for (uint32_t q = p; q > limit + 1 && q + SEEK_MAX > p; q--) {
		if (dtok(c, q - 1)->kind == TOK_PUNCT || dtok(c, q - 1)->kind == TOK_END)
			return false;
		if ((dis(c, q - 1, W_DE) || dis(c, q - 1, W_DUOC)) && dis(c, q - 2, W_KHONG))
			return true;
	}
	return false;
}

/* What comes after f is too late: f is the last day. Returns where its words begin. */
static uint32_t last_day(find *f, uint32_t p, uint32_t shown)
{
	f->after = false;
	f->bound = BOUND_BY;
	f->inclusive = 1;
	return p < f->from ? p : shown;
}

/* Is the word part of the expression's own words? */
static bool is_shown(const dscan *c, const find *f, enum step step)
{
	switch (step) {
	case STEP_BEFORE:
	case STEP_BY:
	case STEP_MOST:
	case STEP_END:
		return true;
	case STEP_WITHIN:
		return !is_horizon(c, f);
	case STEP_FROM:
		return f->range;
	default:
		return false;
	}
}

/* "hoàn thành ngày 24/7" is a limit, "hoàn thành 5 ngày", "hoàn thành năm 2025" none. */
static bool may_finish(const find *f)
{
	return f->halves == 0 && (f->a.has & (HAS_DAY | HAS_MONTH | HAS_QUARTER));
}

/* "thời hạn hoàn thành: 25/5/2026": a colon may stand before the date. */
static uint32_t colon_before(const dscan *c, uint32_t p, uint32_t limit)
{
	if (p >= limit + 3 && dmark(c, p - 1, ':') &&
	    ((dis(c, p - 2, W_THANH) && dis(c, p - 3, W_HOAN)) ||
	     (dis(c, p - 2, W_CUOI) && dis(c, p - 3, W_HAN_4))))
		return p - 1;
	return p;
}

/* "trước ngày khai mạc kỳ họp 05 ngày", "trước hội nghị 02 ngày": a count before a meeting, at
 * *p. True with *p at "trước" and f bound; false when no meeting stands between. */
static bool counts_to_meeting(const dscan *c, uint32_t limit, find *f, uint32_t *p)
{
	enum { WORDS = 7 };
	bool meets = false;

	for (uint32_t q = *p; f->halves != 0 && q > limit && *p - q <= WORDS; q--) {
		if (dtok(c, q - 1)->kind != TOK_WORD)
			return false;
		meets |= dis(c, q - 1, W_HOP_4) || dis(c, q - 1, W_HOI_4) ||
		         (dis(c, q - 1, W_LAM) && dis(c, q, W_VIEC) && q < *p);
		if (!dis(c, q - 1, W_TRUOC) || !meets)
			continue;
		*p = q - 1;
		f->relative_to = ANCHOR_MEETING;
		bind(f, STEP_BEFORE);
		return true;
	}
	return false;
}

/* "sau khi kết thúc hội nghị 03 ngày": a count behind an event, at *p. As counts_to_meeting(). */
static bool counts_from_event(const dscan *c, uint32_t limit, find *f, uint32_t *p)
{
	enum { WORDS = 8 };

	if (f->halves == 0 || f->relative_to != ANCHOR_NONE)
		return false;
	for (uint32_t q = *p; q > limit + 1 && *p - q <= WORDS; q--) {
		if (dtok(c, q - 1)->kind != TOK_WORD)
			return false;
		if (!dis(c, q - 1, W_KHI) || !dis(c, q - 2, W_SAU) || q == *p ||
		    dis(c, *p - 1, W_NHAT_1) || dis(c, *p - 1, W_TRONG))
			continue;
		*p = q - 2;
		f->relative_to = ANCHOR_EVENT;
		bind(f, STEP_AFTER);
		return true;
	}
	return false;
}

/* "Sau 05 ngày kể từ ngày niêm yết, nếu không có ý kiến": what a rule has happen then */
static bool runs_from_event(const find *f)
{
	return f->halves != 0 && f->relative_to == ANCHOR_EVENT;
}

/* "trong 02 ngày 15 và 16/6", "trong hai tháng 6 và 7": how many they are may be said. The
 * token of the count; p when none stands there. */
static uint32_t tally_before(const dscan *c, uint32_t p, uint32_t limit)
{
	int32_t n;

	return p >= limit + 2 && dis(c, p - 2, W_TRONG) && number_read(c, p - 1, &n) == p ? p - 1
	                                                                                  : p;
}

/* What binds a count from further off, f bound by it; STEP_GLUE when nothing does. */
static enum step counted_bound(const dscan *c, uint32_t limit, find *f, uint32_t *p)
{
	if (counts_to_meeting(c, limit, f, p))
		return STEP_BEFORE;
	return counts_from_event(c, limit, f, p) ? STEP_AFTER : STEP_GLUE;
}

/* May "đầu", "cuối" stand before what begins at token i? */
static bool has_edges(const dscan *c, uint32_t i, enum step step)
{
	return dis(c, i, W_THANG) || dis(c, i, W_QUY) || dis(c, i, W_TUAN) ||
	       (step == STEP_LATE && (dis(c, i, W_NGAY) || dis(c, i, W_NAM)));
}

/* A stretch in which to act, though no word binds it: "từ ngày 10 đến ngày 14", "báo cáo vào đầu
 * tuần sau". */
static bool is_stretch(const find *f, bool late)
{
	if (f->range)
		return f->bound == BOUND_FROM || (f->bound == BOUND_NONE && when_is_moment(&f->a));
	return f->bound == BOUND_NONE && late && f->a.near && (f->a.has & HAS_WEEK);
}

void bound_read(const dscan *c, uint32_t limit, find *f)
{
	uint32_t p = colon_before(c, f->from, limit), shown = f->from;
	enum step inner = STEP_GLUE;
	bool late = false;

	/* "xong trong ngày Chủ nhật, 08/02", "trước ngày thứ Sáu hằng tuần" */
	p -= (f->a.has & HAS_WEEKDAY) && p > limit && dis(c, p - 1, W_NGAY);
	p = tally_before(c, f->a.has & HAS_DAY ? event_before(c, p, limit) : p, limit);
	inner = counted_bound(c, limit, f, &p);
	if (inner != STEP_GLUE)
		shown = p;
	for (int n = 0; n < BOUND_STEPS_MAX; n++) {
		const struct phrase *ph = phrase_before(c, p, limit);
		enum step step;

		if (ph == NULL)
			break;
		step = (enum step)ph->step;
		if (f->range && (step == STEP_UNTIL || step == STEP_BEFORE))
			break;
		if (step == STEP_DONE && inner == STEP_GLUE && !may_finish(f))
			break;
		if (dis(c, p - 1, W_HOP_4)) {
			if (f->halves == 0)
				break;
			f->relative_to = ANCHOR_MEETING;
		}
		p -= ph->n;
		if (c->anchor->everyday && (step == STEP_GLUE || step == STEP_ABOUT))
			shown = p;
		if (step == STEP_LATE || step == STEP_EARLY) {
			if (!has_edges(c, p + 1, step))
				break;
			late = true;
			continue;
		}
		if (step == STEP_GLUE)
			continue;
		if (step == STEP_BEFORE && late) /* "trước cuối tháng 9": by its end */
			step = STEP_BY;
		if (inner == STEP_GLUE) {
			bind(f, step);
			inner = step;
		} else if (!rebind(f, inner, step)) {
			break;
		}
		if (is_shown(c, f, step) ||
		    (step == STEP_DONE && (inner == STEP_DONE || ph->n == 1)))
			shown = p;
	}
	if (f->after && !runs_from_event(f) &&
	    (refuses_behind(c, f->to) || forbids_before(c, p, limit)))
		shown = last_day(f, p, shown);
	if (is_stretch(f, late)) {
		f->bound = BOUND_WITHIN;
		f->inclusive = 1;
		shown = f->range ? shown : p;
	}
	if (f->bound == BOUND_WITHIN && !f->range && shown == f->from)
		f->inclusive = -1;
	f->from = shown;
}
