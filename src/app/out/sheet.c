/*
 * sheet.c - the sheet of one document, from its head to its recipients.
 */
#include "app/out/sheet.h"

#include "app/out/sheet_priv.h"
#include "base/ordered.h"

enum { CITATIONS_COMPARED = 200 }; /* nobody cites more; the cost stays linear */

void sheet_field(sheet *s, const char *label)
{
	if (s->p->line.n > 0)
		paper_put(s->p, SHEET_LABEL, slice_c(label), SHEET_WORDS);
}

void sheet_title(sheet *s, const char *label)
{
	strbuf room;
	char bytes[128];
	slice words = strbuf_slice(&s->p->line);

	strbuf_over(&room, bytes, sizeof bytes);
	strbuf_put(&room, words);
	strbuf_clear(&s->p->line);
	paper_blank(s->p);
	paper_addc(s->p, label);
	paper_add(s->p, strbuf_slice(&room));
	paper_strong(s->p, 0, (slice){0}, 0);
}

void sheet_quote(sheet *s, slice words)
{
	paper_addc(s->p, "“");
	paper_add(s->p, slice_trim(words));
	paper_addc(s->p, "”");
}

void sheet_actor(sheet *s, const actor *a)
{
	slice name = job_body_name(s->jr, a->agency);

	paper_add(s->p, a->text);
	if (!sheet_says(a->text, a->name)) {
		paper_addc(s->p, " ");
		paper_add(s->p, a->name);
	}
	/* "Tài chính" in a list of departments: say which body that is. "UBND tỉnh" lacks no kind,
	 * and of which province the document says itself. */
	if (a->post.n == 0 && a->text.n < name.n && sheet_says(name, a->text) &&
	    !slice_starts(name, a->text)) {
		paper_addc(s->p, " (");
		paper_add(s->p, name);
		paper_addc(s->p, ")");
	}
}

void sheet_date(strbuf *b, slice value)
{
	civil c;

	if (value.n != 10 || civil_parse(value, &c, NULL) != RC_OK) {
		vi_value(b, value);
		return;
	}
	strbuf_put(b, S("ngày "));
	vi_date(b, civil_days(c.y, c.mo, c.d));
}

bool sheet_says(slice words, slice those)
{
	return slice_has(words, those);
}

bool sheet_inside(span a, span b)
{
	return a.len > 0 && a.at >= b.at && span_end(a) <= span_end(b);
}

void sheet_note(sheet *s, const actor *a)
{
	if (sheet_says(a->text, a->note))
		return;
	paper_addc(s->p, " (");
	paper_add(s->p, a->note);
	paper_addc(s->p, ")");
}

void sheet_actors(sheet *s, const actors *list)
{
	span shown = {0};

	for (uint32_t i = 0; i < list->n; i++) {
		if (sheet_inside(list->p[i].at, shown))
			continue;
		if (i > 0)
			paper_addc(s->p, "; ");
		sheet_actor(s, &list->p[i]);
		shown = list->p[i].at;
	}
}

static void write_number(sheet *s)
{
	const reading *r = s->r;

	switch (r->number.state) {
	case BLANK_KNOWN:
		paper_add(s->p, r->number.value);
		break;
	case BLANK_PARTIAL:
	case BLANK_BLANK:
		paper_addc(s->p, "…/");
		paper_add(s->p, r->number.symbol);
		paper_addc(s->p, " (chưa ghi số)");
		break;
	default:
		paper_addc(s->p, "Không thấy trong tệp");
		break;
	}
	sheet_field(s, "Số, ký hiệu");
}

static void write_issued(sheet *s)
{
	const reading *r = s->r;

	if (r->issued.state == BLANK_NOT_SEEN || r->issued.state == BLANK_NONE) {
		paper_addc(s->p, "Không thấy trong tệp");
	} else {
		paper_add(s->p, r->issued.place);
		if (r->issued.place.n > 0 && r->issued.value.n > 0)
			paper_addc(s->p, ", ");
		sheet_date(&s->p->line, r->issued.value);
		if (r->issued.state != BLANK_KNOWN)
			paper_addc(s->p, " (chưa ghi ngày)");
	}
	sheet_field(s, "Ngày ban hành");
}

