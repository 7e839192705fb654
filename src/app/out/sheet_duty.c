/*
 * sheet_duty.c - the duties, each with its words, its limit and its doubts.
 */
#include "app/out/sheet_priv.h"
#include "app/out/wording.h"

static bool add_doubt(strbuf *b, bool any, slice w)
{
	if (any && slice_has((slice){b->p, b->n}, w))
		return true;
	if (any)
		strbuf_put(b, S("; "));
	strbuf_put(b, w);
	return true;
}

static bool date_doubt(strbuf *b, const datex *d, bool any)
{
	for (int i = 0; i < DF_FLAG_COUNT; i++)
		if (d->flags & 1u << i)
			any = add_doubt(b, any, wording(slice_c(date_flag_word(i))));
	if (d->flags == 0 && d->confidence < SURE_FROM)
		any = add_doubt(b, any, S("chưa đọc chắc chắn thời hạn"));
	return any;
}

bool duty_doubt(strbuf *b, const reading *r, const assignment *a)
{
	bool any = false;

	for (int i = 0; i < AF_FLAG_COUNT; i++)
		if (a->flags & 1u << i)
			any = add_doubt(b, any, wording(slice_c(assignment_flag_word(i))));
	for (uint32_t i = 0; i < a->deadlines.n; i++)
		any = date_doubt(b, &r->dates.p[a->deadlines.p[i]], any);
	if (a->confidence < SURE_FROM)
		any = add_doubt(b, any, S("chưa đọc chắc chắn"));
	return any;
}

static void duty_field(sheet *s, const char *label)
{
	if (s->p->line.n > 0)
		paper_put(s->p, DUTY_TEXT, slice_c(label), DUTY_WORDS);
}

bool sheet_exclusive(const datex *d)
{
	/* "chậm nhất trước 11h00" counts as before until somebody settles it. */
	return d->inclusive == 0 || (d->flags & DF_CONTRADICTORY_BOUND);
}

cmin duty_due(const assignment *a, const datex *limit)
{
	if (limit->last != CMIN_NONE || !(a->flags & AF_IMPLIED_DEADLINE))
		return limit->last;
	return limit->first;
}

static void calendar_limits(sheet *s, const datex *d)
{
	const json_calendar *cal = s->jr->with_calendar;
	json_limits l;

	if (cal == NULL || d->last == CMIN_NONE)
		return;
	l = cal->limits(cal->ctx, d);
	if (l.safe != CMIN_NONE && l.safe != d->last) {
		paper_addc(s->p, "Ngày làm việc cuối cùng còn kịp: ");
		vi_last(&s->p->line, l.safe, false);
		duty_field(s, "");
	}
	if (l.rolled != CMIN_NONE && l.rolled != d->last) {
		paper_addc(s->p, "Nếu lùi qua ngày nghỉ (Điều 148 BLDS): ");
		vi_last(&s->p->line, l.rolled, false);
		duty_field(s, "");
	}
}

static void sheet_limit(sheet *s, const datex *d)
{
	sheet_quote(s, slice_at(s->r->text, d->at));
	duty_field(s, "Thời hạn");
	if (d->last != CMIN_NONE) {
		paper_addc(s->p, "Hạn cuối: ");
		vi_last(&s->p->line, d->last, sheet_exclusive(d));
	} else if (d->value.n > 0) {
		vi_value(&s->p->line, d->value);
	} else {
		paper_addc(s->p, "Chưa tính được ngày");
	}
	duty_field(s, "");
	calendar_limits(s, d);
}

static void write_lead(sheet *s, const assignment *a, uint32_t number)
{
	static const char *const sources[lead_source_COUNT] = {
		[LEAD_OPENING] = " (giao chung tại câu dẫn)",
		[LEAD_ADDRESSEE] = " (theo Kính gửi)",
	};
	char room[16];
	strbuf b;

	strbuf_over(&b, room, sizeof room);
	strbuf_int(&b, number);
	strbuf_putc(&b, '.');
	if (a->lead.n == 0)
		paper_addc(s->p, "Chưa rõ cơ quan chủ trì");
	sheet_actors(s, &a->lead);
	paper_addc(s->p, sources[a->lead_source]);
	paper_strong(s->p, SHEET_LABEL, strbuf_slice(&b), DUTY_TEXT);
}

static void write_products(sheet *s, const assignment *a)
{
	static const char *const forms[deliverable_form_COUNT] = {
		[FORM_FILE] = " (tệp văn bản)",
		[FORM_PAPER] = " (bản giấy)",
		[FORM_SPEECH] = " (phát biểu)",
		[FORM_WRITING] = " (bằng văn bản)",
	};

	for (uint32_t i = 0; i < a->deliverables.n; i++) {
		const deliverable *d = &a->deliverables.p[i];

		paper_addc(s->p, i > 0 ? "; " : "");
		paper_add(s->p, d->text);
		paper_addc(s->p, forms[d->form]);
		if (d->copies > 0) {
			paper_addc(s->p, ", ");
			strbuf_int_pad(&s->p->line, d->copies, 2);
			paper_addc(s->p, " bộ");
		}
	}
	duty_field(s, "Sản phẩm phải nộp");
	paper_add(s->p, a->measure);
	duty_field(s, "Chỉ tiêu");
}

