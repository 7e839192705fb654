/*
 * document.c - one document: its text with each found thing marked in its own words, and
 * beside it what was found; the same for review, where a person decides.
 */
#include "model/roles.h"
#include "register/entry/decide.h"
#include "views.h"
#include "web/pages/beside.h"
#include "web/pages/leaves.h"
#include "web/pages/marks.h"
#include "web/pages/meeting_twice.h"
#include "web/pages/pages.h"
#include "web/pages/rows.h"

static slice proposal_of(slice word)
{
	return slice_eq(word, S("track"))      ? S("Đề xuất: đưa vào theo dõi")
	       : slice_eq(word, S("standing")) ? S("Đề xuất: nhiệm vụ thường xuyên")
	                                       : S("Đề xuất: chỉ lưu, không theo dõi");
}

static slice state_of(const sql_document_duties_row *a)
{
	return slice_eq(a->state, S("proposed"))       ? S("Chờ rà soát")
	       : slice_eq(a->state, S("dropped"))      ? S("Đã bỏ")
	       : slice_eq(a->disposal, S("keep"))      ? S("Chỉ lưu")
	       : slice_eq(a->disposal, S("standing"))  ? S("Thường xuyên")
	       : a->total > 0 && a->closed == a->total ? S("Đã hoàn thành")
	                                               : S("Đang theo dõi");
}

/* How sure the reader was, in words: nobody decides by a percentage. */
static slice sure_of(const sql_document_duties_row *a)
{
	return slice_eq(a->origin, S("hand")) ? S("Người nhập")
	       : a->doubt.n > 0               ? S("Cần xem lại")
	       : a->confidence >= 95          ? S("Đọc chắc chắn")
	                                      : S("Khá chắc chắn");
}

/* Who follows it now has it overdue at once: an old paper is asked about (glossary: ask_past). */
static bool waits_late(const visit *p, const sql_document_duties_row *a)
{
	return slice_eq(a->state, S("proposed")) && a->due != DB_NULL && a->due < p->r->minute;
}

/* What changes a proposal is on the page for the one that is asked for: of a long notice it would
 * be two thirds of the page. */
static finding_row finding_of(visit *p, const sql_document_duties_row *a, int64_t number)
{
	bool splits = slice_eq(http_query(p->q, S("tach")), a->pub);

	return (finding_row){
		.pub = a->pub,
		.number = number,
		.action = a->action,
		.quote = a->quote,
		.deliverable = a->deliverable,
		.limit = page_limit(p, a->due),
		.words = a->due_text.n > 0 ? a->due_text : a->vague,
		.doubt = decide_question(a->doubt),
		.doubtful = a->doubt.n > 0,
		.waits = slice_eq(a->state, S("proposed")),
		.tracked = slice_eq(a->state, S("accepted")) && slice_eq(a->disposal, S("track")),
		.standing = slice_eq(a->proposed, S("standing")),
		.state = a->state,
		.state_word = state_of(a),
		.proposed = proposal_of(a->proposed),
		.sure = sure_of(a),
		.csrf = p->csrf,
		.left = waits_late(p, a) ? page_left(p, a->due) : (slice){0},
		.open = splits || slice_eq(http_query(p->q, S("sua")), a->pub),
		.splits = splits,
		.total = a->total,
		.closed = a->closed,
	};
}

/* Parties come in the order of their duties: one walk over both lists. */
typedef struct found_things {
	sql_document_duties_rows duties;
	sql_document_parties_rows parties;
	sql_document_limits_rows limits;
	sql_document_meetings_rows meetings;
	sql_document_citations_rows citations;
	sql_document_findings_rows checks;
} found_things;

static rc find_things(visit *p, int64_t document, found_things *x, err *e)
{
	db *d = p->r->d;
	const viewer *who = &p->r->who;
	rc code = sql_document_duties(d, who, (sql_document_duties_in){document}, p->a, &x->duties,
	                              e);

	if (code == RC_OK)
		code = sql_document_parties(d, who, (sql_document_parties_in){document}, p->a,
		                            &x->parties, e);
	if (code == RC_OK)
		code = sql_document_limits(d, who, (sql_document_limits_in){document}, p->a,
		                           &x->limits, e);
	if (code == RC_OK)
		code = sql_document_meetings(d, who, (sql_document_meetings_in){document}, p->a,
		                             &x->meetings, e);
	if (code == RC_OK)
		code = sql_document_citations(d, who, (sql_document_citations_in){document}, p->a,
		                              &x->citations, e);
	return code == RC_OK ? sql_document_findings(d, who, (sql_document_findings_in){document},
	                                             p->a, &x->checks, e)
	                     : code;
}

