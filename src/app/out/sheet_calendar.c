/*
 * sheet_calendar.c - the duties of many documents, by day.
 *
 * What is overdue comes first by itself: the order is that of the days. A
 * duty without a day is counted, never hidden and never given one.
 */
#include "app/out/sheet.h"

#include <stdlib.h>

#include "app/out/sheet_priv.h"
#include "base/utf8.h"

#define NO_DAY INT32_MAX
#define SOON_DAYS 7
#define ACTION_MAX 300 /* bytes */

static slice kept_actors(duties *d, const job_reader *jr, const actors *list)
{
	strbuf b;
	slice kept;

	strbuf_init(&b, NULL, (size_t)1 << 20);
	for (uint32_t i = 0; i < list->n; i++) {
		slice name = list->p[i].post.n == 0 ? job_body_name(jr, list->p[i].agency)
		                                    : (slice){0};

		if (i > 0)
			strbuf_put(&b, S("; "));
		strbuf_put(&b, name.n > 0 ? name : list->p[i].text);
	}
	kept = arena_copy(d->a, strbuf_slice(&b));
	strbuf_done(&b);
	return kept;
}

static slice kept_document(duties *d, const job_doc *doc)
{
	const reading *r = &doc->r;
	const char *kind = doc_kind_name(r->kind.value);
	slice kept;
	strbuf b;

	strbuf_init(&b, NULL, (size_t)1 << 20);
	if (kind != NULL) {
		strbuf_put(&b, slice_c(kind));
		strbuf_putc(&b, ' ');
	}
	if (r->number.value.n > 0)
		strbuf_put(&b, r->number.value);
	else if (r->number.symbol.n > 0)
		strbuf_put(&b, S("…/")), strbuf_put(&b, r->number.symbol);
	if (r->issued.state == BLANK_KNOWN) {
		strbuf_put(&b, S(" ("));
		sheet_date(&b, r->issued.value);
		strbuf_putc(&b, ')');
	}
	if (utf8_invalid_at(doc->source.name) == doc->source.name.n) {
		strbuf_put(&b, S(" · "));
		strbuf_put(&b, doc->source.name);
	}
	kept = arena_copy(d->a, strbuf_slice(&b));
	strbuf_done(&b);
	return kept;
}

/* The first words of an action; the sheet has the rest. */
static slice beginning(slice s)
{
	size_t n = s.n;

	if (n <= ACTION_MAX)
		return s;
	n = ACTION_MAX;
	while (n > 0 && s.p[n] != ' ')
		n--;
	return (slice){s.p, n};
}

static slice kept_action(duties *d, slice action)
{
	slice first = beginning(action), kept;
	strbuf b;

	if (first.n == action.n || first.n == 0)
		return arena_copy(d->a, action);
	strbuf_init(&b, NULL, (size_t)1 << 20);
	strbuf_put(&b, first);
	strbuf_put(&b, S(" …"));
	kept = arena_copy(d->a, strbuf_slice(&b));
	strbuf_done(&b);
	return kept;
}

static void add_one(duties *d, const job_reader *jr, const reading *r, const assignment *a,
                    const datex *limit, slice document)
{
	duty *one = VEC_PUSH(d->a, &d->list);
	char room[512];
	strbuf scrap;

	strbuf_over(&scrap, room, sizeof room);
	*one = (duty){
		.last = duty_due(a, limit),
		.exclusive = sheet_exclusive(limit),
		.doubtful = duty_doubt(&scrap, r, a),
		.order = d->list.n,
		.agency = kept_actors(d, jr, &a->lead),
		.action = kept_action(d, a->action_text),
		.words = arena_copy(d->a, slice_at(r->text, limit->at)),
		.document = document,
	};
}

void duties_add(duties *d, const job_reader *jr, const job_doc *doc)
{
	const reading *r = &doc->r;
	slice document = kept_document(d, doc);

	d->documents++;
	for (uint32_t i = 0; i < r->assignments.n; i++) {
		const assignment *a = &r->assignments.p[i];

		for (uint32_t k = 0; k < a->deadlines.n; k++)
			add_one(d, jr, r, a, &r->dates.p[a->deadlines.p[k]], document);
		if (a->deadlines.n == 0 && a->track) {
			d->undated++;
			d->vague += a->vague.n > 0;
		}
	}
}

static int32_t day_of(const duty *d)
{
	civil c;

	if (d->last == CMIN_NONE)
		return NO_DAY;
	c = civil_of_minutes(d->last);
	return civil_days(c.y, c.mo, c.d);
}