static void write_links(sheet *s, const assignment *a)
{
	for (uint32_t i = 0; i < a->basis.n; i++) {
		paper_addc(s->p, i > 0 ? "; " : "");
		paper_add(s->p, slice_at(s->r->text, s->r->citations.p[a->basis.p[i]].at));
	}
	duty_field(s, "Căn cứ");
	for (uint32_t i = 0; i < a->depends_on.n; i++) {
		paper_addc(s->p, i > 0 ? "; " : "");
		paper_addc(s->p, "nhiệm vụ ");
		strbuf_int(&s->p->line, a->depends_on.p[i] + 1);
	}
	duty_field(s, "Việc trước");
}

static void write_nature(sheet *s, const assignment *a)
{
	static const char *const natures[nature_COUNT] = {
		[NATURE_PREPARATION] = "Chuẩn bị cuộc họp",
		[NATURE_STANDING] = "Nhiệm vụ thường xuyên",
		[NATURE_PROHIBITION] = "Yêu cầu không được làm",
	};

	paper_addc(s->p, natures[a->nature]);
	if (!a->track)
		paper_addc(s->p, s->p->line.n > 0 ? " – chỉ lưu, không theo dõi"
		                                  : "Chỉ lưu, không theo dõi");
	duty_field(s, "Tính chất");
}

static void write_duty(sheet *s, const assignment *a, uint32_t number)
{
	paper_blank(s->p);
	write_lead(s, a, number);
	sheet_quote(s, a->action_text);
	paper_put(s->p, 0, (slice){0}, DUTY_TEXT);
	write_nature(s, a);
	sheet_actors(s, &a->with);
	duty_field(s, "Cơ quan phối hợp");
	sheet_actors(s, &a->watchers);
	duty_field(s, "Cơ quan theo dõi");
	for (uint32_t i = 0; i < a->deadlines.n; i++)
		sheet_limit(s, &s->r->dates.p[a->deadlines.p[i]]);
	if (a->vague.n > 0) {
		sheet_quote(s, a->vague);
		if (a->deadlines.n == 0)
			paper_addc(s->p, " – yêu cầu sớm, chưa nêu ngày");
	}
	duty_field(s, a->deadlines.n == 0 ? "Thời hạn" : "Yêu cầu");
	sheet_actors(s, &a->recipients);
	duty_field(s, "Nơi nhận kết quả");
	write_products(s, a);
	write_links(s, a);
	if (duty_doubt(&s->p->line, s->r, a))
		paper_strong(s->p, DUTY_TEXT, S("Cần xem lại"), DUTY_WORDS);
}

static void count_duties(sheet *s)
{
	const reading *r = s->r;
	uint32_t dated = 0, doubtful = 0;
	strbuf scrap;
	char room[512];

	for (uint32_t i = 0; i < r->assignments.n; i++) {
		strbuf_over(&scrap, room, sizeof room);
		dated += r->assignments.p[i].deadlines.n > 0;
		doubtful += duty_doubt(&scrap, r, &r->assignments.p[i]);
	}
	paper_addc(s->p, ": ");
	strbuf_int(&s->p->line, r->assignments.n);
	paper_addc(s->p, " (");
	strbuf_int(&s->p->line, dated);
	paper_addc(s->p, " có thời hạn, ");
	strbuf_int(&s->p->line, doubtful);
	paper_addc(s->p, " cần xem lại)");
}

/* Limits that no duty took: nobody may miss them. */
static void write_other_limits(sheet *s)
{
	const reading *r = s->r;
	bool any = false;
	strbuf taken; /* a byte for each date */

	strbuf_init(&taken, NULL, UINT32_MAX);
	strbuf_repeat(&taken, S("-"), r->dates.n);
	for (uint32_t i = 0; i < r->assignments.n && taken.failed == RC_OK; i++)
		for (uint32_t k = 0; k < r->assignments.p[i].deadlines.n; k++)
			taken.p[r->assignments.p[i].deadlines.p[k]] = '+';
	for (uint32_t i = 0; i < taken.n; i++) {
		if (taken.p[i] == '+' || r->dates.p[i].role != ROLE_DEADLINE)
			continue;
		if (!any)
			sheet_title(s, "THỜI HẠN CHƯA GẮN VỚI NHIỆM VỤ NÀO");
		any = true;
		sheet_limit(s, &r->dates.p[i]);
	}
	strbuf_done(&taken);
}

void sheet_duties(sheet *s)
{
	const reading *r = s->r;

	if (r->assignments.n == 0) {
		sheet_title(s, "NHIỆM VỤ");
		paper_addc(s->p, "Không tìm thấy nhiệm vụ giao cho đơn vị nào trong văn bản này.");
		paper_put(s->p, SHEET_LABEL, (slice){0}, SHEET_LABEL);
	} else {
		count_duties(s);
		sheet_title(s, "NHIỆM VỤ");
	}
	for (uint32_t i = 0; i < r->assignments.n; i++)
		write_duty(s, &r->assignments.p[i], i + 1);
	write_other_limits(s);
}