/* The bodies of one part; `from` to `to`: the parties of the duty. */
static slice join_words(visit *p, const found_things *x, uint32_t from, uint32_t to, slice part)
{
	strbuf b;

	strbuf_init(&b, NULL, 4096);
	for (uint32_t i = from; i < to; i++) {
		const sql_document_parties_row *o = &x->parties.p[i];

		if (!slice_eq(o->role, part))
			continue;
		if (b.n > 0)
			strbuf_put(&b, S("; "));
		strbuf_put(&b, o->name.n > 0         ? o->name
		               : o->group_name.n > 0 ? o->group_name
		                                     : o->words);
	}
	part = arena_copy(p->a, strbuf_slice(&b));
	strbuf_done(&b);
	return part;
}

static void add_marks(visit *p, const found_things *x, marks *to)
{
	for (uint32_t i = 0; i < x->duties.n; i++) {
		const sql_document_duties_row *a = &x->duties.p[i];
		bool waits = slice_eq(a->state, S("proposed"));

		if (!slice_eq(a->state, S("dropped")))
			marks_add(p->a, to, a->at, a->len, MARK_DUTY, a->pub,
			          !waits           ? S("duty")
			          : a->doubt.n > 0 ? S("duty ask")
			                           : S("duty new"));
	}
	for (uint32_t i = 0; i < x->parties.n; i++)
		if (slice_eq(x->parties.p[i].role, S("lead")))
			marks_add(p->a, to, x->parties.p[i].at, x->parties.p[i].len, MARK_DETAIL,
			          (slice){0}, S("who"));
	for (uint32_t i = 0; i < x->limits.n; i++)
		marks_add(p->a, to, x->limits.p[i].at, x->limits.p[i].len, MARK_DETAIL, (slice){0},
		          S("when"));
	for (uint32_t i = 0; i < x->meetings.n; i++)
		marks_add(p->a, to, x->meetings.p[i].at, x->meetings.p[i].len, MARK_DETAIL,
		          (slice){0}, S("meet"));
	for (uint32_t i = 0; i < x->citations.n; i++)
		marks_add(p->a, to, x->citations.p[i].at, x->citations.p[i].len, MARK_DETAIL,
		          (slice){0}, S("cite"));
	for (uint32_t i = 0; i < x->checks.n; i++)
		marks_add(p->a, to, x->checks.p[i].at, x->checks.p[i].len, MARK_DETAIL, (slice){0},
		          page_link(p, "check %.*s", (int)x->checks.p[i].severity.n,
		                    x->checks.p[i].severity.p));
}

/* What a checker said, beside the words that it is about. */
static void fill_checks(const found_things *x, visit *p, document_view *v)
{
	for (uint32_t i = 0; i < x->checks.n; i++) {
		const sql_document_findings_row *f = &x->checks.p[i];

		*VEC_PUSH(p->a, &v->checks) = (check_row){
			.message = f->message,
			.law = f->law,
			.proposal = f->proposal,
			.quote = f->quote,
			.mark = f->severity,
			.word = slice_eq(f->severity, S("error"))     ? S("Sai")
		                : slice_eq(f->severity, S("warning")) ? S("Cần xem")
		                                                      : S("Lưu ý")};
	}
	v->nchecks = v->checks.n;
}

static void fill_findings(visit *p, const found_things *x, document_view *v)
{
	int64_t latest = 0;
	uint32_t from = 0, to = 0;

	for (uint32_t i = 0; i < x->duties.n; i++, from = to) {
		const sql_document_duties_row *a = &x->duties.p[i];
		finding_row row = finding_of(p, a, i + 1);

		while (to < x->parties.n && x->parties.p[to].assignment == a->id)
			to++;
		row.leads = join_words(p, x, from, to, S("lead"));
		row.with = join_words(p, x, from, to, S("with"));
		if (row.left.n > 0) {
			v->past++;
			latest = a->due > latest ? a->due : latest;
		}
		if (!row.waits)
			*VEC_PUSH(p->a, &v->decided) = row;
		else if (row.doubtful)
			*VEC_PUSH(p->a, &v->doubtful) = row;
		else
			*VEC_PUSH(p->a, &v->sure) = row;
	}
	v->latest = page_limit(p, latest);
	v->ndoubtful = v->doubtful.n;
	v->nsure = v->sure.n;
	v->ndecided = v->decided.n;
	v->waiting = v->ndoubtful + v->nsure;
	v->mergeable = v->waiting > 1;
}

/* The number of a duty stands where its words begin. Duties come in the order of the text;
 * one that stands inside another may be passed over, then it goes without. */