static void write_signature(sheet *s)
{
	const signature *g = &s->r->signature;

	for (uint32_t i = 0; i < g->authority.n; i++) {
		paper_add(s->p, g->authority.p[i]);
		paper_addc(s->p, ", ");
	}
	paper_add(s->p, g->post);
	if (g->name.n > 0) {
		if (g->post.n > 0)
			paper_addc(s->p, ", ");
		paper_add(s->p, g->name);
	} else if (g->at.len > 0) {
		paper_addc(s->p, " (không thấy họ tên trong tệp)");
	} else if (g->authority.n == 0 && g->post.n == 0) {
		paper_addc(s->p, "Không thấy trong tệp");
	}
	sheet_field(s, "Người ký");
}

static void write_marks(sheet *s)
{
	static const char *const haste[urgency_COUNT] = {[URGENCY_KHAN] = "Khẩn",
	                                                 [URGENCY_THUONG_KHAN] = "Thượng khẩn",
	                                                 [URGENCY_HOA_TOC] = "Hỏa tốc"};
	static const char *const secret[secrecy_COUNT] = {[SECRECY_MAT] = "Mật",
	                                                  [SECRECY_TOI_MAT] = "Tối mật",
	                                                  [SECRECY_TUYET_MAT] = "Tuyệt mật"};

	paper_addc(s->p, haste[s->r->urgency]);
	sheet_field(s, "Độ khẩn");
	paper_addc(s->p, secret[s->r->secrecy]);
	sheet_field(s, "Độ mật");
}

static void write_header(sheet *s)
{
	const reading *r = s->r;

	write_number(s);
	write_issued(s);
	sheet_actor(s, &r->issuer);
	sheet_field(s, "Cơ quan ban hành");
	paper_add(s->p, r->title.text);
	sheet_field(s, "Trích yếu");
	write_marks(s);
	sheet_actor(s, &r->conclusion_of);
	sheet_field(s, "Kết luận của");
	sheet_actors(s, &r->addressees);
	sheet_field(s, "Kính gửi");
	write_signature(s);
}

/* Do two citations name one document? Of one number, where both say a day, it is the same. */
static bool cites_same(const reading *r, const citation *a, const citation *b)
{
	if (a->number.n == 0 || b->number.n == 0)
		return slice_eq(slice_at(r->text, a->at), slice_at(r->text, b->at));
	return slice_eq(a->number, b->number) &&
	       (a->date.n == 0 || b->date.n == 0 || slice_eq(a->date, b->date));
}

/* A document that is cited several times is listed where most is said of it. */
static bool cited_better(const reading *r, uint32_t i)
{
	const citation *c = &r->citations.p[i];

	for (uint32_t k = 0; k < r->citations.n && k < CITATIONS_COMPARED; k++) {
		const citation *o = &r->citations.p[k];

		if (k != i && cites_same(r, c, o) &&
		    (o->at.len > c->at.len || (o->at.len == c->at.len && k < i)))
			return true;
	}
	return false;
}

static void write_citations(sheet *s)
{
	const reading *r = s->r;
	uint32_t n = 0;

	if (r->citations.n == 0)
		return;
	for (uint32_t i = 0; i < r->citations.n; i++)
		n += !cited_better(r, i);
	paper_addc(s->p, ": ");
	strbuf_int(&s->p->line, n);
	sheet_title(s, "VĂN BẢN VIỆN DẪN");
	for (uint32_t i = 0; i < r->citations.n; i++) {
		const citation *c = &r->citations.p[i];

		if (cited_better(r, i))
			continue;
		paper_add(s->p, slice_at(r->text, c->at));
		if (c->date_blank)
			paper_addc(s->p, " (chưa ghi ngày)");
		paper_bullet(s->p, 0, (slice){0}, SHEET_LABEL);
	}
}