static int by_time(const void *pa, const void *pb)
{
	const duty *a = pa, *b = pb;
	cmin x = a->last == CMIN_NONE ? INT64_MAX : a->last;
	cmin y = b->last == CMIN_NONE ? INT64_MAX : b->last;

	if (x != y)
		return x < y ? -1 : 1;
	return a->order < b->order ? -1 : 1;
}

static void day_heading(paper *p, int32_t day, int32_t today)
{
	int64_t left = (int64_t)day - today;

	paper_blank(p);
	if (day == NO_DAY) {
		paper_addc(p, "Có thời hạn nhưng chưa tính được ngày, hoặc định kỳ");
		paper_strong(p, 0, (slice){0}, 0);
		return;
	}
	vi_day(&p->line, day);
	if (left < 0) {
		paper_addc(p, " · Quá hạn ");
		strbuf_int(&p->line, -left);
		paper_addc(p, " ngày");
	} else if (left == 0) {
		paper_addc(p, " · Đến hạn hôm nay");
	} else {
		paper_addc(p, left <= SOON_DAYS ? " · Sắp đến hạn, còn " : " · Còn ");
		strbuf_int(&p->line, left);
		paper_addc(p, " ngày");
	}
	paper_strong(p, 0, (slice){0}, 0);
}

static void write_one(paper *p, const duty *d)
{
	paper_add(p, d->agency.n > 0 ? d->agency : S("Chưa rõ cơ quan chủ trì"));
	paper_put(p, SHEET_LABEL, S("•"), SHEET_LABEL + 2);
	paper_add(p, d->action);
	paper_put(p, SHEET_LABEL + 2, (slice){0}, SHEET_LABEL + 2);
	paper_addc(p, "Văn bản ghi “");
	paper_add(p, d->words);
	paper_addc(p, "”");
	if (d->last != CMIN_NONE && (d->last + 1) % CMIN_DAY != 0) {
		paper_addc(p, " – hạn cuối: ");
		vi_last(&p->line, d->last, d->exclusive);
	}
	paper_put(p, SHEET_LABEL + 2, (slice){0}, SHEET_LABEL + 2);
	paper_add(p, d->document);
	paper_put(p, SHEET_LABEL + 2, (slice){0}, SHEET_LABEL + 2);
	if (d->doubtful) {
		paper_addc(p, "Cần xem lại");
		paper_strong(p, SHEET_LABEL + 2, (slice){0}, SHEET_LABEL + 2);
	}
}

static void summary(paper *p, const duties *d, int32_t today)
{
	uint32_t late = 0, dated = 0;

	for (uint32_t i = 0; i < d->list.n; i++) {
		dated += d->list.p[i].last != CMIN_NONE;
		late += day_of(&d->list.p[i]) < today;
	}
	paper_addc(p, "Hôm nay ");
	vi_day(&p->line, today);
	paper_addc(p, ". Đã đọc ");
	strbuf_int(&p->line, d->documents);
	paper_addc(p, " văn bản: ");
	strbuf_int(&p->line, dated);
	paper_addc(p, " thời hạn có ngày");
	if (late > 0) {
		paper_addc(p, ", ");
		strbuf_int(&p->line, late);
		paper_addc(p, " đã quá hạn");
	}
	if (d->undated > 0) {
		paper_addc(p, "; ");
		strbuf_int(&p->line, d->undated);
		paper_addc(p, " nhiệm vụ không có thời hạn");
	}
	if (d->vague > 0) {
		paper_addc(p, " (");
		strbuf_int(&p->line, d->vague);
		paper_addc(p, " yêu cầu sớm, chưa nêu ngày)");
	}
	paper_addc(p, ".");
	paper_put(p, 0, (slice){0}, 0);
}

void sheet_calendar(paper *p, duties *d, int32_t today)
{
	int32_t day = INT32_MIN;

	paper_rule(p, S("═"));
	paper_addc(p, "Lịch thời hạn nhiệm vụ");
	paper_strong(p, 0, (slice){0}, 0);
	summary(p, d, today);
	paper_rule(p, S("─"));
	if (d->list.n > 1)
		qsort(d->list.p, d->list.n, sizeof *d->list.p, by_time);
	for (uint32_t i = 0; i < d->list.n; i++) {
		int32_t on = day_of(&d->list.p[i]);

		if (on != day)
			day_heading(p, on, today);
		else
			paper_blank(p);
		day = on;
		write_one(p, &d->list.p[i]);
	}
	paper_blank(p);
}