static void number_pieces(const found_things *x, document_view *v)
{
	enum { LOOK_AHEAD = 8 };
	uint32_t next = 0;

	for (uint32_t i = 0; i < v->text.n; i++) {
		piece *t = &v->text.p[i];

		for (uint32_t k = next; t->duty.n > 0 && k < x->duties.n && k < next + LOOK_AHEAD;
		     k++) {
			if (!slice_eq(x->duties.p[k].pub, t->duty))
				continue;
			t->number = k + 1;
			next = k + 1;
			break;
		}
	}
}

static void fill_meetings(visit *p, const found_things *x, document_view *v)
{
	for (uint32_t i = 0; i < x->meetings.n; i++) {
		const sql_document_meetings_row *m = &x->meetings.p[i];

		*VEC_PUSH(p->a, &v->meetings) = (meeting_row){
			.pub = m->pub,
			.title = m->title.n > 0 ? m->title : S("Cuộc họp"),
			.when = page_begin(p, m->starts, m->start_minute),
			.place = m->place,
			.status_word = rows_status(m->status),
			.waits = slice_eq(m->state, S("proposed"))};
		v->meets += slice_eq(m->state, S("proposed"));
	}
	v->waiting += v->meets;
	v->meets_many = v->meets > 1;
}

/* From there on the words are another document's, and nothing was looked for in them. */
static void fill_unread(const sql_document_one_row *d, slice text, document_view *v)
{
	if (d->unread == DB_NULL || (v->unread = slice_line_at(text, d->unread)).n == 0)
		return;
	for (uint32_t i = 0; i < v->text.n; i++) {
		piece *t = &v->text.p[i];

		if (t->words.p - text.p == d->unread)
			t->other = true;
	}
}

static rc fill_beside(visit *p, const sql_document_one_row *d, document_view *v, err *e)
{
	rc code = beside_list(p, &(beside_ask){d->sha256, d->part, d->parts}, &v->beside, e);

	v->parts = d->parts;
	v->may_fetch &= p->r->who.all || d->parts < 2 || v->beside.n == d->parts;
	for (uint32_t i = v->beside.n; i > 0; i--)
		if (v->beside.p[i - 1].waiting > 0 && !v->beside.p[i - 1].here)
			v->next = v->beside.p[i - 1];
	return code;
}

static rc fill_document(visit *p, document_view *v, err *e)
{
	sql_document_one_row d;
	sql_document_words_row text = {0};
	found_things x = {0};
	marks found_marks = {0};
	bool found = false;
	rc code = sql_document_one(p->r->d, &p->r->who, (sql_document_one_in){p->args[0]}, p->a, &d,
	                           &found, e);

	if (code == RC_OK && !found)
		code = err_set(e, RC_INPUT, MSG_NO_SUCH, "document");
	if (code == RC_OK)
		code = sql_document_words(p->r->d, &p->r->who, (sql_document_words_in){d.id}, p->a,
		                          &text, &found, e);
	if (code == RC_OK)
		code = find_things(p, d.id, &x, e);
	if (code != RC_OK)
		return code;
	v->pub = d.pub;
	v->number = rows_numbered(d.number);
	v->title = d.title.n > 0 ? d.title : d.name;
	v->purpose = rows_purpose(d.purpose);
	v->day = page_issued(p, d.issued_day, d.issued);
	v->issuer = d.issuer;
	v->signer = d.signer;
	v->name = d.name;
	v->entered = page_time(p, d.entered_at);
	v->scan = slice_eq(d.through, S("ocr"));
	v->may_review = page_may(p, RIGHT_REVIEW);
	v->may_fetch = d.sha256.n > 0;
	add_marks(p, &x, &found_marks);
	if (d.unread != DB_NULL)
		marks_add(p->a, &found_marks, d.unread, (int64_t)text.words.n - d.unread,
		          MARK_DETAIL, (slice){0}, S("unread"));
	marks_cut(p->a, text.words, &found_marks, &v->text);
	number_pieces(&x, v);
	fill_unread(&d, text.words, v);
	leaves_show(p, &d, &text, v);
	fill_checks(&x, p, v);
	fill_findings(p, &x, v);
	fill_meetings(p, &x, v);
	return fill_beside(p, &d, v, e);
}

rc page_document(visit *p, err *e)
{
	document_view v = {.frame = page_frame(p, S("Văn bản"), S("/van-ban"))};
	rc code = fill_document(p, &v, e);

	v.frame.title = v.number;
	if (code == RC_OK)
		view_document(&p->to->body, &v);
	return code;
}

rc page_review(visit *p, err *e)
{
	document_view v = {.frame = page_frame(p, S("Rà soát văn bản"), S("/van-ban"))};
	rc code = fill_document(p, &v, e);

	if (code == RC_OK && page_may(p, RIGHT_EDIT))
		code = meeting_ask_twice(p, &v.meetings, e);
	if (code == RC_OK)
		view_review(&p->to->body, &v);
	return code;
}