static void write_recipients(sheet *s)
{
	const reading *r = s->r;
	span shown = {0};

	if (r->recipients.n == 0 && r->archive.at.len == 0)
		return;
	sheet_title(s, "NƠI NHẬN");
	for (uint32_t i = 0; i < r->recipients.n; i++) {
		const actor *a = &r->recipients.p[i];

		if (sheet_inside(a->at, shown) || sheet_inside(a->at, r->archive.at))
			continue;
		shown = a->at;
		paper_add(s->p, a->text);
		sheet_note(s, a);
		paper_bullet(s->p, 0, (slice){0}, SHEET_LABEL);
	}
	if (r->archive.at.len > 0) {
		paper_add(s->p, slice_at(r->text, r->archive.at));
		paper_bullet(s->p, 0, (slice){0}, SHEET_LABEL);
	}
}

/* The page on which byte `at` of the text stands; 0 when the file has none. */
static uint32_t page_of(const reading *r, uint32_t at)
{
	uint32_t k = ordered_last(ORDERED(&r->pages, at.at), at);

	return k > 0 ? r->pages.p[k - 1].number : 0;
}

/* What of the file nobody has read, so that nobody takes the sheet for all of it. */
static void write_unread(sheet *s, const rawdoc *lines)
{
	uint32_t n = lines->pictures + reading_figures(lines, s->r);

	if (n > 0) {
		paper_addc(s->p, "Chưa đọc ");
		strbuf_int(&s->p->line, n);
		paper_addc(s->p, " hình trong tệp, cần xem trên văn bản gốc");
		paper_strong(s->p, SHEET_LABEL, (slice){0}, SHEET_LABEL);
	}
	if (s->r->other != 0) {
		paper_addc(s->p, "Trong tệp còn một văn bản khác, chưa đọc: cần tách ra đọc riêng, "
		                 "từ dòng “");
		paper_add(s->p, slice_line_at(s->r->text, s->r->other));
		paper_addc(s->p, "”");
		if (page_of(s->r, s->r->other) != 0) {
			paper_addc(s->p, " (từ trang ");
			strbuf_int(&s->p->line, page_of(s->r, s->r->other));
			paper_addc(s->p, ")");
		}
		paper_strong(s->p, SHEET_LABEL, (slice){0}, SHEET_LABEL);
	}
	if (lines->bare.n == 0)
		return;
	paper_addc(s->p, "Chưa đọc các trang là hình:");
	for (uint32_t i = 0; i < lines->bare.n; i++) {
		paper_addc(s->p, i == 0 ? " " : ", ");
		strbuf_int(&s->p->line, lines->bare.p[i]);
	}
	paper_strong(s->p, SHEET_LABEL, (slice){0}, SHEET_LABEL);
}

void sheet_document(paper *p, const job_reader *jr, const job_doc *doc)
{
	sheet s = {.p = p, .jr = jr, .r = &doc->r};
	const char *kind = doc_kind_name(doc->r.kind.value);

	paper_rule(p, S("═"));
	paper_addc(p, kind ? kind : "Văn bản chưa rõ loại");
	paper_addc(p, " · ");
	paper_add_any(p, doc->source.name);
	paper_strong(p, 0, (slice){0}, 0);
	paper_rule(p, S("─"));
	if (doc->source.ocr) {
		paper_addc(p, "Đọc từ bản quét, cần đối chiếu");
		paper_strong(p, SHEET_LABEL, (slice){0}, SHEET_LABEL);
	}
	if (doc->source.parts > 1) {
		paper_addc(p, "Văn bản thứ ");
		strbuf_int(&p->line, doc->source.part);
		paper_addc(p, " trong ");
		strbuf_int(&p->line, doc->source.parts);
		paper_addc(p, " văn bản của tệp này");
		paper_strong(p, SHEET_LABEL, (slice){0}, SHEET_LABEL);
	}
	write_unread(&s, &doc->lines);
	write_header(&s);
	sheet_meetings(&s);
	sheet_duties(&s);
	write_citations(&s);
	write_recipients(&s);
	paper_blank(p);
}

void sheet_error(paper *p, slice name, const err *e)
{
	paper_rule(p, S("═"));
	paper_addc(p, "Không đọc được · ");
	paper_add_any(p, name);
	paper_strong(p, 0, (slice){0}, 0);
	paper_rule(p, S("─"));
	paper_addc(p, msg_text(e->id));
	paper_addc(p, " ");
	paper_addc(p, msg_hint(e->id));
	paper_put(p, SHEET_LABEL, (slice){0}, SHEET_LABEL);
	paper_blank(p);
}
